import EmberwingCore

/// Chooses between the float32 and the float64 kernel.
@inline(__always)
func floats<Block>(_ t: DType, _ f: Block, _ d: Block) -> Block? {
  switch t {
  case .float32: f
  case .float64: d
  default: nil
  }
}

extension CPUKernels {
  public static func unary(_ op: UnaryOp, _ type: DType) -> UnaryBlock? {
    switch type {
    case .float32, .float64: unaryArithmetic(op, type) ?? unaryActivation(op, type) ?? unaryLibrary(op, type)
    case .complex64, .complex128: unaryComplex(op, type)
    default: unaryInteger(op, type)
    }
  }

  private static func unaryArithmetic(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .neg:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.negate($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.negate($0) } })
    case .abs:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.absolute($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.absolute($0) } })
    case .square:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { $0 * $0 } },
        { o, x, n, _ in map1(o, x, n, D.self) { $0 * $0 } })
    case .sign:
      floats(
        t, { o, x, n, _ in each1(o, x, n, Float.self, Float.self) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } },
        { o, x, n, _ in each1(o, x, n, Double.self, Double.self) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } })
    case .sqrt:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.squareRoot($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.squareRoot($0) } })
    case .rsqrt:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.splat(1) / F.squareRoot($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.splat(1) / D.squareRoot($0) } })
    case .reciprocal:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.splat(1) / $0 } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.splat(1) / $0 } })
    case .floor:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.rounded($0, .down) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.rounded($0, .down) } })
    case .ceil:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.rounded($0, .up) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.rounded($0, .up) } })
    case .round:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.rounded($0, .toNearestOrEven) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.rounded($0, .toNearestOrEven) } })
    case .trunc:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { F.rounded($0, .towardZero) } },
        { o, x, n, _ in map1(o, x, n, D.self) { D.rounded($0, .towardZero) } })
    case .frac:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { $0 - F.rounded($0, .towardZero) } },
        { o, x, n, _ in map1(o, x, n, D.self) { $0 - D.rounded($0, .towardZero) } })
    case .clampMin:
      floats(
        t, { o, x, n, p in map1(o, x, n, F.self) { Formulas.maximum($0, .splat(p[0])) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.maximum($0, .splat(p[0])) } })
    case .clampMax:
      floats(
        t, { o, x, n, p in map1(o, x, n, F.self) { Formulas.minimum($0, .splat(p[0])) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.minimum($0, .splat(p[0])) } })
    case .clamp:
      floats(
        t,
        { o, x, n, p in map1(o, x, n, F.self) { Formulas.minimum(Formulas.maximum($0, .splat(p[0])), .splat(p[1])) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.minimum(Formulas.maximum($0, .splat(p[0])), .splat(p[1])) } })
    case .powScalar:
      floats(
        t, { o, x, n, p in powScalar(o, x, n, p[0], F.self) { VectorMath.pow($0, .splat($1)) } },
        { o, x, n, p in powScalar(o, x, n, p[0], D.self) { v, e in D.each(v) { Libm.pow($0, e) } } })
    default: nil
    }
  }

  private static func unaryActivation(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .sigmoid:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.sigmoid($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.sigmoid($0) } })
    case .relu:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.relu($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.relu($0) } })
    case .leakyRelu:
      floats(
        t, { o, x, n, p in map1(o, x, n, F.self) { Formulas.leakyRelu($0, p) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.leakyRelu($0, p) } })
    case .elu:
      floats(
        t, { o, x, n, p in map1(o, x, n, F.self) { Formulas.elu($0, p) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.elu($0, p) } })
    case .gelu:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.gelu($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.gelu($0) } })
    case .geluTanh:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.geluTanh($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.geluTanh($0) } })
    case .silu:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.silu($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.silu($0) } })
    case .mish:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.mish($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.mish($0) } })
    case .hardswish:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.hardswish($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.hardswish($0) } })
    case .hardsigmoid:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.hardsigmoid($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.hardsigmoid($0) } })
    case .logSigmoid:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { Formulas.logSigmoid($0) } },
        { o, x, n, _ in map1(o, x, n, D.self) { Formulas.logSigmoid($0) } })
    case .softplus:
      floats(
        t, { o, x, n, p in map1(o, x, n, F.self) { Formulas.softplus($0, p) } },
        { o, x, n, p in map1(o, x, n, D.self) { Formulas.softplus($0, p) } })
    default: nil
    }
  }

  private static func unaryLibrary(_ op: UnaryOp, _ t: DType) -> UnaryBlock? {
    switch op {
    case .exp:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.exp($0) } }, { o, x, n, _ in libm(o, x, n, Libm.exp) })
    case .exp2:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.exp2($0) } }, { o, x, n, _ in libm(o, x, n, Libm.exp2) })
    case .expm1:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.expm1($0) } }, { o, x, n, _ in libm(o, x, n, Libm.expm1) }
      )
    case .log:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.log($0) } }, { o, x, n, _ in libm(o, x, n, Libm.log) })
    case .log2:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.log2($0) } }, { o, x, n, _ in libm(o, x, n, Libm.log2) })
    case .log10:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.log10($0) } }, { o, x, n, _ in libm(o, x, n, Libm.log10) }
      )
    case .log1p:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.log1p($0) } }, { o, x, n, _ in libm(o, x, n, Libm.log1p) }
      )
    case .sin:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.sin($0) } }, { o, x, n, _ in libm(o, x, n, Libm.sin) })
    case .cos:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.cos($0) } }, { o, x, n, _ in libm(o, x, n, Libm.cos) })
    case .tanh:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.tanh($0) } }, { o, x, n, _ in libm(o, x, n, Libm.tanh) })
    case .erf:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.erf($0) } }, { o, x, n, _ in libm(o, x, n, Libm.erf) })
    case .erfc:
      floats(
        t, { o, x, n, _ in map1(o, x, n, F.self) { VectorMath.erfc($0) } }, { o, x, n, _ in libm(o, x, n, Libm.erfc) })
    case .tan: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.tan) }, { o, x, n, _ in libm(o, x, n, Libm.tan) })
    case .asin: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.asin) }, { o, x, n, _ in libm(o, x, n, Libm.asin) })
    case .acos: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.acos) }, { o, x, n, _ in libm(o, x, n, Libm.acos) })
    case .atan: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.atan) }, { o, x, n, _ in libm(o, x, n, Libm.atan) })
    case .sinh: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.sinh) }, { o, x, n, _ in libm(o, x, n, Libm.sinh) })
    case .cosh: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.cosh) }, { o, x, n, _ in libm(o, x, n, Libm.cosh) })
    case .asinh: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.asinh) }, { o, x, n, _ in libm(o, x, n, Libm.asinh) })
    case .acosh: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.acosh) }, { o, x, n, _ in libm(o, x, n, Libm.acosh) })
    case .atanh: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.atanh) }, { o, x, n, _ in libm(o, x, n, Libm.atanh) })
    case .lgamma: floats(t, { o, x, n, _ in libmf(o, x, n, Libm.lgamma) }, { o, x, n, _ in libm(o, x, n, Libm.lgamma) })
    case .digamma:
      floats(t, { o, x, n, _ in libmf(o, x, n, Libm.digamma) }, { o, x, n, _ in libm(o, x, n, Libm.digamma) })
    default: nil
    }
  }
}

