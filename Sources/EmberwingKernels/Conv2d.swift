import EmberwingCore
import Glibc

// Convolution as a matrix product over unfolded patches ("columns"), a few output rows at a time, so that a tile of
// columns stays in the second-level cache.

extension Conv2dGeometry {
  var inPerGroup: Int { inChannels / groups }
  var outPerGroup: Int { outChannels / groups }
  var taps: Int { kernelHeight * kernelWidth }
  var inPlane: Int { height * width }
  var outPlane: Int { outHeight * outWidth }
  var isEmpty: Bool { batch <= 0 || groups <= 0 || outPlane <= 0 || outChannels <= 0 }

  /// The columns are the input itself.
  var isPointwise: Bool {
    taps == 1 && strideH == 1 && strideW == 1 && padH == 0 && padW == 0 && height == outHeight && width == outWidth
  }

  /// Output rows of a tile of columns for `channels` input channels, by the size of the columns alone.
  func tileRows(channels: Int, elementSize: Int) -> Int {
    let row = max(1, channels * taps * outWidth * elementSize)
    return min(outHeight, max(1, (isPointwise ? 1 << 20 : 1 << 18) / row))
  }

  /// The outputs `lo..<hi` of a row whose input lies inside the image at kernel position `k`.
  @inline(__always)
  func inside(_ k: Int) -> (lo: Int, hi: Int) {
    let offset = k * dilationW - padW
    let lo = offset >= 0 ? 0 : (-offset + strideW - 1) / strideW
    let hi = offset >= width ? 0 : (width - 1 - offset) / strideW + 1
    return (min(lo, outWidth), max(min(lo, outWidth), min(hi, outWidth)))
  }

  /// Unfolds output rows `y0..<y0 + rows` of `channels` planes into columns [channels · taps, rows · outWidth].
  @inline(__always)
  func unfold<T: BinaryFloatingPoint>(
    _ columns: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, channels: Int, y0: Int, rows: Int
  ) {
    var to = columns
    for c in 0..<channels {
      for ky in 0..<kernelHeight {
        for kx in 0..<kernelWidth {
          let (lo, hi) = inside(kx)
          for y in y0..<y0 + rows {
            let iy = y * strideH + ky * dilationH - padH
            if iy < 0 || iy >= height {
              for i in 0..<outWidth { to[i] = 0 }
            } else {
              let from = x + c * inPlane + iy * width + kx * dilationW - padW
              for i in 0..<lo { to[i] = 0 }
              if strideW == 1 {
                for i in lo..<hi { to[i] = from[i] }
              } else {
                for i in lo..<hi { to[i] = from[i * strideW] }
              }
              for i in hi..<outWidth { to[i] = 0 }
            }
            to += outWidth
          }
        }
      }
    }
  }

  /// Adds columns back to where they came from.
  @inline(__always)
  func fold<T: BinaryFloatingPoint>(
    _ x: UnsafeMutablePointer<T>, _ columns: UnsafePointer<T>, channels: Int, y0: Int, rows: Int
  ) {
    var from = columns
    for c in 0..<channels {
      for ky in 0..<kernelHeight {
        for kx in 0..<kernelWidth {
          let (lo, hi) = inside(kx)
          for y in y0..<y0 + rows {
            let iy = y * strideH + ky * dilationH - padH
            if iy >= 0, iy < height {
              let to = x + c * inPlane + iy * width + kx * dilationW - padW
              if strideW == 1 {
                for i in lo..<hi { to[i] += from[i] }
              } else {
                for i in lo..<hi { to[i * strideW] += from[i] }
              }
            }
            from += outWidth
          }
        }
      }
    }
  }
}

/// Scratch for one tile of columns; a smaller one where memory is short.
private struct Tile<T> {
  let base: UnsafeMutablePointer<T>
  let rows: Int

