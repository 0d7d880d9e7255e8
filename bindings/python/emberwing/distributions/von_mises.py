"""The von Mises distribution."""
import math

import emberwing as torch

from . import constraints
from .distribution import Distribution
from .utils import broadcast_all, lazy_property

__all__ = ["VonMises"]


def _log_bessel(x, order):
    """log I_order(x) of x > 0, from the exponentially scaled Bessel functions."""
    scaled = torch.special.i1e if order else torch.special.i0e
    return scaled(x).log() + x


class VonMises(Distribution):
    """Angles around `loc`: density exp(concentration cos(x - loc)) / (2 π I0(concentration))."""

    arg_constraints = {"loc": constraints.real, "concentration": constraints.positive}
    support = constraints.real
    has_rsample = False
    _fields = "loc", "concentration"

    def __init__(self, loc, concentration, validate_args=None):
        self.loc, self.concentration = broadcast_all(loc, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)

    def log_prob(self, value):
        self._checked(value)
        k = self.concentration
        return k * torch.cos(value - self.loc) - math.log(2 * math.pi) - _log_bessel(k, 0)

    @lazy_property
    def _proposal_r(self):
        k = self.concentration.double()
        tau = 1 + (1 + 4 * k ** 2).sqrt()
        rho = (tau - (2 * tau).sqrt()) / (2 * k)
        return torch.where(k < 1e-5, 1 / k + k, (1 + rho ** 2) / (2 * rho))

    def sample(self, sample_shape=torch.Size()):
        """By rejection from a wrapped Cauchy distribution (Best & Fisher 1979), in double precision."""
        with torch.no_grad():
            shape = tuple(self._extended_shape(sample_shape))
            loc, k, r = self.loc.double(), self.concentration.double(), self._proposal_r
            x = torch.zeros(shape, dtype=torch.float64)
            missing = torch.ones(shape, dtype=torch.bool)
            while missing.any():
                u1, u2, u3 = torch.rand((3,) + shape, dtype=torch.float64).unbind()
                z = torch.cos(math.pi * u1)
                f = (1 + r * z) / (r + z)
                c = k * (r - f)
                accepted = (c * (2 - c) - u2 > 0) | ((c / u2).log() + 1 - c >= 0)
                x = torch.where(accepted, (u3 - 0.5).sign() * f.acos(), x)
                missing = missing & ~accepted
            return ((x + math.pi + loc) % (2 * math.pi) - math.pi).to(self.loc.dtype)

    @lazy_property
    def variance(self):
        """The circular variance, 1 - I1 / I0."""
        return 1 - (_log_bessel(self.concentration, 1) - _log_bessel(self.concentration, 0)).exp()
