#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where tensor memory comes from.
public enum Allocator {
  /// Uninitialised memory aligned to 64 bytes, or nil when there is none.
  public static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    var p: UnsafeMutableRawPointer?
    return posix_memalign(&p, 64, Swift.max(byteCount, 1)) == 0 ? p : nil
  }

  public static func free(_ p: UnsafeMutableRawPointer, _ byteCount: Int) {
    #if canImport(Glibc)
    Glibc.free(p)
    #else
    Darwin.free(p)
    #endif
  }
}
