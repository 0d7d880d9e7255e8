"""torch.cuda on a machine without one: questions are answered, work raises, as in PyTorch built without CUDA."""
from .. import _devices
from .._base import OutOfMemoryError  # noqa: F401
from .._devices import NO_CUDA
from .._types import device as _device
from . import amp, memory, nccl, nvtx  # noqa: F401
from .memory import *  # noqa: F401,F403

has_half = True
has_magma = False
default_generators = ()
AcceleratorError = RuntimeError


def _lazy_init():
    raise AssertionError(NO_CUDA)


init = _lazy_init


def is_available():
    return False


def is_initialized():
    return False


def device_count():
    return 0


def is_bf16_supported(including_emulation=True):
    return False


def is_tf32_supported():
    return False


def is_current_stream_capturing():
    return False


def get_arch_list():
    return []


def get_gencode_flags():
    return ""


def can_device_access_peer(device, peer_device):
    _lazy_init()


def current_device():
    _lazy_init()


def set_device(device):
    """Raises for any device that can be; a negative index is ignored, as in PyTorch."""
    if _index(device) >= 0:
        _lazy_init()


def _index(device):
    if device is None or (device.__class__ is int and device < 0):
        return -1
    if device.__class__ is int:
        return device
    found = _device(device)
    if found.type != "cuda":
        raise ValueError(f"Expected a cuda device, but got: {found}")
    return 0 if found.index is None else found.index


def synchronize(device=None):
    _lazy_init()


def current_stream(device=None):
    _lazy_init()


def default_stream(device=None):
    _lazy_init()


def set_stream(stream):
    if stream is not None:
        _lazy_init()


def get_device_name(device=None):
    _lazy_init()


def get_device_capability(device=None):
    _lazy_init()


def get_device_properties(device=None):
    _lazy_init()


def utilization(device=None):
    _lazy_init()


def temperature(device=None):
    _lazy_init()


def power_draw(device=None):
    _lazy_init()


def clock_rate(device=None):
    _lazy_init()


def cudart():
    _lazy_init()


def ipc_collect():
    _lazy_init()


def get_sync_debug_mode():
    _lazy_init()


def set_sync_debug_mode(debug_mode):
    _lazy_init()


class device:
    """A context that selects a device: entering it raises unless the index is None or negative."""

    def __init__(self, device):
        self.idx = _index(device)

    def __enter__(self):
        if self.idx >= 0:
            _lazy_init()

    def __exit__(self, type, value, traceback):
        return False


class device_of(device):
    """A context that selects the device of a tensor: nothing to do for one on the CPU."""

    def __init__(self, obj):
        super().__init__(obj.get_device() if obj.is_cuda else -1)


class Stream(_devices._Dummy):
    """A queue of work on a GPU; there is none."""

    def __init__(self, device=None, priority=0, **kwargs):
        super().__init__()


class ExternalStream(Stream):
    """A stream made elsewhere; there is none."""


class Event(_devices._Dummy):
    """A point in a stream; there is none."""

    def __init__(self, enable_timing=False, blocking=False, interprocess=False, external=False):
        super().__init__()


class CUDAGraph(_devices._Dummy):
    """Recorded work of a GPU; there is none."""


class StreamContext:
    """A context that selects a stream; with None it does nothing."""

    def __init__(self, stream):
        self.stream = stream

    def __enter__(self):
        if self.stream is not None:
            _lazy_init()

    def __exit__(self, type, value, traceback):
        return False


def stream(stream):
    """A context that selects a stream; with None it does nothing."""
    return StreamContext(stream)


def graph(cuda_graph, pool=None, stream=None, capture_error_mode="global"):
    """Records work of a GPU; there is none."""
    _lazy_init()


def make_graphed_callables(callables, sample_args, num_warmup_iters=3, allow_unused_input=False, pool=None):
    _lazy_init()


# ---- random numbers --------------------------------------------------------------------------------------------------

def manual_seed(seed):
    """Does nothing without a GPU, as in PyTorch."""
    int(seed)


def manual_seed_all(seed):
    """Does nothing without a GPU, as in PyTorch."""
    int(seed)


def seed():
    """Does nothing without a GPU, as in PyTorch."""


def seed_all():
    """Does nothing without a GPU, as in PyTorch."""


def initial_seed():
    _lazy_init()


def get_rng_state(device="cuda"):
    _lazy_init()


def set_rng_state(new_state, device="cuda"):
    """Does nothing without a GPU, as in PyTorch, which puts it off until there is one."""


def get_rng_state_all():
    return []


def set_rng_state_all(new_states):
    for state in new_states:
        set_rng_state(state)


# ---- tensor types ----------------------------------------------------------------------------------------------------

class _Type(type):
    """The type of `torch.cuda.FloatTensor`: nothing is an instance of it, and calling it raises."""

    def __instancecheck__(cls, instance):
        return False

    def __call__(cls, *args, **kwargs):
        raise TypeError(f"type torch.cuda.{cls.__name__} not available. {NO_CUDA}.")


for _name in ("BFloat16", "Bool", "Byte", "Char", "Double", "Float", "Half", "Int", "Long", "Short"):
    for _kind in ("Tensor", "Storage"):
        globals()[_name + _kind] = _Type(_name + _kind, (), {"__module__": "torch.cuda"})


def __getattr__(name):
    raise AttributeError(f"Emberwing has no torch.cuda.{name}: there is no GPU backend")
