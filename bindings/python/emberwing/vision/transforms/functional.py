"""Transforms as functions of an image (PIL's or a tensor) and all their settings."""

import math
import numbers
import sys
import warnings
from enum import Enum

import numpy as np

import emberwing as ew
from ..._tensor import Tensor
from . import _pil, _tensor

__all__ = ["InterpolationMode", "adjust_brightness", "adjust_contrast", "adjust_gamma", "adjust_hue",
           "adjust_saturation", "adjust_sharpness", "affine", "autocontrast", "center_crop", "convert_image_dtype",
           "crop", "elastic_transform", "equalize", "erase", "five_crop", "gaussian_blur", "get_dimensions",
           "get_image_num_channels", "get_image_size", "hflip", "invert", "normalize", "pad", "perspective",
           "pil_to_tensor", "posterize", "resize", "resized_crop", "rgb_to_grayscale", "rotate", "solarize", "ten_crop",
           "to_grayscale", "to_pil_image", "to_tensor", "vflip"]


class InterpolationMode(Enum):
    """How values between pixels are found."""

    NEAREST = "nearest"
    NEAREST_EXACT = "nearest-exact"
    BILINEAR = "bilinear"
    BICUBIC = "bicubic"
    BOX = "box"
    HAMMING = "hamming"
    LANCZOS = "lanczos"


#: The numbers of the modes in PIL.
PIL_NUMBERS = {InterpolationMode.NEAREST: 0, InterpolationMode.BILINEAR: 2, InterpolationMode.BICUBIC: 3,
                InterpolationMode.NEAREST_EXACT: 0, InterpolationMode.BOX: 4, InterpolationMode.HAMMING: 5,
                InterpolationMode.LANCZOS: 1}
_FROM_NUMBER = {0: InterpolationMode.NEAREST, 2: InterpolationMode.BILINEAR, 3: InterpolationMode.BICUBIC,
                4: InterpolationMode.BOX, 5: InterpolationMode.HAMMING, 1: InterpolationMode.LANCZOS}


def as_interpolation(mode):
    """An interpolation mode, given as such or by PIL's number."""
    if isinstance(mode, int):
        return _FROM_NUMBER[mode]
    if not isinstance(mode, InterpolationMode):
        raise TypeError("Argument interpolation should be a InterpolationMode or a corresponding Pillow integer "
                        "constant")
    return mode


def get_dimensions(img):
    """[channels, height, width]."""
    if isinstance(img, Tensor):
        _tensor.require(img)
        return [1 if img.dim() == 2 else img.shape[-3], img.shape[-2], img.shape[-1]]
    if _pil.is_pil_image(img):
        return [_pil.channels(img), img.size[1], img.size[0]]
    raise TypeError(f"Unexpected type {type(img)}")


def get_image_size(img):
    """[width, height]."""
    _, height, width = get_dimensions(img)
    return [width, height]


def get_image_num_channels(img):
    """The number of channels."""
    return get_dimensions(img)[0]


def _to_chw(array):
    return ew.from_numpy(np.ascontiguousarray(array.transpose((2, 0, 1))))


def _unit_range(img):
    return img.to(dtype=ew.get_default_dtype()).div(255) if img.dtype == ew.uint8 else img


def to_tensor(pic):
    """(C, H, W) floats within [0, 1] of a PIL image or of an (H, W[, C]) array of bytes; other arrays keep values."""
    if isinstance(pic, np.ndarray):
        if pic.ndim not in (2, 3):
            raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
        return _unit_range(_to_chw(pic[:, :, None] if pic.ndim == 2 else pic))
    if not _pil.is_pil_image(pic):
        raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
    sixteen = "I;16" if sys.byteorder == "little" else "I;16B"
    kind = {"I": np.int32, sixteen: np.int16, "F": np.float32}.get(pic.mode, np.uint8)
    array = np.array(pic, kind, copy=True)
    if pic.mode == "1":
        array = 255 * array
    return _unit_range(_to_chw(array.reshape(pic.size[1], pic.size[0], _pil.channels(pic))))


def pil_to_tensor(pic):
    """(C, H, W) of a PIL image, values as they are."""
    if not _pil.is_pil_image(pic):
        raise TypeError(f"pic should be PIL Image. Got {type(pic)}")
    array = np.array(pic, copy=True)
    return ew.as_tensor(array).view(pic.size[1], pic.size[0], _pil.channels(pic)).permute((2, 0, 1))


def convert_image_dtype(image, dtype=None):
    """Casts a tensor image (to float32 by default), scaling so that full intensity stays full intensity."""
    if not isinstance(image, Tensor):
        raise TypeError("Input img should be Tensor Image")
    return _tensor.convert_image_dtype(image, ew.float32 if dtype is None else dtype)


