import COpenBLAS
import EmberwingKernels

/// LAPACK on one column-major matrix at a time: the four precisions of a routine under one name, with their workspace.
/// Sizes are checked by the callers (`Matrices`), and no size is zero here.
enum LAPACK {
  typealias Memory = UnsafeMutableRawPointer
  typealias Ints = UnsafeMutablePointer<Int32>

  static func pick<F>(_ type: DType, _ s: F, _ d: F, _ c: F, _ z: F) -> F {
    switch type {
    case .float32: s
    case .float64: d
    case .complex64: c
    default: z
    }
  }

  static func pick<F>(_ type: DType, _ single: F, _ double: F) -> F {
    type == .float32 || type == .complex64 ? single : double
  }

  /// One number in the memory of a kernel's dtype.
  static func number(_ type: DType, _ value: Double, _ body: (Memory) -> Void) {
    var pair: InlineArray<2, Double> = [0, 0]
    withUnsafeMutablePointer(to: &pair) { p in
      let raw = Memory(p)
      Scalar.float(value).store(to: raw, as: type)
      body(raw)
    }
  }

  /// Memory of at least one element.
  static func scratch(_ count: Int, _ type: DType, _ body: (Memory) -> Void) {
    let bytes = Swift.max(count, 1) &* type.size
    let p = Memory.allocate(byteCount: bytes, alignment: 64)
    body(p)
    p.deallocate()
  }

  static func ints(_ count: Int, _ body: (Ints) -> Void) {
    let p = Ints.allocate(capacity: Swift.max(count, 1))
    p.initialize(repeating: 0, count: Swift.max(count, 1))
    body(p)
    p.deallocate()
  }

  /// Asks a routine for its workspace, then runs it: `call(work, lwork)`.
  static func sized(_ type: DType, _ call: (Memory, Int32) -> Void) {
    var answer: InlineArray<2, Double> = [0, 0]
    var size = 1.0
    withUnsafeMutablePointer(to: &answer) { p in
      let raw = Memory(p)
      call(raw, -1)
      size = Scalar(loading: raw, as: type).double
    }
    // Single precision rounds large sizes; the next float up is safe.
    let wanted = Swift.min(Swift.max(size * (pick(type, 1.000001, 1.0)), 1), 2e9)
    let n = Int(wanted.rounded(.up))
    scratch(n, type) { call($0, Int32(n)) }
  }

  // MARK: triangular and factored systems

  static func trsm(
    _ type: DType, left: Bool, upper: Bool, trans: CChar, unit: Bool, _ m: Int32, _ n: Int32, _ a: Memory, _ lda: Int32,
    _ b: Memory, _ ldb: Int32
  ) {
    let f = pick(type, strsm_, dtrsm_, ctrsm_, ztrsm_)
    var (side, uplo, t, diag) = (flag(left ? "L" : "R"), flag(upper ? "U" : "L"), trans, flag(unit ? "U" : "N"))
    var (m, n, lda, ldb) = (m, n, lda, ldb)
    number(type, 1) { one in f(&side, &uplo, &t, &diag, &m, &n, one, a, &lda, b, &ldb) }
  }

  static func flag(_ s: Unicode.Scalar) -> CChar { CChar(truncatingIfNeeded: s.value) }

  static func potrf(_ type: DType, upper: Bool, _ n: Int32, _ a: Memory) -> Int32 {
    let f = pick(type, spotrf_, dpotrf_, cpotrf_, zpotrf_)
    var (uplo, n, lda, info) = (flag(upper ? "U" : "L"), n, n, Int32(0))
    f(&uplo, &n, a, &lda, &info)
    return info
  }

  static func getrf(_ type: DType, _ m: Int32, _ n: Int32, _ a: Memory, _ pivots: Ints) -> Int32 {
    let f = pick(type, sgetrf_, dgetrf_, cgetrf_, zgetrf_)
    var (m, n, lda, info) = (m, n, m, Int32(0))
    f(&m, &n, a, &lda, pivots, &info)
    return info
  }

  static func getrs(_ type: DType, trans: CChar, _ n: Int32, _ nrhs: Int32, _ a: Memory, _ pivots: Ints, _ b: Memory) {
    let f = pick(type, sgetrs_, dgetrs_, cgetrs_, zgetrs_)
    var (t, n, nrhs, ld, ldb, info) = (trans, n, nrhs, n, n, Int32(0))
    f(&t, &n, &nrhs, a, &ld, pivots, b, &ldb, &info)
  }

  static func ldlFactor(_ type: DType, hermitian: Bool, _ n: Int32, _ a: Memory, _ pivots: Ints) -> Int32 {
    let f =
      hermitian ? pick(type, ssytrf_, dsytrf_, chetrf_, zhetrf_) : pick(type, ssytrf_, dsytrf_, csytrf_, zsytrf_)
    var (uplo, n, lda, info) = (flag("L"), n, n, Int32(0))
    sized(type) { work, lwork in
      var lwork = lwork
      f(&uplo, &n, a, &lda, pivots, work, &lwork, &info)
    }
    return info
  }

  static func ldlSolve(
    _ type: DType, hermitian: Bool, _ n: Int32, _ nrhs: Int32, _ a: Memory, _ pivots: Ints, _ b: Memory
  ) {
    let f =
      hermitian ? pick(type, ssytrs_, dsytrs_, chetrs_, zhetrs_) : pick(type, ssytrs_, dsytrs_, csytrs_, zsytrs_)
    var (uplo, n, nrhs, lda, ldb, info) = (flag("L"), n, nrhs, n, n, Int32(0))
    f(&uplo, &n, &nrhs, a, &lda, pivots, b, &ldb, &info)
  }

  // MARK: orthogonal factors

  static func geqrf(_ type: DType, _ m: Int32, _ n: Int32, _ a: Memory, _ tau: Memory) {
    let f = pick(type, sgeqrf_, dgeqrf_, cgeqrf_, zgeqrf_)
    var (m, n, lda, info) = (m, n, m, Int32(0))
    sized(type) { work, lwork in
      var lwork = lwork
      f(&m, &n, a, &lda, tau, work, &lwork, &info)
    }
  }

  /// Overwrites the reflectors in `a` (m × n) with the first n columns of their product.
  static func orgqr(_ type: DType, _ m: Int32, _ n: Int32, _ k: Int32, _ a: Memory, _ tau: Memory) {
    let f = pick(type, sorgqr_, dorgqr_, cungqr_, zungqr_)
    var (m, n, k, lda, info) = (m, n, k, m, Int32(0))
    sized(type) { work, lwork in
      var lwork = lwork
      f(&m, &n, &k, a, &lda, tau, work, &lwork, &info)
    }
  }

  /// Multiplies `c` (m × n) by the product of k reflectors.
  static func ormqr(
    _ type: DType, left: Bool, transpose: Bool, _ m: Int32, _ n: Int32, _ k: Int32, _ a: Memory, _ tau: Memory,
    _ c: Memory
  ) {
    let f = pick(type, sormqr_, dormqr_, cunmqr_, zunmqr_)
    var (side, trans) = (flag(left ? "L" : "R"), flag(transpose ? (type.isComplex ? "C" : "T") : "N"))
    var (m, n, k, lda, ldc, info) = (m, n, k, left ? m : n, m, Int32(0))
    sized(type) { work, lwork in
      var lwork = lwork
      f(&side, &trans, &m, &n, &k, a, &lda, tau, c, &ldc, work, &lwork, &info)
    }
  }
}
