import EmberwingCore

extension CPUKernels {
  public static func convert(_ from: DType, _ to: DType) -> UnaryBlock {
    switch to {
    case .uint8: convertToUint8(from)
    case .int8: convertToInt8(from)
    case .int16: convertToInt16(from)
    case .int32: convertToInt32(from)
    case .int64: convertToInt64(from)
    case .float16: convertToFloat16(from)
    case .float32: convertToFloat32(from)
    case .float64: convertToFloat64(from)
    case .complex64: convertToComplex64(from)
    case .complex128: convertToComplex128(from)
    case .bool: convertToBool(from)
    case .bfloat16: convertToBfloat16(from)
    case .uint16: convertToUint16(from)
    case .uint32: convertToUint32(from)
    case .uint64: convertToUint64(from)
    }
  }
}

@inline(__always)
func copyElements(_ o: Out, _ x: In, _ bytes: Int) {
  if UnsafeRawPointer(o) != x { o.copyMemory(from: x, byteCount: bytes) }
}

/// Two conversions through a block on the stack.
@inline(never)
func via(_ middle: DType, _ o: Out, _ x: In, _ n: Int, _ from: DType, _ to: DType) {
  let first = CPUKernels.convert(from, middle)
  let second = CPUKernels.convert(middle, to)
  var none = 0.0
  withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 64) { stage in
    guard let staged = stage.baseAddress else { return }
    let step = 4096 / middle.size
    var i = 0
    while i < n {
      let count = Swift.min(step, n &- i)
      first(staged, x + i &* from.size, count, &none)
      second(o + i &* to.size, staged, count, &none)
      i &+= count
    }
  }
}

@inline(__always)
func cast<A: Castable, B: Castable>(_ o: Out, _ x: In, _ n: Int, _: A.Type, _: B.Type) {
  each1(o, x, n, A.self, B.self) { B(cast: $0) }
}

/// What conversion asks of an element: its value in the widths that others are made from. Float to integer goes through
/// Int32 (Int64 for the wide types) and keeps the low bits; what does not fit there gives the smallest value, as the
/// hardware's own conversion does.
protocol Castable {
  var int32: Int32 { get }
  var int64: Int64 { get }
  var uint64: UInt64 { get }
  var float: Float { get }
  var double: Double { get }
  var imaginary: Double { get }
  var isTrue: Bool { get }
  init<S: Castable>(cast s: S)
}

extension Castable {
  @inline(__always) var uint64: UInt64 { UInt64(truncatingIfNeeded: int64) }
  @inline(__always) var imaginary: Double { 0 }
}

extension Castable where Self: FixedWidthInteger {
  @inline(__always) var int32: Int32 { Int32(truncatingIfNeeded: self) }
  @inline(__always) var int64: Int64 { Int64(truncatingIfNeeded: self) }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
  @inline(__always) var isTrue: Bool { self != 0 }
  @inline(__always) init<S: Castable>(cast s: S) {
    if Self.bitWidth < 32 || Self.bitWidth == 32 && Self.isSigned {
      self = Self(truncatingIfNeeded: s.int32)
    } else if Self.bitWidth == 32 || Self.isSigned {
      self = Self(truncatingIfNeeded: s.int64)
    } else {
      self = Self(truncatingIfNeeded: s.uint64)
    }
  }
}

extension UInt8: Castable {}
extension Int8: Castable {}
extension Int16: Castable {}
extension Int32: Castable {}
extension Int64: Castable {}
extension UInt16: Castable {}
extension UInt32: Castable {}
extension UInt64: Castable {}

extension Float: Castable {
  @inline(__always) var int32: Int32 { Swift.abs(self) < 0x1p31 ? Int32(self) : Int32.min }
  @inline(__always) var int64: Int64 { Swift.abs(self) < 0x1p63 ? Int64(self) : Int64.min }
  @inline(__always) var uint64: UInt64 {
    self >= 0x1p63 ? (self < 0x1p64 ? UInt64(self) : 0) : UInt64(truncatingIfNeeded: int64)
  }
  @inline(__always) var float: Float { self }
  @inline(__always) var double: Double { Double(self) }
  @inline(__always) var isTrue: Bool { self != 0 }
  @inline(__always) init<S: Castable>(cast s: S) { self = s.float }
}

