#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What belongs to one thread: the autograd modes and the last error of the C ABI. Reached through one thread-local
/// pointer; freed when the thread ends.
public struct ThreadState {
  public var gradEnabled = true
  public var inferenceMode = false
  public var anomalyMode = false
  public var anomalyChecksNaN = true
  /// True on pool threads and inside a parallel region: nested parallel loops run on the calling thread.
  public var inParallelRegion = false
  /// The work list while graph nodes are being freed on this thread (see `Teardown`).
  public var teardownList: UnsafeMutableRawPointer?
  /// See `Destination` in the tensor room.
  public var destination: UnsafeMutableRawPointer?
  /// The pack and unpack functions for what graph nodes save, and the backward pass that runs; see the tensor room.
  public var savedTensorHooks: UnsafeMutableRawPointer?
  public var graphTask: UnsafeMutableRawPointer?
  /// The last error that a C function reported on this thread; 0 is none.
  public var errorCode: Int32 = 0
  public var errorMessage: UnsafeMutablePointer<CChar>?

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { raw in
      #if canImport(Glibc)
      guard let raw else { return }
      #endif
      let state = raw.assumingMemoryBound(to: ThreadState.self)
      free(state.pointee.errorMessage)
      state.deinitialize(count: 1)
      state.deallocate()
    }
    return key
  }()

  /// The calling thread's state.
  public static var current: UnsafeMutablePointer<ThreadState> {
    if let p = pthread_getspecific(key) { return p.assumingMemoryBound(to: ThreadState.self) }
    let p = UnsafeMutablePointer<ThreadState>.allocate(capacity: 1)
    p.initialize(to: ThreadState())
    pthread_setspecific(key, p)
    return p
  }
}
