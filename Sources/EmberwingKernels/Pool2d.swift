import EmberwingCore

extension Pool2dGeometry {
  var inPlane: Int { height * width }
  var outPlane: Int { outHeight * outWidth }

  /// The outputs `lo..<hi` of a row whose input lies inside the image at kernel position `k`.
  @inline(__always)
  func inside(_ k: Int) -> (lo: Int, hi: Int) {
    let offset = k * dilationW - padW
    let lo = min(outWidth, offset >= 0 ? 0 : (-offset + strideW - 1) / strideW)
    let hi = offset >= width ? 0 : (width - 1 - offset) / strideW + 1
    return (lo, max(lo, min(hi, outWidth)))
  }

  /// The divisor along one axis: how many positions of the window at `o` count.
  @inline(__always)
  func extent(_ o: Int, _ stride: Int, _ pad: Int, _ kernel: Int, _ size: Int) -> Int {
    let start = o * stride - pad
    let end = min(start + kernel, size + pad)
    return max(1, countIncludePad ? end - start : min(end, size) - max(start, 0))
  }
}

extension CPUKernels {
  // MARK: maximum

  public static func maxPool2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, indices: UnsafeMutablePointer<Int64>, _ x: UnsafeRawPointer,
    _ g: Pool2dGeometry
  ) {
    switch type {
    case .float32:
      let isHalving =
        g.kernelHeight == 2 && g.kernelWidth == 2 && g.strideH == 2 && g.strideW == 2 && g.padH == 0 && g.padW == 0
        && g.dilationH == 1 && g.dilationW == 1 && 2 * g.outHeight <= g.height && 2 * g.outWidth <= g.width
      if isHalving, g.outWidth >= 8, g.inPlane < Int(Int32.max) {
        maxHalving(out.of(Float.self), indices, x.of(Float.self), g)
      } else {
        maxPool(out.of(Float.self), indices, x.of(Float.self), g, -.infinity)
      }
    case .float64: maxPool(out.of(Double.self), indices, x.of(Double.self), g, -.infinity)
    case .int64: maxPool(out.of(Int64.self), indices, x.of(Int64.self), g, .min)
    case .int32: maxPool(out.of(Int32.self), indices, x.of(Int32.self), g, .min)
    case .int16: maxPool(out.of(Int16.self), indices, x.of(Int16.self), g, .min)
    case .int8: maxPool(out.of(Int8.self), indices, x.of(Int8.self), g, .min)
    case .uint8: maxPool(out.of(UInt8.self), indices, x.of(UInt8.self), g, .min)
    default: break
    }
  }

  /// Each kernel position passes over a whole output row, so that the loop runs over neighbours.
  private static func maxPool<T: Comparable>(
    _ out: UnsafeMutablePointer<T>, _ indices: UnsafeMutablePointer<Int64>, _ x: UnsafePointer<T>,
    _ g: Pool2dGeometry, _ lowest: T
  ) {
    parallelFor(g.planes, grain: max(1, 16384 / max(1, g.outPlane * g.kernelHeight * g.kernelWidth))) { lo, hi in
      for plane in lo..<hi {
        let from = x + plane * g.inPlane
        for y in 0..<g.outHeight {
          let best = out + (plane * g.outHeight + y) * g.outWidth
          let index = indices + (plane * g.outHeight + y) * g.outWidth
          // The first position inside the image, which a window of lowest values reports.
          let start = y * g.strideH - g.padH
          let firstY = start < 0 ? start + (-start + g.dilationH - 1) / g.dilationH * g.dilationH : start
          for i in 0..<g.outWidth {
            let s = i * g.strideW - g.padW
            let firstX = s < 0 ? s + (-s + g.dilationW - 1) / g.dilationW * g.dilationW : s
            best[i] = lowest
            index[i] = Int64(firstY * g.width + firstX)
          }
          for ky in 0..<g.kernelHeight {
            let iy = start + ky * g.dilationH
            if iy < 0 || iy >= g.height { continue }
            for kx in 0..<g.kernelWidth {
              let (a, b) = g.inside(kx)
              let at = iy * g.width + kx * g.dilationW - g.padW
              if g.strideW == 1 {
                maxRow(best, index, from + at, at, 1, a, b)
              } else if g.strideW == 2 {
                maxRow(best, index, from + at, at, 2, a, b)
              } else {
                maxRow(best, index, from + at, at, g.strideW, a, b)
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func maxRow<T: Comparable>(
    _ best: UnsafeMutablePointer<T>, _ index: UnsafeMutablePointer<Int64>, _ x: UnsafePointer<T>, _ at: Int,
    _ stride: Int, _ lo: Int, _ hi: Int
  ) {
    for i in lo..<hi {
      let v = x[i * stride]
      let better = v > best[i] || v != v
      best[i] = better ? v : best[i]
      index[i] = better ? Int64(truncatingIfNeeded: at + i * stride) : index[i]
    }
  }

  /// Windows of 2 × 2 side by side, eight at a time.
  private static func maxHalving(
    _ out: UnsafeMutablePointer<Float>, _ indices: UnsafeMutablePointer<Int64>, _ x: UnsafePointer<Float>,
    _ g: Pool2dGeometry
  ) {
    typealias V = SIMD8<Float>
    let steps = SIMD8<Int32>(0, 2, 4, 6, 8, 10, 12, 14)
    parallelFor(g.planes, grain: max(1, 16384 / max(1, g.inPlane))) { lo, hi in
      for plane in lo..<hi {
        for y in 0..<g.outHeight {
          let top = UnsafeRawPointer(x + plane * g.inPlane + 2 * y * g.width)
          let to = (plane * g.outHeight + y) * g.outWidth
          var i = 0
          while i < g.outWidth {
            // The last vector steps back to end with the row.
            i = min(i, g.outWidth - 8)
            let a = top.loadUnaligned(fromByteOffset: 8 * i, as: SIMD16<Float>.self)
            let b = top.loadUnaligned(fromByteOffset: 8 * i + 4 * g.width, as: SIMD16<Float>.self)
            var best = a.evenHalf
            var at = SIMD8(repeating: Int32(truncatingIfNeeded: 2 * y * g.width + 2 * i)) &+ steps
            let base = at
            let below = Int32(truncatingIfNeeded: g.width)
            @inline(__always) func take(_ v: V, _ offset: Int32) {
              let better = (v .> best) .| (v .!= v)
              best.replace(with: v, where: better)
              at.replace(with: base &+ offset, where: better)
            }
            take(a.oddHalf, 1)
            take(b.evenHalf, below)
            take(b.oddHalf, below &+ 1)
            UnsafeMutableRawPointer(out + to + i).storeBytes(of: best, as: V.self)
            UnsafeMutableRawPointer(indices + to + i).storeBytes(
              of: SIMD8<Int64>(truncatingIfNeeded: at), as: SIMD8<Int64>.self)
            i += 8
          }
        }
      }
    }
  }

  public static func maxPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer,
    indices: UnsafePointer<Int64>, _ g: Pool2dGeometry
  ) {
    if type == .float32 {
      maxBackward(gradInput.of(Float.self), gradOutput.of(Float.self), indices, g)
    } else if type == .float64 {
      maxBackward(gradInput.of(Double.self), gradOutput.of(Double.self), indices, g)
    }
  }

  private static func maxBackward<T: BinaryFloatingPoint>(
    _ gradInput: UnsafeMutablePointer<T>, _ gradOutput: UnsafePointer<T>, _ indices: UnsafePointer<Int64>,
    _ g: Pool2dGeometry
  ) {
    parallelFor(g.planes, grain: max(1, 16384 / max(1, g.inPlane))) { lo, hi in
      for plane in lo..<hi {
        let to = gradInput + plane * g.inPlane
        let from = gradOutput + plane * g.outPlane
        let index = indices + plane * g.outPlane
        for i in 0..<g.inPlane { to[i] = 0 }
        for i in 0..<g.outPlane where UInt64(bitPattern: index[i]) < UInt64(g.inPlane) { to[Int(index[i])] += from[i] }
      }
    }
  }

  // MARK: average

  public static func avgPool2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ g: Pool2dGeometry
  ) {
    if type == .float32 {
      average(out.of(Float.self), x.of(Float.self), g)
    } else if type == .float64 {
      average(out.of(Double.self), x.of(Double.self), g)
    }
  }

  private static func average<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ g: Pool2dGeometry
  ) {
    parallelFor(g.planes, grain: max(1, 16384 / max(1, g.outPlane * g.kernelHeight * g.kernelWidth))) { lo, hi in
      for plane in lo..<hi {
        for y in 0..<g.outHeight {
          let row = out + (plane * g.outHeight + y) * g.outWidth
          for i in 0..<g.outWidth { row[i] = 0 }
          for ky in 0..<g.kernelHeight {
            let iy = y * g.strideH + ky - g.padH
            if iy < 0 || iy >= g.height { continue }
            for kx in 0..<g.kernelWidth {
              let (a, b) = g.inside(kx)
              let from = x + plane * g.inPlane + iy * g.width + kx - g.padW
              if g.strideW == 1 {
                for i in a..<b { row[i] += from[i] }
              } else if g.strideW == 2 {
                for i in a..<b { row[i] += from[2 * i] }
              } else {
                for i in a..<b { row[i] += from[i * g.strideW] }
              }
            }
          }
          divide(row, row, g, y)
        }
      }
    }
  }

  /// out = x / divisor for one output row.
  @inline(__always)
  private static func divide<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ g: Pool2dGeometry, _ y: Int
  ) {
    if let divisor = g.divisorOverride {
      for i in 0..<g.outWidth { out[i] = x[i] / T(divisor) }
      return
    }
    let rows = g.extent(y, g.strideH, g.padH, g.kernelHeight, g.height)
    for i in 0..<g.outWidth {
      out[i] = x[i] / T(rows * g.extent(i, g.strideW, g.padW, g.kernelWidth, g.width))
    }
  }

  public static func avgPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ g: Pool2dGeometry
  ) {
    if type == .float32 {
      averageBackward(gradInput.of(Float.self), gradOutput.of(Float.self), g)
    } else if type == .float64 {
      averageBackward(gradInput.of(Double.self), gradOutput.of(Double.self), g)
    }
  }

  private static func averageBackward<T: BinaryFloatingPoint>(
    _ gradInput: UnsafeMutablePointer<T>, _ gradOutput: UnsafePointer<T>, _ g: Pool2dGeometry
  ) {
    parallelFor(g.planes, grain: max(1, 16384 / max(1, g.inPlane))) { lo, hi in
      withUnsafeTemporaryAllocation(of: T.self, capacity: max(1, g.outWidth)) { room in
        guard let share = room.baseAddress else { return }
        for plane in lo..<hi {
          let to = gradInput + plane * g.inPlane
          for i in 0..<g.inPlane { to[i] = 0 }
          for y in 0..<g.outHeight {
            divide(share, gradOutput + (plane * g.outHeight + y) * g.outWidth, g, y)
            for ky in 0..<g.kernelHeight {
              let iy = y * g.strideH + ky - g.padH
              if iy < 0 || iy >= g.height { continue }
              for kx in 0..<g.kernelWidth {
                let (a, b) = g.inside(kx)
                let row = to + iy * g.width + kx - g.padW
                if g.strideW == 1 {
                  for i in a..<b { row[i] += share[i] }
                } else {
                  for i in a..<b { row[i * g.strideW] += share[i] }
                }
              }
            }
          }
        }
      }
    }
  }
}
