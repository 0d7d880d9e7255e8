// Distinct values and searches among sorted ones.
extension Ops {
  /// Dense values as one of two comparable types: float64, or int64 (unsigned 64-bit values shifted into its order).
  static func comparable(_ x: Tensor) throws -> Tensor {
    try withGradMode(false) {
      if x.dtype.isFloatingPoint { return try dense(try to(x, .float64)) }
      if x.dtype == .uint64 {
        let bits = try Tensor.window(
          x.storage, shape: x.shape, strides: x.strides, offset: x.impl.offset, dtype: .int64)
        return try dense(try bitwiseXor(bits, .scalar(.int(Int64.min))))
      }
      return try dense(try to(x, .int64))
    }
  }

  private static func refuse(_ name: String, _ x: Tensor) throws {
    if x.dtype.isComplex { throw unsupported(name, x.dtype) }
  }

  /// Numbers runs of equal neighbours in `order`: positions of their first members, and the run of each place.
  private static func runs(_ n: Int, _ order: (Int) -> Int, _ same: (_ a: Int, _ b: Int) -> Bool) -> (
    firsts: [Int], run: [Int]
  ) {
    var firsts: [Int] = []
    var run = [Int](repeating: 0, count: n)
    for i in 0..<n {
      if i == 0 || !same(order(i - 1), order(i)) { firsts.append(i) }
      run[order(i)] = firsts.count - 1
    }
    return (firsts, run)
  }

  private static func int64s(_ values: [Int], _ shape: Shape) throws -> Tensor {
    let t = try Tensor.empty(shape, .int64)
    let p = t.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<values.count { p[i] = Int64(values[i]) }
    return t
  }

  private static func lengths(_ firsts: [Int], _ n: Int) throws -> Tensor {
    var sizes: [Int] = []
    for i in firsts.indices { sizes.append((i + 1 < firsts.count ? firsts[i + 1] : n) - firsts[i]) }
    return try int64s(sizes, [sizes.count])
  }

  /// Distinct values of all of `x`: sorted, or the heads of runs of equal neighbours.
  private static func distinctValues(_ x: Tensor, consecutive: Bool) throws -> (Tensor, Tensor, Tensor) {
    let flat = try withGradMode(false) { try reshape(x, [-1]) }
    let n = flat.count
    try checkRoom(n.multipliedReportingOverflow(by: 2).partialValue)
    let keys = try comparable(flat)
    let order = consecutive ? nil : try withGradMode(false) { try sort(flat, 0, false, true).1 }
    let at = order.map { $0.data.assumingMemoryBound(to: Int64.self) }
    func place(_ i: Int) -> Int { at.map { Int($0[i]) } ?? i }
    @inline(__always)
    func split<T: Equatable>(_: T.Type) -> (firsts: [Int], run: [Int]) {
      let v = keys.data.assumingMemoryBound(to: T.self)
      return runs(n, place) { v[$0] == v[$1] }
    }
    let (firsts, run) = keys.dtype == .float64 ? split(Double.self) : split(Int64.self)
    let heads = try int64s(firsts.map(place), [firsts.count])
    withExtendedLifetime((order, keys)) {}
    let values = try withGradMode(false) { try indexSelect(flat, 0, heads) }
    return (values, try int64s(run, x.shape), try lengths(firsts, n))
  }

