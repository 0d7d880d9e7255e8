"""Writes optim.json from PyTorch: python Tests/Golden/make_optim.py

Each case trains the same small network with one optimizer and holds the loss before every step and the layout of the
state dict; schedules hold the learning rate and the momentum of every epoch.
"""
import json
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = 25
CASES = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.01}),
    ("SGD", {"lr": 0.05, "momentum": 0.9, "dampening": 0.3}),
    ("SGD", {"lr": 0.05, "momentum": 0.9, "nesterov": True}),
    ("SGD", {"lr": 0.01, "momentum": 0.5, "maximize": True}),
    ("Adam", {"lr": 0.01}),
    ("Adam", {"lr": 0.02, "beta1": 0.8, "beta2": 0.95, "eps": 1e-6, "weight_decay": 0.02}),
    ("Adam", {"lr": 0.02, "amsgrad": True}),
    ("Adam", {"lr": 0.005, "maximize": True}),
    ("AdamW", {"lr": 0.02, "weight_decay": 0.1}),
    ("AdamW", {"lr": 0.02, "amsgrad": True}),
    ("RMSprop", {"lr": 0.01}),
    ("RMSprop", {"lr": 0.005, "momentum": 0.9, "weight_decay": 0.01}),
    ("RMSprop", {"lr": 0.01, "centered": True, "alpha": 0.9}),
    ("RMSprop", {"lr": 0.005, "centered": True, "momentum": 0.5}),
    ("Adagrad", {"lr": 0.1}),
    ("Adagrad", {"lr": 0.1, "lr_decay": 0.1, "weight_decay": 0.01, "initial_accumulator_value": 0.2}),
    ("Adadelta", {"lr": 1.0}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8, "eps": 1e-4, "weight_decay": 0.02, "maximize": True}),
    ("Adamax", {"lr": 0.02}),
    ("Adamax", {"lr": 0.02, "beta1": 0.4, "beta2": 0.95, "eps": 1e-6, "weight_decay": 0.02, "maximize": True}),
    ("NAdam", {"lr": 0.02}),
    ("NAdam", {"lr": 0.02, "beta1": 0.8, "beta2": 0.95, "weight_decay": 0.02, "momentum_decay": 0.01}),
    ("NAdam", {"lr": 0.02, "weight_decay": 0.1, "decoupled_weight_decay": True, "maximize": True}),
    ("RAdam", {"lr": 0.02}),
    ("RAdam", {"lr": 0.02, "beta1": 0.8, "beta2": 0.95, "eps": 1e-6, "weight_decay": 0.02}),
    ("RAdam", {"lr": 0.02, "weight_decay": 0.1, "decoupled_weight_decay": True, "maximize": True}),
    ("ASGD", {"lr": 0.1}),
    ("ASGD", {"lr": 0.1, "lambd": 0.01, "alpha": 0.5, "t0": 3.0, "weight_decay": 0.02, "maximize": True}),
    ("Rprop", {"lr": 0.01}),
    ("Rprop", {"lr": 0.01, "eta_minus": 0.3, "eta_plus": 1.5, "step_size_min": 1e-3, "step_size_max": 0.05,
               "maximize": True}),
    ("Muon", {"lr": 0.02}),
    ("Muon", {"lr": 0.02, "momentum": 0.8, "nesterov": False, "weight_decay": 0.3, "ns_steps": 4}),
    ("Adafactor", {"lr": 0.02}),
    ("Adafactor", {"lr": 0.02, "beta2_decay": -0.5, "eps1": 1e-4, "eps2": 1e-2, "d": 2.0, "weight_decay": 0.1,
                   "maximize": True}),
    ("LBFGS", {"lr": 0.5, "max_iter": 3}),
    ("LBFGS", {"lr": 0.5, "max_iter": 3, "history_size": 2, "tolerance_grad": 1e-3}),
    ("LBFGS", {"lr": 1.0, "max_iter": 4, "max_eval": 9, "strong_wolfe": True}),
]
PAIRS = {"betas": ("beta1", "beta2"), "etas": ("eta_minus", "eta_plus"), "eps": ("eps1", "eps2"),
         "step_sizes": ("step_size_min", "step_size_max")}
