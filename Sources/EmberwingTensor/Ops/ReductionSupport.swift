// What all reductions share: lists of dimensions as bit masks, and a tensor seen as [outer, n, inner].
extension Ops {
  /// Contiguous elements in `dtype`, outside the graph; the tensor itself where it is so already.
  static func contiguousData(_ x: Tensor, _ dtype: DType) throws -> Tensor {
    if x.isContiguous && x.dtype == dtype { return x }
    let out = try Tensor.uninitialized(x.shape, dtype, count: try x.shape.checkedElementCount(elementSize: dtype.size))
    try copyData(into: out, from: x)
    return out
  }

  /// A fresh result of a kernel, converted to `dtype` outside the graph.
  static func castData(_ x: Tensor, _ dtype: DType) throws -> Tensor {
    if x.dtype == dtype { return x }
    return try contiguousData(x, dtype)
  }

  /// The dimensions of a reduction as bits; none given means all.
  static func dimMask(_ dim: Shape?, _ rank: Int) throws -> UInt64 {
    if rank > 64 { throw EmberwingError.runtime("only tensors with up to 64 dims are supported") }
    guard let dim, !dim.isEmpty else { return rank == 64 ? .max : (1 << UInt64(rank)) - 1 }
    var mask: UInt64 = 0
    for d in dim {
      let i = try wrapDim(d, rank)
      if rank == 0 { continue }
      let bit: UInt64 = 1 << UInt64(i)
      if mask & bit != 0 { throw EmberwingError.runtime("dim \(i) appears multiple times in the list of dims") }
      mask |= bit
    }
    return mask
  }

  @inline(__always) static func isReduced(_ mask: UInt64, _ i: Int) -> Bool { mask >> UInt64(i) & 1 != 0 }

  static func reducedShape(_ shape: Shape, _ mask: UInt64, _ keepdim: Bool) -> Shape {
    var r = Shape()
    for i in 0..<shape.count {
      if !isReduced(mask, i) { r.append(shape[i]) } else if keepdim { r.append(1) }
    }
    return r
  }

  /// How many elements each result is made of.
  static func reducedCount(_ shape: Shape, _ mask: UInt64) -> Int {
    var n = 1
    for i in 0..<shape.count where isReduced(mask, i) { n &*= shape[i] }
    return n
  }

  /// A result of a reduction with its dimensions put back as size 1.
  static func restoreDims(_ g: Tensor, _ shape: Shape, _ mask: UInt64, _ keepdim: Bool) throws -> Tensor {
    if keepdim || mask == 0 { return g }
    return try reshape(g, reducedShape(shape, mask, true))
  }

  /// A gradient of a reduction spread over what was reduced.
  static func expandReduced(_ g: Tensor, _ shape: Shape, _ mask: UInt64, _ keepdim: Bool) throws -> Tensor {
    try expand(try restoreDims(g, shape, mask, keepdim), shape)
  }

  /// Reduces the masked dimensions of `x`, read as `compute`. Neighbouring dimensions are taken together; separate groups
  /// are reduced one after the other, the innermost first.
  static func reduceData(_ op: ReduceOp, _ x: Tensor, _ mask: UInt64, _ keepdim: Bool, compute: DType) throws -> Tensor {
    var source = try contiguousData(x, compute)
    var type = compute
    var op = op
    let produced: DType = op == .all || op == .any ? .bool : compute
    let shape = x.shape
    var sizes = Shape()
    var bits: UInt64 = 0
    for i in 0..<shape.count where shape[i] != 1 {
      let last = sizes.count - 1
      if last >= 0, isReduced(bits, last) == isReduced(mask, i) {
        sizes[last] &*= shape[i]
      } else {
        if isReduced(mask, i) { bits |= 1 << UInt64(sizes.count) }
        sizes.append(shape[i])
      }
    }
    while bits.nonzeroBitCount > 1 {
      let j = 63 - bits.leadingZeroBitCount
      let outer = sizes.slice(0..<j).product
      let inner = sizes.slice((j + 1)..<sizes.count).product
      let part = try Tensor.uninitialized([outer &* inner], produced, count: outer &* inner)
      kernels.reduce(op, type, part.data, UnsafeRawPointer(source.data), outer: outer, n: sizes[j], inner: inner)
      source = part
      type = produced
      if op == .sumOfSquares || op == .sumOfAbs { op = .sum }
      bits &= ~(1 << UInt64(j))
      // What is left of the group's two neighbours is one group.
      var rest = sizes.slice(0..<j)
      if j + 1 < sizes.count {
        if j > 0 { rest[j - 1] &*= sizes[j + 1] } else { rest.append(sizes[j + 1]) }
      }
      sizes = rest
    }
    let result = reducedShape(shape, mask, keepdim)
    let out = try Tensor.uninitialized(result, produced, count: result.product)
    if bits == 0 {
      kernels.reduce(op, type, out.data, UnsafeRawPointer(source.data), outer: source.count, n: 1, inner: 1)
    } else {
      let j = 63 - bits.leadingZeroBitCount
      kernels.reduce(
        op, type, out.data, UnsafeRawPointer(source.data), outer: sizes.slice(0..<j).product, n: sizes[j],
        inner: sizes.slice((j + 1)..<sizes.count).product)
    }
    return out
  }

  /// `[outer, n, inner]` of one dimension.
  static func axis(_ shape: Shape, _ d: Int) -> (outer: Int, n: Int, inner: Int) {
    if shape.isEmpty { return (1, 1, 1) }
    return (shape.slice(0..<d).product, shape[d], shape.slice((d + 1)..<shape.count).product)
  }

  /// The masked dimensions moved to the end and made one, contiguous in `compute`: rows to reduce.
  static func rows(_ x: Tensor, _ mask: UInt64, compute: DType) throws -> (Tensor, outer: Int, n: Int, inner: Int) {
    let shape = x.shape
    var first = -1
    var last = -1
    for i in 0..<shape.count where isReduced(mask, i) && shape[i] != 1 {
      if first < 0 { first = i }
      last = i
    }
    if first < 0 { return (try contiguousData(x, compute), x.count, 1, 1) }
    var adjacent = true
    for i in first...last where !isReduced(mask, i) && shape[i] != 1 { adjacent = false }
    if adjacent {
      let data = try contiguousData(x, compute)
      return (
        data, shape.slice(0..<first).product, shape.slice(first..<(last + 1)).product,
        shape.slice((last + 1)..<shape.count).product
      )
    }
    var order = Shape()
    for i in 0..<shape.count where !isReduced(mask, i) { order.append(i) }
    let kept = order.count
    for i in 0..<shape.count where isReduced(mask, i) { order.append(i) }
    let moved = try withGradMode(false) { try contiguousData(try permute(x, order), compute) }
    return (
      moved, moved.shape.slice(0..<kept).product, moved.shape.slice(kept..<moved.dim).product, 1
    )
  }
}
