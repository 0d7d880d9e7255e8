"""Adagrad."""

import emberwing as ew
from . import _native
from .optimizer import Optimizer, check_flags, check_lr, run_closure, scalar_dtype

__all__ = ["Adagrad"]


class Adagrad(Optimizer):
    """Adagrad: steps divided by the root of the sum of squared gradients."""

    def __init__(self, params, lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10,
                 foreach=None, *, maximize=False, differentiable=False, fused=None):
        check_lr(lr)
        if not 0.0 <= lr_decay:
            raise ValueError(f"Invalid lr_decay value: {lr_decay}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if not 0.0 <= initial_accumulator_value:
            raise ValueError(f"Invalid initial_accumulator_value value: {initial_accumulator_value}")
        if not 0.0 <= eps:
            raise ValueError(f"Invalid epsilon value: {eps}")
        super().__init__(params, {
            "lr": lr, "lr_decay": lr_decay, "eps": eps, "weight_decay": weight_decay,
            "initial_accumulator_value": initial_accumulator_value, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable, "fused": fused})
        check_flags("Adagrad", foreach=foreach, fused=fused, differentiable=differentiable)
        for group in self.param_groups:
            for p in group["params"]:
                self._init_state(p, self.state[p], group)

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            group.setdefault("foreach", None)
            group.setdefault("maximize", False)
            group.setdefault("differentiable", False)
            group.setdefault("fused", None)
        self._step_counts_to_tensors()

    def _init_state(self, param, state, group):
        if state:
            return
        first = self.defaults["initial_accumulator_value"]
        state["step"] = ew.tensor(0.0, dtype=scalar_dtype(group["fused"]))
        state["sum"] = ew.full_like(param, complex(first, first) if param.is_complex() else first,
                                    memory_format=ew.preserve_format)

    def share_memory(self):
        """Moves the sums into memory that processes share."""
        for group in self.param_groups:
            for p in group["params"]:
                self.state[p]["sum"].share_memory_()

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            plan = self._lists(i, group, "step", "sum")
            if plan.params:
                steps, sums = plan.columns
                _native.adagrad_step(plan.params, sums, steps, float(group["lr"]), group["lr_decay"],
                                     group["weight_decay"], group["eps"], group["maximize"])
        return loss
