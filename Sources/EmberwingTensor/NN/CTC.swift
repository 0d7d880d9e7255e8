#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What connectionist temporal classification (Graves et al. 2006) needs of one batch, checked.
private struct CTCBatch: @unchecked Sendable {
  let steps: Int
  let batch: Int
  let classes: Int
  let blank: Int
  let inputs: [Int]
  let lengths: [Int]
  /// The labels of each example.
  let labels: [[Int]]

  /// States of the longest example: labels with blanks between and around.
  var width: Int { 2 * (lengths.max() ?? 0) + 1 }

  func state(_ n: Int, _ s: Int) -> Int { s & 1 == 0 ? blank : labels[n][s >> 1] }
}

private func logSum(_ a: Double, _ b: Double) -> Double {
  if a == -.infinity { return b }
  if b == -.infinity { return a }
  return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b))
}

extension CTCBatch {
  /// Fills alpha [steps, width] of one example and returns the negative log likelihood.
  func forward(_ n: Int, _ x: UnsafePointer<Double>, _ alpha: UnsafeMutablePointer<Double>) -> Double {
    let (t, states, w) = (inputs[n], 2 * lengths[n] + 1, width)
    if t == 0 { return lengths[n] == 0 ? 0 : .infinity }
    func p(_ i: Int, _ s: Int) -> Double { x[(i &* batch &+ n) &* classes &+ state(n, s)] }
    for i in 0..<(t * w) { alpha[i] = -.infinity }
    alpha[0] = p(0, 0)
    if states > 1 { alpha[1] = p(0, 1) }
    for i in 1..<Swift.max(t, 1) {
      let (old, new) = (alpha + (i - 1) &* w, alpha + i &* w)
      for s in 0..<states {
        var a = old[s]
        if s > 0 { a = logSum(a, old[s - 1]) }
        if s > 1, s & 1 == 1, state(n, s) != state(n, s - 2) { a = logSum(a, old[s - 2]) }
        new[s] = a + p(i, s)
      }
    }
    let last = alpha + (t - 1) * w
    return -logSum(last[states - 1], states > 1 ? last[states - 2] : -.infinity)
  }

  /// Adds one example's gradient, times `g`, given its alpha.
  func backward(
    _ n: Int, _ x: UnsafePointer<Double>, _ alpha: UnsafePointer<Double>, _ loss: Double, _ g: Double,
    _ out: UnsafeMutablePointer<Double>
  ) {
    let (t, states, w) = (inputs[n], 2 * lengths[n] + 1, width)
    if t == 0 { return }
    func p(_ i: Int, _ s: Int) -> Double { x[(i &* batch &+ n) &* classes &+ state(n, s)] }
    var beta = [Double](repeating: -.infinity, count: states)
    var next = beta
    var seen = [Double](repeating: -.infinity, count: classes)
    for i in (0..<t).reversed() {
      if i == t - 1 {
        beta[states - 1] = p(i, states - 1)
        if states > 1 { beta[states - 2] = p(i, states - 2) }
      } else {
        for s in 0..<states {
          var b = next[s]
          if s + 1 < states { b = logSum(b, next[s + 1]) }
          if s + 2 < states, s & 1 == 1, state(n, s) != state(n, s + 2) { b = logSum(b, next[s + 2]) }
          beta[s] = b + p(i, s)
        }
      }
      for c in 0..<classes { seen[c] = -.infinity }
      for s in 0..<states {
        let c = state(n, s)
        seen[c] = logSum(seen[c], alpha[i &* w &+ s] + beta[s])
      }
      let row = (i &* batch &+ n) &* classes
      for c in 0..<classes {
        let lp = x[row + c]
        out[row + c] = (exp(lp) - exp(seen[c] + loss - lp)) * g
      }
      swap(&beta, &next)
    }
  }
}

