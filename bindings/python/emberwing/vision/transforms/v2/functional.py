"""Transforms as functions of images, videos, masks, boxes or plain tensors."""

import functools

import numpy as np

import emberwing as ew
from .. import _pil, functional as F
from ..functional import InterpolationMode
from ...ops.boxes import box_convert
from ...tv_tensors import BoundingBoxes, BoundingBoxFormat, Image, Mask, TVTensor, Video, wrap
from ...._tensor import Tensor
from . import _color

_NAMES = {mode.value: mode for mode in InterpolationMode}


def is_pure_tensor(inpt):
    """Whether it is a tensor that does not say what it is."""
    return isinstance(inpt, Tensor) and not isinstance(inpt, TVTensor)


def as_interpolation(mode):
    """An interpolation mode, given as such, by its name or by PIL's number."""
    return _NAMES[mode.lower()] if isinstance(mode, str) else F.as_interpolation(mode)


def _plain(t):
    return t.as_subclass(Tensor) if isinstance(t, TVTensor) else t


def _kernel(image, mask=None, boxes=None):
    """A function over every kind of input; masks and boxes pass unchanged where there is no rule for them."""
    @functools.wraps(image)
    def call(inpt, *args, **kwargs):
        if isinstance(inpt, BoundingBoxes):
            return boxes(inpt, *args, **kwargs) if boxes else inpt
        if isinstance(inpt, Mask):
            return wrap((mask(_plain(inpt), *args, **kwargs)), like=inpt) if mask else inpt
        if not isinstance(inpt, Tensor):
            if not _pil.is_pil_image(inpt):
                raise TypeError(f"{image.__name__} takes images, videos, masks, boxes, tensors or PIL images, but got "
                                f"{type(inpt)}")
            return image(inpt, *args, **kwargs)
        result = image(_plain(inpt), *args, **kwargs)
        return wrap(result, like=inpt) if isinstance(inpt, TVTensor) else result

    return call


def _moved(boxes, change, canvas_size=None):
    """Boxes whose corners are changed by change(x1, y1, x2, y2), in their own format."""
    fmt = boxes.format.value.lower()
    plain = _plain(boxes)
    corners = box_convert(plain if plain.is_floating_point() else plain.to(ew.float32), fmt, "xyxy")
    result = box_convert(ew.stack(change(*corners.unbind(-1)), -1), "xyxy", fmt)
    size = boxes.canvas_size if canvas_size is None else canvas_size
    return wrap(result.to(boxes.dtype), like=boxes, canvas_size=size)


def clamp_bounding_boxes(inpt):
    """The boxes cut off at the edges of their canvas."""
    h, w = inpt.canvas_size
    return _moved(inpt, lambda a, b, c, d: (a.clamp(0, w), b.clamp(0, h), c.clamp(0, w), d.clamp(0, h)))


def convert_bounding_box_format(inpt, old_format=None, new_format=None):
    """The boxes in another format."""
    new = BoundingBoxFormat[new_format.upper()] if isinstance(new_format, str) else new_format
    if isinstance(inpt, BoundingBoxes):
        result = box_convert(_plain(inpt), inpt.format.value.lower(), new.value.lower())
        return wrap(result, like=inpt, format=new)
    old = BoundingBoxFormat[old_format.upper()] if isinstance(old_format, str) else old_format
    return box_convert(inpt, old.value.lower(), new.value.lower())


def get_size(inpt):
    """[height, width]."""
    if isinstance(inpt, BoundingBoxes):
        return list(inpt.canvas_size)
    return list(inpt.shape[-2:]) if isinstance(inpt, Tensor) else F.get_dimensions(inpt)[1:]


def get_dimensions(inpt):
    """[channels, height, width]."""
    return F.get_dimensions(inpt)


def _resize_boxes(inpt, size, interpolation=None, max_size=None, antialias=True):
    h, w = inpt.canvas_size
    new_h, new_w = F.resized_size(h, w, [size] if isinstance(size, int) else size, max_size)
    x, y = new_w / w, new_h / h
    return _moved(inpt, lambda a, b, c, d: (a * x, b * y, c * x, d * y), (new_h, new_w))


def _resize_image(inpt, size, interpolation=InterpolationMode.BILINEAR, max_size=None, antialias=True):
    interpolation = as_interpolation(interpolation)
    smooth = interpolation in (InterpolationMode.BILINEAR, InterpolationMode.BICUBIC)
    if smooth and antialias and isinstance(inpt, Tensor) and inpt.dtype == ew.uint8 and inpt.dim() >= 3:
        return _resize_bytes(inpt, size, interpolation, max_size)
    return F.resize(inpt, size, interpolation, max_size, antialias)


