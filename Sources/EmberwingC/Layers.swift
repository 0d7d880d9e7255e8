import CEmberwing
import EmberwingNN
import EmberwingTensor

/// A constructor under guard, as a new reference.
private func made(_ body: () throws -> Module) -> OpaquePointer? { guardedHandle { Handle.make(object: try body()) } }

private func pair(_ p: (Int64, Int64)) -> Shape { [Int(p.0), Int(p.1)] }

@_cdecl("ew_linear_new") @implementation
public func ew_linear_new(_ in_features: Int64, _ out_features: Int64, _ bias: Bool, _ dtype: Int32) -> OpaquePointer? {
  made { try Linear(Int(in_features), Int(out_features), bias: bias, dtype: try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_identity_new") @implementation
public func ew_identity_new() -> OpaquePointer? { made { Identity() } }

@_cdecl("ew_flatten_new") @implementation
public func ew_flatten_new(_ start_dim: Int64, _ end_dim: Int64) -> OpaquePointer? {
  made { Flatten(startDim: Int(start_dim), endDim: Int(end_dim)) }
}

@_cdecl("ew_dropout_new") @implementation
public func ew_dropout_new(_ p: Double) -> OpaquePointer? { made { try Dropout(p) } }

@_cdecl("ew_embedding_new") @implementation
public func ew_embedding_new(
  _ num_embeddings: Int64, _ embedding_dim: Int64, _ padding_idx: UnsafePointer<Int64>?, _ dtype: Int32
) -> OpaquePointer? {
  made {
    try Embedding(
      Int(num_embeddings), Int(embedding_dim), paddingIndex: padding_idx.map { Int($0.pointee) },
      dtype: try Handle.optionalDType(dtype))
  }
}

// MARK: convolution and pooling

private let convDefaults = ew_conv2d_options(
  struct_size: MemoryLayout<ew_conv2d_options>.size, stride: (1, 1), padding: (0, 0), dilation: (1, 1),
  output_padding: (0, 0), groups: 1, padding_mode: 0, dtype: -1, bias: true)

private func padding(_ o: ew_conv2d_options, _ size: Shape) throws -> Padding {
  switch o.padding_mode {
  case 0: return .size(size)
  case 1: return .same
  default: throw EmberwingError.value("ew_conv2d_options: padding_mode \(o.padding_mode) is none of EW_PADDING_...")
  }
}

@_cdecl("ew_conv2d_new") @implementation
public func ew_conv2d_new(
  _ in_channels: Int64, _ out_channels: Int64, _ kernel_height: Int64, _ kernel_width: Int64,
  _ options: UnsafePointer<ew_conv2d_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, convDefaults)
    return try Conv2d(
      Int(in_channels), Int(out_channels), kernelSize: [Int(kernel_height), Int(kernel_width)], stride: pair(o.stride),
      padding: try padding(o, pair(o.padding)), dilation: pair(o.dilation), groups: Int(o.groups), bias: o.bias,
      dtype: try Handle.optionalDType(o.dtype))
  }
}

@_cdecl("ew_conv_transpose2d_new") @implementation
public func ew_conv_transpose2d_new(
  _ in_channels: Int64, _ out_channels: Int64, _ kernel_height: Int64, _ kernel_width: Int64,
  _ options: UnsafePointer<ew_conv2d_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, convDefaults)
    if o.padding_mode != 0 { throw EmberwingError.value("Only numeric padding is supported for ConvTranspose2d") }
    return try ConvTranspose2d(
      Int(in_channels), Int(out_channels), kernelSize: [Int(kernel_height), Int(kernel_width)], stride: pair(o.stride),
      padding: pair(o.padding), outputPadding: pair(o.output_padding), groups: Int(o.groups), bias: o.bias,
      dilation: pair(o.dilation), dtype: try Handle.optionalDType(o.dtype))
  }
}

