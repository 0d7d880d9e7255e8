import EmberwingNN
import Testing

private final class Block: Module {
  var firstLayer: Linear
  var norm: BatchNorm1d?
  let layers: [Module]
  let scale: Parameter
  let runningShift: Buffer
  let scratch: Buffer

  init(norm: BatchNorm1d?) throws {
    firstLayer = try Linear(3, 3)
    self.norm = norm
    layers = [try Linear(3, 3, bias: false), ReLU()]
    scale = try Parameter(try Ops.ones([3], .float32))
    runningShift = Buffer(try Tensor.zeros([3], .float32))
    scratch = Buffer(try Tensor.zeros([1], .float32), isPersistent: false)
    super.init()
  }

  override func forward(_ input: Tensor) throws -> Tensor {
    var x = try firstLayer(input)
    for m in layers { x = try m(x) }
    return try Ops.mul(x, .tensor(scale.tensor))
  }
}

@Suite(.serialized) struct ModuleTests {
  @Test func membersAreFoundInOrderUnderPyTorchsNames() throws {
    let m = try Block(norm: nil)
    let keys = ["scale", "running_shift", "first_layer.weight", "first_layer.bias", "layers.0.weight"]
    #expect(m.stateDict().map(\.name) == keys)
    #expect(
      m.namedParameters().map(\.name) == ["scale", "first_layer.weight", "first_layer.bias", "layers.0.weight"])
    #expect(m.namedBuffers().map(\.name) == ["running_shift", "scratch"])
    #expect(m.namedModules().map(\.name) == ["", "first_layer", "layers.0", "layers.1"])
    m.norm = try BatchNorm1d(3)
    #expect(m.namedChildren.map(\.name) == ["first_layer", "norm", "layers.0", "layers.1"])
  }

  @Test func tiedParametersCountOnce() throws {
    let (a, b) = (try Linear(2, 2, bias: false), try Linear(2, 2, bias: false))
    b.weight = a.weight
    let s = try Sequential(a, b, a)
    #expect(s.namedParameters().map(\.name) == ["0.weight"])
    #expect(s.stateDict().map(\.name) == ["0.weight", "1.weight", "2.weight"])
    #expect(message { try s.register(module: s, name: "self") }.contains("contains the module"))
    #expect(message { try s.register(module: a, name: "a.b") } == "module name can't contain \".\", got: a.b")
  }

  @Test func stateDictsSayWhatDoesNotFit() throws {
    let m = try Sequential(try Linear(3, 2), try BatchNorm1d(2))
    let bad: StateDict = [
      ("0.weight", try Tensor.zeros([3, 3], .float32)), ("x", try Tensor.zeros([1], .float32)),
    ]
    #expect(
      message { try m.loadStateDict(bad) } == """
        Error(s) in loading state_dict for Sequential:
        \tMissing key(s) in state_dict: "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var". \n\tUnexpected key(s) in state_dict: "x". \n\tsize mismatch for 0.weight: copying a param with shape torch.Size([3, 3]) from checkpoint, the shape in current model is torch.Size([2, 3]).
        """)
    let result = try m.loadStateDict([("0.bias", try Ops.ones([2], .float64))], strict: false)
    #expect(result.missing.count == 5)
    #expect(try sums(m.parameters()[1]) == [2, 2])
  }

  @Test func hooksSeeAndReplace() throws {
    let m = ReLU()
    let x = try Ops.full([2], -1, .float32)
    let pre = m.registerForwardPreHook { _, x in try Ops.neg(x) }
    let post = m.registerForwardHook { _, _, y in try Ops.add(y, .scalar(1), 1) }
    #expect(try sums(m(x))[0] == 4)
    m.removeHook(pre)
    #expect(try sums(m(x))[0] == 2)
    m.removeHook(post)
    #expect(try sums(m(x))[0] == 0)
  }

  @Test func settingsReachTheWholeTree() throws {
    let m = try Sequential(try Sequential(try Linear(2, 2)), try Dropout())
    m.eval()
    #expect(m.modules.allSatisfy { !$0.training })
    try m.requiresGrad(false)
    #expect(m.parameters().allSatisfy { !$0.requiresGrad })
    let before = m.parameters().map(\.impl)
    try m.to(.float64)
    #expect(zip(before, m.parameters()).allSatisfy { $0 === $1.impl && $1.dtype == .float64 })
    #expect(message { try m.to(.int64) }.contains("only accepts floating point"))
    #expect(
      message { _ = try Module()(try Tensor.zeros([1], .float32)) }
        == "Module [Module] is missing the required \"forward\" function")
  }

  @Test func gradientsAreClipped() throws {
    let p = try Tensor.zeros([2], .float32)
    try p.setRequiresGrad(true)
    try p.setGrad(try Tensor.copying([3, 4] as [Float], shape: [2], dtype: .float32))
    let norm = try ClipGradients.norm([p], 1)
    #expect(try sums(norm)[0] == 5)
    let g = try #require(p.grad)
    #expect(abs(try sums(g)[1] - 1) < 1e-5)
    try ClipGradients.value([p], 0.7)
    #expect(abs(try sums(g)[0] - 1.3) < 1e-5)
    try p.setGrad(try Ops.full([2], .float(.nan), .float32))
    #expect(message { try ClipGradients.norm([p], 1, errorIfNonfinite: true) }.contains("is non-finite"))
  }
}
