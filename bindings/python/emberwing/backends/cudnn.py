"""torch.backends.cudnn: not there. Its settings can be made, and change nothing."""
from ._flags import setting

enabled = True
benchmark = False
benchmark_limit = 10
deterministic = False
allow_tf32 = True
fp32_precision = "none"


def is_available():
    return False


def version():
    return None


def is_acceptable(tensor):
    """Whether cuDNN would take the tensor; never here."""
    return False


def set_flags(_enabled=None, _benchmark=None, _benchmark_limit=None, _deterministic=None, _allow_tf32=None,
              _fp32_precision=None):
    """Sets what is not None, and returns the settings before."""
    names, given = globals(), locals()
    keys = ("enabled", "benchmark", "benchmark_limit", "deterministic", "allow_tf32", "fp32_precision")
    before = tuple(names[k] for k in keys)
    names.update({k: given["_" + k] for k in keys if given["_" + k] is not None})
    return before


def flags(enabled=False, benchmark=False, benchmark_limit=10, deterministic=False, allow_tf32=True, fp32_precision="none"):
    """A context with these settings."""
    return setting(globals(), **locals())
