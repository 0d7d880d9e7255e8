"""torch._dynamo: the names that programs use of it. No bytecode is compiled."""
from . import config, eval_frame  # noqa: F401
from ..compiler import allow_in_graph, disable, is_compiling, list_backends, reset  # noqa: F401
from .eval_frame import OptimizedModule  # noqa: F401


def optimize(*args, **kwargs):
    """The decorator that `torch.compile` was: functions run as they are."""
    return lambda fn: fn


def graph_break(msg=""):
    """Nothing is compiled, so nothing breaks."""


def mark_dynamic(t, index, **kwargs):
    """Every size is dynamic: nothing is compiled for one."""


def mark_static(t, index=None):
    """Nothing is compiled for a size."""


maybe_mark_dynamic = mark_dynamic
