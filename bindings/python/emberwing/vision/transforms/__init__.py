"""Transforms of images, PIL's or tensors (…, C, H, W)."""

from . import functional
from ._random import (RandomApply, RandomChoice, RandomCrop, RandomErasing, RandomGrayscale, RandomHorizontalFlip,
                      RandomOrder, RandomResizedCrop, RandomRotation, RandomTransforms, RandomVerticalFlip)
from .functional import InterpolationMode
from .transforms import (CenterCrop, ColorJitter, Compose, ConvertImageDtype, Grayscale, Lambda, Normalize, Pad,
                         PILToTensor, Resize, ToPILImage, ToTensor)

__all__ = ["CenterCrop", "ColorJitter", "Compose", "ConvertImageDtype", "Grayscale", "InterpolationMode", "Lambda",
           "Normalize", "PILToTensor", "Pad", "RandomApply", "RandomChoice", "RandomCrop", "RandomErasing",
           "RandomGrayscale", "RandomHorizontalFlip", "RandomOrder", "RandomResizedCrop", "RandomRotation",
           "RandomTransforms", "RandomVerticalFlip", "Resize", "ToPILImage", "ToTensor", "functional"]
