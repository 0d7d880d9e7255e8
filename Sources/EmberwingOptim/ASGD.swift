/// Averaged stochastic gradient descent (Polyak and Juditsky 1992), `torch.optim.ASGD`; the average is the state `ax`.
public final class ASGD: Optimizer {
  public override var stateNames: [String] { ["step", "eta", "mu", "ax"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-2, lambd: Double = 1e-4, alpha: Double = 0.75, t0: Double = 1e6,
    weightDecay: Double = 0, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "lambd": .float(lambd), "alpha": .float(alpha), "t0": .float(t0),
        "weight_decay": .float(weightDecay), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(
      o,
      [
        ("lr", "learning rate"), ("lambd", "lambd value"), ("alpha", "alpha value"),
        ("weight_decay", "weight_decay value"),
      ])
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = ASGDCoefficients()
    c.lr = group["lr"]
    c.lambd = group["lambd"]
    c.alpha = group["alpha"]
    c.t0 = group["t0"]
    c.weightDecay = group["weight_decay"]
    c.maximize = group.isSet("maximize")
    var plan = FusedUpdate("ASGD", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let step = try stepState(&group, 0, i)
      let (eta, mu) = (try scalarState(&group, 1, i, c.lr), try scalarState(&group, 2, i, 1))
      try plan.add(group.parameters[i], try zeroState(&group, 3, i), step: step, cells: (eta, mu))
    }
    try plan.asgd(c)
  }
}
