// Written by emberwing-codegen from the op registry. Do not edit; run `make generate`.
// swift-format-ignore-file
import EmberwingTensor

extension Tensor {
  /// `input + alpha * other`, elementwise with broadcasting.
  @discardableResult
  public func add_(_ other: Operand, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.add($0, other, alpha) } }
    return self
  }
  /// `input + alpha * other`, elementwise with broadcasting.
  public func add(_ other: Operand, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.add(self, other, alpha) }
  }
  /// `input - alpha * other`, elementwise with broadcasting.
  @discardableResult
  public func sub_(_ other: Operand, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sub($0, other, alpha) } }
    return self
  }
  /// `input - alpha * other`, elementwise with broadcasting.
  public func sub(_ other: Operand, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.sub(self, other, alpha) }
  }
  /// `input * other`, elementwise with broadcasting.
  @discardableResult
  public func mul_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.mul($0, other) } }
    return self
  }
  /// `input * other`, elementwise with broadcasting.
  public func mul(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.mul(self, other) }
  }
  /// `input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'.
  @discardableResult
  public func div_(_ other: Operand, roundingMode: String? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.div($0, other, roundingMode) } }
    return self
  }
  /// `input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'.
  public func div(_ other: Operand, roundingMode: String? = nil) -> Tensor {
    mustSucceed { try Ops.div(self, other, roundingMode) }
  }
  /// `-input`, elementwise.
  @discardableResult
  public func neg_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.neg($0) } }
    return self
  }
  /// `-input`, elementwise.
  public func neg() -> Tensor {
    mustSucceed { try Ops.neg(self) }
  }
  /// `e ** input`, elementwise.
  @discardableResult
  public func exp_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.exp($0) } }
    return self
  }
  /// `e ** input`, elementwise.
  public func exp() -> Tensor {
    mustSucceed { try Ops.exp(self) }
  }
  /// `2 ** input`, elementwise.
  @discardableResult
  public func exp2_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.exp2($0) } }
    return self
  }
  /// `2 ** input`, elementwise.
  public func exp2() -> Tensor {
    mustSucceed { try Ops.exp2(self) }
  }
  /// `e ** input - 1`, elementwise, exact near 0.
  @discardableResult
  public func expm1_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.expm1($0) } }
    return self
  }
  /// `e ** input - 1`, elementwise, exact near 0.
  public func expm1() -> Tensor {
    mustSucceed { try Ops.expm1(self) }
  }
  /// Natural logarithm, elementwise.
  @discardableResult
  public func log_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.log($0) } }
    return self
  }
  /// Natural logarithm, elementwise.
  public func log() -> Tensor {
    mustSucceed { try Ops.log(self) }
  }
  /// Logarithm to base 2, elementwise.
  @discardableResult
  public func log2_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.log2($0) } }
    return self
  }
  /// Logarithm to base 2, elementwise.
  public func log2() -> Tensor {
    mustSucceed { try Ops.log2(self) }
  }
  /// Logarithm to base 10, elementwise.
  @discardableResult
  public func log10_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.log10($0) } }
    return self
  }
  /// Logarithm to base 10, elementwise.
  public func log10() -> Tensor {
    mustSucceed { try Ops.log10(self) }
  }
  /// `log(1 + input)`, elementwise, exact near 0.
  @discardableResult
  public func log1p_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.log1p($0) } }
    return self
  }
  /// `log(1 + input)`, elementwise, exact near 0.
  public func log1p() -> Tensor {
    mustSucceed { try Ops.log1p(self) }
  }
  /// Square root, elementwise.
  @discardableResult
  public func sqrt_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sqrt($0) } }
    return self
  }
  /// Square root, elementwise.
  public func sqrt() -> Tensor {
    mustSucceed { try Ops.sqrt(self) }
  }
  /// `1 / sqrt(input)`, elementwise.
  @discardableResult
  public func rsqrt_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.rsqrt($0) } }
    return self
  }
  /// `1 / sqrt(input)`, elementwise.
  public func rsqrt() -> Tensor {
    mustSucceed { try Ops.rsqrt(self) }
  }
  /// `1 / input`, elementwise.
  @discardableResult
  public func reciprocal_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.reciprocal($0) } }
    return self
  }
  /// `1 / input`, elementwise.
  public func reciprocal() -> Tensor {
    mustSucceed { try Ops.reciprocal(self) }
  }
  /// Absolute value, elementwise.
  @discardableResult
  public func abs_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.abs($0) } }
    return self
  }
  /// Absolute value, elementwise.
  public func abs() -> Tensor {
    mustSucceed { try Ops.abs(self) }
  }
  /// `input * input`, elementwise.
  @discardableResult
  public func square_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.square($0) } }
    return self
  }
  /// `input * input`, elementwise.
  public func square() -> Tensor {
    mustSucceed { try Ops.square(self) }
  }
  /// -1, 0 or 1 by the sign of each element.
  @discardableResult
  public func sign_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sign($0) } }
    return self
  }
  /// -1, 0 or 1 by the sign of each element.
  public func sign() -> Tensor {
    mustSucceed { try Ops.sign(self) }
  }
  /// Sine, elementwise.
  @discardableResult
  public func sin_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sin($0) } }
    return self
  }
  /// Sine, elementwise.
  public func sin() -> Tensor {
    mustSucceed { try Ops.sin(self) }
  }
  /// Cosine, elementwise.
  @discardableResult
  public func cos_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.cos($0) } }
    return self
  }
  /// Cosine, elementwise.
  public func cos() -> Tensor {
    mustSucceed { try Ops.cos(self) }
  }
  /// Tangent, elementwise.
  @discardableResult
  public func tan_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.tan($0) } }
    return self
  }
  /// Tangent, elementwise.
  public func tan() -> Tensor {
    mustSucceed { try Ops.tan(self) }
  }
  /// Inverse sine, elementwise.
  @discardableResult
  public func asin_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.asin($0) } }
    return self
  }
  /// Inverse sine, elementwise.
  public func asin() -> Tensor {
    mustSucceed { try Ops.asin(self) }
  }
  /// Inverse cosine, elementwise.
  @discardableResult
  public func acos_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.acos($0) } }
    return self
  }
  /// Inverse cosine, elementwise.
  public func acos() -> Tensor {
    mustSucceed { try Ops.acos(self) }
  }
  /// Inverse tangent, elementwise.
  @discardableResult
  public func atan_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.atan($0) } }
    return self
  }
  /// Inverse tangent, elementwise.
  public func atan() -> Tensor {
    mustSucceed { try Ops.atan(self) }
  }
  /// Hyperbolic sine, elementwise.
  @discardableResult
  public func sinh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sinh($0) } }
    return self
  }
  /// Hyperbolic sine, elementwise.
  public func sinh() -> Tensor {
    mustSucceed { try Ops.sinh(self) }
  }
  /// Hyperbolic cosine, elementwise.
  @discardableResult
  public func cosh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.cosh($0) } }
    return self
  }
  /// Hyperbolic cosine, elementwise.
  public func cosh() -> Tensor {
    mustSucceed { try Ops.cosh(self) }
  }
  /// Inverse hyperbolic sine, elementwise.
  @discardableResult
  public func asinh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.asinh($0) } }
    return self
  }
  /// Inverse hyperbolic sine, elementwise.
  public func asinh() -> Tensor {
    mustSucceed { try Ops.asinh(self) }
  }
  /// Inverse hyperbolic cosine, elementwise.
  @discardableResult
  public func acosh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.acosh($0) } }
    return self
  }
  /// Inverse hyperbolic cosine, elementwise.
  public func acosh() -> Tensor {
    mustSucceed { try Ops.acosh(self) }
  }
  /// Inverse hyperbolic tangent, elementwise.
  @discardableResult
  public func atanh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.atanh($0) } }
    return self
  }
  /// Inverse hyperbolic tangent, elementwise.
  public func atanh() -> Tensor {
    mustSucceed { try Ops.atanh(self) }
  }
  /// Error function, elementwise.
  @discardableResult
  public func erf_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.erf($0) } }
    return self
  }
  /// Error function, elementwise.
  public func erf() -> Tensor {
    mustSucceed { try Ops.erf(self) }
  }
  /// `1 - erf(input)`, elementwise, exact for large inputs.
  @discardableResult
  public func erfc_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.erfc($0) } }
    return self
  }
  /// `1 - erf(input)`, elementwise, exact for large inputs.
  public func erfc() -> Tensor {
    mustSucceed { try Ops.erfc(self) }
  }
  /// Logarithm of |Γ(input)|, elementwise.
  @discardableResult
  public func lgamma_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.lgamma($0) } }
    return self
  }
  /// Logarithm of |Γ(input)|, elementwise.
  public func lgamma() -> Tensor {
    mustSucceed { try Ops.lgamma(self) }
  }
  /// Derivative of lgamma, elementwise.
  @discardableResult
  public func digamma_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.digamma($0) } }
    return self
  }
  /// Derivative of lgamma, elementwise.
  public func digamma() -> Tensor {
    mustSucceed { try Ops.digamma(self) }
  }
  /// The largest whole number not above each element.
  @discardableResult
  public func floor_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.floor($0) } }
    return self
  }
  /// The largest whole number not above each element.
  public func floor() -> Tensor {
    mustSucceed { try Ops.floor(self) }
  }
  /// The smallest whole number not below each element.
  @discardableResult
  public func ceil_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.ceil($0) } }
    return self
  }
  /// The smallest whole number not below each element.
  public func ceil() -> Tensor {
    mustSucceed { try Ops.ceil(self) }
  }
  /// The whole part, towards zero.
  @discardableResult
  public func trunc_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.trunc($0) } }
    return self
  }
  /// The whole part, towards zero.
  public func trunc() -> Tensor {
    mustSucceed { try Ops.trunc(self) }
  }
  /// `input - trunc(input)`, elementwise.
  @discardableResult
  public func frac_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.frac($0) } }
    return self
  }
  /// `input - trunc(input)`, elementwise.
  public func frac() -> Tensor {
    mustSucceed { try Ops.frac(self) }
  }
  /// The nearest multiple of 10 ** -decimals, ties to even.
  @discardableResult
  public func round_(decimals: Int = 0) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.round($0, decimals) } }
    return self
  }
  /// The nearest multiple of 10 ** -decimals, ties to even.
  public func round(decimals: Int = 0) -> Tensor {
    mustSucceed { try Ops.round(self, decimals) }
  }
  /// True where an element is NaN.
  public func isnan() -> Tensor {
    mustSucceed { try Ops.isnan(self) }
  }
  /// True where an element is infinite.
  public func isinf() -> Tensor {
    mustSucceed { try Ops.isinf(self) }
  }
  /// True where an element is neither infinite nor NaN.
  public func isfinite() -> Tensor {
    mustSucceed { try Ops.isfinite(self) }
  }
  /// True where an element is +inf.
  public func isposinf() -> Tensor {
    mustSucceed { try Ops.isposinf(self) }
  }
  /// True where an element is -inf.
  public func isneginf() -> Tensor {
    mustSucceed { try Ops.isneginf(self) }
  }
  /// True where the sign bit is set.
  public func signbit() -> Tensor {
    mustSucceed { try Ops.signbit(self) }
  }
  /// True where an element is zero.
  @discardableResult
  public func logicalNot_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.logicalNot($0) } }
    return self
  }
  /// True where an element is zero.
  public func logicalNot() -> Tensor {
    mustSucceed { try Ops.logicalNot(self) }
  }
  /// Bits inverted; logical not for bool.
  @discardableResult
  public func bitwiseNot_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseNot($0) } }
    return self
  }
  /// Bits inverted; logical not for bool.
  public func bitwiseNot() -> Tensor {
    mustSucceed { try Ops.bitwiseNot(self) }
  }
  /// The input itself (`+input`).
  public func positive() -> Tensor {
    mustSucceed { try Ops.positive(self) }
  }
  /// `input == other`, elementwise.
  @discardableResult
  public func eq_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.eq($0, other) } }
    return self
  }
  /// `input == other`, elementwise.
  public func eq(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.eq(self, other) }
  }
  /// `input != other`, elementwise.
  @discardableResult
  public func ne_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.ne($0, other) } }
    return self
  }
  /// `input != other`, elementwise.
  public func ne(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.ne(self, other) }
  }
  /// `input < other`, elementwise.
  @discardableResult
  public func lt_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.lt($0, other) } }
    return self
  }
  /// `input < other`, elementwise.
  public func lt(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.lt(self, other) }
  }
  /// `input <= other`, elementwise.
  @discardableResult
  public func le_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.le($0, other) } }
    return self
  }
  /// `input <= other`, elementwise.
  public func le(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.le(self, other) }
  }
  /// `input > other`, elementwise.
  @discardableResult
  public func gt_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.gt($0, other) } }
    return self
  }
  /// `input > other`, elementwise.
  public func gt(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.gt(self, other) }
  }
  /// `input >= other`, elementwise.
  @discardableResult
  public func ge_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.ge($0, other) } }
    return self
  }
  /// `input >= other`, elementwise.
  public func ge(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.ge(self, other) }
  }
  /// True where both are nonzero.
  @discardableResult
  public func logicalAnd_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.logicalAnd($0, other) } }
    return self
  }
  /// True where both are nonzero.
  public func logicalAnd(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.logicalAnd(self, other) }
  }
  /// True where at least one is nonzero.
  @discardableResult
  public func logicalOr_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.logicalOr($0, other) } }
    return self
  }
  /// True where at least one is nonzero.
  public func logicalOr(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.logicalOr(self, other) }
  }
  /// True where exactly one is nonzero.
  @discardableResult
  public func logicalXor_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.logicalXor($0, other) } }
    return self
  }
  /// True where exactly one is nonzero.
  public func logicalXor(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.logicalXor(self, other) }
  }
  /// Bitwise and; logical for bool.
  @discardableResult
  public func bitwiseAnd_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseAnd($0, other) } }
    return self
  }
  /// Bitwise and; logical for bool.
  public func bitwiseAnd(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.bitwiseAnd(self, other) }
  }
  /// Bitwise or; logical for bool.
  @discardableResult
  public func bitwiseOr_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseOr($0, other) } }
    return self
  }
  /// Bitwise or; logical for bool.
  public func bitwiseOr(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.bitwiseOr(self, other) }
  }
  /// Bitwise exclusive or; logical for bool.
  @discardableResult
  public func bitwiseXor_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseXor($0, other) } }
    return self
  }
  /// Bitwise exclusive or; logical for bool.
  public func bitwiseXor(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.bitwiseXor(self, other) }
  }
  /// `input << other`, elementwise.
  @discardableResult
  public func bitwiseLeftShift_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseLeftShift($0, other) } }
    return self
  }
  /// `input << other`, elementwise.
  public func bitwiseLeftShift(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.bitwiseLeftShift(self, other) }
  }
  /// `input >> other`, elementwise.
  @discardableResult
  public func bitwiseRightShift_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.bitwiseRightShift($0, other) } }
    return self
  }
  /// `input >> other`, elementwise.
  public func bitwiseRightShift(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.bitwiseRightShift(self, other) }
  }
  /// True where `|input - other| <= atol + rtol * |other|`.
  public func isclose(_ other: Tensor, rtol: Double = 1e-05, atol: Double = 1e-08, equalNan: Bool = false) -> Tensor {
    mustSucceed { try Ops.isclose(self, other, rtol, atol, equalNan) }
  }
  /// The larger of each two elements; NaN wins.
  public func maximum(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.maximum(self, other) }
  }
  /// The smaller of each two elements; NaN wins.
  public func minimum(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.minimum(self, other) }
  }
  /// The larger of each two elements; NaN loses.
  public func fmax(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.fmax(self, other) }
  }
  /// The smaller of each two elements; NaN loses.
  public func fmin(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.fmin(self, other) }
  }
  /// The angle of the point (other, input), elementwise.
  @discardableResult
  public func atan2_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.atan2($0, other) } }
    return self
  }
  /// The angle of the point (other, input), elementwise.
  public func atan2(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.atan2(self, other) }
  }
  /// `sqrt(input ** 2 + other ** 2)`, elementwise.
  @discardableResult
  public func hypot_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.hypot($0, other) } }
    return self
  }
  /// `sqrt(input ** 2 + other ** 2)`, elementwise.
  public func hypot(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.hypot(self, other) }
  }
  /// |input| with the sign of other.
  @discardableResult
  public func copysign_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.copysign($0, other) } }
    return self
  }
  /// |input| with the sign of other.
  public func copysign(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.copysign(self, other) }
  }
  /// `input % other` with the sign of other, elementwise.
  @discardableResult
  public func remainder_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.remainder($0, other) } }
    return self
  }
  /// `input % other` with the sign of other, elementwise.
  public func remainder(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.remainder(self, other) }
  }
  /// `input % other` with the sign of input, elementwise.
  @discardableResult
  public func fmod_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.fmod($0, other) } }
    return self
  }
  /// `input % other` with the sign of input, elementwise.
  public func fmod(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.fmod(self, other) }
  }
  /// `floor(input / other)`, elementwise.
  @discardableResult
  public func floorDivide_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.floorDivide($0, other) } }
    return self
  }
  /// `floor(input / other)`, elementwise.
  public func floorDivide(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.floorDivide(self, other) }
  }
  /// `input / other`, elementwise.
  @discardableResult
  public func trueDivide_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.trueDivide($0, other) } }
    return self
  }
  /// `input / other`, elementwise.
  public func trueDivide(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.trueDivide(self, other) }
  }
  /// `other - alpha * input`, elementwise.
  public func rsub(_ other: Operand, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.rsub(self, other, alpha) }
  }
  /// `input ** exponent`, elementwise.
  @discardableResult
  public func pow_(_ exponent: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.pow($0, exponent) } }
    return self
  }
  /// `input ** exponent`, elementwise.
  public func pow(_ exponent: Operand) -> Tensor {
    mustSucceed { try Ops.pow(self, exponent) }
  }
  /// `input ** exponent` in float64.
  @discardableResult
  public func floatPower_(_ exponent: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.floatPower($0, exponent) } }
    return self
  }
  /// `input ** exponent` in float64.
  public func floatPower(_ exponent: Operand) -> Tensor {
    mustSucceed { try Ops.floatPower(self, exponent) }
  }
  /// `input * log(other)`, 0 where input is 0.
  @discardableResult
  public func xlogy_(_ other: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.xlogy($0, other) } }
    return self
  }
  /// `input * log(other)`, 0 where input is 0.
  public func xlogy(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.xlogy(self, other) }
  }
  /// `input * log(other)`, 0 where input is 0.
  public func specialXlogy(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.specialXlogy(self, other) }
  }
  /// `input + weight * (end - input)`.
  @discardableResult
  public func lerp_(_ end: Tensor, weight: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.lerp($0, end, weight) } }
    return self
  }
  /// `input + weight * (end - input)`.
  public func lerp(_ end: Tensor, weight: Operand) -> Tensor {
    mustSucceed { try Ops.lerp(self, end, weight) }
  }
  /// `input + value * tensor1 * tensor2`.
  @discardableResult
  public func addcmul_(_ tensor1: Tensor, _ tensor2: Tensor, value: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addcmul($0, tensor1, tensor2, value) } }
    return self
  }
  /// `input + value * tensor1 * tensor2`.
  public func addcmul(_ tensor1: Tensor, _ tensor2: Tensor, value: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addcmul(self, tensor1, tensor2, value) }
  }
  /// `input + value * tensor1 / tensor2`.
  @discardableResult
  public func addcdiv_(_ tensor1: Tensor, _ tensor2: Tensor, value: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addcdiv($0, tensor1, tensor2, value) } }
    return self
  }
  /// `input + value * tensor1 / tensor2`.
  public func addcdiv(_ tensor1: Tensor, _ tensor2: Tensor, value: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addcdiv(self, tensor1, tensor2, value) }
  }
  /// Elements limited to [min, max].
  @discardableResult
  public func clamp_(min: Scalar? = nil, max: Scalar? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.clamp($0, min, max) } }
    return self
  }
  /// Elements limited to [min, max].
  public func clamp(min: Scalar? = nil, max: Scalar? = nil) -> Tensor {
    mustSucceed { try Ops.clamp(self, min, max) }
  }
  /// Elements limited to [min, max], elementwise bounds.
  @discardableResult
  public func clamp_(min: Tensor? = nil, max: Tensor? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.clampTensor($0, min, max) } }
    return self
  }
  /// Elements limited to [min, max], elementwise bounds.
  public func clamp(min: Tensor? = nil, max: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.clampTensor(self, min, max) }
  }
  /// Elements not below min.
  @discardableResult
  public func clampMin_(_ min: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.clampMin($0, min) } }
    return self
  }
  /// Elements not below min.
  public func clampMin(_ min: Operand) -> Tensor {
    mustSucceed { try Ops.clampMin(self, min) }
  }
  /// Elements not above max.
  @discardableResult
  public func clampMax_(_ max: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.clampMax($0, max) } }
    return self
  }
  /// Elements not above max.
  public func clampMax(_ max: Operand) -> Tensor {
    mustSucceed { try Ops.clampMax(self, max) }
  }
  /// `input` where condition holds, else `other`; all broadcast.
  public func `where`(_ input: Operand, other: Operand) -> Tensor {
    mustSucceed { try Ops.where(self, input, other) }
  }
  /// `value` where mask holds, else `input`.
  @discardableResult
  public func maskedFill_(_ mask: Tensor, value: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.maskedFill($0, mask, value) } }
    return self
  }
  /// `value` where mask holds, else `input`.
  public func maskedFill(_ mask: Tensor, value: Operand) -> Tensor {
    mustSucceed { try Ops.maskedFill(self, mask, value) }
  }
  /// `1 / (1 + exp(-input))`, elementwise.
  @discardableResult
  public func sigmoid_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.sigmoid($0) } }
    return self
  }
  /// `1 / (1 + exp(-input))`, elementwise.
  public func sigmoid() -> Tensor {
    mustSucceed { try Ops.sigmoid(self) }
  }
  /// Hyperbolic tangent, elementwise.
  @discardableResult
  public func tanh_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.tanh($0) } }
    return self
  }
  /// Hyperbolic tangent, elementwise.
  public func tanh() -> Tensor {
    mustSucceed { try Ops.tanh(self) }
  }
  /// `max(input, 0)`, elementwise.
  @discardableResult
  public func relu_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.relu($0) } }
    return self
  }
  /// `max(input, 0)`, elementwise.
  public func relu() -> Tensor {
    mustSucceed { try Ops.relu(self) }
  }
  /// `min(max(input, 0), 6)`, elementwise.
  @discardableResult
  public func relu6_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.relu6($0) } }
    return self
  }
  /// `min(max(input, 0), 6)`, elementwise.
  public func relu6() -> Tensor {
    mustSucceed { try Ops.relu6(self) }
  }
  /// `input * sigmoid(input)`, elementwise.
  @discardableResult
  public func silu_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.silu($0) } }
    return self
  }
  /// `input * sigmoid(input)`, elementwise.
  public func silu() -> Tensor {
    mustSucceed { try Ops.silu(self) }
  }
  /// `input * tanh(softplus(input))`, elementwise.
  @discardableResult
  public func mish_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.mish($0) } }
    return self
  }
  /// `input * tanh(softplus(input))`, elementwise.
  public func mish() -> Tensor {
    mustSucceed { try Ops.mish(self) }
  }
  /// `input * relu6(input + 3) / 6`, elementwise.
  @discardableResult
  public func hardswish_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.hardswish($0) } }
    return self
  }
  /// `input * relu6(input + 3) / 6`, elementwise.
  public func hardswish() -> Tensor {
    mustSucceed { try Ops.hardswish(self) }
  }
  /// `relu6(input + 3) / 6`, elementwise.
  @discardableResult
  public func hardsigmoid_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.hardsigmoid($0) } }
    return self
  }
  /// `relu6(input + 3) / 6`, elementwise.
  public func hardsigmoid() -> Tensor {
    mustSucceed { try Ops.hardsigmoid(self) }
  }
  /// `log(sigmoid(input))`, elementwise.
  public func logsigmoid() -> Tensor {
    mustSucceed { try Ops.logsigmoid(self) }
  }
  /// `input / (1 + |input|)`, elementwise.
  public func softsign() -> Tensor {
    mustSucceed { try Ops.softsign(self) }
  }
  /// `input - tanh(input)`, elementwise.
  public func tanhshrink() -> Tensor {
    mustSucceed { try Ops.tanhshrink(self) }
  }
  /// ELU with the self-normalising scale and alpha.
  @discardableResult
  public func selu_() -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.selu($0) } }
    return self
  }
  /// ELU with the self-normalising scale and alpha.
  public func selu() -> Tensor {
    mustSucceed { try Ops.selu(self) }
  }
  /// `max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise.
  @discardableResult
  public func celu_(alpha: Double = 1.0) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.celu($0, alpha) } }
    return self
  }
  /// `max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise.
  public func celu(alpha: Double = 1.0) -> Tensor {
    mustSucceed { try Ops.celu(self, alpha) }
  }
  /// `input` where positive, else `alpha * (exp(input) - 1)`.
  @discardableResult
  public func elu_(alpha: Double = 1.0) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.elu($0, alpha) } }
    return self
  }
  /// `input` where positive, else `alpha * (exp(input) - 1)`.
  public func elu(alpha: Double = 1.0) -> Tensor {
    mustSucceed { try Ops.elu(self, alpha) }
  }
  /// `input` where positive, else `negative_slope * input`.
  @discardableResult
  public func leakyRelu_(negativeSlope: Double = 0.01) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.leakyRelu($0, negativeSlope) } }
    return self
  }
  /// `input` where positive, else `negative_slope * input`.
  public func leakyRelu(negativeSlope: Double = 0.01) -> Tensor {
    mustSucceed { try Ops.leakyRelu(self, negativeSlope) }
  }
  /// Elements limited to [min_val, max_val].
  @discardableResult
  public func hardtanh_(minVal: Double = -1.0, maxVal: Double = 1.0) -> Tensor {
    mustSucceed { try Inplace.assign(self, direct: true) { try Ops.hardtanh($0, minVal, maxVal) } }
    return self
  }
  /// Elements limited to [min_val, max_val].
  public func hardtanh(minVal: Double = -1.0, maxVal: Double = 1.0) -> Tensor {
    mustSucceed { try Ops.hardtanh(self, minVal, maxVal) }
  }
  /// `input * Φ(input)` with the normal distribution function Φ.
  public func gelu(approximate: String = "none") -> Tensor {
    mustSucceed { try Ops.gelu(self, approximate) }
  }
  /// `log(1 + exp(beta * input)) / beta`, elementwise.
  public func softplus(beta: Double = 1.0, threshold: Double = 20.0) -> Tensor {
    mustSucceed { try Ops.softplus(self, beta, threshold) }
  }
  /// Elements moved towards 0 by lambd, 0 within.
  public func softshrink(lambd: Double = 0.5) -> Tensor {
    mustSucceed { try Ops.softshrink(self, lambd) }
  }
  /// Elements of absolute value at most lambd become 0.
  public func hardshrink(lambd: Double = 0.5) -> Tensor {
    mustSucceed { try Ops.hardshrink(self, lambd) }
  }
  /// `input` where above threshold, else value.
  @discardableResult
  public func threshold_(_ threshold: Scalar, value: Scalar) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.threshold($0, threshold, value) } }
    return self
  }
  /// `input` where above threshold, else value.
  public func threshold(_ threshold: Scalar, value: Scalar) -> Tensor {
    mustSucceed { try Ops.threshold(self, threshold, value) }
  }
  /// `input` where positive, else `weight * input`, one weight a channel.
  public func prelu(_ weight: Tensor) -> Tensor {
    mustSucceed { try Ops.prelu(self, weight) }
  }
  /// The first half along dim times the sigmoid of the second.
  public func glu(dim: Int = -1) -> Tensor {
    mustSucceed { try Ops.glu(self, dim) }
  }
  /// Mean of `(input - target) ** 2`.
  public func mseLoss(_ target: Tensor, reduction: String = "mean", weight: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.mseLoss(self, target, reduction, weight) }
  }
  /// Mean of `|input - target|`.
  public func l1Loss(_ target: Tensor, reduction: String = "mean", weight: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.l1Loss(self, target, reduction, weight) }
  }
  /// Mean of a loss quadratic below beta and linear above.
  public func smoothL1Loss(_ target: Tensor, reduction: String = "mean", beta: Double = 1.0) -> Tensor {
    mustSucceed { try Ops.smoothL1Loss(self, target, reduction, beta) }
  }
  /// Mean of a loss quadratic below delta and linear, with slope delta, above.
  public func huberLoss(_ target: Tensor, reduction: String = "mean", delta: Double = 1.0, weight: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.huberLoss(self, target, reduction, delta, weight) }
  }
  /// Mean of `-(target * log(input) + (1 - target) * log(1 - input))`.
  public func binaryCrossEntropy(_ target: Tensor, weight: Tensor? = nil, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.binaryCrossEntropy(self, target, weight, reduction) }
  }
  /// Binary cross entropy of `sigmoid(input)`, stable for any input.
  public func binaryCrossEntropyWithLogits(_ target: Tensor, weight: Tensor? = nil, reduction: String = "mean", posWeight: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.binaryCrossEntropyWithLogits(self, target, weight, reduction, posWeight) }
  }
  /// Mean of `target * (log(target) - input)`; input holds log-probabilities.
  public func klDiv(_ target: Tensor, reduction: String = "mean", logTarget: Bool = false) -> Tensor {
    mustSucceed { try Ops.klDiv(self, target, reduction, logTarget) }
  }
  /// Mean of `log(1 + exp(-target * input))`.
  public func softMarginLoss(_ target: Tensor, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.softMarginLoss(self, target, reduction) }
  }
  /// Mean of input where target is 1, of `max(0, margin - input)` where it is -1.
  public func hingeEmbeddingLoss(_ target: Tensor, margin: Double = 1.0, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.hingeEmbeddingLoss(self, target, margin, reduction) }
  }
  /// Mean of `max(0, -target * (input1 - input2) + margin)`.
  public func marginRankingLoss(_ input2: Tensor, target: Tensor, margin: Double = 0.0, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.marginRankingLoss(self, input2, target, margin, reduction) }
  }
  /// Mean of `exp(input) - target * input`: the negative log likelihood of Poisson counts.
  public func poissonNllLoss(_ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-08, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.poissonNllLoss(self, target, logInput, full, eps, reduction) }
  }
  /// Weighted mean of `-input[n, target[n]]` for log-probabilities [C], [N, C] or [N, C, d…].
  public func nllLoss(_ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.nllLoss(self, target, weight, ignoreIndex, reduction) }
  }
  /// Mean of `-log(softmax(input)[target])`; target holds class indices or probabilities.
  public func crossEntropy(_ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: String = "mean", labelSmoothing: Double = 0.0) -> Tensor {
    mustSucceed { try Ops.crossEntropy(self, target, weight, ignoreIndex, reduction, labelSmoothing) }
  }
  /// The inverse of erf, elementwise.
  @discardableResult
  public func erfinv_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.erfinv($0) } }
    return self
  }
  /// The inverse of erf, elementwise.
  public func erfinv() -> Tensor {
    mustSucceed { try Ops.erfinv(self) }
  }
  /// `sin(π input) / (π input)`, 1 at 0.
  @discardableResult
  public func sinc_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.sinc($0) } }
    return self
  }
  /// `sin(π input) / (π input)`, 1 at 0.
  public func sinc() -> Tensor {
    mustSucceed { try Ops.sinc(self) }
  }
  /// Modified Bessel function of order 0.
  @discardableResult
  public func i0_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.i0($0) } }
    return self
  }
  /// Modified Bessel function of order 0.
  public func i0() -> Tensor {
    mustSucceed { try Ops.i0(self) }
  }
  /// `log(input / (1 - input))`, of the input limited to [eps, 1 - eps].
  @discardableResult
  public func logit_(eps: Double? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.logit($0, eps) } }
    return self
  }
  /// `log(input / (1 - input))`, of the input limited to [eps, 1 - eps].
  public func logit(eps: Double? = nil) -> Tensor {
    mustSucceed { try Ops.logit(self, eps) }
  }
  /// `log(input / (1 - input))`, of the input limited to [eps, 1 - eps].
  public func specialLogit(eps: Double? = nil) -> Tensor {
    mustSucceed { try Ops.specialLogit(self, eps) }
  }
  /// `exp(input ** 2) * erfc(input)`.
  public func specialErfcx() -> Tensor {
    mustSucceed { try Ops.specialErfcx(self) }
  }
  /// The standard normal distribution function.
  public func specialNdtr() -> Tensor {
    mustSucceed { try Ops.specialNdtr(self) }
  }
  /// Logarithm of the standard normal distribution function.
  public func specialLogNdtr() -> Tensor {
    mustSucceed { try Ops.specialLogNdtr(self) }
  }
  /// The inverse of `ndtr`.
  public func specialNdtri() -> Tensor {
    mustSucceed { try Ops.specialNdtri(self) }
  }
  /// `-input * log(input)`, 0 at 0, -inf below.
  public func specialEntr() -> Tensor {
    mustSucceed { try Ops.specialEntr(self) }
  }
  /// `exp(-|input|) * i0(input)`.
  public func specialI0e() -> Tensor {
    mustSucceed { try Ops.specialI0e(self) }
  }
  /// Modified Bessel function of order 1.
  public func specialI1() -> Tensor {
    mustSucceed { try Ops.specialI1(self) }
  }
  /// `exp(-|input|) * i1(input)`.
  public func specialI1e() -> Tensor {
    mustSucceed { try Ops.specialI1e(self) }
  }
  /// Modified Bessel function I of order 0.
  public func specialModifiedBesselI0() -> Tensor {
    mustSucceed { try Ops.specialModifiedBesselI0(self) }
  }
  /// Modified Bessel function I of order 1.
  public func specialModifiedBesselI1() -> Tensor {
    mustSucceed { try Ops.specialModifiedBesselI1(self) }
  }
  /// Modified Bessel function K of order 0.
  public func specialModifiedBesselK0() -> Tensor {
    mustSucceed { try Ops.specialModifiedBesselK0(self) }
  }
  /// Modified Bessel function K of order 1.
  public func specialModifiedBesselK1() -> Tensor {
    mustSucceed { try Ops.specialModifiedBesselK1(self) }
  }
  /// `exp(input)` times the Bessel function K of order 0.
  public func specialScaledModifiedBesselK0() -> Tensor {
    mustSucceed { try Ops.specialScaledModifiedBesselK0(self) }
  }
  /// `exp(input)` times the Bessel function K of order 1.
  public func specialScaledModifiedBesselK1() -> Tensor {
    mustSucceed { try Ops.specialScaledModifiedBesselK1(self) }
  }
  /// Bessel function J of order 0.
  public func specialBesselJ0() -> Tensor {
    mustSucceed { try Ops.specialBesselJ0(self) }
  }
  /// Bessel function J of order 1.
  public func specialBesselJ1() -> Tensor {
    mustSucceed { try Ops.specialBesselJ1(self) }
  }
  /// Bessel function Y of order 0.
  public func specialBesselY0() -> Tensor {
    mustSucceed { try Ops.specialBesselY0(self) }
  }
  /// Bessel function Y of order 1.
  public func specialBesselY1() -> Tensor {
    mustSucceed { try Ops.specialBesselY1(self) }
  }
  /// `sin(input) / input`, 1 at 0.
  public func specialSphericalBesselJ0() -> Tensor {
    mustSucceed { try Ops.specialSphericalBesselJ0(self) }
  }
  /// The Airy function Ai.
  public func specialAiryAi() -> Tensor {
    mustSucceed { try Ops.specialAiryAi(self) }
  }
  /// `log(exp(input) + exp(other))` without overflow.
  public func logaddexp(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.logaddexp(self, other) }
  }
  /// `log2(2 ** input + 2 ** other)` without overflow.
  public func logaddexp2(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.logaddexp2(self, other) }
  }
  /// `input * log1p(other)`, 0 where input is 0.
  public func specialXlog1py(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.specialXlog1py(self, other) }
  }
  /// Hurwitz' zeta function `Σ (other + k) ** -input`.
  public func specialZeta(_ other: Operand) -> Tensor {
    mustSucceed { try Ops.specialZeta(self, other) }
  }
  /// The regularised lower incomplete gamma function P(input, other).
  @discardableResult
  public func igamma_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.igamma($0, other) } }
    return self
  }
  /// The regularised lower incomplete gamma function P(input, other).
  public func igamma(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.igamma(self, other) }
  }
  /// The regularised upper incomplete gamma function Q(input, other).
  @discardableResult
  public func igammac_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.igammac($0, other) } }
    return self
  }
  /// The regularised upper incomplete gamma function Q(input, other).
  public func igammac(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.igammac(self, other) }
  }
  /// The regularised lower incomplete gamma function.
  public func specialGammainc(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.specialGammainc(self, other) }
  }
  /// The regularised upper incomplete gamma function.
  public func specialGammaincc(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.specialGammaincc(self, other) }
  }
  /// Logarithm of the gamma function of p dimensions.
  @discardableResult
  public func mvlgamma_(_ p: Int) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.mvlgamma($0, p) } }
    return self
  }
  /// Logarithm of the gamma function of p dimensions.
  public func mvlgamma(_ p: Int) -> Tensor {
    mustSucceed { try Ops.mvlgamma(self, p) }
  }
  /// Logarithm of the gamma function of p dimensions.
  public func specialMultigammaln(_ p: Int) -> Tensor {
    mustSucceed { try Ops.specialMultigammaln(self, p) }
  }
  /// Chebyshev polynomial of the first kind of degree n.
  public func specialChebyshevPolynomialT(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialChebyshevPolynomialT(self, n) }
  }
  /// Chebyshev polynomial of the second kind of degree n.
  public func specialChebyshevPolynomialU(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialChebyshevPolynomialU(self, n) }
  }
  /// Chebyshev polynomial of the third kind of degree n.
  public func specialChebyshevPolynomialV(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialChebyshevPolynomialV(self, n) }
  }
  /// Chebyshev polynomial of the fourth kind of degree n.
  public func specialChebyshevPolynomialW(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialChebyshevPolynomialW(self, n) }
  }
  /// The first kind on [0, 1], degree n.
  public func specialShiftedChebyshevPolynomialT(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialShiftedChebyshevPolynomialT(self, n) }
  }
  /// The second kind on [0, 1], degree n.
  public func specialShiftedChebyshevPolynomialU(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialShiftedChebyshevPolynomialU(self, n) }
  }
  /// The third kind on [0, 1], degree n.
  public func specialShiftedChebyshevPolynomialV(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialShiftedChebyshevPolynomialV(self, n) }
  }
  /// The fourth kind on [0, 1], degree n.
  public func specialShiftedChebyshevPolynomialW(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialShiftedChebyshevPolynomialW(self, n) }
  }
  /// Physicists' Hermite polynomial of degree n.
  public func specialHermitePolynomialH(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialHermitePolynomialH(self, n) }
  }
  /// Probabilists' Hermite polynomial of degree n.
  public func specialHermitePolynomialHe(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialHermitePolynomialHe(self, n) }
  }
  /// Laguerre polynomial of degree n.
  public func specialLaguerrePolynomialL(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialLaguerrePolynomialL(self, n) }
  }
  /// Legendre polynomial of degree n.
  public func specialLegendrePolynomialP(_ n: Operand) -> Tensor {
    mustSucceed { try Ops.specialLegendrePolynomialP(self, n) }
  }
  /// Greatest common divisor, elementwise.
  @discardableResult
  public func gcd_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.gcd($0, other) } }
    return self
  }
  /// Greatest common divisor, elementwise.
  public func gcd(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.gcd(self, other) }
  }
  /// Least common multiple, elementwise.
  @discardableResult
  public func lcm_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.lcm($0, other) } }
    return self
  }
  /// Least common multiple, elementwise.
  public func lcm(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.lcm(self, other) }
  }
  /// Mantissa in [0.5, 1) and exponent: input = mantissa * 2 ** exponent.
  public func frexp() -> (mantissa: Tensor, exponent: Tensor) {
    let r = mustSucceed { try Ops.frexp(self) }
    return r
  }
  /// `input * 2 ** other`, elementwise.
  @discardableResult
  public func ldexp_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.ldexp($0, other) } }
    return self
  }
  /// `input * 2 ** other`, elementwise.
  public func ldexp(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.ldexp(self, other) }
  }
  /// The next number after input towards other.
  @discardableResult
  public func nextafter_(_ other: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.nextafter($0, other) } }
    return self
  }
  /// The next number after input towards other.
  public func nextafter(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.nextafter(self, other) }
  }
  /// Degrees in radians.
  @discardableResult
  public func deg2rad_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.deg2rad($0) } }
    return self
  }
  /// Degrees in radians.
  public func deg2rad() -> Tensor {
    mustSucceed { try Ops.deg2rad(self) }
  }
  /// Radians in degrees.
  @discardableResult
  public func rad2deg_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.rad2deg($0) } }
    return self
  }
  /// Radians in degrees.
  public func rad2deg() -> Tensor {
    mustSucceed { try Ops.rad2deg(self) }
  }
  /// 0 below 0, `values` at 0, 1 above.
  @discardableResult
  public func heaviside_(_ values: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.heaviside($0, values) } }
    return self
  }
  /// 0 below 0, `values` at 0, 1 above.
  public func heaviside(_ values: Tensor) -> Tensor {
    mustSucceed { try Ops.heaviside(self, values) }
  }
  /// NaN and infinities replaced by the given or the largest finite numbers.
  @discardableResult
  public func nanToNum_(nan: Double? = 0.0, posinf: Double? = nil, neginf: Double? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.nanToNum($0, nan, posinf, neginf) } }
    return self
  }
  /// NaN and infinities replaced by the given or the largest finite numbers.
  public func nanToNum(nan: Double? = 0.0, posinf: Double? = nil, neginf: Double? = nil) -> Tensor {
    mustSucceed { try Ops.nanToNum(self, nan, posinf, neginf) }
  }
  /// The complex conjugate; a real tensor itself.
  public func conj() -> Tensor {
    mustSucceed { try Ops.conj(self) }
  }
  /// The complex conjugate; a real tensor itself.
  @discardableResult
  public func conjPhysical_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.conjPhysical($0) } }
    return self
  }
  /// The complex conjugate; a real tensor itself.
  public func conjPhysical() -> Tensor {
    mustSucceed { try Ops.conjPhysical(self) }
  }
  /// The tensor itself: conjugates are computed at once.
  public func resolveConj() -> Tensor {
    mustSucceed { try Ops.resolveConj(self) }
  }
  /// The tensor itself: negatives are computed at once.
  public func resolveNeg() -> Tensor {
    mustSucceed { try Ops.resolveNeg(self) }
  }
  /// The real part: a view of a complex tensor, a real tensor itself.
  public func real() -> Tensor {
    mustSucceed { try Ops.real(self) }
  }
  /// The phase of each element in (-π, π].
  public func angle() -> Tensor {
    mustSucceed { try Ops.angle(self) }
  }
  /// `input / |input|`, elementwise; 0 for 0.
  @discardableResult
  public func sgn_() -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.sgn($0) } }
    return self
  }
  /// `input / |input|`, elementwise; 0 for 0.
  public func sgn() -> Tensor {
    mustSucceed { try Ops.sgn(self) }
  }
  /// True where the imaginary part is 0.
  public func isreal() -> Tensor {
    mustSucceed { try Ops.isreal(self) }
  }
  /// The imaginary part of a complex tensor: a view.
  public func imag() -> Tensor {
    mustSucceed { try Ops.imag(self) }
  }
  /// Complex [*] as real [*, 2]: a view.
  public func viewAsReal() -> Tensor {
    mustSucceed { try Ops.viewAsReal(self) }
  }
  /// Complex [*] as real [*, 2]: a copy.
  public func viewAsRealCopy() -> Tensor {
    mustSucceed { try Ops.viewAsRealCopy(self) }
  }
  /// Real [*, 2] as complex [*]: a view.
  public func viewAsComplex() -> Tensor {
    mustSucceed { try Ops.viewAsComplex(self) }
  }
  /// Real [*, 2] as complex [*]: a copy.
  public func viewAsComplexCopy() -> Tensor {
    mustSucceed { try Ops.viewAsComplexCopy(self) }
  }
  /// `real + i imag`, elementwise.
  public func complex(_ imag: Tensor) -> Tensor {
    mustSucceed { try Ops.complex(self, imag) }
  }
  /// `abs * (cos(angle) + i sin(angle))`, elementwise.
  public func polar(_ angle: Tensor) -> Tensor {
    mustSucceed { try Ops.polar(self, angle) }
  }
  /// The discrete Fourier transform along `dim`.
  public func fftFft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftFft(self, n, dim, norm) }
  }
  /// The inverse discrete Fourier transform along `dim`.
  public func fftIfft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIfft(self, n, dim, norm) }
  }
  /// The first half of the spectrum of real values along `dim`.
  public func fftRfft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftRfft(self, n, dim, norm) }
  }
  /// The real values of which the input is the first half of the spectrum.
  public func fftIrfft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIrfft(self, n, dim, norm) }
  }
  /// The real spectrum of values of which the input is the first, Hermitian half.
  public func fftHfft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftHfft(self, n, dim, norm) }
  }
  /// The inverse of `hfft`.
  public func fftIhfft(n: Int? = nil, dim: Int = -1, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIhfft(self, n, dim, norm) }
  }
  /// The discrete Fourier transform over two dimensions.
  public func fftFft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftFft2(self, s, dim, norm) }
  }
  /// The discrete Fourier transform over several dimensions.
  public func fftFftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftFftn(self, s, dim, norm) }
  }
  /// The inverse discrete Fourier transform over two dimensions.
  public func fftIfft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIfft2(self, s, dim, norm) }
  }
  /// The inverse discrete Fourier transform over several dimensions.
  public func fftIfftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIfftn(self, s, dim, norm) }
  }
  /// The transform of real values, half of the spectrum, over two dimensions.
  public func fftRfft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftRfft2(self, s, dim, norm) }
  }
  /// The transform of real values, half of the spectrum, over several dimensions.
  public func fftRfftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftRfftn(self, s, dim, norm) }
  }
  /// The real values of half a spectrum over two dimensions.
  public func fftIrfft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIrfft2(self, s, dim, norm) }
  }
  /// The real values of half a spectrum over several dimensions.
  public func fftIrfftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIrfftn(self, s, dim, norm) }
  }
  /// The real spectrum of Hermitian values over two dimensions.
  public func fftHfft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftHfft2(self, s, dim, norm) }
  }
  /// The real spectrum of Hermitian values over several dimensions.
  public func fftHfftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftHfftn(self, s, dim, norm) }
  }
  /// The inverse of the Hermitian transform over two dimensions.
  public func fftIhfft2(s: Shape? = nil, dim: Shape = [-2, -1], norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIhfft2(self, s, dim, norm) }
  }
  /// The inverse of the Hermitian transform over several dimensions.
  public func fftIhfftn(s: Shape? = nil, dim: Shape? = nil, norm: String? = nil) -> Tensor {
    mustSucceed { try Ops.fftIhfftn(self, s, dim, norm) }
  }
  /// Frequency 0 moved to the middle of the dimensions.
  public func fftFftshift(dim: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.fftFftshift(self, dim) }
  }
  /// The inverse of `fftshift`.
  public func fftIfftshift(dim: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.fftIfftshift(self, dim) }
  }
  /// Spectra [*, frequencies, frames] of overlapping windows of signals [*, samples].
  public func stft(_ nFft: Int, hopLength: Int? = nil, winLength: Int? = nil, window: Tensor? = nil, center: Bool = true, padMode: String = "reflect", normalized: Bool = false, onesided: Bool? = nil, returnComplex: Bool? = nil, alignToWindow: Bool? = nil) -> Tensor {
    mustSucceed { try Ops.stft(self, nFft, hopLength, winLength, window, center, padMode, normalized, onesided, returnComplex, alignToWindow) }
  }
  /// The signals [*, samples] of spectra [*, frequencies, frames].
  public func istft(_ nFft: Int, hopLength: Int? = nil, winLength: Int? = nil, window: Tensor? = nil, center: Bool = true, normalized: Bool = false, onesided: Bool? = nil, length: Int? = nil, returnComplex: Bool = false) -> Tensor {
    mustSucceed { try Ops.istft(self, nFft, hopLength, winLength, window, center, normalized, onesided, length, returnComplex) }
  }
  /// Sum over the dimensions `dim`, all of them by default; integers sum as int64.
  public func sum(dim: Shape? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.sum(self, dim, keepdim, dtype) }
  }
  /// Sum over the dimensions `dim`, NaN counting as zero.
  public func nansum(dim: Shape? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.nansum(self, dim, keepdim, dtype) }
  }
  /// Arithmetic mean over the dimensions `dim`, all of them by default.
  public func mean(dim: Shape? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.mean(self, dim, keepdim, dtype) }
  }
  /// Product of all elements, or along the dimension `dim`; integers multiply as int64.
  public func prod(dim: Int? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.prod(self, dim, keepdim, dtype) }
  }
  /// Whether every element over the dimensions `dim` is true.
  public func all(dim: Shape? = nil, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.all(self, dim, keepdim) }
  }
  /// Whether some element over the dimensions `dim` is true.
  public func any(dim: Shape? = nil, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.any(self, dim, keepdim) }
  }
  /// How many elements over the dimensions `dim` are not zero.
  public func countNonzero(dim: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.countNonzero(self, dim) }
  }
  /// The largest element; NaN wins.
  public func max() -> Tensor {
    mustSucceed { try Ops.max(self) }
  }
  /// The smallest element; NaN wins.
  public func min() -> Tensor {
    mustSucceed { try Ops.min(self) }
  }
  /// The largest element along `dim`, and the index of its first place.
  public func max(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.maxDim(self, dim, keepdim) }
    return r
  }
  /// The smallest element along `dim`, and the index of its first place.
  public func min(dim: Int, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.minDim(self, dim, keepdim) }
    return r
  }
  /// The largest element over the dimensions `dim`.
  public func amax(dim: Shape = [], keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.amax(self, dim, keepdim) }
  }
  /// The smallest element over the dimensions `dim`.
  public func amin(dim: Shape = [], keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.amin(self, dim, keepdim) }
  }
  /// The smallest and the largest element, of all or along `dim`.
  public func aminmax(dim: Int? = nil, keepdim: Bool = false) -> (min: Tensor, max: Tensor) {
    let r = mustSucceed { try Ops.aminmax(self, dim, keepdim) }
    return r
  }
  /// Index of the first largest element along `dim`, or of the flattened tensor.
  public func argmax(dim: Int? = nil, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.argmax(self, dim, keepdim) }
  }
  /// Index of the first smallest element along `dim`, or of the flattened tensor.
  public func argmin(dim: Int? = nil, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.argmin(self, dim, keepdim) }
  }
  /// Variance over the dimensions `dim`: squared deviations divided by their number less `correction`.
  public func `var`(dim: Shape? = nil, correction: Double? = 1, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.var(self, dim, correction, keepdim) }
  }
  /// Standard deviation over the dimensions `dim`, the square root of `var`.
  public func std(dim: Shape? = nil, correction: Double? = 1, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.std(self, dim, correction, keepdim) }
  }
  /// Variance of all elements.
  public func `var`(_ unbiased: Bool) -> Tensor {
    mustSucceed { try Ops.varUnbiased(self, unbiased) }
  }
  /// Standard deviation of all elements.
  public func std(_ unbiased: Bool) -> Tensor {
    mustSucceed { try Ops.stdUnbiased(self, unbiased) }
  }
  /// Variance over the dimensions `dim`.
  public func `var`(_ dim: Shape?, unbiased: Bool = true, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.varDim(self, dim, unbiased, keepdim) }
  }
  /// Standard deviation over the dimensions `dim`.
  public func std(_ dim: Shape?, unbiased: Bool = true, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.stdDim(self, dim, unbiased, keepdim) }
  }
  /// Variance and mean over the dimensions `dim`, in one pass.
  public func varMean(dim: Shape? = nil, correction: Double? = 1, keepdim: Bool = false) -> (var: Tensor, mean: Tensor) {
    let r = mustSucceed { try Ops.varMean(self, dim, correction, keepdim) }
    return r
  }
  /// Standard deviation and mean over the dimensions `dim`, in one pass.
  public func stdMean(dim: Shape? = nil, correction: Double? = 1, keepdim: Bool = false) -> (std: Tensor, mean: Tensor) {
    let r = mustSucceed { try Ops.stdMean(self, dim, correction, keepdim) }
    return r
  }
  /// The `ord`-norm `(Σ|x|^ord)^(1/ord)` over the dimensions `dim`; the largest or smallest magnitude for ±inf.
  public func linalgVectorNorm(ord: Scalar = 2, dim: Shape? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.linalgVectorNorm(self, ord, dim, keepdim, dtype) }
  }
  /// `log Σ exp(input)` over the dimensions `dim`, computed without overflow.
  public func logsumexp(dim: Shape, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.logsumexp(self, dim, keepdim) }
  }
  /// `exp(x) / Σ exp(x)` along `dim`.
  public func softmax(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.softmax(self, dim, dtype) }
  }
  /// `x - log Σ exp(x)` along `dim`.
  public func logSoftmax(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.logSoftmax(self, dim, dtype) }
  }
  /// Running sum along `dim`.
  @discardableResult
  public func cumsum_(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.cumsum($0, dim, dtype) } }
    return self
  }
  /// Running sum along `dim`.
  public func cumsum(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.cumsum(self, dim, dtype) }
  }
  /// Running product along `dim`.
  @discardableResult
  public func cumprod_(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.cumprod($0, dim, dtype) } }
    return self
  }
  /// Running product along `dim`.
  public func cumprod(dim: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.cumprod(self, dim, dtype) }
  }
  /// Matrix product with broadcasting over leading dimensions; vectors are rows or columns.
  public func matmul(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.matmul(self, other) }
  }
  /// Product of the matrices [n, k] and [k, m].
  public func mm(_ mat2: Tensor) -> Tensor {
    mustSucceed { try Ops.mm(self, mat2) }
  }
  /// Products of two batches of matrices, [b, n, k] and [b, k, m].
  public func bmm(_ mat2: Tensor) -> Tensor {
    mustSucceed { try Ops.bmm(self, mat2) }
  }
  /// Product of a matrix [n, k] and a vector [k].
  public func mv(_ vec: Tensor) -> Tensor {
    mustSucceed { try Ops.mv(self, vec) }
  }
  /// Inner product of two vectors of equal length.
  public func dot(_ tensor: Tensor) -> Tensor {
    mustSucceed { try Ops.dot(self, tensor) }
  }
  /// Matrix of the products of all pairs of elements of two vectors.
  public func outer(_ vec2: Tensor) -> Tensor {
    mustSucceed { try Ops.outer(self, vec2) }
  }
  /// `beta * input + alpha * mat1 @ mat2`.
  @discardableResult
  public func addmm_(_ mat1: Tensor, _ mat2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addmm($0, mat1, mat2, beta, alpha) } }
    return self
  }
  /// `beta * input + alpha * mat1 @ mat2`.
  public func addmm(_ mat1: Tensor, _ mat2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addmm(self, mat1, mat2, beta, alpha) }
  }
  /// `beta * input + alpha * batch1 @ batch2`, a batch of matrices.
  @discardableResult
  public func baddbmm_(_ batch1: Tensor, _ batch2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.baddbmm($0, batch1, batch2, beta, alpha) } }
    return self
  }
  /// `beta * input + alpha * batch1 @ batch2`, a batch of matrices.
  public func baddbmm(_ batch1: Tensor, _ batch2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.baddbmm(self, batch1, batch2, beta, alpha) }
  }
  /// `input @ weight.T + bias` for input [*, in], weight [out, in] and bias [out].
  public func linear(_ weight: Tensor, bias: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.linear(self, weight, bias) }
  }
  /// 2-d cross-correlation of input [N, C, H, W] or [C, H, W] with weight [O, C / groups, kH, kW].
  public func conv2d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv2d(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 2-d cross-correlation with padding `same` or `valid`.
  public func conv2d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: String = "valid", dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv2dPadding(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 1-d cross-correlation of input [N, C, L] or [C, L] with weight [O, C / groups, k].
  public func conv1d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv1d(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 1-d cross-correlation with padding `same` or `valid`.
  public func conv1d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: String = "valid", dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv1dPadding(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 2-d transposed convolution: the gradient of `conv2d` with respect to its input.
  public func convTranspose2d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], outputPadding: Shape = [0], groups: Int = 1, dilation: Shape = [1]) -> Tensor {
    mustSucceed { try Ops.convTranspose2d(self, weight, bias, stride, padding, outputPadding, groups, dilation) }
  }
  /// 1-d transposed convolution: the gradient of `conv1d` with respect to its input.
  public func convTranspose1d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], outputPadding: Shape = [0], groups: Int = 1, dilation: Shape = [1]) -> Tensor {
    mustSucceed { try Ops.convTranspose1d(self, weight, bias, stride, padding, outputPadding, groups, dilation) }
  }
  /// Largest element of each window of the planes [H, W].
  public func maxPool2d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], dilation: Shape = [1], ceilMode: Bool = false) -> Tensor {
    mustSucceed { try Ops.maxPool2d(self, kernelSize, stride, padding, dilation, ceilMode) }
  }
  /// Mean of each window of the planes [H, W].
  public func avgPool2d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil) -> Tensor {
    mustSucceed { try Ops.avgPool2d(self, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride) }
  }
  /// Largest element of each window of the last dimension.
  public func maxPool1d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], dilation: Shape = [1], ceilMode: Bool = false) -> Tensor {
    mustSucceed { try Ops.maxPool1d(self, kernelSize, stride, padding, dilation, ceilMode) }
  }
  /// Mean of each window of the last dimension.
  public func avgPool1d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], ceilMode: Bool = false, countIncludePad: Bool = true) -> Tensor {
    mustSucceed { try Ops.avgPool1d(self, kernelSize, stride, padding, ceilMode, countIncludePad) }
  }
  /// Normalises each channel of input [N, C, *] by the batch's statistics, which update the running ones, or by the running ones.
  public func batchNorm(_ runningMean: Tensor?, runningVar: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil, training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-05) -> Tensor {
    mustSucceed { try Ops.batchNorm(self, runningMean, runningVar, weight, bias, training, momentum, eps) }
  }
  /// Normalises over the last dimensions `normalized_shape` to mean 0 and variance 1, then scales and shifts.
  public func layerNorm(_ normalizedShape: Shape, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-05) -> Tensor {
    mustSucceed { try Ops.layerNorm(self, normalizedShape, weight, bias, eps) }
  }
  /// Normalises each of `num_groups` groups of channels of each example of input [N, C, *].
  public func groupNorm(_ numGroups: Int, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-05) -> Tensor {
    mustSucceed { try Ops.groupNorm(self, numGroups, weight, bias, eps) }
  }
  /// Normalises each channel of each example of input [N, C, *].
  public func instanceNorm(runningMean: Tensor? = nil, runningVar: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil, useInputStats: Bool = true, momentum: Double = 0.1, eps: Double = 1e-05) -> Tensor {
    mustSucceed { try Ops.instanceNorm(self, runningMean, runningVar, weight, bias, useInputStats, momentum, eps) }
  }
  /// Divides by the root mean square over the last dimensions `normalized_shape`.
  public func rmsNorm(_ normalizedShape: Shape, weight: Tensor? = nil, eps: Double? = nil) -> Tensor {
    mustSucceed { try Ops.rmsNorm(self, normalizedShape, weight, eps) }
  }
  /// Zeroes each element with probability `p` and divides the others by `1 - p`.
  @discardableResult
  public func dropout_(p: Double = 0.5, training: Bool = true) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.dropout($0, p, training) } }
    return self
  }
  /// Zeroes each element with probability `p` and divides the others by `1 - p`.
  public func dropout(p: Double = 0.5, training: Bool = true) -> Tensor {
    mustSucceed { try Ops.dropout(self, p, training) }
  }
  /// Zeroes each channel (dimensions 0 and 1) with probability `p` and divides the others by `1 - p`.
  public func featureDropout(p: Double = 0.5, training: Bool = true) -> Tensor {
    mustSucceed { try Ops.featureDropout(self, p, training) }
  }
  /// Rows of `weight` [num, dim] at the indices `input`: shape [*, dim].
  public func embedding(_ weight: Tensor, paddingIdx: Int? = nil, maxNorm: Double? = nil, normType: Double = 2.0, scaleGradByFreq: Bool = false, sparse: Bool = false) -> Tensor {
    mustSucceed { try Ops.embedding(self, weight, paddingIdx, maxNorm, normType, scaleGradByFreq, sparse) }
  }
  /// Uniform numbers of [0, 1) in the shape of `input`.
  public func randLike(generator: Generator? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.randLike(self, generator, dtype) }
  }
  /// Standard normal numbers in the shape of `input`.
  public func randnLike(generator: Generator? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.randnLike(self, generator, dtype) }
  }
  /// Integers of [0, high) in the shape and dtype of `input`.
  public func randintLike(_ high: Int, generator: Generator? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.randintLike(self, high, generator, dtype) }
  }
  /// Integers of [low, high) in the shape and dtype of `input`.
  public func randintLike(_ low: Int, high: Int, generator: Generator? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.randintLikeLow(self, low, high, generator, dtype) }
  }
  /// 1 with the probability that `input` holds, else 0.
  public func bernoulli(generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.bernoulli(self, generator) }
  }
  /// 1 with probability `p`, else 0, in the shape of `input`.
  public func bernoulli(_ p: Double, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.bernoulliP(self, p, generator) }
  }
  /// Normal numbers with the mean and deviation of each element; one of the two may be a number.
  public func normal(std: Operand = 1, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.normal(.tensor(self), std, generator) }
  }
  /// Indices drawn with the probabilities (not necessarily normed) of each row of `input`.
  public func multinomial(_ numSamples: Int, replacement: Bool = false, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.multinomial(self, numSamples, replacement, generator) }
  }
  /// Fills with uniform numbers of [from, to).
  @discardableResult
  public func uniform_(from: Double = 0, to: Double = 1, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.uniformInPlace(self, from, to, generator) }
    return self
  }
  /// Fills with normal numbers.
  @discardableResult
  public func normal_(mean: Double = 0, std: Double = 1, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.normalInPlace(self, mean, std, generator) }
    return self
  }
  /// Fills with numbers whose logarithms are normal.
  @discardableResult
  public func logNormal_(mean: Double = 1, std: Double = 2, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.logNormalInPlace(self, mean, std, generator) }
    return self
  }
  /// Fills with 1 with probability `p`, else 0.
  @discardableResult
  public func bernoulli_(p: Double = 0.5, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.bernoulliInPlace(self, p, generator) }
    return self
  }
  /// Fills with 1 with the probability that `p` holds at each place, else 0.
  @discardableResult
  public func bernoulli_(_ p: Tensor, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.bernoulliTensor(self, p, generator) }
    return self
  }
  /// Fills with integers of the whole range of the dtype.
  @discardableResult
  public func random_(generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.randomInPlace(self, generator) }
    return self
  }
  /// Fills with integers of [0, to).
  @discardableResult
  public func random_(_ to: Int, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.randomTo(self, to, generator) }
    return self
  }
  /// Fills with integers of [from, to).
  @discardableResult
  public func random_(_ from: Int, to: Int?, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.randomFrom(self, from, to, generator) }
    return self
  }
  /// Fills with numbers of the exponential distribution of rate `lambd`.
  @discardableResult
  public func exponential_(lambd: Double = 1, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.exponentialInPlace(self, lambd, generator) }
    return self
  }
  /// Fills with numbers of the Cauchy distribution.
  @discardableResult
  public func cauchy_(median: Double = 0, sigma: Double = 1, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.cauchyInPlace(self, median, sigma, generator) }
    return self
  }
  /// Fills with the number of trials up to the first success, each of probability `p`.
  @discardableResult
  public func geometric_(_ p: Double, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.geometricInPlace(self, p, generator) }
    return self
  }
  /// Gamma numbers of rate 1, `input` the concentration.
  public func _standardGamma(generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops._standardGamma(self, generator) }
  }
  /// The derivative of gamma numbers `output` with respect to their concentration: -(∂F/∂α) / f.
  public func _standardGammaGrad(_ output: Tensor) -> Tensor {
    mustSucceed { try Ops._standardGammaGrad(self, output) }
  }
  /// Dirichlet numbers: along the last dimension, `input` the concentrations.
  public func _sampleDirichlet(generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops._sampleDirichlet(self, generator) }
  }
  /// The derivative of beta numbers `x` with respect to `alpha`, over 1 - `x`; `total` is the sum of both parameters.
  public func _dirichletGrad(_ alpha: Tensor, total: Tensor) -> Tensor {
    mustSucceed { try Ops._dirichletGrad(self, alpha, total) }
  }
  /// Poisson numbers of the rates in `input`.
  public func poisson(generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.poisson(self, generator) }
  }
  /// Numbers of successes in `count` trials of probability `prob`.
  public func binomial(_ prob: Tensor, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.binomial(self, prob, generator) }
  }
  /// Arbitrary values in the shape of `input`.
  public func emptyLike(dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.emptyLike(self, dtype) }
  }
  /// Zeros in the shape of `input`.
  public func zerosLike(dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.zerosLike(self, dtype) }
  }
  /// Ones in the shape of `input`.
  public func onesLike(dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.onesLike(self, dtype) }
  }
  /// The number `fill_value` in the shape of `input`.
  public func fullLike(_ fillValue: Scalar, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.fullLike(self, fillValue, dtype) }
  }
  /// The lower triangle of each matrix, up to `diagonal`; zeros above.
  @discardableResult
  public func tril_(diagonal: Int = 0) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.tril($0, diagonal) } }
    return self
  }
  /// The lower triangle of each matrix, up to `diagonal`; zeros above.
  public func tril(diagonal: Int = 0) -> Tensor {
    mustSucceed { try Ops.tril(self, diagonal) }
  }
  /// The upper triangle of each matrix, from `diagonal` on; zeros below.
  @discardableResult
  public func triu_(diagonal: Int = 0) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.triu($0, diagonal) } }
    return self
  }
  /// The upper triangle of each matrix, from `diagonal` on; zeros below.
  public func triu(diagonal: Int = 0) -> Tensor {
    mustSucceed { try Ops.triu(self, diagonal) }
  }
  /// The same elements in another shape, without copying; one size may be -1.
  public func view(_ shape: Shape) -> Tensor {
    mustSucceed { try Ops.view(self, shape) }
  }
  /// The same elements in another shape, a view where possible; one size may be -1.
  public func reshape(_ shape: Shape) -> Tensor {
    mustSucceed { try Ops.reshape(self, shape) }
  }
  /// The view of the storage with the given sizes, strides and offset, in elements.
  public func asStrided(_ size: Shape, stride: Shape, storageOffset: Int? = nil) -> Tensor {
    mustSucceed { try Ops.asStrided(self, size, stride, storageOffset) }
  }
  /// Without the dimensions of size 1, all of them or those in `dim`.
  public func squeeze(dim: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.squeeze(self, dim) }
  }
  /// With a dimension of size 1 inserted before `dim`.
  public func unsqueeze(dim: Int) -> Tensor {
    mustSucceed { try Ops.unsqueeze(self, dim) }
  }
  /// The view in a larger shape, in which dimensions of size 1 repeat; -1 keeps a size.
  public func expand(_ size: Shape) -> Tensor {
    mustSucceed { try Ops.expand(self, size) }
  }
  /// `input` expanded to the shape of `other`.
  public func expandAs(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.expandAs(self, other) }
  }
  /// `input` as a view broadcast to `size`.
  public func broadcastTo(_ size: Shape) -> Tensor {
    mustSucceed { try Ops.broadcastTo(self, size) }
  }
  /// `input` viewed in the shape of `other`.
  public func viewAs(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.viewAs(self, other) }
  }
  /// `input` reshaped to the shape of `other`.
  public func reshapeAs(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.reshapeAs(self, other) }
  }
  /// The dimensions from `start_dim` to `end_dim` made into one.
  public func flatten(startDim: Int = 0, endDim: Int = -1) -> Tensor {
    mustSucceed { try Ops.flatten(self, startDim, endDim) }
  }
  /// Dimension `dim` split into dimensions of the given sizes.
  public func unflatten(dim: Int, sizes: Shape) -> Tensor {
    mustSucceed { try Ops.unflatten(self, dim, sizes) }
  }
  /// All elements in one dimension, contiguous.
  public func ravel() -> Tensor {
    mustSucceed { try Ops.ravel(self) }
  }
  /// The view of `length` elements from `start` along `dim`.
  public func narrow(dim: Int, start: Int, length: Int) -> Tensor {
    mustSucceed { try Ops.narrow(self, dim, start, length) }
  }
  /// The view at `index` of dimension `dim`, which disappears.
  public func select(dim: Int, index: Int) -> Tensor {
    mustSucceed { try Ops.select(self, dim, index) }
  }
  /// Windows of `size` elements along `dimension`, `step` apart, in a new last dimension.
  public func unfold(_ dimension: Int, size: Int, step: Int) -> Tensor {
    mustSucceed { try Ops.unfold(self, dimension, size, step) }
  }
  /// The view with two dimensions exchanged.
  public func transpose(_ dim0: Int, _ dim1: Int) -> Tensor {
    mustSucceed { try Ops.transpose(self, dim0, dim1) }
  }
  /// The view with two dimensions exchanged.
  public func swapaxes(_ axis0: Int, _ axis1: Int) -> Tensor {
    mustSucceed { try Ops.swapaxes(self, axis0, axis1) }
  }
  /// The view with two dimensions exchanged.
  public func swapdims(_ dim0: Int, _ dim1: Int) -> Tensor {
    mustSucceed { try Ops.swapdims(self, dim0, dim1) }
  }
  /// The transposed matrix; vectors and scalars stay as they are.
  public func t() -> Tensor {
    mustSucceed { try Ops.t(self) }
  }
  /// The last two dimensions exchanged.
  public func adjoint() -> Tensor {
    mustSucceed { try Ops.adjoint(self) }
  }
  /// The view with the dimensions in the given order.
  public func permute(_ dims: Shape) -> Tensor {
    mustSucceed { try Ops.permute(self, dims) }
  }
  /// The view with the dimensions `source` moved to `destination`.
  public func movedim(_ source: Shape, destination: Shape) -> Tensor {
    mustSucceed { try Ops.movedim(self, source, destination) }
  }
  /// The view with the dimensions `source` moved to `destination`.
  public func moveaxis(_ source: Shape, destination: Shape) -> Tensor {
    mustSucceed { try Ops.moveaxis(self, source, destination) }
  }
  /// The elements in reverse order along `dims`.
  public func flip(_ dims: Shape) -> Tensor {
    mustSucceed { try Ops.flip(self, dims) }
  }
  /// The elements in reverse order along dimension 1.
  public func fliplr() -> Tensor {
    mustSucceed { try Ops.fliplr(self) }
  }
  /// The elements in reverse order along dimension 0.
  public func flipud() -> Tensor {
    mustSucceed { try Ops.flipud(self) }
  }
  /// Rotated `k` quarter turns from the first towards the second of `dims`.
  public func rot90(k: Int = 1, dims: Shape = [0, 1]) -> Tensor {
    mustSucceed { try Ops.rot90(self, k, dims) }
  }
  /// The elements moved on by `shifts` along `dims`, those that leave coming in at the other end.
  public func roll(_ shifts: Shape, dims: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.roll(self, shifts, dims) }
  }
  /// The same elements outside the graph.
  public func detach() -> Tensor {
    mustSucceed { try Ops.detach(self) }
  }
  /// A copy.
  public func clone() -> Tensor {
    mustSucceed { try Ops.clone(self) }
  }
  /// The tensor itself if its elements are in row-major order, else a copy that is.
  public func contiguous() -> Tensor {
    mustSucceed { try Ops.contiguous(self) }
  }
  /// Copies the elements of `source` into the tensor, broadcasting and converting.
  @discardableResult
  public func copy_(_ source: Tensor) -> Tensor {
    mustSucceed { try Ops.copyInPlace(self, source) }
    return self
  }
  /// Writes `value` everywhere.
  @discardableResult
  public func fill_(_ value: Scalar) -> Tensor {
    mustSucceed { try Ops.fillInPlace(self, value) }
    return self
  }
  /// Writes 0 everywhere.
  @discardableResult
  public func zero_() -> Tensor {
    mustSucceed { try Ops.zeroInPlace(self) }
    return self
  }
  /// Gives the tensor another shape, keeping the elements in memory order.
  @discardableResult
  public func resize_(_ size: Shape) -> Tensor {
    mustSucceed { try Ops.resizeInPlace(self, size) }
    return self
  }
  /// The tensor, a scalar as a vector.
  public func atleast1d() -> Tensor {
    mustSucceed { try Ops.atleast1d(self) }
  }
  /// The tensor with at least two dimensions.
  public func atleast2d() -> Tensor {
    mustSucceed { try Ops.atleast2d(self) }
  }
  /// The tensor with at least three dimensions.
  public func atleast3d() -> Tensor {
    mustSucceed { try Ops.atleast3d(self) }
  }
  /// Views of at most that many elements along `dim`.
  public func split(_ splitSizeOrSections: Int, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.split(self, splitSizeOrSections, dim) }
  }
  /// Views of the given sizes along `dim`.
  public func split(_ splitSizeOrSections: Shape, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.splitSizes(self, splitSizeOrSections, dim) }
  }
  /// Views of the given sizes along `dim`.
  public func splitWithSizes(_ splitSizes: Shape, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.splitWithSizes(self, splitSizes, dim) }
  }
  /// At most that many views of equal size along `dim`, the last one smaller.
  public func chunk(_ chunks: Int, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.chunk(self, chunks, dim) }
  }
  /// That many views along `dim`, whose sizes differ by at most one.
  public func tensorSplit(_ indicesOrSections: Int, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.tensorSplit(self, indicesOrSections, dim) }
  }
  /// The views between the given positions along `dim`.
  public func tensorSplit(_ indicesOrSections: Shape, dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.tensorSplitIndices(self, indicesOrSections, dim) }
  }
  /// The views at every index of dimension `dim`, which disappears.
  public func unbind(dim: Int = 0) -> [Tensor] {
    mustSucceed { try Ops.unbind(self, dim) }
  }
  /// The tensor repeated that many times along each dimension.
  public func `repeat`(_ repeats: Shape) -> Tensor {
    mustSucceed { try Ops.repeat(self, repeats) }
  }
  /// The tensor repeated, counted from the last dimension.
  public func tile(_ dims: Shape) -> Tensor {
    mustSucceed { try Ops.tile(self, dims) }
  }
  /// Each element repeated in place along `dim`, or of the flattened tensor.
  public func repeatInterleave(_ repeats: Int, dim: Int? = nil) -> Tensor {
    mustSucceed { try Ops.repeatInterleave(self, repeats, dim) }
  }
  /// Each element repeated its own number of times along `dim`, or of the flattened tensor.
  public func repeatInterleave(_ repeats: Tensor, dim: Int? = nil) -> Tensor {
    mustSucceed { try Ops.repeatInterleaveTensor(self, repeats, dim) }
  }
  /// The view of the diagonal of the matrices that `dim1` and `dim2` span, as the last dimension.
  public func diagonal(offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
    mustSucceed { try Ops.diagonal(self, offset, dim1, dim2) }
  }
  /// Matrices whose diagonals are the rows of the last dimension.
  public func diagEmbed(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
    mustSucceed { try Ops.diagEmbed(self, offset, dim1, dim2) }
  }
  /// The diagonal of a matrix, or the matrix that has a vector on its diagonal.
  public func diag(diagonal: Int = 0) -> Tensor {
    mustSucceed { try Ops.diag(self, diagonal) }
  }
  /// `out[i][j] = input[index[i][j]][j]` for `dim` 0, and so on: values picked along `dim`.
  public func gather(dim: Int, index: Tensor) -> Tensor {
    mustSucceed { try Ops.gather(self, dim, index) }
  }
  /// Values picked along `dim`, with broadcasting; of the flattened tensor without `dim`.
  public func takeAlongDim(_ indices: Tensor, dim: Int? = nil) -> Tensor {
    mustSucceed { try Ops.takeAlongDim(self, indices, dim) }
  }
  /// A copy of `input` with the values of `src` written at `index` along `dim`.
  @discardableResult
  public func scatter_(dim: Int, index: Tensor, src: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.scatter($0, dim, index, src) } }
    return self
  }
  /// A copy of `input` with the values of `src` written at `index` along `dim`.
  public func scatter(dim: Int, index: Tensor, src: Tensor) -> Tensor {
    mustSucceed { try Ops.scatter(self, dim, index, src) }
  }
  /// A copy of `input` with `value` written at `index` along `dim`.
  @discardableResult
  public func scatter_(dim: Int, index: Tensor, value: Scalar) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.scatterValue($0, dim, index, value) } }
    return self
  }
  /// A copy of `input` with `value` written at `index` along `dim`.
  public func scatter(dim: Int, index: Tensor, value: Scalar) -> Tensor {
    mustSucceed { try Ops.scatterValue(self, dim, index, value) }
  }
  /// A copy of `input` with the values of `src` added at `index` along `dim`.
  @discardableResult
  public func scatterAdd_(dim: Int, index: Tensor, src: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.scatterAdd($0, dim, index, src) } }
    return self
  }
  /// A copy of `input` with the values of `src` added at `index` along `dim`.
  public func scatterAdd(dim: Int, index: Tensor, src: Tensor) -> Tensor {
    mustSucceed { try Ops.scatterAdd(self, dim, index, src) }
  }
  /// The elements of the flattened tensor at `index`.
  public func take(_ index: Tensor) -> Tensor {
    mustSucceed { try Ops.take(self, index) }
  }
  /// The rows along `dim` that the vector `index` names.
  public func indexSelect(dim: Int, index: Tensor) -> Tensor {
    mustSucceed { try Ops.indexSelect(self, dim, index) }
  }
  /// A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names.
  @discardableResult
  public func indexAdd_(dim: Int, index: Tensor, source: Tensor, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.indexAdd($0, dim, index, source, alpha) } }
    return self
  }
  /// A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names.
  public func indexAdd(dim: Int, index: Tensor, source: Tensor, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.indexAdd(self, dim, index, source, alpha) }
  }
  /// A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names.
  @discardableResult
  public func indexCopy_(dim: Int, index: Tensor, source: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.indexCopy($0, dim, index, source) } }
    return self
  }
  /// A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names.
  public func indexCopy(dim: Int, index: Tensor, source: Tensor) -> Tensor {
    mustSucceed { try Ops.indexCopy(self, dim, index, source) }
  }
  /// A copy of `input` with `value` in the rows along `dim` that `index` names.
  @discardableResult
  public func indexFill_(dim: Int, index: Tensor, value: Operand) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.indexFill($0, dim, index, value) } }
    return self
  }
  /// A copy of `input` with `value` in the rows along `dim` that `index` names.
  public func indexFill(dim: Int, index: Tensor, value: Operand) -> Tensor {
    mustSucceed { try Ops.indexFill(self, dim, index, value) }
  }
  /// The elements where `mask` is true, as a vector.
  public func maskedSelect(_ mask: Tensor) -> Tensor {
    mustSucceed { try Ops.maskedSelect(self, mask) }
  }
  /// A copy of `input` with the elements of `source`, in order, where `mask` is true.
  @discardableResult
  public func maskedScatter_(_ mask: Tensor, source: Tensor) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.maskedScatter($0, mask, source) } }
    return self
  }
  /// A copy of `input` with the elements of `source`, in order, where `mask` is true.
  public func maskedScatter(_ mask: Tensor, source: Tensor) -> Tensor {
    mustSucceed { try Ops.maskedScatter(self, mask, source) }
  }
  /// The positions of the non-zero elements, one a row.
  public func argwhere() -> Tensor {
    mustSucceed { try Ops.argwhere(self) }
  }
  /// 1 at the class of each element in a new last dimension, 0 elsewhere.
  public func oneHot(numClasses: Int = -1) -> Tensor {
    mustSucceed { try Ops.oneHot(self, numClasses) }
  }
  /// A copy of `input` with `values` written, or added, at `indices`.
  public func indexPut(_ indices: [Tensor?], values: Tensor, accumulate: Bool = false) -> Tensor {
    mustSucceed { try Ops.indexPut(self, indices, values, accumulate) }
  }
  /// Writes, or adds, `values` at `indices` of the tensor.
  @discardableResult
  public func indexPut_(_ indices: [Tensor?], values: Tensor, accumulate: Bool = false) -> Tensor {
    mustSucceed { try Ops.indexPutInPlace(self, indices, values, accumulate) }
    return self
  }
  /// The values in order along `dim`, NaN as the largest, and the indices they came from; always stable.
  public func sort(dim: Int = -1, descending: Bool = false, stable: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.sort(self, dim, descending, stable) }
    return r
  }
  /// The indices that put the values in order.
  public func argsort(dim: Int = -1, descending: Bool = false, stable: Bool = false) -> Tensor {
    mustSucceed { try Ops.argsort(self, dim, descending, stable) }
  }
  /// The values in order along dimension 0.
  public func msort() -> Tensor {
    mustSucceed { try Ops.msort(self) }
  }
  /// The `k` largest (or smallest) values along `dim`, in order, and their indices.
  public func topk(_ k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.topk(self, k, dim, largest, sorted) }
    return r
  }
  /// `value` around the last dimensions; `pad` gives (before, after), the last dimension first; negative ones cut off.
  public func constantPadNd(_ pad: Shape, value: Scalar = 0) -> Tensor {
    mustSucceed { try Ops.constantPadNd(self, pad, value) }
  }
  /// Pads the last dimensions with a constant, by reflection, replication or wrapping round (circular).
  public func pad(_ pad: Shape, mode: String = "constant", value: Scalar? = nil) -> Tensor {
    mustSucceed { try Ops.pad(self, pad, mode, value) }
  }
  /// Largest element of each window of the volumes [D, H, W].
  public func maxPool3d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], dilation: Shape = [1], ceilMode: Bool = false) -> Tensor {
    mustSucceed { try Ops.maxPool3d(self, kernelSize, stride, padding, dilation, ceilMode) }
  }
  /// Mean of each window of the volumes [D, H, W].
  public func avgPool3d(_ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil) -> Tensor {
    mustSucceed { try Ops.avgPool3d(self, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride) }
  }
  /// Means of `output_size` even stretches of the last dimension.
  public func adaptiveAvgPool1d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveAvgPool1d(self, outputSize) }
  }
  /// Means of `output_size` even stretches of the last 2 dimensions.
  public func adaptiveAvgPool2d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveAvgPool2d(self, outputSize) }
  }
  /// Means of `output_size` even stretches of the last 3 dimensions.
  public func adaptiveAvgPool3d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveAvgPool3d(self, outputSize) }
  }
  /// Largest elements of `output_size` even stretches of the last dimension.
  public func adaptiveMaxPool1d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveMaxPool1d(self, outputSize) }
  }
  /// Largest elements of `output_size` even stretches of the last 2 dimensions.
  public func adaptiveMaxPool2d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveMaxPool2d(self, outputSize) }
  }
  /// Largest elements of `output_size` even stretches of the last 3 dimensions.
  public func adaptiveMaxPool3d(_ outputSize: Shape) -> Tensor {
    mustSucceed { try Ops.adaptiveMaxPool3d(self, outputSize) }
  }
  /// 3-d cross-correlation of input [N, C, D, H, W] or [C, D, H, W] with weight [O, C / groups, kD, kH, kW].
  public func conv3d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv3d(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 3-d cross-correlation with padding `same` or `valid`.
  public func conv3d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: String = "valid", dilation: Shape = [1], groups: Int = 1) -> Tensor {
    mustSucceed { try Ops.conv3dPadding(self, weight, bias, stride, padding, dilation, groups) }
  }
  /// 3-d transposed convolution: the gradient of `conv3d` with respect to its input.
  public func convTranspose3d(_ weight: Tensor, bias: Tensor? = nil, stride: Shape = [1], padding: Shape = [0], outputPadding: Shape = [0], groups: Int = 1, dilation: Shape = [1]) -> Tensor {
    mustSucceed { try Ops.convTranspose3d(self, weight, bias, stride, padding, outputPadding, groups, dilation) }
  }
  /// Images read at the points of a grid; modes 0 bilinear, 1 nearest, 2 bicubic; padding 0 zeros, 1 border, 2 reflection.
  public func gridSampler(_ grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: Bool) -> Tensor {
    mustSucceed { try Ops.gridSampler(self, grid, interpolationMode, paddingMode, alignCorners) }
  }
  /// Grids of points in [-1, 1] for images of `size`, moved by the affine maps `theta`.
  public func affineGridGenerator(_ size: Shape, alignCorners: Bool) -> Tensor {
    mustSucceed { try Ops.affineGridGenerator(self, size, alignCorners) }
  }
  /// Channels to space: [*, C * r * r, H, W] becomes [*, C, H * r, W * r].
  public func pixelShuffle(_ upscaleFactor: Int) -> Tensor {
    mustSucceed { try Ops.pixelShuffle(self, upscaleFactor) }
  }
  /// Space to channels: [*, C, H * r, W * r] becomes [*, C * r * r, H, W].
  public func pixelUnshuffle(_ downscaleFactor: Int) -> Tensor {
    mustSucceed { try Ops.pixelUnshuffle(self, downscaleFactor) }
  }
  /// Channels of `groups` groups, taken in turn from each.
  public func channelShuffle(_ groups: Int) -> Tensor {
    mustSucceed { try Ops.channelShuffle(self, groups) }
  }
  /// The p-norm of `x1 - x2 + eps` along the last dimension.
  public func pairwiseDistance(_ x2: Tensor, p: Double = 2.0, eps: Double = 1e-06, keepdim: Bool = false) -> Tensor {
    mustSucceed { try Ops.pairwiseDistance(self, x2, p, eps, keepdim) }
  }
  /// Cosine of the angle between `x1` and `x2` along `dim`, with broadcasting.
  public func cosineSimilarity(_ x2: Tensor, dim: Int = 1, eps: Double = 1e-08) -> Tensor {
    mustSucceed { try Ops.cosineSimilarity(self, x2, dim, eps) }
  }
  /// `input / max(norm(input), eps)` along `dim`.
  public func normalize(p: Double = 2.0, dim: Shape = [1], eps: Double = 1e-12) -> Tensor {
    mustSucceed { try Ops.normalize(self, p, dim, eps) }
  }
  /// Divides by a power of the mean square over `size` neighbouring channels.
  public func localResponseNorm(_ size: Int, alpha: Double = 0.0001, beta: Double = 0.75, k: Double = 1.0) -> Tensor {
    mustSucceed { try Ops.localResponseNorm(self, size, alpha, beta, k) }
  }
  /// `input1 @ weight[o] @ input2 + bias[o]` for inputs [*, in1], [*, in2] and weight [out, in1, in2].
  public func bilinear(_ input2: Tensor, weight: Tensor, bias: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.bilinear(self, input2, weight, bias) }
  }
  /// Mean of `1 - cos` where target is 1, of `max(0, cos - margin)` where it is -1.
  public func cosineEmbeddingLoss(_ input2: Tensor, target: Tensor, margin: Double = 0.0, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.cosineEmbeddingLoss(self, input2, target, margin, reduction) }
  }
  /// Mean over classes of `max(0, margin - input[target] + input[j]) ** p`, the target left out.
  public func multiMarginLoss(_ target: Tensor, p: Int = 1, margin: Double = 1.0, weight: Tensor? = nil, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.multiMarginLoss(self, target, p, margin, weight, reduction) }
  }
  /// Hinge between the classes that each row of `target` lists (up to the first -1) and all others.
  public func multilabelMarginLoss(_ target: Tensor, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.multilabelMarginLoss(self, target, reduction) }
  }
  /// Binary cross entropy of logits, averaged over the classes.
  public func multilabelSoftMarginLoss(_ target: Tensor, weight: Tensor? = nil, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.multilabelSoftMarginLoss(self, target, weight, reduction) }
  }
  /// Mean of `max(0, |anchor - positive| - |anchor - negative| + margin)`.
  public func tripletMarginLoss(_ positive: Tensor, negative: Tensor, margin: Double = 1.0, p: Double = 2.0, eps: Double = 1e-06, swap: Bool = false, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.tripletMarginLoss(self, positive, negative, margin, p, eps, swap, reduction) }
  }
  /// Mean of `(log(var) + (input - target) ** 2 / var) / 2`.
  public func gaussianNllLoss(_ target: Tensor, `var`: Operand, full: Bool = false, eps: Double = 1e-06, reduction: String = "mean") -> Tensor {
    mustSucceed { try Ops.gaussianNllLoss(self, target, `var`, full, eps, reduction) }
  }
  /// Dropout that keeps mean and variance of self-normalising activations.
  @discardableResult
  public func alphaDropout_(p: Double = 0.5, training: Bool = false) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.alphaDropout($0, p, training) } }
    return self
  }
  /// Dropout that keeps mean and variance of self-normalising activations.
  public func alphaDropout(p: Double = 0.5, training: Bool = false) -> Tensor {
    mustSucceed { try Ops.alphaDropout(self, p, training) }
  }
  /// `alpha_dropout` of whole channels (dimensions 0 and 1).
  @discardableResult
  public func featureAlphaDropout_(p: Double = 0.5, training: Bool = false) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.featureAlphaDropout($0, p, training) } }
    return self
  }
  /// `alpha_dropout` of whole channels (dimensions 0 and 1).
  public func featureAlphaDropout(p: Double = 0.5, training: Bool = false) -> Tensor {
    mustSucceed { try Ops.featureAlphaDropout(self, p, training) }
  }
  /// `input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training).
  @discardableResult
  public func rrelu_(lower: Scalar = 0.125, upper: Scalar = 0.3333333333333333, training: Bool = false, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.rrelu($0, lower, upper, training, generator) } }
    return self
  }
  /// `input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training).
  public func rrelu(lower: Scalar = 0.125, upper: Scalar = 0.3333333333333333, training: Bool = false, generator: Generator? = nil) -> Tensor {
    mustSucceed { try Ops.rrelu(self, lower, upper, training, generator) }
  }
  /// A sample of the Gumbel-softmax distribution of `logits`; one-hot if `hard`, with the soft gradient.
  public func gumbelSoftmax(tau: Double = 1.0, hard: Bool = false, eps: Double = 1e-10, dim: Int = -1) -> Tensor {
    mustSucceed { try Ops.gumbelSoftmax(self, tau, hard, eps, dim) }
  }
  /// `softmax(query @ key.T * scale + attn_mask) @ value` for query [*, L, E], key [*, S, E] and value [*, S, Ev].
  public func scaledDotProductAttention(_ key: Tensor, value: Tensor, attnMask: Tensor? = nil, dropoutP: Double = 0.0, isCausal: Bool = false, scale: Double? = nil, enableGqa: Bool = false) -> Tensor {
    mustSucceed { try Ops.scaledDotProductAttention(self, key, value, attnMask, dropoutP, isCausal, scale, enableGqa) }
  }
  /// Negative log likelihood of label sequences under log-probabilities [T, N, C] or [T, C], over all alignments.
  public func ctcLoss(_ targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int = 0, reduction: String = "mean", zeroInfinity: Bool = false) -> Tensor {
    mustSucceed { try Ops.ctcLoss(self, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity) }
  }
  /// Scales the rows at `indices` down to a norm of at most `max_norm`, in place.
  @discardableResult
  public func embeddingRenorm_(_ indices: Tensor, maxNorm: Double, normType: Double) -> Tensor {
    mustSucceed { try Ops.embeddingRenormInPlace(self, indices, maxNorm, normType) }
    return self
  }
  /// One step of a long short-term memory on inputs [batch, features].
  public func lstmCell(_ hx: [Tensor], wIh: Tensor, wHh: Tensor, bIh: Tensor? = nil, bHh: Tensor? = nil) -> (h: Tensor, c: Tensor) {
    let r = mustSucceed { try Ops.lstmCell(self, hx, wIh, wHh, bIh, bHh) }
    return r
  }
  /// One step of a gated recurrent unit on inputs [batch, features].
  public func gruCell(_ hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor? = nil, bHh: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.gruCell(self, hx, wIh, wHh, bIh, bHh) }
  }
  /// One step of a tanh network on inputs [batch, features].
  public func rnnTanhCell(_ hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor? = nil, bHh: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.rnnTanhCell(self, hx, wIh, wHh, bIh, bHh) }
  }
  /// One step of a ReLU network on inputs [batch, features].
  public func rnnReluCell(_ hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor? = nil, bHh: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.rnnReluCell(self, hx, wIh, wHh, bIh, bHh) }
  }
  /// The lower triangular L with A = L Lᴴ of positive-definite (…, n, n) matrices, or the upper U with A = Uᴴ U.
  public func linalgCholesky(upper: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgCholesky(self, upper) }
  }
  /// `linalg_cholesky` and, for each matrix, the order of its first minor that is not positive-definite (0 if none).
  public func linalgCholeskyEx(upper: Bool = false, checkErrors: Bool = false) -> (L: Tensor, info: Tensor) {
    let r = mustSucceed { try Ops.linalgCholeskyEx(self, upper, checkErrors) }
    return r
  }
  /// The Cholesky factor of positive-definite (…, n, n) matrices.
  public func cholesky(upper: Bool = false) -> Tensor {
    mustSucceed { try Ops.cholesky(self, upper) }
  }
  /// X with A X = input, where A = L Lᴴ is given by its Cholesky factor.
  public func choleskySolve(_ L: Tensor, upper: Bool = false) -> Tensor {
    mustSucceed { try Ops.choleskySolve(self, L, upper) }
  }
  /// The inverse of A = L Lᴴ, given by its Cholesky factor.
  public func choleskyInverse(upper: Bool = false) -> Tensor {
    mustSucceed { try Ops.choleskyInverse(self, upper) }
  }
  /// The factors of A = P L U in one (…, m, n) tensor, and the row exchanges, counted from 1.
  public func linalgLuFactor(pivot: Bool = true) -> (LU: Tensor, pivots: Tensor) {
    let r = mustSucceed { try Ops.linalgLuFactor(self, pivot) }
    return r
  }
  /// `linalg_lu_factor` and, for each matrix, the place of its first pivot that is zero (0 if none).
  public func linalgLuFactorEx(pivot: Bool = true, checkErrors: Bool = false) -> (LU: Tensor, pivots: Tensor, info: Tensor) {
    let r = mustSucceed { try Ops.linalgLuFactorEx(self, pivot, checkErrors) }
    return r
  }
  /// Permutation, unit lower and upper factors with A = P L U.
  public func linalgLu(pivot: Bool = true) -> (P: Tensor, L: Tensor, U: Tensor) {
    let r = mustSucceed { try Ops.linalgLu(self, pivot) }
    return r
  }
  /// P, L and U of what `linalg_lu_factor` returns.
  public func luUnpack(_ LUPivots: Tensor, unpackData: Bool = true, unpackPivots: Bool = true) -> (P: Tensor, L: Tensor, U: Tensor) {
    let r = mustSucceed { try Ops.luUnpack(self, LUPivots, unpackData, unpackPivots) }
    return r
  }
  /// X with A X = B (X A = B if not left; Aᴴ for A if adjoint), where A is given by `linalg_lu_factor`.
  public func linalgLuSolve(_ pivots: Tensor, B: Tensor, left: Bool = true, adjoint: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgLuSolve(self, pivots, B, left, adjoint) }
  }
  /// X with A X = input, where A is given by `linalg_lu_factor`.
  public func luSolve(_ LUData: Tensor, LUPivots: Tensor) -> Tensor {
    mustSucceed { try Ops.luSolve(self, LUData, LUPivots) }
  }
  /// The Bunch-Kaufman factors of symmetric (Hermitian) A = L D Lᵀ in one tensor, and LAPACK's pivots.
  public func linalgLdlFactor(hermitian: Bool = false) -> (LD: Tensor, pivots: Tensor) {
    let r = mustSucceed { try Ops.linalgLdlFactor(self, hermitian) }
    return r
  }
  /// `linalg_ldl_factor` with LAPACK's error code for each matrix.
  public func linalgLdlFactorEx(hermitian: Bool = false, checkErrors: Bool = false) -> (LD: Tensor, pivots: Tensor, info: Tensor) {
    let r = mustSucceed { try Ops.linalgLdlFactorEx(self, hermitian, checkErrors) }
    return r
  }
  /// X with A X = B, where A is given by `linalg_ldl_factor`.
  public func linalgLdlSolve(_ pivots: Tensor, B: Tensor, hermitian: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgLdlSolve(self, pivots, B, hermitian) }
  }
  /// LAPACK's QR factors: R above the diagonal, reflectors below it and in tau.
  public func geqrf() -> (a: Tensor, tau: Tensor) {
    let r = mustSucceed { try Ops.geqrf(self) }
    return r
  }
  /// Q with orthonormal columns and upper triangular R with A = Q R; mode 'reduced', 'complete' or 'r' (R alone).
  public func linalgQr(mode: String = "reduced") -> (Q: Tensor, R: Tensor) {
    let r = mustSucceed { try Ops.linalgQr(self, mode) }
    return r
  }
  /// `linalg_qr`, reduced if `some`, else complete.
  public func qr(some: Bool = true) -> (Q: Tensor, R: Tensor) {
    let r = mustSucceed { try Ops.qr(self, some) }
    return r
  }
  /// The first n columns of the product of reflectors I - tau_i v_i v_iᴴ, with v_i below the diagonal of A.
  public func linalgHouseholderProduct(_ tau: Tensor) -> Tensor {
    mustSucceed { try Ops.linalgHouseholderProduct(self, tau) }
  }
  /// `linalg_householder_product`.
  public func orgqr(_ input2: Tensor) -> Tensor {
    mustSucceed { try Ops.orgqr(self, input2) }
  }
  /// `other` multiplied by the product of the reflectors in `input` and `tau`, from the left or the right.
  public func ormqr(_ tau: Tensor, other: Tensor, left: Bool = true, transpose: Bool = false) -> Tensor {
    mustSucceed { try Ops.ormqr(self, tau, other, left, transpose) }
  }
  /// X with A X = B (X A = B if not left) for triangular A; the other triangle is not read.
  public func linalgSolveTriangular(_ B: Tensor, upper: Bool, left: Bool = true, unitriangular: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgSolveTriangular(self, B, upper, left, unitriangular) }
  }
  /// X with A X = b (Aᵀ X = b if transpose) for triangular A, and a copy of A.
  public func triangularSolve(_ A: Tensor, upper: Bool = true, transpose: Bool = false, unitriangular: Bool = false) -> (solution: Tensor, clonedCoefficient: Tensor) {
    let r = mustSucceed { try Ops.triangularSolve(self, A, upper, transpose, unitriangular) }
    return r
  }
  /// X with A X = B (X A = B if not left) for regular (…, n, n) matrices and matrices or vectors B.
  public func linalgSolve(_ B: Tensor, left: Bool = true) -> Tensor {
    mustSucceed { try Ops.linalgSolve(self, B, left) }
  }
  /// `linalg_solve` and, for each matrix, the place of its first pivot that is zero (0 if none).
  public func linalgSolveEx(_ B: Tensor, left: Bool = true, checkErrors: Bool = false) -> (result: Tensor, info: Tensor) {
    let r = mustSucceed { try Ops.linalgSolveEx(self, B, left, checkErrors) }
    return r
  }
  /// The inverses of (…, n, n) matrices.
  public func linalgInv() -> Tensor {
    mustSucceed { try Ops.linalgInv(self) }
  }
  /// `linalg_inv` and, for each matrix, the place of its first pivot that is zero (0 if none).
  public func linalgInvEx(checkErrors: Bool = false) -> (inverse: Tensor, info: Tensor) {
    let r = mustSucceed { try Ops.linalgInvEx(self, checkErrors) }
    return r
  }
  /// The inverses of (…, n, n) matrices.
  public func inverse() -> Tensor {
    mustSucceed { try Ops.inverse(self) }
  }
  /// The inverse of the map that `tensordot(A, ·, ind)` is.
  public func linalgTensorinv(ind: Int = 2) -> Tensor {
    mustSucceed { try Ops.linalgTensorinv(self, ind) }
  }
  /// X with tensordot(A, X, X.ndim) = B; the dimensions `dims` of A are moved to its end first.
  public func linalgTensorsolve(_ other: Tensor, dims: Shape? = nil) -> Tensor {
    mustSucceed { try Ops.linalgTensorsolve(self, other, dims) }
  }
  /// The determinants of (…, n, n) matrices.
  public func linalgDet() -> Tensor {
    mustSucceed { try Ops.linalgDet(self) }
  }
  /// Sign and natural logarithm of the magnitude of the determinants.
  public func linalgSlogdet() -> (sign: Tensor, logabsdet: Tensor) {
    let r = mustSucceed { try Ops.linalgSlogdet(self) }
    return r
  }
  /// The natural logarithm of the determinants, NaN where one is negative.
  public func logdet() -> Tensor {
    mustSucceed { try Ops.logdet(self) }
  }
  /// Orthonormal U and Vᴴ and singular values S in descending order with A = U diag(S) Vᴴ.
  public func linalgSvd(fullMatrices: Bool = true, driver: String? = nil) -> (U: Tensor, S: Tensor, Vh: Tensor) {
    let r = mustSucceed { try Ops.linalgSvd(self, fullMatrices, driver) }
    return r
  }
  /// The singular values of (…, m, n) matrices, descending.
  public func linalgSvdvals(driver: String? = nil) -> Tensor {
    mustSucceed { try Ops.linalgSvdvals(self, driver) }
  }
  /// U, S and V with input = U diag(S) Vᴴ.
  public func svd(some: Bool = true, computeUv: Bool = true) -> (U: Tensor, S: Tensor, V: Tensor) {
    let r = mustSucceed { try Ops.svd(self, some, computeUv) }
    return r
  }
  /// Eigenvalues, ascending, and orthonormal eigenvectors of symmetric (Hermitian) matrices; one triangle is read.
  public func linalgEigh(UPLO: String = "L") -> (eigenvalues: Tensor, eigenvectors: Tensor) {
    let r = mustSucceed { try Ops.linalgEigh(self, UPLO) }
    return r
  }
  /// The eigenvalues of symmetric (Hermitian) matrices, ascending.
  public func linalgEigvalsh(UPLO: String = "L") -> Tensor {
    mustSucceed { try Ops.linalgEigvalsh(self, UPLO) }
  }
  /// Complex eigenvalues and eigenvectors of (…, n, n) matrices.
  public func linalgEig() -> (eigenvalues: Tensor, eigenvectors: Tensor) {
    let r = mustSucceed { try Ops.linalgEig(self) }
    return r
  }
  /// The complex eigenvalues of (…, n, n) matrices.
  public func linalgEigvals() -> Tensor {
    mustSucceed { try Ops.linalgEigvals(self) }
  }
  /// X that minimizes |A X - B| with LAPACK's driver 'gelsy' (default), 'gels', 'gelsd' or 'gelss'.
  public func linalgLstsq(_ b: Tensor, rcond: Double? = nil, driver: String? = nil) -> (solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor) {
    let r = mustSucceed { try Ops.linalgLstsq(self, b, rcond, driver) }
    return r
  }
  /// The Moore-Penrose inverse; singular values below max(atol, rtol · largest) count as 0.
  public func linalgPinv(atol: Tensor? = nil, rtol: Tensor? = nil, hermitian: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgPinv(self, atol, rtol, hermitian) }
  }
  /// How many singular values exceed max(atol, rtol · largest).
  public func linalgMatrixRank(atol: Tensor? = nil, rtol: Tensor? = nil, hermitian: Bool = false) -> Tensor {
    mustSucceed { try Ops.linalgMatrixRank(self, atol, rtol, hermitian) }
  }
  /// The n-th power of square matrices; of their inverses if n < 0.
  public func linalgMatrixPower(_ n: Int) -> Tensor {
    mustSucceed { try Ops.linalgMatrixPower(self, n) }
  }
  /// The n-th power of square matrices.
  public func matrixPower(_ n: Int) -> Tensor {
    mustSucceed { try Ops.matrixPower(self, n) }
  }
  /// The exponential Σ Aᵏ / k! of square matrices.
  public func linalgMatrixExp() -> Tensor {
    mustSucceed { try Ops.linalgMatrixExp(self) }
  }
  /// The exponential of square matrices.
  public func matrixExp() -> Tensor {
    mustSucceed { try Ops.matrixExp(self) }
  }
  /// The positive-definite X with X X = A for positive-definite A.
  public func linalgMatrixSqrth() -> Tensor {
    mustSucceed { try Ops.linalgMatrixSqrth(self) }
  }
  /// U with orthonormal columns and positive-semidefinite H with A = U H, for (…, m, n) matrices with m ≥ n.
  public func linalgPolar() -> (U: Tensor, H: Tensor) {
    let r = mustSucceed { try Ops.linalgPolar(self) }
    return r
  }
  /// An approximate singular value decomposition of rank q of A - M, by randomized subspace iteration.
  public func svdLowrank(q: Int? = 6, niter: Int? = 2, M: Tensor? = nil) -> (U: Tensor, S: Tensor, V: Tensor) {
    let r = mustSucceed { try Ops.svdLowrank(self, q, niter, M) }
    return r
  }
  /// The q principal components of the rows of A, by `svd_lowrank` of the centred matrix.
  public func pcaLowrank(q: Int? = nil, center: Bool = true, niter: Int = 2) -> (U: Tensor, S: Tensor, V: Tensor) {
    let r = mustSucceed { try Ops.pcaLowrank(self, q, center, niter) }
    return r
  }
  /// `matmul`.
  public func linalgMatmul(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.linalgMatmul(self, other) }
  }
  /// The vector product along a dimension of size 3.
  public func linalgCross(_ other: Tensor, dim: Int = -1) -> Tensor {
    mustSucceed { try Ops.linalgCross(self, other, dim) }
  }
  /// The vector product along `dim`, by default the first dimension of size 3.
  public func cross(_ other: Tensor, dim: Int? = nil) -> Tensor {
    mustSucceed { try Ops.cross(self, other, dim) }
  }
  /// Σ conj(x) y along a dimension.
  public func linalgVecdot(_ y: Tensor, dim: Int = -1) -> Tensor {
    mustSucceed { try Ops.linalgVecdot(self, y, dim) }
  }
  /// Σ conj(input) other of two vectors.
  public func vdot(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.vdot(self, other) }
  }
  /// `beta * input + alpha * outer(vec1, vec2)`.
  @discardableResult
  public func addr_(_ vec1: Tensor, _ vec2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addr($0, vec1, vec2, beta, alpha) } }
    return self
  }
  /// `beta * input + alpha * outer(vec1, vec2)`.
  public func addr(_ vec1: Tensor, _ vec2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addr(self, vec1, vec2, beta, alpha) }
  }
  /// `beta * input + alpha * mat @ vec`.
  @discardableResult
  public func addmv_(_ mat: Tensor, vec: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addmv($0, mat, vec, beta, alpha) } }
    return self
  }
  /// `beta * input + alpha * mat @ vec`.
  public func addmv(_ mat: Tensor, vec: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addmv(self, mat, vec, beta, alpha) }
  }
  /// `beta * input` plus alpha times the sum of the products of two batches of matrices.
  @discardableResult
  public func addbmm_(_ batch1: Tensor, _ batch2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.addbmm($0, batch1, batch2, beta, alpha) } }
    return self
  }
  /// `beta * input` plus alpha times the sum of the products of two batches of matrices.
  public func addbmm(_ batch1: Tensor, _ batch2: Tensor, beta: Scalar = 1, alpha: Scalar = 1) -> Tensor {
    mustSucceed { try Ops.addbmm(self, batch1, batch2, beta, alpha) }
  }
  /// The diagonals of matrices: a view.
  public func linalgDiagonal(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
    mustSucceed { try Ops.linalgDiagonal(self, offset, dim1, dim2) }
  }
  /// The powers 0 … N - 1 of each element, along a new last dimension.
  public func linalgVander(N: Int? = nil) -> Tensor {
    mustSucceed { try Ops.linalgVander(self, N) }
  }
  /// `input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`.
  @discardableResult
  public func scatterReduce_(dim: Int, index: Tensor, src: Tensor, reduce: String, includeSelf: Bool = true) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.scatterReduce($0, dim, index, src, reduce, includeSelf) } }
    return self
  }
  /// `input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`.
  public func scatterReduce(dim: Int, index: Tensor, src: Tensor, reduce: String, includeSelf: Bool = true) -> Tensor {
    mustSucceed { try Ops.scatterReduce(self, dim, index, src, reduce, includeSelf) }
  }
  /// `input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`.
  @discardableResult
  public func indexReduce_(dim: Int, index: Tensor, source: Tensor, reduce: String, includeSelf: Bool = true) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.indexReduce($0, dim, index, source, reduce, includeSelf) } }
    return self
  }
  /// `input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`.
  public func indexReduce(dim: Int, index: Tensor, source: Tensor, reduce: String, includeSelf: Bool = true) -> Tensor {
    mustSucceed { try Ops.indexReduce(self, dim, index, source, reduce, includeSelf) }
  }
  /// `input` with `source` written (or added) at positions of the flattened tensor.
  @discardableResult
  public func put_(_ index: Tensor, source: Tensor, accumulate: Bool = false) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.put($0, index, source, accumulate) } }
    return self
  }
  /// `input` with `source` written (or added) at positions of the flattened tensor.
  public func put(_ index: Tensor, source: Tensor, accumulate: Bool = false) -> Tensor {
    mustSucceed { try Ops.put(self, index, source, accumulate) }
  }
  /// The largest value so far along `dim`, and the index of its last place.
  public func cummax(dim: Int) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.cummax(self, dim) }
    return r
  }
  /// The smallest value so far along `dim`, and the index of its last place.
  public func cummin(dim: Int) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.cummin(self, dim) }
    return r
  }
  /// Logarithm of the running sum of exponentials along `dim`.
  public func logcumsumexp(dim: Int) -> Tensor {
    mustSucceed { try Ops.logcumsumexp(self, dim) }
  }
  /// The `n`-th difference of neighbours along `dim`.
  public func diff(n: Int = 1, dim: Int = -1, prepend: Tensor? = nil, append: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.diff(self, n, dim, prepend, append) }
  }
  /// The middle value along `dim`, the lower one of two, and its index.
  public func median(dim: Int = -1, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.medianDim(self, dim, keepdim) }
    return r
  }
  /// The middle value along `dim` of those that are not NaN, and its index.
  public func nanmedian(dim: Int = -1, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.nanmedianDim(self, dim, keepdim) }
    return r
  }
  /// The `k`-th smallest value along `dim`, counted from 1, and its index.
  public func kthvalue(_ k: Int, dim: Int = -1, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.kthvalue(self, k, dim, keepdim) }
    return r
  }
  /// The most frequent value along `dim`, the smallest of several, and its last index.
  public func mode(dim: Int = -1, keepdim: Bool = false) -> (values: Tensor, indices: Tensor) {
    let r = mustSucceed { try Ops.mode(self, dim, keepdim) }
    return r
  }
  /// Arithmetic mean over the dimensions `dim` of the values that are not NaN.
  public func nanmean(dim: Shape? = nil, keepdim: Bool = false, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.nanmean(self, dim, keepdim, dtype) }
  }
  /// Where each value would be inserted into the sorted innermost dimension.
  public func searchsorted(_ input: Operand, outInt32: Bool = false, right: Bool = false, side: String? = nil, sorter: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.searchsorted(self, input, outInt32, right, side, sorter) }
  }
  /// The index of the bucket between sorted boundaries that each value falls into.
  public func bucketize(_ boundaries: Tensor, outInt32: Bool = false, right: Bool = false) -> Tensor {
    mustSucceed { try Ops.bucketize(.tensor(self), boundaries, outInt32, right) }
  }
  /// Whether each element is among `test_elements`.
  public func isin(_ testElements: Operand, assumeUnique: Bool = false, invert: Bool = false) -> Tensor {
    mustSucceed { try Ops.isin(.tensor(self), testElements, assumeUnique, invert) }
  }
  /// Counts of the values in `bins` equal bins over [min, max], or over their range.
  public func histc(bins: Int = 100, min: Scalar = 0, max: Scalar = 0) -> Tensor {
    mustSucceed { try Ops.histc(self, bins, min, max) }
  }
  /// How often each whole number from 0 on occurs.
  public func bincount(weights: Tensor? = nil, minlength: Int = 0) -> Tensor {
    mustSucceed { try Ops.bincount(self, weights, minlength) }
  }
  /// Products summed over the last dimension of both.
  public func inner(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.inner(self, other) }
  }
  /// Kronecker product.
  public func kron(_ other: Tensor) -> Tensor {
    mustSucceed { try Ops.kron(self, other) }
  }
  /// The p-norm distance of every row of `x1` from every row of `x2`.
  public func cdist(_ x2: Tensor, p: Double = 2.0, computeMode: String? = nil) -> Tensor {
    mustSucceed { try Ops.cdist(self, x2, p, computeMode) }
  }
  /// The p-norm distances of all pairs of different rows.
  public func pdist(p: Double = 2.0) -> Tensor {
    mustSucceed { try Ops.pdist(self, p) }
  }
  /// The p-norm of `input - other`.
  public func dist(_ other: Tensor, p: Scalar = 2) -> Tensor {
    mustSucceed { try Ops.dist(self, other, p) }
  }
  /// `input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`.
  @discardableResult
  public func renorm_(_ p: Scalar, dim: Int, maxnorm: Scalar) -> Tensor {
    mustSucceed { try Inplace.assign(self) { try Ops.renorm($0, p, dim, maxnorm) } }
    return self
  }
  /// `input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`.
  public func renorm(_ p: Scalar, dim: Int, maxnorm: Scalar) -> Tensor {
    mustSucceed { try Ops.renorm(self, p, dim, maxnorm) }
  }
  /// Covariance matrix of variables (rows) over observations (columns), with optional weights.
  public func cov(correction: Int = 1, fweights: Tensor? = nil, aweights: Tensor? = nil) -> Tensor {
    mustSucceed { try Ops.cov(self, correction, fweights, aweights) }
  }
  /// Correlation coefficients of variables (rows) over observations (columns).
  public func corrcoef() -> Tensor {
    mustSucceed { try Ops.corrcoef(self) }
  }
  /// All combinations of `r` elements, one a row.
  public func combinations(r: Int = 2, withReplacement: Bool = false) -> Tensor {
    mustSucceed { try Ops.combinations(self, r, withReplacement) }
  }
  /// Powers of the elements of a vector, one row for each element.
  public func vander(N: Int? = nil, increasing: Bool = false) -> Tensor {
    mustSucceed { try Ops.vander(self, N, increasing) }
  }
  /// Sum of the diagonal of a matrix.
  public func trace() -> Tensor {
    mustSucceed { try Ops.trace(self) }
  }
  /// The matrix that has the flattened elements on its diagonal.
  public func diagflat(offset: Int = 0) -> Tensor {
    mustSucceed { try Ops.diagflat(self, offset) }
  }
  /// A copy of `input` with `src` at `index` along `dim`.
  public func selectScatter(_ src: Tensor, dim: Int, index: Int) -> Tensor {
    mustSucceed { try Ops.selectScatter(self, src, dim, index) }
  }
  /// A copy of `input` with `src` in a slice along `dim`.
  public func sliceScatter(_ src: Tensor, dim: Int = 0, start: Int? = nil, end: Int? = nil, step: Int = 1) -> Tensor {
    mustSucceed { try Ops.sliceScatter(self, src, dim, start, end, step) }
  }
  /// A copy of `input` with `src` on a diagonal.
  public func diagonalScatter(_ src: Tensor, offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
    mustSucceed { try Ops.diagonalScatter(self, src, offset, dim1, dim2) }
  }
  /// A copy of `input` with `src` in a strided window.
  public func asStridedScatter(_ src: Tensor, size: Shape, stride: Shape, storageOffset: Int? = nil) -> Tensor {
    mustSucceed { try Ops.asStridedScatter(self, src, size, stride, storageOffset) }
  }
  /// A tensor like `input` with one value everywhere.
  public func fill(_ value: Operand) -> Tensor {
    mustSucceed { try Ops.fill(self, value) }
  }
  /// Exclusive or of the bits of the elements, as 64-bit values.
  public func hashTensor(dim: Shape? = nil, keepdim: Bool = false, mode: Int = 0) -> Tensor {
    mustSucceed { try Ops.hashTensor(self, dim, keepdim, mode) }
  }
  /// Positions of the first `size` non-zero elements, padded with `fill_value`.
  public func nonzeroStatic(size: Int, fillValue: Int = -1) -> Tensor {
    mustSucceed { try Ops.nonzeroStatic(self, size, fillValue) }
  }
  /// Sums, means, products or extremes of consecutive segments along `axis`.
  public func segmentReduce(_ reduce: String, lengths: Tensor? = nil, indices: Tensor? = nil, offsets: Tensor? = nil, axis: Int = 0, unsafe: Bool = false, initial: Scalar? = nil) -> Tensor {
    mustSucceed { try Ops.segmentReduce(self, reduce, lengths, indices, offsets, axis, unsafe, initial) }
  }
}
