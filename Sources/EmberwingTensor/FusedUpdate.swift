#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One optimizer step over a list of parameters: first every parameter is announced and checked, then one of the update
/// rules runs over all of them. An error in a list is found before anything is changed.
public struct FusedUpdate {
  /// What a kernel needs of one parameter.
  private struct Job {
    let type: DType
    let count: Int
    let p: UnsafeMutableRawPointer
    let g: UnsafeRawPointer
    let s0: UnsafeMutableRawPointer?
    let s1: UnsafeMutableRawPointer?
    let s2: UnsafeMutableRawPointer?
    /// The momentum buffer is new and has no value yet.
    let isFirst: Bool
    /// The number of this step, from 1, and where it is counted.
    let step: Double
    let counter: Cell?
    /// Further numbers that the rule reads and writes.
    let cell0: Cell?
    let cell1: Cell?
  }

  /// A scalar state.
  private struct Cell {
    let data: UnsafeMutableRawPointer
    let isDouble: Bool

    var value: Double {
      get { isDouble ? data.load(as: Double.self) : Double(data.load(as: Float.self)) }
      nonmutating set {
        if isDouble {
          data.storeBytes(of: newValue, as: Double.self)
        } else {
          data.storeBytes(of: Float(newValue), as: Float.self)
        }
      }
    }
  }

  private let name: String
  private var jobs: [Job] = []
  /// Contiguous copies that kernels work on, and the tensors they are written back to.
  private var staged: [(copy: Tensor, target: Tensor?)] = []

  /// `name` begins the error messages; `capacity` is the expected number of parameters.
  public init(_ name: String, capacity: Int) {
    self.name = name
    jobs.reserveCapacity(capacity)
  }

  /// Announces a parameter with its state tensors, its step counter (one floating-point element, counted up by the
  /// update) and scalar states; a parameter without gradient is left alone.
  public mutating func add(
    _ p: Tensor, _ s0: Tensor? = nil, _ s1: Tensor? = nil, _ s2: Tensor? = nil, step: Tensor? = nil,
    isFirst: Bool = false, cells: (Tensor?, Tensor?) = (nil, nil)
  ) throws {
    guard let g = p.impl.meta?.grad else { return }
    let dtype = p.dtype
    if !dtype.isDifferentiable {
      throw EmberwingError.type("\(name): parameters of dtype \(dtype.name) cannot be optimized")
    }
    try check(g, p, "gradient")
    if let s0 { try check(s0, p, "state") }
    if let s1 { try check(s1, p, "state") }
    if let s2 { try check(s2, p, "state") }
    let counter = try step.map { try cell($0, "step counter") }
    let numbers = (
      try cells.0.map { try cell($0, "scalar state") }, try cells.1.map { try cell($0, "scalar state") }
    )
    let complexParts = dtype.isComplex ? 2 : 1
    let type = dtype.computeType.realType
    let pointers = (try writable(p), try readable(g), try writable(s0), try writable(s1), try writable(s2))
    guard let pp = pointers.0 else { return }
    jobs.append(
      Job(
        type: type, count: p.count &* complexParts, p: pp, g: pointers.1, s0: pointers.2, s1: pointers.3,
        s2: pointers.4, isFirst: isFirst, step: (counter?.value ?? 0) + 1, counter: counter, cell0: numbers.0,
        cell1: numbers.1))
  }

  private func cell(_ t: Tensor, _ what: String) throws -> Cell {
    guard t.count == 1, t.dtype == .float32 || t.dtype == .float64, !t.storage.isReadOnly else {
      throw EmberwingError.runtime(
        "\(name): a \(what) must be a float32 or float64 tensor of one element, not \(t.dtype.name) of shape \(t.shape)"
      )
    }
    t.bumpVersion()
    return Cell(data: t.data, isDouble: t.dtype == .float64)
  }

