/// Writes values of the three types in which random numbers are made into a contiguous block of any dtype, rounded as
/// PyTorch's `static_cast` rounds them.
enum Store {
  static func doubles(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ offset: Int, _ v: UnsafePointer<Double>, _ n: Int
  ) throws {
    switch type {
    case .float64: map(out, offset, v, n) { $0 }
    case .float32: map(out, offset, v, n) { Float($0) }
    case .float16: map(out, offset, v, n) { halfBits(Float($0)) }
    case .bfloat16: map(out, offset, v, n) { bfloat16Bits(Float($0)) }
    case .bool: map(out, offset, v, n) { $0 != 0 ? UInt8(1) : 0 }
    case .uint8: map(out, offset, v, n) { UInt8(truncatingIfNeeded: Scalar.float($0).int64) }
    case .int8: map(out, offset, v, n) { Int8(truncatingIfNeeded: Scalar.float($0).int64) }
    case .int16, .uint16: map(out, offset, v, n) { Int16(truncatingIfNeeded: Scalar.float($0).int64) }
    case .int32, .uint32: map(out, offset, v, n) { Int32(truncatingIfNeeded: Scalar.float($0).int64) }
    case .int64, .uint64: map(out, offset, v, n) { Scalar.float($0).int64 }
    case .complex64, .complex128: throw unsupported(type)
    }
  }

  static func floats(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ offset: Int, _ v: UnsafePointer<Float>, _ n: Int
  ) throws {
    switch type {
    case .float32: map(out, offset, v, n) { $0 }
    case .float64: map(out, offset, v, n) { Double($0) }
    case .float16: map(out, offset, v, n, halfBits)
    case .bfloat16: map(out, offset, v, n, bfloat16Bits)
    default: throw unsupported(type)
    }
  }

  static func integers(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ offset: Int, _ v: UnsafePointer<Int64>, _ n: Int
  ) throws {
    switch type {
    case .float64: map(out, offset, v, n) { Double($0) }
    case .float32: map(out, offset, v, n) { Float($0) }
    case .float16: map(out, offset, v, n) { halfBits(Float($0)) }
    case .bfloat16: map(out, offset, v, n) { bfloat16Bits(Float($0)) }
    case .bool: map(out, offset, v, n) { $0 != 0 ? UInt8(1) : 0 }
    case .uint8, .int8: map(out, offset, v, n) { UInt8(truncatingIfNeeded: $0) }
    case .int16, .uint16: map(out, offset, v, n) { Int16(truncatingIfNeeded: $0) }
    case .int32, .uint32: map(out, offset, v, n) { Int32(truncatingIfNeeded: $0) }
    case .int64, .uint64: map(out, offset, v, n) { $0 }
    case .complex64, .complex128: throw unsupported(type)
    }
  }

  static func unsupported(_ type: DType) -> EmberwingError {
    .notImplemented("random kernel not implemented for '\(type.scalarTypeName)'")
  }

  @inline(__always) private static func map<T, U>(
    _ out: UnsafeMutableRawPointer, _ offset: Int, _ v: UnsafePointer<T>, _ n: Int, _ f: (T) -> U
  ) {
    let o = (out + offset * MemoryLayout<U>.stride).assumingMemoryBound(to: U.self)
    for i in 0..<n { o[i] = f(v[i]) }
  }

  /// The nearest float16, ties to even.
  @inline(__always) static func halfBits(_ x: Float) -> UInt16 {
    let sign = UInt16(truncatingIfNeeded: x.bitPattern >> 16) & 0x8000
    let a = x.bitPattern & 0x7fff_ffff
    if a > 0x7f80_0000 { return sign | 0x7e00 }
    if a >= 0x4780_0000 { return sign | 0x7c00 }
    if a < 0x3880_0000 {
      // One half's ulp is the smallest float16: the addition rounds to subnormals.
      let r = Float(bitPattern: a) + 0.5
      return sign | UInt16(truncatingIfNeeded: r.bitPattern &- 0x3f00_0000)
    }
    return sign | UInt16(truncatingIfNeeded: (a &- 0x3800_0000 &+ 0xfff &+ (a >> 13 & 1)) >> 13)
  }

  @inline(__always) static func float(half h: UInt16) -> Float {
    let a = UInt32(h & 0x7fff) << 13
    let magnitude = a >= 0x0f80_0000 ? Float(bitPattern: a | 0x7f80_0000) : Float(bitPattern: a) * 0x1p112
    return h & 0x8000 != 0 ? -magnitude : magnitude
  }

  /// The nearest bfloat16, ties to even.
  @inline(__always) static func bfloat16Bits(_ x: Float) -> UInt16 {
    let b = x.bitPattern
    if b & 0x7fff_ffff > 0x7f80_0000 { return 0x7fc0 }
    return UInt16(truncatingIfNeeded: (b &+ 0x7fff &+ (b >> 16 & 1)) >> 16)
  }

  /// `x` rounded to a floating-point dtype.
  static func rounded(_ x: Double, to type: DType) -> Double {
    switch type {
    case .float32: Double(Float(x))
    case .float16: Double(float(half: halfBits(Float(x))))
    case .bfloat16: Double(Float(bitPattern: UInt32(bfloat16Bits(Float(x))) << 16))
    default: x
    }
  }

  /// The largest finite value of a floating-point dtype.
  static func largest(_ type: DType) -> Double {
    switch type {
    case .float32: Double(Float.greatestFiniteMagnitude)
    case .float16: 65504
    case .bfloat16: Double(Float(bitPattern: 0x7f7f_0000))
    default: .greatestFiniteMagnitude
    }
  }

  /// Bits of a floating-point dtype's significand, the hidden one included.
  static func digits(_ type: DType) -> Int {
    switch type {
    case .float32: 24
    case .float16: 11
    case .bfloat16: 8
    default: 53
    }
  }

  /// A number as C++ streams write it in PyTorch's messages: `1`, `0.5`.
  static func text(_ x: Double) -> String {
    let s = "\(x)"
    return s.hasSuffix(".0") ? String(s.dropLast(2)) : s
  }
}
