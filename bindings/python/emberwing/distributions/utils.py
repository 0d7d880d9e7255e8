"""Helpers of the distributions: broadcasting of parameters, logits and probabilities, triangles as vectors."""
import functools
from numbers import Number as _Number

import emberwing as torch

euler_constant = 0.57721566490153286060
__all__ = ["broadcast_all", "logits_to_probs", "clamp_probs", "probs_to_logits", "lazy_property", "tril_matrix_to_vec",
           "vec_to_tril_matrix"]


def is_number(x):
    return isinstance(x, (int, float, complex)) or isinstance(x, _Number)


def broadcast_all(*values):
    """The values, numbers or tensors, as tensors of one shape."""
    tensors = [isinstance(v, torch.Tensor) for v in values]
    for v, is_tensor in zip(values, tensors):
        if not (is_tensor or is_number(v)):
            raise ValueError("Input arguments must all be instances of Number, torch.Tensor or objects implementing "
                             "__torch_function__.")
    if not all(tensors):
        dtype = next((v.dtype for v, is_tensor in zip(values, tensors) if is_tensor), torch.get_default_dtype())
        values = [v if is_tensor else torch.tensor(v, dtype=dtype) for v, is_tensor in zip(values, tensors)]
    return torch.broadcast_tensors(*values)


def _standard_normal(shape, dtype, device):
    return torch.empty(shape, dtype=dtype).normal_()


def _sum_rightmost(value, dim):
    """Sums out the last `dim` dimensions."""
    return value.reshape(value.shape[:-dim] + (-1,)).sum(-1) if dim else value


def logits_to_probs(logits, is_binary=False):
    """Probabilities of (normalised or not) log-probabilities, or of log-odds."""
    return torch.sigmoid(logits) if is_binary else torch.softmax(logits, -1)


def clamp_probs(probs):
    """Probabilities kept an eps away from 0 and 1."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def probs_to_logits(probs, is_binary=False):
    """Log-probabilities, or log-odds, finite ones."""
    p = clamp_probs(probs)
    return torch.log(p) - torch.log1p(-p) if is_binary else torch.log(p)


def _clipped_sigmoid(x):
    limits = torch.finfo(x.dtype)
    return torch.clamp(torch.sigmoid(x), min=limits.tiny, max=1.0 - limits.eps)


class lazy_property:
    """A property that is computed once, with gradients, and then stored in the instance."""

    def __init__(self, wrapped):
        self.wrapped = wrapped
        functools.update_wrapper(self, wrapped)

    def __get__(self, instance, owner=None):
        if instance is None:
            return _lazy_property_and_property(self.wrapped)
        with torch.enable_grad():
            value = self.wrapped(instance)
        setattr(instance, self.wrapped.__name__, value)
        return value


class _lazy_property_and_property(lazy_property, property):
    """What the class shows of a lazy property: documentation tools look for `property`."""

    def __init__(self, wrapped):
        property.__init__(self, wrapped)


def _below(n, diag):
    index = torch.arange(n)
    return index < index.view(-1, 1) + (diag + 1)


def tril_matrix_to_vec(mat, diag=0):
    """The lower triangles of matrices (…, n, n), row by row: (…, elements)."""
    n = mat.shape[-1]
    if diag < -n or diag >= n:
        raise ValueError(f"diag ({diag}) provided is outside [{-n}, {n - 1}].")
    return mat[..., _below(n, diag)]


def vec_to_tril_matrix(vec, diag=0):
    """Matrices (…, n, n) whose lower triangles hold the vectors (…, elements) row by row."""
    b = 1 + 2 * diag
    n = (-b + (b * b + 8 * vec.shape[-1] + 4 * abs(diag) * (diag + 1)) ** 0.5) / 2
    if round(n) - n > torch.finfo(vec.dtype).eps:
        raise ValueError(f"The size of last dimension is {vec.shape[-1]} which cannot be expressed as "
                         "the lower triangular part of a square D x D matrix.")
    n = round(n)
    mat = vec.new_zeros(tuple(vec.shape[:-1]) + (n, n))
    mat[..., _below(n, diag)] = vec
    return mat
