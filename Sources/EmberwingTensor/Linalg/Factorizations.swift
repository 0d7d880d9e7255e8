// Cholesky, LU, QR and LDL factorizations with their rules.
extension Ops {
  // MARK: Cholesky

  public static func linalgCholeskyEx(_ A: Tensor, _ upper: Bool, _ checkErrors: Bool) throws -> (Tensor, Tensor) {
    try choleskyEx("linalg.cholesky_ex", A, upper, checkErrors)
  }

  static func choleskyEx(_ name: String, _ A: Tensor, _ upper: Bool, _ checkErrors: Bool) throws -> (Tensor, Tensor) {
    try Linalg.checkSquare(name, A)
    try Linalg.checkFloat(name, A)
    let info = try Linalg.codes(Linalg.batch(A))
    let f = try Matrices(A)
    if !f.isEmpty {
      Linalg.forEach(f) { i in Linalg.set(info, i, LAPACK.potrf(f.type, upper: upper, f.rows, f.at(i))) }
    }
    if checkErrors { try Linalg.check(name, info, .cholesky) }
    let factor = try withGradMode(false) { try upper ? triu(f.matrices, 0) : tril(f.matrices, 0) }
    Tensor.recordedMany("LinalgCholeskyExBackward0", outputs: [factor, info], inputs: [A], saveOutputs: [0]) { g, s in
      guard let g = g[0] else { return Grads(nil) }
      let L = upper ? try Linalg.mH(s[0]) : try s[0]
      let gL = upper ? try Linalg.mH(g) : g
      // L⁻ᴴ Φ(Lᴴ gL) L⁻¹ with Φ = lower half, made Hermitian.
      let product = try tril(try Linalg.mm(Linalg.mH(L), gL), 0)
      let phi = try Calc.sub(product, try Linalg.embed(Calc.mul(Linalg.diagonal(product), 0.5)))
      let LH = try Linalg.mH(L)
      let left = try linalgSolveTriangular(LH, phi, true, true, false)
      let x = try linalgSolveTriangular(L, left, false, false, false)
      return Grads(try Calc.mul(Calc.add(x, Linalg.mH(x)), 0.5))
    }
    return (factor, info)
  }

  public static func linalgCholesky(_ A: Tensor, _ upper: Bool) throws -> Tensor {
    try choleskyEx("linalg.cholesky", A, upper, true).0
  }

  public static func cholesky(_ input: Tensor, _ upper: Bool) throws -> Tensor {
    if input.dim < 2 {
      throw EmberwingError.runtime(
        "b should have at least 2 dimensions, but has \(input.dim) dimensions instead")
    }
    return try choleskyEx("cholesky", input, upper, true).0
  }

  public static func choleskySolve(_ input: Tensor, _ L: Tensor, _ upper: Bool) throws -> Tensor {
    if input.dim < 2 {
      throw EmberwingError.runtime("b should have at least 2 dimensions, but has \(input.dim) dimensions instead")
    }
    if L.dim < 2 {
      throw EmberwingError.runtime("u should have at least 2 dimensions, but has \(L.dim) dimensions instead")
    }
    try checkSystem("cholesky_solve", input, L)
    let LH = try Linalg.mH(L)
    if upper {
      let y = try linalgSolveTriangular(LH, input, false, true, false)
      return try linalgSolveTriangular(L, y, true, true, false)
    }
    return try linalgSolveTriangular(LH, try linalgSolveTriangular(L, input, false, true, false), true, true, false)
  }

  /// The checks of the older solvers, whose first argument is the right-hand side.
  static func checkSystem(_ name: String, _ b: Tensor, _ A: Tensor) throws {
    if A.dtype != b.dtype {
      throw EmberwingError.runtime(
        "Expected b and A to have the same dtype, but found b of type \(b.dtype.scalarTypeName) and A of type \(A.dtype.scalarTypeName) instead.")
    }
    if Linalg.rows(A) != Linalg.columns(A) {
      throw EmberwingError.runtime(
        "A must be batches of square matrices, but they are \(Linalg.rows(A)) by \(Linalg.columns(A)) matrices")
    }
    if Linalg.rows(A) != Linalg.rows(b) {
      throw EmberwingError.runtime(
        "Incompatible matrix sizes for \(name): each A matrix is \(Linalg.rows(A)) by \(Linalg.rows(A)) but each b matrix is \(Linalg.rows(b)) by \(Linalg.columns(b))")
    }
  }

