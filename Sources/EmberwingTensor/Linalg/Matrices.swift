import COpenBLAS

/// A batch of matrices stored column by column, as LAPACK wants them, in a tensor of its own.
struct Matrices {
  /// Contiguous, of shape batch + [columns, rows].
  let tensor: Tensor
  let rows: Int32
  let columns: Int32
  let batch: Int

  private static let quiet: Void = openblas_set_num_threads(1)

  /// Uninitialised matrices.
  init(_ batch: Shape, _ rows: Int, _ columns: Int, _ type: DType) throws {
    _ = Self.quiet
    guard let r = Int32(exactly: rows), let c = Int32(exactly: columns) else {
      throw EmberwingError.runtime("linalg: matrices of \(rows) by \(columns) are too large for LAPACK")
    }
    tensor = try Tensor.empty(batch + [columns, rows], type)
    self.rows = r
    self.columns = c
    self.batch = batch.product
  }

  /// A copy of the matrices in the last two dimensions of `x`.
  init(_ x: Tensor) throws {
    let d = x.dim
    try self.init(x.shape.slice(0..<(d - 2)), x.shape[d - 2], x.shape[d - 1], x.dtype)
    try Ops.copyData(into: tensor, from: Linalg.swapped(x))
  }

  var isEmpty: Bool { batch == 0 || rows == 0 || columns == 0 }
  var type: DType { tensor.dtype }

  /// The i-th matrix.
  func at(_ i: Int) -> UnsafeMutableRawPointer {
    tensor.data + i &* Int(rows) &* Int(columns) &* tensor.dtype.size
  }

  /// The matrices in the usual orientation, on the same memory.
  var matrices: Tensor { Linalg.swapped(tensor) }
}

/// A batch of vectors or numbers beside a batch of matrices.
struct Vectors {
  let tensor: Tensor
  let size: Int

  init(_ batch: Shape, _ size: Int, _ type: DType) throws {
    tensor = try Tensor.empty(batch + [size], type)
    self.size = size
  }

  /// A contiguous copy of the last dimension.
  init(copying x: Tensor, _ type: DType) throws {
    tensor = try Ops.castData(try Ops.cloneContiguousData(x), type)
    size = x.shape.last ?? 1
  }

  func at(_ i: Int) -> UnsafeMutableRawPointer { tensor.data + i &* size &* tensor.dtype.size }
  func ints(_ i: Int) -> LAPACK.Ints { at(i).assumingMemoryBound(to: Int32.self) }
}

/// What the ops of linear algebra share: checks of arguments, orientation, error codes.
enum Linalg {
  /// Another tensor on the same elements with the last two dimensions exchanged, outside the graph.
  static func swapped(_ x: Tensor) -> Tensor {
    let n = x.dim
    var (shape, strides) = (x.shape, x.strides)
    (shape[n - 2], shape[n - 1]) = (shape[n - 1], shape[n - 2])
    (strides[n - 2], strides[n - 1]) = (strides[n - 1], strides[n - 2])
    return Tensor(
      impl: TensorImpl(
        storage: x.storage, shape: shape, strides: strides, offset: x.impl.offset, count: x.count, dtype: x.dtype,
        flags: Tensor.isContiguous(shape, strides) ? .contiguous : []))
  }

  static func mT(_ x: Tensor) throws -> Tensor { try Ops.transpose(x, -2, -1) }
  /// The conjugate transpose.
  static func mH(_ x: Tensor) throws -> Tensor { try Ops.conj(try Ops.transpose(x, -2, -1)) }
  static func mm(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Ops.matmul(a, b) }
  static func mm(_ a: Tensor, _ b: Tensor, _ c: Tensor) throws -> Tensor { try Ops.matmul(try Ops.matmul(a, b), c) }
  static func diagonal(_ x: Tensor) throws -> Tensor { try Ops.diagonal(x, 0, -2, -1) }
  static func embed(_ x: Tensor) throws -> Tensor { try Ops.diagEmbed(x, 0, -2, -1) }
  static func rows(_ x: Tensor) -> Int { x.shape[x.dim - 2] }
  static func columns(_ x: Tensor) -> Int { x.shape[x.dim - 1] }
  static func batch(_ x: Tensor) -> Shape { x.shape.slice(0..<(x.dim - 2)) }

  /// Runs `body` for every matrix; large batches are spread over the threads.
  static func forEach(_ m: Matrices, _ body: (Int) -> Void) {
    forEach(m.batch, work: Int(m.rows) &* Int(m.columns) &* Int(Swift.min(m.rows, m.columns)), body)
  }

