"""`Optimizer`, the base class: parameter groups, state, hooks, and the lists that a native step takes."""

import functools
import operator
import warnings
from collections import OrderedDict, defaultdict
from copy import deepcopy
from itertools import chain

import emberwing as ew
from .._tensor import Tensor
from ..utils._names import typename
from ..utils.hooks import RemovableHandle
from ._native import TensorList

__all__ = ["Optimizer", "register_optimizer_step_pre_hook", "register_optimizer_step_post_hook"]

_global_optimizer_pre_hooks = OrderedDict()
_global_optimizer_post_hooks = OrderedDict()


class _RequiredParameter:
    """Marks a default that every parameter group has to give itself."""

    def __repr__(self):
        return "<required parameter>"


required = _RequiredParameter()

_HOOK_TABLES = ("_optimizer_step_pre_hooks", "_optimizer_step_post_hooks", "_optimizer_state_dict_pre_hooks",
                "_optimizer_state_dict_post_hooks", "_optimizer_load_state_dict_pre_hooks",
                "_optimizer_load_state_dict_post_hooks")


def _add_hook(hooks, hook, prepend=False):
    handle = RemovableHandle(hooks)
    hooks[handle.id] = hook
    if prepend:
        hooks.move_to_end(handle.id, last=False)
    return handle


def register_optimizer_step_pre_hook(hook):
    """Calls `hook(optimizer, args, kwargs)` before every optimizer's step."""
    return _add_hook(_global_optimizer_pre_hooks, hook)


def register_optimizer_step_post_hook(hook):
    """Calls `hook(optimizer, args, kwargs)` after every optimizer's step."""
    return _add_hook(_global_optimizer_post_hooks, hook)


def _to_scalar(x):
    """A one-element tensor without axes of size one; anything else as it is."""
    return x.squeeze() if isinstance(x, Tensor) and x.dim() != 0 else x


def scalar_dtype(fused=False):
    """The dtype of step counts and other scalar states."""
    return ew.float64 if not fused and ew.get_default_dtype() == ew.float64 else ew.float32


def check_flags(name, *, foreach=None, fused=None, differentiable=False):
    """Refuses the combinations that PyTorch refuses, and the mode that is not there."""
    if fused:
        if differentiable:
            raise RuntimeError("`fused` does not support `differentiable`")
        if foreach:
            raise RuntimeError("`fused` and `foreach` cannot be `True` together.")
    if differentiable:
        raise NotImplementedError(f"{name}: differentiable=True is not supported; leave it False")


def check_lr(lr):
    """Refuses a tensor of more than one element and a negative (or NaN) learning rate."""
    if isinstance(lr, Tensor) and lr.numel() != 1:
        raise ValueError("Tensor lr must be 1-element")
    if not 0.0 <= lr:
        raise ValueError(f"Invalid learning rate: {lr}")


def run_closure(closure):
    """The loss that a closure gives, with gradients enabled; None without a closure."""
    if closure is None:
        return None
    with ew.enable_grad():
        return closure()


class _Plan:
    """The lists that one group's native step takes, kept until parameters, state or gradients appear or change."""

    __slots__ = ("source", "count", "names", "params", "states", "columns", "getters", "pending", "fresh")

    def __init__(self, optimizer, group, names):
        self.source = group["params"]
        self.count = len(self.source)
        self.names = names
        self.params = TensorList()
        self.pending = []
        for p in self.source:
            (self.pending if p.grad is None else self.params).append(p)
        self.states = []
        if names:
            for p in self.params:
                state = optimizer.state[p]
                optimizer._init_state(p, state, group)
                self.states.append(state)
        self.columns = [TensorList(state[name] for state in self.states) for name in names]
        self.getters = [operator.itemgetter(name) for name in names]
        self.fresh = any(value is None for column in self.columns for value in column)

    def is_current(self, optimizer, group, names):
        """Whether the lists still say what the optimizer says (these loops all run in C)."""
        source = group["params"]
        if source is not self.source or len(source) != self.count or names != self.names:
            return False
        if self.names:
            if not all(map(operator.is_, map(optimizer.state.get, self.params), self.states)):
                return False
            try:
                for get, column in zip(self.getters, self.columns):
                    if not all(map(operator.is_, map(get, self.states), column)):
                        return False
            except KeyError:
                return False
        for p in self.pending:
            if p.grad is not None:
                return False
        return True


