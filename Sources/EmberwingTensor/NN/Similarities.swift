// Distances in pairs, similarities, the bilinear form and normalisation by size.
extension Ops {
  /// The p-norm along `dims`; its gradient is 0 where the norm is.
  private static func pNorm(_ x: Tensor, _ p: Double, _ dims: Shape, _ keepdim: Bool) throws -> Tensor {
    if p == 0 || p == 1 || p == 2 || p.isInfinite {
      return try linalgVectorNorm(x, .float(p), dims, keepdim, nil)
    }
    // Rows of zeros are replaced before the root, whose slope there has no bound.
    let total = try sum(try pow(try abs(x), .scalar(.float(p))), dims, keepdim, nil)
    let flat = try withGradMode(false) { try compare(.eq, "eq", total, .scalar(0)) }
    if !isTrue(try any(flat, nil, false)) { return try pow(total, .scalar(.float(1 / p))) }
    let root = try pow(try maskedFill(total, flat, .scalar(1)), .scalar(.float(1 / p)))
    return try maskedFill(root, flat, .scalar(0))
  }

  public static func pairwiseDistance(_ x1: Tensor, _ x2: Tensor, _ p: Double, _ eps: Double, _ keepdim: Bool) throws
    -> Tensor
  {
    let shape = try Broadcast.shape(x1.shape, x2.shape)
    if shape.isEmpty { throw EmberwingError.index("Dimension specified as -1 but tensor has no dimensions") }
    let difference = try Calc.add(Calc.sub(x1, x2), eps)
    return try pNorm(difference, p, [shape.count - 1], keepdim)
  }

  public static func cosineSimilarity(_ x1: Tensor, _ x2: Tensor, _ dim: Int, _ eps: Double) throws -> Tensor {
    let type = Promotion.of(x1, .tensor(x2))
    if !type.isFloatingPoint {
      throw EmberwingError.runtime(
        "expected common dtype to be floating point, yet common dtype is \(type.scalarTypeName)")
    }
    let shape = try Broadcast.shape(x1.shape, x2.shape)
    let d = try wrapDim(dim, shape.count)
    let dims: Shape = shape.isEmpty ? [] : [d]
    func unit(_ x: Tensor) throws -> Tensor {
      let y = try expand(try to(x, type), shape)
      let size = try linalgVectorNorm(y, .float(2), dims, true, nil)
      return try Calc.div(y, try clampMin(size, .scalar(.float(eps))))
    }
    let product = try Calc.mul(unit(x1), unit(x2))
    return shape.isEmpty ? product : try sum(product, dims, false, nil)
  }

  public static func normalize(_ input: Tensor, _ p: Double, _ dim: Shape, _ eps: Double) throws -> Tensor {
    let size = try linalgVectorNorm(input, .float(p), dim, true, nil)
    return try Calc.div(input, try clampMin(size, .scalar(.float(eps))))
  }

  public static func localResponseNorm(
    _ input: Tensor, _ size: Int, _ alpha: Double, _ beta: Double, _ k: Double
  ) throws -> Tensor {
    if input.dim < 3 {
      throw EmberwingError.value("Expected 3D or higher dimensionality input (got \(input.dim) dimensions)")
    }
    if input.count == 0 { return input }
    if size <= 0 || size > 1 << 31 {
      throw EmberwingError.runtime("kernel size should be greater than zero, but got size \(size)")
    }
    let c = input.shape[1]
    // The mean of integers is one.
    let whole = !input.dtype.isFloatingPoint
    let map = AxisMap(inputs: c, outputs: c) { i, add in
      for j in Swift.max(0, i - size / 2)..<Swift.min(c, i + (size - 1) / 2 + 1) { add(j, whole ? 1 : 1 / Double(size)) }
    }
    let squares = try Calc.mul(input, input)
    var around = try applyAxis(
      whole ? castData(squares, .float64) : squares, map, 1, node: "LocalResponseNormBackward0")
    if whole { around = try castData(try trunc(try Calc.div(around, Double(size))), input.dtype) }
    let divisor = try pow(try Calc.add(Calc.mul(around, alpha), k), .scalar(.float(beta)))
    return try Calc.div(input, divisor)
  }

