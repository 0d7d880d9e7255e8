"""What a profile recorded: events, their sums by name, and the table of them."""
import json
import os

__all__ = ["EventList", "FunctionEvent", "FunctionEventAvg", "Interval"]


class Interval:
    """Start and end in microseconds since the profile began."""

    def __init__(self, start, end):
        self.start, self.end = start, end

    def elapsed_us(self):
        return self.end - self.start


class _Times:
    @property
    def cpu_time(self):
        return self.cpu_time_total / self.count if self.count else 0.0

    device_time = device_time_total = self_device_time_total = device_memory_usage = self_device_memory_usage = 0
    cuda_time = cuda_time_total = self_cuda_time_total = 0
    flops = 0


class FunctionEvent(_Times):
    """One call of an op, or one named range."""
    count = 1

    def __init__(self, id, name, thread, start, end, shapes, memory, stack, is_user_annotation):
        self.id, self.name, self.key, self.thread = id, name, name, thread
        self.trace_name = name
        self.time_range = Interval(start, end)
        self.input_shapes = shapes or []
        self.cpu_memory_usage = memory
        self.stack = stack or []
        self.is_user_annotation = is_user_annotation
        self.is_async = self.is_remote = False
        self.cpu_parent, self.cpu_children = None, []

    @property
    def cpu_time_total(self):
        return self.time_range.elapsed_us()

    @property
    def self_cpu_time_total(self):
        return self.cpu_time_total - sum(c.cpu_time_total for c in self.cpu_children)

    @property
    def self_cpu_memory_usage(self):
        return self.cpu_memory_usage - sum(c.cpu_memory_usage for c in self.cpu_children)

    def __repr__(self):
        return (f"<FunctionEvent id={self.id} name={self.name} cpu_time={_time(self.cpu_time_total)} "
                f"thread={self.thread} input_shapes={self.input_shapes}>")


