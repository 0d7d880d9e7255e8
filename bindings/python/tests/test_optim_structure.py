"""Optimizers and schedules: values of small steps, state layout, caching of lists, errors."""

import copy
import pickle

import pytest

import emberwing as torch
from emberwing import nn, optim
from emberwing.optim import lr_scheduler


def param(*values):
    return nn.Parameter(torch.tensor(list(values)))


def step(optimizer, p, *grad):
    p.grad = torch.tensor(list(grad))
    optimizer.step()
    return p.tolist()


def test_sgd_with_momentum():
    p = param(1.0)
    optimizer = optim.SGD([p], lr=0.1, momentum=0.9)
    assert step(optimizer, p, 1.0) == pytest.approx([0.9])
    assert step(optimizer, p, 1.0) == pytest.approx([0.71])
    assert optimizer.state[p]["momentum_buffer"].tolist() == pytest.approx([1.9])
    assert optim.SGD([p], lr=0.1).state_dict()["state"] == {}


def test_adam_first_step_and_state():
    p = param(1.0, 2.0)
    optimizer = optim.Adam([p], lr=0.1)
    assert step(optimizer, p, 0.5, -3.0) == pytest.approx([0.9, 2.1], abs=1e-6)
    state = optimizer.state_dict()
    assert list(state["state"][0]) == ["step", "exp_avg", "exp_avg_sq"]
    assert state["state"][0]["step"].dtype == torch.float32 and state["state"][0]["step"].item() == 1.0
    assert state["param_groups"][0]["params"] == [0]
    assert optim.AdamW([p]).defaults["weight_decay"] == 0.01


def test_rmsprop_and_adagrad_first_steps():
    p = param(1.0)
    assert step(optim.RMSprop([p], lr=0.1), p, 2.0) == pytest.approx([0.0], abs=1e-6)
    p = param(1.0)
    optimizer = optim.Adagrad([p], lr=0.1)
    assert optimizer.state[p]["sum"].item() == 0.0
    assert step(optimizer, p, 2.0) == pytest.approx([0.9], abs=1e-6)


def test_parameters_without_gradient_wait():
    a, b = param(1.0), param(1.0)
    optimizer = optim.Adam([a, b], lr=0.1)
    a.grad = torch.tensor([1.0])
    optimizer.step()
    assert b.tolist() == [1.0] and b not in optimizer.state
    b.grad = torch.tensor([1.0])
    optimizer.step()
    assert optimizer.state[a]["step"].item() == 2.0 and optimizer.state[b]["step"].item() == 1.0
    a.grad = None
    optimizer.step()
    assert optimizer.state[a]["step"].item() == 2.0 and optimizer.state[b]["step"].item() == 2.0


def test_replaced_state_and_groups_are_seen():
    p = param(1.0)
    optimizer = optim.Adam([p], lr=0.1)
    step(optimizer, p, 1.0)
    optimizer.state[p]["exp_avg"] = torch.tensor([0.0])
    step(optimizer, p, 0.0)
    assert optimizer.state[p]["exp_avg"].item() == 0.0
    optimizer.state.clear()
    step(optimizer, p, 1.0)
    assert optimizer.state[p]["step"].item() == 1.0
    q = param(1.0)
    optimizer.add_param_group({"params": q, "lr": 1.0})
    q.grad = torch.tensor([1.0])
    optimizer.step()
    assert q.tolist() == pytest.approx([0.0], abs=1e-6)
    optimizer.load_state_dict(copy.deepcopy(optimizer.state_dict()))
    optimizer.step()
    assert optimizer.state[q]["step"].item() == 2.0


def test_closure_and_hooks():
    p = param(2.0)
    optimizer = optim.SGD([p], lr=0.5)
    calls = []
    optimizer.register_step_pre_hook(lambda o, args, kwargs: calls.append("pre"))
    handle = optimizer.register_step_post_hook(lambda o, args, kwargs: calls.append("post"))

    def closure():
        optimizer.zero_grad()
        loss = (p * p).sum()
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == 4.0
    handle.remove()
    optimizer.step()
    assert p.tolist() == [-2.0] and calls == ["pre", "post", "pre"]


def test_zero_grad():
    p = param(1.0)
    optimizer = optim.SGD([p])
    p.grad = torch.tensor([1.0])
    optimizer.zero_grad(set_to_none=False)
    assert p.grad.tolist() == [0.0]
    optimizer.zero_grad()
    assert p.grad is None


def test_representation():
    assert repr(optim.SGD([param(1.0)], lr=0.1)) == (
        "SGD (\nParameter Group 0\n    dampening: 0\n    differentiable: False\n    foreach: None\n    fused: None\n"
        "    lr: 0.1\n    maximize: False\n    momentum: 0\n    nesterov: False\n    weight_decay: 0\n)")


def test_pickling():
    p = param(1.0)
    optimizer = optim.Adam([p], lr=0.1)
    step(optimizer, p, 1.0)
    other = pickle.loads(pickle.dumps(optimizer))
    assert other.param_groups[0]["lr"] == 0.1 and len(other.state) == 1
    other.step()


