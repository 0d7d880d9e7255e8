/// A short list of integers kept inline: a shape, strides, or a list of dimensions. Up to eight values need no heap;
/// longer lists spill into an array.
@frozen
public struct Shape: Sendable {
  public static let inlineCapacity = 8

  @usableFromInline var _count: Int
  @usableFromInline var _inline: InlineArray<8, Int>
  @usableFromInline var _spill: [Int]?

  @inlinable public init() {
    _count = 0
    _inline = InlineArray(repeating: 0)
    _spill = nil
  }

  @inlinable public init(repeating value: Int, count: Int) {
    _count = count
    _inline = InlineArray(repeating: value)
    _spill = count > 8 ? [Int](repeating: value, count: count) : nil
  }

  /// Copies `count` integers from C memory.
  public init(_ values: UnsafePointer<Int64>?, _ count: Int) {
    self.init(repeating: 0, count: count)
    if let values { for i in 0..<count { self[i] = Int(values[i]) } }
  }

  public init(_ values: some Collection<Int>) {
    self.init(repeating: 0, count: values.count)
    var i = 0
    for v in values {
      self[i] = v
      i += 1
    }
  }

  /// Number of dimensions.
  @inlinable public var count: Int { _count }
  @inlinable public var isEmpty: Bool { _count == 0 }

  @inlinable public subscript(i: Int) -> Int {
    get {
      if _spill != nil { return _spill.unsafelyUnwrapped[i] }
      return _inline[i]
    }
    set {
      if _spill != nil { _spill![i] = newValue } else { _inline[i] = newValue }
    }
  }

  @inlinable public mutating func append(_ value: Int) {
    if _spill != nil {
      _spill!.append(value)
    } else if _count < 8 {
      _inline[_count] = value
    } else {
      var all = [Int]()
      all.reserveCapacity(_count + 1)
      for i in 0..<_count { all.append(_inline[i]) }
      all.append(value)
      _spill = all
    }
    _count += 1
  }

  public mutating func insert(_ value: Int, at index: Int) {
    append(value)
    var i = _count - 1
    while i > index {
      self[i] = self[i - 1]
      i -= 1
    }
    self[index] = value
  }

  @discardableResult
  public mutating func remove(at index: Int) -> Int {
    let removed = self[index]
    var next = Shape()
    for i in 0..<_count where i != index { next.append(self[i]) }
    self = next
    return removed
  }

  public var array: [Int] { (0..<_count).map { self[$0] } }

  /// The values from `range`.
  public func slice(_ range: Range<Int>) -> Shape {
    var r = Shape()
    for i in range { r.append(self[i]) }
    return r
  }

  public static func + (a: Shape, b: Shape) -> Shape {
    var r = a
    for i in 0..<b.count { r.append(b[i]) }
    return r
  }

  @inlinable public func contains(_ value: Int) -> Bool {
    for i in 0..<_count where self[i] == value { return true }
    return false
  }

  /// The product of all values; sizes are validated when a tensor is made, so this one wraps.
  @inlinable public var product: Int {
    var n = 1
    for i in 0..<_count { n &*= self[i] }
    return n
  }

  /// The number of elements of a shape that came from a user: negative sizes and products that do not fit are errors.
  public func checkedElementCount(elementSize: Int = 1) throws -> Int {
    var n = 1
    var zero = false
    for i in 0..<_count {
      let s = self[i]
      if s < 0 {
        throw EmberwingError.runtime("Trying to create tensor with negative dimension \(s): \(self)")
      }
      if s == 0 { zero = true }
    }
    if zero { return 0 }
    for i in 0..<_count {
      let (p, overflow) = n.multipliedReportingOverflow(by: self[i])
      if overflow { throw EmberwingError.runtime("numel: integer multiplication overflow for size \(self)") }
      n = p
    }
    if n.multipliedReportingOverflow(by: elementSize).overflow {
      throw EmberwingError.runtime(
        "Storage size calculation overflowed with sizes=\(self) and elements of \(elementSize) bytes")
    }
    return n
  }

  /// Row-major strides, in elements. A size of 0 counts as 1, as in PyTorch.
  @inlinable public var contiguousStrides: Shape {
    var s = Shape(repeating: 1, count: _count)
    var n = 1
    var i = _count - 1
    while i >= 0 {
      s[i] = n
      n &*= Swift.max(self[i], 1)
      i -= 1
    }
    return s
  }
}

extension Shape: Equatable, Hashable {
  @inlinable public static func == (a: Shape, b: Shape) -> Bool {
    if a._count != b._count { return false }
    for i in 0..<a._count where a[i] != b[i] { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    for i in 0..<_count { hasher.combine(self[i]) }
  }
}

extension Shape: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _count }
}

extension Shape: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Shape: CustomStringConvertible {
  /// `[2, 3]`, as PyTorch writes sizes in messages.
  public var description: String { "[" + map(String.init).joined(separator: ", ") + "]" }
}
