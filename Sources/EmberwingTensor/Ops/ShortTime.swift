// Short-time Fourier transforms: frames cut from a signal, and frames added up to a signal again.
extension Ops {
  private static func indices(_ count: Int, _ value: (Int) -> Int) throws -> Tensor {
    let t = try Tensor.empty([count], .int64)
    let p = t.data.assumingMemoryBound(to: Int64.self)
    for i in 0..<count { p[i] = Int64(value(i)) }
    return t
  }

  /// `x` with `side` more elements at both ends of its last dimension.
  private static func widened(_ x: Tensor, _ side: Int, _ mode: String) throws -> Tensor {
    let d = x.dim - 1
    let n = x.shape[d]
    switch mode {
    case "constant":
      var shape = x.shape
      shape[d] = side
      let zeros = try Tensor.zeros(shape, x.dtype)
      return try cat([zeros, x, zeros], d)
    case "reflect":
      if side >= n && side > 0 {
        throw EmberwingError.runtime(
          "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (\(side), \(side)) at dimension \(d) of input \(x.shape)")
      }
      return try indexSelect(
        x, d,
        try indices(n + 2 * side) {
          let i = Swift.abs($0 - side)
          return i < n ? i : 2 * (n - 1) - i
        })
    case "replicate":
      if n == 0 { throw EmberwingError.runtime("stft: nothing to replicate in an empty signal") }
      return try indexSelect(x, d, try indices(n + 2 * side) { Swift.min(Swift.max($0 - side, 0), n - 1) })
    case "circular":
      if side > n {
        throw EmberwingError.runtime("Padding value causes wrapping around more than once.")
      }
      return try indexSelect(x, d, try indices(n + 2 * side) { ($0 - side + n) % Swift.max(n, 1) })
    default: throw EmberwingError.notImplemented("Unrecognised padding mode \(mode)")
    }
  }

  /// A window of `count` elements with zeros around it, in the middle of `points`.
  private static func centered(_ window: Tensor, _ points: Int) throws -> Tensor {
    let (count, type) = (window.shape[0], window.dtype)
    if count == points { return window }
    let left = (points - count) / 2
    return try cat(
      [try Tensor.zeros([left], type), window, try Tensor.zeros([points - count - left], type)], 0)
  }

  public static func stft(
    _ input: Tensor, _ nFft: Int, _ hopLength: Int?, _ winLength: Int?, _ window: Tensor?, _ center: Bool,
    _ padMode: String, _ normalized: Bool, _ onesided: Bool?, _ returnComplex: Bool?, _ alignToWindow: Bool?
  ) throws -> Tensor {
    if center && alignToWindow != nil {
      throw EmberwingError.runtime("stft align_to_window should only be set when center = false")
    }
    if !input.dtype.isFloatingPoint && !input.dtype.isComplex {
      throw EmberwingError.notImplemented("stft: expected a tensor of floating point or complex values")
    }
    if input.dim != 1 && input.dim != 2 { throw EmberwingError.runtime("stft: expected a 1D or 2D tensor") }
    let complex = input.dtype.isComplex || (window?.dtype.isComplex ?? false)
    guard let pairs = returnComplex ?? (complex ? true : nil) else {
      throw EmberwingError.runtime(
        "stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.")
    }
    // The limit keeps the sizes below from overflowing; no memory holds such a frame.
    if nFft <= 0 || nFft > 1 << 40 {
      throw EmberwingError.runtime("stft: expected n_fft > 0 that memory can hold, but got n_fft=\(nFft)")
    }
    let (hop, width) = (hopLength ?? nFft / 4, winLength ?? nFft)
    if hop <= 0 { throw EmberwingError.runtime("stft: expected hop_length > 0, but got hop_length=\(hop)") }
    if width <= 0 || width > nFft {
      throw EmberwingError.runtime("stft: expected 0 < win_length <= n_fft, but got win_length=\(width)")
    }
    if let window, window.dim != 1 || window.shape[0] != width {
      throw EmberwingError.runtime(
        "stft: expected a 1D window tensor of size equal to win_length=\(width), but got window with size \(window.shape)")
    }
    if complex && onesided == true {
      throw EmberwingError.runtime("Cannot have onesided output if window or input is complex")
    }
    var signal = input
    if center {
      signal = try widened(input, nFft / 2, padMode)
    } else if alignToWindow == true {
      signal = try widened(input, (nFft - width) / 2, "constant")
    }
    let length = signal.shape[signal.dim - 1]
    if nFft > length { throw EmberwingError.runtime("stft: expected 0 < n_fft <= \(length), but got n_fft=\(nFft)") }
    var frames = try unfold(signal, -1, nFft, hop)
    if let window {
      frames = try mul(frames, .tensor(try centered(window, nFft)))
    } else if width < nFft {
      let ones = try full([width], .float(1), input.dtype)
      frames = try mul(frames, .tensor(try centered(ones, nFft)))
    }
    let norm = normalized ? "ortho" : nil
    let half = onesided ?? !complex
    let spectra = half ? try fftRfft(frames, nil, -1, norm) : try fftFft(frames, nil, -1, norm)
    let out = try transpose(spectra, -1, -2)
    return pairs ? out : try viewAsReal(out)
  }

