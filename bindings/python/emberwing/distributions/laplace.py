"""The Laplace distribution."""
import emberwing as torch

from ._located import LocScale

__all__ = ["Laplace"]


class Laplace(LocScale):
    """exp(-|x - loc| / scale) / (2 scale)."""

    _fields = "loc", "scale"

    def __init__(self, loc, scale, validate_args=None):
        self._take(loc, scale, validate_args)

    mean = property(lambda self: self.loc)
    variance = property(lambda self: 2 * self.scale.pow(2))
    stddev = property(lambda self: 2 ** 0.5 * self.scale)

    def rsample(self, sample_shape=torch.Size()):
        low = torch.finfo(self.loc.dtype).eps - 1
        u = torch.empty(self._extended_shape(sample_shape), dtype=self.loc.dtype).uniform_(low, 1)
        return self.loc - self.scale * u.sign() * torch.log1p(-u.abs())

    def log_prob(self, value):
        self._checked(value)
        return -torch.log(2 * self.scale) - torch.abs(value - self.loc) / self.scale

    def cdf(self, value):
        self._checked(value)
        distance = value - self.loc
        return 0.5 - 0.5 * distance.sign() * torch.expm1(-distance.abs() / self.scale)

    def icdf(self, value):
        u = value - 0.5
        return self.loc - self.scale * u.sign() * torch.log1p(-2 * u.abs())

    def entropy(self):
        return 1 + torch.log(2 * self.scale)
