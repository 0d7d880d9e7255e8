import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes that a reader looks at: a mapped file, or memory lent for the time of a call.
final class ByteSource: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  /// True when tensors may view the bytes for as long as they hold on to the source, and write to them.
  let isMapped: Bool

  /// Maps a file; writes to the mapping stay private to this process.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw systemError(path) }
    defer { close(descriptor) }
    var info = stat()
    if fstat(descriptor, &info) != 0 { throw systemError(path) }
    if info.st_mode & S_IFMT == S_IFDIR { throw EmberwingError(.io, "[Errno 21] Is a directory: '\(path)'") }
    let size = Int(info.st_size)
    if size <= 0 {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard let p = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0), p != MAP_FAILED else {
      throw systemError(path)
    }
    bytes = UnsafeRawBufferPointer(start: p, count: size)
    isMapped = true
  }

  /// Looks at memory of the caller, who keeps it alive.
  init(borrowing bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isMapped = false
  }

  deinit {
    if isMapped, let p = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: p), bytes.count) }
  }

  /// The bytes of a range that was checked against `bytes`.
  func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }

  /// A storage with the bytes of a checked range: a copy, or with `map` the mapping itself where `alignment` allows it.
  func storage(_ range: Range<Int>, map: Bool, alignment: Int) throws -> Storage {
    let part = slice(range)
    if map, isMapped, let p = part.baseAddress, UInt(bitPattern: p) % UInt(alignment) == 0 {
      let keep = self
      return Storage(external: UnsafeMutableRawPointer(mutating: p), byteCount: part.count) {
        withExtendedLifetime(keep) {}
      }
    }
    let storage = try Storage(byteCount: part.count)
    if let p = part.baseAddress {
      let target = storage.data
      parallelFor(part.count, grain: 1 << 20) { lo, hi in
        (target + lo).copyMemory(from: p + lo, byteCount: hi - lo)
      }
    }
    return storage
  }
}

/// The error that the last system call left, worded as Python words it.
func systemError(_ path: String) -> EmberwingError {
  let code = errno
  let text = strerror(code).map { String(cString: $0) } ?? "error"
  return EmberwingError(code == ENOENT ? .fileNotFound : .io, "[Errno \(code)] \(text): '\(path)'")
}

/// Reads numbers and runs of bytes, every one checked against the end.
struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  private(set) var position = 0
  let what: String
  let kind: EmberwingError.Kind

  init(_ bytes: UnsafeRawBufferPointer, what: String, kind: EmberwingError.Kind = .runtime) {
    self.bytes = bytes
    self.what = what
    self.kind = kind
  }

  var remaining: Int { bytes.count - position }
  var isAtEnd: Bool { position >= bytes.count }

  func truncated() -> EmberwingError { EmberwingError(kind, "\(what): unexpected end of data at byte \(position)") }

  mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw truncated() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    let size = MemoryLayout<T>.size
    guard remaining >= size else { throw truncated() }
    defer { position += size }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: T.self))
  }

  mutating func run(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining else { throw truncated() }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// A length field that must fit an `Int`.
  mutating func length64() throws -> Int {
    guard let n = Int(exactly: try integer(UInt64.self)) else { throw truncated() }
    return n
  }

  /// The bytes up to a newline, which is skipped.
  mutating func line() throws -> UnsafeRawBufferPointer {
    var end = position
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    guard end < bytes.count else { throw truncated() }
    defer { position = end + 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<end])
  }

  mutating func seek(_ to: Int) throws {
    guard to >= 0, to <= bytes.count else { throw truncated() }
    position = to
  }
}

/// Text that must be valid UTF-8.
func utf8(_ bytes: UnsafeRawBufferPointer, _ what: String, _ kind: EmberwingError.Kind = .runtime) throws -> String {
  guard let s = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) else {
    throw EmberwingError(kind, "\(what): text is not valid UTF-8")
  }
  return s
}

/// What a writer puts out: pieces of bytes and runs of tensors' memory, gathered without a copy.
struct ByteSink {
  private enum Piece {
    case bytes([UInt8])
    case memory(Storage, Int, Int)
  }
  private var pieces: [Piece] = []
  private(set) var count = 0

  mutating func append(_ bytes: [UInt8]) {
    pieces.append(.bytes(bytes))
    count += bytes.count
  }

  mutating func append(_ storage: Storage, from: Int = 0, count n: Int) {
    pieces.append(.memory(storage, from, n))
    count += n
  }

  mutating func append(_ other: ByteSink) {
    pieces.append(contentsOf: other.pieces)
    count += other.count
  }

  /// Hands the pieces out in order.
  func forEach(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    for piece in pieces {
      switch piece {
      case .bytes(let b): try b.withUnsafeBytes(body)
      case .memory(let s, let from, let n): try body(UnsafeRawBufferPointer(start: s.data + from, count: n))
      }
    }
  }

  func joined() -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(count)
    forEach { all.append(contentsOf: $0) }
    return all
  }

  /// Writes a file so that a reader sees the old one or the whole new one: a temporary file beside it, synced and renamed.
  /// A link is followed; what is no regular file (a pipe, a device) is written to directly.
  func write(to given: String) throws {
    var path = given
    var info = stat()
    if stat(given, &info) == 0 {
      if info.st_mode & S_IFMT == S_IFDIR { throw EmberwingError(.io, "[Errno 21] Is a directory: '\(given)'") }
      if info.st_mode & S_IFMT != S_IFREG { return try write(into: given) }
      if let real = realpath(given, nil) {
        path = String(cString: real)
        free(real)
      }
    }
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw systemError(given) }
    var isOpen = true
    do {
      try forEach { try ByteSink.writeAll(descriptor, $0, given) }
      if fsync(descriptor) != 0 { throw systemError(given) }
      isOpen = false
      if close(descriptor) != 0 { throw systemError(given) }
      if rename(temporary, path) != 0 { throw systemError(given) }
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      throw error
    }
    // The new name is on the disk once the folder is; file systems that cannot sync a folder need not.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    if handle >= 0 {
      _ = fsync(handle)
      close(handle)
    }
  }

  private func write(into path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    if descriptor < 0 { throw systemError(path) }
    defer { close(descriptor) }
    try forEach { try ByteSink.writeAll(descriptor, $0, path) }
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ path: String) throws {
    guard let base = bytes.baseAddress else { return }
    var done = 0
    while done < bytes.count {
      #if canImport(Glibc)
      let n = Glibc.write(descriptor, base + done, bytes.count - done)
      #else
      let n = Darwin.write(descriptor, base + done, bytes.count - done)
      #endif
      if n < 0 {
        if errno == EINTR { continue }
        throw systemError(path)
      }
      done += n
    }
  }
}

extension Array where Element == UInt8 {
  mutating func append<T: FixedWidthInteger>(littleEndian value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
