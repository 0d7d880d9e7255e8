import EmberwingTensor

/// The names that a checkpoint may refer to, and what calling them with data gives.
enum PickleGlobals {
  private static let callable: Set<String> = [
    "collections.OrderedDict", "collections.Counter", "collections.defaultdict", "torch._utils._rebuild_tensor",
    "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3", "torch._utils._rebuild_parameter",
    "torch._utils._rebuild_parameter_with_state", "torch._tensor._rebuild_from_type_v2", "torch.storage.UntypedStorage",
    "torch.UntypedStorage", "torch.serialization._get_layout", "_codecs.encode", "builtins.slice", "builtins.range",
    "builtins.bytearray", "torch.device", "numpy.ndarray", "numpy.dtype", "numpy.core.multiarray._reconstruct",
    "numpy._core.multiarray._reconstruct", "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar",
    "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer",
  ]
  /// Harmless as values: classes and constants that nothing here calls, or calls with data only.
  private static let constants: Set<String> = [
    "builtins.int", "builtins.float", "builtins.bool", "builtins.str", "builtins.list", "builtins.dict",
    "builtins.tuple", "builtins.set", "builtins.frozenset", "builtins.bytes", "builtins.complex", "builtins.Ellipsis",
    "builtins.NotImplemented", "torch.Size", "torch.Tensor", "torch.nn.parameter.Parameter", "torch.strided",
    "torch.preserve_format", "torch.contiguous_format", "torch.channels_last", "torch.channels_last_3d",
  ]
  /// Names that the Python package's own pickles use; see `PickleWriter.Style.host`.
  private static let host: Set<String> = [
    "_tensor", "_parameter", "_array", "_scalar", "_dtype", "_size", "_device", "_constant",
  ]
  static let hostModule = "emberwing.serialization"
  /// Modules that not even the caller can allow, as in PyTorch.
  private static let blocked: Set<String> = ["sys", "os", "posix", "nt"]

  private static let renamed = ["xrange": "range", "long": "int", "unicode": "str"]

  /// `torch.FloatStorage` by dtype.
  static func storageName(_ d: DType) -> String? {
    switch d {
    case .uint16, .uint32, .uint64: nil
    default: "\(d.scalarTypeName)Storage"
    }
  }

  private static let storageTypes: [String: DType] = {
    var names: [String: DType] = [:]
    for d in DType.allCases { if let n = storageName(d) { names["torch.\(n)"] = d } }
    return names
  }()

  static func storageType(_ name: String) -> DType? { storageTypes[name] }

  /// The value that a name stands for; false where it was kept although nobody vouches for it.
  static func find(_ givenModule: String, _ givenName: String, _ rules: PickleReader.Rules) throws -> (PickleValue, Bool) {
    var (module, name) = (givenModule, givenName)
    // Protocol 2 uses the names of Python 2.
    if module == "__builtin__" { module = "builtins" }
    if module == "copy_reg" { module = "copyreg" }
    if module == "builtins", let today = renamed[name] { name = today }
    // PyTorch's memory formats pickle themselves as `torch._utils` and `torch.channels_last`.
    if module == "torch._utils", name.hasPrefix("torch.") { (module, name) = ("torch", String(name.dropFirst(6))) }
    let full = "\(module).\(name)"
    if module == "torch", let d = DType.allCases.first(where: { $0.name == name }) { return (.dtype(d), true) }
    let value = PickleValue.global(module, name)
    if callable.contains(full) || constants.contains(full) || storageType(full) != nil { return (value, true) }
    if rules.host != nil, module == hostModule, host.contains(name) { return (value, true) }
    if rules.keepsUnknown && rules.host != nil { return (value, true) }
    let isBlocked = blocked.contains(module)
    if !isBlocked, rules.allowed.contains(full) { return (value, true) }
    if rules.keepsUnknown { return (value, false) }
    if isBlocked {
      throw PickleReader.bad("Trying to load unsupported GLOBAL \(full) whose module \(module) is blocked.")
    }
    let shown = module == "builtins" ? name : full
    throw PickleReader.bad(
      "Unsupported global: GLOBAL \(shown) was not an allowed global by default. Please use "
        + "`torch.serialization.add_safe_globals([\(shown)])` or the `torch.serialization.safe_globals([\(shown)])` "
        + "context manager to allowlist this global if you trust this class/function.")
  }

