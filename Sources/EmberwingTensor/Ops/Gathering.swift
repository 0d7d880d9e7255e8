// Reading and writing through an index tensor along one dimension.
extension Ops {
  /// The tensor itself if contiguous, else a dense copy; no graph.
  static func dense(_ x: Tensor) throws -> Tensor { x.isContiguous ? x : try cloneContiguousData(x) }

  /// An index tensor as dense int64.
  static func denseIndex(_ index: Tensor) throws -> (Tensor, UnsafePointer<Int64>) {
    let t = try dense(try to(index, .int64))
    return (t, UnsafePointer(t.data.assumingMemoryBound(to: Int64.self)))
  }

  /// Refuses work lists that memory cannot hold: an array that is too large would end the process.
  static func checkRoom(_ count: Int) throws {
    if count > 1 << 20 { _ = try Tensor.empty([count], .int64) }
  }

  static func isIndexType(_ t: Tensor) -> Bool { t.dtype == .int64 || t.dtype == .int32 }

  /// The first value outside `low ..< high`, or nil.
  static func firstOutside(_ p: UnsafePointer<Int64>, _ count: Int, _ low: Int, _ high: Int) -> Int64? {
    let (from, span) = (Int64(low), UInt64(high - low))
    var bad: UInt64 = 0
    for i in 0..<count { bad |= UInt64(bitPattern: p[i] &- from) >= span ? 1 : 0 }
    if bad == 0 { return nil }
    for i in 0..<count where UInt64(bitPattern: p[i] &- from) >= span { return p[i] }
    return nil
  }

  private static func outOfBounds(_ value: Int64, _ dim: Int, _ size: Int) -> String {
    "index \(value) is out of bounds for dimension \(dim) with size \(size)"
  }

  private static func sizeAlong(_ t: Tensor, _ d: Int) -> Int { t.dim == 0 ? 1 : t.shape[d] }

  // MARK: gather, scatter

