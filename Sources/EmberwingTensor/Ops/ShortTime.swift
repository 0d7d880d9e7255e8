// Short-time Fourier transforms: spectra of overlapping windows of a signal, and the signal of such spectra.
extension Ops {
  /// The window with zeros on both sides up to the length of a transform.
  private static func centred(_ window: Tensor?, _ length: Int, _ n: Int, _ type: DType) throws -> Tensor {
    let w = try window ?? full([length], 1, type)
    let left = (n - length) / 2
    if n == length { return w }
    return try cat([try Tensor.zeros([left], w.dtype), w, try Tensor.zeros([n - length - left], w.dtype)], 0)
  }

  /// The last dimension lengthened by `n` on both sides.
  private static func extended(_ x: Tensor, _ n: Int, _ mode: String) throws -> Tensor {
    let length = x.shape[x.dim - 1]
    if n == 0 { return x }
    if mode == "constant" {
      var side = x.shape
      side[x.dim - 1] = n
      let zeros = try Tensor.zeros(side, x.dtype)
      return try cat([zeros, x, zeros], -1)
    }
    let source: (Int) -> Int
    switch mode {
    case "reflect":
      if n >= length {
        throw EmberwingError.runtime(
          "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (\(n), \(n)) at dimension \(x.dim) of input \(x.shape)")
      }
      source = { $0 < 0 ? -$0 : $0 >= length ? 2 * (length - 1) - $0 : $0 }
    case "replicate":
      if length == 0 { throw EmberwingError.runtime("stft: cannot replicate the edges of an empty signal") }
      source = { Swift.max(0, Swift.min($0, length - 1)) }
    case "circular":
      if n > length {
        throw EmberwingError.runtime("Padding value causes wrapping around more than once.")
      }
      source = { ($0 + length) % length }
    default: throw EmberwingError.notImplemented("Unrecognised padding mode \(mode)")
    }
    if n > Int.max / 32 { throw EmberwingError.runtime("stft: a padding of \(n) is too large") }
    let index = try Tensor.empty([length + 2 * n], .int64)
    let p = index.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<index.count { p[i] = Int64(source(i - n)) }
    return try indexSelect(x, x.dim - 1, index)
  }

  public static func stft(
    _ input: Tensor, _ nFft: Int, _ hopLength: Int?, _ winLength: Int?, _ window: Tensor?, _ center: Bool,
    _ padMode: String, _ normalized: Bool, _ onesided: Bool?, _ returnComplex: Bool?, _ alignToWindow: Bool?
  ) throws -> Tensor {
    let hop = hopLength ?? nFft / 4
    let length = winLength ?? nFft
    func fail(_ what: String) -> EmberwingError {
      .runtime(
        "stft(\(input.dtype.name)\(input.shape), n_fft=\(nFft), hop_length=\(hop), win_length=\(length)) : \(what)")
    }
    if center && alignToWindow != nil {
      throw EmberwingError.runtime("stft align_to_window should only be set when center = false")
    }
    let complexValued = input.dtype.isComplex || window?.dtype.isComplex ?? false
    guard let complexResult = returnComplex ?? (complexValued ? true : nil) else {
      throw EmberwingError.runtime(
        "stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.")
    }
    if !input.dtype.isDifferentiable {
      throw EmberwingError.notImplemented(
        "stft(\(input.dtype.name)\(input.shape), n_fft=\(nFft)) : expected a tensor of floating point or complex values")
    }
    if input.dim != 1 && input.dim != 2 { throw fail("expected a 1D or 2D tensor") }
    if hop <= 0 { throw fail("expected hop_length > 0, but got hop_length=\(hop)") }
    var signal = input.dim == 1 ? try unsqueeze(input, 0) : input
    if center && nFft > 0 { signal = try extended(signal, nFft / 2, padMode) }
    let points = signal.shape[1]
    if nFft <= 0 || nFft > points { throw fail("expected 0 < n_fft < \(points), but got n_fft=\(nFft)") }
    if length <= 0 || length > nFft { throw fail("expected 0 < win_length <= n_fft, but got win_length=\(length)") }
    if let window, window.dim != 1 || window.shape[0] != length {
      throw fail(
        "expected a 1D window tensor of size equal to win_length=\(length), but got window with size \(window.shape)")
    }
    if complexValued && onesided == true {
      throw EmberwingError.runtime("Cannot have onesided output if window or input is complex")
    }
    if alignToWindow == true && length < nFft {
      // Frames begin where their windows do.
      signal = try extended(signal, (nFft - length) / 2, "constant")
    }
    var frames = try unfold(signal, 1, nFft, hop)
    if window != nil || length < nFft {
      frames = try mul(frames, .tensor(try centred(window, length, nFft, signal.dtype.realType)))
    }
    let norm = normalized ? "ortho" : nil
    let spectra: Tensor
    if complexValued {
      spectra = try fftFft(frames, nil, 2, norm)
    } else {
      spectra = try onesided ?? true ? fftRfft(frames, nil, 2, norm) : fftFft(frames, nil, 2, norm)
    }
    var out = try transpose(spectra, 1, 2)
    if input.dim == 1 { out = try squeeze(out, [0]) }
    return complexResult ? out : try viewAsReal(out)
  }

