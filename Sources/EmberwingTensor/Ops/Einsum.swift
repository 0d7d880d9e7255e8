// Products of tensors summed over named dimensions, all contracted by batched matrix products.

/// An einsum equation, taken apart and checked against the operands.
private struct Equation {
  /// Label of each dimension of each operand: 0 ..< 52 for letters, from 52 on for what `...` stands for.
  var labels: [[Int]] = []
  /// Labels of the result.
  var output: [Int] = []
  /// Size of each label.
  var size: [Int: Int] = [:]

  private static func label(_ c: Character) -> Int? {
    guard let v = c.asciiValue else { return nil }
    if v >= 65 && v <= 90 { return Int(v) - 65 }
    if v >= 97 && v <= 122 { return Int(v) - 71 }
    return nil
  }

  /// The labels of one subscript, -1 for an ellipsis.
  private static func parse(_ text: Substring, _ role: String) throws -> [Int] {
    var result: [Int] = []
    var dots = 0
    for c in text {
      if c == " " { continue }
      if c == "." {
        dots += 1
        if dots == 3 {
          if result.contains(-1) {
            throw EmberwingError.runtime(
              "einsum(): found \'.\' for \(role) for which an ellipsis was already found")
          }
          result.append(-1)
          dots = 0
        }
        continue
      }
      if dots > 0 {
        throw EmberwingError.runtime("einsum(): found \'.\' for \(role) that is not part of any ellipsis")
      }
      guard let l = label(c) else {
        throw EmberwingError.runtime(
          "einsum(): invalid subscript given at index 0 in the equation string, subscripts must be in [a-zA-Z]: \(c)")
      }
      result.append(l)
    }
    if dots > 0 {
      throw EmberwingError.runtime("einsum(): found \'.\' for \(role) that is not part of any ellipsis")
    }
    return result
  }

  init(_ text: String, _ operands: [Tensor]) throws {
    var left = Substring(text)
    var right: Substring?
    if let arrow = text.range(ofText: "->") {
      left = text[..<arrow.lowerBound]
      right = text[arrow.upperBound...]
    }
    if operands.isEmpty { throw EmberwingError.value("einsum(): must provide at least one operand") }
    let parts = left.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > operands.count {
      throw EmberwingError.value("einsum(): fewer operands were provided than specified in the equation")
    }
    if parts.count < operands.count {
      throw EmberwingError.value("einsum(): more operands were provided than specified in the equation")
    }
    var parsed: [[Int]] = []
    var wide = 0
    for (i, part) in parts.enumerated() {
      let l = try Self.parse(part, "operand \(i)")
      let named = l.count - (l.contains(-1) ? 1 : 0)
      let rank = operands[i].dim
      if l.contains(-1) ? named > rank : named != rank {
        throw EmberwingError.runtime(
          "einsum(): the number of subscripts in the equation (\(named)) \(l.contains(-1) ? "is more than the number of dimensions" : "does not match the number of dimensions") (\(rank)) for operand \(i)\(l.contains(-1) ? "" : " and no ellipsis was given")")
      }
      wide = Swift.max(wide, l.contains(-1) ? rank - named : 0)
      parsed.append(l)
    }
    let ellipsis = (0..<wide).map { 52 + $0 }
    var uses: [Int: Int] = [:]
    for (i, l) in parsed.enumerated() {
      var own: [Int] = []
      for v in l {
        if v >= 0 {
          own.append(v)
        } else {
          own += ellipsis.suffix(operands[i].dim - (l.count - 1))
        }
      }
      for (d, v) in own.enumerated() {
        uses[v, default: 0] += 1
        let n = operands[i].shape[d]
        let known = size[v] ?? 1
        if n != 1 && known != 1 && n != known {
          throw EmberwingError.runtime(
            "einsum(): subscript \(Self.name(v)) has size \(n) for operand \(i) which does not broadcast with previously seen size \(known)")
        }
        size[v] = known == 1 ? n : known
      }
      labels.append(own)
    }
    guard let right else {
      output = ellipsis + uses.keys.filter { $0 < 52 && uses[$0] == 1 }.sorted()
      return
    }
    for v in try Self.parse(right, "the output") {
      if v < 0 {
        output += ellipsis
        continue
      }
      if output.contains(v) {
        throw EmberwingError.runtime("einsum(): output subscript \(Self.name(v)) appears more than once in the output")
      }
      if uses[v] == nil {
        throw EmberwingError.runtime(
          "einsum(): output subscript \(Self.name(v)) does not appear in the equation for any input operand")
      }
      output.append(v)
    }
  }

  private static func name(_ v: Int) -> String {
    if v >= 52 { return "..." }
    return String(UnicodeScalar(UInt8(v < 26 ? v + 65 : v + 71)))
  }
}

