#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CSystem
import Synchronization

/// The size of the pieces in which `parallelFor` covers `count` items: it depends on `count` and `grain` alone, so a
/// kernel that keeps one partial result a piece can number them `lo / size`.
@inlinable public func parallelPieceSize(_ count: Int, grain: Int) -> Int {
  let grain = Swift.max(grain, 1)
  if count <= grain { return Swift.max(count, 1) }
  let piece = Swift.max(grain, (count - 1) / 128 + 1)
  // Long pieces start on a cache line, whatever the element size.
  return grain >= 64 ? (piece + 63) & ~63 : piece
}

/// Runs `body` over `0..<count` in pieces `[lo, hi)`. Pieces have a size that depends on `count` and `grain` alone, never
/// on the number of threads, so a result never does either. Work of at most `grain` stays on the calling thread.
public func parallelFor(_ count: Int, grain: Int, _ body: (_ lo: Int, _ hi: Int) -> Void) {
  if count <= 0 { return }
  let size = parallelPieceSize(count, grain: grain)
  if size >= count {
    body(0, count)
    return
  }
  let state = ThreadState.current
  if !state.pointee.inParallelRegion && ThreadPool.threadCount > 1 {
    state.pointee.inParallelRegion = true
    let done = withoutActuallyEscaping(body) { ThreadPool.run(count, size, $0) }
    state.pointee.inParallelRegion = false
    if done { return }
  }
  var lo = 0
  while lo < count {
    body(lo, Swift.min(size, count - lo) + lo)
    lo += size
  }
}

/// The one pool of threads behind `parallelFor`.
public enum ThreadPool {
  /// The most threads that can be asked for.
  public static let maximumThreadCount = 1024

  private static let wanted = Atomic<Int>(0)
  /// The pool in use, as a retained reference: 0 before the first parallel loop, and again in a forked child.
  private static let current = Atomic<UInt>(0)
  private static let forkHandler: Bool = {
    // The child has the calling thread alone: it leaves the old pool as it is and makes another when it needs one.
    pthread_atfork(nil, nil) { ThreadPool.forget() }
    return true
  }()

  /// Threads that take part in a parallel loop, the calling one included: what `setThreadCount` or the environment
  /// (`EMBERWING_NUM_THREADS`, then `OMP_NUM_THREADS`) says, and otherwise the processors this process may use.
  public static var threadCount: Int {
    let n = wanted.load(ordering: .relaxed)
    return n > 0 ? n : initialThreadCount()
  }

  /// Sets `threadCount`, 1 to 1024.
  public static func setThreadCount(_ n: Int) throws {
    if n < 1 { throw EmberwingError.runtime("set_num_threads expects a positive integer, got \(n)") }
    if n > maximumThreadCount {
      throw EmberwingError.runtime("set_num_threads: \(n) threads are too many; at most \(maximumThreadCount)")
    }
    wanted.store(n, ordering: .relaxed)
  }

  private static func initialThreadCount() -> Int {
    var n = 0
    for name in ["EMBERWING_NUM_THREADS", "OMP_NUM_THREADS"] where n < 1 {
      // OpenMP allows a list, one number a nesting level; the first is ours.
      if let text = getenv(name) { n = strtol(text, nil, 10) }
    }
    if n < 1 { n = Machine.processorCount }
    n = Swift.min(n, maximumThreadCount)
    let (exchanged, other) = wanted.compareExchange(expected: 0, desired: n, ordering: .relaxed)
    return exchanged ? n : other
  }

  private static func forget() { current.store(0, ordering: .relaxed) }

  fileprivate static func isCurrent(_ pool: Pool) -> Bool {
    current.load(ordering: .relaxed) == UInt(bitPattern: Unmanaged.passUnretained(pool).toOpaque())
  }

  private static func pool() -> Pool {
    _ = forkHandler
    let word = current.load(ordering: .acquiring)
    if let p = UnsafeRawPointer(bitPattern: word) { return Unmanaged<Pool>.fromOpaque(p).takeUnretainedValue() }
    let made = Unmanaged.passRetained(Pool())
    let (exchanged, other) = current.compareExchange(
      expected: 0, desired: UInt(bitPattern: made.toOpaque()), ordering: .acquiringAndReleasing)
    if exchanged { return made.takeUnretainedValue() }
    made.release()
    return pool(at: other) ?? pool()
  }

