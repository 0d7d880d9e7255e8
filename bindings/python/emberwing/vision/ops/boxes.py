"""Operations on boxes, (N, 4) as (x1, y1, x2, y2)."""

import numpy as np

import emberwing as ew

__all__ = ["batched_nms", "box_area", "box_convert", "box_iou", "clip_boxes_to_image", "complete_box_iou",
           "distance_box_iou", "generalized_box_iou", "masks_to_boxes", "nms", "remove_small_boxes"]


def nms(boxes, scores, iou_threshold):
    """The numbers of the boxes that overlap no better one by more than the threshold, best first."""
    if boxes.dim() != 2 or boxes.shape[1] != 4:
        raise RuntimeError(f"boxes should be a 2d tensor with 4 elements in dimension 1, got {tuple(boxes.shape)}")
    if scores.dim() != 1 or scores.shape[0] != boxes.shape[0]:
        raise RuntimeError("boxes and scores should have same number of elements in dimension 0, got "
                           f"{boxes.shape[0]} and {tuple(scores.shape)}")
    coordinates, values = boxes.detach().numpy(), scores.detach().numpy()
    x1, y1, x2, y2 = coordinates.T
    areas = (x2 - x1) * (y2 - y1)
    order = np.argsort(-values, kind="stable")
    kept = []
    while order.size:
        best, order = order[0], order[1:]
        kept.append(int(best))
        width = np.maximum(np.minimum(x2[best], x2[order]) - np.maximum(x1[best], x1[order]), 0)
        height = np.maximum(np.minimum(y2[best], y2[order]) - np.maximum(y1[best], y1[order]), 0)
        common = width * height
        with np.errstate(divide="ignore", invalid="ignore"):
            overlap = common / (areas[best] + areas[order] - common)
        order = order[~(overlap > iou_threshold)]
    return ew.tensor(kept, dtype=ew.int64)


def batched_nms(boxes, scores, idxs, iou_threshold):
    """Non-maximum suppression within each category of `idxs`."""
    if boxes.numel() == 0:
        return ew.empty((0,), dtype=ew.int64)
    # Categories are moved so far apart that their boxes cannot overlap.
    offsets = idxs.to(boxes.dtype) * (boxes.max() + 1)
    return nms(boxes + offsets[:, None], scores, iou_threshold)


def remove_small_boxes(boxes, min_size):
    """The numbers of the boxes whose sides are at least `min_size` long."""
    sides = (boxes[:, 2] - boxes[:, 0] >= min_size) & (boxes[:, 3] - boxes[:, 1] >= min_size)
    return ew.nonzero(sides).squeeze(1)


def clip_boxes_to_image(boxes, size):
    """The boxes cut off at the edges of an image of (height, width)."""
    height, width = size
    x, y = boxes[..., 0::2].clamp(min=0, max=width), boxes[..., 1::2].clamp(min=0, max=height)
    return ew.stack((x, y), dim=boxes.dim()).reshape(boxes.shape)


def _from_center(boxes):
    cx, cy, w, h = boxes.unbind(-1)
    return ew.stack((cx - 0.5 * w, cy - 0.5 * h, cx + 0.5 * w, cy + 0.5 * h), dim=-1)


def _from_size(boxes):
    x, y, w, h = boxes.unbind(-1)
    return ew.stack((x, y, x + w, y + h), dim=-1)