  private func check(_ t: Tensor, _ p: Tensor, _ what: String) throws {
    if t.impl.shape != p.impl.shape || t.dtype != p.dtype {
      throw EmberwingError.runtime(
        "\(name): a \(what) of shape \(t.shape) and dtype \(t.dtype.name) does not fit its parameter of shape \(p.shape) and dtype \(p.dtype.name)"
      )
    }
  }

  private mutating func readable(_ t: Tensor) throws -> UnsafeRawPointer {
    if t.isContiguous && t.dtype.computeType == t.dtype { return UnsafeRawPointer(t.data) }
    return UnsafeRawPointer(try stage(t, writesBack: false))
  }

  private mutating func writable(_ t: Tensor?) throws -> UnsafeMutableRawPointer? {
    guard let t else { return nil }
    if t.isContiguous && t.dtype.computeType == t.dtype && !t.storage.isReadOnly {
      t.bumpVersion()
      return t.data
    }
    try withGradMode(false) { try Inplace.check(t) }
    t.bumpVersion()
    return try stage(t, writesBack: true)
  }

  private mutating func stage(_ t: Tensor, writesBack: Bool) throws -> UnsafeMutableRawPointer {
    let copy = try Tensor.uninitialized(t.shape, t.dtype.computeType, count: t.count)
    try Ops.copyData(into: copy, from: t)
    staged.append((copy, writesBack ? t : nil))
    return copy.data
  }

  // MARK: rules

  /// `torch.optim.SGD`; the state is the momentum buffer.
  public consuming func sgd(_ o: SGDCoefficients) throws {
    try run { kernels.sgdStep($0.type, $0.p, $0.g, momentumBuffer: $0.s0, firstStep: $0.isFirst, count: $0.count, o) }
  }

  /// `torch.optim.Adam` and `AdamW`; states: first moment, second moment, its maximum (AMSGrad) or nil. The bias
  /// corrections follow from the step counters.
  public consuming func adam(_ o: AdamCoefficients) throws {
    // Nearly always all parameters are at the same step.
    let common = jobs.first?.step ?? 1
    let (common1, common2) = (1 - pow(o.beta1, common), 1 - pow(o.beta2, common))
    try run { job in
      guard let m = job.s0, let v = job.s1 else { return }
      var c = o
      c.biasCorrection1 = job.step == common ? common1 : 1 - pow(o.beta1, job.step)
      c.biasCorrection2 = job.step == common ? common2 : 1 - pow(o.beta2, job.step)
      kernels.adamStep(job.type, job.p, job.g, m, v, maxV: job.s2, count: job.count, c)
    }
  }

  /// `torch.optim.RMSprop`; states: square average, momentum buffer or nil, gradient average (centered) or nil.
  public consuming func rmsprop(_ o: RMSpropCoefficients) throws {
    try run { job in
      guard let average = job.s0 else { return }
      kernels.rmspropStep(
        job.type, job.p, job.g, squareAverage: average, momentumBuffer: job.s1, gradientAverage: job.s2,
        count: job.count, o)
    }
  }

  /// `torch.optim.Adagrad`; the state is the sum of squares. The rate falls with the step counters.
  public consuming func adagrad(_ o: AdagradCoefficients, rateDecay: Double) throws {
    try run { job in
      guard let sum = job.s0 else { return }
      var c = o
      c.lr = o.lr / (1 + (job.step - 1) * rateDecay)
      kernels.adagradStep(job.type, job.p, job.g, sum: sum, count: job.count, c)
    }
  }

  /// `torch.optim.Adadelta`; states: square average, accumulated deltas.
  public consuming func adadelta(_ o: AdadeltaCoefficients) throws { try run { FusedUpdate.step(.adadelta(o), $0) } }

  /// `torch.optim.Adamax`; states: first moment, infinity norm.
  public consuming func adamax(_ o: AdamaxCoefficients) throws {
    try run { job in
      var c = o
      c.biasCorrection = 1 - pow(o.beta1, job.step)
      FusedUpdate.step(.adamax(c), job)
    }
  }

