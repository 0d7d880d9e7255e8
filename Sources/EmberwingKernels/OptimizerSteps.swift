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
    eachPack(count, SGDStep<T>(p, g, buffer, first, o))
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
    eachPack(count, AdamStep<T>(p, g, m, v, maxV, o))
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
    eachPack(count, RMSpropStep<T>(p, g, squares, buffer, averages, o))
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
    eachPack(count, AdagradStep<T>(p, g, sum, o))
  }

  /// Runs `step` over all packs of elements, in parallel; the last one may be short.
  @inline(__always)
  static func eachPack<S: PackStep>(_ count: Int, _ step: S) {
    parallelFor(count, grain: stepGrain) { lo, hi in
      // A copy that no closure shares, so that its constants stay in registers.
      let s = step
      let w = S.P.lanes
      var i = lo
      while i + w <= hi {
        s.run(PackPosition(offset: i, lanes: w))
        i += w
      }
      if i < hi { s.short(PackPosition(offset: i, lanes: hi - i)) }
    }
  }
}

/// One optimizer's update of one pack of elements.
protocol PackStep {
  associatedtype P: FloatPack
  func run(_ at: PackPosition<P>)
}

extension PackStep {
  @inline(never) func short(_ at: PackPosition<P>) { run(at) }
}

/// Where a pack of elements lies in each of the tensors of a step.
struct PackPosition<P: FloatPack> {
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

private struct SGDStep<T: Real>: PackStep {
  typealias P = T.Pack
  let p: UnsafeMutablePointer<T>
  let g: UnsafePointer<T>
  let buffer: UnsafeMutablePointer<T>?
  let first: Bool
  let sign: P
  let decay: P
  let rate: P
  let momentum: P
  let fresh: P
  let decays: Bool
  let state: UnsafeMutablePointer<T>?
  let nesterov: Bool

  init(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ buffer: UnsafeMutablePointer<T>?, _ first: Bool,
    _ o: SGDCoefficients
  ) {
    self.p = p
    self.g = g
    self.buffer = buffer
    self.first = first
    sign = P(o.maximize ? -1 : 1)
    decay = P(T(o.weightDecay))
    rate = P(T(-o.lr))
    momentum = P(T(o.momentum))
    fresh = P(T(1 - o.dampening))
    // With no decay the product must not turn an infinite parameter into NaN.
    decays = o.weightDecay != 0
    state = o.momentum != 0 ? buffer : nil
    nesterov = o.nesterov
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(p)
    let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
    var step = d
    if let state {
      let b = first ? d : (at.read(state) * momentum).adding(d, fresh)
      at.write(b, state)
      step = nesterov ? d.adding(b, momentum) : b
    }
    at.write(q.adding(step, rate), p)
  }
}

private struct AdamStep<T: Real>: PackStep {
  typealias P = T.Pack
  let p: UnsafeMutablePointer<T>
  let g: UnsafePointer<T>
  let m: UnsafeMutablePointer<T>
  let v: UnsafeMutablePointer<T>
  let maxV: UnsafeMutablePointer<T>?
  let sign: P
  let shrink: P
  let decays: Bool
  let decay: P
  let near: Bool
  let weight: P
  let far: P
  let beta2: P
  let fresh: P
  let root: P
  let eps: P
  let step: P

  init(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ m: UnsafeMutablePointer<T>, _ v: UnsafeMutablePointer<T>,
    _ maxV: UnsafeMutablePointer<T>?, _ o: AdamCoefficients
  ) {
    self.p = p
    self.g = g
    self.m = m
    self.v = v
    self.maxV = maxV
    sign = P(o.maximize ? -1 : 1)
    shrink = P(o.decoupled && o.weightDecay != 0 ? T(1 - o.lr * o.weightDecay) : 1)
    decays = !o.decoupled && o.weightDecay != 0
    decay = P(T(o.weightDecay))
    let w = T(1 - o.beta1)
    // PyTorch's lerp works from the nearer end.
    near = 1 - o.beta1 < 0.5
    weight = P(w)
    far = P(w - 1)
    beta2 = P(T(o.beta2))
    fresh = P(T(1 - o.beta2))
    root = P(T(o.biasCorrection2.squareRoot()))
    eps = P(T(o.eps))
    step = P(T(-(o.lr / o.biasCorrection1)))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
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

private struct RMSpropStep<T: Real>: PackStep {
  typealias P = T.Pack
  let p: UnsafeMutablePointer<T>
  let g: UnsafePointer<T>
  let squares: UnsafeMutablePointer<T>
  let buffer: UnsafeMutablePointer<T>?
  let averages: UnsafeMutablePointer<T>?
  let sign: P
  let decays: Bool
  let decay: P
  let alpha: P
  let near: Bool
  let fresh: P
  let far: P
  let eps: P
  let momentum: P
  let rate: P
  let state: UnsafeMutablePointer<T>?

  init(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ squares: UnsafeMutablePointer<T>,
    _ buffer: UnsafeMutablePointer<T>?, _ averages: UnsafeMutablePointer<T>?, _ o: RMSpropCoefficients
  ) {
    self.p = p
    self.g = g
    self.squares = squares
    self.buffer = buffer
    self.averages = averages
    sign = P(o.maximize ? -1 : 1)
    decays = o.weightDecay != 0
    decay = P(T(o.weightDecay))
    alpha = P(T(o.alpha))
    let w = T(1 - o.alpha)
    near = 1 - o.alpha < 0.5
    fresh = P(w)
    far = P(w - 1)
    eps = P(T(o.eps))
    momentum = P(T(o.momentum))
    rate = P(T(-o.lr))
    state = o.momentum > 0 ? buffer : nil
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
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

private struct AdagradStep<T: Real>: PackStep {
  typealias P = T.Pack
  let p: UnsafeMutablePointer<T>
  let g: UnsafePointer<T>
  let sum: UnsafeMutablePointer<T>
  let sign: P
  let decays: Bool
  let decay: P
  let rate: P
  let eps: P

  init(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ sum: UnsafeMutablePointer<T>,
    _ o: AdagradCoefficients
  ) {
    self.p = p
    self.g = g
    self.sum = sum
    sign = P(o.maximize ? -1 : 1)
    decays = o.weightDecay != 0
    decay = P(T(o.weightDecay))
    rate = P(T(-o.lr))
    eps = P(T(o.eps))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(p)
    let d = decays ? (sign * at.read(g)).adding(q, decay) : sign * at.read(g)
    let s = at.read(sum).adding(d, d)
    at.write(s, sum)
    at.write(q + rate * d / (s.squareRoot + eps), p)
  }
}
