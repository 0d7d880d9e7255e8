"""Tensors on the memory of objects that lend it."""
import ctypes

import numpy as np

from . import _tensor as T
from ._base import PTR, integers, raise_last
from ._types import dtype as _dtype


def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """A 1-d tensor on the memory of an object with the buffer protocol, from byte `offset` on, `count` elements or all."""
    if not isinstance(dtype, _dtype):
        raise TypeError(f"frombuffer(): argument 'dtype' must be torch.dtype, not {type(dtype).__name__}")
    view = memoryview(buffer)
    if not view.c_contiguous:
        raise BufferError("frombuffer(): the buffer is not contiguous")
    size = dtype.itemsize
    if view.nbytes == 0 or count == 0:
        raise ValueError(f"both buffer length ({view.nbytes}) and count ({count}) must not be 0")
    if not 0 <= offset < view.nbytes:
        raise ValueError(f"offset ({offset} bytes) must be non-negative and no greater than buffer length ({view.nbytes} bytes) "
                         "minus 1")
    if count < 0:
        if (view.nbytes - offset) % size:
            raise ValueError(f"buffer length ({view.nbytes - offset} bytes) after offset ({offset} bytes) must be a multiple of "
                             f"element size ({size})")
        count = (view.nbytes - offset) // size
    if offset + count * size > view.nbytes:
        raise ValueError(f"requested buffer length ({count} * {size} bytes) after offset ({offset} bytes) must not be greater "
                         f"than actual buffer length ({view.nbytes} bytes)")
    if view.readonly:
        import warnings
        warnings.warn("The given buffer is not writable, and PyTorch does not support non-writable tensors. This means you can "
                      "write to the underlying (supposedly non-writable) buffer using the tensor. You may want to copy the "
                      "buffer to protect its data or make it writable before converting it to a tensor.", stacklevel=2)
    held = np.frombuffer(view, np.uint8)
    address = held.__array_interface__["data"][0] + offset
    if address % size:
        raise NotImplementedError(f"frombuffer: offset: {offset} puts elements of {size} bytes across their alignment")
    key = id(held)
    while key in T._lent:
        key += 1
    T._lent[key] = held
    t = T._from_memory(address, count * size, integers((count,)), None, 1, 0, dtype.code, False, key,
                       ctypes.cast(T._give_back, PTR))
    if t._handle_ is None:
        T._lent.pop(key, None)
        raise_last()
    return t.requires_grad_() if requires_grad else t
