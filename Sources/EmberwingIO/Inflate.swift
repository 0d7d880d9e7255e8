import EmberwingCore

/// Decompression of DEFLATE streams (RFC 1951) into a result whose size is known beforehand.
struct Inflate {
  private let source: UnsafeRawBufferPointer
  private var position = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private let out: UnsafeMutablePointer<UInt8>
  private let size: Int
  private var filled = 0

  /// Codes by length: `counts[n]` codes of n bits, their symbols in `symbols` in canonical order.
  private struct Code {
    var counts = [UInt16](repeating: 0, count: 16)
    var symbols: [UInt16]
    /// Symbol << 4 | length by the next 9 bits; 0 where the code is longer.
    var quick = [UInt16](repeating: 0, count: 512)

    init(_ lengths: ArraySlice<UInt8>, allowIncomplete: Bool) throws {
      symbols = [UInt16](repeating: 0, count: lengths.count)
      for l in lengths { counts[Int(l)] += 1 }
      let used = lengths.count - Int(counts[0])
      counts[0] = 0
      var left = 1
      for n in 1...15 {
        left = left * 2 - Int(counts[n])
        if left < 0 { throw Inflate.corrupt("over-subscribed code") }
      }
      if left > 0 && !(allowIncomplete && used <= 1) { throw Inflate.corrupt("incomplete code") }
      var offsets = [Int](repeating: 0, count: 17)
      var first = [Int](repeating: 0, count: 17)
      for n in 1...15 {
        offsets[n + 1] = offsets[n] + Int(counts[n])
        first[n + 1] = (first[n] + Int(counts[n])) << 1
      }
      for (symbol, l) in lengths.enumerated() where l != 0 {
        let n = Int(l)
        symbols[offsets[n]] = UInt16(symbol)
        offsets[n] += 1
        let code = first[n]
        first[n] += 1
        if n <= 9 {
          var reversed = 0
          for b in 0..<n where code >> b & 1 != 0 { reversed |= 1 << (n - 1 - b) }
          var i = reversed
          while i < 512 {
            quick[i] = UInt16(symbol << 4 | n)
            i += 1 << n
          }
        }
      }
    }
  }

  private static let fixedCodes: (Code, Code)? = {
    var lengths = [UInt8](repeating: 8, count: 288)
    for i in 144..<256 { lengths[i] = 9 }
    for i in 256..<280 { lengths[i] = 7 }
    guard let a = try? Code(lengths[...], allowIncomplete: false),
      let b = try? Code([UInt8](repeating: 5, count: 32)[...], allowIncomplete: false)
    else { return nil }
    return (a, b)
  }()
  private static let lengthBase: [Int] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthExtra: [Int] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase: [Int] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let order: [Int] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  fileprivate static func corrupt(_ why: String) -> EmberwingError {
    EmberwingError.runtime("inflate: the compressed data is corrupt (\(why))")
  }

  /// Fills exactly `size` bytes at `out`; anything else is an error.
  static func run(_ source: UnsafeRawBufferPointer, into out: UnsafeMutableRawPointer, size: Int) throws {
    // A stream cannot grow by more than 1032 times, so a forged size is refused before work is done.
    if size / 1032 > source.count { throw corrupt("the stated size \(size) is impossible for \(source.count) bytes") }
    var state = Inflate(source: source, out: out.assumingMemoryBound(to: UInt8.self), size: size)
    try state.run()
  }

  private init(source: UnsafeRawBufferPointer, out: UnsafeMutablePointer<UInt8>, size: Int) {
    self.source = source
    self.out = out
    self.size = size
  }

  private mutating func refill() {
    while bitCount <= 56, position < source.count {
      bits |= UInt64(source[position]) << UInt64(bitCount)
      position += 1
      bitCount += 8
    }
  }

  private mutating func take(_ n: Int) throws -> Int {
    if bitCount < n { refill() }
    guard bitCount >= n else { throw Inflate.corrupt("it ends too early") }
    let v = Int(truncatingIfNeeded: bits & (1 << UInt64(n) - 1))
    bits >>= UInt64(n)
    bitCount -= n
    return v
  }

