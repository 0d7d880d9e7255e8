// Gamma, Dirichlet, Poisson and binomial numbers: one number for each element of their parameters.
extension Ops {
  private static func requireFloating(_ name: String, _ t: Tensor, half: Bool = false) throws {
    let isFine = t.dtype == .float32 || t.dtype == .float64 || (half && t.dtype.isFloatingPoint)
    if !isFine { throw unsupported(name, t.dtype) }
  }

  private static func fillGamma(_ out: Tensor, _ alpha: Tensor, _ generator: Generator?) {
    let g = generator ?? .default
    if alpha.dtype == .float32 {
      g.fillGamma(
        out.data.assumingMemoryBound(to: Float.self), UnsafePointer(alpha.data.assumingMemoryBound(to: Float.self)),
        out.count)
    } else {
      g.fillGamma(
        out.data.assumingMemoryBound(to: Double.self), UnsafePointer(alpha.data.assumingMemoryBound(to: Double.self)),
        out.count)
    }
    withExtendedLifetime(alpha) {}
  }

  public static func _standardGamma(_ input: Tensor, _ generator: Generator?) throws -> Tensor {
    try requireFloating("gamma_cpu", input)
    let out = try Tensor.empty(input.shape, input.dtype)
    fillGamma(out, try contiguousData(input, input.dtype), generator)
    return out.recorded("StandardGammaBackward0", input, save: input, saveOutput: true) { g, s in
      Grads(try Calc.mul(g, _standardGammaGrad(s[0], s[1])))
    }
  }

  public static func _standardGammaGrad(_ input: Tensor, _ output: Tensor) throws -> Tensor {
    try requireFloating("_standard_gamma_grad_cpu", input)
    return try mapReal("_standard_gamma_grad", input, .tensor(output), half: false) { Pathwise.gamma($0, $1) }
      .recorded("StandardGammaGradBackward0", input, output) { _, _ in throw missingDerivative("_standard_gamma_grad") }
  }

  public static func _sampleDirichlet(_ input: Tensor, _ generator: Generator?) throws -> Tensor {
    try requireFloating("dirichlet", input)
    let out = try Tensor.empty(input.shape, .float64)
    fillGamma(out, try contiguousData(input, .float64), generator)
    let scaled = try withGradMode(false) {
      let total = try sum(out, input.dim == 0 ? [] : [-1], true, nil)
      let share = try to(div(out, .tensor(total), nil), input.dtype)
      let isSingle = input.dtype == .float32
      let low = isSingle ? Double(Float.leastNormalMagnitude) : Double.leastNormalMagnitude
      let high = isSingle ? Double(Float(1).nextDown) : 1.0.nextDown
      return try clamp(share, .float(low), .float(high))
    }
    return scaled.recorded("_DirichletBackward", input, save: input, saveOutput: true) { g, s in
      let (alpha, x) = (try s[0], try s[1])
      let total = try alpha.dim == 0 ? alpha : sum(alpha, [-1], true, nil)
      let along = try x.dim == 0 ? Calc.mul(x, g) : sum(Calc.mul(x, g), [-1], true, nil)
      return Grads(try Calc.mul(_dirichletGrad(x, alpha, expand(total, x.shape)), Calc.sub(g, along)))
    }
  }

  public static func _dirichletGrad(_ x: Tensor, _ alpha: Tensor, _ total: Tensor) throws -> Tensor {
    try requireFloating("_dirichlet_grad_cpu", x)
    let out = try Tensor.empty(x.shape, .float64)
    let (p, a, t) = try withGradMode(false) {
      (
        try contiguousData(x, .float64), try contiguousData(expand(alpha, x.shape), .float64),
        try contiguousData(expand(total, x.shape), .float64)
      )
    }
    let (o, pp) = (out.data.assumingMemoryBound(to: Double.self), p.data.assumingMemoryBound(to: Double.self))
    let (ap, tp) = (a.data.assumingMemoryBound(to: Double.self), t.data.assumingMemoryBound(to: Double.self))
    parallelFor(out.count, grain: 64) { lo, hi in
      for i in lo..<hi { o[i] = Pathwise.beta(pp[i], ap[i], tp[i] - ap[i]) }
    }
    withExtendedLifetime((p, a, t)) {}
    return try castData(out, x.dtype)
      .recorded("DirichletGradBackward0", inputs: [x, alpha, total]) { _, _ in
        throw missingDerivative("_dirichlet_grad")
      }
  }

  public static func poisson(_ input: Tensor, _ generator: Generator?) throws -> Tensor {
    try requireFloating("poisson_cpu", input, half: true)
    let rates = try contiguousData(input, .float64)
    let out = try Tensor.empty(input.shape, .float64)
    try (generator ?? .default).fillPoisson(
      out.data.assumingMemoryBound(to: Double.self), UnsafePointer(rates.data.assumingMemoryBound(to: Double.self)),
      out.count)
    withExtendedLifetime(rates) {}
    return try castData(out, input.dtype)
      .recorded("PoissonBackward0", input) { g, _ in Grads(try Tensor.zeros(g.shape, g.dtype)) }
  }

