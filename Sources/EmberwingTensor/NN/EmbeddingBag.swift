// Bags of embeddings and the norm bound of embeddings.
extension Ops {
  /// Scales the rows of `weight` that `indices` names down to a norm of at most `maxNorm`, in place.
  public static func embeddingRenormInPlace(_ weight: Tensor, _ indices: Tensor, _ maxNorm: Double, _ normType: Double)
    throws
  {
    if weight.dim != 2 { throw EmberwingError.runtime("'weight' must be 2-D") }
    if !isIndexType(indices) {
      throw EmberwingError.runtime(
        "Expected tensor for argument #2 'indices' to have one of the following scalar types: Long, Int; but got torch.\(indices.dtype.scalarTypeName)Tensor instead (while checking arguments for embedding_renorm_)")
    }
    let (held, p) = try denseIndex(indices)
    if firstOutside(p, held.count, 0, weight.shape[0]) != nil { throw EmberwingError.index("index out of range in self") }
    let rows = Set((0..<held.count).map { Int(p[$0]) }).sorted()
    withExtendedLifetime(held) {}
    try withGradMode(false) {
      for i in rows {
        let row = try select(weight, 0, i)
        let norm = try to(linalgVectorNorm(row, .float(normType), nil, false, nil), .float64)
        let n = withExtendedLifetime(norm) { norm.data.load(as: Double.self) }
        if n > maxNorm { try copyData(into: row, from: mul(row.alias(), .scalar(.float(maxNorm / (n + 1e-7))))) }
      }
    }
    if !rows.isEmpty { weight.bumpVersion() }
  }

  /// For every element of `indices` the bag that it belongs to, and how many count in each bag.
  private static func bags(
    _ indices: Tensor, _ offsets: Tensor, _ padding: Int, last: Bool
  ) throws -> (ids: Tensor, kept: Tensor, counts: [Int], keptCount: Int) {
    let (heldIndices, p) = try denseIndex(indices)
    let (heldOffsets, o) = try denseIndex(offsets)
    if last && offsets.count == 0 {
      throw EmberwingError.runtime("include_last_offset: number of offset should be at least 1")
    }
    let n = offsets.count - (last ? 1 : 0)
    if offsets.count > 0 && o[0] != 0 {
      throw EmberwingError.runtime(
        "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got \(o[0])")
    }
    for i in 0..<offsets.count where o[i] > Int64(indices.count) || (i > 0 && o[i] < o[i - 1]) {
      throw EmberwingError.runtime(
        "offsets[-1] can not be greater than input's length \(indices.count) but got offsets[-1] of \(o[i])")
    }
    var counts = [Int](repeating: 0, count: n)
    var (ids, kept): ([Int64], [Int64]) = ([], [])
    for b in 0..<n {
      let stop = b + 1 < offsets.count ? Int(o[b + 1]) : indices.count
      for i in Int(o[b])..<Swift.max(stop, Int(o[b])) where Int(p[i]) != padding {
        ids.append(Int64(b))
        kept.append(Int64(i))
        counts[b] += 1
      }
    }
    withExtendedLifetime((heldIndices, heldOffsets)) {}
    return (
      try Tensor.copying(ids, shape: [ids.count], dtype: .int64), try Tensor.copying(kept, shape: [kept.count], dtype: .int64),
      counts, ids.count
    )
  }

