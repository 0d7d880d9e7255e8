"""torch.autograd.profiler: times of ops and of named ranges.

While a profile runs, the native functions are replaced by ones that note when they were called; otherwise nothing is paid.
Times are those of calls into the library, so a backward pass is one event.
"""
import functools
import os
import sys
import threading
import time
import warnings
from ctypes import byref

from .. import _exports
from .._base import I64, PTR, Tensor, quick_fn
from .profiler_util import EventList, FunctionEvent, nest

__all__ = ["profile", "record_function", "emit_itt", "emit_nvtx", "load_nvprof"]

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_statistics = quick_fn("ew_memory_statistics", None, PTR, PTR, PTR)
_now = time.perf_counter_ns
#: The profile that runs, or None.
_active = None


def _allocated():
    counts = (I64 * 3)()
    _statistics(byref(counts, 0), byref(counts, 8), byref(counts, 16))
    return counts[0]


def _shapes(args):
    return [list(a.shape) if a._handle_ else [] for a in args if isinstance(a, Tensor)]


def _callers():
    frame, found = sys._getframe(2), []
    while frame is not None:
        code = frame.f_code
        if not code.co_filename.startswith((_HERE, "<frozen")):
            found.append(f"{code.co_filename}({frame.f_lineno}): {code.co_name}")
        frame = frame.f_back
    return found


def _timed(name, function, prefix="aten::"):
    shown = prefix + name

    def run(*args):
        recorder = _active
        if recorder is None:
            return function(*args)
        shapes = _shapes(args) if recorder.record_shapes else None
        stack = _callers() if recorder.with_stack else None
        before = _allocated() if recorder.profile_memory else 0
        start = _now()
        result = function(*args)
        end = _now()
        used = _allocated() - before if recorder.profile_memory else 0
        recorder._raw.append((shown, threading.get_native_id(), start, end, shapes, used, stack, False))
        return result
    return run


def _others():
    """(module, name in it, name to show) of native functions that are not among the generated ones."""
    for module, names in (("_operators", {"_" + n: n for n in ("add", "sub", "mul", "add_scalar", "sub_scalar", "mul_scalar")}),
                          ("_tensor", {"_backward": "backward"}), ("autograd", {"_backward": "backward", "_grad": "grad"}),
                          ("optim._native", {"_" + n: f"_fused_{n}_" for n in ("sgd", "adam", "rmsprop", "adagrad")})):
        found = sys.modules.get("emberwing." + module)
        if found is not None:
            for name, shown in names.items():
                yield vars(found), name, shown


_replaced = []


def _start_timing():
    _exports.wrap = _timed
    for name in _exports.names():
        _exports.put(name, _exports.base(name))
    for names, name, shown in list(_others()):
        if name in names:
            _replaced.append((names, name, names[name]))
            names[name] = _timed(shown, names[name])
    _refill()


def _stop_timing():
    _exports.wrap = None
    for name in _exports.names():
        _exports.put(name, _exports.base(name))
    while _replaced:
        names, name, function = _replaced.pop()
        names[name] = function
    _refill()


def _refill():
    autocast = sys.modules.get("emberwing.amp._ops")
    if autocast is not None:
        autocast.refill()