  init?(_ g: Conv2dGeometry, channels: Int) {
    var rows = g.tileRows(channels: channels, elementSize: MemoryLayout<T>.stride)
    while rows > 0 {
      if let p = malloc(max(64, channels * g.taps * g.outWidth * rows * MemoryLayout<T>.stride)) {
        base = p.of(T.self)
        self.rows = rows
        return
      }
      rows /= 2
    }
    return nil
  }

  func release() { Glibc.free(base) }
}

extension CPUKernels {
  public static func conv2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    bias: UnsafeRawPointer?, _ g: Conv2dGeometry
  ) {
    if type == .float32 {
      convolve(out.of(Float.self), x.of(Float.self), weight.of(Float.self), bias?.of(Float.self), g)
    } else if type == .float64 {
      convolve(out.of(Double.self), x.of(Double.self), weight.of(Double.self), bias?.of(Double.self), g)
    }
  }

  public static func conv2dInputGradient(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    _ g: Conv2dGeometry
  ) {
    if type == .float32 {
      inputGradient(gradInput.of(Float.self), gradOutput.of(Float.self), weight.of(Float.self), g)
    } else if type == .float64 {
      inputGradient(gradInput.of(Double.self), gradOutput.of(Double.self), weight.of(Double.self), g)
    }
  }

  public static func conv2dWeightGradient(
    _ type: DType, _ gradWeight: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer,
    _ g: Conv2dGeometry
  ) {
    if type == .float32 {
      weightGradient(gradWeight.of(Float.self), gradOutput.of(Float.self), x.of(Float.self), g)
    } else if type == .float64 {
      weightGradient(gradWeight.of(Double.self), gradOutput.of(Double.self), x.of(Double.self), g)
    }
  }

  // MARK: forward

  private static func convolve<T: Real>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ weight: UnsafePointer<T>, _ bias: UnsafePointer<T>?,
    _ g: Conv2dGeometry
  ) {
    if g.isEmpty { return }
    let channels = g.inPerGroup
    let filters = g.outPerGroup
    let depth = channels * g.taps
    if channels == 1, filters <= 4 { return depthwise(out, x, weight, bias, g) }
    let rows = g.tileRows(channels: channels, elementSize: MemoryLayout<T>.stride)
    let tiles = (g.outHeight + rows - 1) / rows
    let work = max(1, filters * depth * rows * g.outWidth)
    parallelFor(g.batch * g.groups * tiles, grain: max(1, (1 << 20) / work)) { lo, hi in
      let tile = g.isPointwise ? nil : Tile<T>(g, channels: channels)
      for task in lo..<hi {
        let image = task / tiles / g.groups
        let group = task / tiles % g.groups
        let planes = x + (image * g.inChannels + group * channels) * g.inPlane
        let target = out + (image * g.outChannels + group * filters) * g.outPlane
        let end = min(g.outHeight, task % tiles * rows + rows)
        var y = task % tiles * rows
        while y < end {
          let count = min(tile?.rows ?? rows, end - y)
          let width = count * g.outWidth
          let c = target + y * g.outWidth
          if let bias {
            for f in 0..<filters {
              let value = bias[group * filters + f]
              let row = c + f * g.outPlane
              for i in 0..<width { row[i] = value }
            }
          }
          let w = weight + group * filters * depth
          if let tile {
            g.unfold(tile.base, planes, channels: channels, y0: y, rows: count)
            tileProduct(w, depth, UnsafePointer(tile.base), width, c, g.outPlane, filters, width, depth, bias != nil)
          } else if g.isPointwise {
            tileProduct(
              w, depth, planes + y * g.outWidth, g.inPlane, c, g.outPlane, filters, width, depth, bias != nil)
          } else {
            direct(c, planes, w, g, channels, filters, y, count, bias != nil)
          }
          y += count
        }
      }
      tile?.release()
    }
  }

  @inline(__always)
  private static func tileProduct<T: Real>(
    _ w: UnsafePointer<T>, _ ldw: Int, _ columns: UnsafePointer<T>, _ ldb: Int, _ c: UnsafeMutablePointer<T>,
    _ ldc: Int, _ m: Int, _ n: Int, _ k: Int, _ add: Bool
  ) {
    whole(
      Product(
        transposeA: false, transposeB: false, m: m, n: n, k: k, alpha: 1, a: w, lda: max(1, ldw), b: columns, ldb: ldb,
        beta: add ? 1 : 0, c: c, ldc: ldc), m * n * k)
  }

  /// Without any room for columns: one output at a time.
  @inline(never)
  private static func direct<T: Real>(
    _ c: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ w: UnsafePointer<T>, _ g: Conv2dGeometry, _ channels: Int,
    _ filters: Int, _ y0: Int, _ rows: Int, _ add: Bool
  ) {
    for f in 0..<filters {
      for i in 0..<rows * g.outWidth {
        var sum: T = add ? c[f * g.outPlane + i] : 0
        for d in 0..<channels * g.taps {
          let ky = d % g.taps / g.kernelWidth
          let iy = (y0 + i / g.outWidth) * g.strideH + ky * g.dilationH - g.padH
          let ix = i % g.outWidth * g.strideW + d % g.kernelWidth * g.dilationW - g.padW
          if iy >= 0, iy < g.height, ix >= 0, ix < g.width {
            sum += w[f * channels * g.taps + d] * x[d / g.taps * g.inPlane + iy * g.width + ix]
          }
        }
        c[f * g.outPlane + i] = sum
      }
    }
  }

  /// One input channel a group: each tap adds a scaled, shifted row.
  private static func depthwise<T: Real>(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, _ weight: UnsafePointer<T>, _ bias: UnsafePointer<T>?,
    _ g: Conv2dGeometry
  ) {
    let filters = g.outPerGroup
    parallelFor(g.batch * g.outChannels, grain: max(1, 65536 / max(1, g.outPlane * g.taps))) { lo, hi in
      for task in lo..<hi {
        let f = task % g.outChannels
        let plane = x + (task / g.outChannels * g.inChannels + f / filters) * g.inPlane
        let target = out + task * g.outPlane
        let start = bias?[f] ?? 0
        for i in 0..<g.outPlane { target[i] = start }
        for y in 0..<g.outHeight {
          let row = target + y * g.outWidth
          for ky in 0..<g.kernelHeight {
            let iy = y * g.strideH + ky * g.dilationH - g.padH
            if iy < 0 || iy >= g.height { continue }
            for kx in 0..<g.kernelWidth {
              let w = weight[f * g.taps + ky * g.kernelWidth + kx]
              let (a, b) = g.inside(kx)
              let from = plane + iy * g.width + kx * g.dilationW - g.padW
              if g.strideW == 1 {
                for i in a..<b { row[i] = mulAdd(w, from[i], row[i]) }
              } else {
                for i in a..<b { row[i] = mulAdd(w, from[i * g.strideW], row[i]) }
              }
            }
          }
        }
      }
    }
  }

  // MARK: gradients

  private static func inputGradient<T: Real>(
    _ out: UnsafeMutablePointer<T>, _ gradient: UnsafePointer<T>, _ weight: UnsafePointer<T>, _ g: Conv2dGeometry
  ) {
    let total = max(0, g.batch) * max(0, g.inChannels) * max(0, g.inPlane)
    if g.isEmpty || total == 0 {
      for i in 0..<total { out[i] = 0 }
      return
    }
    let filters = g.outPerGroup
    // Blocks of channels write apart from each other; within one, tiles follow in order.
    let block = min(g.inPerGroup, 32)
    let blocks = (g.inPerGroup + block - 1) / block
    let work = max(1, filters * block * g.taps * g.outPlane)
    parallelFor(g.batch * g.groups * blocks, grain: max(1, (1 << 20) / work)) { lo, hi in
      let tile = g.isPointwise ? nil : Tile<T>(g, channels: block)
      for task in lo..<hi {
        let image = task / blocks / g.groups
        let group = task / blocks % g.groups
        let first = task % blocks * block
        let channels = min(block, g.inPerGroup - first)
        let planes = out + (image * g.inChannels + group * g.inPerGroup + first) * g.inPlane
        let from = gradient + (image * g.outChannels + group * filters) * g.outPlane
        let depth = g.inPerGroup * g.taps
        let w = weight + group * filters * depth + first * g.taps
        if g.isPointwise {
          transposedProduct(w, depth, from, g.outPlane, planes, g.inPlane, channels, g.inPlane, filters)
          continue
        }
        for i in 0..<channels * g.inPlane { planes[i] = 0 }
        guard let tile else {
          directInputGradient(planes, from, w, g, channels, filters)
          continue
        }
        var y = 0
        while y < g.outHeight {
          let count = min(tile.rows, g.outHeight - y)
          let width = count * g.outWidth
          transposedProduct(
            w, depth, from + y * g.outWidth, g.outPlane, tile.base, width, channels * g.taps, width, filters)
          g.fold(planes, UnsafePointer(tile.base), channels: channels, y0: y, rows: count)
          y += count
        }
      }
      tile?.release()
    }
  }

  @inline(__always)
  private static func transposedProduct<T: Real>(
    _ w: UnsafePointer<T>, _ ldw: Int, _ b: UnsafePointer<T>, _ ldb: Int, _ c: UnsafeMutablePointer<T>, _ ldc: Int,
    _ m: Int, _ n: Int, _ k: Int
  ) {
    whole(
      Product(
        transposeA: true, transposeB: false, m: m, n: n, k: k, alpha: 1, a: w, lda: max(1, ldw), b: b, ldb: ldb,
        beta: 0, c: c, ldc: ldc), m * n * k)
  }

  @inline(never)
  private static func directInputGradient<T: Real>(
    _ x: UnsafeMutablePointer<T>, _ gradient: UnsafePointer<T>, _ w: UnsafePointer<T>, _ g: Conv2dGeometry,
    _ channels: Int, _ filters: Int
  ) {
    for f in 0..<filters {
      for i in 0..<g.outPlane {
        for d in 0..<channels * g.taps {
          let iy = i / g.outWidth * g.strideH + d % g.taps / g.kernelWidth * g.dilationH - g.padH
          let ix = i % g.outWidth * g.strideW + d % g.kernelWidth * g.dilationW - g.padW
          if iy >= 0, iy < g.height, ix >= 0, ix < g.width {
            x[d / g.taps * g.inPlane + iy * g.width + ix] +=
              w[f * g.inPerGroup * g.taps + d] * gradient[f * g.outPlane + i]
          }
        }
      }
    }
  }

  private static func weightGradient<T: Real>(
    _ out: UnsafeMutablePointer<T>, _ gradient: UnsafePointer<T>, _ x: UnsafePointer<T>, _ g: Conv2dGeometry
  ) {
    let size = max(0, g.outChannels) * max(0, g.inChannels) / max(1, g.groups) * g.taps
    if size == 0 { return }
    if g.isEmpty {
      for i in 0..<size { out[i] = 0 }
      return
    }
    // Blocks of channels fill columns of the result apart from each other. Where those are few, images are shared out
    // as well, in a number of shares that depends on the sizes alone, and the shares add up in order.
    let block = g.inPerGroup <= 16 ? g.inPerGroup : max(8, (g.inPerGroup + 7) / 8)
    let blocks = (g.inPerGroup + block - 1) / block
    let lanes = g.groups * blocks
    var shares = lanes >= 8 || size > 1 << 20 ? 1 : min(g.batch, 8 / lanes)
    var scratch: UnsafeMutablePointer<T>?
    if shares > 1 {
      scratch = malloc((shares - 1) * size * MemoryLayout<T>.stride)?.of(T.self)
      if scratch == nil { shares = 1 }
    }
    let images = (g.batch + shares - 1) / shares
    let work = max(1, images * g.outPerGroup * block * g.taps * g.outPlane)
    parallelFor(lanes * shares, grain: max(1, (1 << 20) / work)) { lo, hi in
      let tile = g.isPointwise ? nil : Tile<T>(g, channels: block)
      for task in lo..<hi {
        let share = task / lanes
        let group = task % lanes / blocks
        let first = task % blocks * block
        let target = share == 0 ? out : scratch.map { $0 + (share - 1) * size } ?? out
        weightBlock(
          target, gradient, x, g, tile, group, first, min(block, g.inPerGroup - first), share * images,
          min(g.batch, share * images + images))
      }
      tile?.release()
    }
    if let scratch {
      for s in 0..<shares - 1 {
        let part = scratch + s * size
        for i in 0..<size { out[i] += part[i] }
      }
      free(scratch)
    }
  }

  @inline(__always)
  private static func weightBlock<T: Real>(
    _ out: UnsafeMutablePointer<T>, _ gradient: UnsafePointer<T>, _ x: UnsafePointer<T>, _ g: Conv2dGeometry,
    _ tile: Tile<T>?, _ group: Int, _ first: Int, _ channels: Int, _ start: Int, _ end: Int
  ) {
    let filters = g.outPerGroup
    let depth = g.inPerGroup * g.taps
    let c = out + group * filters * depth + first * g.taps
    let width = channels * g.taps
    for f in 0..<filters { for i in 0..<width { c[f * depth + i] = 0 } }
    for image in start..<max(start, end) {
      let planes = x + (image * g.inChannels + group * g.inPerGroup + first) * g.inPlane
      let from = gradient + (image * g.outChannels + group * filters) * g.outPlane
      var y = 0
      while y < g.outHeight {
        let rows = min(tile?.rows ?? g.outHeight, g.outHeight - y)
        let length = rows * g.outWidth
        var columns = planes
        var ldb = g.inPlane
        if let tile {
          g.unfold(tile.base, planes, channels: channels, y0: y, rows: rows)
          columns = UnsafePointer(tile.base)
          ldb = length
        } else if !g.isPointwise {
          return directWeightGradient(c, gradient, x, g, group, first, channels, start, end)
        }
        whole(
          Product(
            transposeA: false, transposeB: true, m: filters, n: width, k: length, alpha: 1, a: from + y * g.outWidth,
            lda: g.outPlane, b: columns, ldb: ldb, beta: 1, c: c, ldc: depth), filters * width * length)
        y += rows
      }
    }
  }

  @inline(never)
  private static func directWeightGradient<T: Real>(
    _ c: UnsafeMutablePointer<T>, _ gradient: UnsafePointer<T>, _ x: UnsafePointer<T>, _ g: Conv2dGeometry,
    _ group: Int, _ first: Int, _ channels: Int, _ start: Int, _ end: Int
  ) {
    for image in start..<end {
      let planes = x + (image * g.inChannels + group * g.inPerGroup + first) * g.inPlane
      let from = gradient + (image * g.outChannels + group * g.outPerGroup) * g.outPlane
      for f in 0..<g.outPerGroup {
        for i in 0..<g.outPlane {
          for d in 0..<channels * g.taps {
            let iy = i / g.outWidth * g.strideH + d % g.taps / g.kernelWidth * g.dilationH - g.padH
            let ix = i % g.outWidth * g.strideW + d % g.kernelWidth * g.dilationW - g.padW
            if iy >= 0, iy < g.height, ix >= 0, ix < g.width {
              c[f * g.inPerGroup * g.taps + d] +=
                from[f * g.outPlane + i] * planes[d / g.taps * g.inPlane + iy * g.width + ix]
            }
          }
        }
      }
    }
  }
}
