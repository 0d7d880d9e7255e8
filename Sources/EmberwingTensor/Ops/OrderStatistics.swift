// Medians, modes, quantiles: what sorting tells.
extension Ops {
  private static func refuseComplex(_ name: String, _ x: Tensor) throws {
    if x.dtype.isComplex { throw unsupported(name, x.dtype) }
  }

  private static func nonEmpty(_ name: String, _ x: Tensor, _ d: Int) throws {
    if x.dim > 0 && x.shape[d] == 0 {
      throw EmberwingError.index("\(name)(): Expected reduction dim \(d) to have non-zero size.")
    }
  }

  /// The element at `places` (with `d` kept as size 1) and the places, `d` dropped unless kept.
  private static func picked(_ x: Tensor, _ places: Tensor, _ d: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    let values = try gather(x, d, places)
    if keepdim || x.dim == 0 { return (values, places) }
    return (try select(values, d, 0), try withGradMode(false) { try cloneContiguousData(try select(places, d, 0)) })
  }

  // MARK: median

  /// Places of the lower medians along `d`, which is kept; with `ignoring`, NaN take no part.
  private static func medianPlaces(_ x: Tensor, _ d: Int, ignoring: Bool) throws -> Tensor {
    try withGradMode(false) {
      if x.dim == 0 { return try Tensor.zeros([], .int64) }
      let n = x.shape[d]
      let (_, order) = try sort(x, d, false, true)
      if !x.dtype.isFloatingPoint { return try narrow(order, d, (n - 1) / 2, 1) }
      let missing = try sum(try isnan(x), [d], true, nil)
      // Sorted, NaN come last: one of them is the answer where they count.
      if ignoring { return try gather(order, d, try adjustedMiddle(missing, n)) }
      let middle = try Ops.`where`(
        try gt(missing, .scalar(0)), .tensor(try neg(try sub(missing, .scalar(.int(Int64(n))), 1))),
        .scalar(.int(Int64((n - 1) / 2))))
      return try gather(order, d, middle)
    }
  }

  /// The middle of the `n - missing` values that are numbers, 0 where there is none.
  private static func adjustedMiddle(_ missing: Tensor, _ n: Int) throws -> Tensor {
    let valid = try neg(try sub(missing, .scalar(.int(Int64(n))), 1))
    return try clampMin(try div(try sub(valid, .scalar(1), 1), .scalar(2), "floor"), .scalar(0))
  }

  private static func medianOfAll(_ x: Tensor, _ name: String, ignoring: Bool) throws -> Tensor {
    try refuseComplex("\(name)_out_impl", x)
    if x.dtype == .bool { throw unsupported("\(name)_out_impl", x.dtype) }
    if x.count == 0 {
      return try full([], x.dtype.isFloatingPoint ? .float(.nan) : .int(0), x.dtype)
    }
    let out: Tensor = try withGradMode(false) {
      let flat = try reshape(x, [-1])
      let place = try medianPlaces(flat, 0, ignoring: ignoring)
      return try reshape(try gather(flat, 0, place), [])
    }
    // Equal elements share the gradient evenly, a NaN goes to the NaN.
    return out.recorded("\(ignoring ? "Nanmedian" : "Median")Backward0", inputs: [x], save: [x], saveOutput: true) {
      g, s in
      let (x, y) = (try s[0], try s[1])
      let hits = try logicalOr(
        try eq(x, .tensor(y)), try logicalAnd(try isnan(x), try isnan(y)))
      let share = try div(g, .tensor(try to(try sum(hits, nil, false, nil), g.dtype)))
      return Grads(try maskedFill(try expand(share, x.shape), try logicalNot(hits), .scalar(0)))
    }
  }

  private static func medianAlong(_ x: Tensor, _ dim: Int, _ keepdim: Bool, _ name: String, ignoring: Bool) throws -> (
    Tensor, Tensor
  ) {
    let d = try wrapDim(dim, x.dim)
    try refuseComplex("median_out", x)
    if x.dtype == .bool { throw unsupported("median_out", x.dtype) }
    try nonEmpty(name, x, d)
    return try picked(x, try medianPlaces(x, d, ignoring: ignoring), d, keepdim)
  }

  public static func median(_ input: Tensor) throws -> Tensor { try medianOfAll(input, "median", ignoring: false) }
  public static func nanmedian(_ input: Tensor) throws -> Tensor {
    try medianOfAll(input, "nanmedian", ignoring: true)
  }
  public static func medianDim(_ input: Tensor, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    try medianAlong(input, dim, keepdim, "median", ignoring: false)
  }
  public static func nanmedianDim(_ input: Tensor, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    try medianAlong(input, dim, keepdim, "nanmedian", ignoring: true)
  }

