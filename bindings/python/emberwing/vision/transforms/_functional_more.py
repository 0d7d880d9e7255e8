"""Warps, blurs and changes of levels as functions of an image (PIL's or a tensor) and all their settings."""

import numbers

from ..._tensor import Tensor
from . import _levels, _pil, _warp
from .functional import (PIL_NUMBERS, InterpolationMode, as_interpolation, center_crop, crop, get_dimensions, hflip,
                         pil_to_tensor, to_pil_image, vflip)


def _from_middle(center, img):
    _, height, width = get_dimensions(img)
    return [1.0 * (c - s * 0.5) for c, s in zip(center, [width, height])]


def _check_center(center):
    if center is not None and not isinstance(center, (list, tuple)):
        raise TypeError("Argument center should be a sequence")


def rotate(img, angle, interpolation=InterpolationMode.NEAREST, expand=False, center=None, fill=None):
    """Turns counter-clockwise by `angle` degrees."""
    interpolation = as_interpolation(interpolation)
    if not isinstance(angle, (int, float)):
        raise TypeError("Argument angle should be int or float")
    _check_center(center)
    if not isinstance(img, Tensor):
        return _pil.rotate(img, angle, PIL_NUMBERS[interpolation], expand, center, fill)
    middle = [0.0, 0.0] if center is None else _from_middle(center, img)
    # The matrix maps the result's places to the image's, so it turns the other way.
    matrix = _warp.affine_matrix(middle, -angle, [0.0, 0.0], 1.0, [0.0, 0.0])
    return _warp.rotate(img, matrix, interpolation.value, expand, fill)


def affine(img, angle, translate, scale, shear, interpolation=InterpolationMode.NEAREST, fill=None, center=None):
    """Turns (clockwise), moves, scales and shears, about the middle or `center`."""
    interpolation = as_interpolation(interpolation)
    if not isinstance(angle, (int, float)):
        raise TypeError("Argument angle should be int or float")
    if not isinstance(translate, (list, tuple)):
        raise TypeError("Argument translate should be a sequence")
    if len(translate) != 2:
        raise ValueError("Argument translate should be a sequence of length 2")
    if scale <= 0.0:
        raise ValueError("Argument scale should be positive")
    if not isinstance(shear, (numbers.Number, list, tuple)):
        raise TypeError("Shear should be either a single value or a sequence of two values")
    shear = [shear, 0.0] if isinstance(shear, numbers.Number) else list(shear)
    shear = shear * 2 if len(shear) == 1 else shear
    if len(shear) != 2:
        raise ValueError(f"Shear should be a sequence containing two values. Got {shear}")
    _check_center(center)
    if isinstance(img, Tensor):
        middle = [0.0, 0.0] if center is None else _from_middle(center, img)
        matrix = _warp.affine_matrix(middle, angle, [1.0 * t for t in translate], scale, shear)
        return _warp.affine(img, matrix, interpolation.value, fill)
    _, height, width = get_dimensions(img)
    matrix = _warp.affine_matrix([width * 0.5, height * 0.5] if center is None else center, angle, translate, scale,
                                 shear)
    return _pil.transform(img, "AFFINE", matrix, PIL_NUMBERS[interpolation], fill)


def perspective(img, startpoints, endpoints, interpolation=InterpolationMode.BILINEAR, fill=None):
    """Moves four points of the image to four others."""
    interpolation = as_interpolation(interpolation)
    coefficients = _warp.perspective_coefficients(startpoints, endpoints)
    if isinstance(img, Tensor):
        return _warp.perspective(img, coefficients, interpolation.value, fill)
    return _pil.transform(img, "PERSPECTIVE", coefficients, PIL_NUMBERS[interpolation], fill)


def _through_tensor(function, img, *settings):
    """The function of a tensor, for a PIL image too."""
    if isinstance(img, Tensor):
        return function(img, *settings)
    if not _pil.is_pil_image(img):
        raise TypeError(f"img should be PIL Image or Tensor. Got {type(img)}")
    return to_pil_image(function(pil_to_tensor(img), *settings), mode=img.mode)


