#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// A source of random numbers: the 32-bit Mersenne Twister (Matsumoto & Nishimura 1998), seeded, read and transformed as
/// PyTorch's CPU generator does, so that the same seed gives the same numbers. Any thread may use it.
public final class Generator: @unchecked Sendable {
  /// The seed of a new generator, PyTorch's.
  public static let defaultSeed: UInt64 = 67_280_421_310_721
  /// Bytes of a saved state.
  public static let stateByteCount = 5056

  /// The generator used where none is given. As PyTorch's, it starts with a random seed.
  public static let `default` = Generator(seed: Generator.randomSeed())

  static let stateWords = 624
  static let shift = 397

  let lock = Mutex<Void>(())
  // What follows is touched with the lock held.
  let words: UnsafeMutablePointer<UInt32>
  var left = 1
  var next = 0
  var seedValue: UInt64 = 0
  var nextFloatNormal: Float?
  var nextNormal: Double?

  public init(seed: UInt64 = Generator.defaultSeed) {
    words = .allocate(capacity: Generator.stateWords)
    words.initialize(repeating: 0, count: Generator.stateWords)
    reset(seed)
  }

  deinit { words.deallocate() }

  // MARK: seeds and states

  /// Starts the stream again; the engine takes the low 32 bits of the seed.
  public func manualSeed(_ seed: UInt64) {
    lock.withLock { _ in reset(seed) }
  }

  /// The seed that the stream started from.
  public var initialSeed: UInt64 {
    lock.withLock { _ in seedValue }
  }

  /// Starts a new stream with a seed from the system's entropy, and returns the seed.
  @discardableResult
  public func seed() -> UInt64 {
    let seed = Generator.randomSeed()
    manualSeed(seed)
    return seed
  }

  /// A generator at the same place of the same stream.
  public func clone() -> Generator {
    let copy = Generator(seed: 0)
    lock.withLock { _ in
      copy.words.update(from: words, count: Generator.stateWords)
      copy.left = left
      copy.next = next
      copy.seedValue = seedValue
      copy.nextFloatNormal = nextFloatNormal
      copy.nextNormal = nextNormal
    }
    return copy
  }

  /// The state in the byte layout of `torch.get_rng_state()`.
  public func getState() -> [UInt8] {
    lock.withLock { _ in
      var bytes = [UInt8](repeating: 0, count: Generator.stateByteCount)
      bytes.withUnsafeMutableBytes { raw in
        raw.storeBytes(of: seedValue, toByteOffset: 0, as: UInt64.self)
        raw.storeBytes(of: Int32(truncatingIfNeeded: left), toByteOffset: 8, as: Int32.self)
        raw.storeBytes(of: 1, toByteOffset: 12, as: Int32.self)
        raw.storeBytes(of: UInt64(truncatingIfNeeded: next), toByteOffset: 16, as: UInt64.self)
        for i in 0..<Generator.stateWords {
          raw.storeBytes(of: UInt64(words[i]), toByteOffset: 24 + 8 * i, as: UInt64.self)
        }
        // After the words: two unused doubles around the cached normal sample, its flag, then the float one.
        raw.storeBytes(of: nextNormal ?? 0, toByteOffset: 5024, as: Double.self)
        raw.storeBytes(of: nextNormal == nil ? 0 : 1, toByteOffset: 5040, as: Int32.self)
        raw.storeBytes(of: nextFloatNormal ?? 0, toByteOffset: 5048, as: Float.self)
        raw.storeBytes(of: nextFloatNormal == nil ? 0 : 1, toByteOffset: 5052, as: UInt8.self)
      }
      return bytes
    }
  }

