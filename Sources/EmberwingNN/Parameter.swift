@_exported import EmberwingTensor

/// A tensor that a module learns (`torch.nn.Parameter`). As a stored property of a module it is found by its type.
public final class Parameter {
  public var tensor: Tensor

  /// Wraps a tensor and asks for its gradient.
  public init(_ tensor: Tensor, requiresGrad: Bool = true) throws {
    self.tensor = tensor
    if requiresGrad != tensor.requiresGrad { try tensor.setRequiresGrad(requiresGrad) }
  }

  public var shape: Shape { tensor.shape }
  public var grad: Tensor? { tensor.grad }
}

/// A tensor that belongs to a module's state without being learnt, as running statistics are.
public final class Buffer {
  public var tensor: Tensor
  /// Whether the state dict holds it.
  public let isPersistent: Bool

  public init(_ tensor: Tensor, isPersistent: Bool = true) {
    self.tensor = tensor
    self.isPersistent = isPersistent
  }
}

/// What a module's stored property may be.
enum Member {
  case parameter(Parameter)
  case buffer(Buffer)
  case module(Module)
}

/// `runningMean` → `running_mean`: the key of a Swift property in a state dict, as PyTorch names it.
func stateKey(_ property: String) -> String {
  var out = ""
  for c in property {
    if c.isUppercase {
      if !out.isEmpty { out.append("_") }
      out.append(contentsOf: c.lowercased())
    } else {
      out.append(c)
    }
  }
  return out
}
