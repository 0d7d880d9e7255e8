// Pooling over one or two spatial dimensions.
extension Ops {
  private static func poolPair(_ op: String, _ name: String, _ s: Shape) throws -> Shape {
    for v in s where v > Int(Int32.max) || v < -Int(Int32.max) {
      throw EmberwingError.value("\(op): \(name) is out of range: \(s)")
    }
    if s.count == 2 { return s }
    if s.count == 1 { return [s[0], s[0]] }
    throw EmberwingError.runtime("\(op): \(name) must either be a single int, or a tuple of two ints")
  }

  private static func pooled(_ size: Int, _ k: Int, _ s: Int, _ p: Int, _ d: Int, ceil: Bool) -> Int {
    let span = size + 2 * p - d * (k - 1) - 1
    let rounded = ceil ? span + s - 1 : span
    var out = (rounded < 0 ? (rounded - s + 1) / s : rounded / s) + 1
    // The last window must start inside the input or its left padding.
    if ceil && (out - 1) * s >= size + p { out -= 1 }
    return out
  }

  /// Checks everything and gives the sizes; `x` is [C, H, W] or [N, C, H, W].
  private static func poolGeometry(
    _ op: String, _ x: Tensor, _ kernel: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, ceil: Bool
  ) throws -> Pool2dGeometry {
    let k = try poolPair(op, "kernel_size", kernel)
    let s = try poolPair(op, "stride", stride.map { $0.isEmpty ? kernel : $0 } ?? kernel)
    let p = try poolPair(op, "padding", padding)
    let d = try poolPair(op, "dilation", dilation)
    if s[0] == 0 || s[1] == 0 { throw EmberwingError.runtime("stride should not be zero") }
    if k[0] <= 0 || k[1] <= 0 {
      throw EmberwingError.runtime("kernel size should be greater than zero, but got kH: \(k[0]) kW: \(k[1])")
    }
    if s[0] < 0 || s[1] < 0 {
      throw EmberwingError.runtime("stride should be greater than zero, but got dH: \(s[0]) dW: \(s[1])")
    }
    if d[0] <= 0 || d[1] <= 0 {
      throw EmberwingError.runtime("dilation should be greater than zero, but got dilationH: \(d[0]) dilationW: \(d[1])")
    }
    if x.dim != 3 && x.dim != 4 || x.shape.slice((x.dim > 3 ? 1 : 0)..<x.dim).product == 0 {
      throw EmberwingError.runtime("non-empty 3D or 4D (batch mode) tensor expected for input")
    }
    for i in 0..<2 {
      if p[i] < 0 { throw EmberwingError.runtime("pad must be non-negative, but got pad: \(p[i])") }
      if p[i] > (d[i] * (k[i] - 1) + 1) / 2 {
        throw EmberwingError.runtime(
          "pad should be at most half of effective kernel size, but got pad=\(p[i]), kernel_size=\(k[i]) and dilation=\(d[i])")
      }
    }
    if x.dtype == .bool || x.dtype.isComplex { throw unsupported(op, x.dtype) }
    var g = Pool2dGeometry()
    (g.height, g.width) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
    g.planes = x.shape.slice(0..<(x.dim - 2)).product
    (g.kernelHeight, g.kernelWidth, g.strideH, g.strideW) = (k[0], k[1], s[0], s[1])
    (g.padH, g.padW, g.dilationH, g.dilationW) = (p[0], p[1], d[0], d[1])
    g.outHeight = pooled(g.height, k[0], s[0], p[0], d[0], ceil: ceil)
    g.outWidth = pooled(g.width, k[1], s[1], p[1], d[1], ceil: ceil)
    if g.outHeight < 1 || g.outWidth < 1 {
      let c = x.shape[x.dim - 3]
      throw EmberwingError.runtime(
        "Given input size: (\(c)x\(g.height)x\(g.width)). Calculated output size: (\(c)x\(g.outHeight)x\(g.outWidth)). Output size is too small")
    }
    return g
  }

  private static func planes(_ x: Tensor, _ h: Int, _ w: Int) -> Shape { x.shape.slice(0..<(x.dim - 2)) + [h, w] }

  // MARK: maximum

