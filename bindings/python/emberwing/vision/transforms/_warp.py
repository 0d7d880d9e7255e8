"""Affine, perspective and elastic warps of tensor images, and blurs."""

import math

import numpy as np

import emberwing as ew
from ...nn import functional as nnf
from . import _tensor


def affine_matrix(center, angle, translate, scale, shear, inverted=True):
    """The six numbers of T(translate)·C·R(angle)·Shear·scale·C⁻¹, or of its inverse; angles in degrees."""
    turn, sx, sy = (math.radians(v) for v in (angle, *shear))
    cx, cy = center
    tx, ty = translate
    a = math.cos(turn - sy) / math.cos(sy)
    b = -math.cos(turn - sy) * math.tan(sx) / math.cos(sy) - math.sin(turn)
    c = math.sin(turn - sy) / math.cos(sy)
    d = -math.sin(turn - sy) * math.tan(sx) / math.cos(sy) + math.cos(turn)
    if inverted:
        m = [v / scale for v in (d, -b, 0.0, -c, a, 0.0)]
        shift, back = (-cx - tx, -cy - ty), (cx, cy)
    else:
        m = [v * scale for v in (a, b, 0.0, c, d, 0.0)]
        shift, back = (-cx, -cy), (cx + tx, cy + ty)
    m[2] += m[0] * shift[0] + m[1] * shift[1] + back[0]
    m[5] += m[3] * shift[0] + m[4] * shift[1] + back[1]
    return m


def output_size(matrix, w, h):
    """(width, height) of the box around the image turned by the matrix."""
    corners = ew.tensor([[-0.5 * w, -0.5 * h, 1.0], [-0.5 * w, 0.5 * h, 1.0], [0.5 * w, 0.5 * h, 1.0],
                         [0.5 * w, -0.5 * h, 1.0]])
    points = ew.matmul(corners, ew.tensor(matrix, dtype=ew.float32).reshape(2, 3).T)
    half = ew.tensor((w * 0.5, h * 0.5))
    low, high = points.min(dim=0)[0] + half, points.max(dim=0)[0] + half
    # Rounding errors must not make the box one pixel larger.
    high, low = ew.ceil((high / 1e-4).trunc_() * 1e-4), ew.floor((low / 1e-4).trunc_() * 1e-4)
    size = high - low
    return int(size[0]), int(size[1])


def _pixels(ow, oh, first_x, first_y):
    """(1, oh·ow, 3): x and y of each pixel counted from the given ones, and 1."""
    base = ew.empty(1, oh, ow, 3)
    base[..., 0] = ew.linspace(first_x, ow + first_x - 1, ow)
    base[..., 1] = ew.linspace(first_y, oh + first_y - 1, oh).unsqueeze(-1)
    base[..., 2] = 1.0
    return base.view(1, oh * ow, 3)


def _affine_grid(matrix, w, h, ow, oh):
    theta = ew.tensor(matrix, dtype=ew.float32).reshape(1, 2, 3).transpose(1, 2) / ew.tensor([0.5 * w, 0.5 * h])
    return _pixels(ow, oh, -ow * 0.5 + 0.5, -oh * 0.5 + 0.5).bmm(theta).view(1, oh, ow, 2)


def _perspective_grid(coefficients, ow, oh):
    c = coefficients
    above = ew.tensor([[[c[0], c[1], c[2]], [c[3], c[4], c[5]]]])
    below = ew.tensor([[[c[6], c[7], 1.0], [c[6], c[7], 1.0]]])
    base = _pixels(ow, oh, 0.5, 0.5)
    scaled = above.transpose(1, 2) / ew.tensor([0.5 * ow, 0.5 * oh])
    return (base.bmm(scaled) / base.bmm(below.transpose(1, 2)) - 1.0).view(1, oh, ow, 2)


def _as_batch(img, dtypes):
    batch = img.unsqueeze(0) if img.dim() < 4 else img
    return batch if batch.dtype in dtypes else batch.to(ew.float32)


def _back(batch, img):
    """The result with the image's number of dimensions and dtype, rounded for integers."""
    result = batch.squeeze(0) if img.dim() < 4 else batch
    if result.dtype == img.dtype:
        return result
    return (result if img.is_floating_point() else ew.round(result)).to(img.dtype)


