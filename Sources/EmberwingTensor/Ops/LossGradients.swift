// Derivatives of the elementwise losses in one pass each: gradient × slope(input, target), differentiable again.
extension Ops {
  private static func lossSlope(
    _ op: TernaryOp, _ name: StaticString, _ g: Tensor, _ x: Tensor, _ t: Tensor, _ p: Double = 0,
    _ rule: @escaping (_ gg: Tensor, _ s: SavedTensors) throws -> Grads
  ) throws -> Tensor {
    try ternaryData(op, name, g, x, t, p).recorded("\(name)_backward", inputs: [g, x, t], save: [g, x, t], rule)
  }

  /// Gradients for input and target of a slope that depends on their difference.
  private static func opposite(_ first: Tensor, _ curvature: Tensor, _ s: SavedTensors) throws -> Grads {
    Grads(
      s.needs(0) ? first : nil, s.needs(1) ? curvature : nil, s.needs(2) ? try neg(curvature) : nil)
  }

  public static func mseLossBackward(_ gradOutput: Tensor, _ input: Tensor, _ target: Tensor) throws -> Tensor {
    try lossSlope(.mseBackward, "mse_loss_backward", gradOutput, input, target) { gg, s in
      try opposite(mseLossBackward(gg, s[1], s[2]), Calc.mul(Calc.mul(gg, s[0]), 2), s)
    }
  }

  public static func smoothL1LossBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ target: Tensor, _ beta: Double
  ) throws -> Tensor {
    try lossSlope(.smoothL1Backward, "smooth_l1_loss_backward", gradOutput, input, target, beta) { gg, s in
      let near = try lt(abs(Calc.sub(s[1], s[2])), .scalar(.float(beta)))
      let curvature = try Calc.keep(Calc.div(Calc.mul(gg, s[0]), beta), where: near)
      return try opposite(smoothL1LossBackward(gg, s[1], s[2], beta), curvature, s)
    }
  }

  public static func huberLossBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ target: Tensor, _ delta: Double
  ) throws -> Tensor {
    try lossSlope(.huberBackward, "huber_loss_backward", gradOutput, input, target, delta) { gg, s in
      let near = try le(abs(Calc.sub(s[1], s[2])), .scalar(.float(delta)))
      let curvature = try Calc.keep(Calc.mul(gg, s[0]), where: near)
      return try opposite(huberLossBackward(gg, s[1], s[2], delta), curvature, s)
    }
  }

  public static func binaryCrossEntropyBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ target: Tensor
  ) throws -> Tensor {
    try lossSlope(.bceBackward, "binary_cross_entropy_backward", gradOutput, input, target) { gg, s in
      let (x, t) = (try s[1], try s[2])
      let d = try Calc.mul(x, Calc.rsub(1, x))
      let both = try Calc.mul(gg, s[0])
      // d/dx (x - t) / (x - x²) = (x² - 2tx + t) / (x - x²)²
      let top = try Calc.add(Calc.sub(square(x), Calc.mul(Calc.mul(t, x), 2)), t)
      return Grads(
        s.needs(0) ? try binaryCrossEntropyBackward(gg, x, t) : nil,
        s.needs(1) ? try Calc.mul(both, Calc.div(top, square(d))) : nil,
        s.needs(2) ? try neg(Calc.div(both, d)) : nil)
    }
  }

  public static func binaryCrossEntropyWithLogitsBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ target: Tensor
  ) throws -> Tensor {
    try lossSlope(
      .bceWithLogitsBackward, "binary_cross_entropy_with_logits_backward", gradOutput, input, target
    ) { gg, s in
      let (x, t) = (try s[1], try s[2])
      let both = try Calc.mul(gg, s[0])
      return Grads(
        s.needs(0) ? try binaryCrossEntropyWithLogitsBackward(gg, x, t) : nil,
        s.needs(1) ? try sigmoidBackward(both, sigmoid(x)) : nil, s.needs(2) ? try neg(both) : nil)
    }
  }

  @_optimize(none)
  static func registerLossGradients(_ r: inout Registry) {
    func samples(_ low: Double, _ high: Double, _ targetLow: Double, _ targetHigh: Double, _ more: [Value] = [])
      -> Samples
    {
      Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3], low, high)),
            .tensor(try m.tensor([2, 3], targetLow, targetHigh)),
          ] + more
        ]
      }
    }
    r.add(
      "mse_loss_backward(grad_output, input, target)", mseLossBackward, "Elementwise gradient of `mse_loss`.",
      on: .hidden, samples: samples(-2, 2, -2, 2))
    r.add(
      "smooth_l1_loss_backward(grad_output, input, target, beta)", smoothL1LossBackward,
      "Elementwise gradient of `smooth_l1_loss`.", on: .hidden, samples: samples(-2, 0, 1, 2, [.float(0.5)]))
    r.add(
      "huber_loss_backward(grad_output, input, target, delta)", huberLossBackward,
      "Elementwise gradient of `huber_loss`.", on: .hidden, samples: samples(-2, 0, 1, 2, [.float(0.5)]))
    r.add(
      "binary_cross_entropy_backward(grad_output, input, target)", binaryCrossEntropyBackward,
      "Elementwise gradient of `binary_cross_entropy`.", on: .hidden, samples: samples(0.2, 0.8, 0, 1))
    r.add(
      "binary_cross_entropy_with_logits_backward(grad_output, input, target)", binaryCrossEntropyWithLogitsBackward,
      "Elementwise gradient of `binary_cross_entropy_with_logits`.", on: .hidden, samples: samples(-2, 2, 0, 1))
  }
}
