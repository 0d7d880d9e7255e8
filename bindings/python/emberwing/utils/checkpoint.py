"""Trading time for memory: what a function saves for backward is computed again when backward needs it."""
import contextlib
import functools
import warnings

from .._base import BOOL, Tensor, quick_fn
from .._functions import get_rng_state, set_rng_state
from ..autograd import Function, backward as _backward
from ..autograd.graph import saved_tensors_hooks
from ..autograd.modes import enable_grad, is_grad_enabled

__all__ = ["CheckpointError", "CheckpointFunction", "check_backward_validity", "checkpoint", "checkpoint_sequential",
           "create_selective_checkpoint_contexts", "detach_variable", "noop_context_fn", "set_checkpoint_debug_enabled",
           "set_checkpoint_early_stop"]


_reaches_all = quick_fn("ew_graph_task_reaches_all", BOOL)


class CheckpointError(RuntimeError):
    """The second run of a function did not save what the first one did."""


def noop_context_fn():
    """No context for the first run and none for the second."""
    return contextlib.nullcontext(), contextlib.nullcontext()


_early_stop = [None]


@contextlib.contextmanager
def set_checkpoint_early_stop(enable):
    """Whether a second run that saves more than the first one is right: it runs to its end here, but then counts no further."""
    before, _early_stop[0] = _early_stop[0], bool(enable)
    try:
        yield
    finally:
        _early_stop[0] = before


@contextlib.contextmanager
def set_checkpoint_debug_enabled(enabled):
    """Whether failing checkpoints list the ops of both runs; None leaves it to `debug`."""
    if enabled:
        raise NotImplementedError("set_checkpoint_debug_enabled(): ops are not listed")
    yield


def create_selective_checkpoint_contexts(policy_fn_or_list, allow_cache_entry_mutation=False):
    """PyTorch's choice of single ops to be saved; ops are not dispatched through Python here."""
    raise NotImplementedError("create_selective_checkpoint_contexts(): ops cannot be chosen one by one")


def detach_variable(inputs):
    """The inputs outside of their graph, asking for gradients where they did."""
    if not isinstance(inputs, tuple):
        raise RuntimeError(f"Only tuple of tensors is supported. Got Unsupported input type:  {type(inputs).__name__}")
    return tuple(x.detach().requires_grad_(x.requires_grad) if isinstance(x, Tensor) else x for x in inputs)


def check_backward_validity(inputs):
    """Warns if no input asks for gradients."""
    if not any(x.requires_grad for x in inputs if isinstance(x, Tensor)):
        warnings.warn("None of the inputs have requires_grad=True. Gradients will be None", stacklevel=3)


@contextlib.contextmanager
def _random_state(state):
    """The generator as it was at the first run, and afterwards as it is now."""
    if state is None:
        yield
        return
    now = get_rng_state()
    set_rng_state(state)
    try:
        yield
    finally:
        set_rng_state(now)


class CheckpointFunction(Function):
    """The reentrant form: forward without a graph; backward runs the function again and differentiates it."""

    @staticmethod
    def forward(ctx, run_function, preserve_rng_state, *args):
        check_backward_validity(args)
        ctx.run_function = run_function
        ctx.state = get_rng_state() if preserve_rng_state else None
        ctx.inputs = [None if isinstance(a, Tensor) else a for a in args]
        ctx.places = [i for i, a in enumerate(args) if isinstance(a, Tensor)]
        ctx.save_for_backward(*(a for a in args if isinstance(a, Tensor)))
        return run_function(*args)

    @staticmethod
    def backward(ctx, *grads):
        if not _reaches_all():
            raise RuntimeError("When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or passing an "
                               "`inputs` parameter to .backward(). To resolve this error, you can either set "
                               "use_reentrant=False, or call .backward() without passing the `inputs` argument.")
        inputs = list(ctx.inputs)
        for i, t in zip(ctx.places, ctx.saved_tensors):
            inputs[i] = t
        inputs = detach_variable(tuple(inputs))
        with enable_grad(), _random_state(ctx.state):
            outputs = ctx.run_function(*inputs)
        if isinstance(outputs, Tensor):
            outputs = (outputs,)
        pairs = [(o, g) for o, g in zip(outputs, grads) if isinstance(o, Tensor) and o.requires_grad]
        if not pairs:
            raise RuntimeError("none of output has requires_grad=True, this checkpoint() is not necessary")
        _backward([o for o, _ in pairs], [g for _, g in pairs])
        return (None, None, *(x.grad if isinstance(x, Tensor) else None for x in inputs))


