// Joining tensors and taking them apart.
extension Ops {
  // MARK: cat, stack

  /// PyTorch lets an empty vector join anything.
  private static func isLegacyEmpty(_ t: Tensor) -> Bool { t.dim == 1 && t.shape[0] == 0 }

  /// Joins along `d`; shapes are checked, no graph.
  private static func catData(_ tensors: [Tensor], _ d: Int, _ shape: Shape, _ dtype: DType) throws -> Tensor {
    let out = try Tensor.empty(shape, dtype)
    if out.count == 0 { return out }
    let outer = shape.slice(0..<d).product
    let inner = shape.slice(d + 1..<shape.count).product
    let rowBytes = shape[d] &* inner &* dtype.size
    var start = 0
    for t in tensors {
      let n = t.shape[d]
      if t.count == 0 { continue }
      if t.dtype == dtype, let apart = rowDistance(t, d) {
        let bytes = n &* inner &* dtype.size
        let (to, from) = (out.data + start &* inner &* dtype.size, UnsafeRawPointer(t.data))
        let distance = apart &* dtype.size
        if outer == 1 {
          let piece = 256 * 1024
          parallelFor(bytes, grain: piece) { lo, hi in
            (to + lo).copyMemory(from: from + lo, byteCount: hi - lo)
          }
        } else {
          parallelFor(outer, grain: Swift.max(1, 128 * 1024 / bytes)) { lo, hi in
            for o in lo..<hi { (to + o &* rowBytes).copyMemory(from: from + o &* distance, byteCount: bytes) }
          }
        }
      } else {
        var window = shape
        window[d] = n
        try copyData(
          into: try Tensor.window(
            out.storage, shape: window, strides: out.strides, offset: start &* out.strides[d], dtype: dtype), from: t)
      }
      start += n
    }
    return out
  }

  /// The distance of the dense blocks that the dimensions from `d` on make, if they lie evenly; else nil.
  private static func rowDistance(_ t: Tensor, _ d: Int) -> Int? {
    var dense = 1
    var i = t.dim - 1
    while i >= d {
      if t.shape[i] != 1 && t.strides[i] != dense { return nil }
      dense &*= t.shape[i]
      i -= 1
    }
    var distance = 0
    var span = 1
    while i >= 0 {
      if t.shape[i] != 1 {
        if distance == 0 {
          distance = t.strides[i]
          if distance <= 0 { return nil }
        } else if t.strides[i] != span {
          return nil
        }
        span = t.strides[i] &* t.shape[i]
      }
      i -= 1
    }
    return distance
  }

  public static func cat(_ tensors: [Tensor], _ dim: Int) throws -> Tensor {
    guard let head = tensors.first else {
      throw EmberwingError.value("torch.cat(): expected a non-empty list of Tensors")
    }
    var promotion = Promotion()
    for (i, t) in tensors.enumerated() {
      if t.dim == 0 {
        throw EmberwingError.runtime("zero-dimensional tensor (at position \(i)) cannot be concatenated")
      }
      promotion.include(t)
    }
    let dtype = promotion.result
    let pattern = tensors.first { !isLegacyEmpty($0) } ?? head
    let d = try wrapDim(dim, pattern.dim)
    var shape = pattern.shape
    var total = 0
    var joined: [Tensor] = []
    joined.reserveCapacity(tensors.count)
    for (i, t) in tensors.enumerated() where !isLegacyEmpty(t) {
      if t.dim != pattern.dim {
        throw EmberwingError.runtime(
          "Tensors must have same number of dimensions: got \(pattern.dim) and \(t.dim)")
      }
      for j in 0..<t.dim where j != d && t.shape[j] != shape[j] {
        throw EmberwingError.runtime(
          "Sizes of tensors must match except in dimension \(d). Expected size \(shape[j]) but got size \(t.shape[j]) for tensor number \(i) in the list.")
      }
      let (sum, overflow) = total.addingReportingOverflow(t.shape[d])
      if overflow { throw EmberwingError.runtime("torch.cat(): the result is too large in dimension \(d)") }
      total = sum
      joined.append(t)
    }
    shape[d] = total
    let out = try catData(joined, d, shape, dtype)
    if !isGradEnabled || !tensors.contains(where: { $0.requiresGrad }) { return out }
    let sizes = Shape(tensors.map { isLegacyEmpty($0) ? -1 : $0.shape[d] })
    return out.recorded("CatBackward0", inputs: tensors) { g, s in
      var grads = [Tensor?](repeating: nil, count: sizes.count)
      var start = 0
      for i in 0..<sizes.count {
        if sizes[i] < 0 {
          grads[i] = s.needs(i) ? try Tensor.zeros([0], g.dtype) : nil
          continue
        }
        if s.needs(i) { grads[i] = sliced(g, d, start, sizes[i], 1) }
        start += sizes[i]
      }
      return Grads(all: grads)
    }
  }

