"""EfficientNet (https://arxiv.org/abs/1905.11946) and EfficientNet V2 (https://arxiv.org/abs/2104.00298)."""

import math
from dataclasses import dataclass
from functools import partial

from ... import nn
from ..ops.misc import Conv2dNormActivation, SqueezeExcitation
from ..ops.stochastic_depth import StochasticDepth
from ._api import builder, weights_attribute as __getattr__  # noqa: F401
from ._utils import init_cnn, make_divisible

__all__ = ["EfficientNet", "FusedMBConv", "FusedMBConvConfig", "MBConv", "MBConvConfig",
           *(f"efficientnet_b{i}" for i in range(8)), "efficientnet_v2_s", "efficientnet_v2_m", "efficientnet_v2_l"]


@dataclass
class _StageConfig:
    expand_ratio: float
    kernel: int
    stride: int
    input_channels: int
    out_channels: int
    num_layers: int

    @staticmethod
    def adjust_channels(channels, width_mult, min_value=None):
        """The channels times the width, a multiple of 8."""
        return make_divisible(channels * width_mult, 8, min_value)


class MBConvConfig(_StageConfig):
    """The settings of a stage, scaled in width and depth."""

    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, width_mult=1.0,
                 depth_mult=1.0, block=None):
        super().__init__(expand_ratio, kernel, stride, self.adjust_channels(input_channels, width_mult),
                         self.adjust_channels(out_channels, width_mult), self.adjust_depth(num_layers, depth_mult))
        self.block = MBConv if block is None else block

    @staticmethod
    def adjust_depth(num_layers, depth_mult):
        """The layers times the depth, rounded up."""
        return int(math.ceil(num_layers * depth_mult))


class FusedMBConvConfig(_StageConfig):
    """The settings of a stage of fused blocks."""

    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, block=None):
        super().__init__(expand_ratio, kernel, stride, input_channels, out_channels, num_layers)
        self.block = FusedMBConv if block is None else block


class _Block(nn.Module):
    def __init__(self, cnf, stochastic_depth_prob, layers):
        super().__init__()
        if cnf.stride not in (1, 2):
            raise ValueError("illegal stride value")
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")
        self.out_channels = cnf.out_channels

    def forward(self, input):
        result = self.block(input)
        if self.use_res_connect:
            result = self.stochastic_depth(result)
            result += input
        return result


class MBConv(_Block):
    """Expands, convolves channel by channel, weighs the channels and projects."""

    def __init__(self, cnf, stochastic_depth_prob, norm_layer, se_layer=SqueezeExcitation):
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        wide, layers = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio), []
        if wide != cnf.input_channels:
            layers.append(part(cnf.input_channels, wide, kernel_size=1))
        layers.append(part(wide, wide, kernel_size=cnf.kernel, stride=cnf.stride, groups=wide))
        layers.append(se_layer(wide, max(1, cnf.input_channels // 4), activation=partial(nn.SiLU, inplace=True)))
        layers.append(part(wide, cnf.out_channels, kernel_size=1, activation_layer=None))
        super().__init__(cnf, stochastic_depth_prob, layers)


class FusedMBConv(_Block):
    """Expands by a whole convolution and projects."""

    def __init__(self, cnf, stochastic_depth_prob, norm_layer):
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        wide = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio)
        if wide != cnf.input_channels:
            layers = [part(cnf.input_channels, wide, kernel_size=cnf.kernel, stride=cnf.stride),
                      part(wide, cnf.out_channels, kernel_size=1, activation_layer=None)]
        else:
            layers = [part(cnf.input_channels, cnf.out_channels, kernel_size=cnf.kernel, stride=cnf.stride)]
        super().__init__(cnf, stochastic_depth_prob, layers)


def _uniform(m):
    bound = 1.0 / math.sqrt(m.out_features)
    nn.init.uniform_(m.weight, -bound, bound)


class EfficientNet(nn.Module):
    """Stages of inverted residual blocks."""

    def __init__(self, inverted_residual_setting, dropout, stochastic_depth_prob=0.2, num_classes=1000, norm_layer=None,
                 last_channel=None):
        super().__init__()
        if not inverted_residual_setting:
            raise ValueError("The inverted_residual_setting should not be empty")
        norm_layer = nn.BatchNorm2d if norm_layer is None else norm_layer
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        layers = [part(3, inverted_residual_setting[0].input_channels, kernel_size=3, stride=2)]
        total, number = sum(cnf.num_layers for cnf in inverted_residual_setting), 0
        for cnf in inverted_residual_setting:
            stage = []
            for i in range(cnf.num_layers):
                own = cnf
                if i > 0:
                    own = _StageConfig(cnf.expand_ratio, cnf.kernel, 1, cnf.out_channels, cnf.out_channels,
                                       cnf.num_layers)
                stage.append(cnf.block(own, stochastic_depth_prob * float(number) / total, norm_layer))
                number += 1
            layers.append(nn.Sequential(*stage))
        last = inverted_residual_setting[-1].out_channels
        head = 4 * last if last_channel is None else last_channel
        layers.append(part(last, head, kernel_size=1))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout, inplace=True), nn.Linear(head, num_classes))
        init_cnn(self, _uniform)

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


