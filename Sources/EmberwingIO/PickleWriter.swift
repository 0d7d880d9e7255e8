import EmberwingTensor

/// Writes pickles of protocol 2 with the names that `torch.load(weights_only=True)` accepts.
struct PickleWriter {
  private(set) var bytes: [UInt8] = [0x80, 2]
  /// The storages in the order of their keys, with the dtype they are saved as.
  private(set) var storages: [(storage: Storage, dtype: DType)] = []
  private var keys: [ObjectIdentifier: Int] = [:]
  private var memo: [ObjectIdentifier: Int] = [:]
  private var texts: [String: Int] = [:]
  private var globals: [String: Int] = [:]
  private var memoCount = 0
  private var open: Set<ObjectIdentifier> = []

  mutating func write(_ root: PickleValue) throws {
    try value(root, depth: 0)
    bytes.append(UInt8(ascii: "."))
  }

  private mutating func code(_ c: Character) { bytes.append(c.asciiValue ?? 0) }

  /// Remembers the value on top of the stack.
  private mutating func put() -> Int {
    let i = memoCount
    memoCount += 1
    if i < 256 {
      code("q")
      bytes.append(UInt8(i))
    } else {
      code("r")
      bytes.append(littleEndian: UInt32(truncatingIfNeeded: i))
    }
    return i
  }

  private mutating func get(_ i: Int) {
    if i < 256 {
      code("h")
      bytes.append(UInt8(i))
    } else {
      code("j")
      bytes.append(littleEndian: UInt32(truncatingIfNeeded: i))
    }
  }

  private mutating func text(_ s: String) throws {
    if let i = texts[s] { return get(i) }
    guard let n = UInt32(exactly: s.utf8.count) else { throw EmberwingError.value("pickle: a string is too long") }
    code("X")
    bytes.append(littleEndian: n)
    bytes.append(contentsOf: s.utf8)
    texts[s] = put()
  }

  private mutating func global(_ module: String, _ name: String) {
    let full = "\(module)\n\(name)\n"
    if let i = globals[full] { return get(i) }
    code("c")
    bytes.append(contentsOf: full.utf8)
    globals[full] = put()
  }

  private mutating func int(_ v: Int64) {
    if let b = UInt8(exactly: v) {
      code("K")
      bytes.append(b)
    } else if let w = UInt16(exactly: v) {
      code("M")
      bytes.append(littleEndian: w)
    } else if let w = Int32(exactly: v) {
      code("J")
      bytes.append(littleEndian: w)
    } else {
      bytes.append(contentsOf: [0x8A, 8])
      bytes.append(littleEndian: v)
    }
  }

  private mutating func integers(_ s: Shape) {
    if s.count > 3 { code("(") }
    for v in s { int(Int64(v)) }
    closeTuple(s.count)
  }

  /// After up to three elements, or any number behind a mark.
  private mutating func closeTuple(_ n: Int) {
    switch n {
    case 0: code(")")
    case 1...3: bytes.append(0x84 + UInt8(n))
    default: code("t")
    }
  }

  private mutating func float(_ v: Double) {
    code("G")
    bytes.append(littleEndian: v.bitPattern.byteSwapped)
  }

  private mutating func emptyOrderedDict() {
    global("collections", "OrderedDict")
    bytes.append(contentsOf: [UInt8(ascii: ")"), UInt8(ascii: "R")])
  }

