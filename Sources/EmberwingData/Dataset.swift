@_exported import EmberwingTensor

/// A map-style dataset: items by number, each a list of tensors. Loader threads call it at the same time.
public protocol Dataset: AnyObject, Sendable {
  /// Number of items.
  var count: Int { get }
  /// Item `index`, 0 ..< count.
  func item(_ index: Int) throws -> [Tensor]
  /// The items stacked along a new first dimension.
  func batch(_ indices: ArraySlice<Int>) throws -> [Tensor]
}

extension Dataset {
  public func batch(_ indices: ArraySlice<Int>) throws -> [Tensor] {
    var items: [[Tensor]] = []
    items.reserveCapacity(indices.count)
    for i in indices { items.append(try item(i)) }
    return try collate(items)
  }

  /// An index from a user; negative ones count from the end.
  public func checked(_ index: Int) throws -> Int {
    let i = index < 0 ? index + count : index
    guard i >= 0, i < count else {
      throw EmberwingError.index("index \(index) is out of bounds for dimension 0 with size \(count)")
    }
    return i
  }
}

/// Stacks a list of items field by field, as `torch.utils.data.default_collate` does with tuples of tensors.
public func collate(_ items: [[Tensor]]) throws -> [Tensor] {
  guard let first = items.first else { return [] }
  for i in items where i.count != first.count {
    throw EmberwingError.runtime("each element in list of batch should be of equal size")
  }
  var fields: [Tensor] = []
  for f in 0..<first.count { fields.append(try stackRows(items.map { $0[f] })) }
  return fields
}

/// Tensors of one shape as one tensor with a new first dimension.
func stackRows(_ rows: [Tensor]) throws -> Tensor {
  guard let first = rows.first else { throw EmberwingError.runtime("stack expects a non-empty TensorList") }
  var dtype = first.dtype
  for (i, r) in rows.enumerated() {
    if r.shape != first.shape {
      throw EmberwingError.runtime(
        "stack expects each tensor to be equal size, but got \(first.shape) at entry 0 and \(r.shape) at entry \(i)")
    }
    dtype = DType.promote(dtype, r.dtype)
  }
  if rows.contains(where: { $0.requiresGrad }) { return try Ops.stack(rows, 0) }
  let out = try Tensor.empty([rows.count] + first.shape, dtype)
  let bytes = first.count * dtype.size
  for (i, r) in rows.enumerated() {
    let whole = try Ops.contiguous(try Ops.to(r, dtype))
    if bytes > 0 { (out.data + i * bytes).copyMemory(from: whole.data, byteCount: bytes) }
  }
  return out
}

/// Tensors of one length; item i holds entry i of each.
public final class TensorDataset: Dataset {
  public let tensors: [Tensor]
  public let count: Int

  public init(_ tensors: [Tensor]) throws {
    guard let first = tensors.first else { throw EmberwingError.index("TensorDataset needs at least one tensor") }
    for t in tensors where t.dim == 0 {
      throw EmberwingError.index("TensorDataset: a tensor without dimensions has no items")
    }
    for t in tensors where t.shape[0] != first.shape[0] {
      throw EmberwingError(.assertion, "Size mismatch between tensors: \(tensors.map { $0.shape[0] })")
    }
    self.tensors = tensors
    count = first.shape[0]
  }

  /// Views of entry `index`.
  public func item(_ index: Int) throws -> [Tensor] {
    let i = try checked(index)
    return try tensors.map { t in
      if t.requiresGrad { return try Ops.select(t, 0, i) }
      return try Tensor.window(
        t.storage, shape: t.shape.slice(1..<t.dim), strides: t.strides.slice(1..<t.dim),
        offset: t.impl.offset + i * t.strides[0], dtype: t.dtype)
    }
  }

  public func batch(_ indices: ArraySlice<Int>) throws -> [Tensor] {
    let rows = Array(indices)
    for i in rows where i < 0 || i >= count {
      throw EmberwingError.index("index \(i) is out of bounds for dimension 0 with size \(count)")
    }
    return try tensors.map { t in
      guard t.requiresGrad else { return try gather(t, rows) }
      let positions = try Tensor.empty([rows.count], .int64)
      let p = positions.data.assumingMemoryBound(to: Int64.self)
      for (i, row) in rows.enumerated() { p[i] = Int64(row) }
      return try Ops.indexSelect(t, 0, positions)
    }
  }

