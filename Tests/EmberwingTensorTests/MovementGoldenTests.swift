import EmberwingTensor
import Foundation
import Testing

/// An argument or a result in a golden file.
struct GoldenValue: Decodable, Sendable {
  var kind: String?
  var dtype: String?
  var shape: [Int]?
  var values: [String]?
  var number: Int?
  var text: String?
  var ints: [Int]?
  var list: [GoldenValue]?

  func tensor() throws -> Tensor {
    let type = try #require(DType.allCases.first { $0.name == dtype })
    let numbers = try (values ?? []).map { try #require(Double($0)) }
    let shape = Shape(shape ?? [])
    if type.isComplex {
      let parts = try Tensor.of(numbers, nil, type.realType)
      return try Tensor.copying(UnsafeRawPointer(parts.data), shape: shape, dtype: type)
    }
    return try Tensor.of(numbers, shape, type)
  }

  func value() throws -> Value {
    switch kind {
    case "tensor": return .tensor(try tensor())
    case "bool": return .bool(number == 1)
    case "int": return .int(try #require(number))
    case "string": return .string(try #require(text))
    case "ints": return .ints(Shape(ints ?? []))
    case "tensors":
      return .optionalTensors(try (list ?? []).map { $0.kind == "none" ? nil : try $0.tensor() })
    default: return .none
    }
  }
}

/// The default that a signature gives an argument.
func defaultValue(_ a: OpInfo.Argument) throws -> Value {
  switch a.defaultText {
  case nil, "None": return .none
  case "True": return .bool(true)
  case "False": return .bool(false)
  case .some(let text):
    if let v = Int(text) { return .int(v) }
    if let v = Double(text) { return .float(v) }
    let ints = text.split { !"-0123456789".contains($0) }.compactMap { Int($0) }
    if text.hasPrefix("(") { return .ints(Shape(ints)) }
    return .string(text.trimmingCharacters(in: .init(charactersIn: "'\"")))
  }
}

struct GoldenCall: Decodable, Sendable, CustomTestStringConvertible {
  var op: String
  var arguments: [GoldenValue]
  var results: [GoldenValue]
  var testDescription: String { op }
}

struct MovementGolden: Decodable { var cases: [GoldenCall] }

struct GoldenText: Decodable, Sendable, CustomTestStringConvertible {
  struct Options: Decodable, Sendable {
    var precision: Int?
    var threshold: Int?
    var edgeitems: Int?
    var linewidth: Int?
    var sci_mode: Bool?
  }
  var tensor: GoldenValue
  var requires_grad: Bool
  var options: Options
  var text: String
  var testDescription: String { String(text.prefix(40)) }
}

struct PrintingGolden: Decodable { var cases: [GoldenText] }

/// What PyTorch gives, from Tests/Golden/make_movement.py.
@Suite struct MovementGoldenTests {
  static let calls = (try? golden("movement.json", as: MovementGolden.self))?.cases ?? []
  static let texts = (try? golden("printing.json", as: PrintingGolden.self))?.cases ?? []

  @Test func filesAreThere() {
    #expect(!Self.calls.isEmpty && !Self.texts.isEmpty)
  }

  @Test(arguments: calls)
  func callAgrees(_ c: GoldenCall) throws {
    let op = try #require(Registry.all.first { $0.cName == c.op })
    var values = try c.arguments.map { try $0.value() }
    for i in 0..<values.count where i < op.arguments.count && op.arguments[i].type == .tensors {
      if case .optionalTensors(let list) = values[i] { values[i] = .tensors(list.compactMap { $0 }) }
    }
    for a in op.arguments.dropFirst(values.count) { values.append(try defaultValue(a)) }
    let results = try op.call(values)
    try #require(results.count == c.results.count)
    for (r, expected) in zip(results, c.results) {
      let d = try difference(r, try expected.tensor())
      #expect(d == nil, "\(c.op): \(d ?? "")")
    }
  }

  @Test(arguments: texts)
  func printsAsPyTorch(_ c: GoldenText) throws {
    let t = try c.tensor.tensor()
    if c.requires_grad { try t.setRequiresGrad(true) }
    var options = PrintOptions()
    options.precision = c.options.precision ?? options.precision
    options.threshold = c.options.threshold ?? options.threshold
    options.edgeItems = c.options.edgeitems ?? options.edgeItems
    options.lineWidth = c.options.linewidth ?? options.lineWidth
    options.scientific = c.options.sci_mode
    #expect(t.formatted(options) == c.text)
  }
}
