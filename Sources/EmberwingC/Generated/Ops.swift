// Written by emberwing-codegen from the op registry. Do not edit; run `make generate`.
// swift-format-ignore-file
import CEmberwing
import EmberwingTensor

@_cdecl("ew_add") @implementation
public func ew_add(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.add(try Handle.tensor(input), .tensor(try Handle.tensor(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_add_scalar") @implementation
public func ew_add_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.add(try Handle.tensor(input), .scalar(try Handle.scalar(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_add_") @implementation
public func ew_add_(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.add($0, .tensor(try Handle.tensor(other)), try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_add_scalar_") @implementation
public func ew_add_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.add($0, .scalar(try Handle.scalar(other)), try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_sub") @implementation
public func ew_sub(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.sub(try Handle.tensor(input), .tensor(try Handle.tensor(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_sub_scalar") @implementation
public func ew_sub_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.sub(try Handle.tensor(input), .scalar(try Handle.scalar(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_sub_") @implementation
public func ew_sub_(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sub($0, .tensor(try Handle.tensor(other)), try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_sub_scalar_") @implementation
public func ew_sub_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sub($0, .scalar(try Handle.scalar(other)), try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_mul") @implementation
public func ew_mul(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mul(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_mul_scalar") @implementation
public func ew_mul_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.mul(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_mul_") @implementation
public func ew_mul_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.mul($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_mul_scalar_") @implementation
public func ew_mul_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.mul($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_div") @implementation
public func ew_div(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ rounding_mode: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.div(try Handle.tensor(input), .tensor(try Handle.tensor(other)), Handle.optionalString(rounding_mode)) }
}

@_cdecl("ew_div_scalar") @implementation
public func ew_div_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ rounding_mode: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.div(try Handle.tensor(input), .scalar(try Handle.scalar(other)), Handle.optionalString(rounding_mode)) }
}

@_cdecl("ew_div_") @implementation
public func ew_div_(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ rounding_mode: UnsafePointer<CChar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.div($0, .tensor(try Handle.tensor(other)), Handle.optionalString(rounding_mode)) } }
}

@_cdecl("ew_div_scalar_") @implementation
public func ew_div_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ rounding_mode: UnsafePointer<CChar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.div($0, .scalar(try Handle.scalar(other)), Handle.optionalString(rounding_mode)) } }
}

@_cdecl("ew_neg") @implementation
public func ew_neg(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.neg(try Handle.tensor(input)) }
}

@_cdecl("ew_neg_") @implementation
public func ew_neg_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.neg($0) } }
}

@_cdecl("ew_exp") @implementation
public func ew_exp(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.exp(try Handle.tensor(input)) }
}

@_cdecl("ew_exp_") @implementation
public func ew_exp_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.exp($0) } }
}

@_cdecl("ew_exp2") @implementation
public func ew_exp2(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.exp2(try Handle.tensor(input)) }
}

@_cdecl("ew_exp2_") @implementation
public func ew_exp2_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.exp2($0) } }
}

@_cdecl("ew_expm1") @implementation
public func ew_expm1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.expm1(try Handle.tensor(input)) }
}

@_cdecl("ew_expm1_") @implementation
public func ew_expm1_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.expm1($0) } }
}

@_cdecl("ew_log") @implementation
public func ew_log(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.log(try Handle.tensor(input)) }
}

@_cdecl("ew_log_") @implementation
public func ew_log_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.log($0) } }
}

@_cdecl("ew_log2") @implementation
public func ew_log2(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.log2(try Handle.tensor(input)) }
}

@_cdecl("ew_log2_") @implementation
public func ew_log2_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.log2($0) } }
}

@_cdecl("ew_log10") @implementation
public func ew_log10(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.log10(try Handle.tensor(input)) }
}

@_cdecl("ew_log10_") @implementation
public func ew_log10_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.log10($0) } }
}

@_cdecl("ew_log1p") @implementation
public func ew_log1p(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.log1p(try Handle.tensor(input)) }
}

@_cdecl("ew_log1p_") @implementation
public func ew_log1p_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.log1p($0) } }
}

@_cdecl("ew_sqrt") @implementation
public func ew_sqrt(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sqrt(try Handle.tensor(input)) }
}

@_cdecl("ew_sqrt_") @implementation
public func ew_sqrt_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sqrt($0) } }
}

@_cdecl("ew_rsqrt") @implementation
public func ew_rsqrt(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.rsqrt(try Handle.tensor(input)) }
}

@_cdecl("ew_rsqrt_") @implementation
public func ew_rsqrt_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.rsqrt($0) } }
}

@_cdecl("ew_reciprocal") @implementation
public func ew_reciprocal(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.reciprocal(try Handle.tensor(input)) }
}

@_cdecl("ew_reciprocal_") @implementation
public func ew_reciprocal_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.reciprocal($0) } }
}

@_cdecl("ew_abs") @implementation
public func ew_abs(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.abs(try Handle.tensor(input)) }
}

@_cdecl("ew_abs_") @implementation
public func ew_abs_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.abs($0) } }
}

@_cdecl("ew_square") @implementation
public func ew_square(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.square(try Handle.tensor(input)) }
}

@_cdecl("ew_square_") @implementation
public func ew_square_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.square($0) } }
}

@_cdecl("ew_sign") @implementation
public func ew_sign(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sign(try Handle.tensor(input)) }
}

@_cdecl("ew_sign_") @implementation
public func ew_sign_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sign($0) } }
}

@_cdecl("ew_sin") @implementation
public func ew_sin(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sin(try Handle.tensor(input)) }
}

@_cdecl("ew_sin_") @implementation
public func ew_sin_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sin($0) } }
}

@_cdecl("ew_cos") @implementation
public func ew_cos(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.cos(try Handle.tensor(input)) }
}

@_cdecl("ew_cos_") @implementation
public func ew_cos_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.cos($0) } }
}

@_cdecl("ew_tan") @implementation
public func ew_tan(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.tan(try Handle.tensor(input)) }
}

@_cdecl("ew_tan_") @implementation
public func ew_tan_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.tan($0) } }
}

@_cdecl("ew_asin") @implementation
public func ew_asin(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.asin(try Handle.tensor(input)) }
}

@_cdecl("ew_asin_") @implementation
public func ew_asin_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.asin($0) } }
}

@_cdecl("ew_acos") @implementation
public func ew_acos(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.acos(try Handle.tensor(input)) }
}

@_cdecl("ew_acos_") @implementation
public func ew_acos_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.acos($0) } }
}

@_cdecl("ew_atan") @implementation
public func ew_atan(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atan(try Handle.tensor(input)) }
}

@_cdecl("ew_atan_") @implementation
public func ew_atan_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.atan($0) } }
}

@_cdecl("ew_sinh") @implementation
public func ew_sinh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sinh(try Handle.tensor(input)) }
}

@_cdecl("ew_sinh_") @implementation
public func ew_sinh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sinh($0) } }
}

@_cdecl("ew_cosh") @implementation
public func ew_cosh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.cosh(try Handle.tensor(input)) }
}

@_cdecl("ew_cosh_") @implementation
public func ew_cosh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.cosh($0) } }
}

@_cdecl("ew_asinh") @implementation
public func ew_asinh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.asinh(try Handle.tensor(input)) }
}

@_cdecl("ew_asinh_") @implementation
public func ew_asinh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.asinh($0) } }
}

@_cdecl("ew_acosh") @implementation
public func ew_acosh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.acosh(try Handle.tensor(input)) }
}

@_cdecl("ew_acosh_") @implementation
public func ew_acosh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.acosh($0) } }
}

@_cdecl("ew_atanh") @implementation
public func ew_atanh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atanh(try Handle.tensor(input)) }
}

@_cdecl("ew_atanh_") @implementation
public func ew_atanh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.atanh($0) } }
}

@_cdecl("ew_erf") @implementation
public func ew_erf(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.erf(try Handle.tensor(input)) }
}

@_cdecl("ew_erf_") @implementation
public func ew_erf_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.erf($0) } }
}

@_cdecl("ew_erfc") @implementation
public func ew_erfc(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.erfc(try Handle.tensor(input)) }
}

@_cdecl("ew_erfc_") @implementation
public func ew_erfc_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.erfc($0) } }
}

@_cdecl("ew_lgamma") @implementation
public func ew_lgamma(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.lgamma(try Handle.tensor(input)) }
}

@_cdecl("ew_lgamma_") @implementation
public func ew_lgamma_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.lgamma($0) } }
}

@_cdecl("ew_digamma") @implementation
public func ew_digamma(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.digamma(try Handle.tensor(input)) }
}

@_cdecl("ew_digamma_") @implementation
public func ew_digamma_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.digamma($0) } }
}

@_cdecl("ew_polygamma") @implementation
public func ew_polygamma(
  _ n: Int64, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.polygamma(Int(n), try Handle.tensor(input)) }
}

@_cdecl("ew_floor") @implementation
public func ew_floor(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.floor(try Handle.tensor(input)) }
}

@_cdecl("ew_floor_") @implementation
public func ew_floor_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.floor($0) } }
}

@_cdecl("ew_ceil") @implementation
public func ew_ceil(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.ceil(try Handle.tensor(input)) }
}

@_cdecl("ew_ceil_") @implementation
public func ew_ceil_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ceil($0) } }
}

@_cdecl("ew_trunc") @implementation
public func ew_trunc(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.trunc(try Handle.tensor(input)) }
}

@_cdecl("ew_trunc_") @implementation
public func ew_trunc_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.trunc($0) } }
}

@_cdecl("ew_frac") @implementation
public func ew_frac(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.frac(try Handle.tensor(input)) }
}

@_cdecl("ew_frac_") @implementation
public func ew_frac_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.frac($0) } }
}

@_cdecl("ew_round") @implementation
public func ew_round(
  _ input: OpaquePointer?, _ decimals: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.round(try Handle.tensor(input), Int(decimals)) }
}

@_cdecl("ew_round_") @implementation
public func ew_round_(
  _ input: OpaquePointer?, _ decimals: Int64
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.round($0, Int(decimals)) } }
}

@_cdecl("ew_isnan") @implementation
public func ew_isnan(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isnan(try Handle.tensor(input)) }
}

@_cdecl("ew_isinf") @implementation
public func ew_isinf(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isinf(try Handle.tensor(input)) }
}

@_cdecl("ew_isfinite") @implementation
public func ew_isfinite(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isfinite(try Handle.tensor(input)) }
}

@_cdecl("ew_isposinf") @implementation
public func ew_isposinf(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isposinf(try Handle.tensor(input)) }
}

@_cdecl("ew_isneginf") @implementation
public func ew_isneginf(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isneginf(try Handle.tensor(input)) }
}

@_cdecl("ew_signbit") @implementation
public func ew_signbit(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.signbit(try Handle.tensor(input)) }
}

@_cdecl("ew_logical_not") @implementation
public func ew_logical_not(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logicalNot(try Handle.tensor(input)) }
}

@_cdecl("ew_logical_not_") @implementation
public func ew_logical_not_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.logicalNot($0) } }
}

@_cdecl("ew_bitwise_not") @implementation
public func ew_bitwise_not(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseNot(try Handle.tensor(input)) }
}

@_cdecl("ew_bitwise_not_") @implementation
public func ew_bitwise_not_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseNot($0) } }
}

@_cdecl("ew_positive") @implementation
public func ew_positive(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.positive(try Handle.tensor(input)) }
}

