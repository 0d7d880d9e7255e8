import EmberwingTensor

/// The stream of pickles that `torch.save` wrote before PyTorch 1.6: a magic number, a version, facts about the machine,
/// the object, the storages' keys, then each storage as a count of elements and its bytes.
enum LegacyCheckpoint {
  /// 0x1950A86A20F9469CFC6C, least byte first.
  private static let magic: [UInt8] = [0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]

  private struct Slot {
    var storage: Storage
    /// Bytes of an element, which the stream counts in.
    var width: Int
    var isFilled = false
  }

  /// True for the tar archives that came before this stream.
  static func isTar(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 512 && UnsafeRawBufferPointer(rebasing: bytes[257..<262]).elementsEqual("ustar".utf8)
  }

  private static func plain(_ bytes: UnsafeRawBufferPointer, _ start: Int) throws -> (value: PickleValue, end: Int) {
    try PickleReader.read(bytes, from: start) { _, _, _ in
      throw PickleReader.bad("a storage where none can be")
    }
  }

  /// Reads the three pickles at the head and gives where the object begins.
  private static func head(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    let badMagic = EmberwingError(.runtime, "Invalid magic number; corrupt file?")
    let first: (value: PickleValue, end: Int)
    do { first = try plain(bytes, 0) } catch { throw badMagic }
    guard first.value.intBytes == magic else { throw badMagic }
    let version = try plain(bytes, first.end)
    guard version.value.intValue == 1001 else {
      throw EmberwingError(.runtime, "Invalid protocol version: \(version.value.intValue ?? -1)")
    }
    let facts = try plain(bytes, version.end)
    if facts.value["little_endian"]?.boolValue == false {
      throw EmberwingError.notImplemented("load: big-endian checkpoints are not supported")
    }
    return facts.end
  }

  static func load(_ bytes: UnsafeRawBufferPointer, rules: PickleReader.Rules) throws -> PickleValue {
    let start = try head(bytes)
    var slots: [String: Slot] = [:]
    var total = 0
    let (value, end) = try PickleReader.read(bytes, from: start, rules: rules) { key, dtype, count in
      let width = dtype?.size ?? 1
      let (size, overflow) = count.multipliedReportingOverflow(by: width)
      if let s = slots[key] {
        guard !overflow, size <= s.storage.byteCount else { throw PickleReader.bad("storage '\(key)' is too short") }
        return s.storage
      }
      // The bytes follow in the same file, so that a forged size is refused before memory is taken.
      guard !overflow, size <= bytes.count - total else {
        throw PickleReader.bad("storage '\(key)' of \(count) elements is larger than the file")
      }
      total += size
      let storage = try Storage(byteCount: size)
      slots[key] = Slot(storage: storage, width: width)
      return storage
    }
    try fill(bytes, end, &slots)
    return value
  }

  private static func fill(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ slots: inout [String: Slot]) throws {
    let (keys, end) = try plain(bytes, start)
    guard keys.kind == .list else { throw PickleReader.bad("the list of storages is missing") }
    var r = ByteReader(bytes, what: "pickle", kind: .unpickling)
    try r.seek(end)
    for k in keys.items {
      guard let key = k.stringValue, var slot = slots[key], !slot.isFilled else {
        throw PickleReader.bad("the list of storages names one that no tensor uses, or one twice")
      }
      let size = slot.storage.byteCount
      guard try r.length64() == size / slot.width else {
        throw PickleReader.bad("storage '\(key)' has another size than its tensors say")
      }
      let run = try r.run(size)
      if let p = run.baseAddress { slot.storage.data.copyMemory(from: p, byteCount: size) }
      slot.isFilled = true
      slots[key] = slot
    }
    guard slots.values.allSatisfy({ $0.isFilled }) else { throw PickleReader.bad("the file lacks a storage") }
  }

  /// Names that are neither known nor allowed.
  static func unknownNames(_ bytes: UnsafeRawBufferPointer, allowed: Set<String>) throws -> [String] {
    let start = try head(bytes)
    return try PickleReader.unknownNames(UnsafeRawBufferPointer(rebasing: bytes[start...]), allowed: allowed)
  }

  static func sink(_ value: PickleValue, protocol number: UInt8) throws -> ByteSink {
    var head: [UInt8] = [0x80, number, 0x8A, UInt8(magic.count)] + magic + [UInt8(ascii: ".")]
    for v in [PickleValue.int(1001), try facts()] {
      var w = PickleWriter(.legacy, protocol: number)
      try w.write(v)
      head += w.bytes
    }
    var object = PickleWriter(.legacy, protocol: number)
    try object.write(value)
    var keys = PickleWriter(.legacy, protocol: number)
    try keys.write(.list(object.storages.indices.map { .string(String($0)) }))
    var sink = ByteSink()
    sink.append(head + object.bytes + keys.bytes)
    for s in object.storages {
      var count: [UInt8] = []
      let elements = s.storage.byteCount / s.dtype.size
      count.append(littleEndian: Int64(elements))
      sink.append(count)
      if elements > 0 { sink.append(s.storage, count: elements * s.dtype.size) }
    }
    return sink
  }

  private static func facts() throws -> PickleValue {
    let sizes = PickleValue.dict()
    for (name, n) in [("short", 2), ("int", 4), ("long", 4)] { try sizes.set(.string(name), .int(Int64(n))) }
    let d = PickleValue.dict()
    try d.set(.string("protocol_version"), .int(1001))
    try d.set(.string("little_endian"), .bool(true))
    try d.set(.string("type_sizes"), sizes)
    return d
  }
}
