"""The names of this part of torch.cpu.amp."""
from . import GradScaler  # noqa: F401
