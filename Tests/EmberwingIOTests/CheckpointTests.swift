import EmberwingCore
import EmberwingIO
import EmberwingTensor
import Foundation
import Testing

@Suite struct CheckpointTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/checkpoints").path

  func golden(_ name: String) -> String { "\(CheckpointTests.folder)/\(name)" }

  func read(_ pickle: [UInt8], _ rules: PickleReader.Rules = .init()) throws -> PickleValue {
    let storage = try Storage(byteCount: 64)
    return try pickle.withUnsafeBytes { try PickleReader.read($0, rules: rules) { _, _, _ in storage }.value }
  }

  @Test func readsLegacyStreams() throws {
    for n in [2, 5] {
      let v = try Checkpoint.load(golden("legacy-\(n).pt"))
      let state = try #require(v["tensors"]?["state"])
      let w = try #require(state["w"]?.tensorValue)
      #expect(w.storage === state["row"]?.tensorValue?.storage && floats(w) == [0, 1, 2, 3, 4, 5])
      #expect(v["plain"]?["counter"]?.kind == .counter && v["plain"]?["bytearray"]?.kind == .byteArray)
      var options = Checkpoint.SaveOptions()
      options.isLegacy = true
      let again = try Checkpoint.save(v, options)
      #expect(again[3] == 10)
      let back = try again.withUnsafeBytes { try Checkpoint.load($0) }
      #expect(back["tensors"]?["tagged"]?.attributes?["note"]?.stringValue == "hello")
    }
  }

  @Test func readsNumPyValues() throws {
    for n in [2, 5] {
      let v = try Checkpoint.load(golden("more-\(n).pt"))
      let arrays = try #require(v["arrays"])
      #expect(try arrays.element(1).tensorValue?.dtype == .float16 && arrays.element(1).kind == .array)
      #expect(try arrays.element(2).tensorValue?.strides == [1, 2] && arrays.element(3).tensorValue?.shape == [0, 2])
      #expect(try v["scalars"]?.element(1).kind == .numpyScalar && v["dtype"]?.globalName == "numpy.dtype")
      #expect(v["slice"]?.globalName == "builtins.slice" && v["slice"]?.count == 3)
      #expect(v["default"]?.attributes?.globalName == "builtins.list" && v["ellipsis"]?.kind == .global)
    }
  }

  /// Found by the fuzzer: an array whose state is missing was taken for a value, and could not be written.
  @Test func refusesArraysWithoutState() throws {
    let pickle = "cnumpy._core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\u{0}\u{1}C\u{1}btR."
    var bytes: [UInt8] = [0x80, 2] + Array(pickle.utf8)
    bytes[bytes.firstIndex(of: 1) ?? 0] = 0x85
    let e = #expect(throws: EmberwingError.self) { try read(bytes) }
    #expect(e?.message.contains("without its state") == true)
  }

  @Test func keepsAllowedNames() throws {
    #expect(throws: EmberwingError.self) { try Checkpoint.load(golden("namespace.pt")) }
    #expect(try Checkpoint.unknownGlobals(golden("namespace.pt")) == ["argparse.Namespace"])
    let options = Checkpoint.LoadOptions(allowedGlobals: ["argparse.Namespace"])
    let v = try Checkpoint.load(golden("namespace.pt"), options)
    let args = try #require(v["args"])
    #expect(args.kind == .object && args.globalName == "argparse.Namespace" && args.attributes?["lr"]?.floatValue == 0.5)
    let again = try Checkpoint.save(v)
    let back = try again.withUnsafeBytes { try Checkpoint.load($0, options) }
    #expect(back["args"]?.attributes?["layers"]?.count == 2)
  }

  @Test func namesOtherFiles() throws {
    for (name, text) in [
      ("tar.pt", "legacy .tar format"), ("script.pt", "TorchScript archives"), ("evil.pt", "GLOBAL eval"),
      ("module.pt", "GLOBAL torch.nn.modules.linear.Linear"),
    ] {
      let e = #expect(throws: EmberwingError.self) { try Checkpoint.load(golden(name)) }
      #expect(e?.message.contains(text) == true, "\(name)")
    }
  }

  @Test func hostPickles() throws {
    let v = try Checkpoint.load(golden("tensors-2.pt"))
    let (bytes, tensors) = try Checkpoint.hostPickle(v)
    let back = try bytes.withUnsafeBytes { try Checkpoint.value(hostPickle: $0, tensors) }
    let w = try #require(back["state"]?["w"]?.tensorValue)
    #expect(w.storage === v["state"]?["w"]?.tensorValue?.storage)
    #expect(back["state"]?["bias"]?.kind == .parameter && back["tagged"]?.attributes?["note"] != nil)
    // A file cannot use the host's functions.
    #expect(throws: EmberwingError.self) { try read(bytes) }
    #expect(throws: EmberwingError.self) { try bytes.withUnsafeBytes { try Checkpoint.value(hostPickle: $0, []) } }
  }

  /// A view on a storage, as files of PyTorch 0.1 have them: `(view key, offset, elements)`.
  @Test func readsViewsOfStorages() throws {
    func pickle(_ offset: UInt8, _ count: UInt8) -> [UInt8] {
      var b: [UInt8] = Array("\u{80}\u{2}".unicodeScalars.map { UInt8($0.value) })
      b += Array("ctorch._utils\n_rebuild_tensor\n((U\u{7}storagectorch\nFloatStorage\nU\u{1}0U\u{3}cpuK".utf8) + [16]
      b += Array("(U\u{1}vK".utf8) + [offset] + Array("K".utf8) + [count] + Array("ttQK\u{1}K".utf8)
      return b + [2, 0x85, UInt8(ascii: "K"), 1, 0x85, UInt8(ascii: "t"), UInt8(ascii: "R"), UInt8(ascii: ".")]
    }
    #expect(try read(pickle(8, 8)).tensorValue?.impl.offset == 9)
    #expect(throws: EmberwingError.self) { try read(pickle(10, 8)) }
    #expect(throws: EmberwingError.self) { try read(pickle(14, 2)) }
  }

  /// Sizes that a file states are compared with its length before memory is taken, and copies are counted.
  @Test func refusesForgedSizes() throws {
    let large: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    for code: UInt8 in [0x8D, 0x8E, 0x96] { #expect(throws: EmberwingError.self) { try read([0x80, 4, code] + large) } }
    for code in "XTB".utf8 { #expect(throws: EmberwingError.self) { try read([0x80, 2, code, 255, 255, 255, 255]) } }
    #expect(throws: EmberwingError.self) { try read([0x80, 2, 0x8B, 255, 255, 255, 255]) }
    // A memo number of four bytes takes no more memory than a small one.
    #expect(try read([0x80, 2, UInt8(ascii: "N"), UInt8(ascii: "r"), 255, 255, 255, 255, UInt8(ascii: ".")]).kind == .none)
    // bytearray(x) over and over, of one long x.
    var bomb: [UInt8] = [0x80, 4] + Array("cbuiltins\nbytearray\nq\u{0}0B".utf8) + [0, 16, 0, 0]
    bomb += [UInt8](repeating: 1, count: 4096) + Array("q\u{1}0]".utf8)
    for _ in 0..<2000 { bomb += Array("h\u{0}h\u{1}".utf8) + [0x85, UInt8(ascii: "R"), UInt8(ascii: "a")] }
    let e = #expect(throws: EmberwingError.self) { try read(bomb + [UInt8(ascii: ".")]) }
    #expect(e?.message.contains("copied too often") == true)
  }

  @Test func comparesChecksums() throws {
    #expect(try Checkpoint.load(golden("nocrc.pt")).tensorValue?.count == 3)
    let t = try Tensor.zeros([64], .uint8)
    memset(t.storage.data, 77, 64)
    var bytes = try Checkpoint.save(.tensor(t))
    let at = try #require(bytes.lastIndex(of: 77))
    bytes[at] = 78
    let e = #expect(throws: EmberwingError.self) { try bytes.withUnsafeBytes { try Checkpoint.load($0) } }
    #expect(e?.message.contains("Bad CRC-32") == true)
  }

  @Test func writesWholeFilesOnly() throws {
    let path = temporary("whole.pt")
    defer { unlink(path) }
    try Checkpoint.save(.int(1), path)
    // A value that cannot be written leaves the old file, and nothing beside it.
    let loop = PickleValue.tuple()
    loop.items = [loop]
    defer { loop.sever() }
    #expect(throws: EmberwingError.self) { try Checkpoint.save(loop, path) }
    #expect(try Checkpoint.load(path).intValue == 1)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) } == [name])
    #expect(throws: EmberwingError.self) { try Checkpoint.save(.int(1), folder) }
  }
}
