import CSystem
import EmberwingCore

/// A register's worth of floating-point lanes. Wrapping the concrete SIMD types keeps generic loops on the concrete
/// operators; the generic ones of `SIMD` work lane by lane.
protocol FloatPack {
  associatedtype Scalar: BinaryFloatingPoint
  static var lanes: Int { get }
  init(_ value: Scalar)
  subscript(lane: Int) -> Scalar { get set }
  static func load(_ p: UnsafePointer<Scalar>) -> Self
  func store(_ p: UnsafeMutablePointer<Scalar>)
  /// The first `count` lanes (fewer than all); the others are `fill`.
  static func load(_ p: UnsafePointer<Scalar>, first count: Int, fill: Scalar) -> Self
  func store(_ p: UnsafeMutablePointer<Scalar>, first count: Int)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  var squareRoot: Self { get }
  /// self + a * b, fused where the target can.
  func adding(_ a: Self, _ b: Self) -> Self
  func larger(_ other: Self) -> Self
  func smaller(_ other: Self) -> Self
  /// In each lane, the first value where this pack is positive, the second where negative, else the third.
  func bySign(_ plus: Self, _ minus: Self, _ other: Self) -> Self
  var magnitude: Self { get }
  var exponential: Self { get }
  /// All lanes combined by halving.
  func fold(_ f: (Self, Self) -> Self) -> Scalar
}

extension FloatPack {
  @inline(__always) var total: Scalar { fold { $0 + $1 } }
}

