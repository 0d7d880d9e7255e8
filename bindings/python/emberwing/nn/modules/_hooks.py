"""Hooks around a module's call: the global ones, those of one module, and the call that runs them."""

import warnings
from collections import OrderedDict

from ..._tensor import Tensor
from ...utils.hooks import BackwardHook, RemovableHandle

_global_forward_pre_hooks = OrderedDict()
_global_forward_hooks = OrderedDict()
_global_forward_hooks_with_kwargs = OrderedDict()
_global_forward_hooks_always_called = OrderedDict()
_global_backward_pre_hooks = OrderedDict()
_global_backward_hooks = OrderedDict()
_global_is_full_backward_hook = None
_global_buffer_registration_hooks = OrderedDict()
_global_module_registration_hooks = OrderedDict()
_global_parameter_registration_hooks = OrderedDict()


def _register(hooks, hook):
    handle = RemovableHandle(hooks)
    hooks[handle.id] = hook
    return handle


def _register_call_hook(hooks, hook, extra=(), flags=()):
    HookMethods._hooked = True
    handle = RemovableHandle(hooks, extra_dict=list(extra))
    hooks[handle.id] = hook
    for flagged, wanted in zip(extra, flags):
        if wanted:
            flagged[handle.id] = True
    return handle


def register_module_buffer_registration_hook(hook):
    """Calls `hook(module, name, buffer)` at every buffer's registration."""
    return _register(_global_buffer_registration_hooks, hook)


def register_module_module_registration_hook(hook):
    """Calls `hook(module, name, submodule)` at every submodule's registration."""
    return _register(_global_module_registration_hooks, hook)


def register_module_parameter_registration_hook(hook):
    """Calls `hook(module, name, param)` at every parameter's registration."""
    return _register(_global_parameter_registration_hooks, hook)


def register_module_forward_pre_hook(hook):
    """Calls `hook(module, args)` before every module's forward."""
    return _register_call_hook(_global_forward_pre_hooks, hook)


def register_module_forward_hook(hook, *, with_kwargs=False, always_call=False):
    """Calls `hook(module, args, output)` after every module's forward."""
    return _register_call_hook(_global_forward_hooks, hook,
                               (_global_forward_hooks_with_kwargs, _global_forward_hooks_always_called),
                               (with_kwargs, always_call))


def _set_global_backward_kind(full):
    global _global_is_full_backward_hook
    if _global_is_full_backward_hook is (not full):
        raise RuntimeError("Cannot use both regular backward hooks and full backward hooks as a global Module hook. "
                           "Please use only one of them.")
    _global_is_full_backward_hook = full


def register_module_backward_hook(hook):
    """Calls `hook(module, grad_input, grad_output)` in every module's backward (the form PyTorch deprecates)."""
    _set_global_backward_kind(False)
    return _register_call_hook(_global_backward_hooks, hook)


def register_module_full_backward_pre_hook(hook):
    """Calls `hook(module, grad_output)` before every module's backward."""
    return _register_call_hook(_global_backward_pre_hooks, hook)


def register_module_full_backward_hook(hook):
    """Calls `hook(module, grad_input, grad_output)` after every module's backward."""
    _set_global_backward_kind(True)
    return _register_call_hook(_global_backward_hooks, hook)


class _NodeHook:
    """A non-full backward hook bound to its module."""

    def __init__(self, hook, module):
        self.hook, self.module = hook, module

    def __call__(self, grad_input, grad_output):
        return self.hook(self.module, grad_input, grad_output)


