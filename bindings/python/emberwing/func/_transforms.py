"""Derivatives of functions: grad, vjp, jvp, jacrev, jacfwd, hessian, linearize."""
from functools import wraps

from .._base import Tensor
from .._functions import zeros, zeros_like
from .._generated import functions as F
from ..autograd.function import forward_levels
from ..utils._pytree import tree_flatten, tree_unflatten
from ._levels import Level, differentiable
from ._vmap import check_randomness

__all__ = ["grad", "grad_and_value", "hessian", "jacfwd", "jacrev", "jvp", "linearize", "vjp"]


def _positions(argnums, count):
    """The chosen arguments as numbers from 0."""
    if isinstance(argnums, tuple):
        if not argnums:
            raise RuntimeError("argnums must be non-empty")
        chosen = tuple(_positions(a, count) for a in argnums)
        if len(set(chosen)) != len(chosen):
            raise RuntimeError(f"argnums elements must be unique, got {argnums}")
        return chosen
    if isinstance(argnums, bool) or not isinstance(argnums, int):
        raise RuntimeError(f"argnum must be int, got: {type(argnums)}" if not isinstance(argnums, (list, set)) else
                           f"argnums must be int or Tuple[int], got: {type(argnums)}")
    if not -count <= argnums < count:
        raise RuntimeError(f"Got argnum={argnums}, but only {count} positional inputs")
    return argnums % count


def _track(level, args, argnums):
    """(arguments with the chosen ones tracked, the tracked tensors, the structure of the chosen ones)."""
    chosen = _positions(argnums, len(args))
    flat, spec = tree_flatten(tuple(args[i] for i in chosen) if isinstance(chosen, tuple) else args[chosen])
    flat = [level.track(t) for t in flat]
    made = tree_unflatten(flat, spec)
    args = list(args)
    if isinstance(chosen, tuple):
        for i, value in zip(chosen, made):
            args[i] = value
    else:
        args[chosen] = made
    return args, flat, spec


def _split(output, has_aux, name):
    if not has_aux:
        return output, None
    if not (isinstance(output, tuple) and len(output) == 2):
        raise RuntimeError(f"{name}: output of function f should be a tuple: (output, aux) if has_aux is True")
    return output


def _released(level, tree):
    flat, spec = tree_flatten(tree)
    return tree_unflatten(level.release(flat), spec)


