// Layers that draw random numbers: alpha dropout, randomised leaky rectifier, Gumbel softmax.
extension Ops {
  /// Dropout that keeps mean and variance of self-normalising activations (Klambauer et al. 2017); `shape` is that of the noise.
  private static func alphaNoise(_ input: Tensor, _ p: Double, _ training: Bool, _ shape: Shape) throws -> Tensor {
    if !(p >= 0 && p <= 1) {
      throw EmberwingError.value("dropout probability has to be between 0 and 1, but got \(p)")
    }
    if p == 0 || !training || input.count == 0 { return input }
    if !input.dtype.isFloatingPoint && !input.dtype.isComplex {
      throw EmberwingError.runtime("result type Float can't be cast to the desired output type \(input.dtype.scalarTypeName)")
    }
    if p == 1 { return try mul(input, .tensor(try Tensor.zeros([], input.dtype))) }
    let like = try noiseModel(input, shape)
    let noise = try withGradMode(false) {
      try drawn(like: like, like.dtype) {
        try Generator.default.fillBernoulli($0.dtype, $0.data, $0.count, p: 1 - p)
      }
    }
    let alpha = 1.7580993408473766
    let a = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
    let shift = try Calc.add(Calc.mul(Calc.add(noise, -1), alpha * a), alpha * a * p)
    return try Calc.add(Calc.mul(input, Calc.mul(noise, a)), shift)
  }

  public static func alphaDropout(_ input: Tensor, _ p: Double, _ training: Bool) throws -> Tensor {
    try alphaNoise(input, p, training, input.shape)
  }

  public static func featureAlphaDropout(_ input: Tensor, _ p: Double, _ training: Bool) throws -> Tensor {
    if training && p != 0 && input.count > 0 && input.dim < 2 {
      throw EmberwingError.runtime("Feature dropout requires at least 2 dimensions in the input")
    }
    var shape = Shape(repeating: 1, count: input.dim)
    for i in 0..<Swift.min(2, input.dim) { shape[i] = input.shape[i] }
    return try alphaNoise(input, p, training, shape)
  }

  public static func rrelu(
    _ input: Tensor, _ lower: Scalar, _ upper: Scalar, _ training: Bool, _ generator: Generator?
  ) throws -> Tensor {
    let (low, high) = (lower.double, upper.double)
    if !(low <= high) {
      throw EmberwingError.runtime("Lower bound should be less than or equal to the upper bound")
    }
    if !low.isFinite || !high.isFinite {
      throw EmberwingError.runtime("rrelu: bounds must be finite, got [\(low), \(high)]")
    }
    if !input.dtype.isFloatingPoint { throw unsupported("rrelu_with_noise_out_cpu", input.dtype) }
    if !training { return try leakyRelu(input, (low + high) / 2) }
    let slopes = try withGradMode(false) {
      // One draw for every element that is not positive, in order.
      let x = try contiguousData(input, .float64)
      let p = x.data.assumingMemoryBound(to: Double.self)
      var count = 0
      for i in 0..<x.count where p[i] <= 0 { count += 1 }
      let draws = try Tensor.empty([count], .float64)
      try (generator ?? .default).fillUniform(.float64, draws.data, count, from: low, to: high)
      let noise = try Tensor.empty(input.shape, .float64)
      let (u, q) = (draws.data.assumingMemoryBound(to: Double.self), noise.data.assumingMemoryBound(to: Double.self))
      var k = 0
      for i in 0..<x.count {
        q[i] = p[i] <= 0 ? u[k] : 1
        if p[i] <= 0 { k += 1 }
      }
      withExtendedLifetime((x, draws)) {}
      return try castData(noise, input.dtype)
    }
    return try Calc.mul(input, slopes)
  }

  public static func gumbelSoftmax(_ logits: Tensor, _ tau: Double, _ hard: Bool, _ eps: Double, _ dim: Int) throws -> Tensor
  {
    if !logits.dtype.isFloatingPoint { throw unsupported("gumbel_softmax", logits.dtype) }
    let gumbels = try withGradMode(false) {
      let e = try Tensor.empty(logits.shape, logits.dtype)
      try exponentialInPlace(e, 1, nil)
      return try neg(log(e))
    }
    let soft = try softmax(Calc.div(Calc.add(logits, gumbels), tau), dim, nil)
    if !hard { return soft }
    // The one-hot value goes forward, the gradient of the soft one back.
    let flat = try detach(soft)
    let index = try argmax(flat, dim, true)
    let one = try scatterValue(try Tensor.zeros(logits.shape, logits.dtype), dim, index, 1)
    return try Calc.add(Calc.sub(one, flat), soft)
  }

  @_optimize(none)
  static func registerRandomLayers(_ r: inout Registry) {
    let random = Samples(
      dtypes: Samples.floats, differentiable: false, deterministic: false,
      bad: { m in
        [(arguments: [.tensor(try m.tensor([2, 3])), .float(1.5), .bool(true)], message: "between 0 and 1")]
      }
    ) { m in
      [[.tensor(try m.tensor([4, 3])), .float(0.5), .bool(true)], [.tensor(try m.tensor([4, 3])), .float(0.5), .bool(false)]]
    }
    r.add(
      "alpha_dropout(input, p=0.5, training=False)", alphaDropout,
      "Dropout that keeps mean and variance of self-normalising activations.", inplace: .copied, on: [.function, .nn],
      samples: random)
    r.add(
      "feature_alpha_dropout(input, p=0.5, training=False)", featureAlphaDropout,
      "`alpha_dropout` of whole channels (dimensions 0 and 1).", inplace: .copied, on: [.function, .nn], samples: random)
    r.add(
      "rrelu(input, lower=0.125, upper=0.3333333333333333, training=False, generator=None)", rrelu,
      "`input` where positive, else `input` times a slope drawn from [lower, upper) (their mean where not training).",
      inplace: .copied, on: [.function, .nn],
      samples: Samples(
        dtypes: Samples.floats, differentiable: false, deterministic: false,
        bad: { m in
          [
            (
              arguments: [.tensor(try m.tensor([2])), .float(1), .float(0), .bool(true), .none],
              message: "Lower bound should be less"
            )
          ]
        }
      ) { m in
        [
          [.tensor(try m.tensor([5])), .float(0.1), .float(0.3), .bool(true), .none],
          [.tensor(try m.tensor([2, 3])), .float(0.1), .float(0.3), .bool(false), .none],
        ]
      })
    r.add(
      "gumbel_softmax(logits, tau=1.0, hard=False, eps=1e-10, dim=-1)", gumbelSoftmax,
      "A sample of the Gumbel-softmax distribution of `logits`; one-hot if `hard`, with the soft gradient.", on: .nn,
      samples: Samples(dtypes: Samples.floats, differentiable: false, deterministic: false) { m in
        [[.tensor(try m.tensor([2, 3])), .float(1), .bool(true), .float(1e-10), .int(-1)]]
      })
  }
}
