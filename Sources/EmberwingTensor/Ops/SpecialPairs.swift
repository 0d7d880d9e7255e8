// Special functions of two tensors: logarithms of sums, incomplete gamma and zeta functions, orthogonal polynomials.
extension Ops {
  private typealias S = SpecialFunctions

  /// `log(exp(input) + exp(other))` without overflow.
  public static func logaddexp(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let out: Tensor
    let type = Promotion.of(input, .tensor(other))
    if type.isComplex {
      out = try binaryData(
        ComplexKernels.logAddExp(type), input, .tensor(other), dtype: type, compute: type, produced: type, 0, 0, 0)
    } else {
      out = try mapReal("logaddexp_cpu", input, .tensor(other), integers: false) { S.logAddExp($0, $1) }
    }
    return out.recorded("LogaddexpBackward0", input, other, saveA: input, saveB: other, holomorphic: true) { g, s in
      let (a, b) = (try s[0], try s[1])
      return Grads(
        s.needs(0) ? try Calc.div(g, Calc.add(exp(Calc.sub(b, a)), 1)) : nil,
        s.needs(1) ? try Calc.div(g, Calc.add(exp(Calc.sub(a, b)), 1)) : nil)
    }
  }

  /// `log2(2 ** input + 2 ** other)` without overflow.
  public static func logaddexp2(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try mapReal("logaddexp2_cpu", input, .tensor(other), integers: false) { S.logAddExp2($0, $1) }
      .recorded("Logaddexp2Backward0", input, other, saveA: input, saveB: other) { g, s in
        let (a, b) = (try s[0], try s[1])
        return Grads(
          s.needs(0) ? try Calc.div(g, Calc.add(exp2(Calc.sub(b, a)), 1)) : nil,
          s.needs(1) ? try Calc.div(g, Calc.add(exp2(Calc.sub(a, b)), 1)) : nil)
      }
  }

  public static func specialXlog1py(_ input: Tensor, _ other: Operand) throws -> Tensor {
    let second = try other.asTensor()
    return try mapReal("xlog1py", input, other) { S.xlog1py($0, $1) }
      .recorded("SpecialXlog1PyBackward0", input, other.tensor, saveA: input, saveB: second) { g, s in
        let (x, y) = (try s[0], try s[1])
        let flat = try logicalAnd(eq(x, .scalar(0)), le(y, .scalar(-1)))
        return Grads(
          s.needs(0) ? try Calc.drop(Calc.mul(g, log1p(y)), where: flat) : nil,
          s.needs(1) ? try Calc.div(Calc.mul(g, x), Calc.add(y, 1)) : nil)
      }
  }

  /// Hurwitz' ζ(input, other) = Σ (other + k) ** -input.
  public static func specialZeta(_ input: Tensor, _ other: Operand) throws -> Tensor {
    let second = try other.asTensor()
    return try mapReal("zeta", input, other, half: false) { S.zeta($0, $1) }
      .recorded("SpecialZetaBackward0", input, other.tensor, saveA: input, saveB: second) { g, s in
        if s.needs(0) { throw missingDerivative("zeta") }
        let x = try s[0]
        return Grads(nil, try neg(Calc.mul(g, Calc.mul(x, specialZeta(Calc.add(x, 1), .tensor(s[1]))))))
      }
  }

  // MARK: incomplete gamma functions

  private static func gammaFunction(
    _ a: Tensor, _ x: Tensor, upper: Bool, _ name: String, _ node: String
  ) throws -> Tensor {
    try mapReal("\(name)_cpu", a, .tensor(x), integers: false) { S.incompleteGamma($0, $1, upper: upper) }
      .recorded(node, a, x, saveA: a, saveB: x) { g, s in
        if s.needs(0) { throw missingDerivative("\(name): input") }
        let (a, x) = (try s[0], try s[1])
        let density = try exp(Calc.sub(Calc.sub(Calc.mul(Calc.add(a, -1), log(x)), x), lgamma(a)))
        let slope = try Calc.mul(g, density)
        return Grads(nil, upper ? try neg(slope) : slope)
      }
  }

