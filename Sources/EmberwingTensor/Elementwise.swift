// The driver of all elementwise kernels. Kernels see contiguous blocks of one dtype; an operand that is strided, broadcast
// or of another dtype is staged block by block through a small buffer that stays in the first-level cache.

/// Elements in a staged block.
private let blockSize = 1024
/// Elements below which work stays on the calling thread.
let elementwiseGrain = 32 * 1024

/// One input of an elementwise loop, as the flat index space of the result sees it.
struct StagedInput {
  enum Layout { case flat, constant, strided }

  let base: UnsafeRawPointer
  let dtype: DType
  let compute: DType
  var layout: Layout
  var shape = Shape()
  var strides = Shape()

  /// A tensor read with the (broadcast) shape of the result.
  @inline(__always)
  init(_ t: Tensor, shape target: Shape, compute: DType) {
    base = UnsafeRawPointer(t.data)
    dtype = t.dtype
    self.compute = compute
    if t.isContiguous && t.impl.shape == target {
      layout = .flat
    } else if t.count == 1 {
      layout = .constant
    } else {
      layout = .strided
      coalesce(target, Broadcast.strides(t, to: target))
    }
  }

  /// A number already stored in the compute dtype.
  init(constant: UnsafeRawPointer, compute: DType) {
    base = constant
    dtype = compute
    self.compute = compute
    layout = .constant
  }

  private mutating func coalesce(_ target: Shape, _ all: Shape) {
    for i in 0..<target.count where target[i] != 1 {
      let last = shape.count - 1
      if last >= 0, strides[last] == all[i] &* target[i] {
        shape[last] &*= target[i]
        strides[last] = all[i]
      } else {
        shape.append(target[i])
        strides.append(all[i])
      }
    }
    if shape.count == 0 || (shape.count == 1 && strides[0] == 1) { layout = .flat }
    if shape.count == 1 && strides[0] == 0 { layout = .constant }
  }

  var isDirect: Bool { layout == .flat && dtype == compute }

  /// Fills `buffer` once where every block is the same.
  func prepare(_ buffer: UnsafeMutableRawPointer, _ count: Int) {
    if layout != .constant { return }
    kernels.convert(dtype, compute)(buffer, base, 1, noParameters)
    kernels.fill(buffer, buffer, elementSize: compute.size, count: Swift.min(count, blockSize))
  }

  /// The address of elements `start ..< start + count` in the compute dtype.
  @inline(__always)
  func block(_ start: Int, _ count: Int, _ buffer: UnsafeMutableRawPointer) -> UnsafeRawPointer {
    switch layout {
    case .constant: return UnsafeRawPointer(buffer)
    case .flat:
      let p = base + start &* dtype.size
      if dtype == compute { return p }
      kernels.convert(dtype, compute)(buffer, p, count, noParameters)
      return UnsafeRawPointer(buffer)
    case .strided:
      gather(start, count, buffer)
      return UnsafeRawPointer(buffer)
    }
  }

  private func gather(_ start: Int, _ count: Int, _ buffer: UnsafeMutableRawPointer) {
    if dtype == compute {
      StridedCopy.gather(buffer, base, shape, strides, dtype.size, start, count)
      return
    }
    withUnsafeTemporaryAllocation(byteCount: blockSize * 16, alignment: 64) { raw in
      guard let p = raw.baseAddress else { return }
      StridedCopy.gather(p, base, shape, strides, dtype.size, start, count)
      kernels.convert(dtype, compute)(buffer, p, count, noParameters)
    }
  }
}

/// The output of an elementwise loop: written directly when contiguous and of the computed dtype, else through a buffer.
struct StagedOutput {
  let base: UnsafeMutableRawPointer
  let dtype: DType
  /// What the kernel writes.
  let produced: DType
  let isFlat: Bool
  let shape: Shape
  let strides: Shape

  @inline(__always)
  init(_ t: Tensor, produced: DType) {
    base = t.data
    dtype = t.dtype
    self.produced = produced
    isFlat = t.isContiguous
    shape = t.impl.shape
    strides = t.impl.strides
  }

  var isDirect: Bool { isFlat && dtype == produced }

  @inline(__always)
  func target(_ start: Int, _ buffer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    isDirect ? base + start &* dtype.size : buffer
  }

  func finish(_ start: Int, _ count: Int, _ buffer: UnsafeMutableRawPointer) {
    if isDirect { return }
    if isFlat {
      kernels.convert(produced, dtype)(base + start &* dtype.size, buffer, count, noParameters)
      return
    }
    if dtype == produced {
      StridedCopy.scatter(base, shape, strides, dtype.size, buffer, start, count)
      return
    }
    withUnsafeTemporaryAllocation(byteCount: blockSize * 16, alignment: 64) { raw in
      guard let p = raw.baseAddress else { return }
      kernels.convert(produced, dtype)(p, buffer, count, noParameters)
      StridedCopy.scatter(base, shape, strides, dtype.size, p, start, count)
    }
  }
}

