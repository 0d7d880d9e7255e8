"""Gradient hooks: Python callables behind C callbacks, kept alive until the library lets go of them."""
import ctypes
import threading
import weakref

from .._base import BOOL, I32, I64, PTR, Tensor, check, pending, quick_fn

_retain = quick_fn("ew_tensor_retain", Tensor, Tensor)
_retain_raw = quick_fn("ew_tensor_retain", PTR, Tensor)
_register = quick_fn("ew_tensor_register_hook", I32, Tensor, PTR, PTR, PTR, BOOL, ctypes.POINTER(I64))
_remove = quick_fn("ew_tensor_remove_hook", I32, Tensor, I64)
_set_error = quick_fn("ew_set_error", None, I32, ctypes.c_char_p)

#: Python objects that C holds, by the number that is their payload.
_objects = {}
_next = [1]


def keep(obj):
    key = _next[0]
    _next[0] += 1
    _objects[key] = obj
    return key


@ctypes.CFUNCTYPE(None, PTR)
def destroy(key, _objects=_objects):
    _objects.pop(key, None)


DESTROY = ctypes.cast(destroy, PTR)


def borrowed(handle):
    """A Python tensor for a handle that C lends: takes a reference of its own."""
    raw = Tensor._own(handle)
    try:
        return _retain(raw)
    finally:
        raw._handle_ = None


def given(tensor):
    """The address of a new reference for C."""
    return _retain_raw(tensor)


def failed(error):
    """Keeps a Python exception for the caller of the library and gives C its status."""
    pending.append(error)
    _set_error(9, f"{type(error).__name__}: {error}".encode())
    return 9


@ctypes.CFUNCTYPE(I32, PTR, ctypes.POINTER(PTR), PTR)
def _call(gradient, out, key):
    try:
        new = _objects[key](borrowed(gradient))
        if new is not None:
            if not isinstance(new, Tensor):
                raise TypeError(f"expected Variable, but hook returned '{type(new).__name__}'")
            out[0] = given(new)
        return 0
    except BaseException as error:
        return failed(error)


_CALL = ctypes.cast(_call, PTR)


_thread = threading.local()


def saved_hooks():
    """The `saved_tensors_hooks` in force on this thread, innermost last."""
    try:
        return _thread.saved
    except AttributeError:
        _thread.saved = []
        return _thread.saved


class RemovableHandle:
    """Takes a hook away again."""

    def __init__(self, tensor, cell, id):
        self._tensor, self._cell, self.id = weakref.ref(tensor), cell, id

    def remove(self):
        # The graph may hold the hook longer than Python holds the tensor.
        self._cell[0] = None
        tensor = self._tensor()
        if tensor is not None:
            check(_remove(tensor, self.id))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def register(tensor, hook, post_accumulate):
    if not callable(hook):
        raise TypeError("hook must be callable")
    if post_accumulate:
        function = hook
        hook = lambda leaf: function(tensor_ref() if tensor_ref() is not None else leaf) and None
        tensor_ref = weakref.ref(tensor)
    cell = [hook]
    key = keep(lambda gradient: None if cell[0] is None else cell[0](gradient))
    id = I64()
    status = _register(tensor, _CALL, key, DESTROY, post_accumulate, id)
    if status:
        _objects.pop(key, None)
        check(status)
    return RemovableHandle(tensor, cell, id.value)
