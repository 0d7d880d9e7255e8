"""What several models share."""

from collections import OrderedDict

import emberwing as ew
from ... import nn


def make_divisible(v, divisor, min_value=None):
    """The multiple of `divisor` nearest to `v`, but not more than a tenth below it."""
    rounded = max(divisor if min_value is None else min_value, int(v + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * v else rounded


_make_divisible = make_divisible


def init_cnn(model, linear):
    """Convolutions by He's normal rule over outputs, norms 1 and 0, linear layers by `linear`; biases 0."""
    for m in model.modules():
        if isinstance(m, nn.Conv2d):
            nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")
        elif isinstance(m, (nn.BatchNorm2d, nn.GroupNorm)):
            nn.init.ones_(m.weight)
        elif isinstance(m, nn.Linear):
            linear(m)
        else:
            continue
        if m.bias is not None:
            nn.init.zeros_(m.bias)


def narrow_normal(m):
    """A linear layer's weight from N(0, 0.01²)."""
    nn.init.normal_(m.weight, 0, 0.01)


def rescaled(x):
    """Images normalized by ImageNet's channel statistics, normalized by 0.5 and 0.5 instead."""
    channels = [x[:, i:i + 1] * (std / 0.5) + (mean - 0.5) / 0.5
                for i, (mean, std) in enumerate(((0.485, 0.229), (0.456, 0.224), (0.406, 0.225)))]
    return ew.cat(channels, 1)


class IntermediateLayerGetter(nn.ModuleDict):
    """The outputs of some direct children of a model, by the names given for them."""

    def __init__(self, model, return_layers):
        if not set(return_layers) <= {name for name, _ in model.named_children()}:
            raise ValueError("return_layers are not present in model")
        self_layers, wanted = OrderedDict(), {str(k): str(v) for k, v in return_layers.items()}
        left = set(wanted)
        for name, module in model.named_children():
            self_layers[name] = module
            left.discard(name)
            if not left:
                break
        super().__init__(self_layers)
        self.return_layers = wanted

    def forward(self, x):
        out = OrderedDict()
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
