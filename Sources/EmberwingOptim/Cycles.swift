#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Schedules that begin anew, move momentum with the rate, follow a metric, or combine others.

/// Cosine annealing begun anew after `t0` epochs, then after `tMult` times as many each time (Loshchilov and Hutter 2017).
public final class CosineAnnealingWarmRestarts: Scheduler {
  private let t0: Int
  private let tMult: Int
  private let etaMin: Double
  /// Epochs since the last restart, and from it to the next.
  private var since = 0.0
  private var length: Double

  public init(_ optimizer: Optimizer, t0: Int, tMult: Int = 1, etaMin: Double = 0) throws {
    if t0 <= 0 { throw EmberwingError.value("Expected positive integer T_0, but got \(t0)") }
    if tMult < 1 { throw EmberwingError.value("Expected integer T_mult >= 1, but got \(tMult)") }
    self.t0 = t0
    self.tMult = tMult
    self.etaMin = etaMin
    length = Double(t0)
    super.init(optimizer)
    try begin()
  }

  public override func firstRate(current: Double, base: Double) -> Double { base }

  public override func rate(current: Double, base: Double) -> Double {
    etaMin + (base - etaMin) * (1 + cos(Double.pi * since / length)) / 2
  }

  public override func step() throws {
    since += 1
    if since >= length {
      since -= length
      length *= Double(tMult)
    }
    try super.step()
  }

  public override func restart() throws {
    (since, length) = (0, Double(t0))
    try super.restart()
  }

  /// Goes to an epoch, which may be a fraction: epoch + batch / batches.
  public func step(to epoch: Double) throws {
    guard epoch >= 0, let whole = Int(exactly: epoch.rounded(.down)) else {
      throw EmberwingError.value("Expected non-negative epoch, but got \(epoch)")
    }
    let first = Double(t0)
    if epoch < first {
      (since, length) = (epoch, first)
    } else if tMult == 1 {
      since = fmod(epoch, first)
    } else {
      let factor = Double(tMult)
      let n = (log(epoch / first * (factor - 1) + 1) / log(factor)).rounded(.down)
      since = epoch - first * (pow(factor, n) - 1) / (factor - 1)
      length = first * pow(factor, n)
    }
    lastEpoch = whole
    try setRates { rate(current: $0, base: $1) }
  }
}

/// A schedule that moves the momentum (or `beta1`) too.
open class MomentumScheduler: Scheduler {
  private let option: String?

  /// With `cycles`, the optimizer must have a momentum.
  init(_ optimizer: Optimizer, cycles: Bool) throws {
    let options = optimizer.groups.first?.options ?? [:]
    option = !cycles ? nil : options["beta1"] != nil ? "beta1" : options["momentum"] != nil ? "momentum" : nil
    if cycles && option == nil {
      throw EmberwingError.value("optimizer must support momentum or beta1 with `cycle_momentum` option enabled")
    }
    super.init(optimizer)
  }

  /// The momentum at `lastEpoch`.
  open func momentum() throws -> Double {
    throw EmberwingError.notImplemented("\(type(of: self)): momentum is missing")
  }

  public override func step() throws {
    try super.step()
    try setMomentum()
  }

  public override func restart() throws {
    try super.restart()
    try setMomentum()
  }

  final func setMomentum() throws {
    guard let option else { return }
    let value = try momentum()
    for i in optimizer.groups.indices { optimizer.groups[i][option] = value }
  }
}

/// The rate goes up and down between two bounds (Smith 2017), the momentum the other way round.
public final class CyclicLR: MomentumScheduler {
  /// How the cycles' heights change.
  public enum Mode: Sendable { case triangular, triangular2, expRange }

  private let lowest: Double, highest: Double, total: Double, ratio: Double, mode: Mode, gamma: Double
  private let momenta: (base: Double, max: Double)