  private mutating func value(_ v: PickleValue, depth: Int) throws {
    if depth > 1000 { throw EmberwingError.value("save: maximum recursion depth exceeded") }
    switch v.payload {
    case .bool(let b): return bytes.append(b ? 0x88 : 0x89)
    case .int(let i): return int(i)
    case .bigInt(let b):
      if b.count < 256 {
        bytes.append(contentsOf: [0x8A, UInt8(b.count)])
      } else {
        guard let n = Int32(exactly: b.count) else { throw EmberwingError.value("save: an integer is too large") }
        bytes.append(0x8B)
        bytes.append(littleEndian: n)
      }
      return bytes.append(contentsOf: b)
    case .float(let d): return float(d)
    case .text(let s) where v.kind == .string: return try text(s)
    case .dtype(let d): return global("torch", d.name)
    default: break
    }
    if v.kind == .none { return code("N") }
    let id = ObjectIdentifier(v)
    if let i = memo[id] { return get(i) }
    if !open.insert(id).inserted {
      throw EmberwingError.value("save: a container contains itself through a tuple or set")
    }
    defer { open.remove(id) }
    switch v.kind {
    case .complex:
      global("__builtin__", "complex")
      let (re, im) = v.complexValue ?? (0, 0)
      float(re)
      float(im)
      closeTuple(2)
      code("R")
    case .bytes:
      global("_codecs", "encode")
      var s = ""
      for b in v.bytesValue ?? [] { s.unicodeScalars.append(Unicode.Scalar(b)) }
      try text(s)
      try text("latin1")
      closeTuple(2)
      code("R")
    case .device:
      global("torch", "device")
      try text(v.stringValue ?? "cpu")
      closeTuple(1)
      code("R")
    case .size:
      global("torch", "Size")
      if v.items.count > 3 { code("(") }
      for i in v.items { int(i.intValue ?? 0) }
      closeTuple(v.items.count)
      closeTuple(1)
      code("R")
    case .list:
      code("]")
      memo[id] = put()
      try elements(v.items, depth, close: "e")
      return
    case .tuple:
      if v.items.isEmpty { return code(")") }
      if v.items.count > 3 { code("(") }
      for i in v.items { try value(i, depth: depth + 1) }
      closeTuple(v.items.count)
    case .set:
      global("__builtin__", "set")
      code("]")
      try elements(v.items, depth, close: "e")
      closeTuple(1)
      code("R")
    case .dict, .orderedDict:
      if v.kind == .dict { code("}") } else { emptyOrderedDict() }
      memo[id] = put()
      try elements(v.items, depth, close: "u")
      if v.kind == .orderedDict, let a = v.attributes {
        try value(a, depth: depth + 1)
        code("b")
      }
      return
    case .tensor: try tensor(v)
    case .parameter:
      global("torch._utils", "_rebuild_parameter")
      try tensor(v)
      bytes.append(v.tensorValue?.requiresGrad == true ? 0x88 : 0x89)
      emptyOrderedDict()
      closeTuple(3)
      code("R")
    default: throw EmberwingError.type("save: cannot save a \(v.kind)")
    }
    memo[id] = put()
  }

  private mutating func elements(_ items: [PickleValue], _ depth: Int, close: Character) throws {
    if items.isEmpty { return }
    code("(")
    for i in items { try value(i, depth: depth + 1) }
    code(close)
  }

  private mutating func tensor(_ v: PickleValue) throws {
    guard let t = v.tensorValue else { throw EmberwingError.type("save: the tensor is missing") }
    let storage = t.storage
    let id = ObjectIdentifier(storage)
    let key: Int
    if let k = keys[id] {
      key = k
      if storages[k].dtype != t.dtype {
        throw EmberwingError.runtime(
          "Cannot save multiple tensors or storages that view the same data as different types")
      }
    } else {
      key = storages.count
      keys[id] = key
      storages.append((storage, t.dtype))
    }
    // Unsigned types above 8 bits have no storage class of their own.
    let name = PickleGlobals.storageName(t.dtype)
    global("torch._utils", name == nil ? "_rebuild_tensor_v3" : "_rebuild_tensor_v2")
    code("(")
    code("(")
    try text("storage")
    if let name { global("torch", name) } else { global("torch.storage", "UntypedStorage") }
    try text(String(key))
    try text("cpu")
    int(Int64(name == nil ? storage.byteCount : storage.byteCount / t.dtype.size))
    code("t")
    code("Q")
    int(Int64(t.impl.offset))
    integers(t.shape)
    integers(t.strides)
    bytes.append(v.kind == .tensor && t.requiresGrad ? 0x88 : 0x89)
    emptyOrderedDict()
    if name == nil { global("torch", t.dtype.name) }
    code("t")
    code("R")
  }
}
