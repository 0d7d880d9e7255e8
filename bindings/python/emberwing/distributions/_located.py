"""Distributions that a `loc` shifts and a `scale` stretches."""
from . import constraints
from .distribution import Distribution, scalar_or_shape
from .utils import broadcast_all


class LocScale(Distribution):
    """What Laplace and Cauchy share."""

    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.real
    has_rsample = True
    _fields = "loc", "scale"

    mode = property(lambda self: self.loc)

    def _take(self, loc, scale, validate_args):
        self.loc, self.scale = broadcast_all(loc, scale)
        Distribution.__init__(self, scalar_or_shape(self.loc, loc, scale), validate_args=validate_args)
