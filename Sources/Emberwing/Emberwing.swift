@_exported import EmberwingCore
@_exported import EmberwingData
@_exported import EmberwingIO
@_exported import EmberwingNN
@_exported import EmberwingOptim
@_exported import EmberwingTensor
@_exported import EmberwingVision

/// Runs an op that a Swift program writes without `try`: an error stops the program with the message that `try Ops.…`
/// would have thrown.
@discardableResult
func mustSucceed<R>(_ body: () throws -> R) -> R {
  do { return try body() } catch { fatalError("\(error)") }
}

extension Operand: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .scalar(.float(value)) }
  public init(integerLiteral value: Int64) { self = .scalar(.int(value)) }
}

extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor { mustSucceed { try Ops.add(a, .tensor(b), 1) } }
  public static func + (a: Tensor, b: Double) -> Tensor { mustSucceed { try Ops.add(a, .scalar(.float(b)), 1) } }
  public static func - (a: Tensor, b: Tensor) -> Tensor { mustSucceed { try Ops.sub(a, .tensor(b), 1) } }
  public static func - (a: Tensor, b: Double) -> Tensor { mustSucceed { try Ops.sub(a, .scalar(.float(b)), 1) } }
  public static func * (a: Tensor, b: Tensor) -> Tensor { mustSucceed { try Ops.mul(a, .tensor(b)) } }
  public static func * (a: Tensor, b: Double) -> Tensor { mustSucceed { try Ops.mul(a, .scalar(.float(b))) } }
  public static prefix func - (a: Tensor) -> Tensor { mustSucceed { try Ops.neg(a) } }

  /// Accumulates the gradients of a one-element tensor into the leaves of its graph.
  public func backward() throws { try Autograd.backward([self], gradients: [nil], retainGraph: false, createGraph: false) }

  /// The single element as a number.
  public func item() -> Double { count == 1 ? Scalar(loading: data, as: dtype).double : .nan }
}
