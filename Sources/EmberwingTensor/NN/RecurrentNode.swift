// The graph node of one recurrent layer in one direction.

/// The results of one layer in one direction: all rows, and the final state.
struct RecurrentResult {
  var rows: Tensor
  var hidden: Tensor
  var cell: Tensor?
}

extension Ops {
  private static func run<R>(_ dtype: DType, _ single: () throws -> R, _ double: () throws -> R) rethrows -> R {
    dtype == .float64 ? try double() : try single()
  }

  private static func fresh(_ t: Tensor) throws -> Tensor { try cloneContiguousData(t) }

  /// One layer in one direction over packed rows [rows, features]; float32 and float64.
  static func recurrentLayer(
    _ kind: RecurrentKind, _ x: Tensor, _ steps: PackedSteps, hidden h0: Tensor, cell c0: Tensor?,
    _ w: RecurrentWeights,
    reverse: Bool
  ) throws -> RecurrentResult {
    let r = Recurrence(
      kind: kind, steps: steps, reverse: reverse, hidden: w.inputHidden.shape[0] / kind.gates, width: h0.shape[1],
      dtype: x.dtype)
    let inputs: [Tensor?] = [
      x, h0, c0, w.inputHidden, w.hiddenHidden, w.inputBias, w.hiddenBias, w.projection,
    ]
    let (out, state, cell, gates, cells, inner) = try withGradMode(false) {
      let dense = try dense(w)
      // A GRU multiplies the hidden share of its last gate, so that bias stays apart.
      let both = kind != .gru ? try w.inputBias.flatMap { a in try w.hiddenBias.map { try plus(a, $0) } } : nil
      let gates = try linear(x, dense.inputHidden, both ?? w.inputBias)
      let out = try Tensor.empty([steps.rows, r.width], r.dtype)
      let (state, cell) = (try fresh(h0), try c0.map { try fresh($0) })
      let cells = kind == .lstm ? try Tensor.empty([steps.rows, r.hidden], r.dtype) : nil
      let inner = kind == .gru ? try Tensor.empty([steps.rows, r.hidden], r.dtype) : nil
      try run(
        r.dtype,
        {
          try r.forward(
            Float.self, dense, gates: gates, state: state, cell: cell, out: out, cells: cells, inner: inner)
        },
        {
          try r.forward(
            Double.self, dense, gates: gates, state: state, cell: cell, out: out, cells: cells, inner: inner)
        })
      return (out, state, cell, gates, cells, inner)
    }
    var outputs = [out, state]
    if let cell { outputs.append(cell) }
    Tensor.recordedMany(
      "\(kind.name)Backward0", outputs: outputs, inputs: inputs, save: inputs + [gates, cells, inner], saveOutputs: [0]
    ) { g, s in
      if isGradEnabled { return try recurrentComposite(r, g, s) }
      return try recurrentGradients(r, g, s)
    }
    return RecurrentResult(rows: out, hidden: state, cell: cell)
  }

  private static func dense(_ w: RecurrentWeights) throws -> RecurrentWeights {
    RecurrentWeights(
      inputHidden: try contiguous(w.inputHidden), hiddenHidden: try contiguous(w.hiddenHidden),
      inputBias: try w.inputBias.map { try contiguous($0) }, hiddenBias: try w.hiddenBias.map { try contiguous($0) },
      projection: try w.projection.map { try contiguous($0) })
  }

  private static func savedWeights(_ s: SavedTensors) throws -> RecurrentWeights {
    RecurrentWeights(
      inputHidden: try s[3], hiddenHidden: try s[4], inputBias: try s.optional(5), hiddenBias: try s.optional(6),
      projection: try s.optional(7))
  }

  private static func recurrentGradients(_ r: Recurrence, _ g: [Tensor?], _ s: SavedTensors) throws -> Grads {
    let w = try dense(savedWeights(s))
    let (x, h0, c0) = (try s[0], try s[1], try s.optional(2))
    let (gates, cells, inner, out) = (try s[8], try s.optional(9), try s.optional(10), try s[11])
    let state = try g[1].map { try fresh($0) } ?? Tensor.zeros(h0.shape, r.dtype)
    let cell = try c0.map { c in try (g.count > 2 ? g[2] : nil).map { try fresh($0) } ?? Tensor.zeros(c.shape, r.dtype)
    }
    let previous = try r.before(out, contiguous(h0), r.width)
    let previousCells = try cells.flatMap { c in try c0.map { try r.before(c, contiguous($0), r.hidden) } }
    let inputGates = try Tensor.empty([r.steps.rows, r.columns], r.dtype)
    let hiddenGates = r.kind == .gru ? try Tensor.empty([r.steps.rows, r.columns], r.dtype) : inputGates
    let raw = w.projection == nil ? nil : try Tensor.empty([r.steps.rows, r.hidden], r.dtype)
    let projected = w.projection == nil ? nil : try Tensor.empty([r.steps.rows, r.width], r.dtype)
    let gradient = try g[0].map { try contiguous($0) }
    try run(
      r.dtype,
      {
        try r.backward(
          Float.self, w, gradient: gradient, gates: gates, cells: cells, inner: inner, out: out, previous: previous,
          previousCells: previousCells, state: state, cell: cell, inputGates: inputGates, hiddenGates: hiddenGates,
          raw: raw, projected: projected)
      },
      {
        try r.backward(
          Double.self, w, gradient: gradient, gates: gates, cells: cells, inner: inner, out: out, previous: previous,
          previousCells: previousCells, state: state, cell: cell, inputGates: inputGates, hiddenGates: hiddenGates,
          raw: raw, projected: projected)
      })
    let inputBias = s.needs(5) || (s.needs(6) && r.kind != .gru) ? try sum(inputGates, [0], false, nil) : nil
    let hiddenBias = s.needs(6) ? r.kind == .gru ? try sum(hiddenGates, [0], false, nil) : inputBias : nil
    return Grads(all: [
      s.needs(0) ? try mm(inputGates, w.inputHidden) : nil, s.needs(1) ? state : nil, s.needs(2) ? cell : nil,
      s.needs(3) ? try mm(t(inputGates), x) : nil, s.needs(4) ? try mm(t(hiddenGates), previous) : nil,
      s.needs(5) ? inputBias : nil, hiddenBias,
      s.needs(7) ? try projected.flatMap { p in try raw.map { try mm(t(p), $0) } } : nil,
    ])
  }

