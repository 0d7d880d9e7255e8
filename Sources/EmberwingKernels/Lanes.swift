import CSystem

/// A vector of float32 or float64 lanes with what the formulas in `VectorMath` need, so that each is written once.
protocol Lanes {
  associatedtype Mask
  static var scalarSize: Int { get }
  static func splat(_ v: Double) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  /// a * b + c, fused where the target fuses.
  static func fma(_ a: Self, _ b: Self, _ c: Self) -> Self
  static func less(_ a: Self, _ b: Self) -> Mask
  static func equal(_ a: Self, _ b: Self) -> Mask
  static func pick(_ m: Mask, _ a: Self, _ b: Self) -> Self
  static func squareRoot(_ x: Self) -> Self
  static func absolute(_ x: Self) -> Self
  static func negate(_ x: Self) -> Self
  static func copySign(_ magnitude: Self, _ sign: Self) -> Self
  static func rounded(_ x: Self, _ rule: FloatingPointRoundingRule) -> Self
  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  /// (Φ(x), φ(x)) of the standard normal distribution, right to the last tail.
  static func normal(_ x: Self) -> (cdf: Self, pdf: Self)
  /// A function of double by lanes, for what has no vector form.
  static func each(_ x: Self, _ f: (Double) -> Double) -> Self
  static func each(_ x: Self, _ y: Self, _ f: (Double, Double) -> Double) -> Self
}

extension Lanes {
  @inline(__always) static func min(_ a: Self, _ b: Self) -> Self { pick(less(b, a), b, a) }
  @inline(__always) static func max(_ a: Self, _ b: Self) -> Self { pick(less(a, b), b, a) }
  /// Lanes of `a` are NaN.
  @inline(__always) static func orNaN(_ a: Self, _ r: Self) -> Self { pick(equal(a, a), r, a) }
}

extension SIMD16: Lanes where Scalar == Float {
  typealias Mask = SIMDMask<SIMD16<Int32>>
  @inline(__always) static var scalarSize: Int { 4 }
  @inline(__always) static func splat(_ v: Double) -> F { F(repeating: Float(v)) }
  @inline(__always) static func fma(_ a: F, _ b: F, _ c: F) -> F {
    #if EW_FMA
    c.addingProduct(a, b)
    #else
    a * b + c
    #endif
  }
  @inline(__always) static func less(_ a: F, _ b: F) -> Mask { a .< b }
  @inline(__always) static func equal(_ a: F, _ b: F) -> Mask { a .== b }
  // By bits: `replacing(with:where:)` and `~` are loops in the standard library, too much for the inliner. This is a blend.
  @inline(__always) static func pick(_ m: Mask, _ a: F, _ b: F) -> F {
    let k = unsafeBitCast(m, to: I.self)
    return from(bits(b) ^ ((bits(a) ^ bits(b)) & k))
  }
  @inline(__always) static func squareRoot(_ x: F) -> F { ew_sqrt_f32x16(x) }
  @inline(__always) static func bits(_ x: F) -> I { unsafeBitCast(x, to: I.self) }
  @inline(__always) static func from(_ x: I) -> F { unsafeBitCast(x, to: F.self) }
  @inline(__always) static func absolute(_ x: F) -> F { from(bits(x) & I(repeating: 0x7fff_ffff)) }
  @inline(__always) static func negate(_ x: F) -> F { from(bits(x) ^ I(repeating: Int32.min)) }
  @inline(__always) static func copySign(_ m: F, _ s: F) -> F {
    from((bits(m) & I(repeating: 0x7fff_ffff)) | (bits(s) & I(repeating: Int32.min)))
  }
  @inline(__always) static func rounded(_ x: F, _ rule: FloatingPointRoundingRule) -> F {
    var r = F()
    for i in 0..<16 { r[i] = x[i].rounded(rule) }
    return r
  }
  @inline(__always) static func exp(_ x: F) -> F { VectorMath.exp(x) }
  @inline(__always) static func expm1(_ x: F) -> F { VectorMath.expm1(x) }
  @inline(__always) static func log(_ x: F) -> F { VectorMath.log(x) }
  @inline(__always) static func log1p(_ x: F) -> F { VectorMath.log1p(x) }
  @inline(__always) static func tanh(_ x: F) -> F { VectorMath.tanh(x) }
  @inline(__always) static func normal(_ x: F) -> (cdf: F, pdf: F) { VectorMath.normal(x) }
  @inline(__always) static func each(_ x: F, _ f: (Double) -> Double) -> F {
    var r = F()
    for i in 0..<16 { r[i] = Float(f(Double(x[i]))) }
    return r
  }
  @inline(__always) static func each(_ x: F, _ y: F, _ f: (Double, Double) -> Double) -> F {
    var r = F()
    for i in 0..<16 { r[i] = Float(f(Double(x[i]), Double(y[i]))) }
    return r
  }
}