def _outputs(output, name):
    flat, spec = tree_flatten(output)
    if not flat:
        raise RuntimeError(f"{name}: Expected f to be a function that has non-empty output (i.e. output != ())")
    for o in flat:
        if not isinstance(o, Tensor):
            raise RuntimeError(f"{name}: Expected f(*args) to return only tensors, got unsupported type {type(o)}")
    return flat, spec


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that returns the gradient of `func`, whose result is one number, and the result itself."""
    @wraps(func)
    def wrapper(*args, **kwargs):
        with Level() as level:
            args, inputs, spec = _track(level, args, argnums)
            output, aux = _split(func(*args, **kwargs), has_aux, "grad_and_value(f)(*args)")
            if not isinstance(output, Tensor):
                raise RuntimeError(f"grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got {type(output)}")
            if output.dim() != 0:
                raise RuntimeError("grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with "
                                   f"{output.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?")
            grads = tree_unflatten(level.release(level.pull([output], inputs, [None])), spec)
            value = _released(level, output)
            if has_aux:
                return grads, (value, _released(level, aux))
            return grads, value
    return wrapper


def grad(func, argnums=0, has_aux=False):
    """A function that returns the gradient of `func`, whose result is one number, by the chosen arguments."""
    both = grad_and_value(func, argnums, has_aux)

    @wraps(func)
    def wrapper(*args, **kwargs):
        grads, rest = both(*args, **kwargs)
        return (grads, rest[1]) if has_aux else grads
    return wrapper


def vjp(func, *primals, has_aux=False):
    """The outputs of `func`, and the function v → vᵀJ, which gives a tuple with an entry for each of `primals`."""
    with Level() as level:
        flat, spec = tree_flatten(primals)
        inputs = [level.track(t) for t in flat]
        output, aux = _split(func(*tree_unflatten(inputs, spec)), has_aux, "vjp(f, *primals)")
        outputs, out_spec = _outputs(output, "vjp(f, *primals)")
        for o in outputs:
            if not differentiable(o):
                raise RuntimeError(f"vjp(f, ...): All outputs of f must be floating-point or complex Tensors, got Tensor with "
                                   f"dtype {o.dtype}")
        results = tree_unflatten(level.release(outputs), out_spec)
        aux = _released(level, aux) if has_aux else None

    def wrapper(cotangents, retain_graph=True, create_graph=None):
        given, given_spec = tree_flatten(cotangents)
        if given_spec != out_spec:
            raise RuntimeError("Expected pytree structure of cotangents to be the same as pytree structure of outputs to the "
                               f"function. cotangents: {given_spec}, primal output: {out_spec}")
        with Level() as caller:
            again = caller.recording
            if create_graph is not None:
                caller.recording = bool(create_graph)
            try:
                found = caller.pull(outputs, inputs, given, retain_graph)
            finally:
                caller.recording = again
            return tree_unflatten(caller.release(found), spec)
    return (results, wrapper, aux) if has_aux else (results, wrapper)


class _Forward(Level):
    """A level of forward mode: custom functions with a `jvp` use it inside."""

    def __enter__(self):
        forward_levels.count += 1
        return super().__enter__()

    def __exit__(self, *exception):
        forward_levels.count -= 1
        return super().__exit__(*exception)


def _same_structure(primals, tangents):
    _, spec = tree_flatten(primals)
    flat, tangent_spec = tree_flatten(tangents)
    if spec != tangent_spec:
        raise RuntimeError("jvp(f, primals, tangents): Expected primals and tangents to have the same python structure. For "
                           "example, if primals is a tuple of 3 tensors, tangents also must be. Got primals with structure "
                           f"{spec} and tangents with structure {tangent_spec}")
    for t in flat:
        if not isinstance(t, Tensor):
            raise RuntimeError(f"jvp(f, primals, tangents): Expected tangents to be Tensors, got unsupported type {type(t)}")
    return flat


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """The outputs of `func`, and J times `tangents`."""
    if not isinstance(primals, tuple):
        raise RuntimeError("jvp(f, primals, tangents): Expected primals to be a tuple. E.g. it should be valid to call "
                           "f(*primals).")
    vectors = _same_structure(primals, tangents)
    with _Forward() as level:
        flat, spec = tree_flatten(primals)
        if not flat:
            raise RuntimeError("jvp(f, primals, tangents): Expected at least one Tensor in primals")
        for i, (p, v) in enumerate(zip(flat, vectors)):
            if isinstance(p, Tensor) and p.shape != v.shape:
                raise RuntimeError(f"Expected primal and tangent to have the same shape, but got {p.shape} and {v.shape} at "
                                   f"position {i}")
        inputs = [level.track(t) for t in flat]
        output, aux = _split(func(*tree_unflatten(inputs, spec)), has_aux, "jvp(f, primals, tangents)")
        outputs, out_spec = _outputs(output, "jvp(f, primals, tangents)")
        if strict and any(not o.requires_grad for o in outputs):
            raise RuntimeError("jvp(f, primals, tangents, strict=True): The output of f is independent of the inputs. This is "
                               "not allowed with strict=True.")
        found = level.push(outputs, inputs)(vectors, level.seen_outside(vectors))
        results = tree_unflatten(level.release(outputs), out_spec), tree_unflatten(level.release(found), out_spec)
        return (*results, _released(level, aux)) if has_aux else results


def linearize(func, *primals):
    """The outputs of `func`, and the function v → J v at this point, which runs `func` no more."""
    with _Forward() as level:
        flat, spec = tree_flatten(primals)
        inputs = [level.track(t) for t in flat]
        outputs, out_spec = _outputs(func(*tree_unflatten(inputs, spec)), "linearize(f, *primals)")
        along = level.push(outputs, inputs)
        results = tree_unflatten(level.release(outputs), out_spec)

    def jvp_fn(*tangents):
        vectors, given = tree_flatten(tangents)
        if given != spec:
            raise RuntimeError("Expected the tangents to have the same structure as the primals. Got primals with structure "
                               f"{spec} and tangents with structure {given}")
        for v, p in zip(vectors, flat):
            if v.shape != p.shape:
                raise RuntimeError(f"Expected a tangent of shape {p.shape}, but got {v.shape}")
            if v.dtype != p.dtype:
                raise RuntimeError(f"Expected a tangent of dtype {p.dtype}, but got {v.dtype}")
        with Level() as caller:
            found = along(vectors, caller.seen_outside(vectors))
            return tree_unflatten(caller.release(found), out_spec)
    return results, jvp_fn


def _refuse_complex(values, name, what):
    for i, t in enumerate(values):
        if isinstance(t, Tensor) and t.dtype.is_complex:
            raise RuntimeError(f"{name}: Expected all {what}s to be real but received complex tensor at flattened {what} idx: "
                               f"{i}")


def _units(t):
    """The unit vectors of a tensor's space, one after the other."""
    for i in range(t.numel()):
        e = zeros(t.numel(), dtype=t.dtype)
        e[i] = 1
        yield e.reshape(t.shape)


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None, _preallocate_and_copy=False):
    """A function that returns the Jacobian of `func`, of shape output shape + input shape, a row at a time."""
    if chunk_size is not None and not chunk_size > 0:
        raise ValueError("jacrev: `chunk_size` should be greater than 0.")

    @wraps(func)
    def wrapper(*args, **kwargs):
        _refuse_complex(tree_flatten(args)[0], "jacrev", "input")
        with Level() as level:
            args, inputs, spec = _track(level, args, argnums)
            output, aux = _split(func(*args, **kwargs), has_aux, "jacrev(f, *primals)")
            outputs, out_spec = _outputs(output, "jacrev")
            _refuse_complex(outputs, "jacrev", "output")
            tables = []
            for o in outputs:
                rows = [level.pull([o], inputs, [e], True) for e in _units(o)]
                columns = list(zip(*rows)) if rows else [()] * len(inputs)
                made = [F.reshape(F.stack(c, 0), (*o.shape, *x.shape)) if c else zeros((*o.shape, *x.shape), dtype=x.dtype)
                        for c, x in zip(columns, inputs)]
                tables.append(tree_unflatten(level.release(made), spec))
            result = tree_unflatten(tables, out_spec)
            return (result, _released(level, aux)) if has_aux else result
    return wrapper


