"""Every optimizer and schedule against PyTorch's numbers in Tests/Golden/optim.json; state, hooks, options, errors."""

import copy
import json
import math
import os

import pytest

import emberwing as torch
from emberwing import nn, optim
from emberwing.optim import lr_scheduler
from emberwing.optim.optimizer import register_optimizer_step_post_hook, register_optimizer_step_pre_hook

with open(os.path.join(os.path.dirname(__file__), "..", "..", "..", "Tests", "Golden", "optim.json")) as f:
    GOLDEN = json.load(f)
PAIRS = {"betas": ("beta1", "beta2"), "etas": ("eta_minus", "eta_plus"), "eps": ("eps1", "eps2"),
         "step_sizes": ("step_size_min", "step_size_max")}
INTEGERS = ("ns_steps", "max_iter", "max_eval", "history_size")
# L-BFGS and Muon's bfloat16 magnify differences of rounding.
TOLERANCES = {("Muon", "float32"): 5e-3, ("Muon", "float64"): 5e-3, ("LBFGS", "float32"): 1e-2,
              ("LBFGS", "float64"): 1e-7}
ELEMENTWISE = ["Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop"]
ALL = ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", *ELEMENTWISE, "Adafactor", "Muon", "LBFGS"]


def python_options(options):
    options = {key: int(value) if key in INTEGERS else value for key, value in options.items()}
    for pair, (first, second) in PAIRS.items():
        if first in options:
            options[pair] = (options.pop(first), options.pop(second))
    if options.pop("strong_wolfe", False):
        options["line_search_fn"] = "strong_wolfe"
    return options


def problem(name, options, dtype=torch.float64):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8, dtype=dtype), nn.Tanh(), nn.Linear(8, 3, dtype=dtype))
    x, y = torch.rand(16, 4, dtype=dtype), torch.arange(16) % 3
    optimizer = getattr(optim, name)([p for p in model.parameters() if name != "Muon" or p.dim() == 2], **options)

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        return loss

    return model, optimizer, closure


def kind(value):
    return [str(value.dtype).replace("emberwing", "torch"), *value.shape] if isinstance(value, torch.Tensor) \
        else type(value).__name__


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda c: f"{c['optimizer']}-{c['dtype']}-{len(c['options'])}")
def test_trajectories(case):
    name, dtype = case["optimizer"], case["dtype"]
    _, optimizer, closure = problem(name, python_options(case["options"]), getattr(torch, dtype))
    tolerance = TOLERANCES.get((name, dtype), 1e-10 if dtype == "float64" else 5e-5)
    for i, expected in enumerate(case["losses"]):
        assert optimizer.step(closure).item() == pytest.approx(expected, rel=tolerance, abs=tolerance), i
    saved = optimizer.state_dict()
    assert list(saved["param_groups"][0]) == case["group"]
    state = {key: kind(value) for key, value in saved["state"].get(0, {}).items()}
    assert list(state) == list(case["state"])
    for key, expected in case["state"].items():
        if key not in ("t", "H_diag"):  # a number or a scalar, as the last step had it
            assert state[key] == expected, key


SCHEDULES = {
    "StepLR": {"step_size": 3, "gamma": 0.5},
    "MultiStepLR": {"milestones": [2, 5, 5], "gamma": 0.5},
    "ExponentialLR": {"gamma": 0.9},
    "CosineAnnealingLR": {"T_max": 5, "eta_min": 0.01},
    "MultiplicativeLR": {"lr_lambda": lambda epoch: 1 - 0.01 * epoch},
    "ConstantLR": {"factor": 0.5, "total_iters": 4},
    "LinearLR": {"start_factor": 0.25, "end_factor": 0.75, "total_iters": 6},
    "PolynomialLR": {"total_iters": 9, "power": 2.0},
    "CosineAnnealingWarmRestarts": {"T_0": 3, "T_mult": 2, "eta_min": 0.01},
    "CyclicLR": {"base_lr": 0.01, "max_lr": 0.2, "step_size_up": 3, "step_size_down": 4, "mode": "triangular2",
                 "cycle_momentum": False},
    "CyclicLR exp_range": {"base_lr": 0.01, "max_lr": 0.2, "step_size_up": 3, "mode": "exp_range", "gamma": 0.9},
    "OneCycleLR": {"max_lr": 0.5, "total_steps": 15, "pct_start": 0.4},
    "OneCycleLR three_phase": {"max_lr": 0.5, "total_steps": 20, "three_phase": True, "anneal_strategy": "linear",
                               "div_factor": 10.0, "final_div_factor": 100.0},
    "ReduceLROnPlateau": {"factor": 0.5, "patience": 1, "cooldown": 1, "threshold": 0.05, "min_lr": 0.02},
}
METRICS = [5.0, 4.0, 3.99, 3.98, 3.97, 3.96, 3.95, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]


