"""Sharing memory with other libraries through DLPack capsules."""
import ctypes
import enum

from .. import _types
from .._base import I32, I64, PTR, Tensor, integers, raise_last
from .._generated import functions as F
from .._tensor import _data_of, _from_data_checked, _from_memory, _give_back, _lent

__all__ = ["DLDeviceType", "from_dlpack", "to_dlpack"]


class DLDeviceType(enum.IntEnum):
    """Kinds of devices, as DLPack numbers them."""
    kDLCPU = 1
    kDLCUDA = 2
    kDLCUDAHost = 3


class _DLTensor(ctypes.Structure):
    _fields_ = [("data", PTR), ("device_type", I32), ("device_id", I32), ("ndim", I32), ("code", ctypes.c_uint8),
                ("bits", ctypes.c_uint8), ("lanes", ctypes.c_uint16), ("shape", ctypes.POINTER(I64)),
                ("strides", ctypes.POINTER(I64)), ("byte_offset", ctypes.c_uint64)]


class _Managed(ctypes.Structure):
    _fields_ = [("tensor", _DLTensor), ("context", PTR), ("deleter", PTR)]


class _Versioned(ctypes.Structure):
    _fields_ = [("major", ctypes.c_uint32), ("minor", ctypes.c_uint32), ("context", PTR), ("deleter", PTR),
                ("flags", ctypes.c_uint64), ("tensor", _DLTensor)]


_CODES = {"i": 0, "u": 1, "f": 2, "c": 5, "b": 6}
_NAME, _USED = b"dltensor", b"used_dltensor"
_NAME_1, _USED_1 = b"dltensor_versioned", b"used_dltensor_versioned"
_Deleter = ctypes.CFUNCTYPE(None, PTR)
_api = ctypes.pythonapi


def _python(name, result, *types):
    f = _api[name]
    f.restype, f.argtypes = result, types
    return f


_capsule_new = _python("PyCapsule_New", ctypes.py_object, PTR, ctypes.c_char_p, PTR)
_capsule_is = _python("PyCapsule_IsValid", ctypes.c_int, ctypes.py_object, ctypes.c_char_p)
_capsule_pointer = _python("PyCapsule_GetPointer", PTR, ctypes.py_object, ctypes.c_char_p)
_capsule_rename = _python("PyCapsule_SetName", ctypes.c_int, ctypes.py_object, ctypes.c_char_p)
# The destructor sees a dying object, which must not be referenced again: these take its address.
_dying_is = _python("PyCapsule_IsValid", ctypes.c_int, PTR, ctypes.c_char_p)
_dying_pointer = _python("PyCapsule_GetPointer", PTR, PTR, ctypes.c_char_p)

#: What consumers of our capsules still use, by the address of the managed tensor.
_exported = {}


@_Deleter
def _release(address, _exported=_exported):
    _exported.pop(address, None)


@_Deleter
def _unused(capsule):
    # Nobody took the tensor out of the capsule.
    for name in (_NAME, _NAME_1):
        if _dying_is(capsule, name):
            _exported.pop(_dying_pointer(capsule, name), None)


def _kind(d):
    if d is _types.bool:
        return _CODES["b"], 8
    if d is _types.bfloat16:
        return 4, 16
    kind = "c" if d.is_complex else "f" if d.is_floating_point else "i" if d.is_signed else "u"
    return _CODES[kind], d.itemsize * 8


def to_dlpack(tensor):
    """A capsule that lends the tensor's memory; it may be taken once."""
    return _lend(tensor, False, False)