  public static func stack(_ tensors: [Tensor], _ dim: Int) throws -> Tensor {
    guard let head = tensors.first else { throw EmberwingError.runtime("stack expects a non-empty TensorList") }
    let d = try wrapDim(dim, head.dim + 1)
    var promotion = Promotion()
    for (i, t) in tensors.enumerated() {
      if t.shape != head.shape {
        throw EmberwingError.runtime(
          "stack expects each tensor to be equal size, but got \(head.shape) at entry 0 and \(t.shape) at entry \(i)")
      }
      promotion.include(t)
    }
    var shape = head.shape
    shape.insert(tensors.count, at: d)
    let out = try withGradMode(false) {
      try catData(try tensors.map { try unsqueeze($0, d) }, d, shape, promotion.result)
    }
    let n = tensors.count
    return out.recorded("StackBackward0", inputs: tensors) { g, s in
      Grads(all: try (0..<n).map { s.needs($0) ? try select(g, d, $0) : nil })
    }
  }

  public static func hstack(_ tensors: [Tensor]) throws -> Tensor {
    if tensors.isEmpty { throw EmberwingError.runtime("hstack expects a non-empty TensorList") }
    let list = try tensors.map { try atLeast($0, 1) }
    return try cat(list, list[0].dim == 1 ? 0 : 1)
  }

  public static func vstack(_ tensors: [Tensor]) throws -> Tensor {
    if tensors.isEmpty { throw EmberwingError.runtime("vstack expects a non-empty TensorList") }
    return try cat(try tensors.map { try atLeast($0, 2) }, 0)
  }

  public static func dstack(_ tensors: [Tensor]) throws -> Tensor {
    if tensors.isEmpty { throw EmberwingError.runtime("dstack expects a non-empty TensorList") }
    return try cat(try tensors.map { try atLeast($0, 3) }, 2)
  }

  private static func atLeast(_ t: Tensor, _ rank: Int) throws -> Tensor {
    switch (t.dim, rank) {
    case (0, 1): try reshape(t, [1])
    case (0, 2): try reshape(t, [1, 1])
    case (1, 2): try unsqueeze(t, 0)
    case (0, 3): try reshape(t, [1, 1, 1])
    case (1, 3): try unsqueeze(try unsqueeze(t, 0), 2)
    case (2, 3): try unsqueeze(t, 2)
    default: t
    }
  }

  public static func atleast1d(_ input: Tensor) throws -> Tensor { try atLeast(input, 1) }
  public static func atleast2d(_ input: Tensor) throws -> Tensor { try atLeast(input, 2) }
  public static func atleast3d(_ input: Tensor) throws -> Tensor { try atLeast(input, 3) }

  // MARK: split, unbind

  /// Views that share one node, whose backward joins the gradients again.
  private static func views(
    _ input: Tensor, _ name: String, _ pieces: [(shape: Shape, strides: Shape, offset: Int)],
    _ join: @escaping (_ grads: [Tensor]) throws -> Tensor
  ) -> [Tensor] {
    let list = withGradMode(false) {
      pieces.map { p in input.view(p.shape, p.strides, offset: p.offset, name) { g, _ in Grads(g) } }
    }
    if !isGradEnabled { return list }
    for v in list {
      v.impl.viewBase = input.impl.viewBase ?? input.impl
      v.impl.viewVersion = input.impl.storage.version
    }
    let shapes = pieces.map(\.shape)
    Tensor.recordedMany(name, outputs: list, inputs: [input]) { grads, _ in
      guard let sample = grads.lazy.compactMap({ $0 }).first else { return Grads(nil) }
      return Grads(
        try join(try zip(grads, shapes).map { g, shape in try g ?? Tensor.zeros(shape, sample.dtype) }))
    }
    return list
  }

  private static func splitViews(_ input: Tensor, _ d: Int, _ sizes: [Int], _ name: String) -> [Tensor] {
    var pieces: [(shape: Shape, strides: Shape, offset: Int)] = []
    pieces.reserveCapacity(sizes.count)
    var start = 0
    for n in sizes {
      var shape = input.shape
      shape[d] = n
      pieces.append((shape, input.strides, input.impl.offset &+ (n == 0 ? 0 : start &* input.strides[d])))
      start += n
    }
    return views(input, name, pieces) { try cat($0, d) }
  }

  public static func split(_ tensor: Tensor, _ splitSize: Int, _ dim: Int) throws -> [Tensor] {
    if tensor.dim == 0 { throw EmberwingError.runtime("split expects at least a 1-dimensional tensor") }
    let d = try wrapDim(dim, tensor.dim)
    if splitSize < 0 {
      throw EmberwingError.runtime("split expects split_size be non-negative, but got split_size=\(splitSize)")
    }
    let size = tensor.shape[d]
    if splitSize == 0 && size != 0 {
      throw EmberwingError.runtime("split_size can only be 0 if dimension size is 0, but got dimension size of \(size)")
    }
    return splitViews(tensor, d, try pieces(of: size, splitSize), "SplitBackward0")
  }

  /// Refuses lists of views that memory cannot hold.
  private static func checkPieces(_ n: Int) throws {
    if n > 1 << 26 { throw EmberwingError.runtime("split: \(n) pieces are too many") }
  }

