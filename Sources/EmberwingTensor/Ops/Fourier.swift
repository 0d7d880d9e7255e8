// torch.fft: discrete Fourier transforms of one and more dimensions.
extension Ops {
  private static func alongOne(
    _ x: Tensor, _ n: Int?, _ dim: Int, _ norm: String?, inverse: Bool
  ) throws -> Tensor {
    let x = try fourierInput(x, complex: true)
    let d = try fourierDim(x, dim)
    let points = n ?? x.shape[d]
    try checkPoints(points)
    let scale = try fourierScale(norm, points, inverse: inverse)
    return try fourier(try resized(x, d, points), [d], scale, inverse: inverse)
  }

  public static func fftFft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    try alongOne(input, n, dim, norm, inverse: false)
  }
  public static func fftIfft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    try alongOne(input, n, dim, norm, inverse: true)
  }

  private static func realInput(_ x: Tensor, _ name: String, valued: Bool) throws -> Tensor {
    if x.dtype.isComplex {
      throw EmberwingError.type(
        "\(name) expects a real\(valued ? "-valued" : "") input tensor, but got \(x.dtype.scalarTypeName)")
    }
    return try fourierInput(x, complex: false)
  }

  public static func fftRfft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    let x = try realInput(input, "rfft", valued: false)
    let d = try fourierDim(x, dim)
    let points = n ?? x.shape[d]
    try checkPoints(points)
    return try fourierOfReal(try resized(x, d, points), [d], try fourierScale(norm, points, inverse: false))
  }

  public static func fftIhfft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    let x = try realInput(input, "ihfft", valued: false)
    let d = try fourierDim(x, dim)
    let points = n ?? x.shape[d]
    try checkPoints(points)
    let scale = try fourierScale(norm, points, inverse: true)
    return try conj(try fourierOfReal(try resized(x, d, points), [d], scale))
  }

  private static func toReal(
    _ x: Tensor, _ n: Int?, _ dim: Int, _ norm: String?, inverse: Bool
  ) throws -> Tensor {
    let x = try fourierInput(x, complex: true)
    let d = try fourierDim(x, dim)
    let points = n ?? 2 * (x.shape[d] - 1)
    try checkPoints(points)
    let half = try resized(x, d, points / 2 + 1)
    return try fourierToReal(
      inverse ? half : try conj(half), [d], try fourierScale(norm, points, inverse: inverse), n: points)
  }

  public static func fftIrfft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    try toReal(input, n, dim, norm, inverse: true)
  }
  public static func fftHfft(_ input: Tensor, _ n: Int?, _ dim: Int, _ norm: String?) throws -> Tensor {
    try toReal(input, n, dim, norm, inverse: false)
  }

  // MARK: several dimensions

  private static func alongMany(
    _ x: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?, inverse: Bool
  ) throws -> Tensor {
    var x = try fourierInput(x, complex: true)
    let (dims, sizes) = try fourierAxes(x, s, dim)
    for (d, n) in zip(dims, sizes) { x = try resized(x, d, n) }
    let scale = try fourierScale(norm, sizes.reduce(1, *), inverse: inverse)
    return try fourier(x, dims, scale, inverse: inverse)
  }

  public static func fftFftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try alongMany(input, s, dim, norm, inverse: false)
  }
  public static func fftIfftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try alongMany(input, s, dim, norm, inverse: true)
  }
  public static func fftFft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try alongMany(input, s, dim, norm, inverse: false)
  }
  public static func fftIfft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try alongMany(input, s, dim, norm, inverse: true)
  }

  private static func manyOfReal(
    _ x: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?, _ name: String, inverse: Bool
  ) throws -> Tensor {
    var x = try realInput(x, name, valued: true)
    let (dims, sizes) = try fourierAxes(x, s, dim)
    if dims.isEmpty { throw EmberwingError.runtime("\(name) must transform at least one axis") }
    for (d, n) in zip(dims, sizes) { x = try resized(x, d, n) }
    let scale = try fourierScale(norm, sizes.reduce(1, *), inverse: inverse)
    let out = try fourierOfReal(x, dims, scale)
    return inverse ? try conj(out) : out
  }

  public static func fftRfftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try manyOfReal(input, s, dim, norm, "rfftn", inverse: false)
  }
  public static func fftRfft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try manyOfReal(input, s, dim, norm, "rfftn", inverse: false)
  }
  public static func fftIhfftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try manyOfReal(input, s, dim, norm, "ihfftn", inverse: true)
  }
  public static func fftIhfft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try manyOfReal(input, s, dim, norm, "ihfftn", inverse: true)
  }

  private static func manyToReal(
    _ x: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?, _ name: String, inverse: Bool
  ) throws -> Tensor {
    var x = try fourierInput(x, complex: true)
    // The last size is that of the result: half of the spectrum gives 2 (m - 1) points.
    var points: Int?
    var inner = s
    if let s, let n = s.last, n != -1 {
      try checkPoints(n)
      points = n
      inner?[s.count - 1] = -1
    }
    let (dims, sizes) = try fourierAxes(x, inner, dim)
    guard let last = dims.last else { throw EmberwingError.runtime("\(name) must transform at least one axis") }
    let n = points ?? 2 * (x.shape[last] - 1)
    try checkPoints(n)
    for (d, size) in zip(dims, sizes).dropLast() { x = try resized(x, d, size) }
    x = try resized(x, last, n / 2 + 1)
    let scale = try fourierScale(norm, sizes.dropLast().reduce(n, *), inverse: inverse)
    return try fourierToReal(inverse ? x : try conj(x), dims, scale, n: n)
  }

  public static func fftIrfftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try manyToReal(input, s, dim, norm, "irfftn", inverse: true)
  }
  public static func fftIrfft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try manyToReal(input, s, dim, norm, "irfftn", inverse: true)
  }
  public static func fftHfftn(_ input: Tensor, _ s: Shape?, _ dim: Shape?, _ norm: String?) throws -> Tensor {
    try manyToReal(input, s, dim, norm, "hfftn", inverse: false)
  }
  public static func fftHfft2(_ input: Tensor, _ s: Shape?, _ dim: Shape, _ norm: String?) throws -> Tensor {
    try manyToReal(input, s, dim, norm, "hfftn", inverse: false)
  }

  // MARK: frequencies

  private static func frequencies(_ n: Int, _ d: Double, _ dtype: DType?, _ name: String, half: Bool) throws -> Tensor {
    let type = dtype ?? DefaultDType.current
    if !type.isDifferentiable {
      throw EmberwingError.runtime("\(name) requires a floating point or complex dtype")
    }
    if n < 0 { throw EmberwingError.runtime("Trying to create tensor with negative dimension \(n): [\(n)]") }
    let count = half ? n / 2 + 1 : n
    let wide = try Tensor.empty([count], .float64)
    let p = wide.data.assumingMemoryBound(to: Double.self)
    let step = 1 / (Double(n) * d)
    for i in 0..<count { p[i] = Double(!half && i >= (n + 1) / 2 ? i - n : i) * step }
    return try to(wide, type)
  }

  public static func fftFftfreq(_ n: Int, _ d: Double, _ dtype: DType?) throws -> Tensor {
    try frequencies(n, d, dtype, "fftfreq", half: false)
  }
  public static func fftRfftfreq(_ n: Int, _ d: Double, _ dtype: DType?) throws -> Tensor {
    try frequencies(n, d, dtype, "rfftfreq", half: true)
  }

  private static func shifted(_ x: Tensor, _ dim: Shape?, _ by: (Int) -> Int) throws -> Tensor {
    var dims = Shape()
    var shifts = Shape()
    for d in dim ?? Shape(0..<x.dim) {
      let w = try fourierDim(x, d)
      dims.append(w)
      shifts.append(by(x.shape[w]))
    }
    return dims.isEmpty ? try clone(x) : try roll(x, shifts, dims)
  }

  public static func fftFftshift(_ input: Tensor, _ dim: Shape?) throws -> Tensor {
    try shifted(input, dim) { $0 / 2 }
  }
  public static func fftIfftshift(_ input: Tensor, _ dim: Shape?) throws -> Tensor {
    try shifted(input, dim) { ($0 + 1) / 2 }
  }

  // MARK: rows

  @_optimize(none)
  static func registerFourier(_ r: inout Registry) {
    registerLines(&r)
    registerPlanes(&r)
    r.add(
      "fft_fftfreq(n, d=1.0, *, dtype=None)", fftFftfreq, "The frequencies of the elements of a spectrum, in cycles.",
      on: .hidden,
      samples: Samples(dtypes: [.float32], differentiable: false) { _ in
        [[.int(5), .float(1), .none], [.int(4), .float(0.5), .none], [.int(0), .float(1), .none]]
      })
    r.add(
      "fft_rfftfreq(n, d=1.0, *, dtype=None)", fftRfftfreq, "The frequencies of the elements of half a spectrum.",
      on: .hidden,
      samples: Samples(dtypes: [.float32], differentiable: false) { _ in
        [[.int(5), .float(1), .none], [.int(4), .float(0.5), .none]]
      })
    let shifts = Samples(
      dtypes: Samples.floats,
      bad: { m in [(arguments: [.tensor(try m.tensor([2])), .ints([3])], message: "Dimension out of range")] }
    ) { m in
      [[.tensor(try m.tensor([5])), .none], [.tensor(try m.tensor([2, 3])), .ints([-1])], [.tensor(try m.tensor([])), .none]]
    }
    r.add(
      "fft_fftshift(input, dim=None)", fftFftshift, "Frequency 0 moved to the middle of the dimensions.", on: .fft,
      samples: shifts)
    r.add(
      "fft_ifftshift(input, dim=None)", fftIfftshift, "The inverse of `fftshift`.", on: .fft, samples: shifts)
  }

  @_optimize(none)
  private static func registerLines(_ r: inout Registry) {
    typealias F = (Tensor, Int?, Int, String?) throws -> Tensor
    func row(_ name: String, _ f: @escaping F, _ doc: String, real: Bool = true) {
      // Complex results have no place in the numerical derivative check, which the real transforms pass.
      let samples = Samples(
        dtypes: Samples.floats, differentiable: real,
        bad: { m in
          let x = Value.tensor(try m.tensor([2, 3]))
          return [
            (arguments: [x, .int(0), .int(-1), .none], message: "Invalid number of data points (0) specified"),
            (arguments: [x, .none, .int(2), .none], message: "Dimension out of range"),
            (arguments: [x, .none, .int(0), .string("other")], message: "Invalid normalization mode"),
          ]
        }
      ) { m in
        var calls: [[Value]] = []
        for n in [2, 3, 4, 5, 6, 7, 12, 37] { calls.append([.tensor(try m.tensor([n])), .none, .int(-1), .none]) }
        calls.append([.tensor(try m.tensor([3, 4, 2])), .int(5), .int(1), .string("ortho")])
        calls.append([.tensor(try m.tensor([4, 9])), .int(3), .int(0), .string("forward")])
        return calls
      }
      r.add("fft_\(name)(input, n=None, dim=-1, norm=None)", f, doc, on: .fft, samples: samples)
    }
    row("fft", fftFft, "The discrete Fourier transform along `dim`.", real: false)
    row("ifft", fftIfft, "The inverse discrete Fourier transform along `dim`.", real: false)
    row("rfft", fftRfft, "The first half of the spectrum of real values along `dim`.", real: false)
    row("irfft", fftIrfft, "The real values of which the input is the first half of the spectrum.")
    row("hfft", fftHfft, "The real spectrum of values of which the input is the first, Hermitian half.")
    row("ihfft", fftIhfft, "The inverse of `hfft`.", real: false)
  }

  @_optimize(none)
  private static func registerPlanes(_ r: inout Registry) {
    typealias Free = (Tensor, Shape?, Shape?, String?) throws -> Tensor
    typealias Fixed = (Tensor, Shape?, Shape, String?) throws -> Tensor
    func samples(_ differentiable: Bool) -> Samples {
      Samples(
        dtypes: Samples.floats, differentiable: differentiable,
        bad: { m in
          let x = Value.tensor(try m.tensor([2, 3]))
          return [
            (arguments: [x, .none, .ints([0, 0]), .none], message: "FFT dims must be unique"),
            (arguments: [x, .ints([2]), .ints([0, 1]), .none], message: "must have the same length"),
          ]
        }
      ) { m in
        [
          [.tensor(try m.tensor([3, 4])), .none, .ints([-2, -1]), .none],
          [.tensor(try m.tensor([2, 5, 3])), .ints([4, 6]), .ints([1, 2]), .string("ortho")],
          [.tensor(try m.tensor([4, 2, 3])), .ints([3, 2]), .ints([2, 0]), .string("forward")],
        ]
      }
    }
    func pair(_ name: String, _ two: @escaping Fixed, _ many: @escaping Free, _ doc: String, real: Bool = false) {
      r.add(
        "fft_\(name)2(input, s=None, dim=(-2, -1), norm=None)", two, "\(doc) over two dimensions.", on: .fft,
        samples: samples(real))
      r.add(
        "fft_\(name)n(input, s=None, dim=None, norm=None)", many, "\(doc) over several dimensions.", on: .fft,
        samples: samples(real))
    }
    pair("fft", fftFft2, fftFftn, "The discrete Fourier transform")
    pair("ifft", fftIfft2, fftIfftn, "The inverse discrete Fourier transform")
    pair("rfft", fftRfft2, fftRfftn, "The transform of real values, half of the spectrum,")
    pair("irfft", fftIrfft2, fftIrfftn, "The real values of half a spectrum", real: true)
    pair("hfft", fftHfft2, fftHfftn, "The real spectrum of Hermitian values", real: true)
    pair("ihfft", fftIhfft2, fftIhfftn, "The inverse of the Hermitian transform")
  }
}
