// The registry rows of views, copies, joining and rearranging.
extension Samples {
  /// Calls whose first argument is one tensor of a given shape; `bad` calls likewise.
  static func calls(
    _ list: [(Shape, [Value])], bad wrong: [(Shape, [Value], String)] = [], dtypes: [DType] = everything,
    differentiable: Bool = true, distinct: Bool = false, deterministic: Bool = true
  ) -> Samples {
    Samples(
      dtypes: dtypes, differentiable: differentiable, deterministic: deterministic,
      bad: { m in
        var calls: [(arguments: [Value], message: String)] = []
        for (shape, rest, message) in wrong { calls.append(([.tensor(try m.tensor(shape))] + rest, message)) }
        return calls
      }
    ) { m in
      var calls: [[Value]] = []
      for (shape, rest) in list {
        calls.append([.tensor(distinct ? try m.distinct(shape) : try m.tensor(shape))] + rest)
      }
      return calls
    }
  }

  /// Calls whose first argument is a list of tensors of given shapes.
  static func lists(
    _ list: [([Shape], [Value])], bad wrong: [([Shape], [Value], String)] = [], dtypes: [DType] = everything
  ) -> Samples {
    func tensors(_ shapes: [Shape], _ m: inout SampleMaker) throws -> Value {
      var t: [Tensor] = []
      for s in shapes { t.append(try m.tensor(s)) }
      return .tensors(t)
    }
    return Samples(
      dtypes: dtypes,
      bad: { m in
        var calls: [(arguments: [Value], message: String)] = []
        for (shapes, rest, message) in wrong { calls.append(([try tensors(shapes, &m)] + rest, message)) }
        return calls
      }
    ) { m in
      var calls: [[Value]] = []
      for (shapes, rest) in list { calls.append([try tensors(shapes, &m)] + rest) }
      return calls
    }
  }

  /// Two tensors of given shapes.
  static func pairs(_ list: [(Shape, Shape)], bad wrong: [(Shape, Shape, String)] = []) -> Samples {
    Samples(
      dtypes: everything,
      bad: { m in
        var calls: [(arguments: [Value], message: String)] = []
        for (a, b, message) in wrong {
          calls.append(([.tensor(try m.tensor(a)), .tensor(try m.tensor(b))], message))
        }
        return calls
      }
    ) { m in
      var calls: [[Value]] = []
      for (a, b) in list { calls.append([.tensor(try m.tensor(a)), .tensor(try m.tensor(b))]) }
      return calls
    }
  }
}

extension Ops {
  @_optimize(none)
  static func registerMovement(_ r: inout Registry) {
    registerViews(&r)
    registerDimensionOrder(&r)
    registerCopies(&r)
    registerJoining(&r)
    registerSplitting(&r)
    registerRepetition(&r)
    registerDiagonals(&r)
    registerGathering(&r)
    registerIndexing(&r)
    registerSorting(&r)
  }

