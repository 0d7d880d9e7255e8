#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// Where tensor memory comes from: `malloc` for small blocks, and for the others a cache of freed blocks by size class,
/// since a fresh large block costs more in page faults than most operations cost to compute.
public enum Allocator {
  /// What the allocator holds at one moment, in bytes of the size classes used.
  public struct Statistics: Sendable, Equatable {
    /// Bytes of the blocks in use.
    public var allocatedBytes = 0
    /// Bytes of freed blocks that wait to be used again.
    public var cachedBytes = 0
    /// The most bytes ever in use, as seen when a block above `smallLimit` was taken.
    public var peakBytes = 0
    /// Blocks in use.
    public var blockCount = 0
  }

  /// Blocks up to this size come from `malloc`, whose thread caches are fastest there, and are aligned to 16 bytes.
  @usableFromInline static let smallLimit = 1024
  /// From this size a block starts on a huge page.
  private static let hugeSize = 4 << 20

  /// Blocks (upper 28 bits) and 16-byte units (lower 36 bits) of small memory in one word, so that one add counts both.
  @usableFromInline static let small = Atomic<UInt64>(0)
  private static let cache = BlockCache()

  @inline(__always) private static func smallCount(_ byteCount: Int) -> UInt64 {
    1 << 36 | UInt64(truncatingIfNeeded: (byteCount + 15) >> 4)
  }

  /// Uninitialised memory, aligned to 64 bytes above 1 KiB and to 16 below, or nil when there is none.
  public static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    if byteCount < 0 || byteCount > Int.max / 2 { return nil }
    if byteCount <= smallLimit {
      guard let p = malloc(Swift.max(byteCount, 1)) ?? retrySmall(byteCount) else { return nil }
      small.wrappingAdd(smallCount(byteCount), ordering: .relaxed)
      return p
    }
    let (index, size) = sizeClass(byteCount)
    if let p = cache.take(index, size) { return p }
    guard let p = fresh(size) ?? retry(size) else { return nil }
    cache.count(size)
    return p
  }

  /// Gives back a block that `allocate` returned for the same `byteCount`.
  public static func free(_ p: UnsafeMutableRawPointer, _ byteCount: Int) {
    if byteCount <= smallLimit {
      small.wrappingSubtract(smallCount(byteCount), ordering: .relaxed)
      release(p)
      return
    }
    let (index, size) = sizeClass(byteCount)
    cache.give(p, index, size)
  }

  /// Returns all cached blocks to the system.
  public static func emptyCache() { cache.shrink(to: 0) }

  /// The most bytes kept in the cache; a quarter of the machine's memory at the start. Lowering it frees at once.
  public static var cacheLimit: Int {
    get { cache.limit }
    set { cache.setLimit(Swift.max(newValue, 0)) }
  }

  public static var statistics: Statistics {
    var s = cache.statistics
    let word = small.load(ordering: .relaxed)
    s.blockCount += Int(word >> 36)
    s.allocatedBytes += Int(word & (1 << 36 - 1)) << 4
    s.peakBytes = Swift.max(s.peakBytes, s.allocatedBytes)
    return s
  }

  /// Eight classes to each power of two: at most 12.5 % is lost.
  @inline(__always) static func sizeClass(_ byteCount: Int) -> (index: Int, size: Int) {
    let power = 63 - (byteCount - 1).leadingZeroBitCount
    let step = power - 3
    let rounded = ((byteCount - 1) >> step) + 1
    return ((power - 10) << 3 + rounded - 9, rounded << step)
  }

  static let classCount = 53 * 8

  private static func fresh(_ size: Int) -> UnsafeMutableRawPointer? {
    var p: UnsafeMutableRawPointer?
    if size < hugeSize { return posix_memalign(&p, 64, size) == 0 ? p : nil }
    guard posix_memalign(&p, 2 << 20, size) == 0 else { return nil }
    #if os(Linux)
    madvise(p, size, MADV_HUGEPAGE)
    #endif
    return p
  }

  private static func retry(_ size: Int) -> UnsafeMutableRawPointer? {
    emptyCache()
    return fresh(size)
  }

  private static func retrySmall(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    emptyCache()
    return malloc(Swift.max(byteCount, 1))
  }

  @inline(__always) static func release(_ p: UnsafeMutableRawPointer) {
    #if canImport(Glibc)
    Glibc.free(p)
    #else
    Darwin.free(p)
    #endif
  }
}

