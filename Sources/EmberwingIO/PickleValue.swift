import EmberwingTensor

/// A node of what a checkpoint holds: Python's plain values and containers, tensors, and torch's small types.
/// Containers are references, as in Python: a list that is stored in two places is one list.
public final class PickleValue: @unchecked Sendable {
  /// The kinds of value, numbered as `ew_value_kind` in the C header.
  public enum Kind: Int32, Sendable {
    case none = 0
    case bool
    case int
    case float
    case complex
    case string
    case bytes
    case list
    case tuple
    case dict
    case orderedDict
    case set
    case tensor
    case parameter
    case dtype
    case size
    case device
    /// A class or function by its name; nothing is looked up or called.
    case global
    /// Only inside the reader and the writer: the memory of a tensor.
    case storage
    /// What a class that the caller allowed would make: its name, arguments in `items`, state in `attributes`.
    case object
    /// A NumPy array and a NumPy scalar, held as a tensor.
    case array
    case numpyScalar
    case byteArray
    case frozenSet
    case counter
    /// A dict whose `attributes` is the global that makes missing values, or nil.
    case defaultDict
  }

  enum Payload {
    case none
    case bool(Bool)
    case int(Int64)
    /// Two's complement, least byte first.
    case bigInt([UInt8])
    case float(Double)
    case complex(Double, Double)
    case text(String)
    case bytes([UInt8])
    case tensor(Tensor)
    case dtype(DType)
    /// Memory, the dtype of a typed storage, and where a view on another storage begins, in bytes.
    case storage(Storage, DType?, Int)
    case global(module: String, name: String)
    /// `isNew` for `cls.__new__(cls, *args)`, else `cls(*args)`.
    case object(module: String, name: String, isNew: Bool)
  }

  public private(set) var kind: Kind
  var payload: Payload
  /// Elements; of a dict the keys and values by turns.
  public package(set) var items: [PickleValue] = []
  /// Positions in `items` of a dict's keys.
  private var index: [Key: Int] = [:]
  /// Attributes of an ordered dict (`_metadata` of a state dict) or of a tensor; the state of an object.
  public var attributes: PickleValue?

  init(_ kind: Kind, _ payload: Payload = .none) {
    self.kind = kind
    self.payload = payload
  }

  deinit {
    // A deep structure must not be freed by recursion.
    var work = items
    items = []
    if let a = attributes {
      work.append(a)
      attributes = nil
    }
    while var node = work.popLast() {
      if isKnownUniquelyReferenced(&node) {
        work.append(contentsOf: node.items)
        node.items = []
        if let a = node.attributes {
          work.append(a)
          node.attributes = nil
        }
      }
    }
  }

  /// Cuts the references to elements and attributes, which ends a cycle.
  public func sever() {
    items = []
    attributes = nil
  }

  // MARK: making

  public static var none: PickleValue { PickleValue(.none) }
  public static func bool(_ v: Bool) -> PickleValue { PickleValue(.bool, .bool(v)) }
  public static func int(_ v: Int64) -> PickleValue { PickleValue(.int, .int(v)) }
  public static func float(_ v: Double) -> PickleValue { PickleValue(.float, .float(v)) }
  public static func complex(_ re: Double, _ im: Double) -> PickleValue { PickleValue(.complex, .complex(re, im)) }
  public static func string(_ v: String) -> PickleValue { PickleValue(.string, .text(v)) }
  public static func bytes(_ v: [UInt8]) -> PickleValue { PickleValue(.bytes, .bytes(v)) }
  public static func device(_ v: String) -> PickleValue { PickleValue(.device, .text(v)) }
  public static func tensor(_ v: Tensor) -> PickleValue { PickleValue(.tensor, .tensor(v)) }
  /// A tensor that is loaded as `torch.nn.Parameter`.
  public static func parameter(_ v: Tensor) -> PickleValue { PickleValue(.parameter, .tensor(v)) }
  public static func dtype(_ v: DType) -> PickleValue { PickleValue(.dtype, .dtype(v)) }

  /// A class or function by its name.
  public static func global(_ module: String, _ name: String) -> PickleValue {
    PickleValue(.global, .global(module: module, name: name))
  }
  /// A NumPy array.
  public static func array(_ v: Tensor) -> PickleValue { PickleValue(.array, .tensor(v)) }
  /// A NumPy scalar.
  public static func numpyScalar(_ v: Tensor) -> PickleValue { PickleValue(.numpyScalar, .tensor(v)) }
  public static func byteArray(_ v: [UInt8]) -> PickleValue { PickleValue(.byteArray, .bytes(v)) }

