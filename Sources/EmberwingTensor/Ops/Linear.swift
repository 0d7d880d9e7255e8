// The fully connected layer, and the registry rows of all matrix products.
extension Ops {
  /// The node that PyTorch's decomposition ends with.
  private static func linearNode(_ last: Int, _ hasBias: Bool) -> String {
    switch last {
    case 0: hasBias ? "UnsafeViewBackward0" : "SqueezeBackward4"
    case 1: hasBias ? "AddmmBackward0" : "MmBackward0"
    default: "UnsafeViewBackward0"
    }
  }

  public static func linear(_ input: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
    if weight.dim == 1 {
      let out = try matmul(input, weight)
      return try bias.map { try plus(out, $0) } ?? out
    }
    if weight.dim != 2 || input.dim == 0 {
      throw EmberwingError.runtime(
        "linear: input of shape \(input.shape) and weight of shape \(weight.shape); the weight must be [out_features, in_features]")
    }
    let last = input.dim - 1
    let lead = input.shape.slice(0..<last)
    let (rows, k, n) = (lead.product, input.shape[last], weight.shape[0])
    try checkLinear(input, weight, bias, rows: rows, k: k, n: n)
    let type = input.dtype
    let x = try folded(input, rows, k)
    let out = try Tensor.empty([rows, n], type.computeType)
    if let bias { try fillRows(out, bias) }
    try multiply(x, weight.view2(transposed: true), into: out, beta: bias == nil ? 0 : 1)
    let result = try castData(out, type)
    if last != 1 {
      result.impl.shape = lead + [n]
      result.impl.strides = result.impl.shape.contiguousStrides
    }
    let shape = input.shape
    return result.recorded(
      linearNode(last, bias != nil), inputs: [input, weight, bias],
      save: [weight.requiresGrad ? input : nil, input.requiresGrad ? weight : nil], holomorphic: true
    ) { g, s in
      let flat = last == 1 ? g : try reshape(g, [rows, n])
      var gx: Tensor?
      if s.needs(0) {
        let r = try mm(flat, try s[1])
        gx = last == 1 ? r : try reshape(r, shape)
      }
      var gw: Tensor?
      if s.needs(1) {
        let x = try s[0]
        gw = try mm(try t(flat), last == 1 ? x : try reshape(x, [rows, k]))
      }
      return Grads(gx, gw, s.needs(2) ? try sum(flat, [0], false, nil) : nil)
    }
  }

  private static func checkLinear(_ x: Tensor, _ w: Tensor, _ bias: Tensor?, rows: Int, k: Int, n: Int) throws {
    if k != w.shape[1] {
      throw EmberwingError.runtime(
        "\(bias == nil ? "mm" : "addmm"): mat1 and mat2 shapes cannot be multiplied (\(rows)x\(k) and \(w.shape[1])x\(n))")
    }
    if x.dtype != w.dtype {
      throw EmberwingError.runtime(
        bias == nil
          ? "expected m1 and m2 to have the same dtype, but got: \(cppName(x.dtype)) != \(cppName(w.dtype))"
          : "mat1 and mat2 must have the same dtype, but got \(x.dtype.scalarTypeName) and \(w.dtype.scalarTypeName)")
    }
    if x.dtype == .bool { throw unsupported("addmm_impl_cpu_", .bool) }
    guard let bias else { return }
    if bias.dtype != w.dtype {
      throw EmberwingError.runtime(
        "self and mat2 must have the same dtype, but got \(bias.dtype.scalarTypeName) and \(w.dtype.scalarTypeName)")
    }
    if bias.dim > 1 || (bias.count != n && bias.count != 1) {
      throw EmberwingError.runtime(
        "The expanded size of the tensor (\(n)) must match the existing size (\(bias.shape.last ?? 1)) at non-singleton dimension 1.  Target sizes: [\(rows), \(n)].  Tensor sizes: \(bias.shape)")
    }
  }

  /// The last dimension as columns, everything before it as rows; outside the graph.
  private static func folded(_ x: Tensor, _ rows: Int, _ k: Int) throws -> Tensor {
    if x.dim == 2 { return x }
    return try withGradMode(false) { try reshape(x, [rows, k]) }
  }

  private static func fillRows(_ out: Tensor, _ bias: Tensor) throws {
    let (rows, n) = (out.shape[0], out.shape[1])
    guard bias.isContiguous, bias.dtype == out.dtype, bias.count == n else { return try copyData(into: out, from: bias) }
    let size = n &* out.dtype.size
    let (to, from) = (out.data, UnsafeRawPointer(bias.data))
    parallelFor(rows, grain: Swift.max(1, elementwiseGrain / Swift.max(n, 1))) { lo, hi in
      for i in lo..<hi { (to + i &* size).copyMemory(from: from, byteCount: size) }
    }
  }

