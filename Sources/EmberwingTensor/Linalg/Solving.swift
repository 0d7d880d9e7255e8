// Systems of equations, inverses and determinants.
extension Ops {
  // MARK: triangular systems

  public static func linalgSolveTriangular(
    _ A: Tensor, _ B: Tensor, _ upper: Bool, _ left: Bool, _ unitriangular: Bool
  ) throws -> Tensor {
    let name = "linalg.solve_triangular"
    try Linalg.checkSame(name, A, B)
    try Linalg.checkSquare(name, A)
    if B.dim < 2 { throw EmberwingError.runtime("\(name): The input tensor B must have at least 2 dimensions.") }
    try checkConformable(name, A, B, left)
    try Linalg.checkFloat(name, A)
    let batch = try Broadcast.shape(Linalg.batch(A), Linalg.batch(B))
    let (m, n) = (Linalg.rows(B), Linalg.columns(B))
    let out: Tensor = try withGradMode(false) {
      let x = try Matrices(expand(B, batch + [m, n]))
      if x.isEmpty { return x.matrices }
      let size = Linalg.rows(A)
      let a = try expand(A, batch + [size, size])
      // A row-major matrix is the transpose of a column-major one; a batch of one layout is read without a copy.
      let rowMajor = A.isContiguous && Linalg.batch(A) == batch
      let f = rowMajor ? nil : try Matrices(a)
      let step = size &* size &* A.dtype.size
      guard let n32 = Int32(exactly: size) else {
        throw EmberwingError.runtime("\(name): matrices of \(size) by \(size) are too large for LAPACK")
      }
      Linalg.forEach(x) { i in
        let p = f.map { $0.at(i) } ?? A.data + i &* step
        LAPACK.trsm(
          x.type, left: left, upper: rowMajor ? !upper : upper, trans: LAPACK.flag(rowMajor ? "T" : "N"),
          unit: unitriangular, x.rows, x.columns, p, n32, x.at(i), x.rows)
      }
      return x.matrices
    }
    return out.recorded("LinalgSolveTriangularBackward0", inputs: [A, B], save: [A], saveOutput: true) { g, s in
      let AH = try Linalg.mH(s[0])
      let gB = try linalgSolveTriangular(AH, g, !upper, left, unitriangular)
      if !s.needs(0) { return Grads(nil, gB) }
      let XH = try Linalg.mH(s[1])
      let product = try neg(left ? Linalg.mm(gB, XH) : Linalg.mm(XH, gB))
      let gA = try upper ? triu(product, unitriangular ? 1 : 0) : tril(product, unitriangular ? -1 : 0)
      return Grads(gA, s.needs(1) ? gB : nil)
    }
  }

  public static func triangularSolve(_ b: Tensor, _ A: Tensor, _ upper: Bool, _ transpose: Bool, _ unitriangular: Bool)
    throws -> (Tensor, Tensor)
  {
    if b.dim < 2 {
      throw EmberwingError.runtime(
        "torch.triangular_solve: Expected b to have at least 2 dimensions, but it has \(b.dim) dimensions instead")
    }
    if A.dim < 2 {
      throw EmberwingError.runtime(
        "torch.triangular_solve: Expected A to have at least 2 dimensions, but it has \(A.dim) dimensions instead")
    }
    try checkSystem("triangular_solve", b, A)
    let x = try linalgSolveTriangular(
      transpose ? Linalg.mT(A) : A, b, transpose ? !upper : upper, true, unitriangular)
    let batch = Linalg.batch(x)
    let copy = try clone(expand(A, batch + [Linalg.rows(A), Linalg.rows(A)]))
    return (x, copy)
  }

  // MARK: general systems

  static func isVector(_ A: Tensor, _ B: Tensor) -> Bool {
    B.dim == 1 || (A.dim - 1 == B.dim && B.shape == A.shape.slice(0..<(A.dim - 1)))
  }

