// Sliding windows as columns and back, and the rearrangements between channels and space.
extension Ops {
  private struct Sliding {
    var kernel: Shape, dilation: Shape, padding: Shape, stride: Shape
    var padded: Shape
    var out: Shape
  }

  private static func sliding(
    _ op: String, _ size: Shape, _ kernel: Shape, _ dilation: Shape, _ padding: Shape, _ stride: Shape, _ shape: Shape
  ) throws -> Sliding {
    let k = try poolSetting(op, "kernel_size", kernel, 2)
    let d = try poolSetting(op, "dilation", dilation, 2)
    let p = try poolSetting(op, "padding", padding, 2)
    let s = try poolSetting(op, "stride", stride, 2)
    for (name, v) in [("kernel size", k), ("stride", s), ("dilation", d)] where v[0] <= 0 || v[1] <= 0 {
      throw EmberwingError.runtime("\(name) should be greater than zero, but got \(v)")
    }
    if p[0] < 0 || p[1] < 0 { throw EmberwingError.runtime("padding should be non-negative, but got \(p)") }
    var (padded, out) = (Shape(), Shape())
    for i in 0..<2 {
      padded.append(size[i] + 2 * p[i])
      let span = padded[i] - d[i] * (k[i] - 1) - 1
      out.append(span < 0 ? 0 : span / s[i] + 1)
      if out[i] < 1 {
        throw EmberwingError.runtime(
          "Given input with spatial size (\(size[0]), \(size[1])), kernel_size=(\(k[0]), \(k[1])), dilation=(\(d[0]), \(d[1])), padding=(\(p[0]), \(p[1])), stride=(\(s[0]), \(s[1])), calculated shape of the array of sliding blocks as (\(out[0]), \(out[1])), but its components must be at least one.")
      }
    }
    return Sliding(kernel: k, dilation: d, padding: p, stride: s, padded: padded, out: out)
  }

  /// [N, C, H, W] → [N, C · kH · kW, L]: every window a column.
  public static func im2col(
    _ input: Tensor, _ kernelSize: Shape, _ dilation: Shape, _ padding: Shape, _ stride: Shape
  ) throws -> Tensor {
    if input.dim != 3 && input.dim != 4 || input.shape.slice((input.dim - 3)..<input.dim).product == 0 {
      throw EmberwingError.runtime(
        "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: \(input.shape)")
    }
    if input.dim == 3 {
      return try squeeze(try im2col(try unsqueeze(input, 0), kernelSize, dilation, padding, stride), [0])
    }
    let size = input.shape.slice(2..<4)
    let w = try sliding("im2col", size, kernelSize, dilation, padding, stride, input.shape)
    let (n, c) = (input.shape[0], input.shape[1])
    let out = try withGradMode(false) {
      let x = try contiguous(
        try constantPadNd(input, [w.padding[1], w.padding[1], w.padding[0], w.padding[0]], 0))
      let row = w.padded[1]
      let windows = try asStrided(
        x, [n, c, w.kernel[0], w.kernel[1], w.out[0], w.out[1]],
        [
          c &* w.padded.product, w.padded.product, w.dilation[0] &* row, w.dilation[1], w.stride[0] &* row, w.stride[1],
        ], nil)
      return try reshape(
        try cloneContiguousData(windows), [n, c &* w.kernel.product, w.out.product]).alias()
    }
    return out.recorded("Im2ColBackward0", input) { g, _ in
      Grads(try col2im(g, size, kernelSize, dilation, padding, stride))
    }
  }

