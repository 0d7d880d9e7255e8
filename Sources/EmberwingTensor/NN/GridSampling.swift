#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where one sampled point reads its image: positions of the elements, their weights, and the weights' derivatives with
/// respect to the point's coordinates.
struct GridTaps<T: BinaryFloatingPoint> {
  var count = 0
  let offset: UnsafeMutablePointer<Int>
  let weight: UnsafeMutablePointer<T>
  /// Three values a tap, x first.
  let slope: UnsafeMutablePointer<T>
  /// Second derivatives, six values a tap: xx, xy, xz, yy, yz, zz.
  let bend: UnsafeMutablePointer<T>

  /// Four in each of three dimensions.
  static var capacity: Int { 64 }
}

/// How a grid is read: 0 bilinear, 1 nearest, 2 bicubic; padding 0 zeros, 1 border, 2 reflection.
struct GridSampler {
  var mode: Int
  var padding: Int
  var corners: Bool
  /// Sizes of the image, x first.
  var sizes: [Int]
  /// Whether the taps carry second derivatives.
  var curved = false

  /// The image coordinate of a normalised one, and its derivative.
  @inline(__always)
  private func unnormalized<T: BinaryFloatingPoint>(_ c: T, _ size: Int) -> (T, T) {
    let n = T(size)
    return corners ? ((c + 1) / 2 * (n - 1), (n - 1) / 2) : (((c + 1) * n - 1) / 2, n / 2)
  }

  /// Brings a coordinate into the image as the padding says; the factor multiplies the derivative.
  @inline(__always)
  private func padded<T: BinaryFloatingPoint>(_ c: T, _ size: Int) -> (T, T) {
    var (x, factor): (T, T) = (c, 1)
    if padding == 2 {
      let (low, high): (T, T) = corners ? (0, T(2 * (size - 1))) : (-1, T(2 * size - 1))
      if low == high { return (0, 0) }
      let (start, span) = (low / 2, (high - low) / 2)
      x -= start
      if x < 0 { (x, factor) = (-x, -1) }
      let rest = x.truncatingRemainder(dividingBy: span)
      let flips = (x / span).rounded(.down)
      if flips.truncatingRemainder(dividingBy: 2) == 0 {
        x = rest + start
      } else {
        (x, factor) = (span - rest + start, -factor)
      }
    }
    if padding != 0 {
      if !(x > 0) { (x, factor) = (0, 0) }
      let top = T(size - 1)
      if x >= top { (x, factor) = (top, 0) }
    }
    return (x, factor)
  }

  /// Coordinates that no Int can hold are far outside.
  @inline(__always)
  private func safe<T: BinaryFloatingPoint>(_ x: T) -> T {
    x.isFinite && x < 2_147_483_646 && x > -2_147_483_648 ? x : -100
  }

  @inline(__always)
  private func cubic<T: BinaryFloatingPoint>(_ x: T) -> (T, T, T) {
    let a: T = -0.75
    let d = Swift.abs(x)
    let sign: T = x < 0 ? -1 : 1
    if d <= 1 {
      let slope = sign * (3 * (a + 2) * d - 2 * (a + 3)) * d
      return (((a + 2) * d - (a + 3)) * d * d + 1, slope, 6 * (a + 2) * d - 2 * (a + 3))
    }
    if d < 2 { return (((d - 5) * d + 8) * d * a - 4 * a, sign * ((3 * d - 10) * d + 8) * a, (6 * d - 10) * a) }
    return (0, 0, 0)
  }

