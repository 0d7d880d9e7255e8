"""The safetensors format: named tensors in a file that is mapped, not read, when it is opened."""
import ctypes
import os

from . import _types
from ._base import BOOL, BYTES, PTR, SIZE, Tensor, check, export, fn_status, give_list

__all__ = ["load", "load_file", "safe_open", "save", "save_file"]

_save = fn_status("ew_safetensors_save", BYTES, PTR, PTR, SIZE, PTR, PTR, SIZE)
_save_to_buffer = fn_status("ew_safetensors_save_to_buffer", PTR, PTR, SIZE, PTR, PTR, SIZE, PTR, PTR)
_load = fn_status("ew_safetensors_load", BYTES, BOOL, PTR, SIZE, PTR, PTR, PTR, PTR, PTR, PTR)
_free_strings = export("ew_strings_free", PTR, SIZE, restype=None)
_free_buffer = export("ew_buffer_free", PTR, restype=None)

_NAMES = {
    "bool": "BOOL", "uint8": "U8", "int8": "I8", "int16": "I16", "uint16": "U16", "int32": "I32", "uint32": "U32",
    "int64": "I64", "uint64": "U64", "float16": "F16", "bfloat16": "BF16", "float32": "F32", "float64": "F64",
    "complex64": "C64"}


def _texts(values):
    values = [v.encode() for v in values]
    return (BYTES * len(values))(*values), len(values)


def _arguments(tensors, metadata):
    if not isinstance(tensors, dict):
        raise ValueError(f"Expected a dict of [str, torch.Tensor] but received {type(tensors)}")
    for name, t in tensors.items():
        if not isinstance(t, Tensor):
            raise ValueError(f"Key `{name}` is invalid, expected torch.Tensor but received {type(t)}")
    metadata = metadata or {}
    for k, v in metadata.items():
        if not (isinstance(k, str) and isinstance(v, str)):
            raise TypeError("metadata must be a dict of str to str")
    names, count = _texts(tensors)
    keys, pairs = _texts(metadata)
    return names, (Tensor * count)(*tensors.values()), count, keys, _texts(metadata.values())[0], pairs


def save_file(tensors, filename, metadata=None):
    """Writes a dict of tensors, each whole and contiguous, and a dict of text; the file is replaced whole or not at all."""
    check(_save(os.fsencode(filename), *_arguments(tensors, metadata)))


def save(tensors, metadata=None):
    """The bytes of such a file."""
    data, count = PTR(), SIZE()
    check(_save_to_buffer(*_arguments(tensors, metadata), ctypes.byref(data), ctypes.byref(count)))
    try:
        return ctypes.string_at(data, count.value)
    finally:
        _free_buffer(data)


def _strings(p, n):
    try:
        return [s.decode() for s in (BYTES * n).from_address(p.value)] if n else []
    finally:
        _free_strings(p, n)


def _read(path, data):
    names, tensors, keys, values = PTR(), PTR(), PTR(), PTR()
    count, pairs = SIZE(), SIZE()
    check(_load(path, True, data, len(data or b""), *map(ctypes.byref, (names, tensors, count, keys, values, pairs))))
    found = dict(zip(_strings(names, count.value), give_list(tensors, count)))
    return found, dict(zip(_strings(keys, pairs.value), _strings(values, pairs.value)))


def load_file(filename, device="cpu"):
    """The tensors of a file by name, as views of it; writing to them does not change the file."""
    _types.check_device(device)
    return _read(os.fsencode(filename), None)[0]


def load(data):
    """The tensors in the bytes of a file."""
    return _read(None, bytes(data))[0]


class safe_open:
    """A file whose tensors are taken one by one: `with safe_open(path, "pt") as f: f.get_tensor(f.keys()[0])`."""

    def __init__(self, filename, framework="pt", device="cpu", *, backend=None):
        if framework not in ("pt", "torch", "pytorch", "np", "numpy"):
            raise NotImplementedError(f"safe_open(): framework={framework!r}")
        if backend is not None:
            raise NotImplementedError("safe_open(): backend")
        _types.check_device(device)
        self._numpy = framework in ("np", "numpy")
        self._tensors, self._metadata = _read(os.fsencode(filename), None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self._tensors = {}

    def keys(self):
        return sorted(self._tensors)

    def offset_keys(self):
        """The names in the order of the file."""
        return sorted(self._tensors, key=lambda k: self._tensors[k].data_ptr())

    def metadata(self):
        return dict(self._metadata) if self._metadata else None

    def _find(self, name):
        try:
            return self._tensors[name]
        except KeyError:
            raise KeyError(f"File does not contain tensor {name}") from None

    def get_tensor(self, name):
        t = self._find(name)
        return t.numpy() if self._numpy else t

    def get_tensors(self):
        return {k: self.get_tensor(k) for k in self._tensors}

    def get_slice(self, name):
        return _Slice(self._find(name), self._numpy)


class _Slice:
    """A tensor of which indexing reads a part."""

    def __init__(self, tensor, numpy):
        self._tensor, self._numpy = tensor, numpy

    def get_shape(self):
        return list(self._tensor.shape)

    def get_dtype(self):
        return _NAMES[self._tensor.dtype.name]

    def __getitem__(self, index):
        part = self._tensor[index]
        return part.numpy() if self._numpy else part
