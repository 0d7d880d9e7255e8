import EmberwingCore
import Foundation
import Testing

/// Reads a file of Tests/Golden.
func golden<T: Decodable>(_ name: String, as type: T.Type) throws -> T {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent("Golden/\(name)")))
}

func dtype(named name: String) throws -> DType {
  try #require(DType.allCases.first { $0.name == name })
}

func hexBytes(_ s: String) -> [UInt8] {
  let digits = s.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// The checksum of make_random.py.
func checksum(_ bytes: UnsafeRawBufferPointer) -> String {
  var sum: UInt64 = 0
  var word: UInt64 = 0
  var index: UInt64 = 0
  for (i, b) in bytes.enumerated() {
    word |= UInt64(b) << UInt64(8 * (i % 8))
    if i % 8 == 7 || i == bytes.count - 1 {
      sum &+= (word &+ 1) &* ((2 &* index &+ 1) &* 2_654_435_761)
      word = 0
      index += 1
    }
  }
  let s = String(sum, radix: 16)
  return String(repeating: "0", count: 16 - s.count) + s
}

struct RandomGolden: Decodable {
  struct Case: Decodable, CustomStringConvertible {
    var op: String, dtype: String, args: [Double?], n: Int, seed: UInt64
    var head: String, tail: String, sum: String, state: String
    var description: String { "\(op) \(dtype) \(args) n=\(n)" }
  }
  var torch: String, state: String, after: String, cases: [Case]
}

@Suite struct GeneratorTests {
  static let data = Result { try golden("random.json", as: RandomGolden.self) }

  func fill(_ c: RandomGolden.Case, _ type: DType, _ out: UnsafeMutableRawPointer, _ g: Generator) throws {
    let a = c.args.map { $0 ?? 0 }
    switch c.op {
    case "uniform": try g.fillUniform(type, out, c.n, from: a[0], to: a[1])
    case "normal": try g.fillNormal(type, out, c.n, mean: a[0], std: a[1])
    case "normal_pairs": try g.fillNormal(type, out, c.n, mean: a[0], std: a[1], elementwise: c.n > 1)
    case "exponential": try g.fillExponential(type, out, c.n, lambda: a[0])
    case "cauchy": try g.fillCauchy(type, out, c.n, median: a[0], sigma: a[1])
    case "log_normal": try g.fillLogNormal(type, out, c.n, mean: a[0], std: a[1])
    case "geometric": try g.fillGeometric(type, out, c.n, p: a[0])
    case "random": try g.fillRandom(type, out, c.n)
    case "bernoulli": try g.fillBernoulli(type, out, c.n, p: a[0])
    case "randint":
      try g.fillRandInt(type, out, c.n, low: Int64(a[0]), high: c.args[1].map { Int64($0) })
    case "randperm": try g.randperm(c.n, out.assumingMemoryBound(to: Int64.self))
    case "bernoulli_p":
      if type == .float64 {
        try g.fillBernoulli(type, out, c.n, p: (0..<c.n).map { Double($0 % 11) / 10 })
      } else {
        try g.fillBernoulli(type, out, c.n, p: (0..<c.n).map { Float($0 % 11) / 10 })
      }
    default: Issue.record("unknown op \(c.op)")
    }
  }

  @Test(arguments: [1, 2]) func matchesPyTorch(threads: Int) throws {
    try ThreadPool.setThreadCount(threads)
    let data = try GeneratorTests.data.get()
    #expect(data.cases.count > 300)
    for c in data.cases {
      let type = try dtype(named: c.dtype)
      let bytes = c.n * type.size
      let out = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      defer { out.deallocate() }
      let g = Generator(seed: c.seed)
      try fill(c, type, out, g)
      g.getState().withUnsafeBytes { #expect(checksum($0) == c.state, "state after \(c)") }
      // Blocks of single precision use our own logarithm, sine and cosine; all else is equal to the bit.
      let isClose = c.op == "normal" && c.n >= 16 && type.computeType == .float32
      let span = Swift.min(c.n, 16) * type.size
      let head = UnsafeRawBufferPointer(start: out, count: span)
      let tail = UnsafeRawBufferPointer(start: out + bytes - span, count: span)
      if isClose {
        let std = Float(c.args[1] ?? 1)
        for (mine, theirs) in [(Array(head), hexBytes(c.head)), (Array(tail), hexBytes(c.tail))] {
          for i in 0..<16 {
            let x = value(mine, i, type)
            let y = value(theirs, i, type)
            let ulp = type == .float32 ? Float(0x1p-23) : type == .float16 ? 0x1p-10 : 0x1p-7
            #expect(abs(x - y) <= Swift.max(abs(y) * ulp, 2.5e-7 * std), "\(c) [\(i)]: \(x) instead of \(y)")
          }
        }
      } else {
        #expect(Array(head) == hexBytes(c.head), "\(c)")
        #expect(Array(tail) == hexBytes(c.tail), "\(c)")
        #expect(checksum(UnsafeRawBufferPointer(start: out, count: bytes)) == c.sum, "\(c)")
      }
    }
  }

  func value(_ bytes: [UInt8], _ i: Int, _ type: DType) -> Float {
    bytes.withUnsafeBytes { raw in
      switch type {
      case .float16: Float(raw.loadUnaligned(fromByteOffset: 2 * i, as: Float16.self))
      case .bfloat16: Float(bitPattern: UInt32(raw.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self)) << 16)
      default: raw.loadUnaligned(fromByteOffset: 4 * i, as: Float.self)
      }
    }
  }

  @Test func takesPyTorchState() throws {
    let data = try GeneratorTests.data.get()
    let state = hexBytes(data.state)
    let g = Generator(seed: 1)
    try g.setState(state)
    #expect(g.getState() == state)
    #expect(g.initialSeed == 1 << 40 + 5)
    var after = [Double](repeating: 0, count: 9)
    let copy = g.clone()
    for source in [g, copy] {
      try after.withUnsafeMutableBytes { try source.fillNormal(.float64, $0.baseAddress!, 9) }
      #expect(after.withUnsafeBytes { Array($0) } == hexBytes(data.after))
    }
  }

  @Test func refusesBadStates() throws {
    let g = Generator()
    #expect(throws: EmberwingError.self) { try g.setState([]) }
    #expect(throws: EmberwingError.self) { try g.setState([UInt8](repeating: 0, count: 5056)) }
    var forged = g.getState()
    forged[8] = 0x70
    forged[9] = 2
    forged[16] = 0x70
    forged[17] = 2
    #expect(throws: EmberwingError.self) { try g.setState(forged) }
    forged[20] = 0xff
    #expect(throws: EmberwingError.self) { try g.setState(forged) }
  }

  @Test func seeds() {
    let g = Generator()
    #expect(g.initialSeed == 67_280_421_310_721)
    let first = g.random64()
    let s = g.seed()
    #expect(g.initialSeed == s)
    g.manualSeed(Generator.defaultSeed)
    let high = UInt64(g.random32())
    #expect(high << 32 | UInt64(g.random32()) == first)
    g.manualSeed(.max)
    #expect(g.initialSeed == .max)
    #expect(Generator.default.initialSeed < 1 << 53)
  }

  @Test func oneDrawAtATimeIsTheSameStream() throws {
    let a = Generator(seed: 5)
    let b = Generator(seed: 5)
    for n in [1, 3, 622, 623, 624, 625, 5000] {
      var words = [Float](repeating: 0, count: n)
      try words.withUnsafeMutableBytes { try a.fillUniform(.float32, $0.baseAddress!, n) }
      for w in words { #expect(w == Float(b.random32() & 0xff_ffff) * 0x1p-24) }
      #expect(a.getState() == b.getState())
    }
  }

  @Test func badArgumentsThrow() throws {
    let g = Generator(seed: 5)
    let before = g.getState()
    let out = UnsafeMutableRawPointer.allocate(byteCount: 1024, alignment: 64)
    defer { out.deallocate() }
    let nan = Double.nan
    let calls: [() throws -> Void] = [
      { try g.fillUniform(.float32, out, 4, from: 1, to: 0) },
      { try g.fillUniform(.float32, out, 4, from: nan, to: 0) },
      { try g.fillUniform(.float16, out, 4, from: 0, to: 1e6) }, { try g.fillUniform(.int32, out, 4) },
      { try g.fillUniform(.float32, out, 4, from: -3e38, to: 3e38) }, { try g.fillNormal(.float32, out, 4, std: -1) },
      { try g.fillNormal(.int64, out, 4) }, { try g.fillNormal(.float32, out, 4, std: nan) },
      { try g.fillExponential(.float32, out, 4, lambda: 0) }, { try g.fillExponential(.int32, out, 4) },
      { try g.fillGeometric(.float32, out, 4, p: 1) }, { try g.fillCauchy(.float32, out, 4, sigma: 0) },
      { try g.fillLogNormal(.float32, out, 4, std: 0) }, { try g.fillBernoulli(.float32, out, 4, p: 1.5) },
      { try g.fillBernoulli(.float32, out, 4, p: nan) }, { try g.fillBernoulli(.float32, out, 2, p: [0.5, nan]) },
      { try g.fillRandInt(.int64, out, 4, low: 3, high: 3) }, { try g.fillRandInt(.uint8, out, 4, low: 0, high: 257) },
      { try g.fillRandInt(.int32, out, 4, low: .min, high: nil) },
      { try g.fillRandInt(.uint64, out, 4, low: -1, high: 5) },
      { try g.fillRandInt(.complex64, out, 4, low: 0, high: 5) }, { try g.fillRandom(.uint32, out, 4) },
      { try g.randperm(-1, out.assumingMemoryBound(to: Int64.self)) },
    ]
    for (i, call) in calls.enumerated() { #expect(throws: EmberwingError.self, "call \(i)") { try call() } }
    // A refused call draws nothing, and an empty one neither.
    try g.fillNormal(.float32, out, 0)
    try g.fillUniform(.float16, out, 0)
    try g.randperm(0, out.assumingMemoryBound(to: Int64.self))
    try g.fillRandInt(.int64, out, 3, low: .min, high: .max)
    #expect(g.getState() != before)
  }
}
