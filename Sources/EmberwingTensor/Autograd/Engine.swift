/// The backward pass: an iterative walk over the graph in descending order of node numbers, which is a topological order.
struct Engine {
  /// A gradient asked for by `grad(outputs, inputs)`.
  private struct Capture {
    var position: Int
    var index: Int32
  }

  private struct Slot {
    let node: Node
    var single: Tensor?
    var many: [Tensor?] = []
  }

  private var slots: [UInt64: Slot] = [:]
  private var heap = SequenceHeap()
  private var leafPositions: [ObjectIdentifier: Int] = [:]
  private var leaves: [(leaf: TensorImpl, grad: Tensor?)] = []
  private var nodeCaptures: [UInt64: [Capture]] = [:]
  private var leafCaptures: [ObjectIdentifier: [Int]] = [:]
  private var captured: [Tensor?] = []
  /// Nodes on a path to a captured tensor; nil means all.
  private var needed: Set<UInt64>?
  private let retainGraph: Bool
  private let createGraph: Bool

  private init(retainGraph: Bool, createGraph: Bool) {
    self.retainGraph = retainGraph
    self.createGraph = createGraph
  }

  /// Runs backward from `roots`. With `inputs` nil, gradients accumulate into the leaves' `grad`; otherwise the gradients
  /// of `inputs` are returned and nothing accumulates.
  static func run(
    roots: [Tensor], gradients: [Tensor?], inputs: [Tensor]?, retainGraph: Bool, createGraph: Bool
  ) throws -> [Tensor?] {
    var engine = Engine(retainGraph: retainGraph, createGraph: createGraph)
    return try withGradMode(createGraph) { try engine.run(roots, gradients, inputs) }
  }

  private mutating func run(_ roots: [Tensor], _ gradients: [Tensor?], _ inputs: [Tensor]?) throws -> [Tensor?] {
    if let inputs {
      captured = [Tensor?](repeating: nil, count: inputs.count)
      for (position, t) in inputs.enumerated() {
        let e = t.gradientEdge
        if let node = e.node {
          nodeCaptures[node.sequence, default: []].append(Capture(position: position, index: e.index))
        } else if let leaf = e.leaf {
          leafCaptures[ObjectIdentifier(leaf), default: []].append(position)
        } else {
          throw EmberwingError.runtime("One of the differentiated Tensors does not require grad")
        }
      }
      needed = reachable(from: roots)
    }
    for (root, gradient) in zip(roots, gradients) {
      let edge = root.gradientEdge
      if !edge.isNeeded {
        throw EmberwingError.runtime("element 0 of tensors does not require grad and does not have a grad_fn")
      }
      try add(Self.rootGradient(root, gradient), to: edge)
    }
    let task = GraphTask(
      roots: roots.map { $0.gradientEdge }, needed: needed,
      captures: (Set(nodeCaptures.keys), Set(leafCaptures.keys.map { UInt(bitPattern: $0) })), keepsGraph: retainGraph)
    try task.run { try walk(task, accumulate: inputs == nil) }
    return captured
  }

  private mutating func walk(_ task: GraphTask, accumulate: Bool) throws {
    let detectNaN = ThreadState.current.pointee.anomalyMode && ThreadState.current.pointee.anomalyChecksNaN
    while let sequence = heap.pop() {
      guard let slot = slots.removeValue(forKey: sequence) else { continue }
      task.running = slot.node
      try process(slot, detectNaN: detectNaN)
    }
    task.running = nil
    try finishLeaves(accumulate: accumulate)
  }

