"""torch's factories and the functions whose Python form is more than one op."""
import builtins
import contextlib

import numpy as np

from . import _types
from ._base import I32, I64, Tensor, check, deliver, export, integer, quick_fn, raise_last, tensors, wrap
from ._generated import functions as F
from ._operators import max, min  # noqa: F401  (exported)
from ._tensor import _from_data_checked, from_numpy
from ._types import Size, check_device, dtype, get_default_dtype


def _options(name, dtype=None, device=None, layout=None, requires_grad=False, pin_memory=False, memory_format=None):
    """Checks the keyword arguments that all factories share."""
    if device is not None:
        check_device(device)
    if layout is not None and layout is not _types.strided:
        raise NotImplementedError(f"{name}(): layout={layout}")
    if pin_memory:
        raise RuntimeError("Cannot access accelerator device when none is available.")
    if memory_format not in (None, _types.preserve_format, _types.contiguous_format):
        raise NotImplementedError(f"{name}(): memory_format={memory_format}")
    if dtype is not None and not isinstance(dtype, _types.dtype):
        raise TypeError(f"{name}(): argument 'dtype' must be torch.dtype, not {builtins.type(dtype).__name__}")


def _leaf(t, requires_grad):
    return t.requires_grad_(True) if requires_grad else t


# ---- from data -------------------------------------------------------------------------------------------------------------

