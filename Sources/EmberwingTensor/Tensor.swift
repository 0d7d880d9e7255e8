@_exported import EmberwingCore
import Synchronization

/// What a tensor is: a strided window on a storage, and its place in the autograd graph.
public final class TensorImpl: @unchecked Sendable {
  public internal(set) var storage: Storage
  public internal(set) var shape: Shape
  public internal(set) var strides: Shape
  /// First element, counted in elements from the start of the storage.
  public internal(set) var offset: Int
  public internal(set) var count: Int
  public internal(set) var dtype: DType
  var flags: Flags
  var outputIndex: Int32 = 0
  /// The storage's version when `gradFn` of a view was computed; see `Tensor.gradFn`.
  var viewVersion: UInt32 = 0
  var gradFn: Node?
  /// The tensor that this one is a differentiable view of; never itself a view.
  var viewBase: TensorImpl?
  var meta: AutogradMeta?

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let requiresGrad = Flags(rawValue: 1)
    /// A Python number made a tensor: takes part in type promotion as a number.
    static let wrappedNumber = Flags(rawValue: 2)
    /// In-place changes are not counted (`tensor.data`).
    static let untracked = Flags(rawValue: 4)
    static let inference = Flags(rawValue: 8)
    static let contiguous = Flags(rawValue: 16)
  }

  /// Live tensors, for leak tests.
  public static let liveCount = Atomic<Int>(0)

  init(storage: Storage, shape: Shape, strides: Shape, offset: Int, count: Int, dtype: DType, flags: Flags) {
    self.storage = storage
    self.shape = shape
    self.strides = strides
    self.offset = offset
    self.count = count
    self.dtype = dtype
    self.flags = flags
    TensorImpl.liveCount.wrappingAdd(1, ordering: .relaxed)
  }

  deinit {
    TensorImpl.liveCount.wrappingSubtract(1, ordering: .relaxed)
    // A chain of graph nodes must not be freed recursively: hand the node over, see `Teardown`.
    Teardown.release(&gradFn)
  }
}

/// The rarer autograd state of a tensor, made when first needed.
final class AutogradMeta {
  var grad: Tensor?
  var retainsGrad = false
  var hooks: [TensorHook] = []
  var postAccumulateHooks: [TensorHook] = []
  var nodePreHooks: [NodeHook] = []
  var nodePostHooks: [NodeHook] = []
  var kept: [AnyObject] = []
  /// How deep in function transforms a leaf was made; see `GraphNode.reachesLeaf`.
  var level: Int64 = 0
}

/// A multi-dimensional array with PyTorch's aliasing semantics: copying the struct copies a reference.
public struct Tensor: @unchecked Sendable {
  public internal(set) var impl: TensorImpl

  @inline(__always) public init(impl: TensorImpl) { self.impl = impl }

  // MARK: geometry
  public var shape: Shape { impl.shape }
  public var strides: Shape { impl.strides }
  public var dim: Int { impl.shape.count }
  /// Number of elements.
  public var count: Int { impl.count }
  public var dtype: DType { impl.dtype }
  public var storage: Storage { impl.storage }
  public var isContiguous: Bool { impl.flags.contains(.contiguous) }

  /// The address of the first element.
  public var data: UnsafeMutableRawPointer { impl.storage.data + impl.offset &* impl.dtype.size }

  public var isWrappedNumber: Bool { impl.flags.contains(.wrappedNumber) }

  // MARK: autograd state
  /// True for leaves that ask for a gradient and for everything computed from them.
  public var requiresGrad: Bool { impl.flags.contains(.requiresGrad) || impl.gradFn != nil || viewRequiresGrad }

  /// A view becomes differentiable when its base does (by an in-place write through another view).
  private var viewRequiresGrad: Bool {
    guard let base = impl.viewBase else { return false }
    return impl.viewVersion != impl.storage.version && base.gradFn != nil
  }

  public var isLeaf: Bool { !requiresGrad || gradFn == nil }

  public var grad: Tensor? { impl.meta?.grad }

