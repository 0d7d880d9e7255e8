// Losses between tensors of one shape. Each is an elementwise kernel, a reduction, and a fused derivative.
extension Ops {
  enum Reduction {
    case none, mean, sum

    init(_ text: String) throws {
      switch text {
      case "none": self = .none
      case "mean": self = .mean
      case "sum": self = .sum
      default: throw EmberwingError.value("\(text) is not a valid value for reduction")
      }
    }

    func apply(_ values: Tensor) throws -> Tensor {
      switch self {
      case .none: values
      case .mean: try Ops.mean(values, nil, false, nil)
      case .sum: try Ops.sum(values, nil, false, nil)
      }
    }
  }

  /// Reduces elementwise losses that carry no graph and makes one node of it all. The rule gets the gradient of the
  /// elementwise losses: 0-d under a reduction, which broadcasts.
  private static func lossNode(
    _ values: Tensor, _ reduction: Reduction, _ name: String, _ input: Tensor, _ target: Tensor, weight: Tensor? = nil,
    _ rule: @escaping (_ g: Tensor, _ s: SavedTensors) throws -> Grads
  ) throws -> Tensor {
    let n = Double(values.count)
    let out = try withGradMode(false) { try reduction.apply(weight.map { try Calc.mul(values, $0) } ?? values) }
    let saved: [Tensor?] = [input, target, weight]
    return out.recorded(name, inputs: [input, target], save: saved) { g, s in
      var g = reduction == .mean ? try Calc.div(g, n) : g
      if let w = try s.optional(2) { g = try Calc.mul(g, w) }
      return try rule(g, s)
    }
  }

  private static func requireFloating(_ x: Tensor, _ t: Tensor, _ name: String) throws {
    let dtype = Promotion.of(x, .tensor(t))
    if !dtype.isFloatingPoint { throw unsupported(name, dtype) }
  }

  /// PyTorch's `weight=` of the regression losses: the mean is over the weights.
  private static func weighted(
    _ values: Tensor, _ weight: Tensor, _ input: Tensor, _ reduction: Reduction
  ) throws -> Tensor {
    if weight.shape != input.shape { throw EmberwingError.value("Weights and input must have the same size.") }
    let product = try Calc.mul(values, weight)
    switch reduction {
    case .none: return product
    case .sum: return try sum(product, nil, false, nil)
    case .mean: return try Calc.div(sum(product, nil, false, nil), sum(weight, nil, false, nil))
    }
  }

  // MARK: regression
  public static func mseLoss(_ input: Tensor, _ target: Tensor, _ reduction: String, _ weight: Tensor?) throws -> Tensor {
    let r = try Reduction(reduction)
    try requireFloating(input, target, "mse_cpu")
    if let weight { return try weighted(square(Calc.sub(input, target)), weight, input, r) }
    let values = try binaryData(.squaredDifference, "mse_cpu", input, .tensor(target))
    return try lossNode(values, r, "MseLossBackward0", input, target) { g, s in
      try pair(s, mseLossBackward(g, s[0], s[1]))
    }
  }

  /// The gradient of the input, and its negative for the target.
  private static func pair(_ s: SavedTensors, _ g: Tensor) throws -> Grads {
    Grads(s.needs(0) ? g : nil, s.needs(1) ? try neg(g) : nil)
  }

  public static func l1Loss(_ input: Tensor, _ target: Tensor, _ reduction: String, _ weight: Tensor?) throws -> Tensor {
    let r = try Reduction(reduction)
    let values = try abs(Calc.sub(input, target))
    if let weight { return try weighted(values, weight, input, r) }
    return try r.apply(values)
  }

  public static func smoothL1Loss(_ input: Tensor, _ target: Tensor, _ reduction: String, _ beta: Double) throws -> Tensor
  {
    let r = try Reduction(reduction)
    if beta < 0 { throw EmberwingError.runtime("smooth_l1_loss does not support negative values for beta.") }
    if beta == 0 { return try l1Loss(input, target, reduction, nil) }
    try requireFloating(input, target, "smooth_l1_cpu")
    let values = try binaryData(.smoothL1, "smooth_l1_cpu", input, .tensor(target), beta)
    return try lossNode(values, r, "SmoothL1LossBackward0", input, target) { g, s in
      try pair(s, smoothL1LossBackward(g, s[0], s[1], beta))
    }
  }

  public static func huberLoss(
    _ input: Tensor, _ target: Tensor, _ reduction: String, _ delta: Double, _ weight: Tensor?
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if !(delta > 0) { throw EmberwingError.runtime("huber_loss does not support non-positive values for delta.") }
    if let weight { return try weighted(huberLoss(input, target, "none", delta, nil), weight, input, r) }
    try requireFloating(input, target, "huber_cpu")
    let values = try binaryData(.huber, "huber_cpu", input, .tensor(target), delta)
    return try lossNode(values, r, "HuberLossBackward0", input, target) { g, s in
      try pair(s, huberLossBackward(g, s[0], s[1], delta))
    }
  }