@_cdecl("ew_eq") @implementation
public func ew_eq(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.eq(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_eq_scalar") @implementation
public func ew_eq_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.eq(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_eq_") @implementation
public func ew_eq_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.eq($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_eq_scalar_") @implementation
public func ew_eq_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.eq($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_ne") @implementation
public func ew_ne(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.ne(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_ne_scalar") @implementation
public func ew_ne_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.ne(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_ne_") @implementation
public func ew_ne_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ne($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_ne_scalar_") @implementation
public func ew_ne_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ne($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_lt") @implementation
public func ew_lt(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.lt(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_lt_scalar") @implementation
public func ew_lt_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.lt(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_lt_") @implementation
public func ew_lt_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.lt($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_lt_scalar_") @implementation
public func ew_lt_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.lt($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_le") @implementation
public func ew_le(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.le(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_le_scalar") @implementation
public func ew_le_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.le(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_le_") @implementation
public func ew_le_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.le($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_le_scalar_") @implementation
public func ew_le_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.le($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_gt") @implementation
public func ew_gt(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.gt(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_gt_scalar") @implementation
public func ew_gt_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.gt(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_gt_") @implementation
public func ew_gt_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.gt($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_gt_scalar_") @implementation
public func ew_gt_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.gt($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_ge") @implementation
public func ew_ge(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.ge(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_ge_scalar") @implementation
public func ew_ge_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.ge(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_ge_") @implementation
public func ew_ge_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ge($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_ge_scalar_") @implementation
public func ew_ge_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ge($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_logical_and") @implementation
public func ew_logical_and(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logicalAnd(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_logical_and_") @implementation
public func ew_logical_and_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.logicalAnd($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_logical_or") @implementation
public func ew_logical_or(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logicalOr(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_logical_or_") @implementation
public func ew_logical_or_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.logicalOr($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_logical_xor") @implementation
public func ew_logical_xor(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logicalXor(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_logical_xor_") @implementation
public func ew_logical_xor_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.logicalXor($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_bitwise_and") @implementation
public func ew_bitwise_and(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseAnd(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_bitwise_and_scalar") @implementation
public func ew_bitwise_and_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseAnd(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_bitwise_and_") @implementation
public func ew_bitwise_and_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseAnd($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_bitwise_and_scalar_") @implementation
public func ew_bitwise_and_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseAnd($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_bitwise_or") @implementation
public func ew_bitwise_or(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseOr(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_bitwise_or_scalar") @implementation
public func ew_bitwise_or_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseOr(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_bitwise_or_") @implementation
public func ew_bitwise_or_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseOr($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_bitwise_or_scalar_") @implementation
public func ew_bitwise_or_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseOr($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_bitwise_xor") @implementation
public func ew_bitwise_xor(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseXor(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_bitwise_xor_scalar") @implementation
public func ew_bitwise_xor_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseXor(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_bitwise_xor_") @implementation
public func ew_bitwise_xor_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseXor($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_bitwise_xor_scalar_") @implementation
public func ew_bitwise_xor_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseXor($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_bitwise_left_shift") @implementation
public func ew_bitwise_left_shift(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseLeftShift(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_bitwise_left_shift_scalar") @implementation
public func ew_bitwise_left_shift_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseLeftShift(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_bitwise_left_shift_") @implementation
public func ew_bitwise_left_shift_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseLeftShift($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_bitwise_left_shift_scalar_") @implementation
public func ew_bitwise_left_shift_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseLeftShift($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_bitwise_right_shift") @implementation
public func ew_bitwise_right_shift(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseRightShift(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_bitwise_right_shift_scalar") @implementation
public func ew_bitwise_right_shift_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.bitwiseRightShift(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_bitwise_right_shift_") @implementation
public func ew_bitwise_right_shift_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseRightShift($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_bitwise_right_shift_scalar_") @implementation
public func ew_bitwise_right_shift_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.bitwiseRightShift($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_isclose") @implementation
public func ew_isclose(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ rtol: Double, _ atol: Double, _ equal_nan: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.isclose(try Handle.tensor(input), try Handle.tensor(other), rtol, atol, equal_nan) }
}

@_cdecl("ew_allclose") @implementation
public func ew_allclose(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ rtol: Double, _ atol: Double, _ equal_nan: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.allclose(try Handle.tensor(input), try Handle.tensor(other), rtol, atol, equal_nan) }
}

@_cdecl("ew_equal") @implementation
public func ew_equal(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.equal(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_maximum") @implementation
public func ew_maximum(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.maximum(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_minimum") @implementation
public func ew_minimum(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.minimum(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_fmax") @implementation
public func ew_fmax(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.fmax(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_fmin") @implementation
public func ew_fmin(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.fmin(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_atan2") @implementation
public func ew_atan2(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atan2(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_atan2_") @implementation
public func ew_atan2_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.atan2($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_hypot") @implementation
public func ew_hypot(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.hypot(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_hypot_") @implementation
public func ew_hypot_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.hypot($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_copysign") @implementation
public func ew_copysign(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.copysign(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_copysign_scalar") @implementation
public func ew_copysign_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.copysign(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_copysign_") @implementation
public func ew_copysign_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.copysign($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_copysign_scalar_") @implementation
public func ew_copysign_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.copysign($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_remainder") @implementation
public func ew_remainder(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.remainder(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_remainder_scalar") @implementation
public func ew_remainder_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.remainder(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_remainder_") @implementation
public func ew_remainder_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.remainder($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_remainder_scalar_") @implementation
public func ew_remainder_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.remainder($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_fmod") @implementation
public func ew_fmod(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.fmod(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_fmod_scalar") @implementation
public func ew_fmod_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fmod(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_fmod_") @implementation
public func ew_fmod_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.fmod($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_fmod_scalar_") @implementation
public func ew_fmod_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.fmod($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_floor_divide") @implementation
public func ew_floor_divide(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.floorDivide(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_floor_divide_scalar") @implementation
public func ew_floor_divide_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.floorDivide(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_floor_divide_") @implementation
public func ew_floor_divide_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.floorDivide($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_floor_divide_scalar_") @implementation
public func ew_floor_divide_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.floorDivide($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_true_divide") @implementation
public func ew_true_divide(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.trueDivide(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_true_divide_scalar") @implementation
public func ew_true_divide_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.trueDivide(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_true_divide_") @implementation
public func ew_true_divide_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.trueDivide($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_true_divide_scalar_") @implementation
public func ew_true_divide_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.trueDivide($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_rsub") @implementation
public func ew_rsub(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.rsub(try Handle.tensor(input), .tensor(try Handle.tensor(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_rsub_scalar") @implementation
public func ew_rsub_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.rsub(try Handle.tensor(input), .scalar(try Handle.scalar(other)), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_pow") @implementation
public func ew_pow(
  _ input: OpaquePointer?, _ exponent: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.pow(try Handle.tensor(input), .tensor(try Handle.tensor(exponent))) }
}

@_cdecl("ew_pow_scalar") @implementation
public func ew_pow_scalar(
  _ input: OpaquePointer?, _ exponent: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.pow(try Handle.tensor(input), .scalar(try Handle.scalar(exponent))) }
}

@_cdecl("ew_pow_") @implementation
public func ew_pow_(
  _ input: OpaquePointer?, _ exponent: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.pow($0, .tensor(try Handle.tensor(exponent))) } }
}

@_cdecl("ew_pow_scalar_") @implementation
public func ew_pow_scalar_(
  _ input: OpaquePointer?, _ exponent: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.pow($0, .scalar(try Handle.scalar(exponent))) } }
}

@_cdecl("ew_pow_base") @implementation
public func ew_pow_base(
  _ input: UnsafePointer<ew_scalar>?, _ exponent: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.powBase(try Handle.scalar(input), try Handle.tensor(exponent)).named("PowBackward2") }
}

@_cdecl("ew_float_power") @implementation
public func ew_float_power(
  _ input: OpaquePointer?, _ exponent: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.floatPower(try Handle.tensor(input), .tensor(try Handle.tensor(exponent))) }
}

@_cdecl("ew_float_power_scalar") @implementation
public func ew_float_power_scalar(
  _ input: OpaquePointer?, _ exponent: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.floatPower(try Handle.tensor(input), .scalar(try Handle.scalar(exponent))) }
}

@_cdecl("ew_float_power_") @implementation
public func ew_float_power_(
  _ input: OpaquePointer?, _ exponent: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.floatPower($0, .tensor(try Handle.tensor(exponent))) } }
}

@_cdecl("ew_float_power_scalar_") @implementation
public func ew_float_power_scalar_(
  _ input: OpaquePointer?, _ exponent: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.floatPower($0, .scalar(try Handle.scalar(exponent))) } }
}

@_cdecl("ew_xlogy") @implementation
public func ew_xlogy(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.xlogy(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_xlogy_scalar") @implementation
public func ew_xlogy_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.xlogy(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_xlogy_") @implementation
public func ew_xlogy_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.xlogy($0, .tensor(try Handle.tensor(other))) } }
}

@_cdecl("ew_xlogy_scalar_") @implementation
public func ew_xlogy_scalar_(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.xlogy($0, .scalar(try Handle.scalar(other))) } }
}

@_cdecl("ew_special_xlogy") @implementation
public func ew_special_xlogy(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialXlogy(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_special_xlogy_scalar") @implementation
public func ew_special_xlogy_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialXlogy(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_lerp") @implementation
public func ew_lerp(
  _ input: OpaquePointer?, _ end: OpaquePointer?, _ weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.lerp(try Handle.tensor(input), try Handle.tensor(end), .tensor(try Handle.tensor(weight))) }
}

@_cdecl("ew_lerp_scalar") @implementation
public func ew_lerp_scalar(
  _ input: OpaquePointer?, _ end: OpaquePointer?, _ weight: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.lerp(try Handle.tensor(input), try Handle.tensor(end), .scalar(try Handle.scalar(weight))) }
}

@_cdecl("ew_lerp_") @implementation
public func ew_lerp_(
  _ input: OpaquePointer?, _ end: OpaquePointer?, _ weight: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.lerp($0, try Handle.tensor(end), .tensor(try Handle.tensor(weight))) } }
}

@_cdecl("ew_lerp_scalar_") @implementation
public func ew_lerp_scalar_(
  _ input: OpaquePointer?, _ end: OpaquePointer?, _ weight: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.lerp($0, try Handle.tensor(end), .scalar(try Handle.scalar(weight))) } }
}

@_cdecl("ew_addcmul") @implementation
public func ew_addcmul(
  _ input: OpaquePointer?, _ tensor1: OpaquePointer?, _ tensor2: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addcmul(try Handle.tensor(input), try Handle.tensor(tensor1), try Handle.tensor(tensor2), try Handle.optionalScalar(value) ?? 1) }
}

@_cdecl("ew_addcmul_") @implementation
public func ew_addcmul_(
  _ input: OpaquePointer?, _ tensor1: OpaquePointer?, _ tensor2: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addcmul($0, try Handle.tensor(tensor1), try Handle.tensor(tensor2), try Handle.optionalScalar(value) ?? 1) } }
}

@_cdecl("ew_addcdiv") @implementation
public func ew_addcdiv(
  _ input: OpaquePointer?, _ tensor1: OpaquePointer?, _ tensor2: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addcdiv(try Handle.tensor(input), try Handle.tensor(tensor1), try Handle.tensor(tensor2), try Handle.optionalScalar(value) ?? 1) }
}

@_cdecl("ew_addcdiv_") @implementation
public func ew_addcdiv_(
  _ input: OpaquePointer?, _ tensor1: OpaquePointer?, _ tensor2: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addcdiv($0, try Handle.tensor(tensor1), try Handle.tensor(tensor2), try Handle.optionalScalar(value) ?? 1) } }
}

@_cdecl("ew_clamp") @implementation
public func ew_clamp(
  _ input: OpaquePointer?, _ min: UnsafePointer<ew_scalar>?, _ max: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.clamp(try Handle.tensor(input), try Handle.optionalScalar(min), try Handle.optionalScalar(max)) }
}

@_cdecl("ew_clamp_") @implementation
public func ew_clamp_(
  _ input: OpaquePointer?, _ min: UnsafePointer<ew_scalar>?, _ max: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.clamp($0, try Handle.optionalScalar(min), try Handle.optionalScalar(max)) } }
}

@_cdecl("ew_clamp_Tensor") @implementation
public func ew_clamp_Tensor(
  _ input: OpaquePointer?, _ min: OpaquePointer?, _ max: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.clampTensor(try Handle.tensor(input), try Handle.optionalTensor(min), try Handle.optionalTensor(max)).named("ClampBackward0") }
}

@_cdecl("ew_clamp_Tensor_") @implementation
public func ew_clamp_Tensor_(
  _ input: OpaquePointer?, _ min: OpaquePointer?, _ max: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.clampTensor($0, try Handle.optionalTensor(min), try Handle.optionalTensor(max)) } }
}

@_cdecl("ew_clamp_min") @implementation
public func ew_clamp_min(
  _ input: OpaquePointer?, _ min: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.clampMin(try Handle.tensor(input), .tensor(try Handle.tensor(min))) }
}

@_cdecl("ew_clamp_min_scalar") @implementation
public func ew_clamp_min_scalar(
  _ input: OpaquePointer?, _ min: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.clampMin(try Handle.tensor(input), .scalar(try Handle.scalar(min))) }
}

@_cdecl("ew_clamp_min_") @implementation
public func ew_clamp_min_(
  _ input: OpaquePointer?, _ min: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.clampMin($0, .tensor(try Handle.tensor(min))) } }
}

@_cdecl("ew_clamp_min_scalar_") @implementation
public func ew_clamp_min_scalar_(
  _ input: OpaquePointer?, _ min: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.clampMin($0, .scalar(try Handle.scalar(min))) } }
}

@_cdecl("ew_clamp_max") @implementation
public func ew_clamp_max(
  _ input: OpaquePointer?, _ max: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.clampMax(try Handle.tensor(input), .tensor(try Handle.tensor(max))) }
}

@_cdecl("ew_clamp_max_scalar") @implementation
public func ew_clamp_max_scalar(
  _ input: OpaquePointer?, _ max: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.clampMax(try Handle.tensor(input), .scalar(try Handle.scalar(max))) }
}

@_cdecl("ew_clamp_max_") @implementation
public func ew_clamp_max_(
  _ input: OpaquePointer?, _ max: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.clampMax($0, .tensor(try Handle.tensor(max))) } }
}

@_cdecl("ew_clamp_max_scalar_") @implementation
public func ew_clamp_max_scalar_(
  _ input: OpaquePointer?, _ max: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.clampMax($0, .scalar(try Handle.scalar(max))) } }
}

@_cdecl("ew_where") @implementation
public func ew_where(
  _ condition: OpaquePointer?, _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.where(try Handle.tensor(condition), .tensor(try Handle.tensor(input)), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_where_scalar") @implementation
public func ew_where_scalar(
  _ condition: OpaquePointer?, _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.where(try Handle.tensor(condition), .tensor(try Handle.tensor(input)), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_masked_fill") @implementation
public func ew_masked_fill(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ value: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.maskedFill(try Handle.tensor(input), try Handle.tensor(mask), .tensor(try Handle.tensor(value))) }
}

@_cdecl("ew_masked_fill_scalar") @implementation
public func ew_masked_fill_scalar(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.maskedFill(try Handle.tensor(input), try Handle.tensor(mask), .scalar(try Handle.scalar(value))) }
}

@_cdecl("ew_masked_fill_") @implementation
public func ew_masked_fill_(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ value: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.maskedFill($0, try Handle.tensor(mask), .tensor(try Handle.tensor(value))) } }
}

@_cdecl("ew_masked_fill_scalar_") @implementation
public func ew_masked_fill_scalar_(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.maskedFill($0, try Handle.tensor(mask), .scalar(try Handle.scalar(value))) } }
}

@_cdecl("ew_sigmoid") @implementation
public func ew_sigmoid(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sigmoid(try Handle.tensor(input)) }
}

@_cdecl("ew_sigmoid_") @implementation
public func ew_sigmoid_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.sigmoid($0) } }
}

@_cdecl("ew_tanh") @implementation
public func ew_tanh(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.tanh(try Handle.tensor(input)) }
}

@_cdecl("ew_tanh_") @implementation
public func ew_tanh_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.tanh($0) } }
}

@_cdecl("ew_relu") @implementation
public func ew_relu(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.relu(try Handle.tensor(input)) }
}

@_cdecl("ew_relu_") @implementation
public func ew_relu_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.relu($0) } }
}

@_cdecl("ew_relu6") @implementation
public func ew_relu6(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.relu6(try Handle.tensor(input)) }
}

@_cdecl("ew_relu6_") @implementation
public func ew_relu6_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.relu6($0) } }
}

@_cdecl("ew_silu") @implementation
public func ew_silu(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.silu(try Handle.tensor(input)) }
}

@_cdecl("ew_silu_") @implementation
public func ew_silu_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.silu($0) } }
}

@_cdecl("ew_mish") @implementation
public func ew_mish(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mish(try Handle.tensor(input)) }
}

@_cdecl("ew_mish_") @implementation
public func ew_mish_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.mish($0) } }
}

@_cdecl("ew_hardswish") @implementation
public func ew_hardswish(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.hardswish(try Handle.tensor(input)) }
}

@_cdecl("ew_hardswish_") @implementation
public func ew_hardswish_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.hardswish($0) } }
}

@_cdecl("ew_hardsigmoid") @implementation
public func ew_hardsigmoid(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.hardsigmoid(try Handle.tensor(input)) }
}

@_cdecl("ew_hardsigmoid_") @implementation
public func ew_hardsigmoid_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.hardsigmoid($0) } }
}

@_cdecl("ew_logsigmoid") @implementation
public func ew_logsigmoid(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logsigmoid(try Handle.tensor(input)) }
}

@_cdecl("ew_softsign") @implementation
public func ew_softsign(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.softsign(try Handle.tensor(input)) }
}

@_cdecl("ew_tanhshrink") @implementation
public func ew_tanhshrink(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.tanhshrink(try Handle.tensor(input)) }
}

@_cdecl("ew_selu") @implementation
public func ew_selu(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.selu(try Handle.tensor(input)) }
}

@_cdecl("ew_selu_") @implementation
public func ew_selu_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.selu($0) } }
}

@_cdecl("ew_celu") @implementation
public func ew_celu(
  _ input: OpaquePointer?, _ alpha: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.celu(try Handle.tensor(input), alpha).named("CeluBackward0") }
}

@_cdecl("ew_celu_") @implementation
public func ew_celu_(
  _ input: OpaquePointer?, _ alpha: Double
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.celu($0, alpha) } }
}

@_cdecl("ew_elu") @implementation
public func ew_elu(
  _ input: OpaquePointer?, _ alpha: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.elu(try Handle.tensor(input), alpha) }
}

@_cdecl("ew_elu_") @implementation
public func ew_elu_(
  _ input: OpaquePointer?, _ alpha: Double
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.elu($0, alpha) } }
}

@_cdecl("ew_leaky_relu") @implementation
public func ew_leaky_relu(
  _ input: OpaquePointer?, _ negative_slope: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.leakyRelu(try Handle.tensor(input), negative_slope) }
}

@_cdecl("ew_leaky_relu_") @implementation
public func ew_leaky_relu_(
  _ input: OpaquePointer?, _ negative_slope: Double
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.leakyRelu($0, negative_slope) } }
}

@_cdecl("ew_hardtanh") @implementation
public func ew_hardtanh(
  _ input: OpaquePointer?, _ min_val: Double, _ max_val: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.hardtanh(try Handle.tensor(input), min_val, max_val) }
}

@_cdecl("ew_hardtanh_") @implementation
public func ew_hardtanh_(
  _ input: OpaquePointer?, _ min_val: Double, _ max_val: Double
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input), direct: true) { try Ops.hardtanh($0, min_val, max_val) } }
}

@_cdecl("ew_gelu") @implementation
public func ew_gelu(
  _ input: OpaquePointer?, _ approximate: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.gelu(try Handle.tensor(input), try Handle.string(approximate)) }
}

@_cdecl("ew_softplus") @implementation
public func ew_softplus(
  _ input: OpaquePointer?, _ beta: Double, _ threshold: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.softplus(try Handle.tensor(input), beta, threshold) }
}

@_cdecl("ew_softshrink") @implementation
public func ew_softshrink(
  _ input: OpaquePointer?, _ lambd: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.softshrink(try Handle.tensor(input), lambd).named("SoftshrinkBackward0") }
}

@_cdecl("ew_hardshrink") @implementation
public func ew_hardshrink(
  _ input: OpaquePointer?, _ lambd: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.hardshrink(try Handle.tensor(input), lambd).named("HardshrinkBackward0") }
}

@_cdecl("ew_threshold") @implementation
public func ew_threshold(
  _ input: OpaquePointer?, _ threshold: UnsafePointer<ew_scalar>?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.threshold(try Handle.tensor(input), try Handle.scalar(threshold), try Handle.scalar(value)) }
}

@_cdecl("ew_threshold_") @implementation
public func ew_threshold_(
  _ input: OpaquePointer?, _ threshold: UnsafePointer<ew_scalar>?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.threshold($0, try Handle.scalar(threshold), try Handle.scalar(value)) } }
}

@_cdecl("ew_prelu") @implementation
public func ew_prelu(
  _ input: OpaquePointer?, _ weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.prelu(try Handle.tensor(input), try Handle.tensor(weight)).named("PreluKernelBackward0") }
}

@_cdecl("ew_glu") @implementation
public func ew_glu(
  _ input: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.glu(try Handle.tensor(input), Int(dim)).named("GluBackward0") }
}

@_cdecl("ew_sigmoid_backward") @implementation
public func ew_sigmoid_backward(
  _ grad_output: OpaquePointer?, _ output: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sigmoidBackward(try Handle.tensor(grad_output), try Handle.tensor(output)) }
}

@_cdecl("ew_tanh_backward") @implementation
public func ew_tanh_backward(
  _ grad_output: OpaquePointer?, _ output: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.tanhBackward(try Handle.tensor(grad_output), try Handle.tensor(output)) }
}

@_cdecl("ew_silu_backward") @implementation
public func ew_silu_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.siluBackward(try Handle.tensor(grad_output), try Handle.tensor(input)) }
}

@_cdecl("ew_mish_backward") @implementation
public func ew_mish_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mishBackward(try Handle.tensor(grad_output), try Handle.tensor(input)) }
}

@_cdecl("ew_hardswish_backward") @implementation
public func ew_hardswish_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.hardswishBackward(try Handle.tensor(grad_output), try Handle.tensor(input)) }
}

@_cdecl("ew_hardsigmoid_backward") @implementation
public func ew_hardsigmoid_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.hardsigmoidBackward(try Handle.tensor(grad_output), try Handle.tensor(input)) }
}

@_cdecl("ew_threshold_backward") @implementation
public func ew_threshold_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ threshold: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.thresholdBackward(try Handle.tensor(grad_output), try Handle.tensor(input), threshold) }
}

@_cdecl("ew_leaky_relu_backward") @implementation
public func ew_leaky_relu_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ negative_slope: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.leakyReluBackward(try Handle.tensor(grad_output), try Handle.tensor(input), negative_slope) }
}

@_cdecl("ew_elu_backward") @implementation
public func ew_elu_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ alpha: Double, _ scale: Double, _ input_scale: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.eluBackward(try Handle.tensor(grad_output), try Handle.tensor(input), alpha, scale, input_scale) }
}

@_cdecl("ew_gelu_backward") @implementation
public func ew_gelu_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ approximate: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.geluBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.string(approximate)) }
}

@_cdecl("ew_softplus_backward") @implementation
public func ew_softplus_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ beta: Double, _ threshold: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.softplusBackward(try Handle.tensor(grad_output), try Handle.tensor(input), beta, threshold) }
}

@_cdecl("ew_mse_loss") @implementation
public func ew_mse_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mseLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction), try Handle.optionalTensor(weight)) }
}

@_cdecl("ew_l1_loss") @implementation
public func ew_l1_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.l1Loss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction), try Handle.optionalTensor(weight)) }
}

@_cdecl("ew_smooth_l1_loss") @implementation
public func ew_smooth_l1_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ beta: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.smoothL1Loss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction), beta) }
}

@_cdecl("ew_huber_loss") @implementation
public func ew_huber_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ delta: Double, _ weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.huberLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction), delta, try Handle.optionalTensor(weight)) }
}

@_cdecl("ew_binary_cross_entropy") @implementation
public func ew_binary_cross_entropy(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.binaryCrossEntropy(try Handle.tensor(input), try Handle.tensor(target), try Handle.optionalTensor(weight), try Handle.string(reduction)) }
}

@_cdecl("ew_binary_cross_entropy_with_logits") @implementation
public func ew_binary_cross_entropy_with_logits(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ pos_weight: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.binaryCrossEntropyWithLogits(try Handle.tensor(input), try Handle.tensor(target), try Handle.optionalTensor(weight), try Handle.string(reduction), try Handle.optionalTensor(pos_weight)) }
}

@_cdecl("ew_kl_div") @implementation
public func ew_kl_div(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?, _ log_target: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.klDiv(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction), log_target) }
}

@_cdecl("ew_soft_margin_loss") @implementation
public func ew_soft_margin_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.softMarginLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction)).named("SoftMarginLossBackward0") }
}

@_cdecl("ew_hinge_embedding_loss") @implementation
public func ew_hinge_embedding_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ margin: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.hingeEmbeddingLoss(try Handle.tensor(input), try Handle.tensor(target), margin, try Handle.string(reduction)) }
}

@_cdecl("ew_margin_ranking_loss") @implementation
public func ew_margin_ranking_loss(
  _ input1: OpaquePointer?, _ input2: OpaquePointer?, _ target: OpaquePointer?, _ margin: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.marginRankingLoss(try Handle.tensor(input1), try Handle.tensor(input2), try Handle.tensor(target), margin, try Handle.string(reduction)) }
}

@_cdecl("ew_poisson_nll_loss") @implementation
public func ew_poisson_nll_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ log_input: Bool, _ full: Bool, _ eps: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.poissonNllLoss(try Handle.tensor(input), try Handle.tensor(target), log_input, full, eps, try Handle.string(reduction)) }
}

@_cdecl("ew_mse_loss_backward") @implementation
public func ew_mse_loss_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ target: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mseLossBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.tensor(target)) }
}

@_cdecl("ew_smooth_l1_loss_backward") @implementation
public func ew_smooth_l1_loss_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ target: OpaquePointer?, _ beta: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.smoothL1LossBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.tensor(target), beta) }
}

@_cdecl("ew_huber_loss_backward") @implementation
public func ew_huber_loss_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ target: OpaquePointer?, _ delta: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.huberLossBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.tensor(target), delta) }
}

@_cdecl("ew_binary_cross_entropy_backward") @implementation
public func ew_binary_cross_entropy_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ target: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.binaryCrossEntropyBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.tensor(target)) }
}

@_cdecl("ew_binary_cross_entropy_with_logits_backward") @implementation
public func ew_binary_cross_entropy_with_logits_backward(
  _ grad_output: OpaquePointer?, _ input: OpaquePointer?, _ target: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.binaryCrossEntropyWithLogitsBackward(try Handle.tensor(grad_output), try Handle.tensor(input), try Handle.tensor(target)) }
}

@_cdecl("ew_nll_loss") @implementation
public func ew_nll_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ ignore_index: Int64, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.nllLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.optionalTensor(weight), Int(ignore_index), try Handle.string(reduction)) }
}

@_cdecl("ew_nll_loss_backward") @implementation
public func ew_nll_loss_backward(
  _ grad_output: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ ignore_index: Int64, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.nllLossBackward(try Handle.tensor(grad_output), try Handle.integers(size, size_count), try Handle.tensor(target), try Handle.optionalTensor(weight), Int(ignore_index), try Handle.string(reduction)) }
}

@_cdecl("ew_cross_entropy") @implementation
public func ew_cross_entropy(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ ignore_index: Int64, _ reduction: UnsafePointer<CChar>?, _ label_smoothing: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.crossEntropy(try Handle.tensor(input), try Handle.tensor(target), try Handle.optionalTensor(weight), Int(ignore_index), try Handle.string(reduction), label_smoothing) }
}

@_cdecl("ew_erfinv") @implementation
public func ew_erfinv(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.erfinv(try Handle.tensor(input)) }
}

@_cdecl("ew_erfinv_") @implementation
public func ew_erfinv_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.erfinv($0) } }
}

@_cdecl("ew_sinc") @implementation
public func ew_sinc(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sinc(try Handle.tensor(input)) }
}

@_cdecl("ew_sinc_") @implementation
public func ew_sinc_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.sinc($0) } }
}

@_cdecl("ew_i0") @implementation
public func ew_i0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.i0(try Handle.tensor(input)) }
}

@_cdecl("ew_i0_") @implementation
public func ew_i0_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.i0($0) } }
}

@_cdecl("ew_logit") @implementation
public func ew_logit(
  _ input: OpaquePointer?, _ eps: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.logit(try Handle.tensor(input), eps?.pointee) }
}

@_cdecl("ew_logit_") @implementation
public func ew_logit_(
  _ input: OpaquePointer?, _ eps: UnsafePointer<Double>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.logit($0, eps?.pointee) } }
}

@_cdecl("ew_special_logit") @implementation
public func ew_special_logit(
  _ input: OpaquePointer?, _ eps: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLogit(try Handle.tensor(input), eps?.pointee) }
}

@_cdecl("ew_special_erfcx") @implementation
public func ew_special_erfcx(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialErfcx(try Handle.tensor(input)) }
}

@_cdecl("ew_special_ndtr") @implementation
public func ew_special_ndtr(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialNdtr(try Handle.tensor(input)) }
}

@_cdecl("ew_special_log_ndtr") @implementation
public func ew_special_log_ndtr(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLogNdtr(try Handle.tensor(input)) }
}

@_cdecl("ew_special_ndtri") @implementation
public func ew_special_ndtri(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialNdtri(try Handle.tensor(input)) }
}

@_cdecl("ew_special_entr") @implementation
public func ew_special_entr(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialEntr(try Handle.tensor(input)) }
}

@_cdecl("ew_special_i0e") @implementation
public func ew_special_i0e(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialI0e(try Handle.tensor(input)) }
}

@_cdecl("ew_special_i1") @implementation
public func ew_special_i1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialI1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_i1e") @implementation
public func ew_special_i1e(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialI1e(try Handle.tensor(input)) }
}

@_cdecl("ew_special_modified_bessel_i0") @implementation
public func ew_special_modified_bessel_i0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialModifiedBesselI0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_modified_bessel_i1") @implementation
public func ew_special_modified_bessel_i1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialModifiedBesselI1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_modified_bessel_k0") @implementation
public func ew_special_modified_bessel_k0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialModifiedBesselK0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_modified_bessel_k1") @implementation
public func ew_special_modified_bessel_k1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialModifiedBesselK1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_scaled_modified_bessel_k0") @implementation
public func ew_special_scaled_modified_bessel_k0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialScaledModifiedBesselK0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_scaled_modified_bessel_k1") @implementation
public func ew_special_scaled_modified_bessel_k1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialScaledModifiedBesselK1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_bessel_j0") @implementation
public func ew_special_bessel_j0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialBesselJ0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_bessel_j1") @implementation
public func ew_special_bessel_j1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialBesselJ1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_bessel_y0") @implementation
public func ew_special_bessel_y0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialBesselY0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_bessel_y1") @implementation
public func ew_special_bessel_y1(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialBesselY1(try Handle.tensor(input)) }
}

