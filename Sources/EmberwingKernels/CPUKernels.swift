import EmberwingCore

/// The kernels of this build of the folder.
public enum CPUKernels: KernelSet {
  public static var capability: String {
    #if EW_V4
    "avx512"
    #elseif EW_V3
    "avx2"
    #elseif arch(arm64)
    "neon"
    #else
    "baseline"
    #endif
  }
}
