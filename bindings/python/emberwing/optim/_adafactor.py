"""Adafactor."""

import emberwing as ew
from .._tensor import Tensor
from ._native import rule
from .optimizer import Optimizer, run_closure, scalar_dtype

__all__ = ["Adafactor"]

_FACTORS = ("row_var", "col_var", "variance")


class Adafactor(Optimizer):
    """Adam-like steps with one second moment a row and one a column in place of one an element."""

    _rule = staticmethod(rule("adafactor", 4, ("lr", "beta2_decay", "eps1", "eps2", "d", "weight_decay"),
                              ("maximize",)))

    def __init__(self, params, lr=0.01, beta2_decay=-0.8, eps=(None, 0.001), d=1.0, weight_decay=0.0, *, foreach=None,
                 maximize=False):
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        if not 0.0 <= lr:
            raise ValueError(f"Learning rate should be >= 0 but is: {lr}")
        if not 0.0 >= beta2_decay:
            raise ValueError(f"beta2_decay should be <= 0 but is: {beta2_decay}")
        if eps[0] is not None and not 0.0 <= eps[0]:
            raise ValueError(f"epsilon1 should be >= 0 but is: {eps[0]}")
        if not 0.0 <= eps[1]:
            raise ValueError(f"epsilon2 should be >= 0 but is: {eps[1]}")
        if not 1.0 <= d:
            raise ValueError(f"Clipping threshold d should be >= 1 but is: {d}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"weight_decay should be >= 0 but is: {weight_decay}")
        super().__init__(params, {
            "lr": lr, "beta2_decay": beta2_decay, "eps": eps, "d": d, "weight_decay": weight_decay, "foreach": foreach,
            "maximize": maximize})

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            group.setdefault("foreach", None)
        self._step_counts_to_tensors()

    def _init_state(self, param, state, group):
        if param.is_complex():
            raise RuntimeError("Adafactor does not support complex parameters")
        if state:
            return
        state["step"] = ew.tensor(0.0, dtype=scalar_dtype())
        shape = list(param.grad.shape)
        if len(shape) > 1:
            state["row_var"] = param.grad.new_zeros([*shape[:-1], 1])
            state["col_var"] = param.grad.new_zeros([*shape[:-2], 1, shape[-1]])
        else:
            state["variance"] = ew.zeros_like(param.grad, memory_format=ew.preserve_format)

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            plan = self._lists(i, group, "step")
            if not plan.params:
                continue
            # Which factors there are differs from parameter to parameter, so these lists are made anew.
            columns = [[state.get(name) for state in plan.states] for name in _FACTORS]
            eps1, eps2 = group["eps"]
            self._rule(plan.params, (*columns, plan.columns[0]), float(group["lr"]), group["beta2_decay"],
                       -1.0 if eps1 is None else eps1, eps2, group["d"], group["weight_decay"], group["maximize"])
        return loss