  @_optimize(none)
  private static func registerViews(_ r: inout Registry) {
    r.add(
      "view(input, shape)", view, "The same elements in another shape, without copying; one size may be -1.",
      on: .method,
      samples: .calls(
        [([6], [.ints([2, 3])]), ([2, 3], [.ints([3, -1])]), ([], [.ints([1, 1])]), ([0], [.ints([0, 4])])],
        bad: [([6], [.ints([4])], "shape '[4]' is invalid for input of size 6")]
      ).contiguousOnly)
    r.add(
      "reshape(input, shape)", reshape, "The same elements in another shape, a view where possible; one size may be -1.",
      samples: .calls(
        [([6], [.ints([2, 3])]), ([2, 3, 2], [.ints([4, -1])]), ([], [.ints([1])]), ([0, 2], [.ints([2, 0])])],
        bad: [
          ([6], [.ints([-1, -1])], "only one dimension can be inferred"),
          ([6], [.ints([4])], "shape '[4]' is invalid for input of size 6"),
        ]))
    r.add(
      "as_strided(input, size, stride, storage_offset=None)", asStrided,
      "The view of the storage with the given sizes, strides and offset, in elements.",
      samples: Samples(dtypes: Samples.everything, differentiable: true) { m in
        [
          [.tensor(try m.tensor([6])), .ints([2, 2]), .ints([3, 1]), .none],
          [.tensor(try m.tensor([6])), .ints([3, 2]), .ints([1, 1]), .int(1)],
        ]
      }.contiguousOnly)
    r.add(
      "squeeze(input, dim=None)", squeeze, "Without the dimensions of size 1, all of them or those in `dim`.",
      samples: .calls(
        [([1, 3, 1], [.none]), ([1, 3, 1], [.ints([0])]), ([2, 1], [.ints([-2, -1])]), ([], [.none])],
        bad: [([2], [.ints([3])], "Dimension out of range")]))
    r.add(
      "unsqueeze(input, dim)", unsqueeze, "With a dimension of size 1 inserted before `dim`.",
      samples: .calls(
        [([2, 3], [.int(0)]), ([2, 3], [.int(-1)]), ([], [.int(0)]), ([0], [.int(1)])],
        bad: [([2], [.int(3)], "Dimension out of range")]))
    r.add(
      "expand(input, size)", expand, "The view in a larger shape, in which dimensions of size 1 repeat; -1 keeps a size.",
      on: .method,
      samples: .calls(
        [([3, 1], [.ints([3, 4])]), ([3], [.ints([2, -1])]), ([], [.ints([2])]), ([1], [.ints([0])])],
        bad: [([3], [.ints([4])], "must match the existing size (3) at non-singleton dimension 0")]))
    r.add(
      "expand_as(input, other)", expandAs, "`input` expanded to the shape of `other`.", on: .method,
      samples: .pairs([([3, 1], [3, 4]), ([], [2])], bad: [([3], [4], "must match the existing size")]).firstOnly)
    r.add(
      "broadcast_to(input, size)", broadcastTo, "`input` as a view broadcast to `size`.",
      samples: .calls([([3, 1], [.ints([2, 3, 4])]), ([], [.ints([2])])]))
    r.add(
      "broadcast_tensors(tensors)", broadcastTensors, "All tensors expanded to their common shape.", on: .hidden,
      samples: .lists([([[3, 1], [4]], []), ([[], [2]], [])]))
    r.add(
      "view_as(input, other)", viewAs, "`input` viewed in the shape of `other`.", on: .method,
      samples: .pairs([([6], [2, 3])], bad: [([6], [4], "is invalid for input of size 6")]).firstOnly)
    r.add(
      "reshape_as(input, other)", reshapeAs, "`input` reshaped to the shape of `other`.", on: .method,
      samples: .pairs([([6], [2, 3]), ([2, 3], [3, 2])]).firstOnly)
    r.add(
      "flatten(input, start_dim=0, end_dim=-1)", flatten, "The dimensions from `start_dim` to `end_dim` made into one.",
      samples: .calls(
        [([2, 3, 2], [.int(0), .int(-1)]), ([2, 3, 2], [.int(1), .int(2)]), ([], [.int(0), .int(-1)])],
        bad: [([2, 3], [.int(1), .int(0)], "start_dim cannot come after end_dim")]))
    r.add(
      "unflatten(input, dim, sizes)", unflatten, "Dimension `dim` split into dimensions of the given sizes.",
      samples: .calls(
        [([2, 6], [.int(1), .ints([2, -1])]), ([4], [.int(0), .ints([2, 2])])],
        bad: [([2, 3], [.int(1), .ints([2, 2])], "don't multiply up to the size of dim 1 (3)")]))
    r.add(
      "ravel(input)", ravel, "All elements in one dimension, contiguous.",
      samples: .calls([([2, 3], []), ([], []), ([0, 2], [])]))
    r.add(
      "narrow(input, dim, start, length)", narrow, "The view of `length` elements from `start` along `dim`.",
      samples: .calls(
        [([4, 3], [.int(0), .int(1), .int(2)]), ([4, 3], [.int(-1), .int(-2), .int(1)])],
        bad: [([3], [.int(0), .int(1), .int(5)], "exceeds dimension size")]))
    r.add(
      "select(input, dim, index)", select, "The view at `index` of dimension `dim`, which disappears.",
      samples: .calls(
        [([4, 3], [.int(0), .int(1)]), ([4, 3], [.int(-1), .int(-2)])],
        bad: [([3], [.int(0), .int(3)], "index 3 out of range for tensor of size [3] at dimension 0")]))
    r.add(
      "slice(input, dim=0, start=None, end=None, step=1)",
      slice as (Tensor, Int, Int?, Int?, Int) throws -> Tensor,
      "The view of every `step`-th element from `start` up to `end` along `dim`, clamped as in Python.", on: .hidden,
      samples: .calls(
        [
          ([5, 2], [.int(0), .int(1), .none, .int(2)]), ([5], [.int(0), .int(-3), .int(9), .int(1)]),
          ([5], [.int(0), .int(4), .int(2), .int(1)]),
        ], bad: [([3], [.int(0), .none, .none, .int(0)], "slice step must be positive")]))
    r.add(
      "slice_backward(grad, input_sizes, dim, start, step)", sliceBackward,
      "Zeros of `input_sizes` with `grad` at `start`, `start + step`, … along `dim`.", on: .hidden,
      samples: .calls([([2, 3], [.ints([5, 3]), .int(0), .int(1), .int(2)])]))
    r.add(
      "unfold(input, dimension, size, step)", unfold,
      "Windows of `size` elements along `dimension`, `step` apart, in a new last dimension.", on: .method,
      samples: .calls(
        [([7], [.int(0), .int(3), .int(2)]), ([2, 5], [.int(-1), .int(2), .int(1)])],
        bad: [([3], [.int(0), .int(4), .int(1)], "maximum size for tensor at dimension 0 is 3 but size is 4")]))
  }

