import EmberwingCore
import Glibc

// Floating-point sums run in four packs of lanes over blocks of fixed size, and blocks meet pairwise. The shape of that
// tree depends on the extents alone, so the result never depends on the number of threads.

/// One reduction of floating-point lanes. `map` is applied to each input first; `shift` is a value subtracted by those
/// reductions that need one. `padding(shift)` maps to the identity.
protocol PackReducer {
  associatedtype P: FloatPack
  /// The reduction that joins partial results.
  associatedtype Joiner: PackReducer where Joiner.P == P, Joiner.Joiner == Joiner
  static var identity: P.Scalar { get }
  static func padding(_ shift: P.Scalar) -> P.Scalar
  static func map(_ x: P, _ shift: P) -> P
  static func combine(_ a: P, _ b: P) -> P
}

enum SumReducer<P: FloatPack>: PackReducer {
  typealias Joiner = SumReducer<P>
  @inline(__always) static var identity: P.Scalar { 0 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { 0 }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a + b }
}

enum SquareReducer<P: FloatPack>: PackReducer {
  typealias Joiner = SumReducer<P>
  @inline(__always) static var identity: P.Scalar { 0 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { 0 }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x * x }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a + b }
}

enum DeviationReducer<P: FloatPack>: PackReducer {
  typealias Joiner = SumReducer<P>
  @inline(__always) static var identity: P.Scalar { 0 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { shift }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P {
    let d = x - shift
    return d * d
  }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a + b }
}

enum MagnitudeReducer<P: FloatPack>: PackReducer {
  typealias Joiner = SumReducer<P>
  @inline(__always) static var identity: P.Scalar { 0 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { 0 }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x.magnitude }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a + b }
}

enum ExpReducer<P: FloatPack>: PackReducer {
  typealias Joiner = SumReducer<P>
  @inline(__always) static var identity: P.Scalar { 0 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { -P.Scalar.infinity }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { (x - shift).exponential }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a + b }
}

enum ProductReducer<P: FloatPack>: PackReducer {
  typealias Joiner = ProductReducer<P>
  @inline(__always) static var identity: P.Scalar { 1 }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { 1 }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a * b }
}

enum MaxReducer<P: FloatPack>: PackReducer {
  typealias Joiner = MaxReducer<P>
  @inline(__always) static var identity: P.Scalar { -P.Scalar.infinity }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { -P.Scalar.infinity }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a.larger(b) }
}

enum MinReducer<P: FloatPack>: PackReducer {
  typealias Joiner = MinReducer<P>
  @inline(__always) static var identity: P.Scalar { P.Scalar.infinity }
  @inline(__always) static func padding(_ shift: P.Scalar) -> P.Scalar { P.Scalar.infinity }
  @inline(__always) static func map(_ x: P, _ shift: P) -> P { x }
  @inline(__always) static func combine(_ a: P, _ b: P) -> P { a.smaller(b) }
}

/// The reductions of floating-point blocks for one reducer.
enum FloatReduction<R: PackReducer> {
  typealias P = R.P
  typealias T = R.P.Scalar

  /// Elements of a row that one leaf of the tree takes, and those that make one chunk of parallel work.
  @inline(__always) static var leaf: Int { 4096 }
  @inline(__always) static var chunk: Int { 65536 }
  /// Rows that one leaf takes when the lanes run along columns.
  @inline(__always) static var columnLeaf: Int { 32 }

  @inline(__always)
  static func rowLeaf(_ x: UnsafePointer<T>, _ n: Int, _ s: T) -> P {
    let w = P.lanes
    let shift = P(s)
    var a = P(R.identity)
    var b = a
    var c = a
    var d = a
    var i = 0
    // Short runs that meet in `e`: fewer roundings of the same sign in a row.
    var e = a
    while i + 4 * w <= n {
      let end = min(n, i + 64 * w)
      while i + 4 * w <= end {
        a = R.combine(a, R.map(P.load(x + i), shift))
        b = R.combine(b, R.map(P.load(x + i + w), shift))
        c = R.combine(c, R.map(P.load(x + i + 2 * w), shift))
        d = R.combine(d, R.map(P.load(x + i + 3 * w), shift))
        i += 4 * w
      }
      e = R.combine(e, R.combine(R.combine(a, b), R.combine(c, d)))
      a = P(R.identity)
      b = a
      c = a
      d = a
    }
    while i + w <= n {
      a = R.combine(a, R.map(P.load(x + i), shift))
      i += w
    }
    if i < n { b = R.combine(b, R.map(P.load(x + i, first: n - i, fill: R.padding(s)), shift)) }
    return R.combine(e, R.combine(R.combine(a, b), R.combine(c, d)))
  }

  @inline(never)
  private static func rowTree(_ x: UnsafePointer<T>, _ n: Int, _ s: T) -> P {
    if n <= leaf { return rowLeaf(x, n, s) }
    let half = (n / 2 + leaf - 1) / leaf * leaf
    return R.combine(rowTree(x, half, s), rowTree(x + half, n - half, s))
  }

