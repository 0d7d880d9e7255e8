// One layer of a recurrent network in one direction over all time steps: one product for all inputs, then a product and
// the gates' arithmetic for each step.

/// The kinds of recurrent layers.
enum RecurrentKind {
  case lstm, gru, tanh, relu

  /// Blocks of `hidden` columns in the weights.
  var gates: Int {
    switch self {
    case .lstm: 4
    case .gru: 3
    case .tanh, .relu: 1
    }
  }

  var name: String {
    switch self {
    case .lstm: "lstm"
    case .gru: "gru"
    case .tanh: "rnn_tanh"
    case .relu: "rnn_relu"
    }
  }
}

/// Rows of packed sequences: step `t` holds the first `sizes[t]` sequences, of lengths that do not grow.
struct PackedSteps: Sendable {
  let sizes: [Int]
  let offsets: [Int]
  let rows: Int
  var batch: Int { sizes.first ?? 0 }

  init(_ sizes: [Int]) {
    self.sizes = sizes
    var offsets: [Int] = []
    var at = 0
    for n in sizes {
      offsets.append(at)
      at += n
    }
    self.offsets = offsets
    rows = at
  }

  /// Equal lengths.
  init(steps: Int, batch: Int) { self.init([Int](repeating: batch, count: steps)) }

  func order(reverse: Bool) -> [Int] { reverse ? Array((0..<sizes.count).reversed()) : Array(0..<sizes.count) }
}

/// The weights of one layer in one direction.
struct RecurrentWeights {
  let inputHidden: Tensor
  let hiddenHidden: Tensor
  let inputBias: Tensor?
  let hiddenBias: Tensor?
  let projection: Tensor?
}

/// What a layer computes with: sizes and, after the forward pass, the values that the backward pass reads.
struct Recurrence {
  let kind: RecurrentKind
  let steps: PackedSteps
  let reverse: Bool
  let hidden: Int
  /// Columns of the output: `hidden`, or the projection's size.
  let width: Int
  let dtype: DType

  var columns: Int { kind.gates &* hidden }
}

extension Recurrence {
  private func activation(_ op: UnaryOp) throws -> UnaryBlock {
    guard let f = kernels.unary(op, dtype) else { throw Ops.unsupported(kind.name, dtype) }
    return f
  }

  private func at(_ t: Tensor, _ row: Int, _ columns: Int) -> UnsafeMutableRawPointer {
    t.data + row &* columns &* dtype.size
  }

  /// c (n × columns) = a (n × k) · bᵀ + beta · c, for weights `b` (columns × k).
  private func product(
    _ a: UnsafeRawPointer, _ b: Tensor, into c: UnsafeMutableRawPointer, rows n: Int, beta: Double, transposed: Bool
  ) {
    let (p, q) = (b.shape[0], b.shape[1])
    let (m, k) = transposed ? (p, q) : (q, p)
    if n == 0 || m == 0 { return }
    if k == 0 {
      if beta == 0 { c.initializeMemory(as: UInt8.self, repeating: 0, count: n &* m &* dtype.size) }
      return
    }
    kernels.gemm(
      dtype, transposeA: false, transposeB: transposed, m: n, n: m, k: k, alpha: 1, a, lda: k, UnsafeRawPointer(b.data),
      ldb: q, beta: beta, c, ldc: m)
  }