_MODES = {2: ["LA"], 3: ["RGB", "YCbCr", "HSV"], 4: ["RGBA", "CMYK", "RGBX"]}


def to_pil_image(pic, mode=None):
    """A PIL image of a (C, H, W) tensor or an (H, W, C) array."""
    from PIL import Image

    if isinstance(pic, Tensor):
        pic = (pic.permute((1, 2, 0)) if pic.dim() == 3 else pic).detach().cpu().numpy()
    elif not isinstance(pic, np.ndarray):
        raise TypeError(f"pic should be Tensor or ndarray. Got {type(pic)}.")
    if pic.ndim == 2:
        pic = np.expand_dims(pic, 2)
    if pic.ndim != 3:
        raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
    count = pic.shape[-1]
    if count > 4:
        raise ValueError(f"pic should not have > 4 channels. Got {count} channels.")
    if np.issubdtype(pic.dtype, np.floating) and mode != "F":
        pic = (pic * 255).astype(np.uint8)
    if count == 1:
        pic = pic[:, :, 0]
        sixteen = "I;16" if sys.byteorder == "little" else "I;16B"
        expected = {"uint8": "L", "int16": sixteen, "int32": "I", "float32": "F"}.get(pic.dtype.name)
        if mode is not None and mode != expected:
            raise ValueError(f"Incorrect mode ({mode}) supplied for input type {np.dtype}. Should be {expected}")
        mode = expected
    else:
        permitted = _MODES[count]
        if mode is not None and mode not in permitted:
            raise ValueError(f"Only modes {permitted} are supported for {count}D inputs")
        if mode is None and pic.dtype == np.uint8:
            mode = permitted[0]
    if mode is None:
        raise TypeError(f"Input type {pic.dtype} is not supported")
    pic = np.ascontiguousarray(pic)
    if mode in ("YCbCr", "HSV", "CMYK", "RGBX", "LA"):
        # The array's shape does not tell these modes.
        return Image.frombytes(mode, (pic.shape[1], pic.shape[0]), pic.tobytes())
    return Image.fromarray(pic.view(np.uint16) if mode.startswith("I;16") else pic)


