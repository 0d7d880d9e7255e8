"""Transforms of whole samples: images together with their masks, boxes and labels."""

from ..functional import InterpolationMode
from . import functional
from ._plain import *  # noqa: F401,F403
from ._plain import __all__ as _plain
from ._random import *  # noqa: F401,F403
from ._random import __all__ as _random
from ._transform import *  # noqa: F401,F403
from ._transform import __all__ as _transform
from ..autoaugment import AugMix, AutoAugment, AutoAugmentPolicy, RandAugment, TrivialAugmentWide

__all__ = sorted([*_plain, *_random, *_transform, "AugMix", "AutoAugment", "AutoAugmentPolicy", "InterpolationMode",
                  "RandAugment", "TrivialAugmentWide", "functional"])