  /// In-place changes so far, shared by all tensors on the same storage.
  public var version: Int { Int(impl.storage.version) }

  public func bumpVersion() {
    if !impl.flags.contains(.untracked) { impl.storage.version &+= 1 }
  }

  func meta() -> AutogradMeta {
    if let m = impl.meta { return m }
    let m = AutogradMeta()
    impl.meta = m
    return m
  }
}

extension Tensor {
  /// True when nothing else refers to this tensor object or its storage, so that it may be reused in place.
  mutating func isUniquelyReferenced() -> Bool {
    isKnownUniquelyReferenced(&impl) && isKnownUniquelyReferenced(&impl.storage)
  }

  static func isContiguous(_ shape: Shape, _ strides: Shape) -> Bool {
    var expected = 1
    var i = shape.count - 1
    while i >= 0 {
      let s = shape[i]
      if s == 0 { return true }
      if s != 1 {
        if strides[i] != expected { return false }
        expected &*= s
      }
      i -= 1
    }
    return true
  }

  /// An uninitialised contiguous tensor whose element count is already known to be in range.
  static func uninitialized(_ shape: Shape, _ dtype: DType, count: Int) throws -> Tensor {
    let storage = try Storage(byteCount: count &* dtype.size)
    var flags: TensorImpl.Flags = .contiguous
    if ThreadState.current.pointee.inferenceMode { flags.insert(.inference) }
    return Tensor(
      impl: TensorImpl(
        storage: storage, shape: shape, strides: shape.contiguousStrides, offset: 0, count: count, dtype: dtype,
        flags: flags))
  }

  /// An uninitialised contiguous tensor; the sizes are checked.
  public static func empty(_ shape: Shape, _ dtype: DType) throws -> Tensor {
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    return try uninitialized(shape, dtype, count: count)
  }

  public static func zeros(_ shape: Shape, _ dtype: DType) throws -> Tensor {
    let t = try empty(shape, dtype)
    t.data.initializeMemory(as: UInt8.self, repeating: 0, count: t.count &* dtype.size)
    return t
  }

  /// A 0-d tensor of a number.
  public static func scalar(_ value: Scalar, _ dtype: DType) throws -> Tensor {
    let t = try uninitialized([], dtype, count: 1)
    value.store(to: t.data, as: dtype)
    return t
  }

  /// A 0-d tensor that promotes as the Python number it came from.
  public static func wrappedNumber(_ value: Scalar) throws -> Tensor {
    let dtype: DType =
      switch value {
      case .bool: .bool
      case .int: .int64
      case .float: .float64
      case .complex: .complex128
      }
    let t = try scalar(value, dtype)
    t.impl.flags.insert(.wrappedNumber)
    return t
  }

  /// Copies `values` into a new tensor.
  public static func copying(_ data: UnsafeRawPointer?, shape: Shape, dtype: DType) throws -> Tensor {
    let t = try empty(shape, dtype)
    if let data { t.data.copyMemory(from: data, byteCount: t.count &* dtype.size) }
    return t
  }

  /// A window on existing storage; every reachable element must lie inside it.
  public static func window(_ storage: Storage, shape: Shape, strides: Shape, offset: Int, dtype: DType) throws -> Tensor
  {
    let count = try shape.checkedElementCount(elementSize: dtype.size)
    var low = offset
    var high = offset
    if count > 0 {
      for i in 0..<shape.count where shape[i] > 1 {
        let (span, o1) = strides[i].multipliedReportingOverflow(by: shape[i] - 1)
        let (next, o2) = (span < 0 ? low : high).addingReportingOverflow(span)
        if o1 || o2 { throw EmberwingError.runtime("sizes \(shape) and strides \(strides) overflow the storage") }
        if span < 0 { low = next } else { high = next }
      }
      let (end, overflow) = high.multipliedReportingOverflow(by: dtype.size)
      if low < 0 || overflow || end > storage.byteCount - dtype.size {
        throw EmberwingError.runtime(
          "setStorage: sizes \(shape), strides \(strides), storage offset \(offset), and itemsize \(dtype.size) requiring a storage size of \((high &+ 1) &* dtype.size) are out of bounds for storage of size \(storage.byteCount)")
      }
    }
    return Tensor(
      impl: TensorImpl(
        storage: storage, shape: shape, strides: strides, offset: offset, count: count, dtype: dtype,
        flags: isContiguous(shape, strides) ? .contiguous : []))
  }

