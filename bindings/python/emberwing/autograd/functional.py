"""Jacobians, Hessians and their products with vectors."""
from .._base import Tensor
from .._functions import ones_like, zeros, zeros_like
from .._generated import functions as F
from . import grad as _grad
from .modes import enable_grad

__all__ = ["hessian", "hvp", "jacobian", "jvp", "vhp", "vjp"]

_FUNCTION = "outputs of the user-provided function"
_USER = "The output of the user-provided function is independent of input {}. This is not allowed in strict mode."
_JACOBIAN = "The jacobian of the user-provided function is independent of input {}. This is not allowed in strict mode."


def _tuple(values, what, function):
    single = not isinstance(values, tuple)
    values = (values,) if single else values
    for i, v in enumerate(values):
        if not isinstance(v, Tensor):
            given = f"given {what}" if single else f"value at index {i}"
            raise TypeError(f"The {what} given to {function} must be either a Tensor or a tuple of Tensors but the {given} has "
                            f"type {type(v)}.")
    return single, values


def _fresh(inputs, create_graph):
    """Inputs of their own graph; with `create_graph`, connected to the caller's."""
    return tuple(F.view_as(x, x) if create_graph and x.requires_grad else x.detach().requires_grad_(True) for x in inputs)


def _vector(v, like, missing, function):
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(f"The vector v can only be None if {missing} a single Tensor with a single element.")
        return (ones_like(like[0]),)
    _, v = _tuple(v, "v", function)
    if len(v) != len(like):
        if len(like) == 1:
            raise RuntimeError("The given v should contain a single Tensor.")
        raise RuntimeError(f"v is a tuple of invalid length: should be {len(like)} but got {len(v)}.")
    for i, (a, b) in enumerate(zip(v, like)):
        if a.shape != b.shape:
            entry = f"Entry {i} in " if len(like) > 1 else ""
            raise RuntimeError(f"{entry}v has invalid size: should be {b.shape} but got {a.shape}.")
    return v


def _depend(outputs, strict):
    """In strict mode, every output must come from the inputs."""
    for i, o in enumerate(outputs):
        if strict and not o.requires_grad:
            raise RuntimeError(f"Output {i} of the user-provided function does not require gradients. The outputs must be "
                               "computed in a differentiable manner from the input when running in strict mode.")


def _fill(grads, like, strict, message):
    """Zeros where there is no gradient; an error in strict mode."""
    for i, g in enumerate(grads):
        if strict and g is None:
            raise RuntimeError(message.format(i))
    return tuple(zeros_like(x) if g is None else g for g, x in zip(grads, like))


def _again(grads, strict, create_graph):
    """What is asked to be differentiable again must depend on the inputs in strict mode."""
    for i, g in enumerate(grads):
        if strict and create_graph and not g.requires_grad:
            raise RuntimeError(f"The jacobian of the user-provided function is independent of input {i}. This is not allowed "
                               "in strict mode when create_graph=True.")
    return grads


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
        single_out, outputs = _tuple(func(*given), _FUNCTION, "vjp")
        _depend(outputs, strict)
        v = _vector(v, outputs, "the user-provided function returns", "vjp")
        grads = _fill(_pull(outputs, given, v, create_graph), given, strict, _USER)
        _again(grads, strict, create_graph)
    return _give(outputs, single_out, create_graph), _give(grads, single, create_graph)


