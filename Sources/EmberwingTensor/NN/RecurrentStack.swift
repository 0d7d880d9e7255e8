// Recurrent networks of several layers and directions, on padded or packed sequences, and their cells.
extension Ops {
  private static func typed(_ message: String) -> EmberwingError { .runtime(message) }

  /// Checks the weights of one layer against its input and state.
  private static func check(
    _ kind: RecurrentKind, _ x: Tensor, _ h: Tensor, _ c: Tensor?, _ w: RecurrentWeights, batch: Int
  ) throws {
    let (wi, wh) = (w.inputHidden, w.hiddenHidden)
    if wi.dim != 2 || wh.dim != 2 || wi.shape[0] % kind.gates != 0 {
      throw typed(
        "\(kind.name): weights must be matrices of \(kind.gates) * hidden_size rows, but got \(wi.shape) and \(wh.shape)"
      )
    }
    if x.shape[1] != wi.shape[1] {
      throw typed("input.size(-1) must be equal to input_size. Expected \(wi.shape[1]), got \(x.shape[1])")
    }
    if h.dim != 2 || h.shape[0] != batch || wh.shape[0] != wi.shape[0] || wh.shape[1] != h.shape[1] {
      throw typed(
        "\(kind.name): hidden state of shape \(h.shape) and weight_hh of shape \(wh.shape) do not go with batch size \(batch) and weight_ih of shape \(wi.shape)"
      )
    }
    let hidden = wi.shape[0] / kind.gates
    if let p = w.projection {
      if p.shape != [h.shape[1], hidden] {
        throw typed("\(kind.name): weight_hr of shape \(p.shape) must be [\(h.shape[1]), \(hidden)]")
      }
    } else if h.shape[1] != hidden {
      throw typed("\(kind.name): hidden state of shape \(h.shape) must have \(hidden) columns")
    }
    if let c, c.shape != [batch, hidden] {
      throw typed("\(kind.name): cell state of shape \(c.shape) must be [\(batch), \(hidden)]")
    }
    for b in [w.inputBias, w.hiddenBias] {
      if let b, b.shape != [wi.shape[0]] {
        throw typed("\(kind.name): bias of shape \(b.shape) must be [\(wi.shape[0])]")
      }
    }
    if !x.dtype.isFloatingPoint { throw unsupported(kind.name, x.dtype) }
    for t in [h, c, wi, wh, w.inputBias, w.hiddenBias, w.projection] {
      if let t, t.dtype != x.dtype {
        throw typed(
          "mat1 and mat2 must have the same dtype, but got \(x.dtype.scalarTypeName) and \(t.dtype.scalarTypeName)")
      }
    }
  }

  /// One checked layer; half precision computes in single.
  private static func layer(
    _ kind: RecurrentKind, _ x: Tensor, _ steps: PackedSteps, _ h: Tensor, _ c: Tensor?, _ w: RecurrentWeights,
    reverse: Bool
  ) throws -> RecurrentResult {
    try check(kind, x, h, c, w, batch: steps.batch)
    let type = x.dtype
    if type == .float32 || type == .float64 {
      return try recurrentLayer(kind, x, steps, hidden: h, cell: c, w, reverse: reverse)
    }
    let wide = RecurrentWeights(
      inputHidden: try to(w.inputHidden, .float32), hiddenHidden: try to(w.hiddenHidden, .float32),
      inputBias: try w.inputBias.map { try to($0, .float32) },
      hiddenBias: try w.hiddenBias.map { try to($0, .float32) },
      projection: try w.projection.map { try to($0, .float32) })
    let r = try recurrentLayer(
      kind, to(x, .float32), steps, hidden: to(h, .float32), cell: c.map { try to($0, .float32) }, wide,
      reverse: reverse)
    return RecurrentResult(
      rows: try to(r.rows, type), hidden: try to(r.hidden, type), cell: try r.cell.map { try to($0, type) })
  }

  /// The weights of each layer and direction, in the order of PyTorch's flat list.
  private static func weights(
    _ kind: RecurrentKind, _ params: [Tensor], biases: Bool, units: Int
  ) throws -> [RecurrentWeights] {
    let plain = biases ? 4 : 2
    let each = units > 0 ? params.count / units : 0
    let projected = kind == .lstm && each == plain + 1
    if units <= 0 || params.count % units != 0 || !(each == plain || projected) {
      throw typed("got an incorrect number of RNN parameters")
    }
    return (0..<units).map { i in
      let p = params[(i * each)..<((i + 1) * each)].map { $0 }
      return RecurrentWeights(
        inputHidden: p[0], hiddenHidden: p[1], inputBias: biases ? p[2] : nil, hiddenBias: biases ? p[3] : nil,
        projection: projected ? p[plain] : nil)
    }
  }

