"""torch.compiler: there is no compiler; functions run as they are."""
import functools

from .._compile import _BACKENDS
from .._compile import compile as _compile

__all__ = ["compile", "config", "assume_constant_result", "reset", "allow_in_graph", "substitute_in_graph", "list_backends",
           "disable", "set_stance", "set_enable_guard_collectives", "cudagraph_mark_step_begin", "is_compiling",
           "is_dynamo_compiling", "is_exporting", "keep_portable_guards_unsafe", "nested_compile_region"]


def compile(*args, **kwargs):
    """`torch.compile`."""
    return _compile(*args, **kwargs)


def reset():
    """Forgets what was compiled: nothing."""


def is_compiling():
    """Whether a compiler is tracing the caller; never here."""
    return False


def is_dynamo_compiling():
    return False


def is_exporting():
    return False


def allow_in_graph(fn):
    """`fn` as it is; a list of functions comes back as it is too."""
    if isinstance(fn, (list, tuple)):
        return [allow_in_graph(f) for f in fn]
    if not callable(fn):
        raise AssertionError("allow_in_graph expects a callable")
    return fn


def assume_constant_result(fn):
    return fn


def nested_compile_region(fn=None, **options):
    return (lambda f: f) if fn is None else fn


def substitute_in_graph(original_fn, *, can_constant_fold_through=False, skip_signature_check=False, is_embedded_type=False):
    """A decorator that names a stand-in for tracing; nothing is traced."""
    return lambda traceable_fn: traceable_fn


def disable(fn=None, recursive=True, *, reason=None):
    """`fn`, kept out of compilation: as it is. Without `fn`, a decorator."""
    return functools.partial(disable, recursive=recursive, reason=reason) if fn is None else fn


def list_backends(exclude_tags=("debug", "experimental")):
    """Names that `torch.compile` takes; all of them run a model as it is."""
    return sorted(_BACKENDS)


class set_stance:
    """A context, decorator or call that says how to compile; all that work without a compiler are taken."""

    def __init__(self, stance="default", *, skip_guard_eval_unsafe=False, force_backend=None):
        known = ("default", "force_eager", "eager_on_recompile", "eager_then_compile", "aot_eager_then_compile",
                 "fail_on_recompile")
        if stance not in known:
            raise RuntimeError(f"invalid torch.compile stance '{stance}'")
        self.stance = stance

    def __call__(self, fn):
        return fn

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False


def cudagraph_mark_step_begin():
    """Marks a step for graphs of a GPU; there are none."""


def set_enable_guard_collectives(enabled):
    """There are no guards; returns the setting before."""
    return False


def keep_portable_guards_unsafe(guard_entries):
    return [False] * len(guard_entries)


class _Config:
    """Settings of a compiler that is not there."""
    job_id = None
    cache_key_tag = ""
    dynamic_sources = ""
    force_disable_caches = False


config = _Config()
