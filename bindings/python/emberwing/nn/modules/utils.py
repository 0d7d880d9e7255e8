"""Small helpers of the layers: a number or a tuple of numbers."""

import sys
from itertools import repeat


def _ntuple(n, name):
    def parse(value):
        return tuple(value) if hasattr(value, "__iter__") else tuple(repeat(value, n))

    parse.__name__ = name
    return parse


_single = _ntuple(1, "_single")
_pair = _ntuple(2, "_pair")
_triple = _ntuple(3, "_triple")
_quadruple = _ntuple(4, "_quadruple")


def _reverse_repeat_tuple(values, n):
    """Each element `n` times, last element first: the order in which `F.pad` takes amounts."""
    return tuple(value for value in reversed(values) for _ in range(n))


def is_autocast_enabled():
    """Whether ops choose their dtypes by `amp.autocast`."""
    amp = sys.modules.get("emberwing.amp")
    return amp is not None and bool(amp.is_autocast_enabled("cpu"))
