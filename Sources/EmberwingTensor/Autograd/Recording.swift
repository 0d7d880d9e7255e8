/// True where ops must record themselves.
@inline(__always) public var isGradEnabled: Bool {
  let s = ThreadState.current
  return s.pointee.gradEnabled && !s.pointee.inferenceMode
}

extension Tensor {
  /// Appends an op to the graph if grad mode is on and an input needs a gradient: makes `self` the output of a node with
  /// this name and rule. `save` and `saveOutput` say what the rule reads, in that order.
  @inline(__always)
  func recorded(
    _ name: @autoclosure () -> String, _ a: Tensor, save s0: Tensor? = nil, saveOutput: Bool = false,
    holomorphic: Bool = false, _ rule: @escaping Rule
  ) -> Tensor {
    guard isGradEnabled, a.requiresGrad, impl.dtype.isDifferentiable else { return self }
    let node = Node(name(), shape: impl.shape, dtype: impl.dtype)
    node.addEdge(to: a)
    if let s0 { node.save(s0) }
    attach(node, holomorphic && impl.dtype.isComplex ? conjugating(rule) : rule, saveOutput: saveOutput)
    return self
  }

  /// The general form: any number of inputs and saved tensors (nil entries keep their place).
  @inline(__always)
  func recorded(
    _ name: @autoclosure () -> String, inputs: [Tensor?], save: [Tensor?] = [], saveOutput: Bool = false,
    holomorphic: Bool = false, _ rule: @escaping Rule
  ) -> Tensor {
    guard isGradEnabled, impl.dtype.isDifferentiable else { return self }
    var needed = false
    for t in inputs { if let t, t.requiresGrad { needed = true } }
    if !needed { return self }
    let node = Node(name(), shape: impl.shape, dtype: impl.dtype)
    for t in inputs { node.addEdge(to: t) }
    for t in save { node.save(t) }
    attach(node, holomorphic && impl.dtype.isComplex ? conjugating(rule) : rule, saveOutput: saveOutput)
    return self
  }

  /// Two inputs without an array: the hot path of binary ops.
  @inline(__always)
  func recorded(
    _ name: @autoclosure () -> String, _ a: Tensor?, _ b: Tensor?, saveA: Tensor? = nil, saveB: Tensor? = nil,
    holomorphic: Bool = false, _ rule: @escaping Rule
  ) -> Tensor {
    guard isGradEnabled, impl.dtype.isDifferentiable,
      (a?.requiresGrad ?? false) || (b?.requiresGrad ?? false)
    else { return self }
    let node = Node(name(), shape: impl.shape, dtype: impl.dtype)
    node.addEdge(to: a)
    node.addEdge(to: b)
    if saveA != nil || saveB != nil {
      node.save(saveA)
      node.save(saveB)
    }
    attach(node, holomorphic && impl.dtype.isComplex ? conjugating(rule) : rule, saveOutput: false)
    return self
  }

  func attach(_ node: Node, _ rule: @escaping Rule, saveOutput: Bool) {
    node.rule = rule
    if saveOutput { node.saveOutput(self) }
    Anomaly.note(node)
    impl.gradFn = node
    impl.outputIndex = 0
  }

  /// Several outputs of one node. `differentiable` says which outputs carry gradients.
  static func recordedMany(
    _ name: String, outputs: [Tensor], inputs: [Tensor?], save: [Tensor?] = [], saveOutputs: [Int] = [],
    _ rule: @escaping MultiRule
  ) {
    guard isGradEnabled, let head = outputs.first else { return }
    var needed = false
    for t in inputs { if let t, t.requiresGrad { needed = true } }
    if !needed { return }
    let node = Node(name, shape: head.shape, dtype: head.dtype)
    node.outputCount = outputs.count
    for t in outputs.dropFirst() { node.moreOutputs.append((t.shape, t.dtype)) }
    for t in inputs { node.addEdge(to: t) }
    for t in save { node.save(t) }
    for i in saveOutputs { node.saveOutput(outputs[i], index: Int32(i)) }
    node.multiRule = rule
    Anomaly.note(node)
    for (i, t) in outputs.enumerated() where t.dtype.isDifferentiable {
      t.impl.gradFn = node
      t.impl.outputIndex = Int32(i)
    }
  }
}

/// The rule of a holomorphic function: a gradient is multiplied by the conjugate of the derivative.
private func conjugating(_ rule: @escaping Rule) -> Rule {
  { g, s in
    var r = try rule(try Ops.conj(g), s)
    r.first = try r.first.map { try Ops.conj($0) }
    r.second = try r.second.map { try Ops.conj($0) }
    r.third = try r.third.map { try Ops.conj($0) }
    r.rest = try r.rest.map { try $0.map { try Ops.conj($0) } }
    return r
  }
}

/// Runs `body` with grad mode set, and restores it.
public func withGradMode<R>(_ enabled: Bool, _ body: () throws -> R) rethrows -> R {
  let s = ThreadState.current
  let before = s.pointee.gradEnabled
  s.pointee.gradEnabled = enabled
  defer { s.pointee.gradEnabled = before }
  return try body()
}