  public static func gather(_ input: Tensor, _ dim: Int, _ index: Tensor) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if !isIndexType(index) && index.count > 0 {
      throw EmberwingError.runtime("gather(): Expected dtype int32/int64 for index")
    }
    if index.count == 0 {
      let shape = input.shape
      return try Tensor.empty(index.shape, input.dtype).recorded("GatherBackward0", input) { g, _ in
        Grads(try Tensor.zeros(shape, g.dtype))
      }
    }
    if Swift.max(index.dim, 1) != Swift.max(input.dim, 1) {
      throw EmberwingError.runtime("Index tensor must have the same number of dimensions as input tensor")
    }
    if index.dim == 0 && input.dim == 1 { return try select(try gather(input, 0, try unsqueeze(index, 0)), 0, 0) }
    if input.dim == 0 && index.dim == 1 { return try gather(try unsqueeze(input, 0), 0, index) }
    for i in 0..<input.dim where i != d && index.shape[i] > input.shape[i] {
      throw EmberwingError.runtime(
        "Size does not match at dimension \(i) expected index \(index.shape) to be no larger than self \(input.shape) apart from dimension \(d)")
    }
    let (held, p) = try denseIndex(index)
    let size = sizeAlong(input, d)
    if let bad = firstOutside(p, held.count, 0, size) { throw EmberwingError.runtime(outOfBounds(bad, d, size)) }
    let out = try Tensor.uninitialized(index.shape, input.dtype, count: index.count)
    AlongDim(index: index.shape, strides: input.strides, dim: d).gather(
      out.data, UnsafeRawPointer(input.data), p, input.dtype.size)
    withExtendedLifetime(held) {}
    let shape = input.shape
    return out.recorded("GatherBackward0", input, save: index) { g, s in
      Grads(try scatterAdd(try Tensor.zeros(shape, g.dtype), d, try s[0], g))
    }
  }

  /// What scatter and scatter_add check: dtypes, ranks, sizes.
  static func checkScatter(_ input: Tensor, _ d: Int, _ index: Tensor, _ src: Tensor?) throws {
    if !isIndexType(index) { throw EmberwingError.runtime("scatter(): Expected dtype int32/int64 for index") }
    if let src, src.dtype != input.dtype {
      throw EmberwingError.runtime("scatter(): Expected self.dtype to be equal to src.dtype")
    }
    if index.count == 0 { return }
    if index.dim != input.dim {
      throw EmberwingError.runtime("Index tensor must have the same number of dimensions as self tensor")
    }
    if let src, src.dim != input.dim {
      throw EmberwingError.runtime("Index tensor must have the same number of dimensions as src tensor")
    }
    for i in 0..<input.dim {
      let tooLarge = i != d && index.shape[i] > input.shape[i]
      if let src, tooLarge || index.shape[i] > src.shape[i] {
        throw EmberwingError.runtime(
          "Expected index \(index.shape) to be no larger than self \(input.shape) apart from dimension \(d) and to be no larger size than src \(src.shape)")
      }
      if tooLarge {
        throw EmberwingError.runtime(
          "Expected index \(index.shape) to be no larger than self \(input.shape) apart from dimension \(d)")
      }
    }
  }

  private static func scatterData(
    _ input: Tensor, _ d: Int, _ index: Tensor, _ src: Tensor?, _ value: Scalar, adding: Bool
  ) throws -> Tensor {
    if index.count == 0 { return try cloneContiguousData(input) }
    let (held, p) = try denseIndex(index)
    let size = sizeAlong(input, d)
    if let bad = firstOutside(p, held.count, 0, size) { throw EmberwingError.runtime(outOfBounds(bad, d, size)) }
    let narrow = adding && (input.dtype == .float16 || input.dtype == .bfloat16)
    var out = try cloneContiguousData(input)
    var values = src
    if narrow {
      out = try withGradMode(false) { try to(out, .float32) }
      values = try withGradMode(false) { try src.map { try to($0, .float32) } }
    }
    let along = AlongDim(index: index.shape, strides: out.strides, dim: d)
    if let values {
      if adding {
        along.add(out.data, p, UnsafeRawPointer(values.data), source: SourceRows(values), out.dtype)
      } else {
        along.scatter(out.data, p, UnsafeRawPointer(values.data), source: SourceRows(values), out.dtype.size)
      }
    } else {
      var c: InlineArray<2, Double> = [0, 0]
      withUnsafeMutablePointer(to: &c) { raw in
        value.store(to: UnsafeMutableRawPointer(raw), as: out.dtype)
        along.scatter(out.data, p, UnsafeRawPointer(raw), source: nil, out.dtype.size)
      }
    }
    withExtendedLifetime(held) {}
    return narrow ? try withGradMode(false) { try to(out, input.dtype) } : out
  }

  /// The gradient of `src`: what was read, in a tensor of `src`'s shape.
  private static func sourceGradient(_ g: Tensor, _ d: Int, _ index: Tensor, _ shape: Shape) throws -> Tensor {
    if index.count == 0 { return try Tensor.zeros(shape, g.dtype) }
    var r = try gather(g, d, index)
    for i in 0..<shape.count where r.shape[i] != shape[i] {
      var wider = r.shape
      wider[i] = shape[i]
      r = try sliceBackward(r, wider, i, 0, 1)
    }
    return r
  }

  public static func scatter(_ input: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    try checkScatter(input, d, index, src)
    let shape = src.shape
    return try scatterData(input, d, index, src, 0, adding: false)
      .recorded("ScatterBackward0", inputs: [input, src], save: [index]) { g, s in
        let index = try s[0]
        return Grads(
          s.needs(0) ? try scatterValue(g, d, index, 0) : nil,
          s.needs(1) ? try sourceGradient(g, d, index, shape) : nil)
      }
  }

  public static func scatterValue(_ input: Tensor, _ dim: Int, _ index: Tensor, _ value: Scalar) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    try checkScatter(input, d, index, nil)
    if case .complex = value, !input.dtype.isComplex {
      throw EmberwingError.runtime("value cannot be converted to type \(input.dtype.name) without overflow")
    }
    return try scatterData(input, d, index, nil, value, adding: false)
      .recorded("ScatterBackward1", input, save: index) { g, s in Grads(try scatterValue(g, d, try s[0], 0)) }
  }

  public static func scatterAdd(_ input: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    try checkScatter(input, d, index, src)
    let shape = src.shape
    return try scatterData(input, d, index, src, 0, adding: true)
      .recorded("ScatterAddBackward0", inputs: [input, src], save: [index]) { g, s in
        Grads(g, s.needs(1) ? try sourceGradient(g, d, try s[0], shape) : nil)
      }
  }

  public static func takeAlongDim(_ input: Tensor, _ indices: Tensor, _ dim: Int?) throws -> Tensor {
    guard let dim else { return try gather(try reshape(input, [-1]), 0, try reshape(indices, [-1])) }
    if input.dim != indices.dim {
      throw EmberwingError.runtime(
        "torch.take_along_dim(): input and indices should have the same number of dimensions, but got \(input.dim) dimensions for input, and \(indices.dim) dimensions for indices")
    }
    let d = try wrapDim(dim, input.dim)
    if input.dim == 0 { return try gather(input, 0, indices) }
    var a = input.shape
    var b = indices.shape
    a[d] = 1
    b[d] = 1
    var common = try Broadcast.shape(a, b)
    common[d] = input.shape[d]
    let wide = try expand(input, common)
    common[d] = indices.shape[d]
    let index = try expand(indices, common)
    // A position from the end is allowed here, unlike in gather.
    let size = input.shape[d]
    let (held, p) = try denseIndex(index)
    if let bad = firstOutside(p, held.count, -size, size) { throw EmberwingError.runtime(outOfBounds(bad, d, size)) }
    return try gather(wide, d, try wrapped(held, size))
  }

  /// Negative positions counted from the end; all are inside `-size ..< size`.
  static func wrapped(_ index: Tensor, _ size: Int) throws -> Tensor {
    let p = index.data.assumingMemoryBound(to: Int64.self)
    if firstOutside(UnsafePointer(p), index.count, 0, size) == nil { return index }
    let out = try Tensor.uninitialized(index.shape, .int64, count: index.count)
    let o = out.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<index.count { o[i] = p[i] < 0 ? p[i] + Int64(size) : p[i] }
    return out
  }

  public static func take(_ input: Tensor, _ index: Tensor) throws -> Tensor {
    if index.dtype != .int64 {
      throw EmberwingError.runtime("take(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
    }
    let n = input.count
    let (held, p) = try denseIndex(index)
    if let bad = firstOutside(p, held.count, -n, n) {
      throw EmberwingError.index("out of range: tried to access index \(bad) on a tensor of \(n) elements.")
    }
    let flat = try indexSelect(try reshape(input, [-1]), 0, try reshape(try wrapped(held, n), [-1]))
    return try reshape(flat, index.shape)
  }

  // MARK: rows of one dimension

  /// `input` seen as rows along `d`, at the positions of a vector of indices inside `0 ..< size`.
  private static func rows(_ input: Tensor, _ d: Int, _ p: UnsafePointer<Int64>, _ count: Int) throws -> IndexedRows {
    try IndexedRows.checkTail(input, Shape(Swift.min(d + 1, input.dim)..<input.dim))
    let step = input.dim == 0 ? 1 : input.strides[d]
    var positions = [Int](repeating: 0, count: count)
    for i in 0..<count { positions[i] = Int(p[i]) &* step }
    return IndexedRows(
      input, outer: Shape(0..<Swift.min(d, input.dim)), tail: Shape(Swift.min(d + 1, input.dim)..<input.dim),
      positions: positions)
  }

  public static func indexSelect(_ input: Tensor, _ dim: Int, _ index: Tensor) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if index.dim > 1 { throw EmberwingError.index("index_select(): Index is supposed to be a vector") }
    if !isIndexType(index) {
      throw EmberwingError.runtime("index_select(): Expected dtype int32 or int64 for index")
    }
    if input.dim == 0 && index.count != 1 {
      throw EmberwingError.runtime(
        "index_select(): Index to scalar can have only 1 value, got \(index.count) value(s)")
    }
    let (held, p) = try denseIndex(index)
    if firstOutside(p, held.count, 0, sizeAlong(input, d)) != nil {
      throw EmberwingError.index("index out of range in self")
    }
    var shape = input.shape
    if input.dim > 0 { shape[d] = held.count }
    let out = try Tensor.empty(shape, input.dtype)
    try rows(input, d, p, held.count).gather(out.data, UnsafeRawPointer(input.data), input.dtype.size)
    withExtendedLifetime(held) {}
    let from = input.shape
    return out.recorded("IndexSelectBackward0", input, save: index) { g, s in
      Grads(try indexAdd(try Tensor.zeros(from, g.dtype), d, try s[0], g, 1))
    }
  }

  public static func indexAdd(_ input: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, _ alpha: Scalar) throws
    -> Tensor
  {
    let d = try wrapDim(dim, input.dim)
    if index.dim > 1 {
      throw EmberwingError.index(
        "index_add_(): Index is supposed to be a vector, but got dim: \(index.dim) with type: \(index.dtype.scalarTypeName) and size: \(index.shape)")
    }
    if !isIndexType(index) {
      throw EmberwingError.runtime(
        "index_add_(): Expected dtype int32/int64 for index but got: \(index.dtype.scalarTypeName)")
    }
    if input.dtype != source.dtype {
      throw EmberwingError.runtime(
        "index_add_(): self (\(input.dtype.scalarTypeName)) and source (\(source.dtype.scalarTypeName)) must have the same scalar type")
    }
    if input.dim != source.dim && !(input.dim == 0 && source.dim == 1) {
      throw EmberwingError.runtime(
        "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = \(input.shape) source.shape = \(source.shape)")
    }
    if index.count != sizeAlong(source, d) {
      throw EmberwingError.runtime(
        "index_add_(): Number of indices (\(index.count)) should be equal to source.size(dim): (\(sizeAlong(source, d))), for dim: \(d)")
    }
    for i in 0..<input.dim where i != d && input.shape[i] != source.shape[i] {
      throw EmberwingError.runtime(
        "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = \(input.shape) source.shape = \(source.shape)")
    }
    let (held, p) = try denseIndex(index)
    let size = sizeAlong(input, d)
    if let bad = firstOutside(p, held.count, 0, size) { throw EmberwingError.runtime(outOfBounds(bad, d, size)) }
    let narrow = input.dtype == .float16 || input.dtype == .bfloat16
    let out: Tensor = try withGradMode(false) {
      let values = try dense(alpha.isOne ? source : try mul(source, .scalar(alpha)))
      let sum = narrow ? try to(input, .float32) : try cloneContiguousData(input)
      let addend = try dense(narrow ? try to(values, .float32) : values)
      let target = try dense(sum)
      try rows(target, d, p, held.count).add(target.data, UnsafeRawPointer(addend.data), target.dtype)
      return narrow ? try to(target, input.dtype) : target
    }
    withExtendedLifetime(held) {}
    return out.recorded("IndexAddBackward0", inputs: [input, source], save: [index]) { g, s in
      if !s.needs(1) { return Grads(g) }
      let picked = try indexSelect(g, d, try s[0])
      return Grads(g, alpha.isOne ? picked : try mul(picked, .scalar(alpha)))
    }
  }

  public static func indexCopy(_ input: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if index.dim > 1 {
      throw EmberwingError.index("index_copy_(): Index should have dimension 1 or 0 (got \(index.dim))")
    }
    if index.dtype != .int64 {
      throw EmberwingError.runtime("index_copy_(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
    }
    if input.dtype != source.dtype {
      throw EmberwingError.runtime(
        "index_copy_(): self and source expected to have the same dtype, but got (self) \(input.dtype.scalarTypeName) and (source) \(source.dtype.scalarTypeName)")
    }
    if source.dim != input.dim && source.dim != 0 && input.dim != 0 {
      throw EmberwingError.index(
        "index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality (\(source.dim)), destination dimensionality (\(input.dim))")
    }
    for i in 0..<Swift.min(input.dim, source.dim) where i != d && input.shape[i] != source.shape[i] {
      throw EmberwingError.runtime(
        "index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: \(input.shape.slice(i..<i + 1)[0]) at dimension \(d) and source slice shape: \(source.shape[i]) at dimension \(d).")
    }
    if index.count != sizeAlong(source, d) {
      throw EmberwingError.index(
        "index_copy_(): Number of indices (\(index.count)) should be equal to source.size(dim) (\(sizeAlong(source, d)))")
    }
    let (held, p) = try denseIndex(index)
    let size = sizeAlong(input, d)
    if let bad = firstOutside(p, held.count, 0, size) {
      throw EmberwingError.index("index_copy_(): " + outOfBounds(bad, d, size))
    }
    let out = try cloneContiguousData(input)
    let picked = try rows(out, d, p, held.count)
    let values = try dense(source)
    if picked.count != values.count {
      throw EmberwingError.runtime("index_copy_(): source of shape \(source.shape) does not fit \(input.shape)")
    }
    picked.put(out.data, UnsafeRawPointer(values.data), out.dtype.size, constant: false)
    withExtendedLifetime(held) {}
    let shape = source.shape
    return out.recorded("IndexCopyBackward0", inputs: [input, source], save: [index]) { g, s in
      let index = try s[0]
      return Grads(
        s.needs(0) ? try indexFill(g, d, index, .scalar(0)) : nil,
        s.needs(1) ? try reshape(try indexSelect(g, d, index), shape) : nil)
    }
  }

  public static func indexFill(_ input: Tensor, _ dim: Int, _ index: Tensor, _ value: Operand) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if index.dtype != .int64 { throw EmberwingError.index("index_fill_(): Expected dtype int64 for index.") }
    if index.dim > 1 { throw EmberwingError.index("Index has to be a vector/scalar") }
    if let t = value.tensor, t.dim != 0 {
      throw EmberwingError.runtime(
        "index_fill_ only supports a 0-dimensional value tensor, but got tensor with \(t.dim) dimension(s).")
    }
    let (held, p) = try denseIndex(index)
    let size = sizeAlong(input, d)
    if let bad = firstOutside(p, held.count, -size, size) { throw EmberwingError.index(outOfBounds(bad, d, size)) }
    let inside = try wrapped(held, size)
    let out = try cloneContiguousData(input)
    let one = try withGradMode(false) { try to(try value.asTensor(), input.dtype) }
    try rows(out, d, UnsafePointer(inside.data.assumingMemoryBound(to: Int64.self)), inside.count)
      .put(out.data, UnsafeRawPointer(one.data), out.dtype.size, constant: true)
    return out.recorded("IndexFillBackward0", inputs: [input, value.tensor], save: [index]) { g, s in
      let index = try s[0]
      return Grads(
        s.needs(0) ? try indexFill(g, d, index, .scalar(0)) : nil,
        // A place counts once, however often it is named.
        s.needs(1) ? try sum(try Calc.sub(g, indexFill(g, d, index, .scalar(0))), nil, false, nil) : nil)
    }
  }
}
