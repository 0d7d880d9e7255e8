// Eigenvalue and singular value decompositions with their rules.
extension Ops {
  // MARK: singular values

  private static func checkDriver(_ driver: String?) throws {
    if driver != nil {
      throw EmberwingError.runtime("linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.")
    }
  }

  public static func linalgSvd(_ A: Tensor, _ fullMatrices: Bool, _ driver: String?) throws -> (Tensor, Tensor, Tensor) {
    try checkDriver(driver)
    return try svdNamed("linalg.svd", A, fullMatrices)
  }

  private static func svdNamed(_ name: String, _ A: Tensor, _ fullMatrices: Bool) throws -> (Tensor, Tensor, Tensor) {
    try Linalg.check2D(name, A)
    try Linalg.checkFloat(name, A, kernel: "linalg_svd_cpu")
    let (U, S, Vh) = try svdData(name, A, vectors: fullMatrices ? .full : .reduced)
    let (m, n) = (Linalg.rows(A), Linalg.columns(A))
    let k = Swift.min(m, n)
    Tensor.recordedMany("LinalgSvdBackward0", outputs: [U, S, Vh], inputs: [A], saveOutputs: [0, 1, 2]) { g, s in
      var (U, Vh) = (try s[0], try s[2])
      var (gU, gVh) = (g[0], g[2])
      if fullMatrices {
        if m > k {
          U = try narrow(U, -1, 0, k)
          gU = try gU.map { try narrow($0, -1, 0, k) }
        }
        if n > k {
          Vh = try narrow(Vh, -2, 0, k)
          gVh = try gVh.map { try narrow($0, -2, 0, k) }
        }
      }
      return Grads(try svdGradient(U, s[1], Vh, gU, g[1], gVh))
    }
    return (U, S, Vh)
  }

  private static func svdData(_ name: String, _ A: Tensor, vectors: LAPACK.SingularVectors) throws -> (
    Tensor, Tensor, Tensor
  ) {
    let (m, n) = (Linalg.rows(A), Linalg.columns(A))
    let k = Swift.min(m, n)
    let (batch, type) = (Linalg.batch(A), A.dtype)
    let a = try Matrices(A)
    let S = try Vectors(batch, k, type.realType)
    let none = vectors == .none
    let u = try Matrices(none ? [0] : batch, m, vectors == .full ? m : k, type)
    let vt = try Matrices(none ? [0] : batch, vectors == .full ? n : k, n, type)
    if a.isEmpty {
      if vectors == .full {
        try copyData(into: u.matrices, from: eye(m, nil, type))
        try copyData(into: vt.matrices, from: eye(n, nil, type))
      }
      return (u.matrices, S.tensor, vt.matrices)
    }
    let info = try Linalg.codes(batch)
    Linalg.forEach(a) { i in
      let code = LAPACK.gesdd(
        type, vectors, a.rows, a.columns, a.at(i), S.at(i), none ? nil : u.at(i), none ? nil : vt.at(i))
      Linalg.set(info, i, code)
    }
    if try !isFinite(S.tensor) { throw nonFinite(name) }
    try Linalg.check(name, info, .svd)
    return (u.matrices, S.tensor, vt.matrices)
  }

  private static func isFinite(_ x: Tensor) throws -> Bool {
    try withGradMode(false) { try allTrue(compare(.eq, "eq", Calc.sub(x, x), .scalar(0))) }
  }

  private static func nonFinite(_ name: String) -> EmberwingError {
    EmberwingError(.linalg, "\(name): \(Linalg.Failure.nonFinite.message(0))")
  }

  private static func skew(_ x: Tensor) throws -> Tensor { try Calc.sub(x, Linalg.mH(x)) }

