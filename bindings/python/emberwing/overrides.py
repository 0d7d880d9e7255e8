"""torch.overrides: the protocol of `__torch_function__` for functions written by users; the library's ops do not call it."""
import functools

from ._base import Tensor

__all__ = ["get_ignored_functions", "get_overridable_functions", "get_testing_overrides", "handle_torch_function",
           "has_torch_function", "resolve_name", "is_tensor_like", "is_tensor_method_or_property", "wrap_torch_function",
           "enable_reentrant_dispatch", "TorchFunctionMode"]


def _overloads(args):
    """The arguments whose types have `__torch_function__`, one a type, subclasses before the classes they come from."""
    found = []
    for a in args:
        if hasattr(type(a), "__torch_function__") and type(a) is not Tensor and type(a) not in map(type, found):
            place = next((i for i, f in enumerate(found) if issubclass(type(a), type(f))), len(found))
            found.insert(place, a)
    return found


def has_torch_function(relevant_args):
    """Whether one of the arguments brings a `__torch_function__` of its own."""
    return bool(_overloads(relevant_args))


def has_torch_function_unary(arg):
    return has_torch_function((arg,))


def has_torch_function_variadic(*args):
    return has_torch_function(args)


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    """Calls the `__torch_function__` of the arguments in turn until one takes the call."""
    overloads = _overloads(relevant_args)
    types = tuple(map(type, overloads))
    for a in overloads:
        result = type(a).__torch_function__(public_api, types, args, kwargs)
        if result is not NotImplemented:
            return result
    name = f"{public_api.__module__}.{public_api.__name__}"
    raise TypeError(f"no implementation found for '{name}' on types that implement __torch_function__: {list(types)}")


def wrap_torch_function(dispatcher):
    """A decorator: `dispatcher` names the arguments whose `__torch_function__` may take the call."""
    def decorate(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            relevant = dispatcher(*args, **kwargs)
            if has_torch_function(relevant):
                return handle_torch_function(run, relevant, *args, **kwargs)
            return function(*args, **kwargs)
        return run
    return decorate


def is_tensor_like(inp):
    """Whether it is a tensor, or of a type with `__torch_function__`."""
    return isinstance(inp, Tensor) or hasattr(type(inp), "__torch_function__")


def is_tensor_method_or_property(func):
    """Whether it is an attribute of Tensor."""
    return func in {v for v in vars(Tensor).values() if getattr(v, "__hash__", None)} or getattr(func, "__name__", "") == "__get__"


def resolve_name(f):
    """The dotted name of a function of torch, or None."""
    if isinstance(f, (str, int)) or not callable(f):
        return str(f)
    module, name = getattr(f, "__module__", None), getattr(f, "__name__", None)
    if module is None or name is None:
        return None
    return f"torch.Tensor.{name}" if vars(Tensor).get(name) is f else f"{module.replace('emberwing', 'torch', 1)}.{name}"


def get_ignored_functions():
    """The functions that `__torch_function__` cannot take: the library's ops all are, so that they cost nothing more."""
    from ._generated import functions as F
    return set(F.FUNCTIONS.values())


def get_overridable_functions():
    return {}


def get_testing_overrides():
    return {}


def enable_reentrant_dispatch():
    raise NotImplementedError("enable_reentrant_dispatch: ops do not call into Python")


class TorchFunctionMode:
    """A context that sees every function of torch called in it; ops do not call into Python, so it cannot be entered."""

    def __torch_function__(self, func, types, args=(), kwargs=None):
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError("TorchFunctionMode: ops do not call into Python")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False


class BaseTorchFunctionMode(TorchFunctionMode):
    """A mode that changes nothing."""

    def __torch_function__(self, func, types, args=(), kwargs=None):
        return func(*args, **(kwargs or {}))