  public init(
    _ optimizer: Optimizer, baseRate: Double, maxRate: Double, stepSizeUp: Double = 2000, stepSizeDown: Double? = nil,
    mode: Mode = .triangular, gamma: Double = 1, cycleMomentum: Bool = true, baseMomentum: Double = 0.8,
    maxMomentum: Double = 0.9
  ) throws {
    lowest = baseRate
    highest = maxRate
    total = stepSizeUp + (stepSizeDown ?? stepSizeUp)
    ratio = stepSizeUp / total
    self.mode = mode
    self.gamma = gamma
    momenta = (baseMomentum, maxMomentum)
    try super.init(optimizer, cycles: cycleMomentum)
    try begin()
    try setMomentum()
  }

  public override func firstRate(current: Double, base: Double) -> Double { lowest }

  /// Where between the bounds this epoch is.
  private var height: Double {
    let cycle = (1 + Double(lastEpoch) / total).rounded(.down)
    let x = 1 + Double(lastEpoch) / total - cycle
    let scale =
      switch mode {
      case .triangular: 1.0
      case .triangular2: 1 / pow(2, cycle - 1)
      case .expRange: pow(gamma, Double(lastEpoch))
      }
    return (x <= ratio ? x / ratio : (x - 1) / (ratio - 1)) * scale
  }

  public override func rate(current: Double, base: Double) -> Double { lowest + (highest - lowest) * height }

  public override func momentum() -> Double { momenta.max - (momenta.max - momenta.base) * height }
}

/// One rise of the rate and one long fall (Smith and Topin 2018), the momentum the other way round.
public final class OneCycleLR: MomentumScheduler {
  private struct Phase {
    var end: Double, rates: (Double, Double), momenta: (Double, Double)
  }

  private let phases: [Phase]
  private let totalSteps: Int
  private let isLinear: Bool

  public init(
    _ optimizer: Optimizer, maxRate: Double, totalSteps: Int, riseShare: Double = 0.3, linear: Bool = false,
    cycleMomentum: Bool = true, baseMomentum: Double = 0.85, maxMomentum: Double = 0.95, divFactor: Double = 25,
    finalDivFactor: Double = 1e4, threePhase: Bool = false
  ) throws {
    if totalSteps <= 0 { throw EmberwingError.value("Expected positive integer total_steps, but got \(totalSteps)") }
    if !(riseShare >= 0 && riseShare <= 1) {
      throw EmberwingError.value("Expected float between 0 and 1 pct_start, but got \(riseShare)")
    }
    self.totalSteps = totalSteps
    isLinear = linear
    let (start, total) = (maxRate / divFactor, Double(totalSteps))
    let (end, high, low) = (start / finalDivFactor, maxMomentum, baseMomentum)
    var list = [Phase(end: riseShare * total - 1, rates: (start, maxRate), momenta: (high, low))]
    if threePhase {
      list.append(Phase(end: 2 * riseShare * total - 2, rates: (maxRate, start), momenta: (low, high)))
      list.append(Phase(end: total - 1, rates: (start, end), momenta: (high, high)))
    } else {
      list.append(Phase(end: total - 1, rates: (maxRate, end), momenta: (low, high)))
    }
    phases = list
    try super.init(optimizer, cycles: cycleMomentum)
    for i in optimizer.groups.indices { optimizer.groups[i]["initial_lr"] = start }
    try begin()
    try setMomentum()
  }

  public override func firstRate(current: Double, base: Double) throws -> Double { try value(\.rates) }
  public override func rate(current: Double, base: Double) throws -> Double { try value(\.rates) }
  public override func momentum() throws -> Double { try value(\.momenta) }

  private func value(_ ends: (Phase) -> (Double, Double)) throws -> Double {
    let step = Double(lastEpoch)
    if lastEpoch > totalSteps {
      throw EmberwingError.value(
        "Tried to step \(lastEpoch) times. The specified number of total steps is \(totalSteps)")
    }
    var start = 0.0
    var (from, to, done) = (0.0, 0.0, 0.0)
    for (i, phase) in phases.enumerated() {
      if step <= phase.end || i == phases.count - 1 {
        (from, to) = ends(phase)
        done = (step - start) / (phase.end - start)
        break
      }
      start = phase.end
    }
    return isLinear ? (to - from) * done + from : to + (from - to) / 2 * (cos(Double.pi * done) + 1)
  }
}

