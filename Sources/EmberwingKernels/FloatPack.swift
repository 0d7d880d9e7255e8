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
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  /// self + a * b, fused where the target can.
  func adding(_ a: Self, _ b: Self) -> Self
  func larger(_ other: Self) -> Self
  func smaller(_ other: Self) -> Self
  var magnitude: Self { get }
  var exponential: Self { get }
  /// All lanes combined by halving.
  func fold(_ f: (Self, Self) -> Self) -> Scalar
}

extension FloatPack {
  @inline(__always)
  static func load(_ p: UnsafePointer<Scalar>, first count: Int, fill: Scalar) -> Self {
    var v = Self(fill)
    for i in 0..<count { v[i] = p[i] }
    return v
  }

  @inline(__always)
  func store(_ p: UnsafeMutablePointer<Scalar>, first count: Int) {
    for i in 0..<count { p[i] = self[i] }
  }

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
  @inline(__always) static func + (a: PackF, b: PackF) -> PackF { PackF(v: a.v + b.v) }
  @inline(__always) static func - (a: PackF, b: PackF) -> PackF { PackF(v: a.v - b.v) }
  @inline(__always) static func * (a: PackF, b: PackF) -> PackF { PackF(v: a.v * b.v) }
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
  @inline(__always) static func + (a: PackD, b: PackD) -> PackD { PackD(v: a.v + b.v) }
  @inline(__always) static func - (a: PackD, b: PackD) -> PackD { PackD(v: a.v - b.v) }
  @inline(__always) static func * (a: PackD, b: PackD) -> PackD { PackD(v: a.v * b.v) }
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
