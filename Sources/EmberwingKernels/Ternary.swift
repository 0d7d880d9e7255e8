import EmberwingCore

extension CPUKernels {
  public static func ternary(_ op: TernaryOp, _ type: DType) -> TernaryBlock? {
    if op == .where { return select(size: type.size) }
    return switch type {
    case .float32, .float64: ternaryFloat(op, type)
    case .complex64, .complex128: ternaryComplex(op, type)
    default: ternaryInteger(op, type)
    }
  }

  /// bool × T × T → T depends on the size of T alone.
  private static func select(size: Int) -> TernaryBlock {
    switch size {
    case 1: { o, a, b, c, n, _ in each3(o, a, b, c, n, UInt8.self, UInt8.self, UInt8.self) { $0 != 0 ? $1 : $2 } }
    case 2: { o, a, b, c, n, _ in each3(o, a, b, c, n, UInt8.self, UInt16.self, UInt16.self) { $0 != 0 ? $1 : $2 } }
    case 4: { o, a, b, c, n, _ in each3(o, a, b, c, n, UInt8.self, UInt32.self, UInt32.self) { $0 != 0 ? $1 : $2 } }
    case 8: { o, a, b, c, n, _ in each3(o, a, b, c, n, UInt8.self, UInt64.self, UInt64.self) { $0 != 0 ? $1 : $2 } }
    default:
      { o, a, b, c, n, _ in
        each3(o, a, b, c, n, UInt8.self, Complex<Double>.self, Complex<Double>.self) { $0 != 0 ? $1 : $2 }
      }
    }
  }

  private static func ternaryFloat(_ op: TernaryOp, _ t: DType) -> TernaryBlock? {
    switch op {
    case .addcmul:
      floats(
        t, { o, a, b, c, n, p in map3(o, a, b, c, n, F.self) { F.fma($1 * .splat(p[0]), $2, $0) } },
        { o, a, b, c, n, p in map3(o, a, b, c, n, D.self) { D.fma($1 * .splat(p[0]), $2, $0) } })
    case .addcdiv:
      floats(
        t, { o, a, b, c, n, p in map3(o, a, b, c, n, F.self) { $0 + .splat(p[0]) * $1 / $2 } },
        { o, a, b, c, n, p in map3(o, a, b, c, n, D.self) { $0 + .splat(p[0]) * $1 / $2 } })
    case .lerp:
      floats(
        t, { o, a, b, c, n, _ in map3(o, a, b, c, n, F.self) { Formulas.lerp($0, $1, $2) } },
        { o, a, b, c, n, _ in map3(o, a, b, c, n, D.self) { Formulas.lerp($0, $1, $2) } })
    case .clampTensor:
      floats(
        t, { o, a, b, c, n, _ in map3(o, a, b, c, n, F.self) { Formulas.minimum(Formulas.maximum($0, $1), $2) } },
        { o, a, b, c, n, _ in map3(o, a, b, c, n, D.self) { Formulas.minimum(Formulas.maximum($0, $1), $2) } })
    case .smoothL1Backward:
      floats(
        t, { o, a, b, c, n, p in map3(o, a, b, c, n, F.self) { Formulas.smoothL1Backward($0, $1, $2, p) } },
        { o, a, b, c, n, p in map3(o, a, b, c, n, D.self) { Formulas.smoothL1Backward($0, $1, $2, p) } })
    case .huberBackward:
      floats(
        t, { o, a, b, c, n, p in map3(o, a, b, c, n, F.self) { Formulas.huberBackward($0, $1, $2, p) } },
        { o, a, b, c, n, p in map3(o, a, b, c, n, D.self) { Formulas.huberBackward($0, $1, $2, p) } })
    case .bceBackward:
      floats(
        t, { o, a, b, c, n, _ in map3(o, a, b, c, n, F.self) { Formulas.bceBackward($0, $1, $2) } },
        { o, a, b, c, n, _ in map3(o, a, b, c, n, D.self) { Formulas.bceBackward($0, $1, $2) } })
    case .bceWithLogitsBackward:
      floats(
        t, { o, a, b, c, n, _ in map3(o, a, b, c, n, F.self) { $0 * (Formulas.sigmoid($1) - $2) } },
        { o, a, b, c, n, _ in map3(o, a, b, c, n, D.self) { $0 * (Formulas.sigmoid($1) - $2) } })
    case .mseBackward:
      floats(
        t, { o, a, b, c, n, _ in map3(o, a, b, c, n, F.self) { $0 * ($1 - $2) * .splat(2) } },
        { o, a, b, c, n, _ in map3(o, a, b, c, n, D.self) { $0 * ($1 - $2) * .splat(2) } })
    case .where: nil
    }
  }

  private static func ternaryInteger(_ op: TernaryOp, _ t: DType) -> TernaryBlock? {
    switch (op, t) {
    case (.addcmul, .uint8): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], UInt8.self) }
    case (.addcmul, .int8): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], Int8.self) }
    case (.addcmul, .int16): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], Int16.self) }
    case (.addcmul, .int32): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], Int32.self) }
    case (.addcmul, .int64): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], Int64.self) }
    case (.addcmul, .uint16): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], UInt16.self) }
    case (.addcmul, .uint32): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], UInt32.self) }
    case (.addcmul, .uint64): { o, a, b, c, n, p in addcmul(o, a, b, c, n, p[0], UInt64.self) }
    case (.clampTensor, .uint8): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, UInt8.self) }
    case (.clampTensor, .int8): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, Int8.self) }
    case (.clampTensor, .int16): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, Int16.self) }
    case (.clampTensor, .int32): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, Int32.self) }
    case (.clampTensor, .int64): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, Int64.self) }
    case (.clampTensor, .uint16): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, UInt16.self) }
    case (.clampTensor, .uint32): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, UInt32.self) }
    case (.clampTensor, .uint64): { o, a, b, c, n, _ in clampTensor(o, a, b, c, n, UInt64.self) }
    default: nil
    }
  }
}

@inline(__always)
private func addcmul<T: FixedWidthInteger>(_ o: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _ p: Double, _: T.Type) {
  let scale = T(truncatingIfNeeded: Double.wholeNumber(p))
  each3(o, a, b, c, n, T.self, T.self, T.self) { $0 &+ scale &* $1 &* $2 }
}

@inline(__always)
private func clampTensor<T: FixedWidthInteger>(_ o: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _: T.Type) {
  each3(o, a, b, c, n, T.self, T.self, T.self) { Swift.min(Swift.max($0, $1), $2) }
}