  /// Copies whole rows where they lie together, and windows of them otherwise.
  private func gather(_ t: Tensor, _ rows: [Int]) throws -> Tensor {
    let rowShape = t.shape.slice(1..<t.dim)
    let rowStrides = t.strides.slice(1..<t.dim)
    let probe = try Tensor.window(
      t.storage, shape: rowShape, strides: rowStrides, offset: t.impl.offset, dtype: t.dtype)
    let out = try Tensor.empty([rows.count] + rowShape, t.dtype)
    let bytes = probe.count * t.dtype.size
    if bytes == 0 || rows.isEmpty { return out }
    let (target, source) = (out.data, UnsafeRawPointer(t.data))
    if probe.isContiguous {
      let step = t.strides[0] * t.dtype.size
      parallelFor(rows.count, grain: Swift.max(1, 65536 / bytes)) { lo, hi in
        for i in lo..<hi { (target + i * bytes).copyMemory(from: source + rows[i] * step, byteCount: bytes) }
      }
      return out
    }
    for (i, row) in rows.enumerated() {
      let w = try Tensor.window(
        t.storage, shape: rowShape, strides: rowStrides, offset: t.impl.offset + row * t.strides[0], dtype: t.dtype)
      let whole = try Ops.contiguous(w)
      (target + i * bytes).copyMemory(from: whole.data, byteCount: bytes)
    }
    return out
  }
}

/// A dataset whose items a closure makes.
public final class ClosureDataset: Dataset {
  public let count: Int
  private let body: @Sendable (Int) throws -> [Tensor]

  public init(count: Int, _ body: @escaping @Sendable (Int) throws -> [Tensor]) throws {
    if count < 0 { throw EmberwingError.value("__len__() should return >= 0") }
    self.count = count
    self.body = body
  }

  public func item(_ index: Int) throws -> [Tensor] { try body(try checked(index)) }
}

/// Some items of another dataset.
public final class Subset: Dataset {
  public let dataset: any Dataset
  public let indices: [Int]

  /// Indices are checked when they are used.
  public init(_ dataset: any Dataset, _ indices: [Int]) {
    self.dataset = dataset
    self.indices = indices
  }

  public var count: Int { indices.count }
  public func item(_ index: Int) throws -> [Tensor] { try dataset.item(indices[try checked(index)]) }

  public func batch(_ indices: ArraySlice<Int>) throws -> [Tensor] {
    var inner: [Int] = []
    for i in indices { inner.append(try dataset.checked(self.indices[try checked(i)])) }
    return try dataset.batch(inner[...])
  }
}

/// Datasets one after another.
public final class ConcatDataset: Dataset {
  public let datasets: [any Dataset]
  private let ends: [Int]

  public init(_ datasets: [any Dataset]) throws {
    if datasets.isEmpty { throw EmberwingError(.assertion, "datasets should not be an empty iterable") }
    self.datasets = datasets
    var ends: [Int] = []
    var total = 0
    for d in datasets {
      let (sum, overflow) = total.addingReportingOverflow(d.count)
      if overflow { throw EmberwingError.overflow("ConcatDataset: too many items") }
      total = sum
      ends.append(total)
    }
    self.ends = ends
  }

  public var count: Int { ends.last ?? 0 }

  public func item(_ index: Int) throws -> [Tensor] {
    guard index >= -count else {
      throw EmberwingError.value("absolute value of index should not exceed dataset length")
    }
    let i = try checked(index)
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > i { high = middle } else { low = middle + 1 }
    }
    return try datasets[low].item(low == 0 ? i : i - ends[low - 1])
  }
}

/// Splits a dataset at random into parts of the given lengths, in PyTorch's order for the same generator.
public func randomSplit(_ dataset: any Dataset, _ lengths: [Int], generator: Generator? = nil) throws -> [Subset] {
  var total = 0
  for l in lengths {
    let (sum, overflow) = total.addingReportingOverflow(l)
    if l < 0 || overflow { throw EmberwingError.value("a split cannot have \(l) items") }
    total = sum
  }
  if total != dataset.count {
    throw EmberwingError.value("Sum of input lengths does not equal the length of the input dataset!")
  }
  let order = try permutation(total, generator ?? .default)
  var start = 0
  return lengths.map { l in
    defer { start += l }
    return Subset(dataset, Array(order[start..<start + l]))
  }
}

/// Splits by fractions that sum to 1; what rounding leaves goes to the first parts, one item each.
public func randomSplit(_ dataset: any Dataset, fractions: [Double], generator: Generator? = nil) throws -> [Subset] {
  let sum = fractions.reduce(0, +)
  if !(abs(sum - 1) <= 1e-9 && sum <= 1) {
    throw EmberwingError.value("Sum of input lengths does not equal the length of the input dataset!")
  }
  var lengths: [Int] = []
  for (i, f) in fractions.enumerated() {
    if !(f >= 0 && f <= 1) { throw EmberwingError.value("Fraction at index \(i) is not between 0 and 1") }
    lengths.append(Int((Double(dataset.count) * f).rounded(.down)))
  }
  let rest = dataset.count - lengths.reduce(0, +)
  for i in 0..<Swift.max(rest, 0) { lengths[i % lengths.count] += 1 }
  return try randomSplit(dataset, lengths, generator: generator)
}

func permutation(_ n: Int, _ generator: Generator) throws -> [Int] {
  if n == 0 { return [] }
  let t = try Tensor.empty([n], .int64)
  let p = t.data.assumingMemoryBound(to: Int64.self)
  try generator.randperm(n, p)
  return (0..<n).map { Int(p[$0]) }
}
