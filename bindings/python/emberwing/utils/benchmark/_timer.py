"""Timing a statement, and what came of it."""
import dataclasses
import math
import statistics
import textwrap
import timeit
from time import perf_counter as timer

import emberwing as ew

__all__ = ["Measurement", "TaskSpec", "Timer", "select_unit", "timer"]

_UNITS = (("s", 1.0), ("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9))


def select_unit(t):
    """(name, seconds) of the unit that a time reads best in."""
    for name, size in _UNITS:
        if t >= size:
            return name, size
    return _UNITS[-1]


@dataclasses.dataclass(init=True, repr=False, eq=True, frozen=True)
class TaskSpec:
    """What was timed."""
    stmt: str
    setup: str
    global_setup: str = ""
    label: str | None = None
    sub_label: str | None = None
    description: str | None = None
    env: str | None = None
    num_threads: int = 1

    @property
    def title(self):
        return self.label or (self.stmt if "\n" not in self.stmt else self.stmt[:60] + "...") + (
            f": {self.sub_label}" if self.sub_label else "")


@dataclasses.dataclass(init=True, repr=False)
class Measurement:
    """Times of repeated runs, `number_per_run` times a statement each; times are in seconds for one statement."""
    number_per_run: int
    raw_times: list
    task_spec: TaskSpec
    metadata: dict | None = None

    def __getattr__(self, name):
        if name in ("stmt", "setup", "label", "sub_label", "description", "env", "num_threads", "title"):
            return getattr(self.task_spec, name)
        raise AttributeError(f"'Measurement' object has no attribute '{name}'")

    def _sorted(self):
        if not self.raw_times:
            raise ValueError("Measurement has no times")
        return sorted(self.times)

    @property
    def times(self):
        return [t / self.number_per_run for t in self.raw_times]

    @property
    def median(self):
        return statistics.median(self._sorted())

    @property
    def mean(self):
        return statistics.fmean(self._sorted())

    def _percentile(self, q):
        times = self._sorted()
        place = (len(times) - 1) * q
        low = math.floor(place)
        high = min(low + 1, len(times) - 1)
        return times[low] + (times[high] - times[low]) * (place - low)

    @property
    def iqr(self):
        """The distance between the quartiles."""
        return self._percentile(0.75) - self._percentile(0.25)

    @property
    def significant_figures(self):
        """How many figures of the median mean something, by the spread and count of the times."""
        spread = self.iqr / 1.349
        if spread == 0:
            return 5
        interval = 1.645 * spread / math.sqrt(len(self.raw_times))
        return max(1, min(5, math.floor(math.log10(self.median / interval)) if interval < self.median else 1))

    @property
    def has_warnings(self):
        return len(self.raw_times) < 2 or self.iqr / self.median > 0.1

    def meets_confidence(self, threshold=0.1):
        return bool(self.raw_times) and self.iqr / self.median < threshold

    @staticmethod
    def merge(measurements):
        """Measurements of the same task together."""
        groups = {}
        for m in measurements:
            groups.setdefault(m.task_spec, []).append(m)
        merged = []
        for spec, group in groups.items():
            if len({m.number_per_run for m in group}) != 1:
                raise NotImplementedError("Measurement.merge: measurements of different number_per_run")
            merged.append(Measurement(group[0].number_per_run, [t for m in group for t in m.raw_times], spec))
        return merged

    @property
    def as_row_name(self):
        return self.sub_label or self.stmt or "[Unknown]"

    def __repr__(self):
        name, size = select_unit(self.median)
        lines = [f"{type(self).__module__.replace('emberwing', 'torch')}.{type(self).__name__} object", str(self.title)]
        if self.description and self.description not in lines:
            lines.append(self.description)
        if self.setup and self.setup != "pass":
            lines.append("setup: " + textwrap.indent(self.setup, "  ").strip())
        n = len(self.raw_times)
        lines.append(f"  {'Median: ' if n > 1 else ''}{self.median / size:.2f} {name}")
        if n > 2:
            lines.append(f"  IQR:    {self.iqr / size:.2f} {name} ({self._percentile(0.25) / size:.2f} to "
                         f"{self._percentile(0.75) / size:.2f})")
        lines.append(f"  {n} measurement{'s' if n > 1 else ''}, {self.number_per_run} runs "
                     f"{'per measurement, ' if n > 1 else ', '}{self.num_threads} thread{'s' if self.num_threads > 1 else ''}")
        return "\n".join(lines)


class Timer:
    """Times a Python statement, with a fixed number of the library's threads."""

    def __init__(self, stmt="pass", setup="pass", global_setup="", timer=timer, globals=None, label=None, sub_label=None,
                 description=None, env=None, num_threads=1, language="python"):
        if str(getattr(language, "name", language)).lower() not in ("python", "py"):
            raise NotImplementedError(f"Timer: language: {language}: only Python statements are timed")
        if global_setup:
            raise ValueError(f"global_setup is C++ only, got `{global_setup}`. Most likely this code can simply be moved to "
                             "`setup`.")
        self._globals = {"torch": ew, **(globals or {})}
        stmt, setup = textwrap.dedent(stmt).strip(), textwrap.dedent(setup).strip()
        self._timer = timeit.Timer(stmt, setup or "pass", timer, self._globals)
        self._task_spec = TaskSpec(stmt, setup, global_setup, label, sub_label, description, env, num_threads)

    def _threaded(self, run):
        before = ew.get_num_threads()
        ew.set_num_threads(self._task_spec.num_threads)
        try:
            return run()
        finally:
            ew.set_num_threads(before)

    def _timeit(self, number):
        return max(self._timer.timeit(number), 1e-9)

    def timeit(self, number=1000000):
        """Runs the statement `number` times, after a short warm-up, as one measurement."""
        def run():
            self._timeit(max(number // 100, 2))
            return Measurement(number, [self._timeit(number)], self._task_spec)
        return self._threaded(run)

    def repeat(self, repeat=-1, number=-1):
        raise NotImplementedError("See `Timer.blocked_autorange.`")

    def autorange(self, callback=None):
        raise NotImplementedError("See `Timer.blocked_autorange.`")

    def _block(self, min_run_time):
        self._timeit(1)
        number = 1
        while True:
            taken = self._timeit(number)
            if taken > min(min_run_time / 1000, 1e-3) or number > 10 ** 9:
                return number
            number *= 10

    def blocked_autorange(self, callback=None, min_run_time=0.2):
        """Measures blocks of runs, large enough for the clock, until `min_run_time` seconds have gone."""
        def run():
            number = self._block(min_run_time)
            times, total = [], 0.0
            while total < min_run_time:
                t = self._timeit(number)
                times.append(t)
                total += t
                if callback is not None:
                    callback(number, t)
            return Measurement(number, times, self._task_spec)
        return self._threaded(run)

    def adaptive_autorange(self, threshold=0.1, *, min_run_time=0.01, max_run_time=10.0, callback=None):
        """As `blocked_autorange`, until the quartiles are within `threshold` of the median."""
        def run():
            number = self._block(0.05)
            times, total = [], 0.0
            while total < max_run_time:
                t = self._timeit(number)
                times.append(t)
                total += t
                if callback is not None:
                    callback(number, t)
                made = Measurement(number, times, self._task_spec)
                if total >= min_run_time and len(times) > 3 and made.meets_confidence(threshold):
                    break
            return Measurement(number, times, self._task_spec)
        return self._threaded(run)

    def collect_callgrind(self, number=100, *, repeats=None, collect_baseline=True, retain_out_file=False):
        raise NotImplementedError("Timer.collect_callgrind: instructions are not counted")
