"""torch.func: functions of functions, their derivatives, batches and modules as functions."""
from ._levels import functionalize  # noqa: F401
from ._modules import functional_call, stack_module_state  # noqa: F401
from ._transforms import grad, grad_and_value, hessian, jacfwd, jacrev, jvp, linearize, vjp  # noqa: F401
from ._vmap import vmap  # noqa: F401

__all__ = ["functional_call", "functionalize", "grad", "grad_and_value", "hessian", "jacfwd", "jacrev", "jvp", "linearize",
           "stack_module_state", "vjp", "vmap"]