def _sample(img, grid, mode, fill):
    """The image at the places of the grid, `fill` outside."""
    _tensor.require(img)
    if mode not in ("nearest", "bilinear", "bicubic"):
        raise ValueError(f"Resampling mode '{mode}' is unsupported with Tensor input")
    batch = _as_batch(img, (grid.dtype,))
    if batch.dim() > 4:
        raise ValueError(f"warps of tensor images take (C, H, W) or (N, C, H, W), but got {img.dim()} dimensions")
    grid = grid.to(batch.dtype)
    if batch.shape[0] > 1:
        grid = grid.expand(batch.shape[0], *grid.shape[1:])
    if fill is not None:
        count = batch.shape[1]
        fill = [float(v) for v in fill] if isinstance(fill, (tuple, list)) else [float(fill)]
        if len(fill) not in (1, count):
            raise ValueError("The number of elements in 'fill' cannot broadcast to match the number of channels of the "
                             f"image ({len(fill)} != {count})")
        # A channel of ones tells how much of each pixel comes from the image.
        batch = ew.cat((batch, ew.ones(batch.shape[0], 1, *batch.shape[-2:], dtype=batch.dtype)), dim=1)
    result = nnf.grid_sample(batch, grid, mode=mode, padding_mode="zeros", align_corners=False)
    if fill is not None:
        result, inside = result[:, :-1], result[:, -1:]
        color = ew.tensor(fill, dtype=result.dtype).view(1, -1, 1, 1)
        if mode == "nearest":
            result = ew.where(inside < 0.5, color, result)
        else:
            result = result * inside + (1.0 - inside) * color
    return _back(result, img)


def affine(img, matrix, mode, fill):
    """Samples by the inverse matrix, about the middle."""
    h, w = img.shape[-2:]
    return _sample(img, _affine_grid(matrix, w, h, w, h), mode, fill)


def rotate(img, matrix, mode, expand, fill):
    """Samples by the inverse matrix; `expand` makes the result as large as the turned image."""
    h, w = img.shape[-2:]
    ow, oh = output_size(matrix, w, h) if expand else (w, h)
    return _sample(img, _affine_grid(matrix, w, h, ow, oh), mode, fill)


def perspective(img, coefficients, mode, fill):
    """Samples at ((ax + by + c)/(gx + hy + 1), (dx + ey + f)/(gx + hy + 1))."""
    _tensor.require(img)
    h, w = img.shape[-2:]
    return _sample(img, _perspective_grid(coefficients, w, h), mode, fill)


def perspective_coefficients(startpoints, endpoints):
    """The eight numbers of the map from the four end points back to the start points."""
    if len(startpoints) != 4 or len(endpoints) != 4:
        raise ValueError("Please provide exactly four corners, got "
                         f"{len(startpoints)} startpoints and {len(endpoints)} endpoints.")
    rows = []
    for (ex, ey), (sx, sy) in zip(endpoints, startpoints):
        rows.append([ex, ey, 1, 0, 0, 0, -sx * ex, -sx * ey])
        rows.append([0, 0, 0, ex, ey, 1, -sy * ex, -sy * ey])
    solution = np.linalg.lstsq(np.array(rows, np.float64), np.array(startpoints, np.float64).reshape(8), rcond=None)[0]
    return [float(v) for v in solution.astype(np.float32)]


def elastic(img, displacement, mode, fill):
    """Samples at places displaced by (1, H, W, 2), in halves of the size."""
    h, w = img.shape[-2:]
    ys, xs = (ew.linspace((-s + 1) / s, (s - 1) / s, s) for s in (h, w))
    grid = ew.stack([xs.expand(h, w), ys.unsqueeze(1).expand(h, w)], -1).unsqueeze(0)
    return _sample(img, grid + displacement.to(ew.float32), mode, fill)


def _gaussian(size, sigma, dtype):
    half = (size - 1) * 0.5
    values = ew.exp(-0.5 * (ew.linspace(-half, half, size, dtype=dtype) / sigma).pow(2))
    return values / values.sum()


def gaussian_blur(img, kernel_size, sigma):
    """Convolves with a Gaussian, mirrored at the edges."""
    _tensor.require(img)
    dtype = img.dtype if img.is_floating_point() else ew.float32
    kx, ky = (_gaussian(k, s, dtype) for k, s in zip(kernel_size, sigma))
    kernel = ew.mm(ky[:, None], kx[None, :])
    kernel = kernel.expand(img.shape[-3], 1, *kernel.shape)
    batch = _as_batch(img, (dtype,))
    px, py = kernel_size[0] // 2, kernel_size[1] // 2
    batch = nnf.pad(batch, [px, px, py, py], mode="reflect")
    return _back(nnf.conv2d(batch, kernel, groups=batch.shape[-3]), img)


def sharpness(img, factor):
    """Distances from the image smoothed by a 3×3 kernel times `factor`; the edge pixels stay."""
    factor = _tensor.require_factor("sharpness_factor", factor)
    _tensor.require(img)
    if img.shape[-1] <= 2 or img.shape[-2] <= 2:
        return img
    dtype = img.dtype if img.is_floating_point() else ew.float32
    kernel = ew.ones(3, 3, dtype=dtype)
    kernel[1, 1] = 5.0
    kernel /= kernel.sum()
    batch = _as_batch(img, (dtype,))
    smooth = nnf.conv2d(batch, kernel.expand(img.shape[-3], 1, 3, 3), groups=img.shape[-3])
    blurred = img.clone()
    blurred[..., 1:-1, 1:-1] = _back(smooth, img)
    return _tensor.blend(img, blurred, factor)
