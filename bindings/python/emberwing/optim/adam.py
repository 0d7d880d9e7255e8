"""Adam."""

import emberwing as ew
from .._tensor import Tensor
from . import _native
from .optimizer import Optimizer, _to_scalar, check_flags, check_lr, run_closure, scalar_dtype

__all__ = ["Adam"]

_MOMENTS = ("step", "exp_avg", "exp_avg_sq")


class Adam(Optimizer):
    """Adam: steps scaled by running means of the gradient and of its square."""

    def __init__(self, params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False):
        if isinstance(lr, Tensor) and foreach and not capturable:
            raise ValueError("lr as a Tensor is not supported for capturable=False and foreach=True")
        check_lr(lr)
        if not 0.0 <= eps:
            raise ValueError(f"Invalid epsilon value: {eps}")
        for i in (0, 1):
            if not 0.0 <= betas[i] < 1.0:
                raise ValueError(f"Invalid beta parameter at index {i}: {betas[i]}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if not any(all(isinstance(beta, kind) for beta in betas[:2]) for kind in (float, Tensor)):
            raise ValueError("betas must be either both floats or both Tensors")
        for i in (0, 1):
            if isinstance(betas[i], Tensor):
                if not capturable and foreach:
                    raise ValueError(f"betas[{i}] as a Tensor is not supported for capturable=False and foreach=True")
                if betas[i].numel() != 1:
                    raise ValueError(f"Tensor betas[{i}] must be 1-element")
        super().__init__(params, {
            "lr": lr, "betas": (_to_scalar(betas[0]), _to_scalar(betas[1])), "eps": eps, "weight_decay": weight_decay,
            "amsgrad": amsgrad, "maximize": maximize, "foreach": foreach, "capturable": capturable,
            "differentiable": differentiable, "fused": fused, "decoupled_weight_decay": decoupled_weight_decay})
        check_flags(type(self).__name__, foreach=foreach, fused=fused, differentiable=differentiable)

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            group.setdefault("amsgrad", False)
            group.setdefault("maximize", False)
            group.setdefault("foreach", None)
            group.setdefault("capturable", False)
            group.setdefault("differentiable", False)
            group.setdefault("decoupled_weight_decay", False)
            group.setdefault("fused", None)
        self._step_counts_to_tensors()

    def _init_state(self, param, state, group):
        if state:
            return
        state["step"] = ew.tensor(0.0, dtype=scalar_dtype(group["capturable"] or group["fused"]))
        state["exp_avg"] = ew.zeros_like(param, memory_format=ew.preserve_format)
        state["exp_avg_sq"] = ew.zeros_like(param, memory_format=ew.preserve_format)
        if group["amsgrad"]:
            state["max_exp_avg_sq"] = ew.zeros_like(param, memory_format=ew.preserve_format)

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            amsgrad = group["amsgrad"]
            plan = self._lists(i, group, *_MOMENTS, "max_exp_avg_sq") if amsgrad else self._lists(i, group, *_MOMENTS)
            if not plan.params:
                continue
            steps, exp_avgs, exp_avg_sqs, *rest = plan.columns
            beta1, beta2 = group["betas"]
            _native.adam_step(plan.params, exp_avgs, exp_avg_sqs, rest[0] if rest else None, steps,
                              float(group["lr"]), float(beta1), float(beta2), group["eps"], group["weight_decay"],
                              amsgrad, group["maximize"], group["decoupled_weight_decay"])
        return loss
