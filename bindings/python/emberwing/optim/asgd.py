"""Averaged stochastic gradient descent."""

import emberwing as ew
from ._elementwise import Elementwise, check_least, check_lr, scalar_dtype, zeros
from ._native import rule

__all__ = ["ASGD"]


class ASGD(Elementwise):
    """Stochastic gradient descent that keeps the average of its points in the state `ax`."""

    _states = ("ax", "eta", "mu", "step")
    _rule = staticmethod(rule("asgd", 4, ("lr", "lambd", "alpha", "t0", "weight_decay"), ("maximize",)))
    _capturable_tensors = "params, mus, etas, and state_steps"

    def __init__(self, params, lr=0.01, lambd=0.0001, alpha=0.75, t0=1000000.0, weight_decay=0, foreach=None,
                 maximize=False, differentiable=False, capturable=False):
        check_lr(lr)
        check_least(lambd=lambd, alpha=alpha, weight_decay=weight_decay)
        super().__init__(params, {
            "lr": lr, "lambd": lambd, "alpha": alpha, "t0": t0, "weight_decay": weight_decay, "foreach": foreach,
            "maximize": maximize, "differentiable": differentiable, "capturable": capturable})

    def __setstate__(self, state):
        super().__setstate__(state)
        self._scalars_to_tensors("eta", "mu")

    def _fill_state(self, param, state, group):
        state["eta"] = ew.tensor(float(group["lr"]), dtype=scalar_dtype())
        state["mu"] = ew.ones((), dtype=scalar_dtype())
        state["ax"] = zeros(param)

    def _values(self, group):
        return (float(group["lr"]), group["lambd"], group["alpha"], group["t0"], group["weight_decay"],
                group["maximize"])
