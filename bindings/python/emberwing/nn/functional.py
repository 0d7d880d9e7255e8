"""torch.nn.functional: the functions behind the layers."""
from .._generated import functions as _F
from .._types import dtype as DType  # noqa: F401

globals().update(_F.NN)
for _name in ("relu", "sigmoid", "tanh", "softmax", "log_softmax", "relu_", "selu", "celu", "rrelu", "prelu", "threshold",
              "dropout", "embedding", "bilinear"):
    if _name in _F.FUNCTIONS:
        globals()[_name] = _F.FUNCTIONS[_name]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise AttributeError(f"Emberwing has no torch.nn.functional.{name}")


def _reduction(reduction, size_average, reduce):
    """PyTorch's legacy arguments `size_average` and `reduce`."""
    if size_average is None and reduce is None:
        return reduction
    if reduce is False:
        return "none"
    return "sum" if size_average is False else "mean"


def _inplace(name, op):
    own = op.__code__.co_argcount - 1
    change = getattr(_F, name + "_")

    def activation(input, *args, inplace=False, **keywords):
        if len(args) == own + 1:
            *args, inplace = args
        return (change if inplace else op)(input, *args, **keywords)
    activation.__name__, activation.__doc__ = name, op.__doc__
    return activation


for _name in ("relu6", "elu", "celu", "selu", "silu", "mish", "hardswish", "hardsigmoid", "hardtanh", "leaky_relu",
              "threshold"):
    globals()[_name] = _inplace(_name, getattr(_F, _name))


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
    if dim is None:
        import warnings
        warnings.warn("Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an "
                      "argument.", stacklevel=3)
        return 0 if input.dim() in (0, 1, 3) else 1
    return dim


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeroes elements with probability p while training, and scales the others by 1 / (1 - p)."""
    _check_p(p)
    return (_F.dropout_ if inplace else _F.dropout)(input, p, training)


def _check_p(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")


def _feature_dropout(input, p, training, inplace):
    r = _F.feature_dropout(input, p, training)
    return _F.copy_(input, r) if inplace and training else r


def _advise(message):
    import warnings
    warnings.warn(message, stacklevel=3)


def dropout1d(input, p=0.5, training=True, inplace=False):
    """Zeroes whole channels of (N, C, L) or (C, L)."""
    _check_p(p)
    n = input.dim()
    if n not in (2, 3):
        raise RuntimeError(f"dropout1d: Expected 2D or 3D input, but received a {n}D input. Note that dropout1d exists to "
                           "provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an "
                           "optional batch dimension (i.e. 2D or 3D inputs).")
    if n == 3:
        return _feature_dropout(input, p, training, inplace)
    return _F.squeeze(_feature_dropout(_F.unsqueeze(input, 0), p, training, inplace), 0)


def dropout2d(input, p=0.5, training=True, inplace=False):
    """Zeroes whole channels of (N, C, H, W)."""
    _check_p(p)
    n = input.dim()
    if n not in (3, 4):
        _advise(f"dropout2d: Received a {n}-D input to dropout2d, which is deprecated and will result in an error in a "
                "future release. To retain the behavior and silence this warning, please use dropout instead. Note that "
                "dropout2d exists to provide channel-wise dropout on inputs with 2 spatial dimensions, a channel "
                "dimension, and an optional batch dimension (i.e. 3D or 4D inputs).")
    elif n == 3:
        _advise("dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired "
                "- input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a "
                "future release to interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain "
                "the 1D channel-wise dropout behavior, please switch to using dropout1d instead.")
    return _feature_dropout(input, p, training, inplace)


def dropout3d(input, p=0.5, training=True, inplace=False):
    """Zeroes whole channels of (N, C, D, H, W) or (C, D, H, W)."""
    _check_p(p)
    n = input.dim()
    if n not in (4, 5):
        _advise(f"dropout3d: Received a {n}-D input to dropout3d, which is deprecated and will result in an error in a "
                "future release. To retain the behavior and silence this warning, please use dropout instead. Note that "
                "dropout3d exists to provide channel-wise dropout on inputs with 3 spatial dimensions, a channel "
                "dimension, and an optional batch dimension (i.e. 4D or 5D inputs).")
    if n != 4:
        return _feature_dropout(input, p, training, inplace)
    return _F.squeeze(_feature_dropout(_F.unsqueeze(input, 0), p, training, inplace), 0)


feature_dropout = _F.feature_dropout


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """1-d convolution; shapes [N, C, L] or [C, L]."""
    if isinstance(padding, str):
        return _F.conv1d_padding(input, weight, bias, stride, padding, dilation, groups)
    return _F.conv1d(input, weight, bias, stride, padding, dilation, groups)


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    """3-d convolution; shapes [N, C, D, H, W] or [C, D, H, W]."""
    if isinstance(padding, str):
        return _F.conv3d_padding(input, weight, bias, stride, padding, dilation, groups)
    return _F.conv3d(input, weight, bias, stride, padding, dilation, groups)


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


def max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows, and where it was."""
    return max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows; with `return_indices` also where it was."""
    stride = kernel_size if stride is None or stride == [] else stride
    if return_indices:
        return tuple(_F.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode))
    return _F.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode)


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows, and where it was."""
    return max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """Mean over windows."""
    return _F.avg_pool1d(input, kernel_size, kernel_size if stride is None else stride, padding, ceil_mode,
                         count_include_pad)


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None, *,
               out=None):
    """Mean over windows."""
    return _F.avg_pool2d(input, kernel_size, kernel_size if stride is None or stride == () else stride, padding, ceil_mode,
                         count_include_pad, divisor_override, out=out)


