// The three transforms that all functions of `torch.fft` are made of. Their gradients are transforms again.
extension Ops {
  /// Complex to complex over `dims`, times `scale`; the adjoint is the transform in the other direction.
  static func fourier(_ x: Tensor, _ dims: [Int], _ scale: Double, inverse: Bool) throws -> Tensor {
    let wide = try ownFourierData(x)
    fourierInPlace(wide, dims, scale, inverse: inverse)
    return try castData(wide, x.dtype).recorded("FftC2CBackward0", x) { g, _ in Grads(try fourier(g, dims, scale, inverse: !inverse)) }
  }

  /// The dtype that a transform is computed in: a small one in double precision, rounded once, at no cost that shows.
  private static func fourierCompute(_ x: Tensor) -> DType {
    if x.count > 4096 { return x.dtype }
    return x.dtype.isComplex ? .complex128 : .float64
  }

  /// A contiguous copy in that dtype.
  private static func ownFourierData(_ x: Tensor) throws -> Tensor {
    let type = fourierCompute(x)
    return type == x.dtype ? try cloneContiguousData(x) : try contiguousData(x, type)
  }

  private static func fourierInPlace(_ out: Tensor, _ dims: [Int], _ scale: Double, inverse: Bool) {
    if out.count == 0 { return }
    let type = out.dtype
    for (i, d) in dims.enumerated() {
      let (outer, n, inner) = axis(out.shape, d)
      FourierLines.complex(
        type, out.data, n: n, lines: outer &* inner, inner: inner, inverse: inverse, scale: i == 0 ? scale : 1)
    }
  }

  /// Real to the first half of the spectrum along the last of `dims`, complex along the others.
  static func fourierOfReal(_ x: Tensor, _ dims: [Int], _ scale: Double) throws -> Tensor {
    guard let last = dims.last else { return x }
    let type = fourierCompute(x)
    let data = try contiguousData(x, type)
    let (outer, n, inner) = axis(x.shape, last)
    var shape = x.shape
    shape[last] = n / 2 + 1
    let wide = try Tensor.empty(shape, type.complexType)
    if wide.count > 0 && n > 0 {
      FourierLines.forwardReal(
        type, wide.data, UnsafeRawPointer(data.data), n: n, lines: outer &* inner, inner: inner, scale: scale)
      fourierInPlace(wide, Array(dims.dropLast()), 1, inverse: false)
    }
    withExtendedLifetime(data) {}
    return try castData(wide, x.dtype.complexType).recorded("FftR2CBackward0", x) { g, _ in
      let whole = try resized(g, last, n)
      return Grads(try real(try fourier(whole, dims, scale, inverse: true)))
    }
  }

  /// The first half of a spectrum along the last of `dims` to real lines of length `n`, the inverse transform.
  static func fourierToReal(_ x: Tensor, _ dims: [Int], _ scale: Double, n: Int) throws -> Tensor {
    guard let last = dims.last else { return x }
    let half = try ownFourierData(x)
    fourierInPlace(half, Array(dims.dropLast()), 1, inverse: true)
    var shape = x.shape
    shape[last] = n
    let wide = try Tensor.empty(shape, half.dtype.realType)
    let (outer, _, inner) = axis(x.shape, last)
    if wide.count > 0 {
      FourierLines.inverseReal(
        wide.dtype, wide.data, UnsafeRawPointer(half.data), n: n, lines: outer &* inner, inner: inner, scale: scale)
    }
    withExtendedLifetime(half) {}
    return try castData(wide, x.dtype.realType).recorded("FftC2RBackward0", x) { g, _ in
      let spectrum = try fourierOfReal(g, dims, scale)
      // Every frequency but the mean (and the highest of an even length) stood for two.
      let weights = try full([n / 2 + 1], 2, g.dtype)
      if weights.count > 0 { try fillData(try select(weights, 0, 0), 1) }
      if n % 2 == 0 && n > 0 { try fillData(try select(weights, 0, n / 2), 1) }
      var across = Shape(repeating: 1, count: spectrum.dim)
      across[last] = n / 2 + 1
      return Grads(try Calc.mul(spectrum, try reshape(weights, across)))
    }
  }

  /// Dimension `d` cut or zero-padded to `n`.
  static func resized(_ x: Tensor, _ d: Int, _ n: Int) throws -> Tensor {
    let size = x.shape[d]
    if size == n { return x }
    if size > n { return try narrow(x, d, 0, n) }
    var shape = x.shape
    shape[d] = n - size
    return try cat([x, try Tensor.zeros(shape, x.dtype)], d)
  }

  // MARK: arguments

  enum FourierNorm { case backward, ortho, forward }

  static func fourierNorm(_ norm: String?) throws -> FourierNorm {
    switch norm {
    case nil, "backward": .backward
    case "ortho": .ortho
    case "forward": .forward
    case .some(let text): throw EmberwingError.runtime("Invalid normalization mode: \"\(text)\"")
    }
  }

  /// The factor of a transform of `n` points.
  static func fourierScale(_ norm: String?, _ n: Int, inverse: Bool) throws -> Double {
    switch try fourierNorm(norm) {
    case .ortho: 1 / Double(n).squareRoot()
    case .backward: inverse ? 1 / Double(n) : 1
    case .forward: inverse ? 1 : 1 / Double(n)
    }
  }

  /// The input in a dtype that can be transformed: integers become the default floating dtype.
  static func fourierInput(_ x: Tensor, complex: Bool) throws -> Tensor {
    let type = x.dtype.isIntegral ? DefaultDType.current : x.dtype
    if type == .float16 || type == .bfloat16 {
      throw EmberwingError.notImplemented("Unsupported dtype \(type.scalarTypeName)")
    }
    return try to(x, complex ? type.complexType : type)
  }

  static func checkPoints(_ n: Int) throws {
    if n < 1 { throw EmberwingError.runtime("Invalid number of data points (\(n)) specified") }
  }

  /// The dimension of a one-dimensional transform.
  static func fourierDim(_ x: Tensor, _ dim: Int) throws -> Int {
    if x.dim == 0 {
      throw EmberwingError.index("Dimension specified as \(dim) but tensor has no dimensions")
    }
    return try wrapDim(dim, x.dim)
  }

  /// Dimensions and sizes of an n-dimensional transform; a size of -1 keeps the input's.
  static func fourierAxes(_ x: Tensor, _ s: Shape?, _ dim: Shape?) throws -> (dims: [Int], sizes: [Int]) {
    var dims: [Int] = []
    if let dim {
      for d in dim {
        if x.dim == 0 { throw EmberwingError.index("Dimension specified as \(d) but tensor has no dimensions") }
        let w = try wrapDim(d, x.dim)
        if dims.contains(w) { throw EmberwingError.runtime("FFT dims must be unique") }
        dims.append(w)
      }
      if let s, s.count != dims.count {
        throw EmberwingError.runtime("When given, dim and shape arguments must have the same length")
      }
    } else if let s {
      if s.count > x.dim {
        throw EmberwingError.runtime("Got shape with \(s.count) values but input tensor only has \(x.dim) dimensions.")
      }
      for i in 0..<s.count { dims.append(x.dim - s.count + i) }
    } else {
      dims = Array(0..<x.dim)
    }
    var sizes: [Int] = []
    for (i, d) in dims.enumerated() {
      let n = s.map { $0[i] == -1 ? x.shape[d] : $0[i] } ?? x.shape[d]
      try checkPoints(n)
      sizes.append(n)
    }
    return (dims, sizes)
  }
}
