"""Transforms that draw random numbers, from the same stream as PyTorch's do."""

import numbers
import random
import warnings
from collections.abc import Sequence

import emberwing as ew
from ..._tensor import Tensor
from ...nn.modules.module import Module
from . import functional as F
from .functional import InterpolationMode, as_interpolation
from .transforms import two_sizes

_SIZE_ERROR = "Please provide only two dimensions (h, w) for size."


class RandomTransforms:
    """Base class of those that choose among transforms."""

    def __init__(self, transforms):
        if not isinstance(transforms, Sequence):
            raise TypeError("Argument transforms should be a sequence")
        self.transforms = transforms

    def __call__(self, *args, **kwargs):
        raise NotImplementedError

    def __repr__(self):
        lines = "".join(f"\n    {transform}" for transform in self.transforms)
        return f"{type(self).__name__}({lines}\n)"


class RandomApply(Module):
    """All of the transforms, with probability p."""

    def __init__(self, transforms, p=0.5):
        super().__init__()
        self.transforms = transforms
        self.p = p

    def forward(self, img):
        if self.p < ew.rand(1).item():
            return img
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        lines = "".join(f"\n    {transform}" for transform in self.transforms)
        return f"{type(self).__name__}(\n    p={self.p}{lines}\n)"


class RandomOrder(RandomTransforms):
    """All of the transforms, in random order."""

    def __call__(self, img):
        order = list(range(len(self.transforms)))
        random.shuffle(order)
        for i in order:
            img = self.transforms[i](img)
        return img


class RandomChoice(RandomTransforms):
    """One of the transforms."""

    def __init__(self, transforms, p=None):
        super().__init__(transforms)
        if p is not None and not isinstance(p, Sequence):
            raise TypeError("Argument p should be a sequence")
        self.p = p

    def __call__(self, *args):
        return random.choices(self.transforms, weights=self.p)[0](*args)

    def __repr__(self):
        return f"{super().__repr__()}(p={self.p})"


class WithProbability(Module):
    """Base class of what happens with probability p."""

    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def _happens(self):
        return ew.rand(1).item() < self.p

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p})"


class RandomHorizontalFlip(WithProbability):
    """Mirrors left and right with probability p."""

    def forward(self, img):
        return F.hflip(img) if self._happens() else img


class RandomVerticalFlip(WithProbability):
    """Mirrors top and bottom with probability p."""

    def forward(self, img):
        return F.vflip(img) if self._happens() else img


class RandomGrayscale(WithProbability):
    """Grey levels, in as many channels as the image has, with probability p."""

    def __init__(self, p=0.1):
        super().__init__(p)

    def forward(self, img):
        channels = F.get_dimensions(img)[0]
        return F.rgb_to_grayscale(img, num_output_channels=channels) if self._happens() else img


