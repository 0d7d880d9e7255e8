import EmberwingTensor
import Synchronization

/// Serves a dataset in batches, in order, with threads that load ahead.
public final class DataLoader: Sendable {
  public struct Options: Sendable {
    /// Items a batch; nil gives the items themselves.
    public var batchSize: Int? = 1
    public var shuffle = false
    public var dropLast = false
    /// Threads that load; 0 loads on the caller's thread.
    public var workers = 0
    /// Batches a worker may load ahead.
    public var prefetchFactor = 2
    public var generator: Generator?
    /// Replaces the order that `shuffle` gives.
    public var sampler: (any Sampler)?
    public init() {}
  }

  public let dataset: any Dataset
  public let options: Options
  private let sampler: any Sampler
  private let batches: BatchSampler?

  private struct Epoch {
    var order: [ArraySlice<Int>] = []
    var next = 0
    var started = false
    var prepared = false
    var prefetch: Prefetcher?
  }
  private let epoch = Mutex(Epoch())

  public init(_ dataset: any Dataset, _ options: Options = Options()) throws {
    self.dataset = dataset
    self.options = options
    if options.workers < 0 {
      throw EmberwingError.value(
        "num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.")
    }
    if options.workers > 1024 { throw EmberwingError.value("num_workers: \(options.workers) threads are too many") }
    if options.prefetchFactor < 1 { throw EmberwingError.value("prefetch_factor option should be positive") }
    if options.sampler != nil && options.shuffle {
      throw EmberwingError.value("sampler option is mutually exclusive with shuffle")
    }
    if options.batchSize == nil && options.dropLast {
      throw EmberwingError.value(
        "batch_size=None option disables auto-batching and is mutually exclusive with drop_last")
    }
    let order: any Sampler
    if let s = options.sampler {
      order = s
    } else if options.shuffle {
      order = try RandomSampler(count: dataset.count, generator: options.generator)
    } else {
      order = SequentialSampler(count: dataset.count)
    }
    sampler = order
    batches = try options.batchSize.map { try BatchSampler(order, batchSize: $0, dropLast: options.dropLast) }
  }

  deinit { epoch.withLock { $0.prefetch?.stop() } }

  /// Batches an epoch has.
  public var count: Int { batches?.count ?? sampler.count }

  /// Starts a new epoch; batches loaded ahead are dropped.
  public func reset() throws {
    let old = epoch.withLock { e in
      let p = e.prefetch
      e = Epoch()
      return p
    }
    old?.stop()
    // PyTorch's iterator draws a seed for its workers before the sampler draws its own.
    _ = try drawSeed(options.generator ?? .default)
    epoch.withLock { $0.started = true }
  }

  /// The next batch, or nil at the end of the epoch; the first call starts an epoch.
  public func next() throws -> [Tensor]? {
    if !epoch.withLock({ $0.started }) { try reset() }
    try prepare()
    let (place, prefetch) = epoch.withLock { e -> (ArraySlice<Int>?, Prefetcher?) in
      guard e.next < e.order.count else { return (nil, nil) }
      e.next += 1
      return (e.order[e.next - 1], e.prefetch)
    }
    guard let place else { return nil }
    if let prefetch { return try prefetch.take() }
    return try DataLoader.load(dataset, place, batched: batches != nil)
  }

  private func prepare() throws {
    if epoch.withLock({ $0.prepared }) { return }
    let order: [ArraySlice<Int>]
    if let batches {
      order = try batches.batches()
    } else {
      let all = try sampler.indices()
      order = all.indices.map { all[$0...$0] }
    }
    var prefetch: Prefetcher?
    if options.workers > 0 && !order.isEmpty {
      let (d, b) = (dataset, batches != nil)
      prefetch = try Prefetcher(
        total: order.count, workers: Swift.min(options.workers, order.count),
        ahead: options.workers * Swift.min(options.prefetchFactor, 1 << 20)
      ) { try DataLoader.load(d, order[$0], batched: b) }
    }
    let unused = epoch.withLock { e -> Prefetcher? in
      if e.prepared { return prefetch }
      e.order = order
      e.prepared = true
      e.prefetch = prefetch
      return nil
    }
    unused?.stop()
  }

  private static func load(_ dataset: any Dataset, _ place: ArraySlice<Int>, batched: Bool) throws -> [Tensor] {
    if batched { return try dataset.batch(place) }
    guard let i = place.first else { return [] }
    return try dataset.item(i)
  }
}

extension DataLoader: Sequence {
  /// Starts an epoch; an error ends the iteration, see `next()` for one that throws.
  public func makeIterator() -> AnyIterator<Result<[Tensor], Error>> {
    var failed = false
    do { try reset() } catch {
      var first: Error? = error
      return AnyIterator {
        defer { first = nil }
        return first.map { .failure($0) }
      }
    }
    return AnyIterator {
      if failed { return nil }
      do { return try self.next().map { .success($0) } } catch {
        failed = true
        return .failure(error)
      }
    }
  }
}
