"""Grids of images, image files, and drawing on images."""

import math
import warnings

import numpy as np

import emberwing as ew
from .._tensor import Tensor

__all__ = ["draw_bounding_boxes", "draw_keypoints", "draw_segmentation_masks", "flow_to_image", "make_grid",
           "save_image"]


def _scaled(image, low, high):
    image.clamp_(min=low, max=high)
    image.sub_(low).div_(max(high - low, 1e-5))


@ew.no_grad()
def make_grid(tensor, nrow=8, padding=2, normalize=False, value_range=None, scale_each=False, pad_value=0.0):
    """One image (C, H, W) of a batch (N, C, H, W) or list of images, `nrow` of them in a row."""
    if not isinstance(tensor, Tensor):
        if not isinstance(tensor, list):
            raise TypeError(f"tensor or list of tensors expected, got {type(tensor)}")
        for one in tensor:
            if not isinstance(one, Tensor):
                raise TypeError(f"tensor or list of tensors expected, got a list containing {type(one)}")
        tensor = ew.stack(tensor, dim=0)
    if tensor.dim() == 2:
        tensor = tensor.unsqueeze(0)
    if tensor.dim() == 3:
        tensor = (ew.cat((tensor,) * 3, 0) if tensor.shape[0] == 1 else tensor).unsqueeze(0)
    if tensor.dim() == 4 and tensor.shape[1] == 1:
        tensor = ew.cat((tensor,) * 3, 1)
    if normalize:
        tensor = tensor.clone()
        if value_range is not None and not isinstance(value_range, tuple):
            raise TypeError("value_range has to be a tuple (min, max) if specified. min and max are numbers")
        for image in (tensor if scale_each else [tensor]):
            _scaled(image, *(value_range or (float(image.min()), float(image.max()))))
    if tensor.shape[0] == 1:
        return tensor.squeeze(0)
    count = tensor.shape[0]
    columns = min(nrow, count)
    rows = math.ceil(count / columns)
    height, width = tensor.shape[2] + padding, tensor.shape[3] + padding
    grid = tensor.new_full((tensor.shape[1], height * rows + padding, width * columns + padding), pad_value)
    for i in range(count):
        top, left = i // columns * height + padding, i % columns * width + padding
        grid[:, top:top + height - padding, left:left + width - padding] = tensor[i]
    return grid


@ew.no_grad()
def save_image(tensor, fp, format=None, **kwargs):
    """Writes a grid of images with values within [0, 1] to a file; other arguments are make_grid's."""
    from PIL import Image

    grid = make_grid(tensor, **kwargs)
    array = grid.mul(255).add_(0.5).clamp_(0, 255).permute(1, 2, 0).to(ew.uint8).contiguous().numpy()
    Image.fromarray(array).save(fp, format=format)


def _require_image(image, channels=(1, 3)):
    if not isinstance(image, Tensor):
        raise TypeError(f"Tensor expected, got {type(image)}")
    if not (image.dtype == ew.uint8 or image.is_floating_point()):
        raise ValueError(f"The image dtype must be uint8 or float, got {image.dtype}")
    if image.dim() != 3:
        raise ValueError("Pass individual images, not batches")
    if image.shape[0] not in channels:
        raise ValueError("Only grayscale and RGB images are supported" if 1 in channels
                         else "Pass an RGB image. Other Image formats are not supported")


def _palette(count):
    primes = ew.tensor([2 ** 25 - 1, 2 ** 15 - 1, 2 ** 21 - 1])
    return [tuple(((i * primes) % 255).tolist()) for i in range(count)]


def _colors(colors, count):
    """A color as (red, green, blue) of bytes for each object."""
    from PIL import ImageColor

    if colors is None:
        colors = _palette(count)
    elif isinstance(colors, list):
        if len(colors) < count:
            raise ValueError(f"Number of colors must be equal or larger than the number of objects, but got "
                             f"{len(colors)} < {count}.")
    elif not isinstance(colors, (tuple, str)):
        raise ValueError(f"`colors` must be a tuple or a string, or a list thereof, but got {colors}.")
    elif isinstance(colors, tuple) and len(colors) != 3:
        raise ValueError(f"If passed as tuple, colors should be an RGB triplet, but got {colors}.")
    else:
        colors = [colors] * count
    return [ImageColor.getrgb(c) if isinstance(c, str) else c for c in colors]


