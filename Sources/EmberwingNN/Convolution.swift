/// How a convolution extends its input at the borders.
public enum Padding: Sendable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  case size(Shape)
  /// Output as large as the input; stride 1 only.
  case same
  case valid

  public init(integerLiteral value: Int) { self = .size([value]) }
  public init(arrayLiteral elements: Int...) { self = .size(Shape(elements)) }
}

/// One value for every axis, or one an axis.
func perAxis(_ values: Shape, _ axes: Int, _ name: String) throws -> Shape {
  if values.count == axes { return values }
  guard values.count == 1 else {
    throw EmberwingError.value("\(name): expected 1 or \(axes) values, got \(values)")
  }
  return Shape(repeating: values[0], count: axes)
}

/// What all convolutions have: the sizes, the weight and the bias.
open class Convolution: Module {
  public let inChannels: Int
  public let outChannels: Int
  public let kernelSize: Shape
  public let stride: Shape
  public let padding: Padding
  public let dilation: Shape
  public let groups: Int
  public var weight: Parameter
  public var bias: Parameter?

  init(
    axes: Int, transposed: Bool, _ inChannels: Int, _ outChannels: Int, _ kernelSize: Shape, _ stride: Shape,
    _ padding: Padding, _ dilation: Shape, _ groups: Int, bias: Bool, dtype: DType?
  ) throws {
    if groups <= 0 { throw EmberwingError.value("groups must be a positive integer") }
    if inChannels % groups != 0 { throw EmberwingError.value("in_channels must be divisible by groups") }
    if outChannels % groups != 0 { throw EmberwingError.value("out_channels must be divisible by groups") }
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.kernelSize = try perAxis(kernelSize, axes, "kernel_size")
    self.stride = try perAxis(stride, axes, "stride")
    self.dilation = try perAxis(dilation, axes, "dilation")
    self.groups = groups
    switch padding {
    case .size(let p): self.padding = .size(try perAxis(p, axes, "padding"))
    case .same:
      if self.stride.contains(where: { $0 != 1 }) {
        throw EmberwingError.value("padding='same' is not supported for strided convolutions")
      }
      self.padding = .same
    case .valid: self.padding = .size(Shape(repeating: 0, count: axes))
    }
    let channels: Shape =
      transposed ? [inChannels, outChannels / groups] : [outChannels, inChannels / groups]
    let type = dtype ?? DefaultDType.current
    weight = try Parameter(try Tensor.empty(channels + self.kernelSize, type))
    self.bias = bias ? try Parameter(try Tensor.empty([outChannels], type)) : nil
    super.init()
    try Init.layer(weight.tensor, self.bias?.tensor)
  }
}

/// Convolution over images [N, C, H, W] or [C, H, W] (`torch.nn.Conv2d`); weight [out, in / groups, kH, kW].
public final class Conv2d: Convolution {
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Shape, stride: Shape = [1], padding: Padding = 0,
    dilation: Shape = [1], groups: Int = 1, bias: Bool = true, dtype: DType? = nil
  ) throws {
    try super.init(
      axes: 2, transposed: false, inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias: bias,
      dtype: dtype)
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    guard case .size(let p) = padding else {
      return try Ops.conv2dPadding(input, weight.tensor, bias?.tensor, stride, "same", dilation, groups)
    }
    return try Ops.conv2d(input, weight.tensor, bias?.tensor, stride, p, dilation, groups)
  }
}

/// Convolution over sequences [N, C, L] or [C, L] (`torch.nn.Conv1d`); weight [out, in / groups, k].
public final class Conv1d: Convolution {
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Padding = 0, dilation: Int = 1,
    groups: Int = 1, bias: Bool = true, dtype: DType? = nil
  ) throws {
    try super.init(
      axes: 1, transposed: false, inChannels, outChannels, [kernelSize], [stride], padding, [dilation], groups,
      bias: bias, dtype: dtype)
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    guard case .size(let p) = padding else {
      return try Ops.conv1dPadding(input, weight.tensor, bias?.tensor, stride, "same", dilation, groups)
    }
    return try Ops.conv1d(input, weight.tensor, bias?.tensor, stride, p, dilation, groups)
  }
}

/// The gradient of a convolution as a layer of its own (`torch.nn.ConvTranspose2d`); weight [in, out / groups, kH, kW].
public final class ConvTranspose2d: Convolution {
  public let outputPadding: Shape

  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Shape, stride: Shape = [1], padding: Shape = [0],
    outputPadding: Shape = [0], groups: Int = 1, bias: Bool = true, dilation: Shape = [1], dtype: DType? = nil
  ) throws {
    self.outputPadding = try perAxis(outputPadding, 2, "output_padding")
    try super.init(
      axes: 2, transposed: true, inChannels, outChannels, kernelSize, stride, .size(padding), dilation, groups,
      bias: bias, dtype: dtype)
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    guard case .size(let p) = padding else {
      throw EmberwingError.value("Only numeric padding is supported for ConvTranspose2d")
    }
    return try Ops.convTranspose2d(
      input, weight.tensor, bias?.tensor, stride, p, outputPadding, groups, dilation)
  }
}
