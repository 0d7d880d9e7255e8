# Written by emberwing-codegen from the op registry. Do not edit; run `make generate`.
# fmt: off
from ctypes import ArgumentError, byref

from .._base import (
    BYTES, F64, I64, I32, BOOL, PTR, SIZE, NULL, Tensor as T, Results, check, deliver, deliver_apart, fn, fn_status, give_list,
    integer, integers, number, opt_bool, opt_float, opt_integer, raise_last, retry, string, tensors as handles, wrap)

_ew_add = fn("ew_add", T, T, BYTES)
_ew_add_scalar = fn("ew_add_scalar", T, BYTES, BYTES)
_ew_add_ = fn_status("ew_add_", T, T, BYTES)
_ew_add_scalar_ = fn_status("ew_add_scalar_", T, BYTES, BYTES)


def add(input, other, *, alpha=1, out=None):
    """`input + alpha * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): r = _ew_add(input, other, None if alpha.__class__ is int and alpha == 1 else number(alpha))
        else: r = _ew_add_scalar(input, number(other), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(add, ("input", "other", "alpha",), ("Tensor", "Tensor|Number", "Number",), (input, other, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def add_(input, other, *, alpha=1):
    """`input + alpha * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): s = _ew_add_(input, other, None if alpha.__class__ is int and alpha == 1 else number(alpha))
        else: s = _ew_add_scalar_(input, number(other), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(add_, ("input", "other", "alpha",), ("Tensor", "Tensor|Number", "Number",), (input, other, alpha,))
    if s: raise_last()
    return input


_ew_sub = fn("ew_sub", T, T, BYTES)
_ew_sub_scalar = fn("ew_sub_scalar", T, BYTES, BYTES)
_ew_sub_ = fn_status("ew_sub_", T, T, BYTES)
_ew_sub_scalar_ = fn_status("ew_sub_scalar_", T, BYTES, BYTES)


def sub(input, other, *, alpha=1, out=None):
    """`input - alpha * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): r = _ew_sub(input, other, None if alpha.__class__ is int and alpha == 1 else number(alpha))
        else: r = _ew_sub_scalar(input, number(other), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(sub, ("input", "other", "alpha",), ("Tensor", "Tensor|Number", "Number",), (input, other, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sub_(input, other, *, alpha=1):
    """`input - alpha * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): s = _ew_sub_(input, other, None if alpha.__class__ is int and alpha == 1 else number(alpha))
        else: s = _ew_sub_scalar_(input, number(other), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(sub_, ("input", "other", "alpha",), ("Tensor", "Tensor|Number", "Number",), (input, other, alpha,))
    if s: raise_last()
    return input


_ew_mul = fn("ew_mul", T, T)
_ew_mul_scalar = fn("ew_mul_scalar", T, BYTES)
_ew_mul_ = fn_status("ew_mul_", T, T)
_ew_mul_scalar_ = fn_status("ew_mul_scalar_", T, BYTES)


def mul(input, other, *, out=None):
    """`input * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): r = _ew_mul(input, other)
        else: r = _ew_mul_scalar(input, number(other))
    except ArgumentError:
        return retry(mul, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def mul_(input, other):
    """`input * other`, elementwise with broadcasting."""
    try:
        if isinstance(other, T): s = _ew_mul_(input, other)
        else: s = _ew_mul_scalar_(input, number(other))
    except ArgumentError:
        return retry(mul_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_div = fn("ew_div", T, T, BYTES)
_ew_div_scalar = fn("ew_div_scalar", T, BYTES, BYTES)
_ew_div_ = fn_status("ew_div_", T, T, BYTES)
_ew_div_scalar_ = fn_status("ew_div_scalar_", T, BYTES, BYTES)


def div(input, other, *, rounding_mode=None, out=None):
    """`input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'."""
    try:
        if isinstance(other, T): r = _ew_div(input, other, string(rounding_mode))
        else: r = _ew_div_scalar(input, number(other), string(rounding_mode))
    except ArgumentError:
        return retry(div, ("input", "other", "rounding_mode",), ("Tensor", "Tensor|Number", "str?",), (input, other, rounding_mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def div_(input, other, *, rounding_mode=None):
    """`input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'."""
    try:
        if isinstance(other, T): s = _ew_div_(input, other, string(rounding_mode))
        else: s = _ew_div_scalar_(input, number(other), string(rounding_mode))
    except ArgumentError:
        return retry(div_, ("input", "other", "rounding_mode",), ("Tensor", "Tensor|Number", "str?",), (input, other, rounding_mode,))
    if s: raise_last()
    return input


_ew_neg = fn("ew_neg", T)
_ew_neg_ = fn_status("ew_neg_", T)


def neg(input, *, out=None):
    """`-input`, elementwise."""
    try:
        r = _ew_neg(input)
    except ArgumentError:
        return retry(neg, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def neg_(input):
    """`-input`, elementwise."""
    try:
        s = _ew_neg_(input)
    except ArgumentError:
        return retry(neg_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_exp = fn("ew_exp", T)
_ew_exp_ = fn_status("ew_exp_", T)


def exp(input, *, out=None):
    """`e ** input`, elementwise."""
    try:
        r = _ew_exp(input)
    except ArgumentError:
        return retry(exp, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def exp_(input):
    """`e ** input`, elementwise."""
    try:
        s = _ew_exp_(input)
    except ArgumentError:
        return retry(exp_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_exp2 = fn("ew_exp2", T)
_ew_exp2_ = fn_status("ew_exp2_", T)


def exp2(input, *, out=None):
    """`2 ** input`, elementwise."""
    try:
        r = _ew_exp2(input)
    except ArgumentError:
        return retry(exp2, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def exp2_(input):
    """`2 ** input`, elementwise."""
    try:
        s = _ew_exp2_(input)
    except ArgumentError:
        return retry(exp2_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_expm1 = fn("ew_expm1", T)
_ew_expm1_ = fn_status("ew_expm1_", T)


def expm1(input, *, out=None):
    """`e ** input - 1`, elementwise, exact near 0."""
    try:
        r = _ew_expm1(input)
    except ArgumentError:
        return retry(expm1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def expm1_(input):
    """`e ** input - 1`, elementwise, exact near 0."""
    try:
        s = _ew_expm1_(input)
    except ArgumentError:
        return retry(expm1_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_log = fn("ew_log", T)
_ew_log_ = fn_status("ew_log_", T)


def log(input, *, out=None):
    """Natural logarithm, elementwise."""
    try:
        r = _ew_log(input)
    except ArgumentError:
        return retry(log, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def log_(input):
    """Natural logarithm, elementwise."""
    try:
        s = _ew_log_(input)
    except ArgumentError:
        return retry(log_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_log2 = fn("ew_log2", T)
_ew_log2_ = fn_status("ew_log2_", T)


def log2(input, *, out=None):
    """Logarithm to base 2, elementwise."""
    try:
        r = _ew_log2(input)
    except ArgumentError:
        return retry(log2, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def log2_(input):
    """Logarithm to base 2, elementwise."""
    try:
        s = _ew_log2_(input)
    except ArgumentError:
        return retry(log2_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_log10 = fn("ew_log10", T)
_ew_log10_ = fn_status("ew_log10_", T)


def log10(input, *, out=None):
    """Logarithm to base 10, elementwise."""
    try:
        r = _ew_log10(input)
    except ArgumentError:
        return retry(log10, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def log10_(input):
    """Logarithm to base 10, elementwise."""
    try:
        s = _ew_log10_(input)
    except ArgumentError:
        return retry(log10_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_log1p = fn("ew_log1p", T)
_ew_log1p_ = fn_status("ew_log1p_", T)


def log1p(input, *, out=None):
    """`log(1 + input)`, elementwise, exact near 0."""
    try:
        r = _ew_log1p(input)
    except ArgumentError:
        return retry(log1p, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def log1p_(input):
    """`log(1 + input)`, elementwise, exact near 0."""
    try:
        s = _ew_log1p_(input)
    except ArgumentError:
        return retry(log1p_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_sqrt = fn("ew_sqrt", T)
_ew_sqrt_ = fn_status("ew_sqrt_", T)


def sqrt(input, *, out=None):
    """Square root, elementwise."""
    try:
        r = _ew_sqrt(input)
    except ArgumentError:
        return retry(sqrt, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sqrt_(input):
    """Square root, elementwise."""
    try:
        s = _ew_sqrt_(input)
    except ArgumentError:
        return retry(sqrt_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_rsqrt = fn("ew_rsqrt", T)
_ew_rsqrt_ = fn_status("ew_rsqrt_", T)


def rsqrt(input, *, out=None):
    """`1 / sqrt(input)`, elementwise."""
    try:
        r = _ew_rsqrt(input)
    except ArgumentError:
        return retry(rsqrt, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def rsqrt_(input):
    """`1 / sqrt(input)`, elementwise."""
    try:
        s = _ew_rsqrt_(input)
    except ArgumentError:
        return retry(rsqrt_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_reciprocal = fn("ew_reciprocal", T)
_ew_reciprocal_ = fn_status("ew_reciprocal_", T)


def reciprocal(input, *, out=None):
    """`1 / input`, elementwise."""
    try:
        r = _ew_reciprocal(input)
    except ArgumentError:
        return retry(reciprocal, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def reciprocal_(input):
    """`1 / input`, elementwise."""
    try:
        s = _ew_reciprocal_(input)
    except ArgumentError:
        return retry(reciprocal_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_abs = fn("ew_abs", T)
_ew_abs_ = fn_status("ew_abs_", T)


def abs(input, *, out=None):
    """Absolute value, elementwise."""
    try:
        r = _ew_abs(input)
    except ArgumentError:
        return retry(abs, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def abs_(input):
    """Absolute value, elementwise."""
    try:
        s = _ew_abs_(input)
    except ArgumentError:
        return retry(abs_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_square = fn("ew_square", T)
_ew_square_ = fn_status("ew_square_", T)


def square(input, *, out=None):
    """`input * input`, elementwise."""
    try:
        r = _ew_square(input)
    except ArgumentError:
        return retry(square, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def square_(input):
    """`input * input`, elementwise."""
    try:
        s = _ew_square_(input)
    except ArgumentError:
        return retry(square_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_sign = fn("ew_sign", T)
_ew_sign_ = fn_status("ew_sign_", T)


def sign(input, *, out=None):
    """-1, 0 or 1 by the sign of each element."""
    try:
        r = _ew_sign(input)
    except ArgumentError:
        return retry(sign, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sign_(input):
    """-1, 0 or 1 by the sign of each element."""
    try:
        s = _ew_sign_(input)
    except ArgumentError:
        return retry(sign_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_sin = fn("ew_sin", T)
_ew_sin_ = fn_status("ew_sin_", T)


def sin(input, *, out=None):
    """Sine, elementwise."""
    try:
        r = _ew_sin(input)
    except ArgumentError:
        return retry(sin, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sin_(input):
    """Sine, elementwise."""
    try:
        s = _ew_sin_(input)
    except ArgumentError:
        return retry(sin_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_cos = fn("ew_cos", T)
_ew_cos_ = fn_status("ew_cos_", T)


def cos(input, *, out=None):
    """Cosine, elementwise."""
    try:
        r = _ew_cos(input)
    except ArgumentError:
        return retry(cos, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def cos_(input):
    """Cosine, elementwise."""
    try:
        s = _ew_cos_(input)
    except ArgumentError:
        return retry(cos_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_tan = fn("ew_tan", T)
_ew_tan_ = fn_status("ew_tan_", T)


def tan(input, *, out=None):
    """Tangent, elementwise."""
    try:
        r = _ew_tan(input)
    except ArgumentError:
        return retry(tan, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def tan_(input):
    """Tangent, elementwise."""
    try:
        s = _ew_tan_(input)
    except ArgumentError:
        return retry(tan_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_asin = fn("ew_asin", T)
_ew_asin_ = fn_status("ew_asin_", T)


def asin(input, *, out=None):
    """Inverse sine, elementwise."""
    try:
        r = _ew_asin(input)
    except ArgumentError:
        return retry(asin, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def asin_(input):
    """Inverse sine, elementwise."""
    try:
        s = _ew_asin_(input)
    except ArgumentError:
        return retry(asin_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_acos = fn("ew_acos", T)
_ew_acos_ = fn_status("ew_acos_", T)


def acos(input, *, out=None):
    """Inverse cosine, elementwise."""
    try:
        r = _ew_acos(input)
    except ArgumentError:
        return retry(acos, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def acos_(input):
    """Inverse cosine, elementwise."""
    try:
        s = _ew_acos_(input)
    except ArgumentError:
        return retry(acos_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_atan = fn("ew_atan", T)
_ew_atan_ = fn_status("ew_atan_", T)


def atan(input, *, out=None):
    """Inverse tangent, elementwise."""
    try:
        r = _ew_atan(input)
    except ArgumentError:
        return retry(atan, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def atan_(input):
    """Inverse tangent, elementwise."""
    try:
        s = _ew_atan_(input)
    except ArgumentError:
        return retry(atan_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_sinh = fn("ew_sinh", T)
_ew_sinh_ = fn_status("ew_sinh_", T)


def sinh(input, *, out=None):
    """Hyperbolic sine, elementwise."""
    try:
        r = _ew_sinh(input)
    except ArgumentError:
        return retry(sinh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sinh_(input):
    """Hyperbolic sine, elementwise."""
    try:
        s = _ew_sinh_(input)
    except ArgumentError:
        return retry(sinh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_cosh = fn("ew_cosh", T)
_ew_cosh_ = fn_status("ew_cosh_", T)


def cosh(input, *, out=None):
    """Hyperbolic cosine, elementwise."""
    try:
        r = _ew_cosh(input)
    except ArgumentError:
        return retry(cosh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def cosh_(input):
    """Hyperbolic cosine, elementwise."""
    try:
        s = _ew_cosh_(input)
    except ArgumentError:
        return retry(cosh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_asinh = fn("ew_asinh", T)
_ew_asinh_ = fn_status("ew_asinh_", T)


def asinh(input, *, out=None):
    """Inverse hyperbolic sine, elementwise."""
    try:
        r = _ew_asinh(input)
    except ArgumentError:
        return retry(asinh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def asinh_(input):
    """Inverse hyperbolic sine, elementwise."""
    try:
        s = _ew_asinh_(input)
    except ArgumentError:
        return retry(asinh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_acosh = fn("ew_acosh", T)
_ew_acosh_ = fn_status("ew_acosh_", T)


def acosh(input, *, out=None):
    """Inverse hyperbolic cosine, elementwise."""
    try:
        r = _ew_acosh(input)
    except ArgumentError:
        return retry(acosh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def acosh_(input):
    """Inverse hyperbolic cosine, elementwise."""
    try:
        s = _ew_acosh_(input)
    except ArgumentError:
        return retry(acosh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_atanh = fn("ew_atanh", T)
_ew_atanh_ = fn_status("ew_atanh_", T)


def atanh(input, *, out=None):
    """Inverse hyperbolic tangent, elementwise."""
    try:
        r = _ew_atanh(input)
    except ArgumentError:
        return retry(atanh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def atanh_(input):
    """Inverse hyperbolic tangent, elementwise."""
    try:
        s = _ew_atanh_(input)
    except ArgumentError:
        return retry(atanh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_erf = fn("ew_erf", T)
_ew_erf_ = fn_status("ew_erf_", T)


def erf(input, *, out=None):
    """Error function, elementwise."""
    try:
        r = _ew_erf(input)
    except ArgumentError:
        return retry(erf, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def erf_(input):
    """Error function, elementwise."""
    try:
        s = _ew_erf_(input)
    except ArgumentError:
        return retry(erf_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_erfc = fn("ew_erfc", T)
_ew_erfc_ = fn_status("ew_erfc_", T)


def erfc(input, *, out=None):
    """`1 - erf(input)`, elementwise, exact for large inputs."""
    try:
        r = _ew_erfc(input)
    except ArgumentError:
        return retry(erfc, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def erfc_(input):
    """`1 - erf(input)`, elementwise, exact for large inputs."""
    try:
        s = _ew_erfc_(input)
    except ArgumentError:
        return retry(erfc_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_lgamma = fn("ew_lgamma", T)
_ew_lgamma_ = fn_status("ew_lgamma_", T)


def lgamma(input, *, out=None):
    """Logarithm of |Γ(input)|, elementwise."""
    try:
        r = _ew_lgamma(input)
    except ArgumentError:
        return retry(lgamma, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def lgamma_(input):
    """Logarithm of |Γ(input)|, elementwise."""
    try:
        s = _ew_lgamma_(input)
    except ArgumentError:
        return retry(lgamma_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_digamma = fn("ew_digamma", T)
_ew_digamma_ = fn_status("ew_digamma_", T)


def digamma(input, *, out=None):
    """Derivative of lgamma, elementwise."""
    try:
        r = _ew_digamma(input)
    except ArgumentError:
        return retry(digamma, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def digamma_(input):
    """Derivative of lgamma, elementwise."""
    try:
        s = _ew_digamma_(input)
    except ArgumentError:
        return retry(digamma_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_polygamma = fn("ew_polygamma", I64, T)


def polygamma(n, input, *, out=None):
    """The n-th derivative of digamma, elementwise."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_polygamma(n, input)
    except ArgumentError:
        return retry(polygamma, ("n", "input",), ("int", "Tensor",), (n, input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_floor = fn("ew_floor", T)
_ew_floor_ = fn_status("ew_floor_", T)


def floor(input, *, out=None):
    """The largest whole number not above each element."""
    try:
        r = _ew_floor(input)
    except ArgumentError:
        return retry(floor, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def floor_(input):
    """The largest whole number not above each element."""
    try:
        s = _ew_floor_(input)
    except ArgumentError:
        return retry(floor_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_ceil = fn("ew_ceil", T)
_ew_ceil_ = fn_status("ew_ceil_", T)


def ceil(input, *, out=None):
    """The smallest whole number not below each element."""
    try:
        r = _ew_ceil(input)
    except ArgumentError:
        return retry(ceil, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def ceil_(input):
    """The smallest whole number not below each element."""
    try:
        s = _ew_ceil_(input)
    except ArgumentError:
        return retry(ceil_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_trunc = fn("ew_trunc", T)
_ew_trunc_ = fn_status("ew_trunc_", T)


def trunc(input, *, out=None):
    """The whole part, towards zero."""
    try:
        r = _ew_trunc(input)
    except ArgumentError:
        return retry(trunc, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def trunc_(input):
    """The whole part, towards zero."""
    try:
        s = _ew_trunc_(input)
    except ArgumentError:
        return retry(trunc_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_frac = fn("ew_frac", T)
_ew_frac_ = fn_status("ew_frac_", T)


def frac(input, *, out=None):
    """`input - trunc(input)`, elementwise."""
    try:
        r = _ew_frac(input)
    except ArgumentError:
        return retry(frac, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def frac_(input):
    """`input - trunc(input)`, elementwise."""
    try:
        s = _ew_frac_(input)
    except ArgumentError:
        return retry(frac_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_round = fn("ew_round", T, I64)
_ew_round_ = fn_status("ew_round_", T, I64)


def round(input, *, decimals=0, out=None):
    """The nearest multiple of 10 ** -decimals, ties to even."""
    if decimals.__class__ is not int or not -0x8000000000000000 <= decimals <= 0x7fffffffffffffff: decimals = integer(decimals)
    try:
        r = _ew_round(input, decimals)
    except ArgumentError:
        return retry(round, ("input", "decimals",), ("Tensor", "int",), (input, decimals,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def round_(input, *, decimals=0):
    """The nearest multiple of 10 ** -decimals, ties to even."""
    if decimals.__class__ is not int or not -0x8000000000000000 <= decimals <= 0x7fffffffffffffff: decimals = integer(decimals)
    try:
        s = _ew_round_(input, decimals)
    except ArgumentError:
        return retry(round_, ("input", "decimals",), ("Tensor", "int",), (input, decimals,))
    if s: raise_last()
    return input


_ew_isnan = fn("ew_isnan", T)


def isnan(input, *, out=None):
    """True where an element is NaN."""
    try:
        r = _ew_isnan(input)
    except ArgumentError:
        return retry(isnan, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_isinf = fn("ew_isinf", T)


def isinf(input, *, out=None):
    """True where an element is infinite."""
    try:
        r = _ew_isinf(input)
    except ArgumentError:
        return retry(isinf, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_isfinite = fn("ew_isfinite", T)


def isfinite(input, *, out=None):
    """True where an element is neither infinite nor NaN."""
    try:
        r = _ew_isfinite(input)
    except ArgumentError:
        return retry(isfinite, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_isposinf = fn("ew_isposinf", T)


def isposinf(input, *, out=None):
    """True where an element is +inf."""
    try:
        r = _ew_isposinf(input)
    except ArgumentError:
        return retry(isposinf, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_isneginf = fn("ew_isneginf", T)


def isneginf(input, *, out=None):
    """True where an element is -inf."""
    try:
        r = _ew_isneginf(input)
    except ArgumentError:
        return retry(isneginf, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_signbit = fn("ew_signbit", T)


def signbit(input, *, out=None):
    """True where the sign bit is set."""
    try:
        r = _ew_signbit(input)
    except ArgumentError:
        return retry(signbit, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_logical_not = fn("ew_logical_not", T)
_ew_logical_not_ = fn_status("ew_logical_not_", T)


def logical_not(input, *, out=None):
    """True where an element is zero."""
    try:
        r = _ew_logical_not(input)
    except ArgumentError:
        return retry(logical_not, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def logical_not_(input):
    """True where an element is zero."""
    try:
        s = _ew_logical_not_(input)
    except ArgumentError:
        return retry(logical_not_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_bitwise_not = fn("ew_bitwise_not", T)
_ew_bitwise_not_ = fn_status("ew_bitwise_not_", T)


def bitwise_not(input, *, out=None):
    """Bits inverted; logical not for bool."""
    try:
        r = _ew_bitwise_not(input)
    except ArgumentError:
        return retry(bitwise_not, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_not_(input):
    """Bits inverted; logical not for bool."""
    try:
        s = _ew_bitwise_not_(input)
    except ArgumentError:
        return retry(bitwise_not_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_positive = fn("ew_positive", T)


def positive(input, *, out=None):
    """The input itself (`+input`)."""
    try:
        r = _ew_positive(input)
    except ArgumentError:
        return retry(positive, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_eq = fn("ew_eq", T, T)
_ew_eq_scalar = fn("ew_eq_scalar", T, BYTES)
_ew_eq_ = fn_status("ew_eq_", T, T)
_ew_eq_scalar_ = fn_status("ew_eq_scalar_", T, BYTES)


def eq(input, other, *, out=None):
    """`input == other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_eq(input, other)
        else: r = _ew_eq_scalar(input, number(other))
    except ArgumentError:
        return retry(eq, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def eq_(input, other):
    """`input == other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_eq_(input, other)
        else: s = _ew_eq_scalar_(input, number(other))
    except ArgumentError:
        return retry(eq_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_ne = fn("ew_ne", T, T)
_ew_ne_scalar = fn("ew_ne_scalar", T, BYTES)
_ew_ne_ = fn_status("ew_ne_", T, T)
_ew_ne_scalar_ = fn_status("ew_ne_scalar_", T, BYTES)


def ne(input, other, *, out=None):
    """`input != other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_ne(input, other)
        else: r = _ew_ne_scalar(input, number(other))
    except ArgumentError:
        return retry(ne, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def ne_(input, other):
    """`input != other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_ne_(input, other)
        else: s = _ew_ne_scalar_(input, number(other))
    except ArgumentError:
        return retry(ne_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_lt = fn("ew_lt", T, T)
_ew_lt_scalar = fn("ew_lt_scalar", T, BYTES)
_ew_lt_ = fn_status("ew_lt_", T, T)
_ew_lt_scalar_ = fn_status("ew_lt_scalar_", T, BYTES)


def lt(input, other, *, out=None):
    """`input < other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_lt(input, other)
        else: r = _ew_lt_scalar(input, number(other))
    except ArgumentError:
        return retry(lt, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def lt_(input, other):
    """`input < other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_lt_(input, other)
        else: s = _ew_lt_scalar_(input, number(other))
    except ArgumentError:
        return retry(lt_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_le = fn("ew_le", T, T)
_ew_le_scalar = fn("ew_le_scalar", T, BYTES)
_ew_le_ = fn_status("ew_le_", T, T)
_ew_le_scalar_ = fn_status("ew_le_scalar_", T, BYTES)


def le(input, other, *, out=None):
    """`input <= other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_le(input, other)
        else: r = _ew_le_scalar(input, number(other))
    except ArgumentError:
        return retry(le, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def le_(input, other):
    """`input <= other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_le_(input, other)
        else: s = _ew_le_scalar_(input, number(other))
    except ArgumentError:
        return retry(le_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_gt = fn("ew_gt", T, T)
_ew_gt_scalar = fn("ew_gt_scalar", T, BYTES)
_ew_gt_ = fn_status("ew_gt_", T, T)
_ew_gt_scalar_ = fn_status("ew_gt_scalar_", T, BYTES)


def gt(input, other, *, out=None):
    """`input > other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_gt(input, other)
        else: r = _ew_gt_scalar(input, number(other))
    except ArgumentError:
        return retry(gt, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def gt_(input, other):
    """`input > other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_gt_(input, other)
        else: s = _ew_gt_scalar_(input, number(other))
    except ArgumentError:
        return retry(gt_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_ge = fn("ew_ge", T, T)
_ew_ge_scalar = fn("ew_ge_scalar", T, BYTES)
_ew_ge_ = fn_status("ew_ge_", T, T)
_ew_ge_scalar_ = fn_status("ew_ge_scalar_", T, BYTES)


def ge(input, other, *, out=None):
    """`input >= other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_ge(input, other)
        else: r = _ew_ge_scalar(input, number(other))
    except ArgumentError:
        return retry(ge, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def ge_(input, other):
    """`input >= other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_ge_(input, other)
        else: s = _ew_ge_scalar_(input, number(other))
    except ArgumentError:
        return retry(ge_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_logical_and = fn("ew_logical_and", T, T)
_ew_logical_and_ = fn_status("ew_logical_and_", T, T)


def logical_and(input, other, *, out=None):
    """True where both are nonzero."""
    try:
        r = _ew_logical_and(input, other)
    except ArgumentError:
        return retry(logical_and, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def logical_and_(input, other):
    """True where both are nonzero."""
    try:
        s = _ew_logical_and_(input, other)
    except ArgumentError:
        return retry(logical_and_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_logical_or = fn("ew_logical_or", T, T)
_ew_logical_or_ = fn_status("ew_logical_or_", T, T)


def logical_or(input, other, *, out=None):
    """True where at least one is nonzero."""
    try:
        r = _ew_logical_or(input, other)
    except ArgumentError:
        return retry(logical_or, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def logical_or_(input, other):
    """True where at least one is nonzero."""
    try:
        s = _ew_logical_or_(input, other)
    except ArgumentError:
        return retry(logical_or_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_logical_xor = fn("ew_logical_xor", T, T)
_ew_logical_xor_ = fn_status("ew_logical_xor_", T, T)


def logical_xor(input, other, *, out=None):
    """True where exactly one is nonzero."""
    try:
        r = _ew_logical_xor(input, other)
    except ArgumentError:
        return retry(logical_xor, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def logical_xor_(input, other):
    """True where exactly one is nonzero."""
    try:
        s = _ew_logical_xor_(input, other)
    except ArgumentError:
        return retry(logical_xor_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_bitwise_and = fn("ew_bitwise_and", T, T)
_ew_bitwise_and_scalar = fn("ew_bitwise_and_scalar", T, BYTES)
_ew_bitwise_and_ = fn_status("ew_bitwise_and_", T, T)
_ew_bitwise_and_scalar_ = fn_status("ew_bitwise_and_scalar_", T, BYTES)


def bitwise_and(input, other, *, out=None):
    """Bitwise and; logical for bool."""
    try:
        if isinstance(other, T): r = _ew_bitwise_and(input, other)
        else: r = _ew_bitwise_and_scalar(input, number(other))
    except ArgumentError:
        return retry(bitwise_and, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_and_(input, other):
    """Bitwise and; logical for bool."""
    try:
        if isinstance(other, T): s = _ew_bitwise_and_(input, other)
        else: s = _ew_bitwise_and_scalar_(input, number(other))
    except ArgumentError:
        return retry(bitwise_and_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_bitwise_or = fn("ew_bitwise_or", T, T)
_ew_bitwise_or_scalar = fn("ew_bitwise_or_scalar", T, BYTES)
_ew_bitwise_or_ = fn_status("ew_bitwise_or_", T, T)
_ew_bitwise_or_scalar_ = fn_status("ew_bitwise_or_scalar_", T, BYTES)


def bitwise_or(input, other, *, out=None):
    """Bitwise or; logical for bool."""
    try:
        if isinstance(other, T): r = _ew_bitwise_or(input, other)
        else: r = _ew_bitwise_or_scalar(input, number(other))
    except ArgumentError:
        return retry(bitwise_or, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_or_(input, other):
    """Bitwise or; logical for bool."""
    try:
        if isinstance(other, T): s = _ew_bitwise_or_(input, other)
        else: s = _ew_bitwise_or_scalar_(input, number(other))
    except ArgumentError:
        return retry(bitwise_or_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_bitwise_xor = fn("ew_bitwise_xor", T, T)
_ew_bitwise_xor_scalar = fn("ew_bitwise_xor_scalar", T, BYTES)
_ew_bitwise_xor_ = fn_status("ew_bitwise_xor_", T, T)
_ew_bitwise_xor_scalar_ = fn_status("ew_bitwise_xor_scalar_", T, BYTES)


def bitwise_xor(input, other, *, out=None):
    """Bitwise exclusive or; logical for bool."""
    try:
        if isinstance(other, T): r = _ew_bitwise_xor(input, other)
        else: r = _ew_bitwise_xor_scalar(input, number(other))
    except ArgumentError:
        return retry(bitwise_xor, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_xor_(input, other):
    """Bitwise exclusive or; logical for bool."""
    try:
        if isinstance(other, T): s = _ew_bitwise_xor_(input, other)
        else: s = _ew_bitwise_xor_scalar_(input, number(other))
    except ArgumentError:
        return retry(bitwise_xor_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_bitwise_left_shift = fn("ew_bitwise_left_shift", T, T)
_ew_bitwise_left_shift_scalar = fn("ew_bitwise_left_shift_scalar", T, BYTES)
_ew_bitwise_left_shift_ = fn_status("ew_bitwise_left_shift_", T, T)
_ew_bitwise_left_shift_scalar_ = fn_status("ew_bitwise_left_shift_scalar_", T, BYTES)


def bitwise_left_shift(input, other, *, out=None):
    """`input << other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_bitwise_left_shift(input, other)
        else: r = _ew_bitwise_left_shift_scalar(input, number(other))
    except ArgumentError:
        return retry(bitwise_left_shift, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_left_shift_(input, other):
    """`input << other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_bitwise_left_shift_(input, other)
        else: s = _ew_bitwise_left_shift_scalar_(input, number(other))
    except ArgumentError:
        return retry(bitwise_left_shift_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_bitwise_right_shift = fn("ew_bitwise_right_shift", T, T)
_ew_bitwise_right_shift_scalar = fn("ew_bitwise_right_shift_scalar", T, BYTES)
_ew_bitwise_right_shift_ = fn_status("ew_bitwise_right_shift_", T, T)
_ew_bitwise_right_shift_scalar_ = fn_status("ew_bitwise_right_shift_scalar_", T, BYTES)


def bitwise_right_shift(input, other, *, out=None):
    """`input >> other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_bitwise_right_shift(input, other)
        else: r = _ew_bitwise_right_shift_scalar(input, number(other))
    except ArgumentError:
        return retry(bitwise_right_shift, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def bitwise_right_shift_(input, other):
    """`input >> other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_bitwise_right_shift_(input, other)
        else: s = _ew_bitwise_right_shift_scalar_(input, number(other))
    except ArgumentError:
        return retry(bitwise_right_shift_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_isclose = fn("ew_isclose", T, T, F64, F64, BOOL)


def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False, *, out=None):
    """True where `|input - other| <= atol + rtol * |other|`."""
    try:
        r = _ew_isclose(input, other, rtol, atol, equal_nan)
    except ArgumentError:
        return retry(isclose, ("input", "other", "rtol", "atol", "equal_nan",), ("Tensor", "Tensor", "float", "float", "bool",), (input, other, rtol, atol, equal_nan,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_allclose = fn("ew_allclose", T, T, F64, F64, BOOL)


def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """A 0-d bool: whether `isclose` holds everywhere."""
    try:
        r = _ew_allclose(input, other, rtol, atol, equal_nan)
    except ArgumentError:
        return retry(allclose, ("input", "other", "rtol", "atol", "equal_nan",), ("Tensor", "Tensor", "float", "float", "bool",), (input, other, rtol, atol, equal_nan,))
    if r._handle_ is None: raise_last()
    return r


_ew_equal = fn("ew_equal", T, T)


def equal(input, other):
    """A 0-d bool: same shape and equal elements."""
    try:
        r = _ew_equal(input, other)
    except ArgumentError:
        return retry(equal, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r


_ew_maximum = fn("ew_maximum", T, T)


def maximum(input, other, *, out=None):
    """The larger of each two elements; NaN wins."""
    try:
        r = _ew_maximum(input, other)
    except ArgumentError:
        return retry(maximum, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_minimum = fn("ew_minimum", T, T)


def minimum(input, other, *, out=None):
    """The smaller of each two elements; NaN wins."""
    try:
        r = _ew_minimum(input, other)
    except ArgumentError:
        return retry(minimum, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fmax = fn("ew_fmax", T, T)


def fmax(input, other, *, out=None):
    """The larger of each two elements; NaN loses."""
    try:
        r = _ew_fmax(input, other)
    except ArgumentError:
        return retry(fmax, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fmin = fn("ew_fmin", T, T)


def fmin(input, other, *, out=None):
    """The smaller of each two elements; NaN loses."""
    try:
        r = _ew_fmin(input, other)
    except ArgumentError:
        return retry(fmin, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_atan2 = fn("ew_atan2", T, T)
_ew_atan2_ = fn_status("ew_atan2_", T, T)


def atan2(input, other, *, out=None):
    """The angle of the point (other, input), elementwise."""
    try:
        r = _ew_atan2(input, other)
    except ArgumentError:
        return retry(atan2, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def atan2_(input, other):
    """The angle of the point (other, input), elementwise."""
    try:
        s = _ew_atan2_(input, other)
    except ArgumentError:
        return retry(atan2_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_hypot = fn("ew_hypot", T, T)
_ew_hypot_ = fn_status("ew_hypot_", T, T)


def hypot(input, other, *, out=None):
    """`sqrt(input ** 2 + other ** 2)`, elementwise."""
    try:
        r = _ew_hypot(input, other)
    except ArgumentError:
        return retry(hypot, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def hypot_(input, other):
    """`sqrt(input ** 2 + other ** 2)`, elementwise."""
    try:
        s = _ew_hypot_(input, other)
    except ArgumentError:
        return retry(hypot_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_copysign = fn("ew_copysign", T, T)
_ew_copysign_scalar = fn("ew_copysign_scalar", T, BYTES)
_ew_copysign_ = fn_status("ew_copysign_", T, T)
_ew_copysign_scalar_ = fn_status("ew_copysign_scalar_", T, BYTES)


def copysign(input, other, *, out=None):
    """|input| with the sign of other."""
    try:
        if isinstance(other, T): r = _ew_copysign(input, other)
        else: r = _ew_copysign_scalar(input, number(other))
    except ArgumentError:
        return retry(copysign, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def copysign_(input, other):
    """|input| with the sign of other."""
    try:
        if isinstance(other, T): s = _ew_copysign_(input, other)
        else: s = _ew_copysign_scalar_(input, number(other))
    except ArgumentError:
        return retry(copysign_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_remainder = fn("ew_remainder", T, T)
_ew_remainder_scalar = fn("ew_remainder_scalar", T, BYTES)
_ew_remainder_ = fn_status("ew_remainder_", T, T)
_ew_remainder_scalar_ = fn_status("ew_remainder_scalar_", T, BYTES)


def remainder(input, other, *, out=None):
    """`input % other` with the sign of other, elementwise."""
    try:
        if isinstance(other, T): r = _ew_remainder(input, other)
        else: r = _ew_remainder_scalar(input, number(other))
    except ArgumentError:
        return retry(remainder, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def remainder_(input, other):
    """`input % other` with the sign of other, elementwise."""
    try:
        if isinstance(other, T): s = _ew_remainder_(input, other)
        else: s = _ew_remainder_scalar_(input, number(other))
    except ArgumentError:
        return retry(remainder_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_fmod = fn("ew_fmod", T, T)
_ew_fmod_scalar = fn("ew_fmod_scalar", T, BYTES)
_ew_fmod_ = fn_status("ew_fmod_", T, T)
_ew_fmod_scalar_ = fn_status("ew_fmod_scalar_", T, BYTES)


def fmod(input, other, *, out=None):
    """`input % other` with the sign of input, elementwise."""
    try:
        if isinstance(other, T): r = _ew_fmod(input, other)
        else: r = _ew_fmod_scalar(input, number(other))
    except ArgumentError:
        return retry(fmod, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def fmod_(input, other):
    """`input % other` with the sign of input, elementwise."""
    try:
        if isinstance(other, T): s = _ew_fmod_(input, other)
        else: s = _ew_fmod_scalar_(input, number(other))
    except ArgumentError:
        return retry(fmod_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_floor_divide = fn("ew_floor_divide", T, T)
_ew_floor_divide_scalar = fn("ew_floor_divide_scalar", T, BYTES)
_ew_floor_divide_ = fn_status("ew_floor_divide_", T, T)
_ew_floor_divide_scalar_ = fn_status("ew_floor_divide_scalar_", T, BYTES)


def floor_divide(input, other, *, out=None):
    """`floor(input / other)`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_floor_divide(input, other)
        else: r = _ew_floor_divide_scalar(input, number(other))
    except ArgumentError:
        return retry(floor_divide, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def floor_divide_(input, other):
    """`floor(input / other)`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_floor_divide_(input, other)
        else: s = _ew_floor_divide_scalar_(input, number(other))
    except ArgumentError:
        return retry(floor_divide_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_true_divide = fn("ew_true_divide", T, T)
_ew_true_divide_scalar = fn("ew_true_divide_scalar", T, BYTES)
_ew_true_divide_ = fn_status("ew_true_divide_", T, T)
_ew_true_divide_scalar_ = fn_status("ew_true_divide_scalar_", T, BYTES)


def true_divide(input, other, *, out=None):
    """`input / other`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_true_divide(input, other)
        else: r = _ew_true_divide_scalar(input, number(other))
    except ArgumentError:
        return retry(true_divide, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def true_divide_(input, other):
    """`input / other`, elementwise."""
    try:
        if isinstance(other, T): s = _ew_true_divide_(input, other)
        else: s = _ew_true_divide_scalar_(input, number(other))
    except ArgumentError:
        return retry(true_divide_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_rsub = fn("ew_rsub", T, T, BYTES)
_ew_rsub_scalar = fn("ew_rsub_scalar", T, BYTES, BYTES)


def rsub(input, other, *, alpha=1, out=None):
    """`other - alpha * input`, elementwise."""
    try:
        if isinstance(other, T): r = _ew_rsub(input, other, None if alpha.__class__ is int and alpha == 1 else number(alpha))
        else: r = _ew_rsub_scalar(input, number(other), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(rsub, ("input", "other", "alpha",), ("Tensor", "Tensor|Number", "Number",), (input, other, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pow = fn("ew_pow", T, T)
_ew_pow_scalar = fn("ew_pow_scalar", T, BYTES)
_ew_pow_ = fn_status("ew_pow_", T, T)
_ew_pow_scalar_ = fn_status("ew_pow_scalar_", T, BYTES)


def pow(input, exponent, *, out=None):
    """`input ** exponent`, elementwise."""
    try:
        if isinstance(exponent, T): r = _ew_pow(input, exponent)
        else: r = _ew_pow_scalar(input, number(exponent))
    except ArgumentError:
        return retry(pow, ("input", "exponent",), ("Tensor", "Tensor|Number",), (input, exponent,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def pow_(input, exponent):
    """`input ** exponent`, elementwise."""
    try:
        if isinstance(exponent, T): s = _ew_pow_(input, exponent)
        else: s = _ew_pow_scalar_(input, number(exponent))
    except ArgumentError:
        return retry(pow_, ("input", "exponent",), ("Tensor", "Tensor|Number",), (input, exponent,))
    if s: raise_last()
    return input


_ew_pow_base = fn("ew_pow_base", BYTES, T)


def pow_base(self, exponent, *, out=None):
    """`self ** exponent` for a number self."""
    try:
        r = _ew_pow_base(number(self), exponent)
    except ArgumentError:
        return retry(pow_base, ("self", "exponent",), ("Number", "Tensor",), (self, exponent,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_float_power = fn("ew_float_power", T, T)
_ew_float_power_scalar = fn("ew_float_power_scalar", T, BYTES)
_ew_float_power_ = fn_status("ew_float_power_", T, T)
_ew_float_power_scalar_ = fn_status("ew_float_power_scalar_", T, BYTES)


def float_power(input, exponent, *, out=None):
    """`input ** exponent` in float64."""
    try:
        if isinstance(exponent, T): r = _ew_float_power(input, exponent)
        else: r = _ew_float_power_scalar(input, number(exponent))
    except ArgumentError:
        return retry(float_power, ("input", "exponent",), ("Tensor", "Tensor|Number",), (input, exponent,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def float_power_(input, exponent):
    """`input ** exponent` in float64."""
    try:
        if isinstance(exponent, T): s = _ew_float_power_(input, exponent)
        else: s = _ew_float_power_scalar_(input, number(exponent))
    except ArgumentError:
        return retry(float_power_, ("input", "exponent",), ("Tensor", "Tensor|Number",), (input, exponent,))
    if s: raise_last()
    return input


_ew_xlogy = fn("ew_xlogy", T, T)
_ew_xlogy_scalar = fn("ew_xlogy_scalar", T, BYTES)
_ew_xlogy_ = fn_status("ew_xlogy_", T, T)
_ew_xlogy_scalar_ = fn_status("ew_xlogy_scalar_", T, BYTES)


def xlogy(input, other, *, out=None):
    """`input * log(other)`, 0 where input is 0."""
    try:
        if isinstance(other, T): r = _ew_xlogy(input, other)
        else: r = _ew_xlogy_scalar(input, number(other))
    except ArgumentError:
        return retry(xlogy, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def xlogy_(input, other):
    """`input * log(other)`, 0 where input is 0."""
    try:
        if isinstance(other, T): s = _ew_xlogy_(input, other)
        else: s = _ew_xlogy_scalar_(input, number(other))
    except ArgumentError:
        return retry(xlogy_, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if s: raise_last()
    return input


_ew_special_xlogy = fn("ew_special_xlogy", T, T)
_ew_special_xlogy_scalar = fn("ew_special_xlogy_scalar", T, BYTES)


def special_xlogy(input, other, *, out=None):
    """`input * log(other)`, 0 where input is 0."""
    try:
        if isinstance(other, T): r = _ew_special_xlogy(input, other)
        else: r = _ew_special_xlogy_scalar(input, number(other))
    except ArgumentError:
        return retry(special_xlogy, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_lerp = fn("ew_lerp", T, T, T)
_ew_lerp_scalar = fn("ew_lerp_scalar", T, T, BYTES)
_ew_lerp_ = fn_status("ew_lerp_", T, T, T)
_ew_lerp_scalar_ = fn_status("ew_lerp_scalar_", T, T, BYTES)


def lerp(input, end, weight, *, out=None):
    """`input + weight * (end - input)`."""
    try:
        if isinstance(weight, T): r = _ew_lerp(input, end, weight)
        else: r = _ew_lerp_scalar(input, end, number(weight))
    except ArgumentError:
        return retry(lerp, ("input", "end", "weight",), ("Tensor", "Tensor", "Tensor|Number",), (input, end, weight,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def lerp_(input, end, weight):
    """`input + weight * (end - input)`."""
    try:
        if isinstance(weight, T): s = _ew_lerp_(input, end, weight)
        else: s = _ew_lerp_scalar_(input, end, number(weight))
    except ArgumentError:
        return retry(lerp_, ("input", "end", "weight",), ("Tensor", "Tensor", "Tensor|Number",), (input, end, weight,))
    if s: raise_last()
    return input


_ew_addcmul = fn("ew_addcmul", T, T, T, BYTES)
_ew_addcmul_ = fn_status("ew_addcmul_", T, T, T, BYTES)


def addcmul(input, tensor1, tensor2, *, value=1, out=None):
    """`input + value * tensor1 * tensor2`."""
    try:
        r = _ew_addcmul(input, tensor1, tensor2, None if value.__class__ is int and value == 1 else number(value))
    except ArgumentError:
        return retry(addcmul, ("input", "tensor1", "tensor2", "value",), ("Tensor", "Tensor", "Tensor", "Number",), (input, tensor1, tensor2, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addcmul_(input, tensor1, tensor2, *, value=1):
    """`input + value * tensor1 * tensor2`."""
    try:
        s = _ew_addcmul_(input, tensor1, tensor2, None if value.__class__ is int and value == 1 else number(value))
    except ArgumentError:
        return retry(addcmul_, ("input", "tensor1", "tensor2", "value",), ("Tensor", "Tensor", "Tensor", "Number",), (input, tensor1, tensor2, value,))
    if s: raise_last()
    return input


_ew_addcdiv = fn("ew_addcdiv", T, T, T, BYTES)
_ew_addcdiv_ = fn_status("ew_addcdiv_", T, T, T, BYTES)


def addcdiv(input, tensor1, tensor2, *, value=1, out=None):
    """`input + value * tensor1 / tensor2`."""
    try:
        r = _ew_addcdiv(input, tensor1, tensor2, None if value.__class__ is int and value == 1 else number(value))
    except ArgumentError:
        return retry(addcdiv, ("input", "tensor1", "tensor2", "value",), ("Tensor", "Tensor", "Tensor", "Number",), (input, tensor1, tensor2, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addcdiv_(input, tensor1, tensor2, *, value=1):
    """`input + value * tensor1 / tensor2`."""
    try:
        s = _ew_addcdiv_(input, tensor1, tensor2, None if value.__class__ is int and value == 1 else number(value))
    except ArgumentError:
        return retry(addcdiv_, ("input", "tensor1", "tensor2", "value",), ("Tensor", "Tensor", "Tensor", "Number",), (input, tensor1, tensor2, value,))
    if s: raise_last()
    return input


_ew_clamp = fn("ew_clamp", T, BYTES, BYTES)
_ew_clamp_ = fn_status("ew_clamp_", T, BYTES, BYTES)


def clamp(input, min=None, max=None, *, out=None):
    """Elements limited to [min, max]."""
    try:
        r = _ew_clamp(input, None if min is None else number(min), None if max is None else number(max))
    except ArgumentError:
        return retry(clamp, ("input", "min", "max",), ("Tensor", "Number?", "Number?",), (input, min, max,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def clamp_(input, min=None, max=None):
    """Elements limited to [min, max]."""
    try:
        s = _ew_clamp_(input, None if min is None else number(min), None if max is None else number(max))
    except ArgumentError:
        return retry(clamp_, ("input", "min", "max",), ("Tensor", "Number?", "Number?",), (input, min, max,))
    if s: raise_last()
    return input


_ew_clamp_Tensor = fn("ew_clamp_Tensor", T, T, T)
_ew_clamp_Tensor_ = fn_status("ew_clamp_Tensor_", T, T, T)


def clamp_Tensor(input, min=None, max=None, *, out=None):
    """Elements limited to [min, max], elementwise bounds."""
    try:
        r = _ew_clamp_Tensor(input, NULL if min is None else min, NULL if max is None else max)
    except ArgumentError:
        return retry(clamp_Tensor, ("input", "min", "max",), ("Tensor", "Tensor?", "Tensor?",), (input, min, max,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def clamp_Tensor_(input, min=None, max=None):
    """Elements limited to [min, max], elementwise bounds."""
    try:
        s = _ew_clamp_Tensor_(input, NULL if min is None else min, NULL if max is None else max)
    except ArgumentError:
        return retry(clamp_Tensor_, ("input", "min", "max",), ("Tensor", "Tensor?", "Tensor?",), (input, min, max,))
    if s: raise_last()
    return input


_ew_clamp_min = fn("ew_clamp_min", T, T)
_ew_clamp_min_scalar = fn("ew_clamp_min_scalar", T, BYTES)
_ew_clamp_min_ = fn_status("ew_clamp_min_", T, T)
_ew_clamp_min_scalar_ = fn_status("ew_clamp_min_scalar_", T, BYTES)


def clamp_min(input, min, *, out=None):
    """Elements not below min."""
    try:
        if isinstance(min, T): r = _ew_clamp_min(input, min)
        else: r = _ew_clamp_min_scalar(input, number(min))
    except ArgumentError:
        return retry(clamp_min, ("input", "min",), ("Tensor", "Tensor|Number",), (input, min,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def clamp_min_(input, min):
    """Elements not below min."""
    try:
        if isinstance(min, T): s = _ew_clamp_min_(input, min)
        else: s = _ew_clamp_min_scalar_(input, number(min))
    except ArgumentError:
        return retry(clamp_min_, ("input", "min",), ("Tensor", "Tensor|Number",), (input, min,))
    if s: raise_last()
    return input


_ew_clamp_max = fn("ew_clamp_max", T, T)
_ew_clamp_max_scalar = fn("ew_clamp_max_scalar", T, BYTES)
_ew_clamp_max_ = fn_status("ew_clamp_max_", T, T)
_ew_clamp_max_scalar_ = fn_status("ew_clamp_max_scalar_", T, BYTES)


def clamp_max(input, max, *, out=None):
    """Elements not above max."""
    try:
        if isinstance(max, T): r = _ew_clamp_max(input, max)
        else: r = _ew_clamp_max_scalar(input, number(max))
    except ArgumentError:
        return retry(clamp_max, ("input", "max",), ("Tensor", "Tensor|Number",), (input, max,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def clamp_max_(input, max):
    """Elements not above max."""
    try:
        if isinstance(max, T): s = _ew_clamp_max_(input, max)
        else: s = _ew_clamp_max_scalar_(input, number(max))
    except ArgumentError:
        return retry(clamp_max_, ("input", "max",), ("Tensor", "Tensor|Number",), (input, max,))
    if s: raise_last()
    return input


_ew_where = fn("ew_where", T, T, T)
_ew_where_scalar = fn("ew_where_scalar", T, T, BYTES)


def where(condition, input, other, *, out=None):
    """`input` where condition holds, else `other`; all broadcast."""
    if not isinstance(input, T): input = wrap(input)
    try:
        if isinstance(other, T): r = _ew_where(condition, input, other)
        else: r = _ew_where_scalar(condition, input, number(other))
    except ArgumentError:
        return retry(where, ("condition", "input", "other",), ("Tensor", "Tensor|Number", "Tensor|Number",), (condition, input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_masked_fill = fn("ew_masked_fill", T, T, T)
_ew_masked_fill_scalar = fn("ew_masked_fill_scalar", T, T, BYTES)
_ew_masked_fill_ = fn_status("ew_masked_fill_", T, T, T)
_ew_masked_fill_scalar_ = fn_status("ew_masked_fill_scalar_", T, T, BYTES)


def masked_fill(input, mask, value):
    """`value` where mask holds, else `input`."""
    try:
        if isinstance(value, T): r = _ew_masked_fill(input, mask, value)
        else: r = _ew_masked_fill_scalar(input, mask, number(value))
    except ArgumentError:
        return retry(masked_fill, ("input", "mask", "value",), ("Tensor", "Tensor", "Tensor|Number",), (input, mask, value,))
    if r._handle_ is None: raise_last()
    return r




def masked_fill_(input, mask, value):
    """`value` where mask holds, else `input`."""
    try:
        if isinstance(value, T): s = _ew_masked_fill_(input, mask, value)
        else: s = _ew_masked_fill_scalar_(input, mask, number(value))
    except ArgumentError:
        return retry(masked_fill_, ("input", "mask", "value",), ("Tensor", "Tensor", "Tensor|Number",), (input, mask, value,))
    if s: raise_last()
    return input


_ew_sigmoid = fn("ew_sigmoid", T)
_ew_sigmoid_ = fn_status("ew_sigmoid_", T)


def sigmoid(input, *, out=None):
    """`1 / (1 + exp(-input))`, elementwise."""
    try:
        r = _ew_sigmoid(input)
    except ArgumentError:
        return retry(sigmoid, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sigmoid_(input):
    """`1 / (1 + exp(-input))`, elementwise."""
    try:
        s = _ew_sigmoid_(input)
    except ArgumentError:
        return retry(sigmoid_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_tanh = fn("ew_tanh", T)
_ew_tanh_ = fn_status("ew_tanh_", T)


def tanh(input, *, out=None):
    """Hyperbolic tangent, elementwise."""
    try:
        r = _ew_tanh(input)
    except ArgumentError:
        return retry(tanh, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def tanh_(input):
    """Hyperbolic tangent, elementwise."""
    try:
        s = _ew_tanh_(input)
    except ArgumentError:
        return retry(tanh_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_relu = fn("ew_relu", T)
_ew_relu_ = fn_status("ew_relu_", T)


def relu(input, *, out=None):
    """`max(input, 0)`, elementwise."""
    try:
        r = _ew_relu(input)
    except ArgumentError:
        return retry(relu, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def relu_(input):
    """`max(input, 0)`, elementwise."""
    try:
        s = _ew_relu_(input)
    except ArgumentError:
        return retry(relu_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_relu6 = fn("ew_relu6", T)
_ew_relu6_ = fn_status("ew_relu6_", T)


def relu6(input):
    """`min(max(input, 0), 6)`, elementwise."""
    try:
        r = _ew_relu6(input)
    except ArgumentError:
        return retry(relu6, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r




def relu6_(input):
    """`min(max(input, 0), 6)`, elementwise."""
    try:
        s = _ew_relu6_(input)
    except ArgumentError:
        return retry(relu6_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_silu = fn("ew_silu", T)
_ew_silu_ = fn_status("ew_silu_", T)


def silu(input):
    """`input * sigmoid(input)`, elementwise."""
    try:
        r = _ew_silu(input)
    except ArgumentError:
        return retry(silu, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r




def silu_(input):
    """`input * sigmoid(input)`, elementwise."""
    try:
        s = _ew_silu_(input)
    except ArgumentError:
        return retry(silu_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_mish = fn("ew_mish", T)
_ew_mish_ = fn_status("ew_mish_", T)


def mish(input):
    """`input * tanh(softplus(input))`, elementwise."""
    try:
        r = _ew_mish(input)
    except ArgumentError:
        return retry(mish, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r




def mish_(input):
    """`input * tanh(softplus(input))`, elementwise."""
    try:
        s = _ew_mish_(input)
    except ArgumentError:
        return retry(mish_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_hardswish = fn("ew_hardswish", T)
_ew_hardswish_ = fn_status("ew_hardswish_", T)


def hardswish(input):
    """`input * relu6(input + 3) / 6`, elementwise."""
    try:
        r = _ew_hardswish(input)
    except ArgumentError:
        return retry(hardswish, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r




def hardswish_(input):
    """`input * relu6(input + 3) / 6`, elementwise."""
    try:
        s = _ew_hardswish_(input)
    except ArgumentError:
        return retry(hardswish_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_hardsigmoid = fn("ew_hardsigmoid", T)
_ew_hardsigmoid_ = fn_status("ew_hardsigmoid_", T)


def hardsigmoid(input):
    """`relu6(input + 3) / 6`, elementwise."""
    try:
        r = _ew_hardsigmoid(input)
    except ArgumentError:
        return retry(hardsigmoid, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r




def hardsigmoid_(input):
    """`relu6(input + 3) / 6`, elementwise."""
    try:
        s = _ew_hardsigmoid_(input)
    except ArgumentError:
        return retry(hardsigmoid_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_logsigmoid = fn("ew_logsigmoid", T)


def logsigmoid(input, *, out=None):
    """`log(sigmoid(input))`, elementwise."""
    try:
        r = _ew_logsigmoid(input)
    except ArgumentError:
        return retry(logsigmoid, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_softsign = fn("ew_softsign", T)


def softsign(input):
    """`input / (1 + |input|)`, elementwise."""
    try:
        r = _ew_softsign(input)
    except ArgumentError:
        return retry(softsign, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_tanhshrink = fn("ew_tanhshrink", T)


def tanhshrink(input):
    """`input - tanh(input)`, elementwise."""
    try:
        r = _ew_tanhshrink(input)
    except ArgumentError:
        return retry(tanhshrink, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_selu = fn("ew_selu", T)
_ew_selu_ = fn_status("ew_selu_", T)


def selu(input, *, out=None):
    """ELU with the self-normalising scale and alpha."""
    try:
        r = _ew_selu(input)
    except ArgumentError:
        return retry(selu, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def selu_(input):
    """ELU with the self-normalising scale and alpha."""
    try:
        s = _ew_selu_(input)
    except ArgumentError:
        return retry(selu_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_celu = fn("ew_celu", T, F64)
_ew_celu_ = fn_status("ew_celu_", T, F64)


def celu(input, alpha=1.0, *, out=None):
    """`max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise."""
    try:
        r = _ew_celu(input, alpha)
    except ArgumentError:
        return retry(celu, ("input", "alpha",), ("Tensor", "float",), (input, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def celu_(input, alpha=1.0):
    """`max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise."""
    try:
        s = _ew_celu_(input, alpha)
    except ArgumentError:
        return retry(celu_, ("input", "alpha",), ("Tensor", "float",), (input, alpha,))
    if s: raise_last()
    return input


_ew_elu = fn("ew_elu", T, F64)
_ew_elu_ = fn_status("ew_elu_", T, F64)


def elu(input, alpha=1.0):
    """`input` where positive, else `alpha * (exp(input) - 1)`."""
    try:
        r = _ew_elu(input, alpha)
    except ArgumentError:
        return retry(elu, ("input", "alpha",), ("Tensor", "float",), (input, alpha,))
    if r._handle_ is None: raise_last()
    return r




def elu_(input, alpha=1.0):
    """`input` where positive, else `alpha * (exp(input) - 1)`."""
    try:
        s = _ew_elu_(input, alpha)
    except ArgumentError:
        return retry(elu_, ("input", "alpha",), ("Tensor", "float",), (input, alpha,))
    if s: raise_last()
    return input


_ew_leaky_relu = fn("ew_leaky_relu", T, F64)
_ew_leaky_relu_ = fn_status("ew_leaky_relu_", T, F64)


def leaky_relu(input, negative_slope=0.01):
    """`input` where positive, else `negative_slope * input`."""
    try:
        r = _ew_leaky_relu(input, negative_slope)
    except ArgumentError:
        return retry(leaky_relu, ("input", "negative_slope",), ("Tensor", "float",), (input, negative_slope,))
    if r._handle_ is None: raise_last()
    return r




def leaky_relu_(input, negative_slope=0.01):
    """`input` where positive, else `negative_slope * input`."""
    try:
        s = _ew_leaky_relu_(input, negative_slope)
    except ArgumentError:
        return retry(leaky_relu_, ("input", "negative_slope",), ("Tensor", "float",), (input, negative_slope,))
    if s: raise_last()
    return input


_ew_hardtanh = fn("ew_hardtanh", T, F64, F64)
_ew_hardtanh_ = fn_status("ew_hardtanh_", T, F64, F64)


def hardtanh(input, min_val=-1.0, max_val=1.0):
    """Elements limited to [min_val, max_val]."""
    try:
        r = _ew_hardtanh(input, min_val, max_val)
    except ArgumentError:
        return retry(hardtanh, ("input", "min_val", "max_val",), ("Tensor", "float", "float",), (input, min_val, max_val,))
    if r._handle_ is None: raise_last()
    return r




def hardtanh_(input, min_val=-1.0, max_val=1.0):
    """Elements limited to [min_val, max_val]."""
    try:
        s = _ew_hardtanh_(input, min_val, max_val)
    except ArgumentError:
        return retry(hardtanh_, ("input", "min_val", "max_val",), ("Tensor", "float", "float",), (input, min_val, max_val,))
    if s: raise_last()
    return input


_ew_gelu = fn("ew_gelu", T, BYTES)


def gelu(input, approximate='none', *, out=None):
    """`input * Φ(input)` with the normal distribution function Φ."""
    try:
        r = _ew_gelu(input, string(approximate))
    except ArgumentError:
        return retry(gelu, ("input", "approximate",), ("Tensor", "str",), (input, approximate,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_softplus = fn("ew_softplus", T, F64, F64)


def softplus(input, beta=1.0, threshold=20.0, *, out=None):
    """`log(1 + exp(beta * input)) / beta`, elementwise."""
    try:
        r = _ew_softplus(input, beta, threshold)
    except ArgumentError:
        return retry(softplus, ("input", "beta", "threshold",), ("Tensor", "float", "float",), (input, beta, threshold,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_softshrink = fn("ew_softshrink", T, F64)


def softshrink(input, lambd=0.5):
    """Elements moved towards 0 by lambd, 0 within."""
    try:
        r = _ew_softshrink(input, lambd)
    except ArgumentError:
        return retry(softshrink, ("input", "lambd",), ("Tensor", "float",), (input, lambd,))
    if r._handle_ is None: raise_last()
    return r


_ew_hardshrink = fn("ew_hardshrink", T, F64)


def hardshrink(input, lambd=0.5, *, out=None):
    """Elements of absolute value at most lambd become 0."""
    try:
        r = _ew_hardshrink(input, lambd)
    except ArgumentError:
        return retry(hardshrink, ("input", "lambd",), ("Tensor", "float",), (input, lambd,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_threshold = fn("ew_threshold", T, BYTES, BYTES)
_ew_threshold_ = fn_status("ew_threshold_", T, BYTES, BYTES)


def threshold(input, threshold, value, *, out=None):
    """`input` where above threshold, else value."""
    try:
        r = _ew_threshold(input, number(threshold), number(value))
    except ArgumentError:
        return retry(threshold, ("input", "threshold", "value",), ("Tensor", "Number", "Number",), (input, threshold, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def threshold_(input, threshold, value):
    """`input` where above threshold, else value."""
    try:
        s = _ew_threshold_(input, number(threshold), number(value))
    except ArgumentError:
        return retry(threshold_, ("input", "threshold", "value",), ("Tensor", "Number", "Number",), (input, threshold, value,))
    if s: raise_last()
    return input


_ew_prelu = fn("ew_prelu", T, T)


def prelu(input, weight, *, out=None):
    """`input` where positive, else `weight * input`, one weight a channel."""
    try:
        r = _ew_prelu(input, weight)
    except ArgumentError:
        return retry(prelu, ("input", "weight",), ("Tensor", "Tensor",), (input, weight,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_glu = fn("ew_glu", T, I64)


def glu(input, dim=-1):
    """The first half along dim times the sigmoid of the second."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_glu(input, dim)
    except ArgumentError:
        return retry(glu, ("input", "dim",), ("Tensor", "int",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_sigmoid_backward = fn("ew_sigmoid_backward", T, T)


def sigmoid_backward(grad_output, output):
    """Gradient of `sigmoid`."""
    try:
        r = _ew_sigmoid_backward(grad_output, output)
    except ArgumentError:
        return retry(sigmoid_backward, ("grad_output", "output",), ("Tensor", "Tensor",), (grad_output, output,))
    if r._handle_ is None: raise_last()
    return r


_ew_tanh_backward = fn("ew_tanh_backward", T, T)


def tanh_backward(grad_output, output):
    """Gradient of `tanh`."""
    try:
        r = _ew_tanh_backward(grad_output, output)
    except ArgumentError:
        return retry(tanh_backward, ("grad_output", "output",), ("Tensor", "Tensor",), (grad_output, output,))
    if r._handle_ is None: raise_last()
    return r


_ew_silu_backward = fn("ew_silu_backward", T, T)


def silu_backward(grad_output, input):
    """Gradient of `silu`."""
    try:
        r = _ew_silu_backward(grad_output, input)
    except ArgumentError:
        return retry(silu_backward, ("grad_output", "input",), ("Tensor", "Tensor",), (grad_output, input,))
    if r._handle_ is None: raise_last()
    return r


_ew_mish_backward = fn("ew_mish_backward", T, T)


def mish_backward(grad_output, input):
    """Gradient of `mish`."""
    try:
        r = _ew_mish_backward(grad_output, input)
    except ArgumentError:
        return retry(mish_backward, ("grad_output", "input",), ("Tensor", "Tensor",), (grad_output, input,))
    if r._handle_ is None: raise_last()
    return r


_ew_hardswish_backward = fn("ew_hardswish_backward", T, T)


def hardswish_backward(grad_output, input):
    """Gradient of `hardswish`."""
    try:
        r = _ew_hardswish_backward(grad_output, input)
    except ArgumentError:
        return retry(hardswish_backward, ("grad_output", "input",), ("Tensor", "Tensor",), (grad_output, input,))
    if r._handle_ is None: raise_last()
    return r


_ew_hardsigmoid_backward = fn("ew_hardsigmoid_backward", T, T)


def hardsigmoid_backward(grad_output, input):
    """Gradient of `hardsigmoid`."""
    try:
        r = _ew_hardsigmoid_backward(grad_output, input)
    except ArgumentError:
        return retry(hardsigmoid_backward, ("grad_output", "input",), ("Tensor", "Tensor",), (grad_output, input,))
    if r._handle_ is None: raise_last()
    return r


_ew_threshold_backward = fn("ew_threshold_backward", T, T, F64)


def threshold_backward(grad_output, input, threshold):
    """Gradient of `threshold` and `relu`."""
    try:
        r = _ew_threshold_backward(grad_output, input, threshold)
    except ArgumentError:
        return retry(threshold_backward, ("grad_output", "input", "threshold",), ("Tensor", "Tensor", "float",), (grad_output, input, threshold,))
    if r._handle_ is None: raise_last()
    return r


_ew_leaky_relu_backward = fn("ew_leaky_relu_backward", T, T, F64)


def leaky_relu_backward(grad_output, input, negative_slope):
    """Gradient of `leaky_relu`."""
    try:
        r = _ew_leaky_relu_backward(grad_output, input, negative_slope)
    except ArgumentError:
        return retry(leaky_relu_backward, ("grad_output", "input", "negative_slope",), ("Tensor", "Tensor", "float",), (grad_output, input, negative_slope,))
    if r._handle_ is None: raise_last()
    return r


_ew_elu_backward = fn("ew_elu_backward", T, T, F64, F64, F64)


def elu_backward(grad_output, input, alpha, scale, input_scale):
    """Gradient of `elu`."""
    try:
        r = _ew_elu_backward(grad_output, input, alpha, scale, input_scale)
    except ArgumentError:
        return retry(elu_backward, ("grad_output", "input", "alpha", "scale", "input_scale",), ("Tensor", "Tensor", "float", "float", "float",), (grad_output, input, alpha, scale, input_scale,))
    if r._handle_ is None: raise_last()
    return r


_ew_gelu_backward = fn("ew_gelu_backward", T, T, BYTES)


def gelu_backward(grad_output, input, approximate='none'):
    """Gradient of `gelu`."""
    try:
        r = _ew_gelu_backward(grad_output, input, string(approximate))
    except ArgumentError:
        return retry(gelu_backward, ("grad_output", "input", "approximate",), ("Tensor", "Tensor", "str",), (grad_output, input, approximate,))
    if r._handle_ is None: raise_last()
    return r


_ew_softplus_backward = fn("ew_softplus_backward", T, T, F64, F64)


def softplus_backward(grad_output, input, beta, threshold):
    """Gradient of `softplus`."""
    try:
        r = _ew_softplus_backward(grad_output, input, beta, threshold)
    except ArgumentError:
        return retry(softplus_backward, ("grad_output", "input", "beta", "threshold",), ("Tensor", "Tensor", "float", "float",), (grad_output, input, beta, threshold,))
    if r._handle_ is None: raise_last()
    return r


_ew_mse_loss = fn("ew_mse_loss", T, T, BYTES, T)


def mse_loss(input, target, reduction='mean', weight=None):
    """Mean of `(input - target) ** 2`."""
    try:
        r = _ew_mse_loss(input, target, string(reduction), NULL if weight is None else weight)
    except ArgumentError:
        return retry(mse_loss, ("input", "target", "reduction", "weight",), ("Tensor", "Tensor", "str", "Tensor?",), (input, target, reduction, weight,))
    if r._handle_ is None: raise_last()
    return r


_ew_l1_loss = fn("ew_l1_loss", T, T, BYTES, T)


def l1_loss(input, target, reduction='mean', weight=None):
    """Mean of `|input - target|`."""
    try:
        r = _ew_l1_loss(input, target, string(reduction), NULL if weight is None else weight)
    except ArgumentError:
        return retry(l1_loss, ("input", "target", "reduction", "weight",), ("Tensor", "Tensor", "str", "Tensor?",), (input, target, reduction, weight,))
    if r._handle_ is None: raise_last()
    return r


_ew_smooth_l1_loss = fn("ew_smooth_l1_loss", T, T, BYTES, F64)


def smooth_l1_loss(input, target, reduction='mean', beta=1.0):
    """Mean of a loss quadratic below beta and linear above."""
    try:
        r = _ew_smooth_l1_loss(input, target, string(reduction), beta)
    except ArgumentError:
        return retry(smooth_l1_loss, ("input", "target", "reduction", "beta",), ("Tensor", "Tensor", "str", "float",), (input, target, reduction, beta,))
    if r._handle_ is None: raise_last()
    return r


_ew_huber_loss = fn("ew_huber_loss", T, T, BYTES, F64, T)


def huber_loss(input, target, reduction='mean', delta=1.0, weight=None):
    """Mean of a loss quadratic below delta and linear, with slope delta, above."""
    try:
        r = _ew_huber_loss(input, target, string(reduction), delta, NULL if weight is None else weight)
    except ArgumentError:
        return retry(huber_loss, ("input", "target", "reduction", "delta", "weight",), ("Tensor", "Tensor", "str", "float", "Tensor?",), (input, target, reduction, delta, weight,))
    if r._handle_ is None: raise_last()
    return r


_ew_binary_cross_entropy = fn("ew_binary_cross_entropy", T, T, T, BYTES)


def binary_cross_entropy(input, target, weight=None, reduction='mean'):
    """Mean of `-(target * log(input) + (1 - target) * log(1 - input))`."""
    try:
        r = _ew_binary_cross_entropy(input, target, NULL if weight is None else weight, string(reduction))
    except ArgumentError:
        return retry(binary_cross_entropy, ("input", "target", "weight", "reduction",), ("Tensor", "Tensor", "Tensor?", "str",), (input, target, weight, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_binary_cross_entropy_with_logits = fn("ew_binary_cross_entropy_with_logits", T, T, T, BYTES, T)


def binary_cross_entropy_with_logits(input, target, weight=None, reduction='mean', pos_weight=None):
    """Binary cross entropy of `sigmoid(input)`, stable for any input."""
    try:
        r = _ew_binary_cross_entropy_with_logits(input, target, NULL if weight is None else weight, string(reduction), NULL if pos_weight is None else pos_weight)
    except ArgumentError:
        return retry(binary_cross_entropy_with_logits, ("input", "target", "weight", "reduction", "pos_weight",), ("Tensor", "Tensor", "Tensor?", "str", "Tensor?",), (input, target, weight, reduction, pos_weight,))
    if r._handle_ is None: raise_last()
    return r


_ew_kl_div = fn("ew_kl_div", T, T, BYTES, BOOL)


def kl_div(input, target, reduction='mean', log_target=False):
    """Mean of `target * (log(target) - input)`; input holds log-probabilities."""
    try:
        r = _ew_kl_div(input, target, string(reduction), log_target)
    except ArgumentError:
        return retry(kl_div, ("input", "target", "reduction", "log_target",), ("Tensor", "Tensor", "str", "bool",), (input, target, reduction, log_target,))
    if r._handle_ is None: raise_last()
    return r


_ew_soft_margin_loss = fn("ew_soft_margin_loss", T, T, BYTES)


def soft_margin_loss(input, target, reduction='mean'):
    """Mean of `log(1 + exp(-target * input))`."""
    try:
        r = _ew_soft_margin_loss(input, target, string(reduction))
    except ArgumentError:
        return retry(soft_margin_loss, ("input", "target", "reduction",), ("Tensor", "Tensor", "str",), (input, target, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_hinge_embedding_loss = fn("ew_hinge_embedding_loss", T, T, F64, BYTES)


def hinge_embedding_loss(input, target, margin=1.0, reduction='mean'):
    """Mean of input where target is 1, of `max(0, margin - input)` where it is -1."""
    try:
        r = _ew_hinge_embedding_loss(input, target, margin, string(reduction))
    except ArgumentError:
        return retry(hinge_embedding_loss, ("input", "target", "margin", "reduction",), ("Tensor", "Tensor", "float", "str",), (input, target, margin, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_margin_ranking_loss = fn("ew_margin_ranking_loss", T, T, T, F64, BYTES)


def margin_ranking_loss(input1, input2, target, margin=0.0, reduction='mean'):
    """Mean of `max(0, -target * (input1 - input2) + margin)`."""
    try:
        r = _ew_margin_ranking_loss(input1, input2, target, margin, string(reduction))
    except ArgumentError:
        return retry(margin_ranking_loss, ("input1", "input2", "target", "margin", "reduction",), ("Tensor", "Tensor", "Tensor", "float", "str",), (input1, input2, target, margin, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_poisson_nll_loss = fn("ew_poisson_nll_loss", T, T, BOOL, BOOL, F64, BYTES)


def poisson_nll_loss(input, target, log_input=True, full=False, eps=1e-08, reduction='mean'):
    """Mean of `exp(input) - target * input`: the negative log likelihood of Poisson counts."""
    try:
        r = _ew_poisson_nll_loss(input, target, log_input, full, eps, string(reduction))
    except ArgumentError:
        return retry(poisson_nll_loss, ("input", "target", "log_input", "full", "eps", "reduction",), ("Tensor", "Tensor", "bool", "bool", "float", "str",), (input, target, log_input, full, eps, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_mse_loss_backward = fn("ew_mse_loss_backward", T, T, T)


def mse_loss_backward(grad_output, input, target):
    """Elementwise gradient of `mse_loss`."""
    try:
        r = _ew_mse_loss_backward(grad_output, input, target)
    except ArgumentError:
        return retry(mse_loss_backward, ("grad_output", "input", "target",), ("Tensor", "Tensor", "Tensor",), (grad_output, input, target,))
    if r._handle_ is None: raise_last()
    return r


_ew_smooth_l1_loss_backward = fn("ew_smooth_l1_loss_backward", T, T, T, F64)


def smooth_l1_loss_backward(grad_output, input, target, beta):
    """Elementwise gradient of `smooth_l1_loss`."""
    try:
        r = _ew_smooth_l1_loss_backward(grad_output, input, target, beta)
    except ArgumentError:
        return retry(smooth_l1_loss_backward, ("grad_output", "input", "target", "beta",), ("Tensor", "Tensor", "Tensor", "float",), (grad_output, input, target, beta,))
    if r._handle_ is None: raise_last()
    return r


_ew_huber_loss_backward = fn("ew_huber_loss_backward", T, T, T, F64)


def huber_loss_backward(grad_output, input, target, delta):
    """Elementwise gradient of `huber_loss`."""
    try:
        r = _ew_huber_loss_backward(grad_output, input, target, delta)
    except ArgumentError:
        return retry(huber_loss_backward, ("grad_output", "input", "target", "delta",), ("Tensor", "Tensor", "Tensor", "float",), (grad_output, input, target, delta,))
    if r._handle_ is None: raise_last()
    return r


_ew_binary_cross_entropy_backward = fn("ew_binary_cross_entropy_backward", T, T, T)


def binary_cross_entropy_backward(grad_output, input, target):
    """Elementwise gradient of `binary_cross_entropy`."""
    try:
        r = _ew_binary_cross_entropy_backward(grad_output, input, target)
    except ArgumentError:
        return retry(binary_cross_entropy_backward, ("grad_output", "input", "target",), ("Tensor", "Tensor", "Tensor",), (grad_output, input, target,))
    if r._handle_ is None: raise_last()
    return r


_ew_binary_cross_entropy_with_logits_backward = fn("ew_binary_cross_entropy_with_logits_backward", T, T, T)


def binary_cross_entropy_with_logits_backward(grad_output, input, target):
    """Elementwise gradient of `binary_cross_entropy_with_logits`."""
    try:
        r = _ew_binary_cross_entropy_with_logits_backward(grad_output, input, target)
    except ArgumentError:
        return retry(binary_cross_entropy_with_logits_backward, ("grad_output", "input", "target",), ("Tensor", "Tensor", "Tensor",), (grad_output, input, target,))
    if r._handle_ is None: raise_last()
    return r


_ew_nll_loss = fn("ew_nll_loss", T, T, T, I64, BYTES)


def nll_loss(input, target, weight=None, ignore_index=-100, reduction='mean'):
    """Weighted mean of `-input[n, target[n]]` for log-probabilities [C], [N, C] or [N, C, d…]."""
    if ignore_index.__class__ is not int or not -0x8000000000000000 <= ignore_index <= 0x7fffffffffffffff: ignore_index = integer(ignore_index)
    try:
        r = _ew_nll_loss(input, target, NULL if weight is None else weight, ignore_index, string(reduction))
    except ArgumentError:
        return retry(nll_loss, ("input", "target", "weight", "ignore_index", "reduction",), ("Tensor", "Tensor", "Tensor?", "int", "str",), (input, target, weight, ignore_index, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_nll_loss_backward = fn("ew_nll_loss_backward", T, BYTES, SIZE, T, T, I64, BYTES)


def nll_loss_backward(grad_output, size, target, weight=None, ignore_index=-100, reduction='mean'):
    """Gradient of `nll_loss` for an input of the given size."""
    p_size = integers(size)
    if ignore_index.__class__ is not int or not -0x8000000000000000 <= ignore_index <= 0x7fffffffffffffff: ignore_index = integer(ignore_index)
    try:
        r = _ew_nll_loss_backward(grad_output, p_size, len(p_size) >> 3, target, NULL if weight is None else weight, ignore_index, string(reduction))
    except ArgumentError:
        return retry(nll_loss_backward, ("grad_output", "size", "target", "weight", "ignore_index", "reduction",), ("Tensor", "int[]", "Tensor", "Tensor?", "int", "str",), (grad_output, size, target, weight, ignore_index, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_cross_entropy = fn("ew_cross_entropy", T, T, T, I64, BYTES, F64)


def cross_entropy(input, target, weight=None, ignore_index=-100, reduction='mean', label_smoothing=0.0):
    """Mean of `-log(softmax(input)[target])`; target holds class indices or probabilities."""
    if ignore_index.__class__ is not int or not -0x8000000000000000 <= ignore_index <= 0x7fffffffffffffff: ignore_index = integer(ignore_index)
    try:
        r = _ew_cross_entropy(input, target, NULL if weight is None else weight, ignore_index, string(reduction), label_smoothing)
    except ArgumentError:
        return retry(cross_entropy, ("input", "target", "weight", "ignore_index", "reduction", "label_smoothing",), ("Tensor", "Tensor", "Tensor?", "int", "str", "float",), (input, target, weight, ignore_index, reduction, label_smoothing,))
    if r._handle_ is None: raise_last()
    return r


_ew_erfinv = fn("ew_erfinv", T)
_ew_erfinv_ = fn_status("ew_erfinv_", T)


def erfinv(input, *, out=None):
    """The inverse of erf, elementwise."""
    try:
        r = _ew_erfinv(input)
    except ArgumentError:
        return retry(erfinv, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def erfinv_(input):
    """The inverse of erf, elementwise."""
    try:
        s = _ew_erfinv_(input)
    except ArgumentError:
        return retry(erfinv_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_sinc = fn("ew_sinc", T)
_ew_sinc_ = fn_status("ew_sinc_", T)


def sinc(input, *, out=None):
    """`sin(π input) / (π input)`, 1 at 0."""
    try:
        r = _ew_sinc(input)
    except ArgumentError:
        return retry(sinc, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sinc_(input):
    """`sin(π input) / (π input)`, 1 at 0."""
    try:
        s = _ew_sinc_(input)
    except ArgumentError:
        return retry(sinc_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_i0 = fn("ew_i0", T)
_ew_i0_ = fn_status("ew_i0_", T)


def i0(input, *, out=None):
    """Modified Bessel function of order 0."""
    try:
        r = _ew_i0(input)
    except ArgumentError:
        return retry(i0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def i0_(input):
    """Modified Bessel function of order 0."""
    try:
        s = _ew_i0_(input)
    except ArgumentError:
        return retry(i0_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_logit = fn("ew_logit", T, BYTES)
_ew_logit_ = fn_status("ew_logit_", T, BYTES)


def logit(input, eps=None, *, out=None):
    """`log(input / (1 - input))`, of the input limited to [eps, 1 - eps]."""
    try:
        r = _ew_logit(input, opt_float(eps))
    except ArgumentError:
        return retry(logit, ("input", "eps",), ("Tensor", "float?",), (input, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def logit_(input, eps=None):
    """`log(input / (1 - input))`, of the input limited to [eps, 1 - eps]."""
    try:
        s = _ew_logit_(input, opt_float(eps))
    except ArgumentError:
        return retry(logit_, ("input", "eps",), ("Tensor", "float?",), (input, eps,))
    if s: raise_last()
    return input


_ew_special_logit = fn("ew_special_logit", T, BYTES)


def special_logit(input, eps=None, *, out=None):
    """`log(input / (1 - input))`, of the input limited to [eps, 1 - eps]."""
    try:
        r = _ew_special_logit(input, opt_float(eps))
    except ArgumentError:
        return retry(special_logit, ("input", "eps",), ("Tensor", "float?",), (input, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_erfcx = fn("ew_special_erfcx", T)


def special_erfcx(input, *, out=None):
    """`exp(input ** 2) * erfc(input)`."""
    try:
        r = _ew_special_erfcx(input)
    except ArgumentError:
        return retry(special_erfcx, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_ndtr = fn("ew_special_ndtr", T)


def special_ndtr(input, *, out=None):
    """The standard normal distribution function."""
    try:
        r = _ew_special_ndtr(input)
    except ArgumentError:
        return retry(special_ndtr, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_log_ndtr = fn("ew_special_log_ndtr", T)


def special_log_ndtr(input, *, out=None):
    """Logarithm of the standard normal distribution function."""
    try:
        r = _ew_special_log_ndtr(input)
    except ArgumentError:
        return retry(special_log_ndtr, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_ndtri = fn("ew_special_ndtri", T)


def special_ndtri(input, *, out=None):
    """The inverse of `ndtr`."""
    try:
        r = _ew_special_ndtri(input)
    except ArgumentError:
        return retry(special_ndtri, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_entr = fn("ew_special_entr", T)


def special_entr(input, *, out=None):
    """`-input * log(input)`, 0 at 0, -inf below."""
    try:
        r = _ew_special_entr(input)
    except ArgumentError:
        return retry(special_entr, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_i0e = fn("ew_special_i0e", T)


def special_i0e(input, *, out=None):
    """`exp(-|input|) * i0(input)`."""
    try:
        r = _ew_special_i0e(input)
    except ArgumentError:
        return retry(special_i0e, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_i1 = fn("ew_special_i1", T)


def special_i1(input, *, out=None):
    """Modified Bessel function of order 1."""
    try:
        r = _ew_special_i1(input)
    except ArgumentError:
        return retry(special_i1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_i1e = fn("ew_special_i1e", T)


def special_i1e(input, *, out=None):
    """`exp(-|input|) * i1(input)`."""
    try:
        r = _ew_special_i1e(input)
    except ArgumentError:
        return retry(special_i1e, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_modified_bessel_i0 = fn("ew_special_modified_bessel_i0", T)


def special_modified_bessel_i0(input, *, out=None):
    """Modified Bessel function I of order 0."""
    try:
        r = _ew_special_modified_bessel_i0(input)
    except ArgumentError:
        return retry(special_modified_bessel_i0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_modified_bessel_i1 = fn("ew_special_modified_bessel_i1", T)


def special_modified_bessel_i1(input, *, out=None):
    """Modified Bessel function I of order 1."""
    try:
        r = _ew_special_modified_bessel_i1(input)
    except ArgumentError:
        return retry(special_modified_bessel_i1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_modified_bessel_k0 = fn("ew_special_modified_bessel_k0", T)


def special_modified_bessel_k0(input, *, out=None):
    """Modified Bessel function K of order 0."""
    try:
        r = _ew_special_modified_bessel_k0(input)
    except ArgumentError:
        return retry(special_modified_bessel_k0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_modified_bessel_k1 = fn("ew_special_modified_bessel_k1", T)


def special_modified_bessel_k1(input, *, out=None):
    """Modified Bessel function K of order 1."""
    try:
        r = _ew_special_modified_bessel_k1(input)
    except ArgumentError:
        return retry(special_modified_bessel_k1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_scaled_modified_bessel_k0 = fn("ew_special_scaled_modified_bessel_k0", T)


def special_scaled_modified_bessel_k0(input, *, out=None):
    """`exp(input)` times the Bessel function K of order 0."""
    try:
        r = _ew_special_scaled_modified_bessel_k0(input)
    except ArgumentError:
        return retry(special_scaled_modified_bessel_k0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_scaled_modified_bessel_k1 = fn("ew_special_scaled_modified_bessel_k1", T)


def special_scaled_modified_bessel_k1(input, *, out=None):
    """`exp(input)` times the Bessel function K of order 1."""
    try:
        r = _ew_special_scaled_modified_bessel_k1(input)
    except ArgumentError:
        return retry(special_scaled_modified_bessel_k1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_bessel_j0 = fn("ew_special_bessel_j0", T)


def special_bessel_j0(input, *, out=None):
    """Bessel function J of order 0."""
    try:
        r = _ew_special_bessel_j0(input)
    except ArgumentError:
        return retry(special_bessel_j0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_bessel_j1 = fn("ew_special_bessel_j1", T)


def special_bessel_j1(input, *, out=None):
    """Bessel function J of order 1."""
    try:
        r = _ew_special_bessel_j1(input)
    except ArgumentError:
        return retry(special_bessel_j1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_bessel_y0 = fn("ew_special_bessel_y0", T)


def special_bessel_y0(input, *, out=None):
    """Bessel function Y of order 0."""
    try:
        r = _ew_special_bessel_y0(input)
    except ArgumentError:
        return retry(special_bessel_y0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_bessel_y1 = fn("ew_special_bessel_y1", T)


def special_bessel_y1(input, *, out=None):
    """Bessel function Y of order 1."""
    try:
        r = _ew_special_bessel_y1(input)
    except ArgumentError:
        return retry(special_bessel_y1, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_spherical_bessel_j0 = fn("ew_special_spherical_bessel_j0", T)


def special_spherical_bessel_j0(input, *, out=None):
    """`sin(input) / input`, 1 at 0."""
    try:
        r = _ew_special_spherical_bessel_j0(input)
    except ArgumentError:
        return retry(special_spherical_bessel_j0, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_airy_ai = fn("ew_special_airy_ai", T)


def special_airy_ai(x, *, out=None):
    """The Airy function Ai."""
    try:
        r = _ew_special_airy_ai(x)
    except ArgumentError:
        return retry(special_airy_ai, ("x",), ("Tensor",), (x,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_logaddexp = fn("ew_logaddexp", T, T)


def logaddexp(input, other, *, out=None):
    """`log(exp(input) + exp(other))` without overflow."""
    try:
        r = _ew_logaddexp(input, other)
    except ArgumentError:
        return retry(logaddexp, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_logaddexp2 = fn("ew_logaddexp2", T, T)


def logaddexp2(input, other, *, out=None):
    """`log2(2 ** input + 2 ** other)` without overflow."""
    try:
        r = _ew_logaddexp2(input, other)
    except ArgumentError:
        return retry(logaddexp2, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_xlog1py = fn("ew_special_xlog1py", T, T)
_ew_special_xlog1py_scalar = fn("ew_special_xlog1py_scalar", T, BYTES)


def special_xlog1py(input, other, *, out=None):
    """`input * log1p(other)`, 0 where input is 0."""
    try:
        if isinstance(other, T): r = _ew_special_xlog1py(input, other)
        else: r = _ew_special_xlog1py_scalar(input, number(other))
    except ArgumentError:
        return retry(special_xlog1py, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_zeta = fn("ew_special_zeta", T, T)
_ew_special_zeta_scalar = fn("ew_special_zeta_scalar", T, BYTES)


def special_zeta(input, other, *, out=None):
    """Hurwitz' zeta function `Σ (other + k) ** -input`."""
    try:
        if isinstance(other, T): r = _ew_special_zeta(input, other)
        else: r = _ew_special_zeta_scalar(input, number(other))
    except ArgumentError:
        return retry(special_zeta, ("input", "other",), ("Tensor", "Tensor|Number",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_igamma = fn("ew_igamma", T, T)
_ew_igamma_ = fn_status("ew_igamma_", T, T)


def igamma(input, other, *, out=None):
    """The regularised lower incomplete gamma function P(input, other)."""
    try:
        r = _ew_igamma(input, other)
    except ArgumentError:
        return retry(igamma, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def igamma_(input, other):
    """The regularised lower incomplete gamma function P(input, other)."""
    try:
        s = _ew_igamma_(input, other)
    except ArgumentError:
        return retry(igamma_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_igammac = fn("ew_igammac", T, T)
_ew_igammac_ = fn_status("ew_igammac_", T, T)


def igammac(input, other, *, out=None):
    """The regularised upper incomplete gamma function Q(input, other)."""
    try:
        r = _ew_igammac(input, other)
    except ArgumentError:
        return retry(igammac, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def igammac_(input, other):
    """The regularised upper incomplete gamma function Q(input, other)."""
    try:
        s = _ew_igammac_(input, other)
    except ArgumentError:
        return retry(igammac_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_special_gammainc = fn("ew_special_gammainc", T, T)


def special_gammainc(input, other, *, out=None):
    """The regularised lower incomplete gamma function."""
    try:
        r = _ew_special_gammainc(input, other)
    except ArgumentError:
        return retry(special_gammainc, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_gammaincc = fn("ew_special_gammaincc", T, T)


def special_gammaincc(input, other, *, out=None):
    """The regularised upper incomplete gamma function."""
    try:
        r = _ew_special_gammaincc(input, other)
    except ArgumentError:
        return retry(special_gammaincc, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_mvlgamma = fn("ew_mvlgamma", T, I64)
_ew_mvlgamma_ = fn_status("ew_mvlgamma_", T, I64)


def mvlgamma(input, p, *, out=None):
    """Logarithm of the gamma function of p dimensions."""
    if p.__class__ is not int or not -0x8000000000000000 <= p <= 0x7fffffffffffffff: p = integer(p)
    try:
        r = _ew_mvlgamma(input, p)
    except ArgumentError:
        return retry(mvlgamma, ("input", "p",), ("Tensor", "int",), (input, p,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def mvlgamma_(input, p):
    """Logarithm of the gamma function of p dimensions."""
    if p.__class__ is not int or not -0x8000000000000000 <= p <= 0x7fffffffffffffff: p = integer(p)
    try:
        s = _ew_mvlgamma_(input, p)
    except ArgumentError:
        return retry(mvlgamma_, ("input", "p",), ("Tensor", "int",), (input, p,))
    if s: raise_last()
    return input


_ew_special_multigammaln = fn("ew_special_multigammaln", T, I64)


def special_multigammaln(input, p, *, out=None):
    """Logarithm of the gamma function of p dimensions."""
    if p.__class__ is not int or not -0x8000000000000000 <= p <= 0x7fffffffffffffff: p = integer(p)
    try:
        r = _ew_special_multigammaln(input, p)
    except ArgumentError:
        return retry(special_multigammaln, ("input", "p",), ("Tensor", "int",), (input, p,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_polygamma = fn("ew_special_polygamma", I64, T)


def special_polygamma(n, input, *, out=None):
    """The n-th derivative of digamma, elementwise."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_special_polygamma(n, input)
    except ArgumentError:
        return retry(special_polygamma, ("n", "input",), ("int", "Tensor",), (n, input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_chebyshev_polynomial_t = fn("ew_special_chebyshev_polynomial_t", T, T)
_ew_special_chebyshev_polynomial_t_scalar = fn("ew_special_chebyshev_polynomial_t_scalar", T, BYTES)


def special_chebyshev_polynomial_t(input, n, *, out=None):
    """Chebyshev polynomial of the first kind of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_chebyshev_polynomial_t(input, n)
        else: r = _ew_special_chebyshev_polynomial_t_scalar(input, number(n))
    except ArgumentError:
        return retry(special_chebyshev_polynomial_t, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_chebyshev_polynomial_u = fn("ew_special_chebyshev_polynomial_u", T, T)
_ew_special_chebyshev_polynomial_u_scalar = fn("ew_special_chebyshev_polynomial_u_scalar", T, BYTES)


def special_chebyshev_polynomial_u(input, n, *, out=None):
    """Chebyshev polynomial of the second kind of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_chebyshev_polynomial_u(input, n)
        else: r = _ew_special_chebyshev_polynomial_u_scalar(input, number(n))
    except ArgumentError:
        return retry(special_chebyshev_polynomial_u, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_chebyshev_polynomial_v = fn("ew_special_chebyshev_polynomial_v", T, T)
_ew_special_chebyshev_polynomial_v_scalar = fn("ew_special_chebyshev_polynomial_v_scalar", T, BYTES)


def special_chebyshev_polynomial_v(input, n, *, out=None):
    """Chebyshev polynomial of the third kind of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_chebyshev_polynomial_v(input, n)
        else: r = _ew_special_chebyshev_polynomial_v_scalar(input, number(n))
    except ArgumentError:
        return retry(special_chebyshev_polynomial_v, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_chebyshev_polynomial_w = fn("ew_special_chebyshev_polynomial_w", T, T)
_ew_special_chebyshev_polynomial_w_scalar = fn("ew_special_chebyshev_polynomial_w_scalar", T, BYTES)


def special_chebyshev_polynomial_w(input, n, *, out=None):
    """Chebyshev polynomial of the fourth kind of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_chebyshev_polynomial_w(input, n)
        else: r = _ew_special_chebyshev_polynomial_w_scalar(input, number(n))
    except ArgumentError:
        return retry(special_chebyshev_polynomial_w, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_shifted_chebyshev_polynomial_t = fn("ew_special_shifted_chebyshev_polynomial_t", T, T)
_ew_special_shifted_chebyshev_polynomial_t_scalar = fn("ew_special_shifted_chebyshev_polynomial_t_scalar", T, BYTES)


def special_shifted_chebyshev_polynomial_t(input, n, *, out=None):
    """The first kind on [0, 1], degree n."""
    try:
        if isinstance(n, T): r = _ew_special_shifted_chebyshev_polynomial_t(input, n)
        else: r = _ew_special_shifted_chebyshev_polynomial_t_scalar(input, number(n))
    except ArgumentError:
        return retry(special_shifted_chebyshev_polynomial_t, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_shifted_chebyshev_polynomial_u = fn("ew_special_shifted_chebyshev_polynomial_u", T, T)
_ew_special_shifted_chebyshev_polynomial_u_scalar = fn("ew_special_shifted_chebyshev_polynomial_u_scalar", T, BYTES)


def special_shifted_chebyshev_polynomial_u(input, n, *, out=None):
    """The second kind on [0, 1], degree n."""
    try:
        if isinstance(n, T): r = _ew_special_shifted_chebyshev_polynomial_u(input, n)
        else: r = _ew_special_shifted_chebyshev_polynomial_u_scalar(input, number(n))
    except ArgumentError:
        return retry(special_shifted_chebyshev_polynomial_u, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_shifted_chebyshev_polynomial_v = fn("ew_special_shifted_chebyshev_polynomial_v", T, T)
_ew_special_shifted_chebyshev_polynomial_v_scalar = fn("ew_special_shifted_chebyshev_polynomial_v_scalar", T, BYTES)


def special_shifted_chebyshev_polynomial_v(input, n, *, out=None):
    """The third kind on [0, 1], degree n."""
    try:
        if isinstance(n, T): r = _ew_special_shifted_chebyshev_polynomial_v(input, n)
        else: r = _ew_special_shifted_chebyshev_polynomial_v_scalar(input, number(n))
    except ArgumentError:
        return retry(special_shifted_chebyshev_polynomial_v, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_shifted_chebyshev_polynomial_w = fn("ew_special_shifted_chebyshev_polynomial_w", T, T)
_ew_special_shifted_chebyshev_polynomial_w_scalar = fn("ew_special_shifted_chebyshev_polynomial_w_scalar", T, BYTES)


def special_shifted_chebyshev_polynomial_w(input, n, *, out=None):
    """The fourth kind on [0, 1], degree n."""
    try:
        if isinstance(n, T): r = _ew_special_shifted_chebyshev_polynomial_w(input, n)
        else: r = _ew_special_shifted_chebyshev_polynomial_w_scalar(input, number(n))
    except ArgumentError:
        return retry(special_shifted_chebyshev_polynomial_w, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_hermite_polynomial_h = fn("ew_special_hermite_polynomial_h", T, T)
_ew_special_hermite_polynomial_h_scalar = fn("ew_special_hermite_polynomial_h_scalar", T, BYTES)


def special_hermite_polynomial_h(input, n, *, out=None):
    """Physicists' Hermite polynomial of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_hermite_polynomial_h(input, n)
        else: r = _ew_special_hermite_polynomial_h_scalar(input, number(n))
    except ArgumentError:
        return retry(special_hermite_polynomial_h, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_hermite_polynomial_he = fn("ew_special_hermite_polynomial_he", T, T)
_ew_special_hermite_polynomial_he_scalar = fn("ew_special_hermite_polynomial_he_scalar", T, BYTES)


def special_hermite_polynomial_he(input, n, *, out=None):
    """Probabilists' Hermite polynomial of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_hermite_polynomial_he(input, n)
        else: r = _ew_special_hermite_polynomial_he_scalar(input, number(n))
    except ArgumentError:
        return retry(special_hermite_polynomial_he, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_laguerre_polynomial_l = fn("ew_special_laguerre_polynomial_l", T, T)
_ew_special_laguerre_polynomial_l_scalar = fn("ew_special_laguerre_polynomial_l_scalar", T, BYTES)


def special_laguerre_polynomial_l(input, n, *, out=None):
    """Laguerre polynomial of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_laguerre_polynomial_l(input, n)
        else: r = _ew_special_laguerre_polynomial_l_scalar(input, number(n))
    except ArgumentError:
        return retry(special_laguerre_polynomial_l, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_special_legendre_polynomial_p = fn("ew_special_legendre_polynomial_p", T, T)
_ew_special_legendre_polynomial_p_scalar = fn("ew_special_legendre_polynomial_p_scalar", T, BYTES)


def special_legendre_polynomial_p(input, n, *, out=None):
    """Legendre polynomial of degree n."""
    try:
        if isinstance(n, T): r = _ew_special_legendre_polynomial_p(input, n)
        else: r = _ew_special_legendre_polynomial_p_scalar(input, number(n))
    except ArgumentError:
        return retry(special_legendre_polynomial_p, ("input", "n",), ("Tensor", "Tensor|Number",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_gcd = fn("ew_gcd", T, T)
_ew_gcd_ = fn_status("ew_gcd_", T, T)


def gcd(input, other, *, out=None):
    """Greatest common divisor, elementwise."""
    try:
        r = _ew_gcd(input, other)
    except ArgumentError:
        return retry(gcd, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def gcd_(input, other):
    """Greatest common divisor, elementwise."""
    try:
        s = _ew_gcd_(input, other)
    except ArgumentError:
        return retry(gcd_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_lcm = fn("ew_lcm", T, T)
_ew_lcm_ = fn_status("ew_lcm_", T, T)


def lcm(input, other, *, out=None):
    """Least common multiple, elementwise."""
    try:
        r = _ew_lcm(input, other)
    except ArgumentError:
        return retry(lcm, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def lcm_(input, other):
    """Least common multiple, elementwise."""
    try:
        s = _ew_lcm_(input, other)
    except ArgumentError:
        return retry(lcm_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_frexp = fn_status("ew_frexp", T, PTR, PTR)


_frexp_results = Results("frexp", "mantissa", "exponent")


def frexp(input):
    """Mantissa in [0.5, 1) and exponent: input = mantissa * 2 ** exponent."""
    o0 = T._new(); o1 = T._new()
    check(_ew_frexp(input, byref(o0), byref(o1)))
    return _frexp_results((o0, o1,))


_ew_ldexp = fn("ew_ldexp", T, T)
_ew_ldexp_ = fn_status("ew_ldexp_", T, T)


def ldexp(input, other, *, out=None):
    """`input * 2 ** other`, elementwise."""
    try:
        r = _ew_ldexp(input, other)
    except ArgumentError:
        return retry(ldexp, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def ldexp_(input, other):
    """`input * 2 ** other`, elementwise."""
    try:
        s = _ew_ldexp_(input, other)
    except ArgumentError:
        return retry(ldexp_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_nextafter = fn("ew_nextafter", T, T)
_ew_nextafter_ = fn_status("ew_nextafter_", T, T)


def nextafter(input, other, *, out=None):
    """The next number after input towards other."""
    try:
        r = _ew_nextafter(input, other)
    except ArgumentError:
        return retry(nextafter, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def nextafter_(input, other):
    """The next number after input towards other."""
    try:
        s = _ew_nextafter_(input, other)
    except ArgumentError:
        return retry(nextafter_, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if s: raise_last()
    return input


_ew_deg2rad = fn("ew_deg2rad", T)
_ew_deg2rad_ = fn_status("ew_deg2rad_", T)


def deg2rad(input, *, out=None):
    """Degrees in radians."""
    try:
        r = _ew_deg2rad(input)
    except ArgumentError:
        return retry(deg2rad, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def deg2rad_(input):
    """Degrees in radians."""
    try:
        s = _ew_deg2rad_(input)
    except ArgumentError:
        return retry(deg2rad_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_rad2deg = fn("ew_rad2deg", T)
_ew_rad2deg_ = fn_status("ew_rad2deg_", T)


def rad2deg(input, *, out=None):
    """Radians in degrees."""
    try:
        r = _ew_rad2deg(input)
    except ArgumentError:
        return retry(rad2deg, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def rad2deg_(input):
    """Radians in degrees."""
    try:
        s = _ew_rad2deg_(input)
    except ArgumentError:
        return retry(rad2deg_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_heaviside = fn("ew_heaviside", T, T)
_ew_heaviside_ = fn_status("ew_heaviside_", T, T)


def heaviside(input, values, *, out=None):
    """0 below 0, `values` at 0, 1 above."""
    try:
        r = _ew_heaviside(input, values)
    except ArgumentError:
        return retry(heaviside, ("input", "values",), ("Tensor", "Tensor",), (input, values,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def heaviside_(input, values):
    """0 below 0, `values` at 0, 1 above."""
    try:
        s = _ew_heaviside_(input, values)
    except ArgumentError:
        return retry(heaviside_, ("input", "values",), ("Tensor", "Tensor",), (input, values,))
    if s: raise_last()
    return input


_ew_nan_to_num = fn("ew_nan_to_num", T, BYTES, BYTES, BYTES)
_ew_nan_to_num_ = fn_status("ew_nan_to_num_", T, BYTES, BYTES, BYTES)


def nan_to_num(input, nan=0.0, posinf=None, neginf=None, *, out=None):
    """NaN and infinities replaced by the given or the largest finite numbers."""
    try:
        r = _ew_nan_to_num(input, opt_float(nan), opt_float(posinf), opt_float(neginf))
    except ArgumentError:
        return retry(nan_to_num, ("input", "nan", "posinf", "neginf",), ("Tensor", "float?", "float?", "float?",), (input, nan, posinf, neginf,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def nan_to_num_(input, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities replaced by the given or the largest finite numbers."""
    try:
        s = _ew_nan_to_num_(input, opt_float(nan), opt_float(posinf), opt_float(neginf))
    except ArgumentError:
        return retry(nan_to_num_, ("input", "nan", "posinf", "neginf",), ("Tensor", "float?", "float?", "float?",), (input, nan, posinf, neginf,))
    if s: raise_last()
    return input


_ew_conj = fn("ew_conj", T)


def conj(input, *, out=None):
    """The complex conjugate; a real tensor itself."""
    try:
        r = _ew_conj(input)
    except ArgumentError:
        return retry(conj, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conj_physical = fn("ew_conj_physical", T)
_ew_conj_physical_ = fn_status("ew_conj_physical_", T)


def conj_physical(input, *, out=None):
    """The complex conjugate; a real tensor itself."""
    try:
        r = _ew_conj_physical(input)
    except ArgumentError:
        return retry(conj_physical, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def conj_physical_(input):
    """The complex conjugate; a real tensor itself."""
    try:
        s = _ew_conj_physical_(input)
    except ArgumentError:
        return retry(conj_physical_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_resolve_conj = fn("ew_resolve_conj", T)


def resolve_conj(input, *, out=None):
    """The tensor itself: conjugates are computed at once."""
    try:
        r = _ew_resolve_conj(input)
    except ArgumentError:
        return retry(resolve_conj, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_resolve_neg = fn("ew_resolve_neg", T)


def resolve_neg(input, *, out=None):
    """The tensor itself: negatives are computed at once."""
    try:
        r = _ew_resolve_neg(input)
    except ArgumentError:
        return retry(resolve_neg, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_real = fn("ew_real", T)


def real(input, *, out=None):
    """The real part: a view of a complex tensor, a real tensor itself."""
    try:
        r = _ew_real(input)
    except ArgumentError:
        return retry(real, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_angle = fn("ew_angle", T)


def angle(input, *, out=None):
    """The phase of each element in (-π, π]."""
    try:
        r = _ew_angle(input)
    except ArgumentError:
        return retry(angle, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_sgn = fn("ew_sgn", T)
_ew_sgn_ = fn_status("ew_sgn_", T)


def sgn(input, *, out=None):
    """`input / |input|`, elementwise; 0 for 0."""
    try:
        r = _ew_sgn(input)
    except ArgumentError:
        return retry(sgn, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def sgn_(input):
    """`input / |input|`, elementwise; 0 for 0."""
    try:
        s = _ew_sgn_(input)
    except ArgumentError:
        return retry(sgn_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_isreal = fn("ew_isreal", T)


def isreal(input, *, out=None):
    """True where the imaginary part is 0."""
    try:
        r = _ew_isreal(input)
    except ArgumentError:
        return retry(isreal, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_imag = fn("ew_imag", T)


def imag(input, *, out=None):
    """The imaginary part of a complex tensor: a view."""
    try:
        r = _ew_imag(input)
    except ArgumentError:
        return retry(imag, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_view_as_real = fn("ew_view_as_real", T)


def view_as_real(input, *, out=None):
    """Complex [*] as real [*, 2]: a view."""
    try:
        r = _ew_view_as_real(input)
    except ArgumentError:
        return retry(view_as_real, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_view_as_real_copy = fn("ew_view_as_real_copy", T)


def view_as_real_copy(input, *, out=None):
    """Complex [*] as real [*, 2]: a copy."""
    try:
        r = _ew_view_as_real_copy(input)
    except ArgumentError:
        return retry(view_as_real_copy, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_view_as_complex = fn("ew_view_as_complex", T)


def view_as_complex(input, *, out=None):
    """Real [*, 2] as complex [*]: a view."""
    try:
        r = _ew_view_as_complex(input)
    except ArgumentError:
        return retry(view_as_complex, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_view_as_complex_copy = fn("ew_view_as_complex_copy", T)


def view_as_complex_copy(input, *, out=None):
    """Real [*, 2] as complex [*]: a copy."""
    try:
        r = _ew_view_as_complex_copy(input)
    except ArgumentError:
        return retry(view_as_complex_copy, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_complex = fn("ew_complex", T, T)


def complex(real, imag, *, out=None):
    """`real + i imag`, elementwise."""
    try:
        r = _ew_complex(real, imag)
    except ArgumentError:
        return retry(complex, ("real", "imag",), ("Tensor", "Tensor",), (real, imag,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_polar = fn("ew_polar", T, T)


def polar(abs, angle, *, out=None):
    """`abs * (cos(angle) + i sin(angle))`, elementwise."""
    try:
        r = _ew_polar(abs, angle)
    except ArgumentError:
        return retry(polar, ("abs", "angle",), ("Tensor", "Tensor",), (abs, angle,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_fft = fn("ew_fft_fft", T, BYTES, I64, BYTES)


def fft_fft(input, n=None, dim=-1, norm=None, *, out=None):
    """The discrete Fourier transform along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_fft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_fft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ifft = fn("ew_fft_ifft", T, BYTES, I64, BYTES)


def fft_ifft(input, n=None, dim=-1, norm=None, *, out=None):
    """The inverse discrete Fourier transform along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_ifft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_ifft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_rfft = fn("ew_fft_rfft", T, BYTES, I64, BYTES)


def fft_rfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The first half of the spectrum of real values along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_rfft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_rfft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_irfft = fn("ew_fft_irfft", T, BYTES, I64, BYTES)


def fft_irfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The real values of which the input is the first half of the spectrum."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_irfft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_irfft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_hfft = fn("ew_fft_hfft", T, BYTES, I64, BYTES)


def fft_hfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The real spectrum of values of which the input is the first, Hermitian half."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_hfft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_hfft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ihfft = fn("ew_fft_ihfft", T, BYTES, I64, BYTES)


def fft_ihfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The inverse of `hfft`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_fft_ihfft(input, opt_integer(n), dim, string(norm))
    except ArgumentError:
        return retry(fft_ihfft, ("input", "n", "dim", "norm",), ("Tensor", "int?", "int", "str?",), (input, n, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_fft2 = fn("ew_fft_fft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The discrete Fourier transform over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_fft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_fft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_fftn = fn("ew_fft_fftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_fftn(input, s=None, dim=None, norm=None, *, out=None):
    """The discrete Fourier transform over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_fftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_fftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ifft2 = fn("ew_fft_ifft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The inverse discrete Fourier transform over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_ifft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_ifft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ifftn = fn("ew_fft_ifftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_ifftn(input, s=None, dim=None, norm=None, *, out=None):
    """The inverse discrete Fourier transform over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_ifftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_ifftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_rfft2 = fn("ew_fft_rfft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The transform of real values, half of the spectrum, over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_rfft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_rfft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_rfftn = fn("ew_fft_rfftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_rfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The transform of real values, half of the spectrum, over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_rfftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_rfftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_irfft2 = fn("ew_fft_irfft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The real values of half a spectrum over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_irfft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_irfft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_irfftn = fn("ew_fft_irfftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_irfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The real values of half a spectrum over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_irfftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_irfftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_hfft2 = fn("ew_fft_hfft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_hfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The real spectrum of Hermitian values over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_hfft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_hfft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_hfftn = fn("ew_fft_hfftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_hfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The real spectrum of Hermitian values over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_hfftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_hfftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ihfft2 = fn("ew_fft_ihfft2", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_ihfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The inverse of the Hermitian transform over two dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = integers(dim)
    try:
        r = _ew_fft_ihfft2(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_ihfft2, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ihfftn = fn("ew_fft_ihfftn", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def fft_ihfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The inverse of the Hermitian transform over several dimensions."""
    p_s = None if s is None else integers(s)
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_ihfftn(input, p_s, 0 if p_s is None else len(p_s) >> 3, p_dim, 0 if p_dim is None else len(p_dim) >> 3, string(norm))
    except ArgumentError:
        return retry(fft_ihfftn, ("input", "s", "dim", "norm",), ("Tensor", "int[]?", "int[]?", "str?",), (input, s, dim, norm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_fftfreq = fn("ew_fft_fftfreq", I64, F64, I32)


def fft_fftfreq(n, d=1.0, *, dtype=None):
    """The frequencies of the elements of a spectrum, in cycles."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_fft_fftfreq(n, d, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(fft_fftfreq, ("n", "d", "dtype",), ("int", "float", "dtype?",), (n, d, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_fft_rfftfreq = fn("ew_fft_rfftfreq", I64, F64, I32)


def fft_rfftfreq(n, d=1.0, *, dtype=None):
    """The frequencies of the elements of half a spectrum."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_fft_rfftfreq(n, d, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(fft_rfftfreq, ("n", "d", "dtype",), ("int", "float", "dtype?",), (n, d, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_fft_fftshift = fn("ew_fft_fftshift", T, BYTES, SIZE)


def fft_fftshift(input, dim=None, *, out=None):
    """Frequency 0 moved to the middle of the dimensions."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_fftshift(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3)
    except ArgumentError:
        return retry(fft_fftshift, ("input", "dim",), ("Tensor", "int[]?",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fft_ifftshift = fn("ew_fft_ifftshift", T, BYTES, SIZE)


def fft_ifftshift(input, dim=None, *, out=None):
    """The inverse of `fftshift`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_fft_ifftshift(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3)
    except ArgumentError:
        return retry(fft_ifftshift, ("input", "dim",), ("Tensor", "int[]?",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_hann_window = fn("ew_hann_window", I64, BOOL, I32)


def hann_window(window_length, periodic=True, *, dtype=None):
    """The Hann window, one raised cosine."""
    if window_length.__class__ is not int or not -0x8000000000000000 <= window_length <= 0x7fffffffffffffff: window_length = integer(window_length)
    try:
        r = _ew_hann_window(window_length, periodic, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(hann_window, ("window_length", "periodic", "dtype",), ("int", "bool", "dtype?",), (window_length, periodic, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_blackman_window = fn("ew_blackman_window", I64, BOOL, I32)


def blackman_window(window_length, periodic=True, *, dtype=None):
    """The Blackman window of three cosines."""
    if window_length.__class__ is not int or not -0x8000000000000000 <= window_length <= 0x7fffffffffffffff: window_length = integer(window_length)
    try:
        r = _ew_blackman_window(window_length, periodic, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(blackman_window, ("window_length", "periodic", "dtype",), ("int", "bool", "dtype?",), (window_length, periodic, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_bartlett_window = fn("ew_bartlett_window", I64, BOOL, I32)


def bartlett_window(window_length, periodic=True, *, dtype=None):
    """The triangular window that ends in zeros."""
    if window_length.__class__ is not int or not -0x8000000000000000 <= window_length <= 0x7fffffffffffffff: window_length = integer(window_length)
    try:
        r = _ew_bartlett_window(window_length, periodic, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(bartlett_window, ("window_length", "periodic", "dtype",), ("int", "bool", "dtype?",), (window_length, periodic, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_hamming_window = fn("ew_hamming_window", I64, BOOL, F64, F64, I32)


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None):
    """The Hamming window `alpha - beta cos(2 π k / N)`."""
    if window_length.__class__ is not int or not -0x8000000000000000 <= window_length <= 0x7fffffffffffffff: window_length = integer(window_length)
    try:
        r = _ew_hamming_window(window_length, periodic, alpha, beta, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(hamming_window, ("window_length", "periodic", "alpha", "beta", "dtype",), ("int", "bool", "float", "float", "dtype?",), (window_length, periodic, alpha, beta, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_kaiser_window = fn("ew_kaiser_window", I64, BOOL, F64, I32)


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None):
    """The Kaiser window with the shape `beta`."""
    if window_length.__class__ is not int or not -0x8000000000000000 <= window_length <= 0x7fffffffffffffff: window_length = integer(window_length)
    try:
        r = _ew_kaiser_window(window_length, periodic, beta, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(kaiser_window, ("window_length", "periodic", "beta", "dtype",), ("int", "bool", "float", "dtype?",), (window_length, periodic, beta, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_bartlett = fn("ew_signal_windows_bartlett", I64, BOOL, I32)


def signal_windows_bartlett(M, *, sym=True, dtype=None):
    """The triangular window that ends in zeros."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_bartlett(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_bartlett, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_cosine = fn("ew_signal_windows_cosine", I64, BOOL, I32)


def signal_windows_cosine(M, *, sym=True, dtype=None):
    """Half a period of a sine."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_cosine(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_cosine, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_hamming = fn("ew_signal_windows_hamming", I64, BOOL, I32)


def signal_windows_hamming(M, *, sym=True, dtype=None):
    """The Hamming window `0.54 - 0.46 cos(2 π k / N)`."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_hamming(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_hamming, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_hann = fn("ew_signal_windows_hann", I64, BOOL, I32)


def signal_windows_hann(M, *, sym=True, dtype=None):
    """The Hann window, one raised cosine."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_hann(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_hann, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_blackman = fn("ew_signal_windows_blackman", I64, BOOL, I32)


def signal_windows_blackman(M, *, sym=True, dtype=None):
    """The Blackman window of three cosines."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_blackman(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_blackman, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_nuttall = fn("ew_signal_windows_nuttall", I64, BOOL, I32)


def signal_windows_nuttall(M, *, sym=True, dtype=None):
    """Nuttall's window of four cosines."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_nuttall(M, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_nuttall, ("M", "sym", "dtype",), ("int", "bool", "dtype?",), (M, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_exponential = fn("ew_signal_windows_exponential", I64, BYTES, F64, BOOL, I32)


def signal_windows_exponential(M, *, center=None, tau=1.0, sym=True, dtype=None):
    """`exp(-|k - center| / tau)`."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_exponential(M, opt_float(center), tau, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_exponential, ("M", "center", "tau", "sym", "dtype",), ("int", "float?", "float", "bool", "dtype?",), (M, center, tau, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_gaussian = fn("ew_signal_windows_gaussian", I64, F64, BOOL, I32)


def signal_windows_gaussian(M, *, std=1.0, sym=True, dtype=None):
    """A Gaussian of standard deviation `std` about the middle."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_gaussian(M, std, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_gaussian, ("M", "std", "sym", "dtype",), ("int", "float", "bool", "dtype?",), (M, std, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_kaiser = fn("ew_signal_windows_kaiser", I64, F64, BOOL, I32)


def signal_windows_kaiser(M, *, beta=12.0, sym=True, dtype=None):
    """The Kaiser window with the shape `beta`."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_kaiser(M, beta, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_kaiser, ("M", "beta", "sym", "dtype",), ("int", "float", "bool", "dtype?",), (M, beta, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_general_hamming = fn("ew_signal_windows_general_hamming", I64, F64, BOOL, I32)


def signal_windows_general_hamming(M, *, alpha=0.54, sym=True, dtype=None):
    """`alpha - (1 - alpha) cos(2 π k / N)`."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_general_hamming(M, alpha, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_general_hamming, ("M", "alpha", "sym", "dtype",), ("int", "float", "bool", "dtype?",), (M, alpha, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_signal_windows_general_cosine = fn("ew_signal_windows_general_cosine", I64, T, BOOL, I32)


def signal_windows_general_cosine(M, *, a, sym=True, dtype=None):
    """`Σ (-1) ** i a[i] cos(2 π i k / N)`."""
    if M.__class__ is not int or not -0x8000000000000000 <= M <= 0x7fffffffffffffff: M = integer(M)
    try:
        r = _ew_signal_windows_general_cosine(M, a, sym, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(signal_windows_general_cosine, ("M", "a", "sym", "dtype",), ("int", "Tensor", "bool", "dtype?",), (M, a, sym, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_stft = fn("ew_stft", T, I64, BYTES, BYTES, T, BOOL, BYTES, BOOL, BYTES, BYTES, BYTES)


def stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False, onesided=None, return_complex=None, align_to_window=None, *, out=None):
    """Spectra [*, frequencies, frames] of overlapping windows of signals [*, samples]."""
    if n_fft.__class__ is not int or not -0x8000000000000000 <= n_fft <= 0x7fffffffffffffff: n_fft = integer(n_fft)
    try:
        r = _ew_stft(input, n_fft, opt_integer(hop_length), opt_integer(win_length), NULL if window is None else window, center, string(pad_mode), normalized, opt_bool(onesided), opt_bool(return_complex), opt_bool(align_to_window))
    except ArgumentError:
        return retry(stft, ("input", "n_fft", "hop_length", "win_length", "window", "center", "pad_mode", "normalized", "onesided", "return_complex", "align_to_window",), ("Tensor", "int", "int?", "int?", "Tensor?", "bool", "str", "bool", "bool?", "bool?", "bool?",), (input, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex, align_to_window,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_istft = fn("ew_istft", T, I64, BYTES, BYTES, T, BOOL, BOOL, BYTES, BYTES, BOOL)


def istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None, return_complex=False, *, out=None):
    """The signals [*, samples] of spectra [*, frequencies, frames]."""
    if n_fft.__class__ is not int or not -0x8000000000000000 <= n_fft <= 0x7fffffffffffffff: n_fft = integer(n_fft)
    try:
        r = _ew_istft(input, n_fft, opt_integer(hop_length), opt_integer(win_length), NULL if window is None else window, center, normalized, opt_bool(onesided), opt_integer(length), return_complex)
    except ArgumentError:
        return retry(istft, ("input", "n_fft", "hop_length", "win_length", "window", "center", "normalized", "onesided", "length", "return_complex",), ("Tensor", "int", "int?", "int?", "Tensor?", "bool", "bool", "bool?", "int?", "bool",), (input, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_sum = fn("ew_sum", T, BYTES, SIZE, BOOL, I32)


def sum(input, dim=None, keepdim=False, *, dtype=None, out=None):
    """Sum over the dimensions `dim`, all of them by default; integers sum as int64."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_sum(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(sum, ("input", "dim", "keepdim", "dtype",), ("Tensor", "int[]?", "bool", "dtype?",), (input, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_nansum = fn("ew_nansum", T, BYTES, SIZE, BOOL, I32)


def nansum(input, dim=None, keepdim=False, *, dtype=None, out=None):
    """Sum over the dimensions `dim`, NaN counting as zero."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_nansum(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(nansum, ("input", "dim", "keepdim", "dtype",), ("Tensor", "int[]?", "bool", "dtype?",), (input, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_mean = fn("ew_mean", T, BYTES, SIZE, BOOL, I32)


def mean(input, dim=None, keepdim=False, *, dtype=None, out=None):
    """Arithmetic mean over the dimensions `dim`, all of them by default."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_mean(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(mean, ("input", "dim", "keepdim", "dtype",), ("Tensor", "int[]?", "bool", "dtype?",), (input, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_prod = fn("ew_prod", T, BYTES, BOOL, I32)


def prod(input, dim=None, keepdim=False, *, dtype=None, out=None):
    """Product of all elements, or along the dimension `dim`; integers multiply as int64."""
    try:
        r = _ew_prod(input, opt_integer(dim), keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(prod, ("input", "dim", "keepdim", "dtype",), ("Tensor", "int?", "bool", "dtype?",), (input, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_all = fn("ew_all", T, BYTES, SIZE, BOOL)


def all(input, dim=None, keepdim=False, *, out=None):
    """Whether every element over the dimensions `dim` is true."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_all(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim)
    except ArgumentError:
        return retry(all, ("input", "dim", "keepdim",), ("Tensor", "int[]?", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_any = fn("ew_any", T, BYTES, SIZE, BOOL)


def any(input, dim=None, keepdim=False, *, out=None):
    """Whether some element over the dimensions `dim` is true."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_any(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim)
    except ArgumentError:
        return retry(any, ("input", "dim", "keepdim",), ("Tensor", "int[]?", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_count_nonzero = fn("ew_count_nonzero", T, BYTES, SIZE)


def count_nonzero(input, dim=None, *, out=None):
    """How many elements over the dimensions `dim` are not zero."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_count_nonzero(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3)
    except ArgumentError:
        return retry(count_nonzero, ("input", "dim",), ("Tensor", "int[]?",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max = fn("ew_max", T)


def max(input, *, out=None):
    """The largest element; NaN wins."""
    try:
        r = _ew_max(input)
    except ArgumentError:
        return retry(max, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_min = fn("ew_min", T)


def min(input, *, out=None):
    """The smallest element; NaN wins."""
    try:
        r = _ew_min(input)
    except ArgumentError:
        return retry(min, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max_dim = fn_status("ew_max_dim", T, I64, BOOL, PTR, PTR)


_max_dim_results = Results("max", "values", "indices")


def max_dim(input, dim, keepdim=False):
    """The largest element along `dim`, and the index of its first place."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_max_dim(input, dim, keepdim, byref(o0), byref(o1)))
    return _max_dim_results((o0, o1,))


_ew_min_dim = fn_status("ew_min_dim", T, I64, BOOL, PTR, PTR)


_min_dim_results = Results("min", "values", "indices")


def min_dim(input, dim, keepdim=False):
    """The smallest element along `dim`, and the index of its first place."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_min_dim(input, dim, keepdim, byref(o0), byref(o1)))
    return _min_dim_results((o0, o1,))


_ew_amax = fn("ew_amax", T, BYTES, SIZE, BOOL)


def amax(input, dim=(), keepdim=False, *, out=None):
    """The largest element over the dimensions `dim`."""
    p_dim = integers(dim)
    try:
        r = _ew_amax(input, p_dim, len(p_dim) >> 3, keepdim)
    except ArgumentError:
        return retry(amax, ("input", "dim", "keepdim",), ("Tensor", "int[]", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input,))


_ew_amin = fn("ew_amin", T, BYTES, SIZE, BOOL)


def amin(input, dim=(), keepdim=False, *, out=None):
    """The smallest element over the dimensions `dim`."""
    p_dim = integers(dim)
    try:
        r = _ew_amin(input, p_dim, len(p_dim) >> 3, keepdim)
    except ArgumentError:
        return retry(amin, ("input", "dim", "keepdim",), ("Tensor", "int[]", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input,))


_ew_aminmax = fn_status("ew_aminmax", T, BYTES, BOOL, PTR, PTR)


_aminmax_results = Results("aminmax", "min", "max")


def aminmax(input, *, dim=None, keepdim=False):
    """The smallest and the largest element, of all or along `dim`."""
    o0 = T._new(); o1 = T._new()
    check(_ew_aminmax(input, opt_integer(dim), keepdim, byref(o0), byref(o1)))
    return _aminmax_results((o0, o1,))


_ew_argmax = fn("ew_argmax", T, BYTES, BOOL)


def argmax(input, dim=None, keepdim=False, *, out=None):
    """Index of the first largest element along `dim`, or of the flattened tensor."""
    try:
        r = _ew_argmax(input, opt_integer(dim), keepdim)
    except ArgumentError:
        return retry(argmax, ("input", "dim", "keepdim",), ("Tensor", "int?", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_argmin = fn("ew_argmin", T, BYTES, BOOL)


def argmin(input, dim=None, keepdim=False, *, out=None):
    """Index of the first smallest element along `dim`, or of the flattened tensor."""
    try:
        r = _ew_argmin(input, opt_integer(dim), keepdim)
    except ArgumentError:
        return retry(argmin, ("input", "dim", "keepdim",), ("Tensor", "int?", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pick_along = fn("ew_pick_along", T, T, I64, BOOL)


def pick_along(input, indices, dim, keepdim):
    """The element at `indices` of each line along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_pick_along(input, indices, dim, keepdim)
    except ArgumentError:
        return retry(pick_along, ("input", "indices", "dim", "keepdim",), ("Tensor", "Tensor", "int", "bool",), (input, indices, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r


_ew_select_backward = fn("ew_select_backward", T, T, I64, BYTES, SIZE, BOOL)


def select_backward(grad, indices, dim, shape, keepdim):
    """Gradient of picking one element of each line along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p_shape = integers(shape)
    try:
        r = _ew_select_backward(grad, indices, dim, p_shape, len(p_shape) >> 3, keepdim)
    except ArgumentError:
        return retry(select_backward, ("grad", "indices", "dim", "shape", "keepdim",), ("Tensor", "Tensor", "int", "int[]", "bool",), (grad, indices, dim, shape, keepdim,))
    if r._handle_ is None: raise_last()
    return r


_ew_var = fn("ew_var", T, BYTES, SIZE, BYTES, BOOL)


def var(input, dim=None, *, correction=1, keepdim=False, out=None):
    """Variance over the dimensions `dim`: squared deviations divided by their number less `correction`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_var(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, opt_float(correction), keepdim)
    except ArgumentError:
        return retry(var, ("input", "dim", "correction", "keepdim",), ("Tensor", "int[]?", "float?", "bool",), (input, dim, correction, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_std = fn("ew_std", T, BYTES, SIZE, BYTES, BOOL)


def std(input, dim=None, *, correction=1, keepdim=False, out=None):
    """Standard deviation over the dimensions `dim`, the square root of `var`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_std(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, opt_float(correction), keepdim)
    except ArgumentError:
        return retry(std, ("input", "dim", "correction", "keepdim",), ("Tensor", "int[]?", "float?", "bool",), (input, dim, correction, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_var_unbiased = fn("ew_var_unbiased", T, BOOL)


def var_unbiased(input, unbiased, *, out=None):
    """Variance of all elements."""
    try:
        r = _ew_var_unbiased(input, unbiased)
    except ArgumentError:
        return retry(var_unbiased, ("input", "unbiased",), ("Tensor", "bool",), (input, unbiased,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_std_unbiased = fn("ew_std_unbiased", T, BOOL)


def std_unbiased(input, unbiased, *, out=None):
    """Standard deviation of all elements."""
    try:
        r = _ew_std_unbiased(input, unbiased)
    except ArgumentError:
        return retry(std_unbiased, ("input", "unbiased",), ("Tensor", "bool",), (input, unbiased,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_var_dim = fn("ew_var_dim", T, BYTES, SIZE, BOOL, BOOL)


def var_dim(input, dim, unbiased=True, keepdim=False, *, out=None):
    """Variance over the dimensions `dim`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_var_dim(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, unbiased, keepdim)
    except ArgumentError:
        return retry(var_dim, ("input", "dim", "unbiased", "keepdim",), ("Tensor", "int[]?", "bool", "bool",), (input, dim, unbiased, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_std_dim = fn("ew_std_dim", T, BYTES, SIZE, BOOL, BOOL)


def std_dim(input, dim, unbiased=True, keepdim=False, *, out=None):
    """Standard deviation over the dimensions `dim`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_std_dim(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, unbiased, keepdim)
    except ArgumentError:
        return retry(std_dim, ("input", "dim", "unbiased", "keepdim",), ("Tensor", "int[]?", "bool", "bool",), (input, dim, unbiased, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_var_mean = fn_status("ew_var_mean", T, BYTES, SIZE, BYTES, BOOL, PTR, PTR)


_var_mean_results = Results("var_mean", "var", "mean")


def var_mean(input, dim=None, *, correction=1, keepdim=False):
    """Variance and mean over the dimensions `dim`, in one pass."""
    p_dim = None if dim is None else integers(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_var_mean(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, opt_float(correction), keepdim, byref(o0), byref(o1)))
    return _var_mean_results((o0, o1,))


_ew_std_mean = fn_status("ew_std_mean", T, BYTES, SIZE, BYTES, BOOL, PTR, PTR)


_std_mean_results = Results("std_mean", "std", "mean")


def std_mean(input, dim=None, *, correction=1, keepdim=False):
    """Standard deviation and mean over the dimensions `dim`, in one pass."""
    p_dim = None if dim is None else integers(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_std_mean(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, opt_float(correction), keepdim, byref(o0), byref(o1)))
    return _std_mean_results((o0, o1,))


_ew_linalg_vector_norm = fn("ew_linalg_vector_norm", T, BYTES, BYTES, SIZE, BOOL, I32)


def linalg_vector_norm(input, ord=2, dim=None, keepdim=False, *, dtype=None, out=None):
    """The `ord`-norm `(Σ|x|^ord)^(1/ord)` over the dimensions `dim`; the largest or smallest magnitude for ±inf."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_linalg_vector_norm(input, number(ord), p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linalg_vector_norm, ("input", "ord", "dim", "keepdim", "dtype",), ("Tensor", "Number", "int[]?", "bool", "dtype?",), (input, ord, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_logsumexp = fn("ew_logsumexp", T, BYTES, SIZE, BOOL)


def logsumexp(input, dim, keepdim=False, *, out=None):
    """`log Σ exp(input)` over the dimensions `dim`, computed without overflow."""
    p_dim = integers(dim)
    try:
        r = _ew_logsumexp(input, p_dim, len(p_dim) >> 3, keepdim)
    except ArgumentError:
        return retry(logsumexp, ("input", "dim", "keepdim",), ("Tensor", "int[]", "bool",), (input, dim, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_softmax = fn("ew_softmax", T, I64, I32)


def softmax(input, dim, dtype=None, *, out=None):
    """`exp(x) / Σ exp(x)` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_softmax(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(softmax, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_log_softmax = fn("ew_log_softmax", T, I64, I32)


def log_softmax(input, dim, dtype=None, *, out=None):
    """`x - log Σ exp(x)` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_log_softmax(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(log_softmax, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_softmax_backward = fn("ew_softmax_backward", T, T, I64)


def softmax_backward(grad, output, dim):
    """Gradient of softmax, from its output."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_softmax_backward(grad, output, dim)
    except ArgumentError:
        return retry(softmax_backward, ("grad", "output", "dim",), ("Tensor", "Tensor", "int",), (grad, output, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_log_softmax_backward = fn("ew_log_softmax_backward", T, T, I64)


def log_softmax_backward(grad, output, dim):
    """Gradient of log_softmax, from its output."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_log_softmax_backward(grad, output, dim)
    except ArgumentError:
        return retry(log_softmax_backward, ("grad", "output", "dim",), ("Tensor", "Tensor", "int",), (grad, output, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_cumsum = fn("ew_cumsum", T, I64, I32)
_ew_cumsum_ = fn_status("ew_cumsum_", T, I64, I32)


def cumsum(input, dim, *, dtype=None, out=None):
    """Running sum along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_cumsum(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(cumsum, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def cumsum_(input, dim, *, dtype=None):
    """Running sum along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_cumsum_(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(cumsum_, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if s: raise_last()
    return input


_ew_cumprod = fn("ew_cumprod", T, I64, I32)
_ew_cumprod_ = fn_status("ew_cumprod_", T, I64, I32)


def cumprod(input, dim, *, dtype=None, out=None):
    """Running product along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_cumprod(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(cumprod, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def cumprod_(input, dim, *, dtype=None):
    """Running product along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_cumprod_(input, dim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(cumprod_, ("input", "dim", "dtype",), ("Tensor", "int", "dtype?",), (input, dim, dtype,))
    if s: raise_last()
    return input


_ew_matmul = fn("ew_matmul", T, T)


def matmul(input, other, *, out=None):
    """Matrix product with broadcasting over leading dimensions; vectors are rows or columns."""
    try:
        r = _ew_matmul(input, other)
    except ArgumentError:
        return retry(matmul, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_mm = fn("ew_mm", T, T)


def mm(input, mat2, *, out=None):
    """Product of the matrices [n, k] and [k, m]."""
    try:
        r = _ew_mm(input, mat2)
    except ArgumentError:
        return retry(mm, ("input", "mat2",), ("Tensor", "Tensor",), (input, mat2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_bmm = fn("ew_bmm", T, T)


def bmm(input, mat2, *, out=None):
    """Products of two batches of matrices, [b, n, k] and [b, k, m]."""
    try:
        r = _ew_bmm(input, mat2)
    except ArgumentError:
        return retry(bmm, ("input", "mat2",), ("Tensor", "Tensor",), (input, mat2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_mv = fn("ew_mv", T, T)


def mv(input, vec, *, out=None):
    """Product of a matrix [n, k] and a vector [k]."""
    try:
        r = _ew_mv(input, vec)
    except ArgumentError:
        return retry(mv, ("input", "vec",), ("Tensor", "Tensor",), (input, vec,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_dot = fn("ew_dot", T, T)


def dot(input, tensor, *, out=None):
    """Inner product of two vectors of equal length."""
    try:
        r = _ew_dot(input, tensor)
    except ArgumentError:
        return retry(dot, ("input", "tensor",), ("Tensor", "Tensor",), (input, tensor,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_outer = fn("ew_outer", T, T)


def outer(input, vec2, *, out=None):
    """Matrix of the products of all pairs of elements of two vectors."""
    try:
        r = _ew_outer(input, vec2)
    except ArgumentError:
        return retry(outer, ("input", "vec2",), ("Tensor", "Tensor",), (input, vec2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_addmm = fn("ew_addmm", T, T, T, BYTES, BYTES)
_ew_addmm_ = fn_status("ew_addmm_", T, T, T, BYTES, BYTES)


def addmm(input, mat1, mat2, *, beta=1, alpha=1, out=None):
    """`beta * input + alpha * mat1 @ mat2`."""
    try:
        r = _ew_addmm(input, mat1, mat2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addmm, ("input", "mat1", "mat2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, mat1, mat2, beta, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addmm_(input, mat1, mat2, *, beta=1, alpha=1):
    """`beta * input + alpha * mat1 @ mat2`."""
    try:
        s = _ew_addmm_(input, mat1, mat2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addmm_, ("input", "mat1", "mat2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, mat1, mat2, beta, alpha,))
    if s: raise_last()
    return input


_ew_baddbmm = fn("ew_baddbmm", T, T, T, BYTES, BYTES)
_ew_baddbmm_ = fn_status("ew_baddbmm_", T, T, T, BYTES, BYTES)


def baddbmm(input, batch1, batch2, *, beta=1, alpha=1, out=None):
    """`beta * input + alpha * batch1 @ batch2`, a batch of matrices."""
    try:
        r = _ew_baddbmm(input, batch1, batch2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(baddbmm, ("input", "batch1", "batch2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, batch1, batch2, beta, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def baddbmm_(input, batch1, batch2, *, beta=1, alpha=1):
    """`beta * input + alpha * batch1 @ batch2`, a batch of matrices."""
    try:
        s = _ew_baddbmm_(input, batch1, batch2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(baddbmm_, ("input", "batch1", "batch2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, batch1, batch2, beta, alpha,))
    if s: raise_last()
    return input


_ew_linear = fn("ew_linear", T, T, T)


def linear(input, weight, bias=None, *, out=None):
    """`input @ weight.T + bias` for input [*, in], weight [out, in] and bias [out]."""
    try:
        r = _ew_linear(input, weight, NULL if bias is None else bias)
    except ArgumentError:
        return retry(linear, ("input", "weight", "bias",), ("Tensor", "Tensor", "Tensor?",), (input, weight, bias,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv2d = fn("ew_conv2d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64)


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, *, out=None):
    """2-d cross-correlation of input [N, C, H, W] or [C, H, W] with weight [O, C / groups, kH, kW]."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv2d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv2d, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv2d_padding = fn("ew_conv2d_padding", T, T, T, BYTES, SIZE, BYTES, BYTES, SIZE, I64)


def conv2d_padding(input, weight, bias=None, stride=1, padding="valid", dilation=1, groups=1, *, out=None):
    """2-d cross-correlation with padding `same` or `valid`."""
    p_stride = integers(stride)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv2d_padding(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, string(padding), p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv2d_padding, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "str", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv1d = fn("ew_conv1d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64)


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, *, out=None):
    """1-d cross-correlation of input [N, C, L] or [C, L] with weight [O, C / groups, k]."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv1d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv1d, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv1d_padding = fn("ew_conv1d_padding", T, T, T, BYTES, SIZE, BYTES, BYTES, SIZE, I64)


def conv1d_padding(input, weight, bias=None, stride=1, padding="valid", dilation=1, groups=1, *, out=None):
    """1-d cross-correlation with padding `same` or `valid`."""
    p_stride = integers(stride)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv1d_padding(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, string(padding), p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv1d_padding, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "str", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv_transpose2d = fn("ew_conv_transpose2d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64, BYTES, SIZE)


def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1, *, out=None):
    """2-d transposed convolution: the gradient of `conv2d` with respect to its input."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_output_padding = integers(output_padding)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    p_dilation = integers(dilation)
    try:
        r = _ew_conv_transpose2d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_output_padding, len(p_output_padding) >> 3, groups, p_dilation, len(p_dilation) >> 3)
    except ArgumentError:
        return retry(conv_transpose2d, ("input", "weight", "bias", "stride", "padding", "output_padding", "groups", "dilation",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int", "int[]",), (input, weight, bias, stride, padding, output_padding, groups, dilation,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv_transpose1d = fn("ew_conv_transpose1d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64, BYTES, SIZE)


def conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1, *, out=None):
    """1-d transposed convolution: the gradient of `conv1d` with respect to its input."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_output_padding = integers(output_padding)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    p_dilation = integers(dilation)
    try:
        r = _ew_conv_transpose1d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_output_padding, len(p_output_padding) >> 3, groups, p_dilation, len(p_dilation) >> 3)
    except ArgumentError:
        return retry(conv_transpose1d, ("input", "weight", "bias", "stride", "padding", "output_padding", "groups", "dilation",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int", "int[]",), (input, weight, bias, stride, padding, output_padding, groups, dilation,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv2d_input = fn("ew_conv2d_input", T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64)


def conv2d_input(grad, weight, input_size, stride=1, padding=0, dilation=1, groups=1):
    """Gradient of `conv2d` with respect to an input of `input_size`."""
    p_input_size = integers(input_size)
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv2d_input(grad, weight, p_input_size, len(p_input_size) >> 3, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv2d_input, ("grad", "weight", "input_size", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "int[]", "int[]", "int[]", "int[]", "int",), (grad, weight, input_size, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r


_ew_conv2d_weight = fn("ew_conv2d_weight", T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64)


def conv2d_weight(grad, input, weight_size, stride=1, padding=0, dilation=1, groups=1):
    """Gradient of `conv2d` with respect to a weight of `weight_size`."""
    p_weight_size = integers(weight_size)
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv2d_weight(grad, input, p_weight_size, len(p_weight_size) >> 3, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv2d_weight, ("grad", "input", "weight_size", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "int[]", "int[]", "int[]", "int[]", "int",), (grad, input, weight_size, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r


_ew_max_pool2d = fn("ew_max_pool2d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL)


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, *, out=None):
    """Largest element of each window of the planes [H, W]."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    try:
        r = _ew_max_pool2d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode)
    except ArgumentError:
        return retry(max_pool2d, ("input", "kernel_size", "stride", "padding", "dilation", "ceil_mode",), ("Tensor", "int[]", "int[]?", "int[]", "int[]", "bool",), (input, kernel_size, stride, padding, dilation, ceil_mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max_pool2d_with_indices = fn_status("ew_max_pool2d_with_indices", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, PTR, PTR)


_max_pool2d_with_indices_results = Results("max_pool2d_with_indices", "out", "indices")


def max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    """`max_pool2d` and where in its plane each element came from."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    o0 = T._new(); o1 = T._new()
    check(_ew_max_pool2d_with_indices(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode, byref(o0), byref(o1)))
    return _max_pool2d_with_indices_results((o0, o1,))


_ew_max_pool2d_backward = fn("ew_max_pool2d_backward", T, T, BYTES, SIZE)


def max_pool2d_backward(grad, indices, input_size):
    """`grad` added at `indices` into zero planes of `input_size`."""
    p_input_size = integers(input_size)
    try:
        r = _ew_max_pool2d_backward(grad, indices, p_input_size, len(p_input_size) >> 3)
    except ArgumentError:
        return retry(max_pool2d_backward, ("grad", "indices", "input_size",), ("Tensor", "Tensor", "int[]",), (grad, indices, input_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_avg_pool2d = fn("ew_avg_pool2d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, BOOL, BYTES)


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None, *, out=None):
    """Mean of each window of the planes [H, W]."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    try:
        r = _ew_avg_pool2d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, ceil_mode, count_include_pad, opt_integer(divisor_override))
    except ArgumentError:
        return retry(avg_pool2d, ("input", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad", "divisor_override",), ("Tensor", "int[]", "int[]?", "int[]", "bool", "bool", "int?",), (input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max_pool1d = fn("ew_max_pool1d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL)


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, *, out=None):
    """Largest element of each window of the last dimension."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    try:
        r = _ew_max_pool1d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode)
    except ArgumentError:
        return retry(max_pool1d, ("input", "kernel_size", "stride", "padding", "dilation", "ceil_mode",), ("Tensor", "int[]", "int[]?", "int[]", "int[]", "bool",), (input, kernel_size, stride, padding, dilation, ceil_mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max_pool1d_with_indices = fn_status("ew_max_pool1d_with_indices", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, PTR, PTR)


_max_pool1d_with_indices_results = Results("max_pool1d_with_indices", "out", "indices")


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    """`max_pool1d` and where each element came from."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    o0 = T._new(); o1 = T._new()
    check(_ew_max_pool1d_with_indices(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode, byref(o0), byref(o1)))
    return _max_pool1d_with_indices_results((o0, o1,))


_ew_avg_pool1d = fn("ew_avg_pool1d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, BOOL)


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, *, out=None):
    """Mean of each window of the last dimension."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    try:
        r = _ew_avg_pool1d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, ceil_mode, count_include_pad)
    except ArgumentError:
        return retry(avg_pool1d, ("input", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad",), ("Tensor", "int[]", "int[]?", "int[]", "bool", "bool",), (input, kernel_size, stride, padding, ceil_mode, count_include_pad,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_batch_norm = fn("ew_batch_norm", T, T, T, T, T, BOOL, F64, F64)


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05):
    """Normalises each channel of input [N, C, *] by the batch's statistics, which update the running ones, or by the running ones."""
    try:
        r = _ew_batch_norm(input, NULL if running_mean is None else running_mean, NULL if running_var is None else running_var, NULL if weight is None else weight, NULL if bias is None else bias, training, momentum, eps)
    except ArgumentError:
        return retry(batch_norm, ("input", "running_mean", "running_var", "weight", "bias", "training", "momentum", "eps",), ("Tensor", "Tensor?", "Tensor?", "Tensor?", "Tensor?", "bool", "float", "float",), (input, running_mean, running_var, weight, bias, training, momentum, eps,))
    if r._handle_ is None: raise_last()
    return r


_ew_layer_norm = fn("ew_layer_norm", T, BYTES, SIZE, T, T, F64)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05, *, out=None):
    """Normalises over the last dimensions `normalized_shape` to mean 0 and variance 1, then scales and shifts."""
    p_normalized_shape = integers(normalized_shape)
    try:
        r = _ew_layer_norm(input, p_normalized_shape, len(p_normalized_shape) >> 3, NULL if weight is None else weight, NULL if bias is None else bias, eps)
    except ArgumentError:
        return retry(layer_norm, ("input", "normalized_shape", "weight", "bias", "eps",), ("Tensor", "int[]", "Tensor?", "Tensor?", "float",), (input, normalized_shape, weight, bias, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_group_norm = fn("ew_group_norm", T, I64, T, T, F64)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-05, *, out=None):
    """Normalises each of `num_groups` groups of channels of each example of input [N, C, *]."""
    if num_groups.__class__ is not int or not -0x8000000000000000 <= num_groups <= 0x7fffffffffffffff: num_groups = integer(num_groups)
    try:
        r = _ew_group_norm(input, num_groups, NULL if weight is None else weight, NULL if bias is None else bias, eps)
    except ArgumentError:
        return retry(group_norm, ("input", "num_groups", "weight", "bias", "eps",), ("Tensor", "int", "Tensor?", "Tensor?", "float",), (input, num_groups, weight, bias, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_instance_norm = fn("ew_instance_norm", T, T, T, T, T, BOOL, F64, F64)


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05):
    """Normalises each channel of each example of input [N, C, *]."""
    try:
        r = _ew_instance_norm(input, NULL if running_mean is None else running_mean, NULL if running_var is None else running_var, NULL if weight is None else weight, NULL if bias is None else bias, use_input_stats, momentum, eps)
    except ArgumentError:
        return retry(instance_norm, ("input", "running_mean", "running_var", "weight", "bias", "use_input_stats", "momentum", "eps",), ("Tensor", "Tensor?", "Tensor?", "Tensor?", "Tensor?", "bool", "float", "float",), (input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps,))
    if r._handle_ is None: raise_last()
    return r


_ew_rms_norm = fn("ew_rms_norm", T, BYTES, SIZE, T, BYTES)


def rms_norm(input, normalized_shape, weight=None, eps=None, *, out=None):
    """Divides by the root mean square over the last dimensions `normalized_shape`."""
    p_normalized_shape = integers(normalized_shape)
    try:
        r = _ew_rms_norm(input, p_normalized_shape, len(p_normalized_shape) >> 3, NULL if weight is None else weight, opt_float(eps))
    except ArgumentError:
        return retry(rms_norm, ("input", "normalized_shape", "weight", "eps",), ("Tensor", "int[]", "Tensor?", "float?",), (input, normalized_shape, weight, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_dropout = fn("ew_dropout", T, F64, BOOL)
_ew_dropout_ = fn_status("ew_dropout_", T, F64, BOOL)


def dropout(input, p=0.5, training=True, *, out=None):
    """Zeroes each element with probability `p` and divides the others by `1 - p`."""
    try:
        r = _ew_dropout(input, p, training)
    except ArgumentError:
        return retry(dropout, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def dropout_(input, p=0.5, training=True):
    """Zeroes each element with probability `p` and divides the others by `1 - p`."""
    try:
        s = _ew_dropout_(input, p, training)
    except ArgumentError:
        return retry(dropout_, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if s: raise_last()
    return input


_ew_feature_dropout = fn("ew_feature_dropout", T, F64, BOOL)


def feature_dropout(input, p=0.5, training=True, *, out=None):
    """Zeroes each channel (dimensions 0 and 1) with probability `p` and divides the others by `1 - p`."""
    try:
        r = _ew_feature_dropout(input, p, training)
    except ArgumentError:
        return retry(feature_dropout, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_embedding = fn("ew_embedding", T, T, BYTES, BYTES, F64, BOOL, BOOL)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of `weight` [num, dim] at the indices `input`: shape [*, dim]."""
    try:
        r = _ew_embedding(input, weight, opt_integer(padding_idx), opt_float(max_norm), norm_type, scale_grad_by_freq, sparse)
    except ArgumentError:
        return retry(embedding, ("input", "weight", "padding_idx", "max_norm", "norm_type", "scale_grad_by_freq", "sparse",), ("Tensor", "Tensor", "int?", "float?", "float", "bool", "bool",), (input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse,))
    if r._handle_ is None: raise_last()
    return r


_ew_embedding_dense_backward = fn("ew_embedding_dense_backward", T, T, I64, I64, BOOL)


def embedding_dense_backward(grad_output, indices, num_weights, padding_idx, scale_grad_by_freq):
    """Rows of `grad_output` added at `indices` into zeros [num_weights, dim]."""
    if num_weights.__class__ is not int or not -0x8000000000000000 <= num_weights <= 0x7fffffffffffffff: num_weights = integer(num_weights)
    if padding_idx.__class__ is not int or not -0x8000000000000000 <= padding_idx <= 0x7fffffffffffffff: padding_idx = integer(padding_idx)
    try:
        r = _ew_embedding_dense_backward(grad_output, indices, num_weights, padding_idx, scale_grad_by_freq)
    except ArgumentError:
        return retry(embedding_dense_backward, ("grad_output", "indices", "num_weights", "padding_idx", "scale_grad_by_freq",), ("Tensor", "Tensor", "int", "int", "bool",), (grad_output, indices, num_weights, padding_idx, scale_grad_by_freq,))
    if r._handle_ is None: raise_last()
    return r


_ew_rand = fn("ew_rand", BYTES, SIZE, PTR, I32)


def rand(size, *, generator=None, dtype=None, out=None):
    """Uniform numbers of [0, 1) of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_rand(p_size, len(p_size) >> 3, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(rand, ("size", "generator", "dtype",), ("int[]", "Generator?", "dtype?",), (size, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randn = fn("ew_randn", BYTES, SIZE, PTR, I32)


def randn(size, *, generator=None, dtype=None, out=None):
    """Standard normal numbers of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_randn(p_size, len(p_size) >> 3, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randn, ("size", "generator", "dtype",), ("int[]", "Generator?", "dtype?",), (size, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randint = fn("ew_randint", I64, BYTES, SIZE, PTR, I32)


def randint(high, size, *, generator=None, dtype=None, out=None):
    """Integers of [0, high) of shape `size`."""
    if high.__class__ is not int or not -0x8000000000000000 <= high <= 0x7fffffffffffffff: high = integer(high)
    p_size = integers(size)
    try:
        r = _ew_randint(high, p_size, len(p_size) >> 3, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randint, ("high", "size", "generator", "dtype",), ("int", "int[]", "Generator?", "dtype?",), (high, size, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randint_low = fn("ew_randint_low", I64, I64, BYTES, SIZE, PTR, I32)


def randint_low(low, high, size, *, generator=None, dtype=None, out=None):
    """Integers of [low, high) of shape `size`."""
    if low.__class__ is not int or not -0x8000000000000000 <= low <= 0x7fffffffffffffff: low = integer(low)
    if high.__class__ is not int or not -0x8000000000000000 <= high <= 0x7fffffffffffffff: high = integer(high)
    p_size = integers(size)
    try:
        r = _ew_randint_low(low, high, p_size, len(p_size) >> 3, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randint_low, ("low", "high", "size", "generator", "dtype",), ("int", "int", "int[]", "Generator?", "dtype?",), (low, high, size, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randperm = fn("ew_randperm", I64, PTR, I32)


def randperm(n, *, generator=None, dtype=None, out=None):
    """A random permutation of 0 … n - 1, as int64."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_randperm(n, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randperm, ("n", "generator", "dtype",), ("int", "Generator?", "dtype?",), (n, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_rand_like = fn("ew_rand_like", T, PTR, I32)


def rand_like(input, *, generator=None, dtype=None, out=None):
    """Uniform numbers of [0, 1) in the shape of `input`."""
    try:
        r = _ew_rand_like(input, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(rand_like, ("input", "generator", "dtype",), ("Tensor", "Generator?", "dtype?",), (input, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randn_like = fn("ew_randn_like", T, PTR, I32)


def randn_like(input, *, generator=None, dtype=None, out=None):
    """Standard normal numbers in the shape of `input`."""
    try:
        r = _ew_randn_like(input, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randn_like, ("input", "generator", "dtype",), ("Tensor", "Generator?", "dtype?",), (input, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randint_like = fn("ew_randint_like", T, I64, PTR, I32)


def randint_like(input, high, *, generator=None, dtype=None, out=None):
    """Integers of [0, high) in the shape and dtype of `input`."""
    if high.__class__ is not int or not -0x8000000000000000 <= high <= 0x7fffffffffffffff: high = integer(high)
    try:
        r = _ew_randint_like(input, high, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randint_like, ("input", "high", "generator", "dtype",), ("Tensor", "int", "Generator?", "dtype?",), (input, high, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_randint_like_low = fn("ew_randint_like_low", T, I64, I64, PTR, I32)


def randint_like_low(input, low, high, *, generator=None, dtype=None, out=None):
    """Integers of [low, high) in the shape and dtype of `input`."""
    if low.__class__ is not int or not -0x8000000000000000 <= low <= 0x7fffffffffffffff: low = integer(low)
    if high.__class__ is not int or not -0x8000000000000000 <= high <= 0x7fffffffffffffff: high = integer(high)
    try:
        r = _ew_randint_like_low(input, low, high, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(randint_like_low, ("input", "low", "high", "generator", "dtype",), ("Tensor", "int", "int", "Generator?", "dtype?",), (input, low, high, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_bernoulli = fn("ew_bernoulli", T, PTR)


def bernoulli(input, *, generator=None, out=None):
    """1 with the probability that `input` holds, else 0."""
    try:
        r = _ew_bernoulli(input, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(bernoulli, ("input", "generator",), ("Tensor", "Generator?",), (input, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_bernoulli_p = fn("ew_bernoulli_p", T, F64, PTR)


def bernoulli_p(input, p, *, generator=None, out=None):
    """1 with probability `p`, else 0, in the shape of `input`."""
    try:
        r = _ew_bernoulli_p(input, p, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(bernoulli_p, ("input", "p", "generator",), ("Tensor", "float", "Generator?",), (input, p, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_normal = fn("ew_normal", T, T, PTR)
_ew_normal_scalar = fn("ew_normal_scalar", T, BYTES, PTR)


def normal(mean, std=1, *, generator=None, out=None):
    """Normal numbers with the mean and deviation of each element; one of the two may be a number."""
    if not isinstance(mean, T): mean = wrap(mean)
    try:
        if isinstance(std, T): r = _ew_normal(mean, std, None if generator is None else generator._handle)
        else: r = _ew_normal_scalar(mean, None if std.__class__ is int and std == 1 else number(std), None if generator is None else generator._handle)
    except ArgumentError:
        return retry(normal, ("mean", "std", "generator",), ("Tensor|Number", "Tensor|Number", "Generator?",), (mean, std, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_normal_float = fn("ew_normal_float", F64, F64, BYTES, SIZE, PTR, I32)


def normal_float(mean, std, size, *, generator=None, dtype=None, out=None):
    """Normal numbers of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_normal_float(mean, std, p_size, len(p_size) >> 3, None if generator is None else generator._handle, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(normal_float, ("mean", "std", "size", "generator", "dtype",), ("float", "float", "int[]", "Generator?", "dtype?",), (mean, std, size, generator, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_multinomial = fn("ew_multinomial", T, I64, BOOL, PTR)


def multinomial(input, num_samples, replacement=False, *, generator=None, out=None):
    """Indices drawn with the probabilities (not necessarily normed) of each row of `input`."""
    if num_samples.__class__ is not int or not -0x8000000000000000 <= num_samples <= 0x7fffffffffffffff: num_samples = integer(num_samples)
    try:
        r = _ew_multinomial(input, num_samples, replacement, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(multinomial, ("input", "num_samples", "replacement", "generator",), ("Tensor", "int", "bool", "Generator?",), (input, num_samples, replacement, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input,))


_ew_uniform_ = fn_status("ew_uniform_", T, F64, F64, PTR)


def uniform_(input, from_=0, to=1, *, generator=None):
    """Fills with uniform numbers of [from, to)."""
    try:
        s = _ew_uniform_(input, from_, to, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(uniform_, ("input", "from", "to", "generator",), ("Tensor", "float", "float", "Generator?",), (input, from_, to, generator,))
    if s: raise_last()
    return input


_ew_normal_ = fn_status("ew_normal_", T, F64, F64, PTR)


def normal_(input, mean=0, std=1, *, generator=None):
    """Fills with normal numbers."""
    try:
        s = _ew_normal_(input, mean, std, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(normal_, ("input", "mean", "std", "generator",), ("Tensor", "float", "float", "Generator?",), (input, mean, std, generator,))
    if s: raise_last()
    return input


_ew_log_normal_ = fn_status("ew_log_normal_", T, F64, F64, PTR)


def log_normal_(input, mean=1, std=2, *, generator=None):
    """Fills with numbers whose logarithms are normal."""
    try:
        s = _ew_log_normal_(input, mean, std, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(log_normal_, ("input", "mean", "std", "generator",), ("Tensor", "float", "float", "Generator?",), (input, mean, std, generator,))
    if s: raise_last()
    return input


_ew_bernoulli_ = fn_status("ew_bernoulli_", T, F64, PTR)


def bernoulli_(input, p=0.5, *, generator=None):
    """Fills with 1 with probability `p`, else 0."""
    try:
        s = _ew_bernoulli_(input, p, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(bernoulli_, ("input", "p", "generator",), ("Tensor", "float", "Generator?",), (input, p, generator,))
    if s: raise_last()
    return input


_ew_bernoulli__Tensor = fn_status("ew_bernoulli__Tensor", T, T, PTR)


def bernoulli__Tensor(input, p, *, generator=None):
    """Fills with 1 with the probability that `p` holds at each place, else 0."""
    try:
        s = _ew_bernoulli__Tensor(input, p, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(bernoulli__Tensor, ("input", "p", "generator",), ("Tensor", "Tensor", "Generator?",), (input, p, generator,))
    if s: raise_last()
    return input


_ew_random_ = fn_status("ew_random_", T, PTR)


def random_(input, *, generator=None):
    """Fills with integers of the whole range of the dtype."""
    try:
        s = _ew_random_(input, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(random_, ("input", "generator",), ("Tensor", "Generator?",), (input, generator,))
    if s: raise_last()
    return input


_ew_random__to = fn_status("ew_random__to", T, I64, PTR)


def random__to(input, to, *, generator=None):
    """Fills with integers of [0, to)."""
    if to.__class__ is not int or not -0x8000000000000000 <= to <= 0x7fffffffffffffff: to = integer(to)
    try:
        s = _ew_random__to(input, to, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(random__to, ("input", "to", "generator",), ("Tensor", "int", "Generator?",), (input, to, generator,))
    if s: raise_last()
    return input


_ew_random__from = fn_status("ew_random__from", T, I64, BYTES, PTR)


def random__from(input, from_, to, *, generator=None):
    """Fills with integers of [from, to)."""
    if from_.__class__ is not int or not -0x8000000000000000 <= from_ <= 0x7fffffffffffffff: from_ = integer(from_)
    try:
        s = _ew_random__from(input, from_, opt_integer(to), None if generator is None else generator._handle)
    except ArgumentError:
        return retry(random__from, ("input", "from", "to", "generator",), ("Tensor", "int", "int?", "Generator?",), (input, from_, to, generator,))
    if s: raise_last()
    return input


_ew_exponential_ = fn_status("ew_exponential_", T, F64, PTR)


def exponential_(input, lambd=1, *, generator=None):
    """Fills with numbers of the exponential distribution of rate `lambd`."""
    try:
        s = _ew_exponential_(input, lambd, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(exponential_, ("input", "lambd", "generator",), ("Tensor", "float", "Generator?",), (input, lambd, generator,))
    if s: raise_last()
    return input


_ew_cauchy_ = fn_status("ew_cauchy_", T, F64, F64, PTR)


def cauchy_(input, median=0, sigma=1, *, generator=None):
    """Fills with numbers of the Cauchy distribution."""
    try:
        s = _ew_cauchy_(input, median, sigma, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(cauchy_, ("input", "median", "sigma", "generator",), ("Tensor", "float", "float", "Generator?",), (input, median, sigma, generator,))
    if s: raise_last()
    return input


_ew_geometric_ = fn_status("ew_geometric_", T, F64, PTR)


def geometric_(input, p, *, generator=None):
    """Fills with the number of trials up to the first success, each of probability `p`."""
    try:
        s = _ew_geometric_(input, p, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(geometric_, ("input", "p", "generator",), ("Tensor", "float", "Generator?",), (input, p, generator,))
    if s: raise_last()
    return input


_ew__standard_gamma = fn("ew__standard_gamma", T, PTR)


def _standard_gamma(input, generator=None, *, out=None):
    """Gamma numbers of rate 1, `input` the concentration."""
    try:
        r = _ew__standard_gamma(input, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(_standard_gamma, ("input", "generator",), ("Tensor", "Generator?",), (input, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew__standard_gamma_grad = fn("ew__standard_gamma_grad", T, T)


def _standard_gamma_grad(input, output, *, out=None):
    """The derivative of gamma numbers `output` with respect to their concentration: -(∂F/∂α) / f."""
    try:
        r = _ew__standard_gamma_grad(input, output)
    except ArgumentError:
        return retry(_standard_gamma_grad, ("input", "output",), ("Tensor", "Tensor",), (input, output,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew__sample_dirichlet = fn("ew__sample_dirichlet", T, PTR)


def _sample_dirichlet(input, generator=None, *, out=None):
    """Dirichlet numbers: along the last dimension, `input` the concentrations."""
    try:
        r = _ew__sample_dirichlet(input, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(_sample_dirichlet, ("input", "generator",), ("Tensor", "Generator?",), (input, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew__dirichlet_grad = fn("ew__dirichlet_grad", T, T, T)


def _dirichlet_grad(x, alpha, total, *, out=None):
    """The derivative of beta numbers `x` with respect to `alpha`, over 1 - `x`; `total` is the sum of both parameters."""
    try:
        r = _ew__dirichlet_grad(x, alpha, total)
    except ArgumentError:
        return retry(_dirichlet_grad, ("x", "alpha", "total",), ("Tensor", "Tensor", "Tensor",), (x, alpha, total,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_poisson = fn("ew_poisson", T, PTR)


def poisson(input, generator=None, *, out=None):
    """Poisson numbers of the rates in `input`."""
    try:
        r = _ew_poisson(input, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(poisson, ("input", "generator",), ("Tensor", "Generator?",), (input, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_binomial = fn("ew_binomial", T, T, PTR)


def binomial(count, prob, generator=None, *, out=None):
    """Numbers of successes in `count` trials of probability `prob`."""
    try:
        r = _ew_binomial(count, prob, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(binomial, ("count", "prob", "generator",), ("Tensor", "Tensor", "Generator?",), (count, prob, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_empty = fn("ew_empty", BYTES, SIZE, I32)


def empty(size, *, dtype=None, out=None):
    """A tensor of shape `size` with arbitrary values."""
    p_size = integers(size)
    try:
        r = _ew_empty(p_size, len(p_size) >> 3, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(empty, ("size", "dtype",), ("int[]", "dtype?",), (size, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_zeros = fn("ew_zeros", BYTES, SIZE, I32)


def zeros(size, *, dtype=None, out=None):
    """Zeros of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_zeros(p_size, len(p_size) >> 3, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(zeros, ("size", "dtype",), ("int[]", "dtype?",), (size, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_ones = fn("ew_ones", BYTES, SIZE, I32)


def ones(size, *, dtype=None, out=None):
    """Ones of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_ones(p_size, len(p_size) >> 3, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(ones, ("size", "dtype",), ("int[]", "dtype?",), (size, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_full = fn("ew_full", BYTES, SIZE, BYTES, I32)


def full(size, fill_value, *, dtype=None, out=None):
    """The number `fill_value` everywhere, of shape `size`."""
    p_size = integers(size)
    try:
        r = _ew_full(p_size, len(p_size) >> 3, number(fill_value), -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(full, ("size", "fill_value", "dtype",), ("int[]", "Number", "dtype?",), (size, fill_value, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_arange = fn("ew_arange", BYTES, BYTES, BYTES, I32)


def arange(start, end, step=1, *, dtype=None, out=None):
    """`start`, `start + step`, … below `end`."""
    try:
        r = _ew_arange(number(start), number(end), None if step.__class__ is int and step == 1 else number(step), -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(arange, ("start", "end", "step", "dtype",), ("Number", "Number", "Number", "dtype?",), (start, end, step, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linspace = fn("ew_linspace", BYTES, BYTES, I64, I32)


def linspace(start, end, steps, *, dtype=None, out=None):
    """`steps` numbers evenly from `start` to `end`, both included."""
    if steps.__class__ is not int or not -0x8000000000000000 <= steps <= 0x7fffffffffffffff: steps = integer(steps)
    try:
        r = _ew_linspace(number(start), number(end), steps, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linspace, ("start", "end", "steps", "dtype",), ("Number", "Number", "int", "dtype?",), (start, end, steps, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_logspace = fn("ew_logspace", BYTES, BYTES, I64, F64, I32)


def logspace(start, end, steps, base=10.0, *, dtype=None, out=None):
    """`steps` numbers from `base ** start` to `base ** end`, evenly in the exponent."""
    if steps.__class__ is not int or not -0x8000000000000000 <= steps <= 0x7fffffffffffffff: steps = integer(steps)
    try:
        r = _ew_logspace(number(start), number(end), steps, base, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(logspace, ("start", "end", "steps", "base", "dtype",), ("Number", "Number", "int", "float", "dtype?",), (start, end, steps, base, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_eye = fn("ew_eye", I64, BYTES, I32)


def eye(n, m=None, *, dtype=None, out=None):
    """The n × m matrix with ones on the diagonal."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_eye(n, opt_integer(m), -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(eye, ("n", "m", "dtype",), ("int", "int?", "dtype?",), (n, m, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_empty_like = fn("ew_empty_like", T, I32)


def empty_like(input, *, dtype=None, out=None):
    """Arbitrary values in the shape of `input`."""
    try:
        r = _ew_empty_like(input, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(empty_like, ("input", "dtype",), ("Tensor", "dtype?",), (input, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_zeros_like = fn("ew_zeros_like", T, I32)


def zeros_like(input, *, dtype=None, out=None):
    """Zeros in the shape of `input`."""
    try:
        r = _ew_zeros_like(input, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(zeros_like, ("input", "dtype",), ("Tensor", "dtype?",), (input, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_ones_like = fn("ew_ones_like", T, I32)


def ones_like(input, *, dtype=None, out=None):
    """Ones in the shape of `input`."""
    try:
        r = _ew_ones_like(input, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(ones_like, ("input", "dtype",), ("Tensor", "dtype?",), (input, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_full_like = fn("ew_full_like", T, BYTES, I32)


def full_like(input, fill_value, *, dtype=None, out=None):
    """The number `fill_value` in the shape of `input`."""
    try:
        r = _ew_full_like(input, number(fill_value), -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(full_like, ("input", "fill_value", "dtype",), ("Tensor", "Number", "dtype?",), (input, fill_value, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_tril = fn("ew_tril", T, I64)
_ew_tril_ = fn_status("ew_tril_", T, I64)


def tril(input, diagonal=0, *, out=None):
    """The lower triangle of each matrix, up to `diagonal`; zeros above."""
    if diagonal.__class__ is not int or not -0x8000000000000000 <= diagonal <= 0x7fffffffffffffff: diagonal = integer(diagonal)
    try:
        r = _ew_tril(input, diagonal)
    except ArgumentError:
        return retry(tril, ("input", "diagonal",), ("Tensor", "int",), (input, diagonal,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def tril_(input, diagonal=0):
    """The lower triangle of each matrix, up to `diagonal`; zeros above."""
    if diagonal.__class__ is not int or not -0x8000000000000000 <= diagonal <= 0x7fffffffffffffff: diagonal = integer(diagonal)
    try:
        s = _ew_tril_(input, diagonal)
    except ArgumentError:
        return retry(tril_, ("input", "diagonal",), ("Tensor", "int",), (input, diagonal,))
    if s: raise_last()
    return input


_ew_triu = fn("ew_triu", T, I64)
_ew_triu_ = fn_status("ew_triu_", T, I64)


def triu(input, diagonal=0, *, out=None):
    """The upper triangle of each matrix, from `diagonal` on; zeros below."""
    if diagonal.__class__ is not int or not -0x8000000000000000 <= diagonal <= 0x7fffffffffffffff: diagonal = integer(diagonal)
    try:
        r = _ew_triu(input, diagonal)
    except ArgumentError:
        return retry(triu, ("input", "diagonal",), ("Tensor", "int",), (input, diagonal,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def triu_(input, diagonal=0):
    """The upper triangle of each matrix, from `diagonal` on; zeros below."""
    if diagonal.__class__ is not int or not -0x8000000000000000 <= diagonal <= 0x7fffffffffffffff: diagonal = integer(diagonal)
    try:
        s = _ew_triu_(input, diagonal)
    except ArgumentError:
        return retry(triu_, ("input", "diagonal",), ("Tensor", "int",), (input, diagonal,))
    if s: raise_last()
    return input


_ew_tril_indices = fn("ew_tril_indices", I64, I64, I64)


def tril_indices(row, col, offset=0, *, out=None):
    """Row and column indices [2, n] of a lower triangle."""
    if row.__class__ is not int or not -0x8000000000000000 <= row <= 0x7fffffffffffffff: row = integer(row)
    if col.__class__ is not int or not -0x8000000000000000 <= col <= 0x7fffffffffffffff: col = integer(col)
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    try:
        r = _ew_tril_indices(row, col, offset)
    except ArgumentError:
        return retry(tril_indices, ("row", "col", "offset",), ("int", "int", "int",), (row, col, offset,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_triu_indices = fn("ew_triu_indices", I64, I64, I64)


def triu_indices(row, col, offset=0, *, out=None):
    """Row and column indices [2, n] of an upper triangle."""
    if row.__class__ is not int or not -0x8000000000000000 <= row <= 0x7fffffffffffffff: row = integer(row)
    if col.__class__ is not int or not -0x8000000000000000 <= col <= 0x7fffffffffffffff: col = integer(col)
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    try:
        r = _ew_triu_indices(row, col, offset)
    except ArgumentError:
        return retry(triu_indices, ("row", "col", "offset",), ("int", "int", "int",), (row, col, offset,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_view = fn("ew_view", T, BYTES, SIZE)


def view(input, shape):
    """The same elements in another shape, without copying; one size may be -1."""
    p_shape = integers(shape)
    try:
        r = _ew_view(input, p_shape, len(p_shape) >> 3)
    except ArgumentError:
        return retry(view, ("input", "shape",), ("Tensor", "int[]",), (input, shape,))
    if r._handle_ is None: raise_last()
    return r


_ew_reshape = fn("ew_reshape", T, BYTES, SIZE)


def reshape(input, shape, *, out=None):
    """The same elements in another shape, a view where possible; one size may be -1."""
    p_shape = integers(shape)
    try:
        r = _ew_reshape(input, p_shape, len(p_shape) >> 3)
    except ArgumentError:
        return retry(reshape, ("input", "shape",), ("Tensor", "int[]",), (input, shape,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_as_strided = fn("ew_as_strided", T, BYTES, SIZE, BYTES, SIZE, BYTES)


def as_strided(input, size, stride, storage_offset=None, *, out=None):
    """The view of the storage with the given sizes, strides and offset, in elements."""
    p_size = integers(size)
    p_stride = integers(stride)
    try:
        r = _ew_as_strided(input, p_size, len(p_size) >> 3, p_stride, len(p_stride) >> 3, opt_integer(storage_offset))
    except ArgumentError:
        return retry(as_strided, ("input", "size", "stride", "storage_offset",), ("Tensor", "int[]", "int[]", "int?",), (input, size, stride, storage_offset,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_squeeze = fn("ew_squeeze", T, BYTES, SIZE)


def squeeze(input, dim=None, *, out=None):
    """Without the dimensions of size 1, all of them or those in `dim`."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_squeeze(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3)
    except ArgumentError:
        return retry(squeeze, ("input", "dim",), ("Tensor", "int[]?",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_unsqueeze = fn("ew_unsqueeze", T, I64)


def unsqueeze(input, dim, *, out=None):
    """With a dimension of size 1 inserted before `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_unsqueeze(input, dim)
    except ArgumentError:
        return retry(unsqueeze, ("input", "dim",), ("Tensor", "int",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_expand = fn("ew_expand", T, BYTES, SIZE)


def expand(input, size):
    """The view in a larger shape, in which dimensions of size 1 repeat; -1 keeps a size."""
    p_size = integers(size)
    try:
        r = _ew_expand(input, p_size, len(p_size) >> 3)
    except ArgumentError:
        return retry(expand, ("input", "size",), ("Tensor", "int[]",), (input, size,))
    if r._handle_ is None: raise_last()
    return r


_ew_expand_as = fn("ew_expand_as", T, T)


def expand_as(input, other):
    """`input` expanded to the shape of `other`."""
    try:
        r = _ew_expand_as(input, other)
    except ArgumentError:
        return retry(expand_as, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r


_ew_broadcast_to = fn("ew_broadcast_to", T, BYTES, SIZE)


def broadcast_to(input, size, *, out=None):
    """`input` as a view broadcast to `size`."""
    p_size = integers(size)
    try:
        r = _ew_broadcast_to(input, p_size, len(p_size) >> 3)
    except ArgumentError:
        return retry(broadcast_to, ("input", "size",), ("Tensor", "int[]",), (input, size,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_broadcast_tensors = fn_status("ew_broadcast_tensors", PTR, SIZE, PTR, PTR)


def broadcast_tensors(tensors):
    """All tensors expanded to their common shape."""
    p, n = PTR(), SIZE()
    check(_ew_broadcast_tensors(*handles(tensors), byref(p), byref(n)))
    return give_list(p, n)


_ew_view_as = fn("ew_view_as", T, T)


def view_as(input, other):
    """`input` viewed in the shape of `other`."""
    try:
        r = _ew_view_as(input, other)
    except ArgumentError:
        return retry(view_as, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r


_ew_reshape_as = fn("ew_reshape_as", T, T)


def reshape_as(input, other):
    """`input` reshaped to the shape of `other`."""
    try:
        r = _ew_reshape_as(input, other)
    except ArgumentError:
        return retry(reshape_as, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r


_ew_flatten = fn("ew_flatten", T, I64, I64)


def flatten(input, start_dim=0, end_dim=-1, *, out=None):
    """The dimensions from `start_dim` to `end_dim` made into one."""
    if start_dim.__class__ is not int or not -0x8000000000000000 <= start_dim <= 0x7fffffffffffffff: start_dim = integer(start_dim)
    if end_dim.__class__ is not int or not -0x8000000000000000 <= end_dim <= 0x7fffffffffffffff: end_dim = integer(end_dim)
    try:
        r = _ew_flatten(input, start_dim, end_dim)
    except ArgumentError:
        return retry(flatten, ("input", "start_dim", "end_dim",), ("Tensor", "int", "int",), (input, start_dim, end_dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_unflatten = fn("ew_unflatten", T, I64, BYTES, SIZE)


def unflatten(input, dim, sizes, *, out=None):
    """Dimension `dim` split into dimensions of the given sizes."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p_sizes = integers(sizes)
    try:
        r = _ew_unflatten(input, dim, p_sizes, len(p_sizes) >> 3)
    except ArgumentError:
        return retry(unflatten, ("input", "dim", "sizes",), ("Tensor", "int", "int[]",), (input, dim, sizes,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_ravel = fn("ew_ravel", T)


def ravel(input, *, out=None):
    """All elements in one dimension, contiguous."""
    try:
        r = _ew_ravel(input)
    except ArgumentError:
        return retry(ravel, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_narrow = fn("ew_narrow", T, I64, I64, I64)


def narrow(input, dim, start, length, *, out=None):
    """The view of `length` elements from `start` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if start.__class__ is not int or not -0x8000000000000000 <= start <= 0x7fffffffffffffff: start = integer(start)
    if length.__class__ is not int or not -0x8000000000000000 <= length <= 0x7fffffffffffffff: length = integer(length)
    try:
        r = _ew_narrow(input, dim, start, length)
    except ArgumentError:
        return retry(narrow, ("input", "dim", "start", "length",), ("Tensor", "int", "int", "int",), (input, dim, start, length,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_select = fn("ew_select", T, I64, I64)


def select(input, dim, index, *, out=None):
    """The view at `index` of dimension `dim`, which disappears."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if index.__class__ is not int or not -0x8000000000000000 <= index <= 0x7fffffffffffffff: index = integer(index)
    try:
        r = _ew_select(input, dim, index)
    except ArgumentError:
        return retry(select, ("input", "dim", "index",), ("Tensor", "int", "int",), (input, dim, index,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_slice = fn("ew_slice", T, I64, BYTES, BYTES, I64)


def slice(input, dim=0, start=None, end=None, step=1):
    """The view of every `step`-th element from `start` up to `end` along `dim`, clamped as in Python."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if step.__class__ is not int or not -0x8000000000000000 <= step <= 0x7fffffffffffffff: step = integer(step)
    try:
        r = _ew_slice(input, dim, opt_integer(start), opt_integer(end), step)
    except ArgumentError:
        return retry(slice, ("input", "dim", "start", "end", "step",), ("Tensor", "int", "int?", "int?", "int",), (input, dim, start, end, step,))
    if r._handle_ is None: raise_last()
    return r


_ew_slice_backward = fn("ew_slice_backward", T, BYTES, SIZE, I64, I64, I64)


def slice_backward(grad, input_sizes, dim, start, step):
    """Zeros of `input_sizes` with `grad` at `start`, `start + step`, … along `dim`."""
    p_input_sizes = integers(input_sizes)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if start.__class__ is not int or not -0x8000000000000000 <= start <= 0x7fffffffffffffff: start = integer(start)
    if step.__class__ is not int or not -0x8000000000000000 <= step <= 0x7fffffffffffffff: step = integer(step)
    try:
        r = _ew_slice_backward(grad, p_input_sizes, len(p_input_sizes) >> 3, dim, start, step)
    except ArgumentError:
        return retry(slice_backward, ("grad", "input_sizes", "dim", "start", "step",), ("Tensor", "int[]", "int", "int", "int",), (grad, input_sizes, dim, start, step,))
    if r._handle_ is None: raise_last()
    return r


_ew_unfold = fn("ew_unfold", T, I64, I64, I64)


def unfold(input, dimension, size, step):
    """Windows of `size` elements along `dimension`, `step` apart, in a new last dimension."""
    if dimension.__class__ is not int or not -0x8000000000000000 <= dimension <= 0x7fffffffffffffff: dimension = integer(dimension)
    if size.__class__ is not int or not -0x8000000000000000 <= size <= 0x7fffffffffffffff: size = integer(size)
    if step.__class__ is not int or not -0x8000000000000000 <= step <= 0x7fffffffffffffff: step = integer(step)
    try:
        r = _ew_unfold(input, dimension, size, step)
    except ArgumentError:
        return retry(unfold, ("input", "dimension", "size", "step",), ("Tensor", "int", "int", "int",), (input, dimension, size, step,))
    if r._handle_ is None: raise_last()
    return r


_ew_transpose = fn("ew_transpose", T, I64, I64)


def transpose(input, dim0, dim1, *, out=None):
    """The view with two dimensions exchanged."""
    if dim0.__class__ is not int or not -0x8000000000000000 <= dim0 <= 0x7fffffffffffffff: dim0 = integer(dim0)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    try:
        r = _ew_transpose(input, dim0, dim1)
    except ArgumentError:
        return retry(transpose, ("input", "dim0", "dim1",), ("Tensor", "int", "int",), (input, dim0, dim1,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_swapaxes = fn("ew_swapaxes", T, I64, I64)


def swapaxes(input, axis0, axis1, *, out=None):
    """The view with two dimensions exchanged."""
    if axis0.__class__ is not int or not -0x8000000000000000 <= axis0 <= 0x7fffffffffffffff: axis0 = integer(axis0)
    if axis1.__class__ is not int or not -0x8000000000000000 <= axis1 <= 0x7fffffffffffffff: axis1 = integer(axis1)
    try:
        r = _ew_swapaxes(input, axis0, axis1)
    except ArgumentError:
        return retry(swapaxes, ("input", "axis0", "axis1",), ("Tensor", "int", "int",), (input, axis0, axis1,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_swapdims = fn("ew_swapdims", T, I64, I64)


def swapdims(input, dim0, dim1, *, out=None):
    """The view with two dimensions exchanged."""
    if dim0.__class__ is not int or not -0x8000000000000000 <= dim0 <= 0x7fffffffffffffff: dim0 = integer(dim0)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    try:
        r = _ew_swapdims(input, dim0, dim1)
    except ArgumentError:
        return retry(swapdims, ("input", "dim0", "dim1",), ("Tensor", "int", "int",), (input, dim0, dim1,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_t = fn("ew_t", T)


def t(input, *, out=None):
    """The transposed matrix; vectors and scalars stay as they are."""
    try:
        r = _ew_t(input)
    except ArgumentError:
        return retry(t, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_adjoint = fn("ew_adjoint", T)


def adjoint(input, *, out=None):
    """The last two dimensions exchanged."""
    try:
        r = _ew_adjoint(input)
    except ArgumentError:
        return retry(adjoint, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_permute = fn("ew_permute", T, BYTES, SIZE)


def permute(input, dims, *, out=None):
    """The view with the dimensions in the given order."""
    p_dims = integers(dims)
    try:
        r = _ew_permute(input, p_dims, len(p_dims) >> 3)
    except ArgumentError:
        return retry(permute, ("input", "dims",), ("Tensor", "int[]",), (input, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_movedim = fn("ew_movedim", T, BYTES, SIZE, BYTES, SIZE)


def movedim(input, source, destination, *, out=None):
    """The view with the dimensions `source` moved to `destination`."""
    p_source = integers(source)
    p_destination = integers(destination)
    try:
        r = _ew_movedim(input, p_source, len(p_source) >> 3, p_destination, len(p_destination) >> 3)
    except ArgumentError:
        return retry(movedim, ("input", "source", "destination",), ("Tensor", "int[]", "int[]",), (input, source, destination,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_moveaxis = fn("ew_moveaxis", T, BYTES, SIZE, BYTES, SIZE)


def moveaxis(input, source, destination, *, out=None):
    """The view with the dimensions `source` moved to `destination`."""
    p_source = integers(source)
    p_destination = integers(destination)
    try:
        r = _ew_moveaxis(input, p_source, len(p_source) >> 3, p_destination, len(p_destination) >> 3)
    except ArgumentError:
        return retry(moveaxis, ("input", "source", "destination",), ("Tensor", "int[]", "int[]",), (input, source, destination,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_flip = fn("ew_flip", T, BYTES, SIZE)


def flip(input, dims, *, out=None):
    """The elements in reverse order along `dims`."""
    p_dims = integers(dims)
    try:
        r = _ew_flip(input, p_dims, len(p_dims) >> 3)
    except ArgumentError:
        return retry(flip, ("input", "dims",), ("Tensor", "int[]",), (input, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fliplr = fn("ew_fliplr", T)


def fliplr(input, *, out=None):
    """The elements in reverse order along dimension 1."""
    try:
        r = _ew_fliplr(input)
    except ArgumentError:
        return retry(fliplr, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_flipud = fn("ew_flipud", T)


def flipud(input, *, out=None):
    """The elements in reverse order along dimension 0."""
    try:
        r = _ew_flipud(input)
    except ArgumentError:
        return retry(flipud, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_rot90 = fn("ew_rot90", T, I64, BYTES, SIZE)


def rot90(input, k=1, dims=(0, 1), *, out=None):
    """Rotated `k` quarter turns from the first towards the second of `dims`."""
    if k.__class__ is not int or not -0x8000000000000000 <= k <= 0x7fffffffffffffff: k = integer(k)
    p_dims = integers(dims)
    try:
        r = _ew_rot90(input, k, p_dims, len(p_dims) >> 3)
    except ArgumentError:
        return retry(rot90, ("input", "k", "dims",), ("Tensor", "int", "int[]",), (input, k, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_roll = fn("ew_roll", T, BYTES, SIZE, BYTES, SIZE)


def roll(input, shifts, dims=None, *, out=None):
    """The elements moved on by `shifts` along `dims`, those that leave coming in at the other end."""
    p_shifts = integers(shifts)
    p_dims = None if dims is None else integers(dims)
    try:
        r = _ew_roll(input, p_shifts, len(p_shifts) >> 3, p_dims, 0 if p_dims is None else len(p_dims) >> 3)
    except ArgumentError:
        return retry(roll, ("input", "shifts", "dims",), ("Tensor", "int[]", "int[]?",), (input, shifts, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_detach = fn("ew_detach", T)


def detach(input, *, out=None):
    """The same elements outside the graph."""
    try:
        r = _ew_detach(input)
    except ArgumentError:
        return retry(detach, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_clone = fn("ew_clone", T)


def clone(input, *, out=None):
    """A copy."""
    try:
        r = _ew_clone(input)
    except ArgumentError:
        return retry(clone, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_contiguous = fn("ew_contiguous", T)


def contiguous(input):
    """The tensor itself if its elements are in row-major order, else a copy that is."""
    try:
        r = _ew_contiguous(input)
    except ArgumentError:
        return retry(contiguous, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_to_dtype = fn("ew_to_dtype", T, I32)


def to_dtype(input, dtype):
    """The elements converted to `dtype`; the tensor itself when it has it."""
    try:
        r = _ew_to_dtype(input, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(to_dtype, ("input", "dtype",), ("Tensor", "dtype?",), (input, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_copy_ = fn_status("ew_copy_", T, T)


def copy_(input, source):
    """Copies the elements of `source` into the tensor, broadcasting and converting."""
    try:
        s = _ew_copy_(input, source)
    except ArgumentError:
        return retry(copy_, ("input", "source",), ("Tensor", "Tensor",), (input, source,))
    if s: raise_last()
    return input


_ew_fill_ = fn_status("ew_fill_", T, BYTES)


def fill_(input, value):
    """Writes `value` everywhere."""
    try:
        s = _ew_fill_(input, number(value))
    except ArgumentError:
        return retry(fill_, ("input", "value",), ("Tensor", "Number",), (input, value,))
    if s: raise_last()
    return input


_ew_zero_ = fn_status("ew_zero_", T)


def zero_(input):
    """Writes 0 everywhere."""
    try:
        s = _ew_zero_(input)
    except ArgumentError:
        return retry(zero_, ("input",), ("Tensor",), (input,))
    if s: raise_last()
    return input


_ew_resize_ = fn_status("ew_resize_", T, BYTES, SIZE)


def resize_(input, size):
    """Gives the tensor another shape, keeping the elements in memory order."""
    p_size = integers(size)
    try:
        s = _ew_resize_(input, p_size, len(p_size) >> 3)
    except ArgumentError:
        return retry(resize_, ("input", "size",), ("Tensor", "int[]",), (input, size,))
    if s: raise_last()
    return input


_ew_cat = fn("ew_cat", PTR, SIZE, I64)


def cat(tensors, dim=0, *, out=None):
    """The tensors joined along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_cat(*handles(tensors), dim)
    except ArgumentError:
        return retry(cat, ("tensors", "dim",), ("Tensor[]", "int",), (tensors, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (*tensors,))


_ew_stack = fn("ew_stack", PTR, SIZE, I64)


def stack(tensors, dim=0, *, out=None):
    """The tensors, all of one shape, joined along a new dimension."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_stack(*handles(tensors), dim)
    except ArgumentError:
        return retry(stack, ("tensors", "dim",), ("Tensor[]", "int",), (tensors, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_hstack = fn("ew_hstack", PTR, SIZE)


def hstack(tensors, *, out=None):
    """The tensors joined along dimension 1, vectors along 0."""
    try:
        r = _ew_hstack(*handles(tensors))
    except ArgumentError:
        return retry(hstack, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_vstack = fn("ew_vstack", PTR, SIZE)


def vstack(tensors, *, out=None):
    """The tensors, made at least matrices, joined along dimension 0."""
    try:
        r = _ew_vstack(*handles(tensors))
    except ArgumentError:
        return retry(vstack, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_dstack = fn("ew_dstack", PTR, SIZE)


def dstack(tensors, *, out=None):
    """The tensors, made at least 3-d, joined along dimension 2."""
    try:
        r = _ew_dstack(*handles(tensors))
    except ArgumentError:
        return retry(dstack, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_meshgrid = fn_status("ew_meshgrid", PTR, SIZE, BYTES, PTR, PTR)


def meshgrid(tensors, indexing=None):
    """Grids of coordinates from vectors; `indexing` is 'ij' or 'xy'."""
    p, n = PTR(), SIZE()
    check(_ew_meshgrid(*handles(tensors), string(indexing), byref(p), byref(n)))
    return give_list(p, n)


_ew_atleast_1d = fn("ew_atleast_1d", T)


def atleast_1d(input, *, out=None):
    """The tensor, a scalar as a vector."""
    try:
        r = _ew_atleast_1d(input)
    except ArgumentError:
        return retry(atleast_1d, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_atleast_2d = fn("ew_atleast_2d", T)


def atleast_2d(input, *, out=None):
    """The tensor with at least two dimensions."""
    try:
        r = _ew_atleast_2d(input)
    except ArgumentError:
        return retry(atleast_2d, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_atleast_3d = fn("ew_atleast_3d", T)


def atleast_3d(input, *, out=None):
    """The tensor with at least three dimensions."""
    try:
        r = _ew_atleast_3d(input)
    except ArgumentError:
        return retry(atleast_3d, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_split = fn_status("ew_split", T, I64, I64, PTR, PTR)


def split(tensor, split_size_or_sections, dim=0):
    """Views of at most that many elements along `dim`."""
    if split_size_or_sections.__class__ is not int or not -0x8000000000000000 <= split_size_or_sections <= 0x7fffffffffffffff: split_size_or_sections = integer(split_size_or_sections)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_split(tensor, split_size_or_sections, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_split_sizes = fn_status("ew_split_sizes", T, BYTES, SIZE, I64, PTR, PTR)


def split_sizes(tensor, split_size_or_sections, dim=0):
    """Views of the given sizes along `dim`."""
    p_split_size_or_sections = integers(split_size_or_sections)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_split_sizes(tensor, p_split_size_or_sections, len(p_split_size_or_sections) >> 3, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_split_with_sizes = fn_status("ew_split_with_sizes", T, BYTES, SIZE, I64, PTR, PTR)


def split_with_sizes(input, split_sizes, dim=0):
    """Views of the given sizes along `dim`."""
    p_split_sizes = integers(split_sizes)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_split_with_sizes(input, p_split_sizes, len(p_split_sizes) >> 3, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_chunk = fn_status("ew_chunk", T, I64, I64, PTR, PTR)


def chunk(input, chunks, dim=0):
    """At most that many views of equal size along `dim`, the last one smaller."""
    if chunks.__class__ is not int or not -0x8000000000000000 <= chunks <= 0x7fffffffffffffff: chunks = integer(chunks)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_chunk(input, chunks, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_tensor_split = fn_status("ew_tensor_split", T, I64, I64, PTR, PTR)


def tensor_split(input, indices_or_sections, dim=0):
    """That many views along `dim`, whose sizes differ by at most one."""
    if indices_or_sections.__class__ is not int or not -0x8000000000000000 <= indices_or_sections <= 0x7fffffffffffffff: indices_or_sections = integer(indices_or_sections)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_tensor_split(input, indices_or_sections, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_tensor_split_indices = fn_status("ew_tensor_split_indices", T, BYTES, SIZE, I64, PTR, PTR)


def tensor_split_indices(input, indices_or_sections, dim=0):
    """The views between the given positions along `dim`."""
    p_indices_or_sections = integers(indices_or_sections)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_tensor_split_indices(input, p_indices_or_sections, len(p_indices_or_sections) >> 3, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_unbind = fn_status("ew_unbind", T, I64, PTR, PTR)


def unbind(input, dim=0):
    """The views at every index of dimension `dim`, which disappears."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    p, n = PTR(), SIZE()
    check(_ew_unbind(input, dim, byref(p), byref(n)))
    return give_list(p, n)


_ew_repeat = fn("ew_repeat", T, BYTES, SIZE)


def repeat(input, repeats):
    """The tensor repeated that many times along each dimension."""
    p_repeats = integers(repeats)
    try:
        r = _ew_repeat(input, p_repeats, len(p_repeats) >> 3)
    except ArgumentError:
        return retry(repeat, ("input", "repeats",), ("Tensor", "int[]",), (input, repeats,))
    if r._handle_ is None: raise_last()
    return r


_ew_tile = fn("ew_tile", T, BYTES, SIZE)


def tile(input, dims, *, out=None):
    """The tensor repeated, counted from the last dimension."""
    p_dims = integers(dims)
    try:
        r = _ew_tile(input, p_dims, len(p_dims) >> 3)
    except ArgumentError:
        return retry(tile, ("input", "dims",), ("Tensor", "int[]",), (input, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_repeat_interleave = fn("ew_repeat_interleave", T, I64, BYTES)


def repeat_interleave(input, repeats, dim=None, *, out=None):
    """Each element repeated in place along `dim`, or of the flattened tensor."""
    if repeats.__class__ is not int or not -0x8000000000000000 <= repeats <= 0x7fffffffffffffff: repeats = integer(repeats)
    try:
        r = _ew_repeat_interleave(input, repeats, opt_integer(dim))
    except ArgumentError:
        return retry(repeat_interleave, ("input", "repeats", "dim",), ("Tensor", "int", "int?",), (input, repeats, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_repeat_interleave_tensor = fn("ew_repeat_interleave_tensor", T, T, BYTES)


def repeat_interleave_tensor(input, repeats, dim=None, *, out=None):
    """Each element repeated its own number of times along `dim`, or of the flattened tensor."""
    try:
        r = _ew_repeat_interleave_tensor(input, repeats, opt_integer(dim))
    except ArgumentError:
        return retry(repeat_interleave_tensor, ("input", "repeats", "dim",), ("Tensor", "Tensor", "int?",), (input, repeats, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_diagonal = fn("ew_diagonal", T, I64, I64, I64)


def diagonal(input, offset=0, dim1=0, dim2=1, *, out=None):
    """The view of the diagonal of the matrices that `dim1` and `dim2` span, as the last dimension."""
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    if dim2.__class__ is not int or not -0x8000000000000000 <= dim2 <= 0x7fffffffffffffff: dim2 = integer(dim2)
    try:
        r = _ew_diagonal(input, offset, dim1, dim2)
    except ArgumentError:
        return retry(diagonal, ("input", "offset", "dim1", "dim2",), ("Tensor", "int", "int", "int",), (input, offset, dim1, dim2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_diagonal_backward = fn("ew_diagonal_backward", T, BYTES, SIZE, I64, I64, I64)


def diagonal_backward(grad_output, input_sizes, offset, dim1, dim2):
    """Zeros of `input_sizes` with `grad_output` on a diagonal."""
    p_input_sizes = integers(input_sizes)
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    if dim2.__class__ is not int or not -0x8000000000000000 <= dim2 <= 0x7fffffffffffffff: dim2 = integer(dim2)
    try:
        r = _ew_diagonal_backward(grad_output, p_input_sizes, len(p_input_sizes) >> 3, offset, dim1, dim2)
    except ArgumentError:
        return retry(diagonal_backward, ("grad_output", "input_sizes", "offset", "dim1", "dim2",), ("Tensor", "int[]", "int", "int", "int",), (grad_output, input_sizes, offset, dim1, dim2,))
    if r._handle_ is None: raise_last()
    return r


_ew_diag_embed = fn("ew_diag_embed", T, I64, I64, I64)


def diag_embed(input, offset=0, dim1=-2, dim2=-1, *, out=None):
    """Matrices whose diagonals are the rows of the last dimension."""
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    if dim2.__class__ is not int or not -0x8000000000000000 <= dim2 <= 0x7fffffffffffffff: dim2 = integer(dim2)
    try:
        r = _ew_diag_embed(input, offset, dim1, dim2)
    except ArgumentError:
        return retry(diag_embed, ("input", "offset", "dim1", "dim2",), ("Tensor", "int", "int", "int",), (input, offset, dim1, dim2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_diag = fn("ew_diag", T, I64)


def diag(input, diagonal=0, *, out=None):
    """The diagonal of a matrix, or the matrix that has a vector on its diagonal."""
    if diagonal.__class__ is not int or not -0x8000000000000000 <= diagonal <= 0x7fffffffffffffff: diagonal = integer(diagonal)
    try:
        r = _ew_diag(input, diagonal)
    except ArgumentError:
        return retry(diag, ("input", "diagonal",), ("Tensor", "int",), (input, diagonal,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_gather = fn("ew_gather", T, I64, T)


def gather(input, dim, index, *, out=None):
    """`out[i][j] = input[index[i][j]][j]` for `dim` 0, and so on: values picked along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_gather(input, dim, index)
    except ArgumentError:
        return retry(gather, ("input", "dim", "index",), ("Tensor", "int", "Tensor",), (input, dim, index,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input, index,))


_ew_take_along_dim = fn("ew_take_along_dim", T, T, BYTES)


def take_along_dim(input, indices, dim=None, *, out=None):
    """Values picked along `dim`, with broadcasting; of the flattened tensor without `dim`."""
    try:
        r = _ew_take_along_dim(input, indices, opt_integer(dim))
    except ArgumentError:
        return retry(take_along_dim, ("input", "indices", "dim",), ("Tensor", "Tensor", "int?",), (input, indices, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_scatter = fn("ew_scatter", T, I64, T, T)
_ew_scatter_ = fn_status("ew_scatter_", T, I64, T, T)


def scatter(input, dim, index, src, *, out=None):
    """A copy of `input` with the values of `src` written at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter(input, dim, index, src)
    except ArgumentError:
        return retry(scatter, ("input", "dim", "index", "src",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, src,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def scatter_(input, dim, index, src):
    """A copy of `input` with the values of `src` written at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_(input, dim, index, src)
    except ArgumentError:
        return retry(scatter_, ("input", "dim", "index", "src",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, src,))
    if s: raise_last()
    return input


_ew_scatter_value = fn("ew_scatter_value", T, I64, T, BYTES)
_ew_scatter_value_ = fn_status("ew_scatter_value_", T, I64, T, BYTES)


def scatter_value(input, dim, index, value, *, out=None):
    """A copy of `input` with `value` written at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter_value(input, dim, index, number(value))
    except ArgumentError:
        return retry(scatter_value, ("input", "dim", "index", "value",), ("Tensor", "int", "Tensor", "Number",), (input, dim, index, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def scatter_value_(input, dim, index, value):
    """A copy of `input` with `value` written at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_value_(input, dim, index, number(value))
    except ArgumentError:
        return retry(scatter_value_, ("input", "dim", "index", "value",), ("Tensor", "int", "Tensor", "Number",), (input, dim, index, value,))
    if s: raise_last()
    return input


_ew_scatter_add = fn("ew_scatter_add", T, I64, T, T)
_ew_scatter_add_ = fn_status("ew_scatter_add_", T, I64, T, T)


def scatter_add(input, dim, index, src, *, out=None):
    """A copy of `input` with the values of `src` added at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter_add(input, dim, index, src)
    except ArgumentError:
        return retry(scatter_add, ("input", "dim", "index", "src",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, src,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def scatter_add_(input, dim, index, src):
    """A copy of `input` with the values of `src` added at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_add_(input, dim, index, src)
    except ArgumentError:
        return retry(scatter_add_, ("input", "dim", "index", "src",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, src,))
    if s: raise_last()
    return input


_ew_take = fn("ew_take", T, T)


def take(input, index, *, out=None):
    """The elements of the flattened tensor at `index`."""
    try:
        r = _ew_take(input, index)
    except ArgumentError:
        return retry(take, ("input", "index",), ("Tensor", "Tensor",), (input, index,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input, index,))


_ew_index_select = fn("ew_index_select", T, I64, T)


def index_select(input, dim, index, *, out=None):
    """The rows along `dim` that the vector `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_index_select(input, dim, index)
    except ArgumentError:
        return retry(index_select, ("input", "dim", "index",), ("Tensor", "int", "Tensor",), (input, dim, index,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input, index,))


_ew_index_add = fn("ew_index_add", T, I64, T, T, BYTES)
_ew_index_add_ = fn_status("ew_index_add_", T, I64, T, T, BYTES)


def index_add(input, dim, index, source, *, alpha=1, out=None):
    """A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_index_add(input, dim, index, source, None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(index_add, ("input", "dim", "index", "source", "alpha",), ("Tensor", "int", "Tensor", "Tensor", "Number",), (input, dim, index, source, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def index_add_(input, dim, index, source, *, alpha=1):
    """A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_index_add_(input, dim, index, source, None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(index_add_, ("input", "dim", "index", "source", "alpha",), ("Tensor", "int", "Tensor", "Tensor", "Number",), (input, dim, index, source, alpha,))
    if s: raise_last()
    return input


_ew_index_copy = fn("ew_index_copy", T, I64, T, T)
_ew_index_copy_ = fn_status("ew_index_copy_", T, I64, T, T)


def index_copy(input, dim, index, source, *, out=None):
    """A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_index_copy(input, dim, index, source)
    except ArgumentError:
        return retry(index_copy, ("input", "dim", "index", "source",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, source,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def index_copy_(input, dim, index, source):
    """A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_index_copy_(input, dim, index, source)
    except ArgumentError:
        return retry(index_copy_, ("input", "dim", "index", "source",), ("Tensor", "int", "Tensor", "Tensor",), (input, dim, index, source,))
    if s: raise_last()
    return input


_ew_index_fill = fn("ew_index_fill", T, I64, T, T)
_ew_index_fill_scalar = fn("ew_index_fill_scalar", T, I64, T, BYTES)
_ew_index_fill_ = fn_status("ew_index_fill_", T, I64, T, T)
_ew_index_fill_scalar_ = fn_status("ew_index_fill_scalar_", T, I64, T, BYTES)


def index_fill(input, dim, index, value, *, out=None):
    """A copy of `input` with `value` in the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        if isinstance(value, T): r = _ew_index_fill(input, dim, index, value)
        else: r = _ew_index_fill_scalar(input, dim, index, number(value))
    except ArgumentError:
        return retry(index_fill, ("input", "dim", "index", "value",), ("Tensor", "int", "Tensor", "Tensor|Number",), (input, dim, index, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def index_fill_(input, dim, index, value):
    """A copy of `input` with `value` in the rows along `dim` that `index` names."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        if isinstance(value, T): s = _ew_index_fill_(input, dim, index, value)
        else: s = _ew_index_fill_scalar_(input, dim, index, number(value))
    except ArgumentError:
        return retry(index_fill_, ("input", "dim", "index", "value",), ("Tensor", "int", "Tensor", "Tensor|Number",), (input, dim, index, value,))
    if s: raise_last()
    return input


_ew_masked_select = fn("ew_masked_select", T, T)


def masked_select(input, mask, *, out=None):
    """The elements where `mask` is true, as a vector."""
    try:
        r = _ew_masked_select(input, mask)
    except ArgumentError:
        return retry(masked_select, ("input", "mask",), ("Tensor", "Tensor",), (input, mask,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver_apart(out, r, (input, mask,))


_ew_masked_scatter = fn("ew_masked_scatter", T, T, T)
_ew_masked_scatter_ = fn_status("ew_masked_scatter_", T, T, T)


def masked_scatter(input, mask, source, *, out=None):
    """A copy of `input` with the elements of `source`, in order, where `mask` is true."""
    try:
        r = _ew_masked_scatter(input, mask, source)
    except ArgumentError:
        return retry(masked_scatter, ("input", "mask", "source",), ("Tensor", "Tensor", "Tensor",), (input, mask, source,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def masked_scatter_(input, mask, source):
    """A copy of `input` with the elements of `source`, in order, where `mask` is true."""
    try:
        s = _ew_masked_scatter_(input, mask, source)
    except ArgumentError:
        return retry(masked_scatter_, ("input", "mask", "source",), ("Tensor", "Tensor", "Tensor",), (input, mask, source,))
    if s: raise_last()
    return input


_ew_nonzero = fn("ew_nonzero", T)


def nonzero(input):
    """The positions of the non-zero elements, one a row."""
    try:
        r = _ew_nonzero(input)
    except ArgumentError:
        return retry(nonzero, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_nonzero_numpy = fn_status("ew_nonzero_numpy", T, PTR, PTR)


def nonzero_numpy(input):
    """The positions of the non-zero elements, one vector for each dimension."""
    p, n = PTR(), SIZE()
    check(_ew_nonzero_numpy(input, byref(p), byref(n)))
    return give_list(p, n)


_ew_argwhere = fn("ew_argwhere", T)


def argwhere(input, *, out=None):
    """The positions of the non-zero elements, one a row."""
    try:
        r = _ew_argwhere(input)
    except ArgumentError:
        return retry(argwhere, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_one_hot = fn("ew_one_hot", T, I64)


def one_hot(input, num_classes=-1):
    """1 at the class of each element in a new last dimension, 0 elsewhere."""
    if num_classes.__class__ is not int or not -0x8000000000000000 <= num_classes <= 0x7fffffffffffffff: num_classes = integer(num_classes)
    try:
        r = _ew_one_hot(input, num_classes)
    except ArgumentError:
        return retry(one_hot, ("input", "num_classes",), ("Tensor", "int",), (input, num_classes,))
    if r._handle_ is None: raise_last()
    return r


_ew_basic_index = fn("ew_basic_index", T, BYTES, SIZE)


def basic_index(input, code):
    """The view that a Python index of integers, slices, None and Ellipsis denotes, given as quadruples of numbers."""
    p_code = integers(code)
    try:
        r = _ew_basic_index(input, p_code, len(p_code) >> 3)
    except ArgumentError:
        return retry(basic_index, ("input", "code",), ("Tensor", "int[]",), (input, code,))
    if r._handle_ is None: raise_last()
    return r


_ew_basic_index_backward = fn("ew_basic_index_backward", T, BYTES, SIZE, BYTES, SIZE)


def basic_index_backward(grad, size, code):
    """Zeros of shape `size` with `grad` where `basic_index` reads."""
    p_size = integers(size)
    p_code = integers(code)
    try:
        r = _ew_basic_index_backward(grad, p_size, len(p_size) >> 3, p_code, len(p_code) >> 3)
    except ArgumentError:
        return retry(basic_index_backward, ("grad", "size", "code",), ("Tensor", "int[]", "int[]",), (grad, size, code,))
    if r._handle_ is None: raise_last()
    return r


_ew_index = fn("ew_index", T, PTR, SIZE)


def index(input, indices):
    """`input[indices]` with index tensors and masks; None keeps a dimension."""
    try:
        r = _ew_index(input, *handles(indices))
    except ArgumentError:
        return retry(index, ("input", "indices",), ("Tensor", "Tensor?[]",), (input, indices,))
    if r._handle_ is None: raise_last()
    return r


_ew_index_put = fn("ew_index_put", T, PTR, SIZE, T, BOOL)


def index_put(input, indices, values, accumulate=False, *, out=None):
    """A copy of `input` with `values` written, or added, at `indices`."""
    try:
        r = _ew_index_put(input, *handles(indices), values, accumulate)
    except ArgumentError:
        return retry(index_put, ("input", "indices", "values", "accumulate",), ("Tensor", "Tensor?[]", "Tensor", "bool",), (input, indices, values, accumulate,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_index_put_ = fn_status("ew_index_put_", T, PTR, SIZE, T, BOOL)


def index_put_(input, indices, values, accumulate=False):
    """Writes, or adds, `values` at `indices` of the tensor."""
    try:
        s = _ew_index_put_(input, *handles(indices), values, accumulate)
    except ArgumentError:
        return retry(index_put_, ("input", "indices", "values", "accumulate",), ("Tensor", "Tensor?[]", "Tensor", "bool",), (input, indices, values, accumulate,))
    if s: raise_last()
    return input


_ew_sort = fn_status("ew_sort", T, I64, BOOL, BOOL, PTR, PTR)


_sort_results = Results("sort", "values", "indices")


def sort(input, dim=-1, descending=False, stable=False):
    """The values in order along `dim`, NaN as the largest, and the indices they came from; always stable."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_sort(input, dim, descending, stable, byref(o0), byref(o1)))
    return _sort_results((o0, o1,))


_ew_argsort = fn("ew_argsort", T, I64, BOOL, BOOL)


def argsort(input, dim=-1, descending=False, stable=False, *, out=None):
    """The indices that put the values in order."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_argsort(input, dim, descending, stable)
    except ArgumentError:
        return retry(argsort, ("input", "dim", "descending", "stable",), ("Tensor", "int", "bool", "bool",), (input, dim, descending, stable,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_msort = fn("ew_msort", T)


def msort(input, *, out=None):
    """The values in order along dimension 0."""
    try:
        r = _ew_msort(input)
    except ArgumentError:
        return retry(msort, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_topk = fn_status("ew_topk", T, I64, I64, BOOL, BOOL, PTR, PTR)


_topk_results = Results("topk", "values", "indices")


def topk(input, k, dim=-1, largest=True, sorted=True):
    """The `k` largest (or smallest) values along `dim`, in order, and their indices."""
    if k.__class__ is not int or not -0x8000000000000000 <= k <= 0x7fffffffffffffff: k = integer(k)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_topk(input, k, dim, largest, sorted, byref(o0), byref(o1)))
    return _topk_results((o0, o1,))


_ew_constant_pad_nd = fn("ew_constant_pad_nd", T, BYTES, SIZE, BYTES)


def constant_pad_nd(input, pad, value=0, *, out=None):
    """`value` around the last dimensions; `pad` gives (before, after), the last dimension first; negative ones cut off."""
    p_pad = integers(pad)
    try:
        r = _ew_constant_pad_nd(input, p_pad, len(p_pad) >> 3, number(value))
    except ArgumentError:
        return retry(constant_pad_nd, ("input", "pad", "value",), ("Tensor", "int[]", "Number",), (input, pad, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pad = fn("ew_pad", T, BYTES, SIZE, BYTES, BYTES)


def pad(input, pad, mode='constant', value=None):
    """Pads the last dimensions with a constant, by reflection, replication or wrapping round (circular)."""
    p_pad = integers(pad)
    try:
        r = _ew_pad(input, p_pad, len(p_pad) >> 3, string(mode), None if value is None else number(value))
    except ArgumentError:
        return retry(pad, ("input", "pad", "mode", "value",), ("Tensor", "int[]", "str", "Number?",), (input, pad, mode, value,))
    if r._handle_ is None: raise_last()
    return r


_ew_upsample = fn("ew_upsample", T, BYTES, SIZE, BYTES, BOOL, BOOL, BYTES, BYTES, BYTES)


def upsample(input, output_size, mode="nearest", align_corners=False, antialias=False, scales_d=None, scales_h=None, scales_w=None):
    """Resamples the spatial dimensions of [N, C, …] to `output_size`: nearest, nearest-exact, linear, bilinear, trilinear or bicubic."""
    p_output_size = integers(output_size)
    try:
        r = _ew_upsample(input, p_output_size, len(p_output_size) >> 3, string(mode), align_corners, antialias, opt_float(scales_d), opt_float(scales_h), opt_float(scales_w))
    except ArgumentError:
        return retry(upsample, ("input", "output_size", "mode", "align_corners", "antialias", "scales_d", "scales_h", "scales_w",), ("Tensor", "int[]", "str", "bool", "bool", "float?", "float?", "float?",), (input, output_size, mode, align_corners, antialias, scales_d, scales_h, scales_w,))
    if r._handle_ is None: raise_last()
    return r


_ew_max_pool3d = fn("ew_max_pool3d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL)


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, *, out=None):
    """Largest element of each window of the volumes [D, H, W]."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    try:
        r = _ew_max_pool3d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode)
    except ArgumentError:
        return retry(max_pool3d, ("input", "kernel_size", "stride", "padding", "dilation", "ceil_mode",), ("Tensor", "int[]", "int[]?", "int[]", "int[]", "bool",), (input, kernel_size, stride, padding, dilation, ceil_mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_max_pool3d_with_indices = fn_status("ew_max_pool3d_with_indices", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, PTR, PTR)


_max_pool3d_with_indices_results = Results("max_pool3d_with_indices", "out", "indices")


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    """`max_pool3d` and where in its volume each element came from."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    o0 = T._new(); o1 = T._new()
    check(_ew_max_pool3d_with_indices(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, ceil_mode, byref(o0), byref(o1)))
    return _max_pool3d_with_indices_results((o0, o1,))


_ew_avg_pool3d = fn("ew_avg_pool3d", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BOOL, BOOL, BYTES)


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None, *, out=None):
    """Mean of each window of the volumes [D, H, W]."""
    p_kernel_size = integers(kernel_size)
    p_stride = None if stride is None else integers(stride)
    p_padding = integers(padding)
    try:
        r = _ew_avg_pool3d(input, p_kernel_size, len(p_kernel_size) >> 3, p_stride, 0 if p_stride is None else len(p_stride) >> 3, p_padding, len(p_padding) >> 3, ceil_mode, count_include_pad, opt_integer(divisor_override))
    except ArgumentError:
        return retry(avg_pool3d, ("input", "kernel_size", "stride", "padding", "ceil_mode", "count_include_pad", "divisor_override",), ("Tensor", "int[]", "int[]?", "int[]", "bool", "bool", "int?",), (input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_adaptive_avg_pool1d = fn("ew_adaptive_avg_pool1d", T, BYTES, SIZE)


def adaptive_avg_pool1d(input, output_size, *, out=None):
    """Means of `output_size` even stretches of the last dimension."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_avg_pool1d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_avg_pool1d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_adaptive_avg_pool2d = fn("ew_adaptive_avg_pool2d", T, BYTES, SIZE)


def adaptive_avg_pool2d(input, output_size):
    """Means of `output_size` even stretches of the last 2 dimensions."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_avg_pool2d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_avg_pool2d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_adaptive_avg_pool3d = fn("ew_adaptive_avg_pool3d", T, BYTES, SIZE)


def adaptive_avg_pool3d(input, output_size):
    """Means of `output_size` even stretches of the last 3 dimensions."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_avg_pool3d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_avg_pool3d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_adaptive_max_pool1d = fn("ew_adaptive_max_pool1d", T, BYTES, SIZE)


def adaptive_max_pool1d(input, output_size):
    """Largest elements of `output_size` even stretches of the last dimension."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_max_pool1d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_max_pool1d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_adaptive_max_pool1d_with_indices = fn_status("ew_adaptive_max_pool1d_with_indices", T, BYTES, SIZE, PTR, PTR)


_adaptive_max_pool1d_with_indices_results = Results("adaptive_max_pool1d_with_indices", "out", "indices")


def adaptive_max_pool1d_with_indices(input, output_size):
    """`adaptive_max_pool1d` and where in its plane each element came from."""
    p_output_size = integers(output_size)
    o0 = T._new(); o1 = T._new()
    check(_ew_adaptive_max_pool1d_with_indices(input, p_output_size, len(p_output_size) >> 3, byref(o0), byref(o1)))
    return _adaptive_max_pool1d_with_indices_results((o0, o1,))


_ew_adaptive_max_pool2d = fn("ew_adaptive_max_pool2d", T, BYTES, SIZE)


def adaptive_max_pool2d(input, output_size):
    """Largest elements of `output_size` even stretches of the last 2 dimensions."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_max_pool2d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_max_pool2d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_adaptive_max_pool2d_with_indices = fn_status("ew_adaptive_max_pool2d_with_indices", T, BYTES, SIZE, PTR, PTR)


_adaptive_max_pool2d_with_indices_results = Results("adaptive_max_pool2d_with_indices", "out", "indices")


def adaptive_max_pool2d_with_indices(input, output_size):
    """`adaptive_max_pool2d` and where in its plane each element came from."""
    p_output_size = integers(output_size)
    o0 = T._new(); o1 = T._new()
    check(_ew_adaptive_max_pool2d_with_indices(input, p_output_size, len(p_output_size) >> 3, byref(o0), byref(o1)))
    return _adaptive_max_pool2d_with_indices_results((o0, o1,))


_ew_adaptive_max_pool3d = fn("ew_adaptive_max_pool3d", T, BYTES, SIZE)


def adaptive_max_pool3d(input, output_size):
    """Largest elements of `output_size` even stretches of the last 3 dimensions."""
    p_output_size = integers(output_size)
    try:
        r = _ew_adaptive_max_pool3d(input, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(adaptive_max_pool3d, ("input", "output_size",), ("Tensor", "int[]",), (input, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_adaptive_max_pool3d_with_indices = fn_status("ew_adaptive_max_pool3d_with_indices", T, BYTES, SIZE, PTR, PTR)


_adaptive_max_pool3d_with_indices_results = Results("adaptive_max_pool3d_with_indices", "out", "indices")


def adaptive_max_pool3d_with_indices(input, output_size):
    """`adaptive_max_pool3d` and where in its plane each element came from."""
    p_output_size = integers(output_size)
    o0 = T._new(); o1 = T._new()
    check(_ew_adaptive_max_pool3d_with_indices(input, p_output_size, len(p_output_size) >> 3, byref(o0), byref(o1)))
    return _adaptive_max_pool3d_with_indices_results((o0, o1,))


_ew_fractional_max_pool2d = fn_status("ew_fractional_max_pool2d", T, BYTES, SIZE, BYTES, SIZE, T, PTR, PTR)


_fractional_max_pool2d_results = Results("fractional_max_pool2d", "out", "indices")


def fractional_max_pool2d(input, kernel_size, output_size, random_samples):
    """Largest elements of `output_size` windows of planes at pseudo-random steps, and where they were."""
    p_kernel_size = integers(kernel_size)
    p_output_size = integers(output_size)
    o0 = T._new(); o1 = T._new()
    check(_ew_fractional_max_pool2d(input, p_kernel_size, len(p_kernel_size) >> 3, p_output_size, len(p_output_size) >> 3, random_samples, byref(o0), byref(o1)))
    return _fractional_max_pool2d_results((o0, o1,))


_ew_fractional_max_pool3d = fn_status("ew_fractional_max_pool3d", T, BYTES, SIZE, BYTES, SIZE, T, PTR, PTR)


_fractional_max_pool3d_results = Results("fractional_max_pool3d", "out", "indices")


def fractional_max_pool3d(input, kernel_size, output_size, random_samples):
    """Largest elements of `output_size` windows of volumes at pseudo-random steps, and where they were."""
    p_kernel_size = integers(kernel_size)
    p_output_size = integers(output_size)
    o0 = T._new(); o1 = T._new()
    check(_ew_fractional_max_pool3d(input, p_kernel_size, len(p_kernel_size) >> 3, p_output_size, len(p_output_size) >> 3, random_samples, byref(o0), byref(o1)))
    return _fractional_max_pool3d_results((o0, o1,))


_ew_max_unpool = fn("ew_max_unpool", T, T, BYTES, SIZE)


def max_unpool(input, indices, output_size):
    """`input` put at `indices` of zero planes of `output_size`: the way back from a maximum pooling."""
    p_output_size = integers(output_size)
    try:
        r = _ew_max_unpool(input, indices, p_output_size, len(p_output_size) >> 3)
    except ArgumentError:
        return retry(max_unpool, ("input", "indices", "output_size",), ("Tensor", "Tensor", "int[]",), (input, indices, output_size,))
    if r._handle_ is None: raise_last()
    return r


_ew_conv3d = fn("ew_conv3d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64)


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1, *, out=None):
    """3-d cross-correlation of input [N, C, D, H, W] or [C, D, H, W] with weight [O, C / groups, kD, kH, kW]."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv3d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv3d, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv3d_padding = fn("ew_conv3d_padding", T, T, T, BYTES, SIZE, BYTES, BYTES, SIZE, I64)


def conv3d_padding(input, weight, bias=None, stride=1, padding="valid", dilation=1, groups=1, *, out=None):
    """3-d cross-correlation with padding `same` or `valid`."""
    p_stride = integers(stride)
    p_dilation = integers(dilation)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_conv3d_padding(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, string(padding), p_dilation, len(p_dilation) >> 3, groups)
    except ArgumentError:
        return retry(conv3d_padding, ("input", "weight", "bias", "stride", "padding", "dilation", "groups",), ("Tensor", "Tensor", "Tensor?", "int[]", "str", "int[]", "int",), (input, weight, bias, stride, padding, dilation, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_conv_transpose3d = fn("ew_conv_transpose3d", T, T, T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, I64, BYTES, SIZE)


def conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1, *, out=None):
    """3-d transposed convolution: the gradient of `conv3d` with respect to its input."""
    p_stride = integers(stride)
    p_padding = integers(padding)
    p_output_padding = integers(output_padding)
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    p_dilation = integers(dilation)
    try:
        r = _ew_conv_transpose3d(input, weight, NULL if bias is None else bias, p_stride, len(p_stride) >> 3, p_padding, len(p_padding) >> 3, p_output_padding, len(p_output_padding) >> 3, groups, p_dilation, len(p_dilation) >> 3)
    except ArgumentError:
        return retry(conv_transpose3d, ("input", "weight", "bias", "stride", "padding", "output_padding", "groups", "dilation",), ("Tensor", "Tensor", "Tensor?", "int[]", "int[]", "int[]", "int", "int[]",), (input, weight, bias, stride, padding, output_padding, groups, dilation,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_grid_sampler = fn("ew_grid_sampler", T, T, I64, I64, BOOL)


def grid_sampler(input, grid, interpolation_mode, padding_mode, align_corners, *, out=None):
    """Images read at the points of a grid; modes 0 bilinear, 1 nearest, 2 bicubic; padding 0 zeros, 1 border, 2 reflection."""
    if interpolation_mode.__class__ is not int or not -0x8000000000000000 <= interpolation_mode <= 0x7fffffffffffffff: interpolation_mode = integer(interpolation_mode)
    if padding_mode.__class__ is not int or not -0x8000000000000000 <= padding_mode <= 0x7fffffffffffffff: padding_mode = integer(padding_mode)
    try:
        r = _ew_grid_sampler(input, grid, interpolation_mode, padding_mode, align_corners)
    except ArgumentError:
        return retry(grid_sampler, ("input", "grid", "interpolation_mode", "padding_mode", "align_corners",), ("Tensor", "Tensor", "int", "int", "bool",), (input, grid, interpolation_mode, padding_mode, align_corners,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_affine_grid_generator = fn("ew_affine_grid_generator", T, BYTES, SIZE, BOOL)


def affine_grid_generator(theta, size, align_corners, *, out=None):
    """Grids of points in [-1, 1] for images of `size`, moved by the affine maps `theta`."""
    p_size = integers(size)
    try:
        r = _ew_affine_grid_generator(theta, p_size, len(p_size) >> 3, align_corners)
    except ArgumentError:
        return retry(affine_grid_generator, ("theta", "size", "align_corners",), ("Tensor", "int[]", "bool",), (theta, size, align_corners,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_im2col = fn("ew_im2col", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE)


def im2col(input, kernel_size, dilation, padding, stride):
    """Sliding windows of planes as columns: [N, C, H, W] becomes [N, C * kH * kW, L]."""
    p_kernel_size = integers(kernel_size)
    p_dilation = integers(dilation)
    p_padding = integers(padding)
    p_stride = integers(stride)
    try:
        r = _ew_im2col(input, p_kernel_size, len(p_kernel_size) >> 3, p_dilation, len(p_dilation) >> 3, p_padding, len(p_padding) >> 3, p_stride, len(p_stride) >> 3)
    except ArgumentError:
        return retry(im2col, ("input", "kernel_size", "dilation", "padding", "stride",), ("Tensor", "int[]", "int[]", "int[]", "int[]",), (input, kernel_size, dilation, padding, stride,))
    if r._handle_ is None: raise_last()
    return r


_ew_col2im = fn("ew_col2im", T, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE, BYTES, SIZE)


def col2im(input, output_size, kernel_size, dilation, padding, stride):
    """Columns added where their windows lie: [N, C * kH * kW, L] becomes [N, C, H, W]."""
    p_output_size = integers(output_size)
    p_kernel_size = integers(kernel_size)
    p_dilation = integers(dilation)
    p_padding = integers(padding)
    p_stride = integers(stride)
    try:
        r = _ew_col2im(input, p_output_size, len(p_output_size) >> 3, p_kernel_size, len(p_kernel_size) >> 3, p_dilation, len(p_dilation) >> 3, p_padding, len(p_padding) >> 3, p_stride, len(p_stride) >> 3)
    except ArgumentError:
        return retry(col2im, ("input", "output_size", "kernel_size", "dilation", "padding", "stride",), ("Tensor", "int[]", "int[]", "int[]", "int[]", "int[]",), (input, output_size, kernel_size, dilation, padding, stride,))
    if r._handle_ is None: raise_last()
    return r


_ew_pixel_shuffle = fn("ew_pixel_shuffle", T, I64)


def pixel_shuffle(input, upscale_factor, *, out=None):
    """Channels to space: [*, C * r * r, H, W] becomes [*, C, H * r, W * r]."""
    if upscale_factor.__class__ is not int or not -0x8000000000000000 <= upscale_factor <= 0x7fffffffffffffff: upscale_factor = integer(upscale_factor)
    try:
        r = _ew_pixel_shuffle(input, upscale_factor)
    except ArgumentError:
        return retry(pixel_shuffle, ("input", "upscale_factor",), ("Tensor", "int",), (input, upscale_factor,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pixel_unshuffle = fn("ew_pixel_unshuffle", T, I64)


def pixel_unshuffle(input, downscale_factor, *, out=None):
    """Space to channels: [*, C, H * r, W * r] becomes [*, C * r * r, H, W]."""
    if downscale_factor.__class__ is not int or not -0x8000000000000000 <= downscale_factor <= 0x7fffffffffffffff: downscale_factor = integer(downscale_factor)
    try:
        r = _ew_pixel_unshuffle(input, downscale_factor)
    except ArgumentError:
        return retry(pixel_unshuffle, ("input", "downscale_factor",), ("Tensor", "int",), (input, downscale_factor,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_channel_shuffle = fn("ew_channel_shuffle", T, I64)


def channel_shuffle(input, groups, *, out=None):
    """Channels of `groups` groups, taken in turn from each."""
    if groups.__class__ is not int or not -0x8000000000000000 <= groups <= 0x7fffffffffffffff: groups = integer(groups)
    try:
        r = _ew_channel_shuffle(input, groups)
    except ArgumentError:
        return retry(channel_shuffle, ("input", "groups",), ("Tensor", "int",), (input, groups,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pairwise_distance = fn("ew_pairwise_distance", T, T, F64, F64, BOOL)


def pairwise_distance(x1, x2, p=2.0, eps=1e-06, keepdim=False, *, out=None):
    """The p-norm of `x1 - x2 + eps` along the last dimension."""
    try:
        r = _ew_pairwise_distance(x1, x2, p, eps, keepdim)
    except ArgumentError:
        return retry(pairwise_distance, ("x1", "x2", "p", "eps", "keepdim",), ("Tensor", "Tensor", "float", "float", "bool",), (x1, x2, p, eps, keepdim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cosine_similarity = fn("ew_cosine_similarity", T, T, I64, F64)


def cosine_similarity(x1, x2, dim=1, eps=1e-08, *, out=None):
    """Cosine of the angle between `x1` and `x2` along `dim`, with broadcasting."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_cosine_similarity(x1, x2, dim, eps)
    except ArgumentError:
        return retry(cosine_similarity, ("x1", "x2", "dim", "eps",), ("Tensor", "Tensor", "int", "float",), (x1, x2, dim, eps,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_normalize = fn("ew_normalize", T, F64, BYTES, SIZE, F64)


def normalize(input, p=2.0, dim=1, eps=1e-12):
    """`input / max(norm(input), eps)` along `dim`."""
    p_dim = integers(dim)
    try:
        r = _ew_normalize(input, p, p_dim, len(p_dim) >> 3, eps)
    except ArgumentError:
        return retry(normalize, ("input", "p", "dim", "eps",), ("Tensor", "float", "int[]", "float",), (input, p, dim, eps,))
    if r._handle_ is None: raise_last()
    return r


_ew_local_response_norm = fn("ew_local_response_norm", T, I64, F64, F64, F64)


def local_response_norm(input, size, alpha=0.0001, beta=0.75, k=1.0):
    """Divides by a power of the mean square over `size` neighbouring channels."""
    if size.__class__ is not int or not -0x8000000000000000 <= size <= 0x7fffffffffffffff: size = integer(size)
    try:
        r = _ew_local_response_norm(input, size, alpha, beta, k)
    except ArgumentError:
        return retry(local_response_norm, ("input", "size", "alpha", "beta", "k",), ("Tensor", "int", "float", "float", "float",), (input, size, alpha, beta, k,))
    if r._handle_ is None: raise_last()
    return r


_ew_bilinear = fn("ew_bilinear", T, T, T, T)


def bilinear(input1, input2, weight, bias=None, *, out=None):
    """`input1 @ weight[o] @ input2 + bias[o]` for inputs [*, in1], [*, in2] and weight [out, in1, in2]."""
    try:
        r = _ew_bilinear(input1, input2, weight, NULL if bias is None else bias)
    except ArgumentError:
        return retry(bilinear, ("input1", "input2", "weight", "bias",), ("Tensor", "Tensor", "Tensor", "Tensor?",), (input1, input2, weight, bias,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cosine_embedding_loss = fn("ew_cosine_embedding_loss", T, T, T, F64, BYTES)


def cosine_embedding_loss(input1, input2, target, margin=0.0, reduction='mean'):
    """Mean of `1 - cos` where target is 1, of `max(0, cos - margin)` where it is -1."""
    try:
        r = _ew_cosine_embedding_loss(input1, input2, target, margin, string(reduction))
    except ArgumentError:
        return retry(cosine_embedding_loss, ("input1", "input2", "target", "margin", "reduction",), ("Tensor", "Tensor", "Tensor", "float", "str",), (input1, input2, target, margin, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_multi_margin_loss = fn("ew_multi_margin_loss", T, T, I64, F64, T, BYTES)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, reduction='mean'):
    """Mean over classes of `max(0, margin - input[target] + input[j]) ** p`, the target left out."""
    if p.__class__ is not int or not -0x8000000000000000 <= p <= 0x7fffffffffffffff: p = integer(p)
    try:
        r = _ew_multi_margin_loss(input, target, p, margin, NULL if weight is None else weight, string(reduction))
    except ArgumentError:
        return retry(multi_margin_loss, ("input", "target", "p", "margin", "weight", "reduction",), ("Tensor", "Tensor", "int", "float", "Tensor?", "str",), (input, target, p, margin, weight, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_multilabel_margin_loss = fn("ew_multilabel_margin_loss", T, T, BYTES)


def multilabel_margin_loss(input, target, reduction='mean'):
    """Hinge between the classes that each row of `target` lists (up to the first -1) and all others."""
    try:
        r = _ew_multilabel_margin_loss(input, target, string(reduction))
    except ArgumentError:
        return retry(multilabel_margin_loss, ("input", "target", "reduction",), ("Tensor", "Tensor", "str",), (input, target, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_multilabel_soft_margin_loss = fn("ew_multilabel_soft_margin_loss", T, T, T, BYTES)


def multilabel_soft_margin_loss(input, target, weight=None, reduction='mean'):
    """Binary cross entropy of logits, averaged over the classes."""
    try:
        r = _ew_multilabel_soft_margin_loss(input, target, NULL if weight is None else weight, string(reduction))
    except ArgumentError:
        return retry(multilabel_soft_margin_loss, ("input", "target", "weight", "reduction",), ("Tensor", "Tensor", "Tensor?", "str",), (input, target, weight, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_triplet_margin_loss = fn("ew_triplet_margin_loss", T, T, T, F64, F64, F64, BOOL, BYTES)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2.0, eps=1e-06, swap=False, reduction='mean'):
    """Mean of `max(0, |anchor - positive| - |anchor - negative| + margin)`."""
    try:
        r = _ew_triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, string(reduction))
    except ArgumentError:
        return retry(triplet_margin_loss, ("anchor", "positive", "negative", "margin", "p", "eps", "swap", "reduction",), ("Tensor", "Tensor", "Tensor", "float", "float", "float", "bool", "str",), (anchor, positive, negative, margin, p, eps, swap, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_gaussian_nll_loss = fn("ew_gaussian_nll_loss", T, T, T, BOOL, F64, BYTES)
_ew_gaussian_nll_loss_scalar = fn("ew_gaussian_nll_loss_scalar", T, T, BYTES, BOOL, F64, BYTES)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-06, reduction='mean'):
    """Mean of `(log(var) + (input - target) ** 2 / var) / 2`."""
    try:
        if isinstance(var, T): r = _ew_gaussian_nll_loss(input, target, var, full, eps, string(reduction))
        else: r = _ew_gaussian_nll_loss_scalar(input, target, number(var), full, eps, string(reduction))
    except ArgumentError:
        return retry(gaussian_nll_loss, ("input", "target", "var", "full", "eps", "reduction",), ("Tensor", "Tensor", "Tensor|Number", "bool", "float", "str",), (input, target, var, full, eps, reduction,))
    if r._handle_ is None: raise_last()
    return r


_ew_alpha_dropout = fn("ew_alpha_dropout", T, F64, BOOL)
_ew_alpha_dropout_ = fn_status("ew_alpha_dropout_", T, F64, BOOL)


def alpha_dropout(input, p=0.5, training=False, *, out=None):
    """Dropout that keeps mean and variance of self-normalising activations."""
    try:
        r = _ew_alpha_dropout(input, p, training)
    except ArgumentError:
        return retry(alpha_dropout, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def alpha_dropout_(input, p=0.5, training=False):
    """Dropout that keeps mean and variance of self-normalising activations."""
    try:
        s = _ew_alpha_dropout_(input, p, training)
    except ArgumentError:
        return retry(alpha_dropout_, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if s: raise_last()
    return input


_ew_feature_alpha_dropout = fn("ew_feature_alpha_dropout", T, F64, BOOL)
_ew_feature_alpha_dropout_ = fn_status("ew_feature_alpha_dropout_", T, F64, BOOL)


def feature_alpha_dropout(input, p=0.5, training=False, *, out=None):
    """`alpha_dropout` of whole channels (dimensions 0 and 1)."""
    try:
        r = _ew_feature_alpha_dropout(input, p, training)
    except ArgumentError:
        return retry(feature_alpha_dropout, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def feature_alpha_dropout_(input, p=0.5, training=False):
    """`alpha_dropout` of whole channels (dimensions 0 and 1)."""
    try:
        s = _ew_feature_alpha_dropout_(input, p, training)
    except ArgumentError:
        return retry(feature_alpha_dropout_, ("input", "p", "training",), ("Tensor", "float", "bool",), (input, p, training,))
    if s: raise_last()
    return input


_ew_rrelu = fn("ew_rrelu", T, BYTES, BYTES, BOOL, PTR)
_ew_rrelu_ = fn_status("ew_rrelu_", T, BYTES, BYTES, BOOL, PTR)


def rrelu(input, lower=0.125, upper=0.3333333333333333, training=False, generator=None, *, out=None):
    """`input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training)."""
    try:
        r = _ew_rrelu(input, number(lower), number(upper), training, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(rrelu, ("input", "lower", "upper", "training", "generator",), ("Tensor", "Number", "Number", "bool", "Generator?",), (input, lower, upper, training, generator,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def rrelu_(input, lower=0.125, upper=0.3333333333333333, training=False, generator=None):
    """`input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training)."""
    try:
        s = _ew_rrelu_(input, number(lower), number(upper), training, None if generator is None else generator._handle)
    except ArgumentError:
        return retry(rrelu_, ("input", "lower", "upper", "training", "generator",), ("Tensor", "Number", "Number", "bool", "Generator?",), (input, lower, upper, training, generator,))
    if s: raise_last()
    return input


_ew_gumbel_softmax = fn("ew_gumbel_softmax", T, F64, BOOL, F64, I64)


def gumbel_softmax(logits, tau=1.0, hard=False, eps=1e-10, dim=-1):
    """A sample of the Gumbel-softmax distribution of `logits`; one-hot if `hard`, with the soft gradient."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_gumbel_softmax(logits, tau, hard, eps, dim)
    except ArgumentError:
        return retry(gumbel_softmax, ("logits", "tau", "hard", "eps", "dim",), ("Tensor", "float", "bool", "float", "int",), (logits, tau, hard, eps, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_scaled_dot_product_attention = fn("ew_scaled_dot_product_attention", T, T, T, T, F64, BOOL, BYTES, BOOL)


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
    """`softmax(query @ key.T * scale + attn_mask) @ value` for query [*, L, E], key [*, S, E] and value [*, S, Ev]."""
    try:
        r = _ew_scaled_dot_product_attention(query, key, value, NULL if attn_mask is None else attn_mask, dropout_p, is_causal, opt_float(scale), enable_gqa)
    except ArgumentError:
        return retry(scaled_dot_product_attention, ("query", "key", "value", "attn_mask", "dropout_p", "is_causal", "scale", "enable_gqa",), ("Tensor", "Tensor", "Tensor", "Tensor?", "float", "bool", "float?", "bool",), (query, key, value, attn_mask, dropout_p, is_causal, scale, enable_gqa,))
    if r._handle_ is None: raise_last()
    return r


_ew_ctc_loss = fn("ew_ctc_loss", T, T, T, T, I64, BYTES, BOOL)


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False):
    """Negative log likelihood of label sequences under log-probabilities [T, N, C] or [T, C], over all alignments."""
    if blank.__class__ is not int or not -0x8000000000000000 <= blank <= 0x7fffffffffffffff: blank = integer(blank)
    try:
        r = _ew_ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, string(reduction), zero_infinity)
    except ArgumentError:
        return retry(ctc_loss, ("log_probs", "targets", "input_lengths", "target_lengths", "blank", "reduction", "zero_infinity",), ("Tensor", "Tensor", "Tensor", "Tensor", "int", "str", "bool",), (log_probs, targets, input_lengths, target_lengths, blank, reduction, zero_infinity,))
    if r._handle_ is None: raise_last()
    return r


_ew_embedding_renorm_ = fn_status("ew_embedding_renorm_", T, T, F64, F64)


def embedding_renorm_(input, indices, max_norm, norm_type):
    """Scales the rows at `indices` down to a norm of at most `max_norm`, in place."""
    try:
        s = _ew_embedding_renorm_(input, indices, max_norm, norm_type)
    except ArgumentError:
        return retry(embedding_renorm_, ("input", "indices", "max_norm", "norm_type",), ("Tensor", "Tensor", "float", "float",), (input, indices, max_norm, norm_type,))
    if s: raise_last()
    return input


_ew_embedding_bag = fn("ew_embedding_bag", T, T, T, BOOL, I64, BOOL, T, BOOL, BYTES)


def embedding_bag(weight, input, offsets, scale_grad_by_freq=False, mode=0, sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """Sums (mode 0), means (1) or maxima (2) of the rows of `weight` that each bag of indices names."""
    if mode.__class__ is not int or not -0x8000000000000000 <= mode <= 0x7fffffffffffffff: mode = integer(mode)
    try:
        r = _ew_embedding_bag(weight, input, offsets, scale_grad_by_freq, mode, sparse, NULL if per_sample_weights is None else per_sample_weights, include_last_offset, opt_integer(padding_idx))
    except ArgumentError:
        return retry(embedding_bag, ("weight", "input", "offsets", "scale_grad_by_freq", "mode", "sparse", "per_sample_weights", "include_last_offset", "padding_idx",), ("Tensor", "Tensor", "Tensor", "bool", "int", "bool", "Tensor?", "bool", "int?",), (weight, input, offsets, scale_grad_by_freq, mode, sparse, per_sample_weights, include_last_offset, padding_idx,))
    if r._handle_ is None: raise_last()
    return r


_ew_lstm_input = fn_status("ew_lstm_input", T, PTR, SIZE, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, BOOL, PTR, PTR, PTR)


_lstm_input_results = Results("lstm", "output", "h_n", "c_n")


def lstm_input(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first):
    """Long short-term memory over sequences [time, batch, features]; `hx` holds the initial hidden and cell state."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_lstm_input(input, *handles(hx), *handles(params), has_biases, num_layers, dropout, train, bidirectional, batch_first, byref(o0), byref(o1), byref(o2)))
    return _lstm_input_results((o0, o1, o2,))


_ew_lstm_data = fn_status("ew_lstm_data", T, T, PTR, SIZE, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, PTR, PTR, PTR)


_lstm_data_results = Results("lstm", "output", "h_n", "c_n")


def lstm_data(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional):
    """Long short-term memory over packed sequences [rows, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_lstm_data(data, batch_sizes, *handles(hx), *handles(params), has_biases, num_layers, dropout, train, bidirectional, byref(o0), byref(o1), byref(o2)))
    return _lstm_data_results((o0, o1, o2,))


_ew_gru_input = fn_status("ew_gru_input", T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, BOOL, PTR, PTR)


_gru_input_results = Results("gru", "output", "h_n")


def gru_input(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first):
    """Gated recurrent unit over sequences [time, batch, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_gru_input(input, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, batch_first, byref(o0), byref(o1)))
    return _gru_input_results((o0, o1,))


_ew_gru_data = fn_status("ew_gru_data", T, T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, PTR, PTR)


_gru_data_results = Results("gru", "output", "h_n")


def gru_data(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional):
    """Gated recurrent unit over packed sequences [rows, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_gru_data(data, batch_sizes, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, byref(o0), byref(o1)))
    return _gru_data_results((o0, o1,))


_ew_rnn_tanh_input = fn_status("ew_rnn_tanh_input", T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, BOOL, PTR, PTR)


_rnn_tanh_input_results = Results("rnn_tanh", "output", "h_n")


def rnn_tanh_input(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first):
    """Recurrent network with tanh over sequences [time, batch, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_rnn_tanh_input(input, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, batch_first, byref(o0), byref(o1)))
    return _rnn_tanh_input_results((o0, o1,))


_ew_rnn_tanh_data = fn_status("ew_rnn_tanh_data", T, T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, PTR, PTR)


_rnn_tanh_data_results = Results("rnn_tanh", "output", "h_n")


def rnn_tanh_data(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional):
    """Recurrent network with tanh over packed sequences [rows, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_rnn_tanh_data(data, batch_sizes, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, byref(o0), byref(o1)))
    return _rnn_tanh_data_results((o0, o1,))


_ew_rnn_relu_input = fn_status("ew_rnn_relu_input", T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, BOOL, PTR, PTR)


_rnn_relu_input_results = Results("rnn_relu", "output", "h_n")


def rnn_relu_input(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first):
    """Recurrent network with ReLU over sequences [time, batch, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_rnn_relu_input(input, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, batch_first, byref(o0), byref(o1)))
    return _rnn_relu_input_results((o0, o1,))


_ew_rnn_relu_data = fn_status("ew_rnn_relu_data", T, T, T, PTR, SIZE, BOOL, I64, F64, BOOL, BOOL, PTR, PTR)


_rnn_relu_data_results = Results("rnn_relu", "output", "h_n")


def rnn_relu_data(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional):
    """Recurrent network with ReLU over packed sequences [rows, features]."""
    if num_layers.__class__ is not int or not -0x8000000000000000 <= num_layers <= 0x7fffffffffffffff: num_layers = integer(num_layers)
    o0 = T._new(); o1 = T._new()
    check(_ew_rnn_relu_data(data, batch_sizes, hx, *handles(params), has_biases, num_layers, dropout, train, bidirectional, byref(o0), byref(o1)))
    return _rnn_relu_data_results((o0, o1,))


_ew_lstm_cell = fn_status("ew_lstm_cell", T, PTR, SIZE, T, T, T, T, PTR, PTR)


_lstm_cell_results = Results("lstm_cell", "h", "c")


def lstm_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None):
    """One step of a long short-term memory on inputs [batch, features]."""
    o0 = T._new(); o1 = T._new()
    check(_ew_lstm_cell(input, *handles(hx), w_ih, w_hh, NULL if b_ih is None else b_ih, NULL if b_hh is None else b_hh, byref(o0), byref(o1)))
    return _lstm_cell_results((o0, o1,))


_ew_gru_cell = fn("ew_gru_cell", T, T, T, T, T, T)


def gru_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None, *, out=None):
    """One step of a gated recurrent unit on inputs [batch, features]."""
    try:
        r = _ew_gru_cell(input, hx, w_ih, w_hh, NULL if b_ih is None else b_ih, NULL if b_hh is None else b_hh)
    except ArgumentError:
        return retry(gru_cell, ("input", "hx", "w_ih", "w_hh", "b_ih", "b_hh",), ("Tensor", "Tensor", "Tensor", "Tensor", "Tensor?", "Tensor?",), (input, hx, w_ih, w_hh, b_ih, b_hh,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_rnn_tanh_cell = fn("ew_rnn_tanh_cell", T, T, T, T, T, T)


def rnn_tanh_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None, *, out=None):
    """One step of a tanh network on inputs [batch, features]."""
    try:
        r = _ew_rnn_tanh_cell(input, hx, w_ih, w_hh, NULL if b_ih is None else b_ih, NULL if b_hh is None else b_hh)
    except ArgumentError:
        return retry(rnn_tanh_cell, ("input", "hx", "w_ih", "w_hh", "b_ih", "b_hh",), ("Tensor", "Tensor", "Tensor", "Tensor", "Tensor?", "Tensor?",), (input, hx, w_ih, w_hh, b_ih, b_hh,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_rnn_relu_cell = fn("ew_rnn_relu_cell", T, T, T, T, T, T)


def rnn_relu_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None, *, out=None):
    """One step of a ReLU network on inputs [batch, features]."""
    try:
        r = _ew_rnn_relu_cell(input, hx, w_ih, w_hh, NULL if b_ih is None else b_ih, NULL if b_hh is None else b_hh)
    except ArgumentError:
        return retry(rnn_relu_cell, ("input", "hx", "w_ih", "w_hh", "b_ih", "b_hh",), ("Tensor", "Tensor", "Tensor", "Tensor", "Tensor?", "Tensor?",), (input, hx, w_ih, w_hh, b_ih, b_hh,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pack_padded_sequence = fn_status("ew_pack_padded_sequence", T, T, BOOL, PTR, PTR)


_pack_padded_sequence_results = Results("pack_padded_sequence", "data", "batch_sizes")


def pack_padded_sequence(input, lengths, batch_first=False):
    """The rows of padded sequences that lie within their lengths, step by step, and how many each step has."""
    o0 = T._new(); o1 = T._new()
    check(_ew_pack_padded_sequence(input, lengths, batch_first, byref(o0), byref(o1)))
    return _pack_padded_sequence_results((o0, o1,))


_ew_pad_packed_sequence = fn_status("ew_pad_packed_sequence", T, T, BOOL, BYTES, I64, PTR, PTR)


_pad_packed_sequence_results = Results("pad_packed_sequence", "padded", "lengths")


def pad_packed_sequence(data, batch_sizes, batch_first=False, padding_value=0.0, total_length=0):
    """Packed rows as padded sequences [time, batch, features], and their lengths."""
    if total_length.__class__ is not int or not -0x8000000000000000 <= total_length <= 0x7fffffffffffffff: total_length = integer(total_length)
    o0 = T._new(); o1 = T._new()
    check(_ew_pad_packed_sequence(data, batch_sizes, batch_first, number(padding_value), total_length, byref(o0), byref(o1)))
    return _pad_packed_sequence_results((o0, o1,))


_ew_linalg_cholesky = fn("ew_linalg_cholesky", T, BOOL)


def linalg_cholesky(input, *, upper=False, out=None):
    """The lower triangular L with A = L Lᴴ of positive-definite (…, n, n) matrices, or the upper U with A = Uᴴ U."""
    try:
        r = _ew_linalg_cholesky(input, upper)
    except ArgumentError:
        return retry(linalg_cholesky, ("input", "upper",), ("Tensor", "bool",), (input, upper,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_cholesky_ex = fn_status("ew_linalg_cholesky_ex", T, BOOL, BOOL, PTR, PTR)


_linalg_cholesky_ex_results = Results("linalg_cholesky_ex", "L", "info")


def linalg_cholesky_ex(input, *, upper=False, check_errors=False):
    """`linalg_cholesky` and, for each matrix, the order of its first minor that is not positive-definite (0 if none)."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_cholesky_ex(input, upper, check_errors, byref(o0), byref(o1)))
    return _linalg_cholesky_ex_results((o0, o1,))


_ew_cholesky = fn("ew_cholesky", T, BOOL)


def cholesky(input, upper=False, *, out=None):
    """The Cholesky factor of positive-definite (…, n, n) matrices."""
    try:
        r = _ew_cholesky(input, upper)
    except ArgumentError:
        return retry(cholesky, ("input", "upper",), ("Tensor", "bool",), (input, upper,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cholesky_solve = fn("ew_cholesky_solve", T, T, BOOL)


def cholesky_solve(input, L, upper=False, *, out=None):
    """X with A X = input, where A = L Lᴴ is given by its Cholesky factor."""
    try:
        r = _ew_cholesky_solve(input, L, upper)
    except ArgumentError:
        return retry(cholesky_solve, ("input", "L", "upper",), ("Tensor", "Tensor", "bool",), (input, L, upper,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cholesky_inverse = fn("ew_cholesky_inverse", T, BOOL)


def cholesky_inverse(L, upper=False, *, out=None):
    """The inverse of A = L Lᴴ, given by its Cholesky factor."""
    try:
        r = _ew_cholesky_inverse(L, upper)
    except ArgumentError:
        return retry(cholesky_inverse, ("L", "upper",), ("Tensor", "bool",), (L, upper,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_lu_factor = fn_status("ew_linalg_lu_factor", T, BOOL, PTR, PTR)


_linalg_lu_factor_results = Results("linalg_lu_factor", "LU", "pivots")


def linalg_lu_factor(A, *, pivot=True):
    """The factors of A = P L U in one (…, m, n) tensor, and the row exchanges, counted from 1."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_lu_factor(A, pivot, byref(o0), byref(o1)))
    return _linalg_lu_factor_results((o0, o1,))


_ew_linalg_lu_factor_ex = fn_status("ew_linalg_lu_factor_ex", T, BOOL, BOOL, PTR, PTR, PTR)


_linalg_lu_factor_ex_results = Results("linalg_lu_factor_ex", "LU", "pivots", "info")


def linalg_lu_factor_ex(A, *, pivot=True, check_errors=False):
    """`linalg_lu_factor` and, for each matrix, the place of its first pivot that is zero (0 if none)."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_linalg_lu_factor_ex(A, pivot, check_errors, byref(o0), byref(o1), byref(o2)))
    return _linalg_lu_factor_ex_results((o0, o1, o2,))


_ew_linalg_lu = fn_status("ew_linalg_lu", T, BOOL, PTR, PTR, PTR)


_linalg_lu_results = Results("linalg_lu", "P", "L", "U")


def linalg_lu(A, *, pivot=True):
    """Permutation, unit lower and upper factors with A = P L U."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_linalg_lu(A, pivot, byref(o0), byref(o1), byref(o2)))
    return _linalg_lu_results((o0, o1, o2,))


_ew_lu_unpack = fn_status("ew_lu_unpack", T, T, BOOL, BOOL, PTR, PTR, PTR)


_lu_unpack_results = Results("lu_unpack", "P", "L", "U")


def lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True):
    """P, L and U of what `linalg_lu_factor` returns."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_lu_unpack(LU_data, LU_pivots, unpack_data, unpack_pivots, byref(o0), byref(o1), byref(o2)))
    return _lu_unpack_results((o0, o1, o2,))


_ew_linalg_lu_solve = fn("ew_linalg_lu_solve", T, T, T, BOOL, BOOL)


def linalg_lu_solve(LU, pivots, B, *, left=True, adjoint=False, out=None):
    """X with A X = B (X A = B if not left; Aᴴ for A if adjoint), where A is given by `linalg_lu_factor`."""
    try:
        r = _ew_linalg_lu_solve(LU, pivots, B, left, adjoint)
    except ArgumentError:
        return retry(linalg_lu_solve, ("LU", "pivots", "B", "left", "adjoint",), ("Tensor", "Tensor", "Tensor", "bool", "bool",), (LU, pivots, B, left, adjoint,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_lu_solve = fn("ew_lu_solve", T, T, T)


def lu_solve(input, LU_data, LU_pivots, *, out=None):
    """X with A X = input, where A is given by `linalg_lu_factor`."""
    try:
        r = _ew_lu_solve(input, LU_data, LU_pivots)
    except ArgumentError:
        return retry(lu_solve, ("input", "LU_data", "LU_pivots",), ("Tensor", "Tensor", "Tensor",), (input, LU_data, LU_pivots,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_ldl_factor = fn_status("ew_linalg_ldl_factor", T, BOOL, PTR, PTR)


_linalg_ldl_factor_results = Results("linalg_ldl_factor", "LD", "pivots")


def linalg_ldl_factor(input, *, hermitian=False):
    """The Bunch-Kaufman factors of symmetric (Hermitian) A = L D Lᵀ in one tensor, and LAPACK's pivots."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_ldl_factor(input, hermitian, byref(o0), byref(o1)))
    return _linalg_ldl_factor_results((o0, o1,))


_ew_linalg_ldl_factor_ex = fn_status("ew_linalg_ldl_factor_ex", T, BOOL, BOOL, PTR, PTR, PTR)


_linalg_ldl_factor_ex_results = Results("linalg_ldl_factor_ex", "LD", "pivots", "info")


def linalg_ldl_factor_ex(input, *, hermitian=False, check_errors=False):
    """`linalg_ldl_factor` with LAPACK's error code for each matrix."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_linalg_ldl_factor_ex(input, hermitian, check_errors, byref(o0), byref(o1), byref(o2)))
    return _linalg_ldl_factor_ex_results((o0, o1, o2,))


_ew_linalg_ldl_solve = fn("ew_linalg_ldl_solve", T, T, T, BOOL)


def linalg_ldl_solve(LD, pivots, B, *, hermitian=False, out=None):
    """X with A X = B, where A is given by `linalg_ldl_factor`."""
    try:
        r = _ew_linalg_ldl_solve(LD, pivots, B, hermitian)
    except ArgumentError:
        return retry(linalg_ldl_solve, ("LD", "pivots", "B", "hermitian",), ("Tensor", "Tensor", "Tensor", "bool",), (LD, pivots, B, hermitian,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_geqrf = fn_status("ew_geqrf", T, PTR, PTR)


_geqrf_results = Results("geqrf", "a", "tau")


def geqrf(input):
    """LAPACK's QR factors: R above the diagonal, reflectors below it and in tau."""
    o0 = T._new(); o1 = T._new()
    check(_ew_geqrf(input, byref(o0), byref(o1)))
    return _geqrf_results((o0, o1,))


_ew_linalg_qr = fn_status("ew_linalg_qr", T, BYTES, PTR, PTR)


_linalg_qr_results = Results("linalg_qr", "Q", "R")


def linalg_qr(A, mode='reduced'):
    """Q with orthonormal columns and upper triangular R with A = Q R; mode 'reduced', 'complete' or 'r' (R alone)."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_qr(A, string(mode), byref(o0), byref(o1)))
    return _linalg_qr_results((o0, o1,))


_ew_qr = fn_status("ew_qr", T, BOOL, PTR, PTR)


_qr_results = Results("qr", "Q", "R")


def qr(input, some=True):
    """`linalg_qr`, reduced if `some`, else complete."""
    o0 = T._new(); o1 = T._new()
    check(_ew_qr(input, some, byref(o0), byref(o1)))
    return _qr_results((o0, o1,))


_ew_linalg_householder_product = fn("ew_linalg_householder_product", T, T)


def linalg_householder_product(input, tau, *, out=None):
    """The first n columns of the product of reflectors I - tau_i v_i v_iᴴ, with v_i below the diagonal of A."""
    try:
        r = _ew_linalg_householder_product(input, tau)
    except ArgumentError:
        return retry(linalg_householder_product, ("input", "tau",), ("Tensor", "Tensor",), (input, tau,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_orgqr = fn("ew_orgqr", T, T)


def orgqr(input, input2, *, out=None):
    """`linalg_householder_product`."""
    try:
        r = _ew_orgqr(input, input2)
    except ArgumentError:
        return retry(orgqr, ("input", "input2",), ("Tensor", "Tensor",), (input, input2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_ormqr = fn("ew_ormqr", T, T, T, BOOL, BOOL)


def ormqr(input, tau, other, left=True, transpose=False, *, out=None):
    """`other` multiplied by the product of the reflectors in `input` and `tau`, from the left or the right."""
    try:
        r = _ew_ormqr(input, tau, other, left, transpose)
    except ArgumentError:
        return retry(ormqr, ("input", "tau", "other", "left", "transpose",), ("Tensor", "Tensor", "Tensor", "bool", "bool",), (input, tau, other, left, transpose,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_solve_triangular = fn("ew_linalg_solve_triangular", T, T, BOOL, BOOL, BOOL)


def linalg_solve_triangular(input, B, *, upper, left=True, unitriangular=False, out=None):
    """X with A X = B (X A = B if not left) for triangular A; the other triangle is not read."""
    try:
        r = _ew_linalg_solve_triangular(input, B, upper, left, unitriangular)
    except ArgumentError:
        return retry(linalg_solve_triangular, ("input", "B", "upper", "left", "unitriangular",), ("Tensor", "Tensor", "bool", "bool", "bool",), (input, B, upper, left, unitriangular,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_triangular_solve = fn_status("ew_triangular_solve", T, T, BOOL, BOOL, BOOL, PTR, PTR)


_triangular_solve_results = Results("triangular_solve", "solution", "cloned_coefficient")


def triangular_solve(b, A, upper=True, transpose=False, unitriangular=False):
    """X with A X = b (Aᵀ X = b if transpose) for triangular A, and a copy of A."""
    o0 = T._new(); o1 = T._new()
    check(_ew_triangular_solve(b, A, upper, transpose, unitriangular, byref(o0), byref(o1)))
    return _triangular_solve_results((o0, o1,))


_ew_linalg_solve = fn("ew_linalg_solve", T, T, BOOL)


def linalg_solve(A, B, *, left=True, out=None):
    """X with A X = B (X A = B if not left) for regular (…, n, n) matrices and matrices or vectors B."""
    try:
        r = _ew_linalg_solve(A, B, left)
    except ArgumentError:
        return retry(linalg_solve, ("A", "B", "left",), ("Tensor", "Tensor", "bool",), (A, B, left,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_solve_ex = fn_status("ew_linalg_solve_ex", T, T, BOOL, BOOL, PTR, PTR)


_linalg_solve_ex_results = Results("linalg_solve_ex", "result", "info")


def linalg_solve_ex(A, B, *, left=True, check_errors=False):
    """`linalg_solve` and, for each matrix, the place of its first pivot that is zero (0 if none)."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_solve_ex(A, B, left, check_errors, byref(o0), byref(o1)))
    return _linalg_solve_ex_results((o0, o1,))


_ew_linalg_inv = fn("ew_linalg_inv", T)


def linalg_inv(A, *, out=None):
    """The inverses of (…, n, n) matrices."""
    try:
        r = _ew_linalg_inv(A)
    except ArgumentError:
        return retry(linalg_inv, ("A",), ("Tensor",), (A,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_inv_ex = fn_status("ew_linalg_inv_ex", T, BOOL, PTR, PTR)


_linalg_inv_ex_results = Results("linalg_inv_ex", "inverse", "info")


def linalg_inv_ex(A, *, check_errors=False):
    """`linalg_inv` and, for each matrix, the place of its first pivot that is zero (0 if none)."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_inv_ex(A, check_errors, byref(o0), byref(o1)))
    return _linalg_inv_ex_results((o0, o1,))


_ew_inverse = fn("ew_inverse", T)


def inverse(input, *, out=None):
    """The inverses of (…, n, n) matrices."""
    try:
        r = _ew_inverse(input)
    except ArgumentError:
        return retry(inverse, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_tensorinv = fn("ew_linalg_tensorinv", T, I64)


def linalg_tensorinv(input, ind=2, *, out=None):
    """The inverse of the map that `tensordot(A, ·, ind)` is."""
    if ind.__class__ is not int or not -0x8000000000000000 <= ind <= 0x7fffffffffffffff: ind = integer(ind)
    try:
        r = _ew_linalg_tensorinv(input, ind)
    except ArgumentError:
        return retry(linalg_tensorinv, ("input", "ind",), ("Tensor", "int",), (input, ind,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_tensorsolve = fn("ew_linalg_tensorsolve", T, T, BYTES, SIZE)


def linalg_tensorsolve(input, other, dims=None, *, out=None):
    """X with tensordot(A, X, X.ndim) = B; the dimensions `dims` of A are moved to its end first."""
    p_dims = None if dims is None else integers(dims)
    try:
        r = _ew_linalg_tensorsolve(input, other, p_dims, 0 if p_dims is None else len(p_dims) >> 3)
    except ArgumentError:
        return retry(linalg_tensorsolve, ("input", "other", "dims",), ("Tensor", "Tensor", "int[]?",), (input, other, dims,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_det = fn("ew_linalg_det", T)


def linalg_det(A, *, out=None):
    """The determinants of (…, n, n) matrices."""
    try:
        r = _ew_linalg_det(A)
    except ArgumentError:
        return retry(linalg_det, ("A",), ("Tensor",), (A,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_slogdet = fn_status("ew_linalg_slogdet", T, PTR, PTR)


_linalg_slogdet_results = Results("linalg_slogdet", "sign", "logabsdet")


def linalg_slogdet(A):
    """Sign and natural logarithm of the magnitude of the determinants."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_slogdet(A, byref(o0), byref(o1)))
    return _linalg_slogdet_results((o0, o1,))


_ew_logdet = fn("ew_logdet", T)


def logdet(input, *, out=None):
    """The natural logarithm of the determinants, NaN where one is negative."""
    try:
        r = _ew_logdet(input)
    except ArgumentError:
        return retry(logdet, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_svd = fn_status("ew_linalg_svd", T, BOOL, BYTES, PTR, PTR, PTR)


_linalg_svd_results = Results("linalg_svd", "U", "S", "Vh")


def linalg_svd(A, full_matrices=True, *, driver=None):
    """Orthonormal U and Vᴴ and singular values S in descending order with A = U diag(S) Vᴴ."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_linalg_svd(A, full_matrices, string(driver), byref(o0), byref(o1), byref(o2)))
    return _linalg_svd_results((o0, o1, o2,))


_ew_linalg_svdvals = fn("ew_linalg_svdvals", T, BYTES)


def linalg_svdvals(A, *, driver=None, out=None):
    """The singular values of (…, m, n) matrices, descending."""
    try:
        r = _ew_linalg_svdvals(A, string(driver))
    except ArgumentError:
        return retry(linalg_svdvals, ("A", "driver",), ("Tensor", "str?",), (A, driver,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_svd = fn_status("ew_svd", T, BOOL, BOOL, PTR, PTR, PTR)


_svd_results = Results("svd", "U", "S", "V")


def svd(input, some=True, compute_uv=True):
    """U, S and V with input = U diag(S) Vᴴ."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_svd(input, some, compute_uv, byref(o0), byref(o1), byref(o2)))
    return _svd_results((o0, o1, o2,))


_ew_linalg_eigh = fn_status("ew_linalg_eigh", T, BYTES, PTR, PTR)


_linalg_eigh_results = Results("linalg_eigh", "eigenvalues", "eigenvectors")


def linalg_eigh(input, UPLO='L'):
    """Eigenvalues, ascending, and orthonormal eigenvectors of symmetric (Hermitian) matrices; one triangle is read."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_eigh(input, string(UPLO), byref(o0), byref(o1)))
    return _linalg_eigh_results((o0, o1,))


_ew_linalg_eigvalsh = fn("ew_linalg_eigvalsh", T, BYTES)


def linalg_eigvalsh(input, UPLO='L', *, out=None):
    """The eigenvalues of symmetric (Hermitian) matrices, ascending."""
    try:
        r = _ew_linalg_eigvalsh(input, string(UPLO))
    except ArgumentError:
        return retry(linalg_eigvalsh, ("input", "UPLO",), ("Tensor", "str",), (input, UPLO,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_eig = fn_status("ew_linalg_eig", T, PTR, PTR)


_linalg_eig_results = Results("linalg_eig", "eigenvalues", "eigenvectors")


def linalg_eig(input):
    """Complex eigenvalues and eigenvectors of (…, n, n) matrices."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_eig(input, byref(o0), byref(o1)))
    return _linalg_eig_results((o0, o1,))


_ew_linalg_eigvals = fn("ew_linalg_eigvals", T)


def linalg_eigvals(input, *, out=None):
    """The complex eigenvalues of (…, n, n) matrices."""
    try:
        r = _ew_linalg_eigvals(input)
    except ArgumentError:
        return retry(linalg_eigvals, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_lstsq = fn_status("ew_linalg_lstsq", T, T, BYTES, BYTES, PTR, PTR, PTR, PTR)


_linalg_lstsq_results = Results("linalg_lstsq", "solution", "residuals", "rank", "singular_values")


def linalg_lstsq(input, b, rcond=None, *, driver=None):
    """X that minimizes |A X - B| with LAPACK's driver 'gelsy' (default), 'gels', 'gelsd' or 'gelss'."""
    o0 = T._new(); o1 = T._new(); o2 = T._new(); o3 = T._new()
    check(_ew_linalg_lstsq(input, b, opt_float(rcond), string(driver), byref(o0), byref(o1), byref(o2), byref(o3)))
    return _linalg_lstsq_results((o0, o1, o2, o3,))


_ew_linalg_pinv = fn("ew_linalg_pinv", T, T, T, BOOL)


def linalg_pinv(input, *, atol=None, rtol=None, hermitian=False, out=None):
    """The Moore-Penrose inverse; singular values below max(atol, rtol · largest) count as 0."""
    try:
        r = _ew_linalg_pinv(input, NULL if atol is None else atol, NULL if rtol is None else rtol, hermitian)
    except ArgumentError:
        return retry(linalg_pinv, ("input", "atol", "rtol", "hermitian",), ("Tensor", "Tensor?", "Tensor?", "bool",), (input, atol, rtol, hermitian,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_matrix_rank = fn("ew_linalg_matrix_rank", T, T, T, BOOL)


def linalg_matrix_rank(input, *, atol=None, rtol=None, hermitian=False, out=None):
    """How many singular values exceed max(atol, rtol · largest)."""
    try:
        r = _ew_linalg_matrix_rank(input, NULL if atol is None else atol, NULL if rtol is None else rtol, hermitian)
    except ArgumentError:
        return retry(linalg_matrix_rank, ("input", "atol", "rtol", "hermitian",), ("Tensor", "Tensor?", "Tensor?", "bool",), (input, atol, rtol, hermitian,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_matrix_power = fn("ew_linalg_matrix_power", T, I64)


def linalg_matrix_power(input, n, *, out=None):
    """The n-th power of square matrices; of their inverses if n < 0."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_linalg_matrix_power(input, n)
    except ArgumentError:
        return retry(linalg_matrix_power, ("input", "n",), ("Tensor", "int",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_matrix_power = fn("ew_matrix_power", T, I64)


def matrix_power(input, n, *, out=None):
    """The n-th power of square matrices."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    try:
        r = _ew_matrix_power(input, n)
    except ArgumentError:
        return retry(matrix_power, ("input", "n",), ("Tensor", "int",), (input, n,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_matrix_exp = fn("ew_linalg_matrix_exp", T)


def linalg_matrix_exp(input, *, out=None):
    """The exponential Σ Aᵏ / k! of square matrices."""
    try:
        r = _ew_linalg_matrix_exp(input)
    except ArgumentError:
        return retry(linalg_matrix_exp, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_matrix_exp = fn("ew_matrix_exp", T)


def matrix_exp(input, *, out=None):
    """The exponential of square matrices."""
    try:
        r = _ew_matrix_exp(input)
    except ArgumentError:
        return retry(matrix_exp, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_matrix_sqrth = fn("ew_linalg_matrix_sqrth", T)


def linalg_matrix_sqrth(input, *, out=None):
    """The positive-definite X with X X = A for positive-definite A."""
    try:
        r = _ew_linalg_matrix_sqrth(input)
    except ArgumentError:
        return retry(linalg_matrix_sqrth, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_polar = fn_status("ew_linalg_polar", T, PTR, PTR)


_linalg_polar_results = Results("linalg_polar", "U", "H")


def linalg_polar(A):
    """U with orthonormal columns and positive-semidefinite H with A = U H, for (…, m, n) matrices with m ≥ n."""
    o0 = T._new(); o1 = T._new()
    check(_ew_linalg_polar(A, byref(o0), byref(o1)))
    return _linalg_polar_results((o0, o1,))


_ew_svd_lowrank = fn_status("ew_svd_lowrank", T, BYTES, BYTES, T, PTR, PTR, PTR)


_svd_lowrank_results = Results("svd_lowrank", "U", "S", "V")


def svd_lowrank(A, q=6, niter=2, M=None):
    """An approximate singular value decomposition of rank q of A - M, by randomized subspace iteration."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_svd_lowrank(A, opt_integer(q), opt_integer(niter), NULL if M is None else M, byref(o0), byref(o1), byref(o2)))
    return _svd_lowrank_results((o0, o1, o2,))


_ew_pca_lowrank = fn_status("ew_pca_lowrank", T, BYTES, BOOL, I64, PTR, PTR, PTR)


_pca_lowrank_results = Results("pca_lowrank", "U", "S", "V")


def pca_lowrank(A, q=None, center=True, niter=2):
    """The q principal components of the rows of A, by `svd_lowrank` of the centred matrix."""
    if niter.__class__ is not int or not -0x8000000000000000 <= niter <= 0x7fffffffffffffff: niter = integer(niter)
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_pca_lowrank(A, opt_integer(q), center, niter, byref(o0), byref(o1), byref(o2)))
    return _pca_lowrank_results((o0, o1, o2,))


_ew_linalg_matrix_norm = fn("ew_linalg_matrix_norm", T, BYTES, BYTES, SIZE, BOOL, I32)


def linalg_matrix_norm(input, ord=2, dim=(-2, -1), keepdim=False, *, dtype=None):
    """The matrix norm of order ±1, ±2 or ±inf over two dimensions."""
    p_dim = integers(dim)
    try:
        r = _ew_linalg_matrix_norm(input, number(ord), p_dim, len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linalg_matrix_norm, ("input", "ord", "dim", "keepdim", "dtype",), ("Tensor", "Number", "int[]", "bool", "dtype?",), (input, ord, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_matrix_norm_str_ord = fn("ew_linalg_matrix_norm_str_ord", T, BYTES, BYTES, SIZE, BOOL, I32)


def linalg_matrix_norm_str_ord(A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None):
    """The Frobenius ('fro') or nuclear ('nuc') norm over two dimensions."""
    p_dim = integers(dim)
    try:
        r = _ew_linalg_matrix_norm_str_ord(A, string(ord), p_dim, len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linalg_matrix_norm_str_ord, ("A", "ord", "dim", "keepdim", "dtype",), ("Tensor", "str", "int[]", "bool", "dtype?",), (A, ord, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_norm = fn("ew_linalg_norm", T, BYTES, BYTES, SIZE, BOOL, I32)


def linalg_norm(input, ord=None, dim=None, keepdim=False, *, dtype=None):
    """A vector norm over one dimension or all, or a matrix norm over two."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_linalg_norm(input, None if ord is None else number(ord), p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linalg_norm, ("input", "ord", "dim", "keepdim", "dtype",), ("Tensor", "Number?", "int[]?", "bool", "dtype?",), (input, ord, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_norm_ord_str = fn("ew_linalg_norm_ord_str", T, BYTES, BYTES, SIZE, BOOL, I32)


def linalg_norm_ord_str(input, ord, dim=None, keepdim=False, *, dtype=None):
    """The Frobenius ('fro') or nuclear ('nuc') norm."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_linalg_norm_ord_str(input, string(ord), p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(linalg_norm_ord_str, ("input", "ord", "dim", "keepdim", "dtype",), ("Tensor", "str", "int[]?", "bool", "dtype?",), (input, ord, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_cond = fn("ew_linalg_cond", T, BYTES)


def linalg_cond(input, p=None):
    """|A| |A⁻¹| in the matrix norm of order p (2 by default)."""
    try:
        r = _ew_linalg_cond(input, None if p is None else number(p))
    except ArgumentError:
        return retry(linalg_cond, ("input", "p",), ("Tensor", "Number?",), (input, p,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_cond_p_str = fn("ew_linalg_cond_p_str", T, BYTES)


def linalg_cond_p_str(A, p):
    """|A| |A⁻¹| in the norm 'fro' or 'nuc'."""
    try:
        r = _ew_linalg_cond_p_str(A, string(p))
    except ArgumentError:
        return retry(linalg_cond_p_str, ("A", "p",), ("Tensor", "str",), (A, p,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_matmul = fn("ew_linalg_matmul", T, T)


def linalg_matmul(input, other, *, out=None):
    """`matmul`."""
    try:
        r = _ew_linalg_matmul(input, other)
    except ArgumentError:
        return retry(linalg_matmul, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_multi_dot = fn("ew_linalg_multi_dot", PTR, SIZE)


def linalg_multi_dot(tensors, *, out=None):
    """The product of a chain of matrices in the order of fewest multiplications; the ends may be vectors."""
    try:
        r = _ew_linalg_multi_dot(*handles(tensors))
    except ArgumentError:
        return retry(linalg_multi_dot, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_chain_matmul = fn("ew_chain_matmul", PTR, SIZE)


def chain_matmul(matrices):
    """The product of one or more matrices."""
    try:
        r = _ew_chain_matmul(*handles(matrices))
    except ArgumentError:
        return retry(chain_matmul, ("matrices",), ("Tensor[]",), (matrices,))
    if r._handle_ is None: raise_last()
    return r


_ew_linalg_cross = fn("ew_linalg_cross", T, T, I64)


def linalg_cross(input, other, *, dim=-1, out=None):
    """The vector product along a dimension of size 3."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_linalg_cross(input, other, dim)
    except ArgumentError:
        return retry(linalg_cross, ("input", "other", "dim",), ("Tensor", "Tensor", "int",), (input, other, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cross = fn("ew_cross", T, T, BYTES)


def cross(input, other, dim=None, *, out=None):
    """The vector product along `dim`, by default the first dimension of size 3."""
    try:
        r = _ew_cross(input, other, opt_integer(dim))
    except ArgumentError:
        return retry(cross, ("input", "other", "dim",), ("Tensor", "Tensor", "int?",), (input, other, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_vecdot = fn("ew_linalg_vecdot", T, T, I64)


def linalg_vecdot(x, y, *, dim=-1, out=None):
    """Σ conj(x) y along a dimension."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_linalg_vecdot(x, y, dim)
    except ArgumentError:
        return retry(linalg_vecdot, ("x", "y", "dim",), ("Tensor", "Tensor", "int",), (x, y, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_vdot = fn("ew_vdot", T, T)


def vdot(input, other, *, out=None):
    """Σ conj(input) other of two vectors."""
    try:
        r = _ew_vdot(input, other)
    except ArgumentError:
        return retry(vdot, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_addr = fn("ew_addr", T, T, T, BYTES, BYTES)
_ew_addr_ = fn_status("ew_addr_", T, T, T, BYTES, BYTES)


def addr(input, vec1, vec2, *, beta=1, alpha=1, out=None):
    """`beta * input + alpha * outer(vec1, vec2)`."""
    try:
        r = _ew_addr(input, vec1, vec2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addr, ("input", "vec1", "vec2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, vec1, vec2, beta, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addr_(input, vec1, vec2, *, beta=1, alpha=1):
    """`beta * input + alpha * outer(vec1, vec2)`."""
    try:
        s = _ew_addr_(input, vec1, vec2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addr_, ("input", "vec1", "vec2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, vec1, vec2, beta, alpha,))
    if s: raise_last()
    return input


_ew_addmv = fn("ew_addmv", T, T, T, BYTES, BYTES)
_ew_addmv_ = fn_status("ew_addmv_", T, T, T, BYTES, BYTES)


def addmv(input, mat, vec, *, beta=1, alpha=1, out=None):
    """`beta * input + alpha * mat @ vec`."""
    try:
        r = _ew_addmv(input, mat, vec, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addmv, ("input", "mat", "vec", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, mat, vec, beta, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addmv_(input, mat, vec, *, beta=1, alpha=1):
    """`beta * input + alpha * mat @ vec`."""
    try:
        s = _ew_addmv_(input, mat, vec, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addmv_, ("input", "mat", "vec", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, mat, vec, beta, alpha,))
    if s: raise_last()
    return input


_ew_addbmm = fn("ew_addbmm", T, T, T, BYTES, BYTES)
_ew_addbmm_ = fn_status("ew_addbmm_", T, T, T, BYTES, BYTES)


def addbmm(input, batch1, batch2, *, beta=1, alpha=1, out=None):
    """`beta * input` plus alpha times the sum of the products of two batches of matrices."""
    try:
        r = _ew_addbmm(input, batch1, batch2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addbmm, ("input", "batch1", "batch2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, batch1, batch2, beta, alpha,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def addbmm_(input, batch1, batch2, *, beta=1, alpha=1):
    """`beta * input` plus alpha times the sum of the products of two batches of matrices."""
    try:
        s = _ew_addbmm_(input, batch1, batch2, None if beta.__class__ is int and beta == 1 else number(beta), None if alpha.__class__ is int and alpha == 1 else number(alpha))
    except ArgumentError:
        return retry(addbmm_, ("input", "batch1", "batch2", "beta", "alpha",), ("Tensor", "Tensor", "Tensor", "Number", "Number",), (input, batch1, batch2, beta, alpha,))
    if s: raise_last()
    return input


_ew_linalg_diagonal = fn("ew_linalg_diagonal", T, I64, I64, I64)


def linalg_diagonal(A, *, offset=0, dim1=-2, dim2=-1, out=None):
    """The diagonals of matrices: a view."""
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    if dim2.__class__ is not int or not -0x8000000000000000 <= dim2 <= 0x7fffffffffffffff: dim2 = integer(dim2)
    try:
        r = _ew_linalg_diagonal(A, offset, dim1, dim2)
    except ArgumentError:
        return retry(linalg_diagonal, ("A", "offset", "dim1", "dim2",), ("Tensor", "int", "int", "int",), (A, offset, dim1, dim2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_linalg_vander = fn("ew_linalg_vander", T, BYTES)


def linalg_vander(x, *, N=None, out=None):
    """The powers 0 … N - 1 of each element, along a new last dimension."""
    try:
        r = _ew_linalg_vander(x, opt_integer(N))
    except ArgumentError:
        return retry(linalg_vander, ("x", "N",), ("Tensor", "int?",), (x, N,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_scatter_reduce = fn("ew_scatter_reduce", T, I64, T, T, BYTES, BOOL)
_ew_scatter_reduce_ = fn_status("ew_scatter_reduce_", T, I64, T, T, BYTES, BOOL)


def scatter_reduce(input, dim, index, src, reduce, *, include_self=True, out=None):
    """`input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter_reduce(input, dim, index, src, string(reduce), include_self)
    except ArgumentError:
        return retry(scatter_reduce, ("input", "dim", "index", "src", "reduce", "include_self",), ("Tensor", "int", "Tensor", "Tensor", "str", "bool",), (input, dim, index, src, reduce, include_self,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def scatter_reduce_(input, dim, index, src, reduce, *, include_self=True):
    """`input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_reduce_(input, dim, index, src, string(reduce), include_self)
    except ArgumentError:
        return retry(scatter_reduce_, ("input", "dim", "index", "src", "reduce", "include_self",), ("Tensor", "int", "Tensor", "Tensor", "str", "bool",), (input, dim, index, src, reduce, include_self,))
    if s: raise_last()
    return input


_ew_scatter_reducing = fn("ew_scatter_reducing", T, I64, T, T, BYTES)
_ew_scatter_reducing_ = fn_status("ew_scatter_reducing_", T, I64, T, T, BYTES)


def scatter_reducing(input, dim, index, src, *, reduce):
    """`input` with `src` added or multiplied into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter_reducing(input, dim, index, src, string(reduce))
    except ArgumentError:
        return retry(scatter_reducing, ("input", "dim", "index", "src", "reduce",), ("Tensor", "int", "Tensor", "Tensor", "str",), (input, dim, index, src, reduce,))
    if r._handle_ is None: raise_last()
    return r




def scatter_reducing_(input, dim, index, src, *, reduce):
    """`input` with `src` added or multiplied into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_reducing_(input, dim, index, src, string(reduce))
    except ArgumentError:
        return retry(scatter_reducing_, ("input", "dim", "index", "src", "reduce",), ("Tensor", "int", "Tensor", "Tensor", "str",), (input, dim, index, src, reduce,))
    if s: raise_last()
    return input


_ew_scatter_reducing_value = fn("ew_scatter_reducing_value", T, I64, T, BYTES, BYTES)
_ew_scatter_reducing_value_ = fn_status("ew_scatter_reducing_value_", T, I64, T, BYTES, BYTES)


def scatter_reducing_value(input, dim, index, value, *, reduce):
    """`input` with a number added or multiplied into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_scatter_reducing_value(input, dim, index, number(value), string(reduce))
    except ArgumentError:
        return retry(scatter_reducing_value, ("input", "dim", "index", "value", "reduce",), ("Tensor", "int", "Tensor", "Number", "str",), (input, dim, index, value, reduce,))
    if r._handle_ is None: raise_last()
    return r




def scatter_reducing_value_(input, dim, index, value, *, reduce):
    """`input` with a number added or multiplied into the places `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_scatter_reducing_value_(input, dim, index, number(value), string(reduce))
    except ArgumentError:
        return retry(scatter_reducing_value_, ("input", "dim", "index", "value", "reduce",), ("Tensor", "int", "Tensor", "Number", "str",), (input, dim, index, value, reduce,))
    if s: raise_last()
    return input


_ew_index_reduce = fn("ew_index_reduce", T, I64, T, T, BYTES, BOOL)
_ew_index_reduce_ = fn_status("ew_index_reduce_", T, I64, T, T, BYTES, BOOL)


def index_reduce(input, dim, index, source, reduce, *, include_self=True, out=None):
    """`input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_index_reduce(input, dim, index, source, string(reduce), include_self)
    except ArgumentError:
        return retry(index_reduce, ("input", "dim", "index", "source", "reduce", "include_self",), ("Tensor", "int", "Tensor", "Tensor", "str", "bool",), (input, dim, index, source, reduce, include_self,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def index_reduce_(input, dim, index, source, reduce, *, include_self=True):
    """`input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_index_reduce_(input, dim, index, source, string(reduce), include_self)
    except ArgumentError:
        return retry(index_reduce_, ("input", "dim", "index", "source", "reduce", "include_self",), ("Tensor", "int", "Tensor", "Tensor", "str", "bool",), (input, dim, index, source, reduce, include_self,))
    if s: raise_last()
    return input


_ew_put = fn("ew_put", T, T, T, BOOL)
_ew_put_ = fn_status("ew_put_", T, T, T, BOOL)


def put(input, index, source, accumulate=False, *, out=None):
    """`input` with `source` written (or added) at positions of the flattened tensor."""
    try:
        r = _ew_put(input, index, source, accumulate)
    except ArgumentError:
        return retry(put, ("input", "index", "source", "accumulate",), ("Tensor", "Tensor", "Tensor", "bool",), (input, index, source, accumulate,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def put_(input, index, source, accumulate=False):
    """`input` with `source` written (or added) at positions of the flattened tensor."""
    try:
        s = _ew_put_(input, index, source, accumulate)
    except ArgumentError:
        return retry(put_, ("input", "index", "source", "accumulate",), ("Tensor", "Tensor", "Tensor", "bool",), (input, index, source, accumulate,))
    if s: raise_last()
    return input


_ew_cummax = fn_status("ew_cummax", T, I64, PTR, PTR)


_cummax_results = Results("cummax", "values", "indices")


def cummax(input, dim):
    """The largest value so far along `dim`, and the index of its last place."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_cummax(input, dim, byref(o0), byref(o1)))
    return _cummax_results((o0, o1,))


_ew_cummin = fn_status("ew_cummin", T, I64, PTR, PTR)


_cummin_results = Results("cummin", "values", "indices")


def cummin(input, dim):
    """The smallest value so far along `dim`, and the index of its last place."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_cummin(input, dim, byref(o0), byref(o1)))
    return _cummin_results((o0, o1,))


_ew_logcumsumexp = fn("ew_logcumsumexp", T, I64)


def logcumsumexp(input, dim, *, out=None):
    """Logarithm of the running sum of exponentials along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_logcumsumexp(input, dim)
    except ArgumentError:
        return retry(logcumsumexp, ("input", "dim",), ("Tensor", "int",), (input, dim,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_trapezoid = fn("ew_trapezoid", T, T, BYTES, I64)


def trapezoid(y, x=None, *, dx=1, dim=-1):
    """Integral along `dim` by the trapezoidal rule, at the points `x` or `dx` apart."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_trapezoid(y, NULL if x is None else x, None if dx.__class__ is int and dx == 1 else number(dx), dim)
    except ArgumentError:
        return retry(trapezoid, ("y", "x", "dx", "dim",), ("Tensor", "Tensor?", "Number", "int",), (y, x, dx, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_cumulative_trapezoid = fn("ew_cumulative_trapezoid", T, T, BYTES, I64)


def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1):
    """Running integral along `dim` by the trapezoidal rule."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_cumulative_trapezoid(y, NULL if x is None else x, None if dx.__class__ is int and dx == 1 else number(dx), dim)
    except ArgumentError:
        return retry(cumulative_trapezoid, ("y", "x", "dx", "dim",), ("Tensor", "Tensor?", "Number", "int",), (y, x, dx, dim,))
    if r._handle_ is None: raise_last()
    return r


_ew_diff = fn("ew_diff", T, I64, I64, T, T)


def diff(input, n=1, dim=-1, prepend=None, append=None, *, out=None):
    """The `n`-th difference of neighbours along `dim`."""
    if n.__class__ is not int or not -0x8000000000000000 <= n <= 0x7fffffffffffffff: n = integer(n)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_diff(input, n, dim, NULL if prepend is None else prepend, NULL if append is None else append)
    except ArgumentError:
        return retry(diff, ("input", "n", "dim", "prepend", "append",), ("Tensor", "int", "int", "Tensor?", "Tensor?",), (input, n, dim, prepend, append,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_gradient_step = fn("ew_gradient_step", T, F64, I64, I64)


def gradient_step(input, spacing, dim, edge_order):
    """Numerical derivative along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if edge_order.__class__ is not int or not -0x8000000000000000 <= edge_order <= 0x7fffffffffffffff: edge_order = integer(edge_order)
    try:
        r = _ew_gradient_step(input, spacing, dim, edge_order)
    except ArgumentError:
        return retry(gradient_step, ("input", "spacing", "dim", "edge_order",), ("Tensor", "float", "int", "int",), (input, spacing, dim, edge_order,))
    if r._handle_ is None: raise_last()
    return r


_ew_gradient_coordinates = fn("ew_gradient_coordinates", T, T, I64, I64)


def gradient_coordinates(input, coordinates, dim, edge_order):
    """Numerical derivative along `dim` between points at `coordinates`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if edge_order.__class__ is not int or not -0x8000000000000000 <= edge_order <= 0x7fffffffffffffff: edge_order = integer(edge_order)
    try:
        r = _ew_gradient_coordinates(input, coordinates, dim, edge_order)
    except ArgumentError:
        return retry(gradient_coordinates, ("input", "coordinates", "dim", "edge_order",), ("Tensor", "Tensor", "int", "int",), (input, coordinates, dim, edge_order,))
    if r._handle_ is None: raise_last()
    return r


_ew_median = fn("ew_median", T)


def median(input):
    """The middle value, the lower one of two; NaN if there is one."""
    try:
        r = _ew_median(input)
    except ArgumentError:
        return retry(median, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_nanmedian = fn("ew_nanmedian", T)


def nanmedian(input):
    """The middle value of those that are not NaN."""
    try:
        r = _ew_nanmedian(input)
    except ArgumentError:
        return retry(nanmedian, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r


_ew_median_dim = fn_status("ew_median_dim", T, I64, BOOL, PTR, PTR)


_median_dim_results = Results("median", "values", "indices")


def median_dim(input, dim=-1, keepdim=False):
    """The middle value along `dim`, the lower one of two, and its index."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_median_dim(input, dim, keepdim, byref(o0), byref(o1)))
    return _median_dim_results((o0, o1,))


_ew_nanmedian_dim = fn_status("ew_nanmedian_dim", T, I64, BOOL, PTR, PTR)


_nanmedian_dim_results = Results("nanmedian", "values", "indices")


def nanmedian_dim(input, dim=-1, keepdim=False):
    """The middle value along `dim` of those that are not NaN, and its index."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_nanmedian_dim(input, dim, keepdim, byref(o0), byref(o1)))
    return _nanmedian_dim_results((o0, o1,))


_ew_kthvalue = fn_status("ew_kthvalue", T, I64, I64, BOOL, PTR, PTR)


_kthvalue_results = Results("kthvalue", "values", "indices")


def kthvalue(input, k, dim=-1, keepdim=False):
    """The `k`-th smallest value along `dim`, counted from 1, and its index."""
    if k.__class__ is not int or not -0x8000000000000000 <= k <= 0x7fffffffffffffff: k = integer(k)
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_kthvalue(input, k, dim, keepdim, byref(o0), byref(o1)))
    return _kthvalue_results((o0, o1,))


_ew_mode = fn_status("ew_mode", T, I64, BOOL, PTR, PTR)


_mode_results = Results("mode", "values", "indices")


def mode(input, dim=-1, keepdim=False):
    """The most frequent value along `dim`, the smallest of several, and its last index."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    o0 = T._new(); o1 = T._new()
    check(_ew_mode(input, dim, keepdim, byref(o0), byref(o1)))
    return _mode_results((o0, o1,))


_ew_quantile = fn("ew_quantile", T, T, BYTES, BOOL, BYTES)


def quantile(input, q, dim=None, keepdim=False, *, interpolation='linear'):
    """The `q`-quantiles of all values or along `dim`; NaN where there is one."""
    try:
        r = _ew_quantile(input, q, opt_integer(dim), keepdim, string(interpolation))
    except ArgumentError:
        return retry(quantile, ("input", "q", "dim", "keepdim", "interpolation",), ("Tensor", "Tensor", "int?", "bool", "str",), (input, q, dim, keepdim, interpolation,))
    if r._handle_ is None: raise_last()
    return r


_ew_nanquantile = fn("ew_nanquantile", T, T, BYTES, BOOL, BYTES)


def nanquantile(input, q, dim=None, keepdim=False, *, interpolation='linear'):
    """The `q`-quantiles of the values that are not NaN."""
    try:
        r = _ew_nanquantile(input, q, opt_integer(dim), keepdim, string(interpolation))
    except ArgumentError:
        return retry(nanquantile, ("input", "q", "dim", "keepdim", "interpolation",), ("Tensor", "Tensor", "int?", "bool", "str",), (input, q, dim, keepdim, interpolation,))
    if r._handle_ is None: raise_last()
    return r


_ew_nanmean = fn("ew_nanmean", T, BYTES, SIZE, BOOL, I32)


def nanmean(input, dim=None, keepdim=False, *, dtype=None, out=None):
    """Arithmetic mean over the dimensions `dim` of the values that are not NaN."""
    p_dim = None if dim is None else integers(dim)
    try:
        r = _ew_nanmean(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(nanmean, ("input", "dim", "keepdim", "dtype",), ("Tensor", "int[]?", "bool", "dtype?",), (input, dim, keepdim, dtype,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_unique_parts = fn_status("ew_unique_parts", T, BYTES, PTR, PTR, PTR)


_unique_parts_results = Results("unique", "output", "inverse_indices", "counts")


def unique_parts(input, dim=None):
    """The distinct values (or slices along `dim`) in order, where each element went, how often each occurs."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_unique_parts(input, opt_integer(dim), byref(o0), byref(o1), byref(o2)))
    return _unique_parts_results((o0, o1, o2,))


_ew_unique_consecutive_parts = fn_status("ew_unique_consecutive_parts", T, BYTES, PTR, PTR, PTR)


_unique_consecutive_parts_results = Results("unique_consecutive", "output", "inverse_indices", "counts")


def unique_consecutive_parts(input, dim=None):
    """The heads of runs of equal neighbours, the run of each element, the lengths of the runs."""
    o0 = T._new(); o1 = T._new(); o2 = T._new()
    check(_ew_unique_consecutive_parts(input, opt_integer(dim), byref(o0), byref(o1), byref(o2)))
    return _unique_consecutive_parts_results((o0, o1, o2,))


_ew_searchsorted = fn("ew_searchsorted", T, T, BOOL, BOOL, BYTES, T)
_ew_searchsorted_scalar = fn("ew_searchsorted_scalar", T, BYTES, BOOL, BOOL, BYTES, T)


def searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None, out=None):
    """Where each value would be inserted into the sorted innermost dimension."""
    try:
        if isinstance(input, T): r = _ew_searchsorted(sorted_sequence, input, out_int32, right, string(side), NULL if sorter is None else sorter)
        else: r = _ew_searchsorted_scalar(sorted_sequence, number(input), out_int32, right, string(side), NULL if sorter is None else sorter)
    except ArgumentError:
        return retry(searchsorted, ("sorted_sequence", "input", "out_int32", "right", "side", "sorter",), ("Tensor", "Tensor|Number", "bool", "bool", "str?", "Tensor?",), (sorted_sequence, input, out_int32, right, side, sorter,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_bucketize = fn("ew_bucketize", T, T, BOOL, BOOL)
_ew_bucketize_scalar = fn("ew_bucketize_scalar", BYTES, T, BOOL, BOOL)


def bucketize(input, boundaries, *, out_int32=False, right=False, out=None):
    """The index of the bucket between sorted boundaries that each value falls into."""
    try:
        if isinstance(input, T): r = _ew_bucketize(input, boundaries, out_int32, right)
        else: r = _ew_bucketize_scalar(number(input), boundaries, out_int32, right)
    except ArgumentError:
        return retry(bucketize, ("input", "boundaries", "out_int32", "right",), ("Tensor|Number", "Tensor", "bool", "bool",), (input, boundaries, out_int32, right,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_isin = fn("ew_isin", T, T, BOOL, BOOL)
_ew_isin_scalar = fn("ew_isin_scalar", T, BYTES, BOOL, BOOL)


def isin(elements, test_elements, *, assume_unique=False, invert=False, out=None):
    """Whether each element is among `test_elements`."""
    if not isinstance(elements, T): elements = wrap(elements)
    try:
        if isinstance(test_elements, T): r = _ew_isin(elements, test_elements, assume_unique, invert)
        else: r = _ew_isin_scalar(elements, number(test_elements), assume_unique, invert)
    except ArgumentError:
        return retry(isin, ("elements", "test_elements", "assume_unique", "invert",), ("Tensor|Number", "Tensor|Number", "bool", "bool",), (elements, test_elements, assume_unique, invert,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_histc = fn("ew_histc", T, I64, BYTES, BYTES)


def histc(input, bins=100, min=0, max=0, *, out=None):
    """Counts of the values in `bins` equal bins over [min, max], or over their range."""
    if bins.__class__ is not int or not -0x8000000000000000 <= bins <= 0x7fffffffffffffff: bins = integer(bins)
    try:
        r = _ew_histc(input, bins, number(min), number(max))
    except ArgumentError:
        return retry(histc, ("input", "bins", "min", "max",), ("Tensor", "int", "Number", "Number",), (input, bins, min, max,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_histogram_edges = fn("ew_histogram_edges", T, I64, BYTES, BYTES)


def histogram_edges(input, bins, low=None, high=None):
    """Edges of `bins` equal bins over a range, or over the range of the values."""
    if bins.__class__ is not int or not -0x8000000000000000 <= bins <= 0x7fffffffffffffff: bins = integer(bins)
    try:
        r = _ew_histogram_edges(input, bins, opt_float(low), opt_float(high))
    except ArgumentError:
        return retry(histogram_edges, ("input", "bins", "low", "high",), ("Tensor", "int", "float?", "float?",), (input, bins, low, high,))
    if r._handle_ is None: raise_last()
    return r


_ew_histogramdd_counts = fn("ew_histogramdd_counts", T, PTR, SIZE, T, BOOL)


def histogramdd_counts(input, edges, weight=None, density=False):
    """Counts of rows in the boxes between the edges of each column."""
    try:
        r = _ew_histogramdd_counts(input, *handles(edges), NULL if weight is None else weight, density)
    except ArgumentError:
        return retry(histogramdd_counts, ("input", "edges", "weight", "density",), ("Tensor", "Tensor[]", "Tensor?", "bool",), (input, edges, weight, density,))
    if r._handle_ is None: raise_last()
    return r


_ew_bincount = fn("ew_bincount", T, T, I64)


def bincount(input, weights=None, minlength=0, *, out=None):
    """How often each whole number from 0 on occurs."""
    if minlength.__class__ is not int or not -0x8000000000000000 <= minlength <= 0x7fffffffffffffff: minlength = integer(minlength)
    try:
        r = _ew_bincount(input, NULL if weights is None else weights, minlength)
    except ArgumentError:
        return retry(bincount, ("input", "weights", "minlength",), ("Tensor", "Tensor?", "int",), (input, weights, minlength,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_einsum = fn("ew_einsum", BYTES, PTR, SIZE)


def einsum(equation, operands):
    """Products summed over the named dimensions that the result does not name."""
    try:
        r = _ew_einsum(string(equation), *handles(operands))
    except ArgumentError:
        return retry(einsum, ("equation", "operands",), ("str", "Tensor[]",), (equation, operands,))
    if r._handle_ is None: raise_last()
    return r


_ew_tensordot_dims = fn("ew_tensordot_dims", T, T, BYTES, SIZE, BYTES, SIZE)


def tensordot_dims(a, b, dims_self, dims_other):
    """Products summed over pairs of dimensions of two tensors."""
    p_dims_self = integers(dims_self)
    p_dims_other = integers(dims_other)
    try:
        r = _ew_tensordot_dims(a, b, p_dims_self, len(p_dims_self) >> 3, p_dims_other, len(p_dims_other) >> 3)
    except ArgumentError:
        return retry(tensordot_dims, ("a", "b", "dims_self", "dims_other",), ("Tensor", "Tensor", "int[]", "int[]",), (a, b, dims_self, dims_other,))
    if r._handle_ is None: raise_last()
    return r


_ew_inner = fn("ew_inner", T, T)


def inner(input, other, *, out=None):
    """Products summed over the last dimension of both."""
    try:
        r = _ew_inner(input, other)
    except ArgumentError:
        return retry(inner, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_kron = fn("ew_kron", T, T)


def kron(input, other, *, out=None):
    """Kronecker product."""
    try:
        r = _ew_kron(input, other)
    except ArgumentError:
        return retry(kron, ("input", "other",), ("Tensor", "Tensor",), (input, other,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cdist = fn("ew_cdist", T, T, F64, BYTES)


def cdist(x1, x2, p=2.0, compute_mode=None, *, out=None):
    """The p-norm distance of every row of `x1` from every row of `x2`."""
    try:
        r = _ew_cdist(x1, x2, p, string(compute_mode))
    except ArgumentError:
        return retry(cdist, ("x1", "x2", "p", "compute_mode",), ("Tensor", "Tensor", "float", "str?",), (x1, x2, p, compute_mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_pdist = fn("ew_pdist", T, F64)


def pdist(input, p=2.0, *, out=None):
    """The p-norm distances of all pairs of different rows."""
    try:
        r = _ew_pdist(input, p)
    except ArgumentError:
        return retry(pdist, ("input", "p",), ("Tensor", "float",), (input, p,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_dist = fn("ew_dist", T, T, BYTES)


def dist(input, other, p=2, *, out=None):
    """The p-norm of `input - other`."""
    try:
        r = _ew_dist(input, other, number(p))
    except ArgumentError:
        return retry(dist, ("input", "other", "p",), ("Tensor", "Tensor", "Number",), (input, other, p,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_renorm = fn("ew_renorm", T, BYTES, I64, BYTES)
_ew_renorm_ = fn_status("ew_renorm_", T, BYTES, I64, BYTES)


def renorm(input, p, dim, maxnorm, *, out=None):
    """`input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        r = _ew_renorm(input, number(p), dim, number(maxnorm))
    except ArgumentError:
        return retry(renorm, ("input", "p", "dim", "maxnorm",), ("Tensor", "Number", "int", "Number",), (input, p, dim, maxnorm,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)




def renorm_(input, p, dim, maxnorm):
    """`input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    try:
        s = _ew_renorm_(input, number(p), dim, number(maxnorm))
    except ArgumentError:
        return retry(renorm_, ("input", "p", "dim", "maxnorm",), ("Tensor", "Number", "int", "Number",), (input, p, dim, maxnorm,))
    if s: raise_last()
    return input


_ew_cov = fn("ew_cov", T, I64, T, T)


def cov(input, *, correction=1, fweights=None, aweights=None, out=None):
    """Covariance matrix of variables (rows) over observations (columns), with optional weights."""
    if correction.__class__ is not int or not -0x8000000000000000 <= correction <= 0x7fffffffffffffff: correction = integer(correction)
    try:
        r = _ew_cov(input, correction, NULL if fweights is None else fweights, NULL if aweights is None else aweights)
    except ArgumentError:
        return retry(cov, ("input", "correction", "fweights", "aweights",), ("Tensor", "int", "Tensor?", "Tensor?",), (input, correction, fweights, aweights,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_corrcoef = fn("ew_corrcoef", T)


def corrcoef(input, *, out=None):
    """Correlation coefficients of variables (rows) over observations (columns)."""
    try:
        r = _ew_corrcoef(input)
    except ArgumentError:
        return retry(corrcoef, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_combinations = fn("ew_combinations", T, I64, BOOL)


def combinations(input, r=2, with_replacement=False, *, out=None):
    """All combinations of `r` elements, one a row."""
    if r.__class__ is not int or not -0x8000000000000000 <= r <= 0x7fffffffffffffff: r = integer(r)
    try:
        r = _ew_combinations(input, r, with_replacement)
    except ArgumentError:
        return retry(combinations, ("input", "r", "with_replacement",), ("Tensor", "int", "bool",), (input, r, with_replacement,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_cartesian_prod_list = fn("ew_cartesian_prod_list", PTR, SIZE)


def cartesian_prod_list(tensors):
    """All combinations of one element of each vector, one a row."""
    try:
        r = _ew_cartesian_prod_list(*handles(tensors))
    except ArgumentError:
        return retry(cartesian_prod_list, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r


_ew_block_diag_list = fn("ew_block_diag_list", PTR, SIZE)


def block_diag_list(tensors):
    """A matrix with the given matrices along its diagonal."""
    try:
        r = _ew_block_diag_list(*handles(tensors))
    except ArgumentError:
        return retry(block_diag_list, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r


_ew_vander = fn("ew_vander", T, BYTES, BOOL)


def vander(x, N=None, increasing=False, *, out=None):
    """Powers of the elements of a vector, one row for each element."""
    try:
        r = _ew_vander(x, opt_integer(N), increasing)
    except ArgumentError:
        return retry(vander, ("x", "N", "increasing",), ("Tensor", "int?", "bool",), (x, N, increasing,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_trace = fn("ew_trace", T)


def trace(input, *, out=None):
    """Sum of the diagonal of a matrix."""
    try:
        r = _ew_trace(input)
    except ArgumentError:
        return retry(trace, ("input",), ("Tensor",), (input,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_diagflat = fn("ew_diagflat", T, I64)


def diagflat(input, offset=0, *, out=None):
    """The matrix that has the flattened elements on its diagonal."""
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    try:
        r = _ew_diagflat(input, offset)
    except ArgumentError:
        return retry(diagflat, ("input", "offset",), ("Tensor", "int",), (input, offset,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_column_stack = fn("ew_column_stack", PTR, SIZE)


def column_stack(tensors, *, out=None):
    """The tensors joined as columns."""
    try:
        r = _ew_column_stack(*handles(tensors))
    except ArgumentError:
        return retry(column_stack, ("tensors",), ("Tensor[]",), (tensors,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_select_scatter = fn("ew_select_scatter", T, T, I64, I64)


def select_scatter(input, src, dim, index, *, out=None):
    """A copy of `input` with `src` at `index` along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if index.__class__ is not int or not -0x8000000000000000 <= index <= 0x7fffffffffffffff: index = integer(index)
    try:
        r = _ew_select_scatter(input, src, dim, index)
    except ArgumentError:
        return retry(select_scatter, ("input", "src", "dim", "index",), ("Tensor", "Tensor", "int", "int",), (input, src, dim, index,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_slice_scatter = fn("ew_slice_scatter", T, T, I64, BYTES, BYTES, I64)


def slice_scatter(input, src, dim=0, start=None, end=None, step=1, *, out=None):
    """A copy of `input` with `src` in a slice along `dim`."""
    if dim.__class__ is not int or not -0x8000000000000000 <= dim <= 0x7fffffffffffffff: dim = integer(dim)
    if step.__class__ is not int or not -0x8000000000000000 <= step <= 0x7fffffffffffffff: step = integer(step)
    try:
        r = _ew_slice_scatter(input, src, dim, opt_integer(start), opt_integer(end), step)
    except ArgumentError:
        return retry(slice_scatter, ("input", "src", "dim", "start", "end", "step",), ("Tensor", "Tensor", "int", "int?", "int?", "int",), (input, src, dim, start, end, step,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_diagonal_scatter = fn("ew_diagonal_scatter", T, T, I64, I64, I64)


def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1, *, out=None):
    """A copy of `input` with `src` on a diagonal."""
    if offset.__class__ is not int or not -0x8000000000000000 <= offset <= 0x7fffffffffffffff: offset = integer(offset)
    if dim1.__class__ is not int or not -0x8000000000000000 <= dim1 <= 0x7fffffffffffffff: dim1 = integer(dim1)
    if dim2.__class__ is not int or not -0x8000000000000000 <= dim2 <= 0x7fffffffffffffff: dim2 = integer(dim2)
    try:
        r = _ew_diagonal_scatter(input, src, offset, dim1, dim2)
    except ArgumentError:
        return retry(diagonal_scatter, ("input", "src", "offset", "dim1", "dim2",), ("Tensor", "Tensor", "int", "int", "int",), (input, src, offset, dim1, dim2,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_as_strided_scatter = fn("ew_as_strided_scatter", T, T, BYTES, SIZE, BYTES, SIZE, BYTES)


def as_strided_scatter(input, src, size, stride, storage_offset=None, *, out=None):
    """A copy of `input` with `src` in a strided window."""
    p_size = integers(size)
    p_stride = integers(stride)
    try:
        r = _ew_as_strided_scatter(input, src, p_size, len(p_size) >> 3, p_stride, len(p_stride) >> 3, opt_integer(storage_offset))
    except ArgumentError:
        return retry(as_strided_scatter, ("input", "src", "size", "stride", "storage_offset",), ("Tensor", "Tensor", "int[]", "int[]", "int?",), (input, src, size, stride, storage_offset,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_fill = fn("ew_fill", T, T)
_ew_fill_scalar = fn("ew_fill_scalar", T, BYTES)


def fill(input, value, *, out=None):
    """A tensor like `input` with one value everywhere."""
    try:
        if isinstance(value, T): r = _ew_fill(input, value)
        else: r = _ew_fill_scalar(input, number(value))
    except ArgumentError:
        return retry(fill, ("input", "value",), ("Tensor", "Tensor|Number",), (input, value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_sum_to_size_of = fn("ew_sum_to_size_of", T, BYTES, SIZE)


def sum_to_size_of(input, size):
    """The sum over the dimensions along which `size` would be broadcast."""
    p_size = integers(size)
    try:
        r = _ew_sum_to_size_of(input, p_size, len(p_size) >> 3)
    except ArgumentError:
        return retry(sum_to_size_of, ("input", "size",), ("Tensor", "int[]",), (input, size,))
    if r._handle_ is None: raise_last()
    return r


_ew_empty_strided = fn("ew_empty_strided", BYTES, SIZE, BYTES, SIZE, I32)


def empty_strided(size, stride, *, dtype=None):
    """An uninitialised tensor with the given strides."""
    p_size = integers(size)
    p_stride = integers(stride)
    try:
        r = _ew_empty_strided(p_size, len(p_size) >> 3, p_stride, len(p_stride) >> 3, -1 if dtype is None else dtype.code)
    except ArgumentError:
        return retry(empty_strided, ("size", "stride", "dtype",), ("int[]", "int[]", "dtype?",), (size, stride, dtype,))
    if r._handle_ is None: raise_last()
    return r


_ew_hash_tensor = fn("ew_hash_tensor", T, BYTES, SIZE, BOOL, I64)


def hash_tensor(input, dim=None, *, keepdim=False, mode=0, out=None):
    """Exclusive or of the bits of the elements, as 64-bit values."""
    p_dim = None if dim is None else integers(dim)
    if mode.__class__ is not int or not -0x8000000000000000 <= mode <= 0x7fffffffffffffff: mode = integer(mode)
    try:
        r = _ew_hash_tensor(input, p_dim, 0 if p_dim is None else len(p_dim) >> 3, keepdim, mode)
    except ArgumentError:
        return retry(hash_tensor, ("input", "dim", "keepdim", "mode",), ("Tensor", "int[]?", "bool", "int",), (input, dim, keepdim, mode,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_nonzero_static = fn("ew_nonzero_static", T, I64, I64)


def nonzero_static(input, *, size, fill_value=-1, out=None):
    """Positions of the first `size` non-zero elements, padded with `fill_value`."""
    if size.__class__ is not int or not -0x8000000000000000 <= size <= 0x7fffffffffffffff: size = integer(size)
    if fill_value.__class__ is not int or not -0x8000000000000000 <= fill_value <= 0x7fffffffffffffff: fill_value = integer(fill_value)
    try:
        r = _ew_nonzero_static(input, size, fill_value)
    except ArgumentError:
        return retry(nonzero_static, ("input", "size", "fill_value",), ("Tensor", "int", "int",), (input, size, fill_value,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


_ew_segment_reduce = fn("ew_segment_reduce", T, BYTES, T, T, T, I64, BOOL, BYTES)


def segment_reduce(data, reduce, *, lengths=None, indices=None, offsets=None, axis=0, unsafe=False, initial=None, out=None):
    """Sums, means, products or extremes of consecutive segments along `axis`."""
    if axis.__class__ is not int or not -0x8000000000000000 <= axis <= 0x7fffffffffffffff: axis = integer(axis)
    try:
        r = _ew_segment_reduce(data, string(reduce), NULL if lengths is None else lengths, NULL if indices is None else indices, NULL if offsets is None else offsets, axis, unsafe, None if initial is None else number(initial))
    except ArgumentError:
        return retry(segment_reduce, ("data", "reduce", "lengths", "indices", "offsets", "axis", "unsafe", "initial",), ("Tensor", "str", "Tensor?", "Tensor?", "Tensor?", "int", "bool", "Number?",), (data, reduce, lengths, indices, offsets, axis, unsafe, initial,))
    if r._handle_ is None: raise_last()
    return r if out is None else deliver(out, r)


FUNCTIONS = {
    "add": add,
    "add_": add_,
    "sub": sub,
    "sub_": sub_,
    "mul": mul,
    "mul_": mul_,
    "div": div,
    "div_": div_,
    "neg": neg,
    "neg_": neg_,
    "exp": exp,
    "exp_": exp_,
    "exp2": exp2,
    "exp2_": exp2_,
    "expm1": expm1,
    "expm1_": expm1_,
    "log": log,
    "log_": log_,
    "log2": log2,
    "log2_": log2_,
    "log10": log10,
    "log10_": log10_,
    "log1p": log1p,
    "log1p_": log1p_,
    "sqrt": sqrt,
    "sqrt_": sqrt_,
    "rsqrt": rsqrt,
    "rsqrt_": rsqrt_,
    "reciprocal": reciprocal,
    "reciprocal_": reciprocal_,
    "abs": abs,
    "abs_": abs_,
    "square": square,
    "square_": square_,
    "sign": sign,
    "sign_": sign_,
    "sin": sin,
    "sin_": sin_,
    "cos": cos,
    "cos_": cos_,
    "tan": tan,
    "tan_": tan_,
    "asin": asin,
    "asin_": asin_,
    "acos": acos,
    "acos_": acos_,
    "atan": atan,
    "atan_": atan_,
    "sinh": sinh,
    "sinh_": sinh_,
    "cosh": cosh,
    "cosh_": cosh_,
    "asinh": asinh,
    "asinh_": asinh_,
    "acosh": acosh,
    "acosh_": acosh_,
    "atanh": atanh,
    "atanh_": atanh_,
    "erf": erf,
    "erf_": erf_,
    "erfc": erfc,
    "erfc_": erfc_,
    "lgamma": lgamma,
    "lgamma_": lgamma_,
    "digamma": digamma,
    "digamma_": digamma_,
    "polygamma": polygamma,
    "floor": floor,
    "floor_": floor_,
    "ceil": ceil,
    "ceil_": ceil_,
    "trunc": trunc,
    "trunc_": trunc_,
    "frac": frac,
    "frac_": frac_,
    "round": round,
    "round_": round_,
    "isnan": isnan,
    "isinf": isinf,
    "isfinite": isfinite,
    "isposinf": isposinf,
    "isneginf": isneginf,
    "signbit": signbit,
    "logical_not": logical_not,
    "logical_not_": logical_not_,
    "bitwise_not": bitwise_not,
    "bitwise_not_": bitwise_not_,
    "positive": positive,
    "eq": eq,
    "eq_": eq_,
    "ne": ne,
    "ne_": ne_,
    "lt": lt,
    "lt_": lt_,
    "le": le,
    "le_": le_,
    "gt": gt,
    "gt_": gt_,
    "ge": ge,
    "ge_": ge_,
    "logical_and": logical_and,
    "logical_and_": logical_and_,
    "logical_or": logical_or,
    "logical_or_": logical_or_,
    "logical_xor": logical_xor,
    "logical_xor_": logical_xor_,
    "bitwise_and": bitwise_and,
    "bitwise_and_": bitwise_and_,
    "bitwise_or": bitwise_or,
    "bitwise_or_": bitwise_or_,
    "bitwise_xor": bitwise_xor,
    "bitwise_xor_": bitwise_xor_,
    "bitwise_left_shift": bitwise_left_shift,
    "bitwise_left_shift_": bitwise_left_shift_,
    "bitwise_right_shift": bitwise_right_shift,
    "bitwise_right_shift_": bitwise_right_shift_,
    "isclose": isclose,
    "maximum": maximum,
    "minimum": minimum,
    "fmax": fmax,
    "fmin": fmin,
    "atan2": atan2,
    "atan2_": atan2_,
    "hypot": hypot,
    "hypot_": hypot_,
    "copysign": copysign,
    "copysign_": copysign_,
    "remainder": remainder,
    "remainder_": remainder_,
    "fmod": fmod,
    "fmod_": fmod_,
    "floor_divide": floor_divide,
    "floor_divide_": floor_divide_,
    "true_divide": true_divide,
    "true_divide_": true_divide_,
    "rsub": rsub,
    "pow": pow,
    "pow_": pow_,
    "float_power": float_power,
    "float_power_": float_power_,
    "xlogy": xlogy,
    "xlogy_": xlogy_,
    "lerp": lerp,
    "lerp_": lerp_,
    "addcmul": addcmul,
    "addcmul_": addcmul_,
    "addcdiv": addcdiv,
    "addcdiv_": addcdiv_,
    "clamp": clamp,
    "clamp_": clamp_,
    "clamp_min": clamp_min,
    "clamp_min_": clamp_min_,
    "clamp_max": clamp_max,
    "clamp_max_": clamp_max_,
    "where": where,
    "sigmoid": sigmoid,
    "sigmoid_": sigmoid_,
    "tanh": tanh,
    "tanh_": tanh_,
    "relu": relu,
    "relu_": relu_,
    "selu": selu,
    "selu_": selu_,
    "celu": celu,
    "celu_": celu_,
    "hardshrink": hardshrink,
    "threshold": threshold,
    "threshold_": threshold_,
    "prelu": prelu,
    "erfinv": erfinv,
    "erfinv_": erfinv_,
    "sinc": sinc,
    "sinc_": sinc_,
    "i0": i0,
    "i0_": i0_,
    "logit": logit,
    "logit_": logit_,
    "logaddexp": logaddexp,
    "logaddexp2": logaddexp2,
    "igamma": igamma,
    "igamma_": igamma_,
    "igammac": igammac,
    "igammac_": igammac_,
    "mvlgamma": mvlgamma,
    "mvlgamma_": mvlgamma_,
    "gcd": gcd,
    "gcd_": gcd_,
    "lcm": lcm,
    "lcm_": lcm_,
    "frexp": frexp,
    "ldexp": ldexp,
    "ldexp_": ldexp_,
    "nextafter": nextafter,
    "nextafter_": nextafter_,
    "deg2rad": deg2rad,
    "deg2rad_": deg2rad_,
    "rad2deg": rad2deg,
    "rad2deg_": rad2deg_,
    "heaviside": heaviside,
    "heaviside_": heaviside_,
    "nan_to_num": nan_to_num,
    "nan_to_num_": nan_to_num_,
    "conj": conj,
    "conj_physical": conj_physical,
    "conj_physical_": conj_physical_,
    "resolve_conj": resolve_conj,
    "resolve_neg": resolve_neg,
    "real": real,
    "angle": angle,
    "sgn": sgn,
    "sgn_": sgn_,
    "isreal": isreal,
    "imag": imag,
    "view_as_real": view_as_real,
    "view_as_real_copy": view_as_real_copy,
    "view_as_complex": view_as_complex,
    "view_as_complex_copy": view_as_complex_copy,
    "complex": complex,
    "polar": polar,
    "stft": stft,
    "istft": istft,
    "sum": sum,
    "nansum": nansum,
    "mean": mean,
    "prod": prod,
    "all": all,
    "any": any,
    "count_nonzero": count_nonzero,
    "max": max,
    "min": min,
    "amax": amax,
    "amin": amin,
    "aminmax": aminmax,
    "argmax": argmax,
    "argmin": argmin,
    "var": var,
    "std": std,
    "var_mean": var_mean,
    "std_mean": std_mean,
    "logsumexp": logsumexp,
    "softmax": softmax,
    "log_softmax": log_softmax,
    "cumsum": cumsum,
    "cumsum_": cumsum_,
    "cumprod": cumprod,
    "cumprod_": cumprod_,
    "matmul": matmul,
    "mm": mm,
    "bmm": bmm,
    "mv": mv,
    "dot": dot,
    "outer": outer,
    "addmm": addmm,
    "addmm_": addmm_,
    "baddbmm": baddbmm,
    "baddbmm_": baddbmm_,
    "conv2d": conv2d,
    "conv1d": conv1d,
    "conv_transpose2d": conv_transpose2d,
    "conv_transpose1d": conv_transpose1d,
    "max_pool2d": max_pool2d,
    "max_pool1d": max_pool1d,
    "avg_pool1d": avg_pool1d,
    "layer_norm": layer_norm,
    "group_norm": group_norm,
    "rms_norm": rms_norm,
    "dropout": dropout,
    "dropout_": dropout_,
    "feature_dropout": feature_dropout,
    "rand": rand,
    "randn": randn,
    "randint": randint,
    "randperm": randperm,
    "rand_like": rand_like,
    "randn_like": randn_like,
    "randint_like": randint_like,
    "bernoulli": bernoulli,
    "normal": normal,
    "multinomial": multinomial,
    "_standard_gamma": _standard_gamma,
    "_standard_gamma_grad": _standard_gamma_grad,
    "_sample_dirichlet": _sample_dirichlet,
    "_dirichlet_grad": _dirichlet_grad,
    "poisson": poisson,
    "binomial": binomial,
    "empty": empty,
    "zeros": zeros,
    "ones": ones,
    "full": full,
    "arange": arange,
    "linspace": linspace,
    "logspace": logspace,
    "eye": eye,
    "empty_like": empty_like,
    "zeros_like": zeros_like,
    "ones_like": ones_like,
    "full_like": full_like,
    "tril": tril,
    "tril_": tril_,
    "triu": triu,
    "triu_": triu_,
    "tril_indices": tril_indices,
    "triu_indices": triu_indices,
    "reshape": reshape,
    "as_strided": as_strided,
    "squeeze": squeeze,
    "unsqueeze": unsqueeze,
    "broadcast_to": broadcast_to,
    "flatten": flatten,
    "unflatten": unflatten,
    "ravel": ravel,
    "narrow": narrow,
    "select": select,
    "transpose": transpose,
    "swapaxes": swapaxes,
    "swapdims": swapdims,
    "t": t,
    "adjoint": adjoint,
    "permute": permute,
    "movedim": movedim,
    "moveaxis": moveaxis,
    "flip": flip,
    "fliplr": fliplr,
    "flipud": flipud,
    "rot90": rot90,
    "roll": roll,
    "detach": detach,
    "clone": clone,
    "cat": cat,
    "stack": stack,
    "hstack": hstack,
    "vstack": vstack,
    "dstack": dstack,
    "atleast_1d": atleast_1d,
    "atleast_2d": atleast_2d,
    "atleast_3d": atleast_3d,
    "split": split,
    "split_with_sizes": split_with_sizes,
    "chunk": chunk,
    "tensor_split": tensor_split,
    "unbind": unbind,
    "tile": tile,
    "repeat_interleave": repeat_interleave,
    "diagonal": diagonal,
    "diag_embed": diag_embed,
    "diag": diag,
    "gather": gather,
    "take_along_dim": take_along_dim,
    "scatter": scatter,
    "scatter_": scatter_,
    "scatter_add": scatter_add,
    "scatter_add_": scatter_add_,
    "take": take,
    "index_select": index_select,
    "index_add": index_add,
    "index_add_": index_add_,
    "index_copy": index_copy,
    "index_copy_": index_copy_,
    "index_fill": index_fill,
    "index_fill_": index_fill_,
    "masked_select": masked_select,
    "masked_scatter": masked_scatter,
    "masked_scatter_": masked_scatter_,
    "argwhere": argwhere,
    "index_put": index_put,
    "sort": sort,
    "argsort": argsort,
    "msort": msort,
    "topk": topk,
    "constant_pad_nd": constant_pad_nd,
    "max_pool3d": max_pool3d,
    "adaptive_avg_pool1d": adaptive_avg_pool1d,
    "conv3d": conv3d,
    "conv_transpose3d": conv_transpose3d,
    "grid_sampler": grid_sampler,
    "affine_grid_generator": affine_grid_generator,
    "pixel_shuffle": pixel_shuffle,
    "pixel_unshuffle": pixel_unshuffle,
    "channel_shuffle": channel_shuffle,
    "pairwise_distance": pairwise_distance,
    "cosine_similarity": cosine_similarity,
    "bilinear": bilinear,
    "alpha_dropout": alpha_dropout,
    "alpha_dropout_": alpha_dropout_,
    "feature_alpha_dropout": feature_alpha_dropout,
    "feature_alpha_dropout_": feature_alpha_dropout_,
    "rrelu": rrelu,
    "rrelu_": rrelu_,
    "embedding_renorm_": embedding_renorm_,
    "lstm_cell": lstm_cell,
    "gru_cell": gru_cell,
    "rnn_tanh_cell": rnn_tanh_cell,
    "rnn_relu_cell": rnn_relu_cell,
    "cholesky": cholesky,
    "cholesky_solve": cholesky_solve,
    "cholesky_inverse": cholesky_inverse,
    "lu_unpack": lu_unpack,
    "lu_solve": lu_solve,
    "geqrf": geqrf,
    "qr": qr,
    "orgqr": orgqr,
    "ormqr": ormqr,
    "triangular_solve": triangular_solve,
    "inverse": inverse,
    "logdet": logdet,
    "svd": svd,
    "matrix_power": matrix_power,
    "matrix_exp": matrix_exp,
    "svd_lowrank": svd_lowrank,
    "pca_lowrank": pca_lowrank,
    "cross": cross,
    "vdot": vdot,
    "addr": addr,
    "addr_": addr_,
    "addmv": addmv,
    "addmv_": addmv_,
    "addbmm": addbmm,
    "addbmm_": addbmm_,
    "scatter_reduce": scatter_reduce,
    "scatter_reduce_": scatter_reduce_,
    "index_reduce": index_reduce,
    "index_reduce_": index_reduce_,
    "put": put,
    "put_": put_,
    "cummax": cummax,
    "cummin": cummin,
    "logcumsumexp": logcumsumexp,
    "diff": diff,
    "kthvalue": kthvalue,
    "mode": mode,
    "nanmean": nanmean,
    "searchsorted": searchsorted,
    "bucketize": bucketize,
    "isin": isin,
    "histc": histc,
    "bincount": bincount,
    "inner": inner,
    "kron": kron,
    "cdist": cdist,
    "pdist": pdist,
    "dist": dist,
    "renorm": renorm,
    "renorm_": renorm_,
    "cov": cov,
    "corrcoef": corrcoef,
    "combinations": combinations,
    "vander": vander,
    "trace": trace,
    "diagflat": diagflat,
    "column_stack": column_stack,
    "select_scatter": select_scatter,
    "slice_scatter": slice_scatter,
    "diagonal_scatter": diagonal_scatter,
    "as_strided_scatter": as_strided_scatter,
    "fill": fill,
    "hash_tensor": hash_tensor,
    "nonzero_static": nonzero_static,
    "segment_reduce": segment_reduce,
}

METHODS = {
    "add": add,
    "add_": add_,
    "sub": sub,
    "sub_": sub_,
    "mul": mul,
    "mul_": mul_,
    "div": div,
    "div_": div_,
    "neg": neg,
    "neg_": neg_,
    "exp": exp,
    "exp_": exp_,
    "exp2": exp2,
    "exp2_": exp2_,
    "expm1": expm1,
    "expm1_": expm1_,
    "log": log,
    "log_": log_,
    "log2": log2,
    "log2_": log2_,
    "log10": log10,
    "log10_": log10_,
    "log1p": log1p,
    "log1p_": log1p_,
    "sqrt": sqrt,
    "sqrt_": sqrt_,
    "rsqrt": rsqrt,
    "rsqrt_": rsqrt_,
    "reciprocal": reciprocal,
    "reciprocal_": reciprocal_,
    "abs": abs,
    "abs_": abs_,
    "square": square,
    "square_": square_,
    "sign": sign,
    "sign_": sign_,
    "sin": sin,
    "sin_": sin_,
    "cos": cos,
    "cos_": cos_,
    "tan": tan,
    "tan_": tan_,
    "asin": asin,
    "asin_": asin_,
    "acos": acos,
    "acos_": acos_,
    "atan": atan,
    "atan_": atan_,
    "sinh": sinh,
    "sinh_": sinh_,
    "cosh": cosh,
    "cosh_": cosh_,
    "asinh": asinh,
    "asinh_": asinh_,
    "acosh": acosh,
    "acosh_": acosh_,
    "atanh": atanh,
    "atanh_": atanh_,
    "erf": erf,
    "erf_": erf_,
    "erfc": erfc,
    "erfc_": erfc_,
    "lgamma": lgamma,
    "lgamma_": lgamma_,
    "digamma": digamma,
    "digamma_": digamma_,
    "floor": floor,
    "floor_": floor_,
    "ceil": ceil,
    "ceil_": ceil_,
    "trunc": trunc,
    "trunc_": trunc_,
    "frac": frac,
    "frac_": frac_,
    "round": round,
    "round_": round_,
    "isnan": isnan,
    "isinf": isinf,
    "isfinite": isfinite,
    "isposinf": isposinf,
    "isneginf": isneginf,
    "signbit": signbit,
    "logical_not": logical_not,
    "logical_not_": logical_not_,
    "bitwise_not": bitwise_not,
    "bitwise_not_": bitwise_not_,
    "positive": positive,
    "eq": eq,
    "eq_": eq_,
    "ne": ne,
    "ne_": ne_,
    "lt": lt,
    "lt_": lt_,
    "le": le,
    "le_": le_,
    "gt": gt,
    "gt_": gt_,
    "ge": ge,
    "ge_": ge_,
    "logical_and": logical_and,
    "logical_and_": logical_and_,
    "logical_or": logical_or,
    "logical_or_": logical_or_,
    "logical_xor": logical_xor,
    "logical_xor_": logical_xor_,
    "bitwise_and": bitwise_and,
    "bitwise_and_": bitwise_and_,
    "bitwise_or": bitwise_or,
    "bitwise_or_": bitwise_or_,
    "bitwise_xor": bitwise_xor,
    "bitwise_xor_": bitwise_xor_,
    "bitwise_left_shift": bitwise_left_shift,
    "bitwise_left_shift_": bitwise_left_shift_,
    "bitwise_right_shift": bitwise_right_shift,
    "bitwise_right_shift_": bitwise_right_shift_,
    "isclose": isclose,
    "maximum": maximum,
    "minimum": minimum,
    "fmax": fmax,
    "fmin": fmin,
    "atan2": atan2,
    "atan2_": atan2_,
    "hypot": hypot,
    "hypot_": hypot_,
    "copysign": copysign,
    "copysign_": copysign_,
    "remainder": remainder,
    "remainder_": remainder_,
    "fmod": fmod,
    "fmod_": fmod_,
    "floor_divide": floor_divide,
    "floor_divide_": floor_divide_,
    "true_divide": true_divide,
    "true_divide_": true_divide_,
    "pow": pow,
    "pow_": pow_,
    "float_power": float_power,
    "float_power_": float_power_,
    "xlogy": xlogy,
    "xlogy_": xlogy_,
    "lerp": lerp,
    "lerp_": lerp_,
    "addcmul": addcmul,
    "addcmul_": addcmul_,
    "addcdiv": addcdiv,
    "addcdiv_": addcdiv_,
    "clamp": clamp,
    "clamp_": clamp_,
    "clamp_min": clamp_min,
    "clamp_min_": clamp_min_,
    "clamp_max": clamp_max,
    "clamp_max_": clamp_max_,
    "masked_fill": masked_fill,
    "masked_fill_": masked_fill_,
    "sigmoid": sigmoid,
    "sigmoid_": sigmoid_,
    "tanh": tanh,
    "tanh_": tanh_,
    "relu": relu,
    "relu_": relu_,
    "hardshrink": hardshrink,
    "prelu": prelu,
    "erfinv": erfinv,
    "erfinv_": erfinv_,
    "sinc": sinc,
    "sinc_": sinc_,
    "i0": i0,
    "i0_": i0_,
    "logit": logit,
    "logit_": logit_,
    "logaddexp": logaddexp,
    "logaddexp2": logaddexp2,
    "igamma": igamma,
    "igamma_": igamma_,
    "igammac": igammac,
    "igammac_": igammac_,
    "mvlgamma": mvlgamma,
    "mvlgamma_": mvlgamma_,
    "gcd": gcd,
    "gcd_": gcd_,
    "lcm": lcm,
    "lcm_": lcm_,
    "frexp": frexp,
    "ldexp": ldexp,
    "ldexp_": ldexp_,
    "nextafter": nextafter,
    "nextafter_": nextafter_,
    "deg2rad": deg2rad,
    "deg2rad_": deg2rad_,
    "rad2deg": rad2deg,
    "rad2deg_": rad2deg_,
    "heaviside": heaviside,
    "heaviside_": heaviside_,
    "nan_to_num": nan_to_num,
    "nan_to_num_": nan_to_num_,
    "conj": conj,
    "conj_physical": conj_physical,
    "conj_physical_": conj_physical_,
    "resolve_conj": resolve_conj,
    "resolve_neg": resolve_neg,
    "real": real,
    "angle": angle,
    "sgn": sgn,
    "sgn_": sgn_,
    "isreal": isreal,
    "imag": imag,
    "stft": stft,
    "istft": istft,
    "sum": sum,
    "nansum": nansum,
    "mean": mean,
    "prod": prod,
    "all": all,
    "any": any,
    "count_nonzero": count_nonzero,
    "max": max,
    "min": min,
    "amax": amax,
    "amin": amin,
    "aminmax": aminmax,
    "argmax": argmax,
    "argmin": argmin,
    "var": var,
    "std": std,
    "logsumexp": logsumexp,
    "softmax": softmax,
    "log_softmax": log_softmax,
    "cumsum": cumsum,
    "cumsum_": cumsum_,
    "cumprod": cumprod,
    "cumprod_": cumprod_,
    "matmul": matmul,
    "mm": mm,
    "bmm": bmm,
    "mv": mv,
    "dot": dot,
    "outer": outer,
    "addmm": addmm,
    "addmm_": addmm_,
    "baddbmm": baddbmm,
    "baddbmm_": baddbmm_,
    "bernoulli": bernoulli,
    "multinomial": multinomial,
    "uniform_": uniform_,
    "normal_": normal_,
    "log_normal_": log_normal_,
    "bernoulli_": bernoulli_,
    "random_": random_,
    "exponential_": exponential_,
    "cauchy_": cauchy_,
    "geometric_": geometric_,
    "tril": tril,
    "tril_": tril_,
    "triu": triu,
    "triu_": triu_,
    "view": view,
    "reshape": reshape,
    "as_strided": as_strided,
    "squeeze": squeeze,
    "unsqueeze": unsqueeze,
    "expand": expand,
    "expand_as": expand_as,
    "broadcast_to": broadcast_to,
    "view_as": view_as,
    "reshape_as": reshape_as,
    "flatten": flatten,
    "unflatten": unflatten,
    "ravel": ravel,
    "narrow": narrow,
    "select": select,
    "unfold": unfold,
    "transpose": transpose,
    "swapaxes": swapaxes,
    "swapdims": swapdims,
    "t": t,
    "adjoint": adjoint,
    "permute": permute,
    "movedim": movedim,
    "moveaxis": moveaxis,
    "flip": flip,
    "fliplr": fliplr,
    "flipud": flipud,
    "rot90": rot90,
    "roll": roll,
    "detach": detach,
    "clone": clone,
    "contiguous": contiguous,
    "copy_": copy_,
    "fill_": fill_,
    "zero_": zero_,
    "resize_": resize_,
    "split": split,
    "split_with_sizes": split_with_sizes,
    "chunk": chunk,
    "tensor_split": tensor_split,
    "unbind": unbind,
    "repeat": repeat,
    "tile": tile,
    "repeat_interleave": repeat_interleave,
    "diagonal": diagonal,
    "diag_embed": diag_embed,
    "diag": diag,
    "gather": gather,
    "take_along_dim": take_along_dim,
    "scatter": scatter,
    "scatter_": scatter_,
    "scatter_add": scatter_add,
    "scatter_add_": scatter_add_,
    "take": take,
    "index_select": index_select,
    "index_add": index_add,
    "index_add_": index_add_,
    "index_copy": index_copy,
    "index_copy_": index_copy_,
    "index_fill": index_fill,
    "index_fill_": index_fill_,
    "masked_select": masked_select,
    "masked_scatter": masked_scatter,
    "masked_scatter_": masked_scatter_,
    "argwhere": argwhere,
    "index_put": index_put,
    "index_put_": index_put_,
    "sort": sort,
    "argsort": argsort,
    "msort": msort,
    "topk": topk,
    "cholesky": cholesky,
    "cholesky_solve": cholesky_solve,
    "cholesky_inverse": cholesky_inverse,
    "lu_solve": lu_solve,
    "geqrf": geqrf,
    "qr": qr,
    "orgqr": orgqr,
    "ormqr": ormqr,
    "triangular_solve": triangular_solve,
    "inverse": inverse,
    "logdet": logdet,
    "svd": svd,
    "matrix_power": matrix_power,
    "matrix_exp": matrix_exp,
    "cross": cross,
    "vdot": vdot,
    "addr": addr,
    "addr_": addr_,
    "addmv": addmv,
    "addmv_": addmv_,
    "addbmm": addbmm,
    "addbmm_": addbmm_,
    "scatter_reduce": scatter_reduce,
    "scatter_reduce_": scatter_reduce_,
    "index_reduce": index_reduce,
    "index_reduce_": index_reduce_,
    "put": put,
    "put_": put_,
    "cummax": cummax,
    "cummin": cummin,
    "logcumsumexp": logcumsumexp,
    "diff": diff,
    "kthvalue": kthvalue,
    "mode": mode,
    "nanmean": nanmean,
    "histc": histc,
    "bincount": bincount,
    "inner": inner,
    "kron": kron,
    "dist": dist,
    "renorm": renorm,
    "renorm_": renorm_,
    "cov": cov,
    "corrcoef": corrcoef,
    "combinations": combinations,
    "trace": trace,
    "diagflat": diagflat,
    "select_scatter": select_scatter,
    "slice_scatter": slice_scatter,
    "diagonal_scatter": diagonal_scatter,
    "as_strided_scatter": as_strided_scatter,
    "hash_tensor": hash_tensor,
    "nonzero_static": nonzero_static,
}

NN = {
    "relu": relu,
    "relu_": relu_,
    "relu6": relu6,
    "relu6_": relu6_,
    "silu": silu,
    "silu_": silu_,
    "mish": mish,
    "mish_": mish_,
    "hardswish": hardswish,
    "hardswish_": hardswish_,
    "hardsigmoid": hardsigmoid,
    "hardsigmoid_": hardsigmoid_,
    "logsigmoid": logsigmoid,
    "softsign": softsign,
    "tanhshrink": tanhshrink,
    "selu": selu,
    "selu_": selu_,
    "celu": celu,
    "celu_": celu_,
    "elu": elu,
    "elu_": elu_,
    "leaky_relu": leaky_relu,
    "leaky_relu_": leaky_relu_,
    "hardtanh": hardtanh,
    "hardtanh_": hardtanh_,
    "gelu": gelu,
    "softplus": softplus,
    "softshrink": softshrink,
    "hardshrink": hardshrink,
    "threshold": threshold,
    "threshold_": threshold_,
    "prelu": prelu,
    "glu": glu,
    "mse_loss": mse_loss,
    "l1_loss": l1_loss,
    "smooth_l1_loss": smooth_l1_loss,
    "huber_loss": huber_loss,
    "binary_cross_entropy": binary_cross_entropy,
    "binary_cross_entropy_with_logits": binary_cross_entropy_with_logits,
    "kl_div": kl_div,
    "soft_margin_loss": soft_margin_loss,
    "hinge_embedding_loss": hinge_embedding_loss,
    "margin_ranking_loss": margin_ranking_loss,
    "poisson_nll_loss": poisson_nll_loss,
    "nll_loss": nll_loss,
    "cross_entropy": cross_entropy,
    "softmax": softmax,
    "log_softmax": log_softmax,
    "linear": linear,
    "conv2d": conv2d,
    "conv1d": conv1d,
    "conv_transpose2d": conv_transpose2d,
    "conv_transpose1d": conv_transpose1d,
    "max_pool2d": max_pool2d,
    "avg_pool2d": avg_pool2d,
    "max_pool1d": max_pool1d,
    "avg_pool1d": avg_pool1d,
    "batch_norm": batch_norm,
    "layer_norm": layer_norm,
    "group_norm": group_norm,
    "instance_norm": instance_norm,
    "rms_norm": rms_norm,
    "dropout": dropout,
    "dropout_": dropout_,
    "embedding": embedding,
    "one_hot": one_hot,
    "pad": pad,
    "max_pool3d": max_pool3d,
    "avg_pool3d": avg_pool3d,
    "adaptive_avg_pool1d": adaptive_avg_pool1d,
    "adaptive_avg_pool2d": adaptive_avg_pool2d,
    "adaptive_avg_pool3d": adaptive_avg_pool3d,
    "adaptive_max_pool1d": adaptive_max_pool1d,
    "adaptive_max_pool2d": adaptive_max_pool2d,
    "adaptive_max_pool3d": adaptive_max_pool3d,
    "conv3d": conv3d,
    "conv_transpose3d": conv_transpose3d,
    "pixel_shuffle": pixel_shuffle,
    "pixel_unshuffle": pixel_unshuffle,
    "channel_shuffle": channel_shuffle,
    "pairwise_distance": pairwise_distance,
    "cosine_similarity": cosine_similarity,
    "normalize": normalize,
    "local_response_norm": local_response_norm,
    "bilinear": bilinear,
    "cosine_embedding_loss": cosine_embedding_loss,
    "multi_margin_loss": multi_margin_loss,
    "multilabel_margin_loss": multilabel_margin_loss,
    "multilabel_soft_margin_loss": multilabel_soft_margin_loss,
    "triplet_margin_loss": triplet_margin_loss,
    "gaussian_nll_loss": gaussian_nll_loss,
    "alpha_dropout": alpha_dropout,
    "alpha_dropout_": alpha_dropout_,
    "feature_alpha_dropout": feature_alpha_dropout,
    "feature_alpha_dropout_": feature_alpha_dropout_,
    "rrelu": rrelu,
    "rrelu_": rrelu_,
    "gumbel_softmax": gumbel_softmax,
    "scaled_dot_product_attention": scaled_dot_product_attention,
    "ctc_loss": ctc_loss,
    "pdist": pdist,
}

LINALG = {
    "vector_norm": linalg_vector_norm,
    "cholesky": linalg_cholesky,
    "cholesky_ex": linalg_cholesky_ex,
    "lu_factor": linalg_lu_factor,
    "lu_factor_ex": linalg_lu_factor_ex,
    "lu": linalg_lu,
    "lu_solve": linalg_lu_solve,
    "ldl_factor": linalg_ldl_factor,
    "ldl_factor_ex": linalg_ldl_factor_ex,
    "ldl_solve": linalg_ldl_solve,
    "qr": linalg_qr,
    "householder_product": linalg_householder_product,
    "solve_triangular": linalg_solve_triangular,
    "solve": linalg_solve,
    "solve_ex": linalg_solve_ex,
    "inv": linalg_inv,
    "inv_ex": linalg_inv_ex,
    "tensorinv": linalg_tensorinv,
    "tensorsolve": linalg_tensorsolve,
    "det": linalg_det,
    "slogdet": linalg_slogdet,
    "svd": linalg_svd,
    "svdvals": linalg_svdvals,
    "eigh": linalg_eigh,
    "eigvalsh": linalg_eigvalsh,
    "eig": linalg_eig,
    "eigvals": linalg_eigvals,
    "lstsq": linalg_lstsq,
    "pinv": linalg_pinv,
    "matrix_rank": linalg_matrix_rank,
    "matrix_power": linalg_matrix_power,
    "matrix_exp": linalg_matrix_exp,
    "matrix_sqrth": linalg_matrix_sqrth,
    "polar": linalg_polar,
    "matmul": linalg_matmul,
    "multi_dot": linalg_multi_dot,
    "cross": linalg_cross,
    "vecdot": linalg_vecdot,
    "diagonal": linalg_diagonal,
    "vander": linalg_vander,
}

SPECIAL = {
    "xlogy": special_xlogy,
    "logit": special_logit,
    "erfcx": special_erfcx,
    "ndtr": special_ndtr,
    "log_ndtr": special_log_ndtr,
    "ndtri": special_ndtri,
    "entr": special_entr,
    "i0e": special_i0e,
    "i1": special_i1,
    "i1e": special_i1e,
    "modified_bessel_i0": special_modified_bessel_i0,
    "modified_bessel_i1": special_modified_bessel_i1,
    "modified_bessel_k0": special_modified_bessel_k0,
    "modified_bessel_k1": special_modified_bessel_k1,
    "scaled_modified_bessel_k0": special_scaled_modified_bessel_k0,
    "scaled_modified_bessel_k1": special_scaled_modified_bessel_k1,
    "bessel_j0": special_bessel_j0,
    "bessel_j1": special_bessel_j1,
    "bessel_y0": special_bessel_y0,
    "bessel_y1": special_bessel_y1,
    "spherical_bessel_j0": special_spherical_bessel_j0,
    "airy_ai": special_airy_ai,
    "xlog1py": special_xlog1py,
    "zeta": special_zeta,
    "gammainc": special_gammainc,
    "gammaincc": special_gammaincc,
    "multigammaln": special_multigammaln,
    "polygamma": special_polygamma,
    "chebyshev_polynomial_t": special_chebyshev_polynomial_t,
    "chebyshev_polynomial_u": special_chebyshev_polynomial_u,
    "chebyshev_polynomial_v": special_chebyshev_polynomial_v,
    "chebyshev_polynomial_w": special_chebyshev_polynomial_w,
    "shifted_chebyshev_polynomial_t": special_shifted_chebyshev_polynomial_t,
    "shifted_chebyshev_polynomial_u": special_shifted_chebyshev_polynomial_u,
    "shifted_chebyshev_polynomial_v": special_shifted_chebyshev_polynomial_v,
    "shifted_chebyshev_polynomial_w": special_shifted_chebyshev_polynomial_w,
    "hermite_polynomial_h": special_hermite_polynomial_h,
    "hermite_polynomial_he": special_hermite_polynomial_he,
    "laguerre_polynomial_l": special_laguerre_polynomial_l,
    "legendre_polynomial_p": special_legendre_polynomial_p,
}

FFT = {
    "fft": fft_fft,
    "ifft": fft_ifft,
    "rfft": fft_rfft,
    "irfft": fft_irfft,
    "hfft": fft_hfft,
    "ihfft": fft_ihfft,
    "fft2": fft_fft2,
    "fftn": fft_fftn,
    "ifft2": fft_ifft2,
    "ifftn": fft_ifftn,
    "rfft2": fft_rfft2,
    "rfftn": fft_rfftn,
    "irfft2": fft_irfft2,
    "irfftn": fft_irfftn,
    "hfft2": fft_hfft2,
    "hfftn": fft_hfftn,
    "ihfft2": fft_ihfft2,
    "ihfftn": fft_ihfftn,
    "fftshift": fft_fftshift,
    "ifftshift": fft_ifftshift,
}