  public static func kthvalue(_ input: Tensor, _ k: Int, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    let d = try wrapDim(dim, input.dim)
    try refuseComplex("kthvalue_cpu", input)
    try nonEmpty("kthvalue", input, d)
    let n = input.dim == 0 ? 1 : input.shape[d]
    if k < 1 || k > n {
      throw EmberwingError.runtime("kthvalue(): selected number k out of range for dimension \(d)")
    }
    if input.dtype == .bool && input.dim > 0 { throw unsupported("kthvalue_cpu", input.dtype) }
    let places: Tensor = try withGradMode(false) {
      let (_, order) = try sort(input, d, false, true)
      return input.dim == 0 ? order : try cloneContiguousData(try narrow(order, d, k - 1, 1))
    }
    return try picked(input, places, d, keepdim)
  }

  public static func mode(_ input: Tensor, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    let d = try wrapDim(dim, input.dim)
    try refuseComplex("mode_cpu", input)
    try nonEmpty("mode", input, d)
    let places: Tensor = try withGradMode(false) {
      if input.dim == 0 { return try Tensor.zeros([], .int64) }
      let (sorted, order) = try sort(try transpose(input, d, input.dim - 1), -1, false, true)
      let keys = try dense(try to(sorted, input.dtype.isFloatingPoint ? .float64 : .int64))
      let order_ = try dense(order)
      let n = sorted.shape[sorted.dim - 1]
      var shape = sorted.shape
      shape[shape.count - 1] = 1
      let out = try Tensor.empty(shape, .int64)
      let (o, p) = (out.data.assumingMemoryBound(to: Int64.self), order_.data.assumingMemoryBound(to: Int64.self))
      @inline(__always)
      func run<T: Equatable>(_: T.Type) {
        let v = keys.data.assumingMemoryBound(to: T.self)
        for r in 0..<out.count {
          let row = r &* n
          var (best, length) = (0, 0)
          var start = 0
          for i in 0..<n where i == n - 1 || v[row + i] != v[row + i + 1] {
            if i - start + 1 > length { (best, length) = (i, i - start + 1) }
            start = i + 1
          }
          o[r] = p[row + best]
        }
      }
      if keys.dtype == .float64 { run(Double.self) } else { run(Int64.self) }
      return try cloneContiguousData(try transpose(out, d, input.dim - 1))
    }
    return try picked(input, places, d, keepdim)
  }

  // MARK: quantiles

  private static func quantileOf(
    _ name: String, _ input: Tensor, _ q: Tensor, _ dim: Int?, _ keepdim: Bool, _ interpolation: String, ignoring: Bool
  ) throws -> Tensor {
    if input.dtype != .float32 && input.dtype != .float64 {
      throw EmberwingError.runtime("\(name)() input tensor must be either float or double dtype")
    }
    if q.dim > 1 { throw EmberwingError.runtime("\(name)() q must be a scalar or 1D tensor") }
    if q.dtype != input.dtype {
      throw EmberwingError.runtime("\(name)() q tensor must be same dtype as the input tensor")
    }
    guard ["linear", "lower", "higher", "midpoint", "nearest"].contains(interpolation) else {
      throw EmberwingError.runtime(
        "\(name)() interpolation must be one of linear, lower, higher, midpoint or nearest, but got \(interpolation)")
    }
    let inside = try withGradMode(false) { try logicalAnd(try ge(q, .scalar(0)), try le(q, .scalar(1))) }
    if !(try allTrue(inside)) { throw EmberwingError.runtime("\(name)() q values must be in the range [0, 1]") }
    let d = try wrapDim(dim ?? 0, input.dim)
    if input.count == 0 { throw EmberwingError.runtime("\(name)() input tensor must be non-empty") }
    // The quantile's dimension last, sorted.
    var x = dim == nil || input.dim == 0 ? try reshape(input, [-1]) : input
    if dim != nil && input.dim > 0 && d != input.dim - 1 {
      // The axis of size 1 that stays behind is dropped.
      x = try select(try transpose(try unsqueeze(x, -1), d, -1), d, 0)
    }
    let (sorted, _) = try sort(x, -1, false, false)
    let lead = sorted.shape.slice(0..<sorted.dim - 1)
    let n = sorted.shape[sorted.dim - 1]
    let points = q.dim == 0 ? try reshape(q, [1]) : q
    let missing = try withGradMode(false) { try isnan(sorted) }
    var ranks: Tensor
    if ignoring {
      let last = try withGradMode(false) {
        try to(try sub(try sum(try logicalNot(missing), [-1], true, nil), .scalar(1), 1), input.dtype)
      }
      ranks = try mul(points, .tensor(last))
      ranks = try maskedFill(ranks, try lt(ranks, .scalar(0)), .scalar(0))
    } else {
      let last = Scalar.float(Double(n - 1))
      ranks = try mul(points, .scalar(last))
      let spoiled = try any(missing, [-1], true)
      ranks = try maskedFill(try expand(ranks, lead + [points.count]), spoiled, .scalar(last))
    }
    switch interpolation {
    case "lower": ranks = try floor(ranks)
    case "higher": ranks = try ceil(ranks)
    case "nearest": ranks = try round(ranks, 0)
    default: break
    }
    let below = try withGradMode(false) { try to(ranks, .int64) }
    var values = try gather(sorted, -1, below)
    if interpolation == "linear" || interpolation == "midpoint" {
      let weights =
        interpolation == "midpoint"
        ? try full(ranks.shape, 0.5, input.dtype) : try sub(ranks, .tensor(try to(below, input.dtype)), 1)
      let above = try withGradMode(false) { try to(try ceil(ranks), .int64) }
      values = try lerp(values, try gather(sorted, -1, above), .tensor(weights))
    }
    // [..., q] to [q, ...], with the reduced dimension put back where asked.
    values = try movedim(values, [-1], [0])
    if keepdim {
      var shape = input.shape
      if dim == nil { shape = Shape(repeating: 1, count: input.dim) } else if input.dim > 0 { shape[d] = 1 }
      values = try reshape(values, [points.count] + shape)
    }
    return q.dim == 0 ? try select(values, 0, 0) : values
  }