@_cdecl("ew_special_spherical_bessel_j0") @implementation
public func ew_special_spherical_bessel_j0(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialSphericalBesselJ0(try Handle.tensor(input)) }
}

@_cdecl("ew_special_airy_ai") @implementation
public func ew_special_airy_ai(
  _ x: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialAiryAi(try Handle.tensor(x)) }
}

@_cdecl("ew_logaddexp") @implementation
public func ew_logaddexp(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logaddexp(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_logaddexp2") @implementation
public func ew_logaddexp2(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logaddexp2(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_special_xlog1py") @implementation
public func ew_special_xlog1py(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialXlog1py(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_special_xlog1py_scalar") @implementation
public func ew_special_xlog1py_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialXlog1py(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_special_zeta") @implementation
public func ew_special_zeta(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialZeta(try Handle.tensor(input), .tensor(try Handle.tensor(other))) }
}

@_cdecl("ew_special_zeta_scalar") @implementation
public func ew_special_zeta_scalar(
  _ input: OpaquePointer?, _ other: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialZeta(try Handle.tensor(input), .scalar(try Handle.scalar(other))) }
}

@_cdecl("ew_igamma") @implementation
public func ew_igamma(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.igamma(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_igamma_") @implementation
public func ew_igamma_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.igamma($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_igammac") @implementation
public func ew_igammac(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.igammac(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_igammac_") @implementation
public func ew_igammac_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.igammac($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_special_gammainc") @implementation
public func ew_special_gammainc(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialGammainc(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_special_gammaincc") @implementation
public func ew_special_gammaincc(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialGammaincc(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_mvlgamma") @implementation
public func ew_mvlgamma(
  _ input: OpaquePointer?, _ p: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.mvlgamma(try Handle.tensor(input), Int(p)).named("MvlgammaBackward0") }
}

@_cdecl("ew_mvlgamma_") @implementation
public func ew_mvlgamma_(
  _ input: OpaquePointer?, _ p: Int64
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.mvlgamma($0, Int(p)) } }
}

@_cdecl("ew_special_multigammaln") @implementation
public func ew_special_multigammaln(
  _ input: OpaquePointer?, _ p: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.specialMultigammaln(try Handle.tensor(input), Int(p)) }
}

@_cdecl("ew_special_polygamma") @implementation
public func ew_special_polygamma(
  _ n: Int64, _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialPolygamma(Int(n), try Handle.tensor(input)) }
}

@_cdecl("ew_special_chebyshev_polynomial_t") @implementation
public func ew_special_chebyshev_polynomial_t(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialT(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_t_scalar") @implementation
public func ew_special_chebyshev_polynomial_t_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialT(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_u") @implementation
public func ew_special_chebyshev_polynomial_u(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialU(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_u_scalar") @implementation
public func ew_special_chebyshev_polynomial_u_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialU(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_v") @implementation
public func ew_special_chebyshev_polynomial_v(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialV(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_v_scalar") @implementation
public func ew_special_chebyshev_polynomial_v_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialV(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_w") @implementation
public func ew_special_chebyshev_polynomial_w(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialW(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_chebyshev_polynomial_w_scalar") @implementation
public func ew_special_chebyshev_polynomial_w_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialChebyshevPolynomialW(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_t") @implementation
public func ew_special_shifted_chebyshev_polynomial_t(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialT(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_t_scalar") @implementation
public func ew_special_shifted_chebyshev_polynomial_t_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialT(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_u") @implementation
public func ew_special_shifted_chebyshev_polynomial_u(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialU(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_u_scalar") @implementation
public func ew_special_shifted_chebyshev_polynomial_u_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialU(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_v") @implementation
public func ew_special_shifted_chebyshev_polynomial_v(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialV(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_v_scalar") @implementation
public func ew_special_shifted_chebyshev_polynomial_v_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialV(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_w") @implementation
public func ew_special_shifted_chebyshev_polynomial_w(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialW(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_shifted_chebyshev_polynomial_w_scalar") @implementation
public func ew_special_shifted_chebyshev_polynomial_w_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialShiftedChebyshevPolynomialW(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_hermite_polynomial_h") @implementation
public func ew_special_hermite_polynomial_h(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialHermitePolynomialH(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_hermite_polynomial_h_scalar") @implementation
public func ew_special_hermite_polynomial_h_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialHermitePolynomialH(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_hermite_polynomial_he") @implementation
public func ew_special_hermite_polynomial_he(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialHermitePolynomialHe(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_hermite_polynomial_he_scalar") @implementation
public func ew_special_hermite_polynomial_he_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialHermitePolynomialHe(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_laguerre_polynomial_l") @implementation
public func ew_special_laguerre_polynomial_l(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLaguerrePolynomialL(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_laguerre_polynomial_l_scalar") @implementation
public func ew_special_laguerre_polynomial_l_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLaguerrePolynomialL(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_special_legendre_polynomial_p") @implementation
public func ew_special_legendre_polynomial_p(
  _ input: OpaquePointer?, _ n: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLegendrePolynomialP(try Handle.tensor(input), .tensor(try Handle.tensor(n))) }
}

@_cdecl("ew_special_legendre_polynomial_p_scalar") @implementation
public func ew_special_legendre_polynomial_p_scalar(
  _ input: OpaquePointer?, _ n: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.specialLegendrePolynomialP(try Handle.tensor(input), .scalar(try Handle.scalar(n))) }
}

@_cdecl("ew_gcd") @implementation
public func ew_gcd(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.gcd(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_gcd_") @implementation
public func ew_gcd_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.gcd($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_lcm") @implementation
public func ew_lcm(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.lcm(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_lcm_") @implementation
public func ew_lcm_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.lcm($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_frexp") @implementation
public func ew_frexp(
  _ input: OpaquePointer?, _ out_mantissa: UnsafeMutablePointer<OpaquePointer?>?, _ out_exponent: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.frexp(try Handle.tensor(input))
    try Handle.give(r0, out_mantissa)
    try Handle.give(r1, out_exponent)
  }
}

@_cdecl("ew_ldexp") @implementation
public func ew_ldexp(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.ldexp(try Handle.tensor(input), try Handle.tensor(other)).named("LdexpBackward0") }
}

@_cdecl("ew_ldexp_") @implementation
public func ew_ldexp_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.ldexp($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_nextafter") @implementation
public func ew_nextafter(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.nextafter(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_nextafter_") @implementation
public func ew_nextafter_(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.nextafter($0, try Handle.tensor(other)) } }
}

@_cdecl("ew_deg2rad") @implementation
public func ew_deg2rad(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.deg2rad(try Handle.tensor(input)).named("Deg2RadBackward0") }
}

@_cdecl("ew_deg2rad_") @implementation
public func ew_deg2rad_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.deg2rad($0) } }
}

@_cdecl("ew_rad2deg") @implementation
public func ew_rad2deg(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.rad2deg(try Handle.tensor(input)).named("Rad2DegBackward0") }
}

@_cdecl("ew_rad2deg_") @implementation
public func ew_rad2deg_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.rad2deg($0) } }
}

@_cdecl("ew_heaviside") @implementation
public func ew_heaviside(
  _ input: OpaquePointer?, _ values: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.heaviside(try Handle.tensor(input), try Handle.tensor(values)) }
}

@_cdecl("ew_heaviside_") @implementation
public func ew_heaviside_(
  _ input: OpaquePointer?, _ values: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.heaviside($0, try Handle.tensor(values)) } }
}

@_cdecl("ew_nan_to_num") @implementation
public func ew_nan_to_num(
  _ input: OpaquePointer?, _ nan: UnsafePointer<Double>?, _ posinf: UnsafePointer<Double>?, _ neginf: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.nanToNum(try Handle.tensor(input), nan?.pointee, posinf?.pointee, neginf?.pointee) }
}

@_cdecl("ew_nan_to_num_") @implementation
public func ew_nan_to_num_(
  _ input: OpaquePointer?, _ nan: UnsafePointer<Double>?, _ posinf: UnsafePointer<Double>?, _ neginf: UnsafePointer<Double>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.nanToNum($0, nan?.pointee, posinf?.pointee, neginf?.pointee) } }
}

@_cdecl("ew_conj") @implementation
public func ew_conj(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.conj(try Handle.tensor(input)) }
}

@_cdecl("ew_conj_physical") @implementation
public func ew_conj_physical(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.conjPhysical(try Handle.tensor(input)) }
}

@_cdecl("ew_conj_physical_") @implementation
public func ew_conj_physical_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.conjPhysical($0) } }
}

@_cdecl("ew_resolve_conj") @implementation
public func ew_resolve_conj(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.resolveConj(try Handle.tensor(input)) }
}

@_cdecl("ew_resolve_neg") @implementation
public func ew_resolve_neg(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.resolveNeg(try Handle.tensor(input)) }
}

@_cdecl("ew_real") @implementation
public func ew_real(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.real(try Handle.tensor(input)) }
}

@_cdecl("ew_angle") @implementation
public func ew_angle(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.angle(try Handle.tensor(input)) }
}

@_cdecl("ew_sgn") @implementation
public func ew_sgn(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.sgn(try Handle.tensor(input)).named("SgnBackward0") }
}

@_cdecl("ew_sgn_") @implementation
public func ew_sgn_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.sgn($0) } }
}

@_cdecl("ew_isreal") @implementation
public func ew_isreal(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.isreal(try Handle.tensor(input)) }
}

@_cdecl("ew_imag") @implementation
public func ew_imag(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.imag(try Handle.tensor(input)) }
}

@_cdecl("ew_view_as_real") @implementation
public func ew_view_as_real(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.viewAsReal(try Handle.tensor(input)) }
}

@_cdecl("ew_view_as_real_copy") @implementation
public func ew_view_as_real_copy(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.viewAsRealCopy(try Handle.tensor(input)) }
}

@_cdecl("ew_view_as_complex") @implementation
public func ew_view_as_complex(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.viewAsComplex(try Handle.tensor(input)) }
}

@_cdecl("ew_view_as_complex_copy") @implementation
public func ew_view_as_complex_copy(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.viewAsComplexCopy(try Handle.tensor(input)) }
}

@_cdecl("ew_complex") @implementation
public func ew_complex(
  _ real: OpaquePointer?, _ imag: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.complex(try Handle.tensor(real), try Handle.tensor(imag)) }
}

@_cdecl("ew_polar") @implementation
public func ew_polar(
  _ abs: OpaquePointer?, _ angle: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.polar(try Handle.tensor(abs), try Handle.tensor(angle)).named("PolarBackward0") }
}

@_cdecl("ew_fft_fft") @implementation
public func ew_fft_fft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftFft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ifft") @implementation
public func ew_fft_ifft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIfft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_rfft") @implementation
public func ew_fft_rfft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftRfft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)).named("FftR2CBackward0") }
}

@_cdecl("ew_fft_irfft") @implementation
public func ew_fft_irfft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIrfft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_hfft") @implementation
public func ew_fft_hfft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftHfft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ihfft") @implementation
public func ew_fft_ihfft(
  _ input: OpaquePointer?, _ n: UnsafePointer<Int64>?, _ dim: Int64, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIhfft(try Handle.tensor(input), n.map { Int($0.pointee) }, Int(dim), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_fft2") @implementation
public func ew_fft_fft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftFft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_fftn") @implementation
public func ew_fft_fftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftFftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ifft2") @implementation
public func ew_fft_ifft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIfft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ifftn") @implementation
public func ew_fft_ifftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIfftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_rfft2") @implementation
public func ew_fft_rfft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftRfft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_rfftn") @implementation
public func ew_fft_rfftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftRfftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_irfft2") @implementation
public func ew_fft_irfft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIrfft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_irfftn") @implementation
public func ew_fft_irfftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIrfftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_hfft2") @implementation
public func ew_fft_hfft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftHfft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_hfftn") @implementation
public func ew_fft_hfftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftHfftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ihfft2") @implementation
public func ew_fft_ihfft2(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIhfft2(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.integers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_ihfftn") @implementation
public func ew_fft_ihfftn(
  _ input: OpaquePointer?, _ s: UnsafePointer<Int64>?, _ s_count: Int, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ norm: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIhfftn(try Handle.tensor(input), try Handle.optionalIntegers(s, s_count), try Handle.optionalIntegers(dim, dim_count), Handle.optionalString(norm)) }
}

@_cdecl("ew_fft_fftfreq") @implementation
public func ew_fft_fftfreq(
  _ n: Int64, _ d: Double, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.fftFftfreq(Int(n), d, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_fft_rfftfreq") @implementation
public func ew_fft_rfftfreq(
  _ n: Int64, _ d: Double, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.fftRfftfreq(Int(n), d, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_fft_fftshift") @implementation
public func ew_fft_fftshift(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.fftFftshift(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count)) }
}

@_cdecl("ew_fft_ifftshift") @implementation
public func ew_fft_ifftshift(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.fftIfftshift(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count)) }
}

@_cdecl("ew_hann_window") @implementation
public func ew_hann_window(
  _ window_length: Int64, _ periodic: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.hannWindow(Int(window_length), periodic, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_blackman_window") @implementation
public func ew_blackman_window(
  _ window_length: Int64, _ periodic: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.blackmanWindow(Int(window_length), periodic, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_bartlett_window") @implementation
public func ew_bartlett_window(
  _ window_length: Int64, _ periodic: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.bartlettWindow(Int(window_length), periodic, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_hamming_window") @implementation
public func ew_hamming_window(
  _ window_length: Int64, _ periodic: Bool, _ alpha: Double, _ beta: Double, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.hammingWindow(Int(window_length), periodic, alpha, beta, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_kaiser_window") @implementation
public func ew_kaiser_window(
  _ window_length: Int64, _ periodic: Bool, _ beta: Double, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.kaiserWindow(Int(window_length), periodic, beta, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_bartlett") @implementation
public func ew_signal_windows_bartlett(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsBartlett(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_cosine") @implementation
public func ew_signal_windows_cosine(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsCosine(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_hamming") @implementation
public func ew_signal_windows_hamming(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsHamming(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_hann") @implementation
public func ew_signal_windows_hann(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsHann(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_blackman") @implementation
public func ew_signal_windows_blackman(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsBlackman(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_nuttall") @implementation
public func ew_signal_windows_nuttall(
  _ M: Int64, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsNuttall(Int(M), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_exponential") @implementation
public func ew_signal_windows_exponential(
  _ M: Int64, _ center: UnsafePointer<Double>?, _ tau: Double, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsExponential(Int(M), center?.pointee, tau, sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_gaussian") @implementation
public func ew_signal_windows_gaussian(
  _ M: Int64, _ std: Double, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsGaussian(Int(M), std, sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_kaiser") @implementation
public func ew_signal_windows_kaiser(
  _ M: Int64, _ beta: Double, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsKaiser(Int(M), beta, sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_general_hamming") @implementation
public func ew_signal_windows_general_hamming(
  _ M: Int64, _ alpha: Double, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsGeneralHamming(Int(M), alpha, sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_signal_windows_general_cosine") @implementation
public func ew_signal_windows_general_cosine(
  _ M: Int64, _ a: OpaquePointer?, _ sym: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.signalWindowsGeneralCosine(Int(M), try Handle.tensor(a), sym, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_stft") @implementation
public func ew_stft(
  _ input: OpaquePointer?, _ n_fft: Int64, _ hop_length: UnsafePointer<Int64>?, _ win_length: UnsafePointer<Int64>?, _ window: OpaquePointer?, _ center: Bool, _ pad_mode: UnsafePointer<CChar>?, _ normalized: Bool, _ onesided: UnsafePointer<Bool>?, _ return_complex: UnsafePointer<Bool>?, _ align_to_window: UnsafePointer<Bool>?
) -> OpaquePointer? {
  guardedTensor { try Ops.stft(try Handle.tensor(input), Int(n_fft), hop_length.map { Int($0.pointee) }, win_length.map { Int($0.pointee) }, try Handle.optionalTensor(window), center, try Handle.string(pad_mode), normalized, onesided?.pointee, return_complex?.pointee, align_to_window?.pointee) }
}

@_cdecl("ew_istft") @implementation
public func ew_istft(
  _ input: OpaquePointer?, _ n_fft: Int64, _ hop_length: UnsafePointer<Int64>?, _ win_length: UnsafePointer<Int64>?, _ window: OpaquePointer?, _ center: Bool, _ normalized: Bool, _ onesided: UnsafePointer<Bool>?, _ length: UnsafePointer<Int64>?, _ return_complex: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.istft(try Handle.tensor(input), Int(n_fft), hop_length.map { Int($0.pointee) }, win_length.map { Int($0.pointee) }, try Handle.optionalTensor(window), center, normalized, onesided?.pointee, length.map { Int($0.pointee) }, return_complex) }
}

@_cdecl("ew_sum") @implementation
public func ew_sum(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.sum(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_nansum") @implementation
public func ew_nansum(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.nansum(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)).named("NansumBackward0") }
}

@_cdecl("ew_mean") @implementation
public func ew_mean(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.mean(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_prod") @implementation
public func ew_prod(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.prod(try Handle.tensor(input), dim.map { Int($0.pointee) }, keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_all") @implementation
public func ew_all(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.all(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim) }
}

@_cdecl("ew_any") @implementation
public func ew_any(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.any(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim) }
}

@_cdecl("ew_count_nonzero") @implementation
public func ew_count_nonzero(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.countNonzero(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count)) }
}

@_cdecl("ew_max") @implementation
public func ew_max(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.max(try Handle.tensor(input)) }
}

@_cdecl("ew_min") @implementation
public func ew_min(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.min(try Handle.tensor(input)) }
}

@_cdecl("ew_max_dim") @implementation
public func ew_max_dim(
  _ input: OpaquePointer?, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.maxDim(try Handle.tensor(input), Int(dim), keepdim)
    try Handle.give(r0, out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_min_dim") @implementation
public func ew_min_dim(
  _ input: OpaquePointer?, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.minDim(try Handle.tensor(input), Int(dim), keepdim)
    try Handle.give(r0, out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_amax") @implementation
public func ew_amax(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.amax(try Handle.tensor(input), try Handle.integers(dim, dim_count), keepdim) }
}

@_cdecl("ew_amin") @implementation
public func ew_amin(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.amin(try Handle.tensor(input), try Handle.integers(dim, dim_count), keepdim) }
}

@_cdecl("ew_aminmax") @implementation
public func ew_aminmax(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool, _ out_min: UnsafeMutablePointer<OpaquePointer?>?, _ out_max: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.aminmax(try Handle.tensor(input), dim.map { Int($0.pointee) }, keepdim)
    try Handle.give(r0.named("AminmaxBackward0"), out_min)
    try Handle.give(r1, out_max)
  }
}

@_cdecl("ew_argmax") @implementation
public func ew_argmax(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.argmax(try Handle.tensor(input), dim.map { Int($0.pointee) }, keepdim) }
}

@_cdecl("ew_argmin") @implementation
public func ew_argmin(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.argmin(try Handle.tensor(input), dim.map { Int($0.pointee) }, keepdim) }
}

@_cdecl("ew_pick_along") @implementation
public func ew_pick_along(
  _ input: OpaquePointer?, _ indices: OpaquePointer?, _ dim: Int64, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.pickAlong(try Handle.tensor(input), try Handle.tensor(indices), Int(dim), keepdim) }
}

@_cdecl("ew_select_backward") @implementation
public func ew_select_backward(
  _ grad: OpaquePointer?, _ indices: OpaquePointer?, _ dim: Int64, _ shape: UnsafePointer<Int64>?, _ shape_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.selectBackward(try Handle.tensor(grad), try Handle.tensor(indices), Int(dim), try Handle.integers(shape, shape_count), keepdim) }
}

@_cdecl("ew_var") @implementation
public func ew_var(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ correction: UnsafePointer<Double>?, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.var(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), correction?.pointee, keepdim) }
}

@_cdecl("ew_std") @implementation
public func ew_std(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ correction: UnsafePointer<Double>?, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.std(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), correction?.pointee, keepdim) }
}

@_cdecl("ew_var_unbiased") @implementation
public func ew_var_unbiased(
  _ input: OpaquePointer?, _ unbiased: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.varUnbiased(try Handle.tensor(input), unbiased) }
}

@_cdecl("ew_std_unbiased") @implementation
public func ew_std_unbiased(
  _ input: OpaquePointer?, _ unbiased: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.stdUnbiased(try Handle.tensor(input), unbiased) }
}

@_cdecl("ew_var_dim") @implementation
public func ew_var_dim(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ unbiased: Bool, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.varDim(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), unbiased, keepdim) }
}

@_cdecl("ew_std_dim") @implementation
public func ew_std_dim(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ unbiased: Bool, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.stdDim(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), unbiased, keepdim) }
}

@_cdecl("ew_var_mean") @implementation
public func ew_var_mean(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ correction: UnsafePointer<Double>?, _ keepdim: Bool, _ out_var: UnsafeMutablePointer<OpaquePointer?>?, _ out_mean: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.varMean(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), correction?.pointee, keepdim)
    try Handle.give(r0, out_var)
    try Handle.give(r1, out_mean)
  }
}

@_cdecl("ew_std_mean") @implementation
public func ew_std_mean(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ correction: UnsafePointer<Double>?, _ keepdim: Bool, _ out_std: UnsafeMutablePointer<OpaquePointer?>?, _ out_mean: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.stdMean(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), correction?.pointee, keepdim)
    try Handle.give(r0, out_std)
    try Handle.give(r1, out_mean)
  }
}

@_cdecl("ew_linalg_vector_norm") @implementation
public func ew_linalg_vector_norm(
  _ input: OpaquePointer?, _ ord: UnsafePointer<ew_scalar>?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgVectorNorm(try Handle.tensor(input), try Handle.optionalScalar(ord) ?? 2, try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)).named("LinalgVectorNormBackward0") }
}

@_cdecl("ew_logsumexp") @implementation
public func ew_logsumexp(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.logsumexp(try Handle.tensor(input), try Handle.integers(dim, dim_count), keepdim) }
}

@_cdecl("ew_softmax") @implementation
public func ew_softmax(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.softmax(try Handle.tensor(input), Int(dim), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_log_softmax") @implementation
public func ew_log_softmax(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.logSoftmax(try Handle.tensor(input), Int(dim), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_softmax_backward") @implementation
public func ew_softmax_backward(
  _ grad: OpaquePointer?, _ output: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.softmaxBackward(try Handle.tensor(grad), try Handle.tensor(output), Int(dim)) }
}

@_cdecl("ew_log_softmax_backward") @implementation
public func ew_log_softmax_backward(
  _ grad: OpaquePointer?, _ output: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.logSoftmaxBackward(try Handle.tensor(grad), try Handle.tensor(output), Int(dim)) }
}

@_cdecl("ew_cumsum") @implementation
public func ew_cumsum(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.cumsum(try Handle.tensor(input), Int(dim), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_cumsum_") @implementation
public func ew_cumsum_(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.cumsum($0, Int(dim), try Handle.optionalDType(dtype)) } }
}

@_cdecl("ew_cumprod") @implementation
public func ew_cumprod(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.cumprod(try Handle.tensor(input), Int(dim), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_cumprod_") @implementation
public func ew_cumprod_(
  _ input: OpaquePointer?, _ dim: Int64, _ dtype: Int32
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.cumprod($0, Int(dim), try Handle.optionalDType(dtype)) } }
}

@_cdecl("ew_matmul") @implementation
public func ew_matmul(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.matmul(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_mm") @implementation
public func ew_mm(
  _ input: OpaquePointer?, _ mat2: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mm(try Handle.tensor(input), try Handle.tensor(mat2)) }
}

@_cdecl("ew_bmm") @implementation
public func ew_bmm(
  _ input: OpaquePointer?, _ mat2: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bmm(try Handle.tensor(input), try Handle.tensor(mat2)) }
}

@_cdecl("ew_mv") @implementation
public func ew_mv(
  _ input: OpaquePointer?, _ vec: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.mv(try Handle.tensor(input), try Handle.tensor(vec)) }
}

@_cdecl("ew_dot") @implementation
public func ew_dot(
  _ input: OpaquePointer?, _ tensor: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.dot(try Handle.tensor(input), try Handle.tensor(tensor)) }
}

@_cdecl("ew_outer") @implementation
public func ew_outer(
  _ input: OpaquePointer?, _ vec2: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.outer(try Handle.tensor(input), try Handle.tensor(vec2)) }
}

@_cdecl("ew_addmm") @implementation
public func ew_addmm(
  _ input: OpaquePointer?, _ mat1: OpaquePointer?, _ mat2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addmm(try Handle.tensor(input), try Handle.tensor(mat1), try Handle.tensor(mat2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_addmm_") @implementation
public func ew_addmm_(
  _ input: OpaquePointer?, _ mat1: OpaquePointer?, _ mat2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addmm($0, try Handle.tensor(mat1), try Handle.tensor(mat2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_baddbmm") @implementation
public func ew_baddbmm(
  _ input: OpaquePointer?, _ batch1: OpaquePointer?, _ batch2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.baddbmm(try Handle.tensor(input), try Handle.tensor(batch1), try Handle.tensor(batch2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_baddbmm_") @implementation
public func ew_baddbmm_(
  _ input: OpaquePointer?, _ batch1: OpaquePointer?, _ batch2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.baddbmm($0, try Handle.tensor(batch1), try Handle.tensor(batch2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_linear") @implementation
public func ew_linear(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linear(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias)) }
}

@_cdecl("ew_conv2d") @implementation
public func ew_conv2d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv2d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_conv2d_padding") @implementation
public func ew_conv2d_padding(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<CChar>?, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv2dPadding(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.string(padding), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_conv1d") @implementation
public func ew_conv1d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv1d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), Int(groups)).named("ConvolutionBackward0") }
}

@_cdecl("ew_conv1d_padding") @implementation
public func ew_conv1d_padding(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<CChar>?, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv1dPadding(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.string(padding), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_conv_transpose2d") @implementation
public func ew_conv_transpose2d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ output_padding: UnsafePointer<Int64>?, _ output_padding_count: Int, _ groups: Int64, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.convTranspose2d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(output_padding, output_padding_count), Int(groups), try Handle.integers(dilation, dilation_count)).named("ConvolutionBackward0") }
}

@_cdecl("ew_conv_transpose1d") @implementation
public func ew_conv_transpose1d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ output_padding: UnsafePointer<Int64>?, _ output_padding_count: Int, _ groups: Int64, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.convTranspose1d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(output_padding, output_padding_count), Int(groups), try Handle.integers(dilation, dilation_count)).named("ConvolutionBackward0") }
}

@_cdecl("ew_conv2d_input") @implementation
public func ew_conv2d_input(
  _ grad: OpaquePointer?, _ weight: OpaquePointer?, _ input_size: UnsafePointer<Int64>?, _ input_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv2dInput(try Handle.tensor(grad), try Handle.tensor(weight), try Handle.integers(input_size, input_size_count), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_conv2d_weight") @implementation
public func ew_conv2d_weight(
  _ grad: OpaquePointer?, _ input: OpaquePointer?, _ weight_size: UnsafePointer<Int64>?, _ weight_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv2dWeight(try Handle.tensor(grad), try Handle.tensor(input), try Handle.integers(weight_size, weight_size_count), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_max_pool2d") @implementation
public func ew_max_pool2d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.maxPool2d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode) }
}

@_cdecl("ew_max_pool2d_with_indices") @implementation
public func ew_max_pool2d_with_indices(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.maxPool2dWithIndices(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode)
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_max_pool2d_backward") @implementation
public func ew_max_pool2d_backward(
  _ grad: OpaquePointer?, _ indices: OpaquePointer?, _ input_size: UnsafePointer<Int64>?, _ input_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.maxPool2dBackward(try Handle.tensor(grad), try Handle.tensor(indices), try Handle.integers(input_size, input_size_count)) }
}

@_cdecl("ew_avg_pool2d") @implementation
public func ew_avg_pool2d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ ceil_mode: Bool, _ count_include_pad: Bool, _ divisor_override: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.avgPool2d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), ceil_mode, count_include_pad, divisor_override.map { Int($0.pointee) }) }
}

@_cdecl("ew_max_pool1d") @implementation
public func ew_max_pool1d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.maxPool1d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode) }
}

@_cdecl("ew_max_pool1d_with_indices") @implementation
public func ew_max_pool1d_with_indices(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.maxPool1dWithIndices(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode)
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_avg_pool1d") @implementation
public func ew_avg_pool1d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ ceil_mode: Bool, _ count_include_pad: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.avgPool1d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), ceil_mode, count_include_pad) }
}

@_cdecl("ew_batch_norm") @implementation
public func ew_batch_norm(
  _ input: OpaquePointer?, _ running_mean: OpaquePointer?, _ running_var: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ training: Bool, _ momentum: Double, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.batchNorm(try Handle.tensor(input), try Handle.optionalTensor(running_mean), try Handle.optionalTensor(running_var), try Handle.optionalTensor(weight), try Handle.optionalTensor(bias), training, momentum, eps) }
}

@_cdecl("ew_layer_norm") @implementation
public func ew_layer_norm(
  _ input: OpaquePointer?, _ normalized_shape: UnsafePointer<Int64>?, _ normalized_shape_count: Int, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.layerNorm(try Handle.tensor(input), try Handle.integers(normalized_shape, normalized_shape_count), try Handle.optionalTensor(weight), try Handle.optionalTensor(bias), eps) }
}

@_cdecl("ew_group_norm") @implementation
public func ew_group_norm(
  _ input: OpaquePointer?, _ num_groups: Int64, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.groupNorm(try Handle.tensor(input), Int(num_groups), try Handle.optionalTensor(weight), try Handle.optionalTensor(bias), eps).named("NativeGroupNormBackward0") }
}

@_cdecl("ew_instance_norm") @implementation
public func ew_instance_norm(
  _ input: OpaquePointer?, _ running_mean: OpaquePointer?, _ running_var: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ use_input_stats: Bool, _ momentum: Double, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.instanceNorm(try Handle.tensor(input), try Handle.optionalTensor(running_mean), try Handle.optionalTensor(running_var), try Handle.optionalTensor(weight), try Handle.optionalTensor(bias), use_input_stats, momentum, eps) }
}

@_cdecl("ew_rms_norm") @implementation
public func ew_rms_norm(
  _ input: OpaquePointer?, _ normalized_shape: UnsafePointer<Int64>?, _ normalized_shape_count: Int, _ weight: OpaquePointer?, _ eps: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.rmsNorm(try Handle.tensor(input), try Handle.integers(normalized_shape, normalized_shape_count), try Handle.optionalTensor(weight), eps?.pointee) }
}

@_cdecl("ew_dropout") @implementation
public func ew_dropout(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.dropout(try Handle.tensor(input), p, training) }
}

@_cdecl("ew_dropout_") @implementation
public func ew_dropout_(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.dropout($0, p, training) } }
}

@_cdecl("ew_feature_dropout") @implementation
public func ew_feature_dropout(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.featureDropout(try Handle.tensor(input), p, training) }
}

@_cdecl("ew_embedding") @implementation
public func ew_embedding(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ padding_idx: UnsafePointer<Int64>?, _ max_norm: UnsafePointer<Double>?, _ norm_type: Double, _ scale_grad_by_freq: Bool, _ sparse: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.embedding(try Handle.tensor(input), try Handle.tensor(weight), padding_idx.map { Int($0.pointee) }, max_norm?.pointee, norm_type, scale_grad_by_freq, sparse) }
}

@_cdecl("ew_embedding_dense_backward") @implementation
public func ew_embedding_dense_backward(
  _ grad_output: OpaquePointer?, _ indices: OpaquePointer?, _ num_weights: Int64, _ padding_idx: Int64, _ scale_grad_by_freq: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.embeddingDenseBackward(try Handle.tensor(grad_output), try Handle.tensor(indices), Int(num_weights), Int(padding_idx), scale_grad_by_freq) }
}

@_cdecl("ew_rand") @implementation
public func ew_rand(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.rand(try Handle.integers(size, size_count), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randn") @implementation
public func ew_randn(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randn(try Handle.integers(size, size_count), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randint") @implementation
public func ew_randint(
  _ high: Int64, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randint(Int(high), try Handle.integers(size, size_count), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randint_low") @implementation
public func ew_randint_low(
  _ low: Int64, _ high: Int64, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randintLow(Int(low), Int(high), try Handle.integers(size, size_count), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randperm") @implementation
public func ew_randperm(
  _ n: Int64, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randperm(Int(n), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_rand_like") @implementation
public func ew_rand_like(
  _ input: OpaquePointer?, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randLike(try Handle.tensor(input), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randn_like") @implementation
public func ew_randn_like(
  _ input: OpaquePointer?, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randnLike(try Handle.tensor(input), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randint_like") @implementation
public func ew_randint_like(
  _ input: OpaquePointer?, _ high: Int64, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randintLike(try Handle.tensor(input), Int(high), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_randint_like_low") @implementation
public func ew_randint_like_low(
  _ input: OpaquePointer?, _ low: Int64, _ high: Int64, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.randintLikeLow(try Handle.tensor(input), Int(low), Int(high), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_bernoulli") @implementation
public func ew_bernoulli(
  _ input: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bernoulli(try Handle.tensor(input), try Handle.generator(generator)) }
}

@_cdecl("ew_bernoulli_p") @implementation
public func ew_bernoulli_p(
  _ input: OpaquePointer?, _ p: Double, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bernoulliP(try Handle.tensor(input), p, try Handle.generator(generator)) }
}

@_cdecl("ew_normal") @implementation
public func ew_normal(
  _ mean: OpaquePointer?, _ std: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.normal(.tensor(try Handle.tensor(mean)), .tensor(try Handle.tensor(std)), try Handle.generator(generator)) }
}

@_cdecl("ew_normal_scalar") @implementation
public func ew_normal_scalar(
  _ mean: OpaquePointer?, _ std: UnsafePointer<ew_scalar>?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.normal(.tensor(try Handle.tensor(mean)), .scalar(try Handle.optionalScalar(std) ?? 1), try Handle.generator(generator)) }
}

@_cdecl("ew_normal_float") @implementation
public func ew_normal_float(
  _ mean: Double, _ std: Double, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ generator: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.normalFloat(mean, std, try Handle.integers(size, size_count), try Handle.generator(generator), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_multinomial") @implementation
public func ew_multinomial(
  _ input: OpaquePointer?, _ num_samples: Int64, _ replacement: Bool, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.multinomial(try Handle.tensor(input), Int(num_samples), replacement, try Handle.generator(generator)) }
}

@_cdecl("ew_uniform_") @implementation
public func ew_uniform_(
  _ input: OpaquePointer?, _ from_: Double, _ to: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.uniformInPlace(try Handle.tensor(input), from_, to, try Handle.generator(generator)) }
}

@_cdecl("ew_normal_") @implementation
public func ew_normal_(
  _ input: OpaquePointer?, _ mean: Double, _ std: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.normalInPlace(try Handle.tensor(input), mean, std, try Handle.generator(generator)) }
}

@_cdecl("ew_log_normal_") @implementation
public func ew_log_normal_(
  _ input: OpaquePointer?, _ mean: Double, _ std: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.logNormalInPlace(try Handle.tensor(input), mean, std, try Handle.generator(generator)) }
}

@_cdecl("ew_bernoulli_") @implementation
public func ew_bernoulli_(
  _ input: OpaquePointer?, _ p: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.bernoulliInPlace(try Handle.tensor(input), p, try Handle.generator(generator)) }
}

@_cdecl("ew_bernoulli__Tensor") @implementation
public func ew_bernoulli__Tensor(
  _ input: OpaquePointer?, _ p: OpaquePointer?, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.bernoulliTensor(try Handle.tensor(input), try Handle.tensor(p), try Handle.generator(generator)) }
}

@_cdecl("ew_random_") @implementation
public func ew_random_(
  _ input: OpaquePointer?, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.randomInPlace(try Handle.tensor(input), try Handle.generator(generator)) }
}

@_cdecl("ew_random__to") @implementation
public func ew_random__to(
  _ input: OpaquePointer?, _ to: Int64, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.randomTo(try Handle.tensor(input), Int(to), try Handle.generator(generator)) }
}

@_cdecl("ew_random__from") @implementation
public func ew_random__from(
  _ input: OpaquePointer?, _ from_: Int64, _ to: UnsafePointer<Int64>?, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.randomFrom(try Handle.tensor(input), Int(from_), to.map { Int($0.pointee) }, try Handle.generator(generator)) }
}

@_cdecl("ew_exponential_") @implementation
public func ew_exponential_(
  _ input: OpaquePointer?, _ lambd: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.exponentialInPlace(try Handle.tensor(input), lambd, try Handle.generator(generator)) }
}

@_cdecl("ew_cauchy_") @implementation
public func ew_cauchy_(
  _ input: OpaquePointer?, _ median: Double, _ sigma: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.cauchyInPlace(try Handle.tensor(input), median, sigma, try Handle.generator(generator)) }
}

@_cdecl("ew_geometric_") @implementation
public func ew_geometric_(
  _ input: OpaquePointer?, _ p: Double, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.geometricInPlace(try Handle.tensor(input), p, try Handle.generator(generator)) }
}

@_cdecl("ew__standard_gamma") @implementation
public func ew__standard_gamma(
  _ input: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops._standardGamma(try Handle.tensor(input), try Handle.generator(generator)) }
}

@_cdecl("ew__standard_gamma_grad") @implementation
public func ew__standard_gamma_grad(
  _ input: OpaquePointer?, _ output: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops._standardGammaGrad(try Handle.tensor(input), try Handle.tensor(output)) }
}

@_cdecl("ew__sample_dirichlet") @implementation
public func ew__sample_dirichlet(
  _ input: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops._sampleDirichlet(try Handle.tensor(input), try Handle.generator(generator)) }
}

@_cdecl("ew__dirichlet_grad") @implementation
public func ew__dirichlet_grad(
  _ x: OpaquePointer?, _ alpha: OpaquePointer?, _ total: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops._dirichletGrad(try Handle.tensor(x), try Handle.tensor(alpha), try Handle.tensor(total)) }
}

@_cdecl("ew_poisson") @implementation
public func ew_poisson(
  _ input: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.poisson(try Handle.tensor(input), try Handle.generator(generator)) }
}

@_cdecl("ew_binomial") @implementation
public func ew_binomial(
  _ count: OpaquePointer?, _ prob: OpaquePointer?, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.binomial(try Handle.tensor(count), try Handle.tensor(prob), try Handle.generator(generator)) }
}

