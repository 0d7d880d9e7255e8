import CEmberwing
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a callback of the host carries, destroyed when the library lets go of it.
final class Payload: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer?
  private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

  init(_ pointer: UnsafeMutableRawPointer?, _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?) {
    self.pointer = pointer
    self.destroy = destroy
  }

  deinit { destroy?(pointer) }
}

/// Called before a callback, so that the error of an earlier call is not taken for the callback's.
func forgetLastError() { ThreadState.current.pointee.errorCode = 0 }

/// The error that a failing callback stands for: what it reported, or its code.
func callbackError(_ code: Int32, _ what: String) -> EmberwingError {
  let state = ThreadState.current
  if state.pointee.errorCode == code, let text = state.pointee.errorMessage {
    return EmberwingError(EmberwingError.Kind(rawValue: code) ?? .callback, String(cString: text))
  }
  return EmberwingError(.callback, "\(what): the callback failed with status \(code)")
}

/// Takes over a reference that a callback made.
func takeTensor(_ p: OpaquePointer?) throws -> Tensor? {
  guard let p else { return nil }
  let t = try Handle.tensor(p)
  Handle.release(p)
  return t
}

@_cdecl("ew_tensor_requires_grad") @implementation
public func ew_tensor_requires_grad(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).requiresGrad }
}

@_cdecl("ew_tensor_set_requires_grad") @implementation
public func ew_tensor_set_requires_grad(_ tensor: OpaquePointer?, _ requires_grad: Bool) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).setRequiresGrad(requires_grad) }
}

@_cdecl("ew_tensor_is_leaf") @implementation
public func ew_tensor_is_leaf(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).isLeaf }
}

@_cdecl("ew_tensor_grad") @implementation
public func ew_tensor_grad(_ tensor: OpaquePointer?) -> OpaquePointer? {
  guardedHandle { try Handle.tensor(tensor).grad.map { Handle.make($0) } }
}

@_cdecl("ew_tensor_set_grad") @implementation
public func ew_tensor_set_grad(_ tensor: OpaquePointer?, _ grad: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).setGrad(try Handle.optionalTensor(grad)) }
}

@_cdecl("ew_tensor_retain_grad") @implementation
public func ew_tensor_retain_grad(_ tensor: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).retainGrad() }
}

@_cdecl("ew_tensor_retains_grad") @implementation
public func ew_tensor_retains_grad(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).retainsGrad }
}

@_cdecl("ew_tensor_grad_fn_name") @implementation
public func ew_tensor_grad_fn_name(_ tensor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) { try Handle.tensor(tensor).gradFn.map { try Handle.copy($0.name) } }
}

@_cdecl("ew_tensor_backward") @implementation
public func ew_tensor_backward(
  _ tensor: OpaquePointer?, _ gradient: OpaquePointer?, _ retain_graph: Bool, _ create_graph: Bool
) -> Int32 {
  guardedStatus {
    try Autograd.backward(
      [try Handle.tensor(tensor)], gradients: [try Handle.optionalTensor(gradient)], retainGraph: retain_graph,
      createGraph: create_graph)
  }
}

@_cdecl("ew_backward") @implementation
public func ew_backward(
  _ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int, _ gradients: UnsafePointer<OpaquePointer?>?,
  _ inputs: UnsafePointer<OpaquePointer?>?, _ input_count: Int, _ retain_graph: Bool, _ create_graph: Bool
) -> Int32 {
  guardedStatus {
    try Autograd.backward(
      try Handle.tensors(tensors, count), gradients: try Handle.optionalTensors(gradients, count),
      retainGraph: retain_graph, createGraph: create_graph,
      inputs: inputs == nil ? nil : try Handle.tensors(inputs, input_count))
  }
}

@_cdecl("ew_grad") @implementation
public func ew_grad(
  _ outputs: UnsafePointer<OpaquePointer?>?, _ output_count: Int, _ grad_outputs: UnsafePointer<OpaquePointer?>?,
  _ inputs: UnsafePointer<OpaquePointer?>?, _ input_count: Int, _ retain_graph: Bool, _ create_graph: Bool,
  _ allow_unused: Bool, _ out_grads: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    guard let out_grads else { throw EmberwingError.type("ew_grad: out_grads is NULL") }
    let grads = try Autograd.grad(
      try Handle.tensors(outputs, output_count), try Handle.tensors(inputs, input_count),
      gradOutputs: try Handle.optionalTensors(grad_outputs, output_count), retainGraph: retain_graph,
      createGraph: create_graph, allowUnused: allow_unused)
    for (i, g) in grads.enumerated() { out_grads[i] = g.map { Handle.make($0) } }
  }
}

@_cdecl("ew_is_grad_enabled") @implementation
public func ew_is_grad_enabled() -> Bool { ThreadState.current.pointee.gradEnabled }

