#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `torch.optim.lr_scheduler.LRScheduler`: sets the learning rates of an optimizer, once an epoch. A subclass says how
/// the rate of a group follows from the one before.
open class Scheduler {
  public let optimizer: Optimizer
  /// Epochs so far.
  public internal(set) var lastEpoch = 0
  /// The rate each group began with, before any scheduler (the option `initial_lr`).
  public let baseRates: [Double]

  /// Takes the rates that the optimizer has now as the base, unless another scheduler did so before.
  public init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    for i in optimizer.groups.indices where optimizer.groups[i].options["initial_lr"] == nil {
      optimizer.groups[i]["initial_lr"] = optimizer.groups[i]["lr"]
    }
    baseRates = optimizer.groups.map { $0["initial_lr"] }
  }

  /// The new rate of a group, given the rate before and the one it began with; `lastEpoch` is already counted up.
  open func rate(current: Double, base: Double) throws -> Double {
    throw EmberwingError.notImplemented("\(type(of: self)): rate is missing")
  }

  /// The rate of a group at epoch 0.
  open func firstRate(current: Double, base: Double) throws -> Double { current }

  /// Goes on to the next epoch.
  open func step() throws {
    lastEpoch += 1
    try setRates { try rate(current: $0, base: $1) }
  }

  /// Goes back to epoch 0 and the base rates.
  open func restart() throws {
    lastEpoch = 0
    try setRates { try firstRate(current: $1, base: $1) }
  }

  /// Sets the rate of epoch 0; the last act of an init whose `firstRate` is not the present rate.
  final func begin() throws { try setRates { try firstRate(current: $0, base: $1) } }

  final func setRates(_ next: (Double, Double) throws -> Double) throws {
    for (i, base) in baseRates.enumerated() where i < optimizer.groups.count {
      optimizer.groups[i]["lr"] = try next(optimizer.groups[i]["lr"], base)
    }
  }

  /// The rates in use (`get_last_lr`).
  public var lastRates: [Double] { optimizer.groups.map { $0["lr"] } }

  /// Goes back to a saved epoch and its rates.
  public func restore(lastEpoch: Int, rates: [Double]) throws {
    if rates.count != optimizer.groups.count {
      throw EmberwingError.value("expected \(optimizer.groups.count) learning rates, got \(rates.count)")
    }
    self.lastEpoch = lastEpoch
    for (i, r) in rates.enumerated() { optimizer.groups[i]["lr"] = r }
  }
}

/// Multiplies the rate by `gamma` every `stepSize` epochs.
public final class StepLR: Scheduler {
  private let stepSize: Int
  private let gamma: Double

  public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1) throws {
    if stepSize <= 0 { throw EmberwingError.value("StepLR: step_size must be positive, got \(stepSize)") }
    self.stepSize = stepSize
    self.gamma = gamma
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) -> Double {
    lastEpoch % stepSize == 0 ? current * gamma : current
  }
}

/// Multiplies the rate by `gamma` at each of the given epochs.
public final class MultiStepLR: Scheduler {
  private let milestones: [Int]
  private let gamma: Double

  public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1) {
    self.milestones = milestones
    self.gamma = gamma
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) -> Double {
    current * pow(gamma, Double(milestones.filter { $0 == lastEpoch }.count))
  }
}

/// Multiplies the rate by `gamma` every epoch.
public final class ExponentialLR: Scheduler {
  private let gamma: Double

  public init(_ optimizer: Optimizer, gamma: Double) {
    self.gamma = gamma
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) -> Double { current * gamma }
}

/// Sets the rate to its start times a function of the epoch.
public final class LambdaLR: Scheduler {
  private let factor: (Int) throws -> Double

  public init(_ optimizer: Optimizer, factor: @escaping (Int) throws -> Double) throws {
    self.factor = factor
    super.init(optimizer)
    try begin()
  }

