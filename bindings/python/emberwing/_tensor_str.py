"""torch.set_printoptions: how the library prints tensors."""
import contextlib
import math

from ._base import I32, I64, quick_fn

_set = quick_fn("ew_set_print_options", None, I64, I64, I64, I64, I32)
_LARGEST = (1 << 63) - 1
_PROFILES = {"default": (4, 1000, 3, 80), "short": (2, 1000, 2, 80), "full": (4, math.inf, 3, 80)}


class _PrinterOptions:
    """The options in force; setting one takes effect at once."""
    __slots__ = ("precision", "threshold", "edgeitems", "linewidth", "sci_mode")

    def __init__(self, precision=4, threshold=1000, edgeitems=3, linewidth=80, sci_mode=None):
        for name, value in zip(_PrinterOptions.__slots__, (precision, threshold, edgeitems, linewidth, sci_mode)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        self._apply()

    def _apply(self):
        sci = self.sci_mode
        _set(_whole("precision", self.precision), _whole("threshold", self.threshold),
             _whole("edgeitems", self.edgeitems), _whole("linewidth", self.linewidth), -1 if sci is None else bool(sci))

    def __repr__(self):
        return "__PrinterOptions(" + ", ".join(f"{n}={getattr(self, n)!r}" for n in _PrinterOptions.__slots__) + ")"


def _whole(name, value):
    try:
        return _LARGEST if value >= _LARGEST else max(math.floor(value), -_LARGEST)
    except (TypeError, ValueError):
        raise TypeError(f"set_printoptions(): {name} must be a number, not {value!r}") from None


PRINT_OPTS = _PrinterOptions()


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None):
    """Sets the digits after the point, the size from which tensors are summarised, the elements shown at either end then,
    and the characters in a line; `profile` is "default", "short" or "full". `sci_mode=None` leaves scientific notation to
    the values."""
    options = [PRINT_OPTS.precision, PRINT_OPTS.threshold, PRINT_OPTS.edgeitems, PRINT_OPTS.linewidth]
    options = list(_PROFILES.get(profile, options))
    for i, (name, value) in enumerate(zip(_PrinterOptions.__slots__, (precision, threshold, edgeitems, linewidth))):
        if value is not None:
            _whole(name, value)
            options[i] = value
    for name, value in zip(_PrinterOptions.__slots__, (*options, sci_mode)):
        object.__setattr__(PRINT_OPTS, name, value)
    PRINT_OPTS._apply()


def get_printoptions():
    """The options in force, as arguments for `set_printoptions`."""
    return {name: getattr(PRINT_OPTS, name) for name in _PrinterOptions.__slots__}


@contextlib.contextmanager
def printoptions(**kwargs):
    """Sets options until it ends."""
    old = get_printoptions()
    set_printoptions(**kwargs)
    try:
        yield
    finally:
        set_printoptions(**old)
