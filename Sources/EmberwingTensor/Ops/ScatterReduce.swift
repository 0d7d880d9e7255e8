// Values combined into the elements that an index tensor names.
extension Ops {
  private static func lowest(_ d: DType) -> Scalar {
    switch d {
    case .bool: .bool(false)
    case .uint8, .uint16, .uint32, .uint64: .int(0)
    case .int8: .int(Int64(Int8.min))
    case .int16: .int(Int64(Int16.min))
    case .int32: .int(Int64(Int32.min))
    case .int64: .int(Int64.min)
    default: .float(-Double.infinity)
    }
  }

  private static func highest(_ d: DType) -> Scalar {
    switch d {
    case .bool: .bool(true)
    case .uint8: .int(Int64(UInt8.max))
    case .uint16: .int(Int64(UInt16.max))
    case .uint32: .int(Int64(UInt32.max))
    case .int8: .int(Int64(Int8.max))
    case .int16: .int(Int64(Int16.max))
    case .int32: .int(Int64(Int32.max))
    case .uint64: .int(-1)
    case .int64: .int(Int64.max)
    default: .float(Double.infinity)
    }
  }

  private static func combining(_ reduce: String) throws -> Combining {
    switch reduce {
    case "sum", "mean": return .add
    case "prod": return .multiply
    case "amax": return .largest
    case "amin": return .smallest
    default:
      throw EmberwingError.runtime("reduce argument must be either sum, prod, mean, amax or amin, got \(reduce)")
    }
  }

  /// The value from which a reduction without the old content starts.
  private static func neutral(_ reduce: String, _ d: DType) -> Scalar {
    switch reduce {
    case "prod": 1
    case "amax": lowest(d)
    case "amin": highest(d)
    default: 0
    }
  }

  /// `scatter_reduce` on data: no graph.
  private static func scatterReduceData(
    _ input: Tensor, _ d: Int, _ index: Tensor, _ src: Tensor, _ reduce: String, _ includeSelf: Bool
  ) throws -> Tensor {
    let how = try combining(reduce)
    if input.dtype.isComplex { throw unsupported("scatter_reduce", input.dtype) }
    return try withGradMode(false) {
      let compute = input.dtype.computeType
      let start = includeSelf ? input : try scatterValue(input, d, index, neutral(reduce, compute))
      let out = try to(try cloneContiguousData(start), compute)
      let values = try to(src, compute)
      let (held, p) = try denseIndex(index)
      ScatterLoops.combine(
        how, compute, out.data, out.strides, UnsafeRawPointer(values.data), values.strides, p, held.shape, d)
      withExtendedLifetime((held, values)) {}
      if reduce != "mean" { return try to(out, input.dtype) }
      let count = try scatterCount(input, d, index, includeSelf, compute)
      let mean = compute.isIntegral ? try div(out, .tensor(count), "floor") : try div(out, .tensor(count))
      return try to(mean, input.dtype)
    }
  }

  /// How many values met in each element, at least 1.
  private static func scatterCount(_ input: Tensor, _ d: Int, _ index: Tensor, _ includeSelf: Bool, _ dtype: DType) throws
    -> Tensor
  {
    try withGradMode(false) {
      let start = try full(input.shape, includeSelf ? 1 : 0, dtype)
      let n = try scatterAdd(start, d, index, try full(index.shape, 1, dtype))
      return try maskedFill(n, try eq(n, .scalar(0)), .scalar(1))
    }
  }

