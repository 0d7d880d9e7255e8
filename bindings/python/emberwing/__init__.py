"""Emberwing: PyTorch's define-by-run deep learning on a library written in Swift. `import emberwing as torch`."""
import importlib as _importlib
import math as _math

from . import _lib  # noqa: F401
from ._base import OutOfMemoryError, Tensor  # noqa: F401
from . import _tensor  # noqa: F401
from ._generated import functions as _C
from ._types import *  # noqa: F401,F403
from ._types import (bfloat16, bool, cdouble, cfloat, chalf, channels_last, channels_last_3d, complex32, complex64, complex128,  # noqa: F401
                     contiguous_format, device, double, dtype, finfo, float, float16, float32, float64, get_default_dtype,
                     half, iinfo, int, int8, int16, int32, int64, layout, long, memory_format, preserve_format,
                     set_default_dtype, short, Size, sparse_bsc, sparse_bsr, sparse_coo,
                     sparse_csc, sparse_csr, jagged, strided, uint8, uint16, uint32, uint64)

globals().update(_C.FUNCTIONS)
from ._tensor import from_numpy  # noqa: E402,F401
from ._functions import *  # noqa: E402,F401,F403
from . import _functions  # noqa: E402
from .autograd.modes import (enable_grad, inference_mode, is_anomaly_check_nan_enabled,  # noqa: E402,F401
                             is_anomaly_enabled, is_grad_enabled, is_inference_mode_enabled, no_grad, set_grad_enabled)
from ._legacy import *  # noqa: E402,F401,F403
from .autograd import _hooks  # noqa: E402,F401

__version__ = "0.1.0"
pi, e, inf, nan = _math.pi, _math.e, _math.inf, _math.nan
newaxis = None

#: Parts that are imported when they are first used, and names that live in one of them.
_PARTS = set("""_tensor_str accelerator amp autograd backends compiler cpu cuda distributed distributions fft func hub
jit linalg mps multiprocessing nn onnx optim overrides profiler random return_types safetensors serialization signal
special storage testing utils version vision xpu""".split())
_FOUND_IN = {"load": "serialization", "save": "serialization", "from_dlpack": "utils.dlpack", "to_dlpack": "utils.dlpack",
             "vmap": "func", "set_printoptions": "_tensor_str", "thread_safe_generator": "random", "compile": "_compile",
             "from_file": "_buffers", "frombuffer": "_buffers", "TypedStorage": "storage", "UntypedStorage": "storage",
             "Stream": "_devices", "Event": "_devices",
             **{f"{kind}Storage": "storage" for kind in ("BFloat16", "Bool", "Byte", "Char", "ComplexDouble", "ComplexFloat",
                                                         "Double", "Float", "Half", "Int", "Long", "Short")}}
_FOUND_IN.update(dict.fromkeys("""autocast is_autocast_enabled set_autocast_enabled get_autocast_dtype set_autocast_dtype
is_autocast_cpu_enabled set_autocast_cpu_enabled get_autocast_cpu_dtype set_autocast_cpu_dtype get_autocast_gpu_dtype
set_autocast_gpu_dtype is_autocast_cache_enabled set_autocast_cache_enabled clear_autocast_cache autocast_increment_nesting
autocast_decrement_nesting is_autocast_available""".split(), "amp.autocast_mode"))


def __getattr__(name):
    if name in _PARTS:
        try:
            return _importlib.import_module(f"{__name__}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"{__name__}.{name}":
                raise
    elif name in _FOUND_IN:
        value = globals()[name] = getattr(_importlib.import_module(f"{__name__}.{_FOUND_IN[name]}"), name)
        return value
    if name[:2] == "__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    raise AttributeError(f"Emberwing has no torch.{name}")


def install():
    """Makes `import torch`, `torchvision` and their parts give Emberwing in this process: `python -m emberwing` calls it."""
    from . import _dropin
    _dropin.install()


def __dir__():
    return sorted({*globals(), *_FOUND_IN, *_PARTS})


def is_storage(obj):
    return hasattr(obj, "_untyped") and not isinstance(obj, Tensor)


from . import (_checked, _complex, _forms, _layers, _names, _order, _outs, _products, _register, _settings,  # noqa: E402,F401
               _shapes, _strided, _windows, linalg, masked)

globals().update(linalg.TORCH)
globals().update(_complex.FUNCTIONS)
globals().update(_windows.FUNCTIONS)
globals().update(_checked.FUNCTIONS)
_names.numpy_names()
globals().update(_register.FUNCTIONS)
