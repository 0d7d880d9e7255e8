import EmberwingCore

// The rules of `StepRule`, each one pass over a parameter, its gradient and its state in PyTorch's order of operations.

extension CPUKernels {
  public static func step(
    _ rule: StepRule, _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    _ s0: UnsafeMutableRawPointer, _ s1: UnsafeMutableRawPointer, count: Int
  ) {
    if type == .float32 {
      step(rule, StepOperands<Float>(p, g, s0, s1), count)
    } else if type == .float64 {
      step(rule, StepOperands<Double>(p, g, s0, s1), count)
    }
  }

  private static func step<T: Real>(_ rule: StepRule, _ x: StepOperands<T>, _ count: Int) {
    switch rule {
    case .adadelta(let o): eachPack(count, AdadeltaStep(x, o))
    case .adamax(let o): eachPack(count, AdamaxStep(x, o))
    case .nadam(let o): eachPack(count, NAdamStep(x, o))
    case .radam(let o): eachPack(count, RAdamStep(x, o))
    case .asgd(let o): eachPack(count, ASGDStep(x, o))
    case .rprop(let o): eachPack(count, RpropStep(x, o))
    }
  }
}

/// The tensors of a step.
private struct StepOperands<T: Real> {
  let p: UnsafeMutablePointer<T>
  let g: UnsafePointer<T>
  let s0: UnsafeMutablePointer<T>
  let s1: UnsafeMutablePointer<T>

  init(
    _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, _ s0: UnsafeMutableRawPointer, _ s1: UnsafeMutableRawPointer
  ) {
    self.p = p.of(T.self)
    self.g = g.of(T.self)
    self.s0 = s0.of(T.self)
    self.s1 = s1.of(T.self)
  }
}

/// The gradient with its sign and with weight decay added.
private struct Descent<P: FloatPack> {
  let sign: P
  let decay: P
  let decays: Bool

  init(maximize: Bool, weightDecay: Double) where P.Scalar: Real {
    sign = P(maximize ? -1 : 1)
    decay = P(P.Scalar(weightDecay))
    // With no decay the product must not turn an infinite parameter into NaN.
    decays = weightDecay != 0
  }

  @inline(__always) func of(_ g: P, at q: P) -> P { decays ? (sign * g).adding(q, decay) : sign * g }
}

/// A running mean as PyTorch's `lerp` computes it, from the nearer end.
private struct Mean<P: FloatPack> {
  let near: Bool
  let weight: P
  let far: P

  init(weight: Double) where P.Scalar: Real {
    let w = P.Scalar(weight)
    near = weight < 0.5
    self.weight = P(w)
    far = P(w - 1)
  }

  @inline(__always) func next(_ old: P, _ d: P) -> P {
    let delta = d - old
    return near ? old.adding(weight, delta) : d.adding(delta, far)
  }
}

private struct AdadeltaStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let descent: Descent<P>
  let rho: P
  let fresh: P
  let eps: P
  let rate: P

  init(_ x: StepOperands<T>, _ o: AdadeltaCoefficients) {
    self.x = x
    descent = Descent(maximize: o.maximize, weightDecay: o.weightDecay)
    rho = P(T(o.rho))
    fresh = P(T(1 - o.rho))
    eps = P(T(o.eps))
    rate = P(T(-o.lr))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(x.p)
    let d = descent.of(at.read(x.g), at: q)
    let square = (at.read(x.s0) * rho).adding(fresh * d, d)
    at.write(square, x.s0)
    let sum = at.read(x.s1)
    let delta = (sum + eps).squareRoot / (square + eps).squareRoot * d
    at.write((sum * rho).adding(fresh * delta, delta), x.s1)
    at.write(q.adding(delta, rate), x.p)
  }
}

private struct AdamaxStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let descent: Descent<P>
  let mean: Mean<P>
  let beta2: P
  let eps: P
  let rate: P

  init(_ x: StepOperands<T>, _ o: AdamaxCoefficients) {
    self.x = x
    descent = Descent(maximize: o.maximize, weightDecay: o.weightDecay)
    mean = Mean(weight: 1 - o.beta1)
    beta2 = P(T(o.beta2))
    eps = P(T(o.eps))
    rate = P(T(-(o.lr / o.biasCorrection)))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(x.p)
    let d = descent.of(at.read(x.g), at: q)
    let m = mean.next(at.read(x.s0), d)
    at.write(m, x.s0)
    let largest = (at.read(x.s1) * beta2).larger(d.magnitude + eps)
    at.write(largest, x.s1)
    at.write(q + rate * m / largest, x.p)
  }
}

