// Losses made of other ops: margins, triplets, several labels, Gaussian likelihood.
extension Ops {
  public static func cosineEmbeddingLoss(
    _ input1: Tensor, _ input2: Tensor, _ target: Tensor, _ margin: Double, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if target.dim > 1 {
      throw EmberwingError.runtime(
        "0D or 1D target tensor expected, multi-target not supported")
    }
    let wanted = target.dim + 1
    if input1.dim != wanted || input2.dim != wanted {
      throw EmberwingError.runtime(
        "\(target.dim)D target tensor expects \(wanted)D input tensors, but found inputs with sizes \(input1.shape) and \(input2.shape).")
    }
    let d: Shape = [target.dim]
    let product = try sum(try Calc.mul(input1, input2), d, false, nil)
    let a = try Calc.add(sum(try Calc.mul(input1, input1), d, false, nil), 1e-12)
    let b = try Calc.add(sum(try Calc.mul(input2, input2), d, false, nil), 1e-12)
    let cosine = try Calc.div(product, try sqrt(try Calc.mul(a, b)))
    let near = try Calc.keep(Calc.rsub(1, cosine), where: eq(target, .scalar(1)))
    let far = try Calc.keep(clampMin(Calc.add(cosine, -margin), .scalar(0)), where: eq(target, .scalar(-1)))
    return try r.apply(Calc.add(near, far))
  }

  /// [N, C] and [N], from those or [C] and a class.
  private static func marginShapes(_ op: String, _ x: Tensor, _ t: Tensor, list: Bool) throws -> (Tensor, Tensor) {
    if x.dim > 2 || (x.dim == 2 && x.shape[1] == 0) || (x.dim == 1 && x.shape[0] == 0) {
      throw EmberwingError.runtime(
        "Expected non-empty vector or matrix with optional 0-dim batch size, but got: \(x.shape)")
    }
    let c = x.dim == 0 ? 1 : x.shape[x.dim - 1]
    let n = x.dim == 2 ? x.shape[0] : 1
    let fits = list ? t.shape == x.shape || (x.dim < 2 && t.count == c && t.dim <= 1) : t.dim <= 1 && t.count == n
    if !fits {
      throw EmberwingError.runtime("inconsistent target size: \(t.shape) for input of size: \(x.shape)")
    }
    if t.dtype != .int64 { throw EmberwingError.runtime("expected scalar type Long but found \(t.dtype.scalarTypeName)") }
    if !x.dtype.isFloatingPoint { throw unsupported(op, x.dtype) }
    return (try reshape(x, [n, c]), try reshape(t, list ? [n, c] : [n]))
  }

  public static func multiMarginLoss(
    _ input: Tensor, _ target: Tensor, _ p: Int, _ margin: Double, _ weight: Tensor?, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if p != 1 && p != 2 { throw EmberwingError.value("only p == 1 and p == 2 supported") }
    if let weight, weight.dim != 1 { throw EmberwingError.value("weight must be one-dimensional") }
    let (x, t) = try marginShapes("multi_margin_loss", input, target, list: false)
    let c = x.shape[1]
    if let weight, weight.count != c {
      throw EmberwingError.runtime("inconsistent weight size: \(weight.shape) for input of size: \(input.shape)")
    }
    let (held, q) = try denseIndex(t)
    if firstOutside(q, held.count, 0, c) != nil { throw EmberwingError.runtime("target out of range") }
    let column = try reshape(held, [held.count, 1])
    var z = try clampMin(Calc.add(Calc.sub(x, gather(x, 1, column)), margin), .scalar(0))
    if p == 2 { z = try Calc.mul(z, z) }
    if let weight { z = try Calc.mul(z, reshape(try indexSelect(weight, 0, held), [held.count, 1])) }
    z = try scatterValue(z, 1, column, 0)
    let each = try Calc.div(sum(z, [1], false, nil), Double(c))
    return try r.apply(input.dim < 2 ? try reshape(each, target.dim == 0 || r != .none ? [] : [1]) : each)
  }

