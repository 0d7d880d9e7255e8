"""Helpers around modules and parameters."""

import importlib

from .clip_grad import (_clip_grads_with_norm_ as clip_grads_with_norm_, _get_total_norm as get_total_norm,
                        clip_grad_norm, clip_grad_norm_, clip_grad_value_)
from .convert_parameters import parameters_to_vector, vector_to_parameters
from . import rnn
from .fusion import fuse_conv_bn_eval, fuse_conv_bn_weights, fuse_linear_bn_eval, fuse_linear_bn_weights
from .spectral_norm import remove_spectral_norm, spectral_norm
from .weight_norm import remove_weight_norm, weight_norm

__all__ = ["clip_grad_norm", "clip_grad_norm_", "clip_grads_with_norm_", "clip_grad_value_", "get_total_norm",
           "convert_conv2d_weight_memory_format", "convert_conv3d_weight_memory_format", "skip_init",
           "fuse_conv_bn_eval", "fuse_conv_bn_weights", "fuse_linear_bn_eval", "fuse_linear_bn_weights",
           "parameters_to_vector", "parametrizations", "parametrize", "prune", "remove_spectral_norm",
           "remove_weight_norm", "rnn", "spectral_norm", "stateless", "vector_to_parameters", "weight_norm"]

_FOUND_IN = {"skip_init": "init", "convert_conv2d_weight_memory_format": "memory_format",
             "convert_conv3d_weight_memory_format": "memory_format"}


def __getattr__(name):
    if name in ("parametrizations", "parametrize", "prune", "stateless"):
        return importlib.import_module(f"{__name__}.{name}")
    if name in _FOUND_IN:
        return getattr(importlib.import_module(f"{__name__}.{_FOUND_IN[name]}"), name)
    raise AttributeError(f"Emberwing has no torch.nn.utils.{name}")
