// In-place writes. A write bumps the version that all aliases share; when autograd is involved the written tensor gets the
// op's node as its history, and a write through a view is recorded on the base, as PyTorch's CopySlices does.

public enum Inplace {
  /// Refuses writes that autograd or the memory cannot bear.
  static func check(_ t: Tensor) throws {
    if t.impl.storage.isReadOnly {
      throw EmberwingError.runtime("cannot write to a tensor on read-only memory")
    }
    try checkOverlap(t)
    if t.impl.flags.contains(.inference) && !ThreadState.current.pointee.inferenceMode {
      throw EmberwingError.runtime(
        "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.")
    }
    guard isGradEnabled else { return }
    if t.impl.flags.contains(.requiresGrad) && t.impl.gradFn == nil {
      throw EmberwingError.runtime("a leaf Variable that requires grad is being used in an in-place operation.")
    }
    if let base = t.impl.viewBase, base.flags.contains(.requiresGrad), base.gradFn == nil {
      throw EmberwingError.runtime(
        "a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }
  }

  /// Refuses to write to a tensor that repeats an element.
  private static func checkOverlap(_ t: Tensor) throws {
    guard t.count > 1 else { return }
    for i in 0..<t.dim where t.strides[i] == 0 && t.shape[i] > 1 {
      throw EmberwingError.runtime(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.")
    }
  }

  /// `out=` tensors never take part in autograd.
  static func checkOut(_ out: Tensor, _ inputs: [Operand]) throws {
    if isGradEnabled, out.requiresGrad || inputs.contains(where: { $0.requiresGrad }) {
      throw EmberwingError.runtime(
        "functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.")
    }
  }

  /// Makes `result` the history of `t`, into which its data were written; nil where they carry no gradient.
  static func rebase(_ t: Tensor, result: Tensor?) {
    if let base = t.impl.viewBase {
      CopySlices.attach(base: Tensor(impl: base), view: t, result: result)
      t.impl.viewVersion = t.impl.storage.version &- 1
    } else if let node = result?.gradFn {
      t.impl.gradFn = node
      t.impl.outputIndex = result?.impl.outputIndex ?? 0
    } else {
      let node = Node("ZeroBackward0", shape: t.shape, dtype: t.dtype)
      node.rule = { _, _ in Grads(nil) }
      t.impl.gradFn = node
      t.impl.outputIndex = 0
    }
  }

  /// The in-place form of any op: computes, writes the result into `t`, takes over its history. A `direct` op is one
  /// elementwise kernel, which writes into `t` itself where it can.
  public static func assign(_ t: Tensor, direct: Bool = false, _ compute: (Tensor) throws -> Tensor) throws {
    try check(t)
    // What the op saves of the old value must not be overwritten: it sees a copy when a graph is being built.
    let source = isGradEnabled && t.requiresGrad ? try Ops.snapshot(t) : t
    let result = direct ? try Destination.offer(t) { try compute(source) } : try compute(source)
    if result.impl === t.impl {
      t.bumpVersion()
      return
    }
    if result.shape != t.shape {
      throw EmberwingError.runtime(
        "output with shape \(t.shape) doesn't match the broadcast shape \(result.shape)")
    }
    try Ops.checkCanCast(from: result.dtype, to: t.dtype)
    try Ops.copyData(into: t, from: result)
    t.bumpVersion()
    if result.requiresGrad || (isGradEnabled && t.requiresGrad) { rebase(t, result: result) }
  }

  /// A write of values without gradient over all of `t` (`zero_`, `fill_`, `uniform_` …).
  public static func overwrite(_ t: Tensor, _ write: () throws -> Void) throws {
    try check(t)
    try write()
    t.bumpVersion()
    if isGradEnabled, t.requiresGrad { rebase(t, result: nil) }
  }

  /// Delivers a result into `out=`: resized when needed, cast when allowed.
  public static func deliver(_ result: Tensor, into out: Tensor) throws {
    try checkOut(out, [.tensor(result)])
    try Ops.checkCanCast(from: result.dtype, to: out.dtype)
    if out.shape != result.shape { try Ops.resizeInPlace(out, result.shape) }
    try checkOverlap(out)
    try withGradMode(false) { try Ops.copyData(into: out, from: result) }
    out.bumpVersion()
  }
}

/// The history of a base that was written through one of its views.
enum CopySlices {
  static func attach(base: Tensor, view: Tensor, result: Tensor?) {
    let shape = view.shape
    let strides = view.strides
    let type = view.dtype
    // Counted in elements of the view, whose dtype may be that of a complex base's parts.
    let offset = view.impl.offset - base.impl.offset &* base.dtype.size / type.size
    let node = Node("CopySlices", shape: base.shape, dtype: base.dtype)
    node.addEdge(to: base)
    node.addEdge(to: result)
    let typed = try? withGradMode(false) { try Ops.reinterpreted(base, as: type) }
    let geometry = (typed ?? base).alias()
    node.rule = { g, s in
      // The slice's gradient belongs to what was written there; the rest goes on to the base as it was.
      let full = try Ops.cloneContiguous(g)
      let slice = try Tensor.window(
        full.storage, shape: shape, strides: relocated(strides, geometry, full),
        offset: relocatedOffset(offset, geometry, full), dtype: type)
      let dense = try Ops.flatly(try Ops.contiguous(g), as: type)
      let written =
        s.needs(1) ? try Ops.asStrided(dense, shape, slice.strides, dense.impl.offset + slice.impl.offset) : nil
      if !s.needs(0) { return Grads(nil, written) }
      if !isGradEnabled {
        let copy = try written.map { try Ops.cloneContiguous($0) }
        try Ops.fillData(slice, 0)
        return Grads(full, copy)
      }
      let mask = try Tensor.zeros(dense.shape, .bool)
      let window = try Tensor.window(
        mask.storage, shape: shape, strides: slice.strides, offset: slice.impl.offset, dtype: .bool)
      try Ops.fillData(window, true)
      let kept = try Ops.maskedFill(dense, mask, .scalar(0))
      return Grads(try Ops.reshape(Ops.flatly(Ops.contiguous(kept), as: g.dtype), g.shape), written)
    }
    base.impl.gradFn = node
    base.impl.outputIndex = 0
  }

  /// The base may be laid out in any dense order while the gradient is contiguous; strides are translated dimension-wise.
  private static func relocated(_ strides: Shape, _ base: Tensor, _ full: Tensor) -> Shape {
    if base.isContiguous { return strides }
    var r = strides
    for i in 0..<strides.count {
      for j in 0..<base.dim where base.strides[j] == strides[i] { r[i] = full.strides[j] }
    }
    return r
  }

  private static func relocatedOffset(_ offset: Int, _ base: Tensor, _ full: Tensor) -> Int {
    if base.isContiguous { return offset }
    var rest = offset
    var r = 0
    let order = (0..<base.dim).sorted { base.strides[$0] > base.strides[$1] }
    for j in order where base.strides[j] > 0 {
      r += (rest / base.strides[j]) * full.strides[j]
      rest %= base.strides[j]
    }
    return r
  }
}

extension Tensor {
  /// A view of `self` with its own geometry. Its node is made by `name` and `rule`; writes through it reach the base.
  func view(
    _ shape: Shape, _ strides: Shape, offset: Int, _ name: @autoclosure () -> String, dtype: DType? = nil,
    _ rule: @escaping Rule
  ) -> Tensor {
    let dtype = dtype ?? impl.dtype
    let v = Tensor(
      impl: TensorImpl(
        storage: impl.storage, shape: shape, strides: strides, offset: offset, count: shape.product,
        dtype: dtype,
        flags: impl.flags.intersection([.untracked, .inference]).union(
          Tensor.isContiguous(shape, strides) ? .contiguous : [])))
    if isGradEnabled {
      if requiresGrad && impl.dtype.isDifferentiable {
        let node = Node(name(), shape: shape, dtype: dtype)
        node.addEdge(to: self)
        v.attach(node, rule, saveOutput: false)
      }
      v.impl.viewBase = impl.viewBase ?? impl
      v.impl.viewVersion = impl.storage.version
    }
    return v
  }

  /// The node of a view whose base got a new history since: the view read from the base as it is now.
  func renewViewNode(base: Tensor) {
    let offset = impl.offset - base.impl.offset &* base.dtype.size / impl.dtype.size
    let node = Node("AsStridedBackward0", shape: impl.shape, dtype: impl.dtype)
    node.addEdge(to: base)
    if base.dtype == impl.dtype {
      node.rule = Ops.asStridedRule(base: base, shape: impl.shape, strides: impl.strides, offset: offset)
    } else if let typed = try? withGradMode(false, {
      try base.isContiguous ? Ops.flatly(base, as: impl.dtype) : Ops.reinterpreted(base, as: impl.dtype)
    }) {
      let rule = Ops.asStridedRule(base: typed, shape: impl.shape, strides: impl.strides, offset: offset)
      let (type, shape) = (base.dtype, base.shape)
      node.rule = { g, s in
        Grads(
          try rule(g, s).first.map { try Ops.reshape(Ops.flatly(Ops.contiguous($0), as: type), shape) })
      }
    }
    impl.gradFn = node
    impl.outputIndex = 0
    impl.viewVersion = impl.storage.version
  }
}

/// Where the next elementwise kernel of this thread may put its result instead of into a new tensor.
enum Destination {
  static func offer(_ t: Tensor, _ body: () throws -> Tensor) rethrows -> Tensor {
    let state = ThreadState.current
    state.pointee.destination = Unmanaged.passUnretained(t.impl).toOpaque()
    defer { state.pointee.destination = nil }
    return try body()
  }

  /// The offered tensor if it fits and no input overlaps it in another geometry; else a new one.
  @inline(__always)
  static func take(_ shape: Shape, _ dtype: DType, count: Int, graph: Bool, _ a: Tensor?, _ b: Tensor? = nil) throws
    -> Tensor
  {
    let state = ThreadState.current
    guard let raw = state.pointee.destination else { return try .uninitialized(shape, dtype, count: count) }
    state.pointee.destination = nil
    let t = Tensor(impl: Unmanaged<TensorImpl>.fromOpaque(raw).takeUnretainedValue())
    if graph || t.shape != shape || t.dtype != dtype || clashes(a, t) || clashes(b, t) {
      return try .uninitialized(shape, dtype, count: count)
    }
    return t
  }

  private static func clashes(_ input: Tensor?, _ t: Tensor) -> Bool {
    guard let input, input.impl.storage === t.impl.storage else { return false }
    return input.impl.offset != t.impl.offset || input.strides != t.strides || input.shape != t.shape
  }
}
