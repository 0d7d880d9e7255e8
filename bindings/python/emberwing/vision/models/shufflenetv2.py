"""ShuffleNet V2 (https://arxiv.org/abs/1807.11164)."""

import emberwing as ew
from ... import nn
from ._api import builder, weights_attribute as __getattr__  # noqa: F401

__all__ = ["ShuffleNetV2", "shufflenet_v2_x0_5", "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0"]


def channel_shuffle(x, groups):
    """Deals the channels of the groups out in turn."""
    n, c, h, w = x.shape
    return x.view(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)


def _conv(ins, out, kernel=1, stride=1, depthwise=False, relu=True):
    layers = [nn.Conv2d(ins, out, kernel, stride, kernel // 2, groups=ins if depthwise else 1, bias=False),
              nn.BatchNorm2d(out)]
    return [*layers, nn.ReLU(inplace=True)] if relu else layers


class InvertedResidual(nn.Module):
    """Convolves half of the channels (all where it halves the size) and shuffles."""

    def __init__(self, inp, oup, stride):
        super().__init__()
        if not 1 <= stride <= 3:
            raise ValueError("illegal stride value")
        self.stride = stride
        half = oup // 2
        if stride == 1 and inp != half << 1:
            raise ValueError(f"Invalid combination of stride {stride}, inp {inp} and oup {oup} values. If stride == 1 "
                             "then inp should be equal to oup // 2 << 1.")
        self.branch1 = nn.Sequential()
        if stride > 1:
            self.branch1 = nn.Sequential(*_conv(inp, inp, 3, stride, depthwise=True, relu=False), *_conv(inp, half))
        self.branch2 = nn.Sequential(*_conv(inp if stride > 1 else half, half),
                                     *_conv(half, half, 3, stride, depthwise=True, relu=False), *_conv(half, half))

    def forward(self, x):
        if self.stride == 1:
            kept, x = x.chunk(2, dim=1)
        else:
            kept = self.branch1(x)
        return channel_shuffle(ew.cat((kept, self.branch2(x)), dim=1), 2)


class ShuffleNetV2(nn.Module):
    """Three stages of shuffled blocks."""

    def __init__(self, stages_repeats, stages_out_channels, num_classes=1000, inverted_residual=InvertedResidual):
        super().__init__()
        if len(stages_repeats) != 3:
            raise ValueError("expected stages_repeats as list of 3 positive ints")
        if len(stages_out_channels) != 5:
            raise ValueError("expected stages_out_channels as list of 5 positive ints")
        self._stage_out_channels = stages_out_channels
        channels = stages_out_channels[0]
        self.conv1 = nn.Sequential(*_conv(3, channels, 3, 2))
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        for number, (repeats, out) in enumerate(zip(stages_repeats, stages_out_channels[1:]), 2):
            blocks = [inverted_residual(channels, out, 2)]
            blocks += [inverted_residual(out, out, 1) for _ in range(repeats - 1)]
            setattr(self, f"stage{number}", nn.Sequential(*blocks))
            channels = out
        self.conv5 = nn.Sequential(*_conv(channels, stages_out_channels[-1]))
        self.fc = nn.Linear(stages_out_channels[-1], num_classes)

    def forward(self, x):
        x = self.maxpool(self.conv1(x))
        x = self.conv5(self.stage4(self.stage3(self.stage2(x))))
        return self.fc(x.mean([2, 3]))


def _shufflenet(width, channels):
    def make(**kwargs):
        return ShuffleNetV2([4, 8, 4], channels, **kwargs)

    make.__name__, make.__doc__ = f"shufflenet_v2_x{width}", f"ShuffleNet V2, {width.replace('_', '.')} times as wide."
    return builder(f"ShuffleNet_V2_X{width}_Weights")(make)


shufflenet_v2_x0_5 = _shufflenet("0_5", [24, 48, 96, 192, 1024])
shufflenet_v2_x1_0 = _shufflenet("1_0", [24, 116, 232, 464, 1024])
shufflenet_v2_x1_5 = _shufflenet("1_5", [24, 176, 352, 704, 1024])
shufflenet_v2_x2_0 = _shufflenet("2_0", [24, 244, 488, 976, 2048])
