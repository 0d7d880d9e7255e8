// Boolean masks and positions of non-zero elements.
extension Ops {
  private static let chunk = 16 * 1024

  /// 1 for every byte but 0, without a branch: masks are hard to predict.
  @inline(__always)
  private static func one(_ byte: UInt8) -> Int { Int(truncatingIfNeeded: (byte | (0 &- byte)) &>> 7) }

  /// Flat positions of the non-zero bytes of a dense mask: counted by chunks, then written without branches.
  @inline(__always)
  static func compress<T: BitwiseCopyable>(
    _ mask: UnsafePointer<UInt8>, _ n: Int, _ make: (_ total: Int) throws -> UnsafeMutablePointer<T>,
    _ value: (_ i: Int) -> T
  ) rethrows {
    let chunks = (n + chunk - 1) / chunk
    var starts = [Int](repeating: 0, count: chunks + 1)
    starts.withUnsafeMutableBufferPointer { s in
      nonisolated(unsafe) let s = s
      parallelFor(chunks, grain: 4) { lo, hi in
        for c in lo..<hi {
          var total = 0
          for i in (c &* chunk)..<Swift.min(n, (c + 1) &* chunk) { total &+= one(mask[i]) }
          s[c + 1] = total
        }
      }
    }
    for c in 0..<chunks { starts[c + 1] += starts[c] }
    let out = try make(starts[chunks])
    starts.withUnsafeBufferPointer { s in
      parallelFor(chunks, grain: 4) { lo, hi in
        for c in lo..<hi {
          var k = s[c]
          let end = s[c + 1]
          var i = c &* chunk
          // Every element is written and only a chosen one moves on; the loop ends with the last chosen one.
          while k < end {
            out[k] = value(i)
            k &+= one(mask[i])
            i &+= 1
          }
        }
      }
    }
  }

  static func maskBytes(_ mask: Tensor) -> UnsafePointer<UInt8> {
    UnsafePointer(mask.data.assumingMemoryBound(to: UInt8.self))
  }

  public static func maskedSelect(_ input: Tensor, _ mask: Tensor) throws -> Tensor {
    if mask.dtype != .bool { throw EmberwingError.runtime("masked_select: expected BoolTensor for mask") }
    let shape =
      try mask.dim <= input.dim ? Broadcast.shape(mask.shape, input.shape) : Broadcast.shape(input.shape, mask.shape)
    let (x, m) = try withGradMode(false) {
      (try dense(try expand(input, shape)), try dense(try expand(mask, shape)))
    }
    let bytes = maskBytes(m)
    var out: Tensor?
    func make<T>(_ total: Int, _: T.Type) throws -> UnsafeMutablePointer<T> {
      let t = try Tensor.empty([total], x.dtype)
      out = t
      return t.data.assumingMemoryBound(to: T.self)
    }
    @inline(__always)
    func run<T: BitwiseCopyable>(_ type: T.Type) throws {
      let p = x.data.assumingMemoryBound(to: T.self)
      try compress(bytes, x.count, { try make($0, type) }, { p[$0] })
    }
    switch x.dtype.size {
    case 1: try run(UInt8.self)
    case 2: try run(UInt16.self)
    case 4: try run(UInt32.self)
    case 8: try run(UInt64.self)
    default: try run(Pair<UInt64>.self)
    }
    withExtendedLifetime(m) {}
    guard let out else { throw EmberwingError.runtime("masked_select: no result") }
    // Where the mask widened the input, the engine sums over the new axes.
    return out.recorded("MaskedSelectBackward0", input, save: mask) { g, s in
      Grads(try maskedScatter(try Tensor.zeros(shape, g.dtype), try s[0], g))
    }
  }

