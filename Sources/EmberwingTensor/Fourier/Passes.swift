/// The passes of Stockham's transform: element q + s(p + m k) of the input goes to q + s(r p + j) of the output, times
/// `w ** (p j)`; no reordering is left at the end.
enum FourierPass {
  @inline(__always)
  private static func root<L: FourierLane>(_ w: UnsafePointer<L.Part>, _ i: Int) -> Wave<L> {
    Wave(.repeating(w[2 &* i]), .repeating(w[2 &* i &+ 1]))
  }

  static func two<L: FourierLane>(
    _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>, _ m: Int, _ s: Int,
    _ w: UnsafePointer<L.Part>
  ) {
    for p in 0..<m {
      let w1: Wave<L> = root(w, p)
      let (from, to) = (x + s &* p, y + 2 &* s &* p)
      for q in 0..<s {
        let (a, b) = (from[q], from[q &+ s &* m])
        to[q] = a + b
        to[q &+ s] = (a - b) * w1
      }
    }
  }

  static func three<L: FourierLane>(
    _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>, _ m: Int, _ s: Int,
    _ w: UnsafePointer<L.Part>
  ) {
    let half = L.repeating(0.5)
    let sine = L.repeating(L.Part(0.866025403784438646763723170752936183))
    for p in 0..<m {
      let (w1, w2): (Wave<L>, Wave<L>) = (root(w, 2 &* p), root(w, 2 &* p &+ 1))
      let (from, to) = (x + s &* p, y + 3 &* s &* p)
      for q in 0..<s {
        let (a, b, c) = (from[q], from[q &+ s &* m], from[q &+ 2 &* s &* m])
        let sum = b + c
        let middle = a - sum.scaled(half)
        let side = (b - c).turned.scaled(sine)
        to[q] = a + sum
        to[q &+ s] = (middle + side) * w1
        to[q &+ 2 &* s] = (middle - side) * w2
      }
    }
  }

  static func four<L: FourierLane>(
    _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>, _ m: Int, _ s: Int,
    _ w: UnsafePointer<L.Part>
  ) {
    for p in 0..<m {
      let (w1, w2, w3): (Wave<L>, Wave<L>, Wave<L>) = (root(w, 3 &* p), root(w, 3 &* p &+ 1), root(w, 3 &* p &+ 2))
      let (from, to) = (x + s &* p, y + 4 &* s &* p)
      for q in 0..<s {
        let (a, b) = (from[q], from[q &+ s &* m])
        let (c, d) = (from[q &+ 2 &* s &* m], from[q &+ 3 &* s &* m])
        let (ac, bd) = (a + c, b + d)
        let (apart, turned) = (a - c, (b - d).turned)
        to[q] = ac + bd
        to[q &+ s] = (apart + turned) * w1
        to[q &+ 2 &* s] = (ac - bd) * w2
        to[q &+ 3 &* s] = (apart - turned) * w3
      }
    }
  }

  static func five<L: FourierLane>(
    _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>, _ m: Int, _ s: Int,
    _ w: UnsafePointer<L.Part>
  ) {
    let (c1, c2) = (
      L.repeating(L.Part(0.309016994374947424102293417182819059)), L.repeating(L.Part(-0.809016994374947424102293417182819059))
    )
    let (s1, s2) = (
      L.repeating(L.Part(0.951056516295153572116439333379382143)), L.repeating(L.Part(0.587785252292473129168705954639072769))
    )
    for p in 0..<m {
      let (w1, w2): (Wave<L>, Wave<L>) = (root(w, 4 &* p), root(w, 4 &* p &+ 1))
      let (w3, w4): (Wave<L>, Wave<L>) = (root(w, 4 &* p &+ 2), root(w, 4 &* p &+ 3))
      let (from, to) = (x + s &* p, y + 5 &* s &* p)
      for q in 0..<s {
        let a = from[q]
        let (b, e) = (from[q &+ s &* m], from[q &+ 4 &* s &* m])
        let (c, d) = (from[q &+ 2 &* s &* m], from[q &+ 3 &* s &* m])
        let (be, cd) = (b + e, c + d)
        let (bme, cmd) = ((b - e).turned, (c - d).turned)
        let first = a + be.scaled(c1) + cd.scaled(c2)
        let second = a + be.scaled(c2) + cd.scaled(c1)
        let firstSide = bme.scaled(s1) + cmd.scaled(s2)
        let secondSide = bme.scaled(s2) - cmd.scaled(s1)
        to[q] = a + be + cd
        to[q &+ s] = (first + firstSide) * w1
        to[q &+ 2 &* s] = (second + secondSide) * w2
        to[q &+ 3 &* s] = (second - secondSide) * w3
        to[q &+ 4 &* s] = (first - firstSide) * w4
      }
    }
  }

  /// Any radix, by its definition.
  static func general<L: FourierLane>(
    _ x: UnsafeMutablePointer<Wave<L>>, _ y: UnsafeMutablePointer<Wave<L>>, _ r: Int, _ m: Int, _ s: Int,
    _ w: UnsafePointer<L.Part>, _ roots: UnsafePointer<L.Part>
  ) {
    for p in 0..<m {
      let (from, to) = (x + s &* p, y + r &* s &* p)
      for q in 0..<s {
        for j in 0..<r {
          var total = from[q]
          var k = 0
          for i in 1..<r {
            k &+= j
            if k >= r { k &-= r }
            total = total + from[q &+ i &* s &* m] * root(roots, k)
          }
          to[q &+ j &* s] = j == 0 ? total : total * root(w, (r &- 1) &* p &+ j &- 1)
        }
      }
    }
  }
}
