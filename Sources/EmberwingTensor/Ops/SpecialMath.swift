#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The C library's `pow`, which `Ops.pow` hides.
private func libmPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

private func factorial(_ n: Int) -> Double {
  var r = 1.0
  for k in 1...Swift.min(Swift.max(n, 1), 171) { r *= Double(k) }
  return r
}

// Error and gamma functions, rounding, and tests of single elements.
extension Ops {
  public static func erf(_ input: Tensor) throws -> Tensor {
    try unary(.erf, "erf", input, node: "ErfBackward0") { g, s in Grads(try erfSlope(g, s[0], 1)) }
  }
  public static func erfc(_ input: Tensor) throws -> Tensor {
    try unary(.erfc, "erfc", input, node: "ErfcBackward0") { g, s in Grads(try erfSlope(g, s[0], -1)) }
  }
  private static func erfSlope(_ g: Tensor, _ x: Tensor, _ sign: Double) throws -> Tensor {
    try Calc.mul(Calc.mul(g, exp(neg(square(x)))), sign * 1.128379167095512573896)
  }

  public static func lgamma(_ input: Tensor) throws -> Tensor {
    try unary(.lgamma, "lgamma", input, node: "LgammaBackward0") { g, s in Grads(try Calc.mul(g, digamma(s[0]))) }
  }
  public static func digamma(_ input: Tensor) throws -> Tensor {
    try unary(.digamma, "digamma", input, node: "DigammaBackward0") { g, s in
      Grads(try Calc.mul(g, polygamma(1, s[0])))
    }
  }

  /// The n-th derivative of digamma: (-1)ⁿ⁺¹ n! ζ(n + 1, x).
  public static func polygamma(_ n: Int, _ input: Tensor) throws -> Tensor {
    if n < 0 { throw EmberwingError.runtime("polygamma(n, x) does not support negative n.") }
    if n == 0 { return try digamma(input) }
    if input.dtype.isComplex { throw unsupported("polygamma", input.dtype) }
    let dtype = input.dtype.isIntegral ? DefaultDType.current : input.dtype
    let order = Double(n)
    let scale = (n % 2 == 0 ? -1.0 : 1.0) * factorial(n)
    let wide = try cloneContiguousData(withGradMode(false) { try to(input, .float64) })
    let p = wide.data.assumingMemoryBound(to: Double.self)
    parallelFor(wide.count, grain: 1024) { lo, hi in
      for i in lo..<hi { p[i] = scale * SpecialFunctions.hurwitzZeta(order + 1, p[i]) }
    }
    let out = dtype == .float64 ? wide : try to(wide, dtype)
    return out.recorded("PolygammaBackward0", input, save: input) { g, s in
      Grads(try Calc.mul(g, polygamma(n + 1, s[0])))
    }
  }

  // MARK: rounding
  private static func rounding(
    _ op: UnaryOp, _ name: StaticString, _ x: Tensor, _ node: StaticString
  ) throws -> Tensor {
    if x.dtype.isInteger { return try clone(x) }
    return try unary(op, name, x, float: false, node: node) { g, _ in Grads(try Calc.zeros(like: g)) }
  }
  public static func floor(_ input: Tensor) throws -> Tensor {
    try rounding(.floor, "floor_vml_cpu", input, "FloorBackward0")
  }
  public static func ceil(_ input: Tensor) throws -> Tensor {
    try rounding(.ceil, "ceil_vml_cpu", input, "CeilBackward0")
  }
  public static func trunc(_ input: Tensor) throws -> Tensor {
    try rounding(.trunc, "trunc_vml_cpu", input, "TruncBackward0")
  }
  public static func round(_ input: Tensor, _ decimals: Int) throws -> Tensor {
    if decimals == 0 { return try rounding(.round, "round_vml_cpu", input, "RoundBackward0") }
    if input.dtype.isIntegral { throw unsupported("round_cpu", input.dtype) }
    let ten = libmPow(10, Double(Swift.min(Swift.max(decimals, -400), 400)).magnitude)
    let up = try decimals > 0 ? Calc.mul(input, ten) : Calc.div(input, ten)
    let whole = try rounding(.round, "round_cpu", up, "RoundBackward1")
    return try decimals > 0 ? Calc.div(whole, ten) : Calc.mul(whole, ten)
  }
  public static func frac(_ input: Tensor) throws -> Tensor {
    if input.dtype.isIntegral { throw unsupported("frac_cpu", input.dtype) }
    return try unary(.frac, "frac_cpu", input, float: false, node: "FracBackward0") { g, _ in Grads(g) }
  }

