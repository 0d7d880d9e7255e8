import CEmberwing
import EmberwingNN
import EmberwingOptim
import EmberwingTensor

// The ew_..._step functions take their state from the caller; the ew_optimizer ones wrap the Swift classes.

extension Handle {
  static func optimizer(_ p: OpaquePointer?) throws -> Optimizer { try object(p, Optimizer.self, "ew_optimizer") }
}

/// A list that must not be NULL unless it is empty.
@inline(__always)
private func entries(_ p: UnsafePointer<OpaquePointer?>?, _ count: Int) throws -> UnsafeBufferPointer<OpaquePointer?> {
  try Handle.list(p, count, "tensors")
}

private let sgdDefaults = ew_sgd_options(
  struct_size: MemoryLayout<ew_sgd_options>.size, lr: 1e-3, momentum: 0, dampening: 0, weight_decay: 0,
  nesterov: false, maximize: false)
private let adamDefaults = ew_adam_options(
  struct_size: MemoryLayout<ew_adam_options>.size, lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0,
  amsgrad: false, maximize: false, decoupled_weight_decay: false)
private let rmspropDefaults = ew_rmsprop_options(
  struct_size: MemoryLayout<ew_rmsprop_options>.size, lr: 1e-2, alpha: 0.99, eps: 1e-8, weight_decay: 0, momentum: 0,
  centered: false, maximize: false)
private let adagradDefaults = ew_adagrad_options(
  struct_size: MemoryLayout<ew_adagrad_options>.size, lr: 1e-2, lr_decay: 0, weight_decay: 0,
  initial_accumulator_value: 0, eps: 1e-10, maximize: false)

// MARK: steps

@_cdecl("ew_sgd_step") @implementation
public func ew_sgd_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int,
  _ momentum_buffers: UnsafeMutablePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_sgd_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, sgdDefaults)
    var c = SGDCoefficients()
    c.lr = o.lr
    c.momentum = o.momentum
    c.dampening = o.dampening
    c.weightDecay = o.weight_decay
    c.nesterov = o.nesterov
    c.maximize = o.maximize
    let list = try entries(parameters, count)
    var plan = FusedUpdate("SGD", capacity: count)
    if o.momentum == 0 {
      for p in list { try plan.add(try Handle.tensor(p)) }
      return try plan.sgd(c)
    }
    guard let momentum_buffers else { throw EmberwingError.type("ew_sgd_step: momentum_buffers is NULL") }
    var fresh: [(index: Int, buffer: Tensor)] = []
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      if let old = try Handle.optionalTensor(momentum_buffers[i]) {
        try plan.add(t, old)
      } else {
        let new = try Tensor.empty(t.shape, t.dtype)
        fresh.append((i, new))
        try plan.add(t, new, isFirst: true)
      }
    }
    try plan.sgd(c)
    for (i, t) in fresh { momentum_buffers[i] = Handle.make(t) }
  }
}

@_cdecl("ew_adam_step") @implementation
public func ew_adam_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ exp_avgs: UnsafePointer<OpaquePointer?>?,
  _ exp_avg_sqs: UnsafePointer<OpaquePointer?>?, _ max_exp_avg_sqs: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_adam_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, adamDefaults)
    var c = AdamCoefficients()
    c.lr = o.lr
    c.beta1 = o.beta1
    c.beta2 = o.beta2
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    c.decoupled = o.decoupled_weight_decay
    let list = try entries(parameters, count)
    let means = try entries(exp_avgs, count)
    let squares = try entries(exp_avg_sqs, count)
    let counters = try entries(steps, count)
    let largest = o.amsgrad ? try entries(max_exp_avg_sqs, count) : nil
    var plan = FusedUpdate("Adam", capacity: count)
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      try plan.add(
        t, try Handle.tensor(means[i]), try Handle.tensor(squares[i]), try largest.map { try Handle.tensor($0[i]) },
        step: try Handle.tensor(counters[i]))
    }
    try plan.adam(c)
  }
}

@_cdecl("ew_rmsprop_step") @implementation
public func ew_rmsprop_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ square_avgs: UnsafePointer<OpaquePointer?>?,
  _ grad_avgs: UnsafePointer<OpaquePointer?>?, _ momentum_buffers: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_rmsprop_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, rmspropDefaults)
    var c = RMSpropCoefficients()
    c.lr = o.lr
    c.alpha = o.alpha
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.momentum = o.momentum
    c.maximize = o.maximize
    let list = try entries(parameters, count)
    let squares = try entries(square_avgs, count)
    let averages = o.centered ? try entries(grad_avgs, count) : nil
    let buffers = o.momentum > 0 ? try entries(momentum_buffers, count) : nil
    var plan = FusedUpdate("RMSprop", capacity: count)
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      try plan.add(
        t, try Handle.tensor(squares[i]), try buffers.map { try Handle.tensor($0[i]) },
        try averages.map { try Handle.tensor($0[i]) }, step: try steps.map { try Handle.tensor($0[i]) })
    }
    try plan.rmsprop(c)
  }
}

@_cdecl("ew_adagrad_step") @implementation
public func ew_adagrad_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ sums: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_adagrad_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, adagradDefaults)
    var c = AdagradCoefficients()
    c.lr = o.lr
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    let list = try entries(parameters, count)
    let totals = try entries(sums, count)
    let counters = try entries(steps, count)
    var plan = FusedUpdate("Adagrad", capacity: count)
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      try plan.add(t, try Handle.tensor(totals[i]), step: try Handle.tensor(counters[i]))
    }
    try plan.adagrad(c, rateDecay: o.lr_decay)
  }
}

