"""Python forms of ops that take their arguments in several ways, and the functions made of views and copies.

Imported last: `install(namespace)` adds its functions to the package and the methods to Tensor.
"""
import builtins
import operator

from . import _types
from ._base import NULL, Results, Tensor, deliver, wrap  # noqa: F401
from ._generated import functions as F

FUNCTIONS = {}
METHODS = {}


def _public(function=None, *, name=None, method=True):
    """Shows a function in the package, and as a Tensor method."""
    def add(f):
        shown = name or f.__name__
        FUNCTIONS[shown] = f
        if method:
            METHODS[shown] = f
        return f
    return add if function is None else add(function)


def _only_method(f):
    METHODS[f.__name__] = f
    return f


def _out(result, out):
    """Delivers one result, or several into as many `out` tensors."""
    if out is None:
        return result
    if isinstance(result, Tensor):
        return deliver(out, result)
    for o, r in zip(out, result):
        deliver(o, r)
    return out if isinstance(out, tuple) else tuple(out)


def _list(values):
    """Tensors given one by one or as one sequence."""
    return list(values[0]) if len(values) == 1 and isinstance(values[0], (list, tuple)) else list(values)


# ---- scatter, put ----------------------------------------------------------------------------------------------------------

def _scatter(input, dim, index, src, reduce, suffix):
    number = not isinstance(src, Tensor)
    if reduce is not None:
        op = getattr(F, ("scatter_reducing_value" if number else "scatter_reducing") + suffix)
        return op(input, dim, index, src, reduce=reduce)
    return getattr(F, ("scatter_value" if number else "scatter") + suffix)(input, dim, index, src)


@_public
def scatter(input, dim, index, src=None, *, value=None, reduce=None, out=None):
    """`input` with the values of `src` (a tensor or a number) at the places that `index` names along `dim`."""
    return _out(_scatter(input, dim, index, value if src is None else src, reduce, ""), out)


@_only_method
def scatter_(self, dim, index, src=None, *, value=None, reduce=None):
    """Writes the values of `src` (a tensor or a number) at the places that `index` names along `dim`."""
    return _scatter(self, dim, index, value if src is None else src, reduce, "_")


# ---- order ------------------------------------------------------------------------------------------------------------------

def _median(name):
    whole, along = getattr(F, name), getattr(F, name + "_dim")

    def median(input, dim=None, keepdim=False, *, out=None):
        return _out(whole(input) if dim is None else along(input, dim, keepdim), out)
    median.__name__ = name
    median.__doc__ = f"{whole.__doc__} With `dim`: values and indices along it."
    _public(median)


_median("median")
_median("nanmedian")


def _quantile(name):
    op = getattr(F, name)

    def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear", out=None):
        if not isinstance(q, Tensor):
            from ._functions import tensor
            q = tensor(builtins.float(q), dtype=input.dtype)
        return _out(op(input, q, dim, keepdim, interpolation=interpolation), out)
    quantile.__name__, quantile.__doc__ = name, op.__doc__
    _public(quantile)


_quantile("quantile")
_quantile("nanquantile")


@_public
def sort(input, dim=-1, descending=False, *, stable=False, out=None):
    """The values in order along `dim`, NaN as the largest, and the indices they came from."""
    return _out(F.sort(input, dim, descending, stable), out)


def _named(names, values):
    chosen = [v for v, wanted in values if wanted]
    return chosen[0] if len(chosen) == 1 else tuple(chosen)


