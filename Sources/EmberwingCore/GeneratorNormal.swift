// Normal numbers by Box and Muller (1958): pair by pair with a cached second number for short or strided tensors, and in
// blocks of 16 for contiguous ones, as PyTorch.
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CSystem

extension Generator {
  /// `Tensor.normal_`: `count` elements at `out`, contiguous. `elementwise` asks for the stream that PyTorch uses where
  /// the tensor is not contiguous. A complex type gets both parts, each with half the variance.
  public func fillNormal(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, mean: Double = 0, std: Double = 1,
    elementwise: Bool = false
  ) throws {
    if !(std >= 0) { throw EmberwingError.runtime("normal expects std >= 0.0, but found std \(Store.text(std))") }
    if type.isComplex {
      return try fillNormal(
        type.realType, out, count * 2, mean: mean, std: std / 2.0.squareRoot(), elementwise: elementwise)
    }
    guard type.isFloatingPoint else {
      throw EmberwingError.notImplemented("\"normal_kernel_cpu\" not implemented for '\(type.scalarTypeName)'")
    }
    if count < 16 || elementwise {
      try fillNormalPairs(type, out, count) { mean.addingProduct($0, std) }
    } else if type == .float64 {
      try fillNormalBlocks(out.assumingMemoryBound(to: Double.self), count, mean, std)
    } else if type == .float32 {
      try fillNormalBlocks(out.assumingMemoryBound(to: Float.self), count, Float(mean), Float(std))
    } else {
      try fillNormalNarrow(type, out, count, Float(mean), Float(std))
    }
  }

  /// `Tensor.log_normal_`; mean and std are those of the logarithm.
  public func fillLogNormal(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, mean: Double = 1, std: Double = 2
  ) throws {
    if !(std > 0) { throw EmberwingError.runtime("log_normal_ expects std > 0.0, but found std=\(Store.text(std))") }
    guard type.isFloatingPoint else {
      throw EmberwingError.notImplemented("\"log_normal_cpu\" not implemented for '\(type.scalarTypeName)'")
    }
    try fillNormalPairs(type, out, count) { exp(mean.addingProduct($0, std)) }
  }

  /// One number of mean 0 and deviation 1, from the cached pair or a new one.
  public func normal() -> Double {
    lock.withLock { _ in drawNormal() }
  }

  func drawNormal() -> Double {
    if let cached = nextNormal {
      nextNormal = nil
      return cached
    }
    let u1 = drawUniform()
    let (first, second) = Generator.pair(u1, drawUniform())
    nextNormal = second
    return first
  }

  @inline(__always) private static func pair(_ u1: Double, _ u2: Double) -> (Double, Double) {
    let radius = (-2 * log1p(-u2)).squareRoot()
    let theta = 2 * Double.pi * u1
    return (radius * cos(theta), radius * sin(theta))
  }

  /// Numbers pair by pair, each passed through `f`.
  private func fillNormalPairs(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, _ f: (Double) -> Double
  ) throws {
    if count <= 0 { return }
    let chunk = 1 << 14
    try Generator.withScratch(2 * Swift.min(count, chunk), of: Double.self) { values in
      try lock.withLock { _ in
        var start = 0
        if nextNormal != nil {
          values[0] = f(drawNormal())
          try Store.doubles(type, out, 0, values, 1)
          start = 1
        }
        let pairs = (count - start) / 2
        try inChunks(pairs, 4, chunk: chunk / 2) { raw, lo, n in
          parallelFor(n, grain: 512) { a, b in
            for i in a..<b {
              let w = raw + 4 * i
              let (first, second) = Generator.pair(
                Generator.unit(UInt64(w[0]) << 32 | UInt64(w[1])), Generator.unit(UInt64(w[2]) << 32 | UInt64(w[3])))
              values[2 * i] = f(first)
              values[2 * i + 1] = f(second)
            }
          }
          try Store.doubles(type, out, start + 2 * lo, values, 2 * n)
        }
        if start + 2 * pairs < count {
          values[0] = f(drawNormal())
          try Store.doubles(type, out, count - 1, values, 1)
        }
      }
    }
  }

  private func fillNormalBlocks(
    _ out: UnsafeMutablePointer<Double>, _ count: Int, _ mean: Double, _ std: Double
  ) throws {
    func transform(_ raw: UnsafePointer<UInt32>, _ out: UnsafeMutablePointer<Double>, _ n: Int) {
      parallelFor(n / 16, grain: 64) { a, b in
        for block in a..<b {
          let w = raw + 32 * block
          let o = out + 16 * block
          for j in 0..<8 {
            let u1 = 1 - Generator.unit(UInt64(w[2 * j]) << 32 | UInt64(w[2 * j + 1]))
            let u2 = Generator.unit(UInt64(w[2 * j + 16]) << 32 | UInt64(w[2 * j + 17]))
            let radius = (-2 * log(u1)).squareRoot()
            let theta = 2 * Double.pi * u2
            o[j] = mean.addingProduct(radius * cos(theta), std)
            o[j + 8] = mean.addingProduct(radius * sin(theta), std)
          }
        }
      }
    }
    try lock.withLock { _ in
      // A last, incomplete block of draws is made and dropped; 16 new ones then overwrite the last 16 elements.
      try inChunks(count, 2, chunk: 1 << 15) { raw, lo, n in transform(raw, out + lo, n) }
      if count % 16 != 0 { try inChunks(16, 2) { raw, _, _ in transform(raw, out + count - 16, 16) } }
    }
  }

  private func fillNormalBlocks(
    _ out: UnsafeMutablePointer<Float>, _ count: Int, _ mean: Float, _ std: Float
  ) throws {
    try lock.withLock { _ in
      try inChunks(count, 1, chunk: 1 << 15) { raw, lo, n in Generator.normalFloats(raw, out + lo, n, mean, std) }
      if count % 16 != 0 {
        try inChunks(16, 1) { raw, _, _ in Generator.normalFloats(raw, out + count - 16, 16, mean, std) }
      }
    }
  }