  /// Runs all steps. `gates` holds the inputs' share on entry and the activated gates afterwards; `state` and `cell` go
  /// from the initial to the final state; `out`, `cells` and `inner` take one row for each input row.
  func forward<T: BinaryFloatingPoint>(
    _ type: T.Type, _ w: RecurrentWeights, gates: Tensor, state: Tensor, cell: Tensor?, out: Tensor, cells: Tensor?,
    inner: Tensor?
  ) throws {
    let (h, g) = (hidden, columns)
    let (sigmoid, tanh) = (try activation(.sigmoid), try activation(.tanh))
    let scratch = try Tensor.empty([Swift.max(steps.batch, 1), Swift.max(g, h)], dtype)
    let hiddenBias = kind == .gru ? w.hiddenBias : nil
    for t in steps.order(reverse: reverse) {
      let (n, row) = (steps.sizes[t], steps.offsets[t])
      let block = at(gates, row, g)
      if kind == .gru {
        if let hiddenBias {
          for i in 0..<n { at(scratch, i, g).copyMemory(from: hiddenBias.data, byteCount: g &* dtype.size) }
        }
        product(
          state.data, w.hiddenHidden, into: scratch.data, rows: n, beta: hiddenBias == nil ? 0 : 1, transposed: true)
      } else {
        product(state.data, w.hiddenHidden, into: block, rows: n, beta: 1, transposed: true)
      }
      let raw = w.projection == nil ? at(out, row, width) : scratch.data
      parallelFor(n, grain: Swift.max(1, 4096 / Swift.max(g, 1))) { lo, hi in
        for i in lo..<hi {
          let a = at(gates, row &+ i, g).assumingMemoryBound(to: T.self)
          let y = (raw + i &* h &* dtype.size).assumingMemoryBound(to: T.self)
          switch kind {
          case .tanh: tanh(y, a, h, noParameters)
          case .relu: for j in 0..<h { y[j] = a[j] > 0 ? a[j] : a[j] == a[j] ? 0 : a[j] }
          case .lstm:
            guard let cell, let cells else { continue }
            sigmoid(a, a, 2 &* h, noParameters)
            tanh(a + 2 &* h, a + 2 &* h, h, noParameters)
            sigmoid(a + 3 &* h, a + 3 &* h, h, noParameters)
            let c = at(cell, i, h).assumingMemoryBound(to: T.self)
            let kept = at(cells, row &+ i, h).assumingMemoryBound(to: T.self)
            for j in 0..<h {
              let v = a[h &+ j] * c[j] + a[j] * a[2 &* h &+ j]
              c[j] = v
              kept[j] = v
            }
            tanh(y, c, h, noParameters)
            for j in 0..<h { y[j] *= a[3 &* h &+ j] }
          case .gru:
            guard let inner else { continue }
            let s = at(scratch, i, g).assumingMemoryBound(to: T.self)
            let kept = at(inner, row &+ i, h).assumingMemoryBound(to: T.self)
            let before = at(state, i, h).assumingMemoryBound(to: T.self)
            for j in 0..<(2 &* h) { a[j] += s[j] }
            sigmoid(a, a, 2 &* h, noParameters)
            for j in 0..<h {
              kept[j] = s[2 &* h &+ j]
              a[2 &* h &+ j] += a[j] * s[2 &* h &+ j]
            }
            tanh(a + 2 &* h, a + 2 &* h, h, noParameters)
            for j in 0..<h { y[j] = a[2 &* h &+ j] + a[h &+ j] * (before[j] - a[2 &* h &+ j]) }
          }
        }
      }
      if let projection = w.projection {
        product(scratch.data, projection, into: at(out, row, width), rows: n, beta: 0, transposed: true)
      }
      if n &* width > 0 { state.data.copyMemory(from: at(out, row, width), byteCount: n &* width &* dtype.size) }
    }
    withExtendedLifetime((w.hiddenHidden, w.hiddenBias, w.projection, gates, state)) {}
  }

  /// The state before each row's step, in the rows' order.
  func before(_ values: Tensor, _ initial: Tensor, _ columns: Int) throws -> Tensor {
    let result = try Tensor.empty([steps.rows, columns], dtype)
    let size = columns &* dtype.size
    if size == 0 { return result }
    for (t, n) in steps.sizes.enumerated() {
      let earlier = reverse ? t + 1 : t - 1
      let known = earlier < 0 || earlier >= steps.sizes.count ? 0 : Swift.min(n, steps.sizes[earlier])
      let target = at(result, steps.offsets[t], columns)
      if known > 0 { target.copyMemory(from: at(values, steps.offsets[earlier], columns), byteCount: known &* size) }
      if n > known {
        (target + known &* size).copyMemory(from: at(initial, known, columns), byteCount: (n - known) &* size)
      }
    }
    return result
  }

