#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A complex number in double precision, with the elementary functions; complex64 computes through it too.
struct ComplexNumber {
  var re: Double
  var im: Double

  @inline(__always) init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  var magnitude: Double { hypot(re, im) }
  var phase: Double { atan2(im, re) }
  var conjugate: ComplexNumber { ComplexNumber(re, -im) }
  var isZero: Bool { re == 0 && im == 0 }
  /// `i * self`
  var timesI: ComplexNumber { ComplexNumber(-im, re) }
  /// `-i * self`
  var overI: ComplexNumber { ComplexNumber(im, -re) }

  @inline(__always) static prefix func - (a: Self) -> Self { Self(-a.re, -a.im) }
  @inline(__always) static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  @inline(__always) static func + (a: Double, b: Self) -> Self { Self(a + b.re, b.im) }
  @inline(__always) static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  /// Keeps the sign of a zero imaginary part, on which branch cuts depend.
  @inline(__always) static func - (a: Double, b: Self) -> Self { Self(a - b.re, -b.im) }
  @inline(__always) static func - (a: Self, b: Double) -> Self { Self(a.re - b, a.im) }
  @inline(__always) static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  @inline(__always) static func * (a: Double, b: Self) -> Self { Self(a * b.re, a * b.im) }
  /// Smith's division: no square of the divisor overflows.
  static func / (a: Self, b: Self) -> Self {
    if Swift.abs(b.re) >= Swift.abs(b.im) {
      if b.isZero { return Self(a.re / Swift.abs(b.re), a.im / Swift.abs(b.re)) }
      let ratio = b.im / b.re
      let scale = 1 / (b.re + b.im * ratio)
      return Self((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale)
    }
    let ratio = b.re / b.im
    let scale = 1 / (b.re * ratio + b.im)
    return Self((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale)
  }
}

extension ComplexNumber {
  static func exponential(_ z: Self) -> Self {
    if z.im == 0 { return Self(exp(z.re), z.im) }
    if z.re == -.infinity { return Self(0, 0) }
    if z.re == .infinity && !z.im.isFinite { return Self(.infinity, .nan) }
    // Half of a large exponent at a time: e ** 710 overflows where the product need not.
    if z.re > 709 {
      let half = exp(z.re / 2)
      return Self(half * cos(z.im) * half, half * sin(z.im) * half)
    }
    let r = exp(z.re)
    return Self(r * cos(z.im), r * sin(z.im))
  }

  /// `e ** z - 1`, exact near 0.
  static func exponentialMinus1(_ z: Self) -> Self {
    if z.im == 0 { return Self(expm1(z.re), z.im) }
    let s = sin(z.im / 2)
    return Self(expm1(z.re) * cos(z.im) - 2 * s * s, exp(z.re) * sin(z.im))
  }

  static func logarithm(_ z: Self) -> Self {
    let (a, b) = (Swift.max(Swift.abs(z.re), Swift.abs(z.im)), Swift.min(Swift.abs(z.re), Swift.abs(z.im)))
    // Near the unit circle the logarithm of the magnitude is that of a number near 1.
    let re = a > 0.5 && a < 2 ? 0.5 * log1p((a - 1) * (a + 1) + b * b) : log(hypot(a, b))
    return Self(re, z.phase)
  }

  static func logarithm1p(_ z: Self) -> Self {
    if z.re.magnitude > 0.5 || z.im.magnitude > 0.5 { return logarithm(1 + z) }
    return Self(0.5 * log1p(z.re * (2 + z.re) + z.im * z.im), atan2(z.im, 1 + z.re))
  }

  static func squareRoot(_ z: Self) -> Self {
    if z.isZero { return Self(0, z.im) }
    if z.im.isInfinite { return Self(.infinity, z.im) }
    if z.re.isInfinite && !z.im.isNaN {
      return z.re > 0 ? Self(.infinity, copysign(0, z.im)) : Self(0, copysign(.infinity, z.im))
    }
    // Scaled, so that the magnitude does not overflow or lose its last digits.
    let large = Swift.max(z.re.magnitude, z.im.magnitude)
    let factor = large > 1e300 ? 0.25 : large < 1e-300 ? 0x1p54 : 1
    let root = large > 1e300 ? 2 : large < 1e-300 ? 0x1p-27 : 1
    let w = factor * z
    let t = ((w.re.magnitude + w.magnitude) / 2).squareRoot()
    return w.re >= 0 ? Self(root * t, root * w.im / (2 * t)) : Self(root * w.im.magnitude / (2 * t), root * copysign(t, w.im))
  }

  /// `z ** w` = e ** (w log z).
  static func power(_ z: Self, _ w: Self) -> Self {
    if w.isZero { return Self(1, 0) }
    if w.im == 0 {
      switch w.re {
      case 1: return z
      case 2: return z * z
      case 3: return z * z * z
      case 0.5: return squareRoot(z)
      case -0.5: return Self(1) / squareRoot(z)
      case -1: return Self(1) / z
      case -2: return Self(1) / (z * z)
      default: break
      }
    }
    if z.isZero { return w.re > 0 ? Self(0, 0) : Self(.nan, .nan) }
    return exponential(w * logarithm(z))
  }

  static func hyperbolicSine(_ z: Self) -> Self {
    if z.im == 0 { return Self(sinh(z.re), z.im) }
    return Self(sinh(z.re) * cos(z.im), cosh(z.re) * sin(z.im))
  }
  static func hyperbolicCosine(_ z: Self) -> Self {
    if z.im == 0 { return Self(cosh(z.re), z.re * z.im) }
    return Self(cosh(z.re) * cos(z.im), sinh(z.re) * sin(z.im))
  }
  static func hyperbolicTangent(_ z: Self) -> Self {
    if z.re.magnitude > 22 {
      return Self(copysign(1, z.re), 4 * sin(z.im) * cos(z.im) * exp(-2 * z.re.magnitude))
    }
    let t = tan(z.im)
    let beta = 1 + t * t
    let s = sinh(z.re)
    let rho = (1 + s * s).squareRoot()
    let below = 1 + beta * s * s
    return Self(beta * rho * s / below, t / below)
  }
  static func sine(_ z: Self) -> Self { hyperbolicSine(z.timesI).overI }
  static func cosine(_ z: Self) -> Self { hyperbolicCosine(z.timesI) }
  static func tangent(_ z: Self) -> Self { hyperbolicTangent(z.timesI).overI }

  // The inverse functions are Kahan's ("Branch cuts for complex elementary functions", 1987).
  static func arcSine(_ z: Self) -> Self {
    let (a, b) = (squareRoot(1 - z), squareRoot(1 + z))
    return Self(atan2(z.re, (a * b).re), asinh((a.conjugate * b).im))
  }
  static func arcCosine(_ z: Self) -> Self {
    let (a, b) = (squareRoot(1 - z), squareRoot(1 + z))
    return Self(2 * atan2(a.re, b.re), asinh((b.conjugate * a).im))
  }
  static func areaCosine(_ z: Self) -> Self {
    let (a, b) = (squareRoot(z - 1), squareRoot(1 + z))
    return Self(asinh((a.conjugate * b).re), 2 * atan2(a.im, b.re))
  }
  static func areaSine(_ z: Self) -> Self { arcSine(z.timesI).overI }
  static func areaTangent(_ z: Self) -> Self {
    let d = (1 - z.re) * (1 - z.re) + z.im * z.im
    return Self(0.25 * log1p(4 * z.re / d), 0.5 * atan2(2 * z.im, (1 - z.re) * (1 + z.re) - z.im * z.im))
  }
  static func arcTangent(_ z: Self) -> Self { areaTangent(z.timesI).overI }

  static func logistic(_ z: Self) -> Self { Self(1) / (1 + exponential(-z)) }
  /// `z / |z|`, 0 for 0.
  static func direction(_ z: Self) -> Self {
    if z.isZero { return z }
    let r = z.magnitude
    return Self(z.re / r, z.im / r)
  }
}
