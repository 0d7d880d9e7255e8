// Creation, copying and conversion.
extension Ops {
  public static func empty(_ size: Shape, _ dtype: DType?) throws -> Tensor {
    try Tensor.empty(size, dtype ?? DefaultDType.current)
  }

  public static func zeros(_ size: Shape, _ dtype: DType?) throws -> Tensor {
    try Tensor.zeros(size, dtype ?? DefaultDType.current)
  }

  public static func ones(_ size: Shape, _ dtype: DType?) throws -> Tensor {
    try full(size, 1, dtype ?? DefaultDType.current)
  }

  /// The dtype that a number alone would give a tensor.
  static func inferred(_ value: Scalar) -> DType {
    switch value {
    case .bool: .bool
    case .int: .int64
    case .float: DefaultDType.current
    case .complex: DefaultDType.current.complexType
    }
  }

  public static func full(_ size: Shape, _ fillValue: Scalar, _ dtype: DType?) throws -> Tensor {
    let t = try Tensor.empty(size, dtype ?? inferred(fillValue))
    try fillData(t, fillValue)
    return t
  }

  public static func arange(_ start: Scalar, _ end: Scalar, _ step: Scalar, _ dtype: DType?) throws -> Tensor {
    let integral = start.isIntegral && end.isIntegral && step.isIntegral
    let type = dtype ?? (integral ? .int64 : DefaultDType.current)
    if step.isZero { throw EmberwingError.runtime("step must be nonzero") }
    let (a, b, s) = (start.double, end.double, step.double)
    if !a.isFinite || !b.isFinite { throw EmberwingError.runtime("unsupported range: \(a) -> \(b)") }
    if (s > 0 && b < a) || (s < 0 && b > a) || s.isNaN {
      throw EmberwingError.runtime("upper bound and lower bound inconsistent with step sign")
    }
    let length: Int
    if integral {
      let span = end.int64.subtractingReportingOverflow(start.int64)
      if span.overflow { throw EmberwingError.runtime("invalid size, possible overflow?") }
      let d = step.int64
      let q = span.partialValue.dividedReportingOverflow(by: d)
      if q.overflow { throw EmberwingError.runtime("invalid size, possible overflow?") }
      length = Int(q.partialValue) + (q.partialValue &* d != span.partialValue ? 1 : 0)
    } else {
      let n = ((b - a) / s).rounded(.up)
      if !(n < 0x1p62) { throw EmberwingError.runtime("invalid size, possible overflow?") }
      length = Int(n)
    }
    let t = try Tensor.empty([length], type)
    // Integers are counted in integers, whatever the bounds were.
    if type == .int64 {
      let p = t.data.assumingMemoryBound(to: Int64.self)
      let (first, d) = (start.int64, step.int64)
      parallelFor(length, grain: elementwiseGrain) { lo, hi in
        for i in lo..<hi { p[i] = first &+ Int64(i) &* d }
      }
      return t
    }
    let wide = type == .float64 ? t : try Tensor.empty([length], .float64)
    let p = wide.data.assumingMemoryBound(to: Double.self)
    parallelFor(length, grain: elementwiseGrain) { lo, hi in for i in lo..<hi { p[i] = a + Double(i) * s } }
    return type == .float64 ? t : try to(wide, type)
  }

  /// Writes a number everywhere; no version bump, no graph.
  static func fillData(_ t: Tensor, _ value: Scalar) throws {
    var constant: InlineArray<2, Double> = [0, 0]
    withUnsafeMutablePointer(to: &constant) { c in
      value.store(to: UnsafeMutableRawPointer(c), as: t.dtype)
      if t.isContiguous {
        let (base, size) = (t.data, t.dtype.size)
        let source = UnsafeRawPointer(c)
        parallelFor(t.count, grain: elementwiseGrain) { lo, hi in
          kernels.fill(base + lo &* size, source, elementSize: size, count: hi - lo)
        }
      } else {
        Elementwise.run(
          kernels.convert(t.dtype, t.dtype), StagedOutput(t, produced: t.dtype),
          StagedInput(constant: UnsafeRawPointer(c), compute: t.dtype), t.count, noParameters)
      }
    }
  }

