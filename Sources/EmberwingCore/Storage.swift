#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// A block of bytes that tensors view: memory of our own allocator, or memory lent by the host (a NumPy array, a mapped
/// file) with the closure that gives it back.
public final class Storage: @unchecked Sendable {
  public let data: UnsafeMutableRawPointer
  public let byteCount: Int
  /// Counts in-place changes; autograd compares it with what it was when a tensor was saved.
  public var version: UInt32 = 0
  /// Memory that must not be written: a read-only mapping or array.
  public let isReadOnly: Bool
  @usableFromInline let giveBack: (@Sendable () -> Void)?

  /// Live storages, for leak tests.
  public static let liveCount = Atomic<Int>(0)

  /// Uninitialised memory of at least `byteCount` bytes.
  public init(byteCount: Int) throws {
    guard let p = Allocator.allocate(byteCount) else {
      throw EmberwingError(
        .outOfMemory, "DefaultCPUAllocator: can't allocate memory: you tried to allocate \(byteCount) bytes.")
    }
    data = p
    self.byteCount = byteCount
    isReadOnly = false
    giveBack = nil
    Storage.liveCount.wrappingAdd(1, ordering: .relaxed)
  }

  /// Memory owned by somebody else; `giveBack` runs when the last tensor that views it is gone.
  public init(
    external data: UnsafeMutableRawPointer, byteCount: Int, isReadOnly: Bool = false,
    giveBack: @escaping @Sendable () -> Void
  ) {
    self.data = data
    self.byteCount = byteCount
    self.isReadOnly = isReadOnly
    self.giveBack = giveBack
    Storage.liveCount.wrappingAdd(1, ordering: .relaxed)
  }

  deinit {
    if let giveBack { giveBack() } else { Allocator.free(data, byteCount) }
    Storage.liveCount.wrappingSubtract(1, ordering: .relaxed)
  }
}
