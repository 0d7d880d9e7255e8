"""save and load in PyTorch's `.pt` format, through the library's reader and writer; loading executes nothing.

Objects cross to the library as a pickle that names no tensor's bytes: tensors are calls of `_tensor` with a number. What
the library gives back holds plain values, the few names that it knows and those that `add_safe_globals` allowed.
"""
import collections
import ctypes
import io
import os
import pickle
import warnings

import numpy as np

from . import _types
from ._base import BOOL, BYTES, I32, PTR, SIZE, Tensor, check, export, fn_status, give_list, raise_last
from ._lib import quick
from ._tensor import _from_data_checked

__all__ = ["add_safe_globals", "clear_safe_globals", "get_crc32_options", "get_default_load_endianness",
           "get_default_mmap_options", "get_safe_globals", "get_unsafe_globals_in_checkpoint", "load", "safe_globals", "save",
           "set_crc32_options", "set_default_load_endianness", "set_default_mmap_options", "LoadEndianness"]

DEFAULT_PROTOCOL = 2

_release_value = quick.ew_value_release
_release_value.argtypes, _release_value.restype = (PTR,), None


class _Value(ctypes.c_void_p):
    """A value of the library's that this object owns."""

    def __del__(self):
        _release_value(self)


class _SaveOptions(ctypes.Structure):
    _fields_ = [("struct_size", SIZE), ("pickle_protocol", I32), ("legacy", BOOL)]


class _LoadOptions(ctypes.Structure):
    _fields_ = [("struct_size", SIZE), ("map", BOOL), ("allowed", PTR), ("allowed_count", SIZE)]


_WRITE = ctypes.CFUNCTYPE(I32, PTR, PTR, SIZE)
_from_pickle = export("ew_value_from_pickle", BYTES, SIZE, PTR, SIZE, restype=_Value)
_to_pickle = fn_status("ew_value_to_pickle", _Value, PTR, PTR, PTR, PTR)
_save_with = fn_status("ew_save_with", _Value, BYTES, PTR)
_save_to_writer = fn_status("ew_save_to_writer", _Value, PTR, _WRITE, PTR)
_load_with = export("ew_load_with", BYTES, PTR, restype=_Value)
_load_buffer = export("ew_load_from_buffer_with", PTR, SIZE, PTR, restype=_Value)
_unknown = fn_status("ew_checkpoint_unknown_globals", BYTES, PTR, SIZE, PTR, PTR, PTR)
_free_strings = export("ew_strings_free", PTR, SIZE, restype=None)
_free_buffer = export("ew_buffer_free", PTR, restype=None)


# ---- what the pickles between Python and the library call ---------------------------------------------------------------

def _tensor(number, attributes):
    raise pickle.UnpicklingError("only emberwing.load can read this")


def _parameter(number, attributes):
    raise pickle.UnpicklingError("only emberwing.load can read this")


def _array(number):
    raise pickle.UnpicklingError("only emberwing.load can read this")


def _scalar(number):
    raise pickle.UnpicklingError("only emberwing.load can read this")


def _dtype(name):
    return getattr(_types, name)


def _size(values):
    return _types.Size(values)


def _device(name):
    return _types.device(name)


def _constant(name):
    return getattr(_types, name)


class _Pickler(pickle.Pickler):
    """Pickles an object for the library and collects its tensors."""

    def __init__(self, file):
        super().__init__(file, 4)
        self.tensors = []

    def _number(self, t):
        self.tensors.append(t)
        return len(self.tensors) - 1

    def reducer_override(self, obj):
        kind = type(obj)
        if isinstance(obj, Tensor):
            from .nn.parameter import Buffer, Parameter, _user_attributes
            attributes = _user_attributes(obj) or None
            if kind is Tensor or kind is Buffer:
                return _tensor, (self._number(obj), attributes)
            if kind is Parameter:
                return _parameter, (self._number(obj), attributes)
            raise NotImplementedError(f"save(): tensors of the class {kind.__module__}.{kind.__qualname__}")
        if kind is np.ndarray or isinstance(obj, np.generic):
            native = obj.dtype.newbyteorder("=")
            d = _types.dtype.by_numpy.get(native)
            if d is None:
                raise NotImplementedError(f"save(): NumPy data of type {obj.dtype}")
            t = _from_data_checked(np.asarray(obj).astype(native, copy=False).tobytes(), np.shape(obj), d)
            return _array if kind is np.ndarray else _scalar, (self._number(t),)
        if kind is _types.dtype:
            return _dtype, (obj.name,)
        if kind is _types.Size:
            return _size, (tuple(obj),)
        if kind is _types.device:
            return _device, (str(obj),)
        if kind is _types.layout or kind is _types.memory_format:
            return _constant, (obj.name,)
        return NotImplemented