def _infer(data):
    """NumPy array and dtype of nested Python data."""
    if isinstance(data, np.ndarray) or isinstance(data, np.generic):
        a = np.asarray(data)
        d = dtype.by_numpy.get(a.dtype.newbyteorder("="))
        if d is None:
            raise TypeError(f"can't convert np.ndarray of type numpy.{a.dtype.type.__name__}. The only supported types are: float64, float32, "
                            "float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
        return a, d
    if isinstance(data, builtins.bool):
        return np.asarray(data), _types.bool
    if isinstance(data, builtins.int):
        if not -0x8000000000000000 <= data <= 0x7fffffffffffffff:
            raise ValueError("Overflow when unpacking long long")
        return np.asarray(data, np.int64), _types.int64
    if isinstance(data, builtins.float):
        return np.asarray(data), get_default_dtype()
    if isinstance(data, complex):
        return np.asarray(data), get_default_dtype().to_complex()
    if isinstance(data, (bytes, str)):
        raise TypeError(f"new(): invalid data type '{builtins.type(data).__name__}'")
    if isinstance(data, (list, tuple, range)) or hasattr(data, "__len__"):
        if hasattr(data, "columns") and hasattr(data, "iloc"):
            # Iterating over a table gives the names of its columns.
            raise ValueError(f"could not determine the shape of object type '{builtins.type(data).__name__}'")
        data = list(data)
        if any(isinstance(e, Tensor) or (isinstance(e, (list, tuple)) and _holds_tensor(e)) for e in data):
            data = _plain(data)
        try:
            a = np.asarray(data)
        except ValueError as e:
            raise ValueError(f"expected sequence of equal length: {e}") from None
        except OverflowError:
            raise ValueError("Overflow when unpacking long long") from None
        if a.size == 0:
            return a.astype(np.float32), get_default_dtype()
        kind = a.dtype.kind
        if kind in "US":
            raise ValueError("too many dimensions 'str'")
        if kind == "O":
            if kind == "O" and all(isinstance(e, builtins.int) for e in a.ravel()):
                raise ValueError("Overflow when unpacking long long")
            bad = next((e for e in a.ravel() if not isinstance(e, (builtins.int, builtins.float))), data)
            raise TypeError(f"new(): invalid data type '{builtins.type(bad).__name__}'")
        if kind == "f":
            first = data
            while isinstance(first, (list, tuple)) and len(first):
                first = first[0]
            if isinstance(first, np.generic):
                return a, dtype.by_numpy.get(a.dtype, get_default_dtype())
            return a, get_default_dtype()
        if kind == "c":
            return a, get_default_dtype().to_complex()
        if kind == "b":
            return a, _types.bool
        return a, dtype.by_numpy.get(a.dtype, _types.int64) if isinstance(data[0], (np.generic, np.ndarray)) else _types.int64
    if hasattr(data, "__array__"):
        return _infer(np.asarray(data))
    if hasattr(data, "__index__"):
        return _infer(data.__index__())
    raise RuntimeError(f"Could not infer dtype of {builtins.type(data).__name__}")


def _holds_tensor(e):
    return any(isinstance(x, Tensor) or (isinstance(x, (list, tuple)) and _holds_tensor(x)) for x in e)


def _plain(e):
    if isinstance(e, Tensor):
        return e.tolist()
    return [_plain(x) for x in e] if isinstance(e, (list, tuple)) else e


def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """A new tensor that copies `data`: numbers, nested sequences, NumPy arrays."""
    _options("tensor", dtype, device, None, requires_grad, pin_memory)
    if isinstance(data, Tensor):
        t = data.detach().clone() if dtype is None or dtype is data.dtype else data.detach().to(dtype)
        return _leaf(t, requires_grad)
    a, d = _infer(data)
    target = dtype or d
    if target.numpy is None:
        t = _copy_array(a.astype(np.float32), _types.float32).to(target)
    else:
        if target is _types.uint64 and a.dtype.kind == "f" and not isinstance(data, np.ndarray):
            # NumPy makes floats of integers that only all of int64 and uint64 together hold.
            with contextlib.suppress(OverflowError, ValueError, TypeError):
                a = np.asarray(data, np.uint64)
        if a.dtype != target.numpy:
            if a.dtype.kind in "iu" and target.numpy.kind in "iu" and not isinstance(data, np.ndarray) and a.size:
                low, high = np.iinfo(target.numpy).min, np.iinfo(target.numpy).max
                if a.min() < low or a.max() > high:
                    raise RuntimeError(f"value cannot be converted to type {target.name} without overflow")
            with np.errstate(all="ignore"):
                a = a.astype(target.numpy) if a.dtype.kind != "c" or target.is_complex else a.real.astype(target.numpy)
        t = _copy_array(a, target)
    return _leaf(t, requires_grad)


def _copy_array(a, d):
    a = np.ascontiguousarray(a).reshape(a.shape)
    return _from_data_checked(a.tobytes() if a.size else None, a.shape, d)


def as_tensor(data, dtype=None, device=None):
    """`data` as a tensor, without copying where it is a tensor or a NumPy array already."""
    if device is not None:
        check_device(device)
    if isinstance(data, Tensor):
        return data if dtype is None else data.to(dtype)
    if isinstance(data, np.ndarray) and data.dtype in _types.dtype.by_numpy and all(s >= 0 for s in data.strides):
        t = from_numpy(data)
        return t if dtype is None else t.to(dtype)
    return tensor(data, dtype=dtype)


asarray = as_tensor


def scalar_tensor(s, *, dtype=None, device=None, requires_grad=False):
    return tensor(s, dtype=dtype or get_default_dtype(), device=device, requires_grad=requires_grad)


# ---- factories --------------------------------------------------------------------------------------------------------------

def _sizes(size):
    if len(size) == 1 and not isinstance(size[0], builtins.int) and (
            hasattr(size[0], "__iter__") and not (isinstance(size[0], Tensor) and size[0].dim() == 0)):
        return tuple(size[0])
    return size


def _factory(name, op, random=False):
    def make(*size, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False,
             memory_format=None, generator=None, **keywords):
        if "size" in keywords:
            size = (keywords.pop("size"),)
        if keywords:
            raise TypeError(f"{name}() got an unexpected keyword argument '{next(iter(keywords))}'")
        _options(name, dtype, device, layout, requires_grad, pin_memory, memory_format)
        if out is not None and dtype is None:
            dtype = out.dtype
        t = op(_sizes(size), dtype=dtype, generator=generator) if random else op(_sizes(size), dtype=dtype)
        if out is not None:
            return deliver(out, t)
        return _leaf(t, requires_grad)
    make.__name__, make.__doc__ = name, op.__doc__
    return make


empty = _factory("empty", F.empty)
zeros = _factory("zeros", F.zeros)
ones = _factory("ones", F.ones)
rand = _factory("rand", F.rand, random=True)
randn = _factory("randn", F.randn, random=True)


def full(size, fill_value, *, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """A tensor of one value."""
    _options("full", dtype, device, layout, requires_grad, pin_memory)
    if isinstance(fill_value, Tensor):
        dtype, fill_value = dtype or fill_value.dtype, fill_value.item()
    t = F.full(size, fill_value, dtype=dtype)
    if out is not None:
        return deliver(out, t)
    return _leaf(t, requires_grad)


def arange(start, end=None, step=1, *, out=None, dtype=None, layout=None, device=None, requires_grad=False,
           pin_memory=False):
    """Values `start, start + step, …` below `end`."""
    _options("arange", dtype, device, layout, requires_grad, pin_memory)
    if end is None:
        start, end = 0, start
    t = F.arange(start, end, step, dtype=dtype)
    if out is not None:
        return deliver(out, t)
    return _leaf(t, requires_grad)


def _plain_factory(name, op):
    def make(*args, layout=None, device=None, requires_grad=False, pin_memory=False, **keywords):
        _options(name, keywords.get("dtype"), device, layout, requires_grad, pin_memory)
        return _leaf(op(*args, **keywords), requires_grad)
    make.__name__, make.__doc__ = name, op.__doc__
    return make


linspace = _plain_factory("linspace", F.linspace)
eye = _plain_factory("eye", F.eye)
randperm = _plain_factory("randperm", F.randperm)
logspace = _plain_factory("logspace", F.logspace)


def _indices(name):
    op = getattr(F, name)

    def make(row, col, offset=0, *, dtype=_types.int64, layout=None, device=None, pin_memory=False, requires_grad=False):
        _options(name, dtype, device, layout, requires_grad, pin_memory)
        r = op(row, col, offset)
        return _leaf(r if dtype in (None, _types.int64) else r.to(dtype), requires_grad)
    make.__name__, make.__doc__ = name, op.__doc__
    return make


tril_indices, triu_indices = _indices("tril_indices"), _indices("triu_indices")


def randint(*args, low=None, high=None, size=None, generator=None, out=None, dtype=_types.int64, layout=None, device=None,
            requires_grad=False, pin_memory=False):
    """Integers uniform in [low, high)."""
    args = list(args)
    if size is None:
        if not args:
            raise TypeError("randint() received an invalid combination of arguments: size is missing")
        size = args.pop()
    if high is None:
        if not args:
            raise TypeError("randint() received an invalid combination of arguments: high is missing")
        high = args.pop()
    low = (args.pop() if args else 0) if low is None else low
    if args:
        raise TypeError("randint() received an invalid combination of arguments")
    _options("randint", dtype, device, layout, requires_grad, pin_memory)
    t = F.randint_low(low, high, size, dtype=dtype, generator=generator)
    if out is not None:
        return deliver(out, t)
    return _leaf(t, requires_grad)


def _like(name):
    op = getattr(F, name)

    def make(input, *args, layout=None, device=None, requires_grad=False, memory_format=None, pin_memory=False, **keywords):
        _options(name, keywords.get("dtype"), device, layout, requires_grad, pin_memory, memory_format)
        return _leaf(op(input, *args, **keywords), requires_grad)
    make.__name__, make.__doc__ = name, op.__doc__
    return make


zeros_like, ones_like, empty_like, full_like, rand_like, randn_like = (
    _like(n) for n in ("zeros_like", "ones_like", "empty_like", "full_like", "rand_like", "randn_like"))


def randint_like(input, *args, low=None, high=None, generator=None, dtype=None, layout=None, device=None, requires_grad=False,
                 memory_format=None, pin_memory=False):
    """Integers uniform in [low, high), in the shape and dtype of `input`."""
    args = list(args)
    if high is None:
        if not args:
            raise TypeError("randint_like() received an invalid combination of arguments: high is missing")
        high = args.pop()
    low = (args.pop() if args else 0) if low is None else low
    if args:
        raise TypeError("randint_like() received an invalid combination of arguments")
    _options("randint_like", dtype, device, layout, requires_grad, pin_memory, memory_format)
    low, high = (v.item() if isinstance(v, Tensor) else v for v in (low, high))
    return randint(low, high, tuple(input.shape), dtype=dtype or input.dtype, generator=generator, requires_grad=requires_grad)


def _new(name, factory):
    def make(self, *size, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False):
        return factory(*size, dtype=dtype or self.dtype, device=device, requires_grad=requires_grad, layout=layout,
                       pin_memory=pin_memory)
    make.__name__ = name
    return make


Tensor.new_zeros = _new("new_zeros", zeros)
Tensor.new_ones = _new("new_ones", ones)
Tensor.new_empty = _new("new_empty", empty)
Tensor.new_full = lambda self, size, fill_value, **k: full(size, fill_value, **{"dtype": self.dtype, **k})
Tensor.new_tensor = lambda self, data, **k: tensor(data, **{"dtype": self.dtype, **k})


# ---- functions with several forms ----------------------------------------------------------------------------------------------

def is_tensor(obj):
    return isinstance(obj, Tensor)


def numel(input):
    return input.numel()


def is_floating_point(input):
    return input.dtype.is_floating_point


def is_complex(input):
    return input.dtype.is_complex


def is_nonzero(input):
    return bool(input)


def where(condition, input=None, other=None, *, out=None):
    """`input` where `condition`, else `other`; with one argument, the indices of what is true."""
    if input is None:
        return nonzero(condition, as_tuple=True)
    return F.where(condition, input, other, out=out)


def nonzero(input, *, out=None, as_tuple=False):
    """Indices of the elements that are not zero."""
    r = F.nonzero(input)
    if as_tuple:
        return F.unbind(r, 1) if input.dim() else (F.zeros((r.shape[0],), dtype=_types.int64),)
    return r


def split(tensor, split_size_or_sections, dim=0):
    """Views of `split_size` elements each along `dim`, or of the given sizes."""
    if isinstance(split_size_or_sections, builtins.int):
        return F.split(tensor, split_size_or_sections, dim)
    return F.split_sizes(tensor, split_size_or_sections, dim)


def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    return builtins.bool(F.allclose(input, other, rtol, atol, equal_nan))


def equal(input, other):
    return builtins.bool(F.equal(input, other))


def clone(input, *, memory_format=None):
    """A copy that gradients flow through."""
    return input.clone(memory_format=memory_format)


def clamp(input, min=None, max=None, *, out=None):
    """Elements limited to [min, max]."""
    if isinstance(min, Tensor) or isinstance(max, Tensor):
        lift = lambda v: v if v is None or isinstance(v, Tensor) else wrap(v)
        r = F.clamp_Tensor(input, lift(min), lift(max))
        return r if out is None else deliver(out, r)
    return F.clamp(input, min, max, out=out)


def clamp_(input, min=None, max=None):
    if isinstance(min, Tensor) or isinstance(max, Tensor):
        lift = lambda v: v if v is None or isinstance(v, Tensor) else wrap(v)
        return F.clamp_Tensor_(input, lift(min), lift(max))
    return F.clamp_(input, min, max)


def std(input, dim=None, unbiased=None, keepdim=False, *, correction=1, out=None):
    dim, correction = _unbiased(dim, unbiased, correction)
    return F.std(input, dim, correction=correction, keepdim=keepdim, out=out)


def var(input, dim=None, unbiased=None, keepdim=False, *, correction=1, out=None):
    dim, correction = _unbiased(dim, unbiased, correction)
    return F.var(input, dim, correction=correction, keepdim=keepdim, out=out)


def _unbiased(dim, unbiased, correction):
    if isinstance(dim, builtins.bool):
        dim, unbiased = None, dim
    return dim, (1 if correction is None else correction) if unbiased is None else builtins.int(unbiased)


def var_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=1):
    dim, correction = _unbiased(dim, unbiased, correction)
    return tuple(F.var_mean(input, dim, correction=correction, keepdim=keepdim))


def std_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=1):
    dim, correction = _unbiased(dim, unbiased, correction)
    return tuple(F.std_mean(input, dim, correction=correction, keepdim=keepdim))


