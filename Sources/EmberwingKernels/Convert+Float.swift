import EmberwingCore

extension CPUKernels {
  static func convertToFloat16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Half.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Half.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Half.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Half.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Half.self) }
    case .float16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Half.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Half.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Half.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Half.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Half.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Half.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Half.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Half.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Half.self) }
    }
  }

  static func convertToFloat32(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Float.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Float.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Float.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Float.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Float.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Float.self) }
    case .float32: { o, x, n, _ in copyElements(o, x, n &* 4) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Float.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Float.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Float.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Float.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Float.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Float.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Float.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Float.self) }
    }
  }

  static func convertToFloat64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Double.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Double.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Double.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Double.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Double.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Double.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Double.self) }
    case .float64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Double.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Double.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Double.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Double.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Double.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Double.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Double.self) }
    }
  }

  static func convertToComplex64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Complex<Float>.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Complex<Float>.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Complex<Float>.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Complex<Float>.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Complex<Float>.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Complex<Float>.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Complex<Float>.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Complex<Float>.self) }
    case .complex64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Complex<Float>.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Complex<Float>.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Complex<Float>.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Complex<Float>.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Complex<Float>.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Complex<Float>.self) }
    }
  }

  static func convertToComplex128(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Complex<Double>.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Complex<Double>.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Complex<Double>.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Complex<Double>.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Complex<Double>.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Complex<Double>.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Complex<Double>.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Complex<Double>.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Complex<Double>.self) }
    case .complex128: { o, x, n, _ in copyElements(o, x, n &* 16) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Complex<Double>.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Complex<Double>.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Complex<Double>.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Complex<Double>.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Complex<Double>.self) }
    }
  }

  static func convertToBfloat16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Brain.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Brain.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Brain.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Brain.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Brain.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Brain.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Brain.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Brain.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Brain.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Brain.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Brain.self) }
    case .bfloat16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Brain.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Brain.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Brain.self) }
    }
  }
}
