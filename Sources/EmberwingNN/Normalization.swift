/// What batch normalisation (Ioffe and Szegedy 2015) has in any number of axes: scale, shift and running statistics.
open class BatchNorm: Module {
  public let numFeatures: Int
  public let eps: Double
  /// Weight of the newest batch in the running statistics; nil averages over all batches.
  public let momentum: Double?
  public var weight: Parameter?
  public var bias: Parameter?
  public var runningMean: Buffer?
  public var runningVar: Buffer?
  public var numBatchesTracked: Buffer?

  /// `affine` learns scale and shift; `trackRunningStats` keeps the statistics that evaluation uses.
  public init(
    _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
    trackRunningStats: Bool = true, dtype: DType? = nil
  ) throws {
    let type = dtype ?? DefaultDType.current
    self.numFeatures = numFeatures
    self.eps = eps
    self.momentum = momentum
    if affine {
      weight = try Parameter(try Ops.ones([numFeatures], type))
      bias = try Parameter(try Tensor.zeros([numFeatures], type))
    }
    if trackRunningStats {
      runningMean = Buffer(try Tensor.zeros([numFeatures], type))
      runningVar = Buffer(try Ops.ones([numFeatures], type))
      numBatchesTracked = Buffer(try Tensor.zeros([], .int64))
    }
    super.init()
  }

  /// Refuses inputs with the wrong number of axes.
  open func checkDim(_ input: Tensor) throws {}

  public final override func forward(_ input: Tensor) throws -> Tensor {
    try checkDim(input)
    var factor = momentum ?? 0
    if training, let counter = numBatchesTracked?.tensor, counter.count == 1 {
      let batches = Scalar(loading: counter.data, as: counter.dtype).int64 &+ 1
      try withGradMode(false) { try Ops.fillInPlace(counter, .int(batches)) }
      if momentum == nil { factor = 1 / Double(batches) }
    }
    return try Ops.batchNorm(
      input, runningMean?.tensor, runningVar?.tensor, weight?.tensor, bias?.tensor, training || runningMean == nil,
      factor, eps)
  }
}

/// Batch normalisation of [N, C] or [N, C, L] over all but C (`torch.nn.BatchNorm1d`).
public final class BatchNorm1d: BatchNorm {
  public override func checkDim(_ input: Tensor) throws {
    if input.dim != 2 && input.dim != 3 {
      throw EmberwingError.value("expected 2D or 3D input (got \(input.dim)D input)")
    }
  }
}

/// Batch normalisation of [N, C, H, W] over all but C (`torch.nn.BatchNorm2d`).
public final class BatchNorm2d: BatchNorm {
  public override func checkDim(_ input: Tensor) throws {
    if input.dim != 4 { throw EmberwingError.value("expected 4D input (got \(input.dim)D input)") }
  }
}

/// Normalises each sample over its last axes (Ba, Kiros and Hinton 2016, `torch.nn.LayerNorm`).
public final class LayerNorm: Module {
  public let normalizedShape: Shape
  public let eps: Double
  public var weight: Parameter?
  public var bias: Parameter?

  public init(
    _ normalizedShape: Shape, eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true,
    dtype: DType? = nil
  ) throws {
    let type = dtype ?? DefaultDType.current
    self.normalizedShape = normalizedShape
    self.eps = eps
    if elementwiseAffine {
      weight = try Parameter(try Ops.ones(normalizedShape, type))
      if bias { self.bias = try Parameter(try Tensor.zeros(normalizedShape, type)) }
    }
    super.init()
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.layerNorm(input, normalizedShape, weight?.tensor, bias?.tensor, eps)
  }
}

/// Normalises the channels of [N, C, …] in groups (Wu and He 2018, `torch.nn.GroupNorm`).
public final class GroupNorm: Module {
  public let numGroups: Int
  public let numChannels: Int
  public let eps: Double
  public var weight: Parameter?
  public var bias: Parameter?

  public init(_ numGroups: Int, _ numChannels: Int, eps: Double = 1e-5, affine: Bool = true, dtype: DType? = nil) throws
  {
    if numGroups <= 0 || numChannels % numGroups != 0 {
      throw EmberwingError.value(
        "num_channels (\(numChannels)) must be divisible by num_groups (\(numGroups))")
    }
    let type = dtype ?? DefaultDType.current
    self.numGroups = numGroups
    self.numChannels = numChannels
    self.eps = eps
    if affine {
      weight = try Parameter(try Ops.ones([numChannels], type))
      bias = try Parameter(try Tensor.zeros([numChannels], type))
    }
    super.init()
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.groupNorm(input, numGroups, weight?.tensor, bias?.tensor, eps)
  }
}
