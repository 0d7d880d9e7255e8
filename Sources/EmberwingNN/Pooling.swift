/// Largest value of each window of [.., H, W] (`torch.nn.MaxPool2d`); `stride` nil is the window's size.
public final class MaxPool2d: Module {
  public let kernelSize: Shape
  public let stride: Shape?
  public let padding: Shape
  public let dilation: Shape
  public let ceilMode: Bool

  public init(
    _ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], dilation: Shape = [1], ceilMode: Bool = false
  ) throws {
    self.kernelSize = try perAxis(kernelSize, 2, "kernel_size")
    self.stride = try stride.map { try perAxis($0, 2, "stride") }
    self.padding = try perAxis(padding, 2, "padding")
    self.dilation = try perAxis(dilation, 2, "dilation")
    self.ceilMode = ceilMode
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.maxPool2d(input, kernelSize, stride, padding, dilation, ceilMode)
  }
}

/// Mean of each window of [.., H, W] (`torch.nn.AvgPool2d`); `stride` nil is the window's size.
public final class AvgPool2d: Module {
  public let kernelSize: Shape
  public let stride: Shape?
  public let padding: Shape
  public let ceilMode: Bool
  public let countIncludePad: Bool
  public let divisorOverride: Int?

  public init(
    _ kernelSize: Shape, stride: Shape? = nil, padding: Shape = [0], ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) throws {
    self.kernelSize = try perAxis(kernelSize, 2, "kernel_size")
    self.stride = try stride.map { try perAxis($0, 2, "stride") }
    self.padding = try perAxis(padding, 2, "padding")
    self.ceilMode = ceilMode
    self.countIncludePad = countIncludePad
    self.divisorOverride = divisorOverride
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.avgPool2d(input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride)
  }
}

/// Means over a grid of `outputSize` cells that covers [.., H, W], whatever its size; -1 keeps an axis.
public final class AdaptiveAvgPool2d: Module {
  public let outputSize: Shape

  public init(_ outputSize: Shape) throws { self.outputSize = try perAxis(outputSize, 2, "output_size") }

  public override func forward(_ input: Tensor) throws -> Tensor {
    var size = outputSize
    for i in 0..<2 where size[i] == -1 && input.dim >= 2 { size[i] = input.shape[input.dim - 2 + i] }
    return try Ops.adaptiveAvgPool2d(input, size)
  }
}
