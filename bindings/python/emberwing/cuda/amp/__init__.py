"""torch.cuda.amp: the older names of torch.amp with CUDA as their device; disabled with a warning where there is none."""
import functools
import warnings

from ... import _types

__all__ = ["autocast", "custom_bwd", "custom_fwd", "GradScaler"]


def _make():
    # torch.amp is imported when one of these is first used.
    from ...amp import autocast_mode, grad_scaler

    class autocast(autocast_mode.autocast):
        """`torch.amp.autocast("cuda", ...)`."""

        def __init__(self, enabled=True, dtype=_types.float16, cache_enabled=True):
            warnings.warn("`torch.cuda.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('cuda', args...)` "
                          "instead.", FutureWarning, stacklevel=2)
            super().__init__("cuda", enabled=enabled, dtype=dtype, cache_enabled=cache_enabled)

    class GradScaler(grad_scaler.GradScaler):
        """`torch.amp.GradScaler("cuda", ...)`."""

        def __init__(self, init_scale=2.0 ** 16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
            warnings.warn("`torch.cuda.amp.GradScaler(args...)` is deprecated. Please use `torch.amp.GradScaler('cuda', "
                          "args...)` instead.", FutureWarning, stacklevel=2)
            super().__init__("cuda", init_scale=init_scale, growth_factor=growth_factor, backoff_factor=backoff_factor,
                             growth_interval=growth_interval, enabled=enabled)

    for made in (autocast, GradScaler):
        made.__module__, made.__qualname__ = __name__, made.__name__
    return {"autocast": autocast, "GradScaler": GradScaler}


def __getattr__(name):
    if name in ("autocast", "GradScaler"):
        globals().update(_make())
        return globals()[name]
    raise AttributeError(f"Emberwing has no torch.cuda.amp.{name}")


def _deprecated(name):
    warnings.warn(f"`torch.cuda.amp.{name}(args...)` is deprecated. Please use `torch.amp.{name}(args..., "
                  "device_type='cuda')` instead.", FutureWarning, stacklevel=3)
    from ...amp import autocast_mode
    return functools.partial(getattr(autocast_mode, name), device_type="cuda")


def custom_fwd(fwd=None, *, cast_inputs=None):
    """`torch.amp.custom_fwd` for CUDA."""
    return _deprecated("custom_fwd")(fwd, cast_inputs=cast_inputs)


def custom_bwd(bwd):
    """`torch.amp.custom_bwd` for CUDA."""
    return _deprecated("custom_bwd")(bwd)
