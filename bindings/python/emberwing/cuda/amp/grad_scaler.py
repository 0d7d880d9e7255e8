"""The names of this part of torch.cuda.amp."""
from . import GradScaler  # noqa: F401
