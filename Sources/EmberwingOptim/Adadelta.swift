/// Adadelta (Zeiler 2012), `torch.optim.Adadelta`.
public final class Adadelta: Optimizer {
  public override var stateNames: [String] { ["step", "square_avg", "acc_delta"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1, rho: Double = 0.9, eps: Double = 1e-6, weightDecay: Double = 0,
    maximize: Bool = false
  ) throws {
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "rho": .float(rho), "eps": .float(eps), "weight_decay": .float(weightDecay),
        "maximize": .bool(maximize),
      ])
  }

  public override func validate(_ o: [String: Scalar]) throws {
    try requireNonNegative(o, [("lr", "learning rate"), ("rho", "rho value")])
    if let rho = o["rho"]?.double, rho > 1 { throw EmberwingError.value("Invalid rho value: \(rho)") }
    try requireNonNegative(o, [("eps", "epsilon value"), ("weight_decay", "weight_decay value")])
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var c = AdadeltaCoefficients()
    c.lr = group["lr"]
    c.rho = group["rho"]
    c.eps = group["eps"]
    c.weightDecay = group["weight_decay"]
    c.maximize = group.isSet("maximize")
    try plan("Adadelta", &group).adadelta(c)
  }
}
