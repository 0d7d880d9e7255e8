import CEmberwing
import EmberwingIO
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Handle {
  /// A list of copies, freed by `ew_strings_free`.
  static func give(
    _ texts: [String], _ out: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
    _ count: UnsafeMutablePointer<Int>?
  ) throws {
    guard let out, let count else { throw EmberwingError.type("an output parameter is NULL") }
    let size = Swift.max(texts.count, 1)
    guard let raw = malloc(size * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride) else {
      throw EmberwingError(.outOfMemory, "cannot allocate a list of \(texts.count) names")
    }
    let list = raw.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: size)
    for (i, t) in texts.enumerated() { (list + i).initialize(to: strdup(t)) }
    out.pointee = list
    count.pointee = texts.count
  }

  /// A block of bytes, freed by `ew_buffer_free`.
  static func give(
    _ bytes: [UInt8], _ out: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ count: UnsafeMutablePointer<Int>?
  ) throws {
    guard let out, let count else { throw EmberwingError.type("an output parameter is NULL") }
    out.pointee = UnsafeMutableRawPointer(try bytes.withUnsafeBytes { try Handle.copy($0) })
    count.pointee = bytes.count
  }

  static func strings(_ p: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int, _ what: StaticString) throws -> [String]
  {
    var all: [String] = []
    for s in try Handle.list(p, count, what) { all.append(try Handle.string(s)) }
    return all
  }
}

private func saveOptions(_ p: UnsafePointer<ew_save_options>?) throws -> Checkpoint.SaveOptions {
  let given = try options(
    p, ew_save_options(struct_size: MemoryLayout<ew_save_options>.size, pickle_protocol: 2, legacy: false))
  var o = Checkpoint.SaveOptions()
  guard let number = UInt8(exactly: given.pickle_protocol) else {
    throw EmberwingError.value("save: pickle_protocol must be in 2 to 5, not \(given.pickle_protocol)")
  }
  o.pickleProtocol = number
  o.isLegacy = given.legacy
  return o
}

private func loadOptions(_ p: UnsafePointer<ew_load_options>?) throws -> Checkpoint.LoadOptions {
  let given = try options(
    p, ew_load_options(struct_size: MemoryLayout<ew_load_options>.size, map: false, allowed: nil, allowed_count: 0))
  let names = try Handle.strings(given.allowed, given.allowed_count, "allowed")
  return Checkpoint.LoadOptions(mmap: given.map, allowedGlobals: Set(names))
}

@_cdecl("ew_value_new_global") @implementation
public func ew_value_new_global(_ module: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>?) -> OpaquePointer? {
  guardedHandle {
    let (m, n) = (try Handle.string(module), try Handle.string(name))
    if m.isEmpty || n.isEmpty || m.utf8.contains(10) || n.utf8.contains(10) {
      throw EmberwingError.value("ew_value_new_global: '\(m).\(n)' is no name")
    }
    return Handle.make(object: PickleValue.global(m, n))
  }
}

@_cdecl("ew_value_new_array") @implementation
public func ew_value_new_array(_ tensor: OpaquePointer?, _ is_scalar: Bool) -> OpaquePointer? {
  guardedHandle {
    let t = try Handle.tensor(tensor)
    if is_scalar, t.dim != 0 { throw EmberwingError.value("ew_value_new_array: a scalar has 0 dimensions, not \(t.dim)") }
    return Handle.make(object: is_scalar ? PickleValue.numpyScalar(t) : PickleValue.array(t))
  }
}

// MARK: files

@_cdecl("ew_save_with") @implementation
public func ew_save_with(
  _ value: OpaquePointer?, _ path: UnsafePointer<CChar>?, _ options: UnsafePointer<ew_save_options>?
) -> Int32 {
  guardedStatus { try Checkpoint.save(try Handle.value(value), try Handle.string(path), try saveOptions(options)) }
}

@_cdecl("ew_save_to_writer") @implementation
public func ew_save_to_writer(
  _ value: OpaquePointer?, _ options: UnsafePointer<ew_save_options>?, _ write: ew_write_fn?,
  _ payload: UnsafeMutableRawPointer?
) -> Int32 {
  guardedStatus {
    guard let write else { throw EmberwingError.type("ew_save_to_writer: the function is NULL") }
    try Checkpoint.save(try Handle.value(value), try saveOptions(options)) {
      forgetLastError()
      let status = write(payload, $0.baseAddress, $0.count)
      if status != 0 { throw callbackError(status, "save") }
    }
  }
}

@_cdecl("ew_load_with") @implementation
public func ew_load_with(_ path: UnsafePointer<CChar>?, _ options: UnsafePointer<ew_load_options>?) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Checkpoint.load(try Handle.string(path), try loadOptions(options))) }
}

@_cdecl("ew_load_from_buffer_with") @implementation
public func ew_load_from_buffer_with(
  _ bytes: UnsafeRawPointer?, _ count: Int, _ options: UnsafePointer<ew_load_options>?
) -> OpaquePointer? {
  guardedHandle {
    Handle.make(object: try Checkpoint.load(try Handle.bytes(bytes, count), try loadOptions(options)))
  }
}

