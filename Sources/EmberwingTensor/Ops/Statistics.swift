// Covariance, combinations of elements, and matrices made of vectors.
extension Ops {
  public static func cov(_ input: Tensor, _ correction: Int, _ fweights: Tensor?, _ aweights: Tensor?) throws -> Tensor {
    if input.dim > 2 {
      throw EmberwingError.runtime("cov(): expected input to have two or fewer dimensions but got an input with \(input.dim) dimensions")
    }
    if input.dtype == .bool { throw EmberwingError.notImplemented("cov(): bool dtype is not supported for input") }
    let x = input.dim < 2 ? try reshape(input, [1, -1]) : input
    let n = x.shape[1]
    for (w, name) in [(fweights, "fweights"), (aweights, "aweights")] {
      guard let w else { continue }
      if w.dim > 1 {
        throw EmberwingError.runtime("cov(): expected \(name) to have one or fewer dimensions but got \(name) with \(w.dim) dimensions")
      }
      if name == "fweights" ? !w.dtype.isIntegral : !w.dtype.isFloatingPoint {
        throw EmberwingError.runtime(
          "cov(): expected \(name) to have \(name == "fweights" ? "integral" : "floating point") dtype but got \(name) with \(w.dtype.scalarTypeName) dtype")
      }
      if w.count != n {
        throw EmberwingError.runtime(
          "cov(): expected \(name) to have the same numel as there are observations in the input but got \(w.count) != \(n)")
      }
      let positive = try withGradMode(false) { try ge(w, .scalar(0)) }
      if try !allTrue(positive) {
        throw EmberwingError.runtime("cov(): \(name) cannot be negative")
      }
    }
    var w: Tensor? = fweights
    if let a = aweights { w = try w.map { try mul($0, .tensor(a)) } ?? a }
    let average: Tensor
    let total: Tensor
    let real = x.dtype.isIntegral ? DefaultDType.current : x.dtype
    if let w {
      total = try sum(w, nil, false, nil)
      average = try div(try sum(try mul(x, .tensor(w)), [1], false, nil), .tensor(total))
    } else {
      total = try full([], .int(Int64(n)), .int64)
      average = try div(try sum(x, [1], false, nil), .tensor(total))
    }
    if w != nil, isTrue(try eq(total, .scalar(0))) {
      throw EmberwingError.runtime("cov(): weights sum to zero, can't be normalized")
    }
    let norm: Tensor
    if let w, aweights != nil, correction != 0 {
      let weighted = try sum(try mul(w, .tensor(aweights ?? w)), nil, false, nil)
      norm = try sub(total, .tensor(try mul(try div(weighted, .tensor(total)), .scalar(.int(Int64(correction))))), 1)
    } else {
      norm = try sub(total, .scalar(.int(Int64(correction))), 1)
    }
    let centred = try sub(try to(x, real), .tensor(try unsqueeze(average, 1)), 1)
    let other = try w.map { try mul(centred, .tensor($0)) } ?? centred
    let c = try mm(try to(centred, other.dtype), try conj(try transpose(other, 0, 1)))
    let scale = try clampMin(norm, .scalar(0))
    let out = try div(c, .tensor(scale))
    return try squeezeAll(out)
  }

  private static func squeezeAll(_ x: Tensor) throws -> Tensor {
    x.count == 1 && x.dim > 0 ? try reshape(x, []) : x
  }

  public static func corrcoef(_ input: Tensor) throws -> Tensor {
    if input.dim > 2 {
      throw EmberwingError.runtime("corrcoef(): expected input to have two or fewer dimensions but got an input with \(input.dim) dimensions")
    }
    let c = try cov(input, 1, nil, nil)
    if c.dim == 0 { return try div(c, .tensor(c)) }
    let s = try sqrt(try diagonal(c, 0, 0, 1))
    let scaled = try div(try div(c, .tensor(try unsqueeze(s, 1))), .tensor(try unsqueeze(s, 0)))
    if scaled.dtype.isComplex {
      return try complex(try clamp(try real(scaled), -1, 1), try clamp(try imag(scaled), -1, 1))
    }
    return try clamp(scaled, -1, 1)
  }

