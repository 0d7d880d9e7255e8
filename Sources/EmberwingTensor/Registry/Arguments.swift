/// The argument types that ops take, in PyTorch's words.
public enum ArgumentType: String, Sendable {
  case tensor = "Tensor"
  case optionalTensor = "Tensor?"
  case tensors = "Tensor[]"
  case optionalTensors = "Tensor?[]"
  /// A tensor or a number.
  case operand = "Tensor|Number"
  case int = "int"
  case optionalInt = "int?"
  case ints = "int[]"
  case optionalInts = "int[]?"
  case double = "float"
  case optionalDouble = "float?"
  case bool = "bool"
  case optionalBool = "bool?"
  case scalar = "Number"
  case optionalScalar = "Number?"
  case dtype = "dtype?"
  case string = "str"
  case optionalString = "str?"
  case generator = "Generator?"
}

/// An argument on its way to an op that is called by name: by the tests and by generic callers.
public enum Value {
  case none
  case tensor(Tensor)
  case tensors([Tensor])
  case optionalTensors([Tensor?])
  case scalar(Scalar)
  case ints(Shape)
  case dtype(DType)
  case string(String)
  case generator(Generator)

  public static func int(_ v: Int) -> Value { .scalar(.int(Int64(v))) }
  public static func float(_ v: Double) -> Value { .scalar(.float(v)) }
  public static func bool(_ v: Bool) -> Value { .scalar(.bool(v)) }
}

/// A Swift type that an op may take as an argument.
public protocol OpArgument {
  static var argumentType: ArgumentType { get }
  init(_ value: Value) throws
}

private func mismatch(_ value: Value, _ type: ArgumentType) -> EmberwingError {
  .type("argument must be \(type.rawValue), not \(value)")
}

extension Tensor: OpArgument {
  public static var argumentType: ArgumentType { .tensor }
  public init(_ value: Value) throws {
    guard case .tensor(let t) = value else { throw mismatch(value, .tensor) }
    self = t
  }
}

extension Operand: OpArgument {
  public static var argumentType: ArgumentType { .operand }
  public init(_ value: Value) throws {
    switch value {
    case .tensor(let t): self = .tensor(t)
    case .scalar(let s): self = .scalar(s)
    default: throw mismatch(value, .operand)
    }
  }
}

extension Scalar: OpArgument {
  public static var argumentType: ArgumentType { .scalar }
  public init(_ value: Value) throws {
    guard case .scalar(let s) = value else { throw mismatch(value, .scalar) }
    self = s
  }
}

extension Int: OpArgument {
  public static var argumentType: ArgumentType { .int }
  public init(_ value: Value) throws {
    guard case .scalar(.int(let v)) = value else { throw mismatch(value, .int) }
    self = Int(v)
  }
}

extension Double: OpArgument {
  public static var argumentType: ArgumentType { .double }
  public init(_ value: Value) throws {
    guard case .scalar(let s) = value else { throw mismatch(value, .double) }
    self = s.double
  }
}

extension Bool: OpArgument {
  public static var argumentType: ArgumentType { .bool }
  public init(_ value: Value) throws {
    guard case .scalar(let s) = value else { throw mismatch(value, .bool) }
    self = !s.isZero
  }
}

extension Shape: OpArgument {
  public static var argumentType: ArgumentType { .ints }
  public init(_ value: Value) throws {
    switch value {
    case .ints(let v): self = v
    case .scalar(.int(let v)): self = [Int(v)]
    default: throw mismatch(value, .ints)
    }
  }
}

extension String: OpArgument {
  public static var argumentType: ArgumentType { .string }
  public init(_ value: Value) throws {
    guard case .string(let s) = value else { throw mismatch(value, .string) }
    self = s
  }
}

extension DType: OpArgument {
  public static var argumentType: ArgumentType { .dtype }
  public init(_ value: Value) throws {
    guard case .dtype(let d) = value else { throw mismatch(value, .dtype) }
    self = d
  }
}

extension Generator: OpArgument {
  public static var argumentType: ArgumentType { .generator }
  public convenience init(_ value: Value) throws { throw mismatch(value, .generator) }
}

extension Array: OpArgument where Element: TensorListElement {
  public static var argumentType: ArgumentType { Element.listType }
  public init(_ value: Value) throws { self = try Element.list(value) }
}

/// `[Tensor]` and `[Tensor?]`.
public protocol TensorListElement {
  static var listType: ArgumentType { get }
  static func list(_ value: Value) throws -> [Self]
}

extension Tensor: TensorListElement {
  public static var listType: ArgumentType { .tensors }
  public static func list(_ value: Value) throws -> [Tensor] {
    guard case .tensors(let t) = value else { throw mismatch(value, .tensors) }
    return t
  }
}

extension Optional: TensorListElement where Wrapped == Tensor {
  public static var listType: ArgumentType { .optionalTensors }
  public static func list(_ value: Value) throws -> [Tensor?] {
    switch value {
    case .optionalTensors(let t): t
    case .tensors(let t): t
    default: throw mismatch(value, .optionalTensors)
    }
  }
}

extension Optional: OpArgument where Wrapped: OpArgument {
  public static var argumentType: ArgumentType {
    switch Wrapped.argumentType {
    case .tensor: .optionalTensor
    case .int: .optionalInt
    case .ints: .optionalInts
    case .double: .optionalDouble
    case .bool: .optionalBool
    case .scalar: .optionalScalar
    case .string: .optionalString
    default: Wrapped.argumentType
    }
  }
  public init(_ value: Value) throws {
    switch value {
    case .none: self = nil
    case .generator(let g): self = g as? Wrapped
    default: self = try Wrapped(value)
    }
  }
}
