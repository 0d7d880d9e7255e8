/// How the in-place twin (`relu_`) of an op is made.
public enum InplaceForm: Sendable {
  case none
  /// Computes out of place and copies; right for every op.
  case copied
  /// The op is one elementwise kernel that writes into the tensor itself.
  case direct
}

/// Where the Python package shows an op.
public struct Surface: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// `torch.x`
  public static let function = Surface(rawValue: 1)
  /// `Tensor.x`
  public static let method = Surface(rawValue: 2)
  /// `torch.nn.functional.x`
  public static let nn = Surface(rawValue: 4)
  /// `torch.linalg.x`, `torch.special.x`, `torch.fft.x`: the op's name carries the prefix `linalg_`, …
  public static let linalg = Surface(rawValue: 8)
  public static let special = Surface(rawValue: 16)
  public static let fft = Surface(rawValue: 32)
  public static let both: Surface = [.function, .method]
  /// C, Swift and the private `_C` module of Python only: hand-written Python shows it.
  public static let hidden: Surface = []
}

/// All that the system asks of an op: its surfaces (C, Python, Swift), documentation and tests are made from this row.
public struct OpInfo: @unchecked Sendable {
  public struct Argument: Sendable {
    public let name: String
    public let type: ArgumentType
    /// As Python writes it; nil for a required argument.
    public let defaultText: String?
    public let keywordOnly: Bool
  }

  /// PyTorch's name, without the overload.
  public let name: String
  /// `dim` in `max.dim`; empty for most.
  public let overload: String
  public let arguments: [Argument]
  /// Field names of the result where there are several tensors; empty for one.
  public let results: [String]
  /// The result is a list whose length depends on the arguments.
  public let returnsList: Bool
  /// The op changes its first argument and returns nothing (`copy_`).
  public let returnsNothing: Bool
  public let doc: String
  public let inplace: InplaceForm
  public let surface: Surface
  public let samples: Samples
  /// Calls the op with values in the order of `arguments`.
  public let call: ([Value]) throws -> [Tensor]

  /// `max_dim`: the C name without its prefix.
  public var cName: String { overload.isEmpty ? name : "\(name)_\(overload)" }

  /// `maxDim`: the Swift function in `Ops`. A trailing underscore becomes `InPlace`.
  public var swiftName: String {
    var text = cName
    let inPlace = text.hasSuffix("_")
    if inPlace { text.removeLast() }
    var out = ""
    var upper = false
    for c in text {
      if c == "_" && !out.isEmpty {
        upper = true
      } else {
        out += upper ? c.uppercased() : String(c)
        upper = false
      }
    }
    return inPlace ? out + "InPlace" : out
  }
}

/// Collects the rows; each family of ops has one `register`.
public struct Registry {
  public private(set) var ops: [OpInfo] = []

  /// Every op, in the order of the families.
  public static let all: [OpInfo] = {
    var r = Registry()
    Ops.registerEverything(&r)
    return r.ops
  }()

