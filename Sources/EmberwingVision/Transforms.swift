import EmberwingTensor

/// A step that makes one image tensor of another; steps are put together with `compose`.
public struct Transform: Sendable {
  private let body: @Sendable (Tensor) throws -> Tensor

  public init(_ body: @escaping @Sendable (Tensor) throws -> Tensor) { self.body = body }

  public func callAsFunction(_ image: Tensor) throws -> Tensor { try body(image) }

  /// The steps one after another.
  public static func compose(_ steps: [Transform]) -> Transform {
    Transform { image in
      var x = image
      for s in steps { x = try s(x) }
      return x
    }
  }

  public static func resize(
    _ height: Int, _ width: Int, _ mode: Interpolation = .bilinear, antialias: Bool = true
  ) -> Transform { Transform { try Images.resize($0, height, width, mode, antialias: antialias) } }
  public static var toTensor: Transform { Transform { try Images.toTensor($0) } }
  public static func normalize(mean: [Double], std: [Double]) -> Transform {
    Transform { try Images.normalize($0, mean: mean, std: std) }
  }
  public static func centerCrop(_ height: Int, _ width: Int) -> Transform {
    Transform { try Images.centerCrop($0, height, width) }
  }
  public static var horizontalFlip: Transform { Transform { try Images.horizontalFlip($0) } }
  public static var verticalFlip: Transform { Transform { try Images.verticalFlip($0) } }
  public static func pad(left: Int, top: Int, right: Int, bottom: Int, value: Double = 0) -> Transform {
    Transform { try Images.pad($0, left: left, top: top, right: right, bottom: bottom, value: value) }
  }
}

/// Functions on image tensors `[..., height, width]`; their results lie outside the autograd graph.
public enum Images {
  private static func extent(_ x: Tensor, _ name: String) throws -> (outer: Int, height: Int, width: Int) {
    guard x.dim >= 2 else {
      throw EmberwingError.type("\(name): Tensor is not a torch image. Expected [..., H, W], got shape \(x.shape)")
    }
    let (h, w) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
    return (x.shape.slice(0..<x.dim - 2).product, h, w)
  }

  /// Resizes to `height` × `width`. With `antialias`, `uint8` images give Pillow's bytes, and floats torch's
  /// `interpolate(antialias=True)`; without, pixels are sampled as by `interpolate`. `nearest` takes centres (Pillow) for
  /// `uint8` with antialias, corners (torch) otherwise.
  public static func resize(
    _ image: Tensor, _ height: Int, _ width: Int, _ mode: Interpolation = .bilinear, antialias: Bool = true
  ) throws -> Tensor {
    let (outer, h, w) = try extent(image, "resize")
    if height <= 0 || width <= 0 || h <= 0 || w <= 0 {
      throw EmberwingError.runtime(
        "Input and output sizes should be greater than 0, but got input (H: \(h), W: \(w)) output (H: \(height), W: \(width))"
      )
    }
    if image.dtype == .float16 || image.dtype == .bfloat16 {
      return try Ops.to(try resize(try Ops.to(image, .float32), height, width, mode, antialias: antialias), image.dtype)
    }
    let x = try Ops.contiguous(image)
    let lead = x.shape.slice(0..<x.dim - 2)
    if mode == .nearest {
      let pillow = antialias && image.dtype == .uint8
      let wide = try Tensor.empty(lead + [h, width], x.dtype)
      Resampler.nearest(x, outer: outer * h, size: w, to: width, inner: 1, pillow: pillow, into: wide)
      let out = try Tensor.empty(lead + [height, width], x.dtype)
      Resampler.nearest(wide, outer: outer, size: h, to: height, inner: width, pillow: pillow, into: out)
      return out
    }
    guard x.dtype == .uint8 || x.dtype == .float32 || x.dtype == .float64 else {
      throw EmberwingError.notImplemented("resize: \"\(mode)\" is not implemented for '\(x.dtype.scalarTypeName)'")
    }
    if !antialias && mode != .bilinear && mode != .bicubic {
      throw EmberwingError.value("resize: \(mode) needs antialias")
    }
    if !antialias && x.dtype == .uint8 {
      return try roundToBytes(try resize(try Ops.to(x, .float32), height, width, mode, antialias: false))
    }
    func weights(_ from: Int, _ to: Int) throws -> ResampleWeights {
      antialias
        ? try ResampleWeights(from: from, to: to, mode, antialias: true, cubic: -0.5)
        : try ResampleWeights(sampling: from, to: to, mode, cubic: -0.75)
    }
    // Pillow leaves an axis alone whose size stays; rows first, then columns.
    var y = x
    if width != w {
      let k = try weights(w, width)
      let out = try Tensor.empty(lead + [h, width], x.dtype)
      apply(y, outer: outer * h, size: w, inner: 1, k, into: out)
      y = out
    }
    if height != h {
      let k = try weights(h, height)
      let out = try Tensor.empty(lead + [height, width], x.dtype)
      apply(y, outer: outer, size: h, inner: width, k, into: out)
      y = out
    }
    return y.storage === image.storage ? try copy(y) : y
  }

