"""Calling a module with other parameters and buffers than its own."""

import contextlib
import warnings

__all__ = ["functional_call"]


def _untied(module, tensors):
    """The tensors under all names that share one in the module."""
    names = {}
    for members in (module.named_parameters, module.named_buffers):
        for name, tensor in members(remove_duplicate=False):
            names.setdefault(id(tensor), set()).add(name)
    result = dict(tensors)
    for tied in names.values():
        given = tied & tensors.keys()
        if len(tied) < 2 or not given:
            continue
        if len({id(tensors[name]) for name in given}) > 1:
            raise ValueError(f"functional_call got multiple values for keys {sorted(tied)}, "
                             "which are tied. Consider using tie_weights=False")
        value = tensors[next(iter(given))]
        result.update((name, value) for name in tied)
    return result


def _check_keys(module, tensors):
    own = {name for members in (module.named_parameters, module.named_buffers)
           for name, _ in members(remove_duplicate=False)}
    unexpected = [name for name in tensors if name not in own]
    missing = sorted(own - tensors.keys())
    messages = []
    if unexpected:
        messages.append(f"Unexpected key(s): {', '.join(map(repr, unexpected))}.")
    if missing:
        messages.append(f"Missing key(s): {', '.join(map(repr, missing))}.")
    if messages:
        text = "\n\t".join(messages)
        raise RuntimeError(f"Error(s) in reparametrizing for {module._get_name()}:\n\t{text}")


def _swap(module, path, tensor):
    """Puts a tensor at a dotted path; returns what undoes it."""
    parent, _, name = path.rpartition(".")
    owner = module.get_submodule(parent)
    for table in (owner._parameters, owner._buffers):
        if name in table:
            before, table[name] = table[name], tensor
            return lambda: table.__setitem__(name, before)
    missing = object()
    before = owner.__dict__.get(name, missing)
    if before is missing and not hasattr(owner, name):
        raise AttributeError(f"{owner._get_name()} has no attribute `{name}`")
    # A property (a parametrized tensor) gives way to a plain attribute of a class made for the call.
    if isinstance(getattr(type(owner), name, None), property):
        cls = type(owner)
        owner.__class__ = type(cls.__name__, (cls,), {name: tensor})
        return lambda: setattr(owner, "__class__", cls)
    owner.__dict__[name] = tensor

    def undo():
        if before is missing:
            owner.__dict__.pop(name, None)
        else:
            owner.__dict__[name] = before
    return undo


@contextlib.contextmanager
def _reparametrize_module(module, parameters_and_buffers, tie_weights=False, strict=False):
    tensors = _untied(module, parameters_and_buffers) if tie_weights else dict(parameters_and_buffers)
    if strict:
        _check_keys(module, tensors)
    undo = []
    try:
        for path, tensor in tensors.items():
            undo.append(_swap(module, path, tensor))
        yield
        for path in parameters_and_buffers:
            # What forward put in a buffer's place is the caller's to see.
            parameters_and_buffers[path] = _current(module, path)
    finally:
        for step in reversed(undo):
            step()


def _current(module, path):
    parent, _, name = path.rpartition(".")
    return getattr(module.get_submodule(parent), name)


def _functional_call(module, parameters_and_buffers, args=None, kwargs=None, *, tie_weights=True, strict=False):
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    with _reparametrize_module(module, parameters_and_buffers, tie_weights=tie_weights, strict=strict):
        return module(*args, **(kwargs or {}))


def functional_call(module, parameters_and_buffers, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """Calls the module with the given tensors in place of its own (the old name of `func.functional_call`)."""
    warnings.warn("`torch.nn.utils.stateless.functional_call` is deprecated as of PyTorch 2.0 and will be removed in a "
                  "future version of PyTorch. Please use `torch.func.functional_call` instead which is a drop-in "
                  "replacement.", FutureWarning, stacklevel=2)
    return _functional_call(module, parameters_and_buffers, args, kwargs, tie_weights=tie_weights, strict=strict)
