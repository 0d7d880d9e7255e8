#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The C functions, whose names the ops below hide.
private func cosine(_ x: Double) -> Double { cos(x) }
private func sine(_ x: Double) -> Double { sin(x) }
private func exponential(_ x: Double) -> Double { exp(x) }

// Window functions: torch's own, which count a period by default, and those of torch.signal.windows.
extension Ops {
  /// `count` values of a function of the index, computed in double precision; one element is 1.
  private static func window(
    _ count: Int, _ dtype: DType?, single: Bool = true, _ f: (Double) -> Double
  ) throws -> Tensor {
    let type = dtype ?? DefaultDType.current
    _ = try ([count] as Shape).checkedElementCount(elementSize: 16)
    let wide = try Tensor.empty([count], .float64)
    let p = wide.data.assumingMemoryBound(to: Double.self)
    for i in 0..<count { p[i] = single && count == 1 ? 1 : f(Double(i)) }
    return try castData(wide, type)
  }

  /// The length of the period over which a window of `m` elements extends.
  private static func period(_ m: Int, _ symmetric: Bool) -> Double { symmetric ? Double(m) - 1 : Double(m) }

  private static func checkSignal(_ name: String, _ m: Int, _ dtype: DType?) throws {
    if m < 0 { throw EmberwingError.value("\(name) requires non-negative window length, got M=\(m)") }
    let type = dtype ?? DefaultDType.current
    if type != .float32 && type != .float64 {
      throw EmberwingError.value("\(name) expects float32 or float64 dtypes, got: torch.\(type.name)")
    }
  }

  private static func cosines(_ m: Int, _ a: [Double], _ symmetric: Bool, _ dtype: DType?) throws -> Tensor {
    let step = 2 * Double.pi / period(m, symmetric)
    return try window(m, dtype) { k in
      var sum = 0.0
      for (i, c) in a.enumerated() { sum += (i % 2 == 0 ? c : -c) * cosine(Double(i) * k * step) }
      return sum
    }
  }

  private static func triangular(_ m: Int, _ symmetric: Bool, _ dtype: DType?) throws -> Tensor {
    let n = period(m, symmetric)
    return try window(m, dtype) { 1 - Swift.abs(2 * $0 / n - 1) }
  }

  private static func besselWindow(_ m: Int, _ beta: Double, _ symmetric: Bool, _ dtype: DType?) throws -> Tensor {
    let n = period(m, symmetric)
    let scale = Swift.abs(beta)
    let edge = Bessel.scaledI(0, scale)
    return try window(m, dtype) { k in
      let t = 2 * k / n - 1
      let x = scale * Swift.max(0, 1 - t * t).squareRoot()
      // Scaled functions: e^beta itself may overflow.
      return Bessel.scaledI(0, x) / edge * exponential(x - scale)
    }
  }

  // MARK: torch.hann_window and its like

  private static func checkLength(_ name: String, _ n: Int, _ dtype: DType?) throws {
    if n < 0 {
      throw EmberwingError.runtime("\(name) requires non-negative window_length, got window_length=\(n)")
    }
    if let dtype, dtype.isIntegral {
      throw EmberwingError.runtime("\(name) expects floating point dtypes, got: \(dtype.name)")
    }
    if let dtype, dtype.isComplex { throw unsupported("arange_cpu", dtype) }
  }

  public static func hannWindow(_ windowLength: Int, _ periodic: Bool, _ dtype: DType?) throws -> Tensor {
    try checkLength("hann_window", windowLength, dtype)
    return try cosines(windowLength, [0.5, 0.5], !periodic, dtype)
  }

  public static func hammingWindow(
    _ windowLength: Int, _ periodic: Bool, _ alpha: Double, _ beta: Double, _ dtype: DType?
  ) throws -> Tensor {
    try checkLength("hamming_window", windowLength, dtype)
    return try cosines(windowLength, [alpha, beta], !periodic, dtype)
  }

  public static func blackmanWindow(_ windowLength: Int, _ periodic: Bool, _ dtype: DType?) throws -> Tensor {
    try checkLength("blackman_window", windowLength, dtype)
    return try cosines(windowLength, [0.42, 0.5, 0.08], !periodic, dtype)
  }

