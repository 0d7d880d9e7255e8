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

  private static func sgd<T: BinaryFloatingPoint>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ buffer: UnsafeMutablePointer<T>?, _ first: Bool,
    _ count: Int, _ o: SGDCoefficients
  ) {
    let sign: T = o.maximize ? -1 : 1
    let decay = T(o.weightDecay)
    let rate = T(-o.lr)
    let momentum = T(o.momentum)
    let fresh = T(1 - o.dampening)
    parallelFor(count, grain: stepGrain) { lo, hi in
      guard let buffer, o.momentum != 0 else {
        if o.weightDecay == 0 {
          for i in lo..<hi { p[i] = mulAdd(sign * g[i], rate, p[i]) }
        } else {
          for i in lo..<hi { p[i] = mulAdd(mulAdd(p[i], decay, sign * g[i]), rate, p[i]) }
        }
        return
      }
      // With no decay the product must not turn an infinite parameter into NaN.
      let decays = o.weightDecay != 0
      for i in lo..<hi {
        let d = decays ? mulAdd(p[i], decay, sign * g[i]) : sign * g[i]
        let b = first ? d : mulAdd(d, fresh, buffer[i] * momentum)
        buffer[i] = b
        let step = o.nesterov ? mulAdd(b, momentum, d) : b
        p[i] = mulAdd(step, rate, p[i])
      }
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

  private static func adam<T: BinaryFloatingPoint>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ m: UnsafeMutablePointer<T>, _ v: UnsafeMutablePointer<T>,
    _ maxV: UnsafeMutablePointer<T>?, _ count: Int, _ o: AdamCoefficients
  ) {
    let sign: T = o.maximize ? -1 : 1
    let shrink = o.decoupled && o.weightDecay != 0 ? T(1 - o.lr * o.weightDecay) : 1
    let decays = !o.decoupled && o.weightDecay != 0
    let decay = T(o.weightDecay)
    let w = T(1 - o.beta1)
    // PyTorch's lerp works from the nearer end.
    let near = 1 - o.beta1 < 0.5
    let far = T(1) - w
    let beta2 = T(o.beta2)
    let fresh = T(1 - o.beta2)
    let root = T(o.biasCorrection2.squareRoot())
    let eps = T(o.eps)
    let step = T(-(o.lr / o.biasCorrection1))
    @inline(__always) func update(_ i: Int, _ top: UnsafeMutablePointer<T>?) {
      let q = p[i] * shrink
      let d = decays ? mulAdd(q, decay, sign * g[i]) : sign * g[i]
      let old = m[i]
      let delta = d - old
      let mean = near ? mulAdd(w, delta, old) : d - delta * far
      m[i] = mean
      var square = mulAdd(fresh * d, d, v[i] * beta2)
      v[i] = square
      if let top {
        let t = top[i]
        square = t > square || t != t ? t : square
        top[i] = square
      }
      let denominator = square.squareRoot() / root + eps
      p[i] = q + step * mean / denominator
    }
    parallelFor(count, grain: stepGrain) { lo, hi in
      if let maxV {
        for i in lo..<hi { update(i, maxV) }
      } else {
        for i in lo..<hi { update(i, nil) }
      }
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

  private static func rmsprop<T: BinaryFloatingPoint>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ squares: UnsafeMutablePointer<T>,
    _ buffer: UnsafeMutablePointer<T>?, _ averages: UnsafeMutablePointer<T>?, _ count: Int, _ o: RMSpropCoefficients
  ) {
    let sign: T = o.maximize ? -1 : 1
    let decays = o.weightDecay != 0
    let decay = T(o.weightDecay)
    let alpha = T(o.alpha)
    let fresh = T(1 - o.alpha)
    let near = 1 - o.alpha < 0.5
    let far = T(1) - fresh
    let eps = T(o.eps)
    let momentum = T(o.momentum)
    let rate = T(-o.lr)
    @inline(__always)
    func update(_ i: Int, _ buffer: UnsafeMutablePointer<T>?, _ averages: UnsafeMutablePointer<T>?) {
      let d = decays ? mulAdd(p[i], decay, sign * g[i]) : sign * g[i]
      var square = mulAdd(fresh * d, d, squares[i] * alpha)
      squares[i] = square
      if let averages {
        let delta = d - averages[i]
        let mean = near ? mulAdd(fresh, delta, averages[i]) : d - delta * far
        averages[i] = mean
        // The products stay apart, so that equal values cancel to exactly zero.
        square = square - mean * mean
      }
      let denominator = square.squareRoot() + eps
      if let buffer {
        let b = buffer[i] * momentum + d / denominator
        buffer[i] = b
        p[i] = mulAdd(b, rate, p[i])
      } else {
        p[i] += rate * d / denominator
      }
    }
    parallelFor(count, grain: stepGrain) { lo, hi in
      let b = o.momentum > 0 ? buffer : nil
      switch (b, averages) {
      case (nil, nil): for i in lo..<hi { update(i, nil, nil) }
      case (let b?, nil): for i in lo..<hi { update(i, b, nil) }
      case (nil, let a?): for i in lo..<hi { update(i, nil, a) }
      case (let b?, let a?): for i in lo..<hi { update(i, b, a) }
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

  private static func adagrad<T: BinaryFloatingPoint>(
    _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ sum: UnsafeMutablePointer<T>, _ count: Int,
    _ o: AdagradCoefficients
  ) {
    let sign: T = o.maximize ? -1 : 1
    let decays = o.weightDecay != 0
    let decay = T(o.weightDecay)
    let rate = T(-o.lr)
    let eps = T(o.eps)
    parallelFor(count, grain: stepGrain) { lo, hi in
      for i in lo..<hi {
        let d = decays ? mulAdd(p[i], decay, sign * g[i]) : sign * g[i]
        let s = mulAdd(d, d, sum[i])
        sum[i] = s
        p[i] += rate * d / (s.squareRoot() + eps)
      }
    }
  }
}
