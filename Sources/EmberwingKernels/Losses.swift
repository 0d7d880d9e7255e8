import EmberwingCore

extension CPUKernels {
  public static func nllRows(
    _ type: DType, _ out: UnsafeMutableRawPointer?, _ logProbabilities: UnsafeRawPointer,
    targets: UnsafePointer<Int64>, weights: UnsafeRawPointer?, ignoreIndex: Int64, rows: Int, classes: Int
  ) -> (loss: Double, weight: Double) {
    if type == .float32 {
      return nll(
        out?.of(Float.self), logProbabilities.of(Float.self), targets, weights?.of(Float.self), ignoreIndex, rows,
        classes)
    }
    if type == .float64 {
      return nll(
        out?.of(Double.self), logProbabilities.of(Double.self), targets, weights?.of(Double.self), ignoreIndex, rows,
        classes)
    }
    return (0, 0)
  }

  private static func nll<T: BinaryFloatingPoint>(
    _ out: UnsafeMutablePointer<T>?, _ x: UnsafePointer<T>, _ targets: UnsafePointer<Int64>,
    _ weights: UnsafePointer<T>?, _ ignore: Int64, _ rows: Int, _ classes: Int
  ) -> (loss: Double, weight: Double) {
    var loss = 0.0
    var total = 0.0
    for r in 0..<max(rows, 0) {
      let t = targets[r]
      if t == ignore {
        out?[r] = 0
        continue
      }
      let w = weights?[Int(t)] ?? 1
      let value = -w * x[r * classes + Int(t)]
      out?[r] = value
      loss += Double(value)
      total += Double(w)
    }
    return (loss, total)
  }
}
