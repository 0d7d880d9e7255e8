"""torch's own forms of layers and losses: those of nn.functional with other argument orders and codes for words."""
from ._generated import functions as F
from ._register import FUNCTIONS, function


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
