"""Random warps, blurs and changes of levels, from the same stream of random numbers as PyTorch's."""

import numbers
from collections.abc import Sequence

import emberwing as ew
from ..._tensor import Tensor
from ...nn.modules.module import Module
from . import functional as F
from ._random import WithProbability
from .functional import InterpolationMode, as_interpolation


def uniform(low, high):
    """A number from U(low, high)."""
    return float(ew.empty(1).uniform_(float(low), float(high)).item())


def color(fill, img):
    """The fill as floats, one a channel of a tensor image; PIL images take it as it is."""
    if fill is None or not isinstance(img, Tensor):
        return fill
    if isinstance(fill, (int, float)):
        return [float(fill)] * F.get_dimensions(img)[0]
    return [float(v) for v in fill]


def _interval(value, name, sizes=(2,)):
    """±value of a number, or a sequence of one of the sizes."""
    if isinstance(value, numbers.Number):
        if value < 0:
            raise ValueError(f"If {name} is a single number, it must be positive.")
        return [-float(value), float(value)]
    _sequence(value, name, sizes)
    return [float(v) for v in value]


def _sequence(value, name, sizes):
    message = f"{name} should be a sequence of length {' or '.join(map(str, sizes))}."
    if not isinstance(value, Sequence):
        raise TypeError(message)
    if len(value) not in sizes:
        raise ValueError(message)


def _checked_fill(fill):
    if fill is None:
        return 0
    if not isinstance(fill, (Sequence, numbers.Number)):
        raise TypeError("Fill should be either a sequence or a number.")
    return fill


class RandomRotation(Module):
    """Turns by a random angle."""

    def __init__(self, degrees, interpolation=InterpolationMode.NEAREST, expand=False, center=None, fill=0):
        super().__init__()
        self.degrees = _interval(degrees, "degrees")
        if center is not None:
            _sequence(center, "center", (2,))
        self.center = center
        self.interpolation = as_interpolation(interpolation)
        self.expand = expand
        self.fill = _checked_fill(fill)

    @staticmethod
    def get_params(degrees):
        """The angle."""
        return uniform(degrees[0], degrees[1])

    def forward(self, img):
        fill = color(self.fill, img)
        return F.rotate(img, self.get_params(self.degrees), self.interpolation, self.expand, self.center, fill)

    def __repr__(self):
        center = "" if self.center is None else f", center={self.center}"
        return (f"{type(self).__name__}(degrees={self.degrees}, interpolation={self.interpolation.value}, "
                f"expand={self.expand}{center}, fill={self.fill})")


class RandomAffine(Module):
    """Turns, moves, scales and shears at random."""

    def __init__(self, degrees, translate=None, scale=None, shear=None, interpolation=InterpolationMode.NEAREST, fill=0,
                 center=None):
        super().__init__()
        self.interpolation = as_interpolation(interpolation)
        self.degrees = _interval(degrees, "degrees")
        if translate is not None:
            _sequence(translate, "translate", (2,))
            if any(not 0.0 <= t <= 1.0 for t in translate):
                raise ValueError("translation values should be between 0 and 1")
        self.translate = translate
        if scale is not None:
            _sequence(scale, "scale", (2,))
            if any(s <= 0 for s in scale):
                raise ValueError("scale values should be positive")
        self.scale = scale
        self.shear = None if shear is None else _interval(shear, "shear", (2, 4))
        self.fill = _checked_fill(fill)
        if center is not None:
            _sequence(center, "center", (2,))
        self.center = center

    @staticmethod
    def get_params(degrees, translate, scale_ranges, shears, img_size):
        """(angle, (x, y), scale, (shear x, shear y)); img_size is (width, height)."""
        angle = uniform(degrees[0], degrees[1])
        moves = (0, 0)
        if translate is not None:
            most = [float(part * size) for part, size in zip(translate, img_size)]
            moves = tuple(int(round(uniform(-m, m))) for m in most)
        scale = 1.0 if scale_ranges is None else uniform(scale_ranges[0], scale_ranges[1])
        shear_x = shear_y = 0.0
        if shears is not None:
            shear_x = uniform(shears[0], shears[1])
            shear_y = uniform(shears[2], shears[3]) if len(shears) == 4 else 0.0
        return angle, moves, scale, (shear_x, shear_y)

    def forward(self, img):
        _, height, width = F.get_dimensions(img)
        params = self.get_params(self.degrees, self.translate, self.scale, self.shear, [width, height])
        return F.affine(img, *params, interpolation=self.interpolation, fill=color(self.fill, img), center=self.center)

    def __repr__(self):
        text = f"{type(self).__name__}(degrees={self.degrees}"
        for name in ("translate", "scale", "shear"):
            if getattr(self, name) is not None:
                text += f", {name}={getattr(self, name)}"
        if self.interpolation != InterpolationMode.NEAREST:
            text += f", interpolation={self.interpolation.value}"
        if self.fill != 0:
            text += f", fill={self.fill}"
        if self.center is not None:
            text += f", center={self.center}"
        return text + ")"


