import EmberwingCore
import EmberwingData
import EmberwingTensor
import Foundation
import Testing

struct OrderGolden: Decodable {
  struct Orders: Decodable { var epochs: [[[Int]]], split: [[Int]], replacement: [Int], more: [Int] }
  var orders: Orders

  static func load() throws -> Orders {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Golden/io.json"))
    return try JSONDecoder().decode(OrderGolden.self, from: data).orders
  }
}

func counting(_ shape: Shape) throws -> Tensor {
  let t = try Tensor.empty(shape, .int64)
  for i in 0..<t.count { t.data.storeBytes(of: Int64(i), toByteOffset: 8 * i, as: Int64.self) }
  return t
}

func integers(_ t: Tensor) -> [Int] { (0..<t.count).map { Int(t.data.load(fromByteOffset: 8 * $0, as: Int64.self)) } }

@Suite(.serialized) struct LoaderTests {
  @Test func followsTorchsOrder() throws {
    let golden = try OrderGolden.load()
    let data = try TensorDataset([try counting([10])])
    for workers in [0, 1, 3] {
      Generator.default.manualSeed(7)
      var options = DataLoader.Options()
      options.batchSize = 3
      options.shuffle = true
      options.workers = workers
      let loader = try DataLoader(data, options)
      #expect(loader.count == 4)
      for epoch in golden.epochs {
        var got: [[Int]] = []
        try loader.reset()
        while let batch = try loader.next() { got.append(integers(batch[0])) }
        #expect(got == epoch)
      }
    }
    let split = try randomSplit(data, fractions: [0.5, 0.25, 0.25], generator: Generator(seed: 3))
    #expect(split.map { $0.indices } == golden.split)
    let replaced = try RandomSampler(count: 10, replacement: true, numSamples: 40, generator: Generator(seed: 5))
    #expect(try replaced.indices() == golden.replacement)
    #expect(try RandomSampler(count: 10, numSamples: 23, generator: Generator(seed: 5)).indices() == golden.more)
  }

  @Test func gathersViews() throws {
    let base = try counting([4, 3])
    let turned = try Tensor.window(base.storage, shape: [3, 4], strides: [1, 3], offset: 0, dtype: .int64)
    let data = try TensorDataset([turned, try counting([3])])
    let batch = try data.batch([2, 0, 2])
    #expect(integers(batch[0]) == [2, 5, 8, 11, 0, 3, 6, 9, 2, 5, 8, 11])
    #expect(batch[0].shape == [3, 4] && integers(batch[1]) == [2, 0, 2])
    #expect(try data.item(-1)[0].shape == [4])
    #expect(throws: EmberwingError.self) { try data.item(3) }
    let both = try ConcatDataset([data, Subset(data, [1])])
    let third = try both.item(3)[1]
    #expect(both.count == 4 && integers(third) == [1])
    #expect(throws: EmberwingError.self) { try TensorDataset([base, turned]) }
  }

  @Test func deliversErrorsInPlace() throws {
    let data = try ClosureDataset(count: 100) { i in
      if i == 50 { throw EmberwingError.value("item 50") }
      return [try Tensor.zeros([2], .float32)]
    }
    for workers in [0, 4] {
      var options = DataLoader.Options()
      options.batchSize = 10
      options.workers = workers
      let loader = try DataLoader(data, options)
      for b in 0..<10 {
        if b == 5 {
          #expect(throws: EmberwingError.value("item 50")) { try loader.next() }
        } else {
          #expect(try loader.next()?[0].shape == [10, 2])
        }
      }
      #expect(try loader.next().map { $0.count } == nil)
      #expect(try loader.next().map { $0.count } == nil)
    }
  }

  @Test func stopsInTheMiddle() throws {
    let data = try ClosureDataset(count: 10_000) { _ in [try Tensor.zeros([16], .float32)] }
    for _ in 0..<20 {
      var options = DataLoader.Options()
      options.batchSize = 4
      options.workers = 3
      let loader = try DataLoader(data, options)
      for _ in 0..<3 { _ = try loader.next() }
    }
  }

  @Test func refusesBadOptions() throws {
    let data = try TensorDataset([try counting([2])])
    var options = DataLoader.Options()
    options.batchSize = 0
    #expect(throws: EmberwingError.self) { try DataLoader(data, options) }
    options.batchSize = nil
    options.dropLast = true
    #expect(throws: EmberwingError.self) { try DataLoader(data, options) }
    #expect(throws: EmberwingError.self) { try RandomSampler(count: 0) }
    #expect(throws: EmberwingError.self) { try randomSplit(data, [1]) }
    #expect(throws: EmberwingError.self) {
      try collate([[try counting([2])], [try counting([3])]])
    }
  }
}
