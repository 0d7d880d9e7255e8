/// Conjugates, parts and magnitudes of complex tensors, as the rules and composites of linear algebra need them; a real
/// tensor passes through.
enum Complexes {
  static func conj(_ x: Tensor) throws -> Tensor {
    guard x.dtype.isComplex else { return x }
    let out = try Ops.cloneContiguousData(x)
    if out.dtype == .complex64 { negateOdd(out, Float.self) } else { negateOdd(out, Double.self) }
    return out.recorded("ConjPhysicalBackward0", x) { g, _ in Grads(try conj(g)) }
  }

  private static func negateOdd<T: BinaryFloatingPoint>(_ t: Tensor, _: T.Type) {
    let p = t.data.assumingMemoryBound(to: T.self)
    parallelFor(t.count, grain: elementwiseGrain) { lo, hi in
      for i in lo..<hi { p[2 &* i &+ 1] = -p[2 &* i &+ 1] }
    }
  }

  /// One of the two parts (0 real, 1 imaginary) as a tensor of its own.
  private static func part(_ x: Tensor, _ which: Int) throws -> Tensor {
    var strides = x.strides
    for i in 0..<strides.count { strides[i] = strides[i] &* 2 }
    let view = try Tensor.window(
      x.storage, shape: x.shape, strides: strides, offset: x.impl.offset &* 2 &+ (x.count == 0 ? 0 : which),
      dtype: x.dtype.realType)
    return try Ops.cloneContiguousData(view)
  }

  static func real(_ x: Tensor) throws -> Tensor {
    guard x.dtype.isComplex else { return x }
    let type = x.dtype
    return try part(x, 0).recorded("RealBackward0", x) { g, _ in Grads(try Ops.to(g, type)) }
  }

  /// The imaginary part of a complex tensor.
  static func imag(_ x: Tensor) throws -> Tensor {
    guard x.dtype.isComplex else { return try Tensor.zeros(x.shape, x.dtype) }
    let type = x.dtype
    return try part(x, 1).recorded("ImagBackward0", x) { g, _ in
      Grads(try Ops.mul(try Ops.to(g, type), .scalar(.complex(0, 1))))
    }
  }

  /// The magnitude, a real tensor; its gradient at 0 is 0.
  static func abs(_ x: Tensor) throws -> Tensor {
    guard x.dtype.isComplex else { return try Ops.abs(x) }
    let out: Tensor = try withGradMode(false) {
      try Ops.binaryData(.hypot, "abs", part(x, 0), .tensor(part(x, 1)))
    }
    return out.recorded("AbsBackward0", x, save: x, saveOutput: true) { g, s in
      let (z, r) = (try s[0], try s[1])
      let zero = try Ops.compare(.eq, "eq", r, .scalar(0))
      let safe = try Ops.maskedFill(r, zero, .scalar(1))
      return Grads(try Ops.mul(z, .tensor(try Calc.drop(Calc.div(g, safe), where: zero))))
    }
  }
}
