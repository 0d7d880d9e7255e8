// Indexing with integers, slices, None and Ellipsis: always a view, made in one step.
extension Ops {
  /// What one entry of an index code means; see `basicIndex`.
  private enum Entry {
    static let int = 0
    static let slice = 1
    static let newAxis = 2
    static let ellipsis = 3
    static let whole = 4
  }

  private struct BasicView {
    var shape = Shape()
    var strides = Shape()
    var offset: Int
    var name = "AliasBackward0"
  }

  /// Python's rule for slice bounds; `Int.min` stands for an absent one.
  @inline(__always)
  private static func clampSlice(_ start: Int, _ stop: Int, _ size: Int) -> (Int, Int) {
    var a = start == Int.min ? 0 : start
    var b = stop == Int.min ? size : stop
    if a < 0 { a = Swift.max(a &+ size, 0) } else { a = Swift.min(a, size) }
    if b < 0 { b = Swift.max(b &+ size, 0) } else { b = Swift.min(b, size) }
    return (a, Swift.max(a, b))
  }

  private static func basicView(_ x: Tensor, _ code: Shape) throws -> BasicView {
    if code.count % 4 != 0 { throw EmberwingError.runtime("basic_index: code must be quadruples") }
    let rank = x.dim
    var used = 0
    var i = 0
    while i < code.count {
      let kind = code[i]
      if kind == Entry.int || kind == Entry.slice || kind == Entry.whole { used += 1 }
      i += 4
    }
    let shape = x.impl.shape
    let strides = x.impl.strides
    var view = BasicView(offset: x.impl.offset)
    var fill = rank - used
    var axes = false
    var d = 0
    i = 0
    while i < code.count {
      switch code[i] {
      case Entry.int:
        if rank == 0 && code.count == 4 {
          throw EmberwingError.index(
            "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number"
          )
        }
        if d >= rank { throw tooMany(rank) }
        let (v, size) = (code[i + 1], shape[d])
        if v < -size || v >= size {
          throw EmberwingError.index("index \(v) is out of bounds for dimension \(d) with size \(size)")
        }
        view.offset &+= (v < 0 ? v &+ size : v) &* strides[d]
        view.name = "SelectBackward0"
        d += 1
      case Entry.slice:
        if rank == 0 { throw EmberwingError.index("slice() cannot be applied to a 0-dim tensor.") }
        if d >= rank { throw tooMany(rank) }
        let step = code[i + 3] == Int.min ? 1 : code[i + 3]
        if step <= 0 { throw EmberwingError.value("step must be greater than zero") }
        let (a, b) = clampSlice(code[i + 1], code[i + 2], shape[d])
        let length = (b - a) / step + ((b - a) % step != 0 ? 1 : 0)
        view.shape.append(length)
        view.strides.append(strides[d].multipliedReportingOverflow(by: step).partialValue)
        if length > 0 { view.offset &+= a &* strides[d] }
        view.name = "SliceBackward0"
        d += 1
      case Entry.newAxis:
        view.shape.append(1)
        view.strides.append(-1)
        view.name = "UnsqueezeBackward0"
        axes = true
      case Entry.ellipsis:
        while fill > 0 {
          view.shape.append(shape[d])
          view.strides.append(strides[d])
          d += 1
          fill -= 1
        }
      case Entry.whole:
        if rank == 0 { throw EmberwingError.index("slice() cannot be applied to a 0-dim tensor.") }
        if d >= rank { throw tooMany(rank) }
        view.shape.append(shape[d])
        view.strides.append(strides[d])
        d += 1
      default: throw EmberwingError.runtime("basic_index: unknown kind \(code[i])")
      }
      i += 4
    }
    while d < rank {
      view.shape.append(shape[d])
      view.strides.append(strides[d])
      d += 1
    }
    if axes {
      // A new axis gets the stride that PyTorch's unsqueeze gives it.
      var next = 1
      var k = view.shape.count - 1
      while k >= 0 {
        if view.strides[k] == -1 && view.shape[k] == 1 { view.strides[k] = next }
        next = view.shape[k] &* view.strides[k]
        k -= 1
      }
    }
    return view
  }

  private static func tooMany(_ rank: Int) -> EmberwingError {
    .index("too many indices for tensor of dimension \(rank)")
  }

  /// The view that Python's `x[1:3, 2, None, ...]` denotes. `code` holds four numbers for each entry, `(kind, a, b, c)`:
  /// kind 0 is the integer `a`; 1 the slice `a:b:c`, with the smallest Int for what is absent; 2 None; 3 Ellipsis; 4 `:`.
  public static func basicIndex(_ x: Tensor, _ code: Shape) throws -> Tensor {
    let v = try basicView(x, code)
    if !isGradEnabled || !x.requiresGrad {
      return x.view(v.shape, v.strides, offset: v.offset, v.name) { g, _ in Grads(g) }
    }
    let from = x.shape
    return x.view(v.shape, v.strides, offset: v.offset, v.name) { g, _ in
      Grads(try basicIndexBackward(g, from, code))
    }
  }

  /// Zeros of shape `size` with `grad` written where `basic_index` with this code reads.
  public static func basicIndexBackward(_ grad: Tensor, _ size: Shape, _ code: Shape) throws -> Tensor {
    let out = try Tensor.zeros(size, grad.dtype)
    let v = try basicView(out, code)
    if v.shape != grad.shape {
      throw EmberwingError.runtime("basic_index_backward: gradient of shape \(grad.shape) does not fit \(v.shape)")
    }
    try copyData(
      into: try Tensor.window(out.storage, shape: v.shape, strides: v.strides, offset: v.offset, dtype: out.dtype),
      from: grad)
    return out.recorded("BasicIndexBackwardBackward0", grad) { gg, _ in Grads(try basicIndex(gg, code)) }
  }

  /// `input[start:end:step]` along `dim` with Python's clamping.
  public static func slice(_ input: Tensor, _ dim: Int, _ start: Int?, _ end: Int?, _ step: Int) throws -> Tensor {
    if input.dim == 0 { throw EmberwingError.index("slice() cannot be applied to a 0-dim tensor.") }
    let d = try wrapDim(dim, input.dim)
    if step <= 0 { throw EmberwingError.runtime("slice step must be positive") }
    let (a, b) = clampSlice(start ?? Int.min, end ?? Int.min, input.shape[d])
    let length = (b - a) / step + ((b - a) % step != 0 ? 1 : 0)
    return sliced(input, d, a, length, length > 1 ? step : 1)
  }
}
