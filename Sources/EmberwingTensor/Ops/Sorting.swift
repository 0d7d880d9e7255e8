// Sorting and the largest elements.
extension Ops {
  /// Places of the `keep` first values along `d`, in a tensor whose dimension `d` comes last and whose rows are dense.
  private static func ordered(_ input: Tensor, _ d: Int, keep: Int, descending: Bool) throws -> (Tensor, Tensor) {
    let rank = input.dim
    let n = rank == 0 ? 1 : input.shape[d]
    try checkRoom(n.multipliedReportingOverflow(by: 4).partialValue)
    let half = input.dtype == .float16 || input.dtype == .bfloat16
    return try withGradMode(false) {
      let last = rank == 0 || d == rank - 1 ? input : try transpose(input, d, rank - 1)
      let rows = try dense(last)
      let keys = half ? try to(rows, .float32) : rows
      var shape = rows.shape
      if rank > 0 { shape[rank - 1] = keep }
      let places = try Tensor.empty(shape, .int64)
      let outer = n == 0 ? 0 : rows.count / n
      SortRows.order(
        keys.dtype, UnsafeRawPointer(keys.data), rows: outer, n: n, keep: keep, descending: descending,
        places.data.assumingMemoryBound(to: Int64.self))
      let values = try Tensor.empty(shape, input.dtype)
      if places.count > 0 {
        AlongDim(index: shape, strides: rows.strides, dim: Swift.max(rank - 1, 0)).gather(
          values.data, UnsafeRawPointer(rows.data), places.data.assumingMemoryBound(to: Int64.self), input.dtype.size)
      }
      if rank == 0 || d == rank - 1 { return (values, places) }
      return (
        try cloneContiguousData(try transpose(values, d, rank - 1)),
        try cloneContiguousData(try transpose(places, d, rank - 1))
      )
    }
  }

  private static func recordPlaces(_ name: String, _ input: Tensor, _ d: Int, _ values: Tensor, _ places: Tensor) {
    let shape = input.shape
    Tensor.recordedMany(name, outputs: [values, places], inputs: [input], save: [places]) { grads, s in
      guard let g = grads[0] else { return Grads(nil) }
      return Grads(try scatter(try Tensor.zeros(shape, g.dtype), d, try s[0], g))
    }
  }

  public static func sort(_ input: Tensor, _ dim: Int, _ descending: Bool, _ stable: Bool) throws -> (Tensor, Tensor) {
    let d = try wrapDim(dim, input.dim)
    if input.dtype.isComplex { throw EmberwingError.type(" Sort does not support complex dtypes on CPU") }
    let (values, places) = try ordered(
      input, d, keep: input.dim == 0 ? 1 : input.shape[d], descending: descending)
    recordPlaces("SortBackward0", input, d, values, places)
    return (values, places)
  }

  public static func argsort(_ input: Tensor, _ dim: Int, _ descending: Bool, _ stable: Bool) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if input.dtype.isComplex { throw EmberwingError.type(" Sort does not support complex dtypes on CPU") }
    return try ordered(input, d, keep: input.dim == 0 ? 1 : input.shape[d], descending: descending).1
  }

  public static func msort(_ input: Tensor) throws -> Tensor { try sort(input, 0, false, false).0 }

  public static func topk(_ input: Tensor, _ k: Int, _ dim: Int, _ largest: Bool, _ sorted: Bool) throws -> (
    Tensor, Tensor
  ) {
    let d = try wrapDim(dim, input.dim)
    let n = input.dim == 0 ? 1 : input.shape[d]
    if k < 0 || k > n { throw EmberwingError.runtime("selected index k out of range") }
    if input.dtype == .bool { throw EmberwingError.notImplemented("topk does not support bool dtypes on CPU") }
    if input.dtype.isComplex { throw EmberwingError.notImplemented("topk does not support complex dtypes on CPU") }
    if input.dim == 0 && k == 0 { return (try Tensor.empty([], input.dtype), try Tensor.empty([], .int64)) }
    let (values, places) = try ordered(input, d, keep: k, descending: largest)
    recordPlaces("TopkBackward0", input, d, values, places)
    return (values, places)
  }
}
