"""The ctypes layer under the generated functions: handles, argument conversion, errors."""
import collections
import ctypes
import operator
import sys
from struct import error as StructError
from struct import pack

from ._lib import lib, quick

BYTES = ctypes.c_char_p
F64 = ctypes.c_double
I64 = ctypes.c_int64
I32 = ctypes.c_int32
BOOL = ctypes.c_bool
PTR = ctypes.c_void_p
SIZE = ctypes.c_size_t


class OutOfMemoryError(RuntimeError):
    """Memory for a tensor could not be allocated."""


class LinAlgError(RuntimeError):
    """A matrix is singular, not positive-definite, or its iteration did not converge."""


_EXCEPTIONS = {
    1: RuntimeError, 2: ValueError, 3: TypeError, 4: IndexError, 5: NotImplementedError, 6: OutOfMemoryError, 7: KeyError,
    8: OSError, 9: RuntimeError, 10: AttributeError, 11: OverflowError, 12: AssertionError, 13: StopIteration,
    14: FileNotFoundError, 16: LinAlgError,
}
_message = quick.ew_last_error_message
_message.restype = ctypes.c_char_p
_code = quick.ew_last_error_code
_code.restype = I32

#: Exceptions that Python callbacks raised while the library was running, newest last; re-raised unchanged.
pending = []


def raise_last():
    """Raises what the last failing call of this thread reported."""
    if pending:
        error = pending.pop()
        pending.clear()
        raise error
    text = (_message() or b"").decode("utf-8", "replace")
    code = _code()
    if code == 15:
        from pickle import UnpicklingError
        raise UnpicklingError(text) from None
    raise _EXCEPTIONS.get(code, RuntimeError)(text) from None


def check(status):
    if status:
        raise_last()


class Tensor(ctypes.Structure):
    """A multi-dimensional array of one dtype; PyTorch's `torch.Tensor`."""
    _fields_ = [("_handle_", ctypes.c_void_p)]

    @classmethod
    def _new(cls):
        """A tensor object without a tensor, to be filled by the library."""
        return ctypes.Structure.__new__(cls)

    @classmethod
    def _own(cls, handle):
        """Takes over a reference."""
        t = ctypes.Structure.__new__(cls)
        t._handle_ = handle
        return t


def _hide_buffer(cls):
    """Takes the buffer that ctypes gives its objects from a class: NumPy would read the handle for the elements."""
    slots, size = 160, type(cls).__basicsize__
    table = ctypes.c_void_p.from_address(id(cls) + slots).value or 0
    # The table of a class that was made at run time lies inside it.
    if id(cls) < table < id(cls) + size:
        ctypes.c_void_p.from_address(table).value = None


def _no_buffer(self, flags):
    raise TypeError("a Tensor has no buffer; use Tensor.numpy()")


if sys.version_info >= (3, 12):
    Tensor.__buffer__ = _no_buffer
else:
    # Offset of tp_as_buffer in PyTypeObject: fixed in the CPython versions before __buffer__.
    _hide_buffer(Tensor)
    Tensor.__init_subclass__ = classmethod(lambda cls, **keywords: _hide_buffer(cls))

_release = quick.ew_tensor_release
_release.argtypes = (Tensor,)
_release.restype = None


def _del(self, _release=_release):
    _release(self)


Tensor.__del__ = _del
#: What an absent optional tensor is passed as.
NULL = Tensor._new()


def export(name, *types, restype=Tensor):
    """An export, ready to call. (Subscripts give a new function object each; attributes share one.)"""
    f = lib[name]
    f.argtypes = types
    f.restype = restype
    return f


class _Later:
    """An export that is looked up and typed at its first call, and then takes this object's place in its module."""
    __slots__ = ("name", "types", "restype", "home")

    def __init__(self, name, types, restype):
        self.name, self.types, self.restype = name, types, restype
        self.home = sys._getframe(2).f_globals

    def now(self):
        f = export(self.name, *self.types, restype=self.restype)
        if self.home.get("_" + self.name) is self:
            self.home["_" + self.name] = f
        return f

    def __call__(self, *args):
        return self.now()(*args)


def fn(name, *types):
    """An export that returns a tensor, made when it is first called: most programs call few of them."""
    return _Later(name, types, Tensor)


def fn_status(name, *types):
    """An export that returns a status, made when it is first called."""
    return _Later(name, types, I32)


