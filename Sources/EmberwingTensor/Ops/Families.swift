// The families that elementwise ops are made of: result dtype and shape, the kernel call, the graph node.
extension Ops {
  @inline(__always)
  static func withParameters<R>(_ p0: Double, _ p1: Double, _ p2: Double, _ body: (UnsafePointer<Double>) throws -> R)
    rethrows -> R
  {
    let p: InlineArray<4, Double> = [p0, p1, p2, 0]
    return try withUnsafePointer(to: p) {
      try body(UnsafeRawPointer($0).assumingMemoryBound(to: Double.self))
    }
  }

  static func unsupported(_ name: String, _ dtype: DType) -> EmberwingError {
    .notImplemented("\"\(name)\" not implemented for '\(dtype.scalarTypeName)'")
  }

  /// The kernel of an op; complex ones beyond arithmetic are in this room.
  @inline(__always)
  static func unaryBlock(_ op: UnaryOp, _ type: DType) -> UnaryBlock? {
    kernels.unary(op, type) ?? (type.isComplex ? ComplexKernels.unary(op, type) : nil)
  }

  @inline(__always)
  static func binaryBlock(_ op: BinaryOp, _ type: DType) -> BinaryBlock? {
    kernels.binary(op, type) ?? (type.isComplex ? ComplexKernels.binary(op, type) : nil)
  }

  /// A unary kernel without its graph node. `float`: integers compute in the default floating dtype.
  @inline(__always)
  static func unaryData(
    _ op: UnaryOp, _ name: StaticString, _ x: Tensor, float: Bool, _ p0: Double = 0, _ p1: Double = 0, _ p2: Double = 0
  ) throws -> Tensor {
    let dtype = float && x.dtype.isIntegral ? DefaultDType.current : x.dtype
    let compute = dtype.computeType
    guard let f = unaryBlock(op, compute) else { throw unsupported("\(name)", dtype) }
    let graph = isGradEnabled && x.requiresGrad
    let out = try Destination.take(x.shape, dtype, count: x.count, graph: graph, x)
    withParameters(p0, p1, p2) { p in
      Elementwise.run(
        f, StagedOutput(out, produced: compute), StagedInput(x, shape: x.shape, compute: compute), x.count, p)
    }
    return out
  }

  /// A unary op: kernel and node. The rule reads the input as `s[0]`, or the output with `saveOutput`.
  @inline(__always)
  static func unary(
    _ op: UnaryOp, _ name: StaticString, _ x: Tensor, float: Bool = true, _ p0: Double = 0, _ p1: Double = 0,
    _ p2: Double = 0, node: StaticString, saveOutput: Bool = false, _ rule: @escaping Rule
  ) throws -> Tensor {
    let out = try unaryData(op, name, x, float: float, p0, p1, p2)
    return out.recorded("\(node)", x, save: saveOutput ? nil : x, saveOutput: saveOutput, holomorphic: true, rule)
  }

  /// T → bool; no gradient.
  static func predicate(_ op: PredicateOp, _ name: StaticString, _ x: Tensor) throws -> Tensor {
    let compute = x.dtype.computeType
    guard let f = kernels.predicate(op, compute) else { throw unsupported("\(name)", x.dtype) }
    let out = try Tensor.uninitialized(x.shape, .bool, count: x.count)
    Elementwise.run(
      f, StagedOutput(out, produced: .bool), StagedInput(x, shape: x.shape, compute: compute), x.count, noParameters)
    return out
  }

  /// A binary kernel without its graph node, with PyTorch's promotion and broadcasting.
  @inline(__always)
  static func binaryData(
    _ op: BinaryOp, _ name: StaticString, _ a: Tensor, _ b: Operand, float: Bool = false, _ p0: Double = 0,
    _ p1: Double = 0, _ p2: Double = 0, _ p3: Double = 0
  ) throws -> Tensor {
    var dtype = Promotion.of(a, b)
    if float && dtype.isIntegral { dtype = DefaultDType.current }
    let compute = dtype.computeType
    guard let f = binaryBlock(op, compute) else { throw unsupported("\(name)", dtype) }
    return try binaryData(f, a, b, dtype: dtype, compute: compute, produced: compute, p0, p1, p2, p3)
  }

  @inline(__always)
  static func binaryData(
    _ f: BinaryBlock, _ a: Tensor, _ b: Operand, dtype: DType, compute: DType, produced: DType, _ p0: Double,
    _ p1: Double, _ p2: Double, _ p3: Double = 0
  ) throws -> Tensor {
    let p: InlineArray<4, Double> = [p0, p1, p2, p3]
    return try withUnsafePointer(to: p) { pp in
      let parameters = UnsafeRawPointer(pp).assumingMemoryBound(to: Double.self)
      switch b {
      case .tensor(let t):
        let shape = try Broadcast.shape(a.impl.shape, t.impl.shape)
        let count = shape == a.impl.shape ? a.count : shape == t.impl.shape ? t.count : try shape.checkedElementCount(elementSize: dtype.size)
        let graph = isGradEnabled && (a.requiresGrad || t.requiresGrad)
        let out = try Destination.take(shape, dtype, count: count, graph: graph, a, t)
        Elementwise.run(
          f, StagedOutput(out, produced: produced), StagedInput(a, shape: shape, compute: compute),
          StagedInput(t, shape: shape, compute: compute), count, parameters)
        return out
      case .scalar(let s):
        let out = try Destination.take(
          a.impl.shape, dtype, count: a.count, graph: isGradEnabled && a.requiresGrad, a)
        var constant: InlineArray<2, Double> = [0, 0]
        withUnsafeMutablePointer(to: &constant) { c in
          s.store(to: UnsafeMutableRawPointer(c), as: compute)
          Elementwise.run(
            f, StagedOutput(out, produced: produced), StagedInput(a, shape: a.impl.shape, compute: compute),
            StagedInput(constant: UnsafeRawPointer(c), compute: compute), a.count, parameters)
        }
        return out
      }
    }
  }

  /// Comparison and logic: promoted operands, bool result, no gradient.
  static func compare(_ op: CompareOp, _ name: StaticString, _ a: Tensor, _ b: Operand) throws -> Tensor {
    let compute = Promotion.of(a, b).computeType
    guard let f = kernels.compare(op, compute) else { throw unsupported("\(name)", compute) }
    return try binaryData(f, a, b, dtype: .bool, compute: compute, produced: .bool, 0, 0, 0)
  }

  /// A ternary kernel on tensors of one promoted dtype; the first operand may be a bool condition of its own.
  static func ternaryData(
    _ op: TernaryOp, _ name: StaticString, _ a: Tensor, _ b: Tensor, _ c: Tensor, condition: Bool = false,
    _ p0: Double = 0
  ) throws -> Tensor {
    let dtype = condition ? Promotion.of([.tensor(b), .tensor(c)]) : Promotion.of([.tensor(a), .tensor(b), .tensor(c)])
    let compute = dtype.computeType
    guard let f = kernels.ternary(op, compute) else { throw unsupported("\(name)", dtype) }
    let shape = try Broadcast.shape(try Broadcast.shape(a.shape, b.shape), c.shape)
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    let out = try Tensor.uninitialized(shape, dtype, count: count)
    withParameters(p0, 0, 0) { p in
      Elementwise.run(
        f, StagedOutput(out, produced: compute), StagedInput(a, shape: shape, compute: condition ? .bool : compute),
        StagedInput(b, shape: shape, compute: compute), StagedInput(c, shape: shape, compute: compute), count, p)
    }
    return out
  }
}
