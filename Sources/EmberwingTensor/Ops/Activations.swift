// Activation functions; the derivative of each that a kernel computes in one pass is an op of its own, see
// ActivationGradients.swift.
extension Ops {
  private static func requireFloat(_ x: Tensor, _ name: String) throws {
    if x.dtype.isIntegral { throw unsupported(name, x.dtype) }
  }

  public static func sigmoid(_ input: Tensor) throws -> Tensor {
    try unary(.sigmoid, "sigmoid", input, node: "SigmoidBackward0", saveOutput: true) { g, s in
      Grads(try sigmoidBackward(g, s[0]))
    }
  }

  public static func tanh(_ input: Tensor) throws -> Tensor {
    try unary(.tanh, "tanh", input, node: "TanhBackward0", saveOutput: true) { g, s in
      Grads(try tanhBackward(g, s[0]))
    }
  }

  public static func relu(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { throw EmberwingError.notImplemented("Boolean inputs not supported for relu") }
    return try unary(.relu, "relu", input, float: false, node: "ReluBackward0", saveOutput: true) { g, s in
      Grads(try thresholdBackward(g, s[0], 0))
    }
  }

  public static func hardtanh(_ input: Tensor, _ minVal: Double, _ maxVal: Double) throws -> Tensor {
    if minVal > maxVal { throw EmberwingError.value("min_val cannot be greater than max_val") }
    if input.dtype == .bool { throw EmberwingError.notImplemented("Bool inputs not supported for hardtanh") }
    return try unary(.clamp, "hardtanh", input, float: false, minVal, maxVal, node: "HardtanhBackward0") { g, s in
      let x = try s[0]
      return Grads(
        try Calc.keep(g, where: logicalAnd(gt(x, .scalar(.float(minVal))), lt(x, .scalar(.float(maxVal))))))
    }
  }

  public static func relu6(_ input: Tensor) throws -> Tensor {
    if input.dtype == .bool { throw EmberwingError.notImplemented("Boolean inputs not supported for relu6") }
    return try hardtanh(input, 0, 6)
  }

  public static func leakyRelu(_ input: Tensor, _ negativeSlope: Double) throws -> Tensor {
    try requireFloat(input, "leaky_relu_cpu")
    return try unary(.leakyRelu, "leaky_relu_cpu", input, negativeSlope, node: "LeakyReluBackward0") { g, s in
      Grads(try leakyReluBackward(g, s[0], negativeSlope))
    }
  }

  private static func elu(_ x: Tensor, _ alpha: Double, _ scale: Double, _ inputScale: Double) throws -> Tensor {
    try requireFloat(x, "elu_cpu")
    return try unary(.elu, "elu_cpu", x, alpha, scale, inputScale, node: "EluBackward0") { g, s in
      Grads(try eluBackward(g, s[0], alpha, scale, inputScale))
    }
  }

  public static func elu(_ input: Tensor, _ alpha: Double) throws -> Tensor { try elu(input, alpha, 1, 1) }

  public static func selu(_ input: Tensor) throws -> Tensor {
    try elu(input, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1)
  }

  public static func celu(_ input: Tensor, _ alpha: Double) throws -> Tensor {
    if alpha == 0 { throw EmberwingError.runtime("ZeroDivisionError: alpha cannot be 0 for CELU") }
    return try elu(input, alpha, 1, 1 / alpha)
  }

  static func usesTanh(_ approximate: String) throws -> Bool {
    switch approximate {
    case "none": return false
    case "tanh": return true
    default: throw EmberwingError.runtime("approximate argument must be either none or tanh.")
    }
  }

  public static func gelu(_ input: Tensor, _ approximate: String) throws -> Tensor {
    let fast = try usesTanh(approximate)
    try requireFloat(input, "GeluKernelImpl")
    return try unary(fast ? .geluTanh : .gelu, "GeluKernelImpl", input, node: "GeluBackward0") { g, s in
      Grads(try geluBackward(g, s[0], approximate))
    }
  }

  public static func silu(_ input: Tensor) throws -> Tensor {
    try requireFloat(input, "silu_cpu")
    return try unary(.silu, "silu_cpu", input, node: "SiluBackward0") { g, s in Grads(try siluBackward(g, s[0])) }
  }

  public static func mish(_ input: Tensor) throws -> Tensor {
    try requireFloat(input, "mish_cpu")
    return try unary(.mish, "mish_cpu", input, node: "MishBackward0") { g, s in Grads(try mishBackward(g, s[0])) }
  }

