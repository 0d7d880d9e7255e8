// Batch, layer, group, instance and root-mean-square normalisation.
extension Ops {
  /// Rows or channels in the kernels' dtype: [n, channels, inner].
  private struct Channels {
    var n: Int, c: Int, inner: Int
    var type: DType
  }

  /// 1 / sqrt(variance + eps) for each channel.
  private static func inverseDeviation(_ variance: Tensor, _ eps: Double) throws -> Tensor {
    let out = try binaryData(.add, "batch_norm", variance, .scalar(.float(eps)))
    return try unaryData(.rsqrt, "batch_norm", out, float: true)
  }

  private static func standardized(
    _ x: Tensor, _ mean: Tensor, _ invstd: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ g: Channels
  ) throws -> Tensor {
    let out = try Tensor.uninitialized(x.shape, g.type, count: x.count)
    if x.count > 0 {
      kernels.normalizeChannels(
        g.type, out.data, UnsafeRawPointer(x.data), mean: UnsafeRawPointer(mean.data),
        invstd: UnsafeRawPointer(invstd.data), weight: weight.map { UnsafeRawPointer($0.data) },
        bias: bias.map { UnsafeRawPointer($0.data) }, n: g.n, c: g.c, inner: g.inner)
    }
    return out
  }

  // MARK: batch

  private static func checkBatchNorm(
    _ x: Tensor, _ parts: [(String, Tensor?)], training: Bool
  ) throws {
    if !x.dtype.isFloatingPoint { throw unsupported("batch_norm", x.dtype) }
    if x.dim < 2 {
      throw EmberwingError.runtime("batch_norm: expected an input of at least 2 dimensions, [N, C, *], but got \(x.shape)")
    }
    let c = x.shape[1]
    if training, c > 0, x.count / c == 1 {
      throw EmberwingError.value(
        "Expected more than 1 value per channel when training, got input size torch.Size(\(x.shape))")
    }
    if !training {
      for (name, t) in parts.prefix(2) where t == nil {
        throw EmberwingError.runtime("\(name) must be defined in evaluation mode")
      }
    }
    for (name, t) in parts {
      if let t, t.count != c { throw EmberwingError.runtime("\(name) should contain \(c) elements not \(t.count)") }
    }
  }

  /// An input without elements keeps its shape; scale and shift take part, so that their gradients are zeros.
  private static func perChannelOfNone(_ input: Tensor, _ weight: Tensor?, _ bias: Tensor?) throws -> Tensor {
    var y = try clone(input)
    if let weight { y = try Calc.mul(y, weight) }
    if let bias { y = try Calc.add(y, bias) }
    return y
  }

  public static func batchNorm(
    _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, _ weight: Tensor?, _ bias: Tensor?,
    _ training: Bool, _ momentum: Double, _ eps: Double
  ) throws -> Tensor {
    if input.dim < 2 && input.count == 0 && input.dtype.isFloatingPoint { return try perChannelOfNone(input, weight, bias) }
    try checkBatchNorm(
      input,
      [("running_mean", runningMean), ("running_var", runningVar), ("weight", weight), ("bias", bias)],
      training: training)
    let c = input.shape[1]
    let n = input.shape[0]
    let inner = input.shape.slice(2..<input.dim).product
    let geometry = Channels(n: n, c: c, inner: inner, type: input.dtype.computeType)
    let type = geometry.type
    let x = try contiguousData(input, type)
    let mean: Tensor
    let invstd: Tensor
    if training {
      mean = try Tensor.empty([c], type)
      let variance = try Tensor.empty([c], type)
      if x.count > 0 {
        kernels.channelMoments(
          type, mean: mean.data, variance: variance.data, UnsafeRawPointer(x.data), n: n, c: c, inner: inner)
      } else {
        try fillData(mean, 0)
        try fillData(variance, 0)
      }
      invstd = try inverseDeviation(variance, eps)
      let count = Double(n * inner)
      // A batch of nothing says nothing about the running values.
      if let runningMean, x.count > 0 { try track(runningMean, mean, momentum, 1) }
      if let runningVar, x.count > 0 {
        try track(runningVar, variance, momentum, count > 1 ? count / (count - 1) : 1)
      }
    } else {
      mean = try runningMean.map { try cloneContiguousData(try castData($0, type)) } ?? .zeros([c], type)
      invstd = try inverseDeviation(try runningVar.map { try castData($0, type) } ?? .zeros([c], type), eps)
    }
    let out = try standardized(
      x, mean, invstd, try weight.map { try contiguousData($0, type) }, try bias.map { try contiguousData($0, type) },
      geometry)
    return try castData(out, input.dtype).recorded(
      "NativeBatchNormBackward0", inputs: [input, weight, bias], save: [input, weight, mean, invstd]
    ) { g, s in
      let weight = try s.optional(1)
      if isGradEnabled {
        return try batchNormBackward(g, try s[0], weight, try s[2], try s[3], training: training, eps)
      }
      return try fusedBackward(g, s, weight, try s[2], try s[3], geometry, training: training)
    }
  }

