/// `torch.nn.Module`. A stored property of type `Parameter`, `Buffer`, `Module` or `[Module]` takes part by its type,
/// in declaration order, under its name in PyTorch's spelling; `register` adds members at run time.
open class Module {
  /// Training mode, which dropout and batch normalisation look at; `train` and `eval` set it for all submodules.
  public private(set) var training = true
  private var registered: [(name: String, member: Member)] = []
  private var preHooks: [(id: Int, body: (Module, Tensor) throws -> Tensor?)] = []
  private var postHooks: [(id: Int, body: (Module, Tensor, Tensor) throws -> Tensor?)] = []
  private var nextHook = 0

  public init() {}

  /// What the module computes.
  open func forward(_ input: Tensor) throws -> Tensor {
    throw EmberwingError.notImplemented("Module [\(name)] is missing the required \"forward\" function")
  }

  /// The name in messages: the class's.
  open var name: String { "\(type(of: self))" }

  /// Runs the hooks and `forward`.
  public final func callAsFunction(_ input: Tensor) throws -> Tensor {
    if preHooks.isEmpty && postHooks.isEmpty { return try forward(input) }
    var x = input
    for hook in preHooks { if let new = try hook.body(self, x) { x = new } }
    var y = try forward(x)
    for hook in postHooks { if let new = try hook.body(self, x, y) { y = new } }
    return y
  }

  // MARK: hooks

  /// `register_forward_pre_hook`: sees the input and may replace it. Returns the id that removes it.
  @discardableResult
  public func registerForwardPreHook(_ body: @escaping (Module, Tensor) throws -> Tensor?) -> Int {
    nextHook += 1
    preHooks.append((nextHook, body))
    return nextHook
  }

  /// `register_forward_hook`: sees input and output and may replace the output. Returns the id that removes it.
  @discardableResult
  public func registerForwardHook(_ body: @escaping (Module, Tensor, Tensor) throws -> Tensor?) -> Int {
    nextHook += 1
    postHooks.append((nextHook, body))
    return nextHook
  }

  public func removeHook(_ id: Int) {
    preHooks.removeAll { $0.id == id }
    postHooks.removeAll { $0.id == id }
  }

  // MARK: members

  /// The members of this module alone: stored properties, those of superclasses first, then registered ones. Read anew
  /// each time, since a layer may be replaced.
  final var members: [(name: String, member: Member)] {
    var chain: [Mirror] = []
    var mirror: Mirror? = Mirror(reflecting: self)
    while let m = mirror, m.subjectType != Module.self {
      chain.append(m)
      mirror = m.superclassMirror
    }
    var found: [(name: String, member: Member)] = []
    for m in chain.reversed() {
      for child in m.children {
        guard let label = child.label else { continue }
        if let p = child.value as? Parameter {
          found.append((stateKey(label), .parameter(p)))
        } else if let b = child.value as? Buffer {
          found.append((stateKey(label), .buffer(b)))
        } else if let s = child.value as? Module {
          found.append((stateKey(label), .module(s)))
        } else if let list = child.value as? [Module], !list.isEmpty {
          for (i, s) in list.enumerated() { found.append(("\(stateKey(label)).\(i)", .module(s))) }
        }
      }
    }
    return found + registered
  }

  private func checkName(_ name: String, _ kind: String) throws {
    if name.isEmpty { throw EmberwingError(.key, "\(kind) name can't be empty string \"\"") }
    if name.contains(".") { throw EmberwingError(.key, "\(kind) name can't contain \".\", got: \(name)") }
  }

  private func register(_ name: String, _ kind: String, _ member: Member) throws {
    try checkName(name, kind)
    if let i = registered.firstIndex(where: { $0.name == name }) {
      registered[i].member = member
    } else if members.contains(where: { $0.name == name }) {
      throw EmberwingError(.key, "attribute '\(name)' already exists")
    } else {
      registered.append((name, member))
    }
  }

  /// `register_parameter`: adds a parameter, or replaces one registered before.
  public func register(parameter: Parameter, name: String) throws {
    try register(name, "parameter", .parameter(parameter))
  }

  /// `register_buffer`.
  public func register(buffer: Buffer, name: String) throws { try register(name, "buffer", .buffer(buffer)) }

