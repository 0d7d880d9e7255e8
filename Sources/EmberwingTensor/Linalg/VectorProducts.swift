// Products of vectors and chains of matrices.
extension Ops {
  public static func linalgMatmul(_ input: Tensor, _ other: Tensor) throws -> Tensor { try matmul(input, other) }

  public static func linalgMultiDot(_ tensors: [Tensor]) throws -> Tensor {
    let n = tensors.count
    if n < 2 { throw EmberwingError.runtime("multi_dot(): expected at least 2 tensors but got \(n)") }
    var chain = tensors
    if chain[0].dim != 1 && chain[0].dim != 2 {
      throw EmberwingError.runtime("multi_dot(): the first tensor must be 1D or 2D but got \(chain[0].dim)D")
    }
    if chain[n - 1].dim != 1 && chain[n - 1].dim != 2 {
      throw EmberwingError.runtime("multi_dot(): the last tensor must be 1D or 2D but got \(chain[n - 1].dim)D")
    }
    let (row, column) = (chain[0].dim == 1, chain[n - 1].dim == 1)
    for i in 1..<n where i < n - 1 && chain[i].dim != 2 {
      throw EmberwingError.runtime("multi_dot(): tensor \(i) must be 2D but got \(chain[i].dim)D")
    }
    for i in 1..<n where chain[i].dtype != chain[0].dtype {
      throw EmberwingError.runtime(
        "multi_dot(): all tensors must have be the same dtype but tensor 0 is \(chain[0].dtype.scalarTypeName) and tensor \(i) \(chain[i].dtype.scalarTypeName)")
    }
    if row { chain[0] = try unsqueeze(chain[0], 0) }
    if column { chain[n - 1] = try unsqueeze(chain[n - 1], 1) }
    for i in 0..<(n - 1) where chain[i].shape[1] != chain[i + 1].shape[0] {
      throw EmberwingError.runtime(
        "multi_dot(): tensors \(i) and \(i + 1) with shapes \(tensors[i].shape) and \(tensors[i + 1].shape) cannot be multiplied")
    }
    let product = try multiply(chain, order(chain), 0, n - 1)
    if row && column { return try reshape(product, []) }
    return row ? try squeeze(product, [0]) : column ? try squeeze(product, [1]) : product
  }

  /// Where to split each sub-chain so that the fewest multiplications are made.
  private static func order(_ chain: [Tensor]) -> [[Int]] {
    let n = chain.count
    let sizes = [Double(chain[0].shape[0])] + chain.map { Double($0.shape[1]) }
    var cost = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    var split = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
    for length in 1..<n {
      for i in 0..<(n - length) {
        let j = i + length
        cost[i][j] = .infinity
        for k in i..<j {
          let c = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
          if c < cost[i][j] {
            cost[i][j] = c
            split[i][j] = k
          }
        }
      }
    }
    return split
  }

  private static func multiply(_ chain: [Tensor], _ split: [[Int]], _ i: Int, _ j: Int) throws -> Tensor {
    if i == j { return chain[i] }
    let k = split[i][j]
    return try mm(multiply(chain, split, i, k), multiply(chain, split, k + 1, j))
  }

  public static func chainMatmul(_ matrices: [Tensor]) throws -> Tensor {
    if matrices.isEmpty { throw EmberwingError.runtime("chain_matmul(): Expected one or more matrices") }
    for (i, t) in matrices.enumerated() where t.dim != 2 {
      throw EmberwingError.runtime("Tensor dimension is \(t.dim), expected 2 instead. (matrix \(i))")
    }
    return matrices.count == 1 ? matrices[0] : try linalgMultiDot(matrices)
  }

  // MARK: cross products

  public static func linalgCross(_ input: Tensor, _ other: Tensor, _ dim: Int) throws -> Tensor {
    if input.dim != other.dim {
      throw EmberwingError.runtime("linalg.cross: inputs must have the same number of dimensions.")
    }
    let d = try wrapDim(dim, input.dim)
    let (a, b) = (input.dim == 0 ? 1 : input.shape[d], other.dim == 0 ? 1 : other.shape[d])
    if a != 3 || b != 3 {
      throw EmberwingError.runtime(
        "linalg.cross: inputs dimension \(dim) must have length 3. Got \(a) and \(b)")
    }
    let shape = try Broadcast.shape(input.shape, other.shape)
    if input.dtype != other.dtype {
      throw EmberwingError.runtime(
        "expected scalar type \(input.dtype.scalarTypeName) but found \(other.dtype.scalarTypeName)")
    }
    if input.dtype == .bool { throw unsupported("cross", .bool) }
    let (x, y) = (try expand(input, shape), try expand(other, shape))
    let left = try Calc.mul(roll(x, [-1], [d]), roll(y, [1], [d]))
    return try Calc.sub(left, Calc.mul(roll(x, [1], [d]), roll(y, [-1], [d])))
  }

  public static func cross(_ input: Tensor, _ other: Tensor, _ dim: Int?) throws -> Tensor {
    if let dim { return try linalgCross(input, other, dim) }
    for i in 0..<input.dim where input.shape[i] == 3 { return try linalgCross(input, other, i) }
    throw EmberwingError.runtime("no dimension of size 3 in input")
  }

  // MARK: inner products