  public static func combinations(_ input: Tensor, _ r: Int, _ withReplacement: Bool) throws -> Tensor {
    if input.dim != 1 { throw EmberwingError.runtime("Expect a 1D vector, but got shape \(input.shape)") }
    if r < 0 { throw EmberwingError.runtime("Expect a non-negative number, but got \(r)") }
    if r == 0 { return try Tensor.empty([0], input.dtype) }
    let n = input.count
    if r > 64 { throw EmberwingError.runtime("combinations: r = \(r) is too large") }
    var flat: [Int64] = []
    var pick = withReplacement ? [Int](repeating: 0, count: r) : Array(0..<r)
    if n > 0 && (withReplacement || r <= n) {
      while true {
        for i in pick { flat.append(Int64(i)) }
        if flat.count > 1 << 28 { throw EmberwingError.runtime("combinations: the result is too large") }
        var k = r - 1
        while k >= 0 && pick[k] == (withReplacement ? n - 1 : n - r + k) { k -= 1 }
        if k < 0 { break }
        pick[k] += 1
        for j in (k + 1)..<Swift.max(r, k + 1) { pick[j] = withReplacement ? pick[k] : pick[j - 1] + 1 }
      }
    }
    let index = try flat.withUnsafeBufferPointer {
      try Tensor.copying($0.baseAddress.map { UnsafeRawPointer($0) }, shape: [flat.count], dtype: .int64)
    }
    return try reshape(try indexSelect(input, 0, index), [flat.count / r, r])
  }

  public static func cartesianProdList(_ tensors: [Tensor]) throws -> Tensor {
    for t in tensors where t.dim != 1 {
      throw EmberwingError.runtime("Expect a 1D vector, but got shape \(t.shape)")
    }
    guard let head = tensors.first else {
      throw EmberwingError.runtime("meshgrid expects a non-empty TensorList")
    }
    if tensors.count == 1 { return head }
    let grids = try meshgrid(tensors, "ij")
    return try stack(try grids.map { try reshape($0, [-1]) }, 1)
  }

  public static func blockDiagList(_ tensors: [Tensor]) throws -> Tensor {
    if tensors.isEmpty { return try Tensor.zeros([1, 0], DefaultDType.current) }
    var promotion = Promotion()
    var blocks: [Tensor] = []
    var (rows, columns) = (0, 0)
    for (i, t) in tensors.enumerated() {
      if t.dim > 2 {
        throw EmberwingError.runtime(
          "torch.block_diag: Input tensors must have 2 or fewer dimensions. Input \(i) has \(t.dim) dimensions")
      }
      promotion.include(t)
      let block = t.dim == 2 ? t : try reshape(t, [1, t.count])
      rows += block.shape[0]
      columns += block.shape[1]
      blocks.append(block)
    }
    let dtype = promotion.result
    let out = try Tensor.zeros([rows, columns], dtype)
    var corners: [(Int, Int, Int, Int)] = []
    var (r, c) = (0, 0)
    for b in blocks {
      corners.append((r, c, b.shape[0], b.shape[1]))
      try withGradMode(false) {
        try copyData(into: sliced(sliced(out, 0, r, b.shape[0], 1), 1, c, b.shape[1], 1), from: b)
      }
      r += b.shape[0]
      c += b.shape[1]
    }
    let shapes = tensors.map(\.shape)
    return out.recorded("BlockDiagBackward0", inputs: tensors) { g, s in
      var grads: [Tensor?] = []
      for (i, (r, c, h, w)) in corners.enumerated() {
        grads.append(
          s.needs(i) ? try reshape(sliced(sliced(g, 0, r, h, 1), 1, c, w, 1), shapes[i]) : nil)
      }
      return Grads(all: grads)
    }
  }