def schedule(name, optimizer):
    if name in SCHEDULES:
        return getattr(lr_scheduler, name.split()[0])(optimizer, **SCHEDULES[name])
    parts = [lr_scheduler.ConstantLR(optimizer, factor=0.1, total_iters=3),
             lr_scheduler.ExponentialLR(optimizer, gamma=0.9)]
    return lr_scheduler.SequentialLR(optimizer, parts, [4]) if name == "SequentialLR" \
        else lr_scheduler.ChainedScheduler(parts)


@pytest.mark.parametrize("tensor_lr", [False, True])
@pytest.mark.parametrize("golden", GOLDEN["schedules"], ids=lambda s: s["schedule"])
def test_schedules(golden, tensor_lr):
    lr = torch.tensor(0.1, dtype=torch.float64) if tensor_lr else 0.1
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr, momentum=0.6)
    scheduler = schedule(golden["schedule"], optimizer)
    group = optimizer.param_groups[0]
    for rate, momentum, metric in zip(golden["rates"], golden["momenta"], METRICS):
        assert float(group["lr"]) == pytest.approx(rate, abs=1e-12)
        assert group["momentum"] == pytest.approx(momentum, abs=1e-12)
        optimizer.step()
        scheduler.step(*[metric] if golden["schedule"] == "ReduceLROnPlateau" else [])
    assert isinstance(group["lr"], torch.Tensor) == tensor_lr


@pytest.mark.parametrize("name", ALL)
def test_saved_state_continues(name):
    options = {"max_iter": 2} if name == "LBFGS" else {"lr": 0.01}
    model, first, closure = problem(name, options)
    for _ in range(4):
        first.step(closure)
    other, second, other_closure = problem(name, options)
    other.load_state_dict(model.state_dict())
    second.load_state_dict(copy.deepcopy(first.state_dict()))
    for _ in range(4):
        # As in PyTorch, loading casts scalar states such as `eta` to the parameter's dtype, which rounds otherwise.
        assert first.step(closure).item() == pytest.approx(second.step(other_closure).item(), rel=1e-7)
    assert repr(first) == repr(second)


