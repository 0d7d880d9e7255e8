"""All parameters as one vector, and back."""

import emberwing as ew
from ..._tensor import Tensor
from ...utils._names import typename

__all__ = ["parameters_to_vector", "vector_to_parameters"]


def _on_one_device(parameters):
    """Yields the parameters, which must all be on one device."""
    first = None
    for param in parameters:
        first = param.device if first is None else first
        if param.device != first:
            raise TypeError("Found two parameters on different devices, this is currently not supported.")
        yield param


def parameters_to_vector(parameters):
    """The values of all parameters in one vector."""
    return ew.cat([param.view(-1) for param in _on_one_device(parameters)])


def vector_to_parameters(vec, parameters):
    """Gives the parameters the values of a vector, of which they become views."""
    if not isinstance(vec, Tensor):
        raise TypeError(f"expected torch.Tensor, but got: {typename(vec)}")
    start = 0
    for param in _on_one_device(parameters):
        count = param.numel()
        param.data = vec[start:start + count].view_as(param).data
        start += count
