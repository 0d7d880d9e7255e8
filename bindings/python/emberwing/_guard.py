"""Gives the ops that return lists or tuples PyTorch's TypeError for arguments that ctypes refuses."""
from ctypes import ArgumentError
from types import FunctionType

from ._base import Tensor
from ._generated import functions as F


def _guarded(function):
    def call(*args, **keywords):
        try:
            return function(*args, **keywords)
        except ArgumentError as error:
            if args and not isinstance(args[0], Tensor):
                raise TypeError(f"{function.__name__}(): argument '{function.__code__.co_varnames[0]}' (position 1) must be "
                                f"Tensor, not {type(args[0]).__name__}") from None
            raise TypeError(f"{function.__name__}() received an invalid combination of arguments: {error}") from None
    call.__name__, call.__doc__, call.__wrapped__ = function.__name__, function.__doc__, function
    return call


def _install():
    tables = (F.FUNCTIONS, F.METHODS, F.NN)
    for name, f in list(vars(F).items()):
        # The others convert what can be converted themselves.
        if isinstance(f, FunctionType) and f.__module__ == F.__name__ and "ArgumentError" not in f.__code__.co_names:
            g = _guarded(f)
            setattr(F, name, g)
            for table in tables:
                for key, value in table.items():
                    if value is f:
                        table[key] = g


_install()
