"""Tensors on files and on the buffers of Python objects."""
import os

import numpy as np

from . import _types
from ._functions import _leaf, _options, empty
from ._tensor import _lend, from_numpy
from .storage import view_storage


def mapped(filename, shared, count, dtype):
    """A vector of the first elements of a file; with `shared`, what is written to it goes to the file."""
    path, wanted = os.fspath(filename), count * dtype.itemsize
    try:
        if shared and (not os.path.exists(path) or os.path.getsize(path) < wanted):
            with open(path, "ab") as f:
                f.truncate(wanted)
        elif os.path.getsize(path) < wanted:
            raise RuntimeError(f"file <{path}> size <{os.path.getsize(path)}> is smaller than the required mapping size "
                               f"<{wanted}>")
        if not wanted:
            return empty(0, dtype=dtype)
        # Without `shared`, what is written stays in this process.
        array = np.memmap(path, np.uint8, "r+" if shared else "c", shape=(wanted,))
    except OSError as error:
        mode = "read-write" if shared else "read-only"
        raise RuntimeError(f"unable to open file <{path}> in {mode} mode: {error.strerror} ({error.errno})") from None
    return view_storage(from_numpy(np.asarray(array)), (count,), dtype)


def from_file(filename, shared=None, size=0, *, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False):
    """A tensor of the first `size` elements of a file, mapped."""
    _options("from_file", dtype, device, layout, requires_grad, pin_memory)
    return _leaf(mapped(filename, shared, size, dtype or _types.get_default_dtype()), requires_grad)


def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """A vector on the memory of an object with a buffer, such as `bytearray` or `mmap`; one that is not writable cannot be written to."""
    try:
        array = np.frombuffer(buffer, np.uint8) if memoryview(buffer).nbytes else np.empty(0, np.uint8)
    except (TypeError, ValueError):
        raise ValueError("object does not implement Python buffer protocol.") from None
    n, width = array.size, dtype.itemsize
    if n == 0 or count == 0:
        raise ValueError(f"both buffer length ({n}) and count ({count}) must not be 0")
    if not 0 <= offset < n:
        raise ValueError(f"offset ({offset} bytes) must be non-negative and no greater than buffer length ({n} bytes) minus 1")
    if count < 0:
        if (n - offset) % width:
            raise ValueError(f"buffer length ({n - offset} bytes) after offset ({offset} bytes) must be a multiple of element "
                             f"size ({width})")
        count = (n - offset) // width
    if offset + count * width > n:
        raise ValueError(f"requested buffer length ({count} * {width} bytes) after offset ({offset} bytes) must not be greater "
                         f"than actual buffer length ({n} bytes)")
    owner = _lend(array[offset:], _types.uint8, not array.flags.writeable)
    return _leaf(view_storage(owner, (count,), dtype), requires_grad)