class RandomPerspective(Module):
    """Moves the four corners at random, with probability p."""

    def __init__(self, distortion_scale=0.5, p=0.5, interpolation=InterpolationMode.BILINEAR, fill=0):
        super().__init__()
        self.p = p
        self.interpolation = as_interpolation(interpolation)
        self.distortion_scale = distortion_scale
        self.fill = _checked_fill(fill)

    @staticmethod
    def get_params(width, height, distortion_scale):
        """The corners, and where they go: top left, top right, bottom right, bottom left."""
        across = int(distortion_scale * (width // 2))
        down = int(distortion_scale * (height // 2))

        def draw(low, high):
            return int(ew.randint(low, high, size=(1,)).item())

        left, right = (0, across + 1), (width - across - 1, width)
        top, bottom = (0, down + 1), (height - down - 1, height)
        ends = [[draw(*x), draw(*y)] for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        return [[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], ends

    def forward(self, img):
        fill = color(self.fill, img)
        _, height, width = F.get_dimensions(img)
        if not ew.rand(1) < self.p:
            return img
        starts, ends = self.get_params(width, height, self.distortion_scale)
        return F.perspective(img, starts, ends, self.interpolation, fill)

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p})"


def _pair(value, name):
    """Two floats of a number or of a sequence of one or two."""
    if not isinstance(value, (float, int, Sequence)):
        raise TypeError(f"{name} should be float or a sequence of floats. Got {type(value)}")
    if isinstance(value, Sequence):
        if len(value) not in (1, 2):
            raise ValueError(f"If {name} is a sequence its length should be 1 or 2. Got {len(value)}")
        for element in value:
            if not isinstance(element, (float, int)):
                raise TypeError(f"{name} should be a sequence of floats. Got {type(element)}")
        return [float(v) for v in (value if len(value) == 2 else [value[0]] * 2)]
    return [float(value)] * 2


class ElasticTransform(Module):
    """Displaces the pixels by smooth noise: `alpha` is its strength, `sigma` its smoothness."""

    def __init__(self, alpha=50.0, sigma=5.0, interpolation=InterpolationMode.BILINEAR, fill=0):
        super().__init__()
        self.alpha = _pair(alpha, "alpha")
        self.sigma = _pair(sigma, "sigma")
        self.interpolation = as_interpolation(interpolation)
        self.fill = [float(fill)] if isinstance(fill, (int, float)) else [float(v) for v in fill]

    @staticmethod
    def get_params(alpha, sigma, size):
        """The displacement, (1, H, W, 2)."""
        parts = []
        for axis in (0, 1):
            noise = ew.rand([1, 1] + size) * 2 - 1
            if sigma[axis] > 0.0:
                kernel = int(8 * sigma[axis] + 1)
                kernel += kernel % 2 == 0
                noise = F.gaussian_blur(noise, [kernel, kernel], sigma)
            # Across first, in halves of the width.
            parts.append(noise * alpha[axis] / size[1 - axis])
        return ew.cat(parts, 1).permute([0, 2, 3, 1])

    def forward(self, tensor):
        _, height, width = F.get_dimensions(tensor)
        displacement = self.get_params(self.alpha, self.sigma, [height, width])
        return F.elastic_transform(tensor, displacement, self.interpolation, self.fill)

    def __repr__(self):
        return (f"{type(self).__name__}(alpha={self.alpha}, sigma={self.sigma}, interpolation={self.interpolation}, "
                f"fill={self.fill})")


class GaussianBlur(Module):
    """Blurs by a Gaussian of random sigma."""

    def __init__(self, kernel_size, sigma=(0.1, 2.0)):
        super().__init__()
        from .transforms import two_sizes

        self.kernel_size = two_sizes(kernel_size, "Kernel size should be a tuple/list of two integers")
        for size in self.kernel_size:
            if size <= 0 or size % 2 == 0:
                raise ValueError("Kernel size value should be an odd and positive number.")
        if isinstance(sigma, numbers.Number):
            if sigma <= 0:
                raise ValueError("If sigma is a single number, it must be positive.")
            sigma = (sigma, sigma)
        elif not isinstance(sigma, Sequence) or len(sigma) != 2:
            raise ValueError("sigma should be a single number or a list/tuple with length 2.")
        elif not 0.0 < sigma[0] <= sigma[1]:
            raise ValueError(f"sigma values should be positive and of the form (min, max). Got {sigma}")
        self.sigma = sigma

    @staticmethod
    def get_params(sigma_min, sigma_max):
        """The sigma."""
        return uniform(sigma_min, sigma_max)

    def forward(self, img):
        sigma = self.get_params(self.sigma[0], self.sigma[1])
        return F.gaussian_blur(img, self.kernel_size, [sigma, sigma])

    def __repr__(self):
        return f"{type(self).__name__}(kernel_size={self.kernel_size}, sigma={self.sigma})"


class RandomInvert(WithProbability):
    """Full intensity minus the image, with probability p."""

    def forward(self, img):
        return F.invert(img) if self._happens() else img


class RandomPosterize(WithProbability):
    """Keeps the highest bits, with probability p."""

    def __init__(self, bits, p=0.5):
        super().__init__(p)
        self.bits = bits

    def forward(self, img):
        return F.posterize(img, self.bits) if self._happens() else img

    def __repr__(self):
        return f"{type(self).__name__}(bits={self.bits},p={self.p})"


class RandomSolarize(WithProbability):
    """Inverts what is not below the threshold, with probability p."""

    def __init__(self, threshold, p=0.5):
        super().__init__(p)
        self.threshold = threshold

    def forward(self, img):
        return F.solarize(img, self.threshold) if self._happens() else img

    def __repr__(self):
        return f"{type(self).__name__}(threshold={self.threshold},p={self.p})"


class RandomAdjustSharpness(WithProbability):
    """Changes the sharpness, with probability p."""

    def __init__(self, sharpness_factor, p=0.5):
        super().__init__(p)
        self.sharpness_factor = sharpness_factor

    def forward(self, img):
        return F.adjust_sharpness(img, self.sharpness_factor) if self._happens() else img

    def __repr__(self):
        return f"{type(self).__name__}(sharpness_factor={self.sharpness_factor},p={self.p})"


class RandomAutocontrast(WithProbability):
    """Stretches each channel over the whole range, with probability p."""

    def forward(self, img):
        return F.autocontrast(img) if self._happens() else img


class RandomEqualize(WithProbability):
    """Makes the levels of each channel equally frequent, with probability p."""

    def forward(self, img):
        return F.equalize(img) if self._happens() else img
