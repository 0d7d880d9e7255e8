// Powers, exponentials, roots and polar factors of matrices; approximate factors of low rank.
extension Ops {
  public static func linalgMatrixPower(_ A: Tensor, _ n: Int) throws -> Tensor {
    try matrixPower("linalg.matrix_power", A, n)
  }

  public static func matrixPower(_ input: Tensor, _ n: Int) throws -> Tensor {
    try matrixPower("linalg.matrix_power", input, n)
  }

  private static func matrixPower(_ name: String, _ A: Tensor, _ n: Int) throws -> Tensor {
    try Linalg.checkSquare(name, A)
    if n == 0 {
      return try clone(expand(eye(Linalg.rows(A), nil, A.dtype), A.shape))
        .recorded("LinalgMatrixPowerBackward0", A) { g, _ in Grads(try Calc.zeros(like: g)) }
    }
    if n == 1 { return try clone(A) }
    var base = n < 0 ? try linalgInv(A) : A
    if n == -1 { return base }
    var rest = n.magnitude
    var result: Tensor?
    while true {
      if rest & 1 == 1 { result = try result.map { try Linalg.mm($0, base) } ?? base }
      rest >>= 1
      if rest == 0 { break }
      base = try Linalg.mm(base, base)
    }
    return result ?? base
  }

  public static func linalgMatrixExp(_ A: Tensor) throws -> Tensor {
    try Linalg.checkSquare("linalg.matrix_exp", A)
    try Linalg.checkFloat("linalg.matrix_exp", A, lowPrecision: true)
    let out = try withGradMode(false) { try exponential(A) }
    let n = Linalg.rows(A)
    return out.recorded("LinalgMatrixExpBackward0", A, save: A) { g, s in
      // exp of [[Aᴴ, G], [0, Aᴴ]] holds the derivative in its corner (Mathias 1996).
      let H = try Linalg.mH(s[0])
      let zero = try Tensor.zeros(H.shape, H.dtype)
      let block = try cat([cat([H, g], -1), cat([zero, H], -1)], -2)
      return Grads(try narrow(narrow(linalgMatrixExp(block), -2, 0, n), -1, n, n))
    }
  }

  public static func matrixExp(_ input: Tensor) throws -> Tensor { try linalgMatrixExp(input) }

  /// Scaling and squaring with the [13/13] Padé approximant (Higham 2005), in double precision.
  private static func exponential(_ A: Tensor) throws -> Tensor {
    let n = Linalg.rows(A)
    if A.count == 0 { return try clone(A) }
    let wide: DType = A.dtype.isComplex ? .complex128 : .float64
    let flat = try reshape(to(A, wide), [A.count / (n * n), n, n])
    let norms = try amax(linalgVectorNorm(flat, 1, [1], false, nil), [-1], false)
    let unit = try eye(n, nil, wide)
    let out = try Tensor.empty(flat.shape, wide)
    for i in 0..<flat.shape[0] {
      let norm = norms.data.load(fromByteOffset: 8 * i, as: Double.self)
      let x = try select(flat, 0, i)
      let target = try select(out, 0, i)
      if !norm.isFinite {
        try fillData(target, .float(.nan))
        continue
      }
      var squarings = 0
      var scaled = norm
      while scaled > 5.371920351148152 {
        scaled /= 2
        squarings += 1
      }
      var e = try pade13(squarings == 0 ? x : Calc.mul(x, scaled / norm), unit)
      for _ in 0..<squarings { e = try Linalg.mm(e, e) }
      try copyData(into: target, from: e)
    }
    return try castData(reshape(out, A.shape), A.dtype)
  }

  private static func pade13(_ A: Tensor, _ unit: Tensor) throws -> Tensor {
    let b: [Double] = [
      64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800, 129_060_195_264_000,
      10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800, 960_960, 16_380, 182, 1,
    ]
    let A2 = try Linalg.mm(A, A)
    let A4 = try Linalg.mm(A2, A2)
    let A6 = try Linalg.mm(A4, A2)
    func combine(_ c6: Double, _ c4: Double, _ c2: Double, _ c0: Double?) throws -> Tensor {
      var x = try Calc.add(Calc.add(Calc.mul(A6, c6), Calc.mul(A4, c4)), Calc.mul(A2, c2))
      if let c0 { x = try Calc.add(x, Calc.mul(unit, c0)) }
      return x
    }
    let oddHigh = try Linalg.mm(A6, combine(b[13], b[11], b[9], nil))
    let U = try Linalg.mm(A, Calc.add(oddHigh, combine(b[7], b[5], b[3], b[1])))
    let evenHigh = try Linalg.mm(A6, combine(b[12], b[10], b[8], nil))
    let V = try Calc.add(evenHigh, combine(b[6], b[4], b[2], b[0]))
    return try linalgSolveEx(Calc.sub(V, U), Calc.add(V, U), true, false).0
  }

