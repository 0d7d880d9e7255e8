"""Writes vision.json from PyTorch's vision package: python Tests/Golden/make_vision.py"""
import json
import os
import sys
import warnings

import torch
import torchvision
import torchvision.transforms.v2
import torchvision.tv_tensors

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "bindings", "python", "tests"))
import cases_vision as cases  # noqa: E402
from golden import encode  # noqa: E402

warnings.simplefilter("ignore")
T, V2, X = torchvision.transforms, torchvision.transforms.v2, torchvision.tv_tensors
results = {
    "transforms": {name: [encode(cases.transformed(torch, T, T.functional, name, seed)) for seed in (0, 1)]
                   for name in cases.TRANSFORMS},
    "v2": {name: encode(cases.sample(torch, V2, X, name)) for name in cases.V2},
    "operations": {name: encode(value) for name, value in cases.operations(torch, torchvision.ops).items()},
    "utils": {name: encode(value) for name, value in cases.grids(torch, torchvision.utils).items()},
    "keys": {name: cases.keys(torchvision.models, name) for name in cases.MODELS},
    "forward": {name: encode(cases.forward(torch, torchvision.models, name))
                for name in ("squeezenet1_1", "shufflenet_v2_x0_5", "resnet18")},
}
with open(os.path.join(HERE, "vision.json"), "w") as f:
    json.dump(results, f, separators=(",", ":"))
    f.write("\n")
