"""Custom functions with a Python forward and backward."""
import ctypes
from functools import wraps

from .._base import I32, PTR, SIZE, Tensor, check, export, tensors
from . import _hooks
from .modes import is_grad_enabled, no_grad

_custom = export("ew_custom_function", ctypes.c_char_p, PTR, SIZE, PTR, SIZE, PTR, PTR, PTR, restype=I32)


class FunctionCtx:
    """What `forward` leaves for `backward`."""

    def __init__(self):
        self._saved = ()
        self._versions = ()
        self.needs_input_grad = ()
        self._non_differentiable = ()
        self._dirty = ()
        self._materialize = True

    def save_for_backward(self, *saved):
        for t in saved:
            if t is not None and not isinstance(t, Tensor):
                raise TypeError(f"save_for_backward can only save variables, but argument is of type {type(t).__name__}")
        self._saved = saved
        self._versions = tuple(None if t is None else t._version for t in saved)

    @property
    def saved_tensors(self):
        if self._saved is None:
            raise RuntimeError(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have "
                "already been freed). Saved intermediate values of the graph are freed when you call .backward() or "
                "autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if "
                "you need to access saved tensors after calling backward.")
        for t, version in zip(self._saved, self._versions):
            if t is not None and t._version != version:
                raise RuntimeError(
                    "one of the variables needed for gradient computation has been modified by an inplace operation: "
                    f"[{t.type()} {list(t.shape)}] is at version {t._version}; expected version {version} instead.")
        return self._saved

    def mark_non_differentiable(self, *outputs):
        self._non_differentiable = outputs

    def mark_dirty(self, *inputs):
        """Says which inputs forward has changed in place; they must be among its outputs."""
        self._dirty = inputs

    def set_materialize_grads(self, value):
        self._materialize = bool(value)


class _Meta(type):
    def __call__(cls, *args, **keywords):
        raise RuntimeError(
            f"Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd "
            f"function with static forward method: {cls.__name__}.apply(...)")


class Function(metaclass=_Meta):
    """Base of custom functions: static `forward(ctx, …)` and `backward(ctx, *grads)`; call `apply`."""

    @staticmethod
    def forward(*args, **keywords):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with "
            "backward mode AD.")

    @classmethod
    def apply(cls, *args, **keywords):
        ctx = FunctionCtx()
        recording = is_grad_enabled()
        positions = [i for i, a in enumerate(args) if isinstance(a, Tensor)]
        ctx.needs_input_grad = tuple(isinstance(a, Tensor) and recording and a.requires_grad for a in args)
        with no_grad():
            if "setup_context" in _owner_dict(cls, "setup_context"):
                result = cls.forward(*args, **keywords)
                cls.setup_context(ctx, args, result)
            else:
                result = cls.forward(ctx, *args, **keywords)
        if not any(ctx.needs_input_grad):
            return result
        single = not isinstance(result, tuple)
        outputs = [result] if single else list(result)
        graph = []
        skip = {id(t) for t in ctx._non_differentiable}
        dirty = {id(t) for t in ctx._dirty}
        inputs = {id(a) for a in args if isinstance(a, Tensor)}
        for t in ctx._dirty:
            if id(t) not in inputs or all(t is not o for o in outputs):
                raise RuntimeError("Some elements marked as dirty during the forward method were not returned as output. The "
                                   "inputs that are modified inplace must all be outputs of the Function.")
            if t.requires_grad and t.is_leaf:
                raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        changed = []
        for i, o in enumerate(outputs):
            if isinstance(o, Tensor) and id(o) not in skip and (o.dtype.is_floating_point or o.dtype.is_complex):
                # An input handed through, and any view made in forward, becomes an object of its own.
                outputs[i] = made = o.detach()
                if id(o) in dirty:
                    changed.append((i, o, made))
                graph.append(i)
        if graph:
            _record(cls, ctx, [args[p] for p in positions], [outputs[i] for i in graph], graph, outputs, positions,
                    len(args))
        for i, o, made in changed:
            # The input object itself becomes the output.
            o._handle_, made._handle_ = made._handle_, o._handle_
            outputs[i] = o
        return outputs[0] if single else tuple(outputs)


def once_differentiable(backward):
    """Decorates a backward that cannot be differentiated: doing so raises instead of giving wrong results."""
    @wraps(backward)
    def once(ctx, *grads):
        with no_grad():
            result = backward(ctx, *grads)
        tracked = [g for g in grads if isinstance(g, Tensor) and g.requires_grad]
        if not is_grad_enabled() or not tracked:
            return result
        single = not isinstance(result, tuple)
        values = [result] if single else list(result)
        at = [i for i, v in enumerate(values) if isinstance(v, Tensor)]
        made = _Twice.apply(len(at), *[values[i].detach() for i in at], *tracked)
        for i, v in zip(at, made):
            values[i] = v
        return values[0] if single else tuple(values)
    return once


def _owner_dict(cls, name):
    for c in cls.__mro__:
        if c is Function:
            return {}
        if name in c.__dict__:
            return c.__dict__
    return {}


class _Twice(Function):
    """Passes gradients on, and refuses to be differentiated."""

    @staticmethod
    def forward(ctx, count, *tensors):
        return tuple(t.clone() for t in tensors[:count])

    @staticmethod
    def backward(ctx, *grads):
        raise RuntimeError("trying to differentiate twice a function that was marked with @once_differentiable")


@ctypes.CFUNCTYPE(I32, ctypes.POINTER(PTR), SIZE, ctypes.POINTER(PTR), SIZE, PTR)
def _run(grads, n, out, m, key):
    try:
        _hooks._objects[key](grads, n, out, m)
        return 0
    except BaseException as error:
        return _hooks.failed(error)


_RUN = ctypes.cast(_run, PTR)


def _record(cls, ctx, inputs, outputs, graph, all_outputs, positions, count):
    shapes = [(tuple(o.shape), o.dtype) if isinstance(o, Tensor) else None for o in all_outputs]

    def run(grads, n, out, m):
        from .._functions import zeros
        given = [None] * len(shapes)
        for k, i in enumerate(graph):
            if grads[k] is not None:
                given[i] = _hooks.borrowed(grads[k])
        if ctx._materialize:
            for i, s in enumerate(shapes):
                if given[i] is None and s is not None:
                    given[i] = zeros(s[0], dtype=s[1])
        result = cls.backward(ctx, *given)
        result = result if isinstance(result, tuple) else (result,)
        if len(result) < count or any(r is not None for r in result[count:]):
            raise RuntimeError(f"function {cls.__name__}Backward returned an incorrect number of gradients "
                               f"(expected {count}, got {len(result)})")
        for k, p in enumerate(positions):
            g = result[p]
            if g is None:
                continue
            if not isinstance(g, Tensor):
                raise TypeError(f"function {cls.__name__}Backward returned a {type(g).__name__}, expected a Tensor or None")
            if ctx.needs_input_grad[p]:
                out[k] = _hooks.given(g)
    key = _hooks.keep(run)
    i, n = tensors(inputs)
    o, m = tensors(outputs)
    status = _custom(f"{cls.__name__}Backward".encode(), i, n, o, m, _RUN, key, _hooks.DESTROY)
    check(status)
