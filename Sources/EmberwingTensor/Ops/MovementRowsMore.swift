// The registry rows of joining, splitting, repetition and diagonals.
extension Ops {
  @_optimize(none)
  static func registerJoining(_ r: inout Registry) {
    r.add(
      "cat(tensors, dim=0)", cat, "The tensors joined along `dim`.", on: .function,
      samples: .lists(
        [
          ([[2, 3], [1, 3]], [.int(0)]), ([[2, 3], [2, 1], [2, 2]], [.int(-1)]), ([[0], [3]], [.int(0)]),
          ([[2]], [.int(0)]),
        ],
        bad: [
          ([], [.int(0)], "expected a non-empty list of Tensors"),
          ([[2, 3], [2, 4]], [.int(0)], "Expected size 3 but got size 4 for tensor number 1 in the list."),
          ([[]], [.int(0)], "zero-dimensional tensor (at position 0) cannot be concatenated"),
        ]))
    r.add(
      "stack(tensors, dim=0)", stack, "The tensors, all of one shape, joined along a new dimension.", on: .function,
      samples: .lists(
        [([[2, 3], [2, 3]], [.int(1)]), ([[], []], [.int(0)]), ([[2], [2]], [.int(-1)])],
        bad: [([[2], [3]], [.int(0)], "stack expects each tensor to be equal size")]))
    r.add(
      "hstack(tensors)", hstack, "The tensors joined along dimension 1, vectors along 0.", on: .function,
      samples: .lists([([[2, 3], [2, 1]], []), ([[2], [3]], [])], bad: [([], [], "non-empty TensorList")]))
    r.add(
      "vstack(tensors)", vstack, "The tensors, made at least matrices, joined along dimension 0.", on: .function,
      samples: .lists([([[2, 3], [1, 3]], []), ([[3], [3]], [])], bad: [([], [], "non-empty TensorList")]))
    r.add(
      "dstack(tensors)", dstack, "The tensors, made at least 3-d, joined along dimension 2.", on: .function,
      samples: .lists([([[2, 3], [2, 3]], []), ([[3], [3]], [])], bad: [([], [], "non-empty TensorList")]))
    r.add(
      "meshgrid(tensors, indexing=None)", meshgrid, "Grids of coordinates from vectors; `indexing` is 'ij' or 'xy'.",
      on: .hidden,
      samples: .lists(
        [([[2], [3]], [.none]), ([[2], [3]], [.string("xy")]), ([[], [2]], [.string("ij")])],
        bad: [([[2]], [.string("ab")], "indexing must be one of \"xy\" or \"ij\"")]))
    r.add(
      "atleast_1d(input)", atleast1d, "The tensor, a scalar as a vector.", on: .function,
      samples: .calls([([], []), ([2, 3], [])]))
    r.add(
      "atleast_2d(input)", atleast2d, "The tensor with at least two dimensions.", on: .function,
      samples: .calls([([], []), ([2], []), ([2, 3], [])]))
    r.add(
      "atleast_3d(input)", atleast3d, "The tensor with at least three dimensions.", on: .function,
      samples: .calls([([], []), ([2], []), ([2, 3], [])]))
  }

  @_optimize(none)
  static func registerSplitting(_ r: inout Registry) {
    r.add(
      "split(tensor, split_size_or_sections, dim=0)", split, "Views of at most that many elements along `dim`.",
      samples: .calls(
        [([5, 2], [.int(2), .int(0)]), ([2, 4], [.int(2), .int(-1)])],
        bad: [
          ([4], [.int(-1), .int(0)], "split expects split_size be non-negative, but got split_size=-1"),
          ([4], [.int(0), .int(0)], "split_size can only be 0 if dimension size is 0"),
        ]))
    r.add(
      "split.sizes(tensor, split_size_or_sections, dim=0)", splitSizes, "Views of the given sizes along `dim`.",
      samples: .calls([([5, 2], [.ints([2, 3]), .int(0)])]))
    r.add(
      "split_with_sizes(input, split_sizes, dim=0)", splitWithSizes, "Views of the given sizes along `dim`.",
      samples: .calls(
        [([5, 2], [.ints([2, 0, 3]), .int(0)])],
        bad: [([2], [.ints([1, 2]), .int(0)], "split_with_sizes expects split_sizes to sum exactly to 2")]))
    r.add(
      "chunk(input, chunks, dim=0)", chunk, "At most that many views of equal size along `dim`, the last one smaller.",
      samples: .calls(
        [([5, 2], [.int(3), .int(0)]), ([2, 6], [.int(3), .int(1)])],
        bad: [([4], [.int(0), .int(0)], "chunk expects `chunks` to be greater than 0, got: 0")]))
    r.add(
      "tensor_split(input, indices_or_sections, dim=0)", tensorSplit,
      "That many views along `dim`, whose sizes differ by at most one.",
      samples: .calls(
        [([5, 2], [.int(3), .int(0)])], bad: [([4], [.int(0), .int(0)], "number of sections must be larger than 0")]))
    r.add(
      "tensor_split.indices(input, indices_or_sections, dim=0)", tensorSplitIndices,
      "The views between the given positions along `dim`.",
      samples: .calls([([5, 2], [.ints([1, 4]), .int(0)])]))
    r.add(
      "unbind(input, dim=0)", unbind, "The views at every index of dimension `dim`, which disappears.",
      samples: .calls(
        [([3, 2], [.int(0)]), ([3, 2], [.int(-1)])],
        bad: [([], [.int(0)], "Dimension specified as 0 but tensor has no dimensions")]))
  }