// MARK: gradients of many parameters

@_cdecl("ew_clip_grad_norm") @implementation
public func ew_clip_grad_norm(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ max_norm: Double, _ norm_type: Double,
  _ error_if_nonfinite: Bool
) -> OpaquePointer? {
  guardedTensor {
    try ClipGradients.norm(
      try Handle.tensors(parameters, count), max_norm, normType: norm_type, errorIfNonfinite: error_if_nonfinite)
  }
}

@_cdecl("ew_clip_grad_value") @implementation
public func ew_clip_grad_value(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ clip_value: Double
) -> Int32 {
  guardedStatus { try ClipGradients.value(try Handle.tensors(parameters, count), clip_value) }
}

@_cdecl("ew_zero_grad") @implementation
public func ew_zero_grad(_ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ set_to_none: Bool) -> Int32 {
  guardedStatus {
    for p in try entries(parameters, count) { try Handle.tensor(p).zeroGrad(setToNone: set_to_none) }
  }
}

// MARK: optimizers

private func sgd(_ parameters: [Tensor], _ options: UnsafePointer<ew_sgd_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, sgdDefaults)
  return Handle.make(
    object: try SGD(
      parameters, lr: o.lr, momentum: o.momentum, dampening: o.dampening, weightDecay: o.weight_decay,
      nesterov: o.nesterov, maximize: o.maximize))
}

private func adam(_ parameters: [Tensor], _ options: UnsafePointer<ew_adam_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, adamDefaults)
  return Handle.make(
    object: try Adam(
      parameters, lr: o.lr, betas: (o.beta1, o.beta2), eps: o.eps, weightDecay: o.weight_decay, amsgrad: o.amsgrad,
      maximize: o.maximize, decoupledWeightDecay: o.decoupled_weight_decay))
}

private func rmsprop(_ parameters: [Tensor], _ options: UnsafePointer<ew_rmsprop_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, rmspropDefaults)
  return Handle.make(
    object: try RMSprop(
      parameters, lr: o.lr, alpha: o.alpha, eps: o.eps, weightDecay: o.weight_decay, momentum: o.momentum,
      centered: o.centered, maximize: o.maximize))
}

private func adagrad(_ parameters: [Tensor], _ options: UnsafePointer<ew_adagrad_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, adagradDefaults)
  return Handle.make(
    object: try Adagrad(
      parameters, lr: o.lr, lrDecay: o.lr_decay, weightDecay: o.weight_decay,
      initialAccumulatorValue: o.initial_accumulator_value, eps: o.eps, maximize: o.maximize))
}

@_cdecl("ew_sgd_new") @implementation
public func ew_sgd_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_sgd_options>?
) -> OpaquePointer? {
  guardedHandle { try sgd(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_adam_new") @implementation
public func ew_adam_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_adam_options>?
) -> OpaquePointer? {
  guardedHandle { try adam(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_rmsprop_new") @implementation
public func ew_rmsprop_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_rmsprop_options>?
) -> OpaquePointer? {
  guardedHandle { try rmsprop(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_adagrad_new") @implementation
public func ew_adagrad_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_adagrad_options>?
) -> OpaquePointer? {
  guardedHandle { try adagrad(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_sgd_for_module") @implementation
public func ew_sgd_for_module(_ module: OpaquePointer?, _ options: UnsafePointer<ew_sgd_options>?) -> OpaquePointer? {
  guardedHandle { try sgd(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_adam_for_module") @implementation
public func ew_adam_for_module(_ module: OpaquePointer?, _ options: UnsafePointer<ew_adam_options>?) -> OpaquePointer? {
  guardedHandle { try adam(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_rmsprop_for_module") @implementation
public func ew_rmsprop_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_rmsprop_options>?
) -> OpaquePointer? {
  guardedHandle { try rmsprop(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_adagrad_for_module") @implementation
public func ew_adagrad_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_adagrad_options>?
) -> OpaquePointer? {
  guardedHandle { try adagrad(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_optimizer_step") @implementation
public func ew_optimizer_step(_ optimizer: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.optimizer(optimizer).step() }
}

@_cdecl("ew_optimizer_zero_grad") @implementation
public func ew_optimizer_zero_grad(_ optimizer: OpaquePointer?) -> Int32 {
  guardedStatus { try Handle.optimizer(optimizer).zeroGrad() }
}

@_cdecl("ew_optimizer_learning_rate") @implementation
public func ew_optimizer_learning_rate(_ optimizer: OpaquePointer?) -> Double {
  guardedValue(.nan) { try Handle.optimizer(optimizer).learningRate }
}

@_cdecl("ew_optimizer_set_learning_rate") @implementation
public func ew_optimizer_set_learning_rate(_ optimizer: OpaquePointer?, _ lr: Double) -> Int32 {
  guardedStatus {
    if !(lr >= 0) { throw EmberwingError.value("Invalid learning rate: \(lr)") }
    try Handle.optimizer(optimizer).learningRate = lr
  }
}

@_cdecl("ew_optimizer_release") @implementation
public func ew_optimizer_release(_ optimizer: OpaquePointer?) { Handle.release(optimizer) }
