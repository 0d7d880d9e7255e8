"""Operations on boxes, regions and masks, and layers that vision models are built of."""

import importlib as _importlib

_PARTS = {"boxes": ("batched_nms", "box_area", "box_convert", "box_iou", "clip_boxes_to_image", "complete_box_iou",
                    "distance_box_iou", "generalized_box_iou", "masks_to_boxes", "nms", "remove_small_boxes"),
          "drop_block": ("DropBlock2d", "drop_block2d"),
          "losses": ("complete_box_iou_loss", "distance_box_iou_loss", "generalized_box_iou_loss",
                     "sigmoid_focal_loss"),
          "misc": ("Conv2dNormActivation", "Conv3dNormActivation", "FrozenBatchNorm2d", "MLP", "Permute",
                   "SqueezeExcitation"),
          "roi": ("RoIAlign", "RoIPool", "roi_align", "roi_pool"),
          "stochastic_depth": ("StochasticDepth",)}
_FOUND_IN = {name: part for part, names in _PARTS.items() for name in names}

from .stochastic_depth import stochastic_depth  # noqa: E402,F401  (also the name of its module)

__all__ = sorted([*_FOUND_IN, "stochastic_depth"])


def __getattr__(name):
    if name in _FOUND_IN:
        value = globals()[name] = getattr(_importlib.import_module(f"{__name__}.{_FOUND_IN[name]}"), name)
        return value
    if name in _PARTS:
        return _importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
