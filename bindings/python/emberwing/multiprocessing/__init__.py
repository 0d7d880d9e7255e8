"""torch.multiprocessing: Python's multiprocessing, with tensors sent as memory that both processes share."""
import multiprocessing
from multiprocessing import *  # noqa: F401,F403
from multiprocessing.reduction import ForkingPickler as _ForkingPickler

from . import reductions
from .spawn import (ProcessContext, ProcessExitedException, ProcessRaisedException, SpawnContext,  # noqa: F401
                    spawn, start_processes)

__all__ = [*multiprocessing.__all__, "set_sharing_strategy", "get_sharing_strategy", "get_all_sharing_strategies", "spawn",
           "start_processes", "SpawnContext", "ProcessContext", "ProcessRaisedException", "ProcessExitedException"]


def get_all_sharing_strategies():
    return {"file_descriptor"}


def get_sharing_strategy():
    return "file_descriptor"


def set_sharing_strategy(new_strategy):
    """Takes the one strategy there is: memory without a name, whose descriptor is sent."""
    if new_strategy not in get_all_sharing_strategies():
        raise NotImplementedError(f"set_sharing_strategy: '{new_strategy}': shared memory goes by file_descriptor")


def __getattr__(name):
    if hasattr(multiprocessing, name):
        return getattr(multiprocessing, name)
    raise AttributeError(f"Emberwing has no torch.multiprocessing.{name}")


reductions.register(_ForkingPickler)
