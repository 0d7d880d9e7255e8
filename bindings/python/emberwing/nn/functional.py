"""torch.nn.functional: the functions behind the layers."""
import builtins

from .. import _types
from .._base import Tensor
from .._generated import functions as _F

globals().update(_F.NN)
for _name in ("relu", "sigmoid", "tanh", "softmax", "log_softmax", "relu_", "selu", "celu", "rrelu", "prelu", "threshold",
              "dropout", "embedding", "bilinear"):
    if _name in _F.FUNCTIONS:
        globals()[_name] = _F.FUNCTIONS[_name]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise AttributeError(f"emberwing.nn.functional has no '{name}' yet")


def _reduction(reduction, size_average, reduce):
    """PyTorch's legacy arguments `size_average` and `reduce`."""
    if size_average is None and reduce is None:
        return reduction
    if reduce is False:
        return "none"
    return "sum" if size_average is False else "mean"


def _inplace(name, op):
    own = op.__code__.co_argcount - 1

    def activation(input, *args, inplace=False, **keywords):
        if len(args) == own + 1:
            *args, inplace = args
        r = op(input, *args, **keywords)
        return _F.copy_(input, r) if inplace else r
    activation.__name__, activation.__doc__ = name, op.__doc__
    return activation


for _name in ("relu6", "elu", "celu", "selu", "silu", "mish", "hardswish", "hardsigmoid", "hardtanh", "leaky_relu",
              "threshold"):
    _op = getattr(_F, _name, None)
    if _op is not None:
        globals()[_name] = _inplace(_name, _op)


def relu(input, inplace=False):
    """max(x, 0), elementwise."""
    return _F.relu_(input) if inplace else _F.relu(input)


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Softmax along `dim`."""
    return _F.softmax(input, _dim(input, dim), dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Logarithm of softmax along `dim`."""
    return _F.log_softmax(input, _dim(input, dim), dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    return _F.softmax(-input, _dim(input, dim), dtype)


def _dim(input, dim):
    return dim if dim is not None else (0 if input.dim() in (0, 1, 3) else 1)


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeroes elements with probability p while training, and scales the others by 1 / (1 - p)."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    r = _F.dropout(input, p, training)
    return _F.copy_(input, r) if inplace else r


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """2-d convolution; shapes [N, C, H, W] or [C, H, W]."""
    if isinstance(padding, str):
        return _F.conv2d_padding(input, weight, bias, stride, padding, dilation, groups)
    return _F.conv2d(input, weight, bias, stride, padding, dilation, groups)


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows; with `return_indices` also where it was."""
    stride = kernel_size if stride is None or stride == [] else stride
    if return_indices:
        return tuple(_F.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode))
    return _F.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of `weight` chosen by index."""
    if max_norm is not None:
        raise NotImplementedError("embedding(): max_norm")
    if scale_grad_by_freq or sparse:
        raise NotImplementedError(f"embedding(): {'sparse' if sparse else 'scale_grad_by_freq'}=True")
    if padding_idx is not None:
        if not -weight.shape[0] <= padding_idx < weight.shape[0]:
            raise AssertionError("Padding_idx must be within num_embeddings")
        padding_idx %= weight.shape[0]
    return _F.embedding(input, weight, padding_idx)


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """Cross entropy of logits with class indices or class probabilities."""
    return _F.cross_entropy(input, target, weight, ignore_index, _reduction(reduction, size_average, reduce),
                            label_smoothing)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """Negative log likelihood of log-probabilities."""
    return _F.nll_loss(input, target, weight, ignore_index, _reduction(reduction, size_average, reduce))


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of squared differences."""
    if weight is not None:
        raise NotImplementedError("mse_loss(): weight")
    return _F.mse_loss(input, target, _reduction(reduction, size_average, reduce))


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of absolute differences."""
    if weight is not None:
        raise NotImplementedError("l1_loss(): weight")
    return _F.l1_loss(input, target, _reduction(reduction, size_average, reduce))


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """Squared below `beta`, linear above."""
    return _F.smooth_l1_loss(input, target, _reduction(reduction, size_average, reduce), beta)


def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    if weight is not None:
        raise NotImplementedError("huber_loss(): weight")
    return _F.huber_loss(input, target, reduction, delta)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of probabilities."""
    return _F.binary_cross_entropy(input, target, weight, _reduction(reduction, size_average, reduce))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """Binary cross entropy of logits."""
    return _F.binary_cross_entropy_with_logits(input, target, weight, _reduction(reduction, size_average, reduce),
                                               pos_weight)