  public static func quantile(_ input: Tensor, _ q: Tensor, _ dim: Int?, _ keepdim: Bool, _ interpolation: String) throws
    -> Tensor
  { try quantileOf("quantile", input, q, dim, keepdim, interpolation, ignoring: false) }

  public static func nanquantile(
    _ input: Tensor, _ q: Tensor, _ dim: Int?, _ keepdim: Bool, _ interpolation: String
  ) throws -> Tensor { try quantileOf("nanquantile", input, q, dim, keepdim, interpolation, ignoring: true) }

  public static func nanmean(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws -> Tensor {
    if !input.dtype.isDifferentiable {
      throw EmberwingError.notImplemented(
        "nanmean(): expected input to have floating point or complex dtype but got \(input.dtype.scalarTypeName)")
    }
    let count = try withGradMode(false) { try sum(try logicalNot(try isnan(input)), dim, keepdim, nil) }
    return try div(try nansum(input, dim, keepdim, dtype), .tensor(count))
  }

  @_optimize(none)
  static func registerOrderStatistics(_ r: inout Registry) {
    let whole: Samples = .calls([([5], []), ([3, 4], []), ([], [])], dtypes: Samples.numbers, distinct: true)
    let along: Samples = .calls(
      [([5], [.int(0), .bool(false)]), ([3, 4], [.int(-1), .bool(true)]), ([2, 3, 2], [.int(1), .bool(false)])],
      dtypes: Samples.numbers, distinct: true)
    r.add("median(input)", median, "The middle value, the lower one of two; NaN if there is one.", on: .hidden, samples: whole)
    r.add("nanmedian(input)", nanmedian, "The middle value of those that are not NaN.", on: .hidden, samples: whole)
    r.add(
      "median.dim(input, dim=-1, keepdim=False) -> (values, indices)", medianDim,
      "The middle value along `dim`, the lower one of two, and its index.", samples: along)
    r.add(
      "nanmedian.dim(input, dim=-1, keepdim=False) -> (values, indices)", nanmedianDim,
      "The middle value along `dim` of those that are not NaN, and its index.", samples: along)
    r.add(
      "kthvalue(input, k, dim=-1, keepdim=False) -> (values, indices)", kthvalue,
      "The `k`-th smallest value along `dim`, counted from 1, and its index.",
      samples: .calls(
        [([5], [.int(2), .int(0), .bool(false)]), ([3, 4], [.int(4), .int(-1), .bool(true)])],
        bad: [([3], [.int(4), .int(0), .bool(false)], "selected number k out of range")], dtypes: Samples.numbers,
        distinct: true))
    r.add(
      "mode(input, dim=-1, keepdim=False) -> (values, indices)", mode,
      "The most frequent value along `dim`, the smallest of several, and its last index.", samples: along)
    let quantiles = Samples(dtypes: Samples.floats, twice: false) { m in
      let q = try Ops.to(try Ops.linspace(.float(0.1), .float(0.9), 3, .float64), m.dtype)
      return [
        [.tensor(try m.distinct([3, 4])), .tensor(q), .int(1), .bool(false), .string("linear")],
        [.tensor(try m.distinct([3, 4])), .tensor(q), .none, .bool(true), .string("midpoint")],
        [.tensor(try m.distinct([5])), .tensor(try Ops.select(q, 0, 0)), .int(0), .bool(true), .string("lower")],
      ]
    }
    r.add(
      "quantile(input, q, dim=None, keepdim=False, *, interpolation='linear')", quantile,
      "The `q`-quantiles of all values or along `dim`; NaN where there is one.", on: .hidden, samples: quantiles.firstOnly)
    r.add(
      "nanquantile(input, q, dim=None, keepdim=False, *, interpolation='linear')", nanquantile,
      "The `q`-quantiles of the values that are not NaN.", on: .hidden, samples: quantiles.firstOnly)
    r.add(
      "nanmean(input, dim=None, keepdim=False, *, dtype=None)", nanmean,
      "Arithmetic mean over the dimensions `dim` of the values that are not NaN.",
      samples: reductionSamples(Samples.floats, more: [.none], empty: false))
  }
}
