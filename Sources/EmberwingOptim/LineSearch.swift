/// What L-BFGS minimizes: the parameters as one flat vector.
struct FlatParameters {
  let parameters: [Tensor]
  let maximize: Bool

  /// The loss, its value to be made smaller, and that value's gradient.
  func evaluate(_ closure: () throws -> Tensor) throws -> (loss: Tensor, value: Double, gradient: Tensor) {
    let loss = try withGradMode(true, closure)
    if loss.count != 1 { throw EmberwingError.runtime("a closure's loss must have one element, not \(loss.shape)") }
    var views: [Tensor] = []
    for p in parameters {
      let g = try p.grad ?? Tensor.zeros(p.shape, p.dtype)
      views.append(try Ops.reshape(g.dtype.isComplex ? try Ops.viewAsReal(g) : g, [-1]))
    }
    let flat = try Ops.cat(views, 0)
    return (loss, maximize ? -loss.number : loss.number, maximize ? try Ops.neg(flat) : flat)
  }

  /// Adds `rate` times a flat direction to the parameters.
  func move(_ rate: Double, _ direction: Tensor) throws {
    var offset = 0
    for p in parameters {
      let real = p.dtype.isComplex ? try Ops.viewAsReal(p) : p
      try real.add(try Ops.reshape(try Ops.narrow(direction, 0, offset, real.count), real.shape), rate)
      offset += real.count
    }
  }

  func copies() throws -> [Tensor] { try parameters.map { try Ops.clone($0) } }

  func restore(_ values: [Tensor]) throws {
    for (p, v) in zip(parameters, values) { try Ops.copyInPlace(p, v) }
  }
}

extension Tensor {
  /// The one element.
  var number: Double { Scalar(loading: data, as: dtype).double }
  func dot(_ other: Tensor) throws -> Double { try Ops.dot(self, other).number }
  func largest() throws -> Double { count == 0 ? 0 : try Ops.max(try Ops.abs(self)).number }
  func sumOfMagnitudes() throws -> Double { try Ops.sum(try Ops.abs(self), nil, false, nil).number }
  /// Adds `alpha` times another tensor to this one.
  func add(_ other: Tensor, _ alpha: Double) throws {
    try Inplace.assign(self, direct: true) { try Ops.add($0, .tensor(other), .float(alpha)) }
  }
}

/// A search along a line for a point that satisfies the strong Wolfe conditions (Nocedal and Wright 2006, algorithms 3.5
/// and 3.6).
enum StrongWolfe {
  /// A point on the line: where, the value there, its gradient, and the slope along the line.
  struct Point {
    var t: Double, f: Double, g: Tensor, slope: Double
  }

  private static let decrease = 1e-4, curvature = 0.9

  /// The point found and how many evaluations it took; `reach` is the direction's largest magnitude.
  static func search(
    from start: Point, firstStep: Double, reach: Double, tolerance: Double, limit: Double,
    _ evaluate: (Double) throws -> Point
  ) throws -> (Point, evaluations: Double) {
    func isTooHigh(_ p: Point) -> Bool { p.f > start.f + decrease * p.t * start.slope }
    func isFlat(_ p: Point) -> Bool { abs(p.slope) <= -curvature * start.slope }
    var previous = start
    var new = try evaluate(firstStep)
    var count = 0.0
    var bracket: (Point, Point)?
    while count < limit {
      if isTooHigh(new) || (count > 1 && new.f >= previous.f) {
        bracket = (previous, new)
        break
      }
      if isFlat(new) { return (new, count + 1) }
      if new.slope >= 0 {
        bracket = (previous, new)
        break
      }
      let bounds = (new.t + 0.01 * (new.t - previous.t), new.t * 10)
      let t = cubic(previous, new, bounds)
      previous = new
      new = try evaluate(t)
      count += 1
    }
    let ends = bracket ?? (start, new)
    var (low, high) = ends.0.f <= ends.1.f ? ends : (ends.1, ends.0)
    if bracket == nil { return (low, count + 1) }
    // The interpolation looks at the ends in the order in which they were found.
    var lowIsFirst = ends.0.f <= ends.1.f
    var isSlow = false
    while count < limit && abs(high.t - low.t) * reach >= tolerance {
      let (left, right) = (Swift.min(low.t, high.t), Swift.max(low.t, high.t))
      var t = lowIsFirst ? cubic(low, high, (left, right)) : cubic(high, low, (left, right))
      let margin = 0.1 * (right - left)
      if Swift.min(right - t, t - left) < margin {
        if isSlow || t >= right || t <= left {
          t = abs(t - right) < abs(t - left) ? right - margin : left + margin
          isSlow = false
        } else {
          isSlow = true
        }
      } else {
        isSlow = false
      }
      new = try evaluate(t)
      count += 1
      if isTooHigh(new) || new.f >= low.f {
        high = new
        let isInOrder = lowIsFirst ? low.f <= high.f : high.f <= low.f
        if isInOrder != lowIsFirst {
          swap(&low, &high)
          lowIsFirst = isInOrder
        }
        continue
      }
      if isFlat(new) { return (new, count + 1) }
      if new.slope * (high.t - low.t) >= 0 { high = low }
      low = new
    }
    return (low, count + 1)
  }

  /// The lowest point of the cubic through two points with their slopes, within bounds.
  private static func cubic(_ a: Point, _ b: Point, _ bounds: (Double, Double)) -> Double {
    let d1 = a.slope + b.slope - 3 * (a.f - b.f) / (a.t - b.t)
    let square = d1 * d1 - a.slope * b.slope
    if !(square >= 0) { return (bounds.0 + bounds.1) / 2 }
    let (left, right) = a.t <= b.t ? (a, b) : (b, a)
    let d2 = square.squareRoot()
    let t = right.t - (right.t - left.t) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2))
    return Swift.min(Swift.max(t, bounds.0), bounds.1)
  }
}
