/// Adam with Nesterov momentum (Dozat 2016), `torch.optim.NAdam`.
public final class NAdam: Optimizer {
  public override var stateNames: [String] { ["step", "mu_product", "exp_avg", "exp_avg_sq"] }

  public init(
    _ parameters: [Tensor], lr: Double = 2e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0, momentumDecay: Double = 4e-3, decoupledWeightDecay: Bool = false, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "beta1": .float(betas.0), "beta2": .float(betas.1), "eps": .float(eps),
        "weight_decay": .float(weightDecay), "momentum_decay": .float(momentumDecay),
        "decoupled_weight_decay": .bool(decoupledWeightDecay), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireMoments(o)
    try requireNonNegative(o, [("momentum_decay", "momentum_decay value")])
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = NAdamCoefficients()
    c.lr = group["lr"]
    c.beta1 = group["beta1"]
    c.beta2 = group["beta2"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.momentumDecay = group["momentum_decay"]
    c.decoupled = group.isSet("decoupled_weight_decay")
    c.maximize = group.isSet("maximize")
    var plan = FusedUpdate("NAdam", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let (step, product) = (try stepState(&group, 0, i), try scalarState(&group, 1, i, 1))
      let (m, v) = (try zeroState(&group, 2, i), try zeroState(&group, 3, i))
      try plan.add(group.parameters[i], m, v, step: step, cells: (product, nil))
    }
    try plan.nadam(c)
  }
}
