import EmberwingTensor

/// PyTorch's `.pt` files: a zip archive with a pickle and the storages' bytes, or the stream that came before it.
public enum Checkpoint {
  /// How a file is written.
  public struct SaveOptions: Sendable {
    /// The protocol that the pickle names, 2 to 5.
    public var pickleProtocol: UInt8 = 2
    /// Writes the stream of before PyTorch 1.6.
    public var isLegacy = false

    public init() {}
  }

  /// How a file is read.
  public struct LoadOptions: Sendable {
    /// Tensors view the file, changes staying in memory.
    public var mmap = false
    /// `module.name` of classes and functions that the caller vouches for: they are kept as objects by name.
    public var allowedGlobals: Set<String> = []

    public init(mmap: Bool = false, allowedGlobals: Set<String> = []) {
      self.mmap = mmap
      self.allowedGlobals = allowedGlobals
    }
  }

  /// Writes a file that `torch.load` reads; an existing file is replaced whole.
  public static func save(_ value: PickleValue, _ path: String, _ options: SaveOptions = SaveOptions()) throws {
    try sink(value, options).write(to: path)
  }

  /// The bytes of such a file.
  public static func save(_ value: PickleValue, _ options: SaveOptions = SaveOptions()) throws -> [UInt8] {
    try sink(value, options).joined()
  }

  /// Hands such a file to a function, piece by piece.
  public static func save(
    _ value: PickleValue, _ options: SaveOptions, to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try sink(value, options).forEach { if $0.count > 0 { try write($0) } }
  }

  /// Reads a file that `torch.save` or `save` wrote. With `mmap` the tensors view the file, changes staying in memory.
  public static func load(_ path: String, mmap: Bool = false) throws -> PickleValue {
    try load(path, LoadOptions(mmap: mmap))
  }

  /// Reads a file that `torch.save` or `save` wrote.
  public static func load(_ path: String, _ options: LoadOptions) throws -> PickleValue {
    try load(try ByteSource(path: path), options)
  }

  /// Reads such a file from memory, which tensors do not view.
  public static func load(
    _ bytes: UnsafeRawBufferPointer, _ options: LoadOptions = LoadOptions()
  ) throws -> PickleValue { try load(ByteSource(borrowing: bytes), options) }

  /// The names that a file refers to and that neither the library nor `allowed` knows.
  public static func unknownGlobals(_ path: String, allowed: Set<String> = []) throws -> [String] {
    try unknownGlobals(try ByteSource(path: path), allowed)
  }

  /// The same for a file in memory.
  public static func unknownGlobals(_ bytes: UnsafeRawBufferPointer, allowed: Set<String> = []) throws -> [String] {
    try unknownGlobals(ByteSource(borrowing: bytes), allowed)
  }

  /// A pickle of a value for a host that is handed the tensors beside it; see `EmberwingC`.
  public static func hostPickle(_ value: PickleValue) throws -> (bytes: [UInt8], tensors: [Tensor]) {
    var writer = PickleWriter(.host)
    try writer.write(value)
    return (writer.bytes, writer.tensors)
  }

  /// The value of a pickle that the host made, in which it refers to `tensors` by number.
  public static func value(hostPickle bytes: UnsafeRawBufferPointer, _ tensors: [Tensor]) throws -> PickleValue {
    try PickleReader.read(bytes, rules: PickleReader.Rules(keepsUnknown: true, host: tensors)) { _, _, _ in
      throw PickleReader.bad("a storage where none can be")
    }.value
  }

  private static func sink(_ value: PickleValue, _ options: SaveOptions) throws -> ByteSink {
    guard (2...5).contains(options.pickleProtocol) else {
      throw EmberwingError.notImplemented("save: pickle_protocol=\(options.pickleProtocol); 2 to 5 are supported")
    }
    if options.isLegacy { return try LegacyCheckpoint.sink(value, protocol: options.pickleProtocol) }
    var pickle = PickleWriter(protocol: options.pickleProtocol)
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

  /// The archive, the folder inside it, and the pickle.
  private static func open(_ source: ByteSource) throws -> (zip: ZipReader, prefix: String, pickle: Storage) {
    let zip: ZipReader
    do { zip = try ZipReader(source) } catch let e as EmberwingError where e.kind == .runtime {
      throw EmberwingError.runtime("PytorchStreamReader failed reading zip archive: \(e.message)")
    }
    if zip.entries.contains(where: { $0.name.hasSuffix("/constants.pkl") }) {
      throw EmberwingError.runtime(
        "Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``: they hold a program")
    }
    guard let main = zip.entries.first(where: { $0.name.hasSuffix("/data.pkl") }) else {
      throw EmberwingError.runtime("PytorchStreamReader failed locating file data.pkl: file not found")
    }
    let prefix = String(main.name.dropLast("data.pkl".utf8.count))
    if let order = zip[prefix + "byteorder"] {
      let s = try zip.storage(order, verify: .ifStated)
      let text = try utf8(UnsafeRawBufferPointer(start: s.data, count: s.byteCount), "byteorder")
      if text == "big" { throw EmberwingError.notImplemented("load: big-endian checkpoints are not supported") }
      if text != "little" { throw EmberwingError(.unpickling, "Unknown endianness type: \(text)") }
    }
    return (zip, prefix, try zip.storage(main, verify: .ifStated))
  }

  private static func unknownGlobals(_ source: ByteSource, _ allowed: Set<String>) throws -> [String] {
    guard ZipReader.isZip(source.bytes) else {
      return try LegacyCheckpoint.unknownNames(source.bytes, allowed: allowed)
    }
    let pickle = try open(source).pickle
    return try PickleReader.unknownNames(
      UnsafeRawBufferPointer(start: pickle.data, count: pickle.byteCount), allowed: allowed)
  }

  private static func load(_ source: ByteSource, _ options: LoadOptions) throws -> PickleValue {
    let rules = PickleReader.Rules(allowed: options.allowedGlobals)
    guard ZipReader.isZip(source.bytes) else {
      if options.mmap {
        throw EmberwingError.runtime(
          "mmap can only be used with files saved with `torch.save(_use_new_zipfile_serialization=True), "
            + "please torch.save your checkpoint with this option in order to use mmap.")
      }
      if LegacyCheckpoint.isTar(source.bytes) {
        throw EmberwingError.runtime(
          "Cannot use ``weights_only=True`` with files saved in the legacy .tar format: PyTorch before 0.1.10 wrote "
            + "them; load the file in PyTorch and save it again")
      }
      return try LegacyCheckpoint.load(source.bytes, rules: rules)
    }
    let (zip, prefix, pickle) = try open(source)
    var loaded: [String: Storage] = [:]
    return try PickleReader.read(UnsafeRawBufferPointer(start: pickle.data, count: pickle.byteCount), rules: rules) {
      key, dtype, count in
      let storage: Storage
      if let s = loaded[key] {
        storage = s
      } else {
        guard let entry = zip["\(prefix)data/\(key)"] else {
          throw PickleReader.bad("the archive holds no storage '\(key)'")
        }
        // Opening a mapped file must not read all of it.
        storage = try zip.storage(
          entry, map: options.mmap, alignment: dtype?.size ?? 16, verify: options.mmap ? .never : .ifStated)
        loaded[key] = storage
      }
      guard count <= storage.byteCount / (dtype?.size ?? 1) else {
        throw PickleReader.bad("storage '\(key)' is shorter than stated")
      }
      if UInt(bitPattern: storage.data) % UInt(dtype?.size ?? 1) != 0 {
        throw PickleReader.bad("storage '\(key)' is used as several types")
      }
      return storage
    }.value
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
