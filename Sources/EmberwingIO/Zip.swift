import EmberwingTensor

/// The entries of a zip file (PKWARE's APPNOTE, with ZIP64): stored or deflated, not encrypted, on one disk.
struct ZipReader {
  struct Entry {
    var name: String
    var method: UInt16
    var crc: UInt32
    /// The bytes as they lie in the file.
    var range: Range<Int>
    var size: Int
  }

  let source: ByteSource
  private(set) var entries: [Entry] = []
  private var byName: [String: Int] = [:]

  static func corrupt(_ why: String) -> EmberwingError { EmberwingError.runtime("zip: \(why)") }

  static func isZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 4 && bytes[0] == 0x50 && bytes[1] == 0x4B && bytes[2] < 7 && bytes[3] < 8
  }

  init(_ source: ByteSource) throws {
    self.source = source
    let bytes = source.bytes
    guard let end = ZipReader.findEnd(bytes) else {
      throw ZipReader.corrupt("failed finding central directory (the file is truncated or no zip archive)")
    }
    var r = ByteReader(bytes, what: "zip")
    try r.seek(end + 4)
    let disk = try r.integer(UInt16.self)
    let directoryDisk = try r.integer(UInt16.self)
    _ = try r.integer(UInt16.self)
    var count = Int(try r.integer(UInt16.self))
    var directorySize = Int(try r.integer(UInt32.self))
    var directory = Int(try r.integer(UInt32.self))
    if end >= 20, bytes.loadUnaligned(fromByteOffset: end - 20, as: UInt32.self).littleEndian == 0x0706_4B50 {
      try r.seek(end - 20 + 8)
      let offset = try r.length64()
      try r.seek(offset)
      guard try r.integer(UInt32.self) == 0x0606_4B50 else { throw ZipReader.corrupt("bad ZIP64 end record") }
      _ = try r.run(20)
      _ = try r.length64()
      count = try r.length64()
      directorySize = try r.length64()
      directory = try r.length64()
    } else if disk != 0 || directoryDisk != 0 {
      throw ZipReader.corrupt("archives of several disks are not supported")
    }
    guard directory <= bytes.count, directorySize <= bytes.count - directory, count <= directorySize / 46 else {
      throw ZipReader.corrupt("the central directory lies outside the file")
    }
    try r.seek(directory)
    entries.reserveCapacity(count)
    for _ in 0..<count { try readEntry(&r) }
    // Entries that share bytes would let a small file fill the memory.
    var total = 0
    for e in entries { total += e.range.count }
    if total > bytes.count { throw ZipReader.corrupt("entries overlap") }
  }

  private static func findEnd(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var p = bytes.count - 22
    let lowest = Swift.max(0, bytes.count - 22 - 65535)
    while p >= lowest {
      if bytes.loadUnaligned(fromByteOffset: p, as: UInt32.self).littleEndian == 0x0605_4B50 { return p }
      p -= 1
    }
    return nil
  }

  private mutating func readEntry(_ r: inout ByteReader) throws {
    guard try r.integer(UInt32.self) == 0x0201_4B50 else { throw ZipReader.corrupt("bad central directory entry") }
    _ = try r.run(4)
    let flags = try r.integer(UInt16.self)
    let method = try r.integer(UInt16.self)
    _ = try r.run(4)
    let crc = try r.integer(UInt32.self)
    var packed = Int(try r.integer(UInt32.self))
    var size = Int(try r.integer(UInt32.self))
    let nameLength = Int(try r.integer(UInt16.self))
    let extraLength = Int(try r.integer(UInt16.self))
    let commentLength = Int(try r.integer(UInt16.self))
    _ = try r.run(8)
    var offset = Int(try r.integer(UInt32.self))
    let name = try utf8(try r.run(nameLength), "zip: entry name")
    var extra = ByteReader(try r.run(extraLength), what: "zip: extra field")
    _ = try r.run(commentLength)
    while extra.remaining >= 4 {
      let id = try extra.integer(UInt16.self)
      var field = ByteReader(try extra.run(Int(try extra.integer(UInt16.self))), what: "zip: extra field")
      if id == 1 {
        if size == 0xFFFF_FFFF { size = try field.length64() }
        if packed == 0xFFFF_FFFF { packed = try field.length64() }
        if offset == 0xFFFF_FFFF { offset = try field.length64() }
      }
    }
    if flags & 1 != 0 { throw ZipReader.corrupt("entry '\(name)' is encrypted") }
    var local = ByteReader(source.bytes, what: "zip: entry '\(name)'")
    try local.seek(offset)
    guard try local.integer(UInt32.self) == 0x0403_4B50 else {
      throw ZipReader.corrupt("entry '\(name)' has a bad local header")
    }
    _ = try local.run(22)
    let n = Int(try local.integer(UInt16.self))
    let m = Int(try local.integer(UInt16.self))
    _ = try local.run(n + m)
    let start = local.position
    _ = try local.run(packed)
    switch method {
    case 0 where size != packed: throw ZipReader.corrupt("entry '\(name)' is stored, but its sizes differ")
    case 0, 8: break
    default:
      throw EmberwingError.notImplemented(
        "zip: entry '\(name)' uses compression method \(method); 0 and 8 are supported")
    }
    if byName.updateValue(entries.count, forKey: name) != nil {
      throw ZipReader.corrupt("entry '\(name)' is there twice")
    }
    entries.append(Entry(name: name, method: method, crc: crc, range: start..<start + packed, size: size))
  }

  subscript(name: String) -> Entry? { byName[name].map { entries[$0] } }

  /// When the checksum is compared.
  enum Verification {
    /// PyTorch can be told to leave checksums out; it writes 0 then.
    case always, ifStated, never
  }

  /// The entry's contents, decompressed where needed.
  func storage(
    _ entry: Entry, map: Bool = false, alignment: Int = 1, verify: Verification
  ) throws -> Storage {
    let storage: Storage
    if entry.method == 0 {
      storage = try source.storage(entry.range, map: map, alignment: alignment)
    } else {
      if entry.size / 1032 > entry.range.count {
        throw ZipReader.corrupt("entry '\(entry.name)' states an impossible size of \(entry.size) bytes")
      }
      storage = try Storage(byteCount: entry.size)
      try Inflate.run(source.slice(entry.range), into: storage.data, size: entry.size)
    }
    #if !EW_FUZZING
    let isChecked = verify == .always || verify == .ifStated && entry.crc != 0
    if isChecked, CRC32.of(UnsafeRawBufferPointer(start: storage.data, count: storage.byteCount)) != entry.crc {
      throw ZipReader.corrupt("Bad CRC-32 for file '\(entry.name)'")
    }
    #endif
    return storage
  }
}

