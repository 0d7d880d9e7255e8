import Synchronization

/// How to transform lines of one length: the factors with their roots of unity, or Bluestein's convolution where a prime
/// factor is too large.
final class FourierPlan: Sendable {
  /// Constants in both precisions, at fixed addresses.
  final class Table: @unchecked Sendable {
    private let doubles: UnsafeMutablePointer<Double>
    private let floats: UnsafeMutablePointer<Float>

    init(_ values: [Double]) {
      doubles = .allocate(capacity: Swift.max(values.count, 1))
      floats = .allocate(capacity: Swift.max(values.count, 1))
      for (i, v) in values.enumerated() {
        doubles[i] = v
        floats[i] = Float(v)
      }
    }

    deinit {
      doubles.deallocate()
      floats.deallocate()
    }

    @inline(__always)
    func of<P>(_: P.Type) -> UnsafePointer<P> {
      P.self == Float.self
        ? UnsafeRawPointer(floats).assumingMemoryBound(to: P.self)
        : UnsafeRawPointer(doubles).assumingMemoryBound(to: P.self)
    }
  }

  /// One pass of a mixed-radix transform.
  struct Pass: Sendable {
    let radix: Int
    /// Length of the sub-transforms after this pass, and how many of them lie side by side before it.
    let rest: Int
    let stride: Int
    /// `w ** (p * j)` for p in 0..<rest, j in 1..<radix, real and imaginary parts in turn.
    let twiddles: Table
    /// `e ** (-2πi k / radix)`, for radices without a formula of their own.
    let roots: Table
  }

  struct Chirp: Sendable {
    let plan: FourierPlan
    /// `e ** (-iπ k² / n)`, and the transform of its conjugate, wrapped around.
    let chirp: [Double]
    let spectrum: [Double]
  }

  let n: Int
  let passes: [Pass]
  let chirp: Chirp?
  /// Bluestein's rounding errors would show in single precision, so such lines are computed in double.
  var needsDouble: Bool { chirp != nil }

  private static let largestRadix = 31

  private init(_ n: Int) {
    self.n = n
    var factors: [Int] = []
    var rest = n
    for p in [4, 2, 3, 5] {
      while rest % p == 0 && rest > 1 {
        factors.append(p)
        rest /= p
      }
    }
    var p = 7
    while p <= Self.largestRadix && rest > 1 {
      while rest % p == 0 {
        factors.append(p)
        rest /= p
      }
      p += 2
    }
    if rest > 1 {
      passes = []
      chirp = Self.bluestein(n)
      return
    }
    chirp = nil
    var made: [Pass] = []
    var length = n
    var stride = 1
    for r in factors {
      let m = length / r
      var twiddles: [Double] = []
      twiddles.reserveCapacity(2 * m * (r - 1))
      for q in 0..<m {
        for j in 1..<Swift.max(r, 2) {
          let w = rootOfUnity(q * j, length)
          twiddles.append(w.re)
          twiddles.append(w.im)
        }
      }
      var roots: [Double] = []
      if r > 5 {
        for k in 0..<r {
          let w = rootOfUnity(k, r)
          roots.append(w.re)
          roots.append(w.im)
        }
      }
      made.append(
        Pass(
          radix: r, rest: m, stride: stride, twiddles: Table(twiddles), roots: Table(roots)))
      length = m
      stride *= r
    }
    passes = made
  }

  /// The smallest length of at least `n` without prime factors above 5.
  private static func smoothLength(_ n: Int) -> Int {
    var best = 1
    while best < n { best *= 2 }
    var five = 1
    while five < best {
      var three = five
      while three < best {
        var two = three
        while two < n { two *= 2 }
        best = Swift.min(best, two)
        three *= 3
      }
      five *= 5
    }
    return best
  }