  private static func stack(
    _ kind: RecurrentKind, _ data: Tensor, _ steps: PackedSteps, _ h0: Tensor, _ c0: Tensor?, _ params: [Tensor],
    biases: Bool, layers: Int, dropout p: Double, train: Bool, bidirectional: Bool
  ) throws -> RecurrentResult {
    let directions = bidirectional ? 2 : 1
    let units = layers.multipliedReportingOverflow(by: directions)
    let all = try weights(kind, params, biases: biases, units: units.overflow ? 0 : units.partialValue)
    for state in [h0, c0] {
      if let state, state.dim != 3 || state.shape[0] != all.count {
        throw typed("\(kind.name): state of shape \(state.shape) must be [\(all.count), batch, hidden_size]")
      }
    }
    var x = data
    var (hidden, cells): ([Tensor], [Tensor]) = ([], [])
    for l in 0..<layers {
      var sides: [Tensor] = []
      for d in 0..<directions {
        let i = l * directions + d
        let r = try layer(
          kind, x, steps, select(h0, 0, i), c0.map { try select($0, 0, i) }, all[i], reverse: d == 1)
        sides.append(r.rows)
        hidden.append(r.hidden)
        if let c = r.cell { cells.append(c) }
      }
      x = sides.count == 1 ? sides[0] : try cat(sides, 1)
      if train && p > 0 && l + 1 < layers { x = try dropout(x, p, true) }
    }
    return RecurrentResult(
      rows: x, hidden: try Ops.stack(hidden, 0), cell: cells.isEmpty ? nil : try Ops.stack(cells, 0))
  }

  private static func padded(
    _ kind: RecurrentKind, _ input: Tensor, _ h0: Tensor, _ c0: Tensor?, _ params: [Tensor], _ biases: Bool,
    _ layers: Int, _ dropout: Double, _ train: Bool, _ bidirectional: Bool, _ batchFirst: Bool
  ) throws -> RecurrentResult {
    if input.dim != 3 { throw typed("\(kind.name): Expected input to be 3D, got \(input.dim)D instead") }
    let x = batchFirst ? try transpose(input, 0, 1) : input
    let (steps, batch) = (x.shape[0], x.shape[1])
    if steps == 0 { throw typed("Expected sequence length to be larger than 0 in RNN") }
    // A tensor of no elements may have any sizes.
    if steps > 1 << 28 || steps.multipliedReportingOverflow(by: batch).overflow {
      throw typed("\(kind.name): input of shape \(input.shape) has too many steps")
    }
    var r = try stack(
      kind, reshape(x, [steps * batch, x.shape[2]]), PackedSteps(steps: steps, batch: batch), h0, c0, params,
      biases: biases, layers: layers, dropout: dropout, train: train, bidirectional: bidirectional)
    r.rows = try view(r.rows, [steps, batch, r.rows.shape[1]])
    if batchFirst { r.rows = try transpose(r.rows, 0, 1) }
    return r
  }

  private static func packed(
    _ kind: RecurrentKind, _ data: Tensor, _ sizes: Tensor, _ h0: Tensor, _ c0: Tensor?, _ params: [Tensor],
    _ biases: Bool, _ layers: Int, _ dropout: Double, _ train: Bool, _ bidirectional: Bool
  ) throws -> RecurrentResult {
    if data.dim != 2 { throw typed("input must have 2 dimensions, got \(data.dim)") }
    let steps = PackedSteps(try stepSizes(sizes, rows: data.shape[0]))
    return try stack(
      kind, data, steps, h0, c0, params, biases: biases, layers: layers, dropout: dropout, train: train,
      bidirectional: bidirectional)
  }

  private static func cellStates(_ hx: [Tensor], _ name: String) throws -> (Tensor, Tensor) {
    if hx.count != 2 { throw typed("\(name) expects two hidden states") }
    return (hx[0], hx[1])
  }

  private static func three(_ r: RecurrentResult) throws -> (Tensor, Tensor, Tensor) {
    guard let cell = r.cell else { throw typed("lstm: no cell state") }
    return (r.rows, r.hidden, cell)
  }

  public static func lstmInput(
    _ input: Tensor, _ hx: [Tensor], _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int, _ dropout: Double,
    _ train: Bool, _ bidirectional: Bool, _ batchFirst: Bool
  ) throws -> (Tensor, Tensor, Tensor) {
    let (h, c) = try cellStates(hx, "lstm")
    return try three(
      padded(.lstm, input, h, c, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst))
  }

  public static func lstmData(
    _ data: Tensor, _ batchSizes: Tensor, _ hx: [Tensor], _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int,
    _ dropout: Double, _ train: Bool, _ bidirectional: Bool
  ) throws -> (Tensor, Tensor, Tensor) {
    let (h, c) = try cellStates(hx, "lstm")
    return try three(packed(.lstm, data, batchSizes, h, c, params, hasBiases, numLayers, dropout, train, bidirectional))
  }

