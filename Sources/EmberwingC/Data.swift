import CEmberwing
import EmberwingData
import EmberwingTensor

extension Handle {
  static func dataset(_ p: OpaquePointer?) throws -> any Dataset {
    guard let p, isAligned(p) else {
      throw EmberwingError.type("ew_dataset: the handle is \(p == nil ? "NULL" : "not of this kind")")
    }
    let object = Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(p)).takeUnretainedValue()
    guard let d = object as? any Dataset else {
      throw EmberwingError.type("ew_dataset: the handle is not of this kind")
    }
    return d
  }

  static func loader(_ p: OpaquePointer?) throws -> DataLoader { try object(p, DataLoader.self, "ew_dataloader") }
}

@_cdecl("ew_tensor_dataset_new") @implementation
public func ew_tensor_dataset_new(_ tensors: UnsafePointer<OpaquePointer?>?, _ count: Int) -> OpaquePointer? {
  guardedHandle { Handle.make(object: try TensorDataset(try Handle.tensors(tensors, count))) }
}

/// Calls the host for an item and takes over its references, on failure too.
private func hostItem(_ index: Int, _ item: ew_item_fn, _ payload: Payload) throws -> [Tensor] {
  var handles = [OpaquePointer?](repeating: nil, count: Int(EW_ITEM_CAPACITY))
  var count = 0
  forgetLastError()
  let status = handles.withUnsafeMutableBufferPointer {
    item(Int64(index), $0.baseAddress, $0.count, &count, payload.pointer)
  }
  let given = handles.prefix(Swift.min(Swift.max(count, 0), handles.count))
  defer { for h in given { Handle.release(h) } }
  if status != 0 { throw callbackError(status, "dataset") }
  if count < 0 || count > handles.count {
    throw EmberwingError.value("dataset: an item of \(count) tensors; at most \(handles.count) are possible")
  }
  return try given.map { try Handle.tensor($0) }
}