  /// The taps of one axis: up to four positions (-1 outside), weights and slopes.
  @inline(__always)
  private func axis<T: BinaryFloatingPoint>(
    _ c: T, _ size: Int, _ position: UnsafeMutablePointer<Int>, _ w: UnsafeMutablePointer<T>,
    _ d: UnsafeMutablePointer<T>, _ e: UnsafeMutablePointer<T>
  ) -> Int {
    let (raw, rate) = unnormalized(c, size)
    func inside(_ i: Int) -> Int { i >= 0 && i < size ? i : -1 }
    if mode == 2 {
      let x = safe(raw)
      let low = x.rounded(.down)
      for k in 0..<4 {
        let at = low + T(k - 1)
        let (value, slope, bend) = cubic(x - at)
        let (p, _) = padded(at, size)
        position[k] = inside(Int(safe(p)))
        (w[k], d[k], e[k]) = (value, slope * rate, bend * rate * rate)
      }
      return 4
    }
    let (p, factor) = padded(raw, size)
    let x = safe(p)
    if mode == 1 {
      position[0] = inside(Int(x.rounded(.toNearestOrEven)))
      (w[0], d[0], e[0]) = (1, 0, 0)
      return 1
    }
    let low = x.rounded(.down)
    let t = x - low
    (position[0], position[1]) = (inside(Int(low)), inside(Int(low) + 1))
    (w[0], w[1], d[0], d[1]) = (1 - t, t, -rate * factor, rate * factor)
    (e[0], e[1]) = (0, 0)
    return 2
  }

  /// All taps of the point `c` (x first).
  @inline(__always)
  func taps<T: BinaryFloatingPoint>(
    _ c: UnsafePointer<T>, _ out: inout GridTaps<T>, _ position: UnsafeMutablePointer<Int>,
    _ w: UnsafeMutablePointer<T>, _ d: UnsafeMutablePointer<T>, _ e: UnsafeMutablePointer<T>
  ) {
    let n = sizes.count
    let nx = axis(c[0], sizes[0], position, w, d, e)
    let ny = axis(c[1], sizes[1], position + 4, w + 4, d + 4, e + 4)
    let nz = n == 3 ? axis(c[2], sizes[2], position + 8, w + 8, d + 8, e + 8) : 1
    if n == 2 { (position[8], w[8], d[8], e[8]) = (0, 1, 0, 0) }
    out.count = 0
    for k in 0..<nz where position[8 + k] >= 0 {
      for j in 0..<ny where position[4 + j] >= 0 {
        let row = (position[8 + k] &* sizes[1] &+ position[4 + j]) &* sizes[0]
        for i in 0..<nx where position[i] >= 0 {
          let at = out.count
          out.offset[at] = row &+ position[i]
          out.weight[at] = w[i] * w[4 + j] * w[8 + k]
          out.slope[3 * at] = d[i] * w[4 + j] * w[8 + k]
          out.slope[3 * at + 1] = w[i] * d[4 + j] * w[8 + k]
          out.slope[3 * at + 2] = w[i] * w[4 + j] * d[8 + k]
          if curved {
            let b = out.bend + 6 * at
            (b[0], b[3], b[5]) = (e[i] * w[4 + j] * w[8 + k], w[i] * e[4 + j] * w[8 + k], w[i] * w[4 + j] * e[8 + k])
            (b[1], b[2], b[4]) = (d[i] * d[4 + j] * w[8 + k], d[i] * w[4 + j] * d[8 + k], w[i] * d[4 + j] * d[8 + k])
          }
          out.count = at + 1
        }
      }
    }
  }

  /// Runs `body` for the points `range` of one image, with their taps.
  func each<T: BinaryFloatingPoint>(
    _ grid: UnsafePointer<T>, _ range: Range<Int>, _ body: (_ point: Int, _ taps: GridTaps<T>) -> Void
  ) {
    let n = sizes.count
    let m = GridTaps<T>.capacity
    withUnsafeTemporaryAllocation(of: Int.self, capacity: m + 12) { ints in
      withUnsafeTemporaryAllocation(of: T.self, capacity: 10 * m + 36) { reals in
        guard let i = ints.baseAddress, let r = reals.baseAddress else { return }
        var t = GridTaps<T>(offset: i, weight: r, slope: r + m, bend: r + 4 * m)
        for p in range {
          taps(grid + p &* n, &t, i + m, r + 10 * m, r + 10 * m + 12, r + 10 * m + 24)
          body(p, t)
        }
      }
    }
  }
}