def _as_pil(image):
    from .transforms.functional import to_pil_image

    image = image if image.dtype == ew.uint8 else (image * 255).to(ew.uint8)
    return to_pil_image(image.expand(3, -1, -1) if image.shape[0] == 1 else image)


def _like(picture, image):
    from .transforms.functional import convert_image_dtype, pil_to_tensor

    return convert_image_dtype(pil_to_tensor(picture).contiguous(), image.dtype)


@ew.no_grad()
def draw_bounding_boxes(image, boxes, labels=None, colors=None, fill=False, width=1, font=None, font_size=None,
                        label_colors=None, label_background_colors=None, fill_labels=False):
    """The image with rectangles (x1, y1, x2, y2) and labels drawn on it."""
    from PIL import ImageDraw, ImageFont

    _require_image(image)
    if boxes.shape[-1] != 4:
        raise NotImplementedError("draw_bounding_boxes: boxes of 8 coordinates are not supported")
    if (boxes[:, 0] > boxes[:, 2]).any() or (boxes[:, 1] > boxes[:, 3]).any():
        raise ValueError("Boxes need to be in (xmin, ymin, xmax, ymax) format. Use torchvision.ops.box_convert to "
                         "convert them")
    count = boxes.shape[0]
    if count == 0:
        warnings.warn("boxes doesn't contain any box. No box was drawn", stacklevel=2)
        return image
    labels = [None] * count if labels is None else labels
    if len(labels) != count:
        raise ValueError(f"The number of boxes ({count}) and labels ({len(labels)}) mismatch. Please specify labels for "
                         "each box.")
    colors = _colors(colors, count)
    label_colors = _colors(label_colors, count) if label_colors else colors
    backgrounds = _colors(label_background_colors, count) if label_background_colors else colors
    if font is None:
        if font_size is not None:
            warnings.warn("Argument 'font_size' will be ignored since 'font' is not set.", stacklevel=2)
        letters = ImageFont.load_default()
    else:
        letters = ImageFont.truetype(font=font, size=font_size or 10)
    picture = _as_pil(image)
    draw = ImageDraw.Draw(picture, "RGBA" if fill else None)
    for box, color, label, ink, background in zip(boxes.to(ew.int64).tolist(), colors, labels, label_colors, backgrounds):
        draw.rectangle(box, width=width, outline=color, fill=tuple(color) + (100,) if fill else None)
        if label is None:
            continue
        margin = width + 1
        if fill_labels:
            left, top, right, bottom = draw.textbbox((box[0] + margin, box[1] + margin), label, font=letters)
            draw.rectangle((left - 1, top - 1, right + 1, bottom + 1), fill=tuple(background))
        draw.text((box[0] + margin, box[1] + margin), label, fill=tuple(ink), font=letters)
    return _like(picture, image)


@ew.no_grad()
def draw_segmentation_masks(image, masks, alpha=0.8, colors=None):
    """The image with the pixels of boolean masks (N, H, W) mixed with a color each."""
    _require_image(image, (3,))
    masks = masks[None] if masks.dim() == 2 else masks
    if masks.dim() != 3:
        raise ValueError("masks must be of shape (H, W) or (batch_size, H, W)")
    if masks.dtype != ew.bool:
        raise ValueError(f"The masks must be of dtype bool. Got {masks.dtype}")
    if masks.shape[-2:] != image.shape[-2:]:
        raise ValueError("The image and the masks must have the same height and width")
    if masks.shape[0] == 0:
        warnings.warn("masks doesn't contain any mask. No mask was drawn", stacklevel=2)
        return image
    overlap, result = masks.sum(dim=0) > 1, image.clone()
    top = 1.0 if image.is_floating_point() else 255.0
    for mask, color in zip(masks, _colors(colors, masks.shape[0])):
        ink = ew.tensor(color, dtype=ew.float32)
        ink = (ink / 255 if top == 1.0 else ink).to(image.dtype)
        result = ew.where(mask, ink.view(3, 1, 1), result)
    result = ew.where(overlap, ew.zeros_like(result), result)
    return (image * (1 - alpha) + result * alpha).to(image.dtype)