  private static func apply(
    _ x: Tensor, outer: Int, size: Int, inner: Int, _ w: ResampleWeights, into out: Tensor
  ) {
    switch x.dtype {
    case .uint8: Resampler.bytes(x, outer: outer, size: size, inner: inner, w, into: out)
    case .float32: Resampler.floats(x, outer: outer, size: size, inner: inner, w, into: out, Float.self)
    default: Resampler.floats(x, outer: outer, size: size, inner: inner, w, into: out, Double.self)
    }
  }

  private static func copy(_ x: Tensor) throws -> Tensor {
    try Tensor.copying(x.data, shape: x.shape, dtype: x.dtype)
  }

  private static func roundToBytes(_ x: Tensor) throws -> Tensor {
    let out = try Tensor.empty(x.shape, .uint8)
    let (p, q) = (x.data.assumingMemoryBound(to: Float.self), out.data.assumingMemoryBound(to: UInt8.self))
    for i in 0..<x.count { q[i] = UInt8(Swift.min(Swift.max(p[i].rounded(.toNearestOrEven), 0), 255)) }
    return out
  }

  /// `uint8` `[H, W, C]` or `[H, W]` to `float32` `[C, H, W]` in [0, 1]; other dtypes keep their values.
  public static func toTensor(_ image: Tensor) throws -> Tensor {
    guard image.dim == 2 || image.dim == 3 else {
      throw EmberwingError.value("pic should be 2/3 dimensional. Got \(image.dim) dimensions.")
    }
    let (h, w, c) = (image.shape[0], image.shape[1], image.dim == 3 ? image.shape[2] : 1)
    let s = image.strides
    let planes = try Tensor.window(
      image.storage, shape: [c, h, w], strides: [image.dim == 3 ? s[2] : 1, s[0], s[1]], offset: image.impl.offset,
      dtype: image.dtype)
    if image.dtype != .uint8 {
      let x = try Ops.contiguous(planes)
      return x.storage === image.storage ? try copy(x) : x
    }
    let out = try Tensor.empty([c, h, w], .float32)
    let p = planes.data.assumingMemoryBound(to: UInt8.self)
    let q = out.data.assumingMemoryBound(to: Float.self)
    let t = planes.strides
    parallelFor(c * h, grain: Swift.max(1, 65536 / Swift.max(w, 1))) { lo, hi in
      for row in lo..<hi {
        let from = p + row / h * t[0] + row % h * t[1]
        for j in 0..<w { q[row * w + j] = Float(from[j * t[2]]) / 255 }
      }
    }
    return out
  }

  /// `(x - mean[c]) / std[c]` for images `[..., C, H, W]`; one value serves all channels.
  public static func normalize(_ image: Tensor, mean: [Double], std: [Double]) throws -> Tensor {
    guard image.dtype.isFloatingPoint else {
      throw EmberwingError.type("Input tensor should be a float tensor. Got \(image.dtype.name).")
    }
    guard image.dim >= 3 else {
      throw EmberwingError.value(
        "Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = \(image.shape)")
    }
    for s in std where s == 0 {
      throw EmberwingError.value(
        "std evaluated to zero after conversion to \(image.dtype.name), leading to division by zero.")
    }
    let c = image.shape[image.dim - 3]
    for n in [mean.count, std.count] where n != c && n != 1 {
      throw EmberwingError.runtime(
        "The size of tensor a (\(c)) must match the size of tensor b (\(n)) at non-singleton dimension 0")
    }
    if image.dtype != .float32 && image.dtype != .float64 {
      return try Ops.to(try normalize(try Ops.to(image, .float32), mean: mean, std: std), image.dtype)
    }
    let x = try Ops.contiguous(image)
    let out = try Tensor.empty(x.shape, x.dtype)
    if x.count == 0 { return out }
    let plane = x.shape[x.dim - 2] * x.shape[x.dim - 1]
    parallelFor(x.count / plane, grain: Swift.max(1, 65536 / plane)) { lo, hi in
      for k in lo..<hi {
        let (m, s) = (mean.count == 1 ? mean[0] : mean[k % c], std.count == 1 ? std[0] : std[k % c])
        if x.dtype == .float32 {
          let (p, q) = (x.data.assumingMemoryBound(to: Float.self), out.data.assumingMemoryBound(to: Float.self))
          let (m, s) = (Float(m), Float(s))
          for i in k * plane..<(k + 1) * plane { q[i] = (p[i] - m) / s }
        } else {
          let (p, q) = (x.data.assumingMemoryBound(to: Double.self), out.data.assumingMemoryBound(to: Double.self))
          for i in k * plane..<(k + 1) * plane { q[i] = (p[i] - m) / s }
        }
      }
    }
    return out
  }

