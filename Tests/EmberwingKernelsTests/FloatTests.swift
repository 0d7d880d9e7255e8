import EmberwingCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

private func sigma(_ x: Double) -> Double { x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)) }
private func phi(_ x: Double) -> Double { 0.5 * erfc(-x / 2.squareRoot()) }
private func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }
private func softplus(_ x: Double) -> Double { x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)) }
private func tanhSoftplus(_ x: Double) -> Double { x > 30 ? 1 : tanh(softplus(x)) }
private let k = (2 / Double.pi).squareRoot()
private func inner(_ x: Double) -> Double { 2 * k * (x + 0.044715 * x * x * x) }

/// An operation, its limit in ULP, the range it is judged in, and its value in double.
struct Reference: Sendable, CustomTestStringConvertible {
  var op: UnaryOp
  var limit: Double
  var p: [Double] = [0]
  var domain: ClosedRange<Double> = -Double.infinity...Double.infinity
  var f: @Sendable (Double) -> Double
  var testDescription: String { "\(op)" }
}

let references: [Reference] = [
  Reference(op: .exp, limit: 1.5) { exp($0) },
  Reference(op: .exp2, limit: 1.7) { exp2($0) },
  Reference(op: .expm1, limit: 2) { expm1($0) },
  Reference(op: .log, limit: 1.5) { log($0) },
  Reference(op: .log2, limit: 2) { log2($0) },
  Reference(op: .log10, limit: 2) { log10($0) },
  Reference(op: .log1p, limit: 2) { log1p($0) },
  Reference(op: .sqrt, limit: 0.51) { $0.squareRoot() },
  Reference(op: .rsqrt, limit: 1.5) { 1 / $0.squareRoot() },
  Reference(op: .reciprocal, limit: 0.51) { 1 / $0 },
  Reference(op: .sin, limit: 2) { sin($0) },
  Reference(op: .cos, limit: 2) { cos($0) },
  Reference(op: .tan, limit: 0.51) { tan($0) },
  Reference(op: .tanh, limit: 1.7) { tanh($0) },
  Reference(op: .sigmoid, limit: 2.5) { sigma($0) },
  Reference(op: .erf, limit: 1.5) { erf($0) },
  Reference(op: .erfc, limit: 5) { erfc($0) },
  Reference(op: .gelu, limit: 7) { $0 * phi($0) },
  Reference(op: .geluTanh, limit: 5, domain: -2...1e30) { $0 * sigma(inner($0)) },
  Reference(op: .silu, limit: 3, domain: -87...1e38) { $0 * sigma($0) },
  Reference(op: .mish, limit: 5, domain: -80...1e38) { $0 * tanhSoftplus($0) },
  Reference(op: .softplus, limit: 3, p: [1, 20]) { $0 > 20 ? $0 : softplus($0) },
  Reference(op: .logSigmoid, limit: 3) { Swift.min($0, 0) - log1p(exp(-abs($0))) },
  Reference(op: .elu, limit: 3, p: [1, 1, 1]) { $0 > 0 ? $0 : expm1($0) },
  Reference(op: .powScalar, limit: 0.6, p: [2.5]) { pow($0, 2.5) },
  Reference(op: .powScalar, limit: 0.6, p: [-3]) { pow($0, -3) },
  Reference(op: .lgamma, limit: 0.51) {
    var sign: Int32 = 0
    return lgamma_r($0, &sign)
  },
]

@Suite struct FloatTests {
  @Test(arguments: Build.all, references) func units(build: Build, r: Reference) throws {
    let f = try #require(build.unary(r.op, .float32))
    let x = sweep()
    let y: [Float] = apply(f, x, 0, r.p)
    var worst = 0.0
    var at: Float = 0
    for (x, y) in zip(x, y) where r.domain.contains(Double(x)) || x.isNaN {
      let u = ulps(y, r.f(Double(x)))
      if u > worst {
        worst = u
        at = x
      }
    }
    #expect(worst <= r.limit, "\(build.name) \(r.op): \(worst) ULP at \(at)")
  }

  @Test(arguments: Build.all) func power(build: Build) throws {
    let f = try #require(build.binary(.pow, .float32))
    let bases: [Float] = [
      0, -0.0, 1, -1, 2, -2, 0.5, 1.0001, 0.9999, 3, 10, Float(sign: .plus, exponent: -133, significand: 1), 1e38, -8,
      .infinity, -.infinity, .nan, 7.5, 1e-10,
    ]
    let exponents: [Float] = [
      0, -0.0, 1, -1, 2, 3, -3, 0.5, -0.5, 1e-5, 100, 127.5, -149, 0.3333333, 4_194_303, 4_194_305, 1e10, -1e10,
      .infinity, -.infinity, .nan, 33.3,
    ]
    var a: [Float] = []
    var b: [Float] = []
    for x in bases {
      for y in exponents {
        a.append(x)
        b.append(y)
      }
    }
    for i in 0..<4000 {
      a.append(Float(i % 97) * 0.37 + 0.01)
      b.append(Float(i % 89) * 0.61 - 27)
    }
    let y: [Float] = apply(f, a, b, 0)
    for i in a.indices {
      let u = ulps(y[i], pow(Double(a[i]), Double(b[i])))
      #expect(u <= 0.6, "pow(\(a[i]), \(b[i])) = \(y[i])")
    }
  }

