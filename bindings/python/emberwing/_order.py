"""What depends on the order of values: sorting, quantiles, distinct values, histograms."""
import builtins

from . import _functions as T
from ._base import Results, Tensor, deliver_apart, spans_meet, wrap
from ._generated import functions as F
from ._register import both, function, into


# ---- order -----------------------------------------------------------------------------------------------------------

def _median(name):
    whole, along = getattr(F, name), getattr(F, name + "_dim")

    def median(input, dim=None, keepdim=False, *, out=None):
        return into(whole(input) if dim is None else along(input, dim, keepdim), out)
    median.__name__ = name
    median.__doc__ = f"{whole.__doc__} With `dim`: values and indices along it."
    both(median)


_median("median")
_median("nanmedian")


def _quantile(name):
    op = getattr(F, name)

    def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear", out=None):
        if not isinstance(q, Tensor):
            q = T.tensor(builtins.float(q), dtype=input.dtype)
        return into(op(input, q, dim, keepdim, interpolation=interpolation), out)
    quantile.__name__, quantile.__doc__ = name, op.__doc__
    both(quantile)


_quantile("quantile")
_quantile("nanquantile")


@both
def sort(input, dim=-1, descending=False, *, stable=False, out=None):
    """The values in order along `dim`, NaN as the largest, and the indices they came from."""
    return into(F.sort(input, dim, descending, stable), out)


@both
def topk(input, k, dim=-1, largest=True, sorted=True, *, out=None):
    """The `k` largest or smallest values along `dim`, and where they are."""
    return into(F.topk(input, k, dim, largest, sorted), out)


@both
def kthvalue(input, k, dim=-1, keepdim=False, *, out=None):
    """The `k`-th smallest value along `dim`, and where it is."""
    return into(F.kthvalue(input, k, dim, keepdim), out)


@both
def mode(input, dim=-1, keepdim=False, *, out=None):
    """The most frequent value along `dim`, and where it is."""
    return into(F.mode(input, dim, keepdim), out)


@both
def aminmax(input, *, dim=None, keepdim=False, out=None):
    """The smallest and the largest value, of all or along `dim`."""
    result = F.aminmax(input, dim=dim, keepdim=keepdim)
    if out is None:
        return result
    if len(out) == 2 and spans_meet(*out):
        raise ValueError("aminmax(): the `min` and `max` out= tensors must not overlap.")
    return type(result)._make([deliver_apart(o, t, (input,)) for o, t in zip(out, result)])


@function
def searchsorted(sorted_sequence, input=None, *, out_int32=False, right=False, side=None, sorter=None, out=None, self=None):
    """Where values would go in a sorted sequence; a number may stand for them."""
    values = self if input is None else input
    if values is None:
        raise TypeError('searchsorted() missing 1 required positional arguments: "input"')
    if not isinstance(values, Tensor):
        values = wrap(values)
        common = F.add(F.narrow(sorted_sequence.reshape(-1), 0, 0, 0), values).dtype
        sorted_sequence, values = sorted_sequence.to(common), values.to(common)
    return F.searchsorted(sorted_sequence, values, out_int32=out_int32, right=right, side=side, sorter=sorter, out=out)


# ---- distinct values -------------------------------------------------------------------------------------------------

def _named(names, values):
    chosen = [v for v, wanted in values if wanted]
    return chosen[0] if len(chosen) == 1 else tuple(chosen)


@both
def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The distinct values, or slices along `dim`, in order."""
    if dim is not None and not input.dim():
        raise IndexError(f"Dimension specified as {dim} but tensor has no dimensions")
    output, inverse, counts = F.unique_parts(input, dim)
    return _named(None, ((output, True), (inverse, return_inverse), (counts, return_counts)))


@both
def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """The values (or slices along `dim`) that differ from the one before."""
    output, inverse, counts = F.unique_consecutive_parts(input, dim)
    return _named(None, ((output, True), (inverse, return_inverse), (counts, return_counts)))


# ---- histograms ------------------------------------------------------------------------------------------------------

_histogram_result = Results("histogram", "hist", "bin_edges")
_histogramdd_result = Results("histogramdd", "hist", "bin_edges")


@both
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
    return into(_histogram_result((counts, edges)), out)


def _range(values, count):
    values = [builtins.float(v) for v in values]
    if len(values) != count:
        raise RuntimeError(f"torch.histogramdd(): for a {count // 2}-dimensional histogram range should have {count} "
                           f"elements, but got {len(values)}")
    return values


@function
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
