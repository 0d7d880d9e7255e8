// Complex blocks that the kernel room does not have: everything beyond arithmetic, through double precision.
private typealias Out = UnsafeMutableRawPointer
private typealias In = UnsafeRawPointer
private typealias Z = ComplexNumber

@inline(__always)
private func load32(_ x: In, _ i: Int) -> Z {
  let p = x.assumingMemoryBound(to: Float.self)
  return Z(Double(p[2 &* i]), Double(p[2 &* i &+ 1]))
}
@inline(__always)
private func load64(_ x: In, _ i: Int) -> Z {
  let p = x.assumingMemoryBound(to: Double.self)
  return Z(p[2 &* i], p[2 &* i &+ 1])
}
@inline(__always)
private func store32(_ o: Out, _ i: Int, _ z: Z) {
  let p = o.assumingMemoryBound(to: Float.self)
  p[2 &* i] = Float(z.re)
  p[2 &* i &+ 1] = Float(z.im)
}
@inline(__always)
private func store64(_ o: Out, _ i: Int, _ z: Z) {
  let p = o.assumingMemoryBound(to: Double.self)
  p[2 &* i] = z.re
  p[2 &* i &+ 1] = z.im
}

@inline(__always)
private func map32(_ o: Out, _ x: In, _ n: Int, _ f: (Z) -> Z) {
  for i in 0..<n { store32(o, i, f(load32(x, i))) }
}
@inline(__always)
private func map64(_ o: Out, _ x: In, _ n: Int, _ f: (Z) -> Z) {
  for i in 0..<n { store64(o, i, f(load64(x, i))) }
}
@inline(__always)
private func zip32(_ o: Out, _ a: In, _ b: In, _ n: Int, _ f: (Z, Z) -> Z) {
  for i in 0..<n { store32(o, i, f(load32(a, i), load32(b, i))) }
}
@inline(__always)
private func zip64(_ o: Out, _ a: In, _ b: In, _ n: Int, _ f: (Z, Z) -> Z) {
  for i in 0..<n { store64(o, i, f(load64(a, i), load64(b, i))) }
}

/// `log(e ** a + e ** b)` without overflow.
private func logSum(_ a: Z, _ b: Z) -> Z {
  if a.re == b.re && a.im == b.im && a.re.isInfinite { return a }
  let (high, low) = a.re >= b.re ? (a, b) : (b, a)
  if high.re == -.infinity { return high }
  return high + Z.logarithm1p(Z.exponential(low - high))
}

private func siluSlope(_ g: Z, _ x: Z) -> Z {
  let s = Z.logistic(x)
  return g * s * (1 + x * (1 - s))
}

enum ComplexKernels {
  static func unary(_ op: UnaryOp, _ t: DType) -> UnaryBlock? { t == .complex64 ? single(op) : double(op) }