@_cdecl("ew_set_grad_enabled") @implementation
public func ew_set_grad_enabled(_ enabled: Bool) -> Bool {
  let state = ThreadState.current
  let before = state.pointee.gradEnabled
  state.pointee.gradEnabled = enabled
  return before
}

@_cdecl("ew_is_inference_mode") @implementation
public func ew_is_inference_mode() -> Bool { ThreadState.current.pointee.inferenceMode }

@_cdecl("ew_set_inference_mode") @implementation
public func ew_set_inference_mode(_ enabled: Bool) -> Bool {
  let state = ThreadState.current
  let before = state.pointee.inferenceMode
  state.pointee.inferenceMode = enabled
  return before
}

@_cdecl("ew_tensor_is_inference") @implementation
public func ew_tensor_is_inference(_ tensor: OpaquePointer?) -> Bool {
  guardedValue(false) { try Handle.tensor(tensor).isInference }
}

@_cdecl("ew_set_detect_anomaly") @implementation
public func ew_set_detect_anomaly(_ enabled: Bool, _ check_nan: Bool) {
  let state = ThreadState.current
  state.pointee.anomalyMode = enabled
  state.pointee.anomalyChecksNaN = check_nan
}

@_cdecl("ew_is_anomaly_enabled") @implementation
public func ew_is_anomaly_enabled() -> Bool { ThreadState.current.pointee.anomalyMode }

@_cdecl("ew_set_trace_provider") @implementation
public func ew_set_trace_provider(
  _ provider: (@convention(c) () -> UnsafeMutablePointer<CChar>?)?,
  _ release: (@convention(c) (UnsafeMutablePointer<CChar>?) -> Void)?
) {
  guard let provider else {
    Anomaly.traceProvider = nil
    return
  }
  Anomaly.traceProvider = {
    guard let p = provider() else { return "" }
    defer { release?(p) }
    return String(cString: p)
  }
}

@_cdecl("ew_tensor_register_hook") @implementation
public func ew_tensor_register_hook(
  _ tensor: OpaquePointer?, _ hook: ew_hook_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ post_accumulate: Bool,
  _ out_id: UnsafeMutablePointer<Int64>?
) -> Int32 {
  guardedStatus {
    guard let hook else { throw EmberwingError.type("ew_tensor_register_hook: the hook is NULL") }
    let t = try Handle.tensor(tensor)
    let kept = Payload(payload, destroy)
    let body: (Tensor) throws -> Tensor? = { g in
      let handle = Handle.make(g)
      defer { Handle.release(handle) }
      var new: OpaquePointer?
      forgetLastError()
      let status = hook(handle, &new, kept.pointer)
      if status != 0 {
        Handle.release(new)
        throw callbackError(status, "hook")
      }
      return try takeTensor(new)
    }
    let id =
      post_accumulate ? try t.registerPostAccumulateHook { _ = try body($0) } : try t.registerHook(body)
    out_id?.pointee = Int64(id)
  }
}

@_cdecl("ew_tensor_remove_hook") @implementation
public func ew_tensor_remove_hook(_ tensor: OpaquePointer?, _ id: Int64) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).removeHook(Int(id)) }
}

@_cdecl("ew_custom_function") @implementation
public func ew_custom_function(
  _ name: UnsafePointer<CChar>?, _ inputs: UnsafePointer<OpaquePointer?>?, _ input_count: Int,
  _ outputs: UnsafePointer<OpaquePointer?>?, _ output_count: Int, _ backward: ew_backward_fn?,
  _ payload: UnsafeMutableRawPointer?, _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> Int32 {
  guardedStatus {
    guard let backward else { throw EmberwingError.type("ew_custom_function: the backward is NULL") }
    let ins = try Handle.tensors(inputs, input_count)
    let outs = try Handle.tensors(outputs, output_count)
    for o in outs where o.gradFn != nil {
      throw EmberwingError.runtime("ew_custom_function: an output already belongs to the graph")
    }
    let kept = Payload(payload, destroy)
    Tensor.customFunction(try Handle.string(name), inputs: ins, outputs: outs, attachment: kept) { grads, _ in
      let handles: [OpaquePointer?] = grads.map { g in g.map { Handle.make($0) } }
      defer { for h in handles { Handle.release(h) } }
      var results = [OpaquePointer?](repeating: nil, count: input_count)
      defer { for r in results { Handle.release(r) } }
      forgetLastError()
      let status = handles.withUnsafeBufferPointer { g in
        results.withUnsafeMutableBufferPointer { r in
          backward(g.baseAddress, g.count, r.baseAddress, r.count, kept.pointer)
        }
      }
      if status != 0 { throw callbackError(status, "backward") }
      return Grads(all: try results.map { try Handle.optionalTensor($0) })
    }
  }
}