@ew.no_grad()
def draw_keypoints(image, keypoints, connectivity=None, colors=None, radius=2, width=3, visibility=None):
    """The image with points (instances, points, (x, y)) drawn on it, and lines between the pairs of `connectivity`."""
    from PIL import ImageColor, ImageDraw

    _require_image(image, (3,))
    if keypoints.dim() != 3:
        raise ValueError("keypoints must be of shape (num_instances, K, 2)")
    if visibility is None:
        visibility = ew.ones(keypoints.shape[:-1], dtype=ew.bool)
    elif visibility.dim() == 3 and visibility.shape[-1] == 1:
        visibility = visibility.squeeze(-1)
    if tuple(visibility.shape) != tuple(keypoints.shape[:-1]):
        raise ValueError("keypoints and visibility must have the same dimensionality for num_instances and K. Got "
                         f"{visibility.shape = } and {keypoints.shape = }")
    picture = _as_pil(image)
    draw = ImageDraw.Draw(picture)
    color = ImageColor.getrgb(colors) if isinstance(colors, str) else colors
    for points, seen in zip(keypoints.to(ew.int64).tolist(), visibility.tolist()):
        for (x, y), visible in zip(points, seen):
            if visible:
                draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=color)
        for a, b in connectivity or ():
            if seen[a] and seen[b]:
                draw.line((tuple(points[a]), tuple(points[b])), width=width)
    return _like(picture, image)


def _wheel():
    """The colors of the directions of a flow: six transitions between primary and secondary colors."""
    steps, parts, rising = (15, 6, 4, 11, 13, 6), [], True
    for i, count in enumerate(steps):
        part = np.zeros((count, 3))
        ramp = np.floor(255 * np.arange(count) / count)
        fixed = (i + 1) // 2 % 3
        moving = (fixed + (1 if rising else -1)) % 3
        part[:, fixed] = 255
        part[:, moving] = ramp if rising else 255 - ramp
        parts.append(part)
        rising = not rising
    return np.concatenate(parts)


@ew.no_grad()
def flow_to_image(flow):
    """A picture (N, 3, H, W) of flows (N, 2, H, W): directions as hues, lengths as saturation."""
    if flow.dtype != ew.float32:
        raise ValueError(f"Flow should be of dtype torch.float, got {flow.dtype}.")
    single = flow.dim() == 3
    flow = flow[None] if single else flow
    if flow.dim() != 4 or flow.shape[1] != 2:
        raise ValueError(f"Input flow should have shape (2, H, W) or (N, 2, H, W), got {tuple(flow.shape)}.")
    values = flow.numpy()
    longest = np.sqrt((values ** 2).sum(axis=1)).max()
    values = values / (longest + np.finfo(np.float32).eps)
    length = np.sqrt((values ** 2).sum(axis=1))
    wheel = _wheel()
    place = (np.arctan2(-values[:, 1], -values[:, 0]) / np.pi + 1) / 2 * (len(wheel) - 1)
    low = np.floor(place).astype(np.int64)
    high = np.where(low + 1 == len(wheel), 0, low + 1)
    part = (place - low)[..., None]
    colors = (1 - part) * wheel[low] / 255 + part * wheel[high] / 255
    colors = np.floor(255 * (1 - length[..., None] * (1 - colors))).clip(0, 255).astype(np.uint8)
    image = ew.from_numpy(np.ascontiguousarray(colors.transpose(0, 3, 1, 2)))
    return image[0] if single else image
