/// A module that compares a prediction with a target: `loss(input, target)`. `reduction` is "mean", "sum" or "none".
open class Loss: Module {
  public let reduction: String

  public init(reduction: String = "mean") throws {
    if !["mean", "sum", "none"].contains(reduction) {
      throw EmberwingError.value("\(reduction) is not a valid value for reduction")
    }
    self.reduction = reduction
  }

  /// The loss of a prediction.
  open func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    throw EmberwingError.notImplemented("Module [\(name)] is missing the required \"forward\" function")
  }

  public final func callAsFunction(_ input: Tensor, _ target: Tensor) throws -> Tensor { try forward(input, target) }
}

/// A loss that weighs classes or elements by a constant tensor, kept in the state dict as PyTorch does.
open class WeightedLoss: Loss {
  public var weight: Buffer?

  public init(weight: Tensor?, reduction: String) throws {
    self.weight = weight.map { Buffer($0) }
    try super.init(reduction: reduction)
  }
}

/// Squared difference.
public final class MSELoss: Loss {
  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.mseLoss(input, target, reduction, nil)
  }
}

/// Absolute difference.
public final class L1Loss: Loss {
  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.l1Loss(input, target, reduction, nil)
  }
}

/// Quadratic below `beta`, linear above, slope 1 (Girshick 2015).
public final class SmoothL1Loss: Loss {
  public let beta: Double

  public init(reduction: String = "mean", beta: Double = 1) throws {
    self.beta = beta
    try super.init(reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.smoothL1Loss(input, target, reduction, beta)
  }
}

/// Quadratic below `delta`, linear above, slope `delta` (Huber 1964).
public final class HuberLoss: Loss {
  public let delta: Double

  public init(reduction: String = "mean", delta: Double = 1) throws {
    if !(delta > 0) { throw EmberwingError.runtime("huber_loss does not support non-positive values for delta.") }
    self.delta = delta
    try super.init(reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.huberLoss(input, target, reduction, delta, nil)
  }
}

/// Negative log likelihood of classes, given log-probabilities [N, C, …] and class numbers [N, …].
public final class NLLLoss: WeightedLoss {
  public let ignoreIndex: Int

  public init(weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: String = "mean") throws {
    self.ignoreIndex = ignoreIndex
    try super.init(weight: weight, reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.nllLoss(input, target, weight?.tensor, ignoreIndex, reduction)
  }
}

/// Cross-entropy of scores [N, C, …] with class numbers [N, …] or class probabilities [N, C, …].
public final class CrossEntropyLoss: WeightedLoss {
  public let ignoreIndex: Int
  public let labelSmoothing: Double

  public init(
    weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: String = "mean", labelSmoothing: Double = 0
  ) throws {
    self.ignoreIndex = ignoreIndex
    self.labelSmoothing = labelSmoothing
    try super.init(weight: weight, reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.crossEntropy(input, target, weight?.tensor, ignoreIndex, reduction, labelSmoothing)
  }
}

/// Cross-entropy of probabilities with targets between 0 and 1.
public final class BCELoss: WeightedLoss {
  public override init(weight: Tensor? = nil, reduction: String = "mean") throws {
    try super.init(weight: weight, reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.binaryCrossEntropy(input, target, weight?.tensor, reduction)
  }
}

/// Cross-entropy of logits with targets between 0 and 1; `posWeight` weighs the positive side.
public final class BCEWithLogitsLoss: WeightedLoss {
  public var posWeight: Buffer?

  public init(weight: Tensor? = nil, reduction: String = "mean", posWeight: Tensor? = nil) throws {
    self.posWeight = posWeight.map { Buffer($0) }
    try super.init(weight: weight, reduction: reduction)
  }

  public override func forward(_ input: Tensor, _ target: Tensor) throws -> Tensor {
    try Ops.binaryCrossEntropyWithLogits(input, target, weight?.tensor, reduction, posWeight?.tensor)
  }
}