  public static func multilabelMarginLoss(_ input: Tensor, _ target: Tensor, _ reduction: String) throws -> Tensor {
    let r = try Reduction(reduction)
    let (x, t) = try marginShapes("multilabel_margin_loss", input, target, list: true)
    let (n, c) = (x.shape[0], x.shape[1])
    let (held, q) = try denseIndex(t)
    if firstOutside(q, held.count, -1, c) != nil { throw EmberwingError.runtime("target out of range") }
    // A row's list of classes ends at the first -1.
    let index = try Tensor.zeros([n, c], .int64)
    let (listed, others) = (try Tensor.zeros([n, c, 1], x.dtype), try full([n, 1, c], 1, x.dtype))
    let at = index.data.assumingMemoryBound(to: Int64.self)
    let size = x.dtype.size
    for i in 0..<n {
      for j in 0..<c {
        let k = q[i * c + j]
        if k < 0 { break }
        at[i * c + j] = k
        Scalar.float(1).store(to: listed.data + (i * c + j) * size, as: x.dtype)
        Scalar.float(0).store(to: others.data + (i * c + Int(k)) * size, as: x.dtype)
      }
    }
    withExtendedLifetime(held) {}
    let own = try reshape(try gather(x, 1, index), [n, c, 1])
    let gap = try clampMin(Calc.rsub(1, Calc.sub(own, reshape(x, [n, 1, c]))), .scalar(0))
    let each = try Calc.div(sum(try Calc.mul(gap, listed, others), [1, 2], false, nil), Double(c))
    return try r.apply(input.dim < 2 ? try reshape(each, []) : each)
  }

  public static func multilabelSoftMarginLoss(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if input.dim == 0 { throw EmberwingError.index("Dimension specified as -1 but tensor has no dimensions") }
    let yes = try Calc.mul(target, logsigmoid(input))
    let no = try Calc.mul(Calc.rsub(1, target), logsigmoid(neg(input)))
    var loss = try neg(Calc.add(yes, no))
    if let weight { loss = try Calc.mul(loss, weight) }
    let d = loss.dim - 1
    return try r.apply(Calc.div(sum(loss, [d], false, nil), Double(input.shape[input.dim - 1])))
  }

  public static func tripletMarginLoss(
    _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ margin: Double, _ p: Double, _ eps: Double,
    _ swap: Bool, _ reduction: String
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if margin <= 0 { throw EmberwingError.value("margin must be greater than 0, got \(margin)") }
    if anchor.dim != positive.dim || anchor.dim != negative.dim {
      throw EmberwingError.runtime(
        "The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor \(anchor.dim)D, positive \(positive.dim)D, and negative \(negative.dim)D inputs")
    }
    let near = try pairwiseDistance(anchor, positive, p, eps, false)
    var far = try pairwiseDistance(anchor, negative, p, eps, false)
    if swap { far = try minimum(far, pairwiseDistance(positive, negative, p, eps, false)) }
    return try r.apply(clampMin(Calc.add(Calc.sub(near, far), margin), .scalar(0)))
  }

  public static func gaussianNllLoss(
    _ input: Tensor, _ target: Tensor, _ `var`: Operand, _ full: Bool, _ eps: Double, _ reduction: String
  ) throws -> Tensor {
    var variance: Tensor
    switch `var` {
    case .tensor(let t): variance = t
    case .scalar(let s): variance = try Ops.full(input.shape, .float(s.double), input.dtype)
    }
    let low = try withGradMode(false) { try any(try compare(.lt, "lt", variance, .scalar(0)), nil, false) }
    if isTrue(low) { throw EmberwingError.value("var has negative entry/entries") }
    if variance.shape != input.shape {
      if input.dim > 0, input.shape.slice(0..<(input.dim - 1)) == variance.shape {
        variance = try unsqueeze(variance, -1)
      } else {
        var mismatches: [Int] = []
        if input.dim == variance.dim {
          for i in 0..<input.dim where input.shape[i] != variance.shape[i] { mismatches.append(variance.shape[i]) }
        }
        if mismatches != [1] { throw EmberwingError.value("var is of incorrect size") }
      }
    }
    guard let r = try? Reduction(reduction) else { throw EmberwingError.value("\(reduction) is not valid") }
    // The floor is not part of the graph: where it holds, the gradient passes through.
    let floor = try withGradMode(false) { try Calc.sub(clampMin(variance, .scalar(.float(eps))), variance) }
    let v = try Calc.add(variance, floor)
    let gap = try Calc.sub(input, target)
    var loss = try Calc.mul(Calc.add(log(v), Calc.div(Calc.mul(gap, gap), v)), 0.5)
    if full { loss = try Calc.add(loss, 0.918_938_533_204_672_8) }
    return try r.apply(loss)
  }