  @_optimize(none)
  static func registerMatrixProducts(_ r: inout Registry) {
    func pairs(_ shapes: [(Shape, Shape)], bad: (Shape, Shape), _ message: String) -> Samples {
      Samples(
        dtypes: Samples.floats + [.int64],
        bad: { m in
          [(arguments: [.tensor(try m.tensor(bad.0)), .tensor(try m.tensor(bad.1))], message: message)]
        }
      ) { m in
        var calls: [[Value]] = []
        for (a, b) in shapes { calls.append([.tensor(try m.tensor(a)), .tensor(try m.tensor(b))]) }
        return calls
      }
    }
    let cannot = "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"
    r.add(
      "matmul(input, other)", matmul, "Matrix product with broadcasting over leading dimensions; vectors are rows or columns.",
      samples: pairs(
        [
          ([2, 3], [3, 4]), ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([2, 2, 3], [3, 4]), ([2, 3], [2, 3, 2]),
          ([2, 1, 2, 3], [3, 3, 2]), ([3], [2, 3, 2]), ([2, 2, 3], [3]), ([2, 0], [0, 3]),
        ], bad: ([2, 3], [4, 5]), cannot))
    r.add(
      "mm(input, mat2)", mm, "Product of the matrices [n, k] and [k, m].",
      samples: pairs([([2, 3], [3, 4]), ([1, 1], [1, 1]), ([0, 3], [3, 2])], bad: ([2, 3], [4, 5]), cannot))
    r.add(
      "bmm(input, mat2)", bmm, "Products of two batches of matrices, [b, n, k] and [b, k, m].",
      samples: pairs([([2, 2, 3], [2, 3, 4]), ([0, 2, 3], [0, 3, 1])], bad: ([2, 3], [3, 4]), "must be a 3D tensor"))
    r.add(
      "mv(input, vec)", mv, "Product of a matrix [n, k] and a vector [k].",
      samples: pairs([([2, 3], [3]), ([2, 0], [0])], bad: ([2, 3], [4]), "size mismatch"))
    r.add(
      "dot(input, tensor)", dot, "Inner product of two vectors of equal length.",
      samples: pairs([([3], [3]), ([0], [0])], bad: ([3], [4]), "inconsistent tensor size"))
    r.add(
      "outer(input, vec2)", outer, "Matrix of the products of all pairs of elements of two vectors.",
      samples: pairs([([3], [2]), ([0], [2])], bad: ([2, 3], [4]), "Expected 1-D argument"))
    func added(_ shapes: [(Shape, Shape, Shape)], bad: (Shape, Shape, Shape), _ message: String) -> Samples {
      func call(_ m: inout SampleMaker, _ s: (Shape, Shape, Shape)) throws -> [Value] {
        let scale: Value = m.dtype.isIntegral ? .int(2) : .float(0.5)
        return [
          .tensor(try m.tensor(s.0)), .tensor(try m.tensor(s.1)), .tensor(try m.tensor(s.2)), scale, .int(3),
        ]
      }
      return Samples(
        dtypes: Samples.floats + [.int64], bad: { m in [(arguments: try call(&m, bad), message: message)] }
      ) { m in
        var calls: [[Value]] = []
        for s in shapes { calls.append(try call(&m, s)) }
        return calls
      }
    }
    r.add(
      "addmm(input, mat1, mat2, *, beta=1, alpha=1)", addmm, "`beta * input + alpha * mat1 @ mat2`.", inplace: .copied,
      samples: added(
        [([2, 2], [2, 3], [3, 2]), ([2], [2, 3], [3, 2]), ([2, 1], [2, 0], [0, 2])],
        bad: ([2, 2], [2, 3], [4, 5]), cannot))
    r.add(
      "baddbmm(input, batch1, batch2, *, beta=1, alpha=1)", baddbmm, "`beta * input + alpha * batch1 @ batch2`, a batch of matrices.",
      inplace: .copied,
      samples: added(
        [([2, 2, 2], [2, 2, 3], [2, 3, 2]), ([2], [2, 2, 3], [2, 3, 2])], bad: ([2], [2, 3], [3, 2]),
        "must be a 3D tensor"))
    r.add(
      "linear(input, weight, bias=None)", linear,
      "`input @ weight.T + bias` for input [*, in], weight [out, in] and bias [out].", on: .nn,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          [(arguments: [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([5, 4])), .none], message: "cannot be multiplied (2x3 and 4x5)")]
        }
      ) { m in
        [
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([4, 3])), .tensor(try m.tensor([4]))],
          [.tensor(try m.tensor([2, 2, 3])), .tensor(try m.tensor([4, 3])), .tensor(try m.tensor([4]))],
          [.tensor(try m.tensor([3])), .tensor(try m.tensor([4, 3])), .none],
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3])), .none],
          [.tensor(try m.tensor([0, 3])), .tensor(try m.tensor([4, 3])), .tensor(try m.tensor([4]))],
        ]
      })
  }
}

extension Tensor {
  /// A matrix, or its transpose, outside the graph.
  func view2(transposed: Bool) -> Tensor {
    if !transposed { return self }
    let a = alias()
    a.impl.shape = [shape[1], shape[0]]
    a.impl.strides = [strides[1], strides[0]]
    if !Tensor.isContiguous(a.shape, a.strides) { a.impl.flags.remove(.contiguous) }
    return a
  }
}
