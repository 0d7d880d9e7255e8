// Special functions of one tensor: the error function's relatives, Bessel and Airy functions.
extension Ops {
  private typealias S = SpecialFunctions

  public static func erfinv(_ input: Tensor) throws -> Tensor {
    try mapReal("erfinv_vml_cpu", input) { S.erfinv($0) }
      .recorded("ErfinvBackward0", input, saveOutput: true) { g, s in
        Grads(try Calc.mul(g, Calc.mul(exp(square(s[0])), 0.886226925452758013649)))
      }
  }

  public static func specialErfcx(_ input: Tensor) throws -> Tensor {
    try mapReal("erfcx", input, half: false) { S.erfcx($0) }
      .recorded("SpecialErfcxBackward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        Grads(try Calc.mul(g, Calc.add(Calc.mul(Calc.mul(s[0], s[1]), 2), -1.128379167095512573896)))
      }
  }

  public static func specialNdtr(_ input: Tensor) throws -> Tensor {
    try mapReal("ndtr", input) { S.ndtr($0) }
      .recorded("SpecialNdtrBackward0", input, save: input) { g, s in
        Grads(try Calc.mul(g, Calc.mul(exp(Calc.mul(square(s[0]), -0.5)), 0.398942280401432677940)))
      }
  }

  public static func specialLogNdtr(_ input: Tensor) throws -> Tensor {
    try mapReal("log_ndtr", input, half: false) { S.logNdtr($0) }
      .recorded("SpecialLogNdtrBackward0", input, save: input) { g, s in
        let below = try specialErfcx(Calc.mul(s[0], -0.707106781186547524401))
        return Grads(try Calc.div(Calc.mul(g, 0.797884560802865355880), below))
      }
  }

  public static func specialNdtri(_ input: Tensor) throws -> Tensor {
    try mapReal("ndtri", input, half: false) { S.ndtri($0) }
      .recorded("SpecialNdtriBackward0", input, saveOutput: true) { g, s in
        Grads(try Calc.mul(g, Calc.mul(exp(Calc.mul(square(s[0]), 0.5)), 2.506628274631000502416)))
      }
  }

  public static func specialEntr(_ input: Tensor) throws -> Tensor {
    try mapReal("entr", input) { S.entr($0) }
      .recorded("SpecialEntrBackward0", input, save: input) { g, s in
        Grads(try Calc.mul(g, Calc.rsub(-1, log(s[0]))))
      }
  }

  /// `sin(π x) / (π x)`, 1 at 0.
  public static func sinc(_ input: Tensor) throws -> Tensor {
    if input.dtype.isComplex {
      let p = try Calc.mul(input, Double.pi)
      let zero = try eq(input, .scalar(0))
      let safe = try maskedFill(p, zero, .scalar(1))
      return try maskedFill(Calc.div(sin(p), safe), zero, .scalar(1))
    }
    return try mapReal("sinc_cpu", input) { S.sinc($0) }
      .recorded("SincBackward0", input, save: input) { g, s in
        let x = try s[0]
        let p = try Calc.mul(x, Double.pi)
        let above = try Calc.sub(Calc.mul(cos(p), p), sin(p))
        return Grads(
          try Calc.drop(Calc.mul(g, Calc.div(above, Calc.mul(x, p))), where: eq(x, .scalar(0))))
      }
  }

  /// `log(x / (1 - x))`; with `eps`, of x limited to [eps, 1 - eps].
  public static func logit(_ input: Tensor, _ eps: Double?) throws -> Tensor {
    let low = eps ?? -1
    let bounded = low >= 0
    let out = try mapReal("logit_cpu", input) { x in
      if !bounded || x.isNaN { return S.logit(x) }
      return S.logit(x < low ? low : x > 1 - low ? 1 - low : x)
    }
    return out.recorded("LogitBackward0", input, save: input) { g, s in
      let x = try s[0]
      let slope = try Calc.div(g, Calc.mul(x, Calc.rsub(1, x)))
      let (from, to) = bounded ? (low, 1 - low) : (0, 1)
      let inside = try logicalAnd(ge(x, .scalar(.float(from))), le(x, .scalar(.float(to))))
      return Grads(try `where`(inside, .tensor(slope), .scalar(.float(bounded ? 0 : .nan))))
    }
  }
  public static func specialLogit(_ input: Tensor, _ eps: Double?) throws -> Tensor { try logit(input, eps) }

  // MARK: modified Bessel functions of the first kind

