"""Operators and indexing syntax of Tensor, and methods whose overloads PyTorch tells apart by their arguments."""
import builtins
from struct import pack

import numpy as np

from . import _types
from ._base import NULL, Tensor, check, number, raise_last, wrap
from ._generated import functions as F
from ._types import dtype

_add, _add_scalar, _sub, _sub_scalar, _mul, _mul_scalar = (
    f.now() for f in (F._ew_add, F._ew_add_scalar, F._ew_sub, F._ew_sub_scalar, F._ew_mul, F._ew_mul_scalar))


def _fits(other):
    return isinstance(other, (Tensor, int, float, bool, complex, np.number, np.bool_))


def _binary(function, name, bare=None):
    """An operator from an op; unknown operands get NotImplemented, so that the other side may try."""
    def op(self, other):
        if not _fits(other):
            other = _array_operand(other)
            if other is NotImplemented:
                return other
        return function(self, other)
    op.__name__ = name
    return op


def _array_operand(other):
    if isinstance(other, np.ndarray):
        from ._functions import as_tensor
        return as_tensor(other)
    return NotImplemented


def _reflected(function, name):
    def op(self, other):
        if isinstance(other, Tensor):
            return function(other, self)
        return function(wrap(other), self) if _fits(other) else NotImplemented
    op.__name__ = name
    return op


def __add__(self, other):
    if isinstance(other, Tensor):
        r = _add(self, other, None)
    elif _fits(other):
        r = _add_scalar(self, number(other), None)
    else:
        other = _array_operand(other)
        return other if other is NotImplemented else __add__(self, other)
    if r._handle_ is None:
        raise_last()
    return r


def __sub__(self, other):
    if isinstance(other, Tensor):
        r = _sub(self, other, None)
    elif _fits(other):
        r = _sub_scalar(self, number(other), None)
    else:
        other = _array_operand(other)
        return other if other is NotImplemented else __sub__(self, other)
    if r._handle_ is None:
        raise_last()
    return r


def __mul__(self, other):
    if isinstance(other, Tensor):
        r = _mul(self, other)
    elif _fits(other):
        r = _mul_scalar(self, number(other))
    else:
        other = _array_operand(other)
        return other if other is NotImplemented else __mul__(self, other)
    if r._handle_ is None:
        raise_last()
    return r


def __rsub__(self, other):
    return F.rsub(self, other) if _fits(other) else NotImplemented


def __rtruediv__(self, other):
    return F.div(other if isinstance(other, Tensor) else wrap(other), self) if _fits(other) else NotImplemented


def __rpow__(self, other):
    if isinstance(other, Tensor):
        return F.pow(other, self)
    return F.pow_base(other, self) if _fits(other) else NotImplemented


def __matmul__(self, other):
    return F.matmul(self, other) if isinstance(other, Tensor) else NotImplemented


def __ne__(self, other):
    return F.ne(self, other) if _fits(other) else NotImplemented


def __eq__(self, other):
    return F.eq(self, other) if _fits(other) else NotImplemented


def _floordiv(a, b):
    return F.floor_divide(a, b)


# ---- indexing ------------------------------------------------------------------------------------------------------------

_ABSENT = -0x8000000000000000
_NEW_AXIS = pack("4q", 2, 0, 0, 0)
_ELLIPSIS = pack("4q", 3, 0, 0, 0)
_FULL = pack("4q", 4, 0, 0, 0)
_basic_index = F._ew_basic_index.now()


def _bound(v):
    if v is None:
        return _ABSENT
    i = v.__index__()
    return builtins.max(-0x7fffffffffffffff, builtins.min(i, 0x7fffffffffffffff))


