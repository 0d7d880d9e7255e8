/// The loops of `gather` and `scatter`: an index tensor of the same rank replaces the coordinate of one dimension.
struct AlongDim {
  /// Rows of the index tensor along its last dimension.
  let rows: Int
  let length: Int
  private let lead: Shape
  private let strides: Shape
  /// Offset of one step along the last dimension, without the indexed one's part.
  private let lastStep: Int
  /// Offset of one step along the indexed dimension.
  private let step: Int
  /// No two rows reach the same element.
  private let rowsAreDisjoint: Bool

  init(index: Shape, strides all: Shape, dim: Int) {
    let rank = index.count
    length = rank == 0 ? 1 : index[rank - 1]
    lead = index.slice(0..<Swift.max(rank - 1, 0))
    rows = lead.product
    var s = all.slice(0..<Swift.max(rank - 1, 0))
    step = rank == 0 ? 1 : all[dim]
    if dim < s.count { s[dim] = 0 }
    strides = s
    lastStep = rank == 0 || dim == rank - 1 ? 0 : all[rank - 1]
    rowsAreDisjoint = rank <= 1 || dim == rank - 1
  }

  @inline(__always)
  private func start(_ row: Int) -> Int {
    var rest = row
    var offset = 0
    var d = lead.count - 1
    while d >= 0 {
      let (q, r) = rest.quotientAndRemainder(dividingBy: lead[d])
      offset &+= r &* strides[d]
      rest = q
      d -= 1
    }
    return offset
  }

  private var grain: Int { Swift.max(1, elementwiseGrain / Swift.max(length, 1)) }

  func gather(
    _ out: UnsafeMutableRawPointer, _ base: UnsafeRawPointer, _ index: UnsafePointer<Int64>, _ size: Int
  ) {
    switch size {
    case 1: gather(out, base, index, UInt8.self)
    case 2: gather(out, base, index, UInt16.self)
    case 4: gather(out, base, index, UInt32.self)
    case 8: gather(out, base, index, UInt64.self)
    default: gather(out, base, index, Pair<UInt64>.self)
    }
  }

  @inline(__always)
  private func gather<T: BitwiseCopyable>(
    _ out: UnsafeMutableRawPointer, _ base: UnsafeRawPointer, _ index: UnsafePointer<Int64>, _: T.Type
  ) {
    let o = out.assumingMemoryBound(to: T.self)
    let x = base.assumingMemoryBound(to: T.self)
    parallelFor(rows, grain: grain) { lo, hi in
      for r in lo..<hi {
        let from = x + start(r)
        let (to, i) = (o + r &* length, index + r &* length)
        if lastStep == 0 && step == 1 {
          for j in 0..<length { to[j] = from[Int(i[j])] }
        } else {
          for j in 0..<length { to[j] = from[j &* lastStep &+ Int(i[j]) &* step] }
        }
      }
    }
  }

  /// Writes or adds; `source` gives the row starts and the step of the values, or nil for one element for all.
  func scatter(
    _ base: UnsafeMutableRawPointer, _ index: UnsafePointer<Int64>, _ values: UnsafeRawPointer, source: SourceRows?,
    _ size: Int
  ) {
    switch size {
    case 1: scatter(base, index, values, source, UInt8.self)
    case 2: scatter(base, index, values, source, UInt16.self)
    case 4: scatter(base, index, values, source, UInt32.self)
    case 8: scatter(base, index, values, source, UInt64.self)
    default: scatter(base, index, values, source, Pair<UInt64>.self)
    }
  }

  @inline(__always)
  private func scatter<T: BitwiseCopyable>(
    _ base: UnsafeMutableRawPointer, _ index: UnsafePointer<Int64>, _ values: UnsafeRawPointer, _ source: SourceRows?,
    _: T.Type
  ) {
    let o = base.assumingMemoryBound(to: T.self)
    let v = values.assumingMemoryBound(to: T.self)
    parallelFor(rows, grain: rowsAreDisjoint ? grain : Swift.max(rows, 1)) { lo, hi in
      for r in lo..<hi {
        let (to, i) = (o + start(r), index + r &* length)
        let from = v + (source?.start(r, lead) ?? 0)
        let by = source?.step ?? 0
        for j in 0..<length { to[j &* lastStep &+ Int(i[j]) &* step] = from[j &* by] }
      }
    }
  }

  func add(
    _ base: UnsafeMutableRawPointer, _ index: UnsafePointer<Int64>, _ values: UnsafeRawPointer, source: SourceRows,
    _ dtype: DType
  ) {
    switch dtype {
    case .bool: add(base, index, values, source, Flag.self)
    case .uint8, .int8: add(base, index, values, source, UInt8.self)
    case .int16, .uint16, .float16, .bfloat16: add(base, index, values, source, UInt16.self)
    case .int32, .uint32: add(base, index, values, source, UInt32.self)
    case .int64, .uint64: add(base, index, values, source, UInt64.self)
    case .float32: add(base, index, values, source, Float.self)
    case .float64: add(base, index, values, source, Double.self)
    case .complex64: add(base, index, values, source, Pair<Float>.self)
    case .complex128: add(base, index, values, source, Pair<Double>.self)
    }
  }

  @inline(__always)
  private func add<T: Accumulating>(
    _ base: UnsafeMutableRawPointer, _ index: UnsafePointer<Int64>, _ values: UnsafeRawPointer, _ source: SourceRows,
    _: T.Type
  ) {
    let o = base.assumingMemoryBound(to: T.self)
    let v = values.assumingMemoryBound(to: T.self)
    parallelFor(rows, grain: rowsAreDisjoint ? grain : Swift.max(rows, 1)) { lo, hi in
      for r in lo..<hi {
        let (to, i) = (o + start(r), index + r &* length)
        let from = v + source.start(r, lead)
        for j in 0..<length {
          let k = j &* lastStep &+ Int(i[j]) &* step
          to[k] = T.plus(to[k], from[j &* source.step])
        }
      }
    }
  }
}

/// Where the values of a scatter lie; their tensor may be larger than the index tensor.
struct SourceRows {
  let strides: Shape
  let step: Int

  init(_ t: Tensor) {
    strides = t.strides
    step = t.dim == 0 ? 1 : t.strides[t.dim - 1]
  }

  @inline(__always)
  func start(_ row: Int, _ lead: Shape) -> Int {
    var rest = row
    var offset = 0
    var d = lead.count - 1
    while d >= 0 {
      let (q, r) = rest.quotientAndRemainder(dividingBy: lead[d])
      offset &+= r &* strides[d]
      rest = q
      d -= 1
    }
    return offset
  }
}
