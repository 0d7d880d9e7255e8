/// Activations, their derivatives and elementwise losses, written once for float32 and float64 lanes.
enum Formulas<L: Lanes> {
  @inline(__always) static var zero: L { .splat(0) }
  @inline(__always) static var one: L { .splat(1) }
  @inline(__always) static func c(_ v: Double) -> L { .splat(v) }

  // MARK: activations

  /// Never overflows: e^-|x| is at most one.
  @inline(__always) static func sigmoid(_ x: L) -> L {
    let z = L.exp(L.negate(L.absolute(x)))
    return L.pick(L.less(x, zero), z, one) / (one + z)
  }

  /// σ(x) and σ'(x) = e^-|x| / (1 + e^-|x|)², which 1 - σ would cancel away.
  @inline(__always) static func sigmoidSlope(_ x: L) -> (value: L, slope: L) {
    let z = L.exp(L.negate(L.absolute(x)))
    let d = one / (one + z)
    let small = z * d
    return (L.pick(L.less(x, zero), small, d), small * d)
  }

  @inline(__always) static func relu(_ x: L) -> L { L.pick(L.less(x, zero), zero, x) }

  @inline(__always) static func elu(_ x: L, _ p: P) -> L {
    let negative = L.expm1(x * c(p[2])) * c(p[0] * p[1])
    return L.pick(L.less(zero, x), x * c(p[1]), negative)
  }

  @inline(__always) static func gelu(_ x: L) -> L { x * L.normal(x).cdf }

  /// 2 · √(2/π) · (x + 0.044715 x³), the sigmoid form of the tanh approximation.
  @inline(__always) static func geluTanhArgument(_ x: L) -> L {
    let z = x * x
    return x * L.fma(z, c(0.071354816272600248), c(1.5957691216057308))
  }

  @inline(__always) static func geluTanh(_ x: L) -> L { x * sigmoid(geluTanhArgument(x)) }

  @inline(__always) static func silu(_ x: L) -> L { x * sigmoid(x) }

  /// tanh(softplus(x)) = n / (n + 2) with n = e^2x + 2e^x.
  @inline(__always) static func tanhSoftplus(_ x: L) -> L {
    let e = L.exp(L.min(x, c(20)))
    let n = e * (e + c(2))
    return n / (n + c(2))
  }

  @inline(__always) static func mish(_ x: L) -> L { x * tanhSoftplus(x) }

  @inline(__always) static func hardsigmoid(_ x: L) -> L {
    L.min(L.max(x + c(3), zero), c(6)) / c(6)
  }

  @inline(__always) static func hardswish(_ x: L) -> L { x * L.min(L.max(x + c(3), zero), c(6)) / c(6) }

  @inline(__always) static func logSigmoid(_ x: L) -> L {
    L.min(x, zero) - L.log1p(L.exp(L.negate(L.absolute(x))))
  }

  @inline(__always) static func softplus(_ x: L, _ p: P) -> L {
    let z = x * c(p[0])
    let soft = (relu(z) + L.log1p(L.exp(L.negate(L.absolute(z))))) / c(p[0])
    return L.pick(L.less(c(p[1]), z), x, soft)
  }

  @inline(__always) static func leakyRelu(_ x: L, _ p: P) -> L { L.pick(L.less(zero, x), x, x * c(p[0])) }

  // MARK: derivatives: g = gradient

  @inline(__always) static func sigmoidBackward(_ g: L, _ y: L) -> L { g * (one - y) * y }
  @inline(__always) static func tanhBackward(_ g: L, _ y: L) -> L { g * (one - y * y) }

  @inline(__always) static func thresholdBackward(_ g: L, _ x: L, _ p: P) -> L {
    // As PyTorch: NaN lets the gradient through.
    let m = L.less(c(p[0]), x)
    return L.pick(L.equal(x, x), L.pick(m, g, zero), g)
  }

  @inline(__always) static func leakyReluBackward(_ g: L, _ x: L, _ p: P) -> L {
    L.pick(L.less(zero, x), g, g * c(p[0]))
  }

  @inline(__always) static func eluBackward(_ g: L, _ b: L, _ p: P) -> L {
    let alpha = c(p[0] * p[1])
    let slope = p[3] == 1 ? b + alpha : alpha * L.exp(b * c(p[2]))
    return L.pick(L.less(zero, b), g * c(p[1]), g * c(p[2]) * slope)
  }

  @inline(__always) static func geluBackward(_ g: L, _ x: L) -> L {
    let (cdf, pdf) = L.normal(x)
    return g * L.fma(x, pdf, cdf)
  }

