#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Special functions of real numbers in double precision.
enum SpecialFunctions {
  private static let rootPi = 1.772453850905516027298167483341145183

  // MARK: error function and normal distribution

  /// e^(x²) erfc(x).
  static func erfcx(_ x: Double) -> Double {
    if x < -26.7 { return .infinity }
    if x < 12 {
      let square = x * x
      let rest = (-square).addingProduct(x, x)
      return exp(square) * (1 + rest) * erfc(x)
    }
    if x > 1e8 { return 1 / (x * rootPi) }
    var term = 1.0
    var sum = 1.0
    var k = 1.0
    let q = 1 / (2 * x * x)
    while k < 40 {
      term *= -(2 * k - 1) * q
      sum += term
      if Swift.abs(term) < 1e-17 { break }
      k += 1
    }
    return sum / (x * rootPi)
  }

  /// The y with erfc(y) = q, by Halley's iteration from a closed approximation.
  private static func inverseErfc(_ q: Double) -> Double {
    if q == 1 { return 0 }
    // Symmetric: erfc(-y) = 2 - erfc(y).
    if q > 1 { return -inverseErfc(2 - q) }
    let l = log(q * (2 - q))
    let t = 2 / (Double.pi * 0.147) + l / 2
    var y = ((t * t - l / 0.147).squareRoot() - t).squareRoot()
    for _ in 0..<8 {
      let u = (erfc(y) - q) * -0.5 * rootPi * exp(y * y)
      let step = u / (1 + y * u)
      if !step.isFinite { break }
      y -= step
      if Swift.abs(step) <= 1e-16 * Swift.abs(y) { break }
    }
    return y
  }

  static func erfinv(_ x: Double) -> Double {
    if !(Swift.abs(x) <= 1) { return .nan }
    if Swift.abs(x) == 1 { return x * .infinity }
    if Swift.abs(x) < 0.5 {
      // erf itself is the more exact one here.
      let l = log1p(-x * x)
      let t = 2 / (Double.pi * 0.147) + l / 2
      var y = copysign(((t * t - l / 0.147).squareRoot() - t).squareRoot(), x)
      if Swift.abs(x) < 1e-8 { return x * rootPi / 2 }
      for _ in 0..<4 {
        let u = (erf(y) - x) * 0.5 * rootPi * exp(y * y)
        y -= u / (1 + y * u)
      }
      return y
    }
    return x > 0 ? inverseErfc(1 - x) : -inverseErfc(1 + x)
  }

