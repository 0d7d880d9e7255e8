import CEmberwing
import EmberwingNN
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Handle {
  static func module(_ p: OpaquePointer?) throws -> Module { try object(p, Module.self, "ew_module") }

  static func modules(_ p: UnsafePointer<OpaquePointer?>?, _ count: Int) throws -> [Module] {
    try list(p, count, "modules").map { try module($0) }
  }

  /// A list of names and a list of new references, freed by `ew_strings_free` and `ew_tensors_free`.
  static func give(
    _ list: StateDict, _ outNames: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
    _ outTensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ outCount: UnsafeMutablePointer<Int>?
  ) throws {
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    if outNames != nil {
      let size = Swift.max(list.count, 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
      guard let raw = malloc(size) else { throw EmberwingError(.outOfMemory, "cannot allocate \(list.count) names") }
      let p = raw.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: Swift.max(list.count, 1))
      for (i, entry) in list.enumerated() { (p + i).initialize(to: strdup(entry.name)) }
      names = p
    }
    do {
      try give(list.map(\.tensor), outTensors, outCount)
    } catch {
      ew_strings_free(names, list.count)
      throw error
    }
    outNames?.pointee = names
  }
}

/// Settings of a struct whose first field is its size: fields that the caller's version lacks keep their defaults.
func options<T>(_ p: UnsafePointer<T>?, _ defaults: T) throws -> T {
  guard let p else { return defaults }
  let size = UnsafeRawPointer(p).load(as: Int.self)
  guard size >= MemoryLayout<Int>.size, size <= 4096 else {
    throw EmberwingError.value("options: struct_size is \(size); begin with the _INIT macro")
  }
  var out = defaults
  withUnsafeMutableBytes(of: &out) {
    $0.copyMemory(from: UnsafeRawBufferPointer(start: p, count: Swift.min(size, MemoryLayout<T>.size)))
  }
  return out
}

/// A module whose forward is a callback.
final class CallbackModule: Module {
  private let className: String
  private let body: ew_forward_fn
  private let payload: Payload

  init(_ name: String, _ body: @escaping ew_forward_fn, _ payload: Payload) {
    className = name
    self.body = body
    self.payload = payload
  }

  override var name: String { className }

  override func forward(_ input: Tensor) throws -> Tensor {
    let (module, x) = (Handle.make(object: self), Handle.make(input))
    defer {
      Handle.release(module)
      Handle.release(x)
    }
    forgetLastError()
    guard let out = try takeTensor(body(module, x, payload.pointer)) else {
      let code = ThreadState.current.pointee.errorCode
      throw callbackError(code == 0 ? EmberwingError.Kind.callback.rawValue : code, "\(className).forward")
    }
    return out
  }
}

@_cdecl("ew_module_new_custom") @implementation
public func ew_module_new_custom(
  _ name: UnsafePointer<CChar>?, _ forward: ew_forward_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> OpaquePointer? {
  guardedHandle {
    guard let forward else { throw EmberwingError.type("ew_module_new_custom: forward is NULL") }
    return Handle.make(object: CallbackModule(try Handle.string(name), forward, Payload(payload, destroy)))
  }
}

@_cdecl("ew_sequential_new") @implementation
public func ew_sequential_new(_ modules: UnsafePointer<OpaquePointer?>?, _ count: Int) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Sequential(try Handle.modules(modules, count))) }
}

@_cdecl("ew_module_list_new") @implementation
public func ew_module_list_new(_ modules: UnsafePointer<OpaquePointer?>?, _ count: Int) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try ModuleList(try Handle.modules(modules, count))) }
}

@_cdecl("ew_module_append") @implementation
public func ew_module_append(_ container: OpaquePointer?, _ module: OpaquePointer?) -> Int32 {
  guardedStatus {
    let child = try Handle.module(module)
    switch try Handle.module(container) {
    case let s as Sequential: try s.append(child)
    case let l as ModuleList: try l.append(child)
    case let other: throw EmberwingError.type("ew_module_append: \(other.name) is no Sequential or ModuleList")
    }
  }
}

@_cdecl("ew_module_register_module") @implementation
public func ew_module_register_module(
  _ module: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ child: OpaquePointer?
) -> Int32 {
  guardedStatus { try Handle.module(module).register(module: try Handle.module(child), name: try Handle.string(name)) }
}