def prod(input, dim=None, keepdim=False, *, dtype=None, out=None):
    return F.prod(input, dim, keepdim, dtype=dtype, out=out)


_promote = quick_fn("ew_promote_types", I32, I32, I32)


def promote_types(type1, type2):
    """The smallest dtype that holds both."""
    return dtype.by_code[_promote(type1.code, type2.code)]


def can_cast(from_, to):
    rank = lambda d: 3 if d.is_complex else 2 if d.is_floating_point else 0 if d is _types.bool else 1
    return rank(from_) <= rank(to)


def broadcast_tensors(*values):
    values = values[0] if len(values) == 1 and isinstance(values[0], (list, tuple)) else values
    shape = broadcast_shapes(*[t.shape for t in values])
    return tuple(F.expand(t, shape) for t in values)


def broadcast_shapes(*shapes):
    try:
        return Size(np.broadcast_shapes(*[(s,) if isinstance(s, builtins.int) else tuple(s) for s in shapes]))
    except ValueError:
        raise RuntimeError("Shape mismatch: objects cannot be broadcast to a single shape") from None


def _method(f):
    return lambda self, *args, **keywords: f(self, *args, **keywords)


def random_(self, *args, generator=None, **keywords):
    """Fills with random integers: all of the dtype's, [0, to), or [from, to)."""
    args = [*args, *(keywords[k] for k in ("from", "from_", "to") if k in keywords)]
    if not args:
        return F.random_(self, generator=generator)
    if len(args) == 1:
        return F.random__to(self, args[0], generator=generator)
    return F.random__from(self, args[0], args[1], generator=generator)