  public static func i0(_ input: Tensor) throws -> Tensor {
    try mapReal("i0_vml_cpu", input) { Bessel.i(0, $0) }
      .recorded("I0Backward0", input, save: input) { g, s in Grads(try Calc.mul(g, specialI1(s[0]))) }
  }

  public static func specialI0e(_ input: Tensor) throws -> Tensor {
    try mapReal("i0e", input) { Bessel.scaledI(0, $0) }
      .recorded("SpecialI0EBackward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        return Grads(try Calc.mul(g, Calc.sub(specialI1e(x), Calc.mul(sgn(x), s[1]))))
      }
  }

  public static func specialI1(_ input: Tensor) throws -> Tensor {
    try mapReal("i1", input) { Bessel.i(1, $0) }
      .recorded("SpecialI1Backward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        let slope = try Calc.sub(i0(x), Calc.div(s[1], x))
        return Grads(try Calc.mul(g, halfAtZero(slope, x)))
      }
  }

  public static func specialI1e(_ input: Tensor) throws -> Tensor {
    try mapReal("i1e", input) { Bessel.scaledI(1, $0) }
      .recorded("SpecialI1EBackward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        let slope = try Calc.sub(specialI0e(x), Calc.mul(s[1], Calc.add(sgn(x), reciprocal(x))))
        return Grads(try Calc.mul(g, halfAtZero(slope, x)))
      }
  }

  private static func halfAtZero(_ slope: Tensor, _ x: Tensor) throws -> Tensor {
    try `where`(eq(x, .scalar(0)), .scalar(.float(0.5)), .tensor(slope))
  }

  public static func specialModifiedBesselI0(_ input: Tensor) throws -> Tensor {
    try mapReal("modified_bessel_i0_cpu", input, half: false) { Bessel.i(0, $0) }
      .recorded("SpecialModifiedBesselI0Backward0", input, save: input) { g, s in
        Grads(try Calc.mul(g, specialModifiedBesselI1(s[0])))
      }
  }

  public static func specialModifiedBesselI1(_ input: Tensor) throws -> Tensor {
    try mapReal("modified_bessel_i1_cpu", input, half: false) { Bessel.i(1, $0) }
      .recorded("SpecialModifiedBesselI1Backward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        let slope = try Calc.sub(specialModifiedBesselI0(x), Calc.div(s[1], x))
        return Grads(try Calc.mul(g, halfAtZero(slope, x)))
      }
  }

  // MARK: of the second kind

  public static func specialModifiedBesselK0(_ input: Tensor) throws -> Tensor {
    try mapReal("modified_bessel_k0_cpu", input, half: false) { Bessel.k(0, $0, scaled: false) }
      .recorded("SpecialModifiedBesselK0Backward0", input, save: input) { g, s in
        Grads(try neg(Calc.mul(g, specialModifiedBesselK1(s[0]))))
      }
  }

  public static func specialModifiedBesselK1(_ input: Tensor) throws -> Tensor {
    try mapReal("modified_bessel_k1_cpu", input, half: false) { Bessel.k(1, $0, scaled: false) }
      .recorded("SpecialModifiedBesselK1Backward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        return Grads(try neg(Calc.mul(g, Calc.add(specialModifiedBesselK0(x), Calc.div(s[1], x)))))
      }
  }

  public static func specialScaledModifiedBesselK0(_ input: Tensor) throws -> Tensor {
    try mapReal("scaled_modified_bessel_k0_cpu", input, half: false) { Bessel.k(0, $0, scaled: true) }
  }

  public static func specialScaledModifiedBesselK1(_ input: Tensor) throws -> Tensor {
    try mapReal("scaled_modified_bessel_k1_cpu", input, half: false) { Bessel.k(1, $0, scaled: true) }
  }

  // MARK: ordinary Bessel functions, Airy

  public static func specialBesselJ0(_ input: Tensor) throws -> Tensor {
    try mapReal("bessel_j0_cpu", input, half: false) { Bessel.j(0, $0) }
      .recorded("SpecialBesselJ0Backward0", input, save: input) { g, s in
        Grads(try neg(Calc.mul(g, specialBesselJ1(s[0]))))
      }
  }

  public static func specialBesselJ1(_ input: Tensor) throws -> Tensor {
    try mapReal("bessel_j1_cpu", input, half: false) { Bessel.j(1, $0) }
      .recorded("SpecialBesselJ1Backward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        let slope = try Calc.sub(specialBesselJ0(x), Calc.div(s[1], x))
        return Grads(try Calc.mul(g, halfAtZero(slope, x)))
      }
  }

