import EmberwingCore

// One pass over a parameter, its gradient and its state. The order of operations is that of PyTorch's
// `_single_tensor_*` functions, and coefficients are rounded to the parameter's type where PyTorch rounds them.

private let stepGrain = 32768

extension CPUKernels {
  public static func sgdStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, momentumBuffer: UnsafeMutableRawPointer?,
    firstStep: Bool, count: Int, _ o: SGDCoefficients
  ) {
    if type == .float32 {
      sgd(p.of(Float.self), g.of(Float.self), momentumBuffer?.of(Float.self), firstStep, count, o)
    } else if type == .float64 {
      sgd(p.of(Double.self), g.of(Double.self), momentumBuffer?.of(Double.self), firstStep, count, o)
    }
  }

  private static func sgd<T: Real>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ buffer: UnsafeMutablePointer<T>?, _ first: Bool,
    _ count: Int, _ o: SGDCoefficients
  ) {
    typealias P = T.Pack
    let sign = P(o.maximize ? -1 : 1)
    let decay = P(T(o.weightDecay))
    let rate = P(T(-o.lr))
    let momentum = P(T(o.momentum))
    let fresh = P(T(1 - o.dampening))
    // With no decay the product must not turn an infinite parameter into NaN.
    let decays = o.weightDecay != 0
    let state = o.momentum != 0 ? buffer : nil
    eachPack(P.self, count) { at in
      let q = at.read(p)
      let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
      var step = d
      if let state {
        let b = first ? d : (at.read(state) * momentum).adding(d, fresh)
        at.write(b, state)
        step = o.nesterov ? d.adding(b, momentum) : b
      }
      at.write(q.adding(step, rate), p)
    }
  }

  public static func adamStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, _ m: UnsafeMutableRawPointer,
    _ v: UnsafeMutableRawPointer, maxV: UnsafeMutableRawPointer?, count: Int, _ o: AdamCoefficients
  ) {
    if type == .float32 {
      adam(p.of(Float.self), g.of(Float.self), m.of(Float.self), v.of(Float.self), maxV?.of(Float.self), count, o)
    } else if type == .float64 {
      adam(
        p.of(Double.self), g.of(Double.self), m.of(Double.self), v.of(Double.self), maxV?.of(Double.self), count, o)
    }
  }

  private static func adam<T: Real>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ m: UnsafeMutablePointer<T>, _ v: UnsafeMutablePointer<T>,
    _ maxV: UnsafeMutablePointer<T>?, _ count: Int, _ o: AdamCoefficients
  ) {
    typealias P = T.Pack
    let sign = P(o.maximize ? -1 : 1)
    let shrink = P(o.decoupled && o.weightDecay != 0 ? T(1 - o.lr * o.weightDecay) : 1)
    let decays = !o.decoupled && o.weightDecay != 0
    let decay = P(T(o.weightDecay))
    let w = T(1 - o.beta1)
    // PyTorch's lerp works from the nearer end.
    let near = 1 - o.beta1 < 0.5
    let weight = P(w)
    let far = P(w - 1)
    let beta2 = P(T(o.beta2))
    let fresh = P(T(1 - o.beta2))
    let root = P(T(o.biasCorrection2.squareRoot()))
    let eps = P(T(o.eps))
    let step = P(T(-(o.lr / o.biasCorrection1)))
    eachPack(P.self, count) { at in
      let q = at.read(p) * shrink
      let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
      let old = at.read(m)
      let delta = d - old
      let mean = near ? old.adding(weight, delta) : d.adding(delta, far)
      at.write(mean, m)
      var square = (at.read(v) * beta2).adding(fresh * d, d)
      at.write(square, v)
      if let maxV {
        square = at.read(maxV).larger(square)
        at.write(square, maxV)
      }
      let denominator = square.squareRoot / root + eps
      at.write(q + step * mean / denominator, p)
    }
  }

  public static func rmspropStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, squareAverage: UnsafeMutableRawPointer,
    momentumBuffer: UnsafeMutableRawPointer?, gradientAverage: UnsafeMutableRawPointer?, count: Int,
    _ o: RMSpropCoefficients
  ) {
    if type == .float32 {
      rmsprop(
        p.of(Float.self), g.of(Float.self), squareAverage.of(Float.self), momentumBuffer?.of(Float.self),
        gradientAverage?.of(Float.self), count, o)
    } else if type == .float64 {
      rmsprop(
        p.of(Double.self), g.of(Double.self), squareAverage.of(Double.self), momentumBuffer?.of(Double.self),
        gradientAverage?.of(Double.self), count, o)
    }
  }

  private static func rmsprop<T: Real>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ squares: UnsafeMutablePointer<T>,
    _ buffer: UnsafeMutablePointer<T>?, _ averages: UnsafeMutablePointer<T>?, _ count: Int, _ o: RMSpropCoefficients
  ) {
    typealias P = T.Pack
    let sign = P(o.maximize ? -1 : 1)
    let decays = o.weightDecay != 0
    let decay = P(T(o.weightDecay))
    let alpha = P(T(o.alpha))
    let w = T(1 - o.alpha)
    let near = 1 - o.alpha < 0.5
    let fresh = P(w)
    let far = P(w - 1)
    let eps = P(T(o.eps))
    let momentum = P(T(o.momentum))
    let rate = P(T(-o.lr))
    let state = o.momentum > 0 ? buffer : nil
    eachPack(P.self, count) { at in
      let q = at.read(p)
      let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
      var square = (at.read(squares) * alpha).adding(fresh * d, d)
      at.write(square, squares)
      if let averages {
        let old = at.read(averages)
        let delta = d - old
        let mean = near ? old.adding(fresh, delta) : d.adding(delta, far)
        at.write(mean, averages)
        // The product stays apart, so that equal values cancel to exactly zero.
        square = square - mean * mean
      }
      let denominator = square.squareRoot + eps
      if let state {
        let b = at.read(state) * momentum + d / denominator
        at.write(b, state)
        at.write(q.adding(b, rate), p)
      } else {
        at.write(q + rate * d / denominator, p)
      }
    }
  }

  public static func adagradStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, sum: UnsafeMutableRawPointer, count: Int,
    _ o: AdagradCoefficients
  ) {
    if type == .float32 {
      adagrad(p.of(Float.self), g.of(Float.self), sum.of(Float.self), count, o)
    } else if type == .float64 {
      adagrad(p.of(Double.self), g.of(Double.self), sum.of(Double.self), count, o)
    }
  }

  private static func adagrad<T: Real>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ sum: UnsafeMutablePointer<T>, _ count: Int,
    _ o: AdagradCoefficients
  ) {
    typealias P = T.Pack
    let sign = P(o.maximize ? -1 : 1)
    let decays = o.weightDecay != 0
    let decay = P(T(o.weightDecay))
    let rate = P(T(-o.lr))
    let eps = P(T(o.eps))
    eachPack(P.self, count) { at in
      let q = at.read(p)
      let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
      let s = at.read(sum).adding(d, d)
      at.write(s, sum)
      at.write(q + rate * d / (s.squareRoot + eps), p)
    }
  }

  /// Calls `body` for each pack of elements, in parallel; the last one may be short.
  @inline(__always)
  private static func eachPack<P: FloatPack>(_: P.Type, _ count: Int, _ body: (PackPosition<P>) -> Void) {
    parallelFor(count, grain: stepGrain) { lo, hi in
      var i = lo
      while i + P.lanes <= hi {
        body(PackPosition(offset: i, lanes: P.lanes))
        i += P.lanes
      }
      if i < hi { body(PackPosition(offset: i, lanes: hi - i)) }
    }
  }
}

/// Where a pack of elements lies in each of the tensors of a step.
private struct PackPosition<P: FloatPack> {
  let offset: Int
  let lanes: Int

  @inline(__always) func read(_ p: UnsafePointer<P.Scalar>) -> P {
    lanes == P.lanes ? P.load(p + offset) : P.load(p + offset, first: lanes, fill: 1)
  }
  @inline(__always) func read(_ p: UnsafeMutablePointer<P.Scalar>) -> P { read(UnsafePointer(p)) }
  @inline(__always) func write(_ v: P, _ p: UnsafeMutablePointer<P.Scalar>) {
    if lanes == P.lanes { v.store(p + offset) } else { v.store(p + offset, first: lanes) }
  }
}
