"""Tensors that a module registers by being assigned to it: `Parameter` and `Buffer`."""

from collections import OrderedDict

import emberwing as ew
from .._tensor import Tensor

__all__ = ["Buffer", "Parameter"]


def _rebuild_parameter(data, requires_grad, backward_hooks):
    """Makes a `Parameter` from what pickling stored."""
    return Parameter(data, requires_grad)


def _rebuild_parameter_with_state(data, requires_grad, backward_hooks, state):
    """Makes a `Parameter` from what pickling stored, with the attributes the user had set on it."""
    parameter = Parameter(data, requires_grad)
    parameter.__dict__.update(state)
    return parameter


class Parameter(Tensor):
    """A tensor that becomes a parameter of the module it is assigned to."""

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = ew.empty(0)
        elif not isinstance(data, Tensor):
            raise TypeError(f"Parameter data should be a tensor, but got {type(data).__name__}")
        parameter = data._as_subclass(cls)
        if requires_grad:
            parameter.requires_grad_(True)
        return parameter

    def __init__(self, *args, **kwargs):
        # `__new__` did it all; the base class must not build the tensor a second time.
        pass

    def __repr__(self):
        return "Parameter containing:\n" + super().__repr__()

    def __deepcopy__(self, memo):
        known = memo.get(id(self))
        if known is not None:
            return known
        copied = type(self)(self.data.clone(memory_format=ew.preserve_format), self.requires_grad)
        memo[id(self)] = copied
        return copied

    def __reduce_ex__(self, protocol):
        state = _user_attributes(self)
        if state:
            return _rebuild_parameter_with_state, (self.data, self.requires_grad, OrderedDict(), state)
        return _rebuild_parameter, (self.data, self.requires_grad, OrderedDict())


def _user_attributes(tensor):
    """The attributes that a user put on a tensor object."""
    return {k: v for k, v in getattr(tensor, "__dict__", {}).items() if k not in _OWN and not k.startswith("_ew_")}


#: What the tensor itself remembers of the library's answers.
_OWN = {"shape", "dtype", "_grad", "_item_kind"}


class _BufferMeta(type(Tensor)):
    """Makes `isinstance(t, Buffer)` true for the marked plain tensors that `Buffer(...)` returns."""

    def __instancecheck__(cls, instance):
        if cls is Buffer:
            return isinstance(instance, Tensor) and getattr(instance, "_is_buffer", False)
        return type.__instancecheck__(cls, instance)


class Buffer(Tensor, metaclass=_BufferMeta):
    """A tensor that becomes a buffer of the module it is assigned to; `persistent` puts it into the state dict."""

    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = ew.empty(0)
        tensor = data.detach().requires_grad_(data.requires_grad)
        tensor.persistent = persistent
        tensor._is_buffer = True
        return tensor
