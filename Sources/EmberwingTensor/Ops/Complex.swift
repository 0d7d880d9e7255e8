// Complex tensors: their parts, conjugates, magnitudes and phases, and the views between real and complex elements.
//
// Gradients follow PyTorch's convention: the gradient of a real loss L with respect to z = x + iy is ∂L/∂x + i ∂L/∂y.
extension Ops {
  /// A complex kernel with a result of another dtype; no graph node.
  private static func mapped(_ f: UnaryBlock, _ x: Tensor, _ type: DType) throws -> Tensor {
    let out = try Tensor.empty(x.shape, type)
    Elementwise.run(
      f, StagedOutput(out, produced: type), StagedInput(x, shape: x.shape, compute: x.dtype), x.count, noParameters)
    return out
  }

  // MARK: conjugates

  /// The complex conjugate; a real tensor itself.
  public static func conj(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else { return input }
    return try mapped(ComplexKernels.conjugate(input.dtype), input, input.dtype)
      .recorded("ConjBackward0", input) { g, _ in Grads(try conj(g)) }
  }

  public static func conjPhysical(_ input: Tensor) throws -> Tensor { try conj(input) }
  public static func resolveConj(_ input: Tensor) throws -> Tensor { input }
  public static func resolveNeg(_ input: Tensor) throws -> Tensor { input }

  // MARK: views of the parts

  /// A complex tensor as real pairs along a new last dimension: a view.
  public static func viewAsReal(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else {
      throw EmberwingError.type("view_as_real is only supported for complex tensors")
    }
    return input.view(
      input.shape + [2], doubled(input.strides) + [1], offset: input.impl.offset &* 2, "ViewAsRealBackward0",
      dtype: input.dtype.realType
    ) { g, _ in Grads(try viewAsComplex(try contiguous(g))) }
  }

  private static func doubled(_ strides: Shape) -> Shape {
    var r = strides
    for i in 0..<r.count { r[i] = r[i] &* 2 }
    return r
  }

  /// Real pairs along the last dimension as complex numbers: a view.
  public static func viewAsComplex(_ input: Tensor) throws -> Tensor {
    guard input.dtype == .float32 || input.dtype == .float64 else {
      throw EmberwingError.runtime(
        "view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: \(input.dtype.scalarTypeName)")
    }
    if input.dim == 0 { throw EmberwingError.runtime("Input tensor must have one or more dimensions") }
    let last = input.dim - 1
    if input.shape[last] != 2 {
      throw EmberwingError.runtime("Tensor must have a last dimension of size 2")
    }
    if input.strides[last] != 1 { throw EmberwingError.runtime("Tensor must have a last dimension with stride 1") }
    var strides = input.strides.slice(0..<last)
    for i in 0..<last {
      if strides[i] % 2 != 0 {
        throw EmberwingError.runtime("Tensor must have a stride divisible by 2 for all but last dimension")
      }
      strides[i] /= 2
    }
    if input.impl.offset % 2 != 0 { throw EmberwingError.runtime("Tensor must have a storage_offset divisible by 2") }
    return input.view(
      input.shape.slice(0..<last), strides, offset: input.impl.offset / 2, "ViewAsComplexBackward0",
      dtype: input.dtype.complexType
    ) { g, _ in Grads(try viewAsReal(g)) }
  }

  /// Pairs seen as complex elements or complex elements as pairs, where the dtypes ask for it.
  static func reinterpreted(_ x: Tensor, as type: DType) throws -> Tensor {
    if x.dtype.isComplex == type.isComplex { return x }
    return try type.isComplex ? viewAsComplex(x) : viewAsReal(x)
  }

  /// As `reinterpreted` for dense tensors of any shape; pairs lose theirs.
  static func flatly(_ x: Tensor, as type: DType) throws -> Tensor {
    if x.dtype.isComplex == type.isComplex { return x }
    return try type.isComplex ? viewAsComplex(reshape(x, [-1, 2])) : viewAsReal(x)
  }

  public static func viewAsRealCopy(_ input: Tensor) throws -> Tensor { try clone(try viewAsReal(input)) }
  public static func viewAsComplexCopy(_ input: Tensor) throws -> Tensor { try clone(try viewAsComplex(input)) }

