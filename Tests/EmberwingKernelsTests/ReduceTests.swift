import EmberwingCore
import Glibc
import Testing

@Suite struct ReduceTests {
  static let shapes = [
    (1, 1, 1), (3, 5, 1), (2, 17, 1), (5, 300, 1), (1, 70_001, 1), (2, 33, 7), (3, 100, 65), (1, 3000, 70), (2, 9, 600),
    (0, 4, 3), (2, 3, 0), (1, 140_000, 1), (1, 5000, 3),
  ]

  func naive(_ x: [Float], _ s: (Int, Int, Int), _ start: Double, _ f: (Double, Double) -> Double) -> [Double] {
    let (outer, n, inner) = s
    return (0..<outer * inner).map { i in
      (0..<n).reduce(start) { f($0, Double(x[(i / inner * n + $1) * inner + i % inner])) }
    }
  }

  @Test func floatReductions() {
    var stream = Stream()
    for s in Self.shapes {
      let (outer, n, inner) = s
      var x = stream.floats(outer * n * inner)
      for k in blockBuilds {
        func run(_ op: ReduceOp) -> [Float] {
          var out = [Float](repeating: 7, count: outer * inner)
          k.reduce(op, .float32, &out, x, outer: outer, n: n, inner: inner)
          return out
        }
        #expect(worst(run(.sum), naive(x, s, 0, +)) < 2e-5)
        #expect(worst(run(.sumOfSquares), naive(x, s, 0) { $0 + $1 * $1 }) < 1e-6)
        #expect(worst(run(.sumOfAbs), naive(x, s, 0) { $0 + abs($1) }) < 1e-6)
        #expect(worst(run(.max), naive(x, s, -.infinity, max)) == 0)
        #expect(worst(run(.min), naive(x, s, .infinity, min)) == 0)
        #expect(worst(run(.logSumExp), naive(x, s, 0) { $0 + exp($1) }.map { log($0) }) < 1e-6)
        if n < 40 { #expect(worst(run(.prod), naive(x, s, 1, *)) < 1e-6) }
        var mean = [Float](repeating: 0, count: outer * inner)
        var square = mean
        k.moments(.float32, mean: &mean, squaredDeviations: &square, x, outer: outer, n: n, inner: inner)
        let m = naive(x, s, 0, +).map { $0 / Double(n) }
        #expect(worst(mean, m) < 1e-6)
        let d = (0..<outer * inner).map { i in
          (0..<n).reduce(0.0) {
            let v = Double(x[(i / inner * n + $1) * inner + i % inner]) - m[i]
            return $0 + v * v
          }
        }
        #expect(worst(square, d) < 2e-6)
      }
      // NaN wins, wherever it stands, and the first of two is reported.
      guard x.count > 1, n > 1 else { continue }
      x[x.count - 1] = .nan
      for k in blockBuilds {
        for op in [ReduceOp.max, .min] {
          var out = [Float](repeating: 7, count: outer * inner)
          k.reduce(op, .float32, &out, x, outer: outer, n: n, inner: inner)
          #expect(out.last?.isNaN == true)
        }
      }
    }
  }

  @Test func longSumsKeepPrecision() {
    let x = [Float](repeating: 0.1, count: 3_000_000)
    for k in blockBuilds {
      var out: Float = 0
      k.reduce(.sum, .float32, &out, x, outer: 1, n: x.count, inner: 1)
      #expect(abs(Double(out) - 3_000_000 * Double(Float(0.1))) / 300_000 < 2e-7)
      var columns = [Float](repeating: 0, count: 3)
      k.reduce(.sum, .float32, &columns, x, outer: 1, n: 1_000_000, inner: 3)
      #expect(columns.allSatisfy { abs(Double($0) - 1_000_000 * Double(Float(0.1))) / 100_000 < 5e-7 })
    }
  }

  @Test func integersAndTruth() {
    for (outer, n, inner) in Self.shapes where n < 5000 {
      let x = (0..<outer * n * inner).map { Int32(truncatingIfNeeded: $0 &* 2_654_435_761) }
      func naive<R>(_ start: R, _ f: (R, Int32) -> R) -> [R] {
        (0..<outer * inner).map { i in (0..<n).reduce(start) { f($0, x[(i / inner * n + $1) * inner + i % inner]) } }
      }
      for k in blockBuilds {
        var out = [Int32](repeating: 7, count: outer * inner)
        k.reduce(.sum, .int32, &out, x, outer: outer, n: n, inner: inner)
        #expect(out == naive(0, &+))
        k.reduce(.prod, .int32, &out, x, outer: outer, n: n, inner: inner)
        #expect(out == naive(1, &*))
        k.reduce(.max, .int32, &out, x, outer: outer, n: n, inner: inner)
        #expect(out == naive(.min, max))
        var truth = [Bool](repeating: false, count: outer * inner)
        k.reduce(.all, .int32, &truth, x, outer: outer, n: n, inner: inner)
        #expect(truth == naive(true) { $0 && $1 != 0 })
        k.reduce(.any, .int32, &truth, x, outer: outer, n: n, inner: inner)
        #expect(truth == naive(false) { $0 || $1 != 0 })
        var scanned = [Int32](repeating: 0, count: x.count)
        k.scan(product: false, .int32, &scanned, x, outer: outer, n: n, inner: inner)
        if n > 0, outer * inner > 0 {
          let last = (0..<outer * inner).map { scanned[($0 / inner * n + n - 1) * inner + $0 % inner] }
          #expect(last == naive(0, &+))
        }
      }
    }
  }

  @Test func emptyAxis() {
    for k in blockBuilds {
      var f = [Float](repeating: 9, count: 2)
      k.reduce(.sum, .float32, &f, [Float](), outer: 2, n: 0, inner: 1)
      #expect(f == [0, 0])
      k.reduce(.prod, .float32, &f, [Float](), outer: 1, n: 0, inner: 2)
      #expect(f == [1, 1])
      var b = [true, false]
      k.reduce(.any, .bool, &b, [Bool](), outer: 2, n: 0, inner: 1)
      #expect(b == [false, false])
      k.reduce(.all, .bool, &b, [Bool](), outer: 1, n: 0, inner: 2)
      #expect(b == [true, true])
    }
  }

  @Test func complexSumAndProduct() {
    let x: [Float] = [1, 2, 3, -1, 0.5, 2, 1, 1]
    for k in blockBuilds {
      var out: [Float] = [0, 0]
      k.reduce(.sum, .complex64, &out, x, outer: 1, n: 4, inner: 1)
      #expect(out == [5.5, 4])
      k.reduce(.prod, .complex64, &out, x, outer: 1, n: 2, inner: 1)
      #expect(out == [5, 5])
    }
  }

  @Test func argReductions() {
    var stream = Stream()
    for (outer, n, inner) in Self.shapes {
      var x = stream.floats(outer * n * inner).map { ($0 * 50).rounded() }
      if x.count > 40, n > 4 {
        x[x.count - 2] = .nan
        x[x.count - 1] = .nan
      }
      for k in blockBuilds {
        for largest in [true, false] {
          var values = [Float](repeating: 0, count: outer * inner)
          var indices = [Int64](repeating: -1, count: outer * inner)
          k.argReduce(
            largest: largest, .float32, values: &values, indices: &indices, x, outer: outer, n: n, inner: inner)
          let want = (0..<outer * inner).map { i -> Int64 in
            var best = 0
            func at(_ j: Int) -> Float { x[(i / inner * n + j) * inner + i % inner] }
            for j in 1..<max(n, 1) {
              let (v, b) = (at(j), at(best))
              if b.isNaN { break }
              if v.isNaN || (largest ? v > b : v < b) { best = j }
            }
            return Int64(best)
          }
          #expect(indices == want)
        }
      }
    }
  }

  @Test func softmaxAndItsGradient() {
    var stream = Stream()
    for (outer, n, inner) in [(3, 10, 1), (2, 256, 1), (4, 1000, 1), (1, 5003, 1), (2, 7, 5), (2, 20, 35), (1, 1, 1)] {
      let x = stream.floats(outer * n * inner).map { $0 * 20 }
      let g = stream.floats(outer * n * inner)
      for k in blockBuilds {
        for logarithm in [false, true] {
          var y = [Float](repeating: 0, count: x.count)
          var d = y
          k.softmax(log: logarithm, .float32, &y, x, outer: outer, n: n, inner: inner)
          k.softmaxBackward(log: logarithm, .float32, &d, gradient: g, y, outer: outer, n: n, inner: inner)
          var wantY = [Double](repeating: 0, count: x.count)
          var wantD = wantY
          for i in 0..<outer * inner {
            let at = (0..<n).map { (i / inner * n + $0) * inner + i % inner }
            let top = at.map { Double(x[$0]) }.max() ?? 0
            let sum = at.reduce(0.0) { $0 + exp(Double(x[$1]) - top) }
            for p in at {
              let e = exp(Double(x[p]) - top) / sum
              wantY[p] = logarithm ? Double(x[p]) - top - log(sum) : e
            }
            let dot = at.reduce(0.0) { $0 + Double(g[$1]) * (logarithm ? 1 : wantY[$1]) }
            for p in at {
              wantD[p] = logarithm ? Double(g[p]) - exp(wantY[p]) * dot : wantY[p] * (Double(g[p]) - dot)
            }
          }
          #expect(worst(y, wantY) < 1e-6)
          #expect(worst(d, wantD) < 5e-6)
        }
      }
    }
    for k in blockBuilds {
      var y: [Float] = [0, 0, 0]
      k.softmax(log: false, .float32, &y, [0, -Float.infinity, 0], outer: 1, n: 3, inner: 1)
      #expect(y == [0.5, 0, 0.5])
      k.softmax(
        log: false, .float32, &y, [-Float.infinity, -Float.infinity, -Float.infinity], outer: 1, n: 3, inner: 1)
      #expect(y.allSatisfy { $0.isNaN })
    }
  }
}
