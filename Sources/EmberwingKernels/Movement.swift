import EmberwingCore

/// Sixteen bytes, aligned to eight.
private typealias Wide = Complex<Double>

extension CPUKernels {
  public static func fill(_ out: UnsafeMutableRawPointer, _ value: UnsafeRawPointer, elementSize: Int, count: Int) {
    switch elementSize {
    case 1: fillElements(out, value, count, UInt8.self)
    case 2: fillElements(out, value, count, UInt16.self)
    case 4: fillElements(out, value, count, UInt32.self)
    case 8: fillElements(out, value, count, UInt64.self)
    default: fillElements(out, value, count, Wide.self)
    }
  }

  public static func gather(
    _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, stride: Int, elementSize: Int, count: Int
  ) {
    if stride == 1 { return out.copyMemory(from: x, byteCount: count &* elementSize) }
    if stride == 0 { return fill(out, x, elementSize: elementSize, count: count) }
    switch elementSize {
    case 1: strided(out, 1, x, stride, count, UInt8.self)
    case 2: strided(out, 1, x, stride, count, UInt16.self)
    case 4: strided(out, 1, x, stride, count, UInt32.self)
    case 8: strided(out, 1, x, stride, count, UInt64.self)
    default: strided(out, 1, x, stride, count, Wide.self)
    }
  }

  public static func scatter(
    _ out: UnsafeMutableRawPointer, stride: Int, _ x: UnsafeRawPointer, elementSize: Int, count: Int
  ) {
    if stride == 1 { return out.copyMemory(from: x, byteCount: count &* elementSize) }
    switch elementSize {
    case 1: strided(out, stride, x, 1, count, UInt8.self)
    case 2: strided(out, stride, x, 1, count, UInt16.self)
    case 4: strided(out, stride, x, 1, count, UInt32.self)
    case 8: strided(out, stride, x, 1, count, UInt64.self)
    default: strided(out, stride, x, 1, count, Wide.self)
    }
  }

  public static func transpose(
    _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, rows: Int, columns: Int, rowStride: Int, columnStride: Int,
    elementSize: Int
  ) {
    if columnStride == 1 {
      let bytes = columns &* elementSize
      for r in 0..<rows { (out + r &* bytes).copyMemory(from: x + r &* rowStride &* elementSize, byteCount: bytes) }
      return
    }
    switch elementSize {
    case 1: tiled(out, x, rows, columns, rowStride, columnStride, UInt8.self)
    case 2: tiled(out, x, rows, columns, rowStride, columnStride, UInt16.self)
    case 4: tiled(out, x, rows, columns, rowStride, columnStride, UInt32.self)
    case 8: tiled(out, x, rows, columns, rowStride, columnStride, UInt64.self)
    default: tiledScalar(out, x, 0..<rows, 0..<columns, columns, rowStride, columnStride, Wide.self)
    }
  }
}

@inline(__always)
private func fillElements<T>(_ out: Out, _ value: In, _ n: Int, _: T.Type) {
  let v = value.loadUnaligned(as: T.self)
  let o = out.assumingMemoryBound(to: T.self)
  for i in 0..<n { o[i] = v }
}

@inline(__always)
private func strided<T>(_ out: Out, _ outStride: Int, _ x: In, _ stride: Int, _ n: Int, _: T.Type) {
  let o = out.assumingMemoryBound(to: T.self)
  let x = x.assumingMemoryBound(to: T.self)
  for i in 0..<n { o[i &* outStride] = x[i &* stride] }
}

/// Plain loops over part of a matrix.
@inline(__always)
private func tiledScalar<T>(
  _ out: Out, _ x: In, _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int, _ rowStride: Int, _ columnStride: Int,
  _: T.Type
) {
  let o = out.assumingMemoryBound(to: T.self)
  let x = x.assumingMemoryBound(to: T.self)
  for r in rows {
    for c in columns { o[r &* width &+ c] = x[r &* rowStride &+ c &* columnStride] }
  }
}

/// Tiles of 64 × 64, in them blocks of 8 × 8 turned in registers where the source's columns are contiguous.
private func tiled<T: SIMDScalar>(
  _ out: Out, _ x: In, _ rows: Int, _ columns: Int, _ rowStride: Int, _ columnStride: Int, _: T.Type
) {
  let size = MemoryLayout<T>.size
  var r0 = 0
  while r0 < rows {
    let r1 = Swift.min(r0 &+ 64, rows)
    var c0 = 0
    while c0 < columns {
      let c1 = Swift.min(c0 &+ 64, columns)
      var r = r0
      if rowStride == 1 {
        while r &+ 8 <= r1 {
          var c = c0
          while c &+ 8 <= c1 {
            turn(
              out + (r &* columns &+ c) &* size, columns &* size, x + (r &+ c &* columnStride) &* size,
              columnStride &* size, T.self)
            c &+= 8
          }
          tiledScalar(out, x, r..<(r &+ 8), c..<c1, columns, 1, columnStride, T.self)
          r &+= 8
        }
      }
      tiledScalar(out, x, r..<r1, c0..<c1, columns, rowStride, columnStride, T.self)
      c0 = c1
    }
    r0 = r1
  }
}

/// An 8 × 8 transpose by three rounds of perfect shuffles.
@inline(__always)
private func turn<T: SIMDScalar>(_ out: Out, _ outStride: Int, _ x: In, _ stride: Int, _: T.Type) {
  @inline(__always) func row(_ i: Int) -> SIMD8<T> { x.loadUnaligned(fromByteOffset: i &* stride, as: SIMD8<T>.self) }
  @inline(__always) func low(_ a: SIMD8<T>, _ b: SIMD8<T>) -> SIMD8<T> {
    var v = a
    v.evenHalf = a.lowHalf
    v.oddHalf = b.lowHalf
    return v
  }
  @inline(__always) func high(_ a: SIMD8<T>, _ b: SIMD8<T>) -> SIMD8<T> {
    var v = a
    v.evenHalf = a.highHalf
    v.oddHalf = b.highHalf
    return v
  }
  @inline(__always) func put(_ i: Int, _ v: SIMD8<T>) {
    out.storeBytes(of: v, toByteOffset: i &* outStride, as: SIMD8<T>.self)
  }
  let (a0, a1, a2, a3, a4, a5, a6, a7) = (row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
  let (b0, b1, b2, b3) = (low(a0, a4), high(a0, a4), low(a1, a5), high(a1, a5))
  let (b4, b5, b6, b7) = (low(a2, a6), high(a2, a6), low(a3, a7), high(a3, a7))
  let (c0, c1, c2, c3) = (low(b0, b4), high(b0, b4), low(b1, b5), high(b1, b5))
  let (c4, c5, c6, c7) = (low(b2, b6), high(b2, b6), low(b3, b7), high(b3, b7))
  put(0, low(c0, c4))
  put(1, high(c0, c4))
  put(2, low(c1, c5))
  put(3, high(c1, c5))
  put(4, low(c2, c6))
  put(5, high(c2, c6))
  put(6, low(c3, c7))
  put(7, high(c3, c7))
}
