"""torch.return_types: the classes of the named tuples that ops with several results return."""
from ._base import Results, _named_tuple, return_types
from ._generated import functions as _F


def _known():
    from . import _order
    return {r.name: r for module in (_F, _order) for r in vars(module).values() if isinstance(r, Results)}


def __getattr__(name):
    known = {} if name.startswith("__") else _known()
    if name in known:
        _named_tuple(name, known[name].fields)
    if name not in return_types:
        raise AttributeError(f"module 'torch.return_types' has no attribute {name!r}")
    return return_types[name]


def __dir__():
    return sorted({*_known(), *return_types})
