@_exported import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The filters of image resizing, numbered as `ew_interpolation` in the C header.
public enum Interpolation: Int32, Sendable, CaseIterable {
  case nearest = 0
  case bilinear
  case bicubic
  case box
  case hamming
  case lanczos

  /// Half the filter's width at scale 1.
  var support: Double {
    switch self {
    case .nearest: 0
    case .box: 0.5
    case .bilinear, .hamming: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  /// The filter; `cubic` is the free constant of the cubic one.
  func weight(_ x: Double, cubic: Double) -> Double {
    let a = abs(x)
    switch self {
    case .nearest: return 0
    case .box: return x > -0.5 && x <= 0.5 ? 1 : 0
    case .bilinear: return a < 1 ? 1 - a : 0
    case .hamming:
      if a == 0 { return 1 }
      if a >= 1 { return 0 }
      let t = a * .pi
      return sin(t) / t * (0.54 + 0.46 * cos(t))
    case .bicubic:
      if a < 1 { return ((cubic + 2) * a - (cubic + 3)) * a * a + 1 }
      if a < 2 { return (((a - 5) * a + 8) * a - 4) * cubic }
      return 0
    case .lanczos: return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0
    }
  }

  private func sinc(_ x: Double) -> Double {
    if x == 0 { return 1 }
    let t = x * .pi
    return sin(t) / t
  }
}

/// The weights with which each output of one axis is made of a run of inputs.
struct ResampleWeights {
  let size: Int
  let taps: Int
  var first: [Int32]
  var length: [Int32]
  /// `taps` weights an output, zero beyond its length.
  var weights: [Double]

  /// Weights of Pillow's resampling: with `antialias` the filter widens with the reduction, otherwise it samples.
  init(from: Int, to: Int, _ filter: Interpolation, antialias: Bool, cubic: Double) throws {
    let scale = Double(from) / Double(to)
    let wide = antialias ? Swift.max(scale, 1) : 1
    let support = filter.support * wide
    taps = Int(support.rounded(.up)) * 2 + 1
    size = to
    if to.multipliedReportingOverflow(by: taps).overflow || to > 1 << 24 || from > 1 << 30 {
      throw EmberwingError.value("resize: the sizes \(from) and \(to) are too large")
    }
    first = [Int32](repeating: 0, count: to)
    length = [Int32](repeating: 0, count: to)
    weights = [Double](repeating: 0, count: to * taps)
    let inverse = 1 / wide
    for i in 0..<to {
      let center = (Double(i) + 0.5) * scale
      // Truncation, as in Pillow: a negative start is cut to 0 afterwards.
      let low = Swift.max(Int(center - support + 0.5), 0)
      let high = Swift.min(Int(center + support + 0.5), from)
      let n = Swift.min(Swift.max(high - low, 0), taps)
      var sum = 0.0
      for k in 0..<n {
        let w = filter.weight((Double(k + low) - center + 0.5) * inverse, cubic: cubic)
        weights[i * taps + k] = w
        sum += w
      }
      if sum != 0 { for k in 0..<n { weights[i * taps + k] /= sum } }
      first[i] = Int32(low)
      length[i] = Int32(n)
    }
  }

  /// Weights of `torch.nn.functional.interpolate` without antialiasing: edge pixels stand for those outside.
  init(sampling from: Int, to: Int, _ filter: Interpolation, cubic: Double) throws {
    let reach = filter == .bicubic ? 4 : 2
    if to > 1 << 24 || from > 1 << 30 {
      throw EmberwingError.value("resize: the sizes \(from) and \(to) are too large")
    }
    let scale = Double(from) / Double(to)
    size = to
    taps = reach
    first = [Int32](repeating: 0, count: to)
    length = [Int32](repeating: 0, count: to)
    weights = [Double](repeating: 0, count: to * reach)
    for i in 0..<to {
      var x = (Double(i) + 0.5) * scale - 0.5
      if filter == .bilinear { x = Swift.max(x, 0) }
      let base = Int(x.rounded(.down))
      let offset = filter == .bicubic ? base - 1 : base
      let low = Swift.min(Swift.max(offset, 0), from - 1)
      let high = Swift.min(Swift.max(offset + reach - 1, 0), from - 1)
      for k in 0..<reach {
        let place = Swift.min(Swift.max(offset + k, 0), from - 1) - low
        weights[i * reach + place] += filter.weight(Double(offset + k) - x, cubic: cubic)
      }
      first[i] = Int32(low)
      length[i] = Int32(high - low + 1)
    }
  }

  /// Pillow's 22-bit fixed point, rounded half away from zero.
  var fixed: [Int32] {
    weights.map { w in
      let v = w * Double(1 << 22)
      return Int32(Swift.min(Swift.max(v < 0 ? v - 0.5 : v + 0.5, -0x1p30), 0x1p30))
    }
  }
}

/// Applies weights along one axis of `[outer, size, inner]` images.
enum Resampler {
  static func bytes(_ x: Tensor, outer: Int, size: Int, inner: Int, _ w: ResampleWeights, into out: Tensor) {
    let fixed = w.fixed
    let (source, target) = (x.data.assumingMemoryBound(to: UInt8.self), out.data.assumingMemoryBound(to: UInt8.self))
    fixed.withUnsafeBufferPointer { k in
      parallelFor(outer, grain: Swift.max(1, 65536 / Swift.max(1, w.size * inner * w.taps))) { lo, hi in
        var sums = [Int32](repeating: 0, count: inner)
        for o in lo..<hi {
          for i in 0..<w.size {
            let (first, n) = (Int(w.first[i]), Int(w.length[i]))
            let row = target + (o * w.size + i) * inner
            if inner == 1 {
              var s: Int32 = 1 << 21
              let from = source + o * size + first
              for t in 0..<n { s = s &+ Int32(from[t]) &* k[i * w.taps + t] }
              row[0] = UInt8(Swift.min(Swift.max(s >> 22, 0), 255))
              continue
            }
            sums.withUnsafeMutableBufferPointer { s in
              for j in 0..<inner { s[j] = 1 << 21 }
              for t in 0..<n {
                let from = source + (o * size + first + t) * inner
                let c = k[i * w.taps + t]
                for j in 0..<inner { s[j] = s[j] &+ Int32(from[j]) &* c }
              }
              for j in 0..<inner { row[j] = UInt8(Swift.min(Swift.max(s[j] >> 22, 0), 255)) }
            }
          }
        }
      }
    }
  }

  static func floats<T: BinaryFloatingPoint>(
    _ x: Tensor, outer: Int, size: Int, inner: Int, _ w: ResampleWeights, into out: Tensor, _ type: T.Type
  ) {
    let k = w.weights.map { T($0) }
    let (source, target) = (x.data.assumingMemoryBound(to: T.self), out.data.assumingMemoryBound(to: T.self))
    k.withUnsafeBufferPointer { k in
      parallelFor(outer, grain: Swift.max(1, 65536 / Swift.max(1, w.size * inner * w.taps))) { lo, hi in
        for o in lo..<hi {
          for i in 0..<w.size {
            let (first, n) = (Int(w.first[i]), Int(w.length[i]))
            let row = target + (o * w.size + i) * inner
            for j in 0..<inner { row[j] = 0 }
            for t in 0..<n {
              let from = source + (o * size + first + t) * inner
              let c = k[i * w.taps + t]
              for j in 0..<inner { row[j] += from[j] * c }
            }
          }
        }
      }
    }
  }

  /// Copies the nearest elements of one axis.
  static func nearest(_ x: Tensor, outer: Int, size: Int, to: Int, inner: Int, pillow: Bool, into out: Tensor) {
    let bytes = inner * x.dtype.size
    var places = [Int](repeating: 0, count: to)
    if pillow {
      // Pillow looks at centres and adds up the step, rounding errors included.
      let scale = Double(size) / Double(to)
      var p = scale * 0.5
      for i in 0..<to {
        places[i] = Swift.min(Int(p), size - 1)
        p += scale
      }
    } else {
      // torch's "nearest" looks at corners, in single precision.
      let scale = Float(size) / Float(to)
      for i in 0..<to { places[i] = Swift.min(Int(Float(i) * scale), size - 1) }
    }
    let (source, target) = (x.data, out.data)
    parallelFor(outer, grain: Swift.max(1, 65536 / Swift.max(1, to * bytes))) { lo, hi in
      for o in lo..<hi {
        for i in 0..<to {
          (target + (o * to + i) * bytes).copyMemory(from: source + (o * size + places[i]) * bytes, byteCount: bytes)
        }
      }
    }
  }
}
