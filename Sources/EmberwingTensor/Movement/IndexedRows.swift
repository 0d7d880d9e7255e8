// The loops behind indexing. They know element sizes and offsets only; callers have checked every index.

/// Element types that gradients and `index_add` sum.
protocol Accumulating: BitwiseCopyable {
  static func plus(_ a: Self, _ b: Self) -> Self
}

extension FixedWidthInteger {
  @inline(__always) static func plus(_ a: Self, _ b: Self) -> Self { a &+ b }
}

extension UInt8: Accumulating {}
extension Int8: Accumulating {}
extension Int16: Accumulating {}
extension UInt16: Accumulating {}
extension Int32: Accumulating {}
extension UInt32: Accumulating {}
extension Int64: Accumulating {}
extension UInt64: Accumulating {}
extension Float: Accumulating {
  @inline(__always) static func plus(_ a: Float, _ b: Float) -> Float { a + b }
}
extension Double: Accumulating {
  @inline(__always) static func plus(_ a: Double, _ b: Double) -> Double { a + b }
}

/// One byte that adds as a logical or.
struct Flag: Accumulating {
  var byte: UInt8
  @inline(__always) static func plus(_ a: Flag, _ b: Flag) -> Flag { Flag(byte: a.byte | b.byte) }
}

/// A complex number, or any two neighbours: aligned as one part.
struct Pair<T: BitwiseCopyable>: BitwiseCopyable {
  var first: T
  var second: T
}

extension Pair: Accumulating where T: Accumulating {
  @inline(__always) static func plus(_ a: Pair, _ b: Pair) -> Pair {
    Pair(first: T.plus(a.first, b.first), second: T.plus(a.second, b.second))
  }
}

/// A strided tensor seen as rows that index tensors pick: `[outer, position, mid, run]`, where a position is an offset that
/// the index tensors gave, and a run lies densely in memory.
struct IndexedRows {
  let outerShape: Shape
  let outerStrides: Shape
  let outerCount: Int
  let positions: [Int]
  let mids: [Int]
  let run: Int

  /// `outer` and `tail` are the dimensions before and after the indexed ones.
  init(_ x: Tensor, outer: Shape, tail: Shape, positions: [Int]) {
    var shape = Shape()
    var strides = Shape()
    for d in outer {
      shape.append(x.shape[d])
      strides.append(x.strides[d])
    }
    outerShape = shape
    outerStrides = strides
    outerCount = shape.product
    self.positions = positions
    // The trailing dimensions that are dense make the run; offsets into the others are listed.
    var k = tail.count
    var run = 1
    while k > 0 {
      let d = tail[k - 1]
      if x.shape[d] != 1 && x.strides[d] != run { break }
      run &*= x.shape[d]
      k -= 1
    }
    self.run = run
    var offsets = [0]
    for i in 0..<k {
      let (n, step) = (x.shape[tail[i]], x.strides[tail[i]])
      var next: [Int] = []
      next.reserveCapacity(offsets.count &* n)
      for o in offsets { for j in 0..<n { next.append(o &+ j &* step) } }
      offsets = next
    }
    mids = offsets
  }

  /// Refuses trailing dimensions (of an expanded tensor) whose offsets would not fit in memory.
  static func checkTail(_ x: Tensor, _ tail: Shape) throws {
    var count = 1
    for d in tail {
      let (n, overflow) = count.multipliedReportingOverflow(by: x.shape[d])
      if overflow { throw EmberwingError.runtime("index: the result is too large") }
      count = n
    }
    if count > 1 << 20 && !x.isContiguous { try Ops.checkRoom(count) }
  }

  /// Elements in the indexed result.
  var count: Int { outerCount &* positions.count &* mids.count &* run }

  private var perPosition: Int { Swift.max(mids.count &* run, 1) }

  @inline(__always)
  private func outerOffset(_ row: Int) -> Int {
    var rest = row
    var offset = 0
    var d = outerShape.count - 1
    while d >= 0 {
      let (q, r) = rest.quotientAndRemainder(dividingBy: outerShape[d])
      offset &+= r &* outerStrides[d]
      rest = q
      d -= 1
    }
    return offset
  }

  /// Calls `body` with (element offset, flat position in the result) for each run of the positions `lo ..< hi`.
  @inline(__always)
  private func forRuns(_ lo: Int, _ hi: Int, _ body: (_ offset: Int, _ at: Int) -> Void) {
    positions.withUnsafeBufferPointer { p in
      mids.withUnsafeBufferPointer { m in
        var i = lo
        while i < hi {
          let (o, first) = i.quotientAndRemainder(dividingBy: p.count)
          let base = outerOffset(o)
          let end = Swift.min(p.count, first + hi - i)
          var at = i &* m.count &* run
          for b in first..<end {
            let start = base &+ p[b]
            for k in 0..<m.count {
              body(start &+ m[k], at)
              at &+= run
            }
          }
          i += end - first
        }
      }
    }
  }

  // MARK: reading

