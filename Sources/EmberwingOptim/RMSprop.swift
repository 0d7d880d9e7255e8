/// RMSprop (Hinton 2012; centered: Graves 2013), `torch.optim.RMSprop`.
public final class RMSprop: Optimizer {
  public override var stateNames: [String] { ["step", "square_avg", "momentum_buffer", "grad_avg"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-2, alpha: Double = 0.99, eps: Double = 1e-8, weightDecay: Double = 0,
    momentum: Double = 0, centered: Bool = false, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "alpha": .float(alpha), "eps": .float(eps), "weight_decay": .float(weightDecay),
        "momentum": .float(momentum), "centered": .bool(centered), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(
      o,
      [
        ("lr", "learning rate"), ("eps", "epsilon value"), ("momentum", "momentum value"),
        ("weight_decay", "weight_decay value"), ("alpha", "alpha value"),
      ])
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = RMSpropCoefficients()
    c.lr = group["lr"]
    c.alpha = group["alpha"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.momentum = group["momentum"]
    c.maximize = group.isSet("maximize")
    let centered = group.isSet("centered")
    var plan = FusedUpdate("RMSprop", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let step = try stepState(&group, 0, i)
      let average = try zeroState(&group, 1, i)
      let buffer = c.momentum > 0 ? try zeroState(&group, 2, i) : nil
      try plan.add(group.parameters[i], average, buffer, centered ? try zeroState(&group, 3, i) : nil, step: step)
    }
    try plan.rmsprop(c)
  }
}