  public static func binomial(_ count: Tensor, _ prob: Tensor, _ generator: Generator?) throws -> Tensor {
    for (name, t) in [("count", count), ("prob", prob)] where !t.dtype.isFloatingPoint {
      throw EmberwingError.value(
        "binomial only supports floating-point dtypes for \(name), got: \(t.dtype.scalarTypeName)")
    }
    try requireFloating("binomial_cpu", count)
    if count.dtype != prob.dtype {
      throw EmberwingError.runtime(
        "Found dtype \(prob.dtype.scalarTypeName) but expected \(count.dtype.scalarTypeName)")
    }
    let shape = try Broadcast.shape(count.shape, prob.shape)
    let out = try Tensor.empty(shape, count.dtype)
    let (n, p) = try withGradMode(false) {
      (try contiguousData(expand(count, shape), count.dtype), try contiguousData(expand(prob, shape), count.dtype))
    }
    let g = generator ?? .default
    if count.dtype == .float32 {
      g.fillBinomial(
        out.data.assumingMemoryBound(to: Float.self), UnsafePointer(n.data.assumingMemoryBound(to: Float.self)),
        UnsafePointer(p.data.assumingMemoryBound(to: Float.self)), out.count)
    } else {
      g.fillBinomial(
        out.data.assumingMemoryBound(to: Double.self), UnsafePointer(n.data.assumingMemoryBound(to: Double.self)),
        UnsafePointer(p.data.assumingMemoryBound(to: Double.self)), out.count)
    }
    withExtendedLifetime((n, p)) {}
    return out.recorded("BinomialBackward0", count, prob) { g, s in
      Grads(
        s.needs(0) ? try Tensor.zeros(g.shape, g.dtype) : nil, s.needs(1) ? try Tensor.zeros(g.shape, g.dtype) : nil)
    }
  }

  @_optimize(none)
  static func registerRandomCounts(_ r: inout Registry) {
    func random(_ make: @escaping (inout SampleMaker) throws -> [[Value]]) -> Samples {
      Samples(dtypes: Samples.floats, differentiable: false, deterministic: false, make)
    }
    func positive(_ shapes: [Shape], _ low: Double = 0.3, _ high: Double = 20) -> Samples {
      random { m in try shapes.map { [.tensor(try m.tensor($0, low, high)), .none] } }
    }
    r.add(
      "_standard_gamma(input, generator=None)", _standardGamma, "Gamma numbers of rate 1, `input` the concentration.",
      on: .function, samples: positive([[5], [2, 3], [], [0]]))
    r.add(
      "_standard_gamma_grad(input, output)", _standardGammaGrad,
      "The derivative of gamma numbers `output` with respect to their concentration: -(∂F/∂α) / f.", on: .function,
      samples: Samples(dtypes: Samples.floats, differentiable: false) { m in
        [[.tensor(try m.tensor([2, 3], 0.3, 20)), .tensor(try m.tensor([2, 3], 0.1, 20))]]
      })
    r.add(
      "_sample_dirichlet(input, generator=None)", _sampleDirichlet,
      "Dirichlet numbers: along the last dimension, `input` the concentrations.", on: .function,
      samples: positive([[5], [2, 3], [2, 0]]))
    r.add(
      "_dirichlet_grad(x, alpha, total)", _dirichletGrad,
      "The derivative of beta numbers `x` with respect to `alpha`, over 1 - `x`; `total` is the sum of both parameters.",
      on: .function,
      samples: Samples(dtypes: Samples.floats, differentiable: false) { m in
        [
          [
            .tensor(try m.tensor([2, 3], 0.05, 0.95)), .tensor(try m.tensor([2, 3], 0.3, 8)),
            .tensor(try m.tensor([2, 3], 9, 20)),
          ]
        ]
      })
    r.add(
      "poisson(input, generator=None)", poisson, "Poisson numbers of the rates in `input`.", on: .function,
      samples: Samples(
        dtypes: Samples.floats, differentiable: false, deterministic: false,
        bad: { m in [(arguments: [.tensor(try m.tensor([2], -2, -1)), .none], message: "invalid Poisson rate")] }
      ) { m in try [[5], [2, 3], [], [0]].map { (shape: Shape) in [.tensor(try m.tensor(shape, 0, 30)), .none] } })
    r.add(
      "binomial(count, prob, generator=None)", binomial,
      "Numbers of successes in `count` trials of probability `prob`.", on: .function,
      samples: random { m in
        [[.tensor(try m.tensor([2, 3], 1, 90)), .tensor(try m.tensor([2, 3], 0, 1)), .none]]
      })
  }
}