  /// The real part: a view of a complex tensor, a real tensor itself.
  public static func real(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else { return input }
    return input.view(
      input.shape, doubled(input.strides), offset: input.impl.offset &* 2, "RealBackward0", dtype: input.dtype.realType
    ) { g, _ in Grads(try complex(g, try Calc.zeros(like: g))) }
  }

  public static func imag(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else {
      throw EmberwingError.runtime("imag is not implemented for tensors with non-complex dtypes.")
    }
    return input.view(
      input.shape, doubled(input.strides), offset: input.impl.offset &* 2 &+ 1, "ImagBackward0",
      dtype: input.dtype.realType
    ) { g, _ in Grads(try complex(try Calc.zeros(like: g), g)) }
  }

  // MARK: construction

  public static func complex(_ real: Tensor, _ imag: Tensor) throws -> Tensor {
    func supported(_ d: DType) -> Bool { d == .float32 || d == .float64 }
    if !supported(real.dtype) || !supported(imag.dtype) {
      throw EmberwingError.notImplemented(
        "Expected both inputs to be Half, Float or Double tensors but got \(real.dtype.scalarTypeName) and \(imag.dtype.scalarTypeName)")
    }
    if real.dtype != imag.dtype {
      throw EmberwingError.runtime(
        "Expected object of scalar type \(real.dtype.scalarTypeName) but got scalar type \(imag.dtype.scalarTypeName) for second argument")
    }
    let type = real.dtype.complexType
    let shape = try Broadcast.shape(real.shape, imag.shape)
    let out = try Tensor.empty(shape, type)
    Elementwise.run(
      ComplexKernels.join(real.dtype), StagedOutput(out, produced: type),
      StagedInput(real, shape: shape, compute: real.dtype), StagedInput(imag, shape: shape, compute: imag.dtype),
      out.count, noParameters)
    return out.recorded("ComplexBackward0", real, imag) { g, s in
      Grads(s.needs(0) ? try Ops.real(g) : nil, s.needs(1) ? try Ops.imag(g) : nil)
    }
  }

  public static func polar(_ abs: Tensor, _ angle: Tensor) throws -> Tensor {
    func supported(_ d: DType) -> Bool { d == .float32 || d == .float64 }
    if !supported(abs.dtype) || !supported(angle.dtype) {
      throw EmberwingError.notImplemented(
        "Expected both inputs to be Half, Float or Double tensors but got \(abs.dtype.scalarTypeName) and \(angle.dtype.scalarTypeName)")
    }
    if abs.dtype != angle.dtype {
      throw EmberwingError.runtime(
        "Expected object of scalar type \(abs.dtype.scalarTypeName) but got scalar type \(angle.dtype.scalarTypeName) for second argument")
    }
    return try complex(try Calc.mul(abs, cos(angle)), try Calc.mul(abs, sin(angle)))
  }

  // MARK: magnitude, phase, sign

  /// |z| of a complex tensor, a real tensor.
  static func complexAbs(_ x: Tensor) throws -> Tensor {
    try mapped(ComplexKernels.magnitude(x.dtype), x, x.dtype.realType)
      .recorded("AbsBackward0", x, save: x) { g, s in Grads(try Calc.mul(g, sgn(s[0]))) }
  }

  /// The phase of each element in (-π, π]; 0 or π for real ones.
  public static func angle(_ input: Tensor) throws -> Tensor {
    if input.dtype.isComplex {
      return try mapped(ComplexKernels.phase(input.dtype), input, input.dtype.realType)
        .recorded("AngleBackward0", input, save: input) { g, s in
          let z = try s[0]
          let parts = try (Ops.real(z), Ops.imag(z))
          let squares = try Calc.add(square(parts.0), square(parts.1))
          let turned = try complex(neg(parts.1), parts.0)
          return Grads(try Calc.drop(Calc.mul(Calc.div(g, squares), turned), where: eq(z, .scalar(0))))
        }
    }
    let type = input.dtype.isIntegral ? DefaultDType.current : input.dtype
    let out = try withGradMode(false) {
      let x = try to(input, type)
      let turned = try `where`(lt(x, .scalar(0)), .scalar(.float(Double.pi)), .scalar(0))
      return try to(try `where`(isnan(x), .tensor(x), .tensor(turned)), type)
    }
    return out.recorded("AngleBackward0", input) { g, _ in Grads(try Calc.zeros(like: g)) }
  }

