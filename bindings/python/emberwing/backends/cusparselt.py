"""torch.backends.cusparselt: not there."""


def is_available():
    return False
