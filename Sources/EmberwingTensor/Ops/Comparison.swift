// Comparison and logic: bool results, PyTorch's promotion and broadcasting.
extension Ops {
  public static func eq(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.eq, "eq", input, other) }
  public static func ne(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.ne, "ne", input, other) }
  public static func lt(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.lt, "lt_cpu", input, other) }
  public static func le(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.le, "le_cpu", input, other) }
  public static func gt(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.gt, "gt_cpu", input, other) }
  public static func ge(_ input: Tensor, _ other: Operand) throws -> Tensor { try compare(.ge, "ge_cpu", input, other) }

  public static func logicalAnd(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try compare(.logicalAnd, "logical_and", input, .tensor(other))
  }
  public static func logicalOr(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try compare(.logicalOr, "logical_or", input, .tensor(other))
  }
  public static func logicalXor(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try compare(.logicalXor, "logical_xor", input, .tensor(other))
  }

  public static func bitwiseAnd(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.bitwiseAnd, "bitwise_and_cpu", input, other)
  }
  public static func bitwiseOr(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.bitwiseOr, "bitwise_or_cpu", input, other)
  }
  public static func bitwiseXor(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.bitwiseXor, "bitwise_xor_cpu", input, other)
  }
  public static func bitwiseLeftShift(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.shiftLeft, "lshift_cpu", input, other)
  }
  public static func bitwiseRightShift(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.shiftRight, "rshift_cpu", input, other)
  }

  public static func isclose(
    _ input: Tensor, _ other: Tensor, _ rtol: Double, _ atol: Double, _ equalNan: Bool
  ) throws -> Tensor {
    if input.dtype != other.dtype {
      throw EmberwingError.runtime("\(input.dtype.scalarTypeName) did not match \(other.dtype.scalarTypeName)")
    }
    if !(rtol >= 0) {
      throw EmberwingError.runtime("rtol must be greater than or equal to zero, but got \(shortest(rtol))")
    }
    if !(atol >= 0) {
      throw EmberwingError.runtime("atol must be greater than or equal to zero, but got \(shortest(atol))")
    }
    return try withGradMode(false) {
      var close = try eq(input, .tensor(other))
      if !input.dtype.isIntegral && equalNan {
        close = try logicalOr(close, logicalAnd(isnan(input), isnan(other)))
      }
      if rtol == 0 && atol == 0 { return close }
      // Integers are compared as floats, so that their differences cannot wrap.
      let a = input.dtype.isIntegral ? try to(input, .float64) : input
      let b = other.dtype.isIntegral ? try to(other, .float64) : other
      let allowed = try Calc.add(Calc.mul(abs(b), rtol), atol)
      let difference = try abs(Calc.sub(a, b))
      let near = try logicalAnd(isfinite(difference), le(difference, .tensor(allowed)))
      return try logicalOr(close, near)
    }
  }

  public static func allclose(
    _ input: Tensor, _ other: Tensor, _ rtol: Double, _ atol: Double, _ equalNan: Bool
  ) throws -> Tensor {
    try Tensor.scalar(.bool(allTrue(isclose(input, other, rtol, atol, equalNan))), .bool)
  }

  public static func equal(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let same = try input.shape == other.shape && allTrue(eq(input, .tensor(other)))
    return try Tensor.scalar(.bool(same), .bool)
  }

  /// A double as C++ streams print it: `1`, `0.5`.
  static func shortest(_ v: Double) -> String {
    v == v.rounded() && Swift.abs(v) < 1e15 ? "\(Int64(v))" : "\(v)"
  }

  @_optimize(none)
  static func registerComparison(_ r: inout Registry) {
    typealias Pair = (Tensor, Operand) throws -> Tensor
    let all: Samples = .binary(dtypes: Samples.everything, differentiable: false)
    func row(_ name: String, _ f: @escaping Pair, _ doc: String) {
      r.add("\(name)(input, other)", f, doc, inplace: .copied, samples: all)
    }
    row("eq", eq, "`input == other`, elementwise.")
    row("ne", ne, "`input != other`, elementwise.")
    row("lt", lt, "`input < other`, elementwise.")
    row("le", le, "`input <= other`, elementwise.")
    row("gt", gt, "`input > other`, elementwise.")
    row("ge", ge, "`input >= other`, elementwise.")
    let logic: Samples = .binary(dtypes: Samples.everything, differentiable: false, number: nil)
    r.add(
      "logical_and(input, other)", logicalAnd, "True where both are nonzero.", inplace: .copied, samples: logic)
    r.add(
      "logical_or(input, other)", logicalOr, "True where at least one is nonzero.", inplace: .copied, samples: logic)
    r.add(
      "logical_xor(input, other)", logicalXor, "True where exactly one is nonzero.", inplace: .copied, samples: logic)
    var bits: Samples = .binary(dtypes: Samples.integers, differentiable: false)
    bits.bad = { m in
      let x = try m.tensor([2], 0, 4, .float32)
      return [([.tensor(x), .tensor(x)], "not implemented for 'Float'")]
    }
    func bitRow(_ name: String, _ f: @escaping Pair, _ doc: String, _ samples: Samples) {
      r.add("\(name)(input, other)", f, doc, inplace: .direct, samples: samples)
    }
    bitRow("bitwise_and", bitwiseAnd, "Bitwise and; logical for bool.", bits)
    bitRow("bitwise_or", bitwiseOr, "Bitwise or; logical for bool.", bits)
    bitRow("bitwise_xor", bitwiseXor, "Bitwise exclusive or; logical for bool.", bits)
    let shifts: Samples = .binary(0, 6, dtypes: Samples.integers, differentiable: false)
    bitRow("bitwise_left_shift", bitwiseLeftShift, "`input << other`, elementwise.", shifts)
    bitRow("bitwise_right_shift", bitwiseRightShift, "`input >> other`, elementwise.", shifts)
    let near = Samples(dtypes: Samples.numbers, differentiable: false) { m in
      let a = try m.tensor([2, 3])
      return [[.tensor(a), .tensor(a), .float(1e-5), .float(1e-8), .bool(false)]]
    }
    r.add(
      "isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)", isclose,
      "True where `|input - other| <= atol + rtol * |other|`.", samples: near)
    r.add(
      "allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)", allclose,
      "A 0-d bool: whether `isclose` holds everywhere.", on: .hidden, samples: near)
    r.add(
      "equal(input, other)", equal, "A 0-d bool: same shape and equal elements.", on: .hidden,
      samples: Samples(dtypes: Samples.everything, differentiable: false) { m in
        let a = try m.tensor([2, 3])
        return [[.tensor(a), .tensor(a)], [.tensor(a), .tensor(try m.tensor([2]))]]
      })
  }
}
