import Emberwing
import Foundation
import Testing

/// The Swift door adds names, never mathematics: what it offers equals the ops underneath.
@Suite struct UmbrellaTests {
  private let a = Tensor([[1.0, -2, 3], [4, 5, -6]])
  private let b = Tensor([[2.0, 2, 2], [0.5, 4, 3]])

  private func same(_ x: Tensor, _ y: Tensor) -> Bool { x.dtype == y.dtype && x.equal(y) }

  @Test func operatorsEqualOps() throws {
    let two = Operand.scalar(.float(2))
    #expect(try same(a + b, Ops.add(a, .tensor(b), 1)))
    #expect(try same(a - b, Ops.sub(a, .tensor(b), 1)))
    #expect(try same(a * b, Ops.mul(a, .tensor(b))))
    #expect(try same(a / b, Ops.div(a, .tensor(b), nil)))
    #expect(try same(a % b, Ops.remainder(a, .tensor(b))))
    #expect(try same(-a, Ops.neg(a)))
    #expect(try same(2.0 * a, Ops.mul(a, two)) && same(a * 2, a + a))
    #expect(same(1.0 - a, -(a - 1)) && same(1 - a, -(a - 1)))
    #expect(try same(2.0 / b, Ops.mul(Ops.reciprocal(b), two)) && same(2 / b, 2.0 / b))
    #expect(try same(a .> b, Ops.gt(a, .tensor(b))) && same(a .<= 1, Ops.le(a, .scalar(.int(1)))))
    #expect(try same((a .> 0) .& (b .== 2), Ops.logicalAnd(Ops.gt(a, 0), Ops.eq(b, 2))))
    #expect(same(~(a .> 0), a .<= 0) && same(a .!= 1.0, ~(a .== 1)))
  }

  @Test func numbersPromoteAsInPyTorch() {
    let whole = Tensor([1, 2, 3])
    #expect(whole.dtype == .int64 && (whole * 2).dtype == .int64 && (whole * 2.0).dtype == .float32)
    #expect((whole / 2).dtype == .float32 && (whole % 2).equal(Tensor([1, 0, 1])))
  }

  @Test func changesInPlaceAreShared() {
    var x = Tensor.zeros([3])
    let alias = x
    x += 2
    x *= Tensor([1.0, 2, 3])
    x -= 1.0
    x /= 2
    #expect(alias.array(of: Double.self) == [0.5, 1.5, 2.5])
  }

  @Test func making() {
    #expect(Tensor([1, 2, 3]).shape == [3] && Tensor(3.5).shape == [] && Tensor([[1], [2]]).shape == [2, 1])
    #expect(Tensor([true, false]).dtype == .bool && Tensor([Float(1)]).dtype == .float32)
    #expect(Tensor([1.5], dtype: .float64).dtype == .float64)
    #expect(Tensor([1, 2, 3, 4], shape: [2, 2]).equal(Tensor([[1, 2], [3, 4]])))
    #expect(Tensor.zeros([2, 2]).equal(Tensor.full([2, 2], 0.0)) && Tensor.ones([2], requiresGrad: true).requiresGrad)
    #expect(Tensor.arange(4).equal(Tensor([0, 1, 2, 3])) && Tensor.eye(2).sum().item() == 2)
    #expect(Tensor.linspace(0, 1, 3).allclose(Tensor([0, 0.5, 1.0])))
    #expect(Tensor.cat([a, b]).shape == [4, 3] && Tensor.stack([a, b], dim: 1).shape == [2, 2, 3])
    #expect(Tensor.where(a .> 0, a, Tensor.zeros([2, 3])).equal(a.relu()))
    #expect(Tensor.randint(3..<5, [50]).array(of: Int.self).allSatisfy { $0 == 3 || $0 == 4 })
    #expect(Tensor.randperm(9).sort().values.equal(Tensor.arange(9)))
    #expect("\(Tensor([1.0, 2.5]))" == "tensor([1.0000, 2.5000])")
  }

  @Test func seedsGiveTheSameNumbers() {
    manualSeed(7)
    let first = Tensor.randn([20])
    manualSeed(7)
    #expect(first.equal(Tensor.randn([20])))
  }