  private static func rootGradient(_ root: Tensor, _ gradient: Tensor?) throws -> Tensor {
    if let gradient {
      if gradient.shape != root.shape {
        throw EmberwingError.runtime(
          "Mismatch in shape: grad_output[0] has a shape of torch.Size(\(gradient.shape)) and output[0] has a shape of torch.Size(\(root.shape)).")
      }
      if gradient.dtype.isComplex != root.dtype.isComplex {
        throw EmberwingError.runtime(
          "For complex Tensors, both grad_output and output are required to have the same dtype. Mismatch in dtype: grad_output[0] has a dtype of \(gradient.dtype.name) and output[0] has a dtype of \(root.dtype.name).")
      }
      return gradient
    }
    if root.count != 1 { throw EmberwingError.runtime("grad can be implicitly created only for scalar outputs") }
    if !root.dtype.isFloatingPoint {
      throw EmberwingError.runtime(
        "grad can be implicitly created only for real scalar outputs but got \(root.dtype.name)")
    }
    return try Ops.full(root.shape, 1, root.dtype)
  }

  private mutating func process(_ slot: Slot, detectNaN: Bool) throws {
    let node = slot.node
    var single = slot.single
    var many = slot.many
    if let extras = node.extras {
      for (index, hook) in extras.hooks {
        if node.outputCount == 1 {
          if let g = single, let r = try hook.body(g) { single = r }
        } else if let g = many[Int(index)], let r = try hook.body(g) {
          many[Int(index)] = r
        }
      }
      for (index, weak) in extras.retained {
        guard let impl = weak.impl, let g = node.outputCount == 1 ? single : many[Int(index)] else { continue }
        let meta = Tensor(impl: impl).meta()
        meta.grad = try meta.grad.map { try Ops.plus($0, g) } ?? g
      }
    }
    if let captures = nodeCaptures[node.sequence] {
      for c in captures {
        captured[c.position] = node.outputCount == 1 ? single : many[Int(c.index)]
      }
    }
    if let needed, !needed.contains(node.sequence) { return }
    if let hooks = node.extras?.preHooks, !hooks.isEmpty {
      var all = node.outputCount == 1 ? [single] : many
      for hook in hooks { all = try hook.before(all) }
      if node.outputCount == 1 { single = all.first ?? nil } else { many = all }
    }
    var grads: Grads
    do {
      let saved = SavedTensors(node: node)
      if let rule = node.rule {
        guard let single else { return }
        grads = try rule(single, saved)
      } else if let rule = node.multiRule {
        grads = try rule(node.outputCount == 1 ? [single] : many, saved)
      } else {
        return
      }
      if detectNaN { try Anomaly.checkNaN(grads, node) }
    } catch {
      throw Anomaly.explain(error, node)
    }
    if let hooks = node.extras?.postHooks, !hooks.isEmpty {
      var all = (0..<node.edgeCount).map { node.edge($0).isNeeded ? grads[$0] : nil }
      for hook in hooks { all = try hook.after(all, node.outputCount == 1 ? [single] : many) }
      grads = Grads(all: all)
    }
    if !retainGraph { node.release() }
    for i in 0..<node.edgeCount {
      let edge = node.edge(i)
      if edge.isNeeded, let g = grads[i] { try add(g, to: edge, from: node, input: i) }
    }
  }

  /// Adds a gradient to what has arrived at `edge`, in the shape and dtype of the value it belongs to.
  private mutating func add(_ gradient: Tensor, to edge: Edge, from node: Node? = nil, input: Int = 0) throws {
    if let leaf = edge.leaf {
      let g = try fit(gradient, leaf.shape, leaf.dtype, node, input)
      let id = ObjectIdentifier(leaf)
      if let position = leafPositions[id] {
        leaves[position].grad = try leaves[position].grad.map { try Ops.plus($0, g) } ?? g
      } else {
        leafPositions[id] = leaves.count
        leaves.append((leaf, g))
      }
      return
    }
    guard let target = edge.node else { return }
    if let needed, !needed.contains(target.sequence), nodeCaptures[target.sequence] == nil { return }
    let i = Int(edge.index)
    let out = target.output(i)
    let g = try fit(gradient, out.shape, out.dtype, node, input)
    if target.outputCount == 1 {
      if var slot = slots[target.sequence] {
        slot.single = try slot.single.map { try Ops.plus($0, g) } ?? g
        slots[target.sequence] = slot
      } else {
        slots[target.sequence] = Slot(node: target, single: g)
        heap.push(target.sequence)
      }
    } else {
      if slots[target.sequence] == nil {
        slots[target.sequence] = Slot(node: target, many: [Tensor?](repeating: nil, count: target.outputCount))
        heap.push(target.sequence)
      }
      let before = slots[target.sequence]?.many[i]
      slots[target.sequence]?.many[i] = try before.map { try Ops.plus($0, g) } ?? g
    }
  }

