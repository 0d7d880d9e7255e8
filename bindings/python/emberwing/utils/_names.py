"""Names of types as PyTorch's messages give them."""

from .._tensor import Tensor


def typename(value):
    """`torch.FloatTensor` for a tensor, the bare name of a builtin, `module.Name` of anything else."""
    if isinstance(value, Tensor):
        return value.type()
    kind = value if isinstance(value, type) else type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
