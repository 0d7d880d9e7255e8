// Dropout and embedding.
extension Ops {
  private static func checkProbability(_ p: Double) throws {
    if !(p >= 0 && p <= 1) {
      throw EmberwingError.value("dropout probability has to be between 0 and 1, but got \(p)")
    }
  }

  /// 1 / (1 - p) with probability 1 - p, else 0.
  private static func dropoutNoise(like t: Tensor, _ p: Double) throws -> Tensor {
    let noise = try drawn(like: t, t.dtype) {
      try Generator.default.fillBernoulli($0.dtype, $0.data, $0.count, p: 1 - p)
    }
    return try Destination.offer(noise) { try binaryData(.div, "dropout", noise, .scalar(.float(1 - p))) }
  }

  /// A tensor of the dtype and shape that noise for `t` has: it is real for complex numbers too.
  static func noiseModel(_ t: Tensor, _ shape: Shape) throws -> Tensor {
    if t.dtype.isComplex { return try Tensor.empty(shape, t.dtype.realType) }
    return shape == t.shape ? t : try Tensor.empty(shape, t.dtype)
  }

  public static func dropout(_ input: Tensor, _ p: Double, _ training: Bool) throws -> Tensor {
    try checkProbability(p)
    if p == 0 || !training || input.count == 0 { return input }
    if !input.dtype.isFloatingPoint && !input.dtype.isComplex {
      throw EmberwingError.runtime("result type Float can't be cast to the desired output type \(input.dtype.scalarTypeName)")
    }
    if p == 1 { return try mul(input, .tensor(try Tensor.zeros([], input.dtype))) }
    return try mul(input, .tensor(try dropoutNoise(like: noiseModel(input, input.shape), p)))
  }

  public static func featureDropout(_ input: Tensor, _ p: Double, _ training: Bool) throws -> Tensor {
    try checkProbability(p)
    if p == 0 || !training || input.count == 0 { return input }
    if input.dim < 2 {
      throw EmberwingError.runtime("Feature dropout requires at least 2 dimensions in the input")
    }
    if p == 1 { return try mul(input, .tensor(try Tensor.zeros([], input.dtype))) }
    var shape = Shape(repeating: 1, count: input.dim)
    (shape[0], shape[1]) = (input.shape[0], input.shape[1])
    return try mul(input, .tensor(try dropoutNoise(like: noiseModel(input, shape), p)))
  }

  // MARK: embedding

