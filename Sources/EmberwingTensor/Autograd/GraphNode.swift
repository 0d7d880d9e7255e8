import Synchronization

/// A hook on a node: sees the gradients of its inputs (none before it runs) and of its outputs, and may replace the former,
/// or, before it runs, the latter.
public final class NodeHook: @unchecked Sendable {
  public typealias Body = (_ gradInputs: [Tensor?], _ gradOutputs: [Tensor?]) throws -> [Tensor?]
  public let id: Int
  private let body: Body

  public init(_ body: @escaping Body) {
    id = TensorHook.nextID.wrappingAdd(1, ordering: .relaxed).oldValue
    self.body = body
  }

  /// The gradient of outputs after this hook.
  func before(_ gradOutputs: [Tensor?]) throws -> [Tensor?] { merge(gradOutputs, try body([], gradOutputs)) }

  /// The gradients of inputs after this hook.
  func after(_ gradInputs: [Tensor?], _ gradOutputs: [Tensor?]) throws -> [Tensor?] {
    merge(gradInputs, try body(gradInputs, gradOutputs))
  }

  private func merge(_ old: [Tensor?], _ new: [Tensor?]) -> [Tensor?] {
    var merged = old
    for i in merged.indices where i < new.count { merged[i] = new[i] ?? old[i] }
    return merged
  }
}

/// A place in the graph as a host sees it: a node, or the accumulation into the `grad` of a leaf.
public final class GraphNode: @unchecked Sendable {
  private let node: Node?
  private let leaf: TensorImpl?

  private init(node: Node?, leaf: TensorImpl?) {
    self.node = node
    self.leaf = leaf
  }

  private convenience init?(_ edge: Edge) {
    if !edge.isNeeded { return nil }
    self.init(node: edge.node, leaf: edge.leaf)
  }

  /// `grad_fn` of a tensor; nil for a leaf.
  public static func of(_ t: Tensor) -> GraphNode? { t.gradFn.map { GraphNode(node: $0, leaf: nil) } }

  /// Where the gradient of a tensor goes; nil where it needs none.
  public static func edge(of t: Tensor) -> (node: GraphNode, index: Int)? {
    let e = t.gradientEdge
    return GraphNode(e).map { ($0, Int(e.index)) }
  }

  /// PyTorch's name.
  public var name: String { node?.name ?? "AccumulateGrad" }

  /// Tells nodes from one another while they live: positive for ops, negative for leaves.
  public var id: Int64 {
    if let node { return Int64(truncatingIfNeeded: node.sequence) }
    return leaf.map { -Int64(truncatingIfNeeded: UInt(bitPattern: ObjectIdentifier($0))) } ?? 0
  }

  /// The leaf whose gradient accumulates here.
  public var variable: Tensor? { leaf.map { Tensor(impl: $0) } }

  public var nextCount: Int { node?.edgeCount ?? 0 }

  /// Where the gradient of input `i` goes; nil where it needs none.
  public func next(_ i: Int) throws -> (node: GraphNode, index: Int)? {
    if i < 0 || i >= nextCount { throw EmberwingError.index("\(name) has \(nextCount) inputs, there is no input \(i)") }
    guard let e = node?.edge(i) else { return nil }
    return GraphNode(e).map { ($0, Int(e.index)) }
  }

  /// A tensor that stands for output `index` in `backward` and `grad`; its elements have no meaning.
  public func standIn(_ index: Int) throws -> Tensor {
    if let leaf { return Tensor(impl: leaf) }
    guard let node, index >= 0, index < node.outputCount else {
      throw EmberwingError.index("\(name) has no output \(index)")
    }
    let out = node.output(index)
    let one = try withGradMode(false) { try Ops.expand(try Ops.full([], 0, out.dtype), out.shape) }
    let t = one.alias()
    t.impl.gradFn = node
    t.impl.outputIndex = Int32(truncatingIfNeeded: index)
    return t
  }

  /// Registers a hook that runs before or after the node; its id removes it.
  public func register(_ hook: NodeHook, before: Bool) {
    if let node {
      if before { node.extra().preHooks.append(hook) } else { node.extra().postHooks.append(hook) }
    } else if let leaf {
      let meta = Tensor(impl: leaf).meta()
      if before { meta.nodePreHooks.append(hook) } else { meta.nodePostHooks.append(hook) }
    }
  }

  public func removeHook(_ id: Int) {
    node?.extras?.preHooks.removeAll { $0.id == id }
    node?.extras?.postHooks.removeAll { $0.id == id }
    leaf?.meta?.nodePreHooks.removeAll { $0.id == id }
    leaf?.meta?.nodePostHooks.removeAll { $0.id == id }
  }

