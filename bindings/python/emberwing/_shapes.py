"""Joining, splitting, copies of views, and tensors of given strides."""
import builtins

from . import _functions as T
from . import _types
from ._base import Tensor, deliver
from ._generated import functions as F
from ._register import FUNCTIONS, both, function, into, listed, method


# ---- joining and splitting -------------------------------------------------------------------------------------------

@function
def cartesian_prod(*tensors):
    """All combinations of one element of each vector."""
    return F.cartesian_prod_list(listed(tensors))


@function
def block_diag(*tensors):
    """A matrix with the given matrices along its diagonal."""
    return F.block_diag_list(listed(tensors))


@function
def meshgrid(*tensors, indexing=None):
    """Grids of coordinates from vectors."""
    return F.meshgrid(listed(tensors), indexing)


def _atleast(name):
    op = getattr(F, name)

    def atleast(*tensors):
        if len(tensors) == 1 and isinstance(tensors[0], Tensor):
            return op(tensors[0])
        return tuple(op(t) for t in listed(tensors))
    atleast.__name__, atleast.__doc__ = name, op.__doc__
    function(atleast)


for _name in ("atleast_1d", "atleast_2d", "atleast_3d"):
    _atleast(_name)


@both
def tensor_split(input, indices_or_sections=None, dim=0, *, indices=None, sections=None, tensor_indices_or_sections=None):
    """Views between positions along `dim`, or that many views of nearly equal size."""
    at = tensor_indices_or_sections if indices_or_sections is None else indices_or_sections
    at = indices if at is None else at
    at = sections if at is None else at
    if isinstance(at, Tensor):
        if at.dtype is not _types.int64:
            raise RuntimeError("tensor_split expected tensor_indices_or_sections to have dtype of long, but got "
                               f"{at.dtype!r}")
        if at.dim() > 1:
            raise RuntimeError("tensor_split expected tensor_indices_or_sections to be a zero-dimensional or "
                               f"one-dimensional tensor, but got a tensor with {at.dim()} dims")
        at = at.tolist()
    if isinstance(at, builtins.int):
        return F.tensor_split(input, at, dim)
    return F.tensor_split_indices(input, list(at), dim)


def _sections(input, at, dim, name):
    if isinstance(at, builtins.int):
        if at <= 0 or input.shape[dim] % at:
            raise RuntimeError(f"torch.{name} attempted to split along dimension {dim}, but the size of the dimension "
                               f"{input.shape[dim]} is not divisible by the split_size {at}!")
        return F.tensor_split(input, at, dim)
    return F.tensor_split_indices(input, list(at), dim)


def _splitter(name, least, at):
    def splitter(input, indices_or_sections=None, *, indices=None, sections=None):
        if input.dim() < least:
            raise RuntimeError(f"torch.{name} requires a tensor with at least {least} dimension, but got a tensor with "
                               f"{input.dim()} dimensions!")
        given = next((v for v in (indices_or_sections, indices, sections) if v is not None), None)
        return _sections(input, given, at(input), name)
    splitter.__name__, splitter.__doc__ = name, "Views between positions along one dimension, or of equal sizes."
    both(splitter)


_splitter("hsplit", 1, lambda x: 0 if x.dim() == 1 else 1)
_splitter("vsplit", 2, lambda x: 0)
_splitter("dsplit", 3, lambda x: 2)


@function
def slice_inverse(input, src, dim=0, start=None, end=None, step=1):
    """`src` as a view of the storage that `input`, a slice of it, shares."""
    return F.as_strided(input, src.shape, src.stride(), src.storage_offset())


@both
def unsafe_split(input, split_size, dim=0):
    """As `split`."""
    return F.split(input, split_size, dim)


@both
def unsafe_split_with_sizes(input, split_sizes, dim=0):
    """As `split_with_sizes`."""
    return F.split_with_sizes(input, split_sizes, dim)


@both
def unsafe_chunk(input, chunks, dim=0):
    """As `chunk`."""
    return F.chunk(input, chunks, dim)


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
    both(scatter)


_with_part("select_scatter", F.select)
_with_part("slice_scatter", F.slice)
_with_part("diagonal_scatter", F.diagonal)
_with_part("as_strided_scatter", F.as_strided)


