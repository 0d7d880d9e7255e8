/// What a host keeps in place of a tensor that a graph node saved.
public protocol PackedTensor: AnyObject {
  /// The tensor again.
  func unpack() throws -> Tensor
}

/// `torch.autograd.graph.saved_tensors_hooks`: while they are in force on a thread, its nodes keep what `pack` makes of a
/// tensor instead of the tensor.
public final class SavedTensorHooks {
  private let pack: (Tensor) throws -> PackedTensor
  private let outer: SavedTensorHooks?
  /// The first error of `pack`: an op that records itself cannot fail any more, so `pop` reports it.
  private var failure: Error?

  private init(_ pack: @escaping (Tensor) throws -> PackedTensor, outer: SavedTensorHooks?) {
    self.pack = pack
    self.outer = outer
  }

  @inline(__always) static var current: SavedTensorHooks? {
    guard let raw = ThreadState.current.pointee.savedTensorHooks else { return nil }
    return Unmanaged<SavedTensorHooks>.fromOpaque(raw).takeUnretainedValue()
  }

  /// Puts hooks in force on this thread, inside those that are.
  public static func push(_ pack: @escaping (Tensor) throws -> PackedTensor) {
    let hooks = SavedTensorHooks(pack, outer: current)
    ThreadState.current.pointee.savedTensorHooks = Unmanaged.passRetained(hooks).toOpaque()
  }

  /// Ends the innermost hooks; throws what their `pack` threw.
  public static func pop() throws {
    let state = ThreadState.current
    guard let raw = state.pointee.savedTensorHooks else {
      throw EmberwingError.runtime("there are no saved tensor hooks to end on this thread")
    }
    let hooks = Unmanaged<SavedTensorHooks>.fromOpaque(raw).takeRetainedValue()
    // The outer hooks are still held by the reference of their own push.
    state.pointee.savedTensorHooks = hooks.outer.map { Unmanaged.passUnretained($0).toOpaque() }
    if let failure = hooks.failure { throw failure }
  }

  fileprivate func apply(_ t: Tensor) -> PackedTensor {
    do {
      // The host sees the elements alone: the graph is put back when the tensor is unpacked.
      let version = t.impl.storage.version
      let packed = try withGradMode(false) { try pack(t.alias()) }
      if t.impl.storage.version != version {
        throw EmberwingError.runtime("A saved tensor pack hook is modifying its input in place. Tensors provided as input to pack hook cannot be modified by in-place operations as this can lead to unexpected side-effects. Please open an issue if you need to perform in-place operations on the input to a pack hook.")
      }
      return packed
    } catch {
      if failure == nil { failure = error }
      return FailedPack(error)
    }
  }
}

private final class FailedPack: PackedTensor {
  private let error: Error
  init(_ error: Error) { self.error = error }
  func unpack() throws -> Tensor { throw error }
}

/// A packed tensor and its place in the graph.
final class PackedSaved {
  private let packed: PackedTensor
  private let shape: Shape
  private let edge: Edge
  private let isOutput: Bool

  init(_ t: Tensor, _ hooks: SavedTensorHooks, output: Int32?) {
    packed = hooks.apply(t)
    shape = t.shape
    isOutput = output != nil
    // An output does not hold its own node.
    edge = output.map { Edge(node: nil, leaf: nil, index: $0) } ?? t.gradientEdge
  }

  init(failure: Error) {
    packed = FailedPack(failure)
    shape = []
    edge = Edge()
    isOutput = false
  }

  func unpack(for node: Node) throws -> Tensor {
    let given = try packed.unpack()
    if given.shape != shape {
      throw EmberwingError.runtime(
        "\(node.name): an unpack hook returned a tensor of shape \(given.shape) for a saved tensor of shape \(shape)")
    }
    let t = given.alias()
    if let owner = isOutput ? node : edge.node {
      t.impl.gradFn = owner
      t.impl.outputIndex = edge.index
    } else if let leaf = edge.leaf {
      return withGradMode(true) { t.recorded("AliasBackward0", Tensor(impl: leaf)) { g, _ in Grads(g) } }
    }
    return t
  }
}