class HookMethods:
    """The part of `Module` that registers call hooks and runs them."""

    # True once any call hook was registered on the instance, or (on this class) globally: the plain call tests
    # this alone.
    _hooked = False

    def _add_hook(self, hooks, hook, prepend=False, extra=(), flags=()):
        self.__dict__["_hooked"] = True
        handle = RemovableHandle(hooks, extra_dict=list(extra))
        hooks[handle.id] = hook
        for flagged, wanted in zip(extra, flags):
            if wanted:
                flagged[handle.id] = True
        if prepend:
            hooks.move_to_end(handle.id, last=False)
        return handle

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """Calls `hook(module, args)` before forward; a result replaces the arguments."""
        return self._add_hook(self._forward_pre_hooks, hook, prepend,
                              (self._forward_pre_hooks_with_kwargs,), (with_kwargs,))

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """Calls `hook(module, args, output)` after forward; a result replaces the output."""
        return self._add_hook(self._forward_hooks, hook, prepend,
                              (self._forward_hooks_with_kwargs, self._forward_hooks_always_called),
                              (with_kwargs, always_call))

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """Calls `hook(module, grad_output)` before the module's backward; a result replaces grad_output."""
        return self._add_hook(self._backward_pre_hooks, hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        """Calls `hook(module, grad_input, grad_output)` in backward; a result replaces grad_input."""
        if self._is_full_backward_hook is False:
            raise RuntimeError("Cannot use both regular backward hooks and full backward hooks on a "
                               "single Module. Please use only one of them.")
        self._is_full_backward_hook = True
        return self._add_hook(self._backward_hooks, hook, prepend)

    def register_backward_hook(self, hook):
        """Calls `hook(module, grad_input, grad_output)` on the output's node (the form PyTorch deprecates)."""
        if self._is_full_backward_hook is True:
            raise RuntimeError("Cannot use both regular backward hooks and full backward hooks on a "
                               "single Module. Please use only one of them.")
        self._is_full_backward_hook = False
        return self._add_hook(self._backward_hooks, hook)

    def _get_backward_hooks(self):
        full, plain = [], []
        if _global_is_full_backward_hook is True:
            full += _global_backward_hooks.values()
        if self._is_full_backward_hook is True:
            full += self._backward_hooks.values()
        if _global_is_full_backward_hook is False:
            plain += _global_backward_hooks.values()
        if self._is_full_backward_hook is False:
            plain += self._backward_hooks.values()
        return full, plain

    def _get_backward_pre_hooks(self):
        return [*_global_backward_pre_hooks.values(), *self._backward_pre_hooks.values()]

    def _call_impl(self, *args, **kwargs):
        """The call with hooks: pre-hooks, forward, hooks, and the wrapping that backward hooks need."""
        if not (self._forward_hooks or self._forward_pre_hooks or self._backward_hooks or self._backward_pre_hooks
                or _global_forward_hooks or _global_forward_pre_hooks
                or _global_backward_hooks or _global_backward_pre_hooks):
            return self.forward(*args, **kwargs)
        progress = [args, kwargs, None, set()]
        try:
            return self._run_hooked(progress)
        except Exception:
            self._run_always_called(progress)
            raise

    def _run_hooked(self, progress):
        args, kwargs, _, called = progress
        pre = self._get_backward_pre_hooks()
        full, plain = self._get_backward_hooks()
        for hook_id, hook in (*_global_forward_pre_hooks.items(), *self._forward_pre_hooks.items()):
            if hook_id in self._forward_pre_hooks_with_kwargs:
                changed = hook(self, args, kwargs)
                if changed is not None:
                    if not (isinstance(changed, tuple) and len(changed) == 2):
                        raise RuntimeError("forward pre-hook must return None or a tuple "
                                           f"of (new_args, new_kwargs), but got {changed}.")
                    args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
            progress[:2] = args, kwargs
        around = None
        if full or pre:
            around = BackwardHook(self, full, pre)
            args = around.setup_input_hook(args)
        result = progress[2] = self.forward(*args, **kwargs)
        for hook_id, hook in (*_global_forward_hooks.items(), *self._forward_hooks.items()):
            if hook_id in self._forward_hooks_always_called or hook_id in _global_forward_hooks_always_called:
                called.add(hook_id)
            if hook_id in self._forward_hooks_with_kwargs or hook_id in _global_forward_hooks_with_kwargs:
                changed = hook(self, args, kwargs, result)
            else:
                changed = hook(self, args, result)
            if changed is not None:
                result = progress[2] = changed
        if around is not None:
            if not isinstance(result, (Tensor, tuple)):
                warnings.warn("For backward hooks to be called, module output should be a Tensor or a tuple of Tensors"
                              f" but received {type(result)}", stacklevel=4)
            result = around.setup_output_hook(result)
        if plain:
            self._hook_node(result, plain)
        return result

    def _hook_node(self, result, hooks):
        tensor = result
        while not isinstance(tensor, Tensor):
            if isinstance(tensor, dict):
                tensor = next(v for v in tensor.values() if isinstance(v, Tensor))
            else:
                tensor = tensor[0]
        node = tensor.grad_fn
        if node is not None:
            for hook in hooks:
                node.register_hook(_NodeHook(hook, self))

    def _run_always_called(self, progress):
        args, kwargs, result, called = progress
        for where, hooks, always, with_kwargs in (
                ("global module", _global_forward_hooks, _global_forward_hooks_always_called,
                 _global_forward_hooks_with_kwargs),
                ("module", self._forward_hooks, self._forward_hooks_always_called, self._forward_hooks_with_kwargs)):
            for hook_id, hook in hooks.items():
                if hook_id not in always or hook_id in called:
                    continue
                try:
                    changed = (hook(self, args, kwargs, result) if hook_id in with_kwargs
                               else hook(self, args, result))
                    if changed is not None:
                        result = changed
                except Exception as error:
                    warnings.warn(f"{where} forward hook with ``always_call=True`` raised an exception "
                                  f"that was silenced as another error was raised in forward: {error}", stacklevel=4)
