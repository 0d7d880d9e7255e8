"""DropBlock (https://arxiv.org/abs/1810.12890)."""

import emberwing as ew
from ... import nn
from ...nn import functional as F

__all__ = ["DropBlock2d", "drop_block2d"]


def drop_block2d(input, p, block_size, inplace=False, eps=1e-6, training=True):
    """Zeroes squares of (N, C, H, W), a share p of all places, and scales what stays."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}.")
    if input.ndim != 4:
        raise ValueError(f"input should be 4 dimensional. Got {input.ndim} dimensions.")
    if not training or p == 0.0:
        return input
    n, c, h, w = input.shape
    block = min(block_size, w, h)
    gamma = p * h * w / (block ** 2 * ((h - block + 1) * (w - block + 1)))
    noise = ew.empty((n, c, h - block + 1, w - block + 1), dtype=input.dtype).bernoulli_(gamma)
    noise = F.pad(noise, [block // 2] * 4, value=0)
    noise = 1 - F.max_pool2d(noise, stride=(1, 1), kernel_size=(block, block), padding=block // 2)
    scale = noise.numel() / (eps + noise.sum())
    return input.mul_(noise).mul_(scale) if inplace else input * noise * scale


class DropBlock2d(nn.Module):
    """Zeroes squares while training."""

    def __init__(self, p, block_size, inplace=False, eps=1e-6):
        super().__init__()
        self.p = p
        self.block_size = block_size
        self.inplace = inplace
        self.eps = eps

    def forward(self, input):
        return drop_block2d(input, self.p, self.block_size, self.inplace, self.eps, self.training)

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p}, block_size={self.block_size}, inplace={self.inplace})"
