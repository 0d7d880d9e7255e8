"""The names of this part of torch.cuda.amp."""
from . import autocast, custom_bwd, custom_fwd  # noqa: F401
