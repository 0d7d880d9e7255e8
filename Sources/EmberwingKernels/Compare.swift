import EmberwingCore

extension CPUKernels {
  public static func compare(_ op: CompareOp, _ type: DType) -> BinaryBlock? {
    if type.isComplex { return compareComplex(op, type) }
    return switch op {
    case .eq:
      sameness(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 == $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 == $1 ? 1 : 0 } })
    case .ne:
      sameness(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 != $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 != $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 != $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 != $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 != $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 != $1 ? 1 : 0 } })
    case .logicalAnd:
      sameness(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { isTrue($0) & isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { isTrue($0) & isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { isTrue($0) & isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { isTrue($0) & isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { isTrue($0) & isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { isTrue($0) & isTrue($1) } })
    case .logicalOr:
      sameness(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { isTrue($0) | isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { isTrue($0) | isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { isTrue($0) | isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { isTrue($0) | isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { isTrue($0) | isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { isTrue($0) | isTrue($1) } })
    case .logicalXor:
      sameness(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { isTrue($0) ^ isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { isTrue($0) ^ isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { isTrue($0) ^ isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { isTrue($0) ^ isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { isTrue($0) ^ isTrue($1) } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { isTrue($0) ^ isTrue($1) } })
    case .lt, .le, .gt, .ge: compareOrder(op, type)
    }
  }

  private static func compareOrder(_ op: CompareOp, _ type: DType) -> BinaryBlock? {
    switch op {
    case .lt:
      order(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 < $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 < $1 ? 1 : 0 } })
    case .le:
      order(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 <= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 <= $1 ? 1 : 0 } })
    case .gt:
      order(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 > $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 > $1 ? 1 : 0 } })
    default:
      order(
        type, { o, a, b, n, _ in each2(o, a, b, n, Float.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Double.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt8.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int8.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int16.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int32.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, Int64.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt16.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt32.self, UInt8.self) { $0 >= $1 ? 1 : 0 } },
        { o, a, b, n, _ in each2(o, a, b, n, UInt64.self, UInt8.self) { $0 >= $1 ? 1 : 0 } })
    }
  }

  public static func predicate(_ op: PredicateOp, _ type: DType) -> UnaryBlock? {
    if type.isComplex { return predicateComplex(op, type) }
    return switch op {
    case .logicalNot:
      sameness(
        type, { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { 1 &- isTrue($0) } },
        { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { 1 &- isTrue($0) } },
        { o, x, n, _ in each1(o, x, n, UInt8.self, UInt8.self) { 1 &- isTrue($0) } },
        { o, x, n, _ in each1(o, x, n, UInt16.self, UInt8.self) { 1 &- isTrue($0) } },
        { o, x, n, _ in each1(o, x, n, UInt32.self, UInt8.self) { 1 &- isTrue($0) } },
        { o, x, n, _ in each1(o, x, n, UInt64.self, UInt8.self) { 1 &- isTrue($0) } })
    case .signbit: signbit(type)
    default:
      switch type {
      case .float32: predicateFloat(op)
      case .float64: predicateDouble(op)
      default:
        // Every integer is finite.
        if op == .isFinite {
          { o, _, n, _ in o.initializeMemory(as: UInt8.self, repeating: 1, count: n) }
        } else {
          { o, _, n, _ in o.initializeMemory(as: UInt8.self, repeating: 0, count: n) }
        }
      }
    }
  }

  private static func signbit(_ type: DType) -> UnaryBlock? {
    switch type {
    case .float32, .int32: { o, x, n, _ in each1(o, x, n, Int32.self, UInt8.self) { $0 < 0 ? 1 : 0 } }
    case .float64, .int64: { o, x, n, _ in each1(o, x, n, Int64.self, UInt8.self) { $0 < 0 ? 1 : 0 } }
    case .int16: { o, x, n, _ in each1(o, x, n, Int16.self, UInt8.self) { $0 < 0 ? 1 : 0 } }
    case .int8: { o, x, n, _ in each1(o, x, n, Int8.self, UInt8.self) { $0 < 0 ? 1 : 0 } }
    default: { o, _, n, _ in o.initializeMemory(as: UInt8.self, repeating: 0, count: n) }
    }
  }

  private static func predicateFloat(_ op: PredicateOp) -> UnaryBlock? {
    switch op {
    case .isNaN: { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { $0 != $0 ? 1 : 0 } }
    case .isInf: { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { Swift.abs($0) == .infinity ? 1 : 0 } }
    case .isFinite: { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { Swift.abs($0) < .infinity ? 1 : 0 } }
    case .isPosInf: { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { $0 == .infinity ? 1 : 0 } }
    case .isNegInf: { o, x, n, _ in each1(o, x, n, Float.self, UInt8.self) { $0 == -.infinity ? 1 : 0 } }
    default: nil
    }
  }

  private static func predicateDouble(_ op: PredicateOp) -> UnaryBlock? {
    switch op {
    case .isNaN: { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { $0 != $0 ? 1 : 0 } }
    case .isInf: { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { Swift.abs($0) == .infinity ? 1 : 0 } }
    case .isFinite: { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { Swift.abs($0) < .infinity ? 1 : 0 } }
    case .isPosInf: { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { $0 == .infinity ? 1 : 0 } }
    case .isNegInf: { o, x, n, _ in each1(o, x, n, Double.self, UInt8.self) { $0 == -.infinity ? 1 : 0 } }
    default: nil
    }
  }
}

@inline(__always) private func isTrue<T: Numeric>(_ x: T) -> UInt8 { x != 0 ? 1 : 0 }

/// Chooses for operations that ask only whether bits are the same: integers by width.
@inline(__always)
private func sameness<Block>(
  _ t: DType, _ f: Block, _ d: Block, _ w1: Block, _ w2: Block, _ w4: Block, _ w8: Block
) -> Block? {
  switch t {
  case .float32: f
  case .float64: d
  case .bool, .uint8, .int8: w1
  case .int16, .uint16: w2
  case .int32, .uint32: w4
  case .int64, .uint64: w8
  default: nil
  }
}

@inline(__always)
private func order<Block>(
  _ t: DType, _ f: Block, _ d: Block, _ u8: Block, _ i8: Block, _ i16: Block, _ i32: Block, _ i64: Block,
  _ u16: Block, _ u32: Block, _ u64: Block
) -> Block? {
  switch t {
  case .float32: f
  case .float64: d
  case .bool, .uint8: u8
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
