"""save and load in PyTorch's own zip format; loading executes nothing."""
import collections
import io
import os
import pickle
import tempfile
import zipfile

import numpy as np

from . import _types
from ._base import Tensor
from ._tensor import _from_data_checked, _data_of

_STORAGE = {
    "FloatStorage": _types.float32, "DoubleStorage": _types.float64, "HalfStorage": _types.float16,
    "BFloat16Storage": _types.bfloat16, "LongStorage": _types.int64, "IntStorage": _types.int32,
    "ShortStorage": _types.int16, "CharStorage": _types.int8, "ByteStorage": _types.uint8, "BoolStorage": _types.bool,
    "ComplexFloatStorage": _types.complex64, "ComplexDoubleStorage": _types.complex128,
}
_NAMES = {d: n for n, d in _STORAGE.items()}


class _Global:
    """Pickles as a name of PyTorch's."""

    def __init__(self, module, name):
        self.module, self.name = module, name

    def __reduce__(self):
        raise pickle.PicklingError("internal")


class _Key:
    def __init__(self, tensor):
        self.tensor = tensor


class _Pickler(pickle._Pickler):
    """Protocol 2 with tensors as PyTorch writes them."""

    def __init__(self, file):
        super().__init__(file, 2)
        self.storages = []
        self.keys = {}

    def save_torch_global(self, module, name):
        self.write(pickle.GLOBAL + f"{module}\n{name}\n".encode())

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        if isinstance(obj, Tensor):
            return self.save_tensor(obj)
        if isinstance(obj, _types.dtype):
            return self.save_torch_global("torch", obj.name)
        if isinstance(obj, _types.Size):
            self.save_torch_global("torch", "Size")
            super().save((tuple(obj),))
            return self.write(pickle.REDUCE)
        if isinstance(obj, _types.device):
            self.save_torch_global("torch", "device")
            super().save((str(obj),))
            return self.write(pickle.REDUCE)
        return super().save(obj, save_persistent_id)

    def save_tensor(self, t):
        from .nn.parameter import Parameter
        seen = self.memo.get(id(t))
        if seen is not None:
            return self.write(self.get(seen[0]))
        parameter = isinstance(t, Parameter)
        if parameter:
            self.save_torch_global("torch._utils", "_rebuild_parameter")
            self.write(pickle.MARK)
        self.save_torch_global("torch._utils", "_rebuild_tensor_v2")
        self.write(pickle.MARK)
        self.save_storage(t)
        super().save(t.storage_offset())
        super().save(tuple(t.shape))
        super().save(tuple(t.stride()))
        super().save(bool(t.requires_grad) and not parameter)
        super().save(collections.OrderedDict())
        self.write(pickle.TUPLE + pickle.REDUCE)
        if parameter:
            super().save(t.requires_grad)
            super().save(collections.OrderedDict())
            self.write(pickle.TUPLE + pickle.REDUCE)
        self.memoize(t)

    def save_storage(self, t):
        from ._tensor import _storage_data, _storage_size
        address = _storage_data(t)
        key = self.keys.get(address)
        if key is None:
            key = self.keys[address] = str(len(self.storages))
            self.storages.append((t, address, _storage_size(t)))
        size = self.storages[_builtin_int(key)][2]
        self.write(pickle.MARK)
        super().save("storage")
        self.save_torch_global("torch", _NAMES[t.dtype])
        super().save(key)
        super().save("cpu")
        super().save(size // t.dtype.itemsize)
        self.write(pickle.TUPLE + pickle.BINPERSID)


_builtin_int = int


def save(obj, f, pickle_module=pickle, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes an object of tensors and plain containers to a path or file, readable by PyTorch. A path is replaced
    atomically."""
    if pickle_module is not pickle:
        raise NotImplementedError("save(): pickle_module")
    if not _use_new_zipfile_serialization:
        raise NotImplementedError("save(): _use_new_zipfile_serialization=False")
    if isinstance(f, (str, os.PathLike)):
        folder = os.path.dirname(os.path.abspath(f))
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".saving-")
        try:
            with os.fdopen(handle, "wb") as file:
                _write(obj, file)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
            os.replace(temporary, f)
        except BaseException:
            os.unlink(temporary)
            raise
    else:
        _write(obj, f)


def _write(obj, file):
    import ctypes
    data = io.BytesIO()
    pickler = _Pickler(data)
    pickler.dump(obj)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        archive.writestr("archive/data.pkl", data.getvalue())
        archive.writestr("archive/byteorder", "little")
        for key, (tensor, address, size) in enumerate(pickler.storages):
            archive.writestr(f"archive/data/{key}", ctypes.string_at(address, size) if size else b"")
        archive.writestr("archive/version", "3\n")


class _Storage:
    def __init__(self, base):
        self.base = base


def _rebuild_tensor(storage, offset, size, stride, requires_grad, hooks, metadata=None):
    from ._functions import _builtins_checked_strided
    t = _builtins_checked_strided(storage.base, size, stride, offset)
    return t.requires_grad_(True) if requires_grad else t


def _rebuild_parameter(data, requires_grad, hooks):
    from .nn.parameter import Parameter
    return Parameter(data, requires_grad)


class _Unpickler(pickle.Unpickler):
    """Knows the names that a checkpoint needs, and no others."""

    def __init__(self, file, archive, prefix):
        super().__init__(file)
        self.archive, self.prefix, self.storages = archive, prefix, {}

    def find_class(self, module, name):
        known = {
            ("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
            ("torch._utils", "_rebuild_parameter"): _rebuild_parameter,
            ("collections", "OrderedDict"): collections.OrderedDict,
            ("torch", "Size"): _types.Size, ("torch", "device"): _types.device, ("builtins", "set"): set,
            ("__builtin__", "set"): set, ("builtins", "complex"): complex, ("__builtin__", "complex"): complex,
        }
        if (module, name) in known:
            return known[module, name]
        if module == "torch" and name in _STORAGE:
            return _STORAGE[name]
        if module == "torch" and isinstance(getattr(_types, name, None), _types.dtype):
            return getattr(_types, name)
        raise pickle.UnpicklingError(
            f"Weights only load failed. Unsupported global: GLOBAL {module}.{name} was not an allowed global by default.")

    def persistent_load(self, saved):
        if not isinstance(saved, tuple) or len(saved) < 5 or saved[0] != "storage":
            raise pickle.UnpicklingError("persistent id is no storage")
        _, d, key, _, count = saved[:5]
        if key not in self.storages:
            raw = self.archive.read(f"{self.prefix}data/{key}")
            if not isinstance(d, _types.dtype) or count * d.itemsize > len(raw):
                raise pickle.UnpicklingError(f"storage {key} has {len(raw)} bytes, too few for {count} elements")
            self.storages[key] = _Storage(_from_data_checked(raw, (count,), d))
        return self.storages[key]


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what `save` (PyTorch's too) wrote. Nothing in the file is executed."""
    if weights_only is False:
        raise NotImplementedError("load(): weights_only=False would execute what the file says")
    if pickle_module is not None or pickle_load_args or mmap:
        raise NotImplementedError("load(): pickle_module, mmap and pickle arguments")
    if map_location is not None:
        _types.check_device(map_location if not callable(map_location) else "cpu")
    try:
        with zipfile.ZipFile(f) as archive:
            name = next((n for n in archive.namelist() if n.endswith("data.pkl")), None)
            if name is None:
                raise RuntimeError("PytorchStreamReader failed locating file data.pkl: file not found")
            return _Unpickler(io.BytesIO(archive.read(name)), archive, name[:-len("data.pkl")]).load()
    except zipfile.BadZipFile as error:
        raise RuntimeError(f"PytorchStreamReader failed reading zip archive: {error}") from None
