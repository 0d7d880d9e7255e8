#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CSystem

/// What this process may use of the machine it runs on, control groups included.
enum Machine {
  /// Memory in bytes: the machine's, or the control group's limit where that is lower.
  static var memoryBytes: Int {
    let pages = Swift.max(sysconf(Int32(_SC_PHYS_PAGES)), 1)
    let pageSize = Swift.max(sysconf(Int32(_SC_PAGESIZE)), 1)
    var bytes = pages.multipliedReportingOverflow(by: pageSize).partialValue
    for (directory, isUnified) in groupDirectories(controller: "memory") {
      let file = directory + (isUnified ? "/memory.max" : "/memory.limit_in_bytes")
      if let limit = integers(in: file).first, limit > 0 { bytes = Swift.min(bytes, limit) }
    }
    return bytes
  }

  /// Processors: the smaller of the CPU affinity and the control group's quota, at least 1.
  static var processorCount: Int {
    var count = Swift.max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    let allowed = Int(ew_affinity_count())
    if allowed > 0 { count = allowed }
    for (directory, isUnified) in groupDirectories(controller: "cpu") {
      var quota: [Int]
      if isUnified {
        quota = integers(in: directory + "/cpu.max")
      } else {
        quota = integers(in: directory + "/cpu.cfs_quota_us") + integers(in: directory + "/cpu.cfs_period_us")
      }
      if quota.count == 2, quota[0] > 0, quota[1] > 0 {
        count = Swift.min(count, Swift.max((quota[0] - 1) / quota[1] + 1, 1))
      }
    }
    return count
  }

  /// The folders of this process's control group and its ancestors. Inside a container the path that `/proc` names may
  /// not exist, and the root folder is the group itself.
  private static func groupDirectories(controller: String) -> [(path: String, isUnified: Bool)] {
    var found: [(String, Bool)] = []
    for line in lines(of: "/proc/self/cgroup") {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      if fields.count != 3 { continue }
      let isUnified = fields[1].isEmpty
      if !isUnified && !fields[1].split(separator: ",").contains(Substring(controller)) { continue }
      let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/" + controller
      var path = String(fields[2])
      while true {
        while path.hasSuffix("/") { path.removeLast() }
        found.append((root + path, isUnified))
        guard let slash = path.lastIndex(of: "/") else { break }
        path = String(path[..<slash])
      }
    }
    return found
  }

  private static func lines(of file: String) -> [Substring] {
    guard let f = fopen(file, "r") else { return [] }
    defer { fclose(f) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let n = fread(&bytes, 1, bytes.count, f)
    return String(decoding: bytes[..<n], as: UTF8.self).split(separator: "\n")
  }

  /// The integers of a one-line file; words that are none, as `max`, count as -1.
  private static func integers(in file: String) -> [Int] {
    guard let line = lines(of: file).first else { return [] }
    return line.split(separator: " ").map { Int($0) ?? -1 }
  }
}
