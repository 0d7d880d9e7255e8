#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The C library's `pow`, which `Ops.pow` hides.
private func libmPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

// Distances between rows, norms of slices, cross products.
extension Ops {
  private static let modes: Set<String> = [
    "use_mm_for_euclid_dist_if_necessary", "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist",
  ]

  /// Distances of all pairs of rows of `[batch, P, M]` and `[batch, R, M]`; no graph.
  private static func pairDistances(_ a: Tensor, _ b: Tensor, _ p: Double) throws -> Tensor {
    let (batch, n, m, k) = (a.shape[0], a.shape[1], b.shape[1], a.shape[2])
    let out = try Tensor.empty([batch, n, m], a.dtype)
    let (x, y) = (try contiguousData(a, a.dtype), try contiguousData(b, a.dtype))
    func run<T: BinaryFloatingPoint>(_: T.Type) {
      let (u, v) = (x.data.assumingMemoryBound(to: T.self), y.data.assumingMemoryBound(to: T.self))
      let o = out.data.assumingMemoryBound(to: T.self)
      parallelFor(batch &* n, grain: Swift.max(1, elementwiseGrain / Swift.max(m &* k, 1))) { lo, hi in
        for row in lo..<hi {
          let from = u + row &* k
          for j in 0..<m {
            let to = v + (row / Swift.max(n, 1) &* m &+ j) &* k
            o[row &* m &+ j] = distance(from, to, k, p)
          }
        }
      }
    }
    if a.dtype == .float64 { run(Double.self) } else { run(Float.self) }
    withExtendedLifetime((x, y)) {}
    return out
  }

  @inline(__always)
  private static func distance<T: BinaryFloatingPoint>(
    _ a: UnsafeMutablePointer<T>, _ b: UnsafeMutablePointer<T>, _ k: Int, _ p: Double
  ) -> T {
    var total: T = 0
    switch p {
    case 0: for i in 0..<k where a[i] != b[i] { total += 1 }
    case 1: for i in 0..<k { total += Swift.abs(a[i] - b[i]) }
    case 2:
      for i in 0..<k {
        let d = a[i] - b[i]
        total += d * d
      }
      return total.squareRoot()
    case .infinity:
      for i in 0..<k {
        let d = Swift.abs(a[i] - b[i])
        total = d > total || d.isNaN ? d : total
      }
    default:
      var wide = 0.0
      for i in 0..<k { wide += libmPow(Double(Swift.abs(a[i] - b[i])), p) }
      return T(libmPow(wide, 1 / p))
    }
    return total
  }

  public static func cdist(_ x1: Tensor, _ x2: Tensor, _ p: Double, _ computeMode: String?) throws -> Tensor {
    for (t, name) in [(x1, "X1"), (x2, "X2")] {
      if !t.dtype.isFloatingPoint {
        throw EmberwingError.runtime("cdist only supports floating-point dtypes, \(name) got: \(t.dtype.scalarTypeName)")
      }
    }
    for (t, name) in [(x1, "X1"), (x2, "X2")] where t.dim < 2 {
      throw EmberwingError.runtime("cdist only supports at least 2D tensors, \(name) got: \(t.dim)D")
    }
    if x1.shape[x1.dim - 1] != x2.shape[x2.dim - 1] {
      throw EmberwingError.runtime(
        "X1 and X2 must have the same number of columns. X1: \(x1.shape[x1.dim - 1]) X2: \(x2.shape[x2.dim - 1])")
    }
    if !(p >= 0) { throw EmberwingError.runtime("cdist only supports non-negative p values") }
    if let computeMode, !modes.contains(computeMode) {
      throw EmberwingError.value("\(computeMode) is not a valid value for compute_mode")
    }
    if x1.dtype != x2.dtype {
      throw EmberwingError.runtime("cdist: both inputs should have the same dtype, but got \(x1.dtype.scalarTypeName) and \(x2.dtype.scalarTypeName)")
    }
    let lead = try Broadcast.shape(x1.shape.slice(0..<x1.dim - 2), x2.shape.slice(0..<x2.dim - 2))
    let (n, m, k) = (x1.shape[x1.dim - 2], x2.shape[x2.dim - 2], x1.shape[x1.dim - 1])
    let a = try reshape(try expand(x1, lead + [n, k]), [lead.product, n, k])
    let b = try reshape(try expand(x2, lead + [m, k]), [lead.product, m, k])
    let half = x1.dtype.computeType != x1.dtype
    let (u, v) = half ? (try to(a, .float32), try to(b, .float32)) : (a, b)
    let products =
      p == 2 && computeMode != "donot_use_mm_for_euclid_dist"
      && (computeMode == "use_mm_for_euclid_dist" || n > 25 || m > 25) && k > 0
    let data: Tensor = try withGradMode(false) {
      if !products { return try pairDistances(u, v, p) }
      let squares = try add(
        try sum(try square(u), [-1], true, nil), .tensor(try transpose(try sum(try square(v), [-1], true, nil), 1, 2)), 1)
      let cross = try bmm(u, try transpose(v, 1, 2))
      return try sqrt(try clampMin(try sub(squares, .tensor(cross), .float(2)), .scalar(0)))
    }
    let flat = data.recorded("CdistBackward0", inputs: [u, v], save: [u, v], saveOutput: true) { g, s in
      try cdistRule(g, s, p)
    }
    return try to(try reshape(flat, lead + [n, m]), x1.dtype)
  }

