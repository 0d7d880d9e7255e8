import CSystem
import EmberwingCore
import EmberwingKernels
import Testing

#if EW_VECTOR_BUILDS
import EmberwingKernelsV3
import EmberwingKernelsV4
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The elementwise entry points of one build of the kernel folder.
struct Build: Sendable, CustomTestStringConvertible {
  var name: String
  var unary: @Sendable (UnaryOp, DType) -> UnaryBlock?
  var predicate: @Sendable (PredicateOp, DType) -> UnaryBlock?
  var binary: @Sendable (BinaryOp, DType) -> BinaryBlock?
  var compare: @Sendable (CompareOp, DType) -> BinaryBlock?
  var ternary: @Sendable (TernaryOp, DType) -> TernaryBlock?
  var convert: @Sendable (DType, DType) -> UnaryBlock
  var transpose: @Sendable (UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int, Int, Int, Int) -> Void
  var gather: @Sendable (UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int, Int) -> Void
  var scatter: @Sendable (UnsafeMutableRawPointer, Int, UnsafeRawPointer, Int, Int) -> Void
  var testDescription: String { name }

  /// Every build that this machine can run.
  static let all: [Build] = {
    typealias Base = EmberwingKernels.CPUKernels
    var builds = [
      Build(
        name: "baseline", unary: { Base.unary($0, $1) }, predicate: { Base.predicate($0, $1) },
        binary: { Base.binary($0, $1) }, compare: { Base.compare($0, $1) }, ternary: { Base.ternary($0, $1) },
        convert: { Base.convert($0, $1) },
        transpose: {
          Base.transpose($0, $1, rows: $2, columns: $3, rowStride: $4, columnStride: $5, elementSize: $6)
        },
        gather: { Base.gather($0, $1, stride: $2, elementSize: $3, count: $4) },
        scatter: { Base.scatter($0, stride: $1, $2, elementSize: $3, count: $4) })
    ]
    #if EW_VECTOR_BUILDS
    if ew_cpu_level() >= 3 {
      typealias V3 = EmberwingKernelsV3.CPUKernels
      builds.append(
        Build(
          name: "V3", unary: { V3.unary($0, $1) }, predicate: { V3.predicate($0, $1) },
          binary: { V3.binary($0, $1) }, compare: { V3.compare($0, $1) }, ternary: { V3.ternary($0, $1) },
          convert: { V3.convert($0, $1) },
          transpose: {
            V3.transpose($0, $1, rows: $2, columns: $3, rowStride: $4, columnStride: $5, elementSize: $6)
          },
          gather: { V3.gather($0, $1, stride: $2, elementSize: $3, count: $4) },
          scatter: { V3.scatter($0, stride: $1, $2, elementSize: $3, count: $4) }))
    }
    if ew_cpu_level() >= 4 {
      typealias V4 = EmberwingKernelsV4.CPUKernels
      builds.append(
        Build(
          name: "V4", unary: { V4.unary($0, $1) }, predicate: { V4.predicate($0, $1) },
          binary: { V4.binary($0, $1) }, compare: { V4.compare($0, $1) }, ternary: { V4.ternary($0, $1) },
          convert: { V4.convert($0, $1) },
          transpose: {
            V4.transpose($0, $1, rows: $2, columns: $3, rowStride: $4, columnStride: $5, elementSize: $6)
          },
          gather: { V4.gather($0, $1, stride: $2, elementSize: $3, count: $4) },
          scatter: { V4.scatter($0, stride: $1, $2, elementSize: $3, count: $4) }))
    }
    #endif
    return builds
  }()
}

func apply<A: BitwiseCopyable, R: BitwiseCopyable>(
  _ f: UnaryBlock, _ x: [A], _ zero: R, _ p: [Double] = [0]
) -> [R] {
  var out = [R](repeating: zero, count: x.count)
  let n = x.count
  out.withUnsafeMutableBytes { o in
    x.withUnsafeBytes { x in
      guard let o = o.baseAddress, let x = x.baseAddress else { return }
      f(o, x, n, p)
    }
  }
  return out
}

func apply<A: BitwiseCopyable, R: BitwiseCopyable>(
  _ f: BinaryBlock, _ a: [A], _ b: [A], _ zero: R, _ p: [Double] = [0]
) -> [R] {
  var out = [R](repeating: zero, count: a.count)
  let n = a.count
  out.withUnsafeMutableBytes { o in
    a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        guard let o = o.baseAddress, let a = a.baseAddress, let b = b.baseAddress else { return }
        f(o, a, b, n, p)
      }
    }
  }
  return out
}

func apply<A: BitwiseCopyable, B: BitwiseCopyable>(
  _ f: TernaryBlock, _ a: [A], _ b: [B], _ c: [B], _ p: [Double] = [0]
) -> [B] {
  var out = b
  let n = a.count
  out.withUnsafeMutableBytes { o in
    a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        c.withUnsafeBytes { c in
          guard let o = o.baseAddress, let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else {
            return
          }
          f(o, a, b, c, n, p)
        }
      }
    }
  }
  return out
}

/// Distance of `x` from the exact `y` in units of the last place of y in float32; infinite where one is NaN or the wrong
/// infinity.
func ulps(_ x: Float, _ y: Double) -> Double {
  let rounded = Float(y)
  if x.isNaN && y.isNaN || x == rounded && x.sign == rounded.sign { return 0 }
  // Past the largest number, the next power of two stands for infinity.
  if x.isNaN || y.isNaN { return .infinity }
  let value = x.isInfinite ? Double(sign: x.sign, exponent: 128, significand: 1) : Double(x)
  if y.isInfinite { return .infinity }
  if x == 0 && y == 0 { return .infinity }
  let unit = Swift.max(Double(Float(Swift.min(Swift.abs(y), 3.4e38)).ulp), Double(Float.leastNonzeroMagnitude))
  return Swift.abs(value - y) / unit
}

/// Sweeps: dense near zero, wide, every exponent, and the edges.
func sweep(_ wide: Float = 120) -> [Float] {
  var x: [Float] = [
    0, -0.0, 1, -1, 0.5, -0.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 88.72283,
    88.722839, 88.73, -87.336, -87.34, -103.9, -103.97, -104, 127.99, 128, -126, -149, -149.5, -150, 8191.99, 8192,
    1e5, 1e10, 1e20, -1e20, 1.5707964, 3.1415927, 6.2831855, 0.99999994, 1.0000001, -0.99999994, 20, 20.001, 10.05,
    14.3,
  ]
  for i in -4000...4000 { x.append(Float(i) / 4000 * wide) }
  for i in -4000...4000 { x.append(Float(i) / 4000 * 4) }
  for i in -2000...2000 { x.append(1 + Float(i) / 2_000_00) }
  for e in -149...127 {
    for m: Float in [1, 1.0000001, 1.2, 1.41421, 1.41422, 1.5, 1.7, 1.9999999] {
      let v = Float(sign: .plus, exponent: e, significand: 1) * m
      x.append(v)
      x.append(-v)
    }
  }
  return x
}
