#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The C library's functions, which those of `Ops` hide.
private func libmLog1p(_ x: Double) -> Double { log1p(x) }
private func libmExp(_ x: Double) -> Double { exp(x) }

// Scans other than sums and products, and what is built on differences of neighbours.
extension Ops {
  /// Index of the largest (smallest) value so far along `d`, the last one among equals; NaN counts as the extreme.
  private static func runningPlaces(_ x: Tensor, _ d: Int, largest: Bool) throws -> Tensor {
    let source: Tensor = try withGradMode(false) {
      let type: DType = x.dtype == .bool ? .uint8 : x.dtype.computeType
      return try dense(try to(x, type))
    }
    let places = try Tensor.empty(x.shape, .int64)
    let p = places.data.assumingMemoryBound(to: Int64.self)
    let (outer, n, inner) = axis(x.shape, d)
    @inline(__always)
    func run<T: Comparable>(_: T.Type) {
      let v = source.data.assumingMemoryBound(to: T.self)
      for o in 0..<outer {
        for i in 0..<inner {
          let start = o &* n &* inner &+ i
          var best = start
          for k in 0..<n {
            let at = start &+ k &* inner
            // A NaN differs from itself; once it is the best, only another NaN takes its place.
            let isNaN = v[at] != v[at]
            let held = v[best] != v[best]
            if isNaN || (!held && (largest ? v[at] >= v[best] : v[at] <= v[best])) { best = at }
            p[at] = Int64((best &- start) / inner)
          }
        }
      }
    }
    switch source.dtype {
    case .uint8: run(UInt8.self)
    case .int8: run(Int8.self)
    case .int16: run(Int16.self)
    case .uint16: run(UInt16.self)
    case .int32: run(Int32.self)
    case .uint32: run(UInt32.self)
    case .int64: run(Int64.self)
    case .uint64: run(UInt64.self)
    case .float64: run(Double.self)
    case .float32: run(Float.self)
    default: throw unsupported(largest ? "cummax_cpu" : "cummin_cpu", x.dtype)
    }
    return places
  }

  private static func running(_ x: Tensor, _ dim: Int, largest: Bool) throws -> (Tensor, Tensor) {
    let d = try wrapDim(dim, x.dim)
    if x.dtype.isComplex { throw unsupported(largest ? "cummax_cpu" : "cummin_cpu", x.dtype) }
    let places = try runningPlaces(x, d, largest: largest)
    return (try gather(x, d, places), places)
  }

  public static func cummax(_ input: Tensor, _ dim: Int) throws -> (Tensor, Tensor) {
    try running(input, dim, largest: true)
  }

  public static func cummin(_ input: Tensor, _ dim: Int) throws -> (Tensor, Tensor) {
    try running(input, dim, largest: false)
  }

