// Copies with one part replaced, reductions over segments, and a few odd movements.
extension Ops {
  /// A copy of `input` whose window, as `window` finds it, holds `src`.
  private static func rewritten(_ input: Tensor, _ src: Tensor, _ window: (Tensor) throws -> Tensor) throws -> Tensor {
    let out = try clone(input)
    let part = try window(out)
    if part.shape != src.shape {
      throw EmberwingError.runtime(
        "expected src to have a size equal to the slice of self. src size = \(src.shape), slice size = \(part.shape)")
    }
    try copyInPlace(part, src)
    return out
  }

  public static func selectScatter(_ input: Tensor, _ src: Tensor, _ dim: Int, _ index: Int) throws -> Tensor {
    try rewritten(input, src) { try select($0, dim, index) }
  }

  public static func sliceScatter(
    _ input: Tensor, _ src: Tensor, _ dim: Int, _ start: Int?, _ end: Int?, _ step: Int
  ) throws -> Tensor {
    try rewritten(input, src) { try slice($0, dim, start, end, step) }
  }

  public static func diagonalScatter(_ input: Tensor, _ src: Tensor, _ offset: Int, _ dim1: Int, _ dim2: Int) throws
    -> Tensor
  {
    try rewritten(input, src) { try diagonal($0, offset, dim1, dim2) }
  }

  public static func asStridedScatter(
    _ input: Tensor, _ src: Tensor, _ size: Shape, _ stride: Shape, _ storageOffset: Int?
  ) throws -> Tensor {
    try rewritten(input, src) { try asStrided($0, size, stride, storageOffset) }
  }

  public static func fill(_ input: Tensor, _ value: Operand) throws -> Tensor {
    switch value {
    case .scalar(let s):
      let out = try full(input.shape, s, input.dtype)
      return out.recorded("FillBackward0", input) { g, _ in Grads(try Calc.zeros(like: g)) }
    case .tensor(let t):
      if t.dim != 0 {
        throw EmberwingError.runtime(
          "fill only supports 0-dimension value tensor but got tensor with \(t.dim) dimensions.")
      }
      let out = try clone(try expand(try to(t, input.dtype), input.shape))
      return input.requiresGrad ? try add(out, .tensor(try Calc.mul(input, 0)), 1) : out
    }
  }

  public static func sumToSizeOf(_ input: Tensor, _ size: Shape) throws -> Tensor {
    if !Broadcast.isExpandable(size, to: input.shape) {
      throw EmberwingError.runtime("size {\(size)} is not expandable to size {\(input.shape)}.")
    }
    return try size.isEmpty ? sum(input, nil, false, nil) : sumToSize(input, size)
  }

  /// An uninitialised tensor with given strides, which must not be negative.
  public static func emptyStrided(_ size: Shape, _ stride: Shape, _ dtype: DType?) throws -> Tensor {
    if size.count != stride.count {
      throw EmberwingError.runtime(
        "dimensionality of sizes (\(size.count)) must match dimensionality of strides (\(stride.count))")
    }
    let type = dtype ?? DefaultDType.current
    let count = try size.checkedElementCount(elementSize: type.size)
    var extent = count == 0 ? 0 : 1
    for i in 0..<size.count {
      if stride[i] < 0 {
        throw EmberwingError.runtime("as_strided: Negative strides are not supported at the moment, got strides: \(stride)")
      }
      if count == 0 { continue }
      let (span, o1) = stride[i].multipliedReportingOverflow(by: size[i] - 1)
      let (sum, o2) = extent.addingReportingOverflow(span)
      if o1 || o2 || sum.multipliedReportingOverflow(by: type.size).overflow {
        throw EmberwingError.runtime("Storage size calculation overflowed with sizes=\(size) and strides=\(stride)")
      }
      extent = sum
    }
    return try Tensor.window(
      try Storage(byteCount: extent * type.size), shape: size, strides: stride, offset: 0, dtype: type)
  }

  public static func hashTensor(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool, _ mode: Int) throws -> Tensor {
    if mode != 0 { throw EmberwingError.runtime("Unknown hash_tensor mode: \(mode)") }
    if input.dtype.isComplex { throw unsupported("hash_tensor", input.dtype) }
    let mask = try dimMask(dim, input.dim)
    if input.count == 0 && (dim == nil || dim?.isEmpty ?? true) {
      throw EmberwingError.runtime(
        "hash_tensor: Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.")
    }
    let wide = try withGradMode(false) { try to(input, input.dtype.isFloatingPoint ? .float64 : .int64) }
    let (data, outer, n, inner) = try rows(wide, mask, compute: wide.dtype)
    let shape = reducedShape(input.shape, mask, keepdim)
    let out = try Tensor.zeros(shape, .uint64)
    let (o, v) = (
      out.data.assumingMemoryBound(to: UInt64.self), data.data.assumingMemoryBound(to: UInt64.self)
    )
    for a in 0..<outer {
      for k in 0..<n {
        for i in 0..<inner { o[a &* inner &+ i] ^= v[(a &* n &+ k) &* inner &+ i] }
      }
    }
    withExtendedLifetime(data) {}
    return out
  }

