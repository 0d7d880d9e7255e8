import CSystem
import EmberwingKernels
#if EW_VECTOR_BUILDS
import EmberwingKernelsV3
import EmberwingKernelsV4
#endif
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The kernel build that serves this process: the best one that the processor and the operating system support, or a
/// lower one named by the environment variable `EMBERWING_CPU` (`baseline`, `avx2`, `avx512`).
let kernels: any KernelSet.Type = {
  #if EW_VECTOR_BUILDS
  var level = ew_cpu_level()
  if let wish = getenv("EMBERWING_CPU") {
    switch String(cString: wish) {
    case "baseline": level = min(level, 1)
    case "avx2": level = min(level, 3)
    default: break
    }
  }
  if level >= 4 { return EmberwingKernelsV4.CPUKernels.self }
  if level >= 3 { return EmberwingKernelsV3.CPUKernels.self }
  #endif
  return EmberwingKernels.CPUKernels.self
}()

/// `baseline`, `avx2`, `avx512` or `neon`: the kernels in use (`torch.backends.cpu.get_cpu_capability`).
public var cpuCapability: String { kernels.capability }

/// What a kernel without parameters is given.
nonisolated(unsafe) let noParameters: UnsafePointer<Double> = {
  let p = UnsafeMutablePointer<Double>.allocate(capacity: 4)
  p.initialize(repeating: 0, count: 4)
  return UnsafePointer(p)
}()