@_cdecl("ew_checkpoint_unknown_globals") @implementation
public func ew_checkpoint_unknown_globals(
  _ path: UnsafePointer<CChar>?, _ bytes: UnsafeRawPointer?, _ count: Int, _ options: UnsafePointer<ew_load_options>?,
  _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    let allowed = try loadOptions(options).allowedGlobals
    let names =
      path == nil
      ? try Checkpoint.unknownGlobals(try Handle.bytes(bytes, count), allowed: allowed)
      : try Checkpoint.unknownGlobals(try Handle.string(path), allowed: allowed)
    try Handle.give(names, out_names, out_count)
  }
}

// MARK: hosts

@_cdecl("ew_value_to_pickle") @implementation
public func ew_value_to_pickle(
  _ value: OpaquePointer?, _ out_bytes: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ out_count: UnsafeMutablePointer<Int>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
  _ out_tensor_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    guard out_tensors != nil, out_tensor_count != nil else {
      throw EmberwingError.type("ew_value_to_pickle: an output parameter is NULL")
    }
    let (bytes, tensors) = try Checkpoint.hostPickle(try Handle.value(value))
    try Handle.give(bytes, out_bytes, out_count)
    do { try Handle.give(tensors, out_tensors, out_tensor_count) } catch {
      free(out_bytes?.pointee)
      throw error
    }
  }
}

@_cdecl("ew_value_from_pickle") @implementation
public func ew_value_from_pickle(
  _ bytes: UnsafeRawPointer?, _ count: Int, _ tensors: UnsafePointer<OpaquePointer?>?, _ tensor_count: Int
) -> OpaquePointer? {
  guardedHandle {
    Handle.make(
      object: try Checkpoint.value(
        hostPickle: try Handle.bytes(bytes, count), try Handle.tensors(tensors, tensor_count)))
  }
}

// MARK: safetensors

private func entries(
  _ names: UnsafePointer<UnsafePointer<CChar>?>?, _ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int
) throws -> [(String, Tensor)] {
  Array(zip(try Handle.strings(names, count, "names"), try Handle.tensors(tensors, count)))
}

private func pairs(
  _ keys: UnsafePointer<UnsafePointer<CChar>?>?, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int
) throws -> [(String, String)] {
  Array(zip(try Handle.strings(keys, count, "metadata_keys"), try Handle.strings(values, count, "metadata_values")))
}

@_cdecl("ew_safetensors_save") @implementation
public func ew_safetensors_save(
  _ path: UnsafePointer<CChar>?, _ names: UnsafePointer<UnsafePointer<CChar>?>?,
  _ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int, _ metadata_keys: UnsafePointer<UnsafePointer<CChar>?>?,
  _ metadata_values: UnsafePointer<UnsafePointer<CChar>?>?, _ metadata_count: Int
) -> Int32 {
  guardedStatus {
    try Safetensors.save(
      try entries(names, tensors, count), metadata: try pairs(metadata_keys, metadata_values, metadata_count),
      try Handle.string(path))
  }
}

@_cdecl("ew_safetensors_save_to_buffer") @implementation
public func ew_safetensors_save_to_buffer(
  _ names: UnsafePointer<UnsafePointer<CChar>?>?, _ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int,
  _ metadata_keys: UnsafePointer<UnsafePointer<CChar>?>?, _ metadata_values: UnsafePointer<UnsafePointer<CChar>?>?,
  _ metadata_count: Int, _ out_bytes: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    let bytes = try Safetensors.save(
      try entries(names, tensors, count), metadata: try pairs(metadata_keys, metadata_values, metadata_count))
    try Handle.give(bytes, out_bytes, out_count)
  }
}

@_cdecl("ew_safetensors_load") @implementation
public func ew_safetensors_load(
  _ path: UnsafePointer<CChar>?, _ map: Bool, _ bytes: UnsafeRawPointer?, _ byte_count: Int,
  _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
  _ out_count: UnsafeMutablePointer<Int>?,
  _ out_metadata_keys: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_metadata_values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_metadata_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    guard let out_names, let out_tensors, let out_count, let out_metadata_keys, let out_metadata_values,
      let out_metadata_count
    else { throw EmberwingError.type("ew_safetensors_load: an output parameter is NULL") }
    let (tensors, metadata) =
      path == nil
      ? try Safetensors.load(try Handle.bytes(bytes, byte_count))
      : try Safetensors.load(try Handle.string(path), mmap: map)
    try Handle.give(tensors.map { $0.0 }, out_names, out_count)
    try Handle.give(tensors.map { $0.1 }, out_tensors, out_count)
    try Handle.give(metadata.map { $0.0 }, out_metadata_keys, out_metadata_count)
    try Handle.give(metadata.map { $0.1 }, out_metadata_values, out_metadata_count)
  }
}
