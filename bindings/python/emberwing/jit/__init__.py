"""torch.jit: there is no TorchScript. Functions and modules that would be compiled come back themselves and run eagerly."""
import contextlib
import warnings
from typing import Final  # noqa: F401

from ..nn import Module
from . import annotations  # noqa: F401

__all__ = ["Attribute", "CompilationUnit", "Error", "Final", "Future", "ScriptFunction", "ScriptModule", "TracerWarning",
           "annotate", "enable_onednn_fusion", "export", "export_opnames", "fork", "freeze", "ignore", "interface",
           "is_scripting", "is_tracing", "isinstance", "load", "onednn_fusion_enabled", "optimize_for_inference",
           "optimized_execution", "run_frozen_optimizations", "save", "script", "script_if_tracing", "script_method",
           "set_fusion_strategy", "set_module", "strict_fusion", "trace", "trace_module", "unused", "wait"]

_isinstance = isinstance
Error = RuntimeError
ScriptFunction = type(lambda: None)


class TracerWarning(Warning):
    """Warns of control flow that a trace would lose; nothing is lost here."""

    @staticmethod
    def ignore_lib_warnings():
        """There are none."""


class ScriptModule(Module):
    """The class of compiled modules; a subclass is an ordinary module, whose `script_method`s are ordinary methods."""

    def save(self, f, **kwargs):
        save(self, f)


RecursiveScriptModule = TracedModule = TopLevelTracedModule = ScriptModule


def _no_archive(what):
    raise NotImplementedError(f"torch.jit.{what}: Emberwing has no TorchScript archives; save `module.state_dict()` with "
                              f"torch.{'save' if what == 'save' else 'load'} instead")


def save(m, f, _extra_files=None):
    """Raises: there are no TorchScript archives."""
    _no_archive("save")


def load(f, map_location=None, _extra_files=None, _restore_shapes=False):
    """Raises: there are no TorchScript archives."""
    _no_archive("load")


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    """`obj` (function, module or class) itself: it runs eagerly, with the results that the compiled one would have."""
    if not callable(obj):
        raise RuntimeError(f"torch.jit.script: expected a function, class or module, got {type(obj).__name__}")
    return obj


def trace(func, example_inputs=None, optimize=None, check_trace=True, check_inputs=None, check_tolerance=1e-05, strict=True,
          _force_outplace=False, _module_class=None, _compilation_unit=None, example_kwarg_inputs=None, _store_inputs=True):
    """Calls `func` once on the example inputs, to see that it takes them, and returns `func` itself.

    PyTorch's trace keeps the path that the examples took; here control flow goes on depending on the inputs.
    """
    if example_inputs is None and example_kwarg_inputs is None:
        raise RuntimeError("example_kwarg_inputs should be a dict")
    if example_kwarg_inputs is not None:
        if not _isinstance(example_kwarg_inputs, dict):
            raise RuntimeError("example_kwarg_inputs should be a dict")
        func(**example_kwarg_inputs)
    elif _isinstance(example_inputs, (tuple, list)):
        func(*example_inputs)
    elif _isinstance(example_inputs, dict):
        func(**example_inputs)
    else:
        func(example_inputs)
    return func


def trace_module(mod, inputs, optimize=None, check_trace=True, check_inputs=None, check_tolerance=1e-05, strict=True,
                 _force_outplace=False, _module_class=None, _compilation_unit=None, example_inputs_is_kwarg=False,
                 _store_inputs=True):
    """Calls the named methods of `mod` once on their inputs, and returns `mod` itself."""
    for name, example in inputs.items():
        trace(getattr(mod, name), **({"example_kwarg_inputs": example} if example_inputs_is_kwarg else
                                     {"example_inputs": example}))
    return mod


def script_method(fn):
    return fn


def export(fn):
    """`fn` itself: it would have been compiled as a method."""
    return fn


