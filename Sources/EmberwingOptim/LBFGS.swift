/// Limited-memory BFGS (Liu and Nocedal 1989), `torch.optim.LBFGS`; each step needs a closure that computes the loss
/// and its gradients.
public final class LBFGS: Optimizer {
  public override var stateNames: [String] {
    ["func_evals", "n_iter", "d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad", "prev_loss"]
  }

  private typealias Memory = (direction: Tensor, step: Tensor, rho: Double)

  /// `strongWolfe` is the line search `line_search_fn="strong_wolfe"`; `maxEvaluations` is 5/4 of `maxIterations` by
  /// default.
  public init(
    _ parameters: [Tensor], lr: Double = 1, maxIterations: Int = 20, maxEvaluations: Int? = nil,
    toleranceGrad: Double = 1e-7, toleranceChange: Double = 1e-9, historySize: Int = 100, strongWolfe: Bool = false,
    maximize: Bool = false
  ) throws {
    let limit = 1 << 40
    let iterations = Swift.max(0, Swift.min(maxIterations, limit))
    let evaluations = Swift.max(0, Swift.min(maxEvaluations ?? iterations * 5 / 4, limit))
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "max_iter": .int(Int64(iterations)), "max_eval": .int(Int64(evaluations)),
        "tolerance_grad": .float(toleranceGrad), "tolerance_change": .float(toleranceChange),
        "history_size": .int(Int64(Swift.max(1, Swift.min(historySize, limit)))),
        "strong_wolfe": .bool(strongWolfe), "maximize": .bool(maximize),
      ])
  }

  public override func addGroup(_ parameters: [Tensor], overriding options: [String: Scalar] = [:]) throws {
    if !groups.isEmpty {
      throw EmberwingError.value("LBFGS doesn't support per-parameter options (parameter groups)")
    }
    try super.addGroup(parameters, overriding: options)
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(o, [("lr", "learning rate")])
  }

  public override func step() throws {
    throw EmberwingError.type("LBFGS.step() needs a closure that computes the loss and its gradients")
  }

  @discardableResult
  public override func step(_ closure: () throws -> Tensor) throws -> Tensor {
    try withGradMode(false) { try minimize(closure) }
  }

  private func minimize(_ closure: () throws -> Tensor) throws -> Tensor {
    let group = groups[0]
    let problem = FlatParameters(parameters: group.parameters, maximize: group.isSet("maximize"))
    let (lr, maxIterations, maxEvaluations) = (group["lr"], group["max_iter"], group["max_eval"])
    let (gradTolerance, changeTolerance) = (group["tolerance_grad"], group["tolerance_change"])
    let type = group.parameters[0].dtype.realType
    func rounded(_ x: Double) -> Double { type == .float64 ? x : Double(Float(x)) }

    let first = try problem.evaluate(closure)
    var (loss, gradient) = (first.value, first.gradient)
    var evaluations = 1.0
    var state = try State(group)
    state.evaluations += 1
    if try gradient.largest() <= gradTolerance {
      try state.store(in: &groups[0], type)
      return first.loss
    }
    var iterations = 0.0
    while iterations < maxIterations {
      iterations += 1
      state.iterations += 1
      if let d = state.direction, let previous = state.gradient, state.iterations > 1 {
        let y = try Ops.sub(gradient, .tensor(previous), .float(1))
        let s = try Ops.mul(d, .scalar(.float(state.rate)))
        let ys = try y.dot(s)
        if ys > 1e-10 {
          if Double(state.memory.count) >= group["history_size"] { state.memory.removeFirst() }
          state.memory.append((y, s, rounded(1 / ys)))
          state.scale = rounded(ys / (try y.dot(y)))
        }
        state.direction = try LBFGS.direction(gradient, state.memory, state.scale, rounded)
      } else {
        state.direction = try Ops.neg(gradient)
        state.memory = []
        state.scale = 1
      }
      guard let d = state.direction else { break }
      let previousLoss = loss
      state.gradient = try Ops.clone(gradient)
      state.loss = loss
      state.rate = state.iterations == 1 ? rounded(Swift.min(1, 1 / (try gradient.sumOfMagnitudes()))) * lr : lr
      let slope = try gradient.dot(d)
      if slope > -changeTolerance { break }

      var spent = 0.0
      var isOptimal = false
      if group.isSet("strong_wolfe") {
        let values = try problem.copies()
        let (found, count) = try StrongWolfe.search(
          from: .init(t: 0, f: loss, g: gradient, slope: slope), firstStep: state.rate, reach: try d.largest(),
          tolerance: changeTolerance, limit: maxEvaluations - evaluations
        ) { t in
          try problem.move(t, d)
          let next = try problem.evaluate(closure)
          try problem.restore(values)
          return .init(t: t, f: next.value, g: next.gradient, slope: try next.gradient.dot(d))
        }
        (loss, gradient, state.rate, spent) = (found.f, found.g, found.t, count)
        try problem.move(state.rate, d)
        isOptimal = try gradient.largest() <= gradTolerance
      } else {
        try problem.move(state.rate, d)
        if iterations != maxIterations {
          let next = try problem.evaluate(closure)
          (loss, gradient) = (next.value, next.gradient)
          isOptimal = try gradient.largest() <= gradTolerance
          spent = 1
        }
      }
      evaluations += spent
      state.evaluations += spent
      if iterations == maxIterations || evaluations >= maxEvaluations || isOptimal { break }
      if try Ops.mul(d, .scalar(.float(state.rate))).largest() <= changeTolerance { break }
      if abs(loss - previousLoss) < changeTolerance { break }
    }
    try state.store(in: &groups[0], type)
    return first.loss
  }

  /// The inverse Hessian of the memory times the negative gradient (Nocedal's two loops).
  private static func direction(
    _ gradient: Tensor, _ memory: [Memory], _ scale: Double, _ rounded: (Double) -> Double
  ) throws -> Tensor {
    let q = try Ops.neg(gradient)
    var weights = [Double](repeating: 0, count: memory.count)
    for (i, m) in memory.enumerated().reversed() {
      weights[i] = rounded((try m.step.dot(q)) * m.rho)
      try q.add(m.direction, -weights[i])
    }
    let r = try Ops.mul(q, .scalar(.float(scale)))
    for (i, m) in memory.enumerated() {
      let b = rounded((try m.direction.dot(r)) * m.rho)
      try r.add(m.step, rounded(weights[i] - b))
    }
    return r
  }

  /// What outlives a step; it lies in the columns of the first parameter.
  private struct State {
    var evaluations = 0.0, iterations = 0.0, rate = 0.0, scale = 1.0, loss = 0.0
    var direction: Tensor?
    var gradient: Tensor?
    var memory: [Memory] = []

    init(_ group: ParameterGroup) throws {
      let columns = group.columns.map { $0.first ?? nil }
      func number(_ k: Int) -> Double? { columns[k].flatMap { $0.count == 1 ? $0.number : nil } }
      evaluations = number(0) ?? 0
      iterations = number(1) ?? 0
      direction = columns[2]
      rate = number(3) ?? 0
      scale = number(7) ?? 1
      gradient = columns[8]
      loss = number(9) ?? 0
      guard let dirs = columns[4], let steps = columns[5], let rhos = columns[6] else { return }
      if dirs.dim != 2 || dirs.shape != steps.shape || rhos.shape != [dirs.shape[0]] {
        throw EmberwingError.runtime("LBFGS: the loaded history is not consistent")
      }
      for i in 0..<dirs.shape[0] {
        let row = try (Ops.select(dirs, 0, i), Ops.select(steps, 0, i), Ops.select(rhos, 0, i))
        memory.append((row.0, row.1, row.2.number))
      }
    }

    func store(in group: inout ParameterGroup, _ type: DType) throws {
      func scalar(_ x: Double, _ dtype: DType = .float64) throws -> Tensor { try Ops.full([], .float(x), dtype) }
      var out: [Tensor?] = [
        try scalar(evaluations), try scalar(iterations), direction, try scalar(rate), nil, nil, nil,
        try scalar(scale, type), gradient, try scalar(loss),
      ]
      if !memory.isEmpty {
        out[4] = try Ops.stack(memory.map(\.direction), 0)
        out[5] = try Ops.stack(memory.map(\.step), 0)
        out[6] = try Ops.stack(try memory.map { try scalar($0.rho, type) }, 0)
      }
      for k in group.columns.indices { group.columns[k][0] = out[k] }
    }
  }
}
