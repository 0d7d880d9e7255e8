"""torch.xpu where there is no such device."""

__all__ = ["current_device", "device_count", "empty_cache", "get_device_name", "is_available", "is_bf16_supported",
           "is_initialized", "manual_seed", "manual_seed_all", "max_memory_allocated", "max_memory_reserved",
           "memory_allocated", "memory_reserved", "memory_stats", "reset_peak_memory_stats", "seed", "seed_all", "set_device",
           "synchronize"]


def _absent():
    raise AssertionError("Torch not compiled with XPU enabled")


def is_available():
    return False


def is_initialized():
    return False


def is_bf16_supported(including_emulation=True):
    return False


def device_count():
    return 0


def current_device():
    _absent()


def set_device(device):
    _absent()


def get_device_name(device=None):
    _absent()


def synchronize(device=None):
    _absent()


def empty_cache():
    """Nothing is cached without a device."""


def manual_seed(seed):
    """Does nothing without a device."""
    int(seed)


def manual_seed_all(seed):
    """Does nothing without a device."""
    int(seed)


def seed():
    """Does nothing without a device."""


seed_all = seed


def memory_stats(device=None):
    return {}


def memory_allocated(device=None):
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def reset_peak_memory_stats(device=None):
    """There is no peak without a device."""