  /// `register_module`, `add_module`. A module cannot be put inside itself.
  public func register(module: Module, name: String) throws {
    if module.modules.contains(where: { $0 === self }) {
      throw EmberwingError.value("register_module: '\(name)' contains the module that it would become a part of")
    }
    try register(name, "module", .module(module))
  }

  /// Direct submodules with their names.
  public var namedChildren: [(name: String, module: Module)] {
    members.compactMap { if case .module(let m) = $0.member { ($0.name, m) } else { nil } }
  }

  public var children: [Module] { namedChildren.map(\.module) }

  /// This module and all below it, each once, with dotted names.
  public func namedModules(prefix: String = "") -> [(name: String, module: Module)] {
    var seen: Set<ObjectIdentifier> = []
    var out: [(name: String, module: Module)] = []
    collectModules(prefix, &seen, &out)
    return out
  }

  private func collectModules(
    _ prefix: String, _ seen: inout Set<ObjectIdentifier>, _ out: inout [(name: String, module: Module)]
  ) {
    if !seen.insert(ObjectIdentifier(self)).inserted { return }
    out.append((prefix, self))
    for (name, child) in namedChildren {
      child.collectModules(prefix.isEmpty ? name : prefix + "." + name, &seen, &out)
    }
  }

  public var modules: [Module] { namedModules().map(\.module) }

  /// All parameters, each tensor once, with dotted names.
  public func namedParameters(prefix: String = "", recurse: Bool = true) -> [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    var out: [(name: String, parameter: Parameter)] = []
    for (path, module) in recurse ? namedModules(prefix: prefix) : [(prefix, self)] {
      for (name, member) in module.members {
        guard case .parameter(let p) = member, seen.insert(ObjectIdentifier(p.tensor.impl)).inserted else { continue }
        out.append((path.isEmpty ? name : path + "." + name, p))
      }
    }
    return out
  }

  /// The parameters as tensors, for an optimizer.
  public func parameters(recurse: Bool = true) -> [Tensor] {
    namedParameters(recurse: recurse).map(\.parameter.tensor)
  }

  /// All buffers, each tensor once, with dotted names.
  public func namedBuffers(prefix: String = "", recurse: Bool = true) -> [(name: String, buffer: Buffer)] {
    var seen: Set<ObjectIdentifier> = []
    var out: [(name: String, buffer: Buffer)] = []
    for (path, module) in recurse ? namedModules(prefix: prefix) : [(prefix, self)] {
      for (name, member) in module.members {
        guard case .buffer(let b) = member, seen.insert(ObjectIdentifier(b.tensor.impl)).inserted else { continue }
        out.append((path.isEmpty ? name : path + "." + name, b))
      }
    }
    return out
  }

  // MARK: settings for the whole tree

  /// Sets training mode here and in all submodules.
  @discardableResult
  public func train(_ mode: Bool = true) -> Self {
    for m in modules { m.training = mode }
    return self
  }

  /// Evaluation mode.
  @discardableResult
  public func eval() -> Self { train(false) }

  /// Calls `body` on all submodules, then on this one.
  @discardableResult
  public func apply(_ body: (Module) throws -> Void) rethrows -> Self {
    for child in children { try child.apply(body) }
    try body(self)
    return self
  }

  /// Drops the gradients of all parameters, or fills them with zeros.
  public func zeroGrad(setToNone: Bool = true) throws {
    for p in parameters() { try p.zeroGrad(setToNone: setToNone) }
  }

  /// `requires_grad_`: whether the parameters ask for gradients.
  @discardableResult
  public func requiresGrad(_ value: Bool = true) throws -> Self {
    for p in parameters() { try p.setRequiresGrad(value) }
    return self
  }

  /// Converts floating-point parameters, their gradients and buffers to another floating-point dtype, in place.
  @discardableResult
  public func to(_ dtype: DType) throws -> Self {
    if !dtype.isDifferentiable {
      throw EmberwingError.type(
        "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.\(dtype.name)")
    }
    func convert(_ t: Tensor) throws {
      guard t.dtype.isDifferentiable, t.dtype != dtype else { return }
      let grad = t.grad
      try t.setGrad(nil)
      try t.setData(try Ops.to(t, dtype))
      if let grad { try t.setGrad(try Ops.to(grad, dtype)) }
    }
    try withGradMode(false) {
      for p in parameters() { try convert(p) }
      for (_, b) in namedBuffers() { try convert(b.tensor) }
    }
    return self
  }
}