/// Free lists by size class under one lock. A free block holds the address of the next one in its first word.
private final class BlockCache: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let heads: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private var cached = 0
  private var allocated = 0
  private var blocks = 0
  private var peak = 0
  private var maximum: Int

  init() {
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
    heads = .allocate(capacity: Allocator.classCount)
    heads.initialize(repeating: nil, count: Allocator.classCount)
    maximum = Machine.memoryBytes / 4
    // The lock is held across a fork, so that the child finds the lists whole.
    BlockCache.lockAtFork.store(UInt(bitPattern: lock), ordering: .releasing)
    pthread_atfork(
      { pthread_mutex_lock(BlockCache.atFork) }, { pthread_mutex_unlock(BlockCache.atFork) },
      { pthread_mutex_unlock(BlockCache.atFork) })
  }

  private static let lockAtFork = Atomic<UInt>(0)
  private static var atFork: UnsafeMutablePointer<pthread_mutex_t> {
    UnsafeMutablePointer(bitPattern: lockAtFork.load(ordering: .acquiring)).unsafelyUnwrapped
  }

  @inline(__always) private func pop(_ index: Int) -> UnsafeMutableRawPointer? {
    guard let p = heads[index] else { return nil }
    heads[index] = p.load(as: UnsafeMutableRawPointer?.self)
    return p
  }

  func take(_ index: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    pthread_mutex_lock(lock)
    let p = pop(index)
    if p != nil {
      cached &-= size
      countLocked(size)
    }
    pthread_mutex_unlock(lock)
    return p
  }

  func count(_ size: Int) {
    pthread_mutex_lock(lock)
    countLocked(size)
    pthread_mutex_unlock(lock)
  }

  private func countLocked(_ size: Int) {
    allocated &+= size
    blocks &+= 1
    let all = allocated &+ Int(Allocator.small.load(ordering: .relaxed) & (1 << 36 - 1)) << 4
    if all > peak { peak = all }
  }

  func give(_ p: UnsafeMutableRawPointer, _ index: Int, _ size: Int) {
    var doomed: UnsafeMutableRawPointer?
    pthread_mutex_lock(lock)
    allocated &-= size
    blocks &-= 1
    if size > maximum {
      p.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
      doomed = p
    } else {
      if cached > maximum - size { doomed = evict(to: maximum - size) }
      p.storeBytes(of: heads[index], as: UnsafeMutableRawPointer?.self)
      heads[index] = p
      cached &+= size
    }
    pthread_mutex_unlock(lock)
    if let doomed { freeChain(doomed) }
  }

  /// Unlinks blocks, largest first, until at most `target` bytes are cached; the caller frees the chain unlocked.
  private func evict(to target: Int) -> UnsafeMutableRawPointer? {
    var chain: UnsafeMutableRawPointer?
    var index = Allocator.classCount - 1
    while cached > target && index >= 0 {
      guard let p = pop(index) else {
        index -= 1
        continue
      }
      cached &-= (index & 7 + 9) << (index >> 3 + 7)
      p.storeBytes(of: chain, as: UnsafeMutableRawPointer?.self)
      chain = p
    }
    return chain
  }

  private func freeChain(_ head: UnsafeMutableRawPointer) {
    var next: UnsafeMutableRawPointer? = head
    while let p = next {
      next = p.load(as: UnsafeMutableRawPointer?.self)
      Allocator.release(p)
    }
  }

  func shrink(to target: Int) {
    pthread_mutex_lock(lock)
    let doomed = evict(to: target)
    pthread_mutex_unlock(lock)
    if let doomed { freeChain(doomed) }
  }

  var limit: Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return maximum
  }

  func setLimit(_ bytes: Int) {
    pthread_mutex_lock(lock)
    maximum = bytes
    pthread_mutex_unlock(lock)
    shrink(to: bytes)
  }

  var statistics: Allocator.Statistics {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return .init(allocatedBytes: allocated, cachedBytes: cached, peakBytes: peak, blockCount: blocks)
  }
}
