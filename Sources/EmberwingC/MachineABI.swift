import CEmberwing
import EmberwingTensor
import Synchronization

@_cdecl("ew_cpu_capability") @implementation
public func ew_cpu_capability() -> UnsafePointer<CChar>? { Texts.capability }

@_cdecl("ew_live_tensors") @implementation
public func ew_live_tensors() -> Int64 { Int64(TensorImpl.liveCount.load(ordering: .relaxed)) }

@_cdecl("ew_live_storages") @implementation
public func ew_live_storages() -> Int64 { Int64(Storage.liveCount.load(ordering: .relaxed)) }

@_cdecl("ew_generator_default") @implementation
public func ew_generator_default() -> OpaquePointer? { Handle.make(object: Generator.default) }

@_cdecl("ew_generator_new") @implementation
public func ew_generator_new() -> OpaquePointer? { Handle.make(object: Generator()) }

@_cdecl("ew_generator_release") @implementation
public func ew_generator_release(_ generator: OpaquePointer?) { Handle.release(generator) }

@_cdecl("ew_manual_seed") @implementation
public func ew_manual_seed(_ seed: Int64) -> Int32 {
  Generator.default.manualSeed(UInt64(bitPattern: seed))
  return 0
}

@_cdecl("ew_generator_manual_seed") @implementation
public func ew_generator_manual_seed(_ generator: OpaquePointer?, _ seed: Int64) -> Int32 {
  guardedStatus { (try Handle.generator(generator) ?? .default).manualSeed(UInt64(bitPattern: seed)) }
}

@_cdecl("ew_generator_seed") @implementation
public func ew_generator_seed(_ generator: OpaquePointer?, _ out_seed: UnsafeMutablePointer<Int64>?) -> Int32 {
  guardedStatus {
    let seed = (try Handle.generator(generator) ?? .default).seed()
    out_seed?.pointee = Int64(bitPattern: seed)
  }
}

@_cdecl("ew_generator_initial_seed") @implementation
public func ew_generator_initial_seed(_ generator: OpaquePointer?, _ out_seed: UnsafeMutablePointer<Int64>?) -> Int32 {
  guardedStatus {
    guard let out_seed else { throw EmberwingError.type("ew_generator_initial_seed: out_seed is NULL") }
    out_seed.pointee = Int64(bitPattern: (try Handle.generator(generator) ?? .default).initialSeed)
  }
}

@_cdecl("ew_generator_get_state") @implementation
public func ew_generator_get_state(_ generator: OpaquePointer?) -> OpaquePointer? {
  guardedTensor {
    let bytes = (try Handle.generator(generator) ?? .default).getState()
    return try bytes.withUnsafeBytes { try Tensor.copying($0.baseAddress, shape: [bytes.count], dtype: .uint8) }
  }
}

@_cdecl("ew_generator_set_state") @implementation
public func ew_generator_set_state(_ generator: OpaquePointer?, _ state: OpaquePointer?) -> Int32 {
  guardedStatus {
    let t = try Handle.tensor(state)
    if t.dtype != .uint8 || !t.isContiguous {
      throw EmberwingError.type("expected a torch.ByteTensor, but got torch.\(t.dtype.scalarTypeName)Tensor")
    }
    let bytes = [UInt8](UnsafeRawBufferPointer(start: t.data, count: t.count))
    try (try Handle.generator(generator) ?? .default).setState(bytes)
  }
}

@_cdecl("ew_get_num_threads") @implementation
public func ew_get_num_threads() -> Int32 { Int32(ThreadPool.threadCount) }

@_cdecl("ew_set_num_threads") @implementation
public func ew_set_num_threads(_ count: Int32) -> Int32 {
  guardedStatus { try ThreadPool.setThreadCount(Int(count)) }
}

@_cdecl("ew_memory_statistics") @implementation
public func ew_memory_statistics(
  _ out_allocated: UnsafeMutablePointer<Int64>?, _ out_cached: UnsafeMutablePointer<Int64>?,
  _ out_peak: UnsafeMutablePointer<Int64>?
) {
  let s = Allocator.statistics
  out_allocated?.pointee = Int64(s.allocatedBytes)
  out_cached?.pointee = Int64(s.cachedBytes)
  out_peak?.pointee = Int64(s.peakBytes)
}

@_cdecl("ew_empty_cache") @implementation
public func ew_empty_cache() { Allocator.emptyCache() }

@_cdecl("ew_tensor_to_string") @implementation
public func ew_tensor_to_string(_ tensor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) { try Handle.copy(try Handle.tensor(tensor).description) }
}

@_cdecl("ew_tensor_format") @implementation
public func ew_tensor_format(
  _ tensor: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ contents: UnsafePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) {
    let text = try Handle.tensor(tensor).formatted(
      PrintOptions.current, prefix: Handle.optionalString(name) ?? "tensor", contents: Handle.optionalString(contents))
    return try Handle.copy(text)
  }
}

@_cdecl("ew_set_print_options") @implementation
public func ew_set_print_options(
  _ precision: Int64, _ threshold: Int64, _ edge_items: Int64, _ line_width: Int64, _ scientific: Int32
) {
  var o = PrintOptions()
  o.precision = Int(precision)
  o.threshold = Int(threshold)
  o.edgeItems = Int(edge_items)
  // So wide that no sum of widths overflows.
  o.lineWidth = Int(min(max(line_width, 0), 1 << 40))
  o.scientific = scientific < 0 ? nil : scientific != 0
  PrintOptions.current = o
}
