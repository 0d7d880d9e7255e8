/// Makes the tensors of test samples: reproducible values in a given dtype.
public struct SampleMaker {
  public let dtype: DType
  private var state: UInt64

  public init(dtype: DType, seed: UInt64 = 1) {
    self.dtype = dtype
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// Uniform in [0, 1).
  public mutating func uniform() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }

  /// Values in [low, high), away from every point in `avoiding` by at least 0.1; integers for integral dtypes.
  public mutating func tensor(
    _ shape: Shape, _ low: Double = -2, _ high: Double = 2, avoiding: [Double] = [], _ type: DType? = nil
  ) throws -> Tensor {
    let type = type ?? dtype
    let wide = try Tensor.empty(shape, .float64)
    let p = wide.data.assumingMemoryBound(to: Double.self)
    for i in 0..<wide.count {
      var v = low + (high - low) * uniform()
      for a in avoiding where Swift.abs(v - a) < 0.1 { v = a + (v < a ? -0.1 : 0.1) - (a - v) }
      if type.isIntegral { v = v.rounded(.down) }
      p[i] = v
    }
    return try Ops.to(wide, type)
  }

  /// Whole numbers in [low, high).
  public mutating func indices(_ shape: Shape, _ low: Int, _ high: Int) throws -> Tensor {
    try tensor(shape, Double(low), Double(high), .int64)
  }

  /// Values that are all different (for max, sort, median: derivatives exist).
  public mutating func distinct(_ shape: Shape) throws -> Tensor {
    let n = try shape.checkedElementCount()
    let wide = try Tensor.empty(shape, .float64)
    let p = wide.data.assumingMemoryBound(to: Double.self)
    for i in 0..<n { p[i] = Double(i) * 0.5 - Double(n) * 0.2 }
    var i = n - 1
    while i > 0 {
      let j = Int(uniform() * Double(i + 1))
      (p[i], p[j]) = (p[j], p[i])
      i -= 1
    }
    return try Ops.to(wide, dtype)
  }
}

/// What the tests run of an op: the dtypes, the calls, whether derivatives are checked, and calls that must fail.
public struct Samples: @unchecked Sendable {
  public var dtypes: [DType]
  /// Calls for one dtype.
  public var make: (inout SampleMaker) throws -> [[Value]]
  /// gradcheck and gradgradcheck apply (in float64).
  public var differentiable: Bool
  public var twiceDifferentiable: Bool
  /// The same values come out whatever the layout of the inputs; false for random and uninitialised results.
  public var deterministic = true
  /// The op reads the storage itself, so another layout gives another result (`as_strided`).
  public var layoutMatters = false
  /// Broadcasting one row over an input leaves a valid input; it makes matrices singular, for instance.
  public var takesBroadcast = true
  /// Arguments whose derivatives are not checked.
  public var constantArguments: Set<Int> = []
  /// Calls that must throw an error whose message contains the text.
  public var bad: (inout SampleMaker) throws -> [(arguments: [Value], message: String)] = { _ in [] }

  public init(
    dtypes: [DType], differentiable: Bool = true, twice: Bool = true, deterministic: Bool = true,
    bad: @escaping (inout SampleMaker) throws -> [(arguments: [Value], message: String)] = { _ in [] },
    _ make: @escaping (inout SampleMaker) throws -> [[Value]]
  ) {
    self.dtypes = dtypes
    self.differentiable = differentiable
    twiceDifferentiable = differentiable && twice
    self.deterministic = deterministic
    self.bad = bad
    self.make = make
  }

  var contiguousOnly: Samples {
    var s = self
    s.layoutMatters = true
    return s
  }

  /// Only the first argument carries a gradient.
  var firstOnly: Samples {
    var s = self
    s.constantArguments = Set(1..<16)
    return s
  }

  /// Inputs that broadcasting would spoil.
  var unspread: Samples {
    var s = self
    s.takesBroadcast = false
    return s
  }

  /// These arguments carry no gradient, as in PyTorch (class weights, targets).
  func constant(_ arguments: Set<Int>) -> Samples {
    var s = self
    s.constantArguments = arguments
    return s
  }

  var withoutGradients: Samples {
    var s = self
    s.differentiable = false
    s.twiceDifferentiable = false
    return s
  }

  public static let floats: [DType] = [.float32, .float64]
  public static let integers: [DType] = [.int64, .int32, .int16, .int8, .uint8]
  public static let numbers: [DType] = floats + integers
  public static let everything: [DType] = numbers + [.bool]

  /// `f(x)` with values in [low, high) away from the kinks, on shapes [5], [2, 3], [] and [0].
  public static func unary(
    _ low: Double = -2, _ high: Double = 2, avoiding: [Double] = [], dtypes: [DType] = floats,
    differentiable: Bool = true, more: [Value] = []
  ) -> Samples {
    Samples(dtypes: dtypes, differentiable: differentiable) { m in
      var calls: [[Value]] = []
      for shape: Shape in [[5], [2, 3], [], [0], [3, 1, 7]] {
        calls.append([.tensor(try m.tensor(shape, low, high, avoiding: avoiding))] + more)
      }
      return calls
    }
  }

  /// `f(a, b)` on equal, broadcast, 0-d and empty shapes, and with a number.
  public static func binary(
    _ low: Double = -2, _ high: Double = 2, avoiding: [Double] = [], secondLow: Double? = nil,
    secondHigh: Double? = nil, dtypes: [DType] = floats, differentiable: Bool = true, number: Double? = 2,
    more: [Value] = []
  ) -> Samples {
    Samples(dtypes: dtypes, differentiable: differentiable) { m in
      var calls: [[Value]] = []
      let pairs: [(Shape, Shape)] = [
        ([4], [4]), ([2, 3], [3]), ([2, 1], [1, 3]), ([], [3]), ([2, 2], []), ([0], [1]), ([2, 3, 2], [3, 1]),
      ]
      for (a, b) in pairs {
        calls.append(
          [
            .tensor(try m.tensor(a, low, high, avoiding: avoiding)),
            .tensor(try m.tensor(b, secondLow ?? low, secondHigh ?? high, avoiding: avoiding)),
          ] + more)
      }
      if let number {
        let v: Value = m.dtype.isIntegral ? .int(Int(number)) : .float(number)
        calls.append([.tensor(try m.tensor([3], low, high, avoiding: avoiding)), v] + more)
      }
      return calls
    }
  }
}
