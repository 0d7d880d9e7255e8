/// Transforms of all lines along one axis of contiguous [outer, n, inner] data, in parallel over the lines.
enum FourierLines {
  /// Beyond this length a line fills the cache by itself and is transformed alone.
  private static let longestInLanes = 16 * 1024

  /// Where line `l` starts, for lines of `n` elements.
  @inline(__always)
  private static func start(_ l: Int, _ n: Int, _ inner: Int) -> Int { l / inner &* n &* inner &+ l % inner }

  /// Runs the plan on blocks of `L.width` complex lines; `load` and `store` move the lines of one block.
  @inline(__always)
  private static func run<L: FourierLane>(
    _ plan: FourierPlan, blocks: Int, _: L.Type,
    load: (_ block: Int, _ x: UnsafeMutablePointer<Wave<L>>) -> Void,
    store: (_ block: Int, _ x: UnsafeMutablePointer<Wave<L>>) -> Void
  ) {
    let (n, scratch) = (plan.n, plan.scratchCount)
    parallelFor(blocks, grain: Swift.max(1, 8192 / Swift.max(n &* L.width, 1))) { lo, hi in
      let x = UnsafeMutablePointer<Wave<L>>.allocate(capacity: n + scratch)
      defer { x.deallocate() }
      let y = x + n
      for block in lo..<hi {
        load(block, x)
        store(block, plan.run(x, y) ? y : x)
      }
    }
  }

  // MARK: complex

  /// In place; the inverse transform is the forward one with real and imaginary parts exchanged.
  @inline(__always)
  private static func complex<T: BinaryFloatingPoint, L: FourierLane>(
    _ data: UnsafeMutablePointer<T>, _ plan: FourierPlan, lines: Int, inner: Int, inverse: Bool, scale: Double,
    _ lane: L.Type
  ) {
    let n = plan.n
    let width = L.width
    let factor = L.Part(scale)
    let (a, b) = inverse ? (1, 0) : (0, 1)
    run(plan, blocks: (lines + width - 1) / width, lane) { block, x in
      for i in 0..<width {
        let l = Swift.min(block &* width &+ i, lines - 1)
        let p = data + 2 &* start(l, n, inner)
        for k in 0..<n {
          x[k].re[lane: i] = L.Part(p[2 &* k &* inner &+ a])
          x[k].im[lane: i] = L.Part(p[2 &* k &* inner &+ b])
        }
      }
    } store: { block, x in
      for i in 0..<Swift.min(width, lines - block &* width) {
        let p = data + 2 &* start(block &* width &+ i, n, inner)
        for k in 0..<n {
          p[2 &* k &* inner &+ a] = T(x[k].re[lane: i] * factor)
          p[2 &* k &* inner &+ b] = T(x[k].im[lane: i] * factor)
        }
      }
    }
  }

  // MARK: real ↔ half of a spectrum; two real lines make one complex line

