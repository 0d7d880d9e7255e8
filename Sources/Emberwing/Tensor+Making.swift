/// A Swift number that tensors are made of and give back.
public protocol TensorElement: Sendable {
  /// The dtype with this type's memory layout.
  static var dtype: DType { get }
  /// The dtype that a tensor made of such numbers has: PyTorch's choice for a list of them.
  static var inferredDType: DType { get }
}

extension TensorElement {
  public static var inferredDType: DType { dtype }
}

extension Bool: TensorElement { public static var dtype: DType { .bool } }
extension UInt8: TensorElement { public static var dtype: DType { .uint8 } }
extension Int32: TensorElement { public static var dtype: DType { .int32 } }
extension Int64: TensorElement { public static var dtype: DType { .int64 } }
extension Int: TensorElement { public static var dtype: DType { .int64 } }
extension Float: TensorElement { public static var dtype: DType { .float32 } }

extension Double: TensorElement {
  public static var dtype: DType { .float64 }
  /// The default dtype, `float32` unless it was set: Swift's literals are doubles, as Python's are.
  public static var inferredDType: DType { DefaultDType.current }
}

extension Tensor {
  /// A 0-d tensor: `Tensor(3.5)`.
  public init<T: TensorElement>(_ value: T, dtype: DType? = nil, requiresGrad: Bool = false) {
    self.init([value], shape: [], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A vector: `Tensor([1, 2, 3])`. Integers give `int64`, doubles the default dtype.
  public init<T: TensorElement>(_ values: [T], dtype: DType? = nil, requiresGrad: Bool = false) {
    self.init(values, shape: [values.count], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A matrix of rows of equal length: `Tensor([[1, 2], [3, 4]])`.
  public init<T: TensorElement>(_ rows: [[T]], dtype: DType? = nil, requiresGrad: Bool = false) {
    let width = rows.first?.count ?? 0
    if let odd = rows.first(where: { $0.count != width }) {
      fatalError("expected sequence of length \(width) at dim 1 (got \(odd.count))")
    }
    self.init(Array(rows.joined()), shape: [rows.count, width], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// Values in row-major order, in a shape of as many elements.
  public init<T: TensorElement>(_ values: [T], shape: Shape, dtype: DType? = nil, requiresGrad: Bool = false) {
    self = Tensor.made(requiresGrad) {
      guard try shape.checkedElementCount(elementSize: T.dtype.size) == values.count else {
        throw EmberwingError.runtime("shape '\(shape)' is invalid for input of size \(values.count)")
      }
      let exact = try values.withUnsafeBytes { try Tensor.copying($0.baseAddress, shape: shape, dtype: T.dtype) }
      return try Ops.to(exact, dtype ?? T.inferredDType)
    }
  }

  /// Zeros; `dtype` nil is the default dtype, here and below.
  public static func zeros(_ shape: Shape, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
    made(requiresGrad) { try Ops.zeros(shape, dtype) }
  }

  /// Ones.
  public static func ones(_ shape: Shape, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
    made(requiresGrad) { try Ops.ones(shape, dtype) }
  }

  /// `value` everywhere; without `dtype` the one that the number asks for.
  public static func full(_ shape: Shape, _ value: Scalar, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
    made(requiresGrad) { try Ops.full(shape, value, dtype) }
  }

  /// The unit matrix.
  public static func eye(_ n: Int, _ m: Int? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.eye(n, m, dtype) }
  }

  /// 0, 1, … up to `end`, which is not reached.
  public static func arange(_ end: Scalar, dtype: DType? = nil) -> Tensor { arange(0, end, dtype: dtype) }

  /// `start`, `start + step`, … up to `end`, which is not reached.
  public static func arange(_ start: Scalar, _ end: Scalar, _ step: Scalar = 1, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.arange(start, end, step, dtype) }
  }

  /// `steps` numbers at equal distances, both ends included.
  public static func linspace(_ start: Scalar, _ end: Scalar, _ steps: Int, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.linspace(start, end, steps, dtype) }
  }

  /// Uniform random numbers from 0 to 1, in PyTorch's stream.
  public static func rand(
    _ shape: Shape, generator: Generator? = nil, dtype: DType? = nil, requiresGrad: Bool = false
  ) -> Tensor {
    made(requiresGrad) { try Ops.rand(shape, generator, dtype) }
  }

  /// Normal random numbers with mean 0 and variance 1, in PyTorch's stream.
  public static func randn(
    _ shape: Shape, generator: Generator? = nil, dtype: DType? = nil, requiresGrad: Bool = false
  ) -> Tensor {
    made(requiresGrad) { try Ops.randn(shape, generator, dtype) }
  }

  /// Random integers of a range.
  public static func randint(
    _ range: Range<Int>, _ shape: Shape, generator: Generator? = nil, dtype: DType? = nil
  ) -> Tensor {
    mustSucceed { try Ops.randintLow(range.lowerBound, range.upperBound, shape, generator, dtype ?? .int64) }
  }

  /// The numbers 0 to n - 1 in random order.
  public static func randperm(_ n: Int, generator: Generator? = nil, dtype: DType? = nil) -> Tensor {
    mustSucceed { try Ops.randperm(n, generator, dtype ?? .int64) }
  }

  /// Joins along an axis that is there.
  public static func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor { mustSucceed { try Ops.cat(tensors, dim) } }

  /// Joins along a new axis.
  public static func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor { mustSucceed { try Ops.stack(tensors, dim) } }

  /// `a` where the condition holds, else `b` (`torch.where`).
  public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    mustSucceed { try Ops.`where`(condition, .tensor(a), .tensor(b)) }
  }

  private static func made(_ requiresGrad: Bool, _ body: () throws -> Tensor) -> Tensor {
    mustSucceed {
      let t = try body()
      if requiresGrad { try t.setRequiresGrad(true) }
      return t
    }
  }
}