@_cdecl("ew_empty") @implementation
public func ew_empty(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.empty(try Handle.integers(size, size_count), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_zeros") @implementation
public func ew_zeros(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.zeros(try Handle.integers(size, size_count), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_ones") @implementation
public func ew_ones(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.ones(try Handle.integers(size, size_count), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_full") @implementation
public func ew_full(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ fill_value: UnsafePointer<ew_scalar>?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.full(try Handle.integers(size, size_count), try Handle.scalar(fill_value), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_arange") @implementation
public func ew_arange(
  _ start: UnsafePointer<ew_scalar>?, _ end: UnsafePointer<ew_scalar>?, _ step: UnsafePointer<ew_scalar>?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.arange(try Handle.scalar(start), try Handle.scalar(end), try Handle.optionalScalar(step) ?? 1, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_linspace") @implementation
public func ew_linspace(
  _ start: UnsafePointer<ew_scalar>?, _ end: UnsafePointer<ew_scalar>?, _ steps: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linspace(try Handle.scalar(start), try Handle.scalar(end), Int(steps), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_logspace") @implementation
public func ew_logspace(
  _ start: UnsafePointer<ew_scalar>?, _ end: UnsafePointer<ew_scalar>?, _ steps: Int64, _ base: Double, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.logspace(try Handle.scalar(start), try Handle.scalar(end), Int(steps), base, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_eye") @implementation
public func ew_eye(
  _ n: Int64, _ m: UnsafePointer<Int64>?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.eye(Int(n), m.map { Int($0.pointee) }, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_empty_like") @implementation
public func ew_empty_like(
  _ input: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.emptyLike(try Handle.tensor(input), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_zeros_like") @implementation
public func ew_zeros_like(
  _ input: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.zerosLike(try Handle.tensor(input), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_ones_like") @implementation
public func ew_ones_like(
  _ input: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.onesLike(try Handle.tensor(input), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_full_like") @implementation
public func ew_full_like(
  _ input: OpaquePointer?, _ fill_value: UnsafePointer<ew_scalar>?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.fullLike(try Handle.tensor(input), try Handle.scalar(fill_value), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_tril") @implementation
public func ew_tril(
  _ input: OpaquePointer?, _ diagonal: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.tril(try Handle.tensor(input), Int(diagonal)) }
}

@_cdecl("ew_tril_") @implementation
public func ew_tril_(
  _ input: OpaquePointer?, _ diagonal: Int64
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.tril($0, Int(diagonal)) } }
}

@_cdecl("ew_triu") @implementation
public func ew_triu(
  _ input: OpaquePointer?, _ diagonal: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.triu(try Handle.tensor(input), Int(diagonal)) }
}

@_cdecl("ew_triu_") @implementation
public func ew_triu_(
  _ input: OpaquePointer?, _ diagonal: Int64
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.triu($0, Int(diagonal)) } }
}

@_cdecl("ew_tril_indices") @implementation
public func ew_tril_indices(
  _ row: Int64, _ col: Int64, _ offset: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.trilIndices(Int(row), Int(col), Int(offset)) }
}

@_cdecl("ew_triu_indices") @implementation
public func ew_triu_indices(
  _ row: Int64, _ col: Int64, _ offset: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.triuIndices(Int(row), Int(col), Int(offset)) }
}

@_cdecl("ew_view") @implementation
public func ew_view(
  _ input: OpaquePointer?, _ shape: UnsafePointer<Int64>?, _ shape_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.view(try Handle.tensor(input), try Handle.integers(shape, shape_count)) }
}

@_cdecl("ew_reshape") @implementation
public func ew_reshape(
  _ input: OpaquePointer?, _ shape: UnsafePointer<Int64>?, _ shape_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.reshape(try Handle.tensor(input), try Handle.integers(shape, shape_count)) }
}

@_cdecl("ew_as_strided") @implementation
public func ew_as_strided(
  _ input: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ storage_offset: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.asStrided(try Handle.tensor(input), try Handle.integers(size, size_count), try Handle.integers(stride, stride_count), storage_offset.map { Int($0.pointee) }) }
}

@_cdecl("ew_squeeze") @implementation
public func ew_squeeze(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.squeeze(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count)) }
}

@_cdecl("ew_unsqueeze") @implementation
public func ew_unsqueeze(
  _ input: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.unsqueeze(try Handle.tensor(input), Int(dim)) }
}

@_cdecl("ew_expand") @implementation
public func ew_expand(
  _ input: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.expand(try Handle.tensor(input), try Handle.integers(size, size_count)) }
}

@_cdecl("ew_expand_as") @implementation
public func ew_expand_as(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.expandAs(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_broadcast_to") @implementation
public func ew_broadcast_to(
  _ input: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.broadcastTo(try Handle.tensor(input), try Handle.integers(size, size_count)) }
}

@_cdecl("ew_broadcast_tensors") @implementation
public func ew_broadcast_tensors(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.broadcastTensors(try Handle.tensors(tensors, tensors_count)), out_tensors, out_count) }
}

@_cdecl("ew_view_as") @implementation
public func ew_view_as(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.viewAs(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_reshape_as") @implementation
public func ew_reshape_as(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.reshapeAs(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_flatten") @implementation
public func ew_flatten(
  _ input: OpaquePointer?, _ start_dim: Int64, _ end_dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.flatten(try Handle.tensor(input), Int(start_dim), Int(end_dim)) }
}

@_cdecl("ew_unflatten") @implementation
public func ew_unflatten(
  _ input: OpaquePointer?, _ dim: Int64, _ sizes: UnsafePointer<Int64>?, _ sizes_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.unflatten(try Handle.tensor(input), Int(dim), try Handle.integers(sizes, sizes_count)) }
}

@_cdecl("ew_ravel") @implementation
public func ew_ravel(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.ravel(try Handle.tensor(input)) }
}

@_cdecl("ew_narrow") @implementation
public func ew_narrow(
  _ input: OpaquePointer?, _ dim: Int64, _ start: Int64, _ length: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.narrow(try Handle.tensor(input), Int(dim), Int(start), Int(length)) }
}

@_cdecl("ew_select") @implementation
public func ew_select(
  _ input: OpaquePointer?, _ dim: Int64, _ index: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.select(try Handle.tensor(input), Int(dim), Int(index)) }
}

@_cdecl("ew_slice") @implementation
public func ew_slice(
  _ input: OpaquePointer?, _ dim: Int64, _ start: UnsafePointer<Int64>?, _ end: UnsafePointer<Int64>?, _ step: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.slice(try Handle.tensor(input), Int(dim), start.map { Int($0.pointee) }, end.map { Int($0.pointee) }, Int(step)) }
}

@_cdecl("ew_slice_backward") @implementation
public func ew_slice_backward(
  _ grad: OpaquePointer?, _ input_sizes: UnsafePointer<Int64>?, _ input_sizes_count: Int, _ dim: Int64, _ start: Int64, _ step: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.sliceBackward(try Handle.tensor(grad), try Handle.integers(input_sizes, input_sizes_count), Int(dim), Int(start), Int(step)) }
}

@_cdecl("ew_unfold") @implementation
public func ew_unfold(
  _ input: OpaquePointer?, _ dimension: Int64, _ size: Int64, _ step: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.unfold(try Handle.tensor(input), Int(dimension), Int(size), Int(step)) }
}

@_cdecl("ew_transpose") @implementation
public func ew_transpose(
  _ input: OpaquePointer?, _ dim0: Int64, _ dim1: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.transpose(try Handle.tensor(input), Int(dim0), Int(dim1)) }
}

@_cdecl("ew_swapaxes") @implementation
public func ew_swapaxes(
  _ input: OpaquePointer?, _ axis0: Int64, _ axis1: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.swapaxes(try Handle.tensor(input), Int(axis0), Int(axis1)) }
}

@_cdecl("ew_swapdims") @implementation
public func ew_swapdims(
  _ input: OpaquePointer?, _ dim0: Int64, _ dim1: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.swapdims(try Handle.tensor(input), Int(dim0), Int(dim1)) }
}

@_cdecl("ew_t") @implementation
public func ew_t(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.t(try Handle.tensor(input)) }
}