  public static func linalgSolveEx(_ A: Tensor, _ B: Tensor, _ left: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor
  ) { try solveEx("linalg.solve_ex", A, B, left, checkErrors) }

  static func solveEx(_ name: String, _ A: Tensor, _ B: Tensor, _ left: Bool, _ checkErrors: Bool) throws -> (
    Tensor, Tensor
  ) {
    try Linalg.checkFloat("linalg.solve", A)
    try Linalg.checkSquare("linalg.solve", A)
    if B.dim < 1 { throw EmberwingError.runtime("linalg.solve: The right-hand side must have at least 1 dimension") }
    try Linalg.checkSame("linalg.solve", A, B)
    let vector = isVector(A, B)
    if vector && !left {
      throw EmberwingError.runtime(
        "linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. In this case linalg.solve is equivalent to B / A.squeeze(-1)")
    }
    let b = vector ? try unsqueeze(B, -1) : B
    try Linalg.check2D("linalg.solve", b, "B")
    try checkConformable("linalg.solve", A, b, left)
    let (x, info) =
      left
      ? try solveLeft(A, b) : { ($0.0, $0.1) }(try solveLeft(Linalg.mT(A), Linalg.mT(b)))
    let solved = left ? x : try Linalg.mT(x)
    if checkErrors { try Linalg.check(name, info, .solve) }
    return (vector ? try squeeze(solved, [-1]) : solved, info)
  }

  /// A X = B for matrices, with A's factorization kept for the rule.
  private static func solveLeft(_ A: Tensor, _ B: Tensor) throws -> (Tensor, Tensor) {
    let batch = try Broadcast.shape(Linalg.batch(A), Linalg.batch(B))
    let n = Linalg.rows(A)
    let (LU, pivots, info) = try withGradMode(false) { try linalgLuFactorEx(A, true, false) }
    let X: Tensor = try withGradMode(false) {
      if batch == Linalg.batch(A) || LU.dim == 2 {
        return try linalgLuSolve(LU, pivots, expand(B, batch + [n, Linalg.columns(B)]), true, false)
      }
      return try linalgLuSolve(
        expand(LU, batch + [n, n]), expand(pivots, batch + [n]), expand(B, batch + [n, Linalg.columns(B)]), true, false)
    }
    Tensor.recordedMany(
      "LinalgSolveExBackward0", outputs: [X, info], inputs: [A, B], save: [A, LU, pivots], saveOutputs: [0]
    ) { g, s in
      guard let g = g[0] else { return Grads(nil) }
      let A = try s[0]
      // The kept factorization serves first-order gradients; a graph of the gradient must start from A.
      let gB =
        isGradEnabled && (A.requiresGrad || g.requiresGrad)
        ? try linalgSolveEx(Linalg.mH(A), g, true, false).0 : try linalgLuSolve(s[1], s[2], g, true, true)
      return Grads(s.needs(0) ? try neg(Linalg.mm(gB, Linalg.mH(s[3]))) : nil, s.needs(1) ? gB : nil)
    }
    return (X, info)
  }

  public static func linalgSolve(_ A: Tensor, _ B: Tensor, _ left: Bool) throws -> Tensor {
    try solveEx("torch.linalg.solve", A, B, left, true).0
  }

  // MARK: inverses

  public static func linalgInvEx(_ A: Tensor, _ checkErrors: Bool) throws -> (Tensor, Tensor) {
    try invEx("linalg.inv_ex", A, checkErrors)
  }

  static func invEx(_ name: String, _ A: Tensor, _ checkErrors: Bool) throws -> (Tensor, Tensor) {
    try Linalg.checkSquare("linalg.inv", A)
    try Linalg.checkFloat("linalg.inv", A)
    let n = Linalg.rows(A)
    let (inverse, info): (Tensor, Tensor) = try withGradMode(false) {
      let unit = try expand(eye(n, nil, A.dtype), A.shape)
      return try solveLeft(A, unit)
    }
    if checkErrors { try Linalg.check(name, info, .inverse) }
    Tensor.recordedMany("LinalgInvExBackward0", outputs: [inverse, info], inputs: [A], saveOutputs: [0]) { g, s in
      guard let g = g[0] else { return Grads(nil) }
      let H = try Linalg.mH(s[0])
      return Grads(try neg(Linalg.mm(H, g, H)))
    }
    return (inverse, info)
  }

