"""torch.fft: discrete Fourier transforms."""
from ._functions import _leaf, _options
from ._base import deliver
from ._generated import functions as _F

globals().update(_F.FFT)


def _frequencies(name, op):
    def make(n, d=1.0, *, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
        _options(name, dtype, device, layout, requires_grad, pin_memory)
        t = op(n, d, dtype=dtype if dtype is not None or out is None else out.dtype)
        return _leaf(t, requires_grad) if out is None else deliver(out, t)
    make.__name__, make.__doc__ = name, op.__doc__
    return make


fftfreq = _frequencies("fftfreq", _F.fft_fftfreq)
rfftfreq = _frequencies("rfftfreq", _F.fft_rfftfreq)
__all__ = [*_F.FFT, "fftfreq", "rfftfreq"]
