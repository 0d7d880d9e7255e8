"""Policies of augmentation: AutoAugment, RandAugment, TrivialAugment and AugMix."""

import math
from enum import Enum

import emberwing as ew
from ..._tensor import Tensor
from ...nn.modules.module import Module
from . import functional as F
from ._policies import POLICIES
from ._random_warp import color
from .functional import InterpolationMode

__all__ = ["AugMix", "AutoAugment", "AutoAugmentPolicy", "RandAugment", "TrivialAugmentWide"]


class AutoAugmentPolicy(Enum):
    """Which dataset a policy was learnt on."""

    IMAGENET = "imagenet"
    CIFAR10 = "cifar10"
    SVHN = "svhn"


_ENHANCE = {"Brightness": F.adjust_brightness, "Color": F.adjust_saturation, "Contrast": F.adjust_contrast,
            "Sharpness": F.adjust_sharpness}
_PLAIN = {"AutoContrast": F.autocontrast, "Equalize": F.equalize, "Invert": F.invert}


def _apply(img, name, magnitude, interpolation, fill):
    """One operation of the policies."""
    if name in ("ShearX", "ShearY"):
        # The coefficient of the shear is the tangent of the angle, and the top left corner stays.
        angle = math.degrees(math.atan(magnitude))
        shear = [angle, 0.0] if name == "ShearX" else [0.0, angle]
        return F.affine(img, 0.0, [0, 0], 1.0, shear, interpolation, fill, center=[0, 0])
    if name in ("TranslateX", "TranslateY"):
        moves = [int(magnitude), 0] if name == "TranslateX" else [0, int(magnitude)]
        return F.affine(img, 0.0, moves, 1.0, [0.0, 0.0], interpolation, fill)
    if name == "Rotate":
        return F.rotate(img, magnitude, interpolation=interpolation, fill=fill)
    if name in _ENHANCE:
        return _ENHANCE[name](img, 1.0 + magnitude)
    if name == "Posterize":
        return F.posterize(img, int(magnitude))
    if name == "Solarize":
        return F.solarize(img, magnitude)
    if name in _PLAIN:
        return _PLAIN[name](img)
    if name == "Identity":
        return img
    raise ValueError(f"The provided operator {name} is not recognized.")


def _space(bins, shear, shifts, degrees, enhance, bits, extra, identity=True, enhance_last=False):
    """{operation: (magnitudes, whether the sign is random)}; bits: (from, how many fewer at most)."""
    space = {"Identity": (ew.tensor(0.0), False)} if identity else {}
    for name, most in (("ShearX", shear), ("ShearY", shear), ("TranslateX", shifts[0]), ("TranslateY", shifts[1]),
                       ("Rotate", degrees)):
        space[name] = (ew.linspace(0.0, most, bins), True)
    enhancing = {name: (ew.linspace(0.0, enhance, bins), True)
                 for name in ("Brightness", "Color", "Contrast", "Sharpness") if enhance}
    if not enhance_last:
        space.update(enhancing)
    space["Posterize"] = (bits[0] - (ew.arange(bins) / ((bins - 1) / bits[1])).round().int(), False)
    space["Solarize"] = (ew.linspace(255.0, 0.0, bins), False)
    space.update((name, (ew.tensor(0.0), False)) for name in extra)
    if enhance_last:
        space.update(enhancing)
    return space


def _draw(count):
    return int(ew.randint(count, (1,)).item())


class _Policy(Module):
    def __init__(self, interpolation, fill):
        super().__init__()
        self.interpolation = interpolation
        self.fill = fill

    def _signed(self, magnitude, signed):
        return -magnitude if signed and ew.randint(2, (1,)) else magnitude


class AutoAugment(_Policy):
    """Two operations of a learnt policy (https://arxiv.org/abs/1805.09501)."""

    def __init__(self, policy=AutoAugmentPolicy.IMAGENET, interpolation=InterpolationMode.NEAREST, fill=None):
        super().__init__(interpolation, fill)
        self.policy = policy
        self.policies = self._get_policies(policy)

    def _get_policies(self, policy):
        if not isinstance(policy, AutoAugmentPolicy):
            raise ValueError(f"The provided policy {policy} is not recognized.")
        return POLICIES[policy.value]

    def _augmentation_space(self, num_bins, image_size):
        return _space(num_bins, 0.3, [150.0 / 331.0 * s for s in image_size[::-1]], 30.0, 0.9, (8, 4),
                      ("AutoContrast", "Equalize", "Invert"), identity=False)

    @staticmethod
    def get_params(transform_num):
        """The number of the policy, and for each of its operations the probability drawn and the sign."""
        number = _draw(transform_num)
        return number, ew.rand((2,)), ew.randint(2, (2,))

    def forward(self, img):
        fill = color(self.fill, img)
        _, height, width = F.get_dimensions(img)
        number, probs, signs = self.get_params(len(self.policies))
        space = self._augmentation_space(10, (height, width))
        for i, (name, p, step) in enumerate(self.policies[number]):
            if probs[i] <= p:
                magnitudes, signed = space[name]
                magnitude = float(magnitudes[step].item()) if step is not None else 0.0
                if signed and signs[i] == 0:
                    magnitude = -magnitude
                img = _apply(img, name, magnitude, self.interpolation, fill)
        return img

    def __repr__(self):
        return f"{type(self).__name__}(policy={self.policy}, fill={self.fill})"


