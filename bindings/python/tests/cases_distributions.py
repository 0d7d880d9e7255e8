"""Programs over torch.distributions, run with PyTorch for the golden file and with emberwing by the tests."""
import warnings

SEED = 7


def _matrix(t, dtype):
    return t.tensor([[2.0, 0.5, 0.1], [0.5, 1.5, -0.3], [0.1, -0.3, 1.0]], dtype=dtype)


def _tril(t, dtype):
    return t.tensor([[1.2, 0, 0], [0.3, 0.9, 0], [-0.4, 0.2, 1.1]], dtype=dtype)


def makers(t, dtype):
    """One or more instances of every distribution, by name."""
    d = t.distributions

    def v(*values):
        return t.tensor(list(values), dtype=dtype)
    return {
        "Normal": lambda: d.Normal(v(0.0, -1.5), v(1.0, 0.3)),
        "Normal scalar": lambda: d.Normal(0.5, 2),
        "Normal many": lambda: d.Normal(v(0.0).expand(20), v(2.0)),
        "LogNormal": lambda: d.LogNormal(v(0.0, -1.5), v(1.0, 0.3)),
        "LogisticNormal": lambda: d.LogisticNormal(v(0.0, -0.5, 0.2), v(1.0, 0.3, 0.5)),
        "Uniform": lambda: d.Uniform(v(-1.0, 0.0), v(2.0, 0.5)),
        "Bernoulli": lambda: d.Bernoulli(v(0.2, 0.7, 0.9)),
        "Bernoulli logits": lambda: d.Bernoulli(logits=v(-1.0, 0.4)),
        "Bernoulli scalar": lambda: d.Bernoulli(0.3),
        "Categorical": lambda: d.Categorical(t.tensor([[0.2, 0.3, 0.5], [2.0, 1.0, 1.0]], dtype=dtype)),
        "Categorical logits": lambda: d.Categorical(logits=v(-1.0, 0.4, 2.0, 0.0)),
        "OneHotCategorical": lambda: d.OneHotCategorical(t.tensor([[0.2, 0.3, 0.5], [2.0, 1.0, 1.0]], dtype=dtype)),
        "OneHotCategoricalStraightThrough": lambda: d.OneHotCategoricalStraightThrough(logits=v(-1.0, 0.4, 2.0)),
        "RelaxedBernoulli": lambda: d.RelaxedBernoulli(v(0.7), probs=v(0.2, 0.6)),
        "RelaxedOneHotCategorical": lambda: d.RelaxedOneHotCategorical(v(0.7), logits=v(0.2, 0.6, -1.0)),
        "Beta": lambda: d.Beta(v(0.5, 2.0, 9.0), v(0.7, 3.0, 1.5)),
        "Beta scalar": lambda: d.Beta(2.0, 3.0),
        "Binomial": lambda: d.Binomial(v(3.0, 40.0, 100.0), v(0.3, 0.6, 0.5)),
        "Binomial equal": lambda: d.Binomial(5, logits=v(-0.5, 0.2)),
        "NegativeBinomial": lambda: d.NegativeBinomial(v(3.0, 10.0), v(0.3, 0.8)),
        "Cauchy": lambda: d.Cauchy(v(0.0, -1.0), v(1.0, 0.3)),
        "HalfCauchy": lambda: d.HalfCauchy(v(1.0, 0.3)),
        "HalfNormal": lambda: d.HalfNormal(v(1.0, 0.3)),
        "Chi2": lambda: d.Chi2(v(1.0, 7.0)),
        "Dirichlet": lambda: d.Dirichlet(t.tensor([[0.5, 0.3, 0.8], [2.0, 4.0, 7.0]], dtype=dtype)),
        "Exponential": lambda: d.Exponential(v(0.5, 3.0)),
        "FisherSnedecor": lambda: d.FisherSnedecor(v(3.0, 9.0), v(5.0, 4.0)),
        "Gamma": lambda: d.Gamma(v(0.3, 2.0, 30.0), v(1.0, 0.5, 3.0)),
        "Gamma scalar": lambda: d.Gamma(2, 3),
        "InverseGamma": lambda: d.InverseGamma(v(0.8, 4.0), v(1.0, 0.5)),
        "Geometric": lambda: d.Geometric(v(0.2, 0.9)),
        "Geometric logits": lambda: d.Geometric(logits=v(0.2, -0.9)),
        "Gumbel": lambda: d.Gumbel(v(0.0, -1.0), v(1.0, 0.3)),
        "Independent": lambda: d.Independent(d.Normal(t.zeros(2, 3, dtype=dtype), t.ones(2, 3, dtype=dtype)), 1),
        "Kumaraswamy": lambda: d.Kumaraswamy(v(0.7, 2.0), v(1.5, 3.0)),
        "Laplace": lambda: d.Laplace(v(0.0, -1.0), v(1.0, 0.3)),
        "MultivariateNormal": lambda: d.MultivariateNormal(v(0.0, 1.0, -1.0), _matrix(t, dtype)),
        "MultivariateNormal precision": lambda: d.MultivariateNormal(
            v(0.0, 1.0, -1.0), precision_matrix=_matrix(t, dtype)),
        "MultivariateNormal batch": lambda: d.MultivariateNormal(
            t.zeros(2, 3, dtype=dtype), scale_tril=t.stack([_tril(t, dtype), 2 * _tril(t, dtype)])),
        "LowRankMultivariateNormal": lambda: d.LowRankMultivariateNormal(
            t.zeros(2, 3, dtype=dtype), t.tensor([[1.0, 0.2], [0.5, -0.3], [0.1, 0.4]], dtype=dtype), v(1.0, 0.5, 0.7)),
        "MixtureSameFamily": lambda: d.MixtureSameFamily(
            d.Categorical(v(0.3, 0.7)), d.Normal(v(-1.0, 2.0), v(0.5, 1.0))),
        "MixtureSameFamily vectors": lambda: d.MixtureSameFamily(
            d.Categorical(v(0.3, 0.7)), d.Independent(d.Normal(t.zeros(2, 3, dtype=dtype), v(0.5, 1.0, 2.0)), 1)),
        "Multinomial": lambda: d.Multinomial(6, t.tensor([[0.2, 0.3, 0.5], [0.6, 0.2, 0.2]], dtype=dtype)),
        "Pareto": lambda: d.Pareto(v(1.0, 0.3), v(2.5, 3.0)),
        # Only in float32: PyTorch 2.15 fails with other dtypes.
        "GeneralizedPareto": lambda: d.GeneralizedPareto(
            t.tensor([0.0, 1.0, 0.0]), t.tensor([1.0, 0.3, 2.0]), t.tensor([0.2, -0.3, 0.0])),
        "Poisson": lambda: d.Poisson(v(0.7, 5.0, 30.0)),
        "StudentT": lambda: d.StudentT(v(0.9, 1.5, 5.0), v(0.0, 1.0, 0.0), v(1.0, 2.0, 0.5)),
        "TransformedDistribution": lambda: d.TransformedDistribution(
            d.Uniform(v(0.0, 0.0), v(1.0, 1.0)),
            [d.SigmoidTransform().inv, d.AffineTransform(v(1.0, -2.0), v(0.5, -1.0))]),
        "VonMises": lambda: d.VonMises(v(0.0, 1.5), v(0.4, 4.0)),
        "Weibull": lambda: d.Weibull(v(1.0, 0.3), v(1.5, 3.0)),
        "Wishart": lambda: d.Wishart(v(5.0), _matrix(t, dtype)),
        "LKJCholesky": lambda: d.LKJCholesky(3, v(0.7, 2.0)),
        "ContinuousBernoulli": lambda: d.ContinuousBernoulli(v(0.2, 0.5, 0.9)),
    }