def test_subclass_of_ones_own():
    class Sign(optim.Optimizer):
        def __init__(self, params, lr):
            super().__init__(params, {"lr": lr})

        @torch.no_grad()
        def step(self, closure=None):
            for group in self.param_groups:
                for p in group["params"]:
                    p.sub_(p.grad.sign(), alpha=group["lr"])

    p = param(1.0)
    assert step(Sign([p], 0.25), p, 7.0) == [0.75]


@pytest.mark.parametrize("make, kind, message", [
    (lambda p: optim.SGD([]), ValueError, "optimizer got an empty parameter list"),
    (lambda p: optim.SGD([p], lr=-1), ValueError, "Invalid learning rate: -1"),
    (lambda p: optim.SGD([p], nesterov=True), ValueError, "Nesterov momentum requires a momentum and zero dampening"),
    (lambda p: optim.SGD([p * 2]), ValueError, "can't optimize a non-leaf Tensor"),
    (lambda p: optim.SGD(p), TypeError, "should be an iterable of Tensors or dicts, but got torch.FloatTensor"),
    (lambda p: optim.SGD([1]), TypeError, "one of the params is int"),
    (lambda p: optim.Adam([p], betas=(1.0, 0.9)), ValueError, "Invalid beta parameter at index 0: 1.0"),
    (lambda p: optim.Adam([p], differentiable=True), NotImplementedError, "differentiable"),
    (lambda p: optim.SGD([{"params": p}, {"params": p}]), ValueError, "more than one parameter group"),
])
def test_errors(make, kind, message):
    with pytest.raises(kind, match=message):
        make(param(1.0))


def rates(make, epochs=6, lr=1.0):
    p = param(1.0)
    optimizer = optim.SGD([p], lr=lr, momentum=0.9)
    scheduler = make(optimizer)
    out = [scheduler.get_last_lr()[0]]
    for _ in range(epochs):
        optimizer.step()
        scheduler.step()
        out.append(scheduler.get_last_lr()[0])
    return out


@pytest.mark.parametrize("make, expected", [
    (lambda o: lr_scheduler.StepLR(o, 2, 0.5), [1, 1, 0.5, 0.5, 0.25, 0.25, 0.125]),
    (lambda o: lr_scheduler.MultiStepLR(o, [1, 4], 0.1), [1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01]),
    (lambda o: lr_scheduler.ExponentialLR(o, 0.5), [1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625]),
    (lambda o: lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + e)), [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7]),
    (lambda o: lr_scheduler.ConstantLR(o, 0.5, 2), [0.5, 0.5, 1, 1, 1, 1, 1]),
    (lambda o: lr_scheduler.LinearLR(o, 0.5, 1.0, 4), [0.5, 0.625, 0.75, 0.875, 1, 1, 1]),
    (lambda o: lr_scheduler.PolynomialLR(o, 4), [1, 0.75, 0.5, 0.25, 0, 0, 0]),
    (lambda o: lr_scheduler.CosineAnnealingLR(o, 2), [1, 0.5, 0, 0.5, 1, 0.5, 0]),
    (lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 2), [1, 0.5, 1, 0.5, 1, 0.5, 1]),
    (lambda o: lr_scheduler.CyclicLR(o, 0.0, 1.0, 2), [0, 0.5, 1, 0.5, 0, 0.5, 1]),
    (lambda o: lr_scheduler.OneCycleLR(o, 1.0, total_steps=7, pct_start=0.5, anneal_strategy="linear"),
     # Printed by PyTorch 2.15.0.
     [0.04, 0.424, 0.808, 0.8571434285714286, 0.5714302857142857, 0.2857171428571429, 4.000000000004e-06]),
])
def test_schedules(make, expected):
    assert rates(make) == pytest.approx(expected, abs=1e-9)


def test_plateau_and_sequence():
    p = param(1.0)
    optimizer = optim.SGD([p], lr=1.0)
    plateau = lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
    for metric in (1.0, 1.0, 1.0, 1.0):
        plateau.step(metric)
    assert optimizer.param_groups[0]["lr"] == 0.5
    assert rates(lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.ConstantLR(o, 0.1, 9), lr_scheduler.ExponentialLR(o, 0.5)], [2]), 4) == pytest.approx(
            [0.1, 0.1, 1.0, 0.5, 0.25])


def test_schedule_warns_about_order():
    optimizer = optim.SGD([param(1.0)], lr=1.0)
    scheduler = lr_scheduler.StepLR(optimizer, 1)
    with pytest.warns(UserWarning, match="Detected call of `lr_scheduler.step\\(\\)` before"):
        scheduler.step()


def test_averaged_model():
    model = nn.Linear(1, 1, bias=False)
    average = optim.swa_utils.AveragedModel(model)
    for value in (1.0, 3.0):
        with torch.no_grad():
            model.weight.fill_(value)
        average.update_parameters(model)
    assert average.module.weight.item() == 2.0 and average.n_averaged.item() == 2
