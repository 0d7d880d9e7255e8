"""The names of this part of torch.cpu.amp."""
from . import autocast  # noqa: F401
