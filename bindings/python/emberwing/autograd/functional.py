"""Jacobians, Hessians and their products with vectors."""
from .._base import Tensor
from .._functions import ones_like, zeros_like
from .._generated import functions as F
from . import grad as _grad
from .modes import enable_grad

__all__ = ["hessian", "hvp", "jacobian", "jvp", "vhp", "vjp"]


def _tuple(values, what, function):
    single = not isinstance(values, (tuple, list))
    values = (values,) if single else tuple(values)
    for i, v in enumerate(values):
        if not isinstance(v, Tensor):
            raise TypeError(f"The {what} given to {function} must be either a Tensor or a tuple of Tensors but the value at "
                            f"index {i} has type {type(v)}.")
    return single, values


def _fresh(inputs, create_graph):
    """Inputs of their own graph; with `create_graph`, connected to the caller's."""
    return tuple(F.view_as(x, x) if create_graph and x.requires_grad else x.detach().requires_grad_(True) for x in inputs)


def _vector(v, like, what, function):
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(f"The vector v can only be None if {what} of the user-provided function is a single Tensor "
                               "with a single element.")
        return (ones_like(like[0]),)
    _, v = _tuple(v, "v", function)
    if len(v) != len(like):
        raise RuntimeError(f"v is a tuple of invalid length: should be {len(like)} but got {len(v)}.")
    for a, b in zip(v, like):
        if a.shape != b.shape:
            raise RuntimeError(f"v has invalid size: should be {b.shape} but got {a.shape}.")
    return v


def _fill(grads, like, strict, what):
    if strict and any(g is None for g in grads):
        raise RuntimeError(f"{what} is independent of one of the inputs. This is not allowed in strict mode.")
    return tuple(zeros_like(x) if g is None else g for g, x in zip(grads, like))


def _give(values, single, create_graph):
    values = tuple(v if create_graph else v.detach() for v in values)
    return values[0] if single else values


def _pull(outputs, inputs, v, create_graph):
    """Gradients of those outputs that depend on anything."""
    pairs = [(o, g) for o, g in zip(outputs, v) if o.requires_grad]
    if not pairs:
        return (None,) * len(inputs)
    return _grad([o for o, _ in pairs], inputs, [g for _, g in pairs], create_graph=create_graph, retain_graph=True,
                 allow_unused=True)


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the product of `v` with the Jacobian."""
    with enable_grad():
        single, given = _tuple(inputs, "inputs", "vjp")
        given = _fresh(given, create_graph)
        single_out, outputs = _tuple(func(*given), "outputs of the user-provided function", "vjp")
        v = _vector(v, outputs, "the output", "vjp")
        grads = _fill(_pull(outputs, given, v, create_graph), given, strict, "The output of the user-provided function")
    return _give(outputs, single_out, create_graph), _give(grads, single, create_graph)


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the product of the Jacobian with `v`."""
    with enable_grad():
        _, given = _tuple(inputs, "inputs", "jvp")
        given = _fresh(given, create_graph)
        v = _vector(v, given, "the input", "jvp")
        single, outputs = _tuple(func(*given), "outputs of the user-provided function", "jvp")
        # The gradient is linear in its seed: differentiating it by the seed gives the product.
        seeds = tuple(zeros_like(o).requires_grad_(True) for o in outputs)
        grads = _pull(outputs, given, seeds, True)
        result = _fill(_pull([g for g in grads if g is not None], seeds,
                             [w for g, w in zip(grads, v) if g is not None], create_graph), outputs, strict,
                       "The output of the user-provided function")
    return _give(outputs, single, create_graph), _give(result, single, create_graph)


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """The Jacobian: of shape output shape + input shape, nested as outputs and inputs are."""
    if strategy != "reverse-mode":
        raise NotImplementedError(f"jacobian(): strategy='{strategy}'")
    with enable_grad():
        single, given = _tuple(inputs, "inputs", "jacobian")
        given = _fresh(given, create_graph)
        single_out, outputs = _tuple(func(*given), "outputs of the user-provided function", "jacobian")
        tables = []
        for output in outputs:
            rows = [[] for _ in given]
            flat = F.reshape(output, (-1,))
            for j in range(flat.shape[0]):
                grads = _pull([F.select(flat, 0, j)], given, [ones_like(F.select(flat, 0, j))], create_graph)
                for k, g in enumerate(_fill(grads, given, strict, "The output of the user-provided function")):
                    rows[k].append(g)
            tables.append(tuple(
                F.reshape(F.stack(r, 0), (*output.shape, *x.shape)) if r else
                F.reshape(zeros_like(x).expand(0, *x.shape), (*output.shape, *x.shape)) for r, x in zip(rows, given)))
    tables = tuple(_give(t, single, create_graph) for t in tables)
    return tables[0] if single_out else tables


def _scalar(func, name):
    def checked(*inputs):
        value = func(*inputs)
        if not isinstance(value, Tensor):
            raise RuntimeError(f"The function given to {name} should return a single Tensor")
        if value.numel() != 1:
            raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")
        return value.reshape(())
    return checked


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The matrix of second derivatives of a function with one number as its result."""
    if outer_jacobian_strategy != "reverse-mode":
        raise NotImplementedError(f"hessian(): outer_jacobian_strategy='{outer_jacobian_strategy}'")
    single = isinstance(inputs, Tensor)
    value = _scalar(func, "hessian")

    def gradient(*given):
        r = jacobian(value, given, create_graph=True, strict=strict)
        return r[0] if single else r
    r = jacobian(gradient, inputs if single else tuple(inputs), create_graph=create_graph, strict=strict)
    return r


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The value, and the product of the Hessian with `v`."""
    return _hessian_product(func, inputs, v, create_graph, strict, "hvp")


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """The value, and the product of `v` with the Hessian."""
    return _hessian_product(func, inputs, v, create_graph, strict, "vhp")


def _hessian_product(func, inputs, v, create_graph, strict, name):
    with enable_grad():
        single, given = _tuple(inputs, "inputs", name)
        given = _fresh(given, create_graph)
        v = _vector(v, given, "the input", name)
        value = _scalar(func, name)(*given)
        grads = _fill(_pull([value], given, [ones_like(value)], True), given, strict,
                      "The output of the user-provided function")
        # The Hessian is symmetric: both products are the gradient of <gradient, v>.
        products = _fill(_pull(grads, given, v, create_graph), given, strict,
                         "The jacobian of the user-provided function")
    return _give((value,), True, create_graph), _give(products, single, create_graph)
