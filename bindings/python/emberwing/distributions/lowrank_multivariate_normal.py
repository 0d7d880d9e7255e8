"""The multivariate normal distribution with a covariance of low rank plus a diagonal."""
import math

import emberwing as torch

from . import constraints
from .distribution import Distribution
from .multivariate_normal import _batch_mahalanobis, _batch_mv, _half_log_det
from .utils import _standard_normal, lazy_property

__all__ = ["LowRankMultivariateNormal"]


def _plus_identity(matrix):
    return matrix + torch.eye(matrix.size(-1), dtype=matrix.dtype)


def _scaled(w, d):
    """Wᵀ D⁻¹."""
    return w.mT / d.unsqueeze(-2)


def _batch_capacitance_tril(w, d):
    """The Cholesky factor of I + Wᵀ D⁻¹ W."""
    return torch.linalg.cholesky(_plus_identity(torch.matmul(_scaled(w, d), w)))


def _batch_lowrank_logdet(w, d, capacitance_tril):
    """log det (W Wᵀ + D), by the matrix determinant lemma."""
    return 2 * _half_log_det(capacitance_tril) + d.log().sum(-1)


def _batch_lowrank_mahalanobis(w, d, x, capacitance_tril):
    """xᵀ (W Wᵀ + D)⁻¹ x, by Woodbury's identity."""
    return (x.pow(2) / d).sum(-1) - _batch_mahalanobis(capacitance_tril, _batch_mv(_scaled(w, d), x))


class LowRankMultivariateNormal(Distribution):
    """Normal vectors with mean `loc` and covariance `cov_factor @ cov_factorᵀ + diag(cov_diag)`."""

    arg_constraints = {"loc": constraints.real_vector, "cov_factor": constraints.independent(constraints.real, 2),
                       "cov_diag": constraints.independent(constraints.positive, 1)}
    support = constraints.real_vector
    has_rsample = True

    def __init__(self, loc, cov_factor, cov_diag, validate_args=None):
        if loc.dim() < 1:
            raise ValueError("loc must be at least one-dimensional.")
        event = loc.shape[-1:]
        if cov_factor.dim() < 2:
            raise ValueError("cov_factor must be at least two-dimensional, with optional leading batch dimensions")
        if cov_factor.shape[-2:-1] != event:
            raise ValueError(f"cov_factor must be a batch of matrices with shape {event[0]} x m")
        if cov_diag.shape[-1:] != event:
            raise ValueError(f"cov_diag must be a batch of vectors with shape {event}")
        try:
            means, self.cov_factor, diagonals = torch.broadcast_tensors(
                loc.unsqueeze(-1), cov_factor, cov_diag.unsqueeze(-1))
        except RuntimeError as e:
            raise ValueError(f"Incompatible batch shapes: loc {loc.shape}, cov_factor {cov_factor.shape}, "
                             f"cov_diag {cov_diag.shape}") from e
        self.loc, self.cov_diag = means[..., 0], diagonals[..., 0]
        self._unbroadcasted_cov_factor, self._unbroadcasted_cov_diag = cov_factor, cov_diag
        self._capacitance_tril = _batch_capacitance_tril(cov_factor, cov_diag)
        super().__init__(self.loc.shape[:-1], event, validate_args=validate_args)

    def expand(self, batch_shape, _instance=None):
        new = self._get_checked_instance(LowRankMultivariateNormal, _instance)
        batch_shape = torch.Size(batch_shape)
        shape = batch_shape + self.event_shape
        new.loc, new.cov_diag = self.loc.expand(shape), self.cov_diag.expand(shape)
        new.cov_factor = self.cov_factor.expand(shape + self.cov_factor.shape[-1:])
        for name in ("_unbroadcasted_cov_factor", "_unbroadcasted_cov_diag", "_capacitance_tril"):
            setattr(new, name, getattr(self, name))
        super(LowRankMultivariateNormal, new).__init__(batch_shape, self.event_shape, validate_args=False)
        new._validate_args = self._validate_args
        return new

    mean = mode = property(lambda self: self.loc)

    @property
    def _parts(self):
        return self._unbroadcasted_cov_factor, self._unbroadcasted_cov_diag

    def _matrix(self, values):
        return values.expand(self._batch_shape + self._event_shape + self._event_shape)

    @lazy_property
    def variance(self):
        w, d = self._parts
        return (w.pow(2).sum(-1) + d).expand(self._batch_shape + self._event_shape)

    @lazy_property
    def scale_tril(self):
        w, d = self._parts
        root = d.sqrt().unsqueeze(-1)
        scaled = w / root
        return self._matrix(root * torch.linalg.cholesky(_plus_identity(torch.matmul(scaled, scaled.mT))))

    @lazy_property
    def covariance_matrix(self):
        w, d = self._parts
        return self._matrix(torch.matmul(w, w.mT) + torch.diag_embed(d))

    @lazy_property
    def precision_matrix(self):
        w, d = self._parts
        a = torch.linalg.solve_triangular(self._capacitance_tril, _scaled(w, d), upper=False)
        return self._matrix(torch.diag_embed(d.reciprocal()) - a.mT @ a)

    def rsample(self, sample_shape=torch.Size()):
        w, d = self._parts
        shape, dtype = self._extended_shape(sample_shape), self.loc.dtype
        of_factor = _standard_normal(shape[:-1] + self.cov_factor.shape[-1:], dtype, None)
        return self.loc + _batch_mv(w, of_factor) + d.sqrt() * _standard_normal(shape, dtype, None)

    def log_prob(self, value):
        self._checked(value)
        distance = _batch_lowrank_mahalanobis(*self._parts, value - self.loc, self._capacitance_tril)
        log_det = _batch_lowrank_logdet(*self._parts, self._capacitance_tril)
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + log_det + distance)

    def entropy(self):
        log_det = _batch_lowrank_logdet(*self._parts, self._capacitance_tril)
        h = 0.5 * (self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + log_det)
        return h.expand(self._batch_shape) if self._batch_shape else h