/// x ** p with the exact shortcuts; the choice is made once a block.
@inline(__always)
private func powScalar<L: Lanes>(
  _ o: Out, _ x: In, _ n: Int, _ p: Double, _: L.Type, _ general: (L, Double) -> L
) {
  switch p {
  case 0: map1(o, x, n, L.self) { _ in .splat(1) }
  case 1: map1(o, x, n, L.self) { $0 }
  case 2: map1(o, x, n, L.self) { $0 * $0 }
  case 3: map1(o, x, n, L.self) { $0 * $0 * $0 }
  case 0.5: map1(o, x, n, L.self) { L.squareRoot($0) }
  case -0.5: map1(o, x, n, L.self) { .splat(1) / L.squareRoot($0) }
  case -1: map1(o, x, n, L.self) { .splat(1) / $0 }
  case -2: map1(o, x, n, L.self) { .splat(1) / ($0 * $0) }
  default: map1(o, x, n, L.self) { general($0, p) }
  }
}

/// A C library function over float64 elements.
@inline(__always)
private func libm(_ o: Out, _ x: In, _ n: Int, _ f: (Double) -> Double) {
  let o = o.assumingMemoryBound(to: Double.self)
  let x = x.assumingMemoryBound(to: Double.self)
  for i in 0..<n { o[i] = f(x[i]) }
}

/// A C library function of double over float32 elements, rounded once.
@inline(__always)
private func libmf(_ o: Out, _ x: In, _ n: Int, _ f: (Double) -> Double) {
  let o = o.assumingMemoryBound(to: Float.self)
  let x = x.assumingMemoryBound(to: Float.self)
  for i in 0..<n { o[i] = Float(f(Double(x[i]))) }
}
