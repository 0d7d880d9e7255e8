#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bessel and Airy functions in double precision: power series near 0, asymptotic series far away, and the trapezoidal
/// rule on integrals that it sums to the last digit between.
enum Bessel {
  private static let euler = 0.577215664901532860606512090082402431

  // MARK: modified, first kind

  /// e^-|x| I_order(x) of order 0 or 1.
  static func scaledI(_ order: Int, _ x: Double) -> Double {
    if x.isNaN { return x }
    let a = Swift.abs(x)
    let sign: Double = order == 1 && x < 0 ? -1 : 1
    if a.isInfinite { return 0 }
    if a <= 24 { return sign * exp(-a) * series(order, a) }
    return sign * asymptotic(order, a, -1) / (2 * Double.pi * a).squareRoot()
  }

  static func i(_ order: Int, _ x: Double) -> Double {
    if x.isNaN { return x }
    let a = Swift.abs(x)
    let sign: Double = order == 1 && x < 0 ? -1 : 1
    // PyTorch's product of an infinite exponential with an infinitely small factor.
    if a.isInfinite { return .nan }
    if a <= 24 { return sign * series(order, a) }
    // Two steps: e^a may overflow where the quotient does not.
    let half = exp(a / 2)
    return sign * half * (asymptotic(order, a, -1) / (2 * Double.pi * a).squareRoot()) * half
  }

  /// Σ (x²/4)^k / (k! (k + order)!) (x/2)^order: all terms positive.
  private static func series(_ order: Int, _ x: Double) -> Double {
    let q = x * x / 4
    var term = order == 0 ? 1 : x / 2
    var sum = term
    var k = 1.0
    while k < 500 {
      term *= q / (k * (k + Double(order)))
      sum += term
      if term < sum * 1e-17 { break }
      k += 1
    }
    return sum
  }

  /// Σ (sign)^k a_k(order) / x^k of Hankel's expansion, to its smallest term.
  private static func asymptotic(_ order: Int, _ x: Double, _ sign: Double) -> Double {
    let mu = Double(4 * order * order)
    var term = 1.0
    var sum = 1.0
    var k = 1.0
    while k < 200 {
      let odd = 2 * k - 1
      let next = term * sign * (mu - odd * odd) / (8 * k * x)
      if Swift.abs(next) > Swift.abs(term) { break }
      term = next
      sum += term
      if Swift.abs(term) < 1e-17 { break }
      k += 1
    }
    return sum
  }

  // MARK: modified, second kind

  /// e^x K_order(x) for any real order: ∫ exp(-x (cosh t - 1)) cosh(order t) dt over t >= 0.
  static func scaledK(_ order: Double, _ x: Double) -> Double {
    let h = Swift.min(0.125, 0.6 / x.squareRoot())
    var sum = 0.5
    var t = h
    while t < 40 {
      let s = sinh(t / 2)
      let exponent = 2 * x * s * s - order * t
      if exponent > 45 { break }
      sum += exp(-2 * x * s * s) * cosh(order * t)
      t += h
    }
    return sum * h
  }