def _output_size(input, size, dims):
    """The output size of adaptive pooling: a None keeps the input's."""
    if size.__class__ is int:
        return (size,) * dims
    size = tuple(size) if hasattr(size, "__iter__") else (size,) * dims
    if None in size:
        if input.dim() < len(size):
            raise ValueError(f"Input dimension should be at least {len(size) + 1}")
        size = tuple(n if s is None else s for s, n in zip(size, input.shape[-len(size):]))
    return size


def adaptive_avg_pool1d(input, output_size):
    """Means of windows so many that the output has the given length."""
    return _F.adaptive_avg_pool1d(input, _output_size(input, output_size, 1))


def adaptive_avg_pool2d(input, output_size):
    """Means of windows so many that the output has the given size."""
    return _F.adaptive_avg_pool2d(input, _output_size(input, output_size, 2))


def adaptive_max_pool1d(input, output_size, return_indices=False):
    """Maxima of windows so many that the output has the given length."""
    size = _output_size(input, output_size, 1)
    if return_indices:
        # As two dimensions with one row.
        r, at = _F.adaptive_max_pool2d_with_indices(_F.unsqueeze(input, -2), (1, *size))
        return _F.squeeze(r, -2), _F.squeeze(at, -2)
    return _F.adaptive_max_pool1d(input, size)


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=False):
    return adaptive_max_pool1d(input, output_size, True)


def adaptive_max_pool2d(input, output_size, return_indices=False):
    """Maxima of windows so many that the output has the given size."""
    size = _output_size(input, output_size, 2)
    if return_indices:
        return tuple(_F.adaptive_max_pool2d_with_indices(input, size))
    return _F.adaptive_max_pool2d(input, size)


def adaptive_max_pool2d_with_indices(input, output_size, return_indices=False):
    return adaptive_max_pool2d(input, output_size, True)


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Normalises each channel over the batch, or by running statistics."""
    if training and eps <= 0.0:
        raise ValueError(f"batch_norm eps must be positive during training, but got {eps}")
    if eps < 0.0:
        raise ValueError(f"batch_norm eps must be non-negative, but got {eps}")
    return _F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Normalises over the last dimensions."""
    return _F.layer_norm(input, normalized_shape, weight, bias, eps)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """Normalises groups of channels."""
    return _F.group_norm(input, num_groups, weight, bias, eps)


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """Cross entropy of logits with class indices or class probabilities."""
    return _F.cross_entropy(input, target, weight, ignore_index, _reduction(reduction, size_average, reduce),
                            label_smoothing)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """Negative log likelihood of log-probabilities."""
    return _F.nll_loss(input, target, weight, ignore_index, _reduction(reduction, size_average, reduce))


def _same_size(name, input, target):
    if input.shape != target.shape:
        _advise(f"Using a target size ({target.shape}) that is different to the input size ({input.shape}). This will likely "
                "lead to incorrect results due to broadcasting. Please ensure they have the same size.")


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of squared differences."""
    if input.shape != target.shape:
        _same_size("mse_loss", input, target)
    return _F.mse_loss(input, target, _reduction(reduction, size_average, reduce), weight)


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of absolute differences."""
    if input.shape != target.shape:
        _same_size("l1_loss", input, target)
    return _F.l1_loss(input, target, _reduction(reduction, size_average, reduce), weight)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """Squared below `beta`, linear above."""
    if input.shape != target.shape:
        _same_size("smooth_l1_loss", input, target)
    return _F.smooth_l1_loss(input, target, _reduction(reduction, size_average, reduce), beta)


def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    """Squared below `delta`, linear above."""
    if input.shape != target.shape:
        _same_size("huber_loss", input, target)
    return _F.huber_loss(input, target, reduction, delta, weight)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of probabilities."""
    return _F.binary_cross_entropy(input, target, weight, _reduction(reduction, size_average, reduce))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """Binary cross entropy of logits."""
    return _F.binary_cross_entropy_with_logits(input, target, weight, _reduction(reduction, size_average, reduce),
                                               pos_weight)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """Kullback-Leibler divergence of log-probabilities from probabilities."""
    reduction = _reduction(reduction, size_average, reduce)
    if reduction == "mean":
        _advise("reduction: 'mean' divides the total loss by both the batch size and the support size."
                "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
                "'mean' will be changed to behave the same as 'batchmean' in the next major release.")
    return _F.kl_div(input, target, reduction, log_target)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """Mean of log(1 + exp(-target * input))."""
    return _F.soft_margin_loss(input, target, _reduction(reduction, size_average, reduce))


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    """The input where target is 1, its distance below `margin` where target is -1."""
    return _F.hinge_embedding_loss(input, target, margin, _reduction(reduction, size_average, reduce))


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """How far the order of two inputs is from what target says."""
    if input1.dim() != input2.dim() or input1.dim() != target.dim():
        raise RuntimeError(f"margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                           f"input1: {input1.shape}, input2: {input2.shape}, target: {target.shape} ")
    return _F.margin_ranking_loss(input1, input2, target, margin, _reduction(reduction, size_average, reduce))


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction="mean"):
    """Negative log likelihood of a Poisson distribution."""
    reduction = _reduction(reduction, size_average, reduce)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return _F.poisson_nll_loss(input, target, log_input, full, eps, reduction)


from ._attention import *  # noqa: E402, F403
from ._losses import *  # noqa: E402, F403
from ._pooling import *  # noqa: E402, F403
from ._random_layers import *  # noqa: E402, F403
from ._resampling import *  # noqa: E402, F403
