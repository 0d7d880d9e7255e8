// The registry rows of the convolutions, with the gradients as ops of their own.
extension Ops {
  private static func window(_ stride: Shape, _ padding: Shape, _ dilation: Shape) throws -> Window2d {
    Window2d(
      stride: try expandSetting("stride", stride, 2), padding: try expandSetting("padding", padding, 2),
      dilation: try expandSetting("dilation", dilation, 2))
  }

  /// Gradient of `conv2d` with respect to its input.
  public static func conv2dInput(
    _ grad: Tensor, _ weight: Tensor, _ inputSize: Shape, _ stride: Shape, _ padding: Shape, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let o = try window(stride, padding, dilation)
    try checkConvGradient(grad, inputSize, weight.shape, o, groups, weight.dtype)
    return try convInput(grad, weight, inputSize, o, groups)
  }

  /// Gradient of `conv2d` with respect to its weight.
  public static func conv2dWeight(
    _ grad: Tensor, _ input: Tensor, _ weightSize: Shape, _ stride: Shape, _ padding: Shape, _ dilation: Shape,
    _ groups: Int
  ) throws -> Tensor {
    let o = try window(stride, padding, dilation)
    try checkConvGradient(grad, input.shape, weightSize, o, groups, input.dtype)
    return try convWeight(grad, input, weightSize, o, groups)
  }

  @_optimize(none)
  static func registerConvolutions(_ r: inout Registry) {
    func samples(_ n: Int, transposed: Bool = false, name: Bool = false) -> Samples {
      let one: Shape = n == 1 ? [7] : [5, 6]
      let k: Shape = n == 1 ? [3] : [3, 2]
      return Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = try m.tensor([2, 3] + one)
          let w = try m.tensor((transposed ? [2, 4] : [4, 2]) + k)
          let padding: Value = name ? .string("valid") : .ints([0])
          var call: [Value] = [.tensor(x), .tensor(w), .none, .ints([1]), padding]
          call += transposed ? [.ints([0]), .int(1), .ints([1])] : [.ints([1]), .int(1)]
          return [(arguments: call, message: "channels")]
        }
      ) { m in
        var calls: [[Value]] = []
        let settings: [(batched: Bool, bias: Bool, stride: Int, padding: Int, dilation: Int, groups: Int)] = [
          (true, true, 1, 0, 1, 1), (true, false, name ? 1 : 2, 1, 1, 2), (false, true, 1, 1, 2, 1),
        ]
        for s in settings {
          let x = try m.tensor((s.batched ? [2, 4] : [4]) + one)
          let w = try m.tensor((transposed ? [4, 3] : [6, 4 / s.groups]) + k)
          let outs = transposed ? 3 * s.groups : 6
          let bias: Value = s.bias ? .tensor(try m.tensor([outs])) : .none
          let padding: Value = name ? .string(s.bias ? "same" : "valid") : .ints([s.padding])
          var call: [Value] = [.tensor(x), .tensor(w), bias, .ints([s.stride]), padding]
          call +=
            transposed
            ? [.ints([s.stride - 1]), .int(s.groups), .ints([s.dilation])] : [.ints([s.dilation]), .int(s.groups)]
          calls.append(call)
        }
        return calls
      }
    }
    let both: Surface = [.function, .nn]
    r.add(
      "conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)", conv2d,
      "2-d cross-correlation of input [N, C, H, W] or [C, H, W] with weight [O, C / groups, kH, kW].", on: both,
      samples: samples(2))
    r.add(
      "conv2d.padding(input, weight, bias=None, stride=1, padding=\"valid\", dilation=1, groups=1)", conv2dPadding,
      "2-d cross-correlation with padding `same` or `valid`.", on: both, samples: samples(2, name: true))
    r.add(
      "conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)", conv1d,
      "1-d cross-correlation of input [N, C, L] or [C, L] with weight [O, C / groups, k].", on: both, samples: samples(1))
    r.add(
      "conv1d.padding(input, weight, bias=None, stride=1, padding=\"valid\", dilation=1, groups=1)", conv1dPadding,
      "1-d cross-correlation with padding `same` or `valid`.", on: both, samples: samples(1, name: true))
    r.add(
      "conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
      convTranspose2d, "2-d transposed convolution: the gradient of `conv2d` with respect to its input.", on: both,
      samples: samples(2, transposed: true))
    r.add(
      "conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
      convTranspose1d, "1-d transposed convolution: the gradient of `conv1d` with respect to its input.", on: both,
      samples: samples(1, transposed: true))
    r.add(
      "conv2d_input(grad, weight, input_size, stride=1, padding=0, dilation=1, groups=1)", conv2dInput,
      "Gradient of `conv2d` with respect to an input of `input_size`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([2, 3, 3, 3])), .tensor(try m.tensor([3, 2, 2, 2])), .ints([2, 2, 4, 4]), .ints([1]),
            .ints([0]), .ints([1]), .int(1),
          ]
        ]
      })
    r.add(
      "conv2d_weight(grad, input, weight_size, stride=1, padding=0, dilation=1, groups=1)", conv2dWeight,
      "Gradient of `conv2d` with respect to a weight of `weight_size`.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([2, 3, 3, 3])), .tensor(try m.tensor([2, 2, 4, 4])), .ints([3, 2, 2, 2]), .ints([1]),
            .ints([0]), .ints([1]), .int(1),
          ]
        ]
      })
  }
}
