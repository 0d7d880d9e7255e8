"""Finds and loads libemberwing.so, once, and checks that it speaks this package's ABI."""
import ctypes
import os

ABI_VERSION = 1
NAME = "libemberwing.so"


def _candidates():
    here = os.path.dirname(os.path.abspath(__file__))
    chosen = os.environ.get("EMBERWING_LIBRARY")
    if chosen:
        yield chosen
        return
    yield os.path.join(here, NAME)
    root = os.path.dirname(os.path.dirname(os.path.dirname(here)))
    yield os.path.join(root, ".build", "release", NAME)
    yield NAME


def _load():
    tried = []
    for path in _candidates():
        if os.sep in path and not os.path.exists(path):
            tried.append(f"{path}: no such file")
            continue
        try:
            return path, ctypes.CDLL(path), ctypes.PyDLL(path)
        except OSError as error:
            tried.append(f"{path}: {error}")
    raise ImportError(
        "emberwing: cannot load its library. Build it with `make build`, or point EMBERWING_LIBRARY at it. Tried:\n  "
        + "\n  ".join(tried))


#: `lib` frees the interpreter lock during a call; `quick` keeps it, for getters that take less time than that.
path, lib, quick = _load()
if quick.ew_abi_version() != ABI_VERSION:
    raise ImportError(
        f"emberwing: {path} has ABI version {quick.ew_abi_version()}, this package needs {ABI_VERSION}. "
        "Rebuild the library (`make build`) or install matching versions of both.")
