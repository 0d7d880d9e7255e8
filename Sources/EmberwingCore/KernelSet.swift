// What one build of the kernel folder provides. The folder is built for each instruction set; the tensor room picks one
// of the builds at start and calls it through this protocol.
//
// Elementwise kernels work on contiguous blocks only. Strides, broadcasting and conversion between dtypes are the
// driver's business (`Elementwise` in the tensor room): it stages what is not contiguous through small buffers that stay
// in the first-level cache. So a kernel is written once, and a value never depends on the layout it came from.
// Blocks may start at any multiple of the element size (no alignment promised). `out` may be the very same pointer as
// an input, never a shifted one. float16 and bfloat16 never reach a kernel other than `convert`: they compute as float32.

/// out, input, count, parameters.
public typealias UnaryBlock = @convention(c) (UnsafeMutableRawPointer, UnsafeRawPointer, Int, UnsafePointer<Double>) -> Void
/// out, a, b, count, parameters.
public typealias BinaryBlock = @convention(c) (
  UnsafeMutableRawPointer, UnsafeRawPointer, UnsafeRawPointer, Int, UnsafePointer<Double>
) -> Void
/// out, a, b, c, count, parameters.
public typealias TernaryBlock = @convention(c) (
  UnsafeMutableRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, Int, UnsafePointer<Double>
) -> Void

/// Unary functions T → T. `p` are the parameters, in order.
public enum UnaryOp: UInt8, Sendable, CaseIterable {
  case neg, abs, square, sign, bitwiseNot  // every numeric type; bitwiseNot: integers, and logical not for bool
  case exp, exp2, expm1, log, log2, log10, log1p, sqrt, rsqrt, reciprocal
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case sigmoid, erf, erfc, lgamma, digamma
  case floor, ceil, round, trunc, frac  // round: half to even
  case relu  // max(x, 0), NaN stays
  case leakyRelu  // p0 = slope
  case elu  // p0 = alpha, p1 = scale, p2 = input_scale
  case gelu, geluTanh, silu, mish, hardswish, hardsigmoid, logSigmoid
  case softplus  // p0 = beta, p1 = threshold
  case clampMin, clampMax, clamp  // p0 (, p1); NaN stays
  case powScalar  // x ** p0, with exact shortcuts for 2, 3, 0.5, -0.5, -1, -2
}

/// Binary functions T × T → T.
public enum BinaryOp: UInt8, Sendable, CaseIterable {
  case add, sub, mul  // integers wrap; bool: or, xor-like by PyTorch's rules (add = or, mul = and)
  case addScaled  // a + p0 * b
  case div  // floating point
  case floorDiv, truncDiv  // Python's // and C's; integer division by zero is checked by the caller
  case remainder, fmod  // Python's % (sign of b), C's
  case pow
  case maximum, minimum  // NaN wins
  case fmax, fmin  // NaN loses
  case atan2, hypot, copysign, nextafter
  case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight  // integers and bool
  // Derivatives that would otherwise take two or three passes; a = gradient, b = input or output as named.
  case sigmoidBackward  // a * b * (1 - b), b = output
  case tanhBackward  // a * (1 - b * b), b = output
  case thresholdBackward  // b > p0 ? a : 0
  case leakyReluBackward  // b > 0 ? a : a * p0
  case eluBackward  // p0 = alpha, p1 = scale, p2 = input_scale, p3 = 1 when b is the output
  case geluBackward, geluTanhBackward, siluBackward, hardswishBackward, hardsigmoidBackward, softplusBackward, mishBackward
  // Losses, elementwise.
  case squaredDifference  // (a - b)²
  case smoothL1  // p0 = beta
  case huber  // p0 = delta
  case bce  // a = probability, b = target; logarithms clamped at -100
  case bceWithLogits  // (1 - b) * a + max(-a, 0) + log(exp(-max) + exp(-a - max))
  case xlogy
}

/// T × T → bool, and T × T → bool logic.
public enum CompareOp: UInt8, Sendable, CaseIterable {
  case eq, ne, lt, le, gt, ge, logicalAnd, logicalOr, logicalXor
}

/// T → bool.
public enum PredicateOp: UInt8, Sendable, CaseIterable {
  case isNaN, isInf, isFinite, isPosInf, isNegInf, logicalNot, signbit
}

/// Ternary functions.
public enum TernaryOp: UInt8, Sendable, CaseIterable {
  case `where`  // bool × T × T → T
  case addcmul  // a + p0 * b * c
  case addcdiv  // a + p0 * b / c
  case lerp  // a + c * (b - a), PyTorch's two-sided form
  case clampTensor  // min(max(a, b), c), NaN wins
  case smoothL1Backward  // a = gradient, b = input, c = target, p0 = beta
  case huberBackward  // as above, p0 = delta
  case bceBackward  // a * (b - c) / max((1 - b) * b, 1e-12)
  case bceWithLogitsBackward  // a * (sigmoid(b) - c)
  case mseBackward  // 2 * a * (b - c)
}

