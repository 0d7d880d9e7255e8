"""Where the parts of the package put their functions and methods."""
from ._base import Tensor, deliver

#: The functions of the package that are more than one generated op, by name.
FUNCTIONS = {}


def function(f):
    """Shows `f` in the package."""
    FUNCTIONS[f.__name__] = f
    return f


def method(f):
    """Makes `f` a Tensor method."""
    setattr(Tensor, f.__name__, f)
    return f


def both(f):
    return method(function(f))


def into(result, out):
    """Delivers one result, or several into as many `out` tensors; without `out`, the result itself."""
    if out is None:
        return result
    if isinstance(result, Tensor):
        return deliver(out, result)
    if len(out) != len(result):
        raise TypeError(f"expected tuple of {len(result)} elements but got {len(out)}")
    done = [deliver(o, r) for o, r in zip(out, result)]
    return tuple(done) if type(result) is tuple else type(result)._make(done)


def listed(values):
    """Tensors given one by one or as one sequence."""
    return list(values[0]) if len(values) == 1 and isinstance(values[0], (list, tuple)) else list(values)
