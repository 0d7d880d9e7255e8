// Losses of class scores: negative log likelihood and cross entropy.
extension Ops {
  /// Input [C], [N, C] or [N, C, d…] with its targets as int64 in one dense block, all checked.
  private struct ClassTargets {
    let classes: Int
    let batch: Int
    let inner: Int
    let indices: Tensor
    let weight: Tensor?
    let shape: Shape

    init(_ input: Tensor, _ target: Tensor, _ weight: Tensor?, ignoreIndex: Int) throws {
      let classDim = input.dim > 1 ? 1 : 0
      classes = input.shape[classDim]
      batch = input.dim > 1 ? input.shape[0] : 1
      inner = input.dim > 2 ? input.shape.slice(2..<input.dim).product : 1
      // One sample alone has a 0-d loss, whether its target is 0-d or holds one element.
      shape = input.dim > 1 ? target.shape : []
      if target.dtype != .int64 && target.dtype != .uint8 {
        throw EmberwingError.runtime(
          "expected target dtype to be Long or Byte, but got \(target.dtype.scalarTypeName)")
      }
      if input.dim > 1 {
        let targets = target.dim > 0 ? target.shape[0] : 1
        if target.dim == 0 || targets != batch {
          throw EmberwingError.value(
            "Expected input batch_size (\(batch)) to match target batch_size (\(targets)).")
        }
        var expected = input.shape
        expected.remove(at: 1)
        if target.shape != expected {
          throw EmberwingError.runtime("Expected target size \(expected), got \(target.shape)")
        }
      } else if target.count != 1 || target.dim > 1 {
        throw EmberwingError.value("Expected input batch_size (1) to match target batch_size (\(target.count)).")
      }
      if let w = weight {
        if w.dim != 1 || w.count != classes {
          throw EmberwingError.runtime(
            "weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of shape: \(w.shape)")
        }
        if w.dtype != input.dtype {
          throw EmberwingError.runtime(
            "expected scalar type \(input.dtype.scalarTypeName) but found \(w.dtype.scalarTypeName)")
        }
      }
      indices = try contiguous(to(target, .int64))
      self.weight = try weight.map { try contiguous($0) }
      let p = indices.data.assumingMemoryBound(to: Int64.self)
      for i in 0..<indices.count where p[i] != Int64(ignoreIndex) {
        if p[i] < 0 || p[i] >= Int64(classes) { throw EmberwingError.index("Target \(p[i]) is out of bounds.") }
      }
    }

    var targets: UnsafePointer<Int64> { UnsafePointer(indices.data.assumingMemoryBound(to: Int64.self)) }

    /// The weight of all targets that count.
    func total<T: BinaryFloatingPoint>(_ ignoreIndex: Int, _: T.Type) -> Double {
      let w = weight?.data.assumingMemoryBound(to: T.self)
      var sum = 0.0
      for i in 0..<indices.count where targets[i] != Int64(ignoreIndex) { sum += Double(w?[Int(targets[i])] ?? 1) }
      return sum
    }
  }

  private static func requireClasses(_ input: Tensor, _ name: String) throws {
    if input.dim == 0 { throw EmberwingError.value("Expected 1 or more dimensions (got 0)") }
    if !input.dtype.isFloatingPoint { throw unsupported(name, input.dtype) }
  }

  public static func nllLoss(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    try requireClasses(input, "nll_loss_out_frame")
    if input.dtype.computeType != input.dtype {
      let w = try weight.map { try to($0, .float32) }
      return try to(nllLoss(to(input, .float32), target, w, ignoreIndex, reduction), input.dtype)
    }
    let t = try ClassTargets(input, target, weight, ignoreIndex: ignoreIndex)
    let out = try withGradMode(false) { try nllData(input, t, ignoreIndex, r) }
    let shape = input.shape
    let node = input.dim > 2 ? "NllLoss2DBackward0" : "NllLossBackward0"
    return out.recorded(node, inputs: [input], save: [target, weight]) { g, s in
      Grads(try nllLossBackward(g, shape, s[0], s.optional(1), ignoreIndex, reduction))
    }
  }

