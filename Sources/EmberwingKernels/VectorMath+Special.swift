extension VectorMath {
  /// t² = hi - lo with `hi` exact in float32: so e^(-t²) keeps its precision however small it gets.
  @inline(__always) static func splitSquare(_ t: F) -> (hi: F, lo: F) {
    let top = F.from(F.bits(t) & I(repeating: -4096))
    return (top * top, (t - top) * (t + top))
  }

  /// erfc(t) for t ≥ 0: e^(-t²) times a polynomial in (t - 3) / (t + 3).
  @inline(__always) static func erfcPositive(_ positive: F) -> F {
    let t = F.pick(positive .> const(10.2), const(10.2), positive)
    let w = const(1) / (t + const(3))
    let v = (t - const(3)) * w
    var q = const(-0.00032533551)
    q = fma(q, v, -0.000483179378)
    q = fma(q, v, 0.00308032939)
    q = fma(q, v, -0.0012264289)
    q = fma(q, v, -0.0268398263)
    q = fma(q, v, 0.119529068)
    q = fma(q, v, -0.310466021)
    q = fma(q, v, 0.590228319)
    q = fma(q, v, -0.88339448)
    q = fma(q, v, 1.07400692)
    let (hi, lo) = splitSquare(t)
    return expSplit(-hi, -lo, q * w)
  }

  /// factor · e^(hi + lo), scaled last.
  @inline(__always) static func expSplit(_ hi: F, _ lo: F, _ factor: F) -> F {
    let (r, n) = reduce(hi)
    return scale(fma(expm1Reduced(r + lo), factor, factor), n)
  }

  @inline(__always) static func erfc(_ x: F) -> F {
    let q = erfcPositive(F.absolute(x))
    return F.pick(x .< const(0), const(2) - q, q)
  }

  @inline(__always) static func erf(_ x: F) -> F {
    let t = F.absolute(x)
    let z = x * x
    var q = const(-9.68013683e-06)
    q = fma(q, z, 0.000112705442)
    q = fma(q, z, -0.000848471129)
    q = fma(q, z, 0.00522107491)
    q = fma(q, z, -0.0268654451)
    q = fma(q, z, 0.112837829)
    q = fma(q, z, -0.376126379)
    q = fma(q, z, 0.128379166)
    let y = F.pick(t .< const(1), fma(q, t, t), const(1) - erfcPositive(t))
    return F.copySign(y, x)
  }

  /// (Φ(x), φ(x)); the lower tail keeps its relative precision.
  @inline(__always) static func normal(_ x: F) -> (cdf: F, pdf: F) {
    let a = F.absolute(x)
    let t = F.pick(a .> const(14.6), const(14.6), a)
    let w = const(1) / (t + const(4))
    let v = (t - const(4)) * w
    var q = const(-0.000132434507)
    q = fma(q, v, 0.000178369359)
    q = fma(q, v, 0.00156958937)
    q = fma(q, v, -0.00351207657)
    q = fma(q, v, -0.00752500305)
    q = fma(q, v, 0.0604037642)
    q = fma(q, v, -0.186523482)
    q = fma(q, v, 0.387136906)
    q = fma(q, v, -0.607896566)
    q = fma(q, v, 0.755285144)
    let (hi, lo) = splitSquare(t)
    let half = const(-0.5)
    let (r, n) = reduce(hi * half)
    let e = const(1) + expm1Reduced(fma(lo, half, r))
    let tail = scale(e * (q * w), n)
    return (F.pick(x .> const(0), const(1) - tail, tail), scale(e * const(0.398942280), n))
  }

  // MARK: powers

  /// a^b through double: log2 of the mantissa, times b, then 2^y; zeros, infinities, NaN and huge exponents by the C
  /// library, lane by lane.
  @inline(__always) static func pow(_ a: F, _ b: F) -> F {
    let magnitude = F.absolute(a)
    let (r, e) = splitExponent(magnitude)
    let low = powHalf(r.lowHalf, e.lowHalf, b.lowHalf)
    let high = powHalf(r.highHalf, e.highHalf, b.highHalf)
    var y = F(lowHalf: low, highHalf: high)
    let t = b + magic
    let whole = (t - magic) .== b
    let flip = (F.bits(t) & I(repeating: 1)) &<< I(repeating: 31)
    let negative = F.pick(whole, F.from(F.bits(y) ^ flip), const(.nan))
    y = F.pick(a .< const(0), negative, y)
    let plain = (magnitude .> const(0)) .& (magnitude .< const(.infinity)) .& (F.absolute(b) .< const(4_194_304))
    if !all(plain) { powSpecial(&y, a, b) }
    return y
  }

  @inline(never) static func powSpecial(_ y: inout F, _ a: F, _ b: F) {
    for i in 0..<16 {
      let m = Swift.abs(a[i])
      if !(m > 0 && m < .infinity && Swift.abs(b[i]) < 4_194_304) { y[i] = Float(Libm.pow(Double(a[i]), Double(b[i]))) }
    }
  }

  @inline(__always) static func powHalf(_ r: SIMD8<Float>, _ e: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    let m = D(r)
    let s = m / (m + D.splat(2))
    let z = s * s
    var q = D.splat(0.083125974556485738)
    q = D.fma(q, z, D.splat(0.090699796621740367))
    q = D.fma(q, z, D.splat(0.11111433979349561))
    q = D.fma(q, z, D.splat(0.14285712041193716))
    q = D.fma(q, z, D.splat(0.20000000005699251))
    q = D.fma(q, z, D.splat(0.33333333333330989))
    let log2 = D.fma(D.fma(q, z, D.splat(1)), s * D.splat(2.8853900817779268), D(e))
    var y = log2 * D(b)
    y = D.pick(y .> D.splat(200), D.splat(200), y)
    y = D.pick(y .< D.splat(-200), D.splat(-200), y)
    let magic = D.splat(6_755_399_441_055_744)
    let t = y + magic
    let f = y - (t - magic)
    var p = D.splat(1.326313666431527e-06)
    p = D.fma(p, f, D.splat(1.5310044168030074e-05))
    p = D.fma(p, f, D.splat(0.00015403417320415604))
    p = D.fma(p, f, D.splat(0.0013333450765717499))
    p = D.fma(p, f, D.splat(0.0096181292164550236))
    p = D.fma(p, f, D.splat(0.055504109408744673))
    p = D.fma(p, f, D.splat(0.24022650695569067))
    p = D.fma(p, f, D.splat(0.69314718054609137))
    p = D.fma(p, f, D.splat(1))
    let power = D.from(D.bits(p) &+ (D.bits(t) &<< SIMD8<Int64>(repeating: 52)))
    return SIMD8<Float>(power)
  }
}