extension SIMD8: Lanes where Scalar == Double {
  typealias Mask = SIMDMask<SIMD8<Int64>>
  @inline(__always) static var scalarSize: Int { 8 }
  @inline(__always) static func splat(_ v: Double) -> D { D(repeating: v) }
  @inline(__always) static func fma(_ a: D, _ b: D, _ c: D) -> D {
    #if EW_FMA
    c.addingProduct(a, b)
    #else
    a * b + c
    #endif
  }
  @inline(__always) static func less(_ a: D, _ b: D) -> Mask { a .< b }
  @inline(__always) static func equal(_ a: D, _ b: D) -> Mask { a .== b }
  @inline(__always) static func pick(_ m: Mask, _ a: D, _ b: D) -> D {
    let k = unsafeBitCast(m, to: SIMD8<Int64>.self)
    return from(bits(b) ^ ((bits(a) ^ bits(b)) & k))
  }
  @inline(__always) static func squareRoot(_ x: D) -> D { ew_sqrt_f64x8(x) }
  @inline(__always) static func bits(_ x: D) -> SIMD8<Int64> { unsafeBitCast(x, to: SIMD8<Int64>.self) }
  @inline(__always) static func from(_ x: SIMD8<Int64>) -> D { unsafeBitCast(x, to: D.self) }
  @inline(__always) static func absolute(_ x: D) -> D { from(bits(x) & SIMD8<Int64>(repeating: Int64.max)) }
  @inline(__always) static func negate(_ x: D) -> D { from(bits(x) ^ SIMD8<Int64>(repeating: Int64.min)) }
  @inline(__always) static func copySign(_ m: D, _ s: D) -> D {
    from((bits(m) & SIMD8<Int64>(repeating: Int64.max)) | (bits(s) & SIMD8<Int64>(repeating: Int64.min)))
  }
  @inline(__always) static func rounded(_ x: D, _ rule: FloatingPointRoundingRule) -> D {
    var r = D()
    for i in 0..<8 { r[i] = x[i].rounded(rule) }
    return r
  }
  @inline(__always) static func exp(_ x: D) -> D { lanes(x, Libm.exp) }
  @inline(__always) static func expm1(_ x: D) -> D { lanes(x, Libm.expm1) }
  @inline(__always) static func log(_ x: D) -> D { lanes(x, Libm.log) }
  @inline(__always) static func log1p(_ x: D) -> D { lanes(x, Libm.log1p) }
  @inline(__always) static func tanh(_ x: D) -> D { lanes(x, Libm.tanh) }
  @inline(__always) static func normal(_ x: D) -> (cdf: D, pdf: D) {
    let cdf = lanes(x) { 0.5 * Libm.erfc($0 * -0.70710678118654752) }
    return (cdf, lanes(x) { 0.39894228040143268 * Libm.exp(-0.5 * $0 * $0) })
  }
  @inline(__always) static func each(_ x: D, _ f: (Double) -> Double) -> D { lanes(x, f) }
  @inline(__always) static func each(_ x: D, _ y: D, _ f: (Double, Double) -> Double) -> D {
    var r = D()
    for i in 0..<8 { r[i] = f(x[i], y[i]) }
    return r
  }
}

/// A loop over the lanes that stays a loop: eight calls of libm are not worth unrolling.
@inline(never)
private func lanes(_ x: D, _ f: (Double) -> Double) -> D {
  var r = x
  withUnsafeMutableBytes(of: &r) { raw in
    let p = raw.assumingMemoryBound(to: Double.self)
    for i in 0..<8 { p[i] = f(p[i]) }
  }
  return r
}
