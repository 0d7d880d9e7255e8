// Variances, norms and log-sum-exp.
extension Ops {
  private struct Spread {
    var variance: Tensor
    var mean: Tensor?
    var mask: UInt64
    /// Elements of each result less the correction.
    var freedom: Double
  }

  /// Variances (or deviations) and means without graph nodes.
  private static func spread(
    _ x: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool, root: Bool, mean wantMean: Bool
  ) throws -> Spread {
    if !x.dtype.isDifferentiable {
      throw EmberwingError.notImplemented("std and var only support floating point and complex dtypes")
    }
    let mask = try dimMask(dim, x.dim)
    let compute = x.dtype.computeType
    let (data, outer, n, inner) = try rows(x, mask, compute: compute)
    let shape = reducedShape(x.shape, mask, keepdim)
    let squares = try Tensor.uninitialized(shape, compute, count: shape.product)
    let mean = wantMean ? try Tensor.uninitialized(shape, compute, count: shape.product) : nil
    kernels.moments(
      compute, mean: mean?.data, squaredDeviations: squares.data, UnsafeRawPointer(data.data), outer: outer, n: n,
      inner: inner)
    let freedom = Swift.max(Double(n) - (correction ?? 1), 0)
    var variance = try binaryData(.div, "var", squares, .scalar(.float(freedom)))
    if root { variance = try unaryData(.sqrt, "std", variance, float: true) }
    return Spread(
      variance: try castData(variance, x.dtype), mean: try mean.map { try castData($0, x.dtype) }, mask: mask,
      freedom: freedom)
  }

  private static func maskDims(_ mask: UInt64, _ rank: Int) -> Shape? {
    var dims = Shape()
    for i in 0..<rank where isReduced(mask, i) { dims.append(i) }
    return dims.isEmpty ? nil : dims
  }

  /// 2 (x - mean) g / freedom.
  private static func varBackward(_ g: Tensor, _ x: Tensor, _ mask: UInt64, _ keepdim: Bool, _ freedom: Double) throws
    -> Tensor
  {
    let spread = try restoreDims(g, x.shape, mask, keepdim)
    let centred = try sub(x, .tensor(try mean(x, maskDims(mask, x.dim), true, nil)), 1)
    return try mul(try mul(spread, .scalar(.float(2 / freedom))), .tensor(centred))
  }

  private static func stdToVar(_ g: Tensor, _ std: Tensor) throws -> Tensor {
    try maskedFill(
      try div(g, .tensor(try mul(std, .scalar(2)))), try compare(.eq, "eq", std, .scalar(0)), .scalar(0))
  }

  public static func `var`(_ input: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool) throws -> Tensor {
    if input.dtype.isComplex {
      return try Calc.add(
        `var`(real(input), dim, correction, keepdim), `var`(imag(input), dim, correction, keepdim))
    }
    let r = try spread(input, dim, correction, keepdim, root: false, mean: false)
    let (mask, freedom) = (r.mask, r.freedom)
    return r.variance.recorded("VarBackward0", input, save: input) { g, s in
      Grads(try varBackward(g, try s[0], mask, keepdim, freedom))
    }
  }

  public static func std(_ input: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool) throws -> Tensor {
    if input.dtype.isComplex { return try complexStd(input, dim, correction, keepdim) }
    let r = try spread(input, dim, correction, keepdim, root: true, mean: false)
    let (mask, freedom) = (r.mask, r.freedom)
    return r.variance.recorded("StdBackward0", input, save: input, saveOutput: true) { g, s in
      Grads(try varBackward(try stdToVar(g, try s[1]), try s[0], mask, keepdim, freedom))
    }
  }

  /// The root of the summed variances of both parts; flat where it is 0.
  private static func complexStd(_ x: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool) throws -> Tensor {
    let variance = try `var`(x, dim, correction, keepdim)
    return try unaryData(.sqrt, "std", variance, float: true)
      .recorded("SqrtBackward0", variance, saveOutput: true) { g, s in Grads(try stdToVar(g, try s[0])) }
  }

  public static func varUnbiased(_ input: Tensor, _ unbiased: Bool) throws -> Tensor {
    try `var`(input, nil, unbiased ? 1 : 0, false)
  }

