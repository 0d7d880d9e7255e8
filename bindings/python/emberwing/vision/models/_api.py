"""Names of models and of their published weights."""

import functools
import importlib
import inspect
import warnings
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatch

from ._weights import PUBLISHED

_URL = "https://download.pytorch.org/models/"
_BUILDERS = {}
_WEIGHTS_OF = {}


@dataclass(eq=False)
class Weights:
    """Where a file of weights is, the preprocessing that goes with it, and facts about it."""

    url: str
    transforms: object
    meta: dict


class WeightsEnum(Enum):
    """The published weights of one model."""

    @classmethod
    def verify(cls, obj):
        """`obj` as a member of this class, given as a member or as its name."""
        if obj is None:
            return None
        if type(obj) is str:
            return cls[obj.replace(f"{cls.__name__}.", "")]
        if not isinstance(obj, cls):
            raise TypeError(f"Invalid Weight class provided; expected {cls.__name__} but received "
                            f"{type(obj).__name__}.")
        return obj

    def get_state_dict(self, *args, **kwargs):
        """The weights, downloaded unless they are in the cache."""
        from .._web import load_state_dict_from_url

        return load_state_dict_from_url(self.url, *args, **kwargs)

    def __repr__(self):
        return f"{type(self).__name__}.{self._name_}"

    @property
    def url(self):
        """The address of the file."""
        return self.value.url

    @property
    def transforms(self):
        """What makes the preprocessing."""
        return self.value.transforms

    @property
    def meta(self):
        """Facts: num_params, min_size, accuracy."""
        return self.value.meta


def _preset(**settings):
    def make(**changes):
        from ..transforms._presets import ImageClassification

        return ImageClassification(**{**settings, **changes})

    return make


@functools.cache
def weights_class(name):
    """The enumeration of the weights called `name`."""
    from ..transforms.functional import InterpolationMode

    members = {}
    for key, (file, crop, resize, mode, parameters, top1, top5) in PUBLISHED[name].items():
        metrics = {"ImageNet-1K": {"acc@1": top1, "acc@5": top5}}
        members[key] = Weights(_URL + file, _preset(crop_size=crop, resize_size=resize,
                                                    interpolation=InterpolationMode(mode)),
                               {"num_params": parameters, "_metrics": metrics})
    members["DEFAULT"] = members[next(reversed(members))]
    return WeightsEnum(name, members, module=f"{__package__}", qualname=name)


def weights_attribute(name):
    """The enumeration of weights `name`, as a module's __getattr__."""
    if name in PUBLISHED:
        return weights_class(name)
    raise AttributeError(f"module {__package__!r} has no attribute {name!r}")


def builder(weights_name, convert=None, without_init=False, loaded=None, size_from_weights=False):
    """Makes of a function of model settings one that also takes `weights` and `progress`, and registers it.

    `convert` renames the keys of published files, `without_init` adds init_weights=False when weights are given, and
    `loaded` is called as loaded(settings) before the model is made and as its result(model) after the weights are in;
    `size_from_weights` makes the model for the images that the weights were trained on.
    """
    def wrap(make):
        name = make.__name__

        @functools.wraps(make)
        def model(*old, weights=None, progress=True, **kwargs):
            chosen = _chosen(name, weights_name, weights, old, kwargs)
            if chosen is None:
                return make(**kwargs)
            if kwargs.setdefault("num_classes", 1000) != 1000:
                raise ValueError(f"The parameter 'num_classes' expected value 1000 but got {kwargs['num_classes']} "
                                 "instead.")
            if without_init:
                kwargs["init_weights"] = False
            if size_from_weights:
                kwargs.setdefault("image_size", PUBLISHED[weights_name][chosen.name][1])
            after = loaded(kwargs) if loaded else None
            net = make(**kwargs)
            state = chosen.get_state_dict(progress=progress, check_hash=True)
            net.load_state_dict(convert(state) if convert else state)
            if after:
                after(net)
            return net

        key = inspect.Parameter
        model.__signature__ = inspect.Signature([key("weights", key.KEYWORD_ONLY, default=None),
                                                 key("progress", key.KEYWORD_ONLY, default=True),
                                                 key("kwargs", key.VAR_KEYWORD)])
        _BUILDERS[name], _WEIGHTS_OF[name] = model, weights_name
        return model

    return wrap


def _chosen(name, weights_name, weights, old, kwargs):
    """The weights asked for, also in the old way: pretrained=True, by name or position."""
    if len(old) > 2:
        raise TypeError(f"{name}() takes at most 2 positional arguments (pretrained, progress), but {len(old)} were "
                        "given")
    if old and not isinstance(old[0], bool):
        weights = old[0]
    elif old or "pretrained" in kwargs:
        pretrained = kwargs.pop("pretrained", old[0] if old else False)
        warnings.warn("The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, please use "
                      "'weights' instead.", UserWarning, stacklevel=4)
        # The weights that pretrained=True has always meant.
        if pretrained:
            known = weights_class(weights_name).__members__
            weights = known.get("IMAGENET1K_V1", known["DEFAULT"])
    if weights is None:
        return None
    return weights_class(weights_name).verify(weights)


def _registered():
    importlib.import_module(__package__)
    return _BUILDERS


def list_models(module=None, include=None, exclude=None):
    """The names of the models, of one module or all, that match `include` and not `exclude`."""
    found = [name for name, model in _registered().items() if module is None or model.__module__ == module.__name__]
    for patterns, wanted in ((include, True), (exclude, False)):
        if patterns:
            patterns = [patterns] if isinstance(patterns, str) else patterns
            found = [n for n in found if any(fnmatch(n, p) for p in patterns) == wanted]
    return sorted(found)


def get_model_builder(name):
    """The function that makes the model `name`."""
    try:
        return _registered()[name.lower()]
    except KeyError:
        raise ValueError(f"Unknown model {name}") from None


def get_model(name, **config):
    """The model `name`."""
    return get_model_builder(name)(**config)


def get_model_weights(name):
    """The published weights of a model, given by name or by the function that makes it."""
    name = name if isinstance(name, str) else name.__name__
    get_model_builder(name)
    return weights_class(_WEIGHTS_OF[name.lower()])


def get_weight(name):
    """The weights called `name`, such as "ResNet50_Weights.IMAGENET1K_V2"."""
    kind, _, member = name.rpartition(".")
    if not kind:
        raise ValueError(f"Invalid weight name provided: '{name}'.")
    kind = kind.rpartition(".")[2]
    if kind not in PUBLISHED:
        raise ValueError(f"The weight enum '{kind}' for the specific method couldn't be retrieved. Make sure the typing "
                         "info is correct.")
    return weights_class(kind)[member]