def gaussian_blur(img, kernel_size, sigma=None):
    """Convolves with a Gaussian; sigma is 0.15·size + 0.35 unless given."""
    if not isinstance(kernel_size, (int, list, tuple)):
        raise TypeError(f"kernel_size should be int or a sequence of integers. Got {type(kernel_size)}")
    kernel_size = [kernel_size] * 2 if isinstance(kernel_size, int) else list(kernel_size)
    if len(kernel_size) != 2:
        raise ValueError(f"If kernel_size is a sequence its length should be 2. Got {len(kernel_size)}")
    for size in kernel_size:
        if size % 2 == 0 or size < 0:
            raise ValueError(f"kernel_size should have odd and positive integers. Got {kernel_size}")
    if sigma is None:
        sigma = [size * 0.15 + 0.35 for size in kernel_size]
    if not isinstance(sigma, (int, float, list, tuple)):
        raise TypeError(f"sigma should be either float or sequence of floats. Got {type(sigma)}")
    sigma = [float(sigma)] * 2 if isinstance(sigma, (int, float)) else list(sigma)
    sigma = sigma * 2 if len(sigma) == 1 else sigma
    if len(sigma) != 2:
        raise ValueError(f"If sigma is a sequence, its length should be 2. Got {len(sigma)}")
    if min(sigma) <= 0.0:
        raise ValueError(f"sigma should have positive values. Got {sigma}")
    return _through_tensor(_warp.gaussian_blur, img, kernel_size, sigma)


def elastic_transform(img, displacement, interpolation=InterpolationMode.BILINEAR, fill=None):
    """Displaces each pixel by (1, H, W, 2), in halves of the size."""
    interpolation = as_interpolation(interpolation)
    if not isinstance(displacement, Tensor):
        raise TypeError("Argument displacement should be a Tensor")
    _, height, width = get_dimensions(img)
    if tuple(displacement.shape) != (1, height, width, 2):
        raise ValueError(f"Argument displacement shape should be (1, {height}, {width}, 2), but given "
                         f"{displacement.shape}")
    return _through_tensor(_warp.elastic, img, displacement, interpolation.value, fill)


def invert(img):
    """Full intensity minus the image."""
    return _levels.invert(img) if isinstance(img, Tensor) else _pil.ops("invert", img)


def posterize(img, bits):
    """Keeps the highest bits of each channel."""
    if not 0 <= bits <= 8:
        raise ValueError(f"The number if bits should be between 0 and 8. Got {bits}")
    return _levels.posterize(img, bits) if isinstance(img, Tensor) else _pil.ops("posterize", img, bits)


def solarize(img, threshold):
    """Inverts what is not below the threshold."""
    return _levels.solarize(img, threshold) if isinstance(img, Tensor) else _pil.ops("solarize", img, threshold)


def autocontrast(img):
    """Stretches each channel over the whole range."""
    return _levels.autocontrast(img) if isinstance(img, Tensor) else _pil.ops("autocontrast", img)


def equalize(img):
    """Makes the levels of each channel equally frequent."""
    return _levels.equalize(img) if isinstance(img, Tensor) else _pil.ops("equalize", img)


def adjust_sharpness(img, sharpness_factor):
    """Distances from the smoothed image times a factor."""
    if isinstance(img, Tensor):
        return _warp.sharpness(img, sharpness_factor)
    return _pil.enhance("Sharpness", img, sharpness_factor)


def adjust_gamma(img, gamma, gain=1):
    """gain·img^gamma, for intensities within [0, 1]."""
    return (_levels if isinstance(img, Tensor) else _pil).adjust_gamma(img, gamma, gain)


def five_crop(img, size):
    """The four corners (top left, top right, bottom left, bottom right) and the middle."""
    if isinstance(size, numbers.Number):
        size = (int(size), int(size))
    elif isinstance(size, (tuple, list)) and len(size) == 1:
        size = (size[0], size[0])
    if len(size) != 2:
        raise ValueError("Please provide only two dimensions (h, w) for size.")
    _, height, width = get_dimensions(img)
    h, w = size
    if w > width or h > height:
        raise ValueError(f"Requested crop size {size} is bigger than input size {(height, width)}")
    return (crop(img, 0, 0, h, w), crop(img, 0, width - w, h, w), crop(img, height - h, 0, h, w),
            crop(img, height - h, width - w, h, w), center_crop(img, [h, w]))


def ten_crop(img, size, vertical_flip=False):
    """The five crops of the image and of its mirror image."""
    return five_crop(img, size) + five_crop((vflip if vertical_flip else hflip)(img), size)
