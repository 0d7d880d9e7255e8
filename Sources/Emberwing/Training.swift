// What data loaders and modules lack in a Swift training loop.

extension TensorDataset {
  /// Item i holds entry i of each tensor.
  public convenience init(_ tensors: Tensor...) throws { try self.init(tensors) }
}

extension DataLoader {
  /// Batches of `batchSize` items, shuffled anew for each epoch if asked; `workers` threads load ahead.
  public convenience init(
    _ dataset: any Dataset, batchSize: Int?, shuffle: Bool = false, dropLast: Bool = false, workers: Int = 0,
    generator: Generator? = nil
  ) throws {
    var options = Options()
    options.batchSize = batchSize
    options.shuffle = shuffle
    options.dropLast = dropLast
    options.workers = workers
    options.generator = generator
    try self.init(dataset, options)
  }

  /// The batches of a new epoch, one list of tensors each. An error stops the program; `next()` throws it.
  public func epoch() -> some Sequence<[Tensor]> {
    mustSucceed { try reset() }
    return sequence(state: self) { loader in mustSucceed { try loader.next() } }
  }

  /// The batches of a new epoch of a dataset of pairs: `for (images, labels) in loader.pairs()`.
  public func pairs() -> some Sequence<(Tensor, Tensor)> {
    epoch().lazy.map { batch in
      guard batch.count == 2 else { fatalError("pairs: the items of this dataset have \(batch.count) tensors") }
      return (batch[0], batch[1])
    }
  }
}

extension Module {
  /// Writes the state dict; the extension chooses the format: .pt, .safetensors or .npz.
  public func save(to path: String) throws { try StateFile.save(stateDict().map { ($0.name, $0.tensor) }, path) }

  /// Reads a state dict that PyTorch or Emberwing wrote.
  public func load(from path: String) throws {
    try loadStateDict(StateFile.load(path).map { (name: $0.0, tensor: $0.1) })
  }
}