  public static func istft(
    _ input: Tensor, _ nFft: Int, _ hopLength: Int?, _ winLength: Int?, _ window: Tensor?, _ center: Bool,
    _ normalized: Bool, _ onesided: Bool?, _ length: Int?, _ returnComplex: Bool
  ) throws -> Tensor {
    guard input.dtype.isComplex else {
      throw EmberwingError.type(
        "istft requires a complex-valued input tensor matching the output from stft with return_complex=True.")
    }
    if input.count == 0 { throw EmberwingError.runtime("istft: input tensor cannot be empty.") }
    if input.dim != 2 && input.dim != 3 {
      throw EmberwingError.runtime("istft: expected a tensor with 2 or 3 dimensions, but got \(input.dim)")
    }
    if nFft <= 0 { throw EmberwingError.runtime("istft: expected n_fft > 0, but got n_fft=\(nFft)") }
    let (hop, width) = (hopLength ?? nFft / 4, winLength ?? nFft)
    let complexWindow = window?.dtype.isComplex ?? false
    let half = onesided ?? !(returnComplex || complexWindow)
    let frequencies = input.shape[input.dim - 2]
    if half && frequencies != nFft / 2 + 1 {
      throw EmberwingError.runtime(
        "istft: expected the frequency dimension of the input tensor to match n_fft / 2 + 1 when onesided=True, but got \(frequencies)")
    }
    if !half && frequencies != nFft {
      throw EmberwingError.runtime(
        "istft: expected the frequency dimension of the input tensor to match n_fft when onesided=False, but got \(frequencies)")
    }
    if hop <= 0 || hop > width { throw EmberwingError.runtime("istft: expected 0 < hop_length <= win_length") }
    if width <= 0 || width > nFft { throw EmberwingError.runtime("istft: expected 0 < win_length <= n_fft") }
    if let window, window.dim != 1 || window.shape[0] != width {
      throw EmberwingError.runtime("istft: Invalid window shape. window has to be 1D and length of `win_length`")
    }
    if complexWindow && !returnComplex {
      throw EmberwingError.runtime("istft: Complex windows are incompatible with return_complex=False")
    }
    if returnComplex && half {
      throw EmberwingError.runtime("Cannot have onesided output if window or input is complex")
    }
    if let length, length < 0 { throw EmberwingError.runtime("istft: expected length >= 0, but got length=\(length)") }
    let shape = try centered(try window ?? full([width], .float(1), input.dtype.realType), nFft)
    let spectra = try transpose(input, -1, -2)
    let norm = normalized ? "ortho" : nil
    var frames: Tensor
    if returnComplex {
      frames = try fftIfft(spectra, nil, -1, norm)
    } else {
      frames = try fftIrfft(half ? spectra : try narrow(spectra, -1, 0, nFft / 2 + 1), nFft, -1, norm)
    }
    frames = try mul(frames, .tensor(shape))
    let count = frames.shape[frames.dim - 2]
    let total = nFft + hop * (count - 1)
    let places = try indices(count * nFft) { $0 / nFft * hop + $0 % nFft }
    var signal = try added(frames, places, total, batched: input.dim == 3)
    let weights = try expand(try unsqueeze(try square(shape), 0), [count, nFft])
    let envelope = try added(weights, places, total, batched: false)
    let start = center ? nFft / 2 : 0
    let (wanted, overflow) = start.addingReportingOverflow(length ?? 0)
    let end = length != nil ? wanted : center ? total - nFft / 2 : total
    let stop = Swift.min(end, total)
    if overflow || stop <= start { throw EmberwingError.runtime("istft: nothing is left of the signal") }
    signal = try narrow(signal, -1, start, stop - start)
    let scale = try narrow(envelope, 0, start, stop - start)
    let smallest = try withGradMode(false) { try amin(try abs(scale), [], false) }
    if isTrue(try compare(.le, "istft", smallest, .scalar(.float(1e-11)))) {
      throw EmberwingError.runtime("istft: window overlap add min: 1")
    }
    signal = try div(signal, .tensor(scale))
    if end <= stop { return signal }
    var rest = signal.shape
    rest[rest.count - 1] = end - stop
    return try cat([signal, try Tensor.zeros(rest, signal.dtype)], -1)
  }