/// Lowers the rate when a metric has not become better for `patience` epochs; call `step(metric)`.
public final class ReduceLROnPlateau: Scheduler {
  public enum Mode: Sendable { case min, max }
  public enum ThresholdMode: Sendable { case relative, absolute }

  private let mode: Mode, factor: Double, patience: Int, threshold: Double, thresholdMode: ThresholdMode
  private let cooldown: Int, lowest: Double, eps: Double
  /// The best metric so far, and the epochs since then.
  public private(set) var best: Double
  public private(set) var badEpochs = 0
  private var cooldownLeft = 0

  public init(
    _ optimizer: Optimizer, mode: Mode = .min, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    thresholdMode: ThresholdMode = .relative, cooldown: Int = 0, minRate: Double = 0, eps: Double = 1e-8
  ) throws {
    if !(factor < 1) { throw EmberwingError.value("Factor should be < 1.0.") }
    self.mode = mode
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.thresholdMode = thresholdMode
    self.cooldown = cooldown
    lowest = minRate
    self.eps = eps
    best = mode == .min ? .infinity : -.infinity
    super.init(optimizer)
  }

  public override func step() throws { throw EmberwingError.type("ReduceLROnPlateau.step() needs a metric") }

  /// Takes the metric of an epoch.
  public func step(_ metric: Double) throws {
    lastEpoch += 1
    let margin = thresholdMode == .relative ? threshold : 0
    let offset = thresholdMode == .absolute ? threshold : 0
    let isBetter =
      mode == .min ? metric < best * (1 - margin) - offset : metric > best * (1 + margin) + offset
    if isBetter {
      best = metric
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if cooldownLeft > 0 {
      cooldownLeft -= 1
      badEpochs = 0
    }
    if badEpochs > patience {
      try setRates { current, _ in
        let next = Swift.max(current * factor, lowest)
        return current - next > eps ? next : current
      }
      cooldownLeft = cooldown
      badEpochs = 0
    }
  }
}

/// One scheduler after the other, changing at the milestones.
public final class SequentialLR: Scheduler {
  private let schedulers: [Scheduler]
  private let milestones: [Int]

  public init(_ optimizer: Optimizer, _ schedulers: [Scheduler], milestones: [Int]) throws {
    try requireMembers(schedulers, of: optimizer, "SequentialLR")
    if milestones.count != schedulers.count - 1 {
      throw EmberwingError.value(
        "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers \(schedulers.count) and the number of milestones to be equal to \(milestones.count)"
      )
    }
    self.schedulers = schedulers
    self.milestones = milestones
    super.init(optimizer)
    try current.restart()
  }

  private var current: Scheduler { schedulers[milestones.filter { $0 <= lastEpoch }.count] }

  public override func step() throws {
    lastEpoch += 1
    if milestones.contains(lastEpoch) { try current.restart() } else { try current.step() }
  }

  public override func restart() throws {
    lastEpoch = 0
    try current.restart()
  }
}

/// All schedulers at once.
public final class ChainedScheduler: Scheduler {
  private let schedulers: [Scheduler]

  public init(_ schedulers: [Scheduler]) throws {
    guard let optimizer = schedulers.first?.optimizer else {
      throw EmberwingError.value(
        "ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.")
    }
    try requireMembers(schedulers, of: optimizer, "ChainedScheduler")
    self.schedulers = schedulers
    super.init(optimizer)
  }

  public override func step() throws {
    lastEpoch += 1
    for s in schedulers { try s.step() }
  }

  public override func restart() throws {
    throw EmberwingError.notImplemented("ChainedScheduler cannot begin anew inside a SequentialLR")
  }
}

private func requireMembers(_ schedulers: [Scheduler], of optimizer: Optimizer, _ name: String) throws {
  if schedulers.isEmpty {
    throw EmberwingError.value("\(name) expects at least one scheduler, but got no scheduler.")
  }
  for (i, s) in schedulers.enumerated() {
    if s is ReduceLROnPlateau {
      throw EmberwingError.value("\(name) does not support `ReduceLROnPlateau` scheduler, but got one at index \(i)")
    }
    if s.optimizer !== optimizer {
      throw EmberwingError.value(
        "\(name) expects all schedulers to belong to the same optimizer, but the one at index \(i) does not")
    }
  }
}
