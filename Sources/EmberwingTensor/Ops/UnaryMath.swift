// Elementwise functions of one tensor. Integers compute in the default floating dtype.
extension Ops {
  public static func exp(_ input: Tensor) throws -> Tensor {
    try unary(.exp, "exp", input, node: "ExpBackward0", saveOutput: true) { g, s in Grads(try Calc.mul(g, s[0])) }
  }
  public static func exp2(_ input: Tensor) throws -> Tensor {
    try unary(.exp2, "exp2", input, node: "Exp2Backward0", saveOutput: true) { g, s in
      Grads(try Calc.mul(Calc.mul(g, s[0]), 0.693147180559945309417))
    }
  }
  public static func expm1(_ input: Tensor) throws -> Tensor {
    try unary(.expm1, "expm1", input, node: "Expm1Backward0", saveOutput: true) { g, s in
      Grads(try Calc.mul(g, Calc.add(s[0], 1)))
    }
  }
  public static func log(_ input: Tensor) throws -> Tensor {
    try unary(.log, "log", input, node: "LogBackward0") { g, s in Grads(try Calc.div(g, s[0])) }
  }
  public static func log2(_ input: Tensor) throws -> Tensor {
    try unary(.log2, "log2", input, node: "Log2Backward0") { g, s in
      Grads(try Calc.div(g, Calc.mul(s[0], 0.693147180559945309417)))
    }
  }
  public static func log10(_ input: Tensor) throws -> Tensor {
    try unary(.log10, "log10", input, node: "Log10Backward0") { g, s in
      Grads(try Calc.div(g, Calc.mul(s[0], 2.302585092994045684018)))
    }
  }
  public static func log1p(_ input: Tensor) throws -> Tensor {
    try unary(.log1p, "log1p", input, node: "Log1PBackward0") { g, s in Grads(try Calc.div(g, Calc.add(s[0], 1))) }
  }
  public static func sqrt(_ input: Tensor) throws -> Tensor {
    try unary(.sqrt, "sqrt", input, node: "SqrtBackward0", saveOutput: true) { g, s in
      Grads(try Calc.div(g, Calc.mul(s[0], 2)))
    }
  }
  public static func rsqrt(_ input: Tensor) throws -> Tensor {
    try unary(.rsqrt, "rsqrt", input, node: "RsqrtBackward0", saveOutput: true) { g, s in
      let y = try s[0]
      return Grads(try Calc.mul(Calc.mul(g, Calc.mul(y, y, y)), -0.5))
    }
  }
  public static func reciprocal(_ input: Tensor) throws -> Tensor {
    try unary(.reciprocal, "reciprocal", input, node: "ReciprocalBackward0", saveOutput: true) { g, s in
      let y = try s[0]
      return Grads(try neg(Calc.mul(g, y, y)))
    }
  }
  public static func abs(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { throw unsupported("abs_cpu", .bool) }
    if input.dtype.isComplex { return try complexAbs(input) }
    return try unary(.abs, "abs_cpu", input, float: false, node: "AbsBackward0") { g, s in
      Grads(try Calc.mul(g, sign(s[0])))
    }
  }
  public static func square(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { return try unaryData(.square, "square", input, as: .int64) }
    return try unary(.square, "square", input, float: false, node: "PowBackward0") { g, s in
      Grads(try Calc.mul(g, Calc.mul(s[0], 2)))
    }
  }
  public static func sign(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { return try clone(input) }
    if input.dtype.isComplex {
      throw EmberwingError.notImplemented(
        "Unlike NumPy, torch.sign doesn't allow complex inputs. Use torch.sgn instead.")
    }
    return try unary(.sign, "sign_cpu", input, float: false, node: "SignBackward0") { g, _ in
      Grads(try Calc.zeros(like: g))
    }
  }