  @_optimize(none)
  private static func registerDimensionOrder(_ r: inout Registry) {
    r.add(
      "transpose(input, dim0, dim1)", transpose, "The view with two dimensions exchanged.",
      samples: .calls(
        [([2, 3], [.int(0), .int(1)]), ([2, 3, 4], [.int(-1), .int(0)]), ([], [.int(0), .int(-1)])],
        bad: [([2, 3], [.int(0), .int(2)], "Dimension out of range")]))
    r.add(
      "swapaxes(input, axis0, axis1)", swapaxes, "The view with two dimensions exchanged.",
      samples: .calls([([2, 3], [.int(0), .int(1)])]))
    r.add(
      "swapdims(input, dim0, dim1)", swapdims, "The view with two dimensions exchanged.",
      samples: .calls([([2, 3], [.int(0), .int(1)])]))
    r.add(
      "t(input)", t, "The transposed matrix; vectors and scalars stay as they are.",
      samples: .calls([([2, 3], []), ([3], []), ([], [])], bad: [([2, 2, 2], [], "t() expects a tensor with <= 2")]))
    r.add(
      "adjoint(input)", adjoint, "The last two dimensions exchanged.",
      samples: .calls([([2, 3], []), ([2, 3, 4], [])], bad: [([2], [], "only supported on matrices")]))
    r.add(
      "permute(input, dims)", permute, "The view with the dimensions in the given order.",
      samples: .calls(
        [([2, 3, 4], [.ints([2, 0, 1])]), ([2, 3], [.ints([-1, 0])])],
        bad: [
          ([2, 3], [.ints([0, 0])], "permute(): duplicate dims are not allowed."),
          ([2, 3], [.ints([0])], "is not equal to len(dims) = 1"),
        ]))
    r.add(
      "movedim(input, source, destination)", movedim, "The view with the dimensions `source` moved to `destination`.",
      samples: .calls(
        [([2, 3, 4], [.int(0), .int(-1)]), ([2, 3, 4], [.ints([0, 1]), .ints([1, 2])])],
        bad: [([2, 3], [.ints([0, 0]), .ints([0, 1])], "repeated dim in `source`")]))
    r.add(
      "moveaxis(input, source, destination)", moveaxis, "The view with the dimensions `source` moved to `destination`.",
      samples: .calls([([2, 3, 4], [.int(0), .int(-1)])]))
    r.add(
      "flip(input, dims)", flip, "The elements in reverse order along `dims`.",
      samples: .calls(
        [([5], [.ints([0])]), ([2, 3], [.ints([0, -1])]), ([2, 3], [.ints([])]), ([0], [.ints([0])])],
        bad: [([2, 3], [.ints([0, 0])], "dim 0 appears multiple times in the list of dims")]))
    r.add(
      "fliplr(input)", fliplr, "The elements in reverse order along dimension 1.",
      samples: .calls([([2, 3], [])], bad: [([2], [], "Input must be >= 2-d.")]))
    r.add(
      "flipud(input)", flipud, "The elements in reverse order along dimension 0.",
      samples: .calls([([2, 3], [])], bad: [([], [], "Input must be >= 1-d.")]))
    r.add(
      "rot90(input, k=1, dims=(0, 1))", rot90, "Rotated `k` quarter turns from the first towards the second of `dims`.",
      samples: .calls(
        [([2, 3], [.int(1), .ints([0, 1])]), ([2, 3], [.int(-1), .ints([0, 1])]), ([2, 2], [.int(2), .ints([1, 0])])],
        bad: [([2, 3], [.int(1), .ints([0])], "expected total rotation dims == 2")]))
    r.add(
      "roll(input, shifts, dims=None)", roll,
      "The elements moved on by `shifts` along `dims`, those that leave coming in at the other end.",
      samples: .calls(
        [
          ([5], [.int(2), .none]), ([2, 3], [.ints([1, -1]), .ints([0, 1])]), ([2, 3], [.int(4), .none]),
          ([0, 2], [.int(1), .int(0)]),
        ], bad: [([2, 3], [.ints([1, 2]), .ints([0])], "shifts and dimensions must align. shifts: 2, dims:1")]))
  }

