"""The autocast context, its settings, and the decorators for custom functions."""
import functools
import warnings

from .. import _types
from .._base import Tensor
from . import _ops

__all__ = ["autocast", "autocast_decorator", "custom_bwd", "custom_fwd", "is_autocast_available"]

_DEVICES = {"cpu": _types.bfloat16, "cuda": _types.float16, "xpu": _types.float16, "mps": _types.float16,
            "hpu": _types.bfloat16, "xla": _types.bfloat16, "ipu": _types.float16, "mtia": _types.float16,
            "maia": _types.bfloat16, "privateuseone": _types.float16}


def _known(device_type, where):
    if not isinstance(device_type, str):
        raise TypeError(f"{where}(): argument 'device_type' must be str, not {type(device_type).__name__}")
    if _types.device(device_type).type not in _DEVICES:
        raise RuntimeError(f"unknown device type for autocast in {where}: '{device_type}'")
    return device_type


def is_autocast_available(device_type):
    """Whether autocast knows this kind of device."""
    return _types.device(device_type).type in _DEVICES


def is_autocast_enabled(device_type="cuda"):
    """Whether autocast is on for a kind of device in this thread; PyTorch's default asks for CUDA."""
    device_type = _known(device_type, "is_autocast_enabled")
    return _ops.state.enabled if device_type == "cpu" else _ops.state.others.get(device_type, (False, None))[0]


def set_autocast_enabled(device_type, enabled=None):
    """Turns autocast on or off for a kind of device in this thread."""
    if enabled is None:
        device_type, enabled = "cuda", device_type
    if _known(device_type, "set_autocast_enabled") == "cpu":
        _ops.switch(bool(enabled))
    else:
        _ops.state.others[device_type] = bool(enabled), get_autocast_dtype(device_type)


def get_autocast_dtype(device_type):
    """The dtype that listed ops compute in."""
    if _known(device_type, "get_autocast_dtype") == "cpu":
        return _ops.state.dtype
    return _ops.state.others.get(device_type, (False, _DEVICES[device_type]))[1]


def set_autocast_dtype(device_type, dtype):
    """Sets the dtype that listed ops compute in, for this thread."""
    if not isinstance(dtype, _types.dtype):
        raise TypeError(f"set_autocast_dtype(): argument 'dtype' must be torch.dtype, not {type(dtype).__name__}")
    if _known(device_type, "set_autocast_dtype") == "cpu":
        _ops.state.dtype = dtype
    else:
        _ops.state.others[device_type] = is_autocast_enabled(device_type), dtype


def is_autocast_cpu_enabled():
    return _ops.state.enabled


def set_autocast_cpu_enabled(enabled):
    set_autocast_enabled("cpu", enabled)


def get_autocast_cpu_dtype():
    return _ops.state.dtype


def set_autocast_cpu_dtype(dtype):
    set_autocast_dtype("cpu", dtype)


def get_autocast_gpu_dtype():
    return get_autocast_dtype("cuda")


def set_autocast_gpu_dtype(dtype):
    set_autocast_dtype("cuda", dtype)


def is_autocast_cache_enabled():
    """Whether the casts of weights are kept within a context."""
    return _ops.state.keeps


def set_autocast_cache_enabled(enabled):
    _ops.state.keeps = bool(enabled)


def clear_autocast_cache():
    """Forgets the kept casts of weights."""
    _ops.state.kept.clear()


def autocast_increment_nesting():
    _ops.state.nesting += 1
    return _ops.state.nesting


def autocast_decrement_nesting():
    _ops.state.nesting -= 1
    return _ops.state.nesting


def autocast_decorator(autocast_instance, func):
    """`func` run inside the context."""
    @functools.wraps(func)
    def run(*args, **kwargs):
        with autocast_instance:
            return func(*args, **kwargs)
    return run