  /// running = (1 - momentum) · running + momentum · scale · new.
  private static func track(_ running: Tensor, _ new: Tensor, _ momentum: Double, _ scale: Double) throws {
    try withGradMode(false) {
      let kept = try binaryData(.mul, "batch_norm", running, .scalar(.float(1 - momentum)))
      let next = try binaryData(.addScaled, "batch_norm", kept, .tensor(try reshape(new, running.shape)), momentum * scale)
      try copyData(into: running, from: next)
    }
    running.bumpVersion()
  }

  private static func fusedBackward(
    _ g: Tensor, _ s: SavedTensors, _ weight: Tensor?, _ mean: Tensor, _ invstd: Tensor, _ c: Channels, training: Bool
  ) throws -> Grads {
    let input = try s[0]
    let x = try contiguousData(input, c.type)
    let gradient = try contiguousData(g, c.type)
    let w = try weight.map { try contiguousData($0, c.type) }
    let gx = s.needs(0) ? try Tensor.uninitialized(x.shape, c.type, count: x.count) : nil
    let gw = s.needs(1) ? try Tensor.zeros([c.c], c.type) : nil
    let gb = s.needs(2) ? try Tensor.zeros([c.c], c.type) : nil
    if x.count > 0 {
      kernels.normalizeChannelsBackward(
        c.type, gradInput: gx?.data, gradWeight: gw?.data, gradBias: gb?.data,
        gradOutput: UnsafeRawPointer(gradient.data), UnsafeRawPointer(x.data), mean: UnsafeRawPointer(mean.data),
        invstd: UnsafeRawPointer(invstd.data), weight: w.map { UnsafeRawPointer($0.data) }, training: training, n: c.n,
        c: c.c, inner: c.inner)
    }
    return Grads(gx, gw, gb)
  }

  /// The same in ops, where a graph of the gradient is wanted.
  private static func batchNormBackward(
    _ g: Tensor, _ x: Tensor, _ weight: Tensor?, _ mean: Tensor, _ invstd: Tensor, training: Bool, _ eps: Double
  ) throws -> Grads {
    var dims: Shape = [0]
    var column: Shape = [x.shape[1]]
    for i in 2..<Swift.max(x.dim, 2) {
      dims.append(i)
      column.append(1)
    }
    let (normal, inverse): (Tensor, Tensor)
    if training {
      (normal, inverse) = try standardize(x, dims, eps)
    } else {
      inverse = try reshape(invstd, column)
      normal = try mul(try sub(x, .tensor(try reshape(mean, column)), 1), .tensor(inverse))
    }
    let gy = try mul(g, .tensor(normal))
    let scaled = try weight.map { try mul(g, .tensor(try reshape($0, column))) } ?? g
    let gx = training ? try standardizeBackward(scaled, normal, inverse, dims) : try mul(scaled, .tensor(inverse))
    return Grads(gx, try sum(gy, dims, false, nil), try sum(g, dims, false, nil))
  }

  /// (x - mean) / sqrt(var + eps) over `dims` and the factor, in differentiable ops.
  private static func standardize(_ x: Tensor, _ dims: Shape, _ eps: Double) throws -> (Tensor, Tensor) {
    let centred = try sub(x, .tensor(try mean(x, dims, true, nil)), 1)
    let variance = try mean(try mul(centred, .tensor(centred)), dims, true, nil)
    let inverse = try rsqrt(try add(variance, .scalar(.float(eps)), 1))
    return (try mul(centred, .tensor(inverse)), inverse)
  }

  private static func standardizeBackward(_ g: Tensor, _ normal: Tensor, _ inverse: Tensor, _ dims: Shape) throws -> Tensor
  {
    let average = try mean(g, dims, true, nil)
    let along = try mul(normal, .tensor(try mean(try mul(g, .tensor(normal)), dims, true, nil)))
    return try mul(try sub(try sub(g, .tensor(average), 1), .tensor(along), 1), .tensor(inverse))
  }

  // MARK: layer

  private static func checkLayerNorm(
    _ x: Tensor, _ shape: Shape, _ weight: Tensor?, _ bias: Tensor?, complex: Bool = false
  ) throws {
    if shape.isEmpty {
      throw EmberwingError.runtime(
        "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []")
    }
    for (name, t) in [("weight", weight), ("bias", bias)] {
      if let t, t.shape != shape {
        throw EmberwingError.runtime(
          "Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape \(t.shape) and normalized_shape = \(shape)")
      }
    }
    if x.dim < shape.count || x.shape.slice((x.dim - shape.count)..<x.dim) != shape {
      throw EmberwingError.runtime(
        "Given normalized_shape=\(shape), expected input with shape [*, \(shape.map(String.init).joined(separator: ", "))], but got input of size\(x.shape)")
    }
    if !x.dtype.isFloatingPoint && !(complex && x.dtype.isComplex) {
      throw unsupported("LayerNormKernelImpl", x.dtype)
    }
  }

