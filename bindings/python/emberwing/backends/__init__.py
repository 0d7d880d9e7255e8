"""torch.backends: what the library is built with, and settings that programs make for other builds."""
from . import cpu, cuda, cudnn, cusparselt, mha, mkl, mkldnn, mps, nnpack, openmp, opt_einsum, quantized, xnnpack  # noqa: F401

_precision = "highest"


def set_float32_matmul_precision(precision):
    """Takes "highest", "high" or "medium"; float32 products are always computed in full."""
    global _precision
    if precision not in ("highest", "high", "medium"):
        raise RuntimeError(f"{precision} is not one of 'highest', 'high', or 'medium'; the current setting is {_precision}")
    _precision = precision


def get_float32_matmul_precision():
    return _precision


def disable_global_flags():
    """Settings of the backends cannot be frozen here; there is nothing that they change."""
