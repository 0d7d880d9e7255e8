// Arithmetic on two operands, with PyTorch's promotion; a gradient is summed back over broadcast axes by the engine.
extension Ops {
  public static func add(_ input: Tensor, _ other: Operand, _ alpha: Scalar) throws -> Tensor {
    if alpha.isOne {
      return try binaryData(.add, "add", input, other).recorded("AddBackward0", input, other.tensor) { g, _ in
        Grads(g, g)
      }
    }
    try checkAlpha(alpha, Promotion.of(input, other))
    if case .complex = alpha { return try add(input, .tensor(try scaled(other, alpha)), 1) }
    if case .bool(false) = alpha { return try add(input, .tensor(try scaled(other, alpha)), 1) }
    return try binaryData(.addScaled, "add", input, other, alpha.double)
      .recorded("AddBackward0", input, other.tensor) { g, s in
        Grads(g, s.needs(1) ? try mul(g, .scalar(alpha)) : nil)
      }
  }

  public static func sub(_ input: Tensor, _ other: Operand, _ alpha: Scalar) throws -> Tensor {
    let dtype = Promotion.of(input, other)
    try refuseBool(input, other)
    try checkAlpha(alpha, dtype)
    if case .complex = alpha { return try sub(input, .tensor(try scaled(other, alpha)), 1) }
    let out =
      alpha.isOne
      ? try binaryData(.sub, "sub", input, other) : try binaryData(.addScaled, "sub", input, other, -alpha.double)
    return out.recorded("SubBackward0", input, other.tensor) { g, s in
      Grads(g, s.needs(1) ? (alpha.isOne ? try neg(g) : try mul(g, .scalar(.float(-alpha.double)))) : nil)
    }
  }

  private static func scaled(_ other: Operand, _ alpha: Scalar) throws -> Tensor {
    try mul(try other.asTensor(), .scalar(alpha))
  }

  private static func refuseBool(_ a: Tensor, _ b: Operand) throws {
    let second: Bool =
      switch b {
      case .tensor(let t): t.dtype == .bool
      case .scalar(let s): s.category == .bool
      }
    if a.dtype != .bool && !second { return }
    throw EmberwingError.notImplemented(
      a.dtype == .bool && second
        ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
        : "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.")
  }

  private static func checkAlpha(_ alpha: Scalar, _ dtype: DType) throws {
    if case .bool = alpha, dtype != .bool {
      throw EmberwingError.runtime("Boolean alpha only supported for Boolean results.")
    }
    if case .complex = alpha, !dtype.isComplex {
      throw EmberwingError.runtime("For non-complex input tensors, argument alpha must not be a complex number.")
    }
    if dtype.isIntegral, !alpha.isIntegral {
      throw EmberwingError.runtime("For integral input tensors, argument alpha must not be a floating point number.")
    }
  }

  public static func mul(_ input: Tensor, _ other: Operand) throws -> Tensor {
    let out = try binaryData(.mul, "mul", input, other)
    switch other {
    case .scalar(let c):
      return out.recorded("MulBackward0", input, holomorphic: true) { g, _ in Grads(try mul(g, .scalar(c))) }
    case .tensor(let t):
      return out.recorded(
        "MulBackward0", input, t, saveA: t.requiresGrad ? input : nil, saveB: input.requiresGrad ? t : nil,
        holomorphic: true
      ) { g, s in
        Grads(
          s.needs(0) ? try mul(g, .tensor(try s[1])) : nil, s.needs(1) ? try mul(g, .tensor(try s[0])) : nil)
      }
    }
  }

  static func div(_ input: Tensor, _ other: Operand) throws -> Tensor {
    let out = try binaryData(.div, "div", input, other, float: true)
    switch other {
    case .scalar(let c):
      return out.recorded("DivBackward0", input, holomorphic: true) { g, _ in Grads(try div(g, .scalar(c))) }
    case .tensor(let t):
      return out.recorded(
        "DivBackward0", input, t, saveA: t.requiresGrad ? input : nil, saveB: t, holomorphic: true
      ) { g, s in
        let b = try s[1]
        return Grads(
          s.needs(0) ? try div(g, .tensor(b)) : nil,
          s.needs(1) ? try neg(try div(try mul(g, .tensor(try s[0])), .tensor(try mul(b, .tensor(b))))) : nil)
      }
    }
  }

  /// Division with `rounding_mode` nil, "floor" or "trunc"; rounded quotients are flat.
  public static func div(_ input: Tensor, _ other: Operand, _ roundingMode: String?) throws -> Tensor {
    guard let roundingMode else { return try div(input, other) }
    let out: Tensor
    switch roundingMode {
    case "floor":
      try checkDivisor(input, other)
      out = try binaryData(.floorDiv, "div_floor_cpu", input, other)
    case "trunc":
      try checkDivisor(input, other)
      out = try binaryData(.truncDiv, "div_trunc_cpu", input, other)
    default:
      throw EmberwingError.runtime(
        "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(roundingMode)'")
    }
    return out.recorded("DivBackward1", input, other.tensor) { g, s in
      let zero = try Tensor.zeros(g.shape, g.dtype)
      return Grads(s.needs(0) ? zero : nil, s.needs(1) ? zero : nil)
    }
  }

  public static func neg(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool {
      throw EmberwingError.notImplemented(
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.")
    }
    return try unaryData(.neg, "neg", input, float: false).recorded("NegBackward0", input) { g, _ in Grads(try neg(g)) }
  }

  @_optimize(none)
  static func registerArithmetic(_ r: inout Registry) {
    r.add(
      "add(input, other, *, alpha=1)", add, "`input + alpha * other`, elementwise with broadcasting.",
      inplace: .direct, samples: .binary(dtypes: Samples.everything, more: [.int(1)]))
    r.add(
      "sub(input, other, *, alpha=1)", sub, "`input - alpha * other`, elementwise with broadcasting.",
      inplace: .direct, samples: .binary(dtypes: Samples.numbers, more: [.int(1)]))
    r.add(
      "mul(input, other)", mul, "`input * other`, elementwise with broadcasting.", inplace: .direct,
      samples: .binary(dtypes: Samples.everything))
    r.add(
      "div(input, other, *, rounding_mode=None)", div as (Tensor, Operand, String?) throws -> Tensor,
      "`input / other`, elementwise; true division unless rounding_mode is 'floor' or 'trunc'.", inplace: .direct,
      samples: .binary(avoiding: [0], more: [.none]))
    r.add(
      "neg(input)", neg, "`-input`, elementwise.", inplace: .direct, samples: .unary(dtypes: Samples.numbers))
  }
}