class RandAugment(_Policy):
    """Some random operations of one strength (https://arxiv.org/abs/1909.13719)."""

    def __init__(self, num_ops=2, magnitude=9, num_magnitude_bins=31, interpolation=InterpolationMode.NEAREST,
                 fill=None):
        super().__init__(interpolation, fill)
        self.num_ops = num_ops
        self.magnitude = magnitude
        self.num_magnitude_bins = num_magnitude_bins

    def _augmentation_space(self, num_bins, image_size):
        return _space(num_bins, 0.3, [150.0 / 331.0 * s for s in image_size[::-1]], 30.0, 0.9, (8, 4),
                      ("AutoContrast", "Equalize"))

    def forward(self, img):
        fill = color(self.fill, img)
        _, height, width = F.get_dimensions(img)
        space = self._augmentation_space(self.num_magnitude_bins, (height, width))
        names = list(space)
        for _ in range(self.num_ops):
            name = names[_draw(len(names))]
            magnitudes, signed = space[name]
            magnitude = float(magnitudes[self.magnitude].item()) if magnitudes.ndim > 0 else 0.0
            img = _apply(img, name, self._signed(magnitude, signed), self.interpolation, fill)
        return img

    def __repr__(self):
        return (f"{type(self).__name__}(num_ops={self.num_ops}, magnitude={self.magnitude}, "
                f"num_magnitude_bins={self.num_magnitude_bins}, interpolation={self.interpolation}, fill={self.fill})")


class TrivialAugmentWide(_Policy):
    """One random operation of random strength (https://arxiv.org/abs/2103.10158)."""

    def __init__(self, num_magnitude_bins=31, interpolation=InterpolationMode.NEAREST, fill=None):
        super().__init__(interpolation, fill)
        self.num_magnitude_bins = num_magnitude_bins

    def _augmentation_space(self, num_bins):
        return _space(num_bins, 0.99, (32.0, 32.0), 135.0, 0.99, (8, 6), ("AutoContrast", "Equalize"))

    def forward(self, img):
        fill = color(self.fill, img)
        space = self._augmentation_space(self.num_magnitude_bins)
        names = list(space)
        name = names[_draw(len(names))]
        magnitudes, signed = space[name]
        magnitude = float(magnitudes[_draw(len(magnitudes))].item()) if magnitudes.ndim > 0 else 0.0
        return _apply(img, name, self._signed(magnitude, signed), self.interpolation, fill)

    def __repr__(self):
        return (f"{type(self).__name__}(num_magnitude_bins={self.num_magnitude_bins}, "
                f"interpolation={self.interpolation}, fill={self.fill})")


class AugMix(_Policy):
    """A mixture of the image and of several chains of operations on it (https://arxiv.org/abs/1912.02781)."""

    def __init__(self, severity=3, mixture_width=3, chain_depth=-1, alpha=1.0, all_ops=True,
                 interpolation=InterpolationMode.BILINEAR, fill=None):
        super().__init__(interpolation, fill)
        self._PARAMETER_MAX = 10
        if not 1 <= severity <= self._PARAMETER_MAX:
            raise ValueError(f"The severity must be between [1, {self._PARAMETER_MAX}]. Got {severity} instead.")
        self.severity = severity
        self.mixture_width = mixture_width
        self.chain_depth = chain_depth
        self.alpha = alpha
        self.all_ops = all_ops

    def _augmentation_space(self, num_bins, image_size):
        return _space(num_bins, 0.3, [s / 3.0 for s in image_size[::-1]], 30.0, 0.9 if self.all_ops else None, (4, 4),
                      ("AutoContrast", "Equalize"), identity=False, enhance_last=True)

    def forward(self, orig_img):
        fill = color(self.fill, orig_img)
        _, height, width = F.get_dimensions(orig_img)
        img = orig_img if isinstance(orig_img, Tensor) else F.pil_to_tensor(orig_img)
        space = self._augmentation_space(self._PARAMETER_MAX, (height, width))
        names = list(space)
        batch = img.view([1] * max(4 - img.ndim, 0) + list(img.shape))
        each = [batch.shape[0]] + [1] * (batch.ndim - 1)
        # How much of the original stays, and what part each chain has of the rest.
        shares = ew._sample_dirichlet(ew.tensor([self.alpha, self.alpha]).expand(each[0], -1))
        weights = ew._sample_dirichlet(ew.tensor([self.alpha] * self.mixture_width).expand(each[0], -1))
        weights = weights * shares[:, 1].reshape([each[0], -1])
        mix = shares[:, 0].reshape(each) * batch
        for i in range(self.mixture_width):
            augmented = batch
            depth = self.chain_depth if self.chain_depth > 0 else int(ew.randint(1, 4, (1,)).item())
            for _ in range(depth):
                name = names[_draw(len(names))]
                magnitudes, signed = space[name]
                magnitude = float(magnitudes[_draw(self.severity)].item()) if magnitudes.ndim > 0 else 0.0
                augmented = _apply(augmented, name, self._signed(magnitude, signed), self.interpolation, fill)
            mix.add_(weights[:, i].reshape(each) * augmented)
        mix = mix.view(img.shape).to(img.dtype)
        return mix if isinstance(orig_img, Tensor) else F.to_pil_image(mix)

    def __repr__(self):
        return (f"{type(self).__name__}(severity={self.severity}, mixture_width={self.mixture_width}, "
                f"chain_depth={self.chain_depth}, alpha={self.alpha}, all_ops={self.all_ops}, "
                f"interpolation={self.interpolation}, fill={self.fill})")
