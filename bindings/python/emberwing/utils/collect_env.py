"""`python -m emberwing -m torch.utils.collect_env`: the versions that a bug report needs."""
import os
import platform
import sys

__all__ = ["get_env_info", "get_pretty_env_info", "main"]


def get_env_info():
    """{what: its version}."""
    import numpy

    import emberwing as ew
    from emberwing import _lib, version
    info = {
        "Emberwing version": version.emberwing,
        "PyTorch version that is followed": str(version.__version__),
        "Is CUDA available": "False",
        "OS": platform.platform(),
        "Libc version": " ".join(platform.libc_ver()),
        "Python version": sys.version.replace("\n", " "),
        "Python platform": platform.machine(),
        "Instructions": ew.backends.cpu.get_cpu_capability(),
        "Processors": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "Threads of the library": str(ew.get_num_threads()),
        "numpy": numpy.__version__,
    }
    path = getattr(_lib.lib, "_name", None)
    if path:
        info["Library"] = os.path.basename(path)
    return info


def get_pretty_env_info():
    """The same as lines of text."""
    return "\n".join(f"{what}: {value}" for what, value in get_env_info().items())


def main():
    print("Collecting environment information...")
    print(get_pretty_env_info())


if __name__ == "__main__":
    main()