@_cdecl("ew_conv1d_new") @implementation
public func ew_conv1d_new(
  _ in_channels: Int64, _ out_channels: Int64, _ kernel_size: Int64, _ options: UnsafePointer<ew_conv2d_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, convDefaults)
    return try Conv1d(
      Int(in_channels), Int(out_channels), kernelSize: Int(kernel_size), stride: Int(o.stride.0),
      padding: try padding(o, [Int(o.padding.0)]), dilation: Int(o.dilation.0), groups: Int(o.groups), bias: o.bias,
      dtype: try Handle.optionalDType(o.dtype))
  }
}

private let poolDefaults = ew_pool2d_options(
  struct_size: MemoryLayout<ew_pool2d_options>.size, stride: (0, 0), padding: (0, 0), dilation: (1, 1),
  divisor_override: 0, ceil_mode: false, count_include_pad: true)

/// A stride of 0 is the window's own size.
private func stride(_ s: (Int64, Int64), _ height: Int64, _ width: Int64) -> Shape {
  [Int(s.0 == 0 ? height : s.0), Int(s.1 == 0 ? width : s.1)]
}

@_cdecl("ew_max_pool2d_new") @implementation
public func ew_max_pool2d_new(
  _ kernel_height: Int64, _ kernel_width: Int64, _ options: UnsafePointer<ew_pool2d_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, poolDefaults)
    return try MaxPool2d(
      [Int(kernel_height), Int(kernel_width)], stride: stride(o.stride, kernel_height, kernel_width),
      padding: pair(o.padding), dilation: pair(o.dilation), ceilMode: o.ceil_mode)
  }
}

@_cdecl("ew_avg_pool2d_new") @implementation
public func ew_avg_pool2d_new(
  _ kernel_height: Int64, _ kernel_width: Int64, _ options: UnsafePointer<ew_pool2d_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, poolDefaults)
    return try AvgPool2d(
      [Int(kernel_height), Int(kernel_width)], stride: stride(o.stride, kernel_height, kernel_width),
      padding: pair(o.padding), ceilMode: o.ceil_mode, countIncludePad: o.count_include_pad,
      divisorOverride: o.divisor_override == 0 ? nil : Int(o.divisor_override))
  }
}

@_cdecl("ew_adaptive_avg_pool2d_new") @implementation
public func ew_adaptive_avg_pool2d_new(_ out_height: Int64, _ out_width: Int64) -> OpaquePointer? {
  made { try AdaptiveAvgPool2d([Int(out_height), Int(out_width)]) }
}

// MARK: normalisation

private let normDefaults = ew_norm_options(
  struct_size: MemoryLayout<ew_norm_options>.size, eps: 1e-5, momentum: 0.1, dtype: -1, affine: true,
  track_running_stats: true, bias: true)

@_cdecl("ew_batch_norm1d_new") @implementation
public func ew_batch_norm1d_new(_ num_features: Int64, _ options: UnsafePointer<ew_norm_options>?) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, normDefaults)
    return try BatchNorm1d(
      Int(num_features), eps: o.eps, momentum: o.momentum.isNaN ? nil : o.momentum, affine: o.affine,
      trackRunningStats: o.track_running_stats, dtype: try Handle.optionalDType(o.dtype))
  }
}

@_cdecl("ew_batch_norm2d_new") @implementation
public func ew_batch_norm2d_new(_ num_features: Int64, _ options: UnsafePointer<ew_norm_options>?) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, normDefaults)
    return try BatchNorm2d(
      Int(num_features), eps: o.eps, momentum: o.momentum.isNaN ? nil : o.momentum, affine: o.affine,
      trackRunningStats: o.track_running_stats, dtype: try Handle.optionalDType(o.dtype))
  }
}