  public static func bartlettWindow(_ windowLength: Int, _ periodic: Bool, _ dtype: DType?) throws -> Tensor {
    try checkLength("bartlett_window", windowLength, dtype)
    return try triangular(windowLength, !periodic, dtype)
  }

  public static func kaiserWindow(
    _ windowLength: Int, _ periodic: Bool, _ beta: Double, _ dtype: DType?
  ) throws -> Tensor {
    try checkLength("kaiser_window", windowLength, dtype)
    return try besselWindow(windowLength, beta, !periodic, dtype)
  }

  // MARK: torch.signal.windows

  public static func signalWindowsBartlett(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("bartlett", m, dtype)
    return try triangular(m, sym, dtype)
  }

  public static func signalWindowsCosine(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("cosine", m, dtype)
    let step = Double.pi / (sym || m == 1 ? Double(m) : Double(m) + 1)
    return try window(m, dtype, single: false) { sine(step * ($0 + 0.5)) }
  }

  public static func signalWindowsExponential(
    _ m: Int, _ center: Double?, _ tau: Double, _ sym: Bool, _ dtype: DType?
  ) throws -> Tensor {
    try checkSignal("exponential", m, dtype)
    if tau <= 0 { throw EmberwingError.value("Tau must be positive, got: \(tau) instead.") }
    if sym && center != nil { throw EmberwingError.value("Center must be None for symmetric windows") }
    let middle = center ?? (!sym && m > 1 ? Double(m) : Double(m) - 1) / 2
    return try window(m, dtype, single: false) { exponential(-Swift.abs($0 - middle) / tau) }
  }

  public static func signalWindowsGaussian(_ m: Int, _ std: Double, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("gaussian", m, dtype)
    if std <= 0 { throw EmberwingError.value("Standard deviation must be positive, got: \(std) instead.") }
    let middle = (!sym && m > 1 ? Double(m) : Double(m) - 1) / 2
    return try window(m, dtype, single: false) { k in
      let t = (k - middle) / std
      return exponential(-t * t / 2)
    }
  }

  public static func signalWindowsKaiser(_ m: Int, _ beta: Double, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("kaiser", m, dtype)
    if beta < 0 { throw EmberwingError.value("beta must be non-negative, got: \(beta) instead.") }
    return try besselWindow(m, beta, sym, dtype)
  }

  public static func signalWindowsGeneralCosine(_ m: Int, _ a: Tensor, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("general_cosine", m, dtype)
    if a.count == 0 { throw EmberwingError.value("Coefficients cannot be empty") }
    let dense = try contiguousData(a, .float64)
    let p = dense.data.assumingMemoryBound(to: Double.self)
    let list = (0..<dense.count).map { p[$0] }
    withExtendedLifetime(dense) {}
    return try cosines(m, list, sym, dtype)
  }

  public static func signalWindowsGeneralHamming(_ m: Int, _ alpha: Double, _ sym: Bool, _ dtype: DType?) throws
    -> Tensor
  {
    try checkSignal("general_hamming", m, dtype)
    return try cosines(m, [alpha, 1 - alpha], sym, dtype)
  }

  public static func signalWindowsHamming(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("hamming", m, dtype)
    return try cosines(m, [0.54, 0.46], sym, dtype)
  }

  public static func signalWindowsHann(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("hann", m, dtype)
    return try cosines(m, [0.5, 0.5], sym, dtype)
  }

  public static func signalWindowsBlackman(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("blackman", m, dtype)
    return try cosines(m, [0.42, 0.5, 0.08], sym, dtype)
  }

  public static func signalWindowsNuttall(_ m: Int, _ sym: Bool, _ dtype: DType?) throws -> Tensor {
    try checkSignal("nuttall", m, dtype)
    return try cosines(m, [0.3635819, 0.4891775, 0.1365995, 0.0106411], sym, dtype)
  }

  // MARK: rows

