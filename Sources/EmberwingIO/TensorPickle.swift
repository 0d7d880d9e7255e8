import EmberwingTensor

/// Tensors as PyTorch pickles them: a storage, and a window on it.
enum TensorPickle {
  static func rebuild(_ name: String, _ a: [PickleValue], _ wrong: EmberwingError) throws -> PickleValue {
    switch name {
    case "_rebuild_parameter", "_rebuild_parameter_with_state":
      let count = name == "_rebuild_parameter" ? 3 : 4
      guard a.count == count, a[0].kind == .tensor, let t = a[0].tensorValue, let grad = a[1].boolValue else {
        throw wrong
      }
      try t.setRequiresGrad(grad)
      let p = PickleValue.parameter(t)
      if count == 4, a[3].isDict, a[3].count > 0 { p.attributes = a[3] }
      return p
    case "_rebuild_tensor":
      guard a.count == 4 else { throw wrong }
      return .tensor(try window(a, nil, wrong))
    default:
      let isTyped = name == "_rebuild_tensor_v2"
      guard a.count == (isTyped ? 6 : 7) || a.count == (isTyped ? 7 : 8), let grad = a[4].boolValue else { throw wrong }
      if !isTyped, a[6].dtypeValue == nil { throw wrong }
      if let metadata = isTyped ? (a.count == 7 ? a[6] : nil) : (a.count == 8 ? a[7] : nil) {
        // The bits that say that a value is stored conjugated or negated.
        guard metadata.kind == .none || metadata.isDict else { throw wrong }
        for i in 0..<metadata.count where try metadata.dictValue(i).boolValue == true {
          let bit = try metadata.element(i).stringValue ?? "?"
          throw EmberwingError.notImplemented("load: a tensor is stored with its '\(bit)' bit set; save it resolved")
        }
      }
      let t = try window(a, isTyped ? nil : a[6].dtypeValue, wrong)
      if grad { try t.setRequiresGrad(true) }
      return .tensor(t)
    }
  }

  /// A window on a storage; every reachable element must lie inside it.
  private static func window(_ a: [PickleValue], _ given: DType?, _ wrong: EmberwingError) throws -> Tensor {
    guard case .storage(let storage, let typed, let base) = a[0].payload, let dtype = given ?? typed,
      let relative = a[1].intValue.flatMap({ Int(exactly: $0) }), relative >= 0
    else { throw wrong }
    func integers(_ v: PickleValue) throws -> Shape {
      guard v.kind == .tuple || v.kind == .size, v.items.count <= 64 else { throw wrong }
      var s = Shape()
      for i in v.items {
        guard let n = i.intValue.flatMap({ Int(exactly: $0) }), n >= 0 else { throw wrong }
        s.append(n)
      }
      return s
    }
    let sizes = try integers(a[2])
    let strides = try integers(a[3])
    guard sizes.count == strides.count, base % dtype.size == 0 else { throw wrong }
    let capacity = storage.byteCount / dtype.size
    let (offset, overflow) = relative.addingReportingOverflow(base / dtype.size)
    let outside = PickleReader.bad(
      "sizes \(sizes), strides \(strides), storage offset \(relative) are out of bounds for a storage of \(capacity) elements"
    )
    if overflow { throw outside }
    let count = try sizes.checkedElementCount(elementSize: dtype.size)
    if count > 0 {
      var last = offset
      for i in 0..<sizes.count {
        let (span, o1) = strides[i].multipliedReportingOverflow(by: sizes[i] - 1)
        let (next, o2) = last.addingReportingOverflow(span)
        if o1 || o2 { throw outside }
        last = next
      }
      if last >= capacity { throw outside }
    } else if offset > capacity {
      throw outside
    }
    return try Tensor.window(storage, shape: sizes, strides: strides, offset: offset, dtype: dtype)
  }
}
