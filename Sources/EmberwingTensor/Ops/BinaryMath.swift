// Functions of two tensors beyond the four arithmetic operations.
extension Ops {
  public static func maximum(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try binaryData(.maximum, "maximum", input, .tensor(other))
      .recorded("MaximumBackward0", input, other, saveA: input, saveB: other) { g, s in
        try splitTies(g, s[0], s[1], s)
      }
  }

  public static func minimum(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try binaryData(.minimum, "minimum", input, .tensor(other))
      .recorded("MinimumBackward0", input, other, saveA: input, saveB: other) { g, s in
        try splitTies(g, s[1], s[0], s)
      }
  }

  /// The first gradient falls where `a >= b`, the second where `a <= b`; equal elements take half each.
  static func splitTies(_ g: Tensor, _ a: Tensor, _ b: Tensor, _ s: SavedTensors) throws -> Grads {
    let half = try `where`(eq(a, .tensor(b)), .tensor(Calc.mul(g, 0.5)), .tensor(g))
    return Grads(
      s.needs(0) ? try Calc.drop(half, where: lt(a, .tensor(b))) : nil,
      s.needs(1) ? try Calc.drop(half, where: gt(a, .tensor(b))) : nil)
  }

  /// The gradient goes to the first operand where it won, else to the second; half to each where they tie.
  private static func shareOut(_ g: Tensor, first: Tensor, tied: Tensor) throws -> Grads {
    let shared = try `where`(tied, .tensor(Calc.mul(g, 0.5)), .tensor(g))
    return Grads(
      try Calc.keep(shared, where: first), try Calc.drop(shared, where: logicalAnd(first, logicalNot(tied))))
  }

  public static func fmax(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try binaryData(.fmax, "fmax", input, .tensor(other))
      .recorded("FmaxBackward0", input, other, saveA: input, saveB: other) { g, s in
        let (a, b) = (try s[0], try s[1])
        return try shareOut(g, first: logicalOr(ge(a, .tensor(b)), isnan(b)), tied: eq(a, .tensor(b)))
      }
  }

  public static func fmin(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try binaryData(.fmin, "fmin", input, .tensor(other))
      .recorded("FminBackward0", input, other, saveA: input, saveB: other) { g, s in
        let (a, b) = (try s[0], try s[1])
        return try shareOut(g, first: logicalOr(le(a, .tensor(b)), isnan(b)), tied: eq(a, .tensor(b)))
      }
  }

  public static func atan2(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try binaryData(.atan2, "atan2", input, .tensor(other), float: true)
      .recorded("Atan2Backward0", input, other, saveA: input, saveB: other) { g, s in
        let (y, x) = (try s[0], try s[1])
        let h = try Calc.div(g, Calc.add(square(y), square(x)))
        return Grads(
          s.needs(0) ? try Calc.mul(h, x) : nil, s.needs(1) ? try neg(Calc.mul(h, y)) : nil)
      }
  }

  public static func hypot(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let dtype = Promotion.of(input, .tensor(other))
    if !dtype.isFloatingPoint { throw unsupported("hypot_cpu", dtype) }
    return try binaryData(.hypot, "hypot_cpu", input, .tensor(other))
      .recorded("HypotBackward0", inputs: [input, other], save: [input, other], saveOutput: true) { g, s in
        let h = try Calc.div(g, s[2])
        return Grads(
          s.needs(0) ? try Calc.mul(h, s[0]) : nil, s.needs(1) ? try Calc.mul(h, s[1]) : nil)
      }
  }

  public static func copysign(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try binaryData(.copysign, "copysign", input, other, float: true)
      .recorded("CopysignBackward0", inputs: [input, other.tensor], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        let ratio = try detach(Calc.div(s[1], x))
        return Grads(
          s.needs(0) ? try Calc.drop(Calc.mul(g, ratio), where: eq(x, .scalar(0))) : nil,
          s.needs(1) ? try Calc.zeros(like: g) : nil)
      }
  }

  /// Python's `%`: the result has the sign of `other`.
  public static func remainder(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try checkDivisor(input, other)
    return try modulo(.remainder, "remainder_cpu", input, other, "RemainderBackward", "floor")
  }

  /// C's `fmod`: the result has the sign of `input`.
  public static func fmod(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try checkDivisor(input, other)
    return try modulo(.fmod, "fmod_cpu", input, other, "FmodBackward", "trunc")
  }

  private static func modulo(
    _ op: BinaryOp, _ name: StaticString, _ a: Tensor, _ b: Operand, _ node: StaticString, _ rounding: String
  ) throws -> Tensor {
    let out = try binaryData(op, name, a, b)
    guard let t = b.tensor, !t.isWrappedNumber else { return out.recorded("\(node)0", a) { g, _ in Grads(g) } }
    return out.recorded("\(node)1", a, t, saveA: a, saveB: t) { g, s in
      if !s.needs(1) { return Grads(g) }
      return Grads(g, try neg(Calc.mul(g, div(s[0], .tensor(s[1]), rounding))))
    }
  }