@_cdecl("ew_adjoint") @implementation
public func ew_adjoint(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.adjoint(try Handle.tensor(input)) }
}

@_cdecl("ew_permute") @implementation
public func ew_permute(
  _ input: OpaquePointer?, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.permute(try Handle.tensor(input), try Handle.integers(dims, dims_count)) }
}

@_cdecl("ew_movedim") @implementation
public func ew_movedim(
  _ input: OpaquePointer?, _ source: UnsafePointer<Int64>?, _ source_count: Int, _ destination: UnsafePointer<Int64>?, _ destination_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.movedim(try Handle.tensor(input), try Handle.integers(source, source_count), try Handle.integers(destination, destination_count)) }
}

@_cdecl("ew_moveaxis") @implementation
public func ew_moveaxis(
  _ input: OpaquePointer?, _ source: UnsafePointer<Int64>?, _ source_count: Int, _ destination: UnsafePointer<Int64>?, _ destination_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.moveaxis(try Handle.tensor(input), try Handle.integers(source, source_count), try Handle.integers(destination, destination_count)) }
}

@_cdecl("ew_flip") @implementation
public func ew_flip(
  _ input: OpaquePointer?, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.flip(try Handle.tensor(input), try Handle.integers(dims, dims_count)) }
}

@_cdecl("ew_fliplr") @implementation
public func ew_fliplr(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.fliplr(try Handle.tensor(input)) }
}

@_cdecl("ew_flipud") @implementation
public func ew_flipud(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.flipud(try Handle.tensor(input)) }
}

@_cdecl("ew_rot90") @implementation
public func ew_rot90(
  _ input: OpaquePointer?, _ k: Int64, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.rot90(try Handle.tensor(input), Int(k), try Handle.integers(dims, dims_count)).named("Rot90Backward0") }
}

@_cdecl("ew_roll") @implementation
public func ew_roll(
  _ input: OpaquePointer?, _ shifts: UnsafePointer<Int64>?, _ shifts_count: Int, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.roll(try Handle.tensor(input), try Handle.integers(shifts, shifts_count), try Handle.optionalIntegers(dims, dims_count)).named("RollBackward0") }
}

@_cdecl("ew_detach") @implementation
public func ew_detach(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.detach(try Handle.tensor(input)) }
}

@_cdecl("ew_clone") @implementation
public func ew_clone(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.clone(try Handle.tensor(input)) }
}

@_cdecl("ew_contiguous") @implementation
public func ew_contiguous(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.contiguous(try Handle.tensor(input)) }
}

@_cdecl("ew_to_dtype") @implementation
public func ew_to_dtype(
  _ input: OpaquePointer?, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.toDtype(try Handle.tensor(input), try Handle.dtype(dtype)) }
}

@_cdecl("ew_copy_") @implementation
public func ew_copy_(
  _ input: OpaquePointer?, _ source: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.copyInPlace(try Handle.tensor(input), try Handle.tensor(source)) }
}

@_cdecl("ew_fill_") @implementation
public func ew_fill_(
  _ input: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Ops.fillInPlace(try Handle.tensor(input), try Handle.scalar(value)) }
}

@_cdecl("ew_zero_") @implementation
public func ew_zero_(
  _ input: OpaquePointer?
) -> Int32 {
  guardedStatus { try Ops.zeroInPlace(try Handle.tensor(input)) }
}

@_cdecl("ew_resize_") @implementation
public func ew_resize_(
  _ input: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int
) -> Int32 {
  guardedStatus { try Ops.resizeInPlace(try Handle.tensor(input), try Handle.integers(size, size_count)) }
}

@_cdecl("ew_cat") @implementation
public func ew_cat(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.cat(try Handle.tensors(tensors, tensors_count), Int(dim)) }
}

@_cdecl("ew_stack") @implementation
public func ew_stack(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.stack(try Handle.tensors(tensors, tensors_count), Int(dim)) }
}

@_cdecl("ew_hstack") @implementation
public func ew_hstack(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.hstack(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_vstack") @implementation
public func ew_vstack(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.vstack(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_dstack") @implementation
public func ew_dstack(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.dstack(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_meshgrid") @implementation
public func ew_meshgrid(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int, _ indexing: UnsafePointer<CChar>?, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.meshgrid(try Handle.tensors(tensors, tensors_count), Handle.optionalString(indexing)), out_tensors, out_count) }
}

@_cdecl("ew_atleast_1d") @implementation
public func ew_atleast_1d(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atleast1d(try Handle.tensor(input)) }
}

@_cdecl("ew_atleast_2d") @implementation
public func ew_atleast_2d(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atleast2d(try Handle.tensor(input)) }
}

@_cdecl("ew_atleast_3d") @implementation
public func ew_atleast_3d(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.atleast3d(try Handle.tensor(input)) }
}

@_cdecl("ew_split") @implementation
public func ew_split(
  _ tensor: OpaquePointer?, _ split_size_or_sections: Int64, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.split(try Handle.tensor(tensor), Int(split_size_or_sections), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_split_sizes") @implementation
public func ew_split_sizes(
  _ tensor: OpaquePointer?, _ split_size_or_sections: UnsafePointer<Int64>?, _ split_size_or_sections_count: Int, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.splitSizes(try Handle.tensor(tensor), try Handle.integers(split_size_or_sections, split_size_or_sections_count), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_split_with_sizes") @implementation
public func ew_split_with_sizes(
  _ input: OpaquePointer?, _ split_sizes: UnsafePointer<Int64>?, _ split_sizes_count: Int, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.splitWithSizes(try Handle.tensor(input), try Handle.integers(split_sizes, split_sizes_count), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_chunk") @implementation
public func ew_chunk(
  _ input: OpaquePointer?, _ chunks: Int64, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.chunk(try Handle.tensor(input), Int(chunks), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_tensor_split") @implementation
public func ew_tensor_split(
  _ input: OpaquePointer?, _ indices_or_sections: Int64, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.tensorSplit(try Handle.tensor(input), Int(indices_or_sections), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_tensor_split_indices") @implementation
public func ew_tensor_split_indices(
  _ input: OpaquePointer?, _ indices_or_sections: UnsafePointer<Int64>?, _ indices_or_sections_count: Int, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.tensorSplitIndices(try Handle.tensor(input), try Handle.integers(indices_or_sections, indices_or_sections_count), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_unbind") @implementation
public func ew_unbind(
  _ input: OpaquePointer?, _ dim: Int64, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.unbind(try Handle.tensor(input), Int(dim)), out_tensors, out_count) }
}

@_cdecl("ew_repeat") @implementation
public func ew_repeat(
  _ input: OpaquePointer?, _ repeats: UnsafePointer<Int64>?, _ repeats_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.repeat(try Handle.tensor(input), try Handle.integers(repeats, repeats_count)) }
}

@_cdecl("ew_tile") @implementation
public func ew_tile(
  _ input: OpaquePointer?, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.tile(try Handle.tensor(input), try Handle.integers(dims, dims_count)) }
}

@_cdecl("ew_repeat_interleave") @implementation
public func ew_repeat_interleave(
  _ input: OpaquePointer?, _ repeats: Int64, _ dim: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.repeatInterleave(try Handle.tensor(input), Int(repeats), dim.map { Int($0.pointee) }) }
}

@_cdecl("ew_repeat_interleave_tensor") @implementation
public func ew_repeat_interleave_tensor(
  _ input: OpaquePointer?, _ repeats: OpaquePointer?, _ dim: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.repeatInterleaveTensor(try Handle.tensor(input), try Handle.tensor(repeats), dim.map { Int($0.pointee) }) }
}

@_cdecl("ew_diagonal") @implementation
public func ew_diagonal(
  _ input: OpaquePointer?, _ offset: Int64, _ dim1: Int64, _ dim2: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diagonal(try Handle.tensor(input), Int(offset), Int(dim1), Int(dim2)) }
}

@_cdecl("ew_diagonal_backward") @implementation
public func ew_diagonal_backward(
  _ grad_output: OpaquePointer?, _ input_sizes: UnsafePointer<Int64>?, _ input_sizes_count: Int, _ offset: Int64, _ dim1: Int64, _ dim2: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diagonalBackward(try Handle.tensor(grad_output), try Handle.integers(input_sizes, input_sizes_count), Int(offset), Int(dim1), Int(dim2)) }
}

@_cdecl("ew_diag_embed") @implementation
public func ew_diag_embed(
  _ input: OpaquePointer?, _ offset: Int64, _ dim1: Int64, _ dim2: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diagEmbed(try Handle.tensor(input), Int(offset), Int(dim1), Int(dim2)) }
}

@_cdecl("ew_diag") @implementation
public func ew_diag(
  _ input: OpaquePointer?, _ diagonal: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diag(try Handle.tensor(input), Int(diagonal)) }
}

@_cdecl("ew_gather") @implementation
public func ew_gather(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.gather(try Handle.tensor(input), Int(dim), try Handle.tensor(index)) }
}

@_cdecl("ew_take_along_dim") @implementation
public func ew_take_along_dim(
  _ input: OpaquePointer?, _ indices: OpaquePointer?, _ dim: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.takeAlongDim(try Handle.tensor(input), try Handle.tensor(indices), dim.map { Int($0.pointee) }) }
}

@_cdecl("ew_scatter") @implementation
public func ew_scatter(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.scatter(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(src)) }
}

@_cdecl("ew_scatter_") @implementation
public func ew_scatter_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatter($0, Int(dim), try Handle.tensor(index), try Handle.tensor(src)) } }
}

@_cdecl("ew_scatter_value") @implementation
public func ew_scatter_value(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.scatterValue(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.scalar(value)) }
}

@_cdecl("ew_scatter_value_") @implementation
public func ew_scatter_value_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatterValue($0, Int(dim), try Handle.tensor(index), try Handle.scalar(value)) } }
}

@_cdecl("ew_scatter_add") @implementation
public func ew_scatter_add(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.scatterAdd(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(src)) }
}

@_cdecl("ew_scatter_add_") @implementation
public func ew_scatter_add_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatterAdd($0, Int(dim), try Handle.tensor(index), try Handle.tensor(src)) } }
}

@_cdecl("ew_take") @implementation
public func ew_take(
  _ input: OpaquePointer?, _ index: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.take(try Handle.tensor(input), try Handle.tensor(index)).named("TakeBackward0") }
}

@_cdecl("ew_index_select") @implementation
public func ew_index_select(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.indexSelect(try Handle.tensor(input), Int(dim), try Handle.tensor(index)) }
}

@_cdecl("ew_index_add") @implementation
public func ew_index_add(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.indexAdd(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(source), try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_index_add_") @implementation
public func ew_index_add_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.indexAdd($0, Int(dim), try Handle.tensor(index), try Handle.tensor(source), try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_index_copy") @implementation
public func ew_index_copy(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.indexCopy(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(source)) }
}

@_cdecl("ew_index_copy_") @implementation
public func ew_index_copy_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.indexCopy($0, Int(dim), try Handle.tensor(index), try Handle.tensor(source)) } }
}

@_cdecl("ew_index_fill") @implementation
public func ew_index_fill(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.indexFill(try Handle.tensor(input), Int(dim), try Handle.tensor(index), .tensor(try Handle.tensor(value))) }
}

@_cdecl("ew_index_fill_scalar") @implementation
public func ew_index_fill_scalar(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.indexFill(try Handle.tensor(input), Int(dim), try Handle.tensor(index), .scalar(try Handle.scalar(value))) }
}

@_cdecl("ew_index_fill_") @implementation
public func ew_index_fill_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.indexFill($0, Int(dim), try Handle.tensor(index), .tensor(try Handle.tensor(value))) } }
}

@_cdecl("ew_index_fill_scalar_") @implementation
public func ew_index_fill_scalar_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.indexFill($0, Int(dim), try Handle.tensor(index), .scalar(try Handle.scalar(value))) } }
}

@_cdecl("ew_masked_select") @implementation
public func ew_masked_select(
  _ input: OpaquePointer?, _ mask: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.maskedSelect(try Handle.tensor(input), try Handle.tensor(mask)) }
}

@_cdecl("ew_masked_scatter") @implementation
public func ew_masked_scatter(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ source: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.maskedScatter(try Handle.tensor(input), try Handle.tensor(mask), try Handle.tensor(source)) }
}

@_cdecl("ew_masked_scatter_") @implementation
public func ew_masked_scatter_(
  _ input: OpaquePointer?, _ mask: OpaquePointer?, _ source: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.maskedScatter($0, try Handle.tensor(mask), try Handle.tensor(source)) } }
}

@_cdecl("ew_nonzero") @implementation
public func ew_nonzero(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.nonzero(try Handle.tensor(input)) }
}

@_cdecl("ew_nonzero_numpy") @implementation
public func ew_nonzero_numpy(
  _ input: OpaquePointer?, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Ops.nonzeroNumpy(try Handle.tensor(input)), out_tensors, out_count) }
}

@_cdecl("ew_argwhere") @implementation
public func ew_argwhere(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.argwhere(try Handle.tensor(input)) }
}

@_cdecl("ew_one_hot") @implementation
public func ew_one_hot(
  _ input: OpaquePointer?, _ num_classes: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.oneHot(try Handle.tensor(input), Int(num_classes)) }
}

@_cdecl("ew_basic_index") @implementation
public func ew_basic_index(
  _ input: OpaquePointer?, _ code: UnsafePointer<Int64>?, _ code_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.basicIndex(try Handle.tensor(input), try Handle.integers(code, code_count)) }
}

@_cdecl("ew_basic_index_backward") @implementation
public func ew_basic_index_backward(
  _ grad: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ code: UnsafePointer<Int64>?, _ code_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.basicIndexBackward(try Handle.tensor(grad), try Handle.integers(size, size_count), try Handle.integers(code, code_count)) }
}

@_cdecl("ew_index") @implementation
public func ew_index(
  _ input: OpaquePointer?, _ indices: UnsafePointer<OpaquePointer?>?, _ indices_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.index(try Handle.tensor(input), try Handle.optionalTensors(indices, indices_count)) }
}

@_cdecl("ew_index_put") @implementation
public func ew_index_put(
  _ input: OpaquePointer?, _ indices: UnsafePointer<OpaquePointer?>?, _ indices_count: Int, _ values: OpaquePointer?, _ accumulate: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.indexPut(try Handle.tensor(input), try Handle.optionalTensors(indices, indices_count), try Handle.tensor(values), accumulate) }
}

@_cdecl("ew_index_put_") @implementation
public func ew_index_put_(
  _ input: OpaquePointer?, _ indices: UnsafePointer<OpaquePointer?>?, _ indices_count: Int, _ values: OpaquePointer?, _ accumulate: Bool
) -> Int32 {
  guardedStatus { try Ops.indexPutInPlace(try Handle.tensor(input), try Handle.optionalTensors(indices, indices_count), try Handle.tensor(values), accumulate) }
}

@_cdecl("ew_sort") @implementation
public func ew_sort(
  _ input: OpaquePointer?, _ dim: Int64, _ descending: Bool, _ stable: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.sort(try Handle.tensor(input), Int(dim), descending, stable)
    try Handle.give(r0, out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_argsort") @implementation
public func ew_argsort(
  _ input: OpaquePointer?, _ dim: Int64, _ descending: Bool, _ stable: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.argsort(try Handle.tensor(input), Int(dim), descending, stable) }
}

@_cdecl("ew_msort") @implementation
public func ew_msort(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.msort(try Handle.tensor(input)) }
}

@_cdecl("ew_topk") @implementation
public func ew_topk(
  _ input: OpaquePointer?, _ k: Int64, _ dim: Int64, _ largest: Bool, _ sorted: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.topk(try Handle.tensor(input), Int(k), Int(dim), largest, sorted)
    try Handle.give(r0, out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_constant_pad_nd") @implementation
public func ew_constant_pad_nd(
  _ input: OpaquePointer?, _ pad: UnsafePointer<Int64>?, _ pad_count: Int, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.constantPadNd(try Handle.tensor(input), try Handle.integers(pad, pad_count), try Handle.optionalScalar(value) ?? 0) }
}

@_cdecl("ew_pad") @implementation
public func ew_pad(
  _ input: OpaquePointer?, _ pad: UnsafePointer<Int64>?, _ pad_count: Int, _ mode: UnsafePointer<CChar>?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.pad(try Handle.tensor(input), try Handle.integers(pad, pad_count), try Handle.string(mode), try Handle.optionalScalar(value)) }
}