def jacfwd(func, argnums=0, has_aux=False, *, randomness="error"):
    """A function that returns the Jacobian of `func`, of shape output shape + input shape, a column at a time."""
    check_randomness(randomness)

    @wraps(func)
    def wrapper(*args, **kwargs):
        _refuse_complex(tree_flatten(args)[0], "jacfwd", "input")
        with _Forward() as level:
            args, inputs, spec = _track(level, args, argnums)
            output, aux = _split(func(*args, **kwargs), has_aux, "jacfwd(f, *primals)")
            outputs, out_spec = _outputs(output, "jacfwd")
            _refuse_complex(outputs, "jacfwd", "output")
            along = level.push(outputs, inputs)
            made = [[] for _ in outputs]
            for k, x in enumerate(inputs):
                columns = [along([e if i == k else zeros_like(y) for i, y in enumerate(inputs)]) for e in _units(x)]
                for o, table, found in zip(outputs, made, zip(*columns) if columns else [()] * len(outputs)):
                    table.append(F.reshape(F.stack(found, -1), (*o.shape, *x.shape)) if found else
                                 zeros((*o.shape, *x.shape), dtype=o.dtype))
            tables = [tree_unflatten(level.release(table), spec) for table in made]
            result = tree_unflatten(tables, out_spec)
            return (result, _released(level, aux)) if has_aux else result
    return wrapper


def hessian(func, argnums=0):
    """A function that returns the second derivatives of `func`: the Jacobian, forward, of the Jacobian, backward."""
    return jacfwd(jacrev(func, argnums), argnums)