_BUILTINS = {n: getattr(__import__("builtins"), n) for n in (
    "bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "range", "set", "slice", "str", "tuple",
    "Ellipsis", "NotImplemented")}


class _Unpickler(pickle.Unpickler):
    """Reads the library's pickles; it finds the names that the library lets through, and no others."""

    def __init__(self, data, tensors, allowed):
        super().__init__(io.BytesIO(data))
        self.tensors, self.allowed = tensors, allowed

    def find_class(self, module, name):
        if module == __name__:
            return getattr(self, "make" + name, None) or {"_dtype": _dtype}[name]
        if module == "builtins" and name in _BUILTINS:
            return _BUILTINS[name]
        if module == "torch":
            if name == "Tensor":
                return Tensor
            if name == "device":
                return _types.device
            value = getattr(_types, name, None)
            if value is _types.Size or isinstance(value, (_types.dtype, _types.layout, _types.memory_format)):
                return value
        if (module, name) == ("torch.nn.parameter", "Parameter"):
            from .nn.parameter import Parameter
            return Parameter
        if module == "collections" and name in ("OrderedDict", "Counter", "defaultdict"):
            return getattr(collections, name)
        if module == "numpy" and name in ("dtype", "ndarray"):
            return getattr(np, name)
        try:
            return self.allowed[f"{module}.{name}"]
        except KeyError:
            raise pickle.UnpicklingError(
                f"Weights only load failed. WeightsUnpickler error: Unsupported global: GLOBAL {module}.{name} was not an "
                "allowed global by default.") from None

    def make_tensor(self, number, attributes):
        t = self.tensors[number]
        if attributes:
            t.__dict__.update(attributes)
        return t

    def make_parameter(self, number, attributes):
        from .nn.parameter import Parameter
        t = self.tensors[number]
        grad = t.requires_grad
        p = Parameter(t.detach() if grad else t, grad)
        if attributes:
            p.__dict__.update(attributes)
        return p

    def make_array(self, number):
        return self.tensors[number].numpy()

    def make_scalar(self, number):
        return self.tensors[number].numpy()[()]


# ---- saving -----------------------------------------------------------------------------------------------------------------

def _is_path(f):
    return isinstance(f, (str, os.PathLike))


def save(obj, f, pickle_module=pickle, pickle_protocol=DEFAULT_PROTOCOL, _use_new_zipfile_serialization=True,
         _disable_byteorder_record=False):
    """Writes an object of tensors and plain values to a path or file, readable by PyTorch. A path's file is replaced whole
    or not at all."""
    if pickle_module is not pickle:
        raise NotImplementedError("save(): pickle_module: the library writes pickles itself")
    if _disable_byteorder_record:
        raise NotImplementedError("save(): _disable_byteorder_record")
    if isinstance(pickle_protocol, bool) or not isinstance(pickle_protocol, int):
        raise TypeError(f"save(): argument 'pickle_protocol' must be int, not {type(pickle_protocol).__name__}")
    if not 2 <= pickle_protocol <= 5:
        raise NotImplementedError(f"save(): pickle_protocol={pickle_protocol}; 2 to 5 are supported")
    if not _is_path(f) and not hasattr(f, "write"):
        raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
    options = _SaveOptions(ctypes.sizeof(_SaveOptions), pickle_protocol, not _use_new_zipfile_serialization)
    value = _value_of(obj)
    if not _is_path(f):
        return _write(value, options, f)
    path = os.fspath(f)
    try:
        check(_save_with(value, os.fsencode(path), ctypes.byref(options)))
    except FileNotFoundError:
        raise RuntimeError(f"Parent directory {os.path.dirname(path) or '.'} does not exist.") from None


