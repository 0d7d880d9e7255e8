// Convolutions of complex numbers, made of four of real ones.
extension Ops {
  /// `convolve` without bias, for real and imaginary parts; `n` is the number of spatial dimensions.
  static func convolvedByParts(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ n: Int, _ convolve: (Tensor, Tensor) throws -> Tensor
  ) throws -> Tensor {
    let (a, b) = (try contiguous(try real(input)), try contiguous(try imag(input)))
    let (c, d) = (try contiguous(try real(weight)), try contiguous(try imag(weight)))
    let re = try Calc.sub(try convolve(a, c), try convolve(b, d))
    let im = try Calc.add(try convolve(a, d), try convolve(b, c))
    let y = try complex(re, im)
    guard let bias else { return y }
    return try Calc.add(y, try reshape(bias, [bias.count] + Shape(repeating: 1, count: n)))
  }
}
