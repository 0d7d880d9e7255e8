"""Emberwing: PyTorch's define-by-run deep learning on a library written in Swift. `import emberwing as torch`."""
import math as _math

from . import _lib  # noqa: F401
from ._base import OutOfMemoryError, Tensor  # noqa: F401
from . import _tensor  # noqa: F401
from ._generated import functions as _C
from ._types import *  # noqa: F401,F403
from ._types import (bfloat16, bool, cdouble, cfloat, channels_last, channels_last_3d, complex64, complex128,  # noqa: F401
                     contiguous_format, device, double, dtype, finfo, float, float16, float32, float64, get_default_dtype,
                     half, iinfo, int, int8, int16, int32, int64, layout, long, memory_format, preserve_format,
                     set_default_dtype, short, Size, strided, uint8, uint16, uint32, uint64)

globals().update(_C.FUNCTIONS)
from ._tensor import from_numpy  # noqa: E402,F401
from ._functions import *  # noqa: E402,F401,F403
from . import _functions  # noqa: E402
from .autograd.modes import (enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled,  # noqa: E402,F401
                             no_grad, set_grad_enabled)

for _name in ("where", "nonzero", "split", "clamp", "clamp_", "clip", "std", "var", "std_mean", "var_mean", "prod", "norm",
              "max", "min", "allclose", "equal", "default_generator"):
    globals()[_name] = getattr(_functions, _name)

__version__ = "0.1.0"
pi, e, inf, nan = _math.pi, _math.e, _math.inf, _math.nan

absolute, multiply, subtract, divide, true_divide, negative = _C.abs, _C.mul, _C.sub, _C.div, _C.div, _C.neg
concat = concatenate = _C.cat
arccos, arcsin, arctan, arccosh, arcsinh, arctanh, arctan2 = (
    _C.acos, _C.asin, _C.atan, _C.acosh, _C.asinh, _C.atanh, _C.atan2)
greater, greater_equal, less, less_equal, not_equal = _C.gt, _C.ge, _C.lt, _C.le, _C.ne
for _alias, _function in (("absolute", "abs"), ("multiply", "mul"), ("subtract", "sub"), ("divide", "div"),
                          ("true_divide", "div"), ("negative", "neg"), ("greater", "gt"), ("greater_equal", "ge"),
                          ("less", "lt"), ("less_equal", "le"), ("not_equal", "ne")):
    setattr(Tensor, _alias, getattr(_C, _function))
    if hasattr(_C, _function + "_"):
        setattr(Tensor, _alias + "_", getattr(_C, _function + "_"))

from . import autograd, cuda, linalg  # noqa: E402,F401
from . import nn, optim, utils  # noqa: E402,F401
from .serialization import load, save  # noqa: E402,F401
from .utils import data as _data  # noqa: E402,F401
from .optim import lr_scheduler as _lr_scheduler  # noqa: E402,F401

FloatTensor = lambda *a: (tensor(a[0], dtype=float32) if a and not isinstance(a[0], _builtins_int) else empty(*a))  # noqa: E731,F405
LongTensor = lambda *a: (tensor(a[0], dtype=int64) if a and not isinstance(a[0], _builtins_int) else  # noqa: E731
                         empty(*a, dtype=int64))  # noqa: F405
from builtins import int as _builtins_int  # noqa: E402


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Every algorithm here is deterministic."""


def is_storage(obj):
    return False


class _Random:
    manual_seed = staticmethod(_functions.manual_seed)
    seed = staticmethod(_functions.seed)
    initial_seed = staticmethod(_functions.initial_seed)
    get_rng_state = staticmethod(_functions.get_rng_state)
    set_rng_state = staticmethod(_functions.set_rng_state)


random = _Random

from . import _extra, masked  # noqa: E402,F401

_extra.install(globals())
