import EmberwingTensor

/// `bindings/python/emberwing/_generated/functions.py`: one Python function for every op and in-place twin.
enum PythonFunctions {
  static let packageText = "# \(generatedNotice)\n"

  static func text(_ ops: [OpInfo]) -> String {
    var out = """
      # \(generatedNotice)
      # fmt: off
      from ctypes import ArgumentError, byref

      from .._base import (
          BYTES, F64, I64, I32, BOOL, PTR, SIZE, NULL, Tensor as T, Results, check, deliver, deliver_apart, fn, fn_status, give_list,
          integer, integers, number, opt_bool, opt_float, opt_integer, raise_last, retry, string, tensors as handles, wrap)


      """
    for op in ops {
      for form in op.forms { out += binding(form) }
      out += function(op, inplace: false)
      if op.inplace != .none { out += function(op, inplace: true) }
    }
    out += tables(ops)
    return out
  }

  private static func ctype(_ t: ArgumentType) -> String {
    switch t {
    case .tensor, .optionalTensor, .operand: "T"
    case .tensors, .optionalTensors: "PTR, SIZE"
    case .int: "I64"
    case .optionalInt, .optionalDouble, .optionalBool, .scalar, .optionalScalar, .string, .optionalString: "BYTES"
    case .ints, .optionalInts: "BYTES, SIZE"
    case .double: "F64"
    case .bool: "BOOL"
    case .dtype: "I32"
    case .generator: "PTR"
    }
  }

  private static func binding(_ form: Form) -> String {
    var types = form.arguments.map { ctype($0.type) }
    if !form.inplace {
      for _ in form.op.results { types.append("PTR") }
      if form.op.returnsList { types += ["PTR", "PTR"] }
    }
    return
      "_\(form.cName) = fn\(form.returnsTensor ? "" : "_status")(\"\(form.cName)\", \(types.joined(separator: ", ")))\n"
  }

  /// The expression that turns a Python argument into what ctypes takes.
  private static func convert(_ name: String, _ type: ArgumentType, _ a: OpInfo.Argument) -> String {
    switch type {
    case .tensor, .operand, .bool, .double: name
    case .int: name
    case .optionalTensor: "NULL if \(name) is None else \(name)"
    case .tensors, .optionalTensors: "*handles(\(name))"
    case .optionalInt: "opt_integer(\(name))"
    case .ints: "p_\(name), len(p_\(name)) >> 3"
    case .optionalInts: "p_\(name), 0 if p_\(name) is None else len(p_\(name)) >> 3"
    case .optionalDouble: "opt_float(\(name))"
    case .optionalBool: "opt_bool(\(name))"
    case .scalar:
      a.defaultText == "1"
        ? "None if \(name).__class__ is int and \(name) == 1 else number(\(name))" : "number(\(name))"
    case .optionalScalar: "None if \(name) is None else number(\(name))"
    case .dtype: "-1 if \(name) is None else \(name).code"
    case .string, .optionalString: "string(\(name))"
    case .generator: "None if \(name) is None else \(name)._handle"
    }
  }

  /// Ops whose `out=` takes no other dtype and shares no memory with an input.
  private static let strict: Set<String> = [
    "gather", "index_select", "take", "masked_select", "amax", "amin", "multinomial", "cat",
  ]

  private static func delivery(_ op: OpInfo) -> String {
    if !strict.contains(op.name) { return "deliver(out, r)" }
    var inputs: [String] = []
    for a in op.arguments {
      switch a.type {
      case .tensor, .operand: inputs.append(pythonIdentifier(a.name))
      case .tensors: inputs.append("*\(pythonIdentifier(a.name))")
      default: break
      }
    }
    return "deliver_apart(out, r, (\(inputs.joined(separator: ", ")),))"
  }

