"""torch.special: the special functions."""
import functools as _functools

from ._base import Tensor, deliver as _deliver, wrap as _wrap
from ._generated import functions as _F

globals().update(_F.SPECIAL)
for _name in ("digamma", "erf", "erfc", "erfinv", "exp2", "expm1", "i0", "log1p", "log_softmax", "logsumexp", "round",
              "sinc", "softmax"):
    globals()[_name] = getattr(_F, _name)
psi, gammaln, expit = _F.digamma, _F.lgamma, _F.sigmoid
multigammaln = _F.special_multigammaln


def _of_number(op):
    """The first operand may be a number where the second is a tensor."""
    @_functools.wraps(op)
    def call(input, other, *args, **keywords):
        return op(input if isinstance(input, Tensor) else _wrap(input), other, *args, **keywords)
    return call


def _pair(name):
    op = _of_number(getattr(_F, f"special_{name}"))
    second = "n" if "polynomial" in name else "other"

    def call(input, *args, out=None, **keywords):
        other = args[0] if args else keywords.pop(second, None)
        if len(args) > 1 or keywords or other is None:
            raise TypeError(f"special_{name}() received an invalid combination of arguments")
        if not isinstance(input, Tensor) and not isinstance(other, Tensor):
            raise TypeError(f"special_{name}(): one of the arguments must be Tensor, not {type(other).__name__}")
        r = op(input, other)
        return r if out is None else _deliver(out, r)
    call.__name__, call.__doc__ = name, op.__doc__
    return call


for _name in [n for n in _F.SPECIAL if "polynomial" in n] + ["xlog1py", "xlogy", "zeta"]:
    globals()[_name] = _pair(_name)
del _name