@_cdecl("ew_upsample") @implementation
public func ew_upsample(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ mode: UnsafePointer<CChar>?, _ align_corners: Bool, _ antialias: Bool, _ scales_d: UnsafePointer<Double>?, _ scales_h: UnsafePointer<Double>?, _ scales_w: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.upsample(try Handle.tensor(input), try Handle.integers(output_size, output_size_count), try Handle.string(mode), align_corners, antialias, scales_d?.pointee, scales_h?.pointee, scales_w?.pointee) }
}

@_cdecl("ew_max_pool3d") @implementation
public func ew_max_pool3d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.maxPool3d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode).named("MaxPool3DWithIndicesBackward0") }
}

@_cdecl("ew_max_pool3d_with_indices") @implementation
public func ew_max_pool3d_with_indices(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ ceil_mode: Bool, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.maxPool3dWithIndices(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), ceil_mode)
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_avg_pool3d") @implementation
public func ew_avg_pool3d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ ceil_mode: Bool, _ count_include_pad: Bool, _ divisor_override: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.avgPool3d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.optionalIntegers(stride, stride_count), try Handle.integers(padding, padding_count), ceil_mode, count_include_pad, divisor_override.map { Int($0.pointee) }) }
}

@_cdecl("ew_adaptive_avg_pool1d") @implementation
public func ew_adaptive_avg_pool1d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveAvgPool1d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_adaptive_avg_pool2d") @implementation
public func ew_adaptive_avg_pool2d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveAvgPool2d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_adaptive_avg_pool3d") @implementation
public func ew_adaptive_avg_pool3d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveAvgPool3d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_adaptive_max_pool1d") @implementation
public func ew_adaptive_max_pool1d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveMaxPool1d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_adaptive_max_pool1d_with_indices") @implementation
public func ew_adaptive_max_pool1d_with_indices(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.adaptiveMaxPool1dWithIndices(try Handle.tensor(input), try Handle.integers(output_size, output_size_count))
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_adaptive_max_pool2d") @implementation
public func ew_adaptive_max_pool2d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveMaxPool2d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)).named("AdaptiveMaxPool2DBackward0") }
}

@_cdecl("ew_adaptive_max_pool2d_with_indices") @implementation
public func ew_adaptive_max_pool2d_with_indices(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.adaptiveMaxPool2dWithIndices(try Handle.tensor(input), try Handle.integers(output_size, output_size_count))
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_adaptive_max_pool3d") @implementation
public func ew_adaptive_max_pool3d(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.adaptiveMaxPool3d(try Handle.tensor(input), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_adaptive_max_pool3d_with_indices") @implementation
public func ew_adaptive_max_pool3d_with_indices(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.adaptiveMaxPool3dWithIndices(try Handle.tensor(input), try Handle.integers(output_size, output_size_count))
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_fractional_max_pool2d") @implementation
public func ew_fractional_max_pool2d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ random_samples: OpaquePointer?, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.fractionalMaxPool2d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.integers(output_size, output_size_count), try Handle.tensor(random_samples))
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_fractional_max_pool3d") @implementation
public func ew_fractional_max_pool3d(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ random_samples: OpaquePointer?, _ out_out: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.fractionalMaxPool3d(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.integers(output_size, output_size_count), try Handle.tensor(random_samples))
    try Handle.give(r0, out_out)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_max_unpool") @implementation
public func ew_max_unpool(
  _ input: OpaquePointer?, _ indices: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.maxUnpool(try Handle.tensor(input), try Handle.tensor(indices), try Handle.integers(output_size, output_size_count)) }
}

@_cdecl("ew_conv3d") @implementation
public func ew_conv3d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv3d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(dilation, dilation_count), Int(groups)).named("ConvolutionBackward0") }
}

@_cdecl("ew_conv3d_padding") @implementation
public func ew_conv3d_padding(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<CChar>?, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.conv3dPadding(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.string(padding), try Handle.integers(dilation, dilation_count), Int(groups)) }
}

@_cdecl("ew_conv_transpose3d") @implementation
public func ew_conv_transpose3d(
  _ input: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ output_padding: UnsafePointer<Int64>?, _ output_padding_count: Int, _ groups: Int64, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.convTranspose3d(try Handle.tensor(input), try Handle.tensor(weight), try Handle.optionalTensor(bias), try Handle.integers(stride, stride_count), try Handle.integers(padding, padding_count), try Handle.integers(output_padding, output_padding_count), Int(groups), try Handle.integers(dilation, dilation_count)).named("ConvolutionBackward0") }
}

@_cdecl("ew_grid_sampler") @implementation
public func ew_grid_sampler(
  _ input: OpaquePointer?, _ grid: OpaquePointer?, _ interpolation_mode: Int64, _ padding_mode: Int64, _ align_corners: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.gridSampler(try Handle.tensor(input), try Handle.tensor(grid), Int(interpolation_mode), Int(padding_mode), align_corners) }
}

@_cdecl("ew_affine_grid_generator") @implementation
public func ew_affine_grid_generator(
  _ theta: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ align_corners: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.affineGridGenerator(try Handle.tensor(theta), try Handle.integers(size, size_count), align_corners) }
}

@_cdecl("ew_im2col") @implementation
public func ew_im2col(
  _ input: OpaquePointer?, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.im2col(try Handle.tensor(input), try Handle.integers(kernel_size, kernel_size_count), try Handle.integers(dilation, dilation_count), try Handle.integers(padding, padding_count), try Handle.integers(stride, stride_count)) }
}

@_cdecl("ew_col2im") @implementation
public func ew_col2im(
  _ input: OpaquePointer?, _ output_size: UnsafePointer<Int64>?, _ output_size_count: Int, _ kernel_size: UnsafePointer<Int64>?, _ kernel_size_count: Int, _ dilation: UnsafePointer<Int64>?, _ dilation_count: Int, _ padding: UnsafePointer<Int64>?, _ padding_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.col2im(try Handle.tensor(input), try Handle.integers(output_size, output_size_count), try Handle.integers(kernel_size, kernel_size_count), try Handle.integers(dilation, dilation_count), try Handle.integers(padding, padding_count), try Handle.integers(stride, stride_count)) }
}

@_cdecl("ew_pixel_shuffle") @implementation
public func ew_pixel_shuffle(
  _ input: OpaquePointer?, _ upscale_factor: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.pixelShuffle(try Handle.tensor(input), Int(upscale_factor)).named("PixelShuffleBackward0") }
}

@_cdecl("ew_pixel_unshuffle") @implementation
public func ew_pixel_unshuffle(
  _ input: OpaquePointer?, _ downscale_factor: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.pixelUnshuffle(try Handle.tensor(input), Int(downscale_factor)).named("PixelUnshuffleBackward0") }
}

@_cdecl("ew_channel_shuffle") @implementation
public func ew_channel_shuffle(
  _ input: OpaquePointer?, _ groups: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.channelShuffle(try Handle.tensor(input), Int(groups)).named("ChannelShuffleBackward0") }
}

@_cdecl("ew_pairwise_distance") @implementation
public func ew_pairwise_distance(
  _ x1: OpaquePointer?, _ x2: OpaquePointer?, _ p: Double, _ eps: Double, _ keepdim: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.pairwiseDistance(try Handle.tensor(x1), try Handle.tensor(x2), p, eps, keepdim) }
}

@_cdecl("ew_cosine_similarity") @implementation
public func ew_cosine_similarity(
  _ x1: OpaquePointer?, _ x2: OpaquePointer?, _ dim: Int64, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.cosineSimilarity(try Handle.tensor(x1), try Handle.tensor(x2), Int(dim), eps) }
}

@_cdecl("ew_normalize") @implementation
public func ew_normalize(
  _ input: OpaquePointer?, _ p: Double, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ eps: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.normalize(try Handle.tensor(input), p, try Handle.integers(dim, dim_count), eps) }
}

@_cdecl("ew_local_response_norm") @implementation
public func ew_local_response_norm(
  _ input: OpaquePointer?, _ size: Int64, _ alpha: Double, _ beta: Double, _ k: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.localResponseNorm(try Handle.tensor(input), Int(size), alpha, beta, k) }
}

@_cdecl("ew_bilinear") @implementation
public func ew_bilinear(
  _ input1: OpaquePointer?, _ input2: OpaquePointer?, _ weight: OpaquePointer?, _ bias: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.bilinear(try Handle.tensor(input1), try Handle.tensor(input2), try Handle.tensor(weight), try Handle.optionalTensor(bias)) }
}

@_cdecl("ew_cosine_embedding_loss") @implementation
public func ew_cosine_embedding_loss(
  _ input1: OpaquePointer?, _ input2: OpaquePointer?, _ target: OpaquePointer?, _ margin: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.cosineEmbeddingLoss(try Handle.tensor(input1), try Handle.tensor(input2), try Handle.tensor(target), margin, try Handle.string(reduction)) }
}

@_cdecl("ew_multi_margin_loss") @implementation
public func ew_multi_margin_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ p: Int64, _ margin: Double, _ weight: OpaquePointer?, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.multiMarginLoss(try Handle.tensor(input), try Handle.tensor(target), Int(p), margin, try Handle.optionalTensor(weight), try Handle.string(reduction)).named("MultiMarginLossBackward0") }
}

@_cdecl("ew_multilabel_margin_loss") @implementation
public func ew_multilabel_margin_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.multilabelMarginLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.string(reduction)).named("MultilabelMarginLossBackward0") }
}

@_cdecl("ew_multilabel_soft_margin_loss") @implementation
public func ew_multilabel_soft_margin_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ weight: OpaquePointer?, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.multilabelSoftMarginLoss(try Handle.tensor(input), try Handle.tensor(target), try Handle.optionalTensor(weight), try Handle.string(reduction)) }
}

@_cdecl("ew_triplet_margin_loss") @implementation
public func ew_triplet_margin_loss(
  _ anchor: OpaquePointer?, _ positive: OpaquePointer?, _ negative: OpaquePointer?, _ margin: Double, _ p: Double, _ eps: Double, _ swap: Bool, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.tripletMarginLoss(try Handle.tensor(anchor), try Handle.tensor(positive), try Handle.tensor(negative), margin, p, eps, swap, try Handle.string(reduction)) }
}

@_cdecl("ew_gaussian_nll_loss") @implementation
public func ew_gaussian_nll_loss(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ `var`: OpaquePointer?, _ full: Bool, _ eps: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.gaussianNllLoss(try Handle.tensor(input), try Handle.tensor(target), .tensor(try Handle.tensor(`var`)), full, eps, try Handle.string(reduction)) }
}

@_cdecl("ew_gaussian_nll_loss_scalar") @implementation
public func ew_gaussian_nll_loss_scalar(
  _ input: OpaquePointer?, _ target: OpaquePointer?, _ `var`: UnsafePointer<ew_scalar>?, _ full: Bool, _ eps: Double, _ reduction: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.gaussianNllLoss(try Handle.tensor(input), try Handle.tensor(target), .scalar(try Handle.scalar(`var`)), full, eps, try Handle.string(reduction)) }
}

@_cdecl("ew_alpha_dropout") @implementation
public func ew_alpha_dropout(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.alphaDropout(try Handle.tensor(input), p, training) }
}

@_cdecl("ew_alpha_dropout_") @implementation
public func ew_alpha_dropout_(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.alphaDropout($0, p, training) } }
}

@_cdecl("ew_feature_alpha_dropout") @implementation
public func ew_feature_alpha_dropout(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.featureAlphaDropout(try Handle.tensor(input), p, training) }
}

@_cdecl("ew_feature_alpha_dropout_") @implementation
public func ew_feature_alpha_dropout_(
  _ input: OpaquePointer?, _ p: Double, _ training: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.featureAlphaDropout($0, p, training) } }
}

@_cdecl("ew_rrelu") @implementation
public func ew_rrelu(
  _ input: OpaquePointer?, _ lower: UnsafePointer<ew_scalar>?, _ upper: UnsafePointer<ew_scalar>?, _ training: Bool, _ generator: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.rrelu(try Handle.tensor(input), try Handle.optionalScalar(lower) ?? 0.125, try Handle.optionalScalar(upper) ?? 0.3333333333333333, training, try Handle.generator(generator)).named("RreluWithNoiseBackward0") }
}

@_cdecl("ew_rrelu_") @implementation
public func ew_rrelu_(
  _ input: OpaquePointer?, _ lower: UnsafePointer<ew_scalar>?, _ upper: UnsafePointer<ew_scalar>?, _ training: Bool, _ generator: OpaquePointer?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.rrelu($0, try Handle.optionalScalar(lower) ?? 0.125, try Handle.optionalScalar(upper) ?? 0.3333333333333333, training, try Handle.generator(generator)) } }
}

@_cdecl("ew_gumbel_softmax") @implementation
public func ew_gumbel_softmax(
  _ logits: OpaquePointer?, _ tau: Double, _ hard: Bool, _ eps: Double, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.gumbelSoftmax(try Handle.tensor(logits), tau, hard, eps, Int(dim)) }
}

@_cdecl("ew_scaled_dot_product_attention") @implementation
public func ew_scaled_dot_product_attention(
  _ query: OpaquePointer?, _ key: OpaquePointer?, _ value: OpaquePointer?, _ attn_mask: OpaquePointer?, _ dropout_p: Double, _ is_causal: Bool, _ scale: UnsafePointer<Double>?, _ enable_gqa: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.scaledDotProductAttention(try Handle.tensor(query), try Handle.tensor(key), try Handle.tensor(value), try Handle.optionalTensor(attn_mask), dropout_p, is_causal, scale?.pointee, enable_gqa) }
}

@_cdecl("ew_ctc_loss") @implementation
public func ew_ctc_loss(
  _ log_probs: OpaquePointer?, _ targets: OpaquePointer?, _ input_lengths: OpaquePointer?, _ target_lengths: OpaquePointer?, _ blank: Int64, _ reduction: UnsafePointer<CChar>?, _ zero_infinity: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.ctcLoss(try Handle.tensor(log_probs), try Handle.tensor(targets), try Handle.tensor(input_lengths), try Handle.tensor(target_lengths), Int(blank), try Handle.string(reduction), zero_infinity) }
}

@_cdecl("ew_embedding_renorm_") @implementation
public func ew_embedding_renorm_(
  _ input: OpaquePointer?, _ indices: OpaquePointer?, _ max_norm: Double, _ norm_type: Double
) -> Int32 {
  guardedStatus { try Ops.embeddingRenormInPlace(try Handle.tensor(input), try Handle.tensor(indices), max_norm, norm_type) }
}

@_cdecl("ew_embedding_bag") @implementation
public func ew_embedding_bag(
  _ weight: OpaquePointer?, _ input: OpaquePointer?, _ offsets: OpaquePointer?, _ scale_grad_by_freq: Bool, _ mode: Int64, _ sparse: Bool, _ per_sample_weights: OpaquePointer?, _ include_last_offset: Bool, _ padding_idx: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.embeddingBag(try Handle.tensor(weight), try Handle.tensor(input), try Handle.tensor(offsets), scale_grad_by_freq, Int(mode), sparse, try Handle.optionalTensor(per_sample_weights), include_last_offset, padding_idx.map { Int($0.pointee) }).named("EmbeddingBagBackward0") }
}

@_cdecl("ew_lstm_input") @implementation
public func ew_lstm_input(
  _ input: OpaquePointer?, _ hx: UnsafePointer<OpaquePointer?>?, _ hx_count: Int, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ batch_first: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?, _ out_c_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.lstmInput(try Handle.tensor(input), try Handle.tensors(hx, hx_count), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional, batch_first)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
    try Handle.give(r2, out_c_n)
  }
}

@_cdecl("ew_lstm_data") @implementation
public func ew_lstm_data(
  _ data: OpaquePointer?, _ batch_sizes: OpaquePointer?, _ hx: UnsafePointer<OpaquePointer?>?, _ hx_count: Int, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?, _ out_c_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.lstmData(try Handle.tensor(data), try Handle.tensor(batch_sizes), try Handle.tensors(hx, hx_count), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
    try Handle.give(r2, out_c_n)
  }
}

@_cdecl("ew_gru_input") @implementation
public func ew_gru_input(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ batch_first: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.gruInput(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional, batch_first)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_gru_data") @implementation
public func ew_gru_data(
  _ data: OpaquePointer?, _ batch_sizes: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.gruData(try Handle.tensor(data), try Handle.tensor(batch_sizes), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_rnn_tanh_input") @implementation
public func ew_rnn_tanh_input(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ batch_first: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.rnnTanhInput(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional, batch_first)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_rnn_tanh_data") @implementation
public func ew_rnn_tanh_data(
  _ data: OpaquePointer?, _ batch_sizes: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.rnnTanhData(try Handle.tensor(data), try Handle.tensor(batch_sizes), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_rnn_relu_input") @implementation
public func ew_rnn_relu_input(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ batch_first: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.rnnReluInput(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional, batch_first)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_rnn_relu_data") @implementation
public func ew_rnn_relu_data(
  _ data: OpaquePointer?, _ batch_sizes: OpaquePointer?, _ hx: OpaquePointer?, _ params: UnsafePointer<OpaquePointer?>?, _ params_count: Int, _ has_biases: Bool, _ num_layers: Int64, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_h_n: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.rnnReluData(try Handle.tensor(data), try Handle.tensor(batch_sizes), try Handle.tensor(hx), try Handle.tensors(params, params_count), has_biases, Int(num_layers), dropout, train, bidirectional)
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_h_n)
  }
}

@_cdecl("ew_lstm_cell") @implementation
public func ew_lstm_cell(
  _ input: OpaquePointer?, _ hx: UnsafePointer<OpaquePointer?>?, _ hx_count: Int, _ w_ih: OpaquePointer?, _ w_hh: OpaquePointer?, _ b_ih: OpaquePointer?, _ b_hh: OpaquePointer?, _ out_h: UnsafeMutablePointer<OpaquePointer?>?, _ out_c: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.lstmCell(try Handle.tensor(input), try Handle.tensors(hx, hx_count), try Handle.tensor(w_ih), try Handle.tensor(w_hh), try Handle.optionalTensor(b_ih), try Handle.optionalTensor(b_hh))
    try Handle.give(r0, out_h)
    try Handle.give(r1, out_c)
  }
}

@_cdecl("ew_gru_cell") @implementation
public func ew_gru_cell(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ w_ih: OpaquePointer?, _ w_hh: OpaquePointer?, _ b_ih: OpaquePointer?, _ b_hh: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.gruCell(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensor(w_ih), try Handle.tensor(w_hh), try Handle.optionalTensor(b_ih), try Handle.optionalTensor(b_hh)) }
}

@_cdecl("ew_rnn_tanh_cell") @implementation
public func ew_rnn_tanh_cell(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ w_ih: OpaquePointer?, _ w_hh: OpaquePointer?, _ b_ih: OpaquePointer?, _ b_hh: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.rnnTanhCell(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensor(w_ih), try Handle.tensor(w_hh), try Handle.optionalTensor(b_ih), try Handle.optionalTensor(b_hh)) }
}

@_cdecl("ew_rnn_relu_cell") @implementation
public func ew_rnn_relu_cell(
  _ input: OpaquePointer?, _ hx: OpaquePointer?, _ w_ih: OpaquePointer?, _ w_hh: OpaquePointer?, _ b_ih: OpaquePointer?, _ b_hh: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.rnnReluCell(try Handle.tensor(input), try Handle.tensor(hx), try Handle.tensor(w_ih), try Handle.tensor(w_hh), try Handle.optionalTensor(b_ih), try Handle.optionalTensor(b_hh)) }
}

@_cdecl("ew_pack_padded_sequence") @implementation
public func ew_pack_padded_sequence(
  _ input: OpaquePointer?, _ lengths: OpaquePointer?, _ batch_first: Bool, _ out_data: UnsafeMutablePointer<OpaquePointer?>?, _ out_batch_sizes: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.packPaddedSequence(try Handle.tensor(input), try Handle.tensor(lengths), batch_first)
    try Handle.give(r0, out_data)
    try Handle.give(r1, out_batch_sizes)
  }
}

@_cdecl("ew_pad_packed_sequence") @implementation
public func ew_pad_packed_sequence(
  _ data: OpaquePointer?, _ batch_sizes: OpaquePointer?, _ batch_first: Bool, _ padding_value: UnsafePointer<ew_scalar>?, _ total_length: Int64, _ out_padded: UnsafeMutablePointer<OpaquePointer?>?, _ out_lengths: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.padPackedSequence(try Handle.tensor(data), try Handle.tensor(batch_sizes), batch_first, try Handle.optionalScalar(padding_value) ?? 0.0, Int(total_length))
    try Handle.give(r0, out_padded)
    try Handle.give(r1, out_lengths)
  }
}

@_cdecl("ew_linalg_cholesky") @implementation
public func ew_linalg_cholesky(
  _ input: OpaquePointer?, _ upper: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgCholesky(try Handle.tensor(input), upper) }
}

@_cdecl("ew_linalg_cholesky_ex") @implementation
public func ew_linalg_cholesky_ex(
  _ input: OpaquePointer?, _ upper: Bool, _ check_errors: Bool, _ out_L: UnsafeMutablePointer<OpaquePointer?>?, _ out_info: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgCholeskyEx(try Handle.tensor(input), upper, check_errors)
    try Handle.give(r0, out_L)
    try Handle.give(r1, out_info)
  }
}

