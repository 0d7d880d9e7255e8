"""Datasets of images."""

import importlib as _importlib

_FOUND_IN = {"CIFAR10": "cifar", "CIFAR100": "cifar", "CelebA": "celeba", "CocoCaptions": "coco",
             "CocoDetection": "coco", "DatasetFolder": "folder", "EMNIST": "mnist", "FakeData": "fakedata",
             "FashionMNIST": "mnist", "Food101": "food101", "INaturalist": "inaturalist", "ImageFolder": "folder",
             "ImageNet": "imagenet", "KMNIST": "mnist", "LSUN": "lsun", "LSUNClass": "lsun", "MNIST": "mnist",
             "Places365": "places365", "QMNIST": "mnist", "STL10": "stl10", "SVHN": "svhn", "VisionDataset": "vision"}
_PARTS = {*_FOUND_IN.values(), "utils"}

__all__ = sorted(_FOUND_IN)


def __getattr__(name):
    if name in _FOUND_IN:
        value = globals()[name] = getattr(_importlib.import_module(f"{__name__}.{_FOUND_IN[name]}"), name)
        return value
    if name in _PARTS:
        return _importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_FOUND_IN, *_PARTS})