  public static func bilinear(_ input1: Tensor, _ input2: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
    if input1.dim != input2.dim {
      throw EmberwingError.runtime(
        "bilinear(): input dimensions do not match: got \(input1.dim) and \(input2.dim)")
    }
    if input1.dim == 0 { throw EmberwingError.runtime("bilinear(): inputs must have at least one dimension") }
    let last = input1.dim - 1
    let lead = input1.shape.slice(0..<last)
    if lead != input2.shape.slice(0..<last) {
      throw EmberwingError.runtime(
        "bilinear(): input batch dimensions do not match: got \(input1.shape) and \(input2.shape)")
    }
    guard weight.dim == 3, input1.shape[last] == weight.shape[1], input2.shape[last] == weight.shape[2] else {
      throw EmberwingError.runtime(
        "bilinear(): input1 size \(input1.shape) and input2 size \(input2.shape) do not match weight size \(weight.shape): expected [out, in1, in2]")
    }
    let (o, i, j) = (weight.shape[0], weight.shape[1], weight.shape[2])
    if let bias, bias.dim != 1 || bias.shape[0] != o {
      throw EmberwingError.runtime(
        "bilinear(): bias size does not match weight size: got \(bias.shape) but expected \(o)")
    }
    let rows = lead.product
    let table = try reshape(try permute(weight, [1, 0, 2]), [i, o &* j])
    let left = try reshape(try matmul(try reshape(input1, [rows, i]), table), [rows, o, j])
    var y = try sum(try Calc.mul(left, try reshape(input2, [rows, 1, j])), [2], false, nil)
    if let bias { y = try Calc.add(y, bias) }
    return try reshape(y, lead + [o])
  }

  @_optimize(none)
  static func registerSimilarities(_ r: inout Registry) {
    let both: Surface = [.function, .nn]
    func pair(_ more: [Value], _ shapes: [(Shape, Shape)]) -> Samples {
      Samples(dtypes: Samples.floats) { m in
        var calls: [[Value]] = []
        for (a, b) in shapes {
          calls.append([.tensor(try m.tensor(a, 0.5, 2)), .tensor(try m.tensor(b, -2, -0.5))] + more)
        }
        return calls
      }
    }
    r.add(
      "pairwise_distance(x1, x2, p=2.0, eps=1e-06, keepdim=False)", pairwiseDistance,
      "The p-norm of `x1 - x2 + eps` along the last dimension.", on: both,
      samples: pair([.float(2), .float(1e-6), .bool(false)], [([2, 3], [2, 3]), ([3], [2, 3])]))
    r.add(
      "cosine_similarity(x1, x2, dim=1, eps=1e-08)", cosineSimilarity,
      "Cosine of the angle between `x1` and `x2` along `dim`, with broadcasting.", on: both,
      samples: pair([.int(1), .float(1e-8)], [([2, 3], [2, 3]), ([2, 3, 2], [1, 3, 1])]))
    r.add(
      "normalize(input, p=2.0, dim=1, eps=1e-12)", normalize, "`input / max(norm(input), eps)` along `dim`.", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 3])), .float(2), .ints([1]), .float(1e-12)],
          [.tensor(try m.tensor([2, 3], 0.5, 2)), .float(3), .ints([0]), .float(1e-12)],
        ]
      })
    r.add(
      "local_response_norm(input, size, alpha=0.0001, beta=0.75, k=1.0)", localResponseNorm,
      "Divides by a power of the mean square over `size` neighbouring channels.", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([2, 4, 3])), .int(3), .float(0.5), .float(0.75), .float(1)]]
      })
    r.add(
      "bilinear(input1, input2, weight, bias=None)", bilinear,
      "`input1 @ weight[o] @ input2 + bias[o]` for inputs [*, in1], [*, in2] and weight [out, in1, in2].", on: both,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 4])), .tensor(try m.tensor([2, 3, 4])),
            .tensor(try m.tensor([2])),
          ]
        ]
      })
  }
}