  static func svdGradient(_ U: Tensor, _ S: Tensor, _ Vh: Tensor, _ gU: Tensor?, _ gS: Tensor?, _ gVh: Tensor?) throws
    -> Tensor?
  {
    if gU == nil && gVh == nil {
      guard let gS else { return nil }
      return try Linalg.mm(Calc.mul(U, unsqueeze(gS, -2)), Vh)
    }
    let (m, n, k) = (Linalg.rows(U), Linalg.columns(Vh), S.shape.last ?? 0)
    let (row, column) = (try unsqueeze(S, -2), try unsqueeze(S, -1))
    let S2 = try Calc.mul(S, S)
    // E_jk = S_k² - S_j², 1 on the diagonal.
    let E = try Calc.add(Calc.sub(unsqueeze(S2, -2), unsqueeze(S2, -1)), eye(k, nil, S.dtype))
    var inner: Tensor?
    func include(_ t: Tensor) throws { inner = try inner.map { try Calc.add($0, t) } ?? t }
    if let gU {
      let x = try skew(Linalg.mm(Linalg.mH(U), gU))
      try include(Calc.mul(Calc.div(x, E), row))
      // The phase of complex singular vectors is free: only the imaginary diagonal is left of it.
      if U.dtype.isComplex { try include(Linalg.embed(Linalg.diagonal(Calc.div(x, Calc.mul(row, 2))))) }
    }
    if let gVh {
      let x = try skew(Linalg.mm(Vh, Linalg.mH(gVh)))
      try include(Calc.mul(column, Calc.div(x, E)))
    }
    if let gS { try include(Linalg.embed(gS)) }
    guard let inner else { return nil }
    var result: Tensor
    if m > k, let gU {
      let scaled = try Calc.div(gU, row)
      let left = try Calc.add(
        Linalg.mm(U, inner), Calc.sub(scaled, Linalg.mm(U, Linalg.mm(Linalg.mH(U), scaled))))
      result = try Linalg.mm(left, Vh)
    } else {
      result = try Linalg.mm(U, inner, Vh)
    }
    if n > k, let gVh {
      let scaled = try Calc.div(gVh, column)
      let right = try Calc.sub(scaled, Linalg.mm(Linalg.mm(scaled, Linalg.mH(Vh)), Vh))
      result = try Calc.add(result, Linalg.mm(U, right))
    }
    return result
  }

  public static func linalgSvdvals(_ A: Tensor, _ driver: String?) throws -> Tensor {
    try checkDriver(driver)
    if isGradEnabled && A.requiresGrad { return try svdNamed("linalg.svd", A, false).1 }
    try Linalg.check2D("linalg.svd", A)
    try Linalg.checkFloat("linalg.svd", A, kernel: "linalg_svd_cpu")
    return try svdData("linalg.svd", A, vectors: .none).1
  }

  public static func svd(_ input: Tensor, _ some: Bool, _ computeUv: Bool) throws -> (Tensor, Tensor, Tensor) {
    if input.dim < 2 { throw EmberwingError.runtime("linalg.svd: input should have at least 2 dimensions, but has \(input.dim) dimensions instead") }
    if !computeUv {
      let S = try linalgSvdvals(input, nil)
      let (m, n) = (Linalg.rows(input), Linalg.columns(input))
      return (
        try Tensor.zeros(Linalg.batch(input) + [m, m], input.dtype), S,
        try Tensor.zeros(Linalg.batch(input) + [n, n], input.dtype)
      )
    }
    let (U, S, Vh) = try svdNamed("linalg.svd", input, !some)
    return (U, S, try Linalg.mH(Vh))
  }

  // MARK: Hermitian eigenproblems

  private static func isUpper(_ name: String, _ UPLO: String) throws -> Bool {
    switch UPLO {
    case "L", "l": return false
    case "U", "u": return true
    default:
      throw EmberwingError.runtime("Expected UPLO argument to be 'L' or 'U', but got \(UPLO)")
    }
  }

  public static func linalgEigh(_ A: Tensor, _ UPLO: String) throws -> (Tensor, Tensor) {
    try eighNamed("linalg.eigh", A, UPLO, vectors: true)
  }