  private static func function(_ op: OpInfo, inplace: Bool) -> String {
    let pyName = op.cName + (inplace ? "_" : "")
    var signature: [String] = []
    var star = false
    for a in op.arguments {
      if a.keywordOnly && !star {
        signature.append("*")
        star = true
      }
      signature.append(pythonIdentifier(a.name) + (a.defaultText.map { "=" + $0 } ?? ""))
    }
    let single = op.results.isEmpty && !op.returnsList && !op.returnsNothing
    // Of the functions that torch.nn.functional alone shows, these take `out=`.
    let isBuiltin = ["avg_pool2d", "avg_pool3d", "gelu", "linear", "logsigmoid", "softplus"].contains(op.name)
    let takesOut =
      single && !inplace && (isBuiltin || !op.surface.isDisjoint(with: [.function, .special, .fft, .linalg]))
    if takesOut {
      if !star { signature.append("*") }
      signature.append("out=None")
    }
    var lines = ["def \(pyName)(\(signature.joined(separator: ", "))):"]
    lines.append("    \"\"\"\(op.doc.replacing("\\", with: "\\\\"))\"\"\"")
    let operands = op.arguments.indices.filter { op.arguments[$0].type == .operand }
    for i in operands.dropLast() {
      let n = pythonIdentifier(op.arguments[i].name)
      lines.append("    if not isinstance(\(n), T): \(n) = wrap(\(n))")
    }
    for a in op.arguments {
      let n = pythonIdentifier(a.name)
      switch a.type {
      case .int:
        lines.append(
          "    if \(n).__class__ is not int or not -0x8000000000000000 <= \(n) <= 0x7fffffffffffffff: \(n) = integer(\(n))"
        )
      case .ints: lines.append("    p_\(n) = integers(\(n))")
      case .optionalInts: lines.append("    p_\(n) = None if \(n) is None else integers(\(n))")
      default: break
      }
    }
    func values(scalar: Bool) -> [String] {
      let form = Form(op: op, scalar: scalar, inplace: inplace)
      return form.arguments.map { convert(pythonIdentifier($0.name), $0.type, $0.argument) }
    }
    func call(scalar: Bool) -> String {
      let form = Form(op: op, scalar: scalar, inplace: inplace)
      return "_\(form.cName)(\(values(scalar: scalar).joined(separator: ", ")))"
    }
    if inplace || op.returnsNothing {
      lines += attempt(op, inplace: inplace, "s", operands, call)
      lines.append("    if s: raise_last()")
      lines.append("    return \(op.arguments.first.map { pythonIdentifier($0.name) } ?? "None")")
    } else if !op.results.isEmpty {
      let names = op.results.indices.map { "o\($0)" }
      let fresh = names.map { "\($0) = T._new()" }.joined(separator: "; ")
      lines.append("    \(fresh)")
      let extra = names.map { "byref(\($0))" }
      lines.append("    check(_ew_\(op.cName)(\((values(scalar: false) + extra).joined(separator: ", "))))")
      lines.append("    return _\(op.cName)_results((\(names.joined(separator: ", ")),))")
    } else if op.returnsList {
      lines.append("    p, n = PTR(), SIZE()")
      lines.append(
        "    check(_ew_\(op.cName)(\((values(scalar: false) + ["byref(p)", "byref(n)"]).joined(separator: ", "))))")
      lines.append("    return give_list(p, n)")
    } else {
      lines += attempt(op, inplace: false, "r", operands, call)
      lines.append("    if r._handle_ is None: raise_last()")
      lines.append(takesOut ? "    return r if out is None else \(delivery(op))" : "    return r")
    }
    var text = lines.joined(separator: "\n") + "\n\n\n"
    if !op.results.isEmpty {
      text =
        "_\(op.cName)_results = Results(\"\(op.name)\", \(op.results.map { "\"\($0)\"" }.joined(separator: ", ")))\n\n\n"
        + text
    }
    return "\n\n" + text
  }

  private static func attempt(
    _ op: OpInfo, inplace: Bool, _ variable: String, _ operands: [Int], _ call: (Bool) -> String
  ) -> [String] {
    let names = op.arguments.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let values = op.arguments.map { pythonIdentifier($0.name) }.joined(separator: ", ")
    let types = op.arguments.map { "\"\($0.type.rawValue)\"" }.joined(separator: ", ")
    var lines = ["    try:"]
    if let last = operands.last {
      let n = pythonIdentifier(op.arguments[last].name)
      lines.append("        if isinstance(\(n), T): \(variable) = \(call(false))")
      lines.append("        else: \(variable) = \(call(true))")
    } else {
      lines.append("        \(variable) = \(call(false))")
    }
    lines.append("    except ArgumentError:")
    let pyName = op.cName + (inplace ? "_" : "")
    lines.append("        return retry(\(pyName), (\(names),), (\(types),), (\(values),))")
    return lines
  }

  private static func tables(_ ops: [OpInfo]) -> String {
    func table(_ name: String, _ surface: Surface, prefix: String = "") -> String {
      var rows: [String] = []
      for op in ops where op.surface.contains(surface) && op.overload.isEmpty {
        let shown = op.name.hasPrefix(prefix) ? String(op.name.dropFirst(prefix.count)) : op.name
        rows.append("    \"\(shown)\": \(op.cName),")
        if op.inplace != .none && surface != .function { rows.append("    \"\(shown)_\": \(op.cName)_,") }
        if op.inplace != .none && surface == .function { rows.append("    \"\(shown)_\": \(op.cName)_,") }
      }
      return "\(name) = {\n\(rows.joined(separator: "\n"))\n}\n"
    }
    return [
      table("FUNCTIONS", .function), table("METHODS", .method), table("NN", .nn),
      table("LINALG", .linalg, prefix: "linalg_"), table("SPECIAL", .special, prefix: "special_"),
      table("FFT", .fft, prefix: "fft_"),
    ].joined(separator: "\n")
  }
}
