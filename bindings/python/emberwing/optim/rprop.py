"""Resilient backpropagation."""

import emberwing as ew
from ._elementwise import Elementwise, check_lr, zeros
from ._native import rule

__all__ = ["Rprop"]


class Rprop(Elementwise):
    """Steps by the gradient's sign; their sizes grow while signs stay and shrink when they turn round."""

    _states = ("prev", "step_size", "step")
    _rule = staticmethod(rule("rprop", 3, ("lr", "eta_minus", "eta_plus", "step_size_min", "step_size_max"),
                              ("maximize",)))

    def __init__(self, params, lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50), *, capturable=False, foreach=None,
                 maximize=False, differentiable=False):
        check_lr(lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}")
        super().__init__(params, {
            "lr": lr, "etas": etas, "step_sizes": step_sizes, "foreach": foreach, "maximize": maximize,
            "differentiable": differentiable, "capturable": capturable})

    def _fill_state(self, param, state, group):
        lr = float(group["lr"])
        state["prev"] = zeros(param)
        state["step_size"] = ew.full_like(param.grad, complex(lr, lr) if param.is_complex() else lr)

    def _values(self, group):
        return float(group["lr"]), *group["etas"], *group["step_sizes"], group["maximize"]
