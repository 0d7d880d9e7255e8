"""Whether mixed precision can work on a GPU."""


def amp_definitely_not_available():
    return True
