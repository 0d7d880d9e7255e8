// Products of matrices, vectors and batches of matrices.

/// A matrix as the product kernels read it: row-major, or the transpose of a row-major one, with any row length.
struct MatrixLayout {
  let ld: Int
  let transposed: Bool

  /// nil where neither reading fits and a copy is needed.
  init?(rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
    if (columns <= 1 || columnStride == 1) && (rows <= 1 || rowStride >= Swift.max(columns, 1)) {
      ld = rows <= 1 ? Swift.max(columns, 1) : rowStride
      transposed = false
    } else if (rows <= 1 || rowStride == 1) && (columns <= 1 || columnStride >= Swift.max(rows, 1)) {
      ld = columns <= 1 ? Swift.max(rows, 1) : columnStride
      transposed = true
    } else {
      return nil
    }
  }
}

extension Ops {
  /// The name that PyTorch's messages give a dtype in matrix products.
  static func cppName(_ d: DType) -> String {
    switch d {
    case .float32: "float"
    case .float64: "double"
    case .int64: "long"
    case .int32: "int"
    case .int16: "short"
    case .int8: "signed char"
    case .uint8: "unsigned char"
    case .float16: "c10::Half"
    case .bfloat16: "c10::BFloat16"
    case .complex64: "c10::complex<float>"
    case .complex128: "c10::complex<double>"
    default: d.name
    }
  }

  private static func checkTypes(_ a: Tensor, _ b: Tensor) throws {
    if a.dtype != b.dtype {
      throw EmberwingError.runtime(
        "expected m1 and m2 to have the same dtype, but got: \(cppName(a.dtype)) != \(cppName(b.dtype))")
    }
    if a.dtype == .bool { throw unsupported("addmm_impl_cpu_", .bool) }
  }

  private static func checkShapes(_ name: String, _ a: Tensor, _ b: Tensor) throws {
    if a.dim != 2 { throw EmberwingError.runtime("\(name): self must be a matrix, got \(a.dim)-D tensor") }
    if b.dim != 2 { throw EmberwingError.runtime("\(name): mat2 must be a matrix, got \(b.dim)-D tensor") }
    if a.shape[1] != b.shape[0] {
      throw EmberwingError.runtime(
        "\(name): mat1 and mat2 shapes cannot be multiplied (\(a.shape[0])x\(a.shape[1]) and \(b.shape[0])x\(b.shape[1]))")
    }
  }

  /// The tensor in the kernels' dtype and a layout that they read.
  private static func readable(_ t: Tensor, rows: Int, columns: Int, _ rowStride: Int, _ columnStride: Int, _ type: DType)
    throws -> (Tensor, MatrixLayout?)
  {
    if t.dtype == type,
      let layout = MatrixLayout(rows: rows, columns: columns, rowStride: rowStride, columnStride: columnStride)
    {
      return (t, layout)
    }
    let copy = try castData(try cloneContiguousData(t), type)
    return (copy, MatrixLayout(rows: rows, columns: columns, rowStride: columns, columnStride: 1))
  }

  /// c = alpha · a · b + beta · c on contiguous `c` of the kernels' dtype; `a` is m × k and `b` k × n (a vector counts as
  /// one column).
  static func multiply(_ a: Tensor, _ b: Tensor, into c: Tensor, alpha: Double = 1, beta: Double = 0) throws {
    let (m, k) = (a.shape[0], a.shape[1])
    let n = b.dim == 1 ? 1 : b.shape[1]
    if m == 0 || n == 0 { return }
    if k == 0 { return try scale(c, by: beta) }
    let (ta, la) = try readable(a, rows: m, columns: k, a.strides[0], a.strides[1], c.dtype)
    let (tb, lb) = try readable(b, rows: k, columns: n, b.strides[0], b.dim == 1 ? 1 : b.strides[1], c.dtype)
    guard let la, let lb else { return }
    kernels.gemm(
      c.dtype, transposeA: la.transposed, transposeB: lb.transposed, m: m, n: n, k: k, alpha: alpha,
      UnsafeRawPointer(ta.data), lda: la.ld, UnsafeRawPointer(tb.data), ldb: lb.ld, beta: beta, c.data, ldc: n)
  }