extension Ops {
  private static func checkGrid(_ x: Tensor, _ grid: Tensor, _ mode: Int, _ padding: Int) throws {
    if x.dtype != grid.dtype {
      throw EmberwingError.runtime(
        "grid_sampler(): expected input and grid to have same dtype, but input has \(cName(x.dtype)) and grid has \(cName(grid.dtype))")
    }
    if x.dim != 4 && x.dim != 5 || x.dim != grid.dim {
      throw EmberwingError.runtime(
        "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes \(x.shape) and grid with sizes \(grid.shape)")
    }
    if x.shape[0] != grid.shape[0] {
      throw EmberwingError.runtime(
        "grid_sampler(): expected grid and input to have same batch size, but got input with sizes \(x.shape) and grid with sizes \(grid.shape)")
    }
    if grid.shape[grid.dim - 1] != x.dim - 2 {
      throw EmberwingError.runtime(
        "grid_sampler(): expected grid to have size \(x.dim - 2) in last dimension, but got grid with sizes \(grid.shape)")
    }
    for d in 2..<x.dim where x.shape[d] <= 0 {
      throw EmberwingError.runtime(
        "grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes \(x.shape) with dimension \(d) being empty")
    }
    if !(0...2).contains(mode) || !(0...2).contains(padding) {
      throw EmberwingError.runtime("grid_sampler(): unknown interpolation mode \(mode) or padding mode \(padding)")
    }
    if !x.dtype.isFloatingPoint { throw unsupported("grid_sampler", x.dtype) }
  }

  static func sampler(_ x: Shape, _ mode: Int, _ padding: Int, _ corners: Bool) -> GridSampler {
    GridSampler(mode: mode, padding: padding, corners: corners, sizes: (2..<x.count).reversed().map { x[$0] })
  }

  /// Reads images at the points of a grid: input [N, C, (D,) H, W], grid [N, …, 2 or 3] in [-1, 1], x first.
  public static func gridSampler(
    _ input: Tensor, _ grid: Tensor, _ interpolationMode: Int, _ paddingMode: Int, _ alignCorners: Bool
  ) throws -> Tensor {
    try checkGrid(input, grid, interpolationMode, paddingMode)
    let type = input.dtype.computeType
    let shape = input.shape.slice(0..<2) + grid.shape.slice(1..<(grid.dim - 1))
    let out = try Tensor.empty(shape, type)
    let s = sampler(input.shape, interpolationMode, paddingMode, alignCorners)
    if out.count > 0 {
      let (x, g) = (try contiguousData(input, type), try contiguousData(grid, type))
      if type == .float64 { sample(out, x, g, s, Double.self) } else { sample(out, x, g, s, Float.self) }
    }
    return try castData(out, input.dtype).recorded(
      "GridSampler\(input.dim - 2)DBackward0", inputs: [input, grid], save: [input, grid]
    ) { g, saved in
      let (gx, gg) = try gridSamplerBackward(
        g, try saved[0], try saved[1], interpolationMode, paddingMode, alignCorners)
      return Grads(saved.needs(0) ? gx : nil, saved.needs(1) ? gg : nil)
    }
  }