  @_optimize(none)
  static func registerWindows(_ r: inout Registry) {
    typealias F = (Int, Bool, DType?) throws -> Tensor
    func samples(_ more: [Value] = [], _ message: String = "non-negative window") -> Samples {
      Samples(
        dtypes: [.float32], differentiable: false,
        bad: { _ in [(arguments: [.int(-1)] + more + [.bool(true), .none], message: message)] }
      ) { _ in
        var calls: [[Value]] = []
        for n in [0, 1, 5, 8] { calls.append([.int(n)] + more + [.bool(n % 2 == 0), .dtype(.float64)]) }
        return calls
      }
    }
    func tail(_ more: [Value]) -> Samples {
      Samples(
        dtypes: [.float32], differentiable: false,
        bad: { _ in [(arguments: [.int(-1), .bool(true)] + more + [.none], message: "non-negative window_length")] }
      ) { _ in [[.int(6), .bool(true)] + more + [.none], [.int(5), .bool(false)] + more + [.none]] }
    }
    func torch(_ name: String, _ f: @escaping F, _ doc: String) {
      r.add("\(name)_window(window_length, periodic=True, *, dtype=None)", f, doc, on: .hidden, samples: tail([]))
    }
    torch("hann", hannWindow, "The Hann window, one raised cosine.")
    torch("blackman", blackmanWindow, "The Blackman window of three cosines.")
    torch("bartlett", bartlettWindow, "The triangular window that ends in zeros.")
    r.add(
      "hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None)", hammingWindow,
      "The Hamming window `alpha - beta cos(2 π k / N)`.", on: .hidden, samples: tail([.float(0.54), .float(0.46)]))
    r.add(
      "kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None)", kaiserWindow,
      "The Kaiser window with the shape `beta`.", on: .hidden, samples: tail([.float(12)]))
    func signal(_ name: String, _ f: @escaping F, _ doc: String) {
      r.add("signal_windows_\(name)(M, *, sym=True, dtype=None)", f, doc, on: .hidden, samples: samples())
    }
    signal("bartlett", signalWindowsBartlett, "The triangular window that ends in zeros.")
    signal("cosine", signalWindowsCosine, "Half a period of a sine.")
    signal("hamming", signalWindowsHamming, "The Hamming window `0.54 - 0.46 cos(2 π k / N)`.")
    signal("hann", signalWindowsHann, "The Hann window, one raised cosine.")
    signal("blackman", signalWindowsBlackman, "The Blackman window of three cosines.")
    signal("nuttall", signalWindowsNuttall, "Nuttall's window of four cosines.")
    r.add(
      "signal_windows_exponential(M, *, center=None, tau=1.0, sym=True, dtype=None)", signalWindowsExponential,
      "`exp(-|k - center| / tau)`.", on: .hidden, samples: samples([.none, .float(2)]))
    r.add(
      "signal_windows_gaussian(M, *, std=1.0, sym=True, dtype=None)", signalWindowsGaussian,
      "A Gaussian of standard deviation `std` about the middle.", on: .hidden, samples: samples([.float(2)]))
    r.add(
      "signal_windows_kaiser(M, *, beta=12.0, sym=True, dtype=None)", signalWindowsKaiser,
      "The Kaiser window with the shape `beta`.", on: .hidden, samples: samples([.float(12)]))
    r.add(
      "signal_windows_general_hamming(M, *, alpha=0.54, sym=True, dtype=None)", signalWindowsGeneralHamming,
      "`alpha - (1 - alpha) cos(2 π k / N)`.", on: .hidden, samples: samples([.float(0.6)]))
    r.add(
      "signal_windows_general_cosine(M, *, a, sym=True, dtype=None)", signalWindowsGeneralCosine,
      "`Σ (-1) ** i a[i] cos(2 π i k / N)`.", on: .hidden,
      samples: Samples(dtypes: [.float32], differentiable: false) { m in
        [
          [.int(6), .tensor(try m.tensor([3], 0.1, 1)), .bool(true), .dtype(.float64)],
          [.int(1), .tensor(try m.tensor([2], 0.1, 1)), .bool(false), .dtype(.float64)],
        ]
      })
  }
}
