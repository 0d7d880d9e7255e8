// Pooling in any number of spatial dimensions. Averages are one sparse matrix a dimension; maxima are positions, found by
// a loop, and a gather.

/// Settings of a window of up to three dimensions.
struct PoolWindow {
  var kernel: Shape
  var stride: Shape
  var padding: Shape
  var dilation: Shape
  var output: Shape
}

extension Ops {
  static func poolSetting(_ op: String, _ name: String, _ s: Shape, _ n: Int) throws -> Shape {
    for v in s where v > Int(Int32.max) || v < -Int(Int32.max) {
      throw EmberwingError.value("\(op): \(name) is out of range: \(s)")
    }
    if s.count == n { return s }
    if s.count == 1 { return Shape(repeating: s[0], count: n) }
    throw EmberwingError.runtime("\(op): \(name) must either be a single int, or a tuple of \(n) ints")
  }

  /// Checks everything; `x` is [C, …] or [N, C, …] with `n` spatial dimensions.
  static func poolWindow(
    _ op: String, _ x: Tensor, _ kernel: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, ceil: Bool, _ n: Int
  ) throws -> PoolWindow {
    let k = try poolSetting(op, "kernel_size", kernel, n)
    let s = try poolSetting(op, "stride", stride.map { $0.isEmpty ? kernel : $0 } ?? kernel, n)
    let p = try poolSetting(op, "padding", padding, n)
    let d = try poolSetting(op, "dilation", dilation, n)
    if x.dim != n + 1 && x.dim != n + 2 || x.shape.slice((x.dim > n + 1 ? 1 : 0)..<x.dim).product == 0 {
      throw EmberwingError.runtime(
        "\(op): Expected \(n + 1)D or \(n + 2)D (batch mode) tensor with optional 0 dim batch size for input, but got: \(x.shape)")
    }
    if x.dtype == .bool || x.dtype.isComplex { throw unsupported(op, x.dtype) }
    var output = Shape()
    for i in 0..<n {
      if k[i] <= 0 { throw EmberwingError.runtime("kernel size should be greater than zero, but got \(k)") }
      if s[i] == 0 { throw EmberwingError.runtime("stride should not be zero") }
      if s[i] < 0 { throw EmberwingError.runtime("stride should be greater than zero, but got \(s)") }
      if d[i] <= 0 { throw EmberwingError.runtime("dilation should be greater than zero, but got \(d)") }
      if p[i] < 0 { throw EmberwingError.runtime("pad must be non-negative, but got pad: \(p[i])") }
      let extent = d[i] * (k[i] - 1) + 1
      if p[i] > extent / 2 {
        throw EmberwingError.runtime(
          "pad should be at most half of effective kernel size, but got pad=\(p[i]), kernel_size=\(k[i]) and dilation=\(d[i])")
      }
      let span = x.shape[x.dim - n + i] + 2 * p[i] - extent
      let rounded = ceil ? span + s[i] - 1 : span
      var m = (rounded < 0 ? (rounded - s[i] + 1) / s[i] : rounded / s[i]) + 1
      // The last window must start inside the input or its left padding.
      if ceil && (m - 1) * s[i] >= x.shape[x.dim - n + i] + p[i] { m -= 1 }
      if m < 1 {
        throw EmberwingError.runtime(
          "Given input size: \(x.shape). Calculated output size: \(m) at dimension \(x.dim - n + i). Output size is too small")
      }
      output.append(m)
    }
    return PoolWindow(kernel: k, stride: s, padding: p, dilation: d, output: output)
  }

  // MARK: average

  static func averagePool(
    _ op: String, _ x: Tensor, _ kernel: Shape, _ stride: Shape?, _ padding: Shape, ceil: Bool, includePad: Bool,
    divisor: Int?, _ n: Int
  ) throws -> Tensor {
    if divisor == 0 { throw EmberwingError.runtime("divisor must be not zero") }
    let w = try poolWindow(op, x, kernel, stride, padding, [1], ceil: ceil, n)
    let whole = x.dtype.isIntegral
    var y = x
    var counts: Tensor?
    for i in (0..<n).reversed() {
      let (d, k, s, p) = (x.dim - n + i, w.kernel[i], w.stride[i], w.padding[i])
      let size = x.shape[d]
      func window(_ o: Int) -> (low: Int, high: Int, count: Int) {
        let start = o * s - p
        let end = Swift.min(start + k, size + p)
        let (low, high) = (Swift.max(start, 0), Swift.min(end, size))
        return (low, Swift.max(high, low), includePad ? end - start : high - low)
      }
      let plain = whole || divisor != nil
      let map = AxisMap(inputs: size, outputs: w.output[i]) { o, add in
        let v = window(o)
        for j in v.low..<v.high { add(j, plain ? 1 : 1 / Double(v.count)) }
      }
      y = try applyAxis(y, map, d, node: "AvgPool\(n)DBackward0")
      if whole && divisor == nil {
        let line = try Tensor.empty([w.output[i]] + Shape(repeating: 1, count: n - 1 - i), .float64)
        let q = line.data.assumingMemoryBound(to: Double.self)
        for o in 0..<line.count { q[o] = Double(window(o).count) }
        counts = try counts.map { try Calc.mul($0, line) } ?? line
      }
    }
    if let divisor, !whole { return try Calc.mul(y, 1 / Double(divisor)) }
    if !whole { return y }
    let by: Operand = counts.map { .tensor($0) } ?? .scalar(.float(Double(divisor ?? 1)))
    return try to(try div(y, by, "trunc"), x.dtype)
  }