/// Reductions of the middle axis of a contiguous `[outer, n, inner]` block.
public enum ReduceOp: UInt8, Sendable, CaseIterable {
  case sum, prod, max, min  // T → T; NaN wins in max and min. sum of floats: fixed-shape pairwise, independent of threads
  case all, any  // T → bool
  case sumOfSquares  // T → T, for norms
  case sumOfAbs
  case logSumExp
}

/// What one build of the kernel folder provides; nil where an operation does not exist for a dtype.
public protocol KernelSet {
  /// `baseline`, `avx2` or `avx512`; `neon` for the baseline on arm64.
  static var capability: String { get }

  // MARK: elementwise (contiguous blocks)
  static func unary(_ op: UnaryOp, _ type: DType) -> UnaryBlock?
  static func predicate(_ op: PredicateOp, _ type: DType) -> UnaryBlock?
  static func binary(_ op: BinaryOp, _ type: DType) -> BinaryBlock?
  static func compare(_ op: CompareOp, _ type: DType) -> BinaryBlock?
  static func ternary(_ op: TernaryOp, _ type: DType) -> TernaryBlock?
  /// Conversion between any two dtypes, PyTorch's rules (float → int truncates, out of range wraps without trapping;
  /// anything → bool is `!= 0`; complex → real drops the imaginary part).
  static func convert(_ from: DType, _ to: DType) -> UnaryBlock

  // MARK: movement (by element size 1, 2, 4, 8 or 16; strides in elements)
  static func fill(_ out: UnsafeMutableRawPointer, _ value: UnsafeRawPointer, elementSize: Int, count: Int)
  /// out[i] = x[i * stride]
  static func gather(_ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, stride: Int, elementSize: Int, count: Int)
  /// out[i * stride] = x[i]
  static func scatter(_ out: UnsafeMutableRawPointer, stride: Int, _ x: UnsafeRawPointer, elementSize: Int, count: Int)
  /// out (rows × columns, row-major) = x read with strides (rowStride, columnStride): a tiled transposing copy.
  static func transpose(
    _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, rows: Int, columns: Int, rowStride: Int, columnStride: Int,
    elementSize: Int)

  // MARK: reductions over the middle axis of contiguous [outer, n, inner]; parallel inside
  static func reduce(
    _ op: ReduceOp, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  /// First index of the largest (or smallest) value, NaN counting as such; `values` may be nil.
  static func argReduce(
    largest: Bool, _ type: DType, values: UnsafeMutableRawPointer?, indices: UnsafeMutablePointer<Int64>,
    _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  /// Mean and sum of squared deviations (two passes, float types); either output may be nil.
  static func moments(
    _ type: DType, mean: UnsafeMutableRawPointer?, squaredDeviations: UnsafeMutableRawPointer?, _ x: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int)
  /// Inclusive scan along the middle axis: sum or product.
  static func scan(
    product: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)

  // MARK: softmax over the middle axis of contiguous [outer, n, inner], float32 and float64; parallel inside
  static func softmax(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, outer: Int, n: Int, inner: Int)
  /// `y` is the forward result. softmax: y * (g - Σ g·y). log: g - exp(y) · Σ g.
  static func softmaxBackward(
    log: Bool, _ type: DType, _ out: UnsafeMutableRawPointer, gradient: UnsafeRawPointer, _ y: UnsafeRawPointer,
    outer: Int, n: Int, inner: Int)

  // MARK: matrix products, row-major; parallel inside in pieces of fixed size, so independent of the thread count
  /// c (m × n) = alpha * op(a) (m × k) * op(b) (k × n) + beta * c. Float types through OpenBLAS, integers by our own loop.
  /// With beta == 0, c is not read. lda, ldb, ldc: row lengths in elements of the matrices as stored.
  static func gemm(
    _ type: DType, transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Double, _ a: UnsafeRawPointer,
    lda: Int, _ b: UnsafeRawPointer, ldb: Int, beta: Double, _ c: UnsafeMutableRawPointer, ldc: Int)
  /// `batch` products; strides in elements between matrices (0 repeats one).
  static func gemmBatched(
    _ type: DType, transposeA: Bool, transposeB: Bool, batch: Int, m: Int, n: Int, k: Int, alpha: Double,
    _ a: UnsafeRawPointer, lda: Int, strideA: Int, _ b: UnsafeRawPointer, ldb: Int, strideB: Int, beta: Double,
    _ c: UnsafeMutableRawPointer, ldc: Int, strideC: Int)

  // MARK: convolution (float32, float64), NCHW contiguous; bias may be nil; parallel inside
  static func conv2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    bias: UnsafeRawPointer?, _ g: Conv2dGeometry)
  /// Gradient with respect to the input; also the forward of the transposed convolution.
  static func conv2dInputGradient(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ weight: UnsafeRawPointer,
    _ g: Conv2dGeometry)
  static func conv2dWeightGradient(
    _ type: DType, _ gradWeight: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer,
    _ g: Conv2dGeometry)

  // MARK: pooling over planes (N·C planes of height × width); indices are flat positions in the plane, as PyTorch's
  static func maxPool2d(
    _ type: DType, _ out: UnsafeMutableRawPointer, indices: UnsafeMutablePointer<Int64>, _ x: UnsafeRawPointer,
    _ g: Pool2dGeometry)
  static func maxPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer,
    indices: UnsafePointer<Int64>, _ g: Pool2dGeometry)
  static func avgPool2d(_ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, _ g: Pool2dGeometry)
  static func avgPool2dBackward(
    _ type: DType, _ gradInput: UnsafeMutableRawPointer, _ gradOutput: UnsafeRawPointer, _ g: Pool2dGeometry)

