"""Messages between a loader and its workers over one socket: pickles, with tensors beside them as raw bytes.

Large tensors travel in memory files, of which only the descriptor passes through the socket and which the receiver
maps; small ones, and all where there are no memory files, pass through the socket itself.
"""

import io
import mmap
import os
import pickle
import select
import socket
import struct
import weakref

import numpy as np

import emberwing as ew
from ...._tensor import Tensor

_MAPPED_BYTES = 1 << 17
_MOST_MAPPINGS = 256
_HEADER = struct.Struct("<QI")
_LENGTH = struct.Struct("<QB")
_mappings = weakref.WeakSet()


class Closed(Exception):
    """The other end is gone."""


def _rebuild_tensor(buffer, dtype, shape, requires_grad):
    kind = getattr(ew, dtype)
    raw = np.frombuffer(buffer, dtype=np.uint8)
    if raw.size == 0:
        tensor = ew.empty(shape, dtype=kind)
    else:
        if not raw.flags.writeable:
            raw = raw.copy()
        tensor = ew.from_numpy(raw).view(kind).reshape(shape)
    return tensor.requires_grad_(True) if requires_grad else tensor


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj):
        if type(obj) is not Tensor or obj.device.type != "cpu" or obj.is_sparse:
            return NotImplemented
        data = obj.detach().contiguous()
        shape = tuple(data.shape)
        raw = data.reshape(-1).view(ew.uint8).numpy() if data.numel() else np.empty(0, np.uint8)
        return _rebuild_tensor, (pickle.PickleBuffer(raw), str(obj.dtype).rpartition(".")[2], shape,
                                 obj.requires_grad)


def pack(message):
    """The pickle of a message and the raw buffers beside it."""
    out, buffers = io.BytesIO(), []
    _Pickler(out, protocol=5, buffer_callback=buffers.append).dump(message)
    return out.getbuffer(), [buffer.raw() for buffer in buffers]


def _memory_file(raw):
    """A memory file with the bytes of `raw`, or None where there is none to be had."""
    if raw.nbytes < _MAPPED_BYTES or not hasattr(os, "memfd_create"):
        return None
    try:
        fd = os.memfd_create("emberwing-batch")
    except OSError:
        return None
    try:
        os.ftruncate(fd, raw.nbytes)
        with mmap.mmap(fd, raw.nbytes) as target:
            target[:] = raw
    except (OSError, ValueError):
        os.close(fd)
        return None
    return fd


def send(sock, packed):
    """Sends what `pack` gave; blocks until the other end has room."""
    pickled, raws = packed
    try:
        sock.sendall(_HEADER.pack(pickled.nbytes, len(raws)))
        sock.sendall(pickled)
        for raw in raws:
            fd = _memory_file(raw)
            if fd is None:
                sock.sendall(_LENGTH.pack(raw.nbytes, 0))
                sock.sendall(raw)
                continue
            try:
                sock.sendall(_LENGTH.pack(raw.nbytes, 1))
                socket.send_fds(sock, [b"\0"], [fd])
            finally:
                os.close(fd)
    except (BrokenPipeError, ConnectionResetError) as error:
        raise Closed from error


def _read_into(sock, view):
    while view.nbytes:
        try:
            got = sock.recv_into(view)
        except ConnectionResetError as error:
            raise Closed from error
        if got == 0:
            raise Closed
        view = view[got:]


def _read(sock, count):
    data = bytearray(count)
    _read_into(sock, memoryview(data))
    return data


def _receive_mapped(sock, count):
    _, fds, _, _ = socket.recv_fds(sock, 1, 1)
    if not fds:
        raise RuntimeError("DataLoader: a batch's memory could not be received (too many open files); "
                           "raise the limit with `ulimit -n` or keep fewer batches alive")
    try:
        if len(_mappings) < _MOST_MAPPINGS:
            mapped = mmap.mmap(fds[0], count)
            _mappings.add(mapped)
            return mapped
        # A mapping keeps its descriptor, so many live batches are better copied.
        with mmap.mmap(fds[0], count) as mapped:
            return bytearray(mapped)
    finally:
        os.close(fds[0])


def receive(sock):
    """Receives one message; blocks until all of it is there."""
    size, count = _HEADER.unpack(_read(sock, _HEADER.size))
    pickled = _read(sock, size)
    buffers = []
    for _ in range(count):
        length, mapped = _LENGTH.unpack(_read(sock, _LENGTH.size))
        buffers.append(_receive_mapped(sock, length) if mapped else _read(sock, length))
    return pickle.loads(pickled, buffers=buffers)


def readable(sockets, timeout):
    """Those of the sockets that have something to read (or were closed) within `timeout` seconds."""
    poll = select.poll()
    by_number = {}
    for sock in sockets:
        by_number[sock.fileno()] = sock
        poll.register(sock, select.POLLIN | select.POLLHUP | select.POLLERR)
    return [by_number[number] for number, _ in poll.poll(None if timeout is None else max(0, timeout) * 1000)]
