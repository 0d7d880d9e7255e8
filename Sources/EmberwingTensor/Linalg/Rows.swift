// The registry rows of the factorizations and solvers; `RowsMore.swift` has the others.

extension SampleMaker {
  /// Matrices far from singular: a random part and a dominant diagonal.
  mutating func regular(_ batch: Shape, _ rows: Int, _ columns: Int) throws -> Tensor {
    let x = try tensor(batch + [rows, columns], -1, 1)
    return try Ops.add(x, .tensor(try Ops.eye(rows, columns, x.dtype)), 3)
  }

  /// Symmetric positive-definite matrices.
  mutating func definite(_ batch: Shape, _ n: Int) throws -> Tensor {
    let x = try regular(batch, n, n)
    return try Ops.matmul(x, Ops.transpose(x, -2, -1))
  }
}

/// Samples of functions of matrices.
enum LinalgSamples {
  /// Calls f(A) + `more` on single matrices, a batch and (square) an empty one.
  static func matrices(
    square: Bool = true, definite: Bool = false, gradients: Bool = true, twice: Bool = true, empty: Bool = true,
    bad: String? = nil, _ more: [Value] = []
  ) -> Samples {
    Samples(
      dtypes: Samples.floats, differentiable: gradients, twice: twice,
      bad: { m in
        guard let bad else { return [] }
        return [([.tensor(try m.tensor([2, 3]))] + more, bad)]
      }
    ) { m in
      var calls: [[Value]] = []
      let sizes: [(Shape, Int, Int)] = square ? [([], 3, 3), ([2], 2, 2)] : [([], 3, 3), ([2], 4, 2), ([], 2, 3)]
      for (batch, rows, columns) in sizes {
        calls.append([.tensor(try definite ? m.definite(batch, rows) : m.regular(batch, rows, columns))] + more)
      }
      if empty { calls.append([.tensor(try m.tensor([2, 0, 0]))] + more) }
      return calls
    }.unspread
  }

  /// Calls f(A, B) + `more`.
  static func systems(gradients: Bool = true, swapped: Bool = false, triangular: Bool = false, _ more: [Value] = []) -> Samples {
    Samples(dtypes: Samples.floats, differentiable: gradients) { m in
      var calls: [[Value]] = []
      for (a, b): (Shape, Shape) in [([], []), ([2], [2]), ([2], [])] {
        var A = try m.regular(a, 3, 3)
        if triangular { A = try Ops.tril(A, 0) }
        let B = try m.tensor(b + [3, 2])
        calls.append((swapped ? [.tensor(B), .tensor(A)] : [.tensor(A), .tensor(B)]) + more)
      }
      return calls
    }.unspread
  }

  static func calls(gradients: Bool = true, twice: Bool = true, _ make: @escaping (inout SampleMaker) throws -> [[Value]]) -> Samples {
    Samples(dtypes: Samples.floats, differentiable: gradients, twice: twice, make)
  }
}

extension Ops {
  @_optimize(none)
  static func registerLinalg(_ r: inout Registry) {
    registerFactorizations(&r)
    registerSolvers(&r)
    registerSpectral(&r)
    registerNorms(&r)
    registerVectorProducts(&r)
  }

