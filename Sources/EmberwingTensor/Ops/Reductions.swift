// Sums, products, means and truth values over dimensions.
extension Ops {
  public static func sum(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws -> Tensor {
    let type = dtype ?? (input.dtype.isIntegral ? .int64 : input.dtype)
    let mask = try dimMask(dim, input.dim)
    let out =
      type == .bool
      ? try reduceData(.any, input, mask, keepdim, compute: input.dtype)
      : try castData(try reduceData(.sum, input, mask, keepdim, compute: type.computeType), type)
    let shape = input.shape
    return out.recorded(dim == nil ? "SumBackward0" : "SumBackward1", input) { g, _ in
      Grads(try expandReduced(g, shape, mask, keepdim))
    }
  }

  public static func mean(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws -> Tensor {
    let type = dtype ?? input.dtype
    if !type.isDifferentiable {
      throw EmberwingError.notImplemented(
        "mean(): could not infer output dtype. \(dtype == nil ? "Input" : "Optional") dtype must be either a floating point or complex dtype. Got: \(type.scalarTypeName)")
    }
    let mask = try dimMask(dim, input.dim)
    let shape = input.shape
    let n = Scalar.float(Double(reducedCount(shape, mask)))
    let total = try reduceData(.sum, input, mask, keepdim, compute: type.computeType)
    let out = try castData(try binaryData(.div, "mean", total, .scalar(n)), type)
    return out.recorded(dim == nil ? "MeanBackward0" : "MeanBackward1", input) { g, _ in
      Grads(try expandReduced(try div(g, .scalar(n)), shape, mask, keepdim))
    }
  }

  public static func nansum(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws -> Tensor {
    if input.dtype.isComplex { throw EmberwingError.runtime("nansum does not support complex inputs") }
    if input.dtype.isIntegral { return try sum(input, dim, keepdim, dtype) }
    return try sum(try maskedFill(input, try predicate(.isNaN, "nansum", input), .scalar(0)), dim, keepdim, dtype)
  }

  public static func prod(_ input: Tensor, _ dim: Int?, _ keepdim: Bool, _ dtype: DType?) throws -> Tensor {
    let type = dtype ?? (input.dtype.isIntegral ? .int64 : input.dtype)
    let mask = try dimMask(dim.map { [$0] }, input.dim)
    let out =
      type == .bool
      ? try reduceData(.all, input, mask, keepdim, compute: input.dtype)
      : try castData(try reduceData(.prod, input, mask, keepdim, compute: type.computeType), type)
    let shape = input.shape
    return out.recorded(
      "ProdBackward\(dim == nil ? 0 : 1)", inputs: [input], save: [input], saveOutput: true, holomorphic: true
    ) { g, s in
      let x = try s[0]
      let spread = try restoreDims(g, shape, mask, keepdim)
      if try holdsNoZero(x) {
        let total = try restoreDims(try s[1], shape, mask, keepdim)
        return Grads(try div(try mul(spread, .tensor(total)), .tensor(x)))
      }
      return Grads(try mul(try productOfOthers(x, dim), .tensor(spread)))
    }
  }

  /// Whether a division by `x` is safe.
  static func holdsNoZero(_ x: Tensor) throws -> Bool {
    isTrue(try reduceData(.all, x, try dimMask(nil, x.dim), false, compute: x.dtype.computeType))
  }

  /// For each element the product of the others along `dim` (of all others without): exact where elements are 0.
  private static func productOfOthers(_ x: Tensor, _ dim: Int?) throws -> Tensor {
    let line = dim == nil || x.dim == 0 ? try reshape(x, [-1]) : x
    let d = try wrapDim(x.dim == 0 ? 0 : dim ?? 0, line.dim)
    let n = line.shape[d]
    var edge = line.shape
    edge[d] = 1
    let one = try full(edge, 1, x.dtype)
    let before = try cumprod(try cat([one, try narrow(line, d, 0, n - 1)], d), d, nil)
    let reversed = try flip(line, [d])
    let after = try flip(try cumprod(try cat([one, try narrow(reversed, d, 0, n - 1)], d), d, nil), [d])
    return try reshape(try mul(before, .tensor(after)), x.shape)
  }

  public static func all(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool) throws -> Tensor {
    try truth(.all, input, dim, keepdim)
  }

  public static func any(_ input: Tensor, _ dim: Shape?, _ keepdim: Bool) throws -> Tensor {
    try truth(.any, input, dim, keepdim)
  }

  private static func truth(_ op: ReduceOp, _ x: Tensor, _ dim: Shape?, _ keepdim: Bool) throws -> Tensor {
    let out = try reduceData(op, x, try dimMask(dim, x.dim), keepdim, compute: x.dtype.computeType)
    // PyTorch keeps uint8, its bool of old.
    return x.dtype == .uint8 ? try castData(out, .uint8) : out
  }

  public static func countNonzero(_ input: Tensor, _ dim: Shape?) throws -> Tensor {
    try sum(try compare(.ne, "count_nonzero", input, .scalar(0)), dim, false, nil)
  }

  /// Samples of a reduction over some dimensions.
  static func reductionSamples(
    _ dtypes: [DType], differentiable: Bool = true, _ low: Double = -2, _ high: Double = 2, more: [Value] = [],
    empty: Bool = true
  ) -> Samples {
    Samples(
      dtypes: dtypes, differentiable: differentiable,
      bad: { m in
        let x = Value.tensor(try m.tensor([2, 3]))
        return [
          (arguments: [x, .ints([2]), .bool(false)] + more, message: "Dimension out of range"),
          (arguments: [x, .ints([0, -2]), .bool(false)] + more, message: "appears multiple times"),
        ]
      }
    ) { m in
      var calls: [[Value]] = []
      calls.append([.tensor(try m.tensor([2, 3], low, high)), .none, .bool(false)] + more)
      calls.append([.tensor(try m.tensor([2, 3, 4], low, high)), .ints([-1]), .bool(true)] + more)
      calls.append([.tensor(try m.tensor([2, 3, 2, 2], low, high)), .ints([0, 2, 3]), .bool(false)] + more)
      calls.append([.tensor(try m.tensor([], low, high)), .none, .bool(true)] + more)
      if empty { calls.append([.tensor(try m.tensor([0, 3], low, high)), .ints([0]), .bool(false)] + more) }
      return calls
    }
  }

  @_optimize(none)
  static func registerSums(_ r: inout Registry) {
    r.add(
      "sum(input, dim=None, keepdim=False, *, dtype=None)", sum,
      "Sum over the dimensions `dim`, all of them by default; integers sum as int64.",
      samples: reductionSamples(Samples.everything, more: [.none]))
    r.add(
      "nansum(input, dim=None, keepdim=False, *, dtype=None)", nansum,
      "Sum over the dimensions `dim`, NaN counting as zero.", samples: reductionSamples(Samples.floats, more: [.none]))
    r.add(
      "mean(input, dim=None, keepdim=False, *, dtype=None)", mean,
      "Arithmetic mean over the dimensions `dim`, all of them by default.",
      samples: reductionSamples(Samples.floats, more: [.none]))
    r.add(
      "prod(input, dim=None, keepdim=False, *, dtype=None)", prod,
      "Product of all elements, or along the dimension `dim`; integers multiply as int64.",
      samples: Samples(dtypes: Samples.numbers) { m in
        [
          [.tensor(try m.tensor([2, 3])), .none, .bool(false), .none],
          [.tensor(try m.tensor([2, 3])), .int(-1), .bool(true), .none],
          [.tensor(try m.tensor([2, 3, 2])), .int(1), .bool(false), .none],
          [.tensor(try m.tensor([0])), .none, .bool(false), .none],
        ]
      })
    r.add(
      "all(input, dim=None, keepdim=False)", all, "Whether every element over the dimensions `dim` is true.",
      samples: reductionSamples(Samples.everything, differentiable: false))
    r.add(
      "any(input, dim=None, keepdim=False)", any, "Whether some element over the dimensions `dim` is true.",
      samples: reductionSamples(Samples.everything, differentiable: false))
    r.add(
      "count_nonzero(input, dim=None)", countNonzero, "How many elements over the dimensions `dim` are not zero.",
      samples: Samples(dtypes: Samples.everything, differentiable: false) { m in
        [
          [.tensor(try m.tensor([2, 3])), .none], [.tensor(try m.tensor([2, 3])), .ints([0])],
          [.tensor(try m.tensor([])), .none],
        ]
      })
  }
}