  /// [N, C · kH · kW, L] → [N, C, H, W]: the columns added where their windows lie.
  public static func col2im(
    _ input: Tensor, _ outputSize: Shape, _ kernelSize: Shape, _ dilation: Shape, _ padding: Shape, _ stride: Shape
  ) throws -> Tensor {
    let size = try poolSetting("col2im", "output_size", outputSize, 2)
    for s in size where s <= 0 { throw EmberwingError.runtime("output_size should be greater than zero, but got \(size)") }
    if input.dim != 2 && input.dim != 3 || input.shape.slice((input.dim - 2)..<input.dim).product == 0 {
      throw EmberwingError.runtime(
        "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: \(input.shape)")
    }
    if input.dim == 2 {
      return try squeeze(try col2im(try unsqueeze(input, 0), size, kernelSize, dilation, padding, stride), [0])
    }
    let w = try sliding("col2im", size, kernelSize, dilation, padding, stride, input.shape)
    let (n, window) = (input.shape[0], w.kernel.product)
    if input.shape[1] % window != 0 {
      throw EmberwingError.runtime(
        "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=\(input.shape[1]) and kernel_size=(\(w.kernel[0]), \(w.kernel[1])).")
    }
    if input.shape[2] != w.out.product {
      throw EmberwingError.runtime(
        "Given output_size=(\(size[0]), \(size[1])), kernel_size=(\(w.kernel[0]), \(w.kernel[1])), dilation=(\(w.dilation[0]), \(w.dilation[1])), padding=(\(w.padding[0]), \(w.padding[1])), stride=(\(w.stride[0]), \(w.stride[1])), expected size of input's dimension 2 to match the calculated number of sliding blocks \(w.out[0]) * \(w.out[1]) = \(w.out.product), but got input.size(2)=\(input.shape[2]).")
    }
    let c = input.shape[1] / window
    let out = try withGradMode(false) {
      let columns = try reshape(input, [n, c, w.kernel[0], w.kernel[1], w.out[0], w.out[1]])
      let sum = try Tensor.zeros([n, c] + w.padded, input.dtype)
      for i in 0..<w.kernel[0] {
        for j in 0..<w.kernel[1] {
          var view = sliced(sum, 2, i &* w.dilation[0], w.out[0], w.stride[0])
          view = sliced(view, 3, j &* w.dilation[1], w.out[1], w.stride[1])
          let part = try select(try select(columns, 2, i), 2, j)
          try copyData(into: view, from: try binaryData(.add, "col2im", view, .tensor(part)))
        }
      }
      let inner = try narrow(try narrow(sum, 2, w.padding[0], size[0]), 3, w.padding[1], size[1])
      return try contiguous(inner).alias()
    }
    return out.recorded("Col2ImBackward0", input) { g, _ in
      Grads(try im2col(g, kernelSize, dilation, padding, stride))
    }
  }

  // MARK: channels and space

  public static func pixelShuffle(_ input: Tensor, _ upscaleFactor: Int) throws -> Tensor {
    let r = upscaleFactor
    if input.dim < 3 {
      throw EmberwingError.runtime(
        "pixel_shuffle expects input to have at least 3 dimensions, but got input with \(input.dim) dimension(s)")
    }
    if r <= 0 || r > 1 << 20 {
      throw EmberwingError.runtime("pixel_shuffle expects a positive upscale_factor, but got \(r)")
    }
    let n = input.dim
    let (c, h, w) = (input.shape[n - 3], input.shape[n - 2], input.shape[n - 1])
    if c % (r * r) != 0 {
      throw EmberwingError.runtime(
        "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=\(c) is not divisible by \(r * r)")
    }
    let lead = input.shape.slice(0..<(n - 3))
    let k = lead.count
    let x = try reshape(input, lead + [c / (r * r), r, r, h, w])
    let y = try permute(x, Shape(0..<k) + [k, k + 3, k + 1, k + 4, k + 2])
    return try reshape(try contiguous(y), lead + [c / (r * r), h * r, w * r])
  }