def quick_fn(name, restype, *types):
    """An export so short that giving up the interpreter lock would cost more than the call."""
    f = quick[name]
    f.argtypes = types
    f.restype = restype
    return f


# ---- argument conversion ---------------------------------------------------------------------------------------------

def integer(value):
    """A Python int in the range of int64, from anything that has an index."""
    if isinstance(value, Tensor):
        value = value.__index__()
    try:
        value = operator.index(value)
    except TypeError:
        raise TypeError(f"an integer is required, not {type(value).__name__}") from None
    if not -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise OverflowError(f"{value} does not fit in 64 bits: Overflow when unpacking long long")
    return value


def integers(values):
    """int64 values packed for C, from an int or a sequence of ints."""
    if values.__class__ is int:
        values = (values,)
    try:
        return pack(f"{len(values)}q", *values)
    except (StructError, TypeError):
        if isinstance(values, (str, bytes)):
            raise TypeError(f"expected a tuple of ints, not {type(values).__name__}") from None
        try:
            values = [integer(v) for v in values] if hasattr(values, "__iter__") and not (
                isinstance(values, Tensor) and values.dim() == 0) else [integer(values)]
        except TypeError as e:
            raise TypeError(f"expected an int or a tuple of ints: {e}") from None
        return pack(f"{len(values)}q", *values)


def opt_integer(value):
    return None if value is None else pack("q", integer(value))


def opt_float(value):
    return None if value is None else pack("d", float(value))


def opt_bool(value):
    return None if value is None else (b"\1" if value else b"\0")


_floats = {}
_ints = {}


def number(value):
    """A number as the bytes of an ew_scalar."""
    kind = value.__class__
    if kind is float:
        r = _floats.get(value)
        if r is None:
            r = pack("iiqdd", 2, 0, 0, value, 0.0)
            if len(_floats) < 512 and value != 0:
                _floats[value] = r
        return r
    if kind is int:
        r = _ints.get(value)
        if r is None:
            r = pack("iiqdd", 1, 0, integer(value), 0.0, 0.0)
            if len(_ints) < 512:
                _ints[value] = r
        return r
    if kind is bool:
        return pack("iiqdd", 0, 0, value, 0.0, 0.0)
    if isinstance(value, Tensor):
        return number(value.item())
    if isinstance(value, complex):
        return pack("iiqdd", 3, 0, 0, value.real, value.imag)
    if isinstance(value, float):
        return number(float(value))
    if hasattr(value, "dtype") and hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        return number(value.item())
    if isinstance(value, int) or hasattr(value, "__index__"):
        return number(int(operator.index(value)))
    if hasattr(value, "__float__"):
        return number(float(value))
    raise TypeError(f"must be a number or a Tensor, not {kind.__name__}")


_strings = {}


def string(value):
    if value is None:
        return None
    r = _strings.get(value) if value.__class__ is str else None
    if r is None:
        if not isinstance(value, str):
            raise TypeError(f"expected a str, not {type(value).__name__}")
        r = value.encode()
        if len(_strings) < 256:
            _strings[value] = r
    return r


def tensors(values):
    """(array of handles, count) of a sequence of tensors; None entries become NULL."""
    if isinstance(values, Tensor) or not hasattr(values, "__iter__"):
        raise TypeError(f"expected a tuple or list of Tensors, not {type(values).__name__}")
    values = list(values)
    for i, v in enumerate(values):
        if v is None:
            values[i] = NULL
        elif not isinstance(v, Tensor):
            raise TypeError(f"expected Tensor as element {i}, but got {type(v).__name__}")
    n = len(values)
    return (Tensor * n)(*values), n


_wrap = quick.ew_tensor_wrap_number
_wrap.argtypes = (BYTES,)
_wrap.restype = Tensor


def wrap(value):
    """A number as a 0-d tensor that promotes like the number."""
    r = _wrap(number(value))
    if r._handle_ is None:
        raise_last()
    return r


_free_list = quick.ew_tensors_free
_free_list.argtypes = (PTR, SIZE)
_free_list.restype = None
_free_raw = ctypes.CDLL(None).free
_free_raw.argtypes = (PTR,)
_free_raw.restype = None


def give_list(p, n):
    """The tensors of a list that the library allocated, as a tuple."""
    handles = (PTR * n.value).from_address(p.value) if n.value else ()
    result = tuple([Tensor._own(h) for h in handles])
    _free_raw(p)
    return result


