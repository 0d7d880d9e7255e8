import EmberwingCore
import Testing

@Suite struct ExactTests {
  @Test(arguments: Build.all) func integerEdges(build: Build) throws {
    func run<T: FixedWidthInteger & BitwiseCopyable>(_ op: BinaryOp, _ t: DType, _ a: [T], _ b: [T]) throws -> [T] {
      apply(try #require(build.binary(op, t)), a, b, 0)
    }
    #expect(try run(.add, .int8, [127, -128], [1, -1]) as [Int8] == [-128, 127])
    #expect(try run(.mul, .int64, [Int64.max], [2]) == [-2])
    #expect(
      try run(.floorDiv, .int64, [7, -7, 7, -7, Int64.min, 5], [2, 2, -2, -2, -1, 0]) == [3, -4, -4, 3, .min, 0])
    #expect(try run(.truncDiv, .int32, [7, -7, Int32.min], [2, 2, -1]) == [3, -3, .min])
    #expect(try run(.remainder, .int16, [7, -7, 7, -7, Int16.min], [3, 3, -3, -3, -1]) == [1, 2, -2, -1, 0])
    #expect(try run(.fmod, .int64, [7, -7, 7, Int64.min], [3, 3, -3, -1]) == [1, -1, 1, 0])
    let wrapped = Int64(truncatingIfNeeded: 12_157_665_459_056_928_801 as UInt64)
    #expect(try run(.pow, .int64, [2, 2, -1, 1, 3, 0], [-1, 3, -3, -2, 40, 0]) == [0, 8, -1, 1, wrapped, 1])
    #expect(try run(.shiftLeft, .int64, [5, -5, 5, 1], [64, 70, -1, 3]) == [0, 0, 0, 8])
    #expect(try run(.shiftRight, .int64, [5, -5, 5, -5, -8], [64, 70, -1, -2, 1]) == [0, -1, 0, -1, -4])
    #expect(try run(.maximum, .uint64, [UInt64.max, 1], [1, 2]) == [.max, 2])
    #expect(try run(.floorDiv, .uint8, [255, 7], [2, 3] as [UInt8]) == [127, 2])
    #expect(apply(try #require(build.unary(.abs, .int8)), [Int8.min, -1], Int8(0)) == [.min, 1])
    #expect(
      apply(try #require(build.unary(.clamp, .uint8)), [0, 100, 255] as [UInt8], UInt8(0), [-5, 200.5]) == [
        0, 100, 200,
      ])
    #expect(apply(try #require(build.unary(.powScalar, .int32)), [3, -2] as [Int32], Int32(0), [5]) == [243, -32])
    #expect(apply(try #require(build.unary(.bitwiseNot, .bool)), [0, 1, 1] as [UInt8], UInt8(9)) == [1, 0, 0])
    #expect(build.unary(.exp, .int64) == nil)
    #expect(build.binary(.sub, .bool) == nil)
    #expect(try run(.add, .bool, [1, 1, 0], [1, 0, 0] as [UInt8]) == [1, 1, 0])
  }

  @Test(arguments: Build.all) func comparisons(build: Build) throws {
    let a: [Float] = [1, 2, .nan, -0.0, .infinity] + (0..<40).map { Float($0) }
    let b: [Float] = [2, 2, .nan, 0, .infinity] + (0..<40).map { _ in Float(20) }
    let flags: [(CompareOp, (Float, Float) -> Bool)] = [
      (.eq, { $0 == $1 }), (.ne, { $0 != $1 }), (.lt, { $0 < $1 }), (.le, { $0 <= $1 }), (.gt, { $0 > $1 }),
      (.ge, { $0 >= $1 }), (.logicalAnd, { $0 != 0 && $1 != 0 }), (.logicalXor, { ($0 != 0) != ($1 != 0) }),
    ]
    for (op, f) in flags {
      let y = apply(try #require(build.compare(op, .float32)), a, b, UInt8(7))
      #expect(y == zip(a, b).map { f($0, $1) ? 1 : 0 }, "\(op)")
    }
    let x: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, Double.leastNonzeroMagnitude]
    #expect(apply(try #require(build.predicate(.isNaN, .float64)), x, UInt8(7)) == [1, 0, 0, 0, 0, 0])
    #expect(apply(try #require(build.predicate(.isFinite, .float64)), x, UInt8(7)) == [0, 0, 0, 1, 1, 1])
    #expect(apply(try #require(build.predicate(.isNegInf, .float64)), x, UInt8(7)) == [0, 0, 1, 0, 0, 0])
    #expect(apply(try #require(build.predicate(.logicalNot, .float64)), x, UInt8(7)) == [0, 0, 0, 1, 1, 0])
    let mask = (0..<41).map { UInt8($0 % 3 == 0 ? 1 : 0) }
    let p = (0..<41).map { Int32($0) }
    let q = (0..<41).map { Int32(-$0) }
    #expect(
      apply(try #require(build.ternary(.where, .int32)), mask, p, q) == (0..<41).map { Int32($0 % 3 == 0 ? $0 : -$0) })
  }

  @Test(arguments: Build.all) func nanRules(build: Build) throws {
    let a: [Float] = [.nan, 1, 2, .nan]
    let b: [Float] = [1, .nan, 3, .nan]
    let top = apply(try #require(build.binary(.maximum, .float32)), a, b, Float(0))
    #expect(top[0].isNaN && top[1].isNaN && top[2] == 3 && top[3].isNaN)
    let loose = apply(try #require(build.binary(.fmax, .float32)), a, b, Float(0))
    #expect(loose[0] == 1 && loose[1] == 1 && loose[2] == 3 && loose[3].isNaN)
    #expect(apply(try #require(build.unary(.relu, .float32)), a, Float(0))[0].isNaN)
    #expect(apply(try #require(build.unary(.clamp, .float32)), a, Float(0), [0, 1])[0].isNaN)
    let u: [Float] = [-0.0, 1, -1, .infinity, 7, -7, 5]
    let v: [Float] = [2, .infinity, .infinity, 3, 3, 3, 0]
    let rest = apply(try #require(build.binary(.remainder, .float32)), u, v, Float(0))
    #expect(rest[0] == 0 && rest[1] == 1 && rest[2] == .infinity && rest[3].isNaN && rest[4] == 1 && rest[5] == 2)
    let floor = apply(try #require(build.binary(.floorDiv, .float32)), u, v, Float(0))
    #expect(
      floor[1] == 0 && floor[2] == -1 && floor[3].isNaN && floor[4] == 2 && floor[5] == -3 && floor[6] == .infinity)
    #expect(
      apply(try #require(build.unary(.round, .float32)), [0.5, 1.5, 2.5, -0.5] as [Float], Float(9)) == [0, 2, 2, 0])
  }

  @Test(arguments: Build.all) func narrowFloats(build: Build) {
    let down = build.convert(.float32, .float16)
    let up = build.convert(.float16, .float32)
    let every = (0...UInt32(UInt16.max)).map { UInt16($0) }
    let wide = apply(up, every, Float(0))
    for (h, f) in zip(every, wide) where !f.isNaN { #expect(f == Float(Float16(bitPattern: h))) }
    #expect(
      zip(every, apply(down, wide, UInt16(0))).allSatisfy { $0 == $1 || $0 & 0x7fff > 0x7c00 && $1 & 0x7e00 == 0x7e00 })
    var x: [Float] = [
      65504, 65519.99, 65520, 1e10, .infinity, -.infinity, 5.9604645e-08, 2.9802322e-08, 2.9802326e-08, 6.1e-05,
    ]
    for i in 0..<20000 { x.append(Float(bitPattern: UInt32(i) &* 2_654_435_761)) }
    for (x, h) in zip(x, apply(down, x, UInt16(0))) where !x.isNaN { #expect(h == Float16(x).bitPattern, "\(x)") }
    let brain = apply(
      build.convert(.float32, .bfloat16), [1, 1.00390625, 1.01171875, .nan, .infinity, 3.4e38] as [Float], UInt16(0))
    #expect(brain == [0x3f80, 0x3f80, 0x3f82, 0x7fc0, 0x7f80, 0x7f80])
  }

  @Test(arguments: Build.all) func conversions(build: Build) {
    let x: [Float] = [-1, 300, 3e9, .nan, -3e9, 2.9, -2.9]
    #expect(apply(build.convert(.float32, .uint8), x, UInt8(0)) == [255, 44, 0, 0, 0, 2, 254])
    #expect(apply(build.convert(.float32, .int32), x, Int32(0)) == [-1, 300, .min, .min, .min, 2, -2])
    #expect(
      apply(build.convert(.float32, .int64), x, Int64(0)) == [-1, 300, 3_000_000_000, .min, -3_000_000_000, 2, -2])
    #expect(apply(build.convert(.float32, .int16), [70000, -1] as [Float], Int16(0)) == [4464, -1])
    #expect(
      apply(build.convert(.float32, .uint64), [-1, 1e19] as [Float], UInt64(0)) == [.max, 9_999_999_980_506_447_872])
    #expect(apply(build.convert(.float32, .bool), [0, -0.0, .nan, 0.1] as [Float], UInt8(7)) == [0, 0, 1, 1])
    #expect(apply(build.convert(.uint64, .float64), [UInt64.max], 0.0) == [18_446_744_073_709_551_616])
    #expect(apply(build.convert(.int64, .uint8), [-1, 256, 257] as [Int64], UInt8(7)) == [255, 0, 1])
    #expect(apply(build.convert(.bool, .float32), [0, 1, 5] as [UInt8], Float(7)) == [0, 1, 1])
    #expect(apply(build.convert(.complex64, .float32), [SIMD2<Float>(3, 4)], Float(0)) == [3])
    #expect(apply(build.convert(.complex64, .bool), [SIMD2<Float>(0, 4), SIMD2(0, 0)], UInt8(7)) == [1, 0])
    #expect(apply(build.convert(.int8, .complex128), [-3] as [Int8], SIMD2<Double>(9, 9)) == [SIMD2(-3, 0)])
    // Small whole numbers survive every pair, in any count.
    let numbers = (0..<1000).map { UInt8($0 % 2) }
    for from in DType.allCases {
      for to in DType.allCases {
        var a = [UInt8](repeating: 0, count: 1000 * from.size)
        var b = [UInt8](repeating: 0, count: 1000 * to.size)
        var back = [UInt8](repeating: 0, count: 1000)
        build.convert(.uint8, from)(&a, numbers, 1000, [0])
        build.convert(from, to)(&b, a, 1000, [0])
        build.convert(to, .uint8)(&back, b, 1000, [0])
        #expect(back == numbers, "\(from.name) to \(to.name)")
      }
    }
  }

  @Test(arguments: Build.all) func complexNumbers(build: Build) throws {
    let a = [SIMD2<Double>(1, 2), SIMD2(1e300, 1e300)]
    let b = [SIMD2<Double>(3, -4), SIMD2(1e300, 1e300)]
    #expect(apply(try #require(build.binary(.mul, .complex128)), a, b, SIMD2<Double>())[0] == SIMD2(11, 2))
    let quotient = apply(try #require(build.binary(.div, .complex128)), a, b, SIMD2<Double>())
    #expect(abs(quotient[0].x + 0.2) < 1e-15 && abs(quotient[0].y - 0.4) < 1e-15)
    #expect(abs(quotient[1].x - 1) < 1e-14 && quotient[1].y == 0)
    #expect(apply(try #require(build.compare(.eq, .complex128)), a, b, UInt8(7)) == [0, 1])
  }

  @Test(arguments: Build.all) func movement(build: Build) {
    for size in [1, 2, 4, 8, 16] {
      for (rows, columns) in [(1, 1), (8, 8), (7, 9), (70, 65), (16, 130)] {
        let x = (0..<(rows * columns * size)).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 251) }
        var y = [UInt8](repeating: 0, count: x.count)
        build.transpose(&y, x, rows, columns, 1, rows, size)
        var same = true
        for r in 0..<rows {
          for c in 0..<columns {
            for k in 0..<size { same = same && y[(r * columns + c) * size + k] == x[(c * rows + r) * size + k] }
          }
        }
        #expect(same, "transpose of \(rows) × \(columns) × \(size)")
      }
      let x = (0..<(30 * size)).map { UInt8(truncatingIfNeeded: $0) }
      var y = [UInt8](repeating: 0, count: 10 * size)
      build.gather(&y, x, 3, size, 10)
      var z = [UInt8](repeating: 0, count: 30 * size)
      build.scatter(&z, 3, y, size, 10)
      for i in 0..<10 {
        #expect(Array(y[(i * size)..<((i + 1) * size)]) == Array(x[(3 * i * size)..<((3 * i + 1) * size)]))
        #expect(Array(z[(3 * i * size)..<((3 * i + 1) * size)]) == Array(y[(i * size)..<((i + 1) * size)]))
      }
    }
  }
}
