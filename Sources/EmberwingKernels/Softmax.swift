import EmberwingCore

extension CPUKernels {
  public static func softmax(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 || n <= 0 { return }
    if type == .float32 {
      softmax(PackF.self, log, out.of(Float.self), x.of(Float.self), outer, n, inner)
    } else if type == .float64 {
      softmax(PackD.self, log, out.of(Double.self), x.of(Double.self), outer, n, inner)
    }
  }

  public static func softmaxBackward(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, gradient: UnsafeRawPointer, _ y: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 || n <= 0 { return }
    if type == .float32 {
      softmaxBackward(
        PackF.self, log, out.of(Float.self), gradient.of(Float.self), y.of(Float.self), outer, n, inner)
    } else if type == .float64 {
      softmaxBackward(
        PackD.self, log, out.of(Double.self), gradient.of(Double.self), y.of(Double.self), outer, n, inner)
    }
  }

  private static func softmax<P: FloatPack>(
    _: P.Type, _ log: Bool, _ out: UnsafeMutablePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>, _ outer: Int,
    _ n: Int, _ inner: Int
  ) {
    if inner == 1 {
      parallelFor(outer, grain: max(1, 8192 / n)) { lo, hi in
        for o in lo..<hi { softmaxRow(P.self, log, out + o * n, x + o * n, n) }
      }
      return
    }
    let tiles = (inner + P.lanes - 1) / P.lanes
    parallelFor(outer * tiles, grain: max(1, 8192 / (n * P.lanes))) { lo, hi in
      for task in lo..<hi {
        let j = task % tiles * P.lanes
        let at = task / tiles * n * inner + j
        softmaxColumns(P.self, log, out + at, x + at, n, inner, min(P.lanes, inner - j))
      }
    }
  }

  @inline(__always)
  private static func softmaxRow<P: FloatPack>(
    _: P.Type, _ log: Bool, _ out: UnsafeMutablePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>, _ n: Int
  ) {
    let w = P.lanes
    let tail = n % w
    let full = n - tail
    let largest = FloatReduction<MaxReducer<P>>.row(x, n)
    let shift = P(largest)
    if log {
      // A row of sums over blocks, so that long rows lose no precision.
      let sum = FloatReduction<ExpReducer<P>>.row(x, n, shift: largest)
      let offset = P(SoftmaxMath.log(sum))
      var i = 0
      while i < full {
        (P.load(x + i) - shift - offset).store(out + i)
        i += w
      }
      if tail > 0 { (P.load(x + i, first: tail, fill: 0) - shift - offset).store(out + i, first: tail) }
      return
    }
    var sum = P(0)
    var i = 0
    while i < full {
      let end = min(full, i + 4096)
      var a = P(0)
      var b = P(0)
      while i + 2 * w <= end {
        let e = (P.load(x + i) - shift).exponential
        let f = (P.load(x + i + w) - shift).exponential
        e.store(out + i)
        f.store(out + i + w)
        a = a + e
        b = b + f
        i += 2 * w
      }
      if i < end {
        let e = (P.load(x + i) - shift).exponential
        e.store(out + i)
        a = a + e
        i += w
      }
      sum = sum + (a + b)
    }
    var last = P(0)
    if tail > 0 {
      last = (P.load(x + i, first: tail, fill: -P.Scalar.infinity) - shift).exponential
      // Where every input is minus infinity the padding would be NaN too, as the row's sum has to be.
      sum = sum + last
    }
    let scale = P(1 / sum.total)
    i = 0
    while i < full {
      (P.load(out + i) * scale).store(out + i)
      i += w
    }
    if tail > 0 { (last * scale).store(out + i, first: tail) }
  }

  @inline(__always)
  private static func softmaxColumns<P: FloatPack>(
    _: P.Type, _ log: Bool, _ out: UnsafeMutablePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>, _ n: Int,
    _ stride: Int, _ count: Int
  ) {
    let whole = count == P.lanes
    @inline(__always) func read(_ p: UnsafePointer<P.Scalar>) -> P {
      whole ? P.load(p) : P.load(p, first: count, fill: 0)
    }
    @inline(__always) func write(_ v: P, _ p: UnsafeMutablePointer<P.Scalar>) {
      if whole { v.store(p) } else { v.store(p, first: count) }
    }
    var largest = P(-P.Scalar.infinity)
    for k in 0..<n { largest = largest.larger(read(x + k * stride)) }
    var sum = P(0)
    var k = 0
    while k < n {
      let end = min(n, k + 256)
      var a = P(0)
      while k < end {
        let e = (read(x + k * stride) - largest).exponential
        if !log { write(e, out + k * stride) }
        a = a + e
        k += 1
      }
      sum = sum + a
    }
    if log {
      for lane in 0..<count { sum[lane] = SoftmaxMath.log(sum[lane]) }
      for k in 0..<n { write(read(x + k * stride) - largest - sum, out + k * stride) }
    } else {
      for lane in 0..<count { sum[lane] = 1 / sum[lane] }
      for k in 0..<n { write(read(out + k * stride) * sum, out + k * stride) }
    }
  }

  private static func softmaxBackward<P: FloatPack>(
    _: P.Type, _ log: Bool, _ out: UnsafeMutablePointer<P.Scalar>, _ g: UnsafePointer<P.Scalar>,
    _ y: UnsafePointer<P.Scalar>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    // Rows run along their own lanes; otherwise each lane is a column. One loop serves both.
    let w = P.lanes
    let tiles = inner == 1 ? 1 : (inner + w - 1) / w
    let steps = inner == 1 ? (n + w - 1) / w : n
    parallelFor(outer * tiles, grain: max(1, 16384 / (steps * w))) { lo, hi in
      for task in lo..<hi {
        let j = task % tiles * w
        let at = task / tiles * n * inner + j
        let stride = inner == 1 ? w : inner
        // Lanes of all steps but the last, and of the last.
        let lanes = inner == 1 ? w : min(w, inner - j)
        let lastLanes = inner == 1 ? n - (steps - 1) * w : lanes
        var sum = P(0)
        var k = 0
        while k < steps {
          let end = min(steps, k + 256)
          var a = P(0)
          while k < end {
            let p = at + k * stride
            let count = k + 1 == steps ? lastLanes : lanes
            if count == w {
              let gv = P.load(g + p)
              a = log ? a + gv : a.adding(gv, P.load(y + p))
            } else {
              let gv = P.load(g + p, first: count, fill: 0)
              a = log ? a + gv : a.adding(gv, P.load(y + p, first: count, fill: 0))
            }
            k += 1
          }
          sum = sum + a
        }
        if inner == 1 { sum = P(sum.total) }
        for k in 0..<steps {
          let p = at + k * stride
          let count = k + 1 == steps ? lastLanes : lanes
          if count == w {
            slope(log, P.load(g + p), P.load(y + p), sum).store(out + p)
          } else {
            slope(log, P.load(g + p, first: count, fill: 0), P.load(y + p, first: count, fill: 0), sum)
              .store(out + p, first: count)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func slope<P: FloatPack>(_ log: Bool, _ g: P, _ y: P, _ sum: P) -> P {
    log ? g - y.exponential * sum : y * (g - sum)
  }
}