  /// Walks the steps backwards. `state` and `cell` hold the gradients of the final state on entry and of the initial one
  /// afterwards; `inputGates` takes the gradients at the gates' input, `hiddenGates` those of the GRU's hidden share,
  /// `raw` and `projected` what the projection's gradient needs.
  func backward<T: BinaryFloatingPoint>(
    _ type: T.Type, _ w: RecurrentWeights, gradient: Tensor?, gates: Tensor, cells: Tensor?, inner: Tensor?,
    out: Tensor,
    previous: Tensor, previousCells: Tensor?, state: Tensor, cell: Tensor?, inputGates: Tensor, hiddenGates: Tensor,
    raw: Tensor?, projected: Tensor?
  ) throws {
    let (h, g) = (hidden, columns)
    let tanh = try activation(.tanh)
    let scratch = try Tensor.empty([Swift.max(steps.batch, 1), h], dtype)
    let tanhs = try Tensor.empty([Swift.max(steps.batch, 1), h], dtype)
    for t in steps.order(reverse: reverse).reversed() {
      let (n, row) = (steps.sizes[t], steps.offsets[t])
      if let gradient {
        let (d, s) = (
          at(gradient, row, width).assumingMemoryBound(to: T.self), state.data.assumingMemoryBound(to: T.self)
        )
        for j in 0..<(n &* width) { s[j] += d[j] }
      }
      var dh = state
      if let projection = w.projection, let projected {
        if n &* width > 0 {
          at(projected, row, width).copyMemory(from: state.data, byteCount: n &* width &* dtype.size)
        }
        product(state.data, projection, into: scratch.data, rows: n, beta: 0, transposed: false)
        dh = scratch
      }
      parallelFor(n, grain: Swift.max(1, 4096 / Swift.max(g, 1))) { lo, hi in
        for i in lo..<hi {
          let d = at(dh, i, h).assumingMemoryBound(to: T.self)
          let a = at(gates, row &+ i, g).assumingMemoryBound(to: T.self)
          let q = at(inputGates, row &+ i, g).assumingMemoryBound(to: T.self)
          switch kind {
          case .tanh:
            let y = at(out, row &+ i, h).assumingMemoryBound(to: T.self)
            for j in 0..<h { q[j] = d[j] * (1 - y[j] * y[j]) }
          case .relu:
            let y = at(out, row &+ i, h).assumingMemoryBound(to: T.self)
            for j in 0..<h { q[j] = y[j] > 0 ? d[j] : 0 }
          case .lstm:
            guard let cell, let cells, let previousCells else { continue }
            let dc = at(cell, i, h).assumingMemoryBound(to: T.self)
            let before = at(previousCells, row &+ i, h).assumingMemoryBound(to: T.self)
            let tc = at(tanhs, i, h).assumingMemoryBound(to: T.self)
            tanh(tc, at(cells, row &+ i, h), h, noParameters)
            if let raw {
              let r = at(raw, row &+ i, h).assumingMemoryBound(to: T.self)
              for j in 0..<h { r[j] = tc[j] * a[3 &* h &+ j] }
            }
            for j in 0..<h {
              let (vi, vf, vg, vo) = (a[j], a[h &+ j], a[2 &* h &+ j], a[3 &* h &+ j])
              let v = dc[j] + d[j] * vo * (1 - tc[j] * tc[j])
              q[3 &* h &+ j] = d[j] * tc[j] * vo * (1 - vo)
              q[j] = v * vg * vi * (1 - vi)
              q[h &+ j] = v * before[j] * vf * (1 - vf)
              q[2 &* h &+ j] = v * vi * (1 - vg * vg)
              dc[j] = v * vf
            }
          case .gru:
            guard let inner else { continue }
            let before = at(previous, row &+ i, h).assumingMemoryBound(to: T.self)
            let hn = at(inner, row &+ i, h).assumingMemoryBound(to: T.self)
            let p = at(hiddenGates, row &+ i, g).assumingMemoryBound(to: T.self)
            for j in 0..<h {
              let (vr, vz, vn) = (a[j], a[h &+ j], a[2 &* h &+ j])
              let dn = d[j] * (1 - vz) * (1 - vn * vn)
              let dr = dn * hn[j] * vr * (1 - vr)
              let dz = d[j] * (before[j] - vn) * vz * (1 - vz)
              q[j] = dr
              q[h &+ j] = dz
              q[2 &* h &+ j] = dn
              p[j] = dr
              p[h &+ j] = dz
              p[2 &* h &+ j] = dn * vr
              d[j] *= vz
            }
          }
        }
      }
      product(
        at(hiddenGates, row, g), w.hiddenHidden, into: state.data, rows: n, beta: kind == .gru ? 1 : 0,
        transposed: false)
    }
    withExtendedLifetime((w.hiddenHidden, w.projection, gates, cells, inner, out, previous, previousCells)) {}
  }
}
