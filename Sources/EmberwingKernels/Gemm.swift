import COpenBLAS
import EmberwingCore

/// One matrix product, row-major, as `KernelSet.gemm` describes it.
struct Product<T> {
  var transposeA = false
  var transposeB = false
  var m = 0
  var n = 0
  var k = 0
  var alpha: T
  var a: UnsafePointer<T>
  var lda = 0
  var b: UnsafePointer<T>
  var ldb = 0
  var beta: T
  var c: UnsafeMutablePointer<T>
  var ldc = 0
}

/// OpenBLAS never starts threads of its own: the pool above it shares out the work.
enum BLAS {
  private static let quiet: Void = openblas_set_num_threads(1)

  @inline(__always)
  static func product(_ g: Product<Float>) {
    _ = quiet
    let ta = g.transposeA ? CblasTrans : CblasNoTrans
    let tb = g.transposeB ? CblasTrans : CblasNoTrans
    if g.n == 1, g.m > 1 {
      cblas_sgemv(
        CblasRowMajor, ta, Int32(g.transposeA ? g.k : g.m), Int32(g.transposeA ? g.m : g.k), g.alpha, g.a,
        Int32(g.lda), g.b, Int32(g.transposeB ? 1 : g.ldb), g.beta, g.c, Int32(g.ldc))
    } else if g.m == 1 {
      cblas_sgemv(
        CblasRowMajor, g.transposeB ? CblasNoTrans : CblasTrans, Int32(g.transposeB ? g.n : g.k),
        Int32(g.transposeB ? g.k : g.n), g.alpha, g.b, Int32(g.ldb), g.a, Int32(g.transposeA ? g.lda : 1), g.beta,
        g.c, 1)
    } else {
      cblas_sgemm(
        CblasRowMajor, ta, tb, Int32(g.m), Int32(g.n), Int32(g.k), g.alpha, g.a, Int32(g.lda), g.b, Int32(g.ldb),
        g.beta, g.c, Int32(g.ldc))
    }
  }

  @inline(__always)
  static func product(_ g: Product<Double>) {
    _ = quiet
    let ta = g.transposeA ? CblasTrans : CblasNoTrans
    let tb = g.transposeB ? CblasTrans : CblasNoTrans
    if g.n == 1, g.m > 1 {
      cblas_dgemv(
        CblasRowMajor, ta, Int32(g.transposeA ? g.k : g.m), Int32(g.transposeA ? g.m : g.k), g.alpha, g.a,
        Int32(g.lda), g.b, Int32(g.transposeB ? 1 : g.ldb), g.beta, g.c, Int32(g.ldc))
    } else if g.m == 1 {
      cblas_dgemv(
        CblasRowMajor, g.transposeB ? CblasNoTrans : CblasTrans, Int32(g.transposeB ? g.n : g.k),
        Int32(g.transposeB ? g.k : g.n), g.alpha, g.b, Int32(g.ldb), g.a, Int32(g.transposeA ? g.lda : 1), g.beta,
        g.c, 1)
    } else {
      cblas_dgemm(
        CblasRowMajor, ta, tb, Int32(g.m), Int32(g.n), Int32(g.k), g.alpha, g.a, Int32(g.lda), g.b, Int32(g.ldb),
        g.beta, g.c, Int32(g.ldc))
    }
  }

  /// Complex products have real factors; `parts` of a matrix lie interleaved.
  static func complex(
    _ type: DType, _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double,
    _ a: UnsafeRawPointer, _ lda: Int, _ b: UnsafeRawPointer, _ ldb: Int, _ beta: Double,
    _ c: UnsafeMutableRawPointer, _ ldc: Int
  ) {
    _ = quiet
    let ta = transposeA ? CblasTrans : CblasNoTrans
    let tb = transposeB ? CblasTrans : CblasNoTrans
    if type == .complex64 {
      var factors = SIMD4<Float>(Float(alpha), 0, Float(beta), 0)
      withUnsafeBytes(of: &factors) { f in
        guard let p = f.baseAddress else { return }
        cblas_cgemm(
          CblasRowMajor, ta, tb, Int32(m), Int32(n), Int32(k), p, a, Int32(lda), b, Int32(ldb), p + 8, c, Int32(ldc))
      }
    } else {
      var factors = SIMD4<Double>(alpha, 0, beta, 0)
      withUnsafeBytes(of: &factors) { f in
        guard let p = f.baseAddress else { return }
        cblas_zgemm(
          CblasRowMajor, ta, tb, Int32(m), Int32(n), Int32(k), p, a, Int32(lda), b, Int32(ldb), p + 16, c, Int32(ldc))
      }
    }
  }
}

