// Softmax and running sums and products along one dimension.
extension Ops {
  public static func softmax(_ input: Tensor, _ dim: Int, _ dtype: DType?) throws -> Tensor {
    try softmaxForward(input, dim, dtype, log: false)
  }

  public static func logSoftmax(_ input: Tensor, _ dim: Int, _ dtype: DType?) throws -> Tensor {
    try softmaxForward(input, dim, dtype, log: true)
  }

  private static func softmaxForward(_ input: Tensor, _ dim: Int, _ dtype: DType?, log: Bool) throws -> Tensor {
    let x = try dtype.map { try to(input, $0) } ?? input
    if !x.dtype.isFloatingPoint {
      throw unsupported("\(log ? "log_" : "")softmax_lastdim_kernel_impl", x.dtype)
    }
    let d = try wrapDim(dim, x.dim)
    let compute = x.dtype.computeType
    let source = try contiguousData(x, compute)
    let (outer, n, inner) = axis(x.shape, d)
    var out = try Tensor.uninitialized(x.shape, compute, count: x.count)
    kernels.softmax(
      log: log, compute, out.data, UnsafeRawPointer(source.data), outer: outer, n: n, inner: inner)
    out = try castData(out, x.dtype)
    if log {
      return out.recorded("LogSoftmaxBackward0", x, saveOutput: true) { g, s in
        Grads(try logSoftmaxBackward(g, try s[0], d))
      }
    }
    return out.recorded("SoftmaxBackward0", x, saveOutput: true) { g, s in Grads(try softmaxBackward(g, try s[0], d)) }
  }

  private static func softmaxBackwardData(_ g: Tensor, _ y: Tensor, _ d: Int, log: Bool) throws -> Tensor {
    if !y.dtype.isFloatingPoint { throw unsupported("softmax_backward", y.dtype) }
    if g.shape != y.shape {
      throw EmberwingError.runtime("softmax_backward: gradient of shape \(g.shape) does not fit output of shape \(y.shape)")
    }
    let compute = y.dtype.computeType
    let gradient = try contiguousData(g, compute)
    let output = try contiguousData(y, compute)
    let (outer, n, inner) = axis(y.shape, d)
    let out = try Tensor.uninitialized(y.shape, compute, count: y.count)
    kernels.softmaxBackward(
      log: log, compute, out.data, gradient: UnsafeRawPointer(gradient.data), UnsafeRawPointer(output.data),
      outer: outer, n: n, inner: inner)
    return try castData(out, y.dtype)
  }

  /// `y * (g - Σ g·y)`.
  public static func softmaxBackward(_ g: Tensor, _ output: Tensor, _ dim: Int) throws -> Tensor {
    let d = try wrapDim(dim, output.dim)
    return try softmaxBackwardData(g, output, d, log: false)
      .recorded("SoftmaxBackwardBackward0", inputs: [g, output], save: [g, output]) { gg, s in
        let (g, y) = (try s[0], try s[1])
        let first = s.needs(0) ? try softmaxBackward(gg, y, d) : nil
        if !s.needs(1) { return Grads(first) }
        let gy = try sumAlong(try mul(g, .tensor(y)), d)
        let ggy = try sumAlong(try mul(gg, .tensor(y)), d)
        let a = try mul(gg, .tensor(try sub(g, .tensor(gy), 1)))
        return Grads(first, try sub(a, .tensor(try mul(g, .tensor(ggy))), 1))
      }
  }

  /// `g - exp(y) * Σ g`.
  public static func logSoftmaxBackward(_ g: Tensor, _ output: Tensor, _ dim: Int) throws -> Tensor {
    let d = try wrapDim(dim, output.dim)
    return try softmaxBackwardData(g, output, d, log: true)
      .recorded("LogSoftmaxBackwardBackward0", inputs: [g, output], save: [g, output]) { gg, s in
        let (g, y) = (try s[0], try s[1])
        let p = try mul(gg, .tensor(try exp(y)))
        let first = s.needs(0) ? try sub(gg, .tensor(try sumAlong(p, d)), 1) : nil
        return Grads(first, s.needs(1) ? try neg(try mul(p, .tensor(try sumAlong(g, d)))) : nil)
      }
  }

  private static func sumAlong(_ x: Tensor, _ d: Int) throws -> Tensor { x.dim == 0 ? x : try sum(x, [d], true, nil) }

  // MARK: scans

