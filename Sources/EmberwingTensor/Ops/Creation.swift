#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The C function, whose name an op hides.
private func naturalLogarithm(_ x: Double) -> Double { log(x) }

// New tensors of known values, and triangles.
extension Ops {
  public static func emptyLike(_ input: Tensor, _ dtype: DType?) throws -> Tensor {
    try Tensor.empty(input.shape, dtype ?? input.dtype)
  }

  public static func zerosLike(_ input: Tensor, _ dtype: DType?) throws -> Tensor {
    try Tensor.zeros(input.shape, dtype ?? input.dtype)
  }

  public static func onesLike(_ input: Tensor, _ dtype: DType?) throws -> Tensor {
    try full(input.shape, 1, dtype ?? input.dtype)
  }

  public static func fullLike(_ input: Tensor, _ fillValue: Scalar, _ dtype: DType?) throws -> Tensor {
    try full(input.shape, fillValue, dtype ?? input.dtype)
  }

  public static func eye(_ n: Int, _ m: Int?, _ dtype: DType?) throws -> Tensor {
    if n < 0 { throw EmberwingError.runtime("n must be greater or equal to 0, got \(n)") }
    if let m, m < 0 { throw EmberwingError.runtime("m must be greater or equal to 0, got \(m)") }
    let columns = m ?? n
    let t = try Tensor.zeros([n, columns], dtype ?? DefaultDType.current)
    let size = t.dtype.size
    for i in 0..<Swift.min(n, columns) { Scalar.int(1).store(to: t.data + (i &* columns &+ i) &* size, as: t.dtype) }
    return t
  }

  public static func linspace(_ start: Scalar, _ end: Scalar, _ steps: Int, _ dtype: DType?) throws -> Tensor {
    if steps < 0 { throw EmberwingError.runtime("number of steps must be non-negative") }
    let numbersAreComplex = start.category.isComplex || end.category.isComplex
    let type = dtype ?? (numbersAreComplex ? DefaultDType.current.complexType : DefaultDType.current)
    if type.isComplex {
      return try complex(
        linspace(.float(start.double), .float(end.double), steps, type.realType),
        linspace(.float(start.imaginary), .float(end.imaginary), steps, type.realType))
    }
    if numbersAreComplex {
      throw EmberwingError.runtime("linspace(): inferred dtype complex can't be safely cast to passed dtype \(type.name)")
    }
    if type == .float32 {
      let t = try Tensor.empty([steps], .float32)
      spaced(t.data.assumingMemoryBound(to: Float.self), Float(start.double), Float(end.double), steps)
      return t
    }
    let t = try Tensor.empty([steps], .float64)
    let (a, b) = type.isIntegral ? (Double(start.int64), Double(end.int64)) : (start.double, end.double)
    spaced(t.data.assumingMemoryBound(to: Double.self), a, b, steps)
    return try castData(t, type)
  }

  /// Symmetric about the middle, so that both ends are exact.
  private static func spaced<T: BinaryFloatingPoint>(_ p: UnsafeMutablePointer<T>, _ a: T, _ b: T, _ n: Int) {
    if n == 1 { p[0] = a }
    if n < 2 { return }
    let step = (b - a) / T(n - 1)
    for i in 0..<n { p[i] = i < n / 2 ? a + step * T(i) : b - step * T(n - 1 - i) }
  }

  public static func logspace(_ start: Scalar, _ end: Scalar, _ steps: Int, _ base: Double, _ dtype: DType?) throws
    -> Tensor
  {
    if dtype?.isComplex ?? (start.category.isComplex || end.category.isComplex) {
      let type = dtype ?? DefaultDType.current.complexType
      let exponents = try linspace(start, end, steps, .complex128)
      return try castData(try exp(try Calc.mul(exponents, naturalLogarithm(base))), type)
    }
    // Integers count in integers, as PyTorch's do.
    let whole = dtype?.isIntegral ?? false
    let exponents = try linspace(
      whole ? .int(start.int64) : .float(start.double), whole ? .int(end.int64) : .float(end.double), steps, .float64)
    let powers = try binaryData(.pow, "logspace", try Tensor.scalar(.float(base), .float64), .tensor(exponents))
    return try castData(powers, dtype ?? DefaultDType.current)
  }

  // MARK: triangles

  public static func tril(_ input: Tensor, _ diagonal: Int) throws -> Tensor {
    try triangle("tril", input, diagonal, lower: true)
  }

  public static func triu(_ input: Tensor, _ diagonal: Int) throws -> Tensor {
    try triangle("triu", input, diagonal, lower: false)
  }

