/// PyTorch's names of the graph nodes of ops that are made of others here: the node of the result carries them.
public enum NodeNames {
  /// By the op's C name, without its prefix.
  public static let all: [String: String] = [
    "adaptive_max_pool2d": "AdaptiveMaxPool2DBackward0", "addmv": "AddmvBackward0", "addr": "AddrBackward0",
    "aminmax": "AminmaxBackward0", "cdist": "CdistBackward0", "celu": "CeluBackward0",
    "channel_shuffle": "ChannelShuffleBackward0", "cholesky_inverse": "CholeskyInverseBackward0",
    "clamp_Tensor": "ClampBackward0", "conv1d": "ConvolutionBackward0", "conv3d": "ConvolutionBackward0",
    "conv_transpose1d": "ConvolutionBackward0", "conv_transpose2d": "ConvolutionBackward0",
    "conv_transpose3d": "ConvolutionBackward0", "cross": "LinalgCrossBackward0", "cummax": "CummaxBackward0",
    "cummin": "CumminBackward0", "deg2rad": "Deg2RadBackward0", "diagonal_scatter": "DiagonalScatterBackward0",
    "dist": "DistBackward0", "embedding_bag": "EmbeddingBagBackward0", "fft_rfft": "FftR2CBackward0",
    "glu": "GluBackward0", "group_norm": "NativeGroupNormBackward0", "hardshrink": "HardshrinkBackward0",
    "kron": "UnsafeViewBackward0", "kthvalue": "KthvalueBackward0", "ldexp": "LdexpBackward0",
    "linalg_cross": "LinalgCrossBackward0", "linalg_vector_norm": "LinalgVectorNormBackward0",
    "max_pool3d": "MaxPool3DWithIndicesBackward0", "median_dim": "MedianBackward1", "mode": "ModeBackward0",
    "multi_margin_loss": "MultiMarginLossBackward0", "multilabel_margin_loss": "MultilabelMarginLossBackward0",
    "mvlgamma": "MvlgammaBackward0", "nansum": "NansumBackward0", "pdist": "PdistBackward0",
    "pixel_shuffle": "PixelShuffleBackward0", "pixel_unshuffle": "PixelUnshuffleBackward0",
    "polar": "PolarBackward0", "pow_base": "PowBackward2", "prelu": "PreluKernelBackward0", "put": "PutBackward0",
    "rad2deg": "Rad2DegBackward0", "renorm": "RenormBackward0", "roll": "RollBackward0", "rot90": "Rot90Backward0",
    "rrelu": "RreluWithNoiseBackward0", "select_scatter": "SelectScatterBackward0", "sgn": "SgnBackward0",
    "slice_scatter": "SliceScatterBackward0", "soft_margin_loss": "SoftMarginLossBackward0",
    "softshrink": "SoftshrinkBackward0", "take": "TakeBackward0", "trace": "TraceBackward0",
  ]
}

extension Tensor {
  /// The same tensor, its graph node carrying another name. Only for results that an op has just made.
  @inline(__always)
  public func named(_ name: @autoclosure () -> String) -> Tensor {
    if let node = gradFn { node.name = name() }
    return self
  }
}
