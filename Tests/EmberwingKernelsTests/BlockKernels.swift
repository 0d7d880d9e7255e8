import EmberwingCore
import EmberwingKernels

#if arch(x86_64)
import EmberwingKernelsV3
#endif

/// The kernels over whole blocks, as the tests call them for each build.
protocol BlockKernels {
  static func reduce(
    _ op: ReduceOp, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int,
    inner: Int)
  static func argReduce(
    largest: Bool, _ type: DType, values: UnsafeMutableRawPointer?, indices: UnsafeMutablePointer<Int64>,
    _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  static func moments(
    _ type: DType, mean: UnsafeMutableRawPointer?, squaredDeviations: UnsafeMutableRawPointer?, _ x: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int)
  static func scan(
    product: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  static func softmax(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  static func softmaxBackward(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, gradient: UnsafeRawPointer, _ y: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int)
  static func gemm(
    _ type: DType, transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Double, _ a: UnsafeRawPointer,
    lda: Int, _ b: UnsafeRawPointer, ldb: Int, beta: Double, _ c: UnsafeMutableRawPointer, ldc: Int)
  static func gemmBatched(
    _ type: DType, transposeA: Bool, transposeB: Bool, batch: Int, m: Int, n: Int, k: Int, alpha: Double,
    _ a: UnsafeRawPointer, lda: Int, strideA: Int, _ b: UnsafeRawPointer, ldb: Int, strideB: Int, beta: Double,
    _ c: UnsafeMutableRawPointer, ldc: Int, strideC: Int)
  static func conv2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    bias: UnsafeRawPointer?, _ g: Conv2dGeometry)
  static func conv2dInputGradient(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    _ g: Conv2dGeometry)
  static func conv2dWeightGradient(
    _ type: DType, _ gradWeight: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer,
    _ g: Conv2dGeometry)
  static func maxPool2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, indices: UnsafeMutablePointer<Int64>, _ x: UnsafeRawPointer,
    _ g: Pool2dGeometry)
  static func maxPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer,
    indices: UnsafePointer<Int64>, _ g: Pool2dGeometry)
  static func avgPool2d(_ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ g: Pool2dGeometry)
  static func avgPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ g: Pool2dGeometry)
  static func normalizeChannels(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, bias: UnsafeRawPointer?, n: Int, c: Int, inner: Int)
  static func channelMoments(
    _ type: DType, mean: UnsafeMutableRawPointer, variance: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, n: Int,
    c: Int, inner: Int)
  static func normalizeChannelsBackward(
    _ type: DType, gradInput: UnsafeMutableRawPointer?, gradWeight: UnsafeMutableRawPointer?,
    gradBias: UnsafeMutableRawPointer?, gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, training: Bool, n: Int, c: Int, inner: Int)
  static func nllRows(
    _ type: DType, _ out: UnsafeMutableRawPointer?, _ logProbabilities: UnsafeRawPointer,
    targets: UnsafePointer<Int64>, weights: UnsafeRawPointer?, ignoreIndex: Int64, rows: Int, classes: Int
  ) -> (loss: Double, weight: Double)
  static func sgdStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, momentumBuffer: UnsafeMutableRawPointer?,
    firstStep: Bool, count: Int, _ o: SGDCoefficients)
  static func adamStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, _ m: UnsafeMutableRawPointer,
    _ v: UnsafeMutableRawPointer, maxV: UnsafeMutableRawPointer?, count: Int, _ o: AdamCoefficients)
  static func rmspropStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, squareAverage: UnsafeMutableRawPointer,
    momentumBuffer: UnsafeMutableRawPointer?, gradientAverage: UnsafeMutableRawPointer?, count: Int,
    _ o: RMSpropCoefficients)
  static func adagradStep(
    _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer, sum: UnsafeMutableRawPointer, count: Int,
    _ o: AdagradCoefficients)
}

extension EmberwingKernels.CPUKernels: BlockKernels {}
#if arch(x86_64)
extension EmberwingKernelsV3.CPUKernels: BlockKernels {}
var blockBuilds: [any BlockKernels.Type] { [EmberwingKernels.CPUKernels.self, EmberwingKernelsV3.CPUKernels.self] }
#else
var blockBuilds: [any BlockKernels.Type] { [EmberwingKernels.CPUKernels.self] }
#endif

/// A small reproducible stream of numbers in -1..<1.
struct Stream {
  var state: UInt64 = 88_172_645_463_325_252
  mutating func next() -> Float {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Float(Int64(state >> 40)) / Float(1 << 23) - 1
  }
  mutating func floats(_ n: Int) -> [Float] { (0..<n).map { _ in next() } }
}

/// The largest difference relative to the larger of 1 and the expected value.
func worst(_ got: [Float], _ want: [Double]) -> Double {
  var most = got.count == want.count ? 0.0 : .infinity
  for (a, b) in zip(got, want) {
    if a.isNaN != b.isNaN { return .infinity }
    if Double(a) == b || b.isNaN { continue }
    most = max(most, abs(Double(a) - b) / max(1, abs(b)))
  }
  return most
}
