/// Rectified Adam (Liu et al. 2020), `torch.optim.RAdam`.
public final class RAdam: Optimizer {
  public override var stateNames: [String] { ["step", "exp_avg", "exp_avg_sq"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0, decoupledWeightDecay: Bool = false, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "beta1": .float(betas.0), "beta2": .float(betas.1), "eps": .float(eps),
        "weight_decay": .float(weightDecay), "decoupled_weight_decay": .bool(decoupledWeightDecay),
        "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws { try requireMoments(o) }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = RAdamCoefficients()
    c.lr = group["lr"]
    c.beta1 = group["beta1"]
    c.beta2 = group["beta2"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.decoupled = group.isSet("decoupled_weight_decay")
    c.maximize = group.isSet("maximize")
    try plan("RAdam", &group).radam(c)
  }
}
