"""Muon."""

import emberwing as ew
from .._tensor import Tensor
from ._native import rule
from .optimizer import Optimizer, run_closure

__all__ = ["Muon"]

_RATES = {None: 0, "original": 0, "match_rms_adamw": 1, "spectral_unclamped": 2}


class Muon(Optimizer):
    """Momentum for matrices whose steps a Newton-Schulz iteration makes nearly orthogonal."""

    _rule = staticmethod(rule("muon", 1, ("lr", "weight_decay", "momentum", "a", "b", "c", "eps"), ("nesterov",),
                              ("ns_steps", "rate_adjustment")))

    def __init__(self, params, lr=0.001, weight_decay=0.1, momentum=0.95, nesterov=True,
                 ns_coefficients=(3.4445, -4.775, 2.0315), eps=1e-07, ns_steps=5, adjust_lr_fn=None):
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        for name, value in (("Learning rate", lr), ("momentum", momentum), ("weight decay", weight_decay)):
            if not 0.0 <= value:
                raise ValueError(f"{name} should be >= 0 but is: {value}")
        if adjust_lr_fn not in _RATES:
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        super().__init__(params, {
            "lr": lr, "weight_decay": weight_decay, "momentum": momentum, "nesterov": nesterov,
            "ns_coefficients": ns_coefficients, "eps": eps, "ns_steps": ns_steps, "adjust_lr_fn": adjust_lr_fn})
        for group in self.param_groups:
            for p in group["params"]:
                if p.ndim != 2:
                    raise ValueError("Muon only supports 2D parameters whereas we found a parameter with size: "
                                     f"{p.size()}")

    def _init_state(self, param, state, group):
        if param.is_complex():
            raise RuntimeError("Muon does not support complex parameters")
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = ew.zeros_like(param.grad, memory_format=ew.preserve_format)

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            plan = self._lists(i, group, "momentum_buffer")
            if not plan.params:
                continue
            coefficients = group["ns_coefficients"]
            if group["ns_steps"] >= 100:
                raise ValueError("Number of steps must be less than 100 for computational efficiency")
            if len(coefficients) != 3:
                raise ValueError("Coefficients must be a tuple of exactly 3 values")
            self._rule(plan.params, plan.columns, float(group["lr"]), group["weight_decay"], group["momentum"],
                       *coefficients, group["eps"], group["ns_steps"], _RATES[group["adjust_lr_fn"]],
                       group["nesterov"])
        return loss