@pytest.mark.parametrize("name", ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", *ELEMENTWISE])
@pytest.mark.parametrize("maximize", [False, True])
def test_complex_parameters_are_pairs_of_real_ones(name, maximize):
    start = torch.tensor([[1.0, -2.0], [0.5, 3.0]], dtype=torch.float64)
    real = start.clone().requires_grad_()
    both = torch.view_as_complex(start.clone()).requires_grad_()
    one, two = (getattr(optim, name)([p], lr=0.05, maximize=maximize, weight_decay=0.1)
                if name != "Rprop" else optim.Rprop([p], lr=0.05, maximize=maximize) for p in (real, both))
    for i in range(5):
        real.grad = torch.tensor([[0.3, -i], [i * 0.1, -0.2]], dtype=torch.float64)
        both.grad = torch.view_as_complex(real.grad)
        one.step()
        two.step()
    assert torch.equal(torch.view_as_real(both.detach()), real.detach())


@pytest.mark.parametrize("name", ELEMENTWISE + ["Adafactor"])
def test_tensor_lr_and_small_dtypes(name):
    values = []
    first = 20.0 if name == "Adadelta" else 0.05
    for lr in (first, torch.tensor(first, dtype=torch.float64)):
        p = torch.ones(3, 2, dtype=torch.bfloat16, requires_grad=True)
        optimizer = getattr(optim, name)([p], lr=lr)
        for _ in range(3):
            p.grad = torch.full((3, 2), 0.5, dtype=torch.bfloat16)
            optimizer.step()
        optimizer.load_state_dict(optimizer.state_dict())
        optimizer.step()
        values.append(p.tolist())
    assert values[0] == values[1] and values[0][0][0] < 1.0


@pytest.mark.parametrize("name", ALL)
def test_capturable_and_differentiable(name):
    cls = getattr(optim, name)
    p = torch.ones(2, 2, requires_grad=True)
    names = cls.__init__.__code__.co_varnames
    if "capturable" in names:
        optimizer = cls([p], capturable=True)
        p.grad = torch.ones(2, 2)
        with pytest.raises(AssertionError, match="If capturable=True, params.* must be on supported devices: "):
            optimizer.step()
    if "differentiable" in names:
        with pytest.raises(NotImplementedError, match=f"{name}: differentiable=True"):
            cls([p], differentiable=True)
    if "foreach" in names:
        assert cls([p], foreach=True).param_groups[0]["foreach"] is True


def test_step_counts_follow_the_default_dtype():
    torch.set_default_dtype(torch.float64)
    try:
        p = torch.ones(2, requires_grad=True)
        p.grad = torch.ones(2)
        for name in ("Adam", "NAdam", "ASGD"):
            optimizer = getattr(optim, name)([p])
            optimizer.step()
            assert {v.dtype for v in optimizer.state[p].values()} == {torch.float64}
    finally:
        torch.set_default_dtype(torch.float32)


def test_groups_have_their_own_options():
    a, b = (torch.ones(2, requires_grad=True) for _ in range(2))
    optimizer = optim.Adamax([{"params": [a]}, {"params": b, "lr": 0.5}], lr=0.1)
    a.grad, b.grad = torch.ones(2), torch.ones(2)
    optimizer.step()
    assert a.tolist() == pytest.approx([0.9, 0.9]) and b.tolist() == pytest.approx([0.5, 0.5])


def test_global_hooks():
    calls = []
    handles = [register_optimizer_step_pre_hook(lambda o, a, k: calls.append(("pre", type(o).__name__))),
               register_optimizer_step_post_hook(lambda o, a, k: calls.append(("post", type(o).__name__)))]
    p = torch.ones(1, requires_grad=True)
    try:
        optim.RAdam([p]).step()
    finally:
        for handle in handles:
            handle.remove()
    optim.RAdam([p]).step()
    assert calls == [("pre", "RAdam"), ("post", "RAdam")]


def test_state_dict_hooks():
    p = torch.ones(1, requires_grad=True)
    optimizer = optim.ASGD([p])
    calls = []
    optimizer.register_state_dict_pre_hook(lambda o: calls.append("before"))
    optimizer.register_state_dict_post_hook(lambda o, d: {**d, "extra": 1})
    optimizer.register_load_state_dict_pre_hook(lambda o, d: {k: v for k, v in d.items() if k != "extra"})
    optimizer.register_load_state_dict_post_hook(lambda o: calls.append("loaded"))
    saved = optimizer.state_dict()
    optimizer.load_state_dict(saved)
    assert saved["extra"] == 1 and calls == ["before", "loaded"]


def test_lbfgs_finds_the_minimum_of_rosenbrock():
    p = torch.tensor([-1.2, 1.0], dtype=torch.float64, requires_grad=True)
    optimizer = optim.LBFGS([p], line_search_fn="strong_wolfe", max_iter=100, tolerance_change=0)

    def closure():
        optimizer.zero_grad()
        loss = (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == pytest.approx(24.2)
    assert p.tolist() == pytest.approx([1.0, 1.0], abs=1e-6)
    with pytest.raises(RuntimeError, match="only 'strong_wolfe' is supported"):
        q = torch.ones(1, requires_grad=True)
        optim.LBFGS([q], line_search_fn="armijo").step(lambda: q.sum().backward() or q.sum())
    with pytest.raises(TypeError, match="closure"):
        optimizer.step()


def test_muon_makes_steps_orthogonal():
    p = torch.zeros(3, 2, requires_grad=True)
    p.grad = torch.tensor([[3.0, 0.0], [0.0, 0.01], [0.0, 0.0]])
    optim.Muon([p], lr=1.0, weight_decay=0.0, adjust_lr_fn="match_rms_adamw", ns_steps=9).step()
    sizes = (p.detach() / (0.2 * math.sqrt(3))).abs()
    assert 0.6 < sizes[0, 0].item() < 1.3 and 0.6 < sizes[1, 1].item() < 1.3


@pytest.mark.parametrize("make, error, message", [
    (lambda p: optim.Adadelta([p], rho=1.1), ValueError, "Invalid rho value: 1.1"),
    (lambda p: optim.Adamax([p], betas=(0.0, 1.0)), ValueError, "Invalid beta parameter at index 1: 1.0"),
    (lambda p: optim.NAdam([p], momentum_decay=-0.2), ValueError, "Invalid momentum_decay value: -0.2"),
    (lambda p: optim.RAdam([p], eps=-1e-8), ValueError, "Invalid epsilon value: -1e-08"),
    (lambda p: optim.ASGD([p], lambd=-0.5), ValueError, "Invalid lambd value: -0.5"),
    (lambda p: optim.Rprop([p], etas=(1.0, 0.5)), ValueError, "Invalid eta values: 1.0, 0.5"),
    (lambda p: optim.Rprop([p], lr=torch.tensor([0.1, 0.2])), ValueError, "Tensor lr must be 1-element"),
    (lambda p: optim.Adafactor([p], d=0.5), ValueError, "Clipping threshold d should be >= 1 but is: 0.5"),
    (lambda p: optim.Adafactor([p], eps=(-1e-30, 1e-3)), ValueError, "epsilon1 should be >= 0 but is: -1e-30"),
    (lambda p: optim.Muon([p]), ValueError, "Muon only supports 2D parameters .* size: .*2"),
    (lambda p: optim.Muon([p], adjust_lr_fn="arbitrary"), ValueError, "function arbitrary is not supported"),
    (lambda p: optim.LBFGS([{"params": [p]}, {"params": [torch.ones(1)]}]), ValueError, "per-parameter options"),
    (lambda p: optim.SparseAdam([p], eps=0.0), ValueError, "Invalid epsilon value: 0.0"),
    (lambda p: optim.SparseAdam([p]).step(), RuntimeError, "does not support dense gradients, please consider Adam"),
    (lambda p: optim.SparseAdam([torch.zeros(2, dtype=torch.complex64)]), ValueError, r"Complex params at indices"),
])
def test_errors(make, error, message):
    p = torch.ones(2, requires_grad=True)
    p.grad = torch.ones(2)
    with pytest.raises(error, match=message):
        make(p)