def _to_center(boxes):
    x1, y1, x2, y2 = boxes.unbind(-1)
    return ew.stack(((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1), dim=-1)


def _to_size(boxes):
    x1, y1, x2, y2 = boxes.unbind(-1)
    return ew.stack((x1, y1, x2 - x1, y2 - y1), dim=-1)


_FROM = {"xyxy": lambda boxes: boxes, "xywh": _from_size, "cxcywh": _from_center}
_TO = {"xyxy": lambda boxes: boxes, "xywh": _to_size, "cxcywh": _to_center}


def box_convert(boxes, in_fmt, out_fmt):
    """The boxes in another format: xyxy, xywh or cxcywh."""
    for fmt in (in_fmt, out_fmt):
        if fmt in ("xywhr", "cxcywhr", "xyxyxyxy"):
            raise NotImplementedError(f"box_convert: the rotated format {fmt} is not supported")
        if fmt not in _FROM:
            raise ValueError(f"Unsupported Bounding Box Conversions for given in_fmt {in_fmt} and out_fmt {out_fmt}")
    return boxes.clone() if in_fmt == out_fmt else _TO[out_fmt](_FROM[in_fmt](boxes))


def _wide(t):
    """In a dtype in which products do not overflow."""
    if t.is_floating_point():
        return t if t.dtype in (ew.float32, ew.float64) else t.float()
    return t if t.dtype in (ew.int32, ew.int64) else t.int()


def box_area(boxes, fmt="xyxy"):
    """The area of each box."""
    boxes = _wide(boxes)
    if fmt == "xyxy":
        return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
    if fmt in ("xywh", "cxcywh"):
        return boxes[..., 2] * boxes[..., 3]
    raise ValueError(f"Unsupported Bounding Box area for given fmt {fmt}")


def _overlap(boxes1, boxes2):
    """Area of the intersection and of the union of each pair."""
    low = ew.max(boxes1[..., :, None, :2], boxes2[..., None, :, :2])
    high = ew.min(boxes1[..., :, None, 2:], boxes2[..., None, :, 2:])
    sides = _wide(high - low).clamp(min=0)
    common = sides[..., 0] * sides[..., 1]
    return common, box_area(boxes1)[..., :, None] + box_area(boxes2)[..., None, :] - common


def _hull(boxes1, boxes2):
    """The sides of the box around each pair."""
    low = ew.min(boxes1[..., :, None, :2], boxes2[..., None, :, :2])
    high = ew.max(boxes1[..., :, None, 2:], boxes2[..., None, :, 2:])
    return _wide(high - low).clamp(min=0)


def box_iou(boxes1, boxes2, fmt="xyxy"):
    """Intersection over union, (N, M)."""
    boxes1, boxes2 = box_convert(boxes1, fmt, "xyxy"), box_convert(boxes2, fmt, "xyxy")
    common, union = _overlap(boxes1, boxes2)
    return common / union


def generalized_box_iou(boxes1, boxes2):
    """Intersection over union, less the part of the box around both that neither fills, (N, M)."""
    common, union = _overlap(boxes1, boxes2)
    sides = _hull(boxes1, boxes2)
    area = sides[..., 0] * sides[..., 1]
    return common / union - (area - union) / area


def _distance(boxes1, boxes2, eps):
    boxes1, boxes2 = _wide(boxes1), _wide(boxes2)
    iou = box_iou(boxes1, boxes2)
    sides = _hull(boxes1, boxes2)
    diagonal = sides[..., 0] ** 2 + sides[..., 1] ** 2 + eps
    centers1, centers2 = ((b[..., :2] + b[..., 2:]) / 2 for b in (boxes1, boxes2))
    apart = _wide(centers1[..., :, None, :] - centers2[..., None, :, :])
    return iou - (apart ** 2).sum(-1) / diagonal, iou


def distance_box_iou(boxes1, boxes2, eps=1e-7):
    """Intersection over union, less the squared distance of the centers in diagonals of the box around both."""
    return _distance(boxes1, boxes2, eps)[0]


def complete_box_iou(boxes1, boxes2, eps=1e-7):
    """distance_box_iou, less a penalty for different shapes."""
    value, iou = _distance(boxes1, boxes2, eps)
    boxes1, boxes2 = _wide(boxes1), _wide(boxes2)
    angle1, angle2 = (ew.atan((b[..., 2] - b[..., 0]) / (b[..., 3] - b[..., 1])) for b in (boxes1, boxes2))
    shape = 4 / np.pi ** 2 * (angle1[..., :, None] - angle2[..., None, :]) ** 2
    with ew.no_grad():
        weight = shape / (1 - iou + shape + eps)
    return value - weight * shape


def masks_to_boxes(masks):
    """The box around the true pixels of each mask (N, H, W)."""
    if masks.numel() == 0:
        return ew.zeros((0, 4))
    boxes = ew.zeros((masks.shape[0], 4), dtype=ew.float32)
    for i, mask in enumerate(masks):
        y, x = ew.where(mask != 0)
        boxes[i] = ew.stack([x.min(), y.min(), x.max(), y.max()]).float()
    return boxes
