import EmberwingTensor

/// Writes pickles with the opcodes of protocol 2 and the names that `torch.load(weights_only=True)` accepts.
struct PickleWriter {
  /// Who is to read the pickle.
  enum Style {
    /// PyTorch, in a zip file or in the stream that came before it.
    case file, legacy
    /// The Python package, which is handed the tensors beside the pickle.
    case host
  }

  private enum Place: Hashable {
    case memory(UInt, Int)
    case empty(ObjectIdentifier)
  }

  private let style: Style
  private(set) var bytes: [UInt8]
  /// The tensors that a pickle for the host refers to by number.
  private(set) var tensors: [Tensor] = []
  /// The storages in the order of their keys, with the dtype they are saved as.
  private(set) var storages: [(storage: Storage, dtype: DType)] = []
  /// By the memory itself: two storages may lend the same.
  private var keys: [Place: Int] = [:]
  private var types: [UInt: DType] = [:]
  private var memo: [ObjectIdentifier: Int] = [:]
  private var texts: [String: Int] = [:]
  private var globals: [String: Int] = [:]
  private var memoCount = 0
  private var open: Set<ObjectIdentifier> = []

  /// `number` is the protocol that the pickle names; those above 2 can read what 2 has.
  init(_ style: Style = .file, protocol number: UInt8 = 2) {
    self.style = style
    bytes = [0x80, style == .host ? 4 : number]
  }

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
    case .global("torch", "strided") where style != .host:
      global("torch.serialization", "_get_layout")
      try text("torch.strided")
      closeTuple(1)
      return code("R")
    case .global(let module, let name): return global(python2(module), name)
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
      global(python2("builtins"), "complex")
      let (re, im) = v.complexValue ?? (0, 0)
      float(re)
      float(im)
      closeTuple(2)
      code("R")
    case .bytes: try data(v.bytesValue ?? [])
    case .byteArray:
      global(python2("builtins"), "bytearray")
      try data(v.bytesValue ?? [])
      closeTuple(1)
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
    case .set, .frozenSet:
      global(python2("builtins"), v.kind == .set ? "set" : "frozenset")
      code("]")
      try elements(v.items, depth, close: "e")
      closeTuple(1)
      code("R")
    case .counter:
      global("collections", "Counter")
      code("}")
      try elements(v.items, depth, close: "u")
      closeTuple(1)
      code("R")
    case .dict, .orderedDict, .defaultDict:
      switch v.kind {
      case .dict: code("}")
      case .orderedDict: emptyOrderedDict()
      default:
        global("collections", "defaultdict")
        if let factory = v.attributes { try value(factory, depth: depth + 1) }
        closeTuple(v.attributes == nil ? 0 : 1)
        code("R")
      }
      memo[id] = put()
      try elements(v.items, depth, close: "u")
      if v.kind == .orderedDict, let a = v.attributes {
        try value(a, depth: depth + 1)
        code("b")
      }
      return
    case .tensor where style == .host, .parameter where style == .host:
      try hosted(v, v.kind == .tensor ? "_tensor" : "_parameter", depth)
    case .array where style == .host: try hosted(v, "_array", depth)
    case .numpyScalar where style == .host: try hosted(v, "_scalar", depth)
    case .tensor, .parameter: try tensor(v, depth)
    case .array: try array(v)
    case .numpyScalar:
      global("numpy._core.multiarray", "scalar")
      try numpyType(v)
      try data(try elementBytes(v))
      closeTuple(2)
      code("R")
    case .object:
      guard case .object(let module, let name, let isNew) = v.payload else { break }
      global(python2(module), name)
      if v.items.count > 3 { code("(") }
      for i in v.items { try value(i, depth: depth + 1) }
      closeTuple(v.items.count)
      bytes.append(isNew ? 0x81 : UInt8(ascii: "R"))
      memo[id] = put()
      if let state = v.attributes {
        try value(state, depth: depth + 1)
        code("b")
      }
      return
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

  /// Names of Python 2, which protocol 2 uses and every reader translates.
  private func python2(_ module: String) -> String {
    module == "builtins" && bytes[1] == 2 ? "__builtin__" : module
  }

  /// A bytes object; protocol 2 has none, and spells one as text.
  private mutating func data(_ b: [UInt8]) throws {
    if style == .host {
      code("B")
      guard let n = UInt32(exactly: b.count) else { throw EmberwingError.value("load: a bytes object is too long") }
      bytes.append(littleEndian: n)
      bytes.append(contentsOf: b)
      return
    }
    global("_codecs", "encode")
    code("X")
    var n = b.count
    for c in b where c > 127 { n += 1 }
    guard let length = UInt32(exactly: n) else { throw EmberwingError.value("save: a bytes object is too long") }
    bytes.append(littleEndian: length)
    bytes.reserveCapacity(bytes.count + n)
    for c in b {
      if c > 127 {
        bytes.append(0xC0 | c >> 6)
        bytes.append(0x80 | c & 0x3F)
      } else {
        bytes.append(c)
      }
    }
    try text("latin1")
    closeTuple(2)
    code("R")
  }