  /// Copies elements, broadcasting and converting; no version bump, no graph. Overlapping memory is handled by a copy.
  static func copyData(into t: Tensor, from source: Tensor) throws {
    guard Broadcast.isExpandable(source.shape, to: t.shape) else {
      throw EmberwingError.runtime(
        "The expanded size of the tensor (\(t.shape.last ?? 1)) must match the existing size (\(source.shape.last ?? 1)) at non-singleton dimension \(Swift.max(t.dim - 1, 0)).  Target sizes: \(t.shape).  Tensor sizes: \(source.shape)")
    }
    var source = source
    if source.storage === t.storage {
      if source.impl.offset == t.impl.offset && source.strides == t.strides && source.shape == t.shape
        && source.dtype == t.dtype
      {
        return
      }
      source = try cloneContiguousData(source)
    }
    if t.dim == 2, source.dim == 2, t.isContiguous, source.dtype == t.dtype, source.shape == t.shape,
      source.strides[0] == 1, source.strides[1] > 1
    {
      transposeData(t, source)
      return
    }
    if source.dtype == t.dtype, t.isContiguous, source.count > 1 {
      // Elements of one dtype need no staging: they are read straight into place.
      let x = StagedInput(source, shape: t.shape, compute: t.dtype)
      if x.layout == .strided {
        let (out, size) = (t.data, t.dtype.size)
        parallelFor(t.count, grain: elementwiseGrain) { lo, hi in
          StridedCopy.gather(out + lo &* size, x.base, x.shape, x.strides, size, lo, hi - lo)
        }
        return
      }
    }
    Elementwise.run(
      kernels.convert(source.dtype, t.dtype), StagedOutput(t, produced: t.dtype),
      StagedInput(source, shape: t.shape, compute: source.dtype), t.count, noParameters)
  }

  private static func transposeData(_ t: Tensor, _ source: Tensor) {
    let (rows, columns) = (t.shape[0], t.shape[1])
    let size = t.dtype.size
    let (out, x) = (t.data, UnsafeRawPointer(source.data))
    let stride = source.strides[1]
    parallelFor(rows, grain: Swift.max(16, elementwiseGrain / Swift.max(columns, 1) & ~15)) { lo, hi in
      kernels.transpose(
        out + lo &* columns &* size, x + lo &* size, rows: hi - lo, columns: columns, rowStride: 1,
        columnStride: stride, elementSize: size)
    }
  }

  /// A contiguous copy without a graph node.
  static func cloneContiguousData(_ x: Tensor) throws -> Tensor {
    let out = try Tensor.uninitialized(x.shape, x.dtype, count: x.count)
    if x.isContiguous {
      let (to, from, size) = (out.data, UnsafeRawPointer(x.data), x.dtype.size)
      parallelFor(x.count, grain: 4 * elementwiseGrain) { lo, hi in
        (to + lo &* size).copyMemory(from: from + lo &* size, byteCount: (hi - lo) &* size)
      }
    } else {
      try copyData(into: out, from: x)
    }
    return out
  }

  static func cloneContiguous(_ x: Tensor) throws -> Tensor { try clone(x) }

  public static func clone(_ input: Tensor) throws -> Tensor {
    try cloneContiguousData(input).recorded("CloneBackward0", input) { g, _ in Grads(g) }
  }

  public static func contiguous(_ input: Tensor) throws -> Tensor { input.isContiguous ? input : try clone(input) }

  /// A copy of the elements with the same history: what an in-place op computes from while a graph is built.
  static func snapshot(_ t: Tensor) throws -> Tensor {
    let c = try cloneContiguousData(t)
    c.impl.gradFn = t.gradFn
    c.impl.outputIndex = t.impl.outputIndex
    return c
  }

