import CEmberwing
import EmberwingIO
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Handle {
  static func value(_ p: OpaquePointer?) throws -> PickleValue { try object(p, PickleValue.self, "ew_value") }

  /// A copy with a NUL behind it, for `free`.
  static func copy(_ bytes: UnsafeRawBufferPointer) throws -> UnsafeMutablePointer<CChar> {
    guard let raw = malloc(bytes.count + 1) else {
      throw EmberwingError(.outOfMemory, "cannot allocate \(bytes.count) bytes")
    }
    if let p = bytes.baseAddress { raw.copyMemory(from: p, byteCount: bytes.count) }
    raw.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    return raw.bindMemory(to: CChar.self, capacity: bytes.count + 1)
  }

  static func bytes(_ p: UnsafeRawPointer?, _ count: Int) throws -> UnsafeRawBufferPointer {
    if count < 0 || p == nil && count > 0 { throw EmberwingError.type("the bytes are NULL") }
    return UnsafeRawBufferPointer(start: p, count: count)
  }
}

// MARK: named tensors

@_cdecl("ew_state_save") @implementation
public func ew_state_save(
  _ path: UnsafePointer<CChar>?, _ names: UnsafePointer<UnsafePointer<CChar>?>?,
  _ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int
) -> Int32 {
  guardedStatus {
    let texts = try Handle.list(names, count, "names")
    var entries: [(String, Tensor)] = []
    for (name, t) in zip(texts, try Handle.tensors(tensors, count)) { entries.append((try Handle.string(name), t)) }
    try StateFile.save(entries, try Handle.string(path))
  }
}

@_cdecl("ew_state_load") @implementation
public func ew_state_load(
  _ path: UnsafePointer<CChar>?, _ map: Bool,
  _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    guard let out_names, out_tensors != nil, out_count != nil else {
      throw EmberwingError.type("ew_state_load: an output parameter is NULL")
    }
    let entries = try StateFile.load(try Handle.string(path), mmap: map)
    let size = Swift.max(entries.count, 1)
    guard let raw = malloc(size * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride) else {
      throw EmberwingError(.outOfMemory, "cannot allocate \(entries.count) names")
    }
    let texts = raw.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: size)
    for (i, e) in entries.enumerated() { (texts + i).initialize(to: strdup(e.0)) }
    do { try Handle.give(entries.map { $0.1 }, out_tensors, out_count) } catch {
      ew_strings_free(texts, entries.count)
      throw error
    }
    out_names.pointee = texts
  }
}

@_cdecl("ew_strings_free") @implementation
public func ew_strings_free(_ strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int) {
  guard let strings else { return }
  for i in 0..<Swift.max(count, 0) { free(strings[i]) }
  free(strings)
}

@_cdecl("ew_npy_save") @implementation
public func ew_npy_save(_ path: UnsafePointer<CChar>?, _ tensor: OpaquePointer?) -> Int32 {
  guardedStatus { try NumPyFile.save(try Handle.tensor(tensor), try Handle.string(path)) }
}

@_cdecl("ew_npy_load") @implementation
public func ew_npy_load(_ path: UnsafePointer<CChar>?, _ map: Bool) -> OpaquePointer? {
  guardedTensor { try NumPyFile.load(try Handle.string(path), mmap: map) }
}

// MARK: making values

private func make(_ body: () throws -> PickleValue) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try body()) }
}

@_cdecl("ew_value_new_none") @implementation
public func ew_value_new_none() -> OpaquePointer? { make { .none } }

@_cdecl("ew_value_new_bool") @implementation
public func ew_value_new_bool(_ value: Bool) -> OpaquePointer? { make { .bool(value) } }

@_cdecl("ew_value_new_int") @implementation
public func ew_value_new_int(_ value: Int64) -> OpaquePointer? { make { .int(value) } }

@_cdecl("ew_value_new_big_int") @implementation
public func ew_value_new_big_int(_ bytes: UnsafeRawPointer?, _ count: Int) -> OpaquePointer? {
  make { .bigInt(Array(try Handle.bytes(bytes, count))) }
}

@_cdecl("ew_value_new_float") @implementation
public func ew_value_new_float(_ value: Double) -> OpaquePointer? { make { .float(value) } }

