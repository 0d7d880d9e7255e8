extension Ops {
  @_optimize(none)
  static func registerPointwise(_ r: inout Registry) {
    registerUnaryMath(&r)
    registerSpecialMath(&r)
    registerComparison(&r)
    registerBinaryMath(&r)
    registerSelection(&r)
    registerActivations(&r)
    registerActivationGradients(&r)
    registerLosses(&r)
    registerClassLosses(&r)
    registerSpecialFunctions(&r)
    registerSpecialPairs(&r)
    registerNumberParts(&r)
    registerComplex(&r)
    registerFourier(&r)
    registerWindows(&r)
    registerShortTime(&r)
  }
}