  public static func linalgMatrixSqrth(_ A: Tensor) throws -> Tensor {
    try Linalg.checkSquare("linalg.matrix_sqrth", A)
    try Linalg.checkFloat("linalg.matrix_sqrth", A)
    let root: Tensor = try withGradMode(false) {
      let (L, V) = try linalgEigh(A, "L")
      return try Linalg.mm(Calc.mul(V, unsqueeze(sqrt(clampMin(L, .scalar(0))), -2)), Linalg.mH(V))
    }
    return root.recorded("LinalgMatrixSqrthBackward0", A, save: A) { g, s in
      // X dX + dX X = dA, in the eigenvectors' basis.
      let A = try s[0]
      let (L, V) = try linalgEigh(Calc.mul(Calc.add(A, Linalg.mH(A)), 0.5), "L")
      let r = try sqrt(clampMin(L, .scalar(0)))
      let E = try Calc.add(unsqueeze(r, -2), unsqueeze(r, -1))
      let inner = try Calc.div(Linalg.mm(Linalg.mH(V), g, V), E)
      let x = try Linalg.mm(V, inner, Linalg.mH(V))
      return Grads(try Calc.mul(Calc.add(x, Linalg.mH(x)), 0.5))
    }
  }

  public static func linalgPolar(_ A: Tensor) throws -> (Tensor, Tensor) {
    let name = "linalg.polar"
    try Linalg.check2D(name, A)
    try Linalg.checkFloat(name, A)
    let (m, n) = (Linalg.rows(A), Linalg.columns(A))
    if m < n {
      throw EmberwingError.runtime("\(name): input must have at least as many rows as columns, but got \(m) by \(n) matrices")
    }
    let factor: Tensor = try withGradMode(false) {
      let (W, _, Vh) = try linalgSvd(A, false, nil)
      return try Linalg.mm(W, Vh)
    }
    let U = factor.recorded("LinalgPolarBackward0", A, save: A) { g, s in
      let (W, S, Vh) = try linalgSvd(s[0], false, nil)
      let V = try Linalg.mH(Vh)
      let y = try Linalg.mm(Linalg.mH(W), g, V)
      let E = try Calc.add(unsqueeze(S, -2), unsqueeze(S, -1))
      var x = try Linalg.mm(W, Calc.div(Calc.sub(y, Linalg.mH(y)), E))
      if m > n {
        let gV = try Linalg.mm(g, V)
        let rest = try Calc.sub(gV, Linalg.mm(W, y))
        x = try Calc.add(x, Calc.div(rest, unsqueeze(S, -2)))
      }
      return Grads(try Linalg.mm(x, Vh))
    }
    let H = try Linalg.mm(Linalg.mH(U), A)
    return (U, try Calc.mul(Calc.add(H, Linalg.mH(H)), 0.5))
  }

  // MARK: low rank

  /// An orthonormal basis of about the range of A − M by randomized subspace iteration (Halko, Martinsson, Tropp 2009).
  private static func approximateBasis(_ A: Tensor, _ q: Int, _ niter: Int, _ M: Tensor?) throws -> Tensor {
    func apply(_ transposed: Bool, _ x: Tensor) throws -> Tensor {
      let y = try Linalg.mm(transposed ? Linalg.mH(A) : A, x)
      guard let M else { return y }
      return try Calc.sub(y, Linalg.mm(transposed ? Linalg.mH(M) : M, x))
    }
    let R = try to(randn([Linalg.columns(A), q], nil, A.dtype.realType), A.dtype)
    var Q = try linalgQr(apply(false, R), "reduced").0
    for _ in 0..<Swift.max(niter, 0) {
      Q = try linalgQr(apply(true, Q), "reduced").0
      Q = try linalgQr(apply(false, Q), "reduced").0
    }
    return Q
  }

  public static func svdLowrank(_ A: Tensor, _ q: Int?, _ niter: Int?, _ M: Tensor?) throws -> (Tensor, Tensor, Tensor) {
    try Linalg.check2D("svd_lowrank", A)
    try Linalg.checkFloat("svd_lowrank", A)
    if let q, q < 0 { throw EmberwingError.value("svd_lowrank: q(=\(q)) must be a non-negative integer") }
    var a = A
    var m = try M.map { try expand($0, A.shape) }
    let wide = Linalg.rows(A) < Linalg.columns(A)
    if wide {
      a = try Linalg.mH(a)
      m = try m.map { try Linalg.mH($0) }
    }
    let Q = try approximateBasis(a, q ?? 6, niter ?? 2, m)
    var B = try Linalg.mm(Linalg.mH(Q), a)
    if let m { B = try Calc.sub(B, Linalg.mm(Linalg.mH(Q), m)) }
    let (u, S, Vh) = try linalgSvd(B, false, nil)
    let (U, V) = (try Linalg.mm(Q, u), try Linalg.mH(Vh))
    return wide ? (V, S, U) : (U, S, V)
  }

  public static func pcaLowrank(_ A: Tensor, _ q: Int?, _ center: Bool, _ niter: Int) throws -> (Tensor, Tensor, Tensor) {
    try Linalg.check2D("pca_lowrank", A)
    let least = Swift.min(Linalg.rows(A), Linalg.columns(A))
    if let q, q < 0 || q > least {
      throw EmberwingError.value("q(=\(q)) must be non-negative integer and not greater than min(m, n)=\(least)")
    }
    if niter < 0 { throw EmberwingError.value("niter(=\(niter)) must be non-negative integer") }
    let rank = q ?? Swift.min(6, least)
    if !center { return try svdLowrank(A, rank, niter, nil) }
    return try svdLowrank(Calc.sub(A, mean(A, [-2], true, nil)), rank, niter, nil)
  }
}
