#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `torch.nn.init`: fills a tensor in place outside the graph, with PyTorch's numbers from PyTorch's random stream.
public enum Init {
  /// Which side of a weight keeps its variance in `kaiming…`.
  public enum Fan: String, Sendable {
    case fanIn = "fan_in"
    case fanOut = "fan_out"
  }

  public static func uniform(_ t: Tensor, _ low: Double = 0, _ high: Double = 1, generator: Generator? = nil) throws {
    try withGradMode(false) { try Ops.uniformInPlace(t, low, high, generator) }
  }

  public static func normal(_ t: Tensor, mean: Double = 0, std: Double = 1, generator: Generator? = nil) throws {
    try withGradMode(false) { try Ops.normalInPlace(t, mean, std, generator) }
  }

  public static func constant(_ t: Tensor, _ value: Double) throws {
    try withGradMode(false) { try Ops.fillInPlace(t, .float(value)) }
  }

  public static func zeros(_ t: Tensor) throws { try constant(t, 0) }
  public static func ones(_ t: Tensor) throws { try constant(t, 1) }

  /// Inputs and outputs that one element of a weight's result depends on.
  public static func fans(_ t: Tensor) throws -> (fanIn: Int, fanOut: Int) {
    if t.dim < 2 {
      throw EmberwingError.value("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    }
    var field = 1
    for i in 2..<t.dim { field &*= t.shape[i] }
    return (t.shape[1] &* field, t.shape[0] &* field)
  }

  /// The recommended gain of a nonlinearity; `parameter` is the negative slope of `leaky_relu`.
  public static func gain(_ nonlinearity: String, parameter: Double? = nil) throws -> Double {
    switch nonlinearity {
    case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid":
      return 1
    case "tanh": return 5.0 / 3
    case "relu": return 2.0.squareRoot()
    case "leaky_relu":
      let slope = parameter ?? 0.01
      return (2 / (1 + slope * slope)).squareRoot()
    case "selu": return 0.75
    default: throw EmberwingError.value("Unsupported nonlinearity \(nonlinearity)")
    }
  }

  private static func kaimingStd(_ t: Tensor, _ a: Double, _ mode: Fan, _ nonlinearity: String) throws -> Double {
    let f = try fans(t)
    return try gain(nonlinearity, parameter: a) / Double(mode == .fanIn ? f.fanIn : f.fanOut).squareRoot()
  }

  /// He et al. 2015, uniform.
  public static func kaimingUniform(
    _ t: Tensor, a: Double = 0, mode: Fan = .fanIn, nonlinearity: String = "leaky_relu", generator: Generator? = nil
  ) throws {
    if t.count == 0 { return }
    let bound = 3.0.squareRoot() * (try kaimingStd(t, a, mode, nonlinearity))
    try uniform(t, -bound, bound, generator: generator)
  }

  /// He et al. 2015, normal.
  public static func kaimingNormal(
    _ t: Tensor, a: Double = 0, mode: Fan = .fanIn, nonlinearity: String = "leaky_relu", generator: Generator? = nil
  ) throws {
    if t.count == 0 { return }
    try normal(t, std: try kaimingStd(t, a, mode, nonlinearity), generator: generator)
  }

  private static func xavierStd(_ t: Tensor, _ gain: Double) throws -> Double {
    let f = try fans(t)
    return gain * (2 / Double(f.fanIn &+ f.fanOut)).squareRoot()
  }

  /// Glorot and Bengio 2010, uniform.
  public static func xavierUniform(_ t: Tensor, gain: Double = 1, generator: Generator? = nil) throws {
    let bound = 3.0.squareRoot() * (try xavierStd(t, gain))
    try uniform(t, -bound, bound, generator: generator)
  }

  /// Glorot and Bengio 2010, normal.
  public static func xavierNormal(_ t: Tensor, gain: Double = 1, generator: Generator? = nil) throws {
    try normal(t, std: try xavierStd(t, gain), generator: generator)
  }

  /// What linear layers and convolutions begin with: weights, then a bias within 1/√fanIn.
  static func layer(_ weight: Tensor, _ bias: Tensor?) throws {
    try kaimingUniform(weight, a: 5.0.squareRoot())
    guard let bias else { return }
    let fanIn = try fans(weight).fanIn
    if fanIn > 0 {
      let bound = 1 / Double(fanIn).squareRoot()
      try uniform(bias, -bound, bound)
    } else {
      try zeros(bias)
    }
  }
}
