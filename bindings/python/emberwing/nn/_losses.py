"""Losses over margins, sequences and distributions, the fused classifier loss, and bags of embeddings."""
import math
import warnings
from dataclasses import dataclass

from .. import _types
from .._generated import functions as _F

__all__ = [
    "cosine_embedding_loss", "ctc_loss", "embedding", "embedding_bag", "gaussian_nll_loss", "linear_cross_entropy",
    "multi_margin_loss", "multilabel_margin_loss", "multilabel_soft_margin_loss", "triplet_margin_loss",
    "triplet_margin_with_distance_loss",
]


def _reduction(reduction, size_average, reduce):
    """PyTorch's legacy arguments `size_average` and `reduce`."""
    if size_average is None and reduce is None:
        return reduction
    if reduce is False:
        return "none"
    return "sum" if size_average is False else "mean"


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """1 - cos where target is 1, cos above `margin` where target is -1."""
    return _F.cosine_embedding_loss(input1, input2, target, margin, _reduction(reduction, size_average, reduce))


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"):
    """How far all classes stay below the right one, by `margin`."""
    return _F.multi_margin_loss(input, target, p, margin, weight, _reduction(reduction, size_average, reduce))


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """How far all other classes stay below the listed ones."""
    return _F.multilabel_margin_loss(input, target, _reduction(reduction, size_average, reduce))


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of logits, averaged over the classes."""
    return _F.multilabel_soft_margin_loss(input, target, weight, _reduction(reduction, size_average, reduce))


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None,
                        reduction="mean"):
    """How much nearer the positive is than the negative, up to `margin`."""
    return _F.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap,
                                  _reduction(reduction, size_average, reduce))


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
                                      reduction="mean"):
    """`triplet_margin_loss` under a distance of the caller's."""
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"{reduction} is not a valid value for reduction")
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    a, p, n = anchor.dim(), positive.dim(), negative.dim()
    if not a == p == n:
        raise RuntimeError("The anchor, positive, and negative tensors are expected to have the same number of dimensions, "
                           f"but got: anchor {a}D, positive {p}D, and negative {n}D inputs")
    distance = distance_function or _F.pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = _F.minimum(far, distance(positive, negative))
    loss = _F.clamp_min(margin + near - far, 0)
    return loss if reduction == "none" else loss.sum() if reduction == "sum" else loss.mean()


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """Negative log likelihood under a Gaussian with variance `var`."""
    return _F.gaussian_nll_loss(input, target, var, full, eps, reduction)


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """Negative log likelihood of label sequences over all alignments."""
    lengths = [x if hasattr(x, "dtype") else _as_tensor(x) for x in (input_lengths, target_lengths)]
    return _F.ctc_loss(log_probs, targets, *lengths, blank, reduction, zero_infinity)


def _as_tensor(x):
    from .._functions import tensor
    return tensor(x, dtype=_types.int64)