def _forward(outputs, inputs, strict):
    """The function that gives J v: the gradient is linear in its seed, and differentiating it by the seed gives J."""
    seeds = tuple(zeros_like(o).requires_grad_(True) for o in outputs)
    grads = _pull(outputs, inputs, seeds, True)
    _fill(grads, inputs, strict, _USER)

    def along(v, create_graph):
        pairs = [(g, w) for g, w in zip(grads, v) if g is not None]
        found = _pull([g for g, _ in pairs], seeds, [w for _, w in pairs], create_graph)
        return _fill(found, outputs, strict, "The gradient with respect to the input is independent of entry {} in the "
                     "grad_outputs when using the double backward trick to compute forward mode gradients. This is not "
                     "allowed in strict mode.")
    return along


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the product of the Jacobian with `v`."""
    with enable_grad():
        _, given = _tuple(inputs, "inputs", "jvp")
        given = _fresh(given, create_graph)
        v = _vector(v, given, "the input to the user-provided function is", "jvp")
        single, outputs = _tuple(func(*given), _FUNCTION, "jvp")
        _depend(outputs, strict)
        result = _again(_forward(outputs, given, strict)(v, create_graph), strict, create_graph)
    return _give(outputs, single, create_graph), _give(result, single, create_graph)


def _strategy(strategy, vectorize, create_graph, strict):
    """Checks the way a Jacobian is computed; true for forward mode."""
    if strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError('Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more '
                             'outputs than inputs, "forward-mode" tends to be more performant. Otherwise, prefer to use '
                             '"reverse-mode".')
    name = "torch.autograd.functional.jacobian"
    if strategy == "forward-mode":
        for given, text, kind in ((create_graph, "create_graph", NotImplementedError), (strict, "strict", RuntimeError)):
            if given:
                raise kind(f'{name}: `{text}=True` and `strategy="forward-mode"` are not supported together (yet). Please '
                           f'either set `{text}=False` or `strategy="reverse-mode"`.')
        if not vectorize:
            raise NotImplementedError("Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented "
                                      "for `vectorize=True`.")
    elif vectorize and strict:
        raise RuntimeError(f"{name}: `strict=True` and `vectorized=True` are not supported together. Please either set "
                           "`strict=False` or `vectorize=False`.")
    return strategy == "forward-mode"


def _units(t):
    for i in range(t.numel()):
        e = zeros(t.numel(), dtype=t.dtype)
        e[i] = 1
        yield e.reshape(t.shape)


def _columns(outputs, inputs):
    """Jacobians, a column for each element of the inputs."""
    along = _forward(outputs, inputs, False)
    tables = [[] for _ in outputs]
    for k, x in enumerate(inputs):
        found = [along([e if i == k else zeros_like(y) for i, y in enumerate(inputs)], False) for e in _units(x)]
        for table, o, column in zip(tables, outputs, zip(*found) if found else [()] * len(outputs)):
            table.append(F.reshape(F.stack(column, -1), (*o.shape, *x.shape)) if column else
                         zeros((*o.shape, *x.shape), dtype=o.dtype))
    return tables


def _rows(outputs, inputs, create_graph, strict):
    """Jacobians, a row for each element of the outputs."""
    tables = []
    for i, o in enumerate(outputs):
        rows = [[] for _ in inputs]
        for e in _units(o):
            message = (f"Output {i} of the user-provided function is independent of input {{}}. This is not allowed in "
                       "strict mode.")
            grads = _fill(_pull([o], inputs, [e], create_graph), inputs, strict, message)
            for row, g in zip(rows, _again(grads, strict, create_graph)):
                row.append(g)
        tables.append([F.reshape(F.stack(r, 0), (*o.shape, *x.shape)) if r else zeros((*o.shape, *x.shape), dtype=x.dtype)
                       for r, x in zip(rows, inputs)])
    return tables


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """The Jacobian: of shape output shape + input shape, nested as outputs and inputs are.

    It is computed a row (or, forward, a column) at a time, with `vectorize` too."""
    forward = _strategy(strategy, vectorize, create_graph, strict)
    with enable_grad():
        single, given = _tuple(inputs, "inputs", "jacobian")
        given = _fresh(given, create_graph)
        single_out, outputs = _tuple(func(*given), _FUNCTION, "jacobian")
        _depend(outputs, strict)
        tables = _columns(outputs, given) if forward else _rows(outputs, given, create_graph, strict)
    tables = tuple(_give(t, single, create_graph) for t in tables)
    return tables[0] if single_out else tables


def _scalar(func, name):
    def checked(*inputs):
        value = func(*inputs)
        if not isinstance(value, Tensor):
            if isinstance(value, tuple):
                raise RuntimeError(f"The function given to {name} should return a single Tensor")
            _tuple(value, _FUNCTION, name)
        if value.numel() != 1:
            raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")
        return value.reshape(())
    return checked


def _twice(grads, strict):
    for i, g in enumerate(grads):
        if strict and not g.requires_grad:
            raise RuntimeError("While computing the hessian, found that the jacobian of the user-provided function with "
                               f"respect to input {i} is independent of the input. This is not allowed in strict mode. You should "
                               "ensure that your function is twice differentiable and that the jacobian depends on the inputs "
                               "(this would be violated by a linear function for example).")


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The matrix of second derivatives of a function with one number as its result."""
    if outer_jacobian_strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError('Expected strategy to be either "forward-mode" or "reverse-mode".')
    single, _ = _tuple(inputs, "inputs", "hessian")
    value = _scalar(func, "hessian")

    def gradient(*given):
        output = value(*given)
        _depend((output,), strict)
        r = _fill(_pull([output], given, [ones_like(output)], True), given, strict,
                  "Output 0 of the user-provided function is independent of input {}. This is not allowed in strict mode.")
        _twice(r, strict)
        return r[0] if single else r
    return jacobian(gradient, inputs, create_graph=create_graph, strict=strict, vectorize=vectorize,
                    strategy=outer_jacobian_strategy)


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
        v = _vector(v, given, "the input to the user-provided function is", name)
        value = _scalar(func, name)(*given)
        _depend((value,), strict)
        grads = _fill(_pull([value], given, [ones_like(value)], True), given, strict, _USER)
        _twice(grads, strict)
        # The Hessian is symmetric: both products are the gradient of <gradient, v>.
        products = _fill(_pull(grads, given, v, create_graph), given, strict, _JACOBIAN)
    return _give((value,), True, create_graph), _give(products, single, create_graph)