  /// The gradients as functions that can be differentiated again: the layer once more, made of recorded ops.
  private static func recurrentComposite(_ r: Recurrence, _ g: [Tensor?], _ s: SavedTensors) throws -> Grads {
    // Each input through a node of its own: a gradient counts this layer's use alone, not an earlier one's.
    var own: [Tensor?] = []
    for i in 0..<8 { own.append(try s.optional(i).map { try view($0, $0.shape) }) }
    guard let x = own[0], let h0 = own[1], let wi = own[3], let wh = own[4] else { return Grads(nil) }
    let w = RecurrentWeights(
      inputHidden: wi, hiddenHidden: wh, inputBias: own[5], hiddenBias: own[6], projection: own[7])
    let again = try recurrentSteps(r, x, h0, own[2], w)
    var outputs: [Tensor] = []
    var gradients: [Tensor?] = []
    for (i, y) in [again.rows, again.hidden, again.cell].enumerated() {
      if let y, i < g.count, let d = g[i], y.requiresGrad {
        outputs.append(y)
        gradients.append(d)
      }
    }
    let wanted = (0..<8).filter { s.needs($0) }
    let found = try Autograd.grad(
      outputs, wanted.compactMap { own[$0] }, gradOutputs: gradients, retainGraph: true, createGraph: true,
      allowUnused: true)
    var all = [Tensor?](repeating: nil, count: 8)
    for (i, d) in zip(wanted, found) { all[i] = d }
    return Grads(all: all)
  }

  private static func recurrentSteps(
    _ r: Recurrence, _ x: Tensor, _ h0: Tensor, _ c0: Tensor?, _ w: RecurrentWeights
  ) throws -> RecurrentResult {
    let gates = try linear(x, w.inputHidden, w.inputBias)
    var (h, c) = (h0, c0)
    var rows: [Tensor] = []
    let order = r.steps.order(reverse: r.reverse)
    for t in order {
      let n = r.steps.sizes[t]
      let a = try narrow(gates, 0, r.steps.offsets[t], n)
      let before = try narrow(h, 0, 0, n)
      let b = try linear(before, w.hiddenHidden, w.hiddenBias)
      var next: Tensor
      switch r.kind {
      case .tanh: next = try tanh(Calc.add(a, b))
      case .relu: next = try relu(Calc.add(a, b))
      case .gru:
        let (p, q) = (try chunk(a, 3, 1), try chunk(b, 3, 1))
        let (reset, update) = (try sigmoid(Calc.add(p[0], q[0])), try sigmoid(Calc.add(p[1], q[1])))
        let new = try tanh(Calc.add(p[2], Calc.mul(reset, q[2])))
        next = try Calc.add(new, Calc.mul(update, Calc.sub(before, new)))
      case .lstm:
        guard let cell = c else { continue }
        let p = try chunk(Calc.add(a, b), 4, 1)
        let kept = try Calc.mul(sigmoid(p[1]), narrow(cell, 0, 0, n))
        let value = try Calc.add(kept, Calc.mul(sigmoid(p[0]), tanh(p[2])))
        next = try Calc.mul(sigmoid(p[3]), tanh(value))
        if let projection = w.projection { next = try linear(next, projection, nil) }
        c = try joined(value, cell, n)
      }
      h = try joined(next, h, n)
      rows.append(next)
    }
    if r.reverse { rows.reverse() }
    return RecurrentResult(rows: try cat(rows, 0), hidden: h, cell: c)
  }

  /// New values of the first `n` rows, and the old ones of the others.
  private static func joined(_ new: Tensor, _ old: Tensor, _ n: Int) throws -> Tensor {
    n == old.shape[0] ? new : try cat([new, narrow(old, 0, n, old.shape[0] - n)], 0)
  }
}
