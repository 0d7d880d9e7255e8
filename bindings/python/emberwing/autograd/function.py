"""Custom functions with a Python forward and backward."""
import ctypes
import threading
from functools import wraps
from weakref import ref

from .._base import BOOL, I32, I64, PTR, SIZE, Tensor, check, export, quick_fn, raise_last, tensors
from . import _hooks
from .modes import enable_grad, is_grad_enabled, no_grad

_custom = export("ew_custom_function", ctypes.c_char_p, PTR, SIZE, PTR, SIZE, PTR, PTR, PTR, restype=I32)
_keeps_graph = quick_fn("ew_graph_task_keeps_graph", BOOL)
_reattach = quick_fn("ew_graph_task_reattach", Tensor, Tensor, I64)


class _Levels(threading.local):
    """How many levels of forward-mode differentiation are open on this thread: functions with a `jvp` use it then."""
    count = 0


forward_levels = _Levels()


class FunctionCtx:
    """What `forward` leaves for `backward`."""

    def __init__(self):
        self._to_save = ()
        self._to_save_forward = None
        self._saved = ()
        self._running = False
        self.needs_input_grad = ()
        self._non_differentiable = ()
        self._dirty = ()
        self._materialize = True
        self._made, self._cls = None, None

    def name(self):
        """The name of the graph's node: the class's, with `Backward`."""
        return f"{self._cls.__name__}Backward"

    @property
    def _node(self):
        from ._node import of
        output = None if self._made is None else self._made()
        node = None if output is None else of(output)
        if node is None:
            raise RuntimeError("the graph's node of this function is there once apply() has returned, as long as its output lives")
        return node

    @property
    def next_functions(self):
        """For each input, the node its gradient goes to and as which of that node's outputs."""
        return self._node.next_functions

    @property
    def metadata(self):
        """A dictionary for the program's own use, which lives as long as the node."""
        return self._node.metadata

    @property
    def requires_grad(self):
        return any(self.needs_input_grad)

    def register_hook(self, hook):
        """Calls `hook(grad_inputs, grad_outputs)` after backward has run; a returned tuple replaces grad_inputs."""
        return self._node.register_hook(hook)

    def register_prehook(self, hook):
        """Calls `hook(grad_outputs)` before backward runs; a returned tuple replaces them."""
        return self._node.register_prehook(hook)

    def save_for_backward(self, *tensors):
        """Keeps tensors for `backward`, which finds them in `saved_tensors`."""
        self._to_save = _only_tensors(tensors, "save_for_backward")

    def save_for_forward(self, *tensors):
        """Keeps tensors for `jvp`, which finds them in `saved_tensors`."""
        self._to_save_forward = _only_tensors(tensors, "save_for_forward")

    @property
    def saved_tensors(self):
        """What was kept; an error if it was freed or changed in place since."""
        if self._saved is None:
            raise RuntimeError(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have "
                "already been freed). Saved intermediate values of the graph are freed when you call .backward() or "
                "autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if "
                "you need to access saved tensors after calling backward.")
        if self._running == "forward" and self._to_save_forward is not None:
            return self._to_save_forward
        if self._to_save is not None:
            return self._to_save
        return tuple(None if s is None else s.get(self) for s in self._saved)

    def mark_non_differentiable(self, *outputs):
        """Says which outputs carry no gradient."""
        self._non_differentiable = outputs

    def mark_dirty(self, *inputs):
        """Says which inputs forward has changed in place; they must be among its outputs."""
        self._dirty = inputs

    def set_materialize_grads(self, value):
        """Whether `backward` gets zeros in place of None for outputs without a gradient."""
        self._materialize = bool(value)


def _only_tensors(values, what):
    for i, t in enumerate(values):
        if t is not None and not isinstance(t, Tensor):
            raise TypeError(f"{what} can only save variables, but argument {i} is of type {type(t).__name__}")
    return values


class _Saved:
    """A tensor kept for backward: itself, or what the hooks on saved tensors made of it."""

    def __init__(self, tensor, output):
        self.output, self.hooks, self.edge = output, None, None
        active = _hooks.saved_hooks()
        if active:
            from ._node import edge
            self.hooks = active[-1]
            self.edge = edge(tensor) if output is None else None
            with no_grad():
                self.value = self.hooks.pack_hook(tensor.detach())
        else:
            self.value, self.version = tensor, tensor._version

    def get(self, ctx):
        t = self.value
        if self.hooks is not None:
            from .graph import checked
            t = checked(self.hooks.unpack_hook(t))
            if self.edge is not None:
                from ._node import stand_in
                return _Reattach.apply(stand_in(*self.edge), t)
        elif t._version != self.version:
            raise RuntimeError(
                "one of the variables needed for gradient computation has been modified by an inplace operation: "
                f"[{t.type()} {list(t.shape)}] is at version {t._version}; expected version {self.version} instead.")
        if self.output is None or not ctx._running:
            return t
        # An output is kept outside of the graph, which would hold itself otherwise.
        made = _reattach(t, self.output)
        if made._handle_ is None:
            raise_last()
        return made


