// Derivatives of the activations as ops of their own: one pass each, and differentiable again.
extension Ops {
  /// A fused derivative that is linear in the gradient. `curvature` gives the derivative with respect to `x` of
  /// (gradient × slope(x)) divided by the gradient; nil where the slope is piecewise constant.
  @inline(__always)
  private static func slope(
    _ op: BinaryOp, _ name: StaticString, _ node: StaticString, _ g: Tensor, _ x: Tensor, _ p0: Double = 0,
    _ p1: Double = 0, _ p2: Double = 0, curvature: ((Tensor) throws -> Tensor)?
  ) throws -> Tensor {
    let out = try binaryData(op, name, g, .tensor(x), p0, p1, p2)
    if !isGradEnabled { return out }
    return out.recorded("\(node)", g, x, saveA: curvature == nil ? nil : g, saveB: x, holomorphic: true) { gg, s in
      let x = try s[1]
      let first =
        s.needs(0) ? try slope(op, name, node, gg, x, p0, p1, p2, curvature: curvature) : nil
      guard s.needs(1) else { return Grads(first) }
      guard let curvature else { return Grads(first, try Calc.zeros(like: x)) }
      return Grads(first, try Calc.mul(Calc.mul(gg, s[0]), curvature(x)))
    }
  }

  public static func sigmoidBackward(_ gradOutput: Tensor, _ output: Tensor) throws -> Tensor {
    try slope(.sigmoidBackward, "sigmoid_backward", "SigmoidBackwardBackward0", gradOutput, output) { y in
      try Calc.rsub(1, Calc.mul(y, 2))
    }
  }

  public static func tanhBackward(_ gradOutput: Tensor, _ output: Tensor) throws -> Tensor {
    try slope(.tanhBackward, "tanh_backward", "TanhBackwardBackward0", gradOutput, output) { y in
      try Calc.mul(y, -2)
    }
  }

  public static func thresholdBackward(_ gradOutput: Tensor, _ input: Tensor, _ threshold: Double) throws -> Tensor {
    try slope(
      .thresholdBackward, "threshold_backward", "ThresholdBackwardBackward0", gradOutput, input, threshold,
      curvature: nil)
  }

  public static func leakyReluBackward(_ gradOutput: Tensor, _ input: Tensor, _ negativeSlope: Double) throws -> Tensor
  {
    try slope(
      .leakyReluBackward, "leaky_relu_backward", "LeakyReluBackwardBackward0", gradOutput, input, negativeSlope,
      curvature: nil)
  }