  @_optimize(none)
  private static func registerFactorizations(_ r: inout Registry) {
    typealias S = LinalgSamples
    let no: Value = .bool(false)
    let yes: Value = .bool(true)
    let square = "must be batches of square matrices"
    // Only one triangle of A is read: derivatives along directions that are not symmetric differ from the symmetric rule.
    r.add(
      "linalg_cholesky(input, *, upper=False)", linalgCholesky,
      "The lower triangular L with A = L Lᴴ of positive-definite (…, n, n) matrices, or the upper U with A = Uᴴ U.",
      on: .linalg, samples: S.matrices(definite: true, gradients: false, bad: square, [no]))
    r.add(
      "linalg_cholesky_ex(input, *, upper=False, check_errors=False) -> (L, info)", linalgCholeskyEx,
      "`linalg_cholesky` and, for each matrix, the order of its first minor that is not positive-definite (0 if none).",
      on: .linalg, samples: S.matrices(definite: true, gradients: false, bad: square, [yes, no]))
    r.add(
      "cholesky(input, upper=False)", cholesky, "The Cholesky factor of positive-definite (…, n, n) matrices.",
      samples: S.matrices(definite: true, gradients: false, bad: square, [no]))
    r.add(
      "cholesky_solve(input, L, upper=False)", choleskySolve,
      "X with A X = input, where A = L Lᴴ is given by its Cholesky factor.", samples: S.systems(swapped: true, triangular: true, [no]))
    r.add(
      "cholesky_inverse(L, upper=False)", choleskyInverse, "The inverse of A = L Lᴴ, given by its Cholesky factor.",
      samples: S.calls { m in [[.tensor(try Ops.tril(m.regular([], 3, 3), 0)), no]] })
    r.add(
      "linalg_lu_factor(A, *, pivot=True) -> (LU, pivots)", linalgLuFactor,
      "The factors of A = P L U in one (…, m, n) tensor, and the row exchanges, counted from 1.", on: .linalg,
      samples: S.matrices(square: false, [yes]))
    r.add(
      "linalg_lu_factor_ex(A, *, pivot=True, check_errors=False) -> (LU, pivots, info)", linalgLuFactorEx,
      "`linalg_lu_factor` and, for each matrix, the place of its first pivot that is zero (0 if none).", on: .linalg,
      samples: S.matrices(square: false, [yes, no]))
    r.add(
      "linalg_lu(A, *, pivot=True) -> (P, L, U)", linalgLu, "Permutation, unit lower and upper factors with A = P L U.",
      on: .linalg, samples: S.matrices(square: false, [yes]))
    r.add(
      "lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True) -> (P, L, U)", luUnpack,
      "P, L and U of what `linalg_lu_factor` returns.", on: .function,
      samples: S.calls { m in
        let (LU, pivots) = try linalgLuFactor(m.regular([2], 3, 3), true)
        return [[.tensor(LU), .tensor(pivots), yes, yes]]
      })
    r.add(
      "linalg_lu_solve(LU, pivots, B, *, left=True, adjoint=False)", linalgLuSolve,
      "X with A X = B (X A = B if not left; Aᴴ for A if adjoint), where A is given by `linalg_lu_factor`.", on: .linalg,
      samples: S.calls { m in
        let (LU, pivots) = try linalgLuFactor(m.regular([2], 3, 3), true)
        let B = try m.tensor([2, 3, 3])
        return [
          [.tensor(LU), .tensor(pivots), .tensor(B), yes, no], [.tensor(LU), .tensor(pivots), .tensor(B), no, yes],
        ]
      })
    r.add(
      "lu_solve(input, LU_data, LU_pivots)", luSolve, "X with A X = input, where A is given by `linalg_lu_factor`.",
      samples: S.calls { m in
        let (LU, pivots) = try linalgLuFactor(m.regular([2], 3, 3), true)
        return [[.tensor(try m.tensor([2, 3, 2])), .tensor(LU), .tensor(pivots)]]
      })
    r.add(
      "linalg_ldl_factor(input, *, hermitian=False) -> (LD, pivots)", linalgLdlFactor,
      "The Bunch-Kaufman factors of symmetric (Hermitian) A = L D Lᵀ in one tensor, and LAPACK's pivots.", on: .linalg,
      samples: S.matrices(definite: true, gradients: false, bad: square, [no]))
    r.add(
      "linalg_ldl_factor_ex(input, *, hermitian=False, check_errors=False) -> (LD, pivots, info)", linalgLdlFactorEx,
      "`linalg_ldl_factor` with LAPACK's error code for each matrix.", on: .linalg,
      samples: S.matrices(definite: true, gradients: false, bad: square, [no, no]))
    r.add(
      "linalg_ldl_solve(LD, pivots, B, *, hermitian=False)", linalgLdlSolve,
      "X with A X = B, where A is given by `linalg_ldl_factor`.", on: .linalg,
      samples: S.calls(gradients: false) { m in
        let (LD, pivots) = try linalgLdlFactor(m.definite([2], 3), false)
        return [[.tensor(LD), .tensor(pivots), .tensor(try m.tensor([2, 3, 2])), no]]
      })
    r.add(
      "geqrf(input) -> (a, tau)", geqrf, "LAPACK's QR factors: R above the diagonal, reflectors below it and in tau.",
      samples: S.matrices(square: false, gradients: false))
    r.add(
      "linalg_qr(A, mode='reduced') -> (Q, R)", linalgQr,
      "Q with orthonormal columns and upper triangular R with A = Q R; mode 'reduced', 'complete' or 'r' (R alone).",
      on: .linalg, samples: S.matrices(square: false, [.string("reduced")]))
    r.add(
      "qr(input, some=True) -> (Q, R)", qr, "`linalg_qr`, reduced if `some`, else complete.",
      samples: S.matrices(square: false, [yes]))
    let reflectors: Samples = S.calls { m in
      [[.tensor(try m.tensor([2, 4, 3], -1, 1)), .tensor(try m.tensor([2, 3], -1, 1))]]
    }
    r.add(
      "linalg_householder_product(input, tau)", linalgHouseholderProduct,
      "The first n columns of the product of reflectors I - tau_i v_i v_iᴴ, with v_i below the diagonal of A.",
      on: .linalg, samples: reflectors)
    r.add("orgqr(input, input2)", orgqr, "`linalg_householder_product`.", samples: reflectors)
    r.add(
      "ormqr(input, tau, other, left=True, transpose=False)", ormqr,
      "`other` multiplied by the product of the reflectors in `input` and `tau`, from the left or the right.",
      samples: S.calls { m in
        let (a, tau) = (try m.tensor([4, 3], -1, 1), try m.tensor([3], -1, 1))
        let (b, c) = (try m.tensor([4, 2]), try m.tensor([2, 4]))
        return [
          [.tensor(a), .tensor(tau), .tensor(b), yes, no], [.tensor(a), .tensor(tau), .tensor(c), no, yes],
        ]
      })
  }