  public static func hardswish(_ input: Tensor) throws -> Tensor {
    try requireFloat(input, "hardswish_cpu")
    return try unary(.hardswish, "hardswish_cpu", input, node: "HardswishBackward0") { g, s in
      Grads(try hardswishBackward(g, s[0]))
    }
  }

  public static func hardsigmoid(_ input: Tensor) throws -> Tensor {
    try requireFloat(input, "hardsigmoid_cpu")
    return try unary(.hardsigmoid, "hardsigmoid_cpu", input, node: "HardsigmoidBackward0") { g, s in
      Grads(try hardsigmoidBackward(g, s[0]))
    }
  }

  public static func softplus(_ input: Tensor, _ beta: Double, _ threshold: Double) throws -> Tensor {
    try requireFloat(input, "softplus_cpu")
    return try unary(.softplus, "softplus_cpu", input, beta, threshold, node: "SoftplusBackward0") { g, s in
      Grads(try softplusBackward(g, s[0], beta, threshold))
    }
  }

  public static func logsigmoid(_ input: Tensor) throws -> Tensor {
    try requireFloat(input, "log_sigmoid_cpu")
    return try unary(.logSigmoid, "log_sigmoid_cpu", input, node: "LogSigmoidBackward0") { g, s in
      Grads(try Calc.mul(g, sigmoid(neg(s[0]))))
    }
  }

  public static func softsign(_ input: Tensor) throws -> Tensor { try Calc.div(input, Calc.add(abs(input), 1)) }

  public static func tanhshrink(_ input: Tensor) throws -> Tensor { try Calc.sub(input, tanh(input)) }

  public static func softshrink(_ input: Tensor, _ lambd: Double) throws -> Tensor {
    try requireFloat(input, "softshrink_check")
    if !(lambd >= 0) {
      throw EmberwingError.runtime(
        "lambda must be in range [0, 3.40282e+38] for input dtype \(input.dtype.scalarTypeName), but found \(shortest(lambd))")
    }
    return try Calc.sub(input, clamp(input, .float(-lambd), .float(lambd)))
  }

  public static func hardshrink(_ input: Tensor, _ lambd: Double) throws -> Tensor {
    try requireFloat(input, "hardshrink_cpu")
    let inside = try withGradMode(false) { try le(abs(input), .scalar(.float(lambd))) }
    return try Calc.drop(input, where: inside)
  }

  public static func threshold(_ input: Tensor, _ threshold: Scalar, _ value: Scalar) throws -> Tensor {
    let below = try le(input, .scalar(threshold))
    let t = threshold.double
    return try withGradMode(false) { try maskedFill(input, below, .scalar(value)) }
      .recorded("ThresholdBackward0", input, save: input) { g, s in Grads(try thresholdBackward(g, s[0], t)) }
  }

  public static func prelu(_ input: Tensor, _ weight: Tensor) throws -> Tensor {
    if input.dtype != weight.dtype {
      throw EmberwingError.runtime(
        "prelu: Type promoting not supported. Got \(input.dtype.scalarTypeName) and \(weight.dtype.scalarTypeName)")
    }
    var w = weight
    if weight.count != 1 {
      if input.dim == 0 { throw EmberwingError.runtime("Not allow zero-dim input tensor.") }
      let channels = input.dim > 1 ? input.shape[1] : 1
      if channels != weight.count {
        throw EmberwingError.runtime(
          "Mismatch of parameter numbers and input channel size. Found parameter numbers = \(weight.count) and channel size = \(channels).")
      }
    }
    if weight.dim > 1 {
      throw EmberwingError.runtime(
        "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = \(weight.dim)")
    }
    var shape = Shape(repeating: 1, count: input.dim)
    if weight.count != 1, input.dim > 1 { shape[1] = weight.count }
    w = try reshape(weight, shape)
    return try Ops.`where`(gt(input, .scalar(0)), .tensor(input), .tensor(Calc.mul(input, w)))
  }

  public static func glu(_ input: Tensor, _ dim: Int) throws -> Tensor {
    if input.dim == 0 {
      throw EmberwingError.runtime("glu does not support scalars because halving size must be even")
    }
    let d = try wrapDim(dim, input.dim)
    let size = input.shape[d]
    if size % 2 != 0 {
      throw EmberwingError.runtime("Halving dimension must be even, but dimension \(d) is size \(size)")
    }
    let a = try narrow(input, d, 0, size / 2)
    let b = try narrow(input, d, size / 2, size / 2)
    return try Calc.mul(a, sigmoid(b))
  }