  /// Frames `[…, count, n]` added up at `places` of a signal of `total` elements.
  private static func added(_ frames: Tensor, _ places: Tensor, _ total: Int, batched: Bool) throws -> Tensor {
    let complex = frames.dtype.isComplex
    let n = places.count
    let lead: Shape = batched ? [frames.shape[0]] : []
    let tail: Shape = complex ? [2] : []
    let values = complex ? try viewAsReal(try contiguous(frames)) : frames
    let zeros = try Tensor.zeros(lead + [total] + tail, values.dtype)
    let sums = try indexAdd(zeros, lead.count, places, try reshape(values, lead + [n] + tail), .int(1))
    return complex ? try viewAsComplex(sums) : sums
  }

  static func registerShortTime(_ r: inout Registry) {
    r.add(
      "stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False, onesided=None, return_complex=None, align_to_window=None)",
      stft, "The spectra of windowed frames of a signal, as columns.",
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in
          let x = Value.tensor(try m.tensor([8]))
          let rest: [Value] = [.none, .none, .none, .bool(true), .string("reflect"), .bool(false), .none]
          return [
            (arguments: [x, .int(4)] + rest + [.none, .none], message: "requires the return_complex parameter"),
            (arguments: [x, .int(0)] + rest + [.bool(true), .none], message: "expected n_fft > 0 that"),
            (arguments: [x, .int(40)] + rest + [.bool(true), .none], message: "Padding size should be less"),
          ]
        }
      ) { m in
        [
          [
            .tensor(try m.tensor([12])), .int(4), .none, .none, .tensor(try m.tensor([4], 0.5, 1)), .bool(true),
            .string("reflect"), .bool(false), .none, .bool(false), .none,
          ],
          [
            .tensor(try m.tensor([2, 12])), .int(6), .int(2), .int(4), .none, .bool(false), .string("constant"),
            .bool(true), .bool(false), .bool(false), .bool(true),
          ],
        ]
      })
    r.add(
      "istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None, return_complex=False)",
      istft, "The signal whose windowed frames have the given spectra.",
      samples: Samples(
        dtypes: [.float32], differentiable: false,
        bad: { m in
          let rest: [Value] = [.none, .none, .none, .bool(true), .bool(false), .none, .none, .bool(false)]
          return [(arguments: [.tensor(try m.tensor([3, 4])), .int(4)] + rest, message: "requires a complex-valued input")]
        }
      ) { m in
        let spectra = try viewAsComplex(try m.tensor([3, 5, 2]))
        return [[
          .tensor(spectra), .int(4), .int(2), .none, .none, .bool(true), .bool(false), .none, .none, .bool(false),
        ]]
      })
  }
}