  /// float16 and bfloat16: no draws for an incomplete block, other than those of the last 16 elements.
  private func fillNormalNarrow(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, _ mean: Float, _ std: Float
  ) throws {
    let chunk = 1 << 15
    try Generator.withScratch(Swift.min(count, chunk), of: Float.self) { values in
      try lock.withLock { _ in
        try inChunks(count & ~15, 1, chunk: chunk) { raw, lo, n in
          Generator.normalFloats(raw, values, n, mean, std)
          try Store.floats(type, out, lo, values, n)
        }
        if count % 16 != 0 {
          try inChunks(16, 1) { raw, _, _ in
            Generator.normalFloats(raw, values, 16, mean, std)
            try Store.floats(type, out, count - 16, values, 16)
          }
        }
      }
    }
  }

  /// Full blocks of 16 among the first `n` draws.
  private static func normalFloats(
    _ raw: UnsafePointer<UInt32>, _ out: UnsafeMutablePointer<Float>, _ n: Int, _ mean: Float, _ std: Float
  ) {
    let m = Double(mean)
    let s = Double(std)
    let isStandard = mean == 0 && std == 1
    parallelFor(n / 16, grain: 512) { a, b in
      for block in a..<b {
        let w = UnsafeRawPointer(raw + 16 * block)
        let o = out + 16 * block
        let u1 = 1 - unit24(w.loadUnaligned(as: SIMD8<UInt32>.self))
        let u2 = unit24(w.loadUnaligned(fromByteOffset: 32, as: SIMD8<UInt32>.self))
        let (x, y) = boxMuller(u1, u2)
        UnsafeMutableRawPointer(o).storeBytes(of: x, as: Lanes.self)
        UnsafeMutableRawPointer(o + 8).storeBytes(of: y, as: Lanes.self)
        // A double holds the product exactly: one rounding more than a fused operation, and seldom a visible one.
        if !isStandard { for j in 0..<16 { o[j] = Float(Double(o[j]) * s + m) } }
      }
    }
  }

  private typealias Lanes = SIMD8<Float>
  private typealias Bits = SIMD8<UInt32>

  @inline(__always) private static func bits(_ x: Lanes) -> Bits { unsafeBitCast(x, to: Bits.self) }
  @inline(__always) private static func lanes(_ x: Bits) -> Lanes { unsafeBitCast(x, to: Lanes.self) }

  /// 24 bits as a number in [0, 1): the low 23 as a significand, the 24th as a half.
  @inline(__always) private static func unit24(_ w: Bits) -> Lanes {
    let low = lanes(w & 0x7f_ffff | 0x4b00_0000) - 0x1p23
    let half = lanes((0 &- (w &>> 23 & 1)) & Bits(repeating: Float(0x1p23).bitPattern))
    return (low + half) * 0x1p-24
  }

  /// u1 is in (0, 1], u2 in [0, 1).
  @inline(__always) private static func boxMuller(_ u1: Lanes, _ u2: Lanes) -> (Lanes, Lanes) {
    // log(u1) = e·ln 2 + log(m), m in [√½, √2): log(1 + f) = f - f²/2 + s·(f²/2 + R(s²)), s = f / (2 + f).
    let shifted = bits(u1) &- 0x3f35_04f3
    let exponent = shifted & 0xff80_0000
    let f = lanes(bits(u1) &- exponent) - 1
    // The exponent is -24 ... 0: added to 1.5·2²³ it is the low bits of a float.
    let e = lanes((exponent &>> 23 | 0xffff_ff00) & (0 &- (exponent &>> 31)) &+ 0x4b40_0000) - 12_582_912
    let s = f / (2 + f)
    let z = s * s
    let r1 = 0.2857142857 + z * 0.2222222222
    let r2 = 0.4 + z * r1
    let tail = z * (0.6666666667 + z * r2)
    let half = 0.5 * f * f
    // ln 2 in two parts; the first has zeros enough for an exact product.
    let small = s * (half + tail) - e * 2.12194440e-4
    let logarithm = e * 0.693359375 + (f - (half - small))
    let squared = -2 * logarithm
    let radius = Lanes(lowHalf: ew_sqrt4(squared.lowHalf), highHalf: ew_sqrt4(squared.highHalf))

    let theta = 6.28318530718 * u2
    // Adding 1.5·2²³ rounds to an integer and leaves it in the low bits.
    let rounded = theta * 0.636619772368 + 12_582_912
    let q = bits(rounded)
    let turns = rounded - 12_582_912
    let a1 = theta - turns * 1.5703125
    let a2 = a1 - turns * 4.837512969970703e-4
    let a = a2 - turns * 7.549789948768648e-8
    let t = a * a
    let s1 = t * 2.7557319e-6 - 1.984126984e-4
    let s2 = t * s1 + 0.0083333333333
    let s3 = t * s2 - 0.16666666667
    let sine = a + a * t * s3
    let c1 = 2.48015873e-5 - t * 2.75573192e-7
    let c2 = t * c1 - 0.00138888888889
    let c3 = t * c2 + 0.041666666667
    let cosine = 1 - 0.5 * t + t * t * c3
    // Odd quarter turns exchange the two, then the quadrant gives the signs.
    let exchange = (bits(sine) ^ bits(cosine)) & (0 &- (q & 1))
    let sin = lanes(bits(sine) ^ exchange ^ (q & 2) &<< 30)
    let cos = lanes(bits(cosine) ^ exchange ^ ((q &+ 1) & 2) &<< 30)
    return (radius * cos, radius * sin)
  }
}