  public static func maxPool2dWithIndices(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> (Tensor, Tensor) {
    let g = try poolGeometry("max_pool2d", input, kernelSize, stride, padding, dilation, ceil: ceilMode)
    let type = convCompute(input.dtype)
    let shape = planes(input, g.outHeight, g.outWidth)
    let raw = try Tensor.empty(shape, type)
    let indices = try Tensor.empty(shape, .int64)
    if raw.count > 0 {
      let x = try contiguousData(input, type)
      kernels.maxPool2d(
        type, raw.data, indices: indices.data.assumingMemoryBound(to: Int64.self), UnsafeRawPointer(x.data), g)
    }
    let out = try castData(raw, input.dtype)
    let size = input.shape
    Tensor.recordedMany("MaxPool2DWithIndicesBackward0", outputs: [out, indices], inputs: [input], save: [indices]) {
      g, s in
      guard let g = g[0] else { return Grads(nil) }
      return Grads(try planeScatter(g, try s[0], size))
    }
    return (out, indices)
  }

  public static func maxPool2d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> Tensor { try maxPool2dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode).0 }

  /// `g` added at `indices` into zero planes of `size`; everything already checked.
  private static func planeScatter(_ g: Tensor, _ indices: Tensor, _ size: Shape) throws -> Tensor {
    let type = g.dtype.computeType
    let out = try Tensor.empty(size, type)
    let n = size.count
    if g.count == 0 {
      try fillData(out, 0)
    } else {
      var p = Pool2dGeometry()
      p.planes = size.slice(0..<(n - 2)).product
      (p.height, p.width, p.outHeight, p.outWidth) = (size[n - 2], size[n - 1], g.shape[n - 2], g.shape[n - 1])
      let (source, places) = (try contiguousData(g, type), try contiguousData(indices, .int64))
      kernels.maxPool2dBackward(
        type, out.data, UnsafeRawPointer(source.data),
        indices: UnsafePointer(places.data.assumingMemoryBound(to: Int64.self)), p)
    }
    return try castData(out, g.dtype).recorded(
      "MaxPool2DWithIndicesBackwardBackward0", inputs: [g], save: [indices]
    ) { gg, s in Grads(try planeGather(gg, try s[0])) }
  }

  /// The elements of the planes of `x` at `indices`; everything already checked.
  private static func planeGather(_ x: Tensor, _ indices: Tensor) throws -> Tensor {
    let source = try contiguousData(x, x.dtype)
    let places = try contiguousData(indices, .int64)
    let out = try Tensor.empty(indices.shape, x.dtype)
    let n = x.dim
    let (plane, each) = (x.shape[n - 2] &* x.shape[n - 1], indices.shape[n - 2] &* indices.shape[n - 1])
    let size = x.dtype.size
    let (to, from) = (out.data, source.data)
    nonisolated(unsafe) let at = UnsafePointer(places.data.assumingMemoryBound(to: Int64.self))
    parallelFor(out.count, grain: elementwiseGrain) { lo, hi in
      for i in lo..<hi {
        (to + i &* size).copyMemory(from: from + ((i / each) &* plane &+ Int(at[i])) &* size, byteCount: size)
      }
    }
    let full = x.shape
    return out.recorded("PlaneGatherBackward0", inputs: [x], save: [indices]) { g, s in
      Grads(try planeScatter(g, try s[0], full))
    }
  }

  private static func checkPlanes(_ size: Shape, _ indices: Tensor) throws {
    let n = size.count
    guard indices.dtype == .int64, n >= 2, indices.dim == n, !size.contains(where: { $0 < 0 }),
      size.slice(0..<(n - 2)) == indices.shape.slice(0..<(n - 2))
    else { throw EmberwingError.runtime("max_pool2d: indices of shape \(indices.shape) do not fit planes of \(size)") }
    let limit = Int64(size[n - 2] &* size[n - 1])
    let places = try contiguousData(indices, .int64)
    let p = places.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<indices.count where p[i] < 0 || p[i] >= limit {
      throw EmberwingError.index("found an invalid max index: \(p[i]) for planes of \(limit) elements")
    }
  }

  public static func maxPool2dBackward(_ grad: Tensor, _ indices: Tensor, _ inputSize: Shape) throws -> Tensor {
    if grad.shape != indices.shape || !grad.dtype.isFloatingPoint {
      throw EmberwingError.runtime("max_pool2d_backward: gradient and indices differ in shape, or it is not floating point")
    }
    try checkPlanes(inputSize, indices)
    return try planeScatter(grad, indices, inputSize)
  }