  static func ndtr(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  static func logNdtr(_ x: Double) -> Double {
    let t = x * 0.5.squareRoot()
    if x < -1 { return log(erfcx(-t) / 2) - t * t }
    return log1p(-erfc(t) / 2)
  }

  static func ndtri(_ p: Double) -> Double {
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if !(p > 0 && p < 1) { return .nan }
    return -2.0.squareRoot() * inverseErfc(2 * p)
  }

  static func entr(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x > 0 ? -x * log(x) : x == 0 ? 0 : -.infinity
  }

  static func sinc(_ x: Double) -> Double {
    if x == 0 { return 1 }
    let p = Double.pi * x
    return sin(p) / p
  }

  static func logit(_ x: Double) -> Double { log(x / (1 - x)) }

  static func logAddExp(_ a: Double, _ b: Double) -> Double {
    if a.isInfinite && a == b { return a }
    return Swift.max(a, b) + log1p(exp(-Swift.abs(a - b)))
  }

  static func logAddExp2(_ a: Double, _ b: Double) -> Double {
    if a.isInfinite && a == b { return a }
    return Swift.max(a, b) + log1p(exp2(-Swift.abs(a - b))) * 1.442695040888963407359924681001892137
  }

  static func xlog1py(_ x: Double, _ y: Double) -> Double {
    if y.isNaN { return .nan }
    return x == 0 ? 0 : x * log1p(y)
  }

  static func heaviside(_ x: Double, _ at0: Double) -> Double { x == 0 ? at0 : x < 0 ? 0 : 1 }

  // MARK: incomplete gamma functions

  /// P(a, x) or, `upper`, Q(a, x) = 1 - P(a, x).
  static func incompleteGamma(_ a: Double, _ x: Double, upper: Bool) -> Double {
    if a < 0 || x < 0 { return .nan }
    if a == 0 { return x > 0 ? (upper ? 0 : 1) : .nan }
    if x == 0 { return upper ? 1 : 0 }
    if a.isInfinite { return x.isInfinite ? .nan : upper ? 1 : 0 }
    if x.isInfinite { return upper ? 0 : 1 }
    // As PyTorch, NaN counts only where the other argument does not settle the value.
    if a.isNaN || x.isNaN { return .nan }
    if x < a + 1 {
      let p = prefix(a, x) * lowerSeries(a, x)
      return upper ? 1 - p : p
    }
    let q = prefix(a, x) * a * upperFraction(a, x)
    return upper ? q : 1 - q
  }

  /// x^a e^-x / Γ(a + 1), without the cancellation between its large factors.
  private static func prefix(_ a: Double, _ x: Double) -> Double {
    if a < 12 { return exp(a * log(x) - x - lgamma(a + 1)) }
    let d = (x - a) / a
    let i = 1 / a
    let correction = i * (1.0 / 12 - i * i * (1.0 / 360 - i * i * (1.0 / 1260 - i * i / 1680)))
    let exponent = d < -0.5 || d > 4 ? a * (log(x / a) - d) : a * logMinus(d)
    return exp(exponent - correction) / (2 * Double.pi * a).squareRoot()
  }

  /// log(1 + d) - d.
  private static func logMinus(_ d: Double) -> Double {
    if Swift.abs(d) > 0.1 { return log1p(d) - d }
    var power = -d * d
    var sum = power / 2
    var k = 3.0
    while k < 40 {
      power *= -d
      let term = power / k
      sum += term
      if Swift.abs(term) < Swift.abs(sum) * 1e-17 { break }
      k += 1
    }
    return sum
  }

  /// Σ x^k / ((a + 1) … (a + k)).
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var k = 1.0
    while k < 200_000 {
      term *= x / (a + k)
      sum += term
      if term < sum * 1e-17 { break }
      k += 1
    }
    return sum
  }

  /// Legendre's continued fraction of Γ(a, x) x^-a e^x, by Lentz's method.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (b == 0 ? tiny : b)
    var h = d
    var k = 1.0
    while k < 200_000 {
      let n = -k * (k - a)
      b += 2
      d = n * d + b
      if Swift.abs(d) < tiny { d = tiny }
      c = b + n / c
      if Swift.abs(c) < tiny { c = tiny }
      d = 1 / d
      let step = d * c
      h *= step
      if Swift.abs(step - 1) < 1e-16 { break }
      k += 1
    }
    return h
  }

  // MARK: zeta

  static func zeta(_ s: Double, _ q: Double) -> Double {
    if s == 1 { return .infinity }
    if !(s > 1) { return .nan }
    return hurwitzZeta(s, q)
  }

  /// ζ(s, q) = Σ (q + k)⁻ˢ for s > 1, by Euler–Maclaurin summation after enough direct terms.
  static func hurwitzZeta(_ s: Double, _ q: Double) -> Double {
    if q <= 0 {
      if q == q.rounded(.down) { return .infinity }
      if s != s.rounded(.down) { return .nan }
    }
    if q.isNaN || q == -.infinity { return .nan }
    if q == .infinity { return 0 }
    var a = q
    var sum = 0.0
    var terms = 0
    while a < 12 && terms < 100_000 {
      sum += pow(a, -s)
      a += 1
      terms += 1
    }
    // Bernoulli numbers B2, B4, … over (2k)!.
    let coefficients: InlineArray<8, Double> = [
      1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1_209_600, 1.0 / 47_900_160, -691.0 / 1_307_674_368_000,
      1.0 / 74_724_249_600, -3617.0 / 10_670_622_842_880_000,
    ]
    let tail = pow(a, -s)
    if tail == 0 { return sum }
    sum += tail * a / (s - 1) + 0.5 * tail
    var rising = s
    var power = tail / a
    for k in 0..<8 {
      sum += coefficients[k] * rising * power
      rising *= (s + Double(2 * k + 1)) * (s + Double(2 * k + 2))
      power /= a * a
    }
    return sum
  }
}
