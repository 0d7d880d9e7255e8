"""dtypes, devices, sizes and the other small value types of PyTorch's surface."""
import builtins

import numpy as np

from ._base import quick_fn, I32


class dtype:
    """The type of a tensor's elements."""
    __slots__ = ("name", "code", "itemsize", "is_floating_point", "is_complex", "is_signed", "numpy")
    by_code = {}
    by_numpy = {}

    def __init__(self, name, code, itemsize, kind, numpy_name):
        self.name, self.code, self.itemsize = name, code, itemsize
        self.is_floating_point, self.is_complex = kind == "f", kind == "c"
        self.is_signed = kind in "fci"
        self.numpy = np.dtype(numpy_name) if numpy_name else None
        dtype.by_code[code] = self
        if self.numpy is not None:
            dtype.by_numpy[self.numpy] = self

    def __repr__(self):
        return f"torch.{self.name}"

    def __reduce__(self):
        return _dtype_of_name, (self.name,)

    def to_complex(self):
        """The complex dtype whose parts have this dtype."""
        if self.is_complex:
            return self
        if self is float16 or self is bfloat16:
            raise NotImplementedError(f"to_complex(): complex numbers with {self!r} parts")
        if not self.is_floating_point:
            raise RuntimeError(f"Unknown Complex ScalarType for {_SCALAR_NAMES[self.name]}")
        return complex128 if self is float64 else complex64

    def to_real(self):
        """The dtype of the parts of a complex dtype."""
        return {complex64: float32, complex128: float64}.get(self, self)


_SCALAR_NAMES = {"uint8": "Byte", "int8": "Char", "int16": "Short", "int32": "Int", "int64": "Long", "bool": "Bool",
                 "uint16": "UInt16", "uint32": "UInt32", "uint64": "UInt64"}


def _dtype_of_name(name):
    return globals()[name]


uint8 = dtype("uint8", 0, 1, "u", "uint8")
int8 = dtype("int8", 1, 1, "i", "int8")
int16 = short = dtype("int16", 2, 2, "i", "int16")
int32 = int = dtype("int32", 3, 4, "i", "int32")
int64 = long = dtype("int64", 4, 8, "i", "int64")
float16 = half = dtype("float16", 5, 2, "f", "float16")
float32 = float = dtype("float32", 6, 4, "f", "float32")
float64 = double = dtype("float64", 7, 8, "f", "float64")
complex32 = chalf = dtype("complex32", 8, 4, "c", None)
complex64 = cfloat = dtype("complex64", 9, 8, "c", "complex64")
complex128 = cdouble = dtype("complex128", 10, 16, "c", "complex128")
bool = dtype("bool", 11, 1, "b", "bool")
bfloat16 = dtype("bfloat16", 15, 2, "f", None)
uint16 = dtype("uint16", 27, 2, "u", "uint16")
uint32 = dtype("uint32", 28, 4, "u", "uint32")
uint64 = dtype("uint64", 29, 8, "u", "uint64")

_get_default = quick_fn("ew_get_default_dtype", I32)
_set_default = quick_fn("ew_set_default_dtype", I32, I32)


def get_default_dtype():
    """The dtype that float literals become."""
    return dtype.by_code[_get_default()]


def set_default_dtype(d):
    if not isinstance(d, dtype):
        raise TypeError(f"invalid dtype object: only floating-point types are supported as the default type, not {d!r}")
    from ._base import check
    check(_set_default(d.code))


_new_tuple = tuple.__new__


def _dimension(position, value):
    if value.__class__ is not builtins.int:
        try:
            value = value.__index__()
        except (AttributeError, TypeError):
            raise TypeError(f"torch.Size() takes an iterable of 'int' (item {position} is "
                            f"'{value.__class__.__name__}')") from None
    if not -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise ValueError("Overflow when unpacking long long")
    return builtins.int(value)


