"""Other names, in-place twins, and functions and methods that are one op said differently."""
import builtins

from . import _functions as T
from ._base import Tensor, deliver, deliver_apart, raise_last, wrap, spans_meet
from ._generated import functions as F
from ._tensor import _forget, _set_data
from .autograd.modes import is_grad_enabled

#: What this file adds to the package.
FUNCTIONS = {}


def _function(f):
    FUNCTIONS[f.__name__] = f
    return f


def _method(f):
    setattr(Tensor, f.__name__, f)
    return f


def _both(f):
    return _method(_function(f))


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
for _name in ("fill_", "zero_", "masked_fill", "index_put_"):
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


# ---- functions with several forms -----------------------------------------------------------------------------------

@_function
def pow(input, exponent, *, out=None):
    """`input ** exponent`, elementwise; either may be a number."""
    if isinstance(input, Tensor):
        return F.pow(input, exponent, out=out)
    return F.pow_base(input, exponent, out=out)


def _lift(name, input, other):
    if isinstance(input, Tensor):
        return input
    if not isinstance(other, Tensor):
        raise TypeError(f"{name}() received an invalid combination of arguments - got "
                        f"({type(input).__name__}, {type(other).__name__}), but one of them must be a Tensor")
    return wrap(input)


@_function
def float_power(input, exponent, *, out=None):
    """`pow` in double precision."""
    return F.float_power(_lift("float_power", input, exponent), exponent, out=out)


def _number_first(name):
    op = getattr(F, name)

    def function(input, other, *, out=None):
        return op(_lift(name, input, other), other, out=out)
    function.__name__, function.__doc__ = name, op.__doc__
    FUNCTIONS[name] = function


for _name in ("remainder", "xlogy", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift",
              "bitwise_right_shift"):
    _number_first(_name)


@_function
def normal(mean, std=None, size=None, *, generator=None, out=None, dtype=None, layout=None, device=None,
           requires_grad=False, pin_memory=False):
    """Normal numbers: for the means and deviations of tensors, or of shape `size`."""
    if size is not None and not isinstance(mean, Tensor) and not isinstance(std, Tensor):
        T._options("normal", dtype, device, layout, requires_grad, pin_memory)
        size = (size,) if isinstance(size, builtins.int) else size
        r = F.normal_float(mean, 1.0 if std is None else std, size, generator=generator, dtype=dtype, out=out)
        return T._leaf(r, requires_grad)
    if not isinstance(mean, Tensor) and not isinstance(std, Tensor):
        raise TypeError("normal() received an invalid combination of arguments - size is missing")
    if size is not None:
        raise TypeError("normal() received an invalid combination of arguments - size goes with numbers only")
    return F.normal(mean, 1.0 if std is None else std, generator=generator, out=out)


@_function
def meshgrid(*tensors, indexing=None):
    """Grids of coordinates from vectors; `indexing` is 'ij' or 'xy'."""
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    return F.meshgrid(tensors, "ij" if indexing is None else indexing)


@_function
def cartesian_prod(*tensors):
    """All combinations of the elements of vectors, as rows."""
    for t in tensors:
        if t.dim() != 1:
            raise RuntimeError(f"cartesian_prod(): expects a 1D vector as each input, but got a {t.dim()}D tensor")
    if len(tensors) == 1:
        return tensors[0].view_as(tensors[0])
    return F.stack([g.reshape(-1) for g in F.meshgrid(tensors, "ij")], 1)


@_both
def tensor_split(input, indices_or_sections=None, dim=0, *, indices=None, sections=None):
    """Views that split `dim` into so many parts, or at the given places."""
    given = next((v for v in (indices_or_sections, indices, sections) if v is not None), None)
    if isinstance(given, Tensor):
        given = given.tolist()
    if isinstance(given, builtins.int):
        return F.tensor_split(input, given, dim)
    return F.tensor_split_indices(input, given, dim)