  /// Distinct slices along `d`: sorted lexicographically, or the heads of runs of equal neighbours.
  private static func distinctSlices(_ x: Tensor, _ d: Int, consecutive: Bool) throws -> (Tensor, Tensor, Tensor) {
    let n = x.shape[d]
    let width = n == 0 ? 0 : x.count / n
    if x.count == 0 {
      if n != 0 || x.shape.filter({ $0 == 0 }).count != 1 {
        throw EmberwingError.runtime(
          "There are 0 sized dimensions, and they aren't selected, so unique cannot be applied")
      }
      return (try cloneContiguousData(x), try Tensor.zeros([0], .int64), try Tensor.zeros([0], .int64))
    }
    try checkRoom(n.multipliedReportingOverflow(by: 2).partialValue)
    let keys = try withGradMode(false) { try comparable(try reshape(try movedim(x, [d], [0]), [n, width])) }
    @inline(__always)
    func split<T: Comparable>(_: T.Type) -> ([Int], [Int], [Int]) {
      let v = keys.data.assumingMemoryBound(to: T.self)
      var order = Array(0..<n)
      if !consecutive {
        order.sort { a, b in
          for k in 0..<width {
            let (p, q) = (v[a &* width &+ k], v[b &* width &+ k])
            if p != q { return p < q }
          }
          return a < b
        }
      }
      let (firsts, run) = runs(n, { order[$0] }) { a, b in
        for k in 0..<width where v[a &* width &+ k] != v[b &* width &+ k] { return false }
        return true
      }
      return (firsts, run, order)
    }
    let (firsts, run, order) = keys.dtype == .float64 ? split(Double.self) : split(Int64.self)
    withExtendedLifetime(keys) {}
    let heads = try int64s(firsts.map { order[$0] }, [firsts.count])
    let values = try withGradMode(false) { try indexSelect(x, d, heads) }
    return (values, try int64s(run, [n]), try lengths(firsts, n))
  }

  public static func uniqueParts(_ input: Tensor, _ dim: Int?) throws -> (Tensor, Tensor, Tensor) {
    try refuse("unique", input)
    guard let dim else { return try distinctValues(input, consecutive: false) }
    let d = try wrapDim(dim, input.dim)
    if input.dim == 0 { return try distinctValues(try reshape(input, [1]), consecutive: false) }
    return try distinctSlices(input, d, consecutive: false)
  }

  public static func uniqueConsecutiveParts(_ input: Tensor, _ dim: Int?) throws -> (Tensor, Tensor, Tensor) {
    try refuse("unique_consecutive", input)
    guard let dim else { return try distinctValues(input, consecutive: true) }
    let d = try wrapDim(dim, input.dim)
    if input.dim == 0 { return try distinctValues(try reshape(input, [1]), consecutive: true) }
    return try distinctSlices(input, d, consecutive: true)
  }

  // MARK: searches