class Size(tuple):
    """The shape of a tensor."""
    __slots__ = ()

    def __new__(cls, sizes=(), /):
        return _new_tuple(cls, [_dimension(i, n) for i, n in enumerate(sizes)])

    def numel(self):
        """The product of the sizes."""
        n = 1
        for s in self:
            n *= s
        return n

    def __repr__(self):
        return f"torch.Size({list(self)})"

    __str__ = __repr__

    def __add__(self, other):
        if not isinstance(other, tuple):
            raise TypeError(f"can only concatenate tuple (not {type(other).__name__}) to torch.Size")
        return _new_tuple(Size, tuple.__add__(self, other))

    def __radd__(self, other):
        return _new_tuple(Size, other + tuple(self)) if isinstance(other, tuple) else NotImplemented

    def __mul__(self, n):
        if not hasattr(n, "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        return _new_tuple(Size, tuple.__mul__(self, n))

    __rmul__ = __mul__

    def __getitem__(self, i):
        r = tuple.__getitem__(self, i)
        return _new_tuple(Size, r) if isinstance(i, slice) else r

    def __reduce__(self):
        return Size, (tuple(self),)


class device:
    """Where a tensor lives. Only the CPU exists in this build."""
    __slots__ = ("type", "index")
    _kinds = ("cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy",
              "vulkan", "mps", "meta", "hpu", "mtia", "privateuseone")

    def __init__(self, type=None, index=None, **named):
        if type is None and list(named) == ["device"]:
            type = named["device"]
        elif named:
            raise TypeError(f"device() got an unexpected keyword argument '{next(iter(named))}'")
        if type is None:
            raise TypeError("device() received an invalid combination of arguments - got (), but expected one of:\n"
                            " * (torch.device device)\n * (str type, int index = -1)\n")
        if isinstance(type, device):
            type, index = type.type, type.index
        elif not isinstance(type, str):
            try:
                type, index = "cuda", type.__index__()
            except AttributeError:
                raise TypeError(f"device(): argument 'type' must be str, not {type.__class__.__name__}") from None
        if ":" in type:
            if index is not None:
                raise RuntimeError(f"type (string) must not include an index because index was passed explicitly: {type}")
            type, _, text = type.partition(":")
            if not text.isdigit():
                raise RuntimeError(f"Invalid device string: '{type}:{text}'")
            index = builtins.int(text)
        if type not in device._kinds:
            raise RuntimeError(
                f"Expected one of {', '.join(device._kinds)} device type at start of device string: {type}")
        self.type, self.index = type, index

    def __repr__(self):
        return f"device(type='{self.type}'" + (")" if self.index is None else f", index={self.index})")

    def __str__(self):
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __eq__(self, other):
        return isinstance(other, device) and self.type == other.type and self.index == other.index

    def __hash__(self):
        return hash((self.type, self.index))

    def __reduce__(self):
        return device, (self.type, self.index)

    def __enter__(self):
        check_device(self)
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return False

    def __call__(self, function):
        """Decorates a function that makes its tensors on this device."""
        check_device(self)
        return function


CPU = device("cpu")


def check_device(d):
    """Accepts the CPU, refuses what is not there as PyTorch without that device does."""
    if d is None:
        return CPU
    if not isinstance(d, device):
        d = device(d)
    if d.type == "cpu":
        return d
    if d.type == "cuda":
        raise AssertionError("Torch not compiled with CUDA enabled")
    raise NotImplementedError(f"device='{d}': only the CPU is available in this build")


class layout:
    """How elements are laid out; tensors here are strided, and the other names are refused where one is asked for."""
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"torch.{self.name}"


strided = layout("strided")
sparse_coo, sparse_csr, sparse_csc = layout("sparse_coo"), layout("sparse_csr"), layout("sparse_csc")
sparse_bsr, sparse_bsc = layout("sparse_bsr"), layout("sparse_bsc")
jagged = layout("jagged")


class memory_format:
    """Order of a tensor's dimensions in memory."""
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"torch.{self.name}"

    def __reduce__(self):
        return _format_of_name, (self.name,)


def _format_of_name(name):
    return globals()[name]


preserve_format = memory_format("preserve_format")
contiguous_format = memory_format("contiguous_format")
channels_last = memory_format("channels_last")
channels_last_3d = memory_format("channels_last_3d")


def _require_dtype(name, type):
    if not isinstance(type, dtype):
        raise TypeError(f"{name}(): argument 'type' (position 1) must be torch.dtype, not {type.__class__.__name__}")


class finfo:
    """Limits of a floating-point dtype, or of the parts of a complex one."""
    __slots__ = ("dtype", "bits", "eps", "max", "min", "tiny", "smallest_normal", "resolution")

    def __init__(self, type=None):
        type = get_default_dtype() if type is None else type
        _require_dtype("finfo", type)
        if not (type.is_floating_point or type.is_complex):
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        real = type.to_real()
        self.dtype = real.name
        self.bits = real.itemsize * 8
        if real is bfloat16:
            self.eps, self.max, self.tiny, self.resolution = 0.0078125, 3.3895313892515355e38, 1.1754943508222875e-38, 0.01
        else:
            f = np.finfo(real.numpy)
            self.eps, self.max, self.tiny, self.resolution = (
                f.eps.item(), f.max.item(), f.tiny.item(), 10.0 ** -f.precision)
        self.min, self.smallest_normal = -self.max, self.tiny

    def __eq__(self, other):
        return self.dtype == other.dtype if isinstance(other, finfo) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})")


class iinfo:
    """Limits of an integer dtype."""
    __slots__ = ("dtype", "bits", "max", "min")

    def __init__(self, type):
        _require_dtype("iinfo", type)
        if type is bool:
            raise TypeError("torch.bool is not supported by torch.iinfo")
        if type.is_floating_point or type.is_complex:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        i = np.iinfo(type.numpy)
        self.bits, self.max, self.min, self.dtype = type.itemsize * 8, i.max.__index__(), i.min.__index__(), type.name

    def __eq__(self, other):
        return self.dtype == other.dtype if isinstance(other, iinfo) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})"
