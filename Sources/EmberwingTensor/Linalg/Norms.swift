// Norms of matrices, condition numbers.
extension Ops {
  private static func spaced(_ s: Shape) -> String { s.map(String.init).joined(separator: " ") }

  /// The two dimensions of a matrix norm, checked.
  private static func matrixDims(_ A: Tensor, _ dim: Shape) throws -> (Int, Int) {
    if dim.count != 2 { throw EmberwingError.runtime("linalg.matrix_norm: dim must be a 2-tuple. Got \(spaced(dim))") }
    let (a, b) = (try wrapDim(dim[0], A.dim), try wrapDim(dim[1], A.dim))
    if a == b { throw EmberwingError.runtime("linalg.matrix_norm: dims must be different. Got (\(dim[0]), \(dim[1]))") }
    return (a, b)
  }

  private static func checkNorm(_ A: Tensor, _ dtype: DType?) throws -> Tensor {
    let name = "linalg.matrix_norm"
    try Linalg.check2D(name, A)
    try Linalg.checkFloat(name, A, lowPrecision: true)
    guard let dtype else { return A }
    if !dtype.isDifferentiable || dtype.isComplex != A.dtype.isComplex {
      throw EmberwingError.runtime(
        "\(name): dtype should be \(A.dtype.isComplex ? "complex" : "floating point") for \(A.dtype.isComplex ? "complex" : "real") inputs, but got \(dtype.scalarTypeName)")
    }
    return try to(A, dtype)
  }

  /// Singular values over the dimensions (a, b), as the last dimension.
  private static func singularValues(_ A: Tensor, _ a: Int, _ b: Int) throws -> Tensor {
    var order = Shape()
    for i in 0..<A.dim where i != a && i != b { order.append(i) }
    return try linalgSvdvals(permute(A, order + [a, b]), nil)
  }

  /// Puts reduced dimensions back as 1.
  private static func keep(_ x: Tensor, _ a: Int, _ b: Int, _ keepdim: Bool) throws -> Tensor {
    if !keepdim { return x }
    return try unsqueeze(unsqueeze(x, Swift.min(a, b)), Swift.max(a, b))
  }

  public static func linalgMatrixNorm(_ A: Tensor, _ ord: Scalar, _ dim: Shape, _ keepdim: Bool, _ dtype: DType?) throws
    -> Tensor
  {
    let x = try checkNorm(A, dtype)
    let p = ord.double
    let size = Swift.abs(p)
    if size != 2 && size != 1 && size != .infinity {
      let text = p == p.rounded() && size < 1e15 ? String(Int64(p)) : "\(p)"
      throw EmberwingError.runtime("linalg.matrix_norm: Order \(text) not supported.")
    }
    let (a, b) = try matrixDims(x, dim)
    if size == 2 {
      let S = try singularValues(x, a, b)
      if S.shape.last == 0 {
        if p < 0 { throw emptyNorm(-1) }
        return try withGradMode(false) { try keep(sum(S, [-1], false, nil), a, b, keepdim) }
      }
      return try keep(p > 0 ? amax(S, [-1], false) : amin(S, [-1], false), a, b, keepdim)
    }
    let (summed, other) = size == 1 ? (a, b) : (b, a)
    let sums = try linalgVectorNorm(x, 1, [summed], true, nil)
    if x.shape[other] == 0 {
      if p < 0 { throw emptyNorm(other > summed && !keepdim ? other - 1 : other) }
      return try withGradMode(false) { try sum(sums, [a, b], keepdim, nil) }
    }
    let best = try p > 0 ? amax(sums, [other], true) : amin(sums, [other], true)
    return keepdim ? best : try squeeze(best, [a, b])
  }

  private static func emptyNorm(_ dim: Int) -> EmberwingError {
    .index("amin(): Expected reduction dim \(dim) to have non-zero size.")
  }

  public static func linalgMatrixNormStrOrd(
    _ A: Tensor, _ ord: String, _ dim: Shape, _ keepdim: Bool, _ dtype: DType?
  ) throws -> Tensor {
    let x = try checkNorm(A, dtype)
    if ord != "fro" && ord != "nuc" { throw EmberwingError.runtime("linalg.matrix_norm: Order \(ord) not supported.") }
    let (a, b) = try matrixDims(x, dim)
    if ord == "fro" { return try linalgVectorNorm(x, 2, [a, b], keepdim, nil) }
    return try keep(sum(singularValues(x, a, b), [-1], false, nil), a, b, keepdim)
  }

