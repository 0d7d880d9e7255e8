/// A sparse matrix [outputs, inputs] that acts along one dimension of a tensor: resampling and averages are made of these.
/// Row `i` holds the taps `starts[i] ..< starts[i + 1]`, each an input position and a weight.
final class AxisMap: @unchecked Sendable {
  let inputs: Int
  let outputs: Int
  private(set) var starts: [Int] = [0]
  private(set) var taps: [Int] = []
  private(set) var weights: [Double] = []

  init(inputs: Int, outputs: Int) {
    self.inputs = inputs
    self.outputs = outputs
  }

  /// `row(i)` gives the taps of output `i`; every position lies in `0 ..< inputs`.
  convenience init(inputs: Int, outputs: Int, _ row: (_ i: Int, _ add: (Int, Double) -> Void) -> Void) {
    self.init(inputs: inputs, outputs: outputs)
    starts.reserveCapacity(outputs + 1)
    for i in 0..<outputs {
      row(i) { position, weight in
        taps.append(position)
        weights.append(weight)
      }
      starts.append(taps.count)
    }
  }

  /// The transposed matrix; its taps stand in ascending order.
  func transposed() -> AxisMap {
    let t = AxisMap(inputs: outputs, outputs: inputs)
    var counts = [Int](repeating: 0, count: inputs + 1)
    for p in taps { counts[p + 1] += 1 }
    for i in 0..<inputs { counts[i + 1] += counts[i] }
    t.starts = counts
    t.taps = [Int](repeating: 0, count: taps.count)
    t.weights = [Double](repeating: 0, count: taps.count)
    var next = counts
    for i in 0..<outputs {
      for k in starts[i]..<starts[i + 1] {
        let at = next[taps[k]]
        t.taps[at] = i
        t.weights[at] = weights[k]
        next[taps[k]] = at + 1
      }
    }
    return t
  }

  /// [outer, inputs, inner] → [outer, outputs, inner].
  func run<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, outer: Int, inner: Int
  ) {
    let w = weights.map { T($0) }
    let lines = outer &* outputs
    let each = Swift.max(1, inner &* Swift.max(1, taps.count / Swift.max(outputs, 1)))
    starts.withUnsafeBufferPointer { starts in
      taps.withUnsafeBufferPointer { taps in
        w.withUnsafeBufferPointer { w in
          parallelFor(lines, grain: Swift.max(1, elementwiseGrain / each)) { lo, hi in
            for line in lo..<hi {
              let (o, i) = (line / outputs, line % outputs)
              let source = x + o &* inputs &* inner
              let target = out + line &* inner
              if inner == 1 {
                var sum: T = 0
                for k in starts[i]..<starts[i &+ 1] { sum += w[k] * source[taps[k]] }
                target[0] = sum
                continue
              }
              Self.combine(target, source, inner, taps, w, starts[i]..<starts[i &+ 1])
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func combine<T: BinaryFloatingPoint>(
    _ target: UnsafeMutablePointer<T>, _ source: UnsafePointer<T>, _ inner: Int, _ taps: UnsafeBufferPointer<Int>,
    _ w: UnsafeBufferPointer<T>, _ range: Range<Int>
  ) {
    var k = range.lowerBound
    if k == range.upperBound {
      for j in 0..<inner { target[j] = 0 }
      return
    }
    let (a, p) = (w[k], source + taps[k] &* inner)
    if k + 1 < range.upperBound {
      let (b, q) = (w[k + 1], source + taps[k + 1] &* inner)
      for j in 0..<inner { target[j] = a * p[j] + b * q[j] }
      k += 2
    } else {
      for j in 0..<inner { target[j] = a * p[j] }
      k += 1
    }
    while k < range.upperBound {
      let (c, r) = (w[k], source + taps[k] &* inner)
      for j in 0..<inner { target[j] += c * r[j] }
      k += 1
    }
  }
}

extension Ops {
  /// Applies a map along dimension `d`; the rule applies its transpose, so that every order of derivative exists.
  static func applyAxis(_ x: Tensor, _ map: AxisMap, _ d: Int, node: String) throws -> Tensor {
    let out = try applyAxisData(x, map, d)
    return out.recorded(node, x) { g, _ in Grads(try applyAxis(g, map.transposed(), d, node: node)) }
  }

  private static func applyAxisData(_ x: Tensor, _ map: AxisMap, _ d: Int) throws -> Tensor {
    let type = x.dtype.isIntegral ? DType.float64 : x.dtype.computeType
    var shape = x.shape
    shape[d] = map.outputs
    let out = try Tensor.empty(shape, type)
    if out.count == 0 { return try castData(out, x.dtype) }
    if x.count == 0 {
      try fillData(out, 0)
      return try castData(out, x.dtype)
    }
    let source = try contiguousData(x, type)
    let (outer, _, inner) = axis(x.shape, d)
    if type == .float64 {
      map.run(
        out.data.assumingMemoryBound(to: Double.self), UnsafePointer(source.data.assumingMemoryBound(to: Double.self)),
        outer: outer, inner: inner)
    } else if type == .float32 {
      map.run(
        out.data.assumingMemoryBound(to: Float.self), UnsafePointer(source.data.assumingMemoryBound(to: Float.self)),
        outer: outer, inner: inner)
    } else {
      throw unsupported("resample", x.dtype)
    }
    withExtendedLifetime(source) {}
    return x.dtype.isIntegral ? out : try castData(out, x.dtype)
  }
}