  public static func floorDivide(_ input: Tensor, _ other: Operand) throws -> Tensor {
    try checkDivisor(input, other)
    return try binaryData(.floorDiv, "div_floor_cpu", input, other)
  }

  public static func trueDivide(_ input: Tensor, _ other: Operand) throws -> Tensor { try div(input, other) }

  public static func rsub(_ input: Tensor, _ other: Operand, _ alpha: Scalar) throws -> Tensor {
    let first = try other.asTensor()
    return try sub(first, .tensor(input), alpha)
      .named(other.tensor == nil || first.isWrappedNumber ? "RsubBackward1" : "RsubBackward0")
  }

  // MARK: powers
  public static func pow(_ input: Tensor, _ exponent: Operand) throws -> Tensor {
    let dtype = Promotion.of(input, exponent)
    switch exponent {
    case .scalar(let e):
      if dtype == .bool { return e.isZero ? try full(input.shape, true, .bool) : try clone(input) }
      if dtype.isInteger, e.double < 0 {
        throw EmberwingError.runtime("Integers to negative integer powers are not allowed.")
      }
      if dtype.isComplex {
        return try binaryData(.pow, "pow", input, exponent)
          .recorded("PowBackward0", input, save: input, holomorphic: true) { g, s in Grads(try powSlope(g, s[0], e)) }
      }
      return try unaryData(.powScalar, "pow", input, as: dtype, e.double)
        .recorded("PowBackward0", input, save: input, holomorphic: true) { g, s in Grads(try powSlope(g, s[0], e)) }
    case .tensor(let t):
      return try binaryData(.pow, "pow", input, exponent)
        .recorded("PowBackward1", inputs: [input, t], save: [input, t], saveOutput: true, holomorphic: true) { g, s in
          let (x, e) = (try s[0], try s[1])
          return Grads(
            s.needs(0) ? try powBaseSlope(g, x, e) : nil,
            s.needs(1) ? try powExponentSlope(g, x, e, s[2]) : nil)
        }
    }
  }

  /// `self ** exponent` of a number.
  public static func powBase(_ base: Scalar, _ exponent: Tensor) throws -> Tensor {
    try pow(Tensor.wrappedNumber(base), .tensor(exponent))
  }

  private static func powSlope(_ g: Tensor, _ x: Tensor, _ e: Scalar) throws -> Tensor {
    if e.isZero { return try Calc.zeros(like: g) }
    if case .complex(let re, let im) = e {
      return try mul(g, .tensor(mul(pow(x, .scalar(.complex(re - 1, im))), .scalar(e))))
    }
    if e.double == 2 { return try Calc.mul(g, Calc.mul(x, 2)) }
    return try Calc.mul(g, Calc.mul(pow(x, .scalar(.float(e.double - 1))), e.double))
  }

  private static func powBaseSlope(_ g: Tensor, _ x: Tensor, _ e: Tensor) throws -> Tensor {
    let slope = try Calc.mul(g, Calc.mul(e, pow(x, .tensor(Calc.add(e, -1)))))
    return try Calc.drop(slope, where: eq(e, .scalar(0)))
  }

  private static func powExponentSlope(_ g: Tensor, _ x: Tensor, _ e: Tensor, _ y: Tensor) throws -> Tensor {
    // 0 ** e is flat for e >= 0, where the logarithm is not.
    let flat = try logicalAnd(eq(x, .scalar(0)), ge(e.dtype.isComplex ? Ops.real(e) : e, .scalar(0)))
    return try Calc.drop(Calc.mul(g, Calc.mul(y, log(x))), where: flat)
  }

  /// `pow` computed in float64 or complex128.
  public static func floatPower(_ input: Tensor, _ exponent: Operand) throws -> Tensor {
    let type: DType = Promotion.of(input, exponent).isComplex ? .complex128 : .float64
    let x = try to(input, type)
    switch exponent {
    case .scalar(.complex(let re, let im)): return try pow(x, .scalar(.complex(re, im)))
    case .scalar(let s): return try pow(x, .scalar(.float(s.double)))
    case .tensor(let t): return try pow(x, .tensor(to(t, type)))
    }
  }

  public static func xlogy(_ input: Tensor, _ other: Operand) throws -> Tensor {
    let out = try binaryData(.xlogy, "xlogy", input, other, float: true)
    guard let t = other.tensor else {
      return out.recorded("XlogyBackward0", input, save: input) { g, s in
        let c = try Tensor.wrappedNumber(.float(try number(other)))
        return Grads(try xlogySlope(g, s[0], c))
      }
    }
    return out.recorded("XlogyBackward0", input, t, saveA: input, saveB: t) { g, s in
      let (x, y) = (try s[0], try s[1])
      return Grads(
        s.needs(0) ? try xlogySlope(g, x, y) : nil, s.needs(1) ? try Calc.div(Calc.mul(g, x), y) : nil)
    }
  }