  /// An integer of any size in two's complement, least byte first.
  public static func bigInt(_ bytes: [UInt8]) -> PickleValue {
    let negative = (bytes.last ?? 0) & 0x80 != 0
    let fill: UInt8 = negative ? 0xFF : 0
    var b = bytes
    while let last = b.last, last == fill, b.count > 1, (b[b.count - 2] & 0x80 != 0) == negative { b.removeLast() }
    if b.count > 8 { return PickleValue(.int, .bigInt(b)) }
    var v: UInt64 = negative ? .max : 0
    for (i, byte) in b.enumerated() {
      v &= ~(0xFF << UInt64(8 * i))
      v |= UInt64(byte) << UInt64(8 * i)
    }
    return .int(Int64(bitPattern: v))
  }

  public static func list(_ v: [PickleValue] = []) -> PickleValue { make(.list, v) }
  public static func tuple(_ v: [PickleValue] = []) -> PickleValue { make(.tuple, v) }
  public static func set(_ v: [PickleValue] = []) -> PickleValue { make(.set, v) }
  public static func frozenSet(_ v: [PickleValue] = []) -> PickleValue { make(.frozenSet, v) }
  public static func size(_ v: [Int]) -> PickleValue { make(.size, v.map { .int(Int64($0)) }) }
  public static func dict() -> PickleValue { PickleValue(.dict) }
  public static func orderedDict() -> PickleValue { PickleValue(.orderedDict) }
  public static func counter() -> PickleValue { PickleValue(.counter) }
  public static func defaultDict() -> PickleValue { PickleValue(.defaultDict) }

  static func make(_ kind: Kind, _ items: [PickleValue]) -> PickleValue {
    let v = PickleValue(kind)
    v.items = items
    return v
  }

  /// A state dict.
  public static func stateDict(_ entries: [(String, Tensor)]) throws -> PickleValue {
    let d = PickleValue.orderedDict()
    for (name, t) in entries { try d.set(.string(name), .tensor(t)) }
    return d
  }

  // MARK: looking

  /// Number of elements, or of pairs of a dict.
  public var count: Int { isDict ? items.count / 2 : items.count }
  public var isDict: Bool {
    switch kind {
    case .dict, .orderedDict, .counter, .defaultDict: true
    default: false
    }
  }

  public var boolValue: Bool? { if case .bool(let v) = payload { v } else { nil } }
  /// The integer, unless it needs more than 64 bits.
  public var intValue: Int64? {
    switch payload {
    case .int(let v): v
    case .bool(let v): v ? 1 : 0
    default: nil
    }
  }
  /// An integer of any size in two's complement, least byte first.
  public var intBytes: [UInt8]? {
    switch payload {
    case .bigInt(let b): b
    case .int(let v): Swift.withUnsafeBytes(of: v.littleEndian) { Array($0) }
    default: nil
    }
  }
  public var floatValue: Double? { if case .float(let v) = payload { v } else { nil } }
  public var complexValue: (Double, Double)? { if case .complex(let re, let im) = payload { (re, im) } else { nil } }
  /// The text of a string or a device.
  public var stringValue: String? { if case .text(let v) = payload { v } else { nil } }
  /// `module.name` of a global or of an object's class.
  public var globalName: String? {
    switch payload {
    case .global(let module, let name), .object(let module, let name, _): "\(module).\(name)"
    default: nil
    }
  }
  public var bytesValue: [UInt8]? { if case .bytes(let v) = payload { v } else { nil } }
  /// The tensor of a tensor or a parameter, the elements of a NumPy array or scalar.
  public var tensorValue: Tensor? { if case .tensor(let v) = payload { v } else { nil } }
  public var dtypeValue: DType? { if case .dtype(let v) = payload { v } else { nil } }

  /// Element `i`; of a dict, key `i`.
  public func element(_ i: Int) throws -> PickleValue {
    guard i >= 0, i < count else { throw EmberwingError.index("index \(i) is out of range for \(count) elements") }
    return items[isDict ? 2 * i : i]
  }

  /// The value that belongs to key `i` of a dict.
  public func dictValue(_ i: Int) throws -> PickleValue {
    guard isDict else { throw EmberwingError.type("a \(kind) has no keys") }
    guard i >= 0, i < count else { throw EmberwingError.index("index \(i) is out of range for \(count) entries") }
    return items[2 * i + 1]
  }