  public static func linalgInv(_ A: Tensor) throws -> Tensor { try invEx("linalg.inv", A, true).0 }
  public static func inverse(_ input: Tensor) throws -> Tensor { try invEx("linalg.inv", input, true).0 }

  public static func linalgTensorinv(_ A: Tensor, _ ind: Int) throws -> Tensor {
    if ind <= 0 { throw EmberwingError.runtime("Expected a strictly positive integer for 'ind', but got \(ind)") }
    let split = Swift.min(ind, A.dim)
    let (first, second) = (A.shape.slice(0..<split), A.shape.slice(split..<A.dim))
    if first.product != second.product {
      throw EmberwingError.runtime(
        "Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got \(second.product) != \(first.product)")
    }
    let flat = try reshape(A, [first.product, second.product])
    return try reshape(linalgInv(flat), second + first)
  }

  public static func linalgTensorsolve(_ A: Tensor, _ B: Tensor, _ dims: Shape?) throws -> Tensor {
    var a = A
    if let dims {
      var destination = Shape()
      for i in 0..<dims.count { destination.append(A.dim - dims.count + i) }
      a = try movedim(A, dims, destination)
    }
    if B.dim > a.dim {
      throw EmberwingError.runtime("tensorsolve: B has more dimensions (\(B.dim)) than A (\(a.dim))")
    }
    let result = a.shape.slice(B.dim..<a.dim)
    if result.product != B.count {
      throw EmberwingError.runtime(
        "Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got \(result.product) != \(B.count)")
    }
    return try reshape(
      linalgSolve(reshape(a, [a.count == 0 ? B.count : a.count / Swift.max(result.product, 1), result.product]), reshape(B, [B.count]), true), result)
  }

  // MARK: determinants

  /// The determinant of a permutation given as LAPACK's exchanges, ±1 in `type`.
  private static func parity(_ pivots: Tensor, _ type: DType) throws -> Tensor {
    let n = pivots.shape.last ?? 0
    let batch = pivots.shape.slice(0..<(pivots.dim - 1))
    let out = try Tensor.empty(batch, type)
    withExtendedLifetime(pivots) {
      let p = pivots.data.assumingMemoryBound(to: Int32.self)
      for b in 0..<batch.product {
        var odd = false
        for i in 0..<n where Int(p[b &* n &+ i]) != i &+ 1 { odd.toggle() }
        Scalar.int(odd ? -1 : 1).store(to: out.data + b &* type.size, as: type)
      }
    }
    return out
  }

  public static func linalgDet(_ A: Tensor) throws -> Tensor {
    try Linalg.checkSquare("linalg.det", A)
    try Linalg.checkFloat("linalg.det", A)
    let (LU, pivots, _) = try withGradMode(false) { try linalgLuFactorEx(A, true, false) }
    let det: Tensor = try withGradMode(false) {
      try Calc.mul(prod(Linalg.diagonal(LU), -1, false, nil), parity(pivots, A.dtype))
    }
    let regular = try isWellConditioned(LU)
    return det.recorded("LinalgDetBackward0", inputs: [A], save: [A], saveOutput: true) { g, s in
      let A = try s[0]
      let gd = try unsqueeze(unsqueeze(g, -1), -1)
      if regular {
        let scale = try Calc.mul(gd, unsqueeze(unsqueeze(Ops.conj(s[1]), -1), -1))
        return Grads(try Calc.mul(scale, Linalg.mH(linalgInvEx(A, false).0)))
      }
      return Grads(try Calc.mul(gd, adjugateH(A)))
    }
  }