  private static func single(_ op: UnaryOp) -> UnaryBlock? {
    switch op {
    case .exp: { o, x, n, _ in map32(o, x, n) { Z.exponential($0) } }
    case .exp2: { o, x, n, _ in map32(o, x, n) { Z.exponential(0.693147180559945309417 * $0) } }
    case .expm1: { o, x, n, _ in map32(o, x, n) { Z.exponentialMinus1($0) } }
    case .log: { o, x, n, _ in map32(o, x, n) { Z.logarithm($0) } }
    case .log2: { o, x, n, _ in map32(o, x, n) { 1.442695040888963407360 * Z.logarithm($0) } }
    case .log10: { o, x, n, _ in map32(o, x, n) { 0.434294481903251827651 * Z.logarithm($0) } }
    case .log1p: { o, x, n, _ in map32(o, x, n) { Z.logarithm1p($0) } }
    case .sqrt: { o, x, n, _ in map32(o, x, n) { Z.squareRoot($0) } }
    case .rsqrt: { o, x, n, _ in map32(o, x, n) { Z(1) / Z.squareRoot($0) } }
    case .sin: { o, x, n, _ in map32(o, x, n) { Z.sine($0) } }
    case .cos: { o, x, n, _ in map32(o, x, n) { Z.cosine($0) } }
    case .tan: { o, x, n, _ in map32(o, x, n) { Z.tangent($0) } }
    case .asin: { o, x, n, _ in map32(o, x, n) { Z.arcSine($0) } }
    case .acos: { o, x, n, _ in map32(o, x, n) { Z.arcCosine($0) } }
    case .atan: { o, x, n, _ in map32(o, x, n) { Z.arcTangent($0) } }
    case .sinh: { o, x, n, _ in map32(o, x, n) { Z.hyperbolicSine($0) } }
    case .cosh: { o, x, n, _ in map32(o, x, n) { Z.hyperbolicCosine($0) } }
    case .tanh: { o, x, n, _ in map32(o, x, n) { Z.hyperbolicTangent($0) } }
    case .asinh: { o, x, n, _ in map32(o, x, n) { Z.areaSine($0) } }
    case .acosh: { o, x, n, _ in map32(o, x, n) { Z.areaCosine($0) } }
    case .atanh: { o, x, n, _ in map32(o, x, n) { Z.areaTangent($0) } }
    case .sigmoid: { o, x, n, _ in map32(o, x, n) { Z.logistic($0) } }
    case .silu: { o, x, n, _ in map32(o, x, n) { $0 * Z.logistic($0) } }
    case .sign: { o, x, n, _ in map32(o, x, n) { Z.direction($0) } }
    case .powScalar: { o, x, n, p in map32(o, x, n) { Z.power($0, Z(p[0])) } }
    default: nil
    }
  }

  private static func double(_ op: UnaryOp) -> UnaryBlock? {
    switch op {
    case .exp: { o, x, n, _ in map64(o, x, n) { Z.exponential($0) } }
    case .exp2: { o, x, n, _ in map64(o, x, n) { Z.exponential(0.693147180559945309417 * $0) } }
    case .expm1: { o, x, n, _ in map64(o, x, n) { Z.exponentialMinus1($0) } }
    case .log: { o, x, n, _ in map64(o, x, n) { Z.logarithm($0) } }
    case .log2: { o, x, n, _ in map64(o, x, n) { 1.442695040888963407360 * Z.logarithm($0) } }
    case .log10: { o, x, n, _ in map64(o, x, n) { 0.434294481903251827651 * Z.logarithm($0) } }
    case .log1p: { o, x, n, _ in map64(o, x, n) { Z.logarithm1p($0) } }
    case .sqrt: { o, x, n, _ in map64(o, x, n) { Z.squareRoot($0) } }
    case .rsqrt: { o, x, n, _ in map64(o, x, n) { Z(1) / Z.squareRoot($0) } }
    case .sin: { o, x, n, _ in map64(o, x, n) { Z.sine($0) } }
    case .cos: { o, x, n, _ in map64(o, x, n) { Z.cosine($0) } }
    case .tan: { o, x, n, _ in map64(o, x, n) { Z.tangent($0) } }
    case .asin: { o, x, n, _ in map64(o, x, n) { Z.arcSine($0) } }
    case .acos: { o, x, n, _ in map64(o, x, n) { Z.arcCosine($0) } }
    case .atan: { o, x, n, _ in map64(o, x, n) { Z.arcTangent($0) } }
    case .sinh: { o, x, n, _ in map64(o, x, n) { Z.hyperbolicSine($0) } }
    case .cosh: { o, x, n, _ in map64(o, x, n) { Z.hyperbolicCosine($0) } }
    case .tanh: { o, x, n, _ in map64(o, x, n) { Z.hyperbolicTangent($0) } }
    case .asinh: { o, x, n, _ in map64(o, x, n) { Z.areaSine($0) } }
    case .acosh: { o, x, n, _ in map64(o, x, n) { Z.areaCosine($0) } }
    case .atanh: { o, x, n, _ in map64(o, x, n) { Z.areaTangent($0) } }
    case .sigmoid: { o, x, n, _ in map64(o, x, n) { Z.logistic($0) } }
    case .silu: { o, x, n, _ in map64(o, x, n) { $0 * Z.logistic($0) } }
    case .sign: { o, x, n, _ in map64(o, x, n) { Z.direction($0) } }
    case .powScalar: { o, x, n, p in map64(o, x, n) { Z.power($0, Z(p[0])) } }
    default: nil
    }
  }

