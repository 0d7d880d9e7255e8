// QR and products of Householder reflectors.
extension Ops {
  public static func geqrf(_ input: Tensor) throws -> (Tensor, Tensor) {
    if input.dim < 2 {
      throw EmberwingError.runtime("torch.geqrf: input must have at least 2 dimensions.")
    }
    try Linalg.checkFloat("torch.geqrf", input)
    let (f, tau) = try reflectors(input)
    return (f.matrices, tau.tensor)
  }

  private static func reflectors(_ x: Tensor) throws -> (Matrices, Vectors) {
    let f = try Matrices(x)
    let tau = try Vectors(Linalg.batch(x), Int(Swift.min(f.rows, f.columns)), x.dtype)
    if !f.isEmpty {
      Linalg.forEach(f) { i in LAPACK.geqrf(f.type, f.rows, f.columns, f.at(i), tau.at(i)) }
    }
    return (f, tau)
  }

  public static func linalgQr(_ A: Tensor, _ mode: String) throws -> (Tensor, Tensor) {
    try Linalg.check2D("linalg.qr", A)
    try Linalg.checkFloat("linalg.qr", A)
    if !["reduced", "complete", "r"].contains(mode) {
      throw EmberwingError.runtime(
        "qr received unrecognized mode '\(mode)' but expected one of 'reduced' (default), 'r', or 'complete'")
    }
    let (m, n) = (Linalg.rows(A), Linalg.columns(A))
    let k = Swift.min(m, n)
    let (Q, R): (Tensor, Tensor) = try withGradMode(false) {
      let (f, tau) = try reflectors(A)
      let complete = mode == "complete"
      let rows = complete ? m : k
      let factor = f.matrices
      let R = try triu(rows < m ? narrow(factor, -2, 0, rows) : factor, 0)
      if mode == "r" { return (try Tensor.empty([0], A.dtype), R) }
      let q = try Matrices(Linalg.batch(A), m, rows, A.dtype)
      if q.isEmpty { return (q.matrices, R) }
      let copied = Swift.min(rows, n)
      if copied > 0 {
        try copyData(into: narrow(q.matrices, -1, 0, copied), from: narrow(factor, -1, 0, copied))
      }
      if k == 0 {
        try copyData(into: q.matrices, from: eye(m, rows, A.dtype))
      } else {
        Linalg.forEach(q) { i in LAPACK.orgqr(q.type, q.rows, q.columns, Int32(k), q.at(i), tau.at(i)) }
      }
      return (q.matrices, R)
    }
    Tensor.recordedMany("LinalgQrBackward0", outputs: [Q, R], inputs: [A], saveOutputs: [0, 1]) { g, s in
      if mode == "r" {
        throw EmberwingError.runtime(
          "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.")
      }
      if mode == "complete" && m > n {
        throw EmberwingError.runtime(
          "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.")
      }
      return Grads(try qrGradient(s[0], s[1], g[0], g[1]))
    }
    return (Q, R)
  }

  private static func qrGradient(_ Q: Tensor, _ R: Tensor, _ gQ: Tensor?, _ gR: Tensor?) throws -> Tensor? {
    if gQ == nil && gR == nil { return nil }
    let k = Linalg.columns(Q)
    let n = Linalg.columns(R)
    let wide = n > k
    let R1 = wide ? try narrow(R, -1, 0, k) : R
    var gQ = gQ
    if wide, let gR {
      // The columns beyond the square part are QᴴA₂: their gradient reaches Q too.
      let rest = try narrow(gR, -1, k, n - k)
      let A2 = try Linalg.mm(Q, narrow(R, -1, k, n - k))
      let part = try Linalg.mm(A2, Linalg.mH(rest))
      gQ = try gQ.map { try Calc.add($0, part) } ?? part
    }
    var middle: Tensor?
    if let gR { middle = try Linalg.mm(wide ? narrow(gR, -1, 0, k) : gR, Linalg.mH(R1)) }
    if let gQ {
      let qg = try Linalg.mm(Linalg.mH(Q), gQ)
      middle = try middle.map { try Calc.sub($0, qg) } ?? neg(qg)
    }
    guard let middle else { return nil }
    let upper = try triu(middle, 0)
    var hermitian = try Calc.add(upper, Linalg.mH(upper))
    hermitian = try Calc.sub(hermitian, Linalg.embed(to(Ops.real(Linalg.diagonal(upper)), upper.dtype)))
    var x = try Linalg.mm(Q, hermitian)
    if let gQ { x = try Calc.add(x, gQ) }
    let first = try linalgSolveTriangular(Linalg.mH(R1), x, false, false, false)
    if !wide { return first }
    let zero: Tensor
    if let gR {
      zero = try Linalg.mm(Q, narrow(gR, -1, k, n - k))
    } else {
      zero = try Tensor.zeros(Linalg.batch(Q) + [Linalg.rows(Q), n - k], Q.dtype)
    }
    return try cat([first, zero], -1)
  }