def _value_of(obj):
    data = io.BytesIO()
    pickler = _Pickler(data)
    pickler.dump(obj)
    n = len(pickler.tensors)
    value = _from_pickle(data.getvalue(), data.tell(), (Tensor * n)(*pickler.tensors), n)
    if not value:
        try:
            raise_last()
        except pickle.UnpicklingError as error:
            raise pickle.PicklingError(f"save(): {str(error).rpartition('WeightsUnpickler error: ')[2]}") from None
    return value


def _write(value, options, f):
    failure = []

    def put(_, address, count):
        try:
            view = memoryview((ctypes.c_char * count).from_address(address)).cast("B")
            done = 0
            while done < count:
                n = f.write(view[done:])
                done = count if n is None else done + n
            return 0
        except BaseException as error:
            failure.append(error)
            return 9

    status = _save_to_writer(value, ctypes.byref(options), _WRITE(put), None)
    if failure:
        raise failure[0]
    check(status)


# ---- loading ----------------------------------------------------------------------------------------------------------------

class _Place:
    """What a `map_location` function gets for a storage."""
    device = _types.device("cpu")

    def cpu(self):
        return self

    def cuda(self, device=None, non_blocking=False):
        raise AssertionError("Torch not compiled with CUDA enabled")


def _check_location(map_location):
    if map_location is None:
        return
    if isinstance(map_location, dict):
        for target in map_location.values():
            _check_location(target)
    elif isinstance(map_location, (str, _types.device)):
        d = _types.device(map_location)
        if d.type == "cuda":
            raise RuntimeError(
                "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running "
                "on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to "
                "the CPU.")
        _types.check_device(d)
    elif callable(map_location):
        place = _Place()
        if map_location(place, "cpu") not in (place, None):
            raise NotImplementedError("load(): a map_location function that returns another storage than it was given")
    else:
        raise TypeError(f"load(): argument 'map_location' must be a function, device, str or dict, not "
                        f"{type(map_location).__name__}")


def _options(mapped, allowed):
    names = [n.encode() for n in allowed]
    table = (BYTES * len(names))(*names)
    options = _LoadOptions(ctypes.sizeof(_LoadOptions), mapped, ctypes.cast(table, PTR), len(names))
    options.keep = table
    return options