  /// Another tensor object on the same elements, outside the graph.
  public func alias() -> Tensor {
    Tensor(
      impl: TensorImpl(
        storage: impl.storage, shape: impl.shape, strides: impl.strides, offset: impl.offset, count: impl.count,
        dtype: impl.dtype, flags: impl.flags.intersection([.contiguous, .untracked, .inference])))
  }
}

extension Scalar {
  /// Writes the value as one element of `dtype`, converting as PyTorch's casts do.
  public func store(to p: UnsafeMutableRawPointer, as dtype: DType) {
    switch dtype {
    case .bool: p.storeBytes(of: isZero ? 0 : 1, as: UInt8.self)
    case .uint8: p.storeBytes(of: UInt8(truncatingIfNeeded: int64), as: UInt8.self)
    case .int8: p.storeBytes(of: Int8(truncatingIfNeeded: int64), as: Int8.self)
    case .int16: p.storeBytes(of: Int16(truncatingIfNeeded: int64), as: Int16.self)
    case .uint16: p.storeBytes(of: UInt16(truncatingIfNeeded: int64), as: UInt16.self)
    case .int32: p.storeBytes(of: Int32(truncatingIfNeeded: int64), as: Int32.self)
    case .uint32: p.storeBytes(of: UInt32(truncatingIfNeeded: int64), as: UInt32.self)
    case .int64: p.storeBytes(of: int64, as: Int64.self)
    case .uint64: p.storeBytes(of: UInt64(truncatingIfNeeded: int64), as: UInt64.self)
    case .float32: p.storeBytes(of: Float(double), as: Float.self)
    case .float64: p.storeBytes(of: double, as: Double.self)
    case .float16, .bfloat16:
      var f = Float(double)
      kernels.convert(.float32, dtype)(p, &f, 1, noParameters)
    case .complex64:
      p.storeBytes(of: Float(double), as: Float.self)
      p.storeBytes(of: Float(imaginary), toByteOffset: 4, as: Float.self)
    case .complex128:
      p.storeBytes(of: double, as: Double.self)
      p.storeBytes(of: imaginary, toByteOffset: 8, as: Double.self)
    }
  }

  /// Reads one element.
  public init(loading p: UnsafeRawPointer, as dtype: DType) {
    switch dtype {
    case .bool: self = .bool(p.load(as: UInt8.self) != 0)
    case .uint8: self = .int(Int64(p.load(as: UInt8.self)))
    case .int8: self = .int(Int64(p.load(as: Int8.self)))
    case .int16: self = .int(Int64(p.loadUnaligned(as: Int16.self)))
    case .uint16: self = .int(Int64(p.loadUnaligned(as: UInt16.self)))
    case .int32: self = .int(Int64(p.loadUnaligned(as: Int32.self)))
    case .uint32: self = .int(Int64(p.loadUnaligned(as: UInt32.self)))
    case .int64: self = .int(p.loadUnaligned(as: Int64.self))
    case .uint64: self = .int(Int64(bitPattern: p.loadUnaligned(as: UInt64.self)))
    case .float32: self = .float(Double(p.loadUnaligned(as: Float.self)))
    case .float64: self = .float(p.loadUnaligned(as: Double.self))
    case .float16, .bfloat16:
      var f: Float = 0
      kernels.convert(dtype, .float32)(&f, p, 1, noParameters)
      self = .float(Double(f))
    case .complex64:
      self = .complex(
        Double(p.loadUnaligned(as: Float.self)), Double(p.loadUnaligned(fromByteOffset: 4, as: Float.self)))
    case .complex128:
      self = .complex(p.loadUnaligned(as: Double.self), p.loadUnaligned(fromByteOffset: 8, as: Double.self))
    }
  }
}
