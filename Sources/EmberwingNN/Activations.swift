/// `max(x, 0)`.
public final class ReLU: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.relu(input) }
}

/// `min(max(x, 0), 6)`.
public final class ReLU6: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.relu6(input) }
}

/// `x` where positive, else `negativeSlope · x`.
public final class LeakyReLU: Module {
  public let negativeSlope: Double

  public init(_ negativeSlope: Double = 0.01) { self.negativeSlope = negativeSlope }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.leakyRelu(input, negativeSlope) }
}

/// `x` where positive, else `weight · x` with learnt weights, one or one a channel (He et al. 2015).
public final class PReLU: Module {
  public var weight: Parameter

  public init(_ numParameters: Int = 1, initial: Double = 0.25, dtype: DType? = nil) throws {
    weight = try Parameter(try Ops.full([numParameters], .float(initial), dtype ?? DefaultDType.current))
  }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.prelu(input, weight.tensor) }
}

/// `x` where positive, else `alpha (eˣ - 1)`.
public final class ELU: Module {
  public let alpha: Double

  public init(_ alpha: Double = 1) { self.alpha = alpha }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.elu(input, alpha) }
}

/// The self-normalising ELU (Klambauer et al. 2017).
public final class SELU: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.selu(input) }
}

/// `1 / (1 + e⁻ˣ)`.
public final class Sigmoid: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.sigmoid(input) }
}

/// `log(sigmoid(x))`.
public final class LogSigmoid: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.logsigmoid(input) }
}

/// Hyperbolic tangent.
public final class Tanh: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.tanh(input) }
}

/// `x Φ(x)` (Hendrycks and Gimpel 2016); `approximate` is "none" or "tanh".
public final class GELU: Module {
  public let approximate: String

  public init(approximate: String = "none") { self.approximate = approximate }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.gelu(input, approximate) }
}

/// `x sigmoid(x)`.
public final class SiLU: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.silu(input) }
}

/// `x tanh(softplus(x))`.
public final class Mish: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.mish(input) }
}

/// `x relu6(x + 3) / 6`.
public final class Hardswish: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.hardswish(input) }
}

/// `relu6(x + 3) / 6`.
public final class Hardsigmoid: Module {
  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.hardsigmoid(input) }
}

/// `x` limited to [minVal, maxVal].
public final class Hardtanh: Module {
  public let minVal: Double
  public let maxVal: Double

  public init(_ minVal: Double = -1, _ maxVal: Double = 1) throws {
    if !(maxVal > minVal) { throw EmberwingError(.assertion, "Hardtanh: max_val must be greater than min_val") }
    self.minVal = minVal
    self.maxVal = maxVal
  }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.hardtanh(input, minVal, maxVal) }
}

/// `log(1 + e^(beta x)) / beta`, linear above `threshold`.
public final class Softplus: Module {
  public let beta: Double
  public let threshold: Double

  public init(beta: Double = 1, threshold: Double = 20) {
    self.beta = beta
    self.threshold = threshold
  }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.softplus(input, beta, threshold) }
}

/// Exponentials that sum to 1 along `dim`.
public final class Softmax: Module {
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.softmax(input, dim, nil) }
}

/// The logarithm of softmax along `dim`.
public final class LogSoftmax: Module {
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public override func forward(_ input: Tensor) throws -> Tensor { try Ops.logSoftmax(input, dim, nil) }
}
