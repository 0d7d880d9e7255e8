"""torch.profiler: profiles in steps, over `torch.autograd.profiler`."""
import enum
import os
import socket
import time
import warnings

from ..autograd.profiler import record_function
from ..autograd.profiler import profile as _record
from ..autograd.profiler_util import EventList

__all__ = ["profile", "schedule", "supported_activities", "tensorboard_trace_handler", "ProfilerAction", "ProfilerActivity",
           "record_function", "DeviceType"]


class ProfilerActivity(enum.Enum):
    """What is recorded; here only the CPU's work."""
    CPU = 0
    XPU = 1
    MTIA = 2
    CUDA = 3
    HPU = 4
    PrivateUse1 = 5


class DeviceType(enum.IntEnum):
    """Kinds of devices in a profile."""
    CPU = 0
    CUDA = 1


class ProfilerAction(enum.Enum):
    """What a profile does in a step."""
    NONE = 0
    WARMUP = 1
    RECORD = 2
    RECORD_AND_SAVE = 3


def supported_activities():
    return {ProfilerActivity.CPU}


def schedule(*, wait, warmup, active, repeat=0, skip_first=0, skip_first_wait=0):
    """Steps left out at first, then cycles: `wait` steps without recording, `warmup`, and `active` ones that are kept."""
    if min(wait, warmup, repeat, skip_first) < 0 or active <= 0:
        raise AssertionError("Invalid profiler schedule arguments")
    if warmup == 0:
        warnings.warn("Profiler won't be using warmup, this can skew profiler results", stacklevel=2)

    def action(step):
        if step < 0:
            raise AssertionError("Step must be non-negative.")
        if step < skip_first:
            return ProfilerAction.NONE
        step -= skip_first
        if skip_first_wait:
            step += wait
        length = wait + warmup + active
        if repeat > 0 and step // length >= repeat:
            return ProfilerAction.NONE
        place = step % length
        if place < wait:
            return ProfilerAction.NONE
        if place < wait + warmup:
            return ProfilerAction.WARMUP
        return ProfilerAction.RECORD if place < length - 1 else ProfilerAction.RECORD_AND_SAVE
    return action


def tensorboard_trace_handler(dir_name, worker_name=None, use_gzip=False, use_python_export=False):
    """An `on_trace_ready` that writes a trace file into a folder."""
    def write(prof):
        os.makedirs(dir_name, exist_ok=True)
        worker = worker_name or f"{socket.gethostname()}_{os.getpid()}"
        name = f"{worker}.{time.time_ns()}.pt.trace.json" + (".gz" if use_gzip else "")
        prof.export_chrome_trace(os.path.join(dir_name, name))
    return write


_RECORDING = (ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE)


class profile:
    """A context that records ops, step by step where a `schedule` says so; `step()` ends a step."""

    def __init__(self, *, activities=None, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False,
                 with_stack=False, with_flops=False, with_modules=False, experimental_config=None,
                 execution_trace_observer=None, acc_events=False, use_cuda=None, custom_trace_id_callback=None,
                 post_processing_timeout_s=None):
        if execution_trace_observer is not None:
            raise NotImplementedError("profile: execution_trace_observer: there are no execution traces")
        if activities is not None and not set(activities):
            raise AssertionError("No valid profiler activities found")
        if use_cuda or any(a is not ProfilerActivity.CPU for a in activities or ()):
            warnings.warn("CUDA is not available, disabling CUDA profiling", stacklevel=2)
        self._options = dict(record_shapes=record_shapes, profile_memory=profile_memory, with_stack=with_stack,
                             with_flops=with_flops, with_modules=with_modules, experimental_config=experimental_config)
        self._schedule, self.on_trace_ready, self.acc_events = schedule, on_trace_ready, acc_events
        _record(False, **self._options)
        self.step_num = 0
        self.profiler = None
        self.current_action = ProfilerAction.NONE
        self._kept = None

    def _action(self):
        return ProfilerAction.RECORD if self._schedule is None else self._schedule(self.step_num)

    def start(self):
        self._enter(self._action())

    def stop(self):
        if self.current_action in _RECORDING:
            self._leave(True)
        self.current_action = ProfilerAction.NONE

    def _enter(self, action):
        self.current_action = action
        if action in _RECORDING:
            self.profiler = _record(**self._options)
            self.profiler.__enter__()
            self._range()

    def _range(self):
        self._step_range = None
        if self._schedule is not None:
            self._step_range = record_function(f"ProfilerStep#{self.step_num}")
            self._step_range.__enter__()

    def _end_range(self):
        if self._step_range is not None:
            self._step_range.__exit__(None, None, None)

    def _leave(self, ready):
        self._end_range()
        self.profiler.__exit__(None, None, None)
        events = self.profiler.function_events
        if self.acc_events and self._kept is not None:
            events = EventList([*self._kept, *events], events._profile_memory, events._with_stack)
        self._kept = events
        if ready and self.on_trace_ready is not None:
            self.on_trace_ready(self)

    def step(self):
        """Ends a step, and does what the schedule says for the next one."""
        before = self.current_action
        if before in _RECORDING:
            self._end_range()
            self._step_range = None
        self.step_num += 1
        action = self._action()
        if before is ProfilerAction.RECORD_AND_SAVE:
            self._leave(True)
            self._enter(action)
        elif before is ProfilerAction.RECORD and action not in _RECORDING:
            self._leave(False)
            self._enter(action)
        elif before in _RECORDING:
            self.current_action = action
            self._range()
        else:
            self._enter(action)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()
        return None

    def _finished(self):
        if self._kept is None:
            raise AssertionError("Profiler must be initialized before getting events")
        return self._kept

    def events(self):
        return self._finished()

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        """Sums over the events of one name: `key_averages().table(sort_by="cpu_time_total")`."""
        return self._finished().key_averages(group_by_input_shape, group_by_stack_n, group_by_overload_name)

    def export_chrome_trace(self, path):
        """Writes the events for chrome://tracing or Perfetto, compressed where the name ends in .gz."""
        self._finished().export_chrome_trace(path)
        if path.endswith(".gz"):
            import gzip
            with open(path, "rb") as plain:
                data = plain.read()
            with gzip.open(path, "wb") as packed:
                packed.write(data)

    def export_stacks(self, path, metric="self_cpu_time_total"):
        self._finished().export_stacks(path, metric)

    def export_memory_timeline(self, path, device=None):
        raise NotImplementedError("export_memory_timeline: allocations are counted by op, not recorded over time")

    def add_metadata(self, key, value):
        raise NotImplementedError("add_metadata: traces have no metadata")

    def add_metadata_json(self, key, value):
        raise NotImplementedError("add_metadata_json: traces have no metadata")

    def toggle_collection_dynamic(self, enable, activities):
        raise NotImplementedError("toggle_collection_dynamic: use start() and stop()")
