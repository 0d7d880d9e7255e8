import CEmberwing
import EmberwingTensor

// The graph as an object: nodes, their hooks, what they save, and the backward pass that runs.

private typealias Destroy = @convention(c) (UnsafeMutableRawPointer?) -> Void

private func node(_ p: OpaquePointer?) throws -> GraphNode { try Handle.object(p, GraphNode.self, "ew_node") }

private func give(
  _ edge: (node: GraphNode, index: Int)?, _ out_index: UnsafeMutablePointer<Int64>?
) -> OpaquePointer? {
  guard let edge else { return nil }
  out_index?.pointee = Int64(edge.index)
  return Handle.make(object: edge.node)
}

@_cdecl("ew_tensor_grad_fn") @implementation
public func ew_tensor_grad_fn(_ tensor: OpaquePointer?) -> OpaquePointer? {
  guardedHandle { GraphNode.of(try Handle.tensor(tensor)).map { Handle.make(object: $0) } }
}

@_cdecl("ew_tensor_gradient_edge") @implementation
public func ew_tensor_gradient_edge(_ tensor: OpaquePointer?, _ out_index: UnsafeMutablePointer<Int64>?)
  -> OpaquePointer?
{
  guardedHandle { give(GraphNode.edge(of: try Handle.tensor(tensor)), out_index) }
}

@_cdecl("ew_tensor_output_number") @implementation
public func ew_tensor_output_number(_ tensor: OpaquePointer?) -> Int64 {
  guardedValue(0) { Int64(try Handle.tensor(tensor).outputNumber) }
}

@_cdecl("ew_tensor_increment_version") @implementation
public func ew_tensor_increment_version(_ tensor: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.tensor(tensor).bumpVersion() }
}

@_cdecl("ew_node_release") @implementation
public func ew_node_release(_ node: OpaquePointer?) { Handle.release(node) }

@_cdecl("ew_node_id") @implementation
public func ew_node_id(_ handle: OpaquePointer?) -> Int64 { guardedValue(0) { try node(handle).id } }

@_cdecl("ew_node_name") @implementation
public func ew_node_name(_ handle: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  guardedValue(nil) { try Handle.copy(try node(handle).name) }
}

@_cdecl("ew_node_next_count") @implementation
public func ew_node_next_count(_ handle: OpaquePointer?) -> Int64 {
  guardedValue(0) { Int64(try node(handle).nextCount) }
}

@_cdecl("ew_node_next") @implementation
public func ew_node_next(_ handle: OpaquePointer?, _ i: Int64, _ out_index: UnsafeMutablePointer<Int64>?)
  -> OpaquePointer?
{
  guardedHandle { give(try node(handle).next(Int(i)), out_index) }
}

@_cdecl("ew_node_variable") @implementation
public func ew_node_variable(_ handle: OpaquePointer?) -> OpaquePointer? {
  guardedHandle { try node(handle).variable.map { Handle.make($0) } }
}

@_cdecl("ew_node_stand_in") @implementation
public func ew_node_stand_in(_ handle: OpaquePointer?, _ index: Int64) -> OpaquePointer? {
  guardedTensor { try node(handle).standIn(Int(index)) }
}

@_cdecl("ew_node_payload") @implementation
public func ew_node_payload(_ handle: OpaquePointer?) -> UnsafeMutableRawPointer? {
  guardedValue(nil) { (try node(handle).attachment as? Payload)?.pointer }
}

