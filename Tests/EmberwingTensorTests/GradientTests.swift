import EmberwingTensor
import Testing

/// Derivatives along one random direction, against central differences, in float64.
@Suite struct GradientTests {
  private static let step = 1e-5

  /// The float64 tensors of a call, to which derivatives are taken, and the call rebuilt from others in their place.
  private struct Call {
    let op: OpInfo
    let arguments: [Value]
    var inputs: [Tensor] = []

    init(_ op: OpInfo, _ arguments: [Value]) {
      self.op = op
      self.arguments = arguments
      for (i, v) in arguments.enumerated() where !op.samples.constantArguments.contains(i) {
        switch v {
        case .tensor(let t): if t.dtype == .float64 { inputs.append(t) }
        case .tensors(let list): inputs += list.filter { $0.dtype == .float64 }
        case .optionalTensors(let list): inputs += list.compactMap { $0 }.filter { $0.dtype == .float64 }
        default: break
        }
      }
    }

    func run(_ inputs: [Tensor]) throws -> [Tensor] {
      var next = inputs[...]
      func take(_ t: Tensor) -> Tensor { t.dtype == .float64 ? next.popFirst() ?? t : t }
      var values = arguments
      for (i, v) in arguments.enumerated() where !op.samples.constantArguments.contains(i) {
        switch v {
        case .tensor(let t): values[i] = .tensor(take(t))
        case .tensors(let list): values[i] = .tensors(list.map(take))
        case .optionalTensors(let list): values[i] = .optionalTensors(list.map { $0.map(take) })
        default: break
        }
      }
      return try op.call(values).filter { $0.dtype == .float64 }
    }
  }

  private static func leaves(_ inputs: [Tensor]) throws -> [Tensor] {
    try inputs.map { t in
      let leaf = try Ops.clone(try Ops.detach(t))
      try leaf.setRequiresGrad(true)
      return leaf
    }
  }

  private static func moved(_ inputs: [Tensor], _ directions: [Tensor], _ by: Double) throws -> [Tensor] {
    try zip(inputs, directions).map { try Ops.add($0, .tensor(try Ops.mul($1, .scalar(.float(by)))), 1) }
  }

  private static func dot(_ a: [Tensor?], _ b: [Tensor]) throws -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) {
      guard let x else { continue }
      sum += zip(try x.values(), try y.values()).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return sum
  }

  /// The mean of nothing and the like have no derivative.
  private static func hasNaN(_ outputs: [Tensor]) throws -> Bool {
    try outputs.contains { try $0.values().contains { $0.isNaN } }
  }

  private static func close(_ a: Double, _ b: Double) -> Bool {
    Swift.abs(a - b) <= 2e-6 * Swift.max(1, Swift.abs(a), Swift.abs(b))
  }

  @Test(arguments: OpCase.differentiable)
  func firstDerivative(_ c: OpCase) throws {
    var maker = SampleMaker(dtype: .float64, seed: 11)
    for (i, arguments) in try c.calls().enumerated() {
      let call = Call(c.op, arguments)
      if call.inputs.isEmpty { continue }
      let leaves = try Self.leaves(call.inputs)
      let outputs = try call.run(leaves)
      if try Self.hasNaN(outputs) { continue }
      // Without an output in the graph the derivative must be zero.
      let active = outputs.filter { $0.requiresGrad }
      let weights = try outputs.map { try maker.tensor($0.shape, 0.5, 1.5) }
      let directions = try call.inputs.map { try maker.tensor($0.shape, -1, 1) }
      let activeWeights = zip(outputs, weights).filter { $0.0.requiresGrad }.map { $0.1 }
      let grads =
        active.isEmpty
        ? []
        : try Autograd.grad(
          active, leaves, gradOutputs: activeWeights, retainGraph: false, createGraph: false, allowUnused: true)
      for (g, leaf) in zip(grads, leaves) { if let g { #expect(g.shape == leaf.shape) } }
      let analytic = try Self.dot(grads, directions)
      let up = try Self.dot(try call.run(try Self.moved(call.inputs, directions, Self.step)), weights)
      let down = try Self.dot(try call.run(try Self.moved(call.inputs, directions, -Self.step)), weights)
      let numeric = (up - down) / (2 * Self.step)
      #expect(Self.close(analytic, numeric), "\(c.op.cName), call \(i): \(analytic), numerically \(numeric)")
    }
  }

  @Test(arguments: OpCase.twiceDifferentiable)
  func secondDerivative(_ c: OpCase) throws {
    var maker = SampleMaker(dtype: .float64, seed: 13)
    for (i, arguments) in try c.calls().enumerated() {
      let call = Call(c.op, arguments)
      if call.inputs.isEmpty { continue }
      let outputs = try call.run(try Self.leaves(call.inputs)).filter { $0.requiresGrad }
      if try outputs.isEmpty || Self.hasNaN(outputs) { continue }
      let weights = try outputs.map { try maker.tensor($0.shape, 0.5, 1.5) }
      let all = call.inputs + weights
      let directions = try all.map { try maker.tensor($0.shape, -1, 1) }
      let probes = try call.inputs.map { try maker.tensor($0.shape, 0.5, 1.5) }
      let n = call.inputs.count
      /// The first derivative, itself a function of inputs and weights.
      func gradient(_ point: [Tensor], createGraph: Bool) throws -> [Tensor?] {
        let outputs = try call.run(Array(point[..<n])).filter { $0.requiresGrad }
        return try Autograd.grad(
          outputs, Array(point[..<n]), gradOutputs: Array(point[n...]), retainGraph: createGraph,
          createGraph: createGraph, allowUnused: true)
      }
      let point = try Self.leaves(all)
      let first = try gradient(point, createGraph: true)
      var roots: [Tensor] = []
      var rootProbes: [Tensor] = []
      for (g, p) in zip(first, probes) {
        guard let g, g.requiresGrad else { continue }
        roots.append(g)
        rootProbes.append(p)
      }
      var analytic = 0.0
      if !roots.isEmpty {
        let second = try Autograd.grad(
          roots, point, gradOutputs: rootProbes, retainGraph: false, createGraph: false, allowUnused: true)
        analytic = try Self.dot(second, directions)
      }
      let up = try gradient(try Self.leaves(try Self.moved(all, directions, Self.step)), createGraph: false)
      let down = try gradient(try Self.leaves(try Self.moved(all, directions, -Self.step)), createGraph: false)
      let numeric = (try Self.dot(up, probes) - (try Self.dot(down, probes))) / (2 * Self.step)
      #expect(Self.close(analytic, numeric), "\(c.op.cName), call \(i): \(analytic), numerically \(numeric)")
    }
  }
}
