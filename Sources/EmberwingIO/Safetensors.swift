import EmberwingTensor

/// The safetensors format: a JSON header with names, dtypes, shapes and offsets, then the bytes.
public enum Safetensors {
  private static let names: [(DType, String)] = [
    (.bool, "BOOL"), (.uint8, "U8"), (.int8, "I8"), (.int16, "I16"), (.uint16, "U16"), (.int32, "I32"),
    (.uint32, "U32"), (.int64, "I64"), (.uint64, "U64"), (.float16, "F16"), (.bfloat16, "BF16"), (.float32, "F32"),
    (.float64, "F64"), (.complex64, "C64"),
  ]

  static func bad(_ why: String) -> EmberwingError { .runtime("safetensors: \(why)") }

  /// Writes named tensors and optional metadata; tensors are laid out by descending alignment and name.
  public static func save(_ entries: [(String, Tensor)], metadata: [(String, String)] = [], _ path: String) throws {
    try sink(entries, metadata).write(to: path)
  }

  /// The bytes of such a file.
  public static func save(_ entries: [(String, Tensor)], metadata: [(String, String)] = []) throws -> [UInt8] {
    try sink(entries, metadata).joined()
  }

  /// Reads a file; with `mmap` the tensors view it, changes staying in memory.
  public static func load(_ path: String, mmap: Bool = false) throws -> (
    tensors: [(String, Tensor)], metadata: [(String, String)]
  ) { try load(try ByteSource(path: path), mmap) }

  /// Reads from memory.
  public static func load(_ bytes: UnsafeRawBufferPointer) throws -> (
    tensors: [(String, Tensor)], metadata: [(String, String)]
  ) { try load(ByteSource(borrowing: bytes), false) }

  private static func sink(_ entries: [(String, Tensor)], _ metadata: [(String, String)]) throws -> ByteSink {
    let sorted = entries.sorted { a, b in
      a.1.dtype.size != b.1.dtype.size ? a.1.dtype.size > b.1.dtype.size : a.0 < b.0
    }
    var header = "{"
    if !metadata.isEmpty {
      let pairs = metadata.map { JSON.quote($0.0) + ":" + JSON.quote($0.1) }
      header += "\"__metadata__\":{" + pairs.joined(separator: ",") + "}"
    }
    var body = ByteSink()
    for (name, t) in sorted {
      guard let type = names.first(where: { $0.0 == t.dtype })?.1 else {
        throw EmberwingError.notImplemented("safetensors: dtype \(t.dtype.name) has no name in the format")
      }
      if name == "__metadata__" { throw EmberwingError.value("safetensors: '__metadata__' is no name for a tensor") }
      let whole = try Ops.contiguous(t)
      let start = body.count
      let bytes = whole.count * t.dtype.size
      if bytes > 0 { body.append(whole.storage, from: whole.impl.offset * t.dtype.size, count: bytes) }
      if header.utf8.count > 1 { header += "," }
      let shape = t.shape.map(String.init).joined(separator: ",")
      let place = "\"data_offsets\":[\(start),\(body.count)]"
      header += "\(JSON.quote(name)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],\(place)}"
    }
    header += "}"
    var bytes = Array(header.utf8)
    while bytes.count % 8 != 0 { bytes.append(32) }
    var first: [UInt8] = []
    first.append(littleEndian: UInt64(bytes.count))
    var out = ByteSink()
    out.append(first + bytes)
    out.append(body)
    return out
  }

  private static func load(_ source: ByteSource, _ map: Bool) throws -> ([(String, Tensor)], [(String, String)]) {
    var r = ByteReader(source.bytes, what: "safetensors")
    let length = try r.length64()
    // The format's own limit.
    if length > 100_000_000 { throw bad("the header is too large (\(length) bytes)") }
    guard case .object(let header) = try JSON.parse(try r.run(length), what: "safetensors") else {
      throw bad("the header is no object")
    }
    let start = r.position
    let size = r.remaining
    var metadata: [(String, String)] = []
    var found: [(name: String, dtype: DType, shape: Shape, range: Range<Int>)] = []
    for (name, value) in header {
      guard case .object(let fields) = value else { throw bad("'\(name)' is no object") }
      if name == "__metadata__" {
        for (k, v) in fields {
          guard case .string(let s) = v else { throw bad("metadata '\(k)' is no string") }
          metadata.append((k, s))
        }
        continue
      }
      found.append(try entry(name, fields, size))
    }
    let order = found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = 0
    for e in order {
      if e.range.lowerBound != end { throw bad("'\(e.name)' overlaps another tensor or leaves a hole") }
      end = e.range.upperBound
    }
    if end != size { throw bad("\(size - end) bytes belong to no tensor") }
    var tensors: [(String, Tensor)] = []
    for e in found {
      let range = start + e.range.lowerBound..<start + e.range.upperBound
      let storage = try source.storage(range, map: map, alignment: e.dtype.size)
      tensors.append(
        (
          e.name,
          try Tensor.window(storage, shape: e.shape, strides: e.shape.contiguousStrides, offset: 0, dtype: e.dtype)
        ))
    }
    return (tensors, metadata)
  }

  private static func entry(_ name: String, _ fields: [(String, JSON)], _ size: Int) throws -> (
    String, DType, Shape, Range<Int>
  ) {
    var dtype: DType?
    var shape: Shape?
    var range: Range<Int>?
    for (k, v) in fields {
      switch (k, v) {
      case ("dtype", .string(let s)):
        dtype = names.first { $0.1 == s }?.0
        if dtype == nil { throw EmberwingError.notImplemented("safetensors: dtype \(s) of '\(name)' is not supported") }
      case ("shape", .array(let list)):
        var s = Shape()
        if list.count > 64 { throw bad("'\(name)' has too many dimensions") }
        for i in list {
          guard case .int(let n) = i, n >= 0 else { throw bad("'\(name)' has a bad shape") }
          s.append(n)
        }
        shape = s
      case ("data_offsets", .array(let list)):
        guard list.count == 2, case .int(let a) = list[0], case .int(let b) = list[1], a >= 0, a <= b, b <= size else {
          throw bad("'\(name)' has bad offsets")
        }
        range = a..<b
      default: throw bad("'\(name)' has an unexpected field '\(k)'")
      }
    }
    guard let dtype, let shape, let range else { throw bad("'\(name)' is incomplete") }
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    if count * dtype.size != range.count { throw bad("'\(name)': shape \(shape) does not fit \(range.count) bytes") }
    return (name, dtype, shape, range)
  }
}