def _split_along(name, least, axis):
    def split(input, indices_or_sections):
        if input.dim() < least:
            raise RuntimeError(f"torch.{name} requires a tensor with at least {least} dimension"
                               f"{'s' if least > 1 else ''}, but got a tensor with {input.dim()} dimensions!")
        d = 0 if input.dim() == 1 else axis
        if isinstance(indices_or_sections, builtins.int):
            n = indices_or_sections
            if n <= 0 or input.shape[d] % n:
                raise RuntimeError(f"torch.{name} attempted to split along dimension {d}, but the size of the dimension "
                                   f"{input.shape[d]} is not divisible by the split_size {n}!")
        return tensor_split(input, indices_or_sections, d)
    split.__name__, split.__doc__ = name, f"Views that split dimension {axis}."
    _both(split)


_split_along("hsplit", 1, 1)
_split_along("vsplit", 2, 0)
_split_along("dsplit", 3, 2)


@_both
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element repeated in place: all as often, or each its own number of times."""
    if repeats is None:
        n = input.numel()
        return F.repeat_interleave_tensor(T.arange(n, dtype=input.dtype), input, 0)
    if isinstance(repeats, builtins.int):
        return F.repeat_interleave(input, repeats, dim)
    if not isinstance(repeats, Tensor):
        repeats = T.tensor(repeats)
    return F.repeat_interleave_tensor(input, repeats, dim)


def _scatter(suffix):
    plain, value_form = getattr(F, "scatter" + suffix), getattr(F, "scatter_value" + suffix)

    def scatter(input, dim, index, src=None, *, value=None, reduce=None, **keywords):
        if reduce is not None:
            raise NotImplementedError(f"scatter{suffix}(): reduce='{reduce}'")
        given = value if src is None else src
        return (plain if isinstance(given, Tensor) else value_form)(input, dim, index, given, **keywords)
    scatter.__name__, scatter.__doc__ = "scatter" + suffix, plain.__doc__
    return scatter


_both(_scatter(""))
_method(_scatter("_"))


@_both
def fill_(input, value):
    """Writes `value`, a number or a 0-d tensor, everywhere."""
    if isinstance(value, Tensor):
        if value.dim():
            raise RuntimeError("fill_ only supports 0-dimension value tensor but got tensor with "
                               f"{value.dim()} dimensions.")
        return F.copy_(input, value)
    return F.fill_(input, value)


def _masked_fill(name):
    op = getattr(F, name)

    def masked_fill(input, mask, value):
        if isinstance(value, Tensor):
            if value.dim():
                raise RuntimeError(f"masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
                                   f"{value.dim()} dimension(s).")
            if value.requires_grad:
                filled = F.where(mask, value.to(input.dtype), input)
                return filled if name == "masked_fill" else F.copy_(input, filled)
        return op(input, mask, value)
    masked_fill.__name__, masked_fill.__doc__ = name, op.__doc__
    return masked_fill


_both(_masked_fill("masked_fill"))
_method(_masked_fill("masked_fill_"))


@_function
def polygamma(n, input, *, out=None):
    """The n-th derivative of digamma, elementwise."""
    return F.polygamma(n, input, out=out)


Tensor.polygamma = lambda self, n: F.polygamma(n, self)
Tensor.polygamma_ = lambda self, n: F.copy_(self, F.polygamma(n, F.clone(self)))


# ---- a copy with a part replaced -------------------------------------------------------------------------------------

def _with_part(name, view):
    def scatter(input, src, *args, **keywords):
        r = F.clone(input)
        part = view(r, *args, **keywords)
        if part.shape != src.shape:
            raise RuntimeError(f"expected src to have a size equal to the slice of self. src size = {list(src.shape)}, "
                               f"slice size = {list(part.shape)}")
        F.copy_(part, src)
        return r
    scatter.__name__, scatter.__doc__ = name, "A copy of `input` with `src` written over one view of it."
    _both(scatter)


_with_part("select_scatter", F.select)
_with_part("slice_scatter", F.slice)
_with_part("diagonal_scatter", F.diagonal)
_with_part("as_strided_scatter", F.as_strided)


def _copies():
    """PyTorch's `_copy` forms of the view ops."""
    for name in ("as_strided", "detach", "diagonal", "expand", "narrow", "permute", "select", "slice", "squeeze", "t",
                 "transpose", "unfold", "unsqueeze", "view"):
        def copy(input, *args, _view=getattr(Tensor, name, None) or getattr(F, name), **keywords):
            return F.clone(_view(input, *args, **keywords))
        copy.__name__ = name + "_copy"
        FUNCTIONS[copy.__name__] = copy
    for name in ("split", "split_with_sizes", "unbind"):
        def copies(input, *args, _view=getattr(T, name, None) or getattr(F, name), **keywords):
            return tuple(F.clone(v) for v in _view(input, *args, **keywords))
        copies.__name__ = name + "_copy"
        FUNCTIONS[copies.__name__] = copies
    Tensor.narrow_copy = FUNCTIONS["narrow_copy"]


