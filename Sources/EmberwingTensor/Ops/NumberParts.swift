#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Binary digits of a float below and above its point, as C's frexp and ldexp see them.
private func mantissaAndExponent(_ x: Double) -> (Double, Int32) {
  if x == 0 || !x.isFinite { return (x, 0) }
  return (copysign(x.significand, x) / 2, Int32(x.exponent) + 1)
}

// Parts of numbers: divisors of integers, mantissas and exponents, signs and exceptional values.
extension Ops {
  // MARK: integers

  private static func integerPairs(
    _ name: String, _ a: Tensor, _ b: Tensor, _ f: (UInt64, UInt64) -> UInt64
  ) throws -> Tensor {
    let type = Promotion.of(a, .tensor(b))
    if !type.isInteger { throw unsupported(name, type) }
    let shape = try Broadcast.shape(a.shape, b.shape)
    let (x, y) = try withGradMode(false) {
      (try contiguousData(try expand(a, shape), .int64), try contiguousData(try expand(b, shape), .int64))
    }
    let out = try Tensor.empty(shape, .int64)
    let o = out.data.assumingMemoryBound(to: Int64.self)
    let (p, q) = (x.data.assumingMemoryBound(to: Int64.self), y.data.assumingMemoryBound(to: Int64.self))
    parallelFor(out.count, grain: 1024) { lo, hi in
      for i in lo..<hi { o[i] = Int64(truncatingIfNeeded: f(p[i].magnitude, q[i].magnitude)) }
    }
    withExtendedLifetime((x, y)) {}
    return try castData(out, type)
  }

  private static func divisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  public static func gcd(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try integerPairs("gcd_cpu", input, other) { divisor($0, $1) }
  }

  public static func lcm(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try integerPairs("lcm_cpu", input, other) { a, b in
      let d = divisor(a, b)
      return d == 0 ? 0 : a / d &* b
    }
  }

  // MARK: floats taken apart

  /// input = mantissa · 2 ** exponent with |mantissa| in [0.5, 1).
  public static func frexp(_ input: Tensor) throws -> (Tensor, Tensor) {
    if !input.dtype.isFloatingPoint {
      throw EmberwingError.runtime("torch.frexp() only supports floating-point dtypes")
    }
    let source = try contiguousData(input, .float64)
    let wide = try Tensor.empty(input.shape, .float64)
    let exponent = try Tensor.empty(input.shape, .int32)
    let (p, m) = (source.data.assumingMemoryBound(to: Double.self), wide.data.assumingMemoryBound(to: Double.self))
    let e = exponent.data.assumingMemoryBound(to: Int32.self)
    parallelFor(wide.count, grain: 4096) { lo, hi in
      for i in lo..<hi { (m[i], e[i]) = mantissaAndExponent(p[i]) }
    }
    withExtendedLifetime(source) {}
    let mantissa = try castData(wide, input.dtype)
    Tensor.recordedMany(
      "FrexpBackward0", outputs: [mantissa, exponent], inputs: [input], save: [exponent]
    ) { g, s in
      Grads(try g[0].map { try Calc.mul($0, exp2(to(neg(s[0]), $0.dtype))) })
    }
    return (mantissa, exponent)
  }

  /// `input * 2 ** other`.
  public static func ldexp(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let out = try mul(input, .tensor(pow(Tensor.wrappedNumber(.float(2)), .tensor(other))))
    return try input.dtype.isFloatingPoint && other.dtype.isIntegral ? to(out, input.dtype) : out
  }

  /// The next number after `input` in the direction of `other`.
  public static func nextafter(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let type = Promotion.of(input, .tensor(other))
    if type != .float32 && type != .float64 && type != .bfloat16 { throw unsupported("nextafter_cpu", type) }
    let out =
      type == .bfloat16
      ? try nextBfloat(input, other) : try binaryData(.nextafter, "nextafter_cpu", input, .tensor(other))
    return out.recorded("NextafterBackward0", input, other, saveA: input, saveB: other) { g, s in
      // A step: the gradient is the input's, and none where there is no step.
      let stays = try eq(s[0], .tensor(s[1]))
      return Grads(s.needs(0) ? try Calc.drop(g, where: stays) : nil, s.needs(1) ? try Calc.zeros(like: g) : nil)
    }
  }

  private static func nextBfloat(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let shape = try Broadcast.shape(a.shape, b.shape)
    let (x, y) = try withGradMode(false) {
      (try contiguousData(try expand(a, shape), .bfloat16), try contiguousData(try expand(b, shape), .bfloat16))
    }
    let out = try Tensor.empty(shape, .bfloat16)
    let o = out.data.assumingMemoryBound(to: UInt16.self)
    let (p, q) = (x.data.assumingMemoryBound(to: UInt16.self), y.data.assumingMemoryBound(to: UInt16.self))
    for i in 0..<out.count { o[i] = stepped(p[i], q[i]) }
    withExtendedLifetime((x, y)) {}
    return out
  }

