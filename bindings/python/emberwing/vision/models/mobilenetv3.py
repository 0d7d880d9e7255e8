"""MobileNet V3 (https://arxiv.org/abs/1905.02244)."""

from functools import partial

from ... import nn
from ..ops.misc import Conv2dNormActivation, SqueezeExcitation as _SqueezeExcitation
from ._api import builder, weights_attribute as __getattr__  # noqa: F401
from ._utils import init_cnn, make_divisible, narrow_normal

__all__ = ["InvertedResidual", "InvertedResidualConfig", "MobileNetV3", "mobilenet_v3_large", "mobilenet_v3_small"]

SqueezeExcitation = partial(_SqueezeExcitation, scale_activation=nn.Hardsigmoid)

#: (channels in, kernel, expanded, channels out, squeeze-excitation, activation, stride, whether in the tail)
_LARGE = ((16, 3, 16, 16, False, "RE", 1, 0), (16, 3, 64, 24, False, "RE", 2, 0), (24, 3, 72, 24, False, "RE", 1, 0),
          (24, 5, 72, 40, True, "RE", 2, 0), (40, 5, 120, 40, True, "RE", 1, 0), (40, 5, 120, 40, True, "RE", 1, 0),
          (40, 3, 240, 80, False, "HS", 2, 0), (80, 3, 200, 80, False, "HS", 1, 0), (80, 3, 184, 80, False, "HS", 1, 0),
          (80, 3, 184, 80, False, "HS", 1, 0), (80, 3, 480, 112, True, "HS", 1, 0),
          (112, 3, 672, 112, True, "HS", 1, 0), (112, 5, 672, 160, True, "HS", 2, 1),
          (160, 5, 960, 160, True, "HS", 1, 2), (160, 5, 960, 160, True, "HS", 1, 2))
_SMALL = ((16, 3, 16, 16, True, "RE", 2, 0), (16, 3, 72, 24, False, "RE", 2, 0), (24, 3, 88, 24, False, "RE", 1, 0),
          (24, 5, 96, 40, True, "HS", 2, 0), (40, 5, 240, 40, True, "HS", 1, 0), (40, 5, 240, 40, True, "HS", 1, 0),
          (40, 5, 120, 48, True, "HS", 1, 0), (48, 5, 144, 48, True, "HS", 1, 0), (48, 5, 288, 96, True, "HS", 2, 1),
          (96, 5, 576, 96, True, "HS", 1, 2), (96, 5, 576, 96, True, "HS", 1, 2))


class InvertedResidualConfig:
    """The settings of one block, channels scaled by `width_mult`."""

    def __init__(self, input_channels, kernel, expanded_channels, out_channels, use_se, activation, stride, dilation,
                 width_mult):
        self.input_channels = self.adjust_channels(input_channels, width_mult)
        self.kernel = kernel
        self.expanded_channels = self.adjust_channels(expanded_channels, width_mult)
        self.out_channels = self.adjust_channels(out_channels, width_mult)
        self.use_se = use_se
        self.use_hs = activation == "HS"
        self.stride = stride
        self.dilation = dilation

    @staticmethod
    def adjust_channels(channels, width_mult):
        """The channels times the width, a multiple of 8."""
        return make_divisible(channels * width_mult, 8)


class InvertedResidual(nn.Module):
    """Expands, convolves channel by channel, weighs the channels and projects."""

    def __init__(self, cnf, norm_layer, se_layer=SqueezeExcitation):
        super().__init__()
        if cnf.stride not in (1, 2):
            raise ValueError("illegal stride value")
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        part = partial(Conv2dNormActivation, norm_layer=norm_layer,
                       activation_layer=nn.Hardswish if cnf.use_hs else nn.ReLU)
        wide, layers = cnf.expanded_channels, []
        if wide != cnf.input_channels:
            layers.append(part(cnf.input_channels, wide, kernel_size=1))
        layers.append(part(wide, wide, kernel_size=cnf.kernel, stride=1 if cnf.dilation > 1 else cnf.stride,
                           dilation=cnf.dilation, groups=wide))
        if cnf.use_se:
            layers.append(se_layer(wide, make_divisible(wide // 4, 8)))
        layers.append(part(wide, cnf.out_channels, kernel_size=1, activation_layer=None))
        self.block = nn.Sequential(*layers)
        self.out_channels = cnf.out_channels
        self._is_cn = cnf.stride > 1

    def forward(self, input):
        result = self.block(input)
        if self.use_res_connect:
            result += input
        return result


class MobileNetV3(nn.Module):
    """A stack of inverted residual blocks, some with squeeze-excitation."""

    def __init__(self, inverted_residual_setting, last_channel, num_classes=1000, block=None, norm_layer=None,
                 dropout=0.2):
        super().__init__()
        if not inverted_residual_setting:
            raise ValueError("The inverted_residual_setting should not be empty")
        block = InvertedResidual if block is None else block
        if norm_layer is None:
            norm_layer = partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
        first, last = inverted_residual_setting[0].input_channels, inverted_residual_setting[-1].out_channels
        part = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.Hardswish)
        layers = [part(3, first, kernel_size=3, stride=2)]
        layers += [block(cnf, norm_layer) for cnf in inverted_residual_setting]
        layers.append(part(last, 6 * last, kernel_size=1))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Linear(6 * last, last_channel), nn.Hardswish(inplace=True),
                                        nn.Dropout(p=dropout, inplace=True), nn.Linear(last_channel, num_classes))
        init_cnn(self, narrow_normal)

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def _mobilenet(rows, last_channel, width_mult=1.0, reduced_tail=False, dilated=False, **kwargs):
    def scaled(channels):
        return channels // 2 if reduced_tail else channels

    settings = []
    for ins, kernel, wide, out, se, activation, stride, tail in rows:
        # The tail starts inside its first block, whose input is not the tail's.
        wide, ins = (scaled(wide), scaled(ins)) if tail == 2 else (wide, ins)
        settings.append(InvertedResidualConfig(ins, kernel, wide, scaled(out) if tail else out, se, activation, stride,
                                               2 if tail and dilated else 1, width_mult))
    last = InvertedResidualConfig.adjust_channels(scaled(last_channel), width_mult)
    return MobileNetV3(settings, last, **kwargs)


@builder("MobileNet_V3_Large_Weights")
def mobilenet_v3_large(**kwargs):
    """MobileNet V3, the large one."""
    return _mobilenet(_LARGE, 1280, **kwargs)


@builder("MobileNet_V3_Small_Weights")
def mobilenet_v3_small(**kwargs):
    """MobileNet V3, the small one."""
    return _mobilenet(_SMALL, 1024, **kwargs)
