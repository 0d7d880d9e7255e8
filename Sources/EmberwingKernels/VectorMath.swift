/// Elementary functions of sixteen float32 lanes: range reduction and a polynomial, within about two units in the last
/// place over the whole range, exact at infinities, NaN and zeros. No branch depends on a neighbour's value.
enum VectorMath {
  /// 1.5 · 2²³: adding it rounds to an integer, which then stands in the low bits.
  @inline(__always) static var magic: F { F(repeating: 12_582_912) }
  @inline(__always) static var magicBits: I { I(repeating: 0x4B40_0000) }

  @inline(__always) static func fma(_ a: F, _ b: F, _ c: F) -> F { F.fma(a, b, c) }
  @inline(__always) static func fma(_ a: F, _ b: Float, _ c: F) -> F { F.fma(a, F(repeating: b), c) }
  @inline(__always) static func fma(_ a: F, _ b: F, _ c: Float) -> F { F.fma(a, b, F(repeating: c)) }
  @inline(__always) static func const(_ v: Float) -> F { F(repeating: v) }
  /// 2ⁿ for -126 ≤ n ≤ 127.
  @inline(__always) static func powerOfTwo(_ n: I) -> F { F.from((n &+ I(repeating: 127)) &<< I(repeating: 23)) }
  /// Small integers to float without a conversion instruction.
  @inline(__always) static func toFloat(_ n: I) -> F { F.from(n &+ magicBits) - magic }

  // MARK: exponentials

  /// e^r - 1 for |r| ≤ ln(2) / 2.
  @inline(__always) static func expm1Reduced(_ r: F) -> F {
    var q = const(0.0013950807)
    q = fma(q, r, 0.00836907327)
    q = fma(q, r, 0.0416662022)
    q = fma(q, r, 0.166665167)
    q = fma(q, r, 0.5)
    return fma(q, r * r, r)
  }

  /// e^(hi + lo) where `hi` lies in [-110, 90] and `lo` is small.
  @inline(__always) static func expSplit(_ hi: F, _ lo: F) -> F {
    let (r, n) = reduce(hi)
    return scale(const(1) + expm1Reduced(r + lo), n)
  }

  /// x = n · ln 2 + r.
  @inline(__always) static func reduce(_ x: F) -> (r: F, n: I) {
    let t = fma(x, 1.44269502, magic)
    let n = t - magic
    let r = fma(n, -1.428606765330187e-06, fma(n, -0.693145751953125, x))
    return (r, F.bits(t) &- magicBits)
  }

  /// v · 2ⁿ, rounding once where the result is subnormal.
  @inline(__always) static func scale(_ v: F, _ n: I) -> F {
    let half = n &>> I(repeating: 1)
    return v * powerOfTwo(half) * powerOfTwo(n &- half)
  }

  /// NaN stays.
  @inline(__always) static func limit(_ x: F, _ lo: Float, _ hi: Float) -> F {
    let a = F.pick(x .> const(hi), const(hi), x)
    return F.pick(a .< const(lo), const(lo), a)
  }

  @inline(__always) static func exp(_ x: F) -> F {
    let (r, n) = reduce(limit(x, -105, 89))
    return scale(const(1) + expm1Reduced(r), n)
  }

  @inline(__always) static func exp2(_ x: F) -> F {
    let v = limit(x, -151, 129)
    let t = v + magic
    let r = (v - (t - magic)) * const(0.693147182)
    return scale(const(1) + expm1Reduced(r), F.bits(t) &- magicBits)
  }

  @inline(__always) static func expm1(_ x: F) -> F {
    let (r, n) = reduce(limit(x, -30, 89))
    let half = n &>> I(repeating: 1)
    let s1 = powerOfTwo(half)
    let s2 = powerOfTwo(n &- half)
    let p = expm1Reduced(r)
    // 2ⁿ(p + 1) - 1; halved above n = 127, where 2ⁿ alone would overflow.
    let small = fma(p, s1 * s2, s1 * s2 - const(1))
    let large = (p + const(1)) * s1 * s2
    return F.pick(x .== const(0), x, F.pick(x .> const(60), large, small))
  }

  // MARK: logarithms

  /// x = 2^e · (1 + r) with √½ ≤ 1 + r < √2, for positive finite x.
  @inline(__always) static func splitExponent(_ x: F) -> (r: F, e: F) {
    let subnormal = x .< const(1.17549435e-38)
    let scaled = F.pick(subnormal, x * const(8_388_608), x)
    let i = F.bits(scaled) &- I(repeating: 0x3f35_04f3)
    let m = F.from((i & I(repeating: 0x007f_ffff)) &+ I(repeating: 0x3f35_04f3))
    let e = toFloat(i &>> I(repeating: 23))
    return (m - const(1), F.pick(subnormal, e - const(23), e))
  }