/// A floating-point type with packs of lanes and products through OpenBLAS.
protocol Real: BinaryFloatingPoint {
  associatedtype Pack: FloatPack where Pack.Scalar == Self
  static func blas(_ g: Product<Self>)
}

extension Float: Real {
  typealias Pack = PackF
  @inline(__always) static func blas(_ g: Product<Float>) { BLAS.product(g) }
}

extension Double: Real {
  typealias Pack = PackD
  @inline(__always) static func blas(_ g: Product<Double>) { BLAS.product(g) }
}

extension CPUKernels {
  public static func gemm(
    _ type: DType, transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Double, _ a: UnsafeRawPointer,
    lda: Int, _ b: UnsafeRawPointer, ldb: Int, beta: Double, _ c: UnsafeMutableRawPointer, ldc: Int
  ) {
    gemmBatched(
      type, transposeA: transposeA, transposeB: transposeB, batch: 1, m: m, n: n, k: k, alpha: alpha, a, lda: lda,
      strideA: 0, b, ldb: ldb, strideB: 0, beta: beta, c, ldc: ldc, strideC: 0)
  }

  public static func gemmBatched(
    _ type: DType, transposeA: Bool, transposeB: Bool, batch: Int, m: Int, n: Int, k: Int, alpha: Double,
    _ a: UnsafeRawPointer, lda: Int, strideA: Int, _ b: UnsafeRawPointer, ldb: Int, strideB: Int, beta: Double,
    _ c: UnsafeMutableRawPointer, ldc: Int, strideC: Int
  ) {
    if batch <= 0 || m <= 0 || n <= 0 { return }
    switch type {
    case .float32:
      products(
        Product(
          transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: Float(alpha), a: a.of(Float.self),
          lda: lda, b: b.of(Float.self), ldb: ldb, beta: Float(beta), c: c.of(Float.self), ldc: ldc),
        batch, strideA, strideB, strideC)
    case .float64:
      products(
        Product(
          transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha, a: a.of(Double.self),
          lda: lda, b: b.of(Double.self), ldb: ldb, beta: beta, c: c.of(Double.self), ldc: ldc),
        batch, strideA, strideB, strideC)
    case .complex64, .complex128:
      let size = type.size
      parallelFor(batch, grain: max(1, (1 << 20) / max(1, m * n * k))) { lo, hi in
        for i in lo..<hi {
          BLAS.complex(
            type, transposeA, transposeB, m, n, k, alpha, a + i * strideA * size, lda, b + i * strideB * size, ldb,
            beta, c + i * strideC * size, ldc)
        }
      }
    case .int64, .uint64:
      // Two's complement products have the same bits signed or unsigned.
      integerProducts(
        UInt64.self, transposeA, transposeB, batch, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc,
        strideC)
    case .int32, .uint32:
      integerProducts(
        UInt32.self, transposeA, transposeB, batch, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc,
        strideC)
    case .int16, .uint16:
      integerProducts(
        UInt16.self, transposeA, transposeB, batch, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc,
        strideC)
    case .int8, .uint8, .bool:
      integerProducts(
        UInt8.self, transposeA, transposeB, batch, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc,
        strideC)
    case .float16, .bfloat16: break
    }
  }

  // MARK: floating point

