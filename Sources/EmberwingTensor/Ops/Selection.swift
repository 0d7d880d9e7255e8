// Functions of three operands: interpolation, clamping and selection by a mask.
extension Ops {
  public static func lerp(_ input: Tensor, _ end: Tensor, _ weight: Operand) throws -> Tensor {
    if input.dtype != end.dtype {
      throw EmberwingError.runtime("expected dtype \(cName(input.dtype)) for `end` but got dtype \(cName(end.dtype))")
    }
    if let w = weight.tensor, w.dtype != input.dtype {
      throw EmberwingError.runtime("expected dtype \(cName(input.dtype)) for `weight` but got dtype \(cName(w.dtype))")
    }
    if input.dtype.isIntegral { throw unsupported("lerp_kernel_scalar", input.dtype) }
    let w = try weight.asTensor()
    let out =
      input.dtype.isComplex
      ? try withGradMode(false) { try Calc.add(input, Calc.mul(w, Calc.sub(end, input))) }
      : try ternaryData(.lerp, "lerp_kernel_scalar", input, end, w)
    let node = weight.tensor == nil || w.isWrappedNumber ? "LerpBackward0" : "LerpBackward1"
    return
      try out.recorded(
        node, inputs: [input, end, w], save: w.requiresGrad ? [w, input, end] : [w], holomorphic: true
      ) { g, s in
        let w = try s[0]
        return Grads(
          s.needs(0) ? try Calc.mul(g, Calc.rsub(1, w)) : nil, s.needs(1) ? try Calc.mul(g, w) : nil,
          s.needs(2) ? try Calc.mul(g, Calc.sub(s[2], s[1])) : nil)
      }
  }

  /// C++'s name of a dtype, which some of PyTorch's messages use.
  static func cName(_ d: DType) -> String {
    switch d {
    case .float32: "float"
    case .float64: "double"
    case .int64: "long int"
    case .int32: "int"
    case .int16: "short int"
    case .int8: "signed char"
    case .uint8: "unsigned char"
    case .bfloat16: "c10::BFloat16"
    case .float16: "c10::Half"
    default: d.name
    }
  }

  public static func addcmul(_ input: Tensor, _ tensor1: Tensor, _ tensor2: Tensor, _ value: Scalar) throws -> Tensor {
    let v = value.double
    return try ternaryData(.addcmul, "addcmul_cpu_out", input, tensor1, tensor2, v)
      .recorded("AddcmulBackward0", inputs: [input, tensor1, tensor2], save: [tensor1, tensor2], holomorphic: true)
      { g, s in
        Grads(
          g, s.needs(1) ? try Calc.mul(g, Calc.mul(s[1], v)) : nil, s.needs(2) ? try Calc.mul(g, Calc.mul(s[0], v)) : nil)
      }
  }

  public static func addcdiv(_ input: Tensor, _ tensor1: Tensor, _ tensor2: Tensor, _ value: Scalar) throws -> Tensor {
    if tensor1.dtype.isIntegral && tensor2.dtype.isIntegral {
      throw EmberwingError.runtime(
        "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.")
    }
    let v = value.double
    return try ternaryData(.addcdiv, "addcdiv_cpu_out", input, tensor1, tensor2, v)
      .recorded("AddcdivBackward0", inputs: [input, tensor1, tensor2], save: [tensor1, tensor2], holomorphic: true)
      { g, s in
        let h = try Calc.div(Calc.mul(g, v), s[1])
        return Grads(
          g, s.needs(1) ? h : nil, s.needs(2) ? try neg(Calc.mul(h, Calc.div(s[0], s[1]))) : nil)
      }
  }

  // MARK: clamp
  private static func clampType(_ x: Tensor, _ bounds: Scalar?...) throws -> DType {
    if x.dtype.isComplex { throw EmberwingError.notImplemented("clamp is not supported for complex types") }
    var operands: [Operand] = [.tensor(x)]
    for case .some(let b) in bounds {
      if case .complex = b { throw EmberwingError.notImplemented("clamp is not supported for complex types") }
      operands.append(.scalar(b))
    }
    let dtype = Promotion.of(operands)
    if dtype == .bool { throw unsupported("clamp_min_scalar_cpu", dtype) }
    return dtype
  }

