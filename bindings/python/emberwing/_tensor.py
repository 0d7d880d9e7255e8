"""The Tensor class: PyTorch's methods and operators over the generated functions. No mathematics here."""
import ctypes
from ctypes import byref
from struct import pack, unpack

import numpy as np

from . import _types
from ._base import (BYTES, BOOL, F64, I32, I64, NULL, PTR, SIZE, Tensor, check, export, integers, number, quick_fn,
                    raise_last, tensors)
from ._generated import functions as F
from . import _guard  # noqa: F401
from ._types import CPU, Size, _new_tuple, check_device, dtype

__all__ = ["Tensor"]

# ---- getters ----------------------------------------------------------------------------------------------------------

_dtype_of = quick_fn("ew_tensor_dtype", I32, Tensor)
_dim = quick_fn("ew_tensor_dim", I64, Tensor)
_numel = quick_fn("ew_tensor_numel", I64, Tensor)
_shape_of = quick_fn("ew_tensor_shape", I64, Tensor, PTR, SIZE)
_strides_of = quick_fn("ew_tensor_strides", I64, Tensor, PTR, SIZE)
_offset_of = quick_fn("ew_tensor_storage_offset", I64, Tensor)
_data_of = quick_fn("ew_tensor_data", PTR, Tensor)
_is_contiguous = quick_fn("ew_tensor_is_contiguous", BOOL, Tensor)
_version_of = quick_fn("ew_tensor_version", I64, Tensor)
_requires_grad = quick_fn("ew_tensor_requires_grad", BOOL, Tensor)
_set_requires_grad = quick_fn("ew_tensor_set_requires_grad", I32, Tensor, BOOL)
_is_leaf = quick_fn("ew_tensor_is_leaf", BOOL, Tensor)
_grad_of = quick_fn("ew_tensor_grad", Tensor, Tensor)
_set_grad = quick_fn("ew_tensor_set_grad", I32, Tensor, Tensor)
_item = quick_fn("ew_tensor_item", I32, Tensor, PTR)
_retain = quick_fn("ew_tensor_retain", Tensor, Tensor)
_set_data = quick_fn("ew_tensor_set_data", I32, Tensor, Tensor)
_get_data = quick_fn("ew_tensor_get_data", Tensor, Tensor)
_storage_data = quick_fn("ew_tensor_storage_data", PTR, Tensor)
_on_storage = export("ew_tensor_on_storage", Tensor, BYTES, BYTES, SIZE, I64, I32)
_storage_size = quick_fn("ew_tensor_storage_size", SIZE, Tensor)
_to_string = export("ew_tensor_to_string", Tensor, restype=PTR)
_format = export("ew_tensor_format", Tensor, BYTES, BYTES, restype=PTR)
_string_free = quick_fn("ew_string_free", None, PTR)
_output_number = quick_fn("ew_tensor_output_number", I64, Tensor)
_is_inference = quick_fn("ew_tensor_is_inference", BOOL, Tensor)
_retain_grad = quick_fn("ew_tensor_retain_grad", I32, Tensor)
_retains_grad = quick_fn("ew_tensor_retains_grad", BOOL, Tensor)
_backward = export("ew_tensor_backward", Tensor, Tensor, BOOL, BOOL, restype=I32)
_from_data = export("ew_tensor_from_data", BYTES, BYTES, SIZE, I32)


def _read(f, t):
    buffer = (I64 * 8)()
    n = f(t, buffer, 8)
    if n > 8:
        buffer = (I64 * n)()
        f(t, buffer, n)
    elif n < 0:
        raise_last()
    return buffer[:n]


class _CachedShape:
    """`shape` is read once and then found in the instance: in-place methods that change it forget it."""

    def __get__(self, t, owner):
        if t is None:
            return self
        s = t.__dict__["shape"] = _new_tuple(Size, _read(_shape_of, t))
        return s


class _CachedDType:
    def __get__(self, t, owner):
        if t is None:
            return self
        d = t.__dict__["dtype"] = dtype.by_code[_dtype_of(t)]
        return d


def _forget(t):
    t.__dict__.pop("shape", None)
    t.__dict__.pop("dtype", None)
    t.__dict__.pop("_item_kind", None)


class _Scalar(ctypes.Structure):
    _fields_ = [("kind", I32), ("reserved", I32), ("integer", I64), ("real", F64), ("imaginary", F64)]