  private static func sample<T: BinaryFloatingPoint>(
    _ out: Tensor, _ x: Tensor, _ grid: Tensor, _ s: GridSampler, _: T.Type
  ) {
    let (batch, channels) = (x.shape[0], x.shape[1])
    let (plane, points) = (s.sizes.reduce(1, *), out.count / (batch * channels))
    let o = out.data.assumingMemoryBound(to: T.self)
    let source = UnsafePointer(x.data.assumingMemoryBound(to: T.self))
    let g = UnsafePointer(grid.data.assumingMemoryBound(to: T.self))
    parallelFor(batch * points, grain: Swift.max(1, elementwiseGrain / (16 * channels))) { lo, hi in
      var at = lo
      while at < hi {
        let n = at / points
        let stop = Swift.min(hi, (n + 1) &* points)
        let (image, target) = (source + n &* channels &* plane, o + n &* channels &* points)
        s.each(g + n &* points &* s.sizes.count, (at - n &* points)..<(stop - n &* points)) { p, t in
          for c in 0..<channels {
            let base = image + c &* plane
            var sum: T = 0
            for k in 0..<t.count { sum += t.weight[k] * base[t.offset[k]] }
            target[c &* points &+ p] = sum
          }
        }
        at = stop
      }
    }
    withExtendedLifetime((x, grid)) {}
  }

  private static func gridSamplerBackward(
    _ grad: Tensor, _ input: Tensor, _ grid: Tensor, _ mode: Int, _ padding: Int, _ corners: Bool
  ) throws -> (Tensor, Tensor) {
    let type = input.dtype.computeType
    let gx = try Tensor.zeros(input.shape, type)
    let gg = try Tensor.zeros(grid.shape, type)
    let s = sampler(input.shape, mode, padding, corners)
    if grad.count > 0 {
      let (x, g, go) = (try contiguousData(input, type), try contiguousData(grid, type), try contiguousData(grad, type))
      if type == .float64 {
        sampleBackward(gx, gg, go, x, g, s, Double.self)
      } else {
        sampleBackward(gx, gg, go, x, g, s, Float.self)
      }
    }
    let outputs = [try castData(gx, input.dtype), try castData(gg, grid.dtype)]
    Tensor.recordedMany(
      "GridSampler\(input.dim - 2)DBackwardBackward0", outputs: outputs, inputs: [grad, input, grid],
      save: [grad, input, grid]
    ) { g, saved in
      try gridSamplerTwice(g, try saved[0], try saved[1], try saved[2], mode, padding, corners)
    }
    return (outputs[0], outputs[1])
  }

  private static func sampleBackward<T: BinaryFloatingPoint>(
    _ gx: Tensor, _ gg: Tensor, _ go: Tensor, _ x: Tensor, _ grid: Tensor, _ s: GridSampler, _: T.Type
  ) {
    let (batch, channels) = (x.shape[0], x.shape[1])
    let (plane, points, dims) = (s.sizes.reduce(1, *), go.count / (batch * channels), s.sizes.count)
    let source = UnsafePointer(x.data.assumingMemoryBound(to: T.self))
    let g = UnsafePointer(grid.data.assumingMemoryBound(to: T.self))
    let out = UnsafePointer(go.data.assumingMemoryBound(to: T.self))
    let (dx, dg) = (gx.data.assumingMemoryBound(to: T.self), gg.data.assumingMemoryBound(to: T.self))
    // Points of one image may meet in one element, so an image belongs to one thread.
    parallelFor(batch, grain: 1) { lo, hi in
      for n in lo..<hi {
        let shift = n &* channels &* plane
        s.each(g + n &* points &* dims, 0..<points) { p, t in
          var (a, b, e): (T, T, T) = (0, 0, 0)
          for c in 0..<channels {
            let v = out[(n &* channels &+ c) &* points &+ p]
            let (image, target) = (source + shift + c &* plane, dx + shift + c &* plane)
            for k in 0..<t.count {
              target[t.offset[k]] += t.weight[k] * v
              let pixel = image[t.offset[k]] * v
              a += t.slope[3 &* k] * pixel
              b += t.slope[3 &* k &+ 1] * pixel
              e += t.slope[3 &* k &+ 2] * pixel
            }
          }
          let at = dg + (n &* points &+ p) &* dims
          (at[0], at[1]) = (a, b)
          if dims == 3 { at[2] = e }
        }
      }
    }
    withExtendedLifetime((x, grid, go)) {}
  }

