"""DenseNet (https://arxiv.org/abs/1608.06993)."""

import re
from collections import OrderedDict

import emberwing as ew
from ... import nn
from ...nn import functional as F
from ._api import builder, weights_attribute as __getattr__  # noqa: F401

__all__ = ["DenseNet", "densenet121", "densenet161", "densenet169", "densenet201"]


class _DenseLayer(nn.Module):
    def __init__(self, num_input_features, growth_rate, bn_size, drop_rate, memory_efficient=False):
        super().__init__()
        inner = bn_size * growth_rate
        self.norm1 = nn.BatchNorm2d(num_input_features)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv1 = nn.Conv2d(num_input_features, inner, kernel_size=1, stride=1, bias=False)
        self.norm2 = nn.BatchNorm2d(inner)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(inner, growth_rate, kernel_size=3, stride=1, padding=1, bias=False)
        self.drop_rate = float(drop_rate)
        self.memory_efficient = memory_efficient

    def bn_function(self, inputs):
        return self.conv1(self.relu1(self.norm1(ew.cat(inputs, 1))))

    def forward(self, input):
        inputs = [input] if isinstance(input, ew.Tensor) else input
        if self.memory_efficient and any(t.requires_grad for t in inputs):
            from ...utils.checkpoint import checkpoint

            inner = checkpoint(lambda *features: self.bn_function(features), *inputs, use_reentrant=False)
        else:
            inner = self.bn_function(inputs)
        out = self.conv2(self.relu2(self.norm2(inner)))
        return F.dropout(out, p=self.drop_rate, training=self.training) if self.drop_rate > 0 else out


class _DenseBlock(nn.ModuleDict):
    def __init__(self, num_layers, num_input_features, bn_size, growth_rate, drop_rate, memory_efficient=False):
        super().__init__()
        for i in range(num_layers):
            self.add_module(f"denselayer{i + 1}", _DenseLayer(num_input_features + i * growth_rate, growth_rate, bn_size,
                                                              drop_rate, memory_efficient))

    def forward(self, init_features):
        features = [init_features]
        for layer in self.values():
            features.append(layer(features))
        return ew.cat(features, 1)


class _Transition(nn.Sequential):
    def __init__(self, num_input_features, num_output_features):
        super().__init__()
        self.norm = nn.BatchNorm2d(num_input_features)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(num_input_features, num_output_features, kernel_size=1, stride=1, bias=False)
        self.pool = nn.AvgPool2d(kernel_size=2, stride=2)


class DenseNet(nn.Module):
    """Blocks in which every layer sees the outputs of all before it."""

    def __init__(self, growth_rate=32, block_config=(6, 12, 24, 16), num_init_features=64, bn_size=4, drop_rate=0,
                 num_classes=1000, memory_efficient=False):
        super().__init__()
        self.features = nn.Sequential(OrderedDict([
            ("conv0", nn.Conv2d(3, num_init_features, kernel_size=7, stride=2, padding=3, bias=False)),
            ("norm0", nn.BatchNorm2d(num_init_features)), ("relu0", nn.ReLU(inplace=True)),
            ("pool0", nn.MaxPool2d(kernel_size=3, stride=2, padding=1))]))
        count = num_init_features
        for i, layers in enumerate(block_config, 1):
            self.features.add_module(f"denseblock{i}", _DenseBlock(layers, count, bn_size, growth_rate, drop_rate,
                                                                   memory_efficient))
            count += layers * growth_rate
            if i != len(block_config):
                self.features.add_module(f"transition{i}", _Transition(count, count // 2))
                count //= 2
        self.features.add_module("norm5", nn.BatchNorm2d(count))
        self.classifier = nn.Linear(count, num_classes)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight)
            elif isinstance(m, nn.BatchNorm2d):
                nn.init.ones_(m.weight)
                nn.init.zeros_(m.bias)
            elif isinstance(m, nn.Linear):
                nn.init.zeros_(m.bias)

    def forward(self, x):
        x = F.relu(self.features(x), inplace=True)
        return self.classifier(F.adaptive_avg_pool2d(x, (1, 1)).flatten(1))


def _renamed(state):
    """The keys of the published files, `norm.1` and so on, without the dot."""
    pattern = re.compile(r"^(.*denselayer\d+\.(?:norm|relu|conv))\.((?:[12])\.(?:weight|bias|running_mean|running_var))$")
    return OrderedDict((pattern.sub(r"\1\2", key), value) for key, value in state.items())


def _densenet(name, growth_rate, block_config, num_init_features):
    def make(**kwargs):
        return DenseNet(growth_rate, block_config, num_init_features, **kwargs)

    make.__name__, make.__doc__ = name, f"DenseNet with {name[8:]} layers."
    return builder(f"DenseNet{name[8:]}_Weights", convert=_renamed)(make)


densenet121 = _densenet("densenet121", 32, (6, 12, 24, 16), 64)
densenet161 = _densenet("densenet161", 48, (6, 12, 36, 24), 96)
densenet169 = _densenet("densenet169", 32, (6, 12, 32, 32), 64)
densenet201 = _densenet("densenet201", 32, (6, 12, 48, 32), 64)