  private static func nllData(_ x: Tensor, _ t: ClassTargets, _ ignoreIndex: Int, _ r: Reduction) throws -> Tensor {
    var rows = x
    if x.dim > 2 {
      // Classes last.
      var order: Shape = [0]
      for d in 2..<x.dim { order.append(d) }
      order.append(1)
      rows = try permute(x, order)
    }
    rows = try contiguous(rows)
    let each: Tensor? = r == .none ? try Tensor.uninitialized(t.shape, x.dtype, count: t.indices.count) : nil
    let (loss, weight) = kernels.nllRows(
      x.dtype, each?.data, rows.data, targets: t.targets, weights: t.weight.map { UnsafeRawPointer($0.data) },
      ignoreIndex: Int64(ignoreIndex), rows: t.indices.count, classes: t.classes)
    if let each { return each }
    return try Tensor.scalar(.float(r == .mean ? loss / weight : loss), x.dtype)
  }

  /// Gradient of `nll_loss` for an input of `size`; linear in `gradOutput`, whose gradient is `nll_loss` again.
  public static func nllLossBackward(
    _ gradOutput: Tensor, _ size: Shape, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    let dtype = gradOutput.dtype
    guard dtype == .float32 || dtype == .float64 else { throw unsupported("nll_loss_backward", dtype) }
    let out = try Tensor.zeros(size, dtype)
    if out.dim == 0 { throw EmberwingError.value("Expected 1 or more dimensions (got 0)") }
    let t = try ClassTargets(out, target, weight, ignoreIndex: ignoreIndex)
    if gradOutput.count != (r == .none ? t.indices.count : 1) {
      throw EmberwingError.runtime("nll_loss_backward: grad_output of shape \(gradOutput.shape) does not fit the loss")
    }
    let g = try withGradMode(false) { try contiguous(gradOutput) }
    if dtype == .float32 {
      scatterNll(out, g, t, ignoreIndex, r, Float.self)
    } else {
      scatterNll(out, g, t, ignoreIndex, r, Double.self)
    }
    return out.recorded("NllLossBackwardBackward0", inputs: [gradOutput], save: [target, weight]) { gg, s in
      Grads(try nllLoss(gg, s[0], s.optional(1), ignoreIndex, reduction))
    }
  }

  private static func scatterNll<T: BinaryFloatingPoint>(
    _ out: Tensor, _ g: Tensor, _ t: ClassTargets, _ ignoreIndex: Int, _ r: Reduction, _: T.Type
  ) {
    let p = out.data.assumingMemoryBound(to: T.self)
    let each = g.data.assumingMemoryBound(to: T.self)
    let w = t.weight?.data.assumingMemoryBound(to: T.self)
    let total = r == .mean ? T(t.total(ignoreIndex, T.self)) : 1
    for i in 0..<t.indices.count {
      let c = t.targets[i]
      if c == Int64(ignoreIndex) { continue }
      let (n, k) = t.inner == 1 ? (i, 0) : i.quotientAndRemainder(dividingBy: t.inner)
      let value = (r == .none ? each[i] : each[0] / total) * (w?[Int(c)] ?? 1)
      p[(n * t.classes + Int(c)) * t.inner + k] = -value
    }
  }

  public static func crossEntropy(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: String,
    _ labelSmoothing: Double
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if !(labelSmoothing >= 0 && labelSmoothing <= 1) {
      throw EmberwingError.runtime(
        "label_smoothing must be between 0.0 and 1.0. Got: \(shortest(labelSmoothing))")
    }
    if input.shape == target.shape {
      return try probabilityCrossEntropy(input, target, weight, ignoreIndex, r, labelSmoothing)
    }
    try requireClasses(input, "log_softmax_lastdim_kernel_impl")
    if input.dtype.computeType != input.dtype {
      let w = try weight.map { try to($0, .float32) }
      let wide = try crossEntropy(to(input, .float32), target, w, ignoreIndex, reduction, labelSmoothing)
      return try to(wide, input.dtype)
    }
    let d = input.dim > 1 ? 1 : 0
    let t = try ClassTargets(input, target, weight, ignoreIndex: ignoreIndex)
    let logs = try logSoftmax(input, d, nil)
    if labelSmoothing > 0 {
      return try smoothed(logs, d, target, weight, ignoreIndex, reduction, labelSmoothing)
    }
    if input.dim != 2 { return try nllLoss(logs, target, weight, ignoreIndex, reduction) }
    // One node over both steps; the logarithms keep their own history for second derivatives.
    let out = try withGradMode(false) { try nllData(logs, t, ignoreIndex, r) }
    return out.recorded("NllLossBackward0", inputs: [input], save: [logs, target, weight]) { g, s in
      let (y, target, weight) = (try s[0], try s[1], try s.optional(2))
      if !isGradEnabled { return Grads(try crossEntropyBackward(g, y, target, weight, ignoreIndex, r)) }
      let h = try nllLossBackward(g, y.shape, target, weight, ignoreIndex, reduction)
      return Grads(try Calc.sub(h, Calc.mul(exp(y), sum(h, [1], true, nil))))
    }
  }

