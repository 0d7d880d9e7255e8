"""torch.autograd: gradients, grad modes, custom functions, anomaly detection."""
from .._base import BOOL, I32, NULL, PTR, SIZE, Tensor, check, export, tensors as _handles
from . import _hooks  # noqa: F401
from .function import Function, once_differentiable  # noqa: F401
from .modes import (detect_anomaly, enable_grad, inference_mode, is_anomaly_enabled, is_grad_enabled,
                    is_inference_mode_enabled, no_grad, set_detect_anomaly, set_grad_enabled)

__all__ = ["Function", "backward", "grad", "no_grad", "enable_grad", "set_grad_enabled", "inference_mode", "detect_anomaly",
           "set_detect_anomaly", "Variable"]

_backward = export("ew_backward", PTR, SIZE, PTR, PTR, SIZE, BOOL, BOOL, restype=I32)
_grad = export("ew_grad", PTR, SIZE, PTR, PTR, SIZE, BOOL, BOOL, BOOL, PTR, restype=I32)


def _list(values):
    return [values] if isinstance(values, Tensor) else list(values)


def _gradients(grads, outputs):
    if grads is None:
        return [None] * len(outputs)
    grads = _list(grads)
    if len(grads) != len(outputs):
        raise RuntimeError(f"got {len(outputs)} tensors and {len(grads)} gradients")
    return grads


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Accumulates the gradients of `tensors` into the leaves, or only into `inputs`."""
    if grad_variables is not None:
        grad_tensors = grad_variables
    outputs = _list(tensors)
    g, _ = _handles(_gradients(grad_tensors, outputs))
    o, n = _handles(outputs)
    if inputs is not None:
        inputs = _list(inputs)
        if not inputs:
            raise RuntimeError("`inputs` argument to `backward()` cannot be empty.")
        i, m = _handles(inputs)
    else:
        i, m = None, 0
    check(_backward(o, n, g, i, m, create_graph if retain_graph is None else retain_graph, create_graph))


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """The gradients of `outputs` with respect to `inputs`, as a tuple."""
    if not only_inputs:
        raise ValueError("only_inputs argument is deprecated and is ignored now (defaults to True). "
                         "To accumulate gradient for other parts of the graph, please use torch.autograd.backward.")
    if is_grads_batched:
        raise NotImplementedError("grad(): is_grads_batched=True")
    if materialize_grads and allow_unused is False:
        raise ValueError("Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.")
    outputs, inputs = _list(outputs), _list(inputs)
    o, n = _handles(outputs)
    g, _ = _handles(_gradients(grad_outputs, outputs))
    i, m = _handles(inputs)
    out = (PTR * m)()
    check(_grad(o, n, g, i, m, create_graph if retain_graph is None else retain_graph, create_graph,
                bool(allow_unused or materialize_grads), out))
    result = [None if h is None else Tensor._own(h) for h in out]
    if materialize_grads:
        from .._functions import zeros_like
        result = [zeros_like(x) if r is None else r for x, r in zip(inputs, result)]
    return tuple(result)


def Variable(data, requires_grad=False, volatile=None):
    """A tensor; kept for old programs."""
    return data.detach().requires_grad_(requires_grad)


def __getattr__(name):
    from importlib import import_module
    if name == "functional":
        return import_module(f"{__name__}.functional")
    if name in ("gradcheck", "GradcheckError", "gradgradcheck"):
        module = import_module(f"{__name__}.gradcheck")
        # `torch.autograd.gradcheck` is the function, as in PyTorch, and not the file that it is in.
        globals().update({n: getattr(module, n) for n in module.__all__})
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
