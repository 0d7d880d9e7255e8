"""Tensors that a module registers by being assigned to it: `Parameter` and `Buffer`."""

from collections import OrderedDict

import emberwing as ew
from .._tensor import Tensor

__all__ = ["Buffer", "Parameter", "UninitializedBuffer", "UninitializedParameter"]


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


class UninitializedTensorMixin:
    """A tensor of a lazy module whose shape is not known yet."""

    def materialize(self, shape, device=None, dtype=None):
        """Gives the tensor a shape, memory and its final class."""
        data = self.data
        self.data = ew.empty(tuple(shape), device=device or data.device, dtype=dtype or data.dtype)
        self.__class__ = self.cls_to_become

    @property
    def shape(self):
        raise RuntimeError("Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
                           "`load_state_dict` when trying to load an uninitialized parameter into an initialized one. "
                           "Call `forward` to initialize the parameters before accessing their attributes.")

    def share_memory_(self):
        raise RuntimeError("Can't share memory on an uninitialized parameter or buffer. Call `forward` to initialize the "
                           "parameters before calling `module.share_memory()`.")

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __reduce_ex__(self, protocol):
        return type(self), (self.requires_grad,)

    def __deepcopy__(self, memo):
        known = memo.get(id(self))
        if known is None:
            known = memo[id(self)] = type(self)(self.requires_grad, self.data.device, self.data.dtype)
        return known


def _refusal(name):
    def refuse(self, *args, **kwargs):
        raise ValueError(f"Attempted to use an uninitialized parameter in {name}. This error happens when you are using a "
                         f"`LazyModule` or explicitly manipulating `torch.nn.parameter.{type(self).__name__}` objects. "
                         "When using LazyModules Call `forward` with a dummy batch to initialize the parameters before "
                         "calling torch functions")
    return refuse


for _name in ("__add__", "__radd__", "__mul__", "__rmul__", "__sub__", "__rsub__", "__truediv__", "__matmul__",
              "__getitem__", "__setitem__", "__len__", "numel", "sum", "mean", "view", "reshape", "clone", "tolist",
              "item", "numpy", "t", "transpose"):
    setattr(UninitializedTensorMixin, _name, _refusal(_name))


def is_lazy(param):
    """Whether the tensor waits for its shape."""
    return isinstance(param, UninitializedTensorMixin)


class UninitializedParameter(UninitializedTensorMixin, Parameter):
    """A parameter whose shape is not known yet."""

    cls_to_become = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return ew.empty(0, device=device, dtype=dtype)._as_subclass(cls).requires_grad_(requires_grad)


class UninitializedBuffer(UninitializedTensorMixin, Tensor):
    """A buffer whose shape is not known yet."""

    cls_to_become = Tensor

    def __new__(cls, requires_grad=False, device=None, dtype=None, persistent=True):
        buffer = ew.empty(0, device=device, dtype=dtype)._as_subclass(cls).requires_grad_(requires_grad)
        buffer.persistent = persistent
        buffer._is_buffer = True
        return buffer

    def __init__(self, *args, **kwargs):
        pass

    def to(self, *args, **kwargs):
        """The buffer with another dtype; it goes on waiting for its shape."""
        data = self.data.to(*args, **kwargs)
        if data.dtype == self.dtype and data.device == self.device:
            return self
        return type(self)(self.requires_grad, data.device, data.dtype, self.persistent)