  @inline(__always) static func geluTanhBackward(_ g: L, _ x: L) -> L {
    let (s, derivative) = sigmoidSlope(geluTanhArgument(x))
    let inner = L.fma(x * x, c(0.21406444881780074), c(1.5957691216057308))
    return g * L.fma(x * derivative, inner, s)
  }

  @inline(__always) static func siluBackward(_ g: L, _ x: L) -> L {
    let (s, derivative) = sigmoidSlope(x)
    return g * L.fma(x, derivative, s)
  }

  @inline(__always) static func mishBackward(_ g: L, _ x: L) -> L {
    let e = L.exp(L.min(x, c(20)))
    let n = e * (e + c(2))
    let d = one / (n + c(2))
    // 1 - tanh² = 4 (n + 1) / (n + 2)², without the cancellation.
    return g * L.fma(x * sigmoid(x), c(4) * (n + one) * d * d, n * d)
  }

  @inline(__always) static func hardswishBackward(_ g: L, _ x: L) -> L {
    let inner = g * (x / c(3) + c(0.5))
    let upper = L.pick(L.less(x, c(3)), inner, g)
    return L.orNaN(x, L.pick(L.less(c(-3), x), upper, zero))
  }

  @inline(__always) static func hardsigmoidBackward(_ g: L, _ x: L) -> L {
    L.pick(L.less(L.absolute(x), c(3)), g / c(6), zero)
  }

  @inline(__always) static func softplusBackward(_ g: L, _ x: L, _ p: P) -> L {
    let z = x * c(p[0])
    return L.pick(L.less(c(p[1]), z), g, g * sigmoid(z))
  }

  // MARK: losses: x = prediction, y = target

  @inline(__always) static func squaredDifference(_ x: L, _ y: L) -> L {
    let d = x - y
    return d * d
  }

  @inline(__always) static func smoothL1(_ x: L, _ y: L, _ p: P) -> L {
    let d = L.absolute(x - y)
    let beta = c(p[0])
    return L.pick(L.less(d, beta), c(0.5) * d * d / beta, d - c(0.5 * p[0]))
  }

  @inline(__always) static func huber(_ x: L, _ y: L, _ p: P) -> L {
    let d = L.absolute(x - y)
    let delta = c(p[0])
    return L.pick(L.less(delta, d), delta * (d - c(0.5 * p[0])), c(0.5) * d * d)
  }

  @inline(__always) static func bce(_ x: L, _ y: L) -> L {
    let no = L.max(L.log1p(L.negate(x)), c(-100))
    let yes = L.max(L.log(x), c(-100))
    return (y - one) * no - y * yes
  }

  @inline(__always) static func bceWithLogits(_ x: L, _ y: L) -> L { (one - y) * x - logSigmoid(x) }

  @inline(__always) static func xlogy(_ x: L, _ y: L) -> L {
    let product = x * L.log(y)
    return L.orNaN(y, L.pick(L.equal(x, zero), zero, product))
  }

  @inline(__always) static func smoothL1Backward(_ g: L, _ x: L, _ y: L, _ p: P) -> L {
    let d = x - y
    let beta = c(p[0])
    // Zero and NaN differences stand for themselves.
    let signed = L.pick(L.less(zero, d), g, L.pick(L.less(d, zero), L.negate(g), d))
    return L.pick(L.less(L.absolute(d), beta), g * d / beta, signed)
  }

  @inline(__always) static func huberBackward(_ g: L, _ x: L, _ y: L, _ p: P) -> L {
    let d = x - y
    let delta = c(p[0])
    let signed = L.pick(L.less(d, zero), L.negate(g), g) * delta
    return L.pick(L.less(delta, L.absolute(d)), signed, g * d)
  }

  @inline(__always) static func bceBackward(_ g: L, _ x: L, _ y: L) -> L {
    g * (x - y) / L.max((one - x) * x, c(1e-12))
  }

  // MARK: two and three operands

  @inline(__always) static func maximum(_ a: L, _ b: L) -> L {
    L.pick(L.equal(a, a), L.pick(L.less(b, a), a, b), a)
  }
  @inline(__always) static func minimum(_ a: L, _ b: L) -> L {
    L.pick(L.equal(a, a), L.pick(L.less(a, b), a, b), a)
  }
  @inline(__always) static func fmax(_ a: L, _ b: L) -> L {
    L.pick(L.equal(b, b), L.pick(L.less(b, a), a, b), a)
  }
  @inline(__always) static func fmin(_ a: L, _ b: L) -> L {
    L.pick(L.equal(b, b), L.pick(L.less(a, b), a, b), a)
  }

  /// The form that is exact at both ends and monotonic.
  @inline(__always) static func lerp(_ a: L, _ b: L, _ w: L) -> L {
    let d = b - a
    return L.pick(L.less(L.absolute(w), c(0.5)), L.fma(w, d, a), b - d * (one - w))
  }
}
