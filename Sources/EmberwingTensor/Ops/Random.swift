// Random tensors and random fills, on PyTorch's own stream of the given generator or the default one.
extension Ops {
  private static func filled(_ size: Shape, _ dtype: DType?, _ fill: (Tensor) throws -> Void) throws -> Tensor {
    let t = try Tensor.empty(size, dtype ?? DefaultDType.current)
    try fill(t)
    return t
  }

  /// The dimensions in the order of memory, the widest stride first; nil where that is the order of the indices.
  private static func memoryOrder(_ t: Tensor) -> Shape? {
    if t.isContiguous { return nil }
    let order = (0..<t.dim).sorted { a, b in
      t.strides[a] != t.strides[b] ? t.strides[a] > t.strides[b] : a < b
    }
    return order == Array(0..<t.dim) ? nil : Shape(order)
  }

  /// A tensor shaped like `t`, filled in the order in which `t` lies in memory, as PyTorch draws numbers.
  static func drawn(like t: Tensor, _ dtype: DType, _ fill: (Tensor) throws -> Void) throws -> Tensor {
    guard let order = memoryOrder(t) else {
      let out = try Tensor.empty(t.shape, dtype)
      try fill(out)
      return out
    }
    var shape = Shape()
    var inverse = Shape(repeating: 0, count: t.dim)
    for i in 0..<order.count {
      shape.append(t.shape[order[i]])
      inverse[order[i]] = i
    }
    let out = try Tensor.empty(shape, dtype)
    try fill(out)
    return try withGradMode(false) { try permute(out, inverse) }
  }

  /// Fills all of `t`; what is not contiguous goes through a copy.
  private static func overwriteRandom(_ t: Tensor, _ fill: (Tensor) throws -> Void) throws {
    try Inplace.overwrite(t) {
      if t.isContiguous { return try fill(t) }
      try copyData(into: t, from: try drawn(like: t, t.dtype, fill))
    }
  }

  @inline(__always) static func source(_ g: Generator?) -> Generator { g ?? .default }

  // MARK: new tensors

  public static func rand(_ size: Shape, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    try filled(size, dtype) { try source(generator).fillUniform($0.dtype, $0.data, $0.count) }
  }

  public static func randn(_ size: Shape, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    try filled(size, dtype) { try source(generator).fillNormal($0.dtype, $0.data, $0.count) }
  }

  public static func randint(_ high: Int, _ size: Shape, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    try randintLow(0, high, size, generator, dtype)
  }

  public static func randintLow(_ low: Int, _ high: Int, _ size: Shape, _ generator: Generator?, _ dtype: DType?) throws
    -> Tensor
  {
    try filled(size, dtype ?? .int64) {
      try source(generator).fillRandInt($0.dtype, $0.data, $0.count, low: Int64(low), high: Int64(high))
    }
  }

  public static func randperm(_ n: Int, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    let t = try Tensor.empty([n], .int64)
    let type = dtype ?? .int64
    if type == .bool || type.isComplex { throw unsupported("randperm", type) }
    try source(generator).randperm(n, t.data.assumingMemoryBound(to: Int64.self))
    return try castData(t, type)
  }

  public static func randLike(_ input: Tensor, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    try drawn(like: input, dtype ?? input.dtype) {
      try source(generator).fillUniform($0.dtype, $0.data, $0.count)
    }
  }

  public static func randnLike(_ input: Tensor, _ generator: Generator?, _ dtype: DType?) throws -> Tensor {
    try drawn(like: input, dtype ?? input.dtype) {
      try source(generator).fillNormal($0.dtype, $0.data, $0.count, elementwise: memoryOrder(input) != nil)
    }
  }

  public static func randintLike(_ input: Tensor, _ high: Int, _ generator: Generator?, _ dtype: DType?) throws -> Tensor
  {
    try randintLow(0, high, input.shape, generator, dtype ?? input.dtype)
  }

  public static func randintLikeLow(
    _ input: Tensor, _ low: Int, _ high: Int, _ generator: Generator?, _ dtype: DType?
  ) throws -> Tensor { try randintLow(low, high, input.shape, generator, dtype ?? input.dtype) }

  public static func bernoulli(_ input: Tensor, _ generator: Generator?) throws -> Tensor {
    if !input.dtype.isFloatingPoint { throw unsupported("bernoulli_tensor_cpu_self_", input.dtype) }
    let out = try Tensor.empty(input.shape, input.dtype)
    try flips(out, input, generator)
    return out.recorded("BernoulliBackward0", input) { g, _ in Grads(try Tensor.zeros(g.shape, g.dtype)) }
  }

