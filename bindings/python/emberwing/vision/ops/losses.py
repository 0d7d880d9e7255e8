"""Losses of detectors."""

import math

import emberwing as ew
from ...nn import functional as F

__all__ = ["complete_box_iou_loss", "distance_box_iou_loss", "generalized_box_iou_loss", "sigmoid_focal_loss"]


def _reduced(loss, reduction):
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean() if loss.numel() > 0 else 0.0 * loss.sum()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"Invalid Value for arg 'reduction': '{reduction} \n Supported reduction modes: 'none', 'mean', "
                     "'sum'")


def sigmoid_focal_loss(inputs, targets, alpha=0.25, gamma=2, reduction="none"):
    """Binary cross entropy of logits times α(1 − p)^γ, p the probability of the truth (no α if it is negative)."""
    if not (0 <= alpha <= 1) and alpha != -1:
        raise ValueError(f"Invalid alpha value: {alpha}. alpha must be in the range [0,1] or -1 for ignore.")
    p = ew.sigmoid(inputs)
    truth = p * targets + (1 - p) * (1 - targets)
    loss = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none") * (1 - truth) ** gamma
    if alpha >= 0:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    return _reduced(loss, reduction)


def _pairs(boxes1, boxes2, eps):
    """Intersection over union and union of box i with box i, and the sides of the box around both."""
    boxes1, boxes2 = (b if b.dtype in (ew.float32, ew.float64) else b.float() for b in (boxes1, boxes2))
    low, high = ew.max(boxes1[..., :2], boxes2[..., :2]), ew.min(boxes1[..., 2:], boxes2[..., 2:])
    sides = high - low
    common = ew.where((sides > 0).all(-1), sides[..., 0] * sides[..., 1], ew.zeros_like(sides[..., 0]))
    areas = [(b[..., 2] - b[..., 0]) * (b[..., 3] - b[..., 1]) for b in (boxes1, boxes2)]
    union = areas[0] + areas[1] - common
    hull = ew.max(boxes1[..., 2:], boxes2[..., 2:]) - ew.min(boxes1[..., :2], boxes2[..., :2])
    return boxes1, boxes2, common / (union + eps), union, hull


def generalized_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    """1 − generalized intersection over union, of box i with box i."""
    _, _, iou, union, hull = _pairs(boxes1, boxes2, eps)
    area = hull[..., 0] * hull[..., 1]
    return _reduced(1 - (iou - (area - union) / (area + eps)), reduction)


def _distance_loss(boxes1, boxes2, eps):
    boxes1, boxes2, iou, _, hull = _pairs(boxes1, boxes2, eps)
    apart = (boxes1[..., :2] + boxes1[..., 2:]) / 2 - (boxes2[..., :2] + boxes2[..., 2:]) / 2
    loss = 1 - iou + (apart ** 2).sum(-1) / ((hull ** 2).sum(-1) + eps)
    return boxes1, boxes2, iou, loss


def distance_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    """1 − intersection over union + squared distance of the centers in diagonals of the box around both."""
    return _reduced(_distance_loss(boxes1, boxes2, eps)[3], reduction)


def complete_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    """distance_box_iou_loss with a penalty for different shapes."""
    boxes1, boxes2, iou, loss = _distance_loss(boxes1, boxes2, eps)
    angles = [ew.atan((b[..., 2] - b[..., 0]) / (b[..., 3] - b[..., 1])) for b in (boxes1, boxes2)]
    shape = 4 / math.pi ** 2 * (angles[1] - angles[0]) ** 2
    with ew.no_grad():
        weight = shape / (1 - iou + shape + eps)
    return _reduced(loss + weight * shape, reduction)