  /// `torch.optim.NAdam`; states: first and second moment; the first cell is the product of the momenta.
  public consuming func nadam(_ o: NAdamCoefficients) throws {
    try run { job in
      guard let product = job.cell0 else { return }
      func momentum(_ step: Double) -> Double { o.beta1 * (1 - 0.5 * pow(0.96, step * o.momentumDecay)) }
      let (now, next) = (momentum(job.step), momentum(job.step + 1))
      let old = product.value
      product.value = product.isDouble ? old * now : Double(Float(old) * Float(now))
      var c = o
      c.biasCorrection2 = 1 - pow(o.beta2, job.step)
      c.gradientRate = -o.lr * (1 - now) / (1 - product.value)
      c.meanRate = -o.lr * next / (1 - product.value * next)
      FusedUpdate.step(.nadam(c), job)
    }
  }

  /// `torch.optim.RAdam`; states: first and second moment.
  public consuming func radam(_ o: RAdamCoefficients) throws {
    try run { job in
      var c = o
      c.biasCorrection1 = 1 - pow(o.beta1, job.step)
      c.biasCorrection2 = 1 - pow(o.beta2, job.step)
      let longest = 2 / (1 - o.beta2) - 1
      let length = longest - 2 * job.step * pow(o.beta2, job.step) / c.biasCorrection2
      if length > 5 {
        let scale = (longest - 4) * (longest - 2) * length
        c.rectification = ((length - 4) * (length - 2) * longest / scale).squareRoot()
      }
      FusedUpdate.step(.radam(c), job)
    }
  }

  /// `torch.optim.ASGD`; the state is the average; the cells are the rate and the weight of the average.
  public consuming func asgd(_ o: ASGDCoefficients) throws {
    try run { job in
      guard let eta = job.cell0, let mu = job.cell1 else { return }
      var c = o
      c.eta = eta.value
      c.mu = mu.value
      FusedUpdate.step(.asgd(c), job)
      eta.value = o.lr / pow(1 + o.lambd * o.lr * job.step, o.alpha)
      mu.value = 1 / Swift.max(1, job.step - o.t0)
    }
  }

  /// `torch.optim.Rprop`; states: last gradient, step sizes.
  public consuming func rprop(_ o: RpropCoefficients) throws { try run { FusedUpdate.step(.rprop(o), $0) } }

  private static func step(_ rule: StepRule, _ job: Job) {
    guard let first = job.s0 else { return }
    kernels.step(rule, job.type, job.p, job.g, first, job.s1 ?? first, count: job.count)
  }

  private static let largeCount = 65536

  /// Large parameters run one after the other, each on all threads; small ones are shared out whole.
  private func run(_ update: (Job) -> Void) throws {
    var smallTotal = 0
    var largeExists = false
    for job in jobs {
      if job.count >= FusedUpdate.largeCount { largeExists = true } else { smallTotal += job.count }
      job.counter?.value = job.step
    }
    if largeExists { for job in jobs where job.count >= FusedUpdate.largeCount { update(job) } }
    jobs.withUnsafeBufferPointer { list in
      let share = smallTotal / Swift.max(list.count, 1) + 64
      parallelFor(list.count, grain: Swift.max(1, 32768 / share)) { lo, hi in
        for i in lo..<hi where list[i].count < FusedUpdate.largeCount { update(list[i]) }
      }
    }
    for (copy, target) in staged { if let target { try Ops.copyData(into: target, from: copy) } }
  }
}

extension Tensor {
  /// `zero_grad`: drops the gradient, or fills it with zeros in a fresh history.
  public func zeroGrad(setToNone: Bool = true) throws {
    guard let meta = impl.meta, let g = meta.grad else { return }
    if setToNone {
      meta.grad = nil
      return
    }
    let zeroed = g.requiresGrad ? try Ops.detach(g) : g
    try withGradMode(false) { try Ops.zeroInPlace(zeroed) }
    meta.grad = zeroed
  }
}
