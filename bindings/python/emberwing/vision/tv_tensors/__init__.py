"""Tensors that say what they are: images, videos, masks and boxes; results of other operations are plain tensors."""

from enum import Enum

import emberwing as ew
from ..._tensor import Tensor

__all__ = ["BoundingBoxFormat", "BoundingBoxes", "Image", "Mask", "TVTensor", "Video", "set_return_type", "wrap"]


class BoundingBoxFormat(Enum):
    """What the four numbers of a box are."""

    XYXY = "XYXY"
    XYWH = "XYWH"
    CXCYWH = "CXCYWH"


class TVTensor(Tensor):
    """Base class of the tensors that say what they are."""

    def __new__(cls, data, *, dtype=None, device=None, requires_grad=None):
        return cls._of(cls._tensor(data, dtype, device, requires_grad), requires_grad)

    def __init__(self, *args, **kwargs):
        pass

    @staticmethod
    def _tensor(data, dtype, device, requires_grad):
        tensor = data if isinstance(data, Tensor) else ew.as_tensor(data)
        return tensor.to(device=tensor.device if device is None else device,
                         dtype=tensor.dtype if dtype is None else dtype)

    @classmethod
    def _of(cls, tensor, requires_grad=None):
        result = tensor.as_subclass(cls)
        wanted = tensor.requires_grad if requires_grad is None else requires_grad
        return result.requires_grad_(True) if wanted else result

    def _like(self, tensor):
        return type(self)._of(tensor)

    def clone(self, *args, **kwargs):
        return self._like(super().clone(*args, **kwargs))

    def detach(self):
        return self._like(super().detach())

    def to(self, *args, **kwargs):
        return self._like(super().to(*args, **kwargs))

    def as_plain(self):
        """The elements as a plain tensor."""
        return self.as_subclass(Tensor)


class Image(TVTensor):
    """An image or batch of images, (…, C, H, W)."""

    def __new__(cls, data, *, dtype=None, device=None, requires_grad=None):
        if not isinstance(data, Tensor):
            from ..transforms._pil import is_pil_image

            if is_pil_image(data):
                from ..transforms.functional import pil_to_tensor

                data = pil_to_tensor(data)
        tensor = cls._tensor(data, dtype, device, requires_grad)
        if tensor.dim() < 2:
            raise ValueError
        return cls._of(tensor.unsqueeze(0) if tensor.dim() == 2 else tensor, requires_grad)


class Video(TVTensor):
    """A video, (…, T, C, H, W)."""

    def __new__(cls, data, *, dtype=None, device=None, requires_grad=None):
        tensor = cls._tensor(data, dtype, device, requires_grad)
        if tensor.dim() < 4:
            raise ValueError
        return cls._of(tensor, requires_grad)


class Mask(TVTensor):
    """Masks of segmentation, (…, H, W)."""

    def __new__(cls, data, *, dtype=None, device=None, requires_grad=None):
        if not isinstance(data, Tensor):
            from ..transforms._pil import is_pil_image

            if is_pil_image(data):
                from ..transforms.functional import pil_to_tensor

                data = pil_to_tensor(data)
        return cls._of(cls._tensor(data, dtype, device, requires_grad), requires_grad)


class BoundingBoxes(TVTensor):
    """Boxes (N, 4) in a format, on a canvas of (height, width)."""

    def __new__(cls, data, *, format, canvas_size, dtype=None, device=None, requires_grad=None):
        tensor = cls._tensor(data, dtype, device, requires_grad)
        tensor = tensor.unsqueeze(0) if tensor.dim() == 1 else tensor
        if tensor.dim() != 2 or tensor.shape[-1] != 4:
            raise ValueError(f"Expected a 2D tensor of shape (N, 4), but got {tuple(tensor.shape)}")
        return cls._boxes(tensor, format, canvas_size, requires_grad)

    @classmethod
    def _boxes(cls, tensor, format, canvas_size, requires_grad=None):
        boxes = cls._of(tensor, requires_grad)
        boxes.format = BoundingBoxFormat[format.upper()] if isinstance(format, str) else format
        boxes.canvas_size = tuple(canvas_size)
        return boxes

    def _like(self, tensor):
        return type(self)._boxes(tensor, self.format, self.canvas_size)


def wrap(wrappee, *, like, **kwargs):
    """A tensor as one of the same kind as `like` (format and canvas_size may be given for boxes)."""
    if isinstance(like, BoundingBoxes):
        return type(like)._boxes(wrappee, kwargs.get("format", like.format), kwargs.get("canvas_size", like.canvas_size))
    return type(like)._of(wrappee)


def set_return_type(return_type):
    """What operations return: only "Tensor" is here."""
    if return_type == "TVTensor":
        raise NotImplementedError("set_return_type: return_type='TVTensor' is not supported; use tv_tensors.wrap")
    if return_type != "Tensor":
        raise ValueError(f"return_type must be 'TVTensor' or 'Tensor', but got {return_type!r}")
