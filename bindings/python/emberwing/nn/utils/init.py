"""Modules without their first values."""

import inspect

import emberwing as ew
from ..modules.module import Module

__all__ = ["skip_init"]


def skip_init(module_cls, *args, **kwargs):
    """Makes a module whose parameters are not initialized, which saves the time for large ones."""
    if not issubclass(module_cls, Module):
        raise RuntimeError(f"Expected a Module; got {module_cls}")
    if "device" not in inspect.signature(module_cls).parameters:
        raise RuntimeError("Module must support a 'device' arg to skip initialization")
    device = kwargs.get("device", "cpu")
    if ew.device(device).type == "meta":
        raise NotImplementedError("skip_init: device='meta'")
    state = ew.get_rng_state()
    module = module_cls(*args, **kwargs)
    # The values are as good as any; the random stream stays where it was.
    ew.set_rng_state(state)
    return module