  public subscript(key: String) -> PickleValue? {
    index[.text(key)].map { items[$0 + 1] }
  }

  // MARK: changing

  /// Adds an element to a list, tuple, set or size.
  public func append(_ v: PickleValue) throws {
    switch kind {
    case .list, .tuple, .set, .frozenSet: items.append(v)
    case .size:
      guard v.intValue != nil else { throw EmberwingError.type("torch.Size() takes an iterable of 'int'") }
      items.append(v)
    default: throw EmberwingError.type("cannot append to a \(kind)")
    }
  }

  /// Sets a dict's entry; an old value of an equal key is replaced.
  public func set(_ key: PickleValue, _ value: PickleValue) throws {
    guard isDict else { throw EmberwingError.type("a \(kind) does not support item assignment") }
    var budget = 1000
    let k = try key.key(&budget)
    if let i = index[k] {
      items[i + 1] = value
    } else {
      index[k] = items.count
      items.append(key)
      items.append(value)
    }
  }

  private enum Key: Hashable {
    case none
    case int(Int64)
    case bigInt([UInt8])
    case float(Double)
    case complex(Double, Double)
    case text(String)
    case bytes([UInt8])
    case tuple([Key])
    case dtype(DType)
    case device(String)
    case global(String, String)
    case identity(ObjectIdentifier)
  }

  /// What makes two keys equal; numbers are equal across types, as in Python.
  private func key(_ budget: inout Int) throws -> Key {
    budget -= 1
    if budget < 0 { throw EmberwingError(.unpickling, "a dict's key is too large") }
    switch payload {
    case .bool(let v): return .int(v ? 1 : 0)
    case .int(let v): return .int(v)
    case .bigInt(let b): return .bigInt(b)
    case .float(let v):
      if let i = Int64(exactly: v) { return .int(i) }
      return .float(v)
    case .complex(let re, let im): return .complex(re, im)
    case .text(let v): return kind == .device ? .device(v) : .text(v)
    case .bytes(let v) where kind == .bytes: return .bytes(v)
    case .bytes: throw EmberwingError.type("unhashable type: 'bytearray'")
    case .global(let module, let name): return .global(module, name)
    case .object: return .identity(ObjectIdentifier(self))
    case .tensor where kind == .array: throw EmberwingError.type("unhashable type: 'numpy.ndarray'")
    case .dtype(let d): return .dtype(d)
    case .tensor, .storage: return .identity(ObjectIdentifier(self))
    case .none:
      switch kind {
      case .none: return .none
      case .tuple, .size:
        var list: [Key] = []
        for i in items { list.append(try i.key(&budget)) }
        return .tuple(list)
      case .frozenSet: return .identity(ObjectIdentifier(self))
      default: throw EmberwingError.type("unhashable type: '\(kind)'")
      }
    }
  }

  /// Turns an object whose arguments were all that is known of it into what it stands for, while a file is read.
  func become(_ kind: Kind, _ payload: Payload) {
    self.kind = kind
    self.payload = payload
    items = []
  }

  /// Walks everything below once; refuses cycles, depths over 1000, and bare storages.
  func checkFinished() throws {
    var finished: Set<ObjectIdentifier> = []
    var open: Set<ObjectIdentifier> = []
    var stack: [(PickleValue, Int)] = [(self, 0)]
    open.insert(ObjectIdentifier(self))
    while let (node, next) = stack.last {
      if node.kind == .storage {
        throw EmberwingError(.unpickling, "the file holds a bare storage, which is not supported; save a tensor")
      }
      if case .object("numpy", "_reconstruct", _) = node.payload {
        throw EmberwingError(.unpickling, "the file holds a NumPy array without its state")
      }
      let total = node.items.count + (node.attributes == nil ? 0 : 1)
      if next >= total {
        stack.removeLast()
        open.remove(ObjectIdentifier(node))
        finished.insert(ObjectIdentifier(node))
        continue
      }
      stack[stack.count - 1].1 = next + 1
      guard let child = next < node.items.count ? node.items[next] : node.attributes else { continue }
      let id = ObjectIdentifier(child)
      if open.contains(id) { throw EmberwingError(.unpickling, "a container contains itself") }
      if finished.contains(id) { continue }
      if stack.count >= 1000 { throw EmberwingError(.unpickling, "maximum recursion depth exceeded") }
      open.insert(id)
      stack.append((child, 0))
    }
  }
}
