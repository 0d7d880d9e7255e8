@_exported import EmberwingTensor

/// Parameters that are updated with the same options.
public struct ParameterGroup {
  public internal(set) var parameters: [Tensor]
  /// Options under PyTorch's names: `lr`, `weight_decay` …
  public var options: [String: Scalar]
  /// State tensors, one column a name of `Optimizer.stateNames`, one entry a parameter.
  public var columns: [[Tensor?]]

  /// The value of an option, 0 where it is not set.
  public subscript(name: String) -> Double {
    get { options[name]?.double ?? 0 }
    set { options[name] = .float(newValue) }
  }

  /// The value of an option that is true or false.
  public func isSet(_ name: String) -> Bool { self[name] != 0 }
}

/// What an optimizer saves (`torch.optim.Optimizer.state_dict`): parameters are numbered through all groups.
public struct OptimizerState {
  public var state: [Int: [String: Tensor]] = [:]
  public var groups: [(options: [String: Scalar], parameters: [Int])] = []

  public init() {}
}

/// `torch.optim.Optimizer`: parameter groups with options, and the state of each parameter. A subclass names its state
/// tensors and writes `update`.
open class Optimizer {
  public internal(set) var groups: [ParameterGroup] = []
  private let defaults: [String: Scalar]

  /// Names of the state tensors, in the order of the columns that `update` sees.
  open var stateNames: [String] { [] }

  /// One group of leaf tensors with the given options.
  public init(_ parameters: [Tensor], options: [String: Scalar]) throws {
    if parameters.isEmpty { throw EmberwingError.value("optimizer got an empty parameter list") }
    defaults = options
    try addGroup(parameters)
  }

  /// `add_param_group`: further parameters, with options that differ from those of the first group.
  open func addGroup(_ parameters: [Tensor], overriding options: [String: Scalar] = [:]) throws {
    var all = defaults
    for (name, value) in options {
      if all[name] == nil { throw EmberwingError.value("\(type(of: self)): there is no option '\(name)'") }
      all[name] = value
    }
    try validate(all)
    var known: Set<ObjectIdentifier> = []
    for g in groups { for p in g.parameters { known.insert(ObjectIdentifier(p.impl)) } }
    for p in parameters {
      if !p.isLeaf && !p.retainsGrad { throw EmberwingError.value("can't optimize a non-leaf Tensor") }
      if known.contains(ObjectIdentifier(p.impl)) {
        throw EmberwingError.value("some parameters appear in more than one parameter group")
      }
    }
    let empty = [Tensor?](repeating: nil, count: parameters.count)
    groups.append(
      ParameterGroup(
        parameters: parameters, options: all, columns: [[Tensor?]](repeating: empty, count: stateNames.count)))
  }

  /// Refuses options out of range.
  open func validate(_ options: [String: Scalar]) throws {}

  /// Updates the parameters of one group that have a gradient.
  open func update(_ group: inout ParameterGroup) throws {
    throw EmberwingError.notImplemented("\(type(of: self)): update is missing")
  }

  /// Updates all parameters once.
  open func step() throws {
    try withGradMode(false) { for i in groups.indices { try update(&groups[i]) } }
  }

  /// Computes the loss anew with gradients, then updates; returns the loss.
  @discardableResult
  open func step(_ closure: () throws -> Tensor) throws -> Tensor {
    let loss = try withGradMode(true, closure)
    try step()
    return loss
  }

  /// Drops the gradients of all parameters, or fills them with zeros.
  public func zeroGrad(setToNone: Bool = true) throws {
    for g in groups { for p in g.parameters { try p.zeroGrad(setToNone: setToNone) } }
  }

  /// The learning rate of the first group; setting it sets it in all groups.
  public var learningRate: Double {
    get { groups.first?["lr"] ?? 0 }
    set { for i in groups.indices { groups[i]["lr"] = newValue } }
  }

