import EmberwingTensor

/// Reads pickles of protocols 2 to 5 as data: it knows the few names that a checkpoint needs and calls nothing else.
package struct PickleReader {
  /// What a persistent id asks for: key, dtype (nil is untyped), number of elements.
  package typealias LoadStorage = (String, DType?, Int) throws -> Storage

  /// What may stand in a pickle beside PyTorch's own names.
  package struct Rules {
    /// `module.name` of globals that the caller vouches for; they are kept as names.
    package var allowed: Set<String>
    /// Keeps every unknown name, for what the host itself pickled and for listing what a file asks for.
    package var keepsUnknown: Bool
    /// Tensors that the host's pickle refers to by number; nil for files.
    package var host: [Tensor]?

    package init(allowed: Set<String> = [], keepsUnknown: Bool = false, host: [Tensor]? = nil) {
      (self.allowed, self.keepsUnknown, self.host) = (allowed, keepsUnknown, host)
    }

    /// Only the names matter: calls give nothing, and containers stay empty.
    var isScan: Bool { keepsUnknown && host == nil }
  }

  private var reader: ByteReader
  private let loadStorage: LoadStorage
  private let rules: Rules
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  /// Numbers that follow each other lie in the list, others in the table.
  private var memoList: [PickleValue] = []
  private var memoTable: [Int: PickleValue] = [:]
  /// What calls have copied so far: a small file must not fill the memory.
  private var copied = 0
  /// Every container, so that cycles of a bad file can be cut.
  private var containers: [PickleValue] = []
  /// Names that were kept without being known or allowed.
  private(set) var unknown: [String] = []

  /// Reads one pickle and gives where it ends.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, from start: Int = 0, rules: Rules = Rules(), loadStorage: @escaping LoadStorage
  ) throws -> (value: PickleValue, end: Int) {
    var r = PickleReader(bytes, rules, loadStorage: loadStorage)
    do {
      try r.reader.seek(start)
      let value = try r.run()
      try value.checkFinished()
      return (value, r.reader.position)
    } catch {
      for c in r.containers { c.sever() }
      throw error
    }
  }

  /// The names in a pickle that neither the library nor `allowed` knows, in the order of their first use.
  static func unknownNames(_ bytes: UnsafeRawBufferPointer, allowed: Set<String>) throws -> [String] {
    var r = PickleReader(bytes, Rules(allowed: allowed, keepsUnknown: true)) { _, _, _ in
      throw PickleReader.bad("a storage is asked for while names are listed")
    }
    defer { for c in r.containers { c.sever() } }
    _ = try r.run()
    return r.unknown
  }

  private init(_ bytes: UnsafeRawBufferPointer, _ rules: Rules, loadStorage: @escaping LoadStorage) {
    reader = ByteReader(bytes, what: "pickle", kind: .unpickling)
    self.rules = rules
    self.loadStorage = loadStorage
  }

  static func bad(_ why: String) -> EmberwingError {
    EmberwingError(.unpickling, "Weights only load failed. WeightsUnpickler error: \(why)")
  }

  private mutating func container(_ v: PickleValue) -> PickleValue {
    containers.append(v)
    return v
  }

  private mutating func push(_ v: PickleValue) { stack.append(v) }

  private mutating func pop() throws -> PickleValue {
    guard stack.count > (marks.last ?? 0), let v = stack.popLast() else {
      throw PickleReader.bad("unpickling stack underflow")
    }
    return v
  }

  private func top() throws -> PickleValue {
    guard stack.count > (marks.last ?? 0), let v = stack.last else {
      throw PickleReader.bad("unpickling stack underflow")
    }
    return v
  }

  private mutating func popMark() throws -> [PickleValue] {
    guard let m = marks.popLast(), m <= stack.count else { throw PickleReader.bad("could not find MARK") }
    let items = Array(stack[m...])
    stack.removeSubrange(m...)
    return items
  }

  private mutating func text(_ n: Int) throws -> PickleValue {
    .string(try utf8(try reader.run(n), "pickle", .unpickling))
  }

  private mutating func long(_ n: Int) throws -> PickleValue { .bigInt(Array(try reader.run(n))) }

  private mutating func memoize(_ i: Int, _ v: PickleValue) {
    if i == memoList.count {
      memoList.append(v)
    } else if i < memoList.count {
      memoList[i] = v
    } else {
      memoTable[i] = v
    }
  }

  private func recall(_ i: Int) throws -> PickleValue {
    guard let v = i < memoList.count ? memoList[i] : memoTable[i] else {
      throw PickleReader.bad("Memo value not found at index \(i)")
    }
    return v
  }

  private mutating func global(_ module: String, _ name: String) throws {
    let (value, isKnown) = try PickleGlobals.find(module, name, rules)
    if !isKnown, let full = value.globalName, !unknown.contains(full) { unknown.append(full) }
    push(value)
  }

  /// Counts bytes and elements that a call copies out of an argument.
  private mutating func charge(_ v: PickleValue) throws {
    let n = v.items.count + (v.stringValue?.utf8.count ?? v.bytesValue?.count ?? 0)
    copied = copied &+ n
    if copied < 0 || copied / 16 > reader.bytes.count { throw PickleReader.bad("the same data is copied too often") }
  }

  private mutating func run() throws -> PickleValue {
    while true {
      let code = try reader.byte()
      switch code {
      case 0x80:
        let v = try reader.byte()
        if v > 5 { throw PickleReader.bad("unsupported pickle protocol: \(v)") }
      case 0x95: _ = try reader.length64()
      case UInt8(ascii: "."): return try pop()
      case UInt8(ascii: "("): marks.append(stack.count)
      case UInt8(ascii: "0"): _ = try pop()
      case UInt8(ascii: "1"): _ = try popMark()
      case UInt8(ascii: "2"): push(try top())
      case UInt8(ascii: "N"): push(.none)
      case 0x88: push(.bool(true))
      case 0x89: push(.bool(false))
      case UInt8(ascii: "K"): push(.int(Int64(try reader.byte())))
      case UInt8(ascii: "M"): push(.int(Int64(try reader.integer(UInt16.self))))
      case UInt8(ascii: "J"): push(.int(Int64(try reader.integer(Int32.self))))
      case 0x8A: push(try long(Int(try reader.byte())))
      case 0x8B: push(try long(Int(try reader.integer(Int32.self))))
      case UInt8(ascii: "G"):
        push(.float(Double(bitPattern: try reader.integer(UInt64.self).byteSwapped)))
      case UInt8(ascii: "X"): push(try text(Int(try reader.integer(UInt32.self))))
      case 0x8C: push(try text(Int(try reader.byte())))
      case 0x8D: push(try text(try reader.length64()))
      case UInt8(ascii: "U"): push(try text(Int(try reader.byte())))
      case UInt8(ascii: "T"): push(try text(Int(try reader.integer(Int32.self))))
      case UInt8(ascii: "C"): push(.bytes(Array(try reader.run(Int(try reader.byte())))))
      case UInt8(ascii: "B"): push(.bytes(Array(try reader.run(Int(try reader.integer(UInt32.self))))))
      case 0x8E: push(.bytes(Array(try reader.run(try reader.length64()))))
      case 0x96: push(.byteArray(Array(try reader.run(try reader.length64()))))
      case UInt8(ascii: ")"): push(.tuple())
      case 0x85, 0x86, 0x87:
        let n = Int(code) - 0x84
        guard stack.count - n >= (marks.last ?? 0) else { throw PickleReader.bad("unpickling stack underflow") }
        let items = Array(stack.suffix(n))
        stack.removeLast(n)
        push(container(.tuple(items)))
      case UInt8(ascii: "t"): push(container(.tuple(try popMark())))
      case UInt8(ascii: "]"): push(container(.list()))
      case UInt8(ascii: "l"): push(container(.list(try popMark())))
      case UInt8(ascii: "}"): push(container(.dict()))
      case 0x8F: push(container(.set()))
      case 0x91: push(container(.frozenSet(try popMark())))
      case UInt8(ascii: "d"):
        let d = container(.dict())
        try setItems(d, try popMark())
        push(d)
      case UInt8(ascii: "a"):
        let v = try pop()
        try append(try top(), [v])
      case UInt8(ascii: "e"), 0x90:
        let items = try popMark()
        try append(try top(), items)
      case UInt8(ascii: "s"):
        let v = try pop()
        let k = try pop()
        try setItems(try top(), [k, v])
      case UInt8(ascii: "u"):
        let items = try popMark()
        try setItems(try top(), items)
      case UInt8(ascii: "q"): memoize(Int(try reader.byte()), try top())
      case UInt8(ascii: "r"): memoize(Int(try reader.integer(UInt32.self)), try top())
      case 0x94: memoize(memoList.count + memoTable.count, try top())
      case UInt8(ascii: "h"): push(try recall(Int(try reader.byte())))
      case UInt8(ascii: "j"): push(try recall(Int(try reader.integer(UInt32.self))))
      case UInt8(ascii: "c"):
        let module = try utf8(try reader.line(), "pickle", .unpickling)
        try global(module, try utf8(try reader.line(), "pickle", .unpickling))
      case 0x93:
        let name = try pop()
        let module = try pop()
        guard let n = name.stringValue, let m = module.stringValue else {
          throw PickleReader.bad("STACK_GLOBAL requires str")
        }
        try global(m, n)
      case UInt8(ascii: "Q"):
        let id = try pop()
        push(rules.isScan ? .none : try persistent(id))
      case UInt8(ascii: "R"), 0x81:
        let arguments = try pop()
        let function = try pop()
        if rules.isScan {
          push(.none)
          continue
        }
        guard arguments.kind == .tuple else { throw PickleReader.bad("arguments are no tuple") }
        if let first = arguments.items.first { try charge(first) }
        if function.kind == .global, arguments.items.count > 1 { try charge(arguments) }
        push(container(try PickleGlobals.call(function, arguments.items, rules, isNew: code == 0x81)))
      case UInt8(ascii: "b"):
        let state = try pop()
        if rules.isScan { continue }
        if state.kind == .tuple { for s in state.items { try charge(s) } }
        try PickleGlobals.build(try top(), state)
      default: throw PickleReader.bad("Unsupported operand \(code) at byte \(reader.position - 1)")
      }
    }
  }

  private func append(_ target: PickleValue, _ items: [PickleValue]) throws {
    if rules.isScan { return }
    guard target.kind == .list || target.kind == .set else {
      throw PickleReader.bad("Can only append to lists and sets, but got \(target.globalName ?? "\(target.kind)")")
    }
    for i in items { try target.append(i) }
  }

  private func setItems(_ target: PickleValue, _ items: [PickleValue]) throws {
    if rules.isScan { return }
    guard target.isDict else {
      throw PickleReader.bad("Can only set items of dicts, but got \(target.globalName ?? "\(target.kind)")")
    }
    guard items.count % 2 == 0 else { throw PickleReader.bad("odd number of dict items") }
    for i in stride(from: 0, to: items.count, by: 2) { try target.set(items[i], items[i + 1]) }
  }

  /// `("storage", FloatStorage, key, device, elements)`, in old files with a sixth entry, the view on the storage:
  /// `(view key, offset, elements)`. Every device is loaded to this one.
  private func persistent(_ id: PickleValue) throws -> PickleValue {
    let p = id.items
    guard id.kind == .tuple, p.count >= 5, p.count <= 6, p[0].stringValue == "storage",
      case .global(let module, let name) = p[1].payload, let key = p[2].stringValue,
      let count = p[4].intValue.flatMap({ Int(exactly: $0) }), count >= 0
    else { throw PickleReader.bad("Only persistent_load of storage is allowed, and this persistent id is none") }
    let type = "\(module).\(name)"
    let dtype: DType?
    if type == "torch.storage.UntypedStorage" || type == "torch.UntypedStorage" {
      dtype = nil
    } else if let d = PickleGlobals.storageType(type) {
      dtype = d
    } else {
      throw PickleReader.bad("unknown storage type \(type)")
    }
    let storage = try loadStorage(key, dtype, count)
    guard p.count == 6, p[5].kind != .none else { return PickleValue(.storage, .storage(storage, dtype, 0)) }
    let view = p[5].items
    guard p[5].kind == .tuple, view.count == 3, let offset = view[1].intValue, let length = view[2].intValue,
      offset >= 0, length >= 0, offset <= count, length <= Int64(count) - offset
    else { throw PickleReader.bad("storage '\(key)': the view on it is out of bounds") }
    return PickleValue(.storage, .storage(storage, dtype, Int(offset) * (dtype?.size ?? 1)))
  }
}
