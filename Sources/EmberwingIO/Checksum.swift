/// The checksum of zip files (CRC-32, polynomial 0xEDB88320), eight bytes a step.
struct CRC32 {
  private static let tables: [UInt32] = {
    var t = [UInt32](repeating: 0, count: 8 * 256)
    for i in 0..<256 {
      var c = UInt32(i)
      for _ in 0..<8 { c = c & 1 != 0 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 }
      t[i] = c
    }
    for k in 1..<8 {
      for i in 0..<256 {
        let c = t[(k - 1) * 256 + i]
        t[k * 256 + i] = t[Int(c & 255)] ^ c >> 8
      }
    }
    return t
  }()

  private var state: UInt32 = 0xFFFF_FFFF

  var value: UInt32 { ~state }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var c = state
    CRC32.tables.withUnsafeBufferPointer { t in
      var i = 0
      while i + 8 <= bytes.count {
        let w = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) ^ UInt64(c)
        // Named terms: the compiler keeps them in registers and the loads run side by side.
        let a = t[1792 + Int(w & 255)] ^ t[1536 + Int(w >> 8 & 255)]
        let b = t[1280 + Int(w >> 16 & 255)] ^ t[1024 + Int(w >> 24 & 255)]
        let d = t[768 + Int(w >> 32 & 255)] ^ t[512 + Int(w >> 40 & 255)]
        let e = t[256 + Int(w >> 48 & 255)] ^ t[Int(w >> 56)]
        c = a ^ b ^ d ^ e
        i += 8
      }
      while i < bytes.count {
        c = t[Int((c ^ UInt32(bytes[i])) & 255)] ^ c >> 8
        i += 1
      }
    }
    state = c
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var c = CRC32()
    c.update(bytes)
    return c.value
  }
}
