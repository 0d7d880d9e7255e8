// Least squares, pseudo-inverses, ranks and condition numbers.
extension Ops {
  public static func linalgLstsq(_ A: Tensor, _ B: Tensor, _ rcond: Double?, _ driver: String?) throws -> (
    Tensor, Tensor, Tensor, Tensor
  ) {
    let name = "torch.linalg.lstsq"
    if A.dim < 2 { throw EmberwingError.runtime("\(name): input must have at least 2 dimensions.") }
    if B.dim < 1 { throw EmberwingError.runtime("\(name): other must have at least 1 dimension.") }
    if A.dtype != B.dtype {
      throw EmberwingError.runtime(
        "\(name): Expected input and other to have the same dtype, but got input's dtype \(A.dtype.scalarTypeName) and other's dtype \(B.dtype.scalarTypeName)")
    }
    let difference = A.dim - B.dim
    if difference < 0 || difference > 1 {
      throw EmberwingError.runtime("\(name): input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1")
    }
    let vector = difference == 1 && B.shape == A.shape.slice(0..<(A.dim - 1))
    if difference == 1 && !vector {
      throw EmberwingError.runtime(
        "\(name): input.size(-2) should match other.size(\(-1))")
    }
    let b = vector ? try unsqueeze(B, -1) : B
    if Linalg.rows(A) != Linalg.rows(b) {
      throw EmberwingError.runtime("\(name): input.size(-2) should match other.size(\(vector ? -1 : -2))")
    }
    if A.dtype.realType != .float32 && A.dtype.realType != .float64 {
      throw EmberwingError.runtime("This function doesn't handle types other than float and double")
    }
    guard let method = LAPACK.LeastSquares(rawValue: driver ?? "gelsy") else {
      throw EmberwingError.runtime(
        "\(name): parameter `driver` should be one of (gels, gelsy, gelsd, gelss)")
    }
    let epsilon = A.dtype.realType == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
    let limit = rcond ?? epsilon * Double(Swift.max(Linalg.rows(A), Linalg.columns(A)))
    return try leastSquares(A, b, vector: vector, method, limit)
  }

  private static func leastSquares(
    _ A: Tensor, _ B: Tensor, vector: Bool, _ method: LAPACK.LeastSquares, _ rcond: Double
  ) throws -> (Tensor, Tensor, Tensor, Tensor) {
    let (m, n, columns) = (Linalg.rows(A), Linalg.columns(A), Linalg.columns(B))
    let batch = try Broadcast.shape(Linalg.batch(A), Linalg.batch(B))
    let (k, tall) = (Swift.min(m, n), Swift.max(m, n))
    let type = A.dtype
    let empty = try Tensor.empty([0], type.realType)
    var rank = try Tensor.zeros(batch, .int64)
    var singular = try Vectors(batch, k, type.realType).tensor
    var residuals = try Tensor.empty([0], type.realType)
    let X: Tensor = try withGradMode(false) {
      let x = try Matrices(batch, tall, columns, type)
      try fillData(x.tensor, 0)
      if m > 0 && x.tensor.count > 0 { try copyData(into: narrow(x.matrices, -2, 0, m), from: expand(B, batch + [m, columns])) }
      let a = try Matrices(expand(A, batch + [m, n]))
      if !a.isEmpty {
        let s = try Vectors(batch, k, type.realType)
        let ranks = try Vectors(batch, 1, .int32)
        let info = try Linalg.codes(batch)
        Linalg.forEach(a) { i in
          let code = LAPACK.leastSquares(
            method, type, a.rows, a.columns, x.columns, a.at(i), x.at(i), x.rows, s.at(i), rcond, ranks.ints(i))
          Linalg.set(info, i, code)
        }
        try Linalg.check("torch.linalg.lstsq", info, .leastSquares)
        singular = s.tensor
        rank = try to(reshape(ranks.tensor, batch), .int64)
      }
      // LAPACK's gels clears the right-hand sides where there is nothing to solve for.
      if method == .gels && k == 0 { try fillData(x.tensor, 0) }
      let full = x.matrices
      let known = try method == .gels || (method != .gelsy && allFull(rank, n))
      if m > n && known {
        let rest = try narrow(full, -2, n, m - n)
        let size = try Ops.abs(rest)
        residuals = try sum(Calc.mul(size, size), [-2], false, nil)
      }
      return try contiguousRows(full, n)
    }
    let output = vector ? try withGradMode(false) { try contiguous(squeeze(X, [-1])) } : X
    if method == .gels { rank = try Tensor.empty([0], .int64) }
    if method == .gels || method == .gelsy { singular = empty }
    let known = residuals.shape != [0]
    Tensor.recordedMany(
      "LinalgLstsqBackward0", outputs: [output, residuals], inputs: [A, B], save: [A, B], saveOutputs: [0]
    ) { g, s in
      let (A, B) = (try s[0], try s[1])
      var (gA, gB): (Tensor?, Tensor?) = (nil, nil)
      if var gX = g[0] {
        if vector { gX = try unsqueeze(gX, -1) }
        let pinv = try linalgPinv(A, nil, nil, false)
        if s.needs(0) { gA = try pinvGradient(Linalg.mm(gX, Linalg.mH(B)), pinv, A) }
        if s.needs(1) { gB = try Linalg.mm(Linalg.mH(pinv), gX) }
      }
      // At the minimum |A X - B|² does not change with X.
      if known, let gL = g[1] {
        let X = try vector ? unsqueeze(s[2], -1) : s[2]
        let rest = try Calc.mul(Calc.sub(Linalg.mm(A, X), B), Calc.mul(unsqueeze(gL, -2), 2))
        if s.needs(0) {
          let more = try Linalg.mm(rest, Linalg.mH(X))
          gA = try gA.map { try Calc.add($0, more) } ?? more
        }
        if s.needs(1) { gB = try gB.map { try Calc.sub($0, rest) } ?? neg(rest) }
      }
      return Grads(gA, gB)
    }
    return (output, residuals, rank, singular)
  }