_copies()
for _name, _of in (("unsafe_chunk", "chunk"), ("unsafe_split", "split"), ("unsafe_split_with_sizes", "split_with_sizes")):
    FUNCTIONS[_name] = getattr(T, _of, None) or getattr(F, _of)
    setattr(Tensor, _name, getattr(Tensor, _of))


# ---- small questions and conversions -------------------------------------------------------------------------------

@_method
def type_as(self, other):
    """The tensor with the dtype of another."""
    return self.to(other.dtype)


@_method
def is_same_size(self, other):
    return self.shape == other.shape


@_method
def is_set_to(self, tensor):
    """Whether both are the same elements of the same memory."""
    return (self.data_ptr() == tensor.data_ptr() and self.shape == tensor.shape and self.stride() == tensor.stride()
            and self.storage_offset() == tensor.storage_offset())


@_method
def resize_as_(self, other, memory_format=None):
    return self.resize_(other.shape)


@_method
def sum_to_size(self, *size):
    """Sums the dimensions that broadcasting `size` to this shape would repeat."""
    size = T._sizes(size)
    extra = self.dim() - len(size)
    if extra < 0 or any(n != 1 and n != m for n, m in zip(size, self.shape[extra:])):
        raise RuntimeError(f"size {{{list(size)}}} is not expandable to size {{{list(self.shape)}}}.")
    dims = [*range(extra), *(i + extra for i, n in enumerate(size) if n == 1 and self.shape[i + extra] != 1)]
    r = F.sum(self, dims, True) if dims else self
    return F.reshape(r, size) if extra else r


@_method
def fill_diagonal_(self, fill_value, wrap=False):
    """Writes `fill_value` on the main diagonal."""
    if self.dim() < 2:
        raise RuntimeError("dimensions must larger than 1")
    if self.dim() > 2 and len(set(self.shape)) > 1:
        raise RuntimeError("all dimensions of input must be of equal length")
    step, n = builtins.sum(self.stride()), builtins.min(self.shape)
    F.fill_(F.as_strided(self, (n,), (step,), self.storage_offset()), fill_value)
    if wrap and self.dim() == 2:
        # The diagonal goes on below a row that stays empty.
        height, width = self.shape
        for top in range(width + 1, height, width + 1):
            n = builtins.min(width, height - top)
            F.fill_(F.as_strided(self, (n,), (step,), self.storage_offset() + top * self.stride(0)), fill_value)
    return self


def _same_when_real(name):
    def method(input):
        if input.dtype.is_complex:
            raise NotImplementedError(f"{name}(): complex tensors")
        return input
    method.__name__, method.__doc__ = name, "The tensor itself: real tensors have nothing to conjugate."
    _both(method)


for _name in ("conj", "conj_physical"):
    _same_when_real(_name)
