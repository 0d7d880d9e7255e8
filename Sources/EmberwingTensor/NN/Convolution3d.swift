// Three-dimensional convolutions: the sum over the depth taps of two-dimensional ones, with the depth folded into the batch.
extension Ops {
  private struct Settings3d {
    var stride: Shape
    var padding: Shape
    var dilation: Shape
    /// The two inner dimensions, for the 2-d convolution.
    var plane: (stride: Shape, padding: Shape, dilation: Shape) {
      (stride.slice(1..<3), padding.slice(1..<3), dilation.slice(1..<3))
    }
  }

  private static func checkConv3d(
    _ op: String, _ x: Tensor, _ w: Tensor, _ bias: Tensor?, _ o: Settings3d, _ groups: Int, transposed: Bool
  ) throws {
    if x.dim != 4 && x.dim != 5 {
      throw EmberwingError.runtime(
        "Expected 4D (unbatched) or 5D (batched) input to \(op), but got input of size: \(x.shape)")
    }
    if w.dim != 5 {
      throw EmberwingError.runtime("expected 5-dimensional weight for \(op), but got weight of size \(w.shape) instead")
    }
    if groups <= 0 { throw EmberwingError.runtime("non-positive groups is not supported") }
    for v in o.padding where v < 0 { throw EmberwingError.runtime("negative padding is not supported") }
    for v in o.stride where v <= 0 { throw EmberwingError.runtime("non-positive stride is not supported") }
    for v in o.dilation where v <= 0 {
      throw EmberwingError.runtime("dilation should be greater than zero, but got \(o.dilation)")
    }
    if w.shape[0] < groups || w.shape[0] % groups != 0 {
      throw EmberwingError.runtime(
        "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of size [\(w.shape)] instead")
    }
    if w.shape.slice(2..<5).product == 0 {
      throw EmberwingError.runtime("weight should have at least one element, but got weight of size \(w.shape)")
    }
    let channels = x.shape[x.dim - 4]
    let wanted = transposed ? w.shape[0] : w.shape[1] &* groups
    if channels != wanted {
      throw EmberwingError.runtime(
        "Given \(transposed ? "transposed=1" : "groups=\(groups)"), weight of size \(w.shape), expected input\(x.dim == 5 ? x.shape : [1] + x.shape) to have \(wanted) channels, but got \(channels) channels instead")
    }
    let outs = transposed ? w.shape[1] &* groups : w.shape[0]
    if let bias, bias.dim != 1 || bias.shape[0] != outs {
      throw EmberwingError.runtime(
        "Given \(transposed ? "transposed=1, " : "")weight of size \(w.shape), expected bias to be 1-dimensional with \(outs) elements, but got bias of size \(bias.shape) instead")
    }
    if x.dtype != w.dtype || (bias.map { $0.dtype != x.dtype } ?? false) {
      let other = x.dtype != w.dtype ? w.dtype : (bias?.dtype ?? w.dtype)
      throw EmberwingError.runtime("expected scalar type \(x.dtype.scalarTypeName) but found \(other.scalarTypeName)")
    }
    if x.dtype == .bool { throw unsupported(op, x.dtype) }
  }

  private static func settings3d(_ stride: Shape, _ padding: Shape, _ dilation: Shape) throws -> Settings3d {
    Settings3d(
      stride: try expandSetting("stride", stride, 3), padding: try expandSetting("padding", padding, 3),
      dilation: try expandSetting("dilation", dilation, 3))
  }

  private static func addBias(_ y: Tensor, _ bias: Tensor?) throws -> Tensor {
    try bias.map { try Calc.add(y, try reshape($0, [$0.count, 1, 1, 1])) } ?? y
  }

