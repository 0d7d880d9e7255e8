import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func die(_ why: String) -> Never {
  print(why)
  abort()
}

/// The reader that this process feeds, by the environment variable EW_FUZZ.
private enum Target: String {
  case pt, pickle, legacy, safetensors, npz, npy, inflate

  static let chosen: Target = {
    guard let name = getenv("EW_FUZZ"), let t = Target(rawValue: String(cString: name)) else {
      die("EW_FUZZ must be pt, pickle, legacy, safetensors, npz, npy or inflate")
    }
    return t
  }()
}

/// Reads every element of a tensor, so that a window outside its storage is seen.
private func touch(_ t: Tensor) throws {
  guard t.count > 0, t.count < 1 << 16 else { return }
  var sum: UInt8 = 0
  var index = [Int](repeating: 0, count: t.dim)
  while true {
    var at = t.impl.offset
    for (d, i) in index.enumerated() { at += i * t.strides[d] }
    let p = t.storage.data + at * t.dtype.size
    for b in 0..<t.dtype.size { sum ^= p.load(fromByteOffset: b, as: UInt8.self) }
    var d = t.dim - 1
    while d >= 0 {
      index[d] += 1
      if index[d] < t.shape[d] { break }
      index[d] = 0
      d -= 1
    }
    if d < 0 { break }
  }
  if sum == 1 { _ = sum }
}

private func walk(_ root: PickleValue) throws {
  var seen: Set<ObjectIdentifier> = []
  var work = [root]
  while let v = work.popLast() {
    if !seen.insert(ObjectIdentifier(v)).inserted { continue }
    if let t = v.tensorValue { try touch(t) }
    work.append(contentsOf: v.items)
    if let a = v.attributes { work.append(a) }
  }
}

private func feed(_ bytes: UnsafeRawBufferPointer) throws {
  switch Target.chosen {
  case .pt, .legacy:
    let v = try Checkpoint.load(bytes)
    try walk(v)
    // What was read can be written, and read again.
    let again = try Checkpoint.save(v)
    do { try walk(try again.withUnsafeBytes { try Checkpoint.load($0) }) } catch {
      die("written, but not readable: \(error)")
    }
  case .pickle:
    let storage = try Storage(byteCount: 64)
    memset(storage.data, 0, 64)
    try walk(
      try PickleReader.read(bytes) { _, dtype, count in
        guard count <= 64 / (dtype?.size ?? 1) else { throw PickleReader.bad("too short") }
        return storage
      }.value)
    _ = try PickleReader.unknownNames(bytes, allowed: [])
  case .safetensors: for (_, t) in try Safetensors.load(bytes).tensors { try touch(t) }
  case .npz: for (_, t) in try NumPyFile.loadArchive(bytes) { try touch(t) }
  case .npy: try touch(try NumPyFile.load(bytes))
  case .inflate:
    guard bytes.count >= 2 else { return }
    let size = Int(bytes[0]) << 4 | Int(bytes[1] & 15)
    let out = try Storage(byteCount: size)
    try Inflate.run(UnsafeRawBufferPointer(rebasing: bytes[2...]), into: out.data, size: size)
  }
}

/// One execution: any answer but a trap, a leak of storages or memory beyond the limit is right.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let before = Storage.liveCount.load(ordering: .relaxed)
  do { try feed(UnsafeRawBufferPointer(start: data, count: count)) } catch {
    if !(error is EmberwingError) { die("\(error)") }
  }
  if Storage.liveCount.load(ordering: .relaxed) != before {
    die("storages are left over")
  }
  return 0
}