  // MARK: average

  private struct Averaging {
    var kernel: Shape, stride: Shape?, padding: Shape, ceil: Bool, includePad: Bool, divisor: Int?
  }

  private static func averageGeometry(_ x: Tensor, _ a: Averaging) throws -> Pool2dGeometry {
    if a.divisor == 0 { throw EmberwingError.runtime("divisor must be not zero") }
    var g = try poolGeometry("avg_pool2d", x, a.kernel, a.stride, a.padding, [1], ceil: a.ceil)
    g.countIncludePad = a.includePad
    g.divisorOverride = a.divisor
    return g
  }

  public static func avgPool2d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ ceilMode: Bool,
    _ countIncludePad: Bool, _ divisorOverride: Int?
  ) throws -> Tensor {
    try average(
      input,
      Averaging(
        kernel: kernelSize, stride: stride, padding: padding, ceil: ceilMode, includePad: countIncludePad,
        divisor: divisorOverride))
  }

  private static func average(_ x: Tensor, _ a: Averaging) throws -> Tensor {
    let g = try averageGeometry(x, a)
    if x.dtype.isIntegral {
      return try averagePool(
        "avg_pool2d", x, a.kernel, a.stride, a.padding, ceil: a.ceil, includePad: a.includePad, divisor: a.divisor, 2)
    }
    let type = x.dtype.computeType
    let out = try Tensor.empty(planes(x, g.outHeight, g.outWidth), type)
    if out.count > 0 {
      let source = try contiguousData(x, type)
      kernels.avgPool2d(type, out.data, UnsafeRawPointer(source.data), g)
    }
    let size = x.shape
    return try castData(out, x.dtype).recorded("AvgPool2DBackward0", x) { grad, _ in
      Grads(try averageBackward(grad, size, a, g))
    }
  }

  private static func averageBackward(_ grad: Tensor, _ size: Shape, _ a: Averaging, _ g: Pool2dGeometry) throws -> Tensor {
    let type = grad.dtype.computeType
    let out = try Tensor.empty(size, type)
    if grad.count == 0 {
      try fillData(out, 0)
    } else {
      let source = try contiguousData(grad, type)
      kernels.avgPool2dBackward(type, out.data, UnsafeRawPointer(source.data), g)
    }
    return try castData(out, grad.dtype).recorded("AvgPool2DBackwardBackward0", grad) { gg, _ in
      Grads(try average(gg, a))
    }
  }

  // MARK: one dimension

  private static func checkLine(_ op: String, _ x: Tensor, _ settings: [Shape?]) throws {
    if x.dim != 2 && x.dim != 3 {
      throw EmberwingError.runtime("\(op)() Expected 2D or 3D input tensor, but got \(x.shape)")
    }
    for s in settings {
      if let s, s.count > 1 { throw EmberwingError.runtime("\(op)() settings must be a single int, but got \(s)") }
    }
  }

  /// A 1-d setting with `other` for the height of 1; an empty stride stays so.
  private static func lift(_ s: Shape?, _ other: Int) -> Shape? { s.flatMap { $0.isEmpty ? nil : [other, $0[0]] } }

  public static func maxPool1d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> Tensor { try maxPool1dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode).0 }

  public static func maxPool1dWithIndices(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> (Tensor, Tensor) {
    try checkLine("max_pool1d", input, [kernelSize, stride, padding, dilation])
    let (y, indices) = try maxPool2dWithIndices(
      try unsqueeze(input, -2), lift(kernelSize, 1) ?? [1], lift(stride, 1), lift(padding, 0) ?? [0],
      lift(dilation, 1) ?? [1], ceilMode)
    return (try squeeze(y, [-2]), try squeeze(indices, [-2]))
  }

  public static func avgPool1d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ ceilMode: Bool, _ countIncludePad: Bool
  ) throws -> Tensor {
    try checkLine("avg_pool1d", input, [kernelSize, stride, padding])
    let y = try avgPool2d(
      try unsqueeze(input, -2), lift(kernelSize, 1) ?? [1], lift(stride, 1), lift(padding, 0) ?? [0], ceilMode,
      countIncludePad, nil)
    return try squeeze(y, [-2])
  }
}
