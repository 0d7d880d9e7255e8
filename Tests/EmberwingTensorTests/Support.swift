import EmberwingTensor
import Foundation
import Testing

/// How two results may differ, by dtype.
func tolerance(_ dtype: DType) -> Double {
  switch dtype {
  case .float16: 2e-3
  case .bfloat16: 2e-2
  case .float32, .complex64: 2e-5
  case .float64, .complex128: 1e-10
  default: 0
  }
}

extension Tensor {
  /// All elements in row-major order; complex ones as two numbers.
  func values() throws -> [Double] {
    let dense = try withGradMode(false) { try Ops.contiguous(self) }
    var out: [Double] = []
    out.reserveCapacity(dense.count)
    for i in 0..<dense.count {
      let v = Scalar(loading: UnsafeRawPointer(dense.data + i * dtype.size), as: dtype)
      out.append(v.double)
      if dtype.isComplex { out.append(v.imaginary) }
    }
    return out
  }

  static func of(_ values: [Double], _ shape: Shape? = nil, _ dtype: DType = .float32) throws -> Tensor {
    let t = try Tensor.copying(values, shape: shape ?? [values.count], dtype: .float64)
    return try Ops.to(t, dtype)
  }

  /// A leaf that asks for its gradient.
  static func leaf(_ values: [Double], _ shape: Shape? = nil, _ dtype: DType = .float32) throws -> Tensor {
    let t = try of(values, shape, dtype)
    try t.setRequiresGrad(true)
    return t
  }

  func backward(_ gradient: Tensor? = nil, retainGraph: Bool = false, createGraph: Bool = false) throws {
    try Autograd.backward([self], gradients: [gradient], retainGraph: retainGraph, createGraph: createGraph)
  }
}

/// Nil if the tensors agree in shape, dtype and values.
func difference(_ a: Tensor, _ b: Tensor) throws -> String? {
  if a.shape != b.shape { return "shapes \(a.shape) and \(b.shape)" }
  if a.dtype != b.dtype { return "dtypes \(a.dtype) and \(b.dtype)" }
  let allowed = tolerance(a.dtype)
  for (i, (x, y)) in zip(try a.values(), try b.values()).enumerated() {
    if x == y || (x.isNaN && y.isNaN) { continue }
    if !(Swift.abs(x - y) <= allowed * Swift.max(1, Swift.abs(x), Swift.abs(y))) {
      return "element \(i): \(x) and \(y)"
    }
  }
  return nil
}

/// The message of the error that `body` throws, or nil.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

func golden<T: Decodable>(_ name: String, as type: T.Type) throws -> T {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent("Golden/\(name)")))
}