@_cdecl("ew_cholesky") @implementation
public func ew_cholesky(
  _ input: OpaquePointer?, _ upper: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.cholesky(try Handle.tensor(input), upper) }
}

@_cdecl("ew_cholesky_solve") @implementation
public func ew_cholesky_solve(
  _ input: OpaquePointer?, _ L: OpaquePointer?, _ upper: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.choleskySolve(try Handle.tensor(input), try Handle.tensor(L), upper) }
}

@_cdecl("ew_cholesky_inverse") @implementation
public func ew_cholesky_inverse(
  _ L: OpaquePointer?, _ upper: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.choleskyInverse(try Handle.tensor(L), upper).named("CholeskyInverseBackward0") }
}

@_cdecl("ew_linalg_lu_factor") @implementation
public func ew_linalg_lu_factor(
  _ A: OpaquePointer?, _ pivot: Bool, _ out_LU: UnsafeMutablePointer<OpaquePointer?>?, _ out_pivots: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgLuFactor(try Handle.tensor(A), pivot)
    try Handle.give(r0, out_LU)
    try Handle.give(r1, out_pivots)
  }
}

@_cdecl("ew_linalg_lu_factor_ex") @implementation
public func ew_linalg_lu_factor_ex(
  _ A: OpaquePointer?, _ pivot: Bool, _ check_errors: Bool, _ out_LU: UnsafeMutablePointer<OpaquePointer?>?, _ out_pivots: UnsafeMutablePointer<OpaquePointer?>?, _ out_info: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.linalgLuFactorEx(try Handle.tensor(A), pivot, check_errors)
    try Handle.give(r0, out_LU)
    try Handle.give(r1, out_pivots)
    try Handle.give(r2, out_info)
  }
}

@_cdecl("ew_linalg_lu") @implementation
public func ew_linalg_lu(
  _ A: OpaquePointer?, _ pivot: Bool, _ out_P: UnsafeMutablePointer<OpaquePointer?>?, _ out_L: UnsafeMutablePointer<OpaquePointer?>?, _ out_U: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.linalgLu(try Handle.tensor(A), pivot)
    try Handle.give(r0, out_P)
    try Handle.give(r1, out_L)
    try Handle.give(r2, out_U)
  }
}

@_cdecl("ew_lu_unpack") @implementation
public func ew_lu_unpack(
  _ LU_data: OpaquePointer?, _ LU_pivots: OpaquePointer?, _ unpack_data: Bool, _ unpack_pivots: Bool, _ out_P: UnsafeMutablePointer<OpaquePointer?>?, _ out_L: UnsafeMutablePointer<OpaquePointer?>?, _ out_U: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.luUnpack(try Handle.tensor(LU_data), try Handle.tensor(LU_pivots), unpack_data, unpack_pivots)
    try Handle.give(r0, out_P)
    try Handle.give(r1, out_L)
    try Handle.give(r2, out_U)
  }
}

@_cdecl("ew_linalg_lu_solve") @implementation
public func ew_linalg_lu_solve(
  _ LU: OpaquePointer?, _ pivots: OpaquePointer?, _ B: OpaquePointer?, _ left: Bool, _ adjoint: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgLuSolve(try Handle.tensor(LU), try Handle.tensor(pivots), try Handle.tensor(B), left, adjoint) }
}

@_cdecl("ew_lu_solve") @implementation
public func ew_lu_solve(
  _ input: OpaquePointer?, _ LU_data: OpaquePointer?, _ LU_pivots: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.luSolve(try Handle.tensor(input), try Handle.tensor(LU_data), try Handle.tensor(LU_pivots)) }
}

@_cdecl("ew_linalg_ldl_factor") @implementation
public func ew_linalg_ldl_factor(
  _ input: OpaquePointer?, _ hermitian: Bool, _ out_LD: UnsafeMutablePointer<OpaquePointer?>?, _ out_pivots: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgLdlFactor(try Handle.tensor(input), hermitian)
    try Handle.give(r0, out_LD)
    try Handle.give(r1, out_pivots)
  }
}

@_cdecl("ew_linalg_ldl_factor_ex") @implementation
public func ew_linalg_ldl_factor_ex(
  _ input: OpaquePointer?, _ hermitian: Bool, _ check_errors: Bool, _ out_LD: UnsafeMutablePointer<OpaquePointer?>?, _ out_pivots: UnsafeMutablePointer<OpaquePointer?>?, _ out_info: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.linalgLdlFactorEx(try Handle.tensor(input), hermitian, check_errors)
    try Handle.give(r0, out_LD)
    try Handle.give(r1, out_pivots)
    try Handle.give(r2, out_info)
  }
}

@_cdecl("ew_linalg_ldl_solve") @implementation
public func ew_linalg_ldl_solve(
  _ LD: OpaquePointer?, _ pivots: OpaquePointer?, _ B: OpaquePointer?, _ hermitian: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgLdlSolve(try Handle.tensor(LD), try Handle.tensor(pivots), try Handle.tensor(B), hermitian) }
}

@_cdecl("ew_geqrf") @implementation
public func ew_geqrf(
  _ input: OpaquePointer?, _ out_a: UnsafeMutablePointer<OpaquePointer?>?, _ out_tau: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.geqrf(try Handle.tensor(input))
    try Handle.give(r0, out_a)
    try Handle.give(r1, out_tau)
  }
}

@_cdecl("ew_linalg_qr") @implementation
public func ew_linalg_qr(
  _ A: OpaquePointer?, _ mode: UnsafePointer<CChar>?, _ out_Q: UnsafeMutablePointer<OpaquePointer?>?, _ out_R: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgQr(try Handle.tensor(A), try Handle.string(mode))
    try Handle.give(r0, out_Q)
    try Handle.give(r1, out_R)
  }
}

@_cdecl("ew_qr") @implementation
public func ew_qr(
  _ input: OpaquePointer?, _ some: Bool, _ out_Q: UnsafeMutablePointer<OpaquePointer?>?, _ out_R: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.qr(try Handle.tensor(input), some)
    try Handle.give(r0, out_Q)
    try Handle.give(r1, out_R)
  }
}

@_cdecl("ew_linalg_householder_product") @implementation
public func ew_linalg_householder_product(
  _ input: OpaquePointer?, _ tau: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgHouseholderProduct(try Handle.tensor(input), try Handle.tensor(tau)) }
}

@_cdecl("ew_orgqr") @implementation
public func ew_orgqr(
  _ input: OpaquePointer?, _ input2: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.orgqr(try Handle.tensor(input), try Handle.tensor(input2)) }
}

@_cdecl("ew_ormqr") @implementation
public func ew_ormqr(
  _ input: OpaquePointer?, _ tau: OpaquePointer?, _ other: OpaquePointer?, _ left: Bool, _ transpose: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.ormqr(try Handle.tensor(input), try Handle.tensor(tau), try Handle.tensor(other), left, transpose) }
}

@_cdecl("ew_linalg_solve_triangular") @implementation
public func ew_linalg_solve_triangular(
  _ input: OpaquePointer?, _ B: OpaquePointer?, _ upper: Bool, _ left: Bool, _ unitriangular: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgSolveTriangular(try Handle.tensor(input), try Handle.tensor(B), upper, left, unitriangular) }
}

@_cdecl("ew_triangular_solve") @implementation
public func ew_triangular_solve(
  _ b: OpaquePointer?, _ A: OpaquePointer?, _ upper: Bool, _ transpose: Bool, _ unitriangular: Bool, _ out_solution: UnsafeMutablePointer<OpaquePointer?>?, _ out_cloned_coefficient: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.triangularSolve(try Handle.tensor(b), try Handle.tensor(A), upper, transpose, unitriangular)
    try Handle.give(r0, out_solution)
    try Handle.give(r1, out_cloned_coefficient)
  }
}

@_cdecl("ew_linalg_solve") @implementation
public func ew_linalg_solve(
  _ A: OpaquePointer?, _ B: OpaquePointer?, _ left: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgSolve(try Handle.tensor(A), try Handle.tensor(B), left) }
}

@_cdecl("ew_linalg_solve_ex") @implementation
public func ew_linalg_solve_ex(
  _ A: OpaquePointer?, _ B: OpaquePointer?, _ left: Bool, _ check_errors: Bool, _ out_result: UnsafeMutablePointer<OpaquePointer?>?, _ out_info: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgSolveEx(try Handle.tensor(A), try Handle.tensor(B), left, check_errors)
    try Handle.give(r0, out_result)
    try Handle.give(r1, out_info)
  }
}

@_cdecl("ew_linalg_inv") @implementation
public func ew_linalg_inv(
  _ A: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgInv(try Handle.tensor(A)) }
}

@_cdecl("ew_linalg_inv_ex") @implementation
public func ew_linalg_inv_ex(
  _ A: OpaquePointer?, _ check_errors: Bool, _ out_inverse: UnsafeMutablePointer<OpaquePointer?>?, _ out_info: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgInvEx(try Handle.tensor(A), check_errors)
    try Handle.give(r0, out_inverse)
    try Handle.give(r1, out_info)
  }
}

@_cdecl("ew_inverse") @implementation
public func ew_inverse(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.inverse(try Handle.tensor(input)) }
}

@_cdecl("ew_linalg_tensorinv") @implementation
public func ew_linalg_tensorinv(
  _ input: OpaquePointer?, _ ind: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgTensorinv(try Handle.tensor(input), Int(ind)) }
}

@_cdecl("ew_linalg_tensorsolve") @implementation
public func ew_linalg_tensorsolve(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ dims: UnsafePointer<Int64>?, _ dims_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgTensorsolve(try Handle.tensor(input), try Handle.tensor(other), try Handle.optionalIntegers(dims, dims_count)) }
}

@_cdecl("ew_linalg_det") @implementation
public func ew_linalg_det(
  _ A: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgDet(try Handle.tensor(A)) }
}

@_cdecl("ew_linalg_slogdet") @implementation
public func ew_linalg_slogdet(
  _ A: OpaquePointer?, _ out_sign: UnsafeMutablePointer<OpaquePointer?>?, _ out_logabsdet: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgSlogdet(try Handle.tensor(A))
    try Handle.give(r0, out_sign)
    try Handle.give(r1, out_logabsdet)
  }
}

@_cdecl("ew_logdet") @implementation
public func ew_logdet(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.logdet(try Handle.tensor(input)) }
}

@_cdecl("ew_linalg_svd") @implementation
public func ew_linalg_svd(
  _ A: OpaquePointer?, _ full_matrices: Bool, _ driver: UnsafePointer<CChar>?, _ out_U: UnsafeMutablePointer<OpaquePointer?>?, _ out_S: UnsafeMutablePointer<OpaquePointer?>?, _ out_Vh: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.linalgSvd(try Handle.tensor(A), full_matrices, Handle.optionalString(driver))
    try Handle.give(r0, out_U)
    try Handle.give(r1, out_S)
    try Handle.give(r2, out_Vh)
  }
}

@_cdecl("ew_linalg_svdvals") @implementation
public func ew_linalg_svdvals(
  _ A: OpaquePointer?, _ driver: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgSvdvals(try Handle.tensor(A), Handle.optionalString(driver)) }
}

@_cdecl("ew_svd") @implementation
public func ew_svd(
  _ input: OpaquePointer?, _ some: Bool, _ compute_uv: Bool, _ out_U: UnsafeMutablePointer<OpaquePointer?>?, _ out_S: UnsafeMutablePointer<OpaquePointer?>?, _ out_V: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.svd(try Handle.tensor(input), some, compute_uv)
    try Handle.give(r0, out_U)
    try Handle.give(r1, out_S)
    try Handle.give(r2, out_V)
  }
}

@_cdecl("ew_linalg_eigh") @implementation
public func ew_linalg_eigh(
  _ input: OpaquePointer?, _ UPLO: UnsafePointer<CChar>?, _ out_eigenvalues: UnsafeMutablePointer<OpaquePointer?>?, _ out_eigenvectors: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgEigh(try Handle.tensor(input), try Handle.string(UPLO))
    try Handle.give(r0, out_eigenvalues)
    try Handle.give(r1, out_eigenvectors)
  }
}

@_cdecl("ew_linalg_eigvalsh") @implementation
public func ew_linalg_eigvalsh(
  _ input: OpaquePointer?, _ UPLO: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgEigvalsh(try Handle.tensor(input), try Handle.string(UPLO)) }
}

@_cdecl("ew_linalg_eig") @implementation
public func ew_linalg_eig(
  _ input: OpaquePointer?, _ out_eigenvalues: UnsafeMutablePointer<OpaquePointer?>?, _ out_eigenvectors: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgEig(try Handle.tensor(input))
    try Handle.give(r0, out_eigenvalues)
    try Handle.give(r1, out_eigenvectors)
  }
}

@_cdecl("ew_linalg_eigvals") @implementation
public func ew_linalg_eigvals(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgEigvals(try Handle.tensor(input)) }
}

@_cdecl("ew_linalg_lstsq") @implementation
public func ew_linalg_lstsq(
  _ input: OpaquePointer?, _ b: OpaquePointer?, _ rcond: UnsafePointer<Double>?, _ driver: UnsafePointer<CChar>?, _ out_solution: UnsafeMutablePointer<OpaquePointer?>?, _ out_residuals: UnsafeMutablePointer<OpaquePointer?>?, _ out_rank: UnsafeMutablePointer<OpaquePointer?>?, _ out_singular_values: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2, r3) = try Ops.linalgLstsq(try Handle.tensor(input), try Handle.tensor(b), rcond?.pointee, Handle.optionalString(driver))
    try Handle.give(r0, out_solution)
    try Handle.give(r1, out_residuals)
    try Handle.give(r2, out_rank)
    try Handle.give(r3, out_singular_values)
  }
}

@_cdecl("ew_linalg_pinv") @implementation
public func ew_linalg_pinv(
  _ input: OpaquePointer?, _ atol: OpaquePointer?, _ rtol: OpaquePointer?, _ hermitian: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgPinv(try Handle.tensor(input), try Handle.optionalTensor(atol), try Handle.optionalTensor(rtol), hermitian) }
}

@_cdecl("ew_linalg_matrix_rank") @implementation
public func ew_linalg_matrix_rank(
  _ input: OpaquePointer?, _ atol: OpaquePointer?, _ rtol: OpaquePointer?, _ hermitian: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixRank(try Handle.tensor(input), try Handle.optionalTensor(atol), try Handle.optionalTensor(rtol), hermitian) }
}

@_cdecl("ew_linalg_matrix_power") @implementation
public func ew_linalg_matrix_power(
  _ input: OpaquePointer?, _ n: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixPower(try Handle.tensor(input), Int(n)) }
}

@_cdecl("ew_matrix_power") @implementation
public func ew_matrix_power(
  _ input: OpaquePointer?, _ n: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.matrixPower(try Handle.tensor(input), Int(n)) }
}

@_cdecl("ew_linalg_matrix_exp") @implementation
public func ew_linalg_matrix_exp(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixExp(try Handle.tensor(input)) }
}

@_cdecl("ew_matrix_exp") @implementation
public func ew_matrix_exp(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.matrixExp(try Handle.tensor(input)) }
}

@_cdecl("ew_linalg_matrix_sqrth") @implementation
public func ew_linalg_matrix_sqrth(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixSqrth(try Handle.tensor(input)) }
}

@_cdecl("ew_linalg_polar") @implementation
public func ew_linalg_polar(
  _ A: OpaquePointer?, _ out_U: UnsafeMutablePointer<OpaquePointer?>?, _ out_H: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.linalgPolar(try Handle.tensor(A))
    try Handle.give(r0, out_U)
    try Handle.give(r1, out_H)
  }
}

@_cdecl("ew_svd_lowrank") @implementation
public func ew_svd_lowrank(
  _ A: OpaquePointer?, _ q: UnsafePointer<Int64>?, _ niter: UnsafePointer<Int64>?, _ M: OpaquePointer?, _ out_U: UnsafeMutablePointer<OpaquePointer?>?, _ out_S: UnsafeMutablePointer<OpaquePointer?>?, _ out_V: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.svdLowrank(try Handle.tensor(A), q.map { Int($0.pointee) }, niter.map { Int($0.pointee) }, try Handle.optionalTensor(M))
    try Handle.give(r0, out_U)
    try Handle.give(r1, out_S)
    try Handle.give(r2, out_V)
  }
}

@_cdecl("ew_pca_lowrank") @implementation
public func ew_pca_lowrank(
  _ A: OpaquePointer?, _ q: UnsafePointer<Int64>?, _ center: Bool, _ niter: Int64, _ out_U: UnsafeMutablePointer<OpaquePointer?>?, _ out_S: UnsafeMutablePointer<OpaquePointer?>?, _ out_V: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.pcaLowrank(try Handle.tensor(A), q.map { Int($0.pointee) }, center, Int(niter))
    try Handle.give(r0, out_U)
    try Handle.give(r1, out_S)
    try Handle.give(r2, out_V)
  }
}

@_cdecl("ew_linalg_matrix_norm") @implementation
public func ew_linalg_matrix_norm(
  _ input: OpaquePointer?, _ ord: UnsafePointer<ew_scalar>?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixNorm(try Handle.tensor(input), try Handle.optionalScalar(ord) ?? 2, try Handle.integers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_linalg_matrix_norm_str_ord") @implementation
public func ew_linalg_matrix_norm_str_ord(
  _ A: OpaquePointer?, _ ord: UnsafePointer<CChar>?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatrixNormStrOrd(try Handle.tensor(A), try Handle.string(ord), try Handle.integers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_linalg_norm") @implementation
public func ew_linalg_norm(
  _ input: OpaquePointer?, _ ord: UnsafePointer<ew_scalar>?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgNorm(try Handle.tensor(input), try Handle.optionalScalar(ord), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_linalg_norm_ord_str") @implementation
public func ew_linalg_norm_ord_str(
  _ input: OpaquePointer?, _ ord: UnsafePointer<CChar>?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgNormOrdStr(try Handle.tensor(input), try Handle.string(ord), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_linalg_cond") @implementation
public func ew_linalg_cond(
  _ input: OpaquePointer?, _ p: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgCond(try Handle.tensor(input), try Handle.optionalScalar(p)) }
}

@_cdecl("ew_linalg_cond_p_str") @implementation
public func ew_linalg_cond_p_str(
  _ A: OpaquePointer?, _ p: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgCondPStr(try Handle.tensor(A), try Handle.string(p)) }
}

@_cdecl("ew_linalg_matmul") @implementation
public func ew_linalg_matmul(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMatmul(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_linalg_multi_dot") @implementation
public func ew_linalg_multi_dot(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgMultiDot(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_chain_matmul") @implementation
public func ew_chain_matmul(
  _ matrices: UnsafePointer<OpaquePointer?>?, _ matrices_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.chainMatmul(try Handle.tensors(matrices, matrices_count)) }
}

@_cdecl("ew_linalg_cross") @implementation
public func ew_linalg_cross(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgCross(try Handle.tensor(input), try Handle.tensor(other), Int(dim)).named("LinalgCrossBackward0") }
}

@_cdecl("ew_cross") @implementation
public func ew_cross(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ dim: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.cross(try Handle.tensor(input), try Handle.tensor(other), dim.map { Int($0.pointee) }).named("LinalgCrossBackward0") }
}

@_cdecl("ew_linalg_vecdot") @implementation
public func ew_linalg_vecdot(
  _ x: OpaquePointer?, _ y: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgVecdot(try Handle.tensor(x), try Handle.tensor(y), Int(dim)) }
}

@_cdecl("ew_vdot") @implementation
public func ew_vdot(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.vdot(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_addr") @implementation
public func ew_addr(
  _ input: OpaquePointer?, _ vec1: OpaquePointer?, _ vec2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addr(try Handle.tensor(input), try Handle.tensor(vec1), try Handle.tensor(vec2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1).named("AddrBackward0") }
}

@_cdecl("ew_addr_") @implementation
public func ew_addr_(
  _ input: OpaquePointer?, _ vec1: OpaquePointer?, _ vec2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addr($0, try Handle.tensor(vec1), try Handle.tensor(vec2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_addmv") @implementation
public func ew_addmv(
  _ input: OpaquePointer?, _ mat: OpaquePointer?, _ vec: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addmv(try Handle.tensor(input), try Handle.tensor(mat), try Handle.tensor(vec), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1).named("AddmvBackward0") }
}

@_cdecl("ew_addmv_") @implementation
public func ew_addmv_(
  _ input: OpaquePointer?, _ mat: OpaquePointer?, _ vec: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addmv($0, try Handle.tensor(mat), try Handle.tensor(vec), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_addbmm") @implementation
public func ew_addbmm(
  _ input: OpaquePointer?, _ batch1: OpaquePointer?, _ batch2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.addbmm(try Handle.tensor(input), try Handle.tensor(batch1), try Handle.tensor(batch2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) }
}

@_cdecl("ew_addbmm_") @implementation
public func ew_addbmm_(
  _ input: OpaquePointer?, _ batch1: OpaquePointer?, _ batch2: OpaquePointer?, _ beta: UnsafePointer<ew_scalar>?, _ alpha: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.addbmm($0, try Handle.tensor(batch1), try Handle.tensor(batch2), try Handle.optionalScalar(beta) ?? 1, try Handle.optionalScalar(alpha) ?? 1) } }
}

@_cdecl("ew_linalg_diagonal") @implementation
public func ew_linalg_diagonal(
  _ A: OpaquePointer?, _ offset: Int64, _ dim1: Int64, _ dim2: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgDiagonal(try Handle.tensor(A), Int(offset), Int(dim1), Int(dim2)) }
}

@_cdecl("ew_linalg_vander") @implementation
public func ew_linalg_vander(
  _ x: OpaquePointer?, _ N: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.linalgVander(try Handle.tensor(x), N.map { Int($0.pointee) }) }
}

@_cdecl("ew_scatter_reduce") @implementation
public func ew_scatter_reduce(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?, _ reduce: UnsafePointer<CChar>?, _ include_self: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.scatterReduce(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(src), try Handle.string(reduce), include_self) }
}

@_cdecl("ew_scatter_reduce_") @implementation
public func ew_scatter_reduce_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?, _ reduce: UnsafePointer<CChar>?, _ include_self: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatterReduce($0, Int(dim), try Handle.tensor(index), try Handle.tensor(src), try Handle.string(reduce), include_self) } }
}

@_cdecl("ew_scatter_reducing") @implementation
public func ew_scatter_reducing(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?, _ reduce: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.scatterReducing(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(src), try Handle.string(reduce)) }
}

@_cdecl("ew_scatter_reducing_") @implementation
public func ew_scatter_reducing_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ src: OpaquePointer?, _ reduce: UnsafePointer<CChar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatterReducing($0, Int(dim), try Handle.tensor(index), try Handle.tensor(src), try Handle.string(reduce)) } }
}

