"""torch's own window functions, which count a period unless told otherwise."""
from ._base import deliver
from ._functions import _leaf, _options
from ._generated import functions as F


def _window(name, *settings):
    op = getattr(F, f"{name}_window")

    def make(window_length, periodic=True, *more, dtype=None, layout=None, device=None, requires_grad=False,
             pin_memory=False, out=None, **keywords):
        if len(more) > len(settings):
            raise TypeError(f"{name}_window() takes at most {2 + len(settings)} arguments")
        keywords.update(zip(settings, more))
        unknown = next((k for k in keywords if k not in settings), None)
        if unknown is not None:
            raise TypeError(f"{name}_window() got an unexpected keyword argument '{unknown}'")
        _options(f"{name}_window", dtype, device, layout, requires_grad, pin_memory)
        t = op(window_length, periodic, dtype=dtype, **keywords)
        return _leaf(t, requires_grad) if out is None else deliver(out, t)
    make.__name__ = make.__qualname__ = f"{name}_window"
    make.__doc__ = op.__doc__
    return make


FUNCTIONS = {f"{name}_window": _window(name, *settings)
             for name, settings in (("hann", ()), ("hamming", ("alpha", "beta")), ("blackman", ()), ("bartlett", ()),
                                    ("kaiser", ("beta",)))}
