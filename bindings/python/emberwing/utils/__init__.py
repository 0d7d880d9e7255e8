"""Data loading and small helpers."""
from importlib import import_module as _import_module


def __getattr__(name):
    if name in ("_pytree", "benchmark", "checkpoint", "collect_env", "data", "dlpack", "hooks", "model_zoo", "tensorboard"):
        return _import_module(f"{__name__}.{name}")
    raise AttributeError(f"Emberwing has no torch.utils.{name}")