  /// A frame of `value` around the image.
  public static func pad(
    _ image: Tensor, left: Int, top: Int, right: Int, bottom: Int, value: Double = 0
  ) throws -> Tensor {
    for n in [left, top, right, bottom] where n < 0 || n > 1 << 30 {
      throw EmberwingError.value("pad: a padding of \(n) is not supported; crop instead")
    }
    return try window(image, "pad", top: -top, left: -left, bottom: bottom, right: right, value)
  }

  /// The middle `height` × `width`; a smaller image gets a frame of zeros.
  public static func centerCrop(_ image: Tensor, _ height: Int, _ width: Int) throws -> Tensor {
    let (_, h, w) = try extent(image, "center_crop")
    if height < 0 || width < 0 || height > 1 << 30 || width > 1 << 30 {
      throw EmberwingError.value("center_crop: the size (\(height), \(width)) is out of range")
    }
    // torchvision pads first, then rounds half to even.
    let (padTop, padLeft) = (Swift.max(0, (height - h) / 2), Swift.max(0, (width - w) / 2))
    let (padBottom, padRight) = (Swift.max(0, (height - h + 1) / 2), Swift.max(0, (width - w + 1) / 2))
    let (tall, broad) = (h + padTop + padBottom, w + padLeft + padRight)
    let top = Int((Double(tall - height) / 2).rounded(.toNearestOrEven))
    let left = Int((Double(broad - width) / 2).rounded(.toNearestOrEven))
    return try window(
      image, "center_crop", top: top - padTop, left: left - padLeft, bottom: top - padTop + height - h,
      right: left - padLeft + width - w, 0)
  }

  /// Rows `top ..< h + bottom` and columns `left ..< w + right`, `value` where there is no pixel.
  private static func window(
    _ image: Tensor, _ name: String, top: Int, left: Int, bottom: Int, right: Int, _ value: Double
  ) throws -> Tensor {
    let (outer, h, w) = try extent(image, name)
    let x = try Ops.contiguous(image)
    let (rows, columns) = (h + bottom - top, w + right - left)
    let out = try Tensor.zeros(x.shape.slice(0..<x.dim - 2) + [rows, columns], x.dtype)
    let size = x.dtype.size
    if value != 0 {
      let one = try Ops.to(try Tensor.copying([value], shape: [], dtype: .float64), x.dtype)
      for i in 0..<out.count { (out.data + i * size).copyMemory(from: one.data, byteCount: size) }
    }
    let from = Swift.max(left, 0)
    let n = Swift.min(w, left + columns) - from
    if n <= 0 { return out }
    for o in 0..<outer {
      for r in 0..<rows where r + top >= 0 && r + top < h {
        let target = out.data + ((o * rows + r) * columns + from - left) * size
        target.copyMemory(from: x.data + ((o * h + r + top) * w + from) * size, byteCount: n * size)
      }
    }
    return out
  }

  /// Mirrors left and right.
  public static func horizontalFlip(_ image: Tensor) throws -> Tensor {
    let (outer, h, w) = try extent(image, "hflip")
    let x = try Ops.contiguous(image)
    let out = try Tensor.empty(x.shape, x.dtype)
    let size = x.dtype.size
    parallelFor(outer * h, grain: Swift.max(1, 65536 / Swift.max(w, 1))) { lo, hi in
      for r in lo..<hi {
        for j in 0..<w {
          (out.data + (r * w + j) * size).copyMemory(from: x.data + (r * w + w - 1 - j) * size, byteCount: size)
        }
      }
    }
    return out
  }

  /// Mirrors top and bottom.
  public static func verticalFlip(_ image: Tensor) throws -> Tensor {
    let (outer, h, w) = try extent(image, "vflip")
    let x = try Ops.contiguous(image)
    let out = try Tensor.empty(x.shape, x.dtype)
    let bytes = w * x.dtype.size
    for o in 0..<outer {
      for r in 0..<h {
        (out.data + (o * h + r) * bytes).copyMemory(from: x.data + (o * h + h - 1 - r) * bytes, byteCount: bytes)
      }
    }
    return out
  }
}
