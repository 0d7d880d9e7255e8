import COpenBLAS

// Eigenvalues, singular values and least squares.
extension LAPACK {
  /// Symmetric or Hermitian eigenproblem; eigenvectors replace `a` when asked for.
  static func eigh(_ type: DType, vectors: Bool, upper: Bool, _ n: Int32, _ a: Memory, _ w: Memory) -> Int32 {
    var (job, uplo, n, lda, info) = (flag(vectors ? "V" : "N"), flag(upper ? "U" : "L"), n, n, Int32(0))
    let k = Int(n)
    // The documented least sizes; they may exceed 32 bits where no such matrix fits into memory.
    let liwork = vectors ? 3 + 5 * k : 1
    let lrwork = vectors ? 1 + 5 * k + 2 * k &* k : k
    ints(liwork) { iwork in
      var liwork = Int32(clamping: liwork)
      if type.isComplex {
        let f = pick(type, cheevd_, zheevd_)
        scratch(lrwork, type.realType) { rwork in
          var lrwork = Int32(clamping: lrwork)
          sized(type) { work, lwork in
            if lwork < 0 {
              ints(1) { i in
                var (q, lwork, all) = (Int32(-1), lwork, Int32(-1))
                number(type.realType, 0) { r in
                  f(&job, &uplo, &n, a, &lda, w, work, &lwork, r, &all, i, &q, &info)
                }
              }
              return
            }
            var lwork = lwork
            f(&job, &uplo, &n, a, &lda, w, work, &lwork, rwork, &lrwork, iwork, &liwork, &info)
          }
        }
        return
      }
      let f = pick(type, ssyevd_, dsyevd_)
      sized(type) { work, lwork in
        var lwork = lwork
        if lwork < 0 {
          var q = Int32(-1)
          f(&job, &uplo, &n, a, &lda, w, work, &lwork, iwork, &q, &info)
          iwork[0] = 0
          return
        }
        f(&job, &uplo, &n, a, &lda, w, work, &lwork, iwork, &liwork, &info)
      }
    }
    return info
  }

  /// General eigenproblem of a complex matrix, with right eigenvectors where `vr` is given.
  static func eigComplex(_ type: DType, _ n: Int32, _ a: Memory, _ w: Memory, _ vr: Memory?) -> Int32 {
    let f = pick(type, cgeev_, zgeev_)
    var (left, right, n, lda, ldv, one, info) = (flag("N"), flag(vr == nil ? "N" : "V"), n, n, n, Int32(1), Int32(0))
    scratch(2 * Int(n), type.realType) { rwork in
      sized(type) { work, lwork in
        var lwork = lwork
        f(&left, &right, &n, a, &lda, w, nil, &one, vr, &ldv, work, &lwork, rwork, &info)
      }
    }
    return info
  }

  /// The same of a real matrix: parts of the eigenvalues, and vectors packed as LAPACK packs conjugate pairs.
  static func eigReal(_ type: DType, _ n: Int32, _ a: Memory, _ wr: Memory, _ wi: Memory, _ vr: Memory?) -> Int32 {
    let f = pick(type, sgeev_, dgeev_)
    var (left, right, n, lda, ldv, one, info) = (flag("N"), flag(vr == nil ? "N" : "V"), n, n, n, Int32(1), Int32(0))
    sized(type) { work, lwork in
      var lwork = lwork
      f(&left, &right, &n, a, &lda, wr, wi, nil, &one, vr, &ldv, work, &lwork, &info)
    }
    return info
  }

  enum SingularVectors { case none, reduced, full }