@_cdecl("ew_scatter_reducing_value") @implementation
public func ew_scatter_reducing_value(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?, _ reduce: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.scatterReducingValue(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.scalar(value), try Handle.string(reduce)) }
}

@_cdecl("ew_scatter_reducing_value_") @implementation
public func ew_scatter_reducing_value_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?, _ reduce: UnsafePointer<CChar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.scatterReducingValue($0, Int(dim), try Handle.tensor(index), try Handle.scalar(value), try Handle.string(reduce)) } }
}

@_cdecl("ew_index_reduce") @implementation
public func ew_index_reduce(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?, _ reduce: UnsafePointer<CChar>?, _ include_self: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.indexReduce(try Handle.tensor(input), Int(dim), try Handle.tensor(index), try Handle.tensor(source), try Handle.string(reduce), include_self) }
}

@_cdecl("ew_index_reduce_") @implementation
public func ew_index_reduce_(
  _ input: OpaquePointer?, _ dim: Int64, _ index: OpaquePointer?, _ source: OpaquePointer?, _ reduce: UnsafePointer<CChar>?, _ include_self: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.indexReduce($0, Int(dim), try Handle.tensor(index), try Handle.tensor(source), try Handle.string(reduce), include_self) } }
}

@_cdecl("ew_put") @implementation
public func ew_put(
  _ input: OpaquePointer?, _ index: OpaquePointer?, _ source: OpaquePointer?, _ accumulate: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.put(try Handle.tensor(input), try Handle.tensor(index), try Handle.tensor(source), accumulate).named("PutBackward0") }
}

@_cdecl("ew_put_") @implementation
public func ew_put_(
  _ input: OpaquePointer?, _ index: OpaquePointer?, _ source: OpaquePointer?, _ accumulate: Bool
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.put($0, try Handle.tensor(index), try Handle.tensor(source), accumulate) } }
}

@_cdecl("ew_cummax") @implementation
public func ew_cummax(
  _ input: OpaquePointer?, _ dim: Int64, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.cummax(try Handle.tensor(input), Int(dim))
    try Handle.give(r0.named("CummaxBackward0"), out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_cummin") @implementation
public func ew_cummin(
  _ input: OpaquePointer?, _ dim: Int64, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.cummin(try Handle.tensor(input), Int(dim))
    try Handle.give(r0.named("CumminBackward0"), out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_logcumsumexp") @implementation
public func ew_logcumsumexp(
  _ input: OpaquePointer?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.logcumsumexp(try Handle.tensor(input), Int(dim)) }
}

@_cdecl("ew_trapezoid") @implementation
public func ew_trapezoid(
  _ y: OpaquePointer?, _ x: OpaquePointer?, _ dx: UnsafePointer<ew_scalar>?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.trapezoid(try Handle.tensor(y), try Handle.optionalTensor(x), try Handle.optionalScalar(dx) ?? 1, Int(dim)) }
}

@_cdecl("ew_cumulative_trapezoid") @implementation
public func ew_cumulative_trapezoid(
  _ y: OpaquePointer?, _ x: OpaquePointer?, _ dx: UnsafePointer<ew_scalar>?, _ dim: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.cumulativeTrapezoid(try Handle.tensor(y), try Handle.optionalTensor(x), try Handle.optionalScalar(dx) ?? 1, Int(dim)) }
}

@_cdecl("ew_diff") @implementation
public func ew_diff(
  _ input: OpaquePointer?, _ n: Int64, _ dim: Int64, _ prepend: OpaquePointer?, _ append: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.diff(try Handle.tensor(input), Int(n), Int(dim), try Handle.optionalTensor(prepend), try Handle.optionalTensor(append)) }
}

@_cdecl("ew_gradient_step") @implementation
public func ew_gradient_step(
  _ input: OpaquePointer?, _ spacing: Double, _ dim: Int64, _ edge_order: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.gradientStep(try Handle.tensor(input), spacing, Int(dim), Int(edge_order)) }
}

@_cdecl("ew_gradient_coordinates") @implementation
public func ew_gradient_coordinates(
  _ input: OpaquePointer?, _ coordinates: OpaquePointer?, _ dim: Int64, _ edge_order: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.gradientCoordinates(try Handle.tensor(input), try Handle.tensor(coordinates), Int(dim), Int(edge_order)) }
}

@_cdecl("ew_median") @implementation
public func ew_median(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.median(try Handle.tensor(input)) }
}

@_cdecl("ew_nanmedian") @implementation
public func ew_nanmedian(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.nanmedian(try Handle.tensor(input)) }
}

@_cdecl("ew_median_dim") @implementation
public func ew_median_dim(
  _ input: OpaquePointer?, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.medianDim(try Handle.tensor(input), Int(dim), keepdim)
    try Handle.give(r0.named("MedianBackward1"), out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_nanmedian_dim") @implementation
public func ew_nanmedian_dim(
  _ input: OpaquePointer?, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.nanmedianDim(try Handle.tensor(input), Int(dim), keepdim)
    try Handle.give(r0, out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_kthvalue") @implementation
public func ew_kthvalue(
  _ input: OpaquePointer?, _ k: Int64, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.kthvalue(try Handle.tensor(input), Int(k), Int(dim), keepdim)
    try Handle.give(r0.named("KthvalueBackward0"), out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_mode") @implementation
public func ew_mode(
  _ input: OpaquePointer?, _ dim: Int64, _ keepdim: Bool, _ out_values: UnsafeMutablePointer<OpaquePointer?>?, _ out_indices: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1) = try Ops.mode(try Handle.tensor(input), Int(dim), keepdim)
    try Handle.give(r0.named("ModeBackward0"), out_values)
    try Handle.give(r1, out_indices)
  }
}

@_cdecl("ew_quantile") @implementation
public func ew_quantile(
  _ input: OpaquePointer?, _ q: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool, _ interpolation: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.quantile(try Handle.tensor(input), try Handle.tensor(q), dim.map { Int($0.pointee) }, keepdim, try Handle.string(interpolation)) }
}

@_cdecl("ew_nanquantile") @implementation
public func ew_nanquantile(
  _ input: OpaquePointer?, _ q: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ keepdim: Bool, _ interpolation: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.nanquantile(try Handle.tensor(input), try Handle.tensor(q), dim.map { Int($0.pointee) }, keepdim, try Handle.string(interpolation)) }
}

@_cdecl("ew_nanmean") @implementation
public func ew_nanmean(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.nanmean(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim, try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_unique_parts") @implementation
public func ew_unique_parts(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_inverse_indices: UnsafeMutablePointer<OpaquePointer?>?, _ out_counts: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.uniqueParts(try Handle.tensor(input), dim.map { Int($0.pointee) })
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_inverse_indices)
    try Handle.give(r2, out_counts)
  }
}

@_cdecl("ew_unique_consecutive_parts") @implementation
public func ew_unique_consecutive_parts(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ out_output: UnsafeMutablePointer<OpaquePointer?>?, _ out_inverse_indices: UnsafeMutablePointer<OpaquePointer?>?, _ out_counts: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    let (r0, r1, r2) = try Ops.uniqueConsecutiveParts(try Handle.tensor(input), dim.map { Int($0.pointee) })
    try Handle.give(r0, out_output)
    try Handle.give(r1, out_inverse_indices)
    try Handle.give(r2, out_counts)
  }
}

@_cdecl("ew_searchsorted") @implementation
public func ew_searchsorted(
  _ sorted_sequence: OpaquePointer?, _ input: OpaquePointer?, _ out_int32: Bool, _ right: Bool, _ side: UnsafePointer<CChar>?, _ sorter: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.searchsorted(try Handle.tensor(sorted_sequence), .tensor(try Handle.tensor(input)), out_int32, right, Handle.optionalString(side), try Handle.optionalTensor(sorter)) }
}

@_cdecl("ew_searchsorted_scalar") @implementation
public func ew_searchsorted_scalar(
  _ sorted_sequence: OpaquePointer?, _ input: UnsafePointer<ew_scalar>?, _ out_int32: Bool, _ right: Bool, _ side: UnsafePointer<CChar>?, _ sorter: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.searchsorted(try Handle.tensor(sorted_sequence), .scalar(try Handle.scalar(input)), out_int32, right, Handle.optionalString(side), try Handle.optionalTensor(sorter)) }
}

@_cdecl("ew_bucketize") @implementation
public func ew_bucketize(
  _ input: OpaquePointer?, _ boundaries: OpaquePointer?, _ out_int32: Bool, _ right: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.bucketize(.tensor(try Handle.tensor(input)), try Handle.tensor(boundaries), out_int32, right) }
}

@_cdecl("ew_bucketize_scalar") @implementation
public func ew_bucketize_scalar(
  _ input: UnsafePointer<ew_scalar>?, _ boundaries: OpaquePointer?, _ out_int32: Bool, _ right: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.bucketize(.scalar(try Handle.scalar(input)), try Handle.tensor(boundaries), out_int32, right) }
}

@_cdecl("ew_isin") @implementation
public func ew_isin(
  _ elements: OpaquePointer?, _ test_elements: OpaquePointer?, _ assume_unique: Bool, _ invert: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.isin(.tensor(try Handle.tensor(elements)), .tensor(try Handle.tensor(test_elements)), assume_unique, invert) }
}

@_cdecl("ew_isin_scalar") @implementation
public func ew_isin_scalar(
  _ elements: OpaquePointer?, _ test_elements: UnsafePointer<ew_scalar>?, _ assume_unique: Bool, _ invert: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.isin(.tensor(try Handle.tensor(elements)), .scalar(try Handle.scalar(test_elements)), assume_unique, invert) }
}

@_cdecl("ew_histc") @implementation
public func ew_histc(
  _ input: OpaquePointer?, _ bins: Int64, _ min: UnsafePointer<ew_scalar>?, _ max: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.histc(try Handle.tensor(input), Int(bins), try Handle.optionalScalar(min) ?? 0, try Handle.optionalScalar(max) ?? 0) }
}

@_cdecl("ew_histogram_edges") @implementation
public func ew_histogram_edges(
  _ input: OpaquePointer?, _ bins: Int64, _ low: UnsafePointer<Double>?, _ high: UnsafePointer<Double>?
) -> OpaquePointer? {
  guardedTensor { try Ops.histogramEdges(try Handle.tensor(input), Int(bins), low?.pointee, high?.pointee) }
}

@_cdecl("ew_histogramdd_counts") @implementation
public func ew_histogramdd_counts(
  _ input: OpaquePointer?, _ edges: UnsafePointer<OpaquePointer?>?, _ edges_count: Int, _ weight: OpaquePointer?, _ density: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.histogramddCounts(try Handle.tensor(input), try Handle.tensors(edges, edges_count), try Handle.optionalTensor(weight), density) }
}

@_cdecl("ew_bincount") @implementation
public func ew_bincount(
  _ input: OpaquePointer?, _ weights: OpaquePointer?, _ minlength: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.bincount(try Handle.tensor(input), try Handle.optionalTensor(weights), Int(minlength)) }
}

@_cdecl("ew_einsum") @implementation
public func ew_einsum(
  _ equation: UnsafePointer<CChar>?, _ operands: UnsafePointer<OpaquePointer?>?, _ operands_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.einsum(try Handle.string(equation), try Handle.tensors(operands, operands_count)) }
}

@_cdecl("ew_tensordot_dims") @implementation
public func ew_tensordot_dims(
  _ a: OpaquePointer?, _ b: OpaquePointer?, _ dims_self: UnsafePointer<Int64>?, _ dims_self_count: Int, _ dims_other: UnsafePointer<Int64>?, _ dims_other_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.tensordotDims(try Handle.tensor(a), try Handle.tensor(b), try Handle.integers(dims_self, dims_self_count), try Handle.integers(dims_other, dims_other_count)) }
}

@_cdecl("ew_inner") @implementation
public func ew_inner(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.inner(try Handle.tensor(input), try Handle.tensor(other)) }
}

@_cdecl("ew_kron") @implementation
public func ew_kron(
  _ input: OpaquePointer?, _ other: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.kron(try Handle.tensor(input), try Handle.tensor(other)).named("UnsafeViewBackward0") }
}

@_cdecl("ew_cdist") @implementation
public func ew_cdist(
  _ x1: OpaquePointer?, _ x2: OpaquePointer?, _ p: Double, _ compute_mode: UnsafePointer<CChar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.cdist(try Handle.tensor(x1), try Handle.tensor(x2), p, Handle.optionalString(compute_mode)).named("CdistBackward0") }
}

@_cdecl("ew_pdist") @implementation
public func ew_pdist(
  _ input: OpaquePointer?, _ p: Double
) -> OpaquePointer? {
  guardedTensor { try Ops.pdist(try Handle.tensor(input), p).named("PdistBackward0") }
}

@_cdecl("ew_dist") @implementation
public func ew_dist(
  _ input: OpaquePointer?, _ other: OpaquePointer?, _ p: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.dist(try Handle.tensor(input), try Handle.tensor(other), try Handle.optionalScalar(p) ?? 2).named("DistBackward0") }
}

@_cdecl("ew_renorm") @implementation
public func ew_renorm(
  _ input: OpaquePointer?, _ p: UnsafePointer<ew_scalar>?, _ dim: Int64, _ maxnorm: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.renorm(try Handle.tensor(input), try Handle.scalar(p), Int(dim), try Handle.scalar(maxnorm)).named("RenormBackward0") }
}

@_cdecl("ew_renorm_") @implementation
public func ew_renorm_(
  _ input: OpaquePointer?, _ p: UnsafePointer<ew_scalar>?, _ dim: Int64, _ maxnorm: UnsafePointer<ew_scalar>?
) -> Int32 {
  guardedStatus { try Inplace.assign(try Handle.tensor(input)) { try Ops.renorm($0, try Handle.scalar(p), Int(dim), try Handle.scalar(maxnorm)) } }
}

@_cdecl("ew_cov") @implementation
public func ew_cov(
  _ input: OpaquePointer?, _ correction: Int64, _ fweights: OpaquePointer?, _ aweights: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.cov(try Handle.tensor(input), Int(correction), try Handle.optionalTensor(fweights), try Handle.optionalTensor(aweights)) }
}

@_cdecl("ew_corrcoef") @implementation
public func ew_corrcoef(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.corrcoef(try Handle.tensor(input)) }
}

@_cdecl("ew_combinations") @implementation
public func ew_combinations(
  _ input: OpaquePointer?, _ r: Int64, _ with_replacement: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.combinations(try Handle.tensor(input), Int(r), with_replacement) }
}

@_cdecl("ew_cartesian_prod_list") @implementation
public func ew_cartesian_prod_list(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.cartesianProdList(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_block_diag_list") @implementation
public func ew_block_diag_list(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.blockDiagList(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_vander") @implementation
public func ew_vander(
  _ x: OpaquePointer?, _ N: UnsafePointer<Int64>?, _ increasing: Bool
) -> OpaquePointer? {
  guardedTensor { try Ops.vander(try Handle.tensor(x), N.map { Int($0.pointee) }, increasing) }
}

@_cdecl("ew_trace") @implementation
public func ew_trace(
  _ input: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.trace(try Handle.tensor(input)).named("TraceBackward0") }
}

@_cdecl("ew_diagflat") @implementation
public func ew_diagflat(
  _ input: OpaquePointer?, _ offset: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diagflat(try Handle.tensor(input), Int(offset)) }
}

@_cdecl("ew_column_stack") @implementation
public func ew_column_stack(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ tensors_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.columnStack(try Handle.tensors(tensors, tensors_count)) }
}

@_cdecl("ew_select_scatter") @implementation
public func ew_select_scatter(
  _ input: OpaquePointer?, _ src: OpaquePointer?, _ dim: Int64, _ index: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.selectScatter(try Handle.tensor(input), try Handle.tensor(src), Int(dim), Int(index)).named("SelectScatterBackward0") }
}

@_cdecl("ew_slice_scatter") @implementation
public func ew_slice_scatter(
  _ input: OpaquePointer?, _ src: OpaquePointer?, _ dim: Int64, _ start: UnsafePointer<Int64>?, _ end: UnsafePointer<Int64>?, _ step: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.sliceScatter(try Handle.tensor(input), try Handle.tensor(src), Int(dim), start.map { Int($0.pointee) }, end.map { Int($0.pointee) }, Int(step)).named("SliceScatterBackward0") }
}

@_cdecl("ew_diagonal_scatter") @implementation
public func ew_diagonal_scatter(
  _ input: OpaquePointer?, _ src: OpaquePointer?, _ offset: Int64, _ dim1: Int64, _ dim2: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.diagonalScatter(try Handle.tensor(input), try Handle.tensor(src), Int(offset), Int(dim1), Int(dim2)).named("DiagonalScatterBackward0") }
}

@_cdecl("ew_as_strided_scatter") @implementation
public func ew_as_strided_scatter(
  _ input: OpaquePointer?, _ src: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ storage_offset: UnsafePointer<Int64>?
) -> OpaquePointer? {
  guardedTensor { try Ops.asStridedScatter(try Handle.tensor(input), try Handle.tensor(src), try Handle.integers(size, size_count), try Handle.integers(stride, stride_count), storage_offset.map { Int($0.pointee) }) }
}

@_cdecl("ew_fill") @implementation
public func ew_fill(
  _ input: OpaquePointer?, _ value: OpaquePointer?
) -> OpaquePointer? {
  guardedTensor { try Ops.fill(try Handle.tensor(input), .tensor(try Handle.tensor(value))) }
}

@_cdecl("ew_fill_scalar") @implementation
public func ew_fill_scalar(
  _ input: OpaquePointer?, _ value: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.fill(try Handle.tensor(input), .scalar(try Handle.scalar(value))) }
}

@_cdecl("ew_sum_to_size_of") @implementation
public func ew_sum_to_size_of(
  _ input: OpaquePointer?, _ size: UnsafePointer<Int64>?, _ size_count: Int
) -> OpaquePointer? {
  guardedTensor { try Ops.sumToSizeOf(try Handle.tensor(input), try Handle.integers(size, size_count)) }
}

@_cdecl("ew_empty_strided") @implementation
public func ew_empty_strided(
  _ size: UnsafePointer<Int64>?, _ size_count: Int, _ stride: UnsafePointer<Int64>?, _ stride_count: Int, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor { try Ops.emptyStrided(try Handle.integers(size, size_count), try Handle.integers(stride, stride_count), try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_hash_tensor") @implementation
public func ew_hash_tensor(
  _ input: OpaquePointer?, _ dim: UnsafePointer<Int64>?, _ dim_count: Int, _ keepdim: Bool, _ mode: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.hashTensor(try Handle.tensor(input), try Handle.optionalIntegers(dim, dim_count), keepdim, Int(mode)) }
}

@_cdecl("ew_nonzero_static") @implementation
public func ew_nonzero_static(
  _ input: OpaquePointer?, _ size: Int64, _ fill_value: Int64
) -> OpaquePointer? {
  guardedTensor { try Ops.nonzeroStatic(try Handle.tensor(input), Int(size), Int(fill_value)) }
}

@_cdecl("ew_segment_reduce") @implementation
public func ew_segment_reduce(
  _ data: OpaquePointer?, _ reduce: UnsafePointer<CChar>?, _ lengths: OpaquePointer?, _ indices: OpaquePointer?, _ offsets: OpaquePointer?, _ axis: Int64, _ unsafe: Bool, _ initial: UnsafePointer<ew_scalar>?
) -> OpaquePointer? {
  guardedTensor { try Ops.segmentReduce(try Handle.tensor(data), try Handle.string(reduce), try Handle.optionalTensor(lengths), try Handle.optionalTensor(indices), try Handle.optionalTensor(offsets), Int(axis), unsafe, try Handle.optionalScalar(initial)) }
}
