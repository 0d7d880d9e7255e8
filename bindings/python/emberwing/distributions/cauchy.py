"""The Cauchy distribution."""
import math

import emberwing as torch

from ._located import LocScale

__all__ = ["Cauchy"]


class Cauchy(LocScale):
    """1 / (π scale (1 + ((x - loc) / scale)²)); it has no mean."""

    _fields = "loc", "scale"

    def __init__(self, loc, scale, validate_args=None):
        self._take(loc, scale, validate_args)

    mean = property(lambda self: self._full(math.nan, self.loc))
    variance = property(lambda self: self._full(math.inf, self.loc))

    def rsample(self, sample_shape=torch.Size()):
        eps = torch.empty(self._extended_shape(sample_shape), dtype=self.loc.dtype).cauchy_()
        return self.loc + eps * self.scale

    def log_prob(self, value):
        self._checked(value)
        return -math.log(math.pi) - self.scale.log() - (((value - self.loc) / self.scale) ** 2).log1p()

    def cdf(self, value):
        self._checked(value)
        return torch.atan((value - self.loc) / self.scale) / math.pi + 0.5

    def icdf(self, value):
        return torch.tan(math.pi * (value - 0.5)) * self.scale + self.loc

    def entropy(self):
        return math.log(4 * math.pi) + self.scale.log()
