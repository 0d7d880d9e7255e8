/// `torch.nn.utils.clip_grad_norm_` and its kin.
public enum ClipGradients {
  /// Scales all gradients so that their joint norm is at most `maxNorm`; returns the norm before, a 0-d tensor.
  @discardableResult
  public static func norm(
    _ parameters: [Tensor], _ maxNorm: Double, normType: Double = 2, errorIfNonfinite: Bool = false
  ) throws -> Tensor {
    try withGradMode(false) {
      let grads = parameters.compactMap(\.grad)
      guard let first = grads.first else { return try Tensor.scalar(0, DefaultDType.current) }
      let type = grads.reduce(first.dtype.realType) { DType.promote($0, $1.dtype.realType) }
      let norms = try Tensor.empty([grads.count], type)
      for (i, g) in grads.enumerated() {
        let n = try Ops.linalgVectorNorm(g, .float(normType), nil, false, nil)
        Scalar(loading: n.data, as: n.dtype).store(to: norms.data + i * type.size, as: type)
      }
      let total = try Ops.linalgVectorNorm(norms, .float(normType), nil, false, nil)
      let value = Scalar(loading: total.data, as: total.dtype).double
      if errorIfNonfinite && !value.isFinite {
        throw EmberwingError.runtime(
          "The total norm of order \(normType) for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`"
        )
      }
      // The coefficient is rounded to the norm's dtype, as PyTorch computes it there.
      let raw =
        type == .float64 ? maxNorm / (value + 1e-6) : Double(Float(maxNorm) / (Float(value) + Float(1e-6)))
      let factor = raw > 1 ? 1 : raw
      if factor != 1 {
        for g in grads { try Inplace.assign(g, direct: true) { try Ops.mul($0, .scalar(.float(factor))) } }
      }
      return total
    }
  }

  /// Cuts every gradient value off at ±`limit`.
  public static func value(_ parameters: [Tensor], _ limit: Double) throws {
    try withGradMode(false) {
      for p in parameters {
        guard let g = p.grad else { continue }
        try Inplace.assign(g) { try Ops.clamp($0, .float(-limit), .float(limit)) }
      }
    }
  }
}
