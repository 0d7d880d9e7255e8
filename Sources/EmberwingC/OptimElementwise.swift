import CEmberwing
import EmberwingNN
import EmberwingOptim
import EmberwingTensor

// The elementwise rules of emberwing_optim.h.

/// A function that announces the parameters of a list that have a gradient, each with its states.
func announce(
  _ name: String, _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int,
  _ states: [UnsafePointer<OpaquePointer?>?], scalars: [UnsafePointer<OpaquePointer?>?] = [],
  steps: UnsafePointer<OpaquePointer?>?
) throws -> FusedUpdate {
  let list = try Handle.list(parameters, count, "tensors")
  let columns = try states.map { try Handle.list($0, count, "states") }
  let cells = try scalars.map { try Handle.list($0, count, "scalar states") }
  let counters = try Handle.list(steps, count, "steps")
  var plan = FusedUpdate(name, capacity: count)
  for (i, p) in list.enumerated() {
    let t = try Handle.tensor(p)
    if t.grad == nil { continue }
    func state(_ k: Int) throws -> Tensor? { k < columns.count ? try Handle.tensor(columns[k][i]) : nil }
    func cell(_ k: Int) throws -> Tensor? { k < cells.count ? try Handle.tensor(cells[k][i]) : nil }
    try plan.add(
      t, try state(0), try state(1), step: try Handle.tensor(counters[i]), cells: (try cell(0), try cell(1)))
  }
  return plan
}

private let adadeltaDefaults = ew_adadelta_options(
  struct_size: MemoryLayout<ew_adadelta_options>.size, lr: 1.0, rho: 0.9, eps: 1e-6, weight_decay: 0.0,
  maximize: false)

@_cdecl("ew_adadelta_step") @implementation
public func ew_adadelta_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ square_avgs: UnsafePointer<OpaquePointer?>?,
  _ acc_deltas: UnsafePointer<OpaquePointer?>?, _ steps: UnsafePointer<OpaquePointer?>?,
  _ options: UnsafePointer<ew_adadelta_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, adadeltaDefaults)
    var c = AdadeltaCoefficients()
    c.lr = o.lr
    c.rho = o.rho
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    try announce("Adadelta", parameters, count, [square_avgs, acc_deltas], steps: steps).adadelta(c)
  }
}

private func adadelta(
  _ parameters: [Tensor],
  _ options: UnsafePointer<ew_adadelta_options>?
) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, adadeltaDefaults)
  return Handle.make(
    object: try Adadelta(
      parameters, lr: o.lr, rho: o.rho, eps: o.eps, weightDecay: o.weight_decay, maximize: o.maximize))
}

@_cdecl("ew_adadelta_new") @implementation
public func ew_adadelta_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_adadelta_options>?
) -> OpaquePointer? {
  guardedHandle { try adadelta(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_adadelta_for_module") @implementation
public func ew_adadelta_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_adadelta_options>?
) -> OpaquePointer? {
  guardedHandle { try adadelta(try Handle.module(module).parameters(), options) }
}

private let adamaxDefaults = ew_adamax_options(
  struct_size: MemoryLayout<ew_adamax_options>.size, lr: 2e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.0,
  maximize: false)

@_cdecl("ew_adamax_step") @implementation
public func ew_adamax_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ exp_avgs: UnsafePointer<OpaquePointer?>?,
  _ exp_infs: UnsafePointer<OpaquePointer?>?, _ steps: UnsafePointer<OpaquePointer?>?,
  _ options: UnsafePointer<ew_adamax_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, adamaxDefaults)
    var c = AdamaxCoefficients()
    c.lr = o.lr
    c.beta1 = o.beta1
    c.beta2 = o.beta2
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    try announce("Adamax", parameters, count, [exp_avgs, exp_infs], steps: steps).adamax(c)
  }
}

private func adamax(_ parameters: [Tensor], _ options: UnsafePointer<ew_adamax_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, adamaxDefaults)
  return Handle.make(
    object: try Adamax(
      parameters, lr: o.lr, betas: (o.beta1, o.beta2), eps: o.eps, weightDecay: o.weight_decay, maximize: o.maximize))
}

@_cdecl("ew_adamax_new") @implementation
public func ew_adamax_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_adamax_options>?
) -> OpaquePointer? {
  guardedHandle { try adamax(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_adamax_for_module") @implementation
public func ew_adamax_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_adamax_options>?
) -> OpaquePointer? {
  guardedHandle { try adamax(try Handle.module(module).parameters(), options) }
}

private let nadamDefaults = ew_nadam_options(
  struct_size: MemoryLayout<ew_nadam_options>.size, lr: 2e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.0,
  momentum_decay: 4e-3, decoupled_weight_decay: false, maximize: false)

@_cdecl("ew_nadam_step") @implementation
public func ew_nadam_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ exp_avgs: UnsafePointer<OpaquePointer?>?,
  _ exp_avg_sqs: UnsafePointer<OpaquePointer?>?, _ mu_products: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_nadam_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, nadamDefaults)
    var c = NAdamCoefficients()
    c.lr = o.lr
    c.beta1 = o.beta1
    c.beta2 = o.beta2
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.momentumDecay = o.momentum_decay
    c.decoupled = o.decoupled_weight_decay
    c.maximize = o.maximize
    try announce("NAdam", parameters, count, [exp_avgs, exp_avg_sqs], scalars: [mu_products], steps: steps).nadam(c)
  }
}

