import EmberwingCore
import Glibc

/// A reduction of integers; they wrap, so that any order gives the same result.
protocol IntegerReducer {
  associatedtype T: FixedWidthInteger
  static var identity: T { get }
  static func step(_ a: T, _ x: T) -> T
  static func join(_ a: T, _ b: T) -> T
}

enum IntegerSum<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { 0 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &+ x }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a &+ b }
}
enum IntegerProduct<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { 1 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &* x }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a &* b }
}
enum IntegerMax<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { .min }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a > x ? a : x }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a > b ? a : b }
}
enum IntegerMin<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { .max }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a < x ? a : x }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a < b ? a : b }
}
enum IntegerSquares<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { 0 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &+ x &* x }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a &+ b }
}
enum IntegerMagnitudes<T: FixedWidthInteger>: IntegerReducer {
  @inline(__always) static var identity: T { 0 }
  @inline(__always) static func step(_ a: T, _ x: T) -> T { a &+ (x < 0 ? 0 &- x : x) }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { a &+ b }
}

extension CPUKernels {
  static func reduceInteger<T: FixedWidthInteger>(
    _: T.Type, _ op: ReduceOp, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    let o = out.of(T.self)
    let p = x.of(T.self)
    switch op {
    case .sum: reduceWrapping(IntegerSum<T>.self, o, p, outer, n, inner)
    case .prod: reduceWrapping(IntegerProduct<T>.self, o, p, outer, n, inner)
    case .max: reduceWrapping(IntegerMax<T>.self, o, p, outer, n, inner)
    case .min: reduceWrapping(IntegerMin<T>.self, o, p, outer, n, inner)
    case .sumOfSquares: reduceWrapping(IntegerSquares<T>.self, o, p, outer, n, inner)
    case .sumOfAbs: reduceWrapping(IntegerMagnitudes<T>.self, o, p, outer, n, inner)
    case .logSumExp, .all, .any: break
    }
  }

  private static func reduceWrapping<R: IntegerReducer>(
    _: R.Type, _ out: UnsafeMutablePointer<R.T>, _ x: UnsafePointer<R.T>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    if inner == 1 {
      let chunk = 65536
      let chunks = (n + chunk - 1) / chunk
      if chunks > 1, outer < 16, let scratch = malloc(outer * chunks * MemoryLayout<R.T>.stride) {
        let partial = scratch.of(R.T.self)
        parallelFor(outer * chunks, grain: 1) { lo, hi in
          for task in lo..<hi {
            let first = task % chunks * chunk
            partial[task] = wrappingRow(R.self, x + task / chunks * n + first, min(chunk, n - first))
          }
        }
        for o in 0..<outer {
          var a = R.identity
          for c in 0..<chunks { a = R.join(a, partial[o * chunks + c]) }
          out[o] = a
        }
        free(scratch)
        return
      }
      parallelFor(outer, grain: max(1, 32768 / max(n, 1))) { lo, hi in
        for o in lo..<hi { out[o] = wrappingRow(R.self, x + o * n, n) }
      }
      return
    }
    let tile = min(inner, 1024)
    let tiles = (inner + tile - 1) / tile
    parallelFor(outer * tiles, grain: max(1, 32768 / max(n * tile, 1))) { lo, hi in
      for task in lo..<hi {
        let o = task / tiles
        let first = task % tiles * tile
        let width = min(tile, inner - first)
        let q = out + o * inner + first
        for j in 0..<width { q[j] = R.identity }
        var p = x + o * n * inner + first
        for _ in 0..<n {
          for j in 0..<width { q[j] = R.step(q[j], p[j]) }
          p += inner
        }
      }
    }
  }

  @inline(__always)
  private static func wrappingRow<R: IntegerReducer>(_: R.Type, _ x: UnsafePointer<R.T>, _ n: Int) -> R.T {
    var a = R.identity
    for i in 0..<n { a = R.step(a, x[i]) }
    return a
  }

  // MARK: all and any

  static func reduceTruth(
    all: Bool, _ type: DType, _ out: UnsafeMutablePointer<Bool>, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    switch type {
    case .float32: reduceTruth(all, out, x.of(Float.self), outer, n, inner) { $0 != 0 }
    case .float64: reduceTruth(all, out, x.of(Double.self), outer, n, inner) { $0 != 0 }
    case .int64, .uint64: reduceTruth(all, out, x.of(UInt64.self), outer, n, inner) { $0 != 0 }
    case .int32, .uint32: reduceTruth(all, out, x.of(UInt32.self), outer, n, inner) { $0 != 0 }
    case .int16, .uint16: reduceTruth(all, out, x.of(UInt16.self), outer, n, inner) { $0 != 0 }
    case .int8, .uint8, .bool: reduceTruth(all, out, x.of(UInt8.self), outer, n, inner) { $0 != 0 }
    case .complex64: reduceTruth(all, out, x.of(SIMD2<Float>.self), outer, n, inner) { $0.x != 0 || $0.y != 0 }
    case .complex128:
      // Read by parts: a complex number is aligned to its parts only.
      let parts = x.of(Double.self)
      for i in 0..<outer * inner {
        let base = i / inner * n * inner + i % inner
        var found = false
        var k = 0
        while k < n, !found {
          let at = 2 * (base + k * inner)
          found = (parts[at] != 0 || parts[at + 1] != 0) != all
          k += 1
        }
        out[i] = found != all
      }
    case .float16, .bfloat16: break
    }
  }

  /// `all` looks for a zero, `any` for a value that is not; either stops at the block in which it finds one.
  @inline(__always)
  private static func reduceTruth<T>(
    _ all: Bool, _ out: UnsafeMutablePointer<Bool>, _ x: UnsafePointer<T>, _ outer: Int, _ n: Int, _ inner: Int,
    _ test: (T) -> Bool
  ) {
    if inner == 1 {
      for o in 0..<outer {
        let row = x + o * n
        var found = false
        var i = 0
        while i < n, !found {
          let end = min(n, i + 2048)
          var seen: UInt8 = 0
          for k in i..<end { seen |= test(row[k]) != all ? 1 : 0 }
          found = seen != 0
          i = end
        }
        out[o] = found != all
      }
      return
    }
    for o in 0..<outer {
      let q = out + o * inner
      for j in 0..<inner { q[j] = all }
      var p = x + o * n * inner
      for _ in 0..<n {
        if all {
          for j in 0..<inner { q[j] = q[j] && test(p[j]) }
        } else {
          for j in 0..<inner { q[j] = q[j] || test(p[j]) }
        }
        p += inner
      }
    }
  }

  // MARK: complex

  static func reduceComplex<P: FloatPack>(
    _: P.Type, _ op: ReduceOp, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    let o = out.of(P.Scalar.self)
    let p = x.of(P.Scalar.self)
    if op == .sum {
      // The parts add up apart from each other: two real columns for each complex one.
      FloatReduction<SumReducer<P>>.run(o, p, outer: outer, n: n, inner: 2 * inner)
    } else if op == .prod {
      for i in 0..<outer * inner {
        var re: P.Scalar = 1
        var im: P.Scalar = 0
        var at = 2 * (i / inner * n * inner + i % inner)
        for _ in 0..<n {
          let a = p[at]
          let b = p[at + 1]
          (re, im) = (re * a - im * b, re * b + im * a)
          at += 2 * inner
        }
        o[2 * i] = re
        o[2 * i + 1] = im
      }
    }
  }
}