def _encode(index):
    """The view part of an index as packed codes, and the index tensors of the advanced part by position; None where
    the index holds no tensor at all."""
    codes = []
    advanced = False
    for i in index:
        kind = i.__class__
        if kind is int:
            if not -0x8000000000000000 < i <= 0x7fffffffffffffff:
                raise IndexError(f"index {i} does not fit in 64 bits")
            codes.append(pack("4q", 0, i, 0, 0))
        elif kind is slice:
            if i.start is None and i.stop is None and i.step is None:
                codes.append(_FULL)
            else:
                codes.append(pack("4q", 1, _bound(i.start), _bound(i.stop), 1 if i.step is None else _bound(i.step)))
        elif i is None:
            codes.append(_NEW_AXIS)
        elif i is Ellipsis:
            codes.append(_ELLIPSIS)
        else:
            t = _index_tensor(i)
            advanced = advanced or isinstance(t, Tensor)
            if isinstance(t, Tensor):
                codes.append(t)
            else:
                codes.append(pack("4q", 0, t, 0, 0))
    return codes, advanced


def _index_tensor(i):
    if isinstance(i, Tensor):
        if i.dtype is not _types.bool and i.dtype is not _types.uint8 and i.dim() == 0 and not i.dtype.is_floating_point:
            return i.__index__()
        return i
    if isinstance(i, (bool, np.bool_)):
        from ._functions import tensor
        return tensor(bool(i))
    if isinstance(i, (list, tuple, np.ndarray, range)):
        from ._functions import as_tensor
        t = as_tensor(i if isinstance(i, np.ndarray) else list(i))
        return t.to(_types.int64) if t.numel() == 0 else t
    if hasattr(i, "__index__"):
        return i.__index__()
    raise IndexError("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices "
                     f"(got {type(i).__name__})")


def _split(self, index):
    """Applies the view part of an index: (view, None) or (view, index tensors by dimension of the view)."""
    codes, advanced = _encode(index)
    if not advanced:
        return _basic(self, b"".join(codes)), None
    # Dimensions that index tensors take are kept by the view: a bool mask takes as many as it has.
    taken = sum((c.dim() if c.dtype in (_types.bool, _types.uint8) else 1) if isinstance(c, Tensor) else
                (c is not _NEW_AXIS and c is not _ELLIPSIS) for c in codes)
    if taken > self.dim():
        raise IndexError(f"too many indices for tensor of dimension {self.dim()}")
    view, indices = [], []
    has_ellipsis = False
    for c in codes:
        if isinstance(c, Tensor):
            mask = c.dtype in (_types.bool, _types.uint8)
            if mask and c.dim() == 0:
                view.append(_NEW_AXIS)
                indices.append(F.unsqueeze(c, 0))
                continue
            n = c.dim() if mask else 1
            view.extend([_FULL] * n)
            indices.append(c)
        elif c is _ELLIPSIS:
            if has_ellipsis:
                raise IndexError("an index can only have a single ellipsis ('...')")
            has_ellipsis = True
            rest = self.dim() - taken
            view.extend([_FULL] * rest)
            indices.extend([None] * rest)
        else:
            view.append(c)
            # An int takes its dimension away.
            if c[0] != 0:
                indices.append(None)
    return _basic(self, b"".join(view)), indices


def _basic(self, code):
    r = _basic_index(self, code, len(code) >> 3)
    if r._handle_ is None:
        raise_last()
    return r


def __getitem__(self, index):
    if index.__class__ is not tuple:
        if index.__class__ is int and -0x8000000000000000 < index <= 0x7fffffffffffffff:
            if not self.dim():
                raise IndexError(
                    "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to "
                    "convert a 0-dim tensor to a number")
            return _basic(self, pack("4q", 0, index, 0, 0))
        if isinstance(index, Tensor) and index.dtype is _types.int64 and index.dim() > 0 and self.dim() > 0:
            return F.index(self, [index])
        index = (index,)
    view, indices = _split(self, index)
    return view if indices is None else F.index(view, indices)


