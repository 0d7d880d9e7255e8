"""The preprocessing that goes with published weights."""

from ...nn.modules.module import Module
from . import functional as F
from ._pil import is_pil_image
from .functional import InterpolationMode
from ..._tensor import Tensor

__all__ = ["ImageClassification"]


class ImageClassification(Module):
    """Resizes, cuts the middle out, scales to [0, 1] and normalizes."""

    def __init__(self, *, crop_size, resize_size=256, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225),
                 interpolation=InterpolationMode.BILINEAR, antialias=True):
        super().__init__()
        self.crop_size = [crop_size]
        self.resize_size = [resize_size] if resize_size is not None else None
        self.mean = list(mean)
        self.std = list(std)
        self.interpolation = interpolation
        self.antialias = antialias

    def forward(self, img):
        if self.resize_size is not None:
            img = F.resize(img, self.resize_size, interpolation=self.interpolation, antialias=self.antialias)
        img = F.center_crop(img, self.crop_size)
        if not isinstance(img, Tensor):
            if not is_pil_image(img):
                raise TypeError(f"img should be PIL Image or Tensor. Got {type(img)}")
            img = F.pil_to_tensor(img)
        return F.normalize(F.convert_image_dtype(img), mean=self.mean, std=self.std)

    def __repr__(self):
        names = ("crop_size", "resize_size", "mean", "std", "interpolation")
        return "".join([f"{type(self).__name__}(", *(f"\n    {name}={getattr(self, name)}" for name in names), "\n)"])
