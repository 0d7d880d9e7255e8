/// Resilient backpropagation (Riedmiller and Braun 1993), `torch.optim.Rprop`.
public final class Rprop: Optimizer {
  public override var stateNames: [String] { ["step", "prev", "step_size"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-2, etas: (Double, Double) = (0.5, 1.2),
    stepSizes: (Double, Double) = (1e-6, 50), maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "eta_minus": .float(etas.0), "eta_plus": .float(etas.1), "step_size_min": .float(stepSizes.0),
        "step_size_max": .float(stepSizes.1), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(o, [("lr", "learning rate")])
    let (minus, plus) = (o["eta_minus"]?.double ?? 0, o["eta_plus"]?.double ?? 0)
    if !(minus > 0 && minus < 1 && plus > 1) { throw EmberwingError.value("Invalid eta values: \(minus), \(plus)") }
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = RpropCoefficients()
    c.etaMinus = group["eta_minus"]
    c.etaPlus = group["eta_plus"]
    c.smallest = group["step_size_min"]
    c.largest = group["step_size_max"]
    c.maximize = group.isSet("maximize")
    let lr = group["lr"]
    var plan = FusedUpdate("Rprop", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let p = group.parameters[i]
      if group.columns[2][i] == nil {
        group.columns[2][i] = try Ops.full(p.shape, p.dtype.isComplex ? .complex(lr, lr) : .float(lr), p.dtype)
      }
      let step = try stepState(&group, 0, i)
      try plan.add(p, try zeroState(&group, 1, i), group.columns[2][i], step: step)
    }
    try plan.rprop(c)
  }
}
