import EmberwingTensor

/// NumPy's arrays, scalars and dtypes as they pickle themselves, read as data: NumPy's own functions are not called.
enum NumPyPickle {
  /// What NumPy's function `name` makes of its arguments; nil for a function that is unknown.
  static func call(
    _ function: PickleValue, _ name: String, _ a: [PickleValue], _ wrong: EmberwingError
  ) throws -> PickleValue? {
    switch name {
    case "dtype":
      guard a.count >= 1, a.count <= 3, let text = a[0].stringValue else { throw wrong }
      // The byte order comes with the state.
      return PickleGlobals.object(function, [.string(try plain(text))])
    case "_reconstruct":
      guard a.count == 3, a[0].globalName == "numpy.ndarray" else { throw wrong }
      return PickleGlobals.object(.global("numpy", "_reconstruct"), [])
    case "scalar":
      guard a.count == 2, let data = a[1].bytesValue else { throw wrong }
      return .numpyScalar(try tensor(try dtype(a[0], wrong), Shape(), false, data, wrong))
    case "_frombuffer":
      guard a.count == 4, let data = a[0].bytesValue, let order = a[3].stringValue, order == "C" || order == "F" else {
        throw wrong
      }
      return .array(try tensor(try dtype(a[1], wrong), try shape(a[2], wrong), order == "F", data, wrong))
    default: return nil
    }
  }

  /// Gives an array or a dtype its state; false if the target is neither.
  static func build(_ target: PickleValue, _ state: PickleValue) throws -> Bool {
    guard target.kind == .object, let name = target.globalName else { return false }
    let s = state.items
    let wrong = PickleReader.bad("\(name): unexpected state")
    switch name {
    case "numpy.dtype":
      guard state.kind == .tuple, s.count >= 2, let order = s[1].stringValue, let text = target.items.first?.stringValue
      else { throw wrong }
      guard order != ">" else { throw PickleReader.bad("NumPy data of the type '>\(text)' is not supported") }
      guard order == "<" || order == "|" || order == "=" else { throw wrong }
      return true
    case "numpy._reconstruct":
      guard state.kind == .tuple, s.count == 5, let fortran = s[3].boolValue else { throw wrong }
      guard let data = s[4].bytesValue else { throw PickleReader.bad("NumPy arrays of objects are not supported") }
      let t = try tensor(try dtype(s[2], wrong), try shape(s[1], wrong), fortran, data, wrong)
      target.become(.array, .tensor(t))
      return true
    default: return false
    }
  }

  /// `f4` for `<f4` and for `f4`; refuses what no tensor can hold.
  private static func plain(_ text: String) throws -> String {
    let known = NumPyFile.types.contains { $0.1.dropFirst() == text || $0.1 == text }
    guard known else { throw PickleReader.bad("NumPy data of the type '\(text)' is not supported") }
    return text.first.map { "<|".contains($0) } == true ? String(text.dropFirst()) : text
  }

  private static func dtype(_ v: PickleValue, _ wrong: EmberwingError) throws -> DType {
    guard v.globalName == "numpy.dtype", v.kind == .object, let text = v.items.first?.stringValue,
      let d = NumPyFile.types.first(where: { $0.1.dropFirst() == text })?.0
    else { throw wrong }
    return d
  }

  private static func shape(_ v: PickleValue, _ wrong: EmberwingError) throws -> Shape {
    guard v.kind == .tuple, v.items.count <= 64 else { throw wrong }
    var s = Shape()
    for i in v.items {
      guard let n = i.intValue.flatMap({ Int(exactly: $0) }), n >= 0 else { throw wrong }
      s.append(n)
    }
    return s
  }

  private static func tensor(
    _ dtype: DType, _ shape: Shape, _ fortran: Bool, _ data: [UInt8], _ wrong: EmberwingError
  ) throws -> Tensor {
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    guard count * dtype.size == data.count else { throw wrong }
    let storage = try Storage(byteCount: data.count)
    data.withUnsafeBytes { if let p = $0.baseAddress { storage.data.copyMemory(from: p, byteCount: $0.count) } }
    return try NumPyFile.tensor(dtype, shape, fortran, storage)
  }
}