  /// c = beta · c: what a product over no terms leaves.
  private static func scale(_ c: Tensor, by beta: Double) throws {
    if beta == 0 { return try fillData(c, 0) }
    if beta == 1 { return }
    let factor: Scalar = c.dtype.isIntegral ? .int(Int64(exactly: beta.rounded()) ?? 0) : .float(beta)
    try withGradMode(false) { try copyData(into: c, from: mul(c, .scalar(factor))) }
  }

  private static func mmData(_ a: Tensor, _ b: Tensor, _ shape: Shape) throws -> Tensor {
    let compute = a.dtype.computeType
    let out = try Tensor.empty(shape, compute)
    try multiply(a, b, into: out)
    return try castData(out, a.dtype)
  }

  public static func mm(_ input: Tensor, _ mat2: Tensor) throws -> Tensor {
    try checkShapes("mm", input, mat2)
    try checkTypes(input, mat2)
    return try mmData(input, mat2, [input.shape[0], mat2.shape[1]])
      .recorded("MmBackward0", input, mat2, saveA: mat2.requiresGrad ? input : nil, saveB: input.requiresGrad ? mat2 : nil,
        holomorphic: true)
    { g, s in
      Grads(s.needs(0) ? try mm(g, try t(try s[1])) : nil, s.needs(1) ? try mm(try t(try s[0]), g) : nil)
    }
  }

  public static func mv(_ input: Tensor, _ vec: Tensor) throws -> Tensor {
    if input.dim != 2 || vec.dim != 1 {
      throw EmberwingError.runtime("vector + matrix @ vector expected, got 1, \(input.dim), \(vec.dim)")
    }
    if input.shape[1] != vec.shape[0] {
      throw EmberwingError.runtime(
        "size mismatch, got input (\(input.shape[0])), mat (\(input.shape[0])x\(input.shape[1])), vec (\(vec.shape[0]))")
    }
    try checkTypes(input, vec)
    return try mmData(input, vec, [input.shape[0]])
      .recorded("MvBackward0", input, vec, saveA: vec.requiresGrad ? input : nil, saveB: input.requiresGrad ? vec : nil,
        holomorphic: true)
    { g, s in
      Grads(s.needs(0) ? try outer(g, try s[1]) : nil, s.needs(1) ? try mv(try t(try s[0]), g) : nil)
    }
  }

  public static func dot(_ input: Tensor, _ tensor: Tensor) throws -> Tensor {
    if input.dim != 1 || tensor.dim != 1 {
      throw EmberwingError.runtime("1D tensors expected, but got \(input.dim)D and \(tensor.dim)D tensors")
    }
    if input.dtype != tensor.dtype {
      throw EmberwingError.runtime(
        "dot : expected both vectors to have same dtype, but found \(input.dtype.scalarTypeName) and \(tensor.dtype.scalarTypeName)")
    }
    if input.count != tensor.count {
      throw EmberwingError.runtime(
        "inconsistent tensor size, expected tensor [\(input.count)] and src [\(tensor.count)] to have the same number of elements, but got \(input.count) and \(tensor.count) elements respectively")
    }
    if input.dtype == .bool { throw unsupported("dot", .bool) }
    let row = try withGradMode(false) { try unsqueeze(input, 0) }
    return try mmData(row, tensor, [])
      .recorded(
        "DotBackward0", input, tensor, saveA: tensor.requiresGrad ? input : nil, saveB: input.requiresGrad ? tensor : nil,
        holomorphic: true
      ) { g, s in
        Grads(
          s.needs(0) ? try mul(try s[1], .tensor(g)) : nil, s.needs(1) ? try mul(try s[0], .tensor(g)) : nil)
      }
  }

  public static func outer(_ input: Tensor, _ vec2: Tensor) throws -> Tensor {
    if input.dim != 1 { throw EmberwingError.runtime("outer: Expected 1-D argument self, but got \(input.dim)-D") }
    if vec2.dim != 1 { throw EmberwingError.runtime("outer: Expected 1-D argument vec2, but got \(vec2.dim)-D") }
    return try mul(try reshape(input, [input.count, 1]), .tensor(vec2))
  }

  // MARK: batches