@_cdecl("ew_layer_norm_new") @implementation
public func ew_layer_norm_new(
  _ normalized_shape: UnsafePointer<Int64>?, _ normalized_shape_count: Int, _ options: UnsafePointer<ew_norm_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, normDefaults)
    return try LayerNorm(
      try Handle.integers(normalized_shape, normalized_shape_count), eps: o.eps, elementwiseAffine: o.affine,
      bias: o.bias, dtype: try Handle.optionalDType(o.dtype))
  }
}

@_cdecl("ew_group_norm_new") @implementation
public func ew_group_norm_new(
  _ num_groups: Int64, _ num_channels: Int64, _ options: UnsafePointer<ew_norm_options>?
) -> OpaquePointer? {
  made {
    let o = try EmberwingC.options(options, normDefaults)
    return try GroupNorm(
      Int(num_groups), Int(num_channels), eps: o.eps, affine: o.affine, dtype: try Handle.optionalDType(o.dtype))
  }
}

// MARK: activations

@_cdecl("ew_relu_new") @implementation
public func ew_relu_new() -> OpaquePointer? { made { ReLU() } }

@_cdecl("ew_relu6_new") @implementation
public func ew_relu6_new() -> OpaquePointer? { made { ReLU6() } }

@_cdecl("ew_leaky_relu_new") @implementation
public func ew_leaky_relu_new(_ negative_slope: Double) -> OpaquePointer? { made { LeakyReLU(negative_slope) } }

@_cdecl("ew_prelu_new") @implementation
public func ew_prelu_new(_ num_parameters: Int64, _ initial: Double, _ dtype: Int32) -> OpaquePointer? {
  made { try PReLU(Int(num_parameters), initial: initial, dtype: try Handle.optionalDType(dtype)) }
}

@_cdecl("ew_elu_new") @implementation
public func ew_elu_new(_ alpha: Double) -> OpaquePointer? { made { ELU(alpha) } }

@_cdecl("ew_selu_new") @implementation
public func ew_selu_new() -> OpaquePointer? { made { SELU() } }

@_cdecl("ew_sigmoid_new") @implementation
public func ew_sigmoid_new() -> OpaquePointer? { made { Sigmoid() } }

@_cdecl("ew_log_sigmoid_new") @implementation
public func ew_log_sigmoid_new() -> OpaquePointer? { made { LogSigmoid() } }

@_cdecl("ew_tanh_new") @implementation
public func ew_tanh_new() -> OpaquePointer? { made { Tanh() } }

@_cdecl("ew_gelu_new") @implementation
public func ew_gelu_new(_ approximate: UnsafePointer<CChar>?) -> OpaquePointer? {
  made { GELU(approximate: try Handle.string(approximate)) }
}

@_cdecl("ew_silu_new") @implementation
public func ew_silu_new() -> OpaquePointer? { made { SiLU() } }

@_cdecl("ew_mish_new") @implementation
public func ew_mish_new() -> OpaquePointer? { made { Mish() } }

@_cdecl("ew_hardswish_new") @implementation
public func ew_hardswish_new() -> OpaquePointer? { made { Hardswish() } }

@_cdecl("ew_hardsigmoid_new") @implementation
public func ew_hardsigmoid_new() -> OpaquePointer? { made { Hardsigmoid() } }

@_cdecl("ew_hardtanh_new") @implementation
public func ew_hardtanh_new(_ min_val: Double, _ max_val: Double) -> OpaquePointer? {
  made { try Hardtanh(min_val, max_val) }
}

@_cdecl("ew_softplus_new") @implementation
public func ew_softplus_new(_ beta: Double, _ threshold: Double) -> OpaquePointer? {
  made { Softplus(beta: beta, threshold: threshold) }
}

@_cdecl("ew_softmax_new") @implementation
public func ew_softmax_new(_ dim: Int64) -> OpaquePointer? { made { Softmax(dim: Int(dim)) } }

@_cdecl("ew_log_softmax_new") @implementation
public func ew_log_softmax_new(_ dim: Int64) -> OpaquePointer? { made { LogSoftmax(dim: Int(dim)) } }