  private static func eighNamed(_ name: String, _ A: Tensor, _ UPLO: String, vectors: Bool) throws -> (Tensor, Tensor) {
    try Linalg.checkSquare(name, A)
    let upper = try isUpper(name, UPLO)
    if !A.dtype.isDifferentiable || A.dtype.size == 2 { throw unsupported("linalg_eigh_cpu", A.dtype) }
    let (batch, type, n) = (Linalg.batch(A), A.dtype, Linalg.rows(A))
    let v = try Matrices(A)
    let L = try Vectors(batch, n, type.realType)
    if !v.isEmpty {
      let info = try Linalg.codes(batch)
      Linalg.forEach(v) { i in
        Linalg.set(info, i, LAPACK.eigh(type, vectors: vectors, upper: upper, v.rows, v.at(i), L.at(i)))
      }
      try Linalg.check(name, info, .eigenvalues)
    }
    let V = v.matrices
    if !vectors { return (L.tensor, V) }
    Tensor.recordedMany("LinalgEighBackward0", outputs: [L.tensor, V], inputs: [A], saveOutputs: [0, 1]) { g, s in
      let (L, V) = (try s[0], try s[1])
      guard let gV = g[1] else {
        guard let gL = g[0] else { return Grads(nil) }
        return Grads(try Linalg.mm(Calc.mul(V, unsqueeze(gL, -2)), Linalg.mH(V)))
      }
      let unit = try eye(n, nil, L.dtype)
      let E = try Calc.add(Calc.sub(unsqueeze(L, -2), unsqueeze(L, -1)), unit)
      let product = try Linalg.mm(Linalg.mH(V), gV)
      try checkPhase("linalg_eigh_backward", "eigenvectors", Linalg.diagonal(product))
      var inner = try Calc.drop(Calc.div(product, E), where: to(unit, .bool))
      if let gL = g[0] { inner = try Calc.add(inner, Linalg.embed(gL)) }
      return Grads(try Linalg.mm(V, inner, Linalg.mH(V)))
    }
    return (L.tensor, V)
  }

  /// Complex vectors are fixed up to a phase: a loss that depends on it has no gradient.
  private static func checkPhase(_ name: String, _ what: String, _ diagonal: Tensor) throws {
    if !diagonal.dtype.isComplex { return }
    let ill: Bool = try withGradMode(false) {
      let part = try abs(Ops.imag(diagonal))
      return try !allTrue(compare(.le, "le", part, .scalar(.float(1e-2))))
    }
    if ill {
      throw EmberwingError.runtime(
        "\(name): The \(what) in the complex case are specified up to multiplication by e^{i phi}. The specified loss function depends on this quantity, so it is ill-defined."
      )
    }
  }

  public static func linalgEigvalsh(_ A: Tensor, _ UPLO: String) throws -> Tensor {
    try eighNamed("linalg.eigh", A, UPLO, vectors: isGradEnabled && A.requiresGrad).0
  }

  // MARK: general eigenproblems

  public static func linalgEig(_ A: Tensor) throws -> (Tensor, Tensor) {
    try eigNamed("linalg.eig", A, vectors: true)
  }

  public static func linalgEigvals(_ A: Tensor) throws -> Tensor {
    try eigNamed("linalg.eigvals", A, vectors: isGradEnabled && A.requiresGrad).0
  }

  private static func eigNamed(_ name: String, _ A: Tensor, vectors: Bool) throws -> (Tensor, Tensor) {
    try Linalg.checkSquare(name, A)
    if !A.dtype.isDifferentiable {
      throw EmberwingError.runtime("Unknown Complex ScalarType for \(A.dtype.scalarTypeName)")
    }
    try Linalg.checkFloat(name, A, kernel: "linalg_eig_out_cpu")
    if A.count > 0 {
      if try !isFinite(A) {
        throw EmberwingError.runtime("torch.linalg.eig: input tensor should not contain infs or NaNs.")
      }
    }
    let (L, V) = try eigData(name, A, vectors: vectors)
    if !vectors { return (L, V) }
    let isReal = !A.dtype.isComplex
    Tensor.recordedMany("LinalgEigBackward0", outputs: [L, V], inputs: [A], saveOutputs: [0, 1]) { g, s in
      let (L, V) = (try s[0], try s[1])
      let VH = try Linalg.mH(V)
      func finish(_ x: Tensor) throws -> Tensor {
        let r = try linalgSolveEx(VH, Linalg.mm(x, VH), true, false).0
        return isReal ? try Ops.real(r) : r
      }
      guard let gV = g[1] else {
        guard let gL = g[0] else { return Grads(nil) }
        return Grads(try finish(Linalg.embed(gL)))
      }
      let n = Linalg.rows(V)
      let product = try Linalg.mm(VH, gV)
      let diagonal = try Linalg.diagonal(product)
      try checkPhase("linalg_eig_backward", "eigenvectors", diagonal)
      let correction = try Calc.mul(
        Linalg.mm(VH, V), unsqueeze(to(Ops.real(diagonal), V.dtype), -2))
      let unit = try eye(n, nil, V.dtype)
      let E = try Calc.add(Ops.conj(Calc.sub(unsqueeze(L, -2), unsqueeze(L, -1))), unit)
      var inner = try Calc.drop(
        Calc.div(Calc.sub(product, correction), E), where: to(eye(n, nil, .float32), .bool))
      if let gL = g[0] { inner = try Calc.add(inner, Linalg.embed(gL)) }
      return Grads(try finish(inner))
    }
    return (L, V)
  }

