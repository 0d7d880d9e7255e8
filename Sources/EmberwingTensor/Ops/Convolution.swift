// Convolutions over one or two spatial dimensions. Input gradient and weight gradient are ops of their own; each rule is
// written in terms of the other two, so that every order of derivative exists.

/// Stride, padding and dilation of a 2-d convolution or pooling.
struct Window2d {
  var stride: Shape
  var padding: Shape
  var dilation: Shape
}

extension Ops {
  /// A setting of `n` dimensions; one value stands for all.
  static func expandSetting(_ name: String, _ s: Shape, _ n: Int) throws -> Shape {
    for v in s where v > Int(Int32.max) || v < -Int(Int32.max) {
      throw EmberwingError.value("\(name) is out of range: \(s)")
    }
    if s.count == n { return s }
    if s.count == 1 { return Shape(repeating: s[0], count: n) }
    throw EmberwingError.runtime(
      "expected \(name) to be a single integer value or a list of \(n) values to match the convolution dimensions, but got \(name)=\(s)")
  }

  private static func checkConv(
    _ op: String, _ x: Tensor, _ w: Tensor, _ bias: Tensor?, _ window: Window2d, _ groups: Int, n: Int, transposed: Bool
  ) throws {
    if x.dim != n + 1 && x.dim != n + 2 {
      throw EmberwingError.runtime(
        "Expected \(n + 1)D (unbatched) or \(n + 2)D (batched) input to \(op), but got input of size: \(x.shape)")
    }
    if w.dim != n + 2 {
      throw EmberwingError.runtime(
        "expected \(n + 2)-dimensional weight for \(op), but got weight of size \(w.shape) instead")
    }
    if groups <= 0 { throw EmberwingError.runtime("non-positive groups is not supported") }
    for v in window.padding where v < 0 { throw EmberwingError.runtime("negative padding is not supported") }
    for v in window.stride where v <= 0 { throw EmberwingError.runtime("non-positive stride is not supported") }
    for v in window.dilation where v <= 0 {
      throw EmberwingError.runtime("dilation should be greater than zero, but got \(window.dilation)")
    }
    if w.shape[0] < groups {
      throw EmberwingError.runtime(
        "Given groups=\(groups), expected weight to be at least \(groups) at dimension 0, but got weight of size \(w.shape) instead")
    }
    if w.shape[0] % groups != 0 {
      throw EmberwingError.runtime(
        "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of size [\(w.shape)] instead")
    }
    let channels = x.shape[x.dim - n - 1]
    let wanted = transposed ? w.shape[0] : w.shape[1] &* groups
    if channels != wanted {
      let size = x.dim == n + 2 ? x.shape : [1] + x.shape
      throw EmberwingError.runtime(
        "Given \(transposed ? "transposed=1" : "groups=\(groups)"), weight of size \(w.shape), expected input\(size) to have \(wanted) channels, but got \(channels) channels instead")
    }
    let outChannels = transposed ? w.shape[1] &* groups : w.shape[0]
    if let bias, bias.dim != 1 || bias.shape[0] != outChannels {
      throw EmberwingError.runtime(
        "Given \(transposed ? "transposed=1, " : "")weight of size \(w.shape), expected bias to be 1-dimensional with \(outChannels) elements, but got bias of size \(bias.shape) instead")
    }
    if x.dtype != w.dtype || (bias.map { $0.dtype != x.dtype } ?? false) {
      let other = x.dtype != w.dtype ? w.dtype : (bias?.dtype ?? w.dtype)
      throw EmberwingError.runtime(
        "expected scalar type \(x.dtype.scalarTypeName) but found \(other.scalarTypeName)")
    }
    if x.dtype == .bool { throw unsupported(op, x.dtype) }
    if transposed { return }
    var padded: [String] = []
    var kernel: [String] = []
    var fits = true
    for i in 0..<n {
      let size = x.shape[x.dim - n + i] + 2 * window.padding[i]
      let extent = window.dilation[i] * (w.shape[i + 2] - 1) + 1
      if w.shape[i + 2] == 0 { throw EmberwingError.runtime("weight should have at least one element, but got weight of size \(w.shape)") }
      padded.append(String(size))
      kernel.append(String(extent))
      if extent > size { fits = false }
    }
    if !fits {
      throw EmberwingError.runtime(
        "Calculated padded input size per channel: (\(padded.joined(separator: " x "))). Kernel size: (\(kernel.joined(separator: " x "))). Kernel size can't be greater than actual input size")
    }
  }

