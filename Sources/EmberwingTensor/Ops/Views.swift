/// Every operator, one function each, named as in PyTorch and camel-cased. They throw `EmberwingError` and record themselves
/// for autograd. What is public here is listed in the registry, which the C, Python and Swift surfaces are made from.
public enum Ops {}

// Views: other windows on the same storage.
extension Ops {
  /// `view`/`reshape` sizes: resolves one -1 and checks the count.
  static func inferShape(_ shape: Shape, count: Int) throws -> Shape {
    var known = 1
    var unknown = -1
    for i in 0..<shape.count {
      let s = shape[i]
      if s == -1 {
        if unknown >= 0 { throw EmberwingError.runtime("only one dimension can be inferred") }
        unknown = i
      } else if s < 0 {
        throw EmberwingError.runtime("invalid shape dimension \(s) at index \(i) of shape \(shape)")
      } else {
        let (p, overflow) = known.multipliedReportingOverflow(by: s)
        if overflow { throw EmberwingError.runtime("shape '\(shape)' is invalid for input of size \(count)") }
        known = p
      }
    }
    var r = shape
    if unknown >= 0 {
      if known == 0 {
        throw EmberwingError.runtime(
          "cannot reshape tensor of 0 elements into shape \(shape) because the unspecified dimension size -1 can be any value and is ambiguous")
      }
      if count % known != 0 { throw EmberwingError.runtime("shape '\(shape)' is invalid for input of size \(count)") }
      r[unknown] = count / known
    } else if known != count {
      throw EmberwingError.runtime("shape '\(shape)' is invalid for input of size \(count)")
    }
    return r
  }

  /// Strides with which `t` has `shape` without copying, or nil.
  static func viewStrides(_ t: Tensor, _ shape: Shape) -> Shape? {
    if t.isContiguous || t.count == 0 { return shape.contiguousStrides }
    var strides = Shape(repeating: 1, count: shape.count)
    var d = shape.count - 1
    var i = t.dim - 1
    while i >= 0 {
      // One chunk of dimensions that lie evenly in memory.
      let base = t.strides[i]
      var chunk = t.shape[i]
      while i > 0 && (t.shape[i - 1] == 1 || t.strides[i - 1] == chunk &* base) {
        i -= 1
        chunk &*= t.shape[i]
      }
      var n = 1
      while d >= 0 && (n < chunk || shape[d] == 1) {
        strides[d] = n &* base
        n &*= shape[d]
        d -= 1
      }
      if n != chunk { return nil }
      i -= 1
    }
    while d >= 0 {
      if shape[d] != 1 { return nil }
      d -= 1
    }
    return strides
  }

