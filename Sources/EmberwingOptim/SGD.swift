/// Stochastic gradient descent with momentum, `torch.optim.SGD`.
public final class SGD: Optimizer {
  public override var stateNames: [String] { ["momentum_buffer"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, weightDecay: Double = 0,
    nesterov: Bool = false, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "momentum": .float(momentum), "dampening": .float(dampening),
        "weight_decay": .float(weightDecay), "nesterov": .bool(nesterov), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(
      o, [("lr", "learning rate"), ("momentum", "momentum value"), ("weight_decay", "weight_decay value")])
    if o["nesterov"]?.isZero == false, o["momentum"]?.double ?? 0 <= 0 || o["dampening"]?.double ?? 0 != 0 {
      throw EmberwingError.value("Nesterov momentum requires a momentum and zero dampening")
    }
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = SGDCoefficients()
    c.lr = group["lr"]
    c.momentum = group["momentum"]
    c.dampening = group["dampening"]
    c.weightDecay = group["weight_decay"]
    c.nesterov = group.isSet("nesterov")
    c.maximize = group.isSet("maximize")
    var plan = FusedUpdate("SGD", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let p = group.parameters[i]
      if c.momentum == 0 {
        try plan.add(p)
        continue
      }
      let isFirst = group.columns[0][i] == nil
      try plan.add(p, try zeroState(&group, 0, i), isFirst: isFirst)
    }
    try plan.sgd(c)
  }
}