def _text(pointer):
    if not pointer:
        return None
    try:
        return ctypes.string_at(pointer).decode()
    finally:
        _string_free(pointer)


def item(self):
    """The single element as a Python number."""
    s = _Scalar()
    if _item(self, byref(s)):
        raise_last()
    kind = s.kind
    if kind == 2:
        return s.real
    if kind == 1:
        return s.integer
    return bool(s.integer) if kind == 0 else complex(s.real, s.imaginary)


def _grad_fn(self):
    """The graph node that made this tensor; None for a leaf."""
    from .autograd import _node
    return _node.of(self)


def _get_grad(self):
    g = _grad_of(self)
    if g._handle_ is None:
        return None
    kept = self.__dict__.get("_grad")
    # The same gradient is the same Python object, as in PyTorch.
    if kept is not None and kept._handle_ == g._handle_:
        return kept
    self.__dict__["_grad"] = g
    return g


def _put_grad(self, value):
    if value is None:
        self.__dict__.pop("_grad", None)
        value = NULL
    elif not isinstance(value, Tensor):
        raise TypeError(f"assigned grad expected to be a Tensor or None but got grad of type {type(value).__name__}")
    else:
        self.__dict__["_grad"] = value
    if _set_grad(self, value):
        raise_last()


def _data(self):
    r = _get_data(self)
    if r._handle_ is None:
        raise_last()
    return r


def _put_data(self, value):
    check(_set_data(self, value))
    _forget(self)


def _put_requires_grad(self, value):
    check(_set_requires_grad(self, bool(value)))


def requires_grad_(self, requires_grad=True):
    check(_set_requires_grad(self, bool(requires_grad)))
    return self


def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
    """Accumulates the gradients of this tensor into the leaves of its graph."""
    if inputs is not None or (gradient is not None and not isinstance(gradient, Tensor)):
        from . import autograd
        return autograd.backward(self, gradient, retain_graph, create_graph, inputs=inputs)
    if retain_graph is None:
        retain_graph = create_graph
    if _backward(self, NULL if gradient is None else gradient, retain_graph, create_graph):
        raise_last()


def dim(self):
    return _dim(self)


def size(self, dim=None):
    return self.shape if dim is None else self.shape[dim]


def stride(self, dim=None):
    s = tuple(_read(_strides_of, self))
    return s if dim is None else s[dim]


def tolist(self):
    """Nested lists of Python numbers."""
    if self.dim() == 0:
        return self.item()
    a = self.detach()
    if a.dtype is _types.bfloat16:
        a = a.to(_types.float32)
    return a.numpy().tolist()


# ---- NumPy -------------------------------------------------------------------------------------------------------------

def numpy(self, *, force=False):
    """A NumPy array on the same memory."""
    if force:
        self = self.detach()
    if _requires_grad(self):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
    d = self.dtype
    if d.numpy is None:
        raise TypeError(f"Got unsupported ScalarType {'BFloat16' if d is _types.bfloat16 else d.name}")
    return np.asarray(_ArrayView(self, d))


class _ArrayView:
    """Lends a tensor's memory to NumPy; the array keeps this object, and so the tensor, alive."""
    __slots__ = ("tensor", "__array_interface__")

    def __init__(self, tensor, d):
        self.tensor = tensor
        size = d.itemsize
        self.__array_interface__ = {
            "version": 3, "shape": tuple(tensor.shape), "typestr": d.numpy.str, "data": (_data_of(tensor) or 0, False),
            "strides": tuple(s * size for s in tensor.stride())}


def __array__(self, dtype=None, copy=None):
    a = self.numpy()
    if dtype is not None and a.dtype != dtype:
        a = a.astype(dtype)
    return a.copy() if copy else a


_from_memory = export("ew_tensor_from_memory", PTR, SIZE, BYTES, BYTES, SIZE, I64, I32, BOOL, PTR, PTR)
_lent = {}


@ctypes.CFUNCTYPE(None, PTR)
def _give_back(payload, _lent=_lent):
    _lent.pop(payload, None)


