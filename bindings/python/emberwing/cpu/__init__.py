"""torch.cpu: the CPU asked as if it were an accelerator."""
import contextlib

from . import amp  # noqa: F401

__all__ = ["is_available", "is_initialized", "synchronize", "current_device", "current_stream", "stream", "set_device",
           "device_count", "Stream", "StreamContext"]


class Stream:
    """There is one stream on the CPU, and work on it is done when the call returns."""

    def __init__(self, priority=-1):
        self.priority = priority

    def wait_stream(self, stream):
        """Returns at once."""


class StreamContext(contextlib.AbstractContextManager):
    """A context for the one stream."""

    def __init__(self, stream):
        self.stream = stream

    def __exit__(self, type, value, traceback):
        return False


_stream = Stream()


def is_available():
    return True


def is_initialized():
    return True


def synchronize(device=None):
    """Returns at once: work on the CPU is done when its call returns."""


def current_stream(device=None):
    return _stream


def stream(stream):
    return StreamContext(stream)


def device_count():
    return 1


def set_device(device):
    """Does nothing: there is one CPU."""


def current_device():
    return "cpu"