@_cdecl("ew_value_new_complex") @implementation
public func ew_value_new_complex(_ real: Double, _ imaginary: Double) -> OpaquePointer? {
  make { .complex(real, imaginary) }
}

@_cdecl("ew_value_new_string") @implementation
public func ew_value_new_string(_ text: UnsafePointer<CChar>?, _ byte_count: Int) -> OpaquePointer? {
  make {
    let bytes = try Handle.bytes(text, byte_count)
    guard let s = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) else {
      throw EmberwingError.value("ew_value_new_string: the text is not valid UTF-8")
    }
    return .string(s)
  }
}

@_cdecl("ew_value_new_bytes") @implementation
public func ew_value_new_bytes(_ bytes: UnsafeRawPointer?, _ count: Int) -> OpaquePointer? {
  make { .bytes(Array(try Handle.bytes(bytes, count))) }
}

@_cdecl("ew_value_new_tensor") @implementation
public func ew_value_new_tensor(_ tensor: OpaquePointer?) -> OpaquePointer? {
  make { .tensor(try Handle.tensor(tensor)) }
}

@_cdecl("ew_value_new_parameter") @implementation
public func ew_value_new_parameter(_ tensor: OpaquePointer?) -> OpaquePointer? {
  make { .parameter(try Handle.tensor(tensor)) }
}

@_cdecl("ew_value_new_dtype") @implementation
public func ew_value_new_dtype(_ dtype: Int32) -> OpaquePointer? { make { .dtype(try Handle.dtype(dtype)) } }

@_cdecl("ew_value_new_device") @implementation
public func ew_value_new_device(_ device: UnsafePointer<CChar>?) -> OpaquePointer? {
  make { .device(try Handle.string(device)) }
}

@_cdecl("ew_value_new_container") @implementation
public func ew_value_new_container(_ kind: Int32) -> OpaquePointer? {
  make {
    switch PickleValue.Kind(rawValue: kind) {
    case .list: return .list()
    case .tuple: return .tuple()
    case .dict: return .dict()
    case .orderedDict: return .orderedDict()
    case .set: return .set()
    case .size: return .size([])
    case .frozenSet: return .frozenSet()
    case .counter: return .counter()
    case .defaultDict: return .defaultDict()
    default: throw EmberwingError.value("ew_value_new_container: \(kind) is no container")
    }
  }
}

@_cdecl("ew_value_retain") @implementation
public func ew_value_retain(_ value: OpaquePointer?) -> OpaquePointer? { make { try Handle.value(value) } }

@_cdecl("ew_value_release") @implementation
public func ew_value_release(_ value: OpaquePointer?) { Handle.release(value) }

@_cdecl("ew_value_append") @implementation
public func ew_value_append(_ container: OpaquePointer?, _ element: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.value(container).append(try Handle.value(element)) }
}

@_cdecl("ew_value_set") @implementation
public func ew_value_set(_ dict: OpaquePointer?, _ key: OpaquePointer?, _ element: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.value(dict).set(try Handle.value(key), try Handle.value(element)) }
}

@_cdecl("ew_value_attributes") @implementation
public func ew_value_attributes(_ dict: OpaquePointer?) -> OpaquePointer? {
  guardedHandle { try Handle.value(dict).attributes.map { Handle.make(object: $0) } }
}

@_cdecl("ew_value_set_attributes") @implementation
public func ew_value_set_attributes(_ dict: OpaquePointer?, _ attributes: OpaquePointer?) -> Int32 {
  guardedStatus {
    let d = try Handle.value(dict)
    let a = try attributes.map { try Handle.value($0) }
    switch d.kind {
    case .orderedDict, .tensor, .parameter:
      guard a?.kind == .dict || a == nil else {
        throw EmberwingError.type("ew_value_set_attributes: the attributes must be a dict")
      }
    case .defaultDict:
      guard a?.kind == .global || a == nil else {
        throw EmberwingError.type("ew_value_set_attributes: what makes missing values must be a global")
      }
    case .object: break
    default: throw EmberwingError.type("ew_value_set_attributes: a \(d.kind) has no attributes")
    }
    d.attributes = a
  }
}
