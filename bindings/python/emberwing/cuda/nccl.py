"""torch.cuda.nccl where there is no GPU."""
import warnings


def version():
    raise AssertionError("Torch not compiled with CUDA enabled")


def is_available(tensors):
    """Whether these tensors can be exchanged between GPUs; never here."""
    warnings.warn("PyTorch is not compiled with NCCL support", stacklevel=2)
    return False
