/// A Python number: what PyTorch calls `Number` in its signatures.
public enum Scalar: Sendable, Equatable {
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case complex(Double, Double)

  /// The value as a double; the imaginary part of a complex number is dropped.
  @inlinable public var double: Double {
    switch self {
    case .bool(let v): v ? 1 : 0
    case .int(let v): Double(v)
    case .float(let v): v
    case .complex(let re, _): re
    }
  }

  @inlinable public var imaginary: Double { if case .complex(_, let im) = self { im } else { 0 } }

  /// The value as an integer, floats truncated toward zero and saturated.
  @inlinable public var int64: Int64 {
    switch self {
    case .bool(let v): return v ? 1 : 0
    case .int(let v): return v
    case .float(let v), .complex(let v, _):
      if v.isNaN { return 0 }
      if v >= 0x1p63 { return .max }
      if v <= -0x1p63 { return .min }
      return Int64(v)
    }
  }

  /// `int64`, `bool`, `float64` or `complex128`: the category that takes part in type promotion.
  @inlinable public var category: DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    case .complex: .complex128
    }
  }

  @inlinable public var isIntegral: Bool {
    switch self {
    case .bool, .int: true
    default: false
    }
  }

  @inlinable public var conjugate: Scalar { if case .complex(let re, let im) = self { .complex(re, -im) } else { self } }

  @inlinable public var isZero: Bool { double == 0 && imaginary == 0 }
  @inlinable public var isOne: Bool { double == 1 && imaginary == 0 }
}

extension Scalar: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
