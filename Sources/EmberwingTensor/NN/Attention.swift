// Scaled dot-product attention.
extension Ops {
  /// Softmax along the last dimension; a row of nothing but -inf becomes zeros instead of NaN.
  private static func safeSoftmax(_ scores: Tensor) throws -> Tensor {
    let y = try softmax(scores, -1, nil)
    if scores.count == 0 { return y }
    let dead = try withGradMode(false) {
      try compare(.eq, "eq", try amax(scores, [-1], true), .scalar(.float(-.infinity)))
    }
    return isTrue(try any(dead, nil, false)) ? try maskedFill(y, dead, .scalar(0)) : y
  }

  private static func checkAttention(_ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor?, _ causal: Bool) throws {
    if q.dtype != k.dtype || q.dtype != v.dtype {
      throw EmberwingError.runtime(
        "Expected query, key, and value to have the same dtype, but got query.dtype: \(cppName(q.dtype)) key.dtype: \(cppName(k.dtype)) and value.dtype: \(cppName(v.dtype)) instead.")
    }
    if q.dim < 2 || k.dim < 2 || v.dim < 2 {
      throw EmberwingError.runtime(
        "Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: \(q.dim), key.dim: \(k.dim) and value.dim: \(v.dim) instead.")
    }
    if let mask {
      if mask.dtype != .bool && mask.dtype != .float32 && mask.dtype != q.dtype {
        throw EmberwingError.runtime(
          "Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: \(cppName(mask.dtype)) and  query.dtype: \(cppName(q.dtype)) instead.")
      }
      if causal { throw EmberwingError.runtime("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True") }
    }
    if !q.dtype.isFloatingPoint { throw unsupported("scaled_dot_product_attention", q.dtype) }
  }

  public static func scaledDotProductAttention(
    _ query: Tensor, _ key: Tensor, _ value: Tensor, _ attnMask: Tensor?, _ dropoutP: Double, _ isCausal: Bool,
    _ scale: Double?, _ enableGqa: Bool
  ) throws -> Tensor {
    try checkAttention(query, key, value, attnMask, isCausal)
    if query.dtype.size == 2 {
      // Half precision is that of the inputs and the result, not of what lies between.
      let parts = try [query, key, value].map { try to($0, .float32) }
      let mask = try attnMask.map { $0.dtype == query.dtype ? try to($0, .float32) : $0 }
      return try to(
        try scaledDotProductAttention(parts[0], parts[1], parts[2], mask, dropoutP, isCausal, scale, enableGqa), query.dtype)
    }
    var (k, v) = (key, value)
    if enableGqa && query.dim >= 3 && key.dim >= 3 && value.dim >= 3 {
      let heads = query.shape[query.dim - 3]
      func repeated(_ t: Tensor) throws -> Tensor {
        let own = t.shape[t.dim - 3]
        if own == heads { return t }
        if own == 0 || heads % own != 0 {
          throw EmberwingError.runtime(
            "Number of heads in key and value must divide the number of heads in query, but got \(heads) and \(own)")
        }
        return try repeatInterleave(t, heads / own, t.dim - 3)
      }
      (k, v) = (try repeated(k), try repeated(v))
    }
    let e = query.shape[query.dim - 1]
    let factor = scale ?? (e > 0 ? 1 / Double(e).squareRoot() : 1)
    // Both sides carry the square root of the factor, so that neither product overflows alone.
    let root = Swift.abs(factor).squareRoot()
    let q = try Calc.mul(query, factor < 0 ? -root : root)
    var scores = try matmul(q, try transpose(try Calc.mul(k, root), -2, -1))
    let (rows, columns) = (scores.shape[scores.dim - 2], scores.shape[scores.dim - 1])
    var masked = false
    if isCausal {
      let keep = try tril(try full([rows, columns], .bool(true), .bool), 0)
      scores = try maskedFill(scores, try logicalNot(keep), .scalar(.float(-.infinity)))
    } else if let mask = attnMask {
      masked = true
      if mask.dtype == .bool {
        scores = try `where`(mask, .tensor(scores), .scalar(.float(-.infinity)))
      } else {
        scores = try Calc.add(scores, mask.dtype == scores.dtype ? mask : try to(mask, scores.dtype))
      }
    }
    var weights = masked ? try safeSoftmax(scores) : try softmax(scores, -1, nil)
    if dropoutP > 0 { weights = try dropout(weights, dropoutP, true) }
    return try matmul(weights, v)
  }

  @_optimize(none)
  static func registerAttention(_ r: inout Registry) {
    r.add(
      "scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False)",
      scaledDotProductAttention,
      "`softmax(query @ key.T * scale + attn_mask) @ value` for query [*, L, E], key [*, S, E] and value [*, S, Ev].",
      on: .nn,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          let t = Value.tensor(try m.tensor([3]))
          return [(arguments: [t, t, t, .none, .float(0), .bool(false), .none, .bool(false)], message: "at least 2 dimensional")]
        }
      ) { m in
        let rest: [Value] = [.none, .bool(false)]
        return [
          [
            .tensor(try m.tensor([2, 3, 4])), .tensor(try m.tensor([2, 5, 4])), .tensor(try m.tensor([2, 5, 2])), .none,
            .float(0), .bool(true),
          ] + rest,
          [
            .tensor(try m.tensor([1, 2, 3, 4])), .tensor(try m.tensor([1, 1, 5, 4])), .tensor(try m.tensor([1, 1, 5, 4])),
            .tensor(try m.tensor([3, 5])), .float(0), .bool(false), .float(0.3), .bool(true),
          ],
        ]
      })
  }
}