extension Ops {
  private static func numbers(_ t: Tensor, _ name: String) throws -> [Int] {
    if !t.dtype.isInteger { throw EmberwingError.runtime("\(name) must be integral") }
    let held = try contiguousData(t, .int64)
    let p = held.data.assumingMemoryBound(to: Int64.self)
    defer { withExtendedLifetime(held) {} }
    return (0..<held.count).map { Int(p[$0]) }
  }

  private static func ctcBatch(
    _ x: Tensor, _ targets: Tensor, _ inputLengths: Tensor, _ targetLengths: Tensor, _ blank: Int
  ) throws -> CTCBatch {
    let (steps, batch, classes) = (x.shape[0], x.shape[1], x.shape[2])
    if blank < 0 || blank >= classes { throw EmberwingError.runtime("blank must be in label range") }
    let inputs = try numbers(inputLengths, "input_lengths")
    let lengths = try numbers(targetLengths, "target_lengths")
    if inputs.count != batch { throw EmberwingError.runtime("input_lengths must be of size batch_size") }
    if lengths.count != batch { throw EmberwingError.runtime("target_lengths must be of size batch_size") }
    for v in inputs where v < 0 || v > steps {
      throw EmberwingError.runtime("Expected input_lengths to have value at most \(steps), but got value \(v)")
    }
    for v in lengths where v < 0 { throw EmberwingError.runtime("Expected target_lengths to have value at least 0, but got value \(v)") }
    let all = try numbers(targets, "targets")
    for v in all where v < 0 || v >= classes {
      // Padding behind a row's length is free; what is read is checked below.
      if targets.dim == 1 { throw EmberwingError.runtime("targets must be in 0 ..< \(classes), but got \(v)") }
    }
    var labels: [[Int]] = []
    var at = 0
    for (n, length) in lengths.enumerated() {
      let start = targets.dim == 1 ? at : n * targets.shape[1]
      let room = targets.dim == 1 ? all.count - at : targets.shape[1]
      if length > room {
        throw EmberwingError.runtime(
          targets.dim == 1
            ? "Expected targets to have at least the sum of target_lengths elements, but got \(all.count)"
            : "Expected tensor to have size at least \(length) at dimension 1, but got size \(targets.shape)")
      }
      let row = Array(all[start..<(start + length)])
      for v in row where v < 0 || v >= classes { throw EmberwingError.runtime("targets must be in 0 ..< \(classes), but got \(v)") }
      labels.append(row)
      at += length
    }
    return CTCBatch(
      steps: steps, batch: batch, classes: classes, blank: blank, inputs: inputs, lengths: lengths, labels: labels)
  }

  /// Negative log likelihood of label sequences under log-probabilities [T, N, C] over all alignments with blanks.
  public static func ctcLoss(
    _ logProbs: Tensor, _ targets: Tensor, _ inputLengths: Tensor, _ targetLengths: Tensor, _ blank: Int,
    _ reduction: String, _ zeroInfinity: Bool
  ) throws -> Tensor {
    let r = try Reduction(reduction)
    if logProbs.dim == 2 {
      let one = try ctcLoss(
        try unsqueeze(logProbs, 1), targets.dim == 1 ? try unsqueeze(targets, 0) : targets,
        try reshape(inputLengths, [-1]), try reshape(targetLengths, [-1]), blank, reduction, zeroInfinity)
      return r == .none ? try squeeze(one, [0]) : one
    }
    if logProbs.dim != 3 {
      throw EmberwingError.runtime("ctc_loss: log_probs must be [T, N, C] or [T, C], but got \(logProbs.shape)")
    }
    if targets.dim != 1 && (targets.dim != 2 || targets.shape[0] != logProbs.shape[1]) {
      throw EmberwingError.runtime("ctc_loss: targets must be [N, S] or one-dimensional, but got \(targets.shape)")
    }
    guard logProbs.dtype == .float32 || logProbs.dtype == .float64 else { throw unsupported("ctc_loss_cpu", logProbs.dtype) }
    let b = try ctcBatch(logProbs, targets, inputLengths, targetLengths, blank)
    let x = try contiguousData(logProbs, .float64)
    let alpha = try Tensor.empty([b.batch, b.steps, b.width], .float64)
    let losses = try Tensor.empty([b.batch], .float64)
    let p = UnsafePointer(x.data.assumingMemoryBound(to: Double.self))
    let (a, q) = (alpha.data.assumingMemoryBound(to: Double.self), losses.data.assumingMemoryBound(to: Double.self))
    parallelFor(b.batch, grain: 1) { lo, hi in
      for n in lo..<hi { q[n] = b.forward(n, p, a + n &* b.steps &* b.width) }
    }
    withExtendedLifetime(x) {}
    let out = try castData(losses, logProbs.dtype)
    var each = out.recorded("CtcLossBackward0", inputs: [logProbs], save: [logProbs, alpha, losses]) { g, s in
      Grads(try ctcBackward(g, try s[0], try s[1], try s[2], b, zeroInfinity))
    }
    if zeroInfinity {
      each = try Calc.drop(each, where: compare(.eq, "eq", each, .scalar(.float(.infinity))))
    }
    if r == .mean {
      let lengths = try Tensor.copying(b.lengths.map { Double(Swift.max($0, 1)) }, shape: [b.batch], dtype: .float64)
      each = try Calc.div(each, castData(lengths, each.dtype))
    }
    return try r.apply(each)
  }

