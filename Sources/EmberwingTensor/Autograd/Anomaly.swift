/// `autograd.set_detect_anomaly`: remembers where each node was made and names it when its backward fails or yields NaN.
public enum Anomaly {
  /// The host's way of describing where its program is now; Python gives a traceback.
  nonisolated(unsafe) public static var traceProvider: (@Sendable () -> String)?

  @inline(__always) static func note(_ node: Node) {
    if ThreadState.current.pointee.anomalyMode { remember(node) }
  }

  private static func remember(_ node: Node) { node.extra().trace = traceProvider?() ?? "" }

  /// The error of a failing node, with the place of its forward call.
  static func explain(_ error: Error, _ node: Node) -> Error {
    guard let trace = node.extras?.trace, let e = error as? EmberwingError, e.kind != .callback else { return error }
    let place = trace.isEmpty ? "" : " Traceback of forward call that caused the error:\n\(trace)"
    return EmberwingError(e.kind, "\(e.message)\nError detected in \(node.name).\(place)")
  }

  static func checkNaN(_ grads: Grads, _ node: Node) throws {
    for i in 0..<node.edgeCount {
      guard let g = grads[i], g.dtype.isDifferentiable, try Ops.hasNaN(g) else { continue }
      throw EmberwingError.runtime("Function '\(node.name)' returned nan values in its \(i)th output.")
    }
  }
}
