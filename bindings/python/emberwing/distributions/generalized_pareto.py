"""The generalised Pareto distribution."""
import math

import emberwing as torch

from . import constraints
from .distribution import Distribution, scalar_or_shape
from .utils import broadcast_all

__all__ = ["GeneralizedPareto"]


class GeneralizedPareto(Distribution):
    """Excesses over `loc`: survival (1 + concentration z)^(-1 / concentration), exp(-z) at 0, for z = (x - loc) / scale."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive, "concentration": constraints.real}
    has_rsample = True
    _fields = "loc", "scale", "concentration"

    def __init__(self, loc, scale, concentration, validate_args=None):
        self.loc, self.scale, self.concentration = broadcast_all(loc, scale, concentration)
        super().__init__(scalar_or_shape(self.loc, loc, scale, concentration), validate_args=validate_args)

    def _shape(self):
        """Where the concentration is 0, and the concentration with 1 there."""
        c = self.concentration
        is_zero = torch.isclose(c, torch.zeros_like(c))
        return is_zero, c.masked_fill(is_zero, 1)

    def rsample(self, sample_shape=torch.Size()):
        return self.icdf(torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype))

    def log_prob(self, value):
        self._checked(value)
        z = (value - self.loc) / self.scale
        is_zero, c = self._shape()
        power = 1 / c + torch.ones_like(z)
        other = torch.where(power == 0, power, power * torch.log1p(c * z))
        return -self.scale.log() - torch.where(is_zero, z, other)

    def log_survival_function(self, value):
        """log P(x > value)."""
        self._checked(value)
        z = (value - self.loc) / self.scale
        is_zero, c = self._shape()
        return torch.where(is_zero, -z, -torch.log1p(c * z) / c)

    def log_cdf(self, value):
        """log P(x <= value)."""
        return torch.log1p(-torch.exp(self.log_survival_function(value)))

    def cdf(self, value):
        return torch.exp(self.log_cdf(value))

    def icdf(self, value):
        is_zero, c = self._shape()
        survival = torch.log1p(-value)
        return torch.where(is_zero, self.loc - self.scale * survival, self.loc + self.scale / c * torch.expm1(-c * survival))

    mode = property(lambda self: self.loc)

    @property
    def mean(self):
        c = self.concentration
        return torch.where(c < 1, self.loc + self.scale / (1 - torch.where(c < 1, c, 0.5)), math.nan)

    @property
    def variance(self):
        c = self.concentration
        safe = torch.where(c < 0.5, c, 0.25)
        return torch.where(c < 0.5, self.scale ** 2 / ((1 - safe) ** 2 * (1 - 2 * safe)), math.nan)

    def entropy(self):
        return (torch.log(self.scale) + self.concentration + 1).expand(self._batch_shape)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        c = self.concentration
        return constraints.interval(self.loc, torch.where(c < 0, self.loc - self.scale / c, math.inf))
