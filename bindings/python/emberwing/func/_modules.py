"""Modules as functions of their parameters and buffers."""
from contextlib import contextmanager

from .._base import Tensor
from .._generated import functions as F

__all__ = ["functional_call", "stack_module_state"]
_ABSENT = object()


def _state(module):
    """By full name: (module that owns it, its table, its name there), tied ones under each of their names."""
    found = {}
    for prefix, owner in module.named_modules(remove_duplicate=False):
        for table in (owner._parameters, owner._buffers):
            for name, value in table.items():
                found[f"{prefix}.{name}" if prefix else name] = (owner, table, name, value)
    return found


def _merged(dicts):
    if isinstance(dicts, dict):
        return dict(dicts)
    if not isinstance(dicts, (tuple, list)):
        raise ValueError(f"Expected parameter_and_buffer_dicts to be a dict, or a list/tuple of dicts, but got {type(dicts)}")
    if not all(isinstance(d, dict) for d in dicts):
        raise ValueError("Expected all elements of parameter_and_buffer_dicts to be dictionaries")
    merged = {}
    for d in dicts:
        for name, value in d.items():
            if name in merged:
                raise ValueError(f"{name} appears in multiple dictionaries; behavior of functional call is ambiguous")
            merged[name] = value
    return merged


@contextmanager
def _swapped(module, dicts, tie_weights, strict):
    given = _merged(dicts)
    state = _state(module)
    unknown = [name for name in given if name not in state]
    if strict:
        missing = [name for name, entry in state.items() if name not in given and entry[3] is not None]
        if tie_weights:
            tied = {id(state[name][3]) for name in given if name in state}
            missing = [name for name in missing if id(state[name][3]) not in tied]
        if unknown or missing:
            raise RuntimeError("Error(s) in reparametrizing for {}:\n\t{}".format(module._get_name() if hasattr(
                module, "_get_name") else type(module).__name__, "\n\t".join(
                    [f"Unexpected key(s): {', '.join(unknown)}."] * bool(unknown)
                    + [f"Missing key(s): {', '.join(missing)}."] * bool(missing))))
    replaced = {}
    for name, value in given.items():
        if name not in state:
            # Not registered: a plain attribute for the time of the call, of a module that there must be.
            path, _, key = name.rpartition(".")
            owner = module.get_submodule(path) if path else module
            state[name] = (owner, owner.__dict__, key, owner.__dict__.get(key, _ABSENT))
        if not isinstance(value, Tensor) and value is not None:
            raise TypeError(f"{value} is not an instance of torch.Tensor")
        replaced[name] = value
    if tie_weights:
        by_identity = {}
        for name, value in given.items():
            original = state[name][3]
            if original is not None and original is not _ABSENT:
                known = by_identity.setdefault(id(original), value)
                if known is not value:
                    raise ValueError(f"functional_call got multiple values for keys that are tied: {name}. Consider using "
                                     "tie_weights=False")
        for name, entry in state.items():
            if name not in replaced and entry[3] is not None and id(entry[3]) in by_identity:
                replaced[name] = by_identity[id(entry[3])]
    try:
        for name, value in replaced.items():
            _, table, key, _ = state[name]
            table[key] = value
        yield
    finally:
        for name, value in replaced.items():
            _, table, key, original = state[name]
            if table.get(key) is not value:
                # What forward assigned is the caller's to see, in the place of what was given.
                for d in (dicts,) if isinstance(dicts, dict) else dicts:
                    if name in d:
                        d[name] = table.get(key)
            if original is _ABSENT:
                table.pop(key, None)
            else:
                table[key] = original


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """`module(*args, **kwargs)` with these tensors in the place of its parameters and buffers of those names."""
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    with _swapped(module, parameter_and_buffer_dicts, tie_weights, strict):
        return module(*args, **({} if kwargs is None else kwargs))


def stack_module_state(models):
    """(parameters, buffers) of several modules of one kind, each stacked along a new first axis, by name."""
    models = list(models)
    if not models:
        raise RuntimeError("stack_module_state: Expected at least one model, got 0.")
    if not (all(m.training for m in models) or all(not m.training for m in models)):
        raise RuntimeError("stack_module_state: Expected all models to have the same training/eval mode.")
    if not all(type(m) is type(models[0]) for m in models):
        raise RuntimeError("stack_module_state: Expected all models to be of the same class.")
    parameters = _stacked([dict(m.named_parameters()) for m in models])
    buffers = _stacked([dict(m.named_buffers()) for m in models])
    return parameters, buffers


def _stacked(tables):
    result = {}
    for name in tables[0]:
        values = [t[name] for t in tables]
        needs = [v.requires_grad for v in values]
        if any(needs) and not all(needs):
            raise RuntimeError(f"Expected {name} from each model to have the same .requires_grad")
        result[name] = F.stack([v.detach() for v in values], 0).requires_grad_(needs[0])
    return result