def ignore(drop=False, **kwargs):
    """A decorator for what would be left to Python: the function itself."""
    if callable(drop):
        return drop
    if not _isinstance(drop, bool):
        raise RuntimeError(f"Argument to @torch.jit.ignore must be a bool or a function but got {drop}")
    if kwargs.pop("drop_on_export", None) is not None:
        warnings.warn("ignore(drop_on_export=True) has been deprecated. TorchScript will now drop the function call on "
                      "compilation. Use torch.jit.unused now. {}", FutureWarning, stacklevel=2)
    return lambda fn: fn


def unused(fn):
    """`fn` itself: it would have raised in compiled code."""
    return fn


def interface(obj):
    return obj


def script_if_tracing(fn):
    """`fn` itself: nothing is traced."""
    return fn


def _overload(func):
    return func


_overload_method = _overload


def is_scripting():
    """Whether compiled code asks; never here."""
    return False


def is_tracing():
    """Whether a trace is being made; never here."""
    return False


def annotate(the_type, the_value):
    """`the_value`: the type is a hint for a compiler."""
    return the_value


def Attribute(value, type):
    """`value`: the type is a hint for a compiler."""
    return value


def isinstance(obj, target_type):
    """Whether `obj` is of a type, which may be one like `List[int]` and is then compared with the elements."""
    import typing
    if _isinstance(target_type, tuple):
        return any(isinstance(obj, t) for t in target_type)
    origin, arguments = typing.get_origin(target_type), typing.get_args(target_type)
    if origin is typing.Union:
        return any(isinstance(obj, t) for t in arguments)
    if origin is None:
        return _isinstance(obj, target_type)
    if not _isinstance(obj, origin):
        return False
    if origin is dict:
        return all(isinstance(k, arguments[0]) and isinstance(v, arguments[1]) for k, v in obj.items())
    if origin is tuple and not (len(arguments) == 2 and arguments[1] is Ellipsis):
        return len(obj) == len(arguments) and all(map(isinstance, obj, arguments))
    return all(isinstance(v, arguments[0]) for v in obj)


def freeze(mod, preserved_attrs=None, optimize_numerics=True):
    """A module in evaluation mode, as it is."""
    if mod.training:
        raise RuntimeError("Freezing is currently only implemented for modules in eval mode. Please call .eval() on your "
                           "module before freezing.")
    return mod


def optimize_for_inference(mod, other_methods=None):
    """The module in evaluation mode, as it is."""
    return mod.eval()


def run_frozen_optimizations(mod, optimize_numerics=True, preserved_methods=None):
    """There are none to run."""


class Future:
    """The result of `fork`, which is there at once."""

    def __init__(self, value):
        self._value = value

    def wait(self):
        return self._value

    value = wait

    def done(self):
        return True


def fork(func, *args, **kwargs):
    """Runs `func` at once, as PyTorch does outside of compiled code."""
    return Future(func(*args, **kwargs))


def wait(future):
    return future.wait()


@contextlib.contextmanager
def optimized_execution(should_optimize):
    yield


class strict_fusion(contextlib.ContextDecorator):
    """A context that would report ops that are not fused; none are, so it is refused."""

    def __enter__(self):
        raise NotImplementedError("torch.jit.strict_fusion: Emberwing fuses no ops")

    def __exit__(self, *exc_info):
        return False


def enable_onednn_fusion(enabled):
    """There is no oneDNN; False is what it is already."""
    if enabled:
        raise NotImplementedError("torch.jit.enable_onednn_fusion: there is no oneDNN in Emberwing")


def onednn_fusion_enabled():
    return False


def set_fusion_strategy(strategy):
    """Nothing is fused; returns no strategies."""
    return []


def set_module(obj, mod):
    """Sets where a class says that it is from."""
    if not _isinstance(mod, str):
        raise TypeError("The mod argument should be a string")
    obj.__module__ = mod


def export_opnames(m):
    raise NotImplementedError("torch.jit.export_opnames: Emberwing records no TorchScript ops")


class CompilationUnit:
    """Functions made from TorchScript's source; refused."""

    def __init__(self, lang=None, _frames_up=0):
        raise NotImplementedError("torch.jit.CompilationUnit: Emberwing compiles no TorchScript source")