  /// Takes up a state that `getState` or PyTorch saved.
  public func setState(_ bytes: [UInt8]) throws {
    if bytes.count != Generator.stateByteCount {
      throw EmberwingError.runtime(
        "Expected a CPUGeneratorImplState of size \(Generator.stateByteCount) but found the input RNG state size to be "
          + "\(bytes.count)")
    }
    try bytes.withUnsafeBytes { raw in
      let newLeft = Int(raw.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      let seeded = raw.loadUnaligned(fromByteOffset: 12, as: Int32.self)
      let newNext = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
      // The last term keeps a forged state from reading past the words.
      guard seeded != 0, newLeft > 0, newLeft <= Generator.stateWords, newNext <= UInt64(Generator.stateWords),
        Int(newNext) + newLeft - 1 <= Generator.stateWords
      else { throw EmberwingError.runtime("Invalid mt19937 state") }
      lock.withLock { _ in
        seedValue = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        left = newLeft
        next = Int(newNext)
        for i in 0..<Generator.stateWords {
          words[i] = UInt32(truncatingIfNeeded: raw.loadUnaligned(fromByteOffset: 24 + 8 * i, as: UInt64.self))
        }
        let hasNormal = raw.loadUnaligned(fromByteOffset: 5040, as: Int32.self) != 0
        nextNormal = hasNormal ? raw.loadUnaligned(fromByteOffset: 5024, as: Double.self) : nil
        let hasFloat = raw[5052] != 0
        nextFloatNormal = hasFloat ? raw.loadUnaligned(fromByteOffset: 5048, as: Float.self) : nil
      }
    }
  }

  // MARK: single draws

  /// The next 32 bits.
  public func random32() -> UInt32 {
    lock.withLock { _ in draw() }
  }

  /// The next 64 bits, the high word first.
  public func random64() -> UInt64 {
    lock.withLock { _ in draw64() }
  }

  /// A double in [0, 1) of 53 bits.
  public func uniform() -> Double {
    lock.withLock { _ in drawUniform() }
  }

  // MARK: the engine, with the lock held

  private static func randomSeed() -> UInt64 {
    // 53 bits, as PyTorch: Python callers may turn a seed into a double and back.
    var g = SystemRandomNumberGenerator()
    return g.next() & (1 << 53 - 1)
  }

  private func reset(_ seed: UInt64) {
    seedValue = seed
    var word = UInt32(truncatingIfNeeded: seed)
    words[0] = word
    for i in 1..<Generator.stateWords {
      word = 1_812_433_253 &* (word ^ word >> 30) &+ UInt32(truncatingIfNeeded: i)
      words[i] = word
    }
    left = 1
    next = 0
    nextFloatNormal = nil
    nextNormal = nil
  }

  @inline(__always) private static func twist(_ u: UInt32, _ v: UInt32) -> UInt32 {
    ((u & 0x8000_0000) | (v & 0x7fff_ffff)) >> 1 ^ (0 &- (v & 1)) & 0x9908_b0df
  }

  @inline(__always) private static func temper(_ word: UInt32) -> UInt32 {
    var y = word
    y ^= y >> 11
    y ^= y << 7 & 0x9d2c_5680
    y ^= y << 15 & 0xefc6_0000
    return y ^ y >> 18
  }

  @inline(never) private func twistAll() {
    let w = words
    let n = Generator.stateWords
    let m = Generator.shift
    // Both loops read words at a distance that vectors do not reach, so they run in vectors.
    for i in 0..<n - m { w[i] = w[i + m] ^ Generator.twist(w[i], w[i + 1]) }
    for i in n - m..<n - 1 { w[i] = w[i + m - n] ^ Generator.twist(w[i], w[i + 1]) }
    w[n - 1] = w[m - 1] ^ Generator.twist(w[n - 1], w[0])
    left = n
    next = 0
  }

  @inline(__always) func draw() -> UInt32 {
    left -= 1
    if left == 0 { twistAll() }
    let word = words[next]
    next += 1
    return Generator.temper(word)
  }

  @inline(__always) func draw64() -> UInt64 {
    let high = draw()
    return UInt64(high) << 32 | UInt64(draw())
  }

  @inline(__always) func drawUniform() -> Double { Generator.unit(draw64()) }

  /// 53 low bits as a double in [0, 1).
  @inline(__always) static func unit(_ bits: UInt64) -> Double {
    Double(Int64(bitPattern: bits & (1 << 53 - 1))) * 0x1p-53
  }

  /// The next `count` draws.
  func draws(_ out: UnsafeMutablePointer<UInt32>, _ count: Int) {
    var done = 0
    while done < count {
      if left == 1 {
        twistAll()
        // A draw takes its word first and counts afterwards; a twist belongs to the draw that finds none left.
        left += 1
      }
      let n = Swift.min(left - 1, count - done)
      let source = words + next
      let target = out + done
      for i in 0..<n { target[i] = Generator.temper(source[i]) }
      left -= n
      next += n
      done += n
    }
  }
}
