import EmberwingCore

extension CPUKernels {
  public static func scan(
    product: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 || n <= 0 { return }
    switch type {
    case .float32:
      // float32 accumulates in float64, as PyTorch does on a CPU.
      scanFloat(product, out.of(Float.self), x.of(Float.self), outer, n, inner)
    case .float64: scanFloat(product, out.of(Double.self), x.of(Double.self), outer, n, inner)
    case .complex64: scanComplex(product, out.of(Float.self), x.of(Float.self), outer, n, inner)
    case .complex128: scanComplex(product, out.of(Double.self), x.of(Double.self), outer, n, inner)
    case .int64, .uint64: scanInteger(UInt64.self, product, out, x, outer, n, inner)
    case .int32, .uint32: scanInteger(UInt32.self, product, out, x, outer, n, inner)
    case .int16, .uint16: scanInteger(UInt16.self, product, out, x, outer, n, inner)
    case .int8, .uint8, .bool: scanInteger(UInt8.self, product, out, x, outer, n, inner)
    case .float16, .bfloat16: break
    }
  }

  private static func scanFloat<T: BinaryFloatingPoint>(
    _ product: Bool, _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    if product {
      scanLoop(out, x, outer, n, inner, 1.0, { Double($0) }, { $0 * $1 }, { T($0) })
    } else {
      scanLoop(out, x, outer, n, inner, 0.0, { Double($0) }, { $0 + $1 }, { T($0) })
    }
  }

  // Two's complement sums and products have the same bits signed or unsigned.
  private static func scanInteger<T: FixedWidthInteger>(
    _: T.Type, _ product: Bool, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    if product {
      scanLoop(out.of(T.self), x.of(T.self), outer, n, inner, T(1), { $0 }, { $0 &* $1 }, { $0 })
    } else {
      scanLoop(out.of(T.self), x.of(T.self), outer, n, inner, T(0), { $0 }, { $0 &+ $1 }, { $0 })
    }
  }

  @inline(__always)
  private static func scanLoop<T, A>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ outer: Int, _ n: Int, _ inner: Int, _ start: A,
    _ widen: (T) -> A, _ combine: (A, A) -> A, _ narrow: (A) -> T
  ) {
    do {
      let tile = min(inner, 64)
      let tiles = (inner + tile - 1) / tile
      parallelFor(outer * tiles, grain: max(1, 16384 / (n * tile))) { lo, hi in
        for task in lo..<hi {
          let first = task / tiles * n * inner + task % tiles * tile
          let width = min(tile, inner - task % tiles * tile)
          var p = x + first
          var q = out + first
          if width == 1 {
            var a = start
            for _ in 0..<n {
              a = combine(a, widen(p[0]))
              q[0] = narrow(a)
              p += inner
              q += inner
            }
            continue
          }
          withUnsafeTemporaryAllocation(of: A.self, capacity: 64) { room in
            guard let a = room.baseAddress else { return }
            for j in 0..<width { a[j] = start }
            for _ in 0..<n {
              for j in 0..<width {
                a[j] = combine(a[j], widen(p[j]))
                q[j] = narrow(a[j])
              }
              p += inner
              q += inner
            }
          }
        }
      }
    }
  }

  private static func scanComplex<T: BinaryFloatingPoint>(
    _ product: Bool, _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    if !product { return scanFloat(false, out, x, outer, n, 2 * inner) }
    for i in 0..<outer * inner {
      var at = 2 * (i / inner * n * inner + i % inner)
      var re: T = 1
      var im: T = 0
      for _ in 0..<n {
        (re, im) = (re * x[at] - im * x[at + 1], re * x[at + 1] + im * x[at])
        out[at] = re
        out[at + 1] = im
        at += 2 * inner
      }
    }
  }
}
