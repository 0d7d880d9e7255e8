"""torch.backends: what the library is built with, and settings that programs make for other builds."""
from . import cpu, cuda, cudnn, cusparselt, mha, mkl, mkldnn, mps, nnpack, openmp, opt_einsum, quantized, xnnpack  # noqa: F401


def disable_global_flags():
    """Settings of the backends cannot be frozen here; there is nothing that they change."""