extension Double: Castable {
  @inline(__always) var int32: Int32 { Swift.abs(self) < 0x1p31 ? Int32(self) : Int32.min }
  @inline(__always) var int64: Int64 { Swift.abs(self) < 0x1p63 ? Int64(self) : Int64.min }
  @inline(__always) var uint64: UInt64 {
    self >= 0x1p63 ? (self < 0x1p64 ? UInt64(self) : 0) : UInt64(truncatingIfNeeded: int64)
  }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { self }
  @inline(__always) var isTrue: Bool { self != 0 }
  @inline(__always) init<S: Castable>(cast s: S) { self = s.double }
}

extension Complex: Castable where T: Castable {
  @inline(__always) var int32: Int32 { re.int32 }
  @inline(__always) var int64: Int64 { re.int64 }
  @inline(__always) var uint64: UInt64 { re.uint64 }
  @inline(__always) var float: Float { re.float }
  @inline(__always) var double: Double { re.double }
  @inline(__always) var imaginary: Double { im.double }
  @inline(__always) var isTrue: Bool { isNonzero }
  @inline(__always) init<S: Castable>(cast s: S) { self.init(T(cast: s), T(cast: s.imaginary)) }
}

/// A `bool` element: any byte but zero is true.
struct Truth: Castable {
  var byte: UInt8
  @inline(__always) private var bit: UInt8 { byte != 0 ? 1 : 0 }
  @inline(__always) var int32: Int32 { Int32(bit) }
  @inline(__always) var int64: Int64 { Int64(bit) }
  @inline(__always) var float: Float { byte != 0 ? 1 : 0 }
  @inline(__always) var double: Double { byte != 0 ? 1 : 0 }
  @inline(__always) var isTrue: Bool { byte != 0 }
  @inline(__always) init<S: Castable>(cast s: S) { byte = s.isTrue ? 1 : 0 }
}

/// A type that computes as float32.
protocol NarrowFloat: Castable {
  init(_ value: Float)
}

extension NarrowFloat {
  @inline(__always) var int32: Int32 { float.int32 }
  @inline(__always) var int64: Int64 { float.int64 }
  @inline(__always) var uint64: UInt64 { float.uint64 }
  @inline(__always) var double: Double { Double(float) }
  @inline(__always) var isTrue: Bool { float != 0 }
  @inline(__always) init<S: Castable>(cast s: S) { self.init(s.float) }
}

/// bfloat16: the upper half of a float32, rounded to nearest even; every NaN becomes the quiet one.
struct Brain: NarrowFloat {
  var bits: UInt16
  @inline(__always) var float: Float { Float(bitPattern: UInt32(bits) &<< 16) }
  @inline(__always) init(_ value: Float) {
    let b = value.bitPattern
    let rounded = (b &+ 0x7fff &+ ((b &>> 16) & 1)) &>> 16
    bits = value == value ? UInt16(truncatingIfNeeded: rounded) : 0x7fc0
  }
}

/// float16, by the hardware where the build's target has the instruction, else by integer arithmetic with the same bits.
struct Half: NarrowFloat {
  var bits: UInt16
  #if EW_FMA
  @inline(__always) var float: Float { Float(Float16(bitPattern: bits)) }
  @inline(__always) init(_ value: Float) { bits = Float16(value).bitPattern }
  #else
  @inline(__always) var float: Float {
    let sign = UInt32(bits & 0x8000) &<< 16
    let shifted = UInt32(bits & 0x7fff) &<< 13
    let normal = shifted &+ 0x3800_0000
    // A subnormal half gets an implicit bit, which the subtraction takes off again.
    let small = (Float(bitPattern: shifted &+ 0x3880_0000) - 6.103515625e-05).bitPattern
    let special = shifted &+ 0x7000_0000 | (shifted > 0x0f80_0000 ? 0x40_0000 : 0)
    let b = shifted >= 0x0f80_0000 ? special : shifted < 0x80_0000 ? small : normal
    return Float(bitPattern: b | sign)
  }
  @inline(__always) init(_ value: Float) {
    let b = value.bitPattern
    let a = b & 0x7fff_ffff
    let normal = (a &+ 0xfff &+ ((a &>> 13) & 1) &- 0x3800_0000) &>> 13
    // Adding a half aligns the last bit of a subnormal result with the last bit of a float32, which rounds it.
    let small = (Float(bitPattern: a) + 0.5).bitPattern &- 0x3f00_0000
    let special: UInt32 = a > 0x7f80_0000 ? 0x7e00 | (a &>> 13) & 0x3ff : 0x7c00
    let r = a >= 0x477f_f000 ? special : a < 0x3880_0000 ? small : normal
    bits = UInt16(truncatingIfNeeded: r | (b &>> 16) & 0x8000)
  }
  #endif
}
