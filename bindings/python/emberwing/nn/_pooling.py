"""Pooling in three dimensions, of powers, with random windows, and its way back."""
from .._generated import functions as _F

__all__ = [
    "adaptive_avg_pool3d", "adaptive_max_pool3d", "adaptive_max_pool3d_with_indices", "avg_pool3d", "fractional_max_pool2d",
    "fractional_max_pool2d_with_indices", "fractional_max_pool3d", "fractional_max_pool3d_with_indices", "lp_pool1d",
    "lp_pool2d", "lp_pool3d", "max_pool3d", "max_pool3d_with_indices", "max_unpool1d", "max_unpool2d", "max_unpool3d",
]


def _tuple(x, n):
    return tuple(x) if hasattr(x, "__iter__") else (x,) * n


def _stride(kernel_size, stride):
    return kernel_size if stride is None or stride == [] or stride == () else stride


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows; with `return_indices` also where it was."""
    pool = _F.max_pool3d_with_indices if return_indices else _F.max_pool3d
    y = pool(input, kernel_size, _stride(kernel_size, stride), padding, dilation, ceil_mode)
    return tuple(y) if return_indices else y


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """Maximum over windows, and where it was."""
    return max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """Mean over windows."""
    return _F.avg_pool3d(input, kernel_size, _stride(kernel_size, stride), padding, ceil_mode, count_include_pad,
                         divisor_override)


def _adaptive_size(input, size):
    size = _tuple(size, 3)
    if None in size:
        if input.dim() < len(size):
            raise ValueError(f"Input dimension should be at least {len(size) + 1}")
        size = tuple(n if s is None else s for s, n in zip(size, input.shape[-len(size):]))
    return size


def adaptive_avg_pool3d(input, output_size):
    """Means of windows so many that the output has the given size."""
    return _F.adaptive_avg_pool3d(input, _adaptive_size(input, output_size))


def adaptive_max_pool3d(input, output_size, return_indices=False):
    """Maxima of windows so many that the output has the given size."""
    size = _adaptive_size(input, output_size)
    if return_indices:
        return tuple(_F.adaptive_max_pool3d_with_indices(input, size))
    return _F.adaptive_max_pool3d(input, size)


def adaptive_max_pool3d_with_indices(input, output_size, return_indices=False):
    """`adaptive_max_pool3d`, and where the maxima were."""
    return adaptive_max_pool3d(input, output_size, True)


def _fractional(n, input, kernel_size, output_size, output_ratio, return_indices, samples):
    name = f"fractional_max_pool{n}d"
    if output_size is None:
        if output_ratio is None:
            raise ValueError(f"{name} requires specifying either an output_size or an output_ratio")
        if hasattr(output_ratio, "__len__") and len(output_ratio) > n:
            raise ValueError(f"{name} requires output_ratio to either be a single Int or tuple of Ints.")
        output_size = [int(m * r) for m, r in zip(input.shape[-n:], _tuple(output_ratio, n))]
    if samples is None:
        batch = 1 if input.dim() == n + 1 else input.shape[0]
        samples = _F.rand((batch, input.shape[-n - 1], n), dtype=input.dtype)
    y = (_F.fractional_max_pool2d, _F.fractional_max_pool3d)[n - 2](input, kernel_size, output_size, samples)
    return tuple(y) if return_indices else y[0]


def fractional_max_pool2d(input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
    """Maximum over windows that start at pseudo-random places."""
    return _fractional(2, input, kernel_size, output_size, output_ratio, return_indices, _random_samples)


def fractional_max_pool2d_with_indices(input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                                       _random_samples=None):
    """`fractional_max_pool2d`, and where the maxima were."""
    return _fractional(2, input, kernel_size, output_size, output_ratio, True, _random_samples)


def fractional_max_pool3d(input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None):
    """Maximum over windows that start at pseudo-random places."""
    return _fractional(3, input, kernel_size, output_size, output_ratio, return_indices, _random_samples)


def fractional_max_pool3d_with_indices(input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                                       _random_samples=None):
    """`fractional_max_pool3d`, and where the maxima were."""
    return _fractional(3, input, kernel_size, output_size, output_ratio, True, _random_samples)


def _lp(n, input, norm_type, kernel_size, stride, ceil_mode):
    average = (_F.avg_pool1d, _F.avg_pool2d, _F.avg_pool3d)[n - 1]
    stride = kernel_size if stride is None else stride
    if isinstance(norm_type, (int, float)):
        if norm_type == 0:
            raise ValueError(f"norm_type must be a non-zero value, but got {norm_type}")
        if norm_type in (float("inf"), -float("inf")):
            largest = (_F.max_pool1d, _F.max_pool2d, _F.max_pool3d)[n - 1]
            size = abs(input)
            if norm_type < 0:
                return -largest(-size, kernel_size, stride, 0, 1, ceil_mode)
            return largest(size, kernel_size, stride, 0, 1, ceil_mode)
    count = 1
    for k in _tuple(kernel_size, n):
        count *= k
    mean = average(input ** norm_type, kernel_size, stride, 0, ceil_mode)
    return (_F.sign(mean) * _F.relu(abs(mean)) * count) ** (1.0 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of every window."""
    return _lp(1, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of every window."""
    return _lp(2, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of every window."""
    return _lp(3, input, norm_type, kernel_size, stride, ceil_mode)


def _unpool(n, input, indices, kernel_size, stride, padding, output_size):
    kernel_size = _tuple(kernel_size, n)
    stride = kernel_size if stride is None else _tuple(stride, n)
    padding = _tuple(padding, n)
    if n == 3 and min(stride, default=1) <= 0:
        raise RuntimeError(f"strides should be greater than zero, but got stride: {list(stride)}")
    spatial = input.shape[-n:]
    size = [(m - 1) * s + k - 2 * p for m, s, k, p in zip(spatial, stride, kernel_size, padding)]
    if output_size is not None:
        chosen = list(output_size)
        if len(chosen) == n + 2:
            chosen = chosen[2:]
        if len(chosen) != n:
            raise ValueError(f"output_size should be a sequence containing {n} or {n + 2} elements, but it has a length of "
                             f"'{len(chosen)}'")
        for d in range(n):
            low, high = size[d] - stride[d], size[d] + stride[d]
            if not low < chosen[d] < high:
                raise ValueError(f'invalid output_size "{output_size}" (dim {d} must be between {low} and {high})')
        size = chosen
    for d in range(n):
        if size[d] < 0:
            raise ValueError("max_unpooling: output_size must contain non-negative spatial dimensions, but got "
                             f"output_size[{d}]={size[d]}")
    return _F.max_unpool(input, indices, size)


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The way back from `max_pool1d`: zeros but for the maxima."""
    return _unpool(1, input, indices, kernel_size, stride, padding, output_size)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The way back from `max_pool2d`: zeros but for the maxima."""
    return _unpool(2, input, indices, kernel_size, stride, padding, output_size)


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The way back from `max_pool3d`: zeros but for the maxima."""
    return _unpool(3, input, indices, kernel_size, stride, padding, output_size)