  /// `z / |z|` of complex elements, the sign of real ones; 0 for 0.
  public static func sgn(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else { return try sign(input) }
    return try unaryData(.sign, "sgn_cpu", input, float: false)
      .recorded("SgnBackward0", inputs: [input], save: [input], saveOutput: true) { g, s in
        let (x, y) = (try s[0], try s[1])
        let along = try Ops.real(Calc.mul(g, conj(y)))
        let across = try Calc.sub(g, Calc.mul(along, y))
        return Grads(try Calc.drop(Calc.div(across, abs(x)), where: eq(x, .scalar(0))))
      }
  }

  /// True where the imaginary part is 0.
  public static func isreal(_ input: Tensor) throws -> Tensor {
    guard input.dtype.isComplex else { return try full(input.shape, true, .bool) }
    return try withGradMode(false) { try eq(try imag(input), .scalar(0)) }
  }

  // MARK: rows

  @_optimize(none)
  static func registerComplex(_ r: inout Registry) {
    let numbers: [DType] = Samples.floats + [.complex64, .complex128]
    func some(_ differentiable: Bool = true) -> Samples {
      Samples(dtypes: numbers, differentiable: differentiable) { m in
        [[.tensor(try m.tensor([2, 3], 0.3, 2))], [.tensor(try m.tensor([], 0.3, 2))], [.tensor(try m.tensor([0]))]]
      }
    }
    typealias F = (Tensor) throws -> Tensor
    func row(_ name: String, _ f: @escaping F, _ doc: String, _ inplace: InplaceForm = .none) {
      r.add("\(name)(input)", f, doc, inplace: inplace, samples: some())
    }
    row("conj", conj, "The complex conjugate; a real tensor itself.")
    row("conj_physical", conjPhysical, "The complex conjugate; a real tensor itself.", .copied)
    row("resolve_conj", resolveConj, "The tensor itself: conjugates are computed at once.")
    row("resolve_neg", resolveNeg, "The tensor itself: negatives are computed at once.")
    row("real", real, "The real part: a view of a complex tensor, a real tensor itself.")
    row("angle", angle, "The phase of each element in (-π, π].")
    row("sgn", sgn, "`input / |input|`, elementwise; 0 for 0.", .copied)
    r.add("isreal(input)", isreal, "True where the imaginary part is 0.", samples: some(false))
    let pairs = Samples(
      dtypes: Samples.floats,
      bad: { m in
        [([.tensor(try m.tensor([2, 3], 0, 1, .int64))], "only supported for half, float and double")]
      }
    ) { m in [[.tensor(try m.tensor([3, 2]))], [.tensor(try m.tensor([2]))], [.tensor(try m.tensor([0, 2]))]] }
    let parts = Samples(
      dtypes: [.complex64, .complex128], differentiable: false,
      bad: { m in [([.tensor(try m.tensor([2], 0, 1, .float32))], "complex")] }
    ) { m in [[.tensor(try m.tensor([3]))], [.tensor(try m.tensor([]))], [.tensor(try m.tensor([0, 2]))]] }
    r.add("imag(input)", imag, "The imaginary part of a complex tensor: a view.", samples: parts)
    r.add(
      "view_as_real(input)", viewAsReal, "Complex [*] as real [*, 2]: a view.", on: .function, samples: parts)
    r.add(
      "view_as_real_copy(input)", viewAsRealCopy, "Complex [*] as real [*, 2]: a copy.", on: .function, samples: parts)
    var alike = pairs
    alike.layoutMatters = true
    alike.differentiable = false
    alike.twiceDifferentiable = false
    r.add(
      "view_as_complex(input)", viewAsComplex, "Real [*, 2] as complex [*]: a view.", on: .function, samples: alike)
    r.add(
      "view_as_complex_copy(input)", viewAsComplexCopy, "Real [*, 2] as complex [*]: a copy.", on: .function,
      samples: alike)
    var two: Samples = .binary(0.3, 2, differentiable: false, number: nil)
    two.bad = { m in
      let x = Value.tensor(try m.tensor([2], 0, 4, .int64))
      return [([x, x], "Expected both inputs to be Half, Float or Double tensors")]
    }
    r.add("complex(real, imag)", complex, "`real + i imag`, elementwise.", on: .function, samples: two)
    r.add(
      "polar(abs, angle)", polar, "`abs * (cos(angle) + i sin(angle))`, elementwise.", on: .function, samples: two)
  }
}