  public static func conv3d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let o = try settings3d(stride, padding, dilation)
    try checkConv3d("conv3d", input, weight, bias, o, groups, transposed: false)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 3) { try conv3d($0, $1, nil, stride, padding, dilation, groups) }
    }
    if input.dim == 4 {
      return try squeeze(try conv3d(try unsqueeze(input, 0), weight, bias, stride, padding, dilation, groups), [0])
    }
    let (n, c) = (input.shape[0], input.shape[1])
    var out = Shape()
    for i in 0..<3 {
      let size = input.shape[i + 2] + 2 * o.padding[i]
      let extent = o.dilation[i] * (weight.shape[i + 2] - 1) + 1
      if extent > size {
        throw EmberwingError.runtime(
          "Calculated padded input size per channel: (\(input.shape.slice(2..<5)) + 2 * \(o.padding)). Kernel size: (\(weight.shape.slice(2..<5))). Kernel size can't be greater than actual input size")
      }
      out.append((size - extent) / o.stride[i] + 1)
    }
    if n * out.product == 0 || weight.shape[0] == 0 || c == 0 {
      return try emptyConvolution([n, weight.shape[0]] + out, input, weight, bias)
    }
    // [N, D, C, H, W]: a range of depths is then a range of planes.
    var x = try permute(input, [0, 2, 1, 3, 4])
    if o.padding[0] > 0 { x = try constantPadNd(x, [0, 0, 0, 0, 0, 0, o.padding[0], o.padding[0]], 0) }
    let (h, w) = (input.shape[3], input.shape[4])
    let p = o.plane
    var sum: Tensor?
    for k in 0..<weight.shape[2] {
      let first = k * o.dilation[0]
      let stop = first + (out[0] - 1) * o.stride[0] + 1
      let planes = try reshape(try slice(x, 1, first, stop, o.stride[0]), [n * out[0], c, h, w])
      let y = try conv2d(planes, try select(weight, 2, k), nil, p.stride, p.padding, p.dilation, groups)
      sum = try sum.map { try Calc.add($0, y) } ?? y
    }
    guard let sum else { throw unsupported("conv3d", input.dtype) }
    let y = try permute(try reshape(sum, [n, out[0], weight.shape[0], out[1], out[2]]), [0, 2, 1, 3, 4])
    return try contiguous(try addBias(y, bias))
  }

  /// Nothing to sum: zeros (plus the bias) that still depend on the inputs.
  private static func emptyConvolution(_ shape: Shape, _ x: Tensor, _ w: Tensor, _ bias: Tensor?) throws -> Tensor {
    let zeros = try Tensor.zeros(shape, x.dtype)
    let tie = try Calc.mul(Calc.add(sum(x, nil, false, nil), sum(w, nil, false, nil)), 0)
    return try addBias(try Calc.add(zeros, tie), bias)
  }

  public static func conv3dPadding(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: String, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    if padding == "valid" { return try conv3d(input, weight, bias, stride, [0], dilation, groups) }
    if padding != "same" { throw EmberwingError.runtime("Invalid padding string: '\(padding)'") }
    for s in try expandSetting("stride", stride, 3) where s != 1 {
      throw EmberwingError.runtime("padding='same' is not supported for strided convolutions")
    }
    let d = try expandSetting("dilation", dilation, 3)
    if weight.dim != 5 { return try conv3d(input, weight, bias, stride, [0], dilation, groups) }
    var (pads, ends) = (Shape(), Shape(repeating: 0, count: 6))
    for i in 0..<3 {
      let total = Swift.max(d[i] &* (weight.shape[i + 2] - 1), 0)
      pads.append(total / 2)
      ends[2 * (2 - i) + 1] = total % 2
    }
    let x = ends.contains(1) && input.dim >= 3 ? try constantPadNd(input, ends, 0) : input
    return try conv3d(x, weight, bias, stride, pads, dilation, groups)
  }

  public static func convTranspose3d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ stride: Shape, _ padding: Shape, _ outputPadding: Shape,
    _ groups: Int, _ dilation: Shape
  ) throws -> Tensor {
    let o = try settings3d(stride, padding, dilation)
    let extra = try expandSetting("output_padding", outputPadding, 3)
    try checkConv3d("conv_transpose3d", input, weight, bias, o, groups, transposed: true)
    if input.dtype.isComplex {
      return try convolvedByParts(input, weight, bias, 3) {
        try convTranspose3d($0, $1, nil, stride, padding, outputPadding, groups, dilation)
      }
    }
    for i in 0..<3 where extra[i] < 0 || (extra[i] >= o.stride[i] && extra[i] >= o.dilation[i]) {
      throw EmberwingError.runtime(
        "output padding must be smaller than either stride or dilation, but got output_padding_depth: \(extra[0]) output_padding_height: \(extra[1]) output_padding_width: \(extra[2]) stride: \(o.stride) dilation: \(o.dilation)")
    }
    if input.dim == 4 {
      let x = try unsqueeze(input, 0)
      return try squeeze(
        try convTranspose3d(x, weight, bias, stride, padding, outputPadding, groups, dilation), [0])
    }
    let (n, c, depth) = (input.shape[0], input.shape[1], input.shape[2])
    let outs = weight.shape[1] &* groups
    var out = Shape()
    for i in 0..<3 {
      let (a, b) = (input.shape[i + 2] - 1).multipliedReportingOverflow(by: o.stride[i])
      out.append(a - 2 * o.padding[i] + o.dilation[i] * (weight.shape[i + 2] - 1) + extra[i] + 1)
      if b || out[i] <= 0 {
        throw EmberwingError.runtime(
          "Given input size per channel: \(input.shape.slice(2..<5)). Calculated output size per channel: \(out). Output size is too small")
      }
    }
    if n * outs * c * depth == 0 { return try emptyConvolution([n, outs] + out, input, weight, bias) }
    let x = try reshape(try permute(input, [0, 2, 1, 3, 4]), [n * depth, c, input.shape[3], input.shape[4]])
    let p = o.plane
    var sum: Tensor?
    for k in 0..<weight.shape[2] {
      // Depth `d` goes to `d * stride + shift`; what falls outside is cut off.
      let shift = k * o.dilation[0] - o.padding[0]
      let first = shift >= 0 ? 0 : (-shift + o.stride[0] - 1) / o.stride[0]
      let last = Swift.min(depth - 1, out[0] - 1 < shift ? -1 : (out[0] - 1 - shift) / o.stride[0])
      if last < first { continue }
      let planes = try convTranspose2d(
        x, try select(weight, 2, k), nil, p.stride, p.padding, extra.slice(1..<3), groups, p.dilation)
      var y = try reshape(planes, [n, depth, outs, out[1], out[2]])
      y = try narrow(y, 1, first, last - first + 1)
      y = try sliceBackward(y, [n, out[0], outs, out[1], out[2]], 1, first * o.stride[0] + shift, o.stride[0])
      sum = try sum.map { try Calc.add($0, y) } ?? y
    }
    guard let sum else { return try emptyConvolution([n, outs] + out, input, weight, bias) }
    return try contiguous(try addBias(try permute(sum, [0, 2, 1, 3, 4]), bias))
  }

  @_optimize(none)
  static func registerConvolution3d(_ r: inout Registry) {
    func samples(transposed: Bool = false, name: Bool = false) -> Samples {
      Samples(
        dtypes: Samples.floats,
        bad: { m in
          let (x, w) = (try m.tensor([2, 3, 4, 4, 4]), try m.tensor(transposed ? [2, 4, 2, 2, 2] : [4, 2, 2, 2, 2]))
          var call: [Value] = [.tensor(x), .tensor(w), .none, .ints([1]), name ? .string("valid") : .ints([0])]
          call += transposed ? [.ints([0]), .int(1), .ints([1])] : [.ints([1]), .int(1)]
          return [(arguments: call, message: "channels")]
        }
      ) { m in
        var calls: [[Value]] = []
        for (batched, groups, step, pad) in [(true, 1, 1, 0), (false, 2, 2, 1)] {
          let x = try m.tensor((batched ? [1, 2] : [2]) + [4, 3, 4])
          let w = try m.tensor((transposed ? [2, 2] : [2, 2 / groups]) + [2, 3, 2])
          let bias = try m.tensor([transposed ? 2 * groups : 2])
          let step = name ? 1 : step
          var call: [Value] = [
            .tensor(x), .tensor(w), .tensor(bias), .ints([step]),
            name ? .string(pad == 0 ? "same" : "valid") : .ints([pad]),
          ]
          call += transposed ? [.ints([step - 1]), .int(groups), .ints([1])] : [.ints([1]), .int(groups)]
          calls.append(call)
        }
        return calls
      }
    }
    let both: Surface = [.function, .nn]
    r.add(
      "conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)", conv3d,
      "3-d cross-correlation of input [N, C, D, H, W] or [C, D, H, W] with weight [O, C / groups, kD, kH, kW].", on: both,
      samples: samples())
    r.add(
      "conv3d.padding(input, weight, bias=None, stride=1, padding=\"valid\", dilation=1, groups=1)", conv3dPadding,
      "3-d cross-correlation with padding `same` or `valid`.", on: both, samples: samples(name: true))
    r.add(
      "conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
      convTranspose3d, "3-d transposed convolution: the gradient of `conv3d` with respect to its input.", on: both,
      samples: samples(transposed: true))
  }
}
