"""Handles of registered hooks, and the functions that carry a module's backward hooks through autograd."""

import weakref
from collections import OrderedDict

import emberwing as ew
from .._tensor import Tensor

__all__ = ["RemovableHandle", "BackwardHook"]


class RemovableHandle:
    """What registering a hook returns: `remove()` takes the hook away again; usable in a `with` block."""

    next_id = 0

    def __init__(self, hooks_dict, *, extra_dict=None):
        self.hooks_dict_ref = weakref.ref(hooks_dict)
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1
        extras = () if extra_dict is None else extra_dict if isinstance(extra_dict, (list, tuple)) else (extra_dict,)
        self.extra_dict_ref = tuple(weakref.ref(d) for d in extras)

    def remove(self):
        for reference in (self.hooks_dict_ref, *self.extra_dict_ref):
            hooks = reference()
            if hooks is not None:
                hooks.pop(self.id, None)

    def __getstate__(self):
        return (self.hooks_dict_ref(), self.id, tuple(ref() for ref in self.extra_dict_ref))

    def __setstate__(self, state):
        hooks, self.id, extras = state
        # An absent dictionary is stood for by an empty one, which dies at once.
        self.hooks_dict_ref = weakref.ref(OrderedDict() if hooks is None else hooks)
        self.extra_dict_ref = tuple(weakref.ref(OrderedDict() if d is None else d) for d in extras)
        RemovableHandle.next_id = max(RemovableHandle.next_id, self.id + 1)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


_functions = None


def _hook_functions():
    """The two identity functions of a hooked module, made on first use (autograd loads after this file)."""
    global _functions
    if _functions is not None:
        return _functions
    Function = ew.autograd.Function

    class ModuleInput(Function):
        """Passes a module's inputs on, and its gradients back through the backward hooks."""

        @staticmethod
        def forward(ctx, owner, *tensors):
            return _pass_on(ctx, owner, tensors)

        @staticmethod
        def backward(ctx, *grads):
            return (None, *ctx.owner.finish(grads))

    class ModuleOutput(Function):
        """Passes a module's outputs on, and their gradients back through the backward pre-hooks."""

        @staticmethod
        def forward(ctx, owner, *tensors):
            return _pass_on(ctx, owner, tensors)

        @staticmethod
        def backward(ctx, *grads):
            return (None, *ctx.owner.begin(grads))

    _functions = ModuleInput, ModuleOutput
    return _functions


def _pass_on(ctx, owner, tensors):
    ctx.owner = owner
    ctx.set_materialize_grads(False)
    outputs = tuple(t.view_as(t) for t in tensors)
    ctx.mark_non_differentiable(*(o for o, t in zip(outputs, tensors) if not t.requires_grad))
    return outputs


class BackwardHook:
    """One call of a module that has full backward hooks: wraps its inputs and outputs and runs the hooks."""

    def __init__(self, module, hooks, pre_hooks):
        self.module, self.hooks, self.pre_hooks = module, hooks, pre_hooks
        self.grad_outputs = None
        self.input_count = self.output_count = -1
        self.input_places = self.output_places = None

    def setup_input_hook(self, args):
        wrapped, self.input_places = self._wrap(0, args)
        self.input_count = len(args)
        return wrapped

    def setup_output_hook(self, result):
        if isinstance(result, Tensor):
            wrapped, self.output_places = self._wrap(1, (result,))
            self.output_count = 1
            return wrapped[0]
        if not isinstance(result, tuple):
            return result
        wrapped, self.output_places = self._wrap(1, result)
        self.output_count = len(result)
        if type(result) is not tuple and hasattr(result, "_fields"):
            return type(result)(*wrapped)
        return wrapped

    def _wrap(self, side, values):
        places = [i for i, value in enumerate(values) if isinstance(value, Tensor)]
        tensors = [values[i] for i in places]
        if not (ew.is_grad_enabled() and any(t.requires_grad for t in tensors)):
            return values, None
        passed = _hook_functions()[side].apply(self, *tensors)
        if isinstance(passed, Tensor):
            passed = (passed,)
        values = list(values)
        for i, tensor in zip(places, passed):
            values[i] = tensor
        return tuple(values), places

    @staticmethod
    def _spread(grads, places, count):
        spread = [None] * count
        for i, grad in zip(places, grads):
            spread[i] = grad
        return tuple(spread)

    @staticmethod
    def _gather(values, places):
        return tuple(values[i] for i in places)

    def begin(self, grads):
        """Gradients of the outputs have arrived."""
        full = self._spread(grads, self.output_places, self.output_count)
        for hook in self.pre_hooks:
            result = hook(self.module, full)
            if result is None:
                continue
            result = result if isinstance(result, tuple) else (result,)
            if len(result) != len(full):
                raise RuntimeError("Backward pre hook returned an invalid number of grad_output, "
                                   f"got {len(result)}, but expected {len(full)}")
            full = result
        self.grad_outputs = full
        if self.input_places is None:
            # No input leads on to the graph, so nothing later would call the hooks.
            nothing = (None,) * self.input_count
            for hook in self.hooks:
                result = hook(self.module, nothing, full)
                if result is not None and not (isinstance(result, tuple) and all(r is None for r in result)):
                    raise RuntimeError("Backward hook for Modules where no input requires "
                                       "gradient should always return None or None for all gradients.")
            self.grad_outputs = None
        return self._gather(full, self.output_places)

    def finish(self, grads):
        """Gradients of the inputs have arrived."""
        if self.grad_outputs is None:
            # The outputs were never reached (as when only an inner value was differentiated).
            return grads
        full = self._spread(grads, self.input_places, self.input_count)
        for hook in self.hooks:
            result = hook(self.module, full, self.grad_outputs)
            if result is None:
                continue
            result = result if isinstance(result, tuple) else (result,)
            if len(result) != len(full):
                raise RuntimeError("Backward hook returned an invalid number of grad_input, "
                                   f"got {len(result)}, but expected {len(full)}")
            full = result
        self.grad_outputs = None
        return self._gather(full, self.input_places)
