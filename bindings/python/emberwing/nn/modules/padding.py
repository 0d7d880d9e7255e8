"""Padding layers."""

from .. import functional as F
from .module import Module
from .utils import _ntuple, _pair, _quadruple

__all__ = ["CircularPad1d", "CircularPad2d", "CircularPad3d", "ConstantPad1d", "ConstantPad2d", "ConstantPad3d",
           "ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d", "ReplicationPad1d", "ReplicationPad2d",
           "ReplicationPad3d", "ZeroPad1d", "ZeroPad2d", "ZeroPad3d"]

_amounts = {1: _pair, 2: _quadruple, 3: _ntuple(6, "_sextuple")}


class _PadNd(Module):
    """Pads the last `_dims` axes as `F.pad` does in `_mode`."""

    __constants__ = ["padding"]
    _dims = 0
    _mode = ""

    def __init__(self, padding):
        super().__init__()
        self.padding = _amounts[self._dims](padding)

    def forward(self, input):
        return F.pad(input, self.padding, self._mode)

    def extra_repr(self):
        return f"{self.padding}"


class _CircularPadNd(_PadNd):
    _mode = "circular"

    def _check_input_dim(self, input):
        low, high = self._dims + 1, self._dims + 2
        if input.dim() not in (low, high):
            raise ValueError(f"expected {low}D or {high}D input (got {input.dim()}D input)")

    def forward(self, input):
        self._check_input_dim(input)
        return F.pad(input, self.padding, "circular")


class _ReflectionPadNd(_PadNd):
    _mode = "reflect"


class _ReplicationPadNd(_PadNd):
    _mode = "replicate"


class _ConstantPadNd(_PadNd):
    __constants__ = ["padding", "value"]

    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, "constant", self.value)

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class _ZeroPad:
    """Mixed into the constant padding of the same rank."""

    def __init__(self, padding):
        super().__init__(padding, 0.0)

    def extra_repr(self):
        return f"{self.padding}"


class CircularPad1d(_CircularPadNd):
    """Wraps (C, W) or (N, C, W) around."""

    _dims = 1


class CircularPad2d(_CircularPadNd):
    """Wraps (C, H, W) or (N, C, H, W) around."""

    _dims = 2


class CircularPad3d(_CircularPadNd):
    """Wraps (C, D, H, W) or (N, C, D, H, W) around."""

    _dims = 3


class ConstantPad1d(_ConstantPadNd):
    """Pads the last axis with a value."""

    _dims = 1


class ConstantPad2d(_ConstantPadNd):
    """Pads the last two axes with a value."""

    _dims = 2


class ConstantPad3d(_ConstantPadNd):
    """Pads the last three axes with a value."""

    _dims = 3


class ReflectionPad1d(_ReflectionPadNd):
    """Mirrors the last axis at its ends."""

    _dims = 1


class ReflectionPad2d(_ReflectionPadNd):
    """Mirrors the last two axes at their ends."""

    _dims = 2


class ReflectionPad3d(_ReflectionPadNd):
    """Mirrors the last three axes at their ends."""

    _dims = 3


class ReplicationPad1d(_ReplicationPadNd):
    """Repeats the end values of the last axis."""

    _dims = 1


class ReplicationPad2d(_ReplicationPadNd):
    """Repeats the end values of the last two axes."""

    _dims = 2


class ReplicationPad3d(_ReplicationPadNd):
    """Repeats the end values of the last three axes."""

    _dims = 3


class ZeroPad1d(_ZeroPad, ConstantPad1d):
    """Pads the last axis with zeros."""


class ZeroPad2d(_ZeroPad, ConstantPad2d):
    """Pads the last two axes with zeros."""


class ZeroPad3d(_ZeroPad, ConstantPad3d):
    """Pads the last three axes with zeros."""
