"""Modules as functions of their parameters and buffers."""
from .._generated import functions as F

__all__ = ["functional_call", "stack_module_state"]


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


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """`module(*args, **kwargs)` with these tensors in the place of its parameters and buffers of those names."""
    from ..nn.utils.stateless import _functional_call
    tensors = _merged(parameter_and_buffer_dicts)
    result = _functional_call(module, tensors, args, kwargs, tie_weights=tie_weights, strict=strict)
    # What forward assigned is the caller's to see, in the place of what was given.
    for d in (parameter_and_buffer_dicts,) if isinstance(parameter_and_buffer_dicts, dict) else parameter_and_buffer_dicts:
        d.update((name, tensors[name]) for name in d)
    return result


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
