#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// A block of bytes that tensors view: memory of our own allocator, or memory lent by the host (a NumPy array, a mapped
/// file) with the closure that gives it back.
public final class Storage: @unchecked Sendable {
  // Unchecked, because every kernel call reads them; they change in `resize` alone.
  @exclusivity(unchecked) public private(set) var data: UnsafeMutableRawPointer
  @exclusivity(unchecked) public private(set) var byteCount: Int
  /// Bytes at `data`; more than `byteCount` after the storage shrank.
  private var capacity: Int
  /// Blocks that were outgrown. Whoever still holds an address into one may go on reading it.
  private var outgrown: [(UnsafeMutableRawPointer, Int)] = []
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
    capacity = byteCount
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
    capacity = byteCount
    self.isReadOnly = isReadOnly
    self.giveBack = giveBack
    Storage.liveCount.wrappingAdd(1, ordering: .relaxed)
  }

  /// Whether the memory is our own, to be made larger or smaller.
  public var isResizable: Bool { giveBack == nil }

  /// Changes the size for every tensor that views the storage; the bytes that both sizes have stay. Memory that tensors may
  /// still view is kept until the storage dies: a tensor that ends beyond a smaller size reads what was there.
  public func resize(to newCount: Int) throws {
    if !isResizable { throw EmberwingError.runtime("Trying to resize storage that is not resizable") }
    if newCount < 0 { throw EmberwingError.runtime("storage resize: a negative size, \(newCount)") }
    if newCount > capacity {
      // The second time it grows on, so that adding little by little does not keep a block for every step.
      let (double, overflow) = capacity.multipliedReportingOverflow(by: 2)
      let wanted = outgrown.isEmpty || overflow ? newCount : Swift.max(newCount, double)
      guard let p = Allocator.allocate(wanted) else {
        throw EmberwingError(
          .outOfMemory, "DefaultCPUAllocator: can't allocate memory: you tried to allocate \(wanted) bytes.")
      }
      p.copyMemory(from: data, byteCount: Swift.min(byteCount, newCount))
      outgrown.append((data, capacity))
      data = p
      capacity = wanted
    }
    byteCount = newCount
  }

  deinit {
    if let giveBack { giveBack() } else { Allocator.free(data, capacity) }
    for (p, size) in outgrown { Allocator.free(p, size) }
    Storage.liveCount.wrappingSubtract(1, ordering: .relaxed)
  }
}