  public static func varDim(_ input: Tensor, _ dim: Shape?, _ unbiased: Bool, _ keepdim: Bool) throws -> Tensor {
    try `var`(input, dim, unbiased ? 1 : 0, keepdim)
  }

  public static func stdUnbiased(_ input: Tensor, _ unbiased: Bool) throws -> Tensor {
    try std(input, nil, unbiased ? 1 : 0, false)
  }

  public static func stdDim(_ input: Tensor, _ dim: Shape?, _ unbiased: Bool, _ keepdim: Bool) throws -> Tensor {
    try std(input, dim, unbiased ? 1 : 0, keepdim)
  }

  public static func varMean(_ input: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool) throws -> (
    Tensor, Tensor
  ) { try spreadAndMean("VarMeanBackward0", input, dim, correction, keepdim, root: false) }

  public static func stdMean(_ input: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool) throws -> (
    Tensor, Tensor
  ) { try spreadAndMean("StdMeanBackward0", input, dim, correction, keepdim, root: true) }

  private static func spreadAndMean(
    _ node: String, _ x: Tensor, _ dim: Shape?, _ correction: Double?, _ keepdim: Bool, root: Bool
  ) throws -> (Tensor, Tensor) {
    if x.dtype.isComplex {
      let first = try root ? complexStd(x, dim, correction, keepdim) : `var`(x, dim, correction, keepdim)
      return (first, try mean(x, dim, keepdim, nil))
    }
    let r = try spread(x, dim, correction, keepdim, root: root, mean: true)
    let (mask, freedom) = (r.mask, r.freedom)
    let shape = x.shape
    let average = r.mean ?? r.variance
    Tensor.recordedMany(node, outputs: [r.variance, average], inputs: [x], save: [x], saveOutputs: [0]) { g, s in
      var total: Tensor?
      if let gv = g[0] {
        total = try varBackward(root ? try stdToVar(gv, try s[1]) : gv, try s[0], mask, keepdim, freedom)
      }
      if let gm = g[1] {
        let n = Scalar.float(Double(reducedCount(shape, mask)))
        let m = try expandReduced(try div(gm, .scalar(n)), shape, mask, keepdim)
        total = try total.map { try plus($0, m) } ?? m
      }
      return Grads(total)
    }
    return (r.variance, average)
  }

  // MARK: norms

