"""Images: transforms, datasets, models, files and operations (what torchvision is to PyTorch)."""

import importlib as _importlib

__all__ = ["datasets", "io", "models", "ops", "transforms", "tv_tensors", "utils", "get_image_backend",
           "set_image_backend"]
__version__ = "0.29.2"

_PARTS = {"datasets", "io", "models", "ops", "transforms", "tv_tensors", "utils"}
_image_backend = "PIL"


def __getattr__(name):
    if name in _PARTS:
        return _importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"Emberwing has no torchvision.{name}")


def __dir__():
    return sorted({*globals(), *_PARTS})


def set_image_backend(backend):
    """Chooses what reads images: only "PIL" is here."""
    if backend == "accimage":
        raise NotImplementedError("set_image_backend: backend='accimage' is not available; use 'PIL'")
    if backend != "PIL":
        raise ValueError(f"Invalid backend '{backend}'. Options are 'PIL' and 'accimage'")


def get_image_backend():
    """What reads images: "PIL"."""
    return _image_backend


def disable_beta_transforms_warning():
    """Does nothing: there is no such warning."""
