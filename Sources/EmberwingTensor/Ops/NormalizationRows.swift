// The registry rows of normalisation.
extension Ops {
  @_optimize(none)
  static func registerNormalization(_ r: inout Registry) {
    let batch = Samples(
      dtypes: Samples.floats,
      bad: { m in
        [
          (
            arguments: [
              .tensor(try m.tensor([2, 3])), .none, .none, .none, .none, .bool(false), .float(0.1), .float(1e-5),
            ], message: "running_mean must be defined in evaluation mode"
          ),
          (
            arguments: [
              .tensor(try m.tensor([1, 3])), .none, .none, .none, .none, .bool(true), .float(0.1), .float(1e-5),
            ], message: "Expected more than 1 value per channel"
          ),
        ]
      }
    ) { m in
      var calls: [[Value]] = []
      for (shape, affine): (Shape, Bool) in [([4, 3], true), ([2, 3, 2, 2], true), ([3, 2, 4], false)] {
        let c: Shape = [shape[1]]
        let x = Value.tensor(try m.tensor(shape))
        let w: Value = affine ? .tensor(try m.tensor(c, 0.5, 1.5)) : .none
        let b: Value = affine ? .tensor(try m.tensor(c)) : .none
        calls.append([x, .none, .none, w, b, .bool(true), .float(0.1), .float(1e-5)])
      }
      return calls
    }
    r.add(
      "batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05)",
      batchNorm,
      "Normalises each channel of input [N, C, *] by the batch's statistics, which update the running ones, or by the running ones.",
      on: .nn, samples: batch)
    let layer = Samples(
      dtypes: Samples.floats,
      bad: { m in
        [
          (
            arguments: [.tensor(try m.tensor([2, 3])), .ints([4]), .none, .none, .float(1e-5)],
            message: "Given normalized_shape=[4]"
          )
        ]
      }
    ) { m in
      [
        [
          .tensor(try m.tensor([2, 5])), .ints([5]), .tensor(try m.tensor([5], 0.5, 1.5)), .tensor(try m.tensor([5])),
          .float(1e-5),
        ],
        [.tensor(try m.tensor([2, 3, 4])), .ints([3, 4]), .none, .none, .float(1e-3)],
        [.tensor(try m.tensor([2, 2, 4])), .ints([4]), .tensor(try m.tensor([4])), .none, .float(1e-5)],
      ]
    }
    r.add(
      "layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05)", layerNorm,
      "Normalises over the last dimensions `normalized_shape` to mean 0 and variance 1, then scales and shifts.",
      on: [.function, .nn], samples: layer)
    r.add(
      "group_norm(input, num_groups, weight=None, bias=None, eps=1e-05)", groupNorm,
      "Normalises each of `num_groups` groups of channels of each example of input [N, C, *].", on: [.function, .nn],
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          [
            (
              arguments: [.tensor(try m.tensor([2, 3, 4])), .int(2), .none, .none, .float(1e-5)],
              message: "divisible by num_groups"
            )
          ]
        }
      ) { m in
        [
          [
            .tensor(try m.tensor([2, 4, 3])), .int(2), .tensor(try m.tensor([4], 0.5, 1.5)), .tensor(try m.tensor([4])),
            .float(1e-5),
          ],
          [.tensor(try m.tensor([2, 4, 2, 2])), .int(4), .none, .none, .float(1e-5)],
        ]
      })
    r.add(
      "instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05)",
      instanceNorm, "Normalises each channel of each example of input [N, C, *].", on: .nn,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([2, 3, 4])), .none, .none, .tensor(try m.tensor([3])), .tensor(try m.tensor([3])),
            .bool(true), .float(0.1), .float(1e-5),
          ]
        ]
      })
    r.add(
      "rms_norm(input, normalized_shape, weight=None, eps=None)", rmsNorm,
      "Divides by the root mean square over the last dimensions `normalized_shape`.", on: [.function, .nn],
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 5])), .ints([5]), .tensor(try m.tensor([5])), .float(1e-5)],
          [.tensor(try m.tensor([2, 3, 4])), .ints([3, 4]), .none, .none],
        ]
      })
  }
}