  public static func choleskyInverse(_ L: Tensor, _ upper: Bool) throws -> Tensor {
    if L.dim < 2 || Linalg.rows(L) != Linalg.columns(L) {
      try Linalg.checkSquare("cholesky_inverse", L)
    }
    try Linalg.checkFloat("cholesky_inverse", L)
    let unit = try eye(Linalg.rows(L), nil, L.dtype)
    let inverse = try choleskySolve(try expand(unit, L.shape), L, upper)
    return inverse
  }

  // MARK: LU

  public static func linalgLuFactorEx(_ A: Tensor, _ pivot: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor, Tensor
  ) { try luFactorEx("torch.linalg.lu_factor_ex", A, pivot, checkErrors) }

  static func luFactorEx(_ name: String, _ A: Tensor, _ pivot: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor, Tensor
  ) {
    if A.dim < 2 {
      throw EmberwingError.runtime("torch.lu_factor: Expected tensor with 2 or more dimensions. Got size: \(A.shape) instead")
    }
    if !A.dtype.isDifferentiable || A.dtype.size == 2 { throw unsupported("lu_cpu", A.dtype) }
    if !pivot && A.count > 0 {
      throw EmberwingError.runtime("linalg.lu_factor: LU without pivoting is not implemented on the CPU")
    }
    let batch = Linalg.batch(A)
    let info = try Linalg.codes(batch)
    let f = try Matrices(A)
    let k = Int(Swift.min(f.rows, f.columns))
    let pivots = try Vectors(batch, k, .int32)
    if !f.isEmpty {
      Linalg.forEach(f) { i in
        Linalg.set(info, i, LAPACK.getrf(f.type, f.rows, f.columns, f.at(i), pivots.ints(i)))
      }
    }
    if checkErrors { try Linalg.check(name, info, .lu) }
    let LU = f.matrices
    Tensor.recordedMany(
      "LinalgLuFactorExBackward0", outputs: [LU, pivots.tensor, info], inputs: [A], save: [pivots.tensor], saveOutputs: [0]
    ) { g, s in
      guard let g = g[0] else { return Grads(nil) }
      let (m, n) = (Linalg.rows(g), Linalg.columns(g))
      let (P, L, U) = try luUnpack(s[1], s[0], true, true)
      let k = Swift.min(m, n)
      let gL = try tril(m <= n ? narrow(g, -1, 0, k) : g, -1)
      let gU = try triu(m >= n ? narrow(g, -2, 0, k) : g, 0)
      return Grads(try luGradient(P, L, U, gL, gU))
    }
    return (LU, pivots.tensor, info)
  }

  /// The gradient of A = P L U from those of the factors, for square, wide and tall matrices.
  private static func luGradient(_ P: Tensor, _ L: Tensor, _ U: Tensor, _ gL: Tensor, _ gU: Tensor) throws -> Tensor {
    let (m, n) = (Linalg.rows(L), Linalg.columns(U))
    let k = Swift.min(m, n)
    let L1 = m > k ? try narrow(L, -2, 0, k) : L
    let U1 = n > k ? try narrow(U, -1, 0, k) : U
    let gL1 = m > k ? try narrow(gL, -2, 0, k) : gL
    let gU1 = n > k ? try narrow(gU, -1, 0, k) : gU
    var phiL = try Linalg.mm(Linalg.mH(L1), gL1)
    var phiU = try Linalg.mm(gU1, Linalg.mH(U1))
    if n > k {
      let (U2, gU2) = (try narrow(U, -1, k, n - k), try narrow(gU, -1, k, n - k))
      phiL = try Calc.sub(phiL, Linalg.mm(gU2, Linalg.mH(U2)))
    }
    if m > k {
      let (L2, gL2) = (try narrow(L, -2, k, m - k), try narrow(gL, -2, k, m - k))
      phiU = try Calc.sub(phiU, Linalg.mm(Linalg.mH(L2), gL2))
    }
    let phi = try Calc.add(tril(phiL, -1), triu(phiU, 0))
    let (LH, UH) = (try Linalg.mH(L1), try Linalg.mH(U1))
    var x = try linalgSolveTriangular(UH, phi, false, false, false)
    x = try linalgSolveTriangular(LH, x, true, true, true)
    if n > k {
      let right = try linalgSolveTriangular(LH, narrow(gU, -1, k, n - k), true, true, true)
      x = try cat([x, right], -1)
    }
    if m > k {
      let below = try linalgSolveTriangular(UH, narrow(gL, -2, k, m - k), false, false, false)
      x = try cat([x, below], -2)
    }
    return try Linalg.mm(P, x)
  }