  public static func layerNorm(
    _ input: Tensor, _ normalizedShape: Shape, _ weight: Tensor?, _ bias: Tensor?, _ eps: Double
  ) throws -> Tensor {
    try checkLayerNorm(input, normalizedShape, weight, bias)
    let type = input.dtype.computeType
    let n = normalizedShape.product
    let rows = n == 0 ? 0 : input.count / n
    // Every row is a channel of its own.
    let c = Channels(n: 1, c: rows, inner: n, type: type)
    let x = try contiguousData(input, type)
    let mean = try Tensor.empty([rows], type)
    let variance = try Tensor.empty([rows], type)
    if x.count > 0 {
      kernels.moments(
        type, mean: mean.data, squaredDeviations: variance.data, UnsafeRawPointer(x.data), outer: rows, n: n, inner: 1)
    }
    let invstd = try inverseDeviation(try binaryData(.div, "layer_norm", variance, .scalar(.float(Double(n)))), eps)
    let out = try standardized(x, mean, invstd, nil, nil, c)
    try scaleRows(out, weight, bias, rows: rows, n: n)
    let lead = input.dim - normalizedShape.count
    return try castData(out, input.dtype).recorded(
      "NativeLayerNormBackward0", inputs: [input, weight, bias], save: [input, weight, mean, invstd]
    ) { g, s in
      let weight = try s.optional(1)
      let scaled = try weight.map { try mul(g, .tensor($0)) } ?? g
      let over = Shape(0..<lead)
      var dims = Shape()
      for i in lead..<g.dim { dims.append(i) }
      let normal: Tensor
      var gx: Tensor?
      if isGradEnabled {
        let inverse: Tensor
        (normal, inverse) = try standardize(try s[0], dims, eps)
        gx = try standardizeBackward(scaled, normal, inverse, dims)
      } else {
        let (mean, invstd) = (try s[2], try s[3])
        let x = try contiguousData(try s[0], type)
        if s.needs(0) {
          let dx = try Tensor.uninitialized(x.shape, type, count: x.count)
          let gradient = try contiguousData(scaled, type)
          if x.count > 0 {
            kernels.normalizeChannelsBackward(
              type, gradInput: dx.data, gradWeight: nil, gradBias: nil, gradOutput: UnsafeRawPointer(gradient.data),
              UnsafeRawPointer(x.data), mean: UnsafeRawPointer(mean.data), invstd: UnsafeRawPointer(invstd.data),
              weight: nil, training: true, n: 1, c: rows, inner: n)
          }
          gx = dx
        }
        normal = s.needs(1) ? try standardized(x, mean, invstd, nil, nil, c) : x
      }
      // The engine sums whatever leading dimensions are left.
      return Grads(
        gx, s.needs(1) ? try sumLeading(try mul(g, .tensor(normal)), over) : nil,
        s.needs(2) ? try sumLeading(g, over) : nil)
    }
  }

  private static func sumLeading(_ g: Tensor, _ dims: Shape) throws -> Tensor {
    dims.isEmpty ? g : try sum(g, dims, false, nil)
  }

  /// rows · weight + bias, in place.
  private static func scaleRows(_ out: Tensor, _ weight: Tensor?, _ bias: Tensor?, rows: Int, n: Int) throws {
    if weight == nil && bias == nil || out.count == 0 { return }
    let type = out.dtype
    let w = try weight.map { try contiguousData($0, type) }
    let b = try bias.map { try contiguousData($0, type) }
    let p = out.data
    let step = n &* type.size
    guard let mul = kernels.binary(.mul, type), let plus = kernels.binary(.add, type),
      let both = kernels.ternary(.addcmul, type)
    else { throw unsupported("layer_norm", type) }
    withParameters(1, 0, 0) { one in
      let (pw, pb) = (w.map { UnsafeRawPointer($0.data) }, b.map { UnsafeRawPointer($0.data) })
      parallelFor(rows, grain: Swift.max(1, elementwiseGrain / Swift.max(n, 1))) { lo, hi in
        for i in lo..<hi {
          let row = p + i &* step
          if let pw, let pb {
            both(row, pb, UnsafeRawPointer(row), pw, n, one)
          } else if let pw {
            mul(row, UnsafeRawPointer(row), pw, n, one)
          } else if let pb {
            plus(row, UnsafeRawPointer(row), pb, n, one)
          }
        }
      }
    }
  }

  // MARK: made of the others