private func nadam(_ parameters: [Tensor], _ options: UnsafePointer<ew_nadam_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, nadamDefaults)
  return Handle.make(
    object: try NAdam(
      parameters, lr: o.lr, betas: (o.beta1, o.beta2), eps: o.eps, weightDecay: o.weight_decay,
      momentumDecay: o.momentum_decay, decoupledWeightDecay: o.decoupled_weight_decay, maximize: o.maximize))
}

@_cdecl("ew_nadam_new") @implementation
public func ew_nadam_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_nadam_options>?
) -> OpaquePointer? {
  guardedHandle { try nadam(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_nadam_for_module") @implementation
public func ew_nadam_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_nadam_options>?
) -> OpaquePointer? {
  guardedHandle { try nadam(try Handle.module(module).parameters(), options) }
}

private let radamDefaults = ew_radam_options(
  struct_size: MemoryLayout<ew_radam_options>.size, lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.0,
  decoupled_weight_decay: false, maximize: false)

@_cdecl("ew_radam_step") @implementation
public func ew_radam_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ exp_avgs: UnsafePointer<OpaquePointer?>?,
  _ exp_avg_sqs: UnsafePointer<OpaquePointer?>?, _ steps: UnsafePointer<OpaquePointer?>?,
  _ options: UnsafePointer<ew_radam_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, radamDefaults)
    var c = RAdamCoefficients()
    c.lr = o.lr
    c.beta1 = o.beta1
    c.beta2 = o.beta2
    c.eps = o.eps
    c.weightDecay = o.weight_decay
    c.decoupled = o.decoupled_weight_decay
    c.maximize = o.maximize
    try announce("RAdam", parameters, count, [exp_avgs, exp_avg_sqs], steps: steps).radam(c)
  }
}

private func radam(_ parameters: [Tensor], _ options: UnsafePointer<ew_radam_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, radamDefaults)
  return Handle.make(
    object: try RAdam(
      parameters, lr: o.lr, betas: (o.beta1, o.beta2), eps: o.eps, weightDecay: o.weight_decay,
      decoupledWeightDecay: o.decoupled_weight_decay, maximize: o.maximize))
}

@_cdecl("ew_radam_new") @implementation
public func ew_radam_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_radam_options>?
) -> OpaquePointer? {
  guardedHandle { try radam(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_radam_for_module") @implementation
public func ew_radam_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_radam_options>?
) -> OpaquePointer? {
  guardedHandle { try radam(try Handle.module(module).parameters(), options) }
}

private let asgdDefaults = ew_asgd_options(
  struct_size: MemoryLayout<ew_asgd_options>.size, lr: 1e-2, lambd: 1e-4, alpha: 0.75, t0: 1e6, weight_decay: 0.0,
  maximize: false)

@_cdecl("ew_asgd_step") @implementation
public func ew_asgd_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ axs: UnsafePointer<OpaquePointer?>?,
  _ etas: UnsafePointer<OpaquePointer?>?, _ mus: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_asgd_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, asgdDefaults)
    var c = ASGDCoefficients()
    c.lr = o.lr
    c.lambd = o.lambd
    c.alpha = o.alpha
    c.t0 = o.t0
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    try announce("ASGD", parameters, count, [axs], scalars: [etas, mus], steps: steps).asgd(c)
  }
}

private func asgd(_ parameters: [Tensor], _ options: UnsafePointer<ew_asgd_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, asgdDefaults)
  return Handle.make(
    object: try ASGD(
      parameters, lr: o.lr, lambd: o.lambd, alpha: o.alpha, t0: o.t0, weightDecay: o.weight_decay,
      maximize: o.maximize))
}

@_cdecl("ew_asgd_new") @implementation
public func ew_asgd_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_asgd_options>?
) -> OpaquePointer? {
  guardedHandle { try asgd(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_asgd_for_module") @implementation
public func ew_asgd_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_asgd_options>?
) -> OpaquePointer? {
  guardedHandle { try asgd(try Handle.module(module).parameters(), options) }
}

private let rpropDefaults = ew_rprop_options(
  struct_size: MemoryLayout<ew_rprop_options>.size, lr: 1e-2, eta_minus: 0.5, eta_plus: 1.2, step_size_min: 1e-6,
  step_size_max: 50.0, maximize: false)

@_cdecl("ew_rprop_step") @implementation
public func ew_rprop_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ prevs: UnsafePointer<OpaquePointer?>?,
  _ step_sizes: UnsafePointer<OpaquePointer?>?, _ steps: UnsafePointer<OpaquePointer?>?,
  _ options: UnsafePointer<ew_rprop_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, rpropDefaults)
    var c = RpropCoefficients()
    c.etaMinus = o.eta_minus
    c.etaPlus = o.eta_plus
    c.smallest = o.step_size_min
    c.largest = o.step_size_max
    c.maximize = o.maximize
    try announce("Rprop", parameters, count, [prevs, step_sizes], steps: steps).rprop(c)
  }
}

private func rprop(_ parameters: [Tensor], _ options: UnsafePointer<ew_rprop_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, rpropDefaults)
  return Handle.make(
    object: try Rprop(
      parameters, lr: o.lr, etas: (o.eta_minus, o.eta_plus), stepSizes: (o.step_size_min, o.step_size_max),
      maximize: o.maximize))
}

@_cdecl("ew_rprop_new") @implementation
public func ew_rprop_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_rprop_options>?
) -> OpaquePointer? {
  guardedHandle { try rprop(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_rprop_for_module") @implementation
public func ew_rprop_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_rprop_options>?
) -> OpaquePointer? {
  guardedHandle { try rprop(try Handle.module(module).parameters(), options) }
}
