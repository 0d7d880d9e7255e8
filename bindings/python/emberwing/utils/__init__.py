"""Data loading and small helpers."""
from importlib import import_module as _import_module


def __getattr__(name):
    if name in ("_pytree", "checkpoint", "data", "dlpack", "hooks"):
        return _import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