def from_numpy(array):
    """A tensor on the memory of a NumPy array."""
    if not isinstance(array, np.ndarray):
        raise TypeError(f"expected np.ndarray (got {type(array).__name__})")
    d = dtype.by_numpy.get(array.dtype)
    if d is None:
        native = array.dtype.newbyteorder("=")
        if native != array.dtype and native in dtype.by_numpy:
            raise ValueError("given numpy array has byte order different from the native byte order. "
                             "Conversion between byte orders is currently not supported.")
        raise TypeError(f"can't convert np.ndarray of type numpy.{array.dtype.type.__name__}. The only supported types are: float64, float32, "
                        "float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
    if any(s < 0 for s in array.strides):
        raise ValueError("At least one stride in the given numpy array is negative, and tensors with negative strides are "
                         "not currently supported. (You can probably work around this by making a copy of your array  "
                         "with array.copy().) ")
    if any(s % d.itemsize for s in array.strides):
        raise ValueError("given numpy array strides not a multiple of the element byte size. "
                         "Copy the numpy array to reallocate the memory.")
    if array.size == 0:
        return _from_data_checked(None, array.shape, d)
    if not array.flags.writeable:
        import warnings
        warnings.warn("The given NumPy array is not writable, and PyTorch does not support non-writable tensors. This means "
                      "writing to this tensor will result in undefined behavior. You may want to copy the array to protect its "
                      "data or make it writable before converting it to a tensor.", stacklevel=2)
    return _lend(array, d)


def _lend(array, d, read_only=False):
    """A tensor on an array's memory; writing to what is `read_only` is an error."""
    extent = d.itemsize + sum((n - 1) * s for n, s in zip(array.shape, array.strides))
    key = id(array)
    while key in _lent:
        key += 1
    _lent[key] = array
    t = _from_memory(array.ctypes.data, extent, integers(array.shape),
                     integers([s // d.itemsize for s in array.strides]), array.ndim, 0, d.code, read_only, key,
                     ctypes.cast(_give_back, PTR))
    if t._handle_ is None:
        _lent.pop(key, None)
        raise_last()
    return t


def _from_data_checked(data, shape, d):
    packed = integers(shape)
    t = _from_data(data, packed, len(packed) >> 3, d.code)
    if t._handle_ is None:
        raise_last()
    return t


# ---- conversion --------------------------------------------------------------------------------------------------------

_ORDERS = {
    _types.channels_last: (4, (0, 2, 3, 1), (0, 3, 1, 2)),
    _types.channels_last_3d: (5, (0, 2, 3, 4, 1), (0, 4, 1, 2, 3)),
}


def _ordered(self, memory_format, copy=False):
    """The elements in the order of a memory format: the tensor itself, or a copy."""
    if memory_format is None or memory_format is _types.preserve_format:
        return F.clone(self) if copy else self
    if memory_format is _types.contiguous_format:
        return F.contiguous(self) if not copy or not _is_contiguous(self) else F.clone(self)
    if memory_format not in _ORDERS:
        raise TypeError(f"memory_format must be torch.memory_format, not {type(memory_format).__name__}")
    rank, there, back = _ORDERS[memory_format]
    if _dim(self) != rank:
        raise RuntimeError(f"required rank {rank} tensor to use {memory_format.name} format")
    moved = F.permute(self, there)
    if not _is_contiguous(moved):
        return F.permute(F.contiguous(moved), back)
    return F.permute(F.clone(moved), back) if copy else self


def to(self, *args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None, tensor=None):
    """The tensor with another dtype or device; itself when nothing changes."""
    if tensor is not None:
        args = (tensor, *args)
    for a in args:
        if isinstance(a, _types.dtype):
            dtype = a
        elif isinstance(a, Tensor):
            dtype, device = a.dtype, None
        elif isinstance(a, (str, _types.device)) or (a.__class__ is int):
            device = a
        elif isinstance(a, bool):
            non_blocking, copy = copy, a
        elif a is not None:
            raise TypeError(f"to() received an invalid combination of arguments - got ({type(a).__name__})")
    if device is not None:
        check_device(device)
    if dtype is None or dtype is self.dtype:
        return _ordered(self, memory_format, copy) if copy or memory_format is not None else self
    r = F.to_dtype(self, dtype)
    return r if memory_format is None else _ordered(r, memory_format)


def _caster(d):
    def cast(self, memory_format=None):
        r = self if self.dtype is d else F.to_dtype(self, d)
        return r if memory_format is None else _ordered(r, memory_format)
    cast.__name__ = d.name
    cast.__doc__ = f"The tensor as {d!r}."
    return cast


def type_(self, dtype=None, non_blocking=False, *, memory_format=None):
    """The type's name, or the tensor cast to another type."""
    if dtype is None:
        return f"torch.{_TYPE_NAMES[self.dtype]}"
    if isinstance(dtype, str):
        name = dtype
        dtype = next((d for d, n in _TYPE_NAMES.items() if name == f"torch.{n}"), None)
        if dtype is None:
            raise ValueError(f"invalid type: '{name}'")
    dtype = getattr(dtype, "dtype", dtype)
    if not isinstance(dtype, _types.dtype):
        raise TypeError(f"type(): argument 'dtype' (position 1) must be dtype or str, not {type(dtype).__name__}")
    return self.to(dtype, memory_format=memory_format)


_TYPE_NAMES = {
    _types.float32: "FloatTensor", _types.float64: "DoubleTensor", _types.float16: "HalfTensor",
    _types.bfloat16: "BFloat16Tensor", _types.uint8: "ByteTensor", _types.int8: "CharTensor", _types.int16: "ShortTensor",
    _types.int32: "IntTensor", _types.int64: "LongTensor", _types.bool: "BoolTensor",
    _types.complex64: "ComplexFloatTensor", _types.complex128: "ComplexDoubleTensor",
}


def cpu(self, memory_format=None):
    return self


def cuda(self, device=None, non_blocking=False, memory_format=None):
    check_device("cuda")


def contiguous(self, memory_format=_types.contiguous_format):
    """The tensor with its elements in order, copied where they are not."""
    if memory_format is not _types.contiguous_format:
        return _ordered(self, memory_format)
    return F.contiguous(self)


def clone(self, *, memory_format=None):
    """A copy that gradients flow through."""
    return F.clone(self) if memory_format is None else _ordered(self, memory_format, True)


def is_contiguous(self, memory_format=_types.contiguous_format):
    """Whether the elements lie in memory in order."""
    if memory_format in _ORDERS:
        rank, there, _ = _ORDERS[memory_format]
        return _dim(self) == rank and _is_contiguous(F.permute(F.detach(self), there))
    return _is_contiguous(self)


def _as_subclass(self, cls):
    """A new leaf object of class `cls` on this tensor's elements, outside the graph."""
    alias = F.detach(self)
    t = cls._own(alias._handle_)
    alias._handle_ = None
    return t


def _make_subclass(cls, data, require_grad=False):
    t = data._as_subclass(cls)
    if require_grad:
        t.requires_grad_(True)
    return t


# ---- shapes given as several arguments ---------------------------------------------------------------------------------

def _star(function):
    named = function.__code__.co_varnames[1]

    def method(self, *sizes, **keywords):
        if named in keywords and not sizes:
            return function(self, keywords.pop(named), **keywords)
        if len(sizes) == 1 and sizes[0].__class__ is not int and not hasattr(sizes[0], "__index__"):
            sizes = sizes[0]
        return function(self, sizes, **keywords)
    method.__name__, method.__doc__ = function.__name__, function.__doc__
    return method


def _view_as(self, d):
    """The same bytes read as another dtype; no gradient."""
    if d.itemsize != self.dtype.itemsize and (_dim(self) == 0 or not _is_contiguous(self)):
        raise RuntimeError("self.stride(-1) must be 1 to view a tensor as another dtype with a different element size")
    if not _is_contiguous(self):
        raise NotImplementedError("view(dtype): a tensor that is not contiguous")
    shape = list(self.shape)
    if shape:
        last = shape[-1] * self.dtype.itemsize
        if last % d.itemsize:
            raise RuntimeError(f"self.size(-1) must be divisible by {d.itemsize // self.dtype.itemsize} to view "
                               f"{self.dtype!r} as {d!r}")
        shape[-1] = last // d.itemsize
    offset = _offset_of(self) * self.dtype.itemsize
    if offset % d.itemsize:
        raise RuntimeError(f"self.storage_offset() must be divisible by {d.itemsize // self.dtype.itemsize} to view "
                           f"{self.dtype!r} as {d!r} (different element sizes), but got {_offset_of(self)}")
    packed = integers(shape)
    t = _on_storage(self, packed, None, len(shape), offset // d.itemsize, d.code)
    if t._handle_ is None:
        raise_last()
    return t


def view(self, *shape, dtype=None, size=None):
    """The same elements with another shape, without copying; or the same bytes read as another dtype."""
    if dtype is not None:
        return _view_as(self, dtype)
    if size is not None:
        return F.view(self, size)
    if len(shape) == 1 and shape[0].__class__ is not int:
        first = shape[0]
        if isinstance(first, _types.dtype):
            return _view_as(self, first)
        if not hasattr(first, "__index__") or isinstance(first, tuple):
            shape = first
    return F.view(self, shape)


def resize_(self, size, memory_format=None):
    """Changes the shape in place; new elements are arbitrary."""
    _forget(self)
    r = F.METHODS["resize_"](self, size)
    if memory_format not in (None, _types.contiguous_format, _types.preserve_format):
        # The elements of a resized tensor are unspecified: only their order in memory is asked for.
        check(_set_data(self, _ordered(F.detach(self), memory_format)))
    return r


def __len__(self):
    if _dim(self) == 0:
        raise TypeError("len() of a 0-d tensor")
    return self.shape[0]


def __iter__(self):
    if _dim(self) == 0:
        raise TypeError("iteration over a 0-d tensor")
    return iter(F.unbind(self, 0))


def __bool__(self):
    n = _numel(self)
    if n != 1:
        raise RuntimeError("Boolean value of Tensor with no values is ambiguous" if n == 0 else
                           "Boolean value of Tensor with more than one value is ambiguous")
    return bool(self.item())


def __float__(self):
    return float(self.item())


def __int__(self):
    return int(self.item())


def __complex__(self):
    return complex(self.item())


def __index__(self):
    if self.dtype.is_floating_point or self.dtype.is_complex or _numel(self) != 1:
        raise TypeError("only integer tensors of a single element can be converted to an index")
    return int(self.item())


def __contains__(self, element):
    return bool((self == element).any())


def __repr__(self, *, tensor_contents=None):
    """The tensor as PyTorch prints it; `tensor_contents` stands in the place of the numbers."""
    cls = type(self)
    if cls is Tensor and tensor_contents is None:
        text = _to_string(self)
        return _text(text) if text else raise_last()
    name, whole = "tensor", "{}"
    if cls is not Tensor:
        from .nn.parameter import Parameter
        if cls is not Parameter:
            name, whole = cls.__name__, "Parameter({})" if isinstance(self, Parameter) else "{}"
    text = _format(self, name.encode(), None if tensor_contents is None else str(tensor_contents).encode())
    return whole.format(_text(text)) if text else raise_last()


def __format__(self, spec):
    return self.item().__format__(spec) if type(self) is Tensor and _dim(self) == 0 else object.__format__(self, spec)


def __deepcopy__(self, memo):
    if id(self) in memo:
        return memo[id(self)]
    if not _is_leaf(self):
        raise RuntimeError(
            "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  "
            "If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, "
            "see https://github.com/pytorch/pytorch/pull/103001")
    copied = self.detach().clone()._as_subclass(type(self))
    if _requires_grad(self):
        copied.requires_grad_(True)
    memo[id(self)] = copied
    for key, value in self.__dict__.items():
        if key not in ("shape", "dtype", "_grad"):
            copied.__dict__[key] = __import__("copy").deepcopy(value, memo)
    if self.grad is not None:
        copied.grad = self.grad.__deepcopy__(memo)
    return copied


def _rebuild(raw, shape, code, requires_grad, cls, extra):
    t = _from_data_checked(raw, shape, dtype.by_code[code])
    if cls is not Tensor:
        t = t._as_subclass(cls)
    if requires_grad:
        t.requires_grad_(True)
    t.__dict__.update(extra)
    return t


def __reduce_ex__(self, protocol):
    a = F.contiguous(F.detach(self))
    raw = ctypes.string_at(_data_of(a), _numel(a) * self.dtype.itemsize) if _numel(a) else b""
    extra = {k: v for k, v in self.__dict__.items() if k not in ("shape", "dtype", "_grad")}
    return _rebuild, (raw, tuple(self.shape), self.dtype.code, _requires_grad(self), type(self), extra)


def __dlpack__(self, *, stream=None, max_version=None, dl_device=None, copy=None):
    """A DLPack capsule on the tensor's memory."""
    from .utils import dlpack
    return dlpack.export(self, stream, max_version, dl_device, copy)


def __dlpack_device__(self):
    return 1, 0


def share_memory_(self):
    """Moves the elements into memory that child processes share; views made before do not follow."""
    from .multiprocessing import reductions
    return reductions.share(self)


def is_shared(self):
    """Whether the elements are in memory that processes share."""
    import sys
    reductions = sys.modules.get("emberwing.multiprocessing.reductions")
    return reductions is not None and reductions.is_shared(self)


def data_ptr(self):
    return _data_of(self) or 0


def register_hook(self, hook):
    """Calls `hook(gradient)` whenever a gradient of this tensor is computed."""
    from .autograd import _hooks
    return _hooks.register(self, hook, False)


def register_post_accumulate_grad_hook(self, hook):
    from .autograd import _hooks
    return _hooks.register(self, hook, True)


def retain_grad(self):
    check(_retain_grad(self))


def detach_(self):
    if not _is_leaf(self):
        alias = F.detach(self)
        self._handle_, alias._handle_ = alias._handle_, self._handle_
    else:
        check(_set_requires_grad(self, False))
    return self


def _install():
    for name, function in F.METHODS.items():
        setattr(Tensor, name, function)
    for name in ("item", "requires_grad_", "backward", "dim", "size", "stride", "tolist", "numpy", "__array__", "to", "cpu",
                 "cuda", "contiguous", "clone", "is_contiguous", "_as_subclass", "view", "__len__", "__iter__", "__bool__",
                 "__float__", "__int__", "__complex__", "__index__", "__contains__", "__repr__", "__format__",
                 "__deepcopy__", "__dlpack__", "__dlpack_device__", "__reduce_ex__", "share_memory_", "is_shared", "data_ptr", "register_hook",
                 "register_post_accumulate_grad_hook", "retain_grad", "detach_"):
        setattr(Tensor, name, globals()[name])
    Tensor.type = type_
    Tensor.ndimension = dim
    Tensor._make_subclass = staticmethod(_make_subclass)
    Tensor.__hash__ = object.__hash__
    Tensor.__array_priority__ = 1000
    Tensor.shape = _CachedShape()
    Tensor.dtype = _CachedDType()
    Tensor.device = property(lambda self: CPU)
    Tensor.layout = property(lambda self: _types.strided)
    Tensor.requires_grad = property(_requires_grad, _put_requires_grad)
    Tensor.is_leaf = property(_is_leaf)
    Tensor.grad = property(_get_grad, _put_grad, lambda self: _put_grad(self, None))
    Tensor.grad_fn = property(_grad_fn)
    Tensor.data = property(_data, _put_data)
    Tensor.ndim = property(_dim)
    Tensor._version = property(_version_of)
    Tensor.output_nr = property(_output_number)
    Tensor.retains_grad = property(_retains_grad)
    Tensor.itemsize = property(lambda self: self.dtype.itemsize)
    Tensor.nbytes = property(lambda self: self.dtype.itemsize * _numel(self))
    Tensor.numel = lambda self: _numel(self)
    Tensor.nelement = Tensor.numel
    Tensor.element_size = lambda self: self.dtype.itemsize
    Tensor.storage_offset = lambda self: _offset_of(self)
    Tensor.is_floating_point = lambda self: self.dtype.is_floating_point
    Tensor.is_complex = lambda self: self.dtype.is_complex
    Tensor.is_signed = lambda self: self.dtype.is_signed
    Tensor.is_inference = lambda self: _is_inference(self)
    Tensor.get_device = lambda self: -1
    Tensor.is_pinned = lambda self, device=None: False
    Tensor.pin_memory = lambda self, device=None: self
    for name in ("is_cuda", "is_sparse", "is_quantized", "is_mps", "is_mkldnn", "is_meta", "is_xpu", "is_nested"):
        setattr(Tensor, name, property(lambda self: False))
    Tensor.is_cpu = property(lambda self: True)
    for method, d in (("float", "float32"), ("double", "float64"), ("half", "float16"), ("bfloat16", "bfloat16"),
                      ("int", "int32"), ("long", "int64"), ("short", "int16"), ("char", "int8"), ("byte", "uint8"),
                      ("bool", "bool"), ("cfloat", "complex64"), ("cdouble", "complex128")):
        setattr(Tensor, method, _caster(getattr(_types, d)))
    for name in ("reshape", "permute", "expand", "repeat", "tile", "flip", "squeeze", "broadcast_to", "resize_"):
        if name in F.METHODS and name != "squeeze":
            setattr(Tensor, name, _star(F.METHODS[name]))
    # Methods that change the geometry in place must forget what was cached.
    Tensor.resize_ = _star(resize_)


_install()
