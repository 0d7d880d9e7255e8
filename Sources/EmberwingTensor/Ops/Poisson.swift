#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private enum PoissonNumbers {
  /// One number of the Poisson distribution: products of uniform numbers for small rates, else transformed rejection
  /// (W. Hörmann, "The transformed rejection method for generating Poisson random variables", 1993, algorithm PTRS).
  static func number(_ rate: Double, _ source: Generator) -> Double {
    if rate == 0 { return 0 }
    if rate < 10 {
      let limit = exp(-rate)
      var (count, product) = (0.0, source.uniform())
      while product > limit {
        count += 1
        product *= source.uniform()
      }
      return count
    }
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let logRate = log(rate)
    let logAlpha = log(1.1239 + 1.1328 / (b - 3.4))
    let sure = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = source.uniform() - 0.5
      let v = source.uniform()
      let edge = 0.5 - Swift.abs(u)
      let k = ((2 * a / edge + b) * u + rate + 0.43).rounded(.down)
      if edge >= 0.07 && v <= sure { return k }
      if k < 0 || (edge < 0.013 && v > edge) { continue }
      let proposed: Double = log(v) + logAlpha - log(a / (edge * edge) + b)
      let target: Double = k * logRate - rate - lgamma(k + 1)
      if proposed <= target { return k }
    }
  }
}

extension Ops {
  public static func poisson(_ input: Tensor, _ generator: Generator?) throws -> Tensor {
    if !input.dtype.isFloatingPoint { throw unsupported("poisson_cpu", input.dtype) }
    let rates = try contiguousData(input, .float64)
    let out = try Tensor.empty(input.shape, .float64)
    let p = rates.data.assumingMemoryBound(to: Double.self)
    let q = out.data.assumingMemoryBound(to: Double.self)
    let random = source(generator)
    for i in 0..<out.count {
      // An infinite rate would never be accepted.
      if !(p[i] >= 0) || p[i].isInfinite {
        throw EmberwingError.runtime("invalid Poisson rate, expected rate to be non-negative")
      }
      q[i] = PoissonNumbers.number(p[i], random)
    }
    return try castData(out, input.dtype).recorded("PoissonBackward0", input) { g, _ in
      Grads(try Tensor.zeros(g.shape, g.dtype))
    }
  }

  static func registerPoisson(_ r: inout Registry) {
    r.add(
      "poisson(input, generator=None)", poisson, "Numbers of the Poisson distributions whose rates `input` holds.",
      on: .function,
      samples: Samples(
        dtypes: Samples.floats, differentiable: false, deterministic: false,
        bad: { m in [(arguments: [.tensor(try m.tensor([2], -2, -1)), .none], message: "invalid Poisson rate")] }
      ) { m in
        [[.tensor(try m.tensor([2, 3], 0, 40)), .none], [.tensor(try m.tensor([], 0, 4)), .none], [.tensor(try m.tensor([0])), .none]]
      })
  }
}