def bernoulli(input, p=None, *, generator=None, out=None):
    """Draws 0 or 1 with the given probabilities."""
    if p is None:
        return F.bernoulli(input, generator=generator, out=out)
    return F.bernoulli_p(input, p, generator=generator, out=out)


def bernoulli_(self, p=0.5, *, generator=None):
    if isinstance(p, Tensor):
        return F.bernoulli__Tensor(self, p, generator=generator)
    return F.bernoulli_(self, p, generator=generator)


Tensor.random_, Tensor.bernoulli, Tensor.bernoulli_ = random_, bernoulli, bernoulli_
for _name in ("nonzero", "allclose", "equal", "clamp", "clamp_", "std", "var", "prod"):
    setattr(Tensor, _name, globals()[_name])
Tensor.where = lambda self, condition, other: F.where(condition, self, other)
Tensor.clip, Tensor.clip_ = clamp, clamp_
clip = clamp


_get_threads = quick_fn("ew_get_num_threads", I32)
_set_threads = quick_fn("ew_set_num_threads", I32, I32)


def get_num_threads():
    return _get_threads()


def set_num_threads(n):
    """Sets how many threads work in parallel; results do not depend on it."""
    if n.__class__ is not builtins.int:
        raise TypeError(f"set_num_threads expects an int, but got {builtins.type(n).__name__}")
    if not 0 < n < 1 << 31:
        raise RuntimeError("set_num_threads expects a positive integer")
    check(_set_threads(n))


def _builtins_checked_strided(base, size, stride, offset):
    """A window on a storage tensor, outside the graph; everything is checked by the library."""
    return F.as_strided(base, size, stride, offset).detach()


from ._generator import *  # noqa: E402,F401,F403
from ._generator import __all__ as _of_generators  # noqa: E402

__all__ = ["max", "min", "from_numpy", *_of_generators, *(n for n, v in list(globals().items()) if not n.startswith("_") and (
    getattr(v, "__module__", "") == __name__))]