class Results:
    """Makes the named tuple that an op with several results returns (`torch.return_types.max`)."""
    __slots__ = ("name", "fields", "make")

    def __init__(self, name, *fields):
        self.name, self.fields, self.make = name, fields, None

    def __call__(self, values):
        if self.make is None:
            self.make = _named_tuple(self.name, self.fields)
        return self.make(values)


#: The classes made so far, by name: `torch.return_types`.
return_types = {}


def _named_tuple(name, fields):
    if name in return_types:
        return return_types[name]._make
    made = return_types[name] = collections.namedtuple(name, fields)
    made.__module__ = "torch.return_types"
    made.n_fields = made.n_sequence_fields = len(fields)
    made.n_unnamed_fields = 0

    def show(self):
        body = "".join(f"{k}={v!r},\n" for k, v in zip(self._fields, self))
        return f"torch.return_types.{name}(\n{body[:-2]})"
    made.__repr__ = show
    # Pickle looks a class up by its module and name.
    made.__reduce__ = lambda self: (_rebuilt, (name, fields, tuple(self)))
    return made._make


def _rebuilt(name, fields, values):
    return _named_tuple(name, fields)(values)


_deliver = export("ew_tensor_deliver", Tensor, Tensor, restype=I32)


def deliver(out, result):
    """Writes an op's result into its `out=` tensor."""
    if not isinstance(out, Tensor):
        raise TypeError(f"argument 'out' must be Tensor, not {type(out).__name__}")
    if 0 in out.stride() and any(n > 1 and s == 0 for n, s in zip(out.shape, out.stride())):
        raise RuntimeError("unsupported operation: more than one element of the written-to tensor refers to a single memory "
                           "location. Please clone() the tensor before performing the operation.")
    check(_deliver(out, result))
    return out


def _span(t):
    """The addresses that a tensor's elements lie between."""
    first = t.data_ptr()
    if not t.numel():
        return first, first
    return first, first + (1 + sum((n - 1) * s for n, s in zip(t.shape, t.stride()))) * t.element_size()


def spans_meet(a, b):
    """Whether two tensors lie in the same memory."""
    (a0, a1), (b0, b1) = _span(a), _span(b)
    return a0 < b1 and b0 < a1


def deliver_apart(out, result, inputs):
    """As `deliver`, for the ops whose `out=` must have the result's dtype and no memory in common with an input."""
    if isinstance(out, Tensor):
        if out.dtype is not result.dtype:
            raise RuntimeError(f"Expected out tensor to have dtype {result.dtype}, but got {out.dtype} instead")
        if any(isinstance(t, Tensor) and (t is out or spans_meet(out, t)) for t in inputs):
            raise RuntimeError("unsupported operation: some elements of the input tensor and the written-to tensor refer to "
                               "a single memory location. Please clone() the tensor before performing the operation.")
    return deliver(out, result)


def retry(function, names, types, values):
    """A call that ctypes refused: converts what can be converted and calls again, or says which argument is wrong."""
    converted = []
    changed = False
    for position, (name, kind, value) in enumerate(zip(names, types, values), 1):
        new = value
        if kind == "Tensor" or kind == "Tensor?":
            if not (isinstance(value, Tensor) or (value is None and kind == "Tensor?")):
                raise TypeError(
                    f"{function.__name__}(): argument '{name}' (position {position}) must be Tensor, not {type(value).__name__}")
        elif kind == "float":
            if value.__class__ is not float:
                if isinstance(value, (str, bytes)) or not (hasattr(value, "__float__") or hasattr(value, "__index__")):
                    raise TypeError(
                        f"{function.__name__}(): argument '{name}' (position {position}) must be float, not {type(value).__name__}")
                new = float(value)
        elif kind == "bool" and value.__class__ is not bool:
            new = bool(value)
        elif kind == "dtype?" and value is not None and not hasattr(value, "code"):
            raise TypeError(
                f"{function.__name__}(): argument '{name}' (position {position}) must be torch.dtype, not {type(value).__name__}")
        changed = changed or new is not value
        converted.append(new)
    if not changed:
        raise TypeError(f"{function.__name__}() received an invalid combination of arguments: "
                        f"({', '.join(type(v).__name__ for v in values)}), expected ({', '.join(types)})")
    code = function.__code__
    count = code.co_argcount
    return function(*converted[:count], **dict(zip(code.co_varnames[count:], converted[count:])))
