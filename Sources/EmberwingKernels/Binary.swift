import EmberwingCore

extension CPUKernels {
  public static func binary(_ op: BinaryOp, _ type: DType) -> BinaryBlock? {
    switch type {
    case .float32, .float64: binaryArithmetic(op, type) ?? binaryDerivative(op, type) ?? binaryLoss(op, type)
    case .complex64, .complex128: binaryComplex(op, type)
    default: binaryInteger(op, type)
    }
  }

  private static func binaryArithmetic(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .add:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { $0 + $1 } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { $0 + $1 } })
    case .sub:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { $0 - $1 } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { $0 - $1 } })
    case .mul:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { $0 * $1 } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { $0 * $1 } })
    case .div:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { $0 / $1 } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { $0 / $1 } })
    case .addScaled:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { F.fma($1, .splat(p[0]), $0) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { D.fma($1, .splat(p[0]), $0) } })
    case .maximum:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.maximum($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.maximum($0, $1) } })
    case .minimum:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.minimum($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.minimum($0, $1) } })
    case .fmax:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.fmax($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.fmax($0, $1) } })
    case .fmin:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.fmin($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.fmin($0, $1) } })
    case .copysign:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { F.copySign($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { D.copySign($0, $1) } })
    case .truncDiv:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { F.rounded($0 / $1, .towardZero) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { D.rounded($0 / $1, .towardZero) } })
    case .floorDiv:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { floatFloorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { floatFloorDiv($0, $1) } })
    case .remainder:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { floatRemainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { floatRemainder($0, $1) } })
    case .fmod:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { $0.truncatingRemainder(dividingBy: $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { $0.truncatingRemainder(dividingBy: $1) } })
    case .nextafter:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { nextAfter($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { nextAfter($0, $1) } })
    case .pow:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { VectorMath.pow($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { Libm.pow($0, $1) } })
    case .atan2:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { Float(Libm.atan2(Double($0), Double($1))) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { Libm.atan2($0, $1) } })
    case .hypot:
      floats(
        t, { o, a, b, n, _ in each2(o, a, b, n, Float.self, Float.self) { Float(Libm.hypot(Double($0), Double($1))) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, Double.self) { Libm.hypot($0, $1) } })
    default: nil
    }
  }

  private static func binaryDerivative(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .sigmoidBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.sigmoidBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.sigmoidBackward($0, $1) } })
    case .tanhBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.tanhBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.tanhBackward($0, $1) } })
    case .thresholdBackward:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.thresholdBackward($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.thresholdBackward($0, $1, p) } })
    case .leakyReluBackward:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.leakyReluBackward($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.leakyReluBackward($0, $1, p) } })
    case .eluBackward:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.eluBackward($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.eluBackward($0, $1, p) } })
    case .geluBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.geluBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.geluBackward($0, $1) } })
    case .geluTanhBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.geluTanhBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.geluTanhBackward($0, $1) } })
    case .siluBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.siluBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.siluBackward($0, $1) } })
    case .hardswishBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.hardswishBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.hardswishBackward($0, $1) } })
    case .hardsigmoidBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.hardsigmoidBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.hardsigmoidBackward($0, $1) } })
    case .softplusBackward:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.softplusBackward($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.softplusBackward($0, $1, p) } })
    case .mishBackward:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.mishBackward($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.mishBackward($0, $1) } })
    default: nil
    }
  }

  private static func binaryLoss(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .squaredDifference:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.squaredDifference($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.squaredDifference($0, $1) } })
    case .smoothL1:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.smoothL1($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.smoothL1($0, $1, p) } })
    case .huber:
      floats(
        t, { o, a, b, n, p in map2(o, a, b, n, F.self) { Formulas.huber($0, $1, p) } },
        { o, a, b, n, p in map2(o, a, b, n, D.self) { Formulas.huber($0, $1, p) } })
    case .bce:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.bce($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.bce($0, $1) } })
    case .bceWithLogits:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.bceWithLogits($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.bceWithLogits($0, $1) } })
    case .xlogy:
      floats(
        t, { o, a, b, n, _ in map2(o, a, b, n, F.self) { Formulas.xlogy($0, $1) } },
        { o, a, b, n, _ in map2(o, a, b, n, D.self) { Formulas.xlogy($0, $1) } })
    default: nil
    }
  }
}

/// Python's `//` for floats, corrected as PyTorch does: a / b for b = 0, and exact where a is a multiple of b.
@inline(__always)
private func floatFloorDiv<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
  if b == 0 { return a / b }
  let rest = a.truncatingRemainder(dividingBy: b)
  var quotient = (a - rest) / b
  if rest != 0 && (b < 0) != (rest < 0) { quotient -= 1 }
  if quotient == 0 { return T(signOf: a / b, magnitudeOf: 0) }
  let whole = quotient.rounded(.down)
  return quotient - whole > 0.5 ? whole + 1 : whole
}

/// Python's `%`: the sign of the divisor.
@inline(__always)
private func floatRemainder<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
  let rest = a.truncatingRemainder(dividingBy: b)
  return rest != 0 && (b < 0) != (rest < 0) ? rest + b : rest
}

@inline(__always)
private func nextAfter<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
  if a.isNaN || b.isNaN { return a + b }
  return a == b ? b : a < b ? a.nextUp : a.nextDown
}
