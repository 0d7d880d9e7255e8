"""vmap: a function of single elements as one of batches. Every slice goes through the function by itself."""
from functools import wraps

from .._base import Tensor
from .._functions import get_rng_state, set_rng_state
from .._generated import functions as F
from ..utils._pytree import broadcast_to_and_flatten, tree_flatten, tree_unflatten

__all__ = ["vmap"]


def check_randomness(randomness):
    if randomness not in ("error", "different", "same"):
        raise RuntimeError("Only allowed values for randomness are 'error', 'different', or 'same'. Got " + str(randomness))


def check_chunk_size(chunk_size):
    if chunk_size is not None and not chunk_size > 0:
        raise ValueError(f"vmap: chunk_size should be None or greater than 0. (got {chunk_size})")


def _name(func):
    return getattr(func, "__name__", repr(func))


def _whole(axes):
    return axes is None or isinstance(axes, int)


def _inputs(in_dims, args, func):
    """(batch size, the axis of every leaf or None, the leaves, the structure of the arguments)."""
    call = f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>)"
    if not isinstance(in_dims, (int, tuple)):
        raise ValueError(f"{call}: expected `in_dims` to be int or a (potentially nested) tuple matching the structure of "
                         f"inputs, got: {type(in_dims)}.")
    if not args:
        raise ValueError(f"vmap({_name(func)})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to "
                         "vmap over a function with no inputs. The latter is unsupported.")
    leaves, spec = tree_flatten(args)
    axes = broadcast_to_and_flatten(in_dims, spec, lambda a: a is None)
    if axes is None:
        raise ValueError(f"{call}: in_dims is not compatible with the structure of `inputs`. in_dims has structure "
                         f"{tree_flatten(in_dims)[1]} but inputs has structure {spec}.")
    sizes = []
    for i, (leaf, axis) in enumerate(zip(leaves, axes)):
        if axis is None:
            continue
        if not isinstance(axis, int):
            raise ValueError(f"{call}: Got in_dim={axis} for an input but in_dim must be either an integer dimension or None.")
        if not isinstance(leaf, Tensor):
            raise ValueError(f"{call}: Got in_dim={axis} for an input but the input is of type {type(leaf)}. We cannot vmap "
                             "over non-Tensor arguments, please use None as the respective in_dim")
        rank = leaf.dim()
        if not -rank <= axis < rank:
            raise ValueError(f"{call}: Got in_dim={axis} for some input, but that input is a Tensor of dimensionality {rank} "
                             f"so expected in_dim to satisfy -{rank} <= in_dim < {rank}.")
        axes[i] = axis % rank
        sizes.append(leaf.shape[axes[i]])
    if not sizes:
        raise ValueError(f"{call}: at least one of the inputs must be mapped over: all in_dims are None")
    if len(set(sizes)) != 1:
        raise ValueError("vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                         f"{sizes} for the mapped dimension")
    return sizes[0], axes, leaves, spec


def _output_axes(out_dims, spec, func):
    call = f"vmap({_name(func)}, ..., out_dims={out_dims})(<inputs>)"
    axes = None
    if spec.is_leaf() and isinstance(out_dims, tuple) and len(out_dims) == 1:
        out_dims = out_dims[0]
    if _whole(out_dims):
        axes = [out_dims] * spec.num_leaves
    elif isinstance(out_dims, (tuple, list, dict)):
        axes = broadcast_to_and_flatten(out_dims, spec, lambda a: a is None)
    else:
        raise ValueError(f"{call}: `out_dims` must be an int, None or a python collection of ints representing where in the "
                         "outputs the vmapped dimension should appear.")
    if axes is None or not all(map(_whole, axes)):
        raise ValueError(f"{call}: out_dims is not compatible with the structure of `outputs`. out_dims has structure "
                         f"{tree_flatten(out_dims)[1]} but outputs has structure {spec}.")
    return axes


def _joined(parts, axis, size, func):
    """The results of all slices as one tensor."""
    if axis is None:
        first = parts[0]
        if any(p is not first and not (p.shape == first.shape and F.equal(p, first)) for p in parts[1:]):
            raise ValueError(f"vmap({_name(func)}, ...): `{_name(func)}` can not return a BatchedTensor when out_dim is None")
        return first
    shape = parts[0].shape
    for p in parts:
        if p.shape != shape:
            raise RuntimeError(f"vmap({_name(func)}, ...): the results of the slices have different shapes, {shape} and "
                               f"{p.shape}")
    rank = len(shape) + 1
    if not -rank <= axis < rank:
        raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {axis})")
    if size == 0:
        axis %= rank
        return parts[0].new_empty((*shape[:axis], 0, *shape[axis:]))
    return F.stack(parts, axis)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """`func` for every slice of the inputs along their axes `in_dims`, results stacked along `out_dims`.

    Slices are computed one after the other, so `chunk_size`, which bounds how many are at once, holds always."""
    check_randomness(randomness)
    check_chunk_size(chunk_size)

    @wraps(func)
    def wrapped(*args, **kwargs):
        size, axes, leaves, spec = _inputs(in_dims, args, func)
        slices = [None if axis is None else F.unbind(leaf, axis) for leaf, axis in zip(leaves, axes)]
        if size == 0:
            # The function runs once on zeros for the shapes of its results.
            slices = [None if axis is None else (leaf.new_zeros((*leaf.shape[:axis], *leaf.shape[axis + 1:])),)
                      for leaf, axis in zip(leaves, axes)]
        state = get_rng_state()
        collected, out_spec = [], None
        for i in range(max(size, 1)):
            if i and randomness == "same":
                set_rng_state(state)
            given = [leaf if s is None else s[i] for leaf, s in zip(leaves, slices)]
            flat, this_spec = tree_flatten(func(*tree_unflatten(given, spec), **kwargs))
            for value in flat:
                if not isinstance(value, Tensor):
                    raise ValueError(f"vmap({_name(func)}, ...): `{_name(func)}` must only return Tensors, got type "
                                     f"{type(value)}. Did you mean to set out_dims= to None for output?")
            if out_spec is not None and this_spec != out_spec:
                raise RuntimeError(f"vmap({_name(func)}, ...): the results of the slices have different structures, {out_spec} "
                                   f"and {this_spec}")
            out_spec = this_spec
            collected.append(flat)
            if randomness == "error" and i in (0, size - 1) and not F.equal(get_rng_state(), state):
                set_rng_state(state)
                raise RuntimeError("vmap: called random operation while in randomness error mode. Please either use the "
                                   "'same' or 'different' randomness flags on vmap or perform the randomness operation out "
                                   "of vmap")
        if size == 0:
            set_rng_state(state)
        joined = [_joined(parts, axis, size, func)
                  for parts, axis in zip(zip(*collected), _output_axes(out_dims, out_spec, func))]
        return tree_unflatten(joined, out_spec)
    return wrapped