class _Meta(type):
    def __call__(cls, *args, **keywords):
        raise RuntimeError(
            f"Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd "
            f"function with static forward method: {cls.__name__}.apply(...)")


class Function(FunctionCtx, metaclass=_Meta):
    """Base of custom functions: static `forward(ctx, …)` and `backward(ctx, *grads)`; call `apply`."""

    #: Under vmap every slice goes through forward and backward by itself, whether a rule is asked for or not.
    generate_vmap_rule = False

    @staticmethod
    def forward(*args, **keywords):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with "
            "backward mode AD.")

    vjp = backward

    @staticmethod
    def jvp(ctx, *grad_inputs):
        """The derivative of the outputs along given ones of the inputs."""
        raise NotImplementedError("You must implement the jvp function for custom autograd.Function to use it with forward "
                                  "mode AD.")

    @staticmethod
    def vmap(info, in_dims, *args):
        """A batching rule; never needed here, since vmap calls `forward` slice by slice."""
        raise NotImplementedError("To use autograd.Function with vmap, you must either override the vmap staticmethod or set "
                                  "generate_vmap_rule=True.")

    @classmethod
    def apply(cls, *args, **keywords):
        ctx = FunctionCtx()
        ctx._cls = cls
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
            ctx._saved, ctx._to_save = (), ctx._to_save or ()
            return result
        single = not isinstance(result, tuple)
        outputs = [result] if single else list(result)
        graph = []
        skip = {id(t) for t in ctx._non_differentiable}
        places = {}
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
                places[id(o)] = len(graph)
                graph.append(i)
        if graph:
            _record(cls, ctx, [args[p] for p in positions], [outputs[i] for i in graph], graph, outputs, positions,
                    len(args))
        inputs -= dirty
        ctx._saved = tuple(None if t is None else _Saved(t, None if id(t) in inputs else places.get(id(t)))
                           for t in ctx._to_save)
        ctx._to_save = None
        for i, o, made in changed:
            # The input object itself becomes the output.
            o._handle_, made._handle_ = made._handle_, o._handle_
            outputs[i] = o
        if graph:
            ctx._made = ref(outputs[graph[0]])
        return outputs[0] if single else tuple(outputs)


def once_differentiable(fn):
    """Decorates a backward that cannot be differentiated: doing so raises instead of giving wrong results."""
    @wraps(fn)
    def once(ctx, *grads):
        with no_grad():
            result = fn(ctx, *grads)
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


class _Reattach(Function):
    """The elements of `value` in the place of another tensor of the graph."""

    @staticmethod
    def forward(ctx, place, value):
        return value.detach()

    @staticmethod
    def backward(ctx, gradient):
        return gradient, None


def _overridden(cls, name):
    return name in _owner_dict(cls, name)


def _transposed(jvp, ctx, given, templates, count):
    """Gradients of the inputs from a `jvp`: it is linear in its tangents, so differentiating it transposes it."""
    from . import grad
    from .._functions import zeros
    again = is_grad_enabled()
    tangents = [None] * count
    asked = []
    with enable_grad():
        for p, shape, dtype in templates:
            tangents[p] = zeros(shape, dtype=dtype)
            if ctx.needs_input_grad[p]:
                asked.append(p)
                tangents[p].requires_grad_(True)
        outputs = jvp(ctx, *tangents)
        outputs = outputs if isinstance(outputs, tuple) else (outputs,)
        pairs = [(o, g) for o, g in zip(outputs, given)
                 if isinstance(o, Tensor) and o.requires_grad and g is not None]
        found = grad([o for o, _ in pairs], [tangents[p] for p in asked], [g for _, g in pairs], create_graph=again,
                     allow_unused=True) if pairs else [None] * len(asked)
    result = [None] * count
    for p, g in zip(asked, found):
        result[p] = g
    return tuple(result)


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

    vjp = _overridden(cls, "vjp")
    rule = cls.vjp if vjp and not _overridden(cls, "backward") else cls.backward
    has_backward = vjp or _overridden(cls, "backward")
    jvp = cls.jvp if _overridden(cls, "jvp") else None
    by_jvp = forward_levels.count > 0
    templates = jvp and [(p, tuple(t.shape), t.dtype) for p, t in zip(positions, inputs)]

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
        forward = jvp is not None and (by_jvp or not has_backward)
        ctx._running = "forward" if forward else True
        try:
            result = _transposed(jvp, ctx, given, templates, count) if forward else rule(ctx, *given)
        finally:
            ctx._running = False
        if ctx._saved and not _keeps_graph():
            ctx._saved = None
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
    run.ctx = ctx
    key = _hooks.keep(run)
    i, n = tensors(inputs)
    o, m = tensors(outputs)
    status = _custom(f"{cls.__name__}Backward".encode(), i, n, o, m, _RUN, key, _hooks.DESTROY)
    check(status)