  // MARK: trigonometry
  public static func sin(_ input: Tensor) throws -> Tensor {
    try unary(.sin, "sin", input, node: "SinBackward0") { g, s in Grads(try Calc.mul(g, cos(s[0]))) }
  }
  public static func cos(_ input: Tensor) throws -> Tensor {
    try unary(.cos, "cos", input, node: "CosBackward0") { g, s in Grads(try neg(Calc.mul(g, sin(s[0])))) }
  }
  public static func tan(_ input: Tensor) throws -> Tensor {
    try unary(.tan, "tan", input, node: "TanBackward0", saveOutput: true) { g, s in
      Grads(try Calc.mul(g, Calc.add(square(s[0]), 1)))
    }
  }
  public static func asin(_ input: Tensor) throws -> Tensor {
    try unary(.asin, "asin", input, node: "AsinBackward0") { g, s in
      Grads(try Calc.mul(g, rsqrt(Calc.rsub(1, square(s[0])))))
    }
  }
  public static func acos(_ input: Tensor) throws -> Tensor {
    try unary(.acos, "acos", input, node: "AcosBackward0") { g, s in
      Grads(try neg(Calc.mul(g, rsqrt(Calc.rsub(1, square(s[0]))))))
    }
  }
  public static func atan(_ input: Tensor) throws -> Tensor {
    try unary(.atan, "atan", input, node: "AtanBackward0") { g, s in
      Grads(try Calc.div(g, Calc.add(square(s[0]), 1)))
    }
  }
  public static func sinh(_ input: Tensor) throws -> Tensor {
    try unary(.sinh, "sinh", input, node: "SinhBackward0") { g, s in Grads(try Calc.mul(g, cosh(s[0]))) }
  }
  public static func cosh(_ input: Tensor) throws -> Tensor {
    try unary(.cosh, "cosh", input, node: "CoshBackward0") { g, s in Grads(try Calc.mul(g, sinh(s[0]))) }
  }
  public static func asinh(_ input: Tensor) throws -> Tensor {
    try unary(.asinh, "asinh", input, node: "AsinhBackward0") { g, s in
      Grads(try Calc.mul(g, rsqrt(Calc.add(square(s[0]), 1))))
    }
  }
  public static func acosh(_ input: Tensor) throws -> Tensor {
    try unary(.acosh, "acosh", input, node: "AcoshBackward0") { g, s in
      Grads(try Calc.mul(g, rsqrt(Calc.add(square(s[0]), -1))))
    }
  }
  public static func atanh(_ input: Tensor) throws -> Tensor {
    try unary(.atanh, "atanh", input, node: "AtanhBackward0") { g, s in
      Grads(try Calc.div(g, Calc.rsub(1, square(s[0]))))
    }
  }

  @_optimize(none)
  static func registerUnaryMath(_ r: inout Registry) {
    typealias F = (Tensor) throws -> Tensor
    let wide: Samples = .unary()
    let positive: Samples = .unary(0.2, 3)
    let inner: Samples = .unary(-0.8, 0.8)
    let away: Samples = .unary(avoiding: [0])
    func row(_ name: String, _ f: @escaping F, _ doc: String, _ samples: Samples) {
      r.add("\(name)(input)", f, doc, inplace: .direct, samples: samples)
    }
    row("exp", exp, "`e ** input`, elementwise.", wide)
    row("exp2", exp2, "`2 ** input`, elementwise.", wide)
    row("expm1", expm1, "`e ** input - 1`, elementwise, exact near 0.", wide)
    row("log", log, "Natural logarithm, elementwise.", positive)
    row("log2", log2, "Logarithm to base 2, elementwise.", positive)
    row("log10", log10, "Logarithm to base 10, elementwise.", positive)
    row("log1p", log1p, "`log(1 + input)`, elementwise, exact near 0.", positive)
    row("sqrt", sqrt, "Square root, elementwise.", positive)
    row("rsqrt", rsqrt, "`1 / sqrt(input)`, elementwise.", positive)
    row("reciprocal", reciprocal, "`1 / input`, elementwise.", away)
    row("abs", abs, "Absolute value, elementwise.", .unary(avoiding: [0], dtypes: Samples.numbers))
    row("square", square, "`input * input`, elementwise.", .unary(dtypes: Samples.numbers))
    row("sign", sign, "-1, 0 or 1 by the sign of each element.", .unary(avoiding: [0], dtypes: Samples.numbers))
    row("sin", sin, "Sine, elementwise.", wide)
    row("cos", cos, "Cosine, elementwise.", wide)
    row("tan", tan, "Tangent, elementwise.", .unary(-1.2, 1.2))
    row("asin", asin, "Inverse sine, elementwise.", inner)
    row("acos", acos, "Inverse cosine, elementwise.", inner)
    row("atan", atan, "Inverse tangent, elementwise.", wide)
    row("sinh", sinh, "Hyperbolic sine, elementwise.", wide)
    row("cosh", cosh, "Hyperbolic cosine, elementwise.", wide)
    row("asinh", asinh, "Inverse hyperbolic sine, elementwise.", wide)
    row("acosh", acosh, "Inverse hyperbolic cosine, elementwise.", .unary(1.3, 4))
    row("atanh", atanh, "Inverse hyperbolic tangent, elementwise.", inner)
  }
}
