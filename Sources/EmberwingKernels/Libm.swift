#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// Free functions: inside a type, a method of the same name would hide the C library's.
@inline(__always) private func c_exp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func c_exp2(_ x: Double) -> Double { exp2(x) }
@inline(__always) private func c_expm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func c_log(_ x: Double) -> Double { log(x) }
@inline(__always) private func c_log2(_ x: Double) -> Double { log2(x) }
@inline(__always) private func c_log10(_ x: Double) -> Double { log10(x) }
@inline(__always) private func c_log1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func c_sin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func c_cos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func c_tan(_ x: Double) -> Double { tan(x) }
@inline(__always) private func c_asin(_ x: Double) -> Double { asin(x) }
@inline(__always) private func c_acos(_ x: Double) -> Double { acos(x) }
@inline(__always) private func c_atan(_ x: Double) -> Double { atan(x) }
@inline(__always) private func c_sinh(_ x: Double) -> Double { sinh(x) }
@inline(__always) private func c_cosh(_ x: Double) -> Double { cosh(x) }
@inline(__always) private func c_tanh(_ x: Double) -> Double { tanh(x) }
@inline(__always) private func c_asinh(_ x: Double) -> Double { asinh(x) }
@inline(__always) private func c_acosh(_ x: Double) -> Double { acosh(x) }
@inline(__always) private func c_atanh(_ x: Double) -> Double { atanh(x) }
@inline(__always) private func c_erf(_ x: Double) -> Double { erf(x) }
@inline(__always) private func c_erfc(_ x: Double) -> Double { erfc(x) }
@inline(__always) private func c_pow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) private func c_atan2(_ x: Double, _ y: Double) -> Double { atan2(x, y) }
@inline(__always) private func c_hypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
@inline(__always) private func c_lgamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// The C library's functions of double.
enum Libm {
  @inline(__always) static func exp(_ x: Double) -> Double { c_exp(x) }
  @inline(__always) static func exp2(_ x: Double) -> Double { c_exp2(x) }
  @inline(__always) static func expm1(_ x: Double) -> Double { c_expm1(x) }
  @inline(__always) static func log(_ x: Double) -> Double { c_log(x) }
  @inline(__always) static func log2(_ x: Double) -> Double { c_log2(x) }
  @inline(__always) static func log10(_ x: Double) -> Double { c_log10(x) }
  @inline(__always) static func log1p(_ x: Double) -> Double { c_log1p(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { c_sin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { c_cos(x) }
  @inline(__always) static func tan(_ x: Double) -> Double { c_tan(x) }
  @inline(__always) static func asin(_ x: Double) -> Double { c_asin(x) }
  @inline(__always) static func acos(_ x: Double) -> Double { c_acos(x) }
  @inline(__always) static func atan(_ x: Double) -> Double { c_atan(x) }
  @inline(__always) static func sinh(_ x: Double) -> Double { c_sinh(x) }
  @inline(__always) static func cosh(_ x: Double) -> Double { c_cosh(x) }
  @inline(__always) static func tanh(_ x: Double) -> Double { c_tanh(x) }
  @inline(__always) static func asinh(_ x: Double) -> Double { c_asinh(x) }
  @inline(__always) static func acosh(_ x: Double) -> Double { c_acosh(x) }
  @inline(__always) static func atanh(_ x: Double) -> Double { c_atanh(x) }
  @inline(__always) static func erf(_ x: Double) -> Double { c_erf(x) }
  @inline(__always) static func erfc(_ x: Double) -> Double { c_erfc(x) }
  @inline(__always) static func pow(_ x: Double, _ y: Double) -> Double { c_pow(x, y) }
  @inline(__always) static func atan2(_ x: Double, _ y: Double) -> Double { c_atan2(x, y) }
  @inline(__always) static func hypot(_ x: Double, _ y: Double) -> Double { c_hypot(x, y) }
  @inline(__always) static func lgamma(_ x: Double) -> Double { c_lgamma(x) }

  /// ψ(x): reflection for negative x, recurrence up to 10, then the asymptotic series. PyTorch's values at the poles:
  /// ψ(±0) = ∓inf, NaN at negative integers.
  @inline(never) static func digamma(_ argument: Double) -> Double {
    var x = argument
    if x == 0 { return x.sign == .minus ? .infinity : -.infinity }
    if x == -.infinity { return .nan }
    var result = 0.0
    if x < 0 {
      let whole = x.rounded(.down)
      if whole == x { return .nan }
      result = -Double.pi / c_tan(Double.pi * (x - whole))
      x = 1 - x
    }
    if x.isInfinite || x.isNaN { return x }
    while x < 10 {
      result -= 1 / x
      x += 1
    }
    let z = 1 / (x * x)
    var series = 691.0 / 32760.0 - z * (1.0 / 12.0)
    series = 1.0 / 132.0 - z * series
    series = 1.0 / 240.0 - z * series
    series = 1.0 / 252.0 - z * series
    series = 1.0 / 120.0 - z * series
    series = 1.0 / 12.0 - z * series
    return result + c_log(x) - 0.5 / x - z * series
  }
}