INTEGERS = ("ns_steps", "max_iter", "max_eval", "history_size")
SCHEDULES = [
    ("StepLR", {"step_size": 3, "gamma": 0.5}),
    ("MultiStepLR", {"milestones": [2, 5, 5], "gamma": 0.5}),
    ("ExponentialLR", {"gamma": 0.9}),
    ("CosineAnnealingLR", {"T_max": 5, "eta_min": 0.01}),
    ("MultiplicativeLR", {"lr_lambda": lambda epoch: 1 - 0.01 * epoch}),
    ("ConstantLR", {"factor": 0.5, "total_iters": 4}),
    ("LinearLR", {"start_factor": 0.25, "end_factor": 0.75, "total_iters": 6}),
    ("PolynomialLR", {"total_iters": 9, "power": 2.0}),
    ("CosineAnnealingWarmRestarts", {"T_0": 3, "T_mult": 2, "eta_min": 0.01}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.2, "step_size_up": 3, "step_size_down": 4, "mode": "triangular2",
                  "cycle_momentum": False}),
    ("CyclicLR exp_range", {"base_lr": 0.01, "max_lr": 0.2, "step_size_up": 3, "mode": "exp_range", "gamma": 0.9}),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 15, "pct_start": 0.4}),
    ("OneCycleLR three_phase", {"max_lr": 0.5, "total_steps": 20, "three_phase": True, "anneal_strategy": "linear",
                                "div_factor": 10.0, "final_div_factor": 100.0}),
    ("ReduceLROnPlateau", {"factor": 0.5, "patience": 1, "cooldown": 1, "threshold": 0.05, "min_lr": 0.02}),
]
METRICS = [5.0, 4.0, 3.99, 3.98, 3.97, 3.96, 3.95, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]


def losses(name, options, dtype):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8, dtype=dtype), nn.Tanh(), nn.Linear(8, 3, dtype=dtype))
    x = torch.rand(16, 4, dtype=dtype)
    y = torch.arange(16) % 3
    options = {key: int(value) if key in INTEGERS else value for key, value in options.items()}
    for pair, (first, second) in PAIRS.items():
        if first in options:
            options[pair] = (options.pop(first), options.pop(second))
    if options.pop("strong_wolfe", False):
        options["line_search_fn"] = "strong_wolfe"
    # Muon takes matrices alone.
    parameters = [p for p in model.parameters() if name != "Muon" or p.dim() == 2]
    optimizer = getattr(torch.optim, name)(parameters, **options)

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        return loss

    # In float32 rounding soon decides which way L-BFGS goes.
    steps = 8 if name == "LBFGS" and dtype == torch.float32 else STEPS
    found = [optimizer.step(closure).item() for _ in range(steps)]
    return {"losses": found, **layout(optimizer.state_dict())}


def layout(saved):
    """The options of a group, and for the first parameter's state each entry's kind: a type, or dtype and shape."""
    def kind(value):
        return [str(value.dtype), *value.shape] if isinstance(value, torch.Tensor) else type(value).__name__

    return {"group": list(saved["param_groups"][0]),
            "state": {key: kind(value) for key, value in saved["state"].get(0, {}).items()}}


def rates(name, options):
    """The learning rate and the momentum of every epoch."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1, momentum=0.6)
    scheduler = getattr(torch.optim.lr_scheduler, name.split()[0])(optimizer, **options)
    return follow(optimizer, scheduler, name)


def follow(optimizer, scheduler, name):
    rates, momenta = [], []
    for metric in METRICS:
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step(*[metric] if name == "ReduceLROnPlateau" else [])
    return {"schedule": name, "rates": rates, "momenta": momenta}


def combined(name):
    """Schedules that are made of others."""
    schedulers = torch.optim.lr_scheduler
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1, momentum=0.6)
    parts = [schedulers.ConstantLR(optimizer, factor=0.1, total_iters=3),
             schedulers.ExponentialLR(optimizer, gamma=0.9)]
    made = (schedulers.SequentialLR(optimizer, parts, milestones=[4]) if name == "SequentialLR"
            else schedulers.ChainedScheduler(parts))
    return follow(optimizer, made, name)


cases = [{"optimizer": n, "options": {k: float(v) for k, v in o.items()}, "dtype": d,
          **losses(n, o, getattr(torch, d))}
         for n, o in CASES for d in ("float32", "float64")]
schedules = [rates(n, o) for n, o in SCHEDULES] + [combined("SequentialLR"), combined("ChainedScheduler")]
with open(os.path.join(HERE, "optim.json"), "w") as f:
    lines = ",\n".join(json.dumps(c) for c in cases)
    more = ",\n".join(json.dumps(s) for s in schedules)
    f.write(f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n], "schedules": [\n{more}\n]}}\n')
