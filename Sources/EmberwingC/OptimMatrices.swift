import CEmberwing
import EmberwingNN
import EmberwingOptim
import EmberwingTensor

// Muon, Adafactor and L-BFGS of emberwing_optim.h.

private let muonDefaults = ew_muon_options(
  struct_size: MemoryLayout<ew_muon_options>.size, lr: 1e-3, weight_decay: 0.1, momentum: 0.95, a: 3.4445, b: -4.775,
  c: 2.0315, eps: 1e-7, ns_steps: 5, rate_adjustment: 0, nesterov: true)
private let adafactorDefaults = ew_adafactor_options(
  struct_size: MemoryLayout<ew_adafactor_options>.size, lr: 1e-2, beta2_decay: -0.8, eps1: -1, eps2: 1e-3, d: 1,
  weight_decay: 0, maximize: false)
private let lbfgsDefaults = ew_lbfgs_options(
  struct_size: MemoryLayout<ew_lbfgs_options>.size, lr: 1, tolerance_grad: 1e-7, tolerance_change: 1e-9, max_iter: 20,
  max_eval: -1, history_size: 100, strong_wolfe: false, maximize: false)

private func adjustment(_ number: Int64) throws -> Muon.RateAdjustment {
  switch number {
  case 0: return .original
  case 1: return .matchRMSAdamW
  case 2: return .spectralUnclamped
  default: throw EmberwingError.value("Adjust learning rate function \(number) is not supported")
  }
}

@_cdecl("ew_muon_step") @implementation
public func ew_muon_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ momentum_buffers: UnsafePointer<OpaquePointer?>?,
  _ options: UnsafePointer<ew_muon_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, muonDefaults)
    var c = Muon.Coefficients()
    c.lr = o.lr
    c.weightDecay = o.weight_decay
    c.momentum = o.momentum
    c.nesterov = o.nesterov
    (c.a, c.b, c.c, c.eps) = (o.a, o.b, o.c, o.eps)
    c.iterations = Int(o.ns_steps)
    c.adjustment = try adjustment(o.rate_adjustment)
    let list = try Handle.list(parameters, count, "tensors")
    let buffers = try Handle.list(momentum_buffers, count, "states")
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      try Muon.step(t, momentumBuffer: try Handle.tensor(buffers[i]), c)
    }
  }
}

private func muon(_ parameters: [Tensor], _ options: UnsafePointer<ew_muon_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, muonDefaults)
  return Handle.make(
    object: try Muon(
      parameters, lr: o.lr, weightDecay: o.weight_decay, momentum: o.momentum, nesterov: o.nesterov,
      coefficients: (o.a, o.b, o.c), eps: o.eps, iterations: Int(o.ns_steps),
      adjustment: try adjustment(o.rate_adjustment)))
}

@_cdecl("ew_muon_new") @implementation
public func ew_muon_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_muon_options>?
) -> OpaquePointer? {
  guardedHandle { try muon(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_muon_for_module") @implementation
public func ew_muon_for_module(_ module: OpaquePointer?, _ options: UnsafePointer<ew_muon_options>?) -> OpaquePointer? {
  guardedHandle { try muon(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_adafactor_step") @implementation
public func ew_adafactor_step(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ row_vars: UnsafePointer<OpaquePointer?>?,
  _ col_vars: UnsafePointer<OpaquePointer?>?, _ variances: UnsafePointer<OpaquePointer?>?,
  _ steps: UnsafePointer<OpaquePointer?>?, _ options: UnsafePointer<ew_adafactor_options>?
) -> Int32 {
  guardedStatus {
    let o = try EmberwingC.options(options, adafactorDefaults)
    var c = Adafactor.Coefficients()
    c.lr = o.lr
    c.beta2Decay = o.beta2_decay
    c.eps1 = o.eps1 < 0 ? nil : o.eps1
    c.eps2 = o.eps2
    c.clipping = o.d
    c.weightDecay = o.weight_decay
    c.maximize = o.maximize
    let list = try Handle.list(parameters, count, "tensors")
    let columns = try [row_vars, col_vars, variances].map { try Handle.list($0, count, "states") }
    let counters = try Handle.list(steps, count, "steps")
    for (i, p) in list.enumerated() {
      let t = try Handle.tensor(p)
      if t.grad == nil { continue }
      try Adafactor.step(
        t, rows: try Handle.optionalTensor(columns[0][i]), columns: try Handle.optionalTensor(columns[1][i]),
        variance: try Handle.optionalTensor(columns[2][i]), step: try Handle.tensor(counters[i]), &c)
    }
  }
}

private func adafactor(
  _ parameters: [Tensor], _ options: UnsafePointer<ew_adafactor_options>?
) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, adafactorDefaults)
  return Handle.make(
    object: try Adafactor(
      parameters, lr: o.lr, beta2Decay: o.beta2_decay, eps: (o.eps1 < 0 ? nil : o.eps1, o.eps2), clipping: o.d,
      weightDecay: o.weight_decay, maximize: o.maximize))
}

@_cdecl("ew_adafactor_new") @implementation
public func ew_adafactor_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_adafactor_options>?
) -> OpaquePointer? {
  guardedHandle { try adafactor(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_adafactor_for_module") @implementation
public func ew_adafactor_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_adafactor_options>?
) -> OpaquePointer? {
  guardedHandle { try adafactor(try Handle.module(module).parameters(), options) }
}

private func lbfgs(_ parameters: [Tensor], _ options: UnsafePointer<ew_lbfgs_options>?) throws -> OpaquePointer {
  let o = try EmberwingC.options(options, lbfgsDefaults)
  return Handle.make(
    object: try LBFGS(
      parameters, lr: o.lr, maxIterations: Int(o.max_iter), maxEvaluations: o.max_eval < 0 ? nil : Int(o.max_eval),
      toleranceGrad: o.tolerance_grad, toleranceChange: o.tolerance_change, historySize: Int(o.history_size),
      strongWolfe: o.strong_wolfe, maximize: o.maximize))
}

@_cdecl("ew_lbfgs_new") @implementation
public func ew_lbfgs_new(
  _ parameters: UnsafePointer<OpaquePointer?>?, _ count: Int, _ options: UnsafePointer<ew_lbfgs_options>?
) -> OpaquePointer? {
  guardedHandle { try lbfgs(try Handle.tensors(parameters, count), options) }
}

@_cdecl("ew_lbfgs_for_module") @implementation
public func ew_lbfgs_for_module(
  _ module: OpaquePointer?, _ options: UnsafePointer<ew_lbfgs_options>?
) -> OpaquePointer? {
  guardedHandle { try lbfgs(try Handle.module(module).parameters(), options) }
}

@_cdecl("ew_optimizer_step_closure") @implementation
public func ew_optimizer_step_closure(
  _ optimizer: OpaquePointer?, _ closure: ew_closure_fn?, _ payload: UnsafeMutableRawPointer?
) -> OpaquePointer? {
  guardedTensor {
    guard let closure else { throw EmberwingError.type("ew_optimizer_step_closure: closure is NULL") }
    return try Handle.optimizer(optimizer).step {
      forgetLastError()
      guard let loss = try takeTensor(closure(payload)) else {
        let code = ThreadState.current.pointee.errorCode
        throw callbackError(code == 0 ? EmberwingError.Kind.callback.rawValue : code, "the closure of a step")
      }
      return loss
    }
  }
}