  public static func linalgLuFactor(_ A: Tensor, _ pivot: Bool) throws -> (Tensor, Tensor) {
    let (LU, pivots, _) = try luFactorEx("torch.linalg.lu_factor", A, pivot, true)
    return (LU, pivots)
  }

  public static func linalgLu(_ A: Tensor, _ pivot: Bool) throws -> (Tensor, Tensor, Tensor) {
    if A.dim < 2 {
      throw EmberwingError.runtime("linalg.lu: Expected tensor with 2 or more dimensions. Got size: \(A.shape) instead")
    }
    let (LU, pivots, _) = try luFactorEx("linalg.lu", A, pivot, false)
    if pivot { return try luUnpack(LU, pivots, true, true) }
    let (_, lower, upper) = try luUnpack(LU, pivots, true, false)
    return (try Tensor.empty([0], A.dtype), lower, upper)
  }

  public static func luUnpack(_ LUData: Tensor, _ LUPivots: Tensor, _ unpackData: Bool, _ unpackPivots: Bool) throws
    -> (Tensor, Tensor, Tensor)
  {
    let none = try Tensor.empty([0], LUData.dtype)
    try Linalg.check2D("torch.lu_unpack", LUData, "LU_data")
    if unpackPivots && LUPivots.dtype != .int32 {
      throw EmberwingError.runtime(
        "torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\nNote: this function is intended to be used with the output produced by torch.linalg.lu_factor")
    }
    let (m, n) = (Linalg.rows(LUData), Linalg.columns(LUData))
    let k = Swift.min(m, n)
    var result = (none, none, none)
    if unpackData {
      let left = try tril(n > k ? narrow(LUData, -1, 0, k) : LUData, -1)
      result.1 = try Calc.add(left, eye(m, k, LUData.dtype))
      result.2 = try triu(m > k ? narrow(LUData, -2, 0, k) : LUData, 0)
    }
    if unpackPivots { result.0 = try permutation(LUPivots, rows: m, batch: Linalg.batch(LUData), LUData.dtype) }
    return result
  }

  /// The order of rows that LAPACK's exchanges produce.
  private static func rowOrder(_ pivots: UnsafePointer<Int32>, _ k: Int, rows: Int, _ at: Int) throws -> [Int] {
    var order = [Int](0..<rows)
    for i in 0..<k {
      let j = Int(pivots[at &* k &+ i]) - 1
      if i >= rows || j < 0 || j >= rows {
        throw EmberwingError.runtime("pivots passed to lu_unpack must be between 1 and \(rows) and at most \(rows) long")
      }
      order.swapAt(i, j)
    }
    return order
  }

  private static func permutation(_ pivots: Tensor, rows: Int, batch: Shape, _ type: DType) throws -> Tensor {
    let dense = try contiguousData(pivots, .int32)
    let k = dense.shape.last ?? 1
    let leading = dense.dim > 0 ? dense.shape.slice(0..<(dense.dim - 1)) : []
    let P = try Tensor.zeros(leading + [rows, rows], type)
    if k == 0 {
      try copyData(into: P, from: eye(rows, nil, type))
      return P
    }
    let one = Scalar.int(1)
    try withExtendedLifetime(dense) {
      let p = UnsafePointer(dense.data.assumingMemoryBound(to: Int32.self))
      for b in 0..<leading.product {
        for (i, row) in try rowOrder(p, k, rows: rows, b).enumerated() {
          one.store(to: P.data + ((b &* rows &+ row) &* rows &+ i) &* type.size, as: type)
        }
      }
    }
    return P
  }

