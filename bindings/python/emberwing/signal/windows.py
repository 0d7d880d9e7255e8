"""torch.signal.windows: window functions for filters and spectra."""
from .._base import Tensor as _Tensor
from .._functions import _leaf, _options, tensor as _tensor
from .._generated import functions as _F
from .._types import float64 as _float64, strided as _strided


def _made(name, op, M, dtype, layout, device, requires_grad, **settings):
    if layout is not None and layout is not _strided:
        raise ValueError(f"{name} is implemented for strided tensors only, got: {layout}")
    _options(name, dtype, device, None, requires_grad)
    return _leaf(op(M, dtype=dtype, **settings), requires_grad)


def _plain(name):
    op = getattr(_F, f"signal_windows_{name}")

    def make(M, *, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
        return _made(name, op, M, dtype, layout, device, requires_grad, sym=sym)
    make.__name__ = make.__qualname__ = name
    make.__doc__ = op.__doc__
    return make


bartlett, blackman, cosine, hamming, hann, nuttall = map(
    _plain, ("bartlett", "blackman", "cosine", "hamming", "hann", "nuttall"))


def exponential(M, *, center=None, tau=1.0, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
    """`exp(-|k - center| / tau)`."""
    return _made("exponential", _F.signal_windows_exponential, M, dtype, layout, device, requires_grad, center=center,
                 tau=tau, sym=sym)


def gaussian(M, *, std=1.0, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
    """A Gaussian of standard deviation `std` about the middle."""
    return _made("gaussian", _F.signal_windows_gaussian, M, dtype, layout, device, requires_grad, std=std, sym=sym)


def kaiser(M, *, beta=12.0, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
    """The Kaiser window with the shape `beta`."""
    return _made("kaiser", _F.signal_windows_kaiser, M, dtype, layout, device, requires_grad, beta=beta, sym=sym)


def general_hamming(M, *, alpha=0.54, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
    """`alpha - (1 - alpha) cos(2 π k / N)`."""
    return _made("general_hamming", _F.signal_windows_general_hamming, M, dtype, layout, device, requires_grad,
                 alpha=alpha, sym=sym)


def general_cosine(M, *, a, sym=True, dtype=None, layout=_strided, device=None, requires_grad=False):
    """`Σ (-1) ** i a[i] cos(2 π i k / N)`."""
    if not hasattr(a, "__iter__"):
        raise TypeError("Coefficients must be a list/tuple")
    weights = a.to(_float64) if isinstance(a, _Tensor) else _tensor(list(a), dtype=_float64)
    return _made("general_cosine", _F.signal_windows_general_cosine, M, dtype, layout, device, requires_grad, a=weights,
                 sym=sym)


__all__ = ["bartlett", "blackman", "cosine", "exponential", "gaussian", "general_cosine", "general_hamming", "hamming",
           "hann", "kaiser", "nuttall"]
