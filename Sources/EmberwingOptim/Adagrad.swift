/// Adagrad (Duchi, Hazan and Singer 2011), `torch.optim.Adagrad`.
public final class Adagrad: Optimizer {
  public override var stateNames: [String] { ["step", "sum"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-2, lrDecay: Double = 0, weightDecay: Double = 0,
    initialAccumulatorValue: Double = 0, eps: Double = 1e-10, maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "lr_decay": .float(lrDecay), "weight_decay": .float(weightDecay),
        "initial_accumulator_value": .float(initialAccumulatorValue), "eps": .float(eps), "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(
      o,
      [
        ("lr", "learning rate"), ("lr_decay", "lr_decay value"), ("weight_decay", "weight_decay value"),
        ("initial_accumulator_value", "initial_accumulator_value value"), ("eps", "epsilon value"),
      ])
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = AdagradCoefficients()
    c.lr = group["lr"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.maximize = group.isSet("maximize")
    let start = group["initial_accumulator_value"]
    var plan = FusedUpdate("Adagrad", capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let p = group.parameters[i]
      if group.columns[1][i] == nil {
        let value: Scalar = p.dtype.isComplex ? .complex(start, start) : .float(start)
        group.columns[1][i] = try Ops.full(p.shape, value, p.dtype)
      }
      try plan.add(p, group.columns[1][i], step: try stepState(&group, 0, i))
    }
    try plan.adagrad(c, rateDecay: group["lr_decay"])
  }
}
