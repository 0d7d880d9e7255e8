"""Forward-mode derivatives: tensors with a tangent, and what a computation makes of it.

A dual tensor is a tensor to differentiate by, with its tangent kept in the level. The tangent of a result is found when it
is asked for: the gradient of the result is linear in its seed, so differentiating that gradient by the seed gives J v.
"""
from collections import namedtuple

from .._base import Tensor
from .._generated import functions as F
from ..func._levels import Level, differentiable
from . import grad as _grad
from .function import forward_levels
from .modes import _Mode

__all__ = ["UnpackedDualTensor", "dual_level", "enter_dual_level", "exit_dual_level", "make_dual", "unpack_dual"]

_open = []


class UnpackedDualTensor(namedtuple("UnpackedDualTensor", "primal tangent")):
    """What `unpack_dual` returns; the tangent is None where there is none."""
    __slots__ = ()


class _DualLevel(Level):
    def __init__(self):
        #: (dual tensor, tangent), in the order they were made.
        self.duals = []


def enter_dual_level():
    """Opens the level and returns its number, 0."""
    if _open:
        raise RuntimeError("Nested forward mode AD is not supported at the moment")
    _open.append(_DualLevel().__enter__())
    forward_levels.count += 1
    return 0


def exit_dual_level(*, level=None):
    """Closes the level: its tangents are gone."""
    if not _open:
        raise RuntimeError("Trying to exit a forward AD level but no level is open: make sure to enter_dual_level() first."
                           if level is None else
                           "Trying to exit a forward AD level that was not the last one that was created. This is not "
                           "supported.")
    if level not in (None, 0):
        raise RuntimeError("Trying to exit a forward AD level that was not the last one that was created. This is not "
                           "supported.")
    forward_levels.count -= 1
    _open.pop().__exit__()


class dual_level(_Mode):
    """Opens a level for a `with` block: dual tensors live inside it."""

    def __enter__(self):
        return enter_dual_level()

    def __exit__(self, *exception):
        exit_dual_level()


def _level(number, what):
    if not _open or (number is not None and number < 0):
        raise RuntimeError(f"Trying to {what} but no level exists, make sure to enter_dual_level() first.")
    if number not in (None, 0):
        raise RuntimeError(f"forward AD level {number} is not open: nested levels are not supported")
    return _open[-1]


def make_dual(tensor, tangent, *, level=None):
    """A tensor with the elements of `tensor` and this tangent: a derivative of it by the input."""
    level = _level(level, "create a dual Tensor for forward AD")
    for t in (tensor, tangent):
        if not isinstance(t, Tensor):
            raise TypeError(f"make_dual() expects Tensors, not {type(t).__name__}")
    if not differentiable(tensor):
        raise ValueError(f"Expected primal to be floating point or complex, but got: {tensor.dtype}")
    if not differentiable(tangent):
        raise ValueError(f"Expected tangent to be floating point or complex, but got: {tangent.dtype}")
    if tensor.shape != tangent.shape:
        raise RuntimeError(f"Expected primal and tangent to have the same size, but got {list(tensor.shape)} and "
                           f"{list(tangent.shape)}")
    if tensor.dtype is not tangent.dtype:
        raise RuntimeError(f"Expected primal and tangent to have the same dtype, but got {tensor.dtype} and {tangent.dtype}")
    dual = level.track(tensor)
    level.duals.append((dual, tangent))
    return dual


def unpack_dual(tensor, *, level=None):
    """(primal, tangent) of a tensor; the tangent is None where none has come to it."""
    if not isinstance(tensor, Tensor):
        raise TypeError(f"unpack_dual() expects a Tensor, not {type(tensor).__name__}")
    if not _open or (level is not None and level < 0):
        return UnpackedDualTensor(tensor, None)
    level = _level(level, "unpack a dual Tensor")
    tangent = _tangent(level, tensor) if tensor.requires_grad else None
    # A view: changing the primal in place changes the dual tensor's elements too.
    primal = tensor if level.seen_outside([tensor]) else F.detach(tensor)
    return UnpackedDualTensor(primal, tangent if tangent is None else level.release([tangent])[0])


def _tangent(level, tensor):
    for dual, tangent in level.duals:
        if dual._handle_ == tensor._handle_:
            return tangent
    inputs = [dual for dual, _ in level.duals]
    if not inputs or all(g is None for g in _grad([tensor], inputs, [F.zeros_like(tensor)], retain_graph=True,
                                                  allow_unused=True)):
        return None
    vectors = [tangent for _, tangent in level.duals]
    return level.push([tensor], inputs)(vectors, level.seen_outside(vectors))[0]