  /// Sums, means or maxima (mode 0, 1, 2) of the rows of `weight` that each bag of indices names.
  public static func embeddingBag(
    _ weight: Tensor, _ indices: Tensor, _ offsets: Tensor, _ scaleGradByFreq: Bool, _ mode: Int, _ sparse: Bool,
    _ perSampleWeights: Tensor?, _ includeLastOffset: Bool, _ paddingIdx: Int?
  ) throws -> Tensor {
    if sparse { throw EmberwingError.notImplemented("embedding_bag: sparse gradients are not supported") }
    if weight.dim != 2 { throw EmberwingError.value("weight has to be a 2D Tensor, but got Tensor of dimension \(weight.dim)") }
    if indices.dim != 1 || offsets.dim != 1 {
      throw EmberwingError.value("input has to be a 1D or 2D Tensor and offsets a 1D Tensor")
    }
    if !isIndexType(indices) || !isIndexType(offsets) || indices.dtype != offsets.dtype {
      throw EmberwingError.runtime(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.\(indices.dtype.scalarTypeName)Tensor instead (while checking arguments for embedding_bag)")
    }
    if !weight.dtype.isFloatingPoint { throw unsupported("embedding_bag", weight.dtype) }
    if !(0...2).contains(mode) { throw EmberwingError.value("mode has to be one of sum, mean or max") }
    let (rows, columns) = (weight.shape[0], weight.shape[1])
    var padding = -1
    if let p = paddingIdx {
      if p < -rows || p >= rows {
        throw EmberwingError.runtime("padding_idx must be within the number of embeddings, \(-rows) through \(rows - 1), but got \(p)")
      }
      padding = p < 0 ? p + rows : p
    }
    if let w = perSampleWeights {
      if mode != 0 {
        throw EmberwingError.runtime("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum'")
      }
      if w.dtype != weight.dtype {
        throw EmberwingError.runtime(
          "Expected tensor for argument #1 'weight' to have the same type as tensor for argument #2 'per_sample_weights'")
      }
      if w.shape != indices.shape {
        throw EmberwingError.value(
          "embedding_bag: If per_sample_weights (\(w.shape)) is not None, then it must have the same shape as the input (\(indices.shape))")
      }
    }
    let (checked, all) = try denseIndex(indices)
    if firstOutside(all, checked.count, 0, rows) != nil { throw EmberwingError.index("index out of range in self") }
    let (ids, kept, counts, _) = try bags(indices, offsets, padding, last: includeLastOffset)
    let named = try indexSelect(checked, 0, kept)
    if mode == 2 { return try bagMaxima(weight, named, ids, counts) }
    var picked = try embedding(named, weight, nil, nil, 2, scaleGradByFreq, false)
    if let w = perSampleWeights { picked = try Calc.mul(picked, unsqueeze(try indexSelect(w, 0, kept), -1)) }
    let sums = try indexAdd(try Tensor.zeros([counts.count, columns], weight.dtype), 0, ids, picked, 1)
    if mode == 0 { return sums }
    let divisors = counts.map { Double(Swift.max($0, 1)) }
    let d = try to(try Tensor.copying(divisors, shape: [counts.count, 1], dtype: .float64), weight.dtype)
    return try Calc.div(sums, d)
  }

  private static func bagMaxima(_ weight: Tensor, _ indices: Tensor, _ ids: Tensor, _ counts: [Int]) throws -> Tensor {
    let columns = weight.shape[1]
    let table = try contiguousData(weight, .float64)
    let best = try Tensor.zeros([counts.count, columns], .int64)
    let (p, w) = (indices.data.assumingMemoryBound(to: Int64.self), table.data.assumingMemoryBound(to: Double.self))
    let q = best.data.assumingMemoryBound(to: Int64.self)
    var at = 0
    for (b, n) in counts.enumerated() {
      for k in at..<(at + n) {
        let row = Int(p[k])
        for c in 0..<columns {
          let old = Int(q[b &* columns &+ c])
          if k == at || w[row &* columns &+ c] > w[old &* columns &+ c] { q[b &* columns &+ c] = Int64(row) }
        }
      }
      at += n
    }
    withExtendedLifetime((table, indices)) {}
    let empty = try Tensor.copying(counts.map { UInt8($0 == 0 ? 1 : 0) }, shape: [counts.count, 1], dtype: .bool)
    if weight.shape[0] == 0 { return try Tensor.zeros([counts.count, columns], weight.dtype) }
    return try maskedFill(try gather(weight, 0, best), empty, .scalar(0))
  }

  @_optimize(none)
  static func registerBags(_ r: inout Registry) {
    r.add(
      "embedding_renorm_(input, indices, max_norm, norm_type)", embeddingRenormInPlace,
      "Scales the rows at `indices` down to a norm of at most `max_norm`, in place.", on: .function,
      samples: Samples(dtypes: Samples.floats, differentiable: false) { m in
        [[.tensor(try m.tensor([4, 3])), .tensor(try m.indices([5], 0, 4)), .float(0.5), .float(2)]]
      })
    r.add(
      "embedding_bag(weight, input, offsets, scale_grad_by_freq=False, mode=0, sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None)",
      embeddingBag, "Sums (mode 0), means (1) or maxima (2) of the rows of `weight` that each bag of indices names.",
      on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        let offsets = try Tensor.copying([Int64(0), 2, 2], shape: [3], dtype: .int64)
        var calls: [[Value]] = []
        for (mode, padding) in [(0, -2), (1, 1), (2, -2)] {
          calls.append([
            .tensor(try m.distinct([4, 3])), .tensor(try m.indices([5], 0, 4)), .tensor(offsets), .bool(false), .int(mode),
            .bool(false), mode == 0 ? .tensor(try m.tensor([5])) : .none, .bool(false), padding < 0 ? .none : .int(padding),
          ])
        }
        return calls
      })
  }
}
