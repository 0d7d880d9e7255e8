"""torch.random: the default generator and its state."""
import contextlib

from ._generator import Generator, default_generator, get_rng_state, initial_seed, manual_seed, seed, set_rng_state
from ._types import check_device

__all__ = ["Generator", "default_generator", "fork_rng", "get_rng_state", "initial_seed", "manual_seed", "seed",
           "set_rng_state", "thread_safe_generator"]


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True, _caller="fork_rng", _devices_kw="devices", device_type=None):
    """Puts the default generator back when it ends. Only the CPU has a generator: `devices` may name no others."""
    if not enabled or device_type == "meta":
        yield
        return
    devices = list(devices or ())
    if device_type not in (None, "cuda") or devices:
        check_device(device_type or "cuda")
    state = get_rng_state()
    try:
        yield
    finally:
        set_rng_state(state)


def thread_safe_generator():
    """The generator of a data loader's worker thread: None outside of one."""
    return None
