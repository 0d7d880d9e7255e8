import EmberwingCore

extension CPUKernels {
  public static func normalizeChannels(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, bias: UnsafeRawPointer?, n: Int, c: Int, inner: Int
  ) {
    if n <= 0 || c <= 0 || inner <= 0 { return }
    if type == .float32 {
      normalize(
        out.of(Float.self), x.of(Float.self), mean.of(Float.self), invstd.of(Float.self), weight?.of(Float.self),
        bias?.of(Float.self), n, c, inner)
    } else if type == .float64 {
      normalize(
        out.of(Double.self), x.of(Double.self), mean.of(Double.self), invstd.of(Double.self), weight?.of(Double.self),
        bias?.of(Double.self), n, c, inner)
    }
  }

  private static func normalize<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ mean: UnsafePointer<T>, _ invstd: UnsafePointer<T>,
    _ weight: UnsafePointer<T>?, _ bias: UnsafePointer<T>?, _ n: Int, _ c: Int, _ inner: Int
  ) {
    if inner == 1 {
      parallelFor(n, grain: max(1, 16384 / c)) { lo, hi in
        for r in lo..<hi {
          let p = x + r * c
          let q = out + r * c
          switch (weight, bias) {
          case (let w?, let b?):
            for j in 0..<c { q[j] = mulAdd(p[j] - mean[j], invstd[j] * w[j], b[j]) }
          case (let w?, nil): for j in 0..<c { q[j] = (p[j] - mean[j]) * (invstd[j] * w[j]) }
          case (nil, let b?): for j in 0..<c { q[j] = mulAdd(p[j] - mean[j], invstd[j], b[j]) }
          case (nil, nil): for j in 0..<c { q[j] = (p[j] - mean[j]) * invstd[j] }
          }
        }
      }
      return
    }
    parallelFor(n * c, grain: max(1, 16384 / inner)) { lo, hi in
      for task in lo..<hi {
        let j = task % c
        let m = mean[j]
        let scale = invstd[j] * (weight?[j] ?? 1)
        let offset = bias?[j] ?? 0
        let p = x + task * inner
        let q = out + task * inner
        for i in 0..<inner { q[i] = mulAdd(p[i] - m, scale, offset) }
      }
    }
  }

  public static func channelMoments(
    _ type: DType, mean: UnsafeMutableRawPointer, variance: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, n: Int,
    c: Int, inner: Int
  ) {
    if c <= 0 { return }
    if type == .float32 {
      channelMoments(PackF.self, mean.of(Float.self), variance.of(Float.self), x.of(Float.self), n, c, inner)
    } else if type == .float64 {
      channelMoments(PackD.self, mean.of(Double.self), variance.of(Double.self), x.of(Double.self), n, c, inner)
    }
  }

  private static func channelMoments<P: FloatPack>(
    _: P.Type, _ mean: UnsafeMutablePointer<P.Scalar>, _ variance: UnsafeMutablePointer<P.Scalar>,
    _ x: UnsafePointer<P.Scalar>, _ n: Int, _ c: Int, _ inner: Int
  ) {
    typealias T = P.Scalar
    if inner == 1 {
      moments(
        T.self == Float.self ? .float32 : .float64, mean: mean, squaredDeviations: variance, x, outer: 1, n: n,
        inner: c)
      for j in 0..<c { variance[j] /= T(n) }
      return
    }
    let count = Double(max(n, 0) * max(inner, 0))
    parallelFor(c, grain: max(1, 32768 / max(1, n * inner))) { lo, hi in
      for j in lo..<hi {
        var sum = 0.0
        for r in 0..<max(n, 0) { sum += Double(FloatReduction<SumReducer<P>>.row(x + (r * c + j) * inner, inner)) }
        let m = T(sum / count)
        var squares = 0.0
        for r in 0..<max(n, 0) {
          squares += Double(FloatReduction<DeviationReducer<P>>.row(x + (r * c + j) * inner, inner, shift: m))
        }
        mean[j] = m
        variance[j] = T(squares / count)
      }
    }
  }

  public static func normalizeChannelsBackward(
    _ type: DType, gradInput: UnsafeMutableRawPointer?, gradWeight: UnsafeMutableRawPointer?,
    gradBias: UnsafeMutableRawPointer?, gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, training: Bool, n: Int, c: Int, inner: Int
  ) {
    if c <= 0 { return }
    if type == .float32 {
      normalizeBackward(
        PackF.self, gradInput?.of(Float.self), gradWeight?.of(Float.self), gradBias?.of(Float.self),
        gradOutput.of(Float.self), x.of(Float.self), mean.of(Float.self), invstd.of(Float.self),
        weight?.of(Float.self), training, max(n, 0), c, max(inner, 0))
    } else if type == .float64 {
      normalizeBackward(
        PackD.self, gradInput?.of(Double.self), gradWeight?.of(Double.self), gradBias?.of(Double.self),
        gradOutput.of(Double.self), x.of(Double.self), mean.of(Double.self), invstd.of(Double.self),
        weight?.of(Double.self), training, max(n, 0), c, max(inner, 0))
    }
  }

  private static func normalizeBackward<P: FloatPack>(
    _: P.Type, _ gradInput: UnsafeMutablePointer<P.Scalar>?, _ gradWeight: UnsafeMutablePointer<P.Scalar>?,
    _ gradBias: UnsafeMutablePointer<P.Scalar>?, _ g: UnsafePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>,
    _ mean: UnsafePointer<P.Scalar>, _ invstd: UnsafePointer<P.Scalar>, _ weight: UnsafePointer<P.Scalar>?,
    _ training: Bool, _ n: Int, _ c: Int, _ inner: Int
  ) {
    typealias T = P.Scalar
    let w = P.lanes
    let count = T(n * inner)
    // gradInput = (g - Σg/N - (x - mean)·invstd²·Σg(x - mean)/N) · invstd · weight;
    // in evaluation only g · invstd · weight.
    if inner == 1 {
      let tiles = (c + w - 1) / w
      parallelFor(tiles, grain: max(1, 16384 / max(1, n * w))) { lo, hi in
        for tile in lo..<hi {
          let j = tile * w
          let lanes = min(w, c - j)
          let whole = lanes == w
          @inline(__always) func read(_ p: UnsafePointer<T>) -> P {
            whole ? P.load(p + j) : P.load(p + j, first: lanes, fill: 0)
          }
          @inline(__always) func write(_ v: P, _ p: UnsafeMutablePointer<T>) {
            if whole { v.store(p + j) } else { v.store(p + j, first: lanes) }
          }
          let m = read(mean)
          let s = read(invstd)
          var sum = P(0)
          var product = P(0)
          var r = 0
          while r < n {
            let end = min(n, r + 64)
            var a = P(0)
            var b = P(0)
            while r < end {
              let gv = read(g + r * c)
              a = a + gv
              b = b.adding(gv, read(x + r * c) - m)
              r += 1
            }
            sum = sum + a
            product = product + b
          }
          if let gradWeight { write(product * s, gradWeight) }
          if let gradBias { write(sum, gradBias) }
          guard let gradInput else { continue }
          let scale = weight.map { read($0) * s } ?? s
          let share = P(1 / count)
          let a = training ? sum * share : P(0)
          let b = training ? P(0) - product * share * s * s : P(0)
          for r in 0..<n {
            let gv = read(g + r * c)
            let v = training ? (gv - a).adding(read(x + r * c) - m, b) : gv
            write(v * scale, gradInput + r * c)
          }
        }
      }
      return
    }
    parallelFor(c, grain: max(1, 16384 / max(1, n * inner))) { lo, hi in
      for j in lo..<hi {
        let m = mean[j]
        let s = invstd[j]
        var sum = 0.0
        var product = 0.0
        if training || gradWeight != nil || gradBias != nil {
          for r in 0..<n {
            let at = (r * c + j) * inner
            let (a, b) = sums(P.self, g + at, x + at, m, inner)
            sum += a
            product += b
          }
        }
        gradWeight?[j] = T(product) * s
        gradBias?[j] = T(sum)
        guard let gradInput else { continue }
        let scale = s * (weight?[j] ?? 1)
        let a = T(sum / Double(count))
        let b = -T(product / Double(count)) * s * s
        for r in 0..<n {
          let at = (r * c + j) * inner
          let p = x + at
          let q = g + at
          let o = gradInput + at
          if training {
            for i in 0..<inner { o[i] = mulAdd(p[i] - m, b, q[i] - a) * scale }
          } else {
            for i in 0..<inner { o[i] = q[i] * scale }
          }
        }
      }
    }
  }

  /// Σ g and Σ g·(x - mean) of one plane.
  @inline(__always)
  private static func sums<P: FloatPack>(
    _: P.Type, _ g: UnsafePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>, _ mean: P.Scalar, _ n: Int
  ) -> (Double, Double) {
    let w = P.lanes
    let m = P(mean)
    var sum = 0.0
    var product = 0.0
    var i = 0
    while i < n {
      let end = min(n, i + 4096)
      var a0 = P(0)
      var a1 = a0
      var b0 = a0
      var b1 = a0
      while i + 2 * w <= end {
        let g0 = P.load(g + i)
        let g1 = P.load(g + i + w)
        a0 = a0 + g0
        a1 = a1 + g1
        b0 = b0.adding(g0, P.load(x + i) - m)
        b1 = b1.adding(g1, P.load(x + i + w) - m)
        i += 2 * w
      }
      while i < end {
        let lanes = min(w, end - i)
        let whole = lanes == w
        let gv = whole ? P.load(g + i) : P.load(g + i, first: lanes, fill: 0)
        let xv = whole ? P.load(x + i) : P.load(x + i, first: lanes, fill: mean)
        a0 = a0 + gv
        b0 = b0.adding(gv, xv - m)
        i += lanes
      }
      sum += Double((a0 + a1).total)
      product += Double((b0 + b1).total)
    }
    return (sum, product)
  }
}