  private static func ctcBackward(
    _ grad: Tensor, _ logProbs: Tensor, _ alpha: Tensor, _ losses: Tensor, _ b: CTCBatch, _ zeroInfinity: Bool
  ) throws -> Tensor {
    let out = try Tensor.zeros(logProbs.shape, .float64)
    let (x, g) = (try contiguousData(logProbs, .float64), try contiguousData(grad, .float64))
    let (p, o) = (UnsafePointer(x.data.assumingMemoryBound(to: Double.self)), out.data.assumingMemoryBound(to: Double.self))
    let (a, q) = (alpha.data.assumingMemoryBound(to: Double.self), losses.data.assumingMemoryBound(to: Double.self))
    let each = g.data.assumingMemoryBound(to: Double.self)
    parallelFor(b.batch, grain: 1) { lo, hi in
      for n in lo..<hi where !(zeroInfinity && q[n] == .infinity) {
        b.backward(n, p, a + n &* b.steps &* b.width, q[n], each[n], o)
      }
    }
    withExtendedLifetime((x, g, alpha, losses)) {}
    return try castData(out, logProbs.dtype).recorded("CtcLossBackwardBackward0", inputs: [grad, logProbs]) { _, _ in
      throw EmberwingError.notImplemented("derivative for aten::_ctc_loss_backward is not implemented")
    }
  }

  @_optimize(none)
  static func registerCTC(_ r: inout Registry) {
    r.add(
      "ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False)", ctcLoss,
      "Negative log likelihood of label sequences under log-probabilities [T, N, C] or [T, C], over all alignments.",
      on: .nn,
      samples: Samples(
        dtypes: Samples.floats, differentiable: false,
        bad: { m in
          let n = try Tensor.copying([Int64(4)], shape: [1], dtype: .int64)
          return [
            (
              arguments: [
                .tensor(try m.tensor([4, 1, 3])), .tensor(try m.indices([1, 2], 1, 3)), .tensor(n), .tensor(n), .int(5),
                .string("mean"), .bool(false),
              ], message: "blank must be in label range"
            )
          ]
        }
      ) { m in
        let logs = try Ops.logSoftmax(try m.tensor([5, 2, 3]), 2, nil)
        let steps = try Tensor.copying([Int64(5), 4], shape: [2], dtype: .int64)
        let lengths = try Tensor.copying([Int64(2), 1], shape: [2], dtype: .int64)
        return [
          [
            .tensor(logs), .tensor(try m.indices([2, 2], 1, 3)), .tensor(steps), .tensor(lengths), .int(0),
            .string("mean"), .bool(false),
          ]
        ]
      })
  }
}