  /// (softmax - onehot) × the row's gradient, from the log-probabilities, a row at a time; no graph node.
  private static func crossEntropyBackward(
    _ g: Tensor, _ logs: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ r: Reduction
  ) throws -> Tensor {
    let t = try ClassTargets(logs, target, weight, ignoreIndex: ignoreIndex)
    let dense = try contiguous(logs)
    let each = try contiguous(to(g, logs.dtype))
    let out = try Tensor.uninitialized(logs.shape, logs.dtype, count: logs.count)
    guard let f = kernels.unary(.exp, logs.dtype) else { throw unsupported("cross_entropy", logs.dtype) }
    if logs.dtype == .float32 {
      rowGradients(out, each, dense, t, ignoreIndex, r, f, Float.self)
    } else {
      rowGradients(out, each, dense, t, ignoreIndex, r, f, Double.self)
    }
    return out
  }

  private static func rowGradients<T: BinaryFloatingPoint>(
    _ out: Tensor, _ g: Tensor, _ logs: Tensor, _ t: ClassTargets, _ ignoreIndex: Int, _ r: Reduction,
    _ exponential: UnaryBlock, _: T.Type
  ) {
    let (n, c) = (t.batch, t.classes)
    let each = UnsafePointer(g.data.assumingMemoryBound(to: T.self))
    let w = t.weight.map { UnsafePointer($0.data.assumingMemoryBound(to: T.self)) }
    let total = r == .mean ? T(t.total(ignoreIndex, T.self)) : 1
    let (target, to, from) = (t.targets, out.data, UnsafeRawPointer(logs.data))
    let size = MemoryLayout<T>.stride
    parallelFor(n, grain: Swift.max(1, elementwiseGrain / Swift.max(c, 1))) { lo, hi in
      for i in lo..<hi {
        let row = to + i &* c &* size
        let k = target[i]
        if k == Int64(ignoreIndex) {
          row.initializeMemory(as: UInt8.self, repeating: 0, count: c &* size)
          continue
        }
        let scale = (r == .none ? each[i] : each[0] / total) * (w?[Int(k)] ?? 1)
        // Blocks stay in the first-level cache between the two steps.
        var start = 0
        while start < c {
          let m = Swift.min(2048, c - start)
          let block = row + start &* size
          exponential(block, from + (i &* c &+ start) &* size, m, noParameters)
          let values = block.assumingMemoryBound(to: T.self)
          for j in 0..<m { values[j] *= scale }
          start += m
        }
        row.assumingMemoryBound(to: T.self)[Int(k)] -= scale
      }
    }
  }

  private static func smoothed(
    _ logs: Tensor, _ d: Int, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: String,
    _ smoothing: Double
  ) throws -> Tensor {
    let classes = logs.shape[d]
    let hard = try nllLoss(logs, target, weight, ignoreIndex, reduction)
    var spread = logs
    if let weight { spread = try Calc.mul(logs, reshape(weight, classShape(logs.dim, d, classes))) }
    let ignored = try eq(target, .scalar(.int(Int64(ignoreIndex))))
    let rows = try Calc.drop(neg(sum(spread, [d], false, nil)), where: reshape(ignored, sumShape(logs.shape, d)))
    let soft: Tensor
    switch try Reduction(reduction) {
    case .none: soft = try reshape(rows, hard.shape)
    case .sum: soft = try sum(rows, nil, false, nil)
    case .mean:
      // The same denominator as the hard part's: nll of -1 everywhere, summed, is the weight of what counts.
      let ones = try Ops.full(logs.shape, .float(-1), logs.dtype)
      let count = try withGradMode(false) { try nllLoss(ones, target, weight, ignoreIndex, "sum") }
      soft = try Calc.div(sum(rows, nil, false, nil), count)
    }
    return try Calc.add(Calc.mul(hard, 1 - smoothing), Calc.mul(soft, smoothing / Double(Swift.max(classes, 1))))
  }