  // MARK: batch norm over contiguous [n, c, inner]; statistics of `c` channels in the same dtype
  /// out = (x - mean) * invstd * weight + bias; weight and bias may be nil.
  static func normalizeChannels(
    _ type: DType, _ out: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, bias: UnsafeRawPointer?, n: Int, c: Int, inner: Int)
  /// Mean and biased variance per channel, two passes.
  static func channelMoments(
    _ type: DType, mean: UnsafeMutableRawPointer, variance: UnsafeMutableRawPointer, _ x: UnsafeRawPointer, n: Int,
    c: Int, inner: Int)
  /// Gradients of training (batch statistics) or evaluation (`training` false); any output may be nil.
  static func normalizeChannelsBackward(
    _ type: DType, gradInput: UnsafeMutableRawPointer?, gradWeight: UnsafeMutableRawPointer?,
    gradBias: UnsafeMutableRawPointer?, gradOutput: UnsafeRawPointer, _ x: UnsafeRawPointer, mean: UnsafeRawPointer,
    invstd: UnsafeRawPointer, weight: UnsafeRawPointer?, training: Bool, n: Int, c: Int, inner: Int)

  // MARK: losses
  /// Negative log likelihood of rows: logProbabilities is [rows, classes] contiguous. out[r] = -w[t]·logp[r, t], 0 where
  /// t == ignoreIndex; `weights` (of dtype) may be nil. Targets are validated by the caller.
  /// Returns (sum of out, sum of the weights used), accumulated in double.
  static func nllRows(
    _ type: DType, _ out: UnsafeMutableRawPointer?, _ logProbabilities: UnsafeRawPointer,
    targets: UnsafePointer<Int64>, weights: UnsafeRawPointer?, ignoreIndex: Int64, rows: Int, classes: Int
  ) -> (loss: Double, weight: Double)

  // MARK: optimizers: one tensor of `count` elements, updated in place, float32 and float64
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
  /// The rules with two state tensors of the parameter's shape (`StepRule` says which), or one.
  static func step(
    _ rule: StepRule, _ type: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    _ s0: UnsafeMutableRawPointer, _ s1: UnsafeMutableRawPointer, count: Int)
}

/// Sizes of a 2-d convolution; `groups` divides both channel counts.
public struct Conv2dGeometry: Sendable {
  public var batch = 1, inChannels = 1, height = 1, width = 1
  public var outChannels = 1, kernelHeight = 1, kernelWidth = 1, outHeight = 1, outWidth = 1
  public var strideH = 1, strideW = 1, padH = 0, padW = 0, dilationH = 1, dilationW = 1, groups = 1
  public init() {}
}

/// Sizes of a 2-d pooling.
public struct Pool2dGeometry: Sendable {
  public var planes = 1, height = 1, width = 1, outHeight = 1, outWidth = 1
  public var kernelHeight = 1, kernelWidth = 1, strideH = 1, strideW = 1, padH = 0, padW = 0
  public var dilationH = 1, dilationW = 1
  /// Average pooling only.
  public var countIncludePad = true
  public var divisorOverride: Int?
  public init() {}
}

/// SGD as `torch.optim.SGD`: g += wd·p; buf = first ? g : momentum·buf + (1 - dampening)·g; p -= lr·(nesterov ? g + momentum·buf : buf).
public struct SGDCoefficients: Sendable {
  public var lr = 0.0, momentum = 0.0, dampening = 0.0, weightDecay = 0.0
  public var nesterov = false, maximize = false
  public init() {}
}

/// Adam and AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019) with PyTorch's order of operations.
public struct AdamCoefficients: Sendable {
  public var lr = 0.0, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.0
  /// 1 - beta^step, by the caller.
  public var biasCorrection1 = 1.0, biasCorrection2 = 1.0
  /// AdamW: p *= 1 - lr·wd before the step, instead of g += wd·p.
  public var decoupled = false
  public var maximize = false
  public init() {}
}

public struct RMSpropCoefficients: Sendable {
  public var lr = 0.0, alpha = 0.99, eps = 1e-8, weightDecay = 0.0, momentum = 0.0
  public var maximize = false
  public init() {}
}

public struct AdagradCoefficients: Sendable {
  /// lr / (1 + (step - 1)·lr_decay), by the caller.
  public var lr = 0.0
  public var eps = 1e-10, weightDecay = 0.0
  public var maximize = false
  public init() {}
}
