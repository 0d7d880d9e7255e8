import EmberwingData
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The IDX format of the MNIST files (uncompressed): big-endian numbers behind a small header.
public enum IDX {
  private static func bad(_ why: String) -> EmberwingError { .value("idx: \(why)") }

  /// Reads a file, `uint8`, `int8`, `int16`, `int32`, `float32` or `float64`.
  public static func load(_ path: String) throws -> Tensor {
    guard let file = fopen(path, "rb") else {
      let code = errno
      let text = strerror(code).map { String(cString: $0) } ?? "error"
      throw EmberwingError(code == ENOENT ? .fileNotFound : .io, "[Errno \(code)] \(text): '\(path)'")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = fread(&buffer, 1, buffer.count, file)
      if n == 0 { break }
      bytes.append(contentsOf: buffer[0..<n])
    }
    if ferror(file) != 0 { throw EmberwingError(.io, "cannot read '\(path)'") }
    return try bytes.withUnsafeBytes { try parse($0) }
  }

  /// Reads from memory.
  public static func parse(_ bytes: UnsafeRawBufferPointer) throws -> Tensor {
    if bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B {
      throw EmberwingError.notImplemented("idx: gzip files are not supported; unpack the file first")
    }
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else { throw bad("the magic number is not correct") }
    let dtype: DType
    switch bytes[2] {
    case 0x08: dtype = .uint8
    case 0x09: dtype = .int8
    case 0x0B: dtype = .int16
    case 0x0C: dtype = .int32
    case 0x0D: dtype = .float32
    case 0x0E: dtype = .float64
    default: throw bad("unknown type \(bytes[2])")
    }
    let dims = Int(bytes[3])
    let start = 4 + 4 * dims
    guard dims <= 64, bytes.count >= start else { throw bad("the file is truncated") }
    var shape = Shape()
    for i in 0..<dims {
      shape.append(Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4 + 4 * i, as: UInt32.self))))
    }
    let size = dtype.size
    let count = try shape.checkedElementCount(elementSize: size)
    guard count * size == bytes.count - start else {
      throw bad("shape \(shape) needs \(count * size) bytes, but the file has \(bytes.count - start)")
    }
    let out = try Tensor.empty(shape, dtype)
    let target = out.data.assumingMemoryBound(to: UInt8.self)
    for i in 0..<count {
      for b in 0..<size { target[i * size + b] = bytes[start + i * size + size - 1 - b] }
    }
    return out
  }
}
