"""Transforms of images, PIL's or tensors (…, C, H, W)."""

import importlib as _importlib

from . import functional
from ._random import (RandomApply, RandomChoice, RandomCrop, RandomErasing, RandomGrayscale, RandomHorizontalFlip,
                      RandomOrder, RandomResizedCrop, RandomTransforms, RandomVerticalFlip)
from ._random_warp import (ElasticTransform, GaussianBlur, RandomAdjustSharpness, RandomAffine, RandomAutocontrast,
                           RandomEqualize, RandomInvert, RandomPerspective, RandomPosterize, RandomRotation,
                           RandomSolarize)
from .functional import InterpolationMode
from .transforms import (CenterCrop, ColorJitter, Compose, ConvertImageDtype, FiveCrop, Grayscale, Lambda,
                         LinearTransformation, Normalize, Pad, PILToTensor, Resize, TenCrop, ToPILImage, ToTensor)

_AUTOAUGMENT = {"AugMix", "AutoAugment", "AutoAugmentPolicy", "RandAugment", "TrivialAugmentWide"}

__all__ = ["AugMix", "AutoAugment", "AutoAugmentPolicy", "CenterCrop", "ColorJitter", "Compose", "ConvertImageDtype",
           "ElasticTransform", "FiveCrop", "GaussianBlur", "Grayscale", "InterpolationMode", "Lambda",
           "LinearTransformation", "Normalize", "PILToTensor", "Pad", "RandAugment", "RandomAdjustSharpness",
           "RandomAffine", "RandomApply", "RandomAutocontrast", "RandomChoice", "RandomCrop", "RandomEqualize",
           "RandomErasing", "RandomGrayscale", "RandomHorizontalFlip", "RandomInvert", "RandomOrder",
           "RandomPerspective", "RandomPosterize", "RandomResizedCrop", "RandomRotation", "RandomSolarize",
           "RandomTransforms", "RandomVerticalFlip", "Resize", "TenCrop", "ToPILImage", "ToTensor",
           "TrivialAugmentWide", "functional"]


def __getattr__(name):
    if name in _AUTOAUGMENT:
        value = globals()[name] = getattr(_importlib.import_module(f"{__name__}.autoaugment"), name)
        return value
    if name in ("autoaugment", "v2"):
        return _importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
