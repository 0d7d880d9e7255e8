"""Functions that take their arguments in several forms, each told from the others by what it is given."""
import builtins

from . import _functions as T
from ._base import Tensor, wrap
from ._generated import functions as F
from ._register import FUNCTIONS, both, function, into, method


# ---- arithmetic ------------------------------------------------------------------------------------------------------

@function
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


@function
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


@function
def polygamma(n, input, *, out=None):
    """The n-th derivative of digamma, elementwise."""
    return F.polygamma(n, input, out=out)


Tensor.polygamma = lambda self, n: F.polygamma(n, self)
Tensor.polygamma_ = lambda self, n: F.copy_(self, F.polygamma(n, F.clone(self)))


# ---- random numbers --------------------------------------------------------------------------------------------------

@function
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


# ---- writing into a tensor -------------------------------------------------------------------------------------------

@both
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


both(_masked_fill("masked_fill"))
method(_masked_fill("masked_fill_"))


@method
def copy_(self, other, non_blocking=False):
    """Overwrites the elements with those of `other`, broadcast and converted."""
    return F.copy_(self, other)


@method
def uniform_(self, *args, generator=None, **keywords):
    """Fills with numbers uniform in [from, to)."""
    # `from` is a word of Python's own.
    low = args[0] if args else keywords.pop("from", 0)
    high = args[1] if len(args) > 1 else keywords.pop("to", 1)
    if keywords or len(args) > 2:
        raise TypeError(f"uniform_() got an unexpected keyword argument '{next(iter(keywords))}'" if keywords else
                        f"uniform_() takes from 0 to 2 positional arguments but {len(args)} were given")
    return F.uniform_(self, low, high, generator=generator)


@method
def expand(self, *size, implicit=False, **keywords):
    """A view with dimensions of size 1 repeated; -1 keeps a size. `implicit` changes nothing but the graph's names."""
    if "size" in keywords:
        size = (keywords.pop("size"),)
    if keywords:
        raise TypeError(f"expand() got an unexpected keyword argument '{next(iter(keywords))}'")
    return F.expand(self, T._sizes(size))


@method
def split(self, split_size, dim=0):
    """Views of `split_size` elements each along `dim`, or of the given sizes."""
    return T.split(self, split_size, dim)


@method
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


# ---- numbers in the place of tensors ------------------------------------------------------------------------------------

@function
def isin(elements=None, test_elements=None, *, assume_unique=False, invert=False, out=None, element=None, test_element=None):
    """Whether each element is among `test_elements`; either may be a number."""
    elements = element if elements is None else elements
    test_elements = test_element if test_elements is None else test_elements
    if not isinstance(elements, Tensor) and not isinstance(test_elements, Tensor):
        raise TypeError("isin() received an invalid combination of arguments - got "
                        f"({type(elements).__name__}, {type(test_elements).__name__}), but one of them must be a Tensor")
    lifted = [v if isinstance(v, Tensor) else T.tensor(v) for v in (elements, test_elements)]
    return F.isin(*lifted, assume_unique=assume_unique, invert=invert, out=out)


@function
def result_type(tensor1=None, tensor2=None, *, tensor=None, other=None, scalar=None, scalar1=None, scalar2=None):
    """The dtype that an operation on two tensors or numbers gives."""
    named = [v for v in (scalar1, scalar, tensor, other, scalar2) if v is not None]
    given = [v for v in (tensor1, tensor2) if v is not None] + named
    if len(given) != 2:
        raise TypeError(f"result_type() takes 2 arguments ({len(given)} given)")
    empty = [F.narrow(v.reshape(-1), 0, 0, 0) if isinstance(v, Tensor) and v.dim() else v if isinstance(v, Tensor) else wrap(v)
             for v in given]
    return F.add(*empty).dtype


def _own_dtype(name, out_dtype):
    if out_dtype is not None:
        raise NotImplementedError(f"{name}(): out_dtype, which PyTorch has on a GPU only")


@function
def mm(input, mat2, *, out=None, out_dtype=None):
    """The product of two matrices."""
    _own_dtype("mm", out_dtype)
    return F.mm(input, mat2, out=out)


FUNCTIONS["spmm"] = mm


@function
def bmm(input, mat2, *, out=None, out_dtype=None):
    """The products of two batches of matrices."""
    _own_dtype("bmm", out_dtype)
    return F.bmm(input, mat2, out=out)


@function
def addmm(input, mat1, mat2, *, beta=1, alpha=1, out=None, out_dtype=None):
    """`beta * input + alpha * (mat1 @ mat2)`."""
    _own_dtype("addmm", out_dtype)
    return F.addmm(input, mat1, mat2, beta=beta, alpha=alpha, out=out)


@function
def baddbmm(input, batch1, batch2, *, beta=1, alpha=1, out=None, out_dtype=None):
    """`beta * input + alpha * (batch1 @ batch2)`, for each matrix of the batches."""
    _own_dtype("baddbmm", out_dtype)
    return F.baddbmm(input, batch1, batch2, beta=beta, alpha=alpha, out=out)


# ---- gather and scatter ----------------------------------------------------------------------------------------------

@both
def gather(input, dim, index, *, sparse_grad=False, out=None):
    """Elements of `input` at `index` along `dim`."""
    if sparse_grad:
        raise NotImplementedError("gather(): sparse_grad=True")
    return F.gather(input, dim, index, out=out)


def _scatter(input, dim, index, src, reduce, suffix):
    number = not isinstance(src, Tensor)
    if reduce is not None:
        op = getattr(F, ("scatter_reducing_value" if number else "scatter_reducing") + suffix)
        return op(input, dim, index, src, reduce=reduce)
    return getattr(F, ("scatter_value" if number else "scatter") + suffix)(input, dim, index, src)


@both
def scatter(input, dim, index, src=None, *, value=None, reduce=None, out=None):
    """`input` with the values of `src` (a tensor or a number) at the places that `index` names along `dim`."""
    return into(_scatter(input, dim, index, value if src is None else src, reduce, ""), out)


@method
def scatter_(self, dim, index, src=None, *, value=None, reduce=None):
    """Writes the values of `src` (a tensor or a number) at the places that `index` names along `dim`."""
    return _scatter(self, dim, index, value if src is None else src, reduce, "_")


@both
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element repeated along `dim`; with one argument, the index of each element as often as it says."""
    if repeats is None:
        if input.dim() != 1:
            raise RuntimeError("repeat_interleave only accept 1D vector as repeat")
        result = F.repeat_interleave_tensor(T.arange(input.shape[0]), input, 0)
    elif isinstance(repeats, Tensor):
        result = F.repeat_interleave_tensor(input, repeats, dim)
    else:
        result = F.repeat_interleave(input, repeats, dim)
    if output_size is not None and output_size != (result.shape[dim] if dim is not None else result.shape[0]):
        raise RuntimeError("repeat_interleave: Allocated size does not match required size")
    return result
