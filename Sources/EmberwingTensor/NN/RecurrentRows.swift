// The registry rows of recurrent networks and packed sequences.
extension Ops {
  private static func parameters(_ m: inout SampleMaker, _ gates: Int, directions: Int, projection: Int = 0) throws
    -> [Tensor]
  {
    var all: [Tensor] = []
    let (inputs, hidden) = (2, 3)
    for _ in 0..<directions {
      let width = projection > 0 ? projection : hidden
      all += [
        try m.tensor([gates * hidden, inputs], -1, 1), try m.tensor([gates * hidden, width], -1, 1),
        try m.tensor([gates * hidden], -1, 1), try m.tensor([gates * hidden], -1, 1),
      ]
      if projection > 0 { all.append(try m.tensor([projection, hidden], -1, 1)) }
    }
    return all
  }

  private static func sequenceSamples(_ gates: Int, packed: Bool, cells: Bool) -> Samples {
    Samples(dtypes: Samples.floats) { m in
      var calls: [[Value]] = []
      for directions in 1...2 {
        let projection = cells && directions == 1 ? 2 : 0
        let width = projection > 0 ? projection : 3
        var call: [Value] = [.tensor(try m.tensor(packed ? [4, 2] : [3, 2, 2], -1, 1))]
        if packed { call.append(.tensor(try Tensor.copying([Int64(2), 1, 1], shape: [3], dtype: .int64))) }
        let h = try m.tensor([directions, 2, width], -1, 1)
        call.append(cells ? .tensors([h, try m.tensor([directions, 2, 3], -1, 1)]) : .tensor(h))
        call += [
          .tensors(try parameters(&m, gates, directions: directions, projection: projection)), .bool(true), .int(1),
          .float(0), .bool(false), .bool(directions == 2),
        ]
        if !packed { call.append(.bool(false)) }
        calls.append(call)
      }
      return calls
    }
  }

  private static func cellSamples(_ gates: Int, cells: Bool) -> Samples {
    Samples(dtypes: Samples.floats) { m in
      let h = try m.tensor([2, 3], -1, 1)
      let state: Value = cells ? .tensors([h, try m.tensor([2, 3], -1, 1)]) : .tensor(h)
      let weights: [Value] = try parameters(&m, gates, directions: 1).map { .tensor($0) }
      return [[.tensor(try m.tensor([2, 2], -1, 1)), state] + weights]
    }
  }

  @_optimize(none)
  static func registerRecurrent(_ r: inout Registry) {
    let tail = "params, has_biases, num_layers, dropout, train, bidirectional"
    let weights = "w_ih, w_hh, b_ih=None, b_hh=None"
    r.add(
      "lstm.input(input, hx, \(tail), batch_first) -> (output, h_n, c_n)", lstmInput,
      "Long short-term memory over sequences [time, batch, features]; `hx` holds the initial hidden and cell state.",
      on: .hidden, samples: sequenceSamples(4, packed: false, cells: true))
    r.add(
      "lstm.data(data, batch_sizes, hx, \(tail)) -> (output, h_n, c_n)", lstmData,
      "Long short-term memory over packed sequences [rows, features].", on: .hidden,
      samples: sequenceSamples(4, packed: true, cells: true).unspread)
    r.add(
      "gru.input(input, hx, \(tail), batch_first) -> (output, h_n)", gruInput,
      "Gated recurrent unit over sequences [time, batch, features].", on: .hidden,
      samples: sequenceSamples(3, packed: false, cells: false))
    r.add(
      "gru.data(data, batch_sizes, hx, \(tail)) -> (output, h_n)", gruData,
      "Gated recurrent unit over packed sequences [rows, features].", on: .hidden,
      samples: sequenceSamples(3, packed: true, cells: false).unspread)
    r.add(
      "rnn_tanh.input(input, hx, \(tail), batch_first) -> (output, h_n)", rnnTanhInput,
      "Recurrent network with tanh over sequences [time, batch, features].", on: .hidden,
      samples: sequenceSamples(1, packed: false, cells: false))
    r.add(
      "rnn_tanh.data(data, batch_sizes, hx, \(tail)) -> (output, h_n)", rnnTanhData,
      "Recurrent network with tanh over packed sequences [rows, features].", on: .hidden,
      samples: sequenceSamples(1, packed: true, cells: false).unspread)
    r.add(
      "rnn_relu.input(input, hx, \(tail), batch_first) -> (output, h_n)", rnnReluInput,
      "Recurrent network with ReLU over sequences [time, batch, features].", on: .hidden,
      samples: sequenceSamples(1, packed: false, cells: false))
    r.add(
      "rnn_relu.data(data, batch_sizes, hx, \(tail)) -> (output, h_n)", rnnReluData,
      "Recurrent network with ReLU over packed sequences [rows, features].", on: .hidden,
      samples: sequenceSamples(1, packed: true, cells: false).unspread)
    r.add(
      "lstm_cell(input, hx, \(weights)) -> (h, c)", lstmCell,
      "One step of a long short-term memory on inputs [batch, features].", on: .function,
      samples: cellSamples(4, cells: true))
    r.add(
      "gru_cell(input, hx, \(weights))", gruCell, "One step of a gated recurrent unit on inputs [batch, features].",
      on: .function, samples: cellSamples(3, cells: false))
    r.add(
      "rnn_tanh_cell(input, hx, \(weights))", rnnTanhCell, "One step of a tanh network on inputs [batch, features].",
      on: .function, samples: cellSamples(1, cells: false))
    r.add(
      "rnn_relu_cell(input, hx, \(weights))", rnnReluCell, "One step of a ReLU network on inputs [batch, features].",
      on: .function, samples: cellSamples(1, cells: false))
    registerPackedSequences(&r)
  }

  @_optimize(none)
  private static func registerPackedSequences(_ r: inout Registry) {
    r.add(
      "pack_padded_sequence(input, lengths, batch_first=False) -> (data, batch_sizes)", packPaddedSequence,
      "The rows of padded sequences that lie within their lengths, step by step, and how many each step has.",
      on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        let lengths = try Tensor.copying([Int64(3), 1], shape: [2], dtype: .int64)
        return [[.tensor(try m.tensor([3, 2, 2])), .tensor(lengths), .bool(false)]]
      }.firstOnly)
    r.add(
      "pad_packed_sequence(data, batch_sizes, batch_first=False, padding_value=0.0, total_length=0) -> (padded, lengths)",
      padPackedSequence, "Packed rows as padded sequences [time, batch, features], and their lengths.", on: .hidden,
      samples: Samples(dtypes: Samples.floats) { m in
        let sizes = try Tensor.copying([Int64(2), 1, 1], shape: [3], dtype: .int64)
        return [[.tensor(try m.tensor([4, 2])), .tensor(sizes), .bool(true), .float(0.5), .int(5)]]
      }.firstOnly.unspread)
  }
}