  static func call(
    _ function: PickleValue, _ a: [PickleValue], _ rules: PickleReader.Rules, isNew: Bool
  ) throws -> PickleValue {
    guard case .global(let module, let short) = function.payload else {
      throw PickleReader.bad("Trying to call reduce for a \(function.kind)")
    }
    let name = "\(module).\(short)"
    let wrong = PickleReader.bad("\(name): unexpected arguments")
    if let tensors = rules.host, module == hostModule { return try hostCall(short, a, tensors, wrong) }
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
    case "collections.Counter":
      let d = PickleValue(.counter)
      if let counts = a.first {
        guard a.count == 1, counts.isDict else { throw wrong }
        for i in 0..<counts.count { try d.set(try counts.element(i), try counts.dictValue(i)) }
      }
      return d
    case "collections.defaultdict":
      let d = PickleValue(.defaultDict)
      guard a.count <= 1 else { throw wrong }
      if let factory = a.first, factory.kind != .none {
        guard factory.kind == .global else { throw wrong }
        d.attributes = factory
      }
      return d
    case "builtins.set", "builtins.frozenset":
      guard a.count <= 1, a.first.map({ $0.kind == .list || $0.kind == .tuple }) ?? true else { throw wrong }
      return short == "set" ? .set(a.first?.items ?? []) : .frozenSet(a.first?.items ?? [])
    case "builtins.complex":
      guard a.count == 2, let re = a[0].floatValue, let im = a[1].floatValue else { throw wrong }
      return .complex(re, im)
    case "builtins.slice":
      guard a.count == 3 else { throw wrong }
      return object(function, a)
    case "builtins.range":
      guard a.count == 3, a.allSatisfy({ $0.kind == .int }), a[2].intValue != 0 else { throw wrong }
      return object(function, a)
    case "builtins.bytes", "builtins.bytearray":
      let bytes: [UInt8]
      if a.isEmpty {
        bytes = []
      } else if a.count == 1, let b = a[0].bytesValue {
        bytes = b
      } else {
        guard a.count == 2, let s = a[0].stringValue, let e = a[1].stringValue else { throw wrong }
        bytes = try latin1(s, e, wrong)
      }
      return short == "bytes" ? .bytes(bytes) : .byteArray(bytes)
    case "_codecs.encode":
      guard a.count == 2, let s = a[0].stringValue, let e = a[1].stringValue else { throw wrong }
      return .bytes(try latin1(s, e, wrong))
    case "torch.Size":
      guard a.count == 1 else { throw wrong }
      return try size(a[0], wrong)
    case "torch.device":
      guard a.count == 1 || a.count == 2, let type = a[0].stringValue else { throw wrong }
      if a.count == 1 || a[1].kind == .none { return .device(type) }
      guard let i = a[1].intValue else { throw wrong }
      return .device("\(type):\(i)")
    case "torch.serialization._get_layout":
      guard a.count == 1, a[0].stringValue == "torch.strided" else {
        throw PickleReader.bad("layout \(a.first?.stringValue ?? "?") is not supported; only torch.strided is")
      }
      return .global("torch", "strided")
    case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state",
      "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3":
      return try TensorPickle.rebuild(short, a, wrong)
    case "torch._tensor._rebuild_from_type_v2":
      guard a.count == 4, case .global = a[0].payload, let type = a[1].globalName, a[2].kind == .tuple else {
        throw wrong
      }
      guard type == "torch.Tensor" || type == "torch.nn.parameter.Parameter" else {
        throw PickleReader.bad("tensors of the class \(type) are not supported")
      }
      guard a[0].globalName?.hasPrefix("torch._utils._rebuild_") == true else { throw wrong }
      let t = try call(a[0], a[2].items, rules, isNew: false)
      guard t.kind == .tensor || t.kind == .parameter else { throw wrong }
      if a[3].isDict, a[3].count > 0 { t.attributes = a[3] }
      return t
    default:
      if module.hasPrefix("numpy"), let v = try NumPyPickle.call(function, short, a, wrong) { return v }
      guard !callable.contains(name), !constants.contains(name), storageType(name) == nil else {
        throw PickleReader.bad("Trying to call reduce for unrecognized function \(name)")
      }
      return object(function, a, isNew: isNew)
    }
  }

  /// Gives a state to what was just made.
  static func build(_ target: PickleValue, _ state: PickleValue) throws {
    if try NumPyPickle.build(target, state) { return }
    switch target.kind {
    case .orderedDict where state.kind == .dict: target.attributes = state
    case .object where target.globalName?.hasPrefix("builtins.") == false: target.attributes = state
    default:
      throw PickleReader.bad(
        "Can only build Tensor, Parameter, OrderedDict or types allowlisted via `add_safe_globals`, "
          + "but got \(target.globalName ?? "\(target.kind)")")
    }
  }

  /// Arguments that a class or function is to be called with by whoever asked for it.
  static func object(_ function: PickleValue, _ arguments: [PickleValue], isNew: Bool = false) -> PickleValue {
    guard case .global(let module, let name) = function.payload else { return .none }
    let v = PickleValue(.object, .object(module: module, name: name, isNew: isNew))
    v.items = arguments
    return v
  }

  static func size(_ v: PickleValue, _ wrong: EmberwingError) throws -> PickleValue {
    guard v.kind == .tuple || v.kind == .list else { throw wrong }
    let s = PickleValue.size([])
    for i in v.items { try s.append(i) }
    return s
  }

  /// The functions by which the host's pickles hand over what it and the library share.
  private static func hostCall(
    _ name: String, _ a: [PickleValue], _ tensors: [Tensor], _ wrong: EmberwingError
  ) throws -> PickleValue {
    func tensor(_ count: Int) throws -> Tensor {
      guard a.count == count, let i = a[0].intValue, i >= 0, i < tensors.count else { throw wrong }
      return tensors[Int(i)]
    }
    func text() throws -> String {
      guard a.count == 1, let s = a[0].stringValue else { throw wrong }
      return s
    }
    switch name {
    case "_tensor", "_parameter":
      let v: PickleValue = name == "_tensor" ? .tensor(try tensor(2)) : .parameter(try tensor(2))
      if a[1].isDict, a[1].count > 0 { v.attributes = a[1] }
      return v
    case "_array": return .array(try tensor(1))
    case "_scalar": return .numpyScalar(try tensor(1))
    case "_dtype":
      let s = try text()
      guard let d = DType.allCases.first(where: { $0.name == s }) else { throw wrong }
      return .dtype(d)
    case "_size":
      guard a.count == 1 else { throw wrong }
      return try size(a[0], wrong)
    case "_device": return .device(try text())
    case "_constant": return .global("torch", try text())
    default: throw wrong
    }
  }

  static func latin1(_ s: String, _ encoding: String, _ wrong: EmberwingError) throws -> [UInt8] {
    guard encoding == "latin1" || encoding == "latin-1" else { throw wrong }
    var out: [UInt8] = []
    out.reserveCapacity(s.utf8.count)
    for u in s.unicodeScalars {
      guard let b = UInt8(exactly: u.value) else { throw wrong }
      out.append(b)
    }
    return out
  }
}