for _name in ("resolve_conj", "resolve_neg"):
    # Nothing here is conjugated or negated lazily.
    FUNCTIONS[_name] = lambda input: input
    setattr(Tensor, _name, lambda self: self)
for _name in ("is_conj", "is_neg"):
    FUNCTIONS[_name] = lambda input: False
    setattr(Tensor, _name, lambda self: False)
FUNCTIONS["is_distributed"] = lambda input: False
FUNCTIONS["is_signed"] = lambda input: input.dtype.is_signed
FUNCTIONS["is_inference"] = lambda input: input.is_inference()
FUNCTIONS["get_device"] = lambda input: -1
Tensor.is_nonzero = T.is_nonzero
Tensor.is_distributed = lambda self: False
Tensor.as_subclass = Tensor._as_subclass
Tensor.dim_order = lambda self: tuple(
    sorted(range(self.dim()), key=lambda i: (-self.stride(i), i)))
Tensor.H = property(lambda self: F.adjoint(self) if self.dim() == 2 else _only_matrices("H", self))
Tensor.mH = property(lambda self: F.adjoint(self))


def _only_matrices(name, t):
    raise RuntimeError(f"tensor.{name} is only supported on matrices (2-D tensors). Got {t.dim()}-D tensor.")


@_method
def new_empty_strided(self, size, stride, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    return empty_strided(size, stride, dtype=dtype or self.dtype, layout=layout, device=device,
                         requires_grad=requires_grad, pin_memory=pin_memory)


@_function
def empty_strided(size, stride, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """A tensor of new memory with the given strides."""
    T._options("empty_strided", dtype, device, layout, requires_grad, pin_memory)
    size, stride = tuple(size), tuple(stride)
    if len(size) != len(stride):
        raise RuntimeError(f"mismatch in length of strides and shape: {len(stride)} and {len(size)}")
    if any(s < 0 for s in stride):
        raise RuntimeError("as_strided: Negative strides are not supported at the moment")
    extent = 0 if 0 in size else 1 + builtins.sum((n - 1) * s for n, s in zip(size, stride))
    r = F.as_strided(F.empty((extent,), dtype=dtype), size, stride)
    return T._leaf(r.detach(), requires_grad)


# ---- Python callables over elements --------------------------------------------------------------------------------

def _elementwise(name, count):
    def method(self, *args):
        *others, function = args
        if len(others) != count:
            raise TypeError(f"{name}() takes {count + 1} arguments ({len(args)} given)")
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
    method.__name__, method.__doc__ = name, "Applies a Python callable to every element, in place; slow."
    setattr(Tensor, name, method)


_elementwise("apply_", 0)
_elementwise("map_", 1)
_elementwise("map2_", 2)


# ---- operators that no op of its own stands behind -----------------------------------------------------------------

@_method
def __reversed__(self):
    return self if self.dim() == 0 else F.flip(self, tuple(range(self.dim())))


@_method
def __rmatmul__(self, other):
    return F.matmul(other, self) if isinstance(other, Tensor) else NotImplemented


@_method
def __delitem__(self, index):
    raise TypeError("Tensor does not support deleting items")


@_method
def __array_wrap__(self, array, context=None, return_scalar=False):
    return T.from_numpy(array) if array.ndim else T.tensor(array)


# ---- torch's own forms of layers ---------------------------------------------------------------------------------------

_REDUCTIONS = ("none", "mean", "sum")


def _coded(name, at):
    """A loss whose reduction is a code: 0 none, 1 mean, 2 sum."""
    op = getattr(F, name)
    names = op.__code__.co_varnames[:op.__code__.co_argcount]

    def loss(*args, **keywords):
        given = dict(zip(at, args))
        given.update(keywords)
        code = given.pop("reduction", 1)
        if code not in (0, 1, 2):
            raise ValueError(f"{code} is not a valid value for reduction")
        return op(**{k: v for k, v in given.items() if k in names}, reduction=_REDUCTIONS[code])
    loss.__name__, loss.__doc__ = name, op.__doc__
    FUNCTIONS[name] = loss


_coded("binary_cross_entropy_with_logits", ("input", "target", "weight", "pos_weight", "reduction"))
_coded("kl_div", ("input", "target", "reduction"))
_coded("hinge_embedding_loss", ("input", "target", "margin", "reduction"))
_coded("margin_ranking_loss", ("input1", "input2", "target", "margin", "reduction"))
_coded("poisson_nll_loss", ("input", "target", "log_input", "full", "eps", "reduction"))


@_function
def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled):
    return F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


@_function
def instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, cudnn_enabled):
    return F.instance_norm(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps)