  public static func qr(_ input: Tensor, _ some: Bool) throws -> (Tensor, Tensor) {
    try linalgQr(input, some ? "reduced" : "complete")
  }

  // MARK: reflectors

  public static func linalgHouseholderProduct(_ A: Tensor, _ tau: Tensor) throws -> Tensor {
    try householderProduct("torch.linalg.householder_product", A, tau)
  }

  public static func orgqr(_ input: Tensor, _ input2: Tensor) throws -> Tensor {
    try householderProduct("torch.linalg.householder_product", input, input2)
  }

  private static func householderProduct(_ name: String, _ A: Tensor, _ tau: Tensor) throws -> Tensor {
    if A.dim < 2 { throw EmberwingError.runtime("\(name): input must have at least 2 dimensions.") }
    let (m, n) = (Linalg.rows(A), Linalg.columns(A))
    if m < n {
      throw EmberwingError.runtime("\(name): input.shape[-2] must be greater than or equal to input.shape[-1]")
    }
    let k = tau.shape.last ?? 0
    if n < k {
      throw EmberwingError.runtime("\(name): input.shape[-1] must be greater than or equal to tau.shape[-1]")
    }
    if A.dim - tau.dim != 1 {
      throw EmberwingError.runtime(
        "\(name): Expected tau to have one dimension less than input, but got tau.ndim equal to \(tau.dim) and input.ndim is equal to \(A.dim)")
    }
    if A.dim > 2 && Linalg.batch(A) != tau.shape.slice(0..<(tau.dim - 1)) {
      throw EmberwingError.runtime(
        "\(name): Expected batch dimensions of tau to be equal to input.shape[:-2], but got \(tau.shape.slice(0..<(tau.dim - 1)))")
    }
    if A.dtype != tau.dtype {
      throw EmberwingError.runtime(
        "\(name): tau dtype \(tau.dtype.scalarTypeName) does not match input dtype \(A.dtype.scalarTypeName)")
    }
    try Linalg.checkFloat(name, A)
    if k == 0 {
      return try clone(expand(eye(m, n, A.dtype), A.shape))
        .recorded("LinalgHouseholderProductBackward0", inputs: [A, tau]) { g, _ in Grads(try Calc.zeros(like: g), nil) }
    }
    if isGradEnabled && (A.requiresGrad || tau.requiresGrad) {
      let start = try expand(eye(m, n, A.dtype), A.shape)
      return try reflect(A, tau, start, transpose: false)
    }
    let f = try Matrices(A)
    let t = try Vectors(copying: tau, A.dtype)
    if f.isEmpty { return f.matrices }
    Linalg.forEach(f) { i in LAPACK.orgqr(f.type, f.rows, f.columns, Int32(k), f.at(i), t.at(i)) }
    return f.matrices
  }

