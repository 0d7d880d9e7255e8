import EmberwingCore

/// Chooses the kernel of an integer type.
@inline(__always)
private func integers<Block>(
  _ t: DType, _ u8: Block, _ i8: Block, _ i16: Block, _ i32: Block, _ i64: Block, _ u16: Block, _ u32: Block,
  _ u64: Block
) -> Block? {
  switch t {
  case .uint8: u8
  case .int8: i8
  case .int16: i16
  case .int32: i32
  case .int64: i64
  case .uint16: u16
  case .uint32: u32
  case .uint64: u64
  default: nil
  }
}

/// Chooses by width alone, for operations that do not see the sign; `bool` counts as a byte.
@inline(__always)
private func widths<Block>(_ t: DType, _ w1: Block, _ w2: Block, _ w4: Block, _ w8: Block) -> Block? {
  switch t.size {
  case 1: w1
  case 2: w2
  case 4: w4
  default: w8
  }
}

// MARK: scalar formulas that never trap

@inline(__always) private func truncDiv<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  // The one quotient that does not fit wraps; a zero divisor is the caller's error and gives zero.
  if b == 0 { return 0 }
  return T.isSigned && b == 0 &- 1 ? 0 &- a : a / b
}
@inline(__always) private func fmod<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  if b == 0 { return 0 }
  return T.isSigned && b == 0 &- 1 ? 0 : a % b
}
@inline(__always) private func remainder<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  let rest = fmod(a, b)
  return rest != 0 && (rest < 0) != (b < 0) ? rest &+ b : rest
}
@inline(__always) private func floorDiv<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  let quotient = truncDiv(a, b)
  let rest = fmod(a, b)
  return rest != 0 && (rest < 0) != (b < 0) ? quotient &- 1 : quotient
}
@inline(__always) private func power<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  if b < 0 { return a == 1 ? 1 : a == 0 &- 1 ? (b & 1 == 0 ? 1 : a) : 0 }
  var result: T = 1
  var base = a
  var left = b
  while left != 0 {
    if left & 1 != 0 { result = result &* base }
    base = base &* base
    left >>= 1
  }
  return result
}
@inline(__always) private func powerScalar<T: FixedWidthInteger>(_ a: T, _ p: Double) -> T {
  if p == 2 { return a &* a }
  return T(truncatingIfNeeded: power(Int64(truncatingIfNeeded: a), Double.wholeNumber(p)))
}
/// A shift by the width or more, or by a negative amount, shifts everything out, as PyTorch's.
@inline(__always) private func shiftLeft<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  b < 0 || b >= T.bitWidth ? 0 : a &<< b
}
@inline(__always) private func shiftRight<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
  b < 0 || b >= T.bitWidth ? (T.isSigned && a < 0 ? 0 &- 1 : 0) : a &>> b
}
@inline(__always) private func sign<T: FixedWidthInteger>(_ a: T) -> T { a > 0 ? 1 : a < 0 ? 0 &- 1 : 0 }
@inline(__always) private func bound<T: FixedWidthInteger>(_ p: Double) -> T {
  p >= Double(T.max) ? T.max : p <= Double(T.min) ? T.min : p == p ? T(p) : 0
}

extension Double {
  /// The nearest Int64 toward zero, without trapping.
  @inline(__always) static func wholeNumber(_ p: Double) -> Int64 { bound(p) }
}