  /// One row. `signature` gives PyTorch's name, argument names and defaults — the types come from the Swift function:
  /// `"leaky_relu(input, negative_slope=0.01)"`, `"max.dim(input, dim, keepdim=False) -> (values, indices)"`.
  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> Tensor, _ doc: String,
    inplace: InplaceForm = .none, on surface: Surface = .both, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, inplace, surface, samples) { values in
      var i = Cursor(values)
      return [try function(repeat try (each A)(i.next()))]
    }
  }

  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> (Tensor, Tensor), _ doc: String,
    on surface: Surface = .both, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, .none, surface, samples) { values in
      var i = Cursor(values)
      let (a, b) = try function(repeat try (each A)(i.next()))
      return [a, b]
    }
  }

  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> (Tensor, Tensor, Tensor), _ doc: String,
    on surface: Surface = .both, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, .none, surface, samples) { values in
      var i = Cursor(values)
      let (a, b, c) = try function(repeat try (each A)(i.next()))
      return [a, b, c]
    }
  }

  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> (Tensor, Tensor, Tensor, Tensor),
    _ doc: String, on surface: Surface = .both, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, .none, surface, samples) { values in
      var i = Cursor(values)
      let (a, b, c, d) = try function(repeat try (each A)(i.next()))
      return [a, b, c, d]
    }
  }

  /// An op whose result is a list of tensors.
  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> [Tensor], _ doc: String,
    on surface: Surface = .both, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, .none, surface, samples, list: true) { values in
      var i = Cursor(values)
      return try function(repeat try (each A)(i.next()))
    }
  }

  /// An op that changes its first argument and has no out-of-place form (`copy_`, `uniform_`).
  public mutating func add<each A: OpArgument>(
    _ signature: String, _ function: @escaping (repeat each A) throws -> Void, _ doc: String,
    on surface: Surface = .method, samples: Samples
  ) {
    append(signature, types(repeat (each A).self), doc, .none, surface, samples, nothing: true) { values in
      var i = Cursor(values)
      try function(repeat try (each A)(i.next()))
      if case .tensor(let t)? = values.first { return [t] }
      return []
    }
  }

  private func types<each A: OpArgument>(_ a: repeat (each A).Type) -> [ArgumentType] {
    var list: [ArgumentType] = []
    for t in repeat each a { list.append(t.argumentType) }
    return list
  }

  private mutating func append(
    _ signature: String, _ types: [ArgumentType], _ doc: String, _ inplace: InplaceForm, _ surface: Surface,
    _ samples: Samples, list: Bool = false, nothing: Bool = false, _ call: @escaping ([Value]) throws -> [Tensor]
  ) {
    let s = Signature(signature)
    precondition(
      s.arguments.count == types.count,
      "registry: \(signature) names \(s.arguments.count) arguments, its function takes \(types.count)")
    var arguments: [OpInfo.Argument] = []
    for (a, t) in zip(s.arguments, types) {
      arguments.append(.init(name: a.name, type: t, defaultText: a.defaultText, keywordOnly: a.keywordOnly))
    }
    ops.append(
      OpInfo(
        name: s.name, overload: s.overload, arguments: arguments, results: s.results, returnsList: list,
        returnsNothing: nothing, doc: doc, inplace: inplace, surface: surface, samples: samples, call: call))
  }
}

private struct Cursor {
  let values: [Value]
  var i = 0
  init(_ values: [Value]) { self.values = values }
  mutating func next() -> Value {
    defer { i += 1 }
    return i < values.count ? values[i] : .none
  }
}

/// A row's signature text, taken apart.
struct Signature {
  var name = ""
  var overload = ""
  var arguments: [(name: String, defaultText: String?, keywordOnly: Bool)] = []
  var results: [String] = []

  init(_ text: String) {
    guard let open = text.firstIndex(of: "("), let close = Self.closing(text, open) else { return }
    let head = text[..<open].split(separator: ".")
    name = String(head.first ?? "")
    overload = head.count > 1 ? String(head[1]) : ""
    var keywordOnly = false
    for part in Self.split(text[text.index(after: open)..<close]) {
      if part == "*" {
        keywordOnly = true
        continue
      }
      let pieces = part.split(separator: "=", maxSplits: 1)
      arguments.append((String(pieces[0]), pieces.count > 1 ? String(pieces[1]) : nil, keywordOnly))
    }
    let tail = text[text.index(after: close)...]
    if let o = tail.firstIndex(of: "("), let c = tail.lastIndex(of: ")") {
      results = Self.split(tail[tail.index(after: o)..<c])
    }
  }

  private static func closing(_ text: String, _ open: String.Index) -> String.Index? {
    var depth = 0
    var i = open
    while i < text.endIndex {
      if text[i] == "(" { depth += 1 }
      if text[i] == ")" {
        depth -= 1
        if depth == 0 { return i }
      }
      i = text.index(after: i)
    }
    return nil
  }

  private static func split(_ text: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for c in text {
      if c == "(" || c == "[" { depth += 1 }
      if c == ")" || c == "]" { depth -= 1 }
      if c == "," && depth == 0 {
        parts.append(current)
        current = ""
      } else if c != " " || !current.isEmpty {
        current.append(c)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