  public static func gruInput(
    _ input: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int, _ dropout: Double,
    _ train: Bool, _ bidirectional: Bool, _ batchFirst: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try padded(.gru, input, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst)
    return (r.rows, r.hidden)
  }

  public static func gruData(
    _ data: Tensor, _ batchSizes: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int,
    _ dropout: Double, _ train: Bool, _ bidirectional: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try packed(.gru, data, batchSizes, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional)
    return (r.rows, r.hidden)
  }

  public static func rnnTanhInput(
    _ input: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int, _ dropout: Double,
    _ train: Bool, _ bidirectional: Bool, _ batchFirst: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try padded(.tanh, input, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst)
    return (r.rows, r.hidden)
  }

  public static func rnnTanhData(
    _ data: Tensor, _ batchSizes: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int,
    _ dropout: Double, _ train: Bool, _ bidirectional: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try packed(.tanh, data, batchSizes, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional)
    return (r.rows, r.hidden)
  }

  public static func rnnReluInput(
    _ input: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int, _ dropout: Double,
    _ train: Bool, _ bidirectional: Bool, _ batchFirst: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try padded(.relu, input, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst)
    return (r.rows, r.hidden)
  }

  public static func rnnReluData(
    _ data: Tensor, _ batchSizes: Tensor, _ hx: Tensor, _ params: [Tensor], _ hasBiases: Bool, _ numLayers: Int,
    _ dropout: Double, _ train: Bool, _ bidirectional: Bool
  ) throws -> (Tensor, Tensor) {
    let r = try packed(.relu, data, batchSizes, hx, nil, params, hasBiases, numLayers, dropout, train, bidirectional)
    return (r.rows, r.hidden)
  }

  private static func cell(
    _ kind: RecurrentKind, _ input: Tensor, _ h: Tensor, _ c: Tensor?, _ wIh: Tensor, _ wHh: Tensor, _ bIh: Tensor?,
    _ bHh: Tensor?
  ) throws -> RecurrentResult {
    if input.dim != 2 { throw typed("\(kind.name)_cell: Expected input to be 2D, got \(input.dim)D instead") }
    if wIh.dim == 2, input.shape[1] != wIh.shape[1] {
      throw typed("input has inconsistent input_size: got \(input.shape[1]) expected \(wIh.shape[1])")
    }
    let hidden = wHh.dim == 2 ? wHh.shape[1] : 0
    for (i, state) in [h, c].enumerated() {
      guard let state else { continue }
      if state.dim != 2 || state.shape[0] != input.shape[0] {
        throw typed(
          "Input batch size \(input.shape[0]) doesn't match hidden\(i) batch size \(state.dim > 0 ? state.shape[0] : 0)"
        )
      }
      if state.shape[1] != hidden {
        throw typed("hidden\(i) has inconsistent hidden_size: got \(state.shape[1]), expected \(hidden)")
      }
    }
    let w = RecurrentWeights(inputHidden: wIh, hiddenHidden: wHh, inputBias: bIh, hiddenBias: bHh, projection: nil)
    return try layer(kind, input, PackedSteps([input.shape[0]]), h, c, w, reverse: false)
  }

  public static func lstmCell(
    _ input: Tensor, _ hx: [Tensor], _ wIh: Tensor, _ wHh: Tensor, _ bIh: Tensor?, _ bHh: Tensor?
  ) throws -> (Tensor, Tensor) {
    let (h, c) = try cellStates(hx, "lstm_cell")
    let (_, hidden, value) = try three(cell(.lstm, input, h, c, wIh, wHh, bIh, bHh))
    return (hidden, value)
  }

  public static func gruCell(
    _ input: Tensor, _ hx: Tensor, _ wIh: Tensor, _ wHh: Tensor, _ bIh: Tensor?, _ bHh: Tensor?
  ) throws -> Tensor { try cell(.gru, input, hx, nil, wIh, wHh, bIh, bHh).rows }

  public static func rnnTanhCell(
    _ input: Tensor, _ hx: Tensor, _ wIh: Tensor, _ wHh: Tensor, _ bIh: Tensor?, _ bHh: Tensor?
  ) throws -> Tensor { try cell(.tanh, input, hx, nil, wIh, wHh, bIh, bHh).rows }

  public static func rnnReluCell(
    _ input: Tensor, _ hx: Tensor, _ wIh: Tensor, _ wHh: Tensor, _ bIh: Tensor?, _ bHh: Tensor?
  ) throws -> Tensor { try cell(.relu, input, hx, nil, wIh, wHh, bIh, bHh).rows }
}
