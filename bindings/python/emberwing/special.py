"""torch.special: the special functions that the library has."""
from ._generated import functions as _F

globals().update(_F.SPECIAL)
for _name in ("digamma", "erf", "erfc", "exp2", "expm1", "log1p", "log_softmax", "logsumexp", "polygamma", "round", "sinc",
              "softmax", "xlogy", "i0", "logit", "erfinv"):
    if _name not in _F.SPECIAL and _name in _F.FUNCTIONS:
        globals()[_name] = _F.FUNCTIONS[_name]
psi, gammaln, expit = _F.digamma, _F.lgamma, _F.sigmoid
