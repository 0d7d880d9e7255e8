"""The transforms of PIL images; PIL is loaded on first use."""

import numpy as np


def is_pil_image(img):
    """Whether `img` is a PIL image (without loading PIL if nobody has)."""
    import sys

    module = sys.modules.get("PIL.Image")
    return module is not None and isinstance(img, module.Image)


def require(img):
    """Refuses what is no PIL image."""
    if not is_pil_image(img):
        raise TypeError(f"img should be PIL Image. Got {type(img)}")


def channels(img):
    """The number of channels."""
    return len(img.getbands()) if hasattr(img, "getbands") else img.channels


def _fill(fill, img):
    """The fill value as PIL takes it for the image's bands."""
    bands = channels(img)
    if fill is None:
        fill = 0
    if isinstance(fill, (int, float)) and bands > 1:
        return tuple([fill] * bands)
    if isinstance(fill, (list, tuple)):
        if len(fill) == 1:
            fill = tuple(fill) * bands
        if len(fill) != bands:
            raise ValueError(f"The number of elements in 'fill' does not match the number of channels of the image "
                             f"({len(fill)} != {bands})")
        fill = tuple(fill) if bands > 1 else fill[0]
    if img.mode != "F":
        fill = tuple(int(x) for x in fill) if isinstance(fill, tuple) else int(fill)
    return fill


def resize(img, size, interpolation):
    """Resizes to (height, width)."""
    require(img)
    return img.resize(tuple(size[::-1]), interpolation)


def crop(img, top, left, height, width):
    """Cuts a rectangle out; parts beyond the image are zero."""
    require(img)
    return img.crop((left, top, left + width, top + height))


def hflip(img):
    """Mirrors left and right."""
    from PIL import Image

    require(img)
    return img.transpose(Image.FLIP_LEFT_RIGHT)


def vflip(img):
    """Mirrors top and bottom."""
    from PIL import Image

    require(img)
    return img.transpose(Image.FLIP_TOP_BOTTOM)


def pad(img, padding, fill, mode):
    """Pads by (left, top, right, bottom)."""
    from PIL import Image, ImageOps

    require(img)
    left, top, right, bottom = padding
    if mode == "constant":
        padded = ImageOps.expand(img, border=(left, top, right, bottom), fill=_fill(fill, img))
        if img.mode == "P":
            padded.putpalette(img.getpalette())
        return padded
    if min(padding) < 0:
        img = img.crop((-min(left, 0), -min(top, 0), img.width + min(right, 0), img.height + min(bottom, 0)))
        left, top, right, bottom = (max(side, 0) for side in padding)
    palette = img.getpalette() if img.mode == "P" else None
    array = np.asarray(img)
    widths = ((top, bottom), (left, right)) + ((0, 0),) * (array.ndim - 2)
    padded = Image.fromarray(np.pad(array, widths, mode))
    if palette is not None:
        padded.putpalette(palette)
    return padded


def rotate(img, angle, interpolation, expand, center, fill):
    """Turns counter-clockwise by `angle` degrees."""
    require(img)
    return img.rotate(angle, interpolation, expand, center, fillcolor=_fill(fill, img))


def to_grayscale(img, count):
    """Grey levels, in one channel or three equal ones."""
    from PIL import Image

    require(img)
    if count not in (1, 3):
        raise ValueError("num_output_channels should be either 1 or 3")
    grey = img.convert("L")
    return grey if count == 1 else Image.fromarray(np.dstack([np.array(grey, dtype=np.uint8)] * 3), "RGB")


def enhance(kind, img, factor):
    """Brightness, contrast or color (saturation) times `factor`."""
    from PIL import ImageEnhance

    require(img)
    return getattr(ImageEnhance, kind)(img).enhance(factor)


def adjust_hue(img, factor):
    """Turns the hues by `factor` of the whole circle."""
    from PIL import Image

    require(img)
    mode = img.mode
    if mode in ("L", "1", "I", "F"):
        return img
    hue, saturation, value = img.convert("HSV").split()
    turned = np.array(hue, dtype=np.uint8) + np.int32(factor * 255).astype(np.uint8)
    return Image.merge("HSV", (Image.fromarray(turned, "L"), saturation, value)).convert(mode)


def transform(img, method, data, interpolation, fill, size=None):
    """PIL's affine or perspective transform by the inverse map."""
    from PIL import Image

    require(img)
    return img.transform(img.size if size is None else size, getattr(Image.Transform, method), data, interpolation,
                         fillcolor=_fill(fill, img))


def adjust_gamma(img, gamma, gain):
    """gain·img^gamma, for intensities within [0, 1]."""
    require(img)
    if gamma < 0:
        raise ValueError("Gamma should be a non-negative real number")
    levels = [int((255 + 1 - 1e-3) * gain * pow(level / 255.0, gamma)) for level in range(256)] * 3
    return img.convert("RGB").point(levels).convert(img.mode)


def ops(name, img, *settings):
    """A function of PIL.ImageOps."""
    from PIL import ImageOps

    require(img)
    return getattr(ImageOps, name)(img, *settings)
