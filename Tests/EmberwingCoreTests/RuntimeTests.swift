import EmberwingCore
import Foundation
import Synchronization
import Testing

/// One process has one allocator and one pool, so these run one after the other.
@Suite(.serialized) struct RuntimeTests {
  @Test func allocatorRefusesAbsurdSizes() {
    #expect(Allocator.allocate(-1) == nil && Allocator.allocate(Int.max) == nil && Allocator.allocate(Int.min) == nil)
    #expect(Allocator.allocate(Int.max / 2) == nil)
  }

  @Test func allocatorReusesAndCounts() throws {
    Allocator.emptyCache()
    for size in [0, 1, 16, 1024, 1025, 1152, 1153, 4096, 4097, 1 << 20, (1 << 20) + 1, 5_000_001] {
      let p = try #require(Allocator.allocate(size))
      #expect(UInt(bitPattern: p) % (size > 1024 ? 64 : 16) == 0)
      memset(p, 0xa5, size)
      Allocator.free(p, size)
      if size > 1024 {
        let q = try #require(Allocator.allocate(size))
        #expect(q == p)
        Allocator.free(q, size)
      }
    }
    // Other suites allocate meanwhile: compare with room for them.
    let size = 64 << 20
    let before = Allocator.statistics
    let p = try #require(Allocator.allocate(size))
    let during = Allocator.statistics
    #expect(during.allocatedBytes - before.allocatedBytes >= size - (32 << 20))
    #expect(during.peakBytes >= size && during.blockCount > 0)
    Allocator.free(p, size)
    #expect(Allocator.statistics.cachedBytes >= size)
    Allocator.emptyCache()
    #expect(Allocator.statistics.cachedBytes < size)
  }

  @Test func allocatorKeepsToItsLimit() throws {
    let limit = Allocator.cacheLimit
    #expect(limit > 0)
    defer { Allocator.cacheLimit = limit }
    Allocator.cacheLimit = 10 << 20
    let blocks = try (0..<16).map { _ in try #require(Allocator.allocate(1 << 20)) }
    for p in blocks { Allocator.free(p, 1 << 20) }
    let large = try #require(Allocator.allocate(32 << 20))
    Allocator.free(large, 32 << 20)
    #expect(Allocator.statistics.cachedBytes <= 10 << 20)
    Allocator.cacheLimit = -5
    #expect(Allocator.cacheLimit == 0 && Allocator.statistics.cachedBytes == 0)
  }

  @Test func allocatorServesManyThreads() {
    DispatchQueue.concurrentPerform(iterations: 8) { t in
      var held: [(UnsafeMutableRawPointer, Int)] = []
      for i in 0..<4000 {
        let size = (i &* 7919 &+ t &* 104_729) % 40_000
        if let p = Allocator.allocate(size) {
          if size > 0 { p.storeBytes(of: UInt8(t), as: UInt8.self) }
          held.append((p, size))
        }
        if held.count > 32 {
          let (p, n) = held.remove(at: i % 32)
          if n > 0 && p.load(as: UInt8.self) != UInt8(t) { Issue.record("a block was given twice") }
          Allocator.free(p, n)
        }
      }
      for (p, n) in held { Allocator.free(p, n) }
    }
  }

  /// Every index once, and the pieces that `parallelPieceSize` promises.
  func covers(_ count: Int, _ grain: Int) -> Bool {
    let hits = UnsafeMutablePointer<UInt8>.allocate(capacity: Swift.max(count, 1))
    defer { hits.deallocate() }
    hits.initialize(repeating: 0, count: Swift.max(count, 1))
    let size = parallelPieceSize(count, grain: grain)
    let wrong = Atomic<Int>(0)
    parallelFor(count, grain: grain) { lo, hi in
      if lo % size != 0 || hi != Swift.min(lo + size, count) { wrong.add(1, ordering: .relaxed) }
      for i in lo..<hi { hits[i] += 1 }
    }
    return wrong.load(ordering: .relaxed) == 0 && (0..<Swift.max(count, 0)).allSatisfy { hits[$0] == 1 }
  }

  @Test(arguments: [1, 2, 5]) func poolCoversEveryIndex(threads: Int) throws {
    try ThreadPool.setThreadCount(threads)
    #expect(ThreadPool.threadCount == threads)
    for count in [-3, 0, 1, 2, 63, 64, 65, 1000, 100_003] {
      for grain in [-1, 0, 1, 7, 64, 1000, 1 << 20] { #expect(covers(count, grain), "\(count) by \(grain)") }
    }
    for _ in 0..<20_000 {
      let sum = Atomic<Int>(0)
      parallelFor(100, grain: 10) { lo, hi in sum.add(hi - lo, ordering: .relaxed) }
      if sum.load(ordering: .relaxed) != 100 { Issue.record("lost work") }
    }
  }

  @Test func poolNests() throws {
    try ThreadPool.setThreadCount(5)
    let pieces = Atomic<Int>(0)
    let sum = Atomic<Int>(0)
    parallelFor(64, grain: 1) { lo, hi in
      if !ThreadState.current.pointee.inParallelRegion { Issue.record("outside") }
      for _ in lo..<hi {
        parallelFor(1000, grain: 100) { a, b in
          pieces.add(1, ordering: .relaxed)
          sum.add(b - a, ordering: .relaxed)
        }
      }
    }
    #expect(sum.load(ordering: .relaxed) == 64_000)
    #expect(pieces.load(ordering: .relaxed) == 64 * ((999 / parallelPieceSize(1000, grain: 100)) + 1))
    #expect(!ThreadState.current.pointee.inParallelRegion)
  }

  @Test func poolServesConcurrentCallers() throws {
    try ThreadPool.setThreadCount(3)
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      for _ in 0..<200 where !covers(5000, 50) { Issue.record("lost work") }
    }
  }

  @Test func poolSleepsAndWakes() throws {
    try ThreadPool.setThreadCount(4)
    for _ in 0..<50 {
      usleep(1000)
      #expect(covers(4096, 16))
    }
    // A worker that is still busy when the caller has no more pieces.
    parallelFor(4, grain: 1) { lo, _ in usleep(lo == 0 ? 100 : 20_000) }
  }

  @Test func threadCountIsChecked() {
    for bad in [0, -1, 1025, Int.min] {
      #expect(throws: EmberwingError.self) { try ThreadPool.setThreadCount(bad) }
    }
  }

  @Test func forkedChildWorks() throws {
    try ThreadPool.setThreadCount(3)
    #expect(covers(5000, 50))
    // Foundation hides fork from Swift; the C library has it.
    typealias Fork = @convention(c) () -> Int32
    let fork = unsafeBitCast(try #require(dlsym(nil, "fork")), to: Fork.self)
    for _ in 0..<5 {
      let child = fork()
      if child == 0 {
        var good = covers(5000, 50) && covers(100_000, 64)
        if let p = Allocator.allocate(1 << 16) { Allocator.free(p, 1 << 16) } else { good = false }
        _exit(good ? 0 : 1)
      }
      #expect(child > 0)
      var status: Int32 = -1
      var waited = 0
      while waitpid(child, &status, WNOHANG) == 0 && waited < 1000 {
        usleep(10_000)
        waited += 1
      }
      if waited == 1000 { kill(child, SIGKILL) }
      #expect(status == 0)
    }
    #expect(covers(5000, 50))
  }
}