  public static func nonzeroStatic(_ input: Tensor, _ size: Int, _ fillValue: Int) throws -> Tensor {
    if size < 0 { throw EmberwingError.runtime("nonzero_static: 'size' must be an non-negative integer") }
    let found = try nonzero(input)
    let kept = Swift.min(found.shape[0], size)
    let out = try full([size, input.dim], .int(Int64(fillValue)), .int64)
    try copyData(into: sliced(out, 0, 0, kept, 1), from: sliced(found, 0, 0, kept, 1))
    return out
  }

  // MARK: segments

  private static func segmentIndex(_ data: Tensor, _ axis: Int, _ lengths: Tensor?, _ offsets: Tensor?, _ unsafe: Bool)
    throws -> (index: Tensor, segments: Int, lengths: Tensor)
  {
    guard let given = lengths ?? offsets else {
      throw EmberwingError.runtime("segment_reduce(): Either lengths or offsets must be defined.")
    }
    if !isIndexType(given) {
      throw EmberwingError.runtime("segment_reduce(): Expected lengths and offsets of an integer dtype")
    }
    if given.dim != axis + 1 {
      throw EmberwingError.runtime(
        "segment_reduce(): Expected lengths of \(axis + 1) dimensions for axis \(axis), but got \(given.dim)")
    }
    for i in 0..<axis where given.shape[i] != data.shape[i] {
      throw EmberwingError.runtime("segment_reduce(): lengths of shape \(given.shape) do not fit data of shape \(data.shape)")
    }
    let (held, p) = try denseIndex(given)
    let per = given.shape[axis]
    let segments = lengths == nil ? per - 1 : per
    if segments < 0 { throw EmberwingError.runtime("segment_reduce(): offsets must not be empty") }
    let n = data.shape[axis]
    let lead = given.shape.slice(0..<axis)
    let index = try full(lead + [n], .int(Int64(segments)), .int64)
    let sizes = try Tensor.empty(lead + [segments], .int64)
    let (o, z) = (index.data.assumingMemoryBound(to: Int64.self), sizes.data.assumingMemoryBound(to: Int64.self))
    for row in 0..<lead.product {
      var at = 0
      for k in 0..<segments {
        let length: Int64
        if lengths != nil {
          length = p[row * per + k]
        } else {
          let (start, end) = (p[row * per + k], p[row * per + k + 1])
          if start < 0 || start > Int64(n) || end < start {
            throw EmberwingError.runtime("segment_reduce(): offsets must be sorted and inside the data")
          }
          at = Int(start)
          length = end - start
        }
        if length < 0 || length > Int64(n - at) {
          throw EmberwingError.runtime(
            length < 0
              ? "segment_reduce(): lengths contains negative value!"
              : "segment_reduce(): Expected all rows of lengths along axis to sum to data.size(lengths.dim()-1) when !unsafe.")
        }
        z[row * segments + k] = length
        for j in 0..<Int(length) { o[row * n + at + j] = Int64(k) }
        at += Int(length)
      }
      if lengths != nil && !unsafe && at != n {
        throw EmberwingError.runtime(
          "segment_reduce(): Expected all rows of lengths along axis to sum to data.size(lengths.dim()-1) when !unsafe.")
      }
    }
    withExtendedLifetime(held) {}
    return (index, segments, sizes)
  }

  public static func segmentReduce(
    _ data: Tensor, _ reduce: String, _ lengths: Tensor?, _ indices: Tensor?, _ offsets: Tensor?, _ axis: Int,
    _ unsafe: Bool, _ initial: Scalar?
  ) throws -> Tensor {
    if indices != nil { throw EmberwingError.notImplemented("segment_reduce(): indices based reduction is not supported yet.") }
    let how: String
    let start: Scalar
    switch reduce {
    case "sum": (how, start) = ("sum", 0)
    case "mean": (how, start) = ("sum", 0)
    case "prod": (how, start) = ("prod", 1)
    case "max": (how, start) = ("amax", .float(-Double.infinity))
    case "min": (how, start) = ("amin", .float(Double.infinity))
    default: throw EmberwingError.runtime("unsupported reduction given! \(reduce)")
    }
    if data.dim == 0 { throw EmberwingError.runtime("segment_reduce(): Expected data of at least one dimension") }
    let a = try wrapDim(axis, data.dim)
    if !data.dtype.isFloatingPoint { throw unsupported("_segment_reduce_cpu", data.dtype) }
    let (index, segments, sizes) = try segmentIndex(data, a, lengths, offsets, unsafe)
    let tail = Shape(repeating: 1, count: data.dim - a - 1)
    let wide = try expand(try reshape(index, index.shape + tail), data.shape)
    var shape = data.shape
    // One more segment takes what belongs to none.
    shape[a] = segments + 1
    let base = try full(shape, .float((initial ?? start).double), data.dtype)
    var out = sliced(try scatterReduce(base, a, wide, data, how, true), a, 0, segments, 1)
    if reduce == "mean" {
      let n = try to(try reshape(sizes, sizes.shape + tail), data.dtype)
      let none = try eq(n, .scalar(0))
      out = try div(out, .tensor(try maskedFill(n, none, .scalar(1))))
      if initial == nil { out = try maskedFill(out, none, .scalar(.float(.nan))) }
    }
    return try clone(out)
  }