@_public
def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct values, or slices along `dim`, in order."""
    if dim is not None and not input.dim():
        raise IndexError(f"Dimension specified as {dim} but tensor has no dimensions")
    output, inverse, counts = F.unique_parts(input, dim)
    return _named(None, ((output, True), (inverse, return_inverse), (counts, return_counts)))


@_public
def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """The values (or slices along `dim`) that differ from the one before."""
    output, inverse, counts = F.unique_consecutive_parts(input, dim)
    return _named(None, ((output, True), (inverse, return_inverse), (counts, return_counts)))


# ---- histograms --------------------------------------------------------------------------------------------------------------

_histogram_result = Results("histogram", "hist", "bin_edges")
_histogramdd_result = Results("histogramdd", "hist", "bin_edges")


@_public
def histogram(input, bins, *, range=None, weight=None, density=False, out=None):
    """Counts of the values in bins, and the edges of the bins."""
    if isinstance(bins, Tensor):
        if range is not None:
            raise TypeError("histogram() received an invalid combination of arguments: range with bins given as a Tensor")
        edges = bins
    else:
        low, high = (None, None) if range is None else _range(range, 2)
        edges = F.histogram_edges(input, bins, low, high)
    counts = F.histogramdd_counts(F.reshape(input, (-1, 1)), [edges], None if weight is None else F.reshape(weight, (-1,)),
                                  density)
    return _out(_histogram_result((counts, edges)), out)


def _range(values, count):
    values = [builtins.float(v) for v in values]
    if len(values) != count:
        raise RuntimeError(f"torch.histogramdd(): for a {count // 2}-dimensional histogram range should have {count} "
                           f"elements, but got {len(values)}")
    return values


@_public(method=False)
def histogramdd(input, bins, range=None, weight=None, density=False):
    """Counts of the rows of `input` in boxes, and the edges of the boxes of each column."""
    if input.dim() < 2:
        raise RuntimeError(f"torch.histogramdd(): input tensor should have at least 2 dimensions, but got {input.dim()}")
    n = input.shape[-1]
    if isinstance(bins, builtins.int):
        bins = [bins] * n
    bins = list(bins)
    if len(bins) != n:
        raise RuntimeError(f"torch.histogramdd(): expected {n} sequences of bin edges for a {n}-dimensional histogram but "
                           f"got {len(bins)}")
    if bins and isinstance(bins[0], Tensor):
        edges = bins
    else:
        limits = [None] * (2 * n) if range is None else _range(range, 2 * n)
        columns = F.reshape(input, (-1, n))
        edges = [F.histogram_edges(F.select(columns, 1, k), bins[k], limits[2 * k], limits[2 * k + 1]) for k in
                 builtins.range(n)]
    return _histogramdd_result((F.histogramdd_counts(input, edges, weight, density), tuple(edges)))


# ---- products ------------------------------------------------------------------------------------------------------------------

def _letter(i):
    if not 0 <= i < 52:
        raise ValueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")
    return chr(ord("A") + i) if i < 26 else chr(ord("a") + i - 26)


def _subscripts(values):
    return "".join("..." if v is Ellipsis else _letter(operator.index(v)) for v in values)


@_public(method=False)
def einsum(*args):
    """Products of tensors summed over the dimensions that the result does not name."""
    if len(args) < 2:
        raise ValueError("einsum(): must specify the equation string and at least one operand, or at least one operand and "
                         "its subscripts list")
    if isinstance(args[0], Tensor):
        operands = list(args[0:len(args) - len(args) % 2:2])
        equation = ",".join(_subscripts(s) for s in args[1::2])
        if len(args) % 2:
            equation += "->" + _subscripts(args[-1])
        return F.einsum(equation, operands)
    return F.einsum(args[0], _list(args[1:]))


@_public(method=False)
def tensordot(a, b, dims=2, out=None):
    """Products summed over the last `dims` dimensions of `a` and the first of `b`, or over lists of dimensions."""
    if isinstance(dims, Tensor):
        dims = dims.tolist() if dims.dim() else builtins.int(dims.item())
    if isinstance(dims, (list, tuple)):
        if len(dims) == 2 and all(isinstance(d, (list, tuple)) for d in dims):
            first, second = dims
        elif len(dims) == 2:
            first, second = [dims[0]], [dims[1]]
        else:
            first, second = list(dims[0]), list(dims[1])
    else:
        if dims < 0:
            raise RuntimeError(f"tensordot expects dims >= 0, but got dims={dims}")
        if dims > builtins.min(a.dim(), b.dim()):
            raise RuntimeError(f"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}")
        first, second = list(builtins.range(a.dim() - dims, a.dim())), list(builtins.range(dims))
    return _out(F.tensordot_dims(a, b, first, second), out)


# ---- integrals and differences ----------------------------------------------------------------------------------------------------

def _trapezoid(name, op):
    def integrate(y, x=None, *, dx=None, dim=-1):
        if x is not None and dx is not None:
            raise TypeError(f"{name}() received an invalid combination of arguments: both x and dx")
        return op(y, x, dx=1 if dx is None else dx, dim=dim)
    integrate.__name__, integrate.__doc__ = name, op.__doc__
    _public(integrate, method=False)


_trapezoid("trapezoid", F.trapezoid)
_trapezoid("trapz", F.trapezoid)
_trapezoid("cumulative_trapezoid", F.cumulative_trapezoid)


@_public(method=False)
def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """Numerical derivatives along the dimensions, one tensor for each."""
    rank = input.dim()
    spacing = 1 if spacing is None else spacing
    if dim is None:
        dims = list(builtins.range(rank))
    else:
        dims = [dim] if isinstance(dim, builtins.int) else list(dim)
    seen = set()
    for d in dims:
        if not -builtins.max(rank, 1) <= d < builtins.max(rank, 1):
            raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {d})")
        if d % builtins.max(rank, 1) in seen:
            raise RuntimeError(f"dim {d} appears multiple times in the list of dims")
        seen.add(d % builtins.max(rank, 1))
    if isinstance(spacing, (list, tuple)):
        if len(spacing) != len(dims):
            raise RuntimeError(f"torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to "
                               f"'self.dim() = {rank}', but got a list of length {len(spacing)}")
        steps = list(spacing)
    else:
        if isinstance(spacing, Tensor) and spacing.dim():
            raise RuntimeError("torch.gradient expected spacing to be a number or a list")
        steps = [spacing] * len(dims)
    return tuple(F.gradient_coordinates(input, s, d, edge_order) if isinstance(s, Tensor) and s.dim() else
                 F.gradient_step(input, builtins.float(s), d, edge_order) for s, d in zip(steps, dims))


# ---- joining and splitting ---------------------------------------------------------------------------------------------------------

@_public(method=False)
def cartesian_prod(*tensors):
    """All combinations of one element of each vector."""
    return F.cartesian_prod_list(_list(tensors))


@_public(method=False)
def block_diag(*tensors):
    """A matrix with the given matrices along its diagonal."""
    return F.block_diag_list(_list(tensors))


@_public(method=False)
def meshgrid(*tensors, indexing=None):
    """Grids of coordinates from vectors."""
    return F.meshgrid(_list(tensors), indexing)


def _atleast(name):
    op = getattr(F, name)

    def atleast(*tensors):
        if len(tensors) == 1 and isinstance(tensors[0], Tensor):
            return op(tensors[0])
        return tuple(op(t) for t in _list(tensors))
    atleast.__name__, atleast.__doc__ = name, op.__doc__
    _public(atleast, method=False)


for _name in ("atleast_1d", "atleast_2d", "atleast_3d"):
    _atleast(_name)


@_public
def tensor_split(input, indices_or_sections=None, dim=0, *, indices=None, sections=None):
    """Views between positions along `dim`, or that many views of nearly equal size."""
    at = indices_or_sections
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
    _public(splitter)


_splitter("hsplit", 1, lambda x: 0 if x.dim() == 1 else 1)
_splitter("vsplit", 2, lambda x: 0)
_splitter("dsplit", 3, lambda x: 2)


@_public
def unsafe_split(input, split_size, dim=0):
    """As `split`."""
    return F.split(input, split_size, dim)


@_public
def unsafe_split_with_sizes(input, split_sizes, dim=0):
    """As `split_with_sizes`."""
    return F.split_with_sizes(input, split_sizes, dim)


@_public
def unsafe_chunk(input, chunks, dim=0):
    """As `chunk`."""
    return F.chunk(input, chunks, dim)


@_public
def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element repeated along `dim`; with one argument, the index of each element as often as it says."""
    if repeats is None:
        from ._functions import arange
        if input.dim() != 1:
            raise RuntimeError("repeat_interleave only accept 1D vector as repeat")
        result = F.repeat_interleave_tensor(arange(input.shape[0]), input, 0)
    elif isinstance(repeats, Tensor):
        result = F.repeat_interleave_tensor(input, repeats, dim)
    else:
        result = F.repeat_interleave(input, repeats, dim)
    if output_size is not None and output_size != (result.shape[dim] if dim is not None else result.shape[0]):
        raise RuntimeError("repeat_interleave: Allocated size does not match required size")
    return result