  @_optimize(none)
  private static func registerCopies(_ r: inout Registry) {
    r.add(
      "detach(input)", detach, "The same elements outside the graph.",
      samples: .calls([([2, 3], [])], differentiable: false))
    r.add("clone(input)", clone, "A copy.", samples: .calls([([2, 3], []), ([], []), ([0], [])]))
    r.add(
      "contiguous(input)", contiguous, "The tensor itself if its elements are in row-major order, else a copy that is.",
      on: .method, samples: .calls([([2, 3], []), ([], [])]))
    r.add(
      "to_dtype(input, dtype)", toDtype, "The elements converted to `dtype`; the tensor itself when it has it.",
      on: .hidden,
      samples: .calls([([5], [.dtype(.float64)]), ([2, 2], [.dtype(.float32)])], dtypes: Samples.everything)
        .withoutGradients)
    r.add(
      "copy_(input, source)", copyInPlace, "Copies the elements of `source` into the tensor, broadcasting and converting.",
      samples: .pairs([([2, 3], [3]), ([4], []), ([], [])], bad: [([2], [3], "must match the existing size")])
        .withoutGradients)
    r.add(
      "fill_(input, value)", fillInPlace, "Writes `value` everywhere.",
      samples: .calls([([2, 3], [.int(1)]), ([], [.int(1)])], differentiable: false))
    r.add(
      "zero_(input)", zeroInPlace, "Writes 0 everywhere.",
      samples: .calls([([2, 3], []), ([0], [])], differentiable: false))
    r.add(
      "resize_(input, size)", resizeInPlace, "Gives the tensor another shape, keeping the elements in memory order.",
      samples: .calls([([2, 3], [.ints([2])]), ([2], [.ints([2])])], differentiable: false).contiguousOnly)
  }
}
