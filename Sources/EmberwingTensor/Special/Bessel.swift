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
    if a.isInfinite { return sign * .infinity }
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

  static func j(_ order: Int, _ x: Double) -> Double { order == 0 ? j0(x) : j1(x) }

  static func y(_ order: Int, _ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    return order == 0 ? y0(x) : y1(x)
  }

  /// sin(x) / x.
  static func sphericalJ0(_ x: Double) -> Double {
    if x.isInfinite { return 0 }
    if Swift.abs(x) < 1e-4 { return 1 - x * x / 6 }
    return sin(x) / x
  }

  // MARK: Airy

  static func airy(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.isInfinite { return 0 }
    let r = Swift.abs(x).squareRoot()
    let zeta = 2 * Swift.abs(x) * r / 3
    if x > 1 {
      return (x / 3).squareRoot() / Double.pi * exp(-zeta) * scaledK(1.0 / 3, zeta)
    }
    if x > -7.5 { return airySeries(x) }
    // Ai(-z) = π^-1/2 z^-1/4 (cos(ζ - π/4) P(ζ) + sin(ζ - π/4) Q(ζ)), the terms of its expansion alternating in pairs.
    var u = 1.0
    var even = 1.0
    var odd = 0.0
    var k = 1.0
    while k < 60 {
      let next = u * (6 * k - 5) * (6 * k - 3) * (6 * k - 1) / ((2 * k - 1) * 216 * k * zeta)
      if next > u { break }
      u = next
      let sign: Double = Int(k) / 2 % 2 == 0 ? 1 : -1
      if Int(k) % 2 == 0 { even += sign * u } else { odd += sign * u }
      if u < 1e-17 { break }
      k += 1
    }
    let phase = zeta - Double.pi / 4
    return (cos(phase) * even + sin(phase) * odd) / (Double.pi.squareRoot() * r.squareRoot())
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
