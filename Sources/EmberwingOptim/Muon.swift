/// Muon (Jordan et al. 2024) for matrices, `torch.optim.Muon`: momentum whose steps are made nearly orthogonal by a
/// Newton-Schulz iteration in bfloat16, with decoupled weight decay.
public final class Muon: Optimizer {
  /// How the rate follows from a matrix's sizes (`adjust_lr_fn`).
  public enum RateAdjustment: String, Sendable {
    case original
    case matchRMSAdamW = "match_rms_adamw"
    case spectralUnclamped = "spectral_unclamped"
  }

  /// The numbers of a step.
  public struct Coefficients: Sendable {
    public var lr = 1e-3, weightDecay = 0.1, momentum = 0.95, nesterov = true
    /// The quintic's coefficients.
    public var a = 3.4445, b = -4.775, c = 2.0315
    public var eps = 1e-7, iterations = 5
    public var adjustment = RateAdjustment.original
    public init() {}
  }

  public override var stateNames: [String] { ["momentum_buffer"] }
  private let adjustment: RateAdjustment

  public init(
    _ parameters: [Tensor], lr: Double = 1e-3, weightDecay: Double = 0.1, momentum: Double = 0.95,
    nesterov: Bool = true, coefficients: (Double, Double, Double) = (3.4445, -4.775, 2.0315), eps: Double = 1e-7,
    iterations: Int = 5, adjustment: RateAdjustment = .original
  ) throws {
    self.adjustment = adjustment
    try super.init(
      parameters,
      options: [
        "lr": .float(lr), "weight_decay": .float(weightDecay), "momentum": .float(momentum),
        "nesterov": .bool(nesterov), "a": .float(coefficients.0), "b": .float(coefficients.1),
        "c": .float(coefficients.2), "eps": .float(eps), "ns_steps": .int(Int64(iterations)),
      ])
    for p in parameters where p.dim != 2 {
      throw EmberwingError.value("Muon only supports 2D parameters whereas we found a parameter with size: \(p.shape)")
    }
  }

  public override func validate(_ o: [String: Scalar]) throws {
    let names = [("lr", "Learning rate"), ("momentum", "momentum"), ("weight_decay", "weight decay")]
    for (name, words) in names {
      let v = o[name]?.double ?? 0
      if !(v >= 0) { throw EmberwingError.value("\(words) should be >= 0 but is: \(v)") }
    }
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var o = Coefficients()
    o.lr = group["lr"]
    o.weightDecay = group["weight_decay"]
    o.momentum = group["momentum"]
    o.nesterov = group.isSet("nesterov")
    (o.a, o.b, o.c) = (group["a"], group["b"], group["c"])
    o.eps = group["eps"]
    // The option can be set to any number; 100 is refused below.
    o.iterations = Int(exactly: group["ns_steps"].rounded()) ?? 100
    o.adjustment = adjustment
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      try Muon.step(group.parameters[i], momentumBuffer: try zeroState(&group, 0, i), o)
    }
  }

  /// Updates one parameter that has a gradient, and its momentum buffer; gradients are not recorded.
  public static func step(_ p: Tensor, momentumBuffer: Tensor, _ o: Coefficients) throws {
    guard let g = p.grad else { return }
    if p.dtype.isComplex { throw EmberwingError.runtime("Muon does not support complex parameters") }
    if g.dim != 2 { throw EmberwingError.value("Param gradient must be a 2D matrix") }
    try withGradMode(false) {
      try Inplace.assign(momentumBuffer, direct: true) { try Ops.lerp($0, g, .scalar(.float(1 - o.momentum))) }
      let wanted = o.nesterov ? try Ops.lerp(g, momentumBuffer, .scalar(.float(o.momentum))) : momentumBuffer
      let update = try orthogonalized(wanted, o)
      let (rows, columns) = (Double(p.shape[0]), Double(p.shape[1]))
      let ratio =
        switch o.adjustment {
        case .original: Swift.max(1, rows / columns).squareRoot()
        case .matchRMSAdamW: 0.2 * Swift.max(rows, columns).squareRoot()
        case .spectralUnclamped: (rows / columns).squareRoot()
        }
      try Inplace.assign(p, direct: true) { try Ops.mul($0, .scalar(.float(1 - o.lr * o.weightDecay))) }
      try Inplace.assign(p, direct: true) { try Ops.add($0, .tensor(update), .float(-o.lr * ratio)) }
    }
  }

  private static func orthogonalized(_ wanted: Tensor, _ o: Coefficients) throws -> Tensor {
    if o.iterations >= 100 {
      throw EmberwingError.value("Number of steps must be less than 100 for computational efficiency")
    }
    let isTall = wanted.shape[0] > wanted.shape[1]
    var x = try Ops.to(wanted, .bfloat16)
    if isTall { x = try Ops.t(x) }
    let norm = try Ops.clamp(try Ops.linalgVectorNorm(x, .float(2), nil, false, nil), .float(o.eps), nil)
    x = try Ops.div(x, .tensor(norm), nil)
    for _ in 0..<Swift.max(0, o.iterations) {
      let gram = try Ops.matmul(x, try Ops.t(x))
      let quintic = try Ops.addmm(gram, gram, gram, .float(o.b), .float(o.c))
      x = try Ops.addmm(x, quintic, x, .float(o.a), .float(1))
    }
    return isTall ? try Ops.t(x) : x
  }
}
