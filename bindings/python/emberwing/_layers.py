"""torch's own forms of layers and losses: those of nn.functional with other argument orders and codes for words."""
from . import _types
from ._base import Tensor
from ._generated import functions as F
from ._register import FUNCTIONS, function, into


# ---- losses ----------------------------------------------------------------------------------------------------------

_REDUCTIONS = ("none", "mean", "sum")


def _coded(name, at):
    """A loss whose reduction is a code: 0 none, 1 mean, 2 sum."""
    op = getattr(F, name)
    names = op.__code__.co_varnames[:op.__code__.co_argcount]

    def loss(*args, **keywords):
        given = dict(zip(at, args))
        given.update(keywords)
        code = given.pop("reduction", 1)
        if code not in (0, 1, 2):
            raise ValueError(f"{code} is not a valid value for reduction")
        return op(**{k: v for k, v in given.items() if k in names}, reduction=_REDUCTIONS[code])
    loss.__name__, loss.__doc__ = name, op.__doc__
    FUNCTIONS[name] = loss


_coded("binary_cross_entropy_with_logits", ("input", "target", "weight", "pos_weight", "reduction"))
_coded("kl_div", ("input", "target", "reduction"))
_coded("hinge_embedding_loss", ("input", "target", "margin", "reduction"))
_coded("margin_ranking_loss", ("input1", "input2", "target", "margin", "reduction"))
_coded("poisson_nll_loss", ("input", "target", "log_input", "full", "eps", "reduction"))


_coded("cosine_embedding_loss", ("input1", "input2", "target", "margin", "reduction"))


# ---- normalization, embedding, pooling, convolution ------------------------------------------------------------------

@function
def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled):
    return F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


@function
def instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, cudnn_enabled):
    return F.instance_norm(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps)


@function
def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    if scale_grad_by_freq or sparse:
        raise NotImplementedError(f"embedding(): {'sparse' if sparse else 'scale_grad_by_freq'}=True")
    return F.embedding(indices, weight, None if padding_idx < 0 else padding_idx)


@function
def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    return tuple(F.max_pool1d_with_indices(input, kernel_size, kernel_size if stride in (None, ()) else stride, padding,
                                           dilation, ceil_mode))


for _name in ("conv1d", "conv2d"):
    def _conv(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, _plain=getattr(F, _name),
              _named=getattr(F, _name + "_padding")):
        if isinstance(padding, str):
            return _named(input, weight, bias, stride, padding, dilation, groups)
        return _plain(input, weight, bias, stride, padding, dilation, groups)
    _conv.__name__, _conv.__doc__ = _name, getattr(F, _name).__doc__
    FUNCTIONS[_name] = _conv


@function
def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05, cudnn_enable=True):
    """Normalises over the last dimensions; `cudnn_enable` concerns a GPU."""
    return F.layer_norm(input, normalized_shape, weight, bias, eps)


@function
def native_layer_norm(input, normalized_shape, weight, bias, eps, *, out0=None, out1=None, out2=None):
    """`layer_norm`, and the mean and the reciprocal deviation that it took."""
    shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
    y = F.layer_norm(input, shape, weight, bias, eps)
    dims = tuple(range(input.dim() - len(shape), input.dim()))
    mean, deviation = _moments(input, dims, eps)
    return _three((y, mean, deviation), (out0, out1, out2))


@function
def native_group_norm(input, weight, bias, N, C, HxW, group, eps, *, out0=None, out1=None, out2=None):
    """`group_norm` over `group` groups of the C channels of N images of HxW pixels, and what it took for them."""
    if input.numel() != N * C * HxW:
        raise RuntimeError(f"Expected input with {N} x {C} x {HxW} elements, but it has {input.numel()}")
    if group < 1 or C % group:
        raise RuntimeError(f"Expected number of channels in input to be divisible by num_groups, but got input of shape "
                           f"{list(input.shape)} and num_groups={group}")
    y = F.reshape(F.group_norm(F.reshape(input, (N, C, HxW)), group, weight, bias, eps), input.shape)
    mean, deviation = _moments(F.reshape(input, (N, group, -1)), (2,), eps)
    return _three((y, F.reshape(mean, (N, group)), F.reshape(deviation, (N, group))), (out0, out1, out2))


def _moments(input, dims, eps):
    half = input.dtype.is_floating_point and input.dtype.itemsize == 2
    x = input.float() if half else input
    return F.mean(x, dims, True), F.rsqrt(F.add(F.var(x, dims, correction=0, keepdim=True), eps))


