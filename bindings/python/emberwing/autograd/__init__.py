"""torch.autograd: gradients, grad modes, custom functions, anomaly detection."""
from .._base import BOOL, I32, NULL, PTR, SIZE, Tensor, check, export, tensors as _handles
from . import _hooks  # noqa: F401
from .function import Function, once_differentiable  # noqa: F401
from .modes import (detect_anomaly, enable_grad, inference_mode, is_anomaly_enabled, is_grad_enabled,  # noqa: F401
                    is_inference_mode_enabled, is_multithreading_enabled, is_view_replay_enabled, no_grad,
                    set_detect_anomaly, set_grad_enabled, set_multithreading_enabled)

__all__ = ["Function", "backward", "grad", "no_grad", "enable_grad", "set_grad_enabled", "inference_mode", "detect_anomaly",
           "set_detect_anomaly", "Variable"]

_backward = export("ew_backward", PTR, SIZE, PTR, PTR, SIZE, BOOL, BOOL, restype=I32)
_grad = export("ew_grad", PTR, SIZE, PTR, PTR, SIZE, BOOL, BOOL, BOOL, PTR, restype=I32)


def _list(values):
    """Tensors as a list; a gradient edge, a named tuple, becomes a tensor that stands for it."""
    if isinstance(values, Tensor):
        return [values]
    if hasattr(values, "output_nr"):
        values = (values,)
    return [_stand_in(v) if hasattr(v, "output_nr") and not isinstance(v, Tensor) else v for v in values]


def _stand_in(edge):
    from ._node import stand_in
    return stand_in(edge.node, edge.output_nr)


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
    if materialize_grads and allow_unused is False:
        raise ValueError("Expected allow_unused to be True or not passed when materialize_grads=True, but got: "
                         "allow_unused=False.")
    outputs, inputs = _list(outputs), _list(inputs)
    if is_grads_batched:
        return _batched(outputs, inputs, grad_outputs, create_graph if retain_graph is None else retain_graph, create_graph,
                        allow_unused, materialize_grads)
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


def _batched(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused, materialize_grads):
    """Gradients for each of the vectors that are stacked along the first axis of `grad_outputs`."""
    from .._generated.functions import select, stack
    given = _gradients(grad_outputs, outputs)
    sizes = {g.shape[0] if g is not None and g.dim() else None for g in given}
    if len(sizes) != 1 or None in sizes:
        raise RuntimeError("is_grads_batched=True: every one of grad_outputs must have a first axis of the same size")
    for i, (g, o) in enumerate(zip(given, outputs)):
        if g.shape[1:] != o.shape:
            raise RuntimeError(f"If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the "
                               f"batch dimension. The sizes of the remaining dimensions are expected to match the shape of "
                               f"corresponding output, but a mismatch was detected: grad_output[{i}] has a shape of "
                               f"{g.shape} and output[{i}] has a shape of {o.shape}. If you only want some tensors in "
                               f"`grad_output` to be considered batched, consider using vmap.")
    size = sizes.pop()
    rows = [grad(outputs, inputs, [select(g, 0, i) for g in given], retain_graph or i + 1 < size, create_graph,
                 allow_unused=allow_unused, materialize_grads=materialize_grads) for i in range(size)]
    if not rows:
        from .._functions import zeros
        return tuple(zeros((0, *x.shape), dtype=x.dtype) for x in inputs)
    return tuple(None if column[0] is None else stack(column, 0) for column in zip(*rows))


class _VariableMeta(type):
    def __instancecheck__(cls, other):
        return isinstance(other, Tensor)


class Variable(metaclass=_VariableMeta):
    """A tensor, for old programs: `Variable(data, requires_grad)` gives one, and every tensor is an instance."""

    def __new__(cls, data, requires_grad=False, volatile=None):
        return data.detach().requires_grad_(requires_grad)


def __getattr__(name):
    from importlib import import_module
    if name in ("forward_ad", "functional", "graph", "profiler", "profiler_util"):
        return import_module(f"{__name__}.{name}")
    if name in ("gradcheck", "GradcheckError", "gradgradcheck"):
        module = import_module(f"{__name__}.gradcheck")
        # `torch.autograd.gradcheck` is the function, as in PyTorch, and not the file that it is in.
        globals().update({n: getattr(module, n) for n in module.__all__})
        return globals()[name]
    raise AttributeError(f"Emberwing has no torch.autograd.{name}")
