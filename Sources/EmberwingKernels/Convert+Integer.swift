import EmberwingCore

extension CPUKernels {
  static func convertToUint8(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, UInt8.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, UInt8.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt8.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt8.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, UInt8.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt8.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt8.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, UInt8.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, UInt8.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, UInt8.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, UInt8.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, UInt8.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, UInt8.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, UInt8.self) }
    }
  }

  static func convertToInt8(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Int8.self) }
    case .int8: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Int8.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Int8.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int8.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Int8.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int8.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Int8.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Int8.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Int8.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Int8.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Int8.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Int8.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Int8.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Int8.self) }
    }
  }

  static func convertToInt16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Int16.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Int16.self) }
    case .int16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Int16.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int16.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Int16.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int16.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Int16.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Int16.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Int16.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Int16.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Int16.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Int16.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Int16.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Int16.self) }
    }
  }

  static func convertToInt32(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, Int32.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Int32.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Int32.self) }
    case .int32: { o, x, n, _ in copyElements(o, x, n &* 4) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Int32.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Int32.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Int32.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Int32.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Int32.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Int32.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, Int32.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Int32.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Int32.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Int32.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Int32.self) }
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
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Int64.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Int64.self) }
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
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, Truth.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, Truth.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, Truth.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, Truth.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, Truth.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, Truth.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, Truth.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, Truth.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, Truth.self) }
    case .bool: { o, x, n, _ in copyElements(o, x, n &* 1) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, Truth.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, Truth.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, Truth.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, Truth.self) }
    }
  }

  static func convertToUint16(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, UInt16.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, UInt16.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, UInt16.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt16.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt16.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, UInt16.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt16.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt16.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, UInt16.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, UInt16.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, UInt16.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, UInt16.self) }
    case .uint16: { o, x, n, _ in copyElements(o, x, n &* 2) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, UInt16.self) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, UInt16.self) }
    }
  }

  static func convertToUint32(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, UInt32.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, UInt32.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, UInt32.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt32.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt32.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, UInt32.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt32.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt32.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, UInt32.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, UInt32.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, UInt32.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, UInt32.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, UInt32.self) }
    case .uint32: { o, x, n, _ in copyElements(o, x, n &* 4) }
    case .uint64: { o, x, n, _ in cast(o, x, n, UInt64.self, UInt32.self) }
    }
  }

  static func convertToUint64(_ from: DType) -> UnaryBlock {
    switch from {
    case .uint8: { o, x, n, _ in cast(o, x, n, UInt8.self, UInt64.self) }
    case .int8: { o, x, n, _ in cast(o, x, n, Int8.self, UInt64.self) }
    case .int16: { o, x, n, _ in cast(o, x, n, Int16.self, UInt64.self) }
    case .int32: { o, x, n, _ in cast(o, x, n, Int32.self, UInt64.self) }
    case .int64: { o, x, n, _ in cast(o, x, n, Int64.self, UInt64.self) }
    case .float16: { o, x, n, _ in cast(o, x, n, Half.self, UInt64.self) }
    case .float32: { o, x, n, _ in cast(o, x, n, Float.self, UInt64.self) }
    case .float64: { o, x, n, _ in cast(o, x, n, Double.self, UInt64.self) }
    case .complex64: { o, x, n, _ in cast(o, x, n, Complex<Float>.self, UInt64.self) }
    case .complex128: { o, x, n, _ in cast(o, x, n, Complex<Double>.self, UInt64.self) }
    case .bool: { o, x, n, _ in cast(o, x, n, Truth.self, UInt64.self) }
    case .bfloat16: { o, x, n, _ in cast(o, x, n, Brain.self, UInt64.self) }
    case .uint16: { o, x, n, _ in cast(o, x, n, UInt16.self, UInt64.self) }
    case .uint32: { o, x, n, _ in cast(o, x, n, UInt32.self, UInt64.self) }
    case .uint64: { o, x, n, _ in copyElements(o, x, n &* 8) }
    }
  }
}
