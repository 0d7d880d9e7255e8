import CEmberwing
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Every export runs its body under one of these: a thrown error becomes the thread's last error and a failure value.

func report(_ error: Error) -> Int32 {
  let e = error as? EmberwingError ?? EmberwingError.runtime("\(error)")
  return report(e.kind.rawValue, e.message)
}

@discardableResult
func report(_ code: Int32, _ message: String) -> Int32 {
  let state = ThreadState.current
  free(state.pointee.errorMessage)
  state.pointee.errorMessage = strdup(message)
  state.pointee.errorCode = code
  return code
}

/// For functions that return a handle.
@inline(__always)
func guardedHandle(_ body: () throws -> OpaquePointer?) -> OpaquePointer? {
  do { return try body() } catch {
    _ = report(error)
    return nil
  }
}

/// For functions that return a tensor.
@inline(__always)
func guardedTensor(_ body: () throws -> Tensor) -> OpaquePointer? {
  do { return Handle.make(try body()) } catch {
    _ = report(error)
    return nil
  }
}

/// For functions that return a status.
@inline(__always)
func guardedStatus(_ body: () throws -> Void) -> Int32 {
  do {
    try body()
    return 0
  } catch {
    return report(error)
  }
}

/// For getters: a value, or `failure` with the error set.
@inline(__always)
func guardedValue<T>(_ failure: T, _ body: () throws -> T) -> T {
  do { return try body() } catch {
    _ = report(error)
    return failure
  }
}
