import EmberwingCore

// Pairs that programs use are converted directly; the others go through a type that holds both (`via`).
extension CPUKernels {
  static func convertToUint8(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .uint8) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .uint8) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt8.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt8.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, UInt8.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt8.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt8.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .uint8) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .uint8) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, UInt8.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, UInt8.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .uint8) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .uint8) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .uint8) }
    }
  }

  static func convertToInt8(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.int64, o, x, n, .uint8, .int8) }
    case .int8: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .int8) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Int8.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int8.self) }
    case .float16: { o, x, n, _ in via(.int32, o, x, n, .float16, .int8) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int8.self) }
    case .float64: { o, x, n, _ in via(.int32, o, x, n, .float64, .int8) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .int8) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .int8) }
    case .bool: { o, x, n, _ in via(.int64, o, x, n, .bool, .int8) }
    case .bfloat16: { o, x, n, _ in via(.int32, o, x, n, .bfloat16, .int8) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .int8) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .int8) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .int8) }
    }
  }

  static func convertToInt16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.int64, o, x, n, .uint8, .int16) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .int16) }
    case .int16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Int16.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int16.self) }
    case .float16: { o, x, n, _ in via(.int32, o, x, n, .float16, .int16) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int16.self) }
    case .float64: { o, x, n, _ in via(.int32, o, x, n, .float64, .int16) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .int16) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .int16) }
    case .bool: { o, x, n, _ in via(.int64, o, x, n, .bool, .int16) }
    case .bfloat16: { o, x, n, _ in via(.int32, o, x, n, .bfloat16, .int16) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .int16) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .int16) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .int16) }
    }
  }

  static func convertToInt32(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Int32.self) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .int32) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .int32) }
    case .int32: { o, x, n, _ in copyElements(o, x, n &* 4) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int32.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Int32.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int32.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Int32.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .int32) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .int32) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Int32.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Int32.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .int32) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .int32) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .int32) }
    }
  }

  static func convertToInt64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Int64.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Int64.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Int64.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Int64.self) }
    case .int64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Int64.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int64.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Int64.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .int64) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .int64) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Int64.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Int64.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Int64.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Int64.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Int64.self) }
    }
  }

  static func convertToBool(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Truth.self) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .bool) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .bool) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Truth.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Truth.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Truth.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Truth.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Truth.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Truth.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Truth.self) }
    case .bool: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Truth.self) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .bool) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .bool) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .bool) }
    }
  }

  static func convertToUint16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.int64, o, x, n, .uint8, .uint16) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .uint16) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .uint16) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt16.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt16.self) }
    case .float16: { o, x, n, _ in via(.int32, o, x, n, .float16, .uint16) }
    case .float32: { o, x, n, _ in via(.int32, o, x, n, .float32, .uint16) }
    case .float64: { o, x, n, _ in via(.int32, o, x, n, .float64, .uint16) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .uint16) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .uint16) }
    case .bool: { o, x, n, _ in via(.int64, o, x, n, .bool, .uint16) }
    case .bfloat16: { o, x, n, _ in via(.int32, o, x, n, .bfloat16, .uint16) }
    case .uint16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .uint16) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .uint16) }
    }
  }

  static func convertToUint32(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.int64, o, x, n, .uint8, .uint32) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .uint32) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .uint32) }
    case .int32: { o, x, n, _ in via(.int64, o, x, n, .int32, .uint32) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt32.self) }
    case .float16: { o, x, n, _ in via(.int64, o, x, n, .float16, .uint32) }
    case .float32: { o, x, n, _ in via(.int64, o, x, n, .float32, .uint32) }
    case .float64: { o, x, n, _ in via(.int64, o, x, n, .float64, .uint32) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .uint32) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .uint32) }
    case .bool: { o, x, n, _ in via(.int64, o, x, n, .bool, .uint32) }
    case .bfloat16: { o, x, n, _ in via(.int64, o, x, n, .bfloat16, .uint32) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .uint32) }
    case .uint32: { o, x, n, _ in copyElements(o, x, n &* 4) }
    case .uint64: { o, x, n, _ in via(.int64, o, x, n, .uint64, .uint32) }
    }
  }

  static func convertToUint64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in via(.int64, o, x, n, .uint8, .uint64) }
    case .int8: { o, x, n, _ in via(.int64, o, x, n, .int8, .uint64) }
    case .int16: { o, x, n, _ in via(.int64, o, x, n, .int16, .uint64) }
    case .int32: { o, x, n, _ in via(.int64, o, x, n, .int32, .uint64) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt64.self) }
    case .float16: { o, x, n, _ in via(.float32, o, x, n, .float16, .uint64) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt64.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt64.self) }
    case .complex64: { o, x, n, _ in via(.float32, o, x, n, .complex64, .uint64) }
    case .complex128: { o, x, n, _ in via(.float64, o, x, n, .complex128, .uint64) }
    case .bool: { o, x, n, _ in via(.int64, o, x, n, .bool, .uint64) }
    case .bfloat16: { o, x, n, _ in via(.float32, o, x, n, .bfloat16, .uint64) }
    case .uint16: { o, x, n, _ in via(.int64, o, x, n, .uint16, .uint64) }
    case .uint32: { o, x, n, _ in via(.int64, o, x, n, .uint32, .uint64) }
    case .uint64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    }
  }
}