extension CPUKernels {
  static func unaryInteger(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    if t == .bool { return unaryBool(op) }
    return switch op {
    case .neg:
      widths(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { 0 &- $0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { 0 &- $0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { 0 &- $0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { 0 &- $0 } })
    case .bitwiseNot:
      widths(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { ~$0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { ~$0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { ~$0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { ~$0 } })
    case .square:
      widths(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 &* $0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { $0 &* $0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { $0 &* $0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { $0 &* $0 } })
    case .abs:
      integers(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int8.self, Int8.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int16.self, Int16.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int32.self, Int32.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int64.self, Int64.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { $0 < 0 ? 0 &- $0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { $0 < 0 ? 0 &- $0 : $0 } })
    case .sign:
      integers(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, Int8.self, Int8.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, Int16.self, Int16.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, Int32.self, Int32.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, Int64.self, Int64.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { sign($0) } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { sign($0) } })
    case .floor, .ceil, .round, .trunc:
      widths(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { $0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { $0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { $0 } })
    case .relu:
      integers(
        t, { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int8.self, Int8.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int16.self, Int16.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int32.self, Int32.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, Int64.self, Int64.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt16.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt32.self) { $0 < 0 ? 0 : $0 } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt64.self) { $0 < 0 ? 0 : $0 } })
    case .powScalar:
      integers(
        t, { o, x, n, p in each1(o, x, n, UInt8.self, UInt8.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, Int8.self, Int8.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, Int16.self, Int16.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, Int32.self, Int32.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, Int64.self, Int64.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, UInt16.self, UInt16.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, UInt32.self, UInt32.self) { powerScalar($0, p[0]) } },
        { o, x, n, p in each1(o, x, n, UInt64.self, UInt64.self) { powerScalar($0, p[0]) } })
    case .clampMin, .clampMax, .clamp: clampInteger(op, t)
    default: nil
    }
  }

  private static func clampInteger(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .clampMin:
      integers(
        t, { o, x, n, p in clamp(o, x, n, bound(p[0]), UInt8.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), Int8.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), Int16.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), Int32.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), Int64.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), UInt16.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), UInt32.max) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), UInt64.max) })
    case .clampMax:
      integers(
        t, { o, x, n, p in clamp(o, x, n, UInt8.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, Int8.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, Int16.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, Int32.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, Int64.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, UInt16.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, UInt32.min, bound(p[0])) },
        { o, x, n, p in clamp(o, x, n, UInt64.min, bound(p[0])) })
    default:
      integers(
        t, { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as UInt8) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as Int8) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as Int16) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as Int32) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as Int64) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as UInt16) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as UInt32) },
        { o, x, n, p in clamp(o, x, n, bound(p[0]), bound(p[1]) as UInt64) })
    }
  }

  private static func unaryBool(_ op: UnaryOp) -> UnaryBlock? {
    switch op {
    case .bitwiseNot: { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 == 0 ? 1 : 0 } }
    case .abs, .square, .relu, .sign: { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { $0 == 0 ? 0 : 1 } }
    default: nil
    }
  }

  static func binaryInteger(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    if t == .bool { return binaryBool(op) }
    return switch op {
    case .add:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 &+ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 &+ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 &+ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 &+ $1 } })
    case .sub:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 &- $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 &- $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 &- $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 &- $1 } })
    case .mul:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 &* $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 &* $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 &* $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 &* $1 } })
    case .addScaled:
      widths(
        t, { o, a, b, n, p in addScaled(o, a, b, n, UInt8(truncatingIfNeeded: Double.wholeNumber(p[0]))) },
        { o, a, b, n, p in addScaled(o, a, b, n, UInt16(truncatingIfNeeded: Double.wholeNumber(p[0]))) },
        { o, a, b, n, p in addScaled(o, a, b, n, UInt32(truncatingIfNeeded: Double.wholeNumber(p[0]))) },
        { o, a, b, n, p in addScaled(o, a, b, n, UInt64(truncatingIfNeeded: Double.wholeNumber(p[0]))) })
    case .squaredDifference:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { ($0 &- $1) &* ($0 &- $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { ($0 &- $1) &* ($0 &- $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { ($0 &- $1) &* ($0 &- $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { ($0 &- $1) &* ($0 &- $1) } })
    case .bitwiseAnd:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 & $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 & $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 & $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 & $1 } })
    case .bitwiseOr:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 | $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 | $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 | $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 | $1 } })
    case .bitwiseXor:
      widths(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 ^ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 ^ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 ^ $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 ^ $1 } })
    default: binaryOrdered(op, t)
    }
  }

  private static func binaryOrdered(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    switch op {
    case .floorDiv:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { floorDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { floorDiv($0, $1) } })
    case .truncDiv:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { truncDiv($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { truncDiv($0, $1) } })
    case .remainder:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { remainder($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { remainder($0, $1) } })
    case .fmod:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { fmod($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { fmod($0, $1) } })
    case .pow:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { power($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { power($0, $1) } })
    case .maximum, .fmax:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 > $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 > $1 ? $0 : $1 } })
    case .minimum, .fmin:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { $0 < $1 ? $0 : $1 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { $0 < $1 ? $0 : $1 } })
    case .shiftLeft:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { shiftLeft($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { shiftLeft($0, $1) } })
    case .shiftRight:
      integers(
        t, { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, Int8.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, Int16.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, Int32.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, Int64.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt16.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt32.self) { shiftRight($0, $1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt64.self) { shiftRight($0, $1) } })
    case .thresholdBackward:
      integers(
        t, { o, a, b, n, p in each2(o, a, b, n, UInt8.self, UInt8.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, Int8.self, Int8.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, Int16.self, Int16.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, Int32.self, Int32.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, Int64.self, Int64.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, UInt16.self, UInt16.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, UInt32.self, UInt32.self) { Double($1) > p[0] ? $0 : 0 } },
        { o, a, b, n, p in each2(o, a, b, n, UInt64.self, UInt64.self) { Double($1) > p[0] ? $0 : 0 } })
    default: nil
    }
  }

  private static func binaryBool(_ op: BinaryOp) -> BinaryBlock? {
    switch op {
    case .add, .bitwiseOr, .maximum, .fmax: { o, a, b, n, _ in bytes(o, a, b, n) { $0 | $1 } }
    case .mul, .bitwiseAnd, .minimum, .fmin: { o, a, b, n, _ in bytes(o, a, b, n) { $0 & $1 } }
    case .bitwiseXor: { o, a, b, n, _ in bytes(o, a, b, n) { $0 ^ $1 } }
    default: nil
    }
  }
}

@inline(__always)
private func bytes(_ o: Out, _ a: In, _ b: In, _ n: Int, _ body: (UInt8, UInt8) -> UInt8) {
  each2(o, a, b, n, UInt8.self, UInt8.self) { body($0 == 0 ? 0 : 1, $1 == 0 ? 0 : 1) }
}

@inline(__always)
private func clamp<T: FixedWidthInteger>(_ o: Out, _ x: In, _ n: Int, _ low: T, _ high: T) {
  each1(o, x, n, T.self, T.self) { Swift.min(Swift.max($0, low), high) }
}

@inline(__always)
private func addScaled<T: FixedWidthInteger>(_ o: Out, _ a: In, _ b: In, _ n: Int, _ scale: T) {
  each2(o, a, b, n, T.self, T.self) { $0 &+ scale &* $1 }
}
