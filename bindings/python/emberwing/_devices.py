"""Streams and events, where the only device is the CPU."""

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
