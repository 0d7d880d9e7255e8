// Padded sequences to packed rows and back.
extension Ops {
  /// The batch sizes of packed rows, checked: whole numbers above 0 that do not grow and sum to `rows`.
  static func stepSizes(_ sizes: Tensor, rows: Int) throws -> [Int] {
    if sizes.dim != 1 || sizes.dtype != .int64 {
      throw EmberwingError.runtime(
        "batch_sizes should always be a 1-D int64 tensor, but got \(sizes.dtype.name) of shape \(sizes.shape)")
    }
    let held = try contiguousData(sizes, .int64)
    let p = held.data.assumingMemoryBound(to: Int64.self)
    defer { withExtendedLifetime(held) {} }
    var result: [Int] = []
    var total = 0
    for i in 0..<held.count {
      let n = Int(p[i])
      if n <= 0 || n > (result.last ?? n) || n > rows - total {
        throw EmberwingError.runtime(
          "batch_sizes must be positive, must not grow and must sum to the \(rows) rows of data")
      }
      result.append(n)
      total += n
    }
    if total != rows {
      throw EmberwingError.runtime(
        "batch_sizes must be positive, must not grow and must sum to the \(rows) rows of data")
    }
    return result
  }

  /// The rows of padded sequences [time, batch, …] that lie within their lengths, step by step, and how many each step has.
  public static func packPaddedSequence(_ input: Tensor, _ lengths: Tensor, _ batchFirst: Bool) throws -> (
    Tensor, Tensor
  ) {
    if input.dim < 2 {
      throw EmberwingError.runtime("_pack_padded_sequence: input must have at least 2 dimensions, got \(input.dim)")
    }
    if input.count == 0 { throw EmberwingError.runtime("Cannot pack empty tensors.") }
    let x = batchFirst ? try transpose(input, 0, 1) : input
    let (steps, batch) = (x.shape[0], x.shape[1])
    if lengths.dim != 1 || lengths.shape[0] != batch {
      throw EmberwingError.runtime(
        "Expected `len(lengths)` to be equal to batch_size, but got \(lengths.dim > 0 ? lengths.shape[0] : 0) (batch_size=\(batch))"
      )
    }
    if !lengths.dtype.isInteger {
      throw EmberwingError.runtime("lengths must be whole numbers, but got \(lengths.dtype.name)")
    }
    let held = try contiguousData(lengths, .int64)
    let p = held.data.assumingMemoryBound(to: Int64.self)
    var many: [Int] = []
    for i in 0..<batch { many.append(Int(p[i])) }
    withExtendedLifetime(held) {}
    for i in 0..<batch {
      if many[i] <= 0 {
        throw EmberwingError.runtime(
          "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0")
      }
      if i > 0 && many[i] > many[i - 1] {
        throw EmberwingError.runtime(
          "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability."
        )
      }
      if many[i] > steps {
        throw EmberwingError.runtime(
          "Expected `lengths` to be at most the \(steps) steps of the input, but got \(many[i])")
      }
    }
    var (rows, sizes): ([Int64], [Int64]) = ([], [])
    for t in 0..<many[0] {
      let n = many.firstIndex { $0 <= t } ?? batch
      for b in 0..<n { rows.append(Int64(t * batch + b)) }
      sizes.append(Int64(n))
    }
    let flat = try reshape(x, [steps * batch] + x.shape.slice(2..<x.dim))
    let index = try Tensor.copying(rows, shape: [rows.count], dtype: .int64)
    return (
      try indexSelect(flat, 0, index), try Tensor.copying(sizes, shape: [sizes.count], dtype: .int64)
    )
  }

  /// Packed rows as padded sequences [time, batch, …] (or batch first), and their lengths.
  public static func padPackedSequence(
    _ data: Tensor, _ batchSizes: Tensor, _ batchFirst: Bool, _ paddingValue: Scalar, _ totalLength: Int
  ) throws -> (Tensor, Tensor) {
    if data.dim < 1 { throw EmberwingError.runtime("_pad_packed_sequence: data must have at least 1 dimension") }
    let sizes = try stepSizes(batchSizes, rows: data.shape[0])
    guard let batch = sizes.first else {
      throw EmberwingError.runtime("_pad_packed_sequence: batch_sizes must not be empty")
    }
    if totalLength > 0 && totalLength < sizes.count {
      throw EmberwingError.runtime(
        "Expected total_length to be at least the length of the longest sequence in input, but got total_length=\(totalLength) and max sequence length being \(sizes.count)"
      )
    }
    let steps = totalLength > 0 ? totalLength : sizes.count
    let features = data.shape.slice(1..<data.dim)
    _ = try ([steps, batch] + features).checkedElementCount(elementSize: 16)
    let index = try Tensor.empty([steps, batch], .int64)
    let rows = index.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<index.count { rows[i] = Int64(data.shape[0]) }
    var lengths = [Int64](repeating: 0, count: batch)
    var at: Int64 = 0
    for (t, n) in sizes.enumerated() {
      for b in 0..<n {
        rows[t * batch + b] = at
        lengths[b] += 1
        at += 1
      }
    }
    // One row of padding behind the data, for all places beyond a length.
    let padding = try full([1] + features, paddingValue, data.dtype)
    let filled = try indexSelect(cat([data, padding], 0), 0, view(index, [index.count]))
    let out = try view(filled, [steps, batch] + features)
    return (
      batchFirst ? try transpose(out, 0, 1) : out, try Tensor.copying(lengths, shape: [batch], dtype: .int64)
    )
  }
}
