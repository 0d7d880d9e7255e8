"""One transform at work: the leaves it differentiates by, and what its results keep of the graph.

A transform makes leaves of its own from the inputs (or, where an input belongs to the graph already, a view of it), and
differentiates by those alone, so transforms nest without confusing their derivatives. A result stays part of the graph
only if its gradients go to a leaf from outside of the transform: leaves carry the depth at which they were made.
"""
import threading

from .._base import BOOL, I32, I64, PTR, SIZE, Tensor, check, quick_fn, tensors
from .._functions import zeros_like
from .._generated import functions as F
from ..autograd import grad as _grad
from ..autograd.modes import _set_enabled

_set_level = quick_fn("ew_tensor_set_level", I32, Tensor, I64)
_reaches = quick_fn("ew_reaches_leaf", BOOL, PTR, SIZE, I64)
_thread = threading.local()


def depth():
    """How many transforms are at work on this thread."""
    return getattr(_thread, "depth", 0)


def reaches(values, level):
    """Whether gradients of any of `values` go to a leaf of at most this level."""
    tracked = [v for v in values if isinstance(v, Tensor) and v.requires_grad]
    if not tracked:
        return False
    handles, n = tensors(tracked)
    return _reaches(handles, n, level)


def differentiable(t):
    return t.dtype.is_floating_point or t.dtype.is_complex


class Level:
    """A transform: records inside its `with` block, whatever the mode outside."""

    def __enter__(self):
        self.recording = _set_enabled(True)
        self.outside = depth()
        _thread.depth = self.outside + 1
        return self

    def __exit__(self, *exception):
        _thread.depth = self.outside
        _set_enabled(self.recording)

    def leaf(self, t):
        """A tensor to differentiate by, with the elements of `t` and outside of its graph."""
        t = t.detach().requires_grad_(True)
        check(_set_level(t, self.outside + 1))
        return t

    def track(self, t):
        """A tensor to differentiate by: a view where `t` belongs to somebody's graph."""
        if not isinstance(t, Tensor):
            raise ValueError(f"Thing passed to transform API must be Tensor, got {type(t)}")
        return F.view_as(t, t) if self.recording and t.requires_grad else self.leaf(t)

    def seen_outside(self, values):
        """Whether somebody outside may differentiate what is computed from `values`."""
        return self.recording and reaches(values, self.outside)

    def release(self, values):
        """The tensors as the caller gets them: in the graph only where a leaf from outside is behind them."""
        if not self.seen_outside(values):
            return [v.detach() if isinstance(v, Tensor) and v.requires_grad else v for v in values]
        return [v.detach() if isinstance(v, Tensor) and v.requires_grad and not reaches((v,), self.outside) else v
                for v in values]

    def pull(self, outputs, inputs, vectors, keep=False):
        """vᵀJ: gradients of the outputs, zeros where an input has no part in them. `vectors` None is a one."""
        again = self.seen_outside([*outputs, *(v for v in vectors if v is not None)])
        pairs = [(o, v) for o, v in zip(outputs, vectors) if o.requires_grad]
        found = [None] * len(inputs)
        if pairs and inputs:
            found = _grad([o for o, _ in pairs], inputs, [v for _, v in pairs], retain_graph=keep or again,
                          create_graph=again, allow_unused=True)
        return [zeros_like(x) if g is None else g for g, x in zip(found, inputs)]

    def push(self, outputs, inputs):
        """The function v → J v. The gradient of the outputs is linear in its seed: differentiating it by the seed gives J."""
        seeds = [self.leaf(zeros_like(o)) if o.requires_grad else None for o in outputs]
        active = [s for s in seeds if s is not None]
        grads = [None] * len(inputs)
        if active and inputs:
            grads = _grad([o for o, s in zip(outputs, seeds) if s is not None], inputs, active, create_graph=True,
                          allow_unused=True)
        used = [i for i, g in enumerate(grads) if g is not None and g.requires_grad]
        linear = self.seen_outside([grads[i] for i in used])

        def along(vectors, outside=False):
            again = linear or outside
            found = iter(())
            if used:
                found = iter(_grad([grads[i] for i in used], active, [vectors[i] for i in used], retain_graph=True,
                                   create_graph=again, allow_unused=True))
            result = []
            for o, s in zip(outputs, seeds):
                t = next(found, None) if s is not None else None
                result.append(zeros_like(o) if t is None else t)
            return result
        return along


def functionalize(func, *, remove="mutations"):
    """PyTorch's rewriting of in-place ops in a traced program; there is no tracing here."""
    raise NotImplementedError("functionalize(): programs are not traced, so there is nothing to take mutations out of")
