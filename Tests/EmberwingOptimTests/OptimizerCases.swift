import EmberwingOptim

extension OptimGolden.Case {
  /// How far a loss may lie from PyTorch's: L-BFGS and Muon's bfloat16 magnify differences of rounding.
  var tolerance: Double {
    switch (optimizer, dtype) {
    case ("Muon", _): 5e-3
    case ("LBFGS", "float32"): 1e-2
    case ("LBFGS", _): 1e-7
    // In 24 steps PyTorch's own float32 losses leave its float64 ones by 2.4e-4.
    case ("NAdam", "float32"): 5e-4
    case (_, "float64"): 1e-10
    default: 5e-5
    }
  }

  func make(_ p: [Tensor]) throws -> Optimizer {
    let (lr, decay, maximize) = (self["lr", 0.01], options["weight_decay"], flag("maximize"))
    let eps = self["eps", 1e-8]
    let betas = (self["beta1", 0.9], self["beta2", 0.999])
    switch optimizer {
    case "SGD":
      return try SGD(
        p, lr: lr, momentum: self["momentum", 0], dampening: self["dampening", 0], weightDecay: decay ?? 0,
        nesterov: flag("nesterov"), maximize: maximize)
    case "Adam":
      return try Adam(
        p, lr: lr, betas: betas, eps: eps, weightDecay: decay ?? 0, amsgrad: flag("amsgrad"), maximize: maximize)
    case "AdamW": return try AdamW(p, lr: lr, weightDecay: decay ?? 0.01, amsgrad: flag("amsgrad"))
    case "RMSprop":
      return try RMSprop(
        p, lr: lr, alpha: self["alpha", 0.99], weightDecay: decay ?? 0, momentum: self["momentum", 0],
        centered: flag("centered"))
    case "Adagrad":
      return try Adagrad(
        p, lr: lr, lrDecay: self["lr_decay", 0], weightDecay: decay ?? 0,
        initialAccumulatorValue: self["initial_accumulator_value", 0])
    case "Adadelta":
      return try Adadelta(
        p, lr: lr, rho: self["rho", 0.9], eps: self["eps", 1e-6], weightDecay: decay ?? 0, maximize: maximize)
    case "Adamax":
      return try Adamax(p, lr: lr, betas: betas, eps: eps, weightDecay: decay ?? 0, maximize: maximize)
    case "NAdam":
      return try NAdam(
        p, lr: lr, betas: betas, eps: eps, weightDecay: decay ?? 0, momentumDecay: self["momentum_decay", 4e-3],
        decoupledWeightDecay: flag("decoupled_weight_decay"), maximize: maximize)
    case "RAdam":
      return try RAdam(
        p, lr: lr, betas: betas, eps: eps, weightDecay: decay ?? 0,
        decoupledWeightDecay: flag("decoupled_weight_decay"), maximize: maximize)
    case "ASGD":
      return try ASGD(
        p, lr: lr, lambd: self["lambd", 1e-4], alpha: self["alpha", 0.75], t0: self["t0", 1e6],
        weightDecay: decay ?? 0, maximize: maximize)
    case "Rprop":
      return try Rprop(
        p, lr: lr, etas: (self["eta_minus", 0.5], self["eta_plus", 1.2]),
        stepSizes: (self["step_size_min", 1e-6], self["step_size_max", 50]), maximize: maximize)
    case "Muon":
      return try Muon(
        p, lr: lr, weightDecay: decay ?? 0.1, momentum: self["momentum", 0.95], nesterov: self["nesterov", 1] != 0,
        iterations: Int(self["ns_steps", 5]))
    case "Adafactor":
      return try Adafactor(
        p, lr: lr, beta2Decay: self["beta2_decay", -0.8], eps: (options["eps1"], self["eps2", 1e-3]),
        clipping: self["d", 1], weightDecay: decay ?? 0, maximize: maximize)
    default:
      return try LBFGS(
        p, lr: lr, maxIterations: Int(self["max_iter", 20]), maxEvaluations: options["max_eval"].map { Int($0) },
        toleranceGrad: self["tolerance_grad", 1e-7], historySize: Int(self["history_size", 100]),
        strongWolfe: flag("strong_wolfe"), maximize: maximize)
    }
  }

  private func flag(_ name: String) -> Bool { self[name, 0] != 0 }
  private subscript(name: String, otherwise: Double) -> Double { options[name] ?? otherwise }
}
