"""Changes of the intensities of tensor images, level by level."""

import emberwing as ew
from ...nn import functional as nnf
from . import _tensor


def _require_bytes(img):
    if img.dtype != ew.uint8:
        raise TypeError(f"Only torch.uint8 image tensors are supported, but found {img.dtype}")


def invert(img):
    """Full intensity minus the image."""
    _tensor.require(img)
    return _tensor.max_value(img.dtype) - img


def posterize(img, bits):
    """Keeps the highest bits."""
    _tensor.require(img)
    _require_bytes(img)
    return img & (256 - int(2 ** (8 - bits)))


def solarize(img, threshold):
    """Inverts what is not below the threshold."""
    _tensor.require(img)
    if threshold > _tensor.max_value(img.dtype):
        raise TypeError("Threshold should be less than bound of img.")
    return ew.where(img >= threshold, invert(img), img)


def autocontrast(img):
    """Stretches each channel over the whole range."""
    _tensor.require(img)
    bound = _tensor.max_value(img.dtype)
    dtype = img.dtype if img.is_floating_point() else ew.float32
    low = img.amin(dim=(-2, -1), keepdim=True).to(dtype)
    high = img.amax(dim=(-2, -1), keepdim=True).to(dtype)
    flat = high == low
    scale = ew.where(flat, ew.ones_like(low), bound / (high - low))
    low = ew.where(flat, ew.zeros_like(low), low)
    return ((img - low) * scale).clamp(0, bound).to(img.dtype)


def _equalize_channel(channel):
    counts = ew.bincount(channel.reshape(-1).to(ew.int64), minlength=256)
    used = counts[counts != 0]
    step = ew.div(used[:-1].sum(), 255, rounding_mode="floor")
    if step == 0:
        return channel
    levels = ew.div(ew.cumsum(counts, 0) + ew.div(step, 2, rounding_mode="floor"), step, rounding_mode="floor")
    levels = nnf.pad(levels, [1, 0])[:-1].clamp(0, 255)
    return levels[channel.to(ew.int64)].to(ew.uint8)


def equalize(img):
    """Makes the levels of each channel equally frequent."""
    _tensor.require(img)
    _require_bytes(img)
    if img.numel() == 0:
        return img
    planes = img.reshape(-1, *img.shape[-2:])
    return ew.stack([_equalize_channel(plane) for plane in planes.unbind(0)]).view(img.shape)


def adjust_gamma(img, gamma, gain):
    """gain·img^gamma, for intensities within [0, 1]."""
    _tensor.require(img)
    if gamma < 0:
        raise ValueError("Gamma should be a non-negative real number")
    unit = img if img.is_floating_point() else _tensor.convert_image_dtype(img, ew.float32)
    return _tensor.convert_image_dtype((gain * unit ** gamma).clamp(0, 1), img.dtype)