  func gather(_ out: UnsafeMutableRawPointer, _ base: UnsafeRawPointer, _ size: Int) {
    if count == 0 { return }
    parallelFor(outerCount &* positions.count, grain: Swift.max(1, elementwiseGrain / perPosition)) { lo, hi in
      if run == 1 {
        switch size {
        case 1: single(out, base, lo, hi, UInt8.self)
        case 2: single(out, base, lo, hi, UInt16.self)
        case 4: single(out, base, lo, hi, UInt32.self)
        case 8: single(out, base, lo, hi, UInt64.self)
        default: single(out, base, lo, hi, Pair<UInt64>.self)
        }
      } else {
        let bytes = run &* size
        forRuns(lo, hi) { offset, at in (out + at &* size).copyMemory(from: base + offset &* size, byteCount: bytes) }
      }
    }
  }

  @inline(__always)
  private func single<T: BitwiseCopyable>(
    _ out: UnsafeMutableRawPointer, _ base: UnsafeRawPointer, _ lo: Int, _ hi: Int, _: T.Type
  ) {
    let o = out.assumingMemoryBound(to: T.self)
    let x = base.assumingMemoryBound(to: T.self)
    forRuns(lo, hi) { offset, at in o[at] = x[offset] }
  }

  // MARK: writing; where a position repeats, the last value stays

  /// Writes `values`, dense in the shape of the result or (`constant`) one element for all.
  func put(_ base: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, _ size: Int, constant: Bool) {
    if count == 0 { return }
    byOuter { lo, hi in
      switch size {
      case 1: put(base, values, lo, hi, constant, UInt8.self)
      case 2: put(base, values, lo, hi, constant, UInt16.self)
      case 4: put(base, values, lo, hi, constant, UInt32.self)
      case 8: put(base, values, lo, hi, constant, UInt64.self)
      default: put(base, values, lo, hi, constant, Pair<UInt64>.self)
      }
    }
  }

  @inline(__always)
  private func put<T: BitwiseCopyable>(
    _ base: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, _ lo: Int, _ hi: Int, _ constant: Bool, _: T.Type
  ) {
    let o = base.assumingMemoryBound(to: T.self)
    let v = values.assumingMemoryBound(to: T.self)
    if constant {
      let c = v[0]
      forRuns(lo, hi) { offset, _ in for j in 0..<run { o[offset &+ j] = c } }
    } else {
      forRuns(lo, hi) { offset, at in for j in 0..<run { o[offset &+ j] = v[at &+ j] } }
    }
  }

  /// Adds `values` at the positions, every occurrence of a repeated one. Not for 16-bit floats.
  func add(_ base: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, _ dtype: DType) {
    if count == 0 { return }
    if outerCount == 1 && mids.count == 1 && run >= 128 {
      // Few long rows may repeat a position: split the rows instead, so that no two threads meet.
      let grain = Swift.max(64, elementwiseGrain / positions.count)
      parallelFor(run, grain: grain) { lo, hi in add(base, values, dtype, 0, positions.count, lo, hi) }
    } else {
      byOuter { lo, hi in add(base, values, dtype, lo, hi, 0, run) }
    }
  }

  private func add(
    _ base: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, _ dtype: DType, _ lo: Int, _ hi: Int, _ from: Int,
    _ to: Int
  ) {
    switch dtype {
    case .bool: add(base, values, lo, hi, from, to, Flag.self)
    case .uint8, .int8: add(base, values, lo, hi, from, to, UInt8.self)
    case .int16, .uint16, .float16, .bfloat16: add(base, values, lo, hi, from, to, UInt16.self)
    case .int32, .uint32: add(base, values, lo, hi, from, to, UInt32.self)
    case .int64, .uint64: add(base, values, lo, hi, from, to, UInt64.self)
    case .float32: add(base, values, lo, hi, from, to, Float.self)
    case .float64: add(base, values, lo, hi, from, to, Double.self)
    case .complex64: add(base, values, lo, hi, from, to, Pair<Float>.self)
    case .complex128: add(base, values, lo, hi, from, to, Pair<Double>.self)
    }
  }

  @inline(__always)
  private func add<T: Accumulating>(
    _ base: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, _ lo: Int, _ hi: Int, _ from: Int, _ to: Int,
    _: T.Type
  ) {
    let o = base.assumingMemoryBound(to: T.self)
    let v = values.assumingMemoryBound(to: T.self)
    forRuns(lo, hi) { offset, at in
      for j in from..<to { o[offset &+ j] = T.plus(o[offset &+ j], v[at &+ j]) }
    }
  }

  /// Outer rows never meet in memory, so they may run in parallel; the positions within one are taken in order.
  private func byOuter(_ body: (_ lo: Int, _ hi: Int) -> Void) {
    let n = positions.count
    parallelFor(outerCount, grain: Swift.max(1, elementwiseGrain / Swift.max(n &* perPosition, 1))) { lo, hi in
      body(lo &* n, hi &* n)
    }
  }
}