  static func binary(_ op: BinaryOp, _ t: DType) -> BinaryBlock? {
    let single = t == .complex64
    switch op {
    case .pow:
      return single
        ? { o, a, b, n, _ in zip32(o, a, b, n) { Z.power($0, $1) } }
        : { o, a, b, n, _ in zip64(o, a, b, n) { Z.power($0, $1) } }
    case .sigmoidBackward:
      return single
        ? { o, a, b, n, _ in zip32(o, a, b, n) { $0 * $1 * (1 - $1) } }
        : { o, a, b, n, _ in zip64(o, a, b, n) { $0 * $1 * (1 - $1) } }
    case .tanhBackward:
      return single
        ? { o, a, b, n, _ in zip32(o, a, b, n) { $0 * (1 - $1 * $1) } }
        : { o, a, b, n, _ in zip64(o, a, b, n) { $0 * (1 - $1 * $1) } }
    case .siluBackward:
      return single
        ? { o, a, b, n, _ in zip32(o, a, b, n) { siluSlope($0, $1) } }
        : { o, a, b, n, _ in zip64(o, a, b, n) { siluSlope($0, $1) } }
    case .squaredDifference:
      return single
        ? { o, a, b, n, _ in zip32(o, a, b, n) { ($0 - $1) * ($0 - $1) } }
        : { o, a, b, n, _ in zip64(o, a, b, n) { ($0 - $1) * ($0 - $1) } }
    default: return nil
    }
  }

  static func logAddExp(_ t: DType) -> BinaryBlock {
    t == .complex64
      ? { o, a, b, n, _ in zip32(o, a, b, n) { logSum($0, $1) } }
      : { o, a, b, n, _ in zip64(o, a, b, n) { logSum($0, $1) } }
  }

  /// The conjugate.
  static func conjugate(_ t: DType) -> UnaryBlock {
    t == .complex64
      ? { o, x, n, _ in
        let (p, q) = (o.assumingMemoryBound(to: Float.self), x.assumingMemoryBound(to: Float.self))
        for i in 0..<n {
          p[2 &* i] = q[2 &* i]
          p[2 &* i &+ 1] = -q[2 &* i &+ 1]
        }
      }
      : { o, x, n, _ in
        let (p, q) = (o.assumingMemoryBound(to: Double.self), x.assumingMemoryBound(to: Double.self))
        for i in 0..<n {
          p[2 &* i] = q[2 &* i]
          p[2 &* i &+ 1] = -q[2 &* i &+ 1]
        }
      }
  }

  /// The magnitude, or the phase: complex → real.
  static func magnitude(_ t: DType) -> UnaryBlock {
    t == .complex64
      ? { o, x, n, _ in for i in 0..<n { o.assumingMemoryBound(to: Float.self)[i] = Float(load32(x, i).magnitude) } }
      : { o, x, n, _ in for i in 0..<n { o.assumingMemoryBound(to: Double.self)[i] = load64(x, i).magnitude } }
  }

  static func phase(_ t: DType) -> UnaryBlock {
    t == .complex64
      ? { o, x, n, _ in for i in 0..<n { o.assumingMemoryBound(to: Float.self)[i] = Float(load32(x, i).phase) } }
      : { o, x, n, _ in for i in 0..<n { o.assumingMemoryBound(to: Double.self)[i] = load64(x, i).phase } }
  }

  /// `re + i im` of two real blocks; the type is that of the parts.
  static func join(_ real: DType) -> BinaryBlock {
    real == .float32
      ? { o, a, b, n, _ in
        let p = o.assumingMemoryBound(to: Float.self)
        for i in 0..<n {
          p[2 &* i] = a.assumingMemoryBound(to: Float.self)[i]
          p[2 &* i &+ 1] = b.assumingMemoryBound(to: Float.self)[i]
        }
      }
      : { o, a, b, n, _ in
        let p = o.assumingMemoryBound(to: Double.self)
        for i in 0..<n {
          p[2 &* i] = a.assumingMemoryBound(to: Double.self)[i]
          p[2 &* i &+ 1] = b.assumingMemoryBound(to: Double.self)[i]
        }
      }
  }
}
