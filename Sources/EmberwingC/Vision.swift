import CEmberwing
import EmberwingTensor
import EmberwingVision

@_cdecl("ew_image_resize") @implementation
public func ew_image_resize(
  _ image: OpaquePointer?, _ height: Int64, _ width: Int64, _ mode: Int32, _ antialias: Bool
) -> OpaquePointer? {
  guardedTensor {
    guard let m = Interpolation(rawValue: mode) else { throw EmberwingError.value("ew_image_resize: no mode \(mode)") }
    return try Images.resize(try Handle.tensor(image), Int(height), Int(width), m, antialias: antialias)
  }
}

@_cdecl("ew_image_to_tensor") @implementation
public func ew_image_to_tensor(_ image: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Images.toTensor(try Handle.tensor(image)) }
}

private func doubles(_ p: UnsafePointer<Double>?, _ count: Int) throws -> [Double] {
  let list = Array(try Handle.list(p, count, "numbers"))
  if list.isEmpty { throw EmberwingError.value("normalize: mean and std must not be empty") }
  return list
}

@_cdecl("ew_image_normalize") @implementation
public func ew_image_normalize(
  _ image: OpaquePointer?, _ mean: UnsafePointer<Double>?, _ mean_count: Int, _ std: UnsafePointer<Double>?,
  _ std_count: Int
) -> OpaquePointer? {
  guardedTensor {
    try Images.normalize(
      try Handle.tensor(image), mean: try doubles(mean, mean_count), std: try doubles(std, std_count))
  }
}

@_cdecl("ew_image_center_crop") @implementation
public func ew_image_center_crop(_ image: OpaquePointer?, _ height: Int64, _ width: Int64) -> OpaquePointer? {
  guardedTensor { try Images.centerCrop(try Handle.tensor(image), Int(height), Int(width)) }
}

@_cdecl("ew_image_horizontal_flip") @implementation
public func ew_image_horizontal_flip(_ image: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Images.horizontalFlip(try Handle.tensor(image)) }
}

@_cdecl("ew_image_vertical_flip") @implementation
public func ew_image_vertical_flip(_ image: OpaquePointer?) -> OpaquePointer? {
  guardedTensor { try Images.verticalFlip(try Handle.tensor(image)) }
}

@_cdecl("ew_image_pad") @implementation
public func ew_image_pad(
  _ image: OpaquePointer?, _ left: Int64, _ top: Int64, _ right: Int64, _ bottom: Int64, _ value: Double
) -> OpaquePointer? {
  guardedTensor {
    try Images.pad(
      try Handle.tensor(image), left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom), value: value)
  }
}

@_cdecl("ew_idx_load") @implementation
public func ew_idx_load(_ path: UnsafePointer<CChar>?) -> OpaquePointer? {
  guardedTensor { try IDX.load(try Handle.string(path)) }
}
