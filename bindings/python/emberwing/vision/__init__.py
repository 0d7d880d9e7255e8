"""Images: transforms and datasets (what torchvision is to PyTorch)."""

from . import datasets, transforms

__all__ = ["datasets", "transforms"]


def __getattr__(name):
    if name == "__version__":
        from .._dropin import version_of
        return version_of("torchvision")
    raise AttributeError(f"Emberwing has no torchvision.{name}")
