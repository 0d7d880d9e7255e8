#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func sine(_ x: Double) -> Double { sin(x) }

// Interpolation: every mode is one sparse matrix a dimension. Positions are computed in the floating type that PyTorch
// uses, so that ties fall the same way.
extension Ops {
  enum Resampling {
    case nearest, nearestExact, linear, cubic, linearSmooth, cubicSmooth, lanczosSmooth

    init?(_ mode: String, antialias: Bool) {
      switch (mode, antialias) {
      case ("nearest", false): self = .nearest
      case ("nearest-exact", false): self = .nearestExact
      case ("linear", false), ("bilinear", false), ("trilinear", false): self = .linear
      case ("bicubic", false): self = .cubic
      case ("bilinear", true): self = .linearSmooth
      case ("bicubic", true): self = .cubicSmooth
      case ("lanczos", true): self = .lanczosSmooth
      default: return nil
      }
    }
  }

  /// Distance between neighbouring outputs, in inputs.
  private static func step<T: BinaryFloatingPoint>(_ n: Int, _ m: Int, _ corners: Bool, _ scale: Double?) -> T {
    if corners { return m > 1 ? T(n - 1) / T(m - 1) : 0 }
    if let scale, scale > 0 { return T(1 / scale) }
    return T(n) / T(m)
  }

  private static func nearestMap(_ n: Int, _ m: Int, _ scale: Double?, exact: Bool) -> AxisMap {
    let step: Float = step(n, m, false, scale)
    return AxisMap(inputs: n, outputs: m) { i, add in
      let position = exact ? (Float(i) + 0.5) * step : Float(i) * step
      let floor = position.rounded(.down)
      // A scale of the user's may send positions anywhere; a NaN fails the comparison.
      add(floor >= 0 && floor < Float(n) ? Swift.min(Int(floor), n - 1) : floor < 0 ? 0 : n - 1, 1)
    }
  }

  private static func source<T: BinaryFloatingPoint>(_ i: Int, _ step: T, _ corners: Bool, cubic: Bool) -> T {
    if corners { return step * T(i) }
    let p = step * (T(i) + 0.5) - 0.5
    return !cubic && p < 0 ? 0 : p
  }

  private static func linearMap<T: BinaryFloatingPoint>(
    _ n: Int, _ m: Int, _ corners: Bool, _ scale: Double?, _: T.Type
  ) -> AxisMap {
    let step: T = step(n, m, corners, scale)
    return AxisMap(inputs: n, outputs: m) { i, add in
      if n == m { return add(i, 1) }
      let p = source(i, step, corners, cubic: false)
      let low = p >= 0 && p < T(n) ? Swift.min(Int(p), n - 1) : n - 1
      let t = Swift.min(Swift.max(p - T(low), 0), 1)
      if low + 1 >= n { return add(low, 1) }
      add(low, Double(1 - t))
      add(low + 1, Double(t))
    }
  }

  /// The cubic convolution kernel of Keys (1981) at distance `x`.
  private static func cubic(_ x: Double, _ a: Double) -> Double {
    let d = Swift.abs(x)
    if d <= 1 { return ((a + 2) * d - (a + 3)) * d * d + 1 }
    return d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0
  }

  private static func cubicMap<T: BinaryFloatingPoint>(
    _ n: Int, _ m: Int, _ corners: Bool, _ scale: Double?, _: T.Type
  ) -> AxisMap {
    let step: T = step(n, m, corners, scale)
    return AxisMap(inputs: n, outputs: m) { i, add in
      let p = source(i, step, corners, cubic: true)
      let floor = p.rounded(.down)
      guard floor > -4, floor < T(n) + 4 else { return add(n - 1, 1) }
      let (low, t) = (Int(floor), Double(p - floor))
      for k in -1...2 { add(Swift.min(Swift.max(low + k, 0), n - 1), cubic(Double(k) - t, -0.75)) }
    }
  }

  /// Antialiased: the kernel is stretched over everything that falls on an output.
  private static func smoothMap<T: BinaryFloatingPoint>(
    _ n: Int, _ m: Int, _ corners: Bool, _ scale: Double?, _ kind: Resampling, _: T.Type
  ) -> AxisMap {
    let scale: T = step(n, m, corners, scale)
    let half: T = kind == .linearSmooth ? 1 : kind == .cubicSmooth ? 2 : 3
    let support = scale >= 1 ? half * scale : half
    let inverse = scale >= 1 ? 1 / scale : 1
    return AxisMap(inputs: n, outputs: m) { i, add in
      let centre = scale * (T(i) + 0.5)
      let (from, to) = (centre - support + 0.5, centre + support + 0.5)
      guard from < T(n), to.isFinite, from.isFinite else { return add(n - 1, 1) }
      let low = from > 0 ? Int(from) : 0
      let high = to < T(n) ? Swift.max(Int(to), low) : n
      var weights: [Double] = []
      var total = 0.0
      for j in low..<high {
        let x = Double((T(j) - centre + 0.5) * inverse)
        let w =
          switch kind {
          case .linearSmooth: Swift.max(0, 1 - Swift.abs(x))
          case .cubicSmooth: cubic(x, -0.5)
          default: lanczos(x)
          }
        weights.append(w)
        total += w
      }
      for (k, w) in weights.enumerated() { add(low + k, total != 0 ? w / total : w) }
    }
  }

