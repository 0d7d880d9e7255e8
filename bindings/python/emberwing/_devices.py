"""Streams, events and the default device, where the only device is the CPU."""
from ._types import CPU, check_device

NO_CUDA = "Torch not compiled with CUDA enabled"


class _Dummy:
    """A class that PyTorch without a device has too, and that cannot be made."""

    def __new__(cls, *args, **kwargs):
        raise RuntimeError(f"Tried to instantiate dummy base class {cls.__name__}")


class Stream(_Dummy):
    """A queue of work on a device; there is none on the CPU."""

    def __init__(self, device=None, *, priority=0):
        super().__init__()


class Event(_Dummy):
    """A point in a stream; there is none on the CPU."""

    def __init__(self, device=None, *, enable_timing=False, blocking=False, interprocess=False):
        super().__init__()


def set_default_device(device):
    """Takes the CPU, the one device there is; None is the CPU too."""
    check_device(device)


def get_default_device():
    return CPU