  /// Sizes for the kernels; `x` [n, c, h, w], `w` [o, c / groups, kh, kw], `y` [n, o, oh, ow].
  private static func geometry(_ x: Shape, _ w: Shape, _ y: Shape, _ window: Window2d, _ groups: Int) -> Conv2dGeometry {
    var g = Conv2dGeometry()
    (g.batch, g.inChannels, g.height, g.width) = (x[0], x[1], x[2], x[3])
    (g.outChannels, g.kernelHeight, g.kernelWidth) = (w[0], w[2], w[3])
    (g.outHeight, g.outWidth) = (y[2], y[3])
    (g.strideH, g.strideW) = (window.stride[0], window.stride[1])
    (g.padH, g.padW) = (window.padding[0], window.padding[1])
    (g.dilationH, g.dilationW) = (window.dilation[0], window.dilation[1])
    g.groups = groups
    return g
  }

  private static func outShape(_ x: Shape, _ w: Shape, _ o: Window2d) -> Shape {
    var y: Shape = [x[0], w[0], 0, 0]
    for i in 0..<2 {
      y[i + 2] = (x[i + 2] + 2 * o.padding[i] - o.dilation[i] * (w[i + 2] - 1) - 1) / o.stride[i] + 1
    }
    return y
  }

  /// The dtype in which convolutions compute: integers in float64.
  static func convCompute(_ d: DType) -> DType { d.isIntegral ? .float64 : d.computeType }

  /// 4-d and checked: the kernel and its node.
  private static func conv4(_ x: Tensor, _ w: Tensor, _ bias: Tensor?, _ o: Window2d, _ groups: Int) throws -> Tensor {
    let shape = outShape(x.shape, w.shape, o)
    let type = convCompute(x.dtype)
    let out = try Tensor.empty(shape, type)
    if out.count > 0 {
      let (cx, cw) = (try contiguousData(x, type), try contiguousData(w, type))
      let cb = try bias.map { try contiguousData($0, type) }
      kernels.conv2d(
        type, out.data, UnsafeRawPointer(cx.data), UnsafeRawPointer(cw.data), bias: cb.map { UnsafeRawPointer($0.data) },
        geometry(x.shape, w.shape, shape, o, groups))
    }
    let (xs, ws) = (x.shape, w.shape)
    return try castData(out, x.dtype).recorded(
      "ConvolutionBackward0", inputs: [x, w, bias], save: [w.requiresGrad ? x : nil, x.requiresGrad ? w : nil]
    ) { g, s in
      Grads(
        s.needs(0) ? try convInput(g, try s[1], xs, o, groups) : nil,
        s.needs(1) ? try convWeight(g, try s[0], ws, o, groups) : nil,
        s.needs(2) ? try sum(g, [0, 2, 3], false, nil) : nil)
    }
  }

  static func convInput(_ g: Tensor, _ w: Tensor, _ shape: Shape, _ o: Window2d, _ groups: Int) throws -> Tensor {
    let type = convCompute(g.dtype)
    let out = try Tensor.empty(shape, type)
    if g.count == 0 || w.count == 0 {
      try fillData(out, 0)
    } else if out.count > 0 {
      let (cg, cw) = (try contiguousData(g, type), try contiguousData(w, type))
      kernels.conv2dInputGradient(
        type, out.data, UnsafeRawPointer(cg.data), UnsafeRawPointer(cw.data),
        geometry(shape, w.shape, g.shape, o, groups))
    }
    let ws = w.shape
    return try castData(out, g.dtype).recorded(
      "ConvolutionBackwardBackward0", inputs: [g, w], save: [w.requiresGrad ? g : nil, g.requiresGrad ? w : nil]
    ) { gg, s in
      Grads(
        s.needs(0) ? try conv4(gg, try s[1], nil, o, groups) : nil,
        s.needs(1) ? try convWeight(try s[0], gg, ws, o, groups) : nil)
    }
  }

