"""Kullback-Leibler divergences of pairs of distributions."""
import functools
import warnings

import emberwing as torch

from .distribution import Distribution

__all__ = ["register_kl", "kl_divergence"]

_KL_REGISTRY = {}
_KL_MEMOIZE = {}


def register_kl(type_p, type_q):
    """A decorator that registers a function of (p, q) as the divergence of these classes and their subclasses."""
    for name, kind in (("type_p", type_p), ("type_q", type_q)):
        if not (isinstance(kind, type) and issubclass(kind, Distribution)):
            raise TypeError(f"Expected {name} to be a Distribution subclass but got {kind}")

    def decorate(function):
        _KL_REGISTRY[type_p, type_q] = function
        # A memoized answer may no longer be the closest.
        _KL_MEMOIZE.clear()
        return function
    return decorate


def _closer(a, b):
    """Whether the pair of classes `a` comes before `b`, the first class counting first."""
    for x, y in zip(a, b):
        if not issubclass(x, y):
            return False
        if x is not y:
            break
    return True


def _closest(pairs):
    return functools.reduce(lambda best, pair: pair if best is None or not _closer(best, pair) else best, pairs, None)


def _dispatch_kl(type_p, type_q):
    """The function of the most derived pair of superclasses that has one."""
    pairs = [(p, q) for p, q in _KL_REGISTRY if issubclass(type_p, p) and issubclass(type_q, q)]
    if not pairs:
        return NotImplemented
    left = _closest(pairs)
    right = _closest([(q, p) for p, q in pairs])[::-1]
    if _KL_REGISTRY[left] is not _KL_REGISTRY[right]:
        warnings.warn(f"Ambiguous kl_divergence({type_p.__name__}, {type_q.__name__}). Please register_kl("
                      f"{left[0].__name__}, {right[1].__name__})", RuntimeWarning, stacklevel=3)
    return _KL_REGISTRY[left]


def kl_divergence(p, q):
    """KL(p || q) = E_p[log p(x) - log q(x)], of shape batch_shape."""
    key = type(p), type(q)
    function = _KL_MEMOIZE.get(key)
    if function is None:
        function = _KL_MEMOIZE[key] = _dispatch_kl(*key)
    if function is NotImplemented:
        raise NotImplementedError(f"No KL(p || q) is implemented for p type {p.__class__.__name__} and q type "
                                  f"{q.__class__.__name__}")
    return function(p, q)


def infinite(like):
    """Infinities in the shape of a parameter."""
    return torch.full_like(like, torch.inf)


from . import _kl_same, _kl_cross  # noqa: E402,F401