  public static func scatterReduce(
    _ input: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor, _ reduce: String, _ includeSelf: Bool
  ) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    _ = try combining(reduce)
    try checkScatter(input, d, index, src)
    if index.count == 0 { return try clone(input) }
    // What the index does not reach takes no part.
    var used = src
    for i in 0..<src.dim where index.shape[i] != src.shape[i] { used = sliced(used, i, 0, index.shape[i], 1) }
    let out = try scatterReduceData(input, d, index, used, reduce, includeSelf)
    return out.recorded(
      "ScatterReduceBackward0", inputs: [input, used], save: [input, index, used], saveOutput: true
    ) { g, s in
      try scatterReduceRule(g, s, d, reduce, includeSelf)
    }
  }

  private static func scatterReduceRule(
    _ g: Tensor, _ s: SavedTensors, _ d: Int, _ reduce: String, _ includeSelf: Bool
  ) throws -> Grads {
    let (x, index, src, result) = (try s[0], try s[1], try s[2], try s[3])
    var first: Tensor
    let second: Tensor
    switch reduce {
    case "sum":
      first = g
      second = try gather(g, d, index)
    case "mean":
      let n = try scatterCount(x, d, index, includeSelf, g.dtype)
      first = try div(g, .tensor(n))
      second = try div(try gather(g, d, index), .tensor(try gather(n, d, index)))
    case "prod":
      let noZeros = try maskedFill(x, try eq(x, .scalar(0)), .scalar(1))
      let total = try scatterReduce(noZeros, d, index, src, "prod", includeSelf)
      first = try div(try mul(g, .tensor(total)), .tensor(noZeros))
      let zero = try eq(src, .scalar(0))
      let zeros = try gather(
        try scatterAdd(try Tensor.zeros(x.shape, g.dtype), d, index, try to(zero, g.dtype)), d, index)
      let single = try logicalAnd(zero, try eq(zeros, .scalar(1)))
      let others = try scatterReduce(x, d, index, try maskedFill(src, single, .scalar(1)), "prod", includeSelf)
      let usual = try div(
        try gather(try mul(g, .tensor(result)), d, index), .tensor(try maskedFill(src, zero, .scalar(1))))
      let alone = try gather(try mul(g, .tensor(others)), d, index)
      second = try maskedFill(
        try Ops.`where`(single, .tensor(alone), .tensor(usual)), try gt(zeros, .scalar(1)), .scalar(0))
    default:
      let mine = try to(try eq(x, .tensor(result)), g.dtype)
      let theirs = try to(try eq(src, .tensor(try gather(result, d, index))), g.dtype)
      let n = try scatterAdd(includeSelf ? mine : try Tensor.zeros(x.shape, g.dtype), d, index, theirs)
      let share = try div(g, .tensor(try maskedFill(n, try eq(n, .scalar(0)), .scalar(1))))
      first = try mul(share, .tensor(mine))
      second = try mul(theirs, .tensor(try gather(share, d, index)))
      if !includeSelf {
        // An element that nothing reached keeps its own gradient.
        first = g
      }
    }
    if !includeSelf { first = try scatterValue(first, d, index, 0) }
    return Grads(s.needs(0) ? first : nil, s.needs(1) ? second : nil)
  }

  private static func oldReduce(_ reduce: String) throws -> String {
    switch reduce {
    case "add": return "sum"
    case "multiply": return "prod"
    default: throw EmberwingError.runtime("reduce argument must be either add or multiply.")
    }
  }

  /// `scatter` with `reduce="add"` or `"multiply"`; PyTorch gives it no gradient for `src`.
  public static func scatterReducing(
    _ input: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor, _ reduce: String
  ) throws -> Tensor {
    try scatterReduce(input, dim, index, src, try oldReduce(reduce), true)
  }

  public static func scatterReducingValue(
    _ input: Tensor, _ dim: Int, _ index: Tensor, _ value: Scalar, _ reduce: String
  ) throws -> Tensor {
    try scatterReduce(input, dim, index, try full(index.shape, value, input.dtype), try oldReduce(reduce), true)
  }

  public static func indexReduce(
    _ input: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, _ reduce: String, _ includeSelf: Bool
  ) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    switch reduce {
    case "prod", "mean", "amax", "amin": break
    default:
      throw EmberwingError.runtime(
        "index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got \(reduce).")
    }
    if index.dim > 1 {
      throw EmberwingError.index(
        "index_reduce(): Index is supposed to be a vector, but got dim: \(index.dim) with type: \(index.dtype.scalarTypeName) and size: \(index.shape)")
    }
    if !isIndexType(index) {
      throw EmberwingError.runtime("index_reduce(): Expected dtype int32/int64 for index")
    }
    if input.dtype != source.dtype {
      throw EmberwingError.runtime(
        "index_reduce(): self (\(input.dtype.scalarTypeName)) and source (\(source.dtype.scalarTypeName)) must have the same scalar type")
    }
    let along = source.dim == 0 ? 1 : d < source.dim ? source.shape[d] : 0
    if index.count != along {
      throw EmberwingError.runtime(
        "index_reduce(): Number of indices (\(index.count)) should be equal to self.size(dim) (\(along)), for dim: \(d)")
    }
    if input.dim == 0 || source.dim == 0 {
      let one = try indexReduce(
        try reshape(input, [-1]), 0, index, try reshape(source, [-1]), reduce, includeSelf)
      return try reshape(one, input.shape)
    }
    for i in 0..<input.dim where i != d && (source.dim != input.dim || input.shape[i] != source.shape[i]) {
      throw EmberwingError.runtime(
        "index_reduce(): source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = \(input.shape) source.shape = \(source.shape)")
    }
    var shape = Shape(repeating: 1, count: source.dim)
    shape[d] = index.count
    let wide = try expand(try reshape(index, shape), source.shape)
    return try scatterReduce(input, d, wide, source, reduce, includeSelf)
  }

  public static func put(_ input: Tensor, _ index: Tensor, _ source: Tensor, _ accumulate: Bool) throws -> Tensor {
    if index.dtype != .int64 {
      throw EmberwingError.runtime("put_(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
    }
    if input.dtype != source.dtype {
      throw EmberwingError.runtime(
        "put_(): self and source expected to have the same dtype, but got self.dtype = \(input.dtype.scalarTypeName) and source.dtype = \(source.dtype.scalarTypeName)")
    }
    if index.count != source.count {
      throw EmberwingError.runtime(
        "put_(): Expected source and index to have the same number of elements, but got source.numel() = \(source.count), index.numel() = \(index.count)")
    }
    if input.count == 0 && index.count > 0 {
      throw EmberwingError.index("put_(): Tried to put elements into an empty tensor")
    }
    if index.count == 0 { return try clone(input) }
    let flat = try indexPut(
      try reshape(input, [-1]), [try reshape(index, [-1])], try reshape(source, [-1]), accumulate)
    return try reshape(flat, input.shape)
  }

  @_optimize(none)
  static func registerScatterReduce(_ r: inout Registry) {
    func samples(_ reductions: [String], flat: Bool) -> Samples {
      Samples(dtypes: Samples.numbers, twice: false) { m in
        var calls: [[Value]] = []
        for reduce in reductions {
          let x = Value.tensor(try m.distinct([3, 4]))
          let shape: Shape = flat ? [2] : [2, 4]
          let index = Value.tensor(try m.indices(shape, 0, 3))
          let source = Value.tensor(try m.tensor([2, 4], 0.6, 3))
          calls.append([x, .int(0), index, source, .string(reduce), .bool(true)])
          calls.append([x, .int(0), index, source, .string(reduce), .bool(false)])
        }
        return calls
      }
    }
    r.add(
      "scatter_reduce(input, dim, index, src, reduce, *, include_self=True)", scatterReduce,
      "`input` with the values of `src` combined (sum, prod, mean, amax, amin) into the places `index` names along `dim`.",
      inplace: .copied, samples: samples(["sum", "mean", "prod", "amax", "amin"], flat: false))
    r.add(
      "scatter.reducing(input, dim, index, src, *, reduce)", scatterReducing,
      "`input` with `src` added or multiplied into the places `index` names along `dim`.", inplace: .copied,
      on: .hidden,
      samples: Samples(dtypes: Samples.numbers, differentiable: false) { m in
        [
          [
            .tensor(try m.tensor([3, 2])), .int(0), .tensor(try m.indices([2, 2], 0, 3)),
            .tensor(try m.tensor([2, 2])), .string("add"),
          ]
        ]
      })
    r.add(
      "scatter.reducing_value(input, dim, index, value, *, reduce)", scatterReducingValue,
      "`input` with a number added or multiplied into the places `index` names along `dim`.", inplace: .copied,
      on: .hidden,
      samples: Samples(dtypes: Samples.numbers, differentiable: false) { m in
        [[.tensor(try m.tensor([3, 2])), .int(0), .tensor(try m.indices([2, 2], 0, 3)), .int(2), .string("multiply")]]
      })
    r.add(
      "index_reduce(input, dim, index, source, reduce, *, include_self=True)", indexReduce,
      "`input` with the slices of `source` combined (prod, mean, amax, amin) into the slices `index` names along `dim`.",
      inplace: .copied, samples: samples(["mean", "prod", "amax", "amin"], flat: true))
    r.add(
      "put(input, index, source, accumulate=False)", put,
      "`input` with `source` written (or added) at positions of the flattened tensor.", inplace: .copied, on: .both,
      samples: Samples(dtypes: Samples.everything) { m in
        [
          [
            .tensor(try m.tensor([2, 3])), .tensor(try Ops.arange(1, 4, 1, .int64)), .tensor(try m.tensor([3])),
            .bool(false),
          ],
          [
            .tensor(try m.tensor([2, 3])), .tensor(try m.indices([4], -6, 6)), .tensor(try m.tensor([4])),
            .bool(true),
          ],
        ]
      })
  }
}