_B = ((1, 3, 1, 32, 16, 1), (6, 3, 2, 16, 24, 2), (6, 5, 2, 24, 40, 2), (6, 3, 2, 40, 80, 3), (6, 5, 1, 80, 112, 3),
      (6, 5, 2, 112, 192, 4), (6, 3, 1, 192, 320, 1))
#: (width, depth, dropout)
_SCALES = ((1.0, 1.0, 0.2), (1.0, 1.1, 0.2), (1.1, 1.2, 0.3), (1.2, 1.4, 0.3), (1.4, 1.8, 0.4), (1.6, 2.2, 0.4),
           (1.8, 2.6, 0.5), (2.0, 3.1, 0.5))
#: Fused stages, then the others, and the dropout.
_V2 = {"s": (((1, 3, 1, 24, 24, 2), (4, 3, 2, 24, 48, 4), (4, 3, 2, 48, 64, 4)),
             ((4, 3, 2, 64, 128, 6), (6, 3, 1, 128, 160, 9), (6, 3, 2, 160, 256, 15)), 0.2),
       "m": (((1, 3, 1, 24, 24, 3), (4, 3, 2, 24, 48, 5), (4, 3, 2, 48, 80, 5)),
             ((4, 3, 2, 80, 160, 7), (6, 3, 1, 160, 176, 14), (6, 3, 2, 176, 304, 18), (6, 3, 1, 304, 512, 5)), 0.3),
       "l": (((1, 3, 1, 32, 32, 4), (4, 3, 2, 32, 64, 7), (4, 3, 2, 64, 96, 7)),
             ((4, 3, 2, 96, 192, 10), (6, 3, 1, 192, 224, 19), (6, 3, 2, 224, 384, 25), (6, 3, 1, 384, 640, 7)), 0.4)}


def _b(number):
    width, depth, rate = _SCALES[number]

    def make(dropout=rate, norm_layer=None, **kwargs):
        if norm_layer is None and number >= 5:
            norm_layer = partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
        stages = [MBConvConfig(*row, width_mult=width, depth_mult=depth) for row in _B]
        return EfficientNet(stages, dropout, norm_layer=norm_layer, **kwargs)

    make.__name__, make.__doc__ = f"efficientnet_b{number}", f"EfficientNet B{number}."
    return builder(f"EfficientNet_B{number}_Weights")(make)


def _v2(size):
    fused, plain, rate = _V2[size]

    def make(dropout=rate, norm_layer=None, **kwargs):
        if norm_layer is None:
            norm_layer = partial(nn.BatchNorm2d, eps=1e-3)
        stages = [FusedMBConvConfig(*row) for row in fused] + [MBConvConfig(*row) for row in plain]
        return EfficientNet(stages, dropout, norm_layer=norm_layer, last_channel=1280, **kwargs)

    make.__name__, make.__doc__ = f"efficientnet_v2_{size}", f"EfficientNet V2-{size.upper()}."
    return builder(f"EfficientNet_V2_{size.upper()}_Weights")(make)


(efficientnet_b0, efficientnet_b1, efficientnet_b2, efficientnet_b3, efficientnet_b4, efficientnet_b5, efficientnet_b6,
 efficientnet_b7) = (_b(i) for i in range(8))
efficientnet_v2_s, efficientnet_v2_m, efficientnet_v2_l = (_v2(size) for size in "sml")
