"""The Wishart distribution."""
import math
import warnings

import emberwing as torch

from . import constraints
from .chi2 import Chi2
from .exp_family import ExponentialFamily
from .multivariate_normal import Matrices, _half_log_det
from .utils import is_number, lazy_property

__all__ = ["Wishart"]

_LOG_2 = math.log(2)


class Wishart(Matrices, ExponentialFamily):
    """Sums of outer products of `df` normal vectors with mean 0; `df` need not be an integer."""

    support = constraints.positive_definite
    has_rsample = True
    _mean_carrier_measure = 0

    @property
    def arg_constraints(self):
        return {"covariance_matrix": constraints.positive_definite, "precision_matrix": constraints.positive_definite,
                "scale_tril": constraints.lower_cholesky, "df": constraints.greater_than(self.event_shape[-1] - 1)}

    def __init__(self, df, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = self._take(covariance_matrix, precision_matrix, scale_tril)
        if given is None:
            raise AssertionError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        name, matrix = given
        if matrix.dim() < 2:
            raise ValueError("scale_tril must be at least two-dimensional, with optional leading batch dimensions")
        if is_number(df):
            batch = torch.Size(matrix.shape[:-2])
            self.df = torch.tensor(df, dtype=matrix.dtype)
        else:
            batch = torch.Size(torch.broadcast_shapes(matrix.shape[:-2], df.shape))
            self.df = df.expand(batch)
        n = matrix.shape[-1]
        if self.df.le(n - 1).any():
            raise ValueError(f"Value of df={df} expected to be greater than ndim - 1 = {n - 1}.")
        setattr(self, name, matrix.expand(batch + (-1, -1)))
        if self.df.lt(n).any():
            warnings.warn("Low df values detected. Singular samples are highly likely to occur for ndim - 1 < df < ndim.",
                          stacklevel=2)
        super().__init__(batch, matrix.shape[-2:], validate_args=validate_args)
        self._unbroadcasted_scale_tril = self._factor(name, matrix)
        self._dist_chi2 = self._diagonal(batch)

    def _diagonal(self, batch):
        """The squares of the diagonal of Bartlett's factor: χ² with df, df - 1, … degrees of freedom."""
        n = self._event_shape[-1]
        steps = torch.arange(n, dtype=self._unbroadcasted_scale_tril.dtype)
        return Chi2(df=self.df.unsqueeze(-1) - steps.expand(batch + (-1,)))

    def expand(self, batch_shape, _instance=None):
        new = self._get_checked_instance(Wishart, _instance)
        batch_shape = torch.Size(batch_shape)
        shape = batch_shape + self.event_shape
        new._unbroadcasted_scale_tril = self._unbroadcasted_scale_tril.expand(shape)
        new.df = self.df.expand(batch_shape)
        self._expand_matrices(new, shape)
        ExponentialFamily.__init__(new, batch_shape, self.event_shape, validate_args=False)
        new._dist_chi2 = new._diagonal(batch_shape)
        new._validate_args = self._validate_args
        return new

    @lazy_property
    def precision_matrix(self):
        factor = self._unbroadcasted_scale_tril
        identity = torch.eye(factor.shape[-1], dtype=factor.dtype)
        return torch.cholesky_solve(identity, factor).expand(self._matrix_shape())

    def _over_matrices(self, values):
        return values.view(self._batch_shape + (1, 1))

    mean = property(lambda self: self._over_matrices(self.df) * self.covariance_matrix)

    @property
    def mode(self):
        factor = self.df - self.covariance_matrix.shape[-1] - 1
        return self._over_matrices(factor.masked_fill(factor <= 0, math.nan)) * self.covariance_matrix

    @property
    def variance(self):
        v = self.covariance_matrix
        d = v.diagonal(dim1=-2, dim2=-1)
        return self._over_matrices(self.df) * (v.pow(2) + d.unsqueeze(-1) * d.unsqueeze(-2))

    def _bartlett_sampling(self, sample_shape):
        n = self._event_shape[-1]
        root = self._dist_chi2.rsample(sample_shape).sqrt()
        noise = root.clamp(min=torch.finfo(root.dtype).eps).diag_embed(dim1=-2, dim2=-1)
        below = torch.randn(torch.Size(sample_shape) + self._batch_shape + (n * (n - 1) // 2,), dtype=noise.dtype)
        i, j = torch.tril_indices(n, n, offset=-1)
        noise[..., i, j] = below
        factor = self._unbroadcasted_scale_tril @ noise
        return factor @ factor.mT

    def _is_regular(self, samples):
        ok = self.support.check(samples)
        return ok.reshape(ok.shape[:ok.dim() - len(self._batch_shape)] + (-1,)).all(-1) if self._batch_shape else ok

    def rsample(self, sample_shape=torch.Size(), max_try_correction=None):
        """By Bartlett's decomposition; singular samples are drawn again, up to `max_try_correction` (10) times."""
        sample_shape = torch.Size(sample_shape)
        samples = self._bartlett_sampling(sample_shape)
        singular = ~self._is_regular(samples)
        if singular.any():
            warnings.warn("Singular sample detected.", stacklevel=2)
            for _ in range(10 if max_try_correction is None else max_try_correction):
                again = self._bartlett_sampling(singular[singular].shape)
                samples[singular] = again if sample_shape else again.squeeze(0)
                singular = ~self._is_regular(samples)
                if not singular.any():
                    break
        return samples

    def log_prob(self, value):
        self._checked(value)
        nu, n, factor = self.df, self._event_shape[-1], self._unbroadcasted_scale_tril
        trace = torch.cholesky_solve(value, factor).diagonal(dim1=-2, dim2=-1).sum(dim=-1)
        return (-nu * (n * _LOG_2 / 2 + _half_log_det(factor)) - torch.mvlgamma(nu / 2, p=n)
                + (nu - n - 1) / 2 * torch.linalg.slogdet(value)[1] - trace / 2)

    def entropy(self):
        nu, n = self.df, self._event_shape[-1]
        steps = torch.arange(n, dtype=nu.dtype) / 2
        psi = torch.digamma((nu / 2).unsqueeze(-1) - steps).sum(-1)
        return ((n + 1) * (n * _LOG_2 / 2 + _half_log_det(self._unbroadcasted_scale_tril)) + torch.mvlgamma(nu / 2, p=n)
                - (nu - n - 1) / 2 * psi + nu * n / 2)

    @property
    def _natural_params(self):
        return -self.precision_matrix / 2, (self.df - self._event_shape[-1] - 1) / 2

    def _log_normalizer(self, x, y):
        n = self._event_shape[-1]
        a = y + (n + 1) / 2
        return a * (-torch.linalg.slogdet(-2 * x)[1] + _LOG_2 * n) + torch.mvlgamma(a, p=n)