class Optimizer:
    """Base class of all optimizers."""

    def __init__(self, params, defaults):
        self.defaults = defaults
        for table in _HOOK_TABLES:
            setattr(self, table, OrderedDict())
        self._plans = {}
        self._patch_step_function()
        if isinstance(params, Tensor):
            raise TypeError("params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                            + typename(params))
        if isinstance(params, set):
            warnings.warn("optimizer parameters need to be organized in ordered collections, but the ordering of "
                          "tensors in sets will change between runs. Please use a list instead. This will be an error "
                          "in a future release.", FutureWarning, stacklevel=2)
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def __getstate__(self):
        return {"defaults": self.defaults, "state": self.state, "param_groups": self.param_groups}

    def __setstate__(self, state):
        self.__dict__.update(state)
        for table in _HOOK_TABLES:
            self.__dict__.setdefault(table, OrderedDict())
        self._plans = {}
        self._patch_step_function()
        self.defaults.setdefault("differentiable", False)

    def __repr__(self):
        lines = [f"{type(self).__name__} ("]
        for i, group in enumerate(self.param_groups):
            lines.append(f"Parameter Group {i}")
            lines += [f"    {key}: {group[key]}" for key in sorted(group) if key != "params"]
        return "\n".join(lines) + "\n)"

    # Steps

    @staticmethod
    def profile_hook_step(func):
        """Wraps a step so that it runs the hooks around it."""

        @functools.wraps(func)
        def wrapper(self, *args, **kwargs):
            if not (self._optimizer_step_pre_hooks or self._optimizer_step_post_hooks
                    or _global_optimizer_pre_hooks or _global_optimizer_post_hooks):
                return func(self, *args, **kwargs)
            args = (self, *args)
            for hook in chain(_global_optimizer_pre_hooks.values(), self._optimizer_step_pre_hooks.values()):
                changed = hook(self, args, kwargs)
                if changed is not None:
                    if not (isinstance(changed, tuple) and len(changed) == 2):
                        raise RuntimeError(f"{func} must return None or a tuple of (new_args, new_kwargs), "
                                           f"but got {changed}.")
                    args, kwargs = changed
            out = func(*args, **kwargs)
            for hook in chain(self._optimizer_step_post_hooks.values(), _global_optimizer_post_hooks.values()):
                hook(self, args, kwargs)
            return out

        return wrapper

    def _patch_step_function(self):
        cls = type(self)
        if not getattr(cls.step, "hooked", None):
            cls.step = self.profile_hook_step(cls.step)
            cls.step.hooked = True

    def step(self, closure=None):
        """Updates the parameters from their gradients; every optimizer overrides it."""
        raise NotImplementedError

    def _init_state(self, param, state, group):
        """Fills an empty state of a parameter; an optimizer with native lists overrides it."""
        raise NotImplementedError

    def _step_counts_to_tensors(self):
        """Makes scalars of step counts that an old checkpoint holds as numbers."""
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state.get(p)
                if state and not isinstance(state["step"], Tensor):
                    state["step"] = ew.tensor(float(state["step"]), dtype=scalar_dtype())

    def _scalars_to_tensors(self, *names):
        """Makes tensors that a native step takes of scalar states, which loading may have cast."""
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state.get(p)
                for name in names if state else ():
                    value = state[name]
                    if not isinstance(value, Tensor) or value.dtype not in (ew.float32, ew.float64):
                        state[name] = ew.tensor(float(value), dtype=scalar_dtype())

    def _lists(self, index, group, *names):
        """The plan of a group whose state tensors bear `names`."""
        plan = self._plans.get(index)
        if plan is None or not plan.is_current(self, group, names):
            plan = self._plans[index] = _Plan(self, group, names)
        if group.get("capturable") and plan.params and not group.get("fused"):
            self._refuse_capturable(group)
        return plan

    # What PyTorch's message says of capturable steps on a CPU.
    _capturable_tensors = "params and state_steps"

    def _refuse_capturable(self, group):
        devices = ["cuda", "xpu", "hpu", "privateuseone"]
        name = type(self).__name__
        if name != "Adadelta" and (not group.get("foreach") or name in ("RMSprop", "Rprop")):
            devices.append("xla")
        raise AssertionError(f"If capturable=True, {self._capturable_tensors} must be on supported devices: {devices}.")

    def zero_grad(self, set_to_none=True):
        """Clears the gradients of all parameters."""
        for group in self.param_groups:
            for p in group["params"]:
                if set_to_none:
                    p.grad = None
                    continue
                grad = p.grad
                if grad is not None:
                    if grad.grad_fn is not None:
                        grad.detach_()
                    else:
                        grad.requires_grad_(False)
                    grad.zero_()

    # Hooks

    def register_step_pre_hook(self, hook):
        """Calls `hook(optimizer, args, kwargs)` before each step; it may return new arguments."""
        return _add_hook(self._optimizer_step_pre_hooks, hook)

    def register_step_post_hook(self, hook):
        """Calls `hook(optimizer, args, kwargs)` after each step."""
        return _add_hook(self._optimizer_step_post_hooks, hook)

    def register_state_dict_pre_hook(self, hook, prepend=False):
        """Calls `hook(optimizer)` before `state_dict`."""
        return _add_hook(self._optimizer_state_dict_pre_hooks, hook, prepend)

    def register_state_dict_post_hook(self, hook, prepend=False):
        """Calls `hook(optimizer, state_dict)` after `state_dict`; it may return another."""
        return _add_hook(self._optimizer_state_dict_post_hooks, hook, prepend)

    def register_load_state_dict_pre_hook(self, hook, prepend=False):
        """Calls `hook(optimizer, state_dict)` before `load_state_dict`; it may return another."""
        return _add_hook(self._optimizer_load_state_dict_pre_hooks, hook, prepend)

    def register_load_state_dict_post_hook(self, hook, prepend=False):
        """Calls `hook(optimizer)` after `load_state_dict`."""
        return _add_hook(self._optimizer_load_state_dict_post_hooks, hook, prepend)

    # State

    def state_dict(self):
        """The state and the groups, with parameters given by number."""
        for hook in self._optimizer_state_dict_pre_hooks.values():
            hook(self)
        numbers, groups, start = {}, [], 0
        for group in self.param_groups:
            packed = {key: value for key, value in group.items() if key != "params"}
            for i, p in enumerate(group["params"], start):
                numbers.setdefault(id(p), i)
            packed["params"] = [numbers[id(p)] for p in group["params"]]
            start += len(packed["params"])
            groups.append(packed)
        state = {numbers[id(key)] if isinstance(key, Tensor) else key: value for key, value in self.state.items()}
        result = {"state": state, "param_groups": groups}
        for hook in self._optimizer_state_dict_post_hooks.values():
            changed = hook(self, result)
            result = result if changed is None else changed
        return result

    def _cast_state(self, param, value, flags, key=None):
        """A loaded state value, moved to the parameter's dtype and device (the step count stays as it is)."""
        if isinstance(value, Tensor):
            if key == "step":
                return value.to(dtype=ew.float32, device=param.device) if any(flags) else value
            if param.is_floating_point():
                return value.to(dtype=param.dtype, device=param.device)
            return value.to(device=param.device)
        if isinstance(value, dict):
            return {k: self._cast_state(param, v, flags, k) for k, v in value.items()}
        if hasattr(value, "__iter__") and not isinstance(value, (str, bytes)):
            return type(value)(self._cast_state(param, v, flags) for v in value)
        return value

    def load_state_dict(self, state_dict):
        """Takes over a state that `state_dict` gave."""
        state_dict = state_dict.copy()
        for hook in self._optimizer_load_state_dict_pre_hooks.values():
            changed = hook(self, state_dict)
            state_dict = state_dict if changed is None else changed
        groups, saved = self.param_groups, deepcopy(state_dict["param_groups"])
        if len(groups) != len(saved):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(g["params"]) != len(s["params"]) for g, s in zip(groups, saved)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of "
                             "optimizer's group")
        params, flags = {}, {}
        for group, other in zip(groups, saved):
            for number, p in zip(other["params"], group["params"]):
                params[number] = p
                flags.setdefault(number, (other.get("fused", False), other.get("capturable", False)))
        state = defaultdict(dict)
        for key, value in state_dict["state"].items():
            if key in params:
                state[params[key]] = self._cast_state(params[key], value, flags[key])
            else:
                state[key] = value
        for group, other in zip(groups, saved):
            other["params"] = group["params"]
            if "param_names" in group:
                other.setdefault("param_names", group["param_names"])
        self.__setstate__({"state": state, "param_groups": saved})
        for hook in self._optimizer_load_state_dict_post_hooks.values():
            hook(self)

    def add_param_group(self, param_group):
        """Adds a group of parameters with settings of its own."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        given = param_group["params"]
        if isinstance(given, Tensor):
            given = [given]
        elif isinstance(given, set):
            raise TypeError("optimizer parameters need to be organized in ordered collections, but the ordering of "
                            "tensors in sets will change between runs. Please use a list instead.")
        given = list(given)
        names = [entry[0] for entry in given if isinstance(entry, tuple)]
        params = param_group["params"] = [entry[1] if isinstance(entry, tuple) else entry for entry in given]
        if names:
            if len(names) != len(params):
                raise ValueError("all optimizer params should be with/without names. Some param names are missing")
            param_group["param_names"] = names
        for p in params:
            if not isinstance(p, Tensor):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + typename(p))
            if not self.defaults.get("differentiable", None) and not (p.is_leaf or p.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError(f"parameter group didn't specify a value of required optimization parameter {name}")
            param_group.setdefault(name, default)
        own = {id(p) for p in params}
        if len(own) != len(params):
            warnings.warn("optimizer contains a parameter group with duplicate parameters; in future, this will cause "
                          "an error; see github.com/pytorch/pytorch/issues/40967 for more information", stacklevel=3)
        for group in self.param_groups:
            if ("param_names" in param_group) != ("param_names" in group):
                how = "with names" if "param_names" in param_group else "without names"
                raise ValueError("all optimizer param groups should be with/without names. cannot add param group "
                                 f"{how} to the optimizer")
        if any(id(p) in own for group in self.param_groups for p in group["params"]):
            raise ValueError("some parameters appear in more than one parameter group")
        self.param_groups.append(param_group)