  public static func vander(_ x: Tensor, _ n: Int?, _ increasing: Bool) throws -> Tensor {
    if x.dim != 1 {
      throw EmberwingError.runtime("x must be a one-dimensional tensor.")
    }
    let columns = n ?? x.count
    if columns < 0 { throw EmberwingError.runtime("N must be non-negative.") }
    let dtype: DType = x.dtype.isIntegral ? .int64 : x.dtype
    let powers = try arange(0, .int(Int64(columns)), 1, .int64)
    let order = increasing ? powers : try flip(powers, [0])
    return try pow(try unsqueeze(try to(x, dtype), 1), .tensor(try unsqueeze(order, 0)))
  }

  public static func trace(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { throw unsupported("trace", .bool) }
    if input.dim != 2 { throw EmberwingError.runtime("trace: expected a matrix, but got tensor with dim \(input.dim)") }
    if input.dtype == .bool { throw unsupported("trace", .bool) }
    return try sum(try diagonal(input, 0, 0, 1), nil, false, nil)
  }

  public static func diagflat(_ input: Tensor, _ offset: Int) throws -> Tensor {
    try diag(try reshape(input, [-1]), offset)
  }

  public static func columnStack(_ tensors: [Tensor]) throws -> Tensor {
    if tensors.isEmpty { throw EmberwingError.runtime("column_stack expects a non-empty TensorList") }
    return try cat(try tensors.map { $0.dim < 2 ? try reshape($0, [$0.count, 1]) : $0 }, 1)
  }

  @_optimize(none)
  static func registerStatistics(_ r: inout Registry) {
    let wide = Samples.floats
    r.add(
      "cov(input, *, correction=1, fweights=None, aweights=None)", cov,
      "Covariance matrix of variables (rows) over observations (columns), with optional weights.",
      samples: Samples(dtypes: wide) { m in
        let f = try m.indices([4], 1, 4)
        let a = try m.tensor([4], 0.5, 2)
        return [
          [.tensor(try m.tensor([3, 4])), .int(1), .none, .none],
          [.tensor(try m.tensor([3, 4])), .int(0), .tensor(f), .none],
          [.tensor(try m.tensor([4])), .int(1), .tensor(f), .tensor(a)],
        ]
      }.firstOnly)
    r.add(
      "corrcoef(input)", corrcoef, "Correlation coefficients of variables (rows) over observations (columns).",
      samples: .calls([([3, 5], []), ([2, 4], [])], dtypes: wide, differentiable: false))
    r.add(
      "combinations(input, r=2, with_replacement=False)", combinations, "All combinations of `r` elements, one a row.",
      samples: .calls([([4], [.int(2), .bool(false)]), ([3], [.int(3), .bool(true)]), ([2], [.int(3), .bool(false)])]))
    r.add(
      "cartesian_prod.list(tensors)", cartesianProdList, "All combinations of one element of each vector, one a row.",
      on: .hidden, samples: .lists([([[2], [3]], []), ([[2]], [])]))
    r.add(
      "block_diag.list(tensors)", blockDiagList, "A matrix with the given matrices along its diagonal.", on: .hidden,
      samples: .lists([([[2, 3], [1, 2]], []), ([[2], []], [])]))
    r.add(
      "vander(x, N=None, increasing=False)", vander, "Powers of the elements of a vector, one row for each element.",
      on: .function,
      samples: .calls([([3], [.none, .bool(false)]), ([3], [.int(2), .bool(true)])], dtypes: wide))
    r.add(
      "trace(input)", trace, "Sum of the diagonal of a matrix.",
      samples: .calls([([3, 4], [])], bad: [([3], [], "expected a matrix")], dtypes: Samples.numbers))
    r.add(
      "diagflat(input, offset=0)", diagflat, "The matrix that has the flattened elements on its diagonal.",
      samples: .calls([([3], [.int(0)]), ([2, 2], [.int(-1)]), ([], [.int(1)])]))
    r.add(
      "column_stack(tensors)", columnStack, "The tensors joined as columns.", on: .function,
      samples: .lists([([[3], [3, 2]], []), ([[], []], [])]))
  }
}