  // MARK: binary cross entropy
  public static func binaryCrossEntropy(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if input.shape != target.shape {
      throw EmberwingError.value(
        "Using a target size (\(sizeText(target.shape))) that is different to the input size (\(sizeText(input.shape))) is deprecated. Please ensure they have the same size.")
    }
    if input.dtype != target.dtype {
      throw EmberwingError.runtime(
        "Found dtype \(target.dtype.scalarTypeName) but expected \(input.dtype.scalarTypeName)")
    }
    if !input.dtype.isFloatingPoint { throw unsupported("binary_cross_entropy", input.dtype) }
    let valid = try withGradMode(false) {
      try allTrue(logicalAnd(ge(input, .scalar(0)), le(input, .scalar(1))))
    }
    if !valid { throw EmberwingError.runtime("all elements of input should be between 0 and 1") }
    let values = try binaryData(.bce, "binary_cross_entropy", input, .tensor(target))
    return try lossNode(values, r, "BinaryCrossEntropyBackward0", input, target, weight: weight) { g, s in
      Grads(
        s.needs(0) ? try binaryCrossEntropyBackward(g, s[0], s[1]) : nil,
        s.needs(1) ? try Calc.mul(g, logOdds(s[0])) : nil)
    }
  }

  /// `log(1 - x) - log(x)`, each limited below by -100.
  private static func logOdds(_ x: Tensor) throws -> Tensor {
    try Calc.sub(clamp(log1p(neg(x)), .float(-100), nil), clamp(log(x), .float(-100), nil))
  }

  /// A shape as PyTorch prints it: `torch.Size([2, 3])`.
  static func sizeText(_ s: Shape) -> String { "torch.Size(\(s))" }

  public static func binaryCrossEntropyWithLogits(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ reduction: String, _ posWeight: Tensor?
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if input.shape != target.shape {
      throw EmberwingError.value(
        "Target size (\(sizeText(target.shape))) must be the same as input size (\(sizeText(input.shape)))")
    }
    try requireFloating(input, target, "binary_cross_entropy_with_logits")
    if let posWeight {
      let factor = try Calc.add(Calc.mul(target, Calc.add(posWeight, -1)), 1)
      let values = try Calc.sub(
        Calc.mul(Calc.rsub(1, target), input), Calc.mul(factor, logsigmoid(input)))
      return try r.apply(weight.map { try Calc.mul(values, $0) } ?? values)
    }
    let values = try binaryData(.bceWithLogits, "binary_cross_entropy_with_logits", input, .tensor(target))
    return try lossNode(values, r, "BinaryCrossEntropyWithLogitsBackward0", input, target, weight: weight) { g, s in
      Grads(
        s.needs(0) ? try binaryCrossEntropyWithLogitsBackward(g, s[0], s[1]) : nil,
        s.needs(1) ? try neg(Calc.mul(g, s[0])) : nil)
    }
  }

  // MARK: further losses, composite
  public static func klDiv(_ input: Tensor, _ target: Tensor, _ reduction: String, _ logTarget: Bool) throws -> Tensor {
    let batch = reduction == "batchmean"
    let r = try Reduction(batch ? "sum" : reduction)
    let values =
      try logTarget
      ? Calc.mul(exp(target), Calc.sub(target, input))
      : Calc.sub(xlogy(target, .tensor(target)), Calc.mul(target, input))
    let out = try r.apply(values)
    return try batch && input.dim > 0 ? Calc.div(out, Double(input.shape[0])) : out
  }

  public static func softMarginLoss(_ input: Tensor, _ target: Tensor, _ reduction: String) throws -> Tensor {
    let r = try Reduction(reduction)
    return try r.apply(neg(logsigmoid(Calc.mul(input, target))))
  }

  public static func hingeEmbeddingLoss(
    _ input: Tensor, _ target: Tensor, _ margin: Double, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    let far = try Calc.drop(clamp(Calc.rsub(margin, input), 0, nil), where: eq(target, .scalar(1)))
    let near = try Calc.drop(input, where: eq(target, .scalar(-1)))
    return try r.apply(Calc.add(far, near))
  }

  public static func marginRankingLoss(
    _ input1: Tensor, _ input2: Tensor, _ target: Tensor, _ margin: Double, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if input1.dim != input2.dim || input1.dim != target.dim {
      throw EmberwingError.runtime(
        "margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: \(sizeText(input1.shape)), input2: \(sizeText(input2.shape)), target: \(sizeText(target.shape)) ")
    }
    let z = try Calc.mul(neg(target), Calc.sub(input1, input2))
    return try r.apply(clamp(Calc.add(z, margin), 0, nil))
  }

