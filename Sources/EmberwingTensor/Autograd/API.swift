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
