// Counts of values in bins.
extension Ops {
  private static func range(_ name: String, _ x: Tensor, _ low: Double, _ high: Double, given: Bool, spread: Double) throws
    -> (Double, Double)
  {
    var (a, b) = (low, high)
    if !given {
      if x.count == 0 { return spread == 0.5 ? (0, 1) : (-1, 1) }
      let (least, most) = try withGradMode(false) {
        (try to(try min(x), .float64), try to(try max(x), .float64))
      }
      a = withExtendedLifetime(least) { least.data.load(as: Double.self) }
      b = withExtendedLifetime(most) { most.data.load(as: Double.self) }
    }
    if !a.isFinite || !b.isFinite {
      throw EmberwingError.runtime("\(name): range of [\(a), \(b)] is not finite")
    }
    if a > b { throw EmberwingError.runtime("\(name): max must be larger than min") }
    return a == b ? (a - spread, b + spread) : (a, b)
  }

  public static func histc(_ input: Tensor, _ bins: Int, _ min: Scalar, _ max: Scalar) throws -> Tensor {
    if !input.dtype.isFloatingPoint { throw unsupported("histogram_cpu", input.dtype) }
    if bins <= 0 { throw EmberwingError.runtime("bins must be > 0") }
    let (low, high) = try range(
      "torch.histc", input, min.double, max.double, given: min.double != max.double, spread: 1)
    let source = try contiguousData(try withGradMode(false) { try to(input, input.dtype.computeType) }, .float64)
    let counts = try Tensor.zeros([bins], .float64)
    let (v, c) = (source.data.assumingMemoryBound(to: Double.self), counts.data.assumingMemoryBound(to: Double.self))
    let single = input.dtype != .float64
    for i in 0..<source.count where v[i] >= low && v[i] <= high {
      // The position is computed in the tensor's own precision, as PyTorch does.
      let at =
        single
        ? Double((Float(v[i]) - Float(low)) * Float(bins) / (Float(high) - Float(low)))
        : (v[i] - low) * Double(bins) / (high - low)
      c[Swift.min(Swift.max(Int(at), 0), bins - 1)] += 1
    }
    withExtendedLifetime(source) {}
    return try to(counts, input.dtype)
  }

  /// Evenly spaced edges of `bins` bins over [low, high], or over the values where no range is given.
  public static func histogramEdges(_ input: Tensor, _ bins: Int, _ low: Double?, _ high: Double?) throws -> Tensor {
    if !input.dtype.isFloatingPoint { throw unsupported("histogramdd", input.dtype) }
    if bins <= 0 { throw EmberwingError.runtime("torch.histogramdd(): bins must be > 0, but got \(bins)") }
    let (a, b) = try range(
      "torch.histogramdd()", input, low ?? 0, high ?? 0, given: low != nil && high != nil, spread: 0.5)
    return try linspace(.float(a), .float(b), bins + 1, input.dtype)
  }

  /// Counts (or sums of weights) of the rows of `input` in the boxes between the edges of each column.
  public static func histogramddCounts(
    _ input: Tensor, _ edges: [Tensor], _ weight: Tensor?, _ density: Bool
  ) throws -> Tensor {
    if input.dim < 2 {
      throw EmberwingError.runtime(
        "torch.histogramdd(): input tensor should have at least 2 dimensions, but got \(input.dim)")
    }
    if !input.dtype.isFloatingPoint { throw unsupported("histogramdd", input.dtype) }
    let n = input.shape[input.dim - 1]
    if edges.count != n {
      throw EmberwingError.runtime(
        "torch.histogramdd(): expected \(n) sequences of bin edges for a \(n)-dimensional histogram but got \(edges.count)")
    }
    let rows = input.shape.slice(0..<input.dim - 1).product
    var shape = Shape()
    var bounds: [Tensor] = []
    for e in edges {
      if e.dim != 1 || e.count < 1 {
        throw EmberwingError.runtime("torch.histogramdd(): bins tensor should have one dimension, but got \(e.dim)")
      }
      if e.dtype != input.dtype {
        throw EmberwingError.runtime(
          "torch.histogramdd(): input tensor and bins tensors should have the same dtype, but got input with dtype \(input.dtype.scalarTypeName) and bins with dtype \(e.dtype.scalarTypeName)")
      }
      shape.append(e.count - 1)
      bounds.append(try contiguousData(e, .float64))
    }
    var weights: Tensor?
    if let weight {
      if weight.shape != input.shape.slice(0..<input.dim - 1) {
        throw EmberwingError.runtime(
          "torch.histogramdd(): if weight tensor is provided it should have the same shape as the input tensor excluding its innermost dimension, but got input with shape \(input.shape) and weight with shape \(weight.shape)")
      }
      if weight.dtype != input.dtype {
        throw EmberwingError.runtime(
          "torch.histogramdd(): if weight tensor is provided, input tensor and weight tensor should have the same dtype, but got input(\(input.dtype.scalarTypeName)), and weight(\(weight.dtype.scalarTypeName))")
      }
      weights = try contiguousData(weight, .float64)
    }
    let source = try contiguousData(input, .float64)
    let counts = try Tensor.zeros(shape, .float64)
    let steps = shape.contiguousStrides
    let (v, c) = (source.data.assumingMemoryBound(to: Double.self), counts.data.assumingMemoryBound(to: Double.self))
    let w = weights.map { $0.data.assumingMemoryBound(to: Double.self) }
    let lines = bounds.map { $0.data.assumingMemoryBound(to: Double.self) }
    if counts.count > 0 {
      for r in 0..<rows {
        var at = 0
        var inside = true
        for k in 0..<n {
          let (x, e, m) = (v[r &* n &+ k], lines[k], shape[k])
          if !(x >= e[0] && x <= e[m]) {
            inside = false
            break
          }
          var (lo, hi) = (0, m + 1)
          while lo < hi {
            let middle = (lo + hi) / 2
            if e[middle] <= x { lo = middle + 1 } else { hi = middle }
          }
          // The last bin holds its right edge.
          at &+= Swift.max(Swift.min(lo - 1, m - 1), 0) &* steps[k]
        }
        if inside { c[at] += w.map { $0[r] } ?? 1 }
      }
    }
    withExtendedLifetime((source, weights, bounds)) {}
    return try withGradMode(false) {
      var out = counts
      if density {
        out = try div(out, .tensor(try sum(out, nil, false, nil)))
        for k in 0..<n {
          var own = Shape(repeating: 1, count: n)
          own[k] = shape[k]
          out = try div(out, .tensor(try reshape(try diff(bounds[k], 1, 0, nil, nil), own)))
        }
      }
      return try to(out, input.dtype)
    }
  }

