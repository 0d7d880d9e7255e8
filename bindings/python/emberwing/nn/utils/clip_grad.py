"""Limits on gradients."""

import types
import warnings

import emberwing as ew
from ..._tensor import Tensor

__all__ = ["clip_grad_norm", "clip_grad_norm_", "clip_grad_value_"]


def _as_list(tensors):
    return [tensors] if isinstance(tensors, Tensor) else list(tensors)


def _gradients(parameters):
    return [grad for grad in (p.grad for p in _as_list(parameters)) if grad is not None]


def _get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """The norm of all tensors taken as one vector; `foreach` chooses among equal ways and changes nothing here."""
    tensors, norm_type = _as_list(tensors), float(norm_type)
    if not tensors:
        return ew.tensor(0.0)
    with ew.no_grad():
        device = tensors[0].device
        norms = [ew.linalg.vector_norm(t, norm_type).to(device) for t in tensors]
        total = ew.linalg.vector_norm(ew.stack(norms), norm_type)
        if error_if_nonfinite and not ew.isfinite(total):
            raise RuntimeError(
                f"The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it cannot be "
                "clipped. To disable this error and scale the gradients by the non-finite norm anyway, set "
                "`error_if_nonfinite=False`")
        return total


def _clip_grads_with_norm_(parameters, max_norm, total_norm, foreach=None):
    """Scales gradients, whose norm is known, to a norm of at most `max_norm`."""
    grads = _gradients(parameters)
    if not grads:
        return
    with ew.no_grad():
        factor = ew.clamp(float(max_norm) / (total_norm + 1e-6), max=1.0)
        for grad in grads:
            grad.mul_(factor.to(grad.device))


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """Scales the gradients to a total norm of at most `max_norm`; returns the norm they had."""
    generator = isinstance(parameters, types.GeneratorType)
    parameters = _as_list(parameters)
    if generator and not parameters:
        warnings.warn("`parameters` is an empty generator, no gradient clipping will occur.", stacklevel=2)
    total = _get_total_norm(_gradients(parameters), norm_type, error_if_nonfinite, foreach)
    _clip_grads_with_norm_(parameters, max_norm, total, foreach)
    return total


def clip_grad_norm(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """The old name of `clip_grad_norm_`."""
    warnings.warn("`torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.",
                  FutureWarning, stacklevel=2)
    return clip_grad_norm_(parameters, max_norm, norm_type, error_if_nonfinite, foreach)


def clip_grad_value_(parameters, clip_value, foreach=None):
    """Cuts every gradient value off at ±`clip_value`."""
    limit = float(clip_value)
    with ew.no_grad():
        for grad in _gradients(parameters):
            grad.clamp_(min=-limit, max=limit)