  /// The derivatives against their formulas in double.
  @Test(arguments: Build.all) func derivatives(build: Build) throws {
    let cases: [(BinaryOp, [Double], (Double) -> Double)] = [
      (.geluBackward, [0], { phi($0) + $0 * density($0) }),
      (.siluBackward, [0], { sigma($0) * (1 + $0 * (1 - sigma($0))) }),
      (
        .geluTanhBackward, [0],
        {
          let s = sigma(inner($0))
          return s + $0 * s * (1 - s) * 2 * k * (1 + 3 * 0.044715 * $0 * $0)
        }
      ),
      (.mishBackward, [0], { tanhSoftplus($0) + $0 * sigma($0) * (1 - pow(tanhSoftplus($0), 2)) }),
      (.softplusBackward, [2, 20], { 2 * $0 > 20 ? 1 : sigma(2 * $0) }),
      (.hardswishBackward, [0], { $0 <= -3 ? 0 : $0 < 3 ? $0 / 3 + 0.5 : 1 }),
      (.hardsigmoidBackward, [0], { $0 > -3 && $0 < 3 ? 1 / 6.0 : 0 }),
      (.eluBackward, [1.5, 2, 0.5, 0], { $0 > 0 ? 2 : 0.5 * 3 * exp(0.5 * $0) }),
      (.eluBackward, [1.5, 2, 0.5, 1], { $0 > 0 ? 2 : 0.5 * ($0 + 3) }),
      (.tanhBackward, [0], { 1 - $0 * $0 }),
      (.sigmoidBackward, [0], { (1 - $0) * $0 }),
      (.thresholdBackward, [0.25], { $0 > 0.25 ? 1 : 0 }),
      (.leakyReluBackward, [0.1], { $0 > 0 ? 1 : 0.1 }),
    ]
    let x = (-600...600).map { Float($0) / 60 }
    let g = [Float](repeating: 1.25, count: x.count)
    for (op, p, f) in cases {
      let single: [Float] = apply(try #require(build.binary(op, .float32)), g, x, 0, p)
      let double: [Double] = apply(
        try #require(build.binary(op, .float64)), g.map(Double.init), x.map(Double.init), 0, p)
      for i in x.indices {
        let want = 1.25 * f(Double(x[i]))
        #expect(abs(Double(single[i]) - want) <= 1e-6 * max(1, abs(want)), "\(op) at \(x[i])")
        #expect(abs(double[i] - want) <= 1e-14 * max(1, abs(want)), "\(op) at \(x[i])")
      }
    }
  }

  /// Tails and in-place work give the bits of the body, for every size.
  @Test(arguments: Build.all) func tails(build: Build) throws {
    let source = (0..<1000).map { Float($0) * 0.013 - 6 }
    let p = [0.7, 1.3, 0.9, 0]
    for type in [DType.float32, .float64] {
      for op in UnaryOp.allCases {
        guard let f = build.unary(op, type) else { continue }
        try check(source, type) { o, x, n in f(o, x, n, p) }
      }
      for op in BinaryOp.allCases {
        guard let f = build.binary(op, type) else { continue }
        try check(source, type) { o, x, n in f(o, x, x, n, p) }
      }
      for op in TernaryOp.allCases where op != .where {
        guard let f = build.ternary(op, type) else { continue }
        try check(source, type) { o, x, n in f(o, x, x, x, n, p) }
      }
    }
  }

  private func check(
    _ source: [Float], _ type: DType, _ f: (UnsafeMutableRawPointer, UnsafeRawPointer, Int) -> Void
  ) throws {
    let n = source.count
    let x: [UInt64] =
      type == .float64
      ? source.map { Double($0).bitPattern }
      : stride(from: 0, to: n, by: 2).map {
        UInt64(source[$0].bitPattern) | UInt64(source[$0 + 1].bitPattern) << 32
      }
    func run(_ first: Int, _ count: Int, inPlace: Bool) -> [UInt8] {
      var out = inPlace ? x : [UInt64](repeating: 0, count: x.count)
      out.withUnsafeMutableBytes { o in
        x.withUnsafeBytes { x in
          guard let o = o.baseAddress, let x = x.baseAddress else { return }
          let offset = first * type.size
          f(o + offset, inPlace ? UnsafeRawPointer(o) + offset : x + offset, count)
        }
      }
      return out.withUnsafeBytes { Array($0[(first * type.size)..<((first + count) * type.size)]) }
    }
    let whole = run(0, n, inPlace: false)
    #expect(run(0, n, inPlace: true) == whole)
    for count in [0, 1, 7, 8, 15, 16, 17, 31, 33] {
      for first in [0, 3, 500] {
        #expect(
          run(first, count, inPlace: false) == Array(whole[(first * type.size)..<((first + count) * type.size)]))
      }
    }
  }
}