  public static func linalgVecdot(_ x: Tensor, _ y: Tensor, _ dim: Int) throws -> Tensor {
    try Linalg.checkFloat("linalg.vecdot", x, lowPrecision: true)
    if x.dtype != y.dtype {
      throw EmberwingError.runtime(
        "linalg.vecdot: Expected x and y to have the same dtype, but found x of type \(x.dtype.scalarTypeName) and y of type \(y.dtype.scalarTypeName) instead")
    }
    if x.dim == 1 && y.dim == 1 { return try vdot(x, y) }
    return try sum(Calc.mul(Ops.conj(x), y), [dim], false, nil)
  }

  public static func vdot(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    if !input.dtype.isComplex { return try dot(input, other) }
    return try dot(Ops.conj(input), other)
  }

  // MARK: products added to a tensor

  public static func addr(_ input: Tensor, _ vec1: Tensor, _ vec2: Tensor, _ beta: Scalar, _ alpha: Scalar) throws
    -> Tensor
  {
    for (v, which) in [(vec1, "vec1"), (vec2, "vec2")] where v.dim != 1 {
      throw EmberwingError.runtime("addr: Expected 1-D argument \(which), but got \(v.dim)-D")
    }
    let shape: Shape = [vec1.count, vec2.count]
    let base = try expand(input, shape)
    let type = Promotion.of([.tensor(input), .tensor(vec1), .tensor(vec2)])
    for s in [beta, alpha] {
      if type.isIntegral && !s.isIntegral {
        throw EmberwingError.runtime("For integral input tensors, argument beta must not be a floating point number.")
      }
    }
    let product = try outer(vec1, vec2)
    let scaled = alpha.isOne ? product : try mul(product, .scalar(type == .bool ? .bool(!alpha.isZero) : alpha))
    if beta.isZero { return try to(scaled, type) }
    let kept = beta.isOne ? base : try mul(base, .scalar(type == .bool ? .bool(true) : beta))
    return try Calc.add(kept, scaled)
  }

  public static func addmv(_ input: Tensor, _ mat: Tensor, _ vec: Tensor, _ beta: Scalar, _ alpha: Scalar) throws -> Tensor {
    if mat.dim != 2 || vec.dim != 1 || input.dim > 1 {
      throw EmberwingError.runtime(
        "vector + matrix @ vector expected, got \(input.dim), \(mat.dim), \(vec.dim)")
    }
    if mat.shape[1] != vec.shape[0] || (input.count != mat.shape[0] && input.count != 1) {
      throw EmberwingError.runtime(
        "size mismatch, got input (\(input.count)), mat (\(mat.shape[0])x\(mat.shape[1])), vec (\(vec.shape[0]))")
    }
    if mat.dtype != vec.dtype || input.dtype != mat.dtype {
      throw EmberwingError.runtime(
        "addmv input tensors must have the same dtype, but got \(input.dtype.scalarTypeName), \(mat.dtype.scalarTypeName), and \(vec.dtype.scalarTypeName)")
    }
    if mat.dtype == .bool { throw unsupported("addmv_impl_cpu", .bool) }
    let column = try unsqueeze(expand(input, [mat.shape[0]]), -1)
    return try squeeze(addmm(column, mat, unsqueeze(vec, -1), beta, alpha), [-1])
  }

  public static func addbmm(_ input: Tensor, _ batch1: Tensor, _ batch2: Tensor, _ beta: Scalar, _ alpha: Scalar) throws
    -> Tensor
  {
    if batch1.dim != 3 { throw EmberwingError.runtime("batch1 must be a 3D tensor") }
    if batch2.dim != 3 { throw EmberwingError.runtime("batch2 must be a 3D tensor") }
    if batch1.shape[0] != batch2.shape[0] {
      throw EmberwingError.runtime(
        "batch1 and batch2 must have same number of batches, got \(batch1.shape[0]) and \(batch2.shape[0])")
    }
    if batch1.shape[2] != batch2.shape[1] {
      throw EmberwingError.runtime(
        "Incompatible matrix sizes for bmm (\(batch1.shape[1])x\(batch1.shape[2]) and \(batch2.shape[1])x\(batch2.shape[2]))")
    }
    // Σ_b A_b B_b is one product of the batches laid side by side.
    let (b, m, k, n) = (batch1.shape[0], batch1.shape[1], batch1.shape[2], batch2.shape[2])
    let left = try reshape(transpose(batch1, 0, 1), [m, b * k])
    return try addmm(input, left, reshape(batch2, [b * k, n]), beta, alpha)
  }

  // MARK: the rest

  public static func linalgDiagonal(_ A: Tensor, _ offset: Int, _ dim1: Int, _ dim2: Int) throws -> Tensor {
    try diagonal(A, offset, dim1, dim2)
  }

  public static func linalgVander(_ x: Tensor, _ N: Int?) throws -> Tensor {
    if x.dtype == .bool {
      throw EmberwingError.notImplemented(
        "linalg.vander supports floating point, complex, and integer tensors, but got Bool")
    }
    let x = x.dim == 0 ? try unsqueeze(x, 0) : x
    let n = N ?? x.shape[x.dim - 1]
    if n < 2 { throw EmberwingError.runtime("N must be greater than 1.") }
    let base = x.dtype.isIntegral ? try to(x, .int64) : x
    let one = try full(x.shape, 1, base.dtype)
    var columns = [one, base]
    while columns.count < n { columns.append(try Calc.mul(columns[columns.count - 1], base)) }
    return try stack(columns, -1)
  }
}
