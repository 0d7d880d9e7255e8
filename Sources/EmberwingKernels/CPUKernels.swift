import EmberwingCore

/// The kernels of this build of the folder.
public enum CPUKernels {
  public static var capability: String { "baseline" }
}