  /// Keeps an object of the host as long as the node lives.
  public func keep(_ object: AnyObject) {
    if let node { node.extra().kept.append(object) } else if let leaf { Tensor(impl: leaf).meta().kept.append(object) }
  }

  /// Says that a leaf was made inside of `level` nested function transforms; ordinary leaves have level 0.
  public static func setLevel(_ t: Tensor, _ level: Int64) { t.meta().level = level }

  /// Whether the gradients of `tensors` go to a leaf of at most this level.
  public static func reachesLeaf(from tensors: [Tensor], level: Int64) -> Bool {
    var seen: Set<UInt64> = []
    var stack: [Node] = []
    func visit(_ e: Edge) -> Bool {
      if let leaf = e.leaf, leaf.meta?.level ?? 0 <= level { return true }
      if let node = e.node, seen.insert(node.sequence).inserted { stack.append(node) }
      return false
    }
    for t in tensors { if visit(t.gradientEdge) { return true } }
    while let node = stack.popLast() {
      for i in 0..<node.edgeCount { if visit(node.edge(i)) { return true } }
    }
    return false
  }

  /// What the host gave for a custom function.
  public var attachment: AnyObject? { node?.extras?.attachment }

}

/// A backward pass that runs.
public final class GraphTask {
  private static let counter = Atomic<Int>(0)
  public let id: Int
  /// Whether the graph can run again.
  public let keepsGraph: Bool
  /// The node whose rule runs.
  var running: Node?
  private let roots: [Edge]
  private let needed: Set<UInt64>?
  private let captures: (nodes: Set<UInt64>, leaves: Set<UInt>)
  private var reached: (nodes: Set<UInt64>, leaves: Set<UInt>)?

  init(
    roots: [Edge], needed: Set<UInt64>?, captures: (nodes: Set<UInt64>, leaves: Set<UInt>), keepsGraph: Bool
  ) {
    id = GraphTask.counter.wrappingAdd(1, ordering: .relaxed).oldValue
    self.roots = roots
    self.needed = needed
    self.captures = captures
    self.keepsGraph = keepsGraph
  }

  /// The one of this thread; the innermost where one runs inside another.
  public static var current: GraphTask? {
    guard let raw = ThreadState.current.pointee.graphTask else { return nil }
    return Unmanaged<GraphTask>.fromOpaque(raw).takeUnretainedValue()
  }

  /// Whether gradients accumulate into all leaves, and not only those of given inputs are asked for.
  public var reachesAll: Bool { needed == nil }

  func run<R>(_ body: () throws -> R) rethrows -> R {
    let state = ThreadState.current
    let outer = state.pointee.graphTask
    state.pointee.graphTask = Unmanaged.passUnretained(self).toOpaque()
    defer { state.pointee.graphTask = outer }
    return try withExtendedLifetime(self) { try body() }
  }

  /// Whether it comes to the node with this id.
  public func reaches(_ id: Int64) -> Bool {
    let number = UInt64(id.magnitude)
    if id > 0 {
      if let needed { return needed.contains(number) || captures.nodes.contains(number) }
      return reachable().nodes.contains(number)
    }
    return (needed == nil ? reachable().leaves : captures.leaves).contains(UInt(truncatingIfNeeded: number))
  }

  private func reachable() -> (nodes: Set<UInt64>, leaves: Set<UInt>) {
    if let reached { return reached }
    var found: (nodes: Set<UInt64>, leaves: Set<UInt>) = ([], [])
    var stack: [Node] = []
    func visit(_ e: Edge) {
      if let leaf = e.leaf { found.leaves.insert(UInt(bitPattern: ObjectIdentifier(leaf))) }
      if let node = e.node, found.nodes.insert(node.sequence).inserted { stack.append(node) }
    }
    for e in roots { visit(e) }
    while let node = stack.popLast() { for i in 0..<node.edgeCount { visit(node.edge(i)) } }
    reached = found
    return found
  }

  /// An output that the running custom function saved, as part of the graph again.
  public func reattached(_ t: Tensor, output: Int) throws -> Tensor {
    guard let node = running, output >= 0, output < node.outputCount else {
      throw EmberwingError.index("the running node has no output \(output)")
    }
    let alias = t.alias()
    alias.impl.gradFn = node
    alias.impl.outputIndex = Int32(truncatingIfNeeded: output)
    return alias
  }
}
