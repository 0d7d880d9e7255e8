extension Ops {
  /// The families behind `torch.nn.functional`.
  @_optimize(none)
  static func registerNN(_ r: inout Registry) {
    registerPadding(&r)
    registerResampling(&r)
    registerPoolingFamily(&r)
    registerConvolution3d(&r)
    registerGridSampling(&r)
    registerFolding(&r)
    registerSimilarities(&r)
    registerMarginLosses(&r)
    registerRandomLayers(&r)
    registerAttention(&r)
    registerCTC(&r)
    registerBags(&r)
    registerRecurrent(&r)
  }
}
