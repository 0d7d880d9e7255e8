extension Ops {
  /// All families, in the order in which the generated files list them.
  @_optimize(none)
  static func registerEverything(_ r: inout Registry) {
    registerArithmetic(&r)
    registerPointwise(&r)  // ops1
    registerReductions(&r)  // ops2
    registerMovement(&r)  // ops3
    registerNN(&r)
    registerLinalg(&r)
    registerMore(&r)
  }
}