class autocast:
    """A context or decorator in which listed ops compute in `dtype` (bfloat16 or float16), others in float32 or the widest."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        self.device = device_type
        if not is_autocast_available(device_type):
            raise RuntimeError(f"User specified an unsupported autocast device_type '{device_type}'")
        self.fast_dtype = get_autocast_dtype(device_type) if dtype is None else dtype
        self._cache_enabled = is_autocast_cache_enabled() if cache_enabled is None else cache_enabled
        if enabled and device_type == "cuda":
            warnings.warn("CUDA is not available or torch_xla is imported. Disabling autocast.", stacklevel=2)
            enabled = False
        elif enabled and self.fast_dtype not in (_types.bfloat16, _types.float16):
            name = device_type.upper()
            warnings.warn(f"In {name} autocast, but the target dtype is not supported. Disabling autocast.\n{name} Autocast "
                          "only supports dtypes of torch.bfloat16, torch.float16 currently.", stacklevel=2)
            enabled = False
        self._enabled = enabled

    def __enter__(self):
        device = self.device
        self.prev_cache_enabled = is_autocast_cache_enabled()
        self.prev = is_autocast_enabled(device)
        self.prev_fastdtype = get_autocast_dtype(device)
        set_autocast_enabled(device, self._enabled)
        set_autocast_dtype(device, self.fast_dtype)
        autocast_increment_nesting()
        set_autocast_cache_enabled(self._cache_enabled)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        if autocast_decrement_nesting() == 0:
            clear_autocast_cache()
        set_autocast_enabled(self.device, self.prev)
        set_autocast_dtype(self.device, self.prev_fastdtype)
        set_autocast_cache_enabled(self.prev_cache_enabled)
        return False

    def __call__(self, func):
        if not callable(func):
            raise TypeError(f"autocast()(func) requires a callable, but got {type(func).__name__}. Did you mean to use autocast "
                            "as a context manager? For example:\n    with torch.autocast(device_type=...):\n"
                            "        output = model(input)")
        return autocast_decorator(self, func)


def _enter_autocast(*vals):
    mode = autocast(*vals)
    mode.__enter__()
    return mode


def _exit_autocast(mode):
    mode.__exit__(None, None, None)


def _cast(value, device_type, dtype):
    """Casts the tensors in nested containers, but for those in double precision."""
    if isinstance(value, Tensor):
        eligible = value.is_floating_point() and value.device.type == device_type and value.dtype is not _types.float64
        return value.to(dtype) if eligible else value
    if isinstance(value, dict):
        return {_cast(k, device_type, dtype): _cast(v, device_type, dtype) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        cast = [_cast(v, device_type, dtype) for v in value]
        return type(value)(*cast) if hasattr(value, "_fields") else type(value)(cast)
    return value


def _expect_device(device_type):
    if not isinstance(device_type, str):
        raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")


def custom_fwd(fwd=None, *, device_type, cast_inputs=None):
    """Decorates the `forward` of an autograd.Function: with `cast_inputs` it gets that dtype and runs without autocast."""
    _expect_device(device_type)
    if fwd is None:
        return functools.partial(custom_fwd, device_type=device_type, cast_inputs=cast_inputs)

    @functools.wraps(fwd)
    def run(*args, **kwargs):
        ctx, on = args[0], is_autocast_enabled(device_type)
        ctx._dtype = get_autocast_dtype(device_type)
        ctx._fwd_used_autocast = on and cast_inputs is None
        if cast_inputs is None or not on:
            return fwd(*args, **kwargs)
        with autocast(device_type, enabled=False):
            return fwd(*_cast(args, device_type, cast_inputs), **_cast(kwargs, device_type, cast_inputs))
    return run


def custom_bwd(bwd=None, *, device_type):
    """Decorates the `backward` of an autograd.Function: it runs with the autocast state of its forward."""
    _expect_device(device_type)
    if bwd is None:
        return functools.partial(custom_bwd, device_type=device_type)

    @functools.wraps(bwd)
    def run(*args, **kwargs):
        with autocast(device_type, enabled=args[0]._fwd_used_autocast, dtype=args[0]._dtype):
            return bwd(*args, **kwargs)
    return run
