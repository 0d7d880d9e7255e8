"""Optimizers and learning-rate schedules."""

from .optimizer import Optimizer

# Where each name is: a program uses one or two of them, and `swa_utils` needs the modules, which optimizers do not.
_PLACES = {"Adadelta": "adadelta", "Adafactor": "_adafactor", "Adagrad": "adagrad", "Adam": "adam", "AdamW": "adamw",
           "Adamax": "adamax", "ASGD": "asgd", "LBFGS": "lbfgs", "Muon": "_muon", "NAdam": "nadam", "RAdam": "radam",
           "RMSprop": "rmsprop", "Rprop": "rprop", "SGD": "sgd", "SparseAdam": "sparse_adam"}

__all__ = [*_PLACES, "Optimizer", "lr_scheduler", "swa_utils"]


def __getattr__(name):
    from importlib import import_module

    if name in ("lr_scheduler", "swa_utils"):
        return import_module(f"{__name__}.{name}")
    if name in _PLACES:
        value = globals()[name] = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
        return value
    if name in _PLACES.values():
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"Emberwing has no torch.optim.{name}")


def __dir__():
    return sorted({*globals(), *__all__})