  public static func logcumsumexp(_ input: Tensor, _ dim: Int) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if input.dtype.isComplex { return try complexLogCumSumExp(input, d) }
    if !input.dtype.isFloatingPoint { throw unsupported("logcumsumexp_out_cpu", input.dtype) }
    let out: Tensor = try withGradMode(false) {
      let source = try dense(try to(input, .float64))
      let result = try Tensor.empty(input.shape, .float64)
      let (v, o) = (
        source.data.assumingMemoryBound(to: Double.self), result.data.assumingMemoryBound(to: Double.self)
      )
      let (outer, n, inner) = axis(input.shape, d)
      for a in 0..<outer {
        for i in 0..<inner {
          var total = -Double.infinity
          for k in 0..<n {
            let at = (a &* n &+ k) &* inner &+ i
            total = logAddExp(total, v[at])
            o[at] = total
          }
        }
      }
      withExtendedLifetime(source) {}
      return try to(result, input.dtype)
    }
    return out.recorded("LogcumsumexpBackward0", inputs: [input], save: [input], saveOutput: true) { g, s in
      let (x, y) = (try s[0], try s[1])
      let least = -(g.dtype == .float64 ? Double.greatestFiniteMagnitude : Double(Float.greatestFiniteMagnitude))
      func part(_ h: Tensor) throws -> Tensor {
        let positive = try gt(h, .scalar(0))
        let logs = try Ops.`where`(positive, .tensor(try log(h)), .scalar(.float(least)))
        let back = try flip(try logcumsumexp(try flip(try Calc.sub(logs, y), [d]), d), [d])
        return try exp(try Calc.add(back, x))
      }
      if g.dim == 0 || g.count == 0 { return Grads(g) }
      return Grads(try Calc.sub(try part(g), try part(try neg(g))))
    }
  }

  private static func complexLogCumSumExp(_ x: Tensor, _ d: Int) throws -> Tensor {
    if x.dim == 0 { return try clone(x) }
    let type = x.dtype
    let source = try withGradMode(false) { try cloneContiguousData(x) }
    let out = try Tensor.empty(x.shape, type)
    let f = ComplexKernels.logAddExp(type)
    let (outer, n, inner) = axis(x.shape, d)
    let line = inner &* type.size
    for a in 0..<outer where n > 0 {
      let from = UnsafeRawPointer(source.data) + a &* n &* line
      let to = out.data + a &* n &* line
      to.copyMemory(from: from, byteCount: line)
      for k in 1..<Swift.max(n, 1) {
        f(to + k &* line, UnsafeRawPointer(to) + (k - 1) &* line, from + k &* line, inner, noParameters)
      }
    }
    withExtendedLifetime(source) {}
    return out.recorded("LogcumsumexpBackward0", x, save: x, saveOutput: true, holomorphic: true) { g, s in
      // Σ g e^(x - y) over the later elements, in logarithms: e^-y alone may overflow.
      let weighted = try logcumsumexp(flip(Calc.sub(log(g), s[1]), [d]), d)
      return Grads(try exp(Calc.add(flip(weighted, [d]), s[0])))
    }
  }

  private static func logAddExp(_ a: Double, _ b: Double) -> Double {
    let (low, high) = a < b || b.isNaN ? (a, b) : (b, a)
    if a.isNaN || b.isNaN { return .nan }
    if low == high && !low.isFinite { return high }
    return high + libmLog1p(libmExp(low - high))
  }

  // MARK: integrals

  private static func checkIntegrand(_ name: String, _ y: Tensor, _ x: Tensor?) throws {
    if y.dtype == .bool || x?.dtype == .bool {
      throw EmberwingError.notImplemented(
        "\(name): received a bool input for \(x == nil ? "`y`" : "`x` or `y`"), but bool is not supported")
    }
  }

  /// Widths between the sample points `x`, shaped so that they broadcast with `y`.
  private static func widths(_ name: String, _ y: Tensor, _ x: Tensor, _ d: Int) throws -> Tensor {
    var points = x
    if x.dim == 1 {
      if x.shape[0] != y.shape[d] {
        throw EmberwingError.runtime("\(name): There must be one `x` value for each sample point")
      }
      var shape = Shape(repeating: 1, count: y.dim)
      shape[d] = x.shape[0]
      points = try reshape(x, shape)
    } else if x.dim < y.dim {
      points = try reshape(x, Shape(repeating: 1, count: y.dim - x.dim) + x.shape)
    }
    let at = d + points.dim - y.dim
    let n = points.shape[at]
    return try sub(
      sliced(points, at, Swift.min(1, n), Swift.max(n - 1, 0), 1), .tensor(sliced(points, at, 0, Swift.max(n - 1, 0), 1)),
      1)
  }

  /// `y[i] + y[i + 1]` along `d`.
  private static func neighbours(_ y: Tensor, _ d: Int) throws -> Tensor {
    let n = Swift.max(y.shape[d] - 1, 0)
    return try add(sliced(y, d, 0, n, 1), .tensor(sliced(y, d, Swift.min(1, y.shape[d]), n, 1)), 1)
  }

  private static func needsDimension(_ y: Tensor, _ dim: Int) throws -> Int {
    if y.dim == 0 {
      throw EmberwingError.index("Dimension out of range (expected to be in range of [-1, 0], but got \(dim))")
    }
    return try wrapDim(dim, y.dim)
  }

  public static func trapezoid(_ y: Tensor, _ x: Tensor?, _ dx: Scalar, _ dim: Int) throws -> Tensor {
    let d = try needsDimension(y, dim)
    if y.shape[d] == 0 {
      return try sum(y, [d], false, y.dtype)
    }
    if case .bool = dx { try checkIntegrand("trapezoid", try Tensor.empty([], .bool), nil) }
    try checkIntegrand("trapezoid", y, x)
    if let x {
      let area = try mul(try neighbours(y, d), .tensor(try widths("trapezoid", y, x, d)))
      return try div(try sum(area, [d + area.dim - y.dim], false, nil), .scalar(2))
    }
    let ends = try mul(
      try add(try select(y, d, 0), .tensor(try select(y, d, -1)), 1), .scalar(0.5))
    return try mul(try sub(try sum(y, [d], false, nil), .tensor(ends), 1), .scalar(.float(dx.double)))
  }

  public static func cumulativeTrapezoid(_ y: Tensor, _ x: Tensor?, _ dx: Scalar, _ dim: Int) throws -> Tensor {
    let d = try needsDimension(y, dim)
    if case .bool = dx { try checkIntegrand("cumulative_trapezoid", try Tensor.empty([], .bool), nil) }
    try checkIntegrand("cumulative_trapezoid", y, x)
    if let x {
      let area = try mul(try neighbours(y, d), .tensor(try widths("cumulative_trapezoid", y, x, d)))
      return try div(try cumsum(area, d + area.dim - y.dim, nil), .scalar(2))
    }
    return try cumsum(try mul(try neighbours(y, d), .scalar(.float(dx.double / 2))), d, nil)
  }

  // MARK: differences

  public static func diff(_ input: Tensor, _ n: Int, _ dim: Int, _ prepend: Tensor?, _ append: Tensor?) throws -> Tensor {
    if input.dim == 0 { throw EmberwingError.runtime("diff expects input to be at least one-dimensional") }
    if n < 0 { throw EmberwingError.runtime("order must be non-negative but got \(n)") }
    let d = try wrapDim(dim, input.dim)
    for extra in [prepend, append] {
      guard let extra else { continue }
      if extra.dim != input.dim {
        throw EmberwingError.runtime("diff expects prepend or append to be the same dimension as input")
      }
      for i in 0..<input.dim where i != d && extra.shape[i] != input.shape[i] {
        throw EmberwingError.runtime(
          "diff expects the shape of tensor to prepend or append to match that of input except along the differencing dimension; input.size(\(i)) = \(input.shape[i]), but got tensor.size(\(i)) = \(extra.shape[i])")
      }
    }
    if n == 0 { return try clone(input) }
    var parts: [Tensor] = []
    if let prepend { parts.append(prepend) }
    parts.append(input)
    if let append { parts.append(append) }
    var x = parts.count > 1 ? try cat(parts, d) : input
    var left = Swift.min(n, x.shape[d])
    if left == 0 { return try clone(x) }
    while left > 0 {
      let m = Swift.max(x.shape[d] - 1, 0)
      let high = sliced(x, d, Swift.min(1, x.shape[d]), m, 1)
      let low = sliced(x, d, 0, m, 1)
      x = x.dtype == .bool ? try logicalXor(high, low) : try sub(high, .tensor(low), 1)
      left -= 1
    }
    return x
  }

  private static func checkSpacing(_ x: Tensor, _ d: Int, _ edgeOrder: Int) throws {
    if edgeOrder != 1 && edgeOrder != 2 {
      throw EmberwingError.runtime("torch.gradient only supports edge_order=1 and edge_order=2.")
    }
    if x.shape[d] < edgeOrder + 1 {
      throw EmberwingError.runtime("torch.gradient expected each dimension size to be at least edge_order+1")
    }
  }

  private static func at(_ x: Tensor, _ d: Int, _ i: Int) -> Tensor {
    sliced(x, d, i < 0 ? i + x.shape[d] : i, 1, 1)
  }

  /// Numerical derivative along one dimension with a constant distance.
  public static func gradientStep(_ input: Tensor, _ spacing: Double, _ dim: Int, _ edgeOrder: Int) throws -> Tensor {
    let d = try needsDimension(input, dim)
    try checkSpacing(input, d, edgeOrder)
    let x = input
    let n = x.shape[d]
    let inside = try Calc.div(try Calc.sub(sliced(x, d, Swift.min(2, n), Swift.max(n - 2, 0), 1), sliced(x, d, 0, Swift.max(n - 2, 0), 1)), 2 * spacing)
    let first: Tensor
    let last: Tensor
    if edgeOrder == 1 {
      first = try Calc.div(try Calc.sub(at(x, d, 1), at(x, d, 0)), spacing)
      last = try Calc.div(try Calc.sub(at(x, d, -1), at(x, d, -2)), spacing)
    } else {
      let a = try Calc.add(try Calc.mul(at(x, d, 0), -1.5), try Calc.mul(at(x, d, 1), 2))
      first = try Calc.div(try Calc.sub(a, try Calc.mul(at(x, d, 2), 0.5)), spacing)
      let b = try Calc.sub(try Calc.mul(at(x, d, -1), 1.5), try Calc.mul(at(x, d, -2), 2))
      last = try Calc.div(try Calc.add(b, try Calc.mul(at(x, d, -3), 0.5)), spacing)
    }
    return try cat([first, inside, last], d)
  }

  /// Numerical derivative along one dimension whose points lie at `coordinates`.
  public static func gradientCoordinates(_ input: Tensor, _ coordinates: Tensor, _ dim: Int, _ edgeOrder: Int) throws
    -> Tensor
  {
    let d = try needsDimension(input, dim)
    try checkSpacing(input, d, edgeOrder)
    let x = input
    let n = x.shape[d]
    if coordinates.dim != 1 || coordinates.shape[0] != n {
      throw EmberwingError.runtime(
        "torch.gradient expected spacing to be a 1-d tensor with one coordinate for each of \(n) points, but got shape \(coordinates.shape)")
    }
    var shape = Shape(repeating: 1, count: x.dim)
    shape[d] = n - 1
    let h = try reshape(try diff(coordinates, 1, 0, nil, nil), shape)
    func weighted(_ a: Tensor, _ b: Tensor, _ c: Tensor, _ u: Tensor, _ v: Tensor, _ w: Tensor) throws -> Tensor {
      try Calc.add(try Calc.add(try Calc.mul(a, u), try Calc.mul(b, v)), try Calc.mul(c, w))
    }
    let m = Swift.max(n - 2, 0)
    let (h1, h2) = (sliced(h, d, 0, m, 1), sliced(h, d, Swift.min(1, n - 1), m, 1))
    let both = try Calc.add(h1, h2)
    let a = try Calc.div(try neg(h2), try Calc.mul(h1, both))
    let b = try Calc.div(try Calc.sub(h2, h1), try Calc.mul(h1, h2))
    let c = try Calc.div(h1, try Calc.mul(h2, both))
    let inside = try weighted(a, b, c, sliced(x, d, 0, m, 1), sliced(x, d, 1, m, 1), sliced(x, d, Swift.min(2, n), m, 1))
    if edgeOrder == 1 {
      let first = try Calc.div(try Calc.sub(at(x, d, 1), at(x, d, 0)), at(h, d, 0))
      let last = try Calc.div(try Calc.sub(at(x, d, -1), at(x, d, -2)), at(h, d, -1))
      return try cat([first, inside, last], d)
    }
    func edge(_ near: Tensor, _ far: Tensor, _ u: Tensor, _ v: Tensor, _ w: Tensor, _ sign: Double) throws -> Tensor {
      // The one-sided second-order formula; at the upper end it is mirrored.
      let both = try Calc.add(near, far)
      let a = try Calc.div(try Calc.add(try Calc.mul(near, 2), far), try Calc.mul(near, both))
      let b = try Calc.div(both, try Calc.mul(near, far))
      let c = try Calc.div(near, try Calc.mul(far, both))
      let total = try Calc.add(try Calc.sub(try Calc.mul(b, v), try Calc.mul(a, u)), try neg(try Calc.mul(c, w)))
      return sign > 0 ? total : try neg(total)
    }
    let first = try edge(at(h, d, 0), at(h, d, 1), at(x, d, 0), at(x, d, 1), at(x, d, 2), 1)
    let last = try edge(at(h, d, -1), at(h, d, -2), at(x, d, -1), at(x, d, -2), at(x, d, -3), -1)
    return try cat([first, inside, last], d)
  }

  @_optimize(none)
  static func registerRunningExtremes(_ r: inout Registry) {
    for (name, function, word) in [("cummax", cummax, "largest"), ("cummin", cummin, "smallest")] {
      r.add(
        "\(name)(input, dim) -> (values, indices)", function,
        "The \(word) value so far along `dim`, and the index of its last place.",
        samples: .calls([([5], [.int(0)]), ([3, 4], [.int(-1)]), ([], [.int(0)])], dtypes: Samples.numbers, distinct: true))
    }
    r.add(
      "logcumsumexp(input, dim)", logcumsumexp, "Logarithm of the running sum of exponentials along `dim`.",
      samples: .calls([([5], [.int(0)]), ([3, 4], [.int(1)])], dtypes: Samples.floats))
    r.add(
      "trapezoid(y, x=None, *, dx=1, dim=-1)", trapezoid,
      "Integral along `dim` by the trapezoidal rule, at the points `x` or `dx` apart.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 4])), .none, .float(0.5), .int(-1)],
          [.tensor(try m.tensor([2, 4])), .tensor(try m.tensor([4])), .int(1), .int(1)],
        ]
      })
    r.add(
      "cumulative_trapezoid(y, x=None, *, dx=1, dim=-1)", cumulativeTrapezoid,
      "Running integral along `dim` by the trapezoidal rule.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 4])), .none, .float(0.5), .int(-1)],
          [.tensor(try m.tensor([2, 4])), .tensor(try m.tensor([4])), .int(1), .int(1)],
        ]
      })
    r.add(
      "diff(input, n=1, dim=-1, prepend=None, append=None)", diff, "The `n`-th difference of neighbours along `dim`.",
      samples: Samples(dtypes: Samples.everything) { m in
        [
          [.tensor(try m.tensor([5])), .int(2), .int(-1), .none, .none],
          [.tensor(try m.tensor([3, 2])), .int(1), .int(0), .tensor(try m.tensor([1, 2])), .none],
        ]
      })
    r.add(
      "gradient.step(input, spacing, dim, edge_order)", gradientStep, "Numerical derivative along `dim`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([4, 5])), .float(0.5), .int(1), .int(2)]]
      })
    r.add(
      "gradient.coordinates(input, coordinates, dim, edge_order)", gradientCoordinates,
      "Numerical derivative along `dim` between points at `coordinates`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([4, 5])), .tensor(try m.distinct([5])), .int(1), .int(2)]]
      })
  }
}
