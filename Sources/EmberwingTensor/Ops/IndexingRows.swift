// The registry rows of indexing.
extension Ops {
  @_optimize(none)
  static func registerGathering(_ r: inout Registry) {
    let along = Samples(dtypes: Samples.everything, bad: { m in
      [
        ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1, 3], 5, 6))],
          "index 5 is out of bounds for dimension 0 with size 2"),
        ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1], 0, 1))],
          "Index tensor must have the same number of dimensions as input tensor"),
      ]
    }) { m in
      [
        [.tensor(try m.tensor([3, 4])), .int(1), .tensor(try m.indices([3, 2], 0, 4))],
        [.tensor(try m.tensor([3, 4])), .int(0), .tensor(try m.indices([5, 3], 0, 3))],
        [.tensor(try m.tensor([5])), .int(-1), .tensor(try m.indices([7], 0, 5))],
        [.tensor(try m.tensor([])), .int(0), .tensor(try m.indices([], 0, 1))],
        [.tensor(try m.tensor([3, 2])), .int(0), .tensor(try m.indices([0, 2], 0, 1))],
      ]
    }
    r.add(
      "gather(input, dim, index)", gather, "`out[i][j] = input[index[i][j]][j]` for `dim` 0, and so on: values picked along `dim`.",
      samples: along)
    r.add(
      "take_along_dim(input, indices, dim=None)", takeAlongDim,
      "Values picked along `dim`, with broadcasting; of the flattened tensor without `dim`.",
      samples: Samples(dtypes: Samples.everything) { m in
        [
          [.tensor(try m.tensor([3, 4])), .tensor(try m.indices([3, 1], -4, 4)), .int(1)],
          [.tensor(try m.tensor([3, 4])), .tensor(try m.indices([3], 0, 12)), .none],
        ]
      })
    /// Distinct positions, so that the result does not depend on which write comes last.
    func order(_ shape: Shape, _ dim: Int, _ m: inout SampleMaker) throws -> Value {
      .tensor(try argsort(try m.tensor(shape, -2, 2, .float64), dim, false, true))
    }
    r.add(
      "scatter(input, dim, index, src)", scatter, "A copy of `input` with the values of `src` written at `index` along `dim`.",
      inplace: .copied,
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [
          ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1, 3], 5, 6)), .tensor(try m.tensor([2, 3]))],
            "index 5 is out of bounds for dimension 0 with size 2"),
          ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([3, 4], 0, 1)), .tensor(try m.tensor([2, 3]))],
            "to be no larger than self [2, 3] apart from dimension 0"),
        ]
      }) { m in
        [
          [.tensor(try m.tensor([3, 4])), .int(1), try order([3, 4], 1, &m), .tensor(try m.tensor([3, 4]))],
          [.tensor(try m.tensor([3, 4])), .int(0), try order([3, 2], 0, &m), .tensor(try m.tensor([4, 4]))],
          [.tensor(try m.tensor([])), .int(0), .tensor(try m.indices([], 0, 1)), .tensor(try m.tensor([]))],
        ]
      })
    r.add(
      "scatter.value(input, dim, index, value)", scatterValue,
      "A copy of `input` with `value` written at `index` along `dim`.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything) { m in
        [[.tensor(try m.tensor([3, 4])), .int(1), .tensor(try m.indices([3, 2], 0, 4)), .int(1)]]
      })
    r.add(
      "scatter_add(input, dim, index, src)", scatterAdd,
      "A copy of `input` with the values of `src` added at `index` along `dim`.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything) { m in
        [
          [.tensor(try m.tensor([3, 4])), .int(1), .tensor(try m.indices([3, 4], 0, 4)), .tensor(try m.tensor([3, 4]))],
          [.tensor(try m.tensor([3])), .int(0), .tensor(try m.indices([5], 0, 3)), .tensor(try m.tensor([6]))],
        ]
      })
    r.add(
      "take(input, index)", take, "The elements of the flattened tensor at `index`.",
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [([.tensor(try m.tensor([6])), .tensor(try m.indices([1], 6, 7))],
          "out of range: tried to access index 6 on a tensor of 6 elements.")]
      }) { m in [[.tensor(try m.tensor([2, 3])), .tensor(try m.indices([2, 2], -6, 6))]] })
    r.add(
      "index_select(input, dim, index)", indexSelect, "The rows along `dim` that the vector `index` names.",
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [
          ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1], 5, 6))], "index out of range in self"),
          ([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1, 1], 0, 1))], "supposed to be a vector"),
        ]
      }) { m in
        [
          [.tensor(try m.tensor([3, 4])), .int(0), .tensor(try m.indices([5], 0, 3))],
          [.tensor(try m.tensor([2, 3, 2])), .int(-2), .tensor(try m.indices([2], 0, 3))],
          [.tensor(try m.tensor([])), .int(0), .tensor(try m.indices([1], 0, 1))],
        ]
      })
    r.add(
      "index_add(input, dim, index, source, *, alpha=1)", indexAdd,
      "A copy of `input` with `alpha * source` added to the rows along `dim` that `index` names.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [([.tensor(try m.tensor([2, 3])), .int(0), .tensor(try m.indices([1], 0, 1)), .tensor(try m.tensor([2, 3])), .int(1)],
          "Number of indices (1) should be equal to source.size(dim): (2), for dim: 0")]
      }) { m in
        [
          [.tensor(try m.tensor([3, 4])), .int(0), .tensor(try m.indices([5], 0, 3)), .tensor(try m.tensor([5, 4])), .int(1)],
          [.tensor(try m.tensor([2, 3])), .int(1), .tensor(try m.indices([2], 0, 3)), .tensor(try m.tensor([2, 2])), .int(1)],
        ]
      })
    r.add(
      "index_copy(input, dim, index, source)", indexCopy,
      "A copy of `input` with the rows of `source` written to the rows along `dim` that `index` names.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything) { m in
        [[.tensor(try m.tensor([3, 4])), .int(0), try order([2], 0, &m), .tensor(try m.tensor([2, 4]))]]
      })
    r.add(
      "index_fill(input, dim, index, value)", indexFill,
      "A copy of `input` with `value` in the rows along `dim` that `index` names.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything) { m in
        [[.tensor(try m.tensor([3, 4])), .int(1), .tensor(try m.indices([2], -4, 4)), .int(1)]]
      })
  }

  @_optimize(none)
  static func registerIndexing(_ r: inout Registry) {
    r.add(
      "masked_select(input, mask)", maskedSelect, "The elements where `mask` is true, as a vector.",
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [([.tensor(try m.tensor([3])), .tensor(try m.indices([3], 0, 2))], "masked_select: expected BoolTensor for mask")]
      }) { m in
        [
          [.tensor(try m.tensor([3, 4])), .tensor(try m.tensor([3, 4], -2, 2, .bool))],
          [.tensor(try m.tensor([3, 4])), .tensor(try m.tensor([4], -1, 1, .bool))],
        ]
      })
    r.add(
      "masked_scatter(input, mask, source)", maskedScatter,
      "A copy of `input` with the elements of `source`, in order, where `mask` is true.", inplace: .copied,
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [([.tensor(try m.tensor([3])), .tensor(try m.tensor([3], 1, 2, .bool)), .tensor(try m.tensor([2]))],
          "Number of elements of source < number of ones in mask")]
      }) { m in
        [[.tensor(try m.tensor([3, 4])), .tensor(try m.tensor([3, 4], -1, 1, .bool)), .tensor(try m.tensor([12]))]]
      })
    r.add(
      "nonzero(input)", nonzero, "The positions of the non-zero elements, one a row.", on: .hidden,
      samples: .calls([([5], []), ([2, 3], []), ([], []), ([0, 2], [])], differentiable: false))
    r.add(
      "nonzero_numpy(input)", nonzeroNumpy, "The positions of the non-zero elements, one vector for each dimension.",
      on: .hidden, samples: .calls([([2, 3], []), ([], [])], differentiable: false))
    r.add(
      "argwhere(input)", argwhere, "The positions of the non-zero elements, one a row.",
      samples: .calls([([2, 3], [])], differentiable: false))
    r.add(
      "one_hot(input, num_classes=-1)", oneHot, "1 at the class of each element in a new last dimension, 0 elsewhere.",
      on: .nn,
      samples: Samples(dtypes: [.int64], differentiable: false, bad: { m in
        [([.tensor(try m.indices([2], 3, 4)), .int(2)], "Class values must be smaller than num_classes.")]
      }) { m in [[.tensor(try m.indices([2, 3], 0, 4)), .int(5)], [.tensor(try m.indices([4], 0, 4)), .int(-1)]] })
    r.add(
      "basic_index(input, code)", basicIndex,
      "The view that a Python index of integers, slices, None and Ellipsis denotes, given as quadruples of numbers.",
      on: .hidden,
      samples: .calls(
        [
          ([4, 5], [.ints([1, 1, 3, 1, 0, 2, 0, 0])]), ([4, 5], [.ints([2, 0, 0, 0, 3, 0, 0, 0, 1, -4, -1, 2])]),
          ([4, 5], [.ints([0, -1, 0, 0])]), ([], [.ints([2, 0, 0, 0])]), ([3], [.ints([1, 5, 2, 1])]),
        ],
        bad: [
          ([3, 2], [.ints([0, 5, 0, 0])], "index 5 is out of bounds for dimension 0 with size 3"),
          ([3, 2], [.ints([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])], "too many indices for tensor of dimension 2"),
          ([3], [.ints([1, Int.min, Int.min, -1])], "step must be greater than zero"),
        ]))
    r.add(
      "basic_index_backward(grad, size, code)", basicIndexBackward,
      "Zeros of shape `size` with `grad` where `basic_index` reads.", on: .hidden,
      samples: .calls([([2], [.ints([4, 5]), .ints([1, 1, 3, 1, 0, 2, 0, 0])])]))
    let advanced = Samples(dtypes: Samples.everything, bad: { m in
      [
        ([.tensor(try m.tensor([3, 2])), .tensors([try m.indices([1], 5, 6)])],
          "index 5 is out of bounds for dimension 0 with size 3"),
        ([.tensor(try m.tensor([3])), .tensors([try m.indices([1], 0, 1), try m.indices([1], 0, 1)])],
          "too many indices for tensor of dimension 1"),
        ([.tensor(try m.tensor([3, 3])), .tensors([try m.indices([2], 0, 1), try m.indices([3], 0, 1)])],
          "indexing tensors could not be broadcast together with shapes [2], [3]"),
        ([.tensor(try m.tensor([3])), .tensors([try m.tensor([2], -1, 1, .bool)])],
          "The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0"),
      ]
    }) { m in
      [
        [.tensor(try m.tensor([3, 4])), .tensors([try m.indices([5], -3, 3)])],
        [.tensor(try m.tensor([3, 4])), .tensors([try m.indices([2, 1], 0, 3), try m.indices([3], 0, 4)])],
        [.tensor(try m.tensor([2, 3, 4])), .optionalTensors([try m.indices([2], 0, 2), nil, try m.indices([2], 0, 4)])],
        [.tensor(try m.tensor([2, 3, 4])), .optionalTensors([nil, try m.indices([2, 2], 0, 3)])],
        [.tensor(try m.tensor([3, 4])), .tensors([try m.tensor([3, 4], -1, 1, .bool)])],
        [.tensor(try m.tensor([3, 4])), .optionalTensors([nil, try m.tensor([4], -1, 1, .bool)])],
      ]
    }
    r.add(
      "index(input, indices)", index, "`input[indices]` with index tensors and masks; None keeps a dimension.", on: .hidden,
      samples: advanced)
    r.add(
      "index_put(input, indices, values, accumulate=False)", indexPut,
      "A copy of `input` with `values` written, or added, at `indices`.",
      samples: Samples(dtypes: Samples.everything, bad: { m in
        [([.tensor(try m.tensor([2, 3])), .tensors([try m.indices([1], 0, 1)]), .tensor(try m.tensor([4])), .bool(false)],
          "shape mismatch: value tensor of shape [4] cannot be broadcast to indexing result of shape [1, 3]")]
      }) { m in
        [
          [.tensor(try m.tensor([3, 4])), .tensors([try m.indices([5], -3, 3)]), .tensor(try m.tensor([4])), .bool(true)],
          [.tensor(try m.tensor([3, 4])), .tensors([try m.indices([1], 0, 3)]), .tensor(try m.tensor([4])), .bool(false)],
          [.tensor(try m.tensor([3, 4])), .tensors([try m.tensor([3, 4], -1, 1, .bool)]), .tensor(try m.tensor([])), .bool(false)],
        ]
      })
    r.add(
      "index_put_(input, indices, values, accumulate=False)", indexPutInPlace,
      "Writes, or adds, `values` at `indices` of the tensor.",
      samples: Samples(dtypes: Samples.everything, differentiable: false) { m in
        [[.tensor(try m.tensor([3, 4])), .tensors([try m.indices([2], -3, 3)]), .tensor(try m.tensor([])), .bool(false)]]
      })
  }
}
