"""Memory of a GPU where there is none: nothing is in use."""
from .._devices import NO_CUDA

__all__ = ["caching_allocator_alloc", "caching_allocator_delete", "empty_cache", "get_per_process_memory_fraction",
           "list_gpu_processes", "max_memory_allocated", "max_memory_cached", "max_memory_reserved", "mem_get_info",
           "memory_allocated", "memory_cached", "memory_reserved", "memory_snapshot", "memory_stats",
           "memory_stats_as_nested_dict", "memory_summary", "memory_usage", "reset_accumulated_memory_stats",
           "reset_max_memory_allocated", "reset_max_memory_cached", "reset_peak_memory_stats",
           "set_per_process_memory_fraction"]


def _no_cuda():
    raise AssertionError(NO_CUDA)


def empty_cache():
    """Nothing is cached without a GPU."""


def memory_stats(device=None):
    return {}


def memory_stats_as_nested_dict(device=None):
    return {}


def memory_allocated(device=None):
    return 0


def max_memory_allocated(device=None):
    return 0


def memory_reserved(device=None):
    return 0


def max_memory_reserved(device=None):
    return 0


memory_cached, max_memory_cached = memory_reserved, max_memory_reserved


def memory_summary(device=None, abbreviated=False):
    """What a GPU's allocator holds: nothing."""
    return "No CUDA device: 0 bytes allocated, 0 bytes reserved"


def memory_snapshot(mempool_id=None):
    return []


def reset_peak_memory_stats(device=None):
    """There is no peak without a GPU."""


reset_max_memory_allocated = reset_max_memory_cached = reset_accumulated_memory_stats = reset_peak_memory_stats


def mem_get_info(device=None):
    _no_cuda()


def memory_usage(device=None):
    _no_cuda()


def list_gpu_processes(device=None):
    _no_cuda()


def set_per_process_memory_fraction(fraction, device=None):
    _no_cuda()


def get_per_process_memory_fraction(device=None):
    _no_cuda()


def caching_allocator_alloc(size, device=None, stream=None):
    _no_cuda()


def caching_allocator_delete(mem_ptr):
    _no_cuda()
