"""torch.masked: reductions and normalisations that leave out the elements whose mask is False.

Every function replaces what is masked out by the value that does not change the result, and calls the ordinary op.
"""
import builtins
import math

from . import _functions as T
from . import _types
from ._base import Tensor
from ._generated import functions as F

__all__ = ["amax", "amin", "argmax", "argmin", "cumprod", "cumsum", "log_softmax", "logaddexp", "logsumexp", "mean", "median",
           "norm", "normalize", "prod", "softmax", "softmin", "std", "sum", "var"]

_LEAST = {"least", "argmax", "amax", "logaddexp", "logsumexp"}


def _neutral(name, d, order=2.0):
    if name in ("sum", "cumsum"):
        return 0
    if name in ("prod", "cumprod"):
        return 1
    if name == "norm":
        return math.inf if order == -math.inf else 0
    if name == "median":
        return math.nan
    if d.is_complex and name in ("logaddexp", "logsumexp"):
        return -math.inf
    if d.is_complex or d is _types.bool:
        raise NotImplementedError(f"identity of {name} on {d!r} input")
    if d.is_floating_point:
        return -math.inf if name in _LEAST else math.inf
    info = _types.iinfo(d)
    return info.min if name in _LEAST else info.max


def _spread(mask, input):
    """The mask as a bool tensor of the input's shape."""
    if mask.dim() > input.dim():
        raise IndexError("_input_mask expected broadcastable mask (got mask dimensionality higher than of the input)")
    if mask.dtype is not _types.bool:
        mask = mask.to(_types.bool)
    return mask if mask.shape == input.shape else F.expand(mask, tuple(input.shape))


def _filled(name, input, mask, order=2.0):
    if mask is None:
        return input
    if not isinstance(input, Tensor):
        raise TypeError(f"masked.{name}(): argument 'input' must be Tensor, not {type(input).__name__}")
    return F.masked_fill(input, F.logical_not(_spread(mask, input)), _neutral(name, input.dtype, order))


def _dims(dim, rank):
    """The dimensions of a reduction, in order; () and None mean all."""
    if dim is None or (isinstance(dim, (tuple, list)) and not dim):
        return tuple(range(rank))
    rank = builtins.max(rank, 1)
    result = []
    for d in (dim,) if isinstance(dim, builtins.int) else dim:
        if not -rank <= d < rank:
            raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {d})")
        if d % rank in result:
            raise RuntimeError(f"dim={d} appears multiple times in the list of dims")
        result.append(d % rank)
    return tuple(sorted(result))


def _wide(input, d):
    """int64 for the small integers, else the dtype itself: what sums and products are made in."""
    if d is not None:
        return d
    small = not input.dtype.is_floating_point and not input.dtype.is_complex and input.dtype is not _types.int64
    return _types.int64 if small else input.dtype