/// Runs of a strided tensor's elements, in the order of its flat index.
enum StridedCopy {
  @inline(__always)
  private static func forRuns(
    _ shape: Shape, _ strides: Shape, _ start: Int, _ count: Int, _ body: (_ offset: Int, _ at: Int, _ n: Int) -> Void
  ) {
    let last = shape.count - 1
    if last < 0 {
      if count > 0 { body(0, 0, 1) }
      return
    }
    var index = Shape(repeating: 0, count: last + 1)
    var rest = start
    var offset = 0
    var d = last
    while d >= 0 {
      index[d] = rest % shape[d]
      rest /= shape[d]
      offset &+= index[d] &* strides[d]
      d -= 1
    }
    var done = 0
    while done < count {
      let n = Swift.min(shape[last] - index[last], count - done)
      body(offset, done, n)
      done += n
      index[last] += n
      offset &+= n &* strides[last]
      var k = last
      while k > 0 && index[k] == shape[k] {
        offset &-= shape[k] &* strides[k]
        index[k] = 0
        k -= 1
        index[k] += 1
        offset &+= strides[k]
      }
    }
  }

  static func gather(
    _ out: UnsafeMutableRawPointer, _ base: UnsafeRawPointer, _ shape: Shape, _ strides: Shape, _ size: Int,
    _ start: Int, _ count: Int
  ) {
    let inner = strides.count > 0 ? strides[strides.count - 1] : 1
    forRuns(shape, strides, start, count) { offset, at, n in
      let from = base + offset &* size
      let to = out + at &* size
      if inner == 1 {
        to.copyMemory(from: from, byteCount: n &* size)
      } else {
        kernels.gather(to, from, stride: inner, elementSize: size, count: n)
      }
    }
  }

  static func scatter(
    _ base: UnsafeMutableRawPointer, _ shape: Shape, _ strides: Shape, _ size: Int, _ x: UnsafeRawPointer,
    _ start: Int, _ count: Int
  ) {
    let inner = strides.count > 0 ? strides[strides.count - 1] : 1
    forRuns(shape, strides, start, count) { offset, at, n in
      let to = base + offset &* size
      let from = x + at &* size
      if inner == 1 {
        to.copyMemory(from: from, byteCount: n &* size)
      } else {
        kernels.scatter(to, stride: inner, from, elementSize: size, count: n)
      }
    }
  }
}

/// The loops themselves.
enum Elementwise {
  static func run(_ f: UnaryBlock, _ out: StagedOutput, _ a: StagedInput, _ n: Int, _ p: UnsafePointer<Double>) {
    if n <= elementwiseGrain, out.isDirect, a.isDirect {
      f(out.base, a.base, n, p)
      return
    }
    parallelFor(n, grain: elementwiseGrain) { lo, hi in
      if out.isDirect, a.isDirect {
        f(out.base + lo &* out.dtype.size, a.base + lo &* a.dtype.size, hi - lo, p)
        return
      }
      withBuffers { b0, b1, _, _ in
        a.prepare(b1, hi - lo)
        blocks(lo, hi) { i, m in
          f(out.target(i, b0), a.block(i, m, b1), m, p)
          out.finish(i, m, b0)
        }
      }
    }
  }

  static func run(
    _ f: BinaryBlock, _ out: StagedOutput, _ a: StagedInput, _ b: StagedInput, _ n: Int, _ p: UnsafePointer<Double>
  ) {
    if n <= elementwiseGrain, out.isDirect, a.isDirect, b.isDirect {
      f(out.base, a.base, b.base, n, p)
      return
    }
    parallelFor(n, grain: elementwiseGrain) { lo, hi in
      if out.isDirect, a.isDirect, b.isDirect {
        let s = a.dtype.size
        f(out.base + lo &* out.dtype.size, a.base + lo &* s, b.base + lo &* s, hi - lo, p)
        return
      }
      withBuffers { b0, b1, b2, _ in
        a.prepare(b1, hi - lo)
        b.prepare(b2, hi - lo)
        blocks(lo, hi) { i, m in
          f(out.target(i, b0), a.block(i, m, b1), b.block(i, m, b2), m, p)
          out.finish(i, m, b0)
        }
      }
    }
  }

  static func run(
    _ f: TernaryBlock, _ out: StagedOutput, _ a: StagedInput, _ b: StagedInput, _ c: StagedInput, _ n: Int,
    _ p: UnsafePointer<Double>
  ) {
    parallelFor(n, grain: elementwiseGrain) { lo, hi in
      withBuffers { b0, b1, b2, b3 in
        a.prepare(b1, hi - lo)
        b.prepare(b2, hi - lo)
        c.prepare(b3, hi - lo)
        blocks(lo, hi) { i, m in
          f(out.target(i, b0), a.block(i, m, b1), b.block(i, m, b2), c.block(i, m, b3), m, p)
          out.finish(i, m, b0)
        }
      }
    }
  }

  @inline(__always)
  private static func blocks(_ lo: Int, _ hi: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
    var i = lo
    while i < hi {
      let m = Swift.min(blockSize, hi - i)
      body(i, m)
      i += m
    }
  }

  @inline(__always)
  private static func withBuffers(
    _ body: (
      UnsafeMutableRawPointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer
    ) -> Void
  ) {
    let each = blockSize * 16
    withUnsafeTemporaryAllocation(byteCount: each * 4, alignment: 64) { raw in
      if let p = raw.baseAddress { body(p, p + each, p + 2 * each, p + 3 * each) }
    }
  }
}
