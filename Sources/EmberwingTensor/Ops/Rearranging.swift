// Repetition, rotation, reordering and diagonals.
extension Ops {
  // MARK: repetition

  /// `[r0, s0, r1, s1, …]`: the repeated tensor with each axis split into copies and its own size.
  private static func interleaved(_ repeats: Shape, _ own: Shape) -> Shape {
    var r = Shape()
    for i in 0..<repeats.count {
      r.append(repeats[i])
      r.append(own[i])
    }
    return r
  }

  public static func `repeat`(_ input: Tensor, _ repeats: Shape) throws -> Tensor {
    if repeats.count < input.dim {
      throw EmberwingError.runtime(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    }
    let lead = repeats.count - input.dim
    var own = Shape(repeating: 1, count: lead)
    own = own + input.shape
    var shape = Shape(repeating: 0, count: repeats.count)
    for i in 0..<repeats.count {
      let (n, overflow) = own[i].multipliedReportingOverflow(by: repeats[i])
      if overflow { throw EmberwingError.runtime("repeat: size \(own[i]) * \(repeats[i]) overflows") }
      shape[i] = n
    }
    _ = try shape.checkedElementCount(elementSize: input.dtype.size)
    for i in 0..<repeats.count where repeats[i] < 0 {
      throw EmberwingError.runtime("Trying to create tensor with negative dimension \(repeats[i]): \(repeats)")
    }
    let split = interleaved(repeats, own)
    let out = try withGradMode(false) {
      try reshape(try contiguous(try expand(try reshape(input, interleaved(Shape(repeating: 1, count: repeats.count), own)), split)), shape)
    }
    let result = out.storage === input.storage ? try cloneContiguousData(out) : out.alias()
    let dims = Shape((0..<repeats.count).map { 2 * $0 })
    let from = input.shape
    return result.recorded("RepeatBackward0", input) { g, _ in
      if dims.isEmpty { return Grads(g) }
      return Grads(try reshape(try sum(try reshape(g, split), dims, false, nil), from))
    }
  }

  public static func tile(_ input: Tensor, _ dims: Shape) throws -> Tensor {
    let missing = Swift.max(0, input.dim - dims.count)
    return try `repeat`(input, Shape(repeating: 1, count: missing) + dims)
  }

  public static func repeatInterleave(_ input: Tensor, _ repeats: Int, _ dim: Int?) throws -> Tensor {
    if repeats < 0 { throw EmberwingError.runtime("Repeats must be non-negative") }
    let x = dim == nil || input.dim == 0 ? try reshape(input, [-1]) : input
    let d = try wrapDim(dim ?? 0, x.dim)
    var wide = x.shape
    wide.insert(repeats, at: d + 1)
    let copies = try clone(try expand(try unsqueeze(x, d + 1), wide))
    return try flatten(copies, d, d + 1)
  }

  public static func repeatInterleaveTensor(_ input: Tensor, _ repeats: Tensor, _ dim: Int?) throws -> Tensor {
    if !isIndexType(repeats) {
      throw EmberwingError.notImplemented(
        "\"repeat_interleave_cpu\" not implemented for '\(repeats.dtype.scalarTypeName)'")
    }
    if repeats.dim > 1 { throw EmberwingError.runtime("repeats must be 0-dim or 1-dim tensor") }
    let x = dim == nil || input.dim == 0 ? try reshape(input, [-1]) : input
    let d = try wrapDim(dim ?? 0, x.dim)
    let (held, p) = try denseIndex(repeats)
    let n = x.shape[d]
    if held.count != 1 && held.count != n {
      throw EmberwingError.runtime(
        "repeats must have the same size as input along dim, but got repeats.size(0) = \(held.count) and input.size(0) = \(n)")
    }
    var total = 0
    for i in 0..<n {
      let r = Int(p[held.count == 1 ? 0 : i])
      if r < 0 { throw EmberwingError.runtime("repeats can not be negative") }
      let (next, overflow) = total.addingReportingOverflow(r)
      if overflow { throw EmberwingError.runtime("repeat_interleave: the result is too large") }
      total = next
    }
    let index = try Tensor.empty([total], .int64)
    let o = index.data.assumingMemoryBound(to: Int64.self)
    var k = 0
    for i in 0..<n {
      for _ in 0..<Int(p[held.count == 1 ? 0 : i]) {
        o[k] = Int64(i)
        k += 1
      }
    }
    withExtendedLifetime(held) {}
    return try indexSelect(x, d, index)
  }

  // MARK: flips and rotations

  public static func flip(_ input: Tensor, _ dims: Shape) throws -> Tensor {
    var strides = input.strides
    var offset = input.impl.offset
    var seen = Shape()
    for dim in dims {
      let d = try wrapDim(dim, input.dim)
      if seen.contains(d) { throw EmberwingError.runtime("dim \(d) appears multiple times in the list of dims") }
      seen.append(d)
      if input.dim == 0 || input.count == 0 { continue }
      offset &+= (input.shape[d] - 1) &* strides[d]
      strides[d] = 0 &- strides[d]
    }
    // A window with negative strides: never seen outside, only read.
    let mirrored = Tensor(
      impl: TensorImpl(
        storage: input.storage, shape: input.shape, strides: strides, offset: offset, count: input.count,
        dtype: input.dtype, flags: []))
    let out = try Tensor.uninitialized(input.shape, input.dtype, count: input.count)
    if !reverseRows(out, mirrored) { try copyData(into: out, from: mirrored) }
    return out.recorded("FlipBackward0", input) { g, _ in Grads(try flip(g, dims)) }
  }

  /// Copies a tensor whose last dimension runs backwards through memory; false if it does not.
  private static func reverseRows(_ out: Tensor, _ x: Tensor) -> Bool {
    let rank = x.dim
    if rank == 0 || x.count == 0 || x.strides[rank - 1] != -1 { return false }
    let n = x.shape[rank - 1]
    let lead = x.shape.slice(0..<rank - 1)
    let (strides, size) = (x.strides, x.dtype.size)
    @inline(__always)
    func run<T: BitwiseCopyable>(_: T.Type) {
      let (o, p) = (out.data.assumingMemoryBound(to: T.self), x.data.assumingMemoryBound(to: T.self))
      parallelFor(lead.product, grain: Swift.max(1, elementwiseGrain / n)) { lo, hi in
        for r in lo..<hi {
          var rest = r
          var offset = 0
          var d = rank - 2
          while d >= 0 {
            let (q, i) = rest.quotientAndRemainder(dividingBy: lead[d])
            offset &+= i &* strides[d]
            rest = q
            d -= 1
          }
          let from = p + (offset &- n &+ 1)
          let to = o + r &* n
          for j in 0..<n { to[j] = from[n &- 1 &- j] }
        }
      }
    }
    switch size {
    case 1: run(UInt8.self)
    case 2: run(UInt16.self)
    case 4: run(UInt32.self)
    case 8: run(UInt64.self)
    default: run(Pair<UInt64>.self)
    }
    return true
  }

  public static func fliplr(_ input: Tensor) throws -> Tensor {
    if input.dim < 2 { throw EmberwingError.runtime("Input must be >= 2-d.") }
    return try flip(input, [1])
  }

  public static func flipud(_ input: Tensor) throws -> Tensor {
    if input.dim < 1 { throw EmberwingError.runtime("Input must be >= 1-d.") }
    return try flip(input, [0])
  }

  public static func rot90(_ input: Tensor, _ k: Int, _ dims: Shape) throws -> Tensor {
    if dims.count != 2 {
      throw EmberwingError.runtime("expected total rotation dims == 2, but got dims = \(dims.count)")
    }
    if input.dim < 2 { throw EmberwingError.runtime("expected total dims >= 2, but got total dims = \(input.dim)") }
    let (a, b) = (try wrapDim(dims[0], input.dim), try wrapDim(dims[1], input.dim))
    if a == b {
      throw EmberwingError.runtime(
        "expected rotation dims to be different, but got dim0 = \(dims[0]) and dim1 = \(dims[1])")
    }
    switch ((k % 4) + 4) % 4 {
    case 1: return try transpose(try flip(input, [b]), a, b)
    case 2: return try flip(input, [a, b])
    case 3: return try transpose(try flip(input, [a]), a, b)
    default: return try clone(input)
    }
  }

  public static func roll(_ input: Tensor, _ shifts: Shape, _ dims: Shape?) throws -> Tensor {
    if shifts.isEmpty { throw EmberwingError.runtime("`shifts` required") }
    let dims = dims ?? []
    if dims.isEmpty && shifts.count == 1 {
      return try reshape(try roll(try reshape(input, [-1]), shifts, [0]), input.shape)
    }
    if shifts.count != dims.count {
      throw EmberwingError.runtime(
        "shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
    }
    if input.dim == 0, let d = dims.first {
      throw EmberwingError.index("Dimension specified as \(d) but tensor has no dimensions")
    }
    var moved: [(d: Int, by: Int)] = []
    for i in 0..<dims.count { moved.append((try wrapDim(dims[i], input.dim), shifts[i])) }
    var out = try withGradMode(false) { () throws -> Tensor in
      var x = input
      if input.count == 0 || input.dim == 0 { return x }
      for (d, by) in moved {
        let n = x.shape[d]
        let s = ((by % n) + n) % n
        if s == 0 { continue }
        x = try cat([sliced(x, d, n - s, s, 1), sliced(x, d, 0, n - s, 1)], d)
      }
      return x
    }
    if out.impl === input.impl { out = try cloneContiguousData(input) }
    var back = Shape()
    for s in shifts { back.append(0 &- s) }
    return out.recorded("RollBackward0", input) { g, _ in Grads(try roll(g, back, dims)) }
  }

  // MARK: order of dimensions

  public static func movedim(_ input: Tensor, _ source: Shape, _ destination: Shape) throws -> Tensor {
    if source.count != destination.count {
      throw EmberwingError.runtime(
        "movedim: Invalid source or destination dims: source (\(source) dims) should contain the same number of dims as destination (\(destination) dims)")
    }
    var from = Shape()
    var to = Shape()
    for i in 0..<source.count {
      let (a, b) = (try wrapDim(source[i], input.dim), try wrapDim(destination[i], input.dim))
      if from.contains(a) { throw EmberwingError.runtime("movedim: repeated dim in `source` (\(source))") }
      if to.contains(b) { throw EmberwingError.runtime("movedim: repeated dim in `destination` (\(destination))") }
      from.append(a)
      to.append(b)
    }
    if input.dim == 0 { return try view(input, []) }
    var order = Shape(repeating: -1, count: input.dim)
    for i in 0..<from.count { order[to[i]] = from[i] }
    var next = 0
    for i in 0..<input.dim where order[i] < 0 {
      while from.contains(next) { next += 1 }
      order[i] = next
      next += 1
    }
    return try permute(input, order)
  }

  public static func moveaxis(_ input: Tensor, _ source: Shape, _ destination: Shape) throws -> Tensor {
    try movedim(input, source, destination)
  }

  public static func swapaxes(_ input: Tensor, _ axis0: Int, _ axis1: Int) throws -> Tensor {
    try transpose(input, axis0, axis1)
  }

  public static func swapdims(_ input: Tensor, _ dim0: Int, _ dim1: Int) throws -> Tensor {
    try transpose(input, dim0, dim1)
  }

  public static func adjoint(_ input: Tensor) throws -> Tensor {
    if input.dim < 2 {
      throw EmberwingError.runtime("tensor.adjoint() is only supported on matrices or batches of matrices. Got \(input.dim)-D tensor.")
    }
    return try conj(try transpose(input, -2, -1))
  }

  public static func broadcastTo(_ input: Tensor, _ size: Shape) throws -> Tensor { try expand(input, size) }
  public static func expandAs(_ input: Tensor, _ other: Tensor) throws -> Tensor { try expand(input, other.shape) }
  public static func viewAs(_ input: Tensor, _ other: Tensor) throws -> Tensor { try view(input, other.shape) }
  public static func reshapeAs(_ input: Tensor, _ other: Tensor) throws -> Tensor { try reshape(input, other.shape) }
  public static func ravel(_ input: Tensor) throws -> Tensor { try contiguous(try reshape(input, [-1])) }

  public static func broadcastTensors(_ tensors: [Tensor]) throws -> [Tensor] {
    var shape: Shape = []
    for t in tensors { shape = try Broadcast.shape(shape, t.shape) }
    return try tensors.map { try expand($0, shape) }
  }

  public static func unflatten(_ input: Tensor, _ dim: Int, _ sizes: Shape) throws -> Tensor {
    let d = try wrapDim(dim, input.dim)
    if sizes.isEmpty { throw EmberwingError.runtime("unflatten: sizes must be non-empty") }
    let n = input.dim == 0 ? 1 : input.shape[d]
    let resolved: Shape
    do {
      resolved = try inferShape(sizes, count: n)
    } catch {
      throw EmberwingError.runtime(
        "unflatten: Provided sizes \(sizes) don't multiply up to the size of dim \(d) (\(n)) in the input tensor")
    }
    return try view(
      input, input.shape.slice(0..<Swift.min(d, input.dim)) + resolved
        + input.shape.slice(Swift.min(d + 1, input.dim)..<input.dim))
  }

  // MARK: diagonals

  public static func diagonal(_ input: Tensor, _ offset: Int, _ dim1: Int, _ dim2: Int) throws -> Tensor {
    let (a, b) = (try wrapDim(dim1, input.dim), try wrapDim(dim2, input.dim))
    if a == b { throw EmberwingError.runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)") }
    let (rows, columns) = (input.shape[a], input.shape[b])
    let length: Int
    let start: Int
    if offset >= 0 {
      length = offset >= columns ? 0 : Swift.min(rows, columns - offset)
      start = length == 0 ? 0 : offset &* input.strides[b]
    } else {
      length = offset <= -rows ? 0 : Swift.min(rows + offset, columns)
      start = length == 0 ? 0 : (0 &- offset) &* input.strides[a]
    }
    var shape = Shape()
    var strides = Shape()
    for i in 0..<input.dim where i != a && i != b {
      shape.append(input.shape[i])
      strides.append(input.strides[i])
    }
    shape.append(length)
    strides.append(input.strides[a] &+ input.strides[b])
    let from = input.shape
    return input.view(shape, strides, offset: input.impl.offset &+ start, "DiagonalBackward0") { g, _ in
      Grads(try diagonalBackward(g, from, offset, a, b))
    }
  }

  /// Zeros of shape `inputSizes` with `gradOutput` on the diagonal that `diagonal` reads.
  public static func diagonalBackward(
    _ gradOutput: Tensor, _ inputSizes: Shape, _ offset: Int, _ dim1: Int, _ dim2: Int
  ) throws -> Tensor {
    let out = try Tensor.zeros(inputSizes, gradOutput.dtype)
    try withGradMode(false) { try copyData(into: try diagonal(out, offset, dim1, dim2), from: gradOutput) }
    return out.recorded("DiagonalBackwardBackward0", gradOutput) { gg, _ in
      Grads(try diagonal(gg, offset, dim1, dim2))
    }
  }

  public static func diagEmbed(_ input: Tensor, _ offset: Int, _ dim1: Int, _ dim2: Int) throws -> Tensor {
    if input.dim == 0 {
      throw EmberwingError.index("Dimension out of range (expected to be in range of [-1, 0], but got -1)")
    }
    let (a, b) = (try wrapDim(dim1, input.dim + 1), try wrapDim(dim2, input.dim + 1))
    if a == b { throw EmberwingError.runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)") }
    let (n, overflow) = input.shape[input.dim - 1].addingReportingOverflow(Int(clamping: offset.magnitude))
    if overflow { throw EmberwingError.runtime("diag_embed: offset \(offset) is too large") }
    var shape = Shape()
    var next = 0
    for i in 0..<input.dim + 1 {
      if i == a || i == b {
        shape.append(n)
      } else {
        shape.append(input.shape[next])
        next += 1
      }
    }
    return try diagonalBackward(input, shape, offset, a, b)
  }

  public static func diag(_ input: Tensor, _ diagonal: Int) throws -> Tensor {
    switch input.dim {
    case 1: return try diagEmbed(input, diagonal, 0, 1)
    case 2: return try clone(try Ops.diagonal(input, diagonal, 0, 1))
    default: throw EmberwingError.runtime("diag(): Supports 1D or 2D tensors. Got \(input.dim)D")
    }
  }

  /// Overlapping or disjoint windows of `size` elements along a dimension, `step` apart, as a new last dimension.
  public static func unfold(_ input: Tensor, _ dimension: Int, _ size: Int, _ step: Int) throws -> Tensor {
    let d = try wrapDim(dimension, input.dim)
    let n = input.dim == 0 ? 1 : input.shape[d]
    if size < 0 { throw EmberwingError.runtime("size is \(size) but must be >= 0") }
    if size > n {
      throw EmberwingError.runtime("maximum size for tensor at dimension \(d) is \(n) but size is \(size)")
    }
    if step <= 0 { throw EmberwingError.runtime("step is \(step) but must be > 0") }
    var shape = input.shape
    var strides = input.strides
    if input.dim > 0 {
      shape[d] = (n - size) / step + 1
      strides[d] = input.strides[d].multipliedReportingOverflow(by: step).partialValue
      strides.append(input.strides[d])
    } else {
      strides.append(1)
    }
    shape.append(size)
    return input.view(
      shape, strides, offset: input.impl.offset, "UnfoldBackward0",
      asStridedRule(base: input, shape: shape, strides: strides, offset: 0))
  }
}