def _resize_bytes(inpt, size, interpolation, max_size):
    """Bytes are resized in whole numbers, as PIL does, where it is installed."""
    try:
        from PIL import Image as pictures
    except ImportError:
        return F.resize(inpt, size, interpolation, max_size, True)
    h, w = F.resized_size(*inpt.shape[-2:], [size] if isinstance(size, int) else list(size), max_size)
    planes = inpt.detach().reshape(-1, *inpt.shape[-2:]).numpy()
    if not planes.size or [h, w] == list(inpt.shape[-2:]):
        return F.resize(inpt, size, interpolation, max_size, True)
    number = F.PIL_NUMBERS[interpolation]
    resized = [np.asarray(pictures.fromarray(plane).resize((w, h), number)) for plane in planes]
    return ew.from_numpy(np.stack(resized)).reshape(*inpt.shape[:-2], h, w)


def _resize_mask(inpt, size, interpolation=None, max_size=None, antialias=True):
    return _with_channel(F.resize, inpt, size, InterpolationMode.NEAREST, max_size, antialias)


def _with_channel(function, mask, *args, **kwargs):
    """A function of images on masks without channels too."""
    if mask.dim() > 2:
        return function(mask, *args, **kwargs)
    return function(mask.unsqueeze(0), *args, **kwargs).squeeze(0)


def _crop_boxes(inpt, top, left, height, width):
    return clamp_bounding_boxes(_moved(inpt, lambda a, b, c, d: (a - left, b - top, c - left, d - top),
                                       (height, width)))


def _resized_crop_boxes(inpt, top, left, height, width, size, interpolation=None, antialias=True):
    return _resize_boxes(_crop_boxes(inpt, top, left, height, width), size)


def _resized_crop(inpt, top, left, height, width, size, interpolation=InterpolationMode.BILINEAR, antialias=True):
    return _resize_image(F.crop(inpt, top, left, height, width), size, interpolation, None, antialias)


def _resized_crop_mask(inpt, top, left, height, width, size, interpolation=None, antialias=True):
    return _resize_mask(F.crop(inpt, top, left, height, width), size)


def _center_crop_boxes(inpt, output_size):
    h, w = (output_size, output_size) if isinstance(output_size, int) else (output_size * 2)[:2]
    height, width = inpt.canvas_size
    return _crop_boxes(inpt, int(round((height - h) / 2.0)), int(round((width - w) / 2.0)), h, w)


def _pad(inpt, padding, fill=None, padding_mode="constant"):
    fill = 0 if fill is None else fill
    if isinstance(inpt, Tensor) and isinstance(fill, (list, tuple)) and len(fill) > 1 and padding_mode == "constant":
        # A color: pad a mask of the inside, too.
        inside = F.pad(ew.ones_like(inpt[..., :1, :, :]), padding, 0)
        color = ew.tensor(fill, dtype=inpt.dtype).view(-1, 1, 1)
        return ew.where(inside != 0, F.pad(inpt, padding, 0), color)
    return F.pad(inpt, list(padding) if not isinstance(padding, int) else padding, fill, padding_mode)


def _pad_mask(inpt, padding, fill=None, padding_mode="constant"):
    if isinstance(fill, (list, tuple)):
        raise ValueError(f"Non-scalar fill value is not supported for masks, but got {fill}")
    return _with_channel(F.pad, inpt, padding, fill or 0, padding_mode)


def _pad_boxes(inpt, padding, fill=None, padding_mode="constant"):
    left, top, right, bottom = F.padding_sides(padding)
    h, w = inpt.canvas_size
    return clamp_bounding_boxes(_moved(inpt, lambda a, b, c, d: (a + left, b + top, c + left, d + top),
                                       (h + top + bottom, w + left + right)))


def _hflip_boxes(inpt):
    w = inpt.canvas_size[1]
    return _moved(inpt, lambda a, b, c, d: (w - c, b, w - a, d))


def _vflip_boxes(inpt):
    h = inpt.canvas_size[0]
    return _moved(inpt, lambda a, b, c, d: (a, h - d, c, h - b))


def _no_boxes(name):
    def refuse(inpt, *args, **kwargs):
        raise NotImplementedError(f"{name}: bounding boxes are not supported")

    return refuse


def _nearest(function):
    """A warp on masks: nearest neighbours, zero outside."""
    def call(inpt, *args, interpolation=None, fill=None, **kwargs):
        return _with_channel(function, inpt, *args, interpolation=InterpolationMode.NEAREST, fill=None, **kwargs)

    return call


def _posterize(inpt, bits):
    if isinstance(inpt, Tensor) and inpt.is_floating_point():
        levels = 1 << bits
        return inpt.mul(levels).floor_().clamp_(0, levels - 1).mul_(1.0 / levels)
    return F.posterize(inpt, bits)