@_function
def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    if scale_grad_by_freq or sparse:
        raise NotImplementedError(f"embedding(): {'sparse' if sparse else 'scale_grad_by_freq'}=True")
    return F.embedding(indices, weight, None if padding_idx < 0 else padding_idx)


@_function
def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    return tuple(F.max_pool1d_with_indices(input, kernel_size, kernel_size if stride in (None, ()) else stride, padding,
                                           dilation, ceil_mode))


for _name in ("conv1d", "conv2d"):
    def _conv(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, _plain=getattr(F, _name),
              _named=getattr(F, _name + "_padding")):
        if isinstance(padding, str):
            return _named(input, weight, bias, stride, padding, dilation, groups)
        return _plain(input, weight, bias, stride, padding, dilation, groups)
    _conv.__name__, _conv.__doc__ = _name, getattr(F, _name).__doc__
    FUNCTIONS[_name] = _conv

Tensor.real = property(lambda self: F.real(self))


# ---- arguments that the ops themselves lack ------------------------------------------------------------------------

@_method
def copy_(self, src, non_blocking=False):
    """Overwrites the elements with those of `src`, broadcast and converted."""
    return F.copy_(self, src)


@_both
def gather(input, dim, index, *, sparse_grad=False, out=None):
    """Elements of `input` at `index` along `dim`."""
    if sparse_grad:
        raise NotImplementedError("gather(): sparse_grad=True")
    return F.gather(input, dim, index, out=out)


def _several_out(name):
    """`out=` for ops with several results: a tuple of tensors to write them to."""
    op = getattr(T, name, None) or getattr(F, name)

    def function(*args, out=None, **keywords):
        r = op(*args, **keywords)
        if out is None:
            return r
        if name == "aminmax":
            if spans_meet(out[0], out[1]):
                raise ValueError("aminmax(): the `min` and `max` out= tensors must not overlap.")
            for o, t in zip(out, r):
                deliver_apart(o, t, args[:1])
        else:
            for o, t in zip(out, r):
                deliver(o, t)
        return type(r)(out) if type(r) is tuple else type(r)._make(out)
    function.__name__, function.__doc__, function.__wrapped__ = name, op.__doc__, op
    FUNCTIONS[name] = function


for _name in ("aminmax", "sort", "std_mean", "topk", "var_mean"):
    _several_out(_name)


# ---- NumPy's argument names --------------------------------------------------------------------------------------------

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


def _numpy_names():
    for name in ("all", "amax", "amin", "aminmax", "any", "argmax", "argmin", "argsort", "cat", "chunk", "concat",
                 "concatenate", "count_nonzero", "cumprod", "cumsum", "gather", "index_select", "log_softmax", "logsumexp",
                 "max", "mean", "min", "nansum", "norm", "prod", "softmax", "sort", "split", "squeeze", "stack", "std",
                 "std_mean", "sum", "topk", "unbind", "unsqueeze", "var", "var_mean"):
        f = FUNCTIONS.get(name) or getattr(T, name, None) or getattr(F, name)
        FUNCTIONS[name] = named = _axis(f)
        if name in Tensor.__dict__:
            own = getattr(Tensor, name)
            setattr(Tensor, name, named if own is f else _axis(own))


_numpy_names()
