// Adaptive and fractional pooling, and the way back from a maximum (unpooling).
extension Ops {
  private static func adaptiveSize(_ op: String, _ x: Tensor, _ size: Shape, _ n: Int) throws -> Shape {
    if size.count != n && (size.count != 1 || n == 1) {
      throw EmberwingError.runtime("\(op): output_size must be \(n)")
    }
    if x.dim != n + 1 && x.dim != n + 2 {
      throw EmberwingError.runtime("\(op)(): Expected \(n + 1)D or \(n + 2)D tensor, but got \(x.shape)")
    }
    for s in size where s < 0 || s > Int(Int32.max) {
      throw EmberwingError.runtime("\(op): elements of output_size must be greater than or equal to 0 but received \(size)")
    }
    for d in 1..<x.dim where x.shape[d] == 0 && (d >= x.dim - n) {
      throw EmberwingError.runtime(
        "\(op)(): Expected input to have non-zero size for non-batch dimensions, but input has sizes \(x.shape) with dimension \(d) being empty")
    }
    return size.count == n ? size : Shape(repeating: size[0], count: n)
  }

  /// The `i`-th of `n` stretches of `size` elements.
  private static func stretch(_ i: Int, _ n: Int, _ size: Int) -> Range<Int> {
    (i * size / n)..<(((i + 1) * size + n - 1) / n)
  }

  private static func adaptiveAverage(_ op: String, _ x: Tensor, _ outputSize: Shape, _ n: Int) throws -> Tensor {
    let size = try adaptiveSize(op, x, outputSize, n)
    if !x.dtype.isFloatingPoint { throw unsupported(op, x.dtype) }
    if size.product == 1, n > 1 { return try mean(x, Shape((x.dim - n)..<x.dim), true, nil) }
    if n == 2, size.product > 0, x.count > 0 {
      let (h, w) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
      if h % size[0] == 0, w % size[1] == 0 {
        return try avgPool2d(x, [h / size[0], w / size[1]], nil, [0], false, true, nil)
      }
    }
    let narrow = x.dtype == .float16 || x.dtype == .bfloat16
    var y = narrow ? try to(x, .float32) : x
    for i in (0..<n).reversed() {
      let d = x.dim - n + i
      let (total, m) = (x.shape[d], size[i])
      let map = AxisMap(inputs: total, outputs: m) { o, add in
        let s = stretch(o, m, total)
        for j in s { add(j, 1 / Double(s.count)) }
      }
      y = try applyAxis(y, map, d, node: "AdaptiveAvgPool\(n)DBackward0")
    }
    return narrow ? try to(y, x.dtype) : y
  }

