"""Settings of the process, and control flow as functions."""
import builtins

from . import _types
from ._base import Tensor
from ._register import function
from ._types import check_device

_chosen = {"precision": "highest", "interop": None, "device": None, "deterministic": False, "warn_only": False,
           "warn_always": False}


@function
def use_deterministic_algorithms(mode, *, warn_only=False):
    """Every algorithm here is deterministic, whatever the mode."""
    _chosen["deterministic"], _chosen["warn_only"] = builtins.bool(mode), builtins.bool(warn_only)


@function
def are_deterministic_algorithms_enabled():
    return _chosen["deterministic"]


@function
def is_deterministic_algorithms_warn_only_enabled():
    return _chosen["warn_only"]


@function
def get_deterministic_debug_mode():
    return (1 if _chosen["warn_only"] else 2) if _chosen["deterministic"] else 0


@function
def set_warn_always(b):
    _chosen["warn_always"] = builtins.bool(b)


@function
def is_warn_always_enabled():
    return _chosen["warn_always"]


@function
def set_default_device(device):
    """Where factories put tensors when they are not told: the CPU, the only device here."""
    _chosen["device"] = None if device is None else check_device(device)


@function
def get_default_device():
    """Where factories put tensors when they are not told."""
    return _chosen["device"] or _types.CPU


@function
def get_device_module(device=None):
    """The module of functions for a kind of device."""
    import importlib
    if device is None:
        device = _types.CPU
    elif isinstance(device, str):
        device = _types.device(device)
    elif not isinstance(device, _types.device):
        raise RuntimeError(f"Invalid value of device '{device}', expect torch.device, str, or None")
    try:
        return importlib.import_module(f"{__package__}.{device.type}")
    except ModuleNotFoundError:
        raise RuntimeError(f"Device '{device.type}' does not have a corresponding module registered as "
                           f"'torch.{device.type}'.") from None


@function
def set_float32_matmul_precision(precision):
    """Which shortcuts products of float32 matrices may take; none is taken here, whatever is allowed."""
    if precision in ("highest", "high", "medium"):
        _chosen["precision"] = precision
    else:
        import warnings
        warnings.warn(f"{precision} is not one of 'highest', 'high', or 'medium'; the current setFloat32MatmulPrecision call "
                      "has no effect.", UserWarning, 2)


@function
def get_float32_matmul_precision():
    return _chosen["precision"]


@function
def get_num_interop_threads():
    """How many ops may run side by side; one graph's ops run one after the other here."""
    from ._functions import get_num_threads
    return _chosen["interop"] or get_num_threads()


@function
def set_num_interop_threads(n):
    """Says how many ops may run side by side: once, before anything ran."""
    if n.__class__ is not builtins.int:
        raise TypeError(f"set_num_interop_threads expects an int, but got {type(n).__name__}")
    if n <= 0:
        raise RuntimeError("set_num_interop_threads expects a positive integer")
    if _chosen["interop"] is not None:
        raise RuntimeError("Error: cannot set number of interop threads after parallel work has started or "
                           "set_num_interop_threads called")
    _chosen["interop"] = n


@function
def cond(pred, true_fn, false_fn, operands=()):
    """`true_fn(*operands)` if `pred`, else `false_fn(*operands)`."""
    if not isinstance(pred, (bool, int, float, Tensor)):
        raise RuntimeError(f"Expected pred to be bool or tensor, but got {pred}.")
    if isinstance(pred, Tensor) and pred.numel() != 1:
        raise RuntimeError(f"Expected pred to be bool or single-element tensor, but got {pred}.")
    if not callable(true_fn) or not callable(false_fn):
        raise RuntimeError("Expect both branches to be callable.")
    if not isinstance(operands, (tuple, list)):
        raise RuntimeError(f"Expect operands to be a tuple of possibly nested dict/list/tuple that only consists of tensor "
                           f"leaves, but got {operands}.")
    return true_fn(*operands) if pred else false_fn(*operands)


@function
def while_loop(cond_fn, body_fn, carried_inputs):
    """Replaces the values by `body_fn(*values)` as long as `cond_fn(*values)` holds."""
    values = tuple(carried_inputs)
    while cond_fn(*values):
        values = body_fn(*values)
        if not isinstance(values, tuple):
            raise RuntimeError(f"body_fn should return a tuple but got {type(values)}")
        if len(values) != len(carried_inputs):
            raise RuntimeError(f"body_fn should return the same number of elements as carried_inputs, {len(carried_inputs)}, "
                               f"but got {len(values)}")
    return values
