"""torch.fft: what the library has of it."""
from ._generated import functions as _F

globals().update(_F.FFT)
