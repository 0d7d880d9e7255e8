import EmberwingCore
import Testing

@Suite struct ValueTests {
  struct Promotions: Decodable { var torch: String, pairs: [[String]] }

  @Test func promotesAsPyTorch() throws {
    let table = try golden("promote.json", as: Promotions.self)
    #expect(table.pairs.count == DType.allCases.count * DType.allCases.count)
    for p in table.pairs where !p[2].isEmpty {
      let result = DType.promote(try dtype(named: p[0]), try dtype(named: p[1]))
      #expect(result.name == p[2], "\(p[0]) with \(p[1])")
    }
  }

  @Test func shapesSpillBeyondEightDimensions() {
    var s = Shape()
    for i in 0..<20 {
      #expect(s.count == i && s.array == Array(0..<i))
      s.append(i)
    }
    #expect(s.remove(at: 3) == 3 && s.count == 19)
    s.insert(3, at: 3)
    #expect(s == Shape(Array(0..<20)) && s.hashValue == Shape(0..<20).hashValue)
    #expect(s.slice(0..<4) == [0, 1, 2, 3] && s.slice(5..<20).count == 15)
    while s.count > 6 { s.remove(at: s.count - 1) }
    #expect(s == [0, 1, 2, 3, 4, 5] && s.description == "[0, 1, 2, 3, 4, 5]")
    var inserted = Shape(1...8)
    inserted.insert(9, at: 0)
    #expect(inserted.array == [9, 1, 2, 3, 4, 5, 6, 7, 8])
    var copy = inserted
    copy[8] = 100
    #expect(inserted[8] == 8 && copy[8] == 100 && copy != inserted)
    #expect((Shape([1, 2]) + Shape(repeating: 3, count: 9)).count == 11)
  }

  @Test func shapesCheckTheirSizes() throws {
    #expect(try Shape([2, 3, 4]).checkedElementCount(elementSize: 8) == 24)
    #expect(try Shape([Int.max, 0, Int.max]).checkedElementCount(elementSize: 8) == 0)
    #expect(throws: EmberwingError.self) { try Shape([2, -1]).checkedElementCount() }
    #expect(throws: EmberwingError.self) { try Shape([0, -1]).checkedElementCount() }
    #expect(throws: EmberwingError.self) { try Shape([1 << 32, 1 << 32]).checkedElementCount() }
    #expect(throws: EmberwingError.self) { try Shape([1 << 61]).checkedElementCount(elementSize: 8) }
    #expect(Shape([2, 3, 4]).contiguousStrides == [12, 4, 1] && Shape([2, 0, 4]).contiguousStrides == [4, 4, 1])
    #expect(Shape().contiguousStrides.isEmpty && Shape().product == 1)
  }

  @Test func scalarsSaturate() {
    #expect(Scalar.float(.nan).int64 == 0 && Scalar.float(.infinity).int64 == .max)
    #expect(Scalar.float(-.infinity).int64 == .min && Scalar.float(0x1p63).int64 == .max)
    #expect(Scalar.float(-0x1p63).int64 == .min && Scalar.float(-1.9).int64 == -1)
    #expect(Scalar.complex(2.5, 1).int64 == 2 && Scalar.complex(2, 1).imaginary == 1 && !Scalar.complex(1, 1).isOne)
    #expect(Scalar.bool(true).double == 1 && Scalar.bool(true).isOne && Scalar.int(0).isZero)
    #expect(Scalar.int(3).category == .int64 && Scalar.complex(0, 0).category == .complex128)
  }
}
