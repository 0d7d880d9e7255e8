import EmberwingCore
import Testing

@Suite struct ProductTests {
  @Test func products() {
    var stream = Stream()
    for (m, n, k) in [
      (4, 16, 8), (1, 1, 1), (3, 5, 7), (17, 33, 9), (64, 10, 128), (1, 50, 20), (50, 1, 20), (7, 7, 0), (0, 3, 3),
      (300, 520, 70), (1, 3000, 900), (3000, 1, 900), (130, 1100, 40),
    ] {
      for (ta, tb) in [(false, false), (true, false), (false, true), (true, true)] {
        for (alpha, beta) in [(1.0, 0.0), (0.5, 2.0)] {
          let lda = (ta ? m : k) + 1
          let ldb = (tb ? k : n) + 2
          let ldc = n + 1
          let a = stream.floats((ta ? k : m) * lda)
          let b = stream.floats((tb ? n : k) * ldb)
          var start = stream.floats(max(1, m * ldc))
          if beta == 0 { start = start.map { _ in .nan } }
          var want = start.map { Double($0) }
          for i in 0..<m {
            for j in 0..<n {
              var sum = 0.0
              for p in 0..<k {
                sum += Double(a[ta ? p * lda + i : i * lda + p]) * Double(b[tb ? j * ldb + p : p * ldb + j])
              }
              want[i * ldc + j] = alpha * sum + (beta == 0 ? 0 : beta * Double(start[i * ldc + j]))
            }
          }
          for kernel in blockBuilds {
            var c = start
            kernel.gemm(
              .float32, transposeA: ta, transposeB: tb, m: m, n: n, k: k, alpha: alpha, a, lda: lda, b, ldb: ldb,
              beta: beta, &c, ldc: ldc)
            #expect(worst(c, want) < 2e-5, "\(m) \(n) \(k) \(ta) \(tb) \(beta)")
            var d = start.map { Double($0) }
            kernel.gemm(
              .float64, transposeA: ta, transposeB: tb, m: m, n: n, k: k, alpha: alpha, a.map { Double($0) }, lda: lda,
              b.map { Double($0) }, ldb: ldb, beta: beta, &d, ldc: ldc)
            #expect(worst(d.map { Float($0) }, want) < 1e-6)
          }
        }
      }
    }
  }

  @Test func batchesAndIntegers() {
    let (batch, m, n, k) = (5, 3, 4, 6)
    let a = (0..<batch * m * k).map { Int64($0 % 11 - 5) }
    let b = (0..<k * n).map { Int64($0 % 7 - 3) }
    var want = [Int64]()
    for i in 0..<batch * m {
      for j in 0..<n { want.append((0..<k).reduce(0) { $0 + a[i * k + $1] * b[$1 * n + j] }) }
    }
    for kernel in blockBuilds {
      var c = [Int64](repeating: 3, count: want.count)
      kernel.gemmBatched(
        .int64, transposeA: false, transposeB: false, batch: batch, m: m, n: n, k: k, alpha: 1, a, lda: k,
        strideA: m * k, b, ldb: n, strideB: 0, beta: 0, &c, ldc: n, strideC: m * n)
      #expect(c == want)
      var f = [Float](repeating: .nan, count: want.count)
      kernel.gemmBatched(
        .float32, transposeA: false, transposeB: false, batch: batch, m: m, n: n, k: k, alpha: 1, a.map { Float($0) },
        lda: k, strideA: m * k, b.map { Float($0) }, ldb: n, strideB: 0, beta: 0, &f, ldc: n, strideC: m * n)
      #expect(f == want.map { Float($0) })
      var z = [Float](repeating: 0, count: 2)
      kernel.gemm(
        .complex64, transposeA: false, transposeB: false, m: 1, n: 1, k: 1, alpha: 2, [1, 2] as [Float], lda: 1,
        [3, -1] as [Float], ldb: 1, beta: 0, &z, ldc: 1)
      #expect(z == [10, 10])
    }
  }
}