  /// log(1 + r) - r.
  @inline(__always) static func log1pTail(_ r: F) -> F {
    var q = const(0.0691356733)
    q = fma(q, r, -0.117892504)
    q = fma(q, r, 0.118734263)
    q = fma(q, r, -0.123844616)
    q = fma(q, r, 0.142186165)
    q = fma(q, r, -0.166692436)
    q = fma(q, r, 0.20002228)
    q = fma(q, r, -0.249999866)
    q = fma(q, r, 0.333333105)
    let z = r * r
    return fma(z, -0.5, q * r * z)
  }

  /// What a logarithm is at 0, below and at infinity.
  @inline(__always) static func logEdges(_ x: F, _ y: F) -> F {
    var r = F.pick(x .< const(.infinity), y, x)
    r = F.pick(x .< const(0), const(.nan), r)
    return F.pick(x .== const(0), const(-.infinity), r)
  }

  @inline(__always) static func logCore(_ x: F) -> F {
    let (r, e) = splitExponent(x)
    return fma(e, 0.693145751953125, r + fma(e, 1.428606765330187e-06, log1pTail(r)))
  }

  @inline(__always) static func log(_ x: F) -> F { logEdges(x, logCore(x)) }

  @inline(__always) static func log2(_ x: F) -> F {
    let (r, e) = splitExponent(x)
    return logEdges(x, fma(r + log1pTail(r), 1.44269502, e))
  }

  @inline(__always) static func log10(_ x: F) -> F {
    let (r, e) = splitExponent(x)
    let m = (r + log1pTail(r)) * const(0.4342944819)
    return logEdges(x, fma(e, 0.301025390625, fma(e, 4.605038611771306e-06, m)))
  }

  @inline(__always) static func log1p(_ x: F) -> F {
    let u = x + const(1)
    let correction = (x - (u - const(1))) / u
    let y = logCore(u) + correction
    return F.pick(x .== const(0), x, F.pick(x .== const(.infinity), x, logEdges(u, y)))
  }

  // MARK: circular functions

  /// sin(x + turn · π/2). Four pieces of π/2 keep each product exact without fused multiply-add up to 8192.
  @inline(__always) static func sine(_ x: F, turn: Int32) -> F {
    let t = fma(x, 0.636619747, magic)
    let n = t - magic
    var r = fma(n, -1.5703125, x)
    r = fma(n, -0.0004837512969970703, r)
    r = fma(n, -7.549533620476723e-08, r)
    r = fma(n, -2.5633440682570896e-12, r)
    let quadrant = F.bits(t) &+ I(repeating: turn)
    let z = r * r
    var s = const(2.71827435e-06)
    s = fma(s, z, -0.000198393303)
    s = fma(s, z, 0.00833332911)
    s = fma(s, z, -0.166666672)
    s = fma(s * z, r, r)
    var c = const(-2.7209893e-07)
    c = fma(c, z, 2.47995158e-05)
    c = fma(c, z, -0.00138888834)
    c = fma(c, z, 0.0416666679)
    c = fma(c, z * z, fma(z, const(-0.5), 1))
    let odd = (quadrant & I(repeating: 1)) .== I(repeating: 1)
    let sign = (quadrant & I(repeating: 2)) &<< I(repeating: 30)
    return F.from(F.bits(F.pick(odd, c, s)) ^ sign)
  }

  @inline(__always) static func sin(_ x: F) -> F {
    var y = F.pick(x .== const(0), x, sine(x, turn: 0))
    let far = F.absolute(x) .>= const(8192)
    if any(far) { farLanes(&y, x, Libm.sin) }
    return y
  }

  @inline(__always) static func cos(_ x: F) -> F {
    var y = sine(x, turn: 1)
    let far = F.absolute(x) .>= const(8192)
    if any(far) { farLanes(&y, x, Libm.cos) }
    return y
  }

  /// Lanes too large for the short reduction go through the C library.
  @inline(never) static func farLanes(_ y: inout F, _ x: F, _ f: (Double) -> Double) {
    for i in 0..<16 where Swift.abs(x[i]) >= 8192 { y[i] = Float(f(Double(x[i]))) }
  }

  // MARK: tanh

  @inline(__always) static func tanh(_ x: F) -> F {
    let t = F.absolute(x)
    let z = x * x
    var q = const(0.00214420771)
    q = fma(q, z, -0.00817916542)
    q = fma(q, z, 0.0217016041)
    q = fma(q, z, -0.0539469682)
    q = fma(q, z, 0.133332074)
    q = fma(q, z, -0.333333313)
    let small = fma(q * z, t, t)
    let large = const(1) - const(2) / (exp(t + t) + const(1))
    return F.copySign(F.pick(t .< const(0.625), small, large), x)
  }
}
