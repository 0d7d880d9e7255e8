#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Orthogonal polynomials of a degree given as a number, by their recurrences; 0 for negative degrees.
enum Polynomial {
  /// p(k + 1) = step(k, p(k), p(k - 1)) from p(0) = 1 and p(1) = `first`.
  @inline(__always)
  private static func recurrence(
    _ n: Double, _ first: Double, _ step: (_ k: Double, _ p: Double, _ before: Double) -> Double
  ) -> Double {
    if !(n >= 0) { return n.isNaN ? .nan : 0 }
    let n = n.rounded(.down)
    if n == 0 { return 1 }
    var before = 1.0
    var p = first
    var k = 1.0
    while k < n && !p.isNaN {
      (before, p) = (p, step(k, p, before))
      k += 1
    }
    return p
  }

  /// 2x p - before, which Chebyshev's four kinds share; by their trigonometric forms where the degree is large.
  @inline(__always)
  private static func chebyshev(
    _ x: Double, _ n: Double, _ first: Double, _ angle: (_ t: Double, _ n: Double) -> Double
  ) -> Double {
    if n > 64 && Swift.abs(x) < 1 { return angle(acos(x), n.rounded(.down)) }
    return recurrence(n, first) { _, p, before in 2 * x * p - before }
  }

  private static func isEven(_ n: Double) -> Bool { n.rounded(.down).remainder(dividingBy: 2) == 0 }

  static func chebyshevT(_ x: Double, _ n: Double) -> Double {
    if Swift.abs(x) == 1 && n >= 0 { return x > 0 || isEven(n) ? 1 : -1 }
    return chebyshev(x, n, x) { t, n in cos(n * t) }
  }
  static func chebyshevU(_ x: Double, _ n: Double) -> Double {
    if Swift.abs(x) == 1 && n >= 0 { return (x > 0 || isEven(n) ? 1 : -1) * (n.rounded(.down) + 1) }
    return chebyshev(x, n, 2 * x) { t, n in sin((n + 1) * t) / sin(t) }
  }
  static func chebyshevV(_ x: Double, _ n: Double) -> Double {
    if Swift.abs(x) == 1 && n >= 0 { return x > 0 ? 1 : (isEven(n) ? 1 : -1) * (2 * n.rounded(.down) + 1) }
    return chebyshev(x, n, 2 * x - 1) { t, n in cos((n + 0.5) * t) / cos(t / 2) }
  }
  static func chebyshevW(_ x: Double, _ n: Double) -> Double {
    if Swift.abs(x) == 1 && n >= 0 { return x > 0 ? 2 * n.rounded(.down) + 1 : isEven(n) ? 1 : -1 }
    return chebyshev(x, n, 2 * x + 1) { t, n in sin((n + 0.5) * t) / sin(t / 2) }
  }
  static func shiftedT(_ x: Double, _ n: Double) -> Double { chebyshevT(2 * x - 1, n) }
  static func shiftedU(_ x: Double, _ n: Double) -> Double { chebyshevU(2 * x - 1, n) }
  static func shiftedV(_ x: Double, _ n: Double) -> Double { chebyshevV(2 * x - 1, n) }
  static func shiftedW(_ x: Double, _ n: Double) -> Double { chebyshevW(2 * x - 1, n) }

  static func hermiteH(_ x: Double, _ n: Double) -> Double {
    recurrence(n, 2 * x) { k, p, before in 2 * (x * p - k * before) }
  }
  static func hermiteHe(_ x: Double, _ n: Double) -> Double {
    recurrence(n, x) { k, p, before in x * p - k * before }
  }
  static func laguerreL(_ x: Double, _ n: Double) -> Double {
    if x == 0 && n >= 0 { return 1 }
    return recurrence(n, 1 - x) { k, p, before in ((2 * k + 1 - x) * p - k * before) / (k + 1) }
  }
  static func legendreP(_ x: Double, _ n: Double) -> Double {
    if Swift.abs(x) == 1 && n >= 0 { return x > 0 || isEven(n) ? 1 : -1 }
    return recurrence(n, x) { k, p, before in ((2 * k + 1) * x * p - k * before) / (k + 1) }
  }
}
