"""Writes nn.json from PyTorch: python Tests/Golden/make_nn.py

Each case makes a layer after manual_seed(3) and runs it on torch.rand of the given shape: the state's keys and sums,
and the sum and the sum of squares of the output and of the input's gradient.
"""
import json
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


def tied():
    return nn.Sequential(nn.Linear(6, 6), nn.ReLU(), nn.Sequential(nn.Linear(6, 2, bias=False), nn.Softmax(dim=1)))


CASES = [
    ("linear", lambda: nn.Linear(5, 3), [4, 5]),
    ("linear no bias", lambda: nn.Linear(5, 3, bias=False), [2, 3, 5]),
    ("conv2d", lambda: nn.Conv2d(4, 6, 3, stride=2, padding=1, groups=2), [2, 4, 7, 6]),
    ("conv2d same", lambda: nn.Conv2d(2, 3, (3, 2), padding="same", dilation=2), [2, 2, 7, 6]),
    ("conv1d", lambda: nn.Conv1d(3, 4, 3, padding=1), [2, 3, 9]),
    ("conv_transpose2d", lambda: nn.ConvTranspose2d(4, 3, 3, stride=2, padding=1, output_padding=1), [2, 4, 5, 4]),
    ("batch_norm1d", lambda: nn.BatchNorm1d(4), [6, 4]),
    ("batch_norm2d", lambda: nn.BatchNorm2d(3, momentum=None), [2, 3, 4, 5]),
    ("batch_norm2d eval", lambda: nn.BatchNorm2d(3).eval(), [2, 3, 4, 5]),
    ("layer_norm", lambda: nn.LayerNorm([4, 5]), [3, 4, 5]),
    ("group_norm", lambda: nn.GroupNorm(2, 4), [2, 4, 5]),
    ("max_pool2d", lambda: nn.MaxPool2d(3, stride=2, padding=1), [2, 3, 7, 8]),
    ("avg_pool2d", lambda: nn.AvgPool2d(2, ceil_mode=True), [2, 3, 7, 8]),
    ("adaptive_avg_pool2d", lambda: nn.AdaptiveAvgPool2d((3, None)), [2, 3, 7, 8]),
    ("dropout", lambda: nn.Dropout(0.3), [10, 20]),
    ("prelu", lambda: nn.PReLU(), [4, 5]),
    ("gelu", lambda: nn.GELU(), [4, 5]),
    ("softplus", lambda: nn.Softplus(2.0), [4, 5]),
    ("sequential", tied, [4, 6]),
]

INITS = [
    ("xavier_uniform", lambda t: nn.init.xavier_uniform_(t, gain=2.0)),
    ("xavier_normal", nn.init.xavier_normal_),
    ("kaiming_uniform", lambda t: nn.init.kaiming_uniform_(t, nonlinearity="relu")),
    ("kaiming_normal", lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu")),
    ("normal", lambda t: nn.init.normal_(t, 1.0, 2.0)),
    ("uniform", lambda t: nn.init.uniform_(t, -2.0, 1.0)),
]


def sums(t):
    t = t.detach().double()
    return [t.sum().item(), (t * t).sum().item()]


cases = []
for name, make, shape in CASES:
    torch.manual_seed(3)
    layer = make()
    x = torch.rand(shape, requires_grad=True)
    y = layer(x - 0.5)
    (y * y).sum().backward()
    state = {k: sums(v) for k, v in layer.state_dict().items()}
    cases.append({"layer": name, "shape": shape, "keys": list(state), "state": state, "output": sums(y),
                  "grad": sums(x.grad)})
inits = []
for name, fill in INITS:
    torch.manual_seed(3)
    inits.append({"init": name, "sums": sums(fill(torch.empty(6, 4, 3)))})
with open(os.path.join(HERE, "nn.json"), "w") as f:
    lines = ",\n".join(json.dumps(c) for c in cases)
    more = ",\n".join(json.dumps(c) for c in inits)
    f.write(f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n], "inits": [\n{more}\n]}}\n')
