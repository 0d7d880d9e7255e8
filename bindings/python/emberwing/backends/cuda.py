"""torch.backends.cuda: not there. Its settings can be made, and change nothing."""
import contextlib
import warnings

__all__ = ["is_built", "cufft_plan_cache", "matmul", "SDPAParams", "enable_cudnn_sdp", "cudnn_sdp_enabled", "enable_flash_sdp",
           "flash_sdp_enabled", "enable_mem_efficient_sdp", "mem_efficient_sdp_enabled", "math_sdp_enabled",
           "enable_math_sdp", "is_flash_attention_available", "can_use_flash_attention", "can_use_efficient_attention",
           "can_use_cudnn_attention", "sdp_kernel", "preferred_linalg_library", "preferred_blas_library"]


def is_built():
    return False


class _Matmul:
    """How products on a GPU round."""
    allow_tf32 = False
    allow_fp16_reduced_precision_reduction = True
    allow_bf16_reduced_precision_reduction = True
    allow_fp16_accumulation = False
    fp32_precision = "none"


matmul = _Matmul()


class _PlanCache:
    """The plans of Fourier transforms on a GPU; there are none."""

    def __getattr__(self, name):
        raise AssertionError("Torch not compiled with CUDA enabled")

    __getitem__ = __getattr__


cufft_plan_cache = _PlanCache()
_sdp = {"flash": True, "mem_efficient": True, "math": True, "cudnn": True}


def flash_sdp_enabled():
    return _sdp["flash"]


def enable_flash_sdp(enabled):
    _sdp["flash"] = bool(enabled)


def mem_efficient_sdp_enabled():
    return _sdp["mem_efficient"]


def enable_mem_efficient_sdp(enabled):
    _sdp["mem_efficient"] = bool(enabled)


def math_sdp_enabled():
    return _sdp["math"]


def enable_math_sdp(enabled):
    _sdp["math"] = bool(enabled)


def cudnn_sdp_enabled():
    return _sdp["cudnn"]


def enable_cudnn_sdp(enabled):
    _sdp["cudnn"] = bool(enabled)


def is_flash_attention_available():
    return False


class SDPAParams:
    """The arguments of attention that a kernel is chosen by."""

    def __init__(self, query, key, value, attn_mask, dropout, is_causal, enable_gqa=False):
        self.query, self.key, self.value, self.attn_mask = query, key, value, attn_mask
        self.dropout, self.is_causal, self.enable_gqa = dropout, is_causal, enable_gqa


def can_use_flash_attention(params, debug=False):
    return False


can_use_efficient_attention = can_use_cudnn_attention = can_use_flash_attention


@contextlib.contextmanager
def sdp_kernel(enable_flash=True, enable_math=True, enable_mem_efficient=True, enable_cudnn=True):
    """A context with some of the attention kernels allowed; there is one kernel here, which always runs."""
    warnings.warn("`torch.backends.cuda.sdp_kernel()` is deprecated. In the future, this context manager will be removed. Please "
                  "see `torch.nn.attention.sdpa_kernel()` for the new context manager, with updated signature.", FutureWarning,
                  stacklevel=3)
    before = dict(_sdp)
    _sdp.update(flash=enable_flash, math=enable_math, mem_efficient=enable_mem_efficient, cudnn=enable_cudnn)
    try:
        yield {}
    finally:
        _sdp.update(before)


def preferred_linalg_library(backend=None):
    """Only the library's own linear algebra is here; other names than "default" are refused."""
    return _preferred("linalg", backend)


def preferred_blas_library(backend=None):
    """Only the library's own products are here; other names than "default" are refused."""
    return _preferred("blas", backend)


def _preferred(what, backend):
    if backend not in (None, "default"):
        raise AssertionError(f"preferred_{what}_library: '{backend}' needs CUDA. Torch not compiled with CUDA enabled")
    return "default"
