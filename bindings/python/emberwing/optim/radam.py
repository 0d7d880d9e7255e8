"""RAdam."""

from ._elementwise import Elementwise, check_betas, check_least, check_lr, zeros
from ._native import rule

__all__ = ["RAdam"]


class RAdam(Elementwise):
    """Adam whose first steps are rectified for the variance of the mean square."""

    _states = ("exp_avg", "exp_avg_sq", "step")
    _rule = staticmethod(rule("radam", 3, ("lr", "beta1", "beta2", "eps", "weight_decay"),
                              ("decoupled_weight_decay", "maximize")))
    _late_options = {**Elementwise._late_options, "decoupled_weight_decay": False}

    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, decoupled_weight_decay=False,
                 *, foreach=None, maximize=False, capturable=False, differentiable=False):
        check_lr(lr)
        check_least(epsilon=eps)
        check_betas(betas)
        check_least(weight_decay=weight_decay)
        super().__init__(params, {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "maximize": maximize,
            "foreach": foreach, "capturable": capturable, "decoupled_weight_decay": decoupled_weight_decay,
            "differentiable": differentiable})

    def _fill_state(self, param, state, group):
        state["exp_avg"] = zeros(param)
        state["exp_avg_sq"] = zeros(param)

    def _values(self, group):
        return (float(group["lr"]), *group["betas"], group["eps"], group["weight_decay"],
                group["decoupled_weight_decay"], group["maximize"])
