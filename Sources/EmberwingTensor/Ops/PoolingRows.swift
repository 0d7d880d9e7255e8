// The registry rows of pooling.
extension Ops {
  @_optimize(none)
  static func registerPooling(_ r: inout Registry) {
    func maximum(_ n: Int) -> Samples {
      let size: Shape = n == 1 ? [7] : [6, 7]
      return Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = Value.tensor(try m.tensor([1, 2] + size))
          return [
            (arguments: [x, .ints([2]), .none, .ints([2]), .ints([1]), .bool(false)], message: "pad should be at most half"),
            (arguments: [x, .ints([9]), .none, .ints([0]), .ints([1]), .bool(false)], message: "output size"),
          ]
        }
      ) { m in
        [
          [.tensor(try m.distinct([2, 3] + size)), .ints([2]), .none, .ints([0]), .ints([1]), .bool(false)],
          [.tensor(try m.distinct([3] + size)), .ints([3]), .ints([2]), .ints([1]), .ints([1]), .bool(true)],
          [.tensor(try m.distinct([1, 2] + size)), .ints([2]), .ints([1]), .ints([0]), .ints([2]), .bool(false)],
        ]
      }
    }
    func average(_ n: Int) -> Samples {
      let size: Shape = n == 1 ? [7] : [6, 7]
      return Samples(dtypes: Samples.floats) { m in
        let rest: [Value] = n == 1 ? [] : [.none]
        return [
          [.tensor(try m.tensor([2, 3] + size)), .ints([2]), .none, .ints([0]), .bool(false), .bool(true)] + rest,
          [.tensor(try m.tensor([3] + size)), .ints([3]), .ints([2]), .ints([1]), .bool(true), .bool(false)] + rest,
          [.tensor(try m.tensor([1, 2] + size)), .ints([3]), .ints([1]), .ints([1]), .bool(false), .bool(true)] + rest,
        ]
      }
    }
    let both: Surface = [.function, .nn]
    r.add(
      "max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False)", maxPool2d,
      "Largest element of each window of the planes [H, W].", on: both, samples: maximum(2))
    r.add(
      "max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False) -> (out, indices)",
      maxPool2dWithIndices, "`max_pool2d` and where in its plane each element came from.", on: .hidden,
      samples: maximum(2))
    r.add(
      "max_pool2d_backward(grad, indices, input_size)", maxPool2dBackward,
      "`grad` added at `indices` into zero planes of `input_size`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([2, 2, 2])), .tensor(try m.indices([2, 2, 2], 0, 16)), .ints([2, 4, 4])]]
      })
    r.add(
      "avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)",
      avgPool2d, "Mean of each window of the planes [H, W].", on: .nn, samples: average(2))
    r.add(
      "max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False)", maxPool1d,
      "Largest element of each window of the last dimension.", on: both, samples: maximum(1))
    r.add(
      "max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False) -> (out, indices)",
      maxPool1dWithIndices, "`max_pool1d` and where each element came from.", on: .hidden, samples: maximum(1))
    r.add(
      "avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True)", avgPool1d,
      "Mean of each window of the last dimension.", on: both, samples: average(1))
  }
}