/// Sixteen float32 lanes.
struct PackF: FloatPack {
  var v: SIMD16<Float>
  @inline(__always) init(v: SIMD16<Float>) { self.v = v }
  @inline(__always) init(_ value: Float) { v = SIMD16(repeating: value) }
  @inline(__always) static var lanes: Int { 16 }
  @inline(__always) subscript(lane: Int) -> Float {
    get { v[lane] }
    set { v[lane] = newValue }
  }
  @inline(__always) static func load(_ p: UnsafePointer<Float>) -> PackF {
    PackF(v: UnsafeRawPointer(p).loadUnaligned(as: SIMD16<Float>.self))
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(p).storeBytes(of: v, as: SIMD16<Float>.self)
  }
  @inline(__always) static func load(_ p: UnsafePointer<Float>, first count: Int, fill: Float) -> PackF {
    PartialLanes.load16(p, count, fill)
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<Float>, first count: Int) {
    PartialLanes.store16(v, p, count)
  }
  @inline(__always) static func + (a: PackF, b: PackF) -> PackF { PackF(v: a.v + b.v) }
  @inline(__always) static func - (a: PackF, b: PackF) -> PackF { PackF(v: a.v - b.v) }
  @inline(__always) static func * (a: PackF, b: PackF) -> PackF { PackF(v: a.v * b.v) }
  @inline(__always) static func / (a: PackF, b: PackF) -> PackF { PackF(v: a.v / b.v) }
  @inline(__always) var squareRoot: PackF { PackF(v: ew_sqrt_float16(v)) }
  @inline(__always) func adding(_ a: PackF, _ b: PackF) -> PackF {
    #if EW_FMA
    PackF(v: v.addingProduct(a.v, b.v))
    #else
    PackF(v: v + a.v * b.v)
    #endif
  }
  @inline(__always) func larger(_ other: PackF) -> PackF {
    PackF(v: other.v.replacing(with: v, where: (v .> other.v) .| (v .!= v)))
  }
  @inline(__always) func smaller(_ other: PackF) -> PackF {
    PackF(v: other.v.replacing(with: v, where: (v .< other.v) .| (v .!= v)))
  }
  @inline(__always) func bySign(_ plus: PackF, _ minus: PackF, _ other: PackF) -> PackF {
    PackF(v: other.v.replacing(with: plus.v, where: v .> 0).replacing(with: minus.v, where: v .< 0))
  }
  @inline(__always) var magnitude: PackF {
    PackF(v: unsafeBitCast(unsafeBitCast(v, to: SIMD16<UInt32>.self) & 0x7fff_ffff, to: SIMD16<Float>.self))
  }
  @inline(__always) var exponential: PackF { PackF(v: SoftmaxMath.exp(v)) }
  @inline(__always) func fold(_ f: (PackF, PackF) -> PackF) -> Float {
    var a = f(self, PackF(v: SIMD16(lowHalf: v.highHalf, highHalf: v.lowHalf)))
    a = f(a, a.spread8(a.v.lowHalf.highHalf, a.v.lowHalf.lowHalf))
    let q = a.v.lowHalf.lowHalf
    a = f(a, a.spread4(q.highHalf, q.lowHalf))
    return f(a, PackF(a.v[1])).v[0]
  }
  @inline(__always) private func spread8(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> PackF {
    let h = SIMD8(lowHalf: a, highHalf: b)
    return PackF(v: SIMD16(lowHalf: h, highHalf: h))
  }
  @inline(__always) private func spread4(_ a: SIMD2<Float>, _ b: SIMD2<Float>) -> PackF {
    let h = SIMD4(lowHalf: a, highHalf: b)
    return spread8(h, h)
  }
}

/// Eight float64 lanes.
struct PackD: FloatPack {
  var v: SIMD8<Double>
  @inline(__always) init(v: SIMD8<Double>) { self.v = v }
  @inline(__always) init(_ value: Double) { v = SIMD8(repeating: value) }
  @inline(__always) static var lanes: Int { 8 }
  @inline(__always) subscript(lane: Int) -> Double {
    get { v[lane] }
    set { v[lane] = newValue }
  }
  @inline(__always) static func load(_ p: UnsafePointer<Double>) -> PackD {
    PackD(v: UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Double>.self))
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(p).storeBytes(of: v, as: SIMD8<Double>.self)
  }
  @inline(__always) static func load(_ p: UnsafePointer<Double>, first count: Int, fill: Double) -> PackD {
    PackD(v: PartialLanes.load8(p, count, fill))
  }
  @inline(__always) func store(_ p: UnsafeMutablePointer<Double>, first count: Int) {
    PartialLanes.store8(v, p, count)
  }
  @inline(__always) static func + (a: PackD, b: PackD) -> PackD { PackD(v: a.v + b.v) }
  @inline(__always) static func - (a: PackD, b: PackD) -> PackD { PackD(v: a.v - b.v) }
  @inline(__always) static func * (a: PackD, b: PackD) -> PackD { PackD(v: a.v * b.v) }
  @inline(__always) static func / (a: PackD, b: PackD) -> PackD { PackD(v: a.v / b.v) }
  @inline(__always) var squareRoot: PackD { PackD(v: ew_sqrt_double8(v)) }
  @inline(__always) func adding(_ a: PackD, _ b: PackD) -> PackD {
    #if EW_FMA
    PackD(v: v.addingProduct(a.v, b.v))
    #else
    PackD(v: v + a.v * b.v)
    #endif
  }
  @inline(__always) func larger(_ other: PackD) -> PackD {
    PackD(v: other.v.replacing(with: v, where: (v .> other.v) .| (v .!= v)))
  }
  @inline(__always) func smaller(_ other: PackD) -> PackD {
    PackD(v: other.v.replacing(with: v, where: (v .< other.v) .| (v .!= v)))
  }
  @inline(__always) func bySign(_ plus: PackD, _ minus: PackD, _ other: PackD) -> PackD {
    PackD(v: other.v.replacing(with: plus.v, where: v .> 0).replacing(with: minus.v, where: v .< 0))
  }
  @inline(__always) var magnitude: PackD {
    PackD(
      v: unsafeBitCast(
        unsafeBitCast(v, to: SIMD8<UInt64>.self) & 0x7fff_ffff_ffff_ffff, to: SIMD8<Double>.self))
  }
  @inline(__always) var exponential: PackD { PackD(v: SoftmaxMath.exp(v)) }
  @inline(__always) func fold(_ f: (PackD, PackD) -> PackD) -> Double {
    var a = f(self, PackD(v: SIMD8(lowHalf: v.highHalf, highHalf: v.lowHalf)))
    let q = a.v.lowHalf
    let s = SIMD4(lowHalf: q.highHalf, highHalf: q.lowHalf)
    a = f(a, PackD(v: SIMD8(lowHalf: s, highHalf: s)))
    return f(a, PackD(a.v[1])).v[0]
  }
}

