"""Sums of products, integrals, differences, and positions."""
import builtins
import operator

from . import _functions as T
from . import _types
from ._base import Tensor
from ._generated import functions as F
from ._register import both, function, into, listed


# ---- products --------------------------------------------------------------------------------------------------------

def _letter(i):
    if not 0 <= i < 52:
        raise ValueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")
    return chr(ord("A") + i) if i < 26 else chr(ord("a") + i - 26)


def _subscripts(values):
    return "".join("..." if v is Ellipsis else _letter(operator.index(v)) for v in values)


@function
def einsum(*args):
    """Products of tensors summed over the dimensions that the result does not name."""
    if len(args) < 2:
        raise ValueError("einsum(): must specify the equation string and at least one operand, or at least one operand and "
                         "its subscripts list")
    if isinstance(args[0], Tensor):
        operands = list(args[0:len(args) - len(args) % 2:2])
        equation = ",".join(_subscripts(s) for s in args[1::2])
        if len(args) % 2:
            equation += "->" + _subscripts(args[-1])
        return F.einsum(equation, operands)
    return F.einsum(args[0], listed(args[1:]))


@function
def tensordot(a, b, dims=2, out=None):
    """Products summed over the last `dims` dimensions of `a` and the first of `b`, or over lists of dimensions."""
    if isinstance(dims, Tensor):
        dims = dims.tolist() if dims.dim() else builtins.int(dims.item())
    if isinstance(dims, (list, tuple)):
        if len(dims) == 2 and all(isinstance(d, (list, tuple)) for d in dims):
            first, second = dims
        elif len(dims) == 2:
            first, second = [dims[0]], [dims[1]]
        else:
            first, second = list(dims[0]), list(dims[1])
    else:
        if dims < 0:
            raise RuntimeError(f"tensordot expects dims >= 0, but got dims={dims}")
        if dims > builtins.min(a.dim(), b.dim()):
            raise RuntimeError(f"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}")
        first, second = list(builtins.range(a.dim() - dims, a.dim())), list(builtins.range(dims))
    return into(F.tensordot_dims(a, b, first, second), out)


# ---- integrals and differences ---------------------------------------------------------------------------------------

def _trapezoid(name, op):
    def integrate(y, x=None, *, dx=None, dim=-1):
        if x is not None and dx is not None:
            raise TypeError(f"{name}() received an invalid combination of arguments: both x and dx")
        return op(y, x, dx=1 if dx is None else dx, dim=dim)
    integrate.__name__, integrate.__doc__ = name, op.__doc__
    function(integrate)


_trapezoid("trapezoid", F.trapezoid)
_trapezoid("trapz", F.trapezoid)
_trapezoid("cumulative_trapezoid", F.cumulative_trapezoid)


@function
def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """Numerical derivatives along the dimensions, one tensor for each."""
    rank = input.dim()
    spacing = 1 if spacing is None else spacing
    if dim is None:
        dims = list(builtins.range(rank))
    else:
        dims = [dim] if isinstance(dim, builtins.int) else list(dim)
    seen = set()
    for d in dims:
        if not -builtins.max(rank, 1) <= d < builtins.max(rank, 1):
            raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {d})")
        if d % builtins.max(rank, 1) in seen:
            raise RuntimeError(f"dim {d} appears multiple times in the list of dims")
        seen.add(d % builtins.max(rank, 1))
    if isinstance(spacing, (list, tuple)):
        if len(spacing) != len(dims):
            raise RuntimeError(f"torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to "
                               f"'self.dim() = {rank}', but got a list of length {len(spacing)}")
        steps = list(spacing)
    else:
        if isinstance(spacing, Tensor) and spacing.dim():
            raise RuntimeError("torch.gradient expected spacing to be a number or a list")
        steps = [spacing] * len(dims)
    return tuple(F.gradient_coordinates(input, s, d, edge_order) if isinstance(s, Tensor) and s.dim() else
                 F.gradient_step(input, builtins.float(s), d, edge_order) for s, d in zip(steps, dims))


# ---- positions -------------------------------------------------------------------------------------------------------

@function
def unravel_index(indices, shape):
    """The coordinates, one tensor for each dimension, of flat positions in a tensor of that shape."""
    if indices.dtype.is_floating_point or indices.dtype.is_complex or indices.dtype is _types.bool:
        raise ValueError(f"expected 'indices' to be integer dtype, but got {indices.dtype!r}")
    if isinstance(shape, Tensor):
        shape = shape.tolist()
    shape = (shape,) if isinstance(shape, builtins.int) else tuple(shape)
    if any(not isinstance(s, builtins.int) for s in shape):
        raise ValueError("expected 'shape' to be int or sequence of ints")
    if any(s < 0 for s in shape):
        raise ValueError(f"'shape' cannot have negative values, but got {shape}")
    result, step = [], 1
    for s in reversed(shape):
        result.append(F.remainder(F.floor_divide(indices, step), s))
        step *= s
    return tuple(reversed(result))


@function
def range(start=0, end=None, step=1, *, out=None, dtype=None, **keywords):
    """Values `start, start + step, …` up to and with `end`."""
    if end is None:
        start, end = 0, start
    if (step > 0 and end < start) or (step < 0 and end > start):
        raise RuntimeError("upper bound and larger bound inconsistent with step sign")
    count = builtins.int((end - start) / step) + 1
    if dtype is None:
        dtype = _types.get_default_dtype()
    return into(T.arange(0, count, dtype=_types.float64).mul(step).add(start).to(dtype), out)
