"""Neural networks: modules, parameters, functions and initial values."""

import importlib

from . import functional, init
from .modules import *
from ._losses import LinearCrossEntropyOptions
from .modules import __all__ as _modules
from .parameter import Buffer, Parameter, UninitializedBuffer, UninitializedParameter
from . import modules, parameter, utils

__all__ = [*_modules, "Buffer", "DataParallel", "LinearCrossEntropyOptions", "Parameter",
           "UninitializedBuffer", "UninitializedParameter"]


def __getattr__(name):
    if name in ("attention", "parallel"):
        return importlib.import_module(f"{__name__}.{name}")
    if name == "DataParallel":
        return importlib.import_module(f"{__name__}.parallel").DataParallel
    raise AttributeError(f"Emberwing has no torch.nn.{name}")