  /// False where a pivot is lost in rounding: the inverse cannot serve the derivative of the determinant there.
  private static func isWellConditioned(_ LU: Tensor) throws -> Bool {
    if LU.count == 0 { return true }
    return try withGradMode(false) {
      let size = try Ops.abs(Linalg.diagonal(LU))
      let (low, high) = (try amin(size, [-1], false), try amax(size, [-1], false))
      let limit = (LU.dtype.realType == .float32 ? 1.2e-7 : 2.3e-16) * 1000
      return try allTrue(compare(.gt, "gt", low, .tensor(Calc.mul(high, limit))))
    }
  }

  /// The conjugate transpose of the adjugate through singular values: U · diag(Π_{j≠i} s_j) · Vᴴ · conj(det(U Vᴴ)).
  private static func adjugateH(_ A: Tensor) throws -> Tensor {
    let (U, S, Vh) = try linalgSvd(A, false, nil)
    let n = S.shape.last ?? 0
    if n == 0 { return A }
    let others: Tensor
    if n == 1 {
      others = try full(S.shape, 1, S.dtype)
    } else {
      // Rows of S with the i-th value replaced by 1.
      let square = try expand(unsqueeze(S, -2), S.shape + [n])
      let mask = try to(eye(n, nil, .float32), .bool)
      others = try prod(`where`(mask, .scalar(.float(1)), .tensor(square)), -1, false, nil)
    }
    let sign = try Ops.conj(linalgDet(Linalg.mm(U, Vh)))
    let core = try Linalg.mm(Calc.mul(U, unsqueeze(others, -2)), Vh)
    return try Calc.mul(unsqueeze(unsqueeze(sign, -1), -1), core)
  }

  public static func linalgSlogdet(_ A: Tensor) throws -> (Tensor, Tensor) {
    try Linalg.checkSquare("linalg.slogdet", A)
    try Linalg.checkFloat("linalg.slogdet", A, lowPrecision: false)
    let (sign, logabs): (Tensor, Tensor) = try withGradMode(false) {
      let (LU, pivots, _) = try linalgLuFactorEx(A, true, false)
      let diagonal = try Linalg.diagonal(LU)
      let size = try Ops.abs(diagonal)
      let units =
        A.dtype.isComplex
        ? try Calc.div(diagonal, `where`(compare(.eq, "eq", size, .scalar(0)), .scalar(1), .tensor(size)))
        : try Ops.sign(diagonal)
      return (
        try Calc.mul(prod(units, -1, false, nil), parity(pivots, A.dtype)), try sum(log(size), [-1], false, nil)
      )
    }
    let n = Linalg.rows(A)
    Tensor.recordedMany(
      "LinalgSlogdetBackward0", outputs: [sign, logabs], inputs: [A], save: [A], saveOutputs: [0]
    ) { g, s in
      let A = try s[0]
      if !A.dtype.isComplex && g[1] == nil { return Grads(nil) }
      var scale = try g[1] ?? Tensor.zeros(Linalg.batch(A), A.dtype.realType)
      if A.dtype.isComplex {
        scale = try to(scale, A.dtype)
        if let gs = g[0] {
          let turn = try Ops.imag(Calc.mul(Ops.conj(gs), s[1]))
          scale = try Calc.sub(scale, mul(to(turn, A.dtype), .scalar(.complex(0, 1))))
        }
      }
      let column = try unsqueeze(unsqueeze(scale, -1), -1)
      let right = try Calc.mul(column, eye(n, nil, A.dtype))
      return Grads(try linalgSolveEx(Linalg.mH(A), right, true, false).0)
    }
    return (sign, logabs)
  }

  public static func logdet(_ input: Tensor) throws -> Tensor {
    try Linalg.checkSquare("logdet", input)
    try Linalg.checkFloat("logdet", input)
    let (sign, logabs) = try linalgSlogdet(input)
    if input.dtype.isComplex { return try Calc.add(log(sign), logabs) }
    let negative = try compare(.lt, "lt", sign, .scalar(0))
    return try maskedFill(logabs, negative, .scalar(.float(.nan)))
  }
}
