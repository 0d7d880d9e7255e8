import EmberwingTensor
import Synchronization
import Testing

@Suite struct AutogradTests {
  @Test func aChainOfAMillionOps() throws {
    let x = try Tensor.leaf([1, 2])
    var y = x
    for _ in 0..<1_000_000 { y = try Ops.mul(y, .scalar(1)) }
    try Ops.sum(y, nil, false, nil).backward()
    #expect(try x.grad?.values() == [1, 1])
  }

  @Test func aChainIsFreedWithoutBackward() throws {
    let x = try Tensor.leaf([1])
    var y = x
    for _ in 0..<1_000_000 { y = try Ops.neg(y) }
    y = x
    #expect(y.count == 1)
  }

  @Test func secondBackwardNeedsRetainGraph() throws {
    let x = try Tensor.leaf([2, 3])
    let y = try Ops.sum(try Ops.mul(x, .tensor(x)), nil, false, nil)
    try y.backward(retainGraph: true)
    #expect(try x.grad?.values() == [4, 6])
    try y.backward()
    #expect(try x.grad?.values() == [8, 12])
    #expect(message { try y.backward() }?.contains("Trying to backward through the graph a second time") == true)
  }

  @Test func savedTensorsAreGuarded() throws {
    let x = try Tensor.leaf([2, 3])
    let y = try Ops.mul(x, .scalar(1))
    let z = try Ops.mul(y, .tensor(y))
    try Ops.fillInPlace(y, 5)
    let m = message { try z.backward(try Tensor.of([1, 1])) }
    #expect(m?.contains("modified by an inplace operation") == true)
    #expect(m?.contains("is at version 1; expected version 0") == true)
  }