# ---- copies ----------------------------------------------------------------------------------------------------------------------------

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
        return _out(F.clone(result), out)
    copy.__name__, copy.__doc__ = name, f"A copy of what `{name.removesuffix('_copy')}` shows."
    _public(copy, name=name, method=False)


def _squeeze(input, dim=None):
    return input.squeeze() if dim is None else input.squeeze(dim)


def _view(input, size=None, dtype=None):
    return input.view(size if dtype is None and not isinstance(size, _types.dtype) else (dtype or size))


for _name, _op in (("alias", lambda input: input), ("detach", F.detach), ("expand", lambda input, size, *, implicit=False:
                                                                            F.expand(input, size)),
                   ("permute", F.permute), ("as_strided", F.as_strided), ("diagonal", F.diagonal), ("narrow", F.narrow),
                   ("select", F.select), ("t", lambda input: input.t()), ("transpose", F.transpose),
                   ("unsqueeze", F.unsqueeze), ("squeeze", _squeeze), ("view", _view), ("unfold", F.unfold),
                   ("slice", lambda input, dim=0, start=None, end=None, step=1: _slice(input, dim, start, end, step))):
    _copying(_name + "_copy", _op)
for _name, _op in (("split", F.split), ("split_with_sizes", F.split_with_sizes), ("unbind", F.unbind)):
    _copying(_name + "_copy", _op, True)