  /// The options and the state, sharing memory with the optimizer.
  public func stateDict() -> OptimizerState {
    var out = OptimizerState()
    var next = 0
    for g in groups {
      out.groups.append((g.options, Array(next..<next + g.parameters.count)))
      for i in g.parameters.indices {
        var entry: [String: Tensor] = [:]
        for (k, name) in stateNames.enumerated() { if let t = g.columns[k][i] { entry[name] = t } }
        if !entry.isEmpty { out.state[next + i] = entry }
      }
      next += g.parameters.count
    }
    return out
  }

  /// Takes over options and copies of state saved by `stateDict`.
  public func loadStateDict(_ saved: OptimizerState) throws {
    if saved.groups.count != groups.count {
      throw EmberwingError.value("loaded state dict has a different number of parameter groups")
    }
    var loaded = groups
    for (i, g) in saved.groups.enumerated() {
      if g.parameters.count != groups[i].parameters.count {
        throw EmberwingError.value(
          "loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
      }
      var options = groups[i].options
      for (name, value) in g.options { options[name] = value }
      try validate(options)
      loaded[i].options = options
      for (j, index) in g.parameters.enumerated() {
        let p = groups[i].parameters[j]
        for (k, name) in stateNames.enumerated() {
          guard let t = saved.state[index]?[name] else {
            loaded[i].columns[k][j] = nil
            continue
          }
          // As in PyTorch, state takes a real parameter's dtype, but step counters keep theirs.
          let copy = try Ops.clone(try Ops.detach(t))
          loaded[i].columns[k][j] = name == "step" || p.dtype.isComplex ? copy : try Ops.to(copy, p.dtype)
        }
      }
    }
    groups = loaded
  }

  /// The state tensor of column `k` for parameter `i`, made of zeros when first needed.
  public final func zeroState(_ group: inout ParameterGroup, _ k: Int, _ i: Int) throws -> Tensor {
    if let t = group.columns[k][i] { return t }
    let t = try Tensor.zeros(group.parameters[i].shape, group.parameters[i].dtype)
    group.columns[k][i] = t
    return t
  }

  /// The step counter of column `k` for parameter `i`.
  public final func stepState(_ group: inout ParameterGroup, _ k: Int, _ i: Int) throws -> Tensor {
    try scalarState(&group, k, i, 0)
  }

  /// The scalar state of column `k` for parameter `i`, which begins with `value`.
  public final func scalarState(
    _ group: inout ParameterGroup, _ k: Int, _ i: Int, _ value: Double
  ) throws -> Tensor {
    if let t = group.columns[k][i] { return t }
    let t = try Ops.full([], .float(value), DefaultDType.current == .float64 ? .float64 : .float32)
    group.columns[k][i] = t
    return t
  }

  /// The parameters of a group that have a gradient, with a step counter in column 0 and zero states in the next two.
  final func plan(_ name: String, _ group: inout ParameterGroup) throws -> FusedUpdate {
    var plan = FusedUpdate(name, capacity: group.parameters.count)
    for i in group.parameters.indices where group.parameters[i].grad != nil {
      let step = try stepState(&group, 0, i)
      try plan.add(group.parameters[i], try zeroState(&group, 1, i), try zeroState(&group, 2, i), step: step)
    }
    return plan
  }

  /// Refuses rates, betas and epsilons that no relative of Adam can work with.
  final func requireMoments(_ o: [String: Scalar]) throws {
    try requireNonNegative(o, [("lr", "learning rate"), ("eps", "epsilon value")])
    for (i, name) in ["beta1", "beta2"].enumerated() {
      let b = o[name]?.double ?? 0
      if !(b >= 0 && b < 1) { throw EmberwingError.value("Invalid beta parameter at index \(i): \(b)") }
    }
    try requireNonNegative(o, [("weight_decay", "weight_decay value")])
  }

  /// Refuses a value below 0 (or NaN) with PyTorch's words.
  public final func requireNonNegative(_ options: [String: Scalar], _ checks: [(name: String, words: String)]) throws {
    for (name, words) in checks {
      let v = options[name]?.double ?? 0
      if !(v >= 0) { throw EmberwingError.value("Invalid \(words): \(v)") }
    }
  }
}
