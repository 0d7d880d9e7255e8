"""The typed constructors of old programs: `torch.FloatTensor(2, 3)`, `torch.LongTensor([1, 2])`, `torch.Tensor(…)`."""
import numpy as np

from . import _types
from ._base import Tensor
from ._functions import empty, tensor
from ._tensor import _TYPE_NAMES
from ._types import Size

__all__ = [*_TYPE_NAMES.values(), "typename", "set_default_tensor_type"]


def _construct(name, dtype, args, device=None):
    """`Tensor()`, `Tensor(2, 3)`, `Tensor(size)`, `Tensor(data)` or `Tensor(other)`."""
    _types.check_device(device)
    if not args:
        return empty(0, dtype=dtype)
    first = args[0]
    if len(args) == 1:
        if isinstance(first, Tensor):
            if first.dtype is not dtype:
                raise TypeError(f"expected {name} (got {first.type()})")
            return first.detach()
        if hasattr(first, "_untyped"):
            return empty(0, dtype=dtype).set_(first)
        if isinstance(first, _types.Size):
            return empty(first, dtype=dtype)
        if not isinstance(first, int) and not hasattr(first, "__index__"):
            if isinstance(first, (str, bytes)) or not (hasattr(first, "__iter__") or hasattr(first, "__array__")):
                raise TypeError(f"new(): data must be a sequence (got {type(first).__name__})")
            if isinstance(first, np.ndarray):
                return tensor(first, dtype=dtype)
            return tensor(list(first), dtype=dtype)
    for a in args:
        if isinstance(a, (bool, float)) or not hasattr(a, "__index__"):
            raise TypeError(f"new() received an invalid combination of arguments - got "
                            f"({', '.join(type(v).__name__ for v in args)})")
    return empty(*args, dtype=dtype)


def _new_tensor(cls, *args, data=None, device=None):
    t = _construct("torch.FloatTensor", _types.get_default_dtype(), args if data is None else (data,), device)
    return t if cls is Tensor else t._as_subclass(cls)


class _TypedTensor(type):
    """A class whose instances are all tensors of one dtype."""

    def __call__(cls, *args, device=None):
        return _construct(f"torch.{cls.__name__}", cls.dtype, args, device)

    def __instancecheck__(cls, value):
        return isinstance(value, Tensor) and value.dtype is cls.dtype

    def __subclasscheck__(cls, other):
        return other is cls

    def __repr__(cls):
        return f"<class 'torch.{cls.__name__}'>"


def _install():
    for d, name in _TYPE_NAMES.items():
        globals()[name] = _TypedTensor(name, (), {
            "dtype": d, "is_cuda": False, "is_sparse": False, "__module__": "torch", "__doc__": f"A tensor of {d!r}."})


_install()


def typename(obj):
    """The type's name: `torch.FloatTensor` for a tensor, `module.Name` for anything else."""
    from .utils._names import typename as name
    return name(obj)


def set_default_tensor_type(t):
    """The dtype of new floating-point tensors, named by a typed constructor."""
    if isinstance(t, str):
        name = t.removeprefix("torch.")
        t = next((globals()[n] for n in _TYPE_NAMES.values() if n == name), None)
        if t is None:
            raise TypeError(f"invalid type: '{name}'")
    if not isinstance(t, _TypedTensor):
        raise TypeError("invalid type object: only floating-point types are supported as the default type")
    _types.set_default_dtype(t.dtype)


def _new(self, *args, device=None, size=None, data=None, other=None, storage=None):
    """A tensor of the same dtype, from sizes, data, another tensor, or on a storage."""
    named = next((v for v in (storage, other, size, data) if v is not None), None)
    if named is not None:
        if args:
            raise TypeError("new() received an invalid combination of arguments")
        args = (Size(named) if named is size else named,)
    return _construct(f"torch.{_TYPE_NAMES.get(self.dtype, 'Tensor')}", self.dtype, args, device)


Tensor.new = _new
Tensor.__new__ = staticmethod(_new_tensor)
# `__new__` did it all; ctypes would take the arguments for the fields of its structure.
Tensor.__init__ = lambda self, *args, **keywords: None
