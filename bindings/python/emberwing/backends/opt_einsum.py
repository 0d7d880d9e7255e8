"""torch.backends.opt_einsum: `einsum` multiplies its operands from left to right; no order is searched for."""
from ._flags import setting

enabled = False
strategy = None


def is_available():
    return False


def get_opt_einsum():
    return None


def flags(enabled=None, strategy=None):
    """A context with these settings; one that asks for a search raises."""
    if enabled:
        raise RuntimeError("Cannot enable opt_einsum: it is not available in Emberwing")
    return setting(globals(), enabled=enabled, strategy=strategy)
