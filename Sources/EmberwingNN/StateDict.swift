/// Named tensors in order, as `torch.nn.Module.state_dict` gives them.
public typealias StateDict = [(name: String, tensor: Tensor)]

extension Module {
  /// All parameters and persistent buffers under PyTorch's keys, sharing memory with the module. A tensor that is used
  /// twice stands there twice.
  public func stateDict(prefix: String = "") -> StateDict {
    slots(prefix).map { ($0.name, $0.tensor.alias()) }
  }

  private func slots(_ prefix: String) -> StateDict {
    var out: StateDict = []
    let all = members
    for (name, member) in all { if case .parameter(let p) = member { out.append((prefix + name, p.tensor)) } }
    for (name, member) in all {
      if case .buffer(let b) = member, b.isPersistent { out.append((prefix + name, b.tensor)) }
    }
    for (name, member) in all {
      if case .module(let m) = member { out += m.slots(prefix + name + ".") }
    }
    return out
  }

  /// Copies saved tensors into parameters and buffers. With `strict`, keys must agree exactly; what fits is loaded even
  /// when an error follows. Returns the keys that were missing or unexpected.
  @discardableResult
  public func loadStateDict(_ saved: StateDict, strict: Bool = true) throws -> (missing: [String], unexpected: [String])
  {
    var source: [String: Tensor] = [:]
    for (name, tensor) in saved { source[name] = tensor }
    let targets = slots("")
    var missing: [String] = []
    var problems: [String] = []
    for (name, target) in targets {
      guard var t = source[name] else {
        // State dicts written before batch normalisation counted its batches lack this key.
        if !name.hasSuffix("num_batches_tracked") { missing.append(name) }
        continue
      }
      if target.dim == 0, t.dim == 1, t.count == 1 { t = try Ops.reshape(t, []) }
      if t.shape != target.shape {
        problems.append(
          "size mismatch for \(name): copying a param with shape torch.Size(\(t.shape)) from checkpoint, the shape in current model is torch.Size(\(target.shape))."
        )
        continue
      }
      try withGradMode(false) { try Ops.copyInPlace(target, t) }
    }
    let known = Set(targets.map(\.name))
    let unexpected = saved.map(\.name).filter { !known.contains($0) }
    if strict {
      if !missing.isEmpty {
        problems.insert("Missing key(s) in state_dict: \(Self.quoted(missing)). ", at: 0)
      }
      if !unexpected.isEmpty {
        problems.insert("Unexpected key(s) in state_dict: \(Self.quoted(unexpected)). ", at: missing.isEmpty ? 0 : 1)
      }
    }
    if !problems.isEmpty {
      throw EmberwingError.runtime(
        "Error(s) in loading state_dict for \(name):\n\t" + problems.joined(separator: "\n\t"))
    }
    return (missing, unexpected)
  }

  private static func quoted(_ keys: [String]) -> String { keys.map { "\"\($0)\"" }.joined(separator: ", ") }
}
