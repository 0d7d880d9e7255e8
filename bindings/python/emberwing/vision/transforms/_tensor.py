"""The transforms of tensor images (…, C, H, W)."""

import emberwing as ew
from ..._tensor import Tensor
from ...nn import functional as nnf

_INTEGER_MAX = {"uint8": 255, "int8": 127, "int16": 32767, "int32": 2147483647, "int64": 9223372036854775807}


def require(img):
    """Refuses what is no tensor image."""
    if not isinstance(img, Tensor) or img.dim() < 2:
        raise TypeError("Tensor is not a torch image.")


def _require_channels(img, *permitted):
    count = 1 if img.dim() == 2 else img.shape[-3]
    if count not in permitted:
        raise TypeError(f"Input image tensor permitted channel values are {list(permitted)}, but found {count}")
    return count


def max_value(dtype):
    """The value that stands for full intensity: the largest of an integer dtype, 1 of a floating one."""
    return _INTEGER_MAX.get(str(dtype).rpartition(".")[2], 1)


def convert_image_dtype(image, dtype):
    """Casts, scaling so that full intensity stays full intensity."""
    if image.dtype == dtype:
        return image
    top = float(max_value(dtype))
    if image.is_floating_point():
        if dtype.is_floating_point:
            return image.to(dtype)
        if (image.dtype == ew.float32 and dtype in (ew.int32, ew.int64)) or (
                image.dtype == ew.float64 and dtype == ew.int64):
            raise RuntimeError(f"The cast from {image.dtype} to {dtype} cannot be performed safely.")
        # Slightly less than one step more than the largest value, so that 1.0 gives the largest value itself.
        return image.mul(top + 1.0 - 1e-3).to(dtype)
    own_top = float(max_value(image.dtype))
    if dtype.is_floating_point:
        return image.to(dtype) / own_top
    if own_top > top:
        return ew.div(image, int((own_top + 1) // (top + 1)), rounding_mode="floor").to(dtype)
    return image.to(dtype) * int((top + 1) // (own_top + 1))


def normalize(tensor, mean, std, inplace):
    """Subtracts a mean and divides by a deviation, channel by channel."""
    require(tensor)
    if not tensor.is_floating_point():
        raise TypeError(f"Input tensor should be a float tensor. Got {tensor.dtype}.")
    if tensor.dim() < 3:
        raise ValueError("Expected tensor to be a tensor image of size (..., C, H, W). "
                         f"Got tensor.size() = {tensor.size()}")
    if not inplace:
        tensor = tensor.clone()
    mean = ew.as_tensor(mean, dtype=tensor.dtype, device=tensor.device)
    std = ew.as_tensor(std, dtype=tensor.dtype, device=tensor.device)
    if (std == 0).any():
        raise ValueError(f"std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.")
    mean = mean.view(-1, 1, 1) if mean.dim() == 1 else mean
    std = std.view(-1, 1, 1) if std.dim() == 1 else std
    return tensor.sub_(mean).div_(std)


def _as_float_batch(img):
    """The image as a batch in a floating dtype, and what takes the result back."""
    dtype, single = img.dtype, img.dim() < 4
    batch = img.unsqueeze(0) if single else img
    cast = dtype not in (ew.float32, ew.float64)
    if cast:
        batch = batch.to(ew.float32)

    def back(result):
        result = result.squeeze(0) if single else result
        if not cast:
            return result
        return (result if dtype.is_floating_point else ew.round(result)).to(dtype)

    return batch, back


def resize(img, size, interpolation, antialias):
    """Resizes to (height, width)."""
    require(img)
    smooth = interpolation in ("bilinear", "bicubic")
    batch, back = _as_float_batch(img)
    result = nnf.interpolate(batch, size=list(size), mode=interpolation, align_corners=False if smooth else None,
                             antialias=bool(antialias) and smooth)
    if interpolation == "bicubic" and img.dtype == ew.uint8:
        result = result.clamp(min=0, max=255)
    return back(result)


def crop(img, top, left, height, width):
    """Cuts a rectangle out; parts beyond the image are zero."""
    require(img)
    h, w = img.shape[-2:]
    inside = img[..., max(top, 0):max(top + height, 0), max(left, 0):max(left + width, 0)]
    if left < 0 or top < 0 or left + width > w or top + height > h:
        amounts = [max(-left + min(0, left + width), 0), max(left + width - max(w, left), 0),
                   max(-top + min(0, top + height), 0), max(top + height - max(h, top), 0)]
        return nnf.pad(inside, amounts)
    return inside


def hflip(img):
    """Mirrors left and right."""
    require(img)
    return img.flip(-1)


def vflip(img):
    """Mirrors top and bottom."""
    require(img)
    return img.flip(-2)


def _pad_symmetric(img, left, right, top, bottom):
    """Mirrors at the edges, edge pixels repeated."""
    h, w = img.shape[-2:]
    img = img[..., max(-top, 0):h - max(-bottom, 0), max(-left, 0):w - max(-right, 0)]
    for axis, before, after in ((-1, left, right), (-2, top, bottom)):
        size, before, after = img.shape[axis], max(before, 0), max(after, 0)
        order = [*range(before - 1, -1, -1), *range(size), *range(size - 1, size - 1 - after, -1)]
        img = img.index_select(axis, ew.tensor(order, dtype=ew.int64, device=img.device))
    return img


def pad(img, padding, fill, mode):
    """Pads by (left, top, right, bottom)."""
    require(img)
    left, top, right, bottom = padding
    if mode == "symmetric":
        return _pad_symmetric(img, left, right, top, bottom)
    amounts = [left, right, top, bottom]
    if mode == "constant":
        value = float(fill[0] if isinstance(fill, (list, tuple)) and len(fill) == 1 else fill)
        return nnf.pad(img, amounts, mode="constant", value=value)
    batch, back = _as_float_batch(img)
    return back(nnf.pad(batch, amounts, mode="replicate" if mode == "edge" else mode))


def rgb_to_grayscale(img, count):
    """Grey levels, in one channel or three equal ones."""
    if img.dim() < 3:
        raise TypeError(f"Input image tensor should have at least 3 dimensions, but found {img.dim()}")
    if count not in (1, 3):
        raise ValueError("num_output_channels should be either 1 or 3")
    if _require_channels(img, 1, 3) == 3:
        r, g, b = img.unbind(dim=-3)
        grey = (0.2989 * r + 0.587 * g + 0.114 * b).to(img.dtype).unsqueeze(dim=-3)
    else:
        grey = img.clone()
    return grey.expand(img.shape) if count == 3 else grey


def blend(img, other, ratio):
    """ratio·img + (1 − ratio)·other, within the range of the dtype."""
    return (ratio * img + (1.0 - ratio) * other).clamp(0, max_value(img.dtype)).to(img.dtype)


def require_factor(name, factor):
    """The factor, which must not be negative, as a float."""
    if factor < 0:
        raise ValueError(f"{name} ({factor}) is not non-negative.")
    return float(factor)


def adjust_brightness(img, factor):
    """Intensities times `factor`."""
    factor = require_factor("brightness_factor", factor)
    require(img)
    _require_channels(img, 1, 3)
    return blend(img, ew.zeros_like(img), factor)


def adjust_contrast(img, factor):
    """Distances from the mean grey level times `factor`."""
    factor = require_factor("contrast_factor", factor)
    require(img)
    grey = rgb_to_grayscale(img, 1) if _require_channels(img, 3, 1) == 3 else img
    dtype = img.dtype if img.is_floating_point() else ew.float32
    return blend(img, grey.to(dtype).mean(dim=(-3, -2, -1), keepdim=True), factor)


def adjust_saturation(img, factor):
    """Distances from grey times `factor`."""
    factor = require_factor("saturation_factor", factor)
    require(img)
    if _require_channels(img, 1, 3) == 1:
        return img
    return blend(img, rgb_to_grayscale(img, 1), factor)


def _rgb_to_hsv(img):
    r, g, b = img.unbind(dim=-3)
    top, bottom = img.amax(dim=-3), img.amin(dim=-3)
    grey, spread, ones = top == bottom, top - bottom, ew.ones_like(top)
    saturation = spread / ew.where(grey, ones, top)
    divisor = ew.where(grey, ones, spread)
    rc, gc, bc = ((top - channel) / divisor for channel in (r, g, b))
    red, green = top == r, (top == g) & (top != r)
    hue = red * (bc - gc) + green * (2.0 + rc - bc) + ((top != g) & (top != r)) * (4.0 + gc - rc)
    return ew.fmod(hue / 6.0 + 1.0, 1.0), saturation, top


def _hsv_to_rgb(h, s, v):
    sector = ew.floor(h * 6.0)
    f = h * 6.0 - sector
    p = ew.clamp(v * (1.0 - s), 0.0, 1.0)
    q = ew.clamp(v * (1.0 - s * f), 0.0, 1.0)
    t = ew.clamp(v * (1.0 - s * (1.0 - f)), 0.0, 1.0)
    sector = sector.to(dtype=ew.int64) % 6
    choices = [(v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q)]
    channels = []
    for channel in range(3):
        value = choices[5][channel]
        for i in range(4, -1, -1):
            value = ew.where(sector == i, choices[i][channel], value)
        channels.append(value)
    return ew.stack(channels, dim=-3)


def adjust_hue(img, factor):
    """Turns the hues by `factor` of the whole circle."""
    require(img)
    if _require_channels(img, 1, 3) == 1:
        return img
    h, s, v = _rgb_to_hsv(convert_image_dtype(img, ew.float32))
    return convert_image_dtype(_hsv_to_rgb((h + factor) % 1.0, s, v), img.dtype)


def erase(img, i, j, h, w, v, inplace):
    """Writes `v` over a rectangle."""
    require(img)
    if not inplace:
        img = img.clone()
    img[..., i:i + h, j:j + w] = v
    return img