  @Test func leavesRefuseInplaceWrites() throws {
    let x = try Tensor.leaf([1, 2])
    #expect(
      message { try Ops.zeroInPlace(x) }?.contains("a leaf Variable that requires grad") == true)
    let v = try Ops.select(x, 0, 0)
    #expect(message { try Ops.zeroInPlace(v) }?.contains("a view of a leaf Variable that requires grad") == true)
    try withGradMode(false) { try Ops.zeroInPlace(x) }
    #expect(try x.values() == [0, 0])
  }

  @Test func overlappingTensorsRefuseInplaceWrites() throws {
    let x = try Ops.expand(try Tensor.of([1], [1]), [3])
    #expect(message { try Ops.zeroInPlace(x) }?.contains("refers to a single memory location") == true)
  }

  @Test func hooksSeeAndReplaceGradients() throws {
    let x = try Tensor.leaf([1, 2])
    let y = try Ops.mul(x, .scalar(3))
    let seen = Mutex<[Double]>([])
    _ = try y.registerHook { g in
      let values = try g.values()
      seen.withLock { $0 = values }
      return try Ops.mul(g, .scalar(10))
    }
    let id = try x.registerHook { g in try Ops.neg(g) }
    try Ops.sum(y, nil, false, nil).backward()
    #expect(seen.withLock { $0 } == [1, 1])
    #expect(try x.grad?.values() == [-30, -30])
    x.removeHook(id)
    try x.setGrad(nil)
    try Ops.sum(try Ops.mul(x, .scalar(2)), nil, false, nil).backward()
    #expect(try x.grad?.values() == [2, 2])
  }

  @Test func retainedGradients() throws {
    let x = try Tensor.leaf([1, 2])
    let y = try Ops.mul(x, .scalar(3))
    try y.retainGrad()
    try Ops.sum(try Ops.mul(y, .tensor(y)), nil, false, nil).backward()
    #expect(try y.grad?.values() == [6, 12])
    #expect(try x.grad?.values() == [18, 36])
  }

  @Test func gradOfUnusedInput() throws {
    let x = try Tensor.leaf([1])
    let y = try Tensor.leaf([1])
    let z = try Ops.mul(x, .scalar(2))
    let m = message { _ = try Autograd.grad([z], [y], gradOutputs: [nil], retainGraph: false, createGraph: false) }
    #expect(m?.contains("appears to not have been used in the graph") == true)
  }

  @Test func implicitGradientNeedsAScalar() throws {
    let x = try Tensor.leaf([1, 2])
    #expect(
      message { try Ops.neg(x).backward() }?.contains("grad can be implicitly created only for scalar outputs") == true)
    let plain = try Tensor.of([1])
    #expect(message { try plain.backward() }?.contains("does not require grad and does not have a grad_fn") == true)
  }

  // MARK: views and in-place writes, against values worked out by hand

  @Test func writeThroughAView() throws {
    let x = try Tensor.leaf([1, 2, 3, 4], [2, 2])
    let y = try Ops.mul(x, .scalar(2))
    let row = try Ops.select(y, 0, 0)
    try Inplace.assign(row, direct: true) { try Ops.mul($0, .scalar(10)) }
    #expect(try y.values() == [20, 40, 6, 8])
    try Ops.sum(y, nil, false, nil).backward()
    #expect(try x.grad?.values() == [20, 20, 2, 2])
  }

  @Test func writeToTheBaseReachesItsViews() throws {
    let x = try Tensor.leaf([1, 2, 3, 4])
    let y = try Ops.mul(x, .scalar(1))
    let view = try Ops.slice(y, 0, 1, 3, 1)
    try Inplace.assign(y, direct: true) { try Ops.mul($0, .scalar(3)) }
    try Ops.sum(view, nil, false, nil).backward()
    #expect(try x.grad?.values() == [0, 3, 3, 0])
  }

  @Test func copyIntoAViewOfAConstant() throws {
    let base = try Tensor.zeros([4], .float32)
    let x = try Tensor.leaf([1, 2])
    try Ops.copyInPlace(try Ops.slice(base, 0, 1, 3, 1), try Ops.mul(x, .scalar(2)))
    #expect(base.requiresGrad)
    try Ops.sum(try Ops.mul(base, .tensor(base)), nil, false, nil).backward()
    #expect(try x.grad?.values() == [8, 16])
  }

  @Test func indexPutInPlaceCarriesBothGradients() throws {
    let x = try Tensor.leaf([1, 2, 3])
    let v = try Tensor.leaf([5])
    let y = try Ops.mul(x, .scalar(2))
    try Ops.indexPutInPlace(y, [try Tensor.of([0, 2], nil, .int64)], v, false)
    #expect(try y.values() == [5, 4, 5])
    try Ops.sum(try Ops.mul(y, .tensor(try Tensor.of([1, 10, 100]))), nil, false, nil).backward()
    #expect(try x.grad?.values() == [0, 20, 0])
    #expect(try v.grad?.values() == [101])
  }

  @Test func indexPutThroughAView() throws {
    let x = try Tensor.leaf([1, 2, 3, 4, 5, 6], [2, 3])
    let v = try Tensor.leaf([7])
    let y = try Ops.mul(x, .scalar(2))
    try Ops.indexPutInPlace(try Ops.select(y, 1, 1), [try Tensor.of([0], nil, .int64)], v, false)
    #expect(try y.values() == [2, 7, 6, 8, 10, 12])
    try Ops.sum(y, nil, false, nil).backward()
    #expect(try x.grad?.values() == [2, 0, 2, 2, 2, 2])
    #expect(try v.grad?.values() == [1])
  }

  @Test func splitSharesOneNode() throws {
    let x = try Tensor.leaf([1, 2, 3, 4])
    let parts = try Ops.split(x, 2, 0)
    #expect(parts[0].gradFn === parts[1].gradFn)
    try Ops.sum(try Ops.mul(parts[1], .scalar(3)), nil, false, nil).backward()
    #expect(try x.grad?.values() == [0, 0, 3, 3])
  }

  @Test func writeIntoASplitPart() throws {
    let x = try Tensor.leaf([1, 2, 3, 4])
    let y = try Ops.mul(x, .scalar(2))
    let parts = try Ops.split(y, 2, 0)
    try Inplace.assign(parts[0], direct: true) { try Ops.mul($0, .scalar(5)) }
    try Ops.sum(parts[0], nil, false, nil).backward(retainGraph: true)
    #expect(try x.grad?.values() == [10, 10, 0, 0])
    try x.setGrad(nil)
    try Ops.sum(y, nil, false, nil).backward()
    #expect(try x.grad?.values() == [10, 10, 2, 2])
  }

  // MARK: leaks

  /// Other tests run at the same time, so the bound leaves room for theirs; one leak a round would exceed it.
  @Test func nothingStaysAlive() throws {
    let rounds = 4000
    let tensors = TensorImpl.liveCount.load(ordering: .relaxed)
    let storages = Storage.liveCount.load(ordering: .relaxed)
    for _ in 0..<rounds {
      let x = try Tensor.leaf([1, 2, 3, 4], [2, 2])
      // exp keeps its result, so the write goes to a product that keeps nothing.
      let y = try Ops.mul(try Ops.exp(try Ops.mul(x, .tensor(x))), .scalar(3))
      try Inplace.assign(try Ops.select(y, 0, 0), direct: true) { try Ops.mul($0, .scalar(2)) }
      let z = try Ops.index(y, [try Tensor.of([0, 1, 1], nil, .int64)])
      let (values, _) = try Ops.sort(z, -1, false, false)
      try Ops.sum(values, nil, false, nil).backward(createGraph: false)
      let g = try Autograd.grad(
        [try Ops.sum(try Ops.exp(x), nil, false, nil)], [x], gradOutputs: [nil], retainGraph: true, createGraph: true)
      #expect(g.count == 1)
    }
    #expect(TensorImpl.liveCount.load(ordering: .relaxed) - tensors < rounds / 2)
    #expect(Storage.liveCount.load(ordering: .relaxed) - storages < rounds / 2)
  }

  @Test func aGraphDiesWithItsLastTensor() throws {
    weak var storage: Storage?
    weak var node: Node?
    do {
      let x = try Tensor.leaf([1, 2])
      let y = try Ops.exp(try Ops.mul(x, .tensor(x)))
      storage = y.storage
      node = y.gradFn
      try Ops.sum(y, nil, false, nil).backward(retainGraph: true)
    }
    #expect(storage == nil && node == nil)
  }
}
