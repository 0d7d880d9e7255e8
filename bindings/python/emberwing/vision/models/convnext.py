"""ConvNeXt (https://arxiv.org/abs/2201.03545)."""

from functools import partial

import emberwing as ew
from ... import nn
from ..ops.misc import Conv2dNormActivation, Permute
from ..ops.stochastic_depth import StochasticDepth
from ._api import builder, weights_attribute as __getattr__  # noqa: F401

__all__ = ["CNBlockConfig", "ConvNeXt", "convnext_base", "convnext_large", "convnext_small", "convnext_tiny"]


class LayerNorm2d(nn.LayerNorm):
    """Layer normalization over the channels of images."""

    def forward(self, x):
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


_norm = partial(LayerNorm2d, eps=1e-6)


class CNBlock(nn.Module):
    """A 7×7 convolution channel by channel and two linear layers, scaled, beside a shortcut."""

    def __init__(self, dim, layer_scale, stochastic_depth_prob, norm_layer=None):
        super().__init__()
        norm_layer = partial(nn.LayerNorm, eps=1e-6) if norm_layer is None else norm_layer
        self.block = nn.Sequential(
            nn.Conv2d(dim, dim, kernel_size=7, padding=3, groups=dim, bias=True), Permute([0, 2, 3, 1]),
            norm_layer(dim), nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim), Permute([0, 3, 1, 2]))
        self.layer_scale = nn.Parameter(ew.ones(dim, 1, 1) * layer_scale)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")

    def forward(self, input):
        return self.stochastic_depth(self.layer_scale * self.block(input)) + input


class CNBlockConfig:
    """Channels in, channels out (None in the last stage) and blocks of a stage."""

    def __init__(self, input_channels, out_channels, num_layers):
        self.input_channels = input_channels
        self.out_channels = out_channels
        self.num_layers = num_layers

    def __repr__(self):
        return (f"CNBlockConfig(input_channels={self.input_channels}, out_channels={self.out_channels}, "
                f"num_layers={self.num_layers})")


class ConvNeXt(nn.Module):
    """Stages of blocks, the size halved between them."""

    def __init__(self, block_setting, stochastic_depth_prob=0.0, layer_scale=1e-6, num_classes=1000, block=None,
                 norm_layer=None):
        super().__init__()
        if not block_setting:
            raise ValueError("The block_setting should not be empty")
        block = CNBlock if block is None else block
        norm_layer = _norm if norm_layer is None else norm_layer
        first = block_setting[0].input_channels
        layers = [Conv2dNormActivation(3, first, kernel_size=4, stride=4, padding=0, norm_layer=norm_layer,
                                       activation_layer=None, bias=True)]
        total, number = sum(cnf.num_layers for cnf in block_setting), 0
        for cnf in block_setting:
            stage = []
            for _ in range(cnf.num_layers):
                stage.append(block(cnf.input_channels, layer_scale, stochastic_depth_prob * number / (total - 1.0)))
                number += 1
            layers.append(nn.Sequential(*stage))
            if cnf.out_channels is not None:
                layers.append(nn.Sequential(norm_layer(cnf.input_channels),
                                            nn.Conv2d(cnf.input_channels, cnf.out_channels, kernel_size=2, stride=2)))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        last = block_setting[-1]
        channels = last.input_channels if last.out_channels is None else last.out_channels
        self.classifier = nn.Sequential(norm_layer(channels), nn.Flatten(1), nn.Linear(channels, num_classes))
        for m in self.modules():
            if isinstance(m, (nn.Conv2d, nn.Linear)):
                nn.init.trunc_normal_(m.weight, std=0.02)
                if m.bias is not None:
                    nn.init.zeros_(m.bias)

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)))


def _convnext(size, widths, depths, rate):
    def make(stochastic_depth_prob=rate, **kwargs):
        stages = [CNBlockConfig(width, after, depth) for width, after, depth in zip(widths, (*widths[1:], None), depths)]
        return ConvNeXt(stages, stochastic_depth_prob, **kwargs)

    make.__name__, make.__doc__ = f"convnext_{size}", f"ConvNeXt, {size}."
    return builder(f"ConvNeXt_{size.capitalize()}_Weights")(make)


convnext_tiny = _convnext("tiny", (96, 192, 384, 768), (3, 3, 9, 3), 0.1)
convnext_small = _convnext("small", (96, 192, 384, 768), (3, 3, 27, 3), 0.4)
convnext_base = _convnext("base", (128, 256, 512, 1024), (3, 3, 27, 3), 0.5)
convnext_large = _convnext("large", (192, 384, 768, 1536), (3, 3, 27, 3), 0.5)
