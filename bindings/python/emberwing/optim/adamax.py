"""Adamax."""

from ._elementwise import Elementwise, check_betas, check_least, check_lr, zeros
from ._native import rule

__all__ = ["Adamax"]


class Adamax(Elementwise):
    """Adam with the infinity norm in place of the root of the mean square."""

    _states = ("exp_avg", "exp_inf", "step")
    _rule = staticmethod(rule("adamax", 3, ("lr", "beta1", "beta2", "eps", "weight_decay"), ("maximize",)))

    def __init__(self, params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, foreach=None, *, maximize=False,
                 differentiable=False, capturable=False):
        check_lr(lr)
        check_least(epsilon=eps)
        check_betas(betas)
        check_least(weight_decay=weight_decay)
        super().__init__(params, {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "foreach": foreach,
            "maximize": maximize, "differentiable": differentiable, "capturable": capturable})

    def _fill_state(self, param, state, group):
        state["exp_avg"] = zeros(param)
        state["exp_inf"] = zeros(param)

    def _values(self, group):
        return float(group["lr"]), *group["betas"], group["eps"], group["weight_decay"], group["maximize"]