  private static func products<T: Real>(
    _ base: Product<T>, _ batch: Int, _ strideA: Int, _ strideB: Int, _ strideC: Int
  ) {
    let work = base.m * base.n * max(base.k, 1)
    if batch == 1 { return product(base, work) }
    if work >= 1 << 23 {
      // Each product is shared out by itself.
      for i in 0..<batch { product(base.moved(i * strideA, i * strideB, i * strideC), work) }
      return
    }
    parallelFor(batch, grain: max(1, (1 << 18) / work)) { lo, hi in
      for i in lo..<hi { whole(base.moved(i * strideA, i * strideB, i * strideC), work) }
    }
  }

  /// One product, shared out in blocks of rows and columns of fixed size.
  static func product<T: Real>(_ g: Product<T>, _ work: Int) {
    if work <= 1 << 21 { return whole(g, work) }
    if g.n == 1 || g.m == 1 {
      // A matrix by a vector: bound by memory, in pieces of at least 2^18 elements.
      let length = max(g.m, g.n)
      parallelFor(length, grain: max(16, (1 << 18) / max(g.k, 1))) { lo, hi in
        var part = g
        if g.n == 1 {
          part.m = hi - lo
          part.a = g.transposeA ? g.a + lo : g.a + lo * g.lda
          part.c = g.c + lo * g.ldc
        } else {
          part.n = hi - lo
          part.b = g.transposeB ? g.b + lo * g.ldb : g.b + lo
          part.c = g.c + lo
        }
        whole(part, part.m * part.n * part.k)
      }
      return
    }
    // Wide blocks, so that packing costs little; long ones where the matrix is narrow.
    let mb = g.n >= 512 ? 256 : max(256, (1 << 21) / max(1, g.n * g.k))
    let nb = g.m >= 128 ? 1024 : max(256, (1 << 21) / max(1, g.m * g.k))
    let rows = (g.m + mb - 1) / mb
    let columns = (g.n + nb - 1) / nb
    parallelFor(rows * columns, grain: 1) { lo, hi in
      for task in lo..<hi {
        let i = task / columns * mb
        let j = task % columns * nb
        var part = g
        part.m = min(mb, g.m - i)
        part.n = min(nb, g.n - j)
        part.a = g.transposeA ? g.a + i : g.a + i * g.lda
        part.b = g.transposeB ? g.b + j * g.ldb : g.b + j
        part.c = g.c + i * g.ldc + j
        whole(part, part.m * part.n * part.k)
      }
    }
  }

  /// One product on the calling thread.
  @inline(__always)
  static func whole<T: Real>(_ g: Product<T>, _ work: Int) {
    if g.k <= 0 {
      for i in 0..<g.m {
        let row = g.c + i * g.ldc
        for j in 0..<g.n { row[j] = g.beta == 0 ? 0 : g.beta * row[j] }
      }
    } else if work <= 16384, g.k <= 512 {
      smallProduct(g)
    } else {
      if g.beta == 0, g.n == 1 || g.m == 1 {
        // A matrix-by-vector routine may multiply what it finds by zero, and keep a NaN.
        for i in 0..<max(g.m, g.n) { g.c[g.n == 1 ? i * g.ldc : i] = 0 }
      }
      T.blas(g)
    }
  }

