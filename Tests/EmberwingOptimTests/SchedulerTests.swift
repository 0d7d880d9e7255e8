import EmberwingOptim
import Testing

@Suite struct SchedulerTests {
  static let metrics = [5.0, 4.0, 3.99, 3.98, 3.97, 3.96, 3.95, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]

  func optimizer() throws -> Optimizer { try SGD([try Tensor.zeros([1], .float32)], lr: 0.1, momentum: 0.6) }

  func make(_ name: String, _ o: Optimizer) throws -> Scheduler? {
    switch name {
    case "StepLR": return try StepLR(o, stepSize: 3, gamma: 0.5)
    case "MultiStepLR": return MultiStepLR(o, milestones: [2, 5, 5], gamma: 0.5)
    case "ExponentialLR": return ExponentialLR(o, gamma: 0.9)
    case "CosineAnnealingLR": return try CosineAnnealingLR(o, tMax: 5, etaMin: 0.01)
    case "MultiplicativeLR": return MultiplicativeLR(o) { 1 - 0.01 * Double($0) }
    case "ConstantLR": return try ConstantLR(o, factor: 0.5, totalIterations: 4)
    case "LinearLR": return try LinearLR(o, startFactor: 0.25, endFactor: 0.75, totalIterations: 6)
    case "PolynomialLR": return PolynomialLR(o, totalIterations: 9, power: 2)
    case "CosineAnnealingWarmRestarts":
      return try CosineAnnealingWarmRestarts(o, t0: 3, tMult: 2, etaMin: 0.01)
    case "CyclicLR":
      return try CyclicLR(
        o, baseRate: 0.01, maxRate: 0.2, stepSizeUp: 3, stepSizeDown: 4, mode: .triangular2, cycleMomentum: false)
    case "CyclicLR exp_range":
      return try CyclicLR(o, baseRate: 0.01, maxRate: 0.2, stepSizeUp: 3, mode: .expRange, gamma: 0.9)
    case "OneCycleLR": return try OneCycleLR(o, maxRate: 0.5, totalSteps: 15, riseShare: 0.4)
    case "OneCycleLR three_phase":
      return try OneCycleLR(
        o, maxRate: 0.5, totalSteps: 20, linear: true, divFactor: 10, finalDivFactor: 100, threePhase: true)
    case "ReduceLROnPlateau":
      return try ReduceLROnPlateau(o, factor: 0.5, patience: 1, threshold: 0.05, cooldown: 1, minRate: 0.02)
    case "SequentialLR", "ChainedScheduler":
      let parts = [try ConstantLR(o, factor: 0.1, totalIterations: 3), ExponentialLR(o, gamma: 0.9)]
      return name == "SequentialLR" ? try SequentialLR(o, parts, milestones: [4]) : try ChainedScheduler(parts)
    default: return nil
    }
  }

  @Test func ratesAndMomentaArePyTorchs() throws {
    let golden = try #require(OptimGolden.all)
    #expect(golden.schedules.count == 16)
    for s in golden.schedules {
      let o = try optimizer()
      let scheduler = try #require(try make(s.schedule, o), "\(s.schedule)")
      for (i, metric) in SchedulerTests.metrics.enumerated() {
        #expect(abs(o.learningRate - s.rates[i]) <= 1e-12, "\(s.schedule), epoch \(i)")
        #expect(abs(o.groups[0]["momentum"] - s.momenta[i]) <= 1e-12, "\(s.schedule), epoch \(i)")
        if let plateau = scheduler as? ReduceLROnPlateau { try plateau.step(metric) } else { try scheduler.step() }
      }
    }
  }

  @Test func aFractionOfAnEpochIsTheSamePlace() throws {
    let (a, b) = (try optimizer(), try optimizer())
    let (byStep, byEpoch) = (
      try CosineAnnealingWarmRestarts(a, t0: 2, tMult: 3), try CosineAnnealingWarmRestarts(b, t0: 2, tMult: 3)
    )
    for epoch in 1..<20 {
      try byStep.step()
      try byEpoch.step(to: Double(epoch))
      #expect(abs(a.learningRate - b.learningRate) < 1e-12)
    }
    try byEpoch.step(to: 0.5)
    #expect(abs(b.learningRate - 0.1 * (1 + 0.5.squareRoot()) / 2) < 1e-12)
    #expect(throws: EmberwingError.self) { try byEpoch.step(to: -1) }
  }

  @Test func badSchedulesAreRefused() throws {
    let o = try optimizer()
    #expect(throws: EmberwingError.self) { try ConstantLR(o, factor: 2) }
    #expect(throws: EmberwingError.self) { try LinearLR(o, startFactor: 0) }
    #expect(throws: EmberwingError.self) { try OneCycleLR(o, maxRate: 1, totalSteps: 0) }
    #expect(throws: EmberwingError.self) { try SequentialLR(o, [], milestones: []) }
    #expect(throws: EmberwingError.self) {
      try SequentialLR(o, [ExponentialLR(o, gamma: 0.9)], milestones: [1])
    }
    let plateau = try ReduceLROnPlateau(o)
    #expect(throws: EmberwingError.self) { try ChainedScheduler([plateau]) }
    #expect(throws: EmberwingError.self) { try plateau.step() }
    let plain = try Adagrad([try Tensor.zeros([1], .float32)])
    #expect(throws: EmberwingError.self) { try CyclicLR(plain, baseRate: 0.1, maxRate: 1) }
    let other = ExponentialLR(try optimizer(), gamma: 0.9)
    #expect(throws: EmberwingError.self) { try ChainedScheduler([ExponentialLR(o, gamma: 0.9), other]) }
  }
}