  /// `y · weight + bias` with one value a channel (dimension 1).
  private static func perChannel(_ y: Tensor, _ weight: Tensor?, _ bias: Tensor?) throws -> Tensor {
    var column: Shape = [y.shape[1]]
    for _ in 2..<Swift.max(y.dim, 2) { column.append(1) }
    var y = y
    if let weight { y = try mul(y, .tensor(try reshape(weight, column))) }
    if let bias { y = try plus(y, try reshape(bias, column)) }
    return y
  }

  private static func checkChannels(_ x: Tensor, _ weight: Tensor?, _ bias: Tensor?) throws {
    for (name, t) in [("weight", weight), ("bias", bias)] {
      if let t, t.dim != 1 || t.count != x.shape[1] {
        throw EmberwingError.runtime(
          "Expected \(name) to be a vector of size equal to the number of channels in input, but got \(name) of shape \(t.shape) and input of shape \(x.shape)")
      }
    }
  }

  public static func groupNorm(
    _ input: Tensor, _ numGroups: Int, _ weight: Tensor?, _ bias: Tensor?, _ eps: Double
  ) throws -> Tensor {
    if input.dim < 2 {
      throw EmberwingError.runtime("Expected at least 2 dimensions for input tensor but received \(input.dim)")
    }
    if numGroups <= 0 {
      throw EmberwingError.runtime("Expected num groups to be greater than 0, got \(numGroups)")
    }
    if input.shape[1] % numGroups != 0 {
      throw EmberwingError.runtime(
        "Expected number of channels in input to be divisible by num_groups, but got input of shape \(input.shape) and num_groups=\(numGroups)")
    }
    try checkChannels(input, weight, bias)
    if input.shape[1] == 0 { throw EmberwingError.runtime("Expected number of channels to be greater than 0, got 0") }
    if input.shape.slice(2..<input.dim).product == 0 {
      throw EmberwingError.runtime("Expected HxW to be greater than 0, got 0")
    }
    let rows = input.shape[0] &* numGroups
    if input.count == 0 { return try perChannel(input, weight, bias) }
    let n = input.count / rows
    let y = try reshape(try layerNorm(try reshape(input, [rows, n]), [n], nil, nil, eps), input.shape)
    return try perChannel(y, weight, bias)
  }

  public static func instanceNorm(
    _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, _ weight: Tensor?, _ bias: Tensor?,
    _ useInputStats: Bool, _ momentum: Double, _ eps: Double
  ) throws -> Tensor {
    if input.dim < 3 {
      throw EmberwingError.runtime("instance_norm: expected an input [N, C, *] of at least 3 dimensions, but got \(input.shape)")
    }
    if !useInputStats {
      return try batchNorm(input, runningMean, runningVar, weight, bias, false, momentum, eps)
    }
    try checkChannels(input, weight, bias)
    let (n, c) = (input.shape[0], input.shape[1])
    let inner = input.shape.slice(2..<input.dim).product
    if inner == 1 {
      throw EmberwingError.value(
        "Expected more than 1 spatial element when training, got input size torch.Size(\(input.shape))")
    }
    for (name, t) in [("running_mean", runningMean), ("running_var", runningVar)] {
      if let t, t.count != c { throw EmberwingError.runtime("\(name) should contain \(c) elements not \(t.count)") }
    }
    if (runningMean != nil || runningVar != nil) && input.count > 0 {
      try withGradMode(false) {
        let (v, m) = try varMean(try reshape(input, [n, c, inner]), [2], 1, false)
        if let runningMean { try track(runningMean, try castData(try mean(m, [0], false, nil), m.dtype), momentum, 1) }
        if let runningVar { try track(runningVar, try mean(v, [0], false, nil), momentum, 1) }
      }
    }
    if input.count == 0 { return try perChannel(input, weight, bias) }
    let y = try layerNorm(try reshape(input, [n &* c, inner]), [inner], nil, nil, eps)
    return try perChannel(try reshape(y, input.shape), weight, bias)
  }

  public static func rmsNorm(_ input: Tensor, _ normalizedShape: Shape, _ weight: Tensor?, _ eps: Double?) throws -> Tensor
  {
    try checkLayerNorm(input, normalizedShape, weight, nil, complex: true)
    let type = input.dtype.computeType
    let x = try to(input, type)
    var dims = Shape()
    for i in (x.dim - normalizedShape.count)..<x.dim { dims.append(i) }
    let least = eps ?? (type == .float64 || type == .complex128 ? 0x1p-52 : 0x1p-23)
    let square = try mean(try mul(x, .tensor(x)), dims, true, nil)
    let y = try mul(x, .tensor(try rsqrt(try add(square, .scalar(.float(least)), 1))))
    return try to(try weight.map { try mul(y, .tensor($0)) } ?? y, input.dtype)
  }
}