def normalize(tensor, mean, std, inplace=False):
    """Subtracts a mean and divides by a deviation, channel by channel."""
    if not isinstance(tensor, Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
    return _tensor.normalize(tensor, mean, std, inplace)


def _resized(height, width, size, max_size):
    """The (height, width) that a requested size means: its one number is for the shorter edge."""
    if len(size) == 2:
        return [size[0], size[1]]
    short, long = min(height, width), max(height, width)
    new_short, new_long = size[0], int(size[0] * long / short)
    if max_size is not None:
        if max_size <= new_short:
            raise ValueError(f"max_size = {max_size} must be strictly greater than the requested size for the smaller "
                             f"edge size = {size}")
        if new_long > max_size:
            new_short, new_long = int(max_size * new_short / new_long), max_size
    return [new_long, new_short] if width <= height else [new_short, new_long]


def resize(img, size, interpolation=InterpolationMode.BILINEAR, max_size=None, antialias=True):
    """Resizes to (height, width), or the shorter edge to one number."""
    interpolation = as_interpolation(interpolation)
    if isinstance(size, (list, tuple)):
        if len(size) not in (1, 2):
            raise ValueError("Size must be an int or a 1 or 2 element tuple/list, not a "
                             f"{len(size)} element tuple/list")
        if max_size is not None and len(size) != 1:
            raise ValueError("max_size should only be passed if size specifies the length of the smaller edge, i.e. "
                             "size should be an int or a sequence of length 1 in torchscript mode.")
    _, height, width = get_dimensions(img)
    target = _resized(height, width, [size] if isinstance(size, int) else size, max_size)
    if [height, width] == target:
        return img
    if isinstance(img, Tensor):
        return _tensor.resize(img, target, interpolation.value, antialias)
    if antialias is False:
        warnings.warn("Anti-alias option is always applied for PIL Image input. Argument antialias is ignored.",
                      stacklevel=2)
    return _pil.resize(img, target, PIL_NUMBERS[interpolation])


def _sides(padding):
    """(left, top, right, bottom) of one, two or four amounts."""
    if isinstance(padding, numbers.Number):
        return (padding,) * 4
    if not isinstance(padding, (list, tuple)):
        raise TypeError("Got inappropriate padding arg")
    if len(padding) not in (1, 2, 4):
        raise ValueError("Padding must be an int or a 1, 2, or 4 element tuple, not a "
                         f"{len(padding)} element tuple")
    return tuple(padding) * (4 // len(padding))


def pad(img, padding, fill=0, padding_mode="constant"):
    """Pads by one amount, by (left/right, top/bottom) or by (left, top, right, bottom)."""
    if not isinstance(fill, (numbers.Number, tuple, list)):
        raise TypeError("Got inappropriate fill arg")
    if not isinstance(padding_mode, str):
        raise TypeError("Got inappropriate padding_mode arg")
    sides = _sides(padding)
    if padding_mode not in ("constant", "edge", "reflect", "symmetric"):
        raise ValueError("Padding mode should be either constant, edge, reflect or symmetric")
    kind = _tensor if isinstance(img, Tensor) else _pil
    return kind.pad(img, sides, fill, padding_mode)


def crop(img, top, left, height, width):
    """Cuts a rectangle out; parts beyond the image are zero."""
    kind = _tensor if isinstance(img, Tensor) else _pil
    return kind.crop(img, top, left, height, width)


def center_crop(img, output_size):
    """Cuts the middle out, padding with zeros what is too small."""
    if isinstance(output_size, numbers.Number):
        output_size = (int(output_size), int(output_size))
    elif len(output_size) == 1:
        output_size = (output_size[0], output_size[0])
    _, height, width = get_dimensions(img)
    want_h, want_w = output_size
    if want_w > width or want_h > height:
        more_w, more_h = max(want_w - width, 0), max(want_h - height, 0)
        img = pad(img, [more_w // 2, more_h // 2, (more_w + 1) // 2, (more_h + 1) // 2], fill=0)
        _, height, width = get_dimensions(img)
        if (want_h, want_w) == (height, width):
            return img
    return crop(img, int(round((height - want_h) / 2.0)), int(round((width - want_w) / 2.0)), want_h, want_w)


def resized_crop(img, top, left, height, width, size, interpolation=InterpolationMode.BILINEAR, antialias=True):
    """Cuts a rectangle out and resizes it."""
    return resize(crop(img, top, left, height, width), size, interpolation, antialias=antialias)


def hflip(img):
    """Mirrors left and right."""
    return (_tensor if isinstance(img, Tensor) else _pil).hflip(img)


def vflip(img):
    """Mirrors top and bottom."""
    return (_tensor if isinstance(img, Tensor) else _pil).vflip(img)


def adjust_brightness(img, brightness_factor):
    """Intensities times a factor."""
    if isinstance(img, Tensor):
        return _tensor.adjust_brightness(img, brightness_factor)
    return _pil.enhance("Brightness", img, brightness_factor)


def adjust_contrast(img, contrast_factor):
    """Distances from the mean grey level times a factor."""
    if isinstance(img, Tensor):
        return _tensor.adjust_contrast(img, contrast_factor)
    return _pil.enhance("Contrast", img, contrast_factor)


def adjust_saturation(img, saturation_factor):
    """Distances from grey times a factor."""
    if isinstance(img, Tensor):
        return _tensor.adjust_saturation(img, saturation_factor)
    return _pil.enhance("Color", img, saturation_factor)


def adjust_hue(img, hue_factor):
    """Turns the hues by a fraction of the circle within [-0.5, 0.5]."""
    if not -0.5 <= hue_factor <= 0.5:
        raise ValueError(f"hue_factor ({hue_factor}) is not in [-0.5, 0.5].")
    return (_tensor if isinstance(img, Tensor) else _pil).adjust_hue(img, hue_factor)


def rgb_to_grayscale(img, num_output_channels=1):
    """Grey levels, in one channel or three equal ones."""
    if isinstance(img, Tensor):
        return _tensor.rgb_to_grayscale(img, num_output_channels)
    return _pil.to_grayscale(img, num_output_channels)


def to_grayscale(img, num_output_channels=1):
    """Grey levels of a PIL image."""
    if not _pil.is_pil_image(img):
        raise TypeError("Input should be PIL Image")
    return _pil.to_grayscale(img, num_output_channels)


def erase(img, i, j, h, w, v, inplace=False):
    """Writes `v` over a rectangle of a tensor image."""
    if not isinstance(img, Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(img)}")
    return _tensor.erase(img, i, j, h, w, v, inplace)


def draw_box(height, width, scale, log_ratio):
    """A random (height, width) with an area within `scale` of the whole and the logarithm of its ratio uniform."""
    area = height * width * ew.empty(1).uniform_(scale[0], scale[1]).item()
    aspect = ew.exp(ew.empty(1).uniform_(float(log_ratio[0]), float(log_ratio[1]))).item()
    return int(round(math.sqrt(area / aspect))), int(round(math.sqrt(area * aspect)))


from ._functional_more import (adjust_gamma, adjust_sharpness, affine, autocontrast, elastic_transform,  # noqa: E402,F401
                               equalize, five_crop, gaussian_blur, invert, perspective, posterize, rotate, solarize,
                               ten_crop)