  @_optimize(none)
  static func registerActivations(_ r: inout Registry) {
    typealias F = (Tensor) throws -> Tensor
    let wide: Samples = .unary()
    let kink: Samples = .unary(avoiding: [0])
    let broad: Samples = .unary(-5, 5, avoiding: [-3, 3])
    r.add("sigmoid(input)", sigmoid, "`1 / (1 + exp(-input))`, elementwise.", inplace: .direct, samples: wide)
    r.add("tanh(input)", tanh, "Hyperbolic tangent, elementwise.", inplace: .direct, samples: wide)
    r.add("relu(input)", relu, "`max(input, 0)`, elementwise.", inplace: .direct, on: [.both, .nn], samples: kink)
    func row(_ name: String, _ f: @escaping F, _ doc: String, _ samples: Samples, _ inplace: InplaceForm = .none) {
      r.add("\(name)(input)", f, doc, inplace: inplace, on: .nn, samples: samples)
    }
    row("relu6", relu6, "`min(max(input, 0), 6)`, elementwise.", kink, .direct)
    row("silu", silu, "`input * sigmoid(input)`, elementwise.", wide, .direct)
    row("mish", mish, "`input * tanh(softplus(input))`, elementwise.", wide, .direct)
    row("hardswish", hardswish, "`input * relu6(input + 3) / 6`, elementwise.", broad, .direct)
    row("hardsigmoid", hardsigmoid, "`relu6(input + 3) / 6`, elementwise.", broad, .direct)
    row("logsigmoid", logsigmoid, "`log(sigmoid(input))`, elementwise.", wide)
    row("softsign", softsign, "`input / (1 + |input|)`, elementwise.", kink)
    row("tanhshrink", tanhshrink, "`input - tanh(input)`, elementwise.", wide)
    r.add(
      "selu(input)", selu, "ELU with the self-normalising scale and alpha.", inplace: .direct, on: [.function, .nn],
      samples: kink)
    r.add(
      "celu(input, alpha=1.0)", celu, "`max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`, elementwise.",
      inplace: .direct, on: [.function, .nn], samples: .unary(avoiding: [0], more: [.float(1.5)]))
    r.add(
      "elu(input, alpha=1.0)", elu as (Tensor, Double) throws -> Tensor,
      "`input` where positive, else `alpha * (exp(input) - 1)`.", inplace: .direct, on: .nn,
      samples: .unary(avoiding: [0], more: [.float(1.5)]))
    r.add(
      "leaky_relu(input, negative_slope=0.01)", leakyRelu, "`input` where positive, else `negative_slope * input`.",
      inplace: .direct, on: .nn, samples: .unary(avoiding: [0], more: [.float(0.1)]))
    r.add(
      "hardtanh(input, min_val=-1.0, max_val=1.0)", hardtanh, "Elements limited to [min_val, max_val].",
      inplace: .direct, on: .nn, samples: .unary(avoiding: [-1, 1], more: [.float(-1), .float(1)]))
    r.add(
      "gelu(input, approximate='none')", gelu, "`input * Φ(input)` with the normal distribution function Φ.",
      on: .nn, samples: .unary(more: [.string("none")]))
    r.add(
      "softplus(input, beta=1.0, threshold=20.0)", softplus, "`log(1 + exp(beta * input)) / beta`, elementwise.",
      on: .nn, samples: .unary(more: [.float(2), .float(20)]))
    r.add(
      "softshrink(input, lambd=0.5)", softshrink, "Elements moved towards 0 by lambd, 0 within.", on: .nn,
      samples: .unary(avoiding: [-0.5, 0.5], more: [.float(0.5)]))
    r.add(
      "hardshrink(input, lambd=0.5)", hardshrink, "Elements of absolute value at most lambd become 0.",
      on: [.both, .nn], samples: .unary(avoiding: [-0.5, 0.5], more: [.float(0.5)]))
    r.add(
      "threshold(input, threshold, value)", threshold, "`input` where above threshold, else value.", inplace: .copied,
      on: [.function, .nn], samples: .unary(avoiding: [0.5], more: [.float(0.5), .float(7)]))
    r.add(
      "prelu(input, weight)", prelu, "`input` where positive, else `weight * input`, one weight a channel.",
      on: [.both, .nn],
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 3, 2], avoiding: [0])), .tensor(try m.tensor([3]))],
          [.tensor(try m.tensor([4], avoiding: [0])), .tensor(try m.tensor([1]))],
        ]
      })
    r.add(
      "glu(input, dim=-1)", glu, "The first half along dim times the sigmoid of the second.", on: .nn,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in [([.tensor(try m.tensor([2, 3])), .int(1)], "Halving dimension must be even")] }
      ) { m in [[.tensor(try m.tensor([2, 4])), .int(-1)], [.tensor(try m.tensor([2, 3])), .int(0)]] })
  }
}
