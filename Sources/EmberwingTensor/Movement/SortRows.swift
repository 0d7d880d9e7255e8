// Sorting rows by keys: every dtype maps to unsigned integers in its order, NaN above everything, both zeros equal. All
// sorts are stable, so ties keep their order whatever was asked.

/// How the values of a dtype become keys.
enum SortKey {
  @inline(__always) static func of(_ v: Float) -> UInt32 {
    if v.isNaN { return .max }
    let b = (v == 0 ? Float(0) : v).bitPattern
    return b & 0x8000_0000 != 0 ? ~b : b | 0x8000_0000
  }

  @inline(__always) static func of(_ v: Double) -> UInt64 {
    if v.isNaN { return .max }
    let b = (v == 0 ? Double(0) : v).bitPattern
    return b >> 63 != 0 ? ~b : b | 1 << 63
  }

  /// Keys of a dense row of 32 bits or less. 16-bit floats come as float32.
  @inline(__always)
  static func narrow(_ dtype: DType, _ row: UnsafeRawPointer, _ i: Int) -> UInt32 {
    switch dtype {
    case .float32: of(row.load(fromByteOffset: i &* 4, as: Float.self))
    case .int32: UInt32(bitPattern: row.load(fromByteOffset: i &* 4, as: Int32.self)) ^ 0x8000_0000
    case .uint32: row.load(fromByteOffset: i &* 4, as: UInt32.self)
    case .int16: UInt32(bitPattern: Int32(row.load(fromByteOffset: i &* 2, as: Int16.self))) ^ 0x8000_0000
    case .uint16: UInt32(row.load(fromByteOffset: i &* 2, as: UInt16.self))
    case .int8: UInt32(bitPattern: Int32(row.load(fromByteOffset: i, as: Int8.self))) ^ 0x8000_0000
    default: UInt32(row.load(fromByteOffset: i, as: UInt8.self))
    }
  }

  @inline(__always)
  static func wide(_ dtype: DType, _ row: UnsafeRawPointer, _ i: Int) -> UInt64 {
    switch dtype {
    case .float64: of(row.load(fromByteOffset: i &* 8, as: Double.self))
    case .int64: UInt64(bitPattern: row.load(fromByteOffset: i &* 8, as: Int64.self)) ^ 1 << 63
    default: row.load(fromByteOffset: i &* 8, as: UInt64.self)
    }
  }

  static func isWide(_ dtype: DType) -> Bool { dtype.size == 8 }
}

/// A key with the place it came from.
private struct Entry: BitwiseCopyable {
  var key: UInt64
  var place: Int64
}

