/// Adam (Kingma and Ba 2015), `torch.optim.Adam`; with `decoupledWeightDecay` it is AdamW.
open class Adam: Optimizer {
  public override var stateNames: [String] { ["step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0, amsgrad: Bool = false, maximize: Bool = false, decoupledWeightDecay: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "beta1": .float(betas.0), "beta2": .float(betas.1), "eps": .float(eps),
        "weight_decay": .float(weightDecay), "amsgrad": .bool(amsgrad), "maximize": .bool(maximize),
        "decoupled_weight_decay": .bool(decoupledWeightDecay),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws { try requireMoments(o) }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = AdamCoefficients()
    c.lr = group["lr"]
    c.beta1 = group["beta1"]
    c.beta2 = group["beta2"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.maximize = group.isSet("maximize")
    c.decoupled = group.isSet("decoupled_weight_decay")
    let amsgrad = group.isSet("amsgrad")
    var plan = FusedUpdate("Adam", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let step = try stepState(&group, 0, i)
      let (m, v) = (try zeroState(&group, 1, i), try zeroState(&group, 2, i))
      try plan.add(group.parameters[i], m, v, amsgrad ? try zeroState(&group, 3, i) : nil, step: step)
    }
    try plan.adam(c)
  }
}

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019), `torch.optim.AdamW`.
public final class AdamW: Adam {
  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 1e-2, amsgrad: Bool = false, maximize: Bool = false
  ) throws {
    try super.init(
      parameters, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad, maximize: maximize,
      decoupledWeightDecay: true)
  }
}
