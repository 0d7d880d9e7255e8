import Synchronization

/// A hook on a tensor's gradient; returns a replacement or nil.
public final class TensorHook: @unchecked Sendable {
  public let id: Int
  let body: (Tensor) throws -> Tensor?
  static let nextID = Atomic<Int>(1)

  public init(_ body: @escaping (Tensor) throws -> Tensor?) {
    id = TensorHook.nextID.wrappingAdd(1, ordering: .relaxed).oldValue
    self.body = body
  }
}

/// Where a gradient goes: output `index` of a node, or a leaf tensor; neither where no gradient is needed.
struct Edge {
  var node: Node?
  var leaf: TensorImpl?
  var index: Int32 = 0

  @inline(__always) var isNeeded: Bool { node != nil || leaf != nil }
}

/// The gradients that a rule returns, one for each input, in order; nil where there is none.
public struct Grads {
  var first: Tensor?
  var second: Tensor?
  var third: Tensor?
  var rest: [Tensor?] = []

  public init(_ first: Tensor?, _ second: Tensor? = nil, _ third: Tensor? = nil) {
    self.first = first
    self.second = second
    self.third = third
  }

  public init(all: [Tensor?]) {
    first = all.count > 0 ? all[0] : nil
    second = all.count > 1 ? all[1] : nil
    third = all.count > 2 ? all[2] : nil
    if all.count > 3 { rest = Array(all[3...]) }
  }

  subscript(i: Int) -> Tensor? {
    switch i {
    case 0: first
    case 1: second
    case 2: third
    default: i - 3 < rest.count ? rest[i - 3] : nil
    }
  }
}

/// A tensor kept for the backward pass, with the version it had.
struct Saved {
  var impl: TensorImpl?
  var version: UInt32 = 0
  /// An output of the node itself is kept outside the graph (the other way would be a reference cycle) and gets the
  /// node back when it is read.
  var isOutput = false
  var outputIndex: Int32 = 0
}

/// What a rule sees of the node it runs for.
public struct SavedTensors {
  let node: Node

  /// The i-th saved tensor; an error if it was changed in place or freed since.
  public subscript(i: Int) -> Tensor {
    get throws {
      guard let t = try self.optional(i) else {
        throw EmberwingError.runtime("\(node.name): saved tensor \(i) is missing")
      }
      return t
    }
  }

  /// As the subscript, nil where the optional input was absent.
  public func optional(_ i: Int) throws -> Tensor? {
    if node.isReleased { throw Node.releasedError }
    let s: Saved
    switch i {
    case 0: s = node.saved0
    case 1: s = node.saved1
    case 2: s = node.saved2
    default: s = i - 3 < node.moreSaved.count ? node.moreSaved[i - 3] : Saved()
    }
    guard let impl = s.impl else { return try node.extras?.packed[i]?.unpack(for: node) }
    if impl.storage.version != s.version {
      let kind = "torch.\(impl.dtype.scalarTypeName)Tensor \(impl.shape)"
      let origin =
        s.isOutput
        ? ", which is output \(s.outputIndex) of \(node.name),"
        : impl.gradFn.map { ", which is output \(impl.outputIndex) of \($0.name)," } ?? ""
      throw EmberwingError.runtime(
        "one of the variables needed for gradient computation has been modified by an inplace operation: [\(kind)]\(origin) is at version \(impl.storage.version); expected version \(s.version) instead. Hint: the backtrace further above shows the operation that failed to compute its gradient. The variable in question was changed in there or anywhere later. Good luck!")
    }
    if s.isOutput {
      let t = Tensor(impl: impl).alias()
      t.impl.gradFn = node
      t.impl.outputIndex = s.outputIndex
      return t
    }
    return Tensor(impl: impl)
  }

  /// Whether input `i` needs a gradient.
  public func needs(_ i: Int) -> Bool { node.edge(i).isNeeded }
}

/// Gradient of one output → gradients of the inputs, written in ops so that higher orders come free.
public typealias Rule = (_ gradient: Tensor, _ saved: SavedTensors) throws -> Grads
/// The same for ops with several outputs; nil where an output got no gradient.
public typealias MultiRule = (_ gradients: [Tensor?], _ saved: SavedTensors) throws -> Grads

/// One application of an op in the graph.
public final class Node: @unchecked Sendable {
  /// PyTorch's name: `MulBackward0`.
  public internal(set) var name: String
  /// Nodes are numbered as they are made, so inputs always have lower numbers: descending order is a topological order.
  let sequence: UInt64
  var edge0 = Edge()
  var edge1 = Edge()
  var edge2 = Edge()
  var moreEdges: [Edge] = []
  var edgeCount = 0
  var saved0 = Saved()
  var saved1 = Saved()
  var saved2 = Saved()
  var moreSaved: [Saved] = []
  var savedCount = 0
  var rule: Rule?
  var multiRule: MultiRule?
  var isReleased = false
  /// Shape and dtype of output 0, and of the others where there are several.
  var outputShape: Shape
  var outputDType: DType
  var moreOutputs: [(shape: Shape, dtype: DType)] = []
  var outputCount = 1
  var extras: NodeExtras?

  static let counter = Atomic<UInt64>(1)

