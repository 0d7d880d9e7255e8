"""torch.linalg: what the library has of it so far."""
from ._generated import functions as _F

globals().update(_F.LINALG)
diagonal, matmul = _F.diagonal, _F.matmul


class LinAlgError(RuntimeError):
    """A matrix that an algorithm cannot take."""


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None, out=None):
    """Vector norm of order `ord` over `dim`, or over all elements."""
    r = _F.linalg_vector_norm(x, ord, dim, keepdim, dtype=dtype)
    if out is None:
        return r
    from ._base import deliver
    return deliver(out, r)