def _renormed(weight, input, max_norm, norm_type):
    _F.embedding_renorm_(weight.detach(), input, max_norm, norm_type)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of `weight` chosen by index."""
    if padding_idx is not None:
        if not -weight.shape[0] <= padding_idx < weight.shape[0]:
            raise AssertionError("Padding_idx must be within num_embeddings")
        padding_idx %= weight.shape[0]
    if max_norm is not None:
        _renormed(weight, input, max_norm, norm_type)
    return _F.embedding(input, weight, padding_idx, scale_grad_by_freq=scale_grad_by_freq, sparse=sparse)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode="mean",
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """Sums, means or maxima of the rows of `weight` that each bag of indices names."""
    if weight.dtype == _types.int64 and input.is_floating_point():
        warnings.warn("Argument order of nn.functional.embedding_bag was changed. Usage `embedding_bag(weight, input, ...)` "
                      "is deprecated, and should now be `embedding_bag(input, weight, ...)`.", stacklevel=2)
        weight, input = input, weight
    if per_sample_weights is not None and input.shape != per_sample_weights.shape:
        raise ValueError(f"embedding_bag: If per_sample_weights ({per_sample_weights.shape}) is not None, then it must have "
                         f"the same shape as the input ({input.shape})")
    if weight.dim() != 2:
        raise ValueError(f"weight has to be a 2D Tensor, but got Tensor of dimension {weight.dim()}")
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed "
                             f"length sequences. However, found offsets of type {type(offsets)}")
        rows, columns = input.shape
        offsets = _F.mul(_F.arange(0, rows, dtype=input.dtype), columns)
        include_last_offset = False
        input = input.reshape(-1)
        if per_sample_weights is not None:
            per_sample_weights = per_sample_weights.reshape(-1)
    elif input.dim() != 1:
        raise ValueError(f"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}")
    elif offsets is None:
        raise ValueError("offsets has to be a 1D Tensor but got None")
    elif offsets.dim() != 1:
        raise ValueError("offsets has to be a 1D Tensor")
    if mode not in ("sum", "mean", "max"):
        raise ValueError("mode has to be one of sum, mean or max")
    if mode == "max" and scale_grad_by_freq:
        raise ValueError("max mode does not support scaling the gradient by the frequency")
    if mode == "max" and sparse:
        raise ValueError("max mode does not support sparse weights")
    if max_norm is not None:
        _renormed(weight, input, max_norm, norm_type)
    if per_sample_weights is not None and mode != "sum":
        raise NotImplementedError("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for "
                                  f"mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.")
    return _F.embedding_bag(weight, input, offsets, scale_grad_by_freq, ("sum", "mean", "max").index(mode), sparse,
                            per_sample_weights, include_last_offset, padding_idx)


@dataclass(frozen=True)
class LinearCrossEntropyOptions:
    """How `linear_cross_entropy` cuts its batch into pieces, so that not all logits are held at once."""

    allow_retain_graph: bool = False
    batch_chunk_size: int | None = None
    chunking_method: str | None = "auto"
    acc_policy: str = "auto"
    acc_dtype: _types.dtype | None = None

    def __post_init__(self):
        if self.batch_chunk_size is not None and self.batch_chunk_size < 1:
            raise ValueError(f"batch_chunk_size must be positive, got {self.batch_chunk_size}")
        if self.acc_policy not in ("accurate", "compact", "auto"):
            raise ValueError(f"acc_policy must be 'accurate', 'compact' or 'auto', got {self.acc_policy!r}")
        self._factor()

    def _types_for(self, kind):
        """The dtype of the losses, and that of the products: `compact` leaves these in the input's."""
        half = kind.itemsize == 2
        policy = ("accurate" if half else "compact") if self.acc_policy == "auto" else self.acc_policy
        wide = self.acc_dtype or (_types.float32 if half and self.acc_policy == "auto" else kind)
        return wide, wide if policy == "accurate" else kind

    def _factor(self):
        """The divisor that `chunking_method` gives the size of a piece; None where it says nothing."""
        method = self.chunking_method
        if method is None:
            return None
        if method in ("auto", "aspect_ratio"):
            return 1
        name, _, factor = str(method).partition(":")
        if name != "aspect_ratio" or not factor.isdigit() or int(factor) < 1:
            raise ValueError(f"chunking_method must be None, 'auto', 'aspect_ratio' or 'aspect_ratio:N', got {method!r}")
        return int(factor)

    def _rows(self, batch, features, classes):
        """The rows of one piece."""
        if self.batch_chunk_size is not None:
            return self.batch_chunk_size
        factor = self._factor()
        if factor is None or batch == 0:
            return max(batch, 1)
        wanted = math.ceil(batch / max(1, math.ceil(classes / max(features, 1))))
        return max(1, 2 ** math.ceil(math.log2(wanted)) // factor)


def linear_cross_entropy(input, linear_weight, target, *, linear_bias=None, weight=None, reduction="mean",
                         ignore_index=None, label_smoothing=0.0, options=None):
    """`cross_entropy(linear(input, linear_weight, linear_bias), target)`, by pieces of the batch with `options`."""
    if input.dim() not in (1, 2):
        raise RuntimeError(f"expected input with dimensionality 1 or 2, got {input.dim()}")
    if linear_weight.dim() < 2:
        raise RuntimeError(f"expected linear_weight with dimensionality at least 2, got {linear_weight.dim()}")
    batch, features = tuple(input.shape[:-1]), input.shape[-1]
    if features != linear_weight.shape[-1]:
        raise RuntimeError("expected equal input and linear_weight last dimensions (in_features), got "
                           f"{features} and {linear_weight.shape[-1]}, respectively")
    outputs = tuple(linear_weight.shape[:-1])
    if linear_bias is not None and tuple(linear_bias.shape) != outputs:
        raise RuntimeError(f"expected linear_bias shape {outputs}, got {tuple(linear_bias.shape)}")
    if len(outputs) > 1 and not batch:
        raise RuntimeError(f"K-dimensional loss defined by linear_weight shape {tuple(linear_weight.shape)} requires batched "
                           f"input, (N, {features}), got unbatched input with shape {tuple(input.shape)}")
    probabilities = tuple(target.shape) == batch + outputs
    if probabilities and ignore_index is not None:
        raise RuntimeError("ignore_index cannot be specified when target contains probabilities")
    ignore_index = -100 if ignore_index is None else ignore_index
    if options is not None:
        if (reduction in ("mean", "sum", "none") and label_smoothing == 0.0 and len(outputs) == 1
                and (target.dtype == _types.int64 or probabilities and target.dtype == input.dtype)):
            return _by_pieces(input, linear_weight, target, linear_bias, weight, reduction, ignore_index, probabilities,
                              options)
        warnings.warn("linear_cross_entropy: ``options`` ignored; the pieces need reduction in {'mean','sum','none'}, "
                      "label_smoothing == 0, a target of int64 or of probabilities, and no out_features.", stacklevel=2)
    rows = math.prod(outputs)
    logits = _F.linear(input, linear_weight.reshape(rows, features),
                       None if linear_bias is None else linear_bias.reshape(rows))
    return _F.cross_entropy(logits.reshape(batch + outputs), target, weight, ignore_index, reduction, label_smoothing)


def _by_pieces(input, linear_weight, target, linear_bias, weight, reduction, ignore_index, probabilities, options):
    single = input.dim() == 1
    if single:
        input, target = input.unsqueeze(0), target.unsqueeze(0)
    n = input.shape[0]
    rows = options._rows(n, input.shape[1], linear_weight.shape[0])
    kind, each = input.dtype, "none" if reduction == "none" else "sum"
    wide, product = options._types_for(kind)
    operands = [None if t is None else t.to(d) for t, d in ((linear_weight, product), (linear_bias, product), (weight, wide))]
    losses = []
    for start in range(0, max(n, 1), rows):
        x, t = input[start:start + rows].to(product), target[start:start + rows]
        logits = _F.linear(x, *operands[:2]).to(wide)
        losses.append(_F.cross_entropy(logits, t.to(wide) if probabilities else t, operands[2], ignore_index, each, 0.0))
    if reduction == "none":
        loss = losses[0] if len(losses) == 1 else _F.cat(losses, 0)
        return (loss[0] if single else loss).to(kind)
    loss = sum(losses[1:], losses[0])
    if reduction == "mean":
        loss = loss / _divisor(target, operands[2], ignore_index, probabilities, n)
    loss = loss.to(kind)
    return loss if options.allow_retain_graph or not loss.requires_grad else _once(loss)


def _once(loss):
    """The loss, whose gradients may be asked for once."""
    used = []

    def hook(gradient):
        if used:
            raise RuntimeError("linear_cross_entropy chunked backward called twice; retain_graph=True / double backward are not "
                               "supported.")
        used.append(True)
    loss.register_hook(hook)
    return loss


def _divisor(target, weight, ignore_index, probabilities, n):
    """What the mean of the losses divides by: the weights of the classes that count."""
    if probabilities:
        return n
    counted = target != ignore_index
    if weight is None:
        return counted.sum()
    return (weight[_F.where(counted, target, 0)] * counted).sum()