  /// How many of the sorted values at `row ..< row + n` stand before `value`; with `right`, equal ones do too.
  @inline(__always)
  private static func rank<T: Comparable>(
    _ v: UnsafePointer<T>, _ n: Int, _ value: T, _ right: Bool, _ sorter: UnsafePointer<Int64>?
  ) -> Int {
    var (low, high) = (0, n)
    while low < high {
      let middle = low &+ (high &- low) / 2
      let x = sorter.map { v[Int($0[middle])] } ?? v[middle]
      // A NaN that is searched for stands behind everything.
      let before = right ? !(x > value) : !(x >= value)
      if before { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  private static func search(
    _ bounds: Tensor, _ values: Tensor, _ int32: Bool, _ right: Bool, _ sorter: Tensor?
  ) throws -> Tensor {
    let type = DType.promote(bounds.dtype, values.dtype)
    let (a, b) = try withGradMode(false) { (try comparable(try to(bounds, type)), try comparable(try to(values, type))) }
    let places = try sorter.map { try dense($0) }
    let s = places.map { UnsafePointer($0.data.assumingMemoryBound(to: Int64.self)) }
    let out = try Tensor.empty(values.shape, .int64)
    let o = out.data.assumingMemoryBound(to: Int64.self)
    let n = bounds.dim == 0 ? 1 : bounds.shape[bounds.dim - 1]
    let single = bounds.dim <= 1
    let per = values.dim == 0 ? 1 : values.shape[values.dim - 1]
    @inline(__always)
    func run<T: Comparable>(_: T.Type) {
      let (v, w) = (
        UnsafePointer(a.data.assumingMemoryBound(to: T.self)), b.data.assumingMemoryBound(to: T.self)
      )
      parallelFor(out.count, grain: 1024) { lo, hi in
        for i in lo..<hi {
          let row = single ? 0 : i / per &* n
          o[i] = Int64(rank(v + row, n, w[i], right, s.map { $0 + row }))
        }
      }
    }
    if a.dtype == .float64 { run(Double.self) } else { run(Int64.self) }
    withExtendedLifetime((a, b, places)) {}
    return int32 ? try to(out, .int32) : out
  }

  public static func searchsorted(
    _ sortedSequence: Tensor, _ input: Operand, _ outInt32: Bool, _ right: Bool, _ side: String?, _ sorter: Tensor?
  ) throws -> Tensor {
    try refuse("searchsorted_out_cpu", sortedSequence)
    if sortedSequence.dtype == .bool && input.tensor?.dtype == .bool { throw unsupported("searchsorted_out_cpu", .bool) }
    var right = right
    if let side {
      if side != "left" && side != "right" {
        throw EmberwingError.runtime(
          "torch.searchsorted(): side can only be 'left' or 'right' but got \(side)")
      }
      if right && side == "left" {
        throw EmberwingError.runtime(
          "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True")
      }
      right = side == "right"
    }
    let bounds = sortedSequence
    let values: Tensor
    switch input {
    case .scalar(let v):
      if bounds.dim != 1 {
        throw EmberwingError.runtime(
          "torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(\(bounds.dim)) and input value's dim(0) numel(1)")
      }
      values = try Tensor.scalar(v, Promotion.of(bounds, input))
    case .tensor(let t): values = t
    }
    if case .tensor = input, !values.isWrappedNumber, values.dtype != bounds.dtype {
      throw EmberwingError.runtime(
        "torch.searchsorted(): boundary tensor and input value tensor should have same dtype, but got boundary tensor dtype \(bounds.dtype.scalarTypeName) and input value tensor dtype \(values.dtype.scalarTypeName)")
    }
    if values.dim == 0 && values.count == 1 && bounds.dim != 1 {
      throw EmberwingError.runtime(
        "torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(\(bounds.dim)) and input value's dim(0) numel(1)")
    }
    if bounds.dim == 0 {
      throw EmberwingError.runtime("torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension")
    }
    if let sorter {
      if sorter.shape != bounds.shape {
        throw EmberwingError.runtime(
          "torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor \(bounds.shape)and got sorter tensor \(sorter.shape)")
      }
      if sorter.dtype != .int64 {
        throw EmberwingError.runtime(
          "torch.searchsorted(): sorter must be a tensor of long dtype but got dtype \(sorter.dtype.scalarTypeName)")
      }
      let (held, p) = try denseIndex(sorter)
      let n = bounds.shape[bounds.dim - 1]
      if firstOutside(p, held.count, 0, n) != nil {
        throw EmberwingError.runtime("torch.searchsorted(): sorter index out of range")
      }
      withExtendedLifetime(held) {}
    }
    if bounds.dim != 1 {
      let lead = bounds.shape.slice(0..<bounds.dim - 1)
      if values.dim != bounds.dim || values.shape.slice(0..<values.dim - 1) != lead {
        throw EmberwingError.runtime(
          "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor \(bounds.shape) and input value tensor \(values.shape)")
      }
    }
    return try search(bounds, values, outInt32, right, sorter)
  }

  public static func bucketize(_ input: Operand, _ boundaries: Tensor, _ outInt32: Bool, _ right: Bool) throws -> Tensor {
    if boundaries.dim != 1 {
      throw EmberwingError.runtime("boundaries tensor must be 1 dimension, but got dim(\(boundaries.dim))")
    }
    try refuse("bucketize", boundaries)
    if boundaries.dtype == .bool && input.tensor?.dtype == .bool { throw unsupported("searchsorted_out_cpu", .bool) }
    if let t = input.tensor, !t.isWrappedNumber, t.dtype != boundaries.dtype {
      throw EmberwingError.runtime(
        "torch.searchsorted(): boundary tensor and input value tensor should have same dtype, but got boundary tensor dtype \(boundaries.dtype.scalarTypeName) and input value tensor dtype \(t.dtype.scalarTypeName)")
    }
    return try search(boundaries, try input.asTensor(), outInt32, right, nil)
  }

  public static func isin(_ elements: Operand, _ testElements: Operand, _ assumeUnique: Bool, _ invert: Bool) throws
    -> Tensor
  {
    let (x, y) = (try elements.asTensor(), try testElements.asTensor())
    for t in [x, y] where t.dtype.isComplex || t.dtype == .bool {
      throw EmberwingError.notImplemented("Unsupported input type encountered for isin(): \(t.dtype.scalarTypeName)")
    }
    let type = DType.promote(x.dtype, y.dtype)
    let (a, b) = try withGradMode(false) {
      (
        try comparable(try to(x, type)),
        try comparable(try sort(try reshape(try to(y, type), [-1]), 0, false, false).0)
      )
    }
    let out = try Tensor.empty(x.shape, .bool)
    let o = out.data.assumingMemoryBound(to: UInt8.self)
    @inline(__always)
    func run<T: Comparable>(_: T.Type) {
      let (v, w) = (
        a.data.assumingMemoryBound(to: T.self), UnsafePointer(b.data.assumingMemoryBound(to: T.self))
      )
      // NaN come last and equal nothing.
      var numbers = b.count
      while numbers > 0 && w[numbers - 1] != w[numbers - 1] { numbers -= 1 }
      let n = numbers
      parallelFor(out.count, grain: 1024) { lo, hi in
        for i in lo..<hi {
          let k = rank(w, n, v[i], false, nil)
          o[i] = (k < n && w[k] == v[i]) != invert ? 1 : 0
        }
      }
    }
    if a.dtype == .float64 { run(Double.self) } else { run(Int64.self) }
    withExtendedLifetime((a, b)) {}
    return out
  }

  @_optimize(none)
  static func registerUniqueness(_ r: inout Registry) {
    let few = Samples(dtypes: Samples.numbers, differentiable: false) { m in
      [[.tensor(try m.tensor([3, 4])), .none], [.tensor(try m.tensor([4, 2])), .int(0)], [.tensor(try m.tensor([0])), .none]]
    }
    r.add(
      "unique.parts(input, dim=None) -> (output, inverse_indices, counts)", uniqueParts,
      "The distinct values (or slices along `dim`) in order, where each element went, how often each occurs.",
      on: .hidden, samples: few)
    r.add(
      "unique_consecutive.parts(input, dim=None) -> (output, inverse_indices, counts)", uniqueConsecutiveParts,
      "The heads of runs of equal neighbours, the run of each element, the lengths of the runs.", on: .hidden,
      samples: few)
    r.add(
      "searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None)", searchsorted,
      "Where each value would be inserted into the sorted innermost dimension.", on: .function,
      samples: Samples(dtypes: Samples.numbers, differentiable: false) { m in
        let sorted = try Ops.sort(try m.tensor([2, 5]), -1, false, false).0
        return [
          [.tensor(sorted), .tensor(try m.tensor([2, 3])), .bool(false), .bool(true), .none, .none],
          [.tensor(try Ops.select(sorted, 0, 0)), .tensor(try m.tensor([2, 3])), .bool(true), .bool(false), .none, .none],
        ]
      })
    r.add(
      "bucketize(input, boundaries, *, out_int32=False, right=False)", bucketize,
      "The index of the bucket between sorted boundaries that each value falls into.", on: .function,
      samples: Samples(dtypes: Samples.numbers, differentiable: false) { m in
        let sorted = try Ops.sort(try m.tensor([5]), -1, false, false).0
        return [[.tensor(try m.tensor([2, 3])), .tensor(sorted), .bool(false), .bool(true)]]
      })
    r.add(
      "isin(elements, test_elements, *, assume_unique=False, invert=False)", isin,
      "Whether each element is among `test_elements`.", on: .function,
      samples: Samples(dtypes: Samples.numbers, differentiable: false) { m in
        [
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([4])), .bool(false), .bool(false)],
          [.tensor(try m.tensor([2, 3])), .int(1), .bool(false), .bool(true)],
        ]
      })
  }
}