  public static func igamma(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try gammaFunction(input, other, upper: false, "igamma", "IgammaBackward0")
  }
  public static func igammac(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    try gammaFunction(input, other, upper: true, "igammac", "IgammacBackward0")
  }
  public static func specialGammainc(_ input: Tensor, _ other: Tensor) throws -> Tensor { try igamma(input, other) }
  public static func specialGammaincc(_ input: Tensor, _ other: Tensor) throws -> Tensor { try igammac(input, other) }

  /// Logarithm of the gamma function of `p` dimensions: p(p-1)/4 log π + Σ lgamma(input - j/2).
  public static func mvlgamma(_ input: Tensor, _ p: Int) throws -> Tensor {
    if p < 1 { throw EmberwingError.runtime("p has to be greater than or equal to 1") }
    if p > 1_000_000 { throw EmberwingError.notImplemented("mvlgamma: p of \(p)") }
    if input.dtype.isComplex { throw unsupported("mvlgamma", input.dtype) }
    let x = input.dtype.isIntegral ? try to(input, DefaultDType.current) : input
    let steps = try Calc.mul(arange(0, .int(Int64(p)), 1, x.dtype), -0.5)
    let sum = try Ops.sum(lgamma(Calc.add(unsqueeze(x, -1), steps)), [-1], false, nil)
    return try Calc.add(sum, Double(p) * Double(p - 1) / 4 * 1.144729885849400174143427351353058712)
  }
  public static func specialMultigammaln(_ input: Tensor, _ p: Int) throws -> Tensor { try mvlgamma(input, p) }
  public static func specialPolygamma(_ n: Int, _ input: Tensor) throws -> Tensor { try polygamma(n, input) }

  // MARK: orthogonal polynomials

  private static func polynomial(
    _ name: String, _ x: Tensor, _ n: Operand, _ f: (Double, Double) -> Double
  ) throws -> Tensor {
    // A degree counts without its fraction.
    try mapReal("\(name)_cpu", x, n, half: false) { f($0, $1.rounded(.towardZero)) }
  }

  public static func specialChebyshevPolynomialT(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("chebyshev_polynomial_t", input, n) { Polynomial.chebyshevT($0, $1) }
  }
  public static func specialChebyshevPolynomialU(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("chebyshev_polynomial_u", input, n) { Polynomial.chebyshevU($0, $1) }
  }
  public static func specialChebyshevPolynomialV(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("chebyshev_polynomial_v", input, n) { Polynomial.chebyshevV($0, $1) }
  }
  public static func specialChebyshevPolynomialW(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("chebyshev_polynomial_w", input, n) { Polynomial.chebyshevW($0, $1) }
  }
  public static func specialShiftedChebyshevPolynomialT(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("shifted_chebyshev_polynomial_t", input, n) { Polynomial.shiftedT($0, $1) }
  }
  public static func specialShiftedChebyshevPolynomialU(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("shifted_chebyshev_polynomial_u", input, n) { Polynomial.shiftedU($0, $1) }
  }
  public static func specialShiftedChebyshevPolynomialV(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("shifted_chebyshev_polynomial_v", input, n) { Polynomial.shiftedV($0, $1) }
  }
  public static func specialShiftedChebyshevPolynomialW(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("shifted_chebyshev_polynomial_w", input, n) { Polynomial.shiftedW($0, $1) }
  }

  /// Beyond this degree PyTorch gives NaN: the values leave the range of the dtype.
  private static func hermiteLimit(_ x: Tensor, _ n: Operand) -> Double {
    Promotion.of(x, n) == .float64 ? 512 : 128
  }
  public static func specialHermitePolynomialH(_ input: Tensor, _ n: Operand) throws -> Tensor {
    let limit = hermiteLimit(input, n)
    return try polynomial("hermite_polynomial_h", input, n) { $1 > limit ? .nan : Polynomial.hermiteH($0, $1) }
  }
  public static func specialHermitePolynomialHe(_ input: Tensor, _ n: Operand) throws -> Tensor {
    let limit = hermiteLimit(input, n)
    return try polynomial("hermite_polynomial_he", input, n) { $1 > limit ? .nan : Polynomial.hermiteHe($0, $1) }
  }
  public static func specialLaguerrePolynomialL(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("laguerre_polynomial_l", input, n) { Polynomial.laguerreL($0, $1) }
  }
  public static func specialLegendrePolynomialP(_ input: Tensor, _ n: Operand) throws -> Tensor {
    try polynomial("legendre_polynomial_p", input, n) { Polynomial.legendreP($0, $1) }
  }

