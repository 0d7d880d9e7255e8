// Padding: constants around a window of the result; reflection, replication and wrapping select positions by index.
extension Ops {
  private static func padError(_ x: Tensor, _ what: String) -> EmberwingError {
    .runtime("pad(): \(what) for an input of shape \(x.shape)")
  }

  /// Before and after for every dimension, the first dimension first.
  private static func padPairs(_ x: Tensor, _ pad: Shape) throws -> [(before: Int, after: Int)] {
    if pad.count % 2 != 0 {
      throw EmberwingError.runtime("Length of pad must be even but instead it equals \(pad.count)")
    }
    if pad.count > 2 * x.dim {
      throw EmberwingError.runtime(
        "Length of pad should be no more than twice the number of dimensions of the input. Pad length is \(pad.count) while the input has \(x.dim) dimensions.")
    }
    for v in pad where v > 1 << 48 || v < -(1 << 48) { throw padError(x, "padding \(v) is out of range") }
    var pairs = [(before: Int, after: Int)](repeating: (0, 0), count: x.dim)
    for j in 0..<(pad.count / 2) { pairs[x.dim - 1 - j] = (pad[2 * j], pad[2 * j + 1]) }
    return pairs
  }

  public static func constantPadNd(_ input: Tensor, _ pad: Shape, _ value: Scalar) throws -> Tensor {
    let pairs = try padPairs(input, pad)
    var shape = input.shape
    for (d, p) in pairs.enumerated() {
      shape[d] += p.before + p.after
      if shape[d] < 0 {
        throw EmberwingError.runtime(
          "The input size \(input.shape[d]), plus negative padding \(p.before) and \(p.after) resulted in a negative output size, which is invalid. Check dimension \(d) of your input.")
      }
    }
    let out = try Tensor.empty(shape, input.dtype)
    try withGradMode(false) {
      var (source, target) = (input, out)
      for (d, p) in pairs.enumerated() where p != (0, 0) {
        let length = input.shape[d] + Swift.min(p.before, 0) + Swift.min(p.after, 0)
        source = try narrow(source, d, Swift.max(-p.before, 0), Swift.max(length, 0))
        target = try narrow(target, d, Swift.max(p.before, 0), Swift.max(length, 0))
      }
      if target.count != out.count { try fillData(out, value) }
      if target.count > 0 { try copyData(into: target, from: source) }
    }
    let back = Shape(pad.map { -$0 })
    return out.recorded("ConstantPadNdBackward0", input) { g, _ in Grads(try constantPadNd(g, back, 0)) }
  }

  private static func checkSpatialPad(_ x: Tensor, _ pad: Shape, _ mode: String) throws {
    let n = pad.count / 2
    if pad.count % 2 != 0 || n < 1 || n > 3 || (x.dim != n + 1 && x.dim != n + 2) {
      throw EmberwingError.notImplemented(
        "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now")
    }
    let batched = x.dim == n + 2
    if x.shape.slice((batched ? 1 : 0)..<x.dim).product == 0 {
      throw EmberwingError.runtime(
        "Expected \(n + 1)D or \(n + 2)D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: \(x.shape)")
    }
  }

  /// Which input position each padded position shows; what wraps round is what negative padding leaves.
  private static func padIndex(_ n: Int, _ before: Int, _ after: Int, _ mode: String) throws -> Tensor {
    let t = try Tensor.empty([n + before + after], .int64)
    let p = t.data.assumingMemoryBound(to: Int64.self)
    for j in 0..<t.count {
      var i = j - before
      switch mode {
      case "reflect": i = i < 0 ? -i : i >= n ? 2 * (n - 1) - i : i
      case "replicate": i = Swift.min(Swift.max(i, 0), n - 1)
      default:
        let first = Swift.max(-before, 0)
        let length = n - first + Swift.min(after, 0)
        if length <= 0 { throw EmberwingError.runtime("pad(): negative padding leaves nothing that could wrap round") }
        let turn = (j - Swift.max(before, 0)) % length
        i = first + (turn < 0 ? turn + length : turn)
      }
      p[j] = Int64(i)
    }
    return t
  }