  public static func bincount(_ input: Tensor, _ weights: Tensor?, _ minlength: Int) throws -> Tensor {
    if minlength < 0 { throw EmberwingError.runtime("minlength should be >= 0") }
    if !input.dtype.isInteger { throw unsupported("bincount_cpu", input.dtype) }
    if input.dim == 1 && input.count == 0 {
      return try Tensor.zeros([minlength], weights == nil ? .int64 : weights?.dtype == .float32 ? .float32 : .float64)
    }
    let (held, p) = try denseIndex(input)
    var most: Int64 = -1
    var least: Int64 = 0
    for i in 0..<held.count {
      most = Swift.max(most, p[i])
      least = Swift.min(least, p[i])
    }
    if input.dim != 1 || least < 0 {
      throw EmberwingError.runtime("bincount only supports 1-d non-negative integral inputs.")
    }
    if most == Int64.max { throw EmberwingError.runtime("bincount: maximum value of input is too large") }
    let n = Swift.max(Int(most) + 1, minlength)
    guard let weights else {
      let out = try Tensor.zeros([n], .int64)
      let o = out.data.assumingMemoryBound(to: Int64.self)
      for i in 0..<held.count { o[Int(p[i])] &+= 1 }
      withExtendedLifetime(held) {}
      return out
    }
    if weights.dim != 1 || weights.count != input.count {
      throw EmberwingError.runtime("weights should be 1-d and have the same length as input")
    }
    let type: DType = weights.dtype == .float32 ? .float32 : .float64
    let source = try contiguousData(weights, .float64)
    let out = try Tensor.zeros([n], .float64)
    let (o, w) = (out.data.assumingMemoryBound(to: Double.self), source.data.assumingMemoryBound(to: Double.self))
    for i in 0..<held.count { o[Int(p[i])] += w[i] }
    withExtendedLifetime((held, source)) {}
    return try to(out, type)
  }

  @_optimize(none)
  static func registerHistograms(_ r: inout Registry) {
    r.add(
      "histc(input, bins=100, min=0, max=0)", histc,
      "Counts of the values in `bins` equal bins over [min, max], or over their range.",
      samples: .calls(
        [([20], [.int(4), .int(-1), .int(1)]), ([3, 4], [.int(3), .int(0), .int(0)])],
        bad: [([3], [.int(0), .int(0), .int(1)], "bins must be > 0")], dtypes: Samples.floats, differentiable: false))
    r.add(
      "histogram.edges(input, bins, low=None, high=None)", histogramEdges,
      "Edges of `bins` equal bins over a range, or over the range of the values.", on: .hidden,
      samples: .calls([([20], [.int(4), .none, .none])], dtypes: Samples.floats, differentiable: false))
    r.add(
      "histogramdd.counts(input, edges, weight=None, density=False)", histogramddCounts,
      "Counts of rows in the boxes between the edges of each column.", on: .hidden,
      samples: Samples(dtypes: Samples.floats, differentiable: false) { m in
        let edges = try Ops.linspace(.int(-2), .int(2), 5, m.dtype)
        return [[.tensor(try m.tensor([20, 2])), .tensors([edges, edges]), .none, .bool(true)]]
      })
    r.add(
      "bincount(input, weights=None, minlength=0)", bincount, "How often each whole number from 0 on occurs.",
      samples: Samples(dtypes: Samples.floats, differentiable: false) { m in
        [
          [.tensor(try m.indices([20], 0, 5)), .none, .int(8)],
          [.tensor(try m.indices([6], 0, 5)), .tensor(try m.tensor([6])), .int(0)],
        ]
      })
  }
}
