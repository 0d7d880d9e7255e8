"""Transforms that draw no random numbers."""

import numpy as np

import emberwing as ew
from .. import _pil, transforms as old
from ...tv_tensors import BoundingBoxes, Image, Mask, TVTensor, Video
from ...._tensor import Tensor
from . import functional as F
from ._transform import Transform, is_image

__all__ = ["CenterCrop", "ClampBoundingBoxes", "ConvertBoundingBoxFormat", "ConvertImageDtype", "FiveCrop", "Grayscale",
           "LinearTransformation", "Normalize", "PILToTensor", "Pad", "Resize", "TenCrop", "ToDtype", "ToImage",
           "ToPILImage", "ToPureTensor", "ToTensor", "UniformTemporalSubsample", "GaussianNoise"]


class Resize(Transform):
    """Resizes to (height, width), or the shorter edge to one number."""

    def __init__(self, size, interpolation=F.InterpolationMode.BILINEAR, max_size=None, antialias=True):
        super().__init__()
        if size is None:
            raise NotImplementedError("Resize: size=None is not supported")
        self.size = [size] if isinstance(size, int) else list(size)
        self.interpolation = F.as_interpolation(interpolation)
        self.max_size = max_size
        self.antialias = antialias

    def transform(self, inpt, params):
        return F.resize(inpt, self.size, self.interpolation, self.max_size, self.antialias)


class CenterCrop(Transform):
    """Cuts the middle out, padding with zeros what is too small."""

    def __init__(self, size):
        super().__init__()
        self.size = old.two_sizes(size, "Please provide only two dimensions (h, w) for size.")

    def transform(self, inpt, params):
        return F.center_crop(inpt, list(self.size))


class Pad(Transform):
    """Pads the sides with a value or from the image."""

    def __init__(self, padding, fill=0, padding_mode="constant"):
        super().__init__()
        if isinstance(fill, dict):
            raise NotImplementedError("Pad: fill as a dict is not supported")
        checked = old.Pad(padding, 0 if fill is None else fill, padding_mode)
        self.padding, self.fill, self.padding_mode = checked.padding, fill, padding_mode

    def transform(self, inpt, params):
        return F.pad(inpt, self.padding, self.fill, self.padding_mode)


class Grayscale(Transform):
    """Grey levels, in one channel or three equal ones."""

    def __init__(self, num_output_channels=1):
        super().__init__()
        self.num_output_channels = num_output_channels

    def transform(self, inpt, params):
        return F.rgb_to_grayscale(inpt, self.num_output_channels)


class Normalize(Transform):
    """Subtracts a mean and divides by a deviation, channel by channel."""

    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = list(mean)
        self.std = list(std)
        self.inplace = inplace

    def check_inputs(self, flat_inputs):
        if any(_pil.is_pil_image(leaf) for leaf in flat_inputs):
            raise TypeError("Normalize() does not support PIL images.")

    def transform(self, inpt, params):
        return F.normalize(inpt, self.mean, self.std, self.inplace)


class ToDtype(Transform):
    """Casts; with `scale`, images keep full intensity at full intensity. A dict gives a dtype for each kind."""

    def __init__(self, dtype, scale=False):
        super().__init__()
        if not isinstance(dtype, (dict, ew.dtype)):
            raise ValueError(f"dtype must be a dict or a torch.dtype, got {type(dtype)} instead")
        self.dtype = dtype
        self.scale = scale

    def transform(self, inpt, params):
        if not isinstance(inpt, Tensor):
            return inpt
        dtype = self.dtype
        if isinstance(dtype, dict):
            kind = type(inpt)
            if kind not in dtype and "others" not in dtype:
                if isinstance(inpt, (BoundingBoxes, Mask)):
                    return inpt
                raise ValueError(f"No dtype was specified for type {kind}. If you only need to convert the dtype of "
                                 "images or videos, you can just pass e.g. dtype=torch.float32.")
            dtype = dtype.get(kind, dtype.get("others"))
        elif isinstance(inpt, (BoundingBoxes, Mask)):
            # One dtype is for images and videos alone.
            return inpt
        return inpt if dtype is None else F.to_dtype(inpt, dtype, self.scale)

    def extra_repr(self):
        return f"dtype={self.dtype}, scale={self.scale}" if self.scale else f"dtype={self.dtype}"


class ConvertImageDtype(Transform):
    """Casts images, scaling so that full intensity stays full intensity."""

    def __init__(self, dtype=ew.float32):
        super().__init__()
        self.dtype = dtype

    def _takes(self, leaf):
        return isinstance(leaf, Tensor) and not isinstance(leaf, (Mask, BoundingBoxes))

    def transform(self, inpt, params):
        return F.to_dtype(inpt, self.dtype, scale=True)


class _Converts(Transform):
    """Base class of what changes the kind of the leaves, arrays included."""

    def forward(self, *inputs):
        from ....utils._pytree import tree_map

        return tree_map(self._convert, inputs if len(inputs) > 1 else inputs[0])

    def extra_repr(self):
        return ""