  public static func pad(_ input: Tensor, _ pad: Shape, _ mode: String, _ value: Scalar?) throws -> Tensor {
    if mode == "constant" { return try constantPadNd(input, pad, value ?? 0) }
    if mode != "reflect" && mode != "replicate" && mode != "circular" {
      throw EmberwingError.notImplemented("Unrecognised padding mode \(mode)")
    }
    if let value, value.double != 0 {
      throw EmberwingError.runtime("Padding mode \"\(mode)\" doesn't take in value argument")
    }
    let pairs = try padPairs(input, pad)
    try checkSpatialPad(input, pad, mode)
    if input.dtype == .bool && mode != "circular" { throw unsupported("\(mode)ion_pad", .bool) }
    var y = input
    for (d, p) in pairs.enumerated() where p != (0, 0) {
      let n = input.shape[d]
      if mode == "reflect" && (p.before >= n || p.after >= n) {
        throw EmberwingError.runtime(
          "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (\(p.before), \(p.after)) at dimension \(d) of input \(input.shape)")
      }
      if mode == "circular" && (p.before > n || p.after > n) {
        throw EmberwingError.runtime("Padding value causes wrapping around more than once.")
      }
      if n + p.before + p.after < (mode == "circular" ? 0 : 1) {
        throw EmberwingError.runtime(
          "input (\(input.shape)) is too small: calculated output size \(n + p.before + p.after) at dimension \(d)")
      }
      y = try indexSelect(y, d, try padIndex(n, p.before, p.after, mode))
    }
    return y.impl === input.impl ? try clone(input) : y
  }

  @_optimize(none)
  static func registerPadding(_ r: inout Registry) {
    r.add(
      "constant_pad_nd(input, pad, value=0)", constantPadNd,
      "`value` around the last dimensions; `pad` gives (before, after), the last dimension first; negative ones cut off.",
      on: .function,
      samples: Samples(
        dtypes: Samples.floats + [.int64],
        bad: { m in
          [(arguments: [.tensor(try m.tensor([2])), .ints([-3, 0]), .int(0)], message: "negative output size")]
        }
      ) { m in
        [
          [.tensor(try m.tensor([3])), .ints([1, 2]), .int(3)], [.tensor(try m.tensor([2, 3])), .ints([-1, 1, 2, 0]), .int(0)],
          [.tensor(try m.tensor([2, 0])), .ints([1, 1]), .int(1)], [.tensor(try m.tensor([])), .ints([]), .int(1)],
        ]
      })
    r.add(
      "pad(input, pad, mode='constant', value=None)", pad,
      "Pads the last dimensions with a constant, by reflection, replication or wrapping round (circular).", on: .nn,
      samples: Samples(
        dtypes: Samples.floats + [.int64],
        bad: { m in
          [
            (
              arguments: [.tensor(try m.tensor([1, 3])), .ints([3, 0]), .string("reflect"), .none],
              message: "Padding size should be less"
            )
          ]
        }
      ) { m in
        [
          [.tensor(try m.tensor([2, 4])), .ints([1, 2]), .string("constant"), .none],
          [.tensor(try m.tensor([2, 4])), .ints([2, 1]), .string("reflect"), .none],
          [.tensor(try m.tensor([1, 3, 4])), .ints([2, 1, 1, 0]), .string("replicate"), .none],
          [.tensor(try m.tensor([1, 1, 3, 4])), .ints([-1, 2, 1, 1]), .string("circular"), .none],
          [.tensor(try m.tensor([1, 2, 2, 3])), .ints([1, 1, 0, 1, 1, 1]), .string("replicate"), .none],
        ]
      })
  }
}
