extension Tensor {
  /// Adds `g` to `grad`, or makes it the gradient.
  func accumulateGrad(_ g: consuming Tensor, createGraph: Bool) throws {
    let meta = meta()
    if let old = meta.grad {
      if createGraph { meta.grad = try Ops.plus(old, g) } else { try Ops.addInto(old, g) }
    } else if createGraph || (g.isContiguous && g.isUniquelyReferenced()) {
      // A gradient that nobody else holds is kept as it is; shared ones are copied.
      meta.grad = g
    } else {
      meta.grad = try Ops.clone(g)
    }
  }
}

/// `torch.autograd`.
public enum Autograd {
  /// `tensors.backward(gradients)`: accumulates into the leaves' `grad`, or only into those of `inputs`.
  public static func backward(
    _ tensors: [Tensor], gradients: [Tensor?], retainGraph: Bool, createGraph: Bool, inputs: [Tensor]? = nil
  ) throws {
    if let inputs {
      if inputs.isEmpty { throw EmberwingError.runtime("`inputs` argument to `backward()` cannot be empty.") }
      let grads = try Engine.run(
        roots: tensors, gradients: gradients, inputs: inputs, retainGraph: retainGraph, createGraph: createGraph)
      for (t, g) in zip(inputs, grads) { if let g { try t.accumulateGrad(g, createGraph: createGraph) } }
      return
    }
    _ = try Engine.run(
      roots: tensors, gradients: gradients, inputs: nil, retainGraph: retainGraph, createGraph: createGraph)
  }

  /// `torch.autograd.grad`: the gradients of `outputs` with respect to `inputs`.
  public static func grad(
    _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?], retainGraph: Bool, createGraph: Bool,
    allowUnused: Bool = false
  ) throws -> [Tensor?] {
    let grads = try Engine.run(
      roots: outputs, gradients: gradOutputs, inputs: inputs, retainGraph: retainGraph, createGraph: createGraph)
    if !allowUnused, grads.contains(where: { $0 == nil }) {
      throw EmberwingError.runtime(
        "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.")
    }
    return grads
  }
}

extension Tensor {
  /// `requires_grad_()`.
  public func setRequiresGrad(_ value: Bool) throws {
    if value && !impl.dtype.isDifferentiable {
      throw EmberwingError.runtime("only Tensors of floating point dtype can require gradients")
    }
    if !value && !isLeaf {
      throw EmberwingError.runtime(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().")
    }
    if impl.flags.contains(.inference) && value && !ThreadState.current.pointee.inferenceMode {
      throw EmberwingError.runtime(
        "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.")
    }
    if value { impl.flags.insert(.requiresGrad) } else { impl.flags.remove(.requiresGrad) }
  }

  public var isInference: Bool { impl.flags.contains(.inference) }

  /// Replaces the accumulated gradient; nil clears it.
  public func setGrad(_ grad: Tensor?) throws {
    guard let grad else {
      impl.meta?.grad = nil
      return
    }
    if grad.shape != shape {
      throw EmberwingError.runtime(
        "assigned grad has data of a different size (expected \(shape), got \(grad.shape))")
    }
    if grad.dtype != dtype {
      throw EmberwingError.runtime(
        "assigned grad has data of a different type (expected torch.\(dtype.name), got torch.\(grad.dtype.name))")
    }
    if grad.impl === impl { throw EmberwingError.runtime("can't assign Variable as its own grad") }
    meta().grad = grad
  }

  /// Keeps the gradient of a non-leaf in `grad`.
  public func retainGrad() throws {
    if !requiresGrad { throw EmberwingError.runtime("can't retain_grad on Tensor that has requires_grad=False") }
    guard let node = gradFn else { return }
    let meta = meta()
    if meta.retainsGrad { return }
    meta.retainsGrad = true
    node.extra().retained.append((impl.outputIndex, WeakTensor(impl)))
  }

  public var retainsGrad: Bool { impl.meta?.retainsGrad ?? false }

  /// `register_hook`: sees every gradient of this tensor and may replace it. Returns the id that removes it.
  public func registerHook(_ body: @escaping (Tensor) throws -> Tensor?) throws -> Int {
    if !requiresGrad { throw EmberwingError.runtime("cannot register a hook on a tensor that doesn't require gradient") }
    let hook = TensorHook(body)
    if let node = gradFn {
      node.extra().hooks.append((impl.outputIndex, hook))
    } else {
      meta().hooks.append(hook)
    }
    return hook.id
  }

  /// `register_post_accumulate_grad_hook`: runs on a leaf after its `grad` was updated.
  public func registerPostAccumulateHook(_ body: @escaping (Tensor) throws -> Void) throws -> Int {
    if !requiresGrad { throw EmberwingError.runtime("cannot register a hook on a tensor that doesn't require gradient") }
    if !isLeaf {
      throw EmberwingError.runtime("post accumulate grad hooks cannot be registered on non-leaf tensors")
    }
    let hook = TensorHook { t in
      try body(t)
      return nil
    }
    meta().postAccumulateHooks.append(hook)
    return hook.id
  }

  public func removeHook(_ id: Int) {
    impl.meta?.hooks.removeAll { $0.id == id }
    impl.meta?.postAccumulateHooks.removeAll { $0.id == id }
    impl.gradFn?.extras?.hooks.removeAll { $0.hook.id == id }
  }

  /// `tensor.data`: shares elements and memory, is no part of the graph, and its writes are not counted.
  public func untrackedAlias() -> Tensor {
    let t = alias()
    t.impl.flags.insert(.untracked)
    return t
  }

  /// `tensor.data = other`: takes over elements and geometry, keeps its own autograd identity.
  public func setData(_ other: Tensor) throws {
    if requiresGrad && !other.dtype.isDifferentiable {
      throw EmberwingError.runtime("data set to a tensor that requires gradients must be floating point or complex dtype")
    }
    impl.storage = other.impl.storage
    impl.shape = other.impl.shape
    impl.strides = other.impl.strides
    impl.offset = other.impl.offset
    impl.count = other.impl.count
    impl.dtype = other.impl.dtype
    if other.isContiguous { impl.flags.insert(.contiguous) } else { impl.flags.remove(.contiguous) }
  }

  /// Makes `outputs` the results of one custom node: a `Function` of the host language or a Swift closure.
  public static func customFunction(
    _ name: String, inputs: [Tensor], outputs: [Tensor], attachment: AnyObject? = nil, _ rule: @escaping MultiRule
  ) {
    recordedMany(name, outputs: outputs, inputs: inputs, rule)
    if let attachment, let node = outputs.first(where: { $0.impl.gradFn != nil })?.impl.gradFn {
      node.extra().attachment = attachment
    }
  }

  /// Which output of its node this tensor is.
  public var outputNumber: Int { gradFn == nil ? 0 : Int(impl.outputIndex) }
}
