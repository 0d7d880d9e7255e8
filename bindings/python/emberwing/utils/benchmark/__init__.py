"""torch.utils.benchmark: how long a statement takes."""
from ._compare import Compare
from ._timer import Measurement, TaskSpec, Timer, timer

__all__ = ["Compare", "Measurement", "TaskSpec", "Timer", "timer"]
