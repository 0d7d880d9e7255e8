// Uniform reals and what follows from one uniform number an element. Draws are made in order by the calling thread; the
// transformations that cost more than a draw run in parallel, which cannot change a value.
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Generator {
  /// Runs `body(draws, lo, n)` for one chunk of elements after the other, with their `perElement` draws each and the
  /// lock held.
  func inChunks(
    _ count: Int, _ perElement: Int, chunk: Int = 4096,
    _ body: (_ draws: UnsafeMutablePointer<UInt32>, _ lo: Int, _ n: Int) throws -> Void
  ) throws {
    if count <= 0 { return }
    try Generator.withScratch(Swift.min(count, chunk) * perElement, of: UInt32.self) { scratch in
      var lo = 0
      while lo < count {
        let n = Swift.min(chunk, count - lo)
        draws(scratch, n * perElement)
        try body(scratch, lo, n)
        lo += n
      }
    }
  }

  static func withScratch<T>(
    _ count: Int, of type: T.Type, _ body: (UnsafeMutablePointer<T>) throws -> Void
  ) throws {
    let bytes = count * MemoryLayout<T>.stride
    guard let p = Allocator.allocate(bytes) else {
      throw EmberwingError(.outOfMemory, "DefaultCPUAllocator: can't allocate memory: you tried to allocate \(bytes) bytes.")
    }
    defer { Allocator.free(p, bytes) }
    try body(p.bindMemory(to: T.self, capacity: count))
  }

  /// Doubles made from one 53-bit uniform number each by an expensive function, stored as `type`.
  func fillTransformed(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, _ f: (Double) -> Double
  ) throws {
    let chunk = 1 << 15
    if count <= 0 { return }
    try Generator.withScratch(Swift.min(count, chunk), of: Double.self) { values in
      try lock.withLock { _ in
        try inChunks(count, 2, chunk: chunk) { raw, lo, n in
          parallelFor(n, grain: 1024) { a, b in
            for i in a..<b { values[i] = f(Generator.unit(UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1]))) }
          }
          try Store.doubles(type, out, lo, values, n)
        }
      }
    }
  }

  /// `Tensor.uniform_`: `count` elements of [from, to) at `out`, contiguous. Complex types get both parts.
  public func fillUniform(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, from: Double = 0, to: Double = 1
  ) throws {
    if type.isComplex { return try fillUniform(type.realType, out, count * 2, from: from, to: to) }
    guard type.isFloatingPoint else {
      throw EmberwingError.notImplemented("\"check_uniform_bounds\" not implemented for '\(type.scalarTypeName)'")
    }
    let largest = Store.largest(type)
    let name = cppName(type)
    if !(from >= -largest && from <= largest) { throw EmberwingError.runtime("from is out of bounds for \(name)") }
    if !(to >= -largest && to <= largest) { throw EmberwingError.runtime("to is out of bounds for \(name)") }
    if from > to {
      throw EmberwingError.runtime(
        "uniform_ expects to return a [from, to) range, but found from=\(Store.text(from)) > to=\(Store.text(to))")
    }
    if to - from > largest {
      throw EmberwingError.runtime(
        "uniform_ expects to-from <= std::numeric_limits<\(type.scalarTypeName)>::max(), but found "
          + "to=\(Store.text(to)) and from=\(Store.text(from)) which result in to-from to exceed the limit")
    }
    if type == .float64 { return try fillUniformDouble(out, count, from, to) }
    if type == .float32 {
      let o = out.assumingMemoryBound(to: Float.self)
      try lock.withLock { _ in
        try inChunks(count, 1) { raw, lo, n in Generator.uniformFloats(raw, o + lo, n, from, to) }
      }
      return
    }
    let upper = Float(Store.rounded(Double(Float(to)), to: type))
    let lower = Float(Store.rounded(Double(Float(from)), to: type))
    try Generator.withScratch(Swift.min(Swift.max(count, 1), 4096), of: Float.self) { values in
      try lock.withLock { _ in
        try inChunks(count, 1) { raw, lo, n in
          Generator.uniformFloats(raw, values, n, from, to)
          // Rounding may reach the upper bound, which does not belong to the range.
          for i in 0..<n where Float(Store.rounded(Double(values[i]), to: type)) == upper { values[i] = lower }
          try Store.floats(type, out, lo, values, n)
        }
      }
    }
  }

  /// 24 bits of each draw, scaled as PyTorch does with a fused multiply-add.
  private static func uniformFloats(
    _ raw: UnsafePointer<UInt32>, _ out: UnsafeMutablePointer<Float>, _ n: Int, _ from: Double, _ to: Double
  ) {
    let lower = Float(from)
    let upper = Float(to)
    let range = upper - lower
    if lower == 0 && upper == 1 {
      for i in 0..<n { out[i] = unit24(raw[i]) }
      return
    }
    let exponents = Int(range.exponentOrZero) - Int(lower.exponentOrZero)
    if lower == 0 || range == 0 || (exponents >= -4 && exponents <= 29) {
      // The product and the sum fit a double's 53 bits, so its one rounding is that of a fused operation.
      let r = Double(range)
      let l = Double(lower)
      for i in 0..<n { out[i] = Float(Double(unit24(raw[i])) * r + l) }
    } else {
      for i in 0..<n { out[i] = lower.addingProduct(unit24(raw[i]), range) }
    }
    for i in 0..<n { out[i] = out[i] == upper ? lower : out[i] }
  }

  @inline(__always) static func unit24(_ word: UInt32) -> Float {
    Float(Int32(bitPattern: word & 0xff_ffff)) * 0x1p-24
  }

  private func fillUniformDouble(_ out: UnsafeMutableRawPointer, _ count: Int, _ from: Double, _ to: Double) throws {
    let o = out.assumingMemoryBound(to: Double.self)
    let range = to - from
    // A power of two, or nothing to add: the product or the sum is exact, so two operations round once.
    let isExact = from == 0 || range == 0 || range.significand == 1
    if !isExact {
      try fillTransformed(.float64, out, count) {
        let v = from.addingProduct($0, range)
        return v == to ? from : v
      }
      return
    }
    try lock.withLock { _ in
      try inChunks(count, 2) { raw, lo, n in
        let target = o + lo
        for i in 0..<n {
          let v = Generator.unit(UInt64(raw[2 * i]) << 32 | UInt64(raw[2 * i + 1])) * range + from
          target[i] = v == to ? from : v
        }
      }
    }
  }

  // MARK: distributions

  /// `Tensor.exponential_`.
  public func fillExponential(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, lambda: Double = 1
  ) throws {
    if !(lambda > 0) {
      throw EmberwingError.runtime("exponential_ expects lambda > 0.0, but found lambda=\(Store.text(lambda))")
    }
    try requireFloating(type, "Exponential distribution")
    let scale = -1 / lambda
    try fillTransformed(type, out, count) { scale * log1p(-$0) }
  }

  /// `Tensor.geometric_`: the number of trials up to the first success.
  public func fillGeometric(_ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, p: Double) throws {
    if !(p > 0 && p < 1) {
      throw EmberwingError.runtime("geometric_ expects p to be in (0, 1), but got p=\(Store.text(p))")
    }
    if type.isComplex || type == .bool || [.uint16, .uint32, .uint64].contains(type) {
      throw EmberwingError.notImplemented("\"geometric_cpu\" not implemented for '\(type.scalarTypeName)'")
    }
    let scale = log1p(-p)
    try fillTransformed(type, out, count) { (log($0) / scale).rounded(.up) }
  }

  /// `Tensor.cauchy_`.
  public func fillCauchy(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ count: Int, median: Double = 0, sigma: Double = 1
  ) throws {
    if !(sigma > 0) {
      throw EmberwingError.runtime("cauchy_ expects sigma > 0.0, but found sigma=\(Store.text(sigma))")
    }
    try requireFloating(type, "Cauchy distribution")
    try fillTransformed(type, out, count) { median.addingProduct(sigma, tan(Double.pi * ($0 - 0.5))) }
  }

  private func requireFloating(_ type: DType, _ distribution: String) throws {
    if !type.isFloatingPoint {
      throw EmberwingError.runtime(
        "\(distribution) is a continuous probability distribution. dtype must be a floating point but you specified "
          + cppName(type))
    }
  }
}

/// The C++ type that PyTorch names in the messages of its random functions.
func cppName(_ type: DType) -> String {
  switch type {
  case .bool: "bool"
  case .uint8: "unsigned char"
  case .int8: "signed char"
  case .int16: "short"
  case .int32: "int"
  case .int64: "long"
  case .float16: "c10::Half"
  case .bfloat16: "c10::BFloat16"
  case .float32: "float"
  case .float64: "double"
  case .uint16: "unsigned short"
  case .uint32: "unsigned int"
  case .uint64: "unsigned long"
  case .complex64: "c10::complex<float>"
  case .complex128: "c10::complex<double>"
  }
}

extension Float {
  /// The binary exponent, 0 for zero.
  fileprivate var exponentOrZero: Int { self == 0 ? 0 : Int(exponent) }
}