  @_optimize(none)
  static func registerRepetition(_ r: inout Registry) {
    r.add(
      "repeat(input, repeats)", `repeat`, "The tensor repeated that many times along each dimension.", on: .method,
      samples: .calls(
        [([2, 3], [.ints([2, 1])]), ([3], [.ints([2, 2])]), ([], [.ints([2])]), ([2], [.ints([0])])],
        bad: [([2, 3], [.ints([2])], "Number of dimensions of repeat dims can not be smaller")]))
    r.add(
      "tile(input, dims)", tile, "The tensor repeated, counted from the last dimension.",
      samples: .calls([([2, 3], [.ints([2])]), ([3], [.ints([2, 2])])]))
    r.add(
      "repeat_interleave(input, repeats, dim=None)", repeatInterleave,
      "Each element repeated in place along `dim`, or of the flattened tensor.",
      samples: .calls(
        [([2, 3], [.int(2), .int(1)]), ([2, 2], [.int(3), .none])],
        bad: [([2], [.int(-1), .none], "Repeats must be non-negative")]))
    r.add(
      "repeat_interleave.tensor(input, repeats, dim=None)", repeatInterleaveTensor,
      "Each element repeated its own number of times along `dim`, or of the flattened tensor.",
      samples: Samples(dtypes: Samples.everything) { m in
        [[.tensor(try m.tensor([3, 2])), .tensor(try m.indices([3], 0, 3)), .int(0)]]
      })
  }

  @_optimize(none)
  static func registerDiagonals(_ r: inout Registry) {
    r.add(
      "diagonal(input, offset=0, dim1=0, dim2=1)", diagonal,
      "The view of the diagonal of the matrices that `dim1` and `dim2` span, as the last dimension.",
      samples: .calls(
        [
          ([3, 4], [.int(0), .int(0), .int(1)]), ([3, 4], [.int(-1), .int(0), .int(1)]),
          ([2, 3, 3], [.int(1), .int(-2), .int(-1)]), ([2, 2], [.int(5), .int(0), .int(1)]),
        ], bad: [([3, 3], [.int(0), .int(0), .int(0)], "diagonal dimensions cannot be identical 0, 0")]))
    r.add(
      "diagonal_backward(grad_output, input_sizes, offset, dim1, dim2)", diagonalBackward,
      "Zeros of `input_sizes` with `grad_output` on a diagonal.", on: .hidden,
      samples: .calls([([3], [.ints([3, 4]), .int(0), .int(0), .int(1)])]))
    r.add(
      "diag_embed(input, offset=0, dim1=-2, dim2=-1)", diagEmbed,
      "Matrices whose diagonals are the rows of the last dimension.",
      samples: .calls(
        [([3], [.int(0), .int(-2), .int(-1)]), ([2, 3], [.int(-1), .int(0), .int(2)])],
        bad: [([3], [.int(0), .int(1), .int(1)], "diagonal dimensions cannot be identical 1, 1")]))
    r.add(
      "diag(input, diagonal=0)", diag, "The diagonal of a matrix, or the matrix that has a vector on its diagonal.",
      samples: .calls(
        [([3], [.int(1)]), ([3, 2], [.int(0)])],
        bad: [([2, 2, 2], [.int(0)], "diag(): Supports 1D or 2D tensors. Got 3D")]))
  }

  @_optimize(none)
  static func registerSorting(_ r: inout Registry) {
    r.add(
      "sort(input, dim=-1, descending=False, stable=False) -> (values, indices)", sort,
      "The values in order along `dim`, NaN as the largest, and the indices they came from; always stable.",
      samples: .calls(
        [
          ([7], [.int(-1), .bool(false), .bool(false)]), ([3, 4], [.int(0), .bool(true), .bool(true)]),
          ([], [.int(0), .bool(false), .bool(false)]), ([0], [.int(0), .bool(false), .bool(false)]),
        ], bad: [([2], [.int(2), .bool(false), .bool(false)], "Dimension out of range")], distinct: true))
    r.add(
      "argsort(input, dim=-1, descending=False, stable=False)", argsort, "The indices that put the values in order.",
      samples: .calls(
        [([7], [.int(-1), .bool(false), .bool(false)]), ([3, 4], [.int(0), .bool(true), .bool(false)])],
        differentiable: false, distinct: true))
    r.add(
      "msort(input)", msort, "The values in order along dimension 0.",
      samples: .calls([([5, 2], [])], distinct: true))
    r.add(
      "topk(input, k, dim=-1, largest=True, sorted=True) -> (values, indices)", topk,
      "The `k` largest (or smallest) values along `dim`, in order, and their indices.",
      samples: .calls(
        [
          ([7], [.int(3), .int(-1), .bool(true), .bool(true)]), ([5, 2], [.int(2), .int(0), .bool(false), .bool(true)]),
          ([20], [.int(1), .int(0), .bool(true), .bool(true)]), ([3], [.int(0), .int(0), .bool(true), .bool(true)]),
        ], bad: [([3], [.int(4), .int(-1), .bool(true), .bool(true)], "selected index k out of range")],
        dtypes: Samples.numbers, distinct: true))
  }
}