  private static func lanczos(_ x: Double) -> Double {
    func sinc(_ v: Double) -> Double { v == 0 ? 1 : sine(Double.pi * v) / (Double.pi * v) }
    return Swift.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0
  }

  private static func resamplingMap(
    _ kind: Resampling, _ n: Int, _ m: Int, corners: Bool, scale: Double?, wide: Bool
  ) -> AxisMap {
    switch kind {
    case .nearest: nearestMap(n, m, scale, exact: false)
    case .nearestExact: nearestMap(n, m, scale, exact: true)
    case .linear: wide ? linearMap(n, m, corners, scale, Double.self) : linearMap(n, m, corners, scale, Float.self)
    case .cubic: wide ? cubicMap(n, m, corners, scale, Double.self) : cubicMap(n, m, corners, scale, Float.self)
    default:
      wide ? smoothMap(n, m, corners, scale, kind, Double.self) : smoothMap(n, m, corners, scale, kind, Float.self)
    }
  }

  /// Resamples the last one, two or three dimensions of [N, C, …] to `outputSize`.
  public static func upsample(
    _ input: Tensor, _ outputSize: Shape, _ mode: String, _ alignCorners: Bool, _ antialias: Bool,
    _ scaleD: Double?, _ scaleH: Double?, _ scaleW: Double?
  ) throws -> Tensor {
    let n = outputSize.count
    guard let kind = Resampling(mode, antialias: antialias) else {
      throw EmberwingError.notImplemented("upsample: mode '\(mode)'\(antialias ? " with antialias" : "")")
    }
    if input.dim != n + 2 || n < 1 || n > 3 {
      throw EmberwingError.runtime(
        "It is expected input_size equals to \(n + 2), but got size \(input.dim)")
    }
    let name = "upsample_\(mode)\(n)d"
    for s in outputSize where s <= 0 || s > Int(Int32.max) {
      throw EmberwingError.runtime(
        "Input and output sizes should be greater than 0, but got input \(input.shape.slice(2..<input.dim)) output \(outputSize)")
    }
    if input.shape.slice(1..<input.dim).product == 0 {
      throw EmberwingError.runtime(
        "Non-empty \(n + 2)D data tensor expected but got a tensor with sizes \(input.shape)")
    }
    if !input.dtype.isFloatingPoint && input.dtype != .uint8 {
      throw unsupported(kind == .nearest || kind == .nearestExact ? "compute_indices_weights_nearest" : name, input.dtype)
    }
    let scales = [scaleD, scaleH, scaleW].suffix(n)
    let wide = input.dtype == .float64
    var y = input.dtype == .uint8 ? try to(input, .float32) : input
    let narrow = y.dtype == .float16 || y.dtype == .bfloat16
    if narrow { y = try to(y, .float32) }
    // The last dimension first: what follows then runs along whole rows.
    for i in stride(from: n - 1, through: 0, by: -1) {
      let (d, scale) = (i + 2, scales[scales.startIndex + i])
      let same = input.shape[d] == outputSize[i]
      if same && (kind == .linear || scale == nil || scale == 1) && kind != .lanczosSmooth { continue }
      let map = resamplingMap(
        kind, input.shape[d], outputSize[i], corners: alignCorners, scale: scale, wide: wide)
      y = try applyAxis(y, map, d, node: "Upsample\(n)DBackward0")
    }
    if input.dtype == .uint8 { return try to(try clamp(try round(y, 0), 0, 255), .uint8) }
    if narrow { return try to(y, input.dtype) }
    return y.impl === input.impl ? try clone(input) : y
  }

  @_optimize(none)
  static func registerResampling(_ r: inout Registry) {
    func samples(_ list: [(Shape, Shape, String, Bool, Bool)]) -> Samples {
      Samples(
        dtypes: Samples.floats,
        bad: { m in
          let rest: [Value] = [.string("bilinear"), .bool(false), .bool(false), .none, .none, .none]
          return [(arguments: [.tensor(try m.tensor([1, 1, 2, 2])), .ints([0, 3])] + rest, message: "greater than 0")]
        }
      ) { m in
        var calls: [[Value]] = []
        for (shape, size, mode, corners, smooth) in list {
          calls.append(
            [.tensor(try m.tensor(shape)), .ints(size), .string(mode), .bool(corners), .bool(smooth), .none, .none, .none])
        }
        return calls
      }
    }
    r.add(
      "upsample(input, output_size, mode=\"nearest\", align_corners=False, antialias=False, scales_d=None, scales_h=None, scales_w=None)",
      upsample,
      "Resamples the spatial dimensions of [N, C, …] to `output_size`: nearest, nearest-exact, linear, bilinear, trilinear or bicubic.",
      on: .hidden,
      samples: samples([
        ([1, 2, 4], [7], "nearest", false, false), ([1, 2, 3, 4], [5, 3], "nearest-exact", false, false),
        ([2, 1, 5], [8], "linear", true, false), ([1, 2, 4, 3], [6, 7], "bilinear", false, false),
        ([1, 1, 2, 3, 3], [3, 2, 5], "trilinear", false, false), ([1, 1, 4, 5], [7, 3], "bicubic", false, false),
        ([1, 1, 7, 6], [3, 2], "bilinear", false, true), ([1, 1, 7, 6], [3, 9], "bicubic", false, true),
      ]))
  }
}
