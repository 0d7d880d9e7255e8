"""Adadelta."""

from ._elementwise import Elementwise, check_least, check_lr, zeros
from ._native import rule

__all__ = ["Adadelta"]


class Adadelta(Elementwise):
    """Adadelta: steps of the size of recent steps, divided by the root of a running mean of squared gradients."""

    _states = ("square_avg", "acc_delta", "step")
    _rule = staticmethod(rule("adadelta", 3, ("lr", "rho", "eps", "weight_decay"), ("maximize",)))

    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-06, weight_decay=0, foreach=None, *, capturable=False,
                 maximize=False, differentiable=False):
        check_lr(lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f"Invalid rho value: {rho}")
        check_least(epsilon=eps, weight_decay=weight_decay)
        super().__init__(params, {
            "lr": lr, "rho": rho, "eps": eps, "weight_decay": weight_decay, "maximize": maximize,
            "capturable": capturable, "foreach": foreach, "differentiable": differentiable})

    def _fill_state(self, param, state, group):
        state["square_avg"] = zeros(param)
        state["acc_delta"] = zeros(param)

    def _values(self, group):
        return float(group["lr"]), group["rho"], group["eps"], group["weight_decay"], group["maximize"]
