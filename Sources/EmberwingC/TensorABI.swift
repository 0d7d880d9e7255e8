import CEmberwing
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@_cdecl("ew_version") @implementation
public func ew_version() -> UnsafePointer<CChar>? { Texts.version }

@_cdecl("ew_abi_version") @implementation
public func ew_abi_version() -> Int32 { EW_ABI_VERSION }

/// Strings that C may keep for ever.
enum Texts {
  nonisolated(unsafe) static let version = permanent("\(EW_VERSION_MAJOR).\(EW_VERSION_MINOR).\(EW_VERSION_PATCH)")
  nonisolated(unsafe) static let capability = permanent(cpuCapability)
  nonisolated(unsafe) static let empty = permanent("")

  private static func permanent(_ text: String) -> UnsafePointer<CChar>? { UnsafePointer(strdup(text)) }
}

@_cdecl("ew_last_error_message") @implementation
public func ew_last_error_message() -> UnsafePointer<CChar>? {
  ThreadState.current.pointee.errorMessage.map { UnsafePointer($0) } ?? Texts.empty
}

@_cdecl("ew_last_error_code") @implementation
public func ew_last_error_code() -> Int32 { ThreadState.current.pointee.errorCode }

@_cdecl("ew_set_error") @implementation
public func ew_set_error(_ code: Int32, _ message: UnsafePointer<CChar>?) {
  report(code, message.map { String(cString: $0) } ?? "")
}

@_cdecl("ew_promote_types") @implementation
public func ew_promote_types(_ a: Int32, _ b: Int32) -> Int32 {
  guardedValue(-1) { Int32(DType.promote(try Handle.dtype(a), try Handle.dtype(b)).rawValue) }
}

@_cdecl("ew_dtype_size") @implementation
public func ew_dtype_size(_ dtype: Int32) -> Int { guardedValue(0) { try Handle.dtype(dtype).size } }

@_cdecl("ew_get_default_dtype") @implementation
public func ew_get_default_dtype() -> Int32 { Int32(DefaultDType.current.rawValue) }

@_cdecl("ew_set_default_dtype") @implementation
public func ew_set_default_dtype(_ dtype: Int32) -> Int32 {
  guardedStatus { try DefaultDType.set(try Handle.dtype(dtype)) }
}

// MARK: making and releasing

@_cdecl("ew_tensor_from_data") @implementation
public func ew_tensor_from_data(
  _ data: UnsafeRawPointer?, _ shape: UnsafePointer<Int64>?, _ shape_count: Int, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor {
    try Tensor.copying(data, shape: try Handle.integers(shape, shape_count), dtype: try Handle.dtype(dtype))
  }
}

/// What the host lent, given back when the storage dies.
private struct HostMemory: @unchecked Sendable {
  let payload: UnsafeMutableRawPointer?
  let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
}

@_cdecl("ew_tensor_from_memory") @implementation
public func ew_tensor_from_memory(
  _ data: UnsafeMutableRawPointer?, _ byte_count: Int, _ shape: UnsafePointer<Int64>?,
  _ strides: UnsafePointer<Int64>?, _ shape_count: Int, _ offset: Int64, _ dtype: Int32, _ read_only: Bool,
  _ payload: UnsafeMutableRawPointer?, _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> OpaquePointer? {
  guardedTensor {
    let sizes = try Handle.integers(shape, shape_count)
    let type = try Handle.dtype(dtype)
    guard byte_count >= 0, let base = data ?? (byte_count == 0 ? UnsafeMutableRawPointer(bitPattern: 64) : nil) else {
      throw EmberwingError.type("ew_tensor_from_memory: the data pointer is NULL")
    }
    let steps = strides == nil ? sizes.contiguousStrides : try Handle.integers(strides, shape_count)
    // The geometry is checked against a borrowed block first, so that nothing is given back on failure.
    _ = try Tensor.window(
      Storage(external: base, byteCount: byte_count) {}, shape: sizes, strides: steps, offset: Int(offset), dtype: type)
    let lent = HostMemory(payload: payload, destroy: destroy)
    let storage = Storage(external: base, byteCount: byte_count, isReadOnly: read_only) { lent.destroy?(lent.payload) }
    return try Tensor.window(storage, shape: sizes, strides: steps, offset: Int(offset), dtype: type)
  }
}

@_cdecl("ew_tensor_wrap_number") @implementation
public func ew_tensor_wrap_number(_ value: UnsafePointer<ew_scalar>?) -> OpaquePointer? {
  guardedTensor { try Tensor.wrappedNumber(try Handle.scalar(value)) }
}

@_cdecl("ew_tensor_retain") @implementation
public func ew_tensor_retain(_ tensor: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Handle.tensor(tensor) }
}

@_cdecl("ew_tensor_release") @implementation
public func ew_tensor_release(_ tensor: OpaquePointer?) { Handle.release(tensor) }

@_cdecl("ew_tensors_free") @implementation
public func ew_tensors_free(_ tensors: UnsafeMutablePointer<OpaquePointer?>?, _ count: Int) {
  guard let tensors else { return }
  for i in 0..<Swift.max(count, 0) { Handle.release(tensors[i]) }
  free(tensors)
}

// MARK: getters

@_cdecl("ew_tensor_dim") @implementation
public func ew_tensor_dim(_ tensor: OpaquePointer?) -> Int64 {
  guardedValue(0) { Int64(try Handle.tensor(tensor).dim) }
}

@_cdecl("ew_tensor_numel") @implementation
public func ew_tensor_numel(_ tensor: OpaquePointer?) -> Int64 {
  guardedValue(0) { Int64(try Handle.tensor(tensor).count) }
}

