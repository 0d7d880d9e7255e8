// Integers, permutations and coin flips.

extension Generator {
  /// `Tensor.random_(low, high)` and `torch.randint`: integers of [low, high), as any dtype but a complex one. Without
  /// `high` the range ends with the dtype's largest value (2^digits for floating point).
  public func fillRandInt(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, low: Int64, high: Int64?
  ) throws {
    if type.isComplex {
      throw EmberwingError.runtime("check_random_bounds handles only integral, floating-point and boolean types")
    }
    var from = low
    let last: Int64
    if let high {
      if low >= high {
        throw EmberwingError.runtime(
          "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
      }
      var to = high
      if type.isFloatingPoint {
        from = Generator.raised(low, type)
        to = Generator.lowered(high, type)
        if from >= to {
          throw EmberwingError.runtime(
            "random_ expects 'from' casted to dtype to be less than 'to' casted to dtype, but got from=\(from) >= "
              + "to=\(to)")
        }
      }
      last = to - 1
      try Generator.checkBounds(type, from, last, "to - 1")
    } else if low == .min {
      guard [.int64, .float64, .float32, .bfloat16].contains(type) else {
        throw EmberwingError.runtime(
          "random_full_64_bits_range_kernel_cpu handles only int64, double, float and bfloat16")
      }
      return try fillIntegers(type, out, count, wide: true) { Int64(bitPattern: $0) }
    } else {
      if type.isFloatingPoint {
        last = 1 << Int64(Store.digits(type))
        from = Generator.raised(low, type)
        if from >= last {
          throw EmberwingError.runtime(
            "random_ expects 'from' casted to dtype to be less than or equal to 'to_inc' casted to dtype, but got "
              + "from=\(from) > to_inc=\(last)")
        }
      } else {
        last = Generator.bounds(type).upperBound
      }
      try Generator.checkBounds(type, from, last, "to_inc")
    }
    // In 64 bits; 0 would be 2^64, which only the case above reaches.
    let range = UInt64(bitPattern: last) &- UInt64(bitPattern: from) &+ 1
    let base = UInt64(bitPattern: from)
    if range == 0 { return try fillIntegers(type, out, count, wide: true) { Int64(bitPattern: $0 &+ base) } }
    if range >= 1 << 28 {
      return try fillIntegers(type, out, count, wide: true) { Int64(bitPattern: $0 % range &+ base) }
    }
    // Remainders of 32-bit words by two products instead of a division (Lemire, Kaser & Kurz 2019).
    let reciprocal = UInt64.max / range &+ 1
    try fillIntegers(type, out, count, wide: false) { word in
      Int64(bitPattern: (reciprocal &* word).multipliedFullWidth(by: range).high &+ base)
    }
  }

  /// `Tensor.random_()`: the whole range of an integer type from 0 up, 0 to 2^digits of a floating-point type.
  public func fillRandom(_ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int) throws {
    switch type {
    case .bool: try fillIntegers(type, out, count, wide: false) { Int64($0 & 1) }
    case .uint8: try fillIntegers(type, out, count, wide: false) { Int64($0 & 0xff) }
    case .int8: try fillIntegers(type, out, count, wide: false) { Int64($0 & 0x7f) }
    case .int16: try fillIntegers(type, out, count, wide: false) { Int64($0 & 0x7fff) }
    case .int32: try fillIntegers(type, out, count, wide: false) { Int64($0 & 0x7fff_ffff) }
    case .int64: try fillIntegers(type, out, count, wide: true) { Int64(bitPattern: $0 & 0x7fff_ffff_ffff_ffff) }
    case .float16, .bfloat16, .float32, .float64:
      let range = 1 << UInt64(Store.digits(type)) + UInt64(1)
      try fillIntegers(type, out, count, wide: type == .float64) { Int64(bitPattern: $0 % range) }
    case .uint16, .uint32, .uint64, .complex64, .complex128:
      throw EmberwingError.notImplemented("\"random_kernel_cpu\" not implemented for '\(type.scalarTypeName)'")
    }
  }

  /// Integers from one draw each, or from two where `wide`.
  @inline(__always) private func fillIntegers(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, wide: Bool, _ f: (UInt64) -> Int64
  ) throws {
    let chunk = 4096
    if count <= 0 { return }
    try Generator.withScratch(Swift.min(count, chunk), of: Int64.self) { values in
      try lock.withLock { _ in
        try inChunks(count, wide ? 2 : 1, chunk: chunk) { raw, lo, n in
          if wide {
            for i in 0..<n { values[i] = f(UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1])) }
          } else {
            for i in 0..<n { values[i] = f(UInt64(raw[i])) }
          }
          try Store.integers(type, out, lo, values, n)
        }
      }
    }
  }

  // MARK: bounds

  /// A floating-point type rounds integers: the bounds move inwards to where rounding stays inside the range.
  private static func raised(_ from: Int64, _ type: DType) -> Int64 {
    let next = wrapped(Store.rounded(Double(from &+ 1), to: type))
    if next >= from { return from }
    return next &+ 1 << spacing(from &+ 1, type)
  }

  private static func lowered(_ to: Int64, _ type: DType) -> Int64 {
    let previous = wrapped(Store.rounded(Double(to &- 1), to: type))
    if previous < to { return to }
    return previous &- 1 << spacing(to &- 1, type)
  }

  private static func spacing(_ x: Int64, _ type: DType) -> Int64 {
    let log2 = 63 - Swift.max(x.magnitude, 1).leadingZeroBitCount
    return Int64(Swift.max(log2 - Store.digits(type) + 1, 0))
  }

  /// A double as the processor converts it: out of range gives the smallest integer.
  private static func wrapped(_ x: Double) -> Int64 {
    x >= -0x1p63 && x < 0x1p63 ? Int64(x) : .min
  }

  private static func bounds(_ type: DType) -> ClosedRange<Int64> {
    switch type {
    case .bool: 0...1
    case .uint8: 0...0xff
    case .int8: -0x80...0x7f
    case .int16: -0x8000...0x7fff
    case .uint16: 0...0xffff
    case .int32: -0x8000_0000...0x7fff_ffff
    case .uint32: 0...0xffff_ffff
    case .uint64: 0...Int64.max
    default: Int64.min...Int64.max
    }
  }

  private static func checkBounds(_ type: DType, _ from: Int64, _ last: Int64, _ lastName: String) throws {
    func contains(_ x: Int64) -> Bool {
      type.isFloatingPoint ? abs(Double(x)) <= Store.largest(type) : bounds(type).contains(x)
    }
    if !contains(from) { throw EmberwingError.runtime("from is out of bounds for \(cppName(type))") }
    if !contains(last) { throw EmberwingError.runtime("\(lastName) is out of bounds for \(cppName(type))") }
  }

  // MARK: permutations

  /// From this length on, PyTorch shuffles with 64 bits a step, since a remainder of 32 would be skewed.
  private static let wideShuffle = Int(UInt32.max / 20)

  /// `torch.randperm`: a random permutation of 0 ..< n at `out`.
  public func randperm(_ n: Int, _ out: UnsafeMutablePointer<Int64>) throws {
    if n < 0 { throw EmberwingError.runtime("n must be non-negative, got\(n)") }
    try lock.withLock { _ in
      if n < Generator.wideShuffle {
        for i in 0..<n { out[i] = Int64(truncatingIfNeeded: i) }
        try inChunks(n - 1, 1) { raw, lo, count in
          for i in 0..<count {
            let other = lo + i + Int(raw[i] % UInt32(truncatingIfNeeded: n - lo - i))
            let mine = out[lo + i]
            out[lo + i] = out[other]
            out[other] = mine
          }
        }
      } else {
        try inChunks(n, 2) { raw, lo, count in
          for i in 0..<count {
            let index = lo + i
            let bits = UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1])
            let other = Int(bits % UInt64(index + 1))
            out[index] = Int64(truncatingIfNeeded: index)
            out[index] = out[other]
            out[other] = Int64(truncatingIfNeeded: index)
          }
        }
      }
    }
  }

  // MARK: coin flips

  /// `Tensor.bernoulli_(p)`: 1 with probability `p`, else 0.
  public func fillBernoulli(_ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, p: Double) throws {
    if !(p >= 0 && p <= 1) {
      throw EmberwingError.runtime("bernoulli_ expects p to be in [0, 1], but got p=\(Store.text(p))")
    }
    // u < p for a u of 53 bits is a comparison of integers.
    let threshold = UInt64((p * 0x1p53).rounded(.up))
    try fillFlips(type, out, count, 2) { raw, _, i in
      (UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1])) & (1 << 53 - 1) < threshold
    }
  }

  /// `Tensor.bernoulli_(p)` with a double probability an element.
  public func fillBernoulli(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, p: UnsafePointer<Double>
  ) throws {
    for i in 0..<Swift.max(count, 0) where !(p[i] >= 0 && p[i] <= 1) { throw Generator.badProbability }
    try fillFlips(type, out, count, 2) { raw, lo, i in
      Generator.unit(UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1])) < p[lo + i]
    }
  }

  /// `Tensor.bernoulli_(p)` with a single-precision (or narrower, converted) probability an element: 24-bit uniforms.
  public func fillBernoulli(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, p: UnsafePointer<Float>
  ) throws {
    for i in 0..<Swift.max(count, 0) where !(p[i] >= 0 && p[i] <= 1) { throw Generator.badProbability }
    try fillFlips(type, out, count, 1) { raw, lo, i in Generator.unit24(raw[i]) < p[lo + i] }
  }

  private static var badProbability: EmberwingError { .runtime("Expected p_in >= 0 && p_in <= 1 to be true, but got false.") }

  @inline(__always) private func fillFlips(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, _ perElement: Int,
    _ isOne: (UnsafePointer<UInt32>, Int, Int) -> Bool
  ) throws {
    switch type {
    case .bool, .uint8, .int8: try fillFlips(out, count, perElement, UInt8(1), isOne)
    case .int16: try fillFlips(out, count, perElement, UInt16(1), isOne)
    case .float16: try fillFlips(out, count, perElement, UInt16(0x3c00), isOne)
    case .bfloat16: try fillFlips(out, count, perElement, UInt16(0x3f80), isOne)
    case .int32: try fillFlips(out, count, perElement, UInt32(1), isOne)
    case .float32: try fillFlips(out, count, perElement, Float(1).bitPattern, isOne)
    case .int64: try fillFlips(out, count, perElement, UInt64(1), isOne)
    case .float64: try fillFlips(out, count, perElement, Double(1).bitPattern, isOne)
    case .uint16, .uint32, .uint64, .complex64, .complex128:
      throw EmberwingError.notImplemented("\"bernoulli_scalar_cpu_\" not implemented for '\(type.scalarTypeName)'")
    }
  }

  @inline(__always) private func fillFlips<T: FixedWidthInteger>(
    _ out: UnsafeMutableRawPointer, _ count: Int, _ perElement: Int, _ one: T,
    _ isOne: (UnsafePointer<UInt32>, Int, Int) -> Bool
  ) throws {
    let o = out.assumingMemoryBound(to: T.self)
    try lock.withLock { _ in
      try inChunks(count, perElement) { raw, lo, n in
        let target = o + lo
        for i in 0..<n { target[i] = isOne(raw, lo, i) ? one : 0 }
      }
    }
  }
}
