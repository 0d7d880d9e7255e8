public final class Generator: @unchecked Sendable { public init() {} }
