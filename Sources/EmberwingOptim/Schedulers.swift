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
  public private(set) var lastEpoch = 0
  /// The rate each group began with.
  public let baseRates: [Double]

  /// Takes the rates that the optimizer has now as the base.
  public init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    baseRates = optimizer.groups.map { $0["lr"] }
  }

  /// The new rate of a group, given the rate before and the one it began with; `lastEpoch` is already counted up.
  open func rate(current: Double, base: Double) throws -> Double {
    throw EmberwingError.notImplemented("\(type(of: self)): rate is missing")
  }

  /// Goes on to the next epoch.
  public func step() throws {
    lastEpoch += 1
    for (i, base) in baseRates.enumerated() where i < optimizer.groups.count {
      optimizer.groups[i]["lr"] = try rate(current: optimizer.groups[i]["lr"], base: base)
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
    for (i, base) in baseRates.enumerated() { optimizer.groups[i]["lr"] = base * (try factor(0)) }
  }

  public override func rate(current: Double, base: Double) throws -> Double { base * (try factor(lastEpoch)) }
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
