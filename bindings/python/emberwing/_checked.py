"""Methods under their old names, and arguments that PyTorch checks before it converts them."""
from . import _types
from ._base import Tensor
from ._generated import functions as F


def narrow(input, dim, start, length):
    """Elements `start` to `start + length` of a dimension: a view."""
    if isinstance(start, Tensor) and (start.dim() or start.dtype is _types.bool or start.dtype.is_floating_point):
        raise RuntimeError("start must be an 0-dim integral Tensor.")
    return F.narrow(input, dim, start, length)


def resize_as_(input, the_template, *, memory_format=None):
    """Changes the shape of `input` to that of another tensor; new elements are arbitrary."""
    return input.resize_(the_template.shape)


Tensor.__rdiv__ = Tensor.__rtruediv__
Tensor.narrow = narrow
FUNCTIONS = {"narrow": narrow, "resize_as_": resize_as_}
