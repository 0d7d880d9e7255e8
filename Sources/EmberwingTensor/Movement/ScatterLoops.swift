// The loops of `scatter_reduce` and its relatives: values combined into the elements that an index tensor names.

/// How values that meet in one element combine.
enum Combining {
  case add, multiply, largest, smallest
}

/// Element types that scatter reductions combine. NaN wins in `larger` and `smaller`.
protocol Combinable: BitwiseCopyable {
  static func plus(_ a: Self, _ b: Self) -> Self
  static func times(_ a: Self, _ b: Self) -> Self
  static func larger(_ a: Self, _ b: Self) -> Self
  static func smaller(_ a: Self, _ b: Self) -> Self
}

extension Combinable where Self: FixedWidthInteger {
  @inline(__always) static func times(_ a: Self, _ b: Self) -> Self { a &* b }
  @inline(__always) static func larger(_ a: Self, _ b: Self) -> Self { a < b ? b : a }
  @inline(__always) static func smaller(_ a: Self, _ b: Self) -> Self { b < a ? b : a }
}

extension Combinable where Self: BinaryFloatingPoint {
  @inline(__always) static func times(_ a: Self, _ b: Self) -> Self { a * b }
  @inline(__always) static func larger(_ a: Self, _ b: Self) -> Self { b > a || b.isNaN ? b : a }
  @inline(__always) static func smaller(_ a: Self, _ b: Self) -> Self { b < a || b.isNaN ? b : a }
}

extension UInt8: Combinable {}
extension Int8: Combinable {}
extension Int16: Combinable {}
extension UInt16: Combinable {}
extension Int32: Combinable {}
extension UInt32: Combinable {}
extension Int64: Combinable {}
extension UInt64: Combinable {}
extension Float: Combinable {}
extension Double: Combinable {}

extension Flag: Combinable {
  @inline(__always) static func times(_ a: Flag, _ b: Flag) -> Flag { Flag(byte: a.byte & b.byte) }
  @inline(__always) static func larger(_ a: Flag, _ b: Flag) -> Flag { Flag(byte: a.byte | b.byte) }
  @inline(__always) static func smaller(_ a: Flag, _ b: Flag) -> Flag { Flag(byte: a.byte & b.byte) }
}

enum ScatterLoops {
  /// Combines `source` into `out` (both strided as given) at the elements that the dense index of shape `index` names
  /// along `dim`; every index was checked. One after the other: elements may meet.
  static func combine(
    _ how: Combining, _ dtype: DType, _ out: UnsafeMutableRawPointer, _ outStrides: Shape, _ source: UnsafeRawPointer,
    _ sourceStrides: Shape, _ index: UnsafePointer<Int64>, _ shape: Shape, _ dim: Int
  ) {
    @inline(__always)
    func run<T: Combinable>(_: T.Type) {
      let o = out.assumingMemoryBound(to: T.self)
      let v = source.assumingMemoryBound(to: T.self)
      switch how {
      case .add: each(outStrides, sourceStrides, index, shape, dim) { o[$0] = T.plus(o[$0], v[$1]) }
      case .multiply: each(outStrides, sourceStrides, index, shape, dim) { o[$0] = T.times(o[$0], v[$1]) }
      case .largest: each(outStrides, sourceStrides, index, shape, dim) { o[$0] = T.larger(o[$0], v[$1]) }
      case .smallest: each(outStrides, sourceStrides, index, shape, dim) { o[$0] = T.smaller(o[$0], v[$1]) }
      }
    }
    switch dtype {
    case .bool: run(Flag.self)
    case .uint8: run(UInt8.self)
    case .int8: run(Int8.self)
    case .int16: run(Int16.self)
    case .uint16: run(UInt16.self)
    case .int32: run(Int32.self)
    case .uint32: run(UInt32.self)
    case .int64: run(Int64.self)
    case .uint64: run(UInt64.self)
    case .float64: run(Double.self)
    default: run(Float.self)
    }
  }

  /// Calls `body` with the offsets in the target and in the source of each element of the index.
  @inline(__always)
  private static func each(
    _ outStrides: Shape, _ sourceStrides: Shape, _ index: UnsafePointer<Int64>, _ shape: Shape, _ dim: Int,
    _ body: (_ to: Int, _ from: Int) -> Void
  ) {
    let rank = shape.count
    let count = shape.product
    if rank == 0 {
      if count > 0 { body(Int(index[0]), 0) }
      return
    }
    let last = rank - 1
    let n = shape[last]
    if count == 0 { return }
    var position = Shape(repeating: 0, count: rank)
    let (toStep, fromStep) = (last == dim ? 0 : outStrides[last], sourceStrides[last])
    let along = outStrides[dim]
    var row = 0
    while row < count {
      var to = 0
      var from = 0
      for d in 0..<last {
        if d != dim { to &+= position[d] &* outStrides[d] }
        from &+= position[d] &* sourceStrides[d]
      }
      for j in 0..<n { body(to &+ j &* toStep &+ Int(index[row &+ j]) &* along, from &+ j &* fromStep) }
      row += n
      var d = last - 1
      while d >= 0 {
        position[d] += 1
        if position[d] < shape[d] { break }
        position[d] = 0
        d -= 1
      }
    }
  }
}