enum SortRows {
  /// For each dense row of `n` values, the places of the first `keep` in order: ascending, or descending.
  static func order(
    _ dtype: DType, _ x: UnsafeRawPointer, rows: Int, n: Int, keep: Int, descending: Bool,
    _ places: UnsafeMutablePointer<Int64>
  ) {
    if n == 0 || keep == 0 { return }
    // A packed entry holds a 32-bit key above a 32-bit place.
    let packed = !SortKey.isWide(dtype) && n <= Int(UInt32.max)
    parallelFor(rows, grain: Swift.max(1, 8 * 1024 / n)) { lo, hi in
      if packed {
        let room = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * n)
        defer { room.deallocate() }
        for r in lo..<hi {
          packedRow(dtype, x + r &* n &* dtype.size, n, keep, descending, places + r &* keep, room)
        }
      } else {
        let room = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * n)
        defer { room.deallocate() }
        for r in lo..<hi {
          wideRow(dtype, x + r &* n &* dtype.size, n, keep, descending, places + r &* keep, room)
        }
      }
    }
  }

  private static func packedRow(
    _ dtype: DType, _ row: UnsafeRawPointer, _ n: Int, _ keep: Int, _ descending: Bool,
    _ places: UnsafeMutablePointer<Int64>, _ room: UnsafeMutablePointer<UInt64>
  ) {
    let flip: UInt32 = descending ? .max : 0
    if keep < n / 8 {
      if dtype == .float32 {
        let p = row.assumingMemoryBound(to: Float.self)
        smallest(room, keep, n, mayEnter: { i in
          // Sixteen values at once against the worst of the best so far.
          let v = UnsafeRawPointer(p + i).loadUnaligned(as: SIMD16<Float>.self)
          let worst = SIMD16<Float>(repeating: p[Int(truncatingIfNeeded: room[0] & 0xFFFF_FFFF)])
          return descending ? any(.!(v .<= worst)) : any(.!(v .>= worst))
        }) { i in UInt64(SortKey.of(p[i]) ^ flip) << 32 | UInt64(truncatingIfNeeded: i) }
      } else {
        smallest(room, keep, n, mayEnter: { _ in true }) { i in UInt64(SortKey.narrow(dtype, row, i) ^ flip) << 32 | UInt64(i) }
      }
      for i in 0..<keep { places[i] = Int64(room[i] & 0xFFFF_FFFF) }
      return
    }
    if dtype == .float32 {
      // The common type without a switch in its loop.
      let p = row.assumingMemoryBound(to: Float.self)
      for i in 0..<n { room[i] = UInt64(SortKey.of(p[i]) ^ flip) << 32 | UInt64(i) }
    } else {
      for i in 0..<n { room[i] = UInt64(SortKey.narrow(dtype, row, i) ^ flip) << 32 | UInt64(i) }
    }
    var sorted = room
    if n <= 24 {
      insertionSort(room, n)
    } else if n < 512 {
      var buffer = UnsafeMutableBufferPointer(start: room, count: n)
      buffer.sort()
    } else {
      sorted = radix(room, room + n, n)
    }
    for i in 0..<keep { places[i] = Int64(sorted[i] & 0xFFFF_FFFF) }
  }

  /// Entries are all different, so this is as good as stable.
  private static func insertionSort(_ a: UnsafeMutablePointer<UInt64>, _ n: Int) {
    var i = 1
    while i < n {
      let v = a[i]
      var j = i
      while j > 0 && a[j - 1] > v {
        a[j] = a[j - 1]
        j -= 1
      }
      a[j] = v
      i += 1
    }
  }

  /// The `k` smallest of `n` entries, sorted: a heap of the best so far, which almost every entry fails to enter.
  @inline(__always)
  private static func smallest(
    _ heap: UnsafeMutablePointer<UInt64>, _ k: Int, _ n: Int, mayEnter: (_ sixteenFrom: Int) -> Bool,
    _ entry: (Int) -> UInt64
  ) {
    @inline(__always)
    func sift(_ start: Int, _ count: Int) {
      var i = start
      let v = heap[i]
      while true {
        var child = 2 &* i &+ 1
        if child >= count { break }
        if child &+ 1 < count && heap[child &+ 1] > heap[child] { child &+= 1 }
        if heap[child] <= v { break }
        heap[i] = heap[child]
        i = child
      }
      heap[i] = v
    }
    for i in 0..<k { heap[i] = entry(i) }
    var i = k / 2
    while i > 0 {
      i -= 1
      sift(i, k)
    }
    var next = k
    while next < n {
      let end = Swift.min(next &+ 16, n)
      if end &- next < 16 || mayEnter(next) {
        for j in next..<end {
          let e = entry(j)
          if e < heap[0] {
            heap[0] = e
            sift(0, k)
          }
        }
      }
      next = end
    }
    var end = k - 1
    while end > 0 {
      (heap[0], heap[end]) = (heap[end], heap[0])
      sift(0, end)
      end -= 1
    }
  }

  /// Least significant digit first, three digits of eleven bits of the key; a digit that all keys share is skipped.
  private static func radix(
    _ a: UnsafeMutablePointer<UInt64>, _ b: UnsafeMutablePointer<UInt64>, _ n: Int
  ) -> UnsafeMutablePointer<UInt64> {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * 2048) { counts in
      counts.initialize(repeating: 0)
      guard let c = counts.baseAddress else { return a }
      for i in 0..<n {
        let k = a[i] >> 32
        c[Int(k & 2047)] &+= 1
        c[2048 &+ Int(k >> 11 & 2047)] &+= 1
        c[4096 &+ Int(k >> 22)] &+= 1
      }
      var (from, to) = (a, b)
      for digit in 0..<3 {
        let shift = UInt64(32 + 11 * digit)
        let h = c + digit * 2048
        if h[Int(from[0] >> shift & 2047)] == n { continue }
        var sum = 0
        for d in 0..<2048 {
          let t = h[d]
          h[d] = sum
          sum &+= t
        }
        for i in 0..<n {
          let v = from[i]
          let d = Int(v >> shift & 2047)
          to[h[d]] = v
          h[d] &+= 1
        }
        (from, to) = (to, from)
      }
      return from
    }
  }

  private static func wideRow(
    _ dtype: DType, _ row: UnsafeRawPointer, _ n: Int, _ keep: Int, _ descending: Bool,
    _ places: UnsafeMutablePointer<Int64>, _ room: UnsafeMutablePointer<Entry>
  ) {
    let flip: UInt64 = descending ? .max : 0
    if SortKey.isWide(dtype) {
      for i in 0..<n { room[i] = Entry(key: SortKey.wide(dtype, row, i) ^ flip, place: Int64(i)) }
    } else {
      for i in 0..<n { room[i] = Entry(key: UInt64(SortKey.narrow(dtype, row, i)) ^ flip, place: Int64(i)) }
    }
    var sorted = room
    if n < 256 {
      var buffer = UnsafeMutableBufferPointer(start: room, count: n)
      buffer.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
    } else {
      sorted = radix(room, room + n, n)
    }
    for i in 0..<keep { places[i] = sorted[i].place }
  }

  private static func radix(
    _ a: UnsafeMutablePointer<Entry>, _ b: UnsafeMutablePointer<Entry>, _ n: Int
  ) -> UnsafeMutablePointer<Entry> {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 8 * 256) { counts in
      counts.initialize(repeating: 0)
      guard let c = counts.baseAddress else { return a }
      for i in 0..<n {
        let k = a[i].key
        for digit in 0..<8 { c[digit &* 256 &+ Int(k >> UInt64(8 &* digit) & 255)] &+= 1 }
      }
      var (from, to) = (a, b)
      for digit in 0..<8 {
        let shift = UInt64(8 * digit)
        let h = c + digit * 256
        if h[Int(from[0].key >> shift & 255)] == n { continue }
        var sum = 0
        for d in 0..<256 {
          let t = h[d]
          h[d] = sum
          sum &+= t
        }
        for i in 0..<n {
          let v = from[i]
          let d = Int(v.key >> shift & 255)
          to[h[d]] = v
          h[d] &+= 1
        }
        (from, to) = (to, from)
      }
      return from
    }
  }
}