  public static func eluBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ alpha: Double, _ scale: Double, _ inputScale: Double
  ) throws -> Tensor {
    try slope(
      .eluBackward, "elu_backward", "EluBackwardBackward0", gradOutput, input, alpha, scale, inputScale
    ) { x in
      // exp only of what is negative: elsewhere it may overflow.
      let e = try exp(Calc.mul(clamp(x, nil, 0), inputScale))
      let c = alpha * scale * inputScale * inputScale
      return try Calc.drop(Calc.mul(e, c), where: gt(x, .scalar(0)))
    }
  }

  public static func geluBackward(_ gradOutput: Tensor, _ input: Tensor, _ approximate: String) throws -> Tensor {
    if try usesTanh(approximate) {
      return try slope(.geluTanhBackward, "gelu_backward", "GeluBackwardBackward0", gradOutput, input) { x in
        let k = 0.7978845608028653558799
        let c = 0.044715
        let x2 = try square(x)
        let t = try tanh(Calc.mul(Calc.mul(x, Calc.add(Calc.mul(x2, c), 1)), k))
        let u1 = try Calc.add(Calc.mul(x2, 3 * c * k), k)
        let u2 = try Calc.mul(x, 6 * c * k)
        let w = try Calc.rsub(1, square(t))
        // (1 - t²)·(u' + x/2·(u'' - 2·t·u'²))
        let inner = try Calc.sub(u2, Calc.mul(Calc.mul(t, square(u1)), 2))
        return try Calc.mul(w, Calc.add(u1, Calc.mul(Calc.mul(x, inner), 0.5)))
      }
    }
    return try slope(.geluBackward, "gelu_backward", "GeluBackwardBackward0", gradOutput, input) { x in
      let x2 = try square(x)
      let density = try Calc.mul(exp(Calc.mul(x2, -0.5)), 0.3989422804014326779399)
      return try Calc.mul(density, Calc.rsub(2, x2))
    }
  }

  public static func siluBackward(_ gradOutput: Tensor, _ input: Tensor) throws -> Tensor {
    try slope(.siluBackward, "silu_backward", "SiluBackwardBackward0", gradOutput, input) { x in
      let s = try sigmoid(x)
      let w = try Calc.mul(s, Calc.rsub(1, s))
      return try Calc.mul(w, Calc.add(Calc.mul(x, Calc.rsub(1, Calc.mul(s, 2))), 2))
    }
  }

  public static func mishBackward(_ gradOutput: Tensor, _ input: Tensor) throws -> Tensor {
    try slope(.mishBackward, "mish_backward", "MishBackwardBackward0", gradOutput, input) { x in
      let s = try sigmoid(x)
      let t = try tanh(softplus(x, 1, 20))
      let w = try Calc.mul(s, Calc.rsub(1, square(t)))
      let inner = try Calc.sub(Calc.rsub(1, s), Calc.mul(Calc.mul(t, s), 2))
      return try Calc.mul(w, Calc.add(Calc.mul(x, inner), 2))
    }
  }

  public static func hardswishBackward(_ gradOutput: Tensor, _ input: Tensor) throws -> Tensor {
    try slope(.hardswishBackward, "hardswish_backward", "HardswishBackwardBackward0", gradOutput, input) { x in
      let inside = try lt(abs(x), .scalar(3))
      return try Calc.mul(to(inside, x.dtype), 1.0 / 3)
    }
  }

  public static func hardsigmoidBackward(_ gradOutput: Tensor, _ input: Tensor) throws -> Tensor {
    try slope(
      .hardsigmoidBackward, "hardsigmoid_backward", "HardsigmoidBackwardBackward0", gradOutput, input, curvature: nil)
  }

  public static func softplusBackward(
    _ gradOutput: Tensor, _ input: Tensor, _ beta: Double, _ threshold: Double
  ) throws -> Tensor {
    try slope(
      .softplusBackward, "softplus_backward", "SoftplusBackwardBackward0", gradOutput, input, beta, threshold
    ) { x in
      let z = try Calc.mul(x, beta)
      let s = try sigmoid(z)
      let w = try Calc.mul(Calc.mul(s, Calc.rsub(1, s)), beta)
      return try Calc.drop(w, where: gt(z, .scalar(.float(threshold))))
    }
  }

  @_optimize(none)
  static func registerActivationGradients(_ r: inout Registry) {
    typealias Pair = (Tensor, Tensor) throws -> Tensor
    func samples(_ low: Double, _ high: Double, _ avoiding: [Double], _ more: [Value] = []) -> Samples {
      .binary(
        -2, 2, avoiding: avoiding, secondLow: low, secondHigh: high, number: nil, more: more)
    }
    func row(_ name: String, _ second: String, _ f: @escaping Pair, _ s: Samples) {
      r.add("\(name)_backward(grad_output, \(second))", f, "Gradient of `\(name)`.", on: .hidden, samples: s)
    }
    row("sigmoid", "output", sigmoidBackward, samples(0.1, 0.9, []))
    row("tanh", "output", tanhBackward, samples(-0.9, 0.9, []))
    row("silu", "input", siluBackward, samples(-2, 2, []))
    row("mish", "input", mishBackward, samples(-2, 2, []))
    row("hardswish", "input", hardswishBackward, samples(-2, 2, []))
    row("hardsigmoid", "input", hardsigmoidBackward, samples(-2, 2, []))
    r.add(
      "threshold_backward(grad_output, input, threshold)", thresholdBackward, "Gradient of `threshold` and `relu`.",
      on: .hidden, samples: samples(-2, 2, [0], [.float(0)]))
    r.add(
      "leaky_relu_backward(grad_output, input, negative_slope)", leakyReluBackward, "Gradient of `leaky_relu`.",
      on: .hidden, samples: samples(-2, 2, [0], [.float(0.1)]))
    r.add(
      "elu_backward(grad_output, input, alpha, scale, input_scale)", eluBackward, "Gradient of `elu`.", on: .hidden,
      samples: samples(-2, 2, [0], [.float(1.5), .float(1.1), .float(0.7)]))
    r.add(
      "gelu_backward(grad_output, input, approximate='none')", geluBackward, "Gradient of `gelu`.", on: .hidden,
      samples: samples(-2, 2, [], [.string("tanh")]))
    r.add(
      "softplus_backward(grad_output, input, beta, threshold)", softplusBackward, "Gradient of `softplus`.",
      on: .hidden, samples: samples(-2, 2, [], [.float(2), .float(20)]))
  }
}