  private static func triangle(_ name: String, _ x: Tensor, _ diagonal: Int, lower: Bool) throws -> Tensor {
    if x.dim < 2 { throw EmberwingError.runtime("\(name): input tensor must have at least 2 dimensions") }
    let out = try cloneContiguousData(x)
    let (rows, columns) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
    let size = x.dtype.size
    let k = Swift.max(-rows - 1, Swift.min(diagonal, columns + 1))
    if out.count > 0 {
      for row in 0..<(out.count / columns) {
        // Kept: columns up to i + k in the lower triangle, from i + k in the upper one.
        let edge = row % rows + k
        let first = lower ? Swift.max(0, Swift.min(edge + 1, columns)) : 0
        let last = lower ? columns : Swift.max(0, Swift.min(edge, columns))
        let p = out.data + (row &* columns &+ first) &* size
        p.initializeMemory(as: UInt8.self, repeating: 0, count: (last - first) &* size)
      }
    }
    return out.recorded(lower ? "TrilBackward0" : "TriuBackward0", x) { g, _ in
      Grads(try triangle(name, g, diagonal, lower: lower))
    }
  }

  public static func trilIndices(_ row: Int, _ col: Int, _ offset: Int) throws -> Tensor {
    try triangleIndices(row, col, offset, lower: true)
  }

  public static func triuIndices(_ row: Int, _ col: Int, _ offset: Int) throws -> Tensor {
    try triangleIndices(row, col, offset, lower: false)
  }

  private static func triangleIndices(_ rows: Int, _ columns: Int, _ offset: Int, lower: Bool) throws -> Tensor {
    if rows < 0 { throw EmberwingError.runtime("row must be non-negative, got\(rows)") }
    if columns < 0 { throw EmberwingError.runtime("col must be non-negative, got\(columns)") }
    _ = try ([rows, columns] as Shape).checkedElementCount(elementSize: 16)
    // What follows adds the two, and either may be as large as it likes when the other is 0.
    if rows == 0 || columns == 0 { return try Tensor.empty([2, 0], .int64) }
    let k = Swift.max(-rows - 1, Swift.min(offset, columns + 1))
    func span(_ i: Int) -> Range<Int> {
      let edge = lower ? i + k + 1 : i + k
      let cut = Swift.max(0, Swift.min(edge, columns))
      return lower ? 0..<cut : cut..<columns
    }
    // The rows that hold anything, and of these how many are cut and how many whole.
    let first = lower ? Swift.min(Swift.max(0, -k), rows) : 0
    let last = lower ? rows : Swift.max(0, Swift.min(rows, columns - k))
    let cut = lower ? Swift.max(0, Swift.min(last, columns - k) - first) : Swift.max(0, last - Swift.max(0, -k))
    var edges = 0
    if cut > 0 {
      edges = lower ? span(first).count + span(first + cut - 1).count : span(last - cut).count + span(last - 1).count
    }
    let n = edges * cut / 2 + (last - first - cut) * columns
    let t = try Tensor.empty([2, n], .int64)
    let p = t.data.assumingMemoryBound(to: Int64.self)
    var at = 0
    for i in first..<Swift.max(first, last) {
      for j in span(i) {
        p[at] = Int64(i)
        p[n + at] = Int64(j)
        at += 1
      }
    }
    return t
  }

