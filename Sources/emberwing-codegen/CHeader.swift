import EmberwingTensor

/// `include/emberwing_ops.h`.
enum CHeader {
  static func text(_ ops: [OpInfo]) -> String {
    var out = """
      /* \(generatedNotice)
       *
       * Every operator, named and ordered as in PyTorch. An op with one result returns it, a new reference, NULL on failure;
       * one with several writes new references through out_ parameters. `_scalar` forms take a number where the others take
       * a tensor; forms that end in an underscore change their first argument. Lists are freed with ew_tensors_free.
       */
      #ifndef EMBERWING_OPS_H
      #define EMBERWING_OPS_H

      #include "emberwing.h"

      #ifdef __cplusplus
      extern "C" {
      #endif


      """
    for op in ops {
      out += "/* \(op.doc)\(defaults(op)) */\n"
      for form in op.forms { out += prototype(form) + ";\n" }
      out += "\n"
    }
    out += """
      #ifdef __cplusplus
      }
      #endif

      #endif /* EMBERWING_OPS_H */

      """
    return out
  }

  private static func defaults(_ op: OpInfo) -> String {
    let list = op.arguments.compactMap { a in a.defaultText.map { "\(a.name)=\($0)" } }
    return list.isEmpty ? "" : " PyTorch's defaults: \(list.joined(separator: ", "))."
  }

  static func prototype(_ form: Form) -> String {
    var parameters: [String] = []
    for (name, type, _) in form.arguments {
      let n = cIdentifier(name)
      switch type {
      case .tensor, .optionalTensor, .operand: parameters.append("ew_tensor *\(n)")
      case .tensors, .optionalTensors:
        parameters.append("ew_tensor *const *\(n)")
        parameters.append("size_t \(n)_count")
      case .int: parameters.append("int64_t \(n)")
      case .optionalInt: parameters.append("const int64_t *\(n)")
      case .ints, .optionalInts:
        parameters.append("const int64_t *\(n)")
        parameters.append("size_t \(n)_count")
      case .double: parameters.append("double \(n)")
      case .optionalDouble: parameters.append("const double *\(n)")
      case .bool: parameters.append("bool \(n)")
      case .optionalBool: parameters.append("const bool *\(n)")
      case .scalar, .optionalScalar: parameters.append("const ew_scalar *\(n)")
      case .dtype: parameters.append("int32_t \(n)")
      case .string, .optionalString: parameters.append("const char *\(n)")
      case .generator: parameters.append("ew_generator *\(n)")
      }
    }
    if !form.inplace {
      for r in form.op.results { parameters.append("ew_tensor **out_\(r)") }
      if form.op.returnsList {
        parameters.append("ew_tensor ***out_tensors")
        parameters.append("size_t *out_count")
      }
    }
    let result = form.returnsTensor ? "ew_tensor *" : "ew_status "
    let head = result + form.cName + "("
    let list = parameters.isEmpty ? "void" : parameters.joined(separator: ", ")
    if head.count + list.count + 2 <= 120 { return head + list + ")" }
    var lines = [head]
    for (i, p) in parameters.enumerated() {
      let piece = p + (i + 1 < parameters.count ? ", " : "")
      if (lines[lines.count - 1] + piece).count > 118 {
        lines[lines.count - 1] = String(lines[lines.count - 1].reversed().drop { $0 == " " }.reversed())
        lines.append("    ")
      }
      lines[lines.count - 1] += piece
    }
    return lines.joined(separator: "\n") + ")"
  }
}

/// `Tests/CABITests/abi.txt`: every exported name, sorted.
enum ABIList {
  static func text(headers: [String]) -> String {
    var names = Set<String>()
    for header in headers {
      let code = header.replacing(/\/\*(.|\n)*?\*\//, with: "")
      for match in code.matches(of: /\b(ew_[A-Za-z0-9_]+)\s*\((?!\*)/) {
        let name = String(match.1)
        if name != "ew_scalar_address" { names.insert(name) }
      }
    }
    return names.sorted().joined(separator: "\n") + "\n"
  }
}