  public static func avgPool3d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ ceilMode: Bool,
    _ countIncludePad: Bool, _ divisorOverride: Int?
  ) throws -> Tensor {
    try averagePool(
      "avg_pool3d", input, kernelSize, stride, padding, ceil: ceilMode, includePad: countIncludePad,
      divisor: divisorOverride, 3)
  }

  // MARK: positions

  /// Positions, in planes of the `n` last dimensions, of the largest element of each window; `taps(axis, output)` lists
  /// the window's positions along an axis.
  static func maxPositions(
    _ x: Tensor, _ output: Shape, _ taps: (_ axis: Int, _ out: Int) -> [Int]
  ) throws -> Tensor {
    let n = output.count
    let type = x.dtype.isIntegral ? DType.float64 : x.dtype.computeType
    let source = try contiguousData(x, type)
    let lead = x.shape.slice(0..<(x.dim - n))
    let indices = try Tensor.empty(lead + output, .int64)
    // Three axes, the missing ones of size 1.
    var (size, out): ([Int], [Int]) = ([1, 1, 1], [1, 1, 1])
    var lists: [[[Int]]] = [[[0]], [[0]], [[0]]]
    for i in 0..<n {
      size[3 - n + i] = x.shape[x.dim - n + i]
      out[3 - n + i] = output[i]
      lists[3 - n + i] = (0..<output[i]).map { taps(i, $0) }
    }
    let planes = lead.product
    let q = indices.data.assumingMemoryBound(to: Int64.self)
    func fill<T: BinaryFloatingPoint>(_ p: UnsafePointer<T>) {
      let (plane, each) = (size[0] * size[1] * size[2], out[0] * out[1] * out[2])
      parallelFor(planes, grain: Swift.max(1, elementwiseGrain / 8 / Swift.max(plane, 1))) { lo, hi in
        for c in lo..<hi {
          let base = p + c &* plane
          var at = c &* each
          for a in lists[0] {
            for b in lists[1] {
              for e in lists[2] {
                var best = -1
                var top: T = 0
                for z in a {
                  for y in b {
                    let row = (z &* size[1] &+ y) &* size[2]
                    for w in e {
                      let v = base[row &+ w]
                      if best < 0 || v > top || (v.isNaN && !top.isNaN) { (best, top) = (row &+ w, v) }
                    }
                  }
                }
                q[at] = Int64(best)
                at &+= 1
              }
            }
          }
        }
      }
    }
    if indices.count > 0 {
      if type == .float64 {
        fill(UnsafePointer(source.data.assumingMemoryBound(to: Double.self)))
      } else {
        fill(UnsafePointer(source.data.assumingMemoryBound(to: Float.self)))
      }
    }
    withExtendedLifetime(source) {}
    return indices
  }

  /// The elements at `indices` of the planes made of the last `n` dimensions.
  static func atPositions(_ x: Tensor, _ indices: Tensor, _ n: Int) throws -> Tensor {
    let flat = try reshape(x, x.shape.slice(0..<(x.dim - n)) + [x.shape.slice((x.dim - n)..<x.dim).product])
    let places = try reshape(indices, flat.shape.slice(0..<(flat.dim - 1)) + [indices.shape.slice((x.dim - n)..<x.dim).product])
    return try reshape(try gather(flat, -1, places), indices.shape)
  }

  public static func maxPool3dWithIndices(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> (Tensor, Tensor) {
    let w = try poolWindow("max_pool3d", input, kernelSize, stride, padding, dilation, ceil: ceilMode, 3)
    let indices = try maxPositions(input, w.output) { i, o in
      let size = input.shape[input.dim - 3 + i]
      return (0..<w.kernel[i]).compactMap { k in
        let at = o * w.stride[i] - w.padding[i] + k * w.dilation[i]
        return at >= 0 && at < size ? at : nil
      }
    }
    return (try atPositions(input, indices, 3), indices)
  }

  public static func maxPool3d(
    _ input: Tensor, _ kernelSize: Shape, _ stride: Shape?, _ padding: Shape, _ dilation: Shape, _ ceilMode: Bool
  ) throws -> Tensor { try maxPool3dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode).0 }
}