extension String {
  /// Where `text` first occurs.
  fileprivate func range(ofText text: String) -> Range<String.Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i..<index(i, offsetBy: text.count) }
      i = index(after: i)
    }
    return nil
  }
}

extension Ops {
  /// `a · b` over equal ranks with the `summed` dimensions contracted (and kept as size 1).
  private static func pairProduct(_ a: Tensor, _ b: Tensor, _ summed: [Bool]) throws -> Tensor {
    var (a, b) = (a, b)
    var groups: (batch: Shape, left: Shape, right: Shape, inner: Shape) = ([], [], [], [])
    for d in 0..<a.dim {
      let (x, y) = (a.shape[d] != 1, b.shape[d] != 1)
      if summed[d] {
        if x && y {
          groups.inner.append(d)
        } else if x {
          a = try sum(a, [d], true, a.dtype)
        } else if y {
          b = try sum(b, [d], true, b.dtype)
        }
      } else if x && y {
        groups.batch.append(d)
      } else if y {
        groups.right.append(d)
      } else {
        groups.left.append(d)
      }
    }
    var ones = Shape()
    for d in 0..<a.dim where summed[d] && !groups.inner.contains(d) { ones.append(d) }
    func sizes(_ dims: Shape, _ t: Tensor) -> Shape { Shape(dims.map { t.shape[$0] }) }
    let (batch, left, right) = (sizes(groups.batch, a), sizes(groups.left, a), sizes(groups.right, b))
    let k = sizes(groups.inner, a).product
    if k == 1 && groups.inner.isEmpty { return try mul(a, .tensor(b)) }
    let first = try reshape(
      try permute(a, groups.batch + groups.left + groups.inner + groups.right + ones), [batch.product, left.product, k])
    let second = try reshape(
      try permute(b, groups.batch + groups.inner + groups.right + groups.left + ones), [batch.product, k, right.product])
    let order = groups.batch + groups.left + groups.right + groups.inner + ones
    let flat = try bmm(first, second)
    let whole = try reshape(
      flat, batch + left + right + Shape(repeating: 1, count: groups.inner.count + ones.count))
    var back = Shape(repeating: 0, count: order.count)
    for i in 0..<order.count { back[order[i]] = i }
    return try permute(whole, back)
  }

  public static func einsum(_ equation: String, _ operands: [Tensor]) throws -> Tensor {
    let e = try Equation(equation, operands)
    // Result labels first, then those that are summed.
    var all = e.output
    for l in e.labels.joined() where !all.contains(l) { all.append(l) }
    var tensors: [Tensor] = []
    for (i, own) in e.labels.enumerated() {
      var x = operands[i]
      var names = own
      // A repeated label is a diagonal.
      var d = 0
      while d < names.count {
        while let other = names[(d + 1)...].firstIndex(of: names[d]) {
          if x.shape[d] != x.shape[other] {
            throw EmberwingError.runtime(
              "einsum(): subscript is repeated for operand \(i) but the sizes don't match, \(x.shape[other]) != \(x.shape[d])")
          }
          x = try movedim(try diagonal(x, 0, d, other), [-1], [d])
          names.remove(at: other)
        }
        d += 1
      }
      var order = Shape()
      var shape = Shape()
      for l in all {
        if let at = names.firstIndex(of: l) {
          order.append(at)
          shape.append(x.shape[at])
        } else {
          shape.append(1)
        }
      }
      tensors.append(try reshape(try permute(x, order), shape))
    }
    let kept = e.output.count
    var result = tensors[0]
    if tensors.count == 1 {
      let dims = Shape(kept..<all.count)
      if !dims.isEmpty { result = try sum(result, dims, true, nil) }
    }
    for i in tensors.indices.dropFirst() {
      var summed = [Bool](repeating: false, count: all.count)
      for d in kept..<all.count { summed[d] = tensors[(i + 1)...].allSatisfy { $0.shape[d] == 1 } }
      result = try pairProduct(result, tensors[i], summed)
    }
    var shape = result.shape
    while shape.count > kept { shape.remove(at: shape.count - 1) }
    return try reshape(result, shape)
  }

