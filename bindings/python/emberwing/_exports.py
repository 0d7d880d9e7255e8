"""The native functions that the generated ones call, for those who stand in between: autocast and the profiler.

The generated functions find them among the globals of their module at each call, so a replacement there takes effect at
once, and costs nothing when it is taken away again.
"""
from ._generated import functions as F

_real = {}

#: What the profiler makes of a native function, `wrap(name, function)`, while it runs.
wrap = None


def names():
    """The names of all native functions, without their prefix."""
    return [n[4:] for n in vars(F) if n.startswith("_ew_")]


def base(name):
    """The native function of this name, measured where the profiler runs."""
    found = _real.get(name)
    if found is None:
        found = getattr(F, "_ew_" + name)
        # Until its first call an export stands in its place.
        found = _real[name] = found.now() if hasattr(found, "now") else found
    return found if wrap is None else wrap(name, found)


def put(name, function):
    vars(F)["_ew_" + name] = function