class ToImage(_Converts):
    """PIL images, arrays and plain tensors as tv_tensors.Image."""


    def forward(self, *inputs):
        from ....utils._pytree import tree_flatten, tree_unflatten

        flat, spec = tree_flatten(inputs if len(inputs) > 1 else inputs[0])
        plain = not any(is_image(leaf) for leaf in flat)
        result = []
        for leaf in flat:
            if F.is_pure_tensor(leaf):
                leaf, plain = (F.to_image(leaf), False) if plain else (leaf, plain)
            elif _pil.is_pil_image(leaf) or isinstance(leaf, np.ndarray):
                leaf = F.to_image(leaf)
            result.append(leaf)
        return tree_unflatten(result, spec)


class ToTensor(_Converts):
    """(C, H, W) floats within [0, 1] of PIL images and arrays of bytes."""

    def _convert(self, leaf):
        return F.to_tensor(leaf) if _pil.is_pil_image(leaf) or isinstance(leaf, np.ndarray) else leaf


class PILToTensor(_Converts):
    """(C, H, W) of PIL images, values as they are."""

    def _convert(self, leaf):
        return F.pil_to_tensor(leaf) if _pil.is_pil_image(leaf) else leaf


class ToPureTensor(_Converts):
    """Plain tensors of those that say what they are."""

    def _convert(self, leaf):
        return leaf.as_subclass(Tensor) if isinstance(leaf, TVTensor) else leaf


class ToPILImage(Transform):
    """PIL images of tensors and arrays."""

    def __init__(self, mode=None):
        super().__init__()
        self.mode = mode

    def _takes(self, leaf):
        return isinstance(leaf, Tensor) and not isinstance(leaf, (Mask, BoundingBoxes, Video))

    def transform(self, inpt, params):
        return F.to_pil_image(inpt.as_subclass(Tensor), self.mode)

    def forward(self, *inputs):
        if len(inputs) == 1 and isinstance(inputs[0], np.ndarray):
            return F.to_pil_image(inputs[0], self.mode)
        return super().forward(*inputs)


class FiveCrop(Transform):
    """The four corners and the middle, as a tuple."""

    def __init__(self, size):
        super().__init__()
        self.size = old.two_sizes(size, "Please provide only two dimensions (h, w) for size.")

    def check_inputs(self, flat_inputs):
        if any(isinstance(leaf, (Mask, BoundingBoxes)) for leaf in flat_inputs):
            raise TypeError(f"BoundingBoxes'es and Mask's are not supported by {type(self).__name__}()")

    def transform(self, inpt, params):
        return F.five_crop(inpt, self.size)


class TenCrop(FiveCrop):
    """The four corners and the middle of the image and of its mirror image, as a tuple."""

    def __init__(self, size, vertical_flip=False):
        super().__init__(size)
        self.vertical_flip = vertical_flip

    def transform(self, inpt, params):
        return F.ten_crop(inpt, self.size, self.vertical_flip)


class LinearTransformation(Transform):
    """(x − mean)·matrix of the flattened tensor image x."""

    def __init__(self, transformation_matrix, mean_vector):
        super().__init__()
        self._linear = old.LinearTransformation(transformation_matrix, mean_vector)

    def transform(self, inpt, params):
        return self._linear(inpt)


class GaussianNoise(Transform):
    """Adds normal noise to float images."""

    def __init__(self, mean=0.0, sigma=0.1, clip=True):
        super().__init__()
        self.mean = mean
        self.sigma = sigma
        self.clip = clip

    def transform(self, inpt, params):
        if isinstance(inpt, (Mask, BoundingBoxes)):
            return inpt
        if not isinstance(inpt, Tensor) or not inpt.is_floating_point():
            raise ValueError("Input tensor is expected to be in float dtype, got "
                             f"dtype={getattr(inpt, 'dtype', type(inpt))}")
        result = inpt + (self.mean + ew.randn_like(inpt) * self.sigma)
        result = result.clamp(0, 1) if self.clip else result
        return Image(result) if isinstance(inpt, Image) else result


class ConvertBoundingBoxFormat(Transform):
    """Boxes in another format."""

    def __init__(self, format):
        super().__init__()
        self.format = format

    def _takes(self, leaf):
        return isinstance(leaf, BoundingBoxes)

    def transform(self, inpt, params):
        return F.convert_bounding_box_format(inpt, new_format=self.format)


class ClampBoundingBoxes(Transform):
    """Boxes cut off at the edges of their canvas."""

    def _takes(self, leaf):
        return isinstance(leaf, BoundingBoxes)

    def transform(self, inpt, params):
        return F.clamp_bounding_boxes(inpt)


class UniformTemporalSubsample(Transform):
    """Frames at equal distances."""

    def __init__(self, num_samples):
        super().__init__()
        self.num_samples = num_samples

    def transform(self, inpt, params):
        return F.uniform_temporal_subsample(inpt, self.num_samples)
