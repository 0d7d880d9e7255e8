/// An elementwise optimizer rule with one or two state tensors of the parameter's shape; its names say which.
public enum StepRule: Sendable {
  /// `square_avg`, `acc_delta`.
  case adadelta(AdadeltaCoefficients)
  /// `exp_avg`, `exp_inf`.
  case adamax(AdamaxCoefficients)
  /// `exp_avg`, `exp_avg_sq`.
  case nadam(NAdamCoefficients)
  /// `exp_avg`, `exp_avg_sq`.
  case radam(RAdamCoefficients)
  /// `ax`, given twice.
  case asgd(ASGDCoefficients)
  /// `prev`, `step_size`.
  case rprop(RpropCoefficients)
}

/// Adadelta (Zeiler 2012) with PyTorch's order of operations.
public struct AdadeltaCoefficients: Sendable {
  public var lr = 1.0, rho = 0.9, eps = 1e-6, weightDecay = 0.0
  public var maximize = false
  public init() {}
}

/// Adamax (Kingma & Ba 2015).
public struct AdamaxCoefficients: Sendable {
  public var lr = 2e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.0
  /// 1 - beta1^step, by the caller.
  public var biasCorrection = 1.0
  public var maximize = false
  public init() {}
}

/// NAdam (Dozat 2016).
public struct NAdamCoefficients: Sendable {
  public var lr = 2e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.0, momentumDecay = 4e-3
  public var decoupled = false, maximize = false
  /// 1 - beta2^step and the factors of the gradient and of its mean, by the caller.
  public var biasCorrection2 = 1.0, gradientRate = 0.0, meanRate = 0.0
  public init() {}
}

/// RAdam (Liu et al. 2020).
public struct RAdamCoefficients: Sendable {
  public var lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.0
  public var decoupled = false, maximize = false
  /// 1 - beta^step, by the caller.
  public var biasCorrection1 = 1.0, biasCorrection2 = 1.0
  /// The rectification term, or nil while the variance is not tractable; by the caller.
  public var rectification: Double?
  public init() {}
}

/// Averaged stochastic gradient descent (Polyak & Juditsky 1992).
public struct ASGDCoefficients: Sendable {
  public var lr = 1e-2, lambd = 1e-4, alpha = 0.75, t0 = 1e6, weightDecay = 0.0
  public var maximize = false
  /// The rate of this step and the weight of the new point in the average, by the caller.
  public var eta = 1e-2, mu = 1.0
  public init() {}
}

/// Resilient backpropagation (Riedmiller & Braun 1993).
public struct RpropCoefficients: Sendable {
  public var etaMinus = 0.5, etaPlus = 1.2, smallest = 1e-6, largest = 50.0
  public var maximize = false
  public init() {}
}