@_cdecl("ew_dataset_new_custom") @implementation
public func ew_dataset_new_custom(
  _ length: Int64, _ item: ew_item_fn?, _ payload: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> OpaquePointer? {
  guardedHandle {
    let kept = Payload(payload, destroy)
    guard let item else { throw EmberwingError.type("ew_dataset_new_custom: the callback is NULL") }
    return Handle.make(object: try ClosureDataset(count: Int(length)) { try hostItem($0, item, kept) })
  }
}

@_cdecl("ew_dataset_subset") @implementation
public func ew_dataset_subset(_ dataset: OpaquePointer?, _ indices: UnsafePointer<Int64>?, _ count: Int)
  -> OpaquePointer?
{
  guardedHandle {
    let list = try Handle.list(indices, count, "indices").map { Int($0) }
    return Handle.make(object: Subset(try Handle.dataset(dataset), list))
  }
}

@_cdecl("ew_dataset_concat") @implementation
public func ew_dataset_concat(_ datasets: UnsafePointer<OpaquePointer?>?, _ count: Int) -> OpaquePointer? {
  guardedHandle {
    let list = try Handle.list(datasets, count, "datasets")
    if list.isEmpty { throw EmberwingError(.assertion, "datasets should not be an empty iterable") }
    return Handle.make(object: try ConcatDataset(try list.map { try Handle.dataset($0) }))
  }
}

@_cdecl("ew_dataset_random_split") @implementation
public func ew_dataset_random_split(
  _ dataset: OpaquePointer?, _ lengths: UnsafePointer<Int64>?, _ count: Int, _ generator: OpaquePointer?,
  _ out_subsets: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guardedStatus {
    guard let out_subsets else { throw EmberwingError.type("ew_dataset_random_split: out_subsets is NULL") }
    let sizes = try Handle.list(lengths, count, "lengths").map { Int($0) }
    let parts = try randomSplit(try Handle.dataset(dataset), sizes, generator: try Handle.generator(generator))
    for (i, p) in parts.enumerated() { out_subsets[i] = Handle.make(object: p) }
  }
}

@_cdecl("ew_dataset_count") @implementation
public func ew_dataset_count(_ dataset: OpaquePointer?) -> Int64 {
  guardedValue(-1) { Int64(try Handle.dataset(dataset).count) }
}

@_cdecl("ew_dataset_get") @implementation
public func ew_dataset_get(
  _ dataset: OpaquePointer?, _ index: Int64,
  _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
  _ out_count: UnsafeMutablePointer<Int>?
) -> Int32 {
  guardedStatus {
    let d = try Handle.dataset(dataset)
    try Handle.give(try d.item(try d.checked(Int(index))), out_tensors, out_count)
  }
}

@_cdecl("ew_dataset_release") @implementation
public func ew_dataset_release(_ dataset: OpaquePointer?) { Handle.release(dataset) }

private func options(_ o: ew_dataloader_options, _ dataset: any Dataset) throws -> DataLoader.Options {
  var r = DataLoader.Options()
  if o.batch_size < 0 {
    throw EmberwingError.value("batch_size should be a positive integer value, but got batch_size=\(o.batch_size)")
  }
  r.batchSize = o.batch_size == 0 ? nil : Int(o.batch_size)
  r.shuffle = o.shuffle
  r.dropLast = o.drop_last
  r.workers = Int(o.num_workers)
  r.prefetchFactor = Int(o.prefetch_factor)
  r.generator = try Handle.generator(o.generator)
  if let p = o.indices {
    if o.shuffle { throw EmberwingError.value("sampler option is mutually exclusive with shuffle") }
    r.sampler = ListSampler(try Handle.list(p, o.index_count, "indices").map { Int($0) })
  } else if o.shuffle && (o.replacement || o.num_samples != 0) {
    r.shuffle = false
    r.sampler = try RandomSampler(
      count: dataset.count, replacement: o.replacement, numSamples: o.num_samples == 0 ? nil : Int(o.num_samples),
      generator: r.generator)
  } else if o.replacement || o.num_samples != 0 {
    throw EmberwingError.value("ew_dataloader_new: replacement and num_samples need shuffle")
  }
  return r
}

@_cdecl("ew_dataloader_new") @implementation
public func ew_dataloader_new(_ dataset: OpaquePointer?, _ options: UnsafePointer<ew_dataloader_options>?)
  -> OpaquePointer?
{
  guardedHandle {
    let d = try Handle.dataset(dataset)
    guard let options else { return Handle.make(object: try DataLoader(d)) }
    guard options.pointee.struct_size >= MemoryLayout<ew_dataloader_options>.size else {
      throw EmberwingError.value("ew_dataloader_new: struct_size is \(options.pointee.struct_size); use the INIT macro")
    }
    return Handle.make(object: try DataLoader(d, try EmberwingC.options(options.pointee, d)))
  }
}

@_cdecl("ew_dataloader_next") @implementation
public func ew_dataloader_next(
  _ loader: OpaquePointer?, _ out_tensors: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
  _ out_count: UnsafeMutablePointer<Int>?, _ out_done: UnsafeMutablePointer<Bool>?
) -> Int32 {
  guardedStatus {
    guard let out_tensors, let out_count, let out_done else {
      throw EmberwingError.type("ew_dataloader_next: an output parameter is NULL")
    }
    guard let batch = try Handle.loader(loader).next() else {
      out_tensors.pointee = nil
      out_count.pointee = 0
      out_done.pointee = true
      return
    }
    try Handle.give(batch, out_tensors, out_count)
    out_done.pointee = false
  }
}

@_cdecl("ew_dataloader_reset") @implementation
public func ew_dataloader_reset(_ loader: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.loader(loader).reset() }
}

@_cdecl("ew_dataloader_length") @implementation
public func ew_dataloader_length(_ loader: OpaquePointer?) -> Int64 {
  guardedValue(-1) { Int64(try Handle.loader(loader).count) }
}

@_cdecl("ew_dataloader_release") @implementation
public func ew_dataloader_release(_ loader: OpaquePointer?) { Handle.release(loader) }
