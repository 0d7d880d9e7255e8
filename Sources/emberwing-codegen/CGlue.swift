import EmberwingTensor

/// `Sources/EmberwingC/Generated/Ops.swift`: the exports, each a thin conversion around one function of `Ops`.
enum CGlue {
  static func text(_ ops: [OpInfo]) -> String {
    var out = "// \(generatedNotice)\n// swift-format-ignore-file\nimport CEmberwing\nimport EmberwingTensor\n"
    for op in ops { for form in op.forms { out += "\n" + function(form) } }
    return out
  }

  private static func function(_ form: Form) -> String {
    var parameters: [String] = []
    var values: [String] = []
    for (name, type, argument) in form.arguments {
      let label = cIdentifier(name)
      let n = swiftIdentifier(label)
      var value: String
      switch type {
      case .tensor, .operand:
        parameters.append("_ \(n): OpaquePointer?")
        value = "try Handle.tensor(\(n))"
        if type == .operand { value = ".tensor(\(value))" }
      case .optionalTensor:
        parameters.append("_ \(n): OpaquePointer?")
        value = "try Handle.optionalTensor(\(n))"
      case .tensors, .optionalTensors:
        parameters.append("_ \(n): UnsafePointer<OpaquePointer?>?")
        parameters.append("_ \(label)_count: Int")
        value = "try Handle.\(type == .tensors ? "tensors" : "optionalTensors")(\(n), \(label)_count)"
      case .int:
        parameters.append("_ \(n): Int64")
        value = "Int(\(n))"
      case .optionalInt:
        parameters.append("_ \(n): UnsafePointer<Int64>?")
        value = "\(n).map { Int($0.pointee) }"
      case .ints, .optionalInts:
        parameters.append("_ \(n): UnsafePointer<Int64>?")
        parameters.append("_ \(label)_count: Int")
        value = "try Handle.\(type == .ints ? "integers" : "optionalIntegers")(\(n), \(label)_count)"
      case .double:
        parameters.append("_ \(n): Double")
        value = n
      case .optionalDouble:
        parameters.append("_ \(n): UnsafePointer<Double>?")
        value = "\(n)?.pointee"
      case .bool:
        parameters.append("_ \(n): Bool")
        value = n
      case .optionalBool:
        parameters.append("_ \(n): UnsafePointer<Bool>?")
        value = "\(n)?.pointee"
      case .scalar:
        parameters.append("_ \(n): UnsafePointer<ew_scalar>?")
        value = "try Handle.scalar(\(n))"
        if let d = argument.defaultText, d != "None" {
          value = "try Handle.optionalScalar(\(n)) ?? \(swiftDefault(d, type))"
        }
        if argument.type == .operand { value = ".scalar(\(value))" }
      case .optionalScalar:
        parameters.append("_ \(n): UnsafePointer<ew_scalar>?")
        value = "try Handle.optionalScalar(\(n))"
      case .dtype:
        parameters.append("_ \(n): Int32")
        value = argument.defaultText == nil ? "try Handle.dtype(\(n))" : "try Handle.optionalDType(\(n))"
      case .string:
        parameters.append("_ \(n): UnsafePointer<CChar>?")
        value = "try Handle.string(\(n))"
      case .optionalString:
        parameters.append("_ \(n): UnsafePointer<CChar>?")
        value = "Handle.optionalString(\(n))"
      case .generator:
        parameters.append("_ \(n): OpaquePointer?")
        value = "try Handle.generator(\(n))"
      }
      values.append(value)
    }
    let op = form.op
    var body: String
    if form.inplace {
      let target = values[0].hasPrefix(".tensor(") ? String(values[0].dropFirst(8).dropLast()) : values[0]
      let first = values[0].hasPrefix(".tensor(") ? ".tensor($0)" : "$0"
      let call = ([first] + values.dropFirst()).joined(separator: ", ")
      let direct = op.inplace == .direct ? ", direct: true" : ""
      body = "guardedStatus { try Inplace.assign(\(target)\(direct)) { try Ops.\(op.swiftName)(\(call)) } }"
    } else {
      let call = "try Ops.\(op.swiftName)(\(values.joined(separator: ", ")))"
      if !op.results.isEmpty {
        for r in op.results { parameters.append("_ out_\(r): UnsafeMutablePointer<OpaquePointer?>?") }
        let names = op.results.indices.map { "r\($0)" }
        body = "guardedStatus {\n    let (\(names.joined(separator: ", "))) = \(call)\n"
        for (i, r) in op.results.enumerated() {
          let name = NodeNames.all[op.cName].map { ".named(\"\($0)\")" } ?? ""
          body += "    try Handle.give(r\(i)\(i == 0 ? name : ""), out_\(r))\n"
        }
        body += "  }"
      } else if op.returnsList {
        parameters.append("_ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?")
        parameters.append("_ out_count: UnsafeMutablePointer<Int>?")
        body = "guardedStatus { try Handle.give(\(call), out_tensors, out_count) }"
      } else if op.returnsNothing {
        body = "guardedStatus { \(call) }"
      } else {
        let name = NodeNames.all[op.cName].map { ".named(\"\($0)\")" } ?? ""
        body = "guardedTensor { \(call)\(name) }"
      }
    }
    let result = form.returnsTensor ? "OpaquePointer?" : "Int32"
    return """
      @_cdecl("\(form.cName)") @implementation
      public func \(form.cName)(
        \(parameters.joined(separator: ", "))
      ) -> \(result) {
        \(body)
      }

      """
  }
}
