"""Leaving out residual branches at random."""

import emberwing as ew
from ... import nn

__all__ = ["StochasticDepth", "stochastic_depth"]


def stochastic_depth(input, p, mode, training=True):
    """Zeroes the whole batch or whole rows with probability p, scaling what stays by 1/(1 − p)."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}")
    if mode not in ("batch", "row"):
        raise ValueError(f"mode has to be either 'batch' or 'row', but got {mode}")
    if not training or p == 0.0:
        return input
    survival = 1.0 - p
    count = input.shape[0] if mode == "row" else 1
    noise = ew.empty([count] + [1] * (input.ndim - 1), dtype=input.dtype, device=input.device).bernoulli_(survival)
    return input * (noise.div_(survival) if survival > 0.0 else noise)


class StochasticDepth(nn.Module):
    """Zeroes the whole batch or whole rows with probability p while training."""

    def __init__(self, p, mode):
        super().__init__()
        self.p = p
        self.mode = mode

    def forward(self, input):
        return stochastic_depth(input, self.p, self.mode, self.training)

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p}, mode={self.mode})"