  private static func scanData(_ x: Tensor, _ d: Int, _ dtype: DType?, product: Bool) throws -> Tensor {
    let type = dtype ?? (x.dtype.isIntegral ? .int64 : x.dtype)
    if type == .bool { throw unsupported(product ? "cumprod_out_cpu" : "cumsum_out_cpu", type) }
    let compute = type.computeType
    let source = try contiguousData(x, compute)
    let (outer, n, inner) = axis(x.shape, d)
    let out = try Tensor.uninitialized(x.shape, compute, count: x.count)
    kernels.scan(product: product, compute, out.data, UnsafeRawPointer(source.data), outer: outer, n: n, inner: inner)
    return try castData(out, type)
  }

  public static func cumsum(_ input: Tensor, _ dim: Int, _ dtype: DType?) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    return try scanData(input, d, dtype, product: false).recorded("CumsumBackward0", input) { g, _ in
      Grads(try reversedCumsum(g, d))
    }
  }

  private static func reversedCumsum(_ g: Tensor, _ d: Int) throws -> Tensor {
    if g.dim == 0 { return g }
    return try flip(try cumsum(try flip(g, [d]), d, nil), [d])
  }

  public static func cumprod(_ input: Tensor, _ dim: Int, _ dtype: DType?) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    return try scanData(input, d, dtype, product: true)
      .recorded("CumprodBackward0", inputs: [input], save: [input], saveOutput: true, holomorphic: true) { g, s in
        let x = try s[0]
        if x.dim == 0 { return Grads(g) }
        if try holdsNoZero(x) {
          return Grads(try div(try reversedCumsum(try mul(g, .tensor(try s[1])), d), .tensor(x)))
        }
        return Grads(try cumprodBackward(g, x, d))
      }
  }

  /// Without divisions, for inputs that hold zeros: every element's own products, in quadratic time.
  private static func cumprodBackward(_ g: Tensor, _ x: Tensor, _ d: Int) throws -> Tensor {
    let n = x.shape[d]
    var edge = x.shape
    edge[d] = 1
    var before = try full(edge, 1, x.dtype)
    let one = before
    var parts: [Tensor] = []
    for i in 0..<n {
      let tail = try narrow(x, d, i + 1, n - i - 1)
      let after = try cumprod(try cat([one, tail], d), d, nil)
      let total = try sum(try mul(try narrow(g, d, i, n - i), .tensor(after)), [d], true, nil)
      parts.append(try mul(before, .tensor(total)))
      before = try mul(before, .tensor(try narrow(x, d, i, 1)))
    }
    return n == 0 ? g : try cat(parts, d)
  }

  @_optimize(none)
  static func registerSoftmax(_ r: inout Registry) {
    let along = Samples(
      dtypes: Samples.floats,
      bad: { m in
        [(arguments: [.tensor(try m.tensor([2, 3])), .int(5), .none], message: "Dimension out of range")]
      }
    ) { m in
      [
        [.tensor(try m.tensor([2, 3])), .int(1), .none], [.tensor(try m.tensor([2, 3, 4])), .int(-2), .none],
        [.tensor(try m.tensor([5])), .int(0), .none], [.tensor(try m.tensor([])), .int(0), .none],
        [.tensor(try m.tensor([0, 3])), .int(0), .none],
      ]
    }
    let backward = Samples(dtypes: Samples.floats) { m in
      [
        [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3], 0, 1)), .int(1)],
        [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3], 0, 1)), .int(0)],
      ]
    }
    r.add(
      "softmax(input, dim, dtype=None)", softmax, "`exp(x) / Σ exp(x)` along `dim`.", on: [.function, .method, .nn],
      samples: along)
    r.add(
      "log_softmax(input, dim, dtype=None)", logSoftmax, "`x - log Σ exp(x)` along `dim`.",
      on: [.function, .method, .nn], samples: along)
    r.add(
      "softmax_backward(grad, output, dim)", softmaxBackward, "Gradient of softmax, from its output.", on: .hidden,
      samples: backward)
    r.add(
      "log_softmax_backward(grad, output, dim)", logSoftmaxBackward, "Gradient of log_softmax, from its output.",
      on: .hidden, samples: backward)
    r.add("cumsum(input, dim, *, dtype=None)", cumsum, "Running sum along `dim`.", inplace: .copied, samples: along)
    r.add("cumprod(input, dim, *, dtype=None)", cumprod, "Running product along `dim`.", inplace: .copied, samples: along)
  }
}
