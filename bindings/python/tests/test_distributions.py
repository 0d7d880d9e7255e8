"""torch.distributions: parameters, samples, densities and divergences are PyTorch's; gradients of gamma and beta numbers
are those of their distribution functions."""
import copy
import json
import os
import pickle

import pytest

import cases_distributions as cases
import emberwing as torch
import golden

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "Tests", "Golden", "distributions.json")) as f:
    GOLDEN = json.load(f)


def same(ours, theirs, name=""):
    golden.same(golden.encode(ours), theirs, name)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", GOLDEN["float32"])
def test_like_pytorch(name, dtype):
    ours = cases.describe(torch, cases.makers(torch, getattr(torch, dtype))[name])
    theirs = GOLDEN[dtype][name]
    assert ours.keys() == theirs.keys()
    for what in theirs:
        same(ours[what], theirs[what], what)


@pytest.mark.parametrize("name", GOLDEN["gradients"])
def test_gradients(name):
    of_sample, of_density = cases.gradients(torch, torch.float64)[name]
    same(of_density, GOLDEN["gradients"][name][1])
    if name not in cases.APPROXIMATE:
        return same(of_sample, GOLDEN["gradients"][name][0])
    for ours, theirs in zip(of_sample, GOLDEN["gradients"][name][0]):
        for a, b in zip(ours.tolist(), theirs["values"]):
            assert abs(a - b) < 5e-4 * (1 + abs(b))


def test_divergences():
    ours = cases.divergences(torch)
    assert ours.keys() == GOLDEN["divergences"].keys()
    for name, value in ours.items():
        same(value, GOLDEN["divergences"][name], name)


def test_transforms():
    same(cases.transforms(torch), GOLDEN["transforms"])


def test_constraints():
    same(cases.checks(torch), GOLDEN["checks"])


def test_streams():
    ours = cases.counts(torch)
    for name, theirs in GOLDEN["counts"].items():
        if name.startswith("after"):
            assert ours[name] == theirs, name
        else:
            assert all(abs(a - b) <= 1e-6 * abs(b) for a, b in zip(ours[name], theirs)), name


@pytest.mark.parametrize("name", cases.ERRORS)
def test_errors(name):
    kind, text = GOLDEN["errors"][name]
    with pytest.raises(Exception) as caught:
        cases.ERRORS[name](torch)
    assert type(caught.value).__name__ == kind
    assert str(caught.value).replace("emberwing.distributions.", "") == text


def test_gamma_gradient_is_that_of_the_distribution_function():
    for alpha in (0.05, 0.7, 1.0, 3.0, 9.0, 60.0, 900.0):
        for ratio in (0.3, 0.9, 1.0, 1.1, 1.6):
            x, h = alpha * ratio, alpha * 1e-5
            a = torch.tensor([alpha - h, alpha, alpha + h], dtype=torch.float64)
            value = torch.tensor(x, dtype=torch.float64)
            cdf = torch.special.gammainc(a, value.expand(3)) if ratio < 1 else -torch.special.gammaincc(a, value.expand(3))
            if not 1e-8 < abs(cdf[1].item()) < 1 - 1e-8:
                continue
            density = torch.exp(torch.distributions.Gamma(a[1], torch.ones_like(a[1])).log_prob(value))
            expected = (-(cdf[2] - cdf[0]) / (2 * h) / density).item()
            ours = torch._standard_gamma_grad(a[1], value).item()
            assert abs(ours - expected) < 1e-4 * abs(expected) + 1e-9, (alpha, ratio)


def test_beta_gradient_is_that_of_the_distribution_function():
    """The distribution function by Simpson's rule."""
    t = torch.linspace(0, 1, 2001, dtype=torch.float64)
    weights = torch.ones_like(t)
    weights[1:-1:2], weights[2:-1:2] = 4, 2

    def cdf(a, b, x):
        beta = torch.distributions.Beta(torch.tensor(a, dtype=torch.float64), torch.tensor(b, dtype=torch.float64))
        density = beta.log_prob(t * x).exp()
        return ((density * weights).sum() * x / 6000).item(), density[-1].item()
    for a, b in ((2.5, 3.5), (4.0, 30.0), (60.0, 2.5), (200.0, 300.0)):
        for x in (0.15, a / (a + b), 0.85):
            if cdf(a, b, x)[1] < 1e-6:
                continue
            h = a * 1e-4
            expected = -(cdf(a + h, b, x)[0] - cdf(a - h, b, x)[0]) / (2 * h) / cdf(a, b, x)[1] / (1 - x)
            ours = torch._dirichlet_grad(*(torch.tensor(v, dtype=torch.float64) for v in (x, a, a + b))).item()
            assert abs(ours - expected) < 1e-3 * abs(expected) + 1e-9, (a, b, x)


def test_gradients_stay_finite():
    alpha = torch.logspace(-6, 12, 400, dtype=torch.float64, requires_grad=True)
    torch.manual_seed(0)
    for rate in (torch.ones(400, dtype=torch.float64), alpha.detach()):
        g, = torch.autograd.grad(torch.distributions.Gamma(alpha, rate).rsample().sum(), alpha)
        assert torch.isfinite(g).all()
    g, = torch.autograd.grad(torch.distributions.Beta(alpha, alpha.detach()).rsample().sum(), alpha)
    assert torch.isfinite(g).all()


def test_user_subclasses():
    class Shifted(torch.distributions.Normal):
        def __init__(self, loc):
            super().__init__(loc + 1, torch.ones_like(loc))
    d = Shifted(torch.zeros(2))
    with pytest.raises(NotImplementedError, match="must also define a custom .expand"):
        d.expand((3, 2))

    @torch.distributions.register_kl(Shifted, torch.distributions.Normal)
    def _kl(p, q):
        return torch.tensor(42.0)
    assert torch.distributions.kl_divergence(d, torch.distributions.Normal(0.0, 1.0)).item() == 42
    assert torch.distributions.kl_divergence(torch.distributions.Normal(0.0, 1.0), d).shape == (2,)


def test_validation_can_be_switched_off():
    torch.distributions.Normal(0.0, -1.0, validate_args=False)
    torch.distributions.Distribution.set_default_validate_args(False)
    try:
        torch.distributions.Normal(0.0, -1.0)
    finally:
        torch.distributions.Distribution.set_default_validate_args(True)
    with pytest.raises(ValueError):
        torch.distributions.Normal(0.0, -1.0)


def test_copies_and_pickles():
    d = torch.distributions.Gamma(torch.tensor([1.0, 2.0]), 3.0)
    for other in (copy.deepcopy(d), pickle.loads(pickle.dumps(d))):
        assert other.log_prob(torch.ones(2)).tolist() == d.log_prob(torch.ones(2)).tolist()


def test_submodules_carry_pytorchs_names():
    from emberwing.distributions.categorical import Categorical
    from emberwing.distributions.studentT import StudentT
    assert torch.distributions.Categorical is Categorical and torch.distributions.StudentT is StudentT
