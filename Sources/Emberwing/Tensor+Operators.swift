// Arithmetic and comparison with tensors and numbers on either side. A number takes part in type promotion as in PyTorch:
// an integer tensor times 2 stays one, times 2.0 becomes a floating one.

private func number(_ value: Double) -> Operand { .scalar(.float(value)) }
private func number(_ value: Int) -> Operand { .scalar(.int(Int64(value))) }

extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor { a.add(.tensor(b)) }
  public static func + (a: Tensor, b: Double) -> Tensor { a.add(number(b)) }
  public static func + (a: Tensor, b: Int) -> Tensor { a.add(number(b)) }
  public static func + (a: Double, b: Tensor) -> Tensor { b.add(number(a)) }
  public static func + (a: Int, b: Tensor) -> Tensor { b.add(number(a)) }

  public static func - (a: Tensor, b: Tensor) -> Tensor { a.sub(.tensor(b)) }
  public static func - (a: Tensor, b: Double) -> Tensor { a.sub(number(b)) }
  public static func - (a: Tensor, b: Int) -> Tensor { a.sub(number(b)) }
  public static func - (a: Double, b: Tensor) -> Tensor { b.rsub(number(a)) }
  public static func - (a: Int, b: Tensor) -> Tensor { b.rsub(number(a)) }

  public static func * (a: Tensor, b: Tensor) -> Tensor { a.mul(.tensor(b)) }
  public static func * (a: Tensor, b: Double) -> Tensor { a.mul(number(b)) }
  public static func * (a: Tensor, b: Int) -> Tensor { a.mul(number(b)) }
  public static func * (a: Double, b: Tensor) -> Tensor { b.mul(number(a)) }
  public static func * (a: Int, b: Tensor) -> Tensor { b.mul(number(a)) }

  public static func / (a: Tensor, b: Tensor) -> Tensor { a.div(.tensor(b)) }
  public static func / (a: Tensor, b: Double) -> Tensor { a.div(number(b)) }
  public static func / (a: Tensor, b: Int) -> Tensor { a.div(number(b)) }
  public static func / (a: Double, b: Tensor) -> Tensor { quotient(number(a), b) }
  public static func / (a: Int, b: Tensor) -> Tensor { quotient(number(a), b) }

  private static func quotient(_ a: Operand, _ b: Tensor) -> Tensor {
    mustSucceed { try Ops.div(try a.asTensor(), .tensor(b), nil) }
  }

  /// Python's remainder: it has the sign of the divisor.
  public static func % (a: Tensor, b: Tensor) -> Tensor { a.remainder(.tensor(b)) }
  public static func % (a: Tensor, b: Double) -> Tensor { a.remainder(number(b)) }
  public static func % (a: Tensor, b: Int) -> Tensor { a.remainder(number(b)) }

  public static prefix func - (a: Tensor) -> Tensor { a.neg() }
  /// Not, elementwise: of bools or of bits.
  public static prefix func ~ (a: Tensor) -> Tensor { a.bitwiseNot() }

  // In place, as in PyTorch: all tensors that share the memory see the change.
  public static func += (a: inout Tensor, b: Tensor) { a.add_(.tensor(b)) }
  public static func += (a: inout Tensor, b: Double) { a.add_(number(b)) }
  public static func += (a: inout Tensor, b: Int) { a.add_(number(b)) }
  public static func -= (a: inout Tensor, b: Tensor) { a.sub_(.tensor(b)) }
  public static func -= (a: inout Tensor, b: Double) { a.sub_(number(b)) }
  public static func -= (a: inout Tensor, b: Int) { a.sub_(number(b)) }
  public static func *= (a: inout Tensor, b: Tensor) { a.mul_(.tensor(b)) }
  public static func *= (a: inout Tensor, b: Double) { a.mul_(number(b)) }
  public static func *= (a: inout Tensor, b: Int) { a.mul_(number(b)) }
  public static func /= (a: inout Tensor, b: Tensor) { a.div_(.tensor(b)) }
  public static func /= (a: inout Tensor, b: Double) { a.div_(number(b)) }
  public static func /= (a: inout Tensor, b: Int) { a.div_(number(b)) }
}

// Elementwise comparison gives a bool tensor and has the dotted operators that the standard library gives SIMD vectors.
extension Tensor {
  public static func .== (a: Tensor, b: Tensor) -> Tensor { a.eq(.tensor(b)) }
  public static func .== (a: Tensor, b: Double) -> Tensor { a.eq(number(b)) }
  public static func .== (a: Tensor, b: Int) -> Tensor { a.eq(number(b)) }
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { a.ne(.tensor(b)) }
  public static func .!= (a: Tensor, b: Double) -> Tensor { a.ne(number(b)) }
  public static func .!= (a: Tensor, b: Int) -> Tensor { a.ne(number(b)) }
  public static func .< (a: Tensor, b: Tensor) -> Tensor { a.lt(.tensor(b)) }
  public static func .< (a: Tensor, b: Double) -> Tensor { a.lt(number(b)) }
  public static func .< (a: Tensor, b: Int) -> Tensor { a.lt(number(b)) }
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { a.le(.tensor(b)) }
  public static func .<= (a: Tensor, b: Double) -> Tensor { a.le(number(b)) }
  public static func .<= (a: Tensor, b: Int) -> Tensor { a.le(number(b)) }
  public static func .> (a: Tensor, b: Tensor) -> Tensor { a.gt(.tensor(b)) }
  public static func .> (a: Tensor, b: Double) -> Tensor { a.gt(number(b)) }
  public static func .> (a: Tensor, b: Int) -> Tensor { a.gt(number(b)) }
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { a.ge(.tensor(b)) }
  public static func .>= (a: Tensor, b: Double) -> Tensor { a.ge(number(b)) }
  public static func .>= (a: Tensor, b: Int) -> Tensor { a.ge(number(b)) }
  public static func .& (a: Tensor, b: Tensor) -> Tensor { a.bitwiseAnd(.tensor(b)) }
  public static func .| (a: Tensor, b: Tensor) -> Tensor { a.bitwiseOr(.tensor(b)) }
  public static func .^ (a: Tensor, b: Tensor) -> Tensor { a.bitwiseXor(.tensor(b)) }

  /// Whether shapes and all elements are equal (`torch.equal`).
  public func equal(_ other: Tensor) -> Bool { mustSucceed { try Ops.equal(self, other) }.item() != 0 }

  /// Whether all elements are close: `|a - b| <= atol + rtol * |b|` (`torch.allclose`).
  public func allclose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false) -> Bool {
    mustSucceed { try Ops.allclose(self, other, rtol, atol, equalNan) }.item() != 0
  }
}
