#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Adafactor (Shazeer and Stern 2018), `torch.optim.Adafactor`: the second moments of a matrix are kept as one factor
/// a row and one a column.
public final class Adafactor: Optimizer {
  /// The numbers of a step.
  public struct Coefficients: Sendable {
    public var lr = 1e-2, beta2Decay = -0.8, eps2 = 1e-3, clipping = 1.0, weightDecay = 0.0, maximize = false
    /// nil takes the dtype's own epsilon.
    public var eps1: Double?
    public init() {}
  }

  public override var stateNames: [String] { ["step", "row_var", "col_var", "variance"] }

  public init(
    _ parameters: [Tensor], lr: Double = 1e-2, beta2Decay: Double = -0.8, eps: (Double?, Double) = (nil, 1e-3),
    clipping: Double = 1, weightDecay: Double = 0, maximize: Bool = false
  ) throws {
    var options: [String: Scalar] = [
      "lr": .float(lr), "beta2_decay": .float(beta2Decay), "eps2": .float(eps.1), "d": .float(clipping),
      "weight_decay": .float(weightDecay), "maximize": .bool(maximize),
    ]
    if let first = eps.0 { options["eps1"] = .float(first) }
    try super.init(parameters, options: options)
  }

  public override func validate(_ o: [String: Scalar]) throws {
    func check(_ name: String, _ ok: (Double) -> Bool, _ words: String) throws {
      if let v = o[name]?.double, !ok(v) { throw EmberwingError.value("\(words) but is: \(v)") }
    }
    try check("lr", { $0 >= 0 }, "Learning rate should be >= 0")
    try check("beta2_decay", { $0 <= 0 }, "beta2_decay should be <= 0")
    try check("eps1", { $0 >= 0 }, "epsilon1 should be >= 0")
    try check("eps2", { $0 >= 0 }, "epsilon2 should be >= 0")
    try check("d", { $0 >= 1 }, "Clipping threshold d should be >= 1")
    try check("weight_decay", { $0 >= 0 }, "weight_decay should be >= 0")
  }

  public override func update(_ group: inout ParameterGroup) throws {
    var o = Coefficients()
    o.lr = group["lr"]
    o.beta2Decay = group["beta2_decay"]
    o.eps1 = group.options["eps1"]?.double
    o.eps2 = group["eps2"]
    o.clipping = group["d"]
    o.weightDecay = group["weight_decay"]
    o.maximize = group.isSet("maximize")
    for i in group.parameters.indices {
      guard let g = group.parameters[i].grad else { continue }
      let step = try stepState(&group, 0, i)
      if g.dim > 1 {
        for (k, axis) in [(1, g.dim - 1), (2, g.dim - 2)] where group.columns[k][i] == nil {
          var shape = g.shape
          shape[axis] = 1
          group.columns[k][i] = try Tensor.zeros(shape, g.dtype)
        }
      } else {
        _ = try zeroState(&group, 3, i)
      }
      try Adafactor.step(
        group.parameters[i], rows: group.columns[1][i], columns: group.columns[2][i], variance: group.columns[3][i],
        step: step, &o)
    }
  }

  private static func epsilon(_ dtype: DType) -> Double {
    switch dtype {
    case .float64: 0x1p-52
    case .float16: 0x1p-10
    case .bfloat16: 0x1p-7
    default: 0x1p-23
    }
  }

  private static func number(_ t: Tensor) -> Double { Scalar(loading: t.data, as: t.dtype).double }

  private static func mean(ofSquares g: Tensor, _ axis: Int) throws -> Tensor {
    let norm = try Ops.linalgVectorNorm(g, .float(2), [axis], true, nil)
    return try Ops.div(try Ops.square(norm), .scalar(.float(Double(g.shape[axis]))), nil)
  }

  /// Updates one parameter that has a gradient, its state and its step counter. With `eps1` nil the first parameter's
  /// dtype decides for those that follow, as in PyTorch.
  public static func step(
    _ p: Tensor, rows: Tensor?, columns: Tensor?, variance: Tensor?, step: Tensor, _ o: inout Coefficients
  ) throws {
    guard let gradient = p.grad else { return }
    if p.dtype.isComplex { throw EmberwingError.runtime("Adafactor does not support complex parameters") }
    guard step.count == 1, step.dtype == .float32 || step.dtype == .float64 else {
      throw EmberwingError.runtime("Adafactor: a step counter must be a float32 or float64 tensor of one element")
    }
    let eps1 = o.eps1 ?? epsilon(p.dtype)
    o.eps1 = eps1
    let c = o
    try withGradMode(false) {
      let g = c.maximize ? try Ops.neg(gradient) : gradient
      try Inplace.assign(step) { try Ops.add($0, .scalar(.float(1)), .float(1)) }
      let t = number(step)
      let weight = Operand.scalar(.float(pow(t, c.beta2Decay)))
      let size = Double(p.count).squareRoot()
      let scale = number(try Ops.linalgVectorNorm(p, .float(2), nil, false, nil)) / size
      let alpha = Swift.max(c.eps2, scale) * Swift.min(c.lr, 1 / t.squareRoot())
      if c.weightDecay != 0 {
        try Inplace.assign(p, direct: true) { try Ops.mul($0, .scalar(.float(1 - c.lr * c.weightDecay))) }
      }
      var estimate: Tensor
      if g.dim > 1 {
        guard let rows, let columns else {
          throw EmberwingError.runtime("row_var and col_var should be defined when grad is multidimensional")
        }
        let (byRow, byColumn) = (try mean(ofSquares: g, g.dim - 1), try mean(ofSquares: g, g.dim - 2))
        try Inplace.assign(rows, direct: true) { try Ops.lerp($0, byRow, weight) }
        try Inplace.assign(columns, direct: true) { try Ops.lerp($0, byColumn, weight) }
        let total = try Ops.clamp(try Ops.mean(rows, [rows.dim - 2], true, nil), .float(eps1), nil)
        estimate = try Ops.div(try Ops.matmul(rows, columns), .tensor(total), nil)
      } else {
        guard let variance else {
          throw EmberwingError.runtime("variance should be defined when grad is a vector")
        }
        let square = try Ops.mul(g, .tensor(g))
        try Inplace.assign(variance, direct: true) { try Ops.lerp($0, square, weight) }
        estimate = variance
      }
      estimate = try Ops.rsqrt(try Ops.clamp(estimate, .float(eps1 * eps1), nil))
      let update = try Ops.mul(estimate, .tensor(g))
      let length = number(try Ops.linalgVectorNorm(update, .float(2), nil, false, nil))
      let denominator = Swift.max(1, length / (Double(update.count).squareRoot() * c.clipping))
      try Inplace.assign(p, direct: true) { try Ops.add($0, .tensor(update), .float(-alpha / denominator)) }
    }
  }
}
