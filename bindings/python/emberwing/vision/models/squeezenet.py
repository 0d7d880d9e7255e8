"""SqueezeNet (https://arxiv.org/abs/1602.07360)."""

import emberwing as ew
from ... import nn
from ._api import builder, weights_attribute as __getattr__  # noqa: F401

__all__ = ["SqueezeNet", "squeezenet1_0", "squeezenet1_1"]

#: (channels in, squeezed, expanded by each kind of convolution); 0 stands for a pooling.
_FIRES = {"1_0": [(96, 16, 64), (128, 16, 64), (128, 32, 128), 0, (256, 32, 128), (256, 48, 192), (384, 48, 192),
                  (384, 64, 256), 0, (512, 64, 256)],
          "1_1": [(64, 16, 64), (128, 16, 64), 0, (128, 32, 128), (256, 32, 128), 0, (256, 48, 192), (384, 48, 192),
                  (384, 64, 256), (512, 64, 256)]}


class Fire(nn.Module):
    """A 1×1 convolution to few channels, then 1×1 and 3×3 ones side by side."""

    def __init__(self, inplanes, squeeze_planes, expand1x1_planes, expand3x3_planes):
        super().__init__()
        self.inplanes = inplanes
        self.squeeze = nn.Conv2d(inplanes, squeeze_planes, kernel_size=1)
        self.squeeze_activation = nn.ReLU(inplace=True)
        self.expand1x1 = nn.Conv2d(squeeze_planes, expand1x1_planes, kernel_size=1)
        self.expand1x1_activation = nn.ReLU(inplace=True)
        self.expand3x3 = nn.Conv2d(squeeze_planes, expand3x3_planes, kernel_size=3, padding=1)
        self.expand3x3_activation = nn.ReLU(inplace=True)

    def forward(self, x):
        x = self.squeeze_activation(self.squeeze(x))
        return ew.cat([self.expand1x1_activation(self.expand1x1(x)), self.expand3x3_activation(self.expand3x3(x))], 1)


class SqueezeNet(nn.Module):
    """A stack of Fire modules."""

    def __init__(self, version="1_0", num_classes=1000, dropout=0.5):
        super().__init__()
        if version not in _FIRES:
            raise ValueError(f"Unsupported SqueezeNet version {version}: 1_0 or 1_1 expected")
        self.num_classes = num_classes
        first = (96, 7) if version == "1_0" else (64, 3)
        layers = [nn.Conv2d(3, first[0], kernel_size=first[1], stride=2), nn.ReLU(inplace=True)]
        for fire in [0, *_FIRES[version]]:
            layers.append(Fire(*fire, fire[2]) if fire else nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True))
        self.features = nn.Sequential(*layers)
        final_conv = nn.Conv2d(512, num_classes, kernel_size=1)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout), final_conv, nn.ReLU(inplace=True),
                                        nn.AdaptiveAvgPool2d((1, 1)))
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                if m is final_conv:
                    nn.init.normal_(m.weight, mean=0.0, std=0.01)
                else:
                    nn.init.kaiming_uniform_(m.weight)
                nn.init.zeros_(m.bias)

    def forward(self, x):
        return self.classifier(self.features(x)).flatten(1)


@builder("SqueezeNet1_0_Weights")
def squeezenet1_0(**kwargs):
    """SqueezeNet 1.0."""
    return SqueezeNet("1_0", **kwargs)


@builder("SqueezeNet1_1_Weights")
def squeezenet1_1(**kwargs):
    """SqueezeNet 1.1: the accuracy of 1.0 for less than half the work."""
    return SqueezeNet("1_1", **kwargs)