  // MARK: tests of elements
  private static func test(_ op: PredicateOp, _ name: StaticString, _ x: Tensor, integers: Bool) throws -> Tensor {
    x.dtype.isIntegral ? try full(x.shape, .bool(integers), .bool) : try predicate(op, name, x)
  }
  public static func isnan(_ input: Tensor) throws -> Tensor {
    try test(.isNaN, "isnan", input, integers: false)
  }
  public static func isinf(_ input: Tensor) throws -> Tensor {
    try test(.isInf, "isinf", input, integers: false)
  }
  public static func isfinite(_ input: Tensor) throws -> Tensor {
    try test(.isFinite, "isfinite", input, integers: true)
  }
  public static func isposinf(_ input: Tensor) throws -> Tensor {
    try test(.isPosInf, "isposinf", input, integers: false)
  }
  public static func isneginf(_ input: Tensor) throws -> Tensor {
    try test(.isNegInf, "isneginf", input, integers: false)
  }
  public static func signbit(_ input: Tensor) throws -> Tensor {
    if input.dtype.isIntegral {
      return input.dtype.isSigned ? try lt(input, .scalar(0)) : try full(input.shape, false, .bool)
    }
    return try predicate(.signbit, "signbit_cpu", input)
  }
  public static func logicalNot(_ input: Tensor) throws -> Tensor { try predicate(.logicalNot, "logical_not", input) }

  public static func bitwiseNot(_ input: Tensor) throws -> Tensor {
    if !input.dtype.isIntegral { throw unsupported("bitwise_not_cpu", input.dtype) }
    return try unaryData(.bitwiseNot, "bitwise_not_cpu", input, float: false)
  }

  public static func positive(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool {
      throw EmberwingError.notImplemented("The `+` operator, on a bool tensor is not supported.")
    }
    return input
  }

  @_optimize(none)
  static func registerSpecialMath(_ r: inout Registry) {
    typealias F = (Tensor) throws -> Tensor
    func row(
      _ name: String, _ f: @escaping F, _ doc: String, _ inplace: InplaceForm, _ samples: Samples
    ) {
      r.add("\(name)(input)", f, doc, inplace: inplace, samples: samples)
    }
    row("erf", erf, "Error function, elementwise.", .direct, .unary())
    row("erfc", erfc, "`1 - erf(input)`, elementwise, exact for large inputs.", .direct, .unary())
    row("lgamma", lgamma, "Logarithm of |Γ(input)|, elementwise.", .direct, .unary(0.5, 4))
    row("digamma", digamma, "Derivative of lgamma, elementwise.", .direct, .unary(0.5, 4))
    r.add(
      "polygamma(n, input)", polygamma, "The n-th derivative of digamma, elementwise.", on: .function,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.int(1), .tensor(try m.tensor([4], 0.5, 4))], [.int(2), .tensor(try m.tensor([2, 3], 0.5, 4))]]
      })
    let steps: Samples = .unary(-2.4, 2.4, avoiding: [-2, -1, 0, 1, 2, -1.5, -0.5, 0.5, 1.5])
    row("floor", floor, "The largest whole number not above each element.", .copied, steps)
    row("ceil", ceil, "The smallest whole number not below each element.", .copied, steps)
    row("trunc", trunc, "The whole part, towards zero.", .copied, steps)
    row("frac", frac, "`input - trunc(input)`, elementwise.", .direct, steps)
    r.add(
      "round(input, *, decimals=0)", round, "The nearest multiple of 10 ** -decimals, ties to even.", inplace: .copied,
      samples: .unary(-2.4, 2.4, avoiding: [-2, -1, 0, 1, 2, -1.5, -0.5, 0.5, 1.5], more: [.int(0)]))
    let any: Samples = .unary(dtypes: Samples.numbers, differentiable: false)
    row("isnan", isnan, "True where an element is NaN.", .none, any)
    row("isinf", isinf, "True where an element is infinite.", .none, any)
    row("isfinite", isfinite, "True where an element is neither infinite nor NaN.", .none, any)
    row("isposinf", isposinf, "True where an element is +inf.", .none, any)
    row("isneginf", isneginf, "True where an element is -inf.", .none, any)
    row("signbit", signbit, "True where the sign bit is set.", .none, any)
    row("logical_not", logicalNot, "True where an element is zero.", .copied, any)
    row(
      "bitwise_not", bitwiseNot, "Bits inverted; logical not for bool.", .direct,
      .unary(dtypes: Samples.integers, differentiable: false))
    row("positive", positive, "The input itself (`+input`).", .none, .unary())
  }
}