  static func k(_ order: Int, _ x: Double, scaled: Bool) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return .infinity }
    if x.isInfinite { return 0 }
    if x > 2 { return scaled ? scaledK(Double(order), x) : exp(-x) * scaledK(Double(order), x) }
    // K0 = Σ (x²/4)^k / k!² (H_k - ln(x/2) - γ); K1 follows from the Wronskian I0 K1 + I1 K0 = 1/x.
    let q = x * x / 4
    let log0 = -log(x / 2) - euler
    var term = 1.0
    var harmonic = 0.0
    var sum = log0
    var n = 1.0
    while n < 60 {
      term *= q / (n * n)
      harmonic += 1 / n
      let d = term * (log0 + harmonic)
      sum += d
      if Swift.abs(d) < Swift.abs(sum) * 1e-17 && term < 1e-17 { break }
      n += 1
    }
    var value = sum
    if order == 1 { value = x < 1e-150 ? 1 / x : (1 / x - series(1, x) * sum) / series(0, x) }
    return scaled ? exp(x) * value : value
  }

  // MARK: ordinary

  static func j(_ order: Int, _ x: Double) -> Double {
    let a = Swift.abs(x)
    if a.isNaN || a.isInfinite { return .nan }
    let sign: Double = order == 1 && x < 0 ? -1 : 1
    if a <= 5 {
      let t = (2 * a * a - 25) / 25
      return order == 0 ? BesselSeries.value(BesselSeries.nearJ0, t) : x * BesselSeries.value(BesselSeries.nearJ1, t)
    }
    let (p, q, phase) = wave(order, a)
    return sign * (p * cos(phase) - q * sin(phase)) * (2 / (Double.pi * a)).squareRoot()
  }

  static func y(_ order: Int, _ x: Double) -> Double {
    if x.isNaN || x < 0 || x.isInfinite { return .nan }
    if x == 0 { return -.infinity }
    if x <= 5 {
      let t = (2 * x * x - 25) / 25
      if order == 0 { return BesselSeries.value(BesselSeries.nearY0, t) + 2 / Double.pi * log(x) * j(0, x) }
      return x * BesselSeries.value(BesselSeries.nearY1, t) + 2 / Double.pi * (j(1, x) * log(x) - 1 / x)
    }
    let (p, q, phase) = wave(order, x)
    return (p * sin(phase) + q * cos(phase)) * (2 / (Double.pi * x)).squareRoot()
  }

  /// The moduli of cosine and sine, and the phase, of order 0 or 1 for x > 5.
  private static func wave(_ order: Int, _ x: Double) -> (Double, Double, Double) {
    let t = 50 / (x * x) - 1
    let p = BesselSeries.value(order == 0 ? BesselSeries.farP0 : BesselSeries.farP1, t)
    let q = BesselSeries.value(order == 0 ? BesselSeries.farQ0 : BesselSeries.farQ1, t) * 5 / x
    return (p, q, x - (order == 0 ? 0.25 : 0.75) * Double.pi)
  }

  /// sin(x) / x.
  static func sphericalJ0(_ x: Double) -> Double {
    if x.isInfinite { return 0 }
    if Swift.abs(x) < 1e-4 { return 1 - x * x / 6 }
    return sin(x) / x
  }

  // MARK: Airy

  /// Ai(x). Of single precision, the phase is computed in it, as PyTorch does: far from 0 that decides the value.
  static func airy(_ x: Double, single: Bool) -> Double {
    if x.isNaN || x.isInfinite { return .nan }
    let r = Swift.abs(x).squareRoot()
    let zeta = 2 * Swift.abs(x) * r / 3
    if x > 103.892 { return 0 }
    if x > 1 {
      return (x / 3).squareRoot() / Double.pi * exp(-zeta) * scaledK(1.0 / 3, zeta)
    }
    if x >= -2.09 { return airySeries(x) }
    // Ai(-z) = π^-1/2 z^-1/4 (sin(ζ + π/4) F - cos(ζ + π/4) G / ζ).
    let edge = 2 * 2.09 * 2.09.squareRoot() / 3
    let t = 2 * (edge / zeta) * (edge / zeta) - 1
    let f = BesselSeries.value(BesselSeries.airyF, t)
    let g = BesselSeries.value(BesselSeries.airyG, t) / zeta
    var phase = zeta + Double.pi / 4
    if single {
      let a = Float(x)
      phase = Double(-2 * a * (-a).squareRoot() / 3 + 0.25 * Float(Double.pi))
    }
    return (sin(phase) * f - cos(phase) * g) / (Double.pi * r).squareRoot()
  }

  /// c1 Σ … - c2 Σ …, the two solutions of y'' = x y.
  private static func airySeries(_ x: Double) -> Double {
    let cube = x * x * x
    var (f, g) = (1.0, x)
    var (sumF, sumG) = (1.0, x)
    var k = 1.0
    while k < 120 {
      f *= cube / ((3 * k - 1) * (3 * k))
      g *= cube / ((3 * k) * (3 * k + 1))
      sumF += f
      sumG += g
      if Swift.abs(f) < 1e-18 && Swift.abs(g) < 1e-18 { break }
      k += 1
    }
    return 0.355028053887817239260063186004 * sumF - 0.258819403792806798405183560189 * sumG
  }
}
