"""RMSprop."""

import emberwing as ew
from . import _native
from .optimizer import Optimizer, check_flags, check_lr, run_closure, scalar_dtype

__all__ = ["RMSprop"]


class RMSprop(Optimizer):
    """RMSprop: steps divided by the root of a running mean of squared gradients."""

    def __init__(self, params, lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False,
                 capturable=False, foreach=None, maximize=False, differentiable=False):
        check_lr(lr)
        if not 0.0 <= eps:
            raise ValueError(f"Invalid epsilon value: {eps}")
        if not 0.0 <= momentum:
            raise ValueError(f"Invalid momentum value: {momentum}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if not 0.0 <= alpha:
            raise ValueError(f"Invalid alpha value: {alpha}")
        super().__init__(params, {
            "lr": lr, "momentum": momentum, "alpha": alpha, "eps": eps, "centered": centered,
            "weight_decay": weight_decay, "capturable": capturable, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable})
        check_flags("RMSprop", foreach=foreach, differentiable=differentiable)

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            group.setdefault("momentum", 0)
            group.setdefault("centered", False)
            group.setdefault("foreach", None)
            group.setdefault("maximize", False)
            group.setdefault("differentiable", False)
            group.setdefault("capturable", False)
        self._step_counts_to_tensors()

    def _init_state(self, param, state, group):
        if state:
            return
        state["step"] = ew.zeros((), dtype=scalar_dtype())
        state["square_avg"] = ew.zeros_like(param, memory_format=ew.preserve_format)
        if group["momentum"] > 0:
            state["momentum_buffer"] = ew.zeros_like(param, memory_format=ew.preserve_format)
        if group["centered"]:
            state["grad_avg"] = ew.zeros_like(param, memory_format=ew.preserve_format)

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            momentum, centered = group["momentum"], group["centered"]
            names = ["step", "square_avg"]
            names += ["momentum_buffer"] if momentum > 0 else []
            names += ["grad_avg"] if centered else []
            plan = self._lists(i, group, *names)
            if not plan.params:
                continue
            columns = dict(zip(names, plan.columns))
            _native.rmsprop_step(plan.params, columns["square_avg"], columns.get("grad_avg"),
                                 columns.get("momentum_buffer"), columns["step"], float(group["lr"]), group["alpha"],
                                 group["eps"], group["weight_decay"], momentum, group["maximize"])
        return loss
