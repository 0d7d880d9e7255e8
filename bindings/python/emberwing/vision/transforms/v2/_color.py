"""Changes of colors, rounded as the newer transforms of PyTorch do."""

import emberwing as ew
from ....nn import functional as nnf
from .._tensor import convert_image_dtype, max_value, require_factor, rgb_to_grayscale


def turn_hue(image, factor):
    """Turns the hues by `factor` of the whole circle."""
    rgb = convert_image_dtype(image, ew.float32) if not image.is_floating_point() else image
    r, g, _ = rgb.unbind(dim=-3)
    top, bottom = rgb.amax(dim=-3), rgb.amin(dim=-3)
    grey, spread, ones = top == bottom, top - bottom, ew.ones_like(top)
    s = spread / ew.where(grey, ones, top)
    divisor = ew.where(grey, ones, spread).unsqueeze(-3)
    rc, gc, bc = ((top.unsqueeze(-3) - rgb) / divisor).unbind(dim=-3)
    not_red = top != r
    green = (top == g) & not_red
    h = (bc - gc) * ~not_red + (rc + 2.0 - bc) * green + (gc + 4.0 - rc) * (not_red & ~green)
    h = ((h * (1.0 / 6.0) + 1.0).fmod(1.0) + factor).remainder(1.0) * 6.0
    sector = h.floor()
    f = h - sector
    part, rest = s * f, 1.0 - s
    p, q, t = ((rest * top).clamp(0.0, 1.0), ((1.0 - part) * top).clamp(0.0, 1.0), ((part + rest) * top).clamp(0.0, 1.0))
    sector = sector.to(ew.int64) % 6
    choices = ((top, t, p), (q, top, p), (p, top, t), (p, q, top), (t, p, top), (top, p, q))
    channels = []
    for channel in range(3):
        value = choices[5][channel]
        for i in range(4, -1, -1):
            value = ew.where(sector == i, choices[i][channel], value)
        channels.append(value)
    return convert_image_dtype(ew.stack(channels, dim=-3), image.dtype)


def _blend(image, other, ratio):
    result = image.mul(ratio).add_(other, alpha=1.0 - ratio).clamp_(0, max_value(image.dtype))
    return result.to(image.dtype)


def _grey(image):
    """Grey levels that are not rounded."""
    exact = image if image.is_floating_point() else image.to(ew.float32)
    return rgb_to_grayscale(exact, 1) if image.shape[-3] == 3 else exact


def contrast(image, contrast_factor):
    """Distances from the mean grey level times `factor`; the levels of bytes are whole numbers."""
    factor = require_factor("contrast_factor", contrast_factor)
    grey = _grey(image) if image.is_floating_point() else _grey(image).floor_()
    return _blend(image, grey.mean(dim=(-3, -2, -1), keepdim=True), factor)


def saturation(image, saturation_factor):
    """Distances from grey, for bytes a whole number, times `factor`."""
    factor = require_factor("saturation_factor", saturation_factor)
    if image.shape[-3] == 1:
        return image
    grey = _grey(image)
    return _blend(image, grey if image.is_floating_point() else grey.floor_(), factor)


def sharpness(image, sharpness_factor):
    """Distances from the image smoothed by a 3×3 kernel times `factor`; the edge pixels stay."""
    factor = require_factor("sharpness_factor", sharpness_factor)
    if image.shape[-1] <= 2 or image.shape[-2] <= 2 or image.numel() == 0:
        return image
    exact = image.clone() if image.is_floating_point() else image.to(ew.float32)
    planes = exact.reshape(-1, 1, *image.shape[-2:])
    kernel = ew.tensor([[1.0, 1.0, 1.0], [1.0, 5.0, 1.0], [1.0, 1.0, 1.0]], dtype=exact.dtype) / 13.0
    smooth = nnf.conv2d(planes, kernel.view(1, 1, 3, 3))
    smooth = smooth if image.is_floating_point() else smooth.round_()
    inner = planes[..., 1:-1, 1:-1]
    planes[..., 1:-1, 1:-1] = inner + (smooth - inner) * (1.0 - factor)
    return planes.reshape(image.shape).clamp(0, max_value(image.dtype)).to(image.dtype)
