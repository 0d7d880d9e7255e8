"""Checks of `out=` tensors, norms, and matrix views that need a matrix."""
from . import _functions, _types
from ._base import Tensor
from ._generated import functions as F
from ._register import FUNCTIONS, both, into

# ---- what `out=` must be ---------------------------------------------------------------------------------------------------------

def _checked_out(name, wanted=None):
    """Lets a function take only `out=` of the result's dtype."""
    op = FUNCTIONS.get(name) or getattr(_functions, name, None) or getattr(F, name)

    def function(*args, **keywords):
        out = keywords.get("out")
        if out is not None:
            given = _flat([*args, *(v for k, v in keywords.items() if k != "out")])
            _check_out(name, out, [t for t in given if isinstance(t, Tensor)], wanted)
        return op(*args, **keywords)
    function.__name__, function.__doc__, function.__wrapped__ = name, op.__doc__, op
    FUNCTIONS[name] = function


def _check_out(name, out, inputs, wanted):
    outs = _flat([out])
    types = [wanted or inputs[0].dtype] if inputs else []
    types += types if name == "aminmax" else [_types.int64]
    for o, t in zip(outs, types):
        if isinstance(o, Tensor) and o.dtype is not t:
            raise RuntimeError(f"{name}(): Expected out tensor to have dtype {t.name.removeprefix('torch.')}, but got "
                               f"{o.dtype.name.removeprefix('torch.')} instead")
    if name == "aminmax" and len(outs) == 2 and outs[0].numel() and outs[0].data_ptr() == outs[1].data_ptr():
        raise ValueError("aminmax(): the `min` and `max` out= tensors must not overlap.")


def _flat(values):
    return [t for v in values for t in (v if isinstance(v, (list, tuple)) else (v,))]


for _name in ("aminmax", "kthvalue", "median", "nanmedian", "mode", "topk", "tril", "triu", "diag", "histc",
              "scatter", "scatter_add", "index_add", "index_copy", "quantile", "nanquantile", "renorm"):
    _checked_out(_name)
for _name in ("nonzero", "argmax", "argmin"):
    _checked_out(_name, wanted=_types.int64)


@both
def norm(input, p="fro", dim=None, keepdim=False, out=None, dtype=None):
    """The norm of vectors along `dim` or of the whole tensor; `p="nuc"` is the sum of singular values of matrices."""
    if isinstance(p, str) and p not in ("fro", "nuc"):
        raise RuntimeError(f"Unrecognized matrix norm order '{p}'")
    if dtype is not None:
        input = input.to(dtype)
    if p == "nuc":
        from .linalg import matrix_norm
        if dim is None:
            if input.dim() != 2:
                raise RuntimeError("linalg.matrix_norm: The input tensor A must have at least 2 dimensions." if input.dim() < 2
                                   else f"norm(): the nuclear norm of a {input.dim()}-D tensor needs dim")
            dim = (0, 1)
        return into(matrix_norm(input, "nuc", tuple(dim), keepdim), out)
    return into(F.linalg_vector_norm(input, 2.0 if p in ("fro", None) else p, dim, keepdim), out)


# ---- attributes and operators -------------------------------------------------------------------------------------------------------

def _transposed(name, view):
    def get(self):
        if self.dim() < 2:
            raise RuntimeError(f"tensor.{name} is only supported on matrices or batches of matrices. Got {self.dim()}-D "
                               "tensor.")
        return view(self)
    setattr(Tensor, name, property(get))


_transposed("mT", lambda self: F.transpose(self, -2, -1))
_transposed("mH", lambda self: F.adjoint(self))
