"""torch.accelerator: there is none."""

__all__ = ["current_accelerator", "current_device_idx", "current_device_index", "current_stream", "device_count", "device_index",
           "empty_cache", "is_available", "max_memory_allocated", "max_memory_reserved", "memory_allocated", "memory_reserved",
           "memory_stats", "reset_accumulated_memory_stats", "reset_peak_memory_stats", "set_device_idx", "set_device_index",
           "set_stream", "synchronize"]


def _none():
    raise RuntimeError("Cannot access accelerator device when none is available.")


def device_count():
    return 0


def is_available():
    return False


def current_accelerator(check_available=False):
    return None


def current_device_index():
    _none()


def set_device_index(device, /):
    _none()


def current_stream(device=None, /):
    _none()


def set_stream(stream):
    _none()


def synchronize(device=None, /):
    _none()


current_device_idx, set_device_idx = current_device_index, set_device_index


class device_index:
    """A context that selects a device; with None it does nothing."""

    def __init__(self, device, /):
        self.idx = device

    def __enter__(self):
        if self.idx is not None:
            _none()

    def __exit__(self, *exc_info):
        return False


def empty_cache():
    """Nothing is cached without an accelerator."""


def memory_stats(device_index=None, /):
    return {}


def memory_allocated(device_index=None, /):
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def reset_peak_memory_stats(device_index=None, /):
    """There is no peak without an accelerator."""


reset_accumulated_memory_stats = reset_peak_memory_stats
