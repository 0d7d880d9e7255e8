"""MobileNet V2 (https://arxiv.org/abs/1801.04381)."""

from functools import partial

from ... import nn
from ..ops.misc import Conv2dNormActivation
from ._api import builder, weights_attribute as __getattr__  # noqa: F401
from ._utils import init_cnn, make_divisible, narrow_normal

__all__ = ["InvertedResidual", "MobileNetV2", "mobilenet_v2"]

#: (expansion, channels, blocks, stride of the first)
_STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))


class InvertedResidual(nn.Module):
    """Expands, convolves channel by channel and projects, beside a shortcut where the shape stays."""

    def __init__(self, inp, oup, stride, expand_ratio, norm_layer=None):
        super().__init__()
        if stride not in (1, 2):
            raise ValueError(f"stride should be 1 or 2 instead of {stride}")
        norm_layer = nn.BatchNorm2d if norm_layer is None else norm_layer
        self.stride = stride
        self.use_res_connect = stride == 1 and inp == oup
        hidden = int(round(inp * expand_ratio))
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.ReLU6)
        layers = [] if expand_ratio == 1 else [part(inp, hidden, kernel_size=1)]
        layers.append(part(hidden, hidden, stride=stride, groups=hidden))
        layers += [nn.Conv2d(hidden, oup, 1, 1, 0, bias=False), norm_layer(oup)]
        self.conv = nn.Sequential(*layers)
        self.out_channels = oup

    def forward(self, x):
        return x + self.conv(x) if self.use_res_connect else self.conv(x)


class MobileNetV2(nn.Module):
    """A stack of inverted residual blocks."""

    def __init__(self, num_classes=1000, width_mult=1.0, inverted_residual_setting=None, round_nearest=8, block=None,
                 norm_layer=None, dropout=0.2):
        super().__init__()
        block = InvertedResidual if block is None else block
        norm_layer = nn.BatchNorm2d if norm_layer is None else norm_layer
        stages = _STAGES if inverted_residual_setting is None else inverted_residual_setting
        if not stages or any(len(stage) != 4 for stage in stages):
            raise ValueError("inverted_residual_setting should be non-empty or a 4-element list, got "
                             f"{inverted_residual_setting}")
        channels = make_divisible(32 * width_mult, round_nearest)
        self.last_channel = make_divisible(1280 * max(1.0, width_mult), round_nearest)
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.ReLU6)
        layers = [part(3, channels, stride=2)]
        for expansion, out, count, stride in stages:
            out = make_divisible(out * width_mult, round_nearest)
            for i in range(count):
                layers.append(block(channels, out, stride if i == 0 else 1, expand_ratio=expansion,
                                    norm_layer=norm_layer))
                channels = out
        layers.append(part(channels, self.last_channel, kernel_size=1))
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout), nn.Linear(self.last_channel, num_classes))
        init_cnn(self, narrow_normal)

    def forward(self, x):
        return self.classifier(nn.functional.adaptive_avg_pool2d(self.features(x), (1, 1)).flatten(1))


@builder("MobileNet_V2_Weights")
def mobilenet_v2(**kwargs):
    """MobileNet V2."""
    return MobileNetV2(**kwargs)