class profile:
    """A context that records every op called in it: `key_averages().table()` shows where the time went."""

    def __init__(self, enabled=True, *, use_device=None, use_cuda=False, record_shapes=False, with_flops=False,
                 profile_memory=False, with_stack=False, with_modules=False, use_kineto=False, use_cpu=True,
                 experimental_config=None, acc_events=False, custom_trace_id_callback=None, post_processing_timeout_s=None,
                 activity_filters=None):
        if activity_filters is not None:
            raise NotImplementedError("profile: activity_filters: every op is recorded")
        if with_flops:
            raise NotImplementedError("profile: with_flops: the work of ops is not counted")
        if with_modules:
            raise NotImplementedError("profile: with_modules: modules are not recorded; use record_function or with_stack")
        if experimental_config is not None:
            raise NotImplementedError("profile: experimental_config: there is no Kineto")
        if use_cuda or use_device not in (None, "cpu"):
            warnings.warn("CUDA is not available, disabling CUDA profiling", stacklevel=2)
        if not use_cpu:
            raise AssertionError("Device-only events supported only with Kineto (use_kineto=True)")
        self.enabled, self.entered = enabled, False
        self.record_shapes, self.profile_memory, self.with_stack = record_shapes, profile_memory, with_stack
        self.acc_events = acc_events
        self._raw, self._events = [], None

    def __enter__(self):
        global _active
        if not self.enabled:
            return self
        if self.entered:
            raise RuntimeError("Profiler context manager is not reentrant")
        if _active is not None:
            raise RuntimeError("Can't start a profile while another one runs")
        self.entered = True
        self._origin = _now()
        _start_timing()
        _active = self
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        global _active
        if not self.enabled:
            return None
        _active = None
        _stop_timing()
        origin = self._origin
        self._events = EventList((FunctionEvent(i, name, thread, (start - origin) / 1e3, (end - origin) / 1e3, *rest)
                                  for i, (name, thread, start, end, *rest) in enumerate(self._raw)),
                                 self.profile_memory, self.with_stack)
        nest(self._events)
        return False

    def __repr__(self):
        return repr(self._events) if self._events is not None else "<unfinished torch.autograd.profile>"

    def __str__(self):
        return str(self._events) if self._events is not None else "<unfinished torch.autograd.profile>"

    def _finished(self):
        if self._events is None:
            raise RuntimeError("Profiler didn't finish running")
        return self._events

    @property
    def function_events(self):
        return self._finished()

    def table(self, sort_by=None, row_limit=100, max_src_column_width=75, max_name_column_width=55,
              max_shapes_column_width=80, header=None, top_level_events_only=False, time_unit=None):
        return self._finished().table(sort_by, row_limit, max_src_column_width, max_name_column_width,
                                      max_shapes_column_width, header, top_level_events_only, time_unit)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        return self._finished().key_averages(group_by_input_shape, group_by_stack_n, group_by_overload_name)

    def total_average(self):
        return self._finished().total_average()

    @property
    def self_cpu_time_total(self):
        """Microseconds spent in ops and ranges, without counting any twice."""
        return self._finished().self_cpu_time_total

    def export_chrome_trace(self, path):
        self._finished().export_chrome_trace(path)

    def export_stacks(self, path, metric="self_cpu_time_total"):
        self._finished().export_stacks(path, metric)


class record_function:
    """A context or decorator that names a range in a profile."""

    def __init__(self, name, args=None):
        self.name, self.args = name, args

    def __enter__(self):
        self._start = _now()
        self._before = _allocated() if _active is not None and _active.profile_memory else 0
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        recorder = _active
        if recorder is not None:
            used = _allocated() - self._before if recorder.profile_memory else 0
            recorder._raw.append((self.name, threading.get_native_id(), max(self._start, recorder._origin), _now(), None, used,
                                  None, True))

    def __call__(self, func):
        @functools.wraps(func)
        def run(*args, **kwargs):
            with record_function(self.name, self.args):
                return func(*args, **kwargs)
        return run


class emit_nvtx:
    """Marks ops for NVIDIA's tools; there is no GPU backend."""

    def __init__(self, enabled=True, record_shapes=False):
        self.enabled = enabled

    def __enter__(self):
        if self.enabled:
            raise RuntimeError("NVTX functions not installed. Are you sure you have a CUDA build?")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False


class emit_itt(emit_nvtx):
    """Marks ops for Intel's tools; they are not linked."""

    def __enter__(self):
        if self.enabled:
            raise RuntimeError("ITT functions not installed. Are you sure you have a ITT build?")
        return self


def load_nvprof(path):
    """Reads a file of NVIDIA's profiler; there is no GPU backend."""
    raise NotImplementedError("load_nvprof: there is no GPU backend")
