"""The parts of complex tensors as attributes, and what only names a state that tensors here never are in."""
from ._base import Tensor, deliver
from ._generated import functions as F


def _part(name):
    get = getattr(F, name)

    def put(self, value):
        F.copy_(get(self), value) if isinstance(value, Tensor) else F.fill_(get(self), value)
    return property(get, put, doc=get.__doc__)


Tensor.real, Tensor.imag = _part("real"), _part("imag")


def _type_name(t):
    return t.type().removeprefix("torch.").removesuffix("Tensor")


def complex(real, imag, *, out=None):
    """`real + i imag`, elementwise."""
    r = F.complex(real, imag)
    if out is None:
        return r
    if isinstance(out, Tensor) and out.dtype is not r.dtype:
        raise RuntimeError(f"Expected object of scalar type {_type_name(r)} but got scalar type "
                           f"{_type_name(out)} for argument 'out'")
    return deliver(out, r)


def is_conj(input):
    """Whether a conjugation is still to be done: never, conjugates are computed at once."""
    return False


def is_neg(input):
    """Whether a negation is still to be done: never."""
    return False


def chalf(self, memory_format=None):
    """Half-precision complex tensors do not exist here."""
    raise NotImplementedError("chalf(): complex32 is not supported")


Tensor.is_conj, Tensor.is_neg, Tensor.chalf = is_conj, is_neg, chalf
FUNCTIONS = {"complex": complex, "is_conj": is_conj, "is_neg": is_neg}
for _name in ("conj", "conj_physical", "resolve_conj", "resolve_neg", "angle", "sgn", "isreal"):
    FUNCTIONS[_name] = getattr(F, _name)
    setattr(Tensor, _name, getattr(F, _name))
Tensor.mH = property(lambda self: F.adjoint(self))


@property
def _hermitian(self):
    """The conjugate transpose of a matrix."""
    if self.dim() not in (0, 2):
        raise RuntimeError(f"tensor.H is only supported on matrices (2-D tensors). Got {self.dim()}-D tensor.")
    return F.adjoint(self) if self.dim() else F.conj(self)


Tensor.H = _hermitian
