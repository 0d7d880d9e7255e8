"""Other names of functions, twins that change a tensor's shape in place, and small questions about tensors."""
from . import _functions as T
from ._base import Tensor, raise_last
from ._generated import functions as F
from ._register import FUNCTIONS, function, method
from ._tensor import _forget, _set_data
from .autograd.modes import is_grad_enabled


# ---- other names -----------------------------------------------------------------------------------------------------

_SAME = {
    "absolute": "abs", "multiply": "mul", "subtract": "sub", "divide": "div", "true_divide": "div", "negative": "neg",
    "greater": "gt", "greater_equal": "ge", "less": "lt", "less_equal": "le", "not_equal": "ne", "arccos": "acos",
    "arcsin": "asin", "arctan": "atan", "arccosh": "acosh", "arcsinh": "asinh", "arctanh": "atanh", "arctan2": "atan2",
    "fix": "trunc", "ger": "outer", "concat": "cat", "concatenate": "cat", "row_stack": "vstack", "clip": "clamp",
    "swapaxes": "transpose", "swapdims": "transpose", "moveaxis": "movedim",
}
#: PyTorch has these as functions only.
_NO_METHOD = {"concat", "concatenate", "row_stack"}


def _same_names():
    for name, of in _SAME.items():
        f = getattr(T, of, None) or getattr(F, of)
        if name not in F.FUNCTIONS:
            FUNCTIONS[name] = f
        if name not in _NO_METHOD and name not in F.METHODS:
            setattr(Tensor, name, getattr(Tensor, of))
        f = getattr(T, of + "_", None) or getattr(F, of + "_", None)
        if f is not None:
            setattr(Tensor, name + "_", f)
            FUNCTIONS[name + "_"] = f


_same_names()
for _name in ("zero_", "index_put_"):
    FUNCTIONS[_name] = getattr(F, _name)


# ---- geometry in place -----------------------------------------------------------------------------------------------

def _reshape_in_place(name, function):
    """`x.t_()`: x becomes what the view op makes of it."""
    def method(self, *args, **keywords):
        if self.requires_grad and self.is_leaf and is_grad_enabled():
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        view = function(self, *args, **keywords)
        if view.requires_grad:
            self._handle_, view._handle_ = view._handle_, self._handle_
        elif _set_data(self, view):
            raise_last()
        _forget(self)
        return self
    method.__name__, method.__doc__ = name, f"{function.__doc__} In place."
    setattr(Tensor, name, method)


for _name in ("squeeze", "unsqueeze", "transpose", "t", "swapaxes", "swapdims", "as_strided"):
    _reshape_in_place(_name + "_", getattr(Tensor, _name))
FUNCTIONS["as_strided_"] = Tensor.as_strided_
FUNCTIONS["detach_"] = Tensor.detach_


# ---- small questions and conversions ---------------------------------------------------------------------------------

@method
def type_as(self, other):
    """The tensor with the dtype of another."""
    return self.to(other.dtype)


@method
def is_same_size(self, other):
    return self.shape == other.shape


@method
def is_set_to(self, tensor):
    """Whether both are the same elements of the same memory."""
    return (self.data_ptr() == tensor.data_ptr() and self.shape == tensor.shape and self.stride() == tensor.stride()
            and self.storage_offset() == tensor.storage_offset())


FUNCTIONS["is_distributed"] = lambda input: False
FUNCTIONS["is_signed"] = lambda input: input.dtype.is_signed
FUNCTIONS["is_inference"] = lambda input: input.is_inference()
FUNCTIONS["get_device"] = lambda input: -1
Tensor.is_nonzero = T.is_nonzero
Tensor.is_distributed = lambda self: False
Tensor.as_subclass = Tensor._as_subclass
Tensor.dim_order = lambda self: tuple(
    sorted(range(self.dim()), key=lambda i: (-self.stride(i), i)))


# ---- Python callables over elements ----------------------------------------------------------------------------------

def _elementwise(name, self, others, function):
    if self.requires_grad:
        raise RuntimeError(f"Can't call {name}() on Variable that requires grad. Use var.detach().{name}() instead.")
    for o in others:
        if o.dtype is not self.dtype:
            raise TypeError(f"{name}(): expected argument of type {self.type()}, got {o.type()}")
    flat = [F.broadcast_to(o, self.shape).reshape(-1).tolist() for o in others]
    values = [function(*v) for v in zip(self.reshape(-1).tolist(), *flat)]
    if values:
        F.copy_(self, T.tensor(values, dtype=self.dtype).reshape(self.shape))
    return self


