"""Transforms that draw random numbers, once for the whole sample, from the same stream as PyTorch's do."""

import math

import emberwing as ew
from .. import _random as old, _random_warp as warps, transforms as plain
from ...tv_tensors import BoundingBoxes, Mask
from ...._tensor import Tensor
from ....utils._pytree import tree_flatten, tree_unflatten
from . import functional as F
from ._transform import RandomlyApplied, Transform, query_size

__all__ = ["ColorJitter", "CutMix", "ElasticTransform", "GaussianBlur", "MixUp", "RandomAdjustSharpness", "RandomAffine",
           "RandomAutocontrast", "RandomCrop", "RandomEqualize", "RandomErasing", "RandomGrayscale",
           "RandomHorizontalFlip", "RandomInvert", "RandomPerspective", "RandomPosterize",
           "RandomResizedCrop", "RandomRotation", "RandomSolarize", "RandomVerticalFlip"]

_NEAREST, _BILINEAR = F.InterpolationMode.NEAREST, F.InterpolationMode.BILINEAR


def _no_dict(name, fill):
    if isinstance(fill, dict):
        raise NotImplementedError(f"{name}: fill as a dict is not supported")
    return fill


def _shape(size):
    """An image without elements that has the size."""
    return ew.empty(0, *size)


class RandomHorizontalFlip(RandomlyApplied):
    """Mirrors left and right with probability p."""

    def transform(self, inpt, params):
        return F.horizontal_flip(inpt)


class RandomVerticalFlip(RandomlyApplied):
    """Mirrors top and bottom with probability p."""

    def transform(self, inpt, params):
        return F.vertical_flip(inpt)


def _simple(name, doc, function, default=None, settings=()):
    """A transform that applies a function with the given settings, with probability p."""
    class Simple(RandomlyApplied):
        def __init__(self, *args, p=0.5 if default is None else default, **kwargs):
            values = dict(zip((*settings, "p"), args))
            if len(args) > len(settings) + 1 or values.keys() & kwargs.keys() or set(kwargs) - set(settings):
                raise TypeError(f"{name}() takes the arguments {', '.join((*settings, 'p'))}")
            values.update(kwargs)
            super().__init__(values.pop("p", p))
            for setting in settings:
                if setting not in values:
                    raise TypeError(f"{name}() is missing the argument {setting}")
                setattr(self, setting, values[setting])

        def transform(self, inpt, params):
            return function(inpt, *(getattr(self, setting) for setting in settings))

    Simple.__name__ = Simple.__qualname__ = name
    Simple.__doc__ = doc
    return Simple


RandomInvert = _simple("RandomInvert", "Full intensity minus the image, with probability p.", F.invert)
RandomEqualize = _simple("RandomEqualize", "Equalizes the frequencies of the levels, with probability p.", F.equalize)
RandomAutocontrast = _simple("RandomAutocontrast", "Stretches each channel, with probability p.", F.autocontrast)
RandomPosterize = _simple("RandomPosterize", "Keeps the highest bits, with probability p.", F.posterize,
                          settings=("bits",))
RandomSolarize = _simple("RandomSolarize", "Inverts what is not below the threshold, with probability p.", F.solarize,
                         settings=("threshold",))
RandomAdjustSharpness = _simple("RandomAdjustSharpness", "Changes the sharpness, with probability p.",
                                F.adjust_sharpness, settings=("sharpness_factor",))


class RandomGrayscale(RandomlyApplied):
    """Grey levels, in as many channels as the image has, with probability p."""

    def __init__(self, p=0.1):
        super().__init__(p=p)

    def transform(self, inpt, params):
        if isinstance(inpt, (Mask, BoundingBoxes)):
            return inpt
        return F.rgb_to_grayscale(inpt, F.get_dimensions(inpt)[0])


