import EmberwingCore
import Glibc

extension CPUKernels {
  public static func moments(
    _ type: DType, mean: UnsafeMutableRawPointer?, squaredDeviations: UnsafeMutableRawPointer?, _ x: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 { return }
    if type == .float32 {
      moments(PackF.self, mean?.of(Float.self), squaredDeviations?.of(Float.self), x.of(Float.self), outer, n, inner)
    } else if type == .float64 {
      moments(PackD.self, mean?.of(Double.self), squaredDeviations?.of(Double.self), x.of(Double.self), outer, n, inner)
    }
  }

  private static func moments<P: FloatPack>(
    _: P.Type, _ mean: UnsafeMutablePointer<P.Scalar>?, _ deviations: UnsafeMutablePointer<P.Scalar>?,
    _ x: UnsafePointer<P.Scalar>, _ outer: Int, _ n: Int, _ inner: Int
  ) {
    typealias T = P.Scalar
    let count = T(n)
    if inner == 1, n <= FloatReduction<SumReducer<P>>.chunk {
      // A row stays in the cache from one pass to the next.
      parallelFor(outer, grain: max(1, 16384 / max(n, 1))) { lo, hi in
        for o in lo..<hi {
          let m = FloatReduction<SumReducer<P>>.row(x + o * n, n) / count
          mean?[o] = m
          if let deviations { deviations[o] = FloatReduction<DeviationReducer<P>>.row(x + o * n, n, shift: m) }
        }
      }
      return
    }
    // The means need a place of their own even when the caller wants none of them.
    guard let scratch = malloc(outer * inner * MemoryLayout<T>.stride) else {
      for i in 0..<outer * inner {
        let base = x + i / inner * n * inner + i % inner
        var sum = 0.0
        for k in 0..<n { sum += Double(base[k * inner]) }
        let m = sum / Double(n)
        var d = 0.0
        for k in 0..<n { d += (Double(base[k * inner]) - m) * (Double(base[k * inner]) - m) }
        mean?[i] = T(m)
        deviations?[i] = T(d)
      }
      return
    }
    let m = scratch.of(T.self)
    FloatReduction<SumReducer<P>>.run(m, x, outer: outer, n: n, inner: inner)
    for i in 0..<outer * inner { m[i] /= count }
    if let deviations {
      FloatReduction<DeviationReducer<P>>.run(deviations, x, outer: outer, n: n, inner: inner, shift: m)
    }
    mean?.update(from: m, count: outer * inner)
    free(scratch)
  }
}