  @Test func indexing() throws {
    let x = Tensor.arange(24).reshape([2, 3, 4])
    #expect(try x[1].equal(Ops.select(x, 0, 1)) && x[-1, 0].equal(x[1][0]))
    #expect(x[.all, 1..<3].shape == [2, 2, 4] && x[.ellipsis, 2].shape == [2, 3] && x[0, 0, ...1].shape == [2])
    #expect(x[.all, .all, .every(2)].equal(Tensor.stack([x[.ellipsis, 0], x[.ellipsis, 2]], dim: 2)))
    #expect(x[.newAxis, 0].shape == [1, 3, 4] && x[1..., ..<2, 0].array(of: Int.self) == [12, 16])
    #expect(x[x .> 20].array(of: Int.self) == [21, 22, 23] && x[Tensor([1, 1])].shape == [2, 3, 4])
    x[0, 0] = Tensor([9, 9, 9, 9])
    x[x .== 9] = Tensor(-1)
    #expect(x[0, 0].array(of: Int.self) == [-1, -1, -1, -1])
  }

  @Test func fluentMethodsEqualOps() throws {
    #expect(try same(a.softmax(dim: 1), Ops.softmax(a, 1, nil)) && same(a.sum(dim: 1), Ops.sum(a, [1], false, nil)))
    #expect(try same(a.transpose(0, 1), Ops.transpose(a, 0, 1)) && same(a.unsqueeze(dim: 0), a[.newAxis]))
    #expect(try same(a.max(dim: 1).values, Ops.amax(a, [1], false)) && same(a.pow(2), a * a))
    #expect(try same(a.matmul(b.t()), Ops.matmul(a, Ops.transpose(b, 0, 1))))
    #expect(a.size(-1) == 3 && a.long().dtype == .int64 && a.double().dtype == .float64)
  }

  @Test func gradients() throws {
    let x = Tensor([1.0, 2, 3], requiresGrad: true)
    (x * x).sum().backward()
    #expect(x.grad?.array(of: Double.self) == [2, 4, 6])
    #expect(!noGrad { x * 2 }.requiresGrad && noGrad { enableGrad { x * 2 } }.requiresGrad)
    let slope = gradient { $0.pow(3).sum() }
    let curvature = try gradient { try slope($0).sum() }(x)
    #expect(try slope(x).allclose(3 * x * x))
    #expect(curvature.allclose(6 * x))
    #expect(throws: EmberwingError.self) { try Ops.matmul(x, Tensor([1.0])) }
  }

  @Test func loadersGiveEveryItemOnce() throws {
    let numbers = Tensor.arange(10)
    let loader = try DataLoader(try TensorDataset(numbers, numbers * numbers), batchSize: 3, shuffle: true, workers: 2)
    for _ in 0..<2 {
      var seen: [Int] = []
      for (x, square) in loader.pairs() {
        #expect(square.equal(x * x))
        seen += x.array(of: Int.self)
      }
      #expect(seen.sorted() == Array(0..<10))
    }
    #expect(loader.epoch().reduce(0) { $0 + $1[0].count } == 10)
  }

  @Test(arguments: ["pt", "safetensors", "npz"]) func modulesAreSavedAndLoaded(_ format: String) throws {
    let path = NSTemporaryDirectory() + "/emberwing-\(UUID()).\(format)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (first, second) = (try Sequential(Linear(3, 2), ReLU()), try Sequential(Linear(3, 2), ReLU()))
    try first.save(to: path)
    try second.load(from: path)
    #expect(try first(a).equal(second(a)))
  }

  @Test func modulesOfOnesOwn() throws {
    final class Net: Module {
      let hidden: Linear
      let out: Linear
      init(_ width: Int) throws {
        hidden = try Linear(3, width)
        out = try Linear(width, 1)
      }
      override func forward(_ x: Tensor) throws -> Tensor { try out(hidden(x).relu()) }
    }
    let net = try Net(4)
    #expect(net.namedParameters().map(\.name) == ["hidden.weight", "hidden.bias", "out.weight", "out.bias"])
    #expect(try net(a).shape == [2, 1])
  }
}