  public static func linalgLuSolve(_ LU: Tensor, _ pivots: Tensor, _ B: Tensor, _ left: Bool, _ adjoint: Bool) throws
    -> Tensor
  {
    let name = "torch.linalg.lu_solve"
    try Linalg.checkFloat(name, LU)
    if LU.dtype != B.dtype {
      throw EmberwingError.runtime(
        "linalg.lu_solve: Expected LU and B to have the same dtype, but found LU of type \(LU.dtype.scalarTypeName) and B of type \(B.dtype.scalarTypeName) instead")
    }
    if pivots.dtype != .int32 {
      throw EmberwingError.runtime("linalg.lu_solve: pivots should be a Tensor of scalar type torch.int32")
    }
    try Linalg.checkSquare("torch.linalg.lu_solve", LU, "LU")
    try Linalg.check2D(name, B, "B")
    try checkConformable("linalg.lu_solve", LU, B, left)
    if LU.shape.slice(0..<(LU.dim - 1)) != pivots.shape {
      throw EmberwingError.runtime(
        "linalg.lu_solve: Number of pivots per batch should be same as the dimension of the matrix")
    }
    if !left {
      // X A = B is Aᴴ Xᴴ = Bᴴ.
      return try Linalg.mH(linalgLuSolve(LU, pivots, Linalg.mH(B), true, !adjoint))
    }
    if isGradEnabled && (LU.requiresGrad || B.requiresGrad) {
      let (P, L, U) = try luUnpack(LU, pivots, true, true)
      if adjoint {
        let y = try linalgSolveTriangular(Linalg.mH(U), B, false, true, false)
        return try Linalg.mm(P, linalgSolveTriangular(Linalg.mH(L), y, true, true, true))
      }
      let y = try linalgSolveTriangular(L, Linalg.mm(Linalg.mT(P), B), false, true, true)
      return try linalgSolveTriangular(U, y, true, true, false)
    }
    let batch = try Broadcast.shape(Linalg.batch(LU), Linalg.batch(B))
    let n = Linalg.rows(LU)
    let a = try Matrices(expand(LU, batch + [n, n]))
    let x = try Matrices(expand(B, batch + [n, Linalg.columns(B)]))
    let p = try Vectors(copying: expand(pivots, batch + [n]), .int32)
    if !x.isEmpty {
      let trans = LAPACK.flag(!adjoint ? "N" : a.type.isComplex ? "C" : "T")
      for i in 0..<batch.product * n {
        let v = p.tensor.data.load(fromByteOffset: 4 * i, as: Int32.self)
        if v < 1 || v > Int32(clamping: n) {
          throw EmberwingError.runtime("Pivots given to lu_solve must all be greater or equal to 1. Did you properly pass the result of lu_factor?")
        }
      }
      Linalg.forEach(a) { i in
        LAPACK.getrs(a.type, trans: trans, a.rows, x.columns, a.at(i), p.ints(i), x.at(i))
      }
    }
    return x.matrices
  }

  public static func luSolve(_ input: Tensor, _ LUData: Tensor, _ LUPivots: Tensor) throws -> Tensor {
    try linalgLuSolve(LUData, LUPivots, input, true, false)
  }

  static func checkConformable(_ name: String, _ A: Tensor, _ B: Tensor, _ left: Bool) throws {
    let (a, b) = (Linalg.rows(A), left ? Linalg.rows(B) : Linalg.columns(B))
    if a != b {
      throw EmberwingError.runtime(
        "\(name): Incompatible shapes of A and B for the equation \(left ? "AX = B" : "XA = B") (\(Linalg.rows(A))x\(Linalg.columns(A)) and \(Linalg.rows(B))x\(Linalg.columns(B)))")
    }
  }

