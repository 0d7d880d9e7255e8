extension Ops {
  /// The families behind `torch.nn.functional`.
  static func registerNN(_ r: inout Registry) {
    registerPadding(&r)
    registerResampling(&r)
    registerPoolingFamily(&r)
    registerConvolution3d(&r)
  }
}