  private static func eigData(_ name: String, _ A: Tensor, vectors: Bool) throws -> (Tensor, Tensor) {
    let (batch, n) = (Linalg.batch(A), Linalg.rows(A))
    let type = A.dtype.complexType
    let a = try Matrices(A)
    let L = try Vectors(batch, n, type)
    let V = try Matrices(vectors ? batch : [0], n, n, type)
    if a.isEmpty { return (L.tensor, V.matrices) }
    let info = try Linalg.codes(batch)
    let packed = A.dtype.isComplex ? nil : try Matrices(vectors ? batch : [0], n, n, A.dtype)
    Linalg.forEach(a) { i in
      guard let packed else {
        Linalg.set(info, i, LAPACK.eigComplex(type, a.rows, a.at(i), L.at(i), vectors ? V.at(i) : nil))
        return
      }
      LAPACK.scratch(2 &* n, A.dtype) { w in
        let wi = w + n &* A.dtype.size
        let code = LAPACK.eigReal(A.dtype, a.rows, a.at(i), w, wi, vectors ? packed.at(i) : nil)
        Linalg.set(info, i, code)
        let v = vectors ? packed.at(i) : nil
        if A.dtype == .float32 {
          unpackPairs(n, w, wi, v, L.at(i), vectors ? V.at(i) : nil, Float.self)
        } else {
          unpackPairs(n, w, wi, v, L.at(i), vectors ? V.at(i) : nil, Double.self)
        }
      }
    }
    try Linalg.check(name, info, .eigenvalues)
    return (L.tensor, V.matrices)
  }

  /// LAPACK keeps the vectors of a conjugate pair as real part in one column and imaginary part in the next.
  private static func unpackPairs<T: BinaryFloatingPoint>(
    _ n: Int, _ wr: UnsafeMutableRawPointer, _ wi: UnsafeMutableRawPointer, _ packed: UnsafeMutableRawPointer?,
    _ values: UnsafeMutableRawPointer, _ vectors: UnsafeMutableRawPointer?, _: T.Type
  ) {
    let (re, im) = (wr.assumingMemoryBound(to: T.self), wi.assumingMemoryBound(to: T.self))
    let out = values.assumingMemoryBound(to: T.self)
    for i in 0..<n {
      out[2 &* i] = re[i]
      out[2 &* i &+ 1] = im[i]
    }
    guard let packed, let vectors else { return }
    let (p, v) = (packed.assumingMemoryBound(to: T.self), vectors.assumingMemoryBound(to: T.self))
    var j = 0
    while j < n {
      let paired = im[j] != 0 && j + 1 < n
      for i in 0..<n {
        let (x, y) = (p[j &* n &+ i], paired ? p[(j &+ 1) &* n &+ i] : 0)
        v[2 &* (j &* n &+ i)] = x
        v[2 &* (j &* n &+ i) &+ 1] = y
        if paired {
          v[2 &* ((j &+ 1) &* n &+ i)] = x
          v[2 &* ((j &+ 1) &* n &+ i) &+ 1] = -y
        }
      }
      j += paired ? 2 : 1
    }
  }
}