  public static func adaptiveAvgPool1d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveAverage("adaptive_avg_pool1d", input, outputSize, 1)
  }

  public static func adaptiveAvgPool2d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveAverage("adaptive_avg_pool2d", input, outputSize, 2)
  }

  public static func adaptiveAvgPool3d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveAverage("adaptive_avg_pool3d", input, outputSize, 3)
  }

  private static func adaptiveMaximum(_ op: String, _ x: Tensor, _ outputSize: Shape, _ n: Int) throws -> (Tensor, Tensor) {
    let size = try adaptiveSize(op, x, outputSize, n)
    if !x.dtype.isFloatingPoint { throw unsupported(op, x.dtype) }
    let indices = try maxPositions(x, size) { i, o in
      Array(stretch(o, size[i], x.shape[x.dim - n + i]))
    }
    return (try atPositions(x, indices, n), indices)
  }

  public static func adaptiveMaxPool1dWithIndices(_ input: Tensor, _ outputSize: Shape) throws -> (Tensor, Tensor) {
    try adaptiveMaximum("adaptive_max_pool1d", input, outputSize, 1)
  }

  public static func adaptiveMaxPool2dWithIndices(_ input: Tensor, _ outputSize: Shape) throws -> (Tensor, Tensor) {
    try adaptiveMaximum("adaptive_max_pool2d", input, outputSize, 2)
  }

  public static func adaptiveMaxPool3dWithIndices(_ input: Tensor, _ outputSize: Shape) throws -> (Tensor, Tensor) {
    try adaptiveMaximum("adaptive_max_pool3d", input, outputSize, 3)
  }

  public static func adaptiveMaxPool1d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveMaxPool1dWithIndices(input, outputSize).0
  }

  public static func adaptiveMaxPool2d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveMaxPool2dWithIndices(input, outputSize).0
  }

  public static func adaptiveMaxPool3d(_ input: Tensor, _ outputSize: Shape) throws -> Tensor {
    try adaptiveMaxPool3dWithIndices(input, outputSize).0
  }

  // MARK: fractional

  /// Where the pseudo-random windows of `k` start, after Graham (2014), from one sample in [0, 1).
  private static func fractionalStarts(_ sample: Double, _ size: Int, _ m: Int, _ k: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: m)
    if m > 1 {
      let alpha = Double(size - k) / Double(m - 1)
      for i in 0..<(m - 1) {
        let at = ((Double(i) + sample) * alpha).rounded(.down) - (sample * alpha).rounded(.down)
        starts[i] = at >= 0 && at <= Double(size - k) ? Int(at) : 0
      }
    }
    if m > 0 { starts[m - 1] = size - k }
    return starts
  }

  private static func fractional(
    _ op: String, _ x: Tensor, _ kernel: Shape, _ output: Shape, _ samples: Tensor, _ n: Int
  ) throws -> (Tensor, Tensor) {
    let k = try poolSetting(op, "kernel_size", kernel, n)
    let m = try poolSetting(op, "output_size", output, n)
    if x.dim != n + 1 && x.dim != n + 2 {
      throw EmberwingError.runtime("\(op)(): Expected \(n + 1)D or \(n + 2)D tensor, but got: \(x.shape)")
    }
    if !x.dtype.isFloatingPoint { throw unsupported(op, x.dtype) }
    let first = x.dim - n - 1
    for d in first..<x.dim where x.shape[d] == 0 {
      throw EmberwingError.runtime(
        "\(op)(): Expected input to have non-zero size for non-batch dimensions, but got \(x.shape) with dimension \(d) being empty.")
    }
    for i in 0..<n {
      let size = x.shape[x.dim - n + i]
      if k[i] < 1 || m[i] < 1 || m[i] > size || k[i] > size || m[i] + k[i] - 1 > size {
        throw EmberwingError.runtime("\(op)(): pool size \(k) or output size \(m) too large relative to input size \(x.shape)")
      }
    }
    let (batch, channels) = (first == 0 ? 1 : x.shape[0], x.shape[first])
    if samples.dtype != x.dtype {
      throw EmberwingError.runtime("Expect _random_samples to have the same dtype as input")
    }
    if samples.dim != 3 || samples.shape[0] < batch || samples.shape[1] < channels || samples.shape[2] != n {
      throw EmberwingError.runtime(
        "Expect _random_samples.size to be [\(batch), \(channels), \(n)], but got \(samples.shape)")
    }
    let draws = try contiguousData(samples, .float64)
    let u = draws.data.assumingMemoryBound(to: Double.self)
    var planes: [Tensor] = []
    for b in 0..<batch {
      for c in 0..<channels {
        let sample = u + (b * samples.shape[1] + c) * n
        // PyTorch takes the last dimension's sample first.
        let starts = (0..<n).map { i in fractionalStarts(sample[n - 1 - i], x.shape[x.dim - n + i], m[i], k[i]) }
        let plane = try withGradMode(false) {
          try select(first == 0 ? x : try select(x, 0, b), 0, c)
        }
        planes.append(
          try maxPositions(try unsqueeze(plane.alias(), 0), m) { i, o in Array(starts[i][o]..<(starts[i][o] + k[i])) })
      }
    }
    let indices =
      planes.isEmpty
      ? try Tensor.empty(x.shape.slice(0..<(first + 1)) + m, .int64)
      : try reshape(try cat(planes, 0), x.shape.slice(0..<(first + 1)) + m)
    withExtendedLifetime(draws) {}
    return (try atPositions(x, indices, n), indices)
  }

  public static func fractionalMaxPool2d(
    _ input: Tensor, _ kernelSize: Shape, _ outputSize: Shape, _ randomSamples: Tensor
  ) throws -> (Tensor, Tensor) { try fractional("fractional_max_pool2d", input, kernelSize, outputSize, randomSamples, 2) }

  public static func fractionalMaxPool3d(
    _ input: Tensor, _ kernelSize: Shape, _ outputSize: Shape, _ randomSamples: Tensor
  ) throws -> (Tensor, Tensor) { try fractional("fractional_max_pool3d", input, kernelSize, outputSize, randomSamples, 3) }

  // MARK: unpooling

  /// The elements of `input` at `indices` of zero planes of `outputSize`, which has as many entries as there are spatial
  /// dimensions.
  public static func maxUnpool(_ input: Tensor, _ indices: Tensor, _ outputSize: Shape) throws -> Tensor {
    let n = outputSize.count
    if indices.dtype != .int64 {
      throw EmberwingError.runtime("elements in indices should be type int64 but got: \(indices.dtype.scalarTypeName)")
    }
    if n < 1 || input.dim != n + 1 && input.dim != n + 2 {
      throw EmberwingError.runtime(
        "Input to max_unpooling\(n)d should be a \(n + 1)d or \(n + 2)d Tensor, but got a tensor with \(input.dim) dimensions.")
    }
    if input.shape != indices.shape {
      throw EmberwingError.runtime(
        "Expected shape of indices to be same as that of the input tensor (\(input.shape)) but got indices tensor with shape: \(indices.shape)")
    }
    let first = input.dim - n
    for d in 1..<input.dim where input.shape[d] == 0 {
      throw EmberwingError.runtime(
        "max_unpooling\(n)d_forward_out_cpu(): Expected input to have non-zero size for non-batch dimensions, but got \(input.shape) with dimension \(d) being empty.")
    }
    _ = try (input.shape.slice(0..<first) + outputSize).checkedElementCount(elementSize: 8)
    let lead = input.shape.slice(0..<first)
    let (plane, each) = (outputSize.product, input.shape.slice(first..<input.dim).product)
    let (held, p) = try denseIndex(indices)
    if let bad = firstOutside(p, held.count, 0, plane) {
      throw EmberwingError.runtime(
        "Found an invalid max index: \(bad) (output volumes are of size \(outputSize.map(String.init).joined(separator: "x"))")
    }
    let zeros = try Tensor.zeros(lead + [plane], input.dtype)
    let y = try scatter(zeros, -1, try reshape(held, lead + [each]), try reshape(input, lead + [each]))
    return try reshape(y, lead + outputSize)
  }
}
