import EmberwingCore
import EmberwingIO
import EmberwingTensor
import Foundation
import Testing

struct IOGolden: Decodable {
  var checkpoints: [String], evil: String, npz: [String], safetensors: String

  static let data = Result {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      IOGolden.self, from: Data(contentsOf: folder.appendingPathComponent("Golden/io.json")))
  }
}

func hexBytes(_ s: String) -> [UInt8] {
  let digits = s.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func floats(_ t: Tensor) -> [Float] { (0..<t.count).map { t.data.load(fromByteOffset: 4 * $0, as: Float.self) } }

func temporary(_ name: String) -> String {
  FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)").path
}

@Suite struct FileTests {
  func check(_ v: PickleValue) throws {
    let state = try #require(v["state"])
    #expect(state.kind == .orderedDict)
    let weight = try #require(state["weight"]?.tensorValue)
    let shared = try #require(state["shared"]?.tensorValue)
    #expect(weight.shape == [2, 3] && shared.shape == [3, 2] && shared.strides == [1, 3])
    #expect(floats(weight) == [0, 1, 2, 3, 4, 5])
    #expect(weight.storage === shared.storage)
    #expect(state["bias"]?.kind == .parameter && state["bias"]?.tensorValue?.requiresGrad == true)
    #expect(state.attributes?["_metadata"]?[""]?["version"]?.intValue == 2)
    #expect(v["big"]?.intBytes == [0, 0, 0, 0, 0, 0, 0, 0, 64] && v["big"]?.intValue == nil)
    #expect(v["negative"]?.intBytes == [255, 255, 255, 255, 255, 255, 255, 127, 255])
    #expect(v["float"]?.floatValue == 1.5 && v["text"]?.stringValue == "hé\0😀")
    #expect(v["bytes"]?.bytesValue == [0x61, 0xFF])
    let tuple = try #require(v["tuple"])
    #expect(tuple.kind == .tuple && tuple.count == 4)
    #expect(try tuple.element(1).kind == .none && tuple.element(2).boolValue == true)
    let list = try #require(v["list"])
    #expect(try list.element(0) === list.element(1))
    #expect(v["set"]?.kind == .set && v["dtype"]?.dtypeValue == .float16 && v["device"]?.stringValue == "cpu")
    #expect(v["size"]?.kind == .size && v["size"]?.count == 2)
    let complex = try v["complex"]?.complexValue
    #expect(complex?.0 == 1 && complex?.1 == 2)
    #expect(v["unsigned"]?.tensorValue?.dtype == .uint16 && v["half"]?.tensorValue?.dtype == .bfloat16)
  }

  @Test func readsAndWritesCheckpoints() throws {
    for hex in try IOGolden.data.get().checkpoints {
      let first = try hexBytes(hex).withUnsafeBytes { try Checkpoint.load($0) }
      try check(first)
      let again = try Checkpoint.save(first)
      try again.withUnsafeBytes { try check(try Checkpoint.load($0)) }
      let path = temporary("a.pt")
      defer { unlink(path) }
      try Checkpoint.save(first, path)
      try check(try Checkpoint.load(path))
      try check(try Checkpoint.load(path, mmap: true))
    }
  }

  @Test func refusesUnknownNames() throws {
    let bytes = hexBytes(try IOGolden.data.get().evil)
    let e = #expect(throws: EmberwingError.self) { try bytes.withUnsafeBytes { try Checkpoint.load($0) } }
    #expect(e?.kind == .unpickling)
    #expect(e?.message.contains("Trying to load unsupported GLOBAL posix.system whose module posix is blocked.") == true)
  }

  @Test func readsArchives() throws {
    for hex in try IOGolden.data.get().npz {
      let list = try hexBytes(hex).withUnsafeBytes { try NumPyFile.loadArchive($0) }
      #expect(list.map { $0.0 } == ["x", "f", "scalar", "empty", "bool"])
      #expect(list[1].1.strides == [1, 2] && list[3].1.shape == [0, 3])
      #expect(list[2].1.dim == 0 && floats(list[2].1) == [2.5])
      for i in 0..<40 { #expect(list[0].1.data.load(fromByteOffset: 8 * i, as: Int64.self) == Int64(i)) }
      for name in ["a.npz", "a.safetensors", "a.pt"] {
        let path = temporary(name)
        defer { unlink(path) }
        try StateFile.save(list, path)
        let back = try StateFile.load(path)
        #expect(Set(back.map { $0.0 }) == Set(list.map { $0.0 }))
        for (key, t) in back {
          let original = try #require(list.first { $0.0 == key }).1
          #expect(t.shape == original.shape && t.dtype == original.dtype)
          let (a, b) = (try Ops.contiguous(t), try Ops.contiguous(original))
          #expect(memcmp(a.data, b.data, a.count * a.dtype.size) == 0)
        }
      }
    }
  }

  @Test func readsSafetensors() throws {
    let (tensors, metadata) = try hexBytes(try IOGolden.data.get().safetensors).withUnsafeBytes {
      try Safetensors.load($0)
    }
    #expect(tensors.map { $0.0 } == ["a", "b"] && metadata.first?.1 == "by hand \"é\"")
    #expect(floats(tensors[0].1) == [1, 2, 3, 4])
  }

  @Test func reportsMissingFilesAndBadNames() throws {
    #expect(throws: EmberwingError(.fileNotFound, "[Errno 2] No such file or directory: '/no/such.pt'")) {
      try Checkpoint.load("/no/such.pt")
    }
    #expect(throws: EmberwingError.self) { try StateFile.load("file.xyz") }
    let t = try Tensor.zeros([1], .float32)
    #expect(throws: EmberwingError.self) { try StateFile.save([("a", t), ("a", t)], temporary("b.pt")) }
  }

  @Test func refusesCyclesAndDepth() throws {
    let list = PickleValue.list()
    try list.append(.tuple([list]))
    defer { list.sever() }
    // Writing a list inside itself is well defined; reading one is refused.
    let bytes = try Checkpoint.save(list)
    #expect(throws: EmberwingError.self) { try bytes.withUnsafeBytes { try Checkpoint.load($0) } }
    var deep = PickleValue.list()
    for _ in 0..<200_000 { deep = .list([deep]) }
    #expect(throws: EmberwingError.self) { try Checkpoint.save(deep) }
  }

  /// Every prefix and every flipped bit gives an error or a value, and keeps nothing alive.
  @Test func survivesDamage() throws {
    let g = try IOGolden.data.get()
    let small = PickleValue.dict()
    try small.set(.string("t"), .tensor(try Tensor.zeros([2], .float32)))
    try small.set(.string("l"), .list([.int(1), .tuple([.string("x")])]))
    let files: [([UInt8], (UnsafeRawBufferPointer) throws -> Void)] = [
      (try Checkpoint.save(small), { _ = try Checkpoint.load($0) }),
      (hexBytes(g.checkpoints[2]), { _ = try Checkpoint.load($0) }),
      (hexBytes(g.npz[1]), { _ = try NumPyFile.loadArchive($0) }),
      (hexBytes(g.safetensors), { _ = try Safetensors.load($0) }),
    ]
    for (bytes, load) in files {
      for n in 0..<bytes.count {
        #expect(throws: EmberwingError.self) { try bytes[0..<n].withUnsafeBytes(load) }
      }
      var damaged = bytes
      for i in 0..<bytes.count {
        for bit in 0..<8 {
          damaged[i] ^= 1 << bit
          do { try damaged.withUnsafeBytes(load) } catch { #expect(error is EmberwingError) }
          damaged[i] ^= 1 << bit
        }
      }
    }
  }
}
