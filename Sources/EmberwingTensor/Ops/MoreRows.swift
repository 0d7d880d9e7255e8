extension Ops {
  /// Families that build on indexing, sorting and reductions.
  @_optimize(none)
  static func registerMore(_ r: inout Registry) {
    registerScatterReduce(&r)
    registerRunningExtremes(&r)
    registerOrderStatistics(&r)
    registerUniqueness(&r)
    registerHistograms(&r)
    registerEinsum(&r)
    registerDistances(&r)
    registerStatistics(&r)
    registerRewriting(&r)
  }
}