  static func convWeight(_ g: Tensor, _ x: Tensor, _ shape: Shape, _ o: Window2d, _ groups: Int) throws -> Tensor {
    let type = convCompute(g.dtype)
    let out = try Tensor.empty(shape, type)
    if g.count == 0 || x.count == 0 {
      try fillData(out, 0)
    } else if out.count > 0 {
      let (cg, cx) = (try contiguousData(g, type), try contiguousData(x, type))
      kernels.conv2dWeightGradient(
        type, out.data, UnsafeRawPointer(cg.data), UnsafeRawPointer(cx.data),
        geometry(x.shape, shape, g.shape, o, groups))
    }
    let xs = x.shape
    return try castData(out, g.dtype).recorded(
      "ConvolutionBackwardBackward0", inputs: [g, x], save: [x.requiresGrad ? g : nil, g.requiresGrad ? x : nil]
    ) { gg, s in
      Grads(
        s.needs(0) ? try conv4(try s[1], gg, nil, o, groups) : nil,
        s.needs(1) ? try convInput(try s[0], gg, xs, o, groups) : nil)
    }
  }

  /// What the gradient ops are given must fit together.
  static func checkConvGradient(_ g: Tensor, _ x: Shape, _ w: Shape, _ o: Window2d, _ groups: Int, _ dtype: DType) throws {
    guard g.dim == 4, x.count == 4, w.count == 4, !x.contains(where: { $0 < 0 }), !w.contains(where: { $0 < 0 }),
      g.dtype == dtype, g.dtype.isFloatingPoint
    else {
      throw EmberwingError.runtime("conv2d gradient: sizes \(g.shape), \(x), \(w) must be 4-d, in one floating dtype")
    }
    try checkConv(
      "conv2d", try Tensor.window(g.storage, shape: x, strides: [0, 0, 0, 0], offset: 0, dtype: dtype),
      try Tensor.window(g.storage, shape: w, strides: [0, 0, 0, 0], offset: 0, dtype: dtype), nil, o, groups, n: 2,
      transposed: false)
    if outShape(x, w, o) != g.shape {
      throw EmberwingError.runtime("conv2d gradient: expected a gradient of size \(outShape(x, w, o)), got \(g.shape)")
    }
  }

  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let o = Window2d(
      stride: try expandSetting("stride", stride, 2), padding: try expandSetting("padding", padding, 2),
      dilation: try expandSetting("dilation", dilation, 2))
    try checkConv("conv2d", input, weight, bias, o, groups, n: 2, transposed: false)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 2) { try conv2d($0, $1, nil, stride, padding, dilation, groups) }
    }
    if input.dim == 3 { return try squeeze(try conv4(try unsqueeze(input, 0), weight, bias, o, groups), [0]) }
    return try conv4(input, weight, bias, o, groups)
  }

  /// The 1-d setting as a 2-d one of height 1.
  private static func lifted(_ o: Window2d) -> Window2d {
    Window2d(stride: [1, o.stride[0]], padding: [0, o.padding[0]], dilation: [1, o.dilation[0]])
  }

  public static func conv1d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let o = Window2d(
      stride: try expandSetting("stride", stride, 1), padding: try expandSetting("padding", padding, 1),
      dilation: try expandSetting("dilation", dilation, 1))
    try checkConv("conv1d", input, weight, bias, o, groups, n: 1, transposed: false)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 1) { try conv1d($0, $1, nil, stride, padding, dilation, groups) }
    }
    let x = try unsqueeze(input.dim == 2 ? try unsqueeze(input, 0) : input, 2)
    let y = try squeeze(try conv4(x, try unsqueeze(weight, 2), bias, lifted(o), groups), [2])
    return input.dim == 2 ? try squeeze(y, [0]) : y
  }

  // MARK: padding by name

  /// The numbers for `same` or `valid`, and the input with one more element at the end where `same` is uneven.
  private static func named(
    _ x: Tensor, _ w: Tensor, _ padding: String, _ stride: Shape, _ dilation: Shape, _ n: Int
  ) throws -> (Tensor, Shape) {
    if padding == "valid" { return (x, Shape(repeating: 0, count: n)) }
    if padding != "same" { throw EmberwingError.runtime("Invalid padding string: '\(padding)'") }
    let d = try expandSetting("dilation", dilation, n)
    for s in try expandSetting("stride", stride, n) where s != 1 {
      throw EmberwingError.runtime("padding='same' is not supported for strided convolutions")
    }
    var x = x
    var pads = Shape()
    if w.dim != n + 2 || x.dim < n + 1 { return (x, Shape(repeating: 0, count: n)) }
    for i in 0..<n {
      let total = d[i] &* (w.shape[i + 2] - 1)
      if total < 0 { return (x, Shape(repeating: 0, count: n)) }
      pads.append(total / 2)
      if total % 2 != 0 { x = try padEnd(x, x.dim - n + i, 1) }
    }
    return (x, pads)
  }

  /// `count` zeros after the last element along `d`.
  private static func padEnd(_ x: Tensor, _ d: Int, _ count: Int) throws -> Tensor {
    var shape = x.shape
    shape[d] += count
    return try sliceBackward(x, shape, d, 0, 1)
  }

  public static func conv2dPadding(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: String, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let (x, pads) = try named(input, weight, padding, stride, dilation, 2)
    return try conv2d(x, weight, bias, stride, pads, dilation, groups)
  }

  public static func conv1dPadding(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: String, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let (x, pads) = try named(input, weight, padding, stride, dilation, 1)
    return try conv1d(x, weight, bias, stride, pads, dilation, groups)
  }

  // MARK: transposed

  private static func transposed4(
    _ x: Tensor, _ w: Tensor, _ bias: Tensor?, _ o: Window2d, _ extra: Shape, _ groups: Int
  ) throws -> Tensor {
    for i in 0..<2 where extra[i] < 0 || (extra[i] >= o.stride[i] && extra[i] >= o.dilation[i]) {
      throw EmberwingError.runtime(
        "output padding must be smaller than either stride or dilation, but got output_padding_height: \(extra[0]) output_padding_width: \(extra[1]) stride_height: \(o.stride[0]) stride_width: \(o.stride[1]) dilation_height: \(o.dilation[0]) dilation_width: \(o.dilation[1])")
    }
    var shape: Shape = [x.shape[0], w.shape[1] &* groups, 0, 0]
    var x = x
    for i in 0..<2 {
      let (a, b) = (x.shape[i + 2] - 1).multipliedReportingOverflow(by: o.stride[i])
      let span = a - 2 * o.padding[i] + o.dilation[i] * (w.shape[i + 2] - 1)
      shape[i + 2] = span + extra[i] + 1
      if b || shape[i + 2] <= 0 {
        throw EmberwingError.runtime(
          "Given input size per channel: \(x.shape.slice(2..<4)). Calculated output size per channel: \(shape.slice(2..<4)). Output size is too small")
      }
      // A forward convolution of that size has these windows more; they hold nothing.
      if extra[i] >= o.stride[i] { x = try padEnd(x, i + 2, extra[i] / o.stride[i]) }
    }
    let y = try convInput(x, w, shape, o, groups)
    return try bias.map { try plus(y, try reshape($0, [$0.count, 1, 1])) } ?? y
  }

  public static func convTranspose2d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ outputPadding: Shape,
    _ groups: Int, _ dilation: Shape
  ) throws -> Tensor {
    let o = Window2d(
      stride: try expandSetting("stride", stride, 2), padding: try expandSetting("padding", padding, 2),
      dilation: try expandSetting("dilation", dilation, 2))
    let extra = try expandSetting("output_padding", outputPadding, 2)
    try checkConv("conv_transpose2d", input, weight, bias, o, groups, n: 2, transposed: true)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 2) {
        try convTranspose2d($0, $1, nil, stride, padding, outputPadding, groups, dilation)
      }
    }
    if input.dim == 3 {
      return try squeeze(try transposed4(try unsqueeze(input, 0), weight, bias, o, extra, groups), [0])
    }
    return try transposed4(input, weight, bias, o, extra, groups)
  }

  public static func convTranspose1d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ outputPadding: Shape,
    _ groups: Int, _ dilation: Shape
  ) throws -> Tensor {
    let o = Window2d(
      stride: try expandSetting("stride", stride, 1), padding: try expandSetting("padding", padding, 1),
      dilation: try expandSetting("dilation", dilation, 1))
    let extra = try expandSetting("output_padding", outputPadding, 1)
    try checkConv("conv_transpose1d", input, weight, bias, o, groups, n: 1, transposed: true)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 1) {
        try convTranspose1d($0, $1, nil, stride, padding, outputPadding, groups, dilation)
      }
    }
    let x = try unsqueeze(input.dim == 2 ? try unsqueeze(input, 0) : input, 2)
    let y = try squeeze(
      try transposed4(x, try unsqueeze(weight, 2), bias, lifted(o), [0, extra[0]], groups), [2])
    return input.dim == 2 ? try squeeze(y, [0]) : y
  }
}