  /// A call of the host's, with a tensor's number.
  private mutating func hosted(_ v: PickleValue, _ function: String, _ depth: Int) throws {
    guard let t = v.tensorValue else { throw EmberwingError.type("load: the tensor is missing") }
    global(PickleGlobals.hostModule, function)
    int(Int64(tensors.count))
    tensors.append(t)
    if v.kind == .tensor || v.kind == .parameter {
      if let a = v.attributes { try value(a, depth: depth + 1) } else { code("N") }
      closeTuple(2)
    } else {
      closeTuple(1)
    }
    code("R")
  }

  // MARK: NumPy

  private func elementBytes(_ v: PickleValue) throws -> [UInt8] {
    guard let t = v.tensorValue else { throw EmberwingError.type("save: the array is missing") }
    let whole = try Ops.contiguous(t)
    let start = whole.storage.data + whole.impl.offset * whole.dtype.size
    return Array(UnsafeRawBufferPointer(start: start, count: whole.count * whole.dtype.size))
  }

  private mutating func numpyType(_ v: PickleValue) throws {
    guard let t = v.tensorValue, let name = NumPyFile.types.first(where: { $0.0 == t.dtype })?.1 else {
      throw EmberwingError.type("save: NumPy has no type \(v.tensorValue?.dtype.name ?? "")")
    }
    global("numpy", "dtype")
    try text(String(name.dropFirst()))
    bytes.append(contentsOf: [0x89, 0x88])
    closeTuple(3)
    code("R")
    code("(")
    int(3)
    try text(String(name.prefix(1)))
    for _ in 0..<3 { code("N") }
    int(-1)
    int(-1)
    int(0)
    code("t")
    code("b")
  }

  private mutating func array(_ v: PickleValue) throws {
    guard let t = v.tensorValue else { throw EmberwingError.type("save: the array is missing") }
    global("numpy._core.multiarray", "_reconstruct")
    global("numpy", "ndarray")
    int(0)
    closeTuple(1)
    try data([UInt8(ascii: "b")])
    closeTuple(3)
    code("R")
    code("(")
    int(1)
    integers(t.shape)
    try numpyType(v)
    bytes.append(0x89)
    try data(try elementBytes(v))
    code("t")
    code("b")
  }

  // MARK: tensors

  /// A tensor or a parameter; one that has attributes is wrapped as PyTorch wraps it.
  private mutating func tensor(_ v: PickleValue, _ depth: Int) throws {
    let attributes = v.attributes.flatMap { $0.isDict && $0.count > 0 ? $0 : nil }
    if v.kind == .parameter {
      global("torch._utils", attributes == nil ? "_rebuild_parameter" : "_rebuild_parameter_with_state")
      if attributes != nil { code("(") }
      try window(v)
      bytes.append(v.tensorValue?.requiresGrad == true ? 0x88 : 0x89)
      emptyOrderedDict()
      if let attributes {
        try value(attributes, depth: depth + 1)
        code("t")
      } else {
        closeTuple(3)
      }
      code("R")
    } else if let attributes {
      global("torch._tensor", "_rebuild_from_type_v2")
      code("(")
      let name = rebuildName(v)
      global("torch._utils", name)
      global("torch", "Tensor")
      try windowArguments(v)
      try value(attributes, depth: depth + 1)
      code("t")
      code("R")
    } else {
      try window(v)
    }
  }

  /// Unsigned types above 8 bits have no storage class of their own.
  private func rebuildName(_ v: PickleValue) -> String {
    v.tensorValue.flatMap { PickleGlobals.storageName($0.dtype) } == nil ? "_rebuild_tensor_v3" : "_rebuild_tensor_v2"
  }

  private mutating func window(_ v: PickleValue) throws {
    global("torch._utils", rebuildName(v))
    try windowArguments(v)
    code("R")
  }

  private mutating func windowArguments(_ v: PickleValue) throws {
    guard let t = v.tensorValue else { throw EmberwingError.type("save: the tensor is missing") }
    let storage = t.storage
    let address = UInt(bitPattern: storage.data)
    if storage.byteCount > 0, types.updateValue(t.dtype, forKey: address) ?? t.dtype != t.dtype {
      throw EmberwingError.runtime(
        "Cannot save multiple tensors or storages that view the same data as different types")
    }
    let place: Place =
      storage.byteCount == 0 ? .empty(ObjectIdentifier(storage)) : .memory(address, storage.byteCount)
    let key: Int
    if let k = keys[place] {
      key = k
    } else {
      key = storages.count
      keys[place] = key
      storages.append((storage, t.dtype))
    }
    let name = PickleGlobals.storageName(t.dtype)
    if style == .legacy, name == nil {
      // PyTorch writes such a stream, but cannot read it.
      throw EmberwingError.notImplemented(
        "save: _use_new_zipfile_serialization=False cannot hold tensors of dtype torch.\(t.dtype.name)")
    }
    code("(")
    code("(")
    try text("storage")
    if let name { global("torch", name) } else { global("torch.storage", "UntypedStorage") }
    try text(String(key))
    try text("cpu")
    int(Int64(name == nil ? storage.byteCount : storage.byteCount / t.dtype.size))
    // The older stream says here whether the storage is a view of another.
    if style == .legacy { code("N") }
    code("t")
    code("Q")
    int(Int64(t.impl.offset))
    integers(t.shape)
    integers(t.strides)
    bytes.append(v.kind == .tensor && t.requiresGrad ? 0x88 : 0x89)
    emptyOrderedDict()
    if name == nil { global("torch", t.dtype.name) }
    code("t")
  }
}