  private static func pool(at word: UInt) -> Pool? {
    UnsafeRawPointer(bitPattern: word).map { Unmanaged<Pool>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Runs a loop of several pieces; false when another thread has the pool, and nothing was done.
  fileprivate static func run(_ count: Int, _ size: Int, _ body: @escaping (Int, Int) -> Void) -> Bool {
    pool().run(count, size, threadCount, body)
  }
}

/// Threads and the loop they work on. One word, `state`, says which loop is open and how many workers are inside it:
/// a worker joins by counting itself in, and the caller closes the loop and waits only for those that joined. So a
/// loop never waits for a thread to wake up.
private final class Pool: @unchecked Sendable {
  // The fields of `state`: workers inside, the open flag, the flag of a sleeping caller, the number of the loop.
  private static let insideMask: UInt64 = 0xffff
  private static let open: UInt64 = 1 << 16
  private static let callerSleeps: UInt64 = 1 << 17
  private static let sequence: UInt64 = 1 << 18
  /// Turns of a waiting loop before a thread goes to sleep: about 20 µs.
  private static let spins = 500

  private let state = Atomic<UInt64>(0)
  private let next = Atomic<Int>(0)
  private let limit = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let busy = Atomic<Bool>(false)

  // The open loop: written by its caller while nobody is inside.
  private var body: ((Int, Int) -> Void)?
  private var count = 0
  private var size = 0
  private var workers = 0

  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let wake: UnsafeMutablePointer<pthread_cond_t>
  private let done: UnsafeMutablePointer<pthread_cond_t>

  init() {
    lock = .allocate(capacity: 1)
    wake = .allocate(capacity: 1)
    done = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    wake.initialize(to: pthread_cond_t())
    done.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(wake, nil)
    pthread_cond_init(done, nil)
  }

  deinit {
    // Only a pool that lost the race to be the first ends: it has no threads.
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(wake)
    pthread_cond_destroy(done)
    lock.deallocate()
    wake.deallocate()
    done.deallocate()
  }

  private static func number(_ state: UInt64) -> UInt64 { state >> 18 }

  private func claimPieces(_ body: (Int, Int) -> Void) {
    let count = count
    let size = size
    while true {
      let lo = next.wrappingAdd(size, ordering: .relaxed).oldValue
      if lo >= count { return }
      body(lo, Swift.min(size, count - lo) + lo)
    }
  }

  /// Never inlined: whatever it retains of the caller's closure is given back before the worker counts itself out.
  @inline(never) private func takePart() {
    if let body { claimPieces(body) }
  }

  func run(_ count: Int, _ size: Int, _ threads: Int, _ body: @escaping (Int, Int) -> Void) -> Bool {
    // Past this, claims by several threads beyond the end could overflow.
    if count > Int.max / 2 { return false }
    if busy.exchange(true, ordering: .acquiring) { return false }
    let helpers = Swift.min(threads, (count - 1) / size + 1) - 1
    if workers < helpers { startWorkers(helpers) }
    self.body = body
    self.count = count
    self.size = size
    next.store(0, ordering: .relaxed)
    limit.store(helpers, ordering: .relaxed)
    let number = Pool.number(state.load(ordering: .relaxed)) &+ 1
    state.store(number << 18 | Pool.open, ordering: .sequentiallyConsistent)
    // Paired with a worker that counts itself asleep and then looks at `state` once more.
    if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wakeWorkers(helpers) }

    claimPieces(body)

    state.bitwiseAnd(~Pool.open, ordering: .acquiringAndReleasing)
    waitForWorkers()
    self.body = nil
    busy.store(false, ordering: .releasing)
    return true
  }

  private func wakeWorkers(_ helpers: Int) {
    pthread_mutex_lock(lock)
    let asleep = sleepers.load(ordering: .relaxed)
    if helpers >= asleep {
      pthread_cond_broadcast(wake)
    } else {
      for _ in 0..<helpers { pthread_cond_signal(wake) }
    }
    pthread_mutex_unlock(lock)
  }

  private func waitForWorkers() {
    for _ in 0..<Pool.spins * 4 {
      if state.load(ordering: .acquiring) & Pool.insideMask == 0 { return }
      ew_pause()
    }
    if !ThreadPool.isCurrent(self) { return }
    pthread_mutex_lock(lock)
    state.bitwiseOr(Pool.callerSleeps, ordering: .acquiringAndReleasing)
    while state.load(ordering: .acquiring) & Pool.insideMask != 0 { pthread_cond_wait(done, lock) }
    pthread_mutex_unlock(lock)
  }

  private func startWorkers(_ wanted: Int) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // Signals belong to the host's own threads.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    while workers < wanted {
      let me = Unmanaged.passRetained(self)
      #if canImport(Glibc)
      var thread = pthread_t()
      #else
      var thread: pthread_t?
      #endif
      let result = pthread_create(
        &thread, &attributes,
        { raw in
          #if canImport(Glibc)
          guard let raw else { return nil }
          #endif
          Unmanaged<Pool>.fromOpaque(raw).takeUnretainedValue().work()
        }, me.toOpaque())
      if result != 0 {
        // Fewer threads do the same work.
        me.release()
        break
      }
      workers += 1
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    pthread_attr_destroy(&attributes)
  }

  private func work() -> Never {
    ThreadState.current.pointee.inParallelRegion = true
    var last: UInt64 = 0
    while true {
      var turns = 0
      while true {
        let seen = state.load(ordering: .acquiring)
        if Pool.number(seen) != last {
          last = Pool.number(seen)
          if join(last) {
            takePart()
            leave()
          }
          turns = 0
        }
        turns += 1
        if turns > Pool.spins { break }
        ew_pause()
      }
      sleep(last)
    }
  }

  /// Counts this thread into loop `number`, unless that is over or has workers enough.
  private func join(_ number: UInt64) -> Bool {
    var seen = state.load(ordering: .acquiring)
    while Pool.number(seen) == number && seen & Pool.open != 0 {
      if Int(seen & Pool.insideMask) >= limit.load(ordering: .relaxed) { return false }
      let (exchanged, other) = state.compareExchange(
        expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
      if exchanged { return true }
      seen = other
    }
    return false
  }

  private func leave() {
    let before = state.wrappingSubtract(1, ordering: .acquiringAndReleasing).oldValue
    if before & Pool.callerSleeps != 0 && before & Pool.insideMask == 1 {
      pthread_mutex_lock(lock)
      pthread_cond_broadcast(done)
      pthread_mutex_unlock(lock)
    }
  }

  private func sleep(_ last: UInt64) {
    pthread_mutex_lock(lock)
    sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
    while Pool.number(state.load(ordering: .sequentiallyConsistent)) == last { pthread_cond_wait(wake, lock) }
    sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(lock)
  }
}
