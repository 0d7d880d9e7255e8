"""Student's t distribution."""
import math

import emberwing as torch

from . import constraints
from .chi2 import Chi2
from .distribution import Distribution
from .utils import _standard_normal, broadcast_all

__all__ = ["StudentT"]


class StudentT(Distribution):
    """loc + scale x / sqrt(c / df) of standard normal x and χ² c with `df` degrees of freedom."""

    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}
    support = constraints.real
    has_rsample = True
    _fields = "df", "loc", "scale", "_chi2"

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = broadcast_all(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.size(), validate_args=validate_args)

    mean = property(lambda self: self.loc.masked_fill(self.df <= 1, math.nan))
    mode = property(lambda self: self.loc)

    @property
    def variance(self):
        n = self.df
        safe = torch.where(n > 2, n, 3.0)
        finite = self.scale.pow(2) * safe / (safe - 2)
        return finite.masked_fill(n <= 2, math.inf).masked_fill(n <= 1, math.nan)

    def rsample(self, sample_shape=torch.Size()):
        x = _standard_normal(self._extended_shape(sample_shape), self.df.dtype, None)
        return self.loc + self.scale * (x * torch.rsqrt(self._chi2.rsample(sample_shape) / self.df))

    def log_prob(self, value):
        self._checked(value)
        n = self.df
        y = (value - self.loc) / self.scale
        scale = (self.scale.log() + 0.5 * n.log() + 0.5 * math.log(math.pi) + torch.lgamma(0.5 * n)
                 - torch.lgamma(0.5 * (n + 1.0)))
        return -0.5 * (n + 1.0) * torch.log1p(y ** 2.0 / n) - scale

    def entropy(self):
        n = self.df
        beta = torch.lgamma(0.5 * n) + math.lgamma(0.5) - torch.lgamma(0.5 * (n + 1))
        psi = torch.digamma(0.5 * (n + 1)) - torch.digamma(0.5 * n)
        return self.scale.log() + 0.5 * (n + 1) * psi + 0.5 * n.log() + beta
