import EmberwingCore
import Testing

@Suite struct ConvolutionTests {
  static let geometries: [Conv2dGeometry] = {
    func make(
      _ batch: Int, _ cin: Int, _ cout: Int, _ size: (Int, Int), _ kernel: (Int, Int), stride: (Int, Int) = (1, 1),
      pad: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1), groups: Int = 1
    ) -> Conv2dGeometry {
      var g = Conv2dGeometry()
      (g.batch, g.inChannels, g.outChannels, g.groups) = (batch, cin, cout, groups)
      (g.height, g.width) = size
      (g.kernelHeight, g.kernelWidth) = kernel
      (g.strideH, g.strideW) = stride
      (g.padH, g.padW) = pad
      (g.dilationH, g.dilationW) = dilation
      g.outHeight = (size.0 + 2 * pad.0 - dilation.0 * (kernel.0 - 1) - 1) / stride.0 + 1
      g.outWidth = (size.1 + 2 * pad.1 - dilation.1 * (kernel.1 - 1) - 1) / stride.1 + 1
      return g
    }
    return [
      make(2, 3, 5, (7, 9), (3, 3)), make(1, 4, 6, (8, 8), (3, 3), pad: (1, 1)),
      make(3, 4, 6, (9, 7), (3, 2), stride: (2, 3), pad: (1, 1), dilation: (2, 1), groups: 2),
      make(2, 5, 7, (6, 5), (1, 1)), make(2, 6, 12, (9, 9), (3, 3), stride: (2, 2), pad: (1, 1), groups: 6),
      make(2, 40, 33, (12, 12), (3, 3), pad: (1, 1)), make(1, 2, 3, (3, 3), (3, 3), pad: (2, 4)),
      make(1, 20, 16, (64, 64), (5, 5), pad: (2, 2)), make(2, 3, 4, (5, 5), (1, 1), stride: (2, 2)),
      make(0, 3, 4, (5, 5), (3, 3)),
    ]
  }()

  /// Calls `body` with the positions of input, weight and output, for every product of the convolution.
  func eachTerm(_ g: Conv2dGeometry, _ body: (Int, Int, Int) -> Void) {
    let (ci, co) = (g.inChannels / g.groups, g.outChannels / g.groups)
    for n in 0..<g.batch {
      for f in 0..<g.outChannels {
        for oy in 0..<g.outHeight {
          for ox in 0..<g.outWidth {
            for c in 0..<ci {
              for ky in 0..<g.kernelHeight {
                for kx in 0..<g.kernelWidth {
                  let iy = oy * g.strideH + ky * g.dilationH - g.padH
                  let ix = ox * g.strideW + kx * g.dilationW - g.padW
                  if iy < 0 || iy >= g.height || ix < 0 || ix >= g.width { continue }
                  body(
                    ((n * g.inChannels + f / co * ci + c) * g.height + iy) * g.width + ix,
                    ((f * ci + c) * g.kernelHeight + ky) * g.kernelWidth + kx,
                    ((n * g.outChannels + f) * g.outHeight + oy) * g.outWidth + ox)
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func forwardAndGradients() {
    var stream = Stream()
    for g in Self.geometries {
      let x = stream.floats(g.batch * g.inChannels * g.height * g.width)
      let w = stream.floats(g.outChannels * g.inChannels / g.groups * g.kernelHeight * g.kernelWidth)
      let bias = stream.floats(g.outChannels)
      let outCount = g.batch * g.outChannels * g.outHeight * g.outWidth
      let grad = stream.floats(outCount)
      let plane = g.outHeight * g.outWidth
      var wantY = (0..<outCount).map { Double(bias[$0 / plane % g.outChannels]) }
      var wantX = [Double](repeating: 0, count: x.count)
      var wantW = [Double](repeating: 0, count: w.count)
      eachTerm(g) { i, j, o in
        wantY[o] += Double(x[i]) * Double(w[j])
        wantX[i] += Double(grad[o]) * Double(w[j])
        wantW[j] += Double(grad[o]) * Double(x[i])
      }
      for k in blockBuilds {
        var y = [Float](repeating: 9, count: outCount)
        k.conv2d(.float32, &y, x, w, bias: bias, g)
        #expect(worst(y, wantY) < 3e-5)
        k.conv2d(.float32, &y, x, w, bias: nil, g)
        #expect(worst(y, wantY.indices.map { wantY[$0] - Double(bias[$0 / plane % g.outChannels]) }) < 3e-5)
        var dx = [Float](repeating: 9, count: x.count)
        k.conv2dInputGradient(.float32, &dx, grad, w, g)
        #expect(worst(dx, wantX) < 3e-5)
        var dw = [Float](repeating: 9, count: w.count)
        k.conv2dWeightGradient(.float32, &dw, grad, x, g)
        #expect(worst(dw, wantW) < 3e-5)
      }
    }
  }

  @Test func pooling() {
    var stream = Stream()
    for (size, kernel, stride, pad, dilation) in [
      (16, 2, 2, 0, 1), (9, 3, 2, 1, 1), (11, 3, 1, 1, 1), (28, 2, 2, 0, 1), (13, 2, 3, 1, 2), (7, 7, 7, 0, 1),
      (37, 2, 2, 0, 1),
    ] {
      var g = Pool2dGeometry()
      g.planes = 5
      (g.height, g.width, g.kernelHeight, g.kernelWidth) = (size, size, kernel, kernel)
      (g.strideH, g.strideW, g.padH, g.padW, g.dilationH, g.dilationW) = (stride, stride, pad, pad, dilation, dilation)
      g.outHeight = (size + 2 * pad - dilation * (kernel - 1) - 1) / stride + 1
      g.outWidth = g.outHeight
      let outPlane = g.outHeight * g.outWidth
      var x = stream.floats(g.planes * size * size).map { ($0 * 8).rounded() }
      x[3] = .nan
      let grad = stream.floats(g.planes * outPlane)
      var wantY = [Double]()
      var wantI = [Int64]()
      var wantA = [Double]()
      var wantD = [Double](repeating: 0, count: x.count)
      var wantG = wantD
      for o in 0..<g.planes * outPlane {
        let (p, oy, ox) = (o / outPlane, o % outPlane / g.outWidth, o % g.outWidth)
        var (best, at, sum) = (-Float.infinity, -1, 0.0)
        var inside = [Int]()
        for ky in 0..<kernel {
          for kx in 0..<kernel {
            let (iy, ix) = (oy * stride + ky * dilation - pad, ox * stride + kx * dilation - pad)
            if iy < 0 || iy >= size || ix < 0 || ix >= size { continue }
            let v = x[p * size * size + iy * size + ix]
            inside.append(p * size * size + iy * size + ix)
            sum += Double(v)
            if v > best || v.isNaN { (best, at) = (v, iy * size + ix) }
          }
        }
        wantY.append(Double(best))
        wantI.append(Int64(at))
        wantD[p * size * size + at] += Double(grad[o])
        wantA.append(sum / Double(inside.count))
        for i in inside { wantG[i] += Double(grad[o]) / Double(inside.count) }
      }
      for k in blockBuilds {
        var y = [Float](repeating: 0, count: grad.count)
        var index = [Int64](repeating: 0, count: grad.count)
        k.maxPool2d(.float32, &y, indices: &index, x, g)
        #expect(worst(y, wantY) == 0)
        #expect(index == wantI)
        var d = [Float](repeating: 0, count: x.count)
        k.maxPool2dBackward(.float32, &d, grad, indices: index, g)
        #expect(worst(d, wantD) < 1e-6)
        if dilation == 1 {
          g.countIncludePad = false
          k.avgPool2d(.float32, &y, x, g)
          #expect(worst(y, wantA) < 1e-6)
          k.avgPool2dBackward(.float32, &d, grad, g)
          #expect(worst(d, wantG) < 1e-6)
        }
      }
    }
  }
}
