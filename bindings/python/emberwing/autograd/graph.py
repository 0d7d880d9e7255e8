"""The graph from outside: its nodes, hooks on saved tensors, hooks on several gradients."""
import ctypes
import functools
import threading
import weakref
from collections import namedtuple
from contextlib import contextmanager

from .._base import BOOL, I32, I64, PTR, Tensor, check, pending, quick_fn
from . import _hooks, _node
from ._node import Node

__all__ = ["GradientEdge", "Node", "allow_mutation_on_saved_tensors", "disable_saved_tensors_hooks", "get_gradient_edge",
           "increment_version", "register_multi_grad_hook", "save_on_cpu", "saved_tensors_hooks"]

_increment = quick_fn("ew_tensor_increment_version", I32, Tensor)
_push = quick_fn("ew_saved_tensor_hooks_push", I32, PTR, PTR, PTR, PTR, PTR)
_pop = quick_fn("ew_saved_tensor_hooks_pop", I32)
_task = quick_fn("ew_graph_task_id", I64)
_reaches = quick_fn("ew_graph_task_reaches", BOOL, I64)


class GradientEdge(namedtuple("GradientEdge", "node output_nr")):
    """An output of a node: takes the place of a tensor in `torch.autograd.grad` and `backward`."""
    __slots__ = ()


def get_gradient_edge(tensor):
    """Where the gradient of a tensor goes: its `grad_fn`, or the accumulation of a leaf."""
    if not tensor.requires_grad:
        raise RuntimeError("It is not possible to get the gradient edge for a Tensor that does not require gradients")
    return GradientEdge(*_node.edge(tensor))


def increment_version(tensor):
    """Counts an in-place change of a tensor, or of several, that the library could not see."""
    for t in (tensor,) if isinstance(tensor, Tensor) else tensor:
        check(_increment(t))


# ---- saved tensors -----------------------------------------------------------------------------------------------------

@ctypes.CFUNCTYPE(I32, PTR, ctypes.POINTER(PTR), PTR)
def _pack(tensor, out, key):
    try:
        out[0] = _hooks.keep(_hooks._objects[key].pack_hook(_hooks.borrowed(tensor)))
        return 0
    except BaseException as error:
        return _hooks.failed(error)


@ctypes.CFUNCTYPE(PTR, PTR, PTR)
def _unpack(token, key):
    try:
        return _hooks.given(checked(_hooks._objects[key].unpack_hook(_hooks._objects[token])))
    except BaseException as error:
        _hooks.failed(error)
        return None


def checked(value):
    """What an unpack hook returned, if it is a tensor."""
    if not isinstance(value, Tensor):
        raise TypeError(f"Output of saved tensor unpack_hook expected to be a Tensor but got result of type "
                        f"{type(value).__name__}")
    return value


_PACK, _UNPACK = ctypes.cast(_pack, PTR), ctypes.cast(_unpack, PTR)
_state = threading.local()


class saved_tensors_hooks:
    """Graph nodes made inside keep `pack_hook(tensor)` in place of a tensor and get it back by `unpack_hook`."""

    def __init__(self, pack_hook, unpack_hook):
        self.pack_hook, self.unpack_hook = pack_hook, unpack_hook

    def __enter__(self):
        message = getattr(_state, "disabled", None)
        if message is not None:
            raise RuntimeError(message)
        key = _hooks.keep(self)
        check(_push(_PACK, _UNPACK, _hooks.DESTROY, key, _hooks.DESTROY))
        _hooks.saved_hooks().append(self)

    def __exit__(self, kind, *exception):
        _hooks.saved_hooks().pop()
        status = _pop()
        if kind is None:
            check(status)
        elif status:
            # What failed in the hook is not what the block ended with.
            pending.clear()


class save_on_cpu(saved_tensors_hooks):
    """Keeps what is saved for backward in the CPU's memory, where it is already: each saved tensor is a copy there."""

    def __init__(self, pin_memory=False, device_type="cuda"):
        if pin_memory:
            raise NotImplementedError("save_on_cpu(): pin_memory=True")
        super().__init__(lambda t: (t.device, t.cpu()), lambda packed: packed[1].to(packed[0]))


@contextmanager
def disable_saved_tensors_hooks(error_message):
    """Makes entering `saved_tensors_hooks` an error with this message."""
    before = getattr(_state, "disabled", None)
    if _hooks.saved_hooks():
        raise RuntimeError(error_message)
    _state.disabled = error_message
    try:
        yield
    finally:
        _state.disabled = before


class _Originals:
    """Copies of the saved tensors, as `allow_mutation_on_saved_tensors` gives it."""

    def __init__(self):
        self.copies = weakref.WeakSet()

    def clear(self):
        """Forgets the copies: backward through what was saved is an error then."""
        for kept in self.copies:
            kept.tensor = None


class _Copy:
    def __init__(self, tensor):
        self.tensor = tensor


@contextmanager
def allow_mutation_on_saved_tensors():
    """Inside, tensors that backward needs may be changed in place: backward reads copies made when they were saved."""
    originals = _Originals()

    def pack(tensor):
        kept = _Copy(tensor.clone())
        originals.copies.add(kept)
        return kept

    def unpack(kept):
        if kept.tensor is None:
            raise RuntimeError("Trying to backward outside of the 'allow_mutation_on_saved_tensors' contextin which the "
                               "graph was originally recorded.")
        return kept.tensor
    with saved_tensors_hooks(pack, unpack):
        try:
            yield originals
        finally:
            originals.clear()


# ---- several gradients -------------------------------------------------------------------------------------------------

class _MultiHandle:
    def __init__(self, handles):
        self.handles = tuple(handles)

    def remove(self):
        for handle in self.handles:
            handle.remove()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def register_multi_grad_hook(tensors, fn, *, mode="all"):
    """Calls `fn` with all gradients of `tensors` when the last of them is there, or with the first (`mode="any"`)."""
    if mode not in ("all", "any"):
        raise ValueError(f"Expects mode to be one of ('all', 'any') but got {mode}")
    tensors = list(tensors)
    seen = {}
    lock = threading.Lock()
    # Numbers instead of nodes: a node holds its hooks, and must not be held by them.
    numbers = [get_gradient_edge(t).node._number for t in tensors]

    def state():
        task = _task()
        if task not in seen:
            # A pass that failed half way must not leave its gradients behind.
            seen.clear()
            seen[task] = {"count": 0, "grads": [None] * len(numbers), "total": None}
        return seen[task]

    def all_hook(gradient, index):
        with lock:
            s = state()
            s["grads"][index] = gradient
            s["count"] += 1
            if s["total"] is None:
                s["total"] = sum(map(_reaches, numbers))
            done = s["count"] == s["total"]
            if done:
                seen.pop(_task(), None)
        if done:
            fn(s["grads"])

    def any_hook(gradient):
        with lock:
            s = state()
            first = s["count"] == 0
            s["count"] += 1
        if first:
            fn(gradient)

    if mode == "all":
        return _MultiHandle([t.register_hook(functools.partial(all_hook, index=i)) for i, t in enumerate(tensors)])
    return _MultiHandle([t.register_hook(any_hook) for t in tensors])
