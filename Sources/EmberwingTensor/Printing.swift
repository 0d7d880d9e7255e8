#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// How tensors print (`torch.set_printoptions`).
public struct PrintOptions: Sendable, Equatable {
  /// Digits after the point.
  public var precision = 4
  /// Tensors with more elements are summarised.
  public var threshold = 1000
  /// Elements shown at either end of a summarised dimension.
  public var edgeItems = 3
  /// Characters in a line.
  public var lineWidth = 80
  /// Scientific notation always, never, or (nil) where the values call for it.
  public var scientific: Bool?

  public init() {}

  private static let shared = Mutex(PrintOptions())

  /// The options that `description` uses.
  public static var current: PrintOptions {
    get { shared.withLock { $0 } }
    set { shared.withLock { $0 = newValue } }
  }
}

/// The look that all numbers of one tensor share: width, integers with a bare point, or scientific notation.
private struct NumberFormat {
  let options: PrintOptions
  let isFloating: Bool
  /// Integers are the bits of a uint64.
  let isUnsigned: Bool
  var wholeNumbers = true
  var scientific = false
  var width = 1

  init(_ values: [Scalar], floating: Bool, unsigned: Bool = false, _ options: PrintOptions) {
    self.options = options
    isFloating = floating
    isUnsigned = unsigned
    if !floating {
      for v in values { width = Swift.max(width, integer(v).utf8.count) }
      return
    }
    var low = Double.infinity
    var high = 0.0
    var any = false
    for v in values {
      let x = v.double
      if !x.isFinite || x == 0 { continue }
      any = true
      low = Swift.min(low, Swift.abs(x))
      high = Swift.max(high, Swift.abs(x))
      if x != x.rounded(.up) { wholeNumbers = false }
    }
    if !any { return }
    scientific = options.scientific ?? (high / low > 1000 || high > 1e8 || low < 1e-4)
    for v in values {
      let x = v.double
      if !x.isFinite || x == 0 { continue }
      let n = digits(x).utf8.count + (wholeNumbers && !scientific ? 1 : 0)
      width = Swift.max(width, n)
    }
  }

  private func digits(_ x: Double) -> String {
    if !x.isFinite { return x.isNaN ? "nan" : x < 0 ? "-inf" : "inf" }
    if scientific { return formatted(x, UInt8(ascii: "e"), options.precision) }
    return formatted(x, UInt8(ascii: "f"), wholeNumbers ? 0 : options.precision)
  }

  private func integer(_ v: Scalar) -> String {
    switch v {
    case .bool(let b): b ? "True" : "False"
    case .int(let bits): isUnsigned ? String(UInt64(bitPattern: Int64(bits))) : String(bits)
    default: String(v.int64)
    }
  }

  func text(_ v: Scalar) -> String { text(isFloating ? floating(v.double) : integer(v)) }

  private func floating(_ x: Double) -> String {
    let s = digits(x)
    return wholeNumbers && !scientific && x.isFinite ? s + "." : s
  }

  private func text(_ s: String) -> String {
    let missing = width - s.utf8.count
    return missing > 0 ? String(repeating: " ", count: missing) + s : s
  }
}

/// C's `%.*f` and `%.*e`.
private func formatted(_ x: Double, _ kind: UInt8, _ precision: Int) -> String {
  let digits = Swift.min(Swift.max(precision, 0), 300)
  var format: [CChar] = [0x25, 0x2E, 0x2A, CChar(kind), 0]
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 700) { buffer in
    guard let p = buffer.baseAddress else { return "" }
    let n = format.withUnsafeMutableBufferPointer { f in
      withVaList([Int32(digits), x]) { vsnprintf(p, 700, f.baseAddress ?? p, $0) }
    }
    return n > 0 ? String(cString: p) : ""
  }
}

/// Prints one tensor: finds the format from all values shown, then lays out brackets and lines.
private struct Printer {
  let tensor: Tensor
  let options: PrintOptions
  let summarize: Bool
  var formats: [NumberFormat] = []

  init(_ tensor: Tensor, _ options: PrintOptions) {
    self.tensor = tensor
    self.options = options
    summarize = tensor.count > options.threshold
    var values: [Scalar] = []
    collect(0, tensor.impl.offset, &values)
    if tensor.dtype.isComplex {
      formats = [
        NumberFormat(values.map { .float($0.double) }, floating: true, options),
        NumberFormat(values.map { .float($0.imaginary) }, floating: true, options),
      ]
    } else {
      formats = [
        NumberFormat(
          values, floating: tensor.dtype.isFloatingPoint, unsigned: tensor.dtype == .uint64, options)
      ]
    }
  }

