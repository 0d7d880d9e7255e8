"""torch.backends.mha: whether attention layers may take their fast path."""
_fast_path = True


def get_fastpath_enabled():
    return _fast_path


def set_fastpath_enabled(value):
    global _fast_path
    _fast_path = bool(value)
