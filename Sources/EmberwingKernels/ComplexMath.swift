import EmberwingCore

/// A complex element as it lies in memory.
struct Complex<T: BinaryFloatingPoint> {
  var re: T
  var im: T
  @inline(__always) init(_ re: T, _ im: T) {
    self.re = re
    self.im = im
  }
  @inline(__always) var isNonzero: Bool { re != 0 || im != 0 }
  @inline(__always) static prefix func - (a: Self) -> Self { Self(-a.re, -a.im) }
  @inline(__always) static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  @inline(__always) static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  @inline(__always) static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  @inline(__always) static func * (a: T, b: Self) -> Self { Self(a * b.re, a * b.im) }
  @inline(__always) static func == (a: Self, b: Self) -> Bool { a.re == b.re && a.im == b.im }
  /// Smith's division: the larger part of the divisor is taken out first, so that no square overflows.
  @inline(__always) static func / (a: Self, b: Self) -> Self {
    if Swift.abs(b.re) >= Swift.abs(b.im) {
      if b.re == 0 && b.im == 0 { return Self(a.re / Swift.abs(b.re), a.im / Swift.abs(b.im)) }
      let ratio = b.im / b.re
      let scale = 1 / (b.re + b.im * ratio)
      return Self((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale)
    }
    let ratio = b.re / b.im
    let scale = 1 / (b.re * ratio + b.im)
    return Self((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale)
  }
}

@inline(__always)
private func complexes<Block>(_ t: DType, _ f: Block, _ d: Block) -> Block? {
  switch t {
  case .complex64: f
  case .complex128: d
  default: nil
  }
}

extension CPUKernels {
  static func unaryComplex(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .neg:
      complexes(
        t, { o, x, n, _ in each1(o, x, n, Complex<Float>.self, Complex<Float>.self) { -$0 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, Complex<Double>.self) { -$0 } })
    case .square:
      complexes(
        t, { o, x, n, _ in each1(o, x, n, Complex<Float>.self, Complex<Float>.self) { $0 * $0 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, Complex<Double>.self) { $0 * $0 } })
    case .reciprocal:
      complexes(
        t, { o, x, n, _ in each1(o, x, n, Complex<Float>.self, Complex<Float>.self) { Complex(1, 0) / $0 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, Complex<Double>.self) { Complex(1, 0) / $0 } })
    default: nil
    }
  }

  static func binaryComplex(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .add:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, Complex<Float>.self) { $0 + $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, Complex<Double>.self) { $0 + $1 } })
    case .sub:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, Complex<Float>.self) { $0 - $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, Complex<Double>.self) { $0 - $1 } })
    case .mul:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, Complex<Float>.self) { $0 * $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, Complex<Double>.self) { $0 * $1 } })
    case .div:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, Complex<Float>.self) { $0 / $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, Complex<Double>.self) { $0 / $1 } })
    case .addScaled:
      complexes(
        t, { o, a, b, n, p in addScaled(o, a, b, n, Float(p[0])) }, { o, a, b, n, p in addScaled(o, a, b, n, p[0]) })
    default: nil
    }
  }

  static func ternaryComplex(_ op: TernaryOp, _ t: DType) -> TernaryBlock? {
    switch op {
    case .addcmul:
      complexes(
        t, { o, a, b, c, n, p in addcmul(o, a, b, c, n, Float(p[0])) },
        { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0]) })
    case .addcdiv:
      complexes(
        t, { o, a, b, c, n, p in addcdiv(o, a, b, c, n, Float(p[0])) },
        { o, a, b, c, n, p in addcdiv(o, a, b, c, n, p[0]) })
    default: nil
    }
  }

  static func compareComplex(_ op: CompareOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .eq:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, UInt8.self) { $0 == $1 ? 1 : 0 } })
    case .ne:
      complexes(
        t, { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, UInt8.self) { $0 == $1 ? 0 : 1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, UInt8.self) { $0 == $1 ? 0 : 1 } })
    case .logicalAnd:
      complexes(
        t,
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, UInt8.self) { $0.isNonzero && $1.isNonzero ? 1 : 0 }
        },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, UInt8.self) { $0.isNonzero && $1.isNonzero ? 1 : 0 }
        })
    case .logicalOr:
      complexes(
        t,
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, UInt8.self) { $0.isNonzero || $1.isNonzero ? 1 : 0 }
        },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, UInt8.self) { $0.isNonzero || $1.isNonzero ? 1 : 0 }
        })
    case .logicalXor:
      complexes(
        t,
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Float>.self, UInt8.self) { $0.isNonzero != $1.isNonzero ? 1 : 0 }
        },
        { o, a, b, n, _ in each2(o, a, b, n, Complex<Double>.self, UInt8.self) { $0.isNonzero != $1.isNonzero ? 1 : 0 }
        })
    case .lt, .le, .gt, .ge: nil
    }
  }

  static func predicateComplex(_ op: PredicateOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .isNaN:
      complexes(
        t, { o, x, n, _ in each1(o, x, n, Complex<Float>.self, UInt8.self) { $0.re.isNaN || $0.im.isNaN ? 1 : 0 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, UInt8.self) { $0.re.isNaN || $0.im.isNaN ? 1 : 0 } })
    case .isInf:
      complexes(
        t,
        { o, x, n, _ in each1(o, x, n, Complex<Float>.self, UInt8.self) { $0.re.isInfinite || $0.im.isInfinite ? 1 : 0 }
        },
        { o, x, n, _ in
          each1(o, x, n, Complex<Double>.self, UInt8.self) { $0.re.isInfinite || $0.im.isInfinite ? 1 : 0 }
        })
    case .isFinite:
      complexes(
        t,
        { o, x, n, _ in each1(o, x, n, Complex<Float>.self, UInt8.self) { $0.re.isFinite && $0.im.isFinite ? 1 : 0 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, UInt8.self) { $0.re.isFinite && $0.im.isFinite ? 1 : 0 } })
    case .logicalNot:
      complexes(
        t, { o, x, n, _ in each1(o, x, n, Complex<Float>.self, UInt8.self) { $0.isNonzero ? 0 : 1 } },
        { o, x, n, _ in each1(o, x, n, Complex<Double>.self, UInt8.self) { $0.isNonzero ? 0 : 1 } })
    case .isPosInf, .isNegInf, .signbit: nil
    }
  }
}

@inline(__always)
private func addScaled<T: BinaryFloatingPoint>(_ o: Out, _ a: In, _ b: In, _ n: Int, _ p: T) {
  each2(o, a, b, n, Complex<T>.self, Complex<T>.self) { $0 + p * $1 }
}
@inline(__always)
private func addcmul<T: BinaryFloatingPoint>(_ o: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _ p: T) {
  each3(o, a, b, c, n, Complex<T>.self, Complex<T>.self, Complex<T>.self) { $0 + p * ($1 * $2) }
}
@inline(__always)
private func addcdiv<T: BinaryFloatingPoint>(_ o: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _ p: T) {
  each3(o, a, b, c, n, Complex<T>.self, Complex<T>.self, Complex<T>.self) { $0 + p * ($1 / $2) }
}