  public static func linalgVectorNorm(_ x: Tensor, _ ord: Scalar, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws
    -> Tensor
  {
    if !x.dtype.isDifferentiable {
      throw EmberwingError.notImplemented(
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
    }
    if let dtype, !dtype.isDifferentiable || dtype.isComplex != x.dtype.isComplex {
      throw EmberwingError.runtime(
        "linalg.vector_norm: dtype should be \(x.dtype.isComplex ? "complex" : "floating point") for \(x.dtype.isComplex ? "complex" : "real") inputs, but got \(dtype.scalarTypeName)")
    }
    let p = ord.double
    let parts = x.dtype.isComplex ? try abs(x) : x
    let input = try dtype.map { try to(parts, $0.realType) } ?? parts
    let mask = try dimMask(dim, input.dim)
    if p.isInfinite || p < 0 {
      let order = p.isInfinite ? (p > 0 ? "inf" : "-inf") : shortest(p)
      if input.count == 0 && (dim ?? []).isEmpty {
        throw EmberwingError.runtime(
          "linalg.vector_norm cannot compute the \(order) norm on an empty tensor because the operation does not have an identity")
      }
      for d in dim ?? [] {
        let place = try wrapDim(d, input.dim)
        if input.dim == 0 || input.shape[place] != 0 { continue }
        throw EmberwingError.runtime(
          "linalg.vector_norm cannot compute the \(order) norm on the dimension \(d)because this dimension is empty and the operation does not have an identity")
      }
    }
    let dims = maskDims(mask, input.dim) ?? []
    if p == 2 { return try euclidean(input, mask, keepdim) }
    if p == 0 {
      let nonzero = try to(try compare(.ne, "ne", input, .scalar(0)), input.dtype)
      let (shape, type) = (input.shape, input.dtype)
      return try sum(nonzero, dim, keepdim, nil)
        .recorded("LinalgVectorNormBackward0", input) { _, _ in Grads(try Tensor.zeros(shape, type)) }
    }
    let size = try abs(input)
    if p == 1 { return try sum(size, dim, keepdim, nil) }
    if p == .infinity { return input.dim == 0 ? size : try amax(size, dims, keepdim) }
    if p == -.infinity { return input.dim == 0 ? size : try amin(size, dims, keepdim) }
    return try powerNorm(input, p, dim, mask, keepdim)
  }

  /// The norm of order p; where it or an element is 0 and has no derivative, the gradient is 0.
  private static func powerNorm(_ x: Tensor, _ p: Double, _ dim: Shape?, _ mask: UInt64, _ keepdim: Bool) throws -> Tensor {
    let out: Tensor = try withGradMode(false) {
      let total = try sum(try pow(try abs(x), .scalar(.float(p))), dim, keepdim, nil)
      return try pow(total, .scalar(.float(1 / p)))
    }
    let shape = x.shape
    return out.recorded("LinalgVectorNormBackward0", x, save: x, saveOutput: true) { g, s in
      let x = try s[0]
      let norm = try restoreDims(try s[1], shape, mask, keepdim)
      let incoming = try restoreDims(g, shape, mask, keepdim)
      func power(_ t: Tensor, _ e: Double) throws -> Tensor { try pow(t, .scalar(.float(e))) }
      if p < 1 {
        let zero = try compare(.eq, "eq", x, .scalar(0))
        let slope = try Calc.mul(sgn(x), maskedFill(power(abs(x), p - 1), zero, .scalar(0)))
        return Grads(try Calc.mul(slope, incoming, power(norm, 1 - p)))
      }
      let slope = try p < 2 ? Calc.mul(sgn(x), power(abs(x), p - 1)) : Calc.mul(x, power(abs(x), p - 2))
      let zero = try compare(.eq, "eq", norm, .scalar(0))
      return Grads(try Calc.mul(slope, maskedFill(Calc.div(incoming, power(norm, p - 1)), zero, .scalar(0))))
    }
  }

  /// The Euclidean norm; its gradient is 0 where the norm is.
  private static func euclidean(_ x: Tensor, _ mask: UInt64, _ keepdim: Bool) throws -> Tensor {
    let squares = try reduceData(.sumOfSquares, x, mask, keepdim, compute: x.dtype.computeType)
    let out = try castData(try unaryData(.sqrt, "linalg_vector_norm", squares, float: true), x.dtype)
    let shape = x.shape
    return out.recorded("LinalgVectorNormBackward0", x, save: x, saveOutput: true) { g, s in
      let norm = try restoreDims(try s[1], shape, mask, keepdim)
      let ratio = try div(try restoreDims(g, shape, mask, keepdim), .tensor(norm))
      let safe = try maskedFill(ratio, try compare(.eq, "eq", norm, .scalar(0)), .scalar(0))
      return Grads(try mul(try s[0], .tensor(safe)))
    }
  }

  // MARK: log-sum-exp

  private static func complexLogSumExp(_ x: Tensor, _ dim: Shape, _ keepdim: Bool) throws -> Tensor {
    let mask = try dimMask(dim, x.dim)
    let shape = reducedShape(x.shape, mask, keepdim)
    // The largest real part, which keeps the exponentials finite.
    let largest = try withGradMode(false) { () throws -> Tensor in
      let parts = try real(x)
      if x.count == 0 { return try Tensor.zeros(reducedShape(x.shape, mask, true), parts.dtype) }
      let m = try x.dim == 0 ? parts : amax(parts, maskDims(mask, x.dim) ?? [], true)
      return try maskedFill(m, logicalNot(isfinite(m)), .scalar(0))
    }
    let total = try sum(exp(Calc.sub(x, largest)), dim, true, nil)
    return try reshape(Calc.add(log(total), largest), shape)
  }

  public static func logsumexp(_ input: Tensor, _ dim: Shape, _ keepdim: Bool) throws -> Tensor {
    let x = input.dtype.isIntegral ? try to(input, DefaultDType.current) : input
    if x.dtype.isComplex { return try complexLogSumExp(x, dim, keepdim) }
    let mask = try dimMask(dim, x.dim)
    let out = try castData(try reduceData(.logSumExp, x, mask, keepdim, compute: x.dtype.computeType), x.dtype)
    let shape = x.shape
    return out.recorded("LogsumexpBackward0", x, save: x, saveOutput: true) { g, s in
      let total = try restoreDims(try s[1], shape, mask, keepdim)
      let finite = try maskedFill(total, try compare(.eq, "eq", total, .scalar(.float(-.infinity))), .scalar(0))
      let share = try exp(try sub(try s[0], .tensor(finite), 1))
      return Grads(try mul(share, .tensor(try restoreDims(g, shape, mask, keepdim))))
    }
  }

  @_optimize(none)
  static func registerMoments(_ r: inout Registry) {
    let one: [Value] = [.float(1), .bool(false)]
    let samples = Samples(dtypes: Samples.floats) { m in
      [
        [.tensor(try m.tensor([2, 3])), .none] + one,
        [.tensor(try m.tensor([2, 3, 4])), .ints([-1]), .float(0), .bool(true)],
        [.tensor(try m.tensor([2, 3, 2, 2])), .ints([0, 2, 3])] + one,
      ]
    }
    let unbiased = Samples(dtypes: Samples.floats) { m in [[.tensor(try m.tensor([2, 3])), .bool(false)]] }
    let overDim = Samples(dtypes: Samples.floats) { m in
      [[.tensor(try m.tensor([2, 3])), .ints([1]), .bool(false), .bool(true)]]
    }
    r.add(
      "var(input, dim=None, *, correction=1, keepdim=False)", `var`,
      "Variance over the dimensions `dim`: squared deviations divided by their number less `correction`.",
      samples: samples)
    r.add(
      "std(input, dim=None, *, correction=1, keepdim=False)", std,
      "Standard deviation over the dimensions `dim`, the square root of `var`.", samples: samples)
    r.add("var.unbiased(input, unbiased)", varUnbiased, "Variance of all elements.", samples: unbiased)
    r.add("std.unbiased(input, unbiased)", stdUnbiased, "Standard deviation of all elements.", samples: unbiased)
    r.add(
      "var.dim(input, dim, unbiased=True, keepdim=False)", varDim, "Variance over the dimensions `dim`.", samples: overDim)
    r.add(
      "std.dim(input, dim, unbiased=True, keepdim=False)", stdDim, "Standard deviation over the dimensions `dim`.",
      samples: overDim)
    r.add(
      "var_mean(input, dim=None, *, correction=1, keepdim=False) -> (var, mean)", varMean,
      "Variance and mean over the dimensions `dim`, in one pass.", on: .function, samples: samples)
    r.add(
      "std_mean(input, dim=None, *, correction=1, keepdim=False) -> (std, mean)", stdMean,
      "Standard deviation and mean over the dimensions `dim`, in one pass.", on: .function, samples: samples)
    r.add(
      "linalg_vector_norm(input, ord=2, dim=None, keepdim=False, *, dtype=None)", linalgVectorNorm,
      "The `ord`-norm `(Σ|x|^ord)^(1/ord)` over the dimensions `dim`; the largest or smallest magnitude for ±inf.",
      on: .linalg,
      samples: Samples(dtypes: Samples.floats) { m in
        var calls: [[Value]] = []
        for p in [2.0, 1, 3, 0, .infinity, -.infinity] {
          calls.append([.tensor(try m.distinct([2, 3])), .float(p), .ints([1]), .bool(false), .none])
        }
        calls.append([.tensor(try m.distinct([7])), .float(2), .none, .bool(true), .none])
        return calls
      })
    r.add(
      "logsumexp(input, dim, keepdim=False)", logsumexp,
      "`log Σ exp(input)` over the dimensions `dim`, computed without overflow.",
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 3])), .ints([1]), .bool(false)],
          [.tensor(try m.tensor([2, 3, 2])), .ints([0, 2]), .bool(true)],
          [.tensor(try m.tensor([])), .ints([0]), .bool(false)],
        ]
      })
  }
}