  // MARK: rows

  @_optimize(none)
  static func registerSpecialPairs(_ r: inout Registry) {
    typealias Mixed = (Tensor, Operand) throws -> Tensor
    let two: Samples = .binary(0.3, 2, number: nil)
    r.add(
      "logaddexp(input, other)", logaddexp, "`log(exp(input) + exp(other))` without overflow.", samples: two)
    r.add(
      "logaddexp2(input, other)", logaddexp2, "`log2(2 ** input + 2 ** other)` without overflow.", samples: two)
    r.add(
      "special_xlog1py(input, other)", specialXlog1py, "`input * log1p(other)`, 0 where input is 0.", on: .special,
      samples: .binary(0.3, 2))
    let second = Samples.binary(1.5, 4, number: nil).constant([0])
    r.add(
      "special_zeta(input, other)", specialZeta, "Hurwitz' zeta function `Σ (other + k) ** -input`.", on: .special,
      samples: second)
    r.add(
      "igamma(input, other)", igamma, "The regularised lower incomplete gamma function P(input, other).",
      inplace: .copied, samples: second)
    r.add(
      "igammac(input, other)", igammac, "The regularised upper incomplete gamma function Q(input, other).",
      inplace: .copied, samples: second)
    r.add(
      "special_gammainc(input, other)", specialGammainc, "The regularised lower incomplete gamma function.",
      on: .special, samples: second)
    r.add(
      "special_gammaincc(input, other)", specialGammaincc, "The regularised upper incomplete gamma function.",
      on: .special, samples: second)
    var several: Samples = .unary(2.5, 5, more: [.int(3)])
    several.bad = { m in [([.tensor(try m.tensor([2], 3, 4)), .int(0)], "p has to be greater than or equal to 1")] }
    let sum = "Logarithm of the gamma function of p dimensions."
    r.add("mvlgamma(input, p)", mvlgamma, sum, inplace: .copied, samples: several)
    r.add("special_multigammaln(input, p)", specialMultigammaln, sum, on: .special, samples: several)
    r.add(
      "special_polygamma(n, input)", specialPolygamma, "The n-th derivative of digamma, elementwise.", on: .special,
      samples: Samples(dtypes: Samples.floats) { m in [[.int(2), .tensor(try m.tensor([2, 3], 0.5, 4))]] })
    let degrees: Samples = .binary(-0.9, 0.9, secondLow: 0, secondHigh: 9, differentiable: false, number: 3)
    func row(_ name: String, _ f: @escaping Mixed, _ doc: String) {
      r.add("special_\(name)(input, n)", f, doc, on: .special, samples: degrees)
    }
    row("chebyshev_polynomial_t", specialChebyshevPolynomialT, "Chebyshev polynomial of the first kind of degree n.")
    row("chebyshev_polynomial_u", specialChebyshevPolynomialU, "Chebyshev polynomial of the second kind of degree n.")
    row("chebyshev_polynomial_v", specialChebyshevPolynomialV, "Chebyshev polynomial of the third kind of degree n.")
    row("chebyshev_polynomial_w", specialChebyshevPolynomialW, "Chebyshev polynomial of the fourth kind of degree n.")
    row("shifted_chebyshev_polynomial_t", specialShiftedChebyshevPolynomialT, "The first kind on [0, 1], degree n.")
    row("shifted_chebyshev_polynomial_u", specialShiftedChebyshevPolynomialU, "The second kind on [0, 1], degree n.")
    row("shifted_chebyshev_polynomial_v", specialShiftedChebyshevPolynomialV, "The third kind on [0, 1], degree n.")
    row("shifted_chebyshev_polynomial_w", specialShiftedChebyshevPolynomialW, "The fourth kind on [0, 1], degree n.")
    row("hermite_polynomial_h", specialHermitePolynomialH, "Physicists' Hermite polynomial of degree n.")
    row("hermite_polynomial_he", specialHermitePolynomialHe, "Probabilists' Hermite polynomial of degree n.")
    row("laguerre_polynomial_l", specialLaguerrePolynomialL, "Laguerre polynomial of degree n.")
    row("legendre_polynomial_p", specialLegendrePolynomialP, "Legendre polynomial of degree n.")
  }
}