  public static func istft(
    _ input: Tensor, _ nFft: Int, _ hopLength: Int?, _ winLength: Int?, _ window: Tensor?, _ center: Bool,
    _ normalized: Bool, _ onesided: Bool?, _ length: Int?, _ returnComplex: Bool
  ) throws -> Tensor {
    let hop = hopLength ?? nFft / 4
    let width = winLength ?? nFft
    func fail(_ what: String) -> EmberwingError {
      .runtime(
        "istft(\(input.dtype.name)\(input.shape), n_fft=\(nFft), hop_length=\(hop), win_length=\(width)) : \(what)")
    }
    if !input.dtype.isComplex {
      throw EmberwingError.type(
        "istft requires a complex-valued input tensor matching the output from stft with return_complex=True.")
    }
    if input.count == 0 { throw fail("input tensor cannot be empty.") }
    if input.dim != 2 && input.dim != 3 {
      throw fail("expected a tensor with 2 or 3 dimensions, but got \(input.dim)")
    }
    let spectra = input.dim == 2 ? try unsqueeze(input, 0) : input
    let (bins, count) = (spectra.shape[1], spectra.shape[2])
    let half = onesided ?? (bins != nFft)
    if half ? bins != nFft / 2 + 1 : bins != nFft {
      throw fail(
        half
          ? "expected the frequency dimension (3rd to the last) of the input tensor to match n_fft / 2 + 1 when onesided=True, but got \(bins)"
          : "expected the frequency dimension (3rd to the last) of the input tensor to match n_fft when onesided=False, but got \(bins)")
    }
    if hop <= 0 || hop > width { throw fail("expected 0 < hop_length <= win_length") }
    if width <= 0 || width > nFft { throw fail("expected 0 < win_length <= n_fft") }
    if let window, window.dim != 1 || window.shape[0] != width {
      throw fail("Invalid window shape. window has to be 1D and length of `win_length`")
    }
    if returnComplex && half {
      throw EmberwingError.runtime("Cannot have onesided output if window or input is complex")
    }
    if !returnComplex, window?.dtype.isComplex ?? false {
      throw EmberwingError.runtime("Complex windows are incompatible with return_complex=False")
    }
    let norm = normalized ? "ortho" : nil
    let turned = try transpose(spectra, 1, 2)
    var frames: Tensor
    if returnComplex {
      frames = try fftIfft(turned, nil, 2, norm)
    } else {
      let whole = half ? turned : try narrow(turned, 2, 0, nFft / 2 + 1)
      frames = try fftIrfft(whole, nFft, 2, norm)
    }
    let weights = try centred(window, width, nFft, input.dtype.realType)
    frames = try mul(frames, .tensor(weights))
    let (whole, overflowed) = hop.multipliedReportingOverflow(by: count - 1)
    if overflowed { throw fail("the signal would be too long") }
    let points = nFft + whole
    let index = try overlapIndex(nFft, hop, count)
    let sum = try overlapped(frames, index, points)
    let squares = try unsqueeze(square(weights), 0)
    let envelope = try overlapped(unsqueeze(try expand(squares, [count, nFft]), 0), index, points)
    let start = center ? nFft / 2 : 0
    var end = center ? points - nFft / 2 : points
    if let length {
      if length < 0 { throw fail("expected length >= 0, but got length=\(length)") }
      end = start + Swift.min(length, Swift.max(points, 0))
    }
    let kept = Swift.max(0, Swift.min(end, points) - start)
    var signal = try narrow(sum, 1, start, kept)
    let norms = try narrow(envelope, 1, start, kept)
    if try !allTrue(withGradMode(false) { try gt(abs(norms), .scalar(.float(1e-11))) }) {
      throw fail("window overlap add min: 1")
    }
    signal = try div(signal, .tensor(norms))
    if let length, length > kept {
      signal = try cat([signal, try Tensor.zeros([signal.shape[0], length - kept], signal.dtype)], 1)
    }
    return input.dim == 2 ? try squeeze(signal, [0]) : signal
  }

  /// The positions of the samples of all frames, one after the other.
  private static func overlapIndex(_ n: Int, _ hop: Int, _ count: Int) throws -> Tensor {
    _ = try ([n, count] as Shape).checkedElementCount(elementSize: 8)
    let index = try Tensor.empty([count * n], .int64)
    let p = index.data.assumingMemoryBound(to: Int64.self)
    for t in 0..<count { for j in 0..<n { p[t &* n &+ j] = Int64(t &* hop &+ j) } }
    return index
  }

  /// Frames [B, T, n] added up where they lie in a signal [B, points].
  private static func overlapped(_ frames: Tensor, _ index: Tensor, _ points: Int) throws -> Tensor {
    let batch = frames.shape[0]
    let line = try reshape(frames, [batch, index.count])
    return try indexAdd(try Tensor.zeros([batch, points], frames.dtype), 1, index, line, 1)
  }

  @_optimize(none)
  static func registerShortTime(_ r: inout Registry) {
    let rest: [Value] = [.bool(true), .string("reflect"), .bool(false), .bool(true), .bool(false), .none]
    r.add(
      "stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False, onesided=None, return_complex=None, align_to_window=None)",
      stft, "Spectra [*, frequencies, frames] of overlapping windows of signals [*, samples].",
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = Value.tensor(try m.tensor([12]))
          return [
            (arguments: [x, .int(4), .int(0), .none, .none] + rest, message: "expected hop_length > 0"),
            (arguments: [x, .int(4), .int(2), .int(5), .none] + rest, message: "expected 0 < win_length <= n_fft"),
          ]
        }
      ) { m in
        [
          [.tensor(try m.tensor([12])), .int(4), .int(2), .none, .none] + rest,
          [.tensor(try m.tensor([2, 12])), .int(5), .none, .int(4), .tensor(try m.tensor([4], 0.5, 1))] + rest,
        ]
      })
    r.add(
      "istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None, return_complex=False)",
      istft, "The signals [*, samples] of spectra [*, frequencies, frames].",
      samples: Samples(dtypes: [.complex64, .complex128], differentiable: false) { m in
        [
          [
            .tensor(try m.tensor([3, 4])), .int(4), .int(2), .none, .none, .bool(true), .bool(false), .none, .none,
            .bool(false),
          ]
        ]
      })
  }
}
