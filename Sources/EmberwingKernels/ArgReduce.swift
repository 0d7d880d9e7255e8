import EmberwingCore
import Glibc

/// The order in which `argReduce` looks for the first extreme value; NaN comes before every number.
protocol Extreme {
  associatedtype T
  /// Whether `x` takes the place of `best`; false when they are alike, so that the first one stays.
  static func beats(_ x: T, _ best: T) -> Bool
  /// The extreme of a run that has at least one element.
  static func row(_ x: UnsafePointer<T>, _ n: Int) -> T
}

enum FloatMax<P: FloatPack>: Extreme {
  typealias T = P.Scalar
  @inline(__always) static func beats(_ x: T, _ best: T) -> Bool { x > best || (x != x && best == best) }
  @inline(__always) static func row(_ x: UnsafePointer<T>, _ n: Int) -> T { FloatReduction<MaxReducer<P>>.row(x, n) }
}
enum FloatMin<P: FloatPack>: Extreme {
  typealias T = P.Scalar
  @inline(__always) static func beats(_ x: T, _ best: T) -> Bool { x < best || (x != x && best == best) }
  @inline(__always) static func row(_ x: UnsafePointer<T>, _ n: Int) -> T { FloatReduction<MinReducer<P>>.row(x, n) }
}
enum OrderedMax<T: FixedWidthInteger>: Extreme {
  @inline(__always) static func beats(_ x: T, _ best: T) -> Bool { x > best }
  @inline(__always) static func row(_ x: UnsafePointer<T>, _ n: Int) -> T {
    var a = T.min
    for i in 0..<n { a = a > x[i] ? a : x[i] }
    return a
  }
}
enum OrderedMin<T: FixedWidthInteger>: Extreme {
  @inline(__always) static func beats(_ x: T, _ best: T) -> Bool { x < best }
  @inline(__always) static func row(_ x: UnsafePointer<T>, _ n: Int) -> T {
    var a = T.max
    for i in 0..<n { a = a < x[i] ? a : x[i] }
    return a
  }
}

extension CPUKernels {
  public static func argReduce(
    largest: Bool, _ type: DType, values: UnsafeMutableRawPointer?, indices: UnsafeMutablePointer<Int64>,
    _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 || n <= 0 { return }
    switch type {
    case .float32:
      if largest {
        extreme(FloatMax<PackF>.self, values, indices, x, outer, n, inner)
      } else {
        extreme(FloatMin<PackF>.self, values, indices, x, outer, n, inner)
      }
    case .float64:
      if largest {
        extreme(FloatMax<PackD>.self, values, indices, x, outer, n, inner)
      } else {
        extreme(FloatMin<PackD>.self, values, indices, x, outer, n, inner)
      }
    case .int64: ordered(Int64.self, largest, values, indices, x, outer, n, inner)
    case .int32: ordered(Int32.self, largest, values, indices, x, outer, n, inner)
    case .int16: ordered(Int16.self, largest, values, indices, x, outer, n, inner)
    case .int8: ordered(Int8.self, largest, values, indices, x, outer, n, inner)
    case .uint8, .bool: ordered(UInt8.self, largest, values, indices, x, outer, n, inner)
    case .uint16: ordered(UInt16.self, largest, values, indices, x, outer, n, inner)
    case .uint32: ordered(UInt32.self, largest, values, indices, x, outer, n, inner)
    case .uint64: ordered(UInt64.self, largest, values, indices, x, outer, n, inner)
    case .float16, .bfloat16, .complex64, .complex128: break
    }
  }

  private static func ordered<T: FixedWidthInteger>(
    _: T.Type, _ largest: Bool, _ values: UnsafeMutableRawPointer?, _ indices: UnsafeMutablePointer<Int64>,
    _ x: UnsafeRawPointer, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    if largest {
      extreme(OrderedMax<T>.self, values, indices, x, outer, n, inner)
    } else {
      extreme(OrderedMin<T>.self, values, indices, x, outer, n, inner)
    }
  }

  private static func extreme<E: Extreme>(
    _: E.Type, _ values: UnsafeMutableRawPointer?, _ indices: UnsafeMutablePointer<Int64>, _ x: UnsafeRawPointer,
    _ outer: Int, _ n: Int, _ inner: Int
  ) {
    let p = x.of(E.T.self)
    let v = values?.of(E.T.self)
    if inner == 1 {
      let chunk = 65536
      let chunks = (n + chunk - 1) / chunk
      if chunks > 1, outer < 16, let scratch = malloc(outer * chunks * 8) {
        let first = scratch.of(Int64.self)
        parallelFor(outer * chunks, grain: 1) { lo, hi in
          for task in lo..<hi {
            let at = task % chunks * chunk
            first[task] = Int64(at + firstExtreme(E.self, p + task / chunks * n + at, min(chunk, n - at)))
          }
        }
        for o in 0..<outer {
          let row = p + o * n
          var best = Int(first[o * chunks])
          for c in 1..<chunks {
            let i = Int(first[o * chunks + c])
            if E.beats(row[i], row[best]) { best = i }
          }
          indices[o] = Int64(best)
          v?[o] = row[best]
        }
        free(scratch)
        return
      }
      parallelFor(outer, grain: max(1, 32768 / n)) { lo, hi in
        for o in lo..<hi {
          let i = firstExtreme(E.self, p + o * n, n)
          indices[o] = Int64(i)
          v?[o] = p[o * n + i]
        }
      }
      return
    }
    let tile = 64
    let tiles = (inner + tile - 1) / tile
    parallelFor(outer * tiles, grain: max(1, 32768 / (n * min(inner, tile)))) { lo, hi in
      withUnsafeTemporaryAllocation(of: E.T.self, capacity: tile) { room in
        guard let best = room.baseAddress else { return }
        for task in lo..<hi {
          let o = task / tiles
          let first = task % tiles * tile
          let width = min(tile, inner - first)
          var row = p + o * n * inner + first
          let index = indices + o * inner + first
          for j in 0..<width {
            best[j] = row[j]
            index[j] = 0
          }
          for k in 1..<max(n, 1) {
            row += inner
            let at = Int64(k)
            for j in 0..<width {
              let better = E.beats(row[j], best[j])
              best[j] = better ? row[j] : best[j]
              index[j] = better ? at : index[j]
            }
          }
          if let v { (v + o * inner + first).update(from: best, count: width) }
        }
      }
    }
  }

  /// Finds the block with the extreme at full speed and searches only that one for the position.
  @inline(__always)
  private static func firstExtreme<E: Extreme>(_: E.Type, _ x: UnsafePointer<E.T>, _ n: Int) -> Int {
    let block = 1024
    var best = E.row(x, min(block, n))
    var start = 0
    var i = block
    while i < n {
      let e = E.row(x + i, min(block, n - i))
      if E.beats(e, best) {
        best = e
        start = i
      }
      i += block
    }
    // Neither beats the other: the same number, or both NaN.
    for k in start..<min(n, start + block) where !E.beats(best, x[k]) && !E.beats(x[k], best) { return k }
    return start
  }
}