  private static func flips(_ t: Tensor, _ p: Tensor, _ generator: Generator?) throws {
    if p.dtype == .float64 {
      let q = try contiguousData(p, .float64)
      try source(generator).fillBernoulli(
        t.dtype, t.data, t.count, p: UnsafePointer(q.data.assumingMemoryBound(to: Double.self)))
    } else {
      let q = try contiguousData(p, .float32)
      try source(generator).fillBernoulli(
        t.dtype, t.data, t.count, p: UnsafePointer(q.data.assumingMemoryBound(to: Float.self)))
    }
  }

  public static func bernoulliP(_ input: Tensor, _ p: Double, _ generator: Generator?) throws -> Tensor {
    try filled(input.shape, input.dtype) { try source(generator).fillBernoulli($0.dtype, $0.data, $0.count, p: p) }
  }

  /// A number that came as a tensor is a number again.
  private static func unwrapped(_ o: Operand) -> Operand {
    guard case .tensor(let t) = o, t.isWrappedNumber else { return o }
    return withExtendedLifetime(t) { .scalar(Scalar(loading: t.data, as: t.dtype)) }
  }

  public static func normal(_ mean: Operand, _ std: Operand, _ generator: Generator?) throws -> Tensor {
    let (mean, std) = (unwrapped(mean), unwrapped(std))
    if mean.tensor == nil && std.tensor == nil {
      throw EmberwingError.type("normal: numbers for both mean and std need a size")
    }
    let dtype = (mean.tensor ?? std.tensor)?.dtype ?? DefaultDType.current
    switch std {
    case .scalar(let s):
      let out = try filled(mean.shape, dtype) {
        try source(generator).fillNormal($0.dtype, $0.data, $0.count, mean: 0, std: s.double)
      }
      return try withoutSlope(try withGradMode(false) { try add(out, mean, 1) }, mean.tensor, nil)
    case .tensor(let s):
      if isTrue(try any(try compare(.lt, "normal", s, .scalar(0)), nil, false)) {
        throw EmberwingError.runtime("normal expects all elements of std >= 0.0")
      }
      let shape = try Broadcast.shape(mean.shape, s.shape)
      let out = try filled(shape, dtype) { try source(generator).fillNormal($0.dtype, $0.data, $0.count) }
      return try withoutSlope(try withGradMode(false) { try add(try mul(out, .tensor(s)), mean, 1) }, mean.tensor, s)
    }
  }

  /// A sample whose gradient with respect to the parameters of its distribution counts as zero.
  private static func withoutSlope(_ out: Tensor, _ mean: Tensor?, _ std: Tensor?) throws -> Tensor {
    let shapes = (mean?.shape, std?.shape)
    let node = std == nil ? "NormalBackward1" : mean == nil ? "NormalBackward2" : "NormalBackward3"
    return out.recorded(node, inputs: [mean, std], save: []) { g, s in
      Grads(
        s.needs(0) ? try shapes.0.map { try Tensor.zeros($0, g.dtype) } : nil,
        s.needs(1) ? try shapes.1.map { try Tensor.zeros($0, g.dtype) } : nil)
    }
  }

  public static func normalFloat(
    _ mean: Double, _ std: Double, _ size: Shape, _ generator: Generator?, _ dtype: DType?
  ) throws -> Tensor {
    try filled(size, dtype) {
      try source(generator).fillNormal($0.dtype, $0.data, $0.count, mean: mean, std: std)
    }
  }

  // MARK: fills

