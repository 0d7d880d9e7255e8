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

/// Runs `body` without recording a graph (`torch.no_grad`).
public func noGrad<R>(_ body: () throws -> R) rethrows -> R { try withGradMode(false, body) }

/// Runs `body` with recording switched on, also inside `noGrad` (`torch.enable_grad`).
public func enableGrad<R>(_ body: () throws -> R) rethrows -> R { try withGradMode(true, body) }

/// Seeds the default generator, which then gives PyTorch's numbers (`torch.manual_seed`).
public func manualSeed(_ seed: Int) { Generator.default.manualSeed(UInt64(bitPattern: Int64(seed))) }

// Numbers stand where an op takes a tensor or a number, and one number where it takes a shape: `x.pow(2)`, `x.sum(dim: 1)`.

extension Operand: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .scalar(.float(value)) }
  public init(integerLiteral value: Int64) { self = .scalar(.int(value)) }
}

extension Shape: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = [value] }
}