  public static func maskedScatter(_ input: Tensor, _ mask: Tensor, _ source: Tensor) throws -> Tensor {
    if input.dtype != source.dtype {
      throw EmberwingError.runtime(
        "masked_scatter: expected self and source to have same dtypes but got\(input.dtype.scalarTypeName) and \(source.dtype.scalarTypeName)")
    }
    if mask.dtype != .bool {
      throw EmberwingError.runtime(
        "masked_scatter_ only supports boolean masks, but got mask with dtype \(mask.dtype.scalarTypeName)")
    }
    let shape = try Broadcast.shape(mask.shape, input.shape)
    let (out, m) = try withGradMode(false) {
      (try cloneContiguousData(try expand(input, shape)), try dense(try expand(mask, shape)))
    }
    let bytes = maskBytes(m)
    var total = 0
    for i in 0..<m.count { total &+= bytes[i] != 0 ? 1 : 0 }
    if total > source.count { throw EmberwingError.runtime("Number of elements of source < number of ones in mask") }
    let values = try dense(source)
    func run<T: BitwiseCopyable>(_: T.Type) {
      let (o, v) = (out.data.assumingMemoryBound(to: T.self), values.data.assumingMemoryBound(to: T.self))
      var k = 0
      for i in 0..<out.count where bytes[i] != 0 {
        o[i] = v[k]
        k &+= 1
      }
    }
    switch out.dtype.size {
    case 1: run(UInt8.self)
    case 2: run(UInt16.self)
    case 4: run(UInt32.self)
    case 8: run(UInt64.self)
    default: run(Pair<UInt64>.self)
    }
    let from = source.shape
    return out.recorded("MaskedScatterBackward0", inputs: [input, source], save: [mask]) { g, s in
      let mask = try s[0]
      var second: Tensor?
      if s.needs(1) {
        let taken = try maskedSelect(g, mask)
        second = try reshape(
          taken.count == from.product ? taken : try sliceBackward(taken, [from.product], 0, 0, 1), from)
      }
      return Grads(s.needs(0) ? try maskedFill(g, mask, .scalar(0)) : nil, second)
    }
  }

  /// Positions of the non-zero elements, one row each: int64 `[n, input.dim]`.
  public static func nonzero(_ input: Tensor) throws -> Tensor {
    let mask = try dense(try to(input, .bool))
    let rank = input.dim
    var flat: Tensor?
    try compress(
      maskBytes(mask), mask.count,
      { total in
        let t = try Tensor.empty([total], .int64)
        flat = t
        return t.data.assumingMemoryBound(to: Int64.self)
      }, { Int64(truncatingIfNeeded: $0) })
    guard let flat else { throw EmberwingError.runtime("nonzero: no result") }
    if rank == 1 { return try reshape(flat, [flat.count, 1]) }
    let out = try Tensor.empty([flat.count, rank], .int64)
    let (p, o) = (flat.data.assumingMemoryBound(to: Int64.self), out.data.assumingMemoryBound(to: Int64.self))
    let shape = input.shape
    parallelFor(flat.count, grain: elementwiseGrain / 4) { lo, hi in
      for i in lo..<hi {
        var rest = UInt64(truncatingIfNeeded: p[i])
        var d = rank - 1
        while d >= 0 {
          let (q, r) = rest.quotientAndRemainder(dividingBy: UInt64(shape[d]))
          o[i &* rank &+ d] = Int64(truncatingIfNeeded: r)
          rest = q
          d -= 1
        }
      }
    }
    return out
  }

  /// `nonzero(as_tuple=True)`: one index vector for each dimension; a 0-d input counts as one element.
  public static func nonzeroNumpy(_ input: Tensor) throws -> [Tensor] {
    let x = input.dim == 0 ? try reshape(input, [1]) : input
    let positions = try nonzero(x)
    return try (0..<x.dim).map { try contiguous(try select(positions, 1, $0)) }
  }

  public static func argwhere(_ input: Tensor) throws -> Tensor { try nonzero(input) }

  public static func oneHot(_ tensor: Tensor, _ numClasses: Int) throws -> Tensor {
    if tensor.dtype != .int64 {
      throw EmberwingError.runtime("one_hot is only applicable to index tensor of type LongTensor.")
    }
    let (held, p) = try denseIndex(tensor)
    if held.count == 0 {
      if numClasses <= 0 { throw EmberwingError.runtime("Can not infer total number of classes from empty tensor.") }
      return try Tensor.empty(tensor.shape + [numClasses], .int64)
    }
    var low = p[0]
    var high = p[0]
    for i in 0..<held.count {
      low = Swift.min(low, p[i])
      high = Swift.max(high, p[i])
    }
    if low < 0 { throw EmberwingError.runtime("Class values must be non-negative.") }
    if numClasses < -1 || (numClasses >= 0 && high >= numClasses) {
      throw EmberwingError.runtime("Class values must be smaller than num_classes.")
    }
    let (next, overflow) = Int(high).addingReportingOverflow(1)
    if overflow { throw EmberwingError.runtime("Class values must be smaller than num_classes.") }
    let n = numClasses == -1 ? next : numClasses
    let out = try Tensor.zeros(tensor.shape + [n], .int64)
    let o = out.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<held.count { o[i &* n &+ Int(p[i])] = 1 }
    withExtendedLifetime(held) {}
    return out
  }
}