  public static func uniformInPlace(_ input: Tensor, _ from: Double, _ to: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) {
      try source(generator).fillUniform($0.dtype, $0.data, $0.count, from: from, to: to)
    }
  }

  public static func normalInPlace(_ input: Tensor, _ mean: Double, _ std: Double, _ generator: Generator?) throws {
    let elementwise = !input.isContiguous
    try overwriteRandom(input) {
      try source(generator).fillNormal(
        $0.dtype, $0.data, $0.count, mean: mean, std: std, elementwise: elementwise)
    }
  }

  public static func logNormalInPlace(_ input: Tensor, _ mean: Double, _ std: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) {
      try source(generator).fillLogNormal($0.dtype, $0.data, $0.count, mean: mean, std: std)
    }
  }

  public static func bernoulliInPlace(_ input: Tensor, _ p: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) { try source(generator).fillBernoulli($0.dtype, $0.data, $0.count, p: p) }
  }

  public static func bernoulliTensor(_ input: Tensor, _ p: Tensor, _ generator: Generator?) throws {
    if !p.dtype.isFloatingPoint {
      throw unsupported("bernoulli_tensor_cpu_p_", p.dtype)
    }
    let spread = try withGradMode(false) { try expand(p, input.shape) }
    try overwriteRandom(input) { try flips($0, spread, generator) }
  }

  public static func randomInPlace(_ input: Tensor, _ generator: Generator?) throws {
    try overwriteRandom(input) { try source(generator).fillRandom($0.dtype, $0.data, $0.count) }
  }

  public static func randomTo(_ input: Tensor, _ to: Int, _ generator: Generator?) throws {
    try randomFrom(input, 0, to, generator)
  }

  public static func randomFrom(_ input: Tensor, _ from: Int, _ to: Int?, _ generator: Generator?) throws {
    try overwriteRandom(input) {
      try source(generator).fillRandInt($0.dtype, $0.data, $0.count, low: Int64(from), high: to.map { Int64($0) })
    }
  }

  public static func exponentialInPlace(_ input: Tensor, _ lambd: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) { try source(generator).fillExponential($0.dtype, $0.data, $0.count, lambda: lambd) }
  }

  public static func cauchyInPlace(_ input: Tensor, _ median: Double, _ sigma: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) {
      try source(generator).fillCauchy($0.dtype, $0.data, $0.count, median: median, sigma: sigma)
    }
  }

  public static func geometricInPlace(_ input: Tensor, _ p: Double, _ generator: Generator?) throws {
    try overwriteRandom(input) { try source(generator).fillGeometric($0.dtype, $0.data, $0.count, p: p) }
  }

  // MARK: samples of a discrete distribution

  public static func multinomial(_ input: Tensor, _ numSamples: Int, _ replacement: Bool, _ generator: Generator?) throws
    -> Tensor
  {
    if input.dim != 1 && input.dim != 2 { throw EmberwingError.runtime("prob_dist must be 1 or 2 dim") }
    if !input.dtype.isFloatingPoint {
      throw EmberwingError.runtime(
        "multinomial only supports floating-point dtypes for input, got: \(input.dtype.scalarTypeName)")
    }
    if numSamples <= 0 { throw EmberwingError.runtime("cannot sample n_sample <= 0 samples") }
    let n = input.shape[input.dim - 1]
    if !replacement && numSamples > n {
      throw EmberwingError.runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
    let rows = input.dim == 1 ? 1 : input.shape[0]
    let type = input.dtype.computeType
    let p = try contiguousData(input, type)
    let weights = try castData(try cloneContiguousData(p), .float64)
    let w = weights.data.assumingMemoryBound(to: Double.self)
    for r in 0..<rows {
      var total = 0.0
      for i in 0..<n {
        let v = w[r * n + i]
        if !(v >= 0) || v.isInfinite {
          throw EmberwingError.runtime("probability tensor contains either `inf`, `nan` or element < 0")
        }
        total += v
      }
      if total <= 0 {
        throw EmberwingError.runtime("invalid multinomial distribution (sum of probabilities <= 0)")
      }
    }
    let out = try Tensor.empty(input.dim == 1 ? [numSamples] : [rows, numSamples], .int64)
    let q = out.data.assumingMemoryBound(to: Int64.self)
    if !replacement || numSamples == 1 {
      // The largest of p / exponential noise: sampling without replacement in one sweep.
      let noise = try Tensor.empty(p.shape, type)
      try source(generator).fillExponential(type, noise.data, noise.count)
      let keys = try castData(try binaryData(.div, "multinomial", p, .tensor(noise)), .float64)
      let k = keys.data.assumingMemoryBound(to: Double.self)
      for r in 0..<rows {
        let row = k + r * n
        let order = (0..<n).sorted { row[$0] != row[$1] ? row[$0] > row[$1] : $0 < $1 }
        for i in 0..<numSamples { q[r * numSamples + i] = Int64(order[i]) }
      }
      return out
    }
    for r in 0..<rows {
      let row = w + r * n
      var total = 0.0
      for i in 0..<n {
        // The running sum is kept in the tensor's precision, as in PyTorch.
        total = type == .float32 ? Double(Float(total) + Float(row[i])) : total + row[i]
        row[i] = total
      }
      for i in 0..<n { row[i] = type == .float32 ? Double(Float(row[i]) / Float(total)) : row[i] / total }
      for i in 0..<numSamples {
        let u = source(generator).uniform()
        var (low, high) = (0, n)
        while high > low {
          let middle = low + (high - low) / 2
          if row[middle] < u { low = middle + 1 } else { high = middle }
        }
        q[r * numSamples + i] = Int64(Swift.min(low, n - 1))
      }
    }
    return out
  }
}