  /// One contiguous run.
  @inline(__always)
  static func row(_ x: UnsafePointer<T>, _ n: Int, shift: T = 0) -> T {
    (n <= leaf ? rowLeaf(x, n, shift) : rowTree(x, n, shift)).fold { R.combine($0, $1) }
  }

  private struct Quad {
    var a: P
    var b: P
    var c: P
    var d: P
    @inline(__always) static func join(_ x: Quad, _ y: Quad) -> Quad {
      Quad(a: R.combine(x.a, y.a), b: R.combine(x.b, y.b), c: R.combine(x.c, y.c), d: R.combine(x.d, y.d))
    }
  }

  @inline(never)
  private static func quadTree(_ x: UnsafePointer<T>, _ n: Int, _ stride: Int, _ s: Quad) -> Quad {
    if n > columnLeaf {
      let half = (n / 2 + columnLeaf - 1) / columnLeaf * columnLeaf
      return .join(quadTree(x, half, stride, s), quadTree(x + half * stride, n - half, stride, s))
    }
    let w = P.lanes
    var a = P(R.identity)
    var b = a
    var c = a
    var d = a
    var p = x
    for _ in 0..<n {
      a = R.combine(a, R.map(P.load(p), s.a))
      b = R.combine(b, R.map(P.load(p + w), s.b))
      c = R.combine(c, R.map(P.load(p + 2 * w), s.c))
      d = R.combine(d, R.map(P.load(p + 3 * w), s.d))
      p += stride
    }
    return Quad(a: a, b: b, c: c, d: d)
  }

  @inline(never)
  fileprivate static func narrowTree(_ x: UnsafePointer<T>, _ n: Int, _ stride: Int, _ s: P, _ count: Int) -> P {
    if n > columnLeaf {
      let half = (n / 2 + columnLeaf - 1) / columnLeaf * columnLeaf
      return R.combine(
        narrowTree(x, half, stride, s, count), narrowTree(x + half * stride, n - half, stride, s, count))
    }
    var a = P(R.identity)
    var p = x
    if count == P.lanes {
      for _ in 0..<n {
        a = R.combine(a, R.map(P.load(p), s))
        p += stride
      }
    } else {
      for _ in 0..<n {
        a = R.combine(a, R.map(P.load(p, first: count, fill: 0), s))
        p += stride
      }
    }
    return a
  }

  /// Columns `lo..<hi` of `n` rows; `out` and `shift` start at column 0.
  static func columns(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, n: Int, stride: Int, shift: UnsafePointer<T>?, lo: Int,
    hi: Int
  ) {
    let w = P.lanes
    var j = lo
    let zero = P(0)
    while j + 4 * w <= hi {
      var s = Quad(a: zero, b: zero, c: zero, d: zero)
      if let shift {
        s = Quad(
          a: .load(shift + j), b: .load(shift + j + w), c: .load(shift + j + 2 * w), d: .load(shift + j + 3 * w))
      }
      let q = quadTree(x + j, n, stride, s)
      q.a.store(out + j)
      q.b.store(out + j + w)
      q.c.store(out + j + 2 * w)
      q.d.store(out + j + 3 * w)
      j += 4 * w
    }
    while j < hi {
      let count = min(w, hi - j)
      let s = shift.map { P.load($0 + j, first: count, fill: 0) } ?? zero
      narrowTree(x + j, n, stride, s, count).store(out + j, first: count)
      j += count
    }
  }

  /// The middle axis of [outer, n, inner]; `shift` is [outer, inner].
  static func run(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, outer: Int, n: Int, inner: Int,
    shift: UnsafePointer<T>? = nil
  ) {
    if outer <= 0 || inner <= 0 { return }
    if n <= 0 {
      for i in 0..<outer * inner { out[i] = R.identity }
      return
    }
    let rows = inner == 1 ? chunk : max(1024, chunk / inner)
    let chunks = (n + rows - 1) / rows
    if chunks > 1, let partial = malloc(outer * chunks * inner * MemoryLayout<T>.stride) {
      let p = partial.of(T.self)
      parallelFor(outer * chunks, grain: 1) { lo, hi in
        for task in lo..<hi {
          let o = task / chunks
          let first = task % chunks * rows
          let count = min(rows, n - first)
          block(
            p + task * inner, x + (o * n + first) * inner, n: count, inner: inner,
            shift: shift.map { $0 + o * inner }, lo: 0, hi: inner)
        }
      }
      FloatReduction<R.Joiner>.run(out, p, outer: outer, n: chunks, inner: inner)
      free(partial)
      return
    }
    // Wide columns are work enough to share out on their own.
    let tile = inner > 256 ? 256 : inner
    let tiles = (inner + tile - 1) / tile
    parallelFor(outer * tiles, grain: max(1, 32768 / (n * tile))) { lo, hi in
      for task in lo..<hi {
        let o = task / tiles
        let j = task % tiles * tile
        block(
          out + o * inner, x + o * n * inner, n: n, inner: inner, shift: shift.map { $0 + o * inner }, lo: j,
          hi: min(inner, j + tile))
      }
    }
  }

