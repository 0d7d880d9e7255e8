"""Divergences of distributions of different families."""
import math

import emberwing as torch

from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .continuous_bernoulli import ContinuousBernoulli
from .exponential import Exponential
from .gamma import Gamma
from .gumbel import Gumbel
from .kl import infinite, register_kl
from .laplace import Laplace
from .normal import Normal
from .pareto import Pareto
from .poisson import Poisson
from .uniform import Uniform
from .utils import euler_constant

_LOG_2PI = math.log(2 * math.pi)


def _disjoint(type_p, parameter, *types_q):
    """p has mass where q has none."""
    def infinity(p, q):
        return infinite(getattr(p, parameter))
    for type_q in types_q:
        register_kl(type_p, type_q)(infinity)


_disjoint(Beta, "concentration1", Pareto)
_disjoint(ContinuousBernoulli, "probs", Pareto)
_disjoint(Exponential, "rate", Beta, ContinuousBernoulli, Pareto, Uniform)
_disjoint(Gamma, "concentration", Beta, ContinuousBernoulli, Pareto, Uniform)
_disjoint(Gumbel, "loc", Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform)
_disjoint(Laplace, "loc", Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform)
_disjoint(Normal, "loc", Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform)
_disjoint(Pareto, "scale", Beta, ContinuousBernoulli, Uniform)
_disjoint(Poisson, "rate", Bernoulli, Binomial)


# ---- cross entropies with q: -E[log q(x)] from the moments that q's density takes -------------------------------------

def _to_exponential(q, mean):
    return -q.rate.log() + q.rate * mean


def _to_gamma(q, mean, mean_log):
    a = q.concentration
    return a.lgamma() - a * q.rate.log() - (a - 1) * mean_log + q.rate * mean


def _to_normal(q, mean, square):
    """From E[x] and E[x²]."""
    return 0.5 * _LOG_2PI + q.scale.log() + (square / 2 - q.loc * mean + q.loc.pow(2) / 2) / q.scale.pow(2)


def _to_gumbel(q, mean, mean_exp):
    """From E[x] and E[exp(-x / scale)]."""
    z = q.loc / q.scale
    return q.scale.log() + mean / q.scale - z + torch.exp(z) * mean_exp


def _to_continuous_bernoulli(q, mean):
    return -mean * q.logits - torch.log1p(-q.probs) - q._cont_bern_log_norm()


def _beyond(result, is_outside):
    return result.masked_fill(is_outside, torch.inf)


@register_kl(Bernoulli, Poisson)
def _bernoulli_poisson(p, q):
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


@register_kl(Beta, ContinuousBernoulli)
def _beta_continuous_bernoulli(p, q):
    return -p.entropy() + _to_continuous_bernoulli(q, p.mean)


@register_kl(Beta, Exponential)
def _beta_exponential(p, q):
    return -p.entropy() + _to_exponential(q, p.mean)


@register_kl(Beta, Gamma)
def _beta_gamma(p, q):
    total = p.concentration1 + p.concentration0
    return -p.entropy() + _to_gamma(q, p.mean, p.concentration1.digamma() - total.digamma())


@register_kl(Beta, Normal)
def _beta_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(Beta, Uniform)
def _beta_uniform(p, q):
    return _beyond(-p.entropy() + (q.high - q.low).log(), (q.low > 0) | (q.high < 1))


@register_kl(ContinuousBernoulli, Exponential)
def _continuous_bernoulli_exponential(p, q):
    return -p.entropy() + _to_exponential(q, p.mean)


@register_kl(ContinuousBernoulli, Normal)
def _continuous_bernoulli_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(ContinuousBernoulli, Uniform)
def _continuous_bernoulli_uniform(p, q):
    # Infinite under PyTorch's condition, which takes in ranges that hold all of [0, 1] on one side only.
    return _beyond(-p.entropy() + (q.high - q.low).log(), (q.low >= 0) | (q.high <= 1))


@register_kl(Exponential, Gamma)
def _exponential_gamma(p, q):
    return p.rate.log() - 1 + _to_gamma(q, 1 / p.rate, -euler_constant - p.rate.log())


@register_kl(Exponential, Gumbel)
def _exponential_gumbel(p, q):
    product = p.rate * q.scale
    return p.rate.log() - 1 + _to_gumbel(q, 1 / p.rate, product / (product + 1))