def _slice(input, dim, start, end, step):
    index = [slice(None)] * input.dim()
    if not -input.dim() <= dim < input.dim():
        raise IndexError(f"Dimension out of range (expected to be in range of [{-input.dim()}, {input.dim() - 1}], but got "
                         f"{dim})")
    index[dim] = slice(start, end, step)
    return input[tuple(index)]


# ---- strided factories --------------------------------------------------------------------------------------------------------------------

def _leaf(t, requires_grad):
    return t.requires_grad_(True) if requires_grad else t


@_public(method=False)
def empty_strided(size, stride, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """An uninitialised tensor with the given strides."""
    from ._functions import _options
    _options("empty_strided", dtype, device, layout, requires_grad, pin_memory)
    return _leaf(F.empty_strided(size, stride, dtype=dtype), requires_grad)


@_public(method=False)
def empty_permuted(size, physical_layout, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """An uninitialised tensor whose dimensions lie in memory in the given order."""
    from ._functions import _options
    _options("empty_permuted", dtype, device, layout, requires_grad, pin_memory)
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
    return _leaf(F.empty_strided(size, strides, dtype=dtype), requires_grad)


@_only_method
def new_empty_strided(self, size, stride, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False):
    """An uninitialised tensor of this dtype with the given strides."""
    return empty_strided(size, stride, dtype=dtype or self.dtype, device=device, requires_grad=requires_grad, layout=layout,
                         pin_memory=pin_memory)


# ---- the rest ----------------------------------------------------------------------------------------------------------------------------------

@_only_method
def sum_to_size(self, *size):
    """The sum over the dimensions along which `size` would be broadcast."""
    if len(size) == 1 and not isinstance(size[0], builtins.int):
        size = size[0]
    return F.sum_to_size_of(self, tuple(size))


@_only_method
def resize_as_(self, the_template, memory_format=None):
    """Resizes to the shape of another tensor."""
    return self.resize_(tuple(the_template.shape))


@_public(method=False)
def unravel_index(indices, shape):
    """The coordinates, one tensor for each dimension, of flat positions in a tensor of that shape."""
    if indices.dtype.is_floating_point or indices.dtype.is_complex or indices.dtype is _types.bool:
        raise ValueError(f"expected 'indices' to be integer dtype, but got {indices.dtype!r}")
    if isinstance(shape, Tensor):
        shape = shape.tolist()
    shape = (shape,) if isinstance(shape, builtins.int) else tuple(shape)
    if any(not isinstance(s, builtins.int) for s in shape):
        raise ValueError("expected 'shape' to be int or sequence of ints")
    if any(s < 0 for s in shape):
        raise ValueError(f"'shape' cannot have negative values, but got {shape}")
    result, step = [], 1
    for s in reversed(shape):
        result.append(F.remainder(F.floor_divide(indices, step), s))
        step *= s
    return tuple(reversed(result))


@_public(method=False)
def range(start=0, end=None, step=1, *, out=None, dtype=None, **keywords):
    """Values `start, start + step, …` up to and with `end`."""
    from ._functions import arange
    if end is None:
        start, end = 0, start
    if (step > 0 and end < start) or (step < 0 and end > start):
        raise RuntimeError("upper bound and larger bound inconsistent with step sign")
    count = builtins.int((end - start) / step) + 1
    if dtype is None:
        dtype = _types.get_default_dtype()
    return _out(arange(0, count, dtype=_types.float64).mul(step).add(start).to(dtype), out)


del _name, _op


def install(package):
    """Adds the functions to the package and the methods to Tensor."""
    package.update(FUNCTIONS)
    for name, f in METHODS.items():
        setattr(Tensor, name, f)
