#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a Fourier transform computes with: one number, or a vector that holds the same element of several lines.
protocol FourierLane: BitwiseCopyable {
  associatedtype Part: BinaryFloatingPoint & BitwiseCopyable
  static var width: Int { get }
  static func repeating(_ x: Part) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  subscript(lane i: Int) -> Part { get set }
}

extension Float: FourierLane {
  static var width: Int { 1 }
  @inline(__always) static func repeating(_ x: Float) -> Float { x }
  subscript(lane i: Int) -> Float {
    @inline(__always) get { self }
    @inline(__always) set { self = newValue }
  }
}

extension Double: FourierLane {
  static var width: Int { 1 }
  @inline(__always) static func repeating(_ x: Double) -> Double { x }
  subscript(lane i: Int) -> Double {
    @inline(__always) get { self }
    @inline(__always) set { self = newValue }
  }
}

extension SIMD8<Float>: FourierLane {
  static var width: Int { 8 }
  @inline(__always) static func repeating(_ x: Float) -> Self { Self(repeating: x) }
  subscript(lane i: Int) -> Float {
    @inline(__always) get { self[i] }
    @inline(__always) set { self[i] = newValue }
  }
}

extension SIMD4<Double>: FourierLane {
  static var width: Int { 4 }
  @inline(__always) static func repeating(_ x: Double) -> Self { Self(repeating: x) }
  subscript(lane i: Int) -> Double {
    @inline(__always) get { self[i] }
    @inline(__always) set { self[i] = newValue }
  }
}

/// The complex number of a transform.
struct Wave<L: FourierLane>: BitwiseCopyable {
  var re: L
  var im: L
  @inline(__always) init(_ re: L, _ im: L) {
    self.re = re
    self.im = im
  }
  @inline(__always) static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  @inline(__always) static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  @inline(__always) static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  @inline(__always) func scaled(_ s: L) -> Self { Self(re * s, im * s) }
  /// `-i * self`
  @inline(__always) var turned: Self { Self(im, -re) }
}

/// `e ** (-2πi k / n)`, exact to the last digit: the angle is first brought into an eighth of the circle.
func rootOfUnity(_ k: Int, _ n: Int) -> (re: Double, im: Double) {
  let k = k % n
  let eighths = 8 * k / n
  // The distance to the nearest quarter turn, in units of 1/n turns times 4.
  let quarter = (eighths + 1) / 2
  let rest = 4 * k - quarter * n
  let angle = Double.pi / 2 * Double(rest) / Double(n)
  let (c, s) = (cos(angle), sin(angle))
  switch quarter % 4 {
  case 0: return (c, -s)
  case 1: return (-s, -c)
  case 2: return (-c, s)
  default: return (s, c)
  }
}
