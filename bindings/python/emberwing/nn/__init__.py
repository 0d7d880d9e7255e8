"""Neural networks: modules, parameters, functions and initial values."""

from . import functional, init
from .modules import *
from ._losses import LinearCrossEntropyOptions
from .modules import __all__ as _modules
from .parameter import Buffer, Parameter
from . import modules, parameter, utils

__all__ = [*_modules, "Buffer", "LinearCrossEntropyOptions", "Parameter"]