  @_optimize(none)
  private static func registerSolvers(_ r: inout Registry) {
    typealias S = LinalgSamples
    let no: Value = .bool(false)
    let yes: Value = .bool(true)
    let square = "must be batches of square matrices"
    r.add(
      "linalg_solve_triangular(input, B, *, upper, left=True, unitriangular=False)", linalgSolveTriangular,
      "X with A X = B (X A = B if not left) for triangular A; the other triangle is not read.", on: .linalg,
      samples: S.systems([no, yes, no]))
    r.add(
      "triangular_solve(b, A, upper=True, transpose=False, unitriangular=False) -> (solution, cloned_coefficient)",
      triangularSolve, "X with A X = b (Aᵀ X = b if transpose) for triangular A, and a copy of A.",
      samples: S.systems(swapped: true, [yes, no, no]).constant([1]))
    r.add(
      "linalg_solve(A, B, *, left=True)", linalgSolve,
      "X with A X = B (X A = B if not left) for regular (…, n, n) matrices and matrices or vectors B.", on: .linalg,
      samples: S.systems([yes]))
    r.add(
      "linalg_solve_ex(A, B, *, left=True, check_errors=False) -> (result, info)", linalgSolveEx,
      "`linalg_solve` and, for each matrix, the place of its first pivot that is zero (0 if none).", on: .linalg,
      samples: S.systems([yes, no]))
    r.add(
      "linalg_inv(A)", linalgInv, "The inverses of (…, n, n) matrices.", on: .linalg, samples: S.matrices(bad: square))
    r.add(
      "linalg_inv_ex(A, *, check_errors=False) -> (inverse, info)", linalgInvEx,
      "`linalg_inv` and, for each matrix, the place of its first pivot that is zero (0 if none).", on: .linalg,
      samples: S.matrices(bad: square, [no]))
    r.add("inverse(input)", inverse, "The inverses of (…, n, n) matrices.", samples: S.matrices(bad: square))
    r.add(
      "linalg_tensorinv(input, ind=2)", linalgTensorinv, "The inverse of the map that `tensordot(A, ·, ind)` is.",
      on: .linalg, samples: S.calls { m in [[.tensor(try reshape(m.regular([], 4, 4), [2, 2, 4])), .int(2)]] }.unspread)
    r.add(
      "linalg_tensorsolve(input, other, dims=None)", linalgTensorsolve,
      "X with tensordot(A, X, X.ndim) = B; the dimensions `dims` of A are moved to its end first.", on: .linalg,
      samples: S.calls { m in
        [[.tensor(try reshape(m.regular([], 4, 4), [2, 2, 4])), .tensor(try m.tensor([2, 2])), .none]]
      }.unspread)
    r.add(
      "linalg_det(A)", linalgDet, "The determinants of (…, n, n) matrices.", on: .linalg,
      samples: S.matrices(bad: square))
    r.add(
      "linalg_slogdet(A) -> (sign, logabsdet)", linalgSlogdet,
      "Sign and natural logarithm of the magnitude of the determinants.", on: .linalg, samples: S.matrices(bad: square))
    r.add(
      "logdet(input)", logdet, "The natural logarithm of the determinants, NaN where one is negative.",
      samples: S.matrices(definite: true, bad: square))
  }
}
