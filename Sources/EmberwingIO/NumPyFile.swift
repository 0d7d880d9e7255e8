import EmberwingTensor

/// NumPy's `.npy` arrays (format 1.0 to 3.0) and `.npz` archives of them, plain or compressed.
public enum NumPyFile {
  static func bad(_ why: String) -> EmberwingError { .value("npy: \(why)") }

  static let types: [(DType, String)] = [
    (.bool, "|b1"), (.uint8, "|u1"), (.int8, "|i1"), (.int16, "<i2"), (.uint16, "<u2"), (.int32, "<i4"),
    (.uint32, "<u4"), (.int64, "<i8"), (.uint64, "<u8"), (.float16, "<f2"), (.float32, "<f4"), (.float64, "<f8"),
    (.complex64, "<c8"), (.complex128, "<c16"),
  ]

  /// Writes one array.
  public static func save(_ tensor: Tensor, _ path: String) throws {
    let whole = try Ops.contiguous(tensor)
    var sink = ByteSink()
    sink.append(try header(whole))
    let bytes = whole.count * whole.dtype.size
    if bytes > 0 { sink.append(whole.storage, from: whole.impl.offset * whole.dtype.size, count: bytes) }
    try sink.write(to: path)
  }

  /// Reads one array.
  public static func load(_ path: String, mmap: Bool = false) throws -> Tensor {
    try load(try ByteSource(path: path), mmap)
  }

  /// Reads one array from memory.
  public static func load(_ bytes: UnsafeRawBufferPointer) throws -> Tensor {
    try load(ByteSource(borrowing: bytes), false)
  }

  private static func load(_ source: ByteSource, _ map: Bool) throws -> Tensor {
    let h = try parse(source.bytes)
    return try tensor(h, try source.storage(h.range, map: map, alignment: h.dtype.size))
  }

  /// Writes named arrays, stored without compression.
  public static func saveArchive(_ entries: [(String, Tensor)], _ path: String) throws {
    var zip = ZipWriter()
    for (name, t) in entries {
      let whole = try Ops.contiguous(t)
      try zip.add(
        name + ".npy", whole.storage, prefix: try header(whole), from: whole.impl.offset * whole.dtype.size,
        count: whole.count * whole.dtype.size)
    }
    try zip.finish().write(to: path)
  }

  /// Reads all arrays of an archive, with their checksums compared.
  public static func loadArchive(_ path: String) throws -> [(String, Tensor)] {
    try loadArchive(try ByteSource(path: path))
  }

  /// Reads an archive from memory.
  public static func loadArchive(_ bytes: UnsafeRawBufferPointer) throws -> [(String, Tensor)] {
    try loadArchive(ByteSource(borrowing: bytes))
  }

  private static func loadArchive(_ source: ByteSource) throws -> [(String, Tensor)] {
    let zip = try ZipReader(source)
    var list: [(String, Tensor)] = []
    for e in zip.entries {
      guard e.name.hasSuffix(".npy") else { throw bad("'\(e.name)' is no .npy array") }
      let all = try zip.storage(e, verify: .always)
      let bytes = UnsafeRawBufferPointer(start: all.data, count: all.byteCount)
      let h = try parse(bytes)
      let storage = try ByteSource(borrowing: bytes).storage(h.range, map: false, alignment: 1)
      list.append((String(e.name.dropLast(4)), try tensor(h, storage)))
    }
    return list
  }

  private static func header(_ t: Tensor) throws -> [UInt8] {
    guard let type = types.first(where: { $0.0 == t.dtype })?.1 else {
      throw EmberwingError.type("Got unsupported ScalarType \(t.dtype.scalarTypeName)")
    }
    var shape = t.shape.map(String.init).joined(separator: ", ")
    if t.dim == 1 { shape += "," }
    var text = Array("{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape)), }".utf8)
    while (10 + text.count + 1) % 64 != 0 { text.append(32) }
    text.append(10)
    guard let length = UInt16(exactly: text.count) else { throw bad("the shape is too long") }
    var out: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    out.append(littleEndian: length)
    return out + text
  }

  private struct Header {
    var dtype: DType
    var shape: Shape
    var fortran: Bool
    var range: Range<Int>
  }

  private static func tensor(_ h: Header, _ storage: Storage) throws -> Tensor {
    try tensor(h.dtype, h.shape, h.fortran, storage)
  }

