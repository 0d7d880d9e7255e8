"""Stochastic gradient descent."""

from . import _native
from .._tensor import Tensor
from .optimizer import Optimizer, check_flags, run_closure

__all__ = ["SGD"]


class SGD(Optimizer):
    """Stochastic gradient descent, with momentum (plain or Nesterov's) if asked for."""

    def __init__(self, params, lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        if lr < 0.0:
            raise ValueError(f"Invalid learning rate: {lr}")
        if momentum < 0.0:
            raise ValueError(f"Invalid momentum value: {momentum}")
        if weight_decay < 0.0:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, {
            "lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay,
            "nesterov": nesterov, "maximize": maximize, "foreach": foreach, "differentiable": differentiable,
            "fused": fused})
        check_flags("SGD", foreach=foreach, fused=fused, differentiable=differentiable)

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            group.setdefault("nesterov", False)
            group.setdefault("maximize", False)
            group.setdefault("foreach", None)
            group.setdefault("differentiable", False)
            group.setdefault("fused", False)

    def _init_state(self, param, state, group):
        # None stands for a buffer that the step makes of the first gradient.
        state.setdefault("momentum_buffer", None)

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            momentum = group["momentum"]
            plan = self._lists(i, group, "momentum_buffer") if momentum != 0 else self._lists(i, group)
            if not plan.params:
                continue
            buffers = plan.columns[0] if momentum != 0 else None
            _native.sgd_step(plan.params, buffers, float(group["lr"]), momentum, group["dampening"],
                             float(group["weight_decay"]), group["nesterov"], group["maximize"])
            if plan.fresh:
                for state, buffer in zip(plan.states, buffers):
                    state["momentum_buffer"] = buffer
                plan.fresh = False
        return loss
