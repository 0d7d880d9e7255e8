"""Pooling of regions of feature maps."""

import numpy as np

import emberwing as ew
from ... import nn
from ..._tensor import Tensor

__all__ = ["RoIAlign", "RoIPool", "roi_align", "roi_pool"]


def _regions(input, boxes):
    """(K, 4) coordinates and the image of each region, of (K, 5) or of a list of one tensor an image."""
    if isinstance(boxes, (list, tuple)):
        for one in boxes:
            if one.dim() != 2 or one.shape[1] != 4:
                raise ValueError("The shape of the tensor in the boxes list is not correct as List[Tensor[L, 4]]")
        images = [i for i, one in enumerate(boxes) for _ in range(one.shape[0])]
        rows = [one.detach().float().numpy() for one in boxes]
        return np.concatenate(rows) if rows else np.zeros((0, 4), np.float32), np.array(images, np.int64)
    if not isinstance(boxes, Tensor) or boxes.dim() != 2 or boxes.shape[1] != 5:
        raise ValueError("The boxes tensor shape is not correct as Tensor[K, 5]")
    rows = boxes.detach().float().numpy()
    images = rows[:, 0].astype(np.int64)
    if images.size and (images.min() < 0 or images.max() >= input.shape[0]):
        raise IndexError(f"boxes name the image {images.max()} of {input.shape[0]}")
    return rows[:, 1:], images


def _weights(start, length, bins, size, ratio):
    """(bins, size): how much each place of one axis adds to the mean over each bin, by linear interpolation."""
    step = np.float32(length) / np.float32(bins)
    count = ratio if ratio > 0 else int(np.ceil(step))
    weights = np.zeros((bins, size), np.float32)
    if count <= 0:
        return weights
    inner = (np.arange(count, dtype=np.float32) + np.float32(0.5)) * step / np.float32(count)
    places = (np.float32(start) + np.arange(bins, dtype=np.float32)[:, None] * step + inner).astype(np.float32)
    inside = (places >= -1.0) & (places <= size)
    places = np.clip(places, 0, size - 1)
    low = np.floor(places).astype(np.int64)
    part = places - low
    rows = np.broadcast_to(np.arange(bins)[:, None], low.shape)
    np.add.at(weights, (rows, low), np.where(inside, 1 - part, 0) / count)
    np.add.at(weights, (rows, np.minimum(low + 1, size - 1)), np.where(inside, part, 0) / count)
    return weights


def _two(size):
    return (size, size) if isinstance(size, int) else tuple(size)


def roi_align(input, boxes, output_size, spatial_scale=1.0, sampling_ratio=-1, aligned=False):
    """Means over the bins of each region of (N, C, H, W), by bilinear interpolation: (K, C, bins, bins)."""
    rows, images = _regions(input, boxes)
    ph, pw = _two(output_size)
    height, width = input.shape[-2:]
    offset = 0.5 if aligned else 0.0
    rows = rows * np.float32(spatial_scale) - np.float32(offset)
    down, across = np.empty((len(rows), ph, height), np.float32), np.empty((len(rows), pw, width), np.float32)
    for i, (x1, y1, x2, y2) in enumerate(rows):
        w, h = (x2 - x1, y2 - y1) if aligned else (max(x2 - x1, 1.0), max(y2 - y1, 1.0))
        down[i] = _weights(y1, h, ph, height, sampling_ratio)
        across[i] = _weights(x1, w, pw, width, sampling_ratio)
    # The interpolation is linear along each axis: two products of matrices per region.
    parts, places = [], []
    for image in np.unique(images):
        chosen = np.nonzero(images == image)[0]
        left = ew.from_numpy(down[chosen]).to(input.dtype).unsqueeze(1)
        right = ew.from_numpy(across[chosen]).to(input.dtype).transpose(1, 2).unsqueeze(1)
        parts.append(ew.matmul(ew.matmul(left, input[int(image)].unsqueeze(0)), right))
        places.append(chosen)
    if not parts:
        return input.new_zeros((0, input.shape[1], ph, pw))
    return ew.cat(parts)[ew.from_numpy(np.argsort(np.concatenate(places), kind="stable"))]


def _edges(start, end, bins, size):
    """The first and the last place (exclusive) of each bin of one axis."""
    start, end = (int(np.floor(abs(v) + 0.5) * np.sign(v)) for v in (start, end))
    step = np.float32(max(end - start + 1, 1)) / np.float32(bins)
    first = np.floor(np.arange(bins, dtype=np.float32) * step).astype(np.int64) + start
    last = np.ceil(np.arange(1, bins + 1, dtype=np.float32) * step).astype(np.int64) + start
    return zip(np.clip(first, 0, size).tolist(), np.clip(last, 0, size).tolist())


def _bin_max(t, edges, dim):
    """The maximum over each bin of an axis, 0 for empty bins."""
    parts = []
    for first, last in edges:
        if last > first:
            parts.append(t.narrow(dim, first, last - first).max(dim=dim, keepdim=True)[0])
        else:
            parts.append(t.new_zeros([1 if d == dim % t.dim() else n for d, n in enumerate(t.shape)]))
    return ew.cat(parts, dim)


def roi_pool(input, boxes, output_size, spatial_scale=1.0):
    """Maxima over the bins of each region of (N, C, H, W): (K, C, bins, bins)."""
    rows, images = _regions(input, boxes)
    ph, pw = _two(output_size)
    height, width = input.shape[-2:]
    results = []
    for (x1, y1, x2, y2), image in zip(rows * np.float32(spatial_scale), images):
        down = _bin_max(input[int(image)], _edges(y1, y2, ph, height), -2)
        results.append(_bin_max(down, _edges(x1, x2, pw, width), -1))
    return ew.stack(results) if results else input.new_zeros((0, input.shape[1], ph, pw))


class RoIAlign(nn.Module):
    """Means over the bins of each region, by bilinear interpolation."""

    def __init__(self, output_size, spatial_scale, sampling_ratio, aligned=False):
        super().__init__()
        self.output_size = output_size
        self.spatial_scale = spatial_scale
        self.sampling_ratio = sampling_ratio
        self.aligned = aligned

    def forward(self, input, rois):
        return roi_align(input, rois, self.output_size, self.spatial_scale, self.sampling_ratio, self.aligned)

    def __repr__(self):
        return (f"{type(self).__name__}(output_size={self.output_size}, spatial_scale={self.spatial_scale}, "
                f"sampling_ratio={self.sampling_ratio}, aligned={self.aligned})")


class RoIPool(nn.Module):
    """Maxima over the bins of each region."""

    def __init__(self, output_size, spatial_scale):
        super().__init__()
        self.output_size = output_size
        self.spatial_scale = spatial_scale

    def forward(self, input, rois):
        return roi_pool(input, rois, self.output_size, self.spatial_scale)

    def __repr__(self):
        return f"{type(self).__name__}(output_size={self.output_size}, spatial_scale={self.spatial_scale})"