  static func forEach(_ batch: Int, work: Int, _ body: (Int) -> Void) {
    parallelFor(batch, grain: Swift.max(1, 20_000 / Swift.max(work, 1))) { lo, hi in for i in lo..<hi { body(i) } }
  }

  // MARK: arguments

  static func check2D(_ name: String, _ x: Tensor, _ argument: String = "A") throws {
    if x.dim < 2 {
      throw EmberwingError.runtime("\(name): The input tensor \(argument) must have at least 2 dimensions.")
    }
  }

  static func checkSquare(_ name: String, _ x: Tensor, _ argument: String = "A") throws {
    try check2D(name, x, argument)
    if rows(x) != columns(x) {
      throw EmberwingError.runtime(
        "\(name): \(argument) must be batches of square matrices, but they are \(rows(x)) by \(columns(x)) matrices")
    }
  }

  /// Float or complex elements. `kernel` names PyTorch's routine that alone refuses 16-bit numbers.
  static func checkFloat(_ name: String, _ x: Tensor, lowPrecision: Bool = false, kernel: StaticString? = nil) throws {
    if !x.dtype.isDifferentiable {
      throw EmberwingError.notImplemented(
        "\(name): Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
    }
    if let kernel, x.dtype == .float16 || x.dtype == .bfloat16 { throw Ops.unsupported("\(kernel)", x.dtype) }
    if !lowPrecision && (x.dtype == .float16 || x.dtype == .bfloat16) {
      throw EmberwingError.notImplemented("\(name): Low precision dtypes not supported. Got \(x.dtype.scalarTypeName)")
    }
  }

  static func checkSame(_ name: String, _ a: Tensor, _ b: Tensor) throws {
    if a.dtype != b.dtype {
      throw EmberwingError.runtime(
        "\(name): Expected A and B to have the same dtype, but found A of type \(a.dtype.scalarTypeName) and B of type \(b.dtype.scalarTypeName) instead")
    }
  }

  // MARK: error codes

  enum Failure {
    case cholesky, inverse, solve, svd, nonFinite, eigenvalues, leastSquares, lu, ldl

    func message(_ info: Int32) -> String {
      switch self {
      case .cholesky:
        "The factorization could not be completed because the input is not positive-definite (the leading minor of order \(info) is not positive-definite)."
      case .inverse:
        "The diagonal element \(info) is zero, the inversion could not be completed because the input matrix is singular."
      case .solve: "The solver failed because the input matrix is singular."
      case .nonFinite:
        "The algorithm failed to converge because the input matrix contained non-finite values."
      case .ldl: "The factorization met a pivot block \(info) that is exactly zero."
      case .svd:
        "The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated singular values (error code: \(info))."
      case .eigenvalues:
        "The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated eigenvalues (error code: \(info))."
      case .leastSquares:
        "The least squares solution could not be computed because the input matrix does not have full rank (error code: \(info))."
      case .lu:
        "U[\(info),\(info)] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)"
      }
    }
  }

  /// An error for the first matrix whose routine failed. `info` is an int32 tensor of the batch's shape.
  static func check(_ name: String, _ info: Tensor, _ failure: Failure) throws {
    let codes: [Int32] = withExtendedLifetime(info) {
      let p = info.data.assumingMemoryBound(to: Int32.self)
      return (0..<info.count).map { p[$0] }
    }
    guard let i = codes.firstIndex(where: { $0 != 0 }) else { return }
    let place = info.dim == 0 ? "" : "(Batch element \(i)): "
    if case .svd = failure, codes[i] == -4 {
      throw EmberwingError(.linalg, "\(name): \(place)\(Failure.nonFinite.message(-4))")
    }
    if codes[i] < 0 {
      throw EmberwingError(
        .linalg,
        "\(name): \(place)Argument \(-codes[i]) has illegal value. Most certainly there is a bug in the implementation calling the backend library."
      )
    }
    let isLU = if case .lu = failure { true } else { false }
    throw EmberwingError(isLU ? .runtime : .linalg, "\(name): \(place)\(failure.message(codes[i]))")
  }

  /// A zeroed int32 tensor for the codes of a batch.
  static func codes(_ batch: Shape) throws -> Tensor { try Tensor.zeros(batch, .int32) }

  static func set(_ codes: Tensor, _ i: Int, _ value: Int32) {
    (codes.data + 4 &* i).storeBytes(of: value, as: Int32.self)
  }
}