  private static func classShape(_ rank: Int, _ d: Int, _ classes: Int) -> Shape {
    var s = Shape(repeating: 1, count: rank)
    s[d] = classes
    return s
  }

  private static func sumShape(_ shape: Shape, _ d: Int) -> Shape {
    var s = shape
    s.remove(at: d)
    return s
  }

  private static func probabilityCrossEntropy(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ r: Reduction, _ smoothing: Double
  ) throws -> Tensor {
    if !target.dtype.isFloatingPoint {
      throw EmberwingError.runtime(
        "Expected floating point type for target with class probabilities, got \(target.dtype.scalarTypeName)")
    }
    if ignoreIndex >= 0 {
      throw EmberwingError.runtime("ignore_index is not supported for floating point target")
    }
    try requireClasses(input, "log_softmax_lastdim_kernel_impl")
    let d = input.dim > 1 ? 1 : 0
    let classes = input.shape[d]
    if let w = weight, w.dim != 1 || w.count != classes {
      throw EmberwingError.runtime(
        "cross_entropy: weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of shape: \(w.shape)")
    }
    var p = target
    if smoothing > 0 {
      p = try Calc.add(Calc.mul(target, 1 - smoothing), smoothing / Double(Swift.max(classes, 1)))
    }
    var terms = try Calc.mul(logSoftmax(input, d, nil), p)
    if let weight { terms = try Calc.mul(terms, reshape(weight, classShape(input.dim, d, classes))) }
    switch r {
    case .none: return try neg(sum(terms, [d], false, nil))
    case .sum: return try neg(sum(terms, nil, false, nil))
    case .mean:
      return try Calc.div(neg(sum(terms, nil, false, nil)), Double(input.count) / Double(Swift.max(classes, 1)))
    }
  }

  @_optimize(none)
  static func registerClassLosses(_ r: inout Registry) {
    func samples(_ tail: [Value]) -> Samples {
      Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = try m.tensor([2, 3], -2, 2, .float32)
          let high = try Ops.full([2], 5, .int64)
          let many = try Ops.full([4], 0, .int64)
          let head: [Value] = [.none, .int(-100), .string("mean")]
          return [
            ([.tensor(x), .tensor(high)] + head + tail, "Target 5 is out of bounds."),
            ([.tensor(x), .tensor(many)] + head + tail, "Expected input batch_size (2) to match target batch_size (4)."),
          ]
        }
      ) { m in
        var calls: [[Value]] = []
        for reduction in ["mean", "sum", "none"] {
          let shapes: [(Shape, Shape)] = [([4, 3], [4]), ([3], []), ([2, 3, 2], [2, 2])]
          for (a, b) in shapes {
            let head: [Value] = [.tensor(try m.tensor(a)), .tensor(try m.indices(b, 0, 3))]
            calls.append(head + [.none, .int(-100), .string(reduction)] + tail)
            let weight = try m.tensor([3], 0.5, 2)
            calls.append(head + [.tensor(weight), .int(1), .string(reduction)] + tail)
          }
        }
        return calls
      }
    }
    r.add(
      "nll_loss(input, target, weight=None, ignore_index=-100, reduction='mean')", nllLoss,
      "Weighted mean of `-input[n, target[n]]` for log-probabilities [C], [N, C] or [N, C, d…].", on: .nn,
      samples: samples([]).constant([2]))
    r.add(
      "nll_loss_backward(grad_output, size, target, weight=None, ignore_index=-100, reduction='mean')",
      nllLossBackward, "Gradient of `nll_loss` for an input of the given size.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [
            .tensor(try m.tensor([])), .ints([4, 3]), .tensor(try m.indices([4], 0, 3)), .none, .int(-100),
            .string("mean"),
          ]
        ]
      })
    r.add(
      "cross_entropy(input, target, weight=None, ignore_index=-100, reduction='mean', label_smoothing=0.0)",
      crossEntropy, "Mean of `-log(softmax(input)[target])`; target holds class indices or probabilities.", on: .nn,
      samples: samples([.float(0.1)]).constant([2]))
  }
}