  init(_ name: String, shape: Shape, dtype: DType) {
    self.name = name
    outputShape = shape
    outputDType = dtype
    sequence = Node.counter.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  deinit {
    // Iterative: the nodes below are handed to the work list instead of being freed from inside this deinit.
    Teardown.release(&edge0.node)
    Teardown.release(&edge1.node)
    Teardown.release(&edge2.node)
    for i in moreEdges.indices { Teardown.release(&moreEdges[i].node) }
  }

  func edge(_ i: Int) -> Edge {
    switch i {
    case 0: edge0
    case 1: edge1
    case 2: edge2
    default: i - 3 < moreEdges.count ? moreEdges[i - 3] : Edge()
    }
  }

  func addEdge(to input: Tensor?) {
    let e = input?.gradientEdge ?? Edge()
    switch edgeCount {
    case 0: edge0 = e
    case 1: edge1 = e
    case 2: edge2 = e
    default: moreEdges.append(e)
    }
    edgeCount += 1
  }

  func save(_ input: Tensor?) {
    if let input, let hooks = SavedTensorHooks.current { return pack(input, hooks) }
    var s = Saved()
    if let input {
      if input.impl.flags.contains(.inference) { return refuseInference() }
      s.impl = input.impl
      s.version = input.impl.storage.version
    }
    append(s)
  }

  func saveOutput(_ output: Tensor, index: Int32 = 0) {
    if let hooks = SavedTensorHooks.current { return pack(output, hooks, output: index) }
    append(Saved(impl: output.alias().impl, version: output.impl.storage.version, isOutput: true, outputIndex: index))
  }

  private func pack(_ t: Tensor, _ hooks: SavedTensorHooks, output: Int32? = nil) {
    extra().packed[savedCount] = PackedSaved(t, hooks, output: output)
    append(Saved())
  }

  /// Recording cannot fail, so the backward pass does.
  private func refuseInference() {
    extra().packed[savedCount] = PackedSaved(
      failure: EmberwingError.runtime(
        "Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`."))
    append(Saved())
  }

  private func append(_ s: Saved) {
    switch savedCount {
    case 0: saved0 = s
    case 1: saved1 = s
    case 2: saved2 = s
    default: moreSaved.append(s)
    }
    savedCount += 1
  }

  /// Frees what was saved, after the backward pass ran through; nodes that saved nothing can run again.
  func release() {
    if savedCount == 0 { return }
    isReleased = true
    saved0 = Saved()
    saved1 = Saved()
    saved2 = Saved()
    moreSaved = []
    extras?.packed = [:]
  }

  static let releasedError = EmberwingError.runtime(
    "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward."
  )

  /// Shape and dtype of output `i`.
  func output(_ i: Int) -> (shape: Shape, dtype: DType) {
    i == 0 || i - 1 >= moreOutputs.count ? (outputShape, outputDType) : moreOutputs[i - 1]
  }

  func extra() -> NodeExtras {
    if let e = extras { return e }
    let e = NodeExtras()
    extras = e
    return e
  }
}

/// What few nodes have: hooks, tensors that retain their gradient, packed saved tensors, the trace of anomaly mode.
final class NodeExtras {
  var hooks: [(index: Int32, hook: TensorHook)] = []
  var retained: [(index: Int32, tensor: WeakTensor)] = []
  var trace: String?
  var preHooks: [NodeHook] = []
  var postHooks: [NodeHook] = []
  /// By the position among what was saved.
  var packed: [Int: PackedSaved] = [:]
  var attachment: AnyObject?
  var kept: [AnyObject] = []
}

final class WeakTensor {
  weak var impl: TensorImpl?
  init(_ impl: TensorImpl) { self.impl = impl }
}

/// Frees graph nodes one after the other instead of recursively: a chain of a million ops has a million nested deinits
/// otherwise, which overflows any stack.
enum Teardown {
  private final class List { var nodes: [Node] = [] }

  /// Gives up the reference; if it was the last one, the node is freed, and after it whatever that sets free.
  static func release(_ node: inout Node?) {
    if node == nil { return }
    if !isKnownUniquelyReferenced(&node) {
      node = nil
      return
    }
    let state = ThreadState.current
    if let raw = state.pointee.teardownList {
      let list = Unmanaged<List>.fromOpaque(raw).takeUnretainedValue()
      if let n = node.take() { list.nodes.append(n) }
      return
    }
    let list = List()
    if let n = node.take() { list.nodes.append(n) }
    state.pointee.teardownList = Unmanaged.passUnretained(list).toOpaque()
    drain(list)
    state.pointee.teardownList = nil
  }

  /// Kept from the optimizer: it takes a release to read no memory, and so moves the store of the work list, which the
  /// deinits look for, past it. (Seen on Swift 6.3.1: the chain was then freed recursively.)
  @inline(never) @_optimize(none)
  private static func drain(_ list: List) {
    while let next = list.nodes.popLast() { _ = consume next }
  }
}

extension Tensor {
  /// The node that computed this tensor, nil for leaves. The node of a view is renewed when its base was changed in place.
  public var gradFn: Node? {
    if let base = impl.viewBase, impl.viewVersion != impl.storage.version, base.gradFn != nil {
      renewViewNode(base: Tensor(impl: base))
    }
    return impl.gradFn
  }

  /// Where a gradient of this tensor goes.
  var gradientEdge: Edge {
    if let node = gradFn { return Edge(node: node, leaf: nil, index: impl.outputIndex) }
    if impl.flags.contains(.requiresGrad) { return Edge(node: nil, leaf: impl, index: 0) }
    return Edge()
  }
}
