/// Short forms for gradient rules and composite ops: tensors and doubles combined by recorded ops.
enum Calc {
  static func add(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Ops.add(a, .tensor(b), 1) }
  static func add(_ a: Tensor, _ b: Double) throws -> Tensor { try Ops.add(a, .scalar(.float(b)), 1) }
  static func sub(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Ops.sub(a, .tensor(b), 1) }
  static func mul(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Ops.mul(a, .tensor(b)) }
  static func mul(_ a: Tensor, _ b: Double) throws -> Tensor { try Ops.mul(a, .scalar(.float(b))) }
  static func mul(_ a: Tensor, _ b: Tensor, _ c: Tensor) throws -> Tensor { try mul(mul(a, b), c) }
  static func div(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Ops.div(a, .tensor(b)) }
  static func div(_ a: Tensor, _ b: Double) throws -> Tensor { try Ops.div(a, .scalar(.float(b))) }
  /// `c - a`
  static func rsub(_ c: Double, _ a: Tensor) throws -> Tensor { try add(Ops.neg(a), c) }
  /// `g` where the mask holds, else 0.
  static func keep(_ g: Tensor, where mask: Tensor) throws -> Tensor {
    try Ops.`where`(mask, .tensor(g), .scalar(0))
  }
  /// 0 where the mask holds, else `g`.
  static func drop(_ g: Tensor, where mask: Tensor) throws -> Tensor {
    try Ops.`where`(mask, .scalar(0), .tensor(g))
  }
  static func zeros(like t: Tensor) throws -> Tensor { try Tensor.zeros(t.shape, t.dtype) }
}

extension Ops {
  /// A unary kernel computed in a given dtype; no graph node. The input is converted block by block.
  @inline(__always)
  static func unaryData(
    _ op: UnaryOp, _ name: StaticString, _ x: Tensor, as dtype: DType, _ p0: Double = 0, _ p1: Double = 0,
    _ p2: Double = 0
  ) throws -> Tensor {
    let compute = dtype.computeType
    guard let f = unaryBlock(op, compute) else { throw unsupported("\(name)", dtype) }
    let out = try Destination.take(x.shape, dtype, count: x.count, graph: isGradEnabled && x.requiresGrad, x)
    withParameters(p0, p1, p2) { p in
      Elementwise.run(
        f, StagedOutput(out, produced: compute), StagedInput(x, shape: x.shape, compute: compute), x.count, p)
    }
    return out
  }

  /// Keeps a helper of a `direct` op from writing into the tensor that was offered for the op's result.
  static func withoutDestination<R>(_ body: () throws -> R) rethrows -> R {
    let state = ThreadState.current
    let offered = state.pointee.destination
    state.pointee.destination = nil
    defer { state.pointee.destination = offered }
    return try body()
  }

  /// True if every element of a bool tensor is true.
  static func allTrue(_ mask: Tensor) throws -> Bool {
    if mask.count == 0 { return true }
    let dense = try contiguous(mask)
    var result: UInt8 = 0
    kernels.reduce(.all, .bool, &result, dense.data, outer: 1, n: dense.count, inner: 1)
    return result != 0
  }

  /// Integer division by zero is an error, as PyTorch's.
  static func checkDivisor(_ a: Tensor, _ b: Operand) throws {
    guard Promotion.of(a, b).isInteger else { return }
    let zero: Bool =
      switch b {
      case .scalar(let s): s.isZero
      case .tensor(let t):
        try withoutDestination { try !allTrue(compare(.ne, "ne", t, .scalar(0))) }
      }
    if zero { throw EmberwingError.runtime("ZeroDivisionError") }
  }
}