class RandomCrop(Transform):
    """Cuts a rectangle out at a random place."""

    def __init__(self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"):
        super().__init__()
        self.size = tuple(plain.two_sizes(size, "Please provide only two dimensions (h, w) for size."))
        self.padding = None if padding is None else list(F.F.padding_sides(padding))
        self.pad_if_needed = pad_if_needed
        self.fill = _no_dict("RandomCrop", fill)
        self.padding_mode = padding_mode

    def make_params(self, flat_inputs):
        height, width = query_size(flat_inputs)
        left, top, right, bottom = self.padding or (0, 0, 0, 0)
        h, w = self.size
        if self.pad_if_needed:
            more = max(h - (height + top + bottom), 0)
            top, bottom = top + more, bottom + more
            more = max(w - (width + left + right), 0)
            left, right = left + more, right + more
        padded = (height + top + bottom, width + left + right)
        if padded[0] < h or padded[1] < w:
            raise ValueError(f"Required crop size {(h, w)} is larger than "
                             f"{'padded ' if padded != (height, width) else ''}input image size {padded}.")
        y = int(ew.randint(0, padded[0] - h + 1, size=())) if h < padded[0] else 0
        x = int(ew.randint(0, padded[1] - w + 1, size=())) if w < padded[1] else 0
        return {"padding": [left, top, right, bottom], "box": (y, x, h, w)}

    def transform(self, inpt, params):
        if any(params["padding"]):
            inpt = F.pad(inpt, params["padding"], self.fill, self.padding_mode)
        return F.crop(inpt, *params["box"])


class RandomResizedCrop(Transform):
    """Cuts a rectangle of random area and shape out and resizes it."""

    def __init__(self, size, scale=(0.08, 1.0), ratio=(3.0 / 4.0, 4.0 / 3.0), interpolation=_BILINEAR, antialias=True):
        super().__init__()
        checked = old.RandomResizedCrop(size, scale, ratio, F.as_interpolation(interpolation), antialias)
        self.size, self.scale, self.ratio = checked.size, scale, ratio
        self.interpolation, self.antialias = checked.interpolation, antialias

    def make_params(self, flat_inputs):
        return {"box": old.RandomResizedCrop.get_params(_shape(query_size(flat_inputs)), self.scale, self.ratio)}

    def transform(self, inpt, params):
        return F.resized_crop(inpt, *params["box"], list(self.size), self.interpolation, self.antialias)


class RandomRotation(Transform):
    """Turns by a random angle."""

    def __init__(self, degrees, interpolation=_NEAREST, expand=False, center=None, fill=0):
        super().__init__()
        checked = warps.RandomRotation(degrees, F.as_interpolation(interpolation), expand, center,
                                       _no_dict("RandomRotation", fill))
        self.degrees, self.interpolation, self.expand = checked.degrees, checked.interpolation, expand
        self.fill, self.center = checked.fill, center

    def make_params(self, flat_inputs):
        return {"angle": warps.RandomRotation.get_params(self.degrees)}

    def transform(self, inpt, params):
        return F.rotate(inpt, params["angle"], interpolation=self.interpolation, expand=self.expand, center=self.center,
                        fill=warps.color(self.fill, inpt))


class RandomAffine(Transform):
    """Turns, moves, scales and shears at random."""

    def __init__(self, degrees, translate=None, scale=None, shear=None, interpolation=_NEAREST, fill=0, center=None):
        super().__init__()
        checked = warps.RandomAffine(degrees, translate, scale, shear, F.as_interpolation(interpolation),
                                     _no_dict("RandomAffine", fill), center)
        self.degrees, self.translate, self.scale, self.shear = checked.degrees, translate, scale, checked.shear
        self.interpolation, self.fill, self.center = checked.interpolation, checked.fill, center

    def make_params(self, flat_inputs):
        height, width = query_size(flat_inputs)
        return {"affine": warps.RandomAffine.get_params(self.degrees, self.translate, self.scale, self.shear,
                                                        [width, height])}

    def transform(self, inpt, params):
        return F.affine(inpt, *params["affine"], interpolation=self.interpolation, fill=warps.color(self.fill, inpt),
                        center=self.center)


class RandomPerspective(RandomlyApplied):
    """Moves the four corners at random, with probability p."""

    def __init__(self, distortion_scale=0.5, p=0.5, interpolation=_BILINEAR, fill=0):
        super().__init__(p=p)
        if not 0 <= distortion_scale <= 1:
            raise ValueError("Argument distortion_scale value should be between 0 and 1")
        self.distortion_scale = distortion_scale
        self.interpolation = F.as_interpolation(interpolation)
        self.fill = _no_dict("RandomPerspective", fill)

    def make_params(self, flat_inputs):
        height, width = query_size(flat_inputs)
        return {"points": warps.RandomPerspective.get_params(width, height, self.distortion_scale)}

    def transform(self, inpt, params):
        return F.perspective(inpt, *params["points"], interpolation=self.interpolation,
                             fill=warps.color(self.fill, inpt))


class ElasticTransform(Transform):
    """Displaces the pixels by smooth noise."""

    def __init__(self, alpha=50.0, sigma=5.0, interpolation=_BILINEAR, fill=0):
        super().__init__()
        checked = warps.ElasticTransform(alpha, sigma, F.as_interpolation(interpolation),
                                         _no_dict("ElasticTransform", fill))
        self.alpha, self.sigma, self.interpolation, self.fill = (checked.alpha, checked.sigma, checked.interpolation,
                                                                 checked.fill)

    def make_params(self, flat_inputs):
        size = list(query_size(flat_inputs))
        return {"displacement": warps.ElasticTransform.get_params(self.alpha, self.sigma, size)}

    def transform(self, inpt, params):
        return F.elastic(inpt, params["displacement"], interpolation=self.interpolation, fill=self.fill)


class GaussianBlur(Transform):
    """Blurs by a Gaussian of random sigma."""

    def __init__(self, kernel_size, sigma=(0.1, 2.0)):
        super().__init__()
        checked = warps.GaussianBlur(kernel_size, sigma)
        self.kernel_size, self.sigma = checked.kernel_size, checked.sigma

    def make_params(self, flat_inputs):
        sigma = warps.GaussianBlur.get_params(self.sigma[0], self.sigma[1])
        return {"sigma": [sigma, sigma]}

    def transform(self, inpt, params):
        return F.gaussian_blur(inpt, self.kernel_size, params["sigma"])


class ColorJitter(Transform):
    """Changes brightness, contrast, saturation and hue at random, in random order."""

    def __init__(self, brightness=None, contrast=None, saturation=None, hue=None):
        super().__init__()
        given = (0 if v is None else v for v in (brightness, contrast, saturation, hue))
        checked = plain.ColorJitter(*given)
        self.brightness, self.contrast = checked.brightness, checked.contrast
        self.saturation, self.hue = checked.saturation, checked.hue

    def make_params(self, flat_inputs):
        order, *factors = plain.ColorJitter.get_params(self.brightness, self.contrast, self.saturation, self.hue)
        return {"order": order.tolist(), "factors": factors}

    def transform(self, inpt, params):
        changes = (F.adjust_brightness, F.adjust_contrast, F.adjust_saturation, F.adjust_hue)
        for i in params["order"]:
            if params["factors"][i] is not None:
                inpt = changes[i](inpt, params["factors"][i])
        return inpt


class RandomErasing(RandomlyApplied):
    """Writes a value or noise over a random rectangle of images, with probability p."""

    def __init__(self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0.0, inplace=False):
        super().__init__(p=p)
        checked = old.RandomErasing(p, scale, ratio, value, inplace)
        self.scale, self.ratio, self.value, self.inplace = scale, ratio, checked.value, inplace

    def _takes(self, leaf):
        return not isinstance(leaf, (Mask, BoundingBoxes))

    def make_params(self, flat_inputs):
        if not flat_inputs:
            return {}
        value = None
        if not isinstance(self.value, str):
            value = [float(v) for v in (self.value if isinstance(self.value, (list, tuple)) else [self.value])]
        first = flat_inputs[0]
        img = first.as_subclass(Tensor) if isinstance(first, Tensor) else ew.empty(F.get_dimensions(first))
        if value is not None and len(value) not in (1, img.shape[-3]):
            raise ValueError("If value is a sequence, it should have either a single value or "
                             f"{img.shape[-3]} (number of inpt channels)")
        box = old.RandomErasing.get_params(img, self.scale, self.ratio, value)
        return {"box": None if box[4] is img else box}

    def transform(self, inpt, params):
        return inpt if params["box"] is None else F.erase(inpt, *params["box"], inplace=self.inplace)


class _Mixes(Transform):
    """Base class of what mixes the images of a batch and their labels."""

    def __init__(self, *, alpha=1.0, num_classes=None, labels_getter="default"):
        super().__init__()
        if not callable(labels_getter) and labels_getter != "default":
            raise ValueError(f"labels_getter should either be 'default' or a callable, but got {labels_getter!r}")
        self.alpha = float(alpha)
        self.num_classes = num_classes
        self._labels_getter = labels_getter

    def _labels(self, sample):
        if callable(self._labels_getter):
            return self._labels_getter(sample)
        if isinstance(sample, dict):
            for key in sample:
                if str(key).lower() in ("label", "labels") or "label" in str(key).lower():
                    return sample[key]
        elif isinstance(sample, (tuple, list)) and len(sample) > 1:
            return self._labels(sample[1]) if isinstance(sample[1], dict) else sample[1]
        raise ValueError("Could not infer where the labels are in the sample. Try passing a callable as the "
                         "labels_getter parameter?")

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        flat, spec = tree_flatten(sample)
        labels = self._labels(sample)
        if not isinstance(labels, Tensor):
            raise ValueError(f"The labels must be a tensor, but got {type(labels)} instead.")
        images = [leaf for leaf in flat if isinstance(leaf, Tensor) and leaf is not labels and leaf.dim() > 2]
        if any(image.dim() < 4 or image.shape[0] != labels.shape[0] for image in images):
            raise ValueError(f"Expected a batched input (…, C, H, W) whose size is the number of labels, "
                             f"{labels.shape[0]}")
        if labels.dim() == 1 and self.num_classes is None:
            raise ValueError("num_classes must be passed if the labels are index-based (1D)")
        share = float(ew.distributions.Beta(ew.tensor([self.alpha]), ew.tensor([self.alpha])).sample(()))
        params = self._params(share, images[0])
        flat = [self._label(leaf, params) if leaf is labels else
                self._image(leaf.as_subclass(Tensor), params) if any(leaf is image for image in images) else leaf
                for leaf in flat]
        return tree_unflatten(flat, spec)

    def _label(self, labels, params):
        if labels.dim() == 1:
            labels = ew.nn.functional.one_hot(labels, num_classes=self.num_classes)
        labels = labels if labels.is_floating_point() else labels.float()
        return labels.roll(1, 0).mul_(1.0 - params["lam"]).add_(labels.mul(params["lam"]))

    def extra_repr(self):
        return f"alpha={self.alpha}, num_classes={self.num_classes}"


class MixUp(_Mixes):
    """Mixes each image of a batch with the one before it (https://arxiv.org/abs/1710.09412)."""

    def _params(self, share, image):
        return {"lam": share}

    def _image(self, image, params):
        return image.roll(1, 0).mul_(1.0 - params["lam"]).add_(image.mul(params["lam"]))


class CutMix(_Mixes):
    """Pastes a rectangle of the image before into each image of a batch (https://arxiv.org/abs/1905.04899)."""

    def _params(self, share, image):
        height, width = image.shape[-2:]
        x, y = int(ew.randint(width, size=(1,))), int(ew.randint(height, size=(1,)))
        r = 0.5 * math.sqrt(1.0 - share)
        half_w, half_h = int(r * width), int(r * height)
        x1, y1 = max(x - half_w, 0), max(y - half_h, 0)
        x2, y2 = min(x + half_w, width), min(y + half_h, height)
        return {"box": (y1, x1, y2, x2), "lam": 1.0 - (x2 - x1) * (y2 - y1) / (width * height)}

    def _image(self, image, params):
        y1, x1, y2, x2 = params["box"]
        result = image.clone()
        result[..., y1:y2, x1:x2] = image.roll(1, 0)[..., y1:y2, x1:x2]
        return result