  public static func pixelUnshuffle(_ input: Tensor, _ downscaleFactor: Int) throws -> Tensor {
    let r = downscaleFactor
    if input.dim < 3 {
      throw EmberwingError.runtime(
        "pixel_unshuffle expects input to have at least 3 dimensions, but got input with \(input.dim) dimension(s)")
    }
    if r <= 0 || r > 1 << 20 {
      throw EmberwingError.runtime("pixel_unshuffle expects a positive downscale_factor, but got \(r)")
    }
    let n = input.dim
    let (c, h, w) = (input.shape[n - 3], input.shape[n - 2], input.shape[n - 1])
    for (name, size) in [("height", h), ("width", w)] where size % r != 0 {
      throw EmberwingError.runtime(
        "pixel_unshuffle expects \(name) to be divisible by downscale_factor, but input.size(\(name == "height" ? -2 : -1))=\(size) is not divisible by \(r)")
    }
    let lead = input.shape.slice(0..<(n - 3))
    let k = lead.count
    let x = try reshape(input, lead + [c, h / r, r, w / r, r])
    let y = try permute(x, Shape(0..<k) + [k, k + 2, k + 4, k + 1, k + 3])
    return try reshape(try contiguous(y), lead + [c * r * r, h / r, w / r])
  }

  public static func channelShuffle(_ input: Tensor, _ groups: Int) throws -> Tensor {
    if input.dim < 3 {
      throw EmberwingError.runtime(
        "channel_shuffle expects input with > 2 dims, but got input with sizes \(input.shape)")
    }
    if groups <= 0 { throw EmberwingError.runtime("Number of groups to divide channels in must be positive. Value of groups:\(groups)") }
    let c = input.shape[1]
    if c % groups != 0 {
      throw EmberwingError.runtime("Number of channels must be divisible by groups. Got \(c) channels and \(groups) groups.")
    }
    if input.count == 0 { return input }
    let x = try reshape(input, [input.shape[0], groups, c / groups, input.shape.slice(2..<input.dim).product])
    return try reshape(try contiguous(try transpose(x, 1, 2)), input.shape)
  }

  @_optimize(none)
  static func registerFolding(_ r: inout Registry) {
    let settings: [Value] = [.ints([2]), .ints([1]), .ints([1]), .ints([2])]
    r.add(
      "im2col(input, kernel_size, dilation, padding, stride)", im2col,
      "Sliding windows of planes as columns: [N, C, H, W] becomes [N, C * kH * kW, L].", on: .hidden,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in [(arguments: [.tensor(try m.tensor([2]))] + settings, message: "Expected 3D or 4D")] }
      ) { m in
        [
          [.tensor(try m.tensor([2, 2, 4, 5]))] + settings,
          [.tensor(try m.tensor([1, 5, 5])), .ints([2, 3]), .ints([2, 1]), .ints([0]), .ints([1])],
        ]
      })
    r.add(
      "col2im(input, output_size, kernel_size, dilation, padding, stride)", col2im,
      "Columns added where their windows lie: [N, C * kH * kW, L] becomes [N, C, H, W].", on: .hidden,
      samples: Samples(
        dtypes: Samples.floats,
        bad: { m in [(arguments: [.tensor(try m.tensor([1, 3, 4])), .ints([4])] + settings, message: "divisible by the product")] }
      ) { m in [[.tensor(try m.tensor([2, 8, 9])), .ints([4, 5])] + settings] })
    func shuffle(_ shape: Shape, _ bad: Shape, _ message: String) -> Samples {
      Samples(
        dtypes: Samples.floats + [.int64],
        bad: { m in [(arguments: [.tensor(try m.tensor(bad)), .int(2)], message: message)] }
      ) { m in [[.tensor(try m.tensor(shape)), .int(2)]] }
    }
    let both: Surface = [.function, .nn]
    r.add(
      "pixel_shuffle(input, upscale_factor)", pixelShuffle,
      "Channels to space: [*, C * r * r, H, W] becomes [*, C, H * r, W * r].", on: both,
      samples: shuffle([1, 4, 2, 3], [1, 3, 2, 2], "divisible by the square"))
    r.add(
      "pixel_unshuffle(input, downscale_factor)", pixelUnshuffle,
      "Space to channels: [*, C, H * r, W * r] becomes [*, C * r * r, H, W].", on: both,
      samples: shuffle([1, 2, 4, 2], [1, 1, 3, 2], "divisible by downscale_factor"))
    r.add(
      "channel_shuffle(input, groups)", channelShuffle,
      "Channels of `groups` groups, taken in turn from each.", on: both,
      samples: shuffle([2, 4, 3], [1, 3, 2], "divisible by groups"))
  }
}
