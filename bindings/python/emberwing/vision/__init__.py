"""Images: transforms and datasets (what torchvision is to PyTorch)."""

from . import datasets, transforms

__all__ = ["datasets", "transforms"]