  public static func clamp(_ input: Tensor, _ min: Scalar?, _ max: Scalar?) throws -> Tensor {
    if min == nil && max == nil {
      throw EmberwingError.runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
    }
    let dtype = try clampType(input, min, max)
    let (low, high) = (min?.double, max?.double)
    var out: Tensor
    if dtype == .int64 || dtype == .uint64, Swift.max(low?.magnitude ?? 0, high?.magnitude ?? 0) >= 0x1p53 {
      // A double cannot carry these bounds.
      out = input
      if let min { out = try withoutDestination { try binaryData(.maximum, "clamp", out, .scalar(min)) } }
      if let max { out = try withoutDestination { try binaryData(.minimum, "clamp", out, .scalar(max)) } }
    } else if let low, let high {
      out = try unaryData(.clamp, "clamp_scalar_cpu", input, as: dtype, low, high)
    } else if let low {
      out = try unaryData(.clampMin, "clamp_min_scalar_cpu", input, as: dtype, low)
    } else {
      out = try unaryData(.clampMax, "clamp_max_scalar_cpu", input, as: dtype, high ?? 0)
    }
    return out.recorded("ClampBackward1", input, save: input) { g, s in
      let x = try s[0]
      var g = g
      if let min { g = try Calc.keep(g, where: gt(x, .scalar(min))) }
      if let max { g = try Calc.keep(g, where: lt(x, .scalar(max))) }
      return Grads(g)
    }
  }

  public static func clampTensor(_ input: Tensor, _ min: Tensor?, _ max: Tensor?) throws -> Tensor {
    switch (min, max) {
    case (nil, nil): throw EmberwingError.runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
    case (let low?, nil): return try clampMin(input, .tensor(low))
    case (nil, let high?): return try clampMax(input, .tensor(high))
    case (let low?, let high?):
      if input.dtype.isComplex { throw EmberwingError.notImplemented("clamp is not supported for complex types") }
      return try ternaryData(.clampTensor, "clamp_kernel_impl", input, low, high)
        .recorded("ClampBackward1", inputs: [input, low, high], save: [input, low, high]) { g, s in
          let (x, a, b) = (try s[0], try s[1], try s[2])
          // An element that meets one bound shares its gradient with it; crossed bounds give the upper one.
          let crossed = try gt(a, .tensor(b))
          let (onLow, onHigh) = (try eq(x, .tensor(a)), try eq(x, .tensor(b)))
          let half = try Calc.mul(g, 0.5)
          let shared = try `where`(logicalXor(onLow, onHigh), .tensor(half), .tensor(g))
          func part(_ outside: Tensor, _ edge: Tensor) throws -> Tensor {
            let alone = try logicalAnd(edge, lt(a, .tensor(b)))
            return try `where`(outside, .tensor(g), .tensor(Calc.keep(half, where: alone)))
          }
          let inside = try logicalAnd(ge(x, .tensor(a)), le(x, .tensor(b)))
          return Grads(
            s.needs(0) ? try Calc.keep(shared, where: inside) : nil,
            s.needs(1) ? try part(logicalAnd(le(a, .tensor(b)), lt(x, .tensor(a))), onLow) : nil,
            s.needs(2) ? try part(logicalOr(crossed, gt(x, .tensor(b))), onHigh) : nil)
        }
    }
  }

  public static func clampMin(_ input: Tensor, _ min: Operand) throws -> Tensor {
    guard let t = min.tensor else {
      guard case .scalar(let s) = min else { return input }
      return try clamp(input, s, nil)
    }
    return try binaryData(.maximum, "clamp_min", input, min)
      .recorded("ClampMinBackward1", input, t, saveA: input, saveB: t) { g, s in
        try splitTies(g, s[0], s[1], s)
      }
  }