class RandomCrop(Module):
    """Cuts a rectangle out at a random place."""

    def __init__(self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"):
        super().__init__()
        self.size = tuple(two_sizes(size, _SIZE_ERROR))
        self.padding = padding
        self.pad_if_needed = pad_if_needed
        self.fill = fill
        self.padding_mode = padding_mode

    @staticmethod
    def get_params(img, output_size):
        """(top, left, height, width)."""
        _, height, width = F.get_dimensions(img)
        want_h, want_w = output_size
        if height < want_h or width < want_w:
            raise ValueError(f"Required crop size {(want_h, want_w)} is larger than input image size "
                             f"{(height, width)}")
        if (height, width) == (want_h, want_w):
            return 0, 0, height, width
        top = ew.randint(0, height - want_h + 1, size=(1,)).item()
        left = ew.randint(0, width - want_w + 1, size=(1,)).item()
        return top, left, want_h, want_w

    def forward(self, img):
        if self.padding is not None:
            img = F.pad(img, self.padding, self.fill, self.padding_mode)
        _, height, width = F.get_dimensions(img)
        if self.pad_if_needed and width < self.size[1]:
            img = F.pad(img, [self.size[1] - width, 0], self.fill, self.padding_mode)
        if self.pad_if_needed and height < self.size[0]:
            img = F.pad(img, [0, self.size[0] - height], self.fill, self.padding_mode)
        return F.crop(img, *self.get_params(img, self.size))

    def __repr__(self):
        return f"{type(self).__name__}(size={self.size}, padding={self.padding})"


def _check_ranges(scale, ratio):
    if not isinstance(scale, Sequence):
        raise TypeError("Scale should be a sequence")
    if not isinstance(ratio, Sequence):
        raise TypeError("Ratio should be a sequence")
    if scale[0] > scale[1] or ratio[0] > ratio[1]:
        warnings.warn("Scale and ratio should be of kind (min, max)", stacklevel=3)


class RandomResizedCrop(Module):
    """Cuts a rectangle of random area and shape out and resizes it."""

    def __init__(self, size, scale=(0.08, 1.0), ratio=(3.0 / 4.0, 4.0 / 3.0), interpolation=InterpolationMode.BILINEAR,
                 antialias=True):
        super().__init__()
        self.size = two_sizes(size, _SIZE_ERROR)
        _check_ranges(scale, ratio)
        self.interpolation = as_interpolation(interpolation)
        self.antialias = antialias
        self.scale = scale
        self.ratio = ratio

    @staticmethod
    def get_params(img, scale, ratio):
        """(top, left, height, width)."""
        _, height, width = F.get_dimensions(img)
        log_ratio = ew.log(ew.tensor(ratio))
        for _ in range(10):
            h, w = F.draw_box(height, width, scale, log_ratio)
            if 0 < w <= width and 0 < h <= height:
                top = ew.randint(0, height - h + 1, size=(1,)).item()
                left = ew.randint(0, width - w + 1, size=(1,)).item()
                return top, left, h, w
        # No luck: the middle, as much of it as the ratio allows.
        shape = float(width) / float(height)
        if shape < min(ratio):
            w, h = width, int(round(width / min(ratio)))
        elif shape > max(ratio):
            h, w = height, int(round(height * max(ratio)))
        else:
            w, h = width, height
        return (height - h) // 2, (width - w) // 2, h, w

    def forward(self, img):
        top, left, h, w = self.get_params(img, self.scale, self.ratio)
        return F.resized_crop(img, top, left, h, w, self.size, self.interpolation, antialias=self.antialias)

    def __repr__(self):
        return (f"{type(self).__name__}(size={self.size}, scale={tuple(round(s, 4) for s in self.scale)}, "
                f"ratio={tuple(round(r, 4) for r in self.ratio)}, interpolation={self.interpolation.value}, "
                f"antialias={self.antialias})")


class RandomErasing(Module):
    """Writes a value or noise over a random rectangle of a tensor image, with probability p."""

    def __init__(self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False):
        super().__init__()
        if not isinstance(value, (numbers.Number, str, tuple, list)):
            raise TypeError("Argument value should be either a number or str or a sequence")
        if isinstance(value, str) and value != "random":
            raise ValueError("If value is str, it should be 'random'")
        _check_ranges(scale, ratio)
        if scale[0] < 0 or scale[1] > 1:
            raise ValueError("Scale should be between 0 and 1")
        if p < 0 or p > 1:
            raise ValueError("Random erasing probability should be between 0 and 1")
        self.p = p
        self.scale = scale
        self.ratio = ratio
        self.value = value
        self.inplace = inplace

    @staticmethod
    def get_params(img, scale, ratio, value=None):
        """(top, left, height, width, what to write)."""
        channels, height, width = img.shape[-3:]
        log_ratio = ew.log(ew.tensor(ratio))
        for _ in range(10):
            w, h = F.draw_box(height, width, scale, log_ratio)
            if not (h < height and w < width):
                continue
            if value is None:
                content = ew.empty([channels, h, w], dtype=ew.float32).normal_()
            else:
                content = ew.tensor(value)[:, None, None]
            top = ew.randint(0, height - h + 1, size=(1,)).item()
            left = ew.randint(0, width - w + 1, size=(1,)).item()
            return top, left, h, w, content
        return 0, 0, height, width, img

    def forward(self, img):
        if not ew.rand(1).item() < self.p:
            return img
        if not isinstance(img, Tensor):
            raise TypeError(f"img should be Tensor Image. Got {type(img)}")
        if isinstance(self.value, str):
            value = None
        else:
            value = [float(v) for v in (self.value if isinstance(self.value, (list, tuple)) else [self.value])]
            if len(value) not in (1, img.shape[-3]):
                raise ValueError("If value is a sequence, it should have either a single value or "
                                 f"{img.shape[-3]} (number of input channels)")
        top, left, h, w, content = self.get_params(img, self.scale, self.ratio, value)
        return F.erase(img, top, left, h, w, content, self.inplace)

    def __repr__(self):
        return (f"{type(self).__name__}(p={self.p}, scale={self.scale}, ratio={self.ratio}, value={self.value}, "
                f"inplace={self.inplace})")