  /// Sums a gradient over the axes its input was broadcast along and casts it to the input's dtype.
  private func fit(_ g: Tensor, _ shape: Shape, _ dtype: DType, _ node: Node?, _ input: Int) throws -> Tensor {
    var g = g
    if g.shape != shape {
      guard Broadcast.isExpandable(shape, to: g.shape) else {
        throw EmberwingError.runtime(
          "Function \(node?.name ?? "root") returned an invalid gradient at index \(input) - got \(g.shape) but expected shape compatible with \(shape)")
      }
      g = try Ops.sumToSize(g, shape)
    }
    if g.dtype != dtype {
      if g.dtype.isComplex && !dtype.isComplex { g = try Ops.real(g) }
      g = try Ops.to(g, dtype)
    }
    return g
  }

  private mutating func finishLeaves(accumulate: Bool) throws {
    for i in leaves.indices {
      let leaf = leaves[i].leaf
      guard var g = leaves[i].grad.take() else { continue }
      if let hooks = leaf.meta?.hooks {
        for hook in hooks { if let r = try hook.body(g) { g = r } }
      }
      if let positions = leafCaptures[ObjectIdentifier(leaf)] {
        for p in positions { captured[p] = g }
      }
      if !accumulate { continue }
      if let hooks = leaf.meta?.nodePreHooks {
        for hook in hooks { if let r = try hook.before([g]).first ?? nil { g = r } }
      }
      let t = Tensor(impl: leaf)
      let postHooks = leaf.meta?.nodePostHooks ?? []
      let seen = postHooks.isEmpty ? nil : g
      try t.accumulateGrad(consume g, createGraph: createGraph)
      if let hooks = leaf.meta?.postAccumulateHooks { for hook in hooks { _ = try hook.body(t) } }
      for hook in postHooks { _ = try hook.after([], [seen]) }
    }
  }

  /// The nodes from which a captured tensor can be reached.
  private func reachable(from roots: [Tensor]) -> Set<UInt64> {
    var seen: [UInt64: Node] = [:]
    var stack = roots.compactMap { $0.gradientEdge.node }
    while let node = stack.popLast() {
      if seen.updateValue(node, forKey: node.sequence) != nil { continue }
      for i in 0..<node.edgeCount { if let next = node.edge(i).node { stack.append(next) } }
    }
    var result = Set<UInt64>()
    for sequence in seen.keys.sorted() {
      guard let node = seen[sequence] else { continue }
      for i in 0..<node.edgeCount {
        let e = node.edge(i)
        if let next = e.node, result.contains(next.sequence) || nodeCaptures[next.sequence] != nil {
          result.insert(sequence)
        } else if let leaf = e.leaf, leafCaptures[ObjectIdentifier(leaf)] != nil {
          result.insert(sequence)
        }
      }
    }
    return result
  }
}

/// A binary max-heap of node numbers.
private struct SequenceHeap {
  private var items: [UInt64] = []

  mutating func push(_ value: UInt64) {
    items.append(value)
    var i = items.count - 1
    while i > 0 {
      let parent = (i - 1) / 2
      if items[parent] >= items[i] { break }
      items.swapAt(i, parent)
      i = parent
    }
  }

  mutating func pop() -> UInt64? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    if items.isEmpty { return top }
    items[0] = last
    var i = 0
    while true {
      let left = 2 * i + 1
      if left >= items.count { break }
      let right = left + 1
      let child = right < items.count && items[right] > items[left] ? right : left
      if items[i] >= items[child] { break }
      items.swapAt(i, child)
      i = child
    }
    return top
  }
}