def _three(results, outs):
    given = [o for o in outs if o is not None]
    if not given:
        return results
    if len(given) != len(results):
        raise TypeError("out0, out1 and out2 go together")
    return into(results, given)


@function
def dropout(input, p, train):
    """Zeroes elements with probability `p` and scales the others, if `train`."""
    return F.dropout(input, p, train)


@function
def dropout_(input, p, train):
    """As `dropout`, in place."""
    return F.copy_(input, F.dropout(input, p, train))


@function
def feature_dropout(input, p, train):
    """Zeroes whole channels with probability `p` and scales the others, if `train`."""
    return F.feature_dropout(input, p, train)


@function
def feature_dropout_(input, p, train):
    """As `feature_dropout`, in place."""
    return F.copy_(input, F.feature_dropout(input, p, train))


@function
def native_dropout(input, p, train):
    """`dropout`, and a mask of what it kept."""
    if not train:
        return F.clone(input), F.ones_like(input, dtype=_types.bool)
    keep = F.dropout(F.ones_like(input), p, True)
    return F.mul(input, keep), F.ne(keep, 0)


@function
def adaptive_max_pool1d(input, output_size):
    """Maxima of windows so many that the output has the given length, and where they are."""
    from .nn.functional import adaptive_max_pool1d as pool
    return pool(input, output_size, True)


@function
def conv_tbc(input, weight, bias, pad=0):
    """Convolution along the first dimension: input (time, batch, channels), weight (width, channels, outputs)."""
    if input.dim() != 3 or weight.dim() != 3 or bias.dim() != 1:
        raise RuntimeError("Input must have 3 dims: time, batch, in_channel" if input.dim() != 3 else
                           "Weight tensor must have 3 dims: kernel_width, in_channels, out_channels." if weight.dim() != 3 else
                           "Bias must be 1-D")
    if input.shape[2] != weight.shape[1]:
        raise RuntimeError("Input dim 2 (input channels) is not == dim 1 in the weight tensor")
    if bias.shape[0] != weight.shape[2]:
        raise RuntimeError("Bias size must equal dim 2 in the weight tensor (output channels).")
    r = F.conv1d(F.permute(input, (1, 2, 0)), F.permute(weight, (2, 1, 0)), bias, 1, pad)
    return F.contiguous(F.permute(r, (2, 0, 1)))


@function
def grid_sampler_2d(input, grid, interpolation_mode, padding_mode, align_corners):
    """Images sampled at the places of a grid; the modes are codes."""
    if input.dim() != 4:
        raise RuntimeError(f"grid_sampler(): expected 4D input, but got input with sizes {list(input.shape)}")
    return F.grid_sampler(input, grid, interpolation_mode, padding_mode, align_corners)


@function
def norm_except_dim(v, pow=2, dim=0):
    """The norms of order `pow` over every dimension but `dim`; over all for -1."""
    if dim == -1:
        return F.linalg_vector_norm(v, float(pow))
    if dim not in (0, v.dim() - 1):
        return F.transpose(norm_except_dim(F.transpose(v, 0, dim), pow, 0), 0, dim)
    return F.linalg_vector_norm(v, float(pow), tuple(i for i in range(v.dim()) if i != dim % v.dim()), True)


@function
def nuclear_norm(input, dim=None, keepdim=False, *, out=None):
    """The sum of the singular values of matrices."""
    from .linalg import matrix_norm
    if isinstance(dim, bool):
        dim, keepdim = None, dim
    if dim is None:
        if input.dim() != 2:
            raise RuntimeError(f"Expected a tensor with 2 dimensions, but got a tensor with {input.dim()} dimensions instead.")
        dim = (0, 1)
    return matrix_norm(input, "nuc", tuple(dim), keepdim, out=out)


# ---- recurrent layers over sequences, or over packed ones -------------------------------------------------------------

def _recurrent(name):
    padded, packed = getattr(F, name + "_input"), getattr(F, name + "_data")

    def run(input, *args, **keywords):
        # The second argument of the packed form are the batch sizes, integers; of the padded one the initial state.
        second = keywords.get("batch_sizes", args[0] if args else None)
        integers = isinstance(second, Tensor) and not second.dtype.is_floating_point and not second.dtype.is_complex
        return tuple((packed if integers or "batch_sizes" in keywords else padded)(input, *args, **keywords))
    run.__name__, run.__doc__ = name, padded.__doc__
    return function(run)


for _name in ("gru", "lstm", "rnn_tanh", "rnn_relu"):
    _recurrent(_name)
