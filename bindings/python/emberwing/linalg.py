"""torch.linalg: factorizations, solvers, eigenvalues, norms."""
from collections import namedtuple as _namedtuple

from ._base import LinAlgError, Tensor, deliver, wrap
from ._generated import functions as _F
from ._tensor import _forget


def _into(out, results):
    """Writes results into an `out=` tuple, or returns them."""
    if out is None:
        return results
    if isinstance(out, Tensor):
        return deliver(out, results)
    if len(out) != len(results):
        raise TypeError(f"out: expected {len(results)} tensors, got {len(out)}")
    return type(results)._make([deliver(o, r) for o, r in zip(out, results)])


def _with_out(function):
    """Several results and `out=`."""
    def call(*args, out=None, **keywords):
        return _into(out, function(*args, **keywords))
    call.__name__, call.__qualname__, call.__doc__ = function.__name__, function.__name__, function.__doc__
    return call


_MANY = ("cholesky_ex", "eig", "eigh", "inv_ex", "ldl_factor", "ldl_factor_ex", "lu", "lu_factor", "lu_factor_ex", "polar",
         "qr", "slogdet", "solve_ex", "svd")
globals().update(_F.LINALG)
for _name in _MANY:
    globals()[_name] = _with_out(_F.LINALG[_name])


def _dims(dim):
    return (dim,) if isinstance(dim, int) else dim


def vector_norm(input, ord=2, dim=None, keepdim=False, *, dtype=None, out=None):
    """Vector norm of order `ord` over `dim`, or over all elements."""
    return _into(out, _F.linalg_vector_norm(input, ord, dim, keepdim, dtype=dtype))


def matrix_norm(input, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None, out=None):
    """Matrix norm of order ±1, ±2, ±inf, 'fro' or 'nuc' over two dimensions."""
    f = _F.linalg_matrix_norm_str_ord if isinstance(ord, str) else _F.linalg_matrix_norm
    return _into(out, f(input, ord, _dims(dim), keepdim, dtype=dtype))


def norm(input, ord=None, dim=None, keepdim=False, *, out=None, dtype=None):
    """Vector norm over one dimension or all, or matrix norm over two."""
    f = _F.linalg_norm_ord_str if isinstance(ord, str) else _F.linalg_norm
    return _into(out, f(input, ord, _dims(dim), keepdim, dtype=dtype))


def cond(input, p=None, *, out=None):
    """Condition number `|A| |A⁻¹|` in the matrix norm of order `p`."""
    return _into(out, (_F.linalg_cond_p_str if isinstance(p, str) else _F.linalg_cond)(input, p))


def _tolerance(value):
    return value if value is None or isinstance(value, Tensor) else _F.to_dtype(wrap(float(value)), _float64())


def _float64():
    from . import float64
    return float64


def pinv(input, rcond=None, hermitian=False, *, atol=None, rtol=None, out=None):
    """Moore-Penrose inverse; singular values below `max(atol, rtol · largest)` count as 0."""
    rtol = rcond if rtol is None else rtol
    return _into(out, _F.linalg_pinv(input, atol=_tolerance(atol), rtol=_tolerance(rtol), hermitian=hermitian))


def matrix_rank(input, tol=None, hermitian=False, *, atol=None, rtol=None, out=None):
    """Number of singular values above `max(atol, rtol · largest)`."""
    if tol is not None:
        # The older form: an absolute tolerance alone.
        atol, rtol = tol, 0.0
    return _into(out, _F.linalg_matrix_rank(input, atol=_tolerance(atol), rtol=_tolerance(rtol), hermitian=hermitian))


lstsq = _with_out(_F.linalg_lstsq)


# ---- what `torch` itself shows of it ---------------------------------------------------------------------------------------

_LU = _namedtuple("_lu_with_info", ("LU", "pivots", "info"))


def _lu(A, pivot=True, get_infos=False, out=None):
    """LU factors and pivots of `linalg.lu_factor_ex`, and its error codes if `get_infos`."""
    r = _F.linalg_lu_factor_ex(A, pivot=pivot, check_errors=not get_infos)
    r = _LU(*r) if get_infos else tuple(r)[:2]
    if out is None:
        return r
    if len(out) != len(r):
        raise TypeError(f"expected tuple of {len(r)} elements but got {len(out)}")
    return tuple(deliver(o, x) for o, x in zip(out, r))


def _chain_matmul(*matrices, out=None):
    """Product of one or more matrices."""
    if len(matrices) == 1 and isinstance(matrices[0], (list, tuple)):
        matrices = matrices[0]
    return _into(out, _F.chain_matmul(matrices))


def _pinverse(input, rcond=1e-15):
    """Moore-Penrose inverse; singular values below `rcond` times the largest count as 0."""
    return pinv(input, rtol=rcond)


def _det(input, *, out=None):
    """Determinants of (…, n, n) matrices."""
    return _into(out, _F.linalg_det(input))


def _slogdet(input, *, out=None):
    """Sign and logarithm of the magnitude of the determinants."""
    return _into(out, _F.linalg_slogdet(input))


def _named(name, function):
    function.__name__ = function.__qualname__ = name
    return function


TORCH = {name: _named(name, f) for name, f in {
    "lu": _lu, "pinverse": _pinverse, "det": _det, "slogdet": _slogdet}.items()}
for _name in ("svd", "qr", "geqrf", "triangular_solve", "lu_unpack"):
    TORCH[_name] = _with_out(getattr(_F, _name))
for _name, _function in TORCH.items():
    if _name != "lu_unpack":
        setattr(Tensor, _name, _function)
TORCH["chain_matmul"] = _named("chain_matmul", _chain_matmul)
TORCH["ger"] = _F.outer
Tensor.ger = _F.outer

_plain_addbmm_ = _F.addbmm_


def _addbmm_(self, batch1, batch2, *, beta=1, alpha=1):
    """`addbmm` in place; a tensor that broadcasts is resized to the result first."""
    rows, columns = batch1.shape[1:2], batch2.shape[2:3]
    shape = (*rows, *columns)
    if len(shape) == 2 and tuple(self.shape) != shape:
        result = _F.addbmm(self, batch1, batch2, beta=beta, alpha=alpha)
        if not result.requires_grad:
            return self.resize_(*shape).copy_(result)
        if self.requires_grad and self.is_leaf:
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        self._handle_, result._handle_ = result._handle_, self._handle_
        _forget(self)
        return self
    return _plain_addbmm_(self, batch1, batch2, beta=beta, alpha=alpha)


Tensor.addbmm_ = _named("addbmm_", _addbmm_)
