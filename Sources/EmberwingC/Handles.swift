import CEmberwing
import EmberwingData
import EmberwingNN
import EmberwingOptim
import EmberwingTensor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// A handle is the address of the Swift object itself, retained. An object begins with a pointer to its class, which tells a
// handle of another kind from the right one before anything is touched.

/// The address that objects of a class begin with.
@inline(__always)
private func classWord(_ type: AnyClass) -> UInt { unsafeBitCast(type, to: UInt.self) }

@inline(__always)
private func badHandle(_ p: OpaquePointer?, _ kind: StaticString) -> EmberwingError {
  p == nil ? .type("\(kind): the handle is NULL") : .type("\(kind): the handle is not of this kind")
}

enum Handle {
  private static let tensorWord = classWord(TensorImpl.self)

  /// A new reference for the caller.
  @inline(__always)
  static func make(_ t: consuming Tensor) -> OpaquePointer {
    OpaquePointer(Unmanaged.passRetained(t.impl).toOpaque())
  }

  @inline(__always)
  static func tensor(_ p: OpaquePointer?) throws -> Tensor {
    guard let p, isAligned(p), UnsafePointer<UInt>(p).pointee == tensorWord else {
      throw badHandle(p, "ew_tensor")
    }
    return Tensor(impl: Unmanaged<TensorImpl>.fromOpaque(UnsafeRawPointer(p)).takeUnretainedValue())
  }

  @inline(__always)
  static func optionalTensor(_ p: OpaquePointer?) throws -> Tensor? { p == nil ? nil : try tensor(p) }

  /// A caller's list as a buffer. A count that no array can have (a negative number made a size_t) and NULL are errors.
  @inline(__always)
  static func list<T>(_ p: UnsafePointer<T>?, _ count: Int, _ what: StaticString) throws -> UnsafeBufferPointer<T> {
    if count < 0 || count > 1 << 32 {
      throw EmberwingError.value("a list of \(UInt(bitPattern: count)) \(what) is too long")
    }
    if p == nil && count > 0 { throw EmberwingError.type("a list of \(count) \(what) is NULL") }
    return UnsafeBufferPointer(start: p, count: count)
  }

  static func tensors(_ p: UnsafePointer<OpaquePointer?>?, _ count: Int) throws -> [Tensor] {
    let handles = try Handle.list(p, count, "tensors")
    var list: [Tensor] = []
    list.reserveCapacity(count)
    for h in handles { list.append(try tensor(h)) }
    return list
  }

  static func optionalTensors(_ p: UnsafePointer<OpaquePointer?>?, _ count: Int) throws -> [Tensor?] {
    if p == nil && count >= 0 && count <= 1 << 32 { return [Tensor?](repeating: nil, count: count) }
    let handles = try Handle.list(p, count, "tensors")
    var list: [Tensor?] = []
    list.reserveCapacity(count)
    for h in handles { list.append(try optionalTensor(h)) }
    return list
  }

  @inline(__always)
  static func isAligned(_ p: OpaquePointer) -> Bool { UInt(bitPattern: p) & 15 == 0 && UInt(bitPattern: p) >= 4096 }

  /// Any other kind of object.
  static func object<T: AnyObject>(_ p: OpaquePointer?, _ type: T.Type, _ kind: StaticString) throws -> T {
    guard let p, isAligned(p) else { throw badHandle(p, kind) }
    let object = Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(p)).takeUnretainedValue()
    guard let typed = object as? T else { throw badHandle(p, kind) }
    return typed
  }

  static func generator(_ p: OpaquePointer?) throws -> Generator? {
    p == nil ? nil : try object(p, Generator.self, "ew_generator")
  }

  static func make(object: AnyObject) -> OpaquePointer { OpaquePointer(Unmanaged.passRetained(object).toOpaque()) }

  @inline(__always)
  static func release(_ p: OpaquePointer?) {
    guard let p, isAligned(p) else { return }
    Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(p)).release()
  }

  static func integers(_ p: UnsafePointer<Int64>?, _ count: Int) throws -> Shape {
    // One comparison for both ends: this runs in most calls.
    if UInt(bitPattern: count) > 1 << 20 {
      throw EmberwingError.value("a list of \(UInt(bitPattern: count)) integers is too long")
    }
    if p == nil && count > 0 { throw EmberwingError.type("a list of \(count) integers is NULL") }
    return Shape(p, count)
  }

  static func optionalIntegers(_ p: UnsafePointer<Int64>?, _ count: Int) throws -> Shape? {
    p == nil ? nil : try integers(p, count)
  }

  static func scalar(_ p: UnsafePointer<ew_scalar>?) throws -> Scalar {
    guard let p else { throw EmberwingError.type("a number is NULL") }
    let s = p.pointee
    switch Int(s.kind) {
    case 0: return .bool(s.integer != 0)
    case 1: return .int(s.integer)
    case 2: return .float(s.real)
    case 3: return .complex(s.real, s.imaginary)
    default: throw EmberwingError.value("ew_scalar: kind \(s.kind) is none of EW_SCALAR_...")
    }
  }

  static func optionalScalar(_ p: UnsafePointer<ew_scalar>?) throws -> Scalar? { p == nil ? nil : try scalar(p) }

  static func dtype(_ code: Int32) throws -> DType {
    guard let raw = UInt8(exactly: code), let d = DType(rawValue: raw) else {
      throw EmberwingError.value("\(code) is no dtype")
    }
    return d
  }

  static func optionalDType(_ code: Int32) throws -> DType? { code == -1 ? nil : try dtype(code) }

  static func string(_ p: UnsafePointer<CChar>?) throws -> String {
    guard let p else { throw EmberwingError.type("a string is NULL") }
    return String(cString: p)
  }

  static func optionalString(_ p: UnsafePointer<CChar>?) -> String? { p.map { String(cString: $0) } }

  /// A NUL-terminated copy that C frees with `ew_string_free`.
  static func copy(_ text: String) throws -> UnsafeMutablePointer<CChar> {
    guard let p = strdup(text) else { throw EmberwingError(.outOfMemory, "cannot allocate a string") }
    return p
  }

  /// A list of new references, freed by `ew_tensors_free`.
  static func give(
    _ list: [Tensor], _ out: UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>?,
    _ count: UnsafeMutablePointer<Int>?
  ) throws {
    guard let out, let count else { throw EmberwingError.type("an output parameter is NULL") }
    guard let raw = malloc(Swift.max(list.count, 1) * MemoryLayout<OpaquePointer?>.stride) else {
      throw EmberwingError(.outOfMemory, "cannot allocate a list of \(list.count) tensors")
    }
    let p = raw.bindMemory(to: OpaquePointer?.self, capacity: Swift.max(list.count, 1))
    for (i, t) in list.enumerated() { (p + i).initialize(to: make(t)) }
    out.pointee = p
    count.pointee = list.count
  }

  static func give(_ t: Tensor, _ out: UnsafeMutablePointer<OpaquePointer?>?) throws {
    guard let out else { throw EmberwingError.type("an output parameter is NULL") }
    out.pointee = make(t)
  }
}