  private static func checkedIndices(_ indices: Tensor, _ rows: Int) throws -> Tensor {
    if indices.dtype != .int64 && indices.dtype != .int32 {
      throw EmberwingError.runtime(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.\(indices.dtype.scalarTypeName)Tensor instead (while checking arguments for embedding)")
    }
    let i64 = try contiguousData(indices, .int64)
    let p = i64.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<i64.count where p[i] < 0 || p[i] >= Int64(rows) {
      throw EmberwingError.index("index out of range in self")
    }
    return i64
  }

  public static func embedding(
    _ input: Tensor, _ weight: Tensor, _ paddingIdx: Int?, _ maxNorm: Double?, _ normType: Double,
    _ scaleGradByFreq: Bool, _ sparse: Bool
  ) throws -> Tensor {
    if maxNorm != nil {
      throw EmberwingError.notImplemented("embedding: max_norm is not supported")
    }
    if sparse { throw EmberwingError.notImplemented("embedding: sparse gradients are not supported") }
    if weight.dim != 2 { throw EmberwingError.runtime("'weight' must be 2-D") }
    let rows = weight.shape[0]
    var padding = -1
    if let p = paddingIdx {
      if p >= rows || p < -rows { throw EmberwingError(.assertion, "Padding_idx must be within num_embeddings") }
      padding = p < 0 ? p + rows : p
    }
    return try lookUp(input, weight, padding, scaleGradByFreq)
  }

  private static func lookUp(_ input: Tensor, _ weight: Tensor, _ padding: Int, _ scale: Bool) throws -> Tensor {
    let (rows, columns) = (weight.shape[0], weight.shape[1])
    let indices = try checkedIndices(input, rows)
    let table = try contiguousData(weight, weight.dtype)
    let out = try Tensor.empty(input.shape + [columns], weight.dtype)
    let size = columns &* weight.dtype.size
    let (to, from) = (out.data, UnsafeRawPointer(table.data))
    nonisolated(unsafe) let p = UnsafePointer(indices.data.assumingMemoryBound(to: Int64.self))
    parallelFor(indices.count, grain: Swift.max(1, elementwiseGrain / Swift.max(columns, 1))) { lo, hi in
      for i in lo..<hi { (to + i &* size).copyMemory(from: from + Int(p[i]) &* size, byteCount: size) }
    }
    return out.recorded("EmbeddingBackward0", inputs: [weight], save: [indices]) { g, s in
      Grads(try embeddingDenseBackward(g, try s[0], rows, padding, scale))
    }
  }

  /// Rows of `gradOutput` added at `indices` into zeros [numWeights, columns]; the row `paddingIdx` stays 0.
  public static func embeddingDenseBackward(
    _ gradOutput: Tensor, _ indices: Tensor, _ numWeights: Int, _ paddingIdx: Int, _ scaleGradByFreq: Bool
  ) throws -> Tensor {
    guard numWeights >= 0, gradOutput.dim == indices.dim + 1,
      gradOutput.shape.slice(0..<indices.dim) == indices.shape
    else {
      throw EmberwingError.runtime(
        "embedding_dense_backward: gradient of shape \(gradOutput.shape) does not fit indices of shape \(indices.shape)")
    }
    let i64 = try checkedIndices(indices, numWeights)
    let columns = gradOutput.shape[indices.dim]
    let type = gradOutput.dtype.computeType
    guard let plus = kernels.binary(.add, type) else { throw unsupported("embedding_dense_backward", type) }
    let g = try contiguousData(gradOutput, type)
    let out = try Tensor.zeros([numWeights, columns], type)
    let p = i64.data.assumingMemoryBound(to: Int64.self)
    let size = columns &* type.size
    for i in 0..<i64.count where Int(p[i]) != paddingIdx {
      let row = out.data + Int(p[i]) &* size
      plus(row, UnsafeRawPointer(row), UnsafeRawPointer(g.data) + i &* size, columns, noParameters)
    }
    if scaleGradByFreq { try divideByFrequency(out, p, i64.count, columns) }
    return try castData(out, gradOutput.dtype).recorded(
      "EmbeddingDenseBackwardBackward0", inputs: [gradOutput], save: [i64]
    ) { gg, s in
      if scaleGradByFreq {
        throw EmberwingError.runtime("embedding_dense_backward: double backward does not support scale_grad_by_freq")
      }
      let rows = try lookUp(try s[0], gg, paddingIdx, false)
      if paddingIdx < 0 { return Grads(rows) }
      let mask = try compare(.eq, "eq", try s[0], .scalar(.int(Int64(paddingIdx))))
      return Grads(try maskedFill(rows, try unsqueeze(mask, -1), .scalar(0)))
    }
  }

  private static func divideByFrequency(
    _ out: Tensor, _ p: UnsafePointer<Int64>, _ count: Int, _ columns: Int
  ) throws {
    let frequency = try Tensor.zeros([out.shape[0], 1], .float64)
    let f = frequency.data.assumingMemoryBound(to: Double.self)
    for i in 0..<out.shape[0] { f[i] = 1 }
    let seen = try Tensor.zeros([out.shape[0]], .int64)
    let n = seen.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<count { n[Int(p[i])] += 1 }
    for i in 0..<out.shape[0] where n[i] > 1 { f[i] = Double(n[i]) }
    let scaled = try binaryData(.div, "embedding_dense_backward", out, .tensor(try castData(frequency, out.dtype)))
    try copyData(into: out, from: scaled)
  }

  @_optimize(none)
  static func registerDropout(_ r: inout Registry) {
    let random = Samples(
      dtypes: Samples.floats, differentiable: false, deterministic: false,
      bad: { m in
        [
          (
            arguments: [.tensor(try m.tensor([2, 3])), .float(1.5), .bool(true)],
            message: "dropout probability has to be between 0 and 1"
          )
        ]
      }
    ) { m in
      [
        [.tensor(try m.tensor([4, 3])), .float(0.5), .bool(true)],
        [.tensor(try m.tensor([4, 3])), .float(0.5), .bool(false)], [.tensor(try m.tensor([4, 3])), .float(1), .bool(true)],
      ]
    }
    r.add(
      "dropout(input, p=0.5, training=True)", dropout,
      "Zeroes each element with probability `p` and divides the others by `1 - p`.", inplace: .copied,
      on: [.function, .nn], samples: random)
    r.add(
      "feature_dropout(input, p=0.5, training=True)", featureDropout,
      "Zeroes each channel (dimensions 0 and 1) with probability `p` and divides the others by `1 - p`.",
      on: .function, samples: random)
    r.add(
      "embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False)",
      embedding, "Rows of `weight` [num, dim] at the indices `input`: shape [*, dim].", on: .nn,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          [
            (
              arguments: [
                .tensor(try m.indices([2], 5, 6)), .tensor(try m.tensor([3, 2])), .none, .none, .float(2), .bool(false),
                .bool(false),
              ], message: "index out of range in self"
            )
          ]
        }
      ) { m in
        [
          [
            .tensor(try m.indices([2, 3], 0, 4)), .tensor(try m.tensor([4, 3])), .none, .none, .float(2), .bool(false),
            .bool(false),
          ],
          [
            .tensor(try m.indices([5], 0, 3)), .tensor(try m.tensor([4, 3])), .int(-1), .none, .float(2), .bool(false),
            .bool(false),
          ],
        ]
      })
    r.add(
      "embedding_dense_backward(grad_output, indices, num_weights, padding_idx, scale_grad_by_freq)",
      embeddingDenseBackward, "Rows of `grad_output` added at `indices` into zeros [num_weights, dim].", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([3, 2])), .tensor(try m.indices([3], 0, 4)), .int(4), .int(-1), .bool(false),
          ]
        ]
      })
  }
}
