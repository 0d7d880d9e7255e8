"""VGG (https://arxiv.org/abs/1409.1556)."""

from ... import nn
from ._api import builder, weights_attribute as __getattr__  # noqa: F401
from ._utils import init_cnn, narrow_normal

__all__ = ["VGG", "vgg11", "vgg11_bn", "vgg13", "vgg13_bn", "vgg16", "vgg16_bn", "vgg19", "vgg19_bn"]

#: How many convolutions stand before each of the five poolings.
_DEPTHS = {11: (1, 1, 2, 2, 2), 13: (2, 2, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}


class VGG(nn.Module):
    """A stack of 3×3 convolutions, then three linear layers."""

    def __init__(self, features, num_classes=1000, init_weights=True, dropout=0.5):
        super().__init__()
        self.features = features
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(512 * 7 * 7, 4096), nn.ReLU(True), nn.Dropout(dropout),
            nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(dropout), nn.Linear(4096, num_classes))
        if init_weights:
            init_cnn(self, narrow_normal)

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def _features(depth, norm):
    layers, channels = [], 3
    for count, out in zip(_DEPTHS[depth], (64, 128, 256, 512, 512)):
        for _ in range(count):
            layers.append(nn.Conv2d(channels, out, kernel_size=3, padding=1))
            layers += [nn.BatchNorm2d(out), nn.ReLU(inplace=True)] if norm else [nn.ReLU(inplace=True)]
            channels = out
        layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    return nn.Sequential(*layers)


def _vgg(depth, norm):
    def make(**kwargs):
        return VGG(_features(depth, norm), **kwargs)

    make.__name__ = f"vgg{depth}{'_bn' * norm}"
    make.__doc__ = f"VGG with {depth} layers{' and batch normalization' * norm}."
    return builder(f"VGG{depth}{'_BN' * norm}_Weights", without_init=True)(make)


vgg11, vgg13, vgg16, vgg19 = (_vgg(depth, False) for depth in (11, 13, 16, 19))
vgg11_bn, vgg13_bn, vgg16_bn, vgg19_bn = (_vgg(depth, True) for depth in (11, 13, 16, 19))
