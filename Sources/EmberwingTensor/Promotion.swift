/// A tensor or a Python number: what PyTorch's binary operators take.
public enum Operand {
  case tensor(Tensor)
  case scalar(Scalar)

  public var tensor: Tensor? { if case .tensor(let t) = self { t } else { nil } }
  var requiresGrad: Bool { tensor?.requiresGrad ?? false }
  var shape: Shape { tensor?.shape ?? [] }
  var isComplex: Bool {
    switch self {
    case .tensor(let t): t.dtype.isComplex
    case .scalar(let s): s.category.isComplex
    }
  }

  /// The operand as a tensor; a number becomes a 0-d tensor that still promotes as a number.
  public func asTensor() throws -> Tensor {
    switch self {
    case .tensor(let t): t
    case .scalar(let s): try Tensor.wrappedNumber(s)
    }
  }
}

/// The process-wide default floating dtype (`torch.set_default_dtype`).
public enum DefaultDType {
  nonisolated(unsafe) private static var value: DType = .float32

  public static var current: DType { value }

  public static func set(_ dtype: DType) throws {
    guard dtype.isFloatingPoint else {
      throw EmberwingError.type(
        "only floating-point types are supported as the default type, but got torch.\(dtype.name)")
    }
    value = dtype
  }
}

/// PyTorch's type promotion: tensors with dimensions outrank 0-d tensors, which outrank numbers; a lower rank counts only
/// when its category (bool < integer < floating < complex) is higher.
struct Promotion {
  private var dimensioned: DType?
  private var zeroDim: DType?
  private var number: DType?

  mutating func include(_ t: Tensor) {
    if t.isWrappedNumber {
      include(category: t.dtype)
    } else if t.dim == 0 {
      zeroDim = zeroDim.map { DType.promote($0, t.dtype) } ?? t.dtype
    } else {
      dimensioned = dimensioned.map { DType.promote($0, t.dtype) } ?? t.dtype
    }
  }

  mutating func include(category: DType) {
    let d: DType =
      switch category {
      case .float64: DefaultDType.current
      case .complex128: DefaultDType.current.complexType
      default: category
      }
    number = number.map { DType.promote($0, d) } ?? d
  }

  mutating func include(_ o: Operand) {
    switch o {
    case .tensor(let t): include(t)
    case .scalar(let s): include(category: s.category)
    }
  }

  private static func rank(_ d: DType) -> Int { d == .bool ? 0 : d.isInteger ? 1 : d.isFloatingPoint ? 2 : 3 }

  private static func combine(_ high: DType?, _ low: DType?) -> DType? {
    guard let high else { return low }
    guard let low else { return high }
    if rank(low) <= rank(high) { return high }
    // A lower-ranking complex operand keeps the precision of a floating higher one.
    if low.isComplex && high.isFloatingPoint { return high.complexType }
    return low
  }

  var result: DType {
    Self.combine(Self.combine(dimensioned, zeroDim), number) ?? DefaultDType.current
  }

  @inline(__always)
  static func of(_ a: Tensor, _ b: Operand) -> DType {
    if case .tensor(let t) = b, t.dtype == a.dtype { return a.dtype }
    if case .scalar(let s) = b, rank(s.category) <= rank(a.dtype) { return a.dtype }
    var p = Promotion()
    p.include(a)
    p.include(b)
    return p.result
  }

  static func of(_ operands: [Operand]) -> DType {
    var p = Promotion()
    for o in operands { p.include(o) }
    return p.result
  }
}

enum Broadcast {
  /// The common shape of two shapes (NumPy's rule).
  static func shape(_ a: Shape, _ b: Shape) throws -> Shape {
    if a == b { return a }
    let n = Swift.max(a.count, b.count)
    var r = Shape(repeating: 1, count: n)
    var i = 0
    while i < n {
      let x = i < a.count ? a[a.count - 1 - i] : 1
      let y = i < b.count ? b[b.count - 1 - i] : 1
      if x != y && x != 1 && y != 1 {
        throw EmberwingError.runtime(
          "The size of tensor a (\(x)) must match the size of tensor b (\(y)) at non-singleton dimension \(n - 1 - i)")
      }
      r[n - 1 - i] = x == 1 ? y : x
      i += 1
    }
    return r
  }

  /// Whether `shape` broadcasts to exactly `target`.
  static func isExpandable(_ shape: Shape, to target: Shape) -> Bool {
    if shape.count > target.count { return false }
    for i in 0..<shape.count {
      let s = shape[shape.count - 1 - i]
      if s != 1 && s != target[target.count - 1 - i] { return false }
    }
    return true
  }

  /// Strides of `t` seen with shape `target`: 0 along broadcast axes.
  static func strides(_ t: Tensor, to target: Shape) -> Shape {
    var s = Shape(repeating: 0, count: target.count)
    let shift = target.count - t.dim
    for i in 0..<t.dim { s[i + shift] = t.shape[i] == 1 && target[i + shift] != 1 ? 0 : t.strides[i] }
    return s
  }
}

/// Maps a possibly negative dimension to its index, with PyTorch's error.
func wrapDim(_ dim: Int, _ rank: Int) throws -> Int {
  let n = Swift.max(rank, 1)
  if dim < -n || dim >= n {
    throw EmberwingError.index("Dimension out of range (expected to be in range of [\(-n), \(n - 1)], but got \(dim))")
  }
  return dim < 0 ? dim + n : dim
}
