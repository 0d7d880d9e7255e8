"""torch.storage: the memory under tensors, as bytes (UntypedStorage) or as numbers of one dtype (TypedStorage)."""
import builtins
import os
import warnings
import weakref

from . import _types
from ._base import I32, SIZE, Tensor, check, integers, quick_fn, raise_last
from ._functions import empty, tensor
from ._tensor import _TYPE_NAMES, _forget, _lend, _on_storage, _set_data, _storage_data, _storage_size, from_numpy
from ._types import CPU, check_device

__all__ = ["TypedStorage", "UntypedStorage"]

_resize = quick_fn("ew_tensor_storage_resize", I32, Tensor, SIZE)
#: The storage objects in use, by address: a storage is the same Python object whichever tensor is asked for it.
_live = weakref.WeakValueDictionary()


def view_storage(owner, shape, dtype, offset=0, strides=None):
    """A tensor outside the graph on the memory of another one, of any dtype."""
    t = _on_storage(owner, integers(shape), None if strides is None else integers(strides), len(shape), offset, dtype.code)
    if t._handle_ is None:
        raise_last()
    return t


def _is_device(d):
    return d is None or check_device(d) is not None


class _Storage:
    """What both kinds of storage have."""
    is_cuda = is_sparse = is_hpu = is_sparse_csr = False
    device = CPU

    @property
    def filename(self):
        """The file that is mapped; None for ordinary memory."""
        return self._untyped()._filename

    @property
    def _cdata(self):
        return _storage_data(self._untyped()._tensor) or 0

    def data_ptr(self):
        """Address of the first byte."""
        return self._cdata

    def get_device(self):
        """The number of the device; the CPU has none."""
        return self.device.index

    def is_shared(self):
        return False

    def is_pinned(self, device=None):
        return False

    def pin_memory(self, device=None):
        raise RuntimeError("Cannot access accelerator device when none is available.")

    def share_memory_(self):
        raise NotImplementedError("share_memory_(): memory shared between processes")

    def resizable(self):
        """Whether the memory is this library's own."""
        return self._untyped()._resizable

    def cpu(self):
        return self

    def cuda(self, device=None, non_blocking=False):
        check_device("cuda")

    def mps(self):
        check_device("mps")

    def hpu(self, device=None, non_blocking=False):
        check_device("hpu")

    def to(self, *, device, non_blocking=False):
        """The storage on a device: itself, since there is one."""
        check_device(device)
        return self

    def __len__(self):
        return self.size()

    def __iter__(self):
        return iter(self.tolist())

    def __copy__(self):
        return self.clone()

    def __deepcopy__(self, memo):
        known = memo.get(self._cdata) if self._cdata else None
        copied = self.clone() if known is None else known
        if self._cdata:
            memo[self._cdata] = copied
        return copied

    def __sizeof__(self):
        return object.__sizeof__(self) + self.nbytes()

    def __str__(self):
        numbers = "\n ".join(str(v) for v in self.tolist())
        return f" {numbers}\n[{self._described()} of size {self.size()}]"

    __repr__ = __str__


def _casts():
    for name, d in (("double", "float64"), ("float", "float32"), ("half", "float16"), ("bfloat16", "bfloat16"), ("int", "int32"),
                    ("long", "int64"), ("short", "int16"), ("char", "int8"), ("byte", "uint8"), ("bool", "bool"),
                    ("complex_float", "complex64"), ("complex_double", "complex128")):
        def cast(self, _dtype=getattr(_types, d)):
            return TypedStorage(wrap_storage=self._elements().to(_dtype, copy=True).untyped_storage(), dtype=_dtype)
        cast.__name__, cast.__doc__ = name, f"A copy whose elements are {d}."
        setattr(_Storage, name, cast)


_casts()


