import Glibc

/// The exponential of the softmax family: range reduction by ln 2 and a Taylor polynomial, within 1–2 ULP.
enum SoftmaxMath {
  @inline(__always)
  static func exp(_ x: SIMD16<Float>) -> SIMD16<Float> {
    typealias V = SIMD16<Float>
    // Outside these bounds the result is 0 or infinity anyway; NaN fails both comparisons and stays.
    var t = x.replacing(with: V(repeating: -104), where: x .< V(repeating: -104))
    t.replace(with: V(repeating: 89), where: x .> V(repeating: 89))
    // Adding 1.5 · 2^23 rounds to an integer and leaves it in the low bits.
    let magic = V(repeating: 12_582_912)
    let shifted = fma(t, V(repeating: 1.442_695_04), magic)
    let n = shifted - magic
    // ln 2 in two parts, the first short enough for n · part to be exact.
    var r = fma(n, V(repeating: -0.693_359_375), t)
    r = fma(n, V(repeating: 2.121_944_400_546_905_8e-4), r)
    var p = V(repeating: 1 / 5040)
    p = fma(p, r, V(repeating: 1 / 720))
    p = fma(p, r, V(repeating: 1 / 120))
    p = fma(p, r, V(repeating: 1 / 24))
    p = fma(p, r, V(repeating: 1 / 6))
    p = fma(p, r, V(repeating: 0.5))
    p = fma(p * r, r, r) + V(repeating: 1)
    // Two factors, so that results below the smallest normal number come out rightly.
    let i = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- SIMD16(repeating: 0x4b40_0000)
    let h = i &>> SIMD16(repeating: 1)
    let one = SIMD16<Int32>(repeating: 127)
    let twenty3 = SIMD16<Int32>(repeating: 23)
    let s1 = unsafeBitCast((h &+ one) &<< twenty3, to: V.self)
    let s2 = unsafeBitCast((i &- h &+ one) &<< twenty3, to: V.self)
    return p * s1 * s2
  }

  @inline(__always)
  static func exp(_ x: SIMD8<Double>) -> SIMD8<Double> {
    typealias V = SIMD8<Double>
    var t = x.replacing(with: V(repeating: -746), where: x .< V(repeating: -746))
    t.replace(with: V(repeating: 710), where: x .> V(repeating: 710))
    let magic = V(repeating: 6_755_399_441_055_744)
    let shifted = fma(t, V(repeating: 1.442_695_040_888_963_4), magic)
    let n = shifted - magic
    var r = fma(n, V(repeating: -6.931_471_803_691_238_16e-01), t)
    r = fma(n, V(repeating: -1.908_214_929_270_587_7e-10), r)
    var p = V(repeating: 1 / 6_227_020_800)
    p = fma(p, r, V(repeating: 1 / 479_001_600))
    p = fma(p, r, V(repeating: 1 / 39_916_800))
    p = fma(p, r, V(repeating: 1 / 3_628_800))
    p = fma(p, r, V(repeating: 1 / 362_880))
    p = fma(p, r, V(repeating: 1 / 40_320))
    p = fma(p, r, V(repeating: 1 / 5040))
    p = fma(p, r, V(repeating: 1 / 720))
    p = fma(p, r, V(repeating: 1 / 120))
    p = fma(p, r, V(repeating: 1 / 24))
    p = fma(p, r, V(repeating: 1 / 6))
    p = fma(p, r, V(repeating: 0.5))
    p = fma(p * r, r, r) + V(repeating: 1)
    let i = unsafeBitCast(shifted, to: SIMD8<Int64>.self) &- SIMD8(repeating: 0x4338_0000_0000_0000)
    let h = i &>> SIMD8(repeating: 1)
    let one = SIMD8<Int64>(repeating: 1023)
    let shift = SIMD8<Int64>(repeating: 52)
    let s1 = unsafeBitCast((h &+ one) &<< shift, to: V.self)
    let s2 = unsafeBitCast((i &- h &+ one) &<< shift, to: V.self)
    return p * s1 * s2
  }

  @inline(__always)
  static func log<T: BinaryFloatingPoint>(_ x: T) -> T {
    if T.self == Float.self { return T(Glibc.logf(Float(x))) }
    return T(Glibc.log(Double(x)))
  }

  @inline(__always)
  private static func fma(_ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>) -> SIMD16<Float> {
    #if EW_FMA
    c.addingProduct(a, b)
    #else
    a * b + c
    #endif
  }

  @inline(__always)
  private static func fma(_ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>) -> SIMD8<Double> {
    #if EW_FMA
    c.addingProduct(a, b)
    #else
    a * b + c
    #endif
  }
}
