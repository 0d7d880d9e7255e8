"""Grad modes, as context managers and decorators."""
import ctypes
import os
from functools import wraps

from .._base import BOOL, PTR, quick_fn

_is_enabled = quick_fn("ew_is_grad_enabled", BOOL)
_set_enabled = quick_fn("ew_set_grad_enabled", BOOL, BOOL)
_is_inference = quick_fn("ew_is_inference_mode", BOOL)
_set_inference = quick_fn("ew_set_inference_mode", BOOL, BOOL)
_set_anomaly = quick_fn("ew_set_detect_anomaly", None, BOOL, BOOL)
_is_anomaly = quick_fn("ew_is_anomaly_enabled", BOOL)


def is_grad_enabled():
    return _is_enabled()


def is_inference_mode_enabled():
    return _is_inference()


class _Mode:
    """Context manager that also decorates functions and generators."""

    def __call__(self, function):
        if isinstance(function, type):
            raise TypeError(f"{type(self).__name__} decorates functions, not the class {function.__name__}")
        # CO_GENERATOR: the mode holds while the generator runs, not between its values.
        if getattr(getattr(function, "__code__", None), "co_flags", 0) & 0x20:
            @wraps(function)
            def generate(*args, **keywords):
                generator = function(*args, **keywords)
                value = None
                while True:
                    with self._again():
                        try:
                            got = generator.send(value)
                        except StopIteration as stop:
                            return stop.value
                    value = yield got
            return generate

        @wraps(function)
        def run(*args, **keywords):
            with self._again():
                return function(*args, **keywords)
        return run

    def _again(self):
        return type(self)()


class no_grad(_Mode):
    """Ops inside do not record themselves."""
    __slots__ = ("before",)

    def __new__(cls, orig_func=None):
        self = object.__new__(cls)
        return self if orig_func is None else self(orig_func)

    def __enter__(self):
        self.before = _set_enabled(False)

    def __exit__(self, *exception):
        _set_enabled(self.before)


class enable_grad(_Mode):
    """Ops inside record themselves again."""
    __slots__ = ("before",)

    def __new__(cls, orig_func=None):
        self = object.__new__(cls)
        return self if orig_func is None else self(orig_func)

    def __enter__(self):
        self.before = _set_enabled(True)

    def __exit__(self, *exception):
        _set_enabled(self.before)


class set_grad_enabled(_Mode):
    """Sets grad mode at once; as a context manager, until it ends."""

    def __init__(self, mode):
        self.mode = bool(mode)
        self.before = _set_enabled(self.mode)

    def __call__(self, function):
        _set_enabled(self.before)
        return super().__call__(function)

    def _again(self):
        return set_grad_enabled(self.mode)

    def __enter__(self):
        _set_enabled(self.mode)

    def __exit__(self, *exception):
        _set_enabled(self.before)


class inference_mode(_Mode):
    """`no_grad` whose results can never enter a graph."""

    def __new__(cls, mode=True):
        self = object.__new__(cls)
        if callable(mode):
            self.mode = True
            return self(mode)
        self.mode = bool(mode)
        return self

    def _again(self):
        return inference_mode(self.mode)

    def __enter__(self):
        self.before = _is_enabled(), _set_inference(self.mode)
        _set_enabled(not self.mode)

    def __exit__(self, *exception):
        grad, inference = self.before
        _set_enabled(grad)
        _set_inference(inference)


class _Switch(_Mode):
    """A setting that other designs of the engine need: it is kept and given back, and changes nothing here."""
    _now = True

    def __init__(self, mode):
        self.mode, self.before = bool(mode), type(self)._now
        type(self)._now = self.mode

    def _again(self):
        return type(self)(self.mode)

    def __call__(self, function):
        type(self)._now = self.before
        return super().__call__(function)

    def __enter__(self):
        type(self)._now = self.mode

    def __exit__(self, *exception):
        type(self)._now = self.before


class set_multithreading_enabled(_Switch):
    """Whether backward may use several threads: a backward pass here runs on the thread that calls it, always."""


class set_view_replay_enabled(_Switch):
    """Whether views are replayed by their own op after in-place changes: gradients are the same either way."""
    _now = False


def is_multithreading_enabled():
    return set_multithreading_enabled._now


def is_view_replay_enabled():
    return set_view_replay_enabled._now


# ---- anomaly mode ------------------------------------------------------------------------------------------------------------

_kept = []
_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def _install_provider():
    if _kept:
        return
    libc = ctypes.CDLL(None)
    libc.strdup.restype, libc.strdup.argtypes = PTR, (ctypes.c_char_p,)
    libc.free.restype, libc.free.argtypes = None, (PTR,)

    import traceback

    @ctypes.CFUNCTYPE(PTR)
    def provide():
        frames = traceback.extract_stack()[:-1]
        # What the user wrote; how this package came to make the call says nothing.
        while len(frames) > 1 and frames[-1].filename.startswith(_HOME):
            frames.pop()
        return libc.strdup("".join(traceback.format_list(frames)).encode())

    @ctypes.CFUNCTYPE(None, PTR)
    def release(text):
        libc.free(text)
    _kept.extend((provide, release))
    quick_fn("ew_set_trace_provider", None, PTR, PTR)(ctypes.cast(provide, PTR), ctypes.cast(release, PTR))


_check_nan = [True]


def is_anomaly_enabled():
    return _is_anomaly()


def is_anomaly_check_nan_enabled():
    return _check_nan[0]


class set_detect_anomaly:
    """Makes a failing or NaN-producing backward name the forward op and where it was called."""

    def __init__(self, mode, check_nan=True):
        self.before = _is_anomaly(), _check_nan[0]
        if mode:
            _install_provider()
        _check_nan[0] = bool(check_nan)
        _set_anomaly(bool(mode), bool(check_nan))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        _check_nan[0] = self.before[1]
        _set_anomaly(*self.before)


class detect_anomaly:
    def __init__(self, check_nan=True):
        self.check_nan = check_nan

    def __enter__(self):
        self.mode = set_detect_anomaly(True, self.check_nan)

    def __exit__(self, *exception):
        self.mode.__exit__()
