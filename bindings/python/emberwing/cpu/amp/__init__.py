"""torch.cpu.amp: the older names of torch.amp for the CPU."""
import warnings

from ... import _types

__all__ = ["autocast", "GradScaler"]


def _make():
    # torch.amp is imported when one of these is first used.
    from ...amp import autocast_mode, grad_scaler

    class autocast(autocast_mode.autocast):
        """`torch.amp.autocast("cpu", ...)`."""

        def __init__(self, enabled=True, dtype=_types.bfloat16, cache_enabled=True):
            warnings.warn("`torch.cpu.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('cpu', args...)` "
                          "instead.", FutureWarning, stacklevel=2)
            super().__init__("cpu", enabled=enabled, dtype=dtype, cache_enabled=cache_enabled)

    class GradScaler(grad_scaler.GradScaler):
        """`torch.amp.GradScaler("cpu", ...)`."""

        def __init__(self, init_scale=2.0 ** 16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
            warnings.warn("`torch.cpu.amp.GradScaler(args...)` is deprecated. Please use `torch.amp.GradScaler('cpu', "
                          "args...)` instead.", FutureWarning, stacklevel=2)
            super().__init__("cpu", init_scale=init_scale, growth_factor=growth_factor, backoff_factor=backoff_factor,
                             growth_interval=growth_interval, enabled=enabled)

    for made in (autocast, GradScaler):
        made.__module__, made.__qualname__ = __name__, made.__name__
    return {"autocast": autocast, "GradScaler": GradScaler}


def __getattr__(name):
    if name in ("autocast", "GradScaler"):
        globals().update(_make())
        return globals()[name]
    raise AttributeError(f"Emberwing has no torch.cpu.amp.{name}")