  // MARK: LDL

  public static func linalgLdlFactorEx(_ A: Tensor, _ hermitian: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor, Tensor
  ) { try ldlFactorEx("torch.linalg.ldl_factor_ex", A, hermitian, checkErrors) }

  static func ldlFactorEx(_ name: String, _ A: Tensor, _ hermitian: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor, Tensor
  ) {
    try Linalg.checkSquare("torch.linalg.ldl_factor_ex", A)
    try Linalg.checkFloat("torch.linalg.ldl_factor_ex", A, kernel: "ldl_factor_kernel_cpu")
    let info = try Linalg.codes(Linalg.batch(A))
    let f = try Matrices(A)
    let pivots = try Vectors(Linalg.batch(A), Int(f.rows), .int32)
    if !f.isEmpty {
      Linalg.forEach(f) { i in
        Linalg.set(
          info, i, LAPACK.ldlFactor(f.type, hermitian: hermitian && f.type.isComplex, f.rows, f.at(i), pivots.ints(i)))
      }
    }
    if checkErrors { try Linalg.check(name, info, .ldl) }
    return (try withGradMode(false) { try tril(f.matrices, 0) }, pivots.tensor, info)
  }

  public static func linalgLdlFactor(_ A: Tensor, _ hermitian: Bool) throws -> (Tensor, Tensor) {
    let (LD, pivots, _) = try ldlFactorEx("torch.linalg.ldl_factor", A, hermitian, true)
    return (LD, pivots)
  }

  public static func linalgLdlSolve(_ LD: Tensor, _ pivots: Tensor, _ B: Tensor, _ hermitian: Bool) throws -> Tensor {
    let name = "torch.linalg.ldl_solve"
    try Linalg.checkSquare(name, LD, "LD")
    if B.dim < 2 {
      throw EmberwingError.runtime(
        "torch.linalg.ldl_solve: Expected B to have at least 2 dimensions, but it has \(B.dim) dimensions instead")
    }
    if Linalg.rows(LD) != Linalg.rows(B) || LD.shape.slice(0..<(LD.dim - 1)) != pivots.shape {
      throw EmberwingError.runtime(
        "torch.linalg.ldl_solve: Expected LD.shape[:-1] to be the same as pivots.shape, and the rows of B to be \(Linalg.rows(LD)); got pivots \(pivots.shape) and B \(B.shape) instead")
    }
    if !pivots.dtype.isInteger {
      throw EmberwingError.runtime(
        "torch.linalg.ldl_solve: Expected pivots to be integers. Got \(pivots.dtype.scalarTypeName)")
    }
    if LD.dtype != B.dtype {
      throw EmberwingError.runtime(
        "torch.linalg.ldl_solve: LD and B should have the same dtype, but found \(LD.dtype.scalarTypeName) and \(B.dtype.scalarTypeName)")
    }
    try Linalg.checkFloat(name, LD)
    let batch = try Broadcast.shape(Linalg.batch(LD), Linalg.batch(B))
    let n = Linalg.rows(LD)
    return try withGradMode(false) {
      let a = try Matrices(expand(LD, batch + [n, n]))
      let x = try Matrices(expand(B, batch + [n, Linalg.columns(B)]))
      let p = try Vectors(copying: expand(pivots, batch + [n]), .int32)
      for i in 0..<p.tensor.count {
        let v = p.tensor.data.load(fromByteOffset: 4 * i, as: Int32.self)
        if v == 0 || v > a.rows || v < -a.rows {
          throw EmberwingError.runtime("torch.linalg.ldl_solve: pivots must come from torch.linalg.ldl_factor, but \(v) is among them")
        }
      }
      if !x.isEmpty {
        Linalg.forEach(a) { i in
          LAPACK.ldlSolve(
            a.type, hermitian: hermitian && a.type.isComplex, a.rows, x.columns, a.at(i), p.ints(i), x.at(i))
        }
      }
      return x.matrices
    }
  }
}