@_cdecl("ew_node_keep") @implementation
public func ew_node_keep(
  _ handle: OpaquePointer?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> Int32 {
  guardedStatus { try node(handle).keep(Payload(payload, destroy)) }
}

@_cdecl("ew_node_register_hook") @implementation
public func ew_node_register_hook(
  _ handle: OpaquePointer?, _ hook: ew_node_hook_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ before: Bool,
  _ out_id: UnsafeMutablePointer<Int64>?
) -> Int32 {
  guardedStatus {
    guard let hook else { throw EmberwingError.type("ew_node_register_hook: the hook is NULL") }
    let target = try node(handle)
    let kept = Payload(payload, destroy)
    let made = NodeHook { inputs, outputs in
      let ins: [OpaquePointer?] = inputs.map { g in g.map { Handle.make($0) } }
      let outs: [OpaquePointer?] = outputs.map { g in g.map { Handle.make($0) } }
      var results = [OpaquePointer?](repeating: nil, count: before ? outs.count : ins.count)
      defer { for h in ins + outs + results { Handle.release(h) } }
      forgetLastError()
      let status = ins.withUnsafeBufferPointer { i in
        outs.withUnsafeBufferPointer { o in
          results.withUnsafeMutableBufferPointer { r in
            hook(i.baseAddress, i.count, o.baseAddress, o.count, r.baseAddress, kept.pointer)
          }
        }
      }
      if status != 0 { throw callbackError(status, "node hook") }
      return try results.map { try Handle.optionalTensor($0) }
    }
    target.register(made, before: before)
    out_id?.pointee = Int64(made.id)
  }
}

@_cdecl("ew_node_remove_hook") @implementation
public func ew_node_remove_hook(_ handle: OpaquePointer?, _ id: Int64) -> Int32 {
  guardedStatus { try node(handle).removeHook(Int(id)) }
}

@_cdecl("ew_graph_task_reaches") @implementation
public func ew_graph_task_reaches(_ node_id: Int64) -> Bool { GraphTask.current?.reaches(node_id) ?? false }

@_cdecl("ew_tensor_set_level") @implementation
public func ew_tensor_set_level(_ tensor: OpaquePointer?, _ level: Int64) -> Int32 {
  guardedStatus { GraphNode.setLevel(try Handle.tensor(tensor), level) }
}

@_cdecl("ew_reaches_leaf") @implementation
public func ew_reaches_leaf(_ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int, _ level: Int64) -> Bool {
  guardedValue(false) { GraphNode.reachesLeaf(from: try Handle.tensors(tensors, count), level: level) }
}

@_cdecl("ew_graph_task_id") @implementation
public func ew_graph_task_id() -> Int64 { Int64(GraphTask.current?.id ?? -1) }

@_cdecl("ew_graph_task_keeps_graph") @implementation
public func ew_graph_task_keeps_graph() -> Bool { GraphTask.current?.keepsGraph ?? false }

@_cdecl("ew_graph_task_reaches_all") @implementation
public func ew_graph_task_reaches_all() -> Bool { GraphTask.current?.reachesAll ?? false }

@_cdecl("ew_graph_task_reattach") @implementation
public func ew_graph_task_reattach(_ tensor: OpaquePointer?, _ output: Int64) -> OpaquePointer? {
  guardedTensor {
    guard let task = GraphTask.current else {
      throw EmberwingError.runtime("ew_graph_task_reattach: no backward pass runs on this thread")
    }
    return try task.reattached(try Handle.tensor(tensor), output: Int(output))
  }
}

/// A token of the host with the functions that it belongs to.
private final class PackedToken: PackedTensor {
  private let token: UnsafeMutableRawPointer?
  private let unpackFunction: ew_unpack_fn
  private let drop: Destroy?
  private let payload: Payload

  init(_ token: UnsafeMutableRawPointer?, _ unpack: @escaping ew_unpack_fn, _ drop: Destroy?, _ payload: Payload) {
    self.token = token
    self.unpackFunction = unpack
    self.drop = drop
    self.payload = payload
  }

  deinit { drop?(token) }

  func unpack() throws -> Tensor {
    forgetLastError()
    guard let t = try takeTensor(unpackFunction(token, payload.pointer)) else {
      let code = ThreadState.current.pointee.errorCode
      throw callbackError(code == 0 ? EmberwingError.Kind.callback.rawValue : code, "unpack hook")
    }
    return t
  }
}

@_cdecl("ew_saved_tensor_hooks_push") @implementation
public func ew_saved_tensor_hooks_push(
  _ pack: ew_pack_fn?, _ unpack: ew_unpack_fn?, _ drop: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?,
  _ payload: UnsafeMutableRawPointer?, _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> Int32 {
  guardedStatus {
    guard let pack, let unpack else { throw EmberwingError.type("ew_saved_tensor_hooks_push: a hook is NULL") }
    let kept = Payload(payload, destroy)
    SavedTensorHooks.push { t in
      let handle = Handle.make(t)
      defer { Handle.release(handle) }
      var token: UnsafeMutableRawPointer?
      forgetLastError()
      let status = pack(handle, &token, kept.pointer)
      if status != 0 { throw callbackError(status, "pack hook") }
      return PackedToken(token, unpack, drop, kept)
    }
  }
}

@_cdecl("ew_saved_tensor_hooks_pop") @implementation
public func ew_saved_tensor_hooks_pop() -> Int32 { guardedStatus { try SavedTensorHooks.pop() } }
