// Largest and smallest values and where they are.
extension Ops {
  private static func checkOrdered(_ name: String, _ x: Tensor) throws {
    if x.dtype.isComplex { throw unsupported(name, x.dtype) }
  }

  public static func max(_ input: Tensor) throws -> Tensor { try extreme(.max, "max", "MaxBackward1", input) }
  public static func min(_ input: Tensor) throws -> Tensor { try extreme(.min, "min", "MinBackward1", input) }

  private static func extreme(_ op: ReduceOp, _ name: String, _ node: String, _ x: Tensor) throws -> Tensor {
    try checkOrdered("\(name)_all", x)
    if x.count == 0 {
      throw EmberwingError.runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.")
    }
    return try extremeOver(op, node, x, try dimMask(nil, x.dim), false)
  }

  /// Ties share the gradient evenly.
  private static func extremeOver(_ op: ReduceOp, _ node: String, _ x: Tensor, _ mask: UInt64, _ keepdim: Bool) throws
    -> Tensor
  {
    let out = try castData(try reduceData(op, x, mask, keepdim, compute: x.dtype.computeType), x.dtype)
    let shape = x.shape
    return out.recorded(node, inputs: [x], save: [x], saveOutput: true) { g, s in
      let best = try restoreDims(try s[1], shape, mask, keepdim)
      let hits = try to(try compare(.eq, "eq", try s[0], .tensor(best)), g.dtype)
      var dims = Shape()
      for i in 0..<shape.count where isReduced(mask, i) { dims.append(i) }
      let count = dims.isEmpty ? hits : try sum(hits, dims, true, nil)
      let share = try div(try restoreDims(g, shape, mask, keepdim), .tensor(count))
      return Grads(try mul(share, .tensor(hits)))
    }
  }

  private static func checkNonEmpty(_ name: String, _ x: Tensor, _ mask: UInt64, _ dim: Shape) throws {
    if x.count > 0 { return }
    if dim.isEmpty {
      throw EmberwingError.runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.")
    }
    for i in 0..<x.dim where isReduced(mask, i) && x.shape[i] == 0 {
      throw EmberwingError.index("\(name)(): Expected reduction dim \(i) to have non-zero size.")
    }
  }

  public static func amax(_ input: Tensor, _ dim: Shape, _ keepdim: Bool) throws -> Tensor {
    try checkOrdered("amax_cpu", input)
    let mask = try dimMask(dim, input.dim)
    try checkNonEmpty("amax", input, mask, dim)
    return try extremeOver(.max, "AmaxBackward0", input, mask, keepdim)
  }

  public static func amin(_ input: Tensor, _ dim: Shape, _ keepdim: Bool) throws -> Tensor {
    try checkOrdered("amin_cpu", input)
    let mask = try dimMask(dim, input.dim)
    try checkNonEmpty("amin", input, mask, dim)
    return try extremeOver(.min, "AminBackward0", input, mask, keepdim)
  }

  public static func aminmax(_ input: Tensor, _ dim: Int?, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    if input.count == 0 && dim == nil {
      throw EmberwingError.runtime("aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.")
    }
    let dims: Shape = dim.map { [$0] } ?? []
    return (try amin(input, dims, keepdim), try amax(input, dims, keepdim))
  }

  // MARK: values with indices

  private static func argData(_ x: Tensor, _ d: Int, _ keepdim: Bool, largest: Bool, values: Bool) throws -> (
    Tensor?, Tensor
  ) {
    let compute: DType = x.dtype == .bool ? .uint8 : x.dtype.computeType
    let source = try contiguousData(x, compute)
    let mask: UInt64 = x.dim == 0 ? 0 : 1 << UInt64(d)
    let shape = reducedShape(x.shape, mask, keepdim)
    let (outer, n, inner) = axis(x.shape, d)
    let indices = try Tensor.uninitialized(shape, .int64, count: shape.product)
    let best = values ? try Tensor.uninitialized(shape, compute, count: shape.product) : nil
    kernels.argReduce(
      largest: largest, compute, values: best?.data, indices: indices.data.assumingMemoryBound(to: Int64.self),
      UnsafeRawPointer(source.data), outer: outer, n: n, inner: inner)
    return (try best.map { try castData($0, x.dtype) }, indices)
  }