/// Loads and stores of a few lanes, in halves, quarters and so on: setting lanes one by one would go through memory.
private enum PartialLanes {
  @inline(__always)
  static func load2<T: SIMDScalar>(_ p: UnsafePointer<T>, _ count: Int, _ fill: T) -> SIMD2<T> {
    count >= 2 ? SIMD2(p[0], p[1]) : count == 1 ? SIMD2(p[0], fill) : SIMD2(fill, fill)
  }

  @inline(__always)
  static func load4<T: SIMDScalar>(_ p: UnsafePointer<T>, _ count: Int, _ fill: T) -> SIMD4<T> {
    if count >= 4 { return UnsafeRawPointer(p).loadUnaligned(as: SIMD4<T>.self) }
    if count >= 2 { return SIMD4(lowHalf: SIMD2(p[0], p[1]), highHalf: load2(p + 2, count - 2, fill)) }
    return SIMD4(lowHalf: load2(p, count, fill), highHalf: SIMD2(fill, fill))
  }

  @inline(__always)
  static func load8<T: SIMDScalar>(_ p: UnsafePointer<T>, _ count: Int, _ fill: T) -> SIMD8<T> {
    if count >= 8 { return UnsafeRawPointer(p).loadUnaligned(as: SIMD8<T>.self) }
    if count >= 4 {
      return SIMD8(
        lowHalf: UnsafeRawPointer(p).loadUnaligned(as: SIMD4<T>.self), highHalf: load4(p + 4, count - 4, fill))
    }
    return SIMD8(lowHalf: load4(p, count, fill), highHalf: SIMD4(repeating: fill))
  }

  @inline(never)
  static func load16(_ p: UnsafePointer<Float>, _ count: Int, _ fill: Float) -> PackF {
    if count >= 8 {
      return PackF(
        v: SIMD16(
          lowHalf: UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Float>.self), highHalf: load8(p + 8, count - 8, fill)))
    }
    return PackF(v: SIMD16(lowHalf: load8(p, count, fill), highHalf: SIMD8(repeating: fill)))
  }

  @inline(__always)
  static func store4<T: SIMDScalar>(_ v: SIMD4<T>, _ p: UnsafeMutablePointer<T>, _ count: Int) {
    if count >= 4 {
      UnsafeMutableRawPointer(p).storeBytes(of: v, as: SIMD4<T>.self)
      return
    }
    if count >= 1 { p[0] = v[0] }
    if count >= 2 { p[1] = v[1] }
    if count >= 3 { p[2] = v[2] }
  }

  @inline(__always)
  static func store8<T: SIMDScalar>(_ v: SIMD8<T>, _ p: UnsafeMutablePointer<T>, _ count: Int) {
    store4(v.lowHalf, p, min(count, 4))
    if count > 4 { store4(v.highHalf, p + 4, count - 4) }
  }

  @inline(never)
  static func store16(_ v: SIMD16<Float>, _ p: UnsafeMutablePointer<Float>, _ count: Int) {
    store8(v.lowHalf, p, min(count, 8))
    if count > 8 { store8(v.highHalf, p + 8, count - 8) }
  }
}

/// `c + a * b`, fused where the target can.
@inline(__always)
func mulAdd<T: BinaryFloatingPoint>(_ a: T, _ b: T, _ c: T) -> T {
  #if EW_FMA
  c.addingProduct(a, b)
  #else
  c + a * b
  #endif
}

extension UnsafeRawPointer {
  @inline(__always) func of<T>(_ type: T.Type) -> UnsafePointer<T> { assumingMemoryBound(to: type) }
}

extension UnsafeMutableRawPointer {
  @inline(__always) func of<T>(_ type: T.Type) -> UnsafeMutablePointer<T> { assumingMemoryBound(to: type) }
}
