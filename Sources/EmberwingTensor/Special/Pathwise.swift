#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Pathwise derivatives of gamma and beta variates with respect to their parameters: -(∂F/∂α) / f for the distribution
/// function F and the density f (implicit reparameterization, Figurnov, Mohamed & Mnih 2018), from series of positive
/// terms and their derivatives.
enum Pathwise {
  private static let termLimit = 20_000

  /// ψ(x) for x > 0: upwards recurrence, then the asymptotic series.
  private static func digamma(_ argument: Double) -> Double {
    if !(argument > 0) { return .nan }
    var x = argument
    var shift = 0.0
    while x < 12 {
      shift -= 1 / x
      x += 1
    }
    let z = 1 / (x * x)
    let tail = 1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * 691 / 32_760))
    let series = z * (1.0 / 12 - z * (1.0 / 120 - z * tail))
    return shift + log(x) - 0.5 / x - series
  }

  /// dx/dα of x drawn from Gamma(α, 1).
  static func gamma(_ alpha: Double, _ x: Double) -> Double {
    if !(alpha > 0 && x > 0) { return alpha.isNaN || x.isNaN ? .nan : 0 }
    if x.isInfinite || alpha.isInfinite { return .nan }
    if alpha > 1e6 {
      // Wilson & Hilferty (1931): the cube root of x / α is nearly normal.
      let w = cbrt(x / alpha)
      let drift = (1 / (9 * alpha) - (w - 1 + 1 / (9 * alpha)) / 2) / alpha
      return x / alpha + 3 * alpha * w * w * drift
    }
    return x <= alpha + 1 ? lowerGamma(alpha, x) : upperGamma(alpha, x)
  }

  private static func lowerGamma(_ alpha: Double, _ x: Double) -> Double {
    var term = 1.0
    var slope = 0.0
    var sum = 1.0
    var slopes = 0.0
    var n = 1.0
    while n < Double(termLimit) {
      term *= x / (alpha + n)
      slope += 1 / (alpha + n)
      sum += term
      slopes += term * slope
      if term * (slope + 1) < 1e-17 * (slopes + sum) { break }
      n += 1
    }
    return -x / alpha * ((log(x) - digamma(alpha + 1)) * sum - slopes)
  }

  /// The upper tail by Legendre's continued fraction, evaluated from its end together with its derivative.
  private static func upperGamma(_ alpha: Double, _ x: Double) -> Double {
    let depth = Int(Swift.min(40 + 400 / x + 20 * alpha.squareRoot(), Double(termLimit)))
    var tail = 0.0
    var tailSlope = 0.0
    for k in stride(from: depth, to: 0, by: -1) {
      let n = Double(k)
      let below = x + 2 * n + 1 - alpha + tail
      let belowSlope = -1 + tailSlope
      let above = -n * (n - alpha)
      tail = above / below
      tailSlope = (n - tail * belowSlope) / below
    }
    let value = 1 / (x + 1 - alpha + tail)
    let slope = -value * value * (tailSlope - 1)
    return x * ((log(x) - digamma(alpha)) * value + slope)
  }

  /// dx/dα of x drawn from Beta(α, β), over 1 - x: the form in which a Dirichlet's gradient takes it.
  static func beta(_ x: Double, _ alpha: Double, _ beta: Double) -> Double {
    if x.isNaN || alpha.isNaN || beta.isNaN { return .nan }
    if !(alpha > 0 && beta > 0 && x > 0 && x < 1) { return 0 }
    let total = alpha + beta
    if total > 1e7 && alpha > 1e3 && beta > 1e3 {
      // Nearly normal: the mean's motion and that of the deviation.
      let mean = alpha / total
      return (beta / (total * total) + (x - mean) * 0.5 * (1 / alpha - 2 / total - 1 / (total + 1))) / (1 - x)
    }
    let base = log(x) - digamma(alpha) + digamma(total)
    let isLower = x * total <= alpha
    let y = isLower ? x : 1 - x
    let first = isLower ? alpha : beta
    var term = 1.0
    var slope = 0.0
    var sum = 1.0
    var slopes = 0.0
    for n in 0..<10 * termLimit {
      let k = Double(n)
      term *= (total + k) / (first + 1 + k) * y
      slope += 1 / (total + k) - (isLower ? 1 / (alpha + 1 + k) : 0)
      sum += term
      slopes += term * slope
      if term * (1 + abs(slope)) < 1e-17 * (sum + abs(slopes)) { break }
    }
    return isLower ? -x / alpha * (sum * (base - 1 / alpha) + slopes) : x / beta * (sum * base + slopes)
  }
}