@method
def apply_(self, callable):
    """Replaces every element by `callable(element)`; slow."""
    return _elementwise("apply_", self, (), callable)


@method
def map_(self, other, callable):
    """Replaces every element by `callable(element, other element)`; slow."""
    return _elementwise("map_", self, (other,), callable)


@method
def map2_(self, x, y, callable):
    """Replaces every element by `callable(element, x element, y element)`; slow."""
    return _elementwise("map2_", self, (x, y), callable)


# ---- operators that no op of its own stands behind -------------------------------------------------------------------

@method
def __reversed__(self):
    return self if self.dim() == 0 else F.flip(self, tuple(range(self.dim())))


@method
def __rmatmul__(self, other):
    return F.matmul(other, self) if isinstance(other, Tensor) else NotImplemented


@method
def __delitem__(self, index):
    raise TypeError("Tensor does not support deleting items")


@method
def __array_wrap__(self, array, context=None, return_scalar=False):
    return T.from_numpy(array) if array.ndim else T.tensor(array)


@method
def __div__(self, other):
    return F.div(self, other)


@method
def __idiv__(self, other):
    return F.div_(self, other)


@method
def __long__(self):
    return int(self)


@method
def __nonzero__(self):
    return bool(self)


@method
def resize(self, *sizes):
    """The elements with another shape."""
    import warnings
    warnings.warn("non-inplace resize is deprecated", stacklevel=2)
    size = tuple(sizes[0]) if len(sizes) == 1 and not hasattr(sizes[0], "__index__") else sizes
    count = 1
    for n in size:
        count *= n
    if count != self.numel():
        raise RuntimeError(f"requested resize to {'x'.join(map(str, size))} ({count} elements in total), but the given tensor "
                           f"has a size of {'x'.join(map(str, self.shape))} ({self.numel()} elements). autograd's resize can "
                           "only change the shape of a given tensor, while preserving the number of elements. ")
    return F.view(F.contiguous(self), size)


@method
def module_load(self, other, assign=False):
    """What a module puts in the place of this parameter or buffer when it loads `other`."""
    return other.detach() if assign else self.copy_(other).detach()


@method
def untyped_storage(self):
    """The memory of the tensor, as bytes."""
    from .storage import UntypedStorage
    return UntypedStorage._of(self)


@method
def storage(self):
    """The memory of the tensor, as elements of its dtype."""
    from .storage import _warn_typed_storage_removal, typed
    _warn_typed_storage_removal()
    return typed(self)


@method
def storage_type(self):
    """The class of `storage()`: `torch.FloatStorage` for float32."""
    from .storage import typed
    return typed(self)._get_legacy_storage_class()


@method
def set_(self, source=None, storage_offset=0, size=None, stride=None):
    """Puts the tensor on the memory of another tensor or of a storage, with a geometry of its own."""
    from .storage import set_ as put
    return put(self, source, storage_offset, size, stride)


Tensor.grad_dtype = property(lambda self: self.dtype, doc="The dtype of the gradient: the tensor's own.")


# ---- NumPy's argument names ------------------------------------------------------------------------------------------

def _axis(f):
    """`axis` and `keepdims` for `dim` and `keepdim`."""
    def call(*args, **keywords):
        if keywords:
            if "axis" in keywords:
                keywords["dim"] = keywords.pop("axis")
            if "keepdims" in keywords:
                keywords["keepdim"] = keywords.pop("keepdims")
            return f(*args, **keywords)
        return f(*args)
    call.__name__, call.__doc__, call.__wrapped__ = f.__name__, f.__doc__, f
    return call


def numpy_names():
    """Wraps the functions that take NumPy's names; called when all of them are there."""
    for name in ("all", "amax", "amin", "aminmax", "any", "argmax", "argmin", "argsort", "cat", "chunk", "concat",
                 "concatenate", "count_nonzero", "cumprod", "cumsum", "gather", "index_select", "log_softmax", "logsumexp",
                 "max", "mean", "min", "nansum", "norm", "prod", "softmax", "sort", "split", "squeeze", "stack", "std",
                 "std_mean", "sum", "topk", "unbind", "unsqueeze", "var", "var_mean"):
        f = FUNCTIONS.get(name) or getattr(T, name, None) or getattr(F, name)
        FUNCTIONS[name] = named = _axis(f)
        if name in Tensor.__dict__:
            own = getattr(Tensor, name)
            setattr(Tensor, name, named if own is f else _axis(own))
