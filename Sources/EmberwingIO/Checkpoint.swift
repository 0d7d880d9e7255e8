import EmberwingTensor

/// PyTorch's `.pt` files: a zip archive with a pickle and the storages' bytes.
public enum Checkpoint {
  /// Writes a file that `torch.load` reads; an existing file is replaced whole.
  public static func save(_ value: PickleValue, _ path: String) throws { try sink(value).write(to: path) }

  /// The bytes of such a file.
  public static func save(_ value: PickleValue) throws -> [UInt8] { try sink(value).joined() }

  /// Reads a file that `torch.save` or `save` wrote. With `mmap` the tensors view the file, changes staying in memory.
  public static func load(_ path: String, mmap: Bool = false) throws -> PickleValue {
    try load(try ByteSource(path: path), map: mmap)
  }

  /// Reads such a file from memory.
  public static func load(_ bytes: UnsafeRawBufferPointer) throws -> PickleValue {
    try load(ByteSource(borrowing: bytes), map: false)
  }

  private static func sink(_ value: PickleValue) throws -> ByteSink {
    var pickle = PickleWriter()
    try pickle.write(value)
    var zip = ZipWriter()
    try zip.add("archive/data.pkl", pickle.bytes)
    try zip.add("archive/.format_version", Array("1".utf8))
    try zip.add("archive/.storage_alignment", Array("64".utf8))
    try zip.add("archive/byteorder", Array("little".utf8))
    for (i, s) in pickle.storages.enumerated() {
      let bytes = s.storage.byteCount / s.dtype.size * s.dtype.size
      try zip.add("archive/data/\(i)", s.storage, count: bytes)
    }
    try zip.add("archive/version", Array("3\n".utf8))
    return zip.finish()
  }

  private static func load(_ source: ByteSource, map: Bool) throws -> PickleValue {
    guard ZipReader.isZip(source.bytes) else {
      throw EmberwingError(
        .unpickling,
        "Invalid magic number; corrupt file? (only the zip format that torch.save has written since 1.6 is read)")
    }
    let zip = try ZipReader(source)
    guard let main = zip.entries.first(where: { $0.name.hasSuffix("/data.pkl") }) else {
      throw EmberwingError(.unpickling, "the archive holds no data.pkl; it is no checkpoint")
    }
    let prefix = String(main.name.dropLast("data.pkl".utf8.count))
    if let order = zip[prefix + "byteorder"] {
      let s = try zip.storage(order, verify: false)
      let text = try utf8(UnsafeRawBufferPointer(start: s.data, count: s.byteCount), "byteorder")
      if text == "big" { throw EmberwingError.notImplemented("load: big-endian checkpoints are not supported") }
      if text != "little" { throw EmberwingError(.unpickling, "Unknown endianness type: \(text)") }
    }
    let pickle = try zip.storage(main, verify: false)
    var loaded: [String: Storage] = [:]
    return try PickleReader.read(UnsafeRawBufferPointer(start: pickle.data, count: pickle.byteCount)) {
      key, dtype, count in
      let storage: Storage
      if let s = loaded[key] {
        storage = s
      } else {
        guard let entry = zip["\(prefix)data/\(key)"] else {
          throw PickleReader.bad("the archive holds no storage '\(key)'")
        }
        // The program that wrote the file may have left the checksums out, so they are not compared.
        storage = try zip.storage(entry, map: map, alignment: dtype?.size ?? 16, verify: false)
        loaded[key] = storage
      }
      guard count <= storage.byteCount / (dtype?.size ?? 1) else {
        throw PickleReader.bad("storage '\(key)' is shorter than stated")
      }
      if UInt(bitPattern: storage.data) % UInt(dtype?.size ?? 1) != 0 {
        throw PickleReader.bad("storage '\(key)' is used as several types")
      }
      return storage
    }
  }
}

/// A named list of tensors, in the format that a file's extension names.
public enum StateFile {
  private enum Format { case torch, safetensors, npz }

  private static func format(_ path: String) throws -> Format {
    let lower = path.lowercased()
    for (suffix, f) in [
      (".pt", Format.torch), (".pth", .torch), (".ckpt", .torch), (".bin", .torch), (".safetensors", .safetensors),
      (".npz", .npz),
    ] where lower.hasSuffix(suffix) { return f }
    throw EmberwingError.value("'\(path)': the extension must be .pt, .pth, .safetensors or .npz")
  }

  /// Writes named tensors; names must differ.
  public static func save(_ entries: [(String, Tensor)], _ path: String) throws {
    var seen: Set<String> = []
    for (name, _) in entries where !seen.insert(name).inserted {
      throw EmberwingError.value("the name '\(name)' is there twice")
    }
    switch try format(path) {
    case .torch: try Checkpoint.save(try .stateDict(entries), path)
    case .safetensors: try Safetensors.save(entries, path)
    case .npz: try NumPyFile.saveArchive(entries, path)
    }
  }

  /// Reads named tensors in the file's order.
  public static func load(_ path: String, mmap: Bool = false) throws -> [(String, Tensor)] {
    switch try format(path) {
    case .safetensors: return try Safetensors.load(path, mmap: mmap).tensors
    case .npz: return try NumPyFile.loadArchive(path)
    case .torch:
      let value = try Checkpoint.load(path, mmap: mmap)
      guard value.isDict else { throw EmberwingError.type("'\(path)' holds a \(value.kind), no state dict") }
      var entries: [(String, Tensor)] = []
      for i in 0..<value.count {
        guard let name = try value.element(i).stringValue, let t = try value.dictValue(i).tensorValue else {
          throw EmberwingError.type("'\(path)' is no flat state dict: entry \(i) is no named tensor")
        }
        entries.append((name, t))
      }
      return entries
    }
  }
}