  /// c = alpha · a · b + beta · c for [batch, m, k] · [batch, k, n].
  private static func multiplyBatches(_ a: Tensor, _ b: Tensor, into c: Tensor, alpha: Double = 1, beta: Double = 0) throws
  {
    let (batch, m, k, n) = (a.shape[0], a.shape[1], a.shape[2], b.shape[2])
    if batch == 0 || m == 0 || n == 0 { return }
    if k == 0 { return try scale(c, by: beta) }
    let (ta, la) = try readable(a, rows: m, columns: k, a.strides[1], a.strides[2], c.dtype)
    let (tb, lb) = try readable(b, rows: k, columns: n, b.strides[1], b.strides[2], c.dtype)
    guard let la, let lb else { return }
    kernels.gemmBatched(
      c.dtype, transposeA: la.transposed, transposeB: lb.transposed, batch: batch, m: m, n: n, k: k, alpha: alpha,
      UnsafeRawPointer(ta.data), lda: la.ld, strideA: batch == 1 ? 0 : ta.strides[0], UnsafeRawPointer(tb.data),
      ldb: lb.ld, strideB: batch == 1 ? 0 : tb.strides[0], beta: beta, c.data, ldc: n, strideC: m &* n)
  }

  private static func checkBatches(_ name: StaticString, _ a: Tensor, _ b: Tensor) throws {
    if a.dim != 3 { throw EmberwingError.runtime("batch1 must be a 3D tensor") }
    if b.dim != 3 { throw EmberwingError.runtime("batch2 must be a 3D tensor") }
    if a.shape[0] != b.shape[0] || a.shape[2] != b.shape[1] {
      throw EmberwingError.runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(a.shape[0]), \(a.shape[2])] but got: [\(b.shape[0]), \(b.shape[1])].")
    }
    if a.dtype != b.dtype {
      throw EmberwingError.runtime(
        "expected scalar type \(a.dtype.scalarTypeName) but found \(b.dtype.scalarTypeName)")
    }
    if a.dtype == .bool { throw unsupported("\(name)", .bool) }
  }

  public static func bmm(_ input: Tensor, _ mat2: Tensor) throws -> Tensor {
    try checkBatches("bmm", input, mat2)
    let out = try Tensor.empty([input.shape[0], input.shape[1], mat2.shape[2]], input.dtype.computeType)
    try multiplyBatches(input, mat2, into: out)
    return try castData(out, input.dtype)
      .recorded("BmmBackward0", input, mat2, saveA: mat2.requiresGrad ? input : nil, saveB: input.requiresGrad ? mat2 : nil,
        holomorphic: true)
    { g, s in
      Grads(
        s.needs(0) ? try bmm(g, try transpose(try s[1], 1, 2)) : nil,
        s.needs(1) ? try bmm(try transpose(try s[0], 1, 2), g) : nil)
    }
  }

  public static func matmul(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let (a, b) = (input.dim, other.dim)
    if a == 0 || b == 0 {
      throw EmberwingError.runtime("both arguments to matmul need to be at least 1D, but they are \(a)D and \(b)D")
    }
    if a == 2 && b == 2 { return try mm(input, other) }
    if a == 1 && b == 1 { return try dot(input, other) }
    if a == 2 && b == 1 { return try mv(input, other) }
    if a == 1 && b == 2 { return try squeeze(try mm(try unsqueeze(input, 0), other), [0]) }
    if b <= 2 {
      // One product for all the rows of the batch.
      let rows = input.shape.slice(0..<(a - 1))
      let folded = try reshape(input, [rows.product, input.shape[a - 1]])
      if b == 1 { return try reshape(try mv(folded, other), rows) }
      return try reshape(try mm(folded, other), rows + [other.shape[1]])
    }
    let left = a == 1 ? try unsqueeze(input, 0) : input
    let batchA = left.shape.slice(0..<(left.dim - 2))
    let batchB = other.shape.slice(0..<(b - 2))
    let (m, k, n) = (left.shape[left.dim - 2], left.shape[left.dim - 1], other.shape[b - 1])
    let batch = try Broadcast.shape(batchA, batchB)
    let count = batch.product
    let x = try reshape(batchA == batch ? left : try expand(left, batch + [m, k]), [count, m, k])
    let y = try reshape(
      batchB == batch ? other : try expand(other, batch + [other.shape[b - 2], n]), [count, other.shape[b - 2], n])
    return try reshape(try bmm(x, y), a == 1 ? batch + [n] : batch + [m, n])
  }

  // MARK: products added to a tensor

  private static func prefilled(_ input: Tensor, _ shape: Shape, _ beta: Scalar, _ type: DType) throws -> Tensor {
    guard Broadcast.isExpandable(input.shape, to: shape) else {
      _ = try expand(input, shape)
      throw EmberwingError.runtime("the input of shape \(input.shape) does not expand to \(shape)")
    }
    let out = try Tensor.empty(shape, type.computeType)
    if !beta.isZero { try copyData(into: out, from: input) }
    return out
  }

  private static func factor(_ s: Scalar, _ type: DType) -> Double { type.isIntegral ? Double(s.int64) : s.double }

  private static func scaled(_ g: Tensor, _ s: Scalar) throws -> Tensor { s.isOne ? g : try mul(g, .scalar(s)) }

  /// `beta * input + alpha * product`, for the factors that the product kernels do not take.
  private static func combined(_ input: Tensor, _ shape: Shape, _ product: Tensor, _ beta: Scalar, _ alpha: Scalar) throws
    -> Tensor
  {
    let base = try expand(input, shape)
    let right = try scaled(product, alpha)
    return beta.isZero ? right : try add(scaled(base, beta), .tensor(right), 1)
  }

  public static func addmm(_ input: Tensor, _ mat1: Tensor, _ mat2: Tensor, _ beta: Scalar, _ alpha: Scalar) throws
    -> Tensor
  {
    try checkShapes("addmm", mat1, mat2)
    if mat1.dtype != mat2.dtype {
      throw EmberwingError.runtime(
        "mat1 and mat2 must have the same dtype, but got \(mat1.dtype.scalarTypeName) and \(mat2.dtype.scalarTypeName)")
    }
    if input.dtype != mat2.dtype {
      throw EmberwingError.runtime(
        "self and mat2 must have the same dtype, but got \(input.dtype.scalarTypeName) and \(mat2.dtype.scalarTypeName)")
    }
    try checkTypes(mat1, mat2)
    let type = input.dtype
    if type.isComplex, alpha.imaginary != 0 || beta.imaginary != 0 {
      return try combined(input, [mat1.shape[0], mat2.shape[1]], mm(mat1, mat2), beta, alpha)
    }
    let out = try prefilled(input, [mat1.shape[0], mat2.shape[1]], beta, type)
    try multiply(mat1, mat2, into: out, alpha: factor(alpha, type), beta: factor(beta, type))
    return try castData(out, type)
      .recorded(
        "AddmmBackward0", inputs: [input, mat1, mat2],
        save: [mat2.requiresGrad ? mat1 : nil, mat1.requiresGrad ? mat2 : nil], holomorphic: true
      ) { g, s in
        Grads(
          s.needs(0) ? try scaled(g, beta) : nil,
          s.needs(1) ? try scaled(try mm(g, try t(try s[1])), alpha) : nil,
          s.needs(2) ? try scaled(try mm(try t(try s[0]), g), alpha) : nil)
      }
  }

  public static func baddbmm(_ input: Tensor, _ batch1: Tensor, _ batch2: Tensor, _ beta: Scalar, _ alpha: Scalar) throws
    -> Tensor
  {
    try checkBatches("baddbmm", batch1, batch2)
    if input.dtype != batch1.dtype {
      throw EmberwingError.runtime(
        "Input dtypes must be the same, got: input \(cppName(input.dtype)), batch1: \(cppName(batch1.dtype)), batch2: \(cppName(batch2.dtype))")
    }
    let type = input.dtype
    if type.isComplex, alpha.imaginary != 0 || beta.imaginary != 0 {
      return try combined(input, [batch1.shape[0], batch1.shape[1], batch2.shape[2]], bmm(batch1, batch2), beta, alpha)
    }
    let out = try prefilled(input, [batch1.shape[0], batch1.shape[1], batch2.shape[2]], beta, type)
    try multiplyBatches(batch1, batch2, into: out, alpha: factor(alpha, type), beta: factor(beta, type))
    return try castData(out, type)
      .recorded(
        "BaddbmmBackward0", inputs: [input, batch1, batch2],
        save: [batch2.requiresGrad ? batch1 : nil, batch1.requiresGrad ? batch2 : nil], holomorphic: true
      ) { g, s in
        Grads(
          s.needs(0) ? try scaled(g, beta) : nil,
          s.needs(1) ? try scaled(try bmm(g, try transpose(try s[1], 1, 2)), alpha) : nil,
          s.needs(2) ? try scaled(try bmm(try transpose(try s[0], 1, 2), g), alpha) : nil)
      }
  }
}
