import EmberwingTensor

let generatedNotice = "Written by emberwing-codegen from the op registry. Do not edit; run `make generate`."

extension OpInfo {
  /// The forms of an op in C: itself, a twin that takes a number where the last operand may be one, and in-place twins.
  var forms: [Form] {
    var list = [Form(op: self, scalar: false, inplace: false)]
    let hasOperand = arguments.contains { $0.type == .operand }
    if hasOperand { list.append(Form(op: self, scalar: true, inplace: false)) }
    if inplace != .none {
      list.append(Form(op: self, scalar: false, inplace: true))
      if hasOperand { list.append(Form(op: self, scalar: true, inplace: true)) }
    }
    return list
  }
}

/// One exported function of an op.
struct Form {
  let op: OpInfo
  /// The last tensor-or-number argument is a number.
  let scalar: Bool
  let inplace: Bool

  var cName: String { "ew_" + op.cName + (scalar ? "_scalar" : "") + (inplace ? "_" : "") }

  private var lastOperand: Int { op.arguments.lastIndex { $0.type == .operand } ?? -1 }

  /// The argument types as this form takes them.
  var arguments: [(name: String, type: ArgumentType, argument: OpInfo.Argument)] {
    op.arguments.enumerated().map { i, a in
      (a.name, a.type == .operand && scalar && i == lastOperand ? .scalar : a.type, a)
    }
  }

  var returnsTensor: Bool { !inplace && op.results.isEmpty && !op.returnsList && !op.returnsNothing }
}

private let cReserved: Set<String> = ["default", "register", "signed", "int", "float", "double", "out", "self"]
private let swiftReserved: Set<String> = [
  "default", "in", "self", "where", "repeat", "is", "as", "func", "let", "var", "return", "operator", "init", "switch",
]
private let pythonReserved: Set<String> = ["from", "lambda", "in", "is", "as", "not", "and", "or", "def", "class"]

func cIdentifier(_ name: String) -> String {
  let n = name == "self" ? "input" : name
  return cReserved.contains(n) || n == "from" || n == "end" && false ? n + "_" : n
}

func swiftIdentifier(_ name: String) -> String { swiftReserved.contains(name) ? "`\(name)`" : name }

func pythonIdentifier(_ name: String) -> String { pythonReserved.contains(name) ? name + "_" : name }

func camelCase(_ text: String) -> String {
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
  return out
}

/// A default as Swift writes it.
func swiftDefault(_ text: String, _ type: ArgumentType) -> String {
  switch text {
  case "None": return "nil"
  case "True": return "true"
  case "False": return "false"
  default: break
  }
  if text.hasPrefix("'") { return "\"" + text.dropFirst().dropLast() + "\"" }
  if type == .ints || type == .optionalInts {
    if text.hasPrefix("(") { return "[" + text.dropFirst().dropLast() + "]" }
    return text.hasPrefix("[") ? text : "[\(text)]"
  }
  if text.contains("inf") { return text.hasPrefix("-") ? "-Double.infinity" : "Double.infinity" }
  return text
}