  @inline(__always)
  private static func block(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, n: Int, inner: Int, shift: UnsafePointer<T>?, lo: Int,
    hi: Int
  ) {
    if inner == 1 {
      out[0] = row(x, n, shift: shift?[0] ?? 0)
    } else if inner < P.lanes, n >= 4 * P.lanes {
      fewColumns(out, x, n: n, inner: inner, shift: shift)
    } else {
      columns(out, x, n: n, stride: inner, shift: shift, lo: lo, hi: hi)
    }
  }

  /// Fewer columns than lanes: as many rows as there are lanes make one long row, so that every load is a full one.
  @inline(never)
  private static func fewColumns(
    _ out: UnsafeMutablePointer<T>, _ x: UnsafePointer<T>, n: Int, inner: Int, shift: UnsafePointer<T>?
  ) {
    let w = P.lanes
    let wide = w * inner
    withUnsafeTemporaryAllocation(of: T.self, capacity: 2 * wide) { room in
      guard let partial = room.baseAddress else { return }
      let shifts = partial + wide
      if let shift { for i in 0..<wide { shifts[i] = shift[i % inner] } }
      let rows = n / w
      columns(partial, x, n: rows, stride: wide, shift: shift == nil ? nil : UnsafePointer(shifts), lo: 0, hi: wide)
      var sum = FloatReduction<R.Joiner>.narrowTree(UnsafePointer(partial), w, inner, P(0), inner)
      if n > rows * w {
        let s = shift.map { P.load($0, first: inner, fill: 0) } ?? P(0)
        sum = R.combine(sum, narrowTree(x + rows * wide, n - rows * w, inner, s, inner))
      }
      sum.store(out, first: inner)
    }
  }
}

extension CPUKernels {
  public static func reduce(
    _ op: ReduceOp, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int
  ) {
    if outer <= 0 || inner <= 0 { return }
    if op == .all || op == .any {
      return reduceTruth(all: op == .all, type, out.of(Bool.self), x, outer, n, inner)
    }
    switch type {
    case .float32: reduceFloat(PackF.self, op, out, x, outer, n, inner)
    case .float64: reduceFloat(PackD.self, op, out, x, outer, n, inner)
    case .int64: reduceInteger(Int64.self, op, out, x, outer, n, inner)
    case .int32: reduceInteger(Int32.self, op, out, x, outer, n, inner)
    case .int16: reduceInteger(Int16.self, op, out, x, outer, n, inner)
    case .int8: reduceInteger(Int8.self, op, out, x, outer, n, inner)
    case .uint8, .bool: reduceInteger(UInt8.self, op, out, x, outer, n, inner)
    case .uint16: reduceInteger(UInt16.self, op, out, x, outer, n, inner)
    case .uint32: reduceInteger(UInt32.self, op, out, x, outer, n, inner)
    case .uint64: reduceInteger(UInt64.self, op, out, x, outer, n, inner)
    case .complex64: reduceComplex(PackF.self, op, out, x, outer, n, inner)
    case .complex128: reduceComplex(PackD.self, op, out, x, outer, n, inner)
    case .float16, .bfloat16: break
    }
  }

  private static func reduceFloat<P: FloatPack>(
    _: P.Type, _ op: ReduceOp, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    let o = out.of(P.Scalar.self)
    let p = x.of(P.Scalar.self)
    switch op {
    case .sum: FloatReduction<SumReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .prod: FloatReduction<ProductReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .max: FloatReduction<MaxReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .min: FloatReduction<MinReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .sumOfSquares: FloatReduction<SquareReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .sumOfAbs: FloatReduction<MagnitudeReducer<P>>.run(o, p, outer: outer, n: n, inner: inner)
    case .logSumExp: logSumExp(P.self, o, p, outer, n, inner)
    case .all, .any: break
    }
  }

  private static func logSumExp<P: FloatPack>(
    _: P.Type, _ out: UnsafeMutablePointer<P.Scalar>, _ x: UnsafePointer<P.Scalar>, _ outer: Int, _ n: Int,
    _ inner: Int
  ) {
    typealias T = P.Scalar
    let count = outer * inner
    guard let scratch = malloc(count * MemoryLayout<T>.stride) else {
      // One result at a time needs no room.
      for i in 0..<count {
        var largest = -T.infinity
        let base = x + i / inner * n * inner + i % inner
        for k in 0..<n { largest = base[k * inner] > largest ? base[k * inner] : largest }
        let shift = largest.isFinite ? largest : 0
        var sum: T = 0
        for k in 0..<n { sum += P(base[k * inner] - shift).exponential[0] }
        out[i] = SoftmaxMath.log(sum) + shift
      }
      return
    }
    let shift = scratch.of(T.self)
    FloatReduction<MaxReducer<P>>.run(shift, x, outer: outer, n: n, inner: inner)
    // Infinities would turn into NaN when subtracted from themselves.
    for i in 0..<count { shift[i] = shift[i].isInfinite ? 0 : shift[i] }
    FloatReduction<ExpReducer<P>>.run(out, x, outer: outer, n: n, inner: inner, shift: shift)
    for i in 0..<count { out[i] = SoftmaxMath.log(out[i]) + shift[i] }
    free(scratch)
  }
}
