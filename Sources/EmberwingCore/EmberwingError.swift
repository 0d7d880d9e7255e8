/// What every throwing function of Emberwing throws: a kind, which the Python package turns into the exception class
/// that PyTorch raises, and a message that begins with PyTorch's own wording where that is well known.
public struct EmberwingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of error, numbered as `ew_error_code` in the C header.
  public enum Kind: Int32, Sendable, CaseIterable {
    case runtime = 1
    case value = 2
    case type = 3
    case index = 4
    case notImplemented = 5
    case outOfMemory = 6
    case key = 7
    case io = 8
    /// Raised by a callback of the host language; the host keeps the original exception.
    case callback = 9
    case attribute = 10
    case overflow = 11
    case assertion = 12
    case stopIteration = 13
    case fileNotFound = 14
    case unpickling = 15
    /// A matrix on which a routine of linear algebra failed.
    case linalg = 16
  }

  public let kind: Kind
  public let message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }

  public static func runtime(_ message: String) -> EmberwingError { .init(.runtime, message) }
  public static func value(_ message: String) -> EmberwingError { .init(.value, message) }
  public static func type(_ message: String) -> EmberwingError { .init(.type, message) }
  public static func index(_ message: String) -> EmberwingError { .init(.index, message) }
  public static func notImplemented(_ message: String) -> EmberwingError { .init(.notImplemented, message) }
  public static func overflow(_ message: String) -> EmberwingError { .init(.overflow, message) }
}
