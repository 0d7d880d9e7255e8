import EmberwingTensor
import Testing

/// Ways to lay out the same values in memory.
enum Layout: String, CaseIterable, Sendable {
  case contiguous, transposed, sliced, expanded

  func apply(_ t: Tensor) throws -> Tensor {
    switch self {
    case .contiguous: return t
    case .transposed:
      let reversed = Shape((0..<t.dim).reversed())
      return try Ops.permute(try Ops.clone(try Ops.permute(t, reversed)), reversed)
    case .sliced:
      if t.dim == 0 {
        let room = try Tensor.zeros([3], t.dtype)
        let one = try Ops.select(room, 0, 1)
        try Ops.copyInPlace(one, t)
        return one
      }
      var wide = t.shape
      wide[t.dim - 1] = 2 * wide[t.dim - 1] + 1
      let view = try Ops.slice(try Tensor.zeros(wide, t.dtype), t.dim - 1, 1, nil, 2)
      try Ops.copyInPlace(view, t)
      return view
    case .expanded:
      if t.dim == 0 || t.count == 0 { return t }
      return try Ops.expand(try Ops.narrow(t, 0, 0, 1), t.shape)
    }
  }

  func apply(_ v: Value) throws -> Value {
    switch v {
    case .tensor(let t): .tensor(try apply(t))
    case .tensors(let list): .tensors(try list.map { try apply($0) })
    case .optionalTensors(let list): .optionalTensors(try list.map { t in try t.map { try apply($0) } })
    default: v
    }
  }
}

/// One op with one dtype (and layout): a test case of its own.
struct OpCase: Sendable, CustomTestStringConvertible {
  let op: OpInfo
  let dtype: DType
  var layout = Layout.contiguous

  var testDescription: String { "\(op.cName) \(dtype.name) \(layout.rawValue)" }

  func calls(seed: UInt64 = 7) throws -> [[Value]] {
    var maker = SampleMaker(dtype: dtype, seed: seed)
    return try op.samples.make(&maker)
  }

  static let everyDType: [OpCase] = Registry.all.flatMap { op in op.samples.dtypes.map { OpCase(op: op, dtype: $0) } }

  static let everyLayout: [OpCase] = everyDType.flatMap { c in
    let layouts = c.op.samples.layoutMatters ? [.contiguous] : Layout.allCases
    return layouts.filter { $0 != .expanded || c.op.samples.takesBroadcast }.map {
      OpCase(op: c.op, dtype: c.dtype, layout: $0)
    }
  }

  static let differentiable: [OpCase] = Registry.all.filter {
    $0.samples.differentiable && $0.samples.deterministic && !$0.returnsNothing && $0.samples.dtypes.contains(.float64)
  }.map { OpCase(op: $0, dtype: .float64) }

  static let twiceDifferentiable: [OpCase] = differentiable.filter { $0.op.samples.twiceDifferentiable }

  static let inplace: [OpCase] = everyDType.filter { $0.op.inplace != .none && $0.op.samples.deterministic }
}

@Suite struct RegistryTests {
  @Test(arguments: OpCase.everyLayout)
  func layoutsAgree(_ c: OpCase) throws {
    for (i, call) in try c.calls().enumerated() {
      if c.op.returnsNothing && c.layout == .expanded { continue }
      let laidOut = try call.map { try c.layout.apply($0) }
      // The reference: the same values, dense. An op that writes gets tensors of its own.
      let reference = try c.op.call(
        try (c.layout == .expanded ? laidOut : try c.calls()[i]).map { v in
          guard case .tensor(let t) = v else { return v }
          return .tensor(try Ops.clone(t))
        })
      let results = try c.op.call(laidOut)
      try #require(results.count == reference.count)
      for (a, b) in zip(results, reference) {
        if c.op.samples.deterministic {
          let d = try difference(a, b)
          #expect(d == nil, "\(c.testDescription), call \(i): \(d ?? "")")
        } else {
          #expect(a.shape == b.shape && a.dtype == b.dtype, "\(c.testDescription), call \(i)")
        }
      }
    }
  }

  @Test(arguments: OpCase.inplace)
  func inplaceTwinAgrees(_ c: OpCase) throws {
    for (i, call) in try c.calls().enumerated() {
      guard case .tensor(let first)? = call.first else { continue }
      let expected = try c.op.call(call)[0]
      if expected.dtype != first.dtype || expected.shape != first.shape { continue }
      for layout in [Layout.contiguous, .transposed, .sliced] {
        let target = try layout.apply(try Ops.clone(first))
        let before = target.version
        try Inplace.assign(target, direct: c.op.inplace == .direct) {
          try c.op.call([.tensor($0)] + call.dropFirst())[0]
        }
        let d = try difference(target, expected)
        #expect(d == nil, "\(c.testDescription), call \(i), \(layout): \(d ?? "")")
        #expect(target.version > before)
      }
    }
  }

  @Test(arguments: Registry.all.map { OpCase(op: $0, dtype: $0.samples.dtypes.first ?? .float32) })
  func badInputThrows(_ c: OpCase) throws {
    var maker = SampleMaker(dtype: c.dtype)
    for (arguments, text) in try c.op.samples.bad(&maker) {
      let m = message { _ = try c.op.call(arguments) }
      #expect(m?.contains(text) == true, "\(c.op.cName): wanted \"\(text)\", got \(m ?? "no error")")
    }
  }

  @Test func namesAreUnique() {
    var seen = Set<String>()
    for op in Registry.all { #expect(seen.insert(op.cName).inserted, "\(op.cName) is registered twice") }
  }
}
