// The loops that every elementwise kernel is written with. A kernel's value never depends on where in a block an element
// stands: the tail goes through the same vector code as the body.

/// Lanes of float32 and float64 that the float kernels work on.
typealias F = SIMD16<Float>
typealias D = SIMD8<Double>
typealias I = SIMD16<Int32>
typealias Out = UnsafeMutableRawPointer
typealias In = UnsafeRawPointer
typealias P = UnsafePointer<Double>

/// The first `bytes` of a vector; the other lanes are one.
@inline(never)
private func loadTail(_ v: UnsafeMutableRawPointer, _ x: In, _ bytes: Int) { v.copyMemory(from: x, byteCount: bytes) }

@inline(__always)
func loadLanes<V: Lanes>(_ x: In, _ i: Int, _ size: Int, _ end: Int) -> V {
  if i &+ size <= end { return x.loadUnaligned(fromByteOffset: i, as: V.self) }
  var v = V.splat(1)
  withUnsafeMutableBytes(of: &v) { if let b = $0.baseAddress { loadTail(b, x + i, end &- i) } }
  return v
}

@inline(__always)
func storeLanes<V: Lanes>(_ v: V, _ out: Out, _ i: Int, _ size: Int, _ end: Int) {
  if i &+ size <= end {
    out.storeBytes(of: v, toByteOffset: i, as: V.self)
  } else {
    withUnsafeBytes(of: v) { if let b = $0.baseAddress { loadTail(out + i, b, end &- i) } }
  }
}

/// out[i] = body(x[i]) in lanes of `V`.
@inline(__always)
func map1<V: Lanes>(_ out: Out, _ x: In, _ n: Int, _: V.Type, _ body: (V) -> V) {
  let size = MemoryLayout<V>.size
  let end = n &* V.scalarSize
  var i = 0
  while i < end {
    storeLanes(body(loadLanes(x, i, size, end)), out, i, size, end)
    i &+= size
  }
}

/// out[i] = body(a[i], b[i]) in lanes of `V`.
@inline(__always)
func map2<V: Lanes>(_ out: Out, _ a: In, _ b: In, _ n: Int, _: V.Type, _ body: (V, V) -> V) {
  let size = MemoryLayout<V>.size
  let end = n &* V.scalarSize
  var i = 0
  while i < end {
    storeLanes(body(loadLanes(a, i, size, end), loadLanes(b, i, size, end)), out, i, size, end)
    i &+= size
  }
}

/// out[i] = body(a[i], b[i], c[i]) in lanes of `V`.
@inline(__always)
func map3<V: Lanes>(_ out: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _: V.Type, _ body: (V, V, V) -> V) {
  let size = MemoryLayout<V>.size
  let end = n &* V.scalarSize
  var i = 0
  while i < end {
    let r = body(loadLanes(a, i, size, end), loadLanes(b, i, size, end), loadLanes(c, i, size, end))
    storeLanes(r, out, i, size, end)
    i &+= size
  }
}

// Scalar loops that LLVM vectorises. It does so only where the output is known to lie apart from the inputs, so in-place
// work goes through a small stage, a piece at a time.
private let stageBytes = 4096

@inline(never)
private func makeStage() -> Out { .allocate(byteCount: stageBytes, alignment: 64) }

@inline(never)
private func unload(_ stage: Out, _ out: Out, _ bytes: Int) { out.copyMemory(from: stage, byteCount: bytes) }

@inline(never)
private func dropStage(_ stage: Out) { stage.deallocate() }

@inline(__always)
func each1<A, R>(
  _ out: Out, _ x: In, _ n: Int, _: A.Type, _: R.Type, _ body: (A) -> R
) {
  let inPlace = UnsafeRawPointer(out) == x
  let x = x.assumingMemoryBound(to: A.self)
  let size = MemoryLayout<R>.stride
  let stage = inPlace ? makeStage() : out
  let step = inPlace ? stageBytes / size : n
  var first = 0
  while first < n {
    let count = Swift.min(step, n &- first)
    let o = (inPlace ? stage : out + first &* size).assumingMemoryBound(to: R.self)
    let x = x + first
    for i in 0..<count { o[i] = body(x[i]) }
    if inPlace { unload(stage, out + first &* size, count &* size) }
    first &+= count
  }
  if inPlace { dropStage(stage) }
}

@inline(__always)
func each2<A, R>(
  _ out: Out, _ a: In, _ b: In, _ n: Int, _: A.Type, _: R.Type, _ body: (A, A) -> R
) {
  let inPlace = UnsafeRawPointer(out) == a || UnsafeRawPointer(out) == b
  let a = a.assumingMemoryBound(to: A.self)
  let b = b.assumingMemoryBound(to: A.self)
  let size = MemoryLayout<R>.stride
  let stage = inPlace ? makeStage() : out
  let step = inPlace ? stageBytes / size : n
  var first = 0
  while first < n {
    let count = Swift.min(step, n &- first)
    let o = (inPlace ? stage : out + first &* size).assumingMemoryBound(to: R.self)
    let a = a + first
    let b = b + first
    for i in 0..<count { o[i] = body(a[i], b[i]) }
    if inPlace { unload(stage, out + first &* size, count &* size) }
    first &+= count
  }
  if inPlace { dropStage(stage) }
}

@inline(__always)
func each3<A, B, R>(
  _ out: Out, _ a: In, _ b: In, _ c: In, _ n: Int, _: A.Type, _: B.Type, _: R.Type, _ body: (A, B, B) -> R
) {
  let inPlace = UnsafeRawPointer(out) == a || UnsafeRawPointer(out) == b || UnsafeRawPointer(out) == c
  let a = a.assumingMemoryBound(to: A.self)
  let b = b.assumingMemoryBound(to: B.self)
  let c = c.assumingMemoryBound(to: B.self)
  let size = MemoryLayout<R>.stride
  let stage = inPlace ? makeStage() : out
  let step = inPlace ? stageBytes / size : n
  var first = 0
  while first < n {
    let count = Swift.min(step, n &- first)
    let o = (inPlace ? stage : out + first &* size).assumingMemoryBound(to: R.self)
    let a = a + first
    let b = b + first
    let c = c + first
    for i in 0..<count { o[i] = body(a[i], b[i], c[i]) }
    if inPlace { unload(stage, out + first &* size, count &* size) }
    first &+= count
  }
  if inPlace { dropStage(stage) }
}
