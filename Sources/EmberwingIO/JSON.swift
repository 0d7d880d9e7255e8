import EmberwingCore

/// A JSON value (RFC 8259); objects keep their order and refuse a key that is there twice.
enum JSON {
  case null
  case bool(Bool)
  case int(Int)
  case real(String)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  static func parse(_ bytes: UnsafeRawBufferPointer, what: String) throws -> JSON {
    var p = Parser(bytes, what)
    let v = try p.value(0)
    p.skipSpace()
    if p.position != bytes.count { throw p.bad("text after the value") }
    return v
  }

  /// A quoted string.
  static func quote(_ s: String) -> String {
    var out = "\""
    for u in s.unicodeScalars {
      switch u {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if u.value < 0x20 {
          let hex = String(u.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        } else {
          out.unicodeScalars.append(u)
        }
      }
    }
    return out + "\""
  }

  private struct Parser {
    let bytes: UnsafeRawBufferPointer
    let what: String
    var position = 0

    init(_ bytes: UnsafeRawBufferPointer, _ what: String) {
      self.bytes = bytes
      self.what = what
    }

    func bad(_ why: String) -> EmberwingError { .runtime("\(what): invalid JSON at byte \(position): \(why)") }
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
      while let c = current, c == 32 || c == 9 || c == 10 || c == 13 { position += 1 }
    }

    mutating func expect(_ c: Character) throws {
      guard current == c.asciiValue else { throw bad("expected '\(c)'") }
      position += 1
    }

    mutating func word(_ w: String, _ v: JSON) throws -> JSON {
      for c in w { try expect(c) }
      return v
    }

    mutating func value(_ depth: Int) throws -> JSON {
      if depth > 64 { throw bad("nested too deep") }
      skipSpace()
      guard let c = current else { throw bad("unexpected end") }
      switch c {
      case UInt8(ascii: "{"):
        position += 1
        var entries: [(String, JSON)] = []
        var seen: Set<String> = []
        skipSpace()
        if current == UInt8(ascii: "}") {
          position += 1
          return .object([])
        }
        while true {
          skipSpace()
          let key = try string()
          if !seen.insert(key).inserted { throw bad("the key '\(key)' is there twice") }
          skipSpace()
          try expect(":")
          entries.append((key, try value(depth + 1)))
          skipSpace()
          if current == UInt8(ascii: ",") {
            position += 1
            continue
          }
          try expect("}")
          return .object(entries)
        }
      case UInt8(ascii: "["):
        position += 1
        var list: [JSON] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
          position += 1
          return .array([])
        }
        while true {
          list.append(try value(depth + 1))
          skipSpace()
          if current == UInt8(ascii: ",") {
            position += 1
            continue
          }
          try expect("]")
          return .array(list)
        }
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    mutating func number() throws -> JSON {
      let start = position
      var integral = true
      while let c = current {
        switch c {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"): integral = false
        default:
          return try finish(start, integral)
        }
        position += 1
      }
      return try finish(start, integral)
    }

    func finish(_ start: Int, _ integral: Bool) throws -> JSON {
      let text = try utf8(UnsafeRawBufferPointer(rebasing: bytes[start..<position]), what)
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      guard let first = digits.first, first.isNumber, !(digits.utf8.count > 1 && digits.hasPrefix("0") && integral)
      else {
        throw bad("expected a value")
      }
      if integral {
        guard let v = Int(text) else { throw bad("the number \(text) is out of range") }
        return .int(v)
      }
      guard Double(text) != nil else { throw bad("bad number") }
      return .real(text)
    }

    mutating func hex4() throws -> UInt32 {
      var v: UInt32 = 0
      for _ in 0..<4 {
        guard let c = current, let d = Character(Unicode.Scalar(c)).hexDigitValue else { throw bad("bad \\u escape") }
        v = v << 4 | UInt32(d)
        position += 1
      }
      return v
    }

    mutating func string() throws -> String {
      try expect("\"")
      var out: [UInt8] = []
      while true {
        guard let c = current else { throw bad("unexpected end of a string") }
        position += 1
        if c == UInt8(ascii: "\"") { break }
        if c < 0x20 { throw bad("control character in a string") }
        if c != UInt8(ascii: "\\") {
          out.append(c)
          continue
        }
        guard let e = current else { throw bad("unexpected end of a string") }
        position += 1
        switch e {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(e)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "u"):
          var u = try hex4()
          if u >= 0xD800, u < 0xDC00 {
            try expect("\\")
            try expect("u")
            let low = try hex4()
            guard low >= 0xDC00, low < 0xE000 else { throw bad("unpaired surrogate") }
            u = 0x10000 + ((u - 0xD800) << 10) + (low - 0xDC00)
          }
          guard let scalar = Unicode.Scalar(u) else { throw bad("unpaired surrogate") }
          out.append(contentsOf: String(Character(scalar)).utf8)
        default: throw bad("unknown escape")
        }
      }
      return try out.withUnsafeBytes { try utf8($0, what) }
    }
  }
}