private struct NAdamStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let descent: Descent<P>
  let shrink: P
  let mean: Mean<P>
  let beta2: P
  let fresh: P
  let correction: P
  let eps: P
  let gradientRate: P
  let meanRate: P

  init(_ x: StepOperands<T>, _ o: NAdamCoefficients) {
    self.x = x
    descent = Descent(maximize: o.maximize, weightDecay: o.decoupled ? 0 : o.weightDecay)
    shrink = P(o.decoupled && o.weightDecay != 0 ? T(1 - o.lr * o.weightDecay) : 1)
    mean = Mean(weight: 1 - o.beta1)
    beta2 = P(T(o.beta2))
    fresh = P(T(1 - o.beta2))
    correction = P(T(o.biasCorrection2))
    eps = P(T(o.eps))
    gradientRate = P(T(o.gradientRate))
    meanRate = P(T(o.meanRate))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(x.p) * shrink
    let d = descent.of(at.read(x.g), at: q)
    let m = mean.next(at.read(x.s0), d)
    at.write(m, x.s0)
    let square = (at.read(x.s1) * beta2).adding(fresh * d, d)
    at.write(square, x.s1)
    let denominator = (square / correction).squareRoot + eps
    at.write(q + gradientRate * d / denominator + meanRate * m / denominator, x.p)
  }
}

private struct RAdamStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let descent: Descent<P>
  let shrink: P
  let mean: Mean<P>
  let beta2: P
  let fresh: P
  let correction: P
  let rate: P
  let eps: P
  let root: P
  let rectification: P
  let isRectified: Bool

  init(_ x: StepOperands<T>, _ o: RAdamCoefficients) {
    self.x = x
    descent = Descent(maximize: o.maximize, weightDecay: o.decoupled ? 0 : o.weightDecay)
    shrink = P(o.decoupled && o.weightDecay != 0 ? T(1 - o.lr * o.weightDecay) : 1)
    mean = Mean(weight: 1 - o.beta1)
    beta2 = P(T(o.beta2))
    fresh = P(T(1 - o.beta2))
    correction = P(T(o.biasCorrection1))
    rate = P(T(o.lr))
    eps = P(T(o.eps))
    root = P(T(o.biasCorrection2.squareRoot()))
    rectification = P(T(o.rectification ?? 1))
    isRectified = o.rectification != nil
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(x.p) * shrink
    let d = descent.of(at.read(x.g), at: q)
    let m = mean.next(at.read(x.s0), d)
    at.write(m, x.s0)
    let square = (at.read(x.s1) * beta2).adding(fresh * d, d)
    at.write(square, x.s1)
    let step = m / correction * rate
    at.write(q - (isRectified ? step * (root / (square.squareRoot + eps)) * rectification : step), x.p)
  }
}

private struct ASGDStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let descent: Descent<P>
  let shrink: P
  let rate: P
  let mu: P
  let averages: Bool

  init(_ x: StepOperands<T>, _ o: ASGDCoefficients) {
    self.x = x
    descent = Descent(maximize: o.maximize, weightDecay: o.weightDecay)
    shrink = P(T(1 - o.lambd * o.eta))
    rate = P(T(-o.eta))
    mu = P(T(o.mu))
    averages = o.mu != 1
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let q = at.read(x.p)
    let next = (q * shrink).adding(descent.of(at.read(x.g), at: q), rate)
    at.write(next, x.p)
    let average = at.read(x.s0)
    at.write(averages ? average + (next - average) * mu : next, x.s0)
  }
}

private struct RpropStep<T: Real>: PackStep {
  typealias P = T.Pack
  let x: StepOperands<T>
  let sign: P
  let minus: P
  let plus: P
  let smallest: P
  let largest: P

  init(_ x: StepOperands<T>, _ o: RpropCoefficients) {
    self.x = x
    sign = P(o.maximize ? -1 : 1)
    minus = P(T(o.etaMinus))
    plus = P(T(o.etaPlus))
    smallest = P(T(o.smallest))
    largest = P(T(o.largest))
  }

  @inline(__always) func run(_ at: PackPosition<P>) {
    let d = sign * at.read(x.g)
    let agreement = d * at.read(x.s0)
    let size = (at.read(x.s1) * agreement.bySign(plus, minus, P(1))).larger(smallest).smaller(largest)
    at.write(size, x.s1)
    // Where the gradient turned round, this step is left out.
    let kept = agreement.bySign(d, P(0), d)
    at.write(kept, x.s0)
    at.write(at.read(x.p) - kept.bySign(P(1), P(-1), P(0)) * size, x.p)
  }
}