  public static func view(_ input: Tensor, _ shape: Shape) throws -> Tensor {
    let shape = try inferShape(shape, count: input.count)
    guard let strides = viewStrides(input, shape) else {
      throw EmberwingError.runtime(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.")
    }
    return viewed(input, shape, strides, "ViewBackward0")
  }

  @inline(__always)
  private static func viewed(_ input: Tensor, _ shape: Shape, _ strides: Shape, _ name: String) -> Tensor {
    let from = input.shape
    return input.view(shape, strides, offset: input.impl.offset, name) { g, _ in Grads(try reshape(g, from)) }
  }

  public static func reshape(_ input: Tensor, _ shape: Shape) throws -> Tensor {
    let shape = try inferShape(shape, count: input.count)
    if let strides = viewStrides(input, shape) { return viewed(input, shape, strides, "ViewBackward0") }
    let from = input.shape
    let copy = try cloneContiguousData(input)
    copy.impl.shape = shape
    copy.impl.strides = shape.contiguousStrides
    return copy.recorded("UnsafeViewBackward0", input) { g, _ in Grads(try reshape(g, from)) }
  }

  public static func asStrided(_ input: Tensor, _ size: Shape, _ stride: Shape, _ storageOffset: Int?) throws -> Tensor {
    if size.count != stride.count {
      throw EmberwingError.runtime("mismatch in length of strides and shape")
    }
    for s in stride where s < 0 {
      throw EmberwingError.runtime("as_strided: Negative strides are not supported at the moment, got strides: \(stride)")
    }
    let offset = storageOffset ?? input.impl.offset
    if offset < 0 { throw EmberwingError.runtime("Tensor: invalid storage offset \(offset)") }
    let probe = try Tensor.window(input.storage, shape: size, strides: stride, offset: offset, dtype: input.dtype)
    return input.view(
      probe.shape, probe.strides, offset: offset, "AsStridedBackward0",
      asStridedRule(base: input, shape: size, strides: stride, offset: offset - input.impl.offset))
  }

  /// Gradient of reading `base` through another geometry: scatter-add into zeros of the base's shape.
  static func asStridedRule(base: Tensor, shape: Shape, strides: Shape, offset: Int) -> Rule {
    let geometry = base.alias()
    return { g, _ in Grads(try asStridedBackward(g, geometry, shape, strides, offset)) }
  }

  /// Whether no two indices of a geometry reach the same element.
  private static func isInjective(_ shape: Shape, _ strides: Shape) -> Bool {
    var reach = 0
    for i in (0..<shape.count).sorted(by: { strides[$0] < strides[$1] }) where shape[i] > 1 {
      if strides[i] <= reach { return false }
      reach += (shape[i] - 1) * strides[i]
    }
    return true
  }

  private static func asStridedBackward(
    _ g: Tensor, _ base: Tensor, _ shape: Shape, _ strides: Shape, _ offset: Int
  ) throws -> Tensor {
    if base.isContiguous && isInjective(shape, strides), let window = windowFits(base.count, shape, strides, offset) {
      let out = try Tensor.zeros(base.shape, g.dtype)
      if window > 0 { try copyData(into: asStridedData(out, shape, strides, offset), from: g) }
      return out.recorded("AsStridedBackwardBackward0", g) { gg, _ in
        let dense = try contiguous(gg)
        return Grads(try asStrided(dense, shape, strides, dense.impl.offset + offset))
      }
    }
    // Positions, inside a flat image of the base's memory, of the view's elements and of the base's own.
    var extent = 1
    for i in 0..<base.dim where base.shape[i] > 0 { extent += (base.shape[i] - 1) * base.strides[i] }
    var reach = offset + 1
    for i in 0..<shape.count where shape[i] > 0 { reach += (shape[i] - 1) * strides[i] }
    extent = Swift.max(extent, reach)
    let positions = try reshape(asStridedData(try arange(0, .int(Int64(extent)), 1, .int64), shape, strides, offset), [-1])
    let own = try reshape(asStridedData(try arange(0, .int(Int64(extent)), 1, .int64), base.shape, base.strides, 0), [-1])
    let flat = try indexAdd(try Tensor.zeros([extent], g.dtype), 0, positions, try reshape(g, [-1]), 1)
    return try reshape(try indexSelect(flat, 0, own), base.shape)
  }

  /// The number of elements of a window if all of them lie in a dense base of `count` elements.
  private static func windowFits(_ count: Int, _ shape: Shape, _ strides: Shape, _ offset: Int) -> Int? {
    let n = shape.product
    if n == 0 { return 0 }
    var last = offset
    for i in 0..<shape.count { last += (shape[i] - 1) * strides[i] }
    return offset >= 0 && last < count ? n : nil
  }

  private static func asStridedData(_ t: Tensor, _ shape: Shape, _ strides: Shape, _ offset: Int) throws -> Tensor {
    try Tensor.window(t.storage, shape: shape, strides: strides, offset: offset, dtype: t.dtype)
  }

  public static func transpose(_ input: Tensor, _ dim0: Int, _ dim1: Int) throws -> Tensor {
    let a = try wrapDim(dim0, input.dim)
    let b = try wrapDim(dim1, input.dim)
    var shape = input.shape
    var strides = input.strides
    if input.dim > 0 {
      (shape[a], shape[b]) = (shape[b], shape[a])
      (strides[a], strides[b]) = (strides[b], strides[a])
    }
    return input.view(shape, strides, offset: input.impl.offset, "TransposeBackward0") { g, _ in
      Grads(try transpose(g, a, b))
    }
  }

  public static func t(_ input: Tensor) throws -> Tensor {
    if input.dim > 2 {
      throw EmberwingError.runtime("t() expects a tensor with <= 2 dimensions, but self is \(input.dim)D")
    }
    if input.dim < 2 { return input.view(input.shape, input.strides, offset: input.impl.offset, "TBackward0") { g, _ in Grads(g) } }
    let shape: Shape = [input.shape[1], input.shape[0]]
    let strides: Shape = [input.strides[1], input.strides[0]]
    return input.view(shape, strides, offset: input.impl.offset, "TBackward0") { g, _ in Grads(try t(g)) }
  }

  public static func permute(_ input: Tensor, _ dims: Shape) throws -> Tensor {
    if dims.count != input.dim {
      throw EmberwingError.runtime(
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = \(input.dim) is not equal to len(dims) = \(dims.count)")
    }
    var shape = Shape(repeating: 0, count: dims.count)
    var strides = shape
    var inverse = Shape(repeating: -1, count: dims.count)
    for i in 0..<dims.count {
      let d = try wrapDim(dims[i], input.dim)
      if inverse[d] != -1 { throw EmberwingError.runtime("permute(): duplicate dims are not allowed.") }
      inverse[d] = i
      shape[i] = input.shape[d]
      strides[i] = input.strides[d]
    }
    return input.view(shape, strides, offset: input.impl.offset, "PermuteBackward0") { g, _ in
      Grads(try permute(g, inverse))
    }
  }

  public static func squeeze(_ input: Tensor, _ dim: Shape?) throws -> Tensor {
    var drop = Shape(repeating: dim == nil ? 1 : 0, count: input.dim)
    if let dim {
      for d in dim {
        let i = try wrapDim(d, input.dim)
        if input.dim > 0 {
          if dim.count > 1 && drop[i] == 1 {
            throw EmberwingError.runtime("dim \(i) appears multiple times in the list of dims")
          }
          drop[i] = 1
        }
      }
    }
    var shape = Shape()
    var strides = Shape()
    for i in 0..<input.dim where !(drop[i] == 1 && input.shape[i] == 1) {
      shape.append(input.shape[i])
      strides.append(input.strides[i])
    }
    return viewed(
      input, shape, strides,
      dim == nil ? "SqueezeBackward0" : dim?.count == 1 ? "SqueezeBackward1" : "SqueezeBackward2")
  }

  public static func unsqueeze(_ input: Tensor, _ dim: Int) throws -> Tensor {
    let d = try wrapDim(dim, input.dim + 1)
    var shape = input.shape
    var strides = input.strides
    strides.insert(d < input.dim ? input.shape[d] &* input.strides[d] : 1, at: d)
    shape.insert(1, at: d)
    return viewed(input, shape, strides, "UnsqueezeBackward0")
  }

  public static func expand(_ input: Tensor, _ size: Shape) throws -> Tensor {
    if size.count < input.dim {
      throw EmberwingError.runtime(
        "expand(torch.\(input.dtype.scalarTypeName)Tensor{\(input.shape)}, size=\(size)): the number of sizes provided (\(size.count)) must be greater or equal to the number of dimensions in the tensor (\(input.dim))")
    }
    var shape = size
    var strides = Shape(repeating: 0, count: size.count)
    let shift = size.count - input.dim
    for i in 0..<size.count {
      let own = i >= shift ? input.shape[i - shift] : 1
      if size[i] == -1 {
        if i < shift {
          throw EmberwingError.runtime(
            "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension \(i)")
        }
        shape[i] = own
      }
      if i >= shift && own == shape[i] {
        strides[i] = input.strides[i - shift]
      } else if own != 1 || shape[i] < 0 {
        throw EmberwingError.runtime(
          "The expanded size of the tensor (\(shape[i])) must match the existing size (\(own)) at non-singleton dimension \(i).  Target sizes: \(size).  Tensor sizes: \(input.shape)")
      }
    }
    _ = try shape.checkedElementCount(elementSize: input.dtype.size)
    // The engine sums the gradient back over the broadcast axes.
    return input.view(shape, strides, offset: input.impl.offset, "ExpandBackward0") { g, _ in Grads(g) }
  }

  public static func flatten(_ input: Tensor, _ startDim: Int, _ endDim: Int) throws -> Tensor {
    let a = try wrapDim(startDim, input.dim)
    let b = try wrapDim(endDim, input.dim)
    if a > b { throw EmberwingError.runtime("flatten() has invalid args: start_dim cannot come after end_dim") }
    if input.dim == 0 { return try reshape(input, [1]) }
    if a == b { return input }
    var shape = Shape()
    for i in 0..<a { shape.append(input.shape[i]) }
    shape.append(input.shape.slice(a..<b + 1).product)
    for i in (b + 1)..<Swift.max(input.dim, b + 1) { shape.append(input.shape[i]) }
    return try reshape(input, shape)
  }

  public static func narrow(_ input: Tensor, _ dim: Int, _ start: Int, _ length: Int) throws -> Tensor {
    if input.dim == 0 { throw EmberwingError.runtime("narrow() cannot be applied to a 0-dim tensor.") }
    let d = try wrapDim(dim, input.dim)
    let size = input.shape[d]
    if length < 0 { throw EmberwingError.runtime("narrow(): length must be non-negative.") }
    if start < -size || start > size {
      throw EmberwingError.index(
        "start out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
    }
    let from = start < 0 ? start + size : start
    if from > size - length {
      throw EmberwingError.runtime("start (\(from)) + length (\(length)) exceeds dimension size (\(size)).")
    }
    return sliced(input, d, from, length, 1)
  }

  /// Elements `start, start + step, …` (`length` of them) along a valid dimension; everything already checked.
  static func sliced(_ input: Tensor, _ d: Int, _ start: Int, _ length: Int, _ step: Int) -> Tensor {
    var shape = input.shape
    var strides = input.strides
    let from = input.shape
    shape[d] = length
    strides[d] = strides[d] &* step
    let offset = length == 0 ? input.impl.offset : input.impl.offset + start &* input.strides[d]
    return input.view(shape, strides, offset: offset, "SliceBackward0") { g, _ in
      Grads(try sliceBackward(g, from, d, start, step))
    }
  }

  public static func select(_ input: Tensor, _ dim: Int, _ index: Int) throws -> Tensor {
    if input.dim == 0 { throw EmberwingError.index("select() cannot be applied to a 0-dim tensor.") }
    let d = try wrapDim(dim, input.dim)
    let size = input.shape[d]
    if index < -size || index >= size {
      throw EmberwingError.index(
        "select(): index \(index) out of range for tensor of size \(input.shape) at dimension \(d)")
    }
    let i = index < 0 ? index + size : index
    var shape = input.shape
    var strides = input.strides
    let from = input.shape
    shape.remove(at: d)
    let stride = strides.remove(at: d)
    return input.view(shape, strides, offset: input.impl.offset + i &* stride, "SelectBackward0") { g, _ in
      Grads(try sliceBackward(try unsqueeze(g, d), from, d, i, 1))
    }
  }

  /// Zeros of `shape` with `g` written at `start, start + step, …` along `d`: the gradient of a slice.
  public static func sliceBackward(_ g: Tensor, _ shape: Shape, _ dim: Int, _ start: Int, _ step: Int) throws -> Tensor {
    let d = try wrapDim(dim, shape.count)
    let length = g.dim == shape.count ? g.shape[d] : 0
    let (reach, overflow) = step.multipliedReportingOverflow(by: Swift.max(length - 1, 0))
    guard g.dim == shape.count, step > 0, start >= 0, !overflow, length == 0 || reach < shape[d] - start else {
      throw EmberwingError.runtime("slice_backward: gradient of shape \(g.shape) does not fit \(shape)")
    }
    let out = try Tensor.zeros(shape, g.dtype)
    try withGradMode(false) { try copyData(into: sliced(out, d, start, length, step), from: g) }
    return out.recorded("SliceBackwardBackward0", g) { gg, _ in Grads(sliced(gg, d, start, length, step)) }
  }

  public static func detach(_ input: Tensor) throws -> Tensor { input.alias() }
}