  public static func specialBesselY0(_ input: Tensor) throws -> Tensor {
    try mapReal("bessel_y0_cpu", input, half: false) { Bessel.y(0, $0) }
      .recorded("SpecialBesselY0Backward0", input, save: input) { g, s in
        Grads(try neg(Calc.mul(g, specialBesselY1(s[0]))))
      }
  }

  public static func specialBesselY1(_ input: Tensor) throws -> Tensor {
    try mapReal("bessel_y1_cpu", input, half: false) { Bessel.y(1, $0) }
      .recorded("SpecialBesselY1Backward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let x = try s[0]
        return Grads(try Calc.mul(g, Calc.sub(specialBesselY0(x), Calc.div(s[1], x))))
      }
  }

  public static func specialSphericalBesselJ0(_ input: Tensor) throws -> Tensor {
    try mapReal("spherical_bessel_j0_cpu", input, half: false) { Bessel.sphericalJ0($0) }
  }

  public static func specialAiryAi(_ x: Tensor) throws -> Tensor {
    let single = x.dtype != .float64
    return try mapReal("airy_ai_cpu", x, half: false) { Bessel.airy($0, single: single) }
  }

  @_optimize(none)
  static func registerSpecialFunctions(_ r: inout Registry) {
    typealias F = (Tensor) throws -> Tensor
    func special(_ name: String, _ f: @escaping F, _ doc: String, _ samples: Samples) {
      r.add("special_\(name)(input)", f, doc, on: .special, samples: samples)
    }
    let inner: Samples = .unary(-0.8, 0.8)
    let unit: Samples = .unary(0.2, 0.8)
    let positive: Samples = .unary(0.3, 4)
    let away: Samples = .unary(-3, 3, avoiding: [0])
    r.add("erfinv(input)", erfinv, "The inverse of erf, elementwise.", inplace: .copied, samples: inner)
    r.add("sinc(input)", sinc, "`sin(π input) / (π input)`, 1 at 0.", inplace: .copied, samples: away)
    r.add("i0(input)", i0, "Modified Bessel function of order 0.", inplace: .copied, samples: away)
    r.add(
      "logit(input, eps=None)", logit, "`log(input / (1 - input))`, of the input limited to [eps, 1 - eps].",
      inplace: .copied, samples: .unary(0.2, 0.8, more: [.float(0.05)]))
    r.add(
      "special_logit(input, eps=None)", specialLogit, "`log(input / (1 - input))`, of the input limited to [eps, 1 - eps].",
      on: .special, samples: .unary(0.2, 0.8, more: [.none]))
    special("erfcx", specialErfcx, "`exp(input ** 2) * erfc(input)`.", away)
    special("ndtr", specialNdtr, "The standard normal distribution function.", away)
    special("log_ndtr", specialLogNdtr, "Logarithm of the standard normal distribution function.", away)
    special("ndtri", specialNdtri, "The inverse of `ndtr`.", unit)
    special("entr", specialEntr, "`-input * log(input)`, 0 at 0, -inf below.", positive)
    special("i0e", specialI0e, "`exp(-|input|) * i0(input)`.", away)
    special("i1", specialI1, "Modified Bessel function of order 1.", away)
    special("i1e", specialI1e, "`exp(-|input|) * i1(input)`.", away)
    special("modified_bessel_i0", specialModifiedBesselI0, "Modified Bessel function I of order 0.", away)
    special("modified_bessel_i1", specialModifiedBesselI1, "Modified Bessel function I of order 1.", away)
    special("modified_bessel_k0", specialModifiedBesselK0, "Modified Bessel function K of order 0.", positive)
    special("modified_bessel_k1", specialModifiedBesselK1, "Modified Bessel function K of order 1.", positive)
    special(
      "scaled_modified_bessel_k0", specialScaledModifiedBesselK0, "`exp(input)` times the Bessel function K of order 0.",
      positive.withoutGradients)
    special(
      "scaled_modified_bessel_k1", specialScaledModifiedBesselK1, "`exp(input)` times the Bessel function K of order 1.",
      positive.withoutGradients)
    special("bessel_j0", specialBesselJ0, "Bessel function J of order 0.", away)
    special("bessel_j1", specialBesselJ1, "Bessel function J of order 1.", away)
    special("bessel_y0", specialBesselY0, "Bessel function Y of order 0.", positive)
    special("bessel_y1", specialBesselY1, "Bessel function Y of order 1.", positive)
    special(
      "spherical_bessel_j0", specialSphericalBesselJ0, "`sin(input) / input`, 1 at 0.", away.withoutGradients)
    r.add(
      "special_airy_ai(x)", specialAiryAi, "The Airy function Ai.", on: .special, samples: away.withoutGradients)
  }
}