  public static func maxDim(_ input: Tensor, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    try extremeDim("max", "MaxBackward0", input, dim, keepdim, largest: true)
  }

  public static func minDim(_ input: Tensor, _ dim: Int, _ keepdim: Bool) throws -> (Tensor, Tensor) {
    try extremeDim("min", "MinBackward0", input, dim, keepdim, largest: false)
  }

  private static func extremeDim(
    _ name: String, _ node: String, _ x: Tensor, _ dim: Int, _ keepdim: Bool, largest: Bool
  ) throws -> (Tensor, Tensor) {
    if x.dtype.isComplex { throw unsupported(name, x.dtype) }
    let d = try wrapDim(dim, x.dim)
    let mask: UInt64 = x.dim == 0 ? 0 : 1 << UInt64(d)
    try checkNonEmpty(name, x, mask, [d])
    let (values, indices) = try argData(x, d, keepdim, largest: largest, values: true)
    guard let values else { return (indices, indices) }
    let shape = x.shape
    Tensor.recordedMany(node, outputs: [values, indices], inputs: [x], save: [indices]) { g, s in
      guard let g = g[0] else { return Grads(nil) }
      return Grads(try selectBackward(g, try s[0], d, shape, keepdim))
    }
    return (values, indices)
  }

  public static func argmax(_ input: Tensor, _ dim: Int?, _ keepdim: Bool) throws -> Tensor {
    try argExtreme("argmax", input, dim, keepdim, largest: true)
  }

  public static func argmin(_ input: Tensor, _ dim: Int?, _ keepdim: Bool) throws -> Tensor {
    try argExtreme("argmin", input, dim, keepdim, largest: false)
  }

  private static func argExtreme(_ name: String, _ x: Tensor, _ dim: Int?, _ keepdim: Bool, largest: Bool) throws
    -> Tensor
  {
    if x.dtype == .bool { throw EmberwingError.notImplemented("\(name)(): does not support bool input") }
    if x.dtype.isComplex { throw EmberwingError.notImplemented("\(name)(): does not support complex input") }
    guard let dim else {
      if x.count == 0 {
        throw EmberwingError.index("\(name)(): Expected reduction dim to be specified for input.numel() == 0.")
      }
      let flat = try withGradMode(false) { try reshape(x, [-1]) }
      let (_, indices) = try argData(flat, 0, false, largest: largest, values: false)
      return keepdim ? try reshape(indices, Shape(repeating: 1, count: x.dim)) : indices
    }
    let d = try wrapDim(dim, x.dim)
    try checkNonEmpty(name, x, x.dim == 0 ? 0 : 1 << UInt64(d), [d])
    return try argData(x, d, keepdim, largest: largest, values: false).1
  }

  // MARK: one element of each line, and its inverse

  /// `g` put at `indices` along `d` into zeros of `shape`: the gradient of picking one element of each line.
  public static func selectBackward(_ g: Tensor, _ indices: Tensor, _ dim: Int, _ shape: Shape, _ keepdim: Bool) throws
    -> Tensor
  {
    let d = try wrapDim(dim, shape.count)
    let out = try Tensor.zeros(shape, g.dtype)
    let source = try contiguousData(g, g.dtype)
    try eachLine(indices, shape, d, count: g.count) { line, at in
      let size = g.dtype.size
      (out.data + at &* size).copyMemory(from: source.data + line &* size, byteCount: size)
    }
    return out.recorded("SelectBackwardBackward0", inputs: [g], save: [indices]) { gg, s in
      Grads(try pickAlong(gg, try s[0], d, keepdim))
    }
  }

  /// The element at `indices` of each line of `x` along `dim`.
  public static func pickAlong(_ x: Tensor, _ indices: Tensor, _ dim: Int, _ keepdim: Bool) throws -> Tensor {
    let d = try wrapDim(dim, x.dim)
    let shape = reducedShape(x.shape, x.dim == 0 ? 0 : 1 << UInt64(d), keepdim)
    let out = try Tensor.uninitialized(shape, x.dtype, count: shape.product)
    let source = try contiguousData(x, x.dtype)
    try eachLine(indices, x.shape, d, count: out.count) { line, at in
      let size = x.dtype.size
      (out.data + line &* size).copyMemory(from: source.data + at &* size, byteCount: size)
    }
    let full = x.shape
    return out.recorded("PickAlongBackward0", inputs: [x], save: [indices]) { g, s in
      Grads(try selectBackward(g, try s[0], d, full, keepdim))
    }
  }

