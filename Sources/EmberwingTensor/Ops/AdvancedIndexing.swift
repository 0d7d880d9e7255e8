// Indexing with tensors, as in NumPy: index tensors broadcast together and stand in place of the dimensions they index, or
// in front when other dimensions lie between them; a boolean mask stands for the positions where it is true.
extension Ops {
  /// Index tensors ready for use: int64, one entry for each dimension of `x`, negative positions still in them.
  private struct Plan {
    var x: Tensor
    /// nil for a dimension that is kept.
    var indices: [Tensor?]
    var rows: IndexedRows
    var shape: Shape
  }

  /// Masks become positions, and every index int64; `x` gains an axis for each 0-d mask.
  static func expandMasks(_ input: Tensor, _ indices: [Tensor?]) throws -> (Tensor, [Tensor?]) {
    var x = input
    var result: [Tensor?] = []
    for case let index in indices {
      guard let index else {
        result.append(nil)
        continue
      }
      switch index.dtype {
      case .int64: result.append(index)
      case .int32: result.append(try to(index, .int64))
      case .bool, .uint8:
        if index.dim == 0 {
          x = try unsqueeze(x, result.count)
          result.append(try reshape(try nonzero(try reshape(index, [1])), [-1]))
          continue
        }
        for j in 0..<index.dim {
          let d = result.count + j
          if d >= x.dim { throw tooManyIndices(x) }
          if index.shape[j] != x.shape[d] {
            throw EmberwingError.index(
              "The shape of the mask \(index.shape) at index \(j) does not match the shape of the indexed tensor \(x.shape) at index \(d)")
          }
        }
        let positions = try nonzero(index)
        for j in 0..<index.dim { result.append(try contiguous(try select(positions, 1, j))) }
      default: throw EmberwingError.index("tensors used as indices must be long, int, byte or bool tensors")
      }
    }
    if result.count > x.dim { throw tooManyIndices(x) }
    return (x, result)
  }

  private static func tooManyIndices(_ x: Tensor) -> EmberwingError {
    .index("too many indices for tensor of dimension \(x.dim)")
  }

  private static func plan(_ x: Tensor, _ indices: [Tensor?]) throws -> Plan {
    var common: Shape?
    for case let t? in indices {
      guard let c = common else {
        common = t.shape
        continue
      }
      do {
        common = try Broadcast.shape(c, t.shape)
      } catch {
        let shapes = indices.compactMap { $0?.shape.description }.joined(separator: ", ")
        throw EmberwingError.index(
          "shape mismatch: indexing tensors could not be broadcast together with shapes \(shapes)")
      }
    }
    let block = common ?? []
    let count = try block.checkedElementCount(elementSize: 8)
    try checkRoom(count)
    var positions = [Int](repeating: 0, count: count)
    var kept = Shape()
    var first = -1
    var last = -1
    var indexed = 0
    for d in 0..<x.dim {
      guard d < indices.count, let t = indices[d] else {
        kept.append(d)
        continue
      }
      if first < 0 { first = d }
      last = d
      indexed += 1
      try addPositions(&positions, t, block, dim: d, size: x.shape[d], step: x.strides[d])
    }
    let adjacent = indexed > 0 && last - first + 1 == indexed
    let lead = adjacent ? first : 0
    let outer = kept.slice(0..<lead)
    let tail = kept.slice(lead..<kept.count)
    try IndexedRows.checkTail(x, tail)
    var shape = Shape()
    for d in outer { shape.append(x.shape[d]) }
    shape = shape + block
    for d in tail { shape.append(x.shape[d]) }
    return Plan(
      x: x, indices: indices, rows: IndexedRows(x, outer: outer, tail: tail, positions: positions), shape: shape)
  }

  /// Adds the offsets that one index tensor gives to the positions of the block.
  private static func addPositions(
    _ positions: inout [Int], _ t: Tensor, _ block: Shape, dim: Int, size: Int, step: Int
  ) throws {
    let wide = try dense(t.shape == block ? t : try expand(t, block))
    let p = wide.data.assumingMemoryBound(to: Int64.self)
    if let bad = firstOutside(UnsafePointer(p), wide.count, -size, size) {
      throw EmberwingError.index("index \(bad) is out of bounds for dimension \(dim) with size \(size)")
    }
    positions.withUnsafeMutableBufferPointer { out in
      for i in 0..<out.count {
        let v = Int(p[i])
        out[i] &+= (v < 0 ? v &+ size : v) &* step
      }
    }
    withExtendedLifetime(wide) {}
  }