  /// Panels of one pack of columns, four rows at a time; a panel that is not ready to load is packed first.
  @inline(never)
  private static func smallProduct<T: Real>(_ g: Product<T>) {
    typealias P = T.Pack
    let w = P.lanes
    let rowStride = g.transposeA ? 1 : g.lda
    let depthStride = g.transposeA ? g.lda : 1
    let needsPacking = g.transposeB || g.n % w != 0
    withUnsafeTemporaryAllocation(of: T.self, capacity: needsPacking ? g.k * w : 1) { room in
      guard let packed = room.baseAddress else { return }
      var j = 0
      while j < g.n {
        let width = min(w, g.n - j)
        var b = g.b + j
        var ldb = g.ldb
        if g.transposeB || width < w {
          for p in 0..<g.k {
            let to = packed + p * w
            if g.transposeB {
              for q in 0..<width { to[q] = g.b[(j + q) * g.ldb + p] }
            } else {
              for q in 0..<width { to[q] = g.b[p * g.ldb + j + q] }
            }
            for q in width..<w { to[q] = 0 }
          }
          b = UnsafePointer(packed)
          ldb = w
        }
        var i = 0
        while i < g.m {
          // Rows past the end repeat the last one and are not stored.
          let rows = min(4, g.m - i)
          let a0 = g.a + i * rowStride
          let a1 = rows > 1 ? a0 + rowStride : a0
          let a2 = rows > 2 ? a1 + rowStride : a1
          let a3 = rows > 3 ? a2 + rowStride : a2
          var c0 = P(0)
          var c1 = c0
          var c2 = c0
          var c3 = c0
          for p in 0..<g.k {
            let v = P.load(b + p * ldb)
            c0 = c0.adding(P(a0[p * depthStride]), v)
            c1 = c1.adding(P(a1[p * depthStride]), v)
            c2 = c2.adding(P(a2[p * depthStride]), v)
            c3 = c3.adding(P(a3[p * depthStride]), v)
          }
          let c = g.c + i * g.ldc + j
          finish(c0, c, width, g.alpha, g.beta)
          if rows > 1 { finish(c1, c + g.ldc, width, g.alpha, g.beta) }
          if rows > 2 { finish(c2, c + 2 * g.ldc, width, g.alpha, g.beta) }
          if rows > 3 { finish(c3, c + 3 * g.ldc, width, g.alpha, g.beta) }
          i += 4
        }
        j += w
      }
    }
  }

  @inline(__always)
  private static func finish<P: FloatPack>(
    _ v: P, _ c: UnsafeMutablePointer<P.Scalar>, _ width: Int, _ alpha: P.Scalar, _ beta: P.Scalar
  ) {
    var r = alpha == 1 ? v : v * P(alpha)
    if width == P.lanes {
      if beta != 0 { r = r.adding(P(beta), P.load(c)) }
      r.store(c)
    } else {
      if beta != 0 { r = r.adding(P(beta), P.load(c, first: width, fill: 0)) }
      r.store(c, first: width)
    }
  }

  // MARK: integers

  private static func integerProducts<T: FixedWidthInteger>(
    _: T.Type, _ transposeA: Bool, _ transposeB: Bool, _ batch: Int, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double,
    _ a: UnsafeRawPointer, _ lda: Int, _ strideA: Int, _ b: UnsafeRawPointer, _ ldb: Int, _ strideB: Int,
    _ beta: Double, _ c: UnsafeMutableRawPointer, _ ldc: Int, _ strideC: Int
  ) {
    let scale = T(truncatingIfNeeded: Scalar.float(alpha).int64)
    let keep = T(truncatingIfNeeded: Scalar.float(beta).int64)
    parallelFor(batch * m, grain: max(1, 65536 / max(1, n * k))) { lo, hi in
      for task in lo..<hi {
        let i = task % m
        let pa = a.of(T.self) + task / m * strideA + (transposeA ? i : i * lda)
        let pb = b.of(T.self) + task / m * strideB
        let row = c.of(T.self) + task / m * strideC + i * ldc
        for j in 0..<n { row[j] = keep == 0 ? 0 : row[j] &* keep }
        let step = transposeA ? lda : 1
        if transposeB {
          for j in 0..<n {
            var sum: T = 0
            for p in 0..<k { sum &+= pa[p * step] &* pb[j * ldb + p] }
            row[j] &+= sum &* scale
          }
        } else {
          for p in 0..<k {
            let s = pa[p * step] &* scale
            let from = pb + p * ldb
            for j in 0..<n { row[j] &+= s &* from[j] }
          }
        }
      }
    }
  }
}

extension Product {
  @inline(__always)
  func moved(_ a: Int, _ b: Int, _ c: Int) -> Product {
    var copy = self
    copy.a += a
    copy.b += b
    copy.c += c
    return copy
  }
}