  /// Grids [N, (D,) H, W, 2 or 3] of points in [-1, 1] under the affine maps `theta` [N, 2, 3] or [N, 3, 4].
  public static func affineGridGenerator(_ theta: Tensor, _ size: Shape, _ alignCorners: Bool) throws -> Tensor {
    let n = size.count - 2
    guard n == 2 || n == 3 else {
      throw EmberwingError.runtime("AffineGridGenerator needs 4d (spatial) or 5d (volumetric) inputs.")
    }
    for s in size where s <= 0 {
      throw EmberwingError.value("Expected non-zero, positive output size. Got \(size)")
    }
    if theta.dim != 3 || theta.shape[1] != n || theta.shape[2] != n + 1 || theta.shape[0] != size[0] {
      throw EmberwingError.value(
        "Expected a batch of \(n)D affine matrices of shape Nx\(n)x\(n + 1) for size \(sizeText(size)). Got \(sizeText(theta.shape)).")
    }
    if !theta.dtype.isFloatingPoint { throw unsupported("affine_grid_generator", theta.dtype) }
    let spatial = size.slice(2..<size.count)
    let points = spatial.product
    let base = try Tensor.empty([try (spatial + [n + 1]).checkedElementCount(elementSize: 8)], .float64)
    let p = base.data.assumingMemoryBound(to: Double.self)
    func coordinate(_ i: Int, _ m: Int) -> Double {
      if m <= 1 { return 0 }
      let c = -1 + 2 * Double(i) / Double(m - 1)
      return alignCorners ? c : c * Double(m - 1) / Double(m)
    }
    for i in 0..<points {
      var rest = i
      for d in 0..<n {
        let m = spatial[n - 1 - d]
        p[i * (n + 1) + d] = coordinate(rest % m, m)
        rest /= m
      }
      p[i * (n + 1) + n] = 1
    }
    let grid = try castData(try reshape(base, [1, points, n + 1]), theta.dtype)
    let y = try matmul(try expand(grid, [size[0], points, n + 1]), try transpose(theta, 1, 2))
    return try reshape(y, [size[0]] + spatial + [n])
  }

  @_optimize(none)
  static func registerGridSampling(_ r: inout Registry) {
    r.add(
      "grid_sampler(input, grid, interpolation_mode, padding_mode, align_corners)", gridSampler,
      "Images read at the points of a grid; modes 0 bilinear, 1 nearest, 2 bicubic; padding 0 zeros, 1 border, 2 reflection.",
      on: .function,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          [
            (
              arguments: [
                .tensor(try m.tensor([1, 1, 2, 2])), .tensor(try m.tensor([1, 2, 2, 3])), .int(0), .int(0), .bool(false),
              ], message: "in last dimension"
            )
          ]
        }
      ) { m in
        var calls: [[Value]] = []
        for (mode, padding, corners) in [(0, 0, false), (0, 1, true), (0, 2, false), (2, 0, false), (2, 2, true)] {
          calls.append([
            .tensor(try m.tensor([2, 2, 3, 4])), .tensor(try m.tensor([2, 3, 2, 2], -1.2, 1.2)), .int(mode), .int(padding),
            .bool(corners),
          ])
        }
        for mode in [0, 2] {
          calls.append([
            .tensor(try m.tensor([1, 2, 3, 2, 4])), .tensor(try m.tensor([1, 2, 2, 2, 3], -1.2, 1.2)), .int(mode),
            .int(0), .bool(false),
          ])
        }
        return calls
      })
    r.add(
      "affine_grid_generator(theta, size, align_corners)", affineGridGenerator,
      "Grids of points in [-1, 1] for images of `size`, moved by the affine maps `theta`.", on: .function,
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 2, 3])), .ints([2, 1, 3, 2]), .bool(true)],
          [.tensor(try m.tensor([1, 3, 4])), .ints([1, 1, 2, 2, 3]), .bool(false)],
        ]
      })
  }
}