  public static func poissonNllLoss(
    _ input: Tensor, _ target: Tensor, _ logInput: Bool, _ full: Bool, _ eps: Double, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    var values =
      try logInput
      ? Calc.sub(exp(input), Calc.mul(target, input))
      : Calc.sub(input, Calc.mul(target, log(Calc.add(input, eps))))
    if full {
      let tail = try Calc.mul(log(Calc.mul(target, 2 * Double.pi)), 0.5)
      let stirling = try Calc.add(Calc.sub(Calc.mul(target, log(target)), target), tail)
      values = try Calc.add(values, Calc.drop(stirling, where: le(target, .scalar(1))))
    }
    return try r.apply(values)
  }

  @_optimize(none)
  static func registerLosses(_ r: inout Registry) {
    func samples(
      _ low: Double, _ high: Double, _ targetLow: Double, _ targetHigh: Double, _ more: [Value]
    ) -> Samples {
      Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = try m.tensor([2], 0.2, 0.8, .float32)
          var values: [Value] = [.tensor(x), .tensor(x)] + more
          for i in values.indices { if case .string = values[i] { values[i] = .string("x") } }
          return [(values, "x is not a valid value for reduction")]
        }
      ) { m in
        var calls: [[Value]] = []
        for reduction in ["mean", "sum", "none"] {
          for shape: Shape in [[2, 3], [4]] {
            var call: [Value] = [
              .tensor(try m.tensor(shape, low, high)), .tensor(try m.tensor(shape, targetLow, targetHigh)),
            ]
            for v in more { if case .string = v { call.append(.string(reduction)) } else { call.append(v) } }
            calls.append(call)
          }
        }
        return calls
      }
    }
    let mean: Value = .string("mean")
    r.add(
      "mse_loss(input, target, reduction='mean', weight=None)", mseLoss, "Mean of `(input - target) ** 2`.", on: .nn,
      samples: samples(-2, 2, -2, 2, [mean, .none]))
    r.add(
      "l1_loss(input, target, reduction='mean', weight=None)", l1Loss, "Mean of `|input - target|`.", on: .nn,
      samples: samples(-2, -0.1, 0.1, 2, [mean, .none]))
    r.add(
      "smooth_l1_loss(input, target, reduction='mean', beta=1.0)", smoothL1Loss,
      "Mean of a loss quadratic below beta and linear above.", on: .nn,
      samples: samples(-2, 0, 1, 2, [mean, .float(0.5)]))
    r.add(
      "huber_loss(input, target, reduction='mean', delta=1.0, weight=None)", huberLoss,
      "Mean of a loss quadratic below delta and linear, with slope delta, above.", on: .nn,
      samples: samples(-2, 0, 1, 2, [mean, .float(0.5), .none]))
    r.add(
      "binary_cross_entropy(input, target, weight=None, reduction='mean')", binaryCrossEntropy,
      "Mean of `-(target * log(input) + (1 - target) * log(1 - input))`.", on: .nn,
      samples: samples(0.1, 0.9, 0.1, 0.9, [.none, mean]))
    r.add(
      "binary_cross_entropy_with_logits(input, target, weight=None, reduction='mean', pos_weight=None)",
      binaryCrossEntropyWithLogits, "Binary cross entropy of `sigmoid(input)`, stable for any input.", on: .nn,
      samples: samples(-2, 2, 0.1, 0.9, [.none, mean, .none]))
    r.add(
      "kl_div(input, target, reduction='mean', log_target=False)", klDiv,
      "Mean of `target * (log(target) - input)`; input holds log-probabilities.", on: .nn,
      samples: samples(-2, -0.1, 0.1, 0.9, [mean, .bool(false)]))
    r.add(
      "soft_margin_loss(input, target, reduction='mean')", softMarginLoss, "Mean of `log(1 + exp(-target * input))`.",
      on: .nn, samples: samples(-2, 2, -1, 1, [mean]))
    r.add(
      "hinge_embedding_loss(input, target, margin=1.0, reduction='mean')", hingeEmbeddingLoss,
      "Mean of input where target is 1, of `max(0, margin - input)` where it is -1.", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        let t = try Ops.full([2], .float(-1), m.dtype)
        return [[.tensor(try m.tensor([2], 0, 0.8)), .tensor(t), .float(1), .string("mean")]]
      }.constant([1]))
    r.add(
      "margin_ranking_loss(input1, input2, target, margin=0.0, reduction='mean')", marginRankingLoss,
      "Mean of `max(0, -target * (input1 - input2) + margin)`.", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        let t = try Ops.full([3], .float(1), m.dtype)
        let (a, b) = (try m.tensor([3], -2, -1), try m.tensor([3], 1, 2))
        return [[.tensor(a), .tensor(b), .tensor(t), .float(0.2), .string("mean")]]
      })
    r.add(
      "poisson_nll_loss(input, target, log_input=True, full=False, eps=1e-08, reduction='mean')", poissonNllLoss,
      "Mean of `exp(input) - target * input`: the negative log likelihood of Poisson counts.", on: .nn,
      samples: samples(-1, 1, 0.5, 4, [.bool(true), .bool(false), .float(1e-8), mean]))
    registerLossGradients(&r)
  }
}
