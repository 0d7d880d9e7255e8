"""What the optimizers with an elementwise rule in the library share."""

import emberwing as ew
from .._tensor import Tensor
from .optimizer import Optimizer, check_flags, check_lr, run_closure, scalar_dtype

__all__ = ["Elementwise", "Tensor", "check_betas", "check_least", "check_lr", "check_flags", "scalar_dtype", "zeros"]


def check_least(**values):
    """Refuses values below 0 (or NaN), named in PyTorch's words."""
    for name, value in values.items():
        if not 0.0 <= value:
            raise ValueError(f"Invalid {name} value: {value}")


def check_betas(betas):
    """Refuses betas outside of [0, 1)."""
    for i in (0, 1):
        if not 0.0 <= betas[i] < 1.0:
            raise ValueError(f"Invalid beta parameter at index {i}: {betas[i]}")


def zeros(param):
    """A state of zeros with the layout of a parameter."""
    return ew.zeros_like(param, memory_format=ew.preserve_format)


class Elementwise(Optimizer):
    """An optimizer whose step is one native call a group."""

    # The states in the order of the native call, the call itself, and the defaults of old checkpoints.
    _states = ()
    _rule = None
    _late_options = {"foreach": None, "maximize": False, "differentiable": False, "capturable": False}

    def __init__(self, params, defaults):
        super().__init__(params, defaults)
        check_flags(type(self).__name__, foreach=defaults["foreach"], differentiable=defaults["differentiable"])

    def __setstate__(self, state):
        super().__setstate__(state)
        for group in self.param_groups:
            for name, value in self._late_options.items():
                group.setdefault(name, value)
        self._step_counts_to_tensors()

    def _init_state(self, param, state, group):
        if not state:
            state["step"] = ew.zeros((), dtype=scalar_dtype())
            self._fill_state(param, state, group)

    def _fill_state(self, param, state, group):
        """Adds the states behind the step count; every optimizer has its own."""
        raise NotImplementedError

    def _values(self, group):
        """The options in the order of the native call; every optimizer has its own."""
        raise NotImplementedError

    def step(self, closure=None):
        """Updates the parameters; returns the closure's loss."""
        loss = run_closure(closure)
        for i, group in enumerate(self.param_groups):
            plan = self._lists(i, group, *self._states)
            if plan.params:
                self._rule(plan.params, plan.columns, *self._values(group))
        return loss
