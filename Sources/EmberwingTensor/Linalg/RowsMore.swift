extension Ops {
  @_optimize(none)
  static func registerSpectral(_ r: inout Registry) {
    typealias S = LinalgSamples
    let no: Value = .bool(false)
    let yes: Value = .bool(true)
    let square = "must be batches of square matrices"
    r.add(
      "linalg_svd(A, full_matrices=True, *, driver=None) -> (U, S, Vh)", linalgSvd,
      "Orthonormal U and Vᴴ and singular values S in descending order with A = U diag(S) Vᴴ.", on: .linalg,
      samples: S.matrices(square: false, [no, .none]))
    r.add(
      "linalg_svdvals(A, *, driver=None)", linalgSvdvals, "The singular values of (…, m, n) matrices, descending.",
      on: .linalg, samples: S.matrices(square: false, [.none]))
    r.add(
      "svd(input, some=True, compute_uv=True) -> (U, S, V)", svd, "U, S and V with input = U diag(S) Vᴴ.",
      samples: S.matrices(square: false, [yes, yes]))
    r.add(
      "linalg_eigh(input, UPLO='L') -> (eigenvalues, eigenvectors)", linalgEigh,
      "Eigenvalues, ascending, and orthonormal eigenvectors of symmetric (Hermitian) matrices; one triangle is read.",
      on: .linalg, samples: S.matrices(definite: true, gradients: false, bad: square, [.string("L")]))
    r.add(
      "linalg_eigvalsh(input, UPLO='L')", linalgEigvalsh, "The eigenvalues of symmetric (Hermitian) matrices, ascending.",
      on: .linalg, samples: S.matrices(definite: true, gradients: false, bad: square, [.string("U")]))
    r.add(
      "linalg_eig(input) -> (eigenvalues, eigenvectors)", linalgEig,
      "Complex eigenvalues and eigenvectors of (…, n, n) matrices.", on: .linalg,
      samples: S.matrices(gradients: false, bad: square))
    r.add(
      "linalg_eigvals(input)", linalgEigvals, "The complex eigenvalues of (…, n, n) matrices.", on: .linalg,
      samples: S.matrices(gradients: false, bad: square))
    r.add(
      "linalg_lstsq(input, b, rcond=None, *, driver=None) -> (solution, residuals, rank, singular_values)", linalgLstsq,
      "X that minimizes |A X - B| with LAPACK's driver 'gelsy' (default), 'gels', 'gelsd' or 'gelss'.", on: .linalg,
      samples: S.calls { m in
        [
          [.tensor(try m.regular([], 4, 3)), .tensor(try m.tensor([4, 2])), .none, .none],
          [.tensor(try m.regular([2], 3, 3)), .tensor(try m.tensor([2, 3, 2])), .none, .string("gels")],
        ]
      })
    let tolerances: [Value] = [.none, .none, no]
    r.add(
      "linalg_pinv(input, *, atol=None, rtol=None, hermitian=False)", linalgPinv,
      "The Moore-Penrose inverse; singular values below max(atol, rtol · largest) count as 0.", on: .linalg,
      samples: S.matrices(square: false, tolerances))
    r.add(
      "linalg_matrix_rank(input, *, atol=None, rtol=None, hermitian=False)", linalgMatrixRank,
      "How many singular values exceed max(atol, rtol · largest).", on: .linalg,
      samples: S.matrices(square: false, gradients: false, tolerances))
    r.add(
      "linalg_matrix_power(input, n)", linalgMatrixPower, "The n-th power of square matrices; of their inverses if n < 0.",
      on: .linalg, samples: S.matrices(bad: square, [.int(3)]))
    r.add(
      "matrix_power(input, n)", matrixPower, "The n-th power of square matrices.", samples: S.matrices(bad: square, [.int(-2)]))
    r.add(
      "linalg_matrix_exp(input)", linalgMatrixExp, "The exponential Σ Aᵏ / k! of square matrices.", on: .linalg,
      samples: S.matrices(bad: square))
    r.add(
      "matrix_exp(input)", matrixExp, "The exponential of square matrices.", samples: S.matrices(bad: square))
    r.add(
      "linalg_matrix_sqrth(input)", linalgMatrixSqrth, "The positive-definite X with X X = A for positive-definite A.",
      on: .linalg, samples: S.matrices(definite: true, gradients: false, bad: square))
    r.add(
      "linalg_polar(A) -> (U, H)", linalgPolar,
      "U with orthonormal columns and positive-semidefinite H with A = U H, for (…, m, n) matrices with m ≥ n.",
      on: .linalg, samples: S.calls { m in [[.tensor(try m.regular([], 3, 3))], [.tensor(try m.regular([2], 4, 2))]] })
    var random = S.calls(gradients: false) { m in [[.tensor(try m.regular([], 5, 4)), .int(2), .int(2), .none]] }
    random.deterministic = false
    r.add(
      "svd_lowrank(A, q=6, niter=2, M=None) -> (U, S, V)", svdLowrank,
      "An approximate singular value decomposition of rank q of A - M, by randomized subspace iteration.", on: .function,
      samples: random)
    random.make = { m in [[.tensor(try m.regular([], 5, 4)), .int(2), yes, .int(2)]] }
    r.add(
      "pca_lowrank(A, q=None, center=True, niter=2) -> (U, S, V)", pcaLowrank,
      "The q principal components of the rows of A, by `svd_lowrank` of the centred matrix.", on: .function,
      samples: random)
  }

  @_optimize(none)
  static func registerNorms(_ r: inout Registry) {
    typealias S = LinalgSamples
    let no: Value = .bool(false)
    func norms(_ orders: [Double], dims: Value) -> Samples {
      S.calls { m in
        var calls: [[Value]] = []
        for p in orders { calls.append([.tensor(try m.regular([], 3, 4)), .float(p), dims, no, .none]) }
        return calls
      }
    }
    func named(_ dims: Value) -> Samples {
      S.calls { m in
        [
          [.tensor(try m.regular([], 3, 4)), .string("fro"), dims, no, .none],
          [.tensor(try m.regular([], 3, 4)), .string("nuc"), dims, no, .none],
        ]
      }
    }
    r.add(
      "linalg_matrix_norm(input, ord=2, dim=(-2, -1), keepdim=False, *, dtype=None)", linalgMatrixNorm,
      "The matrix norm of order ±1, ±2 or ±inf over two dimensions.", on: .hidden,
      samples: norms([1, -1, 2, -2, .infinity, -.infinity], dims: .ints([-2, -1])))
    r.add(
      "linalg_matrix_norm.str_ord(A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None)", linalgMatrixNormStrOrd,
      "The Frobenius ('fro') or nuclear ('nuc') norm over two dimensions.", on: .hidden, samples: named(.ints([-2, -1])))
    r.add(
      "linalg_norm(input, ord=None, dim=None, keepdim=False, *, dtype=None)", linalgNorm,
      "A vector norm over one dimension or all, or a matrix norm over two.", on: .hidden,
      samples: norms([1, 2, -2, .infinity], dims: .none))
    r.add(
      "linalg_norm.ord_str(input, ord, dim=None, keepdim=False, *, dtype=None)", linalgNormOrdStr,
      "The Frobenius ('fro') or nuclear ('nuc') norm.", on: .hidden, samples: named(.none))
    r.add(
      "linalg_cond(input, p=None)", linalgCond, "|A| |A⁻¹| in the matrix norm of order p (2 by default).", on: .hidden,
      samples: S.matrices(empty: false, [.float(1)]))
    r.add(
      "linalg_cond.p_str(A, p)", linalgCondPStr, "|A| |A⁻¹| in the norm 'fro' or 'nuc'.", on: .hidden,
      samples: S.matrices(empty: false, [.string("fro")]))
  }

  @_optimize(none)
  static func registerVectorProducts(_ r: inout Registry) {
    typealias S = LinalgSamples
    r.add(
      "linalg_matmul(input, other)", linalgMatmul, "`matmul`.", on: .linalg, samples: S.systems())
    let chain: Samples = S.calls { m in
      [[.tensors([try m.tensor([2, 3]), try m.tensor([3, 4]), try m.tensor([4, 2])])]]
    }
    r.add(
      "linalg_multi_dot(tensors)", linalgMultiDot,
      "The product of a chain of matrices in the order of fewest multiplications; the ends may be vectors.", on: .linalg,
      samples: chain)
    r.add("chain_matmul(matrices)", chainMatmul, "The product of one or more matrices.", on: .hidden, samples: chain)
    let threes: (inout SampleMaker) throws -> [[Value]] = { m in
      [
        [.tensor(try m.tensor([3])), .tensor(try m.tensor([3])), .int(-1)],
        [.tensor(try m.tensor([3, 2])), .tensor(try m.tensor([3, 1])), .int(0)],
      ]
    }
    r.add(
      "linalg_cross(input, other, *, dim=-1)", linalgCross, "The vector product along a dimension of size 3.",
      on: .linalg, samples: Samples(dtypes: Samples.numbers, threes))
    r.add(
      "cross(input, other, dim=None)", cross,
      "The vector product along `dim`, by default the first dimension of size 3.",
      samples: Samples(dtypes: Samples.numbers, threes))
    r.add(
      "linalg_vecdot(x, y, *, dim=-1)", linalgVecdot, "Σ conj(x) y along a dimension.", on: .linalg,
      samples: S.calls { m in [[.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3])), .int(-1)]] })
    r.add(
      "vdot(input, other)", vdot, "Σ conj(input) other of two vectors.",
      samples: S.calls { m in [[.tensor(try m.tensor([3])), .tensor(try m.tensor([3]))]] })
    r.add(
      "addr(input, vec1, vec2, *, beta=1, alpha=1)", addr, "`beta * input + alpha * outer(vec1, vec2)`.", inplace: .copied,
      samples: Samples(dtypes: Samples.numbers) { m in
        [
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2])), .tensor(try m.tensor([3])), .int(2), .int(3)],
          [.tensor(try m.tensor([3])), .tensor(try m.tensor([2])), .tensor(try m.tensor([3])), .int(1), .int(1)],
        ]
      })
    r.add(
      "addmv(input, mat, vec, *, beta=1, alpha=1)", addmv, "`beta * input + alpha * mat @ vec`.", inplace: .copied,
      samples: Samples(dtypes: Samples.numbers) { m in
        [
          [.tensor(try m.tensor([2])), .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3])), .int(2), .int(3)],
          [.tensor(try m.tensor([1])), .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3])), .int(1), .int(1)],
        ]
      })
    r.add(
      "addbmm(input, batch1, batch2, *, beta=1, alpha=1)", addbmm,
      "`beta * input` plus alpha times the sum of the products of two batches of matrices.", inplace: .copied,
      samples: Samples(dtypes: Samples.numbers) { m in
        [
          [
            .tensor(try m.tensor([2, 2])), .tensor(try m.tensor([3, 2, 4])), .tensor(try m.tensor([3, 4, 2])), .int(2),
            .int(1),
          ]
        ]
      })
    r.add(
      "linalg_diagonal(A, *, offset=0, dim1=-2, dim2=-1)", linalgDiagonal, "The diagonals of matrices: a view.",
      on: .linalg,
      samples: S.calls { m in [[.tensor(try m.tensor([2, 3, 4])), .int(1), .int(-2), .int(-1)]] })
    r.add(
      "linalg_vander(x, *, N=None)", linalgVander, "The powers 0 … N - 1 of each element, along a new last dimension.",
      on: .linalg, samples: S.calls { m in [[.tensor(try m.tensor([2, 3])), .int(4)]] })
  }
}