  @_optimize(none)
  static func registerRewriting(_ r: inout Registry) {
    func parts(_ shape: Shape, _ part: Shape, _ rest: [Value]) -> Samples {
      Samples(dtypes: Samples.everything) { m in [[.tensor(try m.tensor(shape)), .tensor(try m.tensor(part))] + rest] }
    }
    r.add(
      "select_scatter(input, src, dim, index)", selectScatter, "A copy of `input` with `src` at `index` along `dim`.",
      samples: parts([3, 4], [3], [.int(1), .int(-1)]))
    r.add(
      "slice_scatter(input, src, dim=0, start=None, end=None, step=1)", sliceScatter,
      "A copy of `input` with `src` in a slice along `dim`.",
      samples: parts([3, 4], [3, 2], [.int(1), .int(0), .none, .int(2)]))
    r.add(
      "diagonal_scatter(input, src, offset=0, dim1=0, dim2=1)", diagonalScatter,
      "A copy of `input` with `src` on a diagonal.", samples: parts([3, 4], [3], [.int(1), .int(0), .int(1)]))
    r.add(
      "as_strided_scatter(input, src, size, stride, storage_offset=None)", asStridedScatter,
      "A copy of `input` with `src` in a strided window.",
      samples: parts([3, 4], [2, 2], [.ints([2, 2]), .ints([4, 1]), .int(1)]).contiguousOnly)
    r.add(
      "fill(input, value)", fill, "A tensor like `input` with one value everywhere.", on: .function,
      samples: Samples(dtypes: Samples.everything) { m in
        [[.tensor(try m.tensor([2, 3])), .int(1)], [.tensor(try m.tensor([2])), .tensor(try m.tensor([]))]]
      })
    r.add(
      "sum_to_size.of(input, size)", sumToSizeOf, "The sum over the dimensions along which `size` would be broadcast.",
      on: .hidden, samples: .calls([([2, 3], [.ints([3])]), ([2, 3], [.ints([2, 1])])]))
    r.add(
      "empty_strided(size, stride, *, dtype=None)", emptyStrided, "An uninitialised tensor with the given strides.",
      on: .hidden,
      samples: Samples(dtypes: Samples.floats, differentiable: false, deterministic: false) { m in
        [[.ints([2, 3]), .ints([1, 2]), .dtype(m.dtype)]]
      })
    r.add(
      "hash_tensor(input, dim=None, *, keepdim=False, mode=0)", hashTensor,
      "Exclusive or of the bits of the elements, as 64-bit values.",
      samples: .calls([([2, 3], [.none, .bool(false), .int(0)]), ([2, 3], [.ints([1]), .bool(true), .int(0)])], differentiable: false))
    r.add(
      "nonzero_static(input, *, size, fill_value=-1)", nonzeroStatic,
      "Positions of the first `size` non-zero elements, padded with `fill_value`.",
      samples: .calls([([2, 3], [.int(4), .int(-1)])], differentiable: false))
    r.add(
      "segment_reduce(data, reduce, *, lengths=None, indices=None, offsets=None, axis=0, unsafe=False, initial=None)",
      segmentReduce, "Sums, means, products or extremes of consecutive segments along `axis`.", on: .function,
      samples: Samples(dtypes: Samples.floats, twice: false) { m in
        var calls: [[Value]] = []
        for reduce in ["sum", "mean", "max", "min", "prod"] {
          let lengths = try Tensor.empty([3], .int64)
          let p = lengths.data.assumingMemoryBound(to: Int64.self)
          (p[0], p[1], p[2]) = (2, 0, 3)
          calls.append([
            .tensor(try m.distinct([5, 2])), .string(reduce), .tensor(lengths), .none, .none, .int(0), .bool(false),
            .float(1),
          ])
        }
        return calls
      }.firstOnly.unspread)
  }
}