  /// An array's elements as a tensor; in Fortran's order the first dimension runs fastest.
  static func tensor(_ dtype: DType, _ shape: Shape, _ fortran: Bool, _ storage: Storage) throws -> Tensor {
    // A size of 0 hides the others from the count; their product is needed for strides.
    if shape.reduce(1.0, { $0 * Double(Swift.max($1, 1)) }) > 0x1p60 { throw bad("shape \(shape) is too large") }
    var strides = shape.contiguousStrides
    if fortran {
      var n = 1
      for i in 0..<shape.count {
        strides[i] = n
        n *= Swift.max(shape[i], 1)
      }
    }
    return try Tensor.window(storage, shape: shape, strides: strides, offset: 0, dtype: dtype)
  }

  private static func parse(_ bytes: UnsafeRawBufferPointer) throws -> Header {
    var r = ByteReader(bytes, what: "npy", kind: .value)
    guard try r.run(6).elementsEqual([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]) else {
      throw bad("the magic string is not correct")
    }
    let major = try r.byte()
    _ = try r.byte()
    guard (1...3).contains(major) else { throw bad("format version \(major) is not supported") }
    let length = major == 1 ? Int(try r.integer(UInt16.self)) : Int(try r.integer(UInt32.self))
    if length > 1 << 20 { throw bad("the header is too long") }
    var p = HeaderParser(text: Array(try r.run(length)))
    try p.parse()
    guard let descr = p.descr, let fortran = p.fortran, let shape = p.shape else {
      throw bad("the header is incomplete")
    }
    let native = descr.hasPrefix("=") ? "<" + descr.dropFirst() : descr
    guard
      let dtype = types.first(where: { $0.1 == native || $0.1.dropFirst() == native.dropFirst() && $0.0.size == 1 })?.0
    else { throw EmberwingError.type("npy: arrays of type '\(descr)' are not supported") }
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    guard count * dtype.size <= r.remaining else { throw bad("the file is shorter than shape \(shape) needs") }
    return Header(
      dtype: dtype, shape: shape, fortran: fortran, range: r.position..<r.position + count * dtype.size)
  }

  /// The dictionary at the head of an array, in Python's notation.
  private struct HeaderParser {
    let text: [UInt8]
    var i = 0
    var descr: String?
    var fortran: Bool?
    var shape: Shape?

    init(text: [UInt8]) { self.text = text }

    mutating func next() -> UInt8 {
      while i < text.count, text[i] == 32 || text[i] == 10 { i += 1 }
      return i < text.count ? text[i] : 0
    }

    mutating func expect(_ c: Character) throws {
      guard next() == c.asciiValue else { throw NumPyFile.bad("cannot parse the header") }
      i += 1
    }

    mutating func string() throws -> String {
      let quote = next()
      guard quote == 39 || quote == 34 else { throw NumPyFile.bad("cannot parse the header") }
      i += 1
      var out = ""
      while i < text.count, text[i] != quote {
        out.unicodeScalars.append(Unicode.Scalar(text[i]))
        i += 1
      }
      guard i < text.count else { throw NumPyFile.bad("cannot parse the header") }
      i += 1
      return out
    }

    mutating func word() -> String {
      _ = next()
      var out = ""
      while i < text.count,
        text[i] >= 48 && text[i] <= 57 || text[i] >= 65 && text[i] <= 90 || text[i] >= 97 && text[i] <= 122
      {
        out.unicodeScalars.append(Unicode.Scalar(text[i]))
        i += 1
      }
      return out
    }

    mutating func parse() throws {
      try expect("{")
      while next() != UInt8(ascii: "}") {
        let key = try string()
        try expect(":")
        switch key {
        case "descr":
          guard next() == 39 || next() == 34 else {
            throw EmberwingError.type("npy: structured arrays are not supported")
          }
          descr = try string()
        case "fortran_order":
          switch word() {
          case "True": fortran = true
          case "False": fortran = false
          default: throw NumPyFile.bad("fortran_order is not a bool")
          }
        case "shape":
          try expect("(")
          var s = Shape()
          while next() != UInt8(ascii: ")") {
            guard let n = Int(word()), s.count < 64 else { throw NumPyFile.bad("shape is not valid") }
            s.append(n)
            if next() == UInt8(ascii: ",") { i += 1 } else { break }
          }
          try expect(")")
          shape = s
        default: throw NumPyFile.bad("unexpected key '\(key)' in the header")
        }
        if next() == UInt8(ascii: ",") { i += 1 } else { break }
      }
      try expect("}")
    }
  }
}