  /// The neighbour of one bfloat16 towards another, in bits.
  private static func stepped(_ a: UInt16, _ b: UInt16) -> UInt16 {
    func value(_ bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }
    let (x, y) = (value(a), value(b))
    if x.isNaN || y.isNaN { return 0x7fc0 }
    if x == y { return b }
    if x == 0 { return (b & 0x8000) | 1 }
    // Away from zero the bits count up.
    return (x < y) == (x > 0) ? a &+ 1 : a &- 1
  }

  // MARK: angles

  private static func converted(_ x: Tensor, _ factor: Double, _ name: String) throws -> Tensor {
    if x.dtype.isComplex {
      throw EmberwingError.notImplemented("\(name) is not supported for complex tensors.")
    }
    return try Calc.mul(x, factor)
  }
  public static func deg2rad(_ input: Tensor) throws -> Tensor { try converted(input, Double.pi / 180, "deg2rad") }
  public static func rad2deg(_ input: Tensor) throws -> Tensor { try converted(input, 180 / Double.pi, "rad2deg") }

  // MARK: steps and exceptional values

  /// 0 below 0, `values` at 0, 1 above.
  public static func heaviside(_ input: Tensor, _ values: Tensor) throws -> Tensor {
    if input.dtype.isComplex || values.dtype.isComplex {
      throw EmberwingError.notImplemented("heaviside is not yet implemented for complex tensors.")
    }
    if input.dtype != values.dtype {
      throw EmberwingError.runtime("heaviside is not yet implemented for tensors with different dtypes.")
    }
    let out = try withGradMode(false) {
      let above = try to(gt(input, .scalar(0)), input.dtype)
      return try `where`(eq(input, .scalar(0)), .tensor(values), .tensor(above))
    }
    return out.recorded("HeavisideBackward0", input, values) { _, _ in throw missingDerivative("heaviside") }
  }

  private static func largest(_ type: DType) -> Double {
    switch type {
    case .float16: 65504
    case .bfloat16: 0x1.FEp127
    case .float32: Double(Float.greatestFiniteMagnitude)
    default: Double.greatestFiniteMagnitude
    }
  }

  /// NaN and infinities replaced; without `posinf` and `neginf`, infinities become the largest finite numbers.
  public static func nanToNum(_ input: Tensor, _ nan: Double?, _ posinf: Double?, _ neginf: Double?) throws -> Tensor {
    if input.dtype.isIntegral { return try clone(input) }
    if input.dtype.isComplex {
      return try viewAsComplex(nanToNum(viewAsReal(input), nan, posinf, neginf))
    }
    let limit = largest(input.dtype)
    let out = try withGradMode(false) {
      var x = try maskedFill(input, predicate(.isNaN, "nan_to_num", input), .scalar(.float(nan ?? 0)))
      x = try maskedFill(x, predicate(.isPosInf, "nan_to_num", input), .scalar(.float(posinf ?? limit)))
      return try maskedFill(x, predicate(.isNegInf, "nan_to_num", input), .scalar(.float(neginf ?? -limit)))
    }
    return out.recorded("NanToNumBackward0", input, save: input) { g, s in
      Grads(try Calc.keep(g, where: isfinite(s[0])))
    }
  }

  // MARK: rows

  @_optimize(none)
  static func registerNumberParts(_ r: inout Registry) {
    var divisors: Samples = .binary(-9, 9, dtypes: Samples.integers, differentiable: false, number: nil)
    divisors.bad = { m in
      let x = Value.tensor(try m.tensor([2], 0, 4, .float32))
      return [([x, x], "not implemented for 'Float'")]
    }
    r.add("gcd(input, other)", gcd, "Greatest common divisor, elementwise.", inplace: .copied, samples: divisors)
    r.add("lcm(input, other)", lcm, "Least common multiple, elementwise.", inplace: .copied, samples: divisors)
    let away: Samples = .unary(0.6, 0.9)
    r.add(
      "frexp(input) -> (mantissa, exponent)", frexp, "Mantissa in [0.5, 1) and exponent: input = mantissa * 2 ** exponent.",
      samples: away)
    r.add(
      "ldexp(input, other)", ldexp, "`input * 2 ** other`, elementwise.", inplace: .copied,
      samples: .binary(number: nil))
    r.add(
      "nextafter(input, other)", nextafter, "The next number after input towards other.", inplace: .copied,
      samples: .binary(dtypes: [.float32, .float64], differentiable: false, number: nil))
    let anything: Samples = .unary(dtypes: Samples.numbers)
    r.add("deg2rad(input)", deg2rad, "Degrees in radians.", inplace: .copied, samples: .unary())
    r.add("rad2deg(input)", rad2deg, "Radians in degrees.", inplace: .copied, samples: .unary())
    r.add(
      "heaviside(input, values)", heaviside, "0 below 0, `values` at 0, 1 above.", inplace: .copied,
      samples: .binary(dtypes: Samples.numbers, differentiable: false, number: nil))
    var replaced = anything
    replaced.make = { m in
      var calls: [[Value]] = []
      for shape: Shape in [[5], [2, 3], [], [0]] { calls.append([.tensor(try m.tensor(shape)), .none, .float(1), .none]) }
      return calls
    }
    r.add(
      "nan_to_num(input, nan=0.0, posinf=None, neginf=None)", nanToNum,
      "NaN and infinities replaced by the given or the largest finite numbers.", inplace: .copied, samples: replaced)
  }
}