  private static func allFull(_ rank: Tensor, _ n: Int) throws -> Bool {
    if rank.count == 0 { return true }
    return try allTrue(compare(.eq, "eq", rank, .scalar(.int(Int64(n)))))
  }

  private static func contiguousRows(_ x: Tensor, _ n: Int) throws -> Tensor {
    Linalg.rows(x) == n ? x : try cloneContiguousData(narrow(x, -2, 0, n))
  }

  // MARK: pseudo-inverse

  /// Default tolerances: atol 0; rtol max(m, n)·ε unless atol was given.
  private static func tolerances(_ A: Tensor, _ atol: Tensor?, _ rtol: Tensor?, _ name: String) throws -> (Tensor, Tensor)
  {
    for (t, which) in [(atol, "atol"), (rtol, "rtol")] {
      if let t, t.dtype.isComplex {
        throw EmberwingError.runtime(
          "\(name): \(which) tensor of complex type is not supported. Got \(t.dtype.scalarTypeName)")
      }
    }
    let type = A.dtype.realType
    let epsilon = type == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
    let size = Double(Swift.max(Linalg.rows(A), Linalg.columns(A)))
    let absolute = try atol ?? Tensor.scalar(0, type)
    if let rtol { return (absolute, rtol) }
    let relative = try Tensor.scalar(.float(epsilon * size), type)
    guard let atol else { return (absolute, relative) }
    let given = try compare(.gt, "gt", atol, .scalar(0))
    return (absolute, try `where`(given, .tensor(Tensor.scalar(0, type)), .tensor(relative)))
  }

  /// max(atol, rtol · largest), with a last dimension of 1 to compare with values.
  private static func threshold(_ values: Tensor, _ largest: Tensor, _ atol: Tensor, _ rtol: Tensor) throws -> Tensor {
    let a = try unsqueeze(to(atol, values.dtype), -1)
    let r = try Calc.mul(unsqueeze(to(rtol, values.dtype), -1), largest)
    return try binaryData(.maximum, "maximum", a, .tensor(r))
  }