def _erase(inpt, i, j, h, w, v, inplace=False):
    if isinstance(inpt, Tensor):
        return F.erase(inpt, i, j, h, w, v, inplace)
    return F.to_pil_image(F.erase(F.pil_to_tensor(inpt), i, j, h, w, v, True))


def _newer(older, newer):
    """The newer rounding for tensors, the function of PIL for PIL images."""
    @functools.wraps(older)
    def call(inpt, *args, **kwargs):
        return (newer if isinstance(inpt, Tensor) else older)(inpt, *args, **kwargs)

    return call


def _adjust_hue(inpt, hue_factor):
    if not isinstance(inpt, Tensor):
        return F.adjust_hue(inpt, hue_factor)
    if not -0.5 <= hue_factor <= 0.5:
        raise ValueError(f"hue_factor ({hue_factor}) is not in [-0.5, 0.5].")
    if inpt.shape[-3] == 1 or inpt.numel() == 0:
        return inpt
    return _color.turn_hue(inpt, hue_factor)


resize = _kernel(_resize_image, _resize_mask, _resize_boxes)
crop = _kernel(F.crop, F.crop, _crop_boxes)
center_crop = _kernel(F.center_crop, functools.partial(_with_channel, F.center_crop), _center_crop_boxes)
resized_crop = _kernel(_resized_crop, _resized_crop_mask, _resized_crop_boxes)
pad = _kernel(_pad, _pad_mask, _pad_boxes)
horizontal_flip = hflip = _kernel(F.hflip, F.hflip, _hflip_boxes)
vertical_flip = vflip = _kernel(F.vflip, F.vflip, _vflip_boxes)
rotate = _kernel(F.rotate, _nearest(F.rotate), _no_boxes("rotate"))
affine = _kernel(F.affine, _nearest(F.affine), _no_boxes("affine"))
perspective = _kernel(F.perspective, _nearest(F.perspective), _no_boxes("perspective"))
elastic = elastic_transform = _kernel(F.elastic_transform, _nearest(F.elastic_transform), _no_boxes("elastic"))
five_crop, ten_crop = F.five_crop, F.ten_crop
gaussian_blur = _kernel(F.gaussian_blur)
adjust_brightness = _kernel(F.adjust_brightness)
adjust_contrast = _kernel(_newer(F.adjust_contrast, _color.contrast))
adjust_saturation = _kernel(_newer(F.adjust_saturation, _color.saturation))
adjust_hue = _kernel(_adjust_hue)
adjust_gamma = _kernel(F.adjust_gamma)
adjust_sharpness = _kernel(_newer(F.adjust_sharpness, _color.sharpness))
autocontrast = _kernel(F.autocontrast)
equalize = _kernel(F.equalize)
invert = _kernel(F.invert)
posterize = _kernel(_posterize)
solarize = _kernel(F.solarize)
rgb_to_grayscale = to_grayscale = _kernel(F.rgb_to_grayscale)
erase = _kernel(_erase)
normalize = _kernel(F.normalize)
to_pil_image, pil_to_tensor, to_tensor = F.to_pil_image, F.pil_to_tensor, F.to_tensor
for _name, _function in (("resize", resize), ("resized_crop", resized_crop), ("pad", pad),
                         ("adjust_hue", adjust_hue), ("posterize", posterize), ("erase", erase)):
    _function.__name__ = _name


def to_image(inpt):
    """The tv_tensors.Image of a PIL image, an (H, W[, C]) array or a tensor."""
    if isinstance(inpt, Tensor) or _pil.is_pil_image(inpt):
        return Image(_plain(inpt))
    array = inpt[:, :, None] if inpt.ndim == 2 else inpt
    return Image(ew.from_numpy(array).permute(2, 0, 1).contiguous())


def to_dtype(inpt, dtype=ew.float32, scale=False):
    """Casts; with `scale`, images and videos keep full intensity at full intensity."""
    if not isinstance(inpt, Tensor):
        raise TypeError(f"to_dtype takes tensors, but got {type(inpt)}")
    images = scale and not isinstance(inpt, (Mask, BoundingBoxes))
    plain = _plain(inpt)
    result = F.convert_image_dtype(plain, dtype) if images else plain.to(dtype)
    return wrap(result, like=inpt) if isinstance(inpt, TVTensor) else result


def uniform_temporal_subsample(inpt, num_samples):
    """`num_samples` frames (…, T, C, H, W) at equal distances."""
    frames = ew.linspace(0, inpt.shape[-4] - 1, num_samples).long()
    result = _plain(inpt).index_select(-4, frames)
    return wrap(result, like=inpt) if isinstance(inpt, Video) else result
