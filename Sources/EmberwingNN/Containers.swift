/// Modules that are registered one by one: the wrapper keeps the list itself from being taken for members.
private struct Ordered {
  var modules: [Module] = []
}

/// Modules one after the other (`torch.nn.Sequential`), named "0", "1", …
public final class Sequential: Module {
  private var list = Ordered()

  /// The modules in order.
  public var layers: [Module] { list.modules }

  public init(_ modules: [Module]) throws {
    super.init()
    for m in modules { try append(m) }
  }

  public convenience init(_ modules: Module...) throws { try self.init(modules) }

  public func append(_ module: Module) throws {
    try register(module: module, name: "\(layers.count)")
    list.modules.append(module)
  }

  public override func forward(_ input: Tensor) throws -> Tensor {
    var x = input
    for m in list.modules { x = try m(x) }
    return x
  }
}

/// A list of modules without a forward of its own (`torch.nn.ModuleList`).
public final class ModuleList: Module {
  private var list = Ordered()

  public var layers: [Module] { list.modules }

  public init(_ modules: [Module] = []) throws {
    super.init()
    for m in modules { try append(m) }
  }

  public func append(_ module: Module) throws {
    try register(module: module, name: "\(layers.count)")
    list.modules.append(module)
  }

  public var count: Int { layers.count }
  public subscript(i: Int) -> Module { layers[i] }
}
