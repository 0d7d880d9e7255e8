/// `x Wᵀ + b` over the last axis (`torch.nn.Linear`); weight [out, in].
public final class Linear: Module {
  public var weight: Parameter
  public var bias: Parameter?

  public init(_ inFeatures: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType? = nil) throws {
    let type = dtype ?? DefaultDType.current
    weight = try Parameter(try Tensor.empty([outFeatures, inFeatures], type))
    self.bias = bias ? try Parameter(try Tensor.empty([outFeatures], type)) : nil
    super.init()
    try Init.layer(weight.tensor, self.bias?.tensor)
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.linear(input, weight.tensor, bias?.tensor)
  }
}

/// Gives back its input.
public final class Identity: Module {
  public override func forward(_ input: Tensor) -> Tensor { input }
}

/// Joins the axes from `startDim` to `endDim` into one.
public final class Flatten: Module {
  public let startDim: Int
  public let endDim: Int

  public init(startDim: Int = 1, endDim: Int = -1) {
    self.startDim = startDim
    self.endDim = endDim
  }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.flatten(input, startDim, endDim) }
}

/// Splits one axis into several; `shape` may hold one -1.
public final class Unflatten: Module {
  public let dim: Int
  public let shape: Shape

  public init(dim: Int, shape: Shape) {
    self.dim = dim
    self.shape = shape
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    let d = dim < 0 ? dim + input.dim : dim
    guard d >= 0, d < input.dim else {
      throw EmberwingError.index(
        "Dimension out of range (expected to be in range of [\(-input.dim), \(input.dim - 1)], but got \(dim))")
    }
    return try Ops.reshape(input, input.shape.slice(0..<d) + shape + input.shape.slice(d + 1..<input.dim))
  }
}

/// In training, zeroes elements with probability `p` and scales the others by 1/(1 - p) (Hinton et al. 2012).
public final class Dropout: Module {
  public let p: Double

  public init(_ p: Double = 0.5) throws {
    if !(p >= 0 && p <= 1) {
      throw EmberwingError.value("dropout probability has to be between 0 and 1, but got \(p)")
    }
    self.p = p
  }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.dropout(input, p, training) }
}

/// A table of vectors looked up by integer (`torch.nn.Embedding`); weight [numEmbeddings, embeddingDim].
public final class Embedding: Module {
  public var weight: Parameter
  public let paddingIndex: Int?

  public init(
    _ numEmbeddings: Int, _ embeddingDim: Int, paddingIndex: Int? = nil, dtype: DType? = nil
  ) throws {
    if let i = paddingIndex {
      if i >= numEmbeddings || i < -numEmbeddings {
        throw EmberwingError(.assertion, "Padding_idx must be within num_embeddings")
      }
      self.paddingIndex = i < 0 ? i + numEmbeddings : i
    } else {
      self.paddingIndex = nil
    }
    weight = try Parameter(try Tensor.empty([numEmbeddings, embeddingDim], dtype ?? DefaultDType.current))
    super.init()
    try Init.normal(weight.tensor)
    if let i = self.paddingIndex {
      try withGradMode(false) { try Ops.zeroInPlace(try Ops.select(weight.tensor, 0, i)) }
    }
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    try Ops.embedding(input, weight.tensor, paddingIndex, nil, 2, false, false)
  }
}