  private static func bluestein(_ n: Int) -> Chirp {
    let m = smoothLength(2 * n - 1)
    let plan = FourierPlan(m)
    var chirp = [Double](repeating: 0, count: 2 * n)
    var wrapped = [Wave<Double>](repeating: Wave(0, 0), count: m)
    var square = 0
    for k in 0..<n {
      // k² modulo 2n, without overflow: (k + 1)² = k² + 2k + 1.
      let w = rootOfUnity(square, 2 * n)
      chirp[2 * k] = w.re
      chirp[2 * k + 1] = w.im
      wrapped[k] = Wave(w.re, -w.im)
      if k > 0 { wrapped[m - k] = Wave(w.re, -w.im) }
      square = (square + 2 * k + 1) % (2 * n)
    }
    var scratch = wrapped
    wrapped.withUnsafeMutableBufferPointer { a in
      scratch.withUnsafeMutableBufferPointer { b in
        guard let x = a.baseAddress, let y = b.baseAddress else { return }
        if plan.run(x, y) { for i in 0..<m { x[i] = y[i] } }
      }
    }
    var spectrum = [Double](repeating: 0, count: 2 * m)
    for i in 0..<m {
      // Scaled here by 1/m, which the inverse transform needs.
      spectrum[2 * i] = wrapped[i].re / Double(m)
      spectrum[2 * i + 1] = wrapped[i].im / Double(m)
    }
    return Chirp(plan: plan, chirp: chirp, spectrum: spectrum)
  }

  // MARK: cache

  private static let cache = Mutex<[Int: FourierPlan]>([:])
  private static let cacheLimit = 64

  /// The plan of a length, made once and kept.
  static func of(_ n: Int) -> FourierPlan {
    if let found = cache.withLock({ $0[n] }) { return found }
    let made = FourierPlan(n)
    cache.withLock {
      if $0.count >= cacheLimit { $0.removeAll() }
      $0[n] = made
    }
    return made
  }
}

extension FourierPlan {
  /// How many elements of working memory `run` wants in `y`.
  var scratchCount: Int { chirp.map { 3 * $0.plan.n } ?? n }

  /// The forward transform of `x` with `y` as working memory; true where the result lies in `y`.
  func run<L: FourierLane>(_ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>) -> Bool {
    if let chirp { return convolve(chirp, x, y) }
    var (from, to) = (x, y)
    for pass in passes {
      let w = pass.twiddles.of(L.Part.self)
      switch pass.radix {
      case 2: FourierPass.two(from, to, pass.rest, pass.stride, w)
      case 3: FourierPass.three(from, to, pass.rest, pass.stride, w)
      case 4: FourierPass.four(from, to, pass.rest, pass.stride, w)
      case 5: FourierPass.five(from, to, pass.rest, pass.stride, w)
      default: FourierPass.general(from, to, pass.radix, pass.rest, pass.stride, w, pass.roots.of(L.Part.self))
      }
      swap(&from, &to)
    }
    return passes.count % 2 == 1
  }

  /// Bluestein: X[k] = c[k] Σ (x[j] c[j]) c̄[k - j], a convolution of smooth length.
  private func convolve<L: FourierLane>(
    _ chirp: Chirp, _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>
  ) -> Bool {
    let m = chirp.plan.n
    let a = y
    let b = y + m
    @inline(__always) func factor(_ values: [Double], _ i: Int) -> Wave<L> {
      Wave(.repeating(L.Part(values[2 * i])), .repeating(L.Part(values[2 * i + 1])))
    }
    for k in 0..<n { a[k] = x[k] * factor(chirp.chirp, k) }
    let zero = Wave<L>(.repeating(0), .repeating(0))
    for k in n..<m { a[k] = zero }
    var (current, other) = (a, b)
    if chirp.plan.run(current, other) { swap(&current, &other) }
    // The inverse transform is the forward one with real and imaginary parts exchanged.
    for k in 0..<m {
      let p = current[k] * factor(chirp.spectrum, k)
      current[k] = Wave(p.im, p.re)
    }
    if chirp.plan.run(current, other) { swap(&current, &other) }
    for k in 0..<n { x[k] = Wave(current[k].im, current[k].re) * factor(chirp.chirp, k) }
    return false
  }
}