  /// Singular values by divide and conquer; `u` is m × k or m × m, `vt` k × n or n × n.
  static func gesdd(
    _ type: DType, _ vectors: SingularVectors, _ m: Int32, _ n: Int32, _ a: Memory, _ s: Memory, _ u: Memory?,
    _ vt: Memory?
  ) -> Int32 {
    let k = Swift.min(m, n)
    var job = flag(vectors == .none ? "N" : vectors == .reduced ? "S" : "A")
    var (m, n, lda, info) = (m, n, m, Int32(0))
    var (ldu, ldvt) = (vectors == .none ? 1 : m, vectors == .none ? 1 : vectors == .reduced ? k : n)
    ints(8 * Int(k)) { iwork in
      if type.isComplex {
        let f = pick(type, cgesdd_, zgesdd_)
        let (low, high) = (Int(k), Int(Swift.max(m, n)))
        let size = vectors == .none ? 7 * low : Swift.max(5 * low * low + 5 * low, 2 * high * low + 2 * low * low + low)
        scratch(size, type.realType) { rwork in
          sized(type) { work, lwork in
            var lwork = lwork
            f(&job, &m, &n, a, &lda, s, u, &ldu, vt, &ldvt, work, &lwork, rwork, iwork, &info)
          }
        }
        return
      }
      let f = pick(type, sgesdd_, dgesdd_)
      sized(type) { work, lwork in
        var lwork = lwork
        f(&job, &m, &n, a, &lda, s, u, &ldu, vt, &ldvt, work, &lwork, iwork, &info)
      }
    }
    return info
  }

  enum LeastSquares: String { case gels, gelsy, gelsd, gelss }

  /// Least squares with the named driver: the solution is left in the first n rows of `b` (ldb × nrhs).
  static func leastSquares(
    _ driver: LeastSquares, _ type: DType, _ m: Int32, _ n: Int32, _ nrhs: Int32, _ a: Memory, _ b: Memory, _ ldb: Int32,
    _ s: Memory, _ rcond: Double, _ rank: Ints
  ) -> Int32 {
    var (m, n, nrhs, lda, ldb, info) = (m, n, nrhs, m, ldb, Int32(0))
    let k = Int(Swift.min(m, n))
    number(type.realType, rcond) { rc in
      switch driver {
      case .gels:
        let f = pick(type, sgels_, dgels_, cgels_, zgels_)
        var trans = flag("N")
        sized(type) { work, lwork in
          var lwork = lwork
          f(&trans, &m, &n, &nrhs, a, &lda, b, &ldb, work, &lwork, &info)
        }
      case .gelsy:
        ints(Int(n)) { jpvt in
          if type.isComplex {
            let f = pick(type, cgelsy_, zgelsy_)
            scratch(2 * Int(n), type.realType) { rwork in
              sized(type) { work, lwork in
                var lwork = lwork
                f(&m, &n, &nrhs, a, &lda, b, &ldb, jpvt, rc, rank, work, &lwork, rwork, &info)
              }
            }
          } else {
            let f = pick(type, sgelsy_, dgelsy_)
            sized(type) { work, lwork in
              var lwork = lwork
              f(&m, &n, &nrhs, a, &lda, b, &ldb, jpvt, rc, rank, work, &lwork, &info)
            }
          }
        }
      case .gelsd:
        // At most 31 levels of 25 × 25 leaves: the documented bounds with room to spare.
        ints(3 * k * 32 + 11 * k + 64) { iwork in
          if type.isComplex {
            let f = pick(type, cgelsd_, zgelsd_)
            let columns = Int(nrhs)
            let size = 10 * Int(n) + 10 * k + 50 * k + 256 * k + 3 * 25 * columns + Swift.max(26 * 26, Int(n) * (1 + columns) + 2 * columns)
            scratch(size + 1024, type.realType) { rwork in
              sized(type) { work, lwork in
                var lwork = lwork
                f(&m, &n, &nrhs, a, &lda, b, &ldb, s, rc, rank, work, &lwork, rwork, iwork, &info)
              }
            }
          } else {
            let f = pick(type, sgelsd_, dgelsd_)
            sized(type) { work, lwork in
              var lwork = lwork
              f(&m, &n, &nrhs, a, &lda, b, &ldb, s, rc, rank, work, &lwork, iwork, &info)
            }
          }
        }
      case .gelss:
        if type.isComplex {
          let f = pick(type, cgelss_, zgelss_)
          scratch(5 * k, type.realType) { rwork in
            sized(type) { work, lwork in
              var lwork = lwork
              f(&m, &n, &nrhs, a, &lda, b, &ldb, s, rc, rank, work, &lwork, rwork, &info)
            }
          }
        } else {
          let f = pick(type, sgelss_, dgelss_)
          sized(type) { work, lwork in
            var lwork = lwork
            f(&m, &n, &nrhs, a, &lda, b, &ldb, s, rc, rank, work, &lwork, &info)
          }
        }
      }
    }
    return info
  }
}