@_cdecl("ew_module_register_parameter") @implementation
public func ew_module_register_parameter(
  _ module: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ parameter: OpaquePointer?
) -> Int32 {
  guardedStatus {
    let m = try Handle.module(module)
    let t = try Handle.tensor(parameter)
    if t.gradFn != nil {
      throw EmberwingError.value(
        "Cannot assign non-leaf Tensor to parameter '\(try Handle.string(name))'. Model parameters must be created explicitly. To express '\(try Handle.string(name))' as a function of another Tensor, compute the value in the forward() method."
      )
    }
    try m.register(parameter: try Parameter(t), name: try Handle.string(name))
  }
}

@_cdecl("ew_module_register_buffer") @implementation
public func ew_module_register_buffer(
  _ module: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ buffer: OpaquePointer?, _ persistent: Bool
) -> Int32 {
  guardedStatus {
    try Handle.module(module).register(
      buffer: Buffer(try Handle.tensor(buffer), isPersistent: persistent), name: try Handle.string(name))
  }
}

@_cdecl("ew_module_get") @implementation
public func ew_module_get(_ module: OpaquePointer?, _ name: UnsafePointer<CChar>?) -> OpaquePointer? {
  guardedHandle {
    var m = try Handle.module(module)
    let path = try Handle.string(name)
    for part in path.split(separator: ".") {
      guard let next = m.namedChildren.first(where: { $0.name == part })?.module else {
        throw EmberwingError(.attribute, "\(m.name) has no attribute `\(part)`")
      }
      m = next
    }
    return Handle.make(object: m)
  }
}

@_cdecl("ew_module_child_count") @implementation
public func ew_module_child_count(_ module: OpaquePointer?) -> Int {
  guardedValue(0) { try Handle.module(module).children.count }
}

@_cdecl("ew_module_child") @implementation
public func ew_module_child(_ module: OpaquePointer?, _ index: Int) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try entry(try Handle.module(module).children, index, "child")) }
}

/// Entry number `index` of a list, or an error.
private func entry<T>(_ list: [T], _ index: Int, _ what: String) throws -> T {
  guard index >= 0, index < list.count else {
    throw EmberwingError.index("\(what) \(index) is out of range: there are \(list.count)")
  }
  return list[index]
}

@_cdecl("ew_module_retain") @implementation
public func ew_module_retain(_ module: OpaquePointer?) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try Handle.module(module)) }
}

@_cdecl("ew_module_release") @implementation
public func ew_module_release(_ module: OpaquePointer?) { Handle.release(module) }

// MARK: use

@_cdecl("ew_module_forward") @implementation
public func ew_module_forward(_ module: OpaquePointer?, _ input: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Handle.module(module)(try Handle.tensor(input)) }
}

@_cdecl("ew_module_train") @implementation
public func ew_module_train(_ module: OpaquePointer?, _ mode: Bool) -> Int32 {
  guardedStatus { try Handle.module(module).train(mode) }
}

@_cdecl("ew_module_is_training") @implementation
public func ew_module_is_training(_ module: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.module(module).training }
}

@_cdecl("ew_module_to") @implementation
public func ew_module_to(_ module: OpaquePointer?, _ dtype: Int32) -> Int32 {
  guardedStatus { try Handle.module(module).to(try Handle.dtype(dtype)) }
}

@_cdecl("ew_module_requires_grad") @implementation
public func ew_module_requires_grad(_ module: OpaquePointer?, _ requires_grad: Bool) -> Int32 {
  guardedStatus { try Handle.module(module).requiresGrad(requires_grad) }
}

@_cdecl("ew_module_zero_grad") @implementation
public func ew_module_zero_grad(_ module: OpaquePointer?, _ set_to_none: Bool) -> Int32 {
  guardedStatus { try Handle.module(module).zeroGrad(setToNone: set_to_none) }
}

@_cdecl("ew_module_name") @implementation
public func ew_module_name(_ module: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) { try Handle.copy(try Handle.module(module).name) }
}

@_cdecl("ew_module_parameter_count") @implementation
public func ew_module_parameter_count(_ module: OpaquePointer?) -> Int {
  guardedValue(0) { try Handle.module(module).namedParameters().count }
}

@_cdecl("ew_module_parameter") @implementation
public func ew_module_parameter(_ module: OpaquePointer?, _ index: Int) -> OpaquePointer? {
  guardedTensor { try entry(try Handle.module(module).namedParameters(), index, "parameter").parameter.tensor }
}

@_cdecl("ew_module_parameter_name") @implementation
public func ew_module_parameter_name(_ module: OpaquePointer?, _ index: Int) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) {
    try Handle.copy(try entry(try Handle.module(module).namedParameters(), index, "parameter").name)
  }
}