  /// Sizes `step, step, …, rest`; at least one.
  private static func pieces(of size: Int, _ step: Int) throws -> [Int] {
    if step > 0 { try checkPieces(size / step) }
    var sizes: [Int] = []
    var rest = size
    while rest > 0 {
      sizes.append(Swift.min(step, rest))
      rest -= sizes[sizes.count - 1]
    }
    return sizes.isEmpty ? [0] : sizes
  }

  public static func splitSizes(_ tensor: Tensor, _ splitSizes: Shape, _ dim: Int) throws -> [Tensor] {
    try splitWithSizes(tensor, splitSizes, dim)
  }

  public static func splitWithSizes(_ input: Tensor, _ splitSizes: Shape, _ dim: Int) throws -> [Tensor] {
    if input.dim == 0 { throw EmberwingError.runtime("split expects at least a 1-dimensional tensor") }
    let d = try wrapDim(dim, input.dim)
    var total = 0
    for s in splitSizes {
      if s < 0 {
        throw EmberwingError.runtime(
          "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=\(splitSizes)")
      }
      total = total.addingReportingOverflow(s).partialValue
    }
    if total != input.shape[d] {
      throw EmberwingError.runtime(
        "split_with_sizes expects split_sizes to sum exactly to \(input.shape[d]) (input tensor's size at dimension \(d)), but got split_sizes=\(splitSizes)")
    }
    return splitViews(input, d, splitSizes.array, "SplitWithSizesBackward0")
  }

  public static func chunk(_ input: Tensor, _ chunks: Int, _ dim: Int) throws -> [Tensor] {
    if input.dim == 0 { throw EmberwingError.runtime("chunk expects at least a 1-dimensional tensor") }
    if chunks <= 0 { throw EmberwingError.runtime("chunk expects `chunks` to be greater than 0, got: \(chunks)") }
    let d = try wrapDim(dim, input.dim)
    let size = input.shape[d]
    if size == 0 {
      try checkPieces(chunks)
      return splitViews(input, d, [Int](repeating: 0, count: chunks), "SplitWithSizesBackward0")
    }
    let step = size / chunks + (size % chunks != 0 ? 1 : 0)
    return splitViews(input, d, try pieces(of: size, step), "SplitBackward0")
  }

  public static func tensorSplit(_ input: Tensor, _ sections: Int, _ dim: Int) throws -> [Tensor] {
    if input.dim == 0 {
      throw EmberwingError.runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    }
    let d = try wrapDim(dim, input.dim)
    if sections <= 0 { throw EmberwingError.runtime("number of sections must be larger than 0, got \(sections)") }
    try checkPieces(sections)
    let (q, r) = input.shape[d].quotientAndRemainder(dividingBy: sections)
    return splitViews(input, d, (0..<sections).map { q + ($0 < r ? 1 : 0) }, "SplitWithSizesBackward0")
  }

  public static func tensorSplitIndices(_ input: Tensor, _ indices: Shape, _ dim: Int) throws -> [Tensor] {
    if input.dim == 0 {
      throw EmberwingError.runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    }
    let d = try wrapDim(dim, input.dim)
    var result: [Tensor] = []
    var start: Int? = nil
    for i in indices {
      result.append(try slice(input, d, start, i, 1))
      start = i
    }
    result.append(try slice(input, d, start, nil, 1))
    return result
  }

  public static func unbind(_ input: Tensor, _ dim: Int) throws -> [Tensor] {
    if input.dim == 0 { throw EmberwingError.index("Dimension specified as \(dim) but tensor has no dimensions") }
    let d = try wrapDim(dim, input.dim)
    var shape = input.shape
    var strides = input.strides
    let n = shape.remove(at: d)
    try checkPieces(n)
    let step = strides.remove(at: d)
    let offset = input.impl.offset
    return views(input, "UnbindBackward0", (0..<n).map { (shape, strides, offset &+ $0 &* step) }) {
      try stack($0, d)
    }
  }

  public static func meshgrid(_ tensors: [Tensor], _ indexing: String?) throws -> [Tensor] {
    if tensors.isEmpty { throw EmberwingError.runtime("meshgrid expects a non-empty TensorList") }
    let mode = indexing ?? "ij"
    if mode != "ij" && mode != "xy" {
      throw EmberwingError.runtime(
        "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: \(mode)")
    }
    for t in tensors {
      if t.dim > 1 {
        throw EmberwingError.runtime(
          "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: \(t)")
      }
      if t.dtype != tensors[0].dtype {
        throw EmberwingError.runtime("meshgrid expects all tensors to have the same dtype")
      }
    }
    let swap = mode == "xy" && tensors.count >= 2
    var list = tensors
    if swap { list.swapAt(0, 1) }
    let shape = Shape(list.map { $0.count })
    _ = try shape.checkedElementCount()
    var grids: [Tensor] = []
    for (i, t) in list.enumerated() {
      var own = Shape(repeating: 1, count: shape.count)
      own[i] = t.count
      grids.append(try expand(try view(t, own), shape))
    }
    if swap { grids.swapAt(0, 1) }
    return grids
  }
}
