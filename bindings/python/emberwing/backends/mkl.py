"""torch.backends.mkl: not there."""


def is_available():
    return False


VERBOSE_OFF, VERBOSE_ON = 0, 1


class verbose:
    """A context in which MKL would report its calls; there is no MKL."""

    def __init__(self, enable):
        self.enable = enable

    def __enter__(self):
        if self.enable != VERBOSE_OFF:
            raise RuntimeError("torch.backends.mkl.verbose: there is no MKL in Emberwing")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False
