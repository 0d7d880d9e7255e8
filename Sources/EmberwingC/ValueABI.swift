import CEmberwing
import EmberwingIO
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Reading values, and whole checkpoints.

@_cdecl("ew_value_kind") @implementation
public func ew_value_kind(_ value: OpaquePointer?) -> Int32 {
  guardedValue(-1) { try Handle.value(value).kind.rawValue }
}

@_cdecl("ew_value_count") @implementation
public func ew_value_count(_ value: OpaquePointer?) -> Int64 {
  guardedValue(-1) { Int64(try Handle.value(value).count) }
}

@_cdecl("ew_value_at") @implementation
public func ew_value_at(_ value: OpaquePointer?, _ index: Int64) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Handle.value(value).element(Int(index))) }
}

@_cdecl("ew_value_dict_value") @implementation
public func ew_value_dict_value(_ dict: OpaquePointer?, _ index: Int64) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Handle.value(dict).dictValue(Int(index))) }
}

@_cdecl("ew_value_get") @implementation
public func ew_value_get(_ dict: OpaquePointer?, _ key: UnsafePointer<CChar>?) -> OpaquePointer? {
  guardedHandle {
    let name = try Handle.string(key)
    guard let v = try Handle.value(dict)[name] else { throw EmberwingError(.key, "'\(name)'") }
    return Handle.make(object: v)
  }
}

private func wrongKind(_ v: PickleValue, _ wanted: String) -> EmberwingError {
  .type("expected \(wanted), got \(v.kind)")
}

private func read<T>(_ value: OpaquePointer?, _ out: UnsafeMutablePointer<T>?, _ body: (PickleValue) throws -> T)
  -> Int32
{
  guardedStatus {
    guard let out else { throw EmberwingError.type("an output parameter is NULL") }
    out.pointee = try body(try Handle.value(value))
  }
}

@_cdecl("ew_value_as_bool") @implementation
public func ew_value_as_bool(_ value: OpaquePointer?, _ out_value: UnsafeMutablePointer<Bool>?) -> Int32 {
  read(value, out_value) { v in
    guard let b = v.boolValue else { throw wrongKind(v, "a bool") }
    return b
  }
}

@_cdecl("ew_value_as_int") @implementation
public func ew_value_as_int(_ value: OpaquePointer?, _ out_value: UnsafeMutablePointer<Int64>?) -> Int32 {
  read(value, out_value) { v in
    guard let i = v.intValue else {
      throw v.kind == .int ? EmberwingError.overflow("the integer needs more than 64 bits") : wrongKind(v, "an int")
    }
    return i
  }
}

@_cdecl("ew_value_as_float") @implementation
public func ew_value_as_float(_ value: OpaquePointer?, _ out_value: UnsafeMutablePointer<Double>?) -> Int32 {
  read(value, out_value) { v in
    guard let d = v.floatValue else { throw wrongKind(v, "a float") }
    return d
  }
}

@_cdecl("ew_value_as_complex") @implementation
public func ew_value_as_complex(
  _ value: OpaquePointer?, _ out_real: UnsafeMutablePointer<Double>?, _ out_imaginary: UnsafeMutablePointer<Double>?
) -> Int32 {
  guardedStatus {
    guard let out_real, let out_imaginary else { throw EmberwingError.type("an output parameter is NULL") }
    let v = try Handle.value(value)
    guard let (re, im) = v.complexValue else { throw wrongKind(v, "a complex") }
    out_real.pointee = re
    out_imaginary.pointee = im
  }
}

@_cdecl("ew_value_as_bytes") @implementation
public func ew_value_as_bytes(
  _ value: OpaquePointer?, _ out_bytes: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    guard let out_bytes, let out_count else { throw EmberwingError.type("an output parameter is NULL") }
    let v = try Handle.value(value)
    guard let bytes = (v.stringValue ?? v.globalName).map({ Array($0.utf8) }) ?? v.bytesValue ?? v.intBytes else {
      throw wrongKind(v, "a string, bytes or an int")
    }
    out_bytes.pointee = try bytes.withUnsafeBytes { try Handle.copy($0) }
    out_count.pointee = bytes.count
  }
}

@_cdecl("ew_value_as_tensor") @implementation
public func ew_value_as_tensor(_ value: OpaquePointer?) -> OpaquePointer? {
  guardedTensor {
    let v = try Handle.value(value)
    guard let t = v.tensorValue else { throw wrongKind(v, "a tensor") }
    return t
  }
}

@_cdecl("ew_value_as_dtype") @implementation
public func ew_value_as_dtype(_ value: OpaquePointer?) -> Int32 {
  guardedValue(-1) {
    let v = try Handle.value(value)
    guard let d = v.dtypeValue else { throw wrongKind(v, "a dtype") }
    return Int32(d.rawValue)
  }
}

// MARK: checkpoints

@_cdecl("ew_save") @implementation
public func ew_save(_ value: OpaquePointer?, _ path: UnsafePointer<CChar>?) -> Int32 {
  guardedStatus { try Checkpoint.save(try Handle.value(value), try Handle.string(path)) }
}

@_cdecl("ew_load") @implementation
public func ew_load(_ path: UnsafePointer<CChar>?, _ map: Bool) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Checkpoint.load(try Handle.string(path), mmap: map)) }
}

@_cdecl("ew_save_to_buffer") @implementation
public func ew_save_to_buffer(
  _ value: OpaquePointer?, _ out_bytes: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    guard let out_bytes, let out_count else { throw EmberwingError.type("an output parameter is NULL") }
    let bytes = try Checkpoint.save(try Handle.value(value))
    out_bytes.pointee = UnsafeMutableRawPointer(try bytes.withUnsafeBytes { try Handle.copy($0) })
    out_count.pointee = bytes.count
  }
}

@_cdecl("ew_load_from_buffer") @implementation
public func ew_load_from_buffer(_ bytes: UnsafeRawPointer?, _ count: Int) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Checkpoint.load(try Handle.bytes(bytes, count))) }
}

@_cdecl("ew_buffer_free") @implementation
public func ew_buffer_free(_ bytes: UnsafeMutableRawPointer?) { free(bytes) }