  public static func clampMax(_ input: Tensor, _ max: Operand) throws -> Tensor {
    guard let t = max.tensor else {
      guard case .scalar(let s) = max else { return input }
      return try clamp(input, nil, s)
    }
    return try binaryData(.minimum, "clamp_max", input, max)
      .recorded("ClampMaxBackward1", input, t, saveA: input, saveB: t) { g, s in
        try splitTies(g, s[1], s[0], s)
      }
  }

  // MARK: masks
  public static func `where`(_ condition: Tensor, _ input: Operand, _ other: Operand) throws -> Tensor {
    if condition.dtype != .bool && condition.dtype != .uint8 {
      throw EmberwingError.runtime(
        "where expected condition to be a boolean tensor, but got a tensor with dtype \(condition.dtype.scalarTypeName)")
    }
    let dtype = Promotion.of([input, other])
    let (a, b) = (try input.asTensor(), try other.asTensor())
    return try selectData(condition, a, b, dtype)
      .recorded("WhereBackward0", inputs: [a, b], save: [condition]) { g, s in
        let mask = try s[0]
        return Grads(
          s.needs(0) ? try Calc.keep(g, where: mask) : nil, s.needs(1) ? try Calc.drop(g, where: mask) : nil)
      }
  }

  /// `a` where the mask holds, else `b`, in a given dtype; no graph node.
  private static func selectData(_ mask: Tensor, _ a: Tensor, _ b: Tensor, _ dtype: DType) throws -> Tensor {
    // The kernel only moves bytes, so that halves need no detour through float32 when both sides have them.
    let compute = a.dtype == dtype && b.dtype == dtype ? dtype : dtype.computeType
    let moved: DType = compute.size == 2 ? .int16 : compute
    guard let f = kernels.ternary(.where, moved) else { throw unsupported("where_cpu", dtype) }
    let shape = try Broadcast.shape(try Broadcast.shape(mask.shape, a.shape), b.shape)
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    let out = try Tensor.uninitialized(shape, dtype, count: count)
    Elementwise.run(
      f, StagedOutput(out, produced: compute), StagedInput(mask, shape: shape, compute: .bool),
      StagedInput(a, shape: shape, compute: compute), StagedInput(b, shape: shape, compute: compute), count,
      noParameters)
    return out
  }

  public static func maskedFill(_ input: Tensor, _ mask: Tensor, _ value: Operand) throws -> Tensor {
    if mask.dtype != .bool {
      throw EmberwingError.runtime(
        "masked_fill_ only supports boolean masks, but got mask with dtype \(cName(mask.dtype))")
    }
    if !input.dtype.isComplex, value.isComplex {
      throw EmberwingError.runtime(
        "value cannot be converted to type \(cName(input.dtype)) without overflow")
    }
    let v: Tensor
    switch value {
    case .tensor(let t):
      if t.dim != 0 {
        throw EmberwingError.runtime(
          "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with \(t.dim) dimension(s).")
      }
      v = t
    case .scalar(let s):
      if case .float(let d) = s, input.dtype.isInteger, !d.isFinite {
        throw EmberwingError.runtime("value cannot be converted to type \(integerName(input.dtype)) without overflow")
      }
      v = try Tensor.scalar(s, input.dtype)
    }
    return try selectData(mask, v, input, input.dtype)
      .recorded("MaskedFillBackward0", inputs: [input, value.tensor], save: [mask]) { g, s in
        Grads(
          s.needs(0) ? try maskedFill(g, s[0], .scalar(0)) : nil, s.needs(1) ? try Calc.keep(g, where: s[0]) : nil)
      }
  }

  static func maskedFill(_ input: Tensor, _ mask: Tensor, _ value: Scalar) throws -> Tensor {
    try maskedFill(input, mask, .scalar(value))
  }

  private static func integerName(_ d: DType) -> String { "\(d.name)_t" }

