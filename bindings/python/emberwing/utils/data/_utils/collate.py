"""Making a batch of samples, and tensors of what a dataset gives."""

import copy
import re
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence

import numpy as np

import emberwing as ew
from ...._tensor import Tensor

_TEXT_DTYPE = re.compile(r"[SaUO]")
_ERROR = "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {}"


def _rebuilt_mapping(original, entries):
    """A mapping of the original's kind with new values, or a dict if its kind cannot be made so."""
    try:
        if isinstance(original, MutableMapping):
            made = copy.copy(original)
            made.update(entries)
            return made
        return type(original)(entries)
    except TypeError:
        return entries


def _rebuilt_sequence(original, values):
    """A sequence of the original's kind with new values, or a list if its kind cannot be made so."""
    try:
        if isinstance(original, MutableSequence):
            made = copy.copy(original)
            for i, value in enumerate(values):
                made[i] = value
            return made
        return type(original)(values)
    except TypeError:
        return values


def default_convert(data):
    """Makes tensors of the numpy arrays in a sample, whatever it is nested in."""
    kind = type(data)
    if isinstance(data, Tensor):
        return data
    if kind.__module__ == "numpy" and kind.__name__ not in ("str_", "string_"):
        if kind.__name__ == "ndarray" and _TEXT_DTYPE.search(data.dtype.str) is not None:
            return data
        return ew.as_tensor(data)
    if isinstance(data, Mapping):
        return _rebuilt_mapping(data, {key: default_convert(data[key]) for key in data})
    if isinstance(data, tuple):
        values = [default_convert(value) for value in data]
        return kind(*values) if hasattr(data, "_fields") else values
    if isinstance(data, Sequence) and not isinstance(data, (str, bytes)):
        return _rebuilt_sequence(data, [default_convert(value) for value in data])
    return data


def collate(batch, *, collate_fn_map=None):
    """Makes one value of a list of values of one kind, by the functions in `collate_fn_map` for the leaves."""
    first = batch[0]
    kind = type(first)
    if collate_fn_map is not None:
        function = collate_fn_map.get(kind)
        if function is None:
            function = next((fn for types, fn in collate_fn_map.items() if isinstance(first, types)), None)
        if function is not None:
            return function(batch, collate_fn_map=collate_fn_map)
    if isinstance(first, Mapping):
        return _rebuilt_mapping(first, {key: collate([sample[key] for sample in batch], collate_fn_map=collate_fn_map)
                                        for key in first})
    if isinstance(first, tuple) and hasattr(first, "_fields"):
        return kind(*(collate(values, collate_fn_map=collate_fn_map) for values in zip(*batch)))
    if isinstance(first, Sequence):
        if any(len(sample) != len(first) for sample in batch):
            raise RuntimeError("each element in list of batch should be of equal size")
        values = [collate(column, collate_fn_map=collate_fn_map) for column in zip(*batch)]
        return values if isinstance(first, tuple) else _rebuilt_sequence(first, values)
    raise TypeError(_ERROR.format(kind))


def collate_tensor_fn(batch, *, collate_fn_map=None):
    """Stacks tensors."""
    return ew.stack(tuple(batch), 0)


def collate_numpy_array_fn(batch, *, collate_fn_map=None):
    """Stacks numpy arrays into a tensor."""
    if _TEXT_DTYPE.search(batch[0].dtype.str) is not None:
        raise TypeError(_ERROR.format(batch[0].dtype))
    return collate([ew.as_tensor(array) for array in batch], collate_fn_map=collate_fn_map)


def collate_numpy_scalar_fn(batch, *, collate_fn_map=None):
    """Makes a tensor of numpy numbers."""
    return ew.as_tensor(np.asarray(batch))


def collate_float_fn(batch, *, collate_fn_map=None):
    """Makes a float64 tensor of numbers."""
    return ew.tensor(batch, dtype=ew.float64)


def collate_int_fn(batch, *, collate_fn_map=None):
    """Makes an int64 (or bool) tensor of numbers."""
    return ew.tensor(batch)


def collate_str_fn(batch, *, collate_fn_map=None):
    """Leaves texts as they are."""
    return batch


default_collate_fn_map = {
    Tensor: collate_tensor_fn,
    np.ndarray: collate_numpy_array_fn,
    (np.bool_, np.number, np.object_): collate_numpy_scalar_fn,
    float: collate_float_fn,
    int: collate_int_fn,
    str: collate_str_fn,
    bytes: collate_str_fn,
}


def default_collate(batch):
    """Makes a batch of samples: tensors are stacked, numbers become tensors, containers keep their kind."""
    return collate(batch, collate_fn_map=default_collate_fn_map)