  /// H₁ H₂ ⋯ H_k X, or (H₁ ⋯ H_k)ᴴ X, one reflector after the other in recorded ops.
  private static func reflect(_ A: Tensor, _ tau: Tensor, _ X: Tensor, transpose: Bool) throws -> Tensor {
    let (m, k) = (Linalg.rows(A), tau.shape.last ?? 0)
    let V = try Calc.add(tril(narrow(A, -1, 0, k), -1), eye(m, k, A.dtype))
    var x = X
    for step in 0..<k {
      let i = transpose ? step : k - 1 - step
      let v = try narrow(V, -1, i, 1)
      let t = try unsqueeze(narrow(tau, -1, i, 1), -1)
      let factor = transpose ? try Ops.conj(t) : t
      x = try Calc.sub(x, Calc.mul(Calc.mul(v, factor), Linalg.mm(Linalg.mH(v), x)))
    }
    return x
  }

  public static func ormqr(_ input: Tensor, _ tau: Tensor, _ other: Tensor, _ left: Bool, _ transpose: Bool) throws
    -> Tensor
  {
    let name = "torch.ormqr"
    if input.dim < 2 { throw EmberwingError.runtime("\(name): input must have at least 2 dimensions.") }
    if other.dim < 2 { throw EmberwingError.runtime("\(name): other must have at least 2 dimensions.") }
    let k = tau.shape.last ?? 0
    let size = left ? Linalg.rows(other) : Linalg.columns(other)
    let side = left ? -2 : -1
    if size < k {
      throw EmberwingError.runtime("\(name): other.shape[\(side)] must be greater than or equal to tau.shape[-1]")
    }
    if size != Linalg.rows(input) {
      throw EmberwingError.runtime("\(name): other.shape[\(side)] must be equal to input.shape[-2]")
    }
    if k > Linalg.columns(input) {
      throw EmberwingError.runtime("\(name): tau.shape[-1] must be less than or equal to input.shape[-1]")
    }
    if input.dim - tau.dim != 1 {
      throw EmberwingError.runtime(
        "\(name): Expected tau to have one dimension less than input, but got tau.ndim equal to \(tau.dim) and input.ndim is equal to \(input.dim)")
    }
    if input.dim != other.dim {
      throw EmberwingError.runtime(
        "\(name): Expected other to have the same number of dimensions as input, but got other.ndim equal to \(other.dim) and input.ndim is equal to \(input.dim)")
    }
    if input.dim > 2 {
      if Linalg.batch(input) != tau.shape.slice(0..<(tau.dim - 1)) {
        throw EmberwingError.runtime(
          "\(name): Expected batch dimensions of tau to be equal to input.shape[:-2], but got \(tau.shape.slice(0..<(tau.dim - 1)))")
      }
      if Linalg.batch(input) != Linalg.batch(other) {
        throw EmberwingError.runtime(
          "\(name): Expected batch dimensions of other to be equal to input.shape[:-2], but got \(Linalg.batch(other))")
      }
    }
    if tau.dtype != input.dtype {
      throw EmberwingError.runtime(
        "\(name): Expected input and tau to have the same dtype, but input has dtype \(input.dtype.scalarTypeName) and tau has dtype \(tau.dtype.scalarTypeName)")
    }
    if other.dtype != input.dtype {
      throw EmberwingError.runtime(
        "\(name): Expected input and other to have the same dtype, but input has dtype \(input.dtype.scalarTypeName) and other has dtype \(other.dtype.scalarTypeName)")
    }
    try Linalg.checkFloat(name, input)
    if isGradEnabled && (input.requiresGrad || tau.requiresGrad || other.requiresGrad) {
      if left { return try reflect(input, tau, other, transpose: transpose) }
      return try Linalg.mH(reflect(input, tau, Linalg.mH(other), transpose: !transpose))
    }
    let c = try Matrices(other)
    if c.isEmpty || k == 0 { return c.matrices }
    let a = try Matrices(input)
    let t = try Vectors(copying: tau, input.dtype)
    Linalg.forEach(c) { i in
      LAPACK.ormqr(
        c.type, left: left, transpose: transpose, c.rows, c.columns, Int32(k), a.at(i), t.at(i), c.at(i))
    }
    return c.matrices
  }
}
