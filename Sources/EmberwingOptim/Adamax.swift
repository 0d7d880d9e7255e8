/// Adamax, Adam with the infinity norm (Kingma and Ba 2015), `torch.optim.Adamax`.
public final class Adamax: Optimizer {
  public override var stateNames: [String] { ["step", "exp_avg", "exp_inf"] }

  public init(
    _ parameters: [Tensor], lr: Double = 2e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 0, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "beta1": .float(betas.0), "beta2": .float(betas.1), "eps": .float(eps),
        "weight_decay": .float(weightDecay), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws { try requireMoments(o) }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = AdamaxCoefficients()
    c.lr = group["lr"]
    c.beta1 = group["beta1"]
    c.beta2 = group["beta2"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.maximize = group.isSet("maximize")
    try plan("Adamax", &group).adamax(c)
  }
}