@_cdecl("ew_module_buffer_count") @implementation
public func ew_module_buffer_count(_ module: OpaquePointer?) -> Int {
  guardedValue(0) { try Handle.module(module).namedBuffers().count }
}

@_cdecl("ew_module_buffer") @implementation
public func ew_module_buffer(_ module: OpaquePointer?, _ index: Int) -> OpaquePointer? {
  guardedTensor { try entry(try Handle.module(module).namedBuffers(), index, "buffer").buffer.tensor }
}

@_cdecl("ew_module_buffer_name") @implementation
public func ew_module_buffer_name(_ module: OpaquePointer?, _ index: Int) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) { try Handle.copy(try entry(try Handle.module(module).namedBuffers(), index, "buffer").name) }
}

@_cdecl("ew_module_named_parameters") @implementation
public func ew_module_named_parameters(
  _ module: OpaquePointer?, _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    let list: StateDict = try Handle.module(module).namedParameters().map { ($0.name, $0.parameter.tensor) }
    try Handle.give(list, out_names, out_tensors, out_count)
  }
}

@_cdecl("ew_module_named_buffers") @implementation
public func ew_module_named_buffers(
  _ module: OpaquePointer?, _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    let list: StateDict = try Handle.module(module).namedBuffers().map { ($0.name, $0.buffer.tensor) }
    try Handle.give(list, out_names, out_tensors, out_count)
  }
}

@_cdecl("ew_module_state_dict") @implementation
public func ew_module_state_dict(
  _ module: OpaquePointer?, _ out_names: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?, _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus { try Handle.give(try Handle.module(module).stateDict(), out_names, out_tensors, out_count) }
}

@_cdecl("ew_module_load_state_dict") @implementation
public func ew_module_load_state_dict(
  _ module: OpaquePointer?, _ names: UnsafePointer<UnsafePointer<CChar>?>?, _ tensors: UnsafePointer<OpaquePointer?>?,
  _ count: Int, _ strict: Bool
) -> Int32 {
  guardedStatus {
    let texts = try Handle.list(names, count, "names")
    var saved: StateDict = []
    for (name, t) in zip(texts, try Handle.tensors(tensors, count)) { saved.append((try Handle.string(name), t)) }
    try Handle.module(module).loadStateDict(saved, strict: strict)
  }
}

// MARK: hooks

private func hookBody(_ hook: @escaping ew_module_hook_fn, _ payload: Payload)
  -> (Module, Tensor, Tensor?) throws -> Tensor?
{
  { module, input, output in
    let handles = (Handle.make(object: module), Handle.make(input), output.map { Handle.make($0) })
    defer {
      Handle.release(handles.0)
      Handle.release(handles.1)
      Handle.release(handles.2)
    }
    var new: OpaquePointer?
    forgetLastError()
    let status = hook(handles.0, handles.1, handles.2, &new, payload.pointer)
    if status != 0 {
      Handle.release(new)
      throw callbackError(status, "\(module.name): hook")
    }
    return try takeTensor(new)
  }
}

@_cdecl("ew_module_register_forward_hook") @implementation
public func ew_module_register_forward_hook(
  _ module: OpaquePointer?, _ hook: ew_module_hook_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ out_id: UnsafeMutablePointer<Int64>?
) -> Int32 {
  guardedStatus {
    guard let hook else { throw EmberwingError.type("ew_module_register_forward_hook: the hook is NULL") }
    let m = try Handle.module(module)
    let body = hookBody(hook, Payload(payload, destroy))
    out_id?.pointee = Int64(m.registerForwardHook { try body($0, $1, $2) })
  }
}

@_cdecl("ew_module_register_forward_pre_hook") @implementation
public func ew_module_register_forward_pre_hook(
  _ module: OpaquePointer?, _ hook: ew_module_hook_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ out_id: UnsafeMutablePointer<Int64>?
) -> Int32 {
  guardedStatus {
    guard let hook else { throw EmberwingError.type("ew_module_register_forward_pre_hook: the hook is NULL") }
    let m = try Handle.module(module)
    let body = hookBody(hook, Payload(payload, destroy))
    out_id?.pointee = Int64(m.registerForwardPreHook { try body($0, $1, nil) })
  }
}

@_cdecl("ew_module_remove_hook") @implementation
public func ew_module_remove_hook(_ module: OpaquePointer?, _ id: Int64) -> Int32 {
  guardedStatus { try Handle.module(module).removeHook(Int(id)) }
}