class UntypedStorage(_Storage):
    """A block of bytes that tensors share: `UntypedStorage(size)`, or of a sequence of ints."""
    _filename = None
    _resizable = True

    def __new__(cls, *args, device=None):
        _is_device(device)
        if len(args) > 1:
            raise TypeError(f"torch.UntypedStorage() received an invalid combination of arguments - got "
                            f"({', '.join(type(a).__name__ for a in args)})")
        first = args[0] if args else 0
        if hasattr(first, "__index__") and not isinstance(first, Tensor):
            if first < 0:
                raise RuntimeError(f"torch.UntypedStorage(): a negative size, {first}")
            return cls._of(empty(first, dtype=_types.uint8))
        if not hasattr(first, "__iter__"):
            raise TypeError(f"torch.UntypedStorage() received an invalid combination of arguments - got "
                            f"({type(first).__name__})")
        values = list(first)
        for v in values:
            if not hasattr(v, "__index__"):
                raise RuntimeError(f"torch.UntypedStorage(): tried to construct a storage from a sequence "
                                   f"({type(first).__name__}), but one of the items was of type {type(v).__name__} instead of "
                                   "int")
        return cls._of(tensor([v & 0xff for v in values], dtype=_types.uint8))

    @classmethod
    def _of(cls, t):
        """The storage of a tensor."""
        address = _storage_data(t) or 0
        found = _live.get(address)
        if found is not None and found.nbytes() == _storage_size(t):
            return found
        self = object.__new__(cls)
        self._tensor = view_storage(t, (0,), _types.uint8)
        _live[address] = self
        return self

    @classmethod
    def from_file(cls, filename, shared=False, nbytes=0):
        """The first bytes of a file; with `shared`, mapped, so that what is written goes to the file."""
        from ._buffers import mapped
        t = mapped(filename, shared, nbytes, _types.uint8)
        self = object.__new__(cls)
        self._tensor, self._filename, self._resizable = t, os.fspath(filename) if shared else None, False
        return self

    def _untyped(self):
        return self

    untyped = _untyped

    def _described(self):
        return "torch.storage.UntypedStorage(device=cpu)"

    def _elements(self):
        """All bytes, as a tensor on this memory."""
        return view_storage(self._tensor, (self.nbytes(),), _types.uint8)

    def nbytes(self):
        return _storage_size(self._tensor)

    size = nbytes

    def element_size(self):
        return 1

    def tolist(self):
        return self._elements().tolist()

    def type(self, dtype=None, non_blocking=False):
        """The type's name, or a copy as another type."""
        if dtype is None:
            return "torch.storage.UntypedStorage"
        return getattr(self, _CASTS[dtype])() if isinstance(dtype, _types.dtype) else _typed_class(dtype)(self.tolist())

    def new(self, *args, **keywords):
        """Another storage, of a size or a sequence."""
        return UntypedStorage(*args, **keywords)

    def clone(self):
        return UntypedStorage._of(self._elements().clone())

    def fill_(self, value):
        self._elements().fill_(value)
        return self

    def copy_(self, source, non_blocking=None):
        """Overwrites the bytes with those of a storage of the same size."""
        source = source._untyped()
        if source.nbytes() != self.nbytes():
            raise RuntimeError(f"size does not match, self was {self.nbytes()} bytes but src was {source.nbytes()} bytes")
        self._elements().copy_(source._elements())
        return self

    def resize_(self, size):
        """Changes the number of bytes, for all tensors on it."""
        if size < 0:
            raise RuntimeError(f"UntypedStorage.resize_: a negative size, {size}")
        check(_resize(self._tensor, size))
        _live[_storage_data(self._tensor) or 0] = self
        return self

    def byteswap(self, dtype):
        """Turns the order of the bytes of every element around."""
        d = dtype.to_real()
        flat = view_storage(self._tensor, (self.nbytes() // d.itemsize, d.itemsize), _types.uint8)
        flat.copy_(flat.flip(1))

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(self.size())
            if step != 1:
                raise RuntimeError(f"Trying to slice with a step of {step}, but only a step of 1 is supported")
            # Another storage on a part of the same memory.
            return UntypedStorage._of(from_numpy(self._elements()[start:builtins.max(start, stop)].numpy()))
        return self._elements()[_position(self, index)].item()

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            start, stop, step = index.indices(self.size())
            if step != 1:
                raise RuntimeError(f"Trying to slice with a step of {step}, but only a step of 1 is supported")
            self._elements()[start:builtins.max(start, stop)] = value
        else:
            self._elements()[_position(self, index)] = value

    def __reduce__(self):
        return UntypedStorage, (bytes(self.tolist()),)


def _position(storage, index):
    if not hasattr(index, "__index__"):
        raise TypeError(f"can't index a {storage._described()} with {type(index).__name__}")
    i, n = index.__index__(), storage.size()
    if not -n <= i < n:
        raise IndexError(f"index {i} out of range for storage of size {n}")
    return i % n


_warned = False


def _warn_typed_storage_removal(stacklevel=2):
    global _warned
    if not _warned:
        _warned = True
        warnings.warn("TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage "
                      "class. This should only matter to you if you are using storages directly.  To access UntypedStorage "
                      "directly, use tensor.untyped_storage() instead of tensor.storage()", UserWarning, stacklevel + 1)


class TypedStorage(_Storage):
    """A storage seen as elements of one dtype: `TypedStorage(size, dtype=…)`, or of a sequence."""

    def __new__(cls, *args, wrap_storage=None, dtype=None, device=None, _internal=False):
        fixed = getattr(cls, "_fixed", None)
        dtype = dtype or fixed or _types.get_default_dtype()
        if fixed is not None and dtype is not fixed:
            raise RuntimeError(f"{cls.__name__}() holds {fixed!r}, not {dtype!r}")
        _is_device(device)
        self = object.__new__(TypedStorage)
        self.dtype = dtype
        if wrap_storage is not None:
            if args:
                raise RuntimeError("TypedStorage: no positional arguments may be given with 'wrap_storage'")
            if not isinstance(wrap_storage, UntypedStorage):
                raise TypeError(f"Argument 'wrap_storage' must be UntypedStorage, but got {type(wrap_storage).__name__}")
            self._storage = wrap_storage
            return self
        if len(args) > 1:
            raise RuntimeError(f"TypedStorage: too many positional arguments ({len(args)})")
        first = args[0] if args else 0
        if isinstance(first, _Storage):
            self._storage = first._untyped()
        elif hasattr(first, "__index__"):
            self._storage = UntypedStorage(first.__index__() * dtype.itemsize)
        elif hasattr(first, "__iter__"):
            self._storage = UntypedStorage._of(tensor(list(first), dtype=dtype))
        else:
            raise TypeError(f"Argument type not recognized: {type(first).__name__}")
        return self

    def _untyped(self):
        return self._storage

    untyped = _untyped

    def _described(self):
        return f"torch.storage.TypedStorage(dtype={self.dtype!r}, device=cpu)"

    def _elements(self):
        return view_storage(self._storage._tensor, (self.size(),), self.dtype)

    def nbytes(self):
        return self._storage.nbytes()

    def size(self):
        return self._storage.nbytes() // self.dtype.itemsize

    def element_size(self):
        return self.dtype.itemsize

    def tolist(self):
        return self._elements().tolist()

    def pickle_storage_type(self):
        """The name of the class that holds such elements."""
        return _TYPE_NAMES[self.dtype].replace("Tensor", "Storage")

    def _get_legacy_storage_class(self):
        return _classes()[self.pickle_storage_type()]

    def type(self, dtype=None, non_blocking=False):
        """The type's name, or a copy as another type."""
        if dtype is None:
            return f"torch.{self.pickle_storage_type()}"
        return getattr(self, _CASTS[dtype])() if isinstance(dtype, _types.dtype) else _typed_class(dtype)(self.tolist())

    def new(self, *args, **keywords):
        return TypedStorage(*args, dtype=self.dtype, **keywords)

    def clone(self):
        return TypedStorage(wrap_storage=self._storage.clone(), dtype=self.dtype)

    def fill_(self, value):
        self._elements().fill_(value)
        return self

    def copy_(self, source, non_blocking=None):
        """Overwrites the elements with those of a storage of as many, converted."""
        self._elements().copy_(source._elements())
        return self

    def resize_(self, size):
        """Changes the number of elements, for all tensors on the memory."""
        self._storage.resize_(size * self.dtype.itemsize)
        return self

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise RuntimeError("slices are only supported in UntypedStorage.__getitem__")
        return self._elements()[_position(self, index)].item()

    def __setitem__(self, index, value):
        self._elements()[index if isinstance(index, slice) else _position(self, index)] = value

    def __reduce__(self):
        return _rebuild, (self._storage, self.dtype)


def _rebuild(storage, dtype):
    return TypedStorage(wrap_storage=storage, dtype=dtype)


_CASTS = {_types.float64: "double", _types.float32: "float", _types.float16: "half", _types.bfloat16: "bfloat16",
          _types.int32: "int", _types.int64: "long", _types.int16: "short", _types.int8: "char", _types.uint8: "byte",
          _types.bool: "bool", _types.complex64: "complex_float", _types.complex128: "complex_double"}


class _LegacyClass(type):
    """`FloatStorage` and the like: what makes, and recognises, a TypedStorage of one dtype."""

    def __instancecheck__(cls, value):
        return isinstance(value, TypedStorage) and value.dtype is cls._fixed

    def __repr__(cls):
        return f"<class 'torch.{cls.__name__}'>"


_made = {}


def _classes():
    if not _made:
        for d, name in _TYPE_NAMES.items():
            name = name.replace("Tensor", "Storage")
            _made[name] = _LegacyClass(name, (TypedStorage,), {"_fixed": d, "dtype": d, "__module__": "torch"})
    return _made


def _typed_class(name):
    if isinstance(name, type):
        return name
    found = _classes().get(name.removeprefix("torch."))
    if found is None:
        raise ValueError(f"invalid type: '{name}'")
    return found


def __getattr__(name):
    if name.endswith("Storage") and name in _classes():
        return _made[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# ---- tensors and their storages ----------------------------------------------------------------------------------------

def typed(t):
    """The storage of a tensor as elements of its dtype."""
    return TypedStorage(wrap_storage=UntypedStorage._of(t), dtype=t.dtype)


def set_(self, source=None, storage_offset=0, size=None, stride=None):
    """Puts the tensor on the memory of another tensor or of a storage, with a geometry of its own."""
    if isinstance(source, Tensor):
        if source.dtype is not self.dtype:
            names = [_TYPE_NAMES[t.dtype].removesuffix("Tensor").lower() for t in (source, self)]
            raise RuntimeError(f"Could not set tensor of type {names[0]} to a tensor of type {names[1]}")
        view = source.detach() if size is None else source.detach().as_strided(size, _steps(size, stride), storage_offset)
    elif source is None:
        view = empty(0, dtype=self.dtype)
    elif isinstance(source, _Storage):
        if isinstance(source, TypedStorage) and source.dtype is not self.dtype:
            raise RuntimeError(f"Expected a Storage of type {self.dtype!r}, but got {source.dtype!r}")
        storage = source._untyped()
        if size is None:
            size = (storage.nbytes() // self.dtype.itemsize,)
        size = (size,) if hasattr(size, "__index__") else tuple(size)
        steps = _steps(size, stride)
        if 0 not in size:
            needed = (storage_offset + 1 + sum((n - 1) * s for n, s in zip(size, steps))) * self.dtype.itemsize
            if needed > storage.nbytes():
                storage.resize_(needed)
        view = view_storage(storage._tensor, size, self.dtype, storage_offset, steps)
    else:
        raise TypeError(f"set_(): argument 'source' must be a Storage or a Tensor, not {type(source).__name__}")
    if _set_data(self, view):
        raise_last()
    _forget(self)
    return self


def _steps(size, stride):
    if stride is not None and len(stride):
        return tuple(stride)
    steps, n = [], 1
    for s in reversed(tuple(size)):
        steps.append(n)
        n *= builtins.max(s, 1)
    return tuple(reversed(steps))