def __setitem__(self, index, value):
    if index.__class__ is not tuple:
        index = (index,)
    view, indices = _split(self, index)
    if indices is None:
        if isinstance(value, Tensor):
            _copy_into(view, value)
        elif _fits(value):
            F.fill_(view, value)
        else:
            from ._functions import as_tensor
            _copy_into(view, as_tensor(value, dtype=None if isinstance(value, np.ndarray) else self.dtype))
        return
    if not isinstance(value, Tensor):
        from ._functions import as_tensor
        value = as_tensor(value).to(self.dtype)
    elif value.dtype is not self.dtype:
        if value.dim() == 0:
            value = value.to(self.dtype)
        else:
            raise RuntimeError(f"Index put requires the source and destination dtypes match, got "
                               f"{_name(self.dtype)} for the destination and {_name(value.dtype)} for the source.")
    F.index_put_(view, indices, value)


def _name(d):
    from ._tensor import _TYPE_NAMES
    return _TYPE_NAMES.get(d, d.name).removesuffix("Tensor")


def _copy_into(view, value):
    # PyTorch drops leading axes of size 1 that the target does not have.
    while value.dim() > view.dim() and value.shape[0] == 1:
        value = F.select(value, 0, 0)
    F.copy_(view, value)


# ---- methods with overloads -------------------------------------------------------------------------------------------------

def _extreme(name):
    full, along, pair = getattr(F, name), getattr(F, name + "_dim"), getattr(F, name + "imum")

    def extreme(input, *args, out=None, **keywords):
        if args and isinstance(args[0], Tensor):
            return pair(input, args[0], out=out)
        if "other" in keywords:
            return pair(input, keywords["other"], out=out)
        if not args and not keywords:
            return full(input, out=out)
        r = along(input, *args, **keywords)
        if out is not None:
            for o, t in zip(out, r):
                from ._base import deliver
                deliver(o, t)
            return out
        return r
    extreme.__name__ = name
    extreme.__doc__ = f"{full.__doc__} With `dim`: values and indices along it. With another tensor: elementwise."
    return extreme


max = _extreme("max")
min = _extreme("min")


def install():
    T = Tensor
    for name in ("__add__", "__sub__", "__mul__", "__rsub__", "__rtruediv__", "__rpow__", "__matmul__", "__ne__", "__eq__",
                 "__getitem__", "__setitem__"):
        setattr(T, name, globals()[name])
    T.__hash__ = object.__hash__
    T.__radd__, T.__rmul__ = __add__, __mul__
    for name, f in (("truediv", F.div), ("floordiv", _floordiv), ("mod", F.remainder), ("pow", F.pow), ("lt", F.lt),
                    ("le", F.le), ("gt", F.gt), ("ge", F.ge), ("and", F.bitwise_and), ("or", F.bitwise_or),
                    ("xor", F.bitwise_xor), ("lshift", F.bitwise_left_shift), ("rshift", F.bitwise_right_shift)):
        setattr(T, f"__{name}__", _binary(f, f"__{name}__"))
    for name, f in (("floordiv", _floordiv), ("mod", F.remainder), ("and", F.bitwise_and), ("or", F.bitwise_or),
                    ("xor", F.bitwise_xor), ("lshift", F.bitwise_left_shift), ("rshift", F.bitwise_right_shift)):
        setattr(T, f"__r{name}__", _reflected(f, f"__r{name}__"))
    for name, f in (("add", F.add_), ("sub", F.sub_), ("mul", F.mul_), ("truediv", F.div_), ("pow", F.pow_),
                    ("floordiv", F.floor_divide_), ("mod", F.remainder_), ("and", F.bitwise_and_), ("or", F.bitwise_or_),
                    ("xor", F.bitwise_xor_), ("lshift", F.bitwise_left_shift_), ("rshift", F.bitwise_right_shift_)):
        setattr(T, f"__i{name}__", _binary(f, f"__i{name}__"))
    T.__neg__ = lambda self: F.neg(self)
    T.__pos__ = lambda self: self
    T.__abs__ = lambda self: F.abs(self)
    T.__invert__ = lambda self: F.bitwise_not(self)
    T.T = property(lambda self: F.permute(self, tuple(range(self.dim()))[::-1]))
    T.mT = property(lambda self: F.transpose(self, -2, -1))
    T.max, T.min = max, min


install()
