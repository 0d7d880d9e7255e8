"""Writes optim.json from PyTorch: python Tests/Golden/make_optim.py

Each case trains the same small network with one optimizer and holds the loss before every step; schedules hold the
learning rate of every epoch.
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
]
SCHEDULES = [
    ("StepLR", {"step_size": 3, "gamma": 0.5}),
    ("MultiStepLR", {"milestones": [2, 5, 5], "gamma": 0.5}),
    ("ExponentialLR", {"gamma": 0.9}),
    ("CosineAnnealingLR", {"T_max": 5, "eta_min": 0.01}),
]


def losses(name, options, dtype):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8, dtype=dtype), nn.Tanh(), nn.Linear(8, 3, dtype=dtype))
    x = torch.rand(16, 4, dtype=dtype)
    y = torch.arange(16) % 3
    options = dict(options)
    if "beta1" in options:
        options["betas"] = (options.pop("beta1"), options.pop("beta2"))
    optimizer = getattr(torch.optim, name)(model.parameters(), **options)
    out = []
    for _ in range(STEPS):
        loss = nn.functional.cross_entropy(model(x), y)
        out.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return out


def rates(name, options):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    schedule = getattr(torch.optim.lr_scheduler, name)(optimizer, **options)
    out = []
    for _ in range(14):
        out.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return out


cases = [{"optimizer": n, "options": {k: float(v) for k, v in o.items()}, "dtype": d,
          "losses": losses(n, o, getattr(torch, d))}
         for n, o in CASES for d in ("float32", "float64")]
schedules = [{"schedule": n, "rates": rates(n, o)} for n, o in SCHEDULES]
with open(os.path.join(HERE, "optim.json"), "w") as f:
    lines = ",\n".join(json.dumps(c) for c in cases)
    more = ",\n".join(json.dumps(s) for s in schedules)
    f.write(f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n], "schedules": [\n{more}\n]}}\n')
