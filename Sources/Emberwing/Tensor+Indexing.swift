/// What may stand in `tensor[…]`: a number, a range, or one of `.all`, `.newAxis` and `.ellipsis`.
public protocol TensorIndex {
  var entry: IndexEntry { get }
}

/// An entry as `basic_index` takes it: a kind and three numbers.
public struct IndexEntry: Sendable {
  let kind: Int
  var a = 0
  var b = 0
  var c = 0
}

// `basic_index` writes an absent bound as the smallest integer.
private let absent = Int.min

private func slice(_ start: Int, _ end: Int, _ step: Int = 1) -> IndexEntry {
  IndexEntry(kind: 1, a: start, b: end, c: step)
}

extension Int: TensorIndex {
  public var entry: IndexEntry { IndexEntry(kind: 0, a: self) }
}

extension Range<Int>: TensorIndex {
  public var entry: IndexEntry { slice(lowerBound, upperBound) }
}

extension ClosedRange<Int>: TensorIndex {
  // The range up to -1 reaches to the end, as `[a:]` does in Python.
  public var entry: IndexEntry { slice(lowerBound, upperBound == -1 ? absent : upperBound &+ 1) }
}

extension PartialRangeFrom<Int>: TensorIndex {
  public var entry: IndexEntry { slice(lowerBound, absent) }
}

extension PartialRangeUpTo<Int>: TensorIndex {
  public var entry: IndexEntry { slice(absent, upperBound) }
}

extension PartialRangeThrough<Int>: TensorIndex {
  public var entry: IndexEntry { slice(absent, upperBound == -1 ? absent : upperBound &+ 1) }
}

/// The index entries that Swift has no literal for.
public struct AxisIndex: TensorIndex, Sendable {
  public let entry: IndexEntry
}

extension TensorIndex where Self == AxisIndex {
  /// The whole axis, `:` in Python.
  public static var all: AxisIndex { AxisIndex(entry: IndexEntry(kind: 4)) }
  /// A new axis of size 1, `None` in Python.
  public static var newAxis: AxisIndex { AxisIndex(entry: IndexEntry(kind: 2)) }
  /// All axes that are not mentioned, `...` in Python.
  public static var ellipsis: AxisIndex { AxisIndex(entry: IndexEntry(kind: 3)) }
  /// Every `step`-th entry from `start` to before `end`, `start:end:step` in Python.
  public static func every(_ step: Int, from start: Int? = nil, to end: Int? = nil) -> AxisIndex {
    AxisIndex(entry: slice(start ?? absent, end ?? absent, step))
  }
}

extension Tensor {
  /// A view, `x[0]` or `x[1..<3]`; assigning writes into the tensor. Numbers count from the end when negative. Further axes
  /// follow: `x[.all, 2]`, `x[.ellipsis, -1]`.
  public subscript<A: TensorIndex>(_ a: A) -> Tensor {
    get { view([a.entry]) }
    nonmutating set { view([a.entry]).copy_(newValue) }
  }

  public subscript<A: TensorIndex, B: TensorIndex>(_ a: A, _ b: B) -> Tensor {
    get { view([a.entry, b.entry]) }
    nonmutating set { view([a.entry, b.entry]).copy_(newValue) }
  }

  public subscript<A: TensorIndex, B: TensorIndex, C: TensorIndex>(_ a: A, _ b: B, _ c: C) -> Tensor {
    get { view([a.entry, b.entry, c.entry]) }
    nonmutating set { view([a.entry, b.entry, c.entry]).copy_(newValue) }
  }

  public subscript<A: TensorIndex, B: TensorIndex, C: TensorIndex, D: TensorIndex>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) -> Tensor {
    get { view([a.entry, b.entry, c.entry, d.entry]) }
    nonmutating set { view([a.entry, b.entry, c.entry, d.entry]).copy_(newValue) }
  }

  /// The elements where a bool tensor holds, or the rows that an integer tensor names; assigning writes there.
  public subscript(_ index: Tensor) -> Tensor {
    get { mustSucceed { try Ops.index(self, [index]) } }
    nonmutating set { mustSucceed { try Ops.indexPutInPlace(self, [index], newValue, false) } }
  }

  private func view(_ entries: [IndexEntry]) -> Tensor {
    var code = Shape()
    for e in entries { for v in [e.kind, e.a, e.b, e.c] { code.append(v) } }
    return mustSucceed { try Ops.basicIndex(self, code) }
  }
}
