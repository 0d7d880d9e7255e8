"""Layers that draw random numbers."""
import warnings

from .._generated import functions as _F

__all__ = ["alpha_dropout", "feature_alpha_dropout", "gumbel_softmax", "normalize", "rrelu"]


def _check_p(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout that keeps the mean and variance of self-normalising activations."""
    _check_p(p)
    return (_F.alpha_dropout_ if inplace else _F.alpha_dropout)(input, p, training)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """`alpha_dropout` of whole channels."""
    _check_p(p)
    return (_F.feature_alpha_dropout_ if inplace else _F.feature_alpha_dropout)(input, p, training)


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """The input where positive, else times a random slope from [lower, upper)."""
    return (_F.rrelu_ if inplace else _F.rrelu)(input, lower, upper, training)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """A sample of the Gumbel-softmax distribution; one-hot if `hard`."""
    if eps != 1e-10:
        warnings.warn("`eps` parameter is deprecated and has no effect.", stacklevel=2)
    return _F.gumbel_softmax(logits, tau, hard, eps, dim)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """The input divided by its norm along `dim`."""
    y = _F.normalize(input, p, dim, eps)
    return y if out is None else _F.copy_(out, y)
