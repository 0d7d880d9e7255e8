extension Tensor {
  /// The single element as a number.
  public func item() -> Double {
    guard count == 1 else { fatalError("a Tensor with \(count) elements cannot be converted to Scalar") }
    return Scalar(loading: data, as: dtype).double
  }

  /// All elements in row-major order, converted as by `to`: `x.array(of: Float.self)`.
  public func array<T: TensorElement>(of type: T.Type = T.self) -> [T] {
    let exact = detach().to(T.dtype).contiguous()
    return withExtendedLifetime(exact) {
      Array(UnsafeRawBufferPointer(start: exact.data, count: exact.count * T.dtype.size).bindMemory(to: T.self))
    }
  }

  /// The size along an axis; a negative one counts from the end.
  public func size(_ dim: Int) -> Int {
    let i = dim < 0 ? dim + shape.count : dim
    guard shape.indices.contains(i) else {
      fatalError("Dimension out of range (a tensor of \(shape.count) dimensions has no dimension \(dim))")
    }
    return shape[i]
  }

  /// This tensor as `dtype`; itself when it has that dtype already.
  public func to(_ dtype: DType) -> Tensor { mustSucceed { try Ops.to(self, dtype) } }

  /// As `float32`.
  public func float() -> Tensor { to(.float32) }
  /// As `float64`.
  public func double() -> Tensor { to(.float64) }
  /// As `int64`.
  public func long() -> Tensor { to(.int64) }

  /// Asks for a gradient, or no longer (`requires_grad_`).
  @discardableResult
  public func requiresGrad_(_ value: Bool = true) -> Tensor {
    mustSucceed { try setRequiresGrad(value) }
    return self
  }

  /// Accumulates gradients into the leaves of the graph. `gradient` may be left out for a one-element tensor.
  public func backward(gradient: Tensor? = nil, retainGraph: Bool = false, createGraph: Bool = false) {
    mustSucceed {
      try Autograd.backward([self], gradients: [gradient], retainGraph: retainGraph, createGraph: createGraph)
    }
  }
}

/// The gradient of a scalar-valued function at `x`, as a function: `gradient { $0.pow(3).sum() }`. It may be nested for
/// higher derivatives.
public func gradient(of f: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor {
  { x in
    try enableGrad {
      let x = x.requiresGrad ? x : x.detach().requiresGrad_()
      let grads = try Autograd.grad([try f(x)], [x], gradOutputs: [nil], retainGraph: true, createGraph: true)
      guard let g = grads.first, let g else { throw EmberwingError.runtime("the result does not depend on the input") }
      return g
    }
  }
}
