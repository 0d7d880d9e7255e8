"""torch.torch_version: versions that compare by their numbers."""
from .version import TorchVersion, __version__  # noqa: F401