  private static func number(_ o: Operand) throws -> Double {
    if case .scalar(let s) = o { return s.double }
    return 0
  }

  private static func xlogySlope(_ g: Tensor, _ x: Tensor, _ y: Tensor) throws -> Tensor {
    let flat = try logicalAnd(eq(x, .scalar(0)), le(y, .scalar(0)))
    return try Calc.drop(xlogy(g, .tensor(y)), where: flat)
  }

  public static func specialXlogy(_ input: Tensor, _ other: Operand) throws -> Tensor { try xlogy(input, other) }

  @_optimize(none)
  static func registerBinaryMath(_ r: inout Registry) {
    typealias Pair = (Tensor, Tensor) throws -> Tensor
    typealias Mixed = (Tensor, Operand) throws -> Tensor
    // Second operands above first ones or far below: no ties.
    let apart: Samples = .binary(-2, -0.2, secondLow: 0.1, secondHigh: 2, dtypes: Samples.numbers, number: nil)
    func pair(_ name: String, _ f: @escaping Pair, _ doc: String, _ inplace: InplaceForm, _ samples: Samples) {
      r.add("\(name)(input, other)", f, doc, inplace: inplace, samples: samples)
    }
    func mixed(_ name: String, _ f: @escaping Mixed, _ doc: String, _ inplace: InplaceForm, _ samples: Samples) {
      r.add("\(name)(input, other)", f, doc, inplace: inplace, samples: samples)
    }
    pair("maximum", maximum, "The larger of each two elements; NaN wins.", .none, apart)
    pair("minimum", minimum, "The smaller of each two elements; NaN wins.", .none, apart)
    pair("fmax", fmax, "The larger of each two elements; NaN loses.", .none, apart)
    pair("fmin", fmin, "The smaller of each two elements; NaN loses.", .none, apart)
    let positive: Samples = .binary(0.3, 2, number: nil)
    pair("atan2", atan2, "The angle of the point (other, input), elementwise.", .direct, positive)
    pair("hypot", hypot, "`sqrt(input ** 2 + other ** 2)`, elementwise.", .direct, positive)
    mixed("copysign", copysign, "|input| with the sign of other.", .direct, .binary(avoiding: [0]))
    var division: Samples = .binary(-1.8, -0.3, secondLow: 2.2, secondHigh: 4, dtypes: Samples.numbers)
    division.bad = { m in
      let x = try m.tensor([2], 1, 4, .int64)
      let zeros = try Tensor.zeros([2], .int64)
      return [
        ([.tensor(x), .int(0)], "ZeroDivisionError"), ([.tensor(x), .tensor(zeros)], "ZeroDivisionError"),
      ]
    }
    mixed("remainder", remainder, "`input % other` with the sign of other, elementwise.", .direct, division)
    mixed("fmod", fmod, "`input % other` with the sign of input, elementwise.", .direct, division)
    division.differentiable = false
    division.twiceDifferentiable = false
    mixed("floor_divide", floorDivide, "`floor(input / other)`, elementwise.", .direct, division)
    mixed("true_divide", trueDivide, "`input / other`, elementwise.", .direct, .binary(avoiding: [0]))
    r.add(
      "rsub(input, other, *, alpha=1)", rsub, "`other - alpha * input`, elementwise.", on: .function,
      samples: .binary(dtypes: Samples.numbers, more: [.int(1)]))
    var powers: Samples = .binary(0.3, 2)
    powers.bad = { m in
      [([.tensor(try m.tensor([2], 1, 4, .int64)), .int(-1)], "Integers to negative integer powers are not allowed")]
    }
    r.add(
      "pow(input, exponent)", pow, "`input ** exponent`, elementwise.", inplace: .direct, samples: powers)
    r.add(
      "pow.base(self, exponent)", powBase, "`self ** exponent` for a number self.", on: .function,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.float(2.5), .tensor(try m.tensor([2, 3]))], [.int(2), .tensor(try m.tensor([]))]]
      })
    r.add(
      "float_power(input, exponent)", floatPower, "`input ** exponent` in float64.", inplace: .copied,
      samples: .binary(0.3, 2))
    mixed("xlogy", xlogy, "`input * log(other)`, 0 where input is 0.", .direct, .binary(0.3, 2))
    r.add(
      "special_xlogy(input, other)", specialXlogy, "`input * log(other)`, 0 where input is 0.", on: .special,
      samples: .binary(0.3, 2))
  }
}
