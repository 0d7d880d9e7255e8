"""Parameters given as probabilities or as logits."""
import emberwing as torch

from .utils import broadcast_all, is_number, lazy_property, logits_to_probs, probs_to_logits


def require_one(probs, logits):
    if (probs is None) == (logits is None):
        raise ValueError("Either `probs` or `logits` must be specified, but not both.")


class Odds:
    """`probs` or `logits` of events that happen or not; the other one is computed when it is asked for."""

    def _take(self, probs, logits, *others):
        """Stores the one given; returns the other parameters, broadcast along and of its dtype."""
        require_one(probs, logits)
        self._given = "logits" if probs is None else "probs"
        given = logits if probs is None else probs
        *others, value = broadcast_all(*others, given)
        setattr(self, self._given, value)
        return [o.type_as(value) for o in others]

    def _batch_of(self, probs, logits):
        return torch.Size() if is_number(logits if probs is None else probs) else self._param.size()

    _param = property(lambda self: getattr(self, self._given))
    param_shape = property(lambda self: self._param.size())

    def _new(self, *args, **kwargs):
        return self._param.new(*args, **kwargs)

    @lazy_property
    def logits(self):
        return probs_to_logits(self.probs, is_binary=True)

    @lazy_property
    def probs(self):
        return logits_to_probs(self.logits, is_binary=True)


class OfCategories:
    """What distributions over the classes of an inner `Categorical` share."""

    _fields = ("_categorical",)

    _param = property(lambda self: self._categorical._param)
    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    param_shape = property(lambda self: self._categorical.param_shape)

    def _new(self, *args, **kwargs):
        return self._categorical._new(*args, **kwargs)


def counted(n, like, batch_dims, batch_shape, expand):
    """0 … n - 1 along dimension 0, over the batch."""
    values = torch.arange(n, dtype=like.dtype).view((-1,) + (1,) * batch_dims)
    return values.expand((-1,) + tuple(batch_shape)) if expand else values