def _lend(tensor, versioned, copied):
    if not isinstance(tensor, Tensor):
        raise TypeError(f"expected a Tensor, not {type(tensor).__name__}")
    if tensor.requires_grad:
        raise BufferError("Can't export tensors that require gradient, use tensor.detach()")
    n = tensor.dim()
    shape, strides = (I64 * n)(*tensor.shape), (I64 * n)(*tensor.stride())
    managed = _Versioned(major=1, minor=0, flags=2 if copied else 0) if versioned else _Managed()
    t = managed.tensor
    t.data, t.device_type, t.device_id, t.ndim = _data_of(tensor), 1, 0, n
    t.code, t.bits = _kind(tensor.dtype)
    t.lanes, t.byte_offset = 1, 0
    t.shape, t.strides = ctypes.cast(shape, ctypes.POINTER(I64)), ctypes.cast(strides, ctypes.POINTER(I64))
    managed.deleter = ctypes.cast(_release, PTR)
    address = ctypes.addressof(managed)
    _exported[address] = (managed, shape, strides, F.detach(tensor))
    try:
        return _capsule_new(address, _NAME_1 if versioned else _NAME, ctypes.cast(_unused, PTR))
    except BaseException:
        _exported.pop(address, None)
        raise


class _Borrowed:
    """Another library's tensor; given back when ours on its memory is gone."""

    def __init__(self, address, deleter):
        self.address, self.deleter = address, deleter

    def __del__(self):
        if self.deleter:
            _Deleter(self.deleter)(self.address)


def from_dlpack(ext_tensor, *, device=None, copy=None):
    """A tensor on the memory of another library's array, or of a DLPack capsule."""
    if device is not None:
        _types.check_device(device)
    capsule = ext_tensor
    if hasattr(ext_tensor, "__dlpack__"):
        if hasattr(ext_tensor, "__dlpack_device__"):
            kind = ext_tensor.__dlpack_device__()[0]
            if kind not in (1, 3):
                raise BufferError(f"from_dlpack(): memory of device type {int(kind)}: only the CPU is available in this build")
        capsule = ext_tensor.__dlpack__()
    versioned = _capsule_is(capsule, _NAME_1)
    if not versioned and not _capsule_is(capsule, _NAME):
        raise RuntimeError("from_dlpack received an invalid capsule. Note that DLTensor capsules can be consumed only once, "
                           "so you might have already constructed a tensor from it once.")
    address = _capsule_pointer(capsule, _NAME_1 if versioned else _NAME)
    managed = (_Versioned if versioned else _Managed).from_address(address)
    if versioned and managed.major != 1:
        raise BufferError(f"from_dlpack(): DLPack version {managed.major}.{managed.minor}")
    t = managed.tensor
    if t.device_type not in (1, 3):
        raise BufferError(f"from_dlpack(): memory of device type {t.device_type}: only the CPU is available in this build")
    d = next((d for d in _types.dtype.by_code.values() if _kind(d) == (t.code, t.bits)), None)
    if d is None or t.lanes != 1:
        raise BufferError(f"from_dlpack(): unsupported element type: code {t.code}, {t.bits} bits, {t.lanes} lanes")
    shape = [t.shape[i] for i in range(t.ndim)]
    if t.strides:
        strides = [t.strides[i] for i in range(t.ndim)]
    else:
        strides, step = [0] * t.ndim, 1
        for i in reversed(range(t.ndim)):
            strides[i] = step
            step *= max(shape[i], 1)
    if any(s < 0 for s in strides):
        raise BufferError("from_dlpack(): negative strides are not supported")
    _capsule_rename(capsule, _USED_1 if versioned else _USED)
    owner = _Borrowed(address, managed.deleter)
    if 0 in shape:
        return _from_data_checked(None, shape, d)
    extent = d.itemsize * (1 + sum((n - 1) * s for n, s in zip(shape, strides)))
    key = id(owner)
    _lent[key] = owner
    made = _from_memory(t.data + t.byte_offset, extent, integers(shape), integers(strides), t.ndim, 0, d.code, False, key,
                        ctypes.cast(_give_back, PTR))
    if made._handle_ is None:
        _lent.pop(key, None)
        raise_last()
    return made.clone() if copy else made


def export(tensor, stream, max_version, dl_device, copy):
    """`Tensor.__dlpack__`."""
    if stream not in (None, -1):
        raise AssertionError("stream must be None on cpu.")
    if dl_device is not None and tuple(dl_device) != (1, 0):
        raise BufferError(f"__dlpack__(): dl_device={dl_device}: only the CPU is available in this build")
    return _lend(tensor.clone() if copy else tensor, max_version is not None and max_version[0] >= 1, bool(copy))