  public static func linalgPinv(_ A: Tensor, _ atol: Tensor?, _ rtol: Tensor?, _ hermitian: Bool) throws -> Tensor {
    let name = "torch.linalg.pinv"
    let type = A.dtype.realType
    if A.dim < 2 || !(type == .float32 || type == .float64) {
      throw EmberwingError.runtime(
        "linalg.pinv(\(A.dtype.scalarTypeName){\(A.shape)}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types")
    }
    if hermitian { try Linalg.checkSquare("linalg.pinv", A) }
    let (absolute, relative) = try tolerances(A, atol, rtol, name)
    if A.count == 0 {
      return try Tensor.zeros(Linalg.batch(A) + [Linalg.columns(A), Linalg.rows(A)], A.dtype)
        .recorded("LinalgPinvBackward0", A) { g, _ in Grads(try Linalg.mT(Calc.zeros(like: g))) }
    }
    if hermitian {
      let (L, V) = try linalgEigh(A, "L")
      let size = try abs(L)
      let keep: Tensor = try withGradMode(false) {
        try compare(.gt, "gt", size, .tensor(threshold(size, amax(size, [-1], true), absolute, relative)))
      }
      let safe = try `where`(keep, .tensor(L), .scalar(1))
      let inverted = try Calc.keep(reciprocal(safe), where: keep)
      return try Linalg.mm(Calc.mul(V, unsqueeze(inverted, -2)), Linalg.mH(V))
    }
    let out: Tensor = try withGradMode(false) {
      let (U, S, Vh) = try linalgSvd(A, false, nil)
      let largest = try narrow(S, -1, 0, 1)
      let keep = try compare(.gt, "gt", S, .tensor(threshold(S, largest, absolute, relative)))
      let inverted = try Calc.keep(reciprocal(S), where: keep)
      return try Linalg.mm(Calc.mul(Linalg.mH(Vh), unsqueeze(inverted, -2)), Linalg.mH(U))
    }
    return out.recorded("LinalgPinvBackward0", inputs: [A], save: [A], saveOutput: true) { g, s in
      Grads(try pinvGradient(g, s[1], s[0]))
    }
  }

  static func pinvGradient(_ g: Tensor, _ P: Tensor, _ A: Tensor) throws -> Tensor {
    let (PH, gH) = (try Linalg.mH(P), try Linalg.mH(g))
    if Linalg.rows(A) <= Linalg.columns(A) {
      let K = try Linalg.mm(gH, P)
      let KPH = try Linalg.mm(K, PH)
      var x = try Calc.sub(KPH, Linalg.mH(Linalg.mm(P, K)))
      x = try Calc.sub(x, Linalg.mm(Linalg.mm(A, P), KPH))
      return try Calc.add(x, Linalg.mm(Linalg.mm(PH, P), Calc.sub(gH, Linalg.mm(K, A))))
    }
    let K = try Linalg.mm(P, gH)
    let PHK = try Linalg.mm(PH, K)
    var x = try Calc.sub(PHK, Linalg.mH(Linalg.mm(K, P)))
    x = try Calc.add(x, Linalg.mm(Calc.sub(gH, Linalg.mm(A, K)), Linalg.mm(P, PH)))
    return try Calc.sub(x, Linalg.mm(Linalg.mm(PHK, P), A))
  }

  public static func linalgMatrixRank(_ A: Tensor, _ atol: Tensor?, _ rtol: Tensor?, _ hermitian: Bool) throws -> Tensor {
    let name = "torch.linalg.matrix_rank"
    if A.dim < 2 {
      throw EmberwingError.runtime("torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.")
    }
    if hermitian { try Linalg.checkSquare("linalg.matrix_rank", A) }
    return try withGradMode(false) {
      let type = A.dtype.realType
      if type != .float32 && type != .float64 {
        throw EmberwingError.runtime("This function doesn't handle types other than float and double")
      }
      let (absolute, relative) = try tolerances(A, atol, rtol, name)
      if A.count == 0 {
        return try Tensor.zeros(Linalg.batch(A), .int64)
      }
      let values = hermitian ? try abs(linalgEigvalsh(A, "L")) : try linalgSvdvals(A, nil)
      let largest = try amax(values, [-1], true)
      let limit = try threshold(values, largest, absolute, relative)
      return try sum(compare(.gt, "gt", values, .tensor(limit)), [-1], false, nil)
    }
  }
}
