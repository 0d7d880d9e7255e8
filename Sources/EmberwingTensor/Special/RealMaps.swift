// Elementwise loops over functions of doubles; single precision is computed in double and rounded once.
extension Ops {
  private static let mapGrain = 1024

  /// The dtype in which a special function of `type` is given; nil in `half` excludes float16 and bfloat16, as PyTorch does.
  private static func mappedType(_ type: DType, _ name: String, half: Bool) throws -> DType {
    let t = type.isIntegral ? DefaultDType.current : type
    if t.isComplex || (!half && t.computeType != t) { throw unsupported(name, t) }
    return t
  }

  static func mapReal(_ name: String, _ x: Tensor, half: Bool = true, _ f: (Double) -> Double) throws -> Tensor {
    let type = try mappedType(x.dtype, name, half: half)
    let compute = type.computeType
    let source = try contiguousData(x, compute)
    let out = try Tensor.empty(x.shape, compute)
    if compute == .float32 {
      let (o, p) = (out.data.assumingMemoryBound(to: Float.self), source.data.assumingMemoryBound(to: Float.self))
      parallelFor(out.count, grain: mapGrain) { lo, hi in for i in lo..<hi { o[i] = Float(f(Double(p[i]))) } }
    } else {
      let (o, p) = (out.data.assumingMemoryBound(to: Double.self), source.data.assumingMemoryBound(to: Double.self))
      parallelFor(out.count, grain: mapGrain) { lo, hi in for i in lo..<hi { o[i] = f(p[i]) } }
    }
    withExtendedLifetime(source) {}
    return try castData(out, type)
  }

  static func mapReal(
    _ name: String, _ a: Tensor, _ b: Operand, half: Bool = true, integers: Bool = true,
    _ f: (Double, Double) -> Double
  ) throws -> Tensor {
    let promoted = Promotion.of(a, b)
    if !integers && promoted.isIntegral { throw unsupported(name, promoted) }
    let type = try mappedType(promoted, name, half: half)
    let compute = type.computeType
    let second = try b.asTensor()
    let shape = try Broadcast.shape(a.shape, second.shape)
    let (x, y) = try withGradMode(false) {
      (try contiguousData(try expand(a, shape), compute), try contiguousData(try expand(second, shape), compute))
    }
    let out = try Tensor.empty(shape, compute)
    if compute == .float32 {
      let o = out.data.assumingMemoryBound(to: Float.self)
      let (p, q) = (x.data.assumingMemoryBound(to: Float.self), y.data.assumingMemoryBound(to: Float.self))
      parallelFor(out.count, grain: mapGrain) { lo, hi in
        for i in lo..<hi { o[i] = Float(f(Double(p[i]), Double(q[i]))) }
      }
    } else {
      let o = out.data.assumingMemoryBound(to: Double.self)
      let (p, q) = (x.data.assumingMemoryBound(to: Double.self), y.data.assumingMemoryBound(to: Double.self))
      parallelFor(out.count, grain: mapGrain) { lo, hi in for i in lo..<hi { o[i] = f(p[i], q[i]) } }
    }
    withExtendedLifetime((x, y)) {}
    return try castData(out, type)
  }

  /// A rule for a derivative that PyTorch does not have either.
  static func missingDerivative(_ name: String) -> EmberwingError {
    .notImplemented("the derivative for '\(name)' is not implemented.")
  }
}