  private static func cdistRule(_ g: Tensor, _ s: SavedTensors, _ p: Double) throws -> Grads {
    let (a, b, d) = (try s[0], try s[1], try s[2])
    if p == 0 { return Grads(try Calc.zeros(like: a), try Calc.zeros(like: b)) }
    let same = try eq(d, .scalar(0))
    if p == 2 {
      let w = try maskedFill(try Calc.div(g, try maskedFill(d, same, .scalar(1))), same, .scalar(0))
      let wt = try transpose(w, 1, 2)
      return Grads(
        s.needs(0) ? try Calc.sub(try Calc.mul(a, try sum(w, [2], true, nil)), try bmm(w, b)) : nil,
        s.needs(1) ? try Calc.sub(try Calc.mul(b, try sum(wt, [2], true, nil)), try bmm(wt, a)) : nil)
    }
    let gap = try Calc.sub(try unsqueeze(a, 2), try unsqueeze(b, 1))
    let (wide, far) = (try unsqueeze(g, 3), try unsqueeze(d, 3))
    let h: Tensor
    if p == 1 {
      h = try Calc.mul(wide, try sign(gap))
    } else if p == .infinity {
      h = try Calc.mul(try Calc.mul(wide, try sign(gap)), try to(try eq(try abs(gap), .tensor(far)), g.dtype))
    } else {
      let flat = try eq(gap, .scalar(0))
      let steps = try abs(try maskedFill(gap, flat, .scalar(1)))
      let slope = try Calc.mul(try sign(gap), try pow(steps, .scalar(.float(p - 1))))
      let scale = try pow(try maskedFill(far, try unsqueeze(same, 3), .scalar(1)), .scalar(.float(1 - p)))
      h = try maskedFill(try Calc.mul(try Calc.mul(wide, scale), slope), flat, .scalar(0))
    }
    return Grads(
      s.needs(0) ? try sum(h, [2], false, nil) : nil, s.needs(1) ? try neg(try sum(h, [1], false, nil)) : nil)
  }

  public static func pdist(_ input: Tensor, _ p: Double) throws -> Tensor {
    if input.dim != 2 {
      throw EmberwingError.runtime("pdist only supports 2D tensors, got: \(input.dim)D")
    }
    if !input.dtype.isFloatingPoint { throw EmberwingError.runtime("pdist only supports floating-point dtypes") }
    if !(p >= 0) { throw EmberwingError.runtime("pdist only supports non-negative p values") }
    let n = input.shape[0]
    let all = try reshape(try cdist(input, input, p, "donot_use_mm_for_euclid_dist"), [n * n])
    let pairs = try triuIndices(n, n, 1)
    let flat = try add(try mul(try select(pairs, 0, 0), .scalar(.int(Int64(n)))), .tensor(try select(pairs, 0, 1)), 1)
    return try indexSelect(all, 0, flat)
  }

  public static func dist(_ input: Tensor, _ other: Tensor, _ p: Scalar) throws -> Tensor {
    try linalgVectorNorm(try sub(input, .tensor(other), 1), p, nil, false, nil)
  }

  public static func renorm(_ input: Tensor, _ p: Scalar, _ dim: Int, _ maxnorm: Scalar) throws -> Tensor {
    if p.double <= 0 || p.double.isNaN { throw EmberwingError.runtime("renorm: non-positive-norm not supported") }
    if maxnorm.double < 0 {
      throw EmberwingError.runtime("renorm: expected maxnorm to be >= 0 but got \(maxnorm.double)")
    }
    if input.dim < 2 {
      throw EmberwingError.runtime("renorm: input needs at least 2 dimensions, got \(input.dim) dimensions")
    }
    let d = try wrapDim(dim, input.dim)
    var others = Shape()
    for i in 0..<input.dim where i != d { others.append(i) }
    let norm = try linalgVectorNorm(input, p, others, true, nil)
    let scaled = try div(try full([], .float(maxnorm.double), norm.dtype), .tensor(try Calc.add(norm, 1e-7)))
    let factor = try Ops.`where`(
      try gt(norm, .scalar(maxnorm)), .tensor(scaled), .tensor(try full([], 1, norm.dtype)))
    return try mul(input, .tensor(factor))
  }

  @_optimize(none)
  static func registerDistances(_ r: inout Registry) {
    r.add(
      "cdist(x1, x2, p=2.0, compute_mode=None)", cdist, "The p-norm distance of every row of `x1` from every row of `x2`.",
      on: .function,
      samples: Samples(
        dtypes: Samples.floats, twice: false,
        bad: { m in
          [
            ([.tensor(try m.tensor([2])), .tensor(try m.tensor([2, 2])), .float(2), .none], "at least 2D tensors"),
            ([.tensor(try m.tensor([2, 2])), .tensor(try m.tensor([2, 3])), .float(2), .none], "same number of columns"),
          ]
        }
      ) { m in
        var calls: [[Value]] = []
        for p in [1.0, 2, 3, Double.infinity] {
          calls.append([.tensor(try m.tensor([2, 3, 4])), .tensor(try m.tensor([5, 4])), .float(p), .none])
        }
        return calls
      })
    r.add(
      "pdist(input, p=2.0)", pdist, "The p-norm distances of all pairs of different rows.", on: [.function, .nn],
      samples: .calls([([4, 3], [.float(2)]), ([3, 2], [.float(1)])], dtypes: Samples.floats))
    r.add(
      "dist(input, other, p=2)", dist, "The p-norm of `input - other`.",
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3], 3, 5)), .float(2)]]
      })
    r.add(
      "renorm(input, p, dim, maxnorm)", renorm,
      "`input` with every slice along `dim` scaled down to a p-norm of at most `maxnorm`.", inplace: .copied,
      samples: .calls([([3, 4], [.float(2), .int(0), .float(1)])], dtypes: Samples.floats))
  }
}
