// The second derivative of reading images at the points of a grid.
extension Ops {
  /// Gradients of `gridSamplerBackward`'s results with respect to the output's gradient, the input and the grid.
  static func gridSamplerTwice(
    _ grads: [Tensor?], _ grad: Tensor, _ input: Tensor, _ grid: Tensor, _ mode: Int, _ padding: Int, _ corners: Bool
  ) throws -> Grads {
    let type = input.dtype.computeType
    let results = [
      try Tensor.zeros(grad.shape, type), try Tensor.zeros(input.shape, type), try Tensor.zeros(grid.shape, type),
    ]
    var s = sampler(input.shape, mode, padding, corners)
    s.curved = true
    if grad.count > 0 {
      let ggx = try grads[0].map { try contiguousData($0, type) } ?? .zeros(input.shape, type)
      let ggg = try grads[1].map { try contiguousData($0, type) } ?? .zeros(grid.shape, type)
      let parts = [
        try contiguousData(grad, type), try contiguousData(input, type), try contiguousData(grid, type), ggx, ggg,
      ]
      if type == .float64 { sampleTwice(results, parts, s, Double.self) } else { sampleTwice(results, parts, s, Float.self) }
    }
    let outputs = [
      try castData(results[0], grad.dtype), try castData(results[1], input.dtype), try castData(results[2], grid.dtype),
    ]
    Tensor.recordedMany(
      "GridSamplerThirdBackward0", outputs: outputs, inputs: [grads[0], grads[1], grad, input, grid]
    ) { _, _ in
      throw EmberwingError.notImplemented("the third derivative of grid_sampler_\(input.dim - 2)d is not implemented")
    }
    return Grads(outputs[0], outputs[1], outputs[2])
  }

  private static func sampleTwice<T: BinaryFloatingPoint>(
    _ results: [Tensor], _ parts: [Tensor], _ s: GridSampler, _: T.Type
  ) {
    func pointer(_ t: Tensor) -> UnsafeMutablePointer<T> { t.data.assumingMemoryBound(to: T.self) }
    let (batch, channels) = (parts[1].shape[0], parts[1].shape[1])
    let (plane, dims) = (s.sizes.reduce(1, *), s.sizes.count)
    let points = parts[0].count / (batch * channels)
    let (go, x, g, u, v) = (
      pointer(parts[0]), pointer(parts[1]), pointer(parts[2]), pointer(parts[3]), pointer(parts[4])
    )
    let (dgo, dx, dg) = (pointer(results[0]), pointer(results[1]), pointer(results[2]))
    // Points of one image may meet in one element, so an image belongs to one thread.
    parallelFor(batch, grain: 1) { lo, hi in
      for n in lo..<hi {
        let shift = n &* channels &* plane
        s.each(UnsafePointer(g + n &* points &* dims), 0..<points) { p, t in
          let at = (n &* points &+ p) &* dims
          let (v0, v1): (T, T) = (v[at], v[at + 1])
          let v2: T = dims == 3 ? v[at + 2] : 0
          for c in 0..<channels {
            let o = (n &* channels &+ c) &* points &+ p
            let (image, other, target) = (x + shift + c &* plane, u + shift + c &* plane, dx + shift + c &* plane)
            let w = go[o]
            var (sum, a0, a1, a2): (T, T, T, T) = (0, 0, 0, 0)
            for k in 0..<t.count {
              let (i, slope, b) = (t.offset[k], t.slope + 3 &* k, t.bend + 6 &* k)
              let along: T = v0 * slope[0] + v1 * slope[1] + v2 * slope[2]
              let (pixel, change): (T, T) = (image[i], other[i])
              sum += t.weight[k] * change + along * pixel
              target[i] += along * w
              a0 += slope[0] * change + (v0 * b[0] + v1 * b[1] + v2 * b[2]) * pixel
              a1 += slope[1] * change + (v0 * b[1] + v1 * b[3] + v2 * b[4]) * pixel
              a2 += slope[2] * change + (v0 * b[2] + v1 * b[4] + v2 * b[5]) * pixel
            }
            dgo[o] = sum
            dg[at] += a0 * w
            dg[at + 1] += a1 * w
            if dims == 3 { dg[at + 2] += a2 * w }
          }
        }
      }
    }
    withExtendedLifetime((results, parts)) {}
  }
}
