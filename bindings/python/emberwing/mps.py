"""torch.mps where there is no such device."""

__all__ = ["current_allocated_memory", "device_count", "driver_allocated_memory", "empty_cache", "get_rng_state", "is_available",
           "manual_seed", "recommended_max_memory", "seed", "set_per_process_memory_fraction", "set_rng_state", "synchronize"]


def _absent():
    raise RuntimeError("PyTorch is not linked with support for mps devices")


def is_available():
    return False


def device_count():
    return 0


def synchronize():
    _absent()


def empty_cache():
    """Nothing is cached without a device."""


def manual_seed(seed):
    """Does nothing without a device."""
    int(seed)


def seed():
    """Does nothing without a device."""


def get_rng_state(device="mps"):
    _absent()


def set_rng_state(new_state, device="mps"):
    _absent()


def set_per_process_memory_fraction(fraction):
    _absent()


def current_allocated_memory():
    return 0


def driver_allocated_memory():
    return 0


def recommended_max_memory():
    return 0