# ---- copies of views -------------------------------------------------------------------------------------------------

def _copying(name, view, several=False):
    def copy(*args, out=None, **keywords):
        result = view(*args, **keywords)
        if several:
            result = tuple(F.clone(t) for t in result)
            if out is None:
                return result
            for o, t in zip(out, result):
                deliver(o, t)
            return None
        return into(F.clone(result), out)
    copy.__name__, copy.__doc__ = name, f"A copy of what `{name.removesuffix('_copy')}` shows."
    function(copy)


def _squeeze(input, dim=None):
    return input.squeeze() if dim is None else input.squeeze(dim)


def _view(input, size=None, dtype=None):
    return input.view(size if dtype is None and not isinstance(size, _types.dtype) else (dtype or size))


def _slice(input, dim, start, end, step):
    index = [slice(None)] * input.dim()
    if not -input.dim() <= dim < input.dim():
        raise IndexError(f"Dimension out of range (expected to be in range of [{-input.dim()}, {input.dim() - 1}], but got "
                         f"{dim})")
    index[dim] = slice(start, end, step)
    return input[tuple(index)]


for _name, _op in (("alias", lambda input: input), ("detach", F.detach), ("expand", lambda input, size, *, implicit=False:
                                                                            F.expand(input, size)),
                   ("permute", F.permute), ("as_strided", F.as_strided), ("diagonal", F.diagonal), ("narrow", F.narrow),
                   ("select", F.select), ("t", lambda input: input.t()), ("transpose", F.transpose),
                   ("unsqueeze", F.unsqueeze), ("squeeze", _squeeze), ("view", _view), ("unfold", F.unfold),
                   ("slice", lambda input, dim=0, start=None, end=None, step=1: _slice(input, dim, start, end, step))):
    _copying(_name + "_copy", _op)
for _name, _op in (("split", F.split), ("split_with_sizes", F.split_with_sizes), ("unbind", F.unbind)):
    _copying(_name + "_copy", _op, True)
Tensor.narrow_copy = FUNCTIONS["narrow_copy"]


# ---- strided factories -----------------------------------------------------------------------------------------------

@function
def empty_strided(size, stride, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """An uninitialised tensor with the given strides."""
    T._options("empty_strided", dtype, device, layout, requires_grad, pin_memory)
    return T._leaf(F.empty_strided(size, stride, dtype=dtype), requires_grad)


@function
def empty_permuted(size, physical_layout, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """An uninitialised tensor whose dimensions lie in memory in the given order."""
    T._options("empty_permuted", dtype, device, layout, requires_grad, pin_memory)
    size, order = tuple(size), tuple(physical_layout)
    if len(size) != len(order):
        raise RuntimeError(f"Number of dimensions in size does not match the length of the physical_layout; i.e. "
                           f"len(size) = {len(size)} is not equal to len(physical_layout) = {len(order)}")
    strides, n = [None] * len(size), 1
    for d in reversed(order):
        if not 0 <= d < len(size):
            raise RuntimeError(f"Dimension out of range (expected to be between 0 and {len(size) - 1}, but got {d} at index "
                               f"{order.index(d)}).  NB: negative dims not currently supported; file an issue if you want it.")
        if strides[d] is not None:
            raise RuntimeError("Duplicate dim not allowed")
        strides[d] = n
        n *= builtins.max(size[d], 1)
    return T._leaf(F.empty_strided(size, strides, dtype=dtype), requires_grad)


@method
def new_empty_strided(self, size, stride, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False):
    """An uninitialised tensor of this dtype with the given strides."""
    return empty_strided(size, stride, dtype=dtype or self.dtype, device=device, requires_grad=requires_grad, layout=layout,
                         pin_memory=pin_memory)


# ---- sizes of others -------------------------------------------------------------------------------------------------

@method
def sum_to_size(self, *size):
    """The sum over the dimensions along which `size` would be broadcast."""
    if len(size) == 1 and not isinstance(size[0], builtins.int):
        size = size[0]
    return F.sum_to_size_of(self, tuple(size))


@method
def resize_as_(self, the_template, memory_format=None):
    """Resizes to the shape of another tensor."""
    return self.resize_(tuple(the_template.shape))
