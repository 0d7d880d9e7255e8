"""Tensors in memory that processes share, and how their pickles find it."""
import ctypes
import mmap
import os
import weakref

from .. import _tensor as T
from .._base import PTR, Tensor, check, integers, raise_last

#: The shared segments in use, by address.
_segments = weakref.WeakValueDictionary()


class _Segment:
    """Memory behind a file descriptor without a name: it lasts as long as some process has it open."""

    def __init__(self, fd, size):
        self.fd, self.size = fd, size
        self.map = mmap.mmap(fd, size)
        self.address = ctypes.addressof(ctypes.c_char.from_buffer(self.map))
        _segments[self.address] = self

    def __del__(self):
        # The mapping goes when nothing views it any more.
        os.close(self.fd)


def _view(segment, shape, stride, offset, code):
    key = id(segment)
    while key in T._lent:
        key += 1
    T._lent[key] = segment
    t = T._from_memory(segment.address, segment.size, integers(shape), integers(stride), len(shape), offset, code, False, key,
                       ctypes.cast(T._give_back, PTR))
    if t._handle_ is None:
        T._lent.pop(key, None)
        raise_last()
    return t


def is_shared(t):
    """Whether a tensor's storage is in shared memory."""
    return (T._storage_data(t) or 0) in _segments


def share(t):
    """Moves a tensor's storage into shared memory. Views that were made of it before stay with the old storage."""
    size = T._storage_size(t)
    if not size or is_shared(t):
        return t
    fd = os.memfd_create("emberwing", os.MFD_CLOEXEC)
    try:
        os.ftruncate(fd, size)
        segment = _Segment(fd, size)
    except OSError:
        os.close(fd)
        raise
    ctypes.memmove(segment.address, T._storage_data(t), size)
    check(T._set_data(t, _view(segment, tuple(t.shape), t.stride(), t.storage_offset(), t.dtype.code)))
    return t


def _rebuild(fd, size, shape, stride, offset, code, requires_grad, cls, extra):
    segment = _Segment(fd.detach(), size)
    t = _view(segment, shape, stride, offset, code)
    if cls is not Tensor:
        t = t._as_subclass(cls)
    if requires_grad:
        t.requires_grad_(True)
    t.__dict__.update(extra)
    return t


def reduce_tensor(t):
    """How a tensor is sent to another process: its shared storage, or its bytes when it has none."""
    if t.requires_grad and not t.is_leaf:
        raise RuntimeError("Cowardly refusing to serialize non-leaf tensor which requires_grad, since autograd does not support "
                           "crossing process boundaries.  If you just want to transfer the data, call detach() on the tensor "
                           "before serializing (e.g., putting it on the queue).")
    if not T._storage_size(t):
        return t.__reduce_ex__(2)
    from multiprocessing.reduction import DupFd
    segment = _segments[T._storage_data(share(t))]
    extra = {k: v for k, v in t.__dict__.items() if k not in ("shape", "dtype", "_grad")}
    return _rebuild, (DupFd(segment.fd), segment.size, tuple(t.shape), t.stride(), t.storage_offset(), t.dtype.code,
                      t.requires_grad, type(t), extra)


def register(pickler):
    from ..nn.parameter import Parameter
    for cls in (Tensor, Parameter):
        pickler.register(cls, reduce_tensor)