  @_optimize(none)
  static func registerSelection(_ r: inout Registry) {
    let shapes: [(Shape, Shape, Shape)] = [([3], [3], [3]), ([2, 3], [3], [2, 1]), ([], [2], []), ([0], [1], [0])]
    let three = Samples(dtypes: Samples.floats) { m in
      try shapes.map { a, b, c in
        [.tensor(try m.tensor(a)), .tensor(try m.tensor(b)), .tensor(try m.tensor(c, 0.3, 2)), .float(0.5)]
      }
    }
    var lerps = three
    lerps.make = { m in
      var calls: [[Value]] = [[.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3])), .float(0.3)]]
      for (a, b, c) in shapes {
        calls.append([.tensor(try m.tensor(a)), .tensor(try m.tensor(b)), .tensor(try m.tensor(c, 0, 1))])
      }
      return calls
    }
    r.add("lerp(input, end, weight)", lerp, "`input + weight * (end - input)`.", inplace: .copied, samples: lerps)
    r.add(
      "addcmul(input, tensor1, tensor2, *, value=1)", addcmul, "`input + value * tensor1 * tensor2`.", inplace: .copied,
      samples: three)
    r.add(
      "addcdiv(input, tensor1, tensor2, *, value=1)", addcdiv, "`input + value * tensor1 / tensor2`.", inplace: .copied,
      samples: three)
    var clamps = Samples.unary(avoiding: [-0.5, 0.5], more: [.float(-0.5), .float(0.5)])
    clamps.bad = { m in [([.tensor(try m.tensor([2])), .none, .none], "At least one of 'min' or 'max'")] }
    r.add(
      "clamp(input, min=None, max=None)", clamp, "Elements limited to [min, max].", inplace: .direct, samples: clamps)
    r.add(
      "clamp.Tensor(input, min=None, max=None)", clampTensor, "Elements limited to [min, max], elementwise bounds.",
      inplace: .copied,
      samples: Samples(dtypes: Samples.floats) { m in
        let x = try m.tensor([2, 3], avoiding: [-1, 1])
        let low = try Ops.full([3], .float(-1), m.dtype)
        let high = try Ops.full([], .float(1), m.dtype)
        return [
          [.tensor(x), .tensor(low), .tensor(high)], [.tensor(x), .none, .tensor(high)],
          [.tensor(x), .tensor(low), .none],
        ]
      })
    let oneBound: Samples = .binary(-2, -0.2, secondLow: 0.1, secondHigh: 2)
    r.add("clamp_min(input, min)", clampMin, "Elements not below min.", inplace: .direct, samples: oneBound)
    r.add("clamp_max(input, max)", clampMax, "Elements not above max.", inplace: .direct, samples: oneBound)
    r.add(
      "where(condition, input, other)", Ops.`where`, "`input` where condition holds, else `other`; all broadcast.",
      on: .function,
      samples: Samples(
        dtypes: Samples.everything,
        bad: { m in
          let x = try m.tensor([2], 0, 1, .float32)
          return [([.tensor(x), .int(1), .int(2)], "where expected condition to be a boolean tensor")]
        }
      ) { m in
        let mask = try m.tensor([2, 3], 0, 2, .bool)
        return [
          [.tensor(mask), .tensor(try m.tensor([2, 3])), .tensor(try m.tensor([3]))],
          [.tensor(mask), .tensor(try m.tensor([])), .int(1)],
        ]
      })
    r.add(
      "masked_fill(input, mask, value)", maskedFill as (Tensor, Tensor, Operand) throws -> Tensor,
      "`value` where mask holds, else `input`.", inplace: .copied,
      on: .method,
      samples: Samples(
        dtypes: Samples.everything,
        bad: { m in
          let x = try m.tensor([2], 0, 1, .float32)
          return [([.tensor(x), .tensor(x), .int(0)], "masked_fill_ only supports boolean masks")]
        }
      ) { m in
        let mask = try m.tensor([2, 3], 0, 2, .bool)
        return [
          [.tensor(try m.tensor([2, 3])), .tensor(mask), .int(1)],
          [.tensor(try m.tensor([3])), .tensor(mask), .tensor(try m.tensor([]))],
        ]
      })
  }
}
