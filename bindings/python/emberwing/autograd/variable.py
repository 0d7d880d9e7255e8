"""PyTorch's place for `Variable`."""

from . import Variable

__all__ = ["Variable"]
