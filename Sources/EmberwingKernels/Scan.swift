import EmberwingCore

/// One step of a scan: what it accumulates, and in which type.
private protocol ScanStep {
  associatedtype T
  associatedtype A
  static var start: A { get }
  static func step(_ a: A, _ x: T) -> A
  static func narrow(_ a: A) -> T
}

// float32 accumulates in float64, as PyTorch does on a CPU.
private enum FloatSumScan<T: BinaryFloatingPoint>: ScanStep {
  @inline(__always) static var start: Double { 0 }
  @inline(__always) static func step(_ a: Double, _ x: T) -> Double { a + Double(x) }
  @inline(__always) static func narrow(_ a: Double) -> T { T(a) }
}
private enum FloatProductScan<T: BinaryFloatingPoint>: ScanStep {
  @inline(__always) static var start: Double { 1 }
  @inline(__always) static func step(_ a: Double, _ x: T) -> Double { a * Double(x) }
  @inline(__always) static func narrow(_ a: Double) -> T { T(a) }
}
private enum IntegerSumScan<T: FixedWidthInteger>: ScanStep {
  @inline(__always) static var start: T { 0 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &+ x }
  @inline(__always) static func narrow(_ a: T) -> T { a }
}
private enum IntegerProductScan<T: FixedWidthInteger>: ScanStep {
  @inline(__always) static var start: T { 1 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &* x }
  @inline(__always) static func narrow(_ a: T) -> T { a }
}

extension CPUKernels {
  public static func scan(
    product: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 || n <= 0 { return }
    switch type {
    case .float32:
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
      scanLoop(FloatProductScan<T>.self, out, x, outer, n, inner)
    } else {
      scanLoop(FloatSumScan<T>.self, out, x, outer, n, inner)
    }
  }

  // Two's complement sums and products have the same bits signed or unsigned.
  private static func scanInteger<T: FixedWidthInteger>(
    _: T.Type, _ product: Bool, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    if product {
      scanLoop(IntegerProductScan<T>.self, out.of(T.self), x.of(T.self), outer, n, inner)
    } else {
      scanLoop(IntegerSumScan<T>.self, out.of(T.self), x.of(T.self), outer, n, inner)
    }
  }

  private static func scanLoop<S: ScanStep>(
    _: S.Type, _ out: UnsafeMutablePointer<S.T>, _ x: UnsafePointer<S.T>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    let tile = min(inner, 64)
    let tiles = (inner + tile - 1) / tile
    parallelFor(outer * tiles, grain: max(1, 16384 / (n * tile))) { lo, hi in
      for task in lo..<hi {
        let first = task / tiles * n * inner + task % tiles * tile
        let width = min(tile, inner - task % tiles * tile)
        var p = x + first
        var q = out + first
        if width == 1 {
          var a = S.start
          for _ in 0..<n {
            a = S.step(a, p[0])
            q[0] = S.narrow(a)
            p += inner
            q += inner
          }
          continue
        }
        withUnsafeTemporaryAllocation(of: S.A.self, capacity: 64) { room in
          guard let a = room.baseAddress else { return }
          for j in 0..<width { a[j] = S.start }
          for _ in 0..<n {
            for j in 0..<width {
              a[j] = S.step(a[j], p[j])
              q[j] = S.narrow(a[j])
            }
            p += inner
            q += inner
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