  private static func checkNormDims(_ input: Tensor, _ dim: Shape?, ord: Bool) throws {
    if let dim {
      if dim.count != 1 && dim.count != 2 {
        throw EmberwingError.runtime("linalg.norm: If dim is specified, it must be of length 1 or 2. Got \(dim)")
      }
    } else if ord && input.dim != 1 && input.dim != 2 {
      throw EmberwingError.runtime(
        "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got \(input.dim)D.")
    }
  }

  public static func linalgNorm(_ input: Tensor, _ ord: Scalar?, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?) throws
    -> Tensor
  {
    try checkNormDims(input, dim, ord: ord != nil)
    if let ord, dim?.count ?? input.dim == 2 {
      return try linalgMatrixNorm(input, ord, dim ?? [0, 1], keepdim, dtype)
    }
    return try linalgVectorNorm(input, ord ?? 2, dim, keepdim, dtype)
  }

  public static func linalgNormOrdStr(_ input: Tensor, _ ord: String, _ dim: Shape?, _ keepdim: Bool, _ dtype: DType?)
    throws -> Tensor
  {
    try checkNormDims(input, dim, ord: true)
    return try linalgMatrixNormStrOrd(input, ord, dim ?? [0, 1], keepdim, dtype)
  }

  // MARK: condition numbers

  public static func linalgCond(_ A: Tensor, _ p: Scalar?) throws -> Tensor {
    if A.dim < 2 { throw EmberwingError.runtime("linalg.cond: The input tensor must have at least 2 dimensions.") }
    let order = p?.double ?? 2
    let size = Swift.abs(order)
    if size != 2 && size != 1 && size != .infinity {
      throw EmberwingError.value("linalg.cond got an invalid norm type: \(order == order.rounded() && size < 1e15 ? String(Int64(order)) : "\(order)")")
    }
    if A.count == 0 && (size == 2 || Linalg.rows(A) == Linalg.columns(A)) {
      return try Tensor.zeros(Linalg.batch(A), A.dtype.realType)
    }
    if size == 2 {
      let S = try linalgSvdvals(A, nil)
      let k = S.shape.last ?? 1
      let (first, last) = (try select(S, -1, 0), try select(S, -1, k - 1))
      return try order > 0 ? Calc.div(first, last) : Calc.div(last, first)
    }
    let inverse = try invertible(A, order.isInfinite ? (order > 0 ? "inf" : "-inf") : String(Int64(order)))
    return try Calc.mul(
      linalgMatrixNorm(A, .float(order), [-2, -1], false, nil),
      linalgMatrixNorm(inverse, .float(order), [-2, -1], false, nil))
  }

  public static func linalgCondPStr(_ A: Tensor, _ p: String) throws -> Tensor {
    if A.dim < 2 { throw EmberwingError.runtime("linalg.cond: The input tensor must have at least 2 dimensions.") }
    if p != "fro" && p != "nuc" { throw EmberwingError.value("linalg.cond got an invalid norm type: \(p)") }
    if Linalg.rows(A) == Linalg.columns(A) && A.count == 0 { return try Tensor.zeros(Linalg.batch(A), A.dtype.realType) }
    let inverse = try invertible(A, p)
    return try Calc.mul(
      linalgMatrixNormStrOrd(A, p, [-2, -1], false, nil), linalgMatrixNormStrOrd(inverse, p, [-2, -1], false, nil))
  }

  /// The inverse, infinite where a matrix is singular.
  private static func invertible(_ A: Tensor, _ p: String) throws -> Tensor {
    try Linalg.checkSquare("linalg.cond(ord=\(p))", A)
    let (inverse, info) = try invEx("linalg.inv", A, false)
    let bad = try compare(.gt, "gt", info, .scalar(0))
    return try maskedFill(inverse, unsqueeze(unsqueeze(bad, -1), -1), .scalar(.float(.infinity)))
  }
}