  @inline(__always)
  private static func forwardReal<T: BinaryFloatingPoint, L: FourierLane>(
    _ out: UnsafeMutablePointer<T>, _ data: UnsafePointer<T>, _ plan: FourierPlan, lines: Int, inner: Int,
    scale: Double, _ lane: L.Type
  ) {
    let n = plan.n
    let half = n / 2 + 1
    let width = L.width
    let factor = L.Part(scale * 0.5)
    run(plan, blocks: (lines + 2 &* width - 1) / (2 &* width), lane) { block, x in
      for i in 0..<width {
        let l = Swift.min(2 &* (block &* width &+ i), lines - 1)
        let p = data + start(l, n, inner)
        let q = data + start(Swift.min(l + 1, lines - 1), n, inner)
        for k in 0..<n {
          x[k].re[lane: i] = L.Part(p[k &* inner])
          x[k].im[lane: i] = L.Part(q[k &* inner])
        }
      }
    } store: { block, x in
      for i in 0..<width {
        let l = 2 &* (block &* width &+ i)
        if l >= lines { break }
        let p = out + 2 &* start(l, half, inner)
        let q = l + 1 < lines ? out + 2 &* start(l + 1, half, inner) : nil
        for k in 0..<half {
          let m = k == 0 ? 0 : n &- k
          let (re, im) = (x[k].re[lane: i], x[k].im[lane: i])
          let (mirrorRe, mirrorIm) = (x[m].re[lane: i], x[m].im[lane: i])
          p[2 &* k &* inner] = T((re + mirrorRe) * factor)
          p[2 &* k &* inner &+ 1] = T((im - mirrorIm) * factor)
          if let q {
            q[2 &* k &* inner] = T((im + mirrorIm) * factor)
            q[2 &* k &* inner &+ 1] = T((mirrorRe - re) * factor)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func inverseReal<T: BinaryFloatingPoint, L: FourierLane>(
    _ out: UnsafeMutablePointer<T>, _ data: UnsafePointer<T>, _ plan: FourierPlan, lines: Int, inner: Int,
    scale: Double, _ lane: L.Type
  ) {
    let n = plan.n
    let half = n / 2 + 1
    let width = L.width
    let factor = L.Part(scale)
    run(plan, blocks: (lines + 2 &* width - 1) / (2 &* width), lane) { block, x in
      for i in 0..<width {
        let l = Swift.min(2 &* (block &* width &+ i), lines - 1)
        let p = data + 2 &* start(l, half, inner)
        let q = data + 2 &* start(Swift.min(l + 1, lines - 1), half, inner)
        for k in 0..<half {
          // A real line has a real mean, and a real highest frequency when its length is even: the rest is ignored.
          let alone = k == 0 || 2 &* k == n
          let (a, b) = (L.Part(p[2 &* k &* inner]), alone ? 0 : L.Part(p[2 &* k &* inner &+ 1]))
          let (c, d) = (L.Part(q[2 &* k &* inner]), alone ? 0 : L.Part(q[2 &* k &* inner &+ 1]))
          // Real and imaginary parts are exchanged, which makes the forward transform the inverse one.
          x[k].im[lane: i] = a - d
          x[k].re[lane: i] = b + c
          if !alone {
            x[n &- k].im[lane: i] = a + d
            x[n &- k].re[lane: i] = c - b
          }
        }
      }
    } store: { block, x in
      for i in 0..<width {
        let l = 2 &* (block &* width &+ i)
        if l >= lines { break }
        let p = out + start(l, n, inner)
        for k in 0..<n { p[k &* inner] = T(x[k].im[lane: i] * factor) }
        if l + 1 < lines {
          let q = out + start(l + 1, n, inner)
          for k in 0..<n { q[k &* inner] = T(x[k].re[lane: i] * factor) }
        }
      }
    }
  }

  // MARK: choice of lanes

  static func complex(
    _ type: DType, _ data: UnsafeMutableRawPointer, n: Int, lines: Int, inner: Int, inverse: Bool, scale: Double
  ) {
    let plan = FourierPlan.of(n)
    let many = lines > 1 && n <= longestInLanes
    if type == .complex64 {
      let p = data.assumingMemoryBound(to: Float.self)
      switch (many, plan.needsDouble) {
      case (true, false): complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, SIMD8<Float>.self)
      case (false, false): complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, Float.self)
      case (true, true): complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, SIMD4<Double>.self)
      case (false, true): complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, Double.self)
      }
    } else {
      let p = data.assumingMemoryBound(to: Double.self)
      if many {
        complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, SIMD4<Double>.self)
      } else {
        complex(p, plan, lines: lines, inner: inner, inverse: inverse, scale: scale, Double.self)
      }
    }
  }

  /// Real lines of length `n` to the first `n / 2 + 1` elements of their spectra.
  static func forwardReal(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ data: UnsafeRawPointer, n: Int, lines: Int, inner: Int,
    scale: Double
  ) {
    let plan = FourierPlan.of(n)
    let many = lines > 2 && n <= longestInLanes
    if type == .float32 {
      let (o, p) = (out.assumingMemoryBound(to: Float.self), data.assumingMemoryBound(to: Float.self))
      switch (many, plan.needsDouble) {
      case (true, false): forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD8<Float>.self)
      case (false, false): forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, Float.self)
      case (true, true): forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD4<Double>.self)
      case (false, true): forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, Double.self)
      }
    } else {
      let (o, p) = (out.assumingMemoryBound(to: Double.self), data.assumingMemoryBound(to: Double.self))
      if many {
        forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD4<Double>.self)
      } else {
        forwardReal(o, p, plan, lines: lines, inner: inner, scale: scale, Double.self)
      }
    }
  }

  /// Half spectra of `n / 2 + 1` elements to real lines of length `n`.
  static func inverseReal(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ data: UnsafeRawPointer, n: Int, lines: Int, inner: Int,
    scale: Double
  ) {
    let plan = FourierPlan.of(n)
    let many = lines > 2 && n <= longestInLanes
    if type == .float32 {
      let (o, p) = (out.assumingMemoryBound(to: Float.self), data.assumingMemoryBound(to: Float.self))
      switch (many, plan.needsDouble) {
      case (true, false): inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD8<Float>.self)
      case (false, false): inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, Float.self)
      case (true, true): inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD4<Double>.self)
      case (false, true): inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, Double.self)
      }
    } else {
      let (o, p) = (out.assumingMemoryBound(to: Double.self), data.assumingMemoryBound(to: Double.self))
      if many {
        inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, SIMD4<Double>.self)
      } else {
        inverseReal(o, p, plan, lines: lines, inner: inner, scale: scale, Double.self)
      }
    }
  }
}
