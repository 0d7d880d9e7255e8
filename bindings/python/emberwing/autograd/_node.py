"""What `tensor.grad_fn` gives: the nodes of the graph, as Python objects that are the same as long as one of them lives."""
import ctypes
import weakref

from .._base import BOOL, I32, I64, PTR, SIZE, Tensor, check, quick_fn, raise_last
from .._tensor import _text
from . import _hooks

_grad_fn = quick_fn("ew_tensor_grad_fn", PTR, Tensor)
_edge = quick_fn("ew_tensor_gradient_edge", PTR, Tensor, ctypes.POINTER(I64))
_release = quick_fn("ew_node_release", None, PTR)
_id = quick_fn("ew_node_id", I64, PTR)
_name = quick_fn("ew_node_name", PTR, PTR)
_next_count = quick_fn("ew_node_next_count", I64, PTR)
_next = quick_fn("ew_node_next", PTR, PTR, I64, ctypes.POINTER(I64))
_variable = quick_fn("ew_node_variable", Tensor, PTR)
_stand_in = quick_fn("ew_node_stand_in", Tensor, PTR, I64)
_payload = quick_fn("ew_node_payload", PTR, PTR)
_keep = quick_fn("ew_node_keep", I32, PTR, PTR, PTR)
_register = quick_fn("ew_node_register_hook", I32, PTR, PTR, PTR, PTR, BOOL, ctypes.POINTER(I64))
_remove = quick_fn("ew_node_remove_hook", I32, PTR, I64)

_alive = weakref.WeakValueDictionary()
_metadata = weakref.WeakValueDictionary()
_classes = {}


class _Metadata(dict):
    """A dictionary that weak references can point to."""


class Node:
    """One application of an op, or the accumulation into a leaf's `grad` (`AccumulateGrad`)."""
    __slots__ = ("_handle", "_number", "_kind", "__weakref__")

    def __init__(self, *args, **keywords):
        raise TypeError(f"cannot create '{type(self).__name__}' instances")

    def name(self):
        """The name of the op with `Backward` and a number, as PyTorch's."""
        return self._kind if self._number > 0 else f"torch::autograd::{self._kind}"

    @property
    def next_functions(self):
        """For each input, the node its gradient goes to and as which of that node's outputs; (None, 0) where to none."""
        found = []
        index = I64()
        for i in range(_next_count(self._handle)):
            handle = _next(self._handle, i, index)
            found.append((None, 0) if not handle else (wrap(handle), index.value))
        return tuple(found)

    @property
    def metadata(self):
        """A dictionary for the program's own use, which lives as long as the node."""
        kept = _metadata.get(self._number)
        if kept is None:
            kept = _metadata[self._number] = _Metadata()
            check(_keep(self._handle, _hooks.keep(kept), _hooks.DESTROY))
        return kept

    def register_hook(self, fn):
        """Calls `fn(grad_inputs, grad_outputs)` after the node has run; a returned tuple replaces grad_inputs."""
        return self._register(fn, False)

    def register_prehook(self, fn):
        """Calls `fn(grad_outputs)` before the node runs; a returned tuple replaces them."""
        return self._register(fn, True)

    def _register(self, fn, before):
        if not callable(fn):
            raise TypeError("hook must be callable")
        cell = [fn]

        def run(inputs, outputs):
            if cell[0] is None:
                return None
            return cell[0](outputs) if before else cell[0](inputs, outputs)
        run.name = getattr(fn, "__name__", repr(fn))
        key = _hooks.keep((run, before))
        number = I64()
        status = _register(self._handle, _CALL, key, _hooks.DESTROY, before, number)
        if status:
            _hooks._objects.pop(key, None)
            check(status)
        return NodeHandle(self, cell, number.value)

    @property
    def _context(self):
        """What the custom function's `forward` left, if this is the node of one."""
        run = _hooks._objects.get(_payload(self._handle))
        return getattr(run, "ctx", None)

    def _sequence_nr(self):
        return max(self._number, 0)

    def __getattr__(self, name):
        if name == "variable" and self._number < 0:
            t = _variable(self._handle)
            if t._handle_ is None:
                raise_last()
            return t
        if not name.startswith("__"):
            context = self._context
            if context is not None:
                return getattr(context, name)
        raise AttributeError(f"'{self._kind}' object has no attribute '{name}'")

    def __del__(self):
        _release(self._handle)

    def __repr__(self):
        return f"<{self._kind} object at {hex(id(self))}>"


class NodeHandle:
    """Takes a node's hook away again."""

    def __init__(self, node, cell, number):
        self._node, self._cell, self.id = weakref.ref(node), cell, number

    def remove(self):
        self._cell[0] = None
        node = self._node()
        if node is not None:
            check(_remove(node._handle, self.id))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def wrap(handle):
    """The object of a node; takes over the reference."""
    number = _id(handle)
    node = _alive.get(number)
    if node is not None:
        _release(handle)
        return node
    name = _text(_name(handle))
    cls = _classes.get(name)
    if cls is None:
        cls = _classes[name] = type(name, (Node,), {"__slots__": ()})
    node = object.__new__(cls)
    node._handle, node._number, node._kind = handle, number, name
    _alive[number] = node
    return node


def of(tensor):
    """`tensor.grad_fn`."""
    handle = _grad_fn(tensor)
    return wrap(handle) if handle else None


def edge(tensor):
    """The node that the gradient of a tensor goes to and as which output, or None."""
    index = I64()
    handle = _edge(tensor, index)
    return (wrap(handle), index.value) if handle else None


def stand_in(node, index):
    """A tensor without meaningful elements in the place of a node's output."""
    t = _stand_in(node._handle, index)
    if t._handle_ is None:
        raise_last()
    return t


@ctypes.CFUNCTYPE(I32, ctypes.POINTER(PTR), SIZE, ctypes.POINTER(PTR), SIZE, ctypes.POINTER(PTR), PTR)
def _call(inputs, n, outputs, m, out, key):
    try:
        run, before = _hooks._objects[key]
        given_in = tuple(_hooks.borrowed(inputs[i]) if inputs[i] else None for i in range(n))
        given_out = tuple(_hooks.borrowed(outputs[i]) if outputs[i] else None for i in range(m))
        new = run(given_in, given_out)
        if new is None:
            return 0
        if isinstance(new, Tensor):
            new = (new,)
        if not isinstance(new, (tuple, list)):
            raise TypeError(f"expected a tuple or None from a hook, but got {type(new).__name__}")
        wanted = m if before else n
        if len(new) != wanted:
            raise RuntimeError(f"hook {run.name!r} has returned an incorrect number of values (got {len(new)}, but "
                               f"expected {wanted})")
        for i, g in enumerate(new):
            if g is not None:
                if not isinstance(g, Tensor):
                    raise TypeError(f"hook has returned a {type(g).__name__}, expected None or a Tensor")
                out[i] = _hooks.given(g)
        return 0
    except BaseException as error:
        return _hooks.failed(error)


_CALL = ctypes.cast(_call, PTR)