@register_kl(Exponential, Normal)
def _exponential_normal(p, q):
    return p.rate.log() - 1 + _to_normal(q, 1 / p.rate, 2 / p.rate.pow(2))


@register_kl(Gamma, Exponential)
def _gamma_exponential(p, q):
    return -p.entropy() + _to_exponential(q, p.mean)


@register_kl(Gamma, Gumbel)
def _gamma_gumbel(p, q):
    return -p.entropy() + _to_gumbel(q, p.mean, (1 + 1 / (p.rate * q.scale)).pow(-p.concentration))


@register_kl(Gamma, Normal)
def _gamma_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(Gumbel, Normal)
def _gumbel_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(Laplace, Normal)
def _laplace_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(Normal, Gumbel)
def _normal_gumbel(p, q):
    moment = torch.exp(-p.loc / q.scale + 0.5 * (p.scale / q.scale).pow(2))
    return -p.entropy() + _to_gumbel(q, p.loc, moment)


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    """E|x - m| of a normal x is the mean of a folded normal distribution."""
    distance = p.loc - q.loc
    z = distance / p.scale
    folded = math.sqrt(2 / math.pi) * p.scale * torch.exp(-0.5 * z.pow(2)) + distance * torch.erf(math.sqrt(0.5) * z)
    return -p.entropy() + torch.log(2 * q.scale) + folded / q.scale


@register_kl(Pareto, Exponential)
def _pareto_exponential(p, q):
    mean = p.alpha * p.scale / (p.alpha - 1)
    return _beyond(-p.entropy() + _to_exponential(q, mean), p.alpha <= 1)


@register_kl(Pareto, Gamma)
def _pareto_gamma(p, q):
    mean = p.alpha * p.scale / (p.alpha - 1)
    return _beyond(-p.entropy() + _to_gamma(q, mean, p.scale.log() + p.alpha.reciprocal()), p.alpha <= 1)


@register_kl(Pareto, Normal)
def _pareto_normal(p, q):
    a = p.alpha
    mean, square = a * p.scale / (a - 1), a * p.scale.pow(2) / (a - 2)
    return _beyond(-p.entropy() + _to_normal(q, mean, square), a <= 2)


def _mean_log(p):
    """E[log x] of a uniform x."""
    width = p.high - p.low
    return (torch.xlogy(p.high, p.high) - torch.xlogy(p.low, p.low) - width) / width


@register_kl(Uniform, Beta)
def _uniform_beta(p, q):
    a, b = q.concentration1, q.concentration0
    mirrored = Uniform(1 - p.high, 1 - p.low, validate_args=False)
    result = (-p.entropy() + a.lgamma() + b.lgamma() - (a + b).lgamma() - (a - 1) * _mean_log(p)
              - (b - 1) * _mean_log(mirrored))
    return _beyond(result, (p.high > 1) | (p.low < 0))


@register_kl(Uniform, ContinuousBernoulli)
def _uniform_continuous_bernoulli(p, q):
    return _beyond(-p.entropy() + _to_continuous_bernoulli(q, p.mean), (p.high >= 1) | (p.low <= 0))


@register_kl(Uniform, Exponential)
def _uniform_exponential(p, q):
    return _beyond(-p.entropy() + _to_exponential(q, p.mean), p.low < 0)


@register_kl(Uniform, Gamma)
def _uniform_gamma(p, q):
    return _beyond(-p.entropy() + _to_gamma(q, p.mean, _mean_log(p)), p.low < 0)


@register_kl(Uniform, Gumbel)
def _uniform_gumbel(p, q):
    width = (p.high - p.low) / q.scale
    moment = (torch.exp(-p.low / q.scale) - torch.exp(-p.high / q.scale)) / width
    return -p.entropy() + _to_gumbel(q, p.mean, moment)


@register_kl(Uniform, Normal)
def _uniform_normal(p, q):
    return -p.entropy() + _to_normal(q, p.mean, p.variance + p.mean.pow(2))


@register_kl(Uniform, Pareto)
def _uniform_pareto(p, q):
    result = -p.entropy() - q.alpha.log() - q.alpha * q.scale.log() + (q.alpha + 1) * _mean_log(p)
    return _beyond(result, p.low < q.scale)