  /// The indices shown of a dimension; nil marks the dots.
  private func shown(_ d: Int) -> [Int?] {
    let n = tensor.shape[d]
    let edge = Swift.max(options.edgeItems, 0)
    if !summarize || n / 2 < edge || n <= 2 * edge { return (0..<n).map { $0 } }
    return (0..<edge).map { $0 } + [nil] + (n - edge..<n).map { $0 }
  }

  private func load(_ offset: Int) -> Scalar {
    Scalar(loading: UnsafeRawPointer(tensor.storage.data + offset * tensor.dtype.size), as: tensor.dtype)
  }

  private func collect(_ d: Int, _ offset: Int, _ values: inout [Scalar]) {
    if d == tensor.dim { return values.append(load(offset)) }
    // Where nothing of a vector is shown, all of it still makes the format, as in PyTorch.
    let items = summarize && options.edgeItems <= 0 && tensor.dim == 1 ? (0..<tensor.shape[d]).map { $0 } : shown(d)
    for case let i? in items { collect(d + 1, offset + i * tensor.strides[d], &values) }
  }

  private func number(_ offset: Int) -> String {
    let v = load(offset)
    guard formats.count == 2 else { return formats[0].text(v) }
    let imaginary = formats[1].text(.float(v.imaginary)) + "j"
    let bare = String(imaginary.drop { $0 == " " })
    return formats[0].text(.float(v.double)) + (bare.hasPrefix("-") ? bare : "+" + bare)
  }

  func body(_ d: Int, _ offset: Int, _ indent: Int) -> String {
    if tensor.dim == 0 { return number(offset) }
    let step = tensor.strides[d]
    let items = shown(d)
    let pad = String(repeating: " ", count: indent + 1)
    if d < tensor.dim - 1 {
      let rows = items.map { i in i.map { body(d + 1, offset + $0 * step, indent + 1) } ?? "..." }
      return "["
        + rows.joined(separator: "," + String(repeating: "\n", count: tensor.dim - d - 1) + pad) + "]"
    }
    var length = formats[0].width + 2
    if formats.count == 2 { length += formats[1].width + 1 }
    let perLine = Swift.max(1, (options.lineWidth - indent) / length)
    let hidden = summarize && options.edgeItems <= 0
    let texts = hidden ? ["..."] : items.map { i in i.map { number(offset + $0 * step) } ?? " ..." }
    var lines: [String] = []
    var at = 0
    while at < texts.count {
      let end = Swift.min(texts.count, at + perLine)
      lines.append(texts[at..<end].joined(separator: ", "))
      at = end
    }
    return "[" + lines.joined(separator: ",\n" + pad) + "]"
  }
}

extension Tensor: CustomStringConvertible {
  /// The tensor as PyTorch prints it.
  public var description: String { formatted(PrintOptions.current) }

  /// The tensor as PyTorch prints it under these options; `prefix` is the name before the parenthesis, `contents` stands
  /// in the place of the numbers.
  public func formatted(
    _ options: PrintOptions, prefix name: String = "tensor", contents: String? = nil
  ) -> String {
    let prefix = name + "("
    var suffixes: [String] = []
    var text: String
    if count == 0 {
      if dim != 1 { suffixes.append("size=" + tuple(shape)) }
      if dtype != DefaultDType.current { suffixes.append("dtype=torch.\(dtype.name)") }
      text = prefix + (contents ?? "[]")
    } else {
      if options.edgeItems <= 0 { suffixes.append("size=" + tuple(shape)) }
      let implied: [DType] = [DefaultDType.current, DefaultDType.current.complexType, .int64, .bool]
      if !implied.contains(dtype) { suffixes.append("dtype=torch.\(dtype.name)") }
      text = prefix + (contents ?? Printer(self, options).body(0, impl.offset, prefix.utf8.count))
    }
    if let node = gradFn {
      suffixes.append("grad_fn=<\(node.name)>")
    } else if requiresGrad {
      suffixes.append("requires_grad=True")
    }
    let indent = prefix.utf8.count
    let tail = text.utf8.lastIndex(of: 10).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) }
    var lineLength = (tail ?? text.utf8.count + 1) + 1
    for s in suffixes {
      if lineLength + s.utf8.count + 2 > options.lineWidth {
        text += ",\n" + String(repeating: " ", count: indent) + s
        lineLength = indent + s.utf8.count
      } else {
        text += ", " + s
        lineLength += s.utf8.count + 2
      }
    }
    return text + ")"
  }

  private func tuple(_ s: Shape) -> String {
    "(" + s.map(String.init).joined(separator: ", ") + (s.count == 1 ? ",)" : ")")
  }
}
