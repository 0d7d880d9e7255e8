/// The type of a tensor's elements. Raw values are PyTorch's own `ScalarType` numbers, so that checkpoints and DLPack
/// need no table; the C header's `ew_dtype` uses the same.
public enum DType: UInt8, Sendable, CaseIterable {
  case uint8 = 0
  case int8 = 1
  case int16 = 2
  case int32 = 3
  case int64 = 4
  case float16 = 5
  case float32 = 6
  case float64 = 7
  case complex64 = 9
  case complex128 = 10
  case bool = 11
  case bfloat16 = 15
  case uint16 = 27
  case uint32 = 28
  case uint64 = 29

  /// Bytes an element takes.
  @inlinable public var size: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64: 8
    case .complex128: 16
    }
  }

  @inlinable public var isFloatingPoint: Bool {
    switch self {
    case .float16, .bfloat16, .float32, .float64: true
    default: false
    }
  }

  @inlinable public var isComplex: Bool { self == .complex64 || self == .complex128 }

  /// Integers without `bool`.
  @inlinable public var isInteger: Bool {
    switch self {
    case .uint8, .int8, .int16, .int32, .int64, .uint16, .uint32, .uint64: true
    default: false
    }
  }

  /// Integers and `bool`, PyTorch's "integral" types.
  @inlinable public var isIntegral: Bool { isInteger || self == .bool }

  /// Only these can require grad.
  @inlinable public var isDifferentiable: Bool { isFloatingPoint || isComplex }

  @inlinable public var isSigned: Bool {
    switch self {
    case .bool, .uint8, .uint16, .uint32, .uint64: false
    default: true
    }
  }

  /// The type in which kernels compute: `float16` and `bfloat16` compute in `float32` and round once.
  @inlinable public var computeType: DType { self == .float16 || self == .bfloat16 ? .float32 : self }

  /// The real type of a complex type's parts; every other type is its own.
  @inlinable public var realType: DType {
    switch self {
    case .complex64: .float32
    case .complex128: .float64
    default: self
    }
  }

  /// The complex type whose parts have this type's precision.
  @inlinable public var complexType: DType {
    switch self {
    case .float64, .complex128: .complex128
    default: .complex64
    }
  }

  /// PyTorch's name: `float32`.
  public var name: String {
    switch self {
    case .uint8: "uint8"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .float16: "float16"
    case .float32: "float32"
    case .float64: "float64"
    case .complex64: "complex64"
    case .complex128: "complex128"
    case .bool: "bool"
    case .bfloat16: "bfloat16"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .uint64: "uint64"
    }
  }

  /// The name PyTorch uses inside error messages: `Float`, `Long`.
  public var scalarTypeName: String {
    switch self {
    case .uint8: "Byte"
    case .int8: "Char"
    case .int16: "Short"
    case .int32: "Int"
    case .int64: "Long"
    case .float16: "Half"
    case .float32: "Float"
    case .float64: "Double"
    case .complex64: "ComplexFloat"
    case .complex128: "ComplexDouble"
    case .bool: "Bool"
    case .bfloat16: "BFloat16"
    case .uint16: "UInt16"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    }
  }

  /// PyTorch's type promotion of two dtypes of the same category of operand (`torch.promote_types`).
  @inlinable public static func promote(_ a: DType, _ b: DType) -> DType {
    if a == b { return a }
    if a == .bool { return b }
    if b == .bool { return a }
    if a.isComplex || b.isComplex {
      if a == .complex128 || b == .complex128 || a == .float64 || b == .float64 { return .complex128 }
      return .complex64
    }
    if a.isFloatingPoint || b.isFloatingPoint {
      if !a.isFloatingPoint { return b }
      if !b.isFloatingPoint { return a }
      if a == .float64 || b == .float64 { return .float64 }
      // float16 with bfloat16 meets in float32.
      return .float32
    }
    if a.isSigned == b.isSigned { return a.size >= b.size ? a : b }
    let (signed, unsigned) = a.isSigned ? (a, b) : (b, a)
    if signed.size > unsigned.size { return signed }
    switch unsigned {
    case .uint8: return .int16
    case .uint16: return .int32
    default: return .int64
    }
  }
}
