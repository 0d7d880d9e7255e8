import EmberwingCore

// Pairs that programs use are converted directly; the others go through a type that holds both (`via`).
extension CPUKernels {
  static func convertToFloat16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Half.self) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .float16) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .float16) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Half.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Half.self) }
    case .float16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Half.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Half.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .float16) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .float16) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Half.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Half.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .float16) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .float16) }
    case .uint64: { o, x, n, _ in via(.float32, o, x, n, .uint64, .float16) }
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
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .float32) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Float.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Float.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .float32) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .float32) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Float.self) }
    }
  }

  static func convertToFloat64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Double.self) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .float64) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .float64) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Double.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Double.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Double.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Double.self) }
    case .float64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .float64) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Double.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Double.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Double.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .float64) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .float64) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Double.self) }
    }
  }

  static func convertToComplex64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.float32, o, x, n, .uint8, .complex64) }
    case .int8: { o, x, n, _ in via(.float32, o, x, n, .int8, .complex64) }
    case .int16: { o, x, n, _ in via(.float32, o, x, n, .int16, .complex64) }
    case .int32: { o, x, n, _ in via(.float32, o, x, n, .int32, .complex64) }
    case .int64: { o, x, n, _ in via(.float32, o, x, n, .int64, .complex64) }
    case .float16: { o, x, n, _ in via(.float32, o, x, n, .float16, .complex64) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Complex<Float>.self) }
    case .float64: { o, x, n, _ in via(.float32, o, x, n, .float64, .complex64) }
    case .complex64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Complex<Float>.self) }
    case .bool: { o, x, n, _ in via(.float32, o, x, n, .bool, .complex64) }
    case .bfloat16: { o, x, n, _ in via(.float32, o, x, n, .bfloat16, .complex64) }
    case .uint16: { o, x, n, _ in via(.float32, o, x, n, .uint16, .complex64) }
    case .uint32: { o, x, n, _ in via(.float32, o, x, n, .uint32, .complex64) }
    case .uint64: { o, x, n, _ in via(.float32, o, x, n, .uint64, .complex64) }
    }
  }

  static func convertToComplex128(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.float64, o, x, n, .uint8, .complex128) }
    case .int8: { o, x, n, _ in via(.float64, o, x, n, .int8, .complex128) }
    case .int16: { o, x, n, _ in via(.float64, o, x, n, .int16, .complex128) }
    case .int32: { o, x, n, _ in via(.float64, o, x, n, .int32, .complex128) }
    case .int64: { o, x, n, _ in via(.float64, o, x, n, .int64, .complex128) }
    case .float16: { o, x, n, _ in via(.float64, o, x, n, .float16, .complex128) }
    case .float32: { o, x, n, _ in via(.float64, o, x, n, .float32, .complex128) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Complex<Double>.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Complex<Double>.self) }
    case .complex128: { o, x, n, _ in copyElements(o, x, n &* 16) }
    case .bool: { o, x, n, _ in via(.float64, o, x, n, .bool, .complex128) }
    case .bfloat16: { o, x, n, _ in via(.float64, o, x, n, .bfloat16, .complex128) }
    case .uint16: { o, x, n, _ in via(.float64, o, x, n, .uint16, .complex128) }
    case .uint32: { o, x, n, _ in via(.float64, o, x, n, .uint32, .complex128) }
    case .uint64: { o, x, n, _ in via(.float64, o, x, n, .uint64, .complex128) }
    }
  }

  static func convertToBfloat16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Brain.self) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .bfloat16) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .bfloat16) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Brain.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Brain.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Brain.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Brain.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Brain.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .bfloat16) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .bfloat16) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Brain.self) }
    case .bfloat16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .bfloat16) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .bfloat16) }
    case .uint64: { o, x, n, _ in via(.float32, o, x, n, .uint64, .bfloat16) }
    }
  }
}
