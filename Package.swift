// swift-tools-version: 6.1
// Emberwing: PyTorch's define-by-run deep learning in Swift, served through a C ABI.
import PackageDescription

// A package taken by version tag may not use `unsafeFlags`. SwiftPM puts such packages under a `checkouts` folder;
// there the extra kernel builds and the flags are left out, and the baseline kernels serve.
let isDependency = Context.packageDirectory.contains("/checkouts/")

#if arch(x86_64)
let hasVectorBuilds = !isDependency
#else
let hasVectorBuilds = false
#endif

let fast: [SwiftSetting] = isDependency ? [] : [.unsafeFlags(["-enforce-exclusivity=unchecked"])]
// Bounds checks are left out in the kernel room alone: its callers have validated every extent.
let kernelFlags: [SwiftSetting] =
  fast + (isDependency ? [] : [.unsafeFlags(["-Ounchecked"], .when(configuration: .release))])
let selection: [SwiftSetting] = hasVectorBuilds ? [.define("EW_VECTOR_BUILDS")] : []

#if arch(arm64)
let baselineFMA: [SwiftSetting] = [.define("EW_FMA")]
#else
let baselineFMA: [SwiftSetting] = []
#endif

func kernels(_ name: String, level: String, march: [String]) -> Target {
  let target = march.flatMap { ["-Xcc", $0] }
  return .target(
    name: name, dependencies: ["EmberwingCore", "COpenBLAS", "CSystem"], exclude: ["README.md"],
    swiftSettings: kernelFlags + [.define("EW_FMA"), .define(level), .unsafeFlags(target)])
}

func room(_ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: fast + settings)
}

let vectorKernels: [Target] =
  hasVectorBuilds
  ? [
    kernels("EmberwingKernelsV3", level: "EW_V3", march: ["-march=x86-64-v3"]),
    kernels("EmberwingKernelsV4", level: "EW_V4", march: ["-march=x86-64-v4", "-mprefer-vector-width=512"]),
  ] : []
let vectorDependencies: [Target.Dependency] =
  hasVectorBuilds ? ["EmberwingKernelsV3", "EmberwingKernelsV4"] : []

let sharedLibraryFlags: [LinkerSetting] =
  isDependency
  ? []
  : [
    .unsafeFlags(
      [
        "-static-stdlib",
        // gold leaves local Swift symbols in the dynamic table, in spite of the version script.
        "-use-ld=lld",
        "-Xlinker", "--gc-sections", "-Xlinker", "-s",
        "-Xlinker", "-soname=libemberwing.so.0",
        "-Xlinker", "--version-script=\(Context.packageDirectory)/Sources/EmberwingC/exports.map",
      ], .when(platforms: [.linux], configuration: .release))
  ]

let package = Package(
  name: "emberwing",
  products: [
    .library(name: "Emberwing", targets: ["Emberwing"]),
    .library(name: "emberwing", type: .dynamic, targets: ["EmberwingC"]),
  ],
  targets: [
    .systemLibrary(name: "CEmberwing", path: "include"),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CFFI", pkgConfig: "libffi", providers: [.apt(["libffi-dev"])]),
    .systemLibrary(name: "CSystem"),
    room("EmberwingCore", ["CSystem"]),
    .target(
      name: "EmberwingKernels", dependencies: ["EmberwingCore", "COpenBLAS", "CSystem"], exclude: ["README.md"],
      swiftSettings: kernelFlags + baselineFMA),
    room("EmberwingTensor", ["EmberwingCore", "EmberwingKernels", "COpenBLAS"] + vectorDependencies, settings: selection),
    room("EmberwingNN", ["EmberwingTensor"]),
    room("EmberwingOptim", ["EmberwingTensor"]),
    room("EmberwingData", ["EmberwingTensor"]),
    room("EmberwingIO", ["EmberwingTensor"]),
    room("EmberwingVision", ["EmberwingTensor", "EmberwingNN", "EmberwingData"]),
    room(
      "Emberwing",
      [
        "EmberwingTensor", "EmberwingNN", "EmberwingOptim", "EmberwingData", "EmberwingIO", "EmberwingVision",
      ]),
    .target(
      name: "EmberwingC",
      dependencies: [
        "CEmberwing", "CFFI", "EmberwingTensor", "EmberwingNN", "EmberwingOptim", "EmberwingData", "EmberwingIO",
        "EmberwingVision",
      ],
      exclude: ["README.md", "exports.map"], swiftSettings: fast, linkerSettings: sharedLibraryFlags),
    .executableTarget(
      name: "emberwing-codegen", dependencies: ["EmberwingTensor"],
      exclude: ["README.md"]),
    .executableTarget(name: "train-digits", dependencies: ["Emberwing"], path: "bindings/swift/examples/TrainDigits"),
    .testTarget(name: "EmberwingTests", dependencies: ["Emberwing"]),
    .testTarget(name: "EmberwingCoreTests", dependencies: ["EmberwingCore"]),
    .testTarget(name: "EmberwingDataTests", dependencies: ["EmberwingData"]),
    .testTarget(name: "EmberwingIOTests", dependencies: ["EmberwingIO"]),
    .testTarget(name: "EmberwingVisionTests", dependencies: ["EmberwingVision"]),
    .testTarget(
      name: "EmberwingKernelsTests",
      dependencies: ["EmberwingCore", "EmberwingKernels", "CSystem"] + vectorDependencies,
      swiftSettings: selection),
    .testTarget(name: "EmberwingTensorTests", dependencies: ["EmberwingTensor"]),
    .testTarget(name: "EmberwingNNTests", dependencies: ["EmberwingNN"]),
    .testTarget(name: "EmberwingOptimTests", dependencies: ["EmberwingNN", "EmberwingOptim"]),
  ] + vectorKernels,
  swiftLanguageModes: [.v6]
)