  /// Conversion to another dtype; the tensor itself when it has it already.
  public static func to(_ input: Tensor, _ dtype: DType) throws -> Tensor {
    if input.dtype == dtype { return input }
    let out = try Tensor.uninitialized(input.shape, dtype, count: input.count)
    try copyData(into: out, from: input)
    // The engine casts the gradient back to the input's dtype.
    return out.recorded("ToCopyBackward0", input) { g, _ in Grads(g) }
  }

  public static func toDtype(_ input: Tensor, _ dtype: DType) throws -> Tensor { try to(input, dtype) }

  static func checkCanCast(from: DType, to: DType) throws {
    let rank = { (d: DType) in d == .bool ? 0 : d.isInteger ? 1 : d.isFloatingPoint ? 2 : 3 }
    if rank(from) > rank(to) {
      throw EmberwingError.runtime(
        "result type \(from.scalarTypeName) can't be cast to the desired output type \(to.scalarTypeName)")
    }
  }

  /// `copy_`: gradient flows to the source.
  public static func copyInPlace(_ input: Tensor, _ source: Tensor) throws {
    try Inplace.check(input)
    try copyData(into: input, from: source)
    input.bumpVersion()
    if isGradEnabled, input.requiresGrad || source.requiresGrad {
      let carrier = input.alias().recorded("CopyBackwards", inputs: [nil, source]) { g, _ in Grads(nil, g) }
      if input.requiresGrad || carrier.requiresGrad { Inplace.rebase(input, result: carrier) }
    }
  }

  public static func fillInPlace(_ input: Tensor, _ value: Scalar) throws {
    try Inplace.overwrite(input) { try fillData(input, value) }
  }

  public static func zeroInPlace(_ input: Tensor) throws { try fillInPlace(input, 0) }

  /// `resize_`: keeps the elements in memory order, grows the storage when needed.
  public static func resizeInPlace(_ input: Tensor, _ size: Shape) throws {
    let count = try size.checkedElementCount(elementSize: input.dtype.size)
    if input.requiresGrad { throw EmberwingError.runtime("cannot resize variables that require grad") }
    if (input.impl.offset + count) * input.dtype.size > input.storage.byteCount {
      let grown = try Storage(byteCount: count * input.dtype.size)
      let keep = Swift.min(count, (input.storage.byteCount / input.dtype.size) - input.impl.offset)
      grown.data.copyMemory(from: input.data, byteCount: Swift.max(keep, 0) * input.dtype.size)
      input.impl.storage = grown
      input.impl.offset = 0
    }
    input.impl.shape = size
    input.impl.strides = size.contiguousStrides
    input.impl.count = count
    input.impl.flags.insert(.contiguous)
  }

  /// Sums `g` down to `shape`, to which it was broadcast.
  static func sumToSize(_ g: Tensor, _ shape: Shape) throws -> Tensor {
    let lead = g.dim - shape.count
    var dims = Shape()
    for i in 0..<g.dim where i < lead || (shape[i - lead] == 1 && g.shape[i] != 1) { dims.append(i) }
    let summed = dims.isEmpty ? g : try sum(g, dims, true, nil)
    return summed.shape == shape ? summed : try reshape(summed, shape)
  }

  /// `old += g` for gradient accumulation.
  static func addInto(_ old: Tensor, _ g: Tensor) throws {
    try Inplace.assign(old, direct: true) { try add($0, .tensor(g), 1) }
  }

  static func plus(_ a: Tensor, _ b: Tensor) throws -> Tensor { try add(a, .tensor(b), 1) }

  static func hasNaN(_ x: Tensor) throws -> Bool {
    let p = x.dtype.isComplex ? try ne(x, .tensor(x)) : try predicate(.isNaN, "isnan", x)
    return isTrue(try any(p, nil, false))
  }

  /// The value of a bool tensor of one element.
  static func isTrue(_ t: Tensor) -> Bool {
    // A pointer does not keep its tensor alive: without this the memory may be given back before it is read.
    withExtendedLifetime(t) { t.data.load(as: UInt8.self) != 0 }
  }
}
