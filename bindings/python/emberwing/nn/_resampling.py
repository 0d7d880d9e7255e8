"""Functions that read images between their pixels or by windows: interpolation, grids, folding."""
import math
import warnings

from .._generated import functions as _F

__all__ = ["affine_grid", "fold", "grid_sample", "interpolate", "unfold", "upsample", "upsample_bilinear", "upsample_nearest"]

#: The interpolation modes, and the numbers of input dimensions that each of them takes.
_MODES = {"nearest": (3, 4, 5), "nearest-exact": (3, 4, 5), "area": (3, 4, 5), "linear": (3,), "bilinear": (4,),
          "trilinear": (5,), "bicubic": (4,), "lanczos": (4,)}


def _is_integer(x):
    if isinstance(x, int):
        return True
    if hasattr(x, "dtype"):
        return not x.dtype.is_floating_point if hasattr(x.dtype, "is_floating_point") else x.dtype.kind in "iu"
    return False


def _per_dimension(name, value, input):
    """One entry for each spatial dimension."""
    n = input.dim() - 2
    if not isinstance(value, (list, tuple)):
        return [value] * n
    if len(value) != n:
        spatial = list(input.shape[2:])
        raise ValueError(f"Input and {name} must have the same number of spatial dimensions, but got input with spatial "
                         f"dimensions of {spatial} and {name} of {value}. Please provide input tensor in (N, C, d1, d2, "
                         f"...,dK) format and {name} in (s1, s2, ...,sK) format.")
    return list(value)


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """Resamples the spatial dimensions of [N, C, ...] to `size`, or by `scale_factor`."""
    if mode in ("nearest", "area", "nearest-exact"):
        if align_corners is not None:
            raise ValueError("align_corners option can only be set with the interpolating modes: linear | bilinear | "
                             "bicubic | trilinear")
    if size is not None and scale_factor is not None:
        raise ValueError("only one of size or scale_factor should be defined")
    if size is None and scale_factor is None:
        raise ValueError("either size or scale_factor should be defined")
    scales = None
    if size is not None:
        if recompute_scale_factor:
            raise ValueError("recompute_scale_factor is not meaningful with an explicit size.")
        size = _per_dimension("output size", size, input)
        if not all(_is_integer(x) for x in size):
            raise TypeError("expected size to be one of int or Tuple[int] or Tuple[int, int] or Tuple[int, int, int], but "
                            f"got size with types {[type(x) for x in size]}")
    else:
        scales = _per_dimension("scale_factor", scale_factor, input)
        size = [math.floor(n * s) for n, s in zip(input.shape[2:], scales)]
        if recompute_scale_factor or mode == "area":
            scales = None
    n = input.dim()
    if antialias and not (mode in ("bilinear", "bicubic", "lanczos") and n == 4):
        raise ValueError("Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor "
                         "as input")
    if n not in _MODES.get(mode, ()):
        if mode in ("linear", "bilinear", "trilinear") and n in (3, 4, 5):
            raise NotImplementedError(f"Got {n}D input, but {mode} mode needs {_MODES[mode][0]}D input")
        raise NotImplementedError(f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {n}D) for the modes: nearest "
                                  "| linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact "
                                  f"(got {mode})")
    if mode == "area":
        return (_F.adaptive_avg_pool1d, _F.adaptive_avg_pool2d, _F.adaptive_avg_pool3d)[n - 3](input, size)
    if mode == "lanczos":
        if align_corners:
            raise ValueError("Lanczos mode does not support align_corners=True")
        if not antialias:
            raise ValueError("Lanczos mode requires antialias=True")
    depth, height, width = [None] * (5 - n) + (scales or [None] * (n - 2))
    return _F.upsample(input, [int(s) for s in size], mode, bool(align_corners), bool(antialias), depth, height, width)


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """The old name of `interpolate`."""
    warnings.warn("`nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(input, size=None, scale_factor=None):
    """`interpolate` to the nearest pixel."""
    warnings.warn("`nn.functional.upsample_nearest` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode="nearest")


def upsample_bilinear(input, size=None, scale_factor=None):
    """Bilinear `interpolate` with aligned corners."""
    warnings.warn("`nn.functional.upsample_bilinear` is deprecated. Use `nn.functional.interpolate` instead.", stacklevel=2)
    return interpolate(input, size, scale_factor, mode="bilinear", align_corners=True)


def _corners(align_corners):
    if align_corners is None:
        warnings.warn("Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please "
                      "specify align_corners=True if the old behavior is desired. See the documentation of grid_sample for "
                      "details.", stacklevel=3)
        return False
    return align_corners


def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    """The input at the points of `grid`, whose coordinates lie in [-1, 1]."""
    modes, paddings = ("bilinear", "nearest", "bicubic"), ("zeros", "border", "reflection")
    if mode not in modes:
        raise ValueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: "
                         f"'{mode}'")
    if padding_mode not in paddings:
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but "
                         f"got: '{padding_mode}'")
    return _F.grid_sampler(input, grid, modes.index(mode), paddings.index(padding_mode), _corners(align_corners))


def affine_grid(theta, size, align_corners=None):
    """The grid for `grid_sample` that the affine maps `theta` give images of `size`."""
    align_corners = _corners(align_corners)
    if not theta.is_floating_point():
        raise ValueError(f"Expected theta to have floating point type, but got {theta.dtype}")
    n = len(size) - 2
    if n not in (2, 3):
        raise NotImplementedError("affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. "
                                  f"Got size {size}.")
    if theta.dim() != 3 or tuple(theta.shape[1:]) != (n, n + 1):
        raise ValueError(f"Expected a batch of {n}D affine matrices of shape Nx{n}x{n + 1} for size {size}. Got "
                         f"{theta.shape}.")
    if align_corners and min(size[2:]) == 1:
        warnings.warn("Since version 1.3.0, affine_grid behavior has changed for unit-size grids when align_corners=True. "
                      "This is not an intended use case of affine_grid. See the documentation of affine_grid for details.",
                      stacklevel=2)
    elif min(size) <= 0:
        raise ValueError(f"Expected non-zero, positive output size. Got {size}")
    return _F.affine_grid_generator(theta, size, align_corners)


def _pair(x):
    return tuple(x) if hasattr(x, "__iter__") else (x, x)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """Sliding windows of images as columns."""
    return _F.im2col(input, _pair(kernel_size), _pair(dilation), _pair(padding), _pair(stride))


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """Columns added up where the windows of `unfold` lie."""
    return _F.col2im(input, _pair(output_size), _pair(kernel_size), _pair(dilation), _pair(padding), _pair(stride))