def sum(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    """Sum of the elements that the mask keeps."""
    return F.sum(_filled("sum", input, mask), _dims(dim, input.dim()), bool(keepdim), dtype=_wide(input, dtype))


def prod(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    """Product of the elements that the mask keeps."""
    result = _filled("prod", input, mask).to(_wide(input, dtype))
    for d in reversed(_dims(dim, input.dim())):
        result = F.prod(result, d, bool(keepdim))
    return result


def _running(name):
    op = getattr(F, name)

    def scan(input, dim, *, dtype=None, mask=None):
        d = _dims(dim, input.dim())[0]
        return op(_filled(name, input, mask), d, dtype=_wide(input, dtype))
    scan.__name__, scan.__doc__ = name, f"{op.__doc__} What the mask drops changes nothing."
    return scan


cumsum, cumprod = _running("cumsum"), _running("cumprod")


def _extreme(name):
    op = getattr(F, name)

    def reduce(input, dim=None, *, keepdim=False, dtype=None, mask=None):
        result = op(_filled(name, input, mask), _dims(dim, input.dim()), bool(keepdim))
        return result if dtype is None else result.to(dtype)
    reduce.__name__, reduce.__doc__ = name, f"{op.__doc__} What the mask drops takes no part."
    return reduce


amax, amin = _extreme("amax"), _extreme("amin")


def _place(name):
    op = getattr(F, name)

    def find(input, dim=None, *, keepdim=False, dtype=None, mask=None):
        return op(_filled(name, input, mask), dim, bool(keepdim)).to(dtype or input.dtype)
    find.__name__, find.__doc__ = name, f"{op.__doc__} What the mask drops takes no part."
    return find


argmax, argmin = _place("argmax"), _place("argmin")


def _count(input, dim, keepdim, mask):
    kept = T.ones(tuple(input.shape), dtype=_types.int64) if mask is None else _spread(mask, input)
    return F.sum(kept, _dims(dim, input.dim()), keepdim)


def mean(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    """Mean of the elements that the mask keeps."""
    d = dtype or input.dtype
    if not (d.is_floating_point or d.is_complex):
        raise ValueError("mean(): Could not infer output dtype. Input dtype must be either a floating point or complex "
                         f"dtype. Got: {d!r}")
    return F.div(sum(input, dim, keepdim=keepdim, dtype=d, mask=mask), _count(input, dim, bool(keepdim), mask))


def median(input, dim=-1, *, keepdim=False, dtype=None, mask=None):
    """Median of the elements that the mask keeps, the lower one of two."""
    d = _dims(dim, input.dim())[0]
    real = input.dtype.is_floating_point
    x = input if real else input.to(_types.float32)
    result = F.nanmedian_dim(_filled("median", x, mask), d, keepdim)[0]
    if real:
        return result
    if bool(F.any(F.isnan(result))):
        raise ValueError("masked median expects no fully masked out rows if dtype is not floating point")
    return result.to(dtype or input.dtype)


def logsumexp(input, dim=None, *, keepdim=False, dtype=None, mask=None):
    """Logarithm of the sum of exponentials of the elements that the mask keeps."""
    result = F.logsumexp(_filled("logsumexp", input, mask), _dims(dim, input.dim()), keepdim)
    return result.to(dtype or input.dtype)


def logaddexp(input, other, *, dtype=None, input_mask=None, other_mask=None):
    """`log(exp(input) + exp(other))` of the elements that the masks keep."""
    a, b = _filled("logaddexp", input, input_mask), _filled("logaddexp", other, other_mask)
    return F.logaddexp(a, b).to(dtype or input.dtype)


def norm(input, ord=2.0, dim=None, *, keepdim=False, dtype=None, mask=None):
    """Vector norm of the elements that the mask keeps."""
    x = _filled("norm", input, mask, ord)
    return F.linalg_vector_norm(x, ord, _dims(dim, input.dim()), bool(keepdim), dtype=dtype or input.dtype)


def _spread_of(input, dim, unbiased, correction, keepdim, dtype, mask, root):
    if unbiased is not None and correction is not None:
        raise AssertionError("Only one of unbiased and correction may be given")
    if unbiased is not None:
        correction = 1.0 if unbiased else 0.0
    correction = 1.0 if correction is None else builtins.float(correction)
    d = dtype or (input.dtype if input.dtype.is_floating_point or input.dtype.is_complex else _types.float32)
    compute = d if d.is_floating_point or d.is_complex else _types.float32
    center = F.div(sum(input, dim, keepdim=True, dtype=d, mask=mask), _count(input, dim, True, mask))
    x = F.sub(input, center)
    total = sum(F.mul(x, F.conj(x)), dim, keepdim=keepdim, dtype=compute, mask=mask)
    counted = compute.to_real() if compute.is_complex else compute
    freedom = F.sub(_count(input, dim, bool(keepdim), mask).to(counted), correction)
    result = F.div(total, F.maximum(freedom, T.zeros((), dtype=counted)))
    return (F.sqrt(result) if root else result).to(d)


def var(input, dim=None, unbiased=None, *, correction=None, keepdim=False, dtype=None, mask=None):
    """Variance of the elements that the mask keeps."""
    return _spread_of(input, dim, unbiased, correction, keepdim, dtype, mask, False)


def std(input, dim=None, unbiased=None, *, correction=None, keepdim=False, dtype=None, mask=None):
    """Standard deviation of the elements that the mask keeps."""
    return _spread_of(input, dim, unbiased, correction, keepdim, dtype, mask, True)


def _normalized(name, fill, op):
    def normalized(input, dim, *, dtype=None, mask=None):
        d = _dims(dim, input.dim())[0]
        return op(_filled(fill, input, mask), d, dtype or input.dtype)
    normalized.__name__ = name
    normalized.__doc__ = f"`{name}` along `dim` over the elements that the mask keeps."
    return normalized


softmax = _normalized("softmax", "amax", lambda x, d, t: F.softmax(x, d, dtype=t))
log_softmax = _normalized("log_softmax", "amax", lambda x, d, t: F.log_softmax(x, d, dtype=t))
softmin = _normalized("softmin", "amin", lambda x, d, t: F.softmax(F.neg(x), d, dtype=t))


def normalize(input, ord, dim, *, eps=1e-12, dtype=None, mask=None):
    """`input` divided by its norm along `dim`, both over the elements that the mask keeps."""
    length = norm(input, ord, dim, keepdim=True, dtype=dtype, mask=mask)
    return F.div(_filled("sum", input, mask), F.clamp_min(length, eps))