def _text(value):
    return " ".join(str(value).split())


def _try(f):
    try:
        return f()
    except NotImplementedError:
        return "NotImplementedError"


def describe(t, make):
    """All that a distribution says about itself, and samples."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        d = make()
        out = {"repr": _text(d), "batch": list(d.batch_shape), "event": list(d.event_shape),
               "has": [d.has_rsample, d.has_enumerate_support], "support": _text(d.support)}
        for name in ("mean", "mode", "variance", "stddev"):
            out[name] = _try(lambda: getattr(d, name))
        t.manual_seed(SEED)
        out["sample"] = x = d.sample((4,))
        out["after"] = t.rand(1).item()
        out["log_prob"] = _try(lambda: d.log_prob(x))
        out["entropy"] = _try(d.entropy)
        out["cdf"] = _try(lambda: d.cdf(x))
        half = t.full_like(x, 0.3) if x.is_floating_point() else x
        out["icdf"] = _try(lambda: d.icdf(half))
        if d.has_enumerate_support:
            out["values"] = [_try(d.enumerate_support), _try(lambda: d.enumerate_support(expand=False))]
        wide = d.expand((2,) + tuple(d.batch_shape))
        out["expand"] = [list(wide.batch_shape), _text(wide), _try(lambda: wide.log_prob(x[:2]))]
        return out


def gradients(t, dtype):
    """Gradients of reparameterised samples and of log_prob with respect to the parameters."""
    d = t.distributions
    tests = {
        "Normal": (d.Normal, [[0.0, 1.0], [1.0, 0.3]]), "Uniform": (d.Uniform, [[0.0, 1.0], [2.0, 1.5]]),
        "Laplace": (d.Laplace, [[0.0, 1.0], [1.0, 0.3]]), "Cauchy": (d.Cauchy, [[0.0, 1.0], [1.0, 0.3]]),
        "Exponential": (d.Exponential, [[0.5, 2.0]]), "Gumbel": (d.Gumbel, [[0.0, 1.0], [1.0, 0.3]]),
        "LogNormal": (d.LogNormal, [[0.0, 1.0], [1.0, 0.3]]), "Weibull": (d.Weibull, [[1.0, 0.5], [1.5, 3.0]]),
        "Pareto": (d.Pareto, [[1.0, 0.5], [1.5, 3.0]]), "Kumaraswamy": (d.Kumaraswamy, [[0.7, 2.0], [1.5, 3.0]]),
        "HalfNormal": (d.HalfNormal, [[1.0, 0.3]]), "ContinuousBernoulli": (d.ContinuousBernoulli, [[0.2, 0.8]]),
        "Gamma": (d.Gamma, [[0.4, 2.0, 20.0], [1.0, 2.0, 0.5]]), "Beta": (d.Beta, [[0.6, 2.0, 9.0], [1.0, 2.0, 8.0]]),
        "Chi2": (d.Chi2, [[1.0, 5.0]]), "Dirichlet": (d.Dirichlet, [[0.6, 2.0, 9.0]]),
        "StudentT": (d.StudentT, [[3.0, 8.0], [0.0, 1.0], [1.0, 2.0]]),
        "FisherSnedecor": (d.FisherSnedecor, [[3.0, 8.0], [5.0, 4.0]]),
        "InverseGamma": (d.InverseGamma, [[3.0, 8.0], [5.0, 4.0]]),
    }
    out = {}
    for name, (cls, values) in tests.items():
        parameters = [t.tensor(v, dtype=dtype, requires_grad=True) for v in values]
        dist = cls(*parameters)
        t.manual_seed(SEED)
        x = dist.rsample((3,))
        of_sample = t.autograd.grad((x * t.arange(1.0, x.numel() + 1, dtype=dtype).view(x.shape)).sum(), parameters, retain_graph=True)
        of_density = t.autograd.grad(dist.log_prob(x.detach()).sum(), parameters)
        out[name] = [list(of_sample), list(of_density)]
    return out


#: Their sample gradients come from PyTorch's fitted approximations: fewer digits.
APPROXIMATE = {"Gamma", "Beta", "Chi2", "Dirichlet", "StudentT", "FisherSnedecor", "InverseGamma"}


def divergences(t):
    """KL of all pairs of one-dimensional families, and of multivariate ones."""
    d, f = t.distributions, t.tensor
    ps = [d.Bernoulli(f([0.3, 0.0, 1.0])), d.Beta(f([1.5]), f([2.5])), d.Binomial(5, f([0.3])),
          d.Categorical(f([0.2, 0.3, 0.5])), d.Cauchy(f([0.5]), f([1.5])), d.ContinuousBernoulli(f([0.3, 0.5])),
          d.Dirichlet(f([0.5, 1.5, 2.5])), d.Exponential(f([1.5])), d.Gamma(f([2.5]), f([0.5])),
          d.Geometric(f([0.4])), d.Gumbel(f([0.5]), f([1.5])), d.HalfNormal(f([1.5])), d.Laplace(f([0.5]), f([1.5])),
          d.LogNormal(f([0.5]), f([1.5])), d.Normal(f([0.5]), f([1.5])), d.OneHotCategorical(f([0.2, 0.3, 0.5])),
          d.Pareto(f([1.5]), f([2.5])), d.Poisson(f([2.5])), d.Uniform(f([0.1, -1.0]), f([0.9, 2.0])), d.Chi2(f([3.0])),
          d.Independent(d.Normal(f([0.5, 1.0]), f([1.5, 1.0])), 1),
          d.MultivariateNormal(f([0.5, 0.1]), f([[1.0, 0.2], [0.2, 0.7]])),
          d.LowRankMultivariateNormal(f([0.5, 0.3]), f([[1.0], [0.5]]), f([0.3, 0.8]))]
    qs = [d.Bernoulli(f([0.6, 0.2, 0.9])), d.Beta(f([0.5]), f([1.5])), d.Binomial(5, f([0.6])),
          d.Categorical(f([0.5, 0.1, 0.4])), d.Cauchy(f([0.0]), f([0.5])), d.ContinuousBernoulli(f([0.7, 0.4])),
          d.Dirichlet(f([1.5, 0.7, 2.0])), d.Exponential(f([0.7])), d.Gamma(f([1.5]), f([0.7])),
          d.Geometric(f([0.7])), d.Gumbel(f([0.1]), f([0.8])), d.HalfNormal(f([0.8])), d.Laplace(f([0.1]), f([0.8])),
          d.LogNormal(f([0.1]), f([0.8])), d.Normal(f([0.1]), f([0.8])), d.OneHotCategorical(f([0.5, 0.1, 0.4])),
          d.Pareto(f([1.2]), f([1.7])), d.Poisson(f([1.5])), d.Uniform(f([0.0, -2.0]), f([1.0, 3.0])), d.Chi2(f([2.0])),
          d.Independent(d.Normal(f([0.0, 1.0]), f([1.0, 2.0])), 1),
          d.MultivariateNormal(f([0.0, 0.4]), f([[1.3, -0.2], [-0.2, 0.9]])),
          d.LowRankMultivariateNormal(f([0.1, 0.2]), f([[0.4], [0.9]]), f([0.5, 0.6]))]
    out = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for p in ps:
            for q in qs:
                out[f"{type(p).__name__} {type(q).__name__}"] = _try(lambda: d.kl_divergence(p, q))
    return out


def transforms(t):
    """Values, inverses, Jacobians, shapes and looks of transforms, and the registries."""
    d, f = t.distributions, t.tensor
    x = f([[0.3, -1.2, 0.7], [0.1, 2.0, -0.4]])
    c = d.constraints
    tests = [d.AffineTransform(1.0, -2.0), d.AffineTransform(f([1.0, 2.0, 3.0]), f([0.5, 1.0, -1.0])),
             d.AffineTransform(0.0, 3.0, event_dim=1), d.ExpTransform(), d.SigmoidTransform(), d.TanhTransform(),
             d.SoftplusTransform(), d.SoftmaxTransform(), d.StickBreakingTransform(), d.AbsTransform(),
             d.CorrCholeskyTransform(), d.ComposeTransform([d.ExpTransform(), d.AffineTransform(1.0, 2.0)]),
             d.IndependentTransform(d.ExpTransform(), 1), d.ReshapeTransform((3,), (3, 1)), d.ExpTransform().inv.inv,
             d.CatTransform([d.ExpTransform(), d.AffineTransform(0.0, 2.0)], dim=-1, lengths=[1, 2]),
             d.StackTransform([d.ExpTransform(), d.TanhTransform()], dim=0),
             d.ComposeTransform([d.StickBreakingTransform(), d.ExpTransform()]),
             d.CumulativeDistributionTransform(d.Normal(0.0, 1.0))]
    out = []
    for transform in tests:
        y = transform(x)
        out.append([_text(transform), _text(transform.inv), transform.bijective, y, transform.inv(y),
                    _try(lambda: transform.log_abs_det_jacobian(x, y)), list(transform.forward_shape(x.shape)),
                    list(transform.inverse_shape(y.shape)), _text(transform.domain), _text(transform.codomain),
                    transform.domain.event_dim, transform.codomain.event_dim, _try(lambda: _text(transform.sign))])
    power = d.PowerTransform(f([0.5, 2.0, -1.0]))
    out.append([power(x.abs()), power.inv(x.abs()), power.log_abs_det_jacobian(x.abs(), power(x.abs())), power.sign])
    square = f([[0.3, 5.0], [0.7, -0.4]])
    for transform in (d.LowerCholeskyTransform(), d.PositiveDefiniteTransform()):
        out.append([transform(square), transform.inv(transform(square))])
    for constraint in (c.real, c.positive, c.nonnegative, c.greater_than(2.0), c.less_than(1.0), c.interval(-1.0, 2.0),
                       c.unit_interval, c.half_open_interval(0.0, 3.0), c.simplex, c.lower_cholesky, c.corr_cholesky,
                       c.positive_definite, c.independent(c.positive, 1), c.real_vector, c.boolean,
                       c.stack([c.positive, c.real], 0), c.cat([c.positive, c.real], -1, [1, 2])):
        z = square if constraint in (c.lower_cholesky, c.positive_definite) else x
        for registry in (d.biject_to, d.transform_to):
            out.append(_try(lambda: registry(constraint)(z)))
    return out


def checks(t):
    """Constraints: what they accept and how they look."""
    c, f = t.distributions.constraints, t.tensor
    x = f([-1.0, 0.0, 0.5, 1.0, 2.0, float("nan")])
    out = []
    for constraint in (c.boolean, c.one_hot, c.nonnegative_integer, c.positive_integer, c.integer_interval(0, 1), c.real,
                       c.positive, c.nonnegative, c.greater_than(0.5), c.greater_than_eq(0.5), c.less_than(0.5),
                       c.unit_interval, c.interval(-1, 1), c.half_open_interval(0.0, 1.0), c.simplex, c.real_vector,
                       c.multinomial(3), c.independent(c.real, 1), c.cat([c.positive, c.real], 0, [2, 4])):
        out.append([_text(constraint), constraint.is_discrete, constraint.event_dim, constraint.check(x)])
    m = f([[[1.0, 0.0], [0.5, 2.0]], [[1.0, 0.5], [0.5, 2.0]], [[1.0, 2.0], [2.0, 1.0]], [[1.0, 0.0], [0.6, 0.8]]])
    for constraint in (c.lower_triangular, c.lower_cholesky, c.corr_cholesky, c.square, c.symmetric, c.positive_definite,
                       c.positive_semidefinite):
        out.append([_text(constraint), constraint.event_dim, constraint.check(m)])
    return out


#: Calls that must fail as in PyTorch.
ERRORS = {
    "negative scale": lambda t: t.distributions.Normal(0.0, t.tensor([1.0, -1.0])),
    "value outside": lambda t: t.distributions.Exponential(1.0).log_prob(t.tensor(-1.0)),
    "value no tensor": lambda t: t.distributions.Normal(0.0, 1.0).log_prob(1.0),
    "event shape": lambda t: t.distributions.Dirichlet(t.ones(3)).log_prob(t.ones(2)),
    "batch shape": lambda t: t.distributions.Normal(t.zeros(3), 1.0).log_prob(t.zeros(2)),
    "both": lambda t: t.distributions.Bernoulli(0.3, 0.1),
    "neither": lambda t: t.distributions.Categorical(),
    "0-d probs": lambda t: t.distributions.Categorical(t.tensor(1.0)),
    "strings": lambda t: t.distributions.Normal("a", 1.0),
    "uniform": lambda t: t.distributions.Uniform(1.0, 0.0),
    "uniform outside": lambda t: t.distributions.Uniform(0.0, 1.0).log_prob(t.tensor([0.5, 3.0])),
    "no kl": lambda t: t.distributions.kl_divergence(t.distributions.Cauchy(0.0, 1.0), t.distributions.Normal(0.0, 1.0)),
    "matrices": lambda t: t.distributions.MultivariateNormal(t.zeros(2), t.eye(2), t.eye(2)),
    "not definite": lambda t: t.distributions.MultivariateNormal(t.zeros(2), -t.eye(2)),
    "no rsample": lambda t: t.distributions.Bernoulli(0.3).rsample(),
    "no mode": lambda t: t.distributions.LogisticNormal(t.zeros(2), t.ones(2)).mode,
    "geometric zero": lambda t: t.distributions.Geometric(t.tensor([0.0, 0.5])),
    "independent": lambda t: t.distributions.Independent(t.distributions.Normal(0.0, 1.0), 1),
    "mixture": lambda t: t.distributions.MixtureSameFamily(
        t.distributions.Categorical(t.ones(2)), t.distributions.Normal(t.zeros(3), 1.0)),
    "transform": lambda t: t.distributions.TransformedDistribution(t.distributions.Normal(0.0, 1.0), 3),
    "too few dimensions": lambda t: t.distributions.TransformedDistribution(
        t.distributions.Normal(0.0, 1.0), t.distributions.StickBreakingTransform()),
    "cache": lambda t: t.distributions.ExpTransform(cache_size=2),
    "registry": lambda t: t.distributions.biject_to(t.distributions.constraints.boolean),
    "poisson": lambda t: t.poisson(t.tensor([-1.0])),
    "binomial dtype": lambda t: t.binomial(t.tensor([3]), t.tensor([0.5])),
    "support": lambda t: t.distributions.Binomial(t.tensor([3.0, 4.0]), 0.5).enumerate_support(),
    "reshape": lambda t: t.distributions.ReshapeTransform((2,), (3,)),
    "lkj": lambda t: t.distributions.LKJCholesky(1),
    "multinomial": lambda t: t.distributions.Multinomial(t.tensor(3), t.ones(3)),
    "dependent": lambda t: t.distributions.constraints.dependent.check(t.ones(1)),
}


def counts(t):
    """Digests of many gamma, Dirichlet, Poisson and binomial numbers: one step off the stream changes them all."""
    out = {}
    for name in ("float32", "float64"):
        dtype = getattr(t, name)
        t.manual_seed(SEED)
        shape = t.linspace(0.05, 40, 600, dtype=dtype)
        p = t.linspace(0, 1, 600, dtype=dtype)
        n = t.arange(600, dtype=dtype) % 97 + 3
        for kind, make in (("gamma", lambda: t._standard_gamma(shape)), ("poisson", lambda: t.poisson(shape)),
                           ("binomial", lambda: t.binomial(n, p)),
                           ("dirichlet", lambda: t._sample_dirichlet(shape.reshape(120, 5)).reshape(-1))):
            out[f"{kind} {name}"] = [float(f"{v:.7g}") for v in make()[::13].tolist()]
        out[f"after {name}"] = t.rand(1).item()
    return out