@_cdecl("ew_tensor_dtype") @implementation
public func ew_tensor_dtype(_ tensor: OpaquePointer?) -> Int32 {
  guardedValue(-1) { Int32(try Handle.tensor(tensor).dtype.rawValue) }
}

private func write(_ values: Shape, _ out: UnsafeMutablePointer<Int64>?, _ capacity: Int) -> Int64 {
  if let out { for i in 0..<Swift.min(values.count, Swift.max(capacity, 0)) { out[i] = Int64(values[i]) } }
  return Int64(values.count)
}

@_cdecl("ew_tensor_shape") @implementation
public func ew_tensor_shape(_ tensor: OpaquePointer?, _ out_shape: UnsafeMutablePointer<Int64>?, _ capacity: Int)
  -> Int64
{
  guardedValue(-1) { write(try Handle.tensor(tensor).shape, out_shape, capacity) }
}

@_cdecl("ew_tensor_strides") @implementation
public func ew_tensor_strides(_ tensor: OpaquePointer?, _ out_strides: UnsafeMutablePointer<Int64>?, _ capacity: Int)
  -> Int64
{
  guardedValue(-1) { write(try Handle.tensor(tensor).strides, out_strides, capacity) }
}

@_cdecl("ew_tensor_storage_offset") @implementation
public func ew_tensor_storage_offset(_ tensor: OpaquePointer?) -> Int64 {
  guardedValue(-1) { Int64(try Handle.tensor(tensor).impl.offset) }
}

@_cdecl("ew_tensor_data") @implementation
public func ew_tensor_data(_ tensor: OpaquePointer?) -> UnsafeMutableRawPointer? {
  guardedValue(nil) { try Handle.tensor(tensor).data }
}

@_cdecl("ew_tensor_storage_data") @implementation
public func ew_tensor_storage_data(_ tensor: OpaquePointer?) -> UnsafeMutableRawPointer? {
  guardedValue(nil) { try Handle.tensor(tensor).storage.data }
}

@_cdecl("ew_tensor_storage_size") @implementation
public func ew_tensor_storage_size(_ tensor: OpaquePointer?) -> Int {
  guardedValue(0) { try Handle.tensor(tensor).storage.byteCount }
}

@_cdecl("ew_tensor_storage_resize") @implementation
public func ew_tensor_storage_resize(_ tensor: OpaquePointer?, _ byte_count: Int) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).storage.resize(to: byte_count) }
}

@_cdecl("ew_tensor_on_storage") @implementation
public func ew_tensor_on_storage(
  _ tensor: OpaquePointer?, _ shape: UnsafePointer<Int64>?, _ strides: UnsafePointer<Int64>?, _ shape_count: Int,
  _ offset: Int64, _ dtype: Int32
) -> OpaquePointer? {
  guardedTensor {
    let sizes = try Handle.integers(shape, shape_count)
    let steps = strides == nil ? sizes.contiguousStrides : try Handle.integers(strides, shape_count)
    return try Tensor.window(
      try Handle.tensor(tensor).storage, shape: sizes, strides: steps, offset: Int(offset),
      dtype: try Handle.dtype(dtype))
  }
}

@_cdecl("ew_tensor_is_contiguous") @implementation
public func ew_tensor_is_contiguous(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).isContiguous }
}

@_cdecl("ew_tensor_is_read_only") @implementation
public func ew_tensor_is_read_only(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).storage.isReadOnly }
}

@_cdecl("ew_tensor_version") @implementation
public func ew_tensor_version(_ tensor: OpaquePointer?) -> Int64 {
  guardedValue(-1) { Int64(try Handle.tensor(tensor).version) }
}

@_cdecl("ew_tensor_item") @implementation
public func ew_tensor_item(_ tensor: OpaquePointer?, _ out_value: UnsafeMutablePointer<ew_scalar>?) -> Int32 {
  guardedStatus {
    guard let out_value else { throw EmberwingError.type("ew_tensor_item: out_value is NULL") }
    let t = try Handle.tensor(tensor)
    if t.count != 1 {
      throw EmberwingError.runtime("a Tensor with \(t.count) elements cannot be converted to Scalar")
    }
    switch Scalar(loading: t.data, as: t.dtype) {
    case .bool(let v): out_value.pointee = ew_scalar(kind: 0, reserved: 0, integer: v ? 1 : 0, real: 0, imaginary: 0)
    case .int(let v): out_value.pointee = ew_scalar(kind: 1, reserved: 0, integer: v, real: 0, imaginary: 0)
    case .float(let v): out_value.pointee = ew_scalar(kind: 2, reserved: 0, integer: 0, real: v, imaginary: 0)
    case .complex(let re, let im):
      out_value.pointee = ew_scalar(kind: 3, reserved: 0, integer: 0, real: re, imaginary: im)
    }
  }
}

@_cdecl("ew_string_free") @implementation
public func ew_string_free(_ string: UnsafeMutablePointer<CChar>?) { free(string) }

@_cdecl("ew_tensor_set_data") @implementation
public func ew_tensor_set_data(_ tensor: OpaquePointer?, _ other: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).setData(try Handle.tensor(other)) }
}

@_cdecl("ew_tensor_get_data") @implementation
public func ew_tensor_get_data(_ tensor: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Handle.tensor(tensor).untrackedAlias() }
}

@_cdecl("ew_tensor_deliver") @implementation
public func ew_tensor_deliver(_ out: OpaquePointer?, _ result: OpaquePointer?) -> Int32 {
  guardedStatus { try Inplace.deliver(try Handle.tensor(result), into: try Handle.tensor(out)) }
}
