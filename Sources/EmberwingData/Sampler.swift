import EmberwingTensor

/// Gives the order in which an epoch visits a dataset.
public protocol Sampler: Sendable {
  /// Number of indices an epoch has.
  var count: Int { get }
  /// The indices of a new epoch.
  func indices() throws -> [Int]
}

/// 0, 1, 2, ….
public struct SequentialSampler: Sampler {
  public let count: Int
  public init(count: Int) { self.count = count }
  public func indices() -> [Int] { Array(0..<Swift.max(count, 0)) }
}

/// A fixed list.
public struct ListSampler: Sampler {
  public let list: [Int]
  public init(_ list: [Int]) { self.list = list }
  public var count: Int { list.count }
  public func indices() -> [Int] { list }
}

/// A random order, in PyTorch's stream: without a generator, the default one gives the seed of a new generator.
public struct RandomSampler: Sampler {
  public let datasetCount: Int
  public let replacement: Bool
  public let count: Int
  public let generator: Generator?

  public init(count n: Int, replacement: Bool = false, numSamples: Int? = nil, generator: Generator? = nil) throws {
    let samples = numSamples ?? n
    if samples <= 0 || n < 0 {
      throw EmberwingError.value("num_samples should be a positive integer value, but got num_samples=\(samples)")
    }
    if n == 0 { throw EmberwingError.value("RandomSampler: the dataset is empty") }
    datasetCount = n
    self.replacement = replacement
    count = samples
    self.generator = generator
  }

  public func indices() throws -> [Int] {
    let source = try generator ?? Generator(seed: UInt64(bitPattern: drawSeed(.default)))
    var list: [Int] = []
    if replacement {
      let t = try Tensor.empty([count], .int64)
      try source.fillRandInt(.int64, t.data, count, low: 0, high: Int64(datasetCount))
      let p = t.data.assumingMemoryBound(to: Int64.self)
      return (0..<count).map { Int(p[$0]) }
    }
    for _ in 0..<count / datasetCount { list += try permutation(datasetCount, source) }
    // PyTorch draws the permutation for the rest even when nothing is left.
    list += try permutation(datasetCount, source).prefix(count % datasetCount)
    return list
  }
}

/// `torch.empty((), dtype=torch.int64).random_()`.
func drawSeed(_ generator: Generator) throws -> Int64 {
  var seed: Int64 = 0
  try generator.fillRandom(.int64, &seed, 1)
  return seed
}

/// Groups a sampler's indices into batches.
public struct BatchSampler: Sendable {
  public let sampler: any Sampler
  public let batchSize: Int
  public let dropLast: Bool

  public init(_ sampler: any Sampler, batchSize: Int, dropLast: Bool = false) throws {
    if batchSize <= 0 {
      throw EmberwingError.value("batch_size should be a positive integer value, but got batch_size=\(batchSize)")
    }
    self.sampler = sampler
    self.batchSize = batchSize
    self.dropLast = dropLast
  }

  /// Number of batches.
  public var count: Int {
    let n = Swift.max(sampler.count, 0)
    return n / batchSize + (!dropLast && n % batchSize != 0 ? 1 : 0)
  }

  public func batches() throws -> [ArraySlice<Int>] {
    let all = try sampler.indices()
    return (0..<count).map { b in
      let start = b * batchSize
      return all[start..<start + Swift.min(batchSize, all.count - start)]
    }
  }
}