  public override func firstRate(current: Double, base: Double) throws -> Double { base * (try factor(0)) }

  public override func rate(current: Double, base: Double) throws -> Double { base * (try factor(lastEpoch)) }
}

/// Multiplies the rate, each epoch, by a function of the epoch.
public final class MultiplicativeLR: Scheduler {
  private let factor: (Int) throws -> Double

  public init(_ optimizer: Optimizer, factor: @escaping (Int) throws -> Double) {
    self.factor = factor
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) throws -> Double { current * (try factor(lastEpoch)) }
}

/// The rate times `factor` for `totalIterations` epochs.
public final class ConstantLR: Scheduler {
  private let factor: Double
  private let totalIterations: Int

  public init(_ optimizer: Optimizer, factor: Double = 1.0 / 3, totalIterations: Int = 5) throws {
    if !(factor >= 0 && factor <= 1) {
      throw EmberwingError.value("Constant multiplicative factor expected to be between 0 and 1.")
    }
    self.factor = factor
    self.totalIterations = totalIterations
    super.init(optimizer)
    try begin()
  }

  public override func firstRate(current: Double, base: Double) -> Double { current * factor }

  public override func rate(current: Double, base: Double) -> Double {
    lastEpoch == totalIterations ? current * (1 / factor) : current
  }
}

/// The rate times a factor that goes from `startFactor` to `endFactor` in `totalIterations` epochs.
public final class LinearLR: Scheduler {
  private let startFactor: Double
  private let change: Double
  private let totalIterations: Int

  public init(
    _ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1, totalIterations: Int = 5
  ) throws {
    if !(startFactor > 0 && startFactor <= 1) {
      throw EmberwingError.value(
        "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.")
    }
    if !(endFactor >= 0 && endFactor <= 1) {
      throw EmberwingError.value("Ending multiplicative factor expected to be between 0 and 1.")
    }
    self.startFactor = startFactor
    change = endFactor - startFactor
    self.totalIterations = totalIterations
    super.init(optimizer)
    try begin()
  }

  public override func firstRate(current: Double, base: Double) -> Double { current * startFactor }

  public override func rate(current: Double, base: Double) -> Double {
    if lastEpoch > totalIterations { return current }
    return current * (1 + change / (Double(totalIterations) * startFactor + Double(lastEpoch - 1) * change))
  }
}

/// Lets the rate fall to zero as a power of the epochs left of `totalIterations`.
public final class PolynomialLR: Scheduler {
  private let totalIterations: Int
  private let power: Double

  public init(_ optimizer: Optimizer, totalIterations: Int = 5, power: Double = 1) {
    self.totalIterations = totalIterations
    self.power = power
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) -> Double {
    if lastEpoch > totalIterations { return current }
    let total = Double(totalIterations)
    return current * pow((1 - Double(lastEpoch) / total) / (1 - Double(lastEpoch - 1) / total), power)
  }
}

/// Lowers the rate along half a cosine to `etaMin` in `tMax` epochs (Loshchilov and Hutter 2017), without restarts.
public final class CosineAnnealingLR: Scheduler {
  private let tMax: Int
  private let etaMin: Double

  public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0) throws {
    if tMax <= 0 || tMax > 1 << 52 {
      throw EmberwingError.value("CosineAnnealingLR: T_max must be positive, got \(tMax)")
    }
    self.tMax = tMax
    self.etaMin = etaMin
    super.init(optimizer)
  }

  public override func rate(current: Double, base: Double) -> Double {
    let n = Double(tMax)
    // At the lowest point the recursion would divide by zero.
    if (lastEpoch - 1 - tMax) % (2 * tMax) == 0 { return current + (base - etaMin) * (1 - cos(Double.pi / n)) / 2 }
    let t = Double(lastEpoch)
    return (1 + cos(Double.pi * t / n)) / (1 + cos(Double.pi * (t - 1) / n)) * (current - etaMin) + etaMin
  }
}
