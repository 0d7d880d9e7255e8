import EmberwingCore
import Testing

@Suite struct TrainingKernelTests {
  @Test func batchNormalisation() {
    var stream = Stream()
    for (n, c, inner) in [(4, 3, 25), (5, 33, 1), (130, 16, 1), (2, 2, 70), (3, 1, 1)] {
      let x = stream.floats(n * c * inner).map { $0 * 3 + 5 }
      let g = stream.floats(x.count)
      let w = stream.floats(c)
      let b = stream.floats(c)
      func channel(_ i: Int) -> Int { i / inner % c }
      let count = Double(n * inner)
      var mean = [Double](repeating: 0, count: c)
      var variance = mean
      for i in x.indices { mean[channel(i)] += Double(x[i]) / count }
      for i in x.indices {
        let d = Double(x[i]) - mean[channel(i)]
        variance[channel(i)] += d * d / count
      }
      let invstd = variance.map { 1 / ($0 + 1e-5).squareRoot() }
      var dw = [Double](repeating: 0, count: c)
      var db = dw
      for i in x.indices {
        let j = channel(i)
        db[j] += Double(g[i])
        dw[j] += Double(g[i]) * (Double(x[i]) - mean[j]) * invstd[j]
      }
      for k in blockBuilds {
        var m = [Float](repeating: 0, count: c)
        var v = m
        k.channelMoments(.float32, mean: &m, variance: &v, x, n: n, c: c, inner: inner)
        #expect(worst(m, mean) < 1e-6)
        #expect(worst(v, variance) < 2e-6)
        let s = invstd.map { Float($0) }
        let fm = mean.map { Float($0) }
        var y = [Float](repeating: 0, count: x.count)
        k.normalizeChannels(.float32, &y, x, mean: fm, invstd: s, weight: w, bias: b, n: n, c: c, inner: inner)
        let want = x.indices.map { i in
          (Double(x[i]) - mean[channel(i)]) * invstd[channel(i)] * Double(w[channel(i)]) + Double(b[channel(i)])
        }
        #expect(worst(y, want) < 1e-5)
        for training in [true, false] {
          var (gi, gw, gb) = (y, m, m)
          k.normalizeChannelsBackward(
            .float32, gradInput: &gi, gradWeight: &gw, gradBias: &gb, gradOutput: g, x, mean: fm, invstd: s, weight: w,
            training: training, n: n, c: c, inner: inner)
          #expect(worst(gw, dw) < 1e-4)
          #expect(worst(gb, db) < 1e-5)
          let wantI = x.indices.map { i -> Double in
            let j = channel(i)
            let xhat = (Double(x[i]) - mean[j]) * invstd[j]
            let inside = training ? Double(g[i]) - db[j] / count - xhat * dw[j] / count : Double(g[i])
            return inside * invstd[j] * Double(w[j])
          }
          #expect(worst(gi, wantI) < 1e-5)
        }
      }
    }
  }

  @Test func nll() {
    let x: [Float] = [-1, -2, -3, -4, -5, -6]
    for k in blockBuilds {
      var out: [Float] = [9, 9, 9]
      let r = k.nllRows(
        .float32, &out, x, targets: [1, -100, 0], weights: [2, 3] as [Float], ignoreIndex: -100, rows: 3, classes: 2)
      #expect(out == [6, 0, 10])
      #expect(r.loss == 16 && r.weight == 5)
    }
  }

  @Test func optimizers() {
    var stream = Stream()
    let n = 37
    let p0 = stream.floats(n)
    let g = stream.floats(n)
    let s0 = stream.floats(n).map { abs($0) }
    for k in blockBuilds {
      for (first, nesterov, maximize) in [(true, false, false), (false, true, false), (false, false, true)] {
        var o = SGDCoefficients()
        (o.lr, o.momentum, o.dampening, o.weightDecay) = (0.1, 0.9, nesterov ? 0 : 0.2, 0.01)
        (o.nesterov, o.maximize) = (nesterov, maximize)
        var (p, b) = (p0, s0)
        k.sgdStep(.float32, &p, g, momentumBuffer: &b, firstStep: first, count: n, o)
        let want = (0..<n).map { i -> Double in
          let d = (maximize ? -1 : 1) * Double(g[i]) + 0.01 * Double(p0[i])
          let buffer = first ? d : 0.9 * Double(s0[i]) + (1 - o.dampening) * d
          return Double(p0[i]) - 0.1 * (nesterov ? d + 0.9 * buffer : buffer)
        }
        #expect(worst(p, want) < 1e-6)
      }
      for (decoupled, amsgrad) in [(false, false), (true, true)] {
        var o = AdamCoefficients()
        (o.lr, o.weightDecay, o.decoupled, o.biasCorrection1, o.biasCorrection2) = (0.1, 0.1, decoupled, 0.271, 0.003)
        var (p, m, v, top) = (p0, p0, s0, s0.map { $0 * 1.5 })
        top.withUnsafeMutableBytes {
          k.adamStep(.float32, &p, g, &m, &v, maxV: amsgrad ? $0.baseAddress : nil, count: n, o)
        }
        let want = (0..<n).map { i -> Double in
          let q = decoupled ? Double(p0[i]) * 0.99 : Double(p0[i])
          let d = decoupled ? Double(g[i]) : Double(g[i]) + 0.1 * q
          let mean = 0.9 * Double(p0[i]) + 0.1 * d
          var square = 0.999 * Double(s0[i]) + 0.001 * d * d
          if amsgrad { square = max(square, Double(s0[i]) * 1.5) }
          return q - 0.1 / 0.271 * mean / (square.squareRoot() / 0.003.squareRoot() + 1e-8)
        }
        #expect(worst(p, want) < 1e-6)
      }
      for centered in [false, true] {
        var o = RMSpropCoefficients()
        (o.lr, o.momentum) = (0.01, centered ? 0.5 : 0)
        let a0 = s0.map { $0 * 0.1 }
        var (p, s, b, a) = (p0, s0, s0, a0)
        b.withUnsafeMutableBytes { buffer in
          a.withUnsafeMutableBytes { average in
            k.rmspropStep(
              .float32, &p, g, squareAverage: &s, momentumBuffer: centered ? buffer.baseAddress : nil,
              gradientAverage: centered ? average.baseAddress : nil, count: n, o)
          }
        }
        let want = (0..<n).map { i -> Double in
          let d = Double(g[i])
          let square = 0.99 * Double(s0[i]) + 0.01 * d * d
          let mean = 0.99 * Double(a0[i]) + 0.01 * d
          let step = d / ((centered ? square - mean * mean : square).squareRoot() + 1e-8)
          return Double(p0[i]) - 0.01 * (centered ? 0.5 * Double(s0[i]) + step : step)
        }
        #expect(worst(p, want) < 1e-5)
      }
      var o = AdagradCoefficients()
      o.lr = 0.1
      var (p, s) = (p0, s0)
      k.adagradStep(.float32, &p, g, sum: &s, count: n, o)
      let want = (0..<n).map { i -> Double in
        let d = Double(g[i])
        let root: Double = (Double(s0[i]) + d * d).squareRoot()
        return Double(p0[i]) - 0.1 * d / (root + 1e-10)
      }
      #expect(worst(p, want) < 1e-6)
    }
  }
}