def _contents(f):
    """The bytes of a file object from where it stands, as something with an address and a length."""
    if not hasattr(f, "read"):
        raise AttributeError(
            f"'{type(f).__name__}' object has no attribute 'read'. You can only torch.load from a file that is seekable. Please "
            "pre-load the data into a buffer like io.BytesIO and try to load from it instead.")
    data = f.read()
    if isinstance(data, str):
        raise TypeError("load(): the file must be opened in binary mode")
    if not isinstance(data, bytes):
        data = bytes(data)
    if not data:
        raise EOFError("Ran out of input")
    return data


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what `save` or PyTorch's wrote, in the zip format or the one before it; a path to a safetensors file too.

    Nothing in a file is executed: names that are neither known nor given to `add_safe_globals` are refused, and
    `weights_only=False` changes only the kind of that error. Storages of every device are loaded to the CPU."""
    if pickle_module is not None:
        if weights_only is not False:
            raise RuntimeError("Can not safely load weights when explicit pickle_module is specified")
        if pickle_module is not pickle:
            raise NotImplementedError("load(): pickle_module: the library reads pickles itself")
    if pickle_load_args:
        warnings.warn("pickle_load_args only works if `weights_only=False`.", stacklevel=2)
    _check_location(map_location)
    mapped = bool(mmap)
    if _is_path(f) and os.fspath(f).endswith(".safetensors"):
        from .safetensors import load_file
        return load_file(f)
    allowed = _allowed()
    options = _options(mapped, allowed)
    if _is_path(f):
        path = os.fsencode(f)
        value = _load_with(path, ctypes.byref(options))
        if not value and os.path.isfile(path) and os.path.getsize(path) == 0:
            raise EOFError("Ran out of input")
    else:
        if mapped:
            raise ValueError("f must be a file path in order to use the mmap argument")
        data = _contents(f)
        value = _load_buffer(data, len(data), ctypes.byref(options))
    if not value:
        try:
            raise_last()
        except pickle.UnpicklingError as error:
            if weights_only is False and "GLOBAL" in str(error):
                raise NotImplementedError(
                    f"load(): weights_only=False would execute what the file says, which is not supported. {error}") from None
            raise
    return _object_of(value, allowed)


def _object_of(value, allowed):
    data, size, tensors, count = PTR(), SIZE(), PTR(), SIZE()
    check(_to_pickle(value, ctypes.byref(data), ctypes.byref(size), ctypes.byref(tensors), ctypes.byref(count)))
    try:
        given = give_list(tensors, count)
        text = ctypes.string_at(data, size.value)
    finally:
        _free_buffer(data)
    return _Unpickler(text, given, allowed).load()


# ---- names that the user allows ---------------------------------------------------------------------------------------------

_safe = set()


def _allowed():
    """The allowed classes and functions by `module.name`."""
    names = {}
    for f in _safe:
        if isinstance(f, tuple):
            if len(f) != 2:
                raise ValueError(
                    f"Expected tuple of length 2 (global, str of callable full path), but got tuple of length: {len(f)}")
            if type(f[1]) is not str:
                raise TypeError(f"Expected second item in tuple to be str of callable full path, but got: {type(f[1])}")
            names[f[1]] = f[0]
        else:
            names[f"{f.__module__}.{f.__qualname__}"] = f
    return names


def add_safe_globals(safe_globals):
    """Lets `load` call these classes and functions, or pairs of one and its full name, when a file asks for them."""
    _safe.update(safe_globals)


def get_safe_globals():
    """What `add_safe_globals` allowed."""
    return list(_safe)


def clear_safe_globals():
    """Forgets what `add_safe_globals` allowed."""
    _safe.clear()


class safe_globals:
    """Allows classes and functions, as `add_safe_globals` does, for the time of a `with`."""

    def __init__(self, safe_globals):
        self.safe_globals = safe_globals

    def __enter__(self):
        add_safe_globals(self.safe_globals)

    def __exit__(self, kind, value, traceback):
        _safe.difference_update(self.safe_globals)


def get_unsafe_globals_in_checkpoint(f):
    """The names that a checkpoint refers to and that `load` would refuse."""
    options = _options(False, _allowed())
    names, count = PTR(), SIZE()
    if _is_path(f):
        path, data = os.fsencode(f), None
    else:
        path, data = None, _contents(f)
    try:
        check(_unknown(path, data, len(data or b""), ctypes.byref(options), ctypes.byref(names), ctypes.byref(count)))
    except RuntimeError as error:
        raise ValueError(f"Expected input to be a checkpoint returned by torch.save: {error}") from None
    try:
        return [p.decode() for p in (BYTES * count.value).from_address(names.value)] if count.value else []
    finally:
        _free_strings(names, count.value)


# ---- settings ---------------------------------------------------------------------------------------------------------------

class LoadEndianness:
    """Byte orders of files that do not state theirs."""
    NATIVE, LITTLE, BIG = 1, 2, 3


_MAP_PRIVATE = 2


def get_default_load_endianness():
    return None


def set_default_load_endianness(endianness):
    if endianness is not None and endianness not in (LoadEndianness.NATIVE, LoadEndianness.LITTLE):
        raise NotImplementedError("set_default_load_endianness(): only little-endian files are read")


def get_crc32_options():
    """Checksums are always written."""
    return True


def set_crc32_options(compute_crc32):
    if not compute_crc32:
        raise NotImplementedError("set_crc32_options(False): checksums are always written")


def get_default_mmap_options():
    """Mapped files are private: what is written to a tensor stays in memory."""
    return _MAP_PRIVATE


def set_default_mmap_options(flags):
    if flags != _MAP_PRIVATE:
        raise NotImplementedError("set_default_mmap_options(): only MAP_PRIVATE")