  private static func eachLine(_ indices: Tensor, _ shape: Shape, _ d: Int, count: Int, _ body: (Int, Int) -> Void) throws
  {
    let (outer, n, inner) = axis(shape, d)
    guard indices.dtype == .int64, indices.count == outer &* inner, count == indices.count else {
      throw EmberwingError.runtime("indices of shape \(indices.shape) do not fit \(shape) reduced along dimension \(d)")
    }
    let where_ = try contiguousData(indices, .int64)
    let p = UnsafePointer(where_.data.assumingMemoryBound(to: Int64.self))
    for i in 0..<indices.count where p[i] < 0 || p[i] >= Int64(n) {
      throw EmberwingError.index("index \(p[i]) is out of bounds for dimension \(d) with size \(n)")
    }
    var line = 0
    for o in 0..<outer {
      for i in 0..<inner {
        body(line, (o &* n &+ Int(p[line])) &* inner &+ i)
        line &+= 1
      }
    }
  }

  private static func extremeSamples(dimensions: Bool = true, keep: Bool = true) -> Samples {
    Samples(dtypes: Samples.numbers, differentiable: true) { m in
      var calls: [[Value]] = []
      for (shape, d): (Shape, Int) in [([5], 0), ([2, 3], -1), ([2, 3, 2], 1), ([], 0)] {
        calls.append([.tensor(try m.distinct(shape)), dimensions ? .int(d) : .ints([d]), .bool(shape.count == 2)])
      }
      return calls
    }
  }

  @_optimize(none)
  static func registerExtremes(_ r: inout Registry) {
    let whole = Samples(
      dtypes: Samples.numbers, bad: { m in [(arguments: [.tensor(try m.tensor([0]))], message: "Expected reduction dim")] }
    ) { m in [[.tensor(try m.distinct([2, 3]))], [.tensor(try m.distinct([]))], [.tensor(try m.distinct([7]))]] }
    var places = extremeSamples()
    places.differentiable = false
    places.twiceDifferentiable = false
    let over = extremeSamples(dimensions: false)
    r.add("max(input)", max, "The largest element; NaN wins.", samples: whole)
    r.add("min(input)", min, "The smallest element; NaN wins.", samples: whole)
    r.add(
      "max.dim(input, dim, keepdim=False) -> (values, indices)", maxDim,
      "The largest element along `dim`, and the index of its first place.", samples: extremeSamples())
    r.add(
      "min.dim(input, dim, keepdim=False) -> (values, indices)", minDim,
      "The smallest element along `dim`, and the index of its first place.", samples: extremeSamples())
    r.add("amax(input, dim=(), keepdim=False)", amax, "The largest element over the dimensions `dim`.", samples: over)
    r.add("amin(input, dim=(), keepdim=False)", amin, "The smallest element over the dimensions `dim`.", samples: over)
    r.add(
      "aminmax(input, *, dim=None, keepdim=False) -> (min, max)", aminmax,
      "The smallest and the largest element, of all or along `dim`.", samples: extremeSamples())
    r.add(
      "argmax(input, dim=None, keepdim=False)", argmax,
      "Index of the first largest element along `dim`, or of the flattened tensor.", samples: places)
    r.add(
      "argmin(input, dim=None, keepdim=False)", argmin,
      "Index of the first smallest element along `dim`, or of the flattened tensor.", samples: places)
    let lines = Samples(dtypes: Samples.floats) { m in
      [[.tensor(try m.tensor([2, 3])), .tensor(try m.indices([2], 0, 3)), .int(1), .bool(false)]]
    }
    r.add(
      "pick_along(input, indices, dim, keepdim)", pickAlong, "The element at `indices` of each line along `dim`.",
      on: .hidden, samples: lines)
    r.add(
      "select_backward(grad, indices, dim, shape, keepdim)", selectBackward,
      "Gradient of picking one element of each line along `dim`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([2])), .tensor(try m.indices([2], 0, 3)), .int(1), .ints([2, 3]), .bool(false)]]
      })
  }
}