/// Puts together a zip file of stored entries; each starts on a multiple of 64 bytes, as PyTorch's files do.
struct ZipWriter {
  private var sink = ByteSink()
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ contents: [UInt8]) throws {
    let crc = contents.withUnsafeBytes { CRC32.of($0) }
    try header(name, size: contents.count, crc: crc)
    sink.append(contents)
  }

  mutating func add(_ name: String, _ storage: Storage, prefix: [UInt8] = [], from: Int = 0, count n: Int) throws {
    var crc = CRC32()
    prefix.withUnsafeBytes { crc.update($0) }
    crc.update(UnsafeRawBufferPointer(start: storage.data + from, count: n))
    try header(name, size: prefix.count + n, crc: crc.value)
    if !prefix.isEmpty { sink.append(prefix) }
    if n > 0 { sink.append(storage, from: from, count: n) }
  }

  private mutating func header(_ name: String, size: Int, crc: UInt32) throws {
    let offset = sink.count
    let wide = size >= 0xFFFF_FFFF
    let nameBytes = Array(name.utf8)
    if nameBytes.count > 60000 { throw EmberwingError.value("zip: a name of \(nameBytes.count) bytes is too long") }
    var local: [UInt8] = []
    common(&local, 0x0403_4B50, wide, nameBytes, size, crc)
    var extra: [UInt8] = []
    if wide {
      extra.append(littleEndian: UInt16(1))
      extra.append(littleEndian: UInt16(16))
      extra.append(littleEndian: UInt64(size))
      extra.append(littleEndian: UInt64(size))
    }
    // A field of zeros named "FB", as PyTorch pads.
    let padding = (64 - (offset + 30 + nameBytes.count + extra.count + 4) % 64) % 64
    extra.append(contentsOf: [0x46, 0x42])
    extra.append(littleEndian: UInt16(padding))
    extra.append(contentsOf: repeatElement(0x5A, count: padding))
    local.append(littleEndian: UInt16(nameBytes.count))
    local.append(littleEndian: UInt16(extra.count))
    sink.append(local + nameBytes + extra)

    var central: [UInt8] = []
    let far = offset >= 0xFFFF_FFFF
    common(&central, 0x0201_4B50, wide || far, nameBytes, size, crc)
    extra = []
    if wide || far {
      extra.append(littleEndian: UInt16(1))
      extra.append(littleEndian: UInt16((wide ? 16 : 0) + (far ? 8 : 0)))
      if wide {
        extra.append(littleEndian: UInt64(size))
        extra.append(littleEndian: UInt64(size))
      }
      if far { extra.append(littleEndian: UInt64(offset)) }
    }
    central.append(littleEndian: UInt16(nameBytes.count))
    central.append(littleEndian: UInt16(extra.count))
    central.append(contentsOf: [UInt8](repeating: 0, count: 10))
    central.append(littleEndian: far ? 0xFFFF_FFFF : UInt32(offset))
    directory += central + nameBytes + extra
    count += 1
  }

  /// The fields that the local header and the directory share.
  private func common(
    _ out: inout [UInt8], _ signature: UInt32, _ wide: Bool, _ name: [UInt8], _ size: Int, _ crc: UInt32
  ) {
    out.append(littleEndian: signature)
    let version: UInt16 = wide ? 45 : 20
    if signature == 0x0201_4B50 { out.append(littleEndian: version) }
    out.append(littleEndian: version)
    out.append(littleEndian: UInt16(name.contains { $0 > 127 } ? 0x800 : 0))
    out.append(littleEndian: UInt16(0))
    // 1 January 1980: the same contents give the same file.
    out.append(littleEndian: UInt32(0x0021_0000))
    out.append(littleEndian: crc)
    let short: UInt32 = size >= 0xFFFF_FFFF ? 0xFFFF_FFFF : UInt32(size)
    out.append(littleEndian: short)
    out.append(littleEndian: short)
  }

  consuming func finish() -> ByteSink {
    let start = sink.count
    let size = directory.count
    sink.append(directory)
    var tail: [UInt8] = []
    if start >= 0xFFFF_FFFF || size >= 0xFFFF_FFFF || count >= 0xFFFF {
      let record = sink.count
      tail.append(littleEndian: UInt32(0x0606_4B50))
      tail.append(littleEndian: UInt64(44))
      tail.append(littleEndian: UInt16(45))
      tail.append(littleEndian: UInt16(45))
      tail.append(littleEndian: UInt64(0))
      for v in [count, count, size, start] { tail.append(littleEndian: UInt64(v)) }
      tail.append(littleEndian: UInt32(0x0706_4B50))
      tail.append(littleEndian: UInt32(0))
      tail.append(littleEndian: UInt64(record))
      tail.append(littleEndian: UInt32(1))
    }
    tail.append(littleEndian: UInt32(0x0605_4B50))
    tail.append(littleEndian: UInt32(0))
    let entries = UInt16(Swift.min(count, 0xFFFF))
    tail.append(littleEndian: entries)
    tail.append(littleEndian: entries)
    tail.append(littleEndian: UInt32(Swift.min(size, 0xFFFF_FFFF)))
    tail.append(littleEndian: UInt32(Swift.min(start, 0xFFFF_FFFF)))
    tail.append(littleEndian: UInt16(0))
    sink.append(tail)
    return sink
  }
}