  @_optimize(none)
  static func registerMarginLosses(_ r: inout Registry) {
    let mean: Value = .string("mean")
    func sample(constant: Set<Int>, _ make: @escaping (inout SampleMaker) throws -> [Value]) -> Samples {
      Samples(
        dtypes: Samples.floats,
        bad: { m in
          var call = try make(&m)
          call[call.count - 1] = .string("x")
          return [(arguments: call, message: "x is not")]
        }
      ) { m in
        let first = try make(&m)
        return [first, Array(first.dropLast()) + [.string("none")]]
      }.constant(constant)
    }
    r.add(
      "cosine_embedding_loss(input1, input2, target, margin=0.0, reduction='mean')", cosineEmbeddingLoss,
      "Mean of `1 - cos` where target is 1, of `max(0, cos - margin)` where it is -1.", on: .nn,
      samples: sample(constant: [2]) { m in
        let t = try Ops.full([2], .float(1), m.dtype)
        return [.tensor(try m.tensor([2, 3], 0.5, 2)), .tensor(try m.tensor([2, 3], 0.5, 2)), .tensor(t), .float(0), mean]
      })
    r.add(
      "multi_margin_loss(input, target, p=1, margin=1.0, weight=None, reduction='mean')", multiMarginLoss,
      "Mean over classes of `max(0, margin - input[target] + input[j]) ** p`, the target left out.", on: .nn,
      samples: sample(constant: [1, 4]) { m in
        [.tensor(try m.distinct([3, 4])), .tensor(try m.indices([3], 0, 4)), .int(2), .float(1.2), .none, mean]
      })
    r.add(
      "multilabel_margin_loss(input, target, reduction='mean')", multilabelMarginLoss,
      "Hinge between the classes that each row of `target` lists (up to the first -1) and all others.", on: .nn,
      samples: sample(constant: [1]) { m in
        let t = try Tensor.zeros([2, 3], .int64)
        let p = t.data.assumingMemoryBound(to: Int64.self)
        (p[0], p[1], p[3], p[4]) = (2, -1, 1, 0)
        p[5] = -1
        return [.tensor(try m.tensor([2, 3], 0, 0.8)), .tensor(t), mean]
      })
    r.add(
      "multilabel_soft_margin_loss(input, target, weight=None, reduction='mean')", multilabelSoftMarginLoss,
      "Binary cross entropy of logits, averaged over the classes.", on: .nn,
      samples: sample(constant: [2]) { m in
        [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3], 0, 1)), .none, mean]
      })
    r.add(
      "triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2.0, eps=1e-06, swap=False, reduction='mean')",
      tripletMarginLoss, "Mean of `max(0, |anchor - positive| - |anchor - negative| + margin)`.", on: .nn,
      samples: sample(constant: []) { m in
        [
          .tensor(try m.tensor([2, 3], 0, 1)), .tensor(try m.tensor([2, 3], 2, 3)), .tensor(try m.tensor([2, 3], -2, -1)),
          .float(4), .float(2), .float(1e-6), .bool(false), mean,
        ]
      })
    r.add(
      "gaussian_nll_loss(input, target, var, full=False, eps=1e-06, reduction='mean')", gaussianNllLoss,
      "Mean of `(log(var) + (input - target) ** 2 / var) / 2`.", on: .nn,
      samples: sample(constant: []) { m in
        [
          .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([2, 3], 0.5, 2)), .bool(true),
          .float(1e-6), mean,
        ]
      })
  }
}
