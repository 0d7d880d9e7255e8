import EmberwingTensor

/// `Sources/Emberwing/Generated/Tensor+Ops.swift`: non-throwing methods with PyTorch's defaults for Swift programs.
enum SwiftMethods {
  static func text(_ ops: [OpInfo]) -> String {
    var out = """
      // \(generatedNotice)
      // swift-format-ignore-file
      import EmberwingTensor

      extension Tensor {

      """
    for op in ops where !op.surface.isEmpty {
      guard let first = op.arguments.first else { continue }
      let isMethod = first.type == .tensor || first.type == .operand
      if !isMethod { continue }
      if op.returnsNothing || op.inplace != .none { out += method(op, inplace: true) }
      if !op.returnsNothing { out += method(op, inplace: false) }
    }
    out += "}\n"
    return out
  }

  private static func swiftType(_ t: ArgumentType) -> String {
    switch t {
    case .tensor: "Tensor"
    case .optionalTensor: "Tensor?"
    case .tensors: "[Tensor]"
    case .optionalTensors: "[Tensor?]"
    case .operand: "Operand"
    case .int: "Int"
    case .optionalInt: "Int?"
    case .ints: "Shape"
    case .optionalInts: "Shape?"
    case .double: "Double"
    case .optionalDouble: "Double?"
    case .bool: "Bool"
    case .optionalBool: "Bool?"
    case .scalar: "Scalar"
    case .optionalScalar: "Scalar?"
    case .dtype: "DType?"
    case .string: "String"
    case .optionalString: "String?"
    case .generator: "Generator?"
    }
  }

  /// A required first argument needs no label unless it is the axis (`softmax(dim: 1)`), nor do those that are numbered
  /// (`transpose(0, 1)`).
  private static func isUnlabelled(_ a: OpInfo.Argument, at i: Int) -> Bool {
    if a.keywordOnly || a.defaultText != nil { return false }
    if a.name.last?.isNumber == true { return true }
    return i == 1 && !(a.name == "dim" && (a.type == .int || a.type == .ints))
  }

  private static func method(_ op: OpInfo, inplace: Bool) -> String {
    var parameters: [String] = []
    var values: [String] = []
    for (i, a) in op.arguments.enumerated() {
      if i == 0 {
        values.append(inplace && !op.returnsNothing ? "$0" : "self")
        if a.type == .operand { values[0] = ".tensor(\(values[0]))" }
        continue
      }
      let name = camelCase(a.name)
      let label = isUnlabelled(a, at: i) ? "_ \(name)" : swiftIdentifier(name)
      let fallback = a.defaultText.map { " = " + swiftDefault($0, a.type) } ?? ""
      parameters.append("\(label): \(swiftType(a.type))\(fallback)")
      values.append(swiftIdentifier(name))
    }
    let base = op.returnsNothing ? String(op.name.dropLast(op.name.hasSuffix("_") ? 1 : 0)) : op.name
    let name = swiftIdentifier(camelCase(base) + (inplace ? "_" : ""))
    let call = "Ops.\(op.swiftName)(\(values.joined(separator: ", ")))"
    let result: String
    let body: String
    if inplace {
      result = "Tensor"
      let act =
        op.returnsNothing
        ? "try \(call)" : "try Inplace.assign(self\(op.inplace == .direct ? ", direct: true" : "")) { try \(call) }"
      body = "mustSucceed { \(act) }\n    return self"
    } else {
      result =
        op.returnsList
        ? "[Tensor]"
        : op.results.isEmpty
          ? "Tensor" : "(" + op.results.map { "\(camelCase($0)): Tensor" }.joined(separator: ", ") + ")"
      body = op.results.isEmpty ? "mustSucceed { try \(call) }" : "let r = mustSucceed { try \(call) }\n    return r"
    }
    let discardable = inplace ? "  @discardableResult\n" : ""
    return """
        /// \(op.doc)
      \(discardable)  public func \(name)(\(parameters.joined(separator: ", "))) -> \(result) {
          \(body)
        }

      """
  }
}