def checkpoint(function=None, *args, use_reentrant=None, preserve_rng_state=True, context_fn=noop_context_fn,
               determinism_check="default", debug=False, early_stop=True, respect_saved_tensors_hooks=None, **kwargs):
    """`function(*args, **kwargs)`, keeping the inputs alone for backward, which runs the function again.

    With `use_reentrant=False` anything that the graph allows works; with True, gradients flow only to tensors given as
    positional arguments and to parameters, and only in `backward()`."""
    if respect_saved_tensors_hooks is not None:
        raise NotImplementedError("checkpoint(): respect_saved_tensors_hooks, which is for selective checkpoints")
    if function is None:
        # As a decorator: the settings now, the function later.
        settings = dict(use_reentrant=use_reentrant, preserve_rng_state=preserve_rng_state, context_fn=context_fn,
                        determinism_check=determinism_check, debug=debug, early_stop=early_stop)
        return lambda f: functools.wraps(f)(lambda *a, **k: checkpoint(f, *a, **settings, **k))
    if use_reentrant is None:
        warnings.warn("torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. In a future "
                      "release, calling checkpoint without use_reentrant will raise an exception. use_reentrant=False is "
                      "recommended, but if you need to preserve the current default behavior, you can pass "
                      "use_reentrant=True. Refer to docs for more details on the differences between the two variants.",
                      stacklevel=2)
        use_reentrant = True
    preserve = preserve_rng_state
    if use_reentrant:
        if kwargs:
            raise ValueError("Unexpected keyword arguments: " + ",".join(kwargs))
        if context_fn is not noop_context_fn or debug is not False:
            raise ValueError("Passing `context_fn` or `debug` is only supported when use_reentrant=False.")
        return CheckpointFunction.apply(function, preserve, *args)
    if debug:
        raise NotImplementedError("checkpoint(): debug=True")
    if determinism_check not in _CHECKS:
        raise ValueError(f"determinism_check should be one of {list(_CHECKS)}, but got {determinism_check}")
    first, again = context_fn()
    if not is_grad_enabled():
        with first:
            return function(*args, **kwargs)
    frame = _Frame(function, args, kwargs, get_rng_state() if preserve else None, again, determinism_check,
                   early_stop if _early_stop[0] is None else _early_stop[0])
    with saved_tensors_hooks(frame.pack, frame.unpack), first:
        return function(*args, **kwargs)


_CHECKS = {"default": lambda t: (tuple(t.shape), t.dtype, t.device), "none": lambda t: None}


class _Place:
    """What the graph keeps instead of the `number`-th tensor."""
    __slots__ = ("number", "about")

    def __init__(self, number, about):
        self.number, self.about = number, about


class _Frame:
    """One call of a checkpointed function: saves places in the first run, and fills them by the second."""

    def __init__(self, function, args, kwargs, state, context, check, early_stop):
        self.function, self.args, self.kwargs, self.state, self.context = function, args, kwargs, state, context
        self.check, self.early_stop = check, early_stop
        self.count = 0
        self.found = {}

    def pack(self, tensor):
        place = _Place(self.count, _CHECKS[self.check](tensor))
        self.count += 1
        return place

    def unpack(self, place):
        if place.number not in self.found:
            self._run_again()
        if place.number not in self.found:
            raise CheckpointError(
                "torch.utils.checkpoint: A different number of tensors was saved during the original forward and "
                f"recomputation.\nNumber of tensors saved during forward: {self.count}\nNumber of tensors saved during "
                f"recomputation: {len(self.found)}")
        # Read once per backward: a second backward through a retained graph computes them again.
        tensor = self.found.pop(place.number)
        about = _CHECKS[self.check](tensor)
        if about != place.about:
            raise CheckpointError(
                "torch.utils.checkpoint: Recomputed values for the following tensors have different metadata than during the "
                f"forward pass.\ntensor at position {place.number}:\nsaved metadata: {place.about}\nrecomputed metadata: "
                f"{about}")
        return tensor

    def _run_again(self):
        found = {}

        def keep(tensor):
            if len(found) < self.count or not self.early_stop:
                found[len(found)] = tensor.detach()
            return None

        def refuse(packed):
            raise RuntimeError("torch.utils.checkpoint: trying to backward through the graph of a recomputation: call "
                               "checkpoint with use_reentrant=False around the whole of what is differentiated")
        with _random_state(self.state), enable_grad(), saved_tensors_hooks(keep, refuse), self.context:
            self.function(*self.args, **self.kwargs)
        if not self.early_stop and len(found) != self.count:
            self.found = {}
            raise CheckpointError(
                "torch.utils.checkpoint: A different number of tensors was saved during the original forward and "
                f"recomputation.\nNumber of tensors saved during forward: {self.count}\nNumber of tensors saved during "
                f"recomputation: {len(found)}")
        self.found = found


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """A sequence of functions in `segments` parts, each of which but the last is checkpointed."""
    if use_reentrant is None:
        warnings.warn("torch.utils.checkpoint.checkpoint_sequential: the use_reentrant parameter should be passed "
                      "explicitly. In a future release, we will raise an exception if use_reentrant is not passed. "
                      "use_reentrant=False is recommended, but if you need to preserve the current default behavior, you "
                      "can pass use_reentrant=True. Refer to docs for more details on the differences between the two "
                      "variants.", stacklevel=2)
        use_reentrant = True
    preserve = kwargs.pop("preserve_rng_state", True)
    if kwargs:
        raise ValueError("Unexpected keyword arguments: " + ",".join(kwargs))

    def part(start, end):
        def run(x):
            for f in functions[start:end + 1]:
                x = f(x)
            return x
        return run
    functions = list(functions.children()) if hasattr(functions, "children") else list(functions)
    size = len(functions) // segments
    end = -1
    for start in range(0, size * (segments - 1), size):
        end = start + size - 1
        input = checkpoint(part(start, end), input, use_reentrant=use_reentrant, preserve_rng_state=preserve)
    return part(end + 1, len(functions) - 1)(input)