  /// `input[indices]`, where nil keeps a dimension whole.
  public static func index(_ input: Tensor, _ indices: [Tensor?]) throws -> Tensor {
    let (x, list) = try expandMasks(input, indices)
    let plan = try plan(x, list)
    let out = try Tensor.empty(plan.shape, x.dtype)
    plan.rows.gather(out.data, UnsafeRawPointer(x.data), x.dtype.size)
    let shape = x.shape
    let n = list.count
    return out.recorded("IndexBackward0", inputs: [x], save: list) { g, s in
      let list = try (0..<n).map { try s.optional($0) }
      return Grads(try indexPut(try Tensor.zeros(shape, g.dtype), list, g, true))
    }
  }

  private static func checkValues(_ input: Tensor, _ values: Tensor) throws -> Tensor {
    if values.dtype == input.dtype { return values }
    if values.isWrappedNumber { return try to(values, input.dtype) }
    throw EmberwingError.runtime(
      "Index put requires the source and destination dtypes match, got \(input.dtype.scalarTypeName) for the destination and \(values.dtype.scalarTypeName) for the source.")
  }

  /// Writes into `x` itself: no graph, no version bump.
  private static func putData(_ x: Tensor, _ list: [Tensor?], _ values: Tensor, _ accumulate: Bool) throws {
    let plan = try plan(x, list)
    guard Broadcast.isExpandable(values.shape, to: plan.shape) else {
      throw EmberwingError.runtime(
        "shape mismatch: value tensor of shape \(values.shape) cannot be broadcast to indexing result of shape \(plan.shape)")
    }
    try withGradMode(false) {
      // The values may lie in the memory that is written.
      let source = values.storage === x.storage ? try cloneContiguousData(values) : values
      if accumulate {
        let narrow = x.dtype == .float16 || x.dtype == .bfloat16
        let dense = try dense(try expand(narrow ? try to(source, .float32) : source, plan.shape))
        if narrow {
          let wide = try to(x, .float32)
          let whole = try self.plan(wide, list)
          whole.rows.add(wide.data, UnsafeRawPointer(dense.data), .float32)
          try copyData(into: x, from: wide)
        } else {
          plan.rows.add(x.data, UnsafeRawPointer(dense.data), x.dtype)
        }
      } else if source.count == 1 {
        plan.rows.put(x.data, UnsafeRawPointer(source.data), x.dtype.size, constant: true)
      } else {
        let dense = try dense(try expand(source, plan.shape))
        plan.rows.put(x.data, UnsafeRawPointer(dense.data), x.dtype.size, constant: false)
      }
    }
  }

  /// The gradients of `index_put`, shared by both forms.
  private static func putRule(_ n: Int, _ accumulate: Bool, _ dtype: DType) -> Rule {
    return { g, s in
      let list = try (0..<n).map { try s.optional($0) }
      var first: Tensor?
      if s.needs(0) {
        first = accumulate ? g : try indexPut(g, list, try Tensor.zeros([], g.dtype), false)
      }
      // The engine sums over the axes along which the values were broadcast.
      return Grads(first, s.needs(1) ? try index(g, list) : nil)
    }
  }

  /// A copy of `input` with `values` written (or added) at `indices`.
  public static func indexPut(_ input: Tensor, _ indices: [Tensor?], _ values: Tensor, _ accumulate: Bool) throws
    -> Tensor
  {
    let values = try checkValues(input, values)
    let (x, list) = try expandMasks(input, indices)
    let out = try cloneContiguousData(x)
    try putData(out, list, values, accumulate)
    let result = out.recorded(
      "IndexPutBackward0", inputs: [x, values], save: list, putRule(list.count, accumulate, out.dtype))
    return result.shape == input.shape ? result : try reshape(result, input.shape)
  }

  /// `input[indices] = values`, or `+=` with `accumulate`, in place.
  public static func indexPutInPlace(
    _ input: Tensor, _ indices: [Tensor?], _ values: Tensor, _ accumulate: Bool
  ) throws {
    try Inplace.check(input)
    let values = try checkValues(input, values)
    let (x, list) = try withGradMode(false) { try expandMasks(input, indices) }
    if list.isEmpty || list.allSatisfy({ $0 == nil }) {
      return try copyInPlace(input, accumulate ? try add(input, .tensor(values), 1) : values)
    }
    try putData(x, list, values, accumulate)
    input.bumpVersion()
    guard isGradEnabled, input.requiresGrad || values.requiresGrad else { return }
    // A 0-d mask gave `x` axes that `input` lacks; the rule then runs on indices for `x`.
    let shape = x.shape
    let rule = putRule(list.count, accumulate, input.dtype)
    let same = shape == input.shape
    let own = input.shape
    let history = input.requiresGrad ? input : nil
    let carrier = input.alias().recorded("IndexPutBackward0", inputs: [history, values], save: list) { g, s in
      if same { return try rule(g, s) }
      let r = try rule(try reshape(g, shape), s)
      return Grads(try r.first.map { try reshape($0, own) }, r.second)
    }
    Inplace.rebase(input, result: carrier)
  }
}
