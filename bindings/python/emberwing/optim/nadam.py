"""NAdam."""

import emberwing as ew
from ._elementwise import Elementwise, check_betas, check_least, check_lr, scalar_dtype, zeros
from ._native import rule

__all__ = ["NAdam"]


class NAdam(Elementwise):
    """Adam with Nesterov momentum."""

    _states = ("exp_avg", "exp_avg_sq", "mu_product", "step")
    _rule = staticmethod(rule("nadam", 4, ("lr", "beta1", "beta2", "eps", "weight_decay", "momentum_decay"),
                              ("decoupled_weight_decay", "maximize")))
    _late_options = {**Elementwise._late_options, "decoupled_weight_decay": False}
    _capturable_tensors = "params, mu_products and state_steps"

    def __init__(self, params, lr=0.002, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, momentum_decay=0.004,
                 decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, differentiable=False):
        check_lr(lr)
        check_least(epsilon=eps)
        check_betas(betas)
        check_least(weight_decay=weight_decay, momentum_decay=momentum_decay)
        super().__init__(params, {
            "lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "momentum_decay": momentum_decay,
            "decoupled_weight_decay": decoupled_weight_decay, "maximize": maximize, "foreach": foreach,
            "capturable": capturable, "differentiable": differentiable})

    def __setstate__(self, state):
        super().__setstate__(state)
        self._scalars_to_tensors("mu_product")

    def _fill_state(self, param, state, group):
        state["mu_product"] = ew.ones((), dtype=scalar_dtype())
        state["exp_avg"] = zeros(param)
        state["exp_avg_sq"] = zeros(param)

    def _values(self, group):
        return (float(group["lr"]), *group["betas"], group["eps"], group["weight_decay"], group["momentum_decay"],
                group["decoupled_weight_decay"], group["maximize"])
