// Gamma, Poisson and binomial numbers: rejection methods that take as many draws as they need. Their constants have the
// precision that PyTorch's have, since a comparison that falls out differently would shift the stream.
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

extension Generator {
  /// `torch._standard_gamma`: one number a concentration, by Marsaglia & Tsang (2000).
  public func fillGamma<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ concentrations: UnsafePointer<T>, _ count: Int
  ) {
    lock.withLock { _ in
      for i in 0..<Swift.max(count, 0) {
        let x = T(drawGamma(concentrations[i]))
        out[i] = x < T.leastNormalMagnitude ? T.leastNormalMagnitude : x
      }
    }
  }

  private func drawGamma<T: BinaryFloatingPoint>(_ concentration: T) -> Double {
    var alpha = concentration
    var scale = 1.0
    // PyTorch would never come back from these.
    if !(alpha >= 0) { return .nan }
    if alpha < 1 {
      if alpha == 0 { return 0 }
      scale = pow(1 - drawUniform(), Double(1 / alpha))
      alpha += 1
    }
    let third = Float(1) / 3
    let d = Double(alpha - T(third))
    let c = 1 / (9 * d).squareRoot()
    let squeeze = Double(Float(0.0331))
    while true {
      let x = drawNormal()
      let y = 1 + c * x
      if y <= 0 { continue }
      let v = y * y * y
      let u = 1 - drawUniform()
      let xx = x * x
      if u < 1 - squeeze * xx * xx || log(u) < 0.5 * xx + d * (1 - v + log(v)) { return scale * d * v }
    }
  }

  /// `torch.poisson`: one number a rate, by products of uniforms (Knuth) below 10 and transformed rejection
  /// (Hörmann 1993, PTRS) above.
  public func fillPoisson(_ out: UnsafeMutablePointer<Double>, _ rates: UnsafePointer<Double>, _ count: Int) throws {
    for i in 0..<Swift.max(count, 0) where !(rates[i] >= 0) {
      throw EmberwingError.runtime("invalid Poisson rate, expected rate to be non-negative")
    }
    lock.withLock { _ in
      for i in 0..<Swift.max(count, 0) { out[i] = drawPoisson(rates[i]) }
    }
  }

  private func drawPoisson(_ rate: Double) -> Double {
    if rate == 0 { return 0 }
    if rate.isInfinite { return .infinity }
    if rate < 10 {
      let limit = exp(-rate)
      var product = drawUniform()
      var k = 0.0
      while product > limit {
        k += 1
        product *= drawUniform()
      }
      return k
    }
    let logRate = log(rate)
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = drawUniform() - 0.5
      let v = drawUniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + rate + 0.43).rounded(.down)
      if us >= 0.07 && v <= limit { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v) + log(inverseAlpha) - log(a / (us * us) + b)
      if left <= -rate + k * logRate - logGamma(k + 1) { return k }
    }
  }

  /// `torch.binomial`: successes in `trials[i]` trials of probability `p[i]`, by sums of geometric numbers where few are
  /// expected and transformed rejection (Hörmann 1993, BTRS) where many are.
  public func fillBinomial<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ trials: UnsafePointer<T>, _ p: UnsafePointer<T>, _ count: Int
  ) {
    lock.withLock { _ in
      for i in 0..<Swift.max(count, 0) {
        let n = trials[i]
        if n <= 0 || p[i] <= 0 {
          out[i] = 0
        } else if p[i] >= 1 {
          out[i] = n
        } else if p[i].isNaN || n.isNaN || n.isInfinite {
          out[i] = .nan
        } else if p[i] <= 0.5 {
          out[i] = drawBinomial(n, p[i])
        } else {
          out[i] = n - drawBinomial(n, T(1 - Double(p[i])))
        }
      }
    }
  }

  private func drawBinomial<T: BinaryFloatingPoint>(_ n: T, _ p: T) -> T {
    if n * p >= 10 { return drawManySuccesses(n, p) }
    let logFailure = T.self == Float.self ? Double(log1p(-Float(p))) : log1p(-Double(p))
    if logFailure == 0 { return 0 }
    var trials = 0.0
    var successes: T = 0
    while true {
      trials += (log(drawUniform()) / logFailure).rounded(.up)
      if trials > Double(n) { return successes }
      successes += 1
    }
  }

  private func drawManySuccesses<T: BinaryFloatingPoint>(_ n: T, _ p: T) -> T {
    let deviation = Double((n * p * (1 - p)).squareRoot())
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * Double(p)
    let c = Double(n * p) + 0.5
    let limit = 0.92 - 4.2 / b
    let odds = Double(p / (1 - p))
    let alpha = (2.83 + 5.1 / b) * deviation
    let mode = Double(((n + 1) * p).rounded(.down))
    let restOfMode = Double(n) - mode + 1
    let atMode = Generator.stirlingTail(mode) + Generator.stirlingTail(Double(n) - mode)
    while true {
      let u = drawUniform() - 0.5
      let v = drawUniform()
      let us = 0.5 - abs(u)
      let k = T(((2 * a / us + b) * u + c).rounded(.down))
      if k < 0 || k > n || k.isNaN { continue }
      if us >= 0.07 && v <= limit { return k }
      let rest = Double(n - k + 1)
      let bound =
        (mode + 0.5) * log((mode + 1) / (odds * restOfMode)) + Double(n + 1) * log(restOfMode / rest)
        + (Double(k) + 0.5) * log(odds * rest / Double(k + 1)) + atMode - Generator.stirlingTail(Double(k))
        - Generator.stirlingTail(Double(n - k))
      if log(v * alpha / (a / (us * us) + b)) <= bound { return k }
    }
  }

  /// What Stirling's formula leaves out of log k!, from Hörmann's table and series.
  private static func stirlingTail(_ k: Double) -> Double {
    switch k {
    case 0: return 0.0810614667953272
    case 1: return 0.0413406959554092
    case 2: return 0.0276779256849983
    case 3: return 0.02079067210376509
    case 4: return 0.0166446911898211
    case 5: return 0.0138761288230707
    case 6: return 0.0118967099458917
    case 7: return 0.0104112652619720
    case 8: return 0.00925546218271273
    case 9: return 0.00833056343336287
    default:
      let square = (k + 1) * (k + 1)
      return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)
    }
  }
}