  @_optimize(none)
  static func registerCreation(_ r: inout Registry) {
    func plain(deterministic: Bool = true, _ make: @escaping (inout SampleMaker) throws -> [[Value]]) -> Samples {
      Samples(dtypes: [.float32], differentiable: false, deterministic: deterministic, make)
    }
    func sized(deterministic: Bool = true) -> Samples {
      Samples(
        dtypes: [.float32], differentiable: false, deterministic: deterministic,
        bad: { _ in [(arguments: [.ints([-1]), .none], message: "negative dimension")] }
      ) { _ in [[.ints([2, 3]), .none], [.ints([]), .dtype(.int64)], [.ints([0]), .none]] }
    }
    r.add("empty(size, *, dtype=None)", empty, "A tensor of shape `size` with arbitrary values.", on: .function,
      samples: sized(deterministic: false))
    r.add("zeros(size, *, dtype=None)", zeros, "Zeros of shape `size`.", on: .function, samples: sized())
    r.add("ones(size, *, dtype=None)", ones, "Ones of shape `size`.", on: .function, samples: sized())
    r.add(
      "full(size, fill_value, *, dtype=None)", full, "The number `fill_value` everywhere, of shape `size`.",
      on: .function, samples: plain { _ in [[.ints([2, 3]), .float(1.5), .none], [.ints([]), .int(2), .dtype(.float64)]] })
    r.add(
      "arange(start, end, step=1, *, dtype=None)", arange, "`start`, `start + step`, … below `end`.", on: .function,
      samples: Samples(
        dtypes: [.float32], differentiable: false,
        bad: { _ in [(arguments: [.int(0), .int(5), .int(0), .none], message: "step must be nonzero")] }
      ) { _ in
        [
          [.int(0), .int(5), .int(1), .none], [.float(0), .float(1), .float(0.3), .none],
          [.int(5), .int(-2), .int(-3), .none], [.int(0), .int(4), .int(1), .dtype(.float64)],
        ]
      })
    r.add(
      "linspace(start, end, steps, *, dtype=None)", linspace, "`steps` numbers evenly from `start` to `end`, both included.",
      on: .function,
      samples: plain { _ in
        [
          [.int(0), .int(1), .int(5), .none], [.float(3), .float(-10), .int(7), .dtype(.float64)],
          [.int(0), .int(5), .int(3), .dtype(.int64)], [.int(2), .int(9), .int(1), .none], [.int(0), .int(1), .int(0), .none],
        ]
      })
    r.add(
      "logspace(start, end, steps, base=10.0, *, dtype=None)", logspace,
      "`steps` numbers from `base ** start` to `base ** end`, evenly in the exponent.", on: .function,
      samples: plain { _ in [[.int(0), .int(2), .int(5), .float(10), .none]] })
    r.add(
      "eye(n, m=None, *, dtype=None)", eye, "The n × m matrix with ones on the diagonal.", on: .function,
      samples: Samples(
        dtypes: [.float32], differentiable: false,
        bad: { _ in [(arguments: [.int(-1), .none, .none], message: "n must be greater or equal to 0")] }
      ) { _ in [[.int(3), .none, .none], [.int(2), .int(4), .dtype(.int64)], [.int(0), .none, .none]] })
    let like = plain { m in [[.tensor(try m.tensor([2, 3])), .none], [.tensor(try m.tensor([])), .dtype(.int64)]] }
    let likeAny = plain(deterministic: false) { m in [[.tensor(try m.tensor([2, 3])), .none]] }
    r.add("empty_like(input, *, dtype=None)", emptyLike, "Arbitrary values in the shape of `input`.", on: .function,
      samples: likeAny)
    r.add("zeros_like(input, *, dtype=None)", zerosLike, "Zeros in the shape of `input`.", on: .function, samples: like)
    r.add("ones_like(input, *, dtype=None)", onesLike, "Ones in the shape of `input`.", on: .function, samples: like)
    r.add(
      "full_like(input, fill_value, *, dtype=None)", fullLike, "The number `fill_value` in the shape of `input`.",
      on: .function, samples: plain { m in [[.tensor(try m.tensor([2, 3])), .float(1.5), .none]] })
    let triangles = Samples(
      dtypes: Samples.numbers,
      bad: { m in [(arguments: [.tensor(try m.tensor([3])), .int(0)], message: "must have at least 2 dimensions")] }
    ) { m in
      [
        [.tensor(try m.tensor([3, 3])), .int(0)], [.tensor(try m.tensor([2, 3, 4])), .int(1)],
        [.tensor(try m.tensor([3, 2])), .int(-1)], [.tensor(try m.tensor([0, 3])), .int(9)],
      ]
    }
    r.add(
      "tril(input, diagonal=0)", tril, "The lower triangle of each matrix, up to `diagonal`; zeros above.",
      inplace: .copied, samples: triangles)
    r.add(
      "triu(input, diagonal=0)", triu, "The upper triangle of each matrix, from `diagonal` on; zeros below.",
      inplace: .copied, samples: triangles)
    let indices = plain { _ in [[.int(3), .int(4), .int(0)], [.int(4), .int(3), .int(-1)]] }
    r.add(
      "tril_indices(row, col, offset=0)", trilIndices, "Row and column indices [2, n] of a lower triangle.",
      on: .function, samples: indices)
    r.add(
      "triu_indices(row, col, offset=0)", triuIndices, "Row and column indices [2, n] of an upper triangle.",
      on: .function, samples: indices)
  }

  /// Reductions, matrix products, layers, random numbers and creation.
  @_optimize(none)
  static func registerReductions(_ r: inout Registry) {
    registerSums(&r)
    registerExtremes(&r)
    registerMoments(&r)
    registerSoftmax(&r)
    registerMatrixProducts(&r)
    registerConvolutions(&r)
    registerPooling(&r)
    registerNormalization(&r)
    registerDropout(&r)
    registerRandom(&r)
    registerRandomCounts(&r)
    registerCreation(&r)
  }
}
