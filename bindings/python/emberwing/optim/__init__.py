"""Optimizers and learning-rate schedules."""

from .adagrad import Adagrad
from .adam import Adam
from .adamw import AdamW
from .optimizer import Optimizer
from .rmsprop import RMSprop
from .sgd import SGD

__all__ = ["Adagrad", "Adam", "AdamW", "Optimizer", "RMSprop", "SGD", "lr_scheduler", "swa_utils"]


def __getattr__(name):
    # Most programs use neither, and `swa_utils` needs the modules, which optimizers do not.
    if name in ("lr_scheduler", "swa_utils"):
        from importlib import import_module

        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"Emberwing has no torch.optim.{name}")
