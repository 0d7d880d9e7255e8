"""torch.backends.mkldnn: not there. Its settings can be made, and change nothing."""
from ._flags import setting

enabled = True
deterministic = False
allow_tf32 = True
fp32_precision = "none"
VERBOSE_OFF, VERBOSE_ON, VERBOSE_ON_CREATION = 0, 1, 2


def is_available():
    return False


def flags(enabled=False, deterministic=False, allow_tf32=True, fp32_precision="none"):
    """A context with these settings."""
    return setting(globals(), **locals())


class verbose:
    """A context in which oneDNN would report its calls; there is no oneDNN."""

    def __init__(self, level):
        self.level = level

    def __enter__(self):
        if self.level != VERBOSE_OFF:
            raise RuntimeError("torch.backends.mkldnn.verbose: there is no oneDNN in Emberwing")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False