  private mutating func symbol(_ code: borrowing Code) throws -> Int {
    if bitCount < 15 { refill() }
    let entry = Int(code.quick[Int(truncatingIfNeeded: bits & 511)])
    if entry != 0, entry & 15 <= bitCount {
      bits >>= UInt64(entry & 15)
      bitCount -= entry & 15
      return entry >> 4
    }
    var value = 0
    var first = 0
    var index = 0
    for n in 1...15 {
      value |= try take(1)
      let count = Int(code.counts[n])
      if value - count < first { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Inflate.corrupt("unknown code")
  }

  private mutating func run() throws {
    var last = false
    while !last {
      last = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1:
        guard let (a, b) = Inflate.fixedCodes else { throw Inflate.corrupt("no codes") }
        try block(a, b)
      case 2:
        let (a, b) = try dynamicCodes()
        try block(a, b)
      default: throw Inflate.corrupt("unknown block type")
      }
    }
    if filled != size { throw Inflate.corrupt("\(filled) bytes where \(size) were promised") }
  }

  private mutating func stored() throws {
    // Whole bytes that were read ahead are given back.
    position -= bitCount / 8
    bits = 0
    bitCount = 0
    let length = try take(16)
    let complement = try take(16)
    if length != ~complement & 0xFFFF { throw Inflate.corrupt("bad length of a stored block") }
    position -= bitCount / 8
    bits = 0
    bitCount = 0
    guard length <= source.count - position, length <= size - filled else { throw Inflate.corrupt("block too long") }
    for i in 0..<length { out[filled + i] = source[position + i] }
    filled += length
    position += length
  }

  private mutating func dynamicCodes() throws -> (Code, Code) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    if literals > 286 || distances > 30 { throw Inflate.corrupt("too many codes") }
    var lengths = [UInt8](repeating: 0, count: 19)
    for i in 0..<count { lengths[Inflate.order[i]] = UInt8(try take(3)) }
    let code = try Code(lengths[...], allowIncomplete: false)
    lengths = []
    while lengths.count < literals + distances {
      let s = try symbol(code)
      if s < 16 {
        lengths.append(UInt8(s))
        continue
      }
      var value: UInt8 = 0
      var times = 0
      if s == 16 {
        guard let previous = lengths.last else { throw Inflate.corrupt("nothing to repeat") }
        value = previous
        times = 3 + (try take(2))
      } else {
        times = s == 17 ? 3 + (try take(3)) : 11 + (try take(7))
      }
      if lengths.count + times > literals + distances { throw Inflate.corrupt("too many lengths") }
      lengths.append(contentsOf: repeatElement(value, count: times))
    }
    if lengths[256] == 0 { throw Inflate.corrupt("no end-of-block code") }
    return (
      try Code(lengths[..<literals], allowIncomplete: true), try Code(lengths[literals...], allowIncomplete: true)
    )
  }

  private mutating func block(_ literal: borrowing Code, _ distance: borrowing Code) throws {
    while true {
      let s = try symbol(literal)
      if s < 256 {
        guard filled < size else { throw Inflate.corrupt("more bytes than promised") }
        out[filled] = UInt8(s)
        filled += 1
        continue
      }
      if s == 256 { return }
      guard s < 286 else { throw Inflate.corrupt("unknown length") }
      let length = Inflate.lengthBase[s - 257] + (try take(Inflate.lengthExtra[s - 257]))
      let d = try symbol(distance)
      guard d < 30 else { throw Inflate.corrupt("unknown distance") }
      let back = Inflate.distanceBase[d] + (try take(d < 4 ? 0 : d / 2 - 1))
      guard back <= filled, length <= size - filled else { throw Inflate.corrupt("distance or length out of range") }
      for i in 0..<length { out[filled + i] = out[filled + i - back] }
      filled += length
    }
  }
}