class FunctionEventAvg(_Times):
    """The events of one name together."""

    def __init__(self):
        self.key = None
        self.count = self.cpu_time_total = self.self_cpu_time_total = 0
        self.cpu_memory_usage = self.self_cpu_memory_usage = 0
        self.input_shapes, self.stack = [], []
        self.is_user_annotation = False

    def add(self, other):
        if self.key is None:
            self.key = other.key
            self.input_shapes, self.stack = other.input_shapes, other.stack
            self.is_user_annotation = other.is_user_annotation
        for name in ("count", "cpu_time_total", "self_cpu_time_total", "cpu_memory_usage", "self_cpu_memory_usage"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    __iadd__ = add

    def __repr__(self):
        return (f"<FunctionEventAvg key={self.key} self_cpu_time={_time(self.self_cpu_time_total)} "
                f"cpu_time={_time(self.cpu_time)} input_shapes={self.input_shapes}>")


def _time(us):
    return f"{us / 1e6:.3f}s" if us >= 1e6 else f"{us / 1e3:.3f}ms" if us >= 1e3 else f"{us:.3f}us"


def _bytes(n):
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if abs(n) >= size:
            return f"{n / size:.2f} {unit}"
    return f"{n} B"


def nest(events):
    """Gives events of each thread their parents and children, by their times."""
    open_by_thread = {}
    for e in sorted(events, key=lambda e: (e.time_range.start, -e.time_range.end)):
        stack = open_by_thread.setdefault(e.thread, [])
        while stack and stack[-1].time_range.end < e.time_range.end:
            stack.pop()
        while stack and stack[-1].time_range.end <= e.time_range.start:
            stack.pop()
        if stack:
            e.cpu_parent = stack[-1]
            stack[-1].cpu_children.append(e)
        stack.append(e)


class EventList(list):
    """Events of a profile, or their averages."""

    def __init__(self, events=(), profile_memory=False, with_stack=False):
        super().__init__(events)
        self._profile_memory, self._with_stack = profile_memory, with_stack

    @property
    def self_cpu_time_total(self):
        return sum(e.self_cpu_time_total for e in self)

    def key_averages(self, group_by_input_shape=False, group_by_stack_n=0, group_by_overload_name=False):
        """Sums over the events of one name, and of one tuple of shapes or the same calling lines where that is asked for."""
        groups = {}
        for e in self:
            key = (e.key, str(e.input_shapes) if group_by_input_shape else "", tuple(e.stack[:group_by_stack_n]))
            groups.setdefault(key, FunctionEventAvg()).add(e)
        result = EventList(groups.values(), self._profile_memory, self._with_stack)
        for e in result:
            if not group_by_input_shape:
                e.input_shapes = []
            e.stack = e.stack[:group_by_stack_n]
        return result

    def total_average(self):
        total = FunctionEventAvg()
        for e in self:
            total.add(e)
            total.key = None
        total.key = "Total"
        return total

    def table(self, sort_by=None, row_limit=100, max_src_column_width=75, max_name_column_width=55,
              max_shapes_column_width=80, header=None, top_level_events_only=False, time_unit=None):
        """The events as text, the largest first by `sort_by`, an attribute such as "cpu_time_total"."""
        events = [e for e in self if not (top_level_events_only and getattr(e, "cpu_parent", None) is not None)]
        if sort_by is not None:
            sort_by = sort_by.replace("cuda", "device")
            if events and not hasattr(events[0], sort_by):
                raise AttributeError(f"table: sort_by: events have no '{sort_by}'")
            events.sort(key=lambda e: getattr(e, sort_by), reverse=True)
        total = sum(e.self_cpu_time_total for e in self)
        show = {None: _time, "s": lambda t: f"{t / 1e6:.3f}s", "ms": lambda t: f"{t / 1e3:.3f}ms",
                "us": lambda t: f"{t:.3f}us"}[time_unit]
        shapes = any(e.input_shapes for e in events)
        stacks = any(e.stack for e in events)
        heads = ["Name", "Self CPU %", "Self CPU", "CPU total %", "CPU total", "CPU time avg"]
        heads += ["CPU Mem", "Self CPU Mem"] if self._profile_memory else []
        heads += ["# of Calls"] + (["Input Shapes"] if shapes else []) + (["Source Location"] if stacks else [])
        rows = []
        for e in events[:None if row_limit < 0 else row_limit]:
            def percent(t):
                return f"{100 * t / total if total else 0:.2f}%"
            row = [_cut(e.key, max_name_column_width), percent(e.self_cpu_time_total), show(e.self_cpu_time_total),
                   percent(e.cpu_time_total), show(e.cpu_time_total), show(e.cpu_time)]
            if self._profile_memory:
                row += [_bytes(e.cpu_memory_usage), _bytes(e.self_cpu_memory_usage)]
            row.append(str(e.count))
            if shapes:
                row.append(_cut(str(e.input_shapes), max_shapes_column_width))
            if stacks:
                row.append(_cut(e.stack[0] if e.stack else "", max_src_column_width))
            rows.append(row)
        widths = [max(map(len, column)) for column in zip(heads, *rows)]
        line = "  ".join("-" * w for w in widths)
        body = ["  ".join(cell.rjust(w) for cell, w in zip(row, widths)) for row in (heads, *rows)]
        return "\n".join([*([header] if header else []), line, body[0], line, *body[1:], line,
                          f"Self CPU time total: {show(total)}", ""])

    def __str__(self):
        return self.table()

    def export_chrome_trace(self, path):
        """Writes the events for chrome://tracing or Perfetto."""
        events = [{"name": e.name, "ph": "X", "ts": e.time_range.start, "dur": e.time_range.elapsed_us(), "pid": os.getpid(),
                   "tid": e.thread, "cat": "user_annotation" if e.is_user_annotation else "cpu_op",
                   "args": {"Input Dims": e.input_shapes} if e.input_shapes else {}} for e in self]
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"schemaVersion": 1, "traceEvents": events, "displayTimeUnit": "ms"}, file)

    def export_stacks(self, path, metric="self_cpu_time_total"):
        """Writes calling lines and times for a flame graph."""
        if metric not in ("self_cpu_time_total", "self_cuda_time_total", "self_xpu_time_total"):
            raise ValueError(f"metric should be one of: self_cpu_time_total, self_cuda_time_total; got {metric}")
        if not self._with_stack:
            raise ValueError("export_stacks: the profile has to be made with with_stack=True")
        with open(path, "w", encoding="utf-8") as file:
            for e in self:
                value = int(getattr(e, metric))
                if e.stack and value > 0:
                    file.write(";".join(s.replace(" ", "_") for s in reversed(e.stack)) + f" {value}\n")


def _cut(text, width):
    return text if width is None or len(text) <= width else text[:width - 3] + "..."