  public static func tensordotDims(_ a: Tensor, _ b: Tensor, _ dimsSelf: Shape, _ dimsOther: Shape) throws -> Tensor {
    if dimsSelf.count != dimsOther.count {
      throw EmberwingError.runtime(
        "both dimension lists should have same length, got \(dimsSelf.count) and \(dimsOther.count)")
    }
    if a.dtype != b.dtype {
      throw EmberwingError.runtime("tensordot: both inputs should have same dtype")
    }
    var (x, y) = (a, b)
    var (inner, other): (Shape, Shape) = ([], [])
    for i in 0..<dimsSelf.count {
      let (p, q) = (try wrapDim(dimsSelf[i], a.dim), try wrapDim(dimsOther[i], b.dim))
      if inner.contains(p) { throw EmberwingError.runtime("dim \(p) appears multiple times in the list of dims") }
      if other.contains(q) { throw EmberwingError.runtime("dim \(q) appears multiple times in the list of dims") }
      inner.append(p)
      other.append(q)
      let (m, n) = (a.shape[p], b.shape[q])
      if n == 1 {
        x = try sum(x, [p], true, x.dtype)
      } else if m == 1 {
        y = try sum(y, [q], true, y.dtype)
      } else if m != n {
        throw EmberwingError.runtime(
          "contracted dimensions need to match, but first has size \(m) in dim \(p) and second has size \(n) in dim \(q)")
      }
    }
    var (left, right): (Shape, Shape) = ([], [])
    for d in 0..<a.dim where !inner.contains(d) { left.append(d) }
    for d in 0..<b.dim where !other.contains(d) { right.append(d) }
    let rows = Shape(left.map { a.shape[$0] })
    let columns = Shape(right.map { b.shape[$0] })
    let k = Shape(inner.map { x.shape[$0] }).product
    let first = try reshape(try permute(x, left + inner), [rows.product, k])
    let second = try reshape(try permute(y, other + right), [k, columns.product])
    return try reshape(try mm(first, second), rows + columns)
  }

  public static func inner(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    if input.dim == 0 || other.dim == 0 { return try mul(input, .tensor(other)) }
    if input.dtype != other.dtype {
      throw EmberwingError.runtime(
        "expected both vectors to have same dtype, but found \(cppName(input.dtype)) and \(cppName(other.dtype))")
    }
    if input.shape[input.dim - 1] != other.shape[other.dim - 1] {
      throw EmberwingError.runtime(
        "inner() the last dimension must match on both input tensors but got shapes \(input.shape) and \(other.shape)")
    }
    return try tensordotDims(input, other, [-1], [-1])
  }

  public static func kron(_ input: Tensor, _ other: Tensor) throws -> Tensor {
    let rank = Swift.max(input.dim, other.dim)
    let a = Shape(repeating: 1, count: rank - input.dim) + input.shape
    let b = Shape(repeating: 1, count: rank - other.dim) + other.shape
    var (first, second, result): (Shape, Shape, Shape) = ([], [], [])
    for i in 0..<rank {
      first.append(a[i])
      first.append(1)
      second.append(1)
      second.append(b[i])
      let (n, overflow) = a[i].multipliedReportingOverflow(by: b[i])
      if overflow { throw EmberwingError.runtime("kron: the result is too large") }
      result.append(n)
    }
    return try reshape(try mul(try reshape(input, first), .tensor(try reshape(other, second))), result)
  }

  @_optimize(none)
  static func registerEinsum(_ r: inout Registry) {
    func product(_ text: String, _ shapes: [Shape], _ m: inout SampleMaker) throws -> [Value] {
      var list: [Tensor] = []
      for s in shapes { list.append(try m.tensor(s)) }
      return [.string(text), .tensors(list)]
    }
    r.add(
      "einsum(equation, operands)", einsum, "Products summed over the named dimensions that the result does not name.",
      on: .hidden,
      samples: Samples(
        dtypes: Samples.floats + [.int64],
        bad: { m in
          [
            (try product("ab", [[2]], &m), "does not match the number of dimensions"),
            (try product("ab,bc", [[2, 3], [2, 3]], &m), "does not broadcast"),
          ]
        }
      ) { m in
        [
          try product("ij,jk->ik", [[2, 3], [3, 4]], &m), try product("ii->i", [[3, 3]], &m),
          try product("...i,...j", [[2, 3], [2, 4]], &m), try product("bij,bjk,k->bi", [[2, 3, 4], [2, 4, 2], [2]], &m),
          try product("i,i", [[3], [3]], &m),
        ]
      })
    r.add(
      "tensordot.dims(a, b, dims_self, dims_other)", tensordotDims,
      "Products summed over pairs of dimensions of two tensors.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        [[.tensor(try m.tensor([2, 3, 4])), .tensor(try m.tensor([4, 3, 2])), .ints([1, 2]), .ints([1, 0])]]
      })
    r.add(
      "inner(input, other)", inner, "Products summed over the last dimension of both.",
      samples: Samples(dtypes: Samples.floats) { m in
        [
          [.tensor(try m.tensor([2, 3])), .tensor(try m.tensor([4, 3]))],
          [.tensor(try m.tensor([])), .tensor(try m.tensor([2]))],
        ]
      })
    r.add("kron(input, other)", kron, "Kronecker product.", samples: .pairs([([2, 3], [3, 2]), ([2], [2, 2]), ([], [3])]))
  }
}
