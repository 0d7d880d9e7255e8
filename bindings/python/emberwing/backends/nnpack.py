"""torch.backends.nnpack: not there."""


def is_available():
    return False
