import EmberwingTensor

/// The names that a checkpoint may refer to, and what calling them with data gives.
enum PickleGlobals {
  private static let allowed: Set<String> = [
    "collections.OrderedDict", "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_tensor_v3", "torch._utils._rebuild_parameter", "torch.storage.UntypedStorage",
    "torch.UntypedStorage", "_codecs.encode", "__builtin__.set", "builtins.set", "__builtin__.complex",
    "builtins.complex", "__builtin__.bytes", "builtins.bytes", "__builtin__.bytearray", "builtins.bytearray",
    "torch.Size", "torch.device",
  ]

  /// `torch.FloatStorage` by dtype.
  static func storageName(_ d: DType) -> String? {
    switch d {
    case .uint16, .uint32, .uint64: nil
    default: "\(d.scalarTypeName)Storage"
    }
  }

  static func storageType(_ name: String) -> DType? {
    DType.allCases.first { d in storageName(d).map { name == "torch.\($0)" } ?? false }
  }

  static func find(_ module: String, _ name: String) throws -> PickleValue {
    let full = "\(module).\(name)"
    if module == "torch", let d = DType.allCases.first(where: { $0.name == name }) { return .dtype(d) }
    if allowed.contains(full) || storageType(full) != nil { return PickleValue(.global, .text(full)) }
    throw PickleReader.bad("Unsupported global: GLOBAL \(full) was not an allowed global by default.")
  }

  static func call(_ function: PickleValue, _ a: [PickleValue]) throws -> PickleValue {
    guard function.kind == .global, case .text(let name) = function.payload else {
      throw PickleReader.bad("a \(function.kind) cannot be called")
    }
    let wrong = PickleReader.bad("\(name): unexpected arguments")
    switch name {
    case "collections.OrderedDict":
      let d = PickleValue.orderedDict()
      if let pairs = a.first {
        guard a.count == 1, pairs.kind == .list else { throw wrong }
        for p in pairs.items {
          guard p.kind == .tuple || p.kind == .list, p.items.count == 2 else { throw wrong }
          try d.set(p.items[0], p.items[1])
        }
      }
      return d
    case "__builtin__.set", "builtins.set":
      guard a.count <= 1, a.first.map({ $0.kind == .list || $0.kind == .tuple }) ?? true else { throw wrong }
      return .set(a.first?.items ?? [])
    case "__builtin__.complex", "builtins.complex":
      guard a.count == 2, let re = a[0].floatValue, let im = a[1].floatValue else { throw wrong }
      return .complex(re, im)
    case "__builtin__.bytes", "builtins.bytes", "__builtin__.bytearray", "builtins.bytearray":
      if a.isEmpty { return .bytes([]) }
      if a.count == 1, let b = a[0].bytesValue { return .bytes(b) }
      guard a.count == 2, let s = a[0].stringValue, let e = a[1].stringValue else { throw wrong }
      return .bytes(try latin1(s, e, wrong))
    case "_codecs.encode":
      guard a.count == 2, let s = a[0].stringValue, let e = a[1].stringValue else { throw wrong }
      return .bytes(try latin1(s, e, wrong))
    case "torch.Size":
      guard a.count == 1, a[0].kind == .tuple || a[0].kind == .list else { throw wrong }
      let s = PickleValue.size([])
      for i in a[0].items { try s.append(i) }
      return s
    case "torch.device":
      guard a.count == 1 || a.count == 2, let type = a[0].stringValue else { throw wrong }
      if a.count == 1 { return .device(type) }
      guard let i = a[1].intValue else { throw wrong }
      return .device("\(type):\(i)")
    case "torch._utils._rebuild_parameter":
      guard a.count == 3, a[0].kind == .tensor, let t = a[0].tensorValue, let grad = a[1].boolValue else { throw wrong }
      try t.setRequiresGrad(grad)
      return .parameter(t)
    case "torch._utils._rebuild_tensor":
      guard a.count == 4 else { throw wrong }
      return .tensor(try tensor(a, nil, wrong))
    case "torch._utils._rebuild_tensor_v2":
      guard a.count == 6 || a.count == 7, let grad = a[4].boolValue else { throw wrong }
      let t = try tensor(a, nil, wrong)
      if grad { try t.setRequiresGrad(true) }
      return .tensor(t)
    case "torch._utils._rebuild_tensor_v3":
      guard a.count == 7 || a.count == 8, let grad = a[4].boolValue, let d = a[6].dtypeValue else { throw wrong }
      let t = try tensor(a, d, wrong)
      if grad { try t.setRequiresGrad(true) }
      return .tensor(t)
    default: throw wrong
    }
  }

  private static func latin1(_ s: String, _ encoding: String, _ wrong: EmberwingError) throws -> [UInt8] {
    guard encoding == "latin1" || encoding == "latin-1" else { throw wrong }
    var out: [UInt8] = []
    for u in s.unicodeScalars {
      guard let b = UInt8(exactly: u.value) else { throw wrong }
      out.append(b)
    }
    return out
  }

  /// A window on a storage; every reachable element must lie inside it.
  private static func tensor(_ a: [PickleValue], _ given: DType?, _ wrong: EmberwingError) throws -> Tensor {
    guard case .storage(let storage, let typed) = a[0].payload, let dtype = given ?? typed,
      let offset = a[1].intValue.flatMap({ Int(exactly: $0) }), offset >= 0
    else { throw wrong }
    func integers(_ v: PickleValue) throws -> Shape {
      guard v.kind == .tuple || v.kind == .size, v.items.count <= 64 else { throw wrong }
      var s = Shape()
      for i in v.items {
        guard let n = i.intValue.flatMap({ Int(exactly: $0) }), n >= 0 else { throw wrong }
        s.append(n)
      }
      return s
    }
    let sizes = try integers(a[2])
    let strides = try integers(a[3])
    guard sizes.count == strides.count else { throw wrong }
    let capacity = storage.byteCount / dtype.size
    let outside = PickleReader.bad(
      "sizes \(sizes), strides \(strides), storage offset \(offset) are out of bounds for a storage of \(capacity) elements"
    )
    let count = try sizes.checkedElementCount(elementSize: dtype.size)
    if count > 0 {
      var last = offset
      for i in 0..<sizes.count {
        let (span, o1) = strides[i].multipliedReportingOverflow(by: sizes[i] - 1)
        let (next, o2) = last.addingReportingOverflow(span)
        if o1 || o2 { throw outside }
        last = next
      }
      if last >= capacity { throw outside }
    } else if offset > capacity {
      throw outside
    }
    return try Tensor.window(storage, shape: sizes, strides: strides, offset: offset, dtype: dtype)
  }
}
