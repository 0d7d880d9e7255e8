"""Transforms of whole samples: nested tuples, lists and dicts of images, masks, boxes and other things."""

from collections.abc import Sequence

import emberwing as ew
from .. import _pil
from ...tv_tensors import Image, TVTensor, Video
from ...._tensor import Tensor
from ....nn.modules.module import Module
from ....utils._pytree import tree_flatten, tree_unflatten
from . import functional as F


def is_image(inpt):
    """Whether it says that it is an image or a video, or is a PIL image."""
    return isinstance(inpt, (Image, Video)) or _pil.is_pil_image(inpt)


def chosen(leaves, kinds=None):
    """Which leaves are transformed: those that say what they are, or else the first plain tensor."""
    plain_too = not any(is_image(leaf) for leaf in leaves)
    result = []
    for leaf in leaves:
        take = isinstance(leaf, TVTensor) or _pil.is_pil_image(leaf)
        if isinstance(leaf, Tensor) and not isinstance(leaf, TVTensor):
            take, plain_too = plain_too, False
        result.append(take and (kinds is None or kinds(leaf)))
    return result


def query_size(leaves):
    """(height, width) of the images, masks and boxes, which have to agree."""
    sizes = {tuple(F.get_size(leaf)) for leaf in leaves
             if isinstance(leaf, TVTensor) or _pil.is_pil_image(leaf) or (isinstance(leaf, Tensor) and leaf.dim() > 1)}
    if not sizes:
        raise TypeError("No image, video, mask, bounding box was found in the sample")
    if len(sizes) > 1:
        raise ValueError(f"Found multiple HxW dimensions in the sample: {sorted(sizes)}")
    return next(iter(sizes))


class Transform(Module):
    """Base class: make_params(leaves) draws once for the whole sample, transform(leaf, params) changes one leaf."""

    def check_inputs(self, flat_inputs):
        """Raises if the sample cannot be transformed."""

    def make_params(self, flat_inputs):
        """What is drawn once for the whole sample."""
        return {}

    def transform(self, inpt, params):
        """One leaf, transformed."""
        raise NotImplementedError

    def _takes(self, leaf):
        return True

    def _transform_all(self, inputs):
        flat, spec = tree_flatten(inputs if len(inputs) > 1 else inputs[0])
        self.check_inputs(flat)
        which = chosen(flat, self._takes)
        params = self.make_params([leaf for leaf, take in zip(flat, which) if take])
        flat = [self.transform(leaf, params) if take else leaf for leaf, take in zip(flat, which)]
        return tree_unflatten(flat, spec)

    def forward(self, *inputs):
        return self._transform_all(inputs)

    def extra_repr(self):
        parts = []
        for name, value in self.__dict__.items():
            if not name.startswith("_") and name != "training" and isinstance(
                    value, (bool, int, float, str, tuple, list, F.InterpolationMode)):
                parts.append(f"{name}={value}")
        return ", ".join(parts)


class RandomlyApplied(Transform):
    """Base class of what happens with probability p."""

    def __init__(self, p=0.5):
        if not 0.0 <= p <= 1.0:
            raise ValueError("`p` should be a floating point value in the interval [0.0, 1.0].")
        super().__init__()
        self.p = p

    def forward(self, *inputs):
        if ew.rand(1) >= self.p:
            return inputs if len(inputs) > 1 else inputs[0]
        return self._transform_all(inputs)


class Compose(Transform):
    """One transform after the other."""

    def __init__(self, transforms):
        super().__init__()
        if not isinstance(transforms, Sequence):
            raise TypeError("Argument transforms should be a sequence of callables")
        if not transforms:
            raise ValueError("Pass at least one transform")
        self.transforms = transforms

    def forward(self, *inputs):
        for transform in self.transforms:
            outputs = transform(*inputs)
            inputs = outputs if len(inputs) > 1 else (outputs,)
        return outputs

    def extra_repr(self):
        return "\n".join(str(t) for t in self.transforms)


class RandomApply(Compose):
    """All of the transforms, with probability p."""

    def __init__(self, transforms, p=0.5):
        if not 0.0 <= p <= 1.0:
            raise ValueError("`p` should be a floating point value in the interval [0.0, 1.0].")
        super().__init__(list(transforms))
        self.p = p

    def forward(self, *inputs):
        if ew.rand(1) >= self.p:
            return inputs if len(inputs) > 1 else inputs[0]
        return super().forward(*inputs)


class RandomChoice(Compose):
    """One of the transforms, with probabilities p."""

    def __init__(self, transforms, p=None):
        super().__init__(transforms)
        p = [1] * len(transforms) if p is None else p
        if len(p) != len(transforms):
            raise ValueError(f"Length of p doesn't match the number of transforms: {len(p)} != {len(transforms)}")
        self.p = [value / sum(p) for value in p]

    def forward(self, *inputs):
        return self.transforms[int(ew.multinomial(ew.tensor(self.p), 1))](*inputs)


class RandomOrder(Compose):
    """All of the transforms, in random order."""

    def forward(self, *inputs):
        for i in ew.randperm(len(self.transforms)).tolist():
            outputs = self.transforms[i](*inputs)
            inputs = outputs if len(inputs) > 1 else (outputs,)
        return outputs


class Identity(Transform):
    """The sample as it is."""

    def forward(self, *inputs):
        return inputs if len(inputs) > 1 else inputs[0]


class Lambda(Transform):
    """A function of every leaf that is of one of the types."""

    def __init__(self, lambd, *types):
        super().__init__()
        self.lambd = lambd
        self.types = types or (object,)

    def forward(self, *inputs):
        flat, spec = tree_flatten(inputs if len(inputs) > 1 else inputs[0])
        return tree_unflatten([self.lambd(x) if isinstance(x, self.types) else x for x in flat], spec)


__all__ = ["Compose", "Identity", "Lambda", "RandomApply", "RandomChoice", "RandomOrder",
           "Transform"]
