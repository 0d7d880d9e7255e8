import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Threads that load numbered batches ahead of a consumer who takes them in order.
final class Prefetcher: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  /// Given up when all threads have ended, with what it holds; only threads that count as alive read it.
  private var load: (@Sendable (Int) throws -> [Tensor])?
  private let total: Int
  private let ahead: Int

  // Touched with the lock held.
  private var claimed = 0
  private var delivered = 0
  private var ready: [Int: Result<[Tensor], Error>] = [:]
  private var stopping = false
  private var threads: [pthread_t] = []
  private var alive = 0

  init(total: Int, workers: Int, ahead: Int, _ load: @escaping @Sendable (Int) throws -> [Tensor]) throws {
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    self.load = load
    self.total = total
    self.ahead = Swift.max(ahead, workers)
    try start(workers)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
  }

  private func start(_ workers: Int) throws {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { throw EmberwingError.runtime("DataLoader: cannot start a thread") }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // Signals belong to the host's own threads.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    for _ in 0..<workers {
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
          Unmanaged<Prefetcher>.fromOpaque(raw).takeRetainedValue().work()
          return nil
        }, me.toOpaque())
      if result != 0 {
        me.release()
        break
      }
      alive += 1
      #if canImport(Glibc)
      threads.append(thread)
      #else
      if let thread { threads.append(thread) }
      #endif
    }
    if alive == 0 { throw EmberwingError.runtime("DataLoader: cannot start a thread") }
  }

  private func work() {
    pthread_mutex_lock(lock)
    while true {
      while !stopping, claimed < total, claimed - delivered >= ahead { pthread_cond_wait(changed, lock) }
      if stopping || claimed >= total { break }
      let mine = claimed
      claimed += 1
      pthread_mutex_unlock(lock)
      let result = loaded(mine)
      pthread_mutex_lock(lock)
      if !stopping { ready[mine] = result }
      pthread_cond_broadcast(changed)
    }
    alive -= 1
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// A function of its own, so that the thread holds nothing of the loader when it counts as ended.
  @inline(never)
  private func loaded(_ batch: Int) -> Result<[Tensor], Error> {
    Result { try load?(batch) ?? [] }
  }

  /// The next batch in order, or the error that loading it gave.
  func take() throws -> [Tensor] {
    pthread_mutex_lock(lock)
    while ready[delivered] == nil, !stopping { pthread_cond_wait(changed, lock) }
    let result = ready.removeValue(forKey: delivered)
    if result != nil { delivered += 1 }
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
    guard let result else { throw EmberwingError.runtime("DataLoader: the epoch was stopped") }
    return try result.get()
  }

  /// Ends the threads and waits for the batches they are at, except when one of them asks.
  func stop() {
    var given: (@Sendable (Int) throws -> [Tensor])?
    pthread_mutex_lock(lock)
    stopping = true
    ready = [:]
    pthread_cond_broadcast(changed)
    let me = pthread_self()
    if !threads.contains(where: { pthread_equal($0, me) != 0 }) {
      while alive > 0 { pthread_cond_wait(changed, lock) }
      // The threads may still be on their way out and hold this object a little longer than the caller.
      (load, given) = (nil, load)
    }
    pthread_mutex_unlock(lock)
    withExtendedLifetime(given) {}
  }
}
