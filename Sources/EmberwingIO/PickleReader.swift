import EmberwingTensor

/// Reads pickles of protocols 2 to 5 as data: it knows the few names that a checkpoint needs and calls nothing else.
struct PickleReader {
  /// Gives the storage of a persistent id: key, dtype (nil is untyped), number of elements.
  typealias LoadStorage = (String, DType?, Int) throws -> Storage

  private var reader: ByteReader
  private let loadStorage: LoadStorage
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]
  /// What calls have copied so far: a small file must not fill the memory.
  private var copied = 0
  /// Every container, so that cycles of a bad file can be cut.
  private var containers: [PickleValue] = []

  static func read(_ bytes: UnsafeRawBufferPointer, loadStorage: @escaping LoadStorage) throws -> PickleValue {
    var r = PickleReader(bytes, loadStorage)
    do {
      let value = try r.run()
      try value.checkFinished()
      return value
    } catch {
      for c in r.containers { c.sever() }
      throw error
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, _ loadStorage: @escaping LoadStorage) {
    reader = ByteReader(bytes, what: "pickle", kind: .unpickling)
    self.loadStorage = loadStorage
  }

  static func bad(_ why: String) -> EmberwingError { EmberwingError(.unpickling, "Weights only load failed: \(why)") }

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

  private func recall(_ i: Int) throws -> PickleValue {
    guard let v = memo[i] else { throw PickleReader.bad("Memo value not found at index \(i)") }
    return v
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
      case 0x8E, 0x96: push(.bytes(Array(try reader.run(try reader.length64()))))
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
      case UInt8(ascii: "q"): memo[Int(try reader.byte())] = try top()
      case UInt8(ascii: "r"): memo[Int(try reader.integer(UInt32.self))] = try top()
      case 0x94: memo[memo.count] = try top()
      case UInt8(ascii: "h"): push(try recall(Int(try reader.byte())))
      case UInt8(ascii: "j"): push(try recall(Int(try reader.integer(UInt32.self))))
      case UInt8(ascii: "c"):
        let module = try utf8(try reader.line(), "pickle", .unpickling)
        push(try PickleGlobals.find(module, try utf8(try reader.line(), "pickle", .unpickling)))
      case 0x93:
        let name = try pop()
        let module = try pop()
        guard let n = name.stringValue, let m = module.stringValue else {
          throw PickleReader.bad("STACK_GLOBAL requires str")
        }
        push(try PickleGlobals.find(m, n))
      case UInt8(ascii: "Q"): push(try persistent(try pop()))
      case UInt8(ascii: "R"), 0x81:
        let arguments = try pop()
        let function = try pop()
        guard arguments.kind == .tuple else { throw PickleReader.bad("arguments are no tuple") }
        if let first = arguments.items.first {
          copied += first.items.count + (first.stringValue?.utf8.count ?? first.bytesValue?.count ?? 0)
          if copied / 16 > reader.bytes.count { throw PickleReader.bad("the same data is copied too often") }
        }
        push(container(try PickleGlobals.call(function, arguments.items)))
      case UInt8(ascii: "b"):
        let state = try pop()
        let target = try top()
        guard target.kind == .orderedDict, state.kind == .dict else {
          throw PickleReader.bad("can only build OrderedDict, but got \(target.kind)")
        }
        target.attributes = state
      default: throw PickleReader.bad("Unsupported operand \(code) at byte \(reader.position - 1)")
      }
    }
  }

  private func append(_ target: PickleValue, _ items: [PickleValue]) throws {
    guard target.kind == .list || target.kind == .set else {
      throw PickleReader.bad("can only append to lists and sets, but got \(target.kind)")
    }
    for i in items { try target.append(i) }
  }

  private func setItems(_ target: PickleValue, _ items: [PickleValue]) throws {
    guard target.isDict, items.count % 2 == 0 else { throw PickleReader.bad("odd number of dict items") }
    for i in stride(from: 0, to: items.count, by: 2) { try target.set(items[i], items[i + 1]) }
  }

  /// `("storage", FloatStorage, key, device, elements)`; every device is loaded to this one.
  private func persistent(_ id: PickleValue) throws -> PickleValue {
    let p = id.items
    guard id.kind == .tuple, p.count >= 5, p[0].stringValue == "storage", p[1].kind == .global,
      case .text(let type) = p[1].payload, let key = p[2].stringValue,
      let count = p[4].intValue.flatMap({ Int(exactly: $0) }), count >= 0
    else { throw PickleReader.bad("unknown persistent id") }
    let dtype: DType?
    if type == "torch.storage.UntypedStorage" || type == "torch.UntypedStorage" {
      dtype = nil
    } else if let d = PickleGlobals.storageType(type) {
      dtype = d
    } else {
      throw PickleReader.bad("unknown storage type \(type)")
    }
    return PickleValue(.storage, .storage(try loadStorage(key, dtype, count), dtype))
  }
}
